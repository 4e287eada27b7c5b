import { describe, expect, test } from '@jest/globals';
import { configurationSchema } from '../../../src/domain/configuration/configuration.ts';
import { defaultConfiguration, readConfiguration } from '../../../src/domain/configuration/read.ts';
import { taskInputs } from './task-inputs.ts';

const HOUR = 3_600_000;
const defaults = defaultConfiguration(taskInputs);

describe('every default is the guide’s', () => {
  const cases: [string, unknown, object][] = [
    [
      'daily',
      defaults.windows.daily,
      { recurrence: { every: 'day' }, start: '02:00', durationMs: 2 * HOUR, impact: 'minimal' },
    ],
    [
      'weekly',
      defaults.windows.weekly,
      { recurrence: { every: 'week', days: ['sunday'] }, start: '02:00', durationMs: 4 * HOUR, impact: 'low' },
    ],
    [
      'monthly',
      defaults.windows.monthly,
      {
        recurrence: { every: 'month', days: ['sunday'], nth: 1 },
        start: '02:00',
        durationMs: 6 * HOUR,
        impact: 'moderate',
      },
    ],
    [
      'quarterly',
      defaults.windows.quarterly,
      { recurrence: { every: 'date', dates: [] }, durationMs: 12 * HOUR, impact: 'significant' },
    ],
    ['namespace', defaults.platform, { namespace: 'phoenix-rooivalk' }],
    [
      'blockchain nodes',
      defaults.platform.workloads.blockchain,
      {
        name: 'blockchain-node',
        selector: 'app=blockchain-node',
        quorum: { numerator: 2, denominator: 3 },
        metrics: { port: 9090, path: '/metrics' },
      },
    ],
    ['gateway', defaults.platform.workloads.gateway, { name: 'api-gateway', selector: 'app=api-gateway' }],
    ['the third deployment', defaults.platform.workloads.others, [{ name: 'monitoring-stack', kind: 'Deployment' }]],
    ['logs', defaults.platform.logs, [{ selector: 'app=blockchain-node', configuration: '/etc/logrotate.conf' }]],
    ['temporary files', defaults.platform.temporaryFiles, [{ selector: 'app=blockchain-node', directories: ['/tmp'] }]],
    ['database', defaults.platform.database, { name: 'phoenixrooivalk', port: 5432, workload: { name: 'postgres' } }],
    ['cache', defaults.platform.cache, { port: 6379, workload: { name: 'redis' } }],
    [
      'backups',
      defaults.platform.backups,
      {
        bucket: 'phoenix-rooivalk-backups',
        prefixes: { database: 'database/', blockchain: 'blockchain/', configuration: 'configuration/' },
      },
    ],
    ['renewal', defaults.platform.certificates.renewal, { days: 30 }],
    ['name resolution', defaults.platform.dns.names, ['kubernetes.default.svc.cluster.local']],
    [
      'the six thresholds (§3.2)',
      defaults.thresholds,
      {
        cpuUtilization: { warning: 70, critical: 85 },
        memoryUtilization: { warning: 80, critical: 90 },
        diskUtilization: { warning: 85, critical: 95 },
        networkLatency: { warning: 100, critical: 200 },
        transactionThroughput: { warning: 800, critical: 500 },
        responseTime: { warning: 2000, critical: 5000 },
      },
    ],
    [
      'the rest',
      defaults,
      {
        failOn: 'unknown',
        leadTime: 48 * HOUR,
        blackouts: [],
        tasks: {},
        approval: { gate: 'environment', digestInComment: true, validFor: 24 * HOUR },
      },
    ],
  ];
  test.each(cases)('%s', (_, actual, expected) => {
    expect(actual).toMatchObject(expected);
  });

  test.each(['', '\n', '# nothing yet\n', '---\n', '{}\n', '\ufeff# with a byte order mark\n', '# Windows lines\r\n'])(
    '%j is the defaults',
    (text) => {
      expect(readConfiguration(text, 'maintenance.yml', taskInputs)).toEqual({ configuration: defaults });
    },
  );

  test('the schema for editors carries the same defaults', () => {
    const fromSchema = (node: Record<string, unknown>): unknown => {
      const properties = node.properties as Record<string, Record<string, unknown>> | undefined;
      if (properties === undefined) return node.default;
      return Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, fromSchema(each)]));
    };
    expect(fromSchema(configurationSchema(taskInputs))).toMatchObject({
      windows: {
        daily: { start: '02:00', duration: '2h' },
        weekly: { days: 'sunday', start: '02:00', duration: '4h' },
        monthly: { days: 'sunday', nth: 'first', duration: '6h' },
        quarterly: { dates: [], duration: '12h' },
      },
      thresholds: { 'transaction-throughput': { warning: 800, critical: 500 } },
      platform: { namespace: 'phoenix-rooivalk', workloads: { blockchain: { quorum: '2/3' } } },
      'lead-time': '48h',
    });
  });
});
