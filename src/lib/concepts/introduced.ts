import type { Span } from './sentences.ts';

export interface Introduced extends Span {
	name: string;
	/** `title`: the prefix before the colon; `cue`: after "we propose"; `long-form`: a cue before its long form. */
	rule: 'title' | 'cue' | 'long-form';
}

const name = '[A-Z][A-Za-z0-9+]*(?:[-.][A-Za-z0-9+]+)*|[a-z]+[A-Z][A-Za-z0-9+-]*';
const cue = new RegExp(
	`(?:we|We|paper|work|study)(?: (?:also|further|thus|then|therefore))? (?:propose|introduce|present|release|develop|call|dub|name|build|design|construct|unveil|contribute)s?(?: (?:a|an|the|our))?(?: novel| new)? (${name})(?=[\\s,.;:(])`,
	'g'
);
const cueLongForm = new RegExp(
	`(?:propose|introduce|present|release|develop|build|design|construct)s?\\b[^.;()]{0,120}\\((${name})\\)`,
	'g'
);
const called = new RegExp(
	`(?:called|named|dubbed|termed|call|namely|denoted as) (${name})(?=[\\s,.;:(])`,
	'g'
);

/** A name that is more than an ordinary capitalised word: two capitals, a digit or a hyphen. */
function looksLikeName(text: string): boolean {
	return /[A-Z].*[A-Z]|\d|-[A-Z]/.test(text) || /[a-z][A-Z]/.test(text);
}

/** What a paper brings into the world: title prefix first, then cues. The name must occur in the abstract. */
export function introduced(title: string, abstract: string): Introduced[] {
	const found = new Map<string, Introduced>();
	const offset = title.length + 1;
	const prefix = /^([^:]{2,40}):\s/.exec(title)?.[1]?.trim();
	const bracket = prefix ? /\(([A-Za-z0-9-]+)\)$/.exec(prefix)?.[1] : undefined;
	const candidate = bracket ?? prefix;
	if (prefix && candidate && !candidate.includes(' ')) {
		const at = abstract.indexOf(candidate);
		if (at >= 0) {
			const start = title.indexOf(candidate);
			found.set(candidate, { name: candidate, rule: 'title', start, end: start + candidate.length });
		}
	}
	const rules: [RegExp, Introduced['rule']][] = [
		[cue, 'cue'],
		[called, 'cue'],
		[cueLongForm, 'long-form']
	];
	for (const [pattern, rule] of rules) {
		for (const match of abstract.matchAll(pattern)) {
			const written = match[1] ?? '';
			if (!looksLikeName(written) || found.has(written)) continue;
			const start = offset + match.index + match[0].lastIndexOf(written);
			found.set(written, { name: written, rule, start, end: start + written.length });
		}
	}
	return [...found.values()];
}
