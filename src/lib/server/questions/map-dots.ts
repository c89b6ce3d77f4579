import { z } from 'zod';
import { paperSummarySchema, type PaperSummary } from '#lib/domain/answers.ts';
import { encodeDots } from '#lib/domain/dots.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
import { nodeRefSchema } from '#lib/domain/ids.ts';
import { dateSchema } from '#lib/domain/paper.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';
import { luceneOf } from './search.ts';
import { paperSummary } from './summaries.ts';

const everyPaper = {
	text: `MATCH (p:Paper) RETURN p.id AS id, p.x AS x, p.y AS y, p.date AS date,
	head([(p)-[:IN_TOPIC]->(t) | 'topics/' + t.id]) AS topic ORDER BY p.id`,
	row: z.object({
		id: z.string(),
		x: z.number(),
		y: z.number(),
		date: dateSchema.nullable(),
		topic: nodeRefSchema.nullable()
	})
};
const onePaper = {
	text: `MATCH (p:Paper {id: $id}) RETURN ${paperSummary('p')} AS paper`,
	row: z.object({ paper: paperSummarySchema })
};
const found = {
	text: "CALL db.index.fulltext.queryNodes('paper_text', $lucene) YIELD node AS p RETURN p.id AS id",
	row: z.object({ id: z.string() })
};

/** The dots of a generation as they are sent, and whose they are: the paper at each place. */
interface StoredDots {
	generation: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** Sorted by Neo4j's order of text; the number of a dot is its place here. */
	ids: string[];
}

async function storedDots(store: Store): Promise<StoredDots> {
	return perGeneration(store, 'dots', async (generation) => {
		const rows = await store.read(everyPaper);
		return { generation, bytes: encodeDots(generation, rows), ids: rows.map(({ id }) => id) };
	});
}

/** Every paper as a dot, in the bytes that `decodeDots` reads. */
export async function mapDots(store: Store): Promise<Pick<StoredDots, 'generation' | 'bytes'>> {
	return storedDots(store);
}

/** The paper of a dot. Throws NotFoundError for a number that no dot has, or for dots of an older generation. */
export async function paperOfDot(store: Store, number: number, generation: string): Promise<PaperSummary> {
	const dots = await storedDots(store);
	const id = dots.generation === generation ? dots.ids[number] : undefined;
	const [row] = id === undefined ? [] : await store.read(onePaper, { id });
	if (!row)
		throw new NotFoundError(
			'There is no such dot on the map of this generation.',
			'The graph was updated meanwhile: reload the map.'
		);
	return row.paper;
}

/** The numbers of the dots whose title or abstract holds all words of `q`, in rising order. */
export async function dotsFound(store: Store, q: string): Promise<{ generation: string; dots: number[] }> {
	const lucene = luceneOf(q);
	return perGeneration(store, `dots found ${lucene}`, async (generation) => {
		const rows = lucene === '' ? [] : await store.read(found, { lucene });
		const wanted = new Set(rows.map(({ id }) => id));
		const { ids } = await storedDots(store);
		return { generation, dots: ids.flatMap((id, number) => (wanted.has(id) ? [number] : [])) };
	});
}
