/** Values of one `range()` of literal bounds. The engine makes the whole list inside an expression and looks at no clock. */
export const rangeValues = 10_000_000;

/** What a regular expression in a query may hold; Java's tries every way to match, and looks at no clock. */
export const regexLimits = {
	/** More repetitions than this count as without an end. */
	repetitions: 50,
	/** Wildcards without an end, side by side: each multiplies the tries by the length of the text. */
	sideBySide: 2,
	/** Parts repeated without an end, in all. */
	endless: 10
} as const;
