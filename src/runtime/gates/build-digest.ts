import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Digest, digestOf } from '../../domain/json.ts';

/** `dist/`: the folder of the folder that this bundle lies in. */
const build = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The digest of the code that runs: SHA-256 over names and contents of all files of `dist/`, the bundle and what starts it.
 * An approval binds it, so that other code needs another approval.
 */
export function buildDigest(folder = build): Digest {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const digests = files
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]);
  return digestOf(digests);
}
