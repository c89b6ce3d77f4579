import { ParameterError } from '#lib/domain/errors.ts';
import { exportJsonLines } from '#lib/server/answers/export-jsonl.ts';
import { problem } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

/** The whole graph, streamed: it may be larger than the memory of the one who asks. */
export const GET: RequestHandler = ({ locals, url }) => {
	const format = url.searchParams.get('format') ?? 'jsonl';
	if (format !== 'jsonl')
		return problem(new ParameterError(`There is no format "${format}".`, 'Ask for format=jsonl.'));
	const lines = exportJsonLines(locals.store, false);
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await lines.next();
			if (next.done) controller.close();
			else controller.enqueue(encoder.encode(`${next.value}\n`));
		},
		async cancel() {
			await lines.return(undefined);
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'application/jsonl',
			'content-disposition': 'attachment; filename="throughline.jsonl"'
		}
	});
};
