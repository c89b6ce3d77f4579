import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { ThroughlineError, UsageError } from '#lib/domain/errors.ts';
import { health } from '#lib/server/cypher/health.ts';
import { openStore } from '#lib/server/store.ts';
import { buildIfStale } from './build.ts';
import { runCommand } from './command.ts';

const sample = 'static/sample-papers.jsonl';

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

await runCommand(
	{
		name: 'start',
		usage: 'npm start -- [--graph URL]',
		description:
			'Starts the local Neo4j, ingests the sample corpus if there is no graph yet, and serves the explorer.',
		options: {
			graph: { type: 'string', description: 'the graph store; overrides GRAPH_URL (local:./data)' }
		},
		examples: ['npm start', 'PORT=3001 npm start', 'npm start -- --graph bolt://127.0.0.1:7687']
	},
	async ({ values }) => {
		const url =
			typeof values['graph'] === 'string' ? values['graph'] : (process.env['GRAPH_URL'] ?? 'local:./data');
		const host = process.env['HOST'] ?? '127.0.0.1';
		const port = readPort(process.env['PORT']);
		await claimPort(host, port);
		buildIfStale((line) => {
			console.error(line);
		});
		const environment = { ...process.env, GRAPH_URL: url };
		const store = await openStore({
			url,
			username: process.env['NEO4J_USERNAME'],
			password: process.env['NEO4J_PASSWORD'],
			database: process.env['NEO4J_DATABASE']
		});
		try {
			if ((await health(store)).status === 'empty' && existsSync(sample)) {
				console.error('No graph yet: ingesting the sample corpus.');
				const ingest = spawn(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', sample], {
					stdio: ['ignore', 'ignore', 'inherit'],
					env: environment
				});
				if ((await exitCodeOf(ingest)) !== 0) {
					throw new ThroughlineError('The sample corpus could not be ingested.', 'See the message above.');
				}
			}
			const server = spawn(process.execPath, ['build/index.js'], {
				stdio: ['ignore', 'inherit', 'inherit'],
				env: { ...environment, HOST: host, PORT: String(port), ORIGIN: `http://${host}:${port}` }
			});
			for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));
			console.log(`Throughline: http://${host}:${port}`);
			const code = await exitCodeOf(server);
			if (code !== 0)
				throw new ThroughlineError(`The server ended with code ${code}.`, 'See the message above.');
		} finally {
			await store.close();
		}
	}
);
