/** Who stands before the name of a model that is called without them as well: `OpenAI o1` is o1, `DeepSeek-R1` is R1. */
export const makers: ReadonlySet<string> = new Set([
	'openai',
	'deepseek',
	'google',
	'anthropic',
	'alibaba',
	'microsoft',
	'nvidia',
	'mistral',
	'moonshot',
	'deepmind',
	'facebook'
]);

/** Words of long forms that say the same: rotary position embedding and encoding are both RoPE. */
export const sameWords: ReadonlyMap<string, string> = new Map([
	['encoding', 'embedding'],
	['solver', 'solving']
]);
