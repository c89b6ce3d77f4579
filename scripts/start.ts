import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { ThroughlineError, UsageError } from '#lib/domain/errors.ts';
import { version } from '#lib/domain/version.ts';
import type { Store } from '#lib/server/store.ts';
import { health } from '#lib/server/cypher/health.ts';
import { buildIfStale } from './build.ts';
import { runCommand, type CommandArguments } from './command.ts';
import { graphOption, graphUrl, openGivenStore, withStore } from './store-options.ts';

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

function exitCodeOf(child: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			resolve(code ?? (signal ? 0 : 1));
		});
	});
}

/** Fills a store without a graph with the bundled sample, so that the first look shows something. */
async function ingestSample(url: string): Promise<void> {
	console.error('There is no graph yet: ingesting the bundled sample of 52 papers.');
	const ingest = spawn(
		process.execPath,
		['--import', 'tsx', 'scripts/ingest.ts', 'static/sample-papers.jsonl', '--graph', url],
		{ stdio: ['ignore', 'ignore', 'inherit'] }
	);
	const code = await exitCodeOf(ingest);
	if (code !== 0) {
		throw new ThroughlineError(
			`The sample could not be ingested (code ${code}).`,
			'See the message above; npm run ingest -- FILE ingests papers of yours.'
		);
	}
}

/** Milliseconds between two looks whether the local Neo4j is there. */
const lookEvery = 5000;

/**
 * Keeps the local Neo4j there: one that was killed, or that another command started and took along at its end, is
 * started again. Returns the way to end that.
 */
function keepStore(given: CommandArguments, first: Store): () => Promise<void> {
	let own: Store | null = null;
	let looking = Promise.resolve();
	const look = async () => {
		try {
			await (own ?? first).verify();
		} catch {
			console.error('The local Neo4j is gone: starting it again.');
			await own?.close().catch(() => undefined);
			own = await openGivenStore(given).catch((failure: unknown) => {
				console.error(failure instanceof Error ? failure.message : failure);
				return null;
			});
		}
	};
	const timer = setInterval(() => {
		looking = looking.then(look);
	}, lookEvery);
	return async () => {
		clearInterval(timer);
		await looking;
		await own?.close();
	};
}

await runCommand(
	{
		name: 'start',
		usage: 'npm start -- [--graph URL]',
		description: 'Starts the local Neo4j, builds the explorer if needed, and serves it.',
		options: graphOption,
		examples: ['npm start', 'PORT=3001 npm start', 'npm start -- --graph bolt://127.0.0.1:7687']
	},
	async (given) => {
		const host = process.env['HOST'] ?? '127.0.0.1';
		const port = readPort(process.env['PORT']);
		await claimPort(host, port);
		buildIfStale((line) => {
			console.error(line);
		});
		await withStore(given, async (store) => {
			const { status } = await health(store, version);
			if (status === 'empty') await ingestSample(graphUrl(given));
			const address = `http://${host}:${port}`;
			const server = spawn(process.execPath, ['build/index.js'], {
				stdio: ['ignore', 'inherit', 'inherit'],
				env: {
					...process.env,
					GRAPH_JOIN: 'true',
					GRAPH_URL: graphUrl(given),
					HOST: host,
					PORT: String(port),
					ORIGIN: address,
					// Seconds that open connections get when it is stopped.
					SHUTDOWN_TIMEOUT: '3'
				}
			});
			for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));
			console.log(`Throughline: ${address}`);
			const stopKeeping = graphUrl(given).startsWith('local:') ? keepStore(given, store) : null;
			const code = await exitCodeOf(server);
			await stopKeeping?.();
			if (code !== 0)
				throw new ThroughlineError(`The server ended with code ${code}.`, 'See the message above.');
		});
	}
);
