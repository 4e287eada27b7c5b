import { expect, test } from '@jest/globals';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import { atLeast } from '../../src/domain/verdict.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import { Scene } from '../contracts/task-scene.ts';
import type { MakeWorld, World } from '../contracts/world.ts';
import { Bench } from './check-health/bench.ts';
import { makeWorld as databaseWorld } from './maintain-database/world.ts';
import { makeWorld as cacheWorld } from './optimize-caches/world.ts';

/** A store whose connection is lost at one call: before it took effect, or before its answer came. */
interface Loss {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** What has an effect that can come before the loss. */
const changing: ReadonlySet<string> = new Set(['vacuum', 'testWrite', 'sweep', 'giveBackMemory']);
const planted = 'the connection was lost as planted';

/** The store as it is, but for the loss; `asked` are the calls in their order. */
function losing<Store extends object>(store: Store, loss: Loss | undefined, asked: string[]): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || name === 'close') return value;
      return async (...given: unknown[]) => {
        asked.push(String(name));
        const isLost = asked.length === loss?.call;
        const lost = new PortError({ code: 'unreachable', subject: `store (${String(name)})`, message: planted });
        if (isLost && loss?.when === 'before') throw lost;
        const answer: unknown = await value.apply(target, given);
        if (isLost) throw lost;
        return answer;
      };
    },
  });
}

interface Run {
  readonly outcome: TaskOutcome;
  readonly asked: readonly string[];
  readonly changes: readonly string[];
}

async function runWith(id: string, makeWorld: MakeWorld, loss?: Loss): Promise<Run> {
  const task = await loadTask(id);
  if (task === undefined) throw new TypeError(`there is no task ${id}`);
  const world = await makeWorld();
  const asked: string[] = [];
  const { database, cache } = world.ports;
  const ports = {
    ...world.ports,
    ...(database === undefined ? {} : { database: losing(database, loss, asked) }),
    ...(cache === undefined ? {} : { cache: losing(cache, loss, asked) }),
  };
  const scene = new Scene(task, { ...world, ports });
  const outcome = await scene.carryOut();
  return { outcome, asked, changes: await world.changes() };
}

/** What a run came to, without words and times: the same where a lost answer was settled by looking. */
function essence({ outcome, changes }: Run): string {
  const { verdict, applied } = outcome.entry;
  const codes = outcome.findings.map(({ code, subject }) => `${code} ${subject}`);
  return JSON.stringify([verdict, applied.map(({ step, outcome: word }) => [step, word]), codes, changes]);
}

function objections(run: Run, calm: Run): readonly string[] {
  const { outcome, changes } = run;
  const { entry } = outcome;
  const twice = new Set(changes).size === changes.length ? [] : [`done twice: ${changes.join('; ')}`];
  if (essence(run) === essence(calm)) return twice;
  const done = entry.applied.filter(({ outcome: word }) => word === 'done').length;
  return [
    ...twice,
    ...(atLeast(entry.verdict, 'unknown') ? [] : [`it is called ${entry.verdict}`]),
    ...(JSON.stringify(outcome).includes(planted) ? [] : ['the cause is not named']),
    ...(done > changes.length ? [`${done} steps are called done, and ${changes.length} were`] : []),
  ];
}

const health: MakeWorld = async (): Promise<World> => {
  const { cluster, database, cache, metrics, certificates, store } = await Bench.well();
  return {
    ports: { cluster, database, cache, metrics, certificates, objectStore: store },
    changes: () => [...cluster.changes().map(({ verb, name }) => `${verb} ${name}`), ...database.calls],
  };
};

test.each<readonly [id: string, makeWorld: MakeWorld]>([
  ['maintain-database', databaseWorld],
  ['optimize-caches', cacheWorld],
  ['check-health', health],
])(
  '%s, a store that is lost at every call: named, never well, no step done that was not',
  async (id, makeWorld) => {
    const calm = await runWith(id, makeWorld);
    expect(calm.outcome.entry.status).toBe('done');
    expect(atLeast(calm.outcome.entry.verdict, 'unknown')).toBe(false);
    expect(calm.asked.length).toBeGreaterThan(5);
    const broken: string[] = [];
    for (const [index, name] of calm.asked.entries()) {
      for (const when of changing.has(name) ? (['before', 'after'] as const) : (['before'] as const)) {
        const found = await runWith(id, makeWorld, { call: index + 1, when }).then(
          (run) => objections(run, calm),
          (error: Error) => [`it broke: ${error.message}`],
        );
        broken.push(...found.map((what) => `call ${index + 1}, ${name}, lost ${when}: ${what}`));
      }
    }
    expect(broken).toEqual([]);
  },
  60_000,
);
