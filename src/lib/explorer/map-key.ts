import { edgeTypes, readingMarks, type MapPicture, type ReadingMark } from '#lib/domain/map-picture.ts';

type LineType = (typeof edgeTypes)[number];

/** What the key of the map calls each kind of line. */
const lineWords: Record<LineType, string> = {
	INTRODUCES: 'introduces',
	MENTIONS: 'mentions',
	CO_OCCURS: 'occur together',
	BROADER: 'is narrower than',
	CITES: 'cites',
	RELATED: 'related'
};

/** What is drawn beside the places and has to be explained: lines and marks of papers, each kind once, in one order. */
export interface MapKey {
	lines: { type: LineType; word: string }[];
	marks: { mark: ReadingMark; word: string }[];
}

/** The key of a picture: what it does not hold is not explained. */
export function mapKeyOf({ nodes, edges }: Pick<MapPicture, 'nodes' | 'edges'>): MapKey {
	const types = new Set(edges.map(({ type }) => type));
	const readings = new Set(nodes.map(({ reading }) => reading));
	const all = Object.keys(readingMarks) as ReadingMark[];
	return {
		lines: edgeTypes.filter((type) => types.has(type)).map((type) => ({ type, word: lineWords[type] })),
		marks: all
			.filter((mark) => readings.has(mark))
			.map((mark) => ({ mark, word: `paper: ${readingMarks[mark]}` }))
	};
}
