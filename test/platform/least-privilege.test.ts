import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Configuration } from '../../src/domain/configuration/configuration.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import type { Permission } from '../../src/domain/task/permissions.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadTask, taskLoaders } from '../../src/tasks/registry.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

/** Generous: the machine is shared. On a quiet one the whole file takes a minute. */
const long = 300_000;

/** What makes a run short. */
const quick: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'monitor-performance': { requests: 3, 'round-trips': 1, 'scrape-gap': '1s' },
  'increase-capacity': { target: 'statefulset/postgres', replicas: 3, 'volume-size': '448Mi' },
  'restart-workload': { target: 'deployment/api-gateway' },
  'rightsize-resources': { target: 'deployment/api-gateway', 'minimum-history': '30s', 'minimum-samples': 10 },
};

const withoutPrometheus = (configuration: Configuration): Configuration => ({
  ...configuration,
  platform: { ...configuration.platform, prometheus: { ...configuration.platform.prometheus, enabled: false } },
});

/** Rights that are the second way to something: looked for where the first way is not there. */
const secondWays: Readonly<
  Record<string, { readonly configuration?: typeof withoutPrometheus; readonly besides?: string }>
> = {
  'monitor-performance get pods/exec': { configuration: withoutPrometheus },
  'monitor-performance create pods/exec': { configuration: withoutPrometheus },
  'monitor-performance get services': { besides: 'exec' },
};

/** Asked only in trouble, or right before a step: no plan of a platform that is well needs it. */
const onlyInTrouble = 'get pods';

const said = ({ findings }: TaskOutcome) =>
  findings.map(({ severity, evidence, next }) => `${severity} | ${evidence} | ${next}`);

/** Tasks that do not name every right that they lack, with verb, resource, namespace and manifest. */
const unnamed: ReadonlySet<string> = new Set([
  'analyze-capacity',
  'increase-capacity',
  'optimize-performance',
  'renew-certificates',
  'restart-workload',
  'rightsize-resources',
]);

describe.each(Object.keys(taskLoaders))('%s', (id) => {
  let task: AnyTask;
  let configuration: Configuration;
  let identity: TestIdentity;
  beforeAll(async () => {
    configuration = await sandboxPlatform();
    task = (await loadTask(id)) as AnyTask;
    identity = await TestIdentity.of(task, configuration);
  }, long);
  afterAll(() => identity?.close(), long);

  test(
    'runs under exactly its generated manifest',
    async () => {
      const outcome = await identity.plan(quick[id]);
      expect(outcome.entry.cause).toBeUndefined();
      expect(said(outcome).filter((line) => /may not|refused to/.test(line))).toEqual([]);
    },
    long,
  );

  // Of these not every lost right is named yet; `failing` turns red as soon as one of them is mended.
  (unnamed.has(id) ? test.failing : test)(
    'with one verb less it says which, where, and what grants it',
    async () => {
      const rights = observing(task, configuration);
      expect(rights.length).toBeGreaterThan(0);
      for (const [permission, verb] of rights) {
        const missing = missingRight(task, permission, verb, configuration);
        await identity.reduceTo(missing.reduced, false);
        const outcome = await identity.plan(quick[id], missing.configuration);
        const lines = said(outcome).filter(missing.isNamed);
        if (missing.right === onlyInTrouble && lines.length === 0) {
          const read = identity.cluster.get(resources.pods, configuration.platform.namespace, 'postgres-0');
          const line = await read.then(String, ({ code, message, next }) => `${code} | ${message} | ${next}`);
          expect([missing.right, line, missing.isNamed(line)]).toEqual([missing.right, line, true]);
        } else {
          expect([missing.right, lines.length > 0, said(outcome)]).toEqual([missing.right, true, expect.anything()]);
          // Where df answers, a Prometheus that cannot be asked is a warning; everything else that is lost is unknown.
          const others = outcome.findings.filter(({ code }) => code !== 'prometheus-not-asked');
          for (const line of said({ ...outcome, findings: others }).filter(missing.isNamed)) {
            expect(line).toMatch(/^unknown \|/);
          }
          expect(['unknown', 'fail']).toContain(outcome.entry.verdict);
        }
      }
    },
    long,
  );
});

