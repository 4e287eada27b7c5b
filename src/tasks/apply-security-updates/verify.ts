import type { Finding } from '../../domain/finding/finding.ts';
import { tagOf } from '../../domain/image/reference.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { counted } from '../../domain/quantities.ts';
import { hasImages, type ImagesByContainer } from '../../domain/rollout/images-of.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { readRollout } from '../../observation/rollout/read-rollout.ts';
import { attempt } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import type { UpdatesObservation } from './observation.ts';

type Context = TaskContext<'cluster' | 'registry' | 'imageRecord'>;
type Updated = AppliedStep & { readonly step: StepOf<'set-image'> };

/** Look at the pods again: those that were updated must all run the new images and be ready, the others as they were. */
export async function verify(context: Context, { applied, draft }: Done<UpdatesObservation>): Promise<Verification> {
  const updated = applied.filter((one): one is Updated => one.step.kind === 'set-image');
  const findings: Finding[] = [];
  const proved: Updated[] = [];
  for (const one of updated) {
    const found = await proof(context, one);
    if (found !== undefined) findings.push(found);
    else if (one.outcome === 'done') proved.push(one);
  }
  const total = draft.steps.filter(({ kind }) => kind === 'set-image').length;
  return {
    findings: [...draft.findings, ...findings],
    measurements: [
      ...draft.measurements,
      {
        name: 'workloads-updated',
        value: proved.length,
        unit: 'count',
        comparedWith: { what: 'planned', value: total },
      },
    ],
    result: total === 0 ? draft.result : resultOf(proved, total),
  };
}

/** As many are named in the line of a summary. */
const named = 4;

function resultOf(proved: readonly Updated[], total: number): string {
  const words = `${proved.length} of ${counted(total, 'workload')} updated`;
  const names = proved.slice(0, named).map(({ step }) => `${step.parameters.name} ${tagChanges(step).join(', ')}`);
  const which = names.length === 0 ? '' : `: ${names.join('; ')}${proved.length > named ? '; …' : ''}`;
  return proved.length === total ? `${words}, every pod ready${which}` : `${words}${which}`;
}

/** `2.1.0 → 2.1.1`, each once. */
function tagChanges({ from, to }: StepOf<'set-image'>): readonly string[] {
  const [before, after] = [from as ImagesByContainer, to as ImagesByContainer];
  return [
    ...new Set(Object.keys(after).map((container) => `${tagOf(before[container])} → ${tagOf(after[container])}`)),
  ];
}

async function proof({ ports, platform }: Context, { step, outcome }: Updated): Promise<Finding | undefined> {
  const wanted = (outcome === 'done' ? step.to : step.from) as ImagesByContainer;
  const { subject } = step;
  const read = await attempt(subject, () =>
    readRollout(ports.cluster, step.parameters, ({ spec }) => hasImages(spec, wanted)),
  );
  const next = kubectl(platform.namespace)`get pods -o wide`;
  if ('trouble' in read) {
    const title = 'whether its pods run what they should could not be seen';
    return { code: 'not-proved', severity: 'unknown', subject, title, evidence: read.trouble.message, next };
  }
  const { state } = read.value;
  if (state.complete) return undefined;
  const held = step.hold === undefined ? '' : ' (held: it is not rolled back)';
  return {
    code: 'pods-not-as-they-should',
    severity: 'fail',
    subject,
    title:
      outcome === 'done' ? 'not every pod runs the new image and is ready' : 'its pods are not as they were before',
    evidence: `${state.text}${held}`,
    next,
  };
}
