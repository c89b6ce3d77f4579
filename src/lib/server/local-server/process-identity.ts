import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * One process, told apart from any that bears its number later, also after a reboot. `started` and `boot` are texts
 * that are only compared: on Linux the ticks in /proc/PID/stat and the id of the boot, elsewhere the date that `ps`
 * tells and nothing; both are empty where the system tells neither, and the number alone must do.
 */
export const identitySchema = z.object({ pid: z.int().positive(), started: z.string(), boot: z.string() });
export type ProcessIdentity = z.infer<typeof identitySchema>;

function textOf(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}

const hasProc = textOf('/proc/self/stat') !== null;
const boot = textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? '';

function printedBy(command: string, given: string[]): string | null {
	try {
		const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'ignore'];
		return execFileSync(command, given, { encoding: 'utf8', stdio, maxBuffer: 1 << 26, timeout: 5000 });
	} catch {
		return null;
	}
}

/** True also for a process that has ended and whose end its parent has not fetched. */
export function isNumberInUse(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		// It is there, and another user's.
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** The name of a process and the fields that follow it in /proc/PID/stat: state, parent … */
function statOf(pid: number): { name: string; fields: string[] } | null {
	// The name stands in brackets, and may hold blanks and brackets itself.
	const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(textOf(`/proc/${pid}/stat`) ?? '') ?? [];
	return name === undefined || rest === undefined ? null : { name, fields: rest.trim().split(' ') };
}

/** When the process of that number started, or null: there is none, or it has ended and nobody has fetched its end. */
function startOf(pid: number): string | null {
	if (hasProc) {
		const { fields } = statOf(pid) ?? { fields: ['X'] };
		return ['Z', 'X'].includes(fields[0] ?? '') ? null : (fields[19] ?? null);
	}
	if (!isNumberInUse(pid)) return null;
	const printed = printedBy('ps', ['-o', 'stat=,lstart=', '-p', String(pid)])?.trim();
	if (!printed) return '';
	return printed.startsWith('Z') ? null : printed.replace(/^\S+\s+/, '');
}

/** The process that has this number now, or null. */
export function identify(pid: number): ProcessIdentity | null {
	const started = startOf(pid);
	return started === null ? null : { pid, started, boot };
}

export const ownIdentity = identify(process.pid) ?? { pid: process.pid, started: '', boot };

/** True while this very process lives. */
export function isAlive(process: ProcessIdentity): boolean {
	if (process.boot !== boot) return false;
	const started = startOf(process.pid);
	return started !== null && (started === process.started || started === '' || process.started === '');
}

/**
 * The npm that this process was started through, with the shells and loaders in between, nearest first; none where no
 * npm started it. Where the system does not tell the names of processes, the parent, if npm says that it is one.
 */
export function startedThrough(): ProcessIdentity[] {
	const found: ProcessIdentity[] = [];
	for (let pid = process.ppid; pid > 1; pid = Number(statOf(pid)?.fields[1] ?? 0)) {
		const ancestor = identify(pid);
		if (ancestor) found.push(ancestor);
		if (statOf(pid)?.name.startsWith('npm')) return found;
	}
	return !hasProc && process.env['npm_lifecycle_event'] !== undefined ? found.slice(0, 1) : [];
}

/** The command lines of all processes that this user may see: their arguments, on macOS as one text. */
export function commandLines(): { pid: number; given: string[] }[] {
	if (hasProc) {
		return readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name))
			.map((name) => ({ pid: Number(name), given: (textOf(`/proc/${name}/cmdline`) ?? '').split('\0') }));
	}
	return (printedBy('ps', ['-axww', '-o', 'pid=,command=']) ?? '').split('\n').flatMap((line) => {
		const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
		return command ? [{ pid: Number(pid), given: [command] }] : [];
	});
}
