import { z } from 'zod';
import { kindSchema } from './kind.ts';
import { isStorableName } from './limits.ts';

const formSchema = z
	.string()
	.trim()
	.min(1, 'a form is empty')
	.max(200, 'a form has at most 200 characters')
	.refine(isStorableName, 'a form is longer than a name may be, or has broken characters');
/** Ways in which one concept is written, its name first: what a decision knows it by, for ids may change. */
const formsSchema = z
	.array(formSchema)
	.min(1, 'name the concept by a form at least')
	.max(30, 'at most 30 forms');
const paperSchema = z.string().trim().min(1, 'name the paper').max(500, 'an id has at most 500 characters');
const note = z.string().trim().max(1000, 'a note has at most 1,000 characters').optional();

/** A person's decision about a concept, as it is kept, written to files and applied on every ingest. */
export const decisionSchema = z.discriminatedUnion('decision', [
	z.strictObject({ decision: z.literal('merge'), forms: formsSchema, into: formsSchema, note }),
	z.strictObject({ decision: z.literal('keep-apart'), forms: formsSchema, into: formsSchema, note }),
	z.strictObject({
		decision: z.literal('split'),
		forms: formsSchema,
		/** In papers that speak of one of these … */
		near: formsSchema,
		/** … it is another concept: one that is there, or a new one of this name. */
		into: formsSchema,
		note
	}),
	z.strictObject({ decision: z.literal('rename'), forms: formsSchema, name: formSchema, note }),
	z.strictObject({ decision: z.literal('kind'), forms: formsSchema, kind: kindSchema, note }),
	z.strictObject({ decision: z.literal('hide'), forms: formsSchema, note }),
	z.strictObject({ decision: z.literal('not-a-concept'), forms: formsSchema, note }),
	z.strictObject({ decision: z.literal('not-introduced'), forms: formsSchema, paper: paperSchema, note }),
	z.strictObject({ decision: z.literal('not-mentioned'), forms: formsSchema, paper: paperSchema, note })
]);
export type Decision = z.infer<typeof decisionSchema>;
type DecisionSort = Decision['decision'];

/** What became of a decision in an ingest. */
export const outcomeSchema = z.object({
	/** `decisionKey` of it. */
	key: z.string(),
	/** False for one that found nothing to do; it is kept, and may apply again later. */
	applies: z.boolean(),
	/** What it did, or why it does not apply. */
	sentence: z.string()
});
export type Outcome = z.infer<typeof outcomeSchema>;

function plain(form: string): string {
	return form.normalize('NFKC').toLowerCase().trim();
}

/**
 * What a decision is about: of two about the same, the later one stands. Forms count by their letters, whatever their
 * case: `merge o1`.
 */
export function decisionKey(decision: Decision): string {
	const [first = ''] = decision.forms.map(plain);
	switch (decision.decision) {
		case 'keep-apart':
			return [decision.decision, ...[first, plain(decision.into[0] ?? '')].sort()].join(' | ');
		case 'split':
			return [decision.decision, first, ...decision.near.map(plain).sort()].join(' | ');
		case 'not-introduced':
		case 'not-mentioned':
			return [decision.decision, first, decision.paper].join(' | ');
		case 'hide':
		case 'not-a-concept':
			// One takes the other's place.
			return `hide | ${first}`;
		default:
			return `${decision.decision} | ${first}`;
	}
}

/** A decision in words: `o1 is the same as OpenAI o1`. */
export function decisionSentence(decision: Decision): string {
	const [form = ''] = decision.forms;
	switch (decision.decision) {
		case 'merge':
			return `${form} is the same as ${decision.into[0] ?? ''}`;
		case 'keep-apart':
			return `${form} and ${decision.into[0] ?? ''} are two`;
		case 'split':
			return `${form} near ${decision.near.join(' or ')} is ${decision.into[0] ?? ''}`;
		case 'rename':
			return `${form} is called ${decision.name}`;
		case 'kind':
			return `${form} is of the kind ${decision.kind}`;
		case 'hide':
			return `${form} is hidden`;
		case 'not-a-concept':
			return `${form} is no concept`;
		case 'not-introduced':
			return `${form} is not introduced by ${decision.paper}`;
		case 'not-mentioned':
			return `${decision.paper} does not mention ${form}`;
	}
}
