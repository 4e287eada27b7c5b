import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import rotateLogs from '../../../src/steps/rotate-logs.ts';
import task from '../../../src/tasks/rotate-logs/index.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';
import { run } from '../environment.ts';

const namespace = 'phoenix-rooivalk';
const log = '/var/log/gateway/access.log';
const hash = '7d9f8c';

/** Two pods of a Deployment, as they are called after this rollout. */
function deployment(suffixes: readonly string[], rotationEndsWith: number): FakeCluster {
  const cluster = new FakeCluster();
  for (const suffix of suffixes) {
    cluster.add(resources.pods, {
      metadata: {
        name: `api-gateway-${hash}-${suffix}`,
        namespace,
        labels: { app: 'api-gateway', 'pod-template-hash': hash },
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `api-gateway-${hash}`, uid: 'r', controller: true },
        ],
      },
      spec: { containers: [{ name: 'gateway' }] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
    });
  }
  cluster.onExec((_target, [program, first]) => {
    if (program === 'find' && first === '/proc') return printed(`300 /proc/7/fd/3 ${log}.1\0`);
    if (program === 'find') return printed(`5000 1.5 ${log}\0`);
    if (first === '--debug') return printed(`considering log ${log}\n  log needs rotating\n`);
    return { ...printed(''), exitCode: rotationEndsWith };
  });
  return cluster;
}

const platform = { logs: [{ selector: 'app=api-gateway' }] };

async function findingsOf(suffixes: readonly string[], rotationEndsWith: number) {
  const cluster = deployment(suffixes, rotationEndsWith);
  const { findings } = await run(task, { ports: { cluster }, executors: { 'rotate-logs': rotateLogs }, platform });
  return findings.map(({ code, subject, evidence }) => ({ code, subject, evidence }));
}

test.each([
  ['of what is seen', 0, 'still-held'],
  ['of a step that failed', 1, 'step-failed'],
])('the subject %s is the workload, whatever its pods are called after a rollout', async (_name, status, code) => {
  const subjects = async (suffixes: readonly string[]) =>
    (await findingsOf(suffixes, status)).filter((one) => one.code === code).map(({ subject }) => subject);
  expect(await subjects(['aaaaa', 'bbbbb'])).toEqual(['deployment/api-gateway']);
  expect(await subjects(['ccccc', 'ddddd'])).toEqual(['deployment/api-gateway']);
});

test('the evidence names the pods', async () => {
  const found = await findingsOf(['aaaaa', 'bbbbb'], 0);
  const held = found.find(({ code }) => code === 'still-held');
  for (const suffix of ['aaaaa', 'bbbbb']) expect(held?.evidence).toContain(`api-gateway-${hash}-${suffix}: 1 file`);
});
