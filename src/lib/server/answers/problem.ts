import { z } from 'zod';
import {
	BusyError,
	EditConflictError,
	MethodNotAllowedError,
	QueryRefusedError,
	QuerySyntaxError,
	SignInError,
	StoreUnavailableError,
	ThroughlineError
} from '#lib/domain/errors.ts';
import { problemKinds, type ProblemKind } from '#lib/domain/problem-kinds.ts';
import { failureOfStatus } from './failure-of-status.ts';

/** RFC 9457 problem details: what every route under /api answers when it cannot do what was asked. */
export const problemSchema = z.object({
	type: z
		.enum(problemKinds.map(({ id }) => `/help#${id}`))
		.describe('the kind of the problem: an address that explains it'),
	title: z.string().describe('the kind in words, the same for every problem of this type'),
	status: z.int(),
	detail: z.string().describe('what happened this time, in one sentence, and what to do, in another'),
	line: z.int().optional().describe('of a query that does not parse, counted from 1'),
	column: z.int().optional(),
	revision: z.int().optional().describe('of what was changed meanwhile: the one that is there now'),
	clause: z.string().optional().describe('the part of a query that was refused')
});

/** Characters of what happened that are passed on: a message may quote what was asked, and that may be anything. */
const longestMessage = 500;
/** Seconds after which a store that was away is worth another look. */
const storeBackAfter = 5;

const unexpected = failureOfStatus(500);

function kindOf(error: ThroughlineError): ProblemKind {
	const kind = problemKinds.find(({ failure }) => error instanceof failure);
	// The base class is in the table; this is for the type checker.
	if (!kind) throw error;
	return kind;
}

/** The status under which a page or a route answers a failure. */
export function statusOf(error: unknown): number {
	return kindOf(error instanceof ThroughlineError ? error : unexpected).status;
}

/** What happened, not too long, and ended: what the engine says often stops without a full stop. */
function sentence(message: string): string {
	if (message.length > longestMessage) return `${message.slice(0, longestMessage)} …`;
	return /[.!?…]$/.test(message) ? message : `${message}.`;
}

/** What the kinds tell beside their sentences. */
function extrasOf(error: ThroughlineError): { members: object; headers: Record<string, string> } {
	if (error instanceof QuerySyntaxError) {
		const { line, column } = error;
		return {
			members: { ...(line === null ? {} : { line }), ...(column === null ? {} : { column }) },
			headers: {}
		};
	}
	if (error instanceof QueryRefusedError) return { members: { clause: error.clause }, headers: {} };
	if (error instanceof EditConflictError) return { members: { revision: error.revision }, headers: {} };
	if (error instanceof SignInError)
		return { members: {}, headers: { 'www-authenticate': 'Bearer realm="Throughline"' } };
	if (error instanceof BusyError) return { members: {}, headers: { 'retry-after': String(error.seconds) } };
	if (error instanceof StoreUnavailableError)
		return { members: {}, headers: { 'retry-after': String(storeBackAfter) } };
	if (error instanceof MethodNotAllowedError) return { members: {}, headers: { allow: error.allow } };
	return { members: {}, headers: {} };
}

/** A failure as an answer. What is none of ours is told to the log, and to others without its words. */
export function problem(error: unknown): Response {
	if (!(error instanceof ThroughlineError)) {
		console.error(error);
		return problem(unexpected);
	}
	const { id, status, title } = kindOf(error);
	const { members, headers } = extrasOf(error);
	const detail = `${sentence(error.message)} ${error.advice}`;
	return new Response(JSON.stringify({ type: `/help#${id}`, title, status, detail, ...members }), {
		status,
		headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }
	});
}

/** The answer of `work`, or its failure as a problem. */
export async function orProblem(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		return problem(error);
	}
}

/** What `work` answers as JSON, or its failure as a problem. */
export async function answer(work: () => Promise<unknown>, headers: HeadersInit = {}): Promise<Response> {
	return orProblem(async () => Response.json(await work(), { headers }));
}
