import { UsageError } from '#lib/domain/errors.ts';
import { startLocalServer } from '#lib/server/local-server/local-server.ts';
import { watchLocalServer } from '#lib/server/local-server/watch-local-server.ts';
import { localFolder } from '#lib/server/store.ts';
import { runCommand } from './command.ts';
import { ended, ending, whenEnding } from './ending.ts';
import { graphOption, graphUrl } from './store-options.ts';

await runCommand(
	{
		name: 'neo4j',
		usage: 'npm run neo4j -- [--graph local:FOLDER]',
		description:
			'Runs the local Neo4j alone, in the foreground, and prints its address, user and password. When it dies or does not answer for ten seconds it is started again, on the same port.',
		options: graphOption,
		examples: ['npm run neo4j', 'npm run neo4j -- --graph local:./other']
	},
	async (given) => {
		const url = graphUrl(given);
		const folder = localFolder(url);
		if (!folder) throw new UsageError(`${url} is not a local graph store.`, 'Give local:FOLDER.');
		const log = (line: string) => {
			console.error(line);
		};
		const start = { folder, log, javaHome: process.env['JAVA_HOME'], signal: ending };
		const server = await startLocalServer(start);
		console.log(`address   ${server.url}\nuser      ${server.username}\npassword  ${server.password}`);
		if (server.joined) {
			console.error('It was running already; this command leaves it to the one that started it.');
			await server.leave();
			return;
		}
		const watchdog = watchLocalServer(start);
		whenEnding(async () => {
			await watchdog.stop();
			await server.stop();
		});
		console.error('Ctrl-C stops it.');
		await ended();
	}
);
