import { z } from 'zod';
import { NotFoundError } from '#lib/domain/errors.ts';
import {
	libraryEntrySchema,
	isMarked,
	libraryNameSchema,
	mostLibraries,
	namesOfPaper,
	unmarked,
	type LibraryEntry,
	type Marks
} from '#lib/domain/library-entry.ts';
import type { ToldMarks } from '#lib/domain/mark-keywords.ts';
import { compare } from '#lib/domain/order.ts';
import { paperSchema, type Paper } from '#lib/domain/paper.ts';
import type { Store } from '#lib/server/store.ts';
import { peopleLimits } from './constants/people-limits.ts';
import { peoplesThings, type Kept, type PeoplesKind, type PeoplesThings } from './peoples-things.ts';

const kind: PeoplesKind<LibraryEntry> = {
	label: 'LibraryEntry',
	word: 'library entry',
	schema: libraryEntrySchema,
	nameOf: ({ title }) => title,
	most: peopleLimits.mostEntries
};

/** The entries of the library in a store; the id of each is that of its paper when it was marked. */
export function libraryEntries(store: Store): PeoplesThings<LibraryEntry> {
	return peoplesThings(store, kind);
}

const namedSchema = paperSchema
	.pick({ id: true, title: true, arxiv: true, doi: true, pubmed: true, otherNames: true })
	.extend({ formerIds: z.array(z.string()).optional() });
