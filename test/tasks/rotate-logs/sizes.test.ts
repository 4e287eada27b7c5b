import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import rotateLogs from '../../../src/steps/rotate-logs.ts';
import task from '../../../src/tasks/rotate-logs/index.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';
import { run } from '../environment.ts';

const namespace = 'phoenix-rooivalk';
const log = '/var/log/node/node.log';
const platform = { logs: [{ selector: 'app=node' }] };

/** What is said after two pods with 5,000 bytes of logs each were rotated, of which the last is silent from then on or not. */
async function resultOf(isSilent: boolean): Promise<string> {
  const cluster = new FakeCluster();
  const rotated = new Set<string>();
  for (const name of ['node-0', 'node-1']) {
    cluster.add(resources.pods, {
      metadata: { name, namespace, labels: { app: 'node' } },
      spec: { containers: [{ name: 'node' }] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
    });
  }
  cluster.onExec(({ pod }, [program, first]) => {
    if (isSilent && rotated.has(pod) && pod === 'node-1') {
      throw new PortError({ code: 'unreachable', subject: `pod/${pod}`, message: 'it does not answer' });
    }
    if (program === 'find' && first === '/proc') return printed('');
    if (program === 'find') return printed(`${rotated.has(pod) ? 10 : 5000} 1.5 ${log}\0`);
    const due = rotated.has(pod) ? 'log does not need rotating (already rotated)' : 'log needs rotating';
    if (first === '--debug') return printed(`considering log ${log}\n  ${due}\n`);
    rotated.add(pod);
    return printed('');
  });
  const options = { ports: { cluster }, executors: { 'rotate-logs': rotateLogs }, platform, mode: 'apply' } as const;
  return (await run(task, options)).entry.result;
}

test('what was freed is said where all rotated pods could be measured, before and after', async () => {
  expect(await resultOf(false)).toBe('2 of 2 pods rotated, 10 kB → 20 B');
  expect(await resultOf(true)).toBe('2 of 2 pods rotated');
});
