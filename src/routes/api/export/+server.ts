import { exportFileName, formatRow } from '#lib/domain/export-formats.ts';
import { orProblem } from '#lib/server/answers/problem.ts';
import { begun, streamLines } from '#lib/server/answers/stream-lines.ts';
import { exportLimits } from '#lib/server/door/constants.ts';
import { ExportPlaces } from '#lib/server/exports/export-places.ts';
import { exportLines, type AskedExport } from '#lib/server/exports/write-export.ts';
import type { RequestHandler } from './$types';
import { askedExport } from './asked-export.ts';

const places = new ExportPlaces(exportLimits);

function headersOf({ format, part, view }: AskedExport): HeadersInit {
	return {
		'content-type': formatRow(format).mediaType,
		'content-disposition': `attachment; filename="${exportFileName(format, view !== null, part)}"`,
		'cache-control': 'no-store'
	};
}

/** The whole graph or what a view draws, streamed: it may be larger than the memory of the one who asks. */
export const GET: RequestHandler = ({ getClientAddress, locals, platform, url }) =>
	orProblem(async () => {
		const asked = askedExport(url);
		const onend = places.take(getClientAddress());
		try {
			const lines = await begun(exportLines(locals.store, asked));
			const hangUp = () => platform?.req.socket.destroy();
			return new Response(streamLines(lines, { ...exportLimits, onend, hangUp }), {
				headers: headersOf(asked)
			});
		} catch (failure) {
			onend();
			throw failure;
		}
	});

/** What a GET would carry; reading the graph for it would be for nothing. */
export const HEAD: RequestHandler = ({ url }) =>
	orProblem(async () => {
		const headers = headersOf(askedExport(url));
		return Promise.resolve(new Response(null, { headers }));
	});
