import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/domain/finding/finding.ts';
import type { Json } from '../../src/domain/json.ts';
import { type Draft, sealPlan } from '../../src/domain/plan/plan.ts';
import { isPreventive, type Step } from '../../src/domain/step/step.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { declaredRights } from '../tasks/declared-rights.ts';
import { testNow } from '../tasks/environment.ts';
import { commandsOutside } from './declared-commands.ts';
import { type KillPoint, Scene } from './task-scene.ts';
import type { MakeWorld } from './world.ts';

/** A task, and the world that it is proved in. */
export interface TaskSubject {
  readonly task: AnyTask;
  readonly makeWorld: MakeWorld;
}

/** What every task does on any platform (architecture.md §4): "dry run", "twice" and "killed" mean the same for all. */
export function taskContract(id: string, load: () => Promise<TaskSubject>): void {
  describe(`task ${id}`, () => {
    let subject: TaskSubject;
    beforeAll(async () => {
      subject = await load();
    });
    const scene = async () => new Scene(subject.task, await subject.makeWorld());

    lookingContract(scene);
    applyingContract(scene);
    killedContract(scene);
  });
}

type MakeScene = () => Promise<Scene>;

function lookingContract(scene: MakeScene): void {
  test('observe and plan change nothing, and plan mode takes no step', async () => {
    const looked = await scene();
    await drafted(looked);
    expect(looked.world.changes()).toEqual([]);
    const executor = () => Promise.reject(new Error('a step was taken in plan mode'));
    const { entry } = await looked.carryOut({ mode: 'plan', executor });
    expect(looked.world.changes()).toEqual([]);
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

function applyingContract(scene: MakeScene): void {
  test('applying twice changes nothing more', async () => {
    const applied = await scene();
    const first = await applied.carryOut();
    expect(Object.keys(applied.task.verdicts)).toContain(first.entry.verdict);
    expect(['done', 'nothing-to-do']).toContain(first.entry.status);
    const [state, changes] = [lasting(applied), applied.world.changes()];
    const second = await applied.carryOut();
    expect(lasting(applied)).toEqual(state);
    if (applied.world.state === undefined) {
      expect(second.entry).toMatchObject({ status: 'nothing-to-do', applied: [] });
      expect(applied.world.changes()).toEqual(changes);
    }
    expect(second.entry.verdict).toBe(first.entry.verdict);
    expect(await applied.journal().read()).toBeUndefined();
  });

  test.each([
    ['without the Lease', { holdsLease: async () => false }, 'failed'],
    ['when the Lease cannot be renewed', { holdsLease: () => Promise.reject(new Error('x')) }, 'failed'],
    ['that could not end before the window closes', { closesAt: testNow + 1 }, 'deferred'],
    ['after a cancellation', { signal: AbortSignal.abort() }, 'cancelled'],
  ])('no step %s', async (_name, instead, status) => {
    const stopped = await scene();
    const planned = (await stopped.carryOut({ mode: 'plan' })).entry.plan?.steps.length ?? 0;
    const { entry } = await stopped.carryOut(instead);
    expect(stopped.world.changes()).toEqual([]);
    if (planned > 0) expect(entry).toMatchObject({ status, applied: [], cause: expect.any(String) });
    expect(await stopped.journal().read()).toBeUndefined();
  });

  test('a cancellation in a step is the last: no other is taken, and the report says so', async () => {
    const cut = await scene();
    const steps = await stepsOf(cut);
    if (steps.length < 2) return;
    const abort = new AbortController();
    const killed = await cut.kill({ step: 0, where: 'in' });
    const before = cut.world.changes();
    const run = await scene();
    let asked = 0;
    const holdsLease = async () => {
      asked += 1;
      if (asked === 2) abort.abort();
      return asked < 2;
    };
    const { entry } = await run.carryOut({ signal: abort.signal, holdsLease });
    expect(entry.applied.map(({ step }) => step)).toEqual([steps[0]?.id]);
    expect(run.world.changes()).toEqual(before);
    await killed.thaw();
  });

  test('a defect in a step is said without the words of the error, and the journal is closed', async () => {
    const broken = await scene();
    if ((await stepsOf(broken)).length === 0) return;
    const executor = () => Promise.reject(new TypeError('planted-secret'));
    const outcome = await broken.carryOut({ executor });
    expect(outcome.entry).toMatchObject({ status: 'failed', verdict: 'fail' });
    expect(JSON.stringify(outcome)).not.toContain('planted-secret');
    expect(broken.world.changes()).toEqual([]);
    expect(await broken.journal().read()).toBeUndefined();
  });
}

function killedContract(scene: MakeScene): void {
  test('killed before, in and after any step: the next run closes the journal truthfully, and the old one finds that it has lost', async () => {
    const steps = await stepsOf(await scene());
    const points: KillPoint[] = steps.flatMap((_, step) =>
      (['before', 'begun', 'in'] as const).map((where) => ({ step, where })),
    );
    if (steps.length > 0) points.push({ step: steps.length, where: 'closing' });
    for (const point of points) await expectClosed(await scene(), point, steps);
  }, 60_000);
}

async function expectClosed(cut: Scene, point: KillPoint, steps: readonly Step[]): Promise<void> {
  const at = `${point.where} ${point.step}`;
  const killed = await cut.kill(point);
  const left = await cut.journal().read();
  const done = left?.records.filter(({ progress }) => progress === 'done').length ?? 0;
  const finished = left?.records.filter(({ progress }) => progress !== 'begun').length;
  expect([at, finished]).toEqual([at, point.step]);
  const changes = cut.world.changes();

  const closed = await cut.closeJournal();
  expect([at, closed]).toMatchObject([at, { kind: 'closed', finding: { code: 'run-cut-off', severity: 'warn' } }]);
  const evidence = closed.kind === 'closed' ? closed.finding.evidence : '';
  expect([at, evidence]).toEqual([at, expect.stringContaining(`${done} of ${steps.length} steps were done`)]);
  const begun = steps[point.step];
  if (point.where === 'begun') {
    expect(evidence).toContain(`${begun?.id}: `);
    expect(evidence).not.toContain(`${begun?.id}: done`);
  }
  // it may be known to have happened, or not be known at all; that it did not happen would be a lie
  if (point.where === 'in') expect([at, evidence]).not.toEqual([at, expect.stringContaining('did not happen')]);
  expect(await cut.journal().read()).toBeUndefined();

  const old = await killed.thaw();
  expect([at, old.entry.status]).toEqual([at, point.where === 'closing' ? 'done' : 'failed']);
  if (point.where === 'closing') expect(old.findings.map(({ code }) => code)).toContain('journal-left-open');
  expect([at, cut.world.changes()]).toEqual([at, changes]);
  expect(['done', 'nothing-to-do']).toContain((await cut.carryOut()).entry.status);
}

const lasting = ({ world }: Scene): unknown => (world.state ?? world.changes)();

async function stepsOf(scene: Scene): Promise<readonly Step[]> {
  return (await drafted(scene)).draft.steps;
}

async function drafted(scene: Scene) {
  const { task, inputs } = scene;
  const observation = await task.observe(scene.context() as never, inputs as never);
  const draft: Draft = task.plan(observation, scene.planContext());
  return { task, inputs, observation, draft };
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
