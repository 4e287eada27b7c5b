import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../domain/report/schema.ts';
import { withholdDetails } from '../domain/report/withheld.ts';
import { annotationsOf } from '../pipeline/publish/annotations.ts';
import { PortError } from '../ports/port-error.ts';
import { type Links, renderSummary } from '../render/summary.ts';
import type { Process } from './process.ts';
import { runbooksOf } from './runbooks.ts';

/** Where a published report lies on this machine. */
export interface Published {
  readonly folder: string;
  readonly json: string;
  /** Where more is to be found. */
  readonly links: Links;
}

/**
 * Publish a report: files, job summary, annotations, artifact. What a run cannot do (no results service, a failed upload)
 * is said and does not hide the rest. `keep`: whether it is worth an artifact. `ofRun`: other jobs
 * of the run write theirs, and the last one merges them. Where details are withheld, all of it holds verdicts and counts only.
 */
export async function publishReport(self: Process, report: Report, keep = true, ofRun = false): Promise<Published> {
  const folder = join(self.environment.jobFolder, 'report');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clean = self.redactor.cleanJson(self.stdout.withheld ? withholdDetails(report) : report);
  const json = join(folder, 'report.json');
  writeFileSync(json, `${JSON.stringify(clean, null, 2)}\n`, { mode: 0o600 });
  if (self.environment.onRunner)
    for (const { level, title, message } of annotationsOf(clean)) self.stdout.annotate(level, title, message);
  const runbooks = runbooksOf(self.environment.variables);
  const render = (links: Links): string => self.redactor.clean(renderSummary(clean, links));
  writeFileSync(join(folder, 'summary.md'), render(runbooks), { mode: 0o600 });
  const kept = keep ? await upload(self, artifactName(self, report), folder, ['report.json', 'summary.md']) : undefined;
  const links: Links = { ...runbooks, ...artifactLink(report, kept) };
  self.environment.summary(render(links));
  if (keep && ofRun) await upload(self, reportPartName(self.environment.job, report.run.attempt), folder, [reportFile]);
  return { folder, json, links };
}

/** The page of an artifact, as GitHub addresses it. */
const artifactLink = ({ run }: Report, id: number | undefined): Pick<Links, 'artifact'> =>
  id === undefined || !run.url.startsWith('https://') ? {} : { artifact: `${run.url}/artifacts/${id}` };

/** The one file of a report's part. */
export const reportFile = 'report.json';

/** The artifact by which the last job of a run finds the report of another. */
export function reportPartName(job: string, attempt: number): string {
  return `report-part-${job}-attempt-${attempt}`;
}

/** Names are unique within a run, and a re-run has its own attempt. */
function artifactName({ environment }: Process, report: Report): string {
  return `maintenance-${report.id}-${environment.job}-attempt-${report.run.attempt}`;
}

async function upload(
  self: Process,
  name: string,
  folder: string,
  files: readonly string[],
): Promise<number | undefined> {
  const { variables } = self.environment;
  if (!variables.ACTIONS_RESULTS_URL || !variables.ACTIONS_RUNTIME_TOKEN) {
    self.stdout.print(`The report is in ${folder}; there is no results service here to keep it as an artifact.`);
    return undefined;
  }
  try {
    const { createArtifacts } = await import('../adapters/github/artifacts.ts');
    const { id } = await createArtifacts().upload(name, folder, files);
    self.stdout.print(`The report is kept as artifact ${name}.`);
    return id;
  } catch (error) {
    self.stdout.annotate(
      'warning',
      'report not kept',
      error instanceof PortError ? error.message : 'the artifact could not be uploaded',
    );
    return undefined;
  }
}
