import type { Plan, Session } from 'neo4j-driver';
import { QueryRefusedError } from '#lib/domain/errors.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';

/**
 * Every operator that a reading plan may hold, as the engine names them (without brackets and the `@neo4j` suffix).
 * What is not listed is refused: LoadCSV, ProcedureCall but the listed ones, Show…, Terminate…, everything that writes.
 */
const readingOperators = [
	/^(Partitioned)?(AllNodesScan|NodeByLabelScan|Unwind|NodeIndexSeek|NodeIndexScan)$/,
	/^(Union|Intersection|Subtraction)NodeByLabelsScan$/,
	/^(Partitioned)?(Multi)?Node(Unique)?Index(Seek|SeekByRange|Scan|ContainsScan|EndsWithScan)$/,
	/^NodeBy(Element)?IdSeek$/,
	/^(Partitioned)?(Directed|Undirected)(All|Union)?Relationships?(Type|Types)?(Index)?(UniqueIndex)?(Scan|Seek|SeekByRange|ContainsScan|EndsWithScan|ByIdSeek|ByElementIdSeek|ByTypeScan)$/,
	/^(Node|Relationship)CountFromCountStore$/,
	/^(Argument|EmptyRow|EmptyResult|Optional|Filter|Projection|CacheProperties|ProduceResults?|Eager|NullifyMetadata)$/,
	/^(Optional)?(VarLength)?Expand(All|Into|Pruning)?$/,
	/^(BFS)?PruningVarLengthExpand$/,
	/^(ShortestPath|StatefulShortestPath|Repeat|RepeatTrail|RepeatOptions|Trail|BidirectionalRepeat|PathPropagatingBFS)$/,
	/^(Ordered)?(Distinct|Aggregation|Union)$/,
	/^(EagerAggregation|Sort|PartialSort|Top|PartialTop|Top1WithTies|PartialTop1WithTies|Limit|Skip)$/,
	/^(Apply|CartesianProduct|RollUpApply|ConditionalApply|AntiConditionalApply|SubqueryForeach)$/,
	/^(Let)?(Anti)?(SelectOr)?(Anti)?SemiApply$/,
	/^LetSelectOr(Anti)?SemiApply$/,
	/^(Node|Value)(Left|Right)?(Outer)?HashJoin$/,
	/^(Left|Right)OuterHashJoin$/,
	/^(TriadicSelection|TriadicBuild|TriadicFilter|AssertSameNode|AssertSameRelationship|Anti)$/
];

/** Procedures that a query may call: they read the graph and nothing of the server. */
const listedProcedures = new Set([
	'db.index.fulltext.querynodes',
	'db.index.fulltext.queryrelationships',
	'db.labels',
	'db.relationshiptypes',
	'db.propertykeys'
]);

/** The namespaces of the engine's own functions; anything else with a dot comes from a plugin. */
const listedNamespaces = new Set([
	'date',
	'datetime',
	'localdatetime',
	'localtime',
	'time',
	'duration',
	'point',
	'vector'
]);

/** The text without comments and string literals, back quotes taken away: what its keywords can be looked for in. */
function bareText(cypher: string): string {
	return cypher.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`/g, (match) =>
		match === '`' ? '' : ' '
	);
}

function refuse(clause: string, why: string): never {
	throw new QueryRefusedError(
		`${clause} is not allowed here: ${why}.`,
		'Queries only read the graph; change it by an ingest.',
		clause
	);
}

/** What is known before the engine has seen the text. */
function checkText(cypher: string): void {
	if (cypher.length > queryLimits.cypherLength)
		refuse('This length', `a query has ${queryLimits.cypherLength.toLocaleString('en')} characters at most`);
	const bare = bareText(cypher);
	const first = /^\s*([a-z]+)/i.exec(bare)?.[1]?.toUpperCase() ?? '';
	if (['EXPLAIN', 'PROFILE', 'CYPHER'].includes(first)) refuse(first, 'the text is explained before it runs');
	if (/\buse\s+[\w.]+\s/i.test(bare) && /^\s*use\b/i.test(bare)) refuse('USE', 'queries stay in this graph');
	if (/;\s*\S/.test(bare)) refuse('A second statement', 'one query is one statement');
	for (const [, name = ''] of bare.matchAll(/([A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)+)\s*\(/g)) {
		const called = name.replace(/\s/g, '').toLowerCase();
		if (!listedProcedures.has(called) && !listedNamespaces.has(called.split('.')[0] ?? ''))
			refuse(`${name}()`, 'only functions of the engine itself and listed procedures may be called');
	}
}

function checkPlan(plan: Plan): void {
	const operator = plan.operatorType.replace(/@.*$/, '').replace(/[(),\s]/g, '');
	if (operator === 'ProcedureCall') {
		const { Details: details } = plan.arguments as Record<string, unknown>;
		const called = (/^[\w.]+/.exec(typeof details === 'string' ? details : '')?.[0] ?? '').toLowerCase();
		if (!listedProcedures.has(called)) refuse(`CALL ${called}`, 'this procedure is not listed');
	} else if (!readingOperators.some((pattern) => pattern.test(operator))) {
		refuse(operator, 'its plan does more than read the graph');
	}
	plan.children.forEach(checkPlan);
}

/**
 * Lets a query through when the engine's own plan only reads: `EXPLAIN` runs nothing and tells every operator.
 * Throws QueryRefusedError with the part that was refused; errors of the driver (a text that does not parse) are
 * thrown as they are.
 */
export async function guardQuery(session: Session, cypher: string, parameters: object): Promise<void> {
	checkText(cypher);
	const { summary } = await session.executeRead((transaction) =>
		transaction.run(`EXPLAIN ${cypher}`, { ...parameters })
	);
	if (summary.queryType !== 'r' && summary.queryType !== 's')
		refuse('Writing', 'the query would change the graph');
	if (!summary.plan) refuse('This statement', 'it has no plan that could be checked');
	checkPlan(summary.plan);
}
