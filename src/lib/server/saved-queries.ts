import { NotFoundError, ParameterError } from '#lib/domain/errors.ts';
import { dateSchema } from '#lib/domain/paper.ts';
import type { QueryParameter, SavedQuery } from '#lib/domain/saved-query.ts';
import { shippedQueries } from './shipped-queries.ts';

/** Every saved query, in the order in which they are listed. */
export function savedQueries(): SavedQuery[] {
	return shippedQueries;
}

/** Throws NotFoundError. */
export function savedQuery(id: string): SavedQuery {
	const found = savedQueries().find((query) => query.id === id);
	if (!found) throw new NotFoundError(`There is no saved query "${id}".`, 'Choose one at /queries.');
	return found;
}

function valueOf(parameter: QueryParameter, given: string): string | number {
	const { label, type, choices = [] } = parameter;
	if (type === 'number') {
		const number = Number(given);
		if (!Number.isFinite(number))
			throw new ParameterError(`${label}: "${given}" is no number.`, 'Give it as 25.');
		return number;
	}
	if (type === 'date' && !dateSchema.safeParse(given).success)
		throw new ParameterError(`${label}: "${given}" is no date.`, 'Give it as 2025, 2025-06 or 2025-06-30.');
	if (type === 'choice' && !choices.includes(given))
		throw new ParameterError(`${label}: "${given}" is none of its choices.`, `Choose ${choices.join(', ')}.`);
	// A concept, paper or topic is passed as its id, however it was named.
	return given.replace(/^(concepts|papers|topics)\//, '');
}

/** What a query's Cypher is run with: the given values, else the defaults. Throws ParameterError. */
export function bindParameters(
	query: Pick<SavedQuery, 'parameters'>,
	given: Record<string, string>
): Record<string, string | number> {
	return Object.fromEntries(
		query.parameters.map((parameter): [string, string | number] => {
			const text = given[parameter.name]?.trim() ?? '';
			if (text !== '') return [parameter.name, valueOf(parameter, text)];
			if (parameter.default === undefined)
				throw new ParameterError(
					`${parameter.label} is missing.`,
					`Choose a ${parameter.type}, then run it again.`
				);
			return [parameter.name, parameter.default];
		})
	);
}
