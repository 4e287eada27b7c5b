import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { sandboxConfiguration } from '../../sandbox/act/configuration.ts';
import { takeOpening } from '../../sandbox/act/openings.ts';
import { sandboxState } from '../../sandbox/supervisor/enter.ts';
import { connectKubernetes } from '../../src/adapters/kubernetes/connect.ts';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { taskLoaders } from '../../src/tasks/registry.ts';
import { realWork } from './contract/worlds.ts';
import { runWindowJob } from './servers/window-job.ts';

const task = 'clean-temporary-files';
const work = realWork[task];
if (work === undefined) throw new TypeError(`the sandbox has no work for ${task}`);

afterAll(() => work.remove());

/** The sandbox's configuration with nothing but this task's work in it, and an opening of its own. */
function configurationOf(opensAt: number): string {
  const usual = parse(sandboxConfiguration({ window: 'daily', opensAt })) as { platform: object };
  const others = Object.keys(taskLoaders).filter((id) => id !== task);
  const tasks = Object.fromEntries(others.map((id) => [id, { enabled: false }]));
  const pods = ['blockchain-node-0', 'blockchain-node-1'].join(',');
  const selector = `statefulset.kubernetes.io/pod-name in (${pods})`;
  const platform = { ...usual.platform, 'temporary-files': [{ selector, directories: ['/tmp/contract'] }] };
  return stringify({ ...usual, platform, tasks });
}

/** Lease and journal as they are. */
async function left() {
  const cluster = await connectKubernetes({
    clock: systemClock,
    random: Math.random,
    kubeconfig: sandboxState().kubeconfigOutside,
  });
  const lease = await cluster.get(resources.leases, 'rooivalk-maintenance', 'maintenance');
  const open = await openMaintenance(cluster, systemClock).journal.read();
  await cluster.close();
  return { holder: lease?.spec?.holderIdentity, journal: open };
}

const appliedIn = ({ tasks }: Report) => tasks.flatMap(({ applied }) => applied);

test.each([1, 2, 3])(
  'two windows at once on a real API server, time %i: one changes everything once, the other says who',
  async (round) => {
    await work.lay();
    const before = await work.changes();
    const opensAt = takeOpening(join(sandboxState().directory, 'kept', 'act', 'openings.json'), Date.now());
    const configuration = configurationOf(opensAt);
    const runs = [10 * round + 1, 10 * round + 2];
    const inputs = { 'minimum-age': '0s' };
    const ended = await Promise.all(runs.map((run) => runWindowJob({ run, configuration, task, inputs })));
    const acted = ended.filter(({ report }) => appliedIn(report).length > 0);
    const [told] = ended.filter(({ report }) => appliedIn(report).length === 0);
    const logs = ended.map(({ log }) => log).join('\n---\n');
    expect({ acted: acted.length, logs }).toEqual({ acted: 1, logs });
    const [winner] = acted.map(({ report }) => report);
    const steps = winner === undefined ? [] : appliedIn(winner).map(({ step, outcome }) => `${outcome} ${step}`);
    expect(new Set(steps).size).toBe(2);
    expect(steps.filter((step) => !step.startsWith('done '))).toEqual([]);
    expect([before, (await work.changes()).length]).toEqual([[], 8]);
    const said = [...(told?.report.notes ?? []), ...(told?.report.tasks ?? []).map(({ cause }) => cause)].join('\n');
    expect(said).toContain(`${winner?.run.url} attempt 1 job daily`);
    expect(said).toMatch(/carried out|holds the Lease/);
    expect(await left()).toEqual({ holder: undefined, journal: undefined });
  },
  300_000,
);
