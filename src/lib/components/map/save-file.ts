/** Gives a file into the downloads of the browser. */
export function saveFile(content: Blob, name: string): void {
	const href = URL.createObjectURL(content);
	Object.assign(document.createElement('a'), { href, download: name }).click();
	setTimeout(() => {
		URL.revokeObjectURL(href);
	}, 10_000);
}
