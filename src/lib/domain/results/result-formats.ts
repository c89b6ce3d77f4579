import type { QueryAnswer } from '#lib/domain/answers.ts';
import { formulaSigns } from '#lib/domain/constants/formula-signs.ts';
import { cellText } from './cell-text.ts';

type Rows = Pick<QueryAnswer, 'columns' | 'rows'>;

function csvCell(value: unknown): string {
	const text = cellText(value);
	// A number that begins with a minus is no formula.
	const safe = typeof value !== 'number' && formulaSigns.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv({ columns, rows }: Rows): string {
	return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

/** Every row an object, by the names of the columns. */
function ndjson({ columns, rows }: Rows): string {
	return rows
		.map(
			(row) => `${JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])))}\n`
		)
		.join('');
}

function markdownCell(value: unknown): string {
	return cellText(value)
		.replace(/[\\|`*_<>[\]]/g, '\\$&')
		.replace(/\s*[\r\n]+\s*/g, ' ');
}

function markdown({ columns, rows }: Rows): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
	return [
		line(columns.map(markdownCell)),
		line(columns.map(() => '---')),
		...rows.map((row) => line(row.map(markdownCell)))
	].join('');
}

interface ResultFormat {
	name: string;
	mediaType: string;
	ending: string;
	about: string;
	write: (answer: QueryAnswer) => string;
}

/** Every format of rows: pages, API, command and help read it. */
export const resultFormats = {
	json: {
		...{ name: 'JSON', mediaType: 'application/json', ending: '.json' },
		about: 'columns and rows with everything that is known of a node',
		write: (answer) => JSON.stringify(answer)
	},
	csv: {
		...{ name: 'CSV', mediaType: 'text/csv; charset=utf-8', ending: '.csv', write: csv },
		about: 'a line a row, nodes by their names; what a spreadsheet would calculate begins with an apostrophe'
	},
	ndjson: {
		...{ name: 'NDJSON', mediaType: 'application/x-ndjson', ending: '.ndjson', write: ndjson },
		about: 'a JSON object a row, by the names of the columns'
	},
	markdown: {
		...{ name: 'Markdown', mediaType: 'text/markdown; charset=utf-8', ending: '.md', write: markdown },
		about: 'a table for notes and issues'
	}
} as const satisfies Record<string, ResultFormat>;
export type ResultFormatName = keyof typeof resultFormats;
export const resultFormatNames = Object.keys(resultFormats) as [ResultFormatName, ...ResultFormatName[]];
