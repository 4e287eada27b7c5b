import { describe, expect, test } from '@jest/globals';
import type { Environment } from '../../src/pipeline/carry-out/environment.ts';
import { takeSteps } from '../../src/pipeline/carry-out/take-steps.ts';
import { closeOpenJournal } from '../../src/pipeline/conduct/close-journal.ts';
import { stillClock, testNow } from '../tasks/environment.ts';
import { planOf, ScaledWorld, scale, vacuum } from './scaled-world.ts';
import { type Applying, take } from './taking.ts';

const recover = (world: ScaledWorld, holdsLease = async () => true, key?: Uint8Array) =>
  closeOpenJournal({
    journal: world.journal(key),
    run: 'recovery',
    executor: (step) => world.executor(step.kind),
    context: world.context(),
    clock: stillClock(),
    undo: { holdsLease },
  });

describe('a step that fails', () => {
  test('undoes its plan, last first, and proves it', async () => {
    const world = new ScaledWorld(['a', 'b', 'c']);
    world.fails.add('b');
    const taken = await take(world, [scale('a'), scale('b'), scale('c')]);
    expect(world.state()).toEqual({ a: 1, b: 1, c: 1 });
    expect(world.log).toEqual(['a 1 → 2', 'b 1 → 2', 'b 2 → 1', 'a 2 → 1']);
    expect(taken.stopped).toEqual({ status: 'rolled-back', cause: 'scale-workload deployment/b: not ready in time' });
    expect(taken.undone.map(({ step, outcome }) => [step.subject, outcome])).toEqual([
      ['deployment/b', 'done'],
      ['deployment/a', 'done'],
    ]);
    expect(await world.journal().read()).toBeUndefined();
  });

  test('leaves the units before it as planned, and begins none after it', async () => {
    const world = new ScaledWorld(['a', 'b', 'c']);
    world.fails.add('b');
    const units = ['a', 'b', 'c'].map((name) => scale(name, { unit: name }));
    const taken = await take(world, units);
    expect(world.state()).toEqual({ a: 2, b: 1, c: 1 });
    expect(taken.stopped?.status).toBe('rolled-back');
  });

  test('does not stop steps that have no way back', async () => {
    const world = new ScaledWorld([]);
    const taken = await take(world, [vacuum('x'), vacuum('y')]);
    expect(taken.stopped).toBeUndefined();
    expect(world.log).toEqual(['vacuum x', 'vacuum y']);
  });

  test('leaves what cannot be undone, and says so', async () => {
    const world = new ScaledWorld(['a']);
    world.fails.add('a');
    const taken = await take(world, [vacuum('x'), scale('a')]);
    expect(taken.undone).toMatchObject([
      { step: { subject: 'deployment/a' }, outcome: 'done' },
      { step: { subject: 'table public.x' }, outcome: 'stays', cause: 'cannot be undone: dead rows are gone' },
    ]);
  });

  test('keeps everything of a unit that must not be rolled back', async () => {
    const world = new ScaledWorld(['a', 'b']);
    world.fails.add('b');
    const taken = await take(world, [scale('a'), scale('b', { hold: 'its migrations only go forward' })]);
    expect(world.state()).toEqual({ a: 2, b: 2 });
    expect(taken.stopped).toMatchObject({
      status: 'frozen',
      cause: expect.stringContaining('migrations only go forward'),
    });
    expect(taken.undone.map(({ outcome }) => outcome)).toEqual(['held', 'held']);
    expect(await world.journal().read()).toBeUndefined();
  });

  test('of such a unit, what never happened is not held, once it can no longer arrive', async () => {
    const world = new ScaledWorld(['a', 'b']);
    const writer = await world.journal().open({
      run: 'run 1',
      id: 'x',
      plan: planOf([scale('a'), scale('b', { hold: 'its migrations only go forward' })]),
    });
    for (const step of [scale('a'), scale('b')]) await writer.write(step.id, 'begun');
    world.replicas.set('a', 2);
    const closed = await recover(world);
    expect(world.state()).toEqual({ a: 2, b: 1 });
    expect(closed).toMatchObject({
      kind: 'closed',
      undone: [
        { step: { subject: 'deployment/b' }, outcome: 'not-needed' },
        { step: { subject: 'deployment/a' }, outcome: 'held' },
      ],
    });
  });

  test('freezes what a person has changed meanwhile, and what came before it in the unit', async () => {
    const world = new ScaledWorld(['a', 'b']);
    world.fails.add('b');
    world.meddles.set('b', 7);
    const taken = await take(world, [scale('a'), scale('b')]);
    expect(world.state()).toEqual({ a: 2, b: 7 });
    expect(taken.stopped?.status).toBe('frozen');
    expect(taken.undone.map(({ outcome }) => outcome)).toEqual(['frozen', 'frozen']);
  });
});

test('an object that moved after the observation fails its reversible step, and nothing else is touched', async () => {
  const world = new ScaledWorld(['a', 'b']);
  world.replicas.set('b', 5);
  const taken = await take(world, [scale('a'), scale('b')]);
  expect(world.state()).toEqual({ a: 1, b: 5 });
  expect(taken.stopped?.status).toBe('rolled-back');
});

