import { expect, test } from 'vitest';
import { lineForJava, majorOfJava } from '#lib/server/local-server/neo4j-artifacts.ts';

test.each([
	['openjdk version "17.0.15" 2025-04-15', 17],
	['openjdk version "25" 2025-09-16', 25],
	['java version "1.8.0_292"', 8],
	['command not found', null]
])('majorOfJava(%j)', (printed, major) => {
	expect(majorOfJava(printed)).toBe(major);
});

test.each([
	[11, undefined],
	[17, '5.26.12'],
	[21, '5.26.12'],
	[25, '2026.09.0']
])('lineForJava(%i)', (major, version) => {
	expect(lineForJava(major)?.version).toBe(version);
});
