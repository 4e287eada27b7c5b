import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Environment } from '../../src/domain/forge/environments.ts';
import { type Forge, mostArtifactBytes } from '../../src/ports/forge.ts';

/** Parts that people play in the world that a suite provides. */
export type Player = 'requester' | 'author' | 'merger' | 'reviewer' | 'operator' | 'reader' | 'app';

/** What happens at a forge without the port: runners and people at work. */
export interface ForgeWorld {
  readonly forge: Forge;
  /** A forge that refuses every token. */
  readonly locked: Forge;
  /** Number and login of whoever plays a part. */
  person(part: Player): { readonly id: number; readonly login: string };
  /** A run of dispatch.yml that the requester started, with a job `adaptive` (gated) and a job `Plan` that has succeeded. */
  begin(): Promise<{ readonly id: number; readonly commit: string }>;
  end(run: number): Promise<void>;
  review(run: number, by: Player, state: 'approved' | 'rejected', comment: string): Promise<void>;
  keep(run: number, name: string, files: Readonly<Record<string, string>>): Promise<number>;
  environment(change: 'none' | 'unprotected' | 'bypass unsaid' | 'every branch'): Promise<void>;
  pullRequest(): Promise<number>;
  comment(issue: number, by: Player, body: string, viaApp?: boolean): Promise<number>;
  edit(comment: number, body: string): Promise<void>;
  remove(comment: number): Promise<void>;
  issueBy(by: Player, title: string): Promise<number>;
  disable(workflow: string): Promise<void>;
  dispatches(): Promise<readonly { readonly workflow: string; readonly inputs: unknown }[]>;
  close(): Promise<void>;
}

