import { describe, expect, test } from '@jest/globals';
import type { ManagedFieldsEntry, ObjectMeta, Workload } from '../../../src/domain/kubernetes/objects.ts';
import type { Autoscalers } from '../../../src/domain/owner/autoscalers.ts';
import { ownedRefusal } from '../../../src/domain/owner/owner.ts';
import { type WantedField, workloadOwnership } from '../../../src/domain/owner/workload-owners.ts';
import { configured } from '../../configured.ts';

const platformWith = (workloads: object = {}) => configured({ platform: { workloads } }).platform;

const workload = (metadata: Partial<ObjectMeta>): Workload =>
  ({
    metadata: { name: 'api-gateway', namespace: 'phoenix', uid: 'u', resourceVersion: '1', ...metadata },
    spec: { selector: {}, template: { spec: { containers: [{ name: 'gateway' }] } } },
  }) as Workload;

const image: WantedField = { kind: 'image', list: 'containers', container: 'gateway' };
const replicas: WantedField = { kind: 'replicas' };
const limits: WantedField = { kind: 'resources', list: 'containers', container: 'gateway' };

const imageFields = {
  'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"gateway"}': { '.': {}, 'f:image': {} } } } } },
};
const replicaFields = { 'f:spec': { 'f:replicas': {} } };
const managed = (manager: string, operation: 'Apply' | 'Update', fieldsV1: object): Partial<ObjectMeta> => ({
  managedFields: [{ manager, operation, fieldsV1 } satisfies ManagedFieldsEntry],
});

const ownersOf = (
  metadata: Partial<ObjectMeta>,
  wanted: WantedField = image,
  configured: object = {},
  scalers?: Autoscalers,
) => workloadOwnership('Deployment', workload(metadata), wanted, platformWith(configured), scalers);

