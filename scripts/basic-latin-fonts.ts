import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/**
 * The letters of nearly every word that the explorer writes, as ranges: ASCII, the no-break space, middle dot,
 * multiplication sign, dashes, quotation marks, bullet, ellipsis, arrows, and the angle of breadcrumbs. With them a face
 * has half the bytes; a text with any other letter fetches the rest of the face by itself.
 */
const basic: [from: number, to: number][] = [
	[0x20, 0x7e],
	[0xa0, 0xa0],
	[0xb7, 0xb7],
	[0xd7, 0xd7],
	[0x2013, 0x2014],
	[0x2018, 0x2019],
	[0x201c, 0x201d],
	[0x2022, 0x2022],
	[0x2026, 0x2026]
];
/** What else the Latin files of Fontsource hold. */
const rest =
	'U+A1-B6, U+B8-D6, U+D8-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+2000-2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2023-2025, U+2027-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';

const hex = (code: number) => code.toString(16).toUpperCase();
const basicRange = basic
	.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
	.join(', ');
const letters = basic
	.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)))
	.join('');

/**
 * One face of Fontsource in two: the letters of nearly every text, and the rest, each fetched where it is used.
 * Without the alternate figures and ligatures that no style asks for: Plex's figures are all of one width as they are.
 */
export function basicLatinFonts(folder = 'node_modules/.cache/throughline-fonts'): Plugin {
	return {
		name: 'basic-latin-fonts',
		enforce: 'pre',
		async transform(code, id) {
			if (!/@fontsource\/[^?]*\/latin-[^/?]*\.css(\?|$)/.test(id)) return null;
			const file = id.replace(/\?.*$/, '');
			const [, url = ''] = /url\((\.\/files\/[^)]+\.woff2)\)/.exec(code) ?? [];
			const font = await readFile(join(dirname(file), url));
			const small = await subsetFont(font, letters, { targetFormat: 'woff2', noLayoutClosure: true });
			const name = `${url.slice('./files/'.length, -'.woff2'.length)}-${createHash('sha256').update(small).digest('hex').slice(0, 8)}.woff2`;
			await mkdir(folder, { recursive: true });
			await writeFile(join(folder, name), small);
			const face = (source: string, range: string) =>
				code
					.replace(/src:[^;]*;/, `src: url(${source}) format('woff2');`)
					.replace(/\}\s*$/, `  unicode-range: ${range};\n}\n`);
			return {
				code: face(relative(dirname(file), join(folder, name)), basicRange) + face(url, rest),
				map: null
			};
		}
	};
}
