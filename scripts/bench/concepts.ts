import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { dataFolder } from '../data-option.ts';
import type { CommandArguments } from '../command.ts';
import { goldPapers } from '../gold.ts';
import { acronymSets, measureAcronyms, type PairScores } from './acronyms.ts';
import { measureIntroduced, type IntroducedScores } from './introduced.ts';
import { asPaper, keyphraseSets, measureKeyphrases, type KeyphraseScores } from './keyphrases.ts';
import { measureKinds, type KindScoresOfSet } from './kinds.ts';
import { measureMap, type MapScores } from './map-concepts.ts';
import { acronymPeer, keyphrasePeers } from './peers.ts';
import { measureLargeSpeed, measureSpeed, type LargeSpeed, type Speed } from './speed.ts';

/** Everything that is measured of extraction; what could not be is left out and its file named. */
interface ConceptFigures {
	keyphrases: ({ set: string; style: string } & KeyphraseScores)[];
	acronyms: ({ set: string } & PairScores)[];
	kinds: KindScoresOfSet | null;
	introduced: IntroducedScores | null;
	map: MapScores | null;
	speed: Speed | null;
	largeSpeed: LargeSpeed | null;
	/** Files that are not there, or that cannot be read. */
	missing: string[];
}

/** Papers that speed is measured on. */
const timed = 6000;

/** The file from which the help page tells what was measured. */
const savedFigures = new URL('../../src/routes/help/extraction-quality.json', import.meta.url);

const daily = 'hf-daily/dev.jsonl';
const scale = 'scale/papers-25k.jsonl';

async function largeSpeed(folder: string): Promise<LargeSpeed | null> {
	const papers = goldPapers(folder, scale);
	return papers && measureLargeSpeed(papers.map(asPaper));
}

async function measure(folder: string, python: string): Promise<ConceptFigures> {
	const missing: string[] = [];
	const measured = async <T>(file: string, take: () => T | null | Promise<T | null>): Promise<T | null> => {
		console.error(`measuring ${file}`);
		try {
			const result = await take();
			if (result === null) missing.push(`${file} is not in ${folder}`);
			return result;
		} catch (cause) {
			const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
			missing.push(`${file} cannot be read: ${reason ?? ''}`);
			return null;
		}
	};
	const papers = await measured(daily, () => goldPapers(folder, daily));
	// First, so that the memory is extraction's own.
	const speed = papers && (await measureSpeed(papers.slice(0, timed).map(asPaper), python));
	const figures: ConceptFigures = {
		keyphrases: [],
		acronyms: [],
		kinds: await measured('scierc/dev.jsonl', () => measureKinds(folder)),
		introduced: papers && measureIntroduced(papers),
		map: await measured(daily, () => measureMap(folder)),
		speed,
		largeSpeed: await measured(scale, () => largeSpeed(folder)),
		missing
	};
	for (const set of acronymSets) {
		const scores = await measured(set.file, () => measureAcronyms(folder, set));
		if (scores) figures.acronyms.push({ set: set.name, ...scores });
	}
	for (const set of keyphraseSets) {
		const scores = await measured(set.file, () => measureKeyphrases(folder, set));
		if (scores) figures.keyphrases.push({ set: set.name, style: set.style, ...scores });
	}
	figures.missing = [...new Set(missing)];
	return figures;
}

function percent(share: number): string {
	return (100 * share).toFixed(1);
}

function table(rows: string[][]): string {
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	return rows
		.map((row) =>
			row
				.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
				.join('  ')
		)
		.join('\n');
}

function keyphraseTable({ keyphrases }: ConceptFigures): string {
	return table([
		['keyphrases (style)', 'papers', 'F1@5', 'F1@10', 'recall of candidates in the text', 'of all'],
		...keyphrases.map(({ set, style, papers, f1At5, f1At10, recallOfPresent, recallOfAll }) => [
			`${set} (${style})`,
			String(papers),
			percent(f1At5),
			percent(f1At10),
			percent(recallOfPresent),
			percent(recallOfAll)
		])
	]);
}

