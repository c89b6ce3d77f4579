import type { Core } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';
import { maximumElements, type MapEdge } from '#lib/domain/map-picture.ts';

/**
 * Draws, for as long as a node is under the pointer, its lines to places of the map that are not drawn at rest.
 * The lines that are not its own stand aside meanwhile, so that the map never holds more than its 300 elements.
 */
export function inviteEdges(cy: Core, node: NodeRef, edges: MapEdge[]): void {
	cy.batch(() => {
		const own = cy.getElementById(node).connectedEdges();
		cy.edges().not(own).addClass('aside');
		const joined = new Set(own.connectedNodes().map((other) => other.id()));
		const room = maximumElements - cy.nodes().length - own.length;
		const wanted = edges.filter(({ source, target }) => {
			const other = source === node ? target : source;
			const touches = source === node || target === node;
			return touches && !joined.has(other) && cy.getElementById(other).nonempty();
		});
		for (const edge of wanted.slice(0, Math.max(0, room)))
			cy.add({ group: 'edges', data: { ...edge, id: `guest ${edge.id}` }, classes: 'guest' });
	});
}

/** The map as at rest again. */
export function dismissEdges(cy: Core): void {
	cy.batch(() => {
		cy.edges('.guest').remove();
		cy.edges('.aside').removeClass('aside');
	});
}
