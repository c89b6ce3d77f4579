import { Neo4jError } from 'neo4j-driver';
import { DiskFullError, PublishFailedError, StoreRefusedError } from '#lib/domain/errors.ts';

/** What a store holds after an ingest that failed, in words. */
const outcomes = {
	empty: 'nothing was published',
	unchanged: 'the graph that was there is unchanged',
	unfinished: 'the graph is unfinished, and the next ingest completes it'
};

/** The first line of what a server says, no longer than one reads. */
function firstLine(message: string): string {
	const line = message.split('\n', 1)[0] ?? '';
	return line.length > 200 ? `${line.slice(0, 199)}…` : line.replace(/\.$/, '');
}

/** What Neo4j itself said, where the words of store-errors.ts say no more than that it refused. */
function refusalOf(error: unknown): Neo4jError | null {
	const said = error instanceof StoreRefusedError ? error.cause : error;
	if (!(said instanceof Neo4jError)) return null;
	return /Security|OutOfMemory|MemoryLimit|NotFound/.test(said.code) ? null : said;
}

/**
 * Why nothing was published, with what the store holds now. What Neo4j had in its log when it could not go on, it
 * completes when it starts again: then nobody can say yet. What is neither a full disk nor a refusal is as it was.
 */
export function publishFailure(error: unknown, outcome: keyof typeof outcomes): unknown {
	if (error instanceof DiskFullError)
		return new DiskFullError(error.message, `Free some space and ingest again; ${outcomes[outcome]}.`, {
			cause: error
		});
	const refusal = refusalOf(error);
	if (!refusal) return error;
	const broke = /TransactionCommitFailed|TransactionStartFailed|Database\.Unknown/.test(refusal.code);
	const reason = firstLine(refusal.message);
	return broke
		? new PublishFailedError(
				`Neo4j could not go on while the graph was published (${reason}).`,
				'Look whether its disk is full and start it again: then it holds the whole graph, old or new.',
				{ cause: error }
			)
		: new PublishFailedError(
				`Neo4j refused the graph (${reason}).`,
				`Please report this with the file; ${outcomes[outcome]}.`,
				{ cause: error }
			);
}
