import { PortError } from '../../../src/ports/port-error.ts';
import { type ForgeWorld, forgeContract, type Player } from '../../contracts/forge.contract.ts';
import { FakeForge } from './fake-forge.ts';

const players: Record<Player, { id: number; login: string; type: string }> = {
  requester: { id: 1, login: 'requester', type: 'User' },
  author: { id: 2, login: 'author', type: 'User' },
  merger: { id: 3, login: 'merger', type: 'User' },
  reviewer: { id: 4, login: 'reviewer', type: 'User' },
  operator: { id: 5, login: 'operator', type: 'User' },
  reader: { id: 6, login: 'reader', type: 'User' },
  app: { id: 7, login: 'app[bot]', type: 'Bot' },
};

const protectedEnvironment = {
  id: 30,
  name: 'maintenance-adaptive',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  reviewers: [
    { kind: 'person', account: players.reviewer },
    { kind: 'team', organization: 'phoenix', slug: 'operators' },
  ],
  preventSelfReview: true,
  adminsMayBypass: false,
  waitMinutes: 0,
  branches: { kind: 'named', patterns: [{ name: 'main', type: 'branch' }] },
} as const;

async function fakeWorld(): Promise<ForgeWorld> {
  const forge = new FakeForge();
  const locked = new FakeForge();
  const unauthorized = new PortError({ code: 'unauthorized', subject: 'x', message: 'no' });
  for (const operation of ['repository', 'run'] as const) locked.failures.set(operation, unauthorized);
  forge.teams.set('phoenix/operators', [players.operator]);
  forge.permissions.set('reviewer', { level: 'write', account: players.reviewer });
  forge.permissions.set('reader', { level: 'read', account: players.reader });
  forge.changes = [
    {
      path: '.github/maintenance.yml',
      commit: 'c'.repeat(40),
      author: players.author,
      pulls: [{ number: 5, author: players.author, mergedBy: players.merger }],
    },
  ];
  forge.workflows.set('dispatch.yml', { enabled: true });
  let next = 800;
  const commit = 'a'.repeat(40);
  return {
    forge,
    locked,
    person: (part) => players[part],
    async begin() {
      next += 1;
      const ref = 'phoenix/rooivalk/.github/workflows/dispatch.yml@refs/heads/main';
      forge.identities.set('adaptive', {
        audience: '',
        repository: 'phoenix/rooivalk',
        repositoryId: 7,
        environment: 'maintenance-adaptive',
        ref: 'refs/heads/main',
        commit,
        runId: next,
        attempt: 1,
        event: 'workflow_dispatch',
        workflowRef: ref,
        jobWorkflowRef: ref,
      });
      forge.workflowRuns.push({
        id: next,
        attempt: 1,
        event: 'workflow_dispatch',
        path: '.github/workflows/dispatch.yml',
        commit,
        branch: 'main',
        repositoryId: 7,
        headRepositoryId: 7,
        status: 'in_progress',
        actor: players.requester,
        triggeringActor: players.requester,
        createdAt: forge.now,
        url: `https://github.com/phoenix/rooivalk/actions/runs/${next}`,
        jobs: [{ name: 'Plan', status: 'completed', conclusion: 'success' }],
        reviews: [],
      });
      return { id: next, commit };
    },
    async end(id) {
      forge.workflowRuns = forge.workflowRuns.map((run) =>
        run.id === id ? { ...run, status: 'completed', conclusion: 'success' } : run,
      );
    },
    async review(id, by, state, comment) {
      const environments = [{ id: 30, name: 'maintenance-adaptive' }];
      forge.workflowRuns = forge.workflowRuns.map((run) =>
        run.id === id ? { ...run, reviews: [...run.reviews, { environments, state, comment, by: players[by] }] } : run,
      );
    },
    async keep(runId, name, files) {
      next += 1;
      const facts = { id: next, name, runId, headRepositoryId: 7, bytes: 100, expired: false };
      forge.kept.push({ facts, files });
      return next;
    },
    async environment(change) {
      const { adminsMayBypass: _unsaid, ...unsaid } = protectedEnvironment;
      const changes = {
        none: protectedEnvironment,
        unprotected: { ...protectedEnvironment, reviewers: [], branches: { kind: 'any' as const } },
        'bypass unsaid': unsaid,
        'every branch': { ...protectedEnvironment, branches: { kind: 'any' as const } },
      };
      forge.environments = [changes[change]];
    },
    async pullRequest() {
      const number = forge.issues.length + 1;
      const url = `https://github.com/phoenix/rooivalk/pull/${number}`;
      forge.issues.push({
        number,
        isPullRequest: true,
        title: 'x',
        body: '',
        author: players.author,
        isOpen: true,
        url,
      });
      return number;
    },
    comment: async (issue, by, body, viaApp) => forge.write(issue, players[by], body, viaApp).id,
    async edit(id, body) {
      forge.allComments = forge.allComments.map((comment) =>
        comment.id === id ? { ...comment, body, updatedAt: '2026-11-24T03:00:01Z' } : comment,
      );
    },
    async remove(id) {
      forge.allComments = forge.allComments.filter((comment) => comment.id !== id);
    },
    async issueBy(by, title) {
      const { number } = await forge.openIssue({ title, body: '', labels: [], assignees: [] });
      forge.issues = forge.issues.map((issue) => (issue.number === number ? { ...issue, author: players[by] } : issue));
      return number;
    },
    async disable(workflow) {
      forge.workflows.set(workflow, { enabled: false });
    },
    dispatches: async () => forge.dispatches,
    close: async () => {},
  };
}

forgeContract('fake', fakeWorld);
