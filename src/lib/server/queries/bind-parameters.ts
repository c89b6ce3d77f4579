import { NotFoundError, ParameterError } from '#lib/domain/errors.ts';
import { nodeRef, splitRef, type Collection } from '#lib/domain/ids.ts';
import { dateSchema } from '#lib/domain/paper.ts';
import { queryLimits, type ParameterType, type Pick, type QueryParameter } from '#lib/domain/saved-query.ts';
import type { ShownValue } from '#lib/domain/shown-value.ts';
import { exactNode } from '#lib/server/questions/exact-node.ts';
import { mostOf } from '#lib/server/questions/most-of.ts';
import { organisationId } from '#lib/server/questions/organisations.ts';
import type { Store } from '#lib/server/store.ts';

/** What a parameter of a query may be bound to. */
type Bound = string | number | bigint | boolean;

export interface BoundQuery {
	/** What the Cypher is run with. */
	parameters: Record<string, Bound | Bound[]>;
	/** The values by parameter, given or chosen. */
	shown: Record<string, ShownValue[]>;
	/** What the corpus has nothing of, though the query would ask about the most of it: a sentence each. */
	lacking: string[];
}

/** The parameters of a query: what of it the binding needs. */
interface Asking {
	parameters: readonly QueryParameter[];
}

export const collectionOf: Partial<Record<ParameterType, Collection>> = {
	concept: 'concepts',
	paper: 'papers',
	topic: 'topics'
};

/**
 * What an address gives for the parameters of a query: texts by parameter, those that are empty left out. Words that
 * are no parameter are passed over. Throws ParameterError for one that is given twice and takes one value, or too many.
 */
export function givenValues(query: Asking, url: URL): Record<string, string[]> {
	return Object.fromEntries(
		query.parameters.map(({ name, label, type, several = false }): [string, string[]] => {
			const all = url.searchParams.getAll(name).map((text) => text.trim());
			const given = all.filter((text) => text !== '');
			// A form sends what an unticked box means before what the ticked one does.
			if (type === 'switch') return [name, given.slice(-1)];
			if (all.length > 1 && !several)
				throw new ParameterError(`The parameter "${name}" is given twice.`, 'Give it once.');
			if (given.length > queryLimits.values)
				throw new ParameterError(
					`${label} has ${given.length} values.`,
					`Give ${queryLimits.values} at most.`
				);
			return [name, [...new Set(given)]];
		})
	);
}

/** A value that is no node. Throws ParameterError for what does not fit the parameter. */
export function plainValue(parameter: QueryParameter, given: string): Bound {
	const { label, type, choices } = parameter;
	if (type === 'number') {
		// A whole number keeps every digit.
		if (/^-?\d+$/.test(given)) return BigInt(given);
		const number = Number(given);
		if (!Number.isFinite(number))
			throw new ParameterError(`${label}: "${given}" is no number.`, 'Give it as 25.');
		return number;
	}
	if (type === 'date' && given !== '' && !dateSchema.safeParse(given).success)
		throw new ParameterError(`${label}: "${given}" is no date.`, 'Give it as 2025, 2025-06 or 2025-06-30.');
	if (type === 'choice' && choices && !choices.includes(given))
		throw new ParameterError(`${label}: "${given}" is none of its choices.`, `Choose ${choices.join(', ')}.`);
	if (type === 'switch' && given !== 'true' && given !== 'false')
		throw new ParameterError(`${label}: "${given}" is neither on nor off.`, 'Give true or false.');
	return type === 'switch' ? given === 'true' : given;
}

async function boundValue(
	store: Store,
	parameter: QueryParameter,
	given: string
): Promise<{ bound: Bound; shown: ShownValue }> {
	const { label, type } = parameter;
	const collection = collectionOf[type];
	if (collection) {
		const { ref, name } = await exactNode(store, given, collection).catch((failure: unknown) => {
			if (!(failure instanceof NotFoundError)) throw failure;
			throw new ParameterError(`${label}: ${failure.message}`, failure.advice, { cause: failure });
		});
		return { bound: splitRef(ref).id, shown: { value: ref, name } };
	}
	if (type === 'organisation') {
		const id = await organisationId(store, given);
		if (id === null)
			throw new ParameterError(
				`${label}: there is no organisation called "${given}".`,
				'Choose one of those that are suggested as you type.'
			);
		return { bound: id, shown: { value: id, name: id } };
	}
	return { bound: plainValue(parameter, given), shown: { value: given, name: given } };
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** `The graph has no dataset or task to ask about.` */
function lackOf({ type }: QueryParameter, { kinds = [], at }: Pick): string {
	const of = kinds.length > 0 ? either.format(kinds) : type === 'text' ? 'concept' : type;
	return `The graph has no ${at > 1 ? 'other ' : ''}${of} to ask about.`;
}

async function usual(
	store: Store,
	parameter: QueryParameter
): Promise<{ bound: Bound; shown: ShownValue; lack?: string }> {
	const { label, type, default: fallback, pick } = parameter;
	const picked = pick ? await mostOf(store, type, pick) : null;
	if (picked) {
		const collection = collectionOf[type];
		const value = collection ? nodeRef(collection, picked.id) : picked.id;
		return { bound: picked.id, shown: { value, name: picked.name } };
	}
	// It runs all the same, about nothing, and says why it finds nothing.
	if (pick && fallback === undefined)
		return { bound: '', shown: { value: '', name: '' }, lack: lackOf(parameter, pick) };
	if (fallback === undefined)
		throw new ParameterError(`${label} is missing.`, `Choose a ${type}, then run it again.`);
	return { bound: fallback, shown: { value: String(fallback), name: String(fallback) } };
}

/**
 * What a query's Cypher is run with: the given values, else the defaults, else what the corpus has most of. What was
 * picked is an id and stays one; a name counts only where nothing else is called so. Throws ParameterError.
 */
export async function bindParameters(
	store: Store,
	query: Asking,
	given: Record<string, string[]>
): Promise<BoundQuery> {
	const bound: BoundQuery = { parameters: {}, shown: {}, lacking: [] };
	for (const parameter of query.parameters) {
		const { name, several = false } = parameter;
		const texts = given[name] ?? [];
		const values = [];
		for (const text of texts) values.push(await boundValue(store, parameter, text));
		if (values.length === 0) {
			const { lack, ...value } = await usual(store, parameter);
			if (lack !== undefined) bound.lacking.push(lack);
			values.push(value);
		}
		const [first] = values;
		if (!several && first) bound.parameters[name] = first.bound;
		else bound.parameters[name] = [...new Set(values.map((value) => value.bound))];
		bound.shown[name] = values.map(({ shown }) => shown);
	}
	return bound;
}
