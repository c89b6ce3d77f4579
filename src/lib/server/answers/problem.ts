import { z } from 'zod';
import {
	NotFoundError,
	ParameterError,
	PublishConflictError,
	QueryRefusedError,
	QueryStoppedError,
	QuerySyntaxError,
	StoreRefusedError,
	StoreUnavailableError,
	ThroughlineError
} from '#lib/domain/errors.ts';

/** RFC 9457 problem details: what every route under /api answers when it cannot do what was asked. */
export const problemSchema = z.object({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	detail: z.string().describe('what to do, in one sentence'),
	line: z.int().optional().describe('of a query that does not parse, counted from 1'),
	column: z.int().optional(),
	clause: z.string().optional().describe('the part of a query that was refused')
});

/** The class of a failure, its name as a problem and its status. The first that fits counts. */
const problems: [abstract new (...given: never[]) => ThroughlineError, string, number][] = [
	[QuerySyntaxError, 'query-does-not-parse', 400],
	[QueryRefusedError, 'query-refused', 403],
	[NotFoundError, 'not-found', 404],
	[PublishConflictError, 'conflict', 409],
	[ParameterError, 'parameter', 422],
	[StoreUnavailableError, 'store-unavailable', 503],
	[StoreRefusedError, 'store-refused', 503],
	[QueryStoppedError, 'query-stopped', 504]
];

/** The name and status of a failure; 500 for one that is nobody's fault outside. */
function kindOf(error: ThroughlineError): { type: string; status: number } {
	const found = problems.find(([failure]) => error instanceof failure);
	return { type: found?.[1] ?? 'failure', status: found?.[2] ?? 500 };
}

/** The status under which a page or a route answers a failure. */
export function statusOf(error: unknown): number {
	return error instanceof ThroughlineError ? kindOf(error).status : 500;
}

/** A failure as an answer; what is not one of ours is thrown on. */
export function problem(error: unknown): Response {
	if (error instanceof z.ZodError) {
		const issue = error.issues[0];
		const where = issue?.path.join('.') ?? '';
		return problem(
			new ParameterError(
				`The parameter ${where ? `"${where}" ` : ''}does not fit: ${issue?.message ?? 'unknown'}.`,
				'/api/openapi.json describes every parameter.'
			)
		);
	}
	if (!(error instanceof ThroughlineError)) throw error;
	const { type, status } = kindOf(error);
	const body = {
		type: `/help#${type}`,
		title: error.message,
		status,
		detail: error.advice,
		...(error instanceof QuerySyntaxError && error.line !== null ? { line: error.line } : {}),
		...(error instanceof QuerySyntaxError && error.column !== null ? { column: error.column } : {}),
		...(error instanceof QueryRefusedError ? { clause: error.clause } : {})
	};
	return new Response(JSON.stringify(problemSchema.parse(body)), {
		status,
		headers: {
			'content-type': 'application/problem+json',
			...(status === 503 ? { 'retry-after': '5' } : {})
		}
	});
}

/** What `work` answers as JSON, or its failure as a problem. */
export async function answer(work: () => Promise<unknown>, headers: HeadersInit = {}): Promise<Response> {
	try {
		return Response.json(await work(), { headers });
	} catch (error) {
		return problem(error);
	}
}
