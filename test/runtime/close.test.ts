import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/domain/finding/finding.ts';
import type { Job } from '../../src/domain/job/job.ts';
import { buildReport } from '../../src/domain/report/build.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { readActionEnvironment } from '../../src/runtime/action-environment.ts';
import { close } from '../../src/runtime/close.ts';
import { Handover } from '../../src/runtime/handover.ts';
import type { Process } from '../../src/runtime/process.ts';
import { Redactor } from '../../src/runtime/redactor.ts';
import { Stdout } from '../../src/runtime/stdout.ts';
import { anyJob } from '../domain/job/any-job.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'close-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const found = (severity: Finding['severity'], code: string): Finding => ({
  code,
  severity,
  subject: 'state',
  title: code,
  evidence: code,
  next: 'kubectl get lease',
});

const deferred = { id: 'rotate-logs', status: 'deferred', verdict: 'warn', cause: 'nothing is changed' } as const;
const refusal = { subject: 'window daily', rule: 'it needs a reason', state: 'none was given', next: 'give one' };

/** A job in which a conductor let nothing run. */
const jobOf = (failOn: Verdict, more: Partial<Job>): Job => anyJob('https://x', { failOn, ...more });

async function closing(job: Job) {
  const output = join(folder, 'output');
  const environment = readActionEnvironment({ RUNNER_TEMP: folder, GITHUB_OUTPUT: output });
  const redactor = new Redactor();
  const printed: string[] = [];
  const stdout = new Stdout(redactor, (text) => printed.push(text));
  const handover = new Handover(environment.jobFolder, redactor);
  handover.writeJob(job);
  const status = await close({ environment, stdout, handover, redactor } as unknown as Process);
  return { status, output: readFileSync(output, 'utf8'), printed: printed.join('') };
}

describe('the last step of a job', () => {
  test.each<[string, Verdict, Partial<Job>, Verdict, number]>([
    ['nothing was due', 'unknown', {}, 'not-applicable', 0],
    ['a task was deferred', 'unknown', { notDue: [deferred] }, 'warn', 0],
    [
      'the state could not be read',
      'unknown',
      { notDue: [deferred], findings: [found('unknown', 'state-not-read')] },
      'unknown',
      1,
    ],
    [
      'a journal stays open',
      'fail',
      { notDue: [deferred], findings: [found('fail', 'journal-not-authentic')] },
      'fail',
      1,
    ],
    ['a run by hand was refused', 'warn', { refusal }, 'warn', 1],
    ['the same, where that is no reason to be red', 'unknown', { refusal }, 'warn', 0],
    ['a task that was due left nothing', 'unknown', { due: ['rotate-logs'] }, 'unknown', 1],
  ])('%s, red from %s on', async (_, failOn, more, verdict, status) => {
    const job = jobOf(failOn, more);
    const closed = await closing(job);
    expect(closed.status).toBe(status);
    expect(closed.output).toContain(verdict);
    const describeTask = (id: string) => ({ title: id, type: 'preventive' }) as const;
    const parts = { kind: 'window', id: 'daily', outcomes: [], known: {}, finishedAt: job.closesAt } as const;
    expect(buildReport({ ...parts, job, describe: describeTask }).report.verdict).toBe(verdict);
  });

  test('it says what made it so', async () => {
    const { printed } = await closing(jobOf('unknown', { findings: [found('unknown', 'state-not-read')], refusal }));
    expect(printed).toContain('state-not-read');
    expect(printed).toContain('it needs a reason');
  });
});
