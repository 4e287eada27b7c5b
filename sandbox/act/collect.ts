/** What a run leaves in `out/<id>/`: the artifacts as uploaded, and the report that is in them. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptArtifact } from '../github/control.ts';
import { unzip, unzippedIfSound } from './unzip.ts';

/** The files of a report, which are laid beside `artifacts/` as well. */
const reportFiles = ['report.json', 'summary.md', 'report.html'];

/** Empties the folder for a new run's output. */
export function emptyOut(out: string): void {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'artifacts'), { recursive: true });
}

function unpack(artifact: KeptArtifact, artifacts: string): string {
  const target = join(artifacts, artifact.name);
  if (artifact.mimeType !== 'application/zip') {
    copyFileSync(artifact.file, target);
    return artifacts;
  }
  mkdirSync(target, { recursive: true });
  copyFileSync(artifact.file, `${target}.zip`);
  // one that somebody has tampered with is kept as it was uploaded
  if (unzippedIfSound(artifact.file) !== undefined) unzip(artifact.file, target);
  return target;
}

/**
 * Lays the artifacts of a run into `out/artifacts/` (each zip as it was uploaded, and unpacked beside it) and the newest
 * report's files into `out/`. Returns the names of the report's files that are there.
 */
export function collectArtifacts(artifacts: readonly KeptArtifact[], out: string): string[] {
  const folders = artifacts.map((artifact) => unpack(artifact, join(out, 'artifacts')));
  const found = folders.filter((folder) => existsSync(join(folder, 'report.json')));
  const newest = found.at(-1);
  if (newest === undefined) return [];
  return reportFiles.filter((name) => {
    if (!existsSync(join(newest, name))) return false;
    copyFileSync(join(newest, name), join(out, name));
    return true;
  });
}

/** The files below a folder with their sizes, for a last line that says what is there. */
export function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}
