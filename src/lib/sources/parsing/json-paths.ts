/** An object of JSON, of which nothing is known. */
export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(json: unknown, path: string[]): unknown {
	let at = json;
	for (const name of path) at = isJsonObject(at) ? at[name] : undefined;
	return at;
}

/** The object at a path of names, or null. */
export function objectAt(json: unknown, ...path: string[]): JsonObject | null {
	const found = valueAt(json, path);
	return isJsonObject(found) ? found : null;
}

/** The objects of the list at a path. */
export function objectsAt(json: unknown, ...path: string[]): JsonObject[] {
	const found = valueAt(json, path);
	return Array.isArray(found) ? found.filter(isJsonObject) : [];
}

/** The text at a path, of a list its first; null where there is none. */
export function stringAt(json: unknown, ...path: string[]): string | null {
	const found = valueAt(json, path);
	const text: unknown = Array.isArray(found) ? found[0] : found;
	return typeof text === 'string' && text.trim() !== '' ? text : null;
}
