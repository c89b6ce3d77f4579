import { z } from 'zod';
import { conceptDetailsSchema, paperSummarySchema, type Evidence } from '#lib/domain/answers.ts';
import type { Decision } from '#lib/domain/decision.ts';
import { proposedMergeSchema, type ProposedMerge } from '#lib/domain/proposed-merge.ts';
import type { Store } from '#lib/server/store.ts';
import { evidenceOf } from './evidence-rows.ts';
import { paperSummary } from './summaries.ts';

const proposedQuestion = {
	text: `MATCH (i:Ingest {status: 'done'}) WITH i ORDER BY i.id DESC LIMIT 1
UNWIND coalesce(i.proposed, []) AS proposed RETURN proposed`,
	row: z.object({ proposed: z.string() })
};

const sideSchema = conceptDetailsSchema.pick({
	...{ ref: true, id: true, name: true, label: true, kind: true, papers: true, aliases: true }
});
type Side = z.infer<typeof sideSchema>;

const sidesQuestion = {
	text: `MATCH (c:Concept) WHERE c.id IN $ids
RETURN c {ref: 'concepts/' + c.id, .id, .name, .label, .kind, .papers, .aliases} AS concept`,
	row: z.object({ concept: sideSchema })
};

/** Sentences that are shown of each concept. */
const quoted = 2;

const evidenceQuestion = {
	text: `MATCH (c:Concept) WHERE c.id IN $ids
CALL (c) {
	MATCH (c)<-[m:MENTIONS]-(p:Paper) WITH m, p ORDER BY m.weight DESC, p.id LIMIT ${quoted}
	RETURN ${paperSummary('p')} AS paper, p.abstract AS abstract, m.starts AS starts, m.ends AS ends
}
RETURN c.id AS id, paper, abstract, starts, ends`,
	row: z.object({
		id: z.string(),
		paper: paperSummarySchema,
		abstract: z.string(),
		starts: z.array(z.int()),
		ends: z.array(z.int())
	})
};

/** One of two concepts that may be one, with some of what papers say of it. */
export type ProposedSide = Side & { evidence: Evidence[] };

export interface ShownProposal extends Pick<ProposedMerge, 'reason' | 'form' | 'shared'> {
	one: ProposedSide;
	into: ProposedSide;
}

function formsOf({ name, label, aliases }: Side): Set<string> {
	return new Set([name, label, ...aliases].map((form) => form.toLowerCase()));
}

/** Whether a decision has been made that settles whether the two are one. */
function isSettled(one: Side, into: Side, decisions: readonly Decision[]): boolean {
	const [a, b] = [formsOf(one), formsOf(into)];
	const speaksOf = (forms: readonly string[], side: Set<string>) =>
		forms.some((form) => side.has(form.toLowerCase()));
	return decisions.some((decision) => {
		const { forms } = decision;
		if (decision.decision === 'hide' || decision.decision === 'not-a-concept')
			return [a, b].some((side) => side.has(forms[0]?.toLowerCase() ?? ''));
		if (decision.decision !== 'merge' && decision.decision !== 'keep-apart') return false;
		return (
			(speaksOf(forms, a) && speaksOf(decision.into, b)) || (speaksOf(forms, b) && speaksOf(decision.into, a))
		);
	});
}

/**
 * The merges that the last ingest proposed and nobody has decided on since, `limit` of them from the one at `from` on
 * (from 0), each with both concepts and sentences about them; `total` counts all.
 */
export async function proposedMerges(
	store: Store,
	decisions: readonly Decision[],
	{ from, limit }: { from: number; limit: number }
): Promise<{ proposals: ShownProposal[]; total: number }> {
	const rows = await store.read(proposedQuestion);
	const proposed = rows.map((row) => proposedMergeSchema.parse(JSON.parse(row.proposed)));
	const ids = [...new Set(proposed.flatMap(({ one, into }) => [one, into]))];
	const sides = new Map(
		(await store.read(sidesQuestion, { ids })).map(({ concept }) => [concept.id, concept])
	);
	const open = proposed.flatMap(({ one, into, ...rest }) => {
		const [a, b] = [sides.get(one), sides.get(into)];
		return a && b && !isSettled(a, b, decisions) ? [{ one: a, into: b, ...rest }] : [];
	});
	const shown = open.slice(from, from + limit);
	const evidence = new Map<string, Evidence[]>();
	const wanted = shown.flatMap(({ one, into }) => [one.id, into.id]);
	for (const { id, ...row } of await store.read(evidenceQuestion, { ids: wanted }))
		evidence.set(id, [...(evidence.get(id) ?? []), evidenceOf(row)]);
	const withEvidence = (side: Side): ProposedSide => ({ ...side, evidence: evidence.get(side.id) ?? [] });
	return {
		proposals: shown.map(({ one, into, ...rest }) => ({
			...rest,
			one: withEvidence(one),
			into: withEvidence(into)
		})),
		total: open.length
	};
}
