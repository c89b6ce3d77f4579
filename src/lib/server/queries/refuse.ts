import { QueryRefusedError } from '#lib/domain/errors.ts';

const readOnly = 'Queries only read the graph; change it by an ingest.';

/** Ends a check: `clause` is the part of the query that was refused, `why` goes on after "is not allowed here:". */
export function refuse(clause: string, why: string, advice = readOnly): never {
	throw new QueryRefusedError(`${clause} is not allowed here: ${why}.`, advice, clause);
}
