import { expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { type Closing, closeOpenJournal } from '../../src/pipeline/conduct/close-journal.ts';
import { recover } from '../../src/pipeline/recover/recover.ts';
import { watch, watchLabel } from '../../src/pipeline/watch/watch.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { SteppingClock } from '../adapters/kubernetes/local-api.ts';
import { people } from '../domain/approval/guard/evidence.ts';
import { FakeForge } from '../fakes/forge/fake-forge.ts';
import { planOf, ScaledWorld, scale } from './scaled-world.ts';

const minute = 60_000;
const runs = 'https://github.com/phoenix/rooivalk/actions/runs';
const dead = `${runs}/1 attempt 1 job window`;
const recovery = `${runs}/2 attempt 1 job recover`;

/** A run that was killed in a step, and the watch over it. */
async function cutOff() {
  const world = new ScaledWorld(['a']);
  const clock = new SteppingClock();
  const maintenance = openMaintenance(world.cluster, clock);
  const writer = await maintenance.journal.open({ run: dead, id: 'x', plan: planOf([scale('a')]) });
  await writer.write(scale('a').id, 'begun');
  world.replicas.set('a', 2);
  const forge = new FakeForge();
  const look = () =>
    watch({
      maintenance,
      forge,
      calendar: { windows: [], blackouts: [] },
      clock,
      workflows: [],
      assignees: ['jv'],
    });
  const closing: Pick<Closing, 'executor' | 'context' | 'clock'> = {
    executor: (step) => world.executor(step.kind),
    context: world.context(),
    clock,
  };
  return { world, clock, maintenance, forge, look, closing };
}

const issuesOf = ({ issues }: FakeForge) => issues.map(({ title, isOpen }) => [title, isOpen]);
const codes = ({ findings }: Awaited<ReturnType<typeof watch>>) => findings.map(({ code }) => code);

test('nobody is bothered while recovery may still come; then one issue, however often it is looked at', async () => {
  const { clock, forge, look } = await cutOff();
  await clock.sleep(30 * minute);
  expect([codes(await look()), forge.issues]).toEqual([[], []]);
  await clock.sleep(30 * minute);
  const stuck = await look();
  expect(stuck).toMatchObject({
    findings: [{ code: 'journal-left-open', severity: 'fail', subject: 'increase-capacity' }],
  });
  await look();
  expect(issuesOf(forge)).toEqual([['Maintenance is half-way: increase-capacity', true]]);
  expect(forge.issues[0]?.body).toContain(`The journal of ${dead} has been taken by no recovery since: 1 of 1 step`);
  expect(forge.issueLabels.get(1)).toEqual([watchLabel]);
});

test('a recovery that could not finish is told at once, and the issue is closed with the journal', async () => {
  const { clock, forge, look, maintenance, world, closing } = await cutOff();
  world.refusesUndo.add('a');
  const recovering = { maintenance, run: recovery, holder: recovery, patienceMs: minute, progress: () => undefined };
  const describe = (id: string) => ({ title: id, type: 'adaptive' as const });
  expect(await recover({ ...recovering, closing, describe })).toMatchObject({ kind: 'left-open' });
  await clock.sleep(15 * minute);
  expect(codes(await look())).toEqual(['journal-left-open']);
  expect(forge.issues[0]?.body).toContain(`The journal of ${recovery} was left open by recovery`);

  world.refusesUndo.clear();
  expect(await recover({ ...recovering, closing, describe })).toMatchObject({ kind: 'closed' });
  expect(codes(await look())).toEqual([]);
  await look();
  expect(issuesOf(forge)).toEqual([['Maintenance is half-way: increase-capacity', false]]);
  expect(forge.allComments.map(({ body }) => body)).toEqual([expect.stringContaining('The journal is closed.')]);
});

test('a recovery that has only just begun is left to its work, and told of when it writes nothing', async () => {
  const { clock, look, maintenance } = await cutOff();
  await clock.sleep(40 * minute);
  await maintenance.journal.takeOver(recovery);
  expect(codes(await look())).toEqual([]);
  await clock.sleep(6 * minute);
  expect(codes(await look())).toEqual(['journal-left-open']);
});

test('the next journal has an issue of its own', async () => {
  const { clock, forge, look, maintenance, closing } = await cutOff();
  await clock.sleep(60 * minute);
  await look();
  await closeOpenJournal({
    ...closing,
    journal: maintenance.journal,
    run: recovery,
    undo: { holdsLease: async () => true },
  });
  const writer = await maintenance.journal.open({ run: dead, id: 'y', plan: planOf([scale('a')]) });
  await writer.write(scale('a').id, 'begun');
  await look();
  expect(issuesOf(forge)).toEqual([['Maintenance is half-way: increase-capacity', false]]);
  await clock.sleep(60 * minute);
  await look();
  expect(issuesOf(forge).map(([, isOpen]) => isOpen)).toEqual([false, true]);
});

test('what somebody else wrote into the journal is in no issue, and their issue is no one of ours', async () => {
  const { clock, forge, look, maintenance } = await cutOff();
  const open = await maintenance.journal.read();
  if (open === undefined) throw new Error('a journal is open');
  const hostile = {
    ...open,
    authenticity: 'broken',
    run: '@everybody <!-- -->',
    task: '[x](http://x)',
    id: '--> @all',
  };
  const theirs = { number: 1, isPullRequest: false, title: 'x', isOpen: true, url: '', author: people.admin };
  forge.issues.push({ ...theirs, body: '<!-- rooivalk-maintenance: journal sha256:0 -->' });
  forge.issueLabels.set(1, [watchLabel]);
  const watched = await watch({
    maintenance: { ...maintenance, journal: { ...maintenance.journal, read: async () => hostile as typeof open } },
    forge,
    calendar: { windows: [], blackouts: [] },
    clock,
    workflows: [],
    assignees: [],
  });
  expect(codes(watched)).toEqual(['journal-not-authentic']);
  expect(issuesOf(forge)).toEqual([
    ['x', true],
    ['Maintenance is half-way: a task', true],
  ]);
  expect(forge.issues[1]?.body).not.toMatch(/@|http:\/\/x/);
  expect(await look()).toBeDefined();
});

test('a journal that cannot be read as one is told by an issue, at once and once, until it can', async () => {
  const { clock, forge, look, world } = await cutOff();
  await clock.sleep(60 * minute);
  await look();
  let good = '';
  const edit = (change: (head: string) => string) =>
    world.cluster.edit(resources.configMaps, 'rooivalk-maintenance', 'journal', ({ data }) => {
      good ||= data.head;
      data.head = change(data.head);
    });
  edit(() => '{');
  expect(await look()).toMatchObject({
    recover: false,
    findings: [{ code: 'journal-damaged', severity: 'fail', next: expect.stringContaining('get configmap journal') }],
  });
  await look();
  const halfWay = ['Maintenance is half-way: increase-capacity', true];
  expect(issuesOf(forge)).toEqual([halfWay, ['The journal of maintenance is damaged', true]]);
  expect(forge.issues[1]?.body).toContain('It does not hold what this product writes: no JSON');
  edit(() => good);
  expect(codes(await look())).toEqual(['journal-left-open']);
  expect(issuesOf(forge)).toEqual([halfWay, ['The journal of maintenance is damaged', false]]);
  expect(forge.allComments.map(({ body }) => body)).toEqual([expect.stringContaining('can be read again')]);
});

test('a journal that nobody can ask for is unknown, and no issue is closed for it', async () => {
  const { clock, forge, look, world } = await cutOff();
  await clock.sleep(60 * minute);
  await look();
  const silent = new PortError({ code: 'timeout', subject: 'configmaps/journal', message: 'no answer' });
  world.cluster.fail({ verb: 'get', resource: 'configmaps', name: 'journal' }, silent);
  expect(codes(await look())).toEqual(['not-watched']);
  expect(issuesOf(forge)).toEqual([['Maintenance is half-way: increase-capacity', true]]);
});

test('an issue that cannot be opened is said, and recovery comes all the same', async () => {
  const { clock, forge, look } = await cutOff();
  await clock.sleep(60 * minute);
  const { openIssue } = forge;
  forge.openIssue = () => Promise.reject(new Error('closed'));
  const watched = await look();
  expect([watched.recover, codes(watched)]).toEqual([true, ['journal-left-open', 'not-watched']]);
  forge.openIssue = openIssue;
});
