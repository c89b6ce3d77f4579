import {
	branchWords,
	measuringFunctions,
	measuringSigns,
	mostDoublings,
	rangeValues
} from './constants/endless-limits.ts';
import type { Token } from '#lib/domain/cypher/cypher-tokens.ts';
import { keyword } from '#lib/domain/cypher/cypher-tokens.ts';
import { isEndlessRegex } from './endless-regex.ts';
import { refuse } from './refuse.ts';

const escaped = new Map([
	['b', '\b'],
	['f', '\f'],
	['n', '\n'],
	['r', '\r'],
	['t', '\t']
]);

/** What a string literal means. */
function stringValue(text: string): string {
	return text
		.slice(1, -1)
		.replace(/\\(?:u([\da-fA-F]{4})|([^]))/g, (_, code: string | undefined, character: string) =>
			code === undefined ? (escaped.get(character) ?? character) : String.fromCharCode(parseInt(code, 16))
		);
}

/** The numbers between the bracket at a place and its end, or null when there is anything else. */
function literalArguments(tokens: Token[], at: number): number[] | null {
	const numbers: number[] = [];
	let sign = 1;
	for (let place = at + 1; place < tokens.length; place += 1) {
		const { kind, text } = tokens[place] as Token;
		if (kind === 'number') numbers.push(sign * Number(text.replaceAll('_', '')));
		else if (text === ')') return numbers.every((value) => Number.isFinite(value)) ? numbers : null;
		else if (text !== '-' && text !== ',') return null;
		sign = text === '-' ? -1 : 1;
	}
	return null;
}

/** How many values the `range()` of literal bounds at a place has; null for anything else. */
function rangeAt(tokens: Token[], at: number): number | null {
	if (keyword(tokens[at]) !== 'RANGE' || tokens[at + 1]?.text !== '(') return null;
	const [from, to, step = 1] = literalArguments(tokens, at + 1) ?? [];
	// A step of zero is for the engine to tell of.
	return from === undefined || to === undefined || step === 0
		? null
		: Math.max(0, Math.floor((to - from) / step) + 1);
}

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/**
 * Refuses a `range()` of literal bounds with more values than anyone reads. One inside of another's list is made as
 * often as that has values: `[x IN range(1, 9000) | range(1, 9000)]`.
 */
function checkRanges(tokens: Token[]): void {
	/** How often what stands in each open bracket is made. */
	const times = [1];
	for (const [at, { text }] of tokens.entries()) {
		const around = times.at(-1) ?? 1;
		if (opening.has(text)) times.push(around);
		else if (closing.has(text) && times.length > 1) times.pop();
		const values = rangeAt(tokens, at);
		if (values === null) continue;
		if (around * values > rangeValues)
			refuse(
				around > 1 ? 'This range() in a range()' : 'This range()',
				`it may have ${rangeValues.toLocaleString('en')} values at most`,
				'Count over the graph instead, or over a shorter range.'
			);
		if (keyword(tokens[at - 1]) === 'IN') times[times.length - 1] = around * Math.max(1, values);
	}
}

/** How many values the list that begins at a place has, as it is written there; null where that does not tell. */
function listAt(tokens: Token[], at: number): number | null {
	if (tokens[at]?.text !== '[') return null;
	let [depth, values] = [0, tokens[at + 1]?.text === ']' ? 0 : 1];
	for (let place = at; place < tokens.length; place += 1) {
		const text = tokens[place]?.text ?? '';
		if (opening.has(text)) depth += 1;
		else if (closing.has(text) && (depth -= 1) === 0) return values;
		// A comprehension.
		if (depth === 1 && (text === '|' || keyword(tokens[place]) === 'IN')) return null;
		if (depth === 1 && text === ',') values += 1;
	}
	return null;
}

/** Whether a bracket holds a slice: `s[..]`, `s[1..3]`; else one element is taken. */
function isSlice(tokens: Token[], at: number): boolean {
	for (let place = at + 1; place < tokens.length && tokens[place]?.text !== ']'; place += 1)
		if (tokens[place]?.text === '.' && tokens[place + 1]?.text === '.') return true;
	return false;
}

