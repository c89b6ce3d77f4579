import type { Evidence } from '#lib/domain/answers.ts';
import { counted } from '#lib/domain/counted.ts';
import { evidenceSentence } from '#lib/domain/evidence-sentence.ts';
import { placesFrom } from '#lib/domain/places.ts';
import { labelOf } from '#lib/domain/graph-model.ts';
import { splitRef } from '#lib/domain/ids.ts';
import { savedPicture } from '#lib/domain/saved-picture.ts';
import { webAddressSchema } from '#lib/domain/paper.ts';
import type { View } from '#lib/domain/view.ts';
import { relationshipWords } from '#lib/domain/constants/relationship-words.ts';
import { pageStyle } from '#lib/server/exports/constants/page-style.ts';
import {
	nodeKey,
	relationshipKey,
	shownName,
	type ExportedNode,
	type ExportedRelationship
} from '#lib/server/exports/exported-graph.ts';
import type { ViewGraph } from '#lib/server/exports/view-graph.ts';
import { xmlText } from '#lib/server/exports/xml-text.ts';

/** Nothing is loaded and nothing runs, wherever the file is opened. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** A name in its own direction: what is written from right to left keeps its full stops in place. */
function named(node: ExportedNode): string {
	return `<bdi>${xmlText(shownName(node))}</bdi>`;
}

/** A sentence with its words marked; `source` says where it stands. */
function quoted({ sentence, marks }: Pick<Evidence, 'sentence' | 'marks'>, source = ''): string {
	let at = 0;
	let text = '';
	for (const [start, end] of marks) {
		text += `${xmlText(sentence.slice(at, start))}<mark>${xmlText(sentence.slice(start, end))}</mark>`;
		at = end;
	}
	return `<blockquote dir="auto">${text}${xmlText(sentence.slice(at))}${source}</blockquote>`;
}

function placesOf({ properties: { starts, ends } }: ExportedRelationship): [number, number][] {
	if (!Array.isArray(starts) || !Array.isArray(ends)) return [];
	return placesFrom({ starts: starts as number[], ends: ends as number[] });
}

/** What a line stands on: a sentence, the papers behind it, its rule, the parts of its score. */
function groundsOf(tie: ExportedRelationship, start: ExportedNode | undefined, shared: Evidence[]): string {
	const { type, properties } = tie;
	const places = placesOf(tie);
	if (places.length > 0 && start?.label === 'Paper') {
		const text = `${textOf(start.properties['title'])}\n${textOf(start.properties['abstract'])}`;
		return quoted(evidenceSentence(text, places));
	}
	if (type === 'CO_OCCURS') {
		const papers = counted(Number(properties['papers']), 'paper');
		const sentences = shared.map((each) =>
			quoted(each, `<br><small>In: <bdi>${xmlText(each.paper.title)}</bdi></small>`)
		);
		return ` <small>in ${papers}</small>${sentences.join('')}`;
	}
	const numbers = Object.entries(properties).flatMap(([name, value]) =>
		typeof value === 'string' || typeof value === 'number' ? [`${name}: ${value}`] : []
	);
	return numbers.length > 0 ? ` <small>${xmlText(numbers.join(', '))}</small>` : '';
}

function paperLine(node: ExportedNode): string {
	const { date, organization, authors, url } = node.properties;
	const people = Array.isArray(authors) ? authors.slice(0, 5).join(', ') : '';
	const told = [people, organization, date]
		.filter((text) => typeof text === 'string' && text !== '')
		.join(' · ');
	const address = webAddressSchema.safeParse(url).data;
	const title = address ? `<a href="${xmlText(address)}" rel="noreferrer">${named(node)}</a>` : named(node);
	return `<li>${title}${told === '' ? '' : ` <small>${xmlText(told)}</small>`}</li>`;
}

function conceptLine(node: ExportedNode): string {
	const { name, kind, papers } = node.properties;
	const written = textOf(name) === shownName(node) ? '' : `, <bdi>${xmlText(textOf(name))}</bdi>`;
	const told = `${xmlText(textOf(kind))}, ${counted(Number(papers), 'paper')}`;
	return `<li>${named(node)} <small>${told}${written}</small></li>`;
}

function listOf(heading: string, lines: string[]): string[] {
	return lines.length === 0 ? [] : [`<h2>${heading}</h2>`, '<ol>', ...lines, '</ol>'];
}

/**
 * A page of a view that needs no network and no script: its concepts and papers, and its lines with what they stand on.
 * Everything that comes from papers is escaped. Where the picture goes stands `savedPicture`; whoever has drawn it puts it
 * there.
 */
export function* viewPage(graph: ViewGraph, shared: Map<string, Evidence[]>): Generator<string> {
	const { nodeList, relationshipList, picture, view } = graph;
	const nodes = new Map(nodeList.map((node) => [nodeKey(node), node]));
	const concepts = nodeList.filter(({ label }) => label === 'Concept');
	const papers = nodeList.filter(({ label }) => label === 'Paper');
	const title = titleOf(view, nodes);
	const sums = `${counted(concepts.length, 'concept')} and ${counted(papers.length, 'paper')}`;
	yield '<!doctype html>';
	yield '<html lang="en"><head><meta charset="utf-8">';
	yield `<meta http-equiv="Content-Security-Policy" content="${xmlText(policy)}">`;
	yield '<meta name="viewport" content="width=device-width, initial-scale=1">';
	yield `<title>${xmlText(title)} · Throughline</title>`;
	yield `<style>${pageStyle}</style></head>`;
	yield `<body><h1 dir="auto">${xmlText(title)}</h1>`;
	yield `<p>${sums}, with the lines among them and what each stands on.</p>`;
	yield savedPicture;
	yield* listOf('Concepts', concepts.map(conceptLine));
	yield* listOf('Papers', papers.map(paperLine));
	yield* listOf(
		'Lines',
		relationshipList.map((tie) => lineOf(tie, nodes, shared.get(relationshipKey(tie)) ?? []))
	);
	yield `<footer><p>Made with Throughline from the graph of ${xmlText(picture.generation)}.</p></footer>`;
	yield '</body></html>';
}

/** What the view is of: what is selected or lies in its middle, or everything; of a topic its id, which is its name as words. */
function titleOf({ selected, scope }: View, nodes: Map<string, ExportedNode>): string {
	const at = selected ?? scope;
	if (at === 'corpus') return 'Map';
	const { collection, id } = splitRef(at);
	const around = nodes.get(nodeKey({ label: labelOf[collection], id }));
	return around ? shownName(around) : id.replaceAll('-', ' ');
}

function lineOf(tie: ExportedRelationship, nodes: Map<string, ExportedNode>, shared: Evidence[]): string {
	const [start, end] = [nodes.get(tie.start), nodes.get(tie.end)];
	const name = (node: ExportedNode | undefined, key: string) => (node ? named(node) : xmlText(key));
	const words = relationshipWords[tie.type] ?? tie.type;
	const sentence = `${name(start, tie.start)} <small>${words}</small> ${name(end, tie.end)}`;
	return `<li>${sentence}${groundsOf(tie, start, shared)}</li>`;
}
