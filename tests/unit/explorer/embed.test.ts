import { expect, test } from 'vitest';
import { wholeMap, type View } from '#lib/domain/view.ts';
import { embedAddress, embedHtml } from '#lib/explorer/embed.ts';
import { viewOfUrl } from '#lib/explorer/view-url.ts';

const view: View = {
	...wholeMap,
	scope: 'topics/pond',
	selected: 'concepts/frog',
	find: 'a "b" & <c>',
	camera: { x: 1, y: -2.5, zoom: 3 }
};

test('embedAddress marks the address and keeps the view', () => {
	expect(embedAddress(wholeMap)).toBe('/?embed');
	const { searchParams, pathname } = new URL(embedAddress(view), 'http://pond');
	expect(pathname).toBe('/');
	expect(searchParams.has('embed')).toBe(true);
	expect(viewOfUrl(searchParams)).toEqual(view);
});

test('embedHtml is a frame in which nothing ends early', () => {
	expect(embedHtml(view, 'Frogs "and" <ponds> & more', 'http://pond:3000')).toMatch(
		/^<iframe src="http:\/\/pond:3000\/\?embed&amp;scope=topics\/pond&amp;at=[^"<]*" title="Frogs &quot;and&quot; &lt;ponds> &amp; more" [^"<]*"960" [^<]*><\/iframe>$/
	);
});
