import type { Core } from 'cytoscape';

/** A saved picture has so many pixels for each of the screen. */
const scale = 2;

type Paint = (land: CanvasRenderingContext2D, text: CanvasRenderingContext2D, pixelRatio: number) => void;

function emptySheet(width: number, height: number): CanvasRenderingContext2D {
	const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
	if (!context) throw new Error('This browser draws no canvas');
	return context;
}

/** The map as it is seen now, land, graph and text in one PNG. */
export async function mapImage(cy: Core, paint: Paint): Promise<Blob> {
	const [width, height] = [cy.width() * scale, cy.height() * scale];
	const [land, text] = [emptySheet(width, height), emptySheet(width, height)];
	paint(land, text, scale);
	const graph = await createImageBitmap(cy.png({ output: 'blob', full: false, scale }));
	land.setTransform(1, 0, 0, 1, 0, 0);
	land.drawImage(graph, 0, 0, width, height);
	land.drawImage(text.canvas, 0, 0);
	return new Promise((resolve, reject) => {
		land.canvas.toBlob((blob) => {
			if (blob) resolve(blob);
			else reject(new Error('This browser makes no pictures of its canvases'));
		}, 'image/png');
	});
}
