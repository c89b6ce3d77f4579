import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '#lib/domain/errors.ts';
import { exportJsonLines } from '#lib/server/answers/export-jsonl.ts';
import type { Store } from '#lib/server/store.ts';
import { runCommand } from './command.ts';
import { graphOption, withStore } from './store-options.ts';

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
	for await (const line of lines) yield `${line}\n`;
}

/** Under another name until it is complete: an export that was interrupted leaves no half file. */
async function writeExport(store: Store, withPeople: boolean, out: string | undefined): Promise<void> {
	const lines = Readable.from(withEnds(exportJsonLines(store, withPeople)));
	if (out === undefined) {
		await pipeline(lines, process.stdout, { end: false });
		return;
	}
	const unfinished = `${out}.unfinished`;
	try {
		await pipeline(lines, createWriteStream(unfinished));
		await rename(unfinished, out);
	} finally {
		await rm(unfinished, { force: true });
	}
}

await runCommand(
	{
		name: 'export',
		usage: 'npm run export -- --format jsonl [--out FILE] [--with-people] [--graph URL]',
		description:
			'Writes the graph as JSON Lines: nodes, then relationships, sorted; the same graph gives the same bytes.',
		options: {
			...graphOption,
			format: { type: 'string', description: 'jsonl' },
			out: { type: 'string', description: 'the file to write; standard output without it' },
			'with-people': {
				type: 'boolean',
				description: 'with what people made: saved queries, views, decisions'
			}
		},
		examples: [
			'npm run --silent export -- --format jsonl > graph.jsonl',
			'npm run export -- --format jsonl --out graph.jsonl'
		]
	},
	async (given) => {
		const { format, out } = given.values;
		if (format !== undefined && format !== 'jsonl')
			throw new UsageError(`There is no format "${String(format)}".`, 'So far there is jsonl.');
		await withStore(given, (store) =>
			writeExport(store, given.values['with-people'] === true, typeof out === 'string' ? out : undefined)
		);
	}
);
