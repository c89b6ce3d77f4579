import type { CommandArguments } from './command.ts';

/** The option of the commands that measure or fit: where the evaluation data lie. */
export const dataOption = {
	data: { type: 'string', description: 'the folder of the evaluation data; ../shared/data without it' }
} as const;

export function dataFolder(values: CommandArguments['values']): string {
	return typeof values['data'] === 'string' ? values['data'] : '../shared/data';
}
