import { BusyError } from '#lib/domain/errors.ts';
import type { IngestJob } from '#lib/domain/ingest-job.ts';
import type { IngestJobs } from './ingest-jobs.ts';

/** Pages that watch at once: each holds a connection open. */
const watchersAtMost = 20;
/** Milliseconds between two states that are told, at least; and between two signs of life. */
const pace = { told: 250, alive: 15_000 };

let watchers = 0;

/**
 * The job as server-sent events: as it is, then whenever it has changed, four times a second at most. Throws BusyError.
 */
export function jobEvents(jobs: IngestJobs): ReadableStream<Uint8Array> {
	if (watchers >= watchersAtMost)
		throw new BusyError(`${watchers} pages watch the ingest already.`, 'Close some of them.', 10);
	watchers += 1;
	const encoder = new TextEncoder();
	let last = 0;
	let waiting: NodeJS.Timeout | undefined;
	let alive: NodeJS.Timeout | undefined;
	let unwatch: (() => void) | undefined;
	return new ReadableStream({
		start(controller) {
			const write = (text: string) => {
				controller.enqueue(encoder.encode(text));
			};
			const tell = (job: IngestJob | null) => {
				last = Date.now();
				write(`data: ${JSON.stringify(job)}\n\n`);
			};
			write('retry: 1000\n\n');
			tell(jobs.current());
			unwatch = jobs.watch(() => {
				if (waiting !== undefined) return;
				waiting = setTimeout(
					() => {
						waiting = undefined;
						tell(jobs.current());
					},
					Math.max(0, last + pace.told - Date.now())
				);
			});
			alive = setInterval(write, pace.alive, ': \n\n');
		},
		cancel() {
			watchers -= 1;
			clearTimeout(waiting);
			clearInterval(alive);
			unwatch?.();
		}
	});
}
