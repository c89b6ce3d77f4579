/** Steps back and forth over values, such as the views a person went through. Pure: every step gives a new history. */
export interface History<Value> {
	past: Value[];
	present: Value;
	future: Value[];
}

const longest = 200;

export function begin<Value>(present: Value): History<Value> {
	return { past: [], present, future: [] };
}

/** A new step; what had been undone is forgotten. The same value again is no step. */
export function step<Value>(history: History<Value>, next: Value): History<Value> {
	if (next === history.present) return history;
	return { past: [...history.past, history.present].slice(-longest), present: next, future: [] };
}

/** The history one step earlier, or the same when there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
	const previous = history.past.at(-1);
	if (previous === undefined) return history;
	return {
		past: history.past.slice(0, -1),
		present: previous,
		future: [history.present, ...history.future]
	};
}

/** The history one step later, or the same when nothing was undone. */
export function redo<Value>(history: History<Value>): History<Value> {
	const [next, ...future] = history.future;
	if (next === undefined) return history;
	return { past: [...history.past, history.present], present: next, future };
}
