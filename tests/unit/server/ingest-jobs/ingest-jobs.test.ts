import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NotFoundError, ParameterError, PublishConflictError, TooLargeError } from '#lib/domain/errors.ts';
import type { IngestEvent } from '#lib/domain/ingest-job.ts';
import { IngestJobs } from '#lib/server/ingest-jobs/ingest-jobs.ts';
import type { IngestListener } from '#lib/server/ingest-jobs/ingest-process.ts';
import { stepAfter } from '#lib/server/ingest-jobs/job-steps.ts';
import { makeUploadFolder, removeLeftFolders, safeName } from '#lib/server/ingest-jobs/upload-folder.ts';

test.each([
	['library.bib', 'library.bib'],
	['../../etc/passwd', 'passwd'],
	['C:\\Users\\ann\\Teiche & Seen.ris', 'Teiche _ Seen.ris'],
	['.hidden', 'hidden'],
	['..', 'file'],
	['', 'file'],
	['a\u0000b\n.bib', 'a_b_.bib'],
	['Литература (2).csv', 'Литература (2).csv'],
	['池塘'.repeat(60) + '.bib', '塘' + '池塘'.repeat(32) + '.bib']
])('safeName(%j) is %j', (given, expected) => {
	expect(safeName(given)).toBe(expected);
});

test.each([
	[0, 100, 3, null, null],
	[50, 100, 0.1, null, null],
	[50, 200, 2, 25, 6],
	[200, 200, 4, 50, null]
])('stepAfter: %i of %i after %d s', (done, total, seconds, perSecond, secondsLeft) => {
	expect(stepAfter('concepts', done, total, seconds)).toEqual({
		...{ name: 'concepts', done, total },
		...{ perSecond, secondsLeft }
	});
});

const estimate = {
	...{
		papers: 2,
		newPapers: 1,
		held: 3,
		seconds: 6,
		measuredBy: 0,
		withoutAbstract: 0,
		duplicates: [],
		duplicateCount: 0
	},
	...{ rejected: [], rejectedCount: 0, omittedCount: 0, notes: [] }
};

