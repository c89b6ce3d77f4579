import { landOfDrawn } from '#lib/domain/drawn-land.ts';
import type { MapLand } from '#lib/domain/map-picture.ts';

/** The land of a generation: the same for every view of it, so fetched once and kept by the browser. */
export class LandOf {
	land: MapLand | null = $state.raw(null);

	/** `generation` gives null where there is no graph yet. Called while a component is made. */
	constructor(generation: () => string | null) {
		$effect(() => {
			const wanted = generation();
			if (wanted === null || this.land?.generation === wanted) return;
			void fetch('/api/topics?form=drawn').then(async (response) => {
				if (response.ok) this.land = landOfDrawn((await response.json()) as MapLand);
			});
		});
	}
}
