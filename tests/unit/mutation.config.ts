import { defineConfig } from 'vitest/config';

/** The unit tests that `npm run mutate` asks: of the folders that it changes, those that answer within a second or so. */
export default defineConfig({
	test: {
		// Of concepts only what asks identity itself: to extract is too slow to ask for every mutant, and so are whole corpora.
		include: ['tests/unit/{graph,map,explorer}/**/*.test.ts', 'tests/unit/concepts/identity/*.test.ts'],
		exclude: ['tests/unit/graph/{build-graph,golden-graphs,odd-corpora,lands,topics-at-size}.test.ts'],
		environment: 'node',
		// Code that holds its mutants is several times slower.
		testTimeout: 60_000
	}
});