describe('IngestJobs', () => {
	let folder: string;
	let jobs: IngestJobs;
	let started: { given: string[]; listener: IngestListener; isStopped: boolean }[];
	let now: number;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'throughline-jobs-'));
		started = [];
		now = 1000;
		jobs = new IngestJobs({
			start: (given, listener) => {
				const one = { given, listener, isStopped: false };
				started.push(one);
				return { stop: () => (one.isStopped = true) };
			},
			makeFolder: (names) => makeUploadFolder(names, folder),
			now: () => now
		});
	});
	afterEach(() => rm(folder, { recursive: true }));

	const say = (event: IngestEvent) => started.at(-1)?.listener.onEvent(event, JSON.stringify(event));
	const end = async (code: number | null) => {
		started.at(-1)?.listener.onEnd(code);
		await new Promise((wake) => setTimeout(wake, 20));
	};
	const bytes = (text: string) => new TextEncoder().encode(text);
	const files = [
		{ name: 'reeds.bib', bytes: 6 },
		{ name: '../reeds.bib', bytes: 4 }
	];
	async function estimated(): Promise<string> {
		const before = started.length;
		const { id } = await jobs.begin(files, 'local:pond');
		await jobs.receive(id, 1, 0, bytes('mud!'));
		await jobs.receive(id, 0, 0, bytes('ree'));
		expect(started).toHaveLength(before);
		await jobs.receive(id, 0, 3, bytes('ds.'));
		say({ event: 'estimate', estimate });
		await end(0);
		return id;
	}

	test('an address: what the command is given, its estimate, and one at a time', async () => {
		const address = 'arxiv:cat:cs.LG AND all:GRPO';
		const job = await jobs.fetch({ address, max: 40 }, 'local:pond');
		expect(job).toMatchObject({ phase: 'estimating', sources: [{ name: address, bytes: 0, received: 0 }] });
		const given = [address, '--max', '40', '--public-only', '--graph', 'local:pond'];
		expect(started.map((one) => one.given)).toEqual([[...given, '--estimate']]);
		await expect(jobs.fetch({ address, max: 40 }, 'local:pond')).rejects.toThrow(PublishConflictError);
		say({ event: 'estimate', estimate });
		await end(0);
		expect(jobs.run(job.id).phase).toBe('running');
		expect(started.at(-1)?.given).toEqual(given);
		await jobs.cancel(job.id);
		await vi.waitFor(async () => {
			expect(await readdir(folder)).toEqual([]);
		});
	});

	test('files in parts, an estimate, the ingest, its report', async () => {
		const { id } = await jobs.begin(files, 'local:pond');
		await expect(jobs.receive(id, 0, 3, bytes('ds.'))).rejects.toThrow(ParameterError);
		await expect(jobs.receive(id, 1, 0, bytes('mud!!'))).rejects.toThrow(ParameterError);
		await expect(jobs.receive(id, 2, 0, bytes('m'))).rejects.toThrow(ParameterError);
		await expect(jobs.receive('another', 0, 0, bytes('m'))).rejects.toThrow(NotFoundError);
		await jobs.cancel(id);
		const own = await estimated();
		const [first, second, ...rest] = started[0]?.given ?? [];
		expect(rest).toEqual(['--graph', 'local:pond', '--estimate']);
		expect(await readFile(first ?? '', 'utf8')).toBe('reeds.');
		expect(await readFile(second ?? '', 'utf8')).toBe('mud!');
		expect(first).not.toBe(second);
		expect(jobs.current()).toMatchObject({ phase: 'estimated', estimate });

		jobs.run(own);
		expect(started[1]?.given.slice(2)).toEqual(['--graph', 'local:pond']);
		say({ event: 'step', step: 'concepts', done: 0, total: 100 });
		now += 2000;
		say({ event: 'step', step: 'concepts', done: 50, total: 100 });
		expect(jobs.current()).toMatchObject({
			phase: 'running',
			seconds: 2,
			step: { perSecond: 25, secondsLeft: 2 }
		});
		const many = Array.from({ length: 150 }, (_, at) => ({
			file: 'reeds.bib',
			record: at,
			reason: 'no title'
		}));
		say({
			event: 'report',
			report: {
				...{ generation: 'g', papers: 4, concepts: 5, topics: 1, rejectedCount: 150, omittedCount: 0 },
				...{ duplicates: [], withoutAbstract: 0, rejected: many, decided: [] },
				news: { papers: ['a'], concepts: ['b', 'c'], topics: [], merged: [], gone: [] }
			}
		});
		await end(0);
		const { phase, report } = jobs.current() ?? {};
		expect([phase, report?.newPapers, report?.newConcepts, report?.rejected.length]).toEqual([
			'done',
			1,
			2,
			100
		]);
		expect((JSON.parse(jobs.report()) as { rejected: object[] }).rejected).toHaveLength(150);
		await vi.waitFor(async () => {
			expect(await readdir(folder)).toEqual([]);
		});
	});

	test('the graph is made again without files, and its report counts what people decided', async () => {
		expect(await jobs.again('local:pond')).toMatchObject({ phase: 'running' });
		expect(started[0]?.given).toEqual(['--again', '--graph', 'local:pond']);
		await expect(jobs.again('local:pond')).rejects.toThrow(PublishConflictError);
		const decided = [true, false, true].map((applies, at) => ({
			key: `k${at}`,
			applies,
			sentence: `s${at}`
		}));
		say({
			event: 'report',
			report: {
				...{ generation: 'g', papers: 4, concepts: 5, topics: 1, rejectedCount: 0, omittedCount: 0 },
				...{ duplicates: [], withoutAbstract: 0, rejected: [], decided },
				news: { papers: [], concepts: [], topics: [], merged: [], gone: [] }
			}
		});
		await end(0);
		expect(jobs.current()).toMatchObject({
			phase: 'done',
			report: { decidedCount: 3, idleCount: 1, decided: [{ sentence: 's1' }] }
		});
	});

	test('a second one cannot begin beside one at work; one whose files stopped coming is let go', async () => {
		await jobs.begin(files, 'local:pond');
		await expect(jobs.begin(files, 'local:pond')).rejects.toThrow(PublishConflictError);
		now += 61_000;
		const own = await estimated();
		expect(await readdir(folder)).toHaveLength(1);
		jobs.run(own);
		now += 600_000;
		await expect(jobs.begin(files, 'local:pond')).rejects.toThrow(
			'An ingest of reeds.bib, reeds.bib is under way'
		);
		expect(() => jobs.run(own)).toThrow(NotFoundError);
	});

	test('cancelled while it runs: the process is stopped, what it says then is not heard', async () => {
		const own = await estimated();
		jobs.run(own);
		expect((await jobs.cancel(own))?.phase).toBe('cancelled');
		expect(started[1]?.isStopped).toBe(true);
		await end(130);
		expect(jobs.current()).toMatchObject({ phase: 'cancelled', problem: null });
		await vi.waitFor(async () => {
			expect(await readdir(folder)).toEqual([]);
		});
		expect(await jobs.cancel(own)).toBeNull();
		expect(() => jobs.report()).toThrow(NotFoundError);
	});

	test('what fails says why, and one that dies says so too', async () => {
		const { id } = await jobs.begin([{ name: 'x', bytes: 1 }], 'local:pond');
		await jobs.receive(id, 0, 0, bytes('x'));
		say({ event: 'failed', message: 'x: this is no format.', advice: 'Give another.' });
		await end(1);
		expect(jobs.current()?.problem).toEqual({ message: 'x: this is no format.', advice: 'Give another.' });
		const own = await estimated();
		jobs.run(own);
		await end(null);
		expect(jobs.current()).toMatchObject({
			phase: 'failed',
			problem: { message: 'The ingest ended before it was done.' }
		});
	});

	test('a library is given to the command as one argument, whatever its name is', async () => {
		const { id } = await jobs.begin([{ name: 'x.bib', bytes: 1 }], 'local:pond', '--fresh of ponds');
		await jobs.receive(id, 0, 0, bytes('x'));
		expect(started[0]?.given[1]).toBe('--library=--fresh of ponds');
		await jobs.cancel(id);
		await jobs.fetch({ address: 'doi:10.5555/ponds', max: 1, library: 'Thesis' }, 'local:pond');
		expect(started[1]?.given).toContain('--library=Thesis');
		await jobs.cancel(jobs.current()?.id ?? '');
		await jobs.fetch({ address: 'doi:10.5555/ponds', max: 1 }, 'local:pond');
		expect(started[2]?.given.filter((each) => each.startsWith('--library'))).toEqual([]);
	});

	test('too much is refused before anything is made', async () => {
		const large = [{ name: 'x', bytes: 500 * 2 ** 20 + 1 }];
		await expect(jobs.begin(large, 'local:pond')).rejects.toThrow(TooLargeError);
		await vi.waitFor(async () => {
			expect(await readdir(folder)).toEqual([]);
		});
	});

	test('removeLeftFolders takes away what processes left that are gone', async () => {
		for (const name of [`${process.pid}-a`, '4194301-b'])
			await mkdir(join(folder, `throughline-ingest-${name}`));
		await mkdir(join(folder, 'throughline-other-4194301'));
		await removeLeftFolders(folder);
		expect((await readdir(folder)).sort()).toEqual([
			`throughline-ingest-${process.pid}-a`,
			'throughline-other-4194301'
		]);
	});
});
