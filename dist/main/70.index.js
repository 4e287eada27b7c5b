export const id = 70;
export const ids = [70];
export const modules = {

/***/ 34297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ leaseDurationMs)
/* harmony export */ });
/** Our duration of the Lease, ms: a holder that has not renewed it for so long has lost it. Never what the object says. */
const leaseDurationMs = 300_000;


/***/ }),

/***/ 24976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ inverseOf)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);

const swapped = ({ from, to, parameters }) => ({
    from: to,
    to: from,
    parameters,
});
/**
 * The inverse of each reversible kind, computed from the step alone. A kind without an entry does not compile: what is
 * called reversible has its way back before it is ever taken.
 */
const inverses = {
    'scale-workload': swapped,
    'set-resources': swapped,
    'set-table-options': swapped,
    'set-image': swapped,
    'write-certificate': () => ({ cannot: 'the former key and certificate were removed when the renewal was proved' }),
};
/** The step that puts back what a step changed: the same kind, from and to exchanged. Forward and final steps have none. */
function inverseOf(step) {
    if (!(0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw)(step))
        return { cannot: step.undo };
    const reversible = step;
    const invert = inverses[reversible.kind];
    const change = invert(reversible);
    if ('cannot' in change)
        return change;
    return {
        ...reversible,
        ...change,
        why: `puts back what "${step.id}" changed`,
        undo: 'the change that it puts back is made again',
    };
}


/***/ }),

/***/ 95372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ boundContext)
/* harmony export */ });
/** A step's context whose signal fires at the step's deadline as well, and that knows the time; `end` when the step is over. */
function boundContext(context, deadlineMs, clock) {
    const deadline = new AbortController();
    const ended = new AbortController();
    clock.sleep(deadlineMs, ended.signal).then(() => deadline.abort(), () => undefined);
    const signal = AbortSignal.any([context.signal, deadline.signal]);
    const pause = (ms) => clock.sleep(ms, signal);
    return { context: { ...context, signal, pause, present: () => clock.now() }, end: () => ended.abort() };
}


/***/ }),

/***/ 50453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ closeOpenJournal)
});

// EXTERNAL MODULE: ./build/domain/state/journal.js
var journal = __webpack_require__(2220);
;// CONCATENATED MODULE: ./build/domain/state/put-back-earlier.js

/**
 * What became of the steps that somebody began to put back before, as the journal has it: the run itself, or a recovery that
 * was cut off before it could say so. The last step first, as they are put back; how long it took is not known (0 ms).
 */
function putBackEarlier(content) {
    const progress = (0,journal/* progressOf */.jA)(content);
    const written = new Set(content.records.filter((record) => record.progress === 'undoing').map(({ step }) => step));
    return [...content.plan.steps].reverse().flatMap((step) => {
        const ended = progress.get(step.id);
        if (ended === 'undone')
            return [{ step, outcome: written.has(step.id) ? 'done' : 'not-needed', durationMs: 0 }];
        if (ended === 'held' || ended === 'frozen')
            return [{ step, outcome: ended, cause: foundEarlier, durationMs: 0 }];
        return [];
    });
}
const foundEarlier = 'as an earlier look found it';

// EXTERNAL MODULE: ./build/domain/step/undone.js
var step_undone = __webpack_require__(43397);
// EXTERNAL MODULE: ./build/pipeline/undo/release-kept.js
var release_kept = __webpack_require__(61168);
// EXTERNAL MODULE: ./build/pipeline/undo/undo-unit.js
var undo_unit = __webpack_require__(70597);
// EXTERNAL MODULE: ./build/pipeline/conduct/journal-findings.js
var journal_findings = __webpack_require__(77338);
;// CONCATENATED MODULE: ./build/pipeline/conduct/close-journal.js






/**
 * Close the journal that a run left open when it was killed or cancelled. The Lease is held, so that run is over. Units
 * that are half-way are put back, last first; steps without a way back are marked done or dropped by what the world
 * shows. Nothing is taken again: the next run plans afresh. A journal that is not what a run of ours wrote is touched by
 * nobody.
 */
