/** A made-up paper, of which each format tells as much as it can. */
interface MadeUp {
	number: number;
	title: string;
	abstract: string;
	authors: [given: string, family: string][];
	year: number;
	doi: string;
	arxiv: string;
}

const nouns = ['duck', 'goose', 'swan', 'heron', 'pond', 'lake', 'river', 'reed', 'nest', 'feather'];
const sentence =
	'We count birds on ponds for years, and find that those which rest near reeds are seen more often than others.';

function madeUp(number: number): MadeUp {
	const noun = (step: number) => nouns[Math.floor(number / 10 ** step) % 10] ?? 'duck';
	return {
		number,
		title: `Counting the ${noun(0)} and the ${noun(1)} of the ${noun(2)} by ${noun(3)} ${number}`,
		abstract: Array.from(
			{ length: 10 },
			(_, at) => `${sentence.slice(0, -1)} in part ${at} of study ${number}.`
		).join(' '),
		authors: [
			['Anna', 'Lee'],
			['Ben C.', 'Kim'],
			['Carla', `Wu${number % 1000}`]
		],
		year: 1990 + (number % 35),
		doi: `10.5555/made.up.${number}`,
		arxiv: `${String(1000 + (number % 1000))
			.padStart(4, '0')
			.slice(0, 2)}01.${String(number % 100_000).padStart(5, '0')}`
	};
}

interface MadeUpFormat {
	before?: string;
	record: (paper: MadeUp) => string;
	between?: string;
	after?: string;
}

const inverted = ({ authors }: MadeUp) => authors.map(([given, family]) => `${family}, ${given}`);

