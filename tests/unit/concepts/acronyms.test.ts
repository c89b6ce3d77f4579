import { expect, test } from 'vitest';
import { acronyms } from '#lib/concepts/text/acronyms.ts';

test.each([
	['Small boats use radio beacon tracking (RBT) at sea.', 'RBT', 'radio beacon tracking'],
	['Many large pond models (LPMs) drift.', 'LPMs', 'large pond models'],
	['RBT (radio beacon tracking) helps.', 'RBT', 'radio beacon tracking'],
	['We use RBT (for radio beacon tracking) here.', 'RBT', 'radio beacon tracking'],
	['RBT stands for radio beacon tracking.', 'RBT', 'radio beacon tracking'],
	['We present RBT, a radio beacon tracking for ducks.', 'RBT', 'radio beacon tracking'],
	['A radio beacon tracking method (RBT) helps.', 'RBT', 'radio beacon tracking'],
	['Mixture of ponds (MoP; see below) helps.', 'MoP', 'Mixture of ponds'],
	['A Pint Transformer (PiT) helps.', 'PiT', 'Pint Transformer'],
	['The pond transcription factor 1 (PTF-1) helps.', 'PTF-1', 'pond transcription factor 1'],
	['Learning from duck and goose feedback (LDGF) helps.', 'LDGF', 'Learning from duck and goose feedback'],
	['Fully connected ponds (FCP) freeze.', 'FCP', 'Fully connected ponds'],
	['Replication pond blocking (Pob1) occurs.', 'Pob1', 'pond blocking'],
	['Pond/enhancer binding [P/EB] occurs.', 'P/EB', 'Pond/enhancer binding'],
	['Swift pond-to-lake (P2L) flows.', 'P2L', 'pond-to-lake']
])('acronyms(%j) defines %s', (text, short, long) => {
	expect(acronyms(text)).toContainEqual({ short, long });
});

test.each([
	'It floats (see below).',
	'It floats (Figure 3).',
	'It floats better than the state of the art (SOTA).',
	'Ducks swim (in 2019).',
	'Ducks swim (1).',
	'A net of 7 billion parameters (7B) floats.',
	'Ducks swim ()',
	'('.repeat(200),
	'(A) '.repeat(200)
])('acronyms(%j) defines nothing', (text) => {
	expect(acronyms(text)).toEqual([]);
});
