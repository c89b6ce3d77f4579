import type { QueryAnswer } from '#lib/domain/answers.ts';
import {
	BusyError,
	ParameterError,
	QueryFailedError,
	QueryRefusedError,
	QueryStoppedError,
	QuerySyntaxError,
	type ThroughlineError
} from '#lib/domain/errors.ts';

export interface QueryOutcome {
	answer: QueryAnswer | null;
	problem: {
		message: string;
		advice: string;
		line: number | null;
		column: number | null;
		clause: string | null;
	} | null;
}

const own = [
	QuerySyntaxError,
	QueryRefusedError,
	QueryStoppedError,
	QueryFailedError,
	ParameterError,
	BusyError
];

/** The answer of a query for a page, or what is wrong with the query; a failure of anything else is thrown on. */
export async function queryOutcome(work: () => Promise<QueryAnswer>): Promise<QueryOutcome> {
	try {
		return { answer: await work(), problem: null };
	} catch (error) {
		if (!own.some((failure) => error instanceof failure)) throw error;
		const { message, advice } = error as ThroughlineError;
		const place = error instanceof QuerySyntaxError ? error : { line: null, column: null };
		const clause = error instanceof QueryRefusedError ? error.clause : null;
		return { answer: null, problem: { message, advice, line: place.line, column: place.column, clause } };
	}
}
