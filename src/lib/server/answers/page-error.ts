import { ThroughlineError } from '#lib/domain/errors.ts';
import { statusOf } from './problem.ts';

/** SvelteKit's `error`: throws what becomes the error page. */
type Fail = (status: number, body: { message: string; advice: string }) => never;

/** What `work` loads for a page, or its failure as the error page with what happened and what to do. */
export async function orPageError<Loaded>(work: () => Promise<Loaded>, fail: Fail): Promise<Loaded> {
	try {
		return await work();
	} catch (failure) {
		if (!(failure instanceof ThroughlineError)) throw failure;
		return fail(statusOf(failure), { message: failure.message, advice: failure.advice });
	}
}
