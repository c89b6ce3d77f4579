/** How much of a kind may be asked for at once: what a person can still compare, and a store answers while one waits. */
export const asked = {
	/** Ways between two nodes: five fit beside each other on two screens. */
	paths: { usual: 5, most: 10 },
	/** Nodes that ways keep off: more than anyone names by hand. */
	avoided: 30,
	/** Papers of which a paper is to be related to every or most: a reading list, not a corpus. */
	relatedTo: 20
} as const;
