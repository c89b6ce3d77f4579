import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { counted } from '#lib/domain/counted.ts';
import { SourceError, UsageError } from '#lib/domain/errors.ts';
import { decisionFile, readDecisionFile, thesaurusFile } from '#lib/server/people/decision-files.ts';
import { decisionsOf } from '#lib/server/people/decisions.ts';
import { runCommand } from './command.ts';
import { graphOption, withStore } from './store-options.ts';

async function textOf(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch (cause) {
		throw new SourceError(file, 'it cannot be read.', 'Look whether it is there, and yours.', null, {
			cause
		});
	}
}

await runCommand(
	{
		name: 'curate',
		usage: 'npm run curate -- import FILE | export FILE [--thesaurus] [--graph URL]',
		description:
			'Takes decisions about concepts (merge, split, rename, change kind, hide) from a file, or writes them to one. They take effect at the next ingest.',
		options: {
			...graphOption,
			thesaurus: {
				type: 'boolean',
				description: 'write a thesaurus of VOSviewer: what is merged, renamed and hidden'
			}
		},
		examples: [
			'npm run curate -- export decisions.json',
			'npm run curate -- import thesaurus.txt && npm run ingest -- --again',
			'npm run --silent curate -- export -'
		]
	},
	async (given) => {
		const [verb, file, ...others] = given.positionals;
		if ((verb !== 'import' && verb !== 'export') || file === undefined || others.length > 0)
			throw new UsageError(
				'Say what to do, and with which file.',
				'npm run curate -- import FILE, or export FILE.'
			);
		if (verb === 'import') {
			const decisions = readDecisionFile(await textOf(file), basename(file));
			const changed = await withStore(given, (store) => decisionsOf(store).keepAll(decisions));
			console.log(
				`${counted(decisions.length, 'decision')} read, ${changed.toLocaleString('en')} of them new or changed. They take effect at the next ingest: npm run ingest -- --again`
			);
			return;
		}
		const kept = await withStore(given, (store) => decisionsOf(store).list());
		// By id, so that a file can be compared with an earlier one.
		const decisions = kept.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ value }) => value);
		const isThesaurus = given.values['thesaurus'] === true;
		const { text, untold } = isThesaurus
			? thesaurusFile(decisions)
			: { text: decisionFile(decisions), untold: 0 };
		if (file === '-') process.stdout.write(text);
		else await writeFile(file, text);
		console.error(`${counted(decisions.length - untold, 'decision')} written.`);
		if (untold > 0)
			console.error(
				`A thesaurus cannot tell ${counted(untold, 'decision')} of other sorts; without --thesaurus all are written.`
			);
	}
);
