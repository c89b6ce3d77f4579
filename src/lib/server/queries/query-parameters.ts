import { ParameterError } from '#lib/domain/errors.ts';

/** Levels of lists and maps in a parameter, as many as a body may have: more than any query reads, and few enough for every parser on the way. */
const deepest = 100;
/** What Neo4j's whole numbers hold: 64 bits with a sign. */
const [smallest, largest] = [-(2n ** 63n), 2n ** 63n - 1n];

/** Half of a pair, which no text of Neo4j holds: another character would stand in its place. */
const halfCharacter = /\p{Surrogate}/u;

function keyError(parameter: string, key: string): ParameterError {
	return new ParameterError(`$${parameter} holds a map with the key ${key}.`, 'Give that key another name.');
}

/** Looks at every value inside without calling itself: a value may be nested deeper than the stack is. */
export function checkParameters(parameters: Record<string, unknown>): void {
	if (Object.hasOwn(parameters, '__proto__'))
		throw new ParameterError('No parameter may be called __proto__.', 'Give it another name.');
	const left = Object.entries(parameters).map(([name, value]) => ({ name, value, depth: 1 }));
	for (let next; (next = left.pop());) {
		const { name, value, depth } = next;
		if (typeof value === 'bigint' && (value < smallest || value > largest))
			throw new ParameterError(`$${name} holds ${value}, which is no 64-bit number.`, 'Give it as text.');
		if (typeof value === 'number' && !Number.isFinite(value))
			throw new ParameterError(`$${name} holds no finite number.`, 'Give a number, or text.');
		if (typeof value === 'string' && halfCharacter.test(value))
			throw new ParameterError(`$${name} holds half of a character.`, 'Give the whole character.');
		if (typeof value !== 'object' || value === null) continue;
		if (depth >= deepest)
			throw new ParameterError(
				`$${name} is nested deeper than ${deepest} levels.`,
				'Give a flatter value: a list of texts or numbers, say.'
			);
		for (const [key, inner] of Object.entries(value)) {
			// What reads it on the way passes such a key over.
			if (key === '__proto__') throw keyError(name, key);
			if (halfCharacter.test(key)) throw keyError(name, JSON.stringify(key));
			// The driver takes a map with such a key for a value of its own, and fails at what is missing from it.
			if (/^__is\w+__$/.test(key) && inner === true) throw keyError(name, key);
			left.push({ name, value: inner, depth: depth + 1 });
		}
	}
}
