import { XMLParser } from 'fast-xml-parser';
import { decodedText } from '#lib/sources/input/decoded-text.ts';
import { recordBytes } from '#lib/sources/input/input-limits.ts';
import { tooLong } from './json-values.ts';

/** A record of an XML file as it is written, or why it cannot be read. */
export type XmlText = { text: string; problem: null } | { text: null; problem: string };

/**
 * The elements of one of some names, as text, as the file is read: the rest of it, with its declarations and entities, is
 * never parsed. One that is longer than `recordBytes`, or in which the next begins before it ends, costs itself alone.
 */
export async function* xmlTexts(bytes: AsyncIterable<Uint8Array>, names: string[]): AsyncGenerator<XmlText> {
	const opening = new RegExp(`<(?:[\\w-]+:)?(${names.join('|')})(?=[\\s>])`, 'g');
	let held = '';
	/** Where in `held` the record begins that is open; -1 between records. */
	let from = -1;
	/** From where on nothing has been looked at. */
	let seen = 0;
	let isSkipping = false;
	for await (const piece of decodedText(bytes)) {
		held += piece;
		for (;;) {
			opening.lastIndex = seen;
			if (from < 0) {
				const found = opening.exec(held);
				if (!found) {
					// A name may be cut in two.
					held = held.slice(-longestName);
					seen = 0;
					break;
				}
				from = found.index;
				seen = opening.lastIndex;
				continue;
			}
			const name = /^<([\w:-]+)/.exec(held.slice(from, from + 100))?.[1] ?? '';
			const closing = `</${name}>`;
			const end = held.indexOf(closing, Math.max(from, seen - closing.length));
			const next = opening.exec(held);
			if (next && (end < 0 || next.index < end)) {
				if (!isSkipping) yield { text: null, problem: `it has no end: ${closing} is missing` };
				held = held.slice(next.index);
				[from, seen, isSkipping] = [0, next[0].length, false];
			} else if (end >= 0) {
				const text = held.slice(from, end + closing.length);
				if (!isSkipping)
					yield text.length > recordBytes
						? { text: null, problem: tooLong(recordBytes) }
						: { text, problem: null };
				held = held.slice(end + closing.length);
				[from, seen, isSkipping] = [-1, 0, false];
			} else {
				if (held.length - from > recordBytes) {
					if (!isSkipping) yield { text: null, problem: tooLong(recordBytes) };
					isSkipping = true;
					// Its name stays, by which its end is known.
					held = held.slice(from, from + name.length + 1) + held.slice(-longestName);
					from = 0;
				}
				seen = Math.max(from + 1, held.length - longestName);
				break;
			}
		}
	}
	if (from >= 0 && !isSkipping) yield { text: null, problem: 'the file ends within it' };
}

/** No name of an element that is looked for is longer, with its namespace and brackets. */
const longestName = 60;

/** An element as the parser gives it: texts, attributes with `@` in front, and elements by their names. */
export type XmlNode = Record<string, unknown>;

/**
 * A parser of one record. Text stays as it is written, entities too: the five of XML and numbers become signs when a
 * text is cleaned, and no other is known, for nothing that declares one is ever given to it. `mixed`: the elements, by
 * their paths, that hold text with markup in it.
 */
export function xmlParser(mixed: string[], lists: string[]): (text: string) => XmlNode {
	const parser = new XMLParser({
		ignoreAttributes: false,
		attributeNamePrefix: '@',
		removeNSPrefix: true,
		parseTagValue: false,
		processEntities: false,
		stopNodes: mixed,
		maxNestedTags: 100,
		isArray: (name) => lists.includes(name)
	});
	return (text) => parser.parse(text) as XmlNode;
}

/** The node at a path of names, or null. */
export function nodeAt(node: unknown, ...path: string[]): XmlNode | null {
	let at = node;
	for (const name of path) at = typeof at === 'object' && at !== null ? (at as XmlNode)[name] : undefined;
	if (Array.isArray(at)) at = at[0];
	return typeof at === 'object' && at !== null ? (at as XmlNode) : null;
}

/** The nodes or texts at the end of a path, none or many. */
export function allAt(node: unknown, ...path: string[]): unknown[] {
	const last = path.at(-1) ?? '';
	const found = nodeAt(node, ...path.slice(0, -1))?.[last];
	return Array.isArray(found) ? found : found === undefined ? [] : [found];
}

/** The text of a node, as it is written; null where there is none. */
export function textOf(node: unknown): string | null {
	const text = typeof node === 'object' && node !== null ? (node as XmlNode)['#text'] : node;
	return typeof text === 'string' && text.trim() !== '' ? text : null;
}

/** The text at the end of a path. */
export function textAt(node: unknown, ...path: string[]): string | null {
	return (
		allAt(node, ...path)
			.map(textOf)
			.find((text) => text !== null) ?? null
	);
}
