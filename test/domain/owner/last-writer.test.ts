import { describe, expect, test } from '@jest/globals';
import type { ManagedFieldsEntry, ObjectMeta } from '../../../src/domain/kubernetes/objects.ts';
import { replicasField } from '../../../src/domain/owner/field.ts';
import { type LastWriter, lastWriter, writerWords } from '../../../src/domain/owner/last-writer.ts';

const replicas = { 'f:spec': { 'f:replicas': {} } };
const image = { 'f:spec': { 'f:template': { 'f:spec': { 'f:containers': {} } } } };

const entry = (manager: string, time: string, fieldsV1: object, rest: Partial<ManagedFieldsEntry> = {}) => ({
  manager,
  operation: 'Update' as const,
  time: `2026-11-24T${time}Z`,
  fieldsV1,
  ...rest,
});

const metadata = (managedFields?: readonly ManagedFieldsEntry[]): ObjectMeta =>
  ({
    name: 'a',
    uid: 'u',
    resourceVersion: '1',
    ...(managedFields === undefined ? {} : { managedFields }),
  }) as ObjectMeta;

const wrote = (how: 'changed' | 'written', manager: string, time: string): LastWriter => ({
  how,
  manager,
  at: `2026-11-24T${time}Z`,
});

const status = { subresource: 'status' };

describe('who wrote an object last', () => {
  test.each<[string, readonly ManagedFieldsEntry[] | undefined, LastWriter | undefined]>([
    [
      'whoever holds the field',
      [entry('kubectl-scale', '02:40:12', replicas)],
      wrote('changed', 'kubectl-scale', '02:40:12'),
    ],
    [
      'the newest of those that hold it, and not who wrote another field later',
      [
        entry('kubectl-client-side-apply', '01:00:00', replicas),
        entry('kubectl-scale', '02:40:12', replicas, { subresource: 'scale' }),
        entry('kubectl-edit', '03:00:00', image),
      ],
      wrote('changed', 'kubectl-scale', '02:40:12'),
    ],
    [
      'the newest of all where nobody holds the field, but not of the status',
      [
        entry('kubectl-edit', '03:00:00', image),
        entry('helm', '01:00:00', image),
        entry('kube-controller-manager', '03:05:00', { 'f:status': {} }, status),
      ],
      wrote('written', 'kubectl-edit', '03:00:00'),
    ],
    ['nobody, when only the status was written', [entry('kubelet', '03:05:00', { 'f:status': {} }, status)], undefined],
    ['nobody, where the object does not say', undefined, undefined],
    ['nobody without a name', [entry('', '02:40:12', replicas)], undefined],
    ['nobody without a time that is one', [entry('x', '2:40', replicas)], undefined],
  ])('%s', (_, entries, expected) => {
    expect(lastWriter(metadata(entries), replicasField)).toEqual(expected);
  });

  test('whoever wrote anything, where no field is asked about', () => {
    const entries = [entry('cert-manager', '03:00:00', { 'f:data': {} }), entry('kubectl-edit', '02:00:00', {})];
    expect(lastWriter(metadata(entries))).toEqual(wrote('written', 'cert-manager', '03:00:00'));
  });

  test('a name that is hostile is no more than a name', () => {
    const named = lastWriter(
      metadata([entry('::error::`x`\n[a](b) '.padEnd(400, 'y'), '02:40:12', replicas)]),
      replicasField,
    );
    expect(named).toEqual({
      how: 'changed',
      manager: expect.stringMatching(/^[\w./?-]{1,120}$/),
      at: expect.any(String),
    });
  });
});

test.each<[LastWriter, string]>([
  [{ how: 'made', at: '2026-11-24T02:40:12Z' }, 'made 2026-11-24 02:40:12 UTC'],
  [wrote('changed', 'kubectl-scale', '02:40:12'), 'changed 2026-11-24 02:40:12 UTC by manager kubectl-scale'],
  [wrote('written', 'kubectl-edit', '02:40:12'), 'last written 2026-11-24 02:40:12 UTC by manager kubectl-edit'],
])('%j in words', (writer, words) => {
  expect(writerWords(writer)).toBe(words);
});
