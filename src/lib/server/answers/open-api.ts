import { z } from 'zod';
import {
	conceptDetailsSchema,
	healthSchema,
	listedConceptSchema,
	foundDotsSchema,
	listedPaperSchema,
	pageOf,
	paperDetailsSchema,
	paperSummarySchema,
	pathAnswerSchema,
	queryAnswerSchema,
	relatedToAllSchema,
	searchAnswerSchema,
	topicDetailsSchema
} from '#lib/domain/answers.ts';
import {
	beginJobSchema,
	fetchJobSchema,
	ingestJobSchema,
	jobNamedSchema,
	partParameters
} from '#lib/domain/ingest-job.ts';
import { lineDetailsSchema } from '#lib/domain/line.ts';
import { exportFormatIds, formatRow } from '#lib/domain/export-formats.ts';
import { mapLandSchema, mapPictureSchema } from '#lib/domain/map-picture.ts';
import {
	conceptListParameters,
	conceptParameters,
	dotParameters,
	exportParameters,
	foundDotsParameters,
	lineParameters,
	landParameters,
	mapParameters,
	neighborsParameters,
	paperListParameters,
	pathParameters,
	queryBodySchema,
	relatedParameters,
	searchParameters
} from '#lib/domain/parameters.ts';
import { version } from '#lib/domain/version.ts';
import { historyAddresses } from './history-addresses.ts';
import { libraryAddresses } from './library-addresses.ts';
import { problemSchema } from './problem.ts';
import { queryAddresses, rowTypes } from './query-addresses.ts';

export interface Address {
	summary: string;
	answer: z.ZodType;
	query?: z.ZodObject<Record<string, z.ZodType>>;
	/** The JSON that a POST takes; without it the address is a GET. */
	body?: z.ZodType;
	/** Where it is neither, or one of several methods of the address. */
	method?: 'post' | 'put' | 'delete';
	/** The address, where the table has it under another key. */
	path?: string;
	/** What the answer may be, where it is not one JSON value. */
	mediaTypes?: string[];
}