function peerTable(): string {
	return table([
		['others, F1@5/@10', 'inspec dev', 'hf-daily dev', 'author-keywords dev'],
		...keyphrasePeers.map(({ name, scores }) => [
			name,
			...scores.map((pair) => pair.map((score) => score.toFixed(1)).join('/'))
		])
	]);
}

function speedText({ papers, oneThread, twoThreads, twoProcesses, yake, growth, megabytes }: Speed): string {
	const ratio =
		yake === null
			? 'YAKE is not installed: no ratio'
			: `YAKE ${yake.toFixed(0)} a second in the same run: ${(oneThread / yake).toFixed(1)} times as fast on one thread`;
	return `${papers} abstracts: ${oneThread.toFixed(0)} a second on one thread, ${twoThreads.toFixed(0)} on two (${(twoThreads / oneThread).toFixed(2)} times; two processes at once, with half of them each: ${(twoProcesses / oneThread).toFixed(2)} times), ${megabytes} MB at most; ${ratio}; a text ten times as long takes ${growth.toFixed(1)} times as long at worst`;
}

function mapText({ papers, ofTop, doubtful, shared, ofNoKind, small }: MapScores): string {
	return (
		`map: ${percent(ofTop)} % of the 100 concepts of most papers in ${papers} are keywords of a twentieth of these and more (not: ${doubtful.join(', ')}); ` +
		`${shared.concepts} concepts share ${shared.labels} labels; ${percent(ofNoKind)} % of those with five papers and more are of kind other; ` +
		`corpora of ${small.papers} papers have ${small.mentions.toFixed(1)} concepts a paper, ${percent(small.recall)} % of the keywords in the text among them`
	);
}

function figuresText(figures: ConceptFigures): string {
	const { acronyms, kinds, introduced, map, speed, largeSpeed: large, missing } = figures;
	return [
		keyphraseTable(figures),
		'',
		peerTable(),
		'',
		table([
			['acronym pairs', 'pairs', 'precision', 'recall'],
			...acronyms.map(({ set, pairs, precision, recall }) => [
				set,
				String(pairs),
				percent(precision),
				percent(recall)
			]),
			[
				`${acronymPeer.name} on Medstract`,
				'',
				acronymPeer.precision.toFixed(1),
				acronymPeer.recall.toFixed(1)
			]
		]),
		'',
		...(kinds ? [`kinds: ${percent(kinds.accuracy)} % right of ${kinds.phrases} phrases of scierc dev`] : []),
		...(introduced
			? [
					`introduced: ${percent(introduced.ofPresent)} % of the names before a title's colon that the abstract holds are found without the title (${percent(introduced.ofAll)} % of all ${introduced.titles})`
				]
			: []),
		...(map ? [mapText(map)] : []),
		...(speed ? [speedText(speed)] : []),
		...(large
			? [
					`${large.papers} abstracts: ${large.oneThread.toFixed(0)} a second on one thread, ${large.twoThreads.toFixed(0)} on two (${(large.twoThreads / large.oneThread).toFixed(2)} times)`
				]
			: []),
		...missing.map((each) => `not measured: ${each}`)
	].join('\n');
}

/** `bench -- concepts`: prints a table or JSON; with `--save` the help page tells these figures from then on. */
export async function benchConcepts(values: CommandArguments['values']): Promise<void> {
	const python = typeof values['python'] === 'string' ? values['python'] : 'python3';
	const folder = dataFolder(values);
	if (!existsSync(join(folder, '.')))
		throw new ThroughlineError(`There is no folder ${folder}.`, 'Name the evaluation data with --data.');
	const figures = await measure(folder, python);
	const all = { ...figures, peers: { keyphrases: keyphrasePeers, acronyms: acronymPeer } };
	console.log(values['json'] === true ? JSON.stringify(all, null, '\t') : figuresText(figures));
	if (values['save'] === true && figures.missing.length === 0)
		await writeFile(savedFigures, `${JSON.stringify(all, null, '\t')}\n`);
}
