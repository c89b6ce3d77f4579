import { isMarked, type LibraryShelf } from '#lib/domain/library-entry.ts';
import type { Store } from '#lib/server/store.ts';
import { wholeLibrary, type LibraryRow } from './library-entries.ts';

/** What of the library is wanted: of a state or starred, with these words in title, note or library. Empty: all. */
export interface LibraryFilter {
	state: LibraryShelf;
	q: string;
}

function isOnShelf({ entry: { value } }: LibraryRow, shelf: LibraryShelf): boolean {
	return shelf === '' || (shelf === 'starred' ? value.starred : value.state === shelf);
}

/** Entries by what is wanted of them. */
export function fittingRows(rows: readonly LibraryRow[], { state, q }: LibraryFilter): LibraryRow[] {
	const words = q.toLowerCase().split(/\s+/).filter(Boolean);
	return rows.filter((row) => {
		const { title, note, libraries } = row.entry.value;
		const text = [title, note, ...libraries].join('\n').toLowerCase();
		return isOnShelf(row, state) && words.every((word) => text.includes(word));
	});
}

/** All papers that have a mark, those that were changed last first. */
export async function markedLibrary(store: Store): Promise<LibraryRow[]> {
	return (await wholeLibrary(store)).filter(({ entry }) => isMarked(entry.value));
}

/** Those of them that fit. */
export async function libraryList(store: Store, filter: LibraryFilter): Promise<LibraryRow[]> {
	return fittingRows(await markedLibrary(store), filter);
}
