import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Installs packages of Debian where this process may, as root on Debian, and says so; elsewhere nothing happens. Not
 * ended by a signal: a half installed package would be left. Throws what apt-get ends with.
 */
export async function installFromDebian(
	what: string,
	packages: string[],
	log: (line: string) => void
): Promise<void> {
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
	log(`Installing ${what} from the system packages (${packages.join(', ')}).`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
