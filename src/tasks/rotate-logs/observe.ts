import { mapBounded } from '../../domain/bounded.ts';
import type { ContainerRef } from '../../domain/step/kinds.ts';
import { selectPods } from '../../observation/pods.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { LogEntry } from './commands.ts';
import { lookAtLogs, type PodLogs } from './look.ts';

/** One ready pod of a selection, with its logs. */
export interface ObservedPod {
  readonly ref: ContainerRef;
  /** What findings about it are filed under. */
  readonly subject: string;
  readonly logs: PodLogs;
}

/** One configured selection. */
export interface ObservedSelection {
  readonly entry: LogEntry;
  readonly pods: readonly ObservedPod[];
  readonly skipped: readonly { readonly pod: string; readonly why: string }[];
}

/** What rotate-logs saw. The basis is which pods there are and which of their logs are due. */
export interface LogsObservation {
  readonly basis: readonly {
    readonly pod: string;
    readonly podUid: string;
    readonly container: string;
    readonly due: readonly string[];
  }[];
  readonly measurements: readonly ObservedSelection[];
}

/** Read every ready pod of every configured selection, a few at once. */
export async function observe(
  context: TaskContext<'cluster'>,
  inputs: { readonly concurrency: number },
): Promise<LogsObservation> {
  const { cluster } = context.ports;
  const selections: ObservedSelection[] = [];
  for (const entry of context.platform.logs) {
    const { namespace } = context.platform;
    const selected = await selectPods(cluster, {
      namespace,
      selector: entry.selector,
      ...(entry.container === undefined ? {} : { container: entry.container }),
    });
    const pods = await mapBounded(selected.ready, inputs.concurrency, async ({ ref, subject }) => ({
      ref,
      subject,
      logs: await lookAtLogs(cluster, ref, entry),
    }));
    selections.push({ entry, pods, skipped: selected.skipped });
  }
  return { basis: selections.flatMap((selection) => selection.pods.map(basisOf)), measurements: selections };
}

const basisOf = ({ ref, logs }: ObservedPod) => ({
  pod: ref.pod,
  podUid: ref.podUid,
  container: ref.container,
  due: duePaths(logs),
});

/** The logs that logrotate itself would rotate now. */
export function duePaths(logs: PodLogs): readonly string[] {
  return logs.state === 'readable' ? logs.logs.filter((log) => log.needsRotation).map((log) => log.path) : [];
}
