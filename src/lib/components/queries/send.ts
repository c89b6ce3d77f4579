import { z } from 'zod';

const problemSchema = z.object({ detail: z.string(), status: z.number() });

/** What the server said no to, in its words. */
export class RefusedError extends Error {
	constructor(
		message: string,
		readonly status: number
	) {
		super(message);
		this.name = 'RefusedError';
	}
}

/** Asks the server to change something, and gives its answer. Throws RefusedError with a sentence for people. */
export async function send<Answer>(
	method: 'POST' | 'PUT' | 'DELETE',
	path: string,
	body: unknown,
	answer: z.ZodType<Answer>
): Promise<Answer> {
	const response = await fetch(path, {
		...{ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
	}).catch(() => null);
	if (!response) throw new RefusedError('The server does not answer. Try again in a moment.', 503);
	const said: unknown = await response.json().catch(() => null);
	if (response.ok) return answer.parse(said);
	const problem = problemSchema.safeParse(said);
	throw new RefusedError(problem.success ? problem.data.detail : 'The server refused that.', response.status);
}

/** The words of a failure for people. */
export function sentenceOf(failure: unknown): string {
	return failure instanceof RefusedError
		? failure.message
		: 'Something failed in the page. Reload it, then try again.';
}
