import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { tool } from '../../../sandbox/toolchain/index.ts';
import { freePort } from './postgres.ts';

/** A Redis of a test's own, on loopback, in a temporary folder; gone after `stop`. */
export interface RedisServer {
  readonly port: number;
  readonly tlsPort: number | undefined;
  /** Run a command as the administrator. */
  admin(...command: string[]): Promise<unknown>;
  stop(): Promise<void>;
}

/** How it is to be. */
export interface RedisSetup {
  /** Lines of its configuration. */
  readonly lines?: readonly string[];
  /** Lines of its ACL file besides the administrator's. */
  readonly users?: readonly string[];
  readonly replicaOf?: RedisServer;
  readonly tls?: { readonly certificate: string; readonly key: string };
}

const adminPassword = 'administrator-of-a-test';

/** Make and start one. */
export async function startRedis(setup: RedisSetup = {}): Promise<RedisServer> {
  const directory = mkdtempSync(join(tmpdir(), 'rooivalk-redis-'));
  const port = await freePort();
  const tlsPort = setup.tls ? await freePort() : undefined;
  const users = [`user default on >${adminPassword} ~* &* +@all`, ...(setup.users ?? [])];
  writeFileSync(join(directory, 'users.acl'), `${users.join('\n')}\n`);
  if (setup.tls) {
    writeFileSync(join(directory, 'crt'), setup.tls.certificate);
    writeFileSync(join(directory, 'key'), setup.tls.key);
  }
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir ${directory}`,
    'save ""',
    `aclfile ${directory}/users.acl`,
    'enable-debug-command local',
    ...(tlsPort === undefined
      ? []
      : [
          `tls-port ${tlsPort}`,
          `tls-cert-file ${directory}/crt`,
          `tls-key-file ${directory}/key`,
          'tls-auth-clients no',
          `tls-ca-cert-file ${directory}/crt`,
        ]),
    ...(setup.replicaOf ? [`replicaof 127.0.0.1 ${setup.replicaOf.port}`, `masterauth ${adminPassword}`] : []),
    ...(setup.lines ?? []),
  ];
  writeFileSync(join(directory, 'redis.conf'), `${lines.join('\n')}\n`);
  const child = spawn(tool('redis-server'), [join(directory, 'redis.conf')], { stdio: 'ignore' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const client = createClient({ RESP: 2, password: adminPassword, socket: { host: '127.0.0.1', port } });
  client.on('error', () => undefined);
  const stop = async () => {
    if (client.isOpen) client.destroy();
    child.kill('SIGKILL');
    await exited;
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await client.connect();
    for (let look = 0; look < 50 && (await client.ping()) !== 'PONG'; look += 1) await sleep(50);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, tlsPort, admin: (...command) => client.sendCommand(command), stop };
}

/** A certificate of its own authority for a name, and its key. */
export function certificateFor(name: string): { readonly certificate: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-certificate-'));
  const read = (file: string) => execFileSync('cat', [join(folder, file)], { encoding: 'utf8' });
  try {
    const how = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    const what = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
    execFileSync('openssl', [...how, ...what, '-keyout', join(folder, 'key'), '-out', join(folder, 'crt')], {
      stdio: 'ignore',
    });
    return { certificate: read('crt'), key: read('key') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
