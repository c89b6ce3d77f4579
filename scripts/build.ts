import { buildExplorer } from './build-explorer.ts';
import { runCommand } from './command.ts';

await runCommand(
	{
		name: 'build',
		usage: 'npm run build',
		description: 'Builds the explorer into build/. npm start does so itself where that is missing or stale.',
		options: {},
		examples: ['npm run build']
	},
	() => buildExplorer('inherit')
);
