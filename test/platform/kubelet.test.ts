/** The sandbox's kubelet against the real API server: what a pod is, and that kubectl finds a node as it knows them. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { readKubeconfig } from '../../sandbox/kubelet/api.ts';
import { hostPort, REGISTRY } from '../../sandbox/network.ts';
import { sandboxState } from '../../sandbox/supervisor/enter.ts';
import { CHECKOUT } from '../../sandbox/toolchain/cache.ts';
import { tool } from '../../sandbox/toolchain/index.ts';
import { eventually, inside, NODE, TestNode } from './kubelet-node.ts';
import { kubeletObjects, loopingPod } from './kubelet-objects.ts';

// Every look is a run of kubectl, and a busy machine takes its time for each.
jest.setTimeout(60_000);

const node = new TestNode(sandboxState(), `kubelet-${randomBytes(4).toString('hex')}`);

beforeAll(async () => {
  const push = [process.execPath, join(CHECKOUT, 'sandbox/images/push.ts'), '--registry', hostPort(REGISTRY)];
  inside(node.state, ...push, '--content', join(CHECKOUT, 'test/platform/images'));
  node.kubectl('create', 'namespace', node.namespace);
  await node.start();
  await eventually(() => node.value('serviceaccount', 'default', '.metadata.name'));
  node.apply(...kubeletObjects(node.namespace));
  await node.ready('plain', 'bare', 'volumes', 'web', 'two');
}, 120_000);
afterAll(() => node.end(), 120_000);

describe('a pod', () => {
  test('sees nothing of the machine but what its image names', () => {
    const top = node.sh('plain', 'ls -A /').stdout.trim().split('\n');
    expect(
      top.filter(
        (name) =>
          !['bin', 'dev', 'etc', 'lib', 'lib32', 'lib64', 'libx32', 'proc', 'sbin', 'tmp', 'usr', 'var'].includes(name),
      ),
    ).toEqual([]);
    const there = (path: string): number | null => node.sh('plain', `test -e ${path}`).status;
    expect(
      [
        CHECKOUT,
        node.state.directory,
        '/root',
        '/home',
        '/var/log',
        '/usr/bin/perl',
        '/sys',
        '/.old',
        '/.programs',
      ].map(there),
    ).toEqual(Array(9).fill(1));
  });

  test('changes nothing of the machine', () => {
    const attempts = [
      'echo x >> /usr/bin/ls',
      'rm /usr/bin/ls',
      'echo 1 > /proc/sys/vm/drop_caches',
      'echo b > /proc/sysrq-trigger',
      'chmod 777 /usr/bin/ls',
    ];
    for (const attempt of attempts) expect([attempt, node.sh('plain', attempt).status]).not.toEqual([attempt, 0]);
    expect(node.sh('plain', 'grep -E "CapEff|NoNewPrivs" /proc/self/status').stdout.replace(/\s+/g, ' ').trim()).toBe(
      'CapEff: 00000000000005fb NoNewPrivs: 1',
    );
  });

  test('sees its own processes alone', () => {
    const programs = node.sh('plain', 'for p in /proc/[0-9]*; do cat $p/comm; done').stdout;
    expect(programs).not.toMatch(/node|etcd|kube/);
    expect(node.sh('plain', 'cat /proc/1/comm').stdout.trim()).toBe('sh');
  });

  test('has no shell where its image has none', () => {
    const ended = node.sh('bare', 'true');
    expect(ended.status).not.toBe(0);
    expect(ended.stderr).toContain('executable file not found in $PATH');
  });

  test('gets its environment, user and groups, and a read-only root where asked', () => {
    expect(node.sh('volumes', 'echo "$PASSWORD $POD_IP"; id -u; id -G; touch /x').stdout).toMatch(
      /^planted 10\.77\.\d+\.\d+\n1500\n0 2000\n$/,
    );
    expect(node.sh('volumes', 'touch /x').stderr).toContain('Read-only file system');
  });

  test('is told apart in its containers', () => {
    expect(node.kubectl('exec', 'two', '-c', 'second', '--', 'sh', '-c', 'ls /proc | grep -c "^[0-9]"').status).toBe(0);
    expect(node.kubectl('logs', 'two', '-c', 'second').stdout).toBe('begun\n');
  });
});

describe('a volume', () => {
  test.each([
    ['scratch', 2048],
    ['disk', 16384],
  ])('%s is full at its size, and df says so', (name, kilobytes) => {
    const df = (): string[] => node.sh('volumes', `df -Pk /${name} | tail -n 1`).stdout.trim().split(/\s+/);
    expect(df()[1]).toBe(String(kilobytes));
    const fill = node.sh('volumes', `dd if=/dev/zero of=/${name}/fill bs=64k`);
    expect(fill.stderr).toContain('No space left on device');
    expect(df().slice(2, 5)).toEqual([String(kilobytes), '0', '100%']);
    node.sh('volumes', `rm /${name}/fill`);
    expect(df()[4]).not.toBe('100%');
  });

  test('follows its ConfigMap', async () => {
    expect(node.sh('volumes', 'cat /settings/level').stdout).toBe('one');
    node.kubectl('patch', 'configmap', 'settings', '--type=merge', '-p', '{"data":{"level":"two"}}');
    await eventually(() => expect(node.sh('volumes', 'cat /settings/level').stdout).toBe('two'));
  });

  test('is counted in the summary', () => {
    const document = node.kubectl('get', '--raw', `/api/v1/nodes/${NODE}/proxy/stats/summary`).stdout;
    const pods = (
      JSON.parse(document) as {
        pods: { podRef: { name: string }; volume: { name: string; capacityBytes: number }[] }[];
      }
    ).pods;
    const volume = pods.find(({ podRef }) => podRef.name === 'volumes')?.volume.find(({ name }) => name === 'disk');
    expect(volume).toMatchObject({ capacityBytes: 16 * 2 ** 20, pvcRef: { name: 'disk', namespace: node.namespace } });
  });
});

describe('exec', () => {
  test.each([0, 1, 42, 255])('gives exit code %d', (code) =>
    expect(node.sh('plain', `exit ${code}`).status).toBe(code),
  );

  test('ends the input and gives the outputs apart', () => {
    const ended = node.kubectlWith('one\ntwo\n', 'exec', '-i', 'plain', '--', 'sh', '-c', 'wc -l; echo problem >&2');
    expect(ended).toMatchObject({ status: 0, stdout: '2\n' });
    expect(ended.stderr).toContain('problem');
  });

  test('carries much data whole', () => {
    expect(node.sh('plain', 'dd if=/dev/zero bs=1M count=24 2>/dev/null').stdout.length).toBe(24 << 20);
  });
});

describe('a container', () => {
  test('that ends is started again and counted', async () => {
    await eventually(() =>
      expect(Number(node.value('pod', 'crash', '.status.containerStatuses[0].restartCount'))).toBeGreaterThanOrEqual(2),
    );
    expect(node.value('pod', 'crash', '.status.containerStatuses[0].lastState.terminated.exitCode')).toBe('3');
    expect(node.kubectl('logs', 'crash', '--previous').stdout).toBe('crashing\n');
    await eventually(() =>
      expect(node.value('pod', 'crash', '.status.containerStatuses[0].state.waiting.reason')).toBe('CrashLoopBackOff'),
    );
  });

  test('is ready and alive as its probes say', async () => {
    expect(node.value('pod', 'probed', '.status.containerStatuses[0].ready')).toBe('false');
    node.sh('probed', 'touch /tmp/ready');
    await node.ready('probed');
    node.sh('probed', 'touch /tmp/ill');
    await eventually(() => expect(node.value('pod', 'probed', '.status.containerStatuses[0].restartCount')).toBe('1'));
    expect(
      node.kubectl('get', 'events', '--field-selector=involvedObject.name=probed,reason=Unhealthy', '-o', 'name')
        .stdout,
    ).not.toBe('');
  });

  test('whose image cannot be had waits for it', async () => {
    const reason = (): string => node.value('pod', 'no-image', '.status.containerStatuses[0].state.waiting.reason');
    await eventually(() => expect(reason()).toBe('ImagePullBackOff'));
    await eventually(() => expect(reason()).toBe('ErrImagePull'));
  });

  test('whose program does not exist says so, and is tried again', async () => {
    const path = '.status.containerStatuses[0].lastState.terminated';
    await eventually(() => expect(node.value('pod', 'no-program', `${path}.reason`)).toBe('StartError'));
    expect(node.value('pod', 'no-program', `${path}.message`)).toContain('/nowhere');
    expect(Number(node.value('pod', 'no-program', '.status.containerStatuses[0].restartCount'))).toBeGreaterThan(0);
  });

  test('is ended gracefully', async () => {
    node.apply(loopingPod(node.namespace, 'leaving'));
    await node.ready('leaving');
    const logs = spawn(tool('kubectl'), [
      `--kubeconfig=${node.state.kubeconfigOutside}`,
      '-n',
      node.namespace,
      'logs',
      '-f',
      'leaving',
    ]);
    let text = '';
    logs.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    await eventually(() => expect(text).toBe('begun\n'));
    const ended = new Promise((resolve) => logs.once('close', resolve));
    node.kubectl('delete', 'pod', 'leaving');
    await ended;
    expect(text).toBe('begun\nended\n');
    expect(node.kubectl('get', 'pod', 'leaving').stderr).toContain('NotFound');
  });
});

describe('a job', () => {
  test.each([
    ['good', 'Complete', 'Succeeded'],
    ['bad', 'Failed', 'Failed'],
  ])('%s is %s', async (name, condition, phase) => {
    await eventually(() =>
      expect(node.value('job', name, `.status.conditions[?(@.type=="${condition}")].status`)).toBe('True'),
    );
    expect(
      node.kubectl('get', 'pods', '-l', `job-name=${name}`, '-o', 'jsonpath={.items[0].status.phase}').stdout,
    ).toBe(phase);
  });
});

describe('port-forward', () => {
  test('works with kubectl, several connections at a time', async () => {
    const argv = [
      `--kubeconfig=${node.state.kubeconfigOutside}`,
      '-n',
      node.namespace,
      'port-forward',
      'pod/web',
      ':8080',
      '--address=127.0.0.1',
    ];
    const child = spawn(tool('kubectl'), argv);
    try {
      const first = await new Promise<string>((resolve) =>
        child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
      );
      const port = /127\.0\.0\.1:(\d+)/.exec(first)?.[1];
      const body = 'x'.repeat(3 << 20);
      const ask = (path: string) =>
        fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body }).then((answer) => answer.text());
      expect(await Promise.all(['/a', '/b', '/c'].map(ask))).toEqual(
        ['/a', '/b', '/c'].map((path) => `${path} ${body.length}`),
      );
    } finally {
      child.kill();
    }
  });

  const channels = (port: number): Promise<Record<number, string>> => {
    const { server, ca, certificate: cert, key } = readKubeconfig(node.state.kubeconfigOutside);
    const url = `${server.replace('https', 'wss')}/api/v1/namespaces/${node.namespace}/pods/web/portforward?ports=${port}`;
    const ws = new WebSocket(url, ['v4.channel.k8s.io'], {
      ...(ca && { ca }),
      ...(cert && { cert }),
      ...(key && { key }),
    });
    const text: Record<number, string> = {};
    const { promise, resolve, reject } = Promise.withResolvers<Record<number, string>>();
    ws.once('open', () => ws.send(Buffer.from('\x00GET /ws HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')));
    ws.on('message', (message: Buffer) => {
      const channel = message[0] ?? -1;
      // The first message of a channel is the port.
      text[channel] = text[channel] === undefined ? '' : text[channel] + message.subarray(1).toString();
    });
    ws.once('close', () => resolve(text)).once('error', reject);
    return promise;
  };

  test('works over WebSocket channels', async () =>
    expect((await channels(8080))[0]).toMatch(/^HTTP\/1\.1 200[\s\S]*\/ws 0$/));
  test('says which port nobody listens on', async () =>
    expect((await channels(9999))[1]).toMatch(/failed to connect to .*:9999/));
});

test('a killed kubelet leaves no process of a pod, and the next one starts its pods again', async () => {
  const marks = (): string[] =>
    inside(node.state, 'sh', '-c', `grep -l 'HOSTNAME=plain' /proc/[0-9]*/environ 2>/dev/null || true`)
      .split('\n')
      .filter(Boolean);
  expect(marks().length).toBeGreaterThan(0);
  await node.kill();
  await eventually(() => expect(marks()).toEqual([]), 3_000);
  const before = node.value('pod', 'plain', '.status.containerStatuses[0].containerID');
  await node.start();
  await eventually(() => expect(node.value('pod', 'plain', '.status.containerStatuses[0].restartCount')).toBe('1'));
  await node.ready('plain', 'volumes');
  expect(node.value('pod', 'plain', '.status.containerStatuses[0].containerID')).not.toBe(before);
  expect(node.value('pod', 'plain', '.status.containerStatuses[0].lastState.terminated.exitCode')).toBe('137');
}, 60_000);
