import { version } from '#lib/domain/version.ts';
import { health } from '#lib/server/cypher/health.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ health: await health(locals.store, version) });
