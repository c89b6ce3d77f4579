import type { Counted } from './constants/query-caps.ts';
import { keyword, type Token } from './cypher-tokens.ts';

/** Something open: a bracket, or a CASE that has no END yet. */
interface Open {
	kind: 'bracket' | 'case' | 'subquery' | 'properties';
	/** Commas directly inside. */
	commas: number;
}

/** True for a word or back-quoted name that is written as a property or label, whatever it is called. */
export function isQualified(tokens: Token[], at: number): boolean {
	const before = tokens[at - 1]?.text;
	return before === '.' || before === ':';
}

/** `{` of EXISTS, COUNT, COLLECT, CALL and of a group of clauses: neither `{a: 1}` nor `n {.a, b}` nor `{1,3}`. */
export function opensSubquery(tokens: Token[], at: number): boolean {
	const [brace, next, after] = tokens.slice(at, at + 3);
	if (brace?.text !== '{') return false;
	if (next?.text === '(' || next?.text === '{') return true;
	return next?.kind === 'word' && after !== undefined && !':,}.'.includes(after.text);
}

function openAt(tokens: Token[], at: number): Open['kind'] | null {
	const text = tokens[at]?.text ?? '';
	if (keyword(tokens[at]) === 'CASE' && !isQualified(tokens, at)) return 'case';
	if (text === '(' || text === '[') return 'bracket';
	if (text !== '{') return null;
	if (opensSubquery(tokens, at)) return 'subquery';
	// `(n {…})`, `[:R {…}]` and `({…})`; after a comma or `[` it is a value.
	const before = tokens[at - 1];
	return before?.kind === 'word' || before?.kind === 'name' || before?.text === '('
		? 'properties'
		: 'bracket';
}

function close(opened: Open[], isCase: boolean): void {
	if (isCase) {
		if (opened.at(-1)?.kind === 'case') opened.pop();
		return;
	}
	// A bracket ends what was taken for a CASE inside it: the word was a name.
	while (opened.at(-1)?.kind === 'case') opened.pop();
	opened.pop();
}

/** How deep brackets, CASE and subqueries stand in one another, and how many properties one pair of braces holds. */
export function nesting(
	tokens: Token[]
): Pick<Record<Counted, number>, 'depth' | 'subqueryDepth' | 'subqueries' | 'properties'> {
	const most = { depth: 0, subqueryDepth: 0, subqueries: 0, properties: 0 };
	const opened: Open[] = [];
	tokens.forEach((token, at) => {
		const kind = openAt(tokens, at);
		if (kind) opened.push({ kind, commas: 0 });
		if (kind === 'subquery') most.subqueries += 1;
		if (')]}'.includes(token.text)) close(opened, false);
		if (keyword(token) === 'END' && !isQualified(tokens, at)) close(opened, true);
		const inner = opened.at(-1);
		if (token.text === ',' && inner) inner.commas += 1;
		if (inner?.kind === 'properties') most.properties = Math.max(most.properties, inner.commas + 1);
		most.depth = Math.max(most.depth, opened.length);
		most.subqueryDepth = Math.max(
			most.subqueryDepth,
			opened.filter((open) => open.kind === 'subquery').length
		);
	});
	return most;
}
