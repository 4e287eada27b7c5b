/** Between re-observation and step a person changes the object with kubectl: it stays as they left it, and who it was is said. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StepKind } from '../../src/domain/step/kinds.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import { type Moment, meddledStep } from '../contracts/moved/meddled-step.ts';
import type { MakeScene } from '../contracts/task/scenes.ts';
import { renewing, renewingByCertManager } from './contract/certificate-work.ts';
import { image, onWorkload, subject } from './contract/contract-workload.ts';
import { realScenes, workConfiguration } from './contract/real-scene.ts';
import type { RealWork } from './contract/real-work.ts';
import { growing } from './contract/volume-work.ts';
import { realWork } from './contract/worlds.ts';
import { eventually } from './eventually.ts';
import { field, kubectl } from './faults/world.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

const long = 180_000;
const more = { target: subject, 'ready-within': '20s', 'usage-window': '30m' };

interface Person {
  readonly kind: StepKind;
  readonly task: string;
  readonly work: RealWork;
  readonly meddle: () => Promise<unknown>;
  /** The value that must stay. */
  readonly holds: () => Promise<string>;
  readonly left: string;
  readonly says: RegExp;
  readonly moments: readonly Moment[];
}

/** The words, and behind them who wrote it when. */
const by = (words: string, manager: string): RegExp => {
  const when = '20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC';
  return new RegExp(`${words}.*(changed|last written) ${when} by manager ${manager}`);
};

const patched = (object: string, patch: object) => kubectl('patch', object, `--patch=${JSON.stringify(patch)}`);
const theirs = Buffer.from('a person was here').toString('base64');
const container = '.spec.template.spec.containers[0]';

const certificate = {
  task: 'renew-certificates',
  work: renewing,
  meddle: () => patched('secret/contract-tls', { data: { 'tls.crt': theirs } }),
  holds: () => field('secret/contract-tls', '.data.tls\\.crt'),
  left: theirs,
} as const;

const persons: readonly Person[] = [
  {
    kind: 'scale-workload',
    task: 'increase-capacity',
    work: { ...onWorkload, inputs: { ...more, replicas: '3' } },
    meddle: () => kubectl('scale', subject, '--replicas=1'),
    holds: () => field(subject, '.spec.replicas'),
    left: '1',
    says: by('it has 1 replicas', 'kubectl'),
    moments: ['before the step', 'before the undo puts back'],
  },
  {
    kind: 'set-resources',
    task: 'increase-capacity',
    work: { ...onWorkload, inputs: { ...more, 'memory-limit': '160Mi' } },
    meddle: () => kubectl('set', 'resources', subject, '--limits=memory=144Mi'),
    holds: () => field(subject, `${container}.resources.limits.memory`),
    left: '144Mi',
    says: by('limits\\.memory of app is 144Mi', 'kubectl-set'),
    moments: ['before the step'],
  },
  {
    kind: 'set-image',
    task: 'apply-security-updates',
    work: realWork['apply-security-updates'] as RealWork,
    meddle: () => kubectl('set', 'image', subject, `app=${image}:1.34.0`),
    holds: () => field(subject, `${container}.image`),
    left: `${image}:1.34.0`,
    says: by('its container app has image [^ ]*:1\\.34\\.0', 'kubectl-set'),
    moments: ['before the step', 'before the undo looks'],
  },
  {
    kind: 'restart-workload',
    task: 'restart-workload',
    work: realWork['restart-workload'] as RealWork,
    meddle: () => {
      const metadata = { annotations: { 'rooivalk.maintenance/restarted-by': 'a person' } };
      return patched(subject, { spec: { template: { metadata } } });
    },
    holds: () => field(subject, '.spec.template.metadata.annotations.rooivalk\\.maintenance/restarted-by'),
    left: 'a person',
    says: by('restarted-by is a person', 'kubectl-patch'),
    moments: ['before the step'],
  },
  {
    kind: 'expand-volume',
    task: 'increase-capacity',
    work: growing,
    meddle: () => {
      const requests = { storage: '32Mi' };
      return patched('persistentvolumeclaim/contract-store', { spec: { resources: { requests } } });
    },
    holds: () => field('persistentvolumeclaim/contract-store', '.spec.resources.requests.storage'),
    left: '32Mi',
    says: by('it asks for 32Mi', 'kubectl-patch'),
    moments: ['before the step'],
  },
  {
    kind: 'issue-certificate',
    ...certificate,
    says: by('secret/contract-tls was changed by somebody else', 'kubectl-patch'),
    moments: ['before the step'],
  },
  {
    kind: 'write-certificate',
    ...certificate,
    says: by('secret/contract-tls was changed by somebody else', 'kubectl-patch'),
    moments: ['before the step', 'before the undo puts back'],
  },
  {
    kind: 'renew-by-cert-manager',
    ...certificate,
    work: renewingByCertManager,
    says: by('secret/contract-tls holds another certificate', 'kubectl-patch'),
    moments: ['before the step'],
  },
];

// what was frozen here is told by every run until a person has settled it
afterAll(() => kubectl('delete', 'configmap', 'state-left', '--ignore-not-found', '--namespace=rooivalk-maintenance'));

describe.each(persons)(
  '$kind, whose object a person changes',
  ({ kind, task, work, meddle, holds, left, says, moments }) => {
    let identity: TestIdentity;
    let scene: MakeScene;
    beforeAll(async () => {
      const known = (await loadTask(task)) as AnyTask;
      const configuration = workConfiguration(await sandboxPlatform(), work);
      identity = await TestIdentity.of(known, configuration);
      scene = await realScenes(known, work, configuration, identity);
    }, long);
    afterAll(async () => {
      await work.remove();
      await identity?.close();
    }, long);

    test.each(moments)(
      '%s',
      async (moment) => {
        const { taken, step, replicasBefore } = await meddledStep({
          scene: await scene(),
          kind,
          moment,
          // on a busy machine kubectl may give up
          meddle: () =>
            eventually(async () => {
              await meddle();
              expect(await holds()).toBe(left);
            }),
        });
        expect(await holds()).toBe(left);
        const stopped = moment === 'before the step';
        const of = stopped ? taken.applied : taken.undone;
        const { outcome, cause } = of.find((each) => each.step.id === step.id) ?? {};
        expect([outcome, cause]).toEqual([stopped ? 'failed' : 'frozen', expect.stringMatching(says)]);
        expect(taken.stopped?.status).toBe(stopped ? 'rolled-back' : 'frozen');
        expect(replicasBefore).toBe(stopped ? 1 : 2);
      },
      long,
    );
  },
);
