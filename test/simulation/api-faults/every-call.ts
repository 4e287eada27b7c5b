import { expect, test } from '@jest/globals';
import { maintenanceNamespace } from '../../../src/adapters/kubernetes/stored-text.ts';
import { type ApiFault, faults, type Served, tellsApart } from './faults.ts';
import { objections } from './judge.ts';
import { runWith } from './run.ts';
import type { Scenario } from './scenario.ts';

/** The calls by which a task sees and changes the platform. */
export const ofTheTask = ({ path }: Served): boolean => !path.includes(`/${maintenanceNamespace}/`);

/** The calls that are made around every task in the same way: Lease, journal, state. */
export const aroundIt = (served: Served): boolean => !ofTheTask(served);

/** A run of the scenario for each of these calls and each fault that can strike it: none of them ends as it must not. */
export function withEveryFault(
  scenario: Scenario,
  name: string,
  chosen: (served: Served) => boolean,
  every: readonly ApiFault[] = faults,
): void {
  test(`${scenario.task}, a fault at ${name}`, async () => {
    const calm = await runWith(scenario);
    expect(calm.told.map(({ report }) => report?.tasks.map(({ status }) => status))).toEqual([['done']]);
    const calls = calm.calls.filter(chosen);
    expect(calls.length).toBeGreaterThan(10);
    const broken: string[] = [];
    for (const served of calls) {
      for (const fault of every.filter((each) => tellsApart(each, served))) {
        const disturbance = { call: served.number, fault };
        const found = await runWith(scenario, disturbance).then(
          (ran) => objections(ran, calm, disturbance),
          (error: Error) => [`it broke: ${error.message}`],
        );
        const { method, path, number } = served;
        broken.push(...found.map((what) => `call ${number}, ${method} ${path}: ${fault.name}: ${what}`));
      }
    }
    expect(broken).toEqual([]);
  }, 600_000);
}
