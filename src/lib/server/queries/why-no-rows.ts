import { z } from 'zod';
import { comparedProperties } from '#lib/domain/cypher/compared-properties.ts';
import { cypherTokens, meaningful } from '#lib/domain/cypher/cypher-tokens.ts';
import { labels, nodeModel, type Label } from '#lib/domain/graph-model.ts';
import { perGeneration } from '#lib/server/questions/generation.ts';
import { liveSchema } from '#lib/server/questions/live-schema.ts';
import type { Store } from '#lib/server/store.ts';

const presentRow = z.object({ isThere: z.boolean() });

/** Whether any node of a label has a property. Both are names of the model: nothing of people's comes into the text. */
async function isTold(store: Store, label: Label, property: string): Promise<boolean> {
	return perGeneration(store, `told ${label} ${property}`, async () => {
		const text = `RETURN EXISTS { MATCH (n:${label}) WHERE n.${property} IS NOT NULL } AS isThere`;
		const [row] = await store.read({ text, row: presentRow });
		return row?.isThere ?? false;
	});
}

/** Properties that a query compares and that no node of the graph has. */
async function untold(store: Store, cypher: string): Promise<string[]> {
	const sentences: string[] = [];
	for (const property of comparedProperties(cypher)) {
		const holders = labels.filter((label) => Object.hasOwn(nodeModel[label].properties.shape, property));
		if (holders.length === 0) continue;
		const told = await Promise.all(holders.map((label) => isTold(store, label, property)));
		if (!told.includes(true))
			sentences.push(
				`No ${holders.join(' or ').toLowerCase()} of the graph has “${property}”, which the query looks at.`
			);
	}
	return sentences;
}

/** Labels and types that a query names and of which the graph holds none. */
async function empty(store: Store, cypher: string): Promise<string[]> {
	const schema = await liveSchema(store);
	const named = new Set(meaningful(cypherTokens(cypher)).map(({ text }) => text.replace(/^`|`$/g, '')));
	return [...schema.labels, ...schema.types]
		.filter(({ name, count }) => count === 0 && named.has(name))
		.map(({ name, about }) => `The graph holds no ${name} (${about}).`);
}

/**
 * Why a query answered without rows, in sentences about this graph: what it asks about is not there, or no value fits.
 * `lacking`: what the corpus had nothing to choose of.
 */
export async function whyNoRows(
	store: Store,
	{ cypher, lacking, asks }: { cypher: string; lacking: readonly string[]; asks: boolean }
): Promise<string> {
	const papers = (await liveSchema(store)).labels.find(({ name }) => name === 'Paper')?.count ?? 0;
	if (papers === 0) return 'No rows: the graph holds no papers yet.';
	const reasons = [...lacking, ...(await empty(store, cypher)), ...(await untold(store, cypher))];
	if (reasons.length > 0) return `No rows. ${reasons.slice(0, 3).join(' ')}`;
	return asks
		? 'No rows: nothing in the graph fits these values. Try others, or lower ones.'
		: 'No rows: the graph holds nothing of the kind.';
}
