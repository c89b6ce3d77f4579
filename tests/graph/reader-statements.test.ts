import neo4j from 'neo4j-driver';
import { expect, test } from 'vitest';
import { labels, peoplesLabels, relationshipTypes } from '#lib/domain/graph-model.ts';
import { readerStatements } from '#lib/domain/reader-statements.ts';
import { openedStore } from './opened-store.ts';

const opened = openedStore();

/** What an edition without roles makes of a statement: the code of its refusal, after it was parsed. */
async function codeOf(statement: string): Promise<string> {
	const { bolt, username, password } = opened.store.access;
	const driver = neo4j.driver(bolt, neo4j.auth.basic(username, password));
	const session = driver.session({ database: 'system' });
	try {
		await session.run(`EXPLAIN ${statement}`);
		return 'parsed';
	} catch (failure) {
		return (failure as { code: string }).code;
	} finally {
		await session.close();
		await driver.close();
	}
}

const refusedByEdition = 'Neo.ClientError.Statement.UnsupportedAdministrationCommand';

test.each(readerStatements())('%s: parses', async (statement) => {
	expect(['parsed', refusedByEdition]).toContain(await codeOf(statement));
});

test('what does not parse is told from what the edition refuses', async () => {
	expect(await codeOf('GRANT MATCH {*} ON GRAPHS NODES Paper TO throughline_reader')).toBe(
		'Neo.ClientError.Statement.SyntaxError'
	);
	expect(await codeOf('CREATE ROLE throughline_reader IF NOT EXISTS')).toBe(refusedByEdition);
});

test('every label and type of the model may be read, and only what people make is written', () => {
	const statements = readerStatements('pond');
	const granted = (pattern: RegExp) => statements.filter((statement) => pattern.test(statement)).join('\n');
	for (const name of [...labels, ...peoplesLabels]) expect(granted(/MATCH \{\*\} .* NODES /)).toContain(name);
	for (const name of relationshipTypes) expect(granted(/MATCH \{\*\} .* RELATIONSHIPS /)).toContain(name);
	const writing = statements.filter((statement) => /GRANT (CREATE|DELETE|SET|WRITE|ALL)/.test(statement));
	expect(writing).toHaveLength(3);
	for (const statement of writing) {
		expect(statement).toContain(`ON GRAPH pond NODES ${peoplesLabels.join(', ')} TO throughline_keeper`);
		for (const name of labels) expect(statement).not.toMatch(new RegExp(`\\b${name}\\b`));
	}
});
