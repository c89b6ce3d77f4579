/** The rest of a file cannot be read; what came before was. `message` is the reason, in the words of a report. */
export class UnreadableRestError extends Error {
	constructor(reason: string, cause?: unknown) {
		super(reason, { cause });
		this.name = 'UnreadableRestError';
	}
}
