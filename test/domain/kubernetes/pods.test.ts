import { describe, expect, test } from '@jest/globals';
import type { Pod } from '../../../src/domain/kubernetes/objects.ts';
import { containerOf, isReady } from '../../../src/domain/kubernetes/pods.ts';

const marked = 'kubectl.kubernetes.io/default-container';
const pod = (annotations: Record<string, string>, more: object = {}) =>
  ({
    metadata: { name: 'node-0', annotations, ...more },
    spec: { containers: [{ name: 'proxy' }, { name: 'node' }] },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  }) as unknown as Pod;

describe('the container that is meant', () => {
  test.each<[string, Record<string, string>, string | undefined, string | undefined]>([
    ['the configured one', {}, 'node', 'node'],
    ['none, where the configured one is not there', {}, 'nodes', undefined],
    ['the one that the pod marks', { [marked]: 'node' }, undefined, 'node'],
    ['the configured one before the marked one', { [marked]: 'node' }, 'proxy', 'proxy'],
    ['the first, where the marked one is not there', { [marked]: 'gone' }, undefined, 'proxy'],
    ['the first', {}, undefined, 'proxy'],
  ])('%s', (_name, annotations, configured, container) =>
    expect(containerOf(pod(annotations), configured)).toBe(container),
  );
});

test('a pod that is being deleted is not ready, whatever its conditions say', () => {
  expect(isReady(pod({}))).toBe(true);
  expect(isReady(pod({}, { deletionTimestamp: '2026-11-28T00:00:00Z' }))).toBe(false);
});
