/** The three sheets of the map, from below: land, Cytoscape, text. Only the middle one takes the pointer. */
export interface Layers {
	land: CanvasRenderingContext2D;
	graph: HTMLDivElement;
	text: CanvasRenderingContext2D;
	/** Fits the canvases to the container. Gives its size in CSS pixels. */
	resize: () => { width: number; height: number; pixelRatio: number };
	remove: () => void;
}

function sheet<Tag extends 'canvas' | 'div'>(container: HTMLElement, tag: Tag): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	element.setAttribute('aria-hidden', 'true');
	Object.assign(element.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
	container.append(element);
	return element;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser draws no canvas');
	return context;
}

/** Puts the sheets into `container`, which must be positioned. */
export function stackLayers(container: HTMLElement): Layers {
	const land = sheet(container, 'canvas');
	const graph = sheet(container, 'div');
	const text = sheet(container, 'canvas');
	text.style.pointerEvents = 'none';
	return {
		land: contextOf(land),
		graph,
		text: contextOf(text),
		resize() {
			const { clientWidth: width, clientHeight: height } = container;
			const pixelRatio = Math.min(2, window.devicePixelRatio);
			for (const canvas of [land, text]) {
				canvas.width = Math.round(width * pixelRatio);
				canvas.height = Math.round(height * pixelRatio);
			}
			return { width, height, pixelRatio };
		},
		remove() {
			for (const element of [land, graph, text]) element.remove();
		}
	};
}
