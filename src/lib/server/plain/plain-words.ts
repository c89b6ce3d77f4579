import { NotFoundError } from '#lib/domain/errors.ts';
import type { PlainReading } from '#lib/domain/plain-words.ts';
import type { QueryParameter } from '#lib/domain/saved-query.ts';
import { exactNode } from '#lib/server/questions/exact-node.ts';
import { organisationId } from '#lib/server/questions/organisations.ts';
import { collectionOf } from '#lib/server/queries/bind-parameters.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import type { Store } from '#lib/server/store.ts';
import { readPhrase, type Reading } from './read-phrase.ts';

/** Readings that are offered, and those that are looked up for it: each name is a question to the store. */
const most = { shown: 3, tried: 5, names: 5 };

interface Understood {
	value: string;
	name: string;
	isSure: boolean;
}

async function understood(store: Store, { type }: QueryParameter, text: string): Promise<Understood> {
	const collection = collectionOf[type];
	const unsure = { value: text, name: text, isSure: false };
	if (type === 'organisation') {
		const id = await organisationId(store, text);
		return id === null ? unsure : { value: id, name: id, isSure: true };
	}
	if (!collection) return { value: text, name: text, isSure: true };
	try {
		const { ref, name } = await exactNode(store, text, collection);
		return { value: ref, name, isSure: true };
	} catch (failure) {
		if (!(failure instanceof NotFoundError)) throw failure;
		return unsure;
	}
}

async function filledIn(store: Store, { query, values }: Reading): Promise<PlainReading | null> {
	const shipped = shippedQueries.find(({ id }) => id === query);
	if (!shipped) return null;
	const words = new URLSearchParams();
	const chips: PlainReading['chips'] = [];
	for (const parameter of shipped.parameters)
		for (const text of (values[parameter.name] ?? []).slice(0, most.names)) {
			const { value, name, isSure } = await understood(store, parameter, text);
			words.append(parameter.name, value);
			chips.push({ label: parameter.label.replace(/ \(.*\)$/, ''), name, isSure });
		}
	const after = words.toString();
	return { query, name: shipped.name, href: `/queries/${query}${after === '' ? '' : `?${after}`}`, chips };
}

/**
 * What a phrase may mean, filled in with what is called so. Readings that know all of their names come first; one that
 * knows none of them is left out, and a name that nothing has just so is marked. Nothing is run.
 */
export async function plainWords(
	store: Store,
	phrase: string,
	now: Date
): Promise<{ readings: PlainReading[] }> {
	const found: PlainReading[] = [];
	for (const reading of readPhrase(phrase, now).slice(0, most.tried)) {
		const filled = await filledIn(store, reading);
		if (filled && (filled.chips.length === 0 || filled.chips.some(({ isSure }) => isSure)))
			found.push(filled);
	}
	const doubts = ({ chips }: PlainReading) => chips.filter(({ isSure }) => !isSure).length;
	return { readings: found.sort((a, b) => doubts(a) - doubts(b)).slice(0, most.shown) };
}