async function closeOpenJournal(closing) {
    const open = await closing.journal.read();
    if (open === undefined)
        return { kind: 'none' };
    if (open.authenticity === 'broken')
        return { kind: 'left-open', finding: (0,journal_findings/* notAuthentic */.JQ)(open), open, undone: [] };
    const units = (0,journal/* unitsToUndo */.vS)(open);
    if (units.length > 0 && closing.undo === undefined) {
        const evidence = `${(0,journal/* stepsBegun */.Tt)(open).length} steps begun; reversible steps wait for recovery`;
        return { kind: 'left-open', finding: (0,journal_findings/* cutOff */.qG)(open, closing.run, 'fail', evidence), open, undone: [] };
    }
    const writer = await closing.journal.takeOver(closing.run);
    if (writer === undefined)
        return { kind: 'none' };
    await endBackends(closing, open);
    const { undone: undoneNow, whole } = await undoUnits(closing, open, writer);
    const undone = [...putBackEarlier(open), ...undoneNow];
    if (!whole)
        return { kind: 'left-open', finding: (0,journal_findings/* undoneFinding */.D_)(open, closing.run, undone, false), open, undone };
    const handled = new Set(undoneNow.map(({ step }) => step.id));
    const settled = [];
    for (const step of (0,journal/* stepsBegun */.Tt)(open).filter(({ id }) => !handled.has(id))) {
        const settlement = await settle(closing, step, open.id);
        await writer.write(step.id, settlement === 'done' ? 'done' : 'dropped');
        settled.push(`${step.id}: ${words[settlement]}`);
    }
    const notRemoved = await release(closing, open, undone);
    await writer.close();
    if (undone.length > 0)
        return { kind: 'closed', finding: (0,journal_findings/* undoneFinding */.D_)(open, closing.run, undone, true, notRemoved), open, undone };
    const done = open.records.filter((record) => record.progress === 'done').length;
    const facts = [...settled.slice(0, 5), ...notRemoved.slice(0, 5)];
    const evidence = [`${done} of ${open.plan.steps.length} steps were done`, ...facts].join('; ');
    return { kind: 'closed', finding: (0,journal_findings/* cutOff */.qG)(open, closing.run, 'warn', evidence), open, undone };
}
/** Remove what steps kept for a way back that nobody needs any more; what could not be removed is said. */
async function release({ executor, context, clock }, open, undone) {
    const left = new Set(undone.filter(step_undone/* isKept */.t).map(({ step }) => step.id));
    const findings = await (0,release_kept/* releaseKept */.a)((0,journal/* stepsToRelease */.qJ)(open, left), {
        executor,
        clock,
        context: { ...context, planId: open.id },
    });
    return findings.map(({ title, evidence }) => `${title}: ${evidence}`);
}
/**
 * End what the dead run still has running inside databases, before anything is looked at. A server that cannot be asked
 * is left to the steps, which then cannot be settled, and say so.
 */
async function endBackends({ context }, open) {
    const servers = new Set((0,journal/* stepsBegun */.Tt)(open).flatMap(({ parameters }) => ('server' in parameters ? [parameters.server] : [])));
    for (const server of servers)
        await context.ports.database.endDeadRun(server, open.run).catch(() => undefined);
}
async function undoUnits({ executor, context, clock, undo }, open, writer) {
    const undone = [];
    if (undo === undefined)
        return { undone, whole: true };
    const progress = (0,journal/* progressOf */.jA)(open);
    const undoing = { ...undo, writer, executor, clock, context: { ...context, planId: open.id } };
    for (const unit of [...(0,journal/* unitsToUndo */.vS)(open)].reverse()) {
        const steps = unit.steps.filter(({ id }) => progress.has(id));
        const result = await (0,undo_unit/* undoUnit */.h)(steps, undoing, progress);
        undone.push(...result.steps);
        if (!result.whole)
            return { undone, whole: false };
    }
    return { undone, whole: true };
}
/** What a reader is told of a step that was begun. */
const words = {
    done: 'done, as the world shows',
    'not-done': 'it did not happen',
    moved: 'its subject is no longer as it was',
    'cannot-tell': 'begun; whether it took effect cannot be told',
};
async function settle({ executor, context }, step, planId) {
    try {
        return await (await executor(step)).settle({ ...context, planId }, step);
    }
    catch {
        return 'cannot-tell';
    }
}


