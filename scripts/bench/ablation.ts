import { fork } from 'node:child_process';
import { once } from 'node:events';
import { UsageError } from '#lib/domain/errors.ts';
import { mean } from '../keyphrase-scores.ts';

/** What a process that does without a list is sent, after it has told the lists' names. */
export interface AblationTask {
	folder: string;
	/** The list to do without; null for none. */
	without: string | null;
	/** The most papers of each set. */
	papers: number;
}

/** What it answers: how many words the list had, and on each set the scores of its papers, or one of the whole set. */
export interface AblationScores {
	size: number;
	sets: Record<string, number[]>;
}

interface Difference {
	/** How much the score falls without the list, in points. */
	worth: number;
	/** The standard error of that over the papers, in points; 0 where the set has one score. */
	error: number;
}

/** The mean of the differences of paired scores, and its standard error. */
export function pairedDifference(whole: number[], without: number[]): Difference {
	const differences = whole.map((score, at) => 100 * (score - (without[at] ?? 0)));
	const worth = mean(differences);
	const spread = differences.reduce((sum, each) => sum + (each - worth) ** 2, 0);
	const count = differences.length;
	return { worth, error: count < 2 ? 0 : Math.sqrt(spread / (count - 1) / count) };
}

/** A process of its own for each list: words that were looked up are remembered for as long as a process lives. */
async function startProcess() {
	const child = fork(new URL('ablation-process.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
	const [names] = (await once(child, 'message')) as [string[]];
	return { child, names };
}

async function measureWithout(task: AblationTask): Promise<AblationScores> {
	const { child } = await startProcess();
	child.send(task);
	const [scores] = (await Promise.race([
		once(child, 'message'),
		once(child, 'exit').then(([code]) => {
			throw new Error(`The process without ${task.without ?? 'nothing'} ended with ${String(code)}.`);
		})
	])) as [AblationScores];
	return scores;
}

const mostPapers = 100;

/**
 * Prints what each list is worth: how many points of F1@10 are lost without it on the first papers of each set, with
 * the weights as they are. Twice the standard error is noise.
 */
export async function benchAblation(folder: string, wanted: string[], papers = mostPapers): Promise<void> {
	const { child, names } = await startProcess();
	child.kill();
	const unknown = wanted.find((name) => !names.includes(name));
	if (unknown !== undefined) throw new UsageError(`${unknown} is no list.`, `There are ${names.join(', ')}.`);
	const whole = await measureWithout({ folder, without: null, papers });
	const sets = Object.keys(whole.sets);
	if (sets.length === 0)
		throw new UsageError(`None of the sets is in ${folder}.`, 'Name their folder with --data.');
	console.log(`points of F1@10 (acronyms: F1) lost without a list, on ${papers} papers of each set at most`);
	console.log(['list (words)'.padEnd(26), ...sets.map((set) => set.padStart(20)), '  beyond noise'].join(''));
	for (const without of wanted.length > 0 ? wanted : names) {
		const scores = await measureWithout({ folder, without, papers });
		const differences = sets.map((set) => pairedDifference(whole.sets[set] ?? [], scores.sets[set] ?? []));
		const matters = differences.some(({ worth, error }) => Math.abs(worth) > 2 * error && worth !== 0);
		const cells = differences.map(({ worth, error }) =>
			`${worth.toFixed(2)} ± ${error.toFixed(2)}`.padStart(20)
		);
		console.log([`${without} (${scores.size})`.padEnd(26), ...cells, matters ? '  yes' : '  no'].join(''));
	}
}
