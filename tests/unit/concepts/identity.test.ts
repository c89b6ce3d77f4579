import { expect, test } from 'vitest';
import { spellingKey } from '#lib/concepts/identity/aliases.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';

/** Names as titles write them, one concept a row. */
const same = `
Chain-of-Thought | chain of thought | Chain of Thoughts | chain‑of‑thought
Large Language Models | large language model | Large-Language Model | large language models'
Vision-Language Models | vision language model | Vision–Language Model
Fine-Tuning | finetuning | fine tuning | Fine-tuning
Pre-Training | pretraining | pre training
Post-Training | posttraining | post training
Self-Consistency | self consistency
Few-Shot Learning | few shot learning | few-shot learning
Zero-Shot Generalisation | zero-shot generalization
In-Context Learning | in context learning
Multi-Modal Learning | multimodal learning | multi modal learning
Multi-Task Learning | multitask learning
Multi-Agent Systems | multiagent system
Multi-Armed Bandits | multi-armed bandit | multiarmed bandits
Data-Sets | datasets | data set
Tokenisation | tokenization | tokenisations
Optimisation | optimization
Policy Optimisation | policy optimization
Regularisation | regularization
Quantisation | quantization
Normalisation | normalization
Batch Normalisation | batch normalization | Batch-Normalization
Generalisation Bounds | generalization bound
Summarisation | summarization
Colour Constancy | color constancy
Behaviour Cloning | behavior cloning
Neighbour Sampling | neighbor sampling
Modelling | modeling
Language Modelling | language modeling
Labelled Data | labeled data
LLMs | LLM | LLM's
VLMs | VLM
LMs | LM
CoTs | CoT
GANs | GAN | GAN's
RNNs | RNN
MDPs | MDP
POMDPs | POMDP
GNNs | GNN
VAEs | VAE
SAEs | SAE
PINNs | PINN
Policies | policy
Matrices | matrix
Vertices | vertex
Indices | index
Analyses | analysis
Hypotheses | hypothesis
Corpora | corpus
Biases | bias
Processes | process
Gaussian Processes | Gaussian process
Bounding Boxes | bounding box
Searches | search
Sketches | sketch
Batches | batch
Hashes | hash
Queries | query
Libraries | library
Trajectories | trajectory
Memories | memory
Strategies | strategy
Entities | entity
Proxies | proxy
Heuristics | heuristic
Metrics | metric
Topics | topic
Characteristics | characteristic
Formulas | formula
Schemas | schema
Focuses | focus
GPT-4 | GPT 4 | GPT4
GPT-4o | GPT 4o
Llama-2 | LLaMA 2 | Llama2
Qwen2.5-VL | Qwen2.5 VL
DeepSeek-R1 | DeepSeek R1
ResNet-50 | ResNet 50 | ResNet50
CIFAR-10 | CIFAR 10 | CIFAR10
MATH-500 | MATH 500 | MATH500
SWE-bench | SWE bench | SWE-Bench
Text-to-Image Generation | text to image generation
Text-to-SQL | text to SQL
Image-to-Image Translation | image to image translation
End-to-End Learning | end to end learning
Sim-to-Real Transfer | sim to real transfer
Long-Tailed Recognition | long tailed recognition
Out-of-Distribution Detection | out of distribution detection
Mixture-of-Experts | mixture of experts | Mixture of Expert
Retrieval-Augmented Generation | retrieval augmented generation
Instruction-Tuning | instruction tuning
Reward-Hacking | reward hacking
World Models | world model | World-Models
Diffusion Models | diffusion model
State-Space Models | state space model
Score-Based Generative Models | score based generative model
Graph Neural Networks | graph neural network
Convolutional Neural Networks | convolutional neural network
Physics-Informed Neural Networks | physics informed neural network
Neural Radiance Fields | neural radiance field
Self-Supervised Learning | self supervised learning
Semi-Supervised Learning | semisupervised learning
Unsupervised Environment Design | unsupervised environment designs
Super-Resolution | super resolution | superresolution
Hyper-Parameters | hyperparameter | hyper parameters
Auto-Encoders | autoencoder | auto encoder
Meta-Learning | meta learning | metalearning
Co-Training | cotraining | co training
Cross-Attention | cross attention
Re-Ranking | reranking | re ranking
Multi-Head Attention | multihead attention
Time-Series Forecasting | time series forecasting | Timeseries forecasting
Point Clouds | point cloud | pointcloud
Question-Answering | question answering
Bayes' Rule | Bayes rule
Rényi Divergence | Renyi divergence
Schrödinger Bridges | Schrodinger bridge
Poincaré Embeddings | Poincare embedding
Naïve Bayes | naive Bayes
Kullback–Leibler Divergence | Kullback-Leibler divergence
Bradley–Terry Models | Bradley-Terry model
Fréchet Inception Distance | Frechet inception distance
Black-Box Optimisation | black box optimization | Blackbox optimization
Open-Vocabulary Detection | open vocabulary detection
ﬁne-grained classiﬁcation | fine-grained classification
soft\u00adhyphen networks | softhyphen networks
`;

