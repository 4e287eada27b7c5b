import { randomUUID } from 'node:crypto';
import type { MadePlan } from '../../domain/approval/make-documents.ts';
import { parseRequestInputs } from '../../domain/approval/request-inputs.ts';
import { type Validity, validityAhead, validityByHand } from '../../domain/approval/validity.ts';
import { mayChange } from '../../domain/conduct/assignment.ts';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import { calendarOf } from '../../domain/configuration/windows.ts';
import type { Job } from '../../domain/job/job.ts';
import { digestOf } from '../../domain/json.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { formatSpan } from '../../domain/quantities.ts';
import { findApplied } from '../../domain/state/applied.ts';
import { windowNames } from '../../domain/task/declaration.ts';
import { findAhead } from '../../pipeline/ahead/plans-ahead.ts';
import { beginAlone } from '../../pipeline/conduct/begin-alone.ts';
import { behind, byHandPatienceMs, type First, lookFirst, notKnown } from '../../pipeline/conduct/behind-journal.ts';
import { isNotDone, planStatus } from '../../pipeline/prepare/plan-status.ts';
import { type Asked, type Planned, prepare } from '../../pipeline/prepare/prepare.ts';
import { refusedBeside } from '../../pipeline/prepare/refused-beside.ts';
import { finish } from '../../pipeline/publish/finish.ts';
import { rollBackId, rollBackTask } from '../../pipeline/roll-back/roll-back-task.ts';
import { loadStep } from '../../steps/registry.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import { openCatalogue } from '../catalogue.ts';
import { systemClock } from '../clock.ts';
import { configurationText } from '../configuration-file.ts';
import { type Process, runWord } from '../process.ts';
import { publishReport } from '../publish.ts';
import { taskEnvironment } from '../task-environment.ts';
import { InputError, inputsGiven, readInputs } from '../task-inputs.ts';
import { openForge } from '../wiring/forge.ts';
import { type OpenPlatform, openPlatform } from '../wiring/platform.ts';
import { plan as declaration, rollBack as rollBackDeclaration } from './actions.ts';
import { tellBeside } from './beside.ts';
import { buildDigest } from './build-digest.ts';
import { type HandedOver, handOver } from './hand-over.ts';
import { repositoryOf } from './repository.ts';

/** Plans are made a lead time ahead; a tick that is late by so much still finds the first one, ms. */
const slackMs = 3_600_000;

/** How long one tick of planning ahead waits for a run that is at work, ms: until shortly before the next tick. */
const tickMs = 15 * 60_000;

interface Request {
  readonly mode: 'plan' | 'apply';
  readonly reason: string;
  readonly pullRequest: number;
}

/** What is planned, and how it is called in the report. */
interface Subject {
  readonly id: string;
  readonly asked: readonly Asked[];
  readonly validity: Validity | undefined;
  /** Planned for a window that comes. */
  readonly ahead: boolean;
  /** Why nothing is planned, when there would be something. */
  readonly note?: string;
}

interface Scene {
  readonly self: Process;
  readonly configuration: Configuration;
  readonly catalogue: readonly AnyTask[];
  readonly platform: OpenPlatform;
}

/** Plan a task by hand, or the gated tasks of a coming window. Answers the exit status. */
export async function planAction(self: Process): Promise<number> {
  const scene = await openScene(self);
  const given = readInputs('plan', declaration.inputs, self.environment) as unknown as Record<string, string>;
  const { task = '', window = '' } = given;
  if ((task === '') === (window === '')) {
    throw new InputError('plan: give either input task or input window');
  }
  const subject = task === '' ? await notTwice(scene, subjectAhead(scene, window)) : subjectByHand(scene, task, given);
  return planned(scene, subject, requestOf(given));
}

/** Plan the way back of a finished run. Answers the exit status. */
export async function rollBackAction(self: Process): Promise<number> {
  const scene = await openScene(self);
  const given = readInputs(rollBackId, rollBackDeclaration.inputs, self.environment) as unknown as Record<
    string,
    string
  >;
  const found = findApplied(await scene.platform.maintenance.state.read('applied'), given.plan ?? '');
  if ('none' in found) throw new InputError(`roll-back: ${found.none}`);
  const task = await rollBackTask(found.found, loadStep);
  const asked = [{ task, inputs: { plan: found.found.digest } }];
  return planned(scene, { id: rollBackId, asked, validity: byHand(scene), ahead: false }, requestOf(given));
}

async function openScene(self: Process): Promise<Scene> {
  const { tasks: catalogue, configuration } = await openCatalogue(self);
  return { self, configuration, catalogue, platform: await openPlatform(self, configuration) };
}

