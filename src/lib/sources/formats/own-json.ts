import { matchFields, matchNote, type MatchedFields } from '#lib/sources/fields/match-fields.ts';
import { matchedRecord } from '#lib/sources/fields/matched-record.ts';
import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { Finding, Source } from '#lib/sources/source-record.ts';
import type { RecordReader } from './json-records.ts';

/** How many sets of names of one file are remembered: records of one file have a few. */
const rememberedSets = 1000;
const rememberedNames = 200;

/** An object that holds the paper beside what was done with it: `{ paper: { title, … }, votes: 3 }`. */
function paperIn(json: Record<string, unknown>): Record<string, unknown> {
	if ('title' in json && 'abstract' in json) return json;
	const inner = json['paper'] ?? json['_source'] ?? json['attributes'] ?? json['bibjson'];
	return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
		? { ...json, ...(inner as Record<string, unknown>) }
		: json;
}

/** Reads the records that people make themselves, by the names that they give to fields; says once which was taken. */
export function ownJsonReader({ file, columns }: Source): RecordReader {
	const matches = new Map<string, MatchedFields>();
	const said = new Set<string>();
	return function* (json, source, record): Generator<Finding> {
		const paper = paperIn(json);
		const names = Object.keys(paper);
		const key = names.join('\n');
		const matched = matches.get(key) ?? matchFields(names, columns);
		if (matches.size < rememberedSets && names.length < rememberedNames) matches.set(key, matched);
		const note = said.size === 0 ? matchNote(matched) : null;
		const finding = paperRecord(matchedRecord(paper, matched), source, record);
		if (note !== null && 'paper' in finding) {
			said.add(note);
			yield { noted: { file, note } };
		}
		yield finding;
	};
}
