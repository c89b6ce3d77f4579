import { movedAddress } from '#lib/server/questions/moved-node.ts';
import type { Store } from '#lib/server/store.ts';

/** Whether what the router of an open page gets says that something is not there: its status is 200 all the same. */
async function tellsMissing(response: Response): Promise<boolean> {
	const text = await response.clone().text();
	if (!text.includes('"type":"error"')) return false;
	const { nodes = [] } = JSON.parse(text) as { nodes?: ({ type?: string; status?: number } | null)[] };
	return nodes.some((node) => node?.type === 'error' && node.status === 404);
}

/**
 * The answer to a request for something that is not there: the way to what took it in, where the address names nodes
 * that others took in. Else `response`. `isData`: the router of an open page asks.
 */
export async function movedAnswer(
	response: Response,
	{ store, url, isData }: { store: Store; url: URL; isData: boolean }
): Promise<Response> {
	const isMissing = isData ? await tellsMissing(response) : response.status === 404;
	const location = isMissing ? await movedAddress(store, url) : null;
	if (location === null) return response;
	if (isData) return Response.json({ type: 'redirect', location });
	return new Response(null, { status: 308, headers: { location } });
}
