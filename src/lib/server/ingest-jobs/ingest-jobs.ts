import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { NotFoundError, ParameterError, PublishConflictError, TooLargeError } from '#lib/domain/errors.ts';
import { isAtWork, uploadLimits, type IngestEvent, type IngestJob } from '#lib/domain/ingest-job.ts';
import { startIngest, type RunningIngest } from './ingest-process.ts';
import { stepAfter, summaryOf } from './job-steps.ts';
import { makeUploadFolder, removeLeftFolders, type UploadFolder } from './upload-folder.ts';

interface Effects {
	start: typeof startIngest;
	makeFolder: typeof makeUploadFolder;
	/** Milliseconds. */
	now: () => number;
}

interface Held {
	job: IngestJob;
	folder: UploadFolder;
	/** What the command is given: files or an address, and how it is fetched. */
	given: string[];
	/** The address of the store that it goes into. */
	graph: string;
	running: RunningIngest | null;
	/** The whole report, as the command wrote it. */
	report: string | null;
	/** When something was last sent for it, when the ingest began, when its step did. */
	heard: number;
	began: number;
	stepBegan: number;
}

/** Milliseconds after which files that stopped coming keep nobody else from beginning. */
const patience = 60_000;
/** Sentences of an ingest that are kept for its page. */
const notesKept = 20;

/** The name is one argument, whatever is in it. */
const libraryOption = (library?: string) => (library === undefined ? [] : [`--library=${library}`]);

const gone = () =>
	new NotFoundError('That ingest is not there any more.', 'Open /ingest to see what there is.');

/**
 * The one ingest that the app works at: files are sent, an estimate is made of them, it is run or let go. It lives as
 * long as this process: a page that is loaded again finds it as it is.
 */
export class IngestJobs {
	#held: Held | null = null;
	readonly #watchers = new Set<(job: IngestJob | null) => void>();
	#isTidy = false;

	constructor(
		private readonly effects: Effects = { start: startIngest, makeFolder: makeUploadFolder, now: Date.now }
	) {}

	/** The job as it is; null where there is none. */
	current(): IngestJob | null {
		const held = this.#held;
		if (!held) return null;
		const isRunning = held.job.phase === 'running';
		const seconds = isRunning ? Math.round((this.effects.now() - held.began) / 1000) : held.job.seconds;
		return { ...held.job, seconds };
	}

	/** Calls back whenever the job has changed. The answer ends that. */
	watch(watcher: (job: IngestJob | null) => void): () => void {
		this.#watchers.add(watcher);
		return () => this.#watchers.delete(watcher);
	}

