import type { Core } from 'cytoscape';
import type { Camera } from '#lib/domain/view.ts';
import { cameraFor, type WorldBox } from './camera.ts';
import type { Land } from './land.ts';
import type { Sight } from './sight.ts';
import { markedBox, scopeBox, selectionBox } from './world-boxes.ts';

/** No fit comes nearer than this. */
const nearestFit = 2;

type Size = Parameters<typeof cameraFor>[1];

function cameraOn(box: WorldBox | null, size: Size, { inset }: Sight): Camera | null {
	return box && cameraFor(box, size, inset, nearestFit);
}

/** The camera on the whole of the scope, also where something is selected. */
export function wholeOf(cy: Core, lands: Land[], sight: Sight, size: Size): Camera | null {
	return cameraOn(scopeBox(cy, lands, sight.view.scope), size, sight);
}

/** The camera that a view asks for: its own, else on what is marked or selected, else on the whole scope. */
export function targetOf(cy: Core, lands: Land[], sight: Sight, size: Size): Camera | null {
	const { marked, view } = sight;
	if (view.camera) return view.camera;
	// The papers of a hub stand gathered all over the scope: that is what is looked at.
	const isHub = sight.picture.stacks.length > 0;
	const box = markedBox(cy, marked?.nodes ?? []) ?? (isHub ? null : selectionBox(cy, view.selected));
	return box ? cameraOn(box, size, sight) : wholeOf(cy, lands, sight, size);
}
