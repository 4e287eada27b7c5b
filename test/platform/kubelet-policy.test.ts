/** An identity that may ask kubelets for their disks: it gets their summary, and nothing else of what they offer. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tool } from '../../sandbox/toolchain/index.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

const execute = promisify(execFile);
const long = 120_000;

describe('an identity that may ask kubelets', () => {
  let identity: TestIdentity;
  const raw = (path: string): Promise<string> =>
    execute(tool('kubectl'), [`--kubeconfig=${identity.kubeconfig}`, 'get', '--raw', path]).then(
      ({ stdout }) => stdout,
      ({ stderr }: { stderr: string }) => stderr,
    );
  const kubelet = '/api/v1/nodes/node-1/proxy';

  beforeAll(async () => {
    const configuration = await sandboxPlatform();
    const platform = { ...configuration.platform, nodes: { kubeletSummary: true } };
    identity = await TestIdentity.of((await loadTask('monitor-performance')) as AnyTask, {
      ...configuration,
      platform,
    });
    // a new policy is not in force at once
    const deadline = performance.now() + 60_000;
    while (!/may only ask/.test(await raw(`${kubelet}/pods`)) && performance.now() < deadline)
      await systemClock.sleep(500);
  }, long);
  afterAll(() => identity?.close(), long);

  test('reads the summary', async () => {
    expect(await identity.cluster.nodeFileSystems('node-1')).toMatchObject([{ name: 'nodefs' }]);
  });

  test.each([
    'pods',
    'metrics',
    'stats/summary/../../pods',
    'run/phoenix-rooivalk/redis-0/redis?cmd=id',
    'exec/phoenix-rooivalk/redis-0/redis?command=id&output=1',
    '',
  ])('is refused /%s', async (path) => {
    expect(await raw(`${kubelet}/${path}`)).toMatch(/may only ask kubelets for their summary/);
  });

  test(
    'is refused everything where the configuration does not say so',
    async () => {
      const plain = await TestIdentity.of((await loadTask('monitor-performance')) as AnyTask, await sandboxPlatform());
      await expect(plain.cluster.nodeFileSystems('node-1')).rejects.toMatchObject({ code: 'forbidden' });
      await plain.close();
    },
    long,
  );
});
