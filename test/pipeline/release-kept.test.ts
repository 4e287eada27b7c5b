import { describe, expect, test } from '@jest/globals';
import type { Step } from '../../src/domain/step/step.ts';
import { closeOpenJournal } from '../../src/pipeline/conduct/close-journal.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { stillClock } from '../tasks/environment.ts';
import { ScaledWorld, scale } from './scaled-world.ts';
import { type Otherwise, take } from './taking.ts';

/** A world whose steps keep something for their way back, by the step's subject. */
class KeepingWorld extends ScaledWorld {
  readonly kept = new Set<string>();
  refusesRelease = false;

  readonly keeping = async () =>
    ({
      ...this.scale,
      apply: async (context: never, step: Step) => {
        if (!step.why.startsWith('puts back')) this.kept.add(step.subject);
        return this.scale.apply(context, step as never);
      },
      release: async (_context: never, step: Step) => {
        if (this.refusesRelease) {
          throw new PortError({ code: 'forbidden', subject: step.subject, message: 'it may not be removed' });
        }
        this.kept.delete(step.subject);
      },
    }) as never;
}

const takeIn = (world: KeepingWorld, steps: readonly Step[], rest: Otherwise = {}) =>
  take(world, steps, { executor: world.keeping as never, ...rest });

const recover = (world: KeepingWorld) =>
  closeOpenJournal({
    journal: world.journal(),
    run: 'recovery',
    executor: world.keeping,
    context: world.context(),
    clock: stillClock(),
    undo: { holdsLease: async () => true },
  });

const two = [scale('a', { unit: 'a' }), scale('b', { unit: 'b' })];

describe('what steps keep for their way back', () => {
  test('is removed when their unit is as planned', async () => {
    const world = new KeepingWorld(['a', 'b']);
    expect((await takeIn(world, two)).stopped).toBeUndefined();
    expect([...world.kept]).toEqual([]);
  });

  test('is removed when their unit was put back', async () => {
    const world = new KeepingWorld(['a', 'b']);
    world.fails.add('b');
    expect((await takeIn(world, two)).stopped?.status).toBe('rolled-back');
    expect([...world.kept]).toEqual([]);
  });

  test('stays while somebody has to decide', async () => {
    const world = new KeepingWorld(['a', 'b']);
    world.fails.add('b');
    world.meddles.set('b', 7);
    expect((await takeIn(world, two)).stopped?.status).toBe('frozen');
    expect([...world.kept]).toEqual(['deployment/b']);
  });

  test('stays while the journal is open, and goes when recovery has closed it', async () => {
    const world = new KeepingWorld(['a', 'b']);
    let asked = 0;
    await takeIn(world, [scale('a'), scale('b')], { holdsLease: async () => ++asked < 2 });
    expect([...world.kept]).toEqual(['deployment/a']);
    expect(await recover(world)).toMatchObject({ kind: 'closed', undone: [{ outcome: 'done' }] });
    expect([...world.kept]).toEqual([]);
  });

  test('that recovery left for a person stays when the journal is closed', async () => {
    const world = new KeepingWorld(['a', 'b']);
    let asked = 0;
    await takeIn(world, [scale('a'), scale('b')], { holdsLease: async () => ++asked < 2 });
    world.replicas.set('a', 9);
    expect(await recover(world)).toMatchObject({ kind: 'closed', undone: [{ outcome: 'frozen' }] });
    expect([...world.kept]).toEqual(['deployment/a']);
  });

  test('that cannot be removed is said, and ends nothing', async () => {
    const world = new KeepingWorld(['a', 'b']);
    world.refusesRelease = true;
    const taken = await takeIn(world, two);
    expect(taken.stopped).toBeUndefined();
    expect(taken.findings).toMatchObject([
      { code: 'kept-value-left', severity: 'unknown', subject: 'deployment/a', evidence: 'it may not be removed' },
      { code: 'kept-value-left', severity: 'unknown', subject: 'deployment/b' },
    ]);
    expect(world.state()).toEqual({ a: 2, b: 2 });
    expect(await world.journal().read()).toBeUndefined();
  });
});
