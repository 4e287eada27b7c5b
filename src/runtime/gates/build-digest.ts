import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Digest, digestOf } from '../../domain/json.ts';

/**
 * The digest of the code that runs: SHA-256 over names and contents of all files beside this bundle. An approval binds
 * it, so that other code needs another approval.
 */
export function buildDigest(folder = dirname(fileURLToPath(import.meta.url))): Digest {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const digests = files
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]);
  return digestOf(digests);
}
