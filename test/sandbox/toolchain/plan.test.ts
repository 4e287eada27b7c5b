import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sandboxId, toolDirectory } from '../../../sandbox/toolchain/cache.ts';
import { atLeast } from '../../../sandbox/toolchain/go.ts';
import { CONTROL_PLANE_NAMES, CONTROL_PLANE_SOURCE, candidates, locate } from '../../../sandbox/toolchain/locate.ts';
import { planInstall } from '../../../sandbox/toolchain/plan.ts';
import { asRoot } from '../../../sandbox/toolchain/root.ts';
import { KUBERNETES_VERSION, PROGRAMS, SANDBOX_TOOLS, type ToolName } from '../../../sandbox/toolchain/versions.ts';

const env = { ROOIVALK_CACHE: '/cache' };
const version = () => 'pg_restore (PostgreSQL) 15.20';
const machine = (...files: string[]) => ({ env, exists: (path: string) => files.includes(path), version });
const all = Object.keys(PROGRAMS) as ToolName[];
const places = (names: readonly ToolName[]): string[] => names.map((name) => candidates(name, machine())[0] as string);

describe('the plan of an installation', () => {
  test.each<[string, ToolName[], string[], unknown[]]>([
    ['nothing is asked for', [], [], []],
    ['all is there', all, places(all), []],
    ['one program of Go is missing', ['act'], [], [{ kind: 'go' }, { kind: 'go-program', name: 'act' }]],
    ['one program is asked for twice', ['act', 'act'], [], [{ kind: 'go' }, { kind: 'go-program', name: 'act' }]],
    [
      'four names of one package, and one of another',
      ['unshare', 'nsenter', 'setpriv', 'jq', 'unshare'],
      [],
      [{ kind: 'debian', packages: ['jq', 'util-linux'] }],
    ],
    [
      'one name of the control plane is missing',
      ['etcd', 'kubectl'],
      places(['etcd']),
      [{ kind: 'go' }, { kind: 'control-plane' }],
    ],
    ['PyPI needs no Go', ['zizmor'], [], [{ kind: 'python-program', name: 'zizmor' }]],
    [
      'system packages come first, then Go, then what it builds',
      ['zizmor', 'act', 'kubectl', 'logrotate'],
      [],
      [
        { kind: 'debian', packages: ['logrotate'] },
        { kind: 'go' },
        { kind: 'control-plane' },
        { kind: 'go-program', name: 'act' },
        { kind: 'python-program', name: 'zizmor' },
      ],
    ],
  ])('%s', (_, names, files, expected) => {
    expect(planInstall(names, machine(...files))).toEqual(expected);
  });

  test('what the sandbox needs on a bare machine is every kind but PyPI, and no browser', () => {
    const steps = planInstall(SANDBOX_TOOLS, machine());
    expect(steps.map(({ kind }) => kind)).toEqual([
      'debian',
      'go',
      'control-plane',
      'own-program',
      'go-program',
      'go-program',
      'go-program',
    ]);
    expect(JSON.stringify(steps)).not.toContain('chromium');
  });
});

describe('where programs are', () => {
  test.each([
    ['postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)', false],
    ['postgres (PostgreSQL) 15.19', true],
    ['postgres (PostgreSQL) 16.1', true],
    ['', false],
  ])('a PostgreSQL that says %j is recent enough: %s', (says, recent) => {
    const found = locate('postgres', { env, exists: () => true, version: () => says });
    expect(found !== undefined).toBe(recent);
  });

  test('KUBEBUILDER_ASSETS goes before our own build', () => {
    const own = locate('etcd', machine(...places(['etcd'])));
    const assets = { env: { ...env, KUBEBUILDER_ASSETS: '/assets' }, exists: () => true, version };
    expect(own).toMatch(/^\/cache\/tools\/control-plane-/);
    expect(locate('etcd', assets)).toBe('/assets/etcd');
  });

  test('programs of the system are found on PATH too, PostgreSQL only in its version', () => {
    const found = {
      env: { ...env, PATH: '/opt/bin:relative' },
      exists: (path: string) => path.startsWith('/opt/bin/'),
      version,
    };
    expect(locate('jq', found)).toBe('/opt/bin/jq');
    expect(locate('postgres', found)).toBeUndefined();
    expect(candidates('jq', found)).not.toContain('relative/jq');
  });

  test.each([
    [{ ROOIVALK_CACHE: '/a', XDG_CACHE_HOME: '/b', HOME: '/c' }, '/a/tools/act-0.2.89'],
    [{ XDG_CACHE_HOME: '/b', HOME: '/c' }, '/b/rooivalk-maintenance/tools/act-0.2.89'],
    [{ HOME: '/c' }, '/c/.cache/rooivalk-maintenance/tools/act-0.2.89'],
  ])('the cache under %j', (environment, expected) => {
    expect(toolDirectory('act', 'v0.2.89', environment)).toBe(expected);
  });

  test('a checkout has one sandbox, and one more for each name', () => {
    const own = sandboxId(import.meta.dirname, {});
    const named = sandboxId(import.meta.dirname, { ROOIVALK_SANDBOX: 'other' });
    expect(own).toMatch(/^[0-9a-f]{12}$/);
    expect(named).toMatch(/^[0-9a-f]{12}$/);
    expect(named).not.toBe(own);
    expect(sandboxId(join(import.meta.dirname, '..'), {})).not.toBe(own);
  });
});

describe('versions', () => {
  test.each([
    ['1.26.8', '1.26.0', true],
    ['1.26', '1.26.0', true],
    ['1.27.3', '1.26.8', true],
    ['1.9.7', '1.26.0', false],
    ['1.26.0', '1.26.1', false],
    ['2.0.0', '1.26.0', true],
  ])('%s is at least %s: %s', (have, want, expected) => {
    expect(atLeast(have, want)).toBe(expected);
  });

  test('the module of the control plane requires the Kubernetes that the toolchain names, staging modules included', () => {
    const module = readFileSync(join(CONTROL_PLANE_SOURCE, 'go.mod'), 'utf8');
    expect(module).toContain(`k8s.io/kubernetes v${KUBERNETES_VERSION}`);
    const staging = [...module.matchAll(/^\t(\S+) => (\S+) (v\S+)$/gm)];
    expect(staging).toHaveLength(33);
    for (const [, from, to, version] of staging) {
      expect(to).toBe(from);
      expect(version).toBe(`v${KUBERNETES_VERSION.replace(/^1/, '0')}`);
    }
    const main = readFileSync(join(CONTROL_PLANE_SOURCE, 'main.go'), 'utf8');
    for (const name of CONTROL_PLANE_NAMES) expect(main).toContain(`"${name}"`);
  });
});

test.each([
  ['root', ['ip', 'a'], ['ip', 'a']],
  ['sudo', ['ip', 'a'], ['sudo', '-n', '--', 'ip', 'a']],
  [undefined, ['ip', 'a'], ['ip', 'a']],
] as const)('as root with %s: %j', (access, argv, expected) => {
  expect(asRoot(argv, access)).toEqual(expected);
});
