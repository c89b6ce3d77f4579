const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-02-14` and `2026-02` as `Feb 2026`, `2026` as it is. */
export function monthText(date: string): string {
	const [year = '', month] = date.split('-');
	return month ? `${months[Number(month) - 1] ?? ''} ${year}` : year;
}

/** `2026-02-14T09:30:00Z` and `2026-02-14` as `14 Feb 2026`; a date without a day as its month. */
export function dayText(date: string): string {
	const day = Number(date.slice(8, 10));
	return day > 0 ? `${day} ${monthText(date)}` : monthText(date);
}