/***/ }),

/***/ 77338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ undoneFinding),
/* harmony export */   JQ: () => (/* binding */ notAuthentic),
/* harmony export */   qG: () => (/* binding */ cutOff)
/* harmony export */ });
/* harmony import */ var _domain_step_undone_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43397);

/** Whose the journal is, for the run that tells: a process of its own may have been killed. */
const whose = (open, teller) => (open.run === teller ? 'this run' : 'an earlier run');
/** A run ended in the middle of a task, and nothing had to be put back (`warn`) or that still has to be done (`fail`). */
function cutOff(open, teller, severity, evidence) {
    return {
        code: 'run-cut-off',
        severity,
        subject: open.task,
        title: `${whose(open, teller)} was cut off in the middle of this task`,
        evidence: `${evidence} (${open.run})`,
        next: severity === 'fail' ? 'run the recovery job: gh workflow run watch.yml' : `nothing: ${open.task} plans afresh`,
    };
}
/** A journal that nobody touches, because somebody else wrote it. */
function notAuthentic(open) {
    return {
        code: 'journal-not-authentic',
        severity: 'fail',
        subject: open.task,
        title: 'the journal is not what a run of ours wrote, so nothing is changed',
        evidence: `its message authentication code is missing or another one (${open.run})`,
        next: 'compare it with the run that it names: kubectl -n rooivalk-maintenance get configmap journal -o yaml',
    };
}
const outcomeWords = {
    done: 'put back',
    'not-needed': 'had not taken effect',
    stays: 'stays, it has no way back',
    held: 'kept, it must not be rolled back',
    frozen: 'left as it is, somebody has changed it since',
    failed: 'could not be put back',
};
/** What was put back of a run that ended half-way; not `whole`: not all of it yet. */
function undoneFinding(open, teller, undone, whole, notRemoved = []) {
    const kept = undone.filter((step) => (0,_domain_step_undone_js__WEBPACK_IMPORTED_MODULE_0__/* .isKept */ .t)(step) || step.outcome === 'failed');
    const said = undone.slice(0, 5).map(({ step, outcome, cause }) => {
        const why = cause === undefined || outcome === 'stays' ? '' : ` (${cause})`;
        return `${step.id}: ${outcomeWords[outcome]}${why}`;
    });
    const evidence = `${[...said, ...notRemoved.slice(0, 5)].join('; ')} (${open.run})`;
    const base = { subject: open.task, evidence };
    if (!whole) {
        return {
            ...base,
            code: 'recovery-not-finished',
            severity: 'fail',
            title: `what ${whose(open, teller)} left half-way could not be put back yet`,
            next: 'look at the cause; the next recovery goes on: gh workflow run watch.yml',
        };
    }
    if (kept.length > 0) {
        return {
            ...base,
            code: 'recovery-froze',
            severity: 'fail',
            title: `${whose(open, teller)} was cut off, and part of what it changed was left as it is`,
            next: `decide by hand about ${kept[0]?.step.subject ?? open.task}; nothing of ours touches it any more`,
        };
    }
    return {
        ...base,
        code: 'run-undone',
        severity: 'warn',
        title: `${whose(open, teller)} was cut off, and what it had left half-way is as it was before`,
        next: `nothing: ${open.task} plans afresh`,
    };
}


/***/ }),

/***/ 3468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ LeaseKeeper)
/* harmony export */ });
/* harmony import */ var _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34297);

