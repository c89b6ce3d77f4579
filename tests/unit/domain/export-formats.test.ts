import { expect, test } from 'vitest';
import { askedFormat, exportFileName, exportFormatIds } from '#lib/domain/export-formats.ts';
import { meaningsOf, nodeModel, relationshipModel } from '#lib/domain/graph-model.ts';

test.each([
	[[undefined], { format: 'jsonl', part: null }],
	[['gexf'], { format: 'gexf', part: null }],
	[['csv', 'nodes'], { format: 'csv', part: 'nodes' }],
	[['html', undefined, true], { format: 'html', part: null }],
	[['html'], { problem: 'HTML page is of a view.' }],
	[['csv'], { problem: 'CSV is two files.', advice: 'Say which part: nodes or relationships.' }],
	[['csv', 'ponds'], { problem: 'CSV has no part "ponds".' }],
	[['ris', 'nodes'], { problem: 'RIS has no parts.' }],
	[['toString'], { problem: 'There is no export format "toString".' }],
	[['<script>'], { problem: 'There is no export format "script".' }],
	[['xlsx'], { advice: `There are ${exportFormatIds.join(', ')}.` }]
] as [Parameters<typeof askedFormat>, object][])('askedFormat(%j)', (given, asked) => {
	expect(askedFormat(...given)).toMatchObject(asked);
});

test('exportFileName', () => {
	expect(exportFileName('jsonl', false, null)).toBe('throughline.jsonl');
	expect(exportFileName('csv', true, 'nodes')).toBe('throughline-view-nodes.csv');
	expect(exportFileName('bibtex', false, null)).toBe('throughline.bib');
});

test('every property of the model says what it means', () => {
	const all = Object.entries({ ...nodeModel, ...relationshipModel }).flatMap(([owner, row]) =>
		meaningsOf(row).map(([name, meaning]) => ({ property: `${owner}.${name}`, meaning }))
	);
	expect(all.length).toBeGreaterThan(50);
	expect(all.filter(({ meaning }) => meaning.trim() === '')).toEqual([]);
});
