import type { Core, NodeSingular } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { DrawnCounts, Sight } from './sight.ts';

/** Below this zoom papers are not drawn, unless they are lit: the map is far away. */
export const paperZoom = 0.42;
/** From this zoom on introduced concepts have their ring and papers their names. */
export const middleZoom = 1.15;

/**
 * Lights a node, its neighbours and the lines between them, and takes the colour from the rest; with null
 * everything is as at rest. Gives how many nodes are lit.
 */
export function light(cy: Core, centre: NodeRef | null): number {
	let count = 0;
	cy.batch(() => {
		cy.elements().removeClass('lit dim second');
		const node = cy.getElementById(centre ?? '');
		if (node.empty()) return;
		const lit = node.closedNeighborhood();
		const second = lit.nodes().edgesWith(lit.nodes()).not(lit);
		lit.addClass('lit');
		second.addClass('second');
		cy.elements().not(lit).not(second).addClass('dim');
		count = lit.nodes().length;
	});
	return count;
}

/** Lights these nodes and the lines among them; of a path, the lines from each station to the next. */
export function lightMarked(cy: Core, { nodes, isPath }: NonNullable<Sight['marked']>): number {
	let count = 0;
	cy.batch(() => {
		cy.elements().removeClass('lit dim second path');
		const wanted = new Set<string>(nodes);
		const marked = cy.nodes().filter((node) => wanted.has(node.id()));
		const among = marked.edgesWith(marked);
		const steps = new Set(nodes.slice(1).map((node, index) => [nodes[index], node].sort().join(' ')));
		const isStep = (edge: { data(name: string): unknown }) =>
			steps.has([edge.data('source'), edge.data('target')].sort().join(' '));
		const lines = isPath ? among.filter(isStep).addClass('path') : among;
		const lit = marked.union(lines).addClass('lit');
		cy.elements().not(lit).addClass('dim');
		count = marked.length;
	});
	return count;
}

/** A line between two concepts that is longer than this, in pixels, is not drawn at rest; a mention or a citation is faint. */
const longest = { CO_OCCURS: 110, MENTIONS: 220, CITES: 220 } as const;
/** More lit lines than this are drawn finer, so that a hub does not end in a black fan. */
const crowd = 40;

/** At rest long lines would lie over everything: they come when one of their ends is lit. */
function markLengths(cy: Core, zoom: number): void {
	const lit = cy.edges('.lit');
	cy.edges().removeClass('long crowd');
	if (lit.length > crowd) lit.addClass('crowd');
	for (const [type, pixels] of Object.entries(longest)) {
		for (const edge of cy.edges(`[type = "${type}"]`).not('.lit, .second').edges().toArray()) {
			const [from, to] = [edge.source().position(), edge.target().position()];
			edge.toggleClass('long', Math.hypot(from.x - to.x, from.y - to.y) * zoom > pixels);
		}
	}
}

/** Marks what changes with the zoom: papers that are too far to be drawn, long lines, rings that are near enough. */
export function markDistance(cy: Core, zoom: number, isPhoneOverview: boolean): void {
	cy.batch(() => {
		const papers = cy.nodes('[kind = "paper"]');
		const far = zoom < paperZoom || isPhoneOverview;
		papers.toggleClass('far', far).filter('.lit').removeClass('far');
		const introduced = cy.nodes('[?introduced]');
		introduced
			.toggleClass('ring', zoom >= middleZoom)
			.filter('.lit')
			.addClass('ring');
		introduced.filter('.dim').removeClass('ring');
		markLengths(cy, zoom);
	});
}

/** Whether two places lie on one another, so that the weaker one is hardly seen. */
function covers(a: NodeSingular, b: NodeSingular): boolean {
	const [p, q] = [a.renderedPosition(), b.renderedPosition()];
	const reach = (a.renderedWidth() + b.renderedWidth()) / 2;
	return Math.hypot(p.x - q.x, p.y - q.y) < 0.8 * reach;
}

/**
 * Far away a weak place without a name says nothing: it is not drawn, but for the `strongest` ones that no other
 * place covers and no topic's name lies on (`isBuried`).
 */
export function dropUnnamed(
	cy: Core,
	named: Set<string>,
	strongest: number,
	isBuried: (node: NodeSingular) => boolean
): void {
	cy.batch(() => {
		const rank = (node: NodeSingular) => Number(node.data('rank'));
		const nodes = cy.nodes().toArray();
		const isKept = (node: NodeSingular) => named.has(node.id()) || node.hasClass('lit');
		const kept = nodes.filter(isKept);
		for (const node of nodes.filter((other) => !isKept(other)).sort((a, b) => rank(a) - rank(b))) {
			const isSeen = rank(node) < strongest && !isBuried(node);
			if (isSeen && !kept.some((other) => covers(other, node))) kept.push(node);
			else node.addClass('unnamed');
		}
	});
}

/** Rings the nodes that are chosen together. */
export function markGathered(cy: Core, nodes: NodeRef[]): void {
	const wanted = new Set<string>(nodes);
	cy.nodes().forEach((node) => {
		node.toggleClass('gathered', wanted.has(node.id()));
	});
}

/** Marks the line that is told of. */
export function markLine(cy: Core, line: [NodeRef, NodeRef] | null): void {
	cy.edges('.chosen').removeClass('chosen');
	if (!line) return;
	const [one, other] = line.map((ref) => cy.getElementById(ref));
	if (one && other) one.edgesWith(other).addClass('chosen');
}

/** How many places a person sees: those that are drawn, within the view. */
export function drawnInView(cy: Core): DrawnCounts {
	const [width, height] = [cy.width(), cy.height()];
	const counts = { concepts: 0, papers: 0 };
	for (const node of cy.nodes().toArray()) {
		if (node.hasClass('far') || node.hasClass('unnamed') || node.data('kind') === 'stack') continue;
		const { x, y } = node.renderedPosition();
		if (x < 0 || y < 0 || x > width || y > height) continue;
		counts[node.data('kind') === 'paper' ? 'papers' : 'concepts'] += 1;
	}
	return counts;
}
