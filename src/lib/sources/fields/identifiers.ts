/** The names of a paper that a source tells, each in its one form; see `paperNameSchema`. */
export interface Identifiers {
	doi: string | null;
	arxiv: string | null;
	pubmed: string | null;
}

const newArxiv = '\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}';
const oldArxiv = '[a-z][a-z-]+(?:\\.[a-z]{2})?/\\d{7}';
const bareArxiv = new RegExp(
	`^(?:arxiv[:/]?\\s*)?(${newArxiv}|${oldArxiv})(?:v\\d+)?(?:\\s*\\[[^\\]]*\\])?$`,
	'i'
);
/** In an address, in a DOI, or behind its own word. Where else four digits and a dot stand, they are a number. */
const namedArxiv = new RegExp(
	`(?:arxiv\\.org/(?:abs|pdf|html|ps|format)/|10\\.48550/arxiv\\.|arxiv(?:\\.org)?[:\\s]\\s*)(${newArxiv}|${oldArxiv})(?!\\d)`,
	'i'
);
/** Those that are made of a serial number (SICI) hold angle brackets and a semicolon. */
const doi = /10\.\d{4,9}\/(?:\(SICI\)[^\s\p{Cc}"]+|[^\s\p{Cc}"<>]+)/iu;

/** The longest DOIs have about 200 characters. */
const longestDoi = 500;

/** `10.1000/XY.` with an address, its own word, escapes or a sentence's full stop around it is `10.1000/xy`. */
export function doiIn(text: string): string | null {
	const found = doi.exec(text.includes('%2') ? unescaped(text) : text)?.[0].slice(0, longestDoi);
	if (found === undefined) return null;
	const trimmed = found.replace(/(?:\[doi\]|[.,;:'*\u201d]|&(?:amp|lt|gt);.*)+$/i, '');
	return withoutLooseBracket(trimmed).toLowerCase();
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** DOIs hold brackets, in pairs: a closing one that has no partner belongs to the text around. */
function withoutLooseBracket(text: string): string {
	let open = 0;
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at];
		if (sign === '(' || sign === '[' || sign === '{') open += 1;
		else if (sign === ')' || sign === ']' || sign === '}') open -= 1;
		if (open < 0) return text.slice(0, at);
	}
	return text;
}

/** An arXiv id that a text is, or names; without its version. */
export function arxivIn(text: string): string | null {
	const found = bareArxiv.exec(text.trim()) ?? namedArxiv.exec(text);
	return found?.[1]?.toLowerCase() ?? null;
}

/** A number of PubMed that a text is, or names: `PMID: 1234`, `https://pubmed.ncbi.nlm.nih.gov/1234/`. */
export function pubmedIn(text: string): string | null {
	const bare = /^(?:pmid[:\s]?\s*|medline:)?(\d{1,9})(?:\.0)?$/i.exec(text.trim());
	return (bare ?? namedPubmed.exec(text))?.[1] ?? null;
}

const namedPubmed = /(?:pmid:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/|\/pubmed\/)(\d{1,9})(?!\d)/i;

/** What any text tells of a paper's names: an address, a note. A bare number is none. */
export function identifiersIn(text: string): Identifiers {
	const arxiv = namedArxiv.exec(text)?.[1]?.toLowerCase() ?? null;
	const found = doiIn(text);
	return {
		arxiv,
		doi: found === null || isArxivDoi(found) ? null : found,
		pubmed: namedPubmed.exec(text)?.[1] ?? null
	};
}

/** arXiv gives each of its papers a DOI that is made of its id: the id says the same. */
export function isArxivDoi(found: string): boolean {
	return found.startsWith('10.48550/arxiv.');
}

/** The name of a paper that another one cites, or null for a text that names none. */
export function citedName(text: string): string | null {
	const arxiv = arxivIn(text);
	if (arxiv !== null) return arxiv;
	const found = doiIn(text);
	if (found !== null) return found;
	return /^(?:pmid|openalex|s2):\S+$/i.test(text) ? text.toLowerCase() : null;
}
