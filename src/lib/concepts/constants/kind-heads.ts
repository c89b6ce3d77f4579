import type { Kind } from '#lib/domain/kind.ts';
import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** Last words of concepts that are of one kind; heads of several words are joined by hyphens here. */
export interface HeadGroup extends WordGroup {
	kind: Kind;
}

/** Heads that speak for a kind, and are weighed against what the texts say: a `decoder` may also be a step. */
export const likelyHeads: readonly HeadGroup[] = [
	{ kind: 'dataset', why: 'What is learned from and measured on.', words: 'data data-set sentence benchmark corpus testbed suite' },
	{
		kind: 'metric',
		why: 'What is counted, scored and paid.',
		words: `
			accuracy score cost overhead efficiency robustness probability likelihood divergence distance
			similarity perplexity rate regret f1 bleu rouge recall precision error latency throughput metric fid
			inception-distance auc auroc psnr ssim
		`
	},
	{ kind: 'model', why: 'What is trained, or acts.', words: 'model network encoder decoder agent classifier autoencoder' },
	{
		kind: 'task',
		why: 'Nouns of doing: what is asked for, not how.',
		words: `
			recognition synthesis captioning super-resolution inpainting completion tracking localization alignment following
			understanding forecasting generation detection reasoning answering translation classification
			segmentation prediction summarization retrieval editing planning generalization transfer parsing navigation
		`
	},
	{
		kind: 'theory',
		why: 'What is stated, proved or assumed.',
		words: `
			theory theorem equilibrium game principle complexity misalignment assumption axiom calculus bound hypothesis entropy
			mutual-information scaling-law power-law physical-law conservation-law causality lemma inequality manifold decision-process gaussian-process brownian-motion
		`
	},
	{
		kind: 'method',
		why: 'How things are done: nouns of ways, steps and losses, and the acronyms that end such names.',
		words: `
			rationalization descent splatting dropout regularizer quantizer matching reflection improvement feedback thinking
			augmentation resampling computation interpretability reasoner scaling steering grounding verification discovery
			self-taught meta-prompt learning optimization attention training tuning method algorithm sampling decoding prompting
			search gradient distillation regularization pruning framework design rl rlhf grpo ppo dpo sft po chain-of-thought
			adaptation exploration inference simulation strategy ensembling supervision initialization
			normalization estimation selection quantization embedding clustering rft cot shaping modeling correction rag
			annotation parallelism pooling averaging masking unlearning merging routing caching
		`
	}
];

/**
 * Heads that decide: whatever stands before them and around them, people sort the whole under this kind. SciERC's
 * abstracts, that the weights were fitted to, hardly hold them, so that the weights would say `other` of most.
 */
