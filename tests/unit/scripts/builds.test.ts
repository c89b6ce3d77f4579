import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chooseBuild } from '../../../scripts/builds.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-builds-'));

afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('a chosen build is what index.js runs; the two before it stay, whatever their names', () => {
	for (const [name, minutes] of Object.entries({ d: 1, a: 2, c: 3, b: 4 })) {
		mkdirSync(join(folder, name, 'client'), { recursive: true });
		utimesSync(join(folder, name), 60 * minutes, 60 * minutes);
	}
	chooseBuild(folder, 'a');
	expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c', 'index.js']);
	expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe("import './a/index.js';\n");
	chooseBuild(folder, 'b');
	expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe("import './b/index.js';\n");
	expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c', 'index.js']);
});
