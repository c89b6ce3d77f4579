/** The path without its escapes; null where an escape is broken, as in `/papers/%`. */
export function decodedPath(path: string): string | null {
	try {
		return decodeURIComponent(path);
	} catch {
		return null;
	}
}

/** Whether a path is one of /api, however it is written: `/api`, `//api/x`, `/%61pi/x`, `/api/papers/%`. */
export function isApiPath(path: string): boolean {
	const [first = ''] = path.replace(/^[/\\]+/, '').split(/[/\\?#]/);
	return decodedPath(first)?.toLowerCase() === 'api';
}
