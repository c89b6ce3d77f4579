import { extractCorpus } from '#lib/concepts/extract.ts';
import { UsageError } from '#lib/domain/errors.ts';
import type { Graph } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { keptMapOf } from '#lib/graph/kept-map.ts';
import { recordsOf, type NodeRecord } from '#lib/server/publishing/graph-records.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import { usualExtraction } from '../extract-options.ts';

/** Every node and relationship as one line, by what it is. */
function linesOf(records: NodeRecord[]): Map<string, string> {
	return new Map(
		records.flatMap(({ label, id, content }): [string, string][] => {
			const { properties, outgoing } = content();
			return [
				[`${label} ${id}`, JSON.stringify(properties)],
				...outgoing.map(({ type, to, properties: own }): [string, string] => [
					`${label} ${id} ${type} ${to.label} ${to.id}`,
					JSON.stringify(own)
				])
			];
		})
	);
}

/** The type in the key of a relationship: ids hold no capitals between blanks. */
const relationship = / ([A-Z_]+) (?:Paper|Concept|Topic) /;

interface Addition {
	/** Shares of the old papers, 0 to 1. */
	changedTopic: number;
	moved: number;
	topicsGone: number;
	/** Nodes and relationships that are new, gone or different, by type, and their share of all. */
	written: Map<string, number>;
	share: number;
	total: number;
}

/** What changes from one generation to the next. */
export function changesOf(before: Graph, after: Graph): Addition {
	const [old, now] = [linesOf(recordsOf(before)), linesOf(recordsOf(after))];
	const written = new Map<string, number>();
	const count = (key: string) => {
		const type = relationship.exec(key)?.[1] ?? key.slice(0, key.indexOf(' '));
		written.set(type, (written.get(type) ?? 0) + 1);
	};
	for (const [key, text] of now) if (old.get(key) !== text) count(key);
	for (const key of old.keys()) if (!now.has(key)) count(key);
	const sum = [...written.values()].reduce((all, each) => all + each, 0);
	const topics = new Map(after.memberships.map(({ member, topic }) => [member, topic]));
	const members = before.memberships.filter(({ member }) => member.startsWith('papers/'));
	const places = new Map(after.papers.map(({ id, x, y }) => [id, `${x} ${y}`]));
	const ids = new Set(after.topics.map(({ id }) => id));
	return {
		changedTopic: members.filter(({ member, topic }) => topics.get(member) !== topic).length / members.length,
		moved:
			before.papers.filter(({ id, x, y }) => places.get(id) !== `${x} ${y}`).length / before.papers.length,
		topicsGone: before.topics.filter(({ id }) => !ids.has(id)).length,
		written,
		share: sum / now.size,
		total: now.size
	};
}

async function graphOf(papers: Paper[], before?: Graph): Promise<Graph> {
	return buildGraph(papers, await extractCorpus(papers, usualExtraction), {
		kept: before && keptMapOf(before)
	});
}

function countOf(given: unknown, usual: number): number {
	const count = Number(given ?? usual);
	if (!Number.isInteger(count) || count < 1)
		throw new UsageError('That is no number of papers.', 'Give 1 or more.');
	return count;
}

/** Adds papers of a file to those before them, and tells what that changes. */
export async function benchAdditions(file: string | undefined, given: unknown, more: unknown): Promise<void> {
	if (file === undefined)
		throw new UsageError('No file was named.', 'npm run bench -- additions papers.jsonl');
	const [first, added] = [countOf(given, 2970), countOf(more, 30)];
	const papers = (await readPapers([file])).papers.slice(0, first + added);
	const before = await graphOf(papers.slice(0, first));
	const changes = changesOf(before, await graphOf(papers, before));
	const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
	console.log(`${first} papers, ${papers.length - first} more`);
	console.log(`old papers that change their topic\t${percent(changes.changedTopic)}`);
	console.log(`old papers that move\t${percent(changes.moved)}`);
	console.log(`topics that end\t${changes.topicsGone}`);
	console.log(`nodes and relationships written\t${percent(changes.share)} of ${changes.total}`);
	for (const [type, count] of [...changes.written].sort((a, b) => b[1] - a[1]))
		console.log(`  ${type}\t${count}`);
}
