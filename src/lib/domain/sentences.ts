/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export interface Span {
	start: number;
	end: number;
}

/** Words that end in a full stop without ending a sentence. */
const abbreviation =
	/(?:\b(?:e\.g|i\.e|Approx|Suppl|Mt|a\.k\.a|w\.r\.t|et al|etc|vs|v\.s|cf|viz|ca|approx|resp|Figs?|Eqs?|Secs?|Chs?|Tabs?|Refs?|Algs?|Thms?|Def|Prop|Lem|App|Nos?|Vol|pp|Dr|Mr|Ms|Mrs|Prof|St|Jr|Inc|Ltd|Corp|Univ|Dept|U\.S|U\.K|Ph\.D)|\b[A-Z])\.$/;

/** The sentences of a text. Survives `e.g.`, `et al.`, `Fig. 2`, decimals and initials; a line feed always ends one. */
export function sentences(text: string): Span[] {
	const spans: Span[] = [];
	let start = 0;
	const close = (end: number) => {
		const piece = text.slice(start, end);
		const lead = piece.length - piece.trimStart().length;
		if (piece.trim() !== '') spans.push({ start: start + lead, end: start + piece.trimEnd().length });
		start = end;
	};
	for (const match of text.matchAll(/\n|[.!?]["')\]\u201d\u2019]*(?=\s)/g)) {
		const end = match.index + match[0].length;
		if (match[0] === '\n') close(end);
		else {
			const next = text.slice(end).trimStart().charAt(0);
			const isAbbreviation =
				match[0].startsWith('.') && abbreviation.test(text.slice(Math.max(0, end - 12), match.index + 1));
			if (!isAbbreviation && !/\p{Ll}/u.test(next)) close(end);
		}
	}
	close(text.length);
	return spans;
}
