/** Dates as sources tell them, `2024`, `2024-05` or `2024-05-17`; null where there is no bound. */
export interface DateBounds {
	from: string | null;
	to: string | null;
}

/**
 * The one meaning of "within these dates": what lasts from `first` to `last` overlaps them, as far as the dates tell
 * (a paper of `2024` may be of May). What is undated is within no dates, and passes only where none are given.
 */
export function isWithin(first: string | null, last: string | null, { from, to }: DateBounds): boolean {
	if (from === null && to === null) return true;
	if (first === null || last === null) return false;
	return (
		(from === null || last >= from.slice(0, last.length)) && (to === null || first.slice(0, to.length) <= to)
	);
}

/** The same as conditions of Cypher; all four are expressions of it, and null stands for no bound. */
export function withinDates(first: string, last: string, { from, to }: DateBounds): string[] {
	return [
		...(from === null ? [] : [`${last} >= substring(${from}, 0, size(${last}))`]),
		...(to === null ? [] : [`substring(${first}, 0, size(${to})) <= ${to}`])
	];
}
