import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Kind } from '#lib/domain/kind.ts';
import { isGeneric } from '#lib/concepts/words/generic.ts';
import { isOfOtherField, isSystemName } from './other-fields.ts';
import { formFeatures, kindWeights, placeFeatures } from './kind-features.ts';
import { kindAmong, kindByHead, kindCalled, surelyOfKind } from './kind-rules.ts';
import { packedWeightsSchema, packWeights, unpackWeights } from '#lib/concepts/ranking/packed-weights.ts';

/** The kinds that are told apart by weights. Models are methods, and theory is other, unless a rule says so. */
export const learnedKinds = ['method', 'task', 'dataset', 'metric', 'other'] as const;
export type LearnedKind = (typeof learnedKinds)[number];

/** For each kind the weights of `formFeatures` and `placeFeatures`. */
export type KindWeights = Record<LearnedKind, Float64Array>;

/** Where the weights lie, made by `npm run fit`. */
export const kindsFile = new URL('../constants/kinds.json', import.meta.url);

const fileSchema = z.record(z.enum(learnedKinds), packedWeightsSchema);

export function packKinds(weights: KindWeights): string {
	const packed = Object.fromEntries(learnedKinds.map((kind) => [kind, packWeights(weights[kind])]));
	return `${JSON.stringify(packed, null, '\t')}\n`;
}

let read: KindWeights | null = null;

function weights(): KindWeights {
	if (!read) {
		const file = fileSchema.parse(JSON.parse(readFileSync(kindsFile, 'utf8')));
		const entries = learnedKinds.map((kind) => [kind, unpackWeights(file[kind])] as const);
		read = Object.fromEntries(entries) as KindWeights;
	}
	return read;
}

function sum(indexes: number[], table: Float64Array): number {
	let total = 0;
	for (const index of indexes) total += table[index % kindWeights] ?? 0;
	return total;
}

/** Scores are summed up in millionths: whole numbers, so that the order of the places does not matter. */
const millionth = 1e-6;

function vote(votes: KindEvidence['votes'], kind: Kind, more: number): void {
	votes.set(kind, (votes.get(kind) ?? 0) + more);
}

/** Adds what one place of a concept says of its kind. */
export function notePlace(evidence: KindEvidence, text: string, start: number, end: number): void {
	const called = kindCalled(text, start, end);
	if (called) vote(evidence.votes, called, 1);
	const among = kindAmong(text, start, end);
	if (among) vote(evidence.rows, among, 1);
	const indexes = placeFeatures(text, start, end, called);
	for (const [at, kind] of learnedKinds.entries())
		evidence.scores[at] = (evidence.scores[at] ?? 0) + Math.round(sum(indexes, weights()[kind]) / millionth);
	if (!isSystemName(text.slice(start, end)) && isOfOtherField(text)) evidence.abroad += 1;
	evidence.places += 1;
}

/** Adds what other places of the concept say. */
export function addEvidence(evidence: KindEvidence, other: KindEvidence): void {
	for (const [kind, votes] of other.votes) vote(evidence.votes, kind, votes);
	for (const [kind, votes] of other.rows) vote(evidence.rows, kind, votes);
	evidence.scores = evidence.scores.map((score, at) => score + (other.scores[at] ?? 0));
	evidence.abroad += other.abroad;
	evidence.places += other.places;
}

function likeliest(scores: number[]): LearnedKind {
	const best = scores.reduce((known, score, at) => (score > (scores[known] ?? 0) ? at : known), 0);
	return learnedKinds[best] ?? 'other';
}

/** What a rule for the head adds to its kind, on the scale of the scores. */
const ruleBonus = 2;

/** What stands against a dataset that neither its head nor a text calls one, on the same scale. */
const doubt = 1;

/** What is known of a concept where its kind is asked for. */
export interface KindEvidence {
	/** For each of `learnedKinds` what its places say for it, in millionths; and how many places there are. */
	scores: number[];
	places: number;
	/** At how many of them the text is of another field, and it is not written as a system is (see `isSystemName`). */
	abroad: number;
	/** What texts call it, and at how many places they do. */
	votes: Map<Kind, number>;
	/** The same of the rows of names in which it stands, see `kindAmong`. */
	rows: Map<Kind, number>;
}

/** What is known before any place was noted. */
export function noEvidence(): KindEvidence {
	return {
		scores: learnedKinds.map(() => 0),
		places: 0,
		abroad: 0,
		votes: new Map(),
		rows: new Map()
	};
}

/** The kind that most votes are for; the first in the alphabet of two. */
function elected(votes: KindEvidence['votes']): Kind | undefined {
	return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** A name that stands in so many rows of names, and in this share of its places, is one of what the rows are of. */
const telling = { rows: 2, share: 0.2 };

/** The kind of a name by the rows that it stands in and what it is called beside, where enough of them say it. */
function namedIn({ rows, votes, places }: KindEvidence): Kind | undefined {
	const kind = elected(rows);
	const count = kind === undefined ? 0 : (rows.get(kind) ?? 0) + (votes.get(kind) ?? 0);
	return count >= Math.max(telling.rows, telling.share * places) ? kind : undefined;
}

/**
 * Whether a concept is at home where the weights say nothing: at most of its places the text is of another field, and it
 * is not written as systems are.
 */
function isForeign({ places, abroad }: KindEvidence): boolean {
	return abroad > places / 2;
}

/**
 * What a concept is. What a paper introduces is what papers call it, by its name or their words, else a method. What
 * everybody knows, heads that decide and rows of names tell the rest of themselves. For everything else the form and
 * the mean of its places are weighed (one-against-all logistic regression).
 */
export function kindOf(form: string, evidence: KindEvidence, isIntroduced: boolean): Kind {
	const { scores, places, votes } = evidence;
	const rule = kindByHead(form);
	const called = elected(votes);
	if (isIntroduced) return called ?? rule ?? 'method';
	// A head that is the whole form leaves nothing to weigh, unless it is only `method`.
	if (rule && !form.includes(' ') && !isGeneric(form)) return rule;
	const sure = surelyOfKind(form) ?? (rule === null ? namedIn(evidence) : undefined);
	if (sure) return sure;
	if ((rule === null || rule === 'other') && isForeign(evidence)) return 'other';
	const indexes = formFeatures(form);
	const ruled = rule === 'model' ? 'method' : rule === 'theory' ? 'other' : rule;
	// "The SFT dataset" makes no dataset of a method, nor is one what only stands where datasets stand: `natural language`.
	const against = (kind: LearnedKind) =>
		kind !== 'dataset' || rule === 'dataset' ? 0 : rule !== null ? Infinity : called === kind ? 0 : doubt;
	const likely = likeliest(
		learnedKinds.map(
			(kind, at) =>
				sum(indexes, weights()[kind]) -
				against(kind) +
				((scores[at] ?? 0) * millionth) / Math.max(1, places) +
				(kind === ruled ? ruleBonus : 0)
		)
	);
	// "SFT models" are models, SFT is none: only a name that is nothing else is called what it is.
	if (likely === 'method')
		return rule === 'model' || (rule === null && called === 'model') ? 'model' : 'method';
	return likely === 'other' && rule === 'theory' ? 'theory' : likely;
}
