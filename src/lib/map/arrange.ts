import cytoscape, { type Core, type LayoutOptions } from 'cytoscape';
import fcose from 'cytoscape-fcose';

cytoscape.use(fcose);

/** World units between two places that a line ties, about as far as on the map. */
const lineLength = 90;
/** World units that each place takes meanwhile: on the screen places have their pixels, and a phone would get another layout. */
const side = 14;

/** Lays out what is drawn by its lines instead of on the places of the map; the same for everyone, without motion. */
export function arrange(cy: Core): void {
	const options: LayoutOptions & Record<string, unknown> = {
		name: 'fcose',
		quality: 'proof',
		randomize: false,
		animate: false,
		fit: false,
		idealEdgeLength: () => lineLength,
		nodeSeparation: lineLength,
		nodeDimensionsIncludeLabels: false
	};
	cy.nodes().style({ width: side, height: side, 'border-width': 0, padding: 0 });
	cy.layout(options).run();
	cy.nodes().removeStyle('width height border-width padding');
}
