import { z } from 'zod';
import { decisionSchema, type Decision } from '#lib/domain/decision.ts';
import { SourceError } from '#lib/domain/errors.ts';
import { bytesOf } from '#lib/domain/limits.ts';
import { peopleLimits } from './constants/people-limits.ts';

/** Bytes of a file of decisions. */
const mostBytes = 5_000_000;

const fileSchema = z.strictObject({
	throughline: z.literal('decisions'),
	version: z.literal(1),
	decisions: z.array(z.unknown()).max(peopleLimits.most)
});

/** The first line of a thesaurus of VOSviewer. */
const thesaurusHead = 'label\treplace by';

/** Decisions as a file that people can read and compare: one a line. */
export function decisionFile(decisions: readonly Decision[]): string {
	const lines = decisions.map((decision) => `    ${JSON.stringify(decision)}`);
	return `{\n  "throughline": "decisions",\n  "version": 1,\n  "decisions": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/**
 * The decisions that a thesaurus of VOSviewer can tell, as one: what is merged or renamed is replaced by a label, what is
 * left out by none. `untold`: how many it cannot tell.
 */
export function thesaurusFile(decisions: readonly Decision[]): { text: string; untold: number } {
	const rows = decisions.map((decision): [string, string][] => {
		switch (decision.decision) {
			case 'merge':
				return decision.forms.map((form) => [form, decision.into[0] ?? '']);
			case 'rename':
				return decision.forms.map((form) => [form, decision.name]);
			case 'hide':
			case 'not-a-concept':
				return decision.forms.map((form) => [form, '']);
			default:
				return [];
		}
	});
	const cell = (text: string) => text.replace(/\s+/g, ' ');
	const lines = rows.flat().filter(([label, by]) => label !== by);
	return {
		text: [thesaurusHead, ...lines.map((row) => row.map(cell).join('\t')), ''].join('\n'),
		untold: rows.filter((each) => each.length === 0).length
	};
}

function lineAt(text: string, position: number): number {
	return text.slice(0, position).split('\n').length;
}

/** The lines on which the objects of a file's list begin, counted from 1: those two brackets deep. */
function linesOfItems(text: string): number[] {
	const lines: number[] = [];
	let depth = 0;
	for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
		if (token === '{' && depth === 2) lines.push(lineAt(text, index));
		if (token === '{' || token === '[') depth += 1;
		if (token === '}' || token === ']') depth -= 1;
	}
	return lines;
}

function fromJson(text: string, file: string): Decision[] {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		const [, position] = /position (\d+)/.exec(String(cause)) ?? [];
		const line = lineAt(text, position === undefined ? text.length : Number(position));
		throw new SourceError(file, `line ${line}: this is no JSON.`, 'Nothing was taken; correct it.', null, {
			cause
		});
	}
	const read = fileSchema.safeParse(value);
	if (!read.success)
		throw new SourceError(
			file,
			'line 1: this is no file of decisions.',
			'One looks as npm run curate -- export FILE writes it; nothing was taken.'
		);
	const lines = linesOfItems(text);
	return read.data.decisions.map((raw, at) => {
		const decision = decisionSchema.safeParse(raw);
		if (decision.success) return decision.data;
		const [issue] = decision.error.issues;
		const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}": ` : '';
		throw new SourceError(
			file,
			`line ${lines[at] ?? 1}: decision ${at + 1} does not fit: ${where}${issue?.message ?? 'unknown'}.`,
			'Nothing was taken; correct it.'
		);
	});
}

function fromThesaurus(text: string, file: string): Decision[] {
	const [head = '', ...rows] = text.split(/\r\n?|\n/);
	if (head.trim().toLowerCase() !== thesaurusHead)
		throw new SourceError(
			file,
			'line 1: this is neither a file of decisions nor a thesaurus of VOSviewer.',
			'A thesaurus begins with the line "label", a tab, "replace by".'
		);
	return rows.flatMap((row, at): Decision[] => {
		if (row.trim() === '') return [];
		const refuse = (reason: string) =>
			new SourceError(file, `line ${at + 2}: ${reason}`, 'Nothing was taken; correct it.');
		const [label = '', by, ...more] = row.split('\t').map((cell) => cell.trim());
		if (by === undefined) throw refuse('there is no tab between a label and what replaces it.');
		if (more.some((cell) => cell !== '')) throw refuse('there are more than two columns.');
		const decision = decisionSchema.safeParse(
			by === '' ? { decision: 'hide', forms: [label] } : { decision: 'merge', forms: [label], into: [by] }
		);
		if (!decision.success) throw refuse(`${decision.error.issues[0]?.message ?? 'it does not fit'}.`);
		return [decision.data];
	});
}

/**
 * The decisions of a file, its format told by its content. Throws SourceError, which names file and line, where any of it
 * cannot be read: a file is taken whole or not at all.
 */
export function readDecisionFile(given: string, file: string): Decision[] {
	if (bytesOf(given) > mostBytes)
		throw new SourceError(
			file,
			`it has more than ${mostBytes.toLocaleString('en')} bytes.`,
			'Nothing was taken; divide it.'
		);
	const text = given.replace(/^\uFEFF/, '');
	return /^\s*[{[]/.test(text) ? fromJson(text, file) : fromThesaurus(text, file);
}
