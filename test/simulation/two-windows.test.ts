import { expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import { carriesWindow, ends, type Handover } from './jobs.ts';
import { type Process, unhurried } from './process.ts';
import { World } from './world.ts';

/** Numbers from 0 to 999, always the same for a seed (mulberry32). */
function numbersOf(seed: number, count: number): readonly number[] {
  let state = seed * 0x9e3779b9;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 1000;
  });
}

const names = ['window-a', 'window-b'] as const;
/** From a window that is through in a minute to one that outlasts the patience of whoever waits for its Lease. */
const fewestTables = 1;
const mostTables = 60;

/** Two jobs of the same window that start at the same moment, on one cluster. */
async function twoWindows(seed: number) {
  const world = new World(numbersOf(seed, 4000), new Set());
  const { known, time, broken } = world;
  const count = world.tape.between(fewestTables, mostTables);
  const chores = { tables: Array.from({ length: count }, (_, index) => `table-${index}`), logs: ['log-x', 'log-y'] };
  for (const name of chores.tables) known.platform.values.set(name, 0);
  const job = async (process: Process): Promise<readonly [string, Report]> => {
    const handover: Handover = { outcomes: [] };
    await carriesWindow(world, process, handover, chores);
    if (handover.job === undefined) throw new Error(`${process.name} has decided nothing`);
    return [process.name, await ends(world, process, handover.job, handover.outcomes)];
  };
  let reports: ReadonlyMap<string, Report> = new Map();
  let journalOpen = true;
  await time.pass(
    Promise.all(names.map((name) => job(world.process(name, unhurried)))).then(async (all) => {
      reports = new Map(all);
      journalOpen = (await openMaintenance(known.cluster, time.clock()).journal.read()) !== undefined;
    }),
  );
  const { holderIdentity } =
    (await known.cluster.get(resources.leases, 'rooivalk-maintenance', 'maintenance'))?.spec ?? {};
  const changes = known.platform.changes.map(({ by, object }) => ({ by, object }));
  return { reports, changes, journalOpen, holderIdentity, broken, objects: [...chores.tables, ...chores.logs] };
}

/** Everything by which a report says whose run was in the way. */
const saidBy = ({ notes, tasks }: Report): string => [...notes, ...tasks.map(({ cause }) => cause ?? '')].join('\n');

test('two windows at once, a hundred times: one changes everything once, the other nothing, and says who was first', async () => {
  const first = { 'window-a': 0, 'window-b': 0 };
  const second = { deferred: 0, 'nothing due': 0 };
  for (let seed = 1; seed <= 100; seed += 1) {
    const { reports, changes, journalOpen, holderIdentity, broken, objects } = await twoWindows(seed);
    const [winner = names[0]] = names.filter((name) => changes.some(({ by }) => by === name));
    const loser = names.find((name) => name !== winner) ?? names[1];
    const [done, told] = [reports.get(winner), reports.get(loser)];
    if (done === undefined || told === undefined) throw new Error(`seed ${seed}: a job has written no report`);
    expect({ seed, broken, changers: new Set(changes.map(({ by }) => by)) }).toEqual({
      seed,
      broken: [],
      changers: new Set([winner]),
    });
    expect(changes.map(({ object }) => object).sort()).toEqual(objects.toSorted());
    expect({ seed, journalOpen, holderIdentity }).toEqual({ seed, journalOpen: false, holderIdentity: undefined });
    expect(done.tasks.map(({ verdict, status }) => `${verdict} ${status}`)).toEqual(['pass done', 'pass done']);
    const statuses = told.tasks.map(({ verdict, status }) => `${verdict} ${status}`);
    const waited = statuses.length > 0;
    expect([told.verdict, statuses]).toEqual(
      waited ? ['warn', ['warn deferred', 'warn deferred']] : ['not-applicable', []],
    );
    const said = saidBy(told);
    expect(said).toContain(
      waited
        ? `another run holds the Lease (run of ${winner} token)`
        : `waited for the Lease, which run of ${winner} token held`,
    );
    if (!waited) expect(said).toContain(`has been carried out; by run of ${winner}`);
    first[winner] += 1;
    second[waited ? 'deferred' : 'nothing due'] += 1;
  }
  // each comes first often enough, and both endings are seen
  for (const count of [...Object.values(first), ...Object.values(second)]) expect(count).toBeGreaterThan(20);
}, 300_000);