/** Every address under /api, as data. */
const addresses: Record<string, Address> = {
	'/api/health': { summary: 'Whether the graph can be read, and what it holds', answer: healthSchema },
	'/api/search': {
		summary: 'Concepts, papers and topics by name',
		answer: searchAnswerSchema,
		query: searchParameters
	},
	'/api/map': {
		summary: 'What the map shows of a scope, 300 elements at most',
		answer: mapPictureSchema,
		query: mapParameters
	},
	'/api/dots': {
		summary: 'Every paper as a dot: place, month and topic, eight bytes each behind a header',
		answer: z.string(),
		mediaTypes: ['application/octet-stream']
	},
	'/api/dots/{number}': { summary: 'The paper of a dot', answer: paperSummarySchema, query: dotParameters },
	'/api/dots/found': {
		summary: 'The numbers of the dots whose papers hold all words',
		answer: foundDotsSchema,
		query: foundDotsParameters
	},
	'/api/topics': { summary: 'The land of every topic', answer: mapLandSchema, query: landParameters },
	'/api/neighbors': {
		summary: 'The nearest concepts and papers of a node',
		answer: mapPictureSchema,
		query: neighborsParameters
	},
	'/api/papers': {
		summary: 'A page of the papers',
		answer: pageOf(listedPaperSchema),
		query: paperListParameters
	},
	'/api/papers/{id}': { summary: 'All of one paper', answer: paperDetailsSchema },
	'/api/concepts': {
		summary: 'A page of the concepts',
		answer: pageOf(listedConceptSchema),
		query: conceptListParameters
	},
	'/api/concepts/{id}': {
		summary: 'All of one concept',
		answer: conceptDetailsSchema,
		query: conceptParameters
	},
	'/api/topics/{id}': { summary: 'All of one topic', answer: topicDetailsSchema },
	'/api/line': {
		summary: 'What ties two nodes, with the sentences that say so; `of` is given twice',
		answer: lineDetailsSchema,
		query: lineParameters
	},
	'/api/path': {
		summary: 'The best distinct ways between two concepts or papers, cheapest first',
		answer: pathAnswerSchema,
		query: pathParameters
	},
	'/api/related': {
		summary: 'Papers that are related to every or most of a set',
		answer: relatedToAllSchema,
		query: relatedParameters
	},
	...queryAddresses,
	'/api/export': {
		summary: 'The whole graph, or what a view draws, as a file in one of the formats',
		answer: z.string(),
		query: exportParameters,
		mediaTypes: exportFormatIds.map((format) => formatRow(format).mediaType)
	},
	'/api/generation': {
		summary: 'The generation that readers see',
		answer: z.object({ generation: z.string() })
	},
	'/api/ingest': {
		summary:
			'The ingest that the app works at, null for none; a POST begins one with files that are then sent',
		answer: ingestJobSchema.nullable(),
		body: beginJobSchema
	},
	'/api/ingest/files/{number}': {
		summary: 'Takes a part of a file of an ingest that was begun',
		answer: ingestJobSchema,
		query: partParameters,
		method: 'put'
	},
	'/api/ingest/fetch': {
		summary:
			'Begins an ingest with papers that are fetched from a public source or address, and estimates it',
		answer: ingestJobSchema,
		body: fetchJobSchema
	},
	'/api/ingest/run': {
		summary: 'Runs an ingest that was estimated',
		answer: ingestJobSchema,
		body: jobNamedSchema
	},
	'/api/ingest/cancel': {
		summary: 'Ends an ingest, or puts its report away',
		answer: ingestJobSchema.nullable(),
		body: jobNamedSchema
	},
	'/api/ingest/events': {
		summary: 'The ingest as server-sent events, each the whole of it',
		answer: z.string(),
		mediaTypes: ['text/event-stream']
	},
	'/api/ingest/report': { summary: 'Everything that the last ingest reported', answer: z.looseObject({}) },
	...historyAddresses,
	...libraryAddresses,
	'/api/query': {
		summary: "The rows of one's own Cypher",
		answer: queryAnswerSchema,
		body: queryBodySchema,
		mediaTypes: rowTypes
	}
};

/** A schema as JSON Schema. A whole number of more than 53 bits is an integer like the others. */
function described(schema: z.ZodType, io: 'input' | 'output') {
	return z.toJSONSchema(schema, {
		unrepresentable: 'any',
		io,
		override: ({ zodSchema, jsonSchema }) => {
			if (zodSchema._zod.def.type !== 'bigint') return;
			jsonSchema.type = 'integer';
			jsonSchema.format = 'int64';
		}
	});
}

function content(schema: z.ZodType, mediaTypes = ['application/json'], io: 'input' | 'output' = 'output') {
	return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: described(schema, io) }]));
}

function parametersOf(path: string, query?: z.ZodObject<Record<string, z.ZodType>>) {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: name === 'number' ? 'integer' : 'string' }
	}));
	const inQuery = Object.entries(query?.shape ?? {}).map(([name, field]) => ({
		name,
		in: 'query',
		required: !field.safeParse(undefined).success,
		schema: described(field, 'input')
	}));
	return [...inPath, ...inQuery];
}

/** The description of everything under /api (OpenAPI 3.1), made from the schemas that the routes parse with. */
export function openApi(): object {
	const paths: Record<string, Record<string, object>> = {};
	for (const [key, { summary, answer, query, body, mediaTypes, method, path = key }] of Object.entries(
		addresses
	)) {
		const operation = {
			summary,
			parameters: parametersOf(path, query),
			...(body ? { requestBody: { required: true, content: content(body, undefined, 'input') } } : {}),
			responses: {
				200: { description: summary, content: content(answer, mediaTypes) },
				default: {
					description: 'What is wrong and what to do (RFC 9457)',
					content: content(problemSchema, ['application/problem+json'])
				}
			}
		};
		paths[path] = { ...paths[path], [method ?? (body ? 'post' : 'get')]: operation };
	}
	return {
		openapi: '3.1.0',
		info: { title: 'Throughline', version },
		paths
	};
}
