import type { Plan } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { QueryRefusedError } from '#lib/domain/errors.ts';
import { checkPlan } from '#lib/server/queries/check-plan.ts';

/** A plan of one operator under the one that hands out the rows. */
function plan(operatorType: string, details = ''): Plan {
	const leaf = { operatorType, identifiers: [], arguments: { Details: details }, children: [] };
	return { operatorType: 'ProduceResults@neo4j', identifiers: [], arguments: {}, children: [leaf] };
}

test.each<[operator: string, details?: string]>([
	['Expand(All)@neo4j'],
	['OptionalExpand(Into)@neo4j'],
	['VarLengthExpand(Pruning,BFS,All)@neo4j'],
	['StatefulShortestPath(All, Trail)@neo4j'],
	['Repeat(Trail)@neo4j'],
	['Repeat(All, Acyclic)@neo4j'],
	['BidirectionalRepeat(Trail)@neo4j'],
	['NodeUniqueIndexSeek@neo4j'],
	['PartitionedNodeIndexSeek@neo4j'],
	['PartitionedUnwind@neo4j'],
	['RemoteUndirectedRelationshipIndexScan@neo4j'],
	['DirectedRelationshipTypeScan@neo4j'],
	['DynamicLabelNodeLookup@neo4j'],
	['ProcedureCall@neo4j', 'db.labels() :: (label :: STRING)'],
	['Eager ProcedureCall@neo4j', 'db.index.fulltext.queryNodes($a, $b) :: (node :: NODE)'],
	['ProcedureCall@neo4j', '`db`.`labels`() :: (label :: STRING)']
])('checkPlan(%s %s) passes', (operator, details) => {
	expect(() => {
		checkPlan(plan(operator, details));
	}).not.toThrow();
});

test.each([
	['Create@neo4j', '', 'Create'],
	['MergeUniqueNode@neo4j', '', 'MergeUniqueNode'],
	['LockingMerge@neo4j', '', 'LockingMerge'],
	['NodeUniqueIndexSeek(Locking)@neo4j', '', 'NodeUniqueIndexSeek'],
	['SetNodePropertiesFromMap@neo4j', '', 'SetNodePropertiesFromMap'],
	['DetachDelete@neo4j', '', 'DetachDelete'],
	['Foreach@neo4j', '', 'Foreach'],
	['TransactionApply@neo4j', '', 'TransactionApply'],
	['TransactionForeach@neo4j', '', 'TransactionForeach'],
	['LoadCSV@neo4j', '', 'LoadCSV'],
	['RunQueryAt@neo4j', '', 'RunQueryAt'],
	['ShowSettings@neo4j', '', 'ShowSettings'],
	['AdministrationCommand', '', 'AdministrationCommand'],
	['PartitionedCreate@neo4j', '', 'Create'],
	['SomethingNew@neo4j', '', 'SomethingNew'],
	['ProcedureCall@neo4j', 'dbms.listConfig() :: (name :: STRING)', 'CALL dbms.listConfig'],
	['ProcedureCall@neo4j', '`dbms`.`listConfig`()', 'CALL dbms.listConfig'],
	['ProcedureCall@neo4j', 'db.labels.more()', 'CALL db.labels.more'],
	['ProcedureCall@neo4j', '', 'CALL ']
])('checkPlan(%s %s) refuses %s', (operator, details, clause) => {
	expect(() => {
		checkPlan(plan(operator, details));
	}).toThrow(expect.objectContaining({ name: QueryRefusedError.name, clause }));
});
