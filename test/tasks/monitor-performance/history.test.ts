import { describe, expect, test } from '@jest/globals';
import type { Point } from '../../../src/domain/state/documents.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { Bench, now } from './bench.ts';

const day = 86_400_000;
/** One point a night, the last one yesterday. */
const nightly = (values: readonly number[]): readonly Point[] =>
  values.map((value, k) => [now - (values.length - k) * day, value]);

describe('hysteresis over the stored history', () => {
  test.each([
    ['it was over the threshold, and is just under it', [0.6, 0.72], 0.69, ['warn cpu-utilization nodes']],
    ['it was over the threshold, and is clearly under it', [0.6, 0.72], 0.66, []],
    ['it never was', [0.6, 0.69], 0.69, []],
    ['it failed, and is just under critical', [0.86], 0.83, ['fail cpu-utilization nodes']],
    ['it failed, and is clearly back among the warnings', [0.86], 0.8, ['warn cpu-utilization nodes']],
    ['no history', [], 0.69, []],
  ])('%s', async (_, values, current, expected) => {
    const bench = new Bench();
    bench.stored = { 'cpu-utilization': nightly(values) };
    bench.uses('node-1', current, 0.5);
    expect(await bench.findings()).toEqual(expected);
  });

  test('a level that is held says from where on it ends', async () => {
    const bench = new Bench();
    bench.stored = { 'cpu-utilization': nightly([0.72]) };
    bench.uses('node-1', 0.69, 0.5);
    const { findings } = await bench.run();
    expect(findings[0]?.title).toBe('CPU is not clearly back from its warning threshold');
    expect(findings[0]?.evidence).toContain('(ends below 67 %)');
  });
});

describe('trend over the stored history', () => {
  test('on its way to the threshold: said before it is there', async () => {
    const bench = new Bench();
    bench.stored = { 'disk-utilization': nightly(Array.from({ length: 20 }, (_, k) => 0.6 + k * 0.01)) };
    bench.disks({ 'node-1': 0.8, 'node-2': 0.5, 'node-3': 0.5 });
    const { findings, entry } = await bench.run();
    expect(entry.verdict).toBe('pass');
    expect(findings[0]).toMatchObject({ code: 'disk-utilization-trend', severity: 'info' });
    expect(findings[0]?.evidence).toContain('+7 % a week over 20 days, at this pace 85 % in about 5 days');
  });

  test('throughput falls towards its threshold', async () => {
    const bench = new Bench();
    bench.stored = { 'transaction-throughput': nightly(Array.from({ length: 20 }, (_, k) => 1200 - k * 10)) };
    expect(await bench.findings()).toEqual(['info transaction-throughput-trend statefulset/blockchain-node']);
  });

  test.each([
    ['flat', Array.from({ length: 20 }, () => 0.5)],
    ['falling', Array.from({ length: 20 }, (_, k) => 0.8 - k * 0.01)],
    ['too short', [0.4, 0.5, 0.6]],
  ])('%s: nothing to say', async (_, values) => {
    const bench = new Bench();
    bench.stored = { 'disk-utilization': nightly(values) };
    expect(await bench.findings()).toEqual([]);
  });

  test('history that cannot be read is told, and the rest is judged', async () => {
    const bench = new Bench();
    bench.stored = new PortError({ code: 'forbidden', subject: 'configmaps', message: 'may not get configmaps' });
    bench.uses('node-1', 0.75, 0.5);
    expect(await bench.findings()).toEqual(['warn cpu-utilization nodes', 'warn history-not-read stored history']);
  });
});
