/** What one paper teaches: for each phrase the indexes of its features, and whether people gave it. */
export interface Lesson {
	features: number[][];
	given: boolean[];
}

export interface Regularisation {
	/** Penalties (L2) of the first `dense` weights and of the others. */
	dense: number;
	densePenalty: number;
	sparsePenalty: number;
}

const rounds = 6;
const firstRate = 0.1;

/** Numbers from 0 to 1, always the same: the linear congruential generator of Numerical Recipes. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

function shuffle(order: number[], random: () => number): void {
	for (let at = order.length - 1; at > 0; at -= 1) {
		const other = Math.floor(random() * (at + 1));
		[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
	}
}

/**
 * Logistic regression over features that are there or not, by stochastic gradient descent with a rate for each weight
 * (AdaGrad: Duchi, Hazan and Singer, 2011). The same lessons give the same weights.
 */
export function fitWeights(lessons: Lesson[], size: number, regularisation: Regularisation): Float64Array {
	const { dense, densePenalty, sparsePenalty } = regularisation;
	const weights = new Float64Array(size);
	const squares = new Float64Array(size);
	const random = seeded(1);
	const order = lessons.map((_, index) => index);
	for (let round = 0; round < rounds; round += 1) {
		shuffle(order, random);
		const rate = firstRate / (1 + 0.5 * round);
		for (const index of order) {
			const { features, given } = lessons[index] ?? { features: [], given: [] };
			for (const [at, indexes] of features.entries()) {
				let logit = 0;
				for (const each of indexes) logit += weights[each] ?? 0;
				const error = 1 / (1 + Math.exp(-logit)) - (given[at] ? 1 : 0);
				for (const each of indexes) {
					const penalty = each < dense ? densePenalty : sparsePenalty;
					const slope = error + penalty * (weights[each] ?? 0);
					squares[each] = (squares[each] ?? 0) + slope * slope;
					weights[each] = (weights[each] ?? 0) - (rate * slope) / Math.sqrt((squares[each] ?? 0) + 1e-6);
				}
			}
		}
	}
	return weights;
}
