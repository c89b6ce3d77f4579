import { parse } from 'lossless-json';
import {
	BadRequestError,
	ParameterError,
	TooLargeError,
	UnsupportedMediaTypeError
} from '#lib/domain/errors.ts';
import { WrittenFloat } from '#lib/domain/written-float.ts';
import { bodyLimits } from './constants.ts';

const { bytes: mostBytes, depth: mostDepth } = bodyLimits;

function checkType(headers: Headers): void {
	const [type = '', ...parameters] = (headers.get('content-type') ?? '')
		.split(';')
		.map((part) => part.trim());
	if (type.toLowerCase() !== 'application/json')
		throw new UnsupportedMediaTypeError(
			type === '' ? 'The body has no content type.' : 'The body is of a type that is not read here.',
			'Send it with content-type: application/json.'
		);
	const charset = parameters.find((part) => /^charset=/i.test(part));
	const isCoded = !['', 'identity'].includes(headers.get('content-encoding')?.toLowerCase() ?? '');
	if (isCoded || (charset && !/^charset="?utf-?8"?$/i.test(charset)))
		throw new UnsupportedMediaTypeError(
			'The body is compressed, or in another encoding than UTF-8.',
			'Send it as it is, in UTF-8.'
		);
}

function tooLarge(most: number, cause?: unknown): TooLargeError {
	return new TooLargeError(
		`The body is larger than ${most.toLocaleString('en')} bytes.`,
		'Send less; a long list can go in parts.',
		{ cause }
	);
}

/** The adapter counts too, and breaks the body off with its own error. */
function isTooLarge(cause: unknown): boolean {
	return typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 413;
}

/**
 * The bytes of a body, so many at most. Reads without cancelling: the adapter answers that by closing the connection,
 * before anyone is told why. Throws TooLargeError, BadRequestError.
 */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
	if (Number(request.headers.get('content-length')) > most) throw tooLarge(most);
	const reader = request.body?.getReader();
	const parts: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const part = await reader?.read().catch((cause: unknown) => {
			if (isTooLarge(cause)) throw tooLarge(most, cause);
			throw new BadRequestError('The body ended early.', 'Send it again.', { cause });
		});
		if (!part || part.done) return Buffer.concat(parts);
		size += part.value.byteLength;
		if (size > most) throw tooLarge(most);
		parts.push(part.value);
	}
}

/** The depth of arrays and objects inside each other, of text that need not be JSON. One pass, no recursion. */
export function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	let isInString = false;
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at];
		if (isInString && character === '\\') at += 1;
		else if (character === '"') isInString = !isInString;
		else if (!isInString && (character === '[' || character === '{')) {
			depth += 1;
			deepest = Math.max(deepest, depth);
		} else if (!isInString && (character === ']' || character === '}')) depth = Math.max(0, depth - 1);
	}
	return deepest;
}

/** A number as JavaScript holds it exactly: whole ones beyond 2^53 as bigint. Throws ParameterError beyond 64 bits. */
export function exactNumber(text: string): number | bigint {
	const number = Number(text);
	const isWhole = /^-?\d+$/.test(text);
	// No longer than the longest of 64 bits, before it costs anything to read.
	const isTooBig = isWhole
		? text.length > '-9223372036854775808'.length || BigInt.asIntN(64, BigInt(text)) !== BigInt(text)
		: !Number.isFinite(number);
	if (isTooBig)
		throw new ParameterError(
			`The number ${text.slice(0, 40)} is larger than 64 bits hold.`,
			'Send it as text if it is a name.'
		);
	return isWhole && !Number.isSafeInteger(number) ? BigInt(text) : number;
}

/** The same, with a whole number that has a point or an exponent as the float that it is written as. */
export function writtenNumber(text: string): number | bigint | WrittenFloat {
	const number = exactNumber(text);
	return Number.isInteger(number) && /[.eE]/.test(text) ? new WrittenFloat(Number(number)) : number;
}

/** Every schema passes such a key over, and what was sent would be lost without a word. */
function checkKeys(value: unknown): void {
	const left = [value];
	for (let next; (next = left.pop()) !== undefined;) {
		if (typeof next !== 'object' || next === null) continue;
		if (Object.hasOwn(next, '__proto__'))
			throw new ParameterError('The body has a key that is called __proto__.', 'Give it another name.');
		for (const inner of Object.values(next))
			if (typeof inner === 'object' && inner !== null) left.push(inner);
	}
}

/** JSON as a value. Throws BadRequestError with the position, TooLargeError for too deep a nesting, ParameterError. */
export function jsonOf(text: string, parseNumber: (text: string) => unknown = exactNumber): unknown {
	if (text.trim() === '') throw new BadRequestError('The body is empty.', 'Send a JSON object.');
	if (depthOf(text) > mostDepth)
		throw new TooLargeError(
			`The body nests more than ${mostDepth} arrays and objects inside each other.`,
			'Send it flatter.'
		);
	try {
		return parse(text, undefined, { parseNumber });
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		throw new BadRequestError(
			`The body is no JSON: ${cause.message.slice(0, 200)}.`,
			'Correct it there; positions count characters from 0.',
			{ cause }
		);
	}
}

/** JSON in which `1.0` is a float, for what goes to the engine. Throws what jsonOf throws. */
export function writtenJson(text: string): unknown {
	return jsonOf(text, writtenNumber);
}

/**
 * The JSON of a body, read by jsonOf or by writtenJson. Throws UnsupportedMediaTypeError, TooLargeError, BadRequestError
 * or ParameterError.
 */
export async function readJson(request: Request, read: (text: string) => unknown = jsonOf): Promise<unknown> {
	checkType(request.headers);
	const bytes = await readBytes(request, mostBytes);
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new BadRequestError('The body is not UTF-8.', 'Send it in UTF-8.', { cause });
	}
	const value = read(text);
	checkKeys(value);
	return value;
}
