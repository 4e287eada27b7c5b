/**
 * `node sandbox/cert-manager/extract.ts`: takes cert-manager's own definition of a Certificate out of its Go module, and
 * writes it for the sandbox without the texts that only people read. Everything that the API server validates by stays.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const MODULE = 'github.com/cert-manager/cert-manager';
const VERSION = 'v1.21.2';
const FILE = 'deploy/crds/cert-manager.io_certificates.yaml';
const TARGET = join(import.meta.dirname, '..', 'parts', 'manifests', 'cert-manager-certificates.yaml');

/** Keywords whose keys are names of properties and not keywords themselves. */
const naming = new Set(['properties', 'patternProperties']);

/** A schema without its descriptions; a property that is called so stays. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, entry]) => key !== 'description' || typeof entry !== 'string');
  return Object.fromEntries(kept.map(([key, entry]) => [key, naming.has(key) ? prunedNames(entry) : pruned(entry)]));
}

const prunedNames = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(value as object).map(([name, schema]) => [name, pruned(schema)]));

const folder = mkdtempSync(join(tmpdir(), 'cert-manager-'));
try {
  const argv = ['mod', 'download', '-json', `${MODULE}@${VERSION}`];
  const { Dir } = JSON.parse(execFileSync('go', argv, { cwd: folder, encoding: 'utf8' })) as { Dir: string };
  const definition = pruned(parse(readFileSync(join(Dir, FILE), 'utf8')));
  const head = [
    `# ${FILE} of ${MODULE} ${VERSION} (Apache License 2.0), without descriptions.`,
    '# Written by `node sandbox/cert-manager/extract.ts`. Do not edit.',
  ];
  writeFileSync(TARGET, `${head.join('\n')}\n${stringify(definition, { lineWidth: 0 })}`);
} finally {
  rmSync(folder, { recursive: true });
}
