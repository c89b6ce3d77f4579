import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** Letters that math writes out. */
export const mathLetters: readonly WordGroup[] = [
	{
		why: 'A formula without its signs leaves them behind; none names anything alone.',
		words: `
			alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho
			sigma tau upsilon phi varphi chi psi omega ell
		`
	}
];
