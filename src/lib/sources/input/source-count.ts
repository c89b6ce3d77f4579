import { createHash, type Hash } from 'node:crypto';
import type { SourceFacts } from '#lib/domain/history/source-facts.ts';

/** Counts and hashes what is read of one source while it is read. */
export class SourceCount {
	#hash: Hash = createHash('sha256');
	#bytes = 0;
	#isWhole = true;
	papers = 0;
	rejected = 0;

	constructor(
		readonly name: string,
		readonly format: string
	) {}

	/** The same bytes; pages of one answer are passed one after the other. */
	async *passing(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		let isEnded = false;
		try {
			for await (const chunk of bytes) {
				this.#hash.update(chunk);
				this.#bytes += chunk.length;
				yield chunk;
			}
			isEnded = true;
		} finally {
			this.#isWhole &&= isEnded;
		}
	}

	/** What has been read. Called once, at the end. */
	told(): SourceFacts {
		return {
			...{ name: this.name, format: this.format, bytes: this.#bytes },
			sha256: this.#isWhole ? this.#hash.digest('hex') : null,
			...{ papers: this.papers, rejected: this.rejected }
		};
	}
}
