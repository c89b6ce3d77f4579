import { nearestInRange } from '#lib/graph/nearness/nearest-in-range.ts';
import { fillLeaf } from '#lib/graph/places/fill-leaf.ts';

/** What is done in threads: pure functions, whose result depends on what they are given and on nothing else. */
const tasks = { nearestInRange, fillLeaf };

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;

/** One piece of work, as it is sent to a thread. */
export interface TaskCall<Name extends TaskName = TaskName> {
	name: Name;
	given: Parameters<Tasks[Name]>[0];
}

/** Does a piece of work in this thread. */
export function runTask<Name extends TaskName>({ name, given }: TaskCall<Name>): ReturnType<Tasks[Name]> {
	const task = tasks[name] as (given: Parameters<Tasks[Name]>[0]) => ReturnType<Tasks[Name]>;
	return task(given);
}
