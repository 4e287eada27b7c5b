/** A member of a tar archive, from its header. */
export interface TarMember {
  /** The last part of its path. */
  readonly name: string;
  readonly bytes: number;
  /** `meta`: says something about the next member; its content is passed over. */
  readonly kind: 'file' | 'folder' | 'meta';
}

/** Headers and contents come in blocks of so many bytes. */
export const tarBlock = 512;

/** Types of members: the ones of POSIX (ustar), and the long names of GNU. Links, devices and pipes are refused. */
const kinds: Readonly<Record<string, TarMember['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '5': 'folder',
  x: 'meta',
  g: 'meta',
  L: 'meta',
};

/**
 * Read a header (POSIX.1-1988, ustar). `end`: a block of zeros, which stands at the end of the archive. A string says why
 * the member must not be read: a wrong checksum, a link or device, a path that leads outside.
 */
export function tarHeader(block: Uint8Array): TarMember | 'end' | string {
  if (block.every((byte) => byte === 0)) return 'end';
  if (checksumOf(block) !== octal(block, 148, 8)) return 'the checksum of a header in it is wrong';
  const path = [text(block, 345, 155), text(block, 0, 100)].filter((part) => part !== '').join('/');
  const kind = kinds[String.fromCharCode(block[156] ?? 0)];
  if (kind === undefined) return 'it holds a link, a device or a pipe';
  if (path.startsWith('/') || path.split('/').includes('..')) return 'a path in it leads outside';
  const bytes = octal(block, 124, 12);
  if (bytes === undefined) return 'a member of it has no size';
  return { name: path.replace(/\/$/, '').replace(/^.*\//, ''), bytes, kind };
}

function text(block: Uint8Array, from: number, length: number): string {
  const end = block.subarray(from, from + length).indexOf(0);
  return String.fromCharCode(...block.subarray(from, from + (end < 0 ? length : end)));
}

/** Octal digits, or for large sizes a number in base 256 that begins with 0x80 (GNU). */
function octal(block: Uint8Array, from: number, length: number): number | undefined {
  if (block[from] === 0x80) {
    const value = block.subarray(from + 1, from + length).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = text(block, from, length).trim();
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

/** The sum of all bytes, those of the checksum itself taken as blanks. */
function checksumOf(block: Uint8Array): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}
