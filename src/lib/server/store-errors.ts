import { Neo4jError } from 'neo4j-driver';
import { QueryStoppedError, StoreRefusedError, StoreUnavailableError } from '#lib/domain/errors.ts';

/** What a store answers with instead of rows, in our words: the first that fits counts. */
const meanings: [
	fits: (error: Neo4jError) => boolean,
	inOurWords: (url: string, cause: Neo4jError) => Error
][] = [
	[
		({ code }) =>
			['ServiceUnavailable', 'SessionExpired', 'Neo.TransientError.General.DatabaseUnavailable'].includes(
				code
			),
		(url, cause) =>
			new StoreUnavailableError(
				`The graph store at ${url} does not answer.`,
				url.startsWith('local:')
					? 'Start it with npm run neo4j, or start all with npm start.'
					: 'Look whether it runs, and check GRAPH_URL: host, port, and +s where it wants encryption.',
				{ cause }
			)
	],
	[
		({ message }) => message.startsWith('Server responded HTTP'),
		(url, cause) =>
			new StoreRefusedError(
				`What listens at ${url} speaks HTTP, not Bolt.`,
				'Give the Bolt port in GRAPH_URL: 7687 where nobody changed it.',
				{ cause }
			)
	],
	[
		({ code }) => code.startsWith('Neo.ClientError.Security'),
		(url, cause) =>
			new StoreRefusedError(
				`The graph store at ${url} refused the user name or password.`,
				'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
				{ cause }
			)
	],
	[
		({ code }) => code === 'Neo.ClientError.Database.DatabaseNotFound',
		(url, cause) =>
			new StoreRefusedError(`The graph store at ${url} has no such database.`, 'Check NEO4J_DATABASE.', {
				cause
			})
	],
	[
		({ code }) => /OutOfMemory|TransactionMemoryLimit/.test(code),
		(url, cause) =>
			new StoreRefusedError(
				`The graph store at ${url} has too little memory for this.`,
				'Give its server a larger heap (server.memory.heap.max_size).',
				{ cause }
			)
	],
	[
		({ code }) => code.includes('TransactionTimedOut'),
		(url, cause) =>
			new QueryStoppedError(
				`The graph store at ${url} took too long and was stopped.`,
				'Try again when it has less to do, or ask for less.',
				{ cause }
			)
	]
];

/** The driver's error in our words; anything else as it is. */
export function storeError(error: unknown, url: string): unknown {
	if (!(error instanceof Neo4jError)) return error;
	return meanings.find(([fits]) => fits(error))?.[1](url, error) ?? error;
}
