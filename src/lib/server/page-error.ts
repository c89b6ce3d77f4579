import { ThroughlineError } from '#lib/domain/errors.ts';
import { statusOf } from './problem.ts';

/** What a page's `error(status, body)` takes, of a failure of ours; null for any other, which is thrown on. */
export function pageError(
	failure: unknown
): { status: number; body: { message: string; advice: string } } | null {
	if (!(failure instanceof ThroughlineError)) return null;
	return { status: statusOf(failure), body: { message: failure.message, advice: failure.advice } };
}