const requestOf = (given: Readonly<Record<string, unknown>>): Request => ({
  mode: given.mode === 'apply' ? 'apply' : 'plan',
  reason: String(given.reason ?? ''),
  pullRequest: Number(given['pull-request'] ?? 0),
});

const byHand = ({ self, configuration }: Scene): Validity =>
  validityByHand(
    calendarOf(configuration),
    systemClock.now(),
    repositoryOf(self.environment).id,
    configuration.approval.validFor,
  );

function subjectByHand(scene: Scene, id: string, given: Readonly<Record<string, string>>): Subject {
  const { catalogue, configuration } = scene;
  const task = catalogue.find((known) => known.id === id);
  if (task === undefined) {
    throw new InputError(`plan: there is no task "${id}"; there are ${catalogue.map((known) => known.id).join(', ')}`);
  }
  const read = parseRequestInputs(given.inputs ?? '');
  if ('error' in read) throw new InputError(`plan: inputs: ${read.error}`);
  const own = given.target ? { ...read.inputs, target: given.target } : read.inputs;
  const asked = [{ task, inputs: inputsGiven(id, task.inputs, own, configuration) }];
  return { id, asked, validity: byHand(scene), ahead: false };
}

function subjectAhead({ catalogue, configuration }: Scene, window: string): Subject {
  const gated = catalogue
    .filter(({ type }) => type !== 'preventive')
    .filter(({ id }) => !Object.hasOwn(configuration.tasks, id) || configuration.tasks[id]?.enabled !== false);
  const windows = windowNames.filter((name) => (window === 'any' || name === window) && gated.some(isOf(name)));
  const validity = validityAhead(calendarOf(configuration), windows, systemClock.now(), configuration.leadTime);
  const chosen = validity?.window?.name;
  const asked = gated
    .filter((task) => chosen !== undefined && task.windows.some((name) => name === chosen))
    .map((task) => ({ task, inputs: inputsGiven(task.id, task.inputs, {}, configuration) }));
  return { id: `prepare-${chosen ?? window}`, asked, validity, ahead: true };
}

/** What an earlier tick has planned for the same opening is not planned again: its reviewers are at it. */
async function notTwice({ self, configuration }: Scene, subject: Subject): Promise<Subject> {
  const { validity } = subject;
  if (validity?.window === undefined || subject.asked.length === 0) return subject;
  const since = Date.parse(validity.window.opensAt) - configuration.leadTime - slackMs;
  const earlier = await findAhead({
    forge: await openForge(self),
    openings: [validity.opening],
    since: new Date(since).toISOString(),
  });
  const [first] = earlier;
  if (first === undefined) return subject;
  return { ...subject, asked: [], note: `${validity.opening} has been planned for by ${first.run.url}` };
}

const isOf =
  (window: string) =>
  ({ windows }: AnyTask): boolean =>
    windows.some((name: string) => name === window);

async function planned(scene: Scene, subject: Subject, request: Request): Promise<number> {
  const { self, platform, configuration } = scene;
  const startedAt = new Date(systemClock.now()).toISOString();
  const first = onlyLooks(subject, request) ? { findings: [] } : await journalFirst(scene, subject);
  const job = behind(await jobOf(scene, subject, request, startedAt), first);
  const none: Planned = { outcomes: [], sealed: [] };
  const { validity } = subject;
  const nothing = validity === undefined || first.refusal !== undefined;
  const made = nothing ? none : await make(scene, subject, validity, request);
  const hands = request.mode === 'apply' && job.refusal === undefined;
  const handed = hands ? await handEach(scene, made, notKnown(first, subject.id)) : [];
  const beside = refusedBeside(made.sealed, handed);
  const refusal =
    job.refusal ?? (beside.length > 0 ? undefined : handed.find((each) => each.refusal !== undefined)?.refusal);
  await tellBeside(self, beside, handed);
  const notes = [...job.notes, ...handed.flatMap(({ waits }) => waits ?? [])];
  if (refusal !== undefined) {
    const level = request.mode === 'apply' ? 'error' : 'warning';
    self.stdout.annotate(level, 'refused', `${refusal.rule}; ${refusal.state}. ${refusal.next}`);
  }
  const finished = await finish({
    kind: 'task',
    id: subject.id,
    job: {
      ...job,
      notes,
      findings: [...job.findings, ...beside.map(({ finding }) => finding)],
      ...(refusal === undefined ? {} : { refusal }),
    },
    outcomes: made.outcomes,
    describe: (id) => ({ title: id, type: 'preventive' }),
    state: platform.maintenance.state,
    clock: systemClock,
    runWord: runWord(self.environment.run, self.environment.job),
  });
  await publishReport(self, finished.report, true, true);
  self.environment.output('verdict', finished.report.verdict);
  const notDone = isNotDone(request.mode, subject.ahead, made);
  if (notDone)
    self.stdout.annotate('error', 'not applied', `${subject.id}: everything was refused; the report says why`);
  const { verdict } = finished.report;
  const { failOn } = configuration;
  return planStatus({ mode: request.mode, notDone, handed, refusal, verdict, failOn });
}

