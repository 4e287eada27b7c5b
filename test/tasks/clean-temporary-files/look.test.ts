import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { lookAtDirectory } from '../../../src/tasks/clean-temporary-files/look.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';

const namespace = 'phoenix-rooivalk';
const shown = ['/tmp/a', '/tmp/b.lock', '/tmp/c', '/tmp/d'];
const listing = shown.map((name, index) => `old 1 ${index + 1} 5 ${9 - index}.5 1.5 1.5 ${name}\0`).join('');

/** What is stale among four old files, oldest first, and how many are spared. */
async function looked(
  open: string,
  locks: string,
  listed: { readonly stderr?: string; readonly exitCode?: number } = {},
) {
  const cluster = new FakeCluster();
  const pod = cluster.add(resources.pods, {
    metadata: { name: 'node-0', namespace },
    spec: { containers: [{ name: 'node' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  });
  cluster.onExec((_target, [program, first]) => {
    if (program === 'cat') return printed(locks);
    if (program === 'df') return printed('1B-blocks Avail\n 1000 900\n');
    if (first === '-L') return printed(open);
    const { stderr = '', exitCode = 0 } = listed;
    return { ...printed(`${listing}kept f 1\0kept s 0\0kept l 0\0kept d 0\0`), stderr: Buffer.from(stderr), exitCode };
  });
  const ref = { namespace, pod: 'node-0', podUid: pod.metadata.uid, container: 'node' };
  const found = await lookAtDirectory(cluster, ref, '/tmp', 1);
  if (found.state !== 'listed') throw new Error(found.state);
  const { stale, ...rest } = found;
  return { ...rest, stale: stale.map((file) => file.shown) };
}

describe('files in use are spared', () => {
  test.each<[string, string, string, readonly string[], number, number]>([
    ['a lock by its name', '', '', ['/tmp/d', '/tmp/c', '/tmp/a'], 0, 1],
    ['one that is open', '1 3\0', '', ['/tmp/d', '/tmp/a'], 1, 1],
    ['not one of another device', '2 3\0', '', ['/tmp/d', '/tmp/c', '/tmp/a'], 0, 1],
    ['one that is locked', '', '1: POSIX  ADVISORY  WRITE 123 08:01:4 0 EOF\n', ['/tmp/c', '/tmp/a'], 0, 2],
    ['one for which others wait', '', '1: -> FLOCK  ADVISORY  WRITE 9 00:2f:1 0 EOF\n', ['/tmp/d', '/tmp/c'], 0, 2],
  ])('%s', async (_name, open, locks, stale, inUse, locked) => {
    expect(await looked(open, locks)).toMatchObject({ stale, inUse, locked, young: 1, others: 2 });
  });
});

describe('a listing that is not whole is told from one that is', () => {
  const gone = "find: '/tmp/x': No such file or directory\n";
  test.each([
    ['nothing said', '', 0, 0, false],
    ['a file went meanwhile', gone, 1, 0, false],
    ['a folder may not be read', `${gone}find: '/tmp/private': Permission denied\n`, 1, 1, false],
    ['a warning', 'find: warning: x\n', 0, 0, false],
    ['it was ended', '', 124, 0, true],
  ])('%s', async (_name, stderr, exitCode, unread, truncated) => {
    expect(await looked('', '', { stderr, exitCode })).toMatchObject({ unread, truncated });
  });
});
