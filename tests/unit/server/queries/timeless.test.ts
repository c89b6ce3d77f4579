import { expect, test } from 'vitest';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import { isTimeless } from '#lib/server/queries/timeless.ts';

test.each([
	['RETURN rand()', false],
	['RETURN RandomUUID( )', false],
	['RETURN timestamp()', false],
	['MATCH (p:Paper) WHERE p.date > toString(date()) RETURN p', false],
	['RETURN date /* now */ ( )', false],
	['RETURN datetime.realtime()', false],
	["RETURN localtime.statement('Europe/Paris')", false],
	["RETURN date({timezone: 'Europe/Paris'})", false],
	["RETURN date.truncate('day')", false],
	["RETURN date.truncate(toLower(substring('DAY', 0)))", false],
	['RETURN `rand`()', false],
	['RETURN `date`( )', false],
	['RETURN zoned_datetime()', false],
	['MATCH (p:Paper) WHERE date(p.date) < date() RETURN p', false],
	["RETURN date('2024-01-01')", true],
	['MATCH (date:Paper) RETURN date.title, [x IN [1] | date.year]', true],
	['RETURN datetime.fromepoch(1, 2)', true],
	["RETURN date.truncate('month', date('2024-01-01'))", true],
	["RETURN 'date()' AS `rand()` // rand()", true],
	['MATCH (p:Paper) RETURN p.date, p.rand', true]
])('isTimeless(%j)', (cypher, timeless) => {
	expect(isTimeless(cypher)).toBe(timeless);
});

test('the shipped queries are, so that each is run once for everyone', () => {
	expect(shippedQueries.filter(({ cypher }) => !isTimeless(cypher))).toEqual([]);
});
