import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Admission } from '../../../src/pipeline/approve/asking.ts';
import { BadProxy, type Strike } from './bad-proxy.ts';
import { type ForgeScene, type Gate, startScene } from './forge-scene.ts';
import { faultsOfReads } from './http-faults.ts';
import { impatient } from './impatient.ts';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

/** What a guard said, the first time or as its last word. */
interface Said {
  readonly refusal?: string;
  readonly approvals: Admission['approvals'];
  readonly requests: readonly string[];
  /** How many approvals are noted as used. */
  readonly used: number;
}

async function guarded({ ask, guard }: ForgeScene, strike?: Strike): Promise<Said> {
  await using proxy = await BadProxy.start(ask, strike);
  const { cluster, admit } = guard(proxy.url);
  const admission = await admit();
  const refusal = 'refusal' in admission ? admission.refusal : await admission.lastWord();
  const { approvals } = admission;
  const used = cluster.changes().length;
  return { ...(refusal === undefined ? {} : { refusal: refusal.state }), approvals, requests: proxy.seen, used };
}

/** What is asked once more passes, and nothing else may. */
const passing = new Set(['429 with Retry-After', '500', 'reset', 'reset half-way']);

function objections(said: Said, calm: Said, passes: boolean): readonly string[] {
  if (said.refusal !== undefined) {
    return [
      ...(passes ? [`refused: ${said.refusal}`] : []),
      ...(said.refusal === '' ? ['nothing is said'] : []),
      ...(said.used === 0 ? [] : ['refused, and yet used']),
    ];
  }
  return [
    ...(passes ? [] : ['let through']),
    ...(JSON.stringify(said.approvals) === JSON.stringify(calm.approvals) ? [] : ['let through by something else']),
    ...(said.used === 1 ? [] : [`used ${said.used} times`]),
  ];
}

test.each<Gate>(['environment', 'issue'])(
  'the gate of an %s, a fault at every request to the forge',
  async (gate) => {
    await using scene = await startScene(gate);
    const calm = await guarded(scene);
    expect([calm.refusal, calm.used]).toEqual([undefined, 1]);
    expect(calm.requests.length).toBeGreaterThan(15);
    const broken: string[] = [];
    for (const [index, asked] of calm.requests.entries()) {
      for (const fault of faultsOfReads) {
        using _patience = impatient(fault);
        const said = await guarded(scene, { request: index + 1, fault });
        const found = objections(said, calm, passing.has(fault.name));
        broken.push(...found.map((what) => `request ${index + 1}, ${asked}: ${fault.name}: ${what}`));
      }
    }
    expect(broken).toEqual([]);
  },
  600_000,
);
