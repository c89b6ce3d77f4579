import { z } from 'zod';
import { pageOf } from '#lib/domain/answers.ts';
import { feedParameters } from '#lib/domain/feed-parameters.ts';
import {
	changeFeedParameters,
	changeParameters,
	ingestChangesSchema,
	ingestListParameters,
	ingestSummarySchema
} from '#lib/domain/history/ingest-changes.ts';
import type { Address } from './open-api.ts';

const feedTypes = ['application/atom+xml', 'application/feed+json'];

/** The addresses of past ingests, and of what they changed. */
export const historyAddresses: Record<string, Address> = {
	'/api/ingests': {
		summary: 'The ingests, newest first: what each read, with hashes, and how much it brought',
		...{ answer: pageOf(ingestSummarySchema), query: ingestListParameters }
	},
	'/api/ingests/feed': {
		summary: 'The last ingests as a feed, an entry each: Atom, or JSON Feed',
		...{ answer: z.string(), query: feedParameters, mediaTypes: feedTypes }
	},
	'/api/ingests/changes': {
		summary: 'What changed between two ingests, part by part',
		...{ answer: ingestChangesSchema, query: changeParameters }
	},
	'/api/ingests/changes/feed': {
		summary: 'The same as a feed, an entry for each thing that changed, with ids that stay',
		...{ answer: z.string(), query: changeFeedParameters, mediaTypes: feedTypes }
	}
};
