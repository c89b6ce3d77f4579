import { UsageError } from '#lib/domain/errors.ts';
import type { QueryAnswer } from '#lib/domain/answers.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { runCommand } from './command.ts';
import { graphOption, withStore } from './store-options.ts';

const formats = ['table', 'json', 'csv'] as const;

/** A number (whole ones with all their digits) and true, false or null as such, everything else as text. */
function parameterValue(text: string): unknown {
	if (/^-?\d+$/.test(text)) return BigInt(text);
	return /^(-?\d+(\.\d+)?|true|false|null)$/.test(text) ? (JSON.parse(text) as unknown) : text;
}

function parametersOf(given: unknown): Record<string, unknown> {
	const pairs = Array.isArray(given) ? given.map(String) : [];
	return Object.fromEntries(
		pairs.map((pair) => {
			const at = pair.indexOf('=');
			if (at < 1) throw new UsageError(`--param ${pair} has no value.`, 'Give it as --param name=value.');
			return [pair.slice(0, at), parameterValue(pair.slice(at + 1))];
		})
	);
}

/** A node by its name, anything else that is nested as JSON. */
function cellText(value: unknown): string {
	if (value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value !== 'object') return JSON.stringify(value);
	return 'labels' in value && 'name' in value ? String(value.name) : JSON.stringify(value);
}

function csv({ columns, rows }: QueryAnswer): string {
	const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	return [columns, ...rows.map((row) => row.map(cellText))]
		.map((row) => row.map(quoted).join(','))
		.join('\n');
}

function table({ columns, rows }: QueryAnswer): string {
	const cells = [columns, ...rows.map((row) => row.map((value) => cellText(value).slice(0, 60)))];
	const widths = columns.map((_, index) => Math.max(...cells.map((row) => (row[index] ?? '').length)));
	return cells
		.map((row) =>
			row
				.map((text, index) => text.padEnd(widths[index] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}

await runCommand(
	{
		name: 'query',
		usage: "npm run query -- 'CYPHER' [--param name=value] [--format table|json|csv] [--graph URL]",
		description: 'Runs Cypher that only reads, and prints its rows.',
		options: {
			...graphOption,
			param: { type: 'string', multiple: true, description: 'a parameter of the query, name=value' },
			format: { type: 'string', description: 'table (default), json or csv' }
		},
		examples: [
			"npm run query -- 'MATCH (c:Concept) RETURN c.label, c.papers ORDER BY c.papers DESC LIMIT 5'",
			"npm run --silent query -- 'MATCH (c:Concept {id: $id}) RETURN c' --param id=rationale --format json"
		]
	},
	async (given) => {
		const [cypher, ...others] = given.positionals;
		if (others.length > 0)
			throw new UsageError(
				'More than one query was given.',
				'Quote the whole query once, and give one at a time.'
			);
		if (cypher === undefined)
			throw new UsageError('No query was given.', "npm run query -- 'MATCH (n) RETURN n LIMIT 5'");
		const format = formats.find((name) => name === (given.values['format'] ?? 'table'));
		if (!format) throw new UsageError('That is no format.', `Choose one of ${formats.join(', ')}.`);
		const parameters = parametersOf(given.values['param']);
		const answer = await withStore(given, (store) => runQuery(store, cypher, parameters));
		if (format === 'json') console.log(JSON.stringify(answer));
		else console.log(format === 'csv' ? csv(answer) : table(answer));
		if (answer.truncated) console.error(`Cut after ${answer.rows.length} rows.`);
	}
);
