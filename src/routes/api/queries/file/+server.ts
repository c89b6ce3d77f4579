import { orProblem } from '#lib/server/answers/problem.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import { queryFile } from '#lib/server/queries/query-files.ts';
import type { RequestHandler } from './$types';

/** One query as a file (`?id=`), or all that people made. */
export const GET: RequestHandler = ({ locals, url }) =>
	orProblem(async () => {
		const library = queryLibrary(locals.store);
		const id = url.searchParams.get('id');
		const queries =
			id === null ? (await library.list()).filter(({ shipped }) => !shipped) : [await library.find(id)];
		return new Response(`${JSON.stringify(queryFile(queries), null, '\t')}\n`, {
			headers: {
				'content-type': 'application/json',
				'content-disposition': `attachment; filename="${id === null ? 'queries' : (queries[0]?.id ?? 'query')}.json"`
			}
		});
	});
