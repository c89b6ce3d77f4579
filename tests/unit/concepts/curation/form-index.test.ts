import { expect, test } from 'vitest';
import { formIndex } from '#lib/concepts/curation/form-index.ts';
import { concept } from '../identity/made-up-concepts.ts';

const find = formIndex([
	concept('frames per second', 9, { aliases: ['FPS', 'frame rate'] }),
	concept('formal pond solving', 2, { aliases: ['FPS', 'pond proofs'] }),
	concept('PN', 1),
	concept('pond net', 5, { label: 'PN · pond net', aliases: ['PN'] })
]);

test.each([
	[['Frames-per-second'], 'frames-per-second'],
	[['FPS'], 'frames-per-second'],
	[['FPS', 'pond proof'], 'formal-pond-solving'],
	[['quartz', 'frame rates'], 'frames-per-second'],
	[['PN'], 'pn'],
	[['PN · pond net'], 'pond-net'],
	[['framerate'], 'frames-per-second'],
	[['pondproofs', 'pond nets'], 'pond-net'],
	[['quartz'], undefined]
])('formIndex finds by %j: %s', (forms, id) => {
	expect(find(forms)?.id).toBe(id);
});
