import { NotFoundError, ParameterError } from '#lib/domain/errors.ts';
import type { Collection } from '#lib/domain/ids.ts';
import { dateSchema } from '#lib/domain/paper.ts';
import type { QueryParameter, SavedQuery } from '#lib/domain/saved-query.ts';
import type { Store } from '#lib/server/store.ts';
import { namedNode, type NamedNode } from '#lib/server/cypher/named-node.ts';
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

/** What a parameter of a query may be bound to. */
type Bound = string | number | bigint | boolean;

function valueOf(parameter: QueryParameter, given: string): Bound {
	const { label, type, choices = [] } = parameter;
	if (type === 'number') {
		// A whole number keeps every digit.
		if (/^-?\d+$/.test(given.trim())) return BigInt(given.trim());
		const number = Number(given);
		if (!Number.isFinite(number))
			throw new ParameterError(`${label}: "${given}" is no number.`, 'Give it as 25.');
		return number;
	}
	if (type === 'date' && !dateSchema.safeParse(given).success)
		throw new ParameterError(`${label}: "${given}" is no date.`, 'Give it as 2025, 2025-06 or 2025-06-30.');
	if (type === 'choice' && !choices.includes(given))
		throw new ParameterError(`${label}: "${given}" is none of its choices.`, `Choose ${choices.join(', ')}.`);
	if (type === 'switch' && given !== 'true' && given !== 'false')
		throw new ParameterError(`${label}: "${given}" is neither on nor off.`, 'Give true or false.');
	if (type === 'switch') return given === 'true';
	// A concept, paper or topic is passed as its id, however it was named.
	return given.replace(/^(concepts|papers|topics)\//, '');
}

const collectionOf: Partial<Record<QueryParameter['type'], Collection>> = {
	concept: 'concepts',
	paper: 'papers',
	topic: 'topics'
};

/**
 * The nodes that a query's parameters name, by the parameter's name: people write what a thing is called, the query
 * is run with its id. Throws ParameterError for what is not there.
 */
export async function resolveNodes(
	store: Store,
	query: Pick<SavedQuery, 'parameters'>,
	given: Record<string, string>
): Promise<Record<string, NamedNode>> {
	const nodes: Record<string, NamedNode> = {};
	for (const { name, label, type } of query.parameters) {
		const collection = collectionOf[type];
		const text = given[name]?.trim() ?? '';
		if (!collection || text === '') continue;
		try {
			nodes[name] = await namedNode(store, text, [collection]);
		} catch (failure) {
			if (!(failure instanceof NotFoundError)) throw failure;
			throw new ParameterError(`${label}: ${failure.message}`, failure.advice, { cause: failure });
		}
	}
	return nodes;
}

/** What a query's Cypher is run with: the given values, else the defaults. Throws ParameterError. */
export function bindParameters(
	query: Pick<SavedQuery, 'parameters'>,
	given: Record<string, string>
): Record<string, Bound> {
	return Object.fromEntries(
		query.parameters.map((parameter): [string, Bound] => {
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

/** The references of nodes, as values of the parameters that name them. */
export function refsOf(nodes: Record<string, NamedNode>): Record<string, string> {
	return Object.fromEntries(Object.entries(nodes).map(([name, { ref }]) => [name, ref]));
}
