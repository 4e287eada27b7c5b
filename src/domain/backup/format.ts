/** What a stream of bytes is, from its first ones: names of objects are no evidence. */
export type Format =
  | 'gzip'
  | 'zstd'
  /** pg_dump --format=custom. */
  | 'custom'
  | 'tar'
  /** pg_dump --format=directory: several objects. */
  | 'directory'
  | 'plain'
  | Encrypted
  /** Compressed by a program that is not read here. */
  | 'xz'
  | 'bzip2'
  | 'lz4'
  | 'zip'
  | 'empty'
  | 'unknown';

/** Encrypted by these programs. */
export type Encrypted = 'age' | 'gpg' | 'openssl';

/** How many of the first bytes are needed. */
export const sniffLength = 512;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

const begins = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** First bytes by format: RFC 1952, RFC 8878, pg_backup_archiver.h, age-encryption.org/v1, enc(1), and the tools' own manuals. */
const magics: readonly (readonly [Format, (bytes: Uint8Array) => boolean])[] = [
  ['empty', ({ length }) => length === 0],
  ['gzip', (bytes) => begins(bytes, 0x1f, 0x8b)],
  ['zstd', (bytes) => begins(bytes, 0x28, 0xb5, 0x2f, 0xfd)],
  ['custom', (bytes) => ascii(bytes, 0, 5) === 'PGDMP'],
  ['age', (bytes) => /^(age-encryption\.org\/|-----BEGIN AGE ENCRYPTED)/.test(ascii(bytes, 0, 40))],
  ['openssl', (bytes) => ascii(bytes, 0, 8) === 'Salted__'],
  ['gpg', (bytes) => ascii(bytes, 0, 27) === '-----BEGIN PGP MESSAGE-----'],
  ['xz', (bytes) => begins(bytes, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
  ['bzip2', (bytes) => /^BZh[1-9]/.test(ascii(bytes, 0, 4))],
  ['lz4', (bytes) => begins(bytes, 0x04, 0x22, 0x4d, 0x18)],
  ['zip', (bytes) => begins(bytes, 0x50, 0x4b, 3, 4)],
  ['tar', (bytes) => ascii(bytes, 257, 262) === 'ustar'],
  ['gpg', isOpenPgp],
  ['plain', isText],
];

/** The format of a stream that begins with these bytes (all of them, or the first {@link sniffLength}). */
export function formatOf(first: Uint8Array): Format {
  return magics.find(([, fits]) => fits(first))?.[0] ?? 'unknown';
}

/**
 * OpenPGP packets that encrypted messages begin with: session keys (tags 1 and 3), in the old and the new form of
 * packet headers (RFC 4880, 4.2), with the versions 3 and 4 that follow their length.
 */
function isOpenPgp(bytes: Uint8Array): boolean {
  const [tag = 0, , second, third] = bytes;
  const oldForm = [0x84, 0x85, 0x8c, 0x8d].includes(tag) && [second, third].some(isKeyVersion);
  const newForm = [0xc1, 0xc3].includes(tag) && [second, third].some(isKeyVersion);
  return oldForm || newForm;
}

const isKeyVersion = (byte: number | undefined): boolean => byte === 3 || byte === 4;

/** No control characters but white space in it. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
