import { exportFormatIds, formatRow } from '#lib/domain/export-formats.ts';
import { meaningsOf, nodeModel, relationshipModel } from '#lib/domain/graph-model.ts';
import { netSourceIds, netSourceRow } from '#lib/domain/net-sources.ts';
import { formats } from '#lib/sources/formats.ts';

/** What is read, what is written and what the graph holds, each from the table by which it is done: none asks a store. */
export function load() {
	return {
		formats: [...new Map(formats.map(({ name, expects }) => [name, expects]))],
		net: netSourceIds.map((id) => ({ id, ...netSourceRow(id) })),
		exports: exportFormatIds.map((id) => ({ id, name: formatRow(id).name, about: formatRow(id).about })),
		nodes: Object.entries(nodeModel).map(([label, row]) => ({
			label,
			about: row.about,
			properties: meaningsOf(row)
		})),
		relationships: Object.entries(relationshipModel).map(([type, row]) => ({
			type,
			about: row.about,
			ends: `(:${row.from.join('|')})-[:${type}]->(:${row.to})`,
			properties: meaningsOf(row)
		}))
	};
}