/** The behaviour of the port `Forge`, whoever implements it. */
export function forgeContract(name: string, create: () => Promise<ForgeWorld>): void {
  describe(`forge: ${name}`, () => {
    let world: ForgeWorld;
    let forge: Forge;
    let run: { readonly id: number; readonly commit: string };
    beforeAll(async () => {
      world = await create();
      ({ forge } = world);
    }, 60_000);
    afterAll(() => world.close());
    beforeEach(async () => {
      await world.environment('none');
      run = await world.begin();
    });

    test('a gated job is told who it is, once somebody has reviewed', async () => {
      const asked = forge.identity('adaptive');
      await world.review(run.id, 'reviewer', 'approved', 'seen');
      const { repositoryId, ...identity } = await asked;
      expect(identity).toMatchObject({
        audience: 'rooivalk/adaptive',
        environment: 'maintenance-adaptive',
        ref: 'refs/heads/main',
        commit: run.commit,
        runId: run.id,
        attempt: 1,
        event: 'workflow_dispatch',
        workflowRef: expect.stringMatching(/\/\.github\/workflows\/dispatch\.yml@refs\/heads\/main$/),
        jobWorkflowRef: expect.stringMatching(/\/\.github\/workflows\/dispatch\.yml@refs\/heads\/main$/),
      });
      expect((await forge.repository()).id).toBe(repositoryId);
    });

    test('a job that may not ask is refused', async () => {
      await expect(forge.identity('mute')).rejects.toMatchObject({ code: 'forbidden' });
    });

    test('a run, with the people who started it', async () => {
      const { id: repositoryId, defaultBranch } = await forge.repository();
      const { id, login } = world.person('requester');
      expect(await forge.run(run.id)).toMatchObject({
        id: run.id,
        attempt: 1,
        event: 'workflow_dispatch',
        path: '.github/workflows/dispatch.yml',
        commit: run.commit,
        branch: defaultBranch,
        repositoryId,
        headRepositoryId: repositoryId,
        actor: { id, login, type: 'User' },
        triggeringActor: { id, login, type: 'User' },
      });
      expect(await forge.run(1)).toBeUndefined();
    });

    test('how a run ended', async () => {
      expect(await forge.run(run.id)).not.toHaveProperty('conclusion');
      await world.end(run.id);
      expect(await forge.run(run.id)).toMatchObject({ status: 'completed', conclusion: 'success' });
    });

    test('the jobs of an attempt', async () => {
      expect(await forge.jobs(run.id, 1)).toContainEqual({ name: 'Plan', status: 'completed', conclusion: 'success' });
    });

    test('reviews, with comment, person and environment', async () => {
      expect(await forge.reviews(run.id)).toEqual([]);
      const held = forge.identity('adaptive');
      await world.review(run.id, 'operator', 'rejected', 'not today');
      await held;
      const { id, login } = world.person('operator');
      expect(await forge.reviews(run.id)).toMatchObject([
        {
          state: 'rejected',
          comment: 'not today',
          by: { id, login, type: 'User' },
          environments: [{ name: 'maintenance-adaptive' }],
        },
      ]);
    });

    test('an environment with its protection, and one that does not exist', async () => {
      const reviewer = world.person('reviewer');
      const environment = await forge.environment('maintenance-adaptive');
      expect(environment).toMatchObject({
        name: 'maintenance-adaptive',
        preventSelfReview: true,
        adminsMayBypass: false,
        waitMinutes: 0,
        branches: { kind: 'named', patterns: [{ name: 'main', type: 'branch' }] },
      } satisfies Partial<Environment>);
      const [person, team] = environment?.reviewers ?? [];
      expect(person).toMatchObject({ kind: 'person', account: { id: reviewer.id } });
      if (team?.kind !== 'team') throw new Error('the second reviewer is a team');
      const members = await forge.teamMembers(team.organization, team.slug);
      expect(members.map(({ id }) => id)).toEqual([world.person('operator').id]);
      expect(await forge.environment('production')).toBeUndefined();
    });

    test('an environment without protection', async () => {
      await world.environment('unprotected');
      expect(await forge.environment('maintenance-adaptive')).toMatchObject({
        reviewers: [],
        branches: { kind: 'any' },
      });
    });

    test('whether administrators may bypass can be left unsaid', async () => {
      await world.environment('bypass unsaid');
      expect(await forge.environment('maintenance-adaptive')).not.toHaveProperty('adminsMayBypass');
    });

    test('a team that does not exist', async () => {
      await expect(forge.teamMembers('phoenix-rooivalk', 'nobody')).rejects.toMatchObject({ code: 'not-found' });
    });

    test('the people of the last change to a file', async () => {
      const change = await forge.lastChange('.github/maintenance.yml', run.commit);
      expect(change).toMatchObject({
        path: '.github/maintenance.yml',
        author: { id: world.person('author').id },
        pulls: [{ author: { id: world.person('author').id }, mergedBy: { id: world.person('merger').id } }],
      });
    });

    test('what somebody may do', async () => {
      const { id, login } = world.person('reviewer');
      expect(await forge.permission(login)).toMatchObject({ level: 'write', account: { id } });
      expect(await forge.permission(world.person('reader').login)).toMatchObject({ level: 'read' });
      await expect(forge.permission('nobody-at-all')).rejects.toMatchObject({ code: 'not-found' });
    });

    test('the one file of an artifact, by its number', async () => {
      const text = '{"plan":"€"}';
      const id = await world.keep(run.id, 'plan-outside-adaptive', { 'plan.json': text });
      const { id: headRepositoryId } = await forge.repository();
      const file = await forge.artifactFile(id, 'plan.json');
      expect(file).toMatchObject({
        text,
        facts: { id, name: 'plan-outside-adaptive', runId: run.id, headRepositoryId, expired: false },
      });
      expect((await forge.artifacts(run.id, 'plan-outside-adaptive')).map((facts) => facts.id)).toEqual([id]);
      expect(await forge.artifacts(run.id, 'plan-outside')).toEqual([]);
    });

    test.each<[string, Record<string, string>]>([
      ['another name', { 'other.json': '{}' }],
      ['a second file', { 'plan.json': '{}', 'more.json': '{}' }],
      ['a file that unpacks to too much', { 'plan.json': ' '.repeat(mostArtifactBytes + 1) }],
    ])('an artifact with %s is refused', async (_, files) => {
      const id = await world.keep(run.id, 'plan', files);
      await expect(forge.artifactFile(id, 'plan.json')).rejects.toMatchObject({ code: 'invalid' });
    });

    test('an artifact that does not exist', async () => {
      await expect(forge.artifactFile(1, 'plan.json')).rejects.toMatchObject({ code: 'not-found' });
    });

    test('an issue is opened, found by its label, changed and closed', async () => {
      const label = `approval-${run.id}`;
      const opened = await forge.openIssue({ title: 'Approve?', body: 'the plan', labels: [label], assignees: [] });
      expect(opened).toMatchObject({
        title: 'Approve?',
        body: 'the plan',
        isOpen: true,
        isPullRequest: false,
        author: { login: 'github-actions[bot]', type: 'Bot' },
      });
      expect(await forge.openIssues(label)).toEqual([opened]);
      await forge.updateIssue(opened.number, { body: 'applied', isOpen: false });
      expect(await forge.issue(opened.number)).toMatchObject({ body: 'applied', isOpen: false });
      expect(await forge.openIssues(label)).toEqual([]);
      expect(await forge.issue(99_999)).toBeUndefined();
    });

    test('somebody else’s issue is left alone', async () => {
      const number = await world.issueBy('reader', 'Approve?');
      await expect(forge.updateIssue(number, { isOpen: false })).rejects.toMatchObject({ code: 'forbidden' });
      expect(await forge.issue(number)).toMatchObject({ isOpen: true });
    });

    test('a comment, as it was written, edited and removed', async () => {
      const number = await world.issueBy('reader', 'Talk');
      const id = await world.comment(number, 'reviewer', 'approve 7f3a9c1e04b2d85560fa');
      const comment = await forge.comment(id);
      expect(comment).toMatchObject({
        issue: number,
        body: 'approve 7f3a9c1e04b2d85560fa',
        viaApp: false,
        author: { id: world.person('reviewer').id, type: 'User' },
      });
      expect(comment?.updatedAt).toBe(comment?.createdAt);
      await world.edit(id, 'approve 7f3a9c1e04b2d85560fa');
      const edited = await forge.comment(id);
      expect(edited?.updatedAt).not.toBe(edited?.createdAt);
      await world.remove(id);
      expect(await forge.comment(id)).toBeUndefined();
    });

    test('an app that writes, also for a person', async () => {
      const number = await world.issueBy('reader', 'Talk');
      expect(await forge.comment(await world.comment(number, 'app', 'x'))).toMatchObject({ author: { type: 'Bot' } });
      expect(await forge.comment(await world.comment(number, 'reviewer', 'x', true))).toMatchObject({ viaApp: true });
    });

    test('one comment of ours is kept on a pull request; another’s with the same marker is left alone', async () => {
      const number = await world.pullRequest();
      expect(await forge.issue(number)).toMatchObject({ isPullRequest: true });
      const marker = '<!-- rooivalk-maintenance report -->';
      await world.comment(number, 'reader', `${marker}\nlook-alike`);
      const first = await forge.keepComment(number, marker, 'planned');
      const second = await forge.keepComment(number, marker, 'applied');
      expect(second.id).toBe(first.id);
      expect((await forge.recentComments(number)).comments.map(({ body }) => body)).toEqual([
        `${marker}\nlook-alike`,
        `${marker}\napplied`,
      ]);
    });

    test('of many comments the newest are read, oldest first, and that there are more is said', async () => {
      const few = await world.issueBy('reader', 'Quiet');
      const many = await world.issueBy('reader', 'Loud');
      for (let count = 0; count < 205; count += 1) await world.comment(few, 'reader', `${count}`);
      for (let count = 0; count < 1_102; count += 1) await world.comment(many, 'reader', `${count}`);
      const all = await forge.recentComments(few);
      expect([all.isWhole, all.comments.map(({ body }) => Number(body))]).toEqual([true, [...Array(205).keys()]]);
      const newest = await forge.recentComments(many);
      const last = Array.from({ length: 1_000 }, (_, index) => index + 102);
      expect([newest.isWhole, newest.comments.map(({ body }) => Number(body))]).toEqual([false, last]);
    }, 120_000);

    test('what is too long is not sent', async () => {
      const number = await world.pullRequest();
      const long = 'x'.repeat(65_537);
      await expect(forge.reply(number, long)).rejects.toMatchObject({ code: 'invalid' });
      await expect(forge.openIssue({ title: 'x', body: long, labels: [], assignees: [] })).rejects.toMatchObject({
        code: 'invalid',
      });
      expect((await forge.reply(number, 'x'.repeat(65_536))).body).toHaveLength(65_536);
    });

    test('runs of a workflow, the newest first', async () => {
      const wanted = { workflow: 'dispatch.yml', branch: 'main', since: '2020-01-01T00:00:00Z' };
      const later = await world.begin();
      const found = await forge.runs(wanted);
      expect(found.slice(0, 2).map(({ id }) => id)).toEqual([later.id, run.id]);
      expect(await forge.runs({ ...wanted, since: '2096-01-01T00:00:00Z' })).toEqual([]);
      expect(await forge.runs({ ...wanted, branch: 'mine' })).toEqual([]);
      expect(await forge.runs({ ...wanted, workflow: 'nothing.yml' })).toEqual([]);
    });

    test('a workflow is started by hand, and kept alive', async () => {
      await forge.dispatch('dispatch.yml', { task: 'restart-workload' });
      expect((await world.dispatches()).at(-1)).toMatchObject({ inputs: { task: 'restart-workload' } });
      await world.disable('dispatch.yml');
      expect(await forge.workflow('dispatch.yml')).toMatchObject({ isEnabled: false });
      await forge.enable('dispatch.yml');
      const known = await forge.workflow('dispatch.yml');
      expect(known?.isEnabled).toBe(true);
      expect(Date.parse(known?.createdAt ?? '')).toBeGreaterThan(0);
      expect(await forge.workflow('nothing.yml')).toBeUndefined();
      await expect(forge.dispatch('nothing.yml', {})).rejects.toMatchObject({ code: 'not-found' });
    });

    test('without a token that counts nothing is answered', async () => {
      await expect(world.locked.repository()).rejects.toMatchObject({ code: 'unauthorized' });
      await expect(world.locked.run(run.id)).rejects.toMatchObject({ code: 'unauthorized' });
    });
  });
}
