import { expect, test } from 'vitest';
import { failureIn } from '#lib/server/local-server/start-failure.ts';

const date = '2026-01-01 10:00:00.000+0000';
const json = (message: string, stacktrace: string) =>
	JSON.stringify({ time: date, level: 'ERROR', category: 'o.n.Start', message, stacktrace });

/** What both lines of Neo4j and Java itself write down. */
test.each([
	['full', `${date} ERROR [o.n.LogFile] [system/00000000] Warning! System is running out of disk space.`],
	[
		'full',
		`${date} ERROR [o.n.Start] Failed to start\nCaused by: java.lang.IllegalArgumentException: Database name 'system' is invalid\nCaused by: java.io.IOException: No space left on device`
	],
	[
		'locked',
		'Caused by: org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: /a'
	],
	[
		'locked',
		json('Error starting', 'x.Life: no\n\tat a\nCaused by: org.neo4j.io.locker.FileLockException: held')
	],
	[
		'port',
		'Caused by: io.netty.channel.unix.Errors$NativeIoException: bind(..) failed: Address already in use'
	],
	['memory', 'Terminating due to java.lang.OutOfMemoryError: Java heap space'],
	[
		'memory',
		"OpenJDK 64-Bit Server VM warning: INFO: os::commit_memory failed; error='Cannot allocate memory'"
	],
	[
		'memory',
		'Error: Could not reserve enough space for 2097152KB object heap'.replace('Error: ', 'Error occurred: ')
	],
	['java', 'Exception in thread "main" java.lang.UnsupportedClassVersionError: org/neo4j/X'],
	['jars', 'Error: Could not find or load main class org.neo4j.server.CommunityEntryPoint'],
	['denied', 'Caused by: java.nio.file.AccessDeniedException: /data/neo4j/data/server_id'],
	[
		'settings',
		'Exception in thread "main" java.lang.IllegalArgumentException: Error evaluating value for setting \'a.b\'.'
	],
	['damaged', 'Caused by: java.lang.IllegalStateException: Failed to load data from legacy metadata store']
])('%s: %s', (kind, log) => {
	expect(failureIn(['', log])?.kind).toBe(kind);
});

test.each([
	['Caused by: java.lang.IllegalStateException: the "pond" froze', 'it says "the \'pond\' froze"'],
	[`${date} ERROR [o.n.Pond] [a/b] The pond froze`, 'it says "The pond froze"'],
	[json('The pond froze', ''), 'it says "The pond froze"']
])('what nobody knows is quoted: %s', (log, reason) => {
	expect(failureIn([log])?.reason).toBe(reason);
});

test.each([
	`${date} WARN  [o.n.Bolt] Termination has exceeded maximum permitted duration`,
	`${date} INFO  [o.n.Recovery] Recovery completed, checksum 7`,
	'WARNING: A terminally deprecated method in sun.misc.Unsafe has been called'
])('%s is no failure', (log) => {
	expect(failureIn([log])).toBeNull();
});
