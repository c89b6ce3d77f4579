import { writeFile } from 'node:fs/promises';
import { backgroundFile, packBackground, unpackBackground } from '#lib/concepts/words/background.ts';
import { extractText, type TextExtraction } from '#lib/concepts/text/extract-text.ts';
import { features, traitWeights } from '#lib/concepts/ranking/features.ts';
import { countTexts, frequenciesOf, noTexts, type Frequencies } from '#lib/concepts/ranking/frequencies.ts';
import { kindsFile, packKinds } from '#lib/concepts/kinds/kind-of.ts';
import { wordWeights } from '#lib/concepts/words/lexeme.ts';
import { otherPapers, paperContext, type PaperContext } from '#lib/concepts/ranking/paper-context.ts';
import { rankPhrases } from '#lib/concepts/ranking/rank-phrases.ts';
import { packStyle, styleFile, type Style, type StyleName } from '#lib/concepts/ranking/styles.ts';
import { acronymSensesFile, packAcronymSenses } from '#lib/concepts/words/acronym-senses.ts';
import { Vocabulary } from '#lib/concepts/words/vocabulary.ts';
import { packTags, tagsFile } from '#lib/concepts/words/word-tags.ts';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { paperText } from '#lib/domain/paper.ts';
import { readDecisions } from '#lib/server/people/decisions.ts';
import { readPapersOfGraph } from '#lib/server/publishing/stored-papers.ts';
import { acronymSensesOf } from './acronym-senses-of.ts';
import { runCommand, type CommandArguments } from './command.ts';
import { commonTags } from './common-tags.ts';
import { dataFolder, dataOption } from './data-option.ts';
import { decidedForms, decidedRows } from './decided-rows.ts';
import { goldPapers, isForFit, matchKey, type GoldPaper } from './gold.ts';
import { f1At, mean } from './keyphrase-scores.ts';
import { sortedPhrases } from './bench/kinds.ts';
import { fitKinds } from './fit-kinds.ts';
import { fitWeights, type Lesson } from './logistic-regression.ts';
import { openProgress, type Progress } from './progress.ts';
import { properWords } from './proper-words.ts';
import { withStore } from './store-options.ts';

/** A paper to learn from, read. */
interface ReadPaper extends GoldPaper {
	extraction: TextExtraction;
}

/** Where each style's phrases come from, and whether the papers are among those of the background. */
const teachers: { style: StyleName; file: string; inBackground: boolean }[] = [
	{ style: 'map', file: 'hf-daily/dev.jsonl', inBackground: true },
	{ style: 'inspec', file: 'inspec/train.jsonl', inBackground: false },
	{ style: 'author-keywords', file: 'author-keywords/dev.jsonl', inBackground: true }
];

/** Papers whose words are counted besides: no labels, only texts. */
const counted = 'scale/papers-25k.jsonl';

/** Penalty (L2) of the weights of words. Anything from 0.002 to 0.01 does as well. */
const sparsePenalty = 5e-3;

/** Overlaps that are tried on papers that the trial did not learn from, each fifth in turn. */
const overlaps = [0, 0.2, 0.4, 0.6, 0.8];
const folds = 5;

/** The phrases of everything that is read here. */
const vocabulary = new Vocabulary();

function read(folder: string, file: string, progress: Progress): ReadPaper[] {
	const papers = goldPapers(folder, file);
	if (!papers)
		throw new ThroughlineError(`There is no ${file} in ${folder}.`, 'Name its folder with --data.');
	const chosen = papers.filter((paper) => file.includes('train') || file === counted || isForFit(paper));
	return chosen.map((paper, at) => {
		if (at % 100 === 0) progress.step(file, at, chosen.length);
		return { ...paper, extraction: extractText(paper, vocabulary) };
	});
}

function lessonOf(paper: ReadPaper, context: PaperContext): Lesson {
	return {
		features: context.phrases.map((phrase) => features(phrase, context)),
		given: context.phrases.map(({ own }) => paper.gold.has(matchKey(own.phrase.form)))
	};
}

function fit(lessons: Lesson[]): Float64Array {
	const size = traitWeights + wordWeights;
	return fitWeights(lessons, size, { dense: traitWeights, densePenalty: 1e-5, sparsePenalty });
}

/** The mean of F1 at 5 and at 10 over papers. */
function quality(papers: { gold: Set<string>; context: PaperContext }[], style: Style): number {
	return mean(
		papers.map(({ gold, context }) => {
			const ranked = rankPhrases(context, style).map(({ form }) => form);
			return (f1At(5, ranked, gold) + f1At(10, ranked, gold)) / 2;
		})
	);
}

/** What people decided about phrases of the papers of a graph. */
interface Decided {
	papers: { title: string; extraction: TextExtraction }[];
	forms: ReadonlyMap<string, boolean>;
}

const nothingDecided: Decided = { papers: [], forms: new Map() };

