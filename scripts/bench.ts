import { UsageError } from '#lib/domain/errors.ts';
import { benchAblation } from './bench/ablation.ts';
import { benchAdditions } from './bench/additions.ts';
import { benchConcepts } from './bench/concepts.ts';
import { benchIngest } from './bench/ingest.ts';
import { benchMap } from './bench/map/bench-map.ts';
import { benchQueries } from './bench/queries.ts';
import { benchReaders } from './bench/readers.ts';
import { benchServe } from './bench/serve.ts';
import { benchSiege } from './bench/siege/bench-siege.ts';
import { benchTopics } from './bench/topics/bench-topics.ts';
import { runCommand, type CommandArguments } from './command.ts';
import { dataFolder, dataOption } from './data-option.ts';

/** Every benchmark by its name, with what its positional arguments are and what it tells. */
const benches: Record<
	string,
	{
		takes: string;
		tells: string;
		run: (given: string[], values: CommandArguments['values']) => Promise<void>;
	}
> = {
	ablation: {
		takes: '[LIST…]',
		tells: 'what each list of words is worth to extraction, on a part of each set',
		run: (lists, values) => benchAblation(dataFolder(values), lists)
	},
	additions: {
		takes: 'FILE',
		tells: 'what changes when papers are added to those of a file',
		run: ([file], { papers, added }) => benchAdditions(file, papers, added)
	},
	concepts: {
		takes: '',
		tells: 'what extraction finds, against people and against others',
		run: (_, values) => benchConcepts(values)
	},
	ingest: {
		takes: '[FILE…]',
		tells: 'time and memory of an ingest into a new graph, step by step, and of adding to it',
		run: (files, { 'made-up': madeUp, added, keep }) => benchIngest(files, { madeUp, added, keep })
	},
	map: {
		takes: 'GRAPH…',
		tells: 'redraws a second while the map pans and zooms, beside a plain Cytoscape page',
		run: benchMap
	},
	queries: {
		takes: 'GRAPH…',
		tells: 'the median and p95 of the shipped queries on graphs, and of 32 parallel neighbour requests',
		run: benchQueries
	},
	readers: {
		takes: '[FORMAT…]',
		tells: 'records a second and memory of each reader, on made-up files, beside rispy and bibtexparser',
		run: (names, { papers, python }) =>
			benchReaders(names, papers, typeof python === 'string' ? python : undefined)
	},
	serve: {
		takes: 'GRAPH…',
		tells: 'the median times of the questions and of the first picture on graphs',
		run: benchServe
	},
	siege: {
		takes: '[GRAPH…]',
		tells: 'the pace of pages while hostile queries run, and what the cage costs an honest one',
		run: (graphs, { only }) => benchSiege(graphs, only)
	},
	topics: {
		takes: '[FILE…]',
		tells: 'topics, land and related papers, against keywords that others gave',
		run: (files, values) => benchTopics(dataFolder(values), files)
	}
};

await runCommand(
	{
		name: 'bench',
		usage: `npm run bench -- ${Object.entries(benches)
			.map(([name, { takes }]) => `${name} ${takes}`.trim())
			.join(' | ')}`,
		description: `Measures: ${Object.entries(benches)
			.map(([name, { tells }]) => `${name}: ${tells}`)
			.join('; ')}.`,
		options: {
			...dataOption,
			json: { type: 'boolean', description: 'concepts: print JSON' },
			save: { type: 'boolean', description: 'concepts: have the help page tell these figures' },
			python: {
				type: 'string',
				description: 'concepts, readers: a Python that has YAKE, rispy and bibtexparser; python3 without it'
			},
			papers: {
				type: 'string',
				description:
					'additions: how many papers there are first, 2970 without it; readers: how many are made up, 100000 without it'
			},
			added: {
				type: 'string',
				description:
					'additions: how many are added, 30 without it; ingest: so many made-up ones in a second run'
			},
			keep: { type: 'string', description: 'ingest: the folder in which the graph stays' },
			'made-up': { type: 'string', description: 'ingest: so many made-up papers in place of files' },
			only: { type: 'string', description: 'siege: only the hostile queries whose name holds this' }
		},
		examples: [
			'npm run bench -- concepts --data ../shared/data',
			'npm run bench -- ingest papers.jsonl',
			'npm run bench -- serve local:./data local:./large',
			'npm run bench -- siege local:./data'
		]
	},
	async ({ positionals: [name = '', ...rest], values }) => {
		const bench = benches[name];
		if (!bench)
			throw new UsageError('That is no benchmark.', `There are ${Object.keys(benches).join(', ')}.`);
		await bench.run(rest, values);
	}
);
