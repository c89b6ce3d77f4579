import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { ingestEventSchema, type IngestEvent } from '#lib/domain/ingest-job.ts';

/** What an ingest that runs in a process of its own tells whoever started it. */
export interface IngestListener {
	/** `line`: the event as it was written, with everything that pages do not read. */
	onEvent: (event: IngestEvent, line: string) => void;
	/** Called once; the code is null where a signal ended it. */
	onEnd: (code: number | null) => void;
}

export interface RunningIngest {
	/** Asks it to end in order, and kills it when it does not. */
	stop: () => void;
}

/** Milliseconds that it gets for an orderly end. */
const patience = 8000;
/** Pages go before it: on a machine that is not busy it is as fast as any. */
const behindPages = 10;

/**
 * Starts the command `ingest` with these arguments, in a process of its own that ends with this one. Whatever becomes of
 * it, readers see a whole generation. `cwd`: the folder of Throughline.
 */
export function startIngest(given: string[], listener: IngestListener, cwd = process.cwd()): RunningIngest {
	const child = spawn(
		process.execPath,
		[
			'--import',
			'tsx',
			'--import',
			'./scripts/end-with-parent.js',
			'scripts/ingest.ts',
			'--events',
			...given
		],
		{ cwd, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] }
	);
	try {
		if (child.pid !== undefined) setPriority(child.pid, behindPages);
	} catch {
		// Not every system lets a process do that.
	}
	if (child.stdout)
		createInterface({ input: child.stdout, crlfDelay: Infinity }).on('line', (line) => {
			const event = eventOf(line);
			if (event) listener.onEvent(event, line);
		});
	let isOver = false;
	const end = (code: number | null) => {
		if (isOver) return;
		isOver = true;
		listener.onEnd(code);
	};
	child.once('error', () => {
		end(1);
	});
	// After all that it wrote has been read.
	child.once('close', end);
	return {
		stop: () => {
			child.kill('SIGTERM');
			setTimeout(() => child.kill('SIGKILL'), patience).unref();
		}
	};
}

function eventOf(line: string): IngestEvent | null {
	try {
		return ingestEventSchema.parse(JSON.parse(line));
	} catch {
		return null;
	}
}
