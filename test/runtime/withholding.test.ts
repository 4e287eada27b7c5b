import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readActionEnvironment } from '../../src/runtime/action-environment.ts';
import { Handover } from '../../src/runtime/handover.ts';
import type { Process } from '../../src/runtime/process.ts';
import { Redactor } from '../../src/runtime/redactor.ts';
import { Stdout } from '../../src/runtime/stdout.ts';
import { withholdWherePublic } from '../../src/runtime/withholding.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'withholding-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process of a job whose event has this payload. */
function processOf(event: string | undefined, more: NodeJS.ProcessEnv = { GITHUB_ACTIONS: 'true' }) {
  const file = join(folder, 'event.json');
  if (event !== undefined) writeFileSync(file, event);
  const environment = readActionEnvironment({ RUNNER_TEMP: folder, GITHUB_EVENT_PATH: file, ...more });
  const written: string[] = [];
  const redactor = new Redactor();
  const stdout = new Stdout(redactor, (text) => written.push(text));
  const handover = new Handover(environment.jobFolder, redactor);
  return { self: { environment, stdout, handover, redactor } as unknown as Process, written };
}

const payload = (isPrivate: unknown): string => JSON.stringify({ repository: { private: isPrivate } });

describe('details are withheld', () => {
  test.each<[string, string | undefined, boolean, boolean]>([
    ['in a public repository', payload(false), false, true],
    ['not where the configuration shows them', payload(false), true, false],
    ['not in a private repository', payload(true), false, false],
    ['where the event says nothing of the repository', '{}', false, true],
    ['where it says something else', payload('yes'), false, true],
    ['where there is no event', undefined, false, true],
    ['where the event is no JSON', '{"repository', false, true],
  ])('%s', async (_name, event, shown, withheld) => {
    const { self } = processOf(event);
    await withholdWherePublic(self, { public: shown });
    expect([self.stdout.withheld, self.handover.withheld()]).toEqual([withheld, withheld]);
  });

  test('never outside of GitHub Actions', async () => {
    const { self } = processOf(payload(false), {});
    await withholdWherePublic(self, { public: false });
    expect(self.stdout.withheld).toBe(false);
  });

  test('by one decision for the whole job', async () => {
    await withholdWherePublic(processOf(payload(false)).self, { public: false });
    const later = processOf(payload(true)).self;
    await withholdWherePublic(later, { public: true });
    expect(later.stdout.withheld).toBe(true);
  });

  test('from the log too: titles stay, masks stay, texts go', async () => {
    const { self, written } = processOf(payload(false));
    await withholdWherePublic(self, { public: false });
    self.stdout.print('planted detail');
    self.stdout.annotate('warning', 'not remembered', 'planted detail');
    self.stdout.mask('planted-secret');
    expect(written.join('')).not.toContain('planted detail');
    expect(written.join('')).toContain('title=not remembered');
    expect(written.join('')).toContain('::add-mask::planted-secret');
  });
});
