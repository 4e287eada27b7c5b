import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { Draft } from '../../../src/domain/plan/plan.ts';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import task from '../../../src/tasks/rightsize-resources/index.ts';
import { configured } from '../../configured.ts';
import { stepContext } from '../../steps/step-context.ts';
import { testNow } from '../environment.ts';
import { namespace, WorkloadBench } from '../workload-bench/bench.ts';

type Arrange = (bench: WorkloadBench) => void;
const gateway = { target: 'deployment/api-gateway' };
const nothing: Arrange = () => undefined;

/** The gateway used 20 thousandths of a core and 60 to 70 MiB; of every other workload nothing is known. */
async function planned(given: Readonly<Record<string, string>>, arrange: Arrange = nothing): Promise<Draft> {
  const bench = new WorkloadBench('rightsize-resources');
  bench.measure('gateway', { cpu: Array<number>(200).fill(0.02), memoryMi: [...Array<number>(199).fill(60), 70] });
  arrange(bench);
  const parsed = parseInputs(task.inputs, given);
  if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
  const { inputs } = parsed;
  const configuration = configured();
  const { platform, thresholds } = configuration;
  const { cluster, metrics } = bench;
  const observation = await task.observe({ ...stepContext({ cluster, metrics }), platform }, inputs);
  return task.plan(observation, { inputs, platform, thresholds, calendar: calendarOf(configuration), now: testNow });
}

const sized =
  (cpu: string, memory: string, limit: string): Arrange =>
  (bench) =>
    bench.edit('deployments', 'api-gateway', ({ spec }) => {
      spec.template.spec.containers[0].resources = { requests: { cpu, memory }, limits: { memory: limit } };
    });

describe('what is planned', () => {
  test('sizes by use and a margin, with what is saved, and the peak looked at again before', async () => {
    const { steps, result, review, measurements } = await planned(gateway, sized('200m', '256Mi', '512Mi'));
    expect(steps).toMatchObject([
      {
        kind: 'set-resources',
        from: { gateway: { 'requests.cpu': '200m', 'requests.memory': '256Mi', 'limits.memory': '512Mi' } },
        to: { gateway: { 'requests.cpu': '24m', 'requests.memory': '84Mi', 'limits.memory': '168Mi' } },
        parameters: { peakWithinMs: 14 * 86_400_000 },
      },
    ]);
    expect(result).toBe('1 workload to be sized: 0.528 cores (88 %) less and 541 MB (67 %) less asked for in all');
    expect(review?.why[0]).toBe('0.528 cores (88 %) less and 541 MB (67 %) less asked for in all');
    expect(measurements.map(({ name, value, unit }) => [name, Number(value.toFixed(3)), unit])).toEqual([
      ['cpu-given-back', 0.528, 'cores'],
      ['memory-given-back', 541065216, 'bytes'],
    ]);
  });

  test('nothing, where sizes follow use already', async () => {
    const draft = await planned(gateway, sized('24m', '84Mi', '168Mi'));
    expect([draft.steps, draft.refusals]).toEqual([[], []]);
    expect(draft.result).toBe('nothing to do: 1 workload sized by what they used already');
  });

  test('every configured workload without a target: what is known is sized, the rest refused by name', async () => {
    const { steps, refusals } = await planned({});
    expect(steps.map(({ subject }) => subject)).toEqual(['deployment/api-gateway']);
    expect(refusals.map(({ subject, state }) => [subject, state])).toEqual([
      ['statefulset/blockchain-node', 'nothing is known of what it used'],
    ]);
    const none = await planned({}, ({ metrics }) => metrics.withoutPrometheus());
    expect(none.steps).toEqual([]);
    expect(none.refusals.map(({ subject, state }) => [subject, state])).toEqual([
      ['statefulset/blockchain-node', 'nothing is known of what it used'],
      ['deployment/api-gateway', 'nothing is known of what it used'],
    ]);
  });

  test('names another class of service, and keeps Guaranteed', async () => {
    const resources =
      (value: object): Arrange =>
      (bench) =>
        bench.edit('deployments', 'api-gateway', ({ spec }) => {
          spec.template.spec.containers[0].resources = value;
        });
    const none = await planned(gateway, resources({}));
    expect(none.review?.couldGoWrong.join('\n')).toContain('class of service BestEffort → Burstable');
    const both = { cpu: '500m', memory: '512Mi' };
    const kept = await planned(gateway, resources({ requests: both, limits: both }));
    expect(kept.steps[0]?.to).toEqual({
      gateway: { 'requests.cpu': '24m', 'limits.cpu': '24m', 'requests.memory': '84Mi', 'limits.memory': '84Mi' },
    });
    expect(kept.review?.couldGoWrong.join('\n')).not.toContain('class of service');
  });

  test('says what an autoscaler will make of it', async () => {
    const { review } = await planned(gateway, ({ cluster }) => {
      cluster.add(resources.horizontalAutoscalers, {
        metadata: { name: 'gateway', namespace },
        spec: { scaleTargetRef: { kind: 'Deployment', name: 'api-gateway' }, maxReplicas: 9 },
      } as never);
    });
    expect(review?.couldGoWrong.at(-1)).toMatch(/^horizontalpodautoscaler\/gateway may count use/);
  });
});

