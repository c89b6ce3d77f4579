import type { Span } from './sentences.ts';

export interface Introduced extends Span {
	name: string;
	/** `title`: the prefix before the colon; `cue`: after "we propose"; `long-form`: a cue before its long form. */
	rule: 'title' | 'cue' | 'long-form';
}

const name = '[A-Z][A-Za-z0-9+]*(?:[-.][A-Z0-9][A-Za-z0-9+]*)*|[a-z]+[A-Z][A-Za-z0-9+-]*';
const cue = new RegExp(
	`(?:we|We|paper|work|study)(?: (?:also|further|thus|then|therefore))? (?:propose|introduce|present|release|develop|call|dub|name|build|design|construct|unveil|contribute|devise|term|formulate)s?(?: (?:a|an|the|our))?(?: novel| new)? (${name})(?=[,.;:(]|\\s(?![A-Z][a-z]+ ))`,
	'g'
);
const cueLongForm = new RegExp(
	`(?:propos|introduc|present|releas|develop|build|design|construct|devis|formulat|call|term|nam|dub)(?:es?|s|ed|ing)?\\b[^.;()]{0,160}\\((${name})\\)`,
	'g'
);
const called = new RegExp(
	`(?:called|named|dubbed|termed|call|namely,?|denoted as) (${name})(?=[\\s,.;:(])`,
	'g'
);

const appositive = new RegExp(
	`(?:propos|introduc|present|develop|devis)(?:e|es|ed|ing)\\b[^.;:()]{0,80}, (${name})(?=[\\s,.;:(])`,
	'g'
);
const ours = new RegExp(
	`(?:[Oo]ur|[Tt]he|a) (?:proposed|novel|new|core contribution is the|method is|framework is)[^.;:()]{0,80}\\((${name})\\)`,
	'g'
);
/** A term in lower case is introduced when it is all that is proposed: "we propose self-certainty, a metric". */
const term = /[Ww]e (?:propose|introduce|define) ([a-z]+(?:-[a-z]+)+)(?=,)/g;

/** The same after what it is: "a metric, constraint attention, to quantify". */
const termOfSort =
	/[Ww]e (?:propose|introduce|define) an? [a-z -]{3,30}, ([a-z]+(?:[ -][a-z]+){1,2}), (?:to|which|that|an?) /g;
/** An abstract that opens with a name is about what it brings: "PINTO is a pipeline that". */
const opening = new RegExp(`^(${name})(?= [a-z])`, 'g');
/** A capitalised phrase that does something in the abstract: a name when the title has it too. */
const actor =
	/(?<=[a-z,] )([A-Z][a-z]+(?: [A-Z][a-z]+){1,3})(?= (?:leads|is|achieves|outperforms|improves|enables|consistently|significantly|reduces))/g;

/** A name that is more than an ordinary capitalised word: two capitals, a digit or a hyphen. */
function looksLikeName(text: string): boolean {
	return /[A-Z].*[A-Z]|\d|-[A-Z]/.test(text) || /[a-z][A-Z]/.test(text);
}

/** What a paper brings into the world: title prefix first, then cues. The name must occur in the abstract. */
export function introduced(title: string, abstract: string): Introduced[] {
	const found = new Map<string, Introduced>();
	const offset = title.length + 1;
	const prefix = /^([^:]{2,80}):\s/.exec(title)?.[1]?.trim();
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
		[appositive, 'cue'],
		[opening, 'cue'],
		[term, 'cue'],
		[termOfSort, 'cue'],
		[actor, 'title'],
		[cueLongForm, 'long-form'],
		[ours, 'long-form']
	];
	for (const [pattern, rule] of rules) {
		for (const match of abstract.matchAll(pattern)) {
			const written = match[1] ?? '';
			const fits =
				pattern === actor
					? title.includes(written)
					: pattern === term || pattern === termOfSort || looksLikeName(written);
			if (!fits || found.has(written)) continue;
			const start = offset + match.index + match[0].lastIndexOf(written);
			found.set(written, { name: written, rule, start, end: start + written.length });
		}
	}
	return [...found.values()];
}
