import { z } from 'zod';

/** What the address of any feed takes. */
export const feedParameters = z.object({ format: z.enum(['atom', 'json']).default('atom') });
