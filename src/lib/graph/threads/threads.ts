import { Piscina } from 'piscina';
import { runTask, type TaskName, type Tasks } from './tasks.ts';

/** This thread and the others that help it. */
export interface Threads {
	/**
	 * Does all pieces of work of one kind and gives their results in the order of the pieces: the same however many threads
	 * there are. `onDone` is told how many are done.
	 */
	all<Name extends TaskName>(
		name: Name,
		pieces: Parameters<Tasks[Name]>[0][],
		onDone?: (done: number) => void
	): Promise<ReturnType<Tasks[Name]>[]>;
}

type Run = <Name extends TaskName>(
	name: Name,
	given: Parameters<Tasks[Name]>[0]
) => Promise<ReturnType<Tasks[Name]>>;

/** In this thread, which lets progress be drawn, signals arrive and the others be given more meanwhile. */
const here: Run = async (name, given) => {
	await new Promise((resolve) => setImmediate(resolve));
	return runTask({ name, given });
};

function threadsOf(runs: readonly Run[]): Threads {
	return {
		async all(name, pieces, onDone) {
			const results: ReturnType<Tasks[typeof name]>[] = [];
			const next = pieces.entries();
			let done = 0;
			let hasFailed = false;
			const work = async (run: Run) => {
				for (const [at, piece] of next) {
					// Where one has failed nobody waits for the others' work.
					if (hasFailed) return;
					try {
						results[at] = await run(name, piece);
					} catch (failure) {
						hasFailed = true;
						throw failure;
					}
					onDone?.((done += 1));
				}
			};
			await Promise.all(runs.map(work));
			return results;
		}
	};
}

/** No thread but this one. */
export const thisThread = threadsOf([here]);

/**
 * Runs `use` with so many threads: this one and others, which are ended afterwards. Each takes the next piece of work when
 * it is done with one.
 */
export async function withThreads<Result>(
	count: number,
	use: (threads: Threads) => Promise<Result>
): Promise<Result> {
	if (count < 2) return use(thisThread);
	const pool = new Piscina({
		filename: new URL('task-thread.ts', import.meta.url).href,
		execArgv: ['--import', 'tsx'],
		minThreads: count - 1,
		maxThreads: count - 1
	});
	const there: Run = (name, given) => pool.run({ name, given }) as Promise<never>;
	try {
		return await use(threadsOf([...Array.from({ length: count - 1 }, () => there), here]));
	} finally {
		await pool.destroy();
	}
}
