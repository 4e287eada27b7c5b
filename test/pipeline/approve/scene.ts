import { openMaintenance } from '../../../src/adapters/kubernetes/maintenance.ts';
import { approvalDigest, shownDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { planArtifactName } from '../../../src/domain/approval/plan-artifact.ts';
import type { MaintenanceWindow } from '../../../src/domain/calendar/window.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { Asking } from '../../../src/pipeline/approve/asking.ts';
import type { Handed } from '../../../src/pipeline/approve/gather.ts';
import type { Maintenance } from '../../../src/pipeline/maintenance.ts';
import type { Forge } from '../../../src/ports/forge.ts';
import { renderApproval } from '../../../src/render/plan/approval.ts';
import {
  environment,
  identity,
  issueRun,
  people,
  review,
  run,
  workflow,
} from '../../domain/approval/guard/evidence.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { FakeForge, ours } from '../../fakes/forge/fake-forge.ts';
import { stillClock } from '../../tasks/environment.ts';

const commit = 'a'.repeat(40);
const now = Date.parse('2026-11-24T03:00:00Z');

/** A forge on which `reviewer` has approved the document in its environment, as trust.md has everything. */
export function approvedForge(document: PlanDocument): FakeForge {
  const forge = new FakeForge();
  forge.identities.set('adaptive', identity);
  forge.environments = [structuredClone(environment)];
  forge.teams.set('phoenix/operators', [people.operator]);
  forge.workflowRuns = [
    {
      ...run,
      jobs: [{ name: 'Plan', status: 'completed', conclusion: 'success' }],
      reviews: [review(people.reviewer, document)],
    },
  ];
  forge.changes = ['.github/maintenance.yml', run.path].map((path) => ({
    path,
    commit,
    author: people.author,
    pulls: [{ number: 5, author: people.author, mergedBy: people.merger }],
  }));
  const facts = {
    id: 99,
    name: planArtifactName(document),
    runId: 812,
    headRepositoryId: 7,
    bytes: 900,
    expired: false,
  };
  forge.kept = [{ facts, files: { 'plan.json': JSON.stringify(document) } }];
  return forge;
}

/** The same with an issue as gate: opened by our token, and approved by a comment of `reviewer`. */
export function approvedIssue(document: PlanDocument): { readonly forge: FakeForge; readonly comment: number } {
  const forge = approvedForge(document);
  const reference = 'phoenix/rooivalk/.github/workflows/approve.yml@refs/heads/main';
  const approving = {
    ...identity,
    runId: 900,
    event: 'issue_comment',
    workflowRef: reference,
    jobWorkflowRef: reference,
  };
  forge.identities.set('adaptive', approving);
  forge.identities.set('check', { ...approving, environment: 'maintenance-plan' });
  const [planned] = forge.workflowRuns;
  if (planned === undefined) throw new Error('the forge has a run');
  forge.workflowRuns = [
    { ...planned, status: 'completed', conclusion: 'success' },
    { ...issueRun, jobs: [], reviews: [] },
  ];
  forge.issues = [
    {
      number: document.issue ?? 0,
      isPullRequest: false,
      title: 'Approve?',
      body: renderApproval(document) ?? '',
      author: ours,
      isOpen: true,
      url: 'https://github.com/phoenix/rooivalk/issues/17',
    },
  ];
  forge.permissions.set('reviewer', { level: 'write', account: people.reviewer });
  const command = `approve ${shownDigest(approvalDigest(document))}`;
  return { forge, comment: forge.write(document.issue ?? 0, people.reviewer, command).id };
}

/** What a job asks with, over a forge and a cluster that holds nothing yet. */
export function askingOver(
  forge: Forge,
  rest: Partial<Asking> = {},
): Asking & { readonly cluster: FakeCluster; readonly maintenance: Maintenance } {
  const cluster = new FakeCluster();
  cluster.add(resources.namespaces, { metadata: { name: 'rooivalk-maintenance' } });
  const clock = stillClock(now);
  const maintenance = openMaintenance(cluster, clock);
  return {
    cluster,
    maintenance,
    forge,
    spent: maintenance.spent,
    clock,
    job: 'adaptive',
    run: 'https://github.com/phoenix/rooivalk/actions/runs/812 attempt 1 job adaptive',
    calendar: { windows: [], blackouts: [] },
    digestInComment: true,
    file: () => workflow,
    here: async ({ build, configuration, platform }) => ({
      build,
      configuration,
      cluster: platform.uid,
      databases: platform.databases,
    }),
    render: renderApproval,
    progress: () => {},
    ...rest,
  };
}

/** What the planning job hands over for a document. */
export const handedFor = (document: PlanDocument): Handed => ({
  digest: approvalDigest(document),
  artifact: '99',
  planJob: 'Plan',
});

/** A weekly window that is open on the day of every scene, and that opening of it. */
export const tuesdays: MaintenanceWindow = {
  name: 'weekly',
  recurrence: { every: 'week', days: ['tuesday'] },
  start: '04:00',
  durationMs: 2 * 3_600_000,
  zone: 'UTC',
  rank: 1,
};
export const thisTuesday = {
  name: 'weekly',
  opensAt: '2026-11-24T04:00:00.000Z',
  closesAt: '2026-11-24T06:00:00.000Z',
} as const;
