import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { type Edit, namespace } from '../workload-bench/bench.ts';
import { type Arrange, gateway, planned } from './planned.ts';

const argo = { 'argocd.argoproj.io/tracking-id': 'phoenix:apps/Deployment:phoenix-rooivalk/api-gateway' };
const change =
  (kind: 'deployments' | 'statefulSets', name: string, edit: Edit): Arrange =>
  (bench) =>
    bench.edit(kind, name, edit);
describe('exceptions and doubts', () => {
  test('an owner that the configuration overrides is named to whoever approves', async () => {
    const override = { kind: 'Deployment', name: 'api-gateway', reason: 'Argo CD ignores replicas here' };
    const draft = await planned(
      { ...gateway, replicas: '4' },
      change('deployments', 'api-gateway', ({ metadata }) => {
        metadata.annotations = argo;
      }),
      { workloads: { 'owned-override': [override] } },
    );
    expect(draft.refusals).toEqual([]);
    expect(draft.review?.couldGoWrong.at(-1)).toContain('Argo CD ignores replicas here');
  });

  test.each<[string, Arrange, string, RegExp]>([
    [
      'a database that would run out of sessions',
      ({ server }) => {
        server.connections = { used: 90, max: 100, reserved: 3, idleInTransaction: 0 };
      },
      'database-sessions-run-out warn',
      /94 of 97 in use after/,
    ],
    [
      'a database that cannot be asked',
      ({ server }) => {
        server.fails = { code: 'unreachable', subject: 'x', message: 'no connection' };
      },
      'database-cost-not-known unknown',
      /no connection/,
    ],
  ])('%s is a finding beside the plan', async (_name, arrange, finding, evidence) => {
    const draft = await planned({ ...gateway, replicas: '5' }, arrange);
    expect(draft.steps).toHaveLength(1);
    expect(draft.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([finding]);
    expect(draft.findings[0]?.evidence).toMatch(evidence);
  });

  test('without Prometheus its present use counts, with a warning; without any it is unknown', async () => {
    const withoutStored: Arrange = ({ metrics, cluster }) => {
      metrics.withoutPrometheus();
      for (const key of Object.keys(cluster.snapshot()).filter((each) => each.startsWith('pods/'))) {
        cluster.add(resources.podMetrics, {
          metadata: { name: key.split('/').at(-1), namespace },
          containers: [{ name: 'gateway', usage: { cpu: '20m', memory: '64Mi' } }],
        } as never);
      }
    };
    const known = await planned({ ...gateway, replicas: '4' }, withoutStored);
    expect(known.review?.why[0]).toBe(
      'cpu of container gateway: 0.02 cores at p95, 40 % of its request (more is wanted from 70 % on) (the metrics API, now)',
    );
    expect(known.findings.map(({ severity }) => severity)).toEqual(['warn']);
    const denied = new PortError({ code: 'forbidden', subject: 'pods', message: 'may not list' });
    const unknown = await planned({ ...gateway, replicas: '4' }, ({ metrics, cluster }) => {
      metrics.withoutPrometheus();
      cluster.intercept(({ resource }) => (resource?.group === 'metrics.k8s.io' ? { before: denied } : undefined));
    });
    expect(unknown.findings.map(({ severity }) => severity)).toEqual(['unknown', 'unknown']);
    expect(unknown.review?.why).toEqual(['what it uses is not known']);
  });
});
