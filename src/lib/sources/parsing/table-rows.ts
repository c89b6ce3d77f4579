import { parse } from 'csv-parse/sync';
import { recordBytes } from '#lib/sources/input/input-limits.ts';
import { linesOf } from '#lib/sources/input/lines.ts';
import { tooLong } from './json-values.ts';

/** A row of a table: its cells, or why they cannot be read. Rows count from 1, the header is none. */
export interface TableRow {
	number: number;
	cells: string[];
	problem: string | null;
}

/** How a table is written. */
export interface TableStyle {
	header: string[];
	delimiter: string;
	/** False where quotes are signs like others, and a cell has no line ends: in tables with tabs. */
	isQuoted: boolean;
}

const delimiters = [',', ';', '\t', '|'];
/** `sep=;`, by which spreadsheets are told the sign. */
const separatorLine = /^sep=(.)$/i;
/** A header has no more lines than this. */
const headerLines = 50;
/** A cell with so many lines is one whose closing quote is missing. */
const mostLines = 500;

/**
 * The cells of one row, or null where its quotes do not fit. Quotes within a cell are signs like others, but where the row
 * has several lines: there they are what holds it together.
 */
function cellsOf(text: string, delimiter: string, isQuoted: boolean): string[] | null {
	try {
		const rows: string[][] = parse(text, {
			delimiter,
			quote: isQuoted ? '"' : false,
			relax_column_count: true,
			relax_quotes: !text.includes('\n')
		});
		return rows[0] ?? [''];
	} catch {
		return null;
	}
}

function isBalanced(text: string): boolean {
	let quotes = 0;
	for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
	return quotes % 2 === 0;
}

/** How a table is written, by its first lines: the sign that gives its header the most cells. Null for no table. */
export function tableStyle(head: string): TableStyle | null {
	const lines = head.replace(/^\ufeff/, '').split(/\r\n?|\n/);
	const first = lines.findIndex((line) => line.trim() !== '' && !separatorLine.test(line));
	const told = separatorLine.exec(lines[first - 1] ?? '')?.[1];
	let best: TableStyle | null = null;
	for (const delimiter of told ? [told] : delimiters) {
		const isQuoted = delimiter !== '\t' || (lines[first] ?? '').startsWith('"');
		let text = lines[first] ?? '';
		for (let next = first + 1; isQuoted && !isBalanced(text) && next < first + headerLines; next += 1)
			text += `\n${lines[next] ?? ''}`;
		const header = cellsOf(text, delimiter, isQuoted)?.map((cell) => cell.trim());
		if (header && header.length > 1 && header.length > (best?.header.length ?? 0))
			best = { header, delimiter, isQuoted };
	}
	return best;
}

const openQuote = 'a quote in it is not closed';

/** Lines that are put together until they are a row. */
class RowBuilder {
	readonly #style: TableStyle;
	#lines: string[] = [];
	#size = 0;
	#isBalanced = true;

	constructor(style: TableStyle) {
		this.#style = style;
	}

	get isEmpty(): boolean {
		return this.#lines.length === 0;
	}

	/** True where the line is a whole row by itself, though the row before it has no end. */
	isOwnRow(line: string): boolean {
		const { header, delimiter, isQuoted } = this.#style;
		// A line within a cell may have two commas; hardly seven, nor a quote before its first word.
		if (header.length < 3 || !(line.startsWith('"') || header.length > 7) || !isBalanced(line)) return false;
		return cellsOf(line, delimiter, isQuoted)?.length === header.length;
	}

	/** Adds a line; true where the row ends with it. */
	add(line: string): boolean {
		this.#lines.push(line);
		this.#size += line.length;
		if (!isBalanced(line)) this.#isBalanced = !this.#isBalanced;
		return !this.#style.isQuoted || this.#isBalanced;
	}

	get isTooLong(): boolean {
		return this.#size > recordBytes || this.#lines.length > mostLines;
	}

	/**
	 * The row, and the lines that are none of its own: where a quote was not closed, the row is its first line. `isWhole`:
	 * whether its quotes are.
	 */
	take(isWhole: boolean): { cells: string[] | null; rest: string[] } {
		const { header, delimiter, isQuoted } = this.#style;
		const lines = this.#lines;
		[this.#lines, this.#size, this.#isBalanced] = [[], 0, true];
		const cells = isWhole ? cellsOf(lines.join('\n'), delimiter, isQuoted) : null;
		if (cells && (lines.length === 1 || cells.length === header.length)) return { cells, rest: [] };
		return { cells: null, rest: lines.slice(1) };
	}
}

/** The rows that lines are; `last` after the last of them. */
class RowReader {
	readonly style: TableStyle;
	readonly #builder: RowBuilder;
	#number = 0;

	constructor(style: TableStyle) {
		this.style = style;
		this.#builder = new RowBuilder(style);
	}

	#row(cells: string[] | null, problem: string): TableRow {
		this.#number += 1;
		return { number: this.#number, cells: cells ?? [], problem: cells ? null : problem };
	}

	*read(line: string | null): Generator<TableRow> {
		if (line === null) {
			yield* this.end();
			yield this.#row(null, tooLong(recordBytes));
			return;
		}
		let lines = [line];
		for (let next = lines.shift(); next !== undefined; next = lines.shift()) {
			if (this.#builder.isEmpty && next.trim() === '') continue;
			if (!this.#builder.isEmpty && this.#builder.isOwnRow(next)) yield* this.end();
			const isWhole = this.#builder.add(next);
			if (!isWhole && !this.#builder.isTooLong) continue;
			const { cells, rest } = this.#builder.take(isWhole);
			yield this.#row(cells, openQuote);
			lines = rest.concat(lines);
		}
	}

	/** What is left when no line follows: its first line is a row without an end, the others may be rows. */
	*end(): Generator<TableRow> {
		while (!this.#builder.isEmpty) {
			const { rest } = this.#builder.take(false);
			yield this.#row(null, openQuote);
			for (const line of rest) yield* this.read(line);
		}
	}
}

/**
 * The rows of a table below its header. A row whose quotes are not closed costs itself alone: it ends where a line is a
 * whole row by itself.
 */
export async function* tableRows(
	bytes: AsyncIterable<Uint8Array>,
	find: (head: string) => TableStyle | null
): AsyncGenerator<TableRow & { style: TableStyle }> {
	let reader: RowReader | null = null;
	let beginning = '';
	for await (const { text } of linesOf(bytes, recordBytes)) {
		if (reader) {
			for (const row of reader.read(text)) yield { ...row, style: reader.style };
			continue;
		}
		beginning += `${text ?? ''}\n`;
		if ((text ?? '').trim() === '' || separatorLine.test(text ?? '')) continue;
		// A header's cell may go over lines.
		if (!isBalanced(beginning) && beginning.length < recordBytes) continue;
		const style = find(beginning);
		if (!style) return;
		reader = new RowReader(style);
	}
	if (reader) for (const row of reader.end()) yield { ...row, style: reader.style };
}
