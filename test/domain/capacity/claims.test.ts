import { expect, test } from '@jest/globals';
import { claimAmounts, newClaimAmounts, newClaims } from '../../../src/domain/capacity/claims.ts';
import type { StorageClass, Workload } from '../../../src/domain/kubernetes/objects.ts';

const Mi = 2 ** 20;
const ledger = (over: object = {}): Workload =>
  ({
    metadata: { name: 'ledger' },
    spec: {
      replicas: 2,
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { storageClassName: 'fast', resources: { requests: { storage: '10Mi' } } },
        },
      ],
      ...over,
    },
  }) as never;
const classOf = (name: string, creationTimestamp: string, isDefault = 'true'): StorageClass =>
  ({
    metadata: { name, creationTimestamp, annotations: { 'storageclass.kubernetes.io/is-default-class': isDefault } },
  }) as never;
const without = { metadata: { name: 'data' }, spec: { resources: { requests: { storage: '10Mi' } } } };

test.each<[string, Workload, readonly string[], readonly string[]]>([
  ['a claim for each added pod', ledger(), [], ['data-ledger-2', 'data-ledger-3']],
  ['claims that are left from before are used again', ledger(), ['data-ledger-2'], ['data-ledger-3']],
  [
    'pods are counted from their first number',
    ledger({ ordinals: { start: 5 } }),
    [],
    ['data-ledger-7', 'data-ledger-8'],
  ],
  ['without a template there is none', ledger({ volumeClaimTemplates: undefined }), [], []],
  ['fewer pods bring none', ledger({ replicas: 9 }), [], []],
])('%s', (_, workload, present, expected) => {
  expect(newClaims(workload, 4, new Set(present), []).map(({ name }) => name)).toEqual(expected);
});

test.each<[string, object, readonly StorageClass[], string | undefined]>([
  ['its own', ledger().spec.volumeClaimTemplates?.[0] ?? {}, [classOf('other', '2026-01-01')], 'fast'],
  ['the newest default', without, [classOf('old', '2025-01-01'), classOf('new', '2026-01-01')], 'new'],
  ['not one that is no default', without, [classOf('old', '2025-01-01', 'false')], undefined],
  ['none at all', { ...without, spec: { ...without.spec, storageClassName: '' } }, [classOf('a', '2026')], undefined],
])('the class of a claim: %s', (_, template, classes, expected) => {
  const [claim] = newClaims(ledger({ volumeClaimTemplates: [template] }), 3, new Set(), classes);
  expect(claim?.className).toBe(expected);
});

test('claims count as storage, by number, and both by class', () => {
  expect(newClaimAmounts(newClaims(ledger(), 4, new Set(), []))).toEqual({
    'requests.storage': 20 * Mi,
    persistentvolumeclaims: 2,
    'count/persistentvolumeclaims': 2,
    'fast.storageclass.storage.k8s.io/requests.storage': 20 * Mi,
    'fast.storageclass.storage.k8s.io/persistentvolumeclaims': 2,
  });
  expect(Object.keys(claimAmounts(1, 1, undefined)).filter((name) => name.includes('storageclass'))).toEqual([]);
});
