import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { ParameterError } from '#lib/domain/errors.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { conceptDetails } from '#lib/server/questions/concept-details.ts';
import { paperDetails } from '#lib/server/questions/paper-details.ts';
import type { PageServerLoad } from './$types';

const asked = z.object({ concept: z.string().optional(), paper: z.string().optional() });

export const load: PageServerLoad = ({ locals: { store }, url }) =>
	orPageError(async () => {
		const given = parametersOf(asked, url);
		if (given.concept === undefined && given.paper === undefined)
			throw new ParameterError(
				'It is not told what is wrong.',
				'Follow "Wrong?" at a concept, or at a sentence about it.'
			);
		const [concept, paper] = await Promise.all([
			given.concept === undefined ? null : conceptDetails(store, given.concept),
			given.paper === undefined ? null : paperDetails(store, given.paper)
		]);
		const mention = paper?.concepts.find(({ ref }) => ref === concept?.ref) ?? null;
		return {
			concept,
			paper: paper && { id: paper.id, ref: paper.ref, title: paper.title },
			/** What the paper mentions, where it is not told which concept is wrong. */
			mentioned: concept || !paper ? [] : paper.concepts,
			isMentioned: mention !== null,
			isIntroduced: mention?.introduced === true
		};
	}, error);
