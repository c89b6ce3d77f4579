import type { Span } from '#lib/domain/sentences.ts';
import type { NonProse } from '#lib/concepts/constants/non-prose.ts';

/** A stretch of a text that is no prose. */
export interface Masked extends Span {
	kind: NonProse;
}

/** What ends a phrase and is no word. */
export const gap = '\u2022';

/** What belongs to the word in which it stands, and says nothing. */
export const silent = '\u00ad';

/** A text whose parts are overwritten sign for sign, so that every offset stays what it is. */
export class Masking {
	text: string;
	readonly masked: Masked[] = [];

	constructor(text: string) {
		this.text = text;
	}

	/** Overwrites what fits a pattern; `fill` answers as many signs, or null to leave it as it is. */
	replace(
		kind: NonProse,
		pattern: RegExp,
		fill: (found: string, start: number, text: string) => string | null
	): void {
		const { text, masked } = this;
		this.text = text.replace(pattern, (found: string, ...rest: unknown[]) => {
			const start = rest.find((each) => typeof each === 'number') ?? 0;
			const filled = fill(found, start, text);
			if (filled === null) return found;
			masked.push({ kind, start, end: start + found.length });
			return filled;
		});
	}
}