export const decidingHeads: readonly HeadGroup[] = [
	{
		kind: 'metric',
		why: 'Quantities of a run, and how near one thing is to another.',
		words: `
			overhead inference-speed generation-speed rendering-speed training-speed sampling-speed speedup memory-usage token-usage resource-usage energy-consumption memory-consumption token-consumption power-consumption
			resource-consumption compute-consumption
			footprint token-count parameter-count kl-divergence cosine-similarity semantic-similarity structural-similarity log-likelihood confidence-score
			time-to-first-token exact-match validation-loss log-probability task-coverage noise-ratio response-length reasoning-depth gradient-norm gradient-variance
			information-density factual-reliability throughput latency
		`
	},
	{
		kind: 'metric',
		why: 'Qualities that outputs are scored by, each of them with scores of its own.',
		words: `
			fidelity coherence adherence faithfulness factuality truthfulness correctness plausibility photorealism realism comprehensiveness
			consistency output-diversity sample-diversity generation-diversity
			data-diversity task-diversity semantic-diversity training-stability temporal-stability motion-smoothness
		`
	},
	{
		kind: 'dataset',
		why: 'What authors call a benchmark is one.',
		words: 'benchmark testbed'
	},
	{
		kind: 'dataset',
		why: 'Pairs that are collected to learn from.',
		words: `
			answer-pair answering-pair preference-pair caption-pair response-pair image-text-pair text-image-pair text-pair instruction-pair human-demonstration
			expert-demonstration needle-in-a-haystack
		`
	},
	{
		kind: 'model',
		why: 'Parts of a system that are trained, and are called after what they do.',
		words: `
			verifier planner tokenizer solver router retriever generator adapter feature-extractor backbone chatbot coder orchestrator
			world-simulator user-simulator evaluator reranker llm-judge visuomotor-policy robot-policy language-agent
			generative-adversarial-network rewarder captioner upsampler denoiser attention-layer attention-head transformer-layer transformer-block
			memory-bank codebook embedder action-policy reasoning-llm
		`
	},
	{
		kind: 'task',
		why: 'What systems are asked to do, in words that are no step of a method.',
		words: `
			visual-perception spatial-perception multimodal-perception fine-grained-perception manipulation autonomous-driving
			camera-control robot-control motion-control function-calling tool-calling tool-call tool-use tool-usage
			tool-invocation tool-integration tool-interaction automation information-seeking fact-checking role-playing outpainting
			stylization personalization theorem-proving web-search speech-interaction summarizing image-to-image
			human-object-interaction view-synthesis pose-estimation depth-estimation text-rendering question-answering peer-review
			synchronization bug-fixing credit-assignment quality-assurance reverse-engineering
		`
	},
	{
		kind: 'method',
		why: 'Steps and recipes of making, however they are done.',
		words: `
			data-collection data-curation tokenization refinement token-compression cache-compression prompt-compression
			policy-update gradient-update parameter-update weight-update memory-update update-rule loss-function reward-function
			activation-function value-function advantage-function training-objective distillation-objective
			learning-objective denoising-objective guidance feedback-loop memory-architecture matrix-multiplication reranking trust-region dense-supervision causal-intervention contrastive-loss alignment-loss
			auxiliary-loss reconstruction-loss workflow pipeline recipe noise-schedule learning-rate-schedule
			parameterization attack prompt-injection data-engine task-decomposition policy-gradient backpropagation
			optimizer majority-voting human-in-the-loop budget-allocation pairwise-comparison memory-management
			structured-supervision residual-connection reward evaluation-protocol sliding-window
		`
	},
	{
		kind: 'method',
		why: 'Known ways whose last word is that of a task, a model or a quality.',
		words: `
			retrieval-augmented-generation self-consistency cycle-consistency self-correction self-improvement self-reflection self-evolution self-evaluation self-verification
			self-attention cross-attention linear-attention softmax-attention sparse-attention rectified-flow
			flow-matching radiance-field discrete-diffusion latent-diffusion video-diffusion block-diffusion best-of-n
			chain-of-thought chain-of-thought-reasoning in-context-learning test-time-compute test-time-scaling flashattention
			low-rank-adaptation reinforcement-learning multi-agent-framework positional-encoding position-encoding
		`
	},
	{
		kind: 'other',
		why: 'What systems are given, run on and live in: things, and neither done nor measured.',
		words: `
			cognition humanoid-robot language-instruction multimodal-instruction description resource-language domain frontier
			conversation visual-observation 3d-scene 4d-scene motion-sequence video-clip video-stream gpu-memory learning-dynamic
			training-dynamic h100 a100 degree-of-freedom general-intelligence visual-tool trial-and-error
			thinking-process internal-mechanism end-to-end-manner chest-x-ray lidar fp8 bf16 int8 3d-vision code-switching
			differential-equation bird's-eye-view artificial-intelligence acyclic-graph trajectory optical-flow
			exposure-bias multi-object-scene game-engine unreal-engine
		`
	},
	{
		kind: 'theory',
		why: 'What is assumed or proved of learning at large.',
		words: 'information-bottleneck optimal-transport inductive-bias markov-decision-process scaling-law'
	}
];
