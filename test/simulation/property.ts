import fc from 'fast-check';
import type { DefectName } from './defects.ts';
import type { MakeGround } from './ground.ts';
import { simulate } from './simulate.ts';

const longestTape = 600;
/** Tapes of every length: what is not on the tape goes well. */
const tapes = fc.array(fc.noBias(fc.integer({ min: 0, max: 999 })), { maxLength: longestTape, size: 'max' });

/** So many worlds are spent on making a broken one smaller; after that every one counts as whole, and the search ends. */
const mostShrinking = 3_000;

/** What a search for broken worlds found. */
export interface Searched {
  readonly worlds: number;
  /** The smallest story that breaks something, and how to see it again. */
  readonly counterexample?: {
    readonly broken: string;
    readonly trace: readonly string[];
    readonly seed: number;
    readonly path: string;
  };
  /** What happened in all of them together. */
  readonly happened: ReadonlyMap<string, number>;
}

/** How worlds are made. */
export interface Search {
  readonly seed: number;
  readonly worlds: number;
  /** Only the world at this place of the seed, as a counterexample names it. */
  readonly path?: string;
  readonly defect?: DefectName;
  /** Take the first world that breaks as it is. */
  readonly asFound?: true;
  /** What the worlds stand on; absent: nothing but memory. */
  readonly groundAt?: MakeGround;
}

/** Look for a world that breaks; the first that does is made as small as it can be. */
export async function search({ seed, worlds, path, defect, asFound, groundAt }: Search): Promise<Searched> {
  const defects = new Set(defect === undefined ? [] : [defect]);
  const happened = new Map<string, number>();
  let shrinking = 0;
  const property = fc.asyncProperty(tapes, async (tape) => {
    if (shrinking > mostShrinking) return;
    const simulated = await simulate(tape, defects, groundAt);
    for (const [what, count] of simulated.happened) happened.set(what, (happened.get(what) ?? 0) + count);
    if (simulated.broken !== undefined || shrinking > 0) shrinking += 1;
    if (simulated.broken !== undefined) throw new Error(simulated.broken);
  });
  const details = await fc.check(property, {
    seed,
    numRuns: worlds,
    endOnFailure: asFound === true,
    ...(path === undefined ? {} : { path }),
  });
  const [tape] = details.counterexample ?? [];
  if (!details.failed || tape === undefined) return { worlds: details.numRuns, happened };
  const { broken = 'it does not break again', trace } = await simulate(tape, defects, groundAt);
  return {
    worlds: details.numRuns,
    happened,
    counterexample: { broken, trace, seed, path: details.counterexamplePath ?? '' },
  };
}
