/** One way to use Throughline as a service, as a line of a shell. */
interface ServiceExample {
	/** What it asks. */
	what: string;
	/** The line, for an explorer that listens at `usualOrigin`. */
	line: string;
	/** What its output begins with. */
	gives: string;
	/** What it gives when it is run once more, where that is something else. */
	then?: string;
}

/** Where an explorer listens when nobody says otherwise. */
export const usualOrigin = 'http://127.0.0.1:3000';

/** Examples on the help page; the suite runs every line as it stands there against a running explorer. */
export const serviceExamples: readonly ServiceExample[] = [
	{
		what: 'The rows of a saved query as JSON, its parameters after the ?',
		line: `curl -s '${usualOrigin}/api/queries/strongest-of-a-kind/run?kind=dataset&limit=5'`,
		gives: '{"columns":["c","papers","since"],"rows":[['
	},
	{
		what: 'The same kind of answer as CSV, for a spreadsheet',
		line: `curl -s '${usualOrigin}/api/queries/concepts-by-kind/run?format=csv'`,
		gives: 'kind,concepts,mentions\n'
	},
	{
		what: 'Cypher of your own with parameters, a line of JSON for each row; 2.0 is a float',
		line: `curl -s ${usualOrigin}/api/query -H 'content-type: application/json' -d '{"cypher": "UNWIND $of AS n RETURN n / 4 AS quarter", "parameters": {"of": [8, 2.0]}, "format": "ndjson"}'`,
		gives: '{"quarter":2}\n{"quarter":0.5}\n'
	},
	{
		what: 'How the engine would go about it; nothing is run',
		line: `curl -s ${usualOrigin}/api/query -H 'content-type: application/json' -d '{"cypher": "MATCH (p:Paper) RETURN p", "explain": true}'`,
		gives: '{"columns":["step","on","rows about"],"rows":[['
	},
	{
		what: 'Only what is new: with the ETag of last time the answer is 304 until the graph, or the query, has changed',
		line: `curl -s -o rows.json --etag-save rows.etag --etag-compare rows.etag -w '%{http_code}' '${usualOrigin}/api/queries/mentions-in-all/run'`,
		gives: '200',
		then: '304'
	},
	{
		what: 'A query as a feed, for a feed reader; format=json gives a JSON Feed',
		line: `curl -s '${usualOrigin}/api/queries/strongest-of-a-kind/feed?kind=method'`,
		gives: '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
	},
	{
		what: 'What a phrase may ask, as saved queries that are filled in; nothing is run',
		line: `curl -s -G ${usualOrigin}/api/plain --data-urlencode 'q=papers on GRPO since 2020'`,
		gives: '{"readings":[{"query":"papers-about-several-concepts",'
	},
	{
		what: 'What a file of queries holds, checked; nothing of it is kept',
		line: `curl -s ${usualOrigin}/api/queries/import -H 'content-type: application/json' -d '{"throughline": "queries", "version": 1, "queries": [{"name": "All", "description": "", "cypher": "MATCH (p:Paper) RETURN p", "parameters": [], "view": "table"}]}'`,
		gives: '[{"name":"All","entry":{'
	},
	{
		what: 'A query that is refused: a problem (RFC 9457), with what to do',
		line: `curl -s ${usualOrigin}/api/query -H 'content-type: application/json' -d '{"cypher": "MATCH (n) DELETE n"}'`,
		gives: '{"type":"/help#query-refused","title":'
	},
	{
		what: 'The same lock and limits as a command',
		line: `npm run --silent query -- 'MATCH (c:Concept {id: $id}) RETURN c.label AS label' --param id=rationale --format csv`,
		gives: 'label\n'
	}
];
