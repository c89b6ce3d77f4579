import { clauseAt, wordAt } from './clause-word.ts';
import { queryCaps, type Counted } from './constants/query-caps.ts';
import type { Token } from '#lib/domain/cypher/cypher-tokens.ts';

/** Something open: a bracket, or a CASE that has no END yet. */
interface Open {
	kind: 'round' | 'list' | 'case' | 'subquery' | 'properties' | 'map';
	/** Commas directly inside. */
	commas: number;
	/** Subqueries that it stands in, itself among them. */
	subqueries: number;
}

/** `{` of EXISTS, COUNT, COLLECT, CALL and of a group of clauses: neither `{a: 1}` nor `n {.a, b}` nor `{1,3}`. */
export function opensSubquery(tokens: Token[], at: number): boolean {
	if (tokens[at]?.text !== '{') return false;
	const [next, after] = tokens.slice(at + 1, at + 3);
	if (next?.text === '(' || next?.text === '{') return true;
	return next?.kind === 'word' && after !== undefined && ![':', ',', '}', '.'].includes(after.text);
}

/** CASE of an expression: a name that is written like it has AS before it, or a sign after it that ends it. */
function opensCase(tokens: Token[], at: number): boolean {
	const next = tokens[at + 1];
	if (wordAt(tokens, at) !== 'CASE' || wordAt(tokens, at - 1) === 'AS' || next === undefined) return false;
	return next.kind !== 'sign' || ['(', '[', '{', '-', '+'].includes(next.text);
}

function openAt(tokens: Token[], at: number): Open['kind'] | null {
	const text = tokens[at]?.text ?? '';
	if (opensCase(tokens, at)) return 'case';
	if (text === '(') return 'round';
	if (text === '[') return 'list';
	if (text !== '{') return null;
	if (opensSubquery(tokens, at)) return 'subquery';
	// `(n {…})`, `[:R {…}]` and `({…})`; after a comma or `[` it is a value.
	const before = tokens[at - 1];
	return before?.kind === 'word' || before?.kind === 'name' || before?.text === '(' ? 'properties' : 'map';
}

function close(opened: Open[], isCase: boolean): void {
	// A bracket ends what was taken for a CASE inside it: the word was a name.
	while (!isCase && opened.at(-1)?.kind === 'case') opened.pop();
	if (!isCase || opened.at(-1)?.kind === 'case') opened.pop();
}

/**
 * How deep brackets, CASE and subqueries stand in one another, and how many things stand in a row in one of them; read up to
 * where it is deeper than may be.
 */
export function nesting(
	tokens: Token[]
): Pick<Record<Counted, number>, 'depth' | 'subqueryDepth' | 'subqueries' | 'properties' | 'columns'> {
	const most = { depth: 0, subqueryDepth: 0, subqueries: 0, properties: 0, columns: 0 };
	const opened: Open[] = [];
	let columns = 1;
	for (const [at, token] of tokens.entries()) {
		const kind = openAt(tokens, at);
		const isSubquery = kind === 'subquery';
		if (kind)
			opened.push({ kind, commas: 0, subqueries: (opened.at(-1)?.subqueries ?? 0) + Number(isSubquery) });
		most.subqueries += Number(isSubquery);
		if ([')', ']', '}'].includes(token.text)) close(opened, false);
		if (clauseAt(tokens, at) === 'END') close(opened, true);
		const inner = opened.at(-1);
		if (token.text === ',' && inner) inner.commas += 1;
		if (token.text === ',' && !inner) columns += 1;
		const row = (inner?.commas ?? 0) + 1;
		if (inner?.kind === 'properties') most.properties = Math.max(most.properties, row);
		if (inner?.kind === 'round' || inner?.kind === 'subquery') most.columns = Math.max(most.columns, row);
		most.columns = Math.max(most.columns, columns);
		most.depth = Math.max(most.depth, opened.length);
		most.subqueryDepth = Math.max(most.subqueryDepth, inner?.subqueries ?? 0);
		if (most.depth > queryCaps.depth.most) break;
	}
	return most;
}
