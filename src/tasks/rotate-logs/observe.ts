import { mapBounded } from '../../domain/bounded.ts';
import { usualLogrotateConfiguration } from '../../domain/configuration/platform/workloads.ts';
import type { ContainerRef } from '../../domain/step/kinds.ts';
import { type SelectedPod, selectPods } from '../../observation/pods.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { LogEntry } from './commands.ts';
import { lookAtLogs, type PodLogs } from './look.ts';

/** The inputs of the task. */
export interface LogInputs {
  readonly concurrency: number;
  /** MB. */
  readonly 'largest-log': number;
  /** ms */
  readonly 'longest-unrotated': number;
}

/** One ready pod of a selection, with its logs. */
export interface ObservedPod {
  readonly ref: ContainerRef;
  /** Pod, container and configuration, the latter two where they are not the usual ones: `pod/node-0 container proxy /etc/proxy.conf`. */
  readonly place: string;
  /** What findings about it are filed under: its place, with the workload where the pod's name does not outlive a rollout. */
  readonly subject: string;
  readonly logs: PodLogs;
}

/** One configured selection. */
export interface ObservedSelection {
  readonly entry: LogEntry;
  readonly pods: readonly ObservedPod[];
  readonly skipped: readonly { readonly pod: string; readonly why: string }[];
  /** Pods that an earlier selection looks at in the very same way. */
  readonly lookedAtAlready: number;
}

/** What rotate-logs saw. The basis is which pods there are and which of their logs are due. */
export interface LogsObservation {
  readonly basis: readonly {
    readonly pod: string;
    readonly podUid: string;
    readonly container: string;
    readonly configuration: string;
    readonly due: readonly string[];
  }[];
  readonly measurements: readonly ObservedSelection[];
}

/** Read every ready pod of every configured selection, a few at once. */
export async function observe(
  context: TaskContext<'cluster'>,
  inputs: Pick<LogInputs, 'concurrency'>,
): Promise<LogsObservation> {
  const { cluster } = context.ports;
  const selections: ObservedSelection[] = [];
  const places = new Map<string, LogEntry>();
  for (const entry of context.platform.logs) {
    const { namespace } = context.platform;
    const selected = await selectPods(cluster, {
      namespace,
      selector: entry.selector,
      ...(entry.container === undefined ? {} : { container: entry.container }),
    });
    const { fresh, skipped, known } = unseenPods(selected.ready, entry, places);
    const pods = await mapBounded(fresh, inputs.concurrency, async ({ ref, place, subject }) => ({
      ref,
      place,
      subject,
      logs: await lookAtLogs(cluster, ref, entry),
    }));
    selections.push({ entry, pods, skipped: [...selected.skipped, ...skipped], lookedAtAlready: known });
  }
  const basis = selections.flatMap(({ entry, pods }) => pods.map((pod) => basisOf(pod, entry)));
  return { basis, measurements: selections };
}

/** The pods of a selection that no earlier one rotates by the same configuration: no log is rotated twice in one run. */
function unseenPods(ready: readonly SelectedPod[], entry: LogEntry, places: Map<string, LogEntry>) {
  const fresh: SelectedPod[] = [];
  const skipped: { pod: string; why: string }[] = [];
  const which = entry.configuration === usualLogrotateConfiguration ? '' : ` ${entry.configuration}`;
  for (const pod of ready) {
    const place = `${pod.place}${which}`;
    const earlier = places.get(place);
    if (earlier === undefined) fresh.push({ ...pod, place, subject: `${pod.subject}${which}` });
    else if (earlier.state !== entry.state || earlier.rotates !== entry.rotates)
      skipped.push({ pod: pod.pod, why: `another entry says otherwise how ${entry.configuration} is used in it` });
    places.set(place, earlier ?? entry);
  }
  return { fresh, skipped, known: ready.length - fresh.length - skipped.length };
}

const basisOf = ({ ref, logs }: ObservedPod, { configuration }: LogEntry) => ({
  pod: ref.pod,
  podUid: ref.podUid,
  container: ref.container,
  configuration,
  due: duePaths(logs),
});

/** The logs that logrotate itself would rotate now. */
export function duePaths(logs: PodLogs): readonly string[] {
  return logs.state === 'readable' ? logs.logs.filter((log) => log.needsRotation).map((log) => log.path) : [];
}