	/**
	 * Begins a job with files that are then sent. Throws PublishConflictError while another one is at work, TooLargeError.
	 */
	async begin(files: { name: string; bytes: number }[], graph: string, library?: string): Promise<IngestJob> {
		const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
		if (bytes > uploadLimits.bytes)
			throw new TooLargeError(
				`These files have ${(bytes / 2 ** 20).toFixed(0)} MB together, and ${uploadLimits.bytes / 2 ** 20} are the most that is sent.`,
				'Give larger ones to the command: npm run ingest -- FILE'
			);
		const held = await this.#hold(
			files.map(({ name }) => name),
			graph
		);
		held.given = [...held.folder.paths, ...libraryOption(library)];
		held.job.sources = files.map((file, number) => ({
			name: basename(held.folder.paths[number] ?? ''),
			bytes: file.bytes,
			received: 0
		}));
		this.#tell();
		return held.job;
	}

	/**
	 * Begins a job with what is fetched from the net, and its estimate with it. Nothing of this machine or its network is
	 * fetched. Throws PublishConflictError while another one is at work.
	 */
	async fetch(
		{ address, max, library }: { address: string; max: number; library?: string | undefined },
		graph: string
	): Promise<IngestJob> {
		const held = await this.#hold([], graph);
		held.given = [address, '--max', String(max), '--public-only', ...libraryOption(library)];
		held.job.sources = [{ name: address, bytes: 0, received: 0 }];
		this.#start(held, 'estimating', ['--estimate']);
		return held.job;
	}

	/**
	 * Makes the graph again of the papers that are there, so that what people decided takes effect. Throws
	 * PublishConflictError while another one is at work.
	 */
	async again(graph: string): Promise<IngestJob> {
		const held = await this.#hold([], graph);
		held.given = ['--again'];
		held.job.sources = [{ name: 'the papers that are there', bytes: 0, received: 0 }];
		this.#start(held, 'running', []);
		return held.job;
	}

	/** Puts a new job in the place of the one before, with a folder for files of these names. */
	async #hold(names: string[], graph: string): Promise<Held> {
		if (!this.#isTidy) await removeLeftFolders();
		this.#isTidy = true;
		this.#checkFree();
		const folder = await this.effects.makeFolder(names);
		const before = this.#held;
		try {
			// Another one may have begun in between.
			this.#checkFree();
		} catch (cause) {
			await folder.remove();
			throw cause;
		}
		const now = this.effects.now();
		const held: Held = {
			job: {
				...{ id: randomUUID(), phase: 'receiving', sources: [] },
				...{ step: null, seconds: 0, notes: [], estimate: null, report: null, problem: null }
			},
			...{ folder, given: [], graph, running: null, report: null, heard: now, began: now, stepBegan: now }
		};
		this.#held = held;
		await before?.folder.remove();
		return held;
	}

	/** Takes a part of a file; when the last one has come, the estimate begins. Throws ParameterError, NotFoundError. */
	async receive(id: string, file: number, at: number, part: Uint8Array): Promise<IngestJob> {
		const held = this.#of(id, 'receiving');
		const source = held.job.sources[file];
		if (!source) throw new ParameterError(`There is no file ${file}.`, 'Files are numbered from 0.');
		if (at !== source.received)
			throw new ParameterError(
				`The next part of ${source.name} begins at byte ${source.received}, not at ${at}.`,
				'Send the parts of a file one after the other.'
			);
		if (at + part.length > source.bytes)
			throw new ParameterError(
				`${source.name} was told to have ${source.bytes} bytes, and more are sent.`,
				'Begin again with its size as it is.'
			);
		source.received += part.length;
		held.heard = this.effects.now();
		try {
			await held.folder.write(file, at, part);
		} catch (cause) {
			source.received -= part.length;
			throw cause;
		}
		if (held.job.sources.every(({ bytes, received }) => bytes === received))
			this.#start(held, 'estimating', ['--estimate']);
		this.#tell();
		return held.job;
	}

	/** Runs what was estimated. Throws NotFoundError where that is not there any more. */
	run(id: string): IngestJob {
		const held = this.#of(id, 'estimated');
		held.began = this.effects.now();
		this.#start(held, 'running', []);
		return held.job;
	}

	/** Ends a job, whatever it does. One that is not there any more is as good as ended. */
	async cancel(id: string): Promise<IngestJob | null> {
		const held = this.#held;
		if (held?.job.id !== id) return this.current();
		const { running, job } = held;
		held.running = null;
		running?.stop();
		if (isAtWork(job) || job.phase === 'estimated') job.phase = 'cancelled';
		else this.#held = null;
		await held.folder.remove();
		this.#tell();
		return this.current();
	}

	/** The whole report as JSON. Throws NotFoundError where there is none. */
	report(): string {
		const report = this.#held?.report;
		if (typeof report !== 'string') throw gone();
		return JSON.stringify((JSON.parse(report) as { report: unknown }).report, null, '\t');
	}

	/** Ends everything: this process ends. */
	async end(): Promise<void> {
		this.#held?.running?.stop();
		await this.#held?.folder.remove();
	}

	#checkFree(): void {
		const held = this.#held;
		if (!held || !isAtWork(held.job)) return;
		if (held.job.phase === 'receiving' && this.effects.now() - held.heard > patience) return;
		const names = held.job.sources.map(({ name }) => name).join(', ');
		throw new PublishConflictError(
			`An ingest of ${names.slice(0, 200)} is under way here.`,
			'Wait for its end, or cancel it.'
		);
	}

	#of(id: string, phase: IngestJob['phase']): Held {
		if (this.#held?.job.id !== id || this.#held.job.phase !== phase) throw gone();
		return this.#held;
	}

	#start(held: Held, phase: 'estimating' | 'running', options: string[]): void {
		Object.assign(held.job, { phase, step: null });
		held.stepBegan = this.effects.now();
		const running = this.effects.start([...held.given, '--graph', held.graph, ...options], {
			onEvent: (event, line) => {
				if (held.running === running) this.#hear(held, event, line);
			},
			onEnd: (code) => {
				if (held.running === running) void this.#ended(held, code);
			}
		});
		held.running = running;
		this.#tell();
	}

	#hear(held: Held, event: IngestEvent, line: string): void {
		const { job } = held;
		const now = this.effects.now();
		switch (event.event) {
			case 'step':
				if (job.step?.name !== event.step) held.stepBegan = now;
				job.step = stepAfter(event.step, event.done, event.total, (now - held.stepBegan) / 1000);
				break;
			case 'note':
				job.notes = [...job.notes, event.text].slice(-notesKept);
				break;
			case 'estimate':
				job.estimate = event.estimate;
				break;
			case 'report':
				job.report = summaryOf(event.report);
				held.report = line;
				break;
			case 'failed':
				job.problem = { message: event.message, advice: event.advice };
		}
		this.#tell();
	}

	async #ended(held: Held, code: number | null): Promise<void> {
		const { job } = held;
		held.running = null;
		job.seconds = Math.round((this.effects.now() - held.began) / 1000);
		const isWell = code === 0 && (job.phase === 'estimating' ? job.estimate : job.report) !== null;
		if (!isWell) {
			job.phase = 'failed';
			job.problem ??= {
				message: 'The ingest ended before it was done.',
				advice: 'The graph is as it was. Try again; the command npm run ingest tells more.'
			};
		} else job.phase = job.phase === 'estimating' ? 'estimated' : 'done';
		job.step = null;
		if (job.phase !== 'estimated') await held.folder.remove();
		this.#tell();
	}

	#tell(): void {
		const job = this.current();
		for (const watcher of this.#watchers) watcher(job);
	}
}

/** Those of this process. */
export const ingestJobs = new IngestJobs();
