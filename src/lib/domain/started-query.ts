import { splitRef, type Collection, type NodeRef } from './ids.ts';
import type { ParameterType, SavedQuery } from './saved-query.ts';

const collectionOf: Partial<Record<ParameterType, Collection>> = {
	concept: 'concepts',
	paper: 'papers',
	topic: 'topics'
};

/**
 * The parameters of an address by which a query is asked about some nodes: each is the value of the first parameter of
 * its sort that is free, or that takes several. Null where one finds no parameter, and for no nodes.
 */
export function startedWith(
	{ parameters }: Pick<SavedQuery, 'parameters'>,
	about: readonly NodeRef[]
): URLSearchParams | null {
	const given = new URLSearchParams();
	for (const ref of about) {
		const { collection, id } = splitRef(ref);
		const free = parameters.find(
			({ type, name, several }) => collectionOf[type] === collection && (several === true || !given.has(name))
		);
		if (!free) return null;
		given.append(free.name, id);
	}
	return about.length > 0 ? given : null;
}

/** The address at which a query is asked about nodes that are chosen there. */
export function askPath(about: readonly NodeRef[]): string {
	return `/queries?${new URLSearchParams(about.map((ref) => ['about', ref])).toString()}`;
}
