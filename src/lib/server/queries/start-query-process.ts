import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { QueryStoppedError } from '#lib/domain/errors.ts';
import { cagedLimits } from './caged-limits.ts';

const script = join('src', 'lib', 'server', 'queries', 'query-process.ts');

/** The folder of the project: the built server runs this module from elsewhere than the sources lie. */
function projectFolder(from: string): string {
	if (existsSync(join(from, script))) return from;
	if (dirname(from) === from) throw new Error(`${script} is not there: the explorer runs beside its sources`);
	return projectFolder(dirname(from));
}

export interface QueryProcess {
	child: ChildProcess & { stdin: NodeJS.WritableStream; stdout: NodeJS.ReadableStream };
	/** Resolves when it can take a query; rejects when it has ended before, or is not there after half a minute. */
	ready: Promise<void>;
	/** Bytes of memory that it holds, or null where the system does not tell. */
	residentBytes: () => number | null;
}

/** Pages of memory are 4 KB on every system that has /proc/PID/statm for Node. */
const pageBytes = 4096;

function residentBytes(pid: number | undefined): number | null {
	try {
		return Number(readFileSync(`/proc/${pid ?? 0}/statm`, 'utf8').split(' ')[1]) * pageBytes;
	} catch {
		return null;
	}
}

/**
 * Starts a process for people's queries, with a heap of its own. It keeps nobody alive: whoever started it may end,
 * and it ends with them. What it says on standard error goes nowhere, because a heap that is full is told in pages.
 */
export function startQueryProcess(): QueryProcess {
	const folder = projectFolder(import.meta.dirname);
	const { heapMegabytes } = cagedLimits;
	const child = spawn(
		process.execPath,
		[`--max-old-space-size=${heapMegabytes}`, '--import', 'tsx', join(folder, script)],
		// The environment holds the store's password, and a query has no use for any of it.
		{ cwd: folder, stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env['PATH'] ?? '' } }
	);
	const ready = new Promise<void>((resolve, reject) => {
		const fail = () => {
			reject(
				new QueryStoppedError('The process for queries did not start.', 'Try again; the machine may be busy.')
			);
		};
		const late = setTimeout(fail, cagedLimits.startSeconds * 1000).unref();
		// It says that it is ready, and nothing more until it is asked.
		child.stdout.once('data', () => {
			clearTimeout(late);
			resolve();
		});
		child.once('exit', fail);
		child.once('error', fail);
	});
	ready.catch(() => child.kill('SIGKILL'));
	child.stdin.on('error', () => undefined);
	return { child, ready, residentBytes: () => residentBytes(child.pid) };
}
