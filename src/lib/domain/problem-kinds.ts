import * as errors from './errors.ts';

/** A kind of failure as the API answers it (RFC 9457), the help page lists it and OpenAPI names it. */
export interface ProblemKind {
	failure: abstract new (...given: never[]) => errors.ThroughlineError;
	/** The end of the problem's `type`: an anchor of the help page. */
	id: string;
	status: number;
	/** The kind in words, the same for every occurrence. */
	title: string;
	/** What a reader of the help page should know of it. */
	meaning: string;
}

/** Every class of errors.ts. The first that a failure is an instance of counts, so the base class stands last. */
export const problemKinds: ProblemKind[] = [
	{
		failure: errors.BadRequestError,
		id: 'bad-request',
		status: 400,
		title: 'The request cannot be read',
		meaning: 'Broken JSON, bytes that are not UTF-8, or an address with a broken escape.'
	},
	{
		failure: errors.UsageError,
		id: 'usage',
		status: 400,
		title: 'The command was not understood',
		meaning: 'An option or an argument of a command is missing or does not fit; --help lists them.'
	},
	{
		failure: errors.QuerySyntaxError,
		id: 'query-does-not-parse',
		status: 400,
		title: 'The query does not parse',
		meaning: 'Neo4j does not understand the Cypher; line and column say where, counted from 1.'
	},
	{
		failure: errors.SignInError,
		id: 'sign-in',
		status: 401,
		title: 'A password is asked for',
		meaning:
			'Sign in at /login; a script sends the password as Authorization: Bearer PASSWORD, or with curl -u :PASSWORD.'
	},
	{
		failure: errors.ReadingRoleError,
		id: 'reading-role',
		status: 403,
		title: 'Whoever is signed in for reading changes nothing',
		meaning:
			'The password for reading shows everything and runs queries; keeping views and queries and adding papers needs the other one.'
	},
	{
		failure: errors.CrossSiteError,
		id: 'cross-site',
		status: 403,
		title: 'Another site may not ask for this',
		meaning: 'A page of another site may link to pages here, but runs no query and reads no answer.'
	},
	{
		failure: errors.FarCallerError,
		id: 'far-caller',
		status: 403,
		title: 'Another machine may not ask for this',
		meaning:
			'Without passwords, papers are added in the browser only on the machine that Throughline runs on, not through a proxy.'
	},
	{
		failure: errors.QueryRefusedError,
		id: 'query-refused',
		status: 403,
		title: 'The query would do more than read the graph',
		meaning: 'Writing, files, foreign procedures and everything that is not on the list of reading operators.'
	},
	{
		failure: errors.NotFoundError,
		id: 'not-found',
		status: 404,
		title: 'There is no such thing',
		meaning: 'No such address, paper, concept, topic or saved query.'
	},
	{
		failure: errors.MethodNotAllowedError,
		id: 'method-not-allowed',
		status: 405,
		title: 'The address does not answer this method',
		meaning: 'The header Allow lists the methods that it answers.'
	},
	{
		failure: errors.PublishConflictError,
		id: 'conflict',
		status: 409,
		title: 'Someone else is publishing',
		meaning: 'One ingest at a time writes the graph.'
	},
	{
		failure: errors.EditConflictError,
		id: 'changed-meanwhile',
		status: 409,
		title: 'Someone else changed it meanwhile',
		meaning: 'What people keep has a revision: whoever changes it names the one that they saw.'
	},
	{
		failure: errors.TooLargeError,
		id: 'too-large',
		status: 413,
		title: 'The request is too large',
		meaning: 'Bodies have a limit in bytes, JSON one of depth.'
	},
	{
		failure: errors.UnsupportedMediaTypeError,
		id: 'unsupported-media-type',
		status: 415,
		title: 'The body is of another type than JSON',
		meaning: 'Bodies are application/json in UTF-8, not compressed.'
	},
	{
		failure: errors.MisdirectedError,
		id: 'misdirected',
		status: 421,
		title: 'The request is for another host',
		meaning: 'The server answers to the address that it listens on, and to the names in THROUGHLINE_HOSTS.'
	},
	{
		failure: errors.ParameterError,
		id: 'parameter',
		status: 422,
		title: 'A value is missing or does not fit',
		meaning: 'A parameter of an address, of a query or of a body; the answer names it.'
	},
	{
		failure: errors.QueryFailedError,
		id: 'query-failed',
		status: 422,
		title: 'The query cannot be carried out',
		meaning:
			'It parses and may run, but not on these values: a division by zero, a broken regular expression.'
	},
	{
		failure: errors.SourceError,
		id: 'source',
		status: 422,
		title: 'A file or a record of it cannot be read',
		meaning: 'An ingest goes on with the records that it can read, and reports the others.'
	},
	{
		failure: errors.BusyError,
		id: 'busy',
		status: 429,
		title: 'Too much is asked at once',
		meaning:
			'Queries and exports have places, over all and for each client; Retry-After says when to ask again.'
	},
	{
		failure: errors.TooLongError,
		id: 'too-long',
		status: 431,
		title: 'The address or a header is too long',
		meaning: 'An address and the headers have 96 KB together; what is longer goes by POST to /api/query.'
	},
	{
		failure: errors.DiskFullError,
		id: 'disk-full',
		status: 507,
		title: 'The disk is full',
		meaning: 'Nothing of what was to be written was; the graph is as it was before.'
	},
	{
		failure: errors.PublishFailedError,
		id: 'publish-failed',
		status: 500,
		title: 'The graph could not be published',
		meaning: 'The graph store refused what an ingest wrote, and holds what it held before.'
	},
	{
		failure: errors.LocalServerError,
		id: 'local-server',
		status: 503,
		title: 'The local Neo4j cannot be started',
		meaning: 'Java, Maven or the data folder is not as it should be; the answer names it.'
	},
	{
		failure: errors.StoreRefusedError,
		id: 'store-refused',
		status: 503,
		title: 'The graph store cannot be used',
		meaning: 'It answers, but refuses: a password, a database, a version, its memory.'
	},
	{
		failure: errors.StoreUnavailableError,
		id: 'store-unavailable',
		status: 503,
		title: 'The graph store does not answer',
		meaning: 'It is starting, restarting or away; Retry-After says when to ask again.'
	},
	{
		failure: errors.QueryStoppedError,
		id: 'query-stopped',
		status: 504,
		title: 'The query was stopped',
		meaning: 'At its limit of time or memory, or because the one who asked went away.'
	},
	{
		failure: errors.ThroughlineError,
		id: 'failure',
		status: 500,
		title: 'Something failed in here',
		meaning: 'A fault of Throughline; the log of the server tells more.'
	}
];
