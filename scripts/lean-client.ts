import type { Plugin } from 'vite';

/**
 * Modules that every page needs, and those that most do: one file instead of thirty, each with its half kilobyte of
 * headers. What only the pages of queries and of ingests share is none of them.
 */
const onEveryPage =
	/node_modules\/(svelte|@sveltejs|esm-env|clsx|zod|@lucide)\/|\/src\/lib\/domain\/(?!results\/|cypher\/|history\/|constants\/|decision|graph-model|ingest-|library-|live-schema|net-sources|next-|paper-|problem-kinds|proposed-|query-|reader-|saved-query|score-weights|service-|started-query|written-float)|\/src\/lib\/explorer\/|\/src\/lib\/components\/(chrome\/[^/]+|ConceptLabel|KindGlyph|MarkedSentence|ScoreBar|VisitedMark|YearBars|date-text|visited)\.(svelte|ts)$/;

/** The half of zod that makes JSON Schemas of schemas, which every schema carries along: the server's document alone needs it. */
const ofJsonSchemas = /node_modules\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;
const exported = /^export (?:const|function|class) (\w+)/gm;

/** What the browser is sent at a visit, in few files. The server's bundle stays as it is. */
export function leanClient(): Plugin {
	return {
		name: 'lean-client',
		apply: 'build',
		enforce: 'pre',
		configEnvironment(name) {
			if (name !== 'client') return undefined;
			const groups = [{ name: 'common', test: onEveryPage, minShareCount: 2 }];
			return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
		},
		resolveId(source, importer) {
			// Cytoscape's own minified file is a tenth smaller than what a bundler makes of the other one.
			if (this.environment.name !== 'client' || source !== 'cytoscape') return undefined;
			return this.resolve('cytoscape/dist/cytoscape.esm.min.mjs', importer, { skipSelf: true });
		},
		transform(code, id) {
			if (this.environment.name !== 'client' || !ofJsonSchemas.test(id)) return undefined;
			const names = [...code.matchAll(exported)].map(([, name]) => `none as ${name}`);
			return { code: `const none = () => {};\nexport { ${names.join(', ')} };`, map: null };
		}
	};
}
