import { expect, test } from '@jest/globals';
import { areSafeOptions, beginsAt, shareFor } from '../../../src/domain/database/table-options.ts';
import type { Json } from '../../../src/domain/json.ts';

const vacuum = 'autovacuum_vacuum_scale_factor';

test.each<[string, Json, boolean]>([
  ['a share within its bounds', { [vacuum]: '0.02' }, true],
  ['two of them', { [vacuum]: '0.02', autovacuum_analyze_scale_factor: '0.01' }, true],
  ['a share that lets autovacuum begin later than by default', { [vacuum]: '0.5' }, false],
  ['a share of nothing', { [vacuum]: '0.0' }, false],
  ['an option that switches something off', { autovacuum_enabled: 'false' }, false],
  ['one safe and one other', { [vacuum]: '0.02', fillfactor: '10' }, false],
  ['a value that is more than a number', { [vacuum]: '0.02); drop table x; --' }, false],
  ['a number that is no text', { [vacuum]: 0.02 }, false],
  ['a reset, which nobody knows the effect of', { [vacuum]: null }, false],
  ['no option', {}, false],
  ['a name of the prototype', JSON.parse('{"__proto__":"0.02"}'), false],
  ['a list', ['0.02'], false],
])('%s: preventive %s', (_name, to, expected) => {
  expect(areSafeOptions({}, to)).toBe(expected);
});

test.each([
  [20_000_000, 0.004],
  [1_000_000, 0.099],
  [499_000, undefined],
  [1_000_000_000, 0.001],
  [0, undefined],
])('of %s rows autovacuum begins in time with a share of %s', (rows, share) => {
  const now = { rows: 50, share: 0.2 };
  expect(shareFor(100_000, rows, now)).toBe(share);
  if (share !== undefined && share > 0.001) expect(beginsAt({ rows: 50, share }, rows)).toBeLessThanOrEqual(100_000);
});