describe('who owns a field of a workload', () => {
  const argo = { 'argocd.argoproj.io/tracking-id': 'phoenix-prod:apps/Deployment:phoenix/api-gateway' };
  const fluxed = { 'kustomize.toolkit.fluxcd.io/name': 'apps', 'kustomize.toolkit.fluxcd.io/namespace': 'flux-system' };
  test.each<[string, Partial<ObjectMeta>, WantedField, readonly string[]]>([
    ['nobody: no marks at all', {}, image, []],
    [
      'its controller',
      {
        ownerReferences: [
          { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', name: 'pg', uid: 'c', controller: true },
        ],
      },
      image,
      ['cluster.postgresql.cnpg.io/pg'],
    ],
    [
      'nobody: an owner that is no controller only cleans up',
      { ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'x', uid: 'c' }] },
      image,
      [],
    ],
    ['Argo CD, by its annotation', { annotations: argo }, image, ['Argo CD application phoenix-prod']],
    [
      'nobody: the annotation was copied from another object',
      { annotations: { 'argocd.argoproj.io/tracking-id': 'phoenix-prod:apps/Deployment:phoenix/other' } },
      image,
      [],
    ],
    ['Argo CD, by its label', { labels: { 'argocd.argoproj.io/instance': 'p' } }, image, ['Argo CD application p']],
    [
      'nobody: Argo CD applies server-side, and not this field',
      { annotations: argo, ...managed('argocd-controller', 'Apply', imageFields) },
      replicas,
      [],
    ],
    [
      'Argo CD once, by mark and by field',
      { annotations: argo, ...managed('argocd-controller', 'Apply', imageFields) },
      image,
      ['Argo CD application phoenix-prod'],
    ],
    ['Flux', { labels: fluxed }, image, ['Flux kustomization flux-system/apps']],
    [
      'nobody: Flux was told to leave it alone',
      { labels: fluxed, annotations: { 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' } },
      image,
      [],
    ],
    [
      'nobody: Flux only creates it',
      { labels: fluxed, annotations: { 'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent' } },
      image,
      [],
    ],
    ['a Flux helmrelease', { labels: { 'helm.toolkit.fluxcd.io/name': 'gw' } }, image, ['Flux helmrelease gw']],
    [
      'Helm, by its release',
      {
        annotations: { 'meta.helm.sh/release-name': 'gw' },
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        ...managed('helm', 'Update', imageFields),
      },
      image,
      ['Helm release gw'],
    ],
    ['Helm, by the label of its charts', { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }, image, ['Helm']],
    ['nobody: kubectl applied it', managed('kubectl-client-side-apply', 'Update', imageFields), image, []],
    ['nobody: kubectl applied it server-side', managed('kubectl', 'Apply', imageFields), image, []],
    ['nobody: we changed it', managed('rooivalk-maintenance', 'Update', imageFields), image, []],
    ['a manager nobody knows', managed('manager', 'Update', imageFields), image, ['field manager manager']],
    ['nobody: that manager holds another field', managed('manager', 'Update', replicaFields), image, []],
    [
      'a manager that holds the whole template',
      managed('operator', 'Apply', { 'f:spec': { 'f:template': {} } }),
      image,
      ['field manager operator'],
    ],
    [
      'two at once',
      { annotations: { ...argo, 'meta.helm.sh/release-name': 'gw' } },
      image,
      ['Argo CD application phoenix-prod', 'Helm release gw'],
    ],
    [
      'somebody whose name is hostile',
      { annotations: { 'meta.helm.sh/release-name': '`rm -rf /`\n::error::' } },
      image,
      ['Helm release ?rm?-rf?/????error??'],
    ],
  ])('%s', (_name, metadata, wanted, names) => {
    expect(ownersOf(metadata, wanted).owners.map(({ name }) => name)).toEqual(names);
  });

  test('a manager that the configuration calls settled owns nothing', () => {
    const metadata = managed('phoenix-platform-team', 'Apply', imageFields);
    expect(ownersOf(metadata).owners).toHaveLength(1);
    expect(ownersOf(metadata, image, { 'field-managers': ['phoenix-platform-team'] }).owners).toEqual([]);
  });

  test('an override with a reason lets it be changed, and says who is overridden', () => {
    const override = { kind: 'Deployment', name: 'api-gateway', reason: 'its chart is frozen until March' };
    const metadata = { annotations: { 'meta.helm.sh/release-name': 'gw' } };
    expect(ownersOf(metadata, image, { 'owned-override': [override] })).toMatchObject({
      owners: [],
      overridden: { reason: override.reason, owners: [{ name: 'Helm release gw' }] },
    });
    expect(ownersOf(metadata, image, { 'owned-override': [{ ...override, name: 'other' }] }).owners).toHaveLength(1);
    expect(ownersOf({}, image, { 'owned-override': [override] })).toEqual({ owners: [] });
  });

  test('a refusal names every owner, and where the change is made', () => {
    const [first, ...others] = ownersOf({ annotations: { ...argo, 'meta.helm.sh/release-name': 'gw' } }).owners;
    if (first === undefined) throw new Error('no owner');
    const refusal = ownedRefusal('deployment/api-gateway', [first, ...others], 'image of container gateway to 2.1.1');
    expect(refusal.state).toContain('Argo CD application phoenix-prod owns it');
    expect(refusal.state).toContain('Helm release gw owns it');
    expect(refusal.next).toMatch(
      /^change image of container gateway to 2\.1\.1 in the repository of Argo CD application/,
    );
  });
});

describe('autoscalers', () => {
  const meta = { uid: 'h', resourceVersion: '1' };
  const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api-gateway' };
  const horizontal = [{ metadata: { name: 'hpa', ...meta }, spec: { scaleTargetRef: target, maxReplicas: 9 } }];
  const vertical = (spec: object) => [{ metadata: { name: 'vpa', ...meta }, spec: { targetRef: target, ...spec } }];
  const off = (containerName: string) => ({ resourcePolicy: { containerPolicies: [{ containerName, mode: 'Off' }] } });
  const only = (part: Partial<Autoscalers>): Autoscalers => ({ horizontal: [], vertical: [], ...part });

  test.each<[string, Autoscalers, WantedField, readonly string[]]>([
    ['decide replicas', only({ horizontal }), replicas, ['horizontalpodautoscaler/hpa']],
    ['leave images alone', only({ horizontal, vertical: vertical({}) }), image, []],
    ['decide resources', only({ vertical: vertical({}) }), limits, ['verticalpodautoscaler/vpa']],
    ['only recommend', only({ vertical: vertical({ updatePolicy: { updateMode: 'Off' } }) }), limits, []],
    ['leave this container alone', only({ vertical: vertical(off('gateway')) }), limits, []],
    ['leave every container alone', only({ vertical: vertical(off('*')) }), limits, []],
    [
      'leave another container alone',
      only({ vertical: vertical(off('sidecar')) }),
      limits,
      ['verticalpodautoscaler/vpa'],
    ],
    [
      'have another target',
      only({
        horizontal: [
          {
            metadata: { name: 'hpa', ...meta },
            spec: { scaleTargetRef: { ...target, name: 'other' }, maxReplicas: 9 },
          },
        ],
      }),
      replicas,
      [],
    ],
  ])('%s', (_name, scalers, wanted, names) => {
    expect(ownersOf({}, wanted, {}, scalers).owners.map(({ name }) => name)).toEqual(names);
  });
});
