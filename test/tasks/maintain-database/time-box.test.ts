import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import { inputs as declared, type Inputs } from '../../../src/tasks/maintain-database/inputs.ts';
import { estimateMs, type Need } from '../../../src/tasks/maintain-database/need.ts';
import { fitting } from '../../../src/tasks/maintain-database/time-box.ts';
import { fakeTable } from '../../fakes/database/fake-database.ts';
import { holds } from '../../property.ts';
import { dusty, find, maintain, primaryWith } from './bench.ts';

const parsed = parseInputs(declared, {});
if ('errors' in parsed) throw new Error('the defaults are not accepted');
const inputs: Inputs = parsed.inputs;
const minute = 60_000;
/** So many bytes are expected to take an hour. */
const hour = 3_600_000 * 20_000;

const sized = (bytes: readonly number[]): readonly Need[] =>
  bytes.map((size, index) => ({
    database: 'phoenixrooivalk',
    table: fakeTable(index, `t${index}`, { bytes: size }),
    reason: 'dead-rows',
    vacuum: true,
    analyze: true,
    freeze: false,
  }));
const names = (bytes: readonly number[], change: Partial<Inputs>, leftMs?: number) => {
  const { chosen, left } = fitting(sized(bytes), { ...inputs, ...change }, leftMs);
  return {
    chosen: chosen.map(({ table, timeoutMs }) => [table.name, timeoutMs / minute]),
    left: left.map(({ need, tooSmall }) => [need.table.name, tooSmall]),
  };
};

describe('the time box', () => {
  test('leaves out what does not fit, and fills up with what does', () => {
    expect(names([1_000, hour, hour, 2_000], { 'time-box': 800_000 })).toEqual({
      chosen: [
        ['t0', 1],
        ['t3', 1],
      ],
      left: [
        ['t1', 'time box'],
        ['t2', 'time box'],
      ],
    });
  });

  test('always takes the worst one', () => {
    expect(names([1e15], { 'time-box': 1_000 })).toEqual({ chosen: [['t0', 15]], left: [] });
  });

  test('no plan is longer than the journal holds', () => {
    const { chosen, left } = names(
      Array.from({ length: 203 }, () => 1_000),
      {},
    );
    expect([chosen.length, left]).toEqual([
      200,
      [
        ['t200', 'journal'],
        ['t201', 'journal'],
        ['t202', 'journal'],
      ],
    ]);
  });
});

describe('what is left of the window', () => {
  // a table of two minutes may usually take 15 (`table-timeout`): it gets what there is, at least twice its time
  const twoMinutes = 2 * minute * 20_000;
  test.each([
    [
      'all of the usual time',
      60,
      [
        ['t0', 15],
        ['t1', 1],
      ],
      [],
    ],
    [
      'less than the usual time',
      12,
      [
        ['t0', 11],
        ['t1', 1],
      ],
      [],
    ],
    [
      'twice the expected time, but only just',
      5.1,
      [
        ['t0', 4.1],
        ['t1', 1],
      ],
      [],
    ],
    ['too little for the first one, so the shorter one behind it is done', 4.9, [['t1', 1]], [['t0', 'window']]],
    [
      'too little for any',
      1.9,
      [],
      [
        ['t0', 'window'],
        ['t1', 'window'],
      ],
    ],
    [
      'nothing',
      -5,
      [],
      [
        ['t0', 'window'],
        ['t1', 'window'],
      ],
    ],
  ] as const)('%s', (_title, minutes, chosen, left) => {
    expect(names([twoMinutes, 1_000], {}, minutes * minute)).toEqual({ chosen, left });
  });

  test('never plans more than there is, nor loses a table', () => {
    holds(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e12 }), { maxLength: 60 }),
        fc.integer({ min: 1_000, max: 1e7 }),
        fc.integer({ min: 0, max: 1e7 }),
        (bytes, box, leftMs) => {
          const needs = sized(bytes);
          const { chosen, left } = fitting(needs, { ...inputs, 'time-box': box }, leftMs);
          expect(
            new Set([...chosen.map(({ table }) => table.oid), ...left.map(({ need }) => need.table.oid)]).size,
          ).toBe(needs.length);
          let spent = 0;
          for (const { table, timeoutMs } of chosen) {
            expect(spent + timeoutMs).toBeLessThan(leftMs);
            spent += Math.min(estimateMs(table), inputs['table-timeout']);
          }
          expect(chosen.length <= 1 || spent <= box).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what was left is told', () => {
  const large = { bytes: hour, deadRows: 90_000 };

  test('with its reason, while what is shorter is done', async () => {
    const server = primaryWith([dusty(1, 'large', large), dusty(2, 'small')]);
    const { entry, findings, calls } = await maintain(server, { closesInMs: 12 * minute });
    expect(calls).toEqual(['vacuum public.small']);
    const left = 'public.large in database phoenixrooivalk could not end before 2026-11-24T02:22:00.000Z (12 min left)';
    expect(find(findings, 'tables-left')).toMatchObject({
      severity: 'warn',
      evidence: `1 table left, 1 planned: ${left}`,
    });
    expect(entry).toMatchObject({ status: 'deferred', verdict: 'warn', cause: left });
    expect(entry.result).toBe('1 of 2 tables; 5,000 dead rows removed');
  });

  test('when there was no time for any', async () => {
    const { entry, calls } = await maintain(primaryWith([dusty(1, 'small')]), { closesInMs: minute });
    expect(calls).toEqual([]);
    expect(entry).toMatchObject({
      status: 'deferred',
      verdict: 'warn',
      cause: expect.stringContaining('public.small'),
    });
    expect(entry.result).toBe('1 table of 1 table left: no time in this window');
  });

  test('when only the time box is too small', async () => {
    const server = primaryWith([
      dusty(1, 'first', { deadRows: 9_000 }),
      dusty(2, 'large', { ...large, deadRows: 8_000 }),
    ]);
    const { entry, findings } = await maintain(server, { inputs: { 'time-box': '10m' } });
    expect(find(findings, 'tables-left')).toMatchObject({
      severity: 'info',
      evidence:
        '1 table left, 1 planned: public.large in database phoenixrooivalk beyond the time box of 10 min, by their sizes',
    });
    expect(entry).toMatchObject({ status: 'done', verdict: 'pass' });
  });

  test('a plan that nobody carries out knows no window', async () => {
    const { entry } = await maintain(primaryWith([dusty(1, 'large', large)]), { mode: 'plan', closesInMs: minute });
    expect(entry).toMatchObject({ status: 'planned', plan: { steps: [{ id: expect.stringContaining('large') }] } });
  });
});
