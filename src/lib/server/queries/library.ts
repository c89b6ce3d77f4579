import { EditConflictError, NotFoundError, ParameterError } from '#lib/domain/errors.ts';
import {
	queryDraftSchema,
	queryMarksSchema,
	type QueryDraft,
	type QueryMarks,
	type SavedQuery
} from '#lib/domain/saved-query.ts';
import { compare } from '#lib/domain/order.ts';
import { peoplesThings, type Kept, type PeoplesKind } from '#lib/server/people/peoples-things.ts';
import type { Store } from '#lib/server/store.ts';
import { checkDraft } from './check-draft.ts';
import { shippedQueries } from './shipped-queries.ts';

/** Ids that addresses under /queries have for something else, so that no query is called so. */
const takenWords = ['new', 'import', 'file', 'deleted'];

const savedQueryKind: PeoplesKind<QueryDraft> = {
	...{ label: 'SavedQuery', word: 'saved query', schema: queryDraftSchema, nameOf: ({ name }) => name },
	asText: ['parameters'],
	isTaken: (id) => takenWords.includes(id) || shippedQueries.some((query) => query.id === id)
};
const markKind: PeoplesKind<QueryMarks> = {
	...{ label: 'QueryMark', word: 'mark of a query', schema: queryMarksSchema, nameOf: () => 'mark' }
};

const noMarks: QueryMarks = { favourite: false, tags: [] };
/** Times that a mark is set again over another that came between. */
const tries = 3;

function listed({ id, revision, changedAt, value }: Kept<QueryDraft>): SavedQuery {
	return { ...value, id, group: 'own', shipped: false, revision, changedAt, ...noMarks };
}

/** Every saved query, shipped and own: the one place that knows where they lie. Calls throw the store's errors. */
export interface QueryLibrary {
	/** People's own by name, then the shipped ones group by group. */
	list(): Promise<SavedQuery[]>;
	/** Throws NotFoundError. */
	find(id: string): Promise<SavedQuery>;
	/** What was deleted and can be taken back, the last first. */
	deleted(): Promise<SavedQuery[]>;
	/** Throws what checkDraft throws, ParameterError or TooLargeError. */
	create(draft: QueryDraft): Promise<SavedQuery>;
	/** Throws EditConflictError where someone else changed it meanwhile; ParameterError for a shipped one. */
	change(id: string, revision: number, draft: QueryDraft): Promise<SavedQuery>;
	remove(id: string, revision: number): Promise<SavedQuery>;
	restore(id: string): Promise<SavedQuery>;
	/** Sets what is given of the marks, and leaves the rest as it is. */
	mark(id: string, marks: Partial<QueryMarks>): Promise<QueryMarks>;
}

/** The saved queries of a store. */
export function queryLibrary(store: Store): QueryLibrary {
	const own = peoplesThings(store, savedQueryKind);
	const marks = peoplesThings(store, markKind);

	async function withMarks(query: SavedQuery): Promise<SavedQuery> {
		return { ...query, ...((await marks.find(query.id))?.value ?? noMarks) };
	}

	async function find(id: string): Promise<SavedQuery> {
		const shipped = shippedQueries.find((query) => query.id === id);
		if (shipped) return withMarks(shipped);
		const kept = await own.find(id);
		if (!kept) throw new NotFoundError(`There is no saved query "${id}".`, 'Choose one at /queries.');
		return withMarks(listed(kept));
	}

	function refuseShipped(id: string): void {
		if (!shippedQueries.some((query) => query.id === id)) return;
		throw new ParameterError(
			`"${id}" came with Throughline and stays as it is.`,
			'Duplicate it and change that.'
		);
	}

	return {
		async list() {
			const [kept, marked] = await Promise.all([own.list(), marks.list()]);
			const markOf = new Map(marked.map(({ id, value }) => [id, value]));
			const byName = kept.map(listed).sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()));
			return [...byName, ...shippedQueries].map((query) => ({ ...query, ...markOf.get(query.id) }));
		},
		find,
		async deleted() {
			const gone = await own.list({ deleted: true });
			return gone.sort((a, b) => compare(b.deletedAt ?? '', a.deletedAt ?? '')).map(listed);
		},
		async create(draft) {
			checkDraft(draft);
			return listed(await own.create(draft));
		},
		async change(id, revision, draft) {
			refuseShipped(id);
			checkDraft(draft);
			return withMarks(listed(await own.change(id, revision, draft)));
		},
		async remove(id, revision) {
			refuseShipped(id);
			return listed(await own.remove(id, revision));
		},
		restore: async (id) => withMarks(listed(await own.restore(id))),
		async mark(id, given) {
			await find(id);
			for (let tried = 1; ; tried += 1) {
				const there = await marks.find(id);
				const value = { ...noMarks, ...there?.value, ...given };
				try {
					if (there) await marks.change(id, there.revision, value);
					else await marks.create(value, id);
					return value;
				} catch (failure) {
					if (!(failure instanceof EditConflictError) || tried === tries) throw failure;
				}
			}
		}
	};
}
