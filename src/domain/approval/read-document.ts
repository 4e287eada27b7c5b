import { digestOf } from '../json.ts';
import type { Plan } from '../plan/plan.ts';
import { type PlanDocument, planDocument } from './document.ts';

/** A plan file that must not be believed: why, as a sentence. */
export interface UnreadableDocument {
  readonly unreadable: string;
}

/**
 * Read a plan file: JSON of exactly the form that a planning job writes, each plan with the digest that it names. Text
 * from an artifact is anybody's until the approval digest over it is compared.
 */
export function readDocument(text: string): PlanDocument | UnreadableDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { unreadable: 'the plan file is not JSON' };
  }
  const parsed = planDocument.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? '' : `${issue.path.join('.') || 'the whole'}: ${issue.message}`;
    return { unreadable: `the plan file is not of the form that a planning job writes (${where})` };
  }
  for (const { plan } of parsed.data.plans) {
    const { task, inputs, steps, basis } = plan;
    if (digestOf({ task, inputs, steps, basis }) !== plan.digest) {
      return { unreadable: `the plan of ${task} does not have the digest that it names` };
    }
  }
  return parsed.data;
}

/** The plan of a document as the engine takes it. */
export function planIn(document: PlanDocument, index: number): Plan | undefined {
  return document.plans[index]?.plan as unknown as Plan | undefined;
}
