export const id = 343;
export const ids = [343];
export const modules = {

/***/ 88343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTask: () => (/* binding */ runTask)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/verdict.js
var domain_verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding = __webpack_require__(40618);
// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
;// CONCATENATED MODULE: ./build/domain/plan/plan.js

/**
 * Seal a draft: SHA-256 over RFC 8785 JSON of task, inputs, steps (with their undo) and the observation's basis. `now`
 * and measurements are not in it, so the same world gives the same digest tomorrow.
 */
function sealPlan(task, inputs, basis, draft) {
    const { steps, refusals } = draft;
    return { task, inputs, steps, refusals, basis, digest: (0,json/* digestOf */.o)({ task, inputs, steps, basis }) };
}

// EXTERNAL MODULE: ./build/domain/step/step.js
var step_step = __webpack_require__(44156);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
;// CONCATENATED MODULE: ./build/pipeline/carry-out/take-steps.js


/**
 * Take a plan's steps in order: each is journalled before it is taken, under the Lease, with its precondition, within its
 * deadline. Steps without an inverse stand for themselves: one that fails does not keep the next from being taken.
 */
async function takeSteps(plan, environment, changing, context) {
    const applied = [];
    const findings = [];
    let writer;
    try {
        writer = await changing.journal.open(changing.run, plan);
    }
    catch (error) {
        return {
            applied,
            findings,
            stopped: { status: 'failed', cause: `the journal could not be opened: ${(0,trouble/* causeOf */.rl)(error)}` },
        };
    }
    for (const [index, step] of plan.steps.entries()) {
        const obstacle = await obstacleTo(step, plan.steps.length - index, environment, changing);
        if (obstacle) {
            await closeJournal(writer, findings);
            return { applied, findings, stopped: obstacle };
        }
        environment.progress(`step ${index + 1} of ${plan.steps.length}: ${step.id}`);
        try {
            await writer.write(step.id, 'begun');
        }
        catch (error) {
            return {
                applied,
                findings,
                stopped: { status: 'failed', cause: `the journal could not be written: ${(0,trouble/* causeOf */.rl)(error)}` },
            };
        }
        const outcome = await takeOne(step, environment, context);
        applied.push(outcome.applied);
        findings.push(...outcome.findings);
        try {
            await writer.write(step.id, progressOf(outcome.applied));
        }
        catch (error) {
            return {
                applied,
                findings,
                stopped: { status: 'failed', cause: `the journal could not be written: ${(0,trouble/* causeOf */.rl)(error)}` },
            };
        }
    }
    await closeJournal(writer, findings);
    return { applied, findings };
}
const progressOf = (applied) => applied.outcome === 'done' ? 'done' : applied.outcome === 'skipped' ? 'dropped' : 'failed';
/** Close the journal; that it stays open is something a person has to know. */
async function closeJournal(writer, findings) {
    try {
        await writer.close();
    }
    catch (error) {
        findings.push((0,trouble/* unknownFinding */.M8)('journal-left-open', 'journal', 'the journal could not be closed', error));
    }
}
/** Why the next step must not be taken now. */
async function obstacleTo(step, left, environment, changing) {
    const rest = `${left} ${left === 1 ? 'step was' : 'steps were'} not taken`;
    if (environment.signal.aborted)
        return { status: 'cancelled', cause: `the run was cancelled; ${rest}` };
    const now = environment.clock.now();
    if (now + step.deadlineMs > changing.closesAt) {
        const closes = new Date(changing.closesAt).toISOString();
        return { status: 'deferred', cause: `${step.id} could not end before ${closes}; ${rest}` };
    }
    try {
        if (await changing.holdsLease())
            return undefined;
        return { status: 'failed', cause: `the Lease was lost to another run; ${rest}` };
    }
    catch (error) {
        return { status: 'failed', cause: `the Lease could not be renewed: ${(0,trouble/* causeOf */.rl)(error)}; ${rest}` };
    }
}
/** Precondition, apply, and what to make of an error. */
async function takeOne(step, environment, context) {
    const started = environment.clock.monotonic();
    const took = () => Math.round(environment.clock.monotonic() - started);
    const bound = boundedContext(step, environment, context);
    try {
        const executor = (await environment.executor(step.kind));
        const precondition = await executor.precondition(bound.context, step);
        if (!precondition.holds) {
            return { applied: { step, outcome: 'skipped', cause: precondition.moved, durationMs: took() }, findings: [] };
        }
        const effect = await applyOrSettle(executor, step, bound.context);
        return { applied: { step, outcome: 'done', effect, durationMs: took() }, findings: effect.findings };
    }
    catch (error) {
        return {
            applied: { step, outcome: 'failed', cause: (0,trouble/* causeOf */.rl)(error), durationMs: took() },
            findings: [failedStep(step, error)],
        };
    }
    finally {
        bound.end();
    }
}
const lostAnswers = new Set(['unreachable', 'timeout']);
/** Apply; where the answer was lost, ask the world whether it happened. */
async function applyOrSettle(executor, step, context) {
    try {
        return await executor.apply(context, step);
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U) || !lostAnswers.has(error.code))
            throw error;
        const settled = await executor.settle(context, step).catch(() => 'cannot-tell');
        if (settled === 'done')
            return { text: 'done (the answer was lost; the world shows it)', measurements: [], findings: [] };
        throw error;
    }
}
/** The finding for a step that failed: a cut or cancelled one is not known to have failed. */
function failedStep(step, error) {
    const uncertain = (0,trouble/* isCancelled */.mm)(error) || (error instanceof port_error/* PortError */.U && lostAnswers.has(error.code));
    return {
        code: 'step-failed',
        severity: uncertain ? 'unknown' : 'fail',
        subject: step.subject,
        title: `${step.kind} did not come to its end`,
        evidence: (0,trouble/* causeOf */.rl)(error),
        next: error instanceof port_error/* PortError */.U && error.next !== undefined
            ? error.next
            : `look at ${step.subject} and run the task again`,
    };
}
/** The context of one step: its signal fires at the step's deadline as well. */
function boundedContext(step, environment, context) {
    const deadline = new AbortController();
    const ended = new AbortController();
    environment.clock.sleep(step.deadlineMs, ended.signal).then(() => deadline.abort(), () => undefined);
    const signal = AbortSignal.any([context.signal, deadline.signal]);
    const pause = (ms) => environment.clock.sleep(ms, signal);
    return { context: { ...context, signal, pause }, end: () => ended.abort() };
}

