import { UsageError } from '#lib/domain/errors.ts';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import { runCommand } from './command.ts';

await runCommand(
	{
		name: 'extract',
		usage: 'npm run extract -- FILE… [--year YEAR]',
		description:
			'Prints the concepts of every paper as JSON Lines, best concept first. Needs no Neo4j, writes nothing.',
		options: {
			year: { type: 'string', description: 'the year of dates that a copied page writes without one' }
		},
		examples: [
			'npm run --silent extract -- papers.jsonl',
			'npm run --silent extract -- page.txt --year 2026 > found.jsonl'
		]
	},
	async ({ values, positionals }) => {
		if (positionals.length === 0) throw new UsageError('No file was named.', 'npm run extract -- FILE…');
		const year = values['year'] === undefined ? undefined : Number(values['year']);
		if (year !== undefined && !Number.isInteger(year))
			throw new UsageError('--year is no year.', 'Give it as 2026.');
		const { papers, rejected } = await readPapers(positionals, year === undefined ? {} : { year });
		for (const { file, record, reason } of rejected)
			console.error(`${file}, record ${record ?? '?'}: ${reason}`);
		const { concepts, mentions, introduces } = await extractCorpus(papers);
		const conceptOf = new Map(concepts.map((concept) => [concept.id, concept]));
		const introduced = new Set(introduces.map(({ paper, concept }) => `${paper} ${concept}`));
		const mentionsOf = new Map<string, typeof mentions>();
		for (const mention of mentions)
			mentionsOf.set(mention.paper, [...(mentionsOf.get(mention.paper) ?? []), mention]);
		for (const { id, title } of papers) {
			const best = [...(mentionsOf.get(id) ?? [])].sort(
				(a, b) => b.weight - a.weight || (a.concept < b.concept ? -1 : 1)
			);
			const found = best.flatMap(({ concept, weight, starts, ends }) => {
				const known = conceptOf.get(concept);
				if (!known) return [];
				const { name, kind, aliases } = known;
				const spans = starts.map((start, index) => [start, ends[index]]);
				return [
					{ name, kind, score: weight, introduced: introduced.has(`${id} ${concept}`), aliases, spans }
				];
			});
			process.stdout.write(`${JSON.stringify({ id, title, concepts: found })}\n`);
		}
	}
);