/** For so long a renewal is trusted, ms. */
const trustedMs = (_domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseDurationMs */ .P * 2) / 3;
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
    /**
     * Whether the Lease is held: renewed now if the last renewal is older than a fifth of the duration. The age that counts
     * is that after asking: a process that stood still while it asked may have lost the Lease meanwhile, whatever the answer.
     */
    async holds() {
        if (this.#age() < _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseDurationMs */ .P / 5)
            return true;
        const asked = this.#clock.monotonic();
        try {
            if (!(await this.#lease.renew(this.#holder)))
                return false;
            this.#renewedAt = asked;
        }
        catch (error) {
            if (this.#age() >= trustedMs)
                throw error;
        }
        return this.#age() < trustedMs || this.holds();
    }
    /**
     * Renew now and every minute until the signal fires; a renewal that fails is left to {@link holds} to report. Now, since an
     * action that ends within a minute and takes no step would renew nothing, and a row of such actions would lose the Lease.
     */
    async keep(signal) {
        while (!signal.aborted) {
            await this.holds().catch(() => false);
            if (!signal.aborted)
                await this.#clock.sleep(_domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseDurationMs */ .P / 5, signal).catch(() => undefined);
        }
    }
    /** How long ago the last proven renewal was asked for, ms. */
    #age() {
        return this.#renewedAt === undefined ? Number.POSITIVE_INFINITY : this.#clock.monotonic() - this.#renewedAt;
    }
}


/***/ }),

/***/ 6121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ outlasting),
/* harmony export */   u: () => (/* binding */ graceBy)
/* harmony export */ });
/* harmony import */ var _domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);
/* harmony import */ var _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34297);


/** From the moment when a Lease may be taken over until it is tried, with a slow API server, ms. */
const slackMs = 60_000;
/** How long the step that the journal shows begun may still be at work, ms, as it is when it is asked. */
const graceBy = (journal) => async () => {
    const open = await journal.read();
    return open === undefined ? 0 : (0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .deadlineOfBegun */ .X7)(open);
};
/** How long it takes at most to take the Lease of a holder that is dead, ms: its duration, and what its last step may take. */
const outlasting = (graceMs) => _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .leaseDurationMs */ .P + graceMs + slackMs;


/***/ }),

/***/ 66344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ recover),
/* harmony export */   s: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _domain_finding_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40618);
/* harmony import */ var _domain_state_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2220);
/* harmony import */ var _domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44156);
/* harmony import */ var _conduct_close_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50453);
/* harmony import */ var _lease_keeper_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3468);
/* harmony import */ var _lease_patience_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6121);
/* harmony import */ var _undo_undone_entry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96114);







/**
 * Put back what a run that is over left half-way, before anything else is changed: wait until its Lease may be taken
 * over (its duration, and the deadline of the step that the journal shows begun), then undo, prove, and close the
 * journal. Rejects with a PortError when the cluster cannot be asked.
 */
async function recover(recovering) {
    const { maintenance, holder, progress } = recovering;
    const open = await maintenance.journal.read();
    if (open === undefined)
        return { kind: 'none', note: 'no journal is open: there is nothing to recover' };
    progress(`${open.run} was cut off in ${open.task}; taking the Lease`);
    const patienceMs = Math.max(recovering.patienceMs, (0,_lease_patience_js__WEBPACK_IMPORTED_MODULE_5__/* .outlasting */ .j)((0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .deadlineOfBegun */ .X7)(open)));
    const taken = await maintenance.lease.take(holder, { patienceMs, grace: (0,_lease_patience_js__WEBPACK_IMPORTED_MODULE_5__/* .graceBy */ .u)(maintenance.journal) });
    if (!taken.taken) {
        return { kind: 'not-allowed-yet', note: `another run holds the Lease (${taken.holder}); it may still be at work` };
    }
    const keeper = new _lease_keeper_js__WEBPACK_IMPORTED_MODULE_4__/* .LeaseKeeper */ .Z(maintenance.lease, holder, recovering.closing.clock);
    try {
        return await close(recovering, keeper);
    }
    finally {
        await maintenance.lease
            .release(holder)
            .catch(() => progress('The Lease could not be given back; it expires by itself.'));
    }
}
async function close(recovering, keeper) {
    const started = recovering.closing.clock.monotonic();
    const closed = await (0,_conduct_close_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .closeOpenJournal */ .g)({
        ...recovering.closing,
        journal: recovering.maintenance.journal,
        run: recovering.run,
        undo: { holdsLease: () => keeper.holds() },
    });
    if (closed.kind === 'none')
        return { kind: 'none', note: 'the journal was closed by somebody else meanwhile' };
    const durationMs = Math.round(recovering.closing.clock.monotonic() - started);
    return {
        kind: closed.kind,
        outcome: outcomeOf(closed, recovering.describe(closed.open.task), durationMs),
        note: `${closed.finding.title}: ${closed.finding.evidence}`,
    };
}
/** What recovery did, as a task's part of a report: the plan that was cut off, and what became of its steps. */
function outcomeOf(closed, described, durationMs) {
    const { open, undone, finding } = closed;
    const { plan } = open;
    return {
        entry: {
            id: open.task,
            ...described,
            phase: 'main',
            verdict: (0,_domain_finding_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictOf */ .V)([finding]),
            status: closed.kind === 'left-open' ? 'failed' : statusOf(undone),
            cause: `${open.run} was cut off`,
            result: finding.title,
            notChecked: [],
            plan: { digest: plan.digest, steps: plan.steps.map((step) => ({ ...step })), refusals: [...plan.refusals] },
            applied: appliedOf(open),
            undone: undone.map(_undo_undone_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .undoneEntry */ .C),
            measurements: [],
            durationMs,
        },
        findings: [finding],
    };
}
function statusOf(undone) {
    if (undone.some(({ outcome }) => outcome === 'frozen' || outcome === 'held'))
        return 'frozen';
    const reversed = undone.some(({ step }) => (0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .undoClassOf */ .kd)(step) === 'reversible');
    return reversed ? 'rolled-back' : 'cancelled';
}
/** How far the dead run came, by its journal. */
function appliedOf({ plan, records }) {
    const began = new Map();
    const applied = [];
    for (const { step, progress, at } of records) {
        if (progress === 'begun')
            began.set(step, Date.parse(at));
        if (progress !== 'done' && progress !== 'failed')
            continue;
        if (!plan.steps.some(({ id }) => id === step))
            continue;
        applied.push({ step, outcome: progress, durationMs: Date.parse(at) - (began.get(step) ?? Date.parse(at)) });
    }
    return applied;
}


