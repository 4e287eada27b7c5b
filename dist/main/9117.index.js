export const id = 9117;
export const ids = [9117];
export const modules = {

/***/ 88282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CK: () => (/* binding */ windowPart),
/* harmony export */   RY: () => (/* binding */ JOB_MS),
/* harmony export */   o7: () => (/* binding */ RESERVE_MS),
/* harmony export */   o9: () => (/* binding */ jobEndOf),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   u9: () => (/* binding */ frameUntil)
/* harmony export */ });
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95460);
/* harmony import */ var _calendar_openings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27279);


/** Hosted jobs and their tokens end at six hours; nothing of ours runs longer than this, ms. */
const JOB_MS = 330 * 60_000;
/** Kept free before the end of a window or job, ms: for closing, publishing and what takes longer than thought. */
const RESERVE_MS = 10 * 60_000;
/** The window as the report's head shows it. */
function windowPart(scene, outside) {
    const { opening, window, now } = scene;
    if (opening === undefined)
        return { name: window, outside };
    const { start, end } = opening;
    return { name: window, opensAt: (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(start), closesAt: (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(end), openedLate: now - start, outside };
}
/** When the job must be over. */
const jobEndOf = ({ situation }) => situation.jobStartedAt + JOB_MS;
/** The time that is left until an end: what changes something stops a reserve before it. */
function frameUntil(scene, end, lastStart) {
    const { now, situation } = scene;
    return { now, closesAt: end - RESERVE_MS, lastStart, durations: situation.state?.durations ?? {} };
}
/** When an opening that is open now closes: its end or the next blackout. */
const endOf = ({ now }, opening) => now + (0,_calendar_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLeft */ .f$)(opening, now);


/***/ }),

/***/ 66325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ madeWhen),
/* harmony export */   lp: () => (/* binding */ writerWords),
/* harmony export */   uD: () => (/* binding */ lastWriter)
/* harmony export */ });
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41645);
/* harmony import */ var _shown_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49054);


/**
 * The last writer by `managedFields` (kubernetes.io, "Server-Side Apply", Field Management): of the entries that hold the
 * field the newest, else the newest of all. Writes of the status are left out where a field is asked about, since they
 * change nothing else. Undefined when the object does not say.
 */
function lastWriter({ managedFields = [] }, field) {
    const holding = field === undefined ? [] : managedFields.filter(({ fieldsV1 }) => (0,_field_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsField */ .Lc)(fieldsV1, field));
    const changed = newest(holding);
    if (changed !== undefined)
        return { how: 'changed', ...changed };
    const written = newest(field === undefined ? managedFields : managedFields.filter(isOfSpec));
    return written && { how: 'written', ...written };
}
const isOfSpec = ({ subresource }) => subresource !== 'status';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** The times are all of one form, so that they sort as text. */
function newest(entries) {
    const dated = entries.flatMap(({ manager = '', time = '' }) => instant.test(time) && manager !== '' ? [{ manager: (0,_shown_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .H)(manager), at: time }] : []);
    return dated.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
}
/** When an object was made, where its identity is what is asked about. */
function madeWhen({ creationTimestamp = '' }) {
    return instant.test(creationTimestamp) ? { how: 'made', at: creationTimestamp } : undefined;
}
/** As it stands behind a value that moved: `changed 2026-11-24 02:40:12 UTC by manager kubectl-scale`. */
function writerWords(writer) {
    const when = `${writer.at.slice(0, 10)} ${writer.at.slice(11, 19)} UTC`;
    if (writer.how === 'made')
        return `made ${when}`;
    return `${writer.how === 'changed' ? 'changed' : 'last written'} ${when} by manager ${writer.manager}`;
}


/***/ }),

/***/ 69191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ carryOut),
  C: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding = __webpack_require__(40618);
// EXTERNAL MODULE: ./build/domain/finding/merge.js
var merge = __webpack_require__(74159);
// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
// EXTERNAL MODULE: ./build/domain/owner/last-writer.js
var last_writer = __webpack_require__(66325);
;// CONCATENATED MODULE: ./build/domain/plan/moved.js


