/**
 * Canonical forms of words with a hyphen that say of what sort a thing is and are no thing themselves: `in-distribution
 * data`. Papers mention them more than any concept, and one in twenty or fewer names them as what it is about.
 */
export const modifiers: ReadonlySet<string> = new Set([
	'in distribution',
	'long horizon',
	'inference time',
	'long context',
	'training time',
	'large scale',
	'real time',
	'high resolution',
	'high dimensional',
	'low cost',
	'data driven',
	'task specific',
	'domain specific',
	'general purpose',
	'fine grained',
	'coarse grained',
	'cross domain',
	'token level',
	'step level',
	'vision language',
	'closed source',
	'open source',
	'base model',
	'proprietary model',
	'technical report',
	'false alarm'
]);
