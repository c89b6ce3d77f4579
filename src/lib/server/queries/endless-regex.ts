import { regexLimits } from './constants/endless-limits.ts';

/** A sequence inside a group, up to `|` or `)`. */
interface Sequence {
	/** Parts that must match something and are repeated without an end. */
	repeated: number;
	/** Parts that must match something and are not. */
	fixed: number;
	/** `.` repeated without an end. */
	hasWildcard: boolean;
	/** What it consists of, one after the other; null for a group. */
	atoms: (string | null)[];
}

interface Group {
	sequences: Sequence[];
}

const newSequence = (): Sequence => ({ repeated: 0, fixed: 0, hasWildcard: false, atoms: [] });

/** One atom of a regular expression, and one quantifier after it: `\d`, `[^a]`, `(?:`, `)`, `|`, `.`, `x`. */
const atom =
	/\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]?|\((?:\?(?:<?[=!]|<\w+>|[a-zA-Z-]*:?|>))?|[^]/gy;
const quantifier = /(?:[*+?]|\{\d+(?:,\d*)?\})([+?]?)/gy;

/** How often at most a quantifier repeats; a possessive one (`*+`) never goes back, so that it counts as once. */
function repetitions(written: string, mode: string): number {
	if (written === '' || mode === '+' || written.startsWith('?')) return 1;
	const bounds = /^\{(\d+)(,?)(\d*)\}/.exec(written);
	if (!bounds) return Infinity;
	return bounds[2] === '' ? Number(bounds[1]) : bounds[3] === '' ? Infinity : Number(bounds[3]);
}

/** The printable characters of ASCII: what two atoms have in common is found by trying. */
const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));

/** Which characters each atom matches, found once for every atom of a regular expression. */
class Matches {
	readonly #known = new Map<string, ReadonlySet<string>>();

	/** None where JavaScript reads an atom otherwise. */
	#of(atomText: string): ReadonlySet<string> {
		let found = this.#known.get(atomText);
		if (found) return found;
		try {
			const regex = new RegExp(`^(?:${atomText})$`);
			found = new Set(printable.filter((character) => regex.test(character)));
		} catch {
			found = new Set();
		}
		this.#known.set(atomText, found);
		return found;
	}

	haveInCommon(one: string | null | undefined, other: string | null | undefined): boolean {
		if (typeof one !== 'string' || typeof other !== 'string') return false;
		if (one === other) return true;
		const others = this.#of(other);
		return [...this.#of(one)].some((character) => others.has(character));
	}
}

/** Whether one of two alternatives may match where the other does, or a beginning of it: `a|aa`, `\w|x`, not `foo|far`. */
function mayBeTaken({ atoms }: Sequence, other: Sequence, matches: Matches): boolean {
	const shared = Math.min(atoms.length, other.atoms.length);
	return (
		shared > 0 && atoms.slice(0, shared).every((each, at) => matches.haveInCommon(each, other.atoms[at]))
	);
}

/** True when a group, repeated, can cut the same text in many ways: `(a+)+`, `(.*,)*`, `(a*|b)*`, `(a|aa)+`. */
function isAmbiguous({ sequences }: Group, matches: Matches): boolean {
	if (sequences.length > regexLimits.alternatives) return true;
	return sequences.some(
		(each, at) =>
			each.hasWildcard ||
			(each.repeated > 0 && each.fixed === 0) ||
			sequences.slice(at + 1).some((other) => mayBeTaken(each, other, matches))
	);
}

/**
 * True for a regular expression that may go back over a text without an end: a repeated group that can cut it in many
 * ways, several wildcards side by side (`(.*)(.*)(.*)b`), or very many repetitions. Errs on the side of letting
 * through: `([a-z]+ )*` and `.*graph.*model.*` are fine.
 */
export function isEndlessRegex(regex: string): boolean {
	const matches = new Matches();
	const groups: Group[] = [{ sequences: [newSequence()] }];
	let [endless, sideBySide, at] = [0, 0, 0];
	while (at < regex.length) {
		atom.lastIndex = at;
		const read = atom.exec(regex)?.[0] ?? regex.charAt(at);
		quantifier.lastIndex = at + read.length;
		const opens = read.startsWith('(');
		const [written = '', mode = ''] = opens || read === '|' ? [] : (quantifier.exec(regex) ?? []);
		at += read.length + written.length;
		const isEndless = repetitions(written, mode) > regexLimits.repetitions;
		const closed = read === ')' && groups.length > 1 ? groups.pop() : undefined;
		if (closed && isEndless && isAmbiguous(closed, matches)) return true;
		const group = groups.at(-1) as Group;
		const sequence = group.sequences.at(-1) as Sequence;
		if (!opens && read !== '|') sequence.atoms.push(closed ? null : read);
		if (opens) groups.push({ sequences: [newSequence()] });
		else if (read === '|') group.sequences.push(newSequence());
		else if (closed) merge(sequence, closed, isEndless);
		else if (isEndless) {
			sequence.repeated += 1;
			sequence.hasWildcard ||= read === '.';
			endless += 1;
		} else if (!/^[*?]|^\{0/.test(written)) sequence.fixed += 1;
		if (isEndless && read === '.') sideBySide += 1;
		else if (!opens && read !== ')') sideBySide = 0;
		if (sideBySide > regexLimits.sideBySide || endless > regexLimits.endless) return true;
	}
	return false;
}

/** What a group is to the sequence that it stands in. */
function merge(sequence: Sequence, { sequences }: Group, isEndless: boolean): void {
	if (isEndless || sequences.some(({ repeated }) => repeated > 0)) sequence.repeated += 1;
	if (!isEndless && sequences.every(({ fixed }) => fixed > 0)) sequence.fixed += 1;
	sequence.hasWildcard ||= sequences.some(({ hasWildcard }) => hasWildcard);
}
