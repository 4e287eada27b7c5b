import { describe, expect, test } from '@jest/globals';
import type { DirectoryState } from '../../../src/tasks/clean-temporary-files/look.ts';
import { plan } from '../../../src/tasks/clean-temporary-files/plan.ts';
import type { OldFile } from '../../../src/tasks/clean-temporary-files/read-listing.ts';

type Listed = Extract<DirectoryState, { state: 'listed' }>;

/** Files touched one second after the other, `first` being the oldest. */
const files = (count: number, first = 0, name = 'f'): readonly OldFile[] =>
  Array.from({ length: count }, (_, index) => {
    const shown = `/tmp/${name}${String(index).padStart(6, '0')}`;
    const path = Buffer.from(shown).toString('base64');
    return { path, device: 66305, inode: String(index + 1), bytes: 10, touched: first + index, shown };
  });

const listed = (stale: readonly OldFile[], more: Partial<Listed> = {}): Listed => ({
  state: 'listed',
  stale,
  inUse: 0,
  locked: 0,
  young: 0,
  others: 0,
  truncated: false,
  unread: 0,
  ...more,
});

function planOf(pods: readonly Listed[], inputs: Partial<Record<'maximum-share' | 'maximum-files', number>> = {}) {
  const directories = pods.map((found, index) => {
    const pod = `node-${index}`;
    const ref = { namespace: 'p', pod, podUid: `u${index}`, container: 'node' };
    return { ref, place: `pod/${pod} /tmp`, owner: `pod/${pod}`, directory: '/tmp', found };
  });
  const entry = { selector: 'app=node', directories: ['/tmp'] };
  const draft = plan(
    { basis: [], measurements: [{ entry, directories, skipped: [], lookedAtAlready: 0 }] },
    {
      inputs: { 'minimum-age': 86_400_000, 'maximum-share': 0.9, 'maximum-files': 5000, ...inputs },
      platform: { namespace: 'p' },
    },
  );
  const perPod = draft.steps.map((step) => (step.kind === 'delete-files' ? step.parameters.files : []));
  return { draft, perPod, capped: draft.findings.filter(({ code }) => code === 'capped').length };
}

describe('how many files of a directory go in one run', () => {
  test.each<[string, Listed, object, number, number]>([
    ['all of a small directory', listed(files(100)), {}, 100, 0],
    ['a share of a large one', listed(files(200)), {}, 180, 1],
    ['a share of all its files, young ones too', listed(files(100), { young: 100 }), {}, 100, 0],
    [
      'a share that counts those in use',
      listed(files(150), { inUse: 25, locked: 25 }),
      { 'maximum-share': 0.5 },
      100,
      1,
    ],
    ['no more than the cap', listed(files(300)), { 'maximum-files': 50 }, 50, 1],
    ['all that was read of a longer one', listed(files(10), { truncated: true }), {}, 10, 1],
  ])('%s', (_name, found, inputs, count, cappedFindings) => {
    const { perPod, capped } = planOf([found], inputs);
    expect({ count: perPod[0]?.length, capped }).toEqual({ count, capped: cappedFindings });
  });
});

describe('how many files of all directories go in one run', () => {
  const most = 32 * 174_762;
  const pods = Array.from({ length: 20 }, (_, pod) =>
    listed(files(5000, 1_000_000 - pod * 5000, `pod-${pod}-`), { young: 5000 }),
  );

  test('no more than the journal holds', () => {
    const { draft, perPod } = planOf(pods);
    expect(JSON.stringify(draft).length).toBeLessThan(most);
    expect(perPod.flat().length).toBeGreaterThan(20_000);
  });

  test('the oldest, wherever they are, and it is said where some are left', () => {
    const { draft, perPod, capped } = planOf(pods);
    const whole = perPod.filter((each) => each.length === 5000).length;
    expect(draft.steps.map(({ subject }) => subject)[0]).not.toBe('pod/node-0 /tmp');
    expect(perPod.at(-1)?.length).toBe(5000);
    expect(capped).toBe(pods.length - whole);
  });
});

test.each([
  [0, []],
  [2, ['not-read-whole: unknown']],
])('%d folders that could not be read: %j', (unread, codes) => {
  const { draft } = planOf([listed(files(1), { unread })]);
  expect(draft.findings.map(({ code, severity }) => `${code}: ${severity}`)).toEqual(codes);
});
