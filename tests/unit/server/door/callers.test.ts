import { describe, expect, test } from 'vitest';
import { callerOf } from '#lib/server/door/callers.ts';

const navigating = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const framed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
const image = { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
const fetched = { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
const own = 'http://127.0.0.1:3000';

describe('callerOf', () => {
	test.each<[string, string, Record<string, string>, string]>([
		['a program', 'GET', {}, 'own'],
		['a program', 'POST', {}, 'own'],
		['the address bar', 'GET', { 'sec-fetch-site': 'none', ...navigating }, 'own'],
		['this site', 'POST', { 'sec-fetch-site': 'same-origin', ...fetched, origin: own }, 'own'],
		[
			'this site behind a proxy',
			'POST',
			{ 'sec-fetch-site': 'same-origin', origin: 'https://a.example' },
			'own'
		],
		['a link', 'GET', { 'sec-fetch-site': 'cross-site', ...navigating }, 'link'],
		['a link of another port', 'GET', { 'sec-fetch-site': 'same-site', ...navigating }, 'link'],
		['a form of another site', 'POST', { 'sec-fetch-site': 'cross-site', ...navigating }, 'foreign'],
		['a frame', 'GET', { 'sec-fetch-site': 'cross-site', ...framed }, 'foreign'],
		['an image', 'GET', { 'sec-fetch-site': 'cross-site', ...image }, 'foreign'],
		['an image of another port', 'GET', { 'sec-fetch-site': 'same-site', ...image }, 'foreign'],
		['a fetch', 'GET', { 'sec-fetch-site': 'cross-site', ...fetched }, 'foreign'],
		['a preflight', 'OPTIONS', { 'sec-fetch-site': 'cross-site', ...navigating }, 'foreign'],
		['two values', 'GET', { 'sec-fetch-site': 'same-origin, cross-site', ...image }, 'foreign'],
		['an unknown value', 'GET', { 'sec-fetch-site': 'elsewhere' }, 'foreign'],
		['an old browser, own origin', 'POST', { origin: own, referer: `${own}/query` }, 'own'],
		['an old browser, other origin', 'POST', { origin: 'http://evil.example' }, 'foreign'],
		['an old browser, other port', 'POST', { origin: 'http://127.0.0.1:8888' }, 'foreign'],
		['an old browser, origin null', 'POST', { origin: 'null' }, 'foreign'],
		['an old browser, other page', 'POST', { referer: 'http://evil.example/x' }, 'foreign'],
		['an old browser, a link', 'GET', { referer: 'http://evil.example/x' }, 'link'],
		['an old browser, no page', 'GET', { referer: 'about:blank' }, 'link']
	])('%s, %s %o', (_, method, headers, expected) => {
		const isOurs = (authority: string) => authority === '127.0.0.1:3000';
		const url = `${own}/papers?embed`;
		expect(callerOf({ method, url, headers: new Headers(headers) }, isOurs)).toBe(expected);
	});
	test.each<[string, string, Record<string, string>, string]>([
		['/?embed', 'GET', framed, 'link'],
		['/?scope=topics/pond&embed=', 'GET', framed, 'link'],
		['/?embed', 'POST', framed, 'foreign'],
		['/?embed', 'GET', { ...framed, 'sec-fetch-mode': 'cors' }, 'foreign'],
		['/?embed', 'GET', { ...framed, 'sec-fetch-dest': 'object' }, 'foreign'],
		['/?embed', 'GET', fetched, 'foreign'],
		['/?embedded', 'GET', framed, 'foreign'],
		['/api/export?embed', 'GET', framed, 'foreign'],
		['//?embed', 'GET', framed, 'foreign']
	])('a frame of another site at %s, %s %o', (path, method, headers, expected) => {
		const asked = {
			method,
			url: own + path,
			headers: new Headers({ 'sec-fetch-site': 'cross-site', ...headers })
		};
		expect(callerOf(asked, () => true)).toBe(expected);
	});
});
