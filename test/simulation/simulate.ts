import { PortError } from '../../src/ports/port-error.ts';
import { atTheEnd } from './at-the-end.ts';
import type { Defects } from './defects.ts';
import { inMemory, type MakeGround } from './ground.ts';
import { applies, carriesWindow, ends, type Handover, jobOf, recovers } from './jobs.ts';
import { Broken } from './known.ts';
import { calm, type Process, stormy } from './process.ts';
import { closesAt, World } from './world.ts';

/** What became of a simulated world. `broken`: what must never happen and did; the trace tells how. */
export interface Simulated {
  readonly broken?: string;
  readonly trace: readonly string[];
  /** What happened in it, for the figures: how many processes were killed, units undone, and so on. */
  readonly happened: ReadonlyMap<string, number>;
}

/** A process that the others have given up: so long after its start nobody waits for it any more, ms. */
const patienceMs = 25 * 60_000;
/** From the end of the approved plans until the daily window is as far on as when the world began, a day later, ms. */
const untilNextOpeningMs = 22 * 3_600_000 + 20 * 60_000;

/**
 * One world, by its tape: an approved document is applied in a storm, perhaps twice and beside a window; jobs end, or are
 * killed; recovery comes, in a storm as well; in the end everything is calm, and must be as somebody has chosen it.
 */
export async function simulate(
  numbers: readonly number[],
  defects: Defects = new Set(),
  groundAt: MakeGround = inMemory,
): Promise<Simulated> {
  const world = new World(numbers, defects, groundAt);
  const { time, known, trace, broken } = world;
  await known.platform.lay();
  const alive: Promise<unknown>[] = [];
  /** A process from its start until it has ended or is dead. */
  const lives = (process: Process, work: () => Promise<unknown>): Promise<void> => {
    const run = work().then(
      () => undefined,
      (error) => {
        if (error instanceof Broken) broken.push(error.message);
        else if (!(error instanceof PortError))
          broken.push(`a defect: ${error instanceof Error ? (error.stack ?? '') : ''}`);
      },
    );
    return Promise.race([run, untilDead(process, world)]);
  };
  /** A job, until it has ended or the others have given it up. */
  const starts = (job: Promise<unknown>): Promise<unknown> => {
    alive.push(job);
    return Promise.race([job, time.sleep(patienceMs)]);
  };
  const story = async (): Promise<void> => {
    const first: Promise<unknown>[] = [starts(gatedJob(world, 'apply', lives))];
    if (world.tape.chance(250))
      first.push(time.sleep(60_000).then(() => starts(gatedJob(world, 'apply-again', lives))));
    if (world.tape.chance(300))
      first.push(time.sleep(world.tape.between(0, 300) * 1000).then(() => starts(windowJob(world, 'window', lives))));
    await Promise.all(first);
    for (const name of ['recover-1', 'recover-2']) {
      const process = world.process(name, stormy);
      await starts(lives(process, () => recovers(world, process)));
    }
    // whoever stood still goes on in between, and may well begin its own work then
    await Promise.all(alive);
    for (const name of ['recover-3', 'recover-4']) {
      const process = world.process(name, calm);
      await starts(lives(process, () => recovers(world, process)));
    }
    if (time.now < closesAt) await starts(windowJob(world, 'later-window', lives, calm));
    // where that opening was carried out already, its tick is idle: what is left to tell is told a day later
    await time.sleep(Math.max(0, closesAt + untilNextOpeningMs - time.now));
    await starts(windowJob(world, 'last-window', lives, calm));
    await Promise.all(alive);
    await known.platform.lookAgain();
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
  time.end();
  const [said] = broken;
  return { ...(said === undefined ? {} : { broken: said }), trace, happened: figures(world) };
}

type Lives = (process: Process, work: () => Promise<unknown>) => Promise<void>;

async function untilDead(process: Process, { time }: World): Promise<void> {
  while (!process.dead) await time.sleep(60_000);
}

/** A gated job: its main process, and its post unless the whole runner went down. */
async function gatedJob(world: World, name: string, lives: Lives): Promise<void> {
  const main = world.process(name, stormy);
  const handover: Handover = { job: jobOf(world, main), outcomes: [] };
  await lives(main, async () => {
    handover.outcomes.push(...(await applies(world, main)));
  });
  await post(world, main, handover, lives);
}

/** A tick of the window, the same way. */
async function windowJob(world: World, name: string, lives: Lives, fates = stormy): Promise<void> {
  const main = world.process(name, fates);
  const handover: Handover = { outcomes: [] };
  await lives(main, () => carriesWindow(world, main, handover));
  await post(world, main, handover, lives, fates);
}

async function post(world: World, main: Process, handover: Handover, lives: Lives, fates = stormy): Promise<void> {
  const { job, outcomes } = handover;
  if (job === undefined || (main.dead && world.tape.chance(500))) return;
  const process = world.process(`${main.name}-post`, fates, main);
  await lives(process, () => ends(world, process, job, outcomes));
  if (!process.dead && !world.known.reports.some(({ id }) => id === process.name))
    throw new Broken(`${process.name} came to its end without a report`);
}

function figures({ known, trace }: World): ReadonlyMap<string, number> {
  const count = (what: string, number: number): [string, number] => [what, number];
  const undone = known.reports.flatMap(({ tasks }) => tasks.flatMap((task) => task.undone));
  return new Map([
    count('killed', trace.filter((line) => line.includes('(killed')).length),
    count('frozen', trace.filter((line) => line.includes('(frozen')).length),
    count('answers lost', trace.filter((line) => line.includes('(answer-lost')).length),
    count('arrived late', trace.filter((line) => line.includes('late)')).length),
    count('delivered twice', trace.filter((line) => line.includes('(twice')).length),
    count('clocks jumped', trace.filter((line) => line.includes('(clock-jumps')).length),
    count('changes', known.platform.changes.filter(({ by }) => by !== 'person').length),
    count('changes by people', known.platform.changes.filter(({ by }) => by === 'person').length),
    count('steps put back', undone.filter(({ outcome }) => outcome === 'done').length),
    count('steps left to people', undone.filter(({ outcome }) => outcome === 'frozen' || outcome === 'held').length),
    count('documents applied', known.spentBy.size),
  ]);
}
