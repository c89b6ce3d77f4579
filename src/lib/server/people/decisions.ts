import { z } from 'zod';
import {
	decisionKey,
	decisionSchema,
	decisionSentence,
	outcomeSchema,
	type Decision,
	type Outcome
} from '#lib/domain/decision.ts';
import { ParameterError } from '#lib/domain/errors.ts';
import { compare } from '#lib/domain/order.ts';
import type { Store } from '#lib/server/store.ts';
import { peopleLimits } from './constants/people-limits.ts';
import { peoplesThings, type Kept, type PeoplesKind } from './peoples-things.ts';

const kind: PeoplesKind<Decision> = {
	label: 'Decision',
	word: 'decision',
	schema: decisionSchema,
	nameOf: decisionSentence
};

/** The decisions that people made about concepts. Calls throw what those of `peoplesThings` throw. */
export interface Decisions {
	/** The last one first. */
	list(options?: { deleted?: boolean }): Promise<Kept<Decision>[]>;
	/** Keeps it; one about the same is changed into it, and one that is the same already stays as it is. */
	keep(decision: Decision): Promise<Kept<Decision>>;
	/** Keeps all of them, and tells how many were not there so. Throws ParameterError before anything is kept where they are too many. */
	keepAll(decisions: readonly Decision[]): Promise<number>;
	remove(id: string, revision: number): Promise<Kept<Decision>>;
	restore(id: string): Promise<Kept<Decision>>;
}

/** What two decisions are compared by: the fields, whatever order they stand in. */
function textOf(decision: Decision): string {
	return JSON.stringify(Object.entries(decision).sort(([a], [b]) => compare(a, b)));
}

/** The decisions of a store. */
export function decisionsOf(store: Store): Decisions {
	const things = peoplesThings(store, kind);
	const byKey = async () => new Map((await things.list()).map((kept) => [decisionKey(kept.value), kept]));
	const keepOver = async (there: Kept<Decision> | undefined, decision: Decision) => {
		if (!there) return things.create(decision);
		return textOf(there.value) === textOf(decision)
			? there
			: things.change(there.id, there.revision, decision);
	};
	return {
		async list(options) {
			const kept = await things.list(options);
			return kept.sort((a, b) => compare(b.changedAt, a.changedAt) || compare(a.id, b.id));
		},
		async keep(decision) {
			return keepOver((await byKey()).get(decisionKey(decision)), decision);
		},
		async keepAll(decisions) {
			const last = new Map(decisions.map((decision) => [decisionKey(decision), decision]));
			const there = await byKey();
			const deleted = await things.list({ deleted: true });
			const fresh = [...last.keys()].filter((key) => !there.has(key)).length;
			if (there.size + deleted.length + fresh > peopleLimits.most)
				throw new ParameterError(
					`With these there would be ${(there.size + deleted.length + fresh).toLocaleString('en')} decisions, and ${peopleLimits.most.toLocaleString('en')} are kept at most.`,
					'Import fewer; nothing was taken.'
				);
			let changed = 0;
			for (const [key, decision] of last) {
				const before = there.get(key);
				const kept = await keepOver(before, decision);
				if (kept !== before) changed += 1;
			}
			return changed;
		},
		remove: (id, revision) => things.remove(id, revision),
		restore: (id) => things.restore(id)
	};
}

const storedRow = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) });
const storedQuestion = {
	text: `MATCH (d:Decision) WHERE d.deletedAt IS NULL
RETURN d.id AS id, d {.*, id: null, revision: null, createdAt: null, changedAt: null, deletedAt: null} AS fields ORDER BY id`,
	row: storedRow
};

/**
 * The decisions that an ingest applies, sorted by id. What cannot be read, because another program wrote it, stops no
 * ingest: it is reported as an outcome.
 */
export async function readDecisions(store: Store): Promise<{ decisions: Decision[]; unread: Outcome[] }> {
	const decisions: Decision[] = [];
	const unread: Outcome[] = [];
	for (const { id, fields } of await store.read(storedQuestion)) {
		const own = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
		const parsed = decisionSchema.safeParse(own);
		if (parsed.success) decisions.push(parsed.data);
		else unread.push({ key: id, applies: false, sentence: `The decision "${id}" cannot be read.` });
	}
	return { decisions, unread };
}

const decidedRow = z.object({ decided: z.array(z.string()) });

/** What became of each decision in the generation that readers see, by its key. */
export async function lastOutcomes(store: Store): Promise<Map<string, Outcome>> {
	const text = `MATCH (i:Ingest {status: 'done'}) WITH i ORDER BY i.id DESC LIMIT 1
RETURN coalesce(i.decided, []) AS decided`;
	const [row] = await store.read({ text, row: decidedRow });
	const outcomes = (row?.decided ?? []).map((each) => outcomeSchema.parse(JSON.parse(each)));
	return new Map(outcomes.map((outcome) => [outcome.key, outcome]));
}

/** The ids of decisions that were made, changed or taken back since the ingest that readers see began. */
export async function sinceIngest(store: Store): Promise<Set<string>> {
	const text = `OPTIONAL MATCH (i:Ingest {status: 'done'}) WITH max(i.id) AS began
MATCH (d:Decision) WHERE began IS NULL OR d.changedAt > began OR d.deletedAt > began RETURN d.id AS id`;
	const rows = await store.read({ text, row: z.object({ id: z.string() }) });
	return new Set(rows.map(({ id }) => id));
}
