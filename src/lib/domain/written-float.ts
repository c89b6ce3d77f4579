/**
 * A whole number that was written as one that need not be: `1.0`, `2e3`. To the engine it is a float, which JavaScript's
 * numbers cannot say.
 */
export class WrittenFloat {
	constructor(readonly value: number) {}
}
