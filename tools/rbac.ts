/**
 * `npm run rbac -- [file]`: print the manifests for one's own configuration (default `.github/maintenance.yml`), for
 * `kubectl apply -f -`.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIGURATION_FILE } from '../src/domain/configuration/read.ts';
import { manifestsFor } from './sync/for-configuration.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [given] = process.argv.slice(2);
try {
  process.stdout.write(
    await manifestsFor(readFileSync(given ?? join(root, CONFIGURATION_FILE), 'utf8'), given ?? CONFIGURATION_FILE),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
