import { z } from 'zod';
import { liveSchemaSchema, type LiveSchema } from '#lib/domain/live-schema.ts';
import {
	labels,
	meaningsOf,
	nodeModel,
	relationshipModel,
	relationshipTypes
} from '#lib/domain/graph-model.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';

const countRow = z.object({ count: z.int() });

async function count(store: Store, pattern: string): Promise<number> {
	// Neo4j keeps these counts: no node is looked at.
	const [row] = await store.read({ text: `MATCH ${pattern} RETURN count(*) AS count`, row: countRow });
	return row?.count ?? 0;
}

const nameRow = z.object({ name: z.string() });
const namesOf = async (store: Store, text: string) =>
	(await store.read({ text, row: nameRow })).map(({ name }) => name);

/**
 * What the graph holds: the labels and types of the model with their properties and how many there are of each, and
 * what of either is there beside them.
 */
export async function liveSchema(store: Store): Promise<LiveSchema> {
	return perGeneration(store, 'schema', async () => {
		const [allLabels, allTypes, allProperties] = await Promise.all([
			namesOf(store, 'CALL db.labels() YIELD label RETURN label AS name ORDER BY name'),
			namesOf(
				store,
				'CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name ORDER BY name'
			),
			namesOf(store, 'CALL db.propertyKeys() YIELD propertyKey RETURN propertyKey AS name ORDER BY name')
		]);
		return liveSchemaSchema.parse({
			labels: await Promise.all(
				labels.map(async (name) => ({
					...{ name, about: nodeModel[name].about, count: await count(store, `(:${name})`) },
					properties: meaningsOf(nodeModel[name]).map(([property, meaning]) => ({ name: property, meaning }))
				}))
			),
			types: await Promise.all(
				relationshipTypes.map(async (name) => {
					const { about, from, to } = relationshipModel[name];
					return {
						...{ name, about, from: [...from], to, count: await count(store, `()-[:${name}]->()`) },
						properties: meaningsOf(relationshipModel[name]).map(([property, meaning]) => ({
							name: property,
							meaning
						}))
					};
				})
			),
			otherLabels: allLabels.filter((name) => !labels.some((label) => label === name)),
			otherTypes: allTypes.filter((name) => !relationshipTypes.some((type) => type === name)),
			properties: allProperties
		});
	});
}
