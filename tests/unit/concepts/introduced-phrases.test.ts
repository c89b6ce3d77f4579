import { expect, test } from 'vitest';
import { introduced } from '#lib/concepts/text/introduced.ts';

test.each([
	['We propose a novel, simple wind-driven sampling (WDS) scheme.', ['WDS']],
	['We introduce a way to reach the lake, called Wind-Driven Sampling (WDS), and row.', ['WDS']],
	['We present a pond benchmark (PB-Set) of ducks.', ['PB-Set']],
	['We propose a boat to replace wind-driven sampling (WDS) at sea.', []],
	['We present an encoder that enhances wind-driven sampling (WDS) at sea.', []],
	['We develop a boat for wind-driven sampling (WDS).', []],
	['We propose boats and evaluate the measured wind-driven sampling (WDS) rate.', []],
	['We introduce very old very slow very heavy very long wind-driven sampling (WDS).', []]
])('introduced of %j', (abstract, names) => {
	expect(introduced('On ponds', abstract).map(({ name }) => name)).toEqual(names);
});
