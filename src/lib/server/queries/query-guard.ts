import type { Plan, Session } from 'neo4j-driver';
import { checkPlan } from './check-plan.ts';
import { checkText } from './check-text.ts';
import { refuse } from './refuse.ts';

/**
 * Lets a query through when its text holds nothing that is refused and the engine's own plan only reads: `EXPLAIN`
 * runs nothing and tells every operator but those of subqueries inside expressions, which the checks of the text and
 * the reading transaction hold. That plan is what it gives. Throws QueryRefusedError with the part that was refused; errors of the driver (a text
 * that does not parse) are thrown as they are.
 */
export async function guardQuery(session: Session, cypher: string, parameters: object): Promise<Plan> {
	checkText(cypher, parameters);
	const { summary } = await session.executeRead((transaction) =>
		transaction.run(`EXPLAIN ${cypher}`, { ...parameters })
	);
	if (summary.queryType.includes('w')) refuse('Writing', 'the query would change the graph');
	if (!summary.plan) return refuse('This statement', 'it has no plan that could be checked');
	checkPlan(summary.plan);
	if (summary.queryType !== 'r') refuse('This statement', 'it does more than read the graph');
	return summary.plan;
}
