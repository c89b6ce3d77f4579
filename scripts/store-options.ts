import { openStore, type Store, type StoreConfig } from '#lib/server/store.ts';
import type { CommandArguments } from './command.ts';
import { ending, whenEnding } from './ending.ts';

/** The option that every command with a graph store shares. */
export const graphOption = {
	graph: { type: 'string', description: 'the graph store; overrides GRAPH_URL (local:./data)' }
} as const;

/** The address of the graph store: `--graph`, else GRAPH_URL, else the local server in ./data. */
export function graphUrl({ values }: CommandArguments): string {
	return typeof values['graph'] === 'string' ? values['graph'] : (process.env['GRAPH_URL'] ?? 'local:./data');
}

/** Opens the store that is asked for. Whoever opens it closes it, also when this process is told to end. */
export async function openGivenStore(given: CommandArguments, forMuch = false): Promise<Store> {
	return openStore({
		url: graphUrl(given),
		username: process.env['NEO4J_USERNAME'],
		password: process.env['NEO4J_PASSWORD'],
		database: process.env['NEO4J_DATABASE'],
		javaHome: process.env['JAVA_HOME'],
		signal: ending,
		forMuch,
		log: (line) => {
			console.error(line);
		}
	});
}

/**
 * Opens the store for the length of `work`; a local server that nobody else uses is stopped at the end. A command that
 * is told to end in the middle has the store closed under its work, which fails then.
 */
export async function withStore<Result>(
	given: CommandArguments,
	work: (store: Store) => Promise<Result>,
	{ forMuch = false }: Pick<StoreConfig, 'forMuch'> = {}
): Promise<Result> {
	const opening = openGivenStore(given, forMuch);
	const close = async () => (await opening).close();
	const done = whenEnding(close);
	try {
		return await work(await opening);
	} finally {
		done();
		await close();
	}
}
