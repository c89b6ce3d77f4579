interface StreamOptions {
	/** Seconds that the reader may leave lines waiting. */
	idleSeconds: number;
	/** Seconds for the whole. */
	seconds: number;
	/** Called once, however the stream ends. */
	onend: () => void;
	/** Closes the connection: a reader that does not read does not notice that the stream has failed either. */
	hangUp: () => void;
}

/**
 * Lines as bytes, each made when its reader wants it. A reader that stalls, or takes too long over all, is broken off
 * in the middle: the answer then ends without its last chunk, which tells every HTTP client that it is not whole.
 */
export function streamLines(
	lines: AsyncGenerator<string>,
	{ idleSeconds, seconds, onend, hangUp }: StreamOptions
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let idle: NodeJS.Timeout | undefined;
	let isOver = false;
	const end = () => {
		if (isOver) return;
		isOver = true;
		clearTimeout(idle);
		clearTimeout(whole);
		onend();
		lines.return(undefined).catch(() => undefined);
	};
	const breakOff = (controller: ReadableStreamDefaultController) => {
		end();
		controller.error(new Error('The reader took too long.'));
		hangUp();
	};
	let whole: NodeJS.Timeout | undefined;
	return new ReadableStream({
		start(controller) {
			whole = setTimeout(breakOff, seconds * 1000, controller).unref();
		},
		async pull(controller) {
			clearTimeout(idle);
			try {
				const next = await lines.next();
				if (isOver) return;
				if (next.done) {
					end();
					controller.close();
				} else {
					idle = setTimeout(breakOff, idleSeconds * 1000, controller).unref();
					controller.enqueue(encoder.encode(`${next.value}\n`));
				}
			} catch (cause) {
				end();
				throw cause;
			}
		},
		cancel: end
	});
}

/** The same lines with the first of them made: what fails at once fails here, while an answer can still say so. */
export async function begun(lines: AsyncGenerator<string>): Promise<AsyncGenerator<string>> {
	const first = await lines.next();
	return (async function* () {
		if (first.done) return;
		yield first.value;
		yield* lines;
	})();
}
