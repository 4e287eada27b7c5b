import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { RefusedBeside } from '../../../src/pipeline/prepare/refused-beside.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { readActionEnvironment } from '../../../src/runtime/action-environment.ts';
import { tellBeside } from '../../../src/runtime/gates/beside.ts';
import type { Process } from '../../../src/runtime/process.ts';
import { Redactor } from '../../../src/runtime/redactor.ts';
import { Stdout } from '../../../src/runtime/stdout.ts';
import { FakeForge } from '../../fakes/forge/fake-forge.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beside-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refused: RefusedBeside = {
  environment: 'maintenance-corrective-window',
  finding: {
    code: 'plan-not-handed-over',
    severity: 'fail',
    subject: 'maintenance-corrective-window',
    title: 'the corrective plan waits at no gate',
    evidence: 'a gate holds; there is none called hunter2',
    next: 'make one',
  },
};

/** A job that was given a secret, on a forge with one issue of ours, and what leaves it. */
function job() {
  const said: string[] = [];
  const redactor = new Redactor();
  redactor.add('hunter2');
  const environment = readActionEnvironment({ RUNNER_TEMP: folder, GITHUB_OUTPUT: join(folder, 'output') });
  const stdout = new Stdout(redactor, (text) => void said.push(text));
  const forge = new FakeForge();
  const self = { environment, redactor, stdout } as unknown as Process;
  return { self, forge, said: () => said.join(''), output: () => readFileSync(join(folder, 'output'), 'utf8') };
}

test('a refused plan is an annotation, the output that makes a job red, and a comment where another waits', async () => {
  const { self, forge, said, output } = job();
  const { number } = await forge.openIssue({ title: 'Approve?', body: '', labels: [], assignees: [] });
  await tellBeside(self, [refused], [{ issue: number }], forge);
  expect(said()).toContain('::error');
  expect(output()).toContain('maintenance-corrective-window');
  expect(forge.allComments.map(({ issue }) => issue)).toEqual([number]);
  expect(forge.allComments[0]?.body).toContain('there is none called');
  expect(said() + forge.allComments[0]?.body).not.toContain('hunter2');
});

test('with nothing refused nothing is said, and the output is empty', async () => {
  const { self, forge, said, output } = job();
  const { number } = await forge.openIssue({ title: 'Approve?', body: '', labels: [], assignees: [] });
  await tellBeside(self, [], [{ issue: number }], forge);
  expect(forge.allComments).toEqual([]);
  expect(said()).toBe('');
  expect(output()).not.toContain('maintenance');
});

test('a comment that cannot be written is said, and the rest goes on', async () => {
  const { self, forge, said, output } = job();
  forge.failures.set('reply', new PortError({ code: 'unreachable', subject: 'x', message: 'the forge is down' }));
  await tellBeside(self, [refused], [{ issue: 1 }], forge);
  expect(said()).toContain('the forge is down');
  expect(output()).toContain('maintenance-corrective-window');
});
