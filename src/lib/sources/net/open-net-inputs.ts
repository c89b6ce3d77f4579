import { createReadStream } from 'node:fs';
import type { NetAddress } from '#lib/domain/net-sources.ts';
import { inputsIn, shownName, type Input } from '#lib/sources/input/open-input.ts';
import { fetchPapers, type NetSettings } from './fetch-papers.ts';

/**
 * Fetches what an address names, and opens it as files are opened: each page of an answer is an input, a file is what is
 * in it. All of them are called as the address is written, so that `--remove` takes back a whole query. Throws SourceError.
 */
export async function* openNetInputs(
	address: NetAddress,
	headBytes: number,
	settings: NetSettings
): AsyncGenerator<Input> {
	const name = shownName(address.id === 'https' ? address.query : `${address.id}:${address.query}`);
	for await (const { file, page } of fetchPapers(address, settings))
		for await (const input of inputsIn(createReadStream(file), name, headBytes, false))
			yield page ? { ...input, page } : input;
}
