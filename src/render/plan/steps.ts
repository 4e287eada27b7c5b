import type { PlanDocument } from '../../domain/approval/document.ts';
import { formatSpan } from '../../domain/quantities.ts';
import { type StepKind, stepKinds } from '../../domain/step/kinds.ts';
import { table } from '../markdown.ts';
import { value, verbatim, words } from './whole.ts';

type PlannedStep = PlanDocument['plans'][number]['plan']['steps'][number];

const classWords: Readonly<Record<(typeof stepKinds)[StepKind]['undo'], string>> = {
  reversible: 'can be undone',
  forward: 'cannot be undone, and does no harm when it is repeated',
  final: 'cannot be undone, and is never taken twice',
};

/** One step, whole: what changes from what to what, why, what undoes it, what could go wrong, and everything it is given. */
export function stepSection(step: PlannedStep, number: number): string {
  const { kind, subject, from, to, why, undo, risk, hold, unit, deadlineMs, parameters } = step;
  const rows = [
    ['why', words(why)],
    ['undo', words(undo)],
    ['could go wrong', words(risk)],
    ['takes at most', formatSpan(deadlineMs)],
    ...(unit === undefined ? [] : [['stands or falls with', verbatim(unit)]]),
    ...(hold === undefined ? [] : [['is not rolled back, because', words(hold)]]),
    ['given', value(parameters)],
  ];
  return [
    `### ${number}. ${verbatim(subject)}, ${verbatim(kind)}: ${value(from)} → ${value(to)}`,
    `This ${classWords[stepKinds[kind].undo]}.`,
    table(['', ''], rows),
  ].join('\n\n');
}

/** What a plan does not do, by rule. */
export function refusalsSection({ refusals }: PlanDocument['plans'][number]['plan']): string {
  if (refusals.length === 0) return '';
  const rows = refusals.map(({ subject, rule, state, next }) => [
    verbatim(subject),
    words(rule),
    words(state),
    words(next),
  ]);
  return `### Refused\n\n${table(['what', 'rule', 'state', 'how to go on'], rows)}`;
}
