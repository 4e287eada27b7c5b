import { describe, expect, test } from '@jest/globals';
import { zoneNamed } from '../../../src/domain/calendar/instants.ts';
import type { Configuration } from '../../../src/domain/configuration/configuration.ts';
import { formatDuration } from '../../../src/domain/configuration/duration.ts';
import { describeErrors, readConfiguration } from '../../../src/domain/configuration/read.ts';
import { parseDuration } from '../../../src/domain/task/inputs.ts';
import { taskInputs } from './task-inputs.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

function read(text: string): Configuration {
  const result = readConfiguration(text, 'maintenance.yml', taskInputs);
  if ('errors' in result) throw new Error(describeErrors(result.errors));
  return result.configuration;
}

describe('windows', () => {
  const cases: [string, string, 'daily' | 'weekly' | 'monthly' | 'quarterly', object][] = [
    [
      'another day',
      'weekly: { days: saturday }',
      'weekly',
      { recurrence: { every: 'week', days: ['saturday'] }, rank: 1 },
    ],
    [
      'several days, in the order of the week',
      'weekly: { days: [sunday, monday, sunday] }',
      'weekly',
      { recurrence: { every: 'week', days: ['monday', 'sunday'] } },
    ],
    [
      'nth keeps the default day',
      'monthly: { nth: last }',
      'monthly',
      { recurrence: { every: 'month', days: ['sunday'], nth: 'last' } },
    ],
    [
      'a day keeps the default nth',
      'monthly: { days: saturday }',
      'monthly',
      { recurrence: { every: 'month', days: ['saturday'], nth: 1 } },
    ],
    [
      'dates replace days and nth',
      'monthly: { dates: [2027-02-01, 2027-01-01] }',
      'monthly',
      { recurrence: { every: 'date', dates: ['2027-01-01', '2027-02-01'] } },
    ],
    [
      'quarterly by nth',
      'quarterly: { days: saturday, nth: second }',
      'quarterly',
      { recurrence: { every: 'month', days: ['saturday'], nth: 2 } },
    ],
    [
      'daily on weekdays',
      'daily: { days: [monday, friday] }',
      'daily',
      { recurrence: { every: 'week', days: ['monday', 'friday'] } },
    ],
    [
      'as long as the time between two openings',
      'daily: { duration: 24h, cut-off: 24h }',
      'daily',
      { durationMs: 24 * HOUR },
    ],
    [
      'duration, cut-off, zone, impact, disabled',
      'daily: { start: 22:30, duration: 1h30m, cut-off: 45m, zone: europe/berlin, impact: low, enabled: false }',
      'daily',
      {
        start: '22:30',
        durationMs: 1.5 * HOUR,
        cutOffMs: 0.75 * HOUR,
        zone: 'Europe/Berlin',
        impact: 'low',
        enabled: false,
      },
    ],
  ];
  test.each(cases)('%s', (_, text, name, expected) => {
    expect(read(`windows: { ${text} }`).windows[name]).toMatchObject({ name, ...expected });
  });
});

describe('blackouts', () => {
  const cases: [string, string, object][] = [
    [
      'dates count whole days, the last one too',
      'from: 2026-12-24, until: 2026-12-26',
      { spans: [{ from: at('2026-12-24T00:00Z'), until: at('2026-12-27T00:00Z') }], expires: at('2026-12-27T00:00Z') },
    ],
    [
      'a single day, in its zone, on the day of 25 hours',
      'from: 2026-10-25, until: 2026-10-25, zone: Europe/Berlin',
      { spans: [{ from: at('2026-10-24T22:00Z'), until: at('2026-10-25T23:00Z') }] },
    ],
    [
      'moments, with and without an offset',
      'from: "2026-12-24T18:00", until: "2026-12-26 06:00:00+02:00", zone: Europe/Berlin, windows: [weekly]',
      { spans: [{ from: at('2026-12-24T17:00Z'), until: at('2026-12-26T04:00Z') }], windows: ['weekly'] },
    ],
    [
      'excluded dates are whole days',
      'dates: [2026-12-25, 2027-01-01]',
      {
        spans: [
          { from: at('2026-12-25T00:00Z'), until: at('2026-12-26T00:00Z') },
          { from: at('2027-01-01T00:00Z'), until: at('2027-01-02T00:00Z') },
        ],
        expires: at('2027-01-02T00:00Z'),
      },
    ],
    [
      'one that recurs, until the end of the day on which it expires',
      'days: friday, start: 16:00, duration: 4h, expires: 2027-06-30',
      {
        spans: [{ recurrence: { every: 'week', days: ['friday'] }, start: '16:00', durationMs: 4 * HOUR, zone: 'UTC' }],
        expires: at('2027-07-01T00:00Z'),
      },
    ],
    [
      'every month',
      'days: [monday], nth: last, start: 00:00, duration: 24h, expires: "2027-06-30T12:00Z"',
      { spans: [{ recurrence: { every: 'month', days: ['monday'], nth: 'last' } }], expires: at('2027-06-30T12:00Z') },
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    const [blackout] = read(`blackouts: [{ ${text}, owner: "@jv", reason: freeze }]`).blackouts;
    expect(blackout).toMatchObject({ owner: '@jv', reason: 'freeze', ...expected });
  });
});

