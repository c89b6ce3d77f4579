import { mapLand } from '#lib/server/cypher/map-land.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { generation } from '#lib/server/cypher/generation.ts';
import type { RequestHandler } from './$types';

/** The land of every topic. It is the largest answer and changes with the generation alone, which is its ETag. */
export const GET: RequestHandler = ({ locals, request }) =>
	answer(async () => mapLand(locals.store)).then(async (response) => {
		if (!response.ok) return response;
		const etag = `"${await generation(locals.store)}"`;
		const headers = { etag, 'cache-control': 'no-cache' };
		if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
		for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
		return response;
	});
