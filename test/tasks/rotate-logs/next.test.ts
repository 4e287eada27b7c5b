import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import rotateLogs from '../../../src/steps/rotate-logs.ts';
import task from '../../../src/tasks/rotate-logs/index.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';
import { run } from '../environment.ts';

const log = '/var/log/node/node.log';
const entry = { selector: 'app=node', configuration: '/etc/our node.conf', state: '/data/logrotate.state' };
const ours = "--state /data/logrotate.state '/etc/our node.conf'";

test.each([
  [
    'logrotate-error',
    `error: node.conf:3 bad\nconsidering log ${log}\n  log does not need rotating (x)\n`,
    0,
    `logrotate --debug ${ours}`,
  ],
  ['not-rotated', `considering log ${log}\n  log needs rotating\n`, 0, `logrotate --debug ${ours}`],
  ['step-failed', `considering log ${log}\n  log needs rotating\n`, 1, `logrotate --verbose ${ours}`],
])('what %s tells to run is by the configuration and its state file', async (wanted, words, exitCode, command) => {
  const cluster = new FakeCluster();
  cluster.add(resources.pods, {
    metadata: { name: 'node-0', namespace: 'phoenix-rooivalk', labels: { app: 'node' } },
    spec: { containers: [{ name: 'node' }] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  });
  cluster.onExec((_target, [program, first]) => {
    if (program === 'find') return printed('');
    return first === '--debug' ? printed(words) : { ...printed(''), exitCode };
  });
  const platform = { logs: [entry] };
  const { findings } = await run(task, { ports: { cluster }, executors: { 'rotate-logs': rotateLogs }, platform });
  expect(findings.find(({ code }) => code === wanted)?.next).toContain(command);
});
