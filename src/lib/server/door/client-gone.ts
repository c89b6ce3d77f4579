import type { IncomingMessage } from 'node:http';

/** What of a request event tells whether its client is still there. */
interface Asked {
	request: Request;
	/** Undefined under `vite dev`. */
	platform?: Readonly<{ req: IncomingMessage }> | undefined;
}

/**
 * Does `work` with a signal that is aborted when the client's connection closes before the work is done. The request's
 * own signal is not: the adapter aborts it only while the body is read. The listener goes with the work, because a
 * connection that is kept alive serves many requests.
 */
export async function whileConnected<Done>(
	{ request, platform }: Asked,
	work: (signal: AbortSignal) => Promise<Done>
): Promise<Done> {
	const socket = platform?.req.socket;
	if (!socket) return work(request.signal);
	const gone = new AbortController();
	const leave = () => {
		gone.abort();
	};
	if (socket.destroyed) leave();
	socket.once('close', leave);
	try {
		return await work(gone.signal);
	} finally {
		socket.off('close', leave);
	}
}
