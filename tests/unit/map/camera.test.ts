import { expect, test } from 'vitest';
import { boxAround, cameraFor, isSameCamera } from '#lib/map/camera.ts';

const none = { top: 0, right: 0, bottom: 0, left: 0 };

test('cameraFor shows a box as large as the map allows, and in its middle', () => {
	const camera = cameraFor([0, 0, 100, 50], { width: 400, height: 400 }, none, 10);
	expect(camera).toEqual({ x: 50, y: 25, zoom: 4 });
});

test('cameraFor moves the box out from under what covers the map', () => {
	const size = { width: 400, height: 800 };
	const { y, zoom } = cameraFor([0, 0, 100, 100], size, { ...none, bottom: 400 }, 10);
	const top = (0 - y) * zoom + size.height / 2;
	expect({ zoom, top }).toEqual({ zoom: 4, top: 0 });
});

test('cameraFor comes no nearer than allowed', () => {
	expect(cameraFor([0, 0, 1, 1], { width: 400, height: 400 }, none, 2).zoom).toBe(2);
});

test('boxAround holds all boxes, and none of none', () => {
	expect(
		boxAround([
			[0, 0, 1, 1],
			[-5, 2, 0, 9]
		])
	).toEqual([-5, 0, 1, 9]);
	expect(boxAround([])).toBeNull();
});

test('isSameCamera overlooks less than a pixel', () => {
	const camera = { x: 10, y: 10, zoom: 2 };
	expect(isSameCamera(camera, { x: 10.4, y: 10, zoom: 2.001 })).toBe(true);
	expect(isSameCamera(camera, { x: 11, y: 10, zoom: 2 })).toBe(false);
});