describe('the admission policy', () => {
  const look = ['logrotate', '--debug', '/etc/logrotate.conf'];
  const rotate = ['logrotate', '/etc/logrotate.conf'];
  const cases: readonly (readonly [string, string, readonly string[], boolean])[] = [
    ['a declared command, in a declared pod', 'blockchain-node-0', look, true],
    ['another command', 'blockchain-node-0', ['cat', '/etc/hostname'], false],
    ['a declared command with another argument', 'blockchain-node-0', [...look, '/tmp/mine.conf'], false],
    ['a shell around it', 'blockchain-node-0', ['sh', '-c', look.join(' ')], false],
    ['a pod of another workload', 'postgres-0', look, false],
    ['what changes something, for an identity that only observes', 'blockchain-node-0', rotate, false],
  ];
  let observer: TestIdentity;
  let namespace: string;
  const exec = async (pod: string, command: readonly string[]): Promise<string> => {
    const read = await observer.cluster
      .exec({ namespace, pod, container: await containerOf(pod) }, command, { timeoutMs: 20_000 })
      .then(
        () => 'ran',
        ({ code, message }) => `${code}: ${message}`,
      );
    return read;
  };
  const containerOf = async (pod: string): Promise<string> =>
    (await observer.cluster.get(resources.pods, namespace, pod))?.spec.containers[0]?.name ?? '';
  beforeAll(async () => {
    const configuration = await sandboxPlatform();
    namespace = configuration.platform.namespace;
    observer = await TestIdentity.of((await loadTask('rotate-logs')) as AnyTask, configuration, false);
    // a new policy is not in force at once
    const deadline = performance.now() + 60_000;
    while ((await exec('blockchain-node-0', ['true'])) === 'ran' && performance.now() < deadline) {
      await systemClock.sleep(500);
    }
  }, long);
  afterAll(() => observer?.close(), long);

  test.each(cases)(
    '%s',
    async (_name, pod, command, allowed) => {
      expect(await exec(pod, command)).toMatch(allowed ? /^ran$/ : /^forbidden: .*admission policy/);
    },
    long,
  );
});

/** Every right to observe that this configuration gives, verb by verb. */
function observing(
  task: AnyTask,
  { platform }: Configuration,
): readonly (readonly [Permission, Permission['verbs'][number]])[] {
  return task.permissions.observe
    .filter(({ when, names }) => when?.(platform) !== false && names?.(platform).length !== 0)
    .flatMap((permission) => permission.verbs.map((verb) => [permission, verb] as const));
}

/** One verb less: the declaration, the configuration that needs the verb, and the words that must be said. */
function missingRight(task: AnyTask, permission: Permission, verb: string, configuration: Configuration) {
  const { resource, subresource, scope } = permission;
  const word = subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;
  const where = scope === 'platform' ? `namespace ${configuration.platform.namespace}` : 'cluster-wide resource';
  const words = [`may not ${verb} ${word}`, where, `deploy/rbac/tasks/${task.id}.yaml`];
  const second = secondWays[`${task.id} ${verb} ${word}`] ?? {};
  return {
    right: `${verb} ${word}`,
    reduced: without(task, permission, verb, second.besides),
    configuration: second.configuration?.(configuration) ?? configuration,
    isNamed: (line: string) => words.every((each) => line.includes(each)),
  };
}

/** The task's declaration without one verb of a permission, and without a subresource besides. */
function without(task: AnyTask, permission: Permission, verb: string, besides?: string): AnyTask {
  const observe = task.permissions.observe
    .filter(({ subresource }) => besides === undefined || subresource !== besides)
    .map((each) => (each === permission ? { ...each, verbs: each.verbs.filter((other) => other !== verb) } : each))
    .filter(({ verbs }) => verbs.length > 0);
  return { ...task, permissions: { observe, change: task.permissions.change } };
}
