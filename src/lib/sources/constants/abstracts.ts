/** Texts that stand where there is no abstract, without signs and in lower case. */
export const noAbstract = new Set([
	'no abstract',
	'no abstract available',
	'no abstract is available',
	'no abstract is available for this article',
	'no abstract present',
	'no abstract provided',
	'abstract not available',
	'abstract unavailable',
	'abstract is not available',
	'an abstract is not available',
	'there is no abstract available',
	'not available',
	'not applicable',
	'none',
	'null',
	'nan',
	'na',
	'n a',
	'abstract',
	'summary',
	'undefined'
]);

/** How a notice of rights begins. Behind it, at the end of an abstract, stands nothing else. */
export const rightsNotice = new RegExp(
	[
		'©',
		'\\(c\\) ?(?:copyright )?(?=(?:19|20)\\d\\d)',
		'copyright ?(?:©|\\(c\\)|(?=(?:19|20)\\d\\d)|(?=the authors?\\b))',
		'all rights reserved',
		'(?<=[.!?)\\]] )(?:crown copyright|copyright by )',
		'published (?:online )?(?:by|in|on behalf of) (?:elsevier|john wiley|wiley|springer|oxford|cambridge|taylor|sage|ios press|mosby|emerald|mdpi|aip|iop|bmj|karger|thieme|ieee|acm|nature publishing|blackwell|lippincott|academic press|routledge|hindawi|frontiers|the royal society|the american|american)',
		'(?<=[.!?)\\]] )(?:19|20)\\d\\d,? (?:the authors?|elsevier|john wiley|wiley|springer|academic press|american|ieee|acm|published by|s\\. karger|georg thieme)\\b',
		'(?<=[.!?)\\]] )the authors?(?:\\(s\\))?,? (?:(?:19|20)\\d\\d\\.|under exclusive licen[cs]e)',
		'(?<=[.!?)\\]] )(?:this is an open[ -]access article|this work is licen[cs]ed under|this article is (?:distributed|licen[cs]ed|published|available|made available)|licensee (?:mdpi|biomed|hindawi|elsevier)|(?:georg )?thieme (?:verlag|medical)|s\\. karger ag|reprinted with permission|published under an? )',
		'this article is protected by copyright',
		'\\((?:psycinfo|apa psycinfo|psycarticles)[^()]*database record',
		'\\[(?:author abstract|abstract from author|publication abstract|journal abstract)\\]',
		'\\(author\\)$',
		'\\(abstract by the authors?\\)'
	].join('|'),
	'i'
);

/** A notice is looked for in so many characters at the end: those of two societies that both hold the rights have 300. */
export const noticeLength = 400;

/** How the title of a paper that was withdrawn begins. */
export const withdrawnTitle =
	/^\W*(?:(?:temporarily )?withdrawn|retracted(?: article)?|retraction(?: notice)?|article withdrawn|removed)\b\W*[:\]—–-]\W*/i;

/** What the abstract of a paper that was withdrawn says, from its beginning. */
export const withdrawnAbstract =
	/^\W*(?:this|the) (?:paper|article|submission|manuscript|preprint|work)(?: has been| was| is(?: being)?)? ?(?:withdrawn|retracted)\b|^\W*(?:withdrawn|retracted) (?:by|at the request|due)/i;
