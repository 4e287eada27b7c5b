import { renewalRule, ruleFor } from '../../domain/certificate/renewal-rule.ts';
import { daysLeft, renewalMargin, validityAt } from '../../domain/certificate/validity.ts';
import type { Measurement } from '../../domain/measurement.ts';
import type { Draft } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import { type HeldSecret, leafOf } from '../../observation/certificates/held-secret.ts';
import type { PlanContext } from '../contract.ts';
import { dueFindings, notRead, refusedFindings, renewalFindings } from './findings.ts';
import type { inputs, RenewalInputs } from './inputs.ts';
import type { DueSecret, RenewalObservation } from './observation.ts';
import { type Judging, refusalOf } from './refusals.ts';
import { renewalSteps } from './steps.ts';

type Context = Pick<PlanContext<typeof inputs>, 'inputs' | 'platform' | 'calendar' | 'now'>;

/** Renew what is due, what has expired first; each Secret is a unit of its own. */
export function plan(observation: RenewalObservation, context: Context): Draft {
  const { measurements: seen } = observation;
  const { platform, now } = context;
  const judging: Judging = { platform, now, inputs: context.inputs as RenewalInputs, rule: renewalRule(context) };
  const at = { now, rule: judging.rule, namespace: platform.namespace };
  const readable = seen.trust.troubles.length > 0 ? [] : seen.due.filter(({ trouble }) => trouble === undefined);
  const judged = soonestFirst(readable).map((due) => ({ due, refusal: refusalOf(due, judging) }));
  const refusals = judged.flatMap(({ refusal }) => refusal ?? []);
  const renewed = judged.filter(({ refusal }) => refusal === undefined).map(({ due }) => due);
  return {
    steps: renewed.flatMap((due) => renewalSteps(due, whyDue(due, judging), judging)),
    refusals,
    notChecked: [],
    findings: [
      ...refusedFindings(
        seen.secrets.flatMap((held) => dueFindings(held, at)),
        refusals,
      ),
      ...renewed.flatMap((due) => renewalFindings(due, judging)),
      ...notRead(observation, platform.namespace),
    ],
    measurements: daysOf(seen.secrets, judging),
    result: resultOf(seen.secrets, judged.length, renewed.length),
  };
}

/** In the order in which they are renewed: what has ended, or ends, first. */
export const soonestFirst = (due: readonly DueSecret[]): readonly DueSecret[] =>
  due.toSorted((a, b) => a.leaf.notAfter - b.leaf.notAfter || (a.held.name < b.held.name ? -1 : 1));

function whyDue({ held, leaf }: DueSecret, { now, rule }: Judging): string {
  const validity = validityAt(leaf, now, ruleFor(held, rule));
  const left = daysLeft(leaf, now);
  switch (validity.state) {
    case 'expired':
      return `expired ${-left} days ago`;
    case 'not-yet-valid':
      return 'not valid yet';
    case 'due':
      return `${left} days left; ${validity.because}`;
    default:
      return `${left} days left: it ends before the next renewal`;
  }
}

/** Days left of every certificate, against the days from which on it is due. */
export function daysOf(
  secrets: readonly HeldSecret[],
  { now, rule }: Pick<Judging, 'now' | 'rule'>,
): readonly Measurement[] {
  return secrets.flatMap((held) => {
    const leaf = leafOf(held);
    if (leaf === undefined) return [];
    return [
      {
        name: 'certificate-days-left',
        subject: `secret/${held.name}`,
        value: daysLeft(leaf, now),
        unit: 'days' as const,
        comparedWith: { what: 'due from', value: Math.round(renewalMargin(leaf, rule) / 8_640_000) / 10 },
      },
    ];
  });
}

function resultOf(secrets: readonly HeldSecret[], due: number, renewed: number): string {
  const all = counted(secrets.length, 'certificate');
  if (due === 0) return `nothing to do: none of ${all} is due`;
  const refused = due === renewed ? '' : `, ${due - renewed} not (see the refusals)`;
  return `${due} of ${all} due: ${renewed} to be renewed${refused}`;
}
