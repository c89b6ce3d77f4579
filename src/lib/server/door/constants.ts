/** What a body may be. */
export const bodyLimits = {
	/** As adapter-node's own default; the longest query has 20,000 characters, the rest is for its parameters. */
	bytes: 512 * 1024,
	/** Arrays and objects inside each other. People's parameters need three or four; readers that call themselves need a floor. */
	depth: 100
} as const;

/** An export reads the whole graph and goes on for as long as its reader likes: these bound what that costs. */
export const exportLimits = {
	/** Two, so that one slow reader does not keep everyone from exporting, and the store keeps its pace for pages. */
	atOnce: 2,
	/** The same file twice at once is of use to nobody. */
	perClient: 1,
	/** Seconds that a reader may leave lines waiting: a connection that stalls longer is gone, or holds its place on purpose. */
	idleSeconds: 60,
	/** Seconds for a whole export: 25,000 papers take less than one minute on two cores. */
	seconds: 600,
	/** Seconds after which it is worth another try: most exports have ended by then. */
	retryAfter: 30
} as const;

/** What every answer carries, static files too: nothing is guessed, embedded or read by other sites. */
export const headersOfAll: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'x-frame-options': 'DENY'
};

/** An answer of /api is data: shown as a document it loads nothing, runs nothing and stands in no frame. */
export const policyOfApi = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The pages that the door itself writes: a sentence and its style. */
export const policyOfPlainPage =
	"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The routes under /api that run people's text or read the whole graph: not even a link of another site opens them.
 * A test compares the list with the routes that are there.
 */
export const runningRoutes: readonly string[] = [
	'/api/export',
	'/api/ingest',
	'/api/ingest/cancel',
	'/api/ingest/fetch',
	'/api/ingest/files/[number]',
	'/api/ingest/run',
	'/api/queries',
	'/api/queries/[id]',
	'/api/queries/[id]/choices',
	'/api/queries/[id]/feed',
	'/api/queries/[id]/marks',
	'/api/queries/[id]/restore',
	'/api/queries/[id]/run',
	'/api/queries/import',
	'/api/query'
];

/** The routes that answer also while there is no graph store: what they tell is in the tables of the program. */
export const storelessRoutes: readonly string[] = ['/help', '/login', '/api/openapi.json'];
/** How answers are packed. What the build made lies packed beside it already. */
export const packing = {
	/** What is packed: text that a page or its script waits for. A download or an event stream goes as it is. */
	types: [
		'text/html',
		'text/css',
		'text/plain',
		'text/javascript',
		'application/json',
		'application/problem+json',
		'text/sveltekit-data',
		'image/svg+xml',
		'application/atom+xml'
	],
	/** Shorter answers fit into one packet either way. */
	leastBytes: 1000,
	/** Of brotli (0 to 11) and gzip (1 to 9): 300 KB in 10 ms; the best ones take 400 ms for a tenth less. */
	brotliQuality: 7,
	gzipLevel: 6
} as const;
