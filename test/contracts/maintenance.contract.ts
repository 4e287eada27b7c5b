import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import { sealPlan } from '../../src/domain/plan/plan.ts';
import type { Step } from '../../src/domain/step/step.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Cluster } from '../../src/ports/cluster.ts';
import type { Journal } from '../../src/ports/journal.ts';

/** Where the contract runs: two processes with the same cluster, which hold nothing yet. */
export interface MaintenanceSubject {
  readonly cluster: Cluster;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** A plan with so many steps, of which the texts have so many characters. */
export function planOf(count: number, letters = 10, task = 'rotate-logs') {
  const steps = Array.from({ length: count }, (_, index) => ({
    id: `step-${index}`,
    subject: `pods/web-${index}`,
    why: '€🜂'.repeat(Math.ceil(letters / 3)),
  })) as unknown as Step[];
  return sealPlan(task, {}, { pods: count }, { steps, refusals: [] });
}

/** What Lease, journal and state do on any implementation of `Cluster`. */
export function maintenanceContract(name: string, arrange: () => Promise<MaintenanceSubject>): void {
  describe(`Lease, journal and state: ${name}`, () => {
    let subject: MaintenanceSubject;
    const open = () => openMaintenance(subject.cluster, subject.clock);
    beforeAll(async () => {
      subject = await arrange();
    }, 60_000);
    afterAll(() => subject.close());

    const impatient = { patienceMs: 0, grace: async () => 0 };

    test('one takes the Lease; another learns who holds it', async () => {
      const [{ lease: one }, { lease: two }] = [open(), open()];
      expect(await one.take('run-1', impatient)).toEqual({ taken: true });
      expect(await one.take('run-1', impatient)).toEqual({ taken: true });
      expect(await two.take('run-2', impatient)).toEqual({ taken: false, holder: 'run-1' });
      expect([await one.renew('run-1'), await two.renew('run-2')]).toEqual([true, false]);
      await two.release('run-2');
      expect(await one.renew('run-1')).toBe(true);
      await one.release('run-1');
      await one.release('run-1');
      expect(await two.take('run-2', impatient)).toEqual({ taken: true });
      expect(await one.renew('run-1')).toBe(false);
      await two.release('run-2');
    });

    test('of many that try at the same time, one takes it', async () => {
      const holders = Array.from({ length: 8 }, (_, index) => `racer-${index}`);
      const taken = await Promise.all(holders.map((holder) => open().lease.take(holder, impatient)));
      const winners = holders.filter((_, index) => taken[index]?.taken);
      expect(winners).toHaveLength(1);
      await open().lease.release(winners[0] ?? '');
    });

    test('the journal holds plan and progress, and is empty when closed', async () => {
      const { journal } = open();
      expect(await journal.read()).toBeUndefined();
      const plan = planOf(3);
      const writer = await journal.open({ run: 'run-1', id: 'id-run-1', plan });
      await writer.write('step-0', 'begun');
      await writer.write('step-0', 'done');
      await writer.write('step-2', 'begun');
      const { records, ...head } = (await open().journal.read()) ?? { records: [] };
      expect(head).toEqual({
        id: 'id-run-1',
        authenticity: 'unsigned',
        run: 'run-1',
        task: 'rotate-logs',
        plan,
        digest: plan.digest,
      });
      expect(records.map(({ sequence, step, progress }) => [sequence, step, progress])).toEqual([
        [1, 'step-0', 'begun'],
        [2, 'step-0', 'done'],
        [3, 'step-2', 'begun'],
      ]);
      await expect(open().journal.open({ run: 'run-2', id: 'id-run-2', plan: planOf(1) })).rejects.toMatchObject({
        code: 'conflict',
      });
      await writer.close();
      expect(await journal.read()).toBeUndefined();
      await (await journal.open({ run: 'run-3', id: 'id-run-3', plan })).close();
    });

    test('after a take-over the old writer can write no more', async () => {
      const old = await open().journal.open({ run: 'run-1', id: 'id-run-1', plan: planOf(2) });
      await old.write('step-0', 'begun');
      const writer = await open().journal.takeOver('run-2');
      await expect(old.write('step-0', 'done')).rejects.toMatchObject({ code: 'conflict' });
      await expect(old.close()).rejects.toMatchObject({ code: 'conflict' });
      await writer?.write('step-0', 'dropped');
      expect(await open().journal.read()).toMatchObject({ run: 'run-2', records: [{}, { progress: 'dropped' }] });
      await writer?.close();
      expect(await open().journal.takeOver('run-3')).toBeUndefined();
    });

    test('a plan that is larger than an object comes back whole', async () => {
      const plan = planOf(2_000, 600);
      const { journal }: { journal: Journal } = open();
      const writer = await journal.open({ run: 'run-1', id: 'id-run-1', plan });
      expect(JSON.stringify((await journal.read())?.plan)).toBe(JSON.stringify(plan));
      await writer.close();
    }, 30_000);

    test('state is empty at first, keeps what is written, and writes nothing twice', async () => {
      const { state } = open();
      expect(await state.read('claims')).toEqual([]);
      expect(await state.read('history')).toEqual({});
      const written = await state.update('durations', (all) => ({ ...all, 'rotate-logs': [1, 2] }));
      expect(written).toEqual({ 'rotate-logs': [1, 2] });
      expect(await open().state.update('durations', (all) => all)).toEqual(written);
      expect(await open().state.read('durations')).toEqual(written);
    });

    test('updates at the same time are all kept', async () => {
      const metrics = Array.from({ length: 5 }, (_, index) => `metric-${index}`);
      await Promise.all(
        metrics.map((metric) => open().state.update('history', (all) => ({ ...all, [metric]: [[1, 2]] as const }))),
      );
      expect(Object.keys(await open().state.read('history')).sort()).toEqual(metrics);
      await Promise.all(metrics.map((task) => open().state.update('durations', (all) => ({ ...all, [task]: [1] }))));
      expect(Object.keys(await open().state.read('durations')).sort()).toEqual([...metrics, 'rotate-logs']);
    }, 30_000);

    const approval = `sha256:${'5'.repeat(64)}` as const;
    const facts = {
      run: 'https://github.com/phoenix/rooivalk/actions/runs/812 attempt 1 job adaptive',
      approver: 'phoenix-reviewer',
      at: '2026-11-24T02:00:00.000Z',
      notAfter: '2026-11-24T08:00:00.000Z',
    };

    test('an approval is used once, by whichever of many comes first, and stays used', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => open().spent.spend(approval, facts)));
      expect(answers.filter((used) => used)).toHaveLength(1);
      expect(await open().spent.spend(approval, facts)).toBe(false);
      expect(await open().spent.spend(`sha256:${'6'.repeat(64)}`, facts)).toBe(true);
    });

    test('whether an approval has been used, and by whom', async () => {
      expect(await open().spent.find(approval)).toEqual(facts);
      expect(await open().spent.find(`sha256:${'8'.repeat(64)}`)).toBeUndefined();
    });

    test('what ended a month ago is forgotten, what ended since is not', async () => {
      const later = { ...facts, at: '2026-12-25T08:00:00.000Z', notAfter: '2026-12-26T08:00:00.000Z' };
      expect(await open().spent.spend(`sha256:${'7'.repeat(64)}`, later)).toBe(true);
      expect(await open().spent.spend(approval, later)).toBe(true);
      expect(await open().spent.spend(`sha256:${'7'.repeat(64)}`, later)).toBe(false);
    });
  });
}
