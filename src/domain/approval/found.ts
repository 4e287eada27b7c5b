import { z } from 'zod';
import type { Finding } from '../finding/finding.ts';
import type { NotChecked } from '../plan/plan.ts';
import type { PlanDocument } from './document.ts';

const found = z.object({
  findings: z
    .array(
      z.object({
        code: z.string(),
        severity: z.enum(['fail', 'unknown', 'warn', 'info']),
        subject: z.string(),
        title: z.string(),
        evidence: z.string(),
        next: z.string(),
      }),
    )
    .default([]),
  notChecked: z.array(z.object({ subject: z.string(), why: z.string() })).default([]),
});

/** What was found when a plan was made, and what could not be looked at then. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

/** Read what a planning job found, as data of a document that nobody may have approved; of another form, that is a finding. */
export function foundIn({ plan, shown }: PlanDocument['plans'][number]): Found {
  const parsed = found.safeParse(shown);
  if (parsed.success) return parsed.data;
  const unread: Finding = {
    code: 'plan-not-read',
    severity: 'unknown',
    subject: plan.task,
    title: 'what was found when it was planned cannot be read',
    evidence: 'the plan document holds it in another form than this version writes',
    next: 'plan again',
  };
  return { findings: [unread], notChecked: [] };
}