;// CONCATENATED MODULE: ./build/pipeline/carry-out/carry-out.js






/**
 * Carry out one task: observe, plan, and in apply mode take the steps and verify. Never rejects: whatever happens is in
 * the outcome, which says truthfully how far it came.
 */
async function carryOut(task, request, environment) {
    const started = environment.clock.monotonic();
    const outcome = await attempt(task, request, environment);
    return outcome(Math.round(environment.clock.monotonic() - started));
}
async function attempt(task, request, environment) {
    const context = contextOf(task, environment);
    let observation;
    let draft;
    try {
        environment.progress(`${task.id}: looking`);
        observation = await task.observe(context, request.inputs);
        draft = task.plan(observation, {
            inputs: request.inputs,
            platform: environment.platform,
            thresholds: environment.thresholds,
            calendar: environment.calendar,
            now: context.now,
        });
    }
    catch (error) {
        return couldNotLook(task, request, error);
    }
    const plan = sealPlan(task.id, request.inputs, observation.basis, draft);
    const forbidden = forbiddenSteps(task, plan);
    if (forbidden !== undefined)
        return planned(task, request, plan, draft, { status: 'refused', cause: forbidden });
    const { changing } = environment;
    if (changing.mode === 'plan')
        return planned(task, request, plan, draft);
    if (plan.steps.length === 0)
        return planned(task, request, plan, { ...draft, notChecked: [] });
    const taken = await takeSteps(plan, environment, changing, context);
    return verified(task, request, { plan, draft, observation, taken }, context);
}
/** The context a task sees: the ports that it declared, and the moment. */
function contextOf(task, environment) {
    const ports = Object.fromEntries(task.ports.map((name) => [name, environment.ports[name]]));
    return {
        ports: ports,
        platform: environment.platform,
        thresholds: environment.thresholds,
        calendar: environment.calendar,
        now: environment.clock.now(),
        signal: environment.signal,
        pause: (ms) => environment.clock.sleep(ms, environment.signal),
        progress: environment.progress,
    };
}
/** A preventive task plans preventive steps only, and every task only the kinds that it declares: else nothing is taken. */
function forbiddenSteps(task, plan) {
    const undeclared = plan.steps.find((step) => !task.steps.includes(step.kind));
    if (undeclared)
        return `step kind ${undeclared.kind} is not among those that ${task.id} declares`;
    if (task.type !== 'preventive')
        return undefined;
    const gated = plan.steps.find((step) => !(0,step_step/* isPreventive */.l)(step));
    return gated && `${gated.id} is not preventive: it needs an approval, and belongs into a task that asks for one`;
}
function couldNotLook(task, request, error) {
    const finding = (0,trouble/* unknownFinding */.M8)('cannot-observe', task.id, `${task.id} could not look`, error);
    const status = (0,trouble/* isCancelled */.mm)(error) ? 'cancelled' : 'failed';
    const ended = { verdict: 'unknown', status, cause: (0,trouble/* causeOf */.rl)(error), result: 'could not look' };
    return (durationMs) => ({ entry: entryOf(task, request, { ...ended, durationMs }), findings: [finding] });
}
/** The outcome when no step was taken: plan mode, nothing to do, or refused. */
function planned(task, request, plan, draft, refused) {
    const onlyRefusals = plan.steps.length === 0 && plan.refusals.length > 0;
    const status = refused || onlyRefusals ? 'refused' : plan.steps.length > 0 ? 'planned' : 'nothing-to-do';
    const floor = refused || plan.refusals.length > 0 ? 'warn' : 'not-applicable';
    const verdict = draft.notApplicable === undefined ? (0,domain_verdict/* worst */.QZ)([(0,finding/* verdictOf */.V)(draft.findings), floor]) : 'not-applicable';
    const cause = refused?.cause ?? draft.notApplicable;
    return (durationMs) => ({
        entry: entryOf(task, request, {
            verdict,
            status,
            ...(cause === undefined ? {} : { cause }),
            result: draft.result,
            notChecked: draft.notChecked,
            plan,
            measurements: draft.measurements,
            durationMs,
        }),
        findings: draft.findings,
    });
}
/** The outcome after steps: what the system's own state shows now. */
async function verified(task, request, carried, context) {
    const { plan, draft, observation, taken } = carried;
    let findings = draft.findings;
    let measurements = draft.measurements;
    let notChecked = [];
    let result = draft.result;
    try {
        const verification = await task.verify(context, { observation, draft, applied: taken.applied }, request.inputs);
        ({ findings, measurements, result } = verification);
        notChecked = verification.notChecked ?? [];
    }
    catch (error) {
        findings = [
            ...draft.findings,
            (0,trouble/* unknownFinding */.M8)('cannot-verify', task.id, `${task.id} could not prove its effect`, error),
        ];
    }
    const all = uniqueFindings([...findings, ...taken.findings, ...stoppedFinding(task, taken)]);
    const failed = taken.applied.some((applied) => applied.outcome === 'failed');
    const status = taken.stopped?.status ?? (failed ? 'failed' : 'done');
    const floor = plan.refusals.length > 0 || status === 'deferred' ? 'warn' : 'not-applicable';
    return (durationMs) => ({
        entry: entryOf(task, request, {
            verdict: (0,domain_verdict/* worst */.QZ)([(0,finding/* verdictOf */.V)(all), floor]),
            status,
            ...(taken.stopped ? { cause: taken.stopped.cause } : {}),
            result,
            notChecked,
            plan,
            applied: taken.applied.map((applied) => ({
                step: applied.step.id,
                outcome: applied.outcome,
                ...(applied.effect ? { text: applied.effect.text } : {}),
                ...(applied.cause === undefined ? {} : { cause: applied.cause }),
                durationMs: applied.durationMs,
            })),
            measurements: [...measurements, ...taken.applied.flatMap((applied) => applied.effect?.measurements ?? [])],
            durationMs,
        }),
        findings: all,
    });
}
/** Stopping before the end is something a person has to know. */
function stoppedFinding(task, taken) {
    if (!taken.stopped)
        return [];
    const severity = taken.stopped.status === 'deferred' ? 'warn' : 'unknown';
    const next = taken.stopped.status === 'deferred'
        ? 'the next opening goes on with it'
        : 'look at the cause and run the task again';
    return [
        {
            code: `steps-${taken.stopped.status}`,
            severity,
            subject: task.id,
            title: 'not all steps were taken',
            evidence: taken.stopped.cause,
            next,
        },
    ];
}
/** The first finding of each code and subject. */
function uniqueFindings(findings) {
    const seen = new Map();
    for (const finding of findings) {
        const key = JSON.stringify([finding.code, finding.subject]);
        if (!seen.has(key))
            seen.set(key, finding);
    }
    return [...seen.values()];
}
function entryOf(task, request, ended) {
    const { plan } = ended;
    return {
        id: task.id,
        title: task.title,
        type: task.type,
        verdict: ended.verdict,
        phase: request.phase,
        status: ended.status,
        ...(ended.cause === undefined ? {} : { cause: ended.cause }),
        result: ended.result,
        notChecked: [...(ended.notChecked ?? [])],
        ...(plan
            ? { plan: { digest: plan.digest, steps: plan.steps.map((step) => ({ ...step })), refusals: [...plan.refusals] } }
            : {}),
        applied: [...(ended.applied ?? [])],
        undone: [],
        measurements: [...(ended.measurements ?? [])],
        durationMs: ended.durationMs,
    };
}