/***/ }),

/***/ 61168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ releaseKept)
/* harmony export */ });
/* harmony import */ var _carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95372);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28481);


/**
 * Let go of what steps kept for putting themselves back (former certificates, former templates), once their unit is as
 * planned or as it was before. While something in it is frozen or held, what was kept stays for the person who decides.
 * Never rejects: what could not be removed is a finding.
 */
async function releaseKept(steps, releasing) {
    const findings = [];
    for (const step of steps) {
        try {
            await releaseOne(step, releasing);
        }
        catch (error) {
            findings.push((0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownFinding */ .M8)('kept-value-left', step.subject, 'what a step kept could not be removed', error));
        }
    }
    return findings;
}
async function releaseOne(step, { executor, context, clock }) {
    const { release } = await executor(step);
    if (release === undefined)
        return;
    const bound = (0,_carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_1__/* .boundContext */ .a)(context, step.deadlineMs, clock);
    try {
        await release(bound.context, step);
    }
    finally {
        bound.end();
    }
}


/***/ }),

/***/ 70597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ undoUnit)
/* harmony export */ });
/* harmony import */ var _domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);
/* harmony import */ var _domain_step_inverse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24976);
/* harmony import */ var _domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44156);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55563);
/* harmony import */ var _steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49588);
/* harmony import */ var _carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95372);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28481);







/**
 * Put back the begun steps of a unit, last first, and prove each by the world. A step is undone only while its subject
 * is the same object and every field that it wrote holds what it wrote: else it is frozen, and so is what came before it
 * in the unit, since that may rest on it. Nothing is undone in a unit that holds a step with `hold`. What an earlier
 * recovery has settled, by the `progress` that the journal shows, is not looked at again. Rejects only when the journal
 * cannot be written: another run has it then.
 */
