import { BadRequestError } from '#lib/domain/errors.ts';
import { askedFormat, toldName } from '#lib/domain/export-formats.ts';
import { checkedView } from '#lib/explorer/checked-view.ts';
import type { AskedExport } from '#lib/server/exports/write-export.ts';

/** What an address asks to be exported: `format` and `part`; with any parameter of a view, that view. Throws BadRequestError. */
export function askedExport(url: URL): AskedExport {
	const parameters = new URLSearchParams(url.searchParams);
	const once = (name: string) => {
		const values = parameters.getAll(name);
		parameters.delete(name);
		if (values.length > 1)
			throw new BadRequestError(`The parameter "${name}" is given twice.`, 'Give it once.');
		return values[0];
	};
	const [format, part] = [once('format'), once('part')];
	const isView = parameters.size > 0;
	const asked = askedFormat(format, part, isView);
	if ('problem' in asked) throw new BadRequestError(asked.problem, asked.advice);
	const { view, unread } = checkedView(parameters);
	if (unread.length > 0)
		throw new BadRequestError(
			`This is no view: ${unread.slice(0, 5).map(toldName).join(', ')} cannot be read.`,
			'Copy the parameters from the address of a map.'
		);
	return { ...asked, view: isView ? view : null };
}
