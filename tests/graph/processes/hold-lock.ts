import { withIngestLock } from '#lib/server/publishing/ingest-lock.ts';
import { openStore } from '#lib/server/store.ts';
import { standStill } from './stand-still.ts';

/** Takes the place of the one ingest and stands still there: to be killed. */
const [url = ''] = process.argv.slice(2);
const store = await openStore({ url, joinOnly: true });
await withIngestLock(store, () => Promise.resolve(standStill()));
