import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import rotateLogs from '../../../src/steps/rotate-logs.ts';
import task from '../../../src/tasks/rotate-logs/index.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';
import { run } from '../environment.ts';

const log = '/var/log/node/node.log';
const selector = 'app=node';
const usual = { selector };

/** A pod with two containers whose logs are due until their logrotate ran; that of `stuck` stays due. */
async function rotate(logs: readonly object[], stuck = '') {
  const cluster = new FakeCluster();
  cluster.add(resources.pods, {
    metadata: { name: 'node-0', namespace: 'phoenix-rooivalk', labels: { app: 'node', tier: 'chain' } },
    spec: { containers: [{ name: 'node' }, { name: 'proxy' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  });
  const rotated: string[] = [];
  cluster.onExec(({ container = '' }, [program, ...rest]) => {
    if (program === 'find') return printed('');
    const which = `${container} ${rest.at(-1)}`;
    if (rest[0] !== '--debug') rotated.push(which);
    const due = !rotated.includes(which) || container === stuck;
    return printed(`considering log ${log}\n  log ${due ? 'needs' : 'does not need'} rotating (x)\n`);
  });
  const { entry, findings } = await run(task, {
    ports: { cluster },
    executors: { 'rotate-logs': rotateLogs },
    platform: { logs },
  });
  const told = findings.map(({ code, subject }) => `${code} of ${subject}`);
  return { rotated, steps: entry.applied.map(({ step }) => step), told };
}

test.each<[string, readonly object[], readonly string[]]>([
  ['the usual one', [usual], ['pod/node-0']],
  ['its default container by name', [{ ...usual, container: 'node' }], ['pod/node-0']],
  ['two containers', [usual, { ...usual, container: 'proxy' }], ['pod/node-0', 'pod/node-0 container proxy']],
  [
    'two configurations',
    [usual, { ...usual, configuration: '/etc/audit.conf' }],
    ['pod/node-0', 'pod/node-0 /etc/audit.conf'],
  ],
  ['two selectors', [usual, { selector: 'tier=chain' }], ['pod/node-0']],
])('every log of a pod is rotated once: %s', async (_name, logs, places) => {
  const { rotated, steps, told } = await rotate(logs);
  const wanted = places.map((place) => `rotate-logs ${place}`);
  expect({ rotated: rotated.length, steps, told }).toEqual({ rotated: places.length, steps: wanted, told: [] });
});

test('what is left in one container is not told of the other', async () => {
  const { told } = await rotate([usual, { ...usual, container: 'proxy' }], 'proxy');
  expect(told).toEqual(['not-rotated of pod/node-0 container proxy']);
});

test.each([{ state: '/data/state' }, { rotates: 'application' }])(
  'of two entries that differ in %j the first counts, and that is said',
  async (other) => {
    const { rotated, told } = await rotate([usual, { ...usual, ...other }]);
    expect({ rotated, told }).toEqual({
      rotated: ['node /etc/logrotate.conf'],
      told: [`pods-left-out of pods ${selector}`],
    });
  },
);
