import { savedQueries } from '#lib/server/queries/saved-queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ queries: savedQueries() });
