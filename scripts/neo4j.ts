import { UsageError } from '#lib/domain/errors.ts';
import { startLocalServer } from '#lib/server/local-server/local-server.ts';
import { runCommand } from './command.ts';
import { graphOption, graphUrl } from './store-options.ts';

await runCommand(
	{
		name: 'neo4j',
		usage: 'npm run neo4j -- [--graph local:FOLDER]',
		description: 'Runs the local Neo4j alone, in the foreground, and prints its address, user and password.',
		options: graphOption,
		examples: ['npm run neo4j', 'npm run neo4j -- --graph local:./other']
	},
	async (given) => {
		const url = graphUrl(given);
		if (!url.startsWith('local:'))
			throw new UsageError(`${url} is not a local graph store.`, 'Give local:FOLDER.');
		const log = (line: string) => {
			console.error(line);
		};
		const server = await startLocalServer(url.slice('local:'.length), log, {
			javaHome: process.env['JAVA_HOME']
		});
		console.log(`address   ${server.url}\nuser      ${server.username}\npassword  ${server.password}`);
		if (server.joined) {
			console.error('It was running already; this command leaves it to the one that started it.');
			return;
		}
		console.error('Ctrl-C stops it.');
		await new Promise<void>((resolve) => {
			// A timer keeps the process alive: a pending promise alone does not.
			const alive = setInterval(() => undefined, 1 << 30);
			for (const signal of ['SIGINT', 'SIGTERM'] as const) {
				process.once(signal, () => {
					clearInterval(alive);
					resolve();
				});
			}
		});
		await server.stop();
	}
);
