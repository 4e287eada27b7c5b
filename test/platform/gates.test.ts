/** What needs an approval, through the real workflows under act with the stand-in for GitHub: planned, approved, applied, put back. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { replicasOf, scaleTo } from './workflow/platform.ts';
import { dispatch, expectNoSecrets, long, out, reportOf } from './workflow/runs.ts';

const increase = (replicas: number) => [
  'dispatch',
  'task=increase-capacity',
  'mode=apply',
  'target=deployment/api-gateway',
  `inputs=replicas=${replicas}`,
  'reason=launch on Friday',
];
const rollBack = (run: number) => ['dispatch', 'task=roll-back', 'mode=apply', `target=${run}`, 'reason=it was moved'];

/** As the sandbox comes. */
const usual = 3;
afterEach(() => scaleTo('api-gateway', usual), long);

test(
  'approved through an environment, applied, and put back through the same gate',
  async () => {
    const before = await replicasOf('api-gateway');
    const applied = await dispatch(...increase(before + 1));
    expect(applied).toMatchObject({ status: 0 });
    const report = reportOf('dispatch');
    expect(report).toMatchObject({
      mode: 'apply',
      tasks: [{ status: 'done' }],
      approvals: [{ environment: 'maintenance-adaptive' }],
    });
    expect(await replicasOf('api-gateway')).toBe(before + 1);
    expect(out('dispatch', 'summary.md')).toContain('-f task=roll-back');
    expectNoSecrets('dispatch');

    const back = await dispatch(...rollBack(applied.runId));
    expect(back).toMatchObject({ status: 0 });
    expect(reportOf('dispatch').tasks).toMatchObject([
      { id: 'roll-back', type: 'adaptive', status: 'done', result: '1 of 1 change put back' },
    ]);
    expect(await replicasOf('api-gateway')).toBe(before);

    const again = await dispatch(...rollBack(applied.runId));
    expect(again).toMatchObject({ status: 0 });
    expect(reportOf('dispatch').tasks).toMatchObject([{ result: 'nothing to do: everything is as it was before' }]);
  },
  long,
);

test(
  'what somebody has changed since is not put back, and is said',
  async () => {
    const before = await replicasOf('api-gateway');
    const applied = await dispatch(...increase(before + 1));
    expect(applied).toMatchObject({ status: 0 });
    await scaleTo('api-gateway', before + 2);
    const back = await dispatch(...rollBack(applied.runId));
    expect(await replicasOf('api-gateway')).toBe(before + 2);
    const [task] = reportOf('dispatch').tasks;
    expect(task).toMatchObject({ id: 'roll-back', status: 'refused', verdict: 'warn', applied: [] });
    expect(task?.plan?.refusals).toMatchObject([{ subject: 'deployment/api-gateway' }]);
    expect(back.output).toContain('# roll-back (dry run, nothing was changed): refused, warn');
    expect(back.output).toContain('deployment/api-gateway no longer holds what');
  },
  long,
);

describe('an issue as gate', () => {
  test(
    'the report names the issue; the comment applies the plan once, and the second time it is refused',
    async () => {
      const before = await replicasOf('api-gateway');
      const asked = await dispatch(...increase(before + 1), '--gate', 'issue');
      expect(asked).toMatchObject({ status: 0 });
      const issue = /waits for an approval in issue #([0-9]+)/.exec(
        out('dispatch', 'summary.md').replace(/<!-- -->/g, ''),
      )?.[1];
      expect(issue).toBeDefined();
      expect(await replicasOf('api-gateway')).toBe(before);

      const say = ['--issue', `${issue}`, '--by', 'reviewer', '--say', 'approve {digits}'];
      const applied = await dispatch('approve', ...say);
      expect(applied).toMatchObject({ status: 0 });
      expect(reportOf('approve')).toMatchObject({
        mode: 'apply',
        tasks: [{ status: 'done' }],
        approvals: [{ by: 'phoenix-reviewer' }],
      });
      expect(await replicasOf('api-gateway')).toBe(before + 1);

      await scaleTo('api-gateway', before);
      const again = await dispatch('approve', ...say);
      expect(again.status).not.toBe(0);
      expect(await replicasOf('api-gateway')).toBe(before);
    },
    long,
  );
});

describe('ahead of a window', () => {
  test(
    'planned one lead time before it, approved, and applied when it opens',
    async () => {
      const before = await replicasOf('api-gateway');
      const { status } = await dispatch('prepare');
      expect(status).toBe(0);
      const report = reportOf('prepare');
      expect(report).toMatchObject({
        mode: 'apply',
        tasks: [{ status: 'done' }],
        approvals: [{ environment: 'maintenance-adaptive-window' }],
      });
      expect(report.notes.join(' ')).toContain(`planned for daily@${report.window?.opensAt}`);
      expect(await replicasOf('api-gateway')).toBe(before + 1);
    },
    long,
  );

  test(
    'rejected: nothing runs, and the report says who rejected',
    async () => {
      const before = await replicasOf('api-gateway');
      const { output } = await dispatch('prepare', '--review', 'reject');
      expect(await replicasOf('api-gateway')).toBe(before);
      expect(output).toContain('rejected');
    },
    long,
  );
});
