import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import { PortError } from '../../src/ports/port-error.ts';
import type { Defects } from './defects.ts';
import { atTheEnd, Broken } from './invariants.ts';
import { calm, type Process, stormy } from './process.ts';
import { World } from './world.ts';

/** What became of a simulated world. `broken`: what must never happen and did; the trace tells how. */
export interface Simulated {
  readonly broken?: string;
  readonly trace: readonly string[];
  /** What happened in it, for the figures: how many processes were killed, units undone, and so on. */
  readonly happened: ReadonlyMap<string, number>;
}

/** A process that the others have given up: so long after its start nobody waits for it any more, ms. */
const patienceMs = 25 * 60_000;

/**
 * One world, by its tape: an approved document is applied in a storm, perhaps twice and beside a window; jobs end, or are
 * killed; recovery comes, in a storm as well; in the end everything is calm, and must be as somebody has chosen it.
 */
export async function simulate(numbers: readonly number[], defects: Defects = new Set()): Promise<Simulated> {
  const world = new World(numbers, defects);
  const { time, known, trace, broken } = world;
  const alive: Promise<void>[] = [];
  const starts = (process: Process, work: () => Promise<unknown>): Promise<void> => {
    const run = work().then(
      () => undefined,
      (error) => {
        if (error instanceof Broken) broken.push(error.message);
        else if (!(error instanceof PortError))
          broken.push(`a defect: ${error instanceof Error ? (error.stack ?? '') : ''}`);
      },
    );
    alive.push(Promise.race([run, untilDead(process, world)]));
    return Promise.race([run, time.sleep(patienceMs)]);
  };
  const story = async (): Promise<void> => {
    const first = [applies(world, 'apply', starts)];
    if (world.tape.chance(250)) first.push(time.sleep(60_000).then(() => applies(world, 'apply-again', starts)));
    if (world.tape.chance(300))
      first.push(time.sleep(world.tape.between(0, 300) * 1000).then(() => window(world, 'window', starts)));
    await Promise.all(first);
    for (const name of ['recover-1', 'recover-2']) {
      const process = world.process(name, stormy);
      await starts(process, () => world.recovers(process));
    }
    // whoever stood still goes on in between, and may well begin its own work then
    await Promise.all(alive);
    for (const name of ['recover-3', 'recover-4']) {
      const process = world.process(name, calm);
      await starts(process, () => world.recovers(process));
    }
    await window(world, 'last-window', starts, true);
    await Promise.all(alive);
    await atTheEnd(known);
  };
  try {
    await time.pass(story());
  } catch (error) {
    broken.push(
      error instanceof Broken
        ? error.message
        : `a defect: ${error instanceof Error ? (error.stack ?? error.message) : ''}`,
    );
  }
  const [said] = broken;
  return { ...(said === undefined ? {} : { broken: said }), trace, happened: figures(world) };
}

type Starts = (process: Process, work: () => Promise<unknown>) => Promise<void>;

async function untilDead(process: Process, { time }: World): Promise<void> {
  while (!process.dead) await time.sleep(60_000);
}

/** A gated job: its main process, and its post unless the whole runner went down. */
async function applies(world: World, name: string, starts: Starts): Promise<void> {
  const main = world.process(name, stormy);
  let outcomes: readonly TaskOutcome[] = [];
  await starts(main, async () => {
    outcomes = await world.applies(main);
  });
  if (main.dead && world.tape.chance(500)) return;
  const post = world.process(`${name}-post`, stormy, main);
  await starts(post, () => world.ends(post, world.jobOf(main), outcomes));
}

async function window(world: World, name: string, starts: Starts, quiet = false): Promise<void> {
  const main = world.process(name, quiet ? calm : stormy);
  let ran: Awaited<ReturnType<World['carriesWindow']>> | undefined;
  await starts(main, async () => {
    ran = await world.carriesWindow(main);
  });
  if (ran === undefined) return;
  const { job, outcomes } = ran;
  const post = world.process(`${name}-post`, quiet ? calm : stormy, main);
  await starts(post, () => world.ends(post, job, outcomes));
}

function figures({ known, trace }: World): ReadonlyMap<string, number> {
  const count = (what: string, number: number): [string, number] => [what, number];
  const undone = known.reports.flatMap(({ tasks }) => tasks.flatMap((task) => task.undone));
  return new Map([
    count('killed', trace.filter((line) => line.includes('(killed')).length),
    count('frozen', trace.filter((line) => line.includes('(frozen')).length),
    count('answers lost', trace.filter((line) => line.includes('(answer-lost')).length),
    count('changes', known.platform.changes.filter(({ by }) => by !== 'person').length),
    count('changes by people', known.platform.changes.filter(({ by }) => by === 'person').length),
    count('steps put back', undone.filter(({ outcome }) => outcome === 'done').length),
    count('steps left to people', undone.filter(({ outcome }) => outcome === 'frozen' || outcome === 'held').length),
    count('documents applied', known.spentBy.size),
  ]);
}
