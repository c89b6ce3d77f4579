import { createInterface } from 'node:readline';
import { createConnection } from './caged-connection.ts';
import { type CagedLine, decodeQuery, packFailure } from './cage-protocol.ts';
import { executeQuery } from './execute-query.ts';

/**
 * The process in which people's Cypher runs, and nothing else: started by cage.ts, ended by it at any moment.
 * One query after the other; it ends when its standard input does, that is, with the one who started it.
 */
function say(line: CagedLine): void {
	process.stdout.write(`${JSON.stringify(line)}\n`);
}

const connection = createConnection();

async function answer(line: string): Promise<void> {
	try {
		const query = decodeQuery(line);
		const { rows, ...rest } = await executeQuery(connection.to(query.access), query, () => {
			say({ phase: 'running' });
		});
		const text = Buffer.from(`[${rows.join(',')}]`);
		say({ phase: 'done', ...rest, rowCount: rows.length, bytes: text.length });
		process.stdout.write(text);
	} catch (error) {
		say({ phase: 'failed', failure: packFailure(error) });
	}
}

let working = Promise.resolve();
createInterface({ input: process.stdin })
	.on('line', (line) => {
		working = working.then(() => answer(line));
	})
	.on('close', () => process.exit(0));
say({ phase: 'ready' });
