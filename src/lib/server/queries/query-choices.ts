import { NotFoundError } from '#lib/domain/errors.ts';
import { cellText } from '#lib/domain/results/cell-text.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { bindParameters, givenValues } from './bind-parameters.ts';
import { parametersIn } from './check-draft.ts';
import { queryLibrary } from './library.ts';
import { runQueryRows, type RunEvent } from './run-saved.ts';

/** Choices are waited for while one fills a form in: they are short. */
const bytesOfChoices = 100_000;

/**
 * What there is to choose for the parameter that the address names, found by its own Cypher from the values of others.
 * It runs in the cage like every query. Throws NotFoundError, ParameterError, or what runQuery throws.
 */
export async function runQueryChoices(event: RunEvent): Promise<{ choices: string[] }> {
	const query = await queryLibrary(event.locals.store).find(event.params.id);
	const wanted = event.url.searchParams.get('parameter') ?? '';
	const asked = query.parameters.find(({ name }) => name === wanted);
	if (!asked?.suggest)
		throw new NotFoundError(
			`The query has no choices to find for "${wanted.slice(0, 40)}".`,
			'Ask for one of its parameters.'
		);
	const used = parametersIn(asked.suggest);
	const parameters = query.parameters.filter(({ name }) => used.includes(name));
	const bound = await bindParameters(
		event.locals.store,
		{ parameters },
		givenValues({ parameters }, event.url)
	);
	const { rows } = await runQueryRows(event, {
		...{ cypher: asked.suggest, parameters: bound.parameters, bytes: bytesOfChoices }
	});
	const texts = rows.map(([first]) => cellText(first)).filter((text) => text !== '');
	return { choices: [...new Set(texts)].slice(0, queryLimits.values) };
}