test('a unit that could not end in time is not begun', async () => {
  const world = new ScaledWorld(['a', 'b']);
  const taken = await take(world, [scale('a'), scale('b')], { closesAt: testNow + 1500 });
  expect(taken.stopped?.status).toBe('deferred');
  expect(world.log).toEqual([]);
});

test('steps that stand for themselves: what does not fit is for later, and what fits behind it is taken', async () => {
  const world = new ScaledWorld([]);
  const large = vacuum('large', { deadlineMs: 900_000 });
  const taken = await take(world, [large, vacuum('small'), vacuum('tiny')], { closesAt: testNow + 120_000 });
  expect(world.log).toEqual(['vacuum small', 'vacuum tiny']);
  expect(taken.stopped).toEqual({
    status: 'deferred',
    cause: `${large.id} could not end before ${new Date(testNow + 120_000).toISOString()}`,
  });
});

test('time is looked at after the Lease, which may take long to answer', async () => {
  const world = new ScaledWorld(['a']);
  let now = testNow;
  const clock = { ...stillClock(), now: () => now };
  const environment = { ...world.context(), clock, executor: world.executor } as unknown as Environment;
  const holdsLease = async () => {
    now += 600_000;
    return true;
  };
  const closesAt = testNow + 600_000;
  const changing: Applying = { mode: 'apply', journal: world.journal(), run: 'run 1', holdsLease, closesAt };
  const taken = await takeSteps(planOf([scale('a')]), environment, changing, world.context());
  expect(taken.stopped?.status).toBe('deferred');
  expect(world.log).toEqual([]);
});

