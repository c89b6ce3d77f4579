import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { acronyms, type AcronymPair } from '#lib/concepts/text/acronyms.ts';
import { dataText } from '../gold.ts';

/** A text with the pairs of short and long forms that people marked in it. */
export interface AcronymText {
	text: string;
	pairs: AcronymPair[];
}

/** How well pairs were found: shares, 0 to 1. */
export interface PairScores {
	precision: number;
	recall: number;
	/** How many pairs people marked. */
	pairs: number;
}

const sduSchema = z.array(z.object({ tokens: z.array(z.string()), labels: z.array(z.string()) }));

interface TokenSpan {
	start: number;
	end: number;
}

function labelled(labels: string[], name: string): TokenSpan[] {
	return labels.flatMap((label, start) => {
		if (label !== `B-${name}`) return [];
		let end = start + 1;
		while (labels[end] === `I-${name}`) end += 1;
		return [{ start, end }];
	});
}

/** Tokens as a text: no blank inside brackets, before punctuation or around a hyphen. */
function joinTokens(tokens: string[]): string {
	return tokens
		.join(' ')
		.replace(/([([]) /g, '$1')
		.replace(/ ([)\],.;:])/g, '$1')
		.replace(/ - /g, '-');
}

/** A short form that stands further off does not define a long form. */
const nearby = 4;

/**
 * SDU@AAAI-21: sentences with labelled tokens, not pairs. A long form belongs to the short form that stands nearest to
 * it, at most four tokens away.
 */
function sduTexts(content: string): AcronymText[] {
	return sduSchema.parse(JSON.parse(content)).map(({ tokens, labels }) => {
		const shorts = labelled(labels, 'short');
		const part = ({ start, end }: TokenSpan) => joinTokens(tokens.slice(start, end));
		const pairs = labelled(labels, 'long').flatMap((long) => {
			const gap = ({ start, end }: TokenSpan) =>
				start >= long.end ? start - long.end : long.start - end + 0.5;
			const [nearest] = shorts.filter((span) => gap(span) <= nearby).sort((a, b) => gap(a) - gap(b));
			return nearest ? [{ short: part(nearest), long: part(long) }] : [];
		});
		return { text: joinTokens(tokens), pairs };
	});
}

const annotationSchema = z.object({ '@id': z.string(), text: z.coerce.string() });
const passageSchema = z.object({
	text: z.coerce.string(),
	annotation: z.array(annotationSchema).optional(),
	relation: z
		.array(z.object({ node: z.array(z.object({ '@refid': z.string(), '@role': z.string() })) }))
		.optional()
});
const collectionSchema = z.object({
	collection: z.object({ document: z.array(z.object({ passage: z.array(passageSchema) })) })
});

/** Medstract in BioC: annotations of short and long forms, and relations between them. */
function medstractTexts(content: string): AcronymText[] {
	const lists = new Set(['document', 'passage', 'annotation', 'relation', 'node']);
	const parser = new XMLParser({
		ignoreAttributes: false,
		attributeNamePrefix: '@',
		isArray: (name) => lists.has(name),
		parseTagValue: false
	});
	const { collection } = collectionSchema.parse(parser.parse(content));
	return collection.document
		.flatMap(({ passage }) => passage)
		.map(({ text, annotation = [], relation = [] }) => {
			const textOf = new Map(annotation.map((each) => [each['@id'], each.text]));
			const pairs = relation.map(({ node }) => {
				const named = (role: string) =>
					textOf.get(node.find((each) => each['@role'] === role)?.['@refid'] ?? '') ?? '';
				return { short: named('ShortForm'), long: named('LongForm') };
			});
			return { text, pairs };
		});
}

export const acronymSets: { name: string; file: string; read: (content: string) => AcronymText[] }[] = [
	{ name: 'sdu21 dev', file: 'acronyms/sdu21-dev.json', read: sduTexts },
	{ name: 'Medstract', file: 'acronyms/medstract_bioc_gold.xml', read: medstractTexts }
];

function key({ short, long }: AcronymPair): string {
	return [short, long].map((form) => form.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')).join('\n');
}

export function scorePairs(texts: AcronymText[]): PairScores {
	let [given, found, right] = [0, 0, 0];
	for (const { text, pairs } of texts) {
		const wanted = new Set(pairs.map(key));
		const keys = new Set(acronyms(text).map(key));
		given += wanted.size;
		found += keys.size;
		right += [...keys].filter((each) => wanted.has(each)).length;
	}
	return { precision: right / Math.max(1, found), recall: right / Math.max(1, given), pairs: given };
}

/** Precision and recall of pairs on a set, null where its file is not there. */
export function measureAcronyms(folder: string, set: (typeof acronymSets)[number]): PairScores | null {
	const content = dataText(folder, set.file);
	if (content === null) return null;
	const scores = scorePairs(set.read(content));
	if (scores.pairs === 0) throw new Error('it holds no pairs');
	return scores;
}
