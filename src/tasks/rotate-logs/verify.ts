import { mapBounded } from '../../domain/bounded.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { evidenceOf } from '../../domain/kubernetes/pod-owner.ts';
import { counted, formatBytes } from '../../domain/quantities.ts';
import { insideContainer } from '../../observation/inside-container.ts';
import { inspectRotation } from '../../observation/logrotate.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import { selectionFindings } from './findings.ts';
import { lookAtLogs } from './look.ts';
import { duePaths, type LogInputs, type LogsObservation, type ObservedPod, type ObservedSelection } from './observe.ts';
import { rotationOf } from './plan.ts';
import { bytesOfLogs, heldWords, logBytes } from './results.ts';

/** Look again at every pod: what is still due was not rotated, what is held open is said, bytes are compared. */
export async function verify(
  context: TaskContext<'cluster'>,
  done: Done<LogsObservation>,
  inputs: LogInputs,
): Promise<Verification> {
  const judging = { inputs, now: context.now, namespace: context.platform.namespace };
  const tried = new Set(done.applied.filter((applied) => applied.outcome === 'done').map((applied) => applied.step.id));
  const before = done.observation.measurements;
  const after: ObservedSelection[] = [];
  for (const selection of before) {
    const look = async (pod: ObservedPod): Promise<ObservedPod> =>
      tried.has(rotationOf(pod.place))
        ? { ...pod, logs: await lookAtLogs(context.ports.cluster, pod.ref, selection.entry) }
        : pod;
    after.push({ ...selection, pods: await mapBounded(selection.pods, inputs.concurrency, look) });
  }
  const pods = after.flatMap((selection) => selection.pods);
  const rotated = pods.filter(({ place }) => tried.has(rotationOf(place)));
  const findings = after.flatMap((selection) => [
    ...selectionFindings(selection, judging),
    ...stillDue(selection, tried),
  ]);
  const bytes = { before: bytesOf(before, tried), after: bytesOf(after, tried) };
  const all = before.reduce((sum, selection) => sum + selection.pods.length, 0);
  return {
    findings,
    measurements: logBytes(pods, new Map(before.flatMap((one) => one.pods.map(({ place, logs }) => [place, logs])))),
    result: `${rotated.length} of ${counted(all, 'pod')} rotated${bytes.before === undefined || bytes.after === undefined ? '' : `, ${formatBytes(bytes.before)} → ${formatBytes(bytes.after)}`}${heldWords(after)}`,
  };
}

function stillDue(selection: ObservedSelection, tried: ReadonlySet<string>): readonly Finding[] {
  return selection.pods.flatMap(({ ref, place, subject, logs }) => {
    const due = duePaths(logs);
    if (due.length === 0 || !tried.has(rotationOf(place))) return [];
    return [
      {
        code: 'not-rotated',
        severity: 'fail' as const,
        subject,
        title: 'logrotate ended without an error, but a log is still due',
        evidence: evidenceOf(ref.pod, subject, due.slice(0, 3).join('; ')),
        next: insideContainer(ref, inspectRotation(selection.entry)),
      },
    ];
  });
}

/** `undefined` when the logs of one of them could not be measured, or looked at. */
const bytesOf = (selections: readonly ObservedSelection[], tried: ReadonlySet<string>): number | undefined =>
  selections
    .flatMap((selection) => selection.pods)
    .filter(({ place }) => tried.has(rotationOf(place)))
    .reduce<number | undefined>((sum, { logs }) => {
      const bytes = bytesOfLogs(logs);
      return sum === undefined || bytes === undefined ? undefined : sum + bytes;
    }, 0);
