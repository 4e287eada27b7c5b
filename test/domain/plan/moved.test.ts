import { expect, test } from '@jest/globals';
import type { Json } from '../../../src/domain/json.ts';
import { movedRefusal } from '../../../src/domain/plan/moved.ts';
import type { BasisWriter } from '../../../src/domain/plan/plan.ts';

const writer = (path: string, manager: string): BasisWriter => ({
  path,
  how: 'changed',
  manager,
  at: '2026-11-24T02:40:12Z',
});
const by = (manager: string): string => `(changed 2026-11-24 02:40:12 UTC by manager ${manager})`;

const writers = [
  writer('a.template', 'helm'),
  writer('a.images.app', 'kubectl-set'),
  writer('a.replicas', 'kubectl-scale'),
  writer('a.b', 'x'),
];

test.each<[string, Json, Json, string]>([
  [
    'a value with its writer',
    { a: { replicas: 3 } },
    { a: { replicas: 4 } },
    `a.replicas: approved 3, now 4 ${by('kubectl-scale')}`,
  ],
  ['the nearest of those above', { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }, `a.b.c: approved 1, now 2 ${by('x')}`],
  [
    'nobody, where nobody is known',
    { a: { paused: false } },
    { a: { paused: true } },
    'a.paused: approved false, now true',
  ],
  ['nobody by half a name', { a: { bad: 1 } }, { a: { bad: 2 } }, 'a.bad: approved 1, now 2'],
  ['what is gone', { a: { replicas: 3 } }, { a: {} }, `a.replicas: approved 3, now nothing ${by('kubectl-scale')}`],
  [
    'several, each with its own',
    { a: { template: 'x', replicas: 3 } },
    { a: { template: 'y', replicas: 4 } },
    `a.replicas: approved 3, now 4 ${by('kubectl-scale')}; a.template: approved x, now y ${by('helm')}`,
  ],
])('%s', (_, basis, now, state) => {
  expect(movedRefusal({ id: 't' }, { basis }, { basis: now, writers })).toMatchObject({ subject: 't', state });
});

test('who wrote it is no part of what is compared', () => {
  expect(movedRefusal({ id: 't' }, { basis: { a: 1 } }, { basis: { a: 1 }, writers })).toBeUndefined();
  const bare = movedRefusal({ id: 't' }, { basis: { a: 1 } }, { basis: { a: 2 } });
  expect(bare?.state).toBe('a: approved 1, now 2');
});
