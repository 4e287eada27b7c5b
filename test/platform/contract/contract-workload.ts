import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostPort, REGISTRY } from '../../../sandbox/network.ts';
import { field, kubectl } from '../faults/world.ts';
import type { RealWork } from './real-work.ts';

/** A workload of the tests alone: nothing of the living platform is changed with it. */
const name = 'contract-app';
/** The workload, as kubectl and reports name it. */
export const subject = `deployment/${name}`;
/** Its image without a tag; the registry has 1.35.0 and 1.35.1. */
export const image = `${hostPort(REGISTRY)}/phoenix/probe`;

const manifest = (replicas: number) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, labels: { app: name } },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'app',
            image: `${image}:1.35.0`,
            args: ['-c', 'while :; do sleep 1; done'],
            resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
          },
        ],
      },
    },
  },
});

/** Applies objects as they are written here, whatever was there before. */
export async function apply(object: object): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-work-'));
  const file = join(folder, 'object.json');
  writeFileSync(file, JSON.stringify(object));
  await kubectl('apply', '--server-side', '--force-conflicts', `--filename=${file}`);
  rmSync(folder, { recursive: true });
}

/** The workload as it usually is, with so many pods ready. */
export async function layWorkload(): Promise<void> {
  await apply(manifest(2));
  await kubectl('rollout', 'status', subject, '--timeout=25s');
}

/** Takes it away. */
export const removeWorkload = () => kubectl('delete', subject, '--ignore-not-found', '--wait=false');

/** What changes of it are seen by: replicas, image, and what it asks for. */
export const spec = async () =>
  JSON.stringify([
    await field(subject, '.spec.replicas'),
    await field(subject, '.spec.template.spec.containers[0].image'),
    await field(subject, '.spec.template.spec.containers[0].resources'),
  ]);

const usual = JSON.stringify([
  '2',
  `${image}:1.35.0`,
  '{"limits":{"memory":"128Mi"},"requests":{"cpu":"100m","memory":"64Mi"}}',
]);

/** The configuration names the workload besides those of the platform. */
export const platform: Exclude<RealWork['platform'], undefined> = ({ workloads }) => ({
  workloads: { ...workloads, others: [...workloads.others, { kind: 'Deployment', name, selector: `app=${name}` }] },
});

/** Work that changes the workload's spec. */
export const onWorkload = {
  platform,
  lay: layWorkload,
  changes: async () => ((await spec()) === usual ? [] : [await spec()]),
  subjects: spec,
  remove: removeWorkload,
} as const;
