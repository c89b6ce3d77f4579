import { isRealDate } from '#lib/domain/paper.ts';
import { firstYear } from './input-limits.ts';

/** A date as it is stored, or why it is none. */
export type ReadDate = { date: string; why: null } | { date: null; why: string };

const time =
	'[T ](?:[01]\\d|2[0-4]):?[0-5]\\d(?::?(?:[0-5]\\d|60)(?:[.,]\\d{1,9})?)? ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?';
/** A year, a month or a day, with the time of day or without it; years also as tables write numbers: `2022.0`. */
const written = new RegExp(`^(\\d{4})(?:\\.0+|([-/])(\\d{1,2})(?:\\2(\\d{1,2})(?:${time})?)?)?$`, 'i');

/**
 * The day, month or year that a source gives as text or as a number, as ISO text: `2026-08-17T17:59:57Z` is the day that
 * it names where it was written, `2022` and `"2022.0"` are a year. Years before 1500 and after `lastYear` are none.
 */
export function readDate(given: unknown, lastYear: number): ReadDate {
	if (typeof given !== 'string' && !(typeof given === 'number' && Number.isInteger(given)))
		return { date: null, why: 'it is no date' };
	const [, year = '', , month, day] = written.exec(String(given).trim()) ?? [];
	if (year === '') return { date: null, why: 'a date reads YYYY, YYYY-MM or YYYY-MM-DD' };
	const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
	if (!isRealDate(date)) return { date: null, why: `${date} does not exist` };
	if (Number(year) < firstYear || Number(year) > lastYear)
		return { date: null, why: `${year} lies outside of ${firstYear} to ${lastYear}` };
	return { date, why: null };
}
