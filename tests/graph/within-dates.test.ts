import { expect, test } from 'vitest';
import { z } from 'zod';
import { isWithin, withinDates } from '#lib/domain/within-dates.ts';
import { openedStore } from './opened-store.ts';

const opened = openedStore();

test('withinDates says in Cypher what isWithin says', async () => {
	const dates = [null, '2024', '2024-05', '2024-05-17', '2025', '2023-12-31'];
	const bounds = [null, '2024', '2024-05', '2024-06', '2024-05-17', '2025-01-01'];
	for (const from of bounds)
		for (const to of bounds) {
			const conditions = withinDates('first', 'last', { from: from && '$from', to: to && '$to' });
			const rows = await opened.store.read(
				{
					text: `UNWIND range(0, size($firsts) - 1) AS at WITH $firsts[at] AS first, $lasts[at] AS last
RETURN coalesce(${conditions.length > 0 ? conditions.join(' AND ') : 'true'}, false) AS isWithin`,
					row: z.object({ isWithin: z.boolean() })
				},
				{ from, to, firsts: dates, lasts: [...dates.slice(1), '2026'].map((last, at) => dates[at] && last) }
			);
			const lasts = [...dates.slice(1), '2026'];
			expect(
				rows.map((row) => row.isWithin),
				`${from} to ${to}`
			).toEqual(dates.map((first, at) => isWithin(first, first && (lasts[at] ?? null), { from, to })));
		}
});
