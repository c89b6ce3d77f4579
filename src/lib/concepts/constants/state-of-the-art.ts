/**
 * "State of the art" is what every paper speaks of and none is about. The one place where it is refused: how it is
 * written in front of other words, what is left of it as a head, and its canonical forms.
 */
export const stateOfTheArt = {
	first: 'state-of-the-art',
	heads: ['art', 'the-art', 'sota'],
	forms: ['state of the art', 'sota']
} as const;
