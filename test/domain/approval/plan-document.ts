import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { sealPlan } from '../../../src/domain/plan/plan.ts';
import { scale } from '../../pipeline/scaled-world.ts';

const hex = (digit: string) => `sha256:${digit.repeat(64)}` as const;

/** A document as a planning job writes it: `deployment/api-gateway` from one replica to two, asked for on a Friday. */
export function documentOf(rest: Partial<PlanDocument> = {}): PlanDocument {
  const plan = sealPlan(
    'increase-capacity',
    { target: 'deployment/api-gateway' },
    { replicas: 1 },
    { steps: [scale('api-gateway')], refusals: [] },
  );
  return {
    schemaVersion: 1,
    planId: '3f0c1f4e-0f5b-4a53-9a3e-3a3f6b3f5d11',
    type: 'adaptive',
    environment: 'maintenance-adaptive',
    run: {
      id: 812,
      url: 'https://github.com/phoenix/rooivalk/actions/runs/812',
      repository: 'phoenix/rooivalk',
      repositoryId: 7,
      commit: 'a'.repeat(40),
    },
    build: hex('b'),
    configuration: hex('c'),
    platform: {
      name: 'phoenix-rooivalk',
      cluster: 'prod',
      namespace: 'phoenix-rooivalk',
      uid: 'kube-system-uid',
      databases: {},
    },
    opening: 'outside:812',
    reason: 'launch on Friday',
    requestedBy: 'jv',
    plannedAt: '2026-11-24T02:10:00.000Z',
    notAfter: '2026-11-25T02:10:00.000Z',
    plans: [{ title: 'Increase capacity', undoMs: 20_000, plan: JSON.parse(JSON.stringify(plan)), shown: {} }],
    ...rest,
  };
}