/** Whether all of the value of that name is meant at a place, and not a number, its size, or a part of it. */
function isWhole(tokens: Token[], at: number, name: string): boolean {
	const [before = '', after = ''] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
	if (tokens[at]?.text !== name || measuringSigns.has(before) || measuringSigns.has(after)) return false;
	// A key of a map, a property, an element.
	if (after === ':' || after === '.' || before === '.' || (after === '[' && !isSlice(tokens, at + 1)))
		return false;
	if (keyword(tokens[at - 1]) === 'IN' || keyword(tokens[at + 1]) === 'IS') return false;
	return before !== '(' || !measuringFunctions.has(keyword(tokens[at - 2]));
}

/** `replace(s, 'a', 'aa')`, which makes it longer with each step. */
function isLengthened(tokens: Token[], at: number): boolean {
	const [search, comma, put] = tokens.slice(at + 2, at + 5);
	if (keyword(tokens[at - 2]) !== 'REPLACE' || search?.kind !== 'string' || put?.kind !== 'string')
		return false;
	return comma?.text === ',' && stringValue(put.text).length > stringValue(search.text).length;
}

/**
 * Whether a step puts a value together with itself, by whatever way: `s + s`, `toUpper(s) + toLower(s)`, `[s, s]`,
 * `s[..] + s`, or makes it longer by a part of itself.
 */
function isDoubled(tokens: Token[], name: string): boolean {
	let uses = 0;
	for (const [at, token] of tokens.entries()) {
		if (branchWords.has(keyword(token))) uses = 0;
		if (!isWhole(tokens, at, name)) continue;
		uses += 1;
		if (uses > 1 || isLengthened(tokens, at)) return true;
	}
	return false;
}

/** Refuses `reduce(s = 'a', i IN list | s + s)`: with every value of the list it is twice as large. */
function checkReduce(tokens: Token[]): void {
	for (const at of tokens.keys()) {
		if (keyword(tokens[at]) !== 'REDUCE' || tokens[at + 1]?.text !== '(' || tokens[at + 3]?.text !== '=')
			continue;
		const name = tokens[at + 2]?.text ?? '';
		let [depth, values, bar, place] = [0, Infinity, 0, at + 1];
		for (; place < tokens.length; place += 1) {
			const text = tokens[place]?.text ?? '';
			if (opening.has(text)) depth += 1;
			else if (closing.has(text) && (depth -= 1) === 0) break;
			if (depth !== 1) continue;
			if (keyword(tokens[place]) === 'IN')
				values = rangeAt(tokens, place + 1) ?? listAt(tokens, place + 1) ?? Infinity;
			if (text === '|' && bar === 0) bar = place;
		}
		if (bar > 0 && values > mostDoublings && isDoubled(tokens.slice(bar + 1, place), name))
			refuse('This reduce()', `it doubles ${name} with every value of its list`, 'Add one thing at a time.');
	}
}

/** Every text in the values of parameters. */
function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null)
		for (const each of Object.values(value)) yield* textsIn(each);
}

/** Refuses regular expressions that may go on without an end, in the text or in a parameter. */
function checkRegexes(tokens: Token[], parameters: object): void {
	const refuseIt = () =>
		refuse(
			'This regular expression',
			'it may try without an end',
			'Take out repeated groups, alternatives that begin alike and wildcards side by side, or use CONTAINS.'
		);
	const places = [...tokens.keys()].filter((at) => tokens[at]?.text === '~');
	for (const at of places) {
		const next = tokens[at + 1];
		if (next?.kind === 'string' && isEndlessRegex(stringValue(next.text))) refuseIt();
	}
	if (places.length === 0) return;
	for (const value of Object.values(parameters))
		for (const text of textsIn(value)) if (isEndlessRegex(text)) refuseIt();
}

/**
 * Refuses what is certain to keep the engine from looking at its clock, or to fill its memory with what it does not
 * count: long ranges, sums that double, and regular expressions that go back over a text without an end.
 */
export function checkEndless(tokens: Token[], parameters: object = {}): void {
	checkRanges(tokens);
	checkReduce(tokens);
	checkRegexes(tokens, parameters);
}
