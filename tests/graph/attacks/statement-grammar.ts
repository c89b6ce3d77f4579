import fc from 'fast-check';

/**
 * Statements that mix reading and writing, subqueries, texts, names and comments; most parse. `_` is a gap, where any
 * white space or comment may stand; `~` one that may be nothing at all.
 */
const gaps = [
	' ',
	'\n',
	'\r',
	'\t',
	'\u00a0',
	'\u2028',
	'\u001c',
	'/**/',
	'/* a \' ` " // */',
	'// a " \' `\n',
	'// /*\r',
	'  '
];
const texts = [
	"'a'",
	'"a"',
	"'it\\'s'",
	'"\\\\"',
	"'// a'",
	"'/*'",
	"'`'",
	'"\'"',
	"'\\u0041'",
	"'CREATE (n)'",
	"'; USE neo4j'",
	"'\n'",
	"''"
];
const names = [
	'n',
	'm',
	'`n`',
	'`a``b`',
	"`'`",
	'`"`',
	'`//`',
	'`/*`',
	'use',
	'set',
	'create',
	'load',
	'call',
	'case',
	'end',
	'with'
];
const labels = ['Paper', '`Paper`', 'USE', 'Create', '$("Pa" + "per")', 'Paper|Topic', '!Paper', '%'];

const gap = fc.constantFrom(...gaps);
const one = (...choices: string[]) => fc.constantFrom(...choices);

/** A template with its places filled: `{x}` from the arbitrary of that name. */
function filled(template: string, places: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<string> {
	const parts = template.split(/(\{\w+\})/).filter((part) => part !== '');
	return fc
		.tuple(...parts.map((part) => places[part.slice(1, -1)] ?? fc.constant(part)))
		.map((chosen) => chosen.join(''));
}

type Grammar = Record<'expression' | 'subquery' | 'clause' | 'query', string>;

const { query } = fc.letrec<Grammar>((tie: fc.LetrecTypedTie<Grammar>) => {
	const places = {
		e: tie('expression'),
		q: tie('query'),
		s: tie('subquery'),
		c: tie('clause'),
		t: one(...texts),
		n: one(...names),
		l: one(...labels)
	};
	const from = (...templates: string[]) => templates.map((template) => filled(template, places));
	return {
		expression: fc.oneof(
			{ maxDepth: 2, depthIdentifier: 'depth' },
			...from('1', '{t}', '{n}', '{n}.`use`', '$n', 'null'),
			...from(
				'size({t})',
				'~[x_IN_[1,_2]~|~{e}]',
				'CASE_WHEN_true_THEN_{e}_ELSE_{e}_END',
				'COUNT_{s}',
				'COLLECT_{s}',
				'any(x_IN_[1]_WHERE_EXISTS_{s})',
				'({e}_=_{e})',
				'toString({e})',
				'dbms~.~components()',
				'apoc.version()'
			)
		),
		subquery: filled('{open}~{q}~{shut}', { ...places, open: fc.constant('{'), shut: fc.constant('}') }),
		clause: fc.oneof(
			...from(
				'MATCH_(n:{l})',
				'MATCH_(n)',
				'OPTIONAL_MATCH_(n)-[r]->(m)',
				'MATCH_(n)_WHERE_EXISTS_{s}',
				'MATCH_(n)_WHERE_n.year_=_{e}',
				'UNWIND_[1,_2]_AS_{n}',
				'WITH_*,_{e}_AS_{n}',
				'WITH_*_LIMIT_1',
				'CALL_()_{s}',
				'CALL_{s}',
				'CALL_db.labels()_YIELD_label'
			),
			...from(
				'CREATE_(:{l})',
				'CREATE_(n:Paper)',
				'MERGE_(:Topic~)',
				'SET_n.a_=_{e}',
				'SET_n:Hacked',
				'REMOVE_n.title',
				'DETACH_DELETE_n',
				'FOREACH_(x_IN_[1]~|~CREATE_(:X))',
				'INSERT_(:X)',
				'LOAD_CSV_FROM_{t}_AS_line',
				'USE_neo4j',
				'USE~`neo4j`~',
				'CALL_db.createLabel({t})',
				'CALL_dbms~.~components()_YIELD_name'
			)
		),
		query: fc.oneof(
			{ maxDepth: 3, depthIdentifier: 'depth' },
			...from(
				'RETURN_1_AS_a',
				'{c}_RETURN_1_AS_a',
				'{c}_{c}_RETURN_{e}_AS_a',
				'MATCH_(n)_{c}_RETURN_1_AS_a',
				'MATCH_(n)_{c}_FINISH',
				'{c}_RETURN_1_AS_a_UNION_{c}_RETURN_2_AS_a',
				'RETURN_{e}_AS_a',
				'RETURN_1_AS_a_ORDER_BY_{e}_LIMIT_1',
				'{c}',
				'{q};_{c}'
			)
		)
	};
});

/** What a careless or a sly hand does to a text: something put in, or taken out, at a place. */
const slip = fc.record({
	place: fc.double({ min: 0, max: 1, noNaN: true }),
	cut: fc.integer({ min: 0, max: 2 }),
	put: one(
		'',
		"'",
		'"',
		'`',
		'\\',
		'*/',
		'/*',
		'//',
		'\r',
		'\n',
		';',
		'\\u0027',
		'\\u000a',
		'\\u0060',
		'\\u002a/',
		'\u200b',
		'\u0085',
		'EXPLAIN '
	)
});

/** A statement with its gaps filled, its case changed, and slipped or not. */
export const statement: fc.Arbitrary<string> = fc
	.tuple(
		query,
		fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant(' ') }, gap), { minLength: 8, maxLength: 8 }),
		fc.boolean(),
		fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: slip })
	)
	.map(([text, fills, isLower, slipped]) => {
		let gapsSeen = 0;
		const spaced = text.replace(/[_~]/g, (mark) => {
			const fill = fills[gapsSeen++ % fills.length] ?? ' ';
			return mark === '~' && fill === ' ' ? '' : fill;
		});
		const cased = isLower ? spaced.replace(/\b[A-Z]{3,}\b/g, (word) => word.toLowerCase()) : spaced;
		if (!slipped) return cased;
		const at = Math.floor(slipped.place * cased.length);
		return cased.slice(0, at) + slipped.put + cased.slice(at + slipped.cut);
	});
