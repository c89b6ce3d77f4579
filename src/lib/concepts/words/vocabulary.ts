import { lexeme, type Lexeme } from './lexeme.ts';

/** A canonical form that texts may say: one object for all of them, so that it is built and looked up once. */
export class Phrase {
	/** Its place in `Vocabulary.phrases`, and in every table about them. */
	readonly id: number;
	readonly before: Phrase | null;
	readonly first: Lexeme;
	readonly last: Lexeme;
	/** How many words it has. */
	readonly length: number;
	#form: string | null = null;

	constructor(id: number, before: Phrase | null, last: Lexeme) {
		this.id = id;
		this.before = before;
		this.first = before?.first ?? last;
		this.last = last;
		this.length = (before?.length ?? 0) + 1;
	}

	get form(): string {
		return (this.#form ??= this.before ? `${this.before.form} ${this.last.form}` : this.last.form);
	}

	/** Its words, made anew each time: lists that millions of phrases kept would fill a third of the memory. */
	words(): Lexeme[] {
		const words: Lexeme[] = [];
		this.eachWord((word) => words.push(word));
		return words.reverse();
	}

	/** The same one by one, from the last to the first. */
	eachWord(visit: (word: Lexeme) => void): void {
		visit(this.last);
		this.before?.eachWord(visit);
	}

	everyWord(test: (word: Lexeme) => boolean): boolean {
		return test(this.last) && (this.before?.everyWord(test) ?? true);
	}
}

const none = -1;

/**
 * The phrases of many texts, each reached from the one that is a word shorter. There are hundreds of thousands of them,
 * and every word of every text asks for some: they are found in one open hash table (buckets of chained entries) over
 * the numbers of the shorter phrase and of the word, an order of magnitude quicker than in maps of strings.
 */
export class Vocabulary {
	readonly phrases: Phrase[] = [];
	/** The first phrase of each bucket; their number is a power of two. */
	#buckets = new Int32Array(1 << 12).fill(none);
	/** The next phrase of the same bucket, by phrase. */
	#next = new Int32Array(1 << 12);

	#bucket(before: number, word: number): number {
		const mixed = Math.imul(before + 1, 0x9e37_79b1) ^ Math.imul(word, 0x85eb_ca6b);
		return (mixed ^ (mixed >>> 15)) & (this.#buckets.length - 1);
	}

	#find(before: Phrase | null, word: Lexeme, bucket: number): Phrase | undefined {
		for (let at = this.#buckets[bucket] ?? none; at !== none; at = this.#next[at] ?? none) {
			const phrase = this.phrases[at];
			if (phrase && phrase.last === word && phrase.before === before) return phrase;
		}
		return undefined;
	}

	#grow(): void {
		const size = 2 * this.#buckets.length;
		this.#buckets = new Int32Array(size).fill(none);
		this.#next = new Int32Array(size);
		for (const { id, before, last } of this.phrases)
			this.#chain(id, this.#bucket(before?.id ?? none, last.id));
	}

	#chain(id: number, bucket: number): void {
		this.#next[id] = this.#buckets[bucket] ?? none;
		this.#buckets[bucket] = id;
	}

	/** The phrase with one more word at its end; from null, the word alone. */
	longer(before: Phrase | null, word: Lexeme): Phrase {
		const found = this.known(before, word);
		if (found) return found;
		if (this.phrases.length === this.#buckets.length) this.#grow();
		const phrase = new Phrase(this.phrases.length, before, word);
		this.phrases.push(phrase);
		this.#chain(phrase.id, this.#bucket(before?.id ?? none, word.id));
		return phrase;
	}

	/** The same where it is known already. */
	known(before: Phrase | null, word: Lexeme): Phrase | undefined {
		return this.#find(before, word, this.#bucket(before?.id ?? none, word.id));
	}

	/** The phrase of a canonical form that is not empty. */
	phrase(form: string): Phrase {
		const [first = '', ...rest] = form.split(' ');
		return rest.reduce((phrase, word) => this.longer(phrase, lexeme(word)), this.longer(null, lexeme(first)));
	}

	/** The same where it is known already. */
	find(form: string): Phrase | undefined {
		let phrase: Phrase | undefined;
		for (const word of form.split(' ')) {
			phrase = this.known(phrase ?? null, lexeme(word));
			if (!phrase) return undefined;
		}
		return phrase;
	}
}
