import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { digestOf } from '../../../src/domain/json.ts';
import { type Packed, zipOf } from '../../adapters/github/zip-of.ts';

/** A plan with other inputs and other steps, whose own digest is right: what somebody would rather have applied. */
export function withOtherInputs(document: PlanDocument): PlanDocument {
  const plans = document.plans.map((entry) => {
    const { task, steps, basis } = entry.plan;
    const inputs = { ...entry.plan.inputs, replicas: 9 };
    return { ...entry, plan: { ...entry.plan, inputs, digest: digestOf({ task, inputs, steps, basis }) } };
  });
  return { ...document, plans };
}

/** A plan whose first step is of another kind. */
export function withKind(document: PlanDocument, kind: string): unknown {
  const plans = document.plans.map((entry) => ({
    ...entry,
    plan: { ...entry.plan, steps: entry.plan.steps.map((step) => ({ ...step, kind })) },
  }));
  return { ...document, plans };
}

/** The same plan as if nobody had to approve it, with the digest that it then has. */
export function asPreventive(document: PlanDocument): { readonly document: PlanDocument; readonly digest: string } {
  const forged: PlanDocument = { ...document, type: 'preventive', environment: 'maintenance-preventive' };
  return { document: forged, digest: approvalDigest(forged) };
}

/** The zip of a plan file, in base64, as it should be but for what is given. */
export function packed(document: unknown, rest: Packed = {}): string {
  return zipOf({ content: Buffer.from(JSON.stringify(document)), ...rest }).toString('base64');
}
