import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../src/domain/configuration/windows.ts';
import type { Issue } from '../../src/domain/forge/discussions.ts';
import type { JournalContent } from '../../src/domain/state/journal.ts';
import { type Watching, watch, watchLabel } from '../../src/pipeline/watch/watch.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { configured } from '../configured.ts';
import { FakeForge } from '../fakes/forge/fake-forge.ts';
import { stillClock } from '../tasks/environment.ts';
import { planOf, scale, vacuum } from './scaled-world.ts';

const us = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' };
const now = Date.parse('2026-11-21T05:00:00Z');
const unasked = async (): Promise<never> => {
  throw new Error('no approval was accepted, so nobody asks');
};
const noApprovals = {
  issue: unasked,
  recentComments: unasked,
  reply: unasked,
  run: unasked,
  runs: unasked,
  repository: unasked,
  dispatch: unasked,
};

interface Trial {
  readonly journal?: Partial<JournalContent>;
  readonly claims?: readonly object[];
  readonly issues?: Issue[];
  readonly off?: readonly string[];
  /** When the forge first saw the workflows. */
  readonly adoptedAt?: string;
  readonly rest?: Partial<Watching>;
}

function trial({ journal, claims = [], issues = [], off = [], adoptedAt = '2026-11-21T04:30:00Z', rest }: Trial) {
  const enabled: string[] = [];
  const forge: Watching['forge'] = {
    openIssues: async () => issues.filter(({ isOpen }) => isOpen),
    openIssue: async ({ title, body }) => {
      const issue: Issue = {
        number: issues.length + 1,
        isPullRequest: false,
        title,
        body,
        author: us,
        isOpen: true,
        url: '',
      };
      issues.push(issue);
      return issue;
    },
    updateIssue: async (number, change) => {
      const index = issues.findIndex((each) => each.number === number);
      issues[index] = { ...(issues[index] as Issue), ...change };
      return issues[index] as Issue;
    },
    keepComment: async () => ({}) as never,
    ...noApprovals,
    workflow: async (name) => ({ isEnabled: !off.includes(name), createdAt: adoptedAt }),
    enable: async (name) => void enabled.push(name),
  };
  const plan = planOf([scale('a'), scale('b')]);
  const content = journal && {
    id: 'x',
    authenticity: 'verified',
    run: 'run 1',
    task: 't',
    plan,
    digest: plan.digest,
    records: [],
    ...journal,
  };
  const watching: Watching = {
    maintenance: {
      journal: { read: async () => content } as never,
      state: { read: async (name: string) => (name === 'claims' ? claims : []) } as never,
      spent: { find: async () => undefined, spend: async () => true },
    },
    forge,
    calendar: calendarOf(configured()),
    clock: stillClock(now),
    workflows: ['daily.yml', 'watch.yml'],
    assignees: [],
    ...rest,
  };
  return { issues, enabled, watched: () => watch(watching) };
}

const record = (progress: string, msAgo: number) =>
  ({ sequence: 1, step: scale('a').id, progress, at: new Date(now - msAgo).toISOString() }) as never;
const first = {
  opening: 'daily@2026-11-20T02:00:00Z',
  window: 'daily',
  run: 'r',
  claimedAt: '2026-11-20T02:00:00Z',
  completedAt: 'x',
  tasks: {},
};

describe('recovery comes next', () => {
  const table: [string, Trial['journal'], boolean][] = [
    ['no journal', undefined, false],
    ['a step begun whose deadline has not passed', { records: [record('begun', 500)] }, false],
    ['a step begun whose deadline has passed', { records: [record('begun', 20_000)] }, true],
    ['a step done, and the run gone', { records: [record('done', 1)] }, true],
    ['only steps without a way back', { plan: planOf([vacuum('x')]), records: [] }, false],
    ['not what a run of ours wrote', { authenticity: 'broken', records: [record('done', 1)] }, false],
  ];
  test.each(table)('%s', async (_name, journal, recover) => {
    expect((await trial(journal === undefined ? {} : { journal }).watched()).recover).toBe(recover);
  });
});

test('one issue for a window that passed unused, however often it is looked at, closed when it ran again', async () => {
  const late = trial({ claims: [first] });
  expect((await late.watched()).findings.map(({ code }) => code)).toEqual(['window-passed-unused']);
  await late.watched();
  expect(late.issues.map(({ title }) => title)).toEqual(['Maintenance window passed unused: daily']);
  const ran = { ...first, opening: 'daily@2026-11-21T02:00:00Z' };
  await trial({ claims: [first, ran], issues: late.issues }).watched();
  expect(late.issues.map(({ isOpen }) => isOpen)).toEqual([false]);
});

