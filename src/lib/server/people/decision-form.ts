import { decisionSchema, type Decision } from '#lib/domain/decision.ts';
import { fitting } from '#lib/domain/parameters.ts';

/** Fields that may be given more than once. */
const lists = ['forms', 'into', 'near'];

/**
 * The decision that a form of a page sends: each of its fields under the name that the decision has for it, what is
 * written for `near` divided at commas. Throws ParameterError.
 */
export function decisionOfForm(form: FormData): Decision {
	const value: Record<string, unknown> = {};
	for (const name of new Set(form.keys())) {
		const texts = form.getAll(name).filter((each) => typeof each === 'string');
		const parts = name === 'near' ? texts.flatMap((text) => text.split(',')) : texts;
		const told = parts.map((text) => text.trim()).filter((text) => text !== '');
		if (lists.includes(name)) value[name] = [...new Set(told)];
		else if (told.length > 0) [value[name]] = told;
	}
	return fitting(decisionSchema, value);
}
