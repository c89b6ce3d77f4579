import { keywordLabels } from '#lib/domain/keyword-labels.ts';
import { abstractLabels } from './abstract-labels.ts';
import { statisticLetters, statistics, units } from './units.ts';

/** What stands in an abstract and is no prose. */
export const nonProse = {
	markup: 'markup',
	formula: 'a formula',
	address: 'an address',
	endless: 'a text without blanks',
	citation: 'a citation',
	reference: 'a reference to a figure, a table or a part',
	statistic: 'a statistic or a number',
	quantity: 'a quantity',
	label: 'the label of a part of the abstract',
	keywords: 'the label of a list of keywords',
	registration: 'the registration of a study',
	code: 'the code of a catalogue of subjects',
	rights: 'a notice of rights',
	withdrawal: 'a note that the paper was withdrawn',
	language: 'words of another language that name nothing for sure',
	glue: 'a full stop without a blank behind it'
} as const;
export type NonProse = keyof typeof nonProse;

/**
 * What takes its place, sign for sign: `gap` ends a phrase, `end` a sentence; `stop` ends a sentence by its first sign and
 * leaves the rest.
 */
export type Leaves = 'gap' | 'end' | 'stop';

export interface ProseRule {
	kind: NonProse;
	leaves: Leaves;
	/** What a text must have for the pattern to be tried: most have nothing of it, and a look is quicker. */
	sign: RegExp;
	pattern: RegExp;
	/** Not where what was found and the text around are both like this. */
	unless?: { found: RegExp; text: RegExp };
}

const year = '(?:1[5-9]|20)\\d\\d[a-z]?';
const surname =
	"(?:(?:de|der|den|van|von|di|da|du|la|le|el|al|bin|ten|ter) ){0,2}(?:Mc|Mac|O['\u2019]|D['\u2019]|De|Di|La|Le|Van)?\\p{Lu}\\p{Ll}+(?:[-'\u2019]\\p{Lu}?\\p{Ll}+)?";
const initials = '(?:,? ?(?:\\p{Lu}\\.?[ -]?){1,3}(?![\\p{L}]))?';
const authors = `${surname}${initials}(?:(?:, | and |, and | & |, & | et | und )${surname}${initials}){0,5}(?:,? et al\\.?|,? and (?:others|colleagues|co-?workers))?`;
const pages = '(?:[,:] ?(?:pp?\\.? ?)?\\d{1,4}(?:[-–]\\d{1,4})?)?';
const cited = `(?:(?:see|see also|e\\.g\\.|i\\.e\\.|cf\\.|in|also|but see|reviewed (?:in|by)|adapted from|following|after),? )*${authors},? \\(?(?:${year}|in press|forthcoming)(?:${pages}(?:, | and |[-–])${year})*\\)?${pages}`;
/** The ways in which a label is written: with a capital, with one on each word, in capitals. Never small. */
function written(label: string): string[] {
	const eachWord = label.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase());
	return [label.charAt(0).toUpperCase() + label.slice(1), eachWord, label.toUpperCase()];
}
const labels = [...new Set(abstractLabels.flatMap(written))].join('|');
const capitalLabels = abstractLabels.map((label) => label.toUpperCase()).join('|');
const sentenceStart = '(?<=^|\\n|[.!?:;)\\]%\\u2022][ \\u2022]{0,3})';
const oneLabel = `(?:${labels})`;
const label = `${oneLabel}(?:(?: ?[/&,] ?| and | AND | und | et | y | e )${oneLabel}){0,3}`;
const jel = '[A-Z]\\d{1,2}';
const pacs = '\\d\\d\\.\\d\\d\\.[A-Za-z\\d+-]{1,2}';
const msc = '\\d\\d(?:[A-Z]\\d\\d|[A-Z]xx|-\\d\\d|-XX)';
const listed = (one: string) => `${one}(?:(?:[,;.\\s]|and|&|(?:primary|secondary):?)+${one})*`;

/**
 * What is masked, in this order: each rule sees what the ones before have left. To add a kind: a row here and cases in
 * `tests/unit/concepts/prose.test.ts`. No pattern crosses the line feed behind the title; each takes time linear in the
 * text, because what repeats in it is bounded.
 */
