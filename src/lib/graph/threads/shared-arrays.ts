/**
 * Typed arrays that threads look into together: what is sent to another thread is the memory itself, and no copy of it.
 * Nobody writes into one that has been sent.
 */
export function sharedUint32(length: number): Uint32Array {
	return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

export function sharedFloat64(length: number): Float64Array {
	return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}
