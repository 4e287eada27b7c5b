import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';

/** Severity and code of every finding. */
export const codes = ({ findings }: TaskOutcome) => findings.map(({ code, severity }) => `${severity} ${code}`);
/** What the plan refuses. */
export const refusals = ({ entry }: TaskOutcome) => entry.plan?.refusals ?? [];
/** The ids of the planned steps. */
export const steps = ({ entry }: TaskOutcome) => (entry.plan?.steps ?? []).map(({ id }) => id);

/** What tests change of a workload. */
export interface Draft {
  metadata: Record<string, unknown>;
  spec: Record<string, unknown> & {
    template: { spec: { containers: { name: string; image: string; env?: object[] }[]; initContainers?: object[] } };
  };
  status: Record<string, unknown>;
}
