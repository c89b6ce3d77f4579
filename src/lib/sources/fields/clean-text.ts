/**
 * A text as it is stored: blanks and control characters are one blank, a half of a surrogate pair is U+FFFD, as the
 * store would make of it.
 */
export function cleanText(text: string): string {
	// Nearly all are clean.
	if (!/[^ -~]| {2}/.test(text)) return text.trim();
	return text
		.replace(/\p{Cs}/gu, '\ufffd')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** True for a text in which there is nothing to see. */
export function isBlank(text: string): boolean {
	return !/[^\s\p{Cc}\p{Cf}\p{Cs}]/u.test(text);
}
