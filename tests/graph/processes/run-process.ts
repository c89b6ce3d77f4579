import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Ended {
	code: number | null;
	output: string;
	errors: string;
}

function start(script: string, given: string[]) {
	const child = spawn(process.execPath, ['--import', 'tsx', script, ...given], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended: Ended = { code: null, output: '', errors: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.output += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.errors += text));
	const end = new Promise<Ended>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			resolve({ ...ended, code });
		});
	});
	return { child, end };
}

/** Runs a command of Throughline to its end. */
export async function runProcess(script: string, ...given: string[]): Promise<Ended> {
	return start(script, given).end;
}

/** Starts a script of this folder that stands still at some point, and waits until it stands there. */
export async function processStandingStill(script: URL, ...given: string[]) {
	const { child, end } = start(fileURLToPath(script), given);
	const stands = new Promise<true>((resolve) => {
		child.stdout.on('data', () => {
			resolve(true);
		});
	});
	const first = await Promise.race([stands, end]);
	if (first !== true) throw new Error(`${script.pathname} ended with code ${first.code}: ${first.errors}`);
	return {
		/** Kills it as `kill -9` does: it cannot tidy up. */
		kill: async () => {
			child.kill('SIGKILL');
			await end;
		}
	};
}