const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const sameValue = (one, other) => one === other || (one !== undefined && other !== undefined && (0,json/* canonicalText */.A)(one) === (0,json/* canonicalText */.A)(other));
/** Everything in which two bases differ, in the order of the keys; a list's members are told apart by their place. */
function movedBetween(approved, now, path = '') {
    if (sameValue(approved, now))
        return [];
    const below = (key) => (path === '' ? key : `${path}.${key}`);
    if (isObject(approved) && isObject(now)) {
        const keys = [...new Set([...Object.keys(approved), ...Object.keys(now)])].sort();
        return keys.flatMap((key) => movedBetween(own(approved, key), own(now, key), below(key)));
    }
    if (Array.isArray(approved) && Array.isArray(now)) {
        const length = Math.max(approved.length, now.length);
        return Array.from({ length }, (_, index) => index).flatMap((index) => movedBetween(approved[index], now[index], below(String(index))));
    }
    return [{ path, approved, now }];
}
const own = (value, key) => Object.hasOwn(value, key) ? value[key] : undefined;
const shown = (value) => {
    const text = value === undefined ? 'nothing' : typeof value === 'string' ? value : (0,json/* canonicalText */.A)(value);
    return text.length > 120 ? `${text.slice(0, 117)}…` : text;
};
const mostShown = 20;
/** Who wrote what stands at a path, or the nearest of what stands above it. */
function writerAt(path, writers) {
    const above = writers.filter((writer) => path === writer.path || path.startsWith(`${writer.path}.`));
    return above.sort((one, other) => other.path.length - one.path.length)[0];
}
/**
 * The refusal when what a plan rests on is no longer as it was: each moved value, approved and now side by side, and who
 * changed it when, as far as its object says so.
 * Undefined when nothing moved; what the plan does not rest on is not compared.
 */
function movedRefusal(task, plan, observation) {
    const moved = movedBetween(plan.basis, observation.basis);
    if (moved.length === 0)
        return undefined;
    const lines = moved.slice(0, mostShown).map(({ path, ...values }) => {
        const subject = path === '' ? 'the basis' : path;
        const writer = writerAt(path, observation.writers ?? []);
        const by = writer === undefined ? '' : ` (${(0,last_writer/* writerWords */.lp)(writer)})`;
        return `${subject}: approved ${shown(values.approved)}, now ${shown(values.now)}${by}`;
    });
    const more = moved.length > mostShown ? `; and ${moved.length - mostShown} more` : '';
    return {
        subject: task.id,
        rule: 'the platform is no longer what was approved',
        state: `${lines.join('; ')}${more}`,
        next: `nothing was changed; plan again and have it approved: gh workflow run dispatch.yml -f task=${task.id}`,
    };
}

;// CONCATENATED MODULE: ./build/domain/plan/plan.js

/**
 * Seal a draft: SHA-256 over RFC 8785 JSON of task, inputs, steps (with their undo) and the observation's basis. `now`
 * and measurements are not in it, so the same world gives the same digest tomorrow. Throws where two steps share an id, which
 * is a defect of the task: journal, approval and verification tell steps apart by it.
 */
function sealPlan(task, inputs, basis, draft) {
    const { steps, refusals } = draft;
    const ids = new Set();
    for (const { id } of steps) {
        if (ids.has(id))
            throw new Error(`two steps of ${task} have the id "${id}"`);
        ids.add(id);
    }
    return { task, inputs, steps, refusals, basis, digest: (0,json/* digestOf */.o)({ task, inputs, steps, basis }) };
}

// EXTERNAL MODULE: ./build/domain/step/units.js
var units = __webpack_require__(99171);
;// CONCATENATED MODULE: ./build/domain/plan/reserved.js

/**
 * A draft without the units that touch a reserved subject: two plans of one opening do not share a subject, and what
 * somebody has approved goes first. Each is a refusal instead.
 */
function withoutReserved(draft, reserved) {
    const owners = new Map(reserved.map(({ subject, by }) => [subject, by]));
    const taken = (0,units/* unitsOf */.$)(draft.steps).filter(({ steps }) => steps.some(({ subject }) => owners.has(subject)));
    if (taken.length === 0)
        return draft;
    const left = new Set(taken.flatMap(({ steps }) => steps));
    const refusals = taken.flatMap(({ steps }) => steps
        .filter(({ subject }) => owners.has(subject))
        .map(({ subject, id }) => ({
        subject,
        rule: 'what an approved plan of the same opening changes is left to it',
        state: `${owners.get(subject)} changes ${subject}, and so would "${id}"`,
        next: 'nothing: the next opening looks again',
    })));
    return {
        ...draft,
        steps: draft.steps.filter((step) => !left.has(step)),
        refusals: [...draft.refusals, ...refusals],
    };
}

