import type { Configuration } from '../domain/configuration/configuration.ts';
import type { Process } from './process.ts';

/**
 * From now on this process says verdicts and counts only, where everybody could read more: in a public repository, unless the
 * configuration says `reports.public`. Whether it is public is told by the event, else by GitHub; one that nobody tells of counts
 * as public. Decided once for a job.
 */
export async function withholdWherePublic(self: Process, reports: Configuration['reports']): Promise<void> {
  if (!self.environment.onRunner) return;
  const decided = self.handover.withheld() ?? (!reports.public && (await isPublic(self)));
  self.handover.writeWithheld(decided);
  if (decided) self.stdout.withhold();
}

async function isPublic(self: Process): Promise<boolean> {
  const { repositoryIsPublic, input } = self.environment;
  if (repositoryIsPublic !== undefined) return repositoryIsPublic;
  if (input('github-token') === '') return true;
  const { openForge } = await import('./wiring/forge.ts');
  const repository = await openForge(self)
    .then((forge) => forge.repository())
    .catch(() => undefined);
  return repository?.isPublic ?? true;
}
