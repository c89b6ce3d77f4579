import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LocalServerError } from '#lib/domain/errors.ts';
import { installFromDebian } from './system-packages.ts';

const run = promisify(execFile);

/** A line of Neo4j Community, and the versions of Java that it runs on. */
export interface Neo4jLine {
	version: string;
	mainClass: string;
	java: [from: number, to: number];
}

const lines: Neo4jLine[] = [
	{ version: '5.26.12', mainClass: 'org.neo4j.server.CommunityEntryPoint', java: [17, 21] },
	{ version: '2026.09.0', mainClass: 'org.neo4j.server.Neo4jCommunity', java: [21, Infinity] }
];

/** True when one line can open what the other version wrote. */
export function isSameLine(one: string, other: string): boolean {
	return one.split('.')[0] === other.split('.')[0];
}

/**
 * The line for a major version of Java: the one that wrote the folder where this Java runs it, else the LTS for 17
 * to 21 and the newer one above. Null below 17.
 */
export function lineForJava(major: number, written: string | null = null): Neo4jLine | null {
	const possible = lines.filter(({ java: [from, to] }) => major >= from && major <= to);
	return possible.find(({ version }) => isSameLine(version, written ?? '')) ?? possible[0] ?? null;
}

/** The major version in what `java -version` prints: `openjdk version "17.0.15"` is 17, `"1.8.0_292"` is 8. */
export function majorOfJava(printed: string): number | null {
	const found = /version "(?:1\.)?(\d+)/.exec(printed);
	return found ? Number(found[1]) : null;
}

const waysOut =
	'Install Java 17 or newer and Maven, or run Neo4j in a container, or name another Neo4j with GRAPH_URL=bolt://… .';

/** How finding and fetching tell what they do, and what ends them in the middle. */
interface Effects {
	log: (line: string) => void;
	signal?: AbortSignal | undefined;
}

/** What `java -version` prints, empty where there is none. */
async function versionPrintedBy(java: string): Promise<string> {
	try {
		// A path through a file is refused before there is a promise.
		const { stdout, stderr } = await run(java, ['-version']);
		return stderr + stdout;
	} catch {
		return '';
	}
}

async function has(command: string): Promise<boolean> {
	return run(command, ['-version']).then(
		() => true,
		() => false
	);
}

function installJavaAndMaven({ log }: Effects): Promise<void> {
	return installFromDebian('Java and Maven', ['openjdk-17-jre-headless', 'maven'], log);
}

/**
 * Finds a Java that can run Neo4j (`JAVA_HOME` first), installing one as root on Debian, and the line for it and for
 * a folder that a version of Neo4j has written already.
 */
export async function findJava({
	javaHome,
	written,
	...effects
}: Effects & { javaHome: string | undefined; written: string | null }): Promise<{
	java: string;
	/** What it says of its version and build. */
	printed: string;
	line: Neo4jLine;
}> {
	const java = javaHome ? join(javaHome, 'bin', 'java') : 'java';
	if (!javaHome && (await versionPrintedBy(java)) === '') await installJavaAndMaven(effects);
	const printed = await versionPrintedBy(java);
	const major = majorOfJava(printed);
	if (major === null) throw new LocalServerError('No Java was found, which the local Neo4j needs.', waysOut);
	const line = lineForJava(major, written);
	if (!line)
		throw new LocalServerError(`Java ${major} is too old for Neo4j, which needs 17 or newer.`, waysOut);
	return { java, printed, line };
}

function pom({ version }: Neo4jLine): string {
	const dependency = (group: string, artifact: string) =>
		`<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
	return `<project><modelVersion>4.0.0</modelVersion><groupId>throughline</groupId><artifactId>neo4j</artifactId>
<version>1</version><dependencies>${dependency('org.neo4j', 'neo4j')}${dependency('org.neo4j.app', 'neo4j-server')}</dependencies></project>`;
}

/**
 * The folder with the jars of a Neo4j line, fetched through Maven the first time (about 115 MB).
 * The folder appears by a rename when it is complete, so that an interrupted fetch leaves nothing half.
 */
export async function neo4jJars(line: Neo4jLine, effects: Effects): Promise<string> {
	const { log, signal } = effects;
	const cache = join(homedir(), '.cache', 'throughline');
	const folder = join(cache, `neo4j-${line.version}`);
	if (existsSync(folder)) return folder;
	if (!(await has('mvn'))) await installJavaAndMaven(effects);
	if (!(await has('mvn')))
		throw new LocalServerError('Maven was not found, which fetches the local Neo4j.', waysOut);
	log(`Fetching Neo4j ${line.version} (about 115 MB, once).`);
	await mkdir(cache, { recursive: true });
	const work = await mkdtemp(join(cache, 'fetching-'));
	try {
		await writeFile(join(work, 'pom.xml'), pom(line));
		const goal = 'dependency:copy-dependencies';
		await run('mvn', ['-q', '-B', goal, '-DincludeScope=runtime', `-DoutputDirectory=${work}/jars`], {
			cwd: work,
			maxBuffer: 1 << 26,
			signal
		});
		await rename(join(work, 'jars'), folder).catch((cause: unknown) => {
			// Another process may have finished the same fetch first; its folder is as good.
			if (!existsSync(folder)) throw cause;
		});
	} catch (cause) {
		signal?.throwIfAborted();
		throw new LocalServerError(
			`Neo4j ${line.version} could not be fetched through Maven.`,
			`Look at the network and at the free space in ${cache}, then try again.`,
			{ cause }
		);
	} finally {
		await rm(work, { recursive: true, force: true });
	}
	return folder;
}
