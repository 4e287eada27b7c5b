import type { Finding } from '../../domain/finding/finding.ts';
import type { Draft, Observation, Refusal } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import type { AppliedPlan } from '../../domain/state/documents.ts';
import { inverseOf } from '../../domain/step/inverse.ts';
import type { StepKind } from '../../domain/step/kinds.ts';
import type { Step } from '../../domain/step/step.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Settlement, StepExecutor } from '../../steps/executor.ts';
import { type AnyTask, defineTask } from '../../tasks/contract.ts';
import { causeOf } from '../carry-out/trouble.ts';

/** The id under which a plan that puts another one back is made and applied. */
export const rollBackId = 'roll-back';

type Found = { readonly step: string; readonly state: Settlement | 'not-read'; readonly why?: string };
type RollBackObservation = Observation<readonly { readonly step: string; readonly state: string }[], readonly Found[]>;

/** How a step's execution is loaded. */
export type LoadStep = <K extends StepKind>(kind: K) => Promise<StepExecutor<K>>;

/**
 * The task that puts back what a finished run changed: the inverse steps of an applied plan, last first. It is planned,
 * approved, journalled, applied and, when it fails, undone as every other. A step whose subject somebody has changed since
 * is refused, and with it the whole: half a way back is no state that somebody chose.
 */
export async function rollBackTask(applied: AppliedPlan, loadStep: LoadStep): Promise<AnyTask> {
  const steps = [...applied.steps].reverse();
  const executors = await Promise.all([...new Set(steps.map(({ kind }) => kind))].map((kind) => loadStep(kind)));
  const settle = async (context: TaskContext, step: Step): Promise<Found> => {
    try {
      const executor = (await loadStep(step.kind)) as unknown as StepExecutor<never>;
      return { step: step.id, state: await executor.settle({ ...context, planId: applied.digest }, step as never) };
    } catch (error) {
      return { step: step.id, state: 'not-read', why: causeOf(error) };
    }
  };
  return defineTask({
    id: rollBackId,
    title: `Put back: ${applied.title}`,
    description: `Puts back what ${applied.task} changed in ${applied.run}.`,
    guide: [],
    windows: [],
    type: applied.type === 'preventive' ? 'corrective' : applied.type,
    priority: 'high',
    estimateMs: sumOf(steps),
    undoMs: sumOf(steps),
    needs: [],
    after: [],
    changesWorkloads: true,
    ports: [...new Set(executors.flatMap(({ ports }) => ports))],
    inputs: {},
    outputs: {},
    permissions: { observe: [], change: [] },
    commands: [],
    forwards: [],
    steps: executors.map(({ kind }) => kind),
    verdicts: {
      pass: 'everything is as it was before that run',
      warn: 'somebody has changed a subject since, so nothing is put back',
      fail: 'a step failed, and what was put back is as that run left it',
      unknown: 'what became of a subject could not be read',
    },
    observe: async (context): Promise<RollBackObservation> => {
      const measurements = await Promise.all(steps.map((step) => settle(context as TaskContext, step)));
      return { basis: measurements.map(({ step, state }) => ({ step, state })), measurements };
    },
    plan: ({ measurements }: RollBackObservation) => draftOf(steps, measurements),
    verify: async (context, { draft, applied: taken }) => {
      const found = await Promise.all(draft.steps.map((step) => settle(context as TaskContext, step)));
      const back = found.filter(({ state }) => state === 'done').length;
      const findings = [...draft.findings, ...found.filter(({ state }) => state !== 'done').map(notBack)];
      return {
        findings: taken.some(({ outcome }) => outcome === 'failed') ? draft.findings : findings,
        measurements: [],
        result: `${back} of ${counted(draft.steps.length, 'change')} put back`,
      };
    },
  });
}

const sumOf = (steps: readonly Step[]): number => steps.reduce((sum, { deadlineMs }) => sum + deadlineMs, 0);

function draftOf(steps: readonly Step[], found: readonly Found[]): Draft {
  const refusals: Refusal[] = [];
  const findings: Finding[] = [];
  const back: Step[] = [];
  for (const step of steps) {
    const state = found.find((each) => each.step === step.id);
    if (state?.state === 'not-done') continue;
    if (state === undefined || state.state === 'not-read' || state.state === 'cannot-tell') {
      findings.push(notRead(step, state?.why ?? 'whether it still holds what was written cannot be told'));
      continue;
    }
    const inverse = inverseOf(step);
    if (state.state === 'moved') refusals.push(changedSince(step));
    else if ('cannot' in inverse) refusals.push({ ...changedSince(step), rule: inverse.cannot, state: step.id });
    else back.push(inverse);
  }
  const whole = refusals.length === 0 && findings.length === 0;
  return {
    steps: whole ? back : [],
    refusals,
    notChecked: [],
    findings,
    measurements: [],
    result: resultOf(back.length, steps.length, whole),
  };
}

function resultOf(back: number, all: number, whole: boolean): string {
  if (!whole) return `nothing is put back: ${back} of ${counted(all, 'change')} could be, and half a way back is none`;
  return back === 0 ? 'nothing to do: everything is as it was before' : `${counted(back, 'change')} to put back`;
}

const changedSince = (step: Step): Refusal => ({
  subject: step.subject,
  rule: 'what somebody has changed since is not put back, and half a way back is not gone',
  state: `${step.subject} no longer holds what "${step.id}" wrote`,
  next: 'decide by hand, or change it back to what that run left',
});

const notRead = (step: Step, why: string): Finding => ({
  code: 'subject-not-read',
  severity: 'unknown',
  subject: step.subject,
  title: 'whether it can be put back is not known',
  evidence: why,
  next: 'look at the cause and plan again',
});

const notBack = ({ step, why }: Found): Finding => ({
  code: 'not-put-back',
  severity: 'fail',
  subject: step,
  title: 'the world does not show it put back',
  evidence: why ?? 'it holds another value',
  next: 'look at the subject',
});
