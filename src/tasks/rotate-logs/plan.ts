import type { Draft } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { selectionFindings } from './findings.ts';
import { duePaths, type LogInputs, type LogsObservation, type ObservedPod, type ObservedSelection } from './observe.ts';
import { heldWords, logBytes } from './results.ts';

/** One rotation for every pod of which logrotate itself says that a log is due. */
export function plan(
  observation: LogsObservation,
  context: { readonly inputs: LogInputs; readonly platform: { readonly namespace: string }; readonly now: number },
): Draft {
  const { inputs, now } = context;
  const judging = { inputs, now, namespace: context.platform.namespace };
  const selections = observation.measurements;
  const pods = selections.flatMap((selection) => selection.pods);
  const steps = selections.flatMap((selection) => selection.pods.flatMap((pod) => rotation(pod, selection)));
  const findings = selections.flatMap((selection) => selectionFindings(selection, judging));
  const toStdout = pods.filter(({ logs }) => logs.state === 'no-logrotate' && logs.writes === 'stdout').length;
  const allStdout = pods.length > 0 && toStdout === pods.length && findings.length === 0;
  return {
    steps,
    refusals: [],
    notChecked: [],
    findings,
    measurements: logBytes(pods),
    result: `${resultOf(steps.length, pods.length, toStdout)}${heldWords(selections)}`,
    ...(allStdout ? { notApplicable: 'logs go to stdout; the kubelet rotates those' } : {}),
  };
}

function resultOf(due: number, pods: number, toStdout: number): string {
  const stdout = toStdout === 0 ? '' : `; ${counted(toStdout, 'pod')} log to stdout, which the kubelet rotates`;
  if (pods === 0) return 'no ready pod';
  return due === 0
    ? `nothing to do: no log of ${counted(pods, 'pod')} is due${stdout}`
    : `${due} of ${counted(pods, 'pod')} have logs due for rotation${stdout}`;
}

/** The id of the step that rotates at a place. */
export const rotationOf = (place: string): string => `rotate-logs ${place}`;

function rotation(
  { ref, place, subject, logs }: ObservedPod,
  { entry }: ObservedSelection,
): readonly StepOf<'rotate-logs'>[] {
  const due = duePaths(logs);
  if (due.length === 0 || logs.state !== 'readable') return [];
  return [
    {
      id: rotationOf(place),
      kind: 'rotate-logs',
      subject: place,
      ...(subject === place ? {} : { owner: subject }),
      from: { due: due.slice(0, 50), ...(logs.bytes === undefined ? {} : { bytes: logs.bytes }) },
      to: { due: [] },
      parameters: {
        ...ref,
        configuration: entry.configuration,
        ...(entry.state === undefined ? {} : { state: entry.state }),
      },
      why: `${counted(due.length, 'log')} due by ${entry.configuration}`,
      risk: 'a process that keeps the old file open goes on writing into it; this is looked for afterwards',
      undo: `cannot be undone: ${stepKinds['rotate-logs'].cannotBeUndone}`,
      deadlineMs: 75_000,
    },
  ];
}
