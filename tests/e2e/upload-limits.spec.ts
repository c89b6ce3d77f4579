import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, request, test, type APIRequestContext } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { uploadLimits, type IngestJob } from '#lib/domain/ingest-job.ts';
import { openOwnExplorer, type OwnExplorer } from './own-explorer.ts';

/** Guards what may be sent to be ingested: how many files, how large, under which names, packed how; and that it goes. */

let own: OwnExplorer;
let api: APIRequestContext;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	own = await openOwnExplorer();
	// A refused body ends its connection: each request has one of its own.
	api = await request.newContext({ baseURL: own.origin, extraHTTPHeaders: { connection: 'close' } });
});
test.afterAll(async () => {
	await api.dispose();
	await own.end();
});
test.afterEach(async () => {
	const job = await current();
	if (job) await cancel(job.id);
	if (await current()) await cancel(job?.id ?? '');
});

const begin = (files: { name: string; bytes: number }[]) => api.post('/api/ingest', { data: { files } });
const begun = async (files: { name: string; bytes: number }[]) =>
	(await (await begin(files)).json()) as IngestJob;
const cancel = (job: string) => api.post('/api/ingest/cancel', { data: { job } });
const current = async () => (await (await api.get('/api/ingest')).json()) as IngestJob | null;
const put = (job: string, file: number | string, at: number, data: Uint8Array) =>
	api.put(`/api/ingest/files/${file}?job=${job}&at=${at}`, {
		data: Buffer.from(data),
		headers: { 'content-type': 'application/octet-stream' }
	});

/** Folders of uploads that lie on the disk, with all files in them. */
async function onDisk(): Promise<string[]> {
	const found = (await readdir(own.folder)).filter((name) => name.startsWith('throughline-ingest-'));
	const lists = await Promise.all(
		found.map((name) => readdir(join(own.folder, name), { recursive: true, withFileTypes: true }))
	);
	return lists.flat().flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}

/** Sends a file whole, and waits for what its estimate says. */
async function estimated(name: string, bytes: Uint8Array): Promise<IngestJob> {
	const { id } = await begun([{ name, bytes: bytes.length }]);
	for (let at = 0; at < bytes.length; at += uploadLimits.part)
		expect((await put(id, 0, at, bytes.subarray(at, at + uploadLimits.part))).status()).toBe(200);
	await expect.poll(async () => (await current())?.phase, { timeout: 60_000 }).toMatch(/estimated|failed/);
	return (await current()) as IngestJob;
}

const line = (n: number) => `{"title":"Pond number ${n}","abstract":"Ducks like ponds of number ${n}."}\n`;

test('too many files, too many bytes, and sizes that are none begin nothing', async () => {
	const files = (count: number, bytes: number) =>
		Array.from({ length: count }, (_, at) => ({ name: `${at}.bib`, bytes }));
	for (const [given, status] of [
		[files(uploadLimits.files + 1, 1), 422],
		[files(0, 1), 422],
		[files(1, uploadLimits.bytes + 1), 413],
		[files(2, uploadLimits.bytes / 2 + 1), 413],
		[files(1, 0), 422],
		[files(1, -5), 422],
		[files(1, 1.5), 422],
		[files(1, 1e300), 422],
		[[{ name: 'x'.repeat(1001), bytes: 1 }], 422],
		[[{ name: '', bytes: 1 }], 422]
	] as const) {
		const answer = await begin([...given]);
		expect([given.length, given.at(0)?.bytes, answer.status()]).toEqual([
			given.length,
			given.at(0)?.bytes,
			status
		]);
		expect(((await answer.json()) as { detail: string }).detail).toMatch(/\S/);
	}
	expect(await current()).toBeNull();
	expect(await onDisk()).toEqual([]);
});

test('names lead nowhere, whatever is in them', async () => {
	const names = [
		'../../../etc/passwd',
		'/etc/shadow',
		'..\\..\\win.ini',
		'..',
		'a\u0000b\u001b[2J\n.bib',
		'-rf',
		'.bashrc',
		`${'é'.repeat(400)}.bib`
	];
	const { id, sources } = await begun(names.map((name) => ({ name, bytes: 2 })));
	const kept = sources.map(({ name }) => name);
	expect(kept.slice(0, 7)).toEqual(['passwd', 'shadow', 'win.ini', 'file', 'a_b_2J_.bib', '-rf', 'bashrc']);
	expect(Buffer.byteLength(kept[7] ?? '')).toBeLessThanOrEqual(uploadLimits.name);
	for (const at of names.keys()) if (at < 7) expect((await put(id, at, 0, strToU8('{}'))).status()).toBe(200);
	expect((await onDisk()).sort()).toEqual(kept.slice(0, 7).sort());
	expect((await readdir(own.folder)).sort()).toEqual(
		expect.not.arrayContaining(['passwd', 'shadow', 'win.ini', 'bashrc'])
	);
});

