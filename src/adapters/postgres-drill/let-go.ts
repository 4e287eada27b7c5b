/** Smaller pieces may be parts of something shared. */
const leastBytes = 16 * 1024;

/**
 * Give the memory of a piece back at once, where the piece is the end of its buffer: whatever came before it in the same
 * buffer has been used. Left to the collector, some 60 MB of pieces wait for it at any time.
 */
export function letGo({ buffer, byteOffset, byteLength }: Uint8Array): void {
  const last = byteOffset + byteLength === buffer.byteLength;
  if (last && byteLength >= leastBytes && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