/** How each format writes a made-up paper. */
export const madeUpFormats: Record<string, MadeUpFormat> = {
	'JSON Lines': {
		record: (paper) =>
			JSON.stringify({ ...paper, authors: paper.authors.map((name) => name.join(' ')), number: undefined }),
		between: '\n'
	},
	'OpenAlex JSON': {
		before: '{"meta": {"count": 1}, "results": [',
		record: ({ number, title, abstract, authors, year, doi }) => {
			const index = new Map<string, number[]>();
			for (const [at, word] of abstract.split(' ').entries())
				index.set(word, [...(index.get(word) ?? []), at]);
			return JSON.stringify({
				id: `https://openalex.org/W${number}`,
				doi: `https://doi.org/${doi}`,
				title,
				publication_date: `${year}-05-01`,
				authorships: authors.map((name) => ({ author: { display_name: name.join(' ') } })),
				abstract_inverted_index: Object.fromEntries(index)
			});
		},
		between: ',\n',
		after: ']}'
	},
	'Semantic Scholar JSON': {
		before: '{"total": 1, "data": [',
		record: ({ number, title, abstract, authors, year, doi }) =>
			JSON.stringify({
				...{ paperId: number.toString(16), externalIds: { DOI: doi }, title, abstract, year },
				authors: authors.map((name) => ({ name: name.join(' ') }))
			}),
		between: ',\n',
		after: ']}'
	},
	'Crossref JSON': {
		before: '{"message-type": "work-list", "message": {"items": [',
		record: ({ title, abstract, authors, year, doi }) =>
			JSON.stringify({
				...{ DOI: doi, title: [title], abstract: `<jats:p>${abstract}</jats:p>` },
				author: authors.map(([given, family]) => ({ given, family })),
				issued: { 'date-parts': [[year, 5, 1]] }
			}),
		between: ',\n',
		after: ']}}'
	},
	BibTeX: {
		record: (paper) =>
			`@article{key${paper.number},\n  title = {{${paper.title}}},\n  author = {${inverted(paper).join(' and ')} and M{\\"u}ller, J.},\n` +
			`  year = {${paper.year}},\n  month = may,\n  journal = {Journal of Ponds},\n  doi = {${paper.doi}},\n` +
			`  abstract = {${paper.abstract} It is 50\\% of $\\alpha$.}\n}\n`,
		between: '\n'
	},
	RIS: {
		record: (paper) =>
			`TY  - JOUR\nTI  - ${paper.title}\n${inverted(paper)
				.map((name) => `AU  - ${name}\n`)
				.join(
					''
				)}PY  - ${paper.year}/05/01\nJO  - Journal of Ponds\nKW  - ducks\nDO  - ${paper.doi}\nAB  - ${paper.abstract}\nER  - \n`,
		between: '\n'
	},
	MEDLINE: {
		record: (paper) =>
			`PMID- ${paper.number + 1}\nTI  - ${paper.title}\n${inverted(paper)
				.map((name) => `FAU - ${name}\n`)
				.join(
					''
				)}DP  - ${paper.year} May 1\nJT  - Journal of ponds\nLID - ${paper.doi} [doi]\nAB  - ${paper.abstract.replace(/(.{70}) /g, '$1\n      ')}\n`,
		between: '\n'
	},
	'Web of Science': {
		before: 'FN Clarivate Analytics Web of Science\nVR 1.0\n',
		record: (paper) =>
			`PT J\nAF ${inverted(paper).join('\n   ')}\nTI ${paper.title}\nSO JOURNAL OF PONDS\nAB ${paper.abstract}\nPD MAY 1\nPY ${paper.year}\nDI ${paper.doi}\nER\n`,
		between: '\n'
	},
	CSV: {
		before: 'Authors,Title,Year,Source title,DOI,Abstract,Author Keywords,EID\n',
		record: (paper) =>
			`"${inverted(paper).join('; ')}","${paper.title}",${paper.year},"Journal of Ponds",${paper.doi},"${paper.abstract}","ducks; ponds",2-s2.0-${paper.number}`,
		between: '\n'
	},
	'arXiv Atom': {
		before: '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ducks</title>',
		record: ({ title, abstract, authors, year, arxiv }) =>
			`<entry><id>http://arxiv.org/abs/${arxiv}v1</id><published>${year}-05-01T00:00:00Z</published><title>${title}</title><summary>${abstract}</summary>${authors
				.map((name) => `<author><name>${name.join(' ')}</name></author>`)
				.join('')}<link href="http://arxiv.org/abs/${arxiv}v1" rel="alternate"/></entry>`,
		between: '\n',
		after: '</feed>'
	},
	'arXiv OAI-PMH': {
		before: '<?xml version="1.0"?><OAI-PMH><ListRecords>',
		record: ({ title, abstract, authors, year, arxiv }) =>
			`<record><header><identifier>oai:arXiv.org:${arxiv}</identifier></header><metadata><arXiv><id>${arxiv}</id><created>${year}-05-01</created><authors>${authors
				.map(
					([given, family]) => `<author><keyname>${family}</keyname><forenames>${given}</forenames></author>`
				)
				.join(
					''
				)}</authors><title>${title}</title><abstract>${abstract}</abstract></arXiv></metadata></record>`,
		between: '\n',
		after: '</ListRecords></OAI-PMH>'
	},
	'PubMed XML': {
		before: '<?xml version="1.0"?><PubmedArticleSet>',
		record: ({ number, title, abstract, authors, year, doi }) =>
			`<PubmedArticle><MedlineCitation><PMID>${number + 1}</PMID><Article><Journal><JournalIssue><PubDate><Year>${year}</Year><Month>May</Month></PubDate></JournalIssue><Title>Journal of ponds</Title></Journal><ArticleTitle>${title}</ArticleTitle><Abstract><AbstractText Label="RESULTS">${abstract}</AbstractText></Abstract><AuthorList>${authors
				.map(
					([given, family]) => `<Author><LastName>${family}</LastName><ForeName>${given}</ForeName></Author>`
				)
				.join(
					''
				)}</AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">${doi}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`,
		between: '\n',
		after: '</PubmedArticleSet>'
	}
};

/** Records gathered until they are as long as what a file gives at once. */
const pieceBytes = 64 * 1024;

/** A file of so many made-up papers in a format, as it is read: in pieces. */
export async function* madeUpFile(
	{ before = '', record, between = '', after = '' }: MadeUpFormat,
	count: number
): AsyncGenerator<Uint8Array> {
	let piece = before;
	for (let number = 0; number < count; number += 1) {
		piece += (number > 0 ? between : '') + record(madeUp(number));
		if (piece.length < pieceBytes) continue;
		yield await Promise.resolve(Buffer.from(piece));
		piece = '';
	}
	yield Buffer.from(piece + after);
}
