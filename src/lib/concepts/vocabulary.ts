import { lexeme, type Lexeme } from './lexeme.ts';

/** A canonical form that texts may say: one object for all of them, so that it is built and looked up once. */
export interface Phrase {
	/** Its place in `Vocabulary.phrases`, and in every table about them. */
	id: number;
	form: string;
	words: readonly Lexeme[];
	/** The phrases that are one word longer, by that word. */
	longer: Map<string, Phrase> | null;
}

/** The phrases of many texts, each reached from the one that is a word shorter. */
export class Vocabulary {
	readonly phrases: Phrase[] = [];
	readonly #single = new Map<string, Phrase>();

	#add(siblings: Map<string, Phrase>, before: Phrase | null, word: Lexeme): Phrase {
		const phrase: Phrase = {
			id: this.phrases.length,
			form: before ? `${before.form} ${word.form}` : word.form,
			words: before ? [...before.words, word] : [word],
			longer: null
		};
		this.phrases.push(phrase);
		siblings.set(word.form, phrase);
		return phrase;
	}

	/** The phrase with one more word at its end; from null, the word alone. */
	longer(before: Phrase | null, word: Lexeme): Phrase {
		const siblings = before ? (before.longer ??= new Map<string, Phrase>()) : this.#single;
		return siblings.get(word.form) ?? this.#add(siblings, before, word);
	}

	/** The same where it is known already. */
	known(before: Phrase | null, word: string): Phrase | undefined {
		return (before ? before.longer : this.#single)?.get(word);
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
			phrase = this.known(phrase ?? null, word);
			if (!phrase) return undefined;
		}
		return phrase;
	}
}
