import { isPublishing } from '#lib/server/questions/health.ts';
import type { LayoutServerLoad } from './$types';

/** A page says itself that the store is away: here that only means that nothing is known. */
export const load: LayoutServerLoad = async ({ locals }) => ({
	publishing: await isPublishing(locals.store).catch(() => false),
	mayEdit: locals.role !== 'reading',
	// Null where nobody has to sign in.
	signedIn: locals.signIn.passwords ? locals.role !== null : null
});
