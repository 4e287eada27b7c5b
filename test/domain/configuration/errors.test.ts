import { describe, expect, test } from '@jest/globals';
import { describeErrors } from '../../../src/domain/configuration/read.ts';
import { brief, errorsOf } from './read-errors.ts';

test('the form of reading.md: place, path, value; the line; carets, what was meant, what is allowed', () => {
  const text = 'platform:\n  name: phoenix\n\nwindows:\n  weekly:\n    # our day\n    days: sundey\n';
  expect(describeErrors(errorsOf(text))).toBe(
    [
      '.github/maintenance.yml:7:11  windows.weekly.days: "sundey" is not a day',
      '   7 |     days: sundey',
      '     |           ^^^^^^ did you mean "sunday"?  allowed: monday … sunday, or a list of them',
    ].join('\n'),
  );
});

describe('values', () => {
  const cases: [string, string[]][] = [
    [
      'windows: { weekly: { days: [sunday, mon] } }',
      ['1:37 windows.weekly.days[1]: "mon" is not a day (monday) [monday … sunday]'],
    ],
    [
      'windows: { daily: { start: 24:00 } }',
      ['1:28 windows.daily.start: "24:00" is not a time of day [00:00 … 23:59, in quotes or not]'],
    ],
    [
      'windows: { daily: { duration: 2 } }',
      ['1:31 windows.daily.duration: 2 is not a duration that fits here [1s … 14d, written such as 2h, 45m, 1h30m]'],
    ],
    [
      'windows: { daily: { zone: Europe/Berln } }',
      [
        '1:27 windows.daily.zone: "Europe/Berln" is not a time zone (Europe/Berlin) [an IANA name such as UTC or Europe/Berlin]',
      ],
    ],
    [
      'windows: { monthly: { nth: 1st } }',
      ['1:28 windows.monthly.nth: "1st" is not first … fifth or last [first, second, third, fourth, fifth, last]'],
    ],
    [
      'windows: { quarterly: { dates: [2027-02-29] } }',
      ['1:33 windows.quarterly.dates[0]: "2027-02-29" is not a date [a day that exists, such as 2027-03-13]'],
    ],
    [
      'approval: { valid-for: 4d }',
      ['1:24 approval.valid-for: "4d" is not a duration that fits here [1s … 3d, written such as 2h, 45m, 1h30m]'],
    ],
    [
      'platform: { capacity: { prices: { cpu-core-hour: 0.04, memory-gib-hour: 0.005, currency: EUX } } }',
      [
        '1:90 platform.capacity.prices.currency: "EUX" is not a currency (EUR) [three capital letters such as EUR or USD]',
      ],
    ],
    [
      'platform: { capacity: { prices: { cpu-core-hour: -1, memory-gib-hour: 0.005, currency: EUR } } }',
      ['1:50 platform.capacity.prices.cpu-core-hour: -1 is too small [a number from 0 to 1000000]'],
    ],
    ['fail-on: warning', ['1:10 fail-on: "warning" is not a verdict [not-applicable, pass, warn, unknown, fail]']],
    ['fail-on: failed', ['1:10 fail-on: "failed" is not a verdict (fail) [not-applicable, pass, warn, unknown, fail]']],
    [
      'platform: { database: { port: 70000 } }',
      ['1:31 platform.database.port: 70000 is too large [a whole number from 1 to 65535]'],
    ],
    [
      'platform: { database: { port: 5.5 } }',
      ['1:31 platform.database.port: 5.5 is not a whole number [a whole number from 1 to 65535]'],
    ],
    [
      'platform: { database: { port: "5432" } }',
      ['1:31 platform.database.port: "5432" is not a number [a whole number from 1 to 65535]'],
    ],
    ['reports: { public: yes }', ['1:20 reports.public: "yes" is not true or false (true) [true or false]']],
    [
      'platform: { name: [a] }',
      ['1:13 platform.name: is not a name [1 to 128 characters without blanks or control characters]'],
    ],
    ['platform: []', ['1:1 platform: a list is not a section [a section with name … dns]']],
    ['blackouts: {}', ['1:1 blackouts: a section is not a list [a list]']],
    ['notify:', ['1:7 notify: has no value; write one, or remove the line [a section with heartbeat, assignees]']],
    [
      '- a',
      [
        '1:1 a list is not a section [a section with platform, windows, blackouts, tasks, thresholds, fail-on, reports, approval, lead-time, notify, kubeconfig]',
      ],
    ],
    [
      'platform: { certificates: { secrets: al } }',
      ['1:38 platform.certificates.secrets: "al" is not allowed here (all) [all, or a list of them]'],
    ],
    [
      'platform: { temporary-files: [{ selector: app=a, directories: [/, ../tmp] }] }',
      [
        '1:64 platform.temporary-files[0].directories[0]: "/" is the root of the file system [a directory that holds nothing but temporary files]',
        '1:67 platform.temporary-files[0].directories[1]: "../tmp" is not an absolute path [a path that begins with "/" and has no ".." in it]',
      ],
    ],
    [
      'platform: { logs: [{ selector: "app in (a" }] }',
      [
        '1:32 platform.logs[0].selector: "app in (a" is not a label selector [a label selector such as app=blockchain-node]',
      ],
    ],
    [
      'platform: { prometheus: { address: "https://me:secret@host/" } }',
      [
        '1:36 platform.prometheus.address: "https://me:secret@host/" is not a web address [http:// or https:// with host, port and path, without user or password]',
      ],
    ],
    [
      'platform: { workloads: { blockchain: { quorum: 3/2 } } }',
      [
        '1:48 platform.workloads.blockchain.quorum: "3/2" is not a fraction [a fraction such as 2/3, above 0 and below 1]',
      ],
    ],
    [
      'platform: { network: { links: { default: fast } } }',
      ['1:42 platform.network.links.default: "fast" is not a link speed [Mbit or Gbit a second, such as 10Gbit]'],
    ],
    [
      'thresholds: { cpu-utilization: { warning: 90 } }',
      [
        '1:15 thresholds.cpu-utilization.critical: is on the wrong side of the warning [a number above the warning: more is worse]',
      ],
    ],
    [
      'thresholds: { transaction-throughput: { critical: 900 } }',
      [
        '1:51 thresholds.transaction-throughput.critical: 900 is on the wrong side of the warning [a number below the warning: less is worse]',
      ],
    ],
  ];
  test.each(cases)('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });
});

describe('keys', () => {
  const cases: [string, string][] = [
    ['leadtime: 2h', '1:1 "leadtime" is not known here (lead-time)'],
    ['fail_on: fail', '1:1 "fail_on" is not known here (fail-on)'],
    ['windows: { dayly: {} }', '1:12 windows: "dayly" is not known here (daily)'],
    ['windows: { weekly: { day: sunday } }', '1:22 windows.weekly: "day" is not known here (days)'],
    [
      'platform: { workloads: { gateway: { healthPath: / } } }',
      '1:37 platform.workloads.gateway: "healthPath" is not known here (health-path)',
    ],
    [
      'platform: { workloads: { gateway: { unrelated: / } } }',
      '1:37 platform.workloads.gateway: "unrelated" is not known here',
    ],
    ['tasks: { maintain-databse: {} }', '1:10 tasks: "maintain-databse" is not known here (maintain-database)'],
    ['tasks: { maintain-database: { table: 3 } }', '1:31 tasks.maintain-database: "table" is not known here (tables)'],
    ['__proto__: { a: 1 }', '1:1 "__proto__" is not known here'],
    ['constructor: 1', '1:1 "constructor" is not known here'],
    ['tasks: { toString: {} }', '1:10 tasks: "toString" is not known here'],
    ['1: 2', '1:1 "1" is not known here'],
    ['<<: { platform: {} }', '1:1 "<<" is not known here'],
  ];
  test.each(cases)('%s', (text, expected) => {
    expect(brief(text).map((each) => each.replace(/ \[.*/, ''))).toEqual([expected]);
  });

  test('what is allowed is listed', () => {
    expect(errorsOf('windows: { fortnightly: {} }')[0]?.allowed).toBe('daily, weekly, monthly, quarterly');
  });
});

describe('what does not go together', () => {
  const blackout = (text: string) =>
    `blackouts:\n  - owner: "@jv"\n    reason: freeze\n    ${text.replaceAll('; ', '\n    ')}`;
  const cases: [string, string[]][] = [
    ['windows: { daily: { nth: first } }', ['1:26 windows.daily.nth: "first" needs days [days: [sunday] beside it]']],
    [
      'windows: { monthly: { dates: [2027-01-01], nth: last } }',
      ['1:23 windows.monthly.dates: excludes days and nth [either dates, or days with or without nth]'],
    ],
    [
      'windows: { daily: { duration: 25h } }',
      ['1:31 windows.daily.duration: "25h" lasts into the next opening [at most 24h, the time between two openings]'],
    ],
    [
      'windows: { weekly: { days: [saturday, monday], duration: 3d } }',
      ['1:58 windows.weekly.duration: "3d" lasts into the next opening [at most 48h, the time between two openings]'],
    ],
    [
      'windows: { daily: { cut-off: 3h } }',
      ['1:30 windows.daily.cut-off: "3h" is after the end [at most 2h, the duration]'],
    ],
    [blackout('from: 2026-12-24'), ['4:11 blackouts[0].from: "2026-12-24" needs until [both from and until]']],
    [blackout('until: 2026-12-24'), ['4:12 blackouts[0].until: "2026-12-24" needs from [both from and until]']],
    [
      blackout('from: 2026-12-24; until: 2026-12-23'),
      ['5:12 blackouts[0].until: "2026-12-23" is not after from [a later moment than from]'],
    ],
    [
      blackout('from: 2026-12-24; until: 2026-12-25; days: friday'),
      [
        '4:11 blackouts[0].from: "2026-12-24" excludes a recurrence [either from and until, or days, dates, start, duration]',
      ],
    ],
    [
      blackout('windows: [daily]'),
      ['2:5 blackouts[0]: says nothing about when [from and until, or dates, or days with start and duration]'],
    ],
    [
      blackout('days: friday; start: 08:00; duration: 10h'),
      ['2:5 blackouts[0]: recurs without an end [expires: a date on which its owner looks at it again]'],
    ],
    [
      blackout('days: friday; expires: 2027-01-01'),
      ['2:5 blackouts[0]: has no start [start: 08:00 and duration: 10h beside the days]'],
    ],
    [
      'blackouts: [{ from: 2026-12-24, until: 2026-12-25, reason: x }]',
      ['1:15 blackouts[0].owner: is missing [1 to 300 characters on one line]'],
    ],
    [
      'platform: { database: { tls: { ca: { secret: a, config-map: b } } } }',
      [
        '1:32 platform.database.tls.ca: names neither or both of secret and config-map [exactly one of secret, config-map]',
      ],
    ],
  ];
  test.each(cases)('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });
});

describe('inputs of tasks', () => {
  const cases: [string, string][] = [
    ['clean-temporary-files: { older-than: 5 }', '[a duration from 1h to 720h, such as 36h, 90m or 1h30m]'],
    ['clean-temporary-files: { older-than: 900h }', '[a duration from 1h to 720h, such as 36h, 90m or 1h30m]'],
    ['clean-temporary-files: { max-share: 120 % }', '[a share from 0 to 1, or a percentage]'],
    ['clean-temporary-files: { keep: "$(rm)" }', '[text that matches [a-z.]*]'],
    ['maintain-database: { tables: 0 }', '[a whole number from 1 to 500 (tables)]'],
    ['maintain-database: { scale-factor: much }', '[a number from 0 to 10 (of live rows)]'],
    ['maintain-database: { analyze: perhaps }', '[true or false]'],
    ['maintain-database: { order: worst_first }', '(worst-first) [one of worst-first, smallest-first]'],
    ['maintain-database: { tables: [1] }', '[a whole number from 1 to 500 (tables)]'],
  ];
  test.each(cases)('%s', (text, expected) => {
    const found = brief(`tasks: { ${text} }`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
});
