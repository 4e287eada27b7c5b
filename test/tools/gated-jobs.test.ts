import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { gateFaults, gateFaultsIn } from '../../tools/gated-jobs.ts';

const good = `
on: workflow_dispatch
jobs:
  plan:
    environment: maintenance-plan
  adaptive:
    environment: maintenance-adaptive
  perfective:
    environment: { name: maintenance-perfective }
`;

test.each<[string, string]>([
  ['each environment once', good],
  ['other jobs may queue', good.replace('maintenance-plan', 'maintenance-plan\n    concurrency: one')],
  ['a workflow without a gate may queue', 'concurrency: one\njobs:\n  a:\n    environment: maintenance-preventive\n'],
  [
    'a choice between two environments without a gate',
    `concurrency: one\njobs:\n  a:\n    environment: \${{ inputs.mode == 'plan' && 'maintenance-plan' || 'maintenance-preventive' }}\n`,
  ],
])('%s: good', (_, workflow) => {
  expect(gateFaultsIn(workflow)).toEqual([]);
});

test.each<[string, string, string]>([
  [
    'twice',
    `${good}  second:\n    environment: maintenance-adaptive\n`,
    'one approval of maintenance-adaptive would let several jobs go: adaptive, second',
  ],
  [
    'twice, the second in upper case',
    `${good}  second:\n    environment: { name: Maintenance-Perfective }\n`,
    'one approval of maintenance-perfective would let several jobs go: perfective, second',
  ],
  [
    'the one of a window twice',
    'jobs:\n  a: { environment: maintenance-corrective-window }\n  b: { environment: maintenance-corrective-window }\n',
    'one approval of maintenance-corrective-window would let several jobs go: a, b',
  ],
  [
    'a matrix',
    good.replace(
      'environment: maintenance-adaptive',
      'strategy: { matrix: { x: [1] } }\n    environment: maintenance-adaptive',
    ),
    'one approval of maintenance-adaptive would let several jobs go: adaptive, adaptive (again, by its matrix)',
  ],
  [
    'a job of another file beside it',
    `${good}  second:\n    uses: ./.github/workflows/other.yml\n`,
    'one approval of maintenance-adaptive would let several jobs go: adaptive, second',
  ],
  [
    'an expression',
    'jobs:\n  a:\n    environment: ${{ inputs.where }}\n',
    'job a may name a gated environment by an expression; it has to be written out',
  ],
  [
    'a gated job that queues',
    good.replace('maintenance-adaptive', 'maintenance-adaptive\n    concurrency: { group: one }'),
    'gated job adaptive has concurrency, which cancels jobs that wait for their approval',
  ],
  [
    'a workflow that queues',
    `concurrency: one\n${good}`,
    'the workflow has concurrency, which cancels gated jobs that wait: adaptive, perfective',
  ],
])('%s: found', (_, workflow, fault) => {
  expect(gateFaultsIn(workflow)).toContain(fault);
});

test('workflows and templates are looked through, and nothing to look through is no pass', () => {
  const root = mkdtempSync(join(tmpdir(), 'rooivalk-gates-'));
  try {
    expect(() => gateFaults(root)).toThrow('nothing was checked');
    for (const folder of ['.github/workflows', 'templates']) {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, 'x.yml'), `concurrency: one\n${good}`);
    }
    expect(gateFaults(root).map(({ file }) => file)).toEqual(['.github/workflows/x.yml', 'templates/x.yml']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('our own are good', () => {
  expect(gateFaults(process.cwd())).toEqual([]);
});
