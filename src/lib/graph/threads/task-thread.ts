import { runTask } from './tasks.ts';

/** What a worker thread is asked to do. */
export default runTask;
