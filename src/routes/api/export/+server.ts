import { exportParameters, parametersOf } from '#lib/domain/parameters.ts';
import { exportJsonLines } from '#lib/server/answers/export-jsonl.ts';
import { ExportPlaces } from '#lib/server/answers/export-places.ts';
import { orProblem } from '#lib/server/answers/problem.ts';
import { begun, streamLines } from '#lib/server/answers/stream-lines.ts';
import { exportLimits } from '#lib/server/door/constants.ts';
import type { RequestHandler } from './$types';

const places = new ExportPlaces(exportLimits);
const headers = {
	'content-type': 'application/jsonl',
	'content-disposition': 'attachment; filename="throughline.jsonl"',
	'cache-control': 'no-store'
};

/** The whole graph, streamed: it may be larger than the memory of the one who asks. */
export const GET: RequestHandler = ({ getClientAddress, locals, platform, url }) =>
	orProblem(async () => {
		parametersOf(exportParameters, url);
		const onend = places.take(getClientAddress());
		try {
			const lines = await begun(exportJsonLines(locals.store, false));
			const hangUp = () => platform?.req.socket.destroy();
			return new Response(streamLines(lines, { ...exportLimits, onend, hangUp }), { headers });
		} catch (failure) {
			onend();
			throw failure;
		}
	});

/** What a GET would carry; reading the graph for it would be for nothing. */
export const HEAD: RequestHandler = ({ url }) =>
	orProblem(async () => {
		parametersOf(exportParameters, url);
		return Promise.resolve(new Response(null, { headers }));
	});
