import { z } from 'zod';
import { searchHitSchema, type SearchAnswer, type SearchHit } from '#lib/domain/answers.ts';
import { largest } from '#lib/domain/order.ts';
import { spellingOf } from '#lib/domain/written-forms.ts';
import type { Store } from '#lib/server/store.ts';

/** `aliases` of a concept, so that the one that matched can be told. */
const hitRow = z.object({
	hit: searchHitSchema.omit({ matched: true }).extend({ title: z.string(), aliases: z.array(z.string()) })
});
type Found = z.infer<typeof hitRow>['hit'];

const concept = (score: string) =>
	`c {ref: 'concepts/' + c.id, name: c.label, title: c.name, .kind, .papers, .aliases, score: ${score}}`;

const conceptsByText = {
	text: `CALL db.index.fulltext.queryNodes('concept_text', $lucene, {limit: 60}) YIELD node AS c, score
RETURN ${concept('score')} AS hit`,
	row: hitRow
};
const conceptsByPrefix = {
	text: `MATCH (c:Concept) WHERE c.search STARTS WITH $q OR c.spelling STARTS WITH $spelling
WITH c ORDER BY c.papers DESC, c.id LIMIT 20
RETURN ${concept('1.0')} AS hit`,
	row: hitRow
};
const papersByText = {
	text: `CALL db.index.fulltext.queryNodes('paper_text', $lucene, {limit: 40}) YIELD node AS p, score
RETURN p {ref: 'papers/' + p.id, name: p.title, .title, kind: 'paper', papers: 1, aliases: [], score: score} AS hit`,
	row: hitRow
};
const topicsByName = {
	text: `MATCH (t:Topic) WHERE toLower(t.name) CONTAINS $q OR any(term IN t.terms WHERE toLower(term) STARTS WITH $q)
WITH t ORDER BY t.papers DESC, t.id LIMIT 20
RETURN t {ref: 'topics/' + t.id, .name, title: t.name, kind: 'topic', .papers, aliases: [], score: 1.0} AS hit`,
	row: hitRow
};

/** Near matches of each word (concepts, papers): enough to find what was meant, and no list of its own. */
const mostNear = 5;

/** What is read of a query, in UTF-16 code units. */
const longestQuery = 200;

/** What is read of a query in which letters may be wrong: each such word is an automaton that the index runs. */
const mostFuzzy = { words: 6, letters: 30 };

/** The words of `q` for Lucene's classic parser: all of them wanted, the last as a prefix; nothing of it is syntax. */
export function luceneOf(q: string, field = ''): string {
	// Lucene refuses very long words; nobody types them.
	const words =
		q
			.slice(0, longestQuery)
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	const last = words.length - 1;
	return words.map((word, index) => `+${field}${index === last ? `(${word} ${word}*)` : word}`).join(' ');
}

/**
 * The words of `q` as they may be meant: some letters of each may be others, one in a short word and two in a long one
 * (Damerau and Levenshtein's distance, as Lucene counts it). Three letters are a word of their own.
 */
function fuzzyOf(q: string): string {
	const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words
		.slice(0, mostFuzzy.words)
		.map((word) => word.slice(0, mostFuzzy.letters))
		.map((word) => (word.length < 4 ? word : `${word}~${word.length < 8 ? 1 : 2}`))
		.join(' ');
}

/** How well a name answers: written just so, so but for blanks and hyphens, as its beginning, as that of one of its words. */
function closeness(name: string, q: string): number {
	const folded = name.toLowerCase();
	if (folded === q) return 8;
	if (spellingOf(name) === spellingOf(q)) return 7;
	if (folded.startsWith(q)) return 4;
	return folded.includes(` ${q}`) || folded.includes(`-${q}`) ? 2 : 1;
}

/** Closeness first; among names as close, the one that more papers mention. */
function hitOf({ title, aliases, ...hit }: Found, q: string): SearchHit {
	const forms = [hit.name, title, ...aliases];
	const best = largest(forms.map((form) => closeness(form, q)));
	const matched = forms.find((form) => closeness(form, q) === best);
	const own = closeness(hit.name, q) === best;
	return {
		...hit,
		matched: own || best === 1 ? null : (matched ?? null),
		score: best * (own ? 1.25 : 1) * (1 + Math.log(1 + hit.papers)) + Math.min(hit.score, 5) / 100
	};
}

/** The best concepts, papers and topics for what a person typed: `limit` of each word at most. */
export async function search(store: Store, q: string, limit: number): Promise<SearchAnswer> {
	const folded = q.trim().toLowerCase();
	const lucene = luceneOf(folded);
	if (lucene === '') return { q, hits: [], near: [] };
	const [byText, byPrefix, papers, topics] = await Promise.all([
		store.read(conceptsByText, { lucene }),
		store.read(conceptsByPrefix, { q: folded, spelling: spellingOf(folded) || null }),
		store.read(papersByText, { lucene: `(${luceneOf(folded, 'title:')})^4 OR (${lucene})` }),
		store.read(topicsByName, { q: folded })
	]);
	const concepts = new Map([...byText, ...byPrefix].map(({ hit }) => [hit.ref, hit]));
	const best = (found: Found[]) =>
		found
			.map((hit) => hitOf(hit, folded))
			.sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1))
			.slice(0, limit);
	const hits = [
		...best([...concepts.values()]),
		...best(papers.map(({ hit }) => hit)),
		...best(topics.map(({ hit }) => hit))
	];
	return { q, hits, near: hits.length > 0 ? [] : await nearMatches(store, folded) };
}

/** What is written like words that nothing answers to: a few concepts, then a few papers; of what is as near the one of more papers. */
export async function nearMatches(store: Store, q: string): Promise<SearchHit[]> {
	const lucene = fuzzyOf(q);
	if (lucene === '') return [];
	const [concepts, papers] = await Promise.all([
		store.read(conceptsByText, { lucene }),
		store.read(papersByText, { lucene })
	]);
	const nearest = (rows: { hit: Found }[]) =>
		rows
			.map(({ hit: { ref, name, kind, papers: count, score } }) => ({
				...{ ref, name, kind, papers: count, score: score * (1 + Math.log(1 + count)) },
				matched: null
			}))
			.sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1))
			.slice(0, mostNear);
	return [...nearest(concepts), ...nearest(papers)];
}
