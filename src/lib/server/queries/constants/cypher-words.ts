const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words before a query that tell the engine how to treat it. */
export const optionWords = words('EXPLAIN PROFILE CYPHER');

/**
 * Commands to the server, which no query begins with. Some plan to something that is refused, and some the Community
 * edition does not know at all: all are refused for the same reason, with the same status.
 */
export const serverCommands = words(`
	STOP START GRANT DENY REVOKE ALTER RENAME ENABLE DEALLOCATE REALLOCATE DRYRUN`);

/**
 * What may come right after an expression, in both lines: a name that one of these follows is a name there
 * (`RETURN use ORDER BY use`), while two other words side by side are a clause (`USE neo4j`).
 */
export const wordsAfterExpression = words(`
	AND OR XOR NOT IN IS STARTS ENDS CONTAINS WHEN THEN ELSE END AS ASC ASCENDING DESC DESCENDING FROM TO WHERE WITH
	RETURN ORDER SKIP OFFSET LIMIT UNION UNWIND MATCH OPTIONAL CALL YIELD FINISH LET FILTER NEXT FOR SEARCH USING SCORE
	CREATE INSERT MERGE SET REMOVE DELETE DETACH NODETACH FOREACH LOAD FIELDTERMINATOR ON`);

/** What an expression comes after: a name behind one of these is a name, although it is written like a clause. */
export const wordsBeforeExpression = words(`
	AND OR XOR NOT IN IS STARTS ENDS CONTAINS WHEN THEN ELSE CASE AS WHERE BY SKIP OFFSET LIMIT UNWIND DISTINCT YIELD
	RETURN WITH LET FILTER MATCH FROM ON`);

/** Words that begin a clause which changes the graph or its schema. */
export const writingWords = words('CREATE INSERT MERGE SET REMOVE DELETE DETACH NODETACH FOREACH DROP');

/** After these (and at the beginning, and after a brace) a clause begins and no expression can. */
export const wordsBeforeClause = words('UNION NEXT');

/** Words that begin a clause, but for MATCH: what comes after them is planned on its own. */
export const clauseWords = words('WITH RETURN UNION UNWIND CALL NEXT LET FILTER FINISH');
