import type { Core } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';

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

/** Marks what changes with the zoom: papers that are too far to be drawn, rings that are near enough. */
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
	});
}

/** So many of the strongest places are drawn far away also where their label finds no room. */
const strongest = 30;

/** Far away a weak place without a name says nothing: it is not drawn. With null all are drawn again. */
export function dropUnnamed(cy: Core, named: Set<string> | null): void {
	cy.batch(() => {
		cy.nodes('.unnamed').removeClass('unnamed');
		if (!named) return;
		cy.nodes()
			.filter(
				(node) => !named.has(node.id()) && Number(node.data('rank')) >= strongest && !node.hasClass('lit')
			)
			.addClass('unnamed');
	});
}
