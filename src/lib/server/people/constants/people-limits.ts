/** What people keep is theirs for good, so that it has bounds of its own: one person, or script, may not fill the store. */
export const peopleLimits = {
	/** Things of one kind; a page lists them all. Libraries of saved searches that were looked at have under 300. */
	most: 2000,
	/** Papers of the library: ten times what people keep in a reference manager, and read in under a second. */
	mostEntries: 20_000,
	/** Bytes of one thing as JSON: a query of 20,000 characters of three bytes each, with its parameters. */
	bytes: 100_000,
	/** Days for which what was deleted can be taken back. */
	daysKept: 30,
	/** Characters of an id: a part of addresses that people read to each other. */
	idLength: 60
} as const;
