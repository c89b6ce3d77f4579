import { UsageError } from '#lib/domain/errors.ts';
import type { QueryAnswer } from '#lib/domain/answers.ts';
import { cellText } from '#lib/domain/results/cell-text.ts';
import { resultFormatNames, resultFormats } from '#lib/domain/results/result-formats.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { typedValue } from '#lib/server/queries/typed-value.ts';
import { runCommand } from './command.ts';
import { graphOption, withStore } from './store-options.ts';

const formats = ['table', ...resultFormatNames] as const;

function parametersOf(given: unknown): Record<string, unknown> {
	const pairs = Array.isArray(given) ? given.map(String) : [];
	return Object.fromEntries(
		pairs.map((pair) => {
			const at = pair.indexOf('=');
			if (at < 1) throw new UsageError(`--param ${pair} has no value.`, 'Give it as --param name=value.');
			return [pair.slice(0, at), typedValue(pair.slice(at + 1))];
		})
	);
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
		usage: `npm run query -- 'CYPHER' [--param name=value] [--format ${formats.join('|')}] [--graph URL]`,
		description: 'Runs Cypher that only reads, and prints its rows.',
		options: {
			...graphOption,
			param: { type: 'string', multiple: true, description: 'a parameter of the query, name=value' },
			format: { type: 'string', description: `${formats.join(', ')}; table without it` }
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
		// What ends its lines by itself ends no empty one.
		console.log(
			(format === 'table' ? table(answer) : resultFormats[format].write(answer)).replace(/\n$/, '')
		);
		if (answer.stopped) console.error(answer.stopped);
		else if (answer.truncated) console.error(`Cut after ${answer.rows.length} rows.`);
	}
);
