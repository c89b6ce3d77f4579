/**
 * How people ask in plain words, and which shipped query answers. A pattern is a regular expression over the phrase
 * without its courtesies; its named groups are parameters of the query: `concepts` is a list, `from` a date, others as
 * they are. The first pattern of a query that fits counts; all queries that fit are offered, in this order.
 */
export interface PhrasePattern {
	query: string;
	patterns: readonly string[];
	/** Values that the words do not tell. */
	fixed?: Record<string, string>;
}

const papers = '(?:papers?|articles?|publications?|stud(?:y|ies)|work|research)';
const ideas = '(?:concepts?|ideas?|terms?|methods?|topics?|techniques?|models?)';
/** `since 2025`, `from June 2025 on`, `after 2024-06`. */
const since = '(?: (?:since|from|after|as of) (?<from>[\\w -]{4,20}?)(?: on(?:wards?)?)?)?';
const used = '(?:used|applied|tried|evaluated|tested|trained|run)';
const on = '(?:with|on|to|for|in|against)';
const are = '(?:is|are|was|were|gets?|has been|have been)';
const two = '(?<concept>.+?) (?:and|with|to|vs\\.?|versus|&) (?<other>.+)';
const twoTopics = '(?<topic>.+?) and (?<other>.+)';

export const phrasePatterns: readonly PhrasePattern[] = [
	{
		query: 'what-connects-two-concepts',
		patterns: [
			`(?:what|how|which concepts?) (?:connects?|links?|joins?|ties?|relates?|lies between|stands between) ${two}`,
			`(?:connections?|links?|relations?|ties) between ${two}`,
			`how (?:is|are) ${two} (?:connected|related|linked)`,
			`how does (?<concept>.+?) (?:relate|connect|link) to (?<other>.+)`,
			`(?:concepts? )?between (?<concept>.+?) and (?<other>.+)`
		]
	},
	{
		query: 'company-of-two-concepts',
		patterns: [
			'what (?:comes|goes|occurs|appears) with (?<concept>.+?) (?:but|and) not (?:with )?(?<other>.+)',
			'(?:what|concepts?) (?:of|with|near) (?<concept>.+?) (?:but not|without) (?<other>.+)',
			'(?<concept>.+?) but not (?:with )?(?<other>.+)'
		]
	},
	{
		query: 'untried-with-a-dataset',
		patterns: [
			`(?:what|which ${ideas}) (?:was|were|has|have|is|are) (?:not|never)(?: yet)?(?: been)?(?: yet)? ${used} ${on} (?<concept>.+)`,
			`(?:untried|untested|unused|missing)(?: ${ideas})? ${on} (?<concept>.+)`,
			`${ideas} (?:not|never) ${used} ${on} (?<concept>.+)`
		]
	},
	{
		query: 'methods-used-with-a-dataset',
		patterns: [
			`(?:what|which ${ideas}|${ideas}|approaches) (?:${are} )?(?:usually |often |mostly )?${used} ${on} (?<concept>.+)`,
			`(?:methods?|models?|approaches|techniques?) ${on} (?<concept>.+)`,
			'what works (?:on|with|for) (?<concept>.+)',
			`who uses (?<concept>.+)`
		]
	},
	{
		query: 'papers-of-two-concepts',
		patterns: [
			`${papers} (?:that (?:join|combine|mention both|use both)|joining|combining|with both|of both) ${two}`,
			'(?<concept>.+?) (?:together|combined) with (?<other>.+)'
		]
	},
	{
		query: 'bridges-between-topics',
		patterns: [
			`${papers} between ${twoTopics}`,
			`bridges? between ${twoTopics}`,
			`${papers} (?:that|which) bridge ${twoTopics}`
		]
	},
	{
		query: 'concepts-of-two-topics',
		patterns: [
			`what (?:do )?${twoTopics} (?:share|have in common)`,
			`(?:concepts?|ideas?) shared by ${twoTopics}`,
			`(?:concepts?|ideas?) (?:that|which) ${twoTopics} share`
		]
	},
	{
		query: 'newest-papers-of-a-topic',
		patterns: [
			`(?:newest|latest|most recent|recent|new) ${papers} (?:on|in|about|of) (?<topic>.+)`,
			'what is new (?:in|on) (?<topic>.+)'
		]
	},
	{
		query: 'papers-by-month',
		patterns: [
			`${papers} (?:by|per|a|each|every) month (?:on|in|about|of|for) (?<topic>.+)`,
			`how many ${papers} (?:are there )?(?:on|in|about) (?<topic>.+?) (?:by|per|a|each|every) month`,
			`(?<topic>.+?) (?:by|per) month`
		]
	},
	{
		query: 'concepts-by-month',
		patterns: [
			'(?:trends?|history|rise|growth|timeline|course|career) of (?<concepts>.+)',
			'(?<concepts>.+) over time',
			'(?:compare )?(?<concepts>.+? (?:vs\\.?|versus) .+)',
			'when (?:was|were|did) (?<concepts>.+?) (?:mentioned|popular|appear|begin|start)'
		]
	},
	{
		query: 'papers-of-an-organisation',
		patterns: [
			`${papers} (?:by|from|of|published by) (?<organisation>.+)`,
			'what (?:does|did|has) (?<organisation>.+?) (?:publish|published|write|written|do)',
			`(?<organisation>.+?)(?:'s)? ${papers}`
		]
	},
	{
		query: 'papers-that-say',
		patterns: [
			`${papers} (?:that (?:say|contain|hold)|saying|containing|with the words?) (?<words>.+)`,
			'(?:who|which papers) says? (?<words>.+)'
		]
	},
	{
		query: 'why-two-papers-are-related',
		patterns: [
			`${papers} (?:like|similar to|close to|related to) (?<paper>.+)`,
			'why (?:is|are) (?<paper>.+?) related(?: to .+)?'
		]
	},
	{
		query: 'papers-about-several-concepts',
		patterns: [
			`${papers} (?:on|about|of|with|using|for|mentioning|that (?:mention|use)|which (?:mention|use)) (?<concepts>.+?)${since}`,
			`what (?:has been|was|is) written (?:on|about) (?<concepts>.+?)${since}`,
			`(?:newest|latest|recent) ${papers} (?:on|about|of|with) (?<concepts>.+?)${since}`
		]
	},
	{
		query: 'concepts-that-come-with-a-concept',
		patterns: [
			'(?:what|which concepts?|concepts?|ideas?)(?: that| which)? (?:comes?|go(?:es)?|appears?|occurs?|stands?)(?: together)? with (?<concept>.+)',
			`${ideas} (?:near|close to|related to|like|similar to) (?<concept>.+)`,
			'what is (?:near|related to|close to) (?<concept>.+)'
		]
	},
	{
		query: 'neighbourhood-of-a-concept',
		patterns: [
			'(?:neighbou?rhood|surroundings?|map) of (?<concept>.+)',
			'(?:everything )?around (?<concept>.+)'
		]
	},
	{
		query: 'pairs-that-never-met',
		patterns: [
			'(?:gaps|holes|missing (?:pairs|links)|unexplored (?:pairs|combinations)) (?:in|of) (?<topic>.+)',
			`(?:what|which ${ideas}|pairs)(?: that)? never (?:met|meet|came together) in (?<topic>.+)`
		]
	},
	{
		query: 'strongest-of-a-kind',
		patterns: [
			'(?:top|most (?:used|common|popular|mentioned)|strongest|main|biggest|important|popular|common) (?<kind>methods?|models?|tasks?|datasets?|metrics?|theor(?:y|ies))',
			'(?:which|what) (?<kind>methods?|models?|tasks?|datasets?|metrics?|theor(?:y|ies)) are (?:there|used|most used|common|popular)',
			'(?:all )?(?<kind>methods|models|tasks|datasets|metrics|theories)'
		]
	},
	{
		query: 'rising-concepts',
		patterns: [
			`(?:rising|trending|growing|hot|emerging) ${ideas}${since}`,
			`what is (?:rising|trending|growing|hot|emerging)${since}`,
			`(?:which|what) ${ideas} (?:are rising|are growing|rise|grow)${since}`
		]
	},
	{
		query: 'fading-concepts',
		patterns: [
			`(?:fading|dying|declining|forgotten|outdated|disappearing) ${ideas}${since}`,
			`what (?:is (?:fading|declining|disappearing)|was forgotten|went out of fashion|disappeared)${since}`,
			`${ideas} (?:that nobody mentions|nobody mentions|no longer mentioned)${since}`
		]
	},
	{
		query: 'new-concepts',
		patterns: [
			`new ${ideas}${since}`,
			`what is new${since}`,
			`${ideas} that are new${since}`,
			`what came up${since}`
		]
	},
	{
		query: 'what-was-taken-up',
		patterns: [
			'what was (?:introduced and |invented and )?(?:taken up|adopted|picked up|reused)',
			`${ideas} that (?:others took up|were taken up|were adopted|caught on)`,
			'what caught on',
			'most influential introductions'
		]
	},
	{
		query: 'introduced-and-left-alone',
		patterns: [
			'(?:what was )?(?:introduced|proposed|invented) (?:and|but) (?:left alone|never used|never taken up|forgotten|ignored)',
			`${ideas} that nobody (?:took up|uses|used|picked up)`
		]
	},
	{
		query: 'papers-that-stand-alone',
		patterns: [`(?:lonely|isolated|outlying|unusual|odd) ${papers}`, `${papers} that stand alone`, 'outliers']
	},
	{ query: 'thin-topics', patterns: ['(?:thin|small|young|sparse) topics', 'topics (?:of|with) few papers'] },
	{
		query: 'what-papers-lack',
		patterns: [
			`(?:what do |what )?${papers} (?:lack|miss)`,
			`${papers} without (?:an? )?(?:abstracts?|dates?|organi[sz]ations?|address(?:es)?|concepts?)`,
			'missing (?:data|fields|values)'
		]
	},
	{
		query: 'one-name-two-concepts',
		patterns: [
			'(?:ambiguous|double) (?:names|acronyms|terms)',
			'(?:acronyms?|names?) (?:with|of) (?:two|several|more than one) (?:meanings?|concepts?)'
		]
	},
	{
		query: 'papers-of-few-concepts',
		patterns: [`${papers} (?:with|of) (?:few|no|fewest) concepts`, `${papers} in which little was found`]
	},
	{
		query: 'concepts-without-a-kind',
		patterns: ['concepts (?:of no clear|without a|of unknown) kind', 'unclear concepts']
	},
	{
		query: 'concepts-by-kind',
		patterns: ['(?:how many )?concepts (?:by|per|of each) kind', 'kinds of concepts']
	},
	{ query: 'mentions-in-all', patterns: ['how many mentions(?: are there)?', '(?:number|count) of mentions'] }
];

/** What is said around a question, and asks nothing. */
export const courtesies =
	/^(?:please |can you |could you |i want |i need |i am looking for |show(?: me)? |list(?: me)? |find(?: me)? |give me |tell me |search(?: for)? |what are |which are |all )+/i;
export const articles = /^(?:the|an?|all) /i;

export const months = [
	...['january', 'february', 'march', 'april', 'may', 'june'],
	...['july', 'august', 'september', 'october', 'november', 'december']
];
