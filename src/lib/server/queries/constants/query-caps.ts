export interface QueryCap {
	/** What is counted, as the refusal names it. */
	what: string;
	/** As many are let through. */
	most: number;
}

/**
 * How large a text may be before the engine is asked for its plan: it obeys no limit of time while it parses and
 * plans, and where its stack overflows it never answers. Each is well above what a question needs and well below the
 * size at which `EXPLAIN` took a second or did not end, on 5.26.12 and on 2026.09.0 (behind the line: that size).
 */
export const queryCaps = {
	/** Brackets, braces and CASE inside one another. No answer: 315 brackets, 16 of `(A|(B&…))`. */
	depth: { what: 'Nesting this deep', most: 24 },
	/** EXISTS, COUNT, COLLECT and CALL inside one another. 4 s: 15; no answer: 16 of `EXISTS { (n)-->(x) WHERE …`. */
	subqueryDepth: { what: 'So many subqueries inside one another', most: 6 },
	/** 4 s: 32 of CALL (2026.09); 2 s: 64 COLLECT or pattern comprehensions side by side. */
	subqueries: { what: 'So many subqueries', most: 20 },
	/** `WHEN` of CASE. 2 s: 180. */
	cases: { what: 'So many cases', most: 80 },
	/** AND, OR, NOT. 2 s: 64 of `(a OR b) AND …`; 6 s: 256 of AND. */
	connectives: { what: 'So many of AND, OR and NOT', most: 80 },
	/** XOR: twice the work for each. No answer: 24. */
	xors: { what: 'So many of XOR', most: 8 },
	/** `+ - * / % ^ < > =`, arrows too. No answer: 512 of `n.a + n.b + …`, a comparison of 512. */
	operators: { what: 'So many operators', most: 250 },
	/** No answer: 128. */
	unions: { what: 'So many of UNION', most: 30 },
	/** MATCH, WITH, UNWIND and the other words that begin a clause. No answer: 64 of WITH and MATCH, 128 of MATCH. */
	clauses: { what: 'So many clauses', most: 60 },
	/** Relationships and patterns that are planned together: between WITH, RETURN, UNION and braces. 4 s: 16. */
	patternsTogether: { what: 'A pattern of so many parts', most: 14 },
	/** Relationships and patterns in all. 6 s: 32 of MATCH (a)-->(b). */
	patterns: { what: 'So many parts of patterns', most: 40 },
	/** `&` and `:A:B` of labels, `!`. 6 s: 64. */
	labelSigns: { what: 'So many labels joined by & or :', most: 24 },
	/** `|`. 2 s: 1,024 types of relationships. */
	alternatives: { what: 'So many alternatives', most: 250 },
	/** Keys in the braces of a node or relationship. No answer: 512. */
	properties: { what: 'So many properties in one pair of braces', most: 100 },
	/** `.`. No answer: 256 in one chain. */
	dots: { what: 'So many properties', most: 200 }
} as const satisfies Record<string, QueryCap>;

export type Counted = keyof typeof queryCaps;
