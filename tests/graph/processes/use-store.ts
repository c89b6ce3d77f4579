import { openStore } from '#lib/server/store.ts';
import { standStill } from './stand-still.ts';

/** Opens a store as a command does, starting a local Neo4j where none runs, and stands still: to be killed. */
const [url = ''] = process.argv.slice(2);
await openStore({ url, javaHome: process.env['JAVA_HOME'] });
standStill();
