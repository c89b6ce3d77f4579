import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** Participles that do begin the names of concepts; any other one at the front is taken for the sentence's verb. */
export const namingParticiples: readonly WordGroup[] = [
	{
		why: 'Past ones: they say how a thing was made, as in `masked language model`.',
		words: `
			supervised unsupervised pretrained learned embodied distributed weighted masked guided aligned quantized
			gated stacked nested shared federated structured unstructured unlabeled labeled augmented conditioned
			constrained regularized normalized randomized stratified directed undirected kernelized connected
			informed grounded distilled generated verified rewarded extended
		`
	},
	{
		why: 'Gerunds: activities that names are made of, as in `pruning criterion`.',
		words: `
			reasoning learning training tuning planning thinking prompting sampling decoding scaling pruning routing
			editing ranking matching embedding clustering coding modeling processing programming parsing hashing
			smoothing pooling averaging boosting bagging steering voting imaging rendering forecasting tracking
			mapping sensing grounding hacking distilling vanishing exploding sliding
		`
	}
];

/** Nouns that the tagger often takes for verbs, above all in titles. */
export const nounsForVerbs: readonly WordGroup[] = [
	{
		why: 'Verbs in the tagger\'s dictionary; papers on machine learning hardly use them as such.',
		words: `
			model models transformer transformers benchmark benchmarks prompt prompts reward rewards agent agents
			tree trees label labels sample samples answer answers query queries reasoning learning training tuning
			planning prompting sampling decoding scaling pruning routing editing ranking clustering modeling game
			games graph graphs network networks policy policies rationale rationales trace traces search judge
			judges planner planners rl rlhf grpo ppo dpo llm llms vlm vlms mllm mllms cot shot token tokens gradient
			gradients process fine-tuning finetuning self-consistency reasoner reasoners verifier verifiers
			generation
		`
	}
];