async function undoUnit(begun, undoing, progress = new Map()) {
    const open = begun.filter(({ id }) => !(0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .isSettled */ .Is)(progress.get(id)));
    const held = begun.find(({ hold }) => hold !== undefined);
    if (held !== undefined)
        return holdAll(open, held, undoing);
    const frozen = begun.find(({ id }) => progress.get(id) === 'frozen');
    if (frozen !== undefined)
        return freezeRest(open, [], frozen, undoing);
    const steps = [];
    const patience = (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__/* .untilArrived */ .G)();
    for (const step of [...open].reverse()) {
        const stopped = (0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isReversible */ .gw)(step) ? await obstacle(undoing) : undefined;
        if (stopped !== undefined) {
            steps.push({ step, outcome: 'failed', cause: stopped, durationMs: 0 });
            return { steps, whole: false };
        }
        const undone = await undoOne(step, undoing, patience);
        steps.push(undone);
        if (undone.outcome === 'failed')
            return { steps, whole: false };
        if (undone.outcome === 'frozen')
            return freezeRest(open, steps, step, undoing);
    }
    return { steps, whole: true };
}
/** Leave everything as it is, once nothing of it can be on its way any more; what never happened is not held. */
async function holdAll(begun, held, undoing) {
    const { clock, context, writer } = undoing;
    const cause = `${held.subject} must not be rolled back: ${held.hold}`;
    const steps = [];
    const patience = (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__/* .untilArrived */ .G)();
    for (const step of [...begun].reverse()) {
        const started = clock.monotonic();
        const took = () => Math.round(clock.monotonic() - started);
        let happened;
        try {
            happened = await (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntilArrived */ .B)(async () => (await undoing.executor(step)).settle(context, step).catch(() => 'cannot-tell'), (seen) => seen === 'done' || seen === 'moved' || !(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isReversible */ .gw)(step), context.pause, patience);
        }
        catch (error) {
            steps.push({ step, outcome: 'failed', cause: unread(error), durationMs: took() });
            return { steps, whole: false };
        }
        const never = happened === 'not-done';
        await writer.write(step.id, never ? 'undone' : 'held');
        const ending = never ? { outcome: 'not-needed' } : { outcome: 'held', cause };
        steps.push({ step, ...ending, durationMs: took() });
    }
    return { steps, whole: true };
}
const unread = (error) => `what became of it could not be read: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .rl)(error)}`;
/** What came before a frozen step is left as it is, and journalled so. */
async function freezeRest(open, undone, frozen, { writer }) {
    const seen = new Set(undone.map(({ step }) => step.id));
    const rest = [...open].reverse().filter(({ id }) => !seen.has(id));
    const steps = [...undone];
    for (const step of rest) {
        await writer.write(step.id, 'frozen');
        steps.push({ step, outcome: 'frozen', cause: `left as it is, because "${frozen.id}" is frozen`, durationMs: 0 });
    }
    return { steps, whole: true };
}
/** Why nothing may be put back now. */
async function obstacle({ context, clock, until, holdsLease }) {
    if (context.signal.aborted)
        return 'the run was cancelled before this could be put back';
    if (until !== undefined && clock.now() >= until)
        return 'there was no time left to put this back';
    try {
        return (await holdsLease()) ? undefined : 'the Lease was lost to another run';
    }
    catch (error) {
        return `the Lease could not be renewed: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .rl)(error)}`;
    }
}
/** Whoever takes the Lease over waits for the deadline alone: a process that stood still for longer changes nothing more. */
const tooLate = {
    outcome: 'failed',
    cause: 'the process stood still for longer than putting it back may take',
};
/** Settle, put back, and journal what came of it; a failure is not journalled, so that the next recovery tries again. */
async function undoOne(step, undoing, patience) {
    const { clock, writer } = undoing;
    const started = clock.monotonic();
    const bound = (0,_carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_6__/* .boundContext */ .a)(undoing.context, step.deadlineMs, clock);
    try {
        const executor = await undoing.executor(step);
        const settled = await settle(executor, step, bound.context, patience);
        const ending = settled ?? (await putBackNow(executor, step, bound.context, undoing));
        const { progress, ...rest } = ending;
        if (progress !== undefined)
            await writer.write(step.id, progress);
        return { step, ...rest, durationMs: Math.round(clock.monotonic() - started) };
    }
    finally {
        bound.end();
    }
}
/**
 * What the world says before anything is put back; undefined: it took effect, and is as we left it. What did not happen may
 * be on its way still, from a process that was killed or cancelled: so that is believed only when it can no longer be.
 */
