import { openStore, type Store } from '#lib/server/store.ts';
import type { CommandArguments } from './command.ts';

/** The option that every command with a graph store shares. */
export const graphOption = {
	graph: { type: 'string', description: 'the graph store; overrides GRAPH_URL (local:./data)' }
} as const;

/** The address of the graph store: `--graph`, else GRAPH_URL, else the local server in ./data. */
export function graphUrl({ values }: CommandArguments): string {
	return typeof values['graph'] === 'string' ? values['graph'] : (process.env['GRAPH_URL'] ?? 'local:./data');
}

/** Opens the store that is asked for. Whoever opens it closes it. */
export async function openGivenStore(given: CommandArguments): Promise<Store> {
	return openStore({
		url: graphUrl(given),
		username: process.env['NEO4J_USERNAME'],
		password: process.env['NEO4J_PASSWORD'],
		database: process.env['NEO4J_DATABASE'],
		javaHome: process.env['JAVA_HOME'],
		log: (line) => {
			console.error(line);
		}
	});
}

/** Opens the store for the length of `work`; a local server that was started for it is stopped at the end. */
export async function withStore<Result>(
	given: CommandArguments,
	work: (store: Store) => Promise<Result>
): Promise<Result> {
	const store = await openGivenStore(given);
	try {
		return await work(store);
	} finally {
		await store.close();
	}
}
