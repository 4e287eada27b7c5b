import { describe, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { configurationSchema } from '../../../src/domain/configuration/configuration.ts';
import { readConfiguration } from '../../../src/domain/configuration/read.ts';
import { taskInputs } from './task-inputs.ts';

const schema = configurationSchema(taskInputs);
const validate: ValidateFunction = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

describe('the schema for editors agrees with the reader', () => {
  const cases: [string, boolean][] = [
    ['{}', true],
    ['windows: { weekly: { days: saturday, duration: 3h, cut-off: 2h, zone: Europe/Berlin } }', true],
    ['windows: { weekly: { days: [saturday] } }', true],
    ['windows: { weekly: { days: saturn } }', false],
    ['windows: { weekly: { day: saturday } }', false],
    ['windows: { weekly: { start: 25:00 } }', false],
    ['blackouts: [{ from: 2026-12-24, until: 2026-12-26, owner: a, reason: b }]', true],
    ['blackouts: [{ from: 2026-12-24, until: 2026-12-26, owner: a }]', false],
    ['platform: { certificates: { secrets: all } }', true],
    ['platform: { database: { port: 0 } }', false],
    ['platform: { database: { tls: { ca: { config-map: a } } } }', true],
    ['tasks: { maintain-database: { tables: 3, analyze: false } }', true],
    ['tasks: { maintain-database: { tables: 0 } }', false],
    ['tasks: { unknown-task: {} }', false],
    ['tasks: { clean-temporary-files: { max-share: 25 % } }', true],
    ['thresholds: { cpu-utilization: { warning: 60 } }', true],
    ['fail-on: fail', true],
    ['fail-on: never', false],
    ['surprise: 1', false],
  ];
  test.each(cases)('%s', (text, valid) => {
    expect([validate(parse(text)), 'configuration' in readConfiguration(text, 'x', taskInputs)]).toEqual([
      valid,
      valid,
    ]);
  });

  test('every part of it is described, and nothing is required at the top', () => {
    const undescribed: string[] = [];
    const visit = (node: Record<string, unknown>, path: string): void => {
      if (node.description === undefined && path !== '') undescribed.push(path);
      const properties = (node.properties ?? {}) as Record<string, Record<string, unknown>>;
      for (const [key, each] of Object.entries(properties)) visit(each, `${path}/${key}`);
    };
    visit(schema, '');
    expect(undescribed).toEqual([]);
    expect(schema.required).toBeUndefined();
  });
});
