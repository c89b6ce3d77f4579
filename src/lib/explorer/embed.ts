import type { View } from '#lib/domain/view.ts';
import { urlOfView } from './view-url.ts';

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The address of a view under which it stands alone in a frame: `/?embed&scope=topics/x`. */
export function embedAddress(view: View): string {
	return urlOfView(view)
		.replace(/^\/\??/, '/?embed&')
		.replace(/&$/, '');
}

/** HTML of a frame that shows a view; `origin` is where this server is reached: `http://127.0.0.1:3000`. */
export function embedHtml(view: View, title: string, origin: string): string {
	const source = escaped(origin + embedAddress(view));
	return `<iframe src="${source}" title="${escaped(title)}" width="960" height="600" loading="lazy"></iframe>`;
}
