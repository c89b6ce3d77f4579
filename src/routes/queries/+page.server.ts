import { savedQueries } from '#lib/server/saved-queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ queries: savedQueries() });
