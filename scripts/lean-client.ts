import type { Plugin } from 'vite';

/** The page that people open first, with what surrounds every page. */
const firstPage = /\/src\/routes\/(\+layout|\(map\)\/\+page|\+error)\.svelte$/;

/** The half of zod that makes JSON Schemas of schemas, which every schema carries along: the server's document alone needs it. */
const ofJsonSchemas = /node_modules\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;
const exported = /^export (?:const|function|class) (\w+)/gm;

/**
 * What the browser is sent at a visit, in few files: what the first page needs and others need as well is one file, instead
 * of thirty, each with its half kilobyte of headers. The server's bundle stays as it is.
 */
export function leanClient(): Plugin {
	const ofFirstPage = new Set<string>();
	return {
		name: 'lean-client',
		apply: 'build',
		enforce: 'pre',
		configEnvironment(name) {
			if (name !== 'client') return undefined;
			const groups = [{ name: 'common', test: (id: string) => ofFirstPage.has(id), minShareCount: 2 }];
			return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
		},
		resolveId(source, importer) {
			// Cytoscape's own minified file is a tenth smaller than what a bundler makes of the other one.
			if (this.environment.name !== 'client' || source !== 'cytoscape') return undefined;
			return this.resolve('cytoscape/dist/cytoscape.esm.min.mjs', importer, { skipSelf: true });
		},
		buildEnd() {
			const left = [...this.getModuleIds()].filter((id) => firstPage.test(id));
			for (let id; (id = left.pop()) !== undefined;) {
				if (ofFirstPage.has(id)) continue;
				ofFirstPage.add(id);
				// What is imported when it is needed stays by itself.
				left.push(...(this.getModuleInfo(id)?.importedIds ?? []));
			}
		},
		transform(code, id) {
			if (this.environment.name !== 'client' || !ofJsonSchemas.test(id)) return undefined;
			const names = [...code.matchAll(exported)].map(([, name]) => `none as ${name}`);
			return { code: `const none = () => {};\nexport { ${names.join(', ')} };`, map: null };
		}
	};
}
