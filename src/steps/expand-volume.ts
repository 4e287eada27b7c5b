import { isAbove } from '../domain/capacity/amounts.ts';
import { sameQuantity } from '../domain/capacity/resource-fields.ts';
import { kubectl } from '../domain/kubernetes/kubectl.ts';
import type { PersistentVolumeClaim } from '../domain/kubernetes/objects.ts';
import { parseQuantity } from '../domain/kubernetes/quantity.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import { formatSpan } from '../domain/quantities.ts';
import type { StepOf } from '../domain/step/step.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep, type Settlement, type StepContext } from './executor.ts';
import { objectNow, shownValue } from './moved/object-now.ts';
import { settleLost } from './rollout/settle-lost.ts';

type ExpandStep = StepOf<'expand-volume'>;
type Context = StepContext<'cluster'>;

const pollMs = 1_000;
const sizePath = '/spec/resources/requests/storage';

/**
 * Ask for a larger volume, and wait until the resizer and the node's kubelet have made it so: the claim's own capacity says
 * it. Uid and old size are tested in the request. There is no way back: a claim never shrinks.
 */
export default defineStep({
  kind: 'expand-volume',
  ports: ['cluster'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const { namespace, name, uid } = step.parameters;
    const { cluster } = context.ports;
    await settleLost(
      () =>
        cluster.patch(resources.persistentVolumeClaims, namespace, name, [
          { op: 'test', path: '/metadata/uid', value: uid },
          { op: 'test', path: sizePath, value: step.from },
          { op: 'replace', path: sizePath, value: step.to },
        ]),
      async () => (await settle(context, step)) === 'done',
      context.pause,
    );
    const capacity = await untilResized(context, step);
    return {
      text: `${step.from} → ${capacity}`,
      measurements: [
        { name: 'volume-size', subject: step.subject, value: parseQuantity(capacity) ?? 0, unit: 'bytes' },
      ],
      findings: [],
    };
  },
  settle,
  movedTo: ({ ports }, { parameters }) =>
    objectNow(ports.cluster, { ...parameters, resource: resources.persistentVolumeClaims }, ({ spec }) => ({
      words: `it asks for ${shownValue(spec.resources?.requests?.storage)}`,
      field: ['f:spec', 'f:resources'],
    })),
});

async function read({ ports }: Context, { parameters }: ExpandStep): Promise<PersistentVolumeClaim | undefined> {
  const claim = await ports.cluster.get(resources.persistentVolumeClaims, parameters.namespace, parameters.name);
  return claim?.metadata.uid === parameters.uid ? claim : undefined;
}

async function settle(context: Context, step: ExpandStep): Promise<Settlement> {
  const claim = await read(context, step);
  if (claim === undefined) return 'moved';
  const size = claim.spec.resources?.requests?.storage;
  if (sameQuantity(size, String(step.to))) return 'done';
  return sameQuantity(size, String(step.from)) ? 'not-done' : 'moved';
}

/** The capacity, once it is what was asked for. */
async function untilResized(context: Context, step: ExpandStep): Promise<string> {
  const { resizedWithinMs, namespace, name } = step.parameters;
  const wanted = parseQuantity(String(step.to)) ?? 0;
  for (let waited = 0; ; waited += pollMs) {
    const claim = await read(context, step);
    const capacity = claim?.status?.capacity?.storage ?? '';
    if (!isAbove(wanted, parseQuantity(capacity) ?? 0)) return capacity;
    if (waited >= resizedWithinMs) {
      throw new PortError({
        code: 'failed',
        subject: step.subject,
        message: `${step.subject} has ${capacity} of ${step.to} after ${formatSpan(resizedWithinMs)}${whyNot(claim)}`,
        next: `${kubectl(namespace)`describe pvc ${name}`}: the resizer's events say what it waits for; it goes on by itself`,
      });
    }
    await context.pause(pollMs);
  }
}

/** What the claim's conditions say of the resize, by the words of the API alone (their messages are the driver's). */
function whyNot(claim: PersistentVolumeClaim | undefined): string {
  const conditions = (claim?.status?.conditions ?? [])
    .filter(({ status }) => status === 'True')
    .map(({ type }) => type);
  if (conditions.includes('FileSystemResizePending')) return ': its file system grows when its pod is started again';
  return conditions.includes('Resizing') ? ': the resizer is at it' : '';
}
