/**
 * Every failure that a person may meet. `message` says in one sentence what happened and where,
 * `advice` in one sentence what to do. Thrown upward; turned into words once per door.
 */
export class ThroughlineError extends Error {
	readonly advice: string;

	constructor(message: string, advice: string, options?: ErrorOptions) {
		super(message, options);
		this.name = new.target.name;
		this.advice = advice;
	}
}

/** The command line was not understood (exit code 2). */
export class UsageError extends ThroughlineError {}

/** A file or a record of it cannot be read. `record` is a line or record number, counted from 1. */
export class SourceError extends ThroughlineError {
	constructor(
		readonly file: string,
		reason: string,
		advice: string,
		readonly record: number | null = null,
		options?: ErrorOptions
	) {
		super(record === null ? `${file}: ${reason}` : `${file}, record ${record}: ${reason}`, advice, options);
	}
}

/** The graph store cannot be reached, or went away (503). */
export class StoreUnavailableError extends ThroughlineError {}

/** The graph store answers, but cannot be used: wrong password, too old, no such database. */
export class StoreRefusedError extends ThroughlineError {}

/** No Java, no Maven, artifacts that cannot be fetched, a data folder of another version. */
export class LocalServerError extends ThroughlineError {}

/** Someone else is publishing. */
export class PublishConflictError extends ThroughlineError {}

/** What somebody changes was changed by someone else since they saw it (409). `revision`: the one that is there now. */
export class EditConflictError extends ThroughlineError {
	constructor(
		message: string,
		advice: string,
		readonly revision: number
	) {
		super(message, advice);
	}
}

/** No such node (404). */
export class NotFoundError extends ThroughlineError {}

/** A query that does not parse (400). `line` and `column` count from 1 where the server tells them. */
export class QuerySyntaxError extends ThroughlineError {
	constructor(
		message: string,
		advice: string,
		readonly line: number | null = null,
		readonly column: number | null = null,
		options?: ErrorOptions
	) {
		super(message, advice, options);
	}
}

/** A query that would do more than read (403). `clause` is the part that was refused. */
export class QueryRefusedError extends ThroughlineError {
	constructor(
		message: string,
		advice: string,
		readonly clause: string
	) {
		super(message, advice);
	}
}

/** A query that was stopped at its limit of time or memory (504). */
export class QueryStoppedError extends ThroughlineError {}

/** A query that parses and may run, and that the engine cannot carry out on these values: a division by zero (422). */
export class QueryFailedError extends ThroughlineError {}

/** Too much is asked at once, over all or by one client (429). `seconds`: after which it is worth another try. */
export class BusyError extends ThroughlineError {
	constructor(
		message: string,
		advice: string,
		readonly seconds: number
	) {
		super(message, advice);
	}
}

/** A parameter that is missing or of the wrong type (422). */
export class ParameterError extends ThroughlineError {}

/** Too little room on a disk for what was to be written; nothing of it was. */
export class DiskFullError extends ThroughlineError {}

/** The graph store refused what an ingest wrote, and holds what it held before. */
export class PublishFailedError extends ThroughlineError {}

/** A request that cannot be read: broken JSON, bytes that are no UTF-8, an address with a broken escape (400). */
export class BadRequestError extends ThroughlineError {}

/** Another site asks for what only this one may ask for (403). */
export class CrossSiteError extends ThroughlineError {}

/** Nobody is signed in where a password is asked for, or it is wrong (401). */
export class SignInError extends ThroughlineError {}

/** Someone who is signed in for reading would change something (403). */
export class ReadingRoleError extends ThroughlineError {}

/** Asked from another machine for what only this one may ask for (403). */
export class FarCallerError extends ThroughlineError {}

/** An address that is there, asked in a way that it does not answer (405). `allow`: the methods that it answers. */
export class MethodNotAllowedError extends ThroughlineError {
	constructor(
		message: string,
		advice: string,
		readonly allow: string
	) {
		super(message, advice);
	}
}

/** A body that is longer, or deeper, than its limit (413). */
export class TooLargeError extends ThroughlineError {}

/** An address or a header that is longer than what Node reads (431). */
export class TooLongError extends ThroughlineError {}

/** A body that is not of the type which the address reads (415). */
export class UnsupportedMediaTypeError extends ThroughlineError {}

/** The request names a host that this server is not (421). */
export class MisdirectedError extends ThroughlineError {}
