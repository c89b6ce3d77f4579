import type { Kind } from '#lib/domain/kind.ts';

/** What may name a topic, and how well. Chosen by name F1 on 7,890 papers (README, Topics). */
export const topicNames = {
	/** A dataset or a number tells less about a field than what is done in it. */
	kindWeight: {
		method: 1,
		model: 1,
		task: 1.05,
		theory: 1,
		dataset: 0.45,
		metric: 0.35,
		other: 0.9
	} satisfies Record<Kind, number>,
	/**
	 * A concept whose mentions weigh so much in the mean, and more, is what papers are about; below it counts less, down to
	 * `leastSubject` of it: `comparative analysis` and `text description` are said beside the subject.
	 */
	subjectWeight: 0.3,
	leastSubject: 0.7,
	/** Least share of the topic's papers that mention it, and the most of the corpus: what fits an eighth tells nothing apart. */
	leastShare: 0.03,
	mostOfCorpus: 0.12,
	/** In a corpus too small for a share a name may fit so many papers. */
	leastMost: 2,
	/** The first term is the best query for the topic, with precision before recall: a name that promises too much misleads. */
	beta: 0.8,
	/** Terms that are tried alone and in pairs, best first. */
	tried: 20,
	/** A second term must make the name a query so much better; where it does not, one is enough. */
	gain: 1.03,
	/** An acronym is written out where its name has no more letters than this. */
	roomForLongForm: 24,
	/** The same for a long form that tells one of several senses of its acronym. */
	roomForSense: 40,
	/** Letters that words of two terms begin with alike at least where they say the same: `tokenizer · tokenization`. */
	sharedStart: 6,
	/** What is done in papers of any subject: it may stand among the terms of a topic, and never in its name. */
	unnamed: new Set([
		'comparative analysis',
		'holistic evaluation',
		'fine-grained analysis',
		'in-depth analysis',
		'ablation study',
		'end-to-end framework',
		'step-by-step reasoning',
		'aspect ratio',
		'text description',
		'domain-specific task',
		'automated evaluation'
	]) as ReadonlySet<string>,
	/** Terms of a topic that are kept beside its name. */
	kept: 8
} as const;
