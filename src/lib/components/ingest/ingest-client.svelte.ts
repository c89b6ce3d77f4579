import { uploadLimits, type IngestJob } from '#lib/domain/ingest-job.ts';

/** What a route answered that is no success, in its own words. */
async function answerOf<Answer>(response: Response): Promise<Answer> {
	if (response.ok) return (await response.json()) as Answer;
	const problem = (await response.json().catch(() => ({}))) as { detail?: string };
	throw new Error(problem.detail ?? `The server answered ${response.status}.`);
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
	return answerOf<Answer>(
		await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		})
	);
}

/** The ingest that the server works at, followed as it goes on; what a person asks of it is sent. */
export class IngestClient {
	job = $state.raw<IngestJob | null>(null);
	/** What went wrong with what was asked last. */
	problem = $state<string | null>(null);
	isSending = $state(false);
	/** In which library what comes is marked as to read; empty for none. */
	library = $state('');

	constructor(job: IngestJob | null) {
		this.job = job;
	}

	/** Follows the job until the answer is called. The browser connects again by itself. */
	follow(): () => void {
		const events = new EventSource('/api/ingest/events');
		events.onmessage = ({ data }: MessageEvent<string>) => {
			this.job = JSON.parse(data) as IngestJob | null;
		};
		return () => {
			events.close();
		};
	}

	/** Sends files, part by part; the estimate begins when the last part is there. */
	send = async (files: readonly File[]): Promise<void> => {
		const given = files.filter(({ size }) => size > 0);
		await this.#ask(async () => {
			if (given.length === 0) throw new Error('There is nothing in what was given.');
			this.isSending = true;
			const job = await post<IngestJob>('/api/ingest', {
				files: given.map(({ name, size }) => ({ name, bytes: size })),
				...this.#marking()
			});
			this.job = job;
			for (const [number, file] of given.entries())
				for (let at = 0; at < file.size; at += uploadLimits.part)
					await answerOf(
						await fetch(`/api/ingest/files/${number}?job=${job.id}&at=${at}`, {
							method: 'PUT',
							headers: { 'content-type': 'application/octet-stream' },
							body: file.slice(at, at + uploadLimits.part)
						})
					);
		});
		this.isSending = false;
	};

	/** Has papers fetched; the estimate comes when they are there. */
	fetch = async (address: string, max: number): Promise<void> => {
		this.isSending = true;
		await this.#ask(async () => {
			this.job = await post<IngestJob>('/api/ingest/fetch', { address, max, ...this.#marking() });
		});
		this.isSending = false;
	};

	/** Runs what was estimated. */
	run = () => this.#ask(async () => this.#post('/api/ingest/run'));

	/** Ends the job; one that is over is put away. */
	cancel = () => this.#ask(async () => this.#post('/api/ingest/cancel'));

	#marking(): { library?: string } {
		const name = this.library.trim();
		return name === '' ? {} : { library: name };
	}

	async #post(path: string): Promise<void> {
		if (this.job) this.job = await post<IngestJob | null>(path, { job: this.job.id });
	}

	async #ask(work: () => Promise<void>): Promise<void> {
		this.problem = null;
		try {
			await work();
		} catch (cause) {
			this.problem = cause instanceof Error ? cause.message : String(cause);
		}
	}
}
