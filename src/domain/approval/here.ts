import type { Digest } from '../json.ts';
import type { Refusal } from '../plan/plan.ts';
import type { PlanDocument } from './document.ts';

/** Where and by what a plan is about to be applied. */
export interface Here {
  readonly repositoryId: number;
  readonly commit: string;
  readonly build: Digest;
  readonly configuration: Digest;
  /** UID of namespace `kube-system`. */
  readonly cluster: string;
  readonly databases: Readonly<Record<string, string>>;
}

/**
 * The refusal when a plan was made for another place or by other code than where and by what it would be applied;
 * undefined when all of it is the same.
 */
export function elsewhere(document: PlanDocument, here: Here): Refusal | undefined {
  const { run, platform } = document;
  const compared: readonly (readonly [what: string, planned: string, now: string])[] = [
    ['repository', String(run.repositoryId), String(here.repositoryId)],
    ['commit', run.commit, here.commit],
    ['code (digest of dist/)', document.build, here.build],
    ['configuration', document.configuration, here.configuration],
    ['cluster (UID of kube-system)', platform.uid, here.cluster],
    ...Object.entries(platform.databases).map(
      ([server, identifier]) => [`database ${server}`, identifier, here.databases[server] ?? 'none'] as const,
    ),
  ];
  const other = compared.find(([, planned, now]) => planned !== now);
  if (other === undefined) return undefined;
  const [what, planned, now] = other;
  return {
    subject: document.environment,
    rule: 'a plan is applied where it was made for, by the code that made it',
    state: `${what}: planned ${planned}, here ${now}`,
    next: 'nothing was changed; plan again and have it approved',
  };
}
