import { z } from 'zod';

/** Why two concepts may be one, the most telling first: the order in which they are proposed. */
export const mergeReasons = {
	spelling: 'They differ in hyphens, blanks, signs or number alone.',
	form: 'Both are written',
	acronym: 'Its letters begin the words of the other, and papers speak of both.',
	maker: 'The other is the same with a name in front, and papers speak of both.',
	typing: 'They differ by one letter, and papers speak of both.'
} as const;
export type MergeReason = keyof typeof mergeReasons;

/** Two concepts that may be one. */
export const proposedMergeSchema = z.object({
	/** The id of the one that fewer papers speak of … */
	one: z.string(),
	/** … and of the one that it would become a part of. */
	into: z.string(),
	reason: z.enum(Object.keys(mergeReasons) as [MergeReason, ...MergeReason[]]),
	/** The form that both are written in; empty for other reasons. */
	form: z.string(),
	/** How many papers speak of both. */
	shared: z.int().nonnegative()
});
export type ProposedMerge = z.infer<typeof proposedMergeSchema>;
