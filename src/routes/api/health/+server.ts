import { json } from '@sveltejs/kit';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { health } from '#lib/server/cypher/health.ts';
import { version } from '#lib/domain/version.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	try {
		return json(await health(locals.store, version));
	} catch (error) {
		if (!(error instanceof ThroughlineError)) throw error;
		const problem = { type: 'about:blank', title: error.message, status: 503, detail: error.advice };
		return json(problem, { status: 503, headers: { 'content-type': 'application/problem+json' } });
	}
};
