/** The part of citation-js that the tests use: it brings no types. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(text: string, options: { forceType: string });
		/** CSL-JSON. */
		readonly data: Record<string, unknown>[];
	}
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
