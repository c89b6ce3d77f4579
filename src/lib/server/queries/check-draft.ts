import { ParameterError, ThroughlineError } from '#lib/domain/errors.ts';
import type { QueryDraft } from '#lib/domain/saved-query.ts';
import { checkText } from './check-text.ts';
import { checkWriting } from './check-writing.ts';
import { cypherTokens } from '#lib/domain/cypher/cypher-tokens.ts';

/** The names of the `$parameters` that a text asks for, in the order in which they come. */
export function parametersIn(cypher: string): string[] {
	const names = cypherTokens(cypher)
		.filter(({ kind }) => kind === 'parameter')
		.map(({ text }) => text.slice(1).replace(/^`|`$/g, ''));
	return [...new Set(names)];
}

/**
 * Holds before a query is kept: its text passes the checks that need no engine and writes nothing, and it uses the
 * parameters that it asks for, and no other. Throws QueryRefusedError, QuerySyntaxError or ParameterError.
 */
export function checkDraft({ cypher, parameters }: QueryDraft): void {
	checkText(cypher);
	checkWriting(cypher);
	const used = parametersIn(cypher);
	const suggests = parameters.flatMap(({ suggest }) => suggest ?? []);
	for (const suggest of suggests) {
		checkText(suggest);
		checkWriting(suggest);
	}
	const names = parameters.map(({ name }) => name);
	const unknown = [...used, ...suggests.flatMap(parametersIn)].find((name) => !names.includes(name));
	if (unknown !== undefined)
		throw new ParameterError(
			`$${unknown} has no field.`,
			'Add a parameter of that name, or write its value.'
		);
	const idle = names.find((name) => !used.includes(name));
	if (idle !== undefined)
		throw new ParameterError(`The Cypher does not use $${idle}.`, 'Use it, or take the parameter away.');
}

/** What is wrong with a draft, in one sentence; null for one that may be kept. */
export function draftProblem(draft: QueryDraft): string | null {
	try {
		checkDraft(draft);
		return null;
	} catch (failure) {
		if (!(failure instanceof ThroughlineError)) throw failure;
		return `${failure.message} ${failure.advice}`;
	}
}
