import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { linter, type Diagnostic } from '@codemirror/lint';
import { EditorState, Prec, type Text } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import { tags } from '@lezer/highlight';
import { unknownNames, unknownSentence } from '#lib/domain/cypher/unknown-names.ts';
import { liveSchemaSchema, type LiveSchema } from '#lib/domain/live-schema.ts';
import { cypherCompletion } from './cypher-completion.ts';

interface EditorEvents {
	onchange: (text: string) => void;
	/** Ctrl or Command with Enter. */
	onrun: () => void;
	/** The names that stand for `$parameters`. */
	parameters: () => readonly string[];
}

/** Where the server found an error, counted from 1, and its words. */
export interface EditorError {
	line: number;
	column: number | null;
	message: string;
}

export interface OpenedEditor {
	setText: (text: string) => void;
	destroy: () => void;
}

const colours = HighlightStyle.define([
	{ tag: tags.keyword, color: 'var(--code-k)', fontWeight: '500' },
	{ tag: [tags.string, tags.number], color: 'var(--code-s)' },
	{ tag: tags.variableName, color: 'inherit' },
	{ tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' }
]);

const look = EditorView.theme({
	'&': { background: 'var(--surface)', color: 'var(--ink)', minHeight: '160px', maxHeight: '60vh' },
	'.cm-scroller': { overflow: 'auto' },
	'.cm-content': {
		font: "13px/20px 'IBM Plex Mono', monospace",
		padding: '12px 0',
		caretColor: 'var(--ink)'
	},
	'.cm-gutters': { background: 'var(--surface-2)', color: 'var(--ink-3)', border: '0' },
	'&.cm-focused': { outline: '2px solid var(--focus)' },
	'.cm-cursor': { borderLeftColor: 'var(--ink)' },
	'.cm-tooltip': {
		background: 'var(--surface)',
		color: 'var(--ink)',
		border: '1px solid var(--line-strong)'
	},
	'.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--surface-3)', color: 'var(--ink)' },
	'.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal' }
});

/** Asked once for all editors of a page; null until it is there. */
let schema: LiveSchema | null = null;
async function askSchema(): Promise<void> {
	const response = await fetch('/api/schema').catch(() => null);
	if (response?.ok) schema = liveSchemaSchema.parse(await response.json());
}

/** The one place of the error: the word that begins there, or the line where no column is told. */
function errorIn(doc: Text, error: EditorError): Diagnostic | null {
	if (error.line > doc.lines) return null;
	const line = doc.line(error.line);
	const from = Math.min(line.from + Math.max(0, (error.column ?? 1) - 1), line.to);
	const word = /^[\w$]+|^\S/.exec(doc.sliceString(from, line.to))?.[0].length ?? 0;
	const to = error.column === null ? line.to : Math.min(line.to, from + Math.max(1, word));
	return { from, to, severity: 'error', message: error.message };
}

/** Opens the editor in `host`, with the place of an error marked. */
export function openCypherEditor(
	host: HTMLElement,
	text: string,
	error: EditorError | null,
	events: EditorEvents
): OpenedEditor {
	const checked = linter(({ state: { doc } }) => {
		const written = doc.toString();
		const wrong = error && written === text ? errorIn(doc, error) : null;
		const unknown = schema ? unknownNames(written, schema) : [];
		return [
			...(wrong ? [wrong] : []),
			...unknown.map((name): Diagnostic => ({
				...{ from: name.from, to: name.to, severity: 'warning', message: unknownSentence(name) }
			}))
		];
	});
	const run = {
		key: 'Mod-Enter',
		run: () => {
			events.onrun();
			return true;
		}
	};
	const state = EditorState.create({
		doc: text,
		extensions: [
			Prec.highest(keymap.of([run])),
			minimalSetup,
			lineNumbers(),
			StreamLanguage.define(cypher),
			syntaxHighlighting(colours),
			autocompletion({ override: [cypherCompletion(() => schema, events.parameters)] }),
			keymap.of(completionKeymap),
			checked,
			look,
			EditorView.lineWrapping,
			EditorView.contentAttributes.of({ 'aria-label': 'Cypher' }),
			EditorView.updateListener.of(({ docChanged, state: { doc } }) => {
				if (docChanged) events.onchange(doc.toString());
			})
		]
	});
	const view = new EditorView({ parent: host, state });
	if (!schema)
		void askSchema().then(() => {
			// What was written before it came is looked at again.
			view.dispatch({ changes: { from: 0, to: 0, insert: '' } });
		});
	return {
		setText: (now) => {
			view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: now } });
		},
		destroy: () => {
			view.destroy();
		}
	};
}
