import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { QueryStoppedError } from '#lib/domain/errors.ts';
import { cagedLimits } from './caged-limits.ts';

/**
 * The script of a query's process: beside this module, or, where this module is a part of the built server, the bundle
 * that the build puts beside that one.
 */
function nearestScript(folder: string): string {
	const found = ['query-process.js', 'query-process.ts'].map((name) => join(folder, name)).find(existsSync);
	if (found) return found;
	if (dirname(folder) === folder)
		throw new QueryStoppedError('The script for queries is not there.', 'Run npm run build again.');
	return nearestScript(dirname(folder));
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

/** Of a process that lets others go first: on a machine that is not busy it is as fast as any. */
const behindPages = 10;

/** Pages, and the engine that answers them, go before what is read of a person's query. */
function yieldToPages(pid: number | undefined): void {
	try {
		if (pid !== undefined) setPriority(pid, behindPages);
	} catch {
		// Not every system lets a process do that: then all share alike.
	}
}

/**
 * Starts a process for people's queries, with a heap of its own. It keeps nobody alive: whoever started it may end,
 * and it ends with them. What it says on standard error goes nowhere, because a heap that is full is told in pages.
 */
export function startQueryProcess(): QueryProcess {
	const script = nearestScript(import.meta.dirname);
	const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
	const { heapMegabytes } = cagedLimits;
	const child = spawn(
		process.execPath,
		[`--max-old-space-size=${heapMegabytes}`, ...loader, script],
		// The environment holds the store's password, and a query has no use for any of it.
		{ cwd: dirname(script), stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env['PATH'] ?? '' } }
	);
	yieldToPages(child.pid);
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
