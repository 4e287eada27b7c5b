import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import deleteFiles from '../../../src/steps/delete-files.ts';
import task from '../../../src/tasks/clean-temporary-files/index.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';
import { run } from '../environment.ts';

const usual = { selector: 'app=node' };
const record = 'old 1 2 3 1.5 1.5 1.5 /tmp/a\0';

/** A pod with two containers; each holds a stale file until it is deleted there. */
async function clean(entries: readonly object[]) {
  const cluster = new FakeCluster();
  cluster.add(resources.pods, {
    metadata: { name: 'node-0', namespace: 'phoenix-rooivalk', labels: { app: 'node', tier: 'chain' } },
    spec: { containers: [{ name: 'node' }, { name: 'proxy' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  });
  const deleted: string[] = [];
  cluster.onExec(({ container = '' }, argv) => {
    if (argv[0] !== 'find' || argv[1] === '-L') return printed(argv[0] === 'df' ? '1B-blocks Avail\n 1000 900\n' : '');
    if (argv[1] !== '-files0-from') return printed(deleted.includes(container) ? '' : record);
    if (!argv.includes('-delete')) return printed('1 2 /tmp/a\0');
    deleted.push(container);
    return printed('2 3 8 1\0');
  });
  const { entry, findings } = await run(task, {
    ports: { cluster },
    executors: { 'delete-files': deleteFiles },
    platform: { 'temporary-files': entries },
  });
  return { deleted, steps: entry.applied.map(({ step }) => step), codes: findings.map(({ code }) => code) };
}

test.each<[string, readonly object[], readonly string[]]>([
  ['the usual one', [usual], ['pod/node-0 /tmp']],
  ['two containers', [usual, { ...usual, container: 'proxy' }], ['pod/node-0 /tmp', 'pod/node-0 container proxy /tmp']],
  ['a directory twice', [{ ...usual, directories: ['/tmp', '/tmp'] }], ['pod/node-0 /tmp']],
  ['two selectors', [usual, { selector: 'tier=chain' }], ['pod/node-0 /tmp']],
])('every directory of a container is cleaned once: %s', async (_name, entries, places) => {
  const { deleted, steps, codes } = await clean(entries);
  const wanted = places.map((place) => `delete-files ${place}`);
  expect({ deleted: deleted.length, steps, codes }).toEqual({ deleted: places.length, steps: wanted, codes: [] });
});
