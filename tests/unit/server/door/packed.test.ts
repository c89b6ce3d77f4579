import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codingFor, packed } from '#lib/server/door/packed.ts';

const long = 'ponds and ducks '.repeat(500);
const html = { 'content-type': 'text/html; charset=utf-8' };
function asking(accepted: string | null, given: { method?: string; known?: string } = {}): Request {
	const headers = new Headers();
	if (accepted !== null) headers.set('accept-encoding', accepted);
	if (given.known !== undefined) headers.set('if-none-match', given.known);
	return new Request('http://pond/', { method: given.method ?? 'GET', headers });
}

describe('codingFor', () => {
	test.each([
		['gzip, deflate, br, zstd', 'br'],
		['gzip, deflate', 'gzip'],
		['br;q=0.5, gzip', 'gzip'],
		['br;q=0, gzip;q=0', null],
		['*', 'br'],
		['*;q=0', null],
		['br;q=0, *', 'gzip'],
		['GZIP;Q=0.8', 'gzip'],
		['br;q=pond', null],
		['', null],
		[null, null]
	])('%j is %s', (accepted, coding) => {
		expect(codingFor(accepted)).toBe(coding);
	});
});

describe('packed', () => {
	test.each([
		['br', brotliDecompressSync],
		['gzip', gunzipSync]
	])('packs by %s what can be unpacked to the same', async (coding, unpack) => {
		const response = packed(
			new Response(long, { headers: { ...html, 'content-length': '8000' } }),
			asking(coding)
		);
		expect(response.headers.get('content-encoding')).toBe(coding);
		expect(response.headers.get('vary')).toBe('Accept-Encoding');
		expect(response.headers.has('content-length')).toBe(false);
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(bytes.length).toBeLessThan(500);
		expect(unpack(bytes).toString()).toBe(long);
	});

	test.each([
		['a client that takes none', new Response(long, { headers: html }), null],
		['a short answer', new Response('duck', { headers: { ...html, 'content-length': '4' } }), 'br'],
		['a picture', new Response(long, { headers: { 'content-type': 'image/png' } }), 'br'],
		['an export', new Response(long, { headers: { 'content-type': 'application/jsonl' } }), 'br'],
		['an event stream', new Response(long, { headers: { 'content-type': 'text/event-stream' } }), 'br'],
		[
			'a download',
			new Response(long, { headers: { ...html, 'content-disposition': 'attachment; filename="a.html"' } }),
			'br'
		],
		['what must stay', new Response(long, { headers: { ...html, 'cache-control': 'no-transform' } }), 'br'],
		['no content', new Response(null, { status: 204, headers: html }), 'br']
	])('leaves %s as it is', async (_, response, accepted) => {
		const answered = packed(response, asking(accepted));
		expect(answered.headers.has('content-encoding')).toBe(false);
		expect(answered.status).toBe(response.status);
		expect((await answered.text()).slice(0, 4)).toMatch(/^(pond|duck|)$/);
	});

	test('leaves what is packed already', () => {
		const response = new Response(long, { headers: { ...html, 'content-encoding': 'gzip' } });
		expect(packed(response, asking('br')).headers.get('content-encoding')).toBe('gzip');
	});

	test('tells an unpacked answer apart, too: caches keep both', () => {
		expect(packed(new Response(long, { headers: html }), asking(null)).headers.get('vary')).toBe(
			'Accept-Encoding'
		);
	});

	test('its tag differs by coding, and who has it is sent nothing', async () => {
		const tagged = () => new Response(long, { headers: { ...html, etag: '"7"' } });
		expect(packed(tagged(), asking('gzip')).headers.get('etag')).toBe('"7-gzip"');
		const known = packed(tagged(), asking('br', { known: '"7-br"' }));
		expect([known.headers.get('etag'), await known.text()]).toEqual(['"7-br"', '']);
		const head = packed(tagged(), asking('br', { method: 'HEAD' }));
		expect([head.headers.get('content-encoding'), await head.text()]).toEqual(['br', '']);
	});

	test('sends each piece as it comes, and ends what makes it when its client leaves', async () => {
		let isCancelled = false;
		let push: (text: string) => void = () => undefined;
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				push = (text) => {
					controller.enqueue(new TextEncoder().encode(text));
				};
			},
			cancel() {
				isCancelled = true;
			}
		});
		const reader = packed(new Response(body, { headers: html }), asking('gzip')).body?.getReader();
		push(long);
		const first = await reader?.read();
		expect(first?.value?.length).toBeGreaterThan(10);
		await reader?.cancel();
		await new Promise((wake) => setTimeout(wake, 20));
		expect(isCancelled).toBe(true);
	});
});
