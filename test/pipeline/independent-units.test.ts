import { describe, expect, test } from '@jest/globals';
import { ScaledWorld, scale } from './scaled-world.ts';
import { take } from './taking.ts';

const alone = (name: string) => scale(name, { unit: name, independent: true });

describe('units that do not rest on each other', () => {
  test('go on after one that failed and was put back', async () => {
    const world = new ScaledWorld(['a', 'b', 'c']);
    world.fails.add('a');
    const taken = await take(world, ['a', 'b', 'c'].map(alone));
    expect(world.state()).toEqual({ a: 1, b: 2, c: 2 });
    expect(taken.stopped).toMatchObject({ status: 'rolled-back', cause: expect.stringContaining('deployment/a') });
    expect(await world.journal().read()).toBeUndefined();
  });

  test('go on after one that does not fit any more, and all that do not are told', async () => {
    const world = new ScaledWorld(['a', 'b', 'c', 'd']);
    const long = (name: string) => ({ ...alone(name), deadlineMs: 2 * 3_600_000 });
    const taken = await take(world, [long('a'), alone('b'), long('c'), alone('d')]);
    expect(world.state()).toEqual({ a: 1, b: 2, c: 1, d: 2 });
    expect(taken.stopped).toMatchObject({
      status: 'deferred',
      cause: expect.stringMatching(/deployment\/a, .*deployment\/c could not end before/),
    });
  });

  test('tell what did not fit beside what failed', async () => {
    const world = new ScaledWorld(['a', 'b']);
    world.fails.add('b');
    const taken = await take(world, [{ ...alone('a'), deadlineMs: 2 * 3_600_000 }, alone('b')]);
    expect(taken.stopped).toMatchObject({
      status: 'rolled-back',
      cause: expect.stringMatching(/deployment\/b.*; .*deployment\/a could not end before/),
    });
  });

  test('of several that failed the gravest is told', async () => {
    const world = new ScaledWorld(['a', 'b', 'c']);
    for (const name of ['a', 'b']) world.fails.add(name);
    world.meddles.set('b', 7);
    const taken = await take(world, ['a', 'b', 'c'].map(alone));
    expect(world.state()).toEqual({ a: 1, b: 7, c: 2 });
    expect(taken.stopped?.status).toBe('frozen');
  });

  test('end with one that could not be put back', async () => {
    const world = new ScaledWorld(['a', 'b']);
    world.fails.add('a');
    world.refusesUndo.add('a');
    const taken = await take(world, ['a', 'b'].map(alone));
    expect(world.state()).toEqual({ a: 2, b: 1 });
    expect(taken.stopped?.status).toBe('failed');
    expect(await world.journal().read()).toBeDefined();
  });

  test('end with the Lease', async () => {
    const world = new ScaledWorld(['a', 'b']);
    world.fails.add('a');
    let asked = 0;
    const taken = await take(world, ['a', 'b'].map(alone), { holdsLease: async () => ++asked < 4 });
    expect(world.state()).toEqual({ a: 1, b: 1 });
    expect(taken.stopped).toMatchObject({ status: 'failed', cause: expect.stringContaining('Lease was lost') });
  });

  test('stop at one that does not fit where later ones rest on it', async () => {
    const world = new ScaledWorld(['a', 'b']);
    const taken = await take(world, [scale('a', { unit: 'a', deadlineMs: 2 * 3_600_000 }), alone('b')]);
    expect(world.state()).toEqual({ a: 1, b: 1 });
    expect(taken.stopped?.status).toBe('deferred');
  });

  test('stop together where they do rest on each other', async () => {
    const world = new ScaledWorld(['a', 'b']);
    world.fails.add('a');
    await take(world, [alone('a'), scale('b', { unit: 'b' })]);
    expect(world.state()).toEqual({ a: 1, b: 2 });
    const other = new ScaledWorld(['a', 'b']);
    other.fails.add('a');
    await take(other, [scale('a', { unit: 'a' }), alone('b')]);
    expect(other.state()).toEqual({ a: 1, b: 1 });
  });
});
