import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding/finding.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { costFindings, costMeasurements } from '../../../src/tasks/analyze-capacity/cost.ts';
import task from '../../../src/tasks/analyze-capacity/index.ts';
import { readUnused } from '../../../src/tasks/analyze-capacity/read-unused.ts';
import { configured } from '../../configured.ts';
import { stepContext } from '../../steps/step-context.ts';
import { declaredRights } from '../declared-rights.ts';
import { WorkloadBench } from '../workload-bench/bench.ts';

const { platform } = configured();
const prices = { cpuCoreHour: 0.04, memoryGibHour: 0.005, currency: 'EUR' };
const windowMs = 14 * 86_400_000;

/** What is known of the three pods of the gateway (200m and 256Mi each); of the ledger nothing is, unless a test says so. */
function readFrom(arrange: (bench: WorkloadBench) => void = () => undefined) {
  const bench = new WorkloadBench('analyze-capacity');
  bench.cluster.restrict(declaredRights(task, platform));
  bench.measure('gateway', { cpu: [0.05, 0.05], memoryMi: [56, 56] });
  bench.edit('deployments', 'api-gateway', ({ spec }) => {
    spec.template.spec.containers[0].resources = { requests: { cpu: '200m', memory: '256Mi' } };
  });
  arrange(bench);
  const { cluster, metrics } = bench;
  const inputs = { 'usage-window': windowMs } as Parameters<typeof readUnused>[1];
  return readUnused({ ...stepContext({ cluster, metrics }), platform }, inputs);
}

const brief = (findings: readonly Finding[]) =>
  findings.map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);

describe('what is asked for and not used', () => {
  test('amounts of each workload and of all, and the line to write for prices', async () => {
    const findings = costFindings(await readFrom(), undefined);
    expect(brief(findings)).toEqual([
      'info requested-unused configured workloads',
      'info requested-unused-not-known statefulset/blockchain-node',
    ]);
    expect(findings[0]?.title).toBe('0.45 cores and 629 MB are asked for and not used');
    expect(findings[0]?.evidence).toBe(
      'deployment/api-gateway 0.45 cores of 0.6 cores and 629 MB of 805 MB; without 1 workload of which it is not known; request less use (CPU at p95, memory at its peak) over 7 days',
    );
    expect(findings[0]?.next).toContain('`platform.capacity.prices`');
  });

  test('money where prices are configured', async () => {
    const [finding] = costFindings(await readFrom(), prices);
    // 730 h × (0.45 cores × 0.04 EUR + 600 MiB × 0.005 EUR a GiB)
    expect(finding?.title).toBe('0.45 cores and 629 MB are asked for and not used: 15.28 EUR a month');
    expect(finding?.evidence).toContain(
      'deployment/api-gateway 0.45 cores of 0.6 cores and 629 MB of 805 MB (15.28 EUR',
    );
    expect(finding?.evidence).toContain('0.04 EUR for a core-hour, 0.005 EUR for a GiB-hour, 730 hours a month');
    expect(finding?.next).not.toContain('prices');
  });

  test('what could not be asked is unknown, once for all workloads, and no amount is told', async () => {
    const seen = await readFrom(({ metrics }) => metrics.withoutPrometheus());
    const [finding, ...more] = costFindings(seen, prices);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'unknown', subject: 'configured workloads' });
    expect(finding?.evidence).toMatch(/; of statefulset\/blockchain-node, deployment\/api-gateway$/);
    expect(costMeasurements(seen)).toEqual([]);
  });

  test('a workload that may not be read is unknown, with the right that is missing', async () => {
    const seen = await readFrom(({ cluster }) => cluster.forbid({ verbs: ['get'], resource: resources.deployments }));
    const finding = costFindings(seen, prices).find(({ severity }) => severity === 'unknown');
    expect(finding?.evidence).toContain('deployment/api-gateway');
    expect(`${finding?.evidence} ${finding?.next}`).toContain('deployments');
  });

  test('where nobody has figures of any workload, that is a warning', () => {
    const none = { subject: 'deployment/a', why: 'nothing' } as const;
    expect(brief(costFindings([none], prices))).toEqual(['warn requested-unused-not-known deployment/a']);
  });

  test('less than a day of use says nothing yet', async () => {
    const seen = await readFrom((bench) => bench.measure('gateway', { cpu: [0.05], memoryMi: [56] }));
    expect(brief(costFindings(seen, prices))).toEqual(['info requested-unused-not-known configured workloads']);
  });

  test('a workload that is not there asks for nothing', () => {
    expect(costFindings([], prices)).toEqual([]);
  });

  test('the whole is measured only where it is known', () => {
    const value = { requested: { cpu: 2, memory: 10 }, unused: { cpu: 1, memory: 5 } };
    const known = { subject: 'deployment/a', value, spanMs: windowMs };
    expect(costMeasurements([known, known]).map(({ name, value: measured }) => [name, measured])).toEqual([
      ['requested-unused-cpu', 2],
      ['requested-unused-memory', 10],
    ]);
    expect(costMeasurements([known, { subject: 'deployment/b', why: 'short' }])).toEqual([]);
  });

  test('of many workloads those that leave most are named', () => {
    const seen = Array.from({ length: 12 }, (_, k) => ({
      subject: `deployment/d-${k}`,
      value: { requested: { cpu: 20, memory: 0 }, unused: { cpu: k, memory: 0 } },
      spanMs: windowMs,
    }));
    const [finding] = costFindings(seen, prices);
    expect(finding?.evidence).toMatch(/^deployment\/d-11 .*deployment\/d-4 [^;]*; 4 others less; /);
    expect(finding?.evidence).not.toContain('deployment/d-3 ');
  });
});
