/** In how many papers a phrase stands: at all, as a whole chunk, in the title, as the long form of an acronym. */
export const frequencyColumns = ['papers', 'maximal', 'title', 'long'] as const;
export type FrequencyColumn = (typeof frequencyColumns)[number];
export type Frequency = Record<FrequencyColumn, number>;

export const never: Frequency = { papers: 0, maximal: 0, title: 0, long: 0 };

/** In how many papers the phrases and the words of some texts stand. Row i of every column tells of `forms[i]`. */
export interface FrequencyTable extends Record<FrequencyColumn, Uint32Array> {
	/** How many papers were counted. */
	total: number;
	forms: string[];
	/** In how many papers a phrase holds the word. */
	words: Map<string, number>;
}