// EXTERNAL MODULE: ./build/domain/calendar/blackouts.js
var calendar_blackouts = __webpack_require__(3510);
// EXTERNAL MODULE: ./build/domain/calendar/explanation.js
var explanation = __webpack_require__(84443);
// EXTERNAL MODULE: ./build/domain/calendar/openings.js
var openings = __webpack_require__(27279);
// EXTERNAL MODULE: ./build/domain/conduct/scene.js
var scene = __webpack_require__(88282);
;// CONCATENATED MODULE: ./build/pipeline/conduct/begin-alone.js




/**
 * The job of one task by itself. Pure. Looking is allowed at any time; applying while a window is open, or outside every
 * window with a written reason, and never in a blackout: else the job holds a refusal and nothing is due.
 */
function beginAlone(request) {
    const { calendar, now, mode } = request;
    const opening = (0,openings/* openAt */._8)(calendar, now)[0];
    const refusal = mode === 'plan' ? undefined : refusalOf(request, opening !== undefined);
    const left = opening === undefined ? scene/* JOB_MS */.RY : Math.min(scene/* JOB_MS */.RY, (0,openings/* timeLeft */.f$)(opening, now));
    const instant = (ms) => new Date(ms).toISOString();
    return {
        mode,
        run: { ...request.run, ...(request.reason === '' ? {} : { reason: request.reason }) },
        platform: request.platform,
        window: opening === undefined
            ? { name: request.task, outside: true }
            : { name: opening.window, opensAt: instant(opening.start), closesAt: instant(opening.end), outside: false },
        absorbs: [],
        continues: false,
        due: refusal === undefined ? [request.task] : [],
        lookOnly: [],
        notDue: refusal === undefined ? [] : [{ id: request.task, status: 'refused', verdict: 'warn', cause: refusal.rule }],
        notes: [opening === undefined ? 'outside every window' : `${opening.window} is open until ${(0,explanation/* utcOf */.ym)(opening.end)}`],
        findings: [],
        ...(refusal === undefined ? {} : { refusal }),
        earlier: {},
        startedAt: instant(now),
        closesAt: instant(now + left - scene/* RESERVE_MS */.o7),
        failOn: request.failOn,
    };
}
function refusalOf({ calendar, now, reason, task }, open) {
    const blackouts = (0,calendar_blackouts/* blackoutsAt */.It)(calendar, now);
    if (blackouts.length > 0) {
        return {
            subject: task,
            rule: 'nothing is changed in a blackout, whatever the reason',
            state: blackouts.map(explanation/* describeBlackout */.XP).join('; '),
            next: 'ask its owner to lift it in .github/maintenance.yml, or wait',
        };
    }
    if (open || reason.trim() !== '')
        return undefined;
    return {
        subject: task,
        rule: 'outside every window a change needs a written reason',
        state: (0,explanation/* explain */.WE)(calendar, now).sentence,
        next: 'give a reason (input `reason`), or wait for the opening; `mode: plan` is allowed at any time',
    };
}