export const proseRules: ProseRule[] = [
	{
		kind: 'withdrawal',
		leaves: 'end',
		sign: /withdrawn|retract|withdrawal/i,
		pattern:
			/(?<=\n\W{0,3})(?:this|the) (?:paper|article|submission|manuscript|preprint|work|publication)(?: has been| was| is(?: being)?)? ?(?:temporarily )?(?:withdrawn|retracted|removed)[^\n]{0,900}|(?<=\n\W{0,3})(?:withdrawn|retracted) (?:by|at the request|due)[^\n]{0,900}|(?<=[.!?] |\n)(?:this|the) (?:paper|article|submission|manuscript|preprint|publication)(?: has been| was| is(?: being)?) (?:withdrawn|retracted)[^.\n]{0,300}(?:\.|$)|(?<=[.!?] )the (?:full )?[a-z]{0,12} ?policy on article withdrawal[^\n]{0,300}/giu
	},
	{
		kind: 'rights',
		leaves: 'end',
		sign: /©|\([cC]\)|[Cc]opyright|COPYRIGHT|[Rr]ights|[Pp]ublished|licen[cs]e/,
		pattern:
			/(?<=[.!?)\]] ?)(?:©|\(c\)|(?:crown )?copyright ?(?:©|\(c\)|(?=(?:19|20)\d\d)|by))[^\n]{0,300}$|(?<=[.!?)] ?)(?:all rights reserved|published (?:by|under licen[cs]e by|on behalf of) [A-Z]|this is an open access article|this article is (?:protected by copyright|distributed under))[^\n]{0,300}$/giu
	},
	{
		kind: 'registration',
		leaves: 'end',
		sign: /[Rr]egist[re]|REGIST/,
		pattern: new RegExp(
			`${sentenceStart}(?:(?:clinical |this )?(?:trial|study|review|protocol|systematic review)s?(?: protocol)? )?(?:registration|registry|registered)(?: (?:number|no\\.?|id|information|identifier|details|at|in|with|on))*[:.\\s-]{0,3}(?=[^\\n]{0,60}(?:\\d{3}|\\.gov|PROSPERO|CTR))[^\\n]{0,60}?(?:\\d{4,}[-/\\d]*|\\.gov)[^\\s]{0,10}`,
			'giu'
		)
	},
	{
		kind: 'registration',
		leaves: 'gap',
		sign: /\d{3}|\.gov|PROSPERO/,
		pattern:
			/(?:ClinicalTrials\.gov|PROSPERO|EudraCT|clinicaltrials\.gov)(?: ?(?:identifier|number|no\.?|registration|ID|registry|database)){0,2}[:,# ]{0,3}\(?(?:NCT\d{4,8}|CRD ?\d{6,14}|\d{4}-\d{6}-\d\d)?|(?:NCT|ISRCTN|CRD|ACTRN|DRKS|UMIN|jRCTs?|KCT|IRCT|NTR|TCTR|PACTR|ChiCTR[-A-Z]{0,5}|CTRI\/)[ -]?\d[\dN/-]{3,20}/gu
	},
	{
		kind: 'code',
		leaves: 'end',
		sign: /JEL|PACS|MSC|AMS|Subject Classification|UDC|CCS|ACM|doi|DOI|PMID|PMCID|arXiv:/,
		pattern: new RegExp(
			[
				`\\(?JEL(?: ?-?(?:classifications?|codes?|class\\.?|numbers?|nos?\\.?)){0,3}[:.\\s-]{0,3}${listed(jel)}\\)?\\.?`,
				`\\(?PACS(?: ?(?:numbers?|codes?|nos?\\.?|classification)){0,2}(?:\\(s\\))?[:.\\s-]{0,3}${listed(pacs)}\\)?\\.?`,
				`\\(?(?:(?:19|20)\\d\\d )?(?:AMS )?(?:Mathematics Subject Classifications?|MSC|AMS(?: (?:subject )?classifications?)?)(?: ?(?:codes?|numbers?|classification))?(?: ?[\\[(]?(?:19|20)\\d\\d[\\])]?)?[:.\\s-]{0,3}(?:(?:primary|secondary):? ?)?${listed(msc)}\\)?\\.?`,
				'UDC[:\\s]{0,2}\\d{2,3}(?:\\.\\d+)*',
				'(?:ACM )?CCS(?: concepts)?: ?(?:\u2022|[A-Z]\\.\\d)[^\\n]{0,300}',
				'ACM (?:classification|subject)[^:\\n]{0,30}: ?[A-Z]\\.\\d[^\\n]{0,60}',
				'doi:? ?10\\.\\d{4,9}/[^\\s]{1,80}',
				'PMC?ID:? ?(?:PMC)?\\d{4,9}',
				'arXiv: ?[\\w.-]{0,9}/?\\d{4}\\.?\\d{3,5}'
			].join('|'),
			'giu'
		)
	},
	{
		kind: 'keywords',
		leaves: 'end',
		sign: /[Kk][Ee][Yy] ?-?[Ww][Oo][Rr]|[Ii]ndex [Tt]|INDEX|[Mm]ots|[Pp]ala|[Pp]arole|[Ss]chl|[Ss]tichw|[Tt]erms|[关關キ]/,
		pattern: new RegExp(`(?<=^|[\\s.!?:;)\\]])(?:${keywordLabels})(?: ?[:：.—–]| - ) ?`, 'giu')
	},
	{
		kind: 'keywords',
		leaves: 'end',
		sign: /K[Ee][Yy] ?[Ww]|I[Nn][Dd]/,
		pattern: /(?<=\n|[.!?;:)] {0,2})(?:Key ?[Ww]ords|KEY ?WORDS|Index Terms|INDEX TERMS)(?= \p{L})/gu
	},
	{
		kind: 'citation',
		leaves: 'gap',
		sign: new RegExp(year, 'u'),
		pattern: new RegExp(`[(\\[]${cited}(?:; ?(?:and )?(?:${cited}|${year})){0,12}[)\\]]`, 'gu')
	},
	{
		kind: 'citation',
		leaves: 'gap',
		sign: new RegExp(`et al|[)(]${year}`, 'u'),
		pattern: new RegExp(
			`(?<![\\p{L}\\p{N}-])(?:${surname}(?:, ${surname}){0,3},? (?:and|&|et|und) ${surname} [(\\[]${year}${pages}(?:, ${year})*[)\\]]|${surname}(?:, ${surname}){0,3},? et al\\.?(?:['\u2019]s)?(?:,? ?[(\\[]?${year}${pages}(?:, ${year})*[)\\]]?)?)`,
			'gu'
		)
	},
	{
		kind: 'citation',
		leaves: 'gap',
		sign: new RegExp(` \\(${year}`, 'u'),
		// A word that opens a sentence may be anything: `Transformers (2017)`.
		pattern: new RegExp(`(?<=[a-z,;] )${surname} \\(${year}${pages}(?:, ${year})*\\)`, 'gu')
	},
	{
		kind: 'citation',
		leaves: 'gap',
		sign: /[[(][^\])]{0,20}\d/,
		pattern:
			/\[ ?(?:(?:refs?\.?|see) )?\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,20} ?\]|\((?:refs?\.?|references?) ?\[?\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,20}\]?\)|\[\p{Lu}[\p{L}+]{1,8}\d\d[a-z]?(?:[,;] ?\p{Lu}[\p{L}+]{1,8}\d\d[a-z]?){0,9}\]/giu
	},
	{
		kind: 'reference',
		leaves: 'gap',
		sign: /(?:Fig|Tab|Eq|Sec|Append|Supp|Chap)[a-z]*\.? ?[(\dIVXA-Z]/,
		pattern:
			/\(?(?:(?:see|see also|cf\.|in) )?(?<![\p{L}\p{N}])(?:(?:Supplement(?:ary|al)|Extended Data) )?(?:Fig(?:ure)?s?\.?|Tab(?:le)?s?\.?|Eqs?\.?|Equations?|Sec(?:tion|t)?s?\.?|Appendix|Appendices|Chapters?|Supplement(?:ary)?) ?\(?(?:[A-Z]?\d{1,3}[a-z]?|[IVX]{1,5}(?![\p{L}])|[A-Z](?![\p{L}]))(?:\.\d{1,2})*(?: ?(?:[-–,&]|and) ?[A-Z]?\d{1,3}[a-z]?)*\)?/gu
	},
	{
		kind: 'statistic',
		leaves: 'gap',
		sign: /\d/,
		// SD 1.5 is a model as well.
		unless: { found: /^SD/, text: /diffusion/i },
		pattern: new RegExp(
			`(?:\\d{2}(?:\\.\\d)? ?% ?)?(?<![\\p{L}\\p{N}-])${statistics}(?: ?[=:,~±<>≤≥]{1,2} ?| of | was | \\[?\\(?)[\\[(]?[-–−+]?\\d[\\d.,]*(?: ?(?:[-–−±,;]|to) ?[-–−]?\\d[\\d.]*){0,3}%?[\\])]?`,
			'gu'
		)
	},
	{
		kind: 'statistic',
		leaves: 'gap',
		sign: /[=<>≤≥≈±×·]|\d ?[x^]|%/,
		pattern: new RegExp(
			`(?<![\\p{L}\\p{N}-])${statisticLetters}(?:\\(\\d{1,3}(?:, ?\\d{1,4})?\\))? ?(?:[=<>≤≥≈]{1,2}|&[lg]t;) ?[-–−+]?\\d?\\.?\\d[\\d.,]*(?: ?[x×·] ?10[-–−^{}\\d⁰-⁹⁻]*)?|(?<![\\p{L}\\p{N}.-])[-–−]?\\d[\\d.,]*(?: ?± ?\\d[\\d.,]*)? ?[x×·] ?10(?:\\^?\\{?[-–−]?\\d{1,3}\\}?|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{1,4})?(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}.-])\\d[\\d.,]* ?± ?\\d[\\d.,]*`,
			'gu'
		)
	},
	{
		kind: 'quantity',
		leaves: 'gap',
		sign: /\d/,
		pattern: new RegExp(
			`(?<![\\p{L}\\p{N}.,-])[~≈<>]?\\d[\\d.,]*(?: ?(?:[-–−±]|to) ?\\d[\\d.,]*)?[ -]?(?:${units})(?:[-−⁻]?[¹²³\\d]|⁻¹|/(?:${units}|[a-zL]{1,2}))?(?:-old|-long)?(?![\\p{L}\\p{N}-])`,
			'gu'
		)
	},
	{
		// With a sign behind it, or in capitals, one alone is enough.
		kind: 'label',
		leaves: 'end',
		sign: /[:.—–-]\s|[A-Z]{3}|[【[]/,
		pattern: new RegExp(
			[
				`${sentenceStart}(?:${label} ?(?::|\\.(?=[ \\p{Lu}])|[—–]| - ) ?`,
				`(?:${capitalLabels})(?= (?:\\p{Lu}|[Tt]o )|\\p{Lu}\\p{Ll})`,
				// Not in a title, where it is a name: `REASONING GYM: …`.
				"(?<=\\n|[.!?] )\\p{Lu}{2,}(?:[ /&,']{1,2}\\p{Lu}{2,}){1,6}: )",
				'【[^】\\n]{1,12}】',
				`\\[(?:${labels})\\]`
			].join('|'),
			'gu'
		)
	},
	{
		kind: 'glue',
		leaves: 'stop',
		sign: /[.!?][A-Z]/,
		pattern: /(?<=\p{Ll}{2}|[)\]%]|[12]\d{3})[.!?](?=(?:\p{Lu}\p{Ll}|A |I |\p{Lu}{3,} ))(?!(?:Net|Js|Com|Org|Io|Ai|Py)(?!\p{Ll}))/gu
	}
];

/**
 * Labels that are written as sentences begin, with only a blank behind them or nothing at all: "Methods We grow cells",
 * "ConclusionSolar wind". Only believed where an abstract has two of them, for "Background Subtraction" is a name.
 */
export const bareLabel = new RegExp(
	`${sentenceStart}(?:${labels})(?= (?:\\p{Lu}\\p{Ll}*|\\p{Lu}{2,}[\\p{L}\\d-]*) |\\p{Lu}\\p{Ll})`,
	'gu'
);
/** A text that has none of these has no two labels. */
export const bareLabelSign =
	/Method|Result|Conclu|Finding|Background|Objecti|Aims?|Introdu|Purpose|Approach|Methode|Ergebnis|Ziel|R[eé]sult|M[eé]t|Objet|Obiett|METHOD|RESULT|CONCLU/;
export const leastBareLabels = 2;
