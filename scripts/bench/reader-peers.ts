import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What another reader does with the same file. */
interface PeerFigures {
	name: string;
	records: number;
	seconds: number;
	/** Megabytes of memory, at most, of its process. */
	peak: number;
}

/** A program that reads the file that it is given and prints how many records it has found, how fast and in how much memory. */
function program(imports: string, reading: string): string {
	return `
import json, resource, sys, time
${imports}
began = time.perf_counter()
with open(sys.argv[1], encoding='utf-8') as file:
    records = ${reading}
seconds = time.perf_counter() - began
print(json.dumps({'records': records, 'seconds': seconds, 'peak': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}))
`;
}

/** The readers of other projects, by the formats that they read; each comes from PyPI. */
const peers: Record<string, { name: string; program: string }> = {
	BibTeX: {
		name: 'bibtexparser',
		program: program(
			'import bibtexparser',
			'len(bibtexparser.load(file, parser=bibtexparser.bparser.BibTexParser(common_strings=True)).entries)'
		)
	},
	RIS: { name: 'rispy', program: program('import rispy', 'len(rispy.load(file))') }
};

const answerSchema = z.object({ records: z.int(), seconds: z.number(), peak: z.number() });

/** Has the peer of a format read the same file; null where there is none, or it is not installed for that Python. */
export async function readByPeer(
	format: string,
	file: AsyncIterable<Uint8Array>,
	python: string
): Promise<PeerFigures | null> {
	const peer = peers[format];
	if (!peer) return null;
	const folder = await mkdtemp(join(tmpdir(), 'throughline-peer-'));
	try {
		const path = join(folder, 'file');
		await pipeline(Readable.from(file), createWriteStream(path));
		const child = spawn(python, ['-c', peer.program, path], { stdio: ['ignore', 'pipe', 'ignore'] });
		const printed = new Promise<string>((resolve) => {
			let text = '';
			child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
			child.once('close', () => {
				resolve(text);
			});
			child.once('error', () => {
				resolve('');
			});
		});
		const text = await printed;
		return text === '' ? null : { name: peer.name, ...answerSchema.parse(JSON.parse(text)) };
	} finally {
		await rm(folder, { recursive: true });
	}
}
