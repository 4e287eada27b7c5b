import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Part, PartContext } from '../../../sandbox/parts/part.ts';
import type { PartState } from '../../../sandbox/supervisor/supervised.ts';
import { Supervisor } from '../../../sandbox/supervisor/supervisor.ts';

const FOREVER = 'setInterval(() => {}, 1000)';

let directory: string;
let context: PartContext;
let supervisor: Supervisor | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'supervisor-'));
  mkdirSync(join(directory, 'logs'));
  const folder = (): string => directory;
  context = { directory, kubeconfig: join(directory, 'kubeconfig'), data: folder, kept: folder };
});

afterEach(async () => {
  for (const { name } of supervisor?.status.parts ?? []) await supervisor?.stop(name);
  rmSync(directory, { recursive: true, force: true });
});

/** A part whose program is a line of JavaScript. */
function part(name: string, script: string, more: Partial<Part> = {}): Part {
  return {
    name,
    title: `the part ${name}`,
    kind: 'service',
    needs: [],
    withinMs: 5000,
    command: () => ({ argv: [process.execPath, '-e', script] }),
    ...more,
  };
}

function task(name: string, script: string, more: Partial<Part> = {}): Part {
  return part(name, script, { kind: 'task', ...more });
}

function states(): Record<string, PartState> {
  return Object.fromEntries(supervisor?.status.parts.map(({ name, state }) => [name, state]) ?? []);
}

async function run(...parts: Part[]): Promise<Supervisor> {
  supervisor = new Supervisor(parts, context);
  await supervisor.startAll();
  return supervisor;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++) await sleep(50);
  expect(condition()).toBe(true);
}

describe('starting', () => {
  test('each part waits for what it needs, whatever the order they are listed in', async () => {
    const order: string[] = [];
    const noted = (name: string, needs: string[]): Part =>
      task(name, '', {
        needs,
        command: () => {
          order.push(name);
          return { argv: [process.execPath, '-e', ''] };
        },
      });
    const { status } = await run(noted('c', ['b']), noted('b', ['a']), noted('a', []));
    expect(order).toEqual(['a', 'b', 'c']);
    expect(status.phase).toBe('up');
    expect(states()).toEqual({ a: 'done', b: 'done', c: 'done' });
  });

  test('a service is ready when it answers, not when it runs', async () => {
    const flag = join(directory, 'flag');
    const ready = async (): Promise<void> => {
      if (!existsSync(flag)) throw new Error('no flag yet');
    };
    const script = `setTimeout(() => require('node:fs').writeFileSync(${JSON.stringify(flag)}, ''), 300); ${FOREVER}`;
    const { status } = await run(part('slow', script, { ready }));
    expect(status.parts[0]).toMatchObject({ state: 'ready', restarts: 0 });
    expect(status.parts[0]?.startMs).toBeGreaterThanOrEqual(300);
  });

  test.each<[string, Part[], Record<string, PartState>, string]>([
    [
      'a task that fails takes with it what needs it, and nothing else',
      [
        task('bad', 'console.error("no such disk"); process.exit(3)'),
        task('after', '', { needs: ['bad'] }),
        task('other', ''),
      ],
      { bad: 'failed', after: 'absent', other: 'done' },
      'it ended with status 3',
    ],
    ['a service that ends at once has failed', [part('bad', '')], { bad: 'failed' }, 'ended before it was ready'],
    [
      'a service that does not answer in time has failed',
      [part('bad', FOREVER, { withinMs: 300, ready: () => Promise.reject(new Error('nobody there')) })],
      { bad: 'failed' },
      'not ready after 0.3 s: nobody there',
    ],
    [
      'a program that is not there has failed',
      [task('bad', '', { command: () => ({ argv: ['/no/such/program'] }) })],
      { bad: 'failed' },
      'ENOENT',
    ],
    ['a task that takes too long has failed', [task('bad', FOREVER, { withinMs: 300 })], { bad: 'failed' }, 'SIGKILL'],
  ])('%s', async (_, parts, expected, reason) => {
    // A service without a probe of its own is ready as soon as it runs; these have one that never answers.
    const never = async (): Promise<void> => Promise.reject(new Error('not yet'));
    const { status } = await run(...parts.map((each) => (each.kind === 'service' ? { ready: never, ...each } : each)));
    expect(states()).toEqual(expected);
    expect(status.phase).toBe('failed');
    expect(status.parts[0]?.reason).toContain(reason);
  });

  test('a failure shows the last lines of its log', async () => {
    const { status } = await run(task('bad', 'console.error("no such disk"); process.exit(3)'));
    expect(status.parts[0]?.reason).toContain('no such disk');
  });

  test('what is absent is left out with its reason, and so is what needs it', async () => {
    const absent = part('kubelet', FOREVER, { absent: () => 'not in this checkout' });
    const { status } = await run(absent, task('platform', '', { needs: ['kubelet'] }));
    expect(status.phase).toBe('up');
    expect(status.parts.map(({ state, reason }) => [state, reason])).toEqual([
      ['absent', 'not in this checkout'],
      ['absent', 'it needs kubelet'],
    ]);
  });

  test('a further round starts what failed and leaves alone what runs', async () => {
    const flag = join(directory, 'flag');
    const picky = task('picky', `process.exit(require('node:fs').existsSync(${JSON.stringify(flag)}) ? 0 : 1)`);
    const running = await run(
      part('server', FOREVER),
      picky,
      task('writes', `require('node:fs').writeFileSync(${JSON.stringify(flag)}, '')`, { needs: ['server'] }),
    );
    const { pid } = running.status.parts[0] ?? {};
    await running.startAll();
    expect(running.status.phase).toBe('up');
    expect(states()).toEqual({ server: 'ready', picky: 'done', writes: 'done' });
    expect(running.status.parts[0]?.pid).toBe(pid);
  });
});

describe('watching', () => {
  test('a service that dies is started again, and its log is kept', async () => {
    const running = await run(part('server', `console.log('hello'); ${FOREVER}`));
    const { pid, log } = running.status.parts[0] ?? {};
    await until(() => readFileSync(log ?? '', 'utf8').includes('hello'));
    process.kill(pid ?? 0, 'SIGKILL');
    await until(() => running.status.parts[0]?.restarts === 1 && states().server === 'ready');
    expect(running.status.parts[0]?.pid).not.toBe(pid);
    await until(() => (readFileSync(log ?? '', 'utf8').match(/hello/g) ?? []).length === 2);
    expect(readFileSync(log ?? '', 'utf8')).toContain('was ended by SIGKILL');
  });

  test('a service that was stopped stays so until it is started', async () => {
    const running = await run(part('server', FOREVER));
    await running.stop('server');
    await sleep(800);
    expect(running.status.parts[0]).toMatchObject({ state: 'stopped', restarts: 0 });
    expect(running.status.parts[0]?.pid).toBeUndefined();
    await running.start('server');
    expect(running.status.parts[0]).toMatchObject({ state: 'ready', restarts: 0 });
  });

  test('whoever follows late hears the whole story in its order', async () => {
    const running = await run(task('first', ''), task('second', '', { needs: ['first'] }));
    const told: string[] = [];
    running.follow((event) =>
      told.push(event.type === 'part' ? `${event.part.name} ${event.part.state}` : event.phase),
    );
    expect(told).toEqual(['starting', 'first starting', 'first done', 'second starting', 'second done', 'up']);
  });
});
