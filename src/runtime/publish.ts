import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../domain/report/schema.ts';
import { annotationsOf } from '../pipeline/publish/annotations.ts';
import { renderSummary } from '../render/summary.ts';
import type { Process } from './process.ts';

/** Where a published report lies on this machine. */
export interface Published {
  readonly folder: string;
  readonly json: string;
}

/**
 * Publish a report: files, job summary, annotations, artifact. What a run cannot do (no results service, a failed upload)
 * is said and does not hide the rest. `keep`: whether it is worth an artifact.
 */
export async function publishReport(self: Process, report: Report, keep = true): Promise<Published> {
  const folder = join(self.environment.jobFolder, 'report');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clean = self.redactor.cleanJson(report);
  const summary = self.redactor.clean(renderSummary(clean));
  const json = join(folder, 'report.json');
  writeFileSync(json, `${JSON.stringify(clean, null, 2)}\n`, { mode: 0o600 });
  writeFileSync(join(folder, 'summary.md'), summary, { mode: 0o600 });
  self.environment.summary(summary);
  if (self.environment.onRunner)
    for (const { level, title, message } of annotationsOf(clean)) self.stdout.annotate(level, title, message);
  if (keep) await upload(self, report, folder);
  return { folder, json };
}

async function upload(self: Process, report: Report, folder: string): Promise<void> {
  const { variables } = self.environment;
  if (!variables.ACTIONS_RESULTS_URL || !variables.ACTIONS_RUNTIME_TOKEN) {
    self.stdout.print(`The report is in ${folder}; there is no results service here to keep it as an artifact.`);
    return;
  }
  // Names are unique within a run, and a re-run has its own attempt.
  const name = `maintenance-${report.id}-${self.environment.job}-attempt-${report.run.attempt}`;
  try {
    const { createArtifacts } = await import('../adapters/github/artifacts.ts');
    await createArtifacts().upload(name, folder, ['report.json', 'summary.md']);
    self.stdout.print(`The report is kept as artifact ${name}.`);
  } catch (error) {
    self.stdout.annotate(
      'warning',
      'report not kept',
      error instanceof Error ? error.message : 'the artifact could not be uploaded',
    );
  }
}
