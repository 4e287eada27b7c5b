/** An old plain file. `path` is the bytes of its name in base64: names need not be UTF-8. */
export interface OldFile {
  readonly path: string;
  readonly device: number;
  readonly inode: string;
  readonly bytes: number;
  /** The newest of access, modification and status change, seconds since the epoch by the container's clock. */
  readonly touched: number;
  /** For people: the name as far as it is UTF-8, at most 200 characters. */
  readonly shown: string;
}

/** What is below a directory. */
export interface Listing {
  readonly old: readonly OldFile[];
  /** Plain files that are not old. */
  readonly young: number;
  /** Sockets, pipes, links and devices: never touched. */
  readonly others: number;
}

const nul = 0;
const space = 32;

/** Read NUL-separated records of bytes; a record that is not of ours is left out. */
export function readListing(output: Uint8Array): Listing {
  const old: OldFile[] = [];
  let young = 0;
  let others = 0;
  for (const record of recordsOf(output)) {
    const file = oldFileOf(record);
    if (file !== undefined) old.push(file);
    else if (startsWith(record, 'kept f ')) young += 1;
    else if (startsWith(record, 'kept ') && !startsWith(record, 'kept d ')) others += 1;
  }
  return { old, young, others };
}

function* recordsOf(output: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let end = output.indexOf(nul, start); end >= 0; end = output.indexOf(nul, start)) {
    yield output.subarray(start, end);
    start = end + 1;
  }
}

/** `old <device> <inode> <bytes> <atime> <mtime> <ctime> <path>`: seven fields without blanks, and then the rest is the path. */
function oldFileOf(record: Uint8Array): OldFile | undefined {
  if (!startsWith(record, 'old ')) return undefined;
  const fields: string[] = [];
  let start = 0;
  while (fields.length < 7) {
    const end = record.indexOf(space, start);
    if (end < 0) return undefined;
    fields.push(new TextDecoder().decode(record.subarray(start, end)));
    start = end + 1;
  }
  const [, device = '', inode = '', bytes = '', ...times] = fields;
  if (!/^\d+$/.test(device) || !/^\d+$/.test(inode) || !/^\d+$/.test(bytes)) return undefined;
  const path = record.subarray(start);
  return {
    path: base64(path),
    device: Number(device),
    inode,
    bytes: Number(bytes),
    touched: Math.max(...times.map(Number)),
    shown: new TextDecoder().decode(path).slice(0, 200),
  };
}

const startsWith = (record: Uint8Array, prefix: string): boolean => {
  if (record.length < prefix.length) return false;
  for (let index = 0; index < prefix.length; index += 1) if (record[index] !== prefix.charCodeAt(index)) return false;
  return true;
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Names by which programs tell each other that something is in use. */
export function isLockName(shown: string): boolean {
  return /(^|\/)[^/]*(\.lock|\.lck|\.pid|-lock|\.LCK)$/.test(shown) || /(^|\/)lock$/.test(shown);
}

/** Size and free bytes from `df -B1 --output=size,avail`. */
export function readSpace(output: Uint8Array): { readonly size: number; readonly free: number } | undefined {
  const match = /(\d+)\s+(\d+)\s*$/.exec(new TextDecoder().decode(output));
  return match ? { size: Number(match[1]), free: Number(match[2]) } : undefined;
}
