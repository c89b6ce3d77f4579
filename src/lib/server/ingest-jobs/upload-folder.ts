import { mkdir, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf } from '#lib/domain/limits.ts';
import { uploadLimits } from '#lib/domain/ingest-job.ts';

/** In front of the names of these folders; the number of the process that made one stands behind it. */
const prefix = 'throughline-ingest-';

/**
 * What a file is called here, of what its sender calls it: the last part of a path, with letters, digits and a few
 * signs. It tells people where a paper came from, and nothing else: each file lies in a numbered folder of its own.
 */
export function safeName(given: string): string {
	const last = given.split(/[/\\]/).at(-1) ?? '';
	const plain = last
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N} ._()+,-]+/gu, '_')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	// The extension of a long one stays.
	let cut = plain;
	while (bytesOf(cut) > uploadLimits.name) cut = cut.slice(1);
	return cut.replace(/[\uD800-\uDFFF]/gu, '') || 'file';
}

/** A temporary folder with the files that were sent for one ingest. */
export interface UploadFolder {
	/** The paths of the files, in the order of their numbers. */
	paths: string[];
	/** Writes a part of a file at that byte. */
	write(file: number, at: number, bytes: Uint8Array): Promise<void>;
	/** Takes the folder away with all that is in it. */
	remove(): Promise<void>;
}

/** Takes away the folders that processes left behind which were killed. */
export async function removeLeftFolders(folder = tmpdir()): Promise<void> {
	for (const name of await readdir(folder)) {
		const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : NaN;
		if (Number.isInteger(pid) && pid > 0 && !isRunning(pid))
			await rm(join(folder, name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return (cause as NodeJS.ErrnoException).code !== 'ESRCH';
	}
}

/** Makes the folder for files of these names. Others of this machine may not look into it. */
export async function makeUploadFolder(names: readonly string[], folder = tmpdir()): Promise<UploadFolder> {
	const own = await mkdtemp(join(folder, `${prefix}${process.pid}-`));
	const paths = names.map((name, number) => join(own, String(number), safeName(name)));
	for (const number of names.keys()) await mkdir(join(own, String(number)), { mode: 0o700 });
	return {
		paths,
		async write(file, at, bytes) {
			const path = paths[file];
			if (path === undefined) throw new Error(`there is no file ${file}`);
			const handle = await open(path, at === 0 ? 'w' : 'r+', 0o600);
			try {
				await handle.write(bytes, 0, bytes.length, at);
			} finally {
				await handle.close();
			}
		},
		remove: () => rm(own, { recursive: true, force: true })
	};
}
