import type { Finding } from '../../domain/finding/finding.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { Sealed } from './prepare.ts';

/** What became of a plan at its gate. */
export interface Handing {
  readonly refusal?: Refusal;
  /** Number of the issue in which it waits. */
  readonly issue?: number;
}

/** A plan that its gate did not take, while another of the same run waits at its own. */
export interface RefusedBeside {
  /** `maintenance-corrective-window` */
  readonly environment: string;
  readonly finding: Finding;
}

/**
 * The plans that were refused beside those that wait; none where nothing waits, since the whole job is refused then. `handed`
 * is in the order of `sealed`.
 */
export function refusedBeside(sealed: readonly Sealed[], handed: readonly Handing[]): readonly RefusedBeside[] {
  if (handed.every(({ refusal }) => refusal !== undefined)) return [];
  return handed.flatMap(({ refusal }, index) => {
    const document = sealed[index]?.document;
    if (refusal === undefined || document === undefined) return [];
    const { environment, type } = document;
    const finding: Finding = {
      code: 'plan-not-handed-over',
      severity: 'fail',
      subject: environment,
      title: `the ${type} plan waits at no gate, and nothing of it is applied`,
      evidence: `${refusal.rule}; ${refusal.state}`,
      next: refusal.next,
    };
    return [{ environment, finding }];
  });
}

/** The same as a text for the issue of a plan that waits: Markdown, each part made plain by `plain`. */
export function besideText(refused: readonly RefusedBeside[], plain: (text: string) => string): string {
  const lines = refused.map(
    ({ environment, finding }) => `- ${plain(environment)}: ${plain(finding.evidence)}. Next: ${plain(finding.next)}.`,
  );
  return ['Refused beside this plan, which still waits for its approval:', '', ...lines].join('\n');
}
