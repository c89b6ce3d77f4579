import { expect, test } from 'vitest';
import { isEndlessRegex } from '#lib/server/queries/endless-regex.ts';

test.each([
	'(a+)+',
	'(.*)*',
	'(.*,)*',
	'(a*|b)*',
	'(.*)(.*)(.*)b',
	'.*.*.*b',
	'((a+)b?)*',
	'(?:x+)+y',
	'([a-z]+)*$',
	'(a{1,100}){1,100}',
	'(\\w+)+@',
	'((.+))+',
	'(?i)(x*)*',
	'a+b+c+d+e+f+g+h+i+j+k+',
	'(a|aa)+b',
	'(?:\\w|x)*y',
	'(ab|a.)+',
	'(foo|bar|fo)+',
	'([a-m]|[k-z])*',
	`(${Array.from({ length: 61 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('|')})+`
])('isEndlessRegex(%j)', (regex) => {
	expect(isEndlessRegex(regex)).toBe(true);
});

test.each([
	'.*graph.*model.*',
	'(?i).*graph.*',
	'([a-z]+ )*',
	'(?:[A-Z][a-z]+ )+x',
	'(foo|bar)+',
	'(foo|far)+',
	'([a-m]|[n-z]|\\d)+',
	'(a|aa)b',
	`(${Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('|')})+`,
	'\\d{4}-\\d{2}(-\\d{2})?',
	'(a+)?',
	'(.*)-(.*)',
	'\\(a+\\)+',
	'[(a+)]+',
	'\\Q(a+)+\\E',
	'(a*+)+b',
	'^https?://[^/]+/.*$',
	'(?=.*a)(?=.*b).*',
	'(\\w+\\s)*\\w+',
	'(x{2,3}){2,4}',
	'(',
	'[',
	'a|',
	')',
	'+'
])('isEndlessRegex(%j) is false', (regex) => {
	expect(isEndlessRegex(regex)).toBe(false);
});
