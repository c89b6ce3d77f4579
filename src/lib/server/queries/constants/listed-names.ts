/**
 * Procedures that a query may call: they read the graph and nothing of the server. Lower case; the engine itself
 * minds the case. Of those that 5.26 and 2026.09 bring, the others tell of the server, wait for it or change it.
 */
export const listedProcedures: ReadonlySet<string> = new Set([
	'db.index.fulltext.querynodes',
	'db.index.fulltext.queryrelationships',
	'db.labels',
	'db.relationshiptypes',
	'db.propertykeys'
]);

const members: Record<string, string[]> = {
	date: ['realtime', 'statement', 'transaction', 'truncate'],
	time: ['realtime', 'statement', 'transaction', 'truncate'],
	localtime: ['realtime', 'statement', 'transaction', 'truncate'],
	localdatetime: ['realtime', 'statement', 'transaction', 'truncate'],
	datetime: ['realtime', 'statement', 'transaction', 'truncate', 'fromepoch', 'fromepochmillis'],
	duration: ['between', 'indays', 'inmonths', 'inseconds'],
	point: ['distance', 'withinbbox'],
	'vector.similarity': ['cosine', 'euclidean'],
	// Cypher 25.
	coll: ['distinct', 'flatten', 'indexof', 'insert', 'max', 'min', 'remove', 'sort'],
	string: ['indexof', 'join', 'regexreplace'],
	uuid: ['leastsignificantbits', 'mostsignificantbits']
};

/**
 * The functions with a dot that the engine itself brings (`SHOW FUNCTIONS` of both lines, but for `graph.…`, which
 * choose another graph); anything else with a dot is a plugin's. Lower case.
 */
export const listedFunctions: ReadonlySet<string> = new Set(
	Object.entries(members).flatMap(([namespace, names]) => names.map((name) => `${namespace}.${name}`))
);
