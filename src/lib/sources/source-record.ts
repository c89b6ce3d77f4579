import type { NetAddress } from '#lib/domain/net-sources.ts';
import type { ToldMarks } from '#lib/domain/mark-keywords.ts';
import type { Paper } from '#lib/domain/paper.ts';
import type { Input } from './input/open-input.ts';

/** What cannot be read of a file: where, and why. `record` is a line or a record, counted from 1; null for the file. */
export interface Rejection {
	file: string;
	record: number | null;
	reason: string;
}

/** What was left out of a record that was read: a field, or a part of it. */
export interface Omission {
	file: string;
	record: number;
	field: string;
	/** What became of it and why: `left out (no http or https address)`, `cut to 25,000 bytes`. */
	what: string;
}

/** A sentence about how a file was understood: which of its columns was taken for the abstract, say. */
export interface Note {
	file: string;
	note: string;
}

/** A paper that a reader finds, and what its record tells besides. */
export interface FoundPaper {
	paper: Paper;
	/** What was left out of it. */
	omitted: Omission[];
	/** What other records of its file call it, in lower case. */
	key?: string;
	/** What it cites by what looks like ids of records of its file, in lower case. */
	ownCites?: string[];
	/** What the record tells of someone's library; absent where it tells nothing of one. */
	marks?: ToldMarks;
}

/** One thing that a reader finds: a paper; a record that cannot be read; a remark. */
export type Finding = FoundPaper | { rejected: Rejection } | { noted: Note };

/** The fields of a record that a person may name, by which of their columns holds them: `{ title: 'Titel' }`. */
export type Columns = Record<string, string>;

export interface ReadOptions {
	/** The year of dates that a Daily Papers page writes without one. */
	year?: number;
	/** Which columns, or fields of JSON records, hold what; the others are recognised by their usual names. */
	columns?: Columns;
	/** Opens standard input, for the file `-`. */
	standardInput?: () => AsyncIterable<Uint8Array>;
	/** Fetches what an address of the net names; without it such an address is the path of a file. */
	net?: (address: NetAddress, headBytes: number) => AsyncIterable<Input>;
	/** Dates after the year that follows this day are none. */
	now?: Date;
}

/** What a reader knows of the file that it reads. */
export interface Source {
	/** Its name in reports and in `Paper.source`. */
	file: string;
	/** The year of dates that are written without one; null to find it in the file. */
	year: number | null;
	/** The last year that a date may have. */
	lastYear: number;
	/** What people said of its columns. */
	columns: Columns;
}

/** A reader of one format: bytes in, findings out, one after the other. */
export type Reader = (bytes: AsyncIterable<Uint8Array>, source: Source) => AsyncIterable<Finding>;

/** A format that is read. */
export interface Format {
	/** What people call it. */
	name: string;
	/** True for the beginning of a file of this format. */
	recognises: (head: string, columns: Columns) => boolean;
	read: Reader;
	/** What a file must hold for a paper to be found in it. */
	expects: string;
}
