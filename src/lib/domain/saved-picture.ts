/** Where the picture stands in a page of a view: the server writes the page, the browser has drawn the picture. */
export const savedPicture = '<figure data-picture></figure>';

/** The page with a picture in it, as an `<svg>` element. */
export function withPicture(page: string, svg: string): string {
	// A function: a text would have its dollars read.
	return page.replace(savedPicture, () => `<figure>${svg}</figure>`);
}
