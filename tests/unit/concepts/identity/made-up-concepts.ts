import type { Concept, Mention } from '#lib/domain/graph.ts';
import { conceptIdSchema, paperIdSchema, slug } from '#lib/domain/ids.ts';

/** A concept of so many papers, by its name. */
export function concept(name: string, papers = 1, given: Partial<Concept> = {}): Concept {
	return {
		...{ id: conceptIdSchema.parse(slug(name)), name, label: name, kind: 'method', aliases: [], papers },
		...{ firstDate: null, lastDate: null },
		...given
	};
}

export function mention(paper: string, name: string, given: Partial<Mention> = {}): Mention {
	return {
		...{ paper: paperIdSchema.parse(paper), concept: conceptIdSchema.parse(slug(name)), weight: 1 },
		...{ count: 1, inTitle: false, starts: [0], ends: [1] },
		...given
	};
}
