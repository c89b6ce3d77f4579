import { Shard } from './shard.ts';
import type { ShardCall, ShardMethod } from './shards.ts';

/** The shard of this thread. */
const shard = new Shard();

/** What a worker thread is asked to do: one call of its shard. */
export default function call<Method extends ShardMethod>({ method, given }: ShardCall<Method>): unknown {
	const run = shard[method] as (...given: Parameters<Shard[Method]>) => unknown;
	return run.apply(shard, given);
}
