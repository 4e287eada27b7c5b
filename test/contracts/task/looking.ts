import { expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding/finding.ts';
import type { Json } from '../../../src/domain/json.ts';
import { sealPlan } from '../../../src/domain/plan/plan.ts';
import { isPreventive } from '../../../src/domain/step/step.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { declaredRights } from '../../tasks/declared-rights.ts';
import { commandsOutside } from '../declared-commands.ts';
import { drafted, type MakeScene } from './scenes.ts';

/** Observing and planning. */
export function lookingContract(scene: MakeScene): void {
  test('observe and plan change nothing, and plan mode takes no step', async () => {
    const looked = await scene();
    await drafted(looked);
    expect(await looked.world.changes()).toEqual([]);
    const executor = () => Promise.reject(new Error('a step was taken in plan mode'));
    const { entry } = await looked.carryOut({ mode: 'plan', executor });
    expect(await looked.world.changes()).toEqual([]);
    expect(entry.applied).toEqual([]);
    expect(entry.cause).toBeUndefined();
    expect(entry.status).toBe(entry.plan?.steps.length === 0 ? 'nothing-to-do' : 'planned');
    expect(Object.keys(looked.task.verdicts)).toContain(entry.verdict);
  });

  test('its world gives it something to do, or to say', async () => {
    const { draft, task, observation } = await drafted(await scene());
    if (task.steps.length > 0) expect(draft.steps.length).toBeGreaterThan(0);
    else expect([draft.findings, observation.basis]).not.toEqual([[], []]);
  });

  test('plan is pure: it changes neither observation nor context, and says the same again', async () => {
    const looked = await scene();
    const observation = frozen(await looked.task.observe(looked.context() as never, looked.inputs as never));
    const first = looked.task.plan(observation, frozen(looked.planContext()));
    expect(looked.task.plan(observation, frozen(looked.planContext()))).toEqual(first);
  });

  test('draft and plan survive JSON; the digest depends neither on that nor on the order of keys', async () => {
    const { task, draft, observation, inputs } = await drafted(await scene());
    expect(throughJson(draft)).toEqual(draft);
    const plan = sealPlan(task.id, inputs, observation.basis, draft);
    expect(throughJson(plan)).toEqual(plan);
    const again = sealPlan(task.id, reversed(inputs), reversed(observation.basis), reversed(draft as never) as never);
    expect(again.digest).toBe(plan.digest);
  });

  test('the same world gives the same digest', async () => {
    const [one, two] = [await scene(), await scene()];
    const [first, second] = [await one.carryOut({ mode: 'plan' }), await one.carryOut({ mode: 'plan' })];
    expect(second.entry.plan?.digest).toBe(first.entry.plan?.digest);
    const other = await two.carryOut({ mode: 'plan' });
    // keys and uids are made anew with each world; the steps are the same
    expect(other.entry.plan?.steps.map(({ id }) => id)).toEqual(first.entry.plan?.steps.map(({ id }) => id));
  });

  test('steps are of declared kinds, with unique ids, and in a preventive task preventive', async () => {
    const { task, draft } = await drafted(await scene());
    const ids = draft.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const step of draft.steps) {
      expect(task.steps).toContain(step.kind);
      if (task.type === 'preventive') expect(isPreventive(step)).toBe(true);
      for (const words of [step.subject, step.why, step.risk, step.undo]) expect(words.trim()).not.toBe('');
      expect(step.deadlineMs).toBeGreaterThan(0);
      expect(step.deadlineMs).toBeLessThanOrEqual(2 * 3_600_000);
    }
  });

  test('every finding is whole, and its subject is the same tomorrow', async () => {
    const looked = await scene();
    const { findings } = await looked.carryOut({ mode: 'plan' });
    const after = await looked.carryOut();
    for (const finding of [...findings, ...after.findings]) expectWhole(finding);
  });

  test('what it says of its verdicts is a sentence, and unknown is one of them', () => {
    return scene().then(({ task }) => {
      expect(Object.keys(task.verdicts)).toEqual(expect.arrayContaining(['pass', 'unknown']));
      for (const sentence of Object.values(task.verdicts)) expect(sentence.split(' ').length).toBeGreaterThan(1);
    });
  });

  test('the declared rights and commands are enough', async () => {
    const free = await scene();
    const bound = await scene();
    const { cluster } = bound.world.ports;
    const { observe, change } = bound.task.permissions;
    const { platform } = bound.configuration;
    if (cluster instanceof FakeCluster) {
      cluster.restrict(declaredRights({ permissions: { observe, change } }, platform));
      expect((await bound.carryOut({ mode: 'plan' })).findings).toEqual(
        (await free.carryOut({ mode: 'plan' })).findings,
      );
      expect(commandsOutside(cluster.calls(), bound.task, platform, false)).toEqual([]);
      cluster.restrict(declaredRights({ permissions: { observe: [...observe, ...change], change } }, platform));
      expect((await bound.carryOut()).findings).toEqual((await free.carryOut()).findings);
      expect(commandsOutside(cluster.calls(), bound.task, platform, true)).toEqual([]);
    }
  });
}

/** Names that a controller makes up (`-5d8f9c7b6-x2x4z`), process ids, times. */
const random = /-[a-z0-9]{8,10}-[a-z0-9]{5}\b|\bpid \d|\b\d{5,}\b|\d{4}-\d\d-\d\dT/;

function expectWhole(finding: Finding): void {
  expect(finding.code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  for (const words of [finding.subject, finding.title, finding.evidence, finding.next]) {
    expect([finding.code, words.trim()]).not.toEqual([finding.code, '']);
  }
  expect([finding.code, finding.subject]).not.toEqual([finding.code, expect.stringMatching(random)]);
  expect(finding.title).not.toMatch(/\.$|\n/);
}

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

function reversed<T extends Json | undefined>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as never;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner as Json)]),
  ) as never;
}

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
