import { describe, expect, test } from '@jest/globals';
import { heldFiles, openForWriting, openLogs, removedFiles } from '../../../src/tasks/rotate-logs/open-files.ts';
import { foldersOf, readDebugOutput } from '../../../src/tasks/rotate-logs/read-debug-output.ts';

const log = '/var/log/node/node.log';

describe("logrotate's words", () => {
  test.each([
    ['a due log', `considering log ${log}\n  log needs rotating\n`, [{ path: log, needsRotation: true }]],
    [
      'one that is not, and why',
      `considering log ${log}\n  Now: 2026-11-28\n  log does not need rotating (log size is below the 'size' threshold)\n`,
      [{ path: log, needsRotation: false }],
    ],
    ['a verdict without a log', '  log needs rotating\n', []],
    [
      'one verdict for each log',
      `considering log ${log}\n  log needs rotating\n  log needs rotating\n`,
      [{ path: log, needsRotation: true }],
    ],
    ['a path that is not absolute', 'considering log node.log\n  log needs rotating\n', []],
  ])('%s', (_name, text, logs) => expect(readDebugOutput(text).logs).toEqual(logs));

  test('errors are kept, shortened', () => {
    const { errors } = readDebugOutput(`error: ${'x'.repeat(500)}\nwarning: y\n`);
    expect(errors.map((error) => error.length)).toEqual([200]);
  });

  test('each folder counts once', () => {
    const paths = [log, '/var/log/node/other.log', '/root.log'];
    expect(foldersOf(paths.map((path) => ({ path, needsRotation: true })))).toEqual(['/var/log/node', '/']);
  });
});

describe('the folders of its patterns', () => {
  test.each([
    ['of a glob', '/var/log/node/*.log  after 1 days', ['/var/log/node']],
    ['up to the first wildcard', '/var/log/*/x[0-9].log  after', ['/var/log']],
    ['of several patterns, each once', '/a/*.log /a/x.log "/b c/y.log"  forced', ['/a', '/b c']],
    ['of the root', '/root.log  after', ['/']],
    ['not of what is no path', 'node.log  after', []],
  ])('%s', (_name, pattern, folders) =>
    expect(readDebugOutput(`rotating pattern: ${pattern} (no old logs)\n`).folders).toEqual(folders),
  );
});

/** What is open, with the mode of a link of /proc: 300 writes, 500 reads, 700 does both. */
const open = (target: string, mode = '300') => openForWriting(`${mode} /proc/7/fd/3 ${target}\0`);

describe('files that are held open', () => {
  const considered = [{ path: log, needsRotation: false }];
  test.each([
    ['the log itself', log, []],
    ['a rotated one', `${log}.1`, [{ path: `${log}.1`, pid: 7, deleted: false }]],
    ['one rotated by date', `${log}-20261124`, [{ path: `${log}-20261124`, pid: 7, deleted: false }]],
    ['a deleted one', `${log} (deleted)`, [{ path: log, pid: 7, deleted: true }]],
    ['a rotated and deleted one', `${log}.2 (deleted)`, [{ path: `${log}.2`, pid: 7, deleted: true }]],
    ['a log of something else', '/var/log/node/node.logger', []],
    ['a deleted file of something else', '/tmp/x (deleted)', []],
  ])('%s', (_name, target, held) => expect(heldFiles(open(target), considered)).toEqual(held));

  test.each([
    ['who writes', '300', 1],
    ['who reads and writes', '700', 1],
    ['not who reads', '500', 0],
  ])('by %s', (_name, mode, held) => expect(heldFiles(open(`${log}.1`, mode), considered)).toHaveLength(held));

  test.each([
    ['below a folder of the logs', '/var/log/node/old/other.txt (deleted)', 1],
    ['that is still there', '/var/log/node/other.log', 0],
    ['beside it', '/var/log/nodes/other.log (deleted)', 0],
    ['anywhere', '/memfd:x (deleted)', 0],
  ])('a removed file %s', (_name, target, count) =>
    expect(removedFiles(open(target), ['/var/log/node', '/'])).toHaveLength(count),
  );

  test.each([
    [log, true],
    [`${log} (deleted)`, true],
    ['/dev/kernel.log', false],
    ['/proc/7/x.log', false],
    ['pipe:[123]', false],
    ['/var/lib/node/data', false],
  ])('%s open is a log file: %s', (target, is) => expect(openLogs(open(target))).toHaveLength(is ? 1 : 0));
});
