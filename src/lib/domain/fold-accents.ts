/**
 * Compatible characters as plain ones (NFKC), Latin letters without their accents: `ﬁ` is `fi`, `é` is `e`. The marks of
 * other scripts stay, for there they make other letters: `й` is not `и`.
 */
export function foldAccents(text: string): string {
	// Most words have none.
	if (/^[ -~]*$/.test(text)) return text;
	return text
		.normalize('NFKD')
		.replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
		.normalize('NFC');
}
