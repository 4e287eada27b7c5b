/** What an identity that may create Jobs can create: the DNS probe, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Job } from '../../src/domain/kubernetes/objects.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { connectionsOf } from '../../src/domain/network/connections.ts';
import { probeJob, probeName } from '../../src/observation/network-probe/probe-job.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

const long = 120_000;

// biome-ignore lint/suspicious/noExplicitAny: cases edit a raw object
type Draft = any;
const pod = (job: Draft): Draft => job.spec.template.spec;
const container = (job: Draft): Draft => pod(job).containers[0];

const refused: readonly (readonly [string, (job: Draft) => void])[] = [
  ['another name', (job) => Object.assign(job.metadata, { generateName: 'mine-' })],
  ['a Job that never ends', (job) => delete job.spec.activeDeadlineSeconds],
  ['a Job that stays', (job) => Object.assign(job.spec, { ttlSecondsAfterFinished: 86_400 })],
  ['another image', (job) => Object.assign(container(job), { image: 'evil:1' })],
  ['another program', (job) => Object.assign(container(job), { command: ['timeout', '10', 'cat', '/etc/passwd'] })],
  [
    'an option in place of a name',
    (job) => Object.assign(container(job), { command: ['timeout', '10', 'nslookup', '-x'] }),
  ],
  [
    'a connection to something else',
    (job) => Object.assign(container(job), { command: ['timeout', '15', 'nc', '-w', '5', '169.254.169.254', '80'] }),
  ],
  [
    'an nc that runs something',
    (job) =>
      Object.assign(pod(job).containers.at(-1), { command: [...pod(job).containers.at(-1).command, '-e', '/bin/sh'] }),
  ],
  ['a shell', (job) => Object.assign(container(job), { command: ['sh', '-c', 'id', 'x'] })],
  ['more arguments', (job) => Object.assign(container(job), { args: ['more'] })],
  [
    'a second container',
    (job) => pod(job).containers.push({ ...container(job), name: 'second', command: ['sh', '-c', 'id', 'x'] }),
  ],
  [
    'a container before it',
    (job) => Object.assign(pod(job), { initContainers: [{ ...container(job), name: 'first' }] }),
  ],
  [
    'a Secret as a volume',
    (job) => Object.assign(pod(job), { volumes: [{ name: 's', secret: { secretName: 'postgres-credentials' } }] }),
  ],
  [
    'a Secret in the environment',
    (job) => Object.assign(container(job), { envFrom: [{ secretRef: { name: 'postgres-credentials' } }] }),
  ],
  ['the account of another', (job) => Object.assign(pod(job), { serviceAccountName: 'api-gateway' })],
  ['a token', (job) => Object.assign(pod(job), { automountServiceAccountToken: true })],
  ["the node's network", (job) => Object.assign(pod(job), { hostNetwork: true })],
  ['the rights of root', (job) => Object.assign(pod(job).securityContext, { runAsNonRoot: false })],
  ['more rights later', (job) => Object.assign(container(job).securityContext, { allowPrivilegeEscalation: true })],
  ['a capability', (job) => Object.assign(container(job).securityContext.capabilities, { add: ['NET_ADMIN'] })],
];

describe('an identity that may make the network probe', () => {
  let identity: TestIdentity;
  let namespace: string;
  let good: () => Draft;
  const create = (job: Draft): Promise<Job> => identity.cluster.create<Job>(resources.jobs, namespace, job);
  const answerTo = (job: Draft): Promise<string> =>
    create(job).then(
      async ({ metadata }) => {
        await identity.cluster.delete(resources.jobs, namespace, metadata.name, metadata.uid);
        return 'made';
      },
      ({ message }: Error) => message,
    );
  beforeAll(async () => {
    const configuration = await sandboxPlatform();
    namespace = configuration.platform.namespace;
    const { image, names: hosts } = configuration.platform.dns;
    const connections = connectionsOf(configuration.platform);
    good = () => structuredClone(probeJob({ namespace, name: probeName, image, hosts, connections }));
    identity = await TestIdentity.of((await loadTask('check-health')) as AnyTask, configuration);
    // a new policy is not in force at once
    const evil = () => ({ ...good(), metadata: { generateName: 'mine-', namespace } });
    const deadline = performance.now() + 60_000;
    while ((await answerTo(evil())) === 'made' && performance.now() < deadline) await systemClock.sleep(500);
  }, long);
  afterAll(() => identity?.close(), long);

  test(
    'makes the probe as the step does, and removes it',
    async () => expect(await answerTo(good())).toBe('made'),
    long,
  );

  test.each(refused)(
    'is refused %s',
    async (_name, spoil) => {
      const job = good();
      spoil(job);
      expect(await answerTo(job)).toMatch(/admission policy|may only/);
    },
    long,
  );
});
