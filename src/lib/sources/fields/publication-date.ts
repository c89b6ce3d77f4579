import { foldAccents } from '#lib/domain/fold-accents.ts';
import { isRealDate } from '#lib/domain/paper.ts';
import { monthBeginnings, seasons } from '#lib/sources/constants/dates.ts';
import { firstYear } from '#lib/sources/input/input-limits.ts';

/** A date as it is stored, or why it is none. */
export type ReadDate = { date: string; why: null } | { date: null; why: string };

const time =
	'[T ](?:[01]\\d|2[0-4]):?[0-5]\\d(?::?(?:[0-5]\\d|60)(?:[.,]\\d{1,9})?)? ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?';
/** A year, a month or a day, with the time of day or without it; years also as tables write numbers: `2022.0`. */
const ordered = new RegExp(`^(\\d{4})(?:\\.0+|([-/. ])(\\d{1,2})(?:\\2(\\d{1,2})(?:${time})?)?)?$`, 'i');
/** `20190715`, as MEDLINE writes a day. */
const packed = /^(\d{4})(\d{2})(\d{2})$/;
/** `15.07.2019`, `07/15/2019`: which is the month shows where the other is above twelve. */
const dayFirst = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/** No date is longer, with its weekday and its zone in words. */
const longestDate = 100;

type Parts = [year: string, month?: string, day?: string];

function monthOf(word: string): string | null {
	const found = monthBeginnings.find(([beginning]) => word.startsWith(beginning));
	return found ? String(found[1]) : null;
}

/**
 * The parts of a date with words in it: `July-Aug. 2019`, `2019 Jul 15`, `Fri, 11 Sep 2026 10:00:00 GMT`, `Spring 2020`.
 * Of a span its beginning. Null where the words are no months, or there is no year.
 */
function worded(text: string): Parts | null {
	const words =
		foldAccents(text)
			.toLowerCase()
			.replace(/\d{1,2}:\d{2}\S*/g, ' ')
			.match(/\d+|\p{L}+/gu) ?? [];
	const at = words.findIndex((word) => /^\d{4}$/.test(word));
	const year = words[at];
	if (year === undefined) return null;
	const monthAt = words.findIndex((word) => monthOf(word) !== null);
	const month = monthOf(words[monthAt] ?? '');
	if (month === null) return words.some((word) => seasons.test(word)) ? [year] : null;
	const isDay = (word: string | undefined) => word !== undefined && /^\d{1,2}$/.test(word);
	const day = [words[monthAt + 1], words[monthAt - 1]].find(isDay);
	return day === undefined ? [year, month] : [year, month, day];
}

function partsOf(text: string): Parts | null {
	const [, year, , month, day] = ordered.exec(text) ?? packed.exec(text)?.toSpliced(2, 0, '') ?? [];
	if (year !== undefined) return [year, month, day];
	const [, first = '', , second = '', last] = dayFirst.exec(text) ?? [];
	if (last !== undefined) {
		if (Number(first) > 12) return [last, second, first];
		if (Number(second) > 12) return [last, first, second];
		// The day and the month cannot be told apart.
		return first === second ? [last, first, second] : [last];
	}
	return worded(text);
}

/** What is left of a text when the parts that a record left empty are gone: `2019/03//` is `2019/03`, `[2019?]` is `2019`. */
function bare(text: string): string {
	return (
		text
			.trim()
			.replace(/^[[(]?(?:c|ca|circa|©)?\.? ?(?=\d{4})/i, '')
			.replace(/(?<=^\d{4})[a-z](?![a-z\d])/i, '')
			// RIS has a fourth part for what is no number.
			.replace(/^(\d{4}\/\d{1,2}\/\d{0,2})\/.*$/, '$1')
			.replace(/(?<=\d)[/\-.?\])]+$/, '')
			.replace(/(?<=\d)\/+(?=\D|$)/g, ' ')
			.trim()
	);
}

/**
 * The day, month or year that a source gives as text or as a number, as ISO text: `2026-08-17T17:59:57Z` is the day that
 * it names where it was written, `2022` and `"2022.0"` are a year, `July-Aug. 2019` is 2019-07. Years before 1500 and
 * after `lastYear` are none.
 */
export function readDate(given: unknown, lastYear: number): ReadDate {
	if (typeof given !== 'string' && !(typeof given === 'number' && Number.isInteger(given)))
		return { date: null, why: 'it is no date' };
	const text = String(given);
	const parts = text.length > longestDate ? null : partsOf(bare(text));
	if (parts === null) return { date: null, why: 'a date reads YYYY, YYYY-MM or YYYY-MM-DD' };
	const [year, ...rest] = parts;
	// Zeros stand for what is not known.
	const unknown = rest.findIndex((part) => part === undefined || Number(part) === 0);
	const known = unknown < 0 ? rest : rest.slice(0, unknown);
	const date = [year, ...known.map((part) => part?.padStart(2, '0'))].join('-');
	if (!isRealDate(date)) return { date: null, why: `${date} does not exist` };
	if (Number(year) < firstYear || Number(year) > lastYear)
		return { date: null, why: `${year} lies outside of ${firstYear} to ${lastYear}` };
	return { date, why: null };
}
