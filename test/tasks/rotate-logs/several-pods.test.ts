import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import rotateLogs from '../../../src/steps/rotate-logs.ts';
import task from '../../../src/tasks/rotate-logs/index.ts';
import { FakeCluster, missingTool, printed } from '../../fakes/cluster/fake-cluster.ts';
import { run } from '../environment.ts';

const log = '/var/log/node/node.log';
const kinds = ['due', 'resting', 'without', 'unready', 'stuck'] as const;
type Kind = (typeof kinds)[number];

/** Pods called after what is the matter with them: `due` are rotated, `stuck` stay due, `without` have no logrotate. */
async function rotate(pods: readonly Kind[]) {
  const cluster = new FakeCluster();
  for (const name of pods) {
    cluster.add(resources.pods, {
      metadata: { name, namespace: 'phoenix-rooivalk', labels: { app: 'node' } },
      spec: { containers: [{ name: 'node' }] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: name === 'unready' ? 'False' : 'True' }] },
    });
  }
  const rotated: string[] = [];
  const isDue = (pod: string) => pod === 'stuck' || (pod === 'due' && !rotated.includes(pod));
  const listed = (pod: string) => `${rotated.includes(pod) ? 10 : 5000} 1.5 ${log}\0`;
  cluster.onExec((target, [program = '', first]) => {
    const { pod } = target;
    if (program === 'find') return printed(first === '/proc' ? `300 /proc/7/fd/3 ${log}\0` : listed(pod));
    if (pod === 'without') throw missingTool(target, program);
    if (first !== '--debug') rotated.push(pod);
    return printed(`considering log ${log}\n  log ${isDue(pod) ? 'needs' : 'does not need'} rotating (x)\n`);
  });
  const platform = { logs: [{ selector: 'app=node' }] };
  const { entry, findings } = await run(task, {
    ports: { cluster },
    executors: { 'rotate-logs': rotateLogs },
    platform,
  });
  return {
    rotated,
    verdict: entry.verdict,
    codes: findings.map(({ code, subject }) => `${code} of ${subject}`),
    bytes: entry.measurements.map(({ subject, value, comparedWith }) => [subject, comparedWith?.value, value]),
  };
}

test.each<[readonly Kind[], readonly Kind[], string, readonly string[]]>([
  [[], [], 'warn', ['no-pods of pods app=node']],
  [['unready', 'due'], ['due'], 'warn', ['pods-left-out of pods app=node']],
  [['without', 'due'], ['due'], 'warn', ['logrotate-missing of pods app=node']],
  [['stuck', 'due'], ['due', 'stuck'], 'fail', ['not-rotated of pod/stuck']],
  [['resting'], [], 'pass', []],
])('of %j are rotated %j: %s', async (pods, wanted, verdict, codes) => {
  const told = await rotate(pods);
  expect({ ...told, bytes: [] }).toEqual({ rotated: wanted, verdict, codes, bytes: [] });
});

test('bytes are told for each pod: before and after where it was rotated, once where it was not due', async () => {
  expect((await rotate(['resting', 'due'])).bytes).toEqual([
    ['pod/due', 5000, 10],
    ['pod/resting', undefined, 5000],
  ]);
});
