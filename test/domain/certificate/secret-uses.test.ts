import { expect, test } from '@jest/globals';
import { likelyTlsPorts, secretUse } from '../../../src/domain/certificate/secret-uses.ts';
import type { Container, Pod } from '../../../src/domain/kubernetes/objects.ts';

type Spec = Pod['spec'];
const mount = { name: 'v', mountPath: '/tls' };
const spec = (container: Partial<Container>, rest: Partial<Spec> = {}): Spec => ({
  containers: [{ name: 'main', ...container }],
  ...rest,
});
const asVolume: Spec['volumes'] = [{ name: 'v', secret: { secretName: 's' } }];

test.each<[string, Spec, string | undefined]>([
  ['mounted as a folder', spec({ volumeMounts: [mount] }, { volumes: asVolume }), 'refreshed'],
  [
    'mounted by a projected volume',
    spec({ volumeMounts: [mount] }, { volumes: [{ name: 'v', projected: { sources: [{ secret: { name: 's' } }] } }] }),
    'refreshed',
  ],
  [
    'mounted by an init container alone',
    spec({}, { volumes: asVolume, initContainers: [{ name: 'i', volumeMounts: [mount] }] }),
    'refreshed',
  ],
  ['mounted by sub-path', spec({ volumeMounts: [{ ...mount, subPath: 'tls.crt' }] }, { volumes: asVolume }), 'fixed'],
  [
    'mounted as a folder and by sub-path',
    spec({ volumeMounts: [mount, { ...mount, subPathExpr: '$(X)' }] }, { volumes: asVolume }),
    'fixed',
  ],
  ['as a variable', spec({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 's' } } }] }), 'fixed'],
  ['as the whole environment', spec({ envFrom: [{ secretRef: { name: 's' } }] }), 'fixed'],
  ['a volume that nobody mounts', spec({}, { volumes: asVolume }), undefined],
  [
    'another Secret',
    spec({ volumeMounts: [mount] }, { volumes: [{ name: 'v', secret: { secretName: 'other' } }] }),
    undefined,
  ],
  [
    'a ConfigMap of that name',
    spec(
      { volumeMounts: [mount], envFrom: [{ configMapRef: { name: 's' } }] },
      { volumes: [{ name: 'v', configMap: { name: 's' } }] },
    ),
    undefined,
  ],
])('a Secret %s', (_name, pod, use) => {
  expect(secretUse(pod, 's')).toBe(use);
});

test('ports that look like TLS ports are tried, each once; plain and UDP ones are not', () => {
  const ports = [
    { name: 'metrics', containerPort: 9090 },
    { name: 'redis-tls', containerPort: 6380 },
    { name: 'postgres', containerPort: 5432 },
    { containerPort: 8443 },
    { name: 'https', containerPort: 443 },
    { name: 'https-quic', containerPort: 444, protocol: 'UDP' },
  ];
  expect(likelyTlsPorts(spec({ ports: [...ports, { name: 'https', containerPort: 443 }] }))).toEqual([443, 6380, 8443]);
});
