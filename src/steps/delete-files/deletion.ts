/** What find deleted, and what the file system gained by it. */
export interface Deletion {
  readonly files: number;
  /** Sum of their sizes; a file with several names counts once. */
  readonly bytes: number;
  /** What they took on the file system as far as no other name keeps it. */
  readonly allocated: number;
  /** What other names (hard links) keep. */
  readonly linked: number;
  /** What their sizes count and they never took: holes (sparse files), or compression. */
  readonly holes: number;
  /** Free bytes after against before, measured right around the deletion; absent where `df` did not tell. Others write there too. */
  readonly gained?: number;
}

/** Bytes of a block as find's `%b` counts them (find(1)). */
const blockBytes = 512;

/**
 * Read what `deleteOldFiles` prints, NUL-separated: `<inode> <bytes> <blocks> <names>` for each file, and before the first and
 * after the last one what df says, a heading and the free bytes.
 */
export function readDeletion(output: string): Deletion {
  const inodes = new Map<string, { bytes: number; took: number; names: number }>();
  const free: number[] = [];
  let files = 0;
  for (const record of output.split('\0')) {
    const [, inode, ...figures] = /^(\d+) (\d+) (\d+) (\d+)$/.exec(record) ?? [];
    const measured = /^\s*\S+\s+(\d+)\s*$/.exec(record)?.[1];
    if (inode !== undefined) {
      const [bytes = 0, blocks = 0, names = 1] = figures.map(Number);
      files += 1;
      inodes.set(inode, { bytes, took: blocks * blockBytes, names });
    } else if (measured !== undefined) free.push(Number(measured));
  }
  const gained = free.length < 2 ? undefined : (free.at(-1) ?? 0) - (free[0] ?? 0);
  return { ...summed([...inodes.values()]), files, ...(gained === undefined ? {} : { gained }) };
}

function summed(inodes: readonly { readonly bytes: number; readonly took: number; readonly names: number }[]) {
  const sum = { bytes: 0, allocated: 0, linked: 0, holes: 0 };
  for (const { bytes, took, names } of inodes) {
    sum.bytes += bytes;
    sum.holes += Math.max(0, bytes - took);
    // of a file that lost its last name here, the last record says 1
    if (names > 1) sum.linked += took;
    else sum.allocated += took;
  }
  return sum;
}
