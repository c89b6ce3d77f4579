import type { Core, ElementDefinition } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';

/**
 * Makes the graph hold exactly these elements. What stays keeps its place unless it has a new one; what is new
 * leaves from the node it was expanded from, in `milliseconds`.
 */
export function syncElements(
	cy: Core,
	elements: ElementDefinition[],
	{ parent, milliseconds }: { parent: NodeRef | null; milliseconds: number }
): void {
	const wanted = new Set(elements.map(({ data }) => data.id ?? ''));
	const from = cy.getElementById(parent ?? '');
	const start = from.nonempty() ? { ...from.position() } : null;
	cy.batch(() => {
		cy.elements()
			.filter((element) => !wanted.has(element.id()))
			.remove();
		for (const element of elements) {
			const known = cy.getElementById(element.data.id ?? '');
			if (known.nonempty()) {
				known.data(element.data);
				if (element.position) known.position(element.position);
			} else if (start && element.position && milliseconds > 0) {
				// Cytoscape moves the very object that it is given as a position: the one to go to must be another.
				const added = cy.add({ ...element, position: { ...start } });
				added.animate({ position: { ...element.position } }, { duration: milliseconds });
			} else cy.add(element);
		}
	});
}
