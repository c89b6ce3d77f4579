import {
	queryNodeSchema,
	queryRelationshipSchema,
	type QueryNode,
	type QueryRelationship
} from '#lib/domain/answers.ts';
import { relationshipWords } from '#lib/domain/constants/relationship-words.ts';

/** What a value of a row is, as it is drawn and written. */
export type Cell =
	| { is: 'node'; node: QueryNode }
	| { is: 'relationship'; relationship: QueryRelationship }
	| { is: 'path'; parts: Cell[] }
	| { is: 'list'; parts: Cell[] }
	| { is: 'value'; text: string };

/** Levels of lists that are read; what lies deeper is shown as JSON. */
const deepest = 4;

/** What a value of a row is: a node, a relationship or a path is told by its form. */
export function cellOf(value: unknown, depth = 0): Cell {
	if (value === null || value === undefined) return { is: 'value', text: '' };
	if (typeof value === 'string') return { is: 'value', text: value };
	if (typeof value !== 'object') return { is: 'value', text: JSON.stringify(value) };
	if (depth < deepest && Array.isArray(value))
		return { is: 'list', parts: value.map((each) => cellOf(each, depth + 1)) };
	const node = queryNodeSchema.safeParse(value);
	if (node.success) return { is: 'node', node: node.data };
	const relationship = queryRelationshipSchema.safeParse(value);
	if (relationship.success) return { is: 'relationship', relationship: relationship.data };
	if (depth < deepest && 'path' in value && Array.isArray(value.path) && Object.keys(value).length === 1)
		return { is: 'path', parts: value.path.map((each) => cellOf(each, depth + 1)) };
	return { is: 'value', text: JSON.stringify(value) };
}

const words: Partial<Record<string, string>> = relationshipWords;

/** How a relationship is read: `mentions`, `in topic`. */
export function relationshipWord({ relationship }: QueryRelationship): string {
	return words[relationship] ?? relationship.toLowerCase().replaceAll('_', ' ');
}

/** The properties of a relationship that say something in one line: `papers 4, npmi 0.31`. */
export function relationshipNote({ properties }: QueryRelationship): string {
	return Object.entries(properties)
		.flatMap(([name, value]) =>
			typeof value === 'number' || typeof value === 'string' ? [`${name} ${value}`] : []
		)
		.join(', ');
}

function textOf(cell: Cell): string {
	if (cell.is === 'node') return cell.node.name;
	if (cell.is === 'value') return cell.text;
	if (cell.is === 'list') return cell.parts.map(textOf).join('; ');
	if (cell.is === 'path') return cell.parts.map(textOf).join(' ');
	const { start, end } = cell.relationship;
	const [note, word] = [relationshipNote(cell.relationship), relationshipWord(cell.relationship)];
	const told = note === '' ? word : `${word} (${note})`;
	return start !== null && end !== null ? `${start} ${told} ${end}` : told;
}

/** A value as one text: a node by its name, a relationship as it is read, a list with semicolons. */
export function cellText(value: unknown): string {
	const cell = cellOf(value);
	// In a path the ends of a line stand beside it.
	if (cell.is === 'path')
		return cell.parts
			.map((part) =>
				part.is === 'relationship' ? `— ${relationshipWord(part.relationship)} —` : textOf(part)
			)
			.join(' ');
	return textOf(cell);
}
