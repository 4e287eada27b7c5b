import { readIssueReference } from '../../domain/approval/issue-reference.ts';
import { isOurs } from '../../domain/forge/people.ts';
import type { JobResult } from '../../domain/forge/runs.ts';
import type { Report } from '../../domain/report/schema.ts';
import { outcomeMarker } from '../../pipeline/approve/outcome-marker.ts';
import { causeOf } from '../../pipeline/carry-out/trouble.ts';
import type { Forge } from '../../ports/forge.ts';
import { renderComment } from '../../render/summary.ts';
import type { Process } from '../process.ts';
import { repositoryOf } from './repository.ts';

/**
 * With the issue as gate: tell the issue of the plan what became of it, once a run. Says nothing when no job of the run was to
 * apply it. A failure is said, and does not make the job red.
 */
export async function tellOutcome(
  self: Process,
  forge: Forge,
  comment: number,
  report: Report | undefined,
): Promise<void> {
  const { id, url } = repositoryOf(self.environment);
  try {
    const applying = (await forge.jobs(id, self.environment.run.attempt)).filter(isApplying);
    const issue = applying.length === 0 ? undefined : await issueOf(forge, comment);
    if (issue === undefined) return;
    const marker = outcomeMarker(id);
    const text = report === undefined ? withoutReport(url, applying) : renderComment(report, marker);
    await forge.keepComment(issue, marker, self.redactor.clean(text));
    self.stdout.print(`Issue ${issue} has been told.`);
  } catch (error) {
    self.stdout.annotate('warning', 'not told', `the issue of comment ${comment} could not be told: ${causeOf(error)}`);
  }
}

/** A job that was let go to apply a plan: `Apply (adaptive)`. */
const isApplying = ({ name, conclusion }: JobResult): boolean =>
  name.startsWith('Apply (') && conclusion !== 'skipped' && conclusion !== undefined;

async function issueOf(forge: Forge, comment: number): Promise<number | undefined> {
  const found = await forge.comment(comment);
  const issue = found === undefined ? undefined : await forge.issue(found.issue);
  const isPlan = issue !== undefined && isOurs(issue.author) && readIssueReference(issue.body) !== undefined;
  return isPlan ? issue.number : undefined;
}

function withoutReport(url: string, jobs: readonly JobResult[]): string {
  const how = jobs.map(({ name, conclusion }) => `${name} ended as ${conclusion}`).join(', ');
  return `${url} has left no report: ${how}. Whether the approval was used is looked up by the next watch, which says it here or tries it again.`;
}
