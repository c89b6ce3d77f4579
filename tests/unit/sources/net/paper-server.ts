import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a server does wrong with one request. */
export type Fault =
	| { status: number; retryAfter?: string; words?: string }
	| { half: true }
	| { cut: true }
	| { tooShort: true }
	| { empty: true }
	| { total: number }
	| { to: string }
	| { large: number }
	| { drip: number }
	| { html: true };

/** What was asked of the server. */
interface Request {
	path: string;
	parameters: Record<string, string>;
	headers: IncomingMessage['headers'];
	/** Milliseconds. */
	at: number;
}

interface Answer {
	type: string;
	body: string;
}

const pond = (n: number) => ({
	title: `Duckweed${n}: a drift controller for pond robots`,
	abstract: `We propose Duckweed${n}, a drift controller that lets pond robots steer between reeds. A sonar lattice feeds the drift controller.`
});

function xml(text: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

/** The numbers of the papers that an answer from `start` on holds. */
function numbers(start: number, size: number, papers: number): number[] {
	return Array.from({ length: Math.max(0, Math.min(size, papers - start)) }, (_, at) => start + at + 1);
}

function json(body: unknown): Answer {
	return { type: 'application/json', body: JSON.stringify(body) };
}

function arxivFeed(found: number[], total: number): Answer {
	const entries = found.map((n) => {
		const { title, abstract } = pond(n);
		return `<entry><id>http://arxiv.org/abs/2501.${String(n).padStart(5, '0')}v1</id><title>${title}</title><summary>${abstract}</summary><published>2025-01-15T00:00:00Z</published><author><name>Ann Reed</name></author></entry>`;
	});
	return {
		type: 'application/atom+xml',
		body: xml(
			`<feed xmlns="http://www.w3.org/2005/Atom"><opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>${entries.join('')}</feed>`
		)
	};
}

function openAlexWork(n: number) {
	const { title, abstract } = pond(n);
	const index = Object.fromEntries(abstract.split(' ').map((word, at) => [word, [at]]));
	return {
		id: `https://openalex.org/W${1000 + n}`,
		doi: `https://doi.org/10.5555/pond.${n}`,
		...{ title, publication_date: '2025-01-15', abstract_inverted_index: index },
		authorships: [{ author: { display_name: 'Ann Reed' } }]
	};
}

function pubmedSet(ids: string[]): Answer {
	const articles = ids.map((id) => {
		const { title, abstract } = pond(Number(id) - 1000);
		return `<PubmedArticle><MedlineCitation><PMID>${id}</PMID><Article><Journal><JournalIssue><PubDate><Year>2025</Year></PubDate></JournalIssue></Journal><ArticleTitle>${title}</ArticleTitle><Abstract><AbstractText>${abstract}</AbstractText></Abstract><AuthorList><Author><LastName>Reed</LastName><ForeName>Ann</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle>`;
	});
	return { type: 'text/xml', body: xml(`<PubmedArticleSet>${articles.join('')}</PubmedArticleSet>`) };
}

/** What each path answers, of so many papers that there are. */
function answerTo({ path, parameters }: Request, papers: number, isEmpty: boolean): Answer | null {
	const count = (name: string, usual: number) => Number(parameters[name] ?? usual);
	const some = (start: number, size: number) => (isEmpty ? [] : numbers(start, size, papers));
	if (path === '/api/query') return arxivFeed(some(count('start', 0), count('max_results', 10)), papers);
	if (path === '/works') {
		const size = count('per_page', 25);
		const found = some((count('page', 1) - 1) * size, size);
		return json({ meta: { count: papers, per_page: size }, results: found.map(openAlexWork) });
	}
	if (path === '/graph/v1/paper/search/bulk') {
		const start = count('token', 0);
		const data = some(start, 1000).map((n) => ({
			paperId: n.toString(16).padStart(40, '0'),
			...{
				...pond(n),
				year: 2025,
				externalIds: { DOI: `10.5555/pond.${n}` },
				authors: [{ name: 'Ann Reed' }]
			}
		}));
		return json({ total: papers, token: start + 1000 < papers ? String(start + 1000) : null, data });
	}
	if (path === '/entrez/eutils/esearch.fcgi') {
		const found = some(count('retstart', 0), count('retmax', 20));
		return json({ esearchresult: { count: String(papers), idlist: found.map((n) => String(1000 + n)) } });
	}
	if (path === '/entrez/eutils/efetch.fcgi') return pubmedSet((parameters['id'] ?? '').split(','));
	if (path === '/10.5555/pond.1')
		return json({
			...pond(1),
			type: 'article-journal',
			DOI: '10.5555/pond.1',
			issued: { 'date-parts': [[2025]] }
		});
	if (path === '/library.bib') {
		const entries = numbers(0, papers, papers).map((n) => {
			const { title, abstract } = pond(n);
			return `@article{pond${n}, title = {${title}}, author = {Reed, Ann}, year = {2025}, doi = {10.5555/pond.${n}}, abstract = {${abstract}}}\n`;
		});
		return { type: 'text/plain', body: entries.join('') };
	}
	return null;
}

async function misbehave(fault: Fault, answer: Answer, response: ServerResponse): Promise<void> {
	const body = Buffer.from(answer.body);
	const half = body.subarray(0, Math.floor(body.length / 2));
	const head = { 'content-type': answer.type };
	if ('status' in fault) {
		response.writeHead(
			fault.status,
			fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
		);
		response.end(fault.words ?? '');
	} else if ('half' in fault) {
		// The length is right for what is sent: only the text itself tells.
		response.writeHead(200, { ...head, 'content-length': half.length }).end(half);
	} else if ('cut' in fault) {
		response.writeHead(200, { ...head, 'content-length': body.length }).write(half);
		await sleep(20);
		response.destroy();
	} else if ('tooShort' in fault) {
		response.socket?.end(
			`HTTP/1.1 200 OK\r\ncontent-type: ${answer.type}\r\ncontent-length: ${half.length}\r\nconnection: close\r\n\r\n${answer.body}`
		);
	} else if ('to' in fault) response.writeHead(302, { location: fault.to }).end();
	else if ('html' in fault)
		response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>We are busy.</body></html>');
	else if ('large' in fault) {
		response.writeHead(200, head);
		response.setMaxListeners(0);
		const piece = Buffer.alloc(64 * 1024, ' ');
		for (let sent = 0; sent < fault.large && !response.destroyed; sent += piece.length)
			if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
		response.end();
	} else if ('drip' in fault) {
		response.writeHead(200, head);
		for (const byte of body) {
			if (response.destroyed) return;
			response.write(Buffer.of(byte));
			await sleep(fault.drip);
		}
		response.end();
	}
}

/**
 * A server on this machine that answers as arXiv, OpenAlex, Semantic Scholar, PubMed and doi.org do, of so many papers.
 * `fault`: what it does wrong with the request of that number, counted from 1.
 */
export async function openPaperServer(papers: number) {
	const asked: Request[] = [];
	const server: { fault: (number: number, request: Request) => Fault | null } = { fault: () => null };
	const http = createServer((message, response) => {
		const url = new URL(message.url ?? '/', 'http://here');
		const request = {
			path: url.pathname,
			parameters: Object.fromEntries(url.searchParams),
			...{ headers: message.headers, at: performance.now() }
		};
		asked.push(request);
		const fault = server.fault(asked.length, request);
		const of = fault && 'total' in fault ? fault.total : papers;
		const answer = answerTo(request, of, fault !== null && 'empty' in fault);
		if (!answer) response.writeHead(404).end('There is no such thing.');
		else if (fault && !('empty' in fault) && !('total' in fault)) void misbehave(fault, answer, response);
		else
			response
				.writeHead(200, { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.body) })
				.end(answer.body);
	});
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
	const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
	return Object.assign(server, {
		base,
		asked,
		close: async () => {
			http.closeAllConnections();
			http.close();
			await once(http, 'close');
		}
	});
}

export type PaperServer = Awaited<ReturnType<typeof openPaperServer>>;
