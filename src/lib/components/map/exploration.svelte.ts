import { goto, replaceState } from '$app/navigation';
import { navigating } from '$app/state';
import { begin, redo, step, undo, type History } from '#lib/explorer/history.ts';
import { urlOfView, viewOfAddress } from '#lib/explorer/view-url.ts';
import type { Camera, View } from '#lib/domain/view.ts';

/**
 * The views that a person goes through. The address always holds the present one: every step is a navigation,
 * so that back, forward, reload and sharing give the same picture.
 */
export class Exploration {
	private history: History<View> = $state.raw() as History<View>;

	constructor(view: View) {
		this.history = begin(view);
	}

	get view(): View {
		return this.history.present;
	}
	get canUndo(): boolean {
		return this.history.past.length > 0;
	}
	get canRedo(): boolean {
		return this.history.future.length > 0;
	}

	/** Goes on to another view. */
	change(next: View): void {
		this.history = step(this.history, next);
		void this.go();
	}

	/** Another scope for the same look at the map: no step to go back to. */
	adjust(next: View): void {
		this.history = { ...this.history, present: next };
		void this.go(true);
	}

	undo(): void {
		this.goAlong(undo(this.history));
	}

	redo(): void {
		this.goAlong(redo(this.history));
	}

	/** The camera came to rest, or (null) fits what is shown again: the address keeps it, without a step. */
	rest(camera: Camera | null): void {
		// While a link is followed, what rests is the view that is left: it must not take the address back.
		const here = viewOfAddress(window.location.search);
		const isLeft = urlOfView({ ...here, camera: null }) !== urlOfView({ ...this.view, camera: null });
		if (navigating.to !== null || isLeft) return;
		const present = { ...this.view, camera };
		this.history = { ...this.history, present };
		replaceState(urlOfView(present), {});
	}

	/** The address changed by a link, or by back and forward. */
	arrive(view: View): void {
		const address = urlOfView(view);
		const { past, present, future } = this.history;
		const isAt = (other: View | undefined) => other !== undefined && urlOfView(other) === address;
		if (isAt(present)) return;
		if (isAt(past.at(-1))) this.history = undo(this.history);
		else if (isAt(future[0])) this.history = redo(this.history);
		else this.history = step(this.history, view);
	}

	/** To go nowhere is no navigation: it would stand between this view and the one before when people go back. */
	private goAlong(history: History<View>): void {
		if (history === this.history) return;
		this.history = history;
		void this.go();
	}

	private go(replace = false): Promise<void> {
		return goto(urlOfView(this.view), { noScroll: true, keepFocus: true, replaceState: replace });
	}
}
