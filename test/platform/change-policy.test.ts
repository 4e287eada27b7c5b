/** What an identity may change, by the admission policies of its manifest: asked as dry runs, so nothing is changed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withToken } from '../../sandbox/act/login.ts';
import { sandboxState } from '../../sandbox/supervisor/enter.ts';
import { tool } from '../../sandbox/toolchain/index.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import { maintenanceNamespace } from '../../tools/sync/identity.ts';
import { identityObjects } from '../../tools/sync/rbac.ts';
import { sandboxPlatform } from './servers/identity.ts';

const long = 120_000;
const administrator = (): string => sandboxState().kubeconfigOutside;

function kubectl(input: string, ...args: readonly string[]): string {
  const all = ['--kubeconfig', administrator(), ...args];
  return execFileSync(tool('kubectl'), all, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** An identity of one task with its changes, as the administrator's manifest makes it. */
class Changing {
  readonly #objects: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'changing-'));
  readonly #kubeconfig = join(this.#folder, 'kubeconfig');

  private constructor(objects: string) {
    this.#objects = objects;
  }

  static async of(id: string): Promise<Changing> {
    const name = `maintenance-${id}-${randomBytes(3).toString('hex')}`;
    const task = (await loadTask(id)) as AnyTask;
    const { platform } = await sandboxPlatform();
    const items = identityObjects({ name, tasks: [task], changes: true }, platform);
    const changing = new Changing(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    kubectl(changing.#objects, 'apply', '--server-side', '-f', '-');
    const token = kubectl('', '-n', maintenanceNamespace, 'create', 'token', name, '--duration', '1h').trim();
    const login = withToken(readFileSync(administrator(), 'utf8'), name, token);
    writeFileSync(changing.#kubeconfig, login, { mode: 0o600 });
    await changing.#inForce();
    return changing;
  }

  /** What the API server says of a change that is only tried. */
  ask(object: string, patch: readonly object[]): string {
    const args = ['--kubeconfig', this.#kubeconfig, '-n', 'phoenix-rooivalk', 'patch', object];
    const form = ['--type=json', '--dry-run=server', '-p', JSON.stringify(patch)];
    const { stdout, stderr } = spawnSync(tool('kubectl'), [...args, ...form], { encoding: 'utf8' });
    return (stdout + stderr).trim();
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
    kubectl(this.#objects, 'delete', '--ignore-not-found', '--wait=false', '-f', '-');
  }

  /** A new policy is not in force at once. */
  async #inForce(): Promise<void> {
    const deadline = performance.now() + 60_000;
    const forbidden = [{ op: 'add', path: '/spec/template/spec/hostPID', value: true }];
    while (!/admission|denied request/i.test(this.ask('deployment/api-gateway', forbidden))) {
      if (performance.now() > deadline) throw new Error('the policy did not come into force');
      await systemClock.sleep(500);
    }
  }
}

const gateway = 'deployment/api-gateway';
const claim = 'pvc/data-postgres-0';
const container = '/spec/template/spec/containers/0';
const image = (tag: string) => [{ op: 'replace', path: `${container}/image`, value: `10.77.0.5:5000/phoenix/${tag}` }];
const memory = [{ op: 'add', path: `${container}/resources/limits/memory`, value: '300Mi' }];
const annotation = (key: string) => [{ op: 'add', path: '/spec/template/metadata/annotations', value: { [key]: 'x' } }];
const size = (storage: string) => [{ op: 'replace', path: '/spec/resources/requests/storage', value: storage }];

const cases: readonly (readonly [string, string, string, readonly object[], boolean])[] = [
  ['increase-capacity', 'requests and limits', gateway, memory, true],
  ['increase-capacity', 'an image', gateway, image('api-gateway:2.1.1'), false],
  [
    'increase-capacity',
    'replicas, past the subresource',
    gateway,
    [{ op: 'replace', path: '/spec/replicas', value: 9 }],
    false,
  ],
  ['increase-capacity', 'a command', gateway, [{ op: 'add', path: `${container}/command`, value: ['sh'] }], false],
  ['increase-capacity', 'the environment', gateway, [{ op: 'remove', path: `${container}/env/0` }], false],
  [
    'increase-capacity',
    'the network of the host',
    gateway,
    [{ op: 'add', path: '/spec/template/spec/hostNetwork', value: true }],
    false,
  ],
  [
    'increase-capacity',
    'another volume',
    gateway,
    [{ op: 'add', path: '/spec/template/spec/volumes/-', value: { name: 'x', hostPath: { path: '/' } } }],
    false,
  ],
  [
    'increase-capacity',
    'another container',
    gateway,
    [{ op: 'add', path: '/spec/template/spec/containers/-', value: { name: 'x', image: 'y' } }],
    false,
  ],
  [
    'increase-capacity',
    'an init container',
    gateway,
    [{ op: 'add', path: '/spec/template/spec/initContainers', value: [{ name: 'x', image: 'y' }] }],
    false,
  ],
  [
    'increase-capacity',
    'labels of the pods',
    gateway,
    [{ op: 'add', path: '/spec/template/metadata/labels/x', value: 'y' }],
    false,
  ],
  ['increase-capacity', 'an annotation', gateway, annotation('x'), false],
  ['increase-capacity', 'a larger claim', claim, size('2Gi'), true],
  ['increase-capacity', 'a smaller claim', claim, size('1Mi'), false],
  ['apply-security-updates', 'another patch', gateway, image(`api-gateway:2.1.1@sha256:${'0'.repeat(64)}`), true],
  ['apply-security-updates', 'another minor version', gateway, image('api-gateway:2.2.0'), false],
  ['apply-security-updates', 'another repository', gateway, image('other:2.1.1'), false],
  ['apply-security-updates', 'another variant', gateway, image('api-gateway:2.1.1-slim'), false],
  ['apply-security-updates', 'requests and limits', gateway, memory, false],
  ['renew-certificates', 'an annotation of ours', gateway, annotation('rooivalk.maintenance/reloaded'), true],
  ['renew-certificates', 'an annotation of somebody else', gateway, annotation('x'), false],
  ['renew-certificates', 'another patch', gateway, image('api-gateway:2.1.1'), false],
];

describe.each([...new Set(cases.map(([id]) => id))])('the identity of %s', (id) => {
  let identity: Changing;
  beforeAll(async () => {
    identity = await Changing.of(id);
  }, long);
  afterAll(() => identity?.close(), long);

  test.each(cases.filter(([of]) => of === id).map(([, ...rest]) => rest))(
    '%s',
    (_what, object, patch, allowed) => {
      expect(identity.ask(object, patch)).toMatch(allowed ? / patched$/ : /[Ff]orbidden/);
    },
    long,
  );
});
