import { byGeneration } from '#lib/server/answers/by-generation.ts';
import { orProblem } from '#lib/server/answers/problem.ts';
import { mapDots } from '#lib/server/questions/map-dots.ts';
import type { RequestHandler } from './$types';

/** Every paper as a dot of the map; `decodeDots` reads it. */
export const GET: RequestHandler = ({ locals, request }) =>
	orProblem(async () => {
		const { generation, bytes } = await mapDots(locals.store);
		return byGeneration(
			request,
			generation,
			() => new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } })
		);
	});