async function settle(executor, step, context, patience) {
    let settlement;
    try {
        settlement = await (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntilArrived */ .B)(() => executor.settle(context, step), (seen) => seen !== 'not-done' || !(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isReversible */ .gw)(step), context.pause, patience);
    }
    catch (error) {
        return { outcome: 'failed', cause: unread(error) };
    }
    if (!(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isReversible */ .gw)(step)) {
        if (settlement === 'not-done')
            return { outcome: 'not-needed', progress: 'dropped' };
        return { outcome: 'stays', cause: step.undo, progress: settlement === 'done' ? 'done' : 'dropped' };
    }
    switch (settlement) {
        case 'done':
            return undefined;
        case 'not-done':
            return { outcome: 'not-needed', progress: 'undone' };
        case 'moved':
            return { outcome: 'frozen', cause: `${step.subject} was changed by somebody else since`, progress: 'frozen' };
        case 'cannot-tell':
            return { outcome: 'failed', cause: 'whether it took effect cannot be told' };
    }
}
/** Put back under the Lease, which is asked for again, since looking may have taken long; journalled before. */
async function putBackNow(executor, step, context, undoing) {
    const stopped = await obstacle(undoing);
    if (stopped !== undefined)
        return { outcome: 'failed', cause: stopped };
    const begunAt = undoing.clock.monotonic();
    await undoing.writer.write(step.id, 'undoing');
    const late = undoing.clock.monotonic() - begunAt >= step.deadlineMs;
    return late ? tooLate : putBack(executor, step, context);
}
/** Errors that say nothing about what is there now: looking does. Any other is about what was put back, and stands. */
const settledByLooking = new Set(['conflict', 'unreachable', 'timeout']);
/** Put one step back and look whether the world shows it. */
async function putBack(executor, step, context) {
    let text;
    let cause;
    let moved = false;
    let refuted = false;
    try {
        ({ text } = await revert(executor, step, context));
    }
    catch (error) {
        cause = (0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .rl)(error);
        moved = error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U && error.code === 'conflict';
        refuted = !(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U && settledByLooking.has(error.code));
    }
    const after = await executor.settle(context, step).catch(() => 'cannot-tell');
    if (after === 'not-done' && !refuted)
        return { outcome: 'done', ...(text === undefined ? {} : { text }), progress: 'undone' };
    if (moved && after === 'moved') {
        return { outcome: 'frozen', cause: cause ?? 'somebody else has changed it since', progress: 'frozen' };
    }
    return { outcome: 'failed', cause: cause ?? 'it was put back, but the world does not show it' };
}
async function revert(executor, step, context) {
    if (executor.revert !== undefined)
        return executor.revert(context, step);
    const inverse = (0,_domain_step_inverse_js__WEBPACK_IMPORTED_MODULE_1__/* .inverseOf */ ._)(step);
    if ('cannot' in inverse)
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'failed', subject: step.subject, message: inverse.cannot });
    const precondition = await executor.precondition(context, inverse);
    if (!precondition.holds) {
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'conflict', subject: step.subject, message: precondition.moved });
    }
    return executor.apply(context, inverse);
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

/***/ 15083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ settlingWith)
/* harmony export */ });
/* harmony import */ var _domain_configuration_windows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86773);
/* harmony import */ var _steps_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99173);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14821);



/** How this process settles and undoes steps of whichever task: every port, each loaded at its first use. */
async function settlingWith(self, configuration, platform) {
    return {
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        executor: async (step) => (await (0,_steps_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .loadStep */ .$)(step.kind)),
        context: {
            ports: await platform.allPorts(),
            platform: configuration.platform,
            thresholds: configuration.thresholds,
            calendar: (0,_domain_configuration_windows_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarOf */ .Yw)(configuration),
            now: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.now(),
            signal: self.signal,
            pause: (ms) => _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.sleep(ms, self.signal),
            progress: (text) => self.stdout.print(text),
        },
    };
}


/***/ }),

