import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import type { Draft } from '../../../src/domain/plan/plan.ts';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import task from '../../../src/tasks/increase-capacity/index.ts';
import { configured } from '../../configured.ts';
import { stepContext } from '../../steps/step-context.ts';
import { testNow } from '../environment.ts';
import { WorkloadBench } from '../workload-bench/bench.ts';

/** Inputs that name the gateway. */
export const gateway = { target: 'deployment/api-gateway' };
/** Inputs that name the ledger. */
export const ledger = { target: 'statefulset/blockchain-node' };

/** Brings the bench about that a case is about. */
export type Arrange = (bench: WorkloadBench) => void;

/** The ledger makes a claim for each of its pods, of 48 MiB of class `sandbox` unless said otherwise. */
export const templated =
  (spec: object = {}): Arrange =>
  (bench) =>
    bench.edit('statefulSets', 'blockchain-node', (draft) => {
      draft.spec.volumeClaimTemplates = [
        {
          metadata: { name: 'data' },
          spec: { storageClassName: 'sandbox', resources: { requests: { storage: '48Mi' } }, ...spec },
        },
      ];
    });

/** Inputs as an action gives them. */
export type Given = Readonly<Record<string, string>>;

/** What increase-capacity plans on a bench that was arranged so. */
export async function planned(
  given: Given,
  arrange: Arrange = () => undefined,
  platformAsWritten: unknown = {},
): Promise<Draft> {
  const bench = new WorkloadBench('increase-capacity');
  arrange(bench);
  const parsed = parseInputs(task.inputs, given);
  if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
  const { inputs } = parsed;
  const configuration = configured({ platform: platformAsWritten });
  const { platform, thresholds } = configuration;
  const { cluster, metrics, database } = bench;
  const context = { ...stepContext({ cluster, metrics, database }), platform };
  const observation = await task.observe(context, inputs);
  return task.plan(observation, { inputs, platform, thresholds, calendar: calendarOf(configuration), now: testNow });
}
