import { StoreUnavailableError } from '#lib/domain/errors.ts';
import { alone, lockHolder } from './folder-lock.ts';
import { forgetServer, readRecord, writeRecord, type ServerRecord } from './local-folder.ts';
import { isAlive, ownIdentity } from './process-identity.ts';
import { killServer, serversOf, signalTo, stopServer } from './server-process.ts';
import { enter, usersOf } from './server-users.ts';
import { boltUrl, isReady } from './sign-in.ts';
import { comesUp, runningServer, startServer, type Start } from './start-server.ts';

export interface LocalServer {
	url: string;
	username: string;
	password: string;
	/** True when others use it, too. */
	joined: boolean;
	/** Ends the use of it by this process. The last one to leave stops it, whoever started it. */
	leave: () => Promise<void>;
	/** Stops it, also under others that use it. */
	stop: () => Promise<void>;
}

/**
 * Seconds that a server which runs already may take to answer: to one that would start it, and to one that only joins,
 * for whom somebody waits in front of a page.
 */
const patience = { starting: 10, joining: 1.25 };

/** What those are told that ask for a server of which the record says that it starts; else null. */
async function startingError(folder: string): Promise<StoreUnavailableError | null> {
	const record = readRecord(folder);
	const comes = (record?.state === 'starting' && isAlive(record)) || (await lockHolder(folder)) !== null;
	if (!comes || (record?.state === 'running' && isAlive(record))) return null;
	return new StoreUnavailableError(
		`The local Neo4j in ${folder} is starting${record?.again ? ' again' : ''}.`,
		'Wait a few seconds, then try again or reload the page.'
	);
}

/** The folders whose server this process starts or uses. */
const held = new Map<string, number>();

/** Ends what only this process used when it ends without an orderly end: nobody would be left to do it. */
function killWhatIsOnlyOurs(): void {
	for (const folder of held.keys()) {
		if (usersOf(folder).some((pid) => pid !== ownIdentity.pid)) continue;
		for (const server of serversOf(folder)) signalTo(server, 'SIGKILL');
	}
}

function hold(folder: string): void {
	if (held.size === 0) process.on('exit', killWhatIsOnlyOurs);
	held.set(folder, (held.get(folder) ?? 0) + 1);
}

function letGo(folder: string): void {
	const left = (held.get(folder) ?? 1) - 1;
	if (left > 0) held.set(folder, left);
	else held.delete(folder);
	if (held.size === 0) process.off('exit', killWhatIsOnlyOurs);
}

async function stopServersOf(folder: string): Promise<void> {
	await Promise.all(serversOf(folder).map(stopServer));
	const record = readRecord(folder);
	if (record && isAlive(record)) await stopServer(record);
	await forgetServer(folder);
}

/** The server of a record, in use by this process. */
async function use({ folder, log }: Start, record: ServerRecord): Promise<LocalServer> {
	const joined = usersOf(folder).length > 0;
	hold(folder);
	const exit = await enter(folder);
	let left: Promise<void> | null = null;
	const end = (isOver: () => boolean) => {
		left ??= alone(folder, { log }, async () => {
			await exit();
			if (isOver()) await stopServersOf(folder);
			letGo(folder);
		});
		return left;
	};
	return {
		url: boltUrl(record.port),
		username: record.username,
		password: record.password,
		joined,
		leave: () => end(() => usersOf(folder).length === 0),
		stop: () => end(() => true)
	};
}

/**
 * The record of a server of this folder that answers: one that runs, one that another process left while it started,
 * or a new one. For whoever holds the lock of the folder.
 */
async function answering(start: Start, before: ServerRecord | null): Promise<ServerRecord> {
	const { folder, log, signal } = start;
	const there = await runningServer(folder);
	if (there?.state === 'starting' && (await comesUp(start, there))) return there;
	if (there?.state === 'running') {
		const slow = setTimeout(() => {
			log(`The local Neo4j in ${folder} is slow to answer: waiting ${patience.starting} seconds for it.`);
		}, 2000);
		const options = { seconds: patience.starting, isNew: false, signal };
		const isThere = await isReady(folder, there, options).finally(() => {
			clearTimeout(slow);
		});
		if (isThere) return there;
		log(`The local Neo4j in ${folder} does not answer: it is killed and started again.`);
		await writeRecord(folder, { ...there, state: 'starting', again: true });
		await killServer(there);
	}
	return startServer(start, there ?? before);
}

/**
 * Starts the server of a folder again for those who use it: `judged`, the one that died or shall be killed, unless
 * another process has done so meanwhile. Those who come in between are told that it is starting again. Throws
 * LocalServerError with the reason when it does not come up.
 */
export async function restartLocalServer(start: Start, judged: ServerRecord | null): Promise<void> {
	const { folder, log, signal } = start;
	await alone(folder, { log, signal }, async () => {
		const record = readRecord(folder);
		const isOther = record?.pid !== judged?.pid || record?.started !== judged?.started;
		if (!record || !isOther) {
			if (record)
				await writeRecord(folder, { ...record, state: 'starting', again: true }).catch(() => undefined);
			if (judged && record) await killServer(judged);
		}
		await answering(start, record);
	});
}

/** The Neo4j that runs in a folder, for one who leaves it to others to start and stop it. */
async function join(start: Start): Promise<LocalServer> {
	const { folder, signal } = start;
	const record = readRecord(folder);
	const starting = await startingError(folder);
	if (starting) throw starting;
	if (!record || !isAlive(record))
		throw new StoreUnavailableError(
			`The local Neo4j in ${folder} is not running.`,
			'Start it with npm run neo4j, or start all with npm start.'
		);
	if (await isReady(folder, record, { seconds: patience.joining, isNew: false, signal }))
		return use(start, record);
	throw (
		(await startingError(folder)) ??
		new StoreUnavailableError(
			`The local Neo4j in ${folder} does not answer at ${boltUrl(record.port)}.`,
			'Wait a few seconds: npm start and npm run neo4j start it again when it stays so.'
		)
	);
}

/**
 * Joins the Neo4j that runs in `folder`, or starts one there: Bolt on a free loopback port, a random
 * password that only the owner can read, no HTTP. One that another process was starting when it was killed is
 * waited for, one that does not answer for ten seconds is killed and started again. `joinOnly` does none of this: it
 * throws StoreUnavailableError, within seconds. Throws LocalServerError without Java or Maven, for a folder of another
 * version, and with the reason when the server does not come up; what `signal` is aborted with when it is.
 */
export async function startLocalServer(
	start: Start,
	{ joinOnly = false }: { joinOnly?: boolean } = {}
): Promise<LocalServer> {
	const { folder, log, signal } = start;
	if (joinOnly) return join(start);
	return alone(folder, { log, signal }, async () => {
		hold(folder);
		try {
			return await use(start, await answering(start, null));
		} finally {
			letGo(folder);
		}
	});
}

/** What those who lost their connection are told while the server of a folder starts again, or null. */
export async function whyAway(folder: string): Promise<StoreUnavailableError | null> {
	return startingError(folder);
}
