import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cast } from '../../../sandbox/github/cast.ts';
import type { OpenedRun } from '../../../sandbox/github/control.ts';
import { reviewScripts } from '../../../sandbox/github/script.ts';
import { type GitHub, startGitHub } from '../../../sandbox/github/server.ts';
import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { approvalLabel } from '../../../src/domain/approval/issue-reference.ts';
import { planArtifactName, reviewArtifactName } from '../../../src/domain/approval/plan-artifact.ts';
import type { Admission, Asking } from '../../../src/pipeline/approve/asking.ts';
import { admitByEnvironment } from '../../../src/pipeline/approve/environment-gate.ts';
import { admitByIssue } from '../../../src/pipeline/approve/issue-gate.ts';
import type { Forge } from '../../../src/ports/forge.ts';
import { renderApproval } from '../../../src/render/plan/approval.ts';
import { forgeOf, keepArtifact } from '../../adapters/github/stand-in.ts';
import { workflow } from '../../domain/approval/guard/evidence.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import type { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { askingOver } from '../../pipeline/approve/scene.ts';
import type { Upstream } from './bad-proxy.ts';

/** A guard that asks a forge for everything that it judges by, with the cluster that keeps which approvals were used. */
export interface Guarding {
  readonly cluster: FakeCluster;
  readonly admit: () => Promise<Admission>;
}

/** Who approves. */
export type Gate = 'environment' | 'issue';

/** An approved plan on a stand-in for GitHub. */
export interface ForgeScene extends AsyncDisposable {
  /** The guard of its gate, asking at an address. */
  readonly guard: (api: string) => Guarding;
  /** A forge that may write issues, asked at an address, and the number of a fresh one. */
  readonly writing: (api: string) => Promise<{ readonly forge: Forge; readonly issue: number }>;
  readonly ask: (request: IncomingMessage, body: Buffer) => Promise<Upstream>;
}

const sha = 'e'.repeat(40);
const clock = { now: Date.now, monotonic: Date.now, sleep: async () => {} };
const reading = ['actions=read', 'contents=read', 'issues=write', 'pull_requests=read'] as const;
const plan = { id: 'plan', name: 'Plan', environment: 'maintenance-plan', idToken: false };
const adaptive = { id: 'adaptive', name: 'Apply (adaptive)', environment: 'maintenance-adaptive', idToken: true };

/** Start the stand-in, plan, and have the plan approved. */
export async function startScene(gate: Gate): Promise<ForgeScene> {
  const directory = mkdtempSync(join(tmpdir(), 'rooivalk-forge-faults-'));
  const github = await startGitHub({ directory, host: '127.0.0.1', port: 0 });
  // Its key is made when it is first asked for, which takes seconds on a busy machine.
  await fetch(`${github.url}/.well-known/jwks`);
  const teamToken = await github.control.issueToken(['members=read'], 60, cast.admin.login);
  const { opened, admitOver } = await (gate === 'environment' ? environmentPlan : issuePlan)(github);
  const over = (api: string): Forge =>
    forgeOf(github, opened, {
      api,
      teamToken,
      identity: { url: `${api}/_oidc/token?api-version=2.0`, token: opened.identityToken },
    });
  return {
    guard: (api) => {
      const asking = askingOver(over(api), { clock });
      return { cluster: asking.cluster, admit: () => admitOver(asking) };
    },
    writing: async (api) => ({
      forge: over(api),
      issue: await github.control.openIssue({ title: 'A plan', author: cast.author }),
    }),
    ask: asker(github),
    async [Symbol.asyncDispose]() {
      await github.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The run that asks, and how its job judges. */
interface Planned {
  readonly opened: OpenedRun;
  readonly admitOver: (asking: Asking) => Promise<Admission>;
}

const useScript = (github: GitHub, name: string) =>
  github.control.script(reviewScripts[name] as NonNullable<(typeof reviewScripts)[string]>);

async function openPlan(github: GitHub): Promise<{ readonly opened: OpenedRun; readonly document: PlanDocument }> {
  const dispatched = { name: 'Maintenance by hand', path: '.github/workflows/dispatch.yml' };
  const asked = { workflow: dispatched, event: 'workflow_dispatch', sha, declared: [plan, adaptive] };
  const opened = await github.control.openRun(asked, [...reading]);
  await github.control.recordJob(opened.run.id, 'plan', { status: 'completed', conclusion: 'success' });
  const { id } = opened.run;
  const { repository, repositoryId } = opened;
  const document = documentOf({
    run: { id, url: `https://github.com/${repository}/actions/runs/${id}`, repository, repositoryId, commit: sha },
    opening: `outside:${id}`,
    plannedAt: new Date().toISOString(),
    notAfter: new Date(Date.now() + 3_600_000).toISOString(),
  });
  return { opened, document };
}

const keep = (github: GitHub, opened: OpenedRun, document: PlanDocument): Promise<number> =>
  keepArtifact(github, opened, planArtifactName(document), { 'plan.json': JSON.stringify(document) });

async function environmentPlan(github: GitHub): Promise<Planned> {
  await useScript(github, 'approve');
  const { opened, document } = await openPlan(github);
  const artifact = await keep(github, opened, document);
  const shown = { 'plan.md': renderApproval(document) ?? '' };
  await keepArtifact(github, opened, reviewArtifactName(document), shown);
  const handed = { digest: approvalDigest(document), artifact: `${artifact}`, planJob: 'Plan' };
  return { opened, admitOver: (asking) => admitByEnvironment({ ...asking, file: () => workflow }, handed) };
}

async function issuePlan(github: GitHub): Promise<Planned> {
  await useScript(github, 'unprotected');
  const planned = await openPlan(github);
  const body = renderApproval(planned.document) ?? '';
  const asked = { title: 'Approve?', body, labels: [approvalLabel], assignees: [] };
  const issue = await forgeOf(github, planned.opened).openIssue(asked);
  await keep(github, planned.opened, { ...planned.document, issue: issue.number });
  await github.control.closeRun(planned.opened.run.id, 'success');
  const { id: comment } = await github.control.comment(issue.number, 'reviewer', 'approve {digits}');
  const approve = { name: 'Approve', path: '.github/workflows/approve.yml' };
  const run = { workflow: approve, event: 'issue_comment', sha, declared: [adaptive] };
  const opened = await github.control.openRun(run, [...reading]);
  return { opened, admitOver: (asking) => admitByIssue({ ...asking, comment, type: 'adaptive' }) };
}

/** Hand a request on to the stand-in; the address of a file leads back through the proxy that asks. */
function asker({ url }: GitHub) {
  return async (request: IncomingMessage, body: Buffer): Promise<Upstream> => {
    const {
      host,
      connection: _hop,
      'content-length': _length,
      'transfer-encoding': _coding,
      ...headers
    } = request.headers;
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      redirect: 'manual',
      ...(body.length === 0 ? {} : { body }),
    });
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      headers: {
        'content-type': answer.headers.get('content-type') ?? 'application/json',
        ...(location === null ? {} : { location: location.replace(url, `http://${host}`) }),
      },
      body: Buffer.from(await answer.arrayBuffer()),
    };
  };
}
