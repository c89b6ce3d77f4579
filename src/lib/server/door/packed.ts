import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { packing } from './constants.ts';

export type Coding = 'br' | 'gzip';

/**
 * How an answer may be packed for who sends this `Accept-Encoding`: brotli before gzip where both are as welcome; null
 * for neither. `*` stands for what is not named, `q=0` refuses (RFC 9110, 12.5.3).
 */
export function codingFor(accepted: string | null): Coding | null {
	const weights = new Map<string, number>();
	for (const entry of (accepted ?? '').toLowerCase().split(',')) {
		const [name = '', ...rest] = entry.split(';').map((part) => part.trim());
		const q = rest.find((part) => part.startsWith('q='));
		if (name !== '') weights.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
	}
	const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
	const [br, gzip] = [weightOf('br'), weightOf('gzip')];
	if (br === 0 && gzip === 0) return null;
	return br >= gzip ? 'br' : 'gzip';
}

function encoderFor(coding: Coding) {
	// Each piece is flushed: what a page sends first is there first, though the rest is still being made.
	if (coding === 'gzip') return createGzip({ level: packing.gzipLevel, flush: constants.Z_SYNC_FLUSH });
	return createBrotliCompress({
		flush: constants.BROTLI_OPERATION_FLUSH,
		params: {
			[constants.BROTLI_PARAM_QUALITY]: packing.brotliQuality,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT
		}
	});
}

function isWorthPacking({ status, headers, body }: Response): boolean {
	if (body === null || status < 200 || status === 204 || status === 206 || status === 304) return false;
	if (headers.has('content-encoding') || headers.has('content-disposition')) return false;
	if (headers.get('cache-control')?.includes('no-transform')) return false;
	const length = headers.get('content-length');
	if (length !== null && Number(length) < packing.leastBytes) return false;
	const [type = ''] = (headers.get('content-type') ?? '').split(';');
	return packing.types.some((packed) => packed === type.trim().toLowerCase());
}

/** A packed answer is not the same bytes: its strong tag says so, and still tells whether anything has changed. */
function taggedFor(etag: string, coding: Coding): string {
	return etag.replace(/"$/, `-${coding}"`);
}

/**
 * An answer packed as its client likes it, or as it is: what is short, is no text, is a download or is packed already
 * stays. It streams as before, and a client that leaves ends what makes it.
 */
export function packed(response: Response, { method, headers: asked }: Request): Response {
	if (!isWorthPacking(response)) return response;
	const headers = new Headers(response.headers);
	headers.append('vary', 'Accept-Encoding');
	const coding = codingFor(asked.get('accept-encoding'));
	const { status, statusText } = response;
	if (coding === null) return new Response(response.body, { status, statusText, headers });
	headers.set('content-encoding', coding);
	headers.delete('content-length');
	const etag = headers.get('etag');
	if (etag !== null) headers.set('etag', taggedFor(etag, coding));
	// SvelteKit answers the one who has it already by 304, and HEAD by the headers: nothing is packed for them.
	const isKnown = etag !== null && asked.get('if-none-match') === taggedFor(etag, coding);
	if (method === 'HEAD' || isKnown) {
		void response.body?.cancel();
		return new Response(null, { status, statusText, headers });
	}
	const encoder = encoderFor(coding);
	pipeline(Readable.fromWeb(response.body as NodeStream), encoder, () => undefined);
	return new Response(Readable.toWeb(encoder) as ReadableStream, { status, statusText, headers });
}
