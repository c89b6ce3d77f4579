import { extractCorpus } from '#lib/concepts/extract.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import type { ExtractionTask } from './speed.ts';

/** A process that extracts what it is sent; it says when it is ready and, when it is done, how much memory it held. */
process.on('message', (task) => {
	const { papers, threads } = task as ExtractionTask;
	void extractCorpus(papers, { workers: threads }).then(() => {
		process.send?.(Math.round(process.resourceUsage().maxRSS / 1000));
	});
});
await extractCorpus((await readPapers(['static/sample-papers.jsonl'])).papers);
process.send?.('ready');
