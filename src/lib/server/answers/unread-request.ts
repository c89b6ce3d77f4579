import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { BadRequestError, TooLongError, type ThroughlineError } from '#lib/domain/errors.ts';
import { headersOfAll } from '#lib/server/door/constants.ts';
import { problem } from './problem.ts';

function failureOf(code: string | undefined): ThroughlineError {
	return code === 'HPE_HEADER_OVERFLOW'
		? new TooLongError(
				'The address and the headers are longer than what is read here.',
				'Send a long query by POST to /api/query.'
			)
		: new BadRequestError('This is no HTTP request that can be read.', 'Look at what sent it.');
}

async function written(failure: ThroughlineError): Promise<string> {
	const response = problem(failure);
	const body = await response.text();
	const headers = {
		...headersOfAll,
		...Object.fromEntries(response.headers),
		'content-length': String(Buffer.byteLength(body)),
		connection: 'close'
	};
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	const { status } = response;
	return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}

/** Gives a request that Node's parser refuses (too long, no HTTP) a sentence, where Node gives a bare status. */
export function explainUnread(server: Server): void {
	const latest = new WeakMap<Duplex, ServerResponse>();
	server.on('request', (request, response) => latest.set(request.socket, response));
	server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
		const answering = latest.get(socket);
		// Nothing may be written into the middle of an answer to the request before it.
		const isAnswering = answering?.headersSent === true && !answering.writableFinished;
		if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) socket.destroy();
		else void written(failureOf(error.code)).then((answer) => socket.end(answer));
	});
}