/** Hand every plan to its gate; none when nobody knows what earlier runs have left. */
async function handEach(
  { self, configuration }: Scene,
  { sealed }: Planned,
  unknown: Refusal | undefined,
): Promise<readonly HandedOver[]> {
  if (unknown !== undefined) return sealed.map(() => ({ refusal: unknown }));
  const handed: HandedOver[] = [];
  for (const each of sealed) handed.push(await handOver(self, configuration, each));
  return handed;
}

/** Nothing is asked for that could change anything: half-way is when looking is needed most. */
const onlyLooks = ({ asked }: Subject, { mode }: Request): boolean =>
  asked.length === 0 || (mode === 'plan' && !asked.some(({ task }) => mayChange(task)));

/**
 * A run that is at work is waited for: by a person for a minute; by planning ahead, which comes at the hour of other windows,
 * until the next tick comes.
 */
const journalFirst = ({ self, platform }: Scene, { id, ahead }: Subject): Promise<First> =>
  lookFirst({
    journal: platform.maintenance.journal,
    clock: systemClock,
    subject: id,
    patienceMs: ahead ? tickMs : byHandPatienceMs,
    signal: self.signal,
    progress: (text) => self.stdout.print(text),
  });

async function make(scene: Scene, subject: Subject, validity: Validity, request: Request): Promise<Planned> {
  const { self, configuration, platform } = scene;
  const { reason, pullRequest } = request;
  const identity = await platform.identity();
  if (identity.uid === undefined) {
    throw new InputError('plan: namespace kube-system may not be read, so a plan could not be bound to this cluster');
  }
  const { uid } = identity;
  const { name, cluster, namespace } = await platform.describe();
  return prepare({
    asked: subject.asked,
    ahead: subject.ahead,
    validity,
    clock: systemClock,
    planId: () => randomUUID(),
    environment: (task) => taskEnvironment(self, configuration, platform, task, { mode: 'plan' }),
    common: async (made) => ({
      run: repositoryOf(self.environment),
      build: buildDigest(),
      configuration: digestOf(configurationText(self.environment.workspace)),
      platform: { name, cluster, namespace, uid, databases: await databasesIn(made, platform) },
      ...validity,
      reason,
      requestedBy: self.environment.run.requestedBy,
      plannedAt: new Date(systemClock.now()).toISOString(),
      ...(pullRequest > 0 ? { pullRequest } : {}),
    }),
  });
}

/** The identity of every database server whose content a step changes. */
async function databasesIn(made: readonly MadePlan[], platform: OpenPlatform): Promise<Record<string, string>> {
  const steps = made.flatMap(({ plan }) => plan.steps);
  const servers = new Set(steps.flatMap(({ parameters }) => ('server' in parameters ? [parameters.server] : [])));
  if (servers.size === 0) return {};
  const { database } = await platform.ports(['database']);
  const entries = [...servers].map(async (server) => [server, await database.systemIdentifier(server)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function jobOf(scene: Scene, subject: Subject, request: Request, startedAt: string): Promise<Job> {
  const { self, configuration, platform } = scene;
  const alone = beginAlone({
    task: subject.id,
    mode: subject.ahead ? 'plan' : request.mode,
    reason: request.reason,
    calendar: calendarOf(configuration),
    now: systemClock.now(),
    run: self.environment.run,
    platform: await platform.describe(),
    failOn: configuration.failOn,
  });
  const window = subject.validity?.window;
  const note =
    subject.validity === undefined
      ? `nothing to plan: no window with tasks that need approval opens within ${formatSpan(configuration.leadTime)}`
      : `planned for ${subject.validity.opening}, valid until ${subject.validity.notAfter}`;
  return {
    ...alone,
    mode: 'plan',
    startedAt,
    due: [],
    notes: [subject.note ?? note],
    ...(window === undefined ? {} : { window: { ...window, outside: false } }),
  };
}
