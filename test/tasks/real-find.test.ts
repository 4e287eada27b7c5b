/** What the finds of this machine say to our commands: GNU find is understood, BusyBox's is told from it. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { listFiles } from '../../src/tasks/clean-temporary-files/commands.ts';
import { lookAtDirectory } from '../../src/tasks/clean-temporary-files/look.ts';
import { readListing } from '../../src/tasks/clean-temporary-files/read-listing.ts';
import { listLogs, listOpenFiles } from '../../src/tasks/rotate-logs/commands.ts';
import { lookAtLogs } from '../../src/tasks/rotate-logs/look.ts';
import { openForWriting } from '../../src/tasks/rotate-logs/open-files.ts';
import { readListedFiles } from '../../src/tasks/rotate-logs/own-rotation.ts';
import { FakeCluster, missingTool, printed } from '../fakes/cluster/fake-cluster.ts';

const hour = 3_600_000;
let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'find-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const output = ([program = '', ...args]: readonly string[]) => spawnSync(program, args, { maxBuffer: 2 ** 28 }).stdout;

/** A file of the folder that was last read and written so long ago. */
function lay(name: string, ageHours: number): string {
  const path = join(directory, name);
  writeFileSync(path, 'xxxx');
  const moment = Date.now() / 1000 - ageHours * 3600;
  utimesSync(path, moment, moment);
  return path;
}

const oldNames = (command: readonly string[]) =>
  readListing(output(command))
    .old.map(({ shown }) => shown.slice(directory.length + 1))
    .sort();

/** No program can set the status change of a file back: the condition on it is lifted. */
const withoutStatusChange = (command: readonly string[]) =>
  command.map((word, index) => (command[index - 1] === '-cmin' ? '-1' : word));

describe('GNU find', () => {
  test('24 hours are 24 hours, not the 48 of -mtime +1', () => {
    for (const hours of [23, 25, 47]) lay(`${hours}`, hours);
    expect(oldNames(withoutStatusChange(listFiles(directory, 24 * hour)))).toEqual(['25', '47']);
  });

  test('a file is as old as the newest of its three times', () => {
    lay('changed', 99);
    const read = lay('read', 0);
    utimesSync(read, Date.now() / 1000, 1);
    const written = lay('written', 0);
    utimesSync(written, 1, Date.now() / 1000);
    expect(oldNames(withoutStatusChange(listFiles(directory, 24 * hour)))).toEqual(['changed']);
    expect(oldNames(listFiles(directory, 24 * hour))).toEqual([]);
  });

  test('names are whole, whatever they hold, and links are none of the files', () => {
    const names = ['-rf', 'a b', 'old 1 2 3', '::error::\n%0A'];
    for (const name of names) lay(name, 99);
    symlinkSync('a b', join(directory, 'link'));
    expect(oldNames(withoutStatusChange(listFiles(directory, hour)))).toEqual(names.sort());
    expect(readListing(output(listFiles(directory, hour))).others).toBe(1);
  });

  const mounted = statSync('/dev').dev !== statSync('/dev/shm').dev;
  (mounted ? test : test.skip)('other file systems are not entered', () => {
    const path = `/dev/shm/rooivalk-find-${process.pid}`;
    writeFileSync(path, 'x');
    try {
      const names = (from: string) => output(listFiles(from, 0)).toString('latin1').includes(path);
      expect([names('/dev/shm'), names('/dev')]).toEqual([true, false]);
    } finally {
      rmSync(path);
    }
  });

  test('who writes a file is told from who reads it, and a removed one from one that is there', () => {
    const descriptors = (['a', 'r', 'a'] as const).map((flags, index) => openSync(lay(`${index}.log`, 0), flags));
    rmSync(join(directory, '2.log'));
    const open = openForWriting(output(listOpenFiles).toString()).filter(({ path }) => path.startsWith(directory));
    for (const descriptor of descriptors) closeSync(descriptor);
    expect(open.map(({ path, deleted, pid }) => [path.slice(directory.length), deleted, pid])).toEqual([
      ['/0.log', false, process.pid],
      ['/2.log', true, process.pid],
    ]);
  });

  test('log files are listed with size and moment', () => {
    const path = lay('app.log.1', 5);
    const [file] = readListedFiles(output(listLogs(directory)).toString());
    expect(file).toMatchObject({ path, bytes: 4 });
    expect(Math.abs((file?.writtenAt ?? 0) - (Date.now() - 5 * hour))).toBeLessThan(60_000);
  });
});

const namespace = 'phoenix-rooivalk';

/** A container whose find is BusyBox's, without logrotate. */
function busyBox() {
  const cluster = new FakeCluster();
  const pod = cluster.add(resources.pods, {
    metadata: { name: 'node-0', namespace },
    spec: { containers: [{ name: 'node' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  });
  cluster.onExec((target, [program = '', ...args]) => {
    if (program === 'logrotate') throw missingTool(target, program);
    const { status, stdout, stderr } = spawnSync('busybox', [program, ...args]);
    return { ...printed(stdout), stderr, exitCode: status ?? 1 };
  });
  return { cluster, ref: { namespace, pod: 'node-0', podUid: pod.metadata.uid, container: 'node' } };
}

const isThere = spawnSync('busybox', ['true']).status === 0;
(isThere ? describe : describe.skip)("BusyBox's find", () => {
  test('lists no temporary files, which is said', async () => {
    lay('a', 99);
    const { cluster, ref } = busyBox();
    expect(await lookAtDirectory(cluster, ref, directory, 0)).toMatchObject({ state: 'no-tools' });
  });

  test('does not show what is open, so that nobody is taken to log to stdout', async () => {
    const { cluster, ref } = busyBox();
    const entry = { selector: 'app=node', configuration: '/etc/logrotate.conf', rotates: 'logrotate' } as const;
    expect(await lookAtLogs(cluster, ref, entry)).toMatchObject({ state: 'no-logrotate', writes: 'unknown' });
  });
});
