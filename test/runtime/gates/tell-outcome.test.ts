import { expect, test } from '@jest/globals';
import { outcomeMarker } from '../../../src/pipeline/approve/outcome-marker.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { readActionEnvironment } from '../../../src/runtime/action-environment.ts';
import { tellOutcome } from '../../../src/runtime/gates/tell-outcome.ts';
import type { Process } from '../../../src/runtime/process.ts';
import { Redactor } from '../../../src/runtime/redactor.ts';
import { Stdout } from '../../../src/runtime/stdout.ts';
import { issueDocument, issueRun } from '../../domain/approval/guard/evidence.ts';
import { approvedIssue } from '../../pipeline/approve/scene.ts';

const run = issueRun.id;
const applying = (conclusion?: string) => ({
  name: 'Apply (adaptive)',
  status: conclusion === undefined ? 'in_progress' : 'completed',
  ...(conclusion === undefined ? {} : { conclusion }),
});

function scene(jobs: readonly ReturnType<typeof applying>[]) {
  const { forge, comment } = approvedIssue(issueDocument());
  forge.workflowRuns = forge.workflowRuns.map((each) => (each.id === run ? { ...each, jobs } : each));
  const lines: string[] = [];
  const redactor = new Redactor();
  const environment = readActionEnvironment({
    GITHUB_RUN_ID: `${run}`,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_REPOSITORY_ID: '7',
    GITHUB_REPOSITORY: 'phoenix/rooivalk',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'a'.repeat(40),
  });
  const stdout = new Stdout(redactor, (text) => void lines.push(text));
  const self = { environment, redactor, stdout } as unknown as Process;
  const told = () => forge.allComments.map(({ body }) => body).filter((body) => body.startsWith(outcomeMarker(run)));
  return { forge, comment, self, told, printed: () => lines.join('') };
}

test('a run that left no report says how its job ended, once', async () => {
  const { forge, comment, self, told } = scene([applying('failure')]);
  await tellOutcome(self, forge, comment, undefined);
  await tellOutcome(self, forge, comment, undefined);
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('Apply (adaptive) ended as failure');
});

test.each([
  ['no job was to apply anything', [applying('skipped')]],
  ['there is no such job', []],
])('%s: nothing is said', async (_, jobs) => {
  const { forge, comment, self, told } = scene(jobs);
  await tellOutcome(self, forge, comment, undefined);
  expect(told()).toEqual([]);
});

test('an issue of somebody else is left alone', async () => {
  const { forge, comment, self, told } = scene([applying('success')]);
  forge.issues = forge.issues.map((issue) => ({ ...issue, author: { id: 3, login: 'author', type: 'User' } }));
  await tellOutcome(self, forge, comment, undefined);
  expect(told()).toEqual([]);
});

test('what cannot be told is said, and nothing is rejected', async () => {
  const { forge, comment, self, printed } = scene([applying('success')]);
  forge.failures.set('keepComment', new PortError({ code: 'unreachable', subject: 'x', message: 'the forge is down' }));
  await tellOutcome(self, forge, comment, undefined);
  expect(printed()).toContain('the forge is down');
});
