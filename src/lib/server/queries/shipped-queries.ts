import type { SavedQuery } from '#lib/domain/saved-query.ts';
import { compare } from './shipped/compare.ts';
import { find } from './shipped/find.ts';
import { gaps } from './shipped/gaps.ts';
import { overTime } from './shipped/over-time.ts';
import type { ShippedGroup } from './shipped/parts.ts';
import { quality } from './shipped/quality.ts';

/** The queries that come with Throughline: questions a reader of papers asks, in the words of the graph model. */
const groups: ShippedGroup[] = [
	['find', find],
	['compare', compare],
	['time', overTime],
	['gaps', gaps],
	['quality', quality]
];

export const shippedQueries: SavedQuery[] = groups.flatMap(([group, queries]) =>
	queries.map((query) => ({
		...{ ...query, group, shipped: true, revision: null, changedAt: null, favourite: false, tags: [] }
	}))
);
