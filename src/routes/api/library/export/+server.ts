import { formatRow } from '#lib/domain/export-formats.ts';
import { libraryExportParameters } from '#lib/domain/library-entry.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { orProblem } from '#lib/server/answers/problem.ts';
import { libraryLines } from '#lib/server/people/library-lines.ts';
import type { RequestHandler } from './$types';

/** What of the library fits, with its notes. It is small beside the graph: there are bounds on what people keep. */
export const GET: RequestHandler = ({ locals, url }) =>
	orProblem(async () => {
		const { format, ...filter } = parametersOf(libraryExportParameters, url);
		const { mediaType, ending } = formatRow(format);
		const lines: string[] = [];
		for await (const line of await libraryLines(locals.store, format, filter)) lines.push(`${line}\n`);
		return new Response(lines.join(''), {
			headers: {
				'content-type': mediaType,
				'content-disposition': `attachment; filename="library${ending}"`,
				'cache-control': 'no-store'
			}
		});
	});