test('a comment whose answer was lost is not written twice, however often it is looked at', async () => {
  const forge = new FakeForge();
  forge.workflows.set('daily.yml', { enabled: true }).set('watch.yml', { enabled: true });
  const { title, body } = { title: 'late', body: '<!-- rooivalk-maintenance: window daily -->\nearlier' };
  await forge.openIssue({ title, body, labels: [watchLabel], assignees: [] });
  const keep = forge.keepComment.bind(forge);
  let lost = 0;
  forge.keepComment = async (...given) => {
    await keep(...given);
    lost += 1;
    throw new PortError({ code: 'unreachable', subject: 'comment on 1', message: 'the answer was lost' });
  };
  const ran = { ...first, opening: 'daily@2026-11-21T02:00:00Z' };
  for (const claims of [[first], [first], [first, ran], [first, ran]]) {
    const { findings } = await trial({ claims, rest: { forge } }).watched();
    expect(findings.map(({ code }) => code)).toContain('not-watched');
  }
  expect(lost).toBe(4);
  expect(forge.allComments.map(({ body: said }) => said.split('\n')[0])).toEqual([
    '<!-- rooivalk-maintenance: daily@2026-11-21T02:00:00Z -->',
    '<!-- rooivalk-maintenance: carried-out -->',
  ]);
  forge.keepComment = keep;
  await trial({ claims: [first, ran], rest: { forge } }).watched();
  expect([forge.allComments.length, forge.issues.map(({ isOpen }) => isOpen)]).toEqual([2, [false]]);
});

test('somebody else’s issue with the same label and words is left alone', async () => {
  const theirs: Issue = {
    number: 1,
    isPullRequest: false,
    title: '',
    body: '<!-- rooivalk-maintenance: window daily -->',
    author: { id: 1, login: 'mallory', type: 'User' },
    isOpen: true,
    url: '',
  };
  const { issues, watched } = trial({ claims: [{ ...first }], issues: [theirs] });
  await watched();
  expect(issues).toHaveLength(2);
  expect(issues[0]).toEqual(theirs);
});

test('a schedule that was switched off is switched on', async () => {
  const { enabled, watched } = trial({ off: ['daily.yml'] });
  await watched();
  expect(enabled).toEqual(['daily.yml']);
});

test('a workflow that the repository does not have is not missed, and one that cannot be read hides no other', async () => {
  const forge = new FakeForge();
  forge.workflows.set('daily.yml', { enabled: false }).set('watch.yml', { enabled: false });
  const read = forge.workflow.bind(forge);
  forge.workflow = async (name) => {
    if (name !== 'prepare.yml') return read(name);
    throw new PortError({ code: 'unreachable', subject: name, message: 'no connection' });
  };
  const workflows = ['daily.yml', 'weekly.yml', 'prepare.yml', 'watch.yml'];
  const { findings } = await trial({
    claims: [{ ...first, opening: 'daily@2026-11-21T02:00:00Z' }],
    rest: { forge, workflows },
  }).watched();
  expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['not-watched', 'prepare.yml']]);
  expect([...forge.workflows.values()].map(({ enabled }) => enabled)).toEqual([true, true]);
});

test('a window that the repository has no workflow for is not missed, though others have run', async () => {
  const forge = new FakeForge();
  forge.workflows.set('daily.yml', { enabled: true });
  const { findings } = await trial({
    claims: [first, { ...first, opening: 'daily@2026-12-06T02:00:00Z' }],
    rest: {
      forge,
      workflows: ['daily.yml', 'weekly.yml', 'monthly.yml'],
      clock: stillClock(Date.parse('2026-12-06T09:00:00Z')),
    },
  }).watched();
  expect([findings, forge.issues]).toEqual([[], []]);
});

test.each([
  ['after its workflow was there', '2026-11-20T12:00:00Z', ['window-passed-unused']],
  ['before its workflow was there', '2026-11-21T02:30:00Z', []],
])('a window that never ran once, %s', async (_, adoptedAt, codes) => {
  const { findings } = await trial({ adoptedAt }).watched();
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

test('what cannot be looked after is said, and the rest goes on', async () => {
  const broken = async () => {
    throw new PortError({ code: 'unreachable', subject: 'api', message: 'no connection' });
  };
  const { enabled, watched } = trial({
    off: ['watch.yml'],
    rest: { maintenance: { journal: { read: broken }, state: { read: broken } } as never, heartbeat: broken },
  });
  const { findings, recover } = await watched();
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual(Array(4).fill(['not-watched', 'unknown']));
  expect([recover, enabled]).toEqual([false, ['watch.yml']]);
});
