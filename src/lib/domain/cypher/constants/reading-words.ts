/** The words that begin a line of a reading query, as it is formatted and completed. Two words are one where the second follows. */
export const lineWords: readonly string[] = [
	'OPTIONAL MATCH',
	'MATCH',
	'WHERE',
	'WITH',
	'UNWIND',
	'CALL',
	'RETURN',
	'ORDER BY',
	'SKIP',
	'LIMIT',
	'UNION ALL',
	'UNION'
];

/** The other words of the language that are written in capitals. */
export const innerWords: readonly string[] = [
	...[
		'AS',
		'AND',
		'OR',
		'XOR',
		'NOT',
		'IN',
		'IS',
		'NULL',
		'DISTINCT',
		'ASC',
		'DESC',
		'STARTS',
		'ENDS',
		'CONTAINS'
	],
	...[
		'CASE',
		'WHEN',
		'THEN',
		'ELSE',
		'END',
		'YIELD',
		'BY',
		'ALL',
		'OPTIONAL',
		'ORDER',
		'EXISTS',
		'COUNT',
		'COLLECT'
	]
];

/** Functions that questions to the graph use; the engine has more. */
export const readingFunctions: readonly string[] = [
	...[
		'count',
		'collect',
		'sum',
		'avg',
		'min',
		'max',
		'size',
		'head',
		'last',
		'coalesce',
		'toLower',
		'toUpper'
	],
	...[
		'substring',
		'left',
		'right',
		'split',
		'replace',
		'trim',
		'toInteger',
		'toFloat',
		'toString',
		'round',
		'abs'
	],
	...[
		'labels',
		'type',
		'properties',
		'keys',
		'nodes',
		'relationships',
		'length',
		'startNode',
		'endNode',
		'reduce'
	],
	...['any', 'all', 'none', 'single', 'range', 'date', 'duration', 'shortestPath', 'reverse', 'log', 'sqrt']
];
