import { spawn, type SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';
import { ending } from './ending.ts';

/** Milliseconds that a child gets for an orderly end. */
const patience = 8000;

/**
 * Runs Node with these arguments. The answer is its exit code as a shell tells it: 128 and the number of the signal
 * where one ended it. When this process is told to end, so is the child, and killed when it does not.
 */
export async function runChild(given: string[], options: SpawnOptions): Promise<number> {
	ending.throwIfAborted();
	const child = spawn(process.execPath, given, options);
	let late: NodeJS.Timeout | undefined;
	const end = () => {
		child.kill('SIGTERM');
		late = setTimeout(() => child.kill('SIGKILL'), patience);
	};
	ending.addEventListener('abort', end);
	try {
		return await new Promise<number>((resolve, reject) => {
			child.once('error', reject);
			child.once('exit', (code, signal) => {
				resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
			});
		});
	} finally {
		clearTimeout(late);
		ending.removeEventListener('abort', end);
	}
}
