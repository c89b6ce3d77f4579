/** A value, with the name under which the record has it. */
export type Told = [field: string, value: unknown];

/**
 * What a record tells of a paper, in the words of its format and not yet looked at: every reader makes one of these of
 * each record, and one function makes a paper of it. What is absent, null or blank is not told.
 */
export interface ToldRecord {
	title?: unknown;
	/** A text, or the texts of its parts. */
	abstract?: unknown;
	/** The most exact first; the first that can be read is taken. */
	dates?: Told[];
	/** Names in one text or in a list, or objects that hold them. */
	authors?: unknown;
	/** Where the names are not known. */
	authorCount?: unknown;
	doi?: unknown;
	arxiv?: unknown;
	pubmed?: unknown;
	/** What other records of its file call it, where that is not its id: the key of an entry. */
	key?: unknown;
	/** Any id of the source's own. */
	id?: unknown;
	url?: unknown;
	/** Texts in which addresses or ids may stand: links, notes. */
	hints?: unknown[];
	venue?: unknown;
	organization?: unknown;
	/** In one text or in a list. */
	keywords?: unknown;
	comments?: unknown;
	/** Names of other versions and of catalogues, each in the form of `paperNameSchema` or as a DOI. */
	otherNames?: unknown[];
	/** What is cited: texts that hold a DOI, an arXiv id or a catalogue's name, or ids of other records of the file. */
	cites?: unknown[];
	/** A reader's own note, taken where the keywords hold marks of a library. */
	note?: unknown;
	/** True where the source says so; the title and the abstract are asked as well. */
	withdrawn?: boolean;
}
