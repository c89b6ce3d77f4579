/** Which items of a list belong to which of some owners, in the order of the list: four bytes an item. */
export class Grouped {
	readonly #offsets: Uint32Array;
	readonly #items: Uint32Array;

	/** `ownerOf`: the number of an item's owner, below `owners`; -1 for one that belongs to none of them. */
	constructor(items: number, owners: number, ownerOf: (item: number) => number) {
		this.#offsets = new Uint32Array(owners + 1);
		const of = Int32Array.from({ length: items }, (_, item) => ownerOf(item));
		for (const owner of of) if (owner >= 0) this.#offsets[owner + 1] = (this.#offsets[owner + 1] ?? 0) + 1;
		for (let owner = 0; owner < owners; owner += 1)
			this.#offsets[owner + 1] = (this.#offsets[owner + 1] ?? 0) + (this.#offsets[owner] ?? 0);
		const next = this.#offsets.slice(0, owners);
		this.#items = new Uint32Array(this.#offsets[owners] ?? 0);
		for (const [item, owner] of of.entries()) {
			if (owner < 0) continue;
			const at = next[owner] ?? 0;
			this.#items[at] = item;
			next[owner] = at + 1;
		}
	}

	/** The numbers of an owner's items. */
	of(owner: number): Uint32Array {
		return this.#items.subarray(this.#offsets[owner] ?? 0, this.#offsets[owner + 1] ?? 0);
	}
}
