import { expect, test } from 'vitest';
import { webLink } from '#lib/domain/web-link.ts';

test.each([
	['https://ponds.example/1', true],
	['http://ponds.example/1', true],
	['HTTPS://ponds.example/1', true],
	['javascript:alert(1)', false],
	[' javascript:alert(1)', false],
	['java\nscript:alert(1)', false],
	['data:text/html,<script>alert(1)</script>', false],
	['file:///etc/passwd', false],
	['ftp://ponds.example/1', false],
	['//ponds.example/1', false],
	['ponds.example', false],
	['', false]
])('webLink(%s): %s', (address, isLink) => {
	expect(webLink(address)).toBe(isLink ? address : null);
});
test('webLink(null)', () => {
	expect(webLink(null)).toBeNull();
});
