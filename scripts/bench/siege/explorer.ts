import { spawn, type ChildProcess } from 'node:child_process';
import { ThroughlineError } from '#lib/domain/errors.ts';

const port = 4181;
export const address = `http://127.0.0.1:${port}`;

async function isUp(): Promise<boolean> {
	return fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5000) }).then(
		({ ok }) => ok,
		() => false
	);
}

/** The explorer as people start it, with its local Neo4j and what watches over it, for the length of `work`. */
export async function withExplorer<Result>(graph: string, work: () => Promise<Result>): Promise<Result> {
	const child: ChildProcess = spawn(
		process.execPath,
		['--import', 'tsx', 'scripts/start.ts', '--graph', graph],
		{
			stdio: ['ignore', 'ignore', 'pipe'],
			env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' }
		}
	);
	let said = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		said += text;
		// That Neo4j is started again, say: it belongs beside the figures.
		process.stderr.write(text);
	});
	const ended = new Promise<void>((resolve) => child.once('exit', resolve));
	try {
		for (let waited = 0; !(await isUp()); waited += 250) {
			if (waited > 300_000 || child.exitCode !== null)
				throw new ThroughlineError('The explorer did not start.', said || 'Is something else on its port?');
			await new Promise((wake) => setTimeout(wake, 250));
		}
		return await work();
	} finally {
		child.kill('SIGTERM');
		const late = setTimeout(() => child.kill('SIGKILL'), 40_000);
		await ended;
		clearTimeout(late);
	}
}
