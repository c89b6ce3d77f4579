import { spawn } from 'node:child_process';

/** A command of Throughline that runs on, with what it has said so far. */
export interface RunningCommand {
	pid: number;
	said: { output: string; errors: string };
	/** Closes the end of its standard output that is not its own, as `head` does. */
	stopReading: () => void;
	signal: (signal: NodeJS.Signals) => void;
	/** Its exit code, or the signal that killed it. */
	end: Promise<number | string>;
}

/** Starts a command in a group of its own, as a terminal does. */
export function runningCommand(given: string[], environment: NodeJS.ProcessEnv = {}): RunningCommand {
	const child = spawn(process.execPath, ['--import', 'tsx', ...given], {
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		env: { ...process.env, ...environment }
	});
	const said = { output: '', errors: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (said.output += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said.errors += text));
	return {
		pid: child.pid ?? 0,
		said,
		stopReading: () => child.stdout.destroy(),
		signal: (signal) => child.kill(signal),
		end: new Promise((resolve) => {
			child.once('exit', (code, signal) => {
				resolve(code ?? signal ?? 'unknown');
			});
		})
	};
}
