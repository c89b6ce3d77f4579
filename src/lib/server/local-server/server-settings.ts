/**
 * What our own Neo4j is told. Heap and page cache are the 2.5 GB that it may take of a small machine. One transaction
 * may take `transactionMemory`: publishing 250,000 nodes and relationships at once, the largest that `publish` does,
 * takes 1,024 MB by the engine's own count (measured); what a query collects beyond it ends that query alone. All
 * together may take `allTransactionsMemory`: the rest of the heap is left for what the engine does not count.
 */
const heap = { first: '512m', most: '2g' };
const pageCache = '512m';
const transactionMemory = '1250m';
const allTransactionsMemory = '1400m';

/**
 * Names are the same on 5.26 and 2026.x. No `db.transaction.timeout`: the lock of an ingest is a transaction that lasts
 * as long as the ingest, and every query of people brings its own limit.
 */
export function settings(port: number): string {
	return [
		'server.default_listen_address=127.0.0.1',
		'server.bolt.enabled=true',
		`server.bolt.listen_address=127.0.0.1:${port}`,
		`server.bolt.advertised_address=127.0.0.1:${port}`,
		'server.http.enabled=false',
		'server.https.enabled=false',
		'dbms.usage_report.enabled=false',
		'dbms.security.allow_csv_import_from_file_urls=false',
		`server.memory.heap.initial_size=${heap.first}`,
		`server.memory.heap.max_size=${heap.most}`,
		`server.memory.pagecache.size=${pageCache}`,
		`db.memory.transaction.max=${transactionMemory}`,
		`db.memory.transaction.total.max=${allTransactionsMemory}`,
		// How often it looks for transactions that are over their time; 2 s without this.
		'db.transaction.monitor.check.interval=500ms',
		// Whoever stops it is its last user: what still runs then has nobody to answer to.
		'db.shutdown_transaction_end_timeout=2s',
		'db.tx_log.rotation.retention_policy=1 files',
		// Its databases are closed by then; the default adds ten seconds to the end of every command.
		'internal.server.bolt.thread_pool_shutdown_wait_time=100ms',
		''
	].join('\n');
}

/**
 * Java compiles once and lightly. Its second compiler makes what runs for minutes a third faster (publishing 640,000
 * records), and takes one of two processors for the first half minute: without it Neo4j starts with 8 s of processor
 * time instead of 13, and answers the first maps after a restart in two thirds of the time (measured).
 */
export const soonWarm = ['-XX:TieredStopAtLevel=1'];

/** A Java that is out of memory may live on in pieces: it ends instead, and is started again. */
export const javaOptions = [
	`-Xms${heap.first}`,
	`-Xmx${heap.most}`,
	'-XX:+ExitOnOutOfMemoryError',
	...['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
		(name) => `--add-opens=java.base/${name}=ALL-UNNAMED`
	)
];