// EXTERNAL MODULE: ./build/domain/step/step.js
var step_step = __webpack_require__(44156);
// EXTERNAL MODULE: ./build/domain/verdict.js
var domain_verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/pipeline/undo/undone-entry.js
var undone_entry = __webpack_require__(96114);
;// CONCATENATED MODULE: ./build/pipeline/carry-out/endings.js
/** What a reader is told of a plan that did not come to its end, by how it ended. */
const endings = {
    deferred: { severity: 'warn', title: 'not all steps were taken', next: 'the next opening goes on with it' },
    cancelled: {
        severity: 'unknown',
        title: 'not all steps were taken',
        next: 'look at the cause and run the task again',
    },
    failed: { severity: 'unknown', title: 'not all steps were taken', next: 'look at the cause and run the task again' },
    refused: { severity: 'warn', title: 'nothing was changed', next: 'plan again, and have it approved' },
    'rolled-back': {
        severity: 'fail',
        title: 'a step failed, and what was changed is as it was before',
        next: 'look at the cause before the next attempt',
    },
    frozen: {
        severity: 'fail',
        title: 'a step failed, and what was changed was left as it is',
        next: 'decide about the subject by hand; nothing of ours touches it any more',
    },
};
/** Stopping before the end is something a person has to know. */
function stoppedFinding(task, { stopped }) {
    if (!stopped)
        return [];
    return [{ code: `steps-${stopped.status}`, subject: task.id, evidence: stopped.cause, ...endings[stopped.status] }];
}

;// CONCATENATED MODULE: ./build/pipeline/carry-out/entry.js
/** A task's part of the report. */
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
        undone: [...(ended.undone ?? [])],
        measurements: [...(ended.measurements ?? [])],
        ...(ended.forecasts === undefined ? {} : { forecasts: [...ended.forecasts] }),
        durationMs: ended.durationMs,
    };
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/step/undone.js
var undone = __webpack_require__(43397);
// EXTERNAL MODULE: ./build/pipeline/undo/release-kept.js
var release_kept = __webpack_require__(61168);
// EXTERNAL MODULE: ./build/pipeline/undo/undo-unit.js
var undo_unit = __webpack_require__(70597);
;// CONCATENATED MODULE: ./build/pipeline/carry-out/stopped.js

const gravity = ['deferred', 'refused', 'rolled-back', 'cancelled', 'failed', 'frozen'];
/** What is said of a plan in which several units ended early: the gravest, the first of its kind; open stays open. */
function graver(one, other) {
    if (one === undefined)
        return other;
    const isGraver = gravity.indexOf(other.stopped.status) > gravity.indexOf(one.stopped.status);
    const graverOne = isGraver || one.stopped.cause === '' ? other : one;
    return { ...graverOne, open: one.open || other.open, later: [...(one.later ?? []), ...(other.later ?? [])] };
}
/** What was refused before the first step. */
const refusedBy = (refusal) => ({
    stopped: { status: 'refused', cause: refusal.rule, refusal },
    open: false,
});
/** Steps that could not end in time and on which nothing rests: what comes behind them may still fit. */
const noTimeFor = (steps) => ({
    stopped: { status: 'deferred', cause: '' },
    open: false,
    goesOn: true,
    later: steps,
});
/** Why a plan ended early, with all that did not fit before it closes. */
function toldOf({ stopped, later = [] }, closes) {
    if (later.length === 0)
        return stopped;
    const ids = later.slice(0, 3).map(({ id }) => id);
    const more = later.length > ids.length ? ` and ${later.length - ids.length} more` : '';
    const noTime = `${ids.join(', ')}${more} could not end before ${closes}`;
    return { ...stopped, cause: stopped.cause === '' ? noTime : `${stopped.cause}; ${noTime}` };
}
/** How a plan ended whose unit was undone. */
function afterUndo({ cause }, steps, whole) {
    const failed = steps.find(({ outcome }) => outcome === 'failed');
    if (!whole || failed !== undefined) {
        return {
            status: 'failed',
            cause: `${cause}; undoing stopped: ${failed?.cause ?? 'not all of it'}; recovery goes on`,
        };
    }
    const kept = steps.find(undone/* isKept */.t);
    if (kept !== undefined)
        return { status: 'frozen', cause: `${cause}; ${kept.cause ?? 'left as it is'}` };
    return { status: 'rolled-back', cause };
}

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/steps/failure/step-deferred.js
var step_deferred = __webpack_require__(48835);
// EXTERNAL MODULE: ./build/steps/failure/step-failed.js
var step_failed = __webpack_require__(38025);
// EXTERNAL MODULE: ./build/steps/rollout/on-its-way.js
var on_its_way = __webpack_require__(49588);
// EXTERNAL MODULE: ./build/pipeline/what-moved.js
var what_moved = __webpack_require__(48419);
// EXTERNAL MODULE: ./build/pipeline/carry-out/bound-context.js
var bound_context = __webpack_require__(95372);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
;// CONCATENATED MODULE: ./build/pipeline/carry-out/take-one.js








