import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultArtifactClient } from '@actions/artifact';
import { cast } from '../../../sandbox/github/cast.ts';
import type { OpenedRun } from '../../../sandbox/github/control.ts';
import { reviewScripts } from '../../../sandbox/github/script.ts';
import { type GitHub, startGitHub } from '../../../sandbox/github/server.ts';
import type { ForgeAccess } from '../../../src/adapters/github/client.ts';
import { createForge } from '../../../src/adapters/github/forge.ts';
import type { Forge } from '../../../src/ports/forge.ts';
import type { ForgeWorld } from '../../contracts/forge.contract.ts';
import { stillClock } from '../../tasks/environment.ts';

const sha = 'd'.repeat(40);

/** A forge that asks a stand-in with the tokens of one run. */
export function forgeOf(github: GitHub, opened: OpenedRun, rest: Partial<ForgeAccess> = {}): Forge {
  return createForge({
    api: github.url,
    token: opened.githubToken,
    repository: opened.repository,
    identity: { url: `${github.url}/_oidc/token?api-version=2.0`, token: opened.identityToken },
    clock: { ...stillClock(), now: Date.now },
    signal: new AbortController().signal,
    secret: () => {},
    ...rest,
  });
}

/** Keep files as an artifact of a run, as its planning job would. */
export async function keepArtifact(
  github: GitHub,
  opened: OpenedRun,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<number> {
  process.env.ACTIONS_RUNTIME_TOKEN = opened.runtimeToken;
  process.env.ACTIONS_RESULTS_URL = github.url;
  process.env.GITHUB_SERVER_URL = 'https://github.com';
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-artifact-'));
  try {
    const paths = Object.entries(files).map(([file, text]) => {
      writeFileSync(join(folder, file), text);
      return join(folder, file);
    });
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, paths, folder);
    if (id === undefined) throw new Error('the artifact has no id');
    return id;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The stand-in for GitHub as a world of the contract; the port always asks with the newest run's tokens. */
export async function standInWorld(): Promise<ForgeWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'rooivalk-forge-'));
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const github = await startGitHub({ directory, host: '127.0.0.1', port: 0, now });
  const { control } = github;
  // Its key is made when it is first asked for, which takes seconds on a busy machine.
  await fetch(`${github.url}/.well-known/jwks`);
  const runs = new Map<number, OpenedRun>();
  let current: OpenedRun | undefined;
  let built: Forge | undefined;
  const teamToken = await control.issueToken(['members=read'], 60, cast.admin.login);
  const scripts = {
    none: 'nobody',
    unprotected: 'unprotected',
    'bypass unsaid': 'bypass-unsaid',
    'every branch': 'any-branch',
  };
  const forge = new Proxy({} as Forge, {
    get: (_, name) => (built as unknown as Record<string | symbol, unknown>)[name],
  });
  const begin = async (): Promise<OpenedRun> => {
    const declared = [
      { id: 'plan', name: 'Plan', environment: 'maintenance-plan', idToken: false },
      { id: 'adaptive', name: 'Apply (adaptive)', environment: 'maintenance-adaptive', idToken: true },
      { id: 'mute', name: 'Mute', idToken: false },
    ];
    const workflow = { name: 'Maintenance by hand', path: '.github/workflows/dispatch.yml' };
    const asked = { workflow, event: 'workflow_dispatch', sha, declared };
    const permissions = ['actions=write', 'contents=read', 'issues=write', 'pull_requests=write'] as const;
    const opened = await control.openRun(asked, [...permissions]);
    await control.recordJob(opened.run.id, 'plan', { status: 'completed', conclusion: 'success' });
    runs.set(opened.run.id, opened);
    current = opened;
    built = forgeOf(github, opened, { teamToken });
    return opened;
  };
  const first = await begin();
  return {
    forge,
    locked: forgeOf(github, { ...first, githubToken: 'ghs_wrong' }),
    person: (part) => cast[part],
    async begin() {
      const { run } = await begin();
      return { id: run.id, commit: run.sha };
    },
    async end(run) {
      const token = await control.issueToken(['actions=read'], 60);
      await control.closeRun(run, 'success');
      built = forgeOf(github, { ...(current as OpenedRun), githubToken: token });
    },
    async review(run, by, state, comment) {
      // Until the job has asked, nothing waits.
      while ((await control.review(run, { by, state, comment })).length === 0) await sleep(20);
    },
    keep: (run, name, files) => keepArtifact(github, runs.get(run) as OpenedRun, name, files),
    environment: (change) =>
      control.script(reviewScripts[scripts[change]] as NonNullable<(typeof reviewScripts)[string]>),
    pullRequest: () => control.openIssue({ pullRequest: true, author: cast.author }),
    comment: async (issue, by, body, viaApp) => (await control.comment(issue, by, body, viaApp)).id,
    async edit(id, body) {
      ahead += 1_000;
      await control.editComment(id, body);
    },
    remove: (id) => control.deleteComment(id),
    issueBy: (by, title) => control.openIssue({ author: cast[by], title }),
    disable: (workflow) => control.workflow(workflow, 'disabled_inactivity'),
    dispatches: () => control.dispatches(),
    async close() {
      await github.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
