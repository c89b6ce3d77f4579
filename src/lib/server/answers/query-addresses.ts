import { z } from 'zod';
import { queryAnswerSchema } from '#lib/domain/answers.ts';
import { feedParameters } from '#lib/domain/feed-parameters.ts';
import { liveSchemaSchema } from '#lib/domain/live-schema.ts';
import { searchParameters } from '#lib/domain/parameters.ts';
import { plainAnswerSchema } from '#lib/domain/plain-words.ts';
import { resultFormatNames, resultFormats } from '#lib/domain/results/result-formats.ts';
import {
	importPreviewSchema,
	queryChangeSchema,
	queryDraftSchema,
	queryFileSchema,
	queryMarksSchema,
	revisionSchema,
	savedQuerySchema
} from '#lib/domain/saved-query.ts';
import { organisationsSchema } from '#lib/server/questions/organisations.ts';
import { runWords } from '#lib/server/queries/run-words.ts';
import type { Address } from './open-api.ts';

/** The types in which rows go out: `format` chooses. */
export const rowTypes = resultFormatNames.map((name) => resultFormats[name].mediaType);

/** The addresses of saved queries, and what their forms ask. */
export const queryAddresses: Record<string, Address> = {
	'/api/queries': { summary: 'The saved queries, own and shipped', answer: z.array(savedQuerySchema) },
	'POST /api/queries': {
		...{ path: '/api/queries', summary: "Keeps a query of one's own" },
		...{ body: queryDraftSchema, answer: savedQuerySchema }
	},
	'/api/queries/{id}': { summary: 'One saved query', answer: savedQuerySchema },
	'PUT /api/queries/{id}': {
		...{ path: '/api/queries/{id}', method: 'put', body: queryChangeSchema, answer: savedQuerySchema },
		summary: 'Changes a query; 409 where someone else changed it since the revision that is given'
	},
	'DELETE /api/queries/{id}': {
		...{ path: '/api/queries/{id}', method: 'delete', body: revisionSchema, answer: savedQuerySchema },
		summary: 'Deletes a query; for 30 days it can be restored'
	},
	'/api/queries/{id}/restore': {
		...{ summary: 'Takes the deletion of a query back', method: 'post', answer: savedQuerySchema }
	},
	'/api/queries/{id}/marks': {
		...{ summary: 'Sets whether a query is a favourite, or its tags', method: 'put' },
		...{ body: queryMarksSchema.partial(), answer: queryMarksSchema }
	},
	'/api/queries/{id}/run': {
		summary: 'The rows of a saved query; its parameters after the ?, a list given once for each value',
		...{ answer: queryAnswerSchema, query: runWords, mediaTypes: rowTypes }
	},
	'/api/queries/{id}/feed': {
		summary: 'The same rows as a feed with stable ids: Atom, or JSON Feed',
		...{ answer: z.string(), mediaTypes: ['application/atom+xml', 'application/feed+json'] },
		query: feedParameters
	},
	'/api/queries/{id}/choices': {
		summary: 'What there is to choose for a parameter, by the values of the others',
		...{ answer: z.object({ choices: z.array(z.string()) }), query: z.object({ parameter: z.string() }) }
	},
	'/api/queries/file': {
		...{ summary: 'Queries as a file: one, or all that people made', answer: queryFileSchema },
		query: z.object({ id: z.string().optional() })
	},
	'/api/queries/import': {
		summary: 'What a file of queries holds, checked; nothing of it is kept',
		...{ body: queryFileSchema, answer: importPreviewSchema }
	},
	'/api/schema': { summary: 'Labels, types and properties with their counts', answer: liveSchemaSchema },
	'/api/plain': {
		...{ summary: 'What a phrase in plain words may mean, as queries that are filled in' },
		...{ answer: plainAnswerSchema, query: searchParameters }
	},
	'/api/organisations': {
		...{ summary: 'Organisations by name', answer: organisationsSchema, query: searchParameters }
	}
};