/**
 * Precondition, apply within the deadline, and what to make of an error. A precondition that no longer holds leaves a
 * step without an inverse out, harmlessly; a reversible one fails by it, since what it stands among is no longer as planned.
 * The deadline counts from `begunAt` (monotonic, ms), before the journal named the step: whoever takes the Lease over waits
 * for it, so a process that stood still for longer must not take the step any more.
 */
async function takeOne(step, environment, context, begunAt) {
    const { clock } = environment;
    const took = () => Math.round(clock.monotonic() - begunAt);
    const bound = (0,bound_context/* boundContext */.a)(context, Math.max(0, step.deadlineMs - took()), clock);
    let executor;
    try {
        executor = (await environment.executor(step.kind));
        const precondition = await executor.precondition(bound.context, step);
        if (!precondition.holds) {
            if ((0,step_step/* isReversible */.gw)(step)) {
                throw new port_error/* PortError */.U({ code: 'conflict', subject: step.subject, message: precondition.moved });
            }
            const cause = await (0,what_moved/* withWhatMoved */.e)(precondition.moved, executor, step, bound.context);
            return { applied: { step, outcome: 'skipped', cause, durationMs: took() }, findings: [] };
        }
        if (took() >= step.deadlineMs)
            throw new TooLate(step);
        const effect = await applyOrSettle(executor, step, bound.context);
        return { applied: { step, outcome: 'done', effect, durationMs: took() }, findings: effect.findings };
    }
    catch (error) {
        return await notTaken(step, error, executor, bound.context, took);
    }
    finally {
        bound.end();
    }
}
/** What an error makes of a step: it is for later, or has failed, touched or not. */
async function notTaken(step, error, executor, context, took) {
    if (error instanceof step_deferred/* StepDeferred */.m) {
        const { message: cause, finding } = error;
        return {
            applied: { step, outcome: 'skipped', cause, durationMs: took() },
            findings: [finding],
            untouched: true,
            deferred: cause,
        };
    }
    const why = (0,trouble/* causeOf */.rl)(error);
    const cause = executor && isConflict(error) ? await (0,what_moved/* withWhatMoved */.e)(why, executor, step, context) : why;
    return {
        applied: {
            step,
            outcome: 'failed',
            cause,
            ...(error instanceof step_failed/* StepFailed */.a ? { kept: error.kept } : {}),
            durationMs: took(),
        },
        findings: [failedStep(step, error, cause)],
        ...(executor === undefined || isUntouched(error) ? { untouched: true } : {}),
    };
}
const isConflict = (error) => error instanceof port_error/* PortError */.U && error.code === 'conflict';
const isUntouched = (error) => error instanceof TooLate || isConflict(error);
/** The process stood still until the step's deadline had passed, before anything of it was done. */
class TooLate extends port_error/* PortError */.U {
    constructor({ subject, deadlineMs }) {
        super({
            code: 'timeout',
            subject,
            message: `the process stood still for longer than the step may take (${deadlineMs} ms), so it was not taken`,
        });
    }
}
const lostAnswers = new Set(['unreachable', 'timeout']);
/**
 * Apply; where the answer was lost and looking can prove the step, ask the world whether it happened, until it can no longer
 * do so. What only the answer proves has failed without it: nobody has judged what it brought about.
 */
async function applyOrSettle(executor, step, context) {
    try {
        return await executor.apply(context, step);
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U) || !lostAnswers.has(error.code))
            throw error;
        if (executor.provedBy === 'apply')
            throw error;
        const settled = await (0,on_its_way/* lookUntilArrived */.B)(() => executor.settle(context, step).catch(() => 'cannot-tell'), (seen) => seen !== 'not-done', context.pause);
        if (settled === 'done')
            return { text: 'done (the answer was lost; the world shows it)', measurements: [], findings: [] };
        throw error;
    }
}
/** The finding for a step that failed: a cut or cancelled one is not known to have failed. */
function failedStep(step, error, cause) {
    const uncertain = (0,trouble/* isCancelled */.mm)(error) || (error instanceof port_error/* PortError */.U && lostAnswers.has(error.code));
    return {
        code: 'step-failed',
        severity: uncertain ? 'unknown' : 'fail',
        subject: step.owner ?? step.subject,
        title: `${step.kind} did not come to its end`,
        evidence: step.owner === undefined ? cause : `${step.subject}: ${cause}`,
        next: error instanceof port_error/* PortError */.U && error.next !== undefined
            ? error.next
            : `look at ${step.subject} and run the task again`,
    };
}

