import type { ThroughlineError } from '#lib/domain/errors.ts';
import { policyOfPlainPage } from './constants.ts';

const escapes: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** A page of its own, for what is refused before the app is asked: what happened, and what to do. */
export function plainPage(failure: ThroughlineError, status: number): Response {
	const again = status === 503 ? '<meta http-equiv="refresh" content="5">' : '';
	const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${again}
<title>${escaped(failure.message)} · Throughline</title>
<style>body{max-width:640px;margin:15vh auto;padding:0 16px;font:16px/24px system-ui,sans-serif;color-scheme:light dark}</style></head>
<body><p>${status}</p><h1>${escaped(failure.message)}</h1><p>${escaped(failure.advice)}</p></body></html>
`;
	return new Response(html, {
		status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': policyOfPlainPage,
			'cache-control': 'no-store'
		}
	});
}