describe('platform', () => {
  const cases: [string, string, object][] = [
    [
      'an address is spoken to with verified TLS',
      'database: { address: db.example.com }',
      { database: { address: 'db.example.com', tls: { mode: 'verify-full' } } },
    ],
    ['a port-forward is not', 'database: { port: 5433 }', { database: { port: 5433, tls: { mode: 'disable' } } }],
    ['unless told', 'cache: { address: 10.0.0.1, tls: { mode: disable } }', { cache: { tls: { mode: 'disable' } } }],
    [
      'authorities from a ConfigMap',
      'database: { tls: { mode: verify-ca, ca: { config-map: pg-ca } } }',
      { database: { tls: { mode: 'verify-ca', ca: { kind: 'ConfigMap', name: 'pg-ca', key: 'ca.crt' } } } },
    ],
    ['all Secrets', 'certificates: { secrets: all }', { certificates: { secrets: 'all' } }],
    ['some Secrets', 'certificates: { secrets: [a, b.c] }', { certificates: { secrets: ['a', 'b.c'] } }],
    [
      'quorum',
      'workloads: { blockchain: { quorum: 3/4 } }',
      { workloads: { blockchain: { quorum: { numerator: 3, denominator: 4 } } } },
    ],
    [
      'link speeds',
      'network: { links: { default: 10Gbit, node-1: 500Mbit } }',
      { network: { links: { default: 1e10, 'node-1': 5e8 } } },
    ],
    [
      'latency between pods and a host',
      'network: { latency-targets: [{ name: db, from: { selector: app=api-gateway }, host: db.example.com, port: 5432 }] }',
      { network: { latencyTargets: [{ name: 'db', from: { selector: 'app=api-gateway' }, port: 5432 }] } },
    ],
    ['recovery point', 'backups: { recovery-point: 36h }', { backups: { recoveryPoint: 36 * HOUR } }],
    ['an IPv6 address', 'cache: { address: "fd00::1" }', { cache: { address: 'fd00::1' } }],
    ['no other workloads', 'workloads: { others: [] }', { workloads: { others: [] } }],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(read(`platform: { ${text} }`).platform).toMatchObject(expected);
  });

  test('anchors and aliases are read', () => {
    const text = 'platform:\n  logs: &both [{ selector: app=a }]\n  temporary-files: *both';
    expect(read(text).platform.temporaryFiles).toEqual([{ selector: 'app=a', directories: ['/tmp'] }]);
  });
});

test('tasks: only what the file says is given on', () => {
  const text = `tasks:
  clean-temporary-files: { enabled: false }
  maintain-database: { tables: 50, scale-factor: 0.1, analyze: false, order: smallest-first }`;
  expect(read(text).tasks).toEqual({
    'clean-temporary-files': { enabled: false, inputs: {} },
    'maintain-database': {
      enabled: true,
      inputs: { tables: 50, 'scale-factor': 0.1, analyze: false, order: 'smallest-first' },
    },
  });
});

describe('durations', () => {
  const cases: [number, string][] = [
    [0, '0s'],
    [999, '1s'],
    [45 * 60_000, '45m'],
    [1.5 * HOUR, '1h30m'],
    [48 * HOUR, '48h'],
    [49 * HOUR, '2d1h'],
    [3 * 24 * HOUR + 1000, '3d1s'],
  ];
  test.each(cases)('%d ms is %s, and back', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
    expect(parseDuration(text)).toBe(Math.round(ms / 1000) * 1000);
  });
});

describe('zones', () => {
  const cases: [string, string | undefined][] = [
    ['UTC', 'UTC'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Australia/Lord_Howe', 'Australia/Lord_Howe'],
    ['+02:00', undefined],
    ['Europe/Berln', undefined],
    ['', undefined],
  ];
  test.each(cases)('%s', (name, expected) => {
    expect(zoneNamed(name)).toBe(expected);
  });
});
