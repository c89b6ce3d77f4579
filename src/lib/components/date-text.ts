const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-02-14` and `2026-02` as `Feb 2026`, `2026` as it is. */
export function monthText(date: string): string {
	const [year = '', month] = date.split('-');
	return month ? `${months[Number(month) - 1] ?? ''} ${year}` : year;
}
