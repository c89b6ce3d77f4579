import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from '#lib/domain/errors.ts';
import { traitSizes, traitWeights } from './features.ts';
import { wordWeights } from '#lib/concepts/words/lexeme.ts';
import { packWeights, packedWeightsSchema, unpackWeights } from './packed-weights.ts';

/** What a way to choose concepts is called; each has a file of constants, which `npm run fit` makes. */
export const styleNames = ['map', 'inspec', 'author-keywords'] as const;
export type StyleName = (typeof styleNames)[number];

/** `map`: the concepts that look best on a map. The others write as indexers and as authors do. */
export const defaultStyle: StyleName = 'map';

/** The constants by which phrases are judged. */
export interface Style {
	name: StyleName;
	/** By the indexes of `features`: those of the traits, then those of the words. */
	weights: Float64Array;
	/** What a phrase's score loses when a better one of the paper holds it, or is held by it. */
	overlap: number;
}

const fileSchema = z.object({
	overlap: z.number(),
	/** Per trait, its weights. */
	traits: z.record(z.string(), z.array(z.number())),
	words: packedWeightsSchema
});

export function styleFile(name: StyleName): URL {
	return new URL(`../constants/${name}.json`, import.meta.url);
}

/** The text of a style's file. Weights of words are rounded to 255 steps, those of traits to three decimals. */
export function packStyle({ weights, overlap }: Style): string {
	const traits: Record<string, number[]> = {};
	let at = 0;
	for (const [name, size] of traitSizes) {
		traits[name] = [...weights.slice(at, at + size)].map((weight) => Math.round(weight * 1000) / 1000);
		at += size;
	}
	const words = packWeights(weights.slice(traitWeights));
	const file: z.infer<typeof fileSchema> = { overlap, traits, words };
	return `${JSON.stringify(file, null, '\t')}\n`;
}

export function unpackStyle(name: StyleName, text: string): Style {
	const { overlap, traits, words } = fileSchema.parse(JSON.parse(text));
	const weights = new Float64Array(traitWeights + wordWeights);
	weights.set(traitSizes.flatMap(([trait, size]) => traits[trait] ?? new Array<number>(size).fill(0)));
	weights.set(unpackWeights(words), traitWeights);
	return { name, weights, overlap };
}

/** The name, if it is that of a style; an unknown one is a usage error. */
export function checkStyle(name: string): StyleName {
	const known = styleNames.find((each) => each === name);
	if (!known) throw new UsageError(`There is no style ${name}.`, `There are: ${styleNames.join(', ')}.`);
	return known;
}

export function readStyle(name: StyleName): Style {
	return unpackStyle(name, readFileSync(styleFile(name), 'utf8'));
}
