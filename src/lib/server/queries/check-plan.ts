import type { Plan } from 'neo4j-driver';
import { listedProcedures } from './constants/listed-names.ts';
import { lockingOperator, operatorPrefix, readingOperators } from './constants/reading-operators.ts';
import { refuse } from './refuse.ts';

/** `db.labels() :: (label :: STRING)` -> `db.labels`. The engine writes the name without its back quotes. */
function procedureOf(plan: Plan): string {
	const { Details: details } = plan.arguments as Record<string, unknown>;
	return /^[^(]*/.exec(typeof details === 'string' ? details : '')?.[0].replace(/[`\s]/g, '') ?? '';
}

/** `Expand(All)@neo4j` -> `Expand`; `Eager ProcedureCall@neo4j` -> `Eager ProcedureCall`. */
function operatorOf(plan: Plan): string {
	return plan.operatorType
		.replace(/@.*$/, '')
		.replace(/\(.*\)/, '')
		.replace(operatorPrefix, '')
		.trim();
}

/** Refuses a plan that holds anything but listed operators and listed procedures. */
export function checkPlan(plan: Plan): void {
	const operator = operatorOf(plan);
	if (/^(Eager )?ProcedureCall$/.test(operator)) {
		const called = procedureOf(plan);
		if (!listedProcedures.has(called.toLowerCase())) refuse(`CALL ${called}`, 'this procedure is not listed');
	} else if (!readingOperators.has(operator) || lockingOperator.test(plan.operatorType)) {
		refuse(operator, 'its plan does more than read the graph');
	}
	plan.children.forEach(checkPlan);
}
