/** How a text of the map is set. `font` is a CSS font; `line` the distance of two lines in pixels. */
export interface Face {
	font: string;
	line: number;
	halo: number;
	spacing: number;
	colour: 'ink' | 'ink-2' | 'region' | 'ink-3';
}

const family = "'IBM Plex Sans Condensed', 'IBM Plex Sans', system-ui, sans-serif";

function face(weight: string, size: number, rest: Partial<Face> = {}): Face {
	return {
		font: `${weight} ${size}px ${family}`,
		line: Math.round(size * 1.15),
		halo: 3.5,
		spacing: 0,
		colour: 'ink',
		...rest
	};
}

const topicFaces = new Map<number, Face>();

/** The face of a topic's name in a size, in halves of a pixel: the same one each time, as its widths are kept by it. */
export function topicFace(size: number): Face {
	const rounded = Math.round(size * 2) / 2;
	const known = topicFaces.get(rounded);
	if (known) return known;
	const made = face('600', rounded, {
		halo: 5,
		spacing: rounded * 0.09,
		colour: 'region',
		line: Math.round(rounded * 1.18)
	});
	topicFaces.set(rounded, made);
	return made;
}

export const faces = {
	topic: face('600', 13.5, { halo: 5, spacing: 1.4, colour: 'region', line: 16 }),
	topicDimmed: face('500', 11.5, { halo: 4, spacing: 1.2, colour: 'region', line: 14 }),
	count: face('400', 11, { halo: 4, colour: 'region' }),
	selected: face('600', 15),
	paper: face('italic 400', 11.5, { colour: 'ink-2' }),
	first: face('600', 14),
	second: face('500', 12.5),
	third: face('400', 12),
	rest: face('400', 11.5)
} as const satisfies Record<string, Face>;

/**
 * Calls back when fonts of the map have come: a canvas does not wait for them, and what is measured before has other
 * widths. All but those of papers, which no overview writes, are asked for at once. Gives what ends it.
 */
export function whenFontsCome(
	fonts: Pick<FontFaceSet, 'load' | 'addEventListener' | 'removeEventListener'>,
	call: () => void
): () => void {
	const first = Object.values(faces).filter((each) => each !== faces.paper);
	fonts.addEventListener('loadingdone', call);
	// What is there already is told by nobody; what cannot be had is done without.
	void Promise.allSettled(first.map(({ font }) => fonts.load(font))).then(call);
	return () => {
		fonts.removeEventListener('loadingdone', call);
	};
}

/** Concepts are set by their rank in the view, the strongest being 0. */
export function faceOfRank(rank: number): Face {
	if (rank < 12) return faces.first;
	if (rank < 34) return faces.second;
	return rank < 80 ? faces.third : faces.rest;
}
