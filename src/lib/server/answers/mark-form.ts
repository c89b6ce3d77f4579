import { z } from 'zod';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { marksSchema, readingStateSchema, type Marks } from '#lib/domain/library-entry.ts';
import { fitting } from '#lib/domain/parameters.ts';
import { markPaper } from '#lib/server/people/library-entries.ts';
import type { Store } from '#lib/server/store.ts';
import { statusOf } from './problem.ts';

/** What a form of marks sends. `set` is the button that was pressed: what it changes of the marks beside it. */
const formSchema = z.object({
	id: z.string().min(1).max(1000),
	revision: z.coerce.number().int().nonnegative(),
	state: readingStateSchema,
	starred: z.enum(['true', 'false']),
	// Browsers send line ends as CR LF.
	note: z
		.string()
		.max(20_000)
		.transform((text) => text.replaceAll('\r\n', '\n')),
	set: z.string().default('')
});

/** Marks that were changed, with what undoes it. */
interface Marked {
	title: string;
	id: string;
	/** The revision that undoing names. */
	revision: number;
	before: Marks;
	now: Marks;
	/** True for a change that took another one back. */
	isUndone: boolean;
}

export type MarkOutcome =
	| { done: Marked; refused?: undefined }
	| {
			refused: { status: number; message: string; advice: string; id: string; note: string };
			done?: undefined;
	  };

/** Marks a paper as a form says. A refusal gives the note back that was written: nothing is lost. */
export async function markByForm(store: Store, data: FormData): Promise<MarkOutcome> {
	const given = Object.fromEntries(data);
	try {
		const { id, revision, state, starred, note, set } = fitting(formSchema, given);
		const pressed: Partial<Record<string, Partial<Marks>>> = {
			'state=none': { state: 'none' },
			'state=read': { state: 'read' },
			'state=to-read': { state: 'to-read' },
			'starred=true': { starred: true },
			'starred=false': { starred: false }
		};
		const marks: Marks = { state, starred: starred === 'true', note, ...pressed[set] };
		const { kept, before } = await markPaper(store, id, revision, marks);
		const now = marksSchema.parse(kept.value);
		return {
			done: { title: kept.value.title, id, revision: kept.revision, before, now, isUndone: set === 'undo' }
		};
	} catch (failure) {
		if (!(failure instanceof ThroughlineError)) throw failure;
		const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
		const { message, advice } = failure;
		return {
			refused: {
				status: statusOf(failure),
				message,
				advice,
				id: text('id'),
				note: text('note').slice(0, 20_000)
			}
		};
	}
}
