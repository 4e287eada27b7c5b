import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { counted } from '../../domain/quantities.ts';
import { judgeRollout } from '../../domain/rollout/judge.ts';
import { readTarget } from '../../observation/target/read-target.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import type { Seen } from './observe.ts';

/** Prove that none of the former pods is left, and that the new ones are ready. */
export async function verify(
  { ports, platform }: TaskContext<'cluster'>,
  { observation, draft }: Done<Seen>,
): Promise<Verification> {
  const { measurements } = observation;
  const nothing = { findings: draft.findings, measurements: [], result: draft.result };
  if (!('around' in measurements)) return nothing;
  const { kind, workload, pods } = measurements.around.target;
  const { name } = workload.metadata;
  const subject = workloadWord(kind, name);
  const now = await readTarget(ports.cluster, platform.namespace, { kind, name });
  const former = new Set(pods.map(({ metadata }) => metadata.uid));
  const left = (now?.pods ?? []).filter(({ metadata }) => former.has(metadata.uid));
  const state = now && judgeRollout(kind, now.workload, now.pods, ({ metadata }) => !former.has(metadata.uid));
  const complete = state?.complete === true;
  const evidence =
    state === undefined
      ? `there is no ${subject} any more`
      : `${state.text}; ${counted(left.length, 'former pod')} left`;
  return {
    findings: complete ? [] : [notAnew(subject, evidence, platform.namespace)],
    measurements: [
      {
        name: 'pods-made-anew',
        subject,
        value: state?.ready ?? 0,
        unit: 'count',
        comparedWith: { what: 'wanted', value: state?.desired ?? 0 },
      },
    ],
    result: complete ? `${subject}: ${counted(state.ready, 'pod')} made anew and ready` : `${subject}: ${evidence}`,
  };
}

const notAnew = (subject: string, evidence: string, namespace: string): Finding => ({
  code: 'not-made-anew',
  severity: 'fail',
  subject,
  title: 'not every pod was made anew and is ready',
  evidence,
  next: kubectl(namespace)`rollout status ${subject}`,
});
