import { z } from 'zod';
import { NotFoundError, ParameterError } from '#lib/domain/errors.ts';
import { beforeAll, type IngestPoint } from '#lib/domain/history/ingest-changes.ts';
import type { Store } from '#lib/server/store.ts';

/** Ingests that a person chooses from: the last of them. */
const mostPoints = 200;

const pointRow = z.object({
	id: z.string(),
	finishedAt: z.string().nullable(),
	papers: z.int().nullable()
});
const fields = 'i.id AS id, i.finishedAt AS finishedAt, i.papers AS papers';

/** The ingests that were published, newest first, 200 at most. */
export async function ingestPoints(store: Store): Promise<IngestPoint[]> {
	const text = `MATCH (i:Ingest {status: 'done'}) RETURN ${fields} ORDER BY id DESC LIMIT ${mostPoints}`;
	return store.read({ text, row: pointRow });
}

async function pointOf(store: Store, id: string): Promise<IngestPoint> {
	const text = `MATCH (i:Ingest {id: $id, status: 'done'}) RETURN ${fields}`;
	const [point] = await store.read({ text, row: pointRow }, { id });
	if (point) return point;
	throw new NotFoundError(`There is no ingest "${id}".`, 'Choose one of those that /ingest lists.');
}

async function lastPoint(store: Store): Promise<IngestPoint> {
	const [last] = await ingestPoints(store);
	if (last) return last;
	throw new NotFoundError('Nothing was ingested yet.', 'Add papers first, at /ingest or by npm run ingest.');
}

async function pointBefore(store: Store, id: string): Promise<IngestPoint | null> {
	const text = `MATCH (i:Ingest {status: 'done'}) WHERE i.id < $id RETURN ${fields} ORDER BY id DESC LIMIT 1`;
	const [point] = await store.read({ text, row: pointRow }, { id });
	return point ?? null;
}

/**
 * The two ends that are asked for, in order of time whichever is named first. Empty text: the last ingest, and the one
 * before the second. Throws NotFoundError, ParameterError where both are the same.
 */
export async function pointsBetween(
	store: Store,
	{ from, to }: { from: string; to: string }
): Promise<{ from: IngestPoint | null; to: IngestPoint }> {
	const end = to === '' ? await lastPoint(store) : await pointOf(store, to);
	if (from === beforeAll) return { from: null, to: end };
	if (from === '') return { from: await pointBefore(store, end.id), to: end };
	const begin = await pointOf(store, from);
	if (begin.id === end.id)
		throw new ParameterError('These two are the same ingest.', 'Choose two of those that /ingest lists.');
	return begin.id < end.id ? { from: begin, to: end } : { from: end, to: begin };
}
