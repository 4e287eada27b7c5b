import { mergeReports } from '../../domain/report/merge.ts';
import { type Report, reportSchema } from '../../domain/report/schema.ts';
import type { Forge } from '../../ports/forge.ts';
import { PortError } from '../../ports/port-error.ts';
import { type Links, renderComment } from '../../render/summary.ts';
import type { Process } from '../process.ts';
import { publishReport, reportFile, reportPartName } from '../publish.ts';
import { readInputs } from '../task-inputs.ts';
import { openForge } from '../wiring/forge.ts';
import { merge as declaration } from './actions.ts';
import { repositoryOf } from './repository.ts';
import { tellOutcome } from './tell-outcome.ts';

/** The jobs of a run that write a report, in the order in which they follow on each other. */
const jobs = ['plan', 'check', 'preventive', 'corrective', 'adaptive', 'perfective'];

/** One report of the run's jobs, and the word to the pull request. Answers the exit status. */
export async function mergeAction(self: Process): Promise<number> {
  const given = readInputs('merge', declaration.inputs, self.environment) as unknown as Readonly<
    Record<string, number>
  >;
  const { 'pull-request': pullRequest = 0, comment = 0 } = given;
  const forge = await openForge(self);
  const reports = await reportsOf(self, forge);
  if (reports.length === 0) {
    self.stdout.annotate('warning', 'no report', 'no job of this run left a report: what happened is in their logs');
    if (comment > 0) await tellOutcome(self, forge, comment, undefined);
    return 0;
  }
  const report = mergeReports(reports);
  const published = await publishReport(self, report);
  self.environment.output('verdict', report.verdict);
  self.environment.output('report', published.json);
  if (pullRequest > 0) await tell(self, forge, pullRequest, report, published.links);
  if (comment > 0) await tellOutcome(self, forge, comment, report);
  return 0;
}

async function reportsOf(self: Process, forge: Forge): Promise<readonly Report[]> {
  const { id } = repositoryOf(self.environment);
  const found: Report[] = [];
  for (const job of jobs) {
    const [part] = await forge.artifacts(id, reportPartName(job, self.environment.run.attempt));
    if (part === undefined) continue;
    const { text } = await forge.artifactFile(part.id, reportFile);
    const parsed = reportSchema.safeParse(JSON.parse(text));
    if (parsed.success) found.push(parsed.data);
    else
      self.stdout.annotate(
        'warning',
        'report not understood',
        `the report of job ${job} is not of the form that this version writes`,
      );
  }
  return found;
}

/** One comment of ours a pull request and task; a failure is said, and does not make the job red. */
async function tell(self: Process, forge: Forge, pullRequest: number, report: Report, links: Links): Promise<void> {
  const marker = `<!-- rooivalk-maintenance: ${report.id} -->`;
  try {
    await forge.keepComment(pullRequest, marker, self.redactor.clean(renderComment(report, marker, links)));
    self.stdout.print(`Pull request ${pullRequest} has been told.`);
  } catch (error) {
    const why = error instanceof PortError ? error.message : 'a defect in this program';
    self.stdout.annotate('warning', 'not told', `pull request ${pullRequest} could not be told: ${why}`);
  }
}
