import { Piscina } from 'piscina';
import { Shard } from './shard.ts';

export type ShardMethod = keyof Shard;

/** A call of a shard, as it is sent to its thread. */
export interface ShardCall<Method extends ShardMethod> {
	method: Method;
	given: Parameters<Shard[Method]>;
}

/** A shard in this thread or in another one. */
export interface RemoteShard {
	call<Method extends ShardMethod>(
		method: Method,
		...given: Parameters<Shard[Method]>
	): Promise<ReturnType<Shard[Method]>>;
}

/** Megabytes for what a thread has just made: what it reads lives long, and copying it about costs most. */
const youngGeneration = 192;

/** A shard in a thread of its own: a pool of one, because what a shard has read stays in its thread. */
function shardInThread(): RemoteShard & { close(): Promise<void> } {
	const pool = new Piscina({
		filename: new URL('shard-thread.ts', import.meta.url).href,
		execArgv: ['--import', 'tsx'],
		minThreads: 1,
		maxThreads: 1,
		resourceLimits: { maxYoungGenerationSizeMb: youngGeneration }
	});
	return {
		call: (method, ...given) => pool.run({ method, given }) as Promise<never>,
		close: () => pool.destroy()
	};
}

function shardHere(): RemoteShard {
	const shard = new Shard();
	return {
		async call(method, ...given) {
			// Lets progress be drawn, signals arrive and the other threads be told what to do.
			await new Promise((resolve) => setImmediate(resolve));
			const run = shard[method] as (...given: unknown[]) => ReturnType<Shard[typeof method]>;
			return run.apply(shard, given);
		}
	};
}

/** Runs `use` with as many shards as threads are wanted: this thread has one of them. */
export async function withShards<Result>(
	threads: number,
	use: (shards: RemoteShard[]) => Promise<Result>
): Promise<Result> {
	const others = Array.from({ length: Math.max(0, threads - 1) }, shardInThread);
	try {
		return await use([...others, shardHere()]);
	} finally {
		await Promise.all(others.map((other) => other.close()));
	}
}
