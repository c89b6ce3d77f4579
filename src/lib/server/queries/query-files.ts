import { z } from 'zod';
import { ParameterError } from '#lib/domain/errors.ts';
import {
	queryFileEntrySchema,
	queryFileSchema,
	type ImportPreview,
	type QueryDraft,
	type QueryFileEntry,
	type SavedQuery
} from '#lib/domain/saved-query.ts';
import { draftProblem } from './check-draft.ts';

/** What a person wrote of a query. */
export function draftOf({ name, description, cypher, parameters, view }: SavedQuery): QueryDraft {
	return { name, description, cypher, parameters, view };
}

/** Queries as a file: what a person wrote of each, and nothing of this store. */
export function queryFile(queries: readonly SavedQuery[]): z.infer<typeof queryFileSchema> {
	return {
		throughline: 'queries',
		version: 1,
		queries: queries.map((query): QueryFileEntry => ({ ...draftOf(query), tags: query.tags }))
	};
}

function nameIn(raw: unknown, at: number): string {
	const named = z.object({ name: z.string().min(1) }).safeParse(raw);
	return named.success ? named.data.name.slice(0, 120) : `Query ${at + 1}`;
}

/**
 * What a file holds, to be looked at before anything of it is kept: each query with what is wrong with it, and whether
 * the same is there already. Throws ParameterError for what is no file of queries.
 */
export function importPreview(file: unknown, there: readonly SavedQuery[]): ImportPreview {
	const read = queryFileSchema.safeParse(file);
	if (!read.success)
		throw new ParameterError(
			'This is no file of saved queries.',
			'Choose a JSON file that was exported at /queries, of 200 queries at most.'
		);
	return read.data.queries.map((raw, at) => {
		const parsed = queryFileEntrySchema.safeParse(raw);
		if (!parsed.success) {
			const [issue] = parsed.error.issues;
			const problem = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it cannot be read'}`.replace(
				/^: /,
				''
			);
			return { name: nameIn(raw, at), entry: null, problem, isThere: false };
		}
		const { tags, ...draft } = parsed.data;
		const problem = draftProblem(draft);
		const entry = problem === null ? { ...draft, tags } : null;
		return {
			...{ name: draft.name, entry, problem },
			isThere: there.some(({ name, cypher }) => name === draft.name && cypher === draft.cypher)
		};
	});
}
