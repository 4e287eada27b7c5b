import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { Draft } from '../../../src/domain/plan/plan.ts';
import { isPreventive } from '../../../src/domain/step/step.ts';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import task from '../../../src/tasks/restart-workload/index.ts';
import { configured } from '../../configured.ts';
import { stepContext } from '../../steps/step-context.ts';
import { testNow } from '../environment.ts';
import { namespace, WorkloadBench } from '../workload-bench/bench.ts';

type Arrange = (bench: WorkloadBench) => void;
const gateway = 'deployment/api-gateway';
const ledger = 'statefulset/blockchain-node';

async function planned(target: string, arrange: Arrange = () => undefined): Promise<Draft> {
  const bench = new WorkloadBench('restart-workload');
  arrange(bench);
  const parsed = parseInputs(task.inputs, { target });
  if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
  const { inputs } = parsed;
  const configuration = configured();
  const { platform, thresholds } = configuration;
  const observation = await task.observe({ ...stepContext({ cluster: bench.cluster }), platform }, inputs);
  return task.plan(observation, { inputs, platform, thresholds, calendar: calendarOf(configuration), now: testNow });
}

const owned = {
  'meta.helm.sh/release-name': 'phoenix',
};

describe('a restart', () => {
  test.each([
    [gateway, 3, 0],
    [ledger, 4, 1],
  ])('of %s is one final step, with how many pods are away meanwhile', async (target, pods, awayAtOnce) => {
    const { steps, review } = await planned(target);
    expect(steps).toMatchObject([{ kind: 'restart-workload', subject: target, from: null, to: 'this plan' }]);
    expect(steps.map(isPreventive)).toEqual([false]);
    expect(steps[0]?.undo).toMatch(/^cannot be undone: /);
    expect(review?.blastRadius).toMatchObject({ workloads: [target], pods, awayAtOnce });
  });

  test('says what troubles the pods', async () => {
    const { review } = await planned(gateway, ({ cluster }) => {
      const [key = ''] = Object.keys(cluster.snapshot()).filter((each) => each.startsWith(`pods/${namespace}/api`));
      cluster.edit(resources.pods, namespace, key.split('/').at(-1) ?? '', ({ status }) => {
        status.containerStatuses[0].state = { waiting: { reason: 'CrashLoopBackOff' } };
      });
    });
    expect(review?.why[1]).toMatch(/^troubles: pod\/api-gateway-.* CrashLoopBackOff$/);
  });

  test.each<[string, string, Arrange, RegExp, RegExp]>([
    ['of nothing', '', () => undefined, /names a workload/, /no target was given/],
    ['of what is not configured', 'deployment/x', () => undefined, /names a workload/, /is none of/],
    ['of what is not there', 'statefulset/redis', () => undefined, /needs its workload/, /there is no/],
    [
      'without pods',
      gateway,
      (bench) => bench.edit('deployments', 'api-gateway', ({ spec }) => void Object.assign(spec, { replicas: 0 })),
      /needs pods/,
      /is to have none/,
    ],
    [
      'under a disruption budget of zero',
      gateway,
      (bench) => bench.allow('api-gateway', 0),
      /disruption budget is kept/,
      /allows 0/,
    ],
    [
      'that takes away more than a budget allows',
      gateway,
      (bench) =>
        bench.edit(
          'deployments',
          'api-gateway',
          ({ spec }) => void Object.assign(spec, { strategy: { type: 'Recreate' } }),
        ),
      /disruption budget is kept/,
      /takes away up to 3/,
    ],
    [
      'that is paused',
      gateway,
      (bench) => bench.edit('deployments', 'api-gateway', ({ spec }) => void Object.assign(spec, { paused: true })),
      /paused/,
      /is paused/,
    ],
    [
      'that would wait for somebody',
      ledger,
      (bench) =>
        bench.edit(
          'statefulSets',
          'blockchain-node',
          ({ spec }) => void Object.assign(spec, { updateStrategy: { type: 'OnDelete' } }),
        ),
      /would not replace every pod/,
      /OnDelete/,
    ],
    [
      'that would not reach every pod',
      ledger,
      (bench) =>
        bench.edit(
          'statefulSets',
          'blockchain-node',
          ({ spec }) => void Object.assign(spec, { updateStrategy: { rollingUpdate: { partition: 2 } } }),
        ),
      /would not replace every pod/,
      /partition 2/,
    ],
    [
      'of what Helm owns',
      gateway,
      (bench) =>
        bench.edit(
          'deployments',
          'api-gateway',
          ({ metadata }) => void Object.assign(metadata, { annotations: owned }),
        ),
      /somebody else owns/,
      /Helm release phoenix/,
    ],
  ])('%s is refused', async (_name, target, arrange, rule, state) => {
    const { steps, refusals } = await planned(target, arrange);
    expect(steps).toEqual([]);
    expect(refusals.map((refusal) => refusal.rule)).toContainEqual(expect.stringMatching(rule));
    expect(refusals.map((refusal) => refusal.state)).toContainEqual(expect.stringMatching(state));
  });
});
