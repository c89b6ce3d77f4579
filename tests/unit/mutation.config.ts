import { defineConfig } from 'vitest/config';

/** The unit tests that `npm run mutate` asks: of the folders that it changes, those that answer within a second or so. */
export default defineConfig({
	test: {
		include: ['tests/unit/{graph,map,explorer,concepts}/**/*.test.ts'],
		exclude: [
			// Whole corpora, several times over: what they hold is too slow to ask for every mutant.
			'tests/unit/graph/{build-graph,golden-graphs,odd-corpora,lands,topics-at-size}.test.ts',
			'tests/unit/concepts/{corpus,dirty-texts,extraction-cache,long-words,ranking}.test.ts'
		],
		environment: 'node',
		// Code that holds its mutants is several times slower.
		testTimeout: 60_000
	}
});
