import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Configuration } from '../../src/domain/configuration/configuration.ts';
import { type Resource, resources } from '../../src/domain/kubernetes/resources.ts';
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

/** Every certificate is due, all by the authority, whose public part is read for it; databases are rolled for theirs. */
const everythingDue = (configuration: Configuration): Configuration => {
  const { platform } = configuration;
  const renewals = [{ secret: 'postgres-tls', key: 'new', pods: 'roll' }] as const;
  const certificates = { ...platform.certificates, renewals: [...renewals], renewal: { days: 3650, share: 1 } };
  return { ...configuration, platform: { ...platform, certificates } };
};

/** What a right needs to be asked for: where the first way to something is not there, or where the target is of its kind. */
interface Need {
  readonly configuration?: (configuration: Configuration) => Configuration;
  readonly besides?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

const needs: Readonly<Record<string, Need>> = {
  'monitor-performance get pods/exec': { configuration: withoutPrometheus },
  'monitor-performance create pods/exec': { configuration: withoutPrometheus },
  'monitor-performance get services': { besides: 'exec' },
  'renew-certificates': { configuration: everythingDue },
  'increase-capacity get deployments': { inputs: { target: 'deployment/api-gateway', replicas: 5 } },
  'restart-workload get statefulsets': { inputs: { target: 'statefulset/postgres' } },
  'rightsize-resources get statefulsets': {
    inputs: { target: 'statefulset/postgres', 'minimum-history': '30s', 'minimum-samples': 10 },
  },
};

/** What has another source that stands in, so that it is a warning; everything else that is lost is unknown. */
const standsIn = new Set(['prometheus-not-asked', 'stored-use-not-known']);

/** Asked only in trouble, right before a step, or of what the sandbox has not: such an object is asked for directly. */
const askedDirectly: Readonly<Record<string, readonly [Resource, string]>> = {
  'get pods': [resources.pods, 'postgres-0'],
  'get certificates': [resources.certManagerCertificates, 'portal'],
};

const said = ({ findings }: Pick<TaskOutcome, 'findings'>) =>
  findings.map(({ severity, evidence, next }) => `${severity} | ${evidence} | ${next}`);

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

  test(
    'with one verb less it says which, where, and what grants it',
    async () => {
      const rights = observing(task, configuration);
      expect(rights.length).toBeGreaterThan(0);
      for (const [permission, verb] of rights) {
        const missing = missingRight(task, permission, verb, configuration);
        await identity.reduceTo(missing.reduced, false);
        const outcome = await identity.plan(missing.inputs ?? quick[id], missing.configuration);
        const lines = said(outcome).filter(missing.isNamed);
        const direct = askedDirectly[missing.right];
        if (direct !== undefined && lines.length === 0) {
          const [resource, name] = direct;
          const read = identity.cluster.get(resource as never, configuration.platform.namespace, name);
          const line = await read.then(String, ({ code, message, next }) => `${code} | ${message} | ${next}`);
          expect([missing.right, line, missing.isNamed(line)]).toEqual([missing.right, line, true]);
        } else {
          expect([missing.right, lines.length > 0, said(outcome)]).toEqual([missing.right, true, expect.anything()]);
          const named = outcome.findings.filter((finding) => said({ findings: [finding] }).some(missing.isNamed));
          const lost = named.filter(({ code }) => !standsIn.has(code));
          expect([missing.right, lost.map(({ severity }) => severity)]).toEqual([
            missing.right,
            lost.map(() => 'unknown'),
          ]);
          expect(lost.length === 0 ? ['unknown', 'fail', 'warn'] : ['unknown', 'fail']).toContain(
            outcome.entry.verdict,
          );
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

/** One verb less: the declaration, the configuration and inputs that need the verb, and the words that must be said. */
function missingRight(task: AnyTask, permission: Permission, verb: string, configuration: Configuration) {
  const word = wordOf(permission);
  const where =
    permission.scope === 'platform'
      ? [`namespace ${configuration.platform.namespace}`, 'all namespaces']
      : [permission.resource.namespaced ? 'all namespaces' : 'cluster-wide resource'];
  const words = [`may not ${verb} ${word}`, `deploy/rbac/tasks/${task.id}.yaml`];
  const need = needs[`${task.id} ${verb} ${word}`] ?? needs[task.id] ?? {};
  return {
    right: `${verb} ${word}`,
    reduced: without(task, permission, verb, need.besides),
    configuration: need.configuration?.(configuration) ?? configuration,
    inputs: need.inputs,
    isNamed: (line: string) =>
      words.every((each) => line.includes(each)) && where.some((place) => line.includes(place)),
  };
}

const wordOf = ({ resource, subresource }: Permission): string =>
  subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`;

/** The task's declaration without one right, however often it is given, and without a subresource besides. */
function without(task: AnyTask, lost: Permission, verb: string, besides?: string): AnyTask {
  const gives = (each: Permission): boolean =>
    wordOf(each) === wordOf(lost) && (each.scope === lost.scope || each.scope === 'cluster');
  const reduce = (permissions: readonly Permission[]): readonly Permission[] =>
    permissions
      .filter(({ subresource }) => besides === undefined || subresource !== besides)
      .map((each) => (gives(each) ? { ...each, verbs: each.verbs.filter((other) => other !== verb) } : each))
      .filter(({ verbs }) => verbs.length > 0);
  const { observe, change } = task.permissions;
  return { ...task, permissions: { observe: reduce(observe), change } };
}
