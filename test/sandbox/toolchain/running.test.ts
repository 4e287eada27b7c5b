import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { withLock } from '../../../sandbox/toolchain/lock.ts';
import { createProgress, duration } from '../../../sandbox/toolchain/progress.ts';
import { InstallError, run } from '../../../sandbox/toolchain/run.ts';

const node = (script: string): [string, ...string[]] => [process.execPath, '-e', script];

describe('a command of an installation', () => {
  const options = { item: 'the thing', advice: 'try the other thing.' };

  test('gives its lines as they come, and its last ones at the end', async () => {
    const lines: string[] = [];
    const output = await run(node('for (let i = 1; i <= 20; i++) console.log("line", i)'), {
      ...options,
      onLine: (line) => lines.push(line),
    });
    expect(lines).toHaveLength(20);
    expect(output.split('\n')).toHaveLength(15);
    expect(output).toMatch(/line 20$/);
  });

  test.each<[string, [string, ...string[]], string[]]>([
    [
      'that fails',
      node('console.log("fetching"); console.error("no route"); process.exit(7)'),
      ['Installing the thing failed', 'status 7', process.execPath, 'fetching', 'no route', 'try the other thing.'],
    ],
    ['that is ended', node('process.kill(process.pid, "SIGKILL")'), ['SIGKILL', 'try the other thing.']],
    [
      'that is not there',
      ['/no/such/program', '--flag'],
      ['ENOENT', '/no/such/program --flag', 'try the other thing.'],
    ],
  ])('%s says item, command, last lines and advice', async (_, argv, expected) => {
    const error = await run(argv, options).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InstallError);
    for (const part of expected) expect((error as Error).message).toContain(part);
  });

  test('a line without end does not fill the message', async () => {
    const error = await run(node('console.log("x".repeat(1e6)); process.exitCode = 1'), options).catch(
      (caught) => caught,
    );
    expect((error as Error).message.length).toBeLessThan(1000);
  });
});

describe('the lock', () => {
  let file: string;
  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'lock-')), 'install.lock');
  });
  afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }));

  test('lets one in at a time, and tells the other that it waits', async () => {
    const story: string[] = [];
    const inside = Promise.withResolvers<void>();
    const heard = Promise.withResolvers<void>();
    const waiting = jest.fn(() => heard.resolve());
    const first = withLock(file, async () => {
      story.push('first in');
      inside.resolve();
      await heard.promise;
      await sleep(200);
      story.push('first out');
    });
    await inside.promise;
    const second = withLock(file, async () => void story.push('second in'), waiting);
    await Promise.all([first, second]);
    expect(story).toEqual(['first in', 'first out', 'second in']);
    expect(waiting).toHaveBeenCalledTimes(1);
  });

  test('is released by an error', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(withLock(file, async () => 'in')).resolves.toBe('in');
  });

  test('is released by the death of its holder', async () => {
    const lock = JSON.stringify(new URL('../../../sandbox/toolchain/lock.ts', import.meta.url));
    const script = `import(${lock}).then(({ withLock }) => withLock(${JSON.stringify(file)}, () => { console.log('in'); return new Promise((r) => setTimeout(r, 60000)); }))`;
    const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    holder.kill('SIGKILL');
    await expect(withLock(file, async () => 'in')).resolves.toBe('in');
  });
});

describe('progress', () => {
  test.each([
    [0, '0.0 s'],
    [432, '0.4 s'],
    [9949, '9.9 s'],
    [9950, '10 s'],
    [59_400, '59 s'],
    [287_000, '4 min 47 s'],
    [600_000, '10 min 0 s'],
  ])('%i ms is %s', (ms, expected) => {
    expect(duration(ms)).toBe(expected);
  });

  test('away from a terminal: whole lines, one at the start and one at the end of each item', () => {
    let text = '';
    const progress = createProgress({ write: (part) => (text += part) });
    progress.start('act', 'building act');
    progress.update('act', '12 packages compiled');
    progress.start('jq', 'installing jq');
    progress.done('act', 'v1');
    progress.failed('jq', 'no such package');
    progress.note('that is all');
    progress.close();
    const lines = text
      .replaceAll(/ {2}\d\.\d s$/gm, '')
      .trimEnd()
      .split('\n');
    expect(lines).toEqual([
      '… act: building act',
      '… jq: installing jq',
      '✓ act: v1',
      '✗ jq: no such package',
      'that is all',
    ]);
    expect(text).not.toContain('\x1b');
  });

  test('on a terminal: the running line is replaced, never longer than the line', () => {
    let text = '';
    const progress = createProgress({ write: (part) => (text += part), isTTY: true, columns: 20 });
    progress.start('a-very-long-name-of-an-item', 'building');
    progress.done('a-very-long-name-of-an-item');
    progress.close();
    const [first] = text.split('\r');
    expect(first?.length).toBeLessThan(20);
    expect(text).toContain('\r\x1b[2K✓ a-very-long-name-of-an-item');
  });
});
