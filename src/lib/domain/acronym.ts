interface Named {
	/** What people say. */
	label: string;
	/** The same written out. */
	name: string;
}

/** What a concept's capital letters stand for, or null: `group relative policy optimization` for `GRPO`, none for `CLIP`. */
export function longForm({ label, name }: Named): string | null {
	const capitals = label.match(/\p{Lu}/gu)?.length ?? 0;
	const isWritten = name.toLowerCase() === label.toLowerCase();
	return capitals >= 2 && !isWritten && name.length > label.length ? name : null;
}
