/** Values of one `range()` of literal bounds. The engine makes the whole list inside an expression and looks at no clock. */
export const rangeValues = 10_000_000;

/** What a regular expression in a query may hold; Java's tries every way to match, and looks at no clock. */
export const regexLimits = {
	/** More repetitions than this count as without an end. */
	repetitions: 50,
	/** Wildcards without an end, side by side: each multiplies the tries by the length of the text. */
	sideBySide: 2,
	/** Parts repeated without an end, in all. */
	endless: 10,
	/** Alternatives of a group that is repeated: each is compared with every other. */
	alternatives: 60
} as const;

/** Steps after which something that doubles with each has become too large. */
export const mostDoublings = 20;

/** Words that part the values of CASE, of which only one is taken. */
export const branchWords: ReadonlySet<string> = new Set(['CASE', 'WHEN', 'THEN', 'ELSE', 'END']);

/** Signs beside which a number stands, or what is only compared: neither grows when it is said twice. */
export const measuringSigns: ReadonlySet<string> = new Set(['<', '>', '=', '*', '/', '-', '%', '^']);

/** Functions that make something small of a value, however large it is. */
export const measuringFunctions: ReadonlySet<string> = new Set([
	...['SIZE', 'LENGTH', 'COUNT', 'ISEMPTY'],
	...['HEAD', 'LAST'],
	...['TOINTEGER', 'TOFLOAT', 'ABS']
]);
