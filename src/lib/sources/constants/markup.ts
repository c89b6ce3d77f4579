/**
 * The elements that catalogues leave in titles and abstracts: HTML's for text, JATS's and MathML's. Only these are taken
 * for markup, because `<unk>`, `<s>` and `a < b` are text in papers about language models.
 */
export const inlineElements = new Set(
	(
		'a abbr acronym b bdi bdo big bold cite dfn del em ext-link fixed-case fn font i inline-formula ins italic jats kbd ' +
		'label mark monospace named-content overline roman sans-serif sc scp small small-caps span strike strong ' +
		'strong-em styled-content sub sup tt u underline uri xref alternatives inf ' +
		// MathML without its namespace.
		'mi mn mo mrow mfrac msqrt mroot mstyle mtext mspace mover munder munderover mfenced semantics mtable mtr mtd'
	).split(' ')
);

/** Those that end a line: what stands in them is apart from what stands before and after. */
export const blockElements = new Set(
	(
		'abstract article blockquote body br caption center dd disp-formula div dl dt h1 h2 h3 h4 h5 h6 head header hr html ' +
		'img li list list-item ol p para pre sec section simplepara table tbody td th thead title tr ul'
	).split(' ')
);

/** Their text is no text of the paper: programs, and formulas that are told a second time. */
export const droppedElements = new Set([
	'script',
	'style',
	'tex-math',
	'annotation',
	'annotation-xml',
	'object-id'
]);

/** Namespaces of JATS and MathML: every element of theirs is markup. */
export const markupNamespaces = new Set(['jats', 'mml', 'm', 'xlink', 'inline-graphic', 'ja', 'ce', 'sb']);

/** What a heading in an abstract says when it says nothing. */
export const emptyHeadings =
	/^(?:abstract|summary|zusammenfassung|resumen|resumo|r[eé]sum[eé]|graphical abstract)$/i;

const plain = '0123456789+-=()aehijklmnoprstuvx';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ';
/** The signs that Unicode has below the line. */
export const subscripts = new Map(Array.from(plain, (sign, at) => [sign, lowered[at] ?? sign]));

const plainRaised = '0123456789+-=()abcdefghijklmnoprstuvwxyz';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';
/** The signs that Unicode has above the line; a minus sign is one as well as a hyphen. */
export const superscripts = new Map([
	...Array.from(plainRaised, (sign, at): [string, string] => [sign, raised[at] ?? sign]),
	['−', '⁻'],
	['–', '⁻']
]);
