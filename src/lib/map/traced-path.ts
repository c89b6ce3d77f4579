/** Browsers do not tell what a path was made from; an SVG has to know. */
const traces = new WeakMap<Path2D, string>();

/** A path of a canvas from the text of an SVG path: `M 0 0 L 9 0 Z`. */
export function tracedPath(text: string): Path2D {
	const path = new Path2D(text);
	traces.set(path, text);
	return path;
}

/** The text that a path was made from; empty for a path that was not traced. */
export function traceOf(path: Path2D): string {
	return traces.get(path) ?? '';
}
