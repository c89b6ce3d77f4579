import { captionHeight, drawCaption, type Caption } from './caption.ts';
import type { Drawn, MeasureText } from './drawn.ts';

/** A saved picture has so many pixels for each of the screen. */
const scale = 2;

function emptySheet(width: number, height: number): CanvasRenderingContext2D {
	const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
	if (!context) throw new Error('This browser draws no canvas');
	return context;
}

/** Measures texts as this browser sets them. */
export function textWidths(): MeasureText {
	const context = emptySheet(1, 1);
	return (text, font) => {
		context.font = font;
		return context.measureText(text).width;
	};
}

/** The map as it is seen now, land, graph and text, with its caption under it, in one PNG. */
export async function mapImage({ cy, paint, palette }: Drawn, caption: Caption): Promise<Blob> {
	const measure = textWidths();
	const [width, top] = [cy.width(), cy.height()];
	const height = top + captionHeight(caption, width, measure);
	const land = emptySheet(width * scale, height * scale);
	const text = emptySheet(width * scale, top * scale);
	paint(land, text, scale);
	const graph = await createImageBitmap(cy.png({ output: 'blob', full: false, scale }));
	land.setTransform(1, 0, 0, 1, 0, 0);
	land.drawImage(graph, 0, 0, width * scale, top * scale);
	land.drawImage(text.canvas, 0, 0);
	drawCaption(land, caption, palette, { width, top, pixelRatio: scale, measure });
	return new Promise((resolve, reject) => {
		land.canvas.toBlob((blob) => {
			if (blob) resolve(blob);
			else reject(new Error('This browser makes no pictures of its canvases'));
		}, 'image/png');
	});
}
