import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

/** Many weights, most of them 0, as text: rounded to 255 steps, signed bytes, gzip, base64. */
export const packedWeightsSchema = z.object({
	/** What one step is worth. */
	step: z.number(),
	packed: z.base64()
});
export type PackedWeights = z.infer<typeof packedWeightsSchema>;

export function packWeights(weights: Float64Array): PackedWeights {
	const most = weights.reduce((known, weight) => Math.max(known, Math.abs(weight)), 0);
	const step = most > 0 ? most / 127 : 1;
	const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
	return { step, packed: gzipSync(bytes, { level: 9 }).toString('base64') };
}

export function unpackWeights({ step, packed }: PackedWeights): Float64Array {
	const bytes = new Int8Array(gunzipSync(Buffer.from(packed, 'base64')));
	return Float64Array.from(bytes, (byte) => byte * step);
}