describe('what is refused', () => {
  test.each<[string, Readonly<Record<string, string>>, Arrange, RegExp, RegExp]>([
    ['a workload that is not configured', { target: 'deployment/x' }, nothing, /names a workload/, /is none of/],
    ['a workload that is not there', { target: 'statefulset/redis' }, nothing, /needs its workload/, /there is no/],
    [
      'too short a history',
      { ...gateway, 'minimum-history': '8d' },
      nothing,
      /enough history/,
      /^7 days of its use are known \(Prometheus\), and 8 days must be$/,
    ],
    ['too few samples', { ...gateway, 'minimum-samples': '201' }, nothing, /enough history/, /too few samples/],
    [
      'one look at the metrics API',
      gateway,
      ({ metrics, cluster }) => {
        metrics.withoutPrometheus();
        for (const key of Object.keys(cluster.snapshot()).filter((each) => each.startsWith('pods/'))) {
          cluster.add(resources.podMetrics, {
            metadata: { name: key.split('/').at(-1), namespace },
            containers: [{ name: 'gateway', usage: { cpu: '1m', memory: '1Mi' } }],
          } as never);
        }
      },
      /enough history/,
      /^0 ms of its use are known \(the metrics API, now\)/,
    ],
    [
      'what a vertical autoscaler decides',
      gateway,
      ({ cluster }) =>
        void cluster.add(resources.verticalAutoscalers, {
          metadata: { name: 'gateway', namespace },
          spec: { targetRef: { kind: 'Deployment', name: 'api-gateway' } },
        } as never),
      /somebody else owns/,
      /verticalpodautoscaler\/gateway/,
    ],
    [
      'a disruption budget of zero',
      gateway,
      (bench) => bench.allow('api-gateway', 0),
      /disruption budget is kept/,
      /allows 0/,
    ],
    [
      'a paused rollout',
      gateway,
      (bench) => bench.edit('deployments', 'api-gateway', ({ spec }) => void Object.assign(spec, { paused: true })),
      /paused/,
      /is paused/,
    ],
    [
      'more than a quota leaves',
      gateway,
      (bench) => bench.quota({ 'requests.memory': '200Mi' }, { 'requests.memory': '192Mi' }),
      /a quota is kept/,
      /requests.memory: .* after, 210 MB allowed/,
    ],
    [
      'more than any node has',
      gateway,
      (bench) => bench.measure('gateway', { cpu: Array<number>(200).fill(3), memoryMi: Array<number>(200).fill(60) }),
      /nodes have room/,
      /cpu: /,
    ],
  ])('%s', async (_name, given, arrange, rule, state) => {
    const { steps, refusals, result } = await planned(given, arrange);
    expect(steps).toEqual([]);
    expect(refusals.map((refusal) => refusal.rule)).toContainEqual(expect.stringMatching(rule));
    expect(refusals.map((refusal) => refusal.state)).toContainEqual(expect.stringMatching(state));
    expect(result).toMatch(/^refused: /);
  });
});
