/**
 * What a query's process may use before it is ended from outside. The limits that people are told (seconds, rows,
 * bytes) are `queryLimits` in the domain; these are the bars of the cage behind them.
 */
export const cagedLimits = {
	/** For a process to start; it takes one second, on a busy machine a few. One is kept ready. */
	startSeconds: 30,
	/** For the engine to plan a query. Honest ones take milliseconds; planning does not obey the engine's own timeout. */
	planSeconds: 3,
	/** After the limit of time until the process is ended: the engine usually says itself that time is up. */
	graceSeconds: 0.75,
	/** Heap of the process in MB: the answer's 8 MB as values of the driver and as text take less than half of it. */
	heapMegabytes: 192,
	/** Bytes that may come in for one query: a fraction of three letters takes nine on the wire, all else about as many. */
	wireBytes: 24_000_000,
	/** Of one line between the processes: the columns' names of a query of 20,000 characters fit. */
	lineBytes: 1_000_000,
	/** Processes that wait for the next query without doing anything. */
	idle: 2
} as const;