/** Names that are near and mean different things. */
const different = `
transformer | transformation
transformer | transform
general | generation
generation | generative
generative | generator
token | tokenizer
token | tokenization
optimizer | optimization
optimization | optimality
policy | police
organ | organization
universal | university
university | universe
communication | community
relative | relation
relation | relational
operator | operation
operational | operation
computation | computer
computing | computer
computational | computation
adversarial | adversary
adverse | adversary
training | trainer
train | training
reasoning | reason
reasoner | reasoning
learner | learning
learned | learning
planner | planning
plan | planning
planning | plane
coder | coding
code | coding
encoder | encoding
decoder | decoding
decoder | encoder
embedding | embedded
prompt | prompting
sampler | sampling
sample | sampler
sampling | sample
scaling | scale
scaling law | scaled law
search | searcher
ranking | rank
ranker | ranking
retriever | retrieval
classifier | classification
class | classification
segmentation | segment
detector | detection
predictor | prediction
estimator | estimation
diffusion | diffuse
attention | attentive
regression | regret
regret | regression
statistics | statistic test
physics | physical
dynamics | dynamic
ethics | ethical
mathematics | mathematical
news | new
lens | len
gas | ga
bus | bu
corpus | corpu
bias | bia
analysis | analyst
basis | base
axis | axe
thesis | these
status | state
virus | vire
consensus | census
series | serial
lasso | lass
supervised | supervision
unsupervised | supervised
supervised fine-tuning | unsupervised fine-tuning
on-policy | off-policy
online learning | offline learning
white-box attack | black-box attack
upper bound | lower bound
forward pass | backward pass
encoder-only model | decoder-only model
large language model | small language model
large language model | language model
vision-language model | language model
reward model | reward modeling
world model | word model
policy gradient | gradient policy
graph network | network graph
language image model | image language model
self-attention | cross-attention
GPT-3 | GPT-4
Llama 2 | Llama 3
CIFAR-10 | CIFAR-100
ResNet-50 | ResNet-101
GRPO | PPO
DPO | PPO
GAN | GAIN
RNN | CNN
MDP | POMDP
BLEU | BLEURT
BERT | RoBERTa
CLIP | BLIP
SAE | VAE
1D convolution | 2D convolution
2D pose | 3D pose
4-bit quantization | 8-bit quantization
text-to-image | image-to-text
speech-to-text | text-to-speech
C | C++
C++ | C#
causal | casual
marginal | margin
martingale | margin
principal component | principle component
discrete | discreet
prior | priority
posterior | posterity
kernel | colonel
evaluation | valuation
information | formation
representation | presentation
reconstruction | construction
distillation | instillation
alignment | assignment
inference | interference
interpolation | extrapolation
`;

function identity(name: string): string {
	return spellingKey(canonicalForm(name));
}

function rows(table: string): string[][] {
	return table
		.trim()
		.split('\n')
		.map((line) => line.replaceAll('\\u00ad', '\u00ad').split(' | '));
}

test.each(rows(same).map((row) => [row]))('%j are one concept', (names) => {
	expect(new Set(names.map(identity)).size).toBe(1);
});

test.each(rows(different))('%s and %s are two concepts', (a = '', b = '') => {
	expect(identity(a)).not.toBe(identity(b));
});

test('the table is long enough to be hard', () => {
	expect(rows(same).length + rows(different).length).toBeGreaterThan(200);
});
