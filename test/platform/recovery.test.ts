/** A run that is killed with everything around it, the watch over it, and its recovery, under act. */
import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { kubectl, replicasOf } from './workflow/platform.ts';
import { dispatch, long, run } from './workflow/runs.ts';

/** Kill, as a machine that loses its power does: the runner, and every action that it started. */
function killEverything(): void {
  for (const pattern of ['/act workflow_dispatch', 'hostexecutor/dist/']) spawnSync('pkill', ['-9', '-f', pattern]);
}

test(
  'a run that is killed in a step is put back before the next window does anything, and told; then there is nothing to do',
  async () => {
    const before = await replicasOf('api-gateway');
    const words = [
      'task=increase-capacity',
      'mode=apply',
      'target=deployment/api-gateway',
      `inputs=replicas=${before + 1}`,
    ];
    const running = dispatch('dispatch', ...words, 'reason=to be killed');
    await until(async () => (await replicasOf('api-gateway')) === before + 1);
    killEverything();
    const killed = await running;
    expect(killed.status).not.toBe(0);

    // the holder is dead, but nobody can know it yet: the watch leaves it alone
    const early = await dispatch('watch');
    expect(early).toMatchObject({ status: 0 });
    expect(early.output).toContain('may still be at work in increase-capacity');
    expect(await replicasOf('api-gateway')).toBe(before + 1);

    // its Lease is gone, so nobody has to wait until it expires: recovery comes before anything else that a window does
    kubectl('-n', 'rooivalk-maintenance', 'delete', 'lease', '--all');
    const next = await run('sandbox/act/window.ts', 'daily', '--mode', 'apply');
    expect({ status: next.status, output: next.output }).toMatchObject({ status: 0 });
    expect(next.output).toContain('an open journal comes first');
    expect(next.output).toContain('`scale-workload deployment/api-gateway` | put back');
    expect(await replicasOf('api-gateway')).toBe(before);

    const idle = await dispatch('watch');
    expect(idle.output).toContain('no journal is open');
  },
  long,
);

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not come about within 2 min');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
