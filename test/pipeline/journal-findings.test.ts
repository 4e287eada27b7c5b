import { describe, expect, test } from '@jest/globals';
import { cutOff, undoneFinding } from '../../src/pipeline/conduct/journal-findings.ts';
import { planOf, ScaledWorld, scale } from './scaled-world.ts';

/** A journal that "run 1" left open after it had begun its only step. */
async function leftOpen() {
  const world = new ScaledWorld(['a']);
  const writer = await world.journal().open({ run: 'run 1', id: 'x', plan: planOf([scale('a')]) });
  await writer.write(scale('a').id, 'begun');
  const open = await world.journal().read();
  if (open === undefined) throw new Error('no journal is open');
  return open;
}

describe.each([
  ['another run tells', 'recovery', 'an earlier run'],
  ['its own end tells', 'run 1', 'this run'],
])('%s', (_, teller, whose) => {
  const undone = (outcome: 'done' | 'frozen' | 'failed') => [{ step: scale('a'), outcome }];

  test.each([
    ['warn', `${whose} was cut off in the middle of this task`],
    ['fail', `${whose} was cut off in the middle of this task`],
  ] as const)('nothing was put back: %s', async (severity, title) => {
    const finding = cutOff(await leftOpen(), teller, severity, '0 of 1 steps were done');
    expect(finding).toMatchObject({ code: 'run-cut-off', severity, title });
    expect(finding.evidence).toBe('0 of 1 steps were done (run 1)');
  });

  test.each([
    ['done', true, 'run-undone', `${whose} was cut off, and what it had left half-way is as it was before`],
    ['frozen', true, 'recovery-froze', `${whose} was cut off, and part of what it changed was left as it is`],
    ['failed', false, 'recovery-not-finished', `what ${whose} left half-way could not be put back yet`],
  ] as const)('a step came out as %s', async (outcome, whole, code, title) => {
    expect(undoneFinding(await leftOpen(), teller, undone(outcome) as never, whole)).toMatchObject({ code, title });
  });
});
