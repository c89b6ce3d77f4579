import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { formFeatures, kindWeights, placeFeatures } from '#lib/concepts/kinds/kind-features.ts';
import { kindCalled } from '#lib/concepts/kinds/kind-rules.ts';
import { learnedKinds, type KindWeights } from '#lib/concepts/kinds/kind-of.ts';
import type { SortedPhrase } from './bench/kinds.ts';
import { fitWeights } from './logistic-regression.ts';

/** Penalty (L2) of every weight. */
const penalty = 2e-3;

/** Weights for each kind against all others. */
export function fitKinds(phrases: SortedPhrase[]): KindWeights {
	const features = phrases.map(({ text, start, end }) => [
		...formFeatures(canonicalForm(text.slice(start, end))),
		...placeFeatures(text, start, end, kindCalled(text, start, end))
	]);
	const entries = learnedKinds.map((kind) => {
		const lessons = phrases.map((phrase, at) => ({
			features: [features[at] ?? []],
			given: [phrase.kind === kind]
		}));
		const regularisation = { dense: 0, densePenalty: 0, sparsePenalty: penalty };
		return [kind, fitWeights(lessons, kindWeights, regularisation)] as const;
	});
	return Object.fromEntries(entries) as KindWeights;
}