;// CONCATENATED MODULE: ./build/pipeline/lease-keeper.js
/** Our duration of the Lease, ms. Never the object's. */
const leaseDurationMs = 300_000;
/**
 * Keeps the job's Lease while this process changes something. A holder stops at two thirds of the duration after its last
 * proven renewal, by its own monotonic clock: long before anybody may take over.
 */
class LeaseKeeper {
    #lease;
    #holder;
    #clock;
    #renewedAt;
    constructor(lease, holder, clock) {
        this.#lease = lease;
        this.#holder = holder;
        this.#clock = clock;
    }
    /** Whether the Lease is held: renewed now if the last renewal is older than a fifth of the duration. */
    async holds() {
        const age = this.#age();
        if (age !== undefined && age < leaseDurationMs / 5)
            return true;
        const asked = this.#clock.monotonic();
        try {
            if (!(await this.#lease.renew(this.#holder)))
                return false;
            this.#renewedAt = asked;
            return true;
        }
        catch (error) {
            if (age !== undefined && age < (leaseDurationMs * 2) / 3)
                return true;
            throw error;
        }
    }
    /** Renew every minute until the signal fires; a renewal that fails is left to {@link holds} to report. */
    async keep(signal) {
        while (!signal.aborted) {
            await this.#clock.sleep(leaseDurationMs / 5, signal).catch(() => undefined);
            if (!signal.aborted)
                await this.holds().catch(() => false);
        }
    }
    #age() {
        return this.#renewedAt === undefined ? undefined : this.#clock.monotonic() - this.#renewedAt;
    }
}

;// CONCATENATED MODULE: ./build/pipeline/needs.js

const met = new Set(['done', 'nothing-to-do', 'planned', 'refused']);
/**
 * Which need of a task is not met, with the chain of causes; undefined when all are. Met by done, nothing-to-do (planned, in
 * a dry run) or refused, each with a verdict better than unknown. A needed task that is not of this window is not waited for.
 */
function unmetNeed(needs, ended, ofThisWindow) {
    for (const need of needs) {
        const how = ended.get(need);
        if (how === undefined) {
            if (ofThisWindow.has(need))
                return `it needs ${need}, which has not run`;
            continue;
        }
        if (!met.has(how.status))
            return `it needs ${need}, which was ${how.status}`;
        if ((0,domain_verdict/* atLeast */.jZ)(how.verdict, 'unknown'))
            return `it needs ${need}, which ended ${how.verdict}`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/pipeline/publish/finish.js
var finish = __webpack_require__(79548);
;// CONCATENATED MODULE: ./build/pipeline/skipped.js
/** The outcome of a task whose need was not met: nothing was looked at, so nothing is known. */
function skippedOutcome(task, phase, cause) {
    const { id, title, type } = task;
    const entry = {
        id,
        title,
        type,
        phase,
        verdict: 'unknown',
        status: 'skipped',
        cause,
        result: '',
        notChecked: [],
        applied: [],
        undone: [],
        measurements: [],
        durationMs: 0,
    };
    return { entry: { ...entry, notChecked: [], applied: [], undone: [], measurements: [] }, findings: [] };
}

// EXTERNAL MODULE: ./build/steps/registry.js
var registry = __webpack_require__(99173);
// EXTERNAL MODULE: ./build/tasks/registry.js
var tasks_registry = __webpack_require__(60190);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/configuration-file.js + 16 modules
var configuration_file = __webpack_require__(80298);
// EXTERNAL MODULE: ./build/runtime/pipeline-actions.js
var pipeline_actions = __webpack_require__(36891);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 5 modules
var publish = __webpack_require__(10621);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 6 modules
var wiring_platform = __webpack_require__(53268);
;// CONCATENATED MODULE: ./build/runtime/run-task.js


















/** Carry out one task: as part of a window when a conductor ran in this job, else by itself. Answers the exit status. */
async function runTask(id, self) {
    const catalogue = await (0,tasks_registry/* loadAllTasks */.Mi)();
    const task = catalogue.find((candidate) => candidate.id === id);
    if (task === undefined)
        throw new task_inputs/* InputError */.d(`there is no task "${id.slice(0, 80)}"; there are ${catalogue.map((known) => known.id).join(', ')}`);
    const configuration = (0,configuration_file/* loadConfiguration */.v)(self.environment.workspace, Object.fromEntries(catalogue.map((known) => [known.id, known.inputs])));
    const given = (0,task_inputs/* readInputs */.K)(id, pipeline_actions/* taskInputs */.LX, self.environment);
    const inputs = (0,task_inputs/* readInputs */.K)(id, task.inputs, self.environment, configuration);
    const assignment = { self, task, inputs, phase: given.phase, configuration, catalogue };
    const job = self.handover.job();
    return job === undefined ? alone(assignment, given) : inWindow(assignment, job);
}
/** One of the tasks of a job: the conductor holds the Lease and publishes. */
async function inWindow(assignment, job) {
    const { self, task } = assignment;
    if (!job.due.includes(task.id)) {
        self.stdout.print(`${task.id} is not due in this job.`);
        return 0;
    }
    const ended = new Map(Object.entries(job.earlier));
    for (const { entry } of self.handover.outcomes())
        ended.set(entry.id, entry);
    self.stdout.print(`${task.title}: ${job.due.indexOf(task.id) + 1} of ${job.due.length}; no step starts that could not end before ${job.closesAt}`);
    const unmet = unmetNeed(task.needs, ended, new Set(job.due));
    const outcome = unmet === undefined
        ? await carry(assignment, job, await (0,wiring_platform/* openPlatform */.W)(self, assignment.configuration, task.id))
        : skippedOutcome(task, assignment.phase, unmet);
    self.handover.writeOutcome(outcome);
    return told(assignment, outcome, job.failOn);
}
/** A task by itself: it takes and gives back the Lease, and publishes its own report. */
async function alone(assignment, given) {
    const { self, task, configuration } = assignment;
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration, task.id);
    const job = beginAlone({
        task: task.id,
        mode: given.mode === 'apply' ? 'apply' : 'plan',
        reason: given.reason,
        calendar: (0,windows/* calendarOf */.Yw)(configuration),
        now: clock/* systemClock */.m.now(),
        run: self.environment.run,
        platform: await platform.describe(),
        failOn: configuration.failOn,
    });
    if (job.refusal !== undefined)
        self.stdout.annotate('warning', `${task.id} refused`, `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`);
    const held = job.mode === 'apply' && job.refusal === undefined ? await holdLease(assignment, job, platform) : job;
    try {
        const outcomes = held.due.length === 0 ? [] : [await carry(assignment, held, platform)];
        const finished = await (0,finish/* finish */.O)({
            kind: 'task',
            id: task.id,
            job: held,
            outcomes,
            describe: () => ({ title: task.title, type: task.type }),
            state: platform.maintenance.state,
            clock: clock/* systemClock */.m,
            runWord: wordOf(self),
        });
        for (const trouble of finished.notRemembered)
            self.stdout.print(`Not remembered: ${trouble}`);
        const published = await (0,publish/* publishReport */.S)(self, finished.report);
        self.environment.output('report', published.json);
        const [outcome] = outcomes;
        if (outcome !== undefined)
            return told(assignment, outcome, held.failOn);
        return (0,domain_verdict/* atLeast */.jZ)(finished.report.verdict, held.failOn) ? 1 : 0;
    }
    finally {
        if (held.leaseHolder !== undefined)
            await platform.maintenance.lease.release(held.leaseHolder).catch(() => undefined);
    }
}
/** Take the Lease for this process; another run's is waited for a minute, no longer. */
async function holdLease({ self, task }, job, platform) {
    const holder = `${wordOf(self)} ${(0,external_node_crypto_.randomUUID)()}`;
    const taken = await platform.maintenance.lease.take(holder, { patienceMs: 60_000, graceMs: 0 });
    if (taken.taken)
        return { ...job, leaseHolder: holder };
    const cause = `another run holds the Lease (${taken.holder})`;
    return {
        ...job,
        due: [],
        notDue: [{ id: task.id, status: 'deferred', verdict: 'warn', cause }],
        notes: [...job.notes, cause],
    };
}
async function carry(assignment, job, platform) {
    const { self, task, inputs, phase, configuration } = assignment;
    const keeping = new AbortController();
    const changing = changingOf(assignment, job, platform, keeping.signal);
    try {
        return await carryOut(task, { inputs, phase }, {
            ports: await platform.ports(task.ports),
            platform: configuration.platform,
            thresholds: configuration.thresholds,
            calendar: (0,windows/* calendarOf */.Yw)(configuration),
            clock: clock/* systemClock */.m,
            signal: self.signal,
            progress: (text) => self.stdout.print(text),
            executor: registry/* loadStep */.$,
            changing,
        });
    }
    finally {
        keeping.abort();
    }
}
function changingOf({ self, task }, job, platform, ends) {
    if (job.mode === 'plan' || job.leaseHolder === undefined || job.lookOnly.includes(task.id))
        return { mode: 'plan' };
    const keeper = new LeaseKeeper(platform.maintenance.lease, job.leaseHolder, clock/* systemClock */.m);
    void keeper.keep(ends);
    return {
        mode: 'apply',
        journal: platform.maintenance.journal,
        run: wordOf(self),
        holdsLease: () => keeper.holds(),
        closesAt: Date.parse(job.closesAt),
    };
}
const wordOf = (self) => (0,process/* runWord */.k)(self.environment.run, self.environment.job);
/** Outputs and the last line; red from the configured verdict on (in a window the step's mark only: `close` decides). */
function told({ self, task }, { entry }, failOn) {
    self.environment.output('verdict', entry.verdict);
    self.environment.output('status', entry.status);
    self.environment.output('result', entry.result);
    self.stdout.print(`${task.id}: ${entry.verdict}, ${entry.status}. ${entry.result}${entry.cause === undefined ? '' : ` (${entry.cause})`}`);
    return (0,domain_verdict/* atLeast */.jZ)(entry.verdict, failOn) ? 1 : 0;
}


/***/ })

};
