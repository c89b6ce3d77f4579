import type { QueryAnswer } from '#lib/domain/answers.ts';
import { cellText } from './cell-text.ts';

/** More bars than this are no picture; lines and points may be more. */
const most = { bars: 40, points: 2000, series: 8 };

export type Chart =
	| { form: 'bar'; labels: string[]; series: { name: string; values: number[] }[]; left: number }
	| { form: 'line'; labels: string[]; series: { name: string; values: number[] }[]; left: number }
	| { form: 'scatter'; x: string; y: string; points: { x: number; y: number; name: string }[]; left: number };
export type ChartForm = Chart['form'];

type Rows = Pick<QueryAnswer, 'columns' | 'rows'>;

/** What a column holds throughout: numbers, months or years, or names. Empty cells say nothing. */
function typeOf({ rows }: Rows, column: number): 'number' | 'period' | 'name' {
	const values = rows.map((row) => row[column]).filter((value) => value !== null && value !== undefined);
	if (values.length === 0) return 'name';
	if (values.every((value) => typeof value === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(value)))
		return 'period';
	return values.every((value) => typeof value === 'number') ? 'number' : 'name';
}

/** Every month from the first to the last; years where no month is told; days stay as they are. */
function filledPeriods(given: readonly string[]): string[] {
	const sorted = [...new Set(given)].sort();
	const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
	if (sorted.some((period) => period.length > 7)) return sorted;
	const isMonths = sorted.every((period) => period.length === 7);
	if (!isMonths && !sorted.every((period) => period.length === 4)) return sorted;
	const index = (period: string) =>
		isMonths ? Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 : Number(period);
	const nameOf = (at: number) =>
		isMonths
			? `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
			: String(at).padStart(4, '0');
	const count = index(last) - index(first) + 1;
	// A wrong year among right ones would make a picture of nothing.
	return count > most.points ? sorted : Array.from({ length: count }, (_, by) => nameOf(index(first) + by));
}

function lineChart({ columns, rows }: Rows, period: number, numbers: number[], name: number): Chart {
	const labels = filledPeriods(rows.map((row) => cellText(row[period])).filter((text) => text !== ''));
	const at = new Map(labels.map((label, index) => [label, index]));
	const series = new Map<string, number[]>();
	for (const row of rows)
		for (const number of numbers) {
			const called = name < 0 ? (columns[number] ?? '') : cellText(row[name]);
			const values = series.get(called) ?? labels.map(() => 0);
			series.set(called, values);
			const index = at.get(cellText(row[period]));
			if (index !== undefined) values[index] = (values[index] ?? 0) + Number(row[number] ?? 0);
		}
	const all = [...series].map(([called, values]) => ({ name: called, values }));
	return {
		form: 'line',
		labels,
		series: all.slice(0, most.series),
		left: Math.max(0, all.length - most.series)
	};
}

/** The forms that the columns of an answer allow, the best one first; none where there is no number. */
export function chartForms(answer: Rows): ChartForm[] {
	const types = answer.columns.map((_, column) => typeOf(answer, column));
	const count = (type: string) => types.filter((each) => each === type).length;
	if (answer.rows.length === 0 || count('number') === 0) return [];
	const forms: ChartForm[] = [];
	const isScatter = count('number') >= 2;
	if (count('period') === 1 && types.indexOf('period') === 0) forms.push('line');
	if (isScatter && answer.rows.length > most.bars) forms.push('scatter');
	if (count('name') + count('period') > 0) forms.push('bar');
	if (isScatter && !forms.includes('scatter')) forms.push('scatter');
	return forms;
}

/** An answer as a chart of that form, or of the best one; null where its columns allow none. `left`: what is not drawn. */
export function chartOf(answer: Rows, wanted?: ChartForm): Chart | null {
	const { columns, rows } = answer;
	const forms = chartForms(answer);
	const form = wanted && forms.includes(wanted) ? wanted : forms[0];
	const types = columns.map((_, column) => typeOf(answer, column));
	const all = (type: string) => types.flatMap((each, column) => (each === type ? [column] : []));
	const [numbers, names] = [all('number'), all('name')];
	if (form === 'line')
		return lineChart(
			answer,
			types.indexOf('period'),
			names.length > 0 ? numbers.slice(0, 1) : numbers,
			names[0] ?? -1
		);
	if (form === 'scatter') {
		const [x = 0, y = 0] = numbers;
		const drawn = rows.slice(0, most.points);
		const points = drawn.map((row) => ({
			...{
				x: Number(row[x] ?? 0),
				y: Number(row[y] ?? 0),
				name: names[0] === undefined ? '' : cellText(row[names[0]])
			}
		}));
		return { form, x: columns[x] ?? '', y: columns[y] ?? '', points, left: rows.length - drawn.length };
	}
	if (form === undefined) return null;
	const drawn = rows.slice(0, most.bars);
	const label = names[0] ?? all('period')[0] ?? 0;
	return {
		form,
		labels: drawn.map((row) => cellText(row[label])),
		// Numbers of other sizes would make lines of the smaller ones: the first tells.
		series: numbers.slice(0, 1).map((number) => ({
			name: columns[number] ?? '',
			values: drawn.map((row) => Number(row[number] ?? 0))
		})),
		left: rows.length - drawn.length
	};
}
