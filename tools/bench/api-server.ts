import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgress, ensure, tool } from '../../sandbox/toolchain/index.ts';
import { connectKubernetes } from '../../src/adapters/kubernetes/connect.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { freePort } from './free-port.ts';

/** An API server by itself, on loopback, for pods that need no processes. */
export interface ApiServer {
  readonly kubeconfig: string;
  readonly kubectl: string;
  stop(): Promise<void>;
}

/** Start etcd and kube-apiserver in a temporary folder. */
export async function startApiServer(): Promise<ApiServer> {
  const progress = createProgress(process.stderr);
  await ensure(['etcd', 'kube-apiserver', 'kubectl'], progress).finally(() => progress.close());
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-bench-'));
  const [client, peer, secure] = [await freePort(), await freePort(), await freePort()];
  const token = randomBytes(24).toString('hex');
  writeFileSync(join(folder, 'tokens.csv'), `${token},admin,admin,system:masters\n`, { mode: 0o600 });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(join(folder, 'sa.key'), privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  mkdirSync(join(folder, 'certs'));
  const children = [
    start(folder, 'etcd', [
      `--data-dir=${join(folder, 'etcd')}`,
      '--unsafe-no-fsync',
      `--listen-client-urls=http://127.0.0.1:${client}`,
      `--advertise-client-urls=http://127.0.0.1:${client}`,
      `--listen-peer-urls=http://127.0.0.1:${peer}`,
    ]),
    start(folder, 'kube-apiserver', [
      `--etcd-servers=http://127.0.0.1:${client}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      '--endpoint-reconciler-type=none',
      `--secure-port=${secure}`,
      `--cert-dir=${join(folder, 'certs')}`,
      `--token-auth-file=${join(folder, 'tokens.csv')}`,
      '--authorization-mode=RBAC',
      '--service-account-issuer=https://bench.invalid',
      `--service-account-key-file=${join(folder, 'sa.key')}`,
      `--service-account-signing-key-file=${join(folder, 'sa.key')}`,
      '--service-cluster-ip-range=10.96.0.0/16',
      '--disable-admission-plugins=ServiceAccount',
    ]),
  ];
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText(secure, join(folder, 'certs', 'apiserver.crt'), token), { mode: 0o600 });
  const stop = async () => {
    for (const child of children.toReversed()) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(kubeconfig);
  } catch (error) {
    await stop();
    throw error;
  }
  return { kubeconfig, kubectl: tool('kubectl'), stop };
}

function start(folder: string, name: 'etcd' | 'kube-apiserver', options: readonly string[]): ChildProcess {
  const log = openSync(join(folder, `${name}.log`), 'w');
  return spawn(tool(name), options, { stdio: ['ignore', log, log] });
}

const kubeconfigText = (port: number, ca: string, token: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'bench', cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority': ca } }],
    users: [{ name: 'bench', user: { token } }],
    contexts: [{ name: 'bench', context: { cluster: 'bench', user: 'bench' } }],
    'current-context': 'bench',
  });

async function untilReady(kubeconfig: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const cluster = await connectKubernetes({
        kubeconfig,
        clock: systemClock,
        random: Math.random,
        deadlineMs: 2000,
      });
      await cluster.identity().finally(() => cluster.close());
      return;
    } catch (error) {
      if (attempt > 60) throw error;
      await systemClock.sleep(500);
    }
  }
}
