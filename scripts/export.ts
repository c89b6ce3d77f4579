import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '#lib/domain/errors.ts';
import { askedFormat, exportFormatIds, exportParts } from '#lib/domain/export-formats.ts';
import type { View } from '#lib/domain/view.ts';
import { checkedView, parametersOfAddress } from '#lib/explorer/checked-view.ts';
import { exportLines, type AskedExport } from '#lib/server/exports/write-export.ts';
import type { Store } from '#lib/server/store.ts';
import { runCommand, type CommandArguments } from './command.ts';
import { graphOption, withStore } from './store-options.ts';

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
	for await (const line of lines) yield `${line}\n`;
}

/** Under another name until it is complete: an export that was interrupted leaves no half file. */
async function writeExport(store: Store, asked: AskedExport, out: string | undefined): Promise<void> {
	const lines = Readable.from(withEnds(exportLines(store, asked)));
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

function viewAt(address: string): View {
	const { view, unread } = URL.canParse(address, 'http://localhost/')
		? checkedView(parametersOfAddress(address))
		: { view: null, unread: [] };
	if (view && unread.length === 0) return view;
	throw new UsageError(
		unread.length > 0
			? `This is no view: ${unread.join(', ')} cannot be read.`
			: `"${address}" is no address.`,
		"Copy the address of a map, in quotes: --view '/?scope=topics/ID'."
	);
}

/** What is asked for, or a UsageError that lists what there is. */
function askedExport({ values }: CommandArguments): AskedExport {
	const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
	const address = text('view');
	const asked = askedFormat(text('format'), text('part'), address !== undefined);
	if ('problem' in asked) throw new UsageError(asked.problem, asked.advice);
	const withPeople = values['with-people'] === true;
	if (withPeople && (asked.format !== 'jsonl' || address !== undefined))
		throw new UsageError(
			'Only JSON Lines of the whole graph hold what people made.',
			'Leave --with-people out.'
		);
	return { ...asked, view: address === undefined ? null : viewAt(address), withPeople };
}

const formats = exportFormatIds.join('|');

await runCommand(
	{
		name: 'export',
		usage: `npm run export -- --format ${formats} [--part ${exportParts.join('|')}] [--view ADDRESS] [--out FILE] [--with-people] [--graph URL]`,
		description: 'Writes the graph, or what a view of it draws, sorted: the same graph gives the same bytes.',
		options: {
			...graphOption,
			format: { type: 'string', description: exportFormatIds.join(', ') },
			part: { type: 'string', description: 'of CSV, which is two files: nodes or relationships' },
			view: {
				type: 'string',
				description: "only what a map shows: its address, such as '/?scope=topics/ID'"
			},
			out: { type: 'string', description: 'the file to write; standard output without it' },
			'with-people': {
				type: 'boolean',
				description: 'with what people made: saved queries, views, decisions (jsonl alone)'
			}
		},
		examples: [
			'npm run --silent export -- --format jsonl > graph.jsonl',
			'npm run export -- --format bibtex --out papers.bib',
			"npm run export -- --format gexf --view '/?scope=topics/ID' --out topic.gexf"
		]
	},
	async (given) => {
		const asked = askedExport(given);
		const { out } = given.values;
		await withStore(given, (store) => writeExport(store, asked, typeof out === 'string' ? out : undefined));
	}
);
