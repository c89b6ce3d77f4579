/** Whether a path is one of /api, however it is written: `/api`, `//api/x`, `/%61pi/x`, `/api/papers/%`. */
export function isApiPath(path: string): boolean {
	const [first = ''] = path.replace(/^[/\\]+/, '').split(/[/\\?#]/);
	return isDecodable(first) && decodeURIComponent(first).toLowerCase() === 'api';
}

/** False for a path with a broken escape, such as `/papers/%`. */
export function isDecodable(path: string): boolean {
	try {
		decodeURIComponent(path);
		return true;
	} catch {
		return false;
	}
}
