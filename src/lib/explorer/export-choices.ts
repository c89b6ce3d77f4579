import {
	exportFormatIds,
	exportParts,
	formatRow,
	type ExportFormat,
	type ExportPart
} from '#lib/domain/export-formats.ts';
import type { View } from '#lib/domain/view.ts';
import { urlOfView } from './view-url.ts';

/** The address of what a view draws, as a file; of the whole corpus too it says that it is a view. */
export function exportAddress(view: View, format: ExportFormat, part: ExportPart | null = null): string {
	const parameters = urlOfView({ ...view, camera: null }).slice(2);
	const parts = part === null ? '' : `&part=${part}`;
	return `/api/export?format=${format}${parts}&${parameters === '' ? 'scope=corpus' : parameters}`;
}

export interface ExportChoice {
	name: string;
	about: string;
	address: string;
}

function choicesOf(view: View, format: ExportFormat): ExportChoice[] {
	const { name, about, hasParts } = formatRow(format);
	const parts: (ExportPart | null)[] = hasParts ? [...exportParts] : [null];
	return parts.map((part) => ({
		name: part === null ? name : `${name}, ${part}`,
		about,
		address: exportAddress(view, format, part)
	}));
}

/** The files of a view that the server writes: what is drawn, and the papers in it where there are any. */
export function exportChoices(view: View, papers: number): { heading: string; choices: ExportChoice[] }[] {
	const formatsOf = (...of: string[]) =>
		exportFormatIds.filter((format) => of.includes(formatRow(format).of));
	const choices = (formats: ExportFormat[]) => formats.flatMap((format) => choicesOf(view, format));
	const drawn = { heading: 'What is drawn', choices: choices(formatsOf('graph', 'concepts')) };
	if (papers === 0) return [drawn];
	const heading = papers === 1 ? 'The paper drawn' : `The ${papers.toLocaleString('en')} papers drawn`;
	return [drawn, { heading, choices: choices(formatsOf('papers')) }];
}
