import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tool } from '../../../sandbox/toolchain/index.ts';
import { createRegistry } from '../../../src/adapters/registry/index.ts';
import type { RegistryServer } from '../../../src/adapters/registry/server.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { RegistryUnderTest } from '../../contracts/registry.contract.ts';
import { makeContent } from '../../contracts/registry-content.ts';
import { freePort } from './postgres.ts';
import { pushContent } from './push-content.ts';
import { startTokens, type TokenServer } from './token-server.ts';

/** How the registry asks who one is. */
export type Authentication = 'none' | 'basic' | 'token';

const reader = { username: 'reader', password: 'planted-reader-password' };
/** That user as `htpasswd -B` writes it: the registry takes bcrypt alone. */
const htpasswd = 'reader:$2b$05$JuAR3CElLDvB5UIiimT/suldsXxiBJ33tAwuCn.yGXxnoaIon2Inq\n';

/** A registry of a test's own (distribution), on loopback, in a temporary folder, filled. */
export async function realRegistry(authentication: Authentication): Promise<RegistryUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'rooivalk-registry-'));
  const host = `127.0.0.1:${await freePort()}`;
  const tokens = authentication === 'token' ? await startTokens(reader) : undefined;
  const file = join(directory, 'config.json');
  writeFileSync(file, JSON.stringify(configuration(host, directory, authentication, tokens)));
  const env = { ...process.env, OTEL_TRACES_EXPORTER: 'none' };
  const child = spawn(tool('registry'), ['serve', file], { stdio: 'ignore', env });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const content = makeContent();
  await untilAnswering(host);
  await pushContent(host, content, presented(authentication, tokens, content.repository));
  const open = (at: string, rules: Partial<RegistryServer>) =>
    createRegistry({
      servers: [
        { host: at, tokenRealms: tokens ? [tokens.host] : [], privateAddress: true, plainHttp: true, ...rules },
      ],
      keys: async () => [content.trusted],
      clock: systemClock,
    });
  const silent = `127.0.0.1:${await freePort()}`;
  return {
    registry: open(host, authentication === 'none' ? {} : { credentials: async () => reader }),
    host,
    content,
    ...(authentication === 'none' ? {} : { stranger: open(host, {}) }),
    silent: { registry: open(silent, {}), host: silent },
    close: async () => {
      tokens?.close();
      child.kill('SIGKILL');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function configuration(host: string, directory: string, authentication: Authentication, tokens?: TokenServer): object {
  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const auth = {
    none: undefined,
    basic: { htpasswd: { realm: 'contract', path: file('htpasswd', htpasswd) } },
    token: tokens && {
      token: {
        realm: `http://${tokens.host}/token`,
        service: tokens.service,
        issuer: tokens.issuer,
        jwks: file('jwks.json', JSON.stringify(tokens.keys)),
        signingalgorithms: ['ES256'],
      },
    },
  }[authentication];
  return {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(directory, 'data') } },
    http: { addr: host, relativeurls: true },
    ...(auth === undefined ? {} : { auth }),
  };
}

function presented(authentication: Authentication, tokens: TokenServer | undefined, repository: string) {
  const { username, password } = reader;
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  if (authentication === 'none') return {};
  const token = tokens && `Bearer ${tokens.tokenFor(repository, ['pull', 'push'])}`;
  return { authorization: token ?? basic };
}

async function untilAnswering(host: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(`http://${host}/v2/`).catch(() => undefined);
    if (answer !== undefined) return;
    if (attempt > 300) throw new Error('the registry did not answer');
    await sleep(100);
  }
}
