import { z } from 'zod';
import { foldAccents } from './fold-accents.ts';

/** A concept's canonical name as a slug: `group-relative-policy-optimization`. */
export const conceptIdSchema = z.string().min(1).brand('ConceptId');

/** The arXiv id, else the DOI, else the slug of the title. May hold slashes (DOI). */
export const paperIdSchema = z.string().min(1).brand('PaperId');
export type PaperId = z.infer<typeof paperIdSchema>;

/** The slug of the topic's name; small topics carry their large topic's slug in front when two names meet. */
export const topicIdSchema = z.string().min(1).brand('TopicId');
export type TopicId = z.infer<typeof topicIdSchema>;

/** The folders under which nodes have their pages, and so the first part of every reference. */
export const collections = ['papers', 'concepts', 'topics'] as const;
export type Collection = (typeof collections)[number];

/** A node named as its page is: `concepts/ID`, `papers/ID`, `topics/ID`. */
export const nodeRefSchema = z
	.templateLiteral([z.enum(collections), '/', z.string().min(1)])
	.describe('a node, named as its page is: concepts/ID, papers/ID or topics/ID');
export type NodeRef = z.infer<typeof nodeRefSchema>;

/** `nodeRef('concepts', 'rationale')` is `concepts/rationale`. */
export function nodeRef(collection: Collection, id: string): NodeRef {
	return `${collection}/${id}`;
}

/** The collection and the id of a reference; ids may themselves hold slashes. */
export function splitRef(ref: NodeRef): { collection: Collection; id: string } {
	const slash = ref.indexOf('/');
	return { collection: ref.slice(0, slash) as Collection, id: ref.slice(slash + 1) };
}

/** The address of a node's page. Slashes of a DOI stay, everything else that a path cannot hold is escaped. */
export function pagePath(ref: NodeRef): string {
	return '/' + ref.split('/').map(encodeURIComponent).join('/');
}

/**
 * Lower-case words joined by hyphens. Letters of every script stay (a Greek title keeps its name);
 * accents are folded. `slug('Chain-of-Thought (CoT)')` is `chain-of-thought-cot`.
 */
export function slug(text: string): string {
	return foldAccents(text)
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}
