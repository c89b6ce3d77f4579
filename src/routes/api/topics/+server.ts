import { drawnLand } from '#lib/domain/drawn-land.ts';
import { landParameters, parametersOf } from '#lib/domain/parameters.ts';
import { mapLand } from '#lib/server/questions/map-land.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { generation } from '#lib/server/questions/generation.ts';
import type { RequestHandler } from './$types';

/** The land of every topic. It is the largest answer and changes with the generation alone, which is its ETag: SvelteKit answers who has it. */
export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { form } = parametersOf(landParameters, url);
		const land = await mapLand(locals.store);
		return form === 'whole' ? land : drawnLand(land);
	}).then(async (response) => {
		if (!response.ok) return response;
		const etag = `"${await generation(locals.store)}"`;
		const headers = { etag, 'cache-control': 'no-cache' };
		for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
		return response;
	});
