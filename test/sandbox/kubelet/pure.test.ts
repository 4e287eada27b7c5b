import { describe, expect, test } from '@jest/globals';
import { Addresses } from '../../../sandbox/kubelet/addresses.ts';
import { BackOff } from '../../../sandbox/kubelet/back-off.ts';
import { thresholds } from '../../../sandbox/kubelet/health.ts';
import { mountsBelow } from '../../../sandbox/kubelet/mounts.ts';
import { portNumber } from '../../../sandbox/kubelet/probes.ts';
import { quantity } from '../../../sandbox/kubelet/quantity.ts';
import { cpuSeconds, proportional } from '../../../sandbox/kubelet/usage.ts';

describe('a quantity', () => {
  test.each([
    ['500m', 0.5],
    ['2', 2],
    ['64Mi', 67108864],
    ['1.5Gi', 1610612736],
    ['1e3', 1000],
    ['1M', 1e6],
    ['.5', 0.5],
  ])('%s is %d', (text, value) => expect(quantity(text)).toBeCloseTo(value));
  test.each(['', 'Mi', '1Xi', '1 Mi', 'one'])('%p is refused', (text) =>
    expect(() => quantity(text)).toThrow(/not a quantity/),
  );
});

describe('thresholds of a probe', () => {
  test.each([
    ['turn at once by default for success', {}, 'oo', [true, undefined]],
    ['turn after three failures by default', {}, 'xxx', [undefined, undefined, false]],
    ['count failures in a row only', { failureThreshold: 2 }, 'xoxx', [undefined, true, undefined, false]],
    ['wait for as many successes as asked', { successThreshold: 2 }, 'oxoo', [undefined, undefined, undefined, true]],
    ['turn back', { failureThreshold: 1 }, 'oxo', [true, false, true]],
  ])('%s', (_, probe, answers, verdicts) => {
    const counted = thresholds(probe);
    expect([...answers].map((answer) => counted(answer === 'o'))).toEqual(verdicts);
  });
});

describe('the wait before a restart', () => {
  test('is none, then doubles from 1 s to 60 s', () => {
    const backOff = new BackOff();
    expect(Array.from({ length: 9 }, () => backOff.next(10))).toEqual(
      [0, 1, 2, 4, 8, 16, 32, 60, 60].map((s) => s * 1000),
    );
  });
  test('begins anew after ten good minutes', () => {
    const backOff = new BackOff();
    for (let i = 0; i < 5; i++) backOff.next(10);
    expect([backOff.next(600_000), backOff.next(10)]).toEqual([0, 1000]);
  });
});

describe('addresses of a node', () => {
  test('are each given once, and again only after a round', () => {
    const addresses = new Addresses('10.77.1.');
    const all = Array.from({ length: 241 }, () => addresses.take());
    expect(new Set(all).size).toBe(241);
    expect([all[0], all[240]]).toEqual(['10.77.1.10', '10.77.1.250']);
    expect(() => addresses.take()).toThrow(/All 241 pod addresses/);
    addresses.release('10.77.1.77');
    expect(addresses.take()).toBe('10.77.1.77');
  });
  test.each(['10.77.2.10', '10.77.1.1', '10.77.1.251', 'x'])('%s cannot be claimed', (address) => {
    expect(new Addresses('10.77.1.').claim(address)).toBe(false);
  });
});

test('mount points below a folder are found, deepest first, with their odd characters', () => {
  const info = [
    '1 0 0:1 / / rw',
    '2 1 0:2 / /pods/a rw',
    '3 2 0:3 / /pods/a/with\\040blank rw',
    '4 1 0:4 / /pods/ab rw',
  ].join('\n');
  expect(mountsBelow('/pods/a', info)).toEqual(['/pods/a/with blank', '/pods/a']);
});

test('the time of a process counts its ended children, whatever its name', () => {
  expect(cpuSeconds('7 (a) b (c)) S 1 7 7 0 -1 4194560 100 0 0 0 150 50 20 30 20 0 1 0 12 1 1')).toBe(2.5);
});

test('the proportional memory is read in bytes', () => {
  expect(
    proportional('00400000-7fff ---p 00000000 00:00 0 [rollup]\nRss: 900 kB\nPss:        12 kB\nPss_Anon: 4 kB\n'),
  ).toBe(12288);
});

test('a named port of a probe is looked up', () => {
  const container = { name: 'c', image: 'i', ports: [{ name: 'http', containerPort: 8080 }] };
  expect(portNumber('http', container)).toBe(8080);
  expect(portNumber('9090', container)).toBe(9090);
  expect(() => portNumber('metrics', container)).toThrow(/couldn't find port "metrics"/);
});
