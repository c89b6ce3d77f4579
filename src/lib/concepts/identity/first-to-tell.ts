import { background } from '#lib/concepts/words/background.ts';
import { acronymSenses } from '#lib/concepts/words/acronym-senses.ts';
import type { Introduces } from '#lib/domain/graph.ts';
import type { Papers } from './name-concept.ts';

/** From so many papers on, what a paper brings is told by dates; without them, no more than so many speak of it. */
const few = 3;

/** What so many abstracts at large say is known without the corpus. */
const wellKnown = 8;

/** So many papers at large that write a form out where they abbreviate it know it as well. */
const wellDefined = 4;

let known: Set<string> | null = null;

/**
 * What abstracts at large speak of. A single word is known as an acronym or by its capitals only: REVERSE is a name,
 * whatever is reversed elsewhere.
 */
function knownForms(): Set<string> {
	const { forms, papers } = background();
	const said = forms.filter((form, row) => form.includes(' ') && (papers[row] ?? 0) >= wellKnown);
	const longs = [...acronymSenses()].flatMap(([short, senses]) => {
		const often = [...senses].filter(([, count]) => count >= wellDefined);
		return often.length === 0 ? [] : [short, ...often.map(([long]) => long)];
	});
	return new Set([...said, ...longs]);
}

/**
 * Whether a paper that says so brings a concept into the world, as far as the corpus shows. What stands before a title's
 * colon is introduced. A name after "we present" is often only used or explained there ("reinforcement learning (RL)"):
 * it is introduced when abstracts at large do not know it, no earlier paper speaks of it and not one paper in ten does.
 * `dates` are those of all papers.
 */
export function isFirstToTell(
	{ paper, rule, starts }: Pick<Introduces, 'paper' | 'rule' | 'starts'>,
	{ form, count, dates: own }: Pick<Papers, 'count' | 'dates'> & { form: string },
	dates: ReadonlyMap<string, string | null>
): boolean {
	if (rule === 'title') return true;
	known ??= knownForms();
	// A title that begins with the name claims it as well: "WIND Technical Report".
	if (starts[0] !== 0 && known.has(form)) return false;
	if (count <= 1) return true;
	const date = dates.get(paper);
	if (!date) return count <= few;
	return count <= Math.max(few, dates.size / 10) && own.every((other) => other >= date);
}