;// CONCATENATED MODULE: ./build/pipeline/carry-out/take-steps.js








/**
 * Take a plan's steps in order: each is journalled before it is taken, under the Lease, with its precondition, within its
 * deadline. Steps without an inverse stand for themselves: one that fails does not keep the next from being taken. In a
 * unit with reversible steps a failure undoes the unit and ends the plan; units before it stay as planned. A run that is
 * cancelled inside such a unit leaves the journal open: the job's last step undoes what fits, recovery the rest.
 */
async function takeSteps(plan, environment, changing, context) {
    const id = changing.planId ?? `${changing.run} ${plan.digest}`;
    let writer;
    try {
        writer = await changing.journal.open({ run: changing.run, id, plan });
    }
    catch (error) {
        return nothingTaken({ status: 'failed', cause: `the journal could not be opened: ${(0,trouble/* causeOf */.rl)(error)}` });
    }
    return new Taking(plan, environment, changing, { ...context, planId: id }, writer).all();
}
const nothingTaken = (stopped) => ({ applied: [], undone: [], findings: [], stopped });
/** So old may the last word be when the first step is taken, ms: what it read may have changed while the process stood still. */
const lastWordMs = 120_000;
const tooOld = {
    rule: `the first step comes within ${(0,quantities/* formatSpan */.QA)(lastWordMs)} of the guard's last reading`,
    state: 'the process stood still for longer',
    next: 'nothing was changed; plan again and have the new plan approved',
};
/** The journal could not be written: another run has it, or nobody can; so nothing more is done. */
class JournalLost extends Error {
}
/** One plan under way. */
class Taking {
    #applied = [];
    #undone = [];
    #findings = [];
    /** When the guard read what its last word rests on, monotonic, ms; absent: there is no guard. */
    #readAt;
    #plan;
    #environment;
    #changing;
    #context;
    #writer;
    constructor(plan, environment, changing, context, writer) {
        this.#plan = plan;
        this.#environment = environment;
        this.#changing = changing;
        this.#context = context;
        this.#writer = {
            write: (step, progress) => writer.write(step, progress).catch(lost),
            close: () => writer.close(),
        };
    }
    async all() {
        try {
            const word = await this.#changing.beforeFirstStep?.();
            if (word !== undefined && 'readAt' in word)
                this.#readAt = word.readAt;
            const stopped = word !== undefined && 'refused' in word ? refusedBy(word.refused) : await this.#units();
            if (stopped?.open !== true)
                await this.#close();
            return this.#ended(stopped && toldOf(stopped, this.#closes()));
        }
        catch (error) {
            if (error instanceof JournalLost)
                return this.#ended({ status: 'failed', cause: error.message });
            throw error;
        }
    }
    #ended(stopped) {
        return {
            applied: this.#applied,
            undone: this.#undone,
            findings: this.#findings,
            ...(stopped === undefined ? {} : { stopped }),
        };
    }
    async #units() {
        let before;
        for (const unit of (0,units/* unitsOf */.$)(this.#plan.steps)) {
            const halt = await this.#unit(unit);
            if (halt === undefined)
                continue;
            before = graver(before, halt);
            if (halt.goesOn !== true)
                return before;
        }
        return before;
    }
    #unit(unit) {
        return unit.undoable ? this.#whole(unit) : this.#each(unit);
    }
    /** Steps without a way back stand for themselves: one that does not fit is for later, and a shorter one behind it may. */
    async #each(unit) {
        const begun = [];
        const later = [];
        for (const step of unit.steps) {
            const obstacle = await this.#obstacle(step, [step]);
            if (obstacle?.noTime === true)
                later.push(step);
            else if (obstacle !== undefined)
                return this.#stopAt(obstacle, unit, begun);
            else if (!(await this.#take(step)).untouched)
                begun.push(step);
        }
        await this.#release(begun);
        return later.length === 0 ? undefined : noTimeFor(later);
    }
    /** A unit that is put back as a whole is begun only when all of it fits, and ends with the first step that fails. */
    async #whole(unit) {
        const begun = [];
        for (const [index, step] of unit.steps.entries()) {
            const obstacle = await this.#obstacle(step, index === 0 ? unit.steps : [step]);
            if (obstacle?.noTime === true && index === 0 && unit.independent)
                return noTimeFor(unit.steps);
            if (obstacle !== undefined)
                return this.#stopAt(obstacle, unit, begun);
            const { ending, untouched } = await this.#take(step);
            if (!untouched)
                begun.push(step);
            if (ending !== undefined) {
                const halt = await this.#stopAt(ending, unit, begun);
                return { ...halt, goesOn: unit.independent && !halt.open };
            }
        }
        await this.#release(begun);
        return undefined;
    }
    #closes() {
        return new Date(this.#changing.closesAt).toISOString();
    }
    /** Journal, take, journal. Answers why it failed or is for later, and whether its subject was left untouched. */
    async #take(step) {
        const place = this.#plan.steps.indexOf(step) + 1;
        this.#environment.progress(`step ${place} of ${this.#plan.steps.length}: ${step.id}`);
        const begunAt = this.#environment.clock.monotonic();
        await this.#writer.write(step.id, 'begun');
        const { applied, findings, untouched = false, deferred, } = await takeOne(step, this.#environment, this.#context, begunAt);
        this.#applied.push(applied);
        this.#findings.push(...findings);
        await this.#writer.write(step.id, untouched ? 'dropped' : outcomes[applied.outcome]);
        if (deferred !== undefined)
            return { ending: { status: 'deferred', cause: `${step.id}: ${deferred}` }, untouched };
        if (applied.outcome !== 'failed')
            return { untouched };
        return { ending: { status: 'failed', cause: `${step.id}: ${applied.cause ?? 'it failed'}` }, untouched };
    }
    /** What happens to the unit that cannot be finished. */
    async #stopAt({ leaseLost, noTime: _, ...stopped }, unit, begun) {
        if (!unit.undoable || begun.length === 0)
            return { stopped, open: false };
        const cancelled = this.#environment.signal.aborted;
        if (cancelled || leaseLost) {
            const left = cancelled ? 'the end of the job undoes what it can, recovery the rest' : 'recovery undoes it';
            const status = cancelled ? 'cancelled' : 'failed';
            return {
                stopped: { status, cause: `${stopped.cause}; ${unit.name ?? 'the plan'} is half-way: ${left}` },
                open: true,
            };
        }
        this.#environment.progress(`undoing ${unit.name ?? this.#plan.task}: ${stopped.cause}`);
        const { steps, whole } = await (0,undo_unit/* undoUnit */.h)(begun, {
            ...this.#hands(),
            writer: this.#writer,
            holdsLease: this.#changing.holdsLease,
        });
        this.#undone.push(...steps);
        if (whole && !steps.some(undone/* isKept */.t))
            await this.#release(begun);
        return { stopped: afterUndo(stopped, steps, whole), open: !whole };
    }
    /** What was kept for putting a unit back is not needed any more. */
    async #release(begun) {
        this.#findings.push(...(await (0,release_kept/* releaseKept */.a)(begun, this.#hands())));
    }
    /** How a step is carried out, put back or let go of. */
    #hands() {
        const { clock, executor } = this.#environment;
        return { executor: async (step) => (await executor(step.kind)), context: this.#context, clock };
    }
    /** Why the next step must not be taken now. */
    async #obstacle(step, ahead) {
        const left = this.#plan.steps.length - this.#plan.steps.indexOf(step);
        const rest = `${left} ${left === 1 ? 'step was' : 'steps were'} not taken`;
        const { signal, clock } = this.#environment;
        if (signal.aborted)
            return { status: 'cancelled', cause: `the run was cancelled; ${rest}` };
        const lost = await this.#leaseLost();
        if (lost !== undefined)
            return { status: 'failed', cause: `${lost}; ${rest}`, leaseLost: true };
        const readAt = this.#applied.length === 0 ? this.#readAt : undefined;
        if (readAt !== undefined && clock.monotonic() - readAt > lastWordMs) {
            return { status: 'refused', cause: tooOld.rule, refusal: { ...tooOld, subject: this.#plan.task } };
        }
        // last, since asking for the Lease takes time
        const needed = ahead.reduce((sum, { deadlineMs }) => sum + deadlineMs, 0);
        if (clock.now() + needed <= this.#changing.closesAt)
            return undefined;
        return { status: 'deferred', cause: `${step.id} could not end before ${this.#closes()}; ${rest}`, noTime: true };
    }
    async #leaseLost() {
        try {
            return (await this.#changing.holdsLease()) ? undefined : 'the Lease was lost to another run';
        }
        catch (error) {
            return `the Lease could not be renewed: ${(0,trouble/* causeOf */.rl)(error)}`;
        }
    }
    /** Close the journal; that it stays open is something a person has to know. */
    async #close() {
        try {
            await this.#writer.close();
        }
        catch (error) {
            this.#findings.push((0,trouble/* unknownFinding */.M8)('journal-left-open', 'journal', 'the journal could not be closed', error));
        }
    }
}
const outcomes = { done: 'done', skipped: 'dropped', failed: 'failed' };
function lost(error) {
    throw new JournalLost(`the journal could not be written: ${(0,trouble/* causeOf */.rl)(error)}`);
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
/** Observe and plan, and change nothing; the plan can be applied later, as it is. Never rejects. */
async function makePlan(task, request, environment) {
    const started = environment.clock.monotonic();
    const looked = await look(task, request, environment);
    const durationMs = Math.round(environment.clock.monotonic() - started);
    if ('ended' in looked)
        return { outcome: looked.ended(durationMs) };
    const { plan, draft } = looked;
    return { outcome: planned(task, request, plan, draft)(durationMs), prepared: { plan, draft } };
}
async function attempt(task, request, environment) {
    const looked = await look(task, request, environment);
    if ('ended' in looked)
        return looked.ended;
    const { context, observation, plan, draft } = looked;
    const { changing } = environment;
    if (changing.mode === 'plan')
        return planned(task, request, plan, draft);
    const unasked = unapproved(task, request);
    if (unasked !== undefined)
        return planned(task, request, plan, draft, { status: 'refused', cause: unasked });
    const moved = request.prepared && movedRefusal(task, request.prepared.plan, observation);
    if (moved !== undefined) {
        const refused = { status: 'refused', cause: `${moved.rule}: ${moved.state}` };
        return planned(task, request, { ...plan, refusals: [...plan.refusals, moved] }, draft, refused);
    }
    if (plan.steps.length === 0)
        return planned(task, request, plan, { ...draft, notChecked: [] });
    const taken = await takeSteps(plan, environment, changing, context);
    return verified(task, request, { plan, draft, observation, taken }, context);
}
/** Observe, and take the prepared plan or make one. `ended`: there is none, or none that may be taken. */
async function look(task, request, environment) {
    const context = contextOf(task, environment);
    let observation;
    let draft;
    let plan;
    try {
        environment.progress(`${task.id}: looking`);
        observation = await task.observe(context, request.inputs);
        draft = request.prepared?.draft ?? planOf(task, request, observation, environment, context.now);
        plan = request.prepared?.plan ?? sealPlan(task.id, request.inputs, observation.basis, draft);
    }
    catch (error) {
        return { ended: couldNotLook(task, request, error) };
    }
    const forbidden = forbiddenSteps(task, plan);
    if (forbidden === undefined)
        return { context, observation, plan, draft };
    return { ended: planned(task, request, plan, draft, { status: 'refused', cause: forbidden }) };
}
function planOf(task, { inputs }, observation, { platform, thresholds, calendar, changing, reserved = [] }, now) {
    const until = changing.mode === 'apply' ? { closesAt: changing.closesAt } : {};
    const draft = task.plan(observation, { inputs: inputs, platform, thresholds, calendar, now, ...until });
    return withoutReserved(draft, reserved);
}
/** A task of a gated type changes nothing by a plan that nobody was asked about. */
function unapproved(task, { prepared }) {
    if (task.type === 'preventive' || prepared !== undefined)
        return undefined;
    return `${task.id} is ${task.type}: it changes something only by an approved plan (dispatch it through dispatch.yml)`;
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
    const gated = plan.steps.find((step) => !(0,step_step/* isPreventive */.lW)(step));
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
    const status = refused || onlyRefusals ? 'refused' : plan.steps.length > 0 ? 'planned' : carry_out_nothingTaken(draft);
    const floor = refused || plan.refusals.length > 0 || status === 'deferred' ? 'warn' : 'not-applicable';
    const verdict = draft.notApplicable === undefined ? (0,domain_verdict/* worst */.QZ)([(0,finding/* verdictOf */.V)(draft.findings), floor]) : 'not-applicable';
    const cause = refused?.cause ?? draft.notApplicable ?? draft.deferred;
    return (durationMs) => ({
        entry: entryOf(task, request, {
            verdict,
            status,
            ...(cause === undefined ? {} : { cause }),
            result: draft.result,
            notChecked: draft.notChecked,
            plan,
            measurements: draft.measurements,
            ...(draft.forecasts === undefined ? {} : { forecasts: draft.forecasts }),
            durationMs,
        }),
        findings: draft.findings,
        ...sightingsOf(draft),
    });
}
/** What a plan without a step, and without a refusal, amounts to. */
const carry_out_nothingTaken = ({ deferred }) => (deferred === undefined ? 'nothing-to-do' : 'deferred');
const sightingsOf = ({ sightings }) => (sightings === undefined ? {} : { sightings });
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
    const all = (0,merge/* mergeFindings */.D)([...findings, ...taken.findings, ...stoppedFinding(task, taken)]);
    const failed = taken.applied.some((applied) => applied.outcome === 'failed');
    const left = draft.deferred === undefined ? 'done' : 'deferred';
    const status = taken.stopped?.status ?? (failed ? 'failed' : left);
    const cause = taken.stopped?.cause ?? (status === 'deferred' ? draft.deferred : undefined);
    const softened = plan.refusals.length > 0 || status === 'deferred' || status === 'refused';
    const floor = softened ? 'warn' : 'not-applicable';
    const refusal = taken.stopped?.refusal;
    return (durationMs) => ({
        entry: entryOf(task, request, {
            verdict: (0,domain_verdict/* worst */.QZ)([(0,finding/* verdictOf */.V)(all), floor]),
            status,
            ...(cause === undefined ? {} : { cause }),
            result,
            notChecked,
            plan: refusal === undefined ? plan : { ...plan, refusals: [...plan.refusals, refusal] },
            applied: taken.applied.map((applied) => ({
                step: applied.step.id,
                outcome: applied.outcome,
                ...(applied.effect ? { text: applied.effect.text } : {}),
                ...(applied.cause === undefined ? {} : { cause: applied.cause }),
                ...(applied.kept === undefined
                    ? {}
                    : { kept: applied.kept.map(({ what, lines }) => ({ what, lines: [...lines] })) }),
                durationMs: applied.durationMs,
            })),
            undone: taken.undone.map(undone_entry/* undoneEntry */.C),
            measurements: [...measurements, ...taken.applied.flatMap((applied) => applied.effect?.measurements ?? [])],
            durationMs,
        }),
        findings: all,
        ...sightingsOf(draft),
    });
}


