import { mapScopeSchema } from '#lib/domain/map-picture.ts';
import { nodeRefSchema } from '#lib/domain/ids.ts';
import { dateSchema } from '#lib/domain/paper.ts';
import {
	cameraSchema,
	drawnKindSchema,
	mostOnly,
	movedSchema,
	viewSchema,
	type View
} from '#lib/domain/view.ts';
import type { z } from 'zod';

function valid<Schema extends z.ZodType>(schema: Schema, values: unknown[]): z.output<Schema>[] {
	return values.flatMap((value) => {
		const parsed = schema.safeParse(value);
		return parsed.success ? [parsed.data] : [];
	});
}

/** Every parameter that is a view's; others, such as a mailer's, are let pass. */
export const viewParameters: readonly string[] =
	'scope at line only name as arranged grow open hide pin moved without from to find camera'.split(' ');

/** Nothing is no number, though `Number` takes it for 0. */
function numberOf(text: string | undefined): number {
	return text ? Number(text) : NaN;
}

/** `concepts/grpo~120~-34.5`: a node and two numbers. */
function readMoved(text: string): View['moved'][number] | null {
	const [, node, x, y] = /^(.+)~([^~]*)~([^~]*)$/s.exec(text) ?? [];
	return movedSchema.safeParse({ node, x: numberOf(x), y: numberOf(y) }).data ?? null;
}

/** `concepts/grpo~dataset`: a node and a sort of its neighbours. */
function readGrown(text: string): View['grown'][number] | null {
	const [, node, sort] = /^(.+)~([^~]*)$/s.exec(text) ?? [];
	return viewSchema.shape.grown.element.safeParse({ node, sort }).data ?? null;
}

function readCamera(text: string | null): View['camera'] {
	const [x, y, zoom] = (text ?? '').split(',').map(numberOf);
	return cameraSchema.safeParse({ x, y, zoom }).data ?? null;
}

/**
 * The view that a URL's parameters hold. What cannot be read is left out, because a link that was cut off in
 * a mail should still show the map.
 */
export function viewOfUrl(parameters: URLSearchParams): View {
	const list = (name: string) => valid(nodeRefSchema, parameters.getAll(name));
	return {
		scope: mapScopeSchema.safeParse(parameters.get('scope')).data ?? 'corpus',
		selected: nodeRefSchema.safeParse(parameters.get('at')).data ?? null,
		line: viewSchema.shape.line.safeParse(parameters.getAll('line')).data ?? null,
		only: list('only').slice(0, mostOnly),
		name: viewSchema.shape.name.safeParse(parameters.get('name')).data ?? null,
		isPath: parameters.get('as') === 'path',
		isArranged: parameters.has('arranged'),
		grown: parameters.getAll('grow').flatMap((text) => readGrown(text) ?? []),
		open: list('open'),
		hidden: list('hide'),
		pinned: list('pin'),
		moved: parameters.getAll('moved').flatMap((text) => readMoved(text) ?? []),
		without: valid(drawnKindSchema, (parameters.get('without') ?? '').split(',')),
		from: dateSchema.safeParse(parameters.get('from')).data ?? null,
		to: dateSchema.safeParse(parameters.get('to')).data ?? null,
		find: viewSchema.shape.find.safeParse(parameters.get('find')?.trim()).data ?? null,
		camera: readCamera(parameters.get('camera'))
	};
}

/** The address of a view: `/` with only what differs from the whole map, slashes and commas left readable. */
export function urlOfView(view: View): string {
	const parts: string[] = [];
	const add = (name: string, value: string) => {
		parts.push(`${name}=${encodeURIComponent(value).replace(/%2F/g, '/').replace(/%2C/g, ',')}`);
	};
	if (view.scope !== 'corpus') add('scope', view.scope);
	if (view.selected) add('at', view.selected);
	for (const end of view.line ?? []) add('line', end);
	for (const node of view.only) add('only', node);
	if (view.name) add('name', view.name);
	if (view.isPath) add('as', 'path');
	if (view.isArranged) add('arranged', 'true');
	for (const { node, sort } of view.grown) add('grow', `${node}~${sort}`);
	for (const node of view.open) add('open', node);
	for (const node of view.hidden) add('hide', node);
	for (const node of view.pinned) add('pin', node);
	for (const { node, x, y } of view.moved) add('moved', `${node}~${round(x)}~${round(y)}`);
	if (view.without.length > 0) add('without', view.without.join(','));
	if (view.from) add('from', view.from);
	if (view.to) add('to', view.to);
	if (view.find) add('find', view.find);
	if (view.camera) {
		const { x, y, zoom } = view.camera;
		add('camera', `${round(x)},${round(y)},${Number(zoom.toPrecision(3))}`);
	}
	return parts.length === 0 ? '/' : `/?${parts.join('&')}`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

/** The view of an address's query, as `location.search` gives it: `?scope=topics/ID`. */
export function viewOfAddress(search: string): View {
	return viewOfUrl(new URLSearchParams(search));
}
