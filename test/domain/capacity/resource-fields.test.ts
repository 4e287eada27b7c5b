import { describe, expect, test } from '@jest/globals';
import {
  fieldsBefore,
  holdsFields,
  requestAboveLimit,
  sameQuantity,
  withFields,
} from '../../../src/domain/capacity/resource-fields.ts';
import { bytesQuantity, cpuQuantity } from '../../../src/domain/kubernetes/quantity.ts';

const spec = {
  containers: [
    {
      name: 'gateway',
      resources: { requests: { cpu: '50m', memory: '64Mi', 'nvidia.com/gpu': '1' }, limits: { memory: '160Mi' } },
    },
    { name: 'proxy' },
  ],
};

describe('fields of resources', () => {
  test('are changed, and put back as they were', () => {
    const wanted = { gateway: { 'requests.cpu': '100m', 'limits.cpu': '1' }, proxy: { 'limits.memory': '32Mi' } };
    const before = fieldsBefore(spec, wanted);
    expect(before).toEqual({
      gateway: { 'requests.cpu': '50m', 'limits.cpu': null },
      proxy: { 'limits.memory': null },
    });
    const changed = withFields(spec, wanted);
    expect(changed.containers[0]?.resources).toEqual({
      requests: { cpu: '100m', memory: '64Mi', 'nvidia.com/gpu': '1' },
      limits: { memory: '160Mi', cpu: '1' },
    });
    expect([holdsFields(changed, wanted), holdsFields(changed, before), holdsFields(spec, before)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(holdsFields(withFields(changed, before), before)).toBe(true);
    expect(holdsFields(spec, { gone: {} })).toBe(false);
  });

  test.each([
    ['0.5', '500m', true],
    ['1Gi', '1024Mi', true],
    ['128974848', '123Mi', true],
    ['1', '1001m', false],
    [null, undefined, true],
    [null, '0', false],
  ])('%s and %s are the same amount: %s', (one, other, same) => {
    expect(sameQuantity(one, other)).toBe(same);
  });

  test('a request above its limit is said', () => {
    expect(requestAboveLimit(spec)).toBeUndefined();
    const above = withFields(spec, { gateway: { 'requests.memory': '161Mi' } });
    expect(requestAboveLimit(above)).toBe('container gateway would ask for memory 161Mi and may have 160Mi');
  });

  test.each([
    [cpuQuantity(0.75), '750m'],
    [cpuQuantity(2), '2'],
    [cpuQuantity(0.0501), '51m'],
    [cpuQuantity(0.1 + 0.2), '300m'],
    [bytesQuantity(160 * 2 ** 20), '160Mi'],
    [bytesQuantity(2 ** 31), '2Gi'],
    [bytesQuantity(1000.2), '1001'],
    [bytesQuantity(0), '0'],
  ])('quantities are written as %s', (written, expected) => {
    expect(written).toBe(expected);
  });
});
