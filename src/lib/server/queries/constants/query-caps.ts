export interface QueryCap {
	/** What is counted, as the refusal names it. */
	what: string;
	/** As many are let through. */
	most: number;
}

/**
 * How large a text may be before the engine is asked for its plan: it obeys no limit of time while it parses and
 * plans, and where its stack overflows it never answers. Each is well above what a question needs and well below the
 * size at which `EXPLAIN` took a second or did not end, on 5.26.12 and on 2026.09.0 (told behind each cap).
 */
export const queryCaps = {
	/** Brackets, braces and CASE inside one another. No answer: 315 brackets, 32 of `(A|(B&…))`, 64 of `NOT (… AND`. */
	depth: { what: 'Nesting this deep', most: 24 },
	/** EXISTS, COUNT, COLLECT and CALL inside one another. 4 s: 15; no answer: 16 of `EXISTS { (n)-->(x) WHERE …`. */
	subqueryDepth: { what: 'So many subqueries inside one another', most: 4 },
	/** 4 s: 32 of CALL in one another (2026.09); 2 s: 64 of COLLECT side by side. */
	subqueries: { what: 'So many subqueries', most: 20 },
	/** `WHEN` of CASE. 2 s: 180. */
	cases: { what: 'So many cases', most: 60 },
	/** AND, OR, NOT. 2 s: 127 in `(a OR b) AND …`; 6 s: 256 of AND. */
	connectives: { what: 'So many of AND, OR and NOT', most: 80 },
	/** XOR: twice the work for each. No answer: 24. */
	xors: { what: 'So many of XOR', most: 8 },
	/** `+ - * / % ^ < > =`, those of arrows too. No answer: 512 of `n.a + n.b + …`, a comparison of 512. */
	operators: { what: 'So many operators', most: 160 },
	/** 2 s: 64 with a MATCH each; no answer: 256. */
	unions: { what: 'So many of UNION', most: 30 },
	/** MATCH, WITH, UNWIND and the other words that begin a clause. No answer: 64 of WITH and MATCH, 128 of MATCH. */
	clauses: { what: 'So many clauses', most: 60 },
	/**
	 * Relationships, and nodes without one, that are planned together: between WITH, RETURN, UNION and braces. 4 s: 16 of
	 * either; no answer: 12 of each, 13 nodes in a row with an index each and ORDER BY.
	 */
	patternsTogether: { what: 'A pattern of so many parts', most: 10 },
	/** The same in all. 5 s: 36 in EXISTS inside one another. */
	patterns: { what: 'So many parts of patterns', most: 30 },
	/** `&` and `:A:B` of labels, `!`. 6 s: 64. */
	labelSigns: { what: 'So many labels joined by & or :', most: 24 },
	/**
	 * Choices of labels: `(a:A|B)--(b:C|D|E)` has 6, as has `(n:A OR n:B) AND (n:C OR …)`. No answer: 59,000, ten
	 * nodes of three labels each.
	 */
	labelChoices: { what: 'So many choices of labels', most: 5000 },
	/** `|`. 2 s: 1,024 types of relationships. */
	alternatives: { what: 'So many alternatives', most: 250 },
	/** Keys in the braces of a node or relationship. No answer: 512. */
	properties: { what: 'So many properties in one pair of braces', most: 100 },
	/** `WITH a + a AS a` after one another, multiplied: texts are put together while planning. No answer: 2^24 (2026.09). */
	doublings: { what: 'Adding a value to itself so often', most: 500 },
	/** `.`, and `[…]` after `[…]`. No answer: 256 in one chain. */
	dots: { what: 'So many properties', most: 120 },
	/** Columns, and arguments of one function. 2 s: 512 columns. */
	columns: { what: 'So many columns or arguments', most: 150 },
	/** Commas but those between two literals, which may be as many as the text holds. 2 s: 2,000 of `[[1],[1],…]`. */
	items: { what: 'So many items that are no plain values', most: 400 }
} as const satisfies Record<string, QueryCap>;

export type Counted = keyof typeof queryCaps;
