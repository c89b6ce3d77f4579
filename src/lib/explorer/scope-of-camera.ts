import type { MapScope, MapTopic } from '#lib/domain/map-picture.ts';
import type { Camera } from '#lib/domain/view.ts';

/** A topic that holds the middle of the view and this share of its area (60 % of each side) is entered … */
const enters = 0.36;
/** … and left when it fills less than this share of both the width and the height. */
const leaves = 0.45;

/**
 * The scope that a camera asks for. Positions are the same in every scope, so that nothing moves when zooming
 * goes from one to the next; the two shares lie far apart, so that it does not flicker between them.
 */
export function scopeOfCamera(
	scope: MapScope,
	topics: MapTopic[],
	{ x, y, zoom }: Camera,
	size: { width: number; height: number }
): MapScope {
	const width = size.width / zoom;
	const height = size.height / zoom;
	const shares = ({ box: [left = 0, top = 0, right = 0, bottom = 0] }: MapTopic) => {
		const across = Math.min(right, x + width / 2) - Math.max(left, x - width / 2);
		const down = Math.min(bottom, y + height / 2) - Math.max(top, y - height / 2);
		const holdsMiddle = x >= left && x <= right && y >= top && y <= bottom;
		return { across: Math.max(0, across) / width, down: Math.max(0, down) / height, holdsMiddle };
	};
	const isEntered = (topic: MapTopic) => {
		const { across, down, holdsMiddle } = shares(topic);
		return holdsMiddle && across * down >= enters;
	};
	const current = topics.find(({ id }) => id === scope);
	if (!current && scope !== 'corpus') return scope;
	if (current) {
		const { across, down } = shares(current);
		if (across < leaves && down < leaves) return current.parent ?? 'corpus';
	}
	const below = topics.filter(({ parent, level }) => (current ? parent === current.id : level === 1));
	const beside = topics.filter(
		(topic) => current && topic.parent === current.parent && topic.level === current.level
	);
	const next = below.find(isEntered) ?? (current && isEntered(current) ? current : beside.find(isEntered));
	return next?.id ?? scope;
}
