import { createServer } from 'node:net';
import { ThroughlineError, UsageError } from '#lib/domain/errors.ts';
import { version } from '#lib/domain/version.ts';
import { health, isOfEarlierModel } from '#lib/server/questions/health.ts';
import { watchLocalServer } from '#lib/server/local-server/watch-local-server.ts';
import { missingMemoryLimits } from '#lib/server/memory-limits.ts';
import { checkListening } from '#lib/server/sign-in/check-listening.ts';
import { givenPasswords } from '#lib/server/sign-in/passwords.ts';
import { localFolder, type Store } from '#lib/server/store.ts';
import { buildIfStale } from './build-explorer.ts';
import { runChild } from './run-child.ts';
import { runCommand, type CommandArguments } from './command.ts';
import { ending, whenEnding } from './ending.ts';
import { graphOption, graphUrl, openGivenStore } from './store-options.ts';

function log(line: string): void {
	console.error(line);
}

/** Rejects with one sentence when something else listens there. */
async function claimPort(host: string, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (cause: NodeJS.ErrnoException) => {
			reject(
				new ThroughlineError(
					`${host}:${port} cannot be listened on (${cause.code ?? cause.message}).`,
					cause.code === 'EADDRINUSE'
						? 'Stop what uses it, or choose another with PORT=3001 npm start.'
						: 'Choose another address with HOST and PORT.',
					{ cause }
				)
			);
		});
		probe.listen(port, host, () => {
			probe.close(() => {
				resolve();
			});
		});
	});
}

function readPort(text: string | undefined): number {
	const port = Number(text ?? '3000');
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new UsageError(`PORT is "${text ?? ''}", which is no port.`, 'Give a number from 1 to 65535.');
	}
	return port;
}

/** Runs the command ingest on the store. The answer is its exit code. */
function runIngest(url: string, ...given: string[]): Promise<number> {
	return runChild(['--import', 'tsx', 'scripts/ingest.ts', ...given, '--graph', url], {
		stdio: ['ignore', 'ignore', 'inherit']
	});
}

/** Fills a store without a graph with the bundled sample, so that the first look shows something. */
async function ingestSample(url: string): Promise<void> {
	log('There is no graph yet: ingesting the bundled sample of 52 papers.');
	const code = await runIngest(url, 'static/sample-papers.jsonl');
	if (code !== 0) {
		throw new ThroughlineError(
			`The sample could not be ingested (code ${code}).`,
			'See the message above; npm run ingest -- FILE ingests papers of yours.'
		);
	}
}

/**
 * Has a graph of an earlier version made again of its papers: pages would show what it has, and find nothing of what it
 * lacks. In a server that is not ours nothing is written unasked. Where that fails, the graph is served as it is.
 */
async function bringUp(url: string, isOurs: boolean): Promise<void> {
	const what = 'The graph is of an earlier version of Throughline';
	if (!isOurs) {
		log(`${what}: npm run ingest -- --again makes it again of its papers.`);
		return;
	}
	log(`${what}: making it again of its papers.`);
	if ((await runIngest(url, '--again')) !== 0) log('That failed, see above. It is shown as it is.');
}

/** Of an address and its headers together: a query of 20,000 characters fits, each written as three bytes of an address. */
const headerBytes = 98_304;

/** Runs the explorer until it ends. It ends itself when this process is gone. */
function runExplorer(url: string, host: string, port: number): Promise<number> {
	// Whoever set one of these says by which address the proxy in front is asked.
	const isBehindProxy = ['ORIGIN', 'PROTOCOL_HEADER', 'HOST_HEADER'].some((name) => process.env[name]);
	return runChild(
		[`--max-http-header-size=${headerBytes}`, '--import', './scripts/end-with-parent.js', 'build/index.js'],
		{
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
			env: {
				...process.env,
				GRAPH_JOIN: 'true',
				GRAPH_URL: url,
				HOST: host,
				PORT: String(port),
				...(isBehindProxy ? {} : { ORIGIN: `http://${host}:${port}` }),
				// Seconds that open connections get when it is stopped.
				SHUTDOWN_TIMEOUT: '3'
			}
		}
	);
}

/** Milliseconds of service without which another try would end the same way. */
const trusted = 10_000;

/**
 * Serves the explorer until this command is told to end; one that ends by itself (out of memory, killed by the system)
 * is started again. Throws ThroughlineError when it ended right after its start.
 */
async function keepServing(url: string, host: string, port: number): Promise<void> {
	console.log(`Throughline: http://${host}:${port}`);
	for (;;) {
		const began = performance.now();
		const code = await runExplorer(url, host, port);
		if (code === 0 || ending.aborted) return;
		if (performance.now() - began < trusted)
			throw new ThroughlineError(`The server ended with code ${code}.`, 'See the message above.');
		log(`The server ended with code ${code}. Starting it again.`);
	}
}

/** Says what is missing where a query could take all memory of a server that is not ours. */
async function tellMemoryLimits(store: Store): Promise<void> {
	const missing = await missingMemoryLimits(store);
	if (missing.length === 0) return;
	log(
		`The graph store at ${store.url} sets no ${missing.join(' and no ')}: one query can take all its memory.`
	);
}

/** Everything from the open store on. */
async function serve(given: CommandArguments, store: Store, host: string, port: number): Promise<void> {
	const url = graphUrl(given);
	const folder = localFolder(url);
	const watchdog = folder
		? watchLocalServer({ folder, log, javaHome: process.env['JAVA_HOME'], signal: ending })
		: null;
	try {
		if (!watchdog) await tellMemoryLimits(store);
		const { status } = await health(store, version);
		if (status === 'empty') await ingestSample(url);
		else if (await isOfEarlierModel(store)) await bringUp(url, watchdog !== null);
		await keepServing(url, host, port);
	} finally {
		await watchdog?.stop();
	}
}

await runCommand(
	{
		name: 'start',
		usage: 'npm start -- [--graph URL]',
		description:
			'Starts the local Neo4j, builds the explorer if needed, and serves it. A local Neo4j that dies, or does not answer for ten seconds, is started again. HOST and PORT say where it listens (other addresses than this machine only with THROUGHLINE_PASSWORD), THROUGHLINE_HOSTS under which other names it may be asked.',
		options: graphOption,
		examples: ['npm start', 'PORT=3001 npm start', 'npm start -- --graph bolt://127.0.0.1:7687']
	},
	async (given) => {
		const host = process.env['HOST'] ?? '127.0.0.1';
		checkListening(host, givenPasswords(process.env));
		const port = readPort(process.env['PORT']);
		await claimPort(host, port);
		await buildIfStale(log);
		const serving = (async () => {
			const store = await openGivenStore(given);
			try {
				await serve(given, store, host, port);
			} finally {
				await store.close();
			}
		})();
		// The explorer ends first, then the watch over Neo4j, then Neo4j.
		whenEnding(() => serving);
		await serving;
	}
);