describe('a run that ends half-way', () => {
  test('cancelled: the journal stays open, and recovery puts everything back', async () => {
    const world = new ScaledWorld(['a', 'b']);
    const abort = new AbortController();
    let asked = 0;
    const holdsLease = async () => {
      asked += 1;
      if (asked === 1) queueMicrotask(() => abort.abort());
      return true;
    };
    const taken = await take(world, [scale('a'), scale('b')], { holdsLease, signal: abort.signal });
    expect(taken.stopped?.status).toBe('cancelled');
    expect(world.state()).toEqual({ a: 2, b: 1 });
    const closed = await recover(world);
    expect(closed).toMatchObject({ kind: 'closed', finding: { code: 'run-undone', severity: 'warn' } });
    expect(world.state()).toEqual({ a: 1, b: 1 });
    expect(await recover(world)).toEqual({ kind: 'none' });
  });

  test('without the Lease nothing is undone, and the journal waits', async () => {
    const world = new ScaledWorld(['a', 'b']);
    let asked = 0;
    const taken = await take(world, [scale('a'), scale('b')], { holdsLease: async () => ++asked < 2 });
    expect(taken.stopped).toMatchObject({ status: 'failed', cause: expect.stringContaining('Lease was lost') });
    expect(world.log).toEqual(['a 1 → 2']);
    expect(await recover(world, async () => false)).toMatchObject({ kind: 'left-open' });
    expect(world.log).toEqual(['a 1 → 2']);
    expect(await recover(world)).toMatchObject({ kind: 'closed' });
    expect(world.state()).toEqual({ a: 1, b: 1 });
  });

  test('killed with the change on its way: it arrives while recovery looks, and is put back', async () => {
    const world = new ScaledWorld(['a']);
    const writer = await world.journal().open({ run: 'run 1', id: 'x', plan: planOf([scale('a')]) });
    await writer.write(scale('a').id, 'begun');
    let looks = 0;
    const late = {
      ...world.scale,
      settle: async (...args: Parameters<typeof world.scale.settle>) => {
        looks += 1;
        if (looks === 3) world.replicas.set('a', 2);
        return world.scale.settle(...args);
      },
    };
    const closed = await closeOpenJournal({
      journal: world.journal(),
      run: 'recovery',
      executor: async () => late as never,
      context: world.context(),
      clock: stillClock(),
      undo: { holdsLease: async () => true },
    });
    expect(closed).toMatchObject({ kind: 'closed', undone: [{ outcome: 'done' }] });
    expect(world.state()).toEqual({ a: 1 });
  });

  test('the Lease is lost while recovery looks: nothing is put back any more', async () => {
    const world = new ScaledWorld(['a', 'b']);
    let asked = 0;
    await take(world, [scale('a'), scale('b')], { holdsLease: async () => ++asked < 2 });
    let looked = false;
    const looking = {
      ...world.scale,
      settle: async (...args: Parameters<typeof world.scale.settle>) => {
        looked = true;
        return world.scale.settle(...args);
      },
    };
    const closed = await closeOpenJournal({
      journal: world.journal(),
      run: 'recovery',
      executor: async () => looking as never,
      context: world.context(),
      clock: stillClock(),
      undo: { holdsLease: async () => !looked },
    });
    expect(closed).toMatchObject({
      kind: 'left-open',
      undone: [{ outcome: 'failed', cause: 'the Lease was lost to another run' }],
    });
    expect(world.state()).toEqual({ a: 2, b: 1 });
  });

  test('a step without a way back that was begun is told beside what was put back', async () => {
    const world = new ScaledWorld(['a']);
    const steps = [scale('a', { unit: 'a' }), vacuum('events', { unit: 'v' })];
    const writer = await world.journal().open({ run: 'run 1', id: 'x', plan: planOf(steps) });
    for (const progress of ['begun', 'failed', 'undoing', 'undone'] as const)
      await writer.write(scale('a').id, progress);
    await writer.write(vacuum('events').id, 'begun');
    const closed = await closeOpenJournal({
      journal: world.journal(),
      run: 'run 2',
      executor: async ({ kind }) => world.executor(kind),
      context: { ...world.context(), ports: { database: { endDeadRun: async () => 0 } } as never },
      clock: stillClock(),
    });
    expect(closed).toMatchObject({
      kind: 'closed',
      finding: {
        code: 'run-undone',
        evidence: expect.stringMatching(/scale-workload.*put back; vacuum-table .*cannot be told/),
      },
    });
  });

  test('a recovery that was killed after it had left a step as it is: the next one tells that, and nothing touches it', async () => {
    const world = new ScaledWorld(['a', 'b']);
    const writer = await world.journal().open({ run: 'run 1', id: 'x', plan: planOf([scale('a'), scale('b')]) });
    for (const name of ['a', 'b']) {
      world.replicas.set(name, 2);
      await writer.write(scale(name).id, 'begun');
    }
    world.replicas.set('b', 7);
    await (await world.journal().takeOver('recovery 1'))?.write(scale('b').id, 'frozen');
    // whatever somebody makes of it now, even what it was for us
    world.replicas.set('b', 2);
    const closed = await recover(world);
    expect(closed).toMatchObject({ kind: 'closed', finding: { code: 'recovery-froze', severity: 'fail' } });
    if (closed.kind !== 'closed') return;
    expect(closed.undone).toMatchObject([
      { step: { subject: 'deployment/b' }, outcome: 'frozen', cause: 'as an earlier look found it' },
      {
        step: { subject: 'deployment/a' },
        outcome: 'frozen',
        cause: 'left as it is, because "scale-workload deployment/b" is frozen',
      },
    ]);
    expect(world.state()).toEqual({ a: 2, b: 2 });
  });

  test('an undo that fails leaves the journal open for the next recovery', async () => {
    const world = new ScaledWorld(['a']);
    world.fails.add('a');
    world.refusesUndo.add('a');
    const taken = await take(world, [scale('a')]);
    expect(taken.stopped).toMatchObject({ status: 'failed', cause: expect.stringContaining('recovery goes on') });
    expect((await world.journal().read())?.records.map(({ progress }) => progress)).toEqual([
      'begun',
      'failed',
      'undoing',
    ]);
    world.refusesUndo.clear();
    expect(await recover(world)).toMatchObject({ kind: 'closed', undone: [{ outcome: 'done' }] });
    expect(world.state()).toEqual({ a: 1 });
  });

  test.each([
    ['another key', new Uint8Array(32).fill(2)],
    ['a journal that was written without one', undefined],
  ])('a wrong authentication code touches nothing: %s', async (_name, writtenWith) => {
    const world = new ScaledWorld(['a', 'b']);
    let asked = 0;
    await take(world, [scale('a'), scale('b')], {
      holdsLease: async () => ++asked < 2,
      journal: world.journal(writtenWith),
    });
    const closed = await recover(world, async () => true, new Uint8Array(32).fill(1));
    expect(closed).toMatchObject({ kind: 'left-open', finding: { code: 'journal-not-authentic', severity: 'fail' } });
    expect(world.state()).toEqual({ a: 2, b: 1 });
  });
});

test('a last word that is old when the first step would be taken carries nothing', async () => {
  const world = new ScaledWorld(['a']);
  let now = 0;
  const clock = { ...stillClock(), monotonic: () => now };
  const beforeFirstStep = async () => {
    const readAt = now;
    now += 121_000;
    return { readAt };
  };
  const taken = await take(world, [scale('a')], { clock, beforeFirstStep });
  expect(taken.stopped).toMatchObject({ status: 'refused', refusal: { subject: 'increase-capacity' } });
  expect(world.log).toEqual([]);
  expect(await world.journal().read()).toBeUndefined();
});

test('a refusal immediately before the first step leaves everything as it is', async () => {
  const world = new ScaledWorld(['a']);
  const refusal = { subject: 'x', rule: 'the approval is spent', state: 's', next: 'n' };
  const taken = await take(world, [scale('a')], { beforeFirstStep: async () => ({ refused: refusal }) });
  expect(taken).toMatchObject({ applied: [], stopped: { status: 'refused', refusal } });
  expect(world.log).toEqual([]);
  expect(await world.journal().read()).toBeUndefined();
});
