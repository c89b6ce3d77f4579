import type { Core, NodeSingular } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { Ground } from './ground.ts';
import { drawnInView, dropUnnamed, paperZoom } from './lighting.ts';
import type { MapEvents, Sight } from './sight.ts';
import type { TextLayer } from './text-layer.ts';

/** So many of the strongest places stay without a name: in a topic that is entered, and elsewhere. */
const strongest = { entered: 64, elsewhere: 30 };

interface Texts {
	cy: Core;
	text: TextLayer;
	ground: Ground;
	sight: Sight;
	events: MapEvents;
	hovered: NodeRef | null;
	/** A phone that shows the whole corpus draws what is strong alone. */
	isFar: boolean;
}

/** Of a chart of divided topics none stay: every place on it has to say what it is. */
function keptWithoutName({ topics }: Ground, { view }: Sight): number {
	if (topics.some(({ level }) => level === 2) && !view.selected) return 0;
	return topics.some(({ parent }) => parent === view.scope) ? strongest.entered : strongest.elsewhere;
}

/** Places the texts anew; far away, weak places that find no room for their label are not drawn. Tells what is. */
export function placeTexts({ cy, text, ground, sight, events, hovered, isFar }: Texts): void {
	const { picture, view, isPhone } = sight;
	cy.nodes('.unnamed').removeClass('unnamed');
	const { topics, counts } = ground;
	const { named, left } = text.place({
		...{ topics, counts, isPhone, hovered, scope: view.scope, most: picture.most },
		landAt: (x, y, level) => ground.topicAt(x, y, level),
		controls: events.controls()
	});
	const isDivided = topics.some(({ parent }) => parent === view.scope);
	const isBuried = (node: NodeSingular) => {
		const { x, y } = node.renderedPosition();
		return left.has(node.id()) || text.topicAt(x, y) !== null;
	};
	if (isFar || isDivided || cy.zoom() < paperZoom)
		dropUnnamed(cy, named, keptWithoutName(ground, sight), isBuried);
	events.drawn(drawnInView(cy));
}
