import { mapBounded } from '../../domain/bounded.ts';
import { holdsFields } from '../../domain/capacity/resource-fields.ts';
import { fieldsOfStep } from '../../domain/capacity/step-parameters.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { kindOfRef } from '../../domain/kubernetes/workloads.ts';
import { counted } from '../../domain/quantities.ts';
import { judgeRollout } from '../../domain/rollout/judge.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { podsOfWorkload, readWorkload } from '../../observation/workloads.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import type { Seen } from './seen.ts';

const atOnce = 4;

/** Prove by the pods of each sized workload that they have the new sizes and are ready. */
export async function verify(context: TaskContext<'cluster'>, { draft, applied }: Done<Seen>): Promise<Verification> {
  const done = applied.filter(({ outcome }) => outcome === 'done');
  const found = await mapBounded(done, atOnce, (one) => prove(context, one));
  const findings = found.filter((finding) => finding !== undefined);
  const proved = done.length - findings.length;
  return {
    findings: [...draft.findings, ...findings],
    measurements: done.length === applied.length ? draft.measurements : [],
    result:
      done.length === applied.length && findings.length === 0
        ? draft.result.replace('to be sized', 'sized')
        : `${counted(proved, 'workload')} of ${applied.length} sized and ready`,
  };
}

async function prove({ ports, platform }: TaskContext<'cluster'>, { step }: AppliedStep): Promise<Finding | undefined> {
  const { parameters, subject } = step as StepOf<'set-resources'>;
  const { to } = fieldsOfStep(step);
  const workload = await readWorkload(ports.cluster, parameters);
  const kind = kindOfRef(parameters);
  const pods = workload === undefined ? [] : await podsOfWorkload(ports.cluster, kind, workload);
  const state = workload && judgeRollout(kind, workload, pods, ({ spec }) => holdsFields(spec, to));
  if (state?.complete) return undefined;
  return {
    code: 'not-sized',
    severity: 'fail',
    subject,
    title: 'not every pod has the new sizes and is ready',
    evidence: state?.text ?? `there is no ${subject} any more`,
    next: kubectl(platform.namespace)`rollout status ${subject}`,
  };
}