const fields = '.id, .title, .arxiv, .doi, .pubmed, .otherNames, .formerIds';
const nullsOut = z
	.record(z.string(), z.unknown())
	.transform((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
const namedRow = z.object({ paper: nullsOut.pipe(namedSchema) });

interface NamedPaper {
	id: string;
	title: string;
	/** Everything that it is called, its id first. */
	names: string[];
}

function named({ paper }: z.infer<typeof namedRow>): NamedPaper {
	return { id: paper.id, title: paper.title, names: namesOfPaper(paper) };
}

async function papersById(store: Store, ids: readonly string[]): Promise<NamedPaper[]> {
	const text = `UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN p {${fields}} AS paper`;
	return ids.length === 0 ? [] : (await store.read({ text, row: namedRow }, { ids })).map(named);
}

/** Papers that have any of these names, for what is no longer there under its id. */
async function papersByName(store: Store, names: readonly string[]): Promise<NamedPaper[]> {
	if (names.length === 0) return [];
	const text = `MATCH (p:Paper)
WHERE p.doi IN $names OR p.arxiv IN $names OR 'pmid:' + p.pubmed IN $names
	OR any(name IN coalesce(p.formerIds, []) + coalesce(p.otherNames, []) WHERE name IN $names)
RETURN p {${fields}} AS paper ORDER BY p.id`;
	return (await store.read({ text, row: namedRow }, { names }, { seconds: 30 })).map(named);
}

const entryMarks = z.object({
	id: z.string(),
	names: z.array(z.string()),
	state: libraryEntrySchema.shape.state,
	starred: z.boolean(),
	note: z.string(),
	changedAt: z.string()
});
type EntryMarks = z.infer<typeof entryMarks>;

/** That of the entries which is a paper's: under its id, else the one that was changed last. */
function entryOf<Entry extends Pick<EntryMarks, 'id' | 'changedAt'>>(
	paper: NamedPaper,
	byName: Map<string, Entry[]>
): Entry | null {
	const found = paper.names.flatMap((name) => byName.get(name) ?? []);
	const [last] = found.sort((a, b) => compare(b.changedAt, a.changedAt) || compare(a.id, b.id));
	return found.find(({ id }) => id === paper.id) ?? last ?? null;
}

function entriesByName<Entry>(entries: Entry[], namesOf: (entry: Entry) => string[]): Map<string, Entry[]> {
	const byName = new Map<string, Entry[]>();
	for (const entry of entries)
		for (const name of namesOf(entry)) byName.set(name, [...(byName.get(name) ?? []), entry]);
	return byName;
}

/** The entries of some papers, by the papers' ids. It only reads: a store that nobody may write to has pages, too. */
async function entriesOf(store: Store, papers: NamedPaper[]): Promise<Map<string, EntryMarks>> {
	const text = `MATCH (n:LibraryEntry) WHERE n.deletedAt IS NULL AND any(name IN n.names WHERE name IN $names)
RETURN n {.id, .names, .state, .starred, .note, .changedAt} AS entry`;
	const names = papers.flatMap((paper) => paper.names);
	if (names.length === 0) return new Map();
	const rows = await store.read({ text, row: z.object({ entry: entryMarks }) }, { names });
	const byName = entriesByName(
		rows.map(({ entry }) => entry),
		(entry) => entry.names
	);
	return new Map(
		papers.flatMap((paper): [string, EntryMarks][] => {
			const entry = entryOf(paper, byName);
			return entry ? [[paper.id, entry]] : [];
		})
	);
}

/** The marks of some papers, by their ids; those that have none are absent. */
export async function marksOf(store: Store, ids: readonly string[]): Promise<Record<string, Marks>> {
	const found = await entriesOf(store, await papersById(store, ids));
	return Object.fromEntries(
		[...found].map(([id, { state, starred, note }]) => [id, { state, starred, note }])
	);
}

/** A paper's marks with the revision that whoever changes them names; 0 where it has no entry. */
export async function marksOfPaper(store: Store, id: string): Promise<Marks & { revision: number }> {
	const found = (await entriesOf(store, await papersById(store, [id]))).get(id);
	const kept = found ? await libraryEntries(store).find(found.id) : null;
	return kept ? { ...marksIn(kept.value), revision: kept.revision } : { ...unmarked, revision: 0 };
}

function marksIn({ state, starred, note }: Marks): Marks {
	return { state, starred, note };
}

/**
 * Marks a paper. `revision` is the one that was seen, 0 for none. Resolves to the entry and the marks before. Throws
 * NotFoundError, EditConflictError where someone else marked it meanwhile, ParameterError.
 */
export async function markPaper(
	store: Store,
	id: string,
	revision: number,
	marks: Marks
): Promise<{ kept: Kept<LibraryEntry>; before: Marks }> {
	const entries = libraryEntries(store);
	const [paper] = await papersById(store, [id]);
	const found = paper ? (await entriesOf(store, [paper])).get(id) : undefined;
	// An entry whose paper is gone is known by its own id.
	const there = await entries.find(found?.id ?? id);
	if (!paper && !there)
		throw new NotFoundError(`There is no paper "${id}".`, 'It may have gone with an update.');
	if (!there && paper && revision === 0) {
		const { title, names } = paper;
		const value = { title, names: names.slice(0, 200), libraries: [], ...marks };
		return { kept: await entries.create(value, id), before: unmarked };
	}
	const names = [...new Set([...(there?.value.names ?? []), ...(paper?.names ?? [])])].slice(0, 200);
	const { title, libraries } = there?.value ?? { title: paper?.title ?? id, libraries: [] };
	const value = { title: paper?.title ?? title, names, libraries, ...marks };
	const kept = await entries.change(there?.id ?? id, revision, value);
	return { kept, before: there ? marksIn(there.value) : unmarked };
}

/** An entry with the paper that it is about now; null where none of its names is in the graph. */
export interface LibraryRow {
	entry: Kept<LibraryEntry>;
	paper: string | null;
}

/** All entries, those that were changed last first. */
export async function wholeLibrary(store: Store): Promise<LibraryRow[]> {
	const entries = await libraryEntries(store).list();
	const direct = new Set(
		(
			await papersById(
				store,
				entries.map(({ id }) => id)
			)
		).map(({ id }) => id)
	);
	const lost = entries.filter(({ id }) => !direct.has(id));
	const others = await papersByName(
		store,
		lost.flatMap(({ value }) => value.names)
	);
	const byName = entriesByName(others, ({ names }) => names);
	return entries
		.map((entry): LibraryRow => {
			if (direct.has(entry.id)) return { entry, paper: entry.id };
			const [paper] = entry.value.names.flatMap((name) => byName.get(name) ?? []);
			return { entry, paper: paper?.id ?? null };
		})
		.sort((a, b) => compare(b.entry.changedAt, a.entry.changedAt) || compare(a.entry.id, b.entry.id));
}

/** What is kept of a paper that had no mark: what its source tells, to read where that says nothing. */
function broughtMarks(told: ToldMarks | undefined, old: Marks): Marks {
	const note = told?.note === undefined || old.note !== '' ? old.note : told.note;
	const brought = { state: told?.state ?? 'none', starred: old.starred || told?.starred === true, note };
	return told && isMarked(told) ? brought : { ...brought, state: 'to-read' };
}

/**
 * Marks papers of the graph in a library of that name: as `told` says of those whose ids it has, else as to read; what
 * has a mark keeps it. Resolves to how many were marked, and how many had a mark. Throws ParameterError where the library
 * would be too large.
 */
export async function bringToLibrary(
	store: Store,
	papers: readonly Paper[],
	library: string,
	told: ReadonlyMap<string, ToldMarks> = new Map()
): Promise<{ marked: number; known: number }> {
	const name = libraryNameSchema.parse(library);
	const there = await papersById(
		store,
		papers.map(({ id }) => id)
	);
	const held = await entriesOf(store, there);
	const byEntry = new Map(there.map((paper) => [held.get(paper.id)?.id ?? paper.id, paper]));
	let marked = 0;
	await libraryEntries(store).putEach([...byEntry.keys()], (id, old) => {
		const paper = byEntry.get(id);
		if (!paper) return null;
		const { title, names } = paper;
		const marks = old && (old.state !== 'none' || old.libraries.length > 0) ? marksIn(old) : null;
		if (!marks) marked += 1;
		else if (old?.libraries.includes(name)) return null;
		const ofPaper = told.get(paper.id);
		const libraries = new Set([...(old?.libraries ?? []), name, ...(ofPaper?.libraries ?? [])]);
		return {
			...{ title, names: [...new Set([...(old?.names ?? []), ...names])].slice(0, 200) },
			...(marks ?? broughtMarks(ofPaper, old ? marksIn(old) : unmarked)),
			libraries: [...libraries].slice(0, mostLibraries).sort(compare)
		};
	});
	return { marked, known: there.length - marked };
}
