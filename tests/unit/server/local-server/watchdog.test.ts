import { describe, expect, test } from 'vitest';
import {
	judge,
	noMemory,
	watch,
	type Memory,
	type Sighting,
	type Verdict
} from '#lib/server/local-server/watchdog.ts';

const fine: Sighting = { is: 'answering', terminated: [], heap: 0.5, asked: [] };
const stuck = (...terminated: string[]): Sighting => ({ ...fine, terminated });
const filled = (heap: number | null, ...asked: string[]): Sighting => ({ ...fine, heap, asked });
const silent = (since: number): Sighting => ({ is: 'silent', since });

/** The last verdict over sightings at these milliseconds, and at which of them it came first. */
function verdictOver(row: [at: number, Sighting][]): [Verdict, number] | null {
	let memory: Memory = noMemory;
	for (const [at, sighting] of row) {
		const [seen, verdict] = judge(memory, sighting, at);
		if (verdict) return [verdict, at];
		memory = seen;
	}
	return null;
}

describe('judge', () => {
	test.each<[string, [number, Sighting][], [Verdict, number] | null]>([
		[
			'a server that answers',
			[
				[0, fine],
				[20_000, fine]
			],
			null
		],
		[
			'one that is gone',
			[
				[0, fine],
				[1500, { is: 'gone' }]
			],
			['gone', 1500]
		],
		[
			'one whose database has given up',
			[
				[0, fine],
				[1500, { is: 'broken' }]
			],
			['broken', 1500]
		],
		[
			'one that another starts or stops',
			[
				[0, { is: 'busy' }],
				[60_000, { is: 'busy' }]
			],
			null
		],
		[
			'silence of ten seconds in one look',
			[
				[0, fine],
				[11_500, silent(1500)]
			],
			['silent', 11_500]
		],
		[
			'silence of less',
			[
				[0, fine],
				[11_499, silent(1500)]
			],
			null
		],
		[
			'refusals that add up to ten seconds',
			[
				[1000, silent(1000)],
				[6000, silent(5999)],
				[11_000, silent(10_999)]
			],
			['silent', 11_000]
		],
		[
			'silence with an answer between',
			[
				[1000, silent(1000)],
				[6000, fine],
				[12_000, silent(11_999)]
			],
			null
		],
		[
			'a transaction that was terminated five seconds ago',
			[
				[0, stuck('a')],
				[4999, stuck('a')],
				[5000, stuck('b', 'a')]
			],
			['stuck', 5000]
		],
		[
			'transactions that end in time',
			[
				[0, stuck('a')],
				[4000, stuck('b')],
				[8000, stuck('c')]
			],
			null
		],
		[
			'one that is seen again after errors as answers',
			[
				[0, stuck('a')],
				[2500, { is: 'answering', terminated: null, heap: null, asked: [] }],
				[5000, stuck('a')]
			],
			['stuck', 5000]
		],
		[
			'memory that is full for a second and a half while a query runs',
			[
				[0, filled(0.84, 'a')],
				[500, filled(0.85, 'a')],
				[1999, filled(0.95, 'b')],
				[2000, filled(0.95, 'a')]
			],
			['full', 2000]
		],
		[
			'silence after memory was full',
			[
				[0, filled(0.9, 'a')],
				[1499, silent(400)],
				[1500, silent(400)]
			],
			['full', 1500]
		],
		[
			'full memory while nobody asks: publishing, say',
			[
				[0, filled(0.95)],
				[9000, filled(0.95)]
			],
			null
		],
		[
			'memory that was collected between, or that nobody tells of',
			[
				[0, filled(0.95, 'a')],
				[1000, filled(0.4, 'a')],
				[2000, filled(0.95, 'a')],
				[3000, filled(null, 'a')],
				[9000, silent(3000)]
			],
			null
		]
	])('%s', (_, row, expected) => {
		expect(verdictOver(row)).toEqual(expected);
	});
});

/** Runs the watch over these sightings on a clock of its own; restarts number `failing` fail. */
async function watched(row: Sighting[], failing: number[] = [], patiences: number[] = []) {
	const ending = new AbortController();
	const events: string[] = [];
	let now = 0;
	let restarts = 0;
	const left = [...row];
	await watch(
		{
			look: (patience) => {
				patiences.push(patience);
				const next = left.shift();
				if (!next) ending.abort();
				return Promise.resolve(next ?? fine);
			},
			end: (ids) => {
				events.push(`${now} ends ${ids.join(' ')}`);
				return Promise.resolve();
			},
			restart: (verdict) => {
				events.push(`${now} ${verdict}`);
				return failing.includes((restarts += 1)) ? Promise.reject(new Error('full')) : Promise.resolve();
			},
			now: () => now,
			wait: (milliseconds) => {
				now += milliseconds;
				return Promise.resolve();
			},
			onFailure: (error, seconds) => events.push(`${String(error)}, next in ${seconds} s`)
		},
		ending.signal
	);
	return events;
}

describe('watch', () => {
	test('looks often while people ask, ends what fills the memory, and waits less for what was full', async () => {
		const patiences: number[] = [];
		const row = [fine, filled(0.3, 'a'), filled(0.9, 'a', 'b'), filled(0.9, 'a'), filled(0.2, 'c')];
		expect(await watched(row, [], patiences)).toEqual(['2000 ends a b', '2500 ends a']);
		expect(patiences).toEqual([10_000, 10_000, 10_000, 1500, 1500, 10_000]);
		expect(await watched([filled(0.9, 'a'), silent(0), silent(0), silent(0), fine])).toEqual([
			'0 ends a',
			'1500 full'
		]);
	});

	test('starts again what is gone, once for each time', async () => {
		expect(await watched([fine, { is: 'gone' }, fine, fine, { is: 'gone' }, fine])).toEqual([
			'1500 gone',
			'6000 gone'
		]);
	});

	test('forgets what it saw of the server before the restart', async () => {
		const row = Array.from({ length: 20 }, () => stuck('a'));
		expect(await watched(row)).toEqual(['5000 stuck']);
	});

	test('waits twice and four times as long for one that is silent after each restart', async () => {
		const row = Array.from({ length: 300 }, (): Sighting => ({ is: 'silent', since: 0 }));
		const starts = await watched(row.map((_, at) => ({ is: 'silent', since: at * 500 })));
		const times = starts.map((text) => Number(text.split(' ')[0]));
		// To the second look around it: one look every half second to one and a half.
		const waits = times.slice(1, 4).map((time, at) => time - (times[at] ?? 0));
		expect(waits.map((wait) => Math.round(wait / 5000) * 5000)).toEqual([20_000, 40_000, 40_000]);
	});

	test('rests longer after each restart that failed, a minute at most, and says so', async () => {
		const gone = Array.from({ length: 8 }, (): Sighting => ({ is: 'gone' }));
		expect(await watched(gone, [1, 2, 3, 4, 5, 6, 7])).toEqual([
			'0 gone',
			'Error: full, next in 2 s',
			'2000 gone',
			'Error: full, next in 4 s',
			'6000 gone',
			'Error: full, next in 8 s',
			'14000 gone',
			'Error: full, next in 16 s',
			'30000 gone',
			'Error: full, next in 32 s',
			'62000 gone',
			'Error: full, next in 60 s',
			'122000 gone',
			'Error: full, next in 60 s',
			'182000 gone'
		]);
	});
});
