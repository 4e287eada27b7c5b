/** Rights to change of the daily tasks, on the sandbox: with exactly the manifest a task does its work, with one right less it says which. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Configuration } from '../../src/domain/configuration/configuration.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import type { Permission } from '../../src/domain/task/permissions.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import type { MakeScene } from '../contracts/task/scenes.ts';
import { realScenes, workConfiguration } from './contract/real-scene.ts';
import { dailyWork } from './contract/worlds.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

/** Generous: the machine is shared. */
const long = 300_000;

const said = ({ findings }: TaskOutcome): readonly string[] =>
  findings.map(({ evidence, next }) => `${evidence} | ${next}`);

const wordOf = ({ resource, subresource }: Permission): string =>
  subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;

/** Every right to change that is not already one to observe. */
function changeOnly({ permissions }: AnyTask): readonly (readonly [Permission, Permission['verbs'][number]])[] {
  const observed = new Set(permissions.observe.flatMap((each) => each.verbs.map((verb) => `${verb} ${wordOf(each)}`)));
  return permissions.change.flatMap((each) =>
    each.verbs.filter((verb) => !observed.has(`${verb} ${wordOf(each)}`)).map((verb) => [each, verb] as const),
  );
}

function without(task: AnyTask, permission: Permission, verb: string): AnyTask {
  const change = task.permissions.change
    .map((each) => (each === permission ? { ...each, verbs: each.verbs.filter((other) => other !== verb) } : each))
    .filter(({ verbs }) => verbs.length > 0);
  return { ...task, permissions: { observe: task.permissions.observe, change } };
}

describe.each(Object.entries(dailyWork))('%s', (id, work) => {
  let task: AnyTask;
  let configuration: Configuration;
  const open: TestIdentity[] = [];
  const sceneOf = async (identity: TestIdentity): Promise<MakeScene> => {
    open.push(identity);
    return realScenes(task, work, configuration, identity);
  };
  beforeAll(async () => {
    task = (await loadTask(id)) as AnyTask;
    configuration = workConfiguration(await sandboxPlatform(), work);
  }, long);
  afterAll(async () => {
    await work.remove();
    await Promise.all(open.map((identity) => identity.close()));
  }, long);

  test(
    'does its work under exactly its manifest; with each right to change removed it says which, where, and what grants it',
    async () => {
      const identity = await TestIdentity.of(task, configuration);
      const scene = await sceneOf(identity);
      let whole = await (await scene()).carryOut();
      // what was laid may look done already when it is planned: Redis' estimate of stale keys falls within seconds
      if (whole.entry.status === 'nothing-to-do') whole = await (await scene()).carryOut();
      const outcomes = whole.entry.applied.map(({ outcome }) => outcome);
      expect(outcomes).toContain('done');
      // what is not needed any more when its turn comes is skipped
      expect(outcomes.filter((each) => each !== 'done' && each !== 'skipped')).toEqual([]);
      expect(said(whole).filter((line) => /may not|refused to/.test(line))).toEqual([]);
      for (const [permission, verb] of changeOnly(task)) {
        await identity.reduceTo(without(task, permission, verb), true);
        const outcome = await (await scene()).carryOut();
        const words = [
          `may not ${verb} ${wordOf(permission)}`,
          `namespace ${configuration.platform.namespace}`,
          `deploy/rbac/tasks/${id}.yaml`,
        ];
        const lines = said(outcome).filter((line) => words.every((word) => line.includes(word)));
        expect([verb, lines.length > 0, said(outcome)]).toEqual([verb, true, expect.anything()]);
      }
    },
    long,
  );

  test(
    'an identity that may only look, and keep a journal, is kept from changing anything by commands',
    async () => {
      if (task.commands.length === 0) return;
      const looking = await TestIdentity.of(task, configuration, false, true);
      const observed = await (await sceneOf(looking))();
      const outcome = await observed.carryOut();
      expect(outcome.entry.applied.map(({ outcome: each }) => each)).not.toContain('done');
      expect(outcome.entry.verdict).toMatch(/^(fail|unknown)$/);
      expect(await observed.world.changes()).toEqual([]);
      expect(said(outcome).join('\n')).toMatch(/admission policy/);
      expect(said(outcome).join('\n')).toContain(`deploy/rbac/tasks/${id}.yaml`);
    },
    long,
  );

  test(
    'without the right to write the journal no step is taken, and the right is named',
    async () => {
      const silent = await TestIdentity.of(task, configuration, true, false);
      const outcome = await (await (await sceneOf(silent))()).carryOut();
      expect(outcome.entry).toMatchObject({ applied: [], verdict: expect.stringMatching(/^(fail|unknown)$/) });
      expect(`${outcome.entry.cause} ${said(outcome).join(' ')}`).toMatch(
        /may not (create|update) configmaps.*namespace rooivalk-maintenance/s,
      );
    },
    long,
  );
});
