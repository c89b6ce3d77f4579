import type { Span } from '#lib/domain/sentences.ts';

export interface Introduced extends Span {
	name: string;
	/**
	 * `title`: before the title's colon, and written as only names are; `cue`: after "we propose" and the like, or a
	 * phrase before the colon; `long-form`: a cue before its long form.
	 */
	rule: 'title' | 'cue' | 'long-form';
}

const namePattern = '[A-Z][A-Za-z0-9+]*(?:[-.][A-Z0-9][A-Za-z0-9+]*)*|[a-z]+[A-Z][A-Za-z0-9+-]*';
const cue = new RegExp(
	`(?:we|We|paper|work|study)(?: (?:also|further|thus|then|therefore))? (?:propose|introduce|present|release|develop|call|dub|name|build|design|construct|unveil|contribute|devise|term|formulate)s?(?: (?:a|an|the|our))?(?: novel| new)? (${namePattern})(?=[,.;:(]|\\s(?![A-Z][a-z]+ ))`,
	'g'
);
const cueLongForm = new RegExp(
	`(?:propos|introduc|present|releas|develop|build|design|construct|devis|formulat|call|term|nam|dub)(?:es?|s|ed|ing)?\\b[^.;()]{0,160}\\((${namePattern})\\)`,
	'g'
);
const called = new RegExp(
	`(?:called|named|dubbed|termed|call|namely,?|denoted as) (${namePattern})(?=[\\s,.;:(])`,
	'g'
);

const appositive = new RegExp(
	`(?:propos|introduc|present|develop|devis)(?:e|es|ed|ing)\\b[^.;:()]{0,80}, (${namePattern})(?=[\\s,.;:(])`,
	'g'
);
const ours = new RegExp(
	`(?:[Oo]ur|[Tt]he|a) (?:proposed|novel|new|core contribution is the|method is|framework is)[^.;:()]{0,80}\\((${namePattern})\\)`,
	'g'
);
/** A term in lower case is introduced when it is all that is proposed: "we propose self-certainty, a metric". */
const term = /[Ww]e (?:propose|introduce|define) ([a-z]+(?:-[a-z]+)+)(?=,)/g;

/** The same after what it is: "a metric, constraint attention, to quantify". */
const termOfSort =
	/[Ww]e (?:propose|introduce|define) an? [a-z -]{3,30}, ([a-z]+(?:[ -][a-z]+){1,2}), (?:to|which|that|an?) /g;
/** An abstract that opens with a name is about what it brings: "PINTO is a pipeline that". Not: "LLMs have shown". */
const opening = new RegExp(
	`^(${namePattern})(?= (?:is|provides|enables|extends|introduces|offers) an? )`,
	'g'
);
/** A capitalised phrase that does something in the abstract: a name when the title has it too. */
const actor =
	/(?<=[a-z,] )([A-Z][a-z]+(?: [A-Z][a-z]+){1,3})(?= (?:leads|is|achieves|outperforms|improves|enables|consistently|significantly|reduces))/g;

/**
 * A name that is more than capitalised words: two capitals in one of its parts, a digit, or a hyphen where the name
 * ends. `Multi-Agent` in front of other words only says what sort of thing is proposed.
 */
function looksLikeName(text: string, next: string): boolean {
	return (
		/[A-Z][^-\s]*[A-Z]|\d|[a-z][A-Z]|^[A-Z]-[A-Z]/.test(text) ||
		(/-[A-Z]/.test(text) && /^\s?[,.;:()]|^$/.test(next))
	);
}

/** The most words that a title has in front of its colon as a name, each with a capital or a digit. */
const longestName = 4;

/** The name in front of a title's colon: one word, or a few that the abstract writes just so. */
function titleName(title: string, abstract: string): string | null {
	const prefix = /^([^:\n]{2,80}):\s/.exec(title)?.[1]?.trim();
	if (prefix === undefined) return null;
	const name = /\(([A-Za-z0-9-]+)\)$/.exec(prefix)?.[1] ?? prefix;
	const words = name.split(/\s+/);
	if (words.length > longestName || !words.every((word) => /[\p{Lu}\d]/u.test(word) || words.length === 1))
		return null;
	if (abstract.includes(name)) return name;
	// Small and large letters mixed say that it is a name and no acronym of something known.
	return words.length === 1 && /\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}{2}/u.test(name) ? name : null;
}

/** What a paper brings into the world: title prefix first, then cues. */
export function introduced(title: string, abstract: string): Introduced[] {
	const found = new Map<string, Introduced>();
	const offset = title.length + 1;
	const name = titleName(title, abstract);
	if (name !== null) {
		const start = title.indexOf(name);
		const rule = looksLikeName(name, '') ? 'title' : 'cue';
		found.set(name, { name, rule, start, end: start + name.length });
	}
	const rules: [RegExp, Introduced['rule']][] = [
		[cue, 'cue'],
		[called, 'cue'],
		[appositive, 'cue'],
		[opening, 'cue'],
		[term, 'cue'],
		[termOfSort, 'cue'],
		[actor, 'cue'],
		[cueLongForm, 'long-form'],
		[ours, 'long-form']
	];
	for (const [pattern, rule] of rules) {
		for (const match of abstract.matchAll(pattern)) {
			const written = match[1] ?? '';
			const fits =
				pattern === actor
					? title.includes(written)
					: pattern === term ||
						pattern === termOfSort ||
						looksLikeName(
							written,
							abstract.substring(match.index + match[0].length, match.index + match[0].length + 2)
						);
			if (!fits || found.has(written)) continue;
			const start = offset + match.index + match[0].lastIndexOf(written);
			found.set(written, { name: written, rule, start, end: start + written.length });
		}
	}
	return [...found.values()];
}
