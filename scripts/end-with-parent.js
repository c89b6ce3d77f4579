/**
 * Preloaded into the explorer that `npm start` runs (`node --import`): it ends in order when that process is gone,
 * however it ended, and when the terminal is closed. The channel between the two closes with either of them.
 */

/** Milliseconds for an orderly end: whoever leaves last stops Neo4j, which takes up to twenty seconds. */
const patience = 40_000;

function end() {
	process.kill(process.pid, 'SIGTERM');
	setTimeout(() => process.exit(1), patience).unref();
}

process.once('disconnect', end);
process.once('SIGHUP', end);
// Listening to the channel would keep the process alive after its last connection.
process.channel?.unref();
// What it says goes to a terminal that may be closed.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
