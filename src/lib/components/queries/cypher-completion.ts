import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { innerWords, lineWords, readingFunctions } from '#lib/domain/cypher/constants/reading-words.ts';
import type { LiveSchema } from '#lib/domain/live-schema.ts';

const words: Completion[] = [
	...[...lineWords, ...innerWords].map((label) => ({ label, type: 'keyword' })),
	...readingFunctions.map((label) => ({ label, type: 'function', apply: `${label}(` }))
];

function labelOptions({ labels }: LiveSchema): Completion[] {
	return labels.map(({ name, count, about }) => ({
		...{ label: name, type: 'class', detail: count.toLocaleString('en'), info: about }
	}));
}
function typeOptions({ types }: LiveSchema): Completion[] {
	return types.map(({ name, count, about, from, to }) => ({
		...{ label: name, type: 'interface', detail: count.toLocaleString('en') },
		info: `${about} · (${from.join(' or ')}) to (${to})`
	}));
}
function propertyOptions({ labels, types, properties }: LiveSchema): Completion[] {
	const told = new Map<string, string>();
	for (const { name, properties: own } of [...labels, ...types])
		for (const { name: property, meaning } of own)
			told.set(property, [told.get(property), `${name}: ${meaning}`].filter(Boolean).join(' · '));
	return properties
		.filter((name) => told.has(name))
		.map((name) => ({ label: name, type: 'property', info: told.get(name) ?? '' }));
}

/** What may stand where the cursor is, from what the graph holds now. */
export function cypherCompletion(schema: () => LiveSchema | null, parameters: () => readonly string[]) {
	return (context: CompletionContext): CompletionResult | null => {
		const at = context.matchBefore(/[\w$]*/);
		const from = at?.from ?? context.pos;
		const line = context.state.doc.sliceString(Math.max(0, from - 500), from);
		const known = schema();
		const result = (options: Completion[]): CompletionResult => ({ from, options, validFor: /^[\w$]*$/ });
		if (at?.text.startsWith('$'))
			return result(parameters().map((name) => ({ label: `$${name}`, type: 'variable' })));
		if (known && /\[\s*\w*\s*:(\w+\|)*$/.test(line)) return result(typeOptions(known));
		if (known && /[(\w]\s*:(\w+[|&])*$/.test(line)) return result(labelOptions(known));
		if (known && /\w\.$/.test(line)) return result(propertyOptions(known));
		if (!context.explicit && (at?.text ?? '') === '') return null;
		const names = new Set(context.state.doc.toString().match(/(?<=[([]|AS )[a-z]\w*(?=[:)\]\s,])/g));
		return result([...words, ...[...names].map((label) => ({ label, type: 'variable' }))]);
	};
}
