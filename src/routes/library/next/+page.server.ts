import { error } from '@sveltejs/kit';
import { nextReadingParameters } from '#lib/domain/next-reading.ts';
import { splitRef } from '#lib/domain/ids.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { marksOf } from '#lib/server/people/library-entries.ts';
import { unreadPapers } from '#lib/server/questions/unread-papers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const reading = await unreadPapers(locals.store, parametersOf(nextReadingParameters, url).of);
		const ids = reading.next.map(({ paper }) => splitRef(paper.ref).id);
		return { reading, marks: await marksOf(locals.store, ids) };
	}, error);
