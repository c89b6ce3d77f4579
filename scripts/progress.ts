import { SingleBar } from 'cli-progress';
import type { IngestEvent } from '#lib/domain/ingest-job.ts';

export interface Progress {
	/** Tells that a step began or went on; `total` 0 where its length is not known. */
	step(name: string, done?: number, total?: number): void;
	/** Takes the bar away, so that what is printed next stands on a line of its own. */
	end(): void;
}

/** A bar with rate and time left, redrawn in place. */
function bar(): Progress {
	const shown = new SingleBar({
		format: '{name} {bar} {percentage}% · {rate} · {eta_formatted} left',
		stream: process.stderr,
		hideCursor: true,
		clearOnComplete: true,
		etaBuffer: 50
	});
	let current = '';
	let began = 0;
	return {
		step(name, done = 0, total = 0) {
			if (name !== current) {
				shown.stop();
				[current, began] = [name, performance.now()];
				shown.start(Math.max(total, 1), 0, { name: name.padEnd(16), rate: '' });
			}
			const seconds = (performance.now() - began) / 1000;
			const rate = done > 0 && seconds > 0 ? `${Math.round(done / seconds).toLocaleString('en')}/s` : '';
			shown.setTotal(Math.max(total, 1));
			shown.update(done, { rate });
		},
		end: () => {
			shown.stop();
		}
	};
}

/** A line at the start of every step and then every ten seconds. */
function lines(): Progress {
	let current = '';
	let last = 0;
	let began = 0;
	return {
		step(name, done = 0, total = 0) {
			const now = performance.now();
			if (name !== current) [current, began] = [name, now];
			else if (now - last < 10_000) return;
			last = now;
			const seconds = (now - began) / 1000;
			const rate = done / Math.max(seconds, 0.001);
			const left = done > 0 && total > done ? `, ${Math.ceil((total - done) / rate)} s left` : '';
			const share =
				total > 0
					? ` ${done.toLocaleString('en')} of ${total.toLocaleString('en')}${done > 0 ? ` (${Math.round(rate)}/s${left})` : ''}`
					: '';
			console.error(`${name}${share}`);
		},
		end: () => undefined
	};
}

/** Progress on standard error: a bar on a terminal, plain lines elsewhere. */
export function openProgress(): Progress {
	return process.stderr.isTTY ? bar() : lines();
}

/** Milliseconds between two events of one step. */
const eventsApart = 200;

/** A line of JSON for a program that started this one. */
export function printEvent(event: IngestEvent): void {
	process.stdout.write(`${JSON.stringify(event)}\n`);
}

/** Progress as events, for a program that started this one. */
export function eventProgress(): Progress {
	let current = '';
	let last = 0;
	return {
		step(step, done = 0, total = 0) {
			const now = performance.now();
			if (step === current && done < total && now - last < eventsApart) return;
			[current, last] = [step, now];
			printEvent({ event: 'step', step, done, total });
		},
		end: () => undefined
	};
}
