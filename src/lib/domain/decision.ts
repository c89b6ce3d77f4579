import { z } from 'zod';
import { kindSchema } from './kind.ts';

const form = z
	.string()
	.trim()
	.min(1, 'write how the concept is called')
	.max(200, 'at most 200 characters')
	.regex(/[\p{L}\p{N}]/u, 'it holds no letter or digit')
	.regex(/^\P{Cc}*$/u, 'no line feeds or tabs');

/**
 * What someone decided about concepts, for every ingest from then on. A concept is named by a *form*, one of the ways in
 * which it is written, never by its id: ids follow from what decisions make.
 */
export const decisionSchema = z.discriminatedUnion('what', [
	/** Both forms call one concept, and that of `into` lends its name. */
	z.object({ what: z.literal('merge'), form, into: form }),
	/** It is shown as `label`. */
	z.object({ what: z.literal('rename'), form, label: form }),
	z.object({ what: z.literal('kind'), form, kind: kindSchema }),
	/** It is no concept. */
	z.object({ what: z.literal('hide'), form })
]);
export type Decision = z.infer<typeof decisionSchema>;

/** A decision as people read it: `merge “RL” into “reinforcement learning”`. */
export function decisionText(decision: Decision): string {
	const called = `${decision.what} “${decision.form}”`;
	if (decision.what === 'merge') return `${called} into “${decision.into}”`;
	if (decision.what === 'rename') return `${called} to “${decision.label}”`;
	return decision.what === 'kind' ? `kind of “${decision.form}” is ${decision.kind}` : called;
}

/** A decision and when it was last changed, ISO text: of two that contradict each other the later one holds. */
export interface DatedDecision {
	decision: Decision;
	at: string;
}

/** A decision that changed nothing in an ingest, and why, as a sentence. */
export interface IdleDecision {
	decision: Decision;
	why: string;
}
