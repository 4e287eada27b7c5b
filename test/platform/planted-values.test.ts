/** Passwords in `pg_stat_activity`, in `env.value` and in last-applied annotations reach no medium of any action. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { sandboxConfiguration } from '../../sandbox/act/configuration.ts';
import { renderApproval } from '../../src/render/plan/approval.ts';
import { taskLoaders } from '../../src/tasks/registry.ts';
import { documentOf } from '../domain/approval/plan-document.ts';
import { secretForms } from '../render/harmless.ts';
import { eventually } from './eventually.ts';
import { field, kubectl } from './faults/world.ts';
import {
  plantedSession,
  plantedStatement,
  plantedValues,
  plantedWorkload,
  plantValues,
  removeValues,
} from './hostile/planted-values.ts';
import { type Left, runBuilt } from './servers/built-action.ts';

const long = 240_000;
const planted = Object.values(plantedValues);
const target = `deployment/${plantedWorkload.name}`;

let folder: string;

function expectNoneIn(media: Readonly<Record<string, string>> | Left): void {
  for (const [medium, text] of Object.entries(media)) {
    expect([medium, planted.filter((value) => secretForms(text, value).length > 0)]).toEqual([medium, []]);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planted-'));
  mkdirSync(join(folder, '.github'));
  const configuration = parse(sandboxConfiguration({ window: 'daily', opensAt: Date.now() }));
  const { workloads } = configuration.platform;
  workloads.others = [...(workloads.others ?? []), plantedWorkload];
  writeFileSync(join(folder, '.github', 'maintenance.yml'), stringify(configuration));
  await plantValues();
}, long);
afterAll(async () => {
  await removeValues();
  rmSync(folder, { recursive: true });
}, long);

test('the values are where they are looked for', async () => {
  await eventually(async () => expect(await plantedStatement()).toContain(plantedValues.statement));
  expect(await field(target, '.spec.template.spec.containers[0].env[0].value')).toBe(plantedValues.environment);
  const annotation = '.metadata.annotations.kubectl\\.kubernetes\\.io/last-applied-configuration';
  expect(await field(target, annotation)).toContain(plantedValues.environment);
  expect(await field(`secret/${plantedWorkload.name}`, annotation)).toContain(plantedValues.secret);
});

/** What shows that a task has met one of them. */
const meets: Readonly<Record<string, RegExp>> = {
  'check-health': new RegExp(plantedWorkload.name),
  'maintain-database': new RegExp(plantedSession),
  'increase-capacity': new RegExp(target),
  'restart-workload': new RegExp(target),
};

const inputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'increase-capacity': { target, replicas: '2' },
  'restart-workload': { target },
  'rightsize-resources': { target },
};

describe('every task on such a platform', () => {
  test.each(Object.keys(taskLoaders))(
    '%s shows none of them',
    async (id) => {
      const changes = id === 'maintain-database' ? { mode: 'apply', reason: 'a test', 'dead-rows': '20000' } : {};
      const left = await runBuilt(id, folder, { ...inputs[id], ...changes });
      if (meets[id] !== undefined) expect(left.report).toMatch(meets[id]);
      expectNoneIn(left);
      expectNoneIn({ plan: planOf(left) });
    },
    long,
  );
});

/** What a reviewer would be shown of the plans in a report, and the document that would be approved. */
function planOf({ report }: Left): string {
  const { tasks } = JSON.parse(report) as { tasks: { plan?: { steps: object[]; refusals: object[] } }[] };
  return tasks
    .flatMap(({ plan }) => {
      if (plan === undefined) return [];
      const [usual] = documentOf().plans;
      if (usual === undefined) return [];
      const document = documentOf({ plans: [{ ...usual, plan: { ...usual.plan, ...plan } as never }] });
      return [JSON.stringify(document), renderApproval(document) ?? ''];
    })
    .join('\n');
}

test('nor does what is kept in the cluster: journal, state, Lease', async () => {
  const kept = await kubectl('get', 'configmaps,leases', '--namespace=rooivalk-maintenance', '--output=json');
  expect(kept).toContain('rooivalk-maintenance');
  expectNoneIn({ kept });
});
