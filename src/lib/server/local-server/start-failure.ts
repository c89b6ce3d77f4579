import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathsIn } from './local-folder.ts';

/** Why a Neo4j did not start or ended, as the middle of a sentence, and what to do about it. */
export interface Failure {
	kind: string;
	reason: string;
	advice: string;
}

/** The first that fits counts: a full disk makes Neo4j complain of much else, and damage has many names. */
const failures: [fits: RegExp, Failure][] = [
	[
		/No space left on device|running out of disk space|Disk quota exceeded|not enough space/i,
		{ kind: 'full', reason: 'its disk is full', advice: 'Free some space, then try again.' }
	],
	[
		/FileLockException|locked by another process/,
		{
			kind: 'locked',
			reason: 'another process holds its store',
			advice: 'End the Neo4j that runs in this folder, or name another folder with GRAPH_URL=local:./other.'
		}
	],
	[
		/PortBindException|Address already in use/,
		{ kind: 'port', reason: 'another program took its port', advice: 'Try again.' }
	],
	[
		/OutOfMemoryError|insufficient memory|Cannot allocate memory|Could not reserve enough space|unable to create native thread/,
		{
			kind: 'memory',
			reason: 'it ran out of memory',
			advice: 'Close other programs (it wants up to 2.5 GB), or ask for less at once.'
		}
	],
	[
		/UnsupportedClassVersionError/,
		{
			kind: 'java',
			reason: 'this Java cannot run it',
			advice: 'Install Java 17 or newer, and set JAVA_HOME.'
		}
	],
	[
		/NoClassDefFoundError|ClassNotFoundException|Could not find or load main class/,
		{
			kind: 'jars',
			reason: 'its program files are incomplete',
			advice: 'Delete ~/.cache/throughline/neo4j-*, then try again: they are fetched anew.'
		}
	],
	[
		/AccessDenied|Permission denied|Read-only file system|Operation not permitted/,
		{
			kind: 'denied',
			reason: 'it may not write into its folder',
			advice: 'Let your user own the folder, or name another with GRAPH_URL=local:./other.'
		}
	],
	[
		/Too many open files/,
		{ kind: 'files', reason: 'it may not open enough files', advice: 'Raise the limit with ulimit -n 40000.' }
	],
	[
		/Error evaluating value for setting|Unrecognized setting/,
		{
			kind: 'settings',
			reason: 'it does not understand its settings',
			advice: 'Look at conf/neo4j.conf in its folder and at the version of Neo4j.'
		}
	],
	[
		/legacy metadata store|current store version|[Cc]orrupt|[Cc]hecksum|Recovery|UnderlyingStorage|[Ii]nconsisten|ReadPastEnd|transaction log|Unable to read|UnsupportedLogVersion|StoreNotFound|StoreFailure|InvalidId|page file/,
		{
			kind: 'damaged',
			reason: 'its store is damaged',
			advice: 'Move the folder away and ingest your papers again, or put back a copy of it.'
		}
	]
];

const mostBytes = 1 << 18;

/** How far the logs of a folder went at some moment: what is behind that belongs to the start that follows. */
export type LogMark = Record<string, number>;

function logsOf(folder: string): string[] {
	const { home, log, debugLog } = pathsIn(folder);
	return [log, debugLog, join(home, 'logs', 'neo4j.log')];
}

function sizeOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

export function markLogs(folder: string): LogMark {
	return Object.fromEntries(logsOf(folder).map((file) => [file, sizeOf(file)]));
}

/** What was written to a log since then, its last quarter of a megabyte at most; all of a log that began anew. */
function writtenSince(file: string, mark: LogMark): string {
	const size = sizeOf(file);
	const began = mark[file] ?? 0;
	const from = Math.max(began <= size ? began : 0, size - mostBytes);
	if (size === from) return '';
	const bytes = Buffer.alloc(size - from);
	const log = openSync(file, 'r');
	try {
		return bytes.toString('utf8', 0, readSync(log, bytes, 0, bytes.length, from));
	} finally {
		closeSync(log);
	}
}

/** The lines that tell of failures: those of Java, errors, and their causes (the newer line writes them as JSON). */
function tellingLines(log: string): string[] {
	return log
		.replaceAll('\\n', '\n')
		.split('\n')
		.filter((line) =>
			/ ERROR |"level":"ERROR"|^Caused by|^[\w.$]+(Exception|Error)\b|^Exception in|^Optional\[|^Error|^#|^Terminating due to|OpenJDK.*warning/.test(
				line
			)
		)
		.filter((line) => line.length > 2);
}

/** One line of a log without its date, class names and what a page has no room for. */
function quotable(line: string): string {
	const said = line
		.replace(/^\{.*"message":"(.*?)".*$/, '$1')
		.replace(/^\d{4}-\S+ \S+\s+ERROR\s+(\[[^\]]*\]\s*)*/, '')
		.replace(/^Caused by: /, '')
		.replace(/^(Exception in thread "[^"]*" )?[\w.$]+(Exception|Error): /, '')
		.replaceAll('"', "'");
	return said.length > 200 ? `${said.slice(0, 199)}…` : said;
}

/** Why the Neo4j of this folder failed, by what its logs say since `mark`; null when they say nothing. */
export function failureOf(folder: string, mark: LogMark): Failure | null {
	return failureIn(logsOf(folder).map((file) => writtenSince(file, mark)));
}

/** True when the logs say since `mark` that a database could not be opened: the newer line lives on without it. */
export function isWithoutDatabase(folder: string, mark: LogMark): boolean {
	return logsOf(folder).some((file) => writtenSince(file, mark).includes('Failed to start DatabaseId'));
}

/** The same of the texts of its logs. */
export function failureIn(logs: string[]): Failure | null {
	const lines = logs.flatMap(tellingLines);
	const known = failures.find(([fits]) => lines.some((line) => fits.test(line)));
	if (known) return known[1];
	const last = lines.findLast((line) => line.startsWith('Caused by')) ?? lines.at(-1);
	return last === undefined
		? null
		: { kind: 'other', reason: `it says "${quotable(last)}"`, advice: 'Its logs folder says more.' };
}
