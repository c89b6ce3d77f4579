import { extractCorpus } from '#lib/concepts/extract.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** A process that extracts the papers that it is sent, and says when it is ready and when it is done. */
process.on('message', (papers) => {
	void extractCorpus(papers as Paper[]).then(() => process.send?.('done'));
});
await extractCorpus([]);
process.send?.('ready');