/***/ 99173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ loadStep)
/* harmony export */ });
const loaders = {
    'delete-files': async () => (await __webpack_require__.e(/* import() */ 1355).then(__webpack_require__.bind(__webpack_require__, 41355))).default,
    'dry-run-manifests': async () => (await __webpack_require__.e(/* import() */ 6910).then(__webpack_require__.bind(__webpack_require__, 66910))).default,
    'expand-volume': async () => (await __webpack_require__.e(/* import() */ 5517).then(__webpack_require__.bind(__webpack_require__, 25517))).default,
    'expire-stale-keys': async () => (await __webpack_require__.e(/* import() */ 6022).then(__webpack_require__.bind(__webpack_require__, 6022))).default,
    'issue-certificate': async () => (await Promise.all(/* import() */[__webpack_require__.e(708), __webpack_require__.e(698)]).then(__webpack_require__.bind(__webpack_require__, 80698))).default,
    'probe-database-write': async () => (await __webpack_require__.e(/* import() */ 9276).then(__webpack_require__.bind(__webpack_require__, 49276))).default,
    'probe-dns': async () => (await __webpack_require__.e(/* import() */ 5564).then(__webpack_require__.bind(__webpack_require__, 95564))).default,
    'purge-cache-memory': async () => (await __webpack_require__.e(/* import() */ 7350).then(__webpack_require__.bind(__webpack_require__, 27350))).default,
    'read-backup': async () => (await __webpack_require__.e(/* import() */ 7087).then(__webpack_require__.bind(__webpack_require__, 7087))).default,
    'record-images': async () => (await __webpack_require__.e(/* import() */ 4614).then(__webpack_require__.bind(__webpack_require__, 24614))).default,
    'reload-consumers': async () => (await Promise.all(/* import() */[__webpack_require__.e(4054), __webpack_require__.e(7755)]).then(__webpack_require__.bind(__webpack_require__, 27755))).default,
    'renew-by-cert-manager': async () => (await Promise.all(/* import() */[__webpack_require__.e(708), __webpack_require__.e(9824)]).then(__webpack_require__.bind(__webpack_require__, 9824))).default,
    'restart-workload': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(3397)]).then(__webpack_require__.bind(__webpack_require__, 65778))).default,
    'restore-drill': async () => (await __webpack_require__.e(/* import() */ 1471).then(__webpack_require__.bind(__webpack_require__, 71471))).default,
    'rotate-logs': async () => (await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 10845))).default,
    'scale-workload': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(8554)]).then(__webpack_require__.bind(__webpack_require__, 88554))).default,
    'set-image': async () => (await __webpack_require__.e(/* import() */ 4733).then(__webpack_require__.bind(__webpack_require__, 64733))).default,
    'set-resources': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(598)]).then(__webpack_require__.bind(__webpack_require__, 90598))).default,
    'set-table-options': async () => (await __webpack_require__.e(/* import() */ 5894).then(__webpack_require__.bind(__webpack_require__, 15894))).default,
    'vacuum-table': async () => (await __webpack_require__.e(/* import() */ 6144).then(__webpack_require__.bind(__webpack_require__, 16144))).default,
    'write-certificate': async () => (await Promise.all(/* import() */[__webpack_require__.e(4054), __webpack_require__.e(8097)]).then(__webpack_require__.bind(__webpack_require__, 18097))).default,
};
/** Load the execution of a step kind. */
async function loadStep(kind) {
    return (await loaders[kind]());
}


/***/ }),

/***/ 49588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ lookUntilArrived),
/* harmony export */   G: () => (/* binding */ untilArrived)
/* harmony export */ });
const lookAgainMs = 5_000;
/**
 * A request that nobody waits for any more (its answer was lost, its process killed or cancelled) is over by then, ms: the
 * API server is asked to give up before our own attempt of 15 s does (`timeout` of a write; WithRequestDeadline of
 * k8s.io/apiserver).
 */
const mayArriveMs = 15_000;
/** Patience for everything that may be on its way now. */
const untilArrived = () => ({ looks: mayArriveMs / lookAgainMs });
/** Look until what is seen is final, or patience is at its end. Rejects as `look` and `pause` do. */
async function lookUntilArrived(look, isFinal, pause, patience = untilArrived()) {
    for (;;) {
        const seen = await look();
        if (isFinal(seen) || patience.looks <= 0)
            return seen;
        patience.looks -= 1;
        await pause(lookAgainMs);
    }
}


/***/ })

};
