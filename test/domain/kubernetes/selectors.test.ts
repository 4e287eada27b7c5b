import { expect, test } from '@jest/globals';
import type { LabelSelector } from '../../../src/domain/kubernetes/objects.ts';
import { selectorText, selectsLabels } from '../../../src/domain/kubernetes/selectors.ts';

const expression = (key: string, operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist', values?: string[]) => ({
  matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }],
});

const labels = { app: 'gateway', tier: 'front' };

test.each<[LabelSelector | undefined, string, boolean]>([
  [undefined, '', false],
  [{}, '', true],
  [{ matchLabels: { app: 'gateway' } }, 'app=gateway', true],
  [{ matchLabels: { app: 'gateway', tier: 'back' } }, 'app=gateway,tier=back', false],
  [{ matchLabels: { constructor: 'x' } }, 'constructor=x', false],
  [expression('tier', 'In', ['back', 'front']), 'tier in (back,front)', true],
  [expression('tier', 'In', ['back']), 'tier in (back)', false],
  [expression('zone', 'In', ['']), 'zone in ()', false],
  [expression('tier', 'NotIn', ['back']), 'tier notin (back)', true],
  [expression('zone', 'NotIn', ['a']), 'zone notin (a)', true],
  [expression('tier', 'NotIn', ['front']), 'tier notin (front)', false],
  [expression('tier', 'Exists'), 'tier', true],
  [expression('zone', 'Exists'), 'zone', false],
  [expression('zone', 'DoesNotExist'), '!zone', true],
  [expression('tier', 'DoesNotExist'), '!tier', false],
  [{ matchLabels: { app: 'gateway' }, ...expression('zone', 'Exists') }, 'app=gateway,zone', false],
])('%j is written "%s" and selects: %s', (selector, text, selected) => {
  if (selector !== undefined) expect(selectorText(selector)).toBe(text);
  expect(selectsLabels(selector, labels)).toBe(selected);
});
