import type { Event, Pod } from '../../domain/kubernetes/objects.ts';
import { isReady } from '../../domain/kubernetes/pods.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { plainSecretsOf, withoutSecrets } from '../../domain/rollout/plain-secrets.ts';
import { troublesOf } from '../../domain/rollout/trouble.ts';
import type { KeptEvidence } from '../../domain/step/effect.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';

/** What {@link keepEvidence} reads, for the declaration of a task whose steps keep it. */
export const evidencePermissions: readonly Permission[] = [
  {
    resource: resources.pods,
    subresource: 'log',
    verbs: ['get'],
    scope: 'platform',
    why: 'keep the logs of pods that failed, before they are put back',
  },
  { resource: resources.events, verbs: ['list'], scope: 'platform', why: 'keep the events of pods that failed' },
];

const mostPods = 2;
const mostContainers = 2;
const mostEvents = 15;
const mostLines = 40;
const longestLine = 300;

/**
 * What the pods that did not become ready have to say: their events, and the ends of their logs (of the life before this
 * one too, where a container was restarted). Read before anything is put back, because it is gone afterwards. At most two
 * pods of two containers; what cannot be read says why. A program that prints its environment prints its passwords: those
 * that stand there in plain text are left out.
 */
export async function keepEvidence(cluster: Cluster, pods: readonly Pod[]): Promise<readonly KeptEvidence[]> {
  const kept: KeptEvidence[] = [];
  const bad = pods.filter((pod) => !isReady(pod)).sort((a, b) => troublesOf(b).length - troublesOf(a).length);
  for (const pod of bad.slice(0, mostPods)) {
    const secrets = plainSecretsOf(pod.spec);
    const hide = (evidence: KeptEvidence): KeptEvidence => ({
      ...evidence,
      lines: evidence.lines.map((line) => withoutSecrets(line, secrets).slice(0, longestLine)),
    });
    kept.push(hide(await eventsOf(cluster, pod)));
    const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
    for (const { name, restartCount } of statuses.filter(({ ready }) => !ready).slice(0, mostContainers)) {
      if (restartCount > 0) kept.push(hide(await logsOf(cluster, pod, name, true)));
      kept.push(hide(await logsOf(cluster, pod, name, false)));
    }
  }
  return kept;
}

async function eventsOf(cluster: Cluster, { metadata }: Pod): Promise<KeptEvidence> {
  const { name, namespace = '', uid } = metadata;
  return kept(`events of pod/${name}`, async () => {
    const found: Event[] = [];
    const fields = `involvedObject.kind=Pod,involvedObject.name=${name}`;
    for await (const event of cluster.list({ resource: resources.events, namespace, fields })) {
      if (event.involvedObject.uid === undefined || event.involvedObject.uid === uid) found.push(event);
    }
    return found
      .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
      .slice(-mostEvents)
      .map(eventLine);
  });
}

const timeOf = ({ lastTimestamp, eventTime, metadata }: Event): string =>
  lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';

function eventLine(event: Event): string {
  const { type = '', reason = '', message = '', count = 1 } = event;
  return `${timeOf(event)} ${type} ${reason}${count > 1 ? ` (${count} times)` : ''}: ${message}`;
}

function logsOf(cluster: Cluster, { metadata }: Pod, container: string, previous: boolean): Promise<KeptEvidence> {
  const { name, namespace = '' } = metadata;
  const life = previous ? ' (its life before)' : '';
  return kept(`logs of pod/${name}, container ${container}${life}`, () =>
    cluster.logs({ namespace, pod: name, container }, { lines: mostLines, previous }),
  );
}

async function kept(what: string, read: () => Promise<readonly string[]>): Promise<KeptEvidence> {
  try {
    return { what, lines: await read() };
  } catch (error) {
    if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
    return { what, lines: [`(could not be read: ${error.message})`] };
  }
}