test('parts that are too large, out of turn, beyond the end or of no file are refused, and the upload goes on', async () => {
	const text = strToU8(line(1));
	const { id } = await begun([{ name: 'pond.jsonl', bytes: text.length }]);
	for (const [file, at, bytes, status] of [
		[0, 0, new Uint8Array(uploadLimits.part + 1), 413],
		[0, 5, text, 422],
		[0, 0, strToU8(line(1) + line(2)), 422],
		[1, 0, text, 422],
		[-1, 0, text, 422],
		['1.5', 0, text, 422],
		['__proto__', 0, text, 422]
	] as const)
		expect([file, at, (await put(id, file, at, bytes)).status()]).toEqual([file, at, status]);
	expect((await put('another-job', 0, 0, text)).status()).toBe(404);
	expect((await put(id, 0, 0, text)).status()).toBe(200);
	await expect.poll(async () => (await current())?.phase, { timeout: 60_000 }).toBe('estimated');
	expect((await current())?.estimate).toMatchObject({ papers: 1, rejectedCount: 0 });
});

test('a second job waits for the first, and one that is cancelled leaves nothing on the disk', async () => {
	const { id } = await begun([{ name: 'half.jsonl', bytes: 1000 }]);
	expect((await put(id, 0, 0, strToU8(line(1)))).status()).toBe(200);
	expect(await onDisk()).toEqual(['half.jsonl']);
	const second = await begin([{ name: 'other.jsonl', bytes: 5 }]);
	expect(second.status()).toBe(409);
	expect(((await second.json()) as { detail: string }).detail).toContain('half.jsonl');
	expect((await cancel(id)).status()).toBe(200);
	expect((await current())?.phase).toBe('cancelled');
	expect((await readdir(own.folder)).filter((name) => name.startsWith('throughline-ingest-'))).toEqual([]);
	expect((await put(id, 0, line(1).length, strToU8('x'))).status()).toBe(404);
	expect((await begin([{ name: 'other.jsonl', bytes: 5 }])).status()).toBe(200);
});

test.describe('an archive', () => {
	test('that unpacks to far more than its size is read to its limit, and that is said', async () => {
		const bomb = zipSync({ 'bomb.jsonl': strToU8(line(1)), 'zeros.jsonl': new Uint8Array(200 * 2 ** 20) });
		expect(bomb.length).toBeLessThan(2 ** 20);
		const began = performance.now();
		const job = await estimated('bomb.zip', bomb);
		expect(performance.now() - began).toBeLessThan(60_000);
		expect(JSON.stringify([job.problem, job.estimate?.rejected])).toContain(
			'unpacks to more than 200 times its size'
		);
	});

	test('within an archive is not opened, and is told', async () => {
		const inner = zipSync({ 'pond.jsonl': strToU8(line(2)) });
		const job = await estimated('nested.zip', zipSync({ 'a.jsonl': strToU8(line(1)), 'inner.zip': inner }));
		expect(job.estimate).toMatchObject({ papers: 1, rejectedCount: 1 });
		expect(job.estimate?.rejected[0]?.file).toContain('inner.zip');
	});

	test('whose paths lead out of it writes nothing there', async () => {
		const before = (await readdir(own.folder)).filter((name) => !name.startsWith('throughline-ingest-'));
		const job = await estimated(
			'paths.zip',
			zipSync({ '../../evil.jsonl': strToU8(line(1)), '/tmp/throughline-evil.jsonl': strToU8(line(2)) })
		);
		expect(job.estimate).toMatchObject({ papers: 2 });
		expect(await onDisk()).toEqual(['paths.zip']);
		expect((await readdir(own.folder)).filter((name) => !name.startsWith('throughline-ingest-'))).toEqual(
			before
		);
		expect(await readdir('/tmp')).not.toContain('throughline-evil.jsonl');
	});
});
