import path from 'node:path';
import js from '@eslint/js';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Every folder of src/lib, with the folders it may import and the package it alone may import. */
const layers = {
	domain: { imports: [] },
	sources: { imports: ['domain'] },
	concepts: { imports: ['domain'], owns: 'compromise' },
	graph: { imports: ['domain'], owns: 'graphology' },
	server: { imports: ['domain'], owns: 'neo4j-driver' },
	ingest: { imports: ['domain', 'sources', 'concepts', 'graph', 'server'] },
	map: { imports: ['domain'], owns: 'cytoscape' },
	explorer: { imports: ['domain'] },
	components: { imports: ['domain', 'map', 'explorer'] }
};

/** The rooms of concepts, each with the rooms that it may look into: arrows go one way. */
const rooms = {
	words: [],
	text: ['words'],
	ranking: ['words', 'text'],
	kinds: ['words', 'ranking'],
	identity: ['words', 'text', 'ranking', 'kinds']
};

function wall([name, seen]) {
	const others = Object.keys(rooms).filter((other) => other !== name && !seen.includes(other));
	return {
		files: [`src/lib/concepts/${name}/**`],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: `^#lib/concepts/(${others.join('|')})/`,
							message: `concepts/${name} may import ${seen.join(', ') || 'no other room'} (see rooms in eslint.config.js).`
						}
					]
				}
			]
		}
	};
}

function boundary([name, { imports }]) {
	const foreign = Object.keys(layers).filter((other) => other !== name && !imports.includes(other));
	const owned = Object.entries(layers).filter(([other, { owns }]) => owns && other !== name);
	return {
		files: [`src/lib/${name}/**`],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: '^\\.\\./', message: 'Cross a folder with #lib/, so that the layer shows.' },
						{
							regex: `^#lib/(${foreign.join('|')})/`,
							message: `${name} may import ${imports.join(', ') || 'nothing'} (see layers in eslint.config.js).`
						},
						...owned.map(([owner, { owns }]) => ({
							regex: `^${owns}($|[-/])`,
							allowTypeImports: false,
							message: `Only src/lib/${owner} imports ${owns}.`
						})),
						...(name === 'components'
							? []
							: [
									{
										regex: '^\\$(app|env)/',
										message: 'Keep src/lib free of SvelteKit, so that scripts/ can run it.'
									}
								])
					]
				}
			]
		}
	};
}

export default defineConfig(
	includeIgnoreFile(path.resolve(import.meta.dirname, '.gitignore')),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'max-lines': ['error', 300],
			// The app is served from the root of its server: there is no base path that a link could miss.
			'svelte/no-navigation-without-resolve': 'off',
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		// What grows with the corpus: every element of a spread becomes an argument, and there are at most 125,000 or so.
		files: ['src/lib/{sources,concepts,graph,ingest,server}/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: 'CallExpression[callee.property.name=/^(push|unshift|max|min|hypot)$/] > SpreadElement',
					message: 'A corpus may have more elements than a call may have arguments: use a loop, or largest().'
				}
			]
		}
	},
	{ files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
	Object.entries(layers).map(boundary),
	Object.entries(rooms)
		.filter(([, seen]) => seen.length + 1 < Object.keys(rooms).length)
		.map(wall)
);
