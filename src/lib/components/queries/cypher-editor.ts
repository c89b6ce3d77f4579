import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { Decoration, EditorView, keymap } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import { tags } from '@lezer/highlight';

interface EditorEvents {
	onchange: (text: string) => void;
	/** Ctrl or Command with Enter. */
	onrun: () => void;
}

const colours = HighlightStyle.define([
	{ tag: tags.keyword, color: 'var(--code-k)', fontWeight: '500' },
	{ tag: [tags.string, tags.number], color: 'var(--code-s)' },
	{ tag: tags.variableName, color: 'inherit' },
	{ tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' }
]);

const look = EditorView.theme({
	'&': { background: 'var(--surface)', color: 'var(--ink)', minHeight: '160px' },
	'.cm-content': { font: "13px/20px 'IBM Plex Mono', monospace", padding: '12px', caretColor: 'var(--ink)' },
	'&.cm-focused': { outline: '2px solid var(--focus)' },
	'.cm-wrong': { background: 'var(--danger-soft)' }
});

/** Opens the editor in `host`, the line of an error marked; the function that it gives takes it away again. */
export function openCypherEditor(
	host: HTMLElement,
	text: string,
	line: number | null,
	events: EditorEvents
): () => void {
	const state = EditorState.create({
		doc: text,
		extensions: [
			Prec.highest(
				keymap.of([
					{
						key: 'Mod-Enter',
						run: () => {
							events.onrun();
							return true;
						}
					}
				])
			),
			minimalSetup,
			StreamLanguage.define(cypher),
			syntaxHighlighting(colours),
			look,
			EditorView.lineWrapping,
			EditorView.contentAttributes.of({ 'aria-label': 'Cypher' }),
			EditorView.updateListener.of(({ docChanged, state }) => {
				if (docChanged) events.onchange(state.doc.toString());
			}),
			EditorView.decorations.compute([], ({ doc }) =>
				line !== null && line <= doc.lines
					? Decoration.set(Decoration.line({ class: 'cm-wrong' }).range(doc.line(line).from))
					: Decoration.none
			)
		]
	});
	const view = new EditorView({ parent: host, state });
	return () => {
		view.destroy();
	};
}
