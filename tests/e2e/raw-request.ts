import { request, type IncomingHttpHeaders } from 'node:http';

export const port = 4173;
export const own = `http://127.0.0.1:${port}`;

interface Asked {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** The address that the client asks from; all of 127.0.0.0/8 is this machine. */
	from?: string;
}
export interface Answered {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
}

/** A request with the headers as they are given, Host too: no browser lets a page forge these. */
export function ask(
	path: string,
	{ method = 'GET', headers = {}, body, from = '127.0.0.1' }: Asked = {}
): Promise<Answered> {
	return new Promise((resolve, reject) => {
		const asked = request(
			{ host: '127.0.0.1', port, path, method, headers, localAddress: from, agent: false },
			(response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (data: string) => (text += data));
				response.on('error', reject);
				response.on('end', () => {
					resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
				});
			}
		);
		asked.on('error', reject);
		asked.end(body);
	});
}

/** A POST of JSON to /api/query. */
export function askQuery(body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return ask('/api/query', {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: text
	});
}
