import { cagedLineSchema, type CagedLine } from './cage-protocol.ts';
import { cagedLimits } from './caged-limits.ts';

/** What the query's process says: a line, with the bytes of the rows behind an outcome `done`. */
export type Frame = CagedLine & { rows?: Buffer };

/**
 * Cuts what comes from a query's process into frames and holds no more of it than may come. Calls `onFrame` for
 * each, `onBroken` once when a line or the rows are larger than allowed or are no frame at all.
 */
export function createFrameReader(
	mostBytes: number,
	onFrame: (frame: Frame) => void,
	onBroken: () => void
): (chunk: Buffer) => void {
	let parts: Buffer[] = [];
	let size = 0;
	let awaited: (CagedLine & { phase: 'done' }) | null = null;
	let isBroken = false;

	const broken = () => {
		isBroken = true;
		parts = [];
		onBroken();
	};
	/** Takes the first bytes of what has come; what is behind them stays. */
	const cut = (length: number, skipped = 0): Buffer => {
		const all = Buffer.concat(parts);
		const rest = all.subarray(length + skipped);
		[parts, size] = [rest.length > 0 ? [rest] : [], rest.length];
		return all.subarray(0, length);
	};
	const lineLength = (): number => {
		let before = 0;
		for (const part of parts) {
			const at = part.indexOf(10);
			if (at >= 0) return before + at;
			before += part.length;
		}
		return -1;
	};
	const readLine = (text: string): CagedLine | null => {
		try {
			return cagedLineSchema.parse(JSON.parse(text));
		} catch {
			return null;
		}
	};

	/** One frame, if all of it has come. False when nothing more can be read. */
	const step = (): boolean => {
		if (awaited) {
			if (size < awaited.bytes) return false;
			const frame = { ...awaited, rows: cut(awaited.bytes) };
			awaited = null;
			onFrame(frame);
			return true;
		}
		const length = lineLength();
		if (length < 0 || length > cagedLimits.lineBytes) {
			if (size > cagedLimits.lineBytes) broken();
			return false;
		}
		const line = readLine(cut(length, 1).toString('utf8'));
		if (!line || (line.phase === 'done' && line.bytes > mostBytes)) {
			broken();
			return false;
		}
		if (line.phase === 'done') awaited = line;
		else onFrame(line);
		return true;
	};

	return (chunk) => {
		if (isBroken) return;
		parts.push(chunk);
		size += chunk.length;
		while (step());
	};
}
