import { z } from 'zod';
import { units } from '../measurement.ts';
import type { PlanDocument } from './document.ts';

const clauses = z.array(z.string());

const review = z.object({
  why: clauses,
  fits: clauses,
  undo: clauses,
  couldGoWrong: clauses,
  healthNow: clauses,
  blastRadius: z.object({
    workloads: clauses,
    pods: z.number(),
    awayAtOnce: z.number(),
    volumes: clauses,
    budgets: z.array(z.object({ name: z.string(), allowed: z.number() })),
  }),
});

const shown = z.object({
  review: review.optional(),
  findings: z
    .array(z.object({ severity: z.string(), subject: z.string(), title: z.string(), evidence: z.string() }))
    .default([]),
  notChecked: z.array(z.object({ subject: z.string(), why: z.string() })).default([]),
  measurements: z
    .array(
      z.object({
        name: z.string(),
        subject: z.string().optional(),
        value: z.number(),
        unit: z.enum(units),
        comparedWith: z.object({ what: z.string(), value: z.number() }).optional(),
      }),
    )
    .default([]),
});

/** What a reviewer is shown of a plan besides its steps: not digested, and old when it is read. */
export type Shown = z.infer<typeof shown>;

/** Read what a planning job kept to be shown; undefined when it is of another form. */
export function readShown(part: PlanDocument['plans'][number]): Shown | undefined {
  const parsed = shown.safeParse(part.shown);
  return parsed.success ? parsed.data : undefined;
}
