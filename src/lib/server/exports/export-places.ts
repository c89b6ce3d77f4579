import { BusyError } from '#lib/domain/errors.ts';

interface PlaceLimits {
	atOnce: number;
	perClient: number;
	/** Seconds after which it is worth another try. */
	retryAfter: number;
}

/** The places for exports: so many over all, and so many for a client. */
export class ExportPlaces {
	private readonly held: string[] = [];

	constructor(private readonly limits: PlaceLimits) {}

	/** Takes a place; returns the way to give it back, which works once. Throws BusyError. */
	take(client: string): () => void {
		const { atOnce, perClient, retryAfter } = this.limits;
		if (this.held.filter((holder) => holder === client).length >= perClient)
			throw new BusyError(
				'You have an export that is still running.',
				'Wait for its end, or stop it.',
				retryAfter
			);
		if (this.held.length >= atOnce)
			throw new BusyError(
				`${this.held.length} exports are running already.`,
				'Try again in half a minute.',
				retryAfter
			);
		this.held.push(client);
		let isHeld = true;
		return () => {
			if (isHeld) this.held.splice(this.held.indexOf(client), 1);
			isHeld = false;
		};
	}
}
