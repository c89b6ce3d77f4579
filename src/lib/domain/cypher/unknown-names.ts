import type { LiveSchema } from '#lib/domain/live-schema.ts';
import { cypherTokens, meaningful, type Token } from './cypher-tokens.ts';

/** A name of a query that the graph does not have: an answer without rows then says nothing of the graph. */
export interface UnknownName {
	name: string;
	what: 'label' | 'type' | 'property';
	/** Where it stands, in UTF-16 code units. */
	from: number;
	to: number;
	/** What of the graph is written like it; null for nothing. */
	meant: string | null;
}

const isName = (token: Token | undefined): token is Token & { kind: 'word' | 'name' } =>
	token?.kind === 'word' || token?.kind === 'name';
const plain = ({ text }: Token) => text.replace(/^`|`$/g, '').replaceAll('``', '`');

/** Letters that have to be changed to make the one of the other (Levenshtein). */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1)
			next.push(
				Math.min(
					(row[j] ?? 0) + 1,
					(next[j - 1] ?? 0) + 1,
					(row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
				)
			);
		row = next;
	}
	return row.at(-1) ?? 0;
}

/** The known name that is meant: the same in other letters, or with two letters changed at most. */
function meantBy(name: string, known: readonly string[]): string | null {
	const folded = (text: string) => text.toLowerCase().replaceAll('_', '');
	const scored = known
		.map((each) => ({ each, far: distance(folded(name), folded(each)) }))
		.sort((a, b) => a.far - b.far || (a.each < b.each ? -1 : 1));
	const [best] = scored;
	return best && best.far <= Math.min(2, name.length - 2) ? best.each : null;
}

/** The names that stand in one place after a colon: `:A|B&!C`. */
function namesFrom(tokens: readonly Token[], colon: number): Token[] {
	const names: Token[] = [];
	for (let at = colon + 1; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (isName(token)) names.push(token);
		else if (token === undefined || !['|', '&', '!', ':'].includes(token.text)) break;
	}
	return names;
}

/** Variables that stand for a node or a relationship. */
function variablesOf(tokens: readonly Token[]): Set<string> {
	const found = new Set<string>();
	tokens.forEach((token, at) => {
		const [before, after] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
		const isCall =
			before === '(' &&
			isName(tokens[at - 2]) &&
			!/^(MATCH|WHERE|AND|OR|NOT|EXISTS)$/i.test(tokens[at - 2]?.text ?? '');
		if (
			isName(token) &&
			(before === '(' || before === '[') &&
			!isCall &&
			[':', ')', ']', '{', '*'].includes(after)
		)
			found.add(plain(token));
	});
	return found;
}

/**
 * The labels, types and properties of a query that are nowhere in the graph. Only places whose meaning is plain are
 * looked at: after a colon at the beginning of a node or relationship, and after the dot of one of their variables.
 */
export function unknownNames(cypher: string, schema: LiveSchema): UnknownName[] {
	const tokens = meaningful(cypherTokens(cypher));
	const labels = [...schema.labels.map(({ name }) => name), ...schema.otherLabels];
	const types = [...schema.types.map(({ name }) => name), ...schema.otherTypes];
	const variables = variablesOf(tokens);
	const unknown: UnknownName[] = [];
	const check = (token: Token, what: UnknownName['what'], known: readonly string[]) => {
		const name = plain(token);
		if (known.includes(name)) return;
		unknown.push({
			...{ name, what, from: token.at, to: token.at + token.text.length },
			meant: meantBy(name, known)
		});
	};
	tokens.forEach((token, at) => {
		if (token.text === ':') {
			const opened = isName(tokens[at - 1]) ? tokens[at - 2]?.text : tokens[at - 1]?.text;
			if (opened === '(') for (const name of namesFrom(tokens, at)) check(name, 'label', labels);
			if (opened === '[') for (const name of namesFrom(tokens, at)) check(name, 'type', types);
		}
		const [owner, name, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
		if (
			token.text === '.' &&
			isName(owner) &&
			isName(name) &&
			after?.text !== '(' &&
			variables.has(plain(owner))
		)
			check(name, 'property', schema.properties);
	});
	return unknown;
}

const asTold = { label: 'label', type: 'relationship type', property: 'property' };

/** `The graph has no label "Papers". Did you mean Paper?` */
export function unknownSentence({ name, what, meant }: UnknownName): string {
	return `The graph has no ${asTold[what]} “${name}”.${meant === null ? '' : ` Did you mean ${meant}?`}`;
}