/***/ }),

/***/ 96114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ undoneEntry)
/* harmony export */ });
/** A step that was to be put back, as the report says it. */
function undoneEntry({ step, outcome, text, cause, durationMs }) {
    return {
        step: step.id,
        outcome,
        ...(text === undefined ? {} : { text }),
        ...(cause === undefined ? {} : { cause }),
        durationMs,
    };
}


/***/ }),

/***/ 88742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ taskEnvironment)
/* harmony export */ });
/* harmony import */ var _domain_configuration_windows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86773);
/* harmony import */ var _steps_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99173);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14821);



/** What a task is carried out with on this machine: its ports, the configuration, the clock, and where its progress is shown. */
async function taskEnvironment(self, configuration, platform, task, changing) {
    return {
        ports: await platform.ports(task.ports),
        platform: configuration.platform,
        thresholds: configuration.thresholds,
        calendar: (0,_domain_configuration_windows_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarOf */ .Yw)(configuration),
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        signal: self.signal,
        progress: (text) => self.stdout.print(text),
        executor: _steps_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .loadStep */ .$,
        changing,
    };
}


/***/ }),

/***/ 48835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ StepDeferred)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/**
 * A step that could not be taken now and may be later, because somebody else holds what it needs: nothing was changed. While
 * something is put back it counts as any other error: what could not be put back is not put back.
 */
class StepDeferred extends _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U {
    /** Who is in the way, and what to do about it: `warn`. */
    finding;
    constructor(finding) {
        super({
            code: 'busy',
            subject: finding.subject,
            message: `${finding.title}: ${finding.evidence}`,
            next: finding.next,
        });
        this.finding = finding;
    }
}


/***/ }),

/***/ 38025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ StepFailed)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** A step that failed, with what was kept of the trouble before it is put back (logs and events are gone afterwards). */
class StepFailed extends _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U {
    kept;
    constructor(parts, kept) {
        super(parts);
        this.kept = kept;
    }
}


/***/ })

};