/** The papers and decisions of the graph that was named; nothing where none was. */
async function readDecided(given: CommandArguments): Promise<Decided> {
	if (given.values['graph'] === undefined) return nothingDecided;
	return withStore(given, async (store) => {
		const { decisions } = await readDecisions(store);
		const papers = await readPapersOfGraph(store);
		return {
			papers: papers.map((paper) => ({
				title: paper.title,
				extraction: extractText(paper, vocabulary)
			})),
			forms: decidedForms(decisions)
		};
	});
}

/** Lessons of nothing but the phrases that people decided on. */
function decidedLessons({ papers, forms }: Decided, frequencies: Frequencies): Lesson[] {
	const others = otherPapers(vocabulary, frequencies, false);
	const used = new Map<string, number>();
	return papers.flatMap(({ title, extraction }) => {
		const context = paperContext(title, extraction, others);
		const phrases = context.phrases.map(({ own }) => own.phrase.form);
		const rows = decidedRows(phrases, forms, used).flatMap(({ at, isConcept }) => {
			const phrase = context.phrases[at];
			return phrase ? [{ features: features(phrase, context), isConcept }] : [];
		});
		if (rows.length === 0) return [];
		return [{ features: rows.map((row) => row.features), given: rows.map((row) => row.isConcept) }];
	});
}

/** Fits a style: its overlap by cross-validation, its weights then on all papers. */
function fitStyle(
	{ style: name, inBackground: isCounted }: (typeof teachers)[number],
	papers: ReadPaper[],
	frequencies: Frequencies,
	decided: Lesson[]
): Style {
	const context = otherPapers(vocabulary, frequencies, isCounted);
	const taught = papers
		.filter(({ gold }) => gold.size > 0)
		.map((paper) => {
			const own = paperContext(paper.title, paper.extraction, context);
			return { gold: paper.gold, context: own, lesson: lessonOf(paper, own) };
		});
	const trials = overlaps.map((overlap) => ({ overlap, quality: 0 }));
	for (let fold = 0; fold < folds; fold += 1) {
		const isKept = (_: unknown, at: number) => at % folds === fold;
		const others = taught.filter((each, at) => !isKept(each, at)).map(({ lesson }) => lesson);
		const weights = fit(others.concat(decided));
		const kept = taught.filter(isKept);
		for (const trial of trials)
			trial.quality += quality(kept, { name, weights, overlap: trial.overlap }) / folds;
	}
	const [best = { overlap: 0, quality: 0 }] = trials.sort((a, b) => b.quality - a.quality);
	console.log(
		`${name}: ${taught.length} papers; F1 in cross-validation ${(100 * best.quality).toFixed(1)} with overlap ${best.overlap}`
	);
	return { name, weights: fit(taught.map(({ lesson }) => lesson).concat(decided)), overlap: best.overlap };
}

await runCommand(
	{
		name: 'fit',
		usage: 'npm run fit -- [--data FOLDER] [--graph URL]',
		description:
			'Makes the constants of extraction anew from the evaluation data: the background frequencies and each style. Only counts and weights are written, no text and no label.',
		options: {
			...dataOption,
			graph: { type: 'string', description: 'a graph of which what people decided is learnt too' }
		},
		examples: ['npm run fit -- --data ../shared/data', 'npm run fit -- --graph local:./data']
	},
	async (given) => {
		const folder = dataFolder(given.values);
		const decided = await readDecided(given);
		const progress = openProgress();
		const sets = new Map<string, ReadPaper[]>();
		for (const file of [counted, ...teachers.map(({ file }) => file)])
			sets.set(file, read(folder, file, progress));
		progress.end();
		const inBackground = [counted, ...teachers.filter((each) => each.inBackground).map(({ file }) => file)];
		const papers = inBackground.flatMap((file) => sets.get(file) ?? []);
		const counts = countTexts(
			papers.map(({ extraction }) => extraction),
			vocabulary
		);
		const packed = packBackground({ ...counts, proper: properWords(papers.map(({ abstract }) => abstract)) });
		await writeFile(backgroundFile, packed);
		await writeFile(tagsFile, packTags(commonTags(papers.map(paperText))));
		await writeFile(acronymSensesFile, packAcronymSenses(acronymSensesOf(papers.map(paperText))));
		const frequencies = frequenciesOf(vocabulary, noTexts, unpackBackground(packed));
		console.log(`background: ${papers.length} papers, ${Math.round(packed.length / 1000)} kB`);
		const phrases = sortedPhrases(folder, 'scierc/train.jsonl');
		if (!phrases)
			throw new ThroughlineError(
				`There is no scierc/train.jsonl in ${folder}.`,
				'Name its folder with --data.'
			);
		await writeFile(kindsFile, packKinds(fitKinds(phrases)));
		const lessons = decidedLessons(decided, frequencies);
		if (decided !== nothingDecided)
			console.log(`decisions: ${decided.forms.size} forms, in ${lessons.length} papers of the graph`);
		for (const teacher of teachers) {
			const { style, file } = teacher;
			// What people decide is what belongs on the map: no more than that.
			const more = style === 'map' ? lessons : [];
			await writeFile(
				styleFile(style),
				packStyle(fitStyle(teacher, sets.get(file) ?? [], frequencies, more))
			);
		}
	}
);
