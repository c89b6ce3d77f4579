/**
 * Every operator that a reading plan may hold, as the engine names it, with what stands in brackets and after `@`
 * taken away (`Expand(All)@neo4j` is `Expand`). From the names that LogicalPlan2PlanDescription and the index seeks of
 * 5.26.12 and 2026.09.0 know; the names they know that are missing here write, lock for writing (`NodeUniqueIndexSeek(Locking)`,
 * `LockNodes`), administer (`Show…`, `Terminate…`, `AdministrationCommand`, `AlterCurrentGraphType…`), leave the
 * graph (`LoadCSV`, `RunQueryAt`, `External`), open transactions (`TransactionApply`), or are for tests and errors
 * (`Input`, `Simulated…`, `Prober`, `NonFuseable`, `Error`). `ProcedureCall` is looked at by name.
 */
const operators = `
	Aggregation AllNodesScan Anti AntiConditionalApply AntiSemiApply Apply Argument ArgumentTracker AssertSameNode
	AssertSameRelationship BidirectionalRepeat CacheProperties CartesianProduct ConditionalApply Distinct
	DynamicDirectedRelationshipTypeLookup DynamicLabelNodeLookup DynamicUndirectedRelationshipTypeLookup Eager
	EagerAggregation EmptyResult EmptyRow ExhaustiveLimit Expand Filter IntersectionNodeByLabelsScan LetAntiSemiApply
	LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit MultiNodeIndexSeek NodeByElementIdSeek NodeByIdSeek
	NodeByLabelScan NodeCountFromCountStore NodeFulltextIndexSearch NodeHashJoin NodeIndexContainsScan
	NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek NodeIndexSeekByRange NodeLeftOuterHashJoin NodeRightOuterHashJoin
	NodeUniqueIndexSeek NodeUniqueIndexSeekByRange NodeVectorIndexSearch NullifyMetadata Optional OptionalExpand
	OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop PathPropagatingBFS PreserveOrder
	ProduceResults ProjectEndpoints Projection RelationshipCountFromCountStore RemoteBatchProperties
	RemoteBatchPropertiesWithFilter Repeat RepeatOptions RollUpApply SelectOrAntiSemiApply SelectOrSemiApply SemiApply
	ShortestPath Skip Sort StatefulShortestPath SubtractionNodeByLabelsScan Top Top1WithTies TriadicBuild TriadicFilter
	TriadicSelection Union UnionNodeByLabelsScan Unwind ValueHashJoin ValueMergeJoin VarLengthExpand`;

/** Scans and seeks of relationships, each `Directed…` and `Undirected…`. */
const relationshipOperators = `
	AllRelationshipsScan RelationshipByElementIdSeek RelationshipByIdSeek RelationshipFulltextIndexSearch
	RelationshipIndexContainsScan RelationshipIndexEndsWithScan RelationshipIndexScan RelationshipIndexSeek
	RelationshipIndexSeekByRange RelationshipTypeScan RelationshipUniqueIndexSeek RelationshipUniqueIndexSeekByRange
	RelationshipVectorIndexSearch UnionRelationshipTypesScan`;

const words = (text: string) => text.trim().split(/\s+/);

export const readingOperators: ReadonlySet<string> = new Set([
	...words(operators),
	...words(relationshipOperators).flatMap((name) => [`Directed${name}`, `Undirected${name}`])
]);

/** What the engine puts before the name of an operator that does the same in parts, or on another machine. */
export const operatorPrefix = /^(Partitioned|Remote(?=(Un)?[Dd]irected|Node(Unique)?Index))/;

/** The operators whose bracket changes what they do: they take locks for a write to come. */
export const lockingOperator = /\(Locking\)/;
