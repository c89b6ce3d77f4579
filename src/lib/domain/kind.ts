import { z } from 'zod';

/** What a concept is. The order is the order of every legend and filter. */
export const kinds = ['method', 'model', 'task', 'dataset', 'metric', 'theory', 'other'] as const;

export const kindSchema = z.enum(kinds);

export type Kind = z.infer<typeof kindSchema>;
