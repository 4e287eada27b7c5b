import { describe, expect, test } from '@jest/globals';
import { type Bounds, levelAfter, levelOf } from '../../../src/domain/performance/threshold.ts';

const cpu: Bounds = { warning: 70, critical: 85, direction: 'higher-is-worse', hysteresis: 0.05 };
const throughput: Bounds = { warning: 800, critical: 500, direction: 'lower-is-worse', hysteresis: 0.05 };

describe('a value against its thresholds', () => {
  test.each([
    [cpu, 69.9, 'good'],
    [cpu, 70, 'warning'],
    [cpu, 85, 'critical'],
    [throughput, 1000, 'good'],
    [throughput, 800, 'warning'],
    [throughput, 500, 'critical'],
    [throughput, 0, 'critical'],
  ] as const)('%j: %d is %s', (bounds, value, level) => {
    expect(levelOf(value, bounds)).toBe(level);
  });
});

describe('hysteresis', () => {
  test.each([
    [cpu, [69, 71, 69, 71, 69], 'warning'],
    [cpu, [71, 66], 'good'],
    [cpu, [86, 84, 82], 'critical'],
    [cpu, [86, 80], 'warning'],
    [cpu, [86, 67], 'warning'],
    [cpu, [86, 60], 'good'],
    [throughput, [790, 810, 830], 'warning'],
    [throughput, [790, 850], 'good'],
    [throughput, [400, 510], 'critical'],
    [throughput, [400, 530], 'warning'],
    [cpu, [], 'good'],
  ] as const)('%j after %j: %s', (bounds, values, level) => {
    expect(levelAfter(values, bounds)).toBe(level);
  });
});
