/**
 * An answer that is the same for everyone within a generation, which is its ETag: whoever has it already gets 304.
 * `answered`: what it is otherwise; its headers may still be set.
 */
export function byGeneration(request: Request, generation: string, answered: () => Response): Response {
	const etag = `"${generation}"`;
	const headers = { etag, 'cache-control': 'no-cache' };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	const response = answered();
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	return response;
}
