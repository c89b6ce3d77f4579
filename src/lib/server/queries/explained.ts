import type { Plan } from 'neo4j-driver';
import type { Executed } from './execute-query.ts';

interface Step {
	plan: Plan;
	depth: number;
}

/** The engine's plan of a query as rows, the last step first as the engine draws it: operator, what it works on, rows that it reckons with. */
export function explained(plan: Plan): Executed {
	const left: Step[] = [{ plan, depth: 0 }];
	const rows: string[] = [];
	for (let step; (step = left.pop());) {
		const { Details: details, EstimatedRows: estimated } = step.plan.arguments as Record<string, unknown>;
		const operator = step.plan.operatorType.replace(/@.*$/, '');
		const { depth } = step;
		rows.push(
			JSON.stringify([
				'\u00a0\u00a0'.repeat(depth) + operator,
				typeof details === 'string' ? details : '',
				typeof estimated === 'number' ? Math.round(estimated) : null
			])
		);
		for (const child of step.plan.children) left.push({ plan: child, depth: depth + 1 });
	}
	return { columns: ['step', 'on', 'rows about'], rows, truncated: false, stopped: null, milliseconds: 0 };
}
