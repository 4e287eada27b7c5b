import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { sandboxConfiguration } from '../../sandbox/act/configuration.ts';
import { taskLoaders } from '../../src/tasks/registry.ts';
import { foreignCommands, schemaErrors, secretForms, unsafeMarkdown } from '../render/harmless.ts';
import { hostilePlants, nowhere, plantedFiles } from './hostile/plants.ts';
import { inNode, type Left, plantedSecrets, runBuilt } from './servers/built-action.ts';

const long = 120_000;

/** Text of the sandbox's platform that must reach a report of these tasks, or the test would see nothing. */
const mustReach: Readonly<Record<string, RegExp>> = {
  'clean-temporary-files': /planted <img src=x onerror=alert\(1\)>/,
  'validate-certificates': /onerror/,
};

let secrets: readonly string[];
let folder: string;

function expectHarmless(left: Left): void {
  expect(schemaErrors(JSON.parse(left.report))).toEqual([]);
  expect(foreignCommands(left.log)).toEqual([]);
  expect(unsafeMarkdown(left.summary)).toEqual([]);
  expect(left.outputs.match(/^[a-z-]+(?=<<rooivalk_)/gm)?.sort()).toEqual(['report', 'result', 'status', 'verdict']);
  expect(Math.max(...left.log.split('\n').map((line) => line.length))).toBeLessThan(8_192);
  for (const [medium, text] of Object.entries(left)) {
    expect([medium, secrets.flatMap((secret) => secretForms(text, secret)).length]).toEqual([medium, 0]);
    expect([medium, nowhere.filter((words) => text.includes(words))]).toEqual([medium, []]);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  mkdirSync(join(folder, '.github'));
  const configuration = parse(sandboxConfiguration({ window: 'daily', opensAt: Date.now() }));
  // so that the certificate with the hostile subject is a finding
  configuration.platform.certificates.renewal = { days: 365, share: 0.95 };
  configuration.platform.logs = hostilePlants['rotate-logs']?.logs;
  writeFileSync(join(folder, '.github', 'maintenance.yml'), stringify(configuration));
  secrets = await plantedSecrets();
  await inNode(['truncate', '-s', '90M', ...plantedFiles]);
}, long);
afterAll(async () => {
  await inNode(['rm', '-f', ...plantedFiles]);
  rmSync(folder, { recursive: true });
}, long);

describe('the built actions on a platform that holds hostile text', () => {
  test('there are secrets to look for', () => expect(secrets.length).toBeGreaterThan(5));

  test.each(Object.keys(taskLoaders))(
    '%s looks: nothing escapes, no secret is shown',
    async (id) => {
      const left = await runBuilt(id, folder, id === 'clean-temporary-files' ? { 'minimum-age': '0s' } : {});
      if (mustReach[id] !== undefined) expect(left.report).toMatch(mustReach[id]);
      expectHarmless(left);
    },
    long,
  );
});

describe('the built actions at work among hostile names, keys and lines', () => {
  test.each(Object.entries(hostilePlants))(
    '%s: what must be told is told harmlessly, the rest is told nowhere',
    async (id, { plant, remove, inputs, reaches }) => {
      await plant();
      try {
        const left = await runBuilt(id, folder, { mode: 'apply', reason: 'a test', ...inputs });
        expect(left.report).toMatch(reaches);
        expectHarmless(left);
      } finally {
        await remove();
      }
    },
    long,
  );
});
