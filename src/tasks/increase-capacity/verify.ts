import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { judgeRollout } from '../../domain/rollout/judge.ts';
import { readTarget } from '../../observation/target/read-target.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import type { Seen } from './seen.ts';

/** Prove by the workload's own pods that there is more now, and that it is ready. */
export async function verify(
  { ports, platform }: TaskContext<'cluster'>,
  { observation, draft, applied }: Done<Seen>,
): Promise<Verification> {
  const { measurements } = observation;
  const { findings, result } = draft;
  if (!('around' in measurements)) return { findings, measurements: [], result };
  const { kind, workload } = measurements.around.target;
  const { name } = workload.metadata;
  const subject = workloadWord(kind, name);
  const now = await readTarget(ports.cluster, platform.namespace, { kind, name });
  if (now === undefined)
    return {
      findings: [...findings, gone(subject, platform.namespace)],
      measurements: [],
      result: `${subject} is gone`,
    };
  const { ready, desired, complete, text } = judgeRollout(kind, now.workload, now.pods, () => true);
  const done = applied.every(({ outcome }) => outcome === 'done');
  const measured: readonly Measurement[] = [
    { name: 'ready-pods', subject, value: ready, unit: 'count', comparedWith: { what: 'wanted', value: desired } },
  ];
  const unready = complete || !done ? [] : [notReady(subject, text, platform.namespace)];
  return {
    findings: [...findings, ...unready],
    measurements: measured,
    result: `${result}; ${ready} of ${desired} pods ready${done ? '' : ' (not all steps came to their end)'}`,
  };
}

const gone = (subject: string, namespace: string): Finding => ({
  code: 'workload-gone',
  severity: 'unknown',
  subject,
  title: 'the workload was removed meanwhile',
  evidence: `there is no ${subject} any more`,
  next: `find out who removed it: ${kubectl(namespace)`get events`}`,
});

const notReady = (subject: string, text: string, namespace: string): Finding => ({
  code: 'not-all-ready',
  severity: 'fail',
  subject,
  title: 'not every pod is ready after the change',
  evidence: text,
  next: kubectl(namespace)`get pods`,
});
