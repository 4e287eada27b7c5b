export const id = 2009;
export const ids = [2009];
export const modules = {

/***/ 50968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ draftIn),
/* harmony export */   Xi: () => (/* binding */ makeDocuments),
/* harmony export */   YA: () => (/* binding */ notPreventive)
/* harmony export */ });
/* harmony import */ var _step_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23676);


/**
 * The documents of a planning job, one for each gate that a plan with steps goes through. Whether a plan is preventive is
 * derived from its steps: a preventive task's other steps are refused before this, and the type of every other task is
 * its declaration's. `ahead`: planned for a coming window, whose environments hold a wait timer as well.
 */
function makeDocuments(made, common, { planId, ahead }) {
    const types = [...new Set(made.filter(({ plan }) => plan.steps.length > 0).map(({ type }) => type))];
    return types.map((type) => ({
        ...common,
        schemaVersion: _document_js__WEBPACK_IMPORTED_MODULE_1__/* .planDocumentVersion */ .$n,
        planId: planId(type),
        type,
        environment: `maintenance-${type}${ahead && type !== 'preventive' ? '-window' : ''}`,
        plans: made.filter((each) => each.type === type && each.plan.steps.length > 0).map(planPart),
    }));
}
function planPart({ title, undoMs, plan, draft }) {
    const { steps: _steps, refusals: _refusals, ...shown } = draft;
    return {
        title,
        undoMs,
        plan: plan,
        shown: JSON.parse(JSON.stringify(shown)),
    };
}
/** A preventive document holds preventive steps alone; undefined when it does, else the step that is not. */
function notPreventive({ type, plans }) {
    if (type !== 'preventive')
        return undefined;
    const steps = plans.flatMap(({ plan }) => plan.steps);
    return steps.find((step) => !(0,_step_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isPreventive */ .lW)(step))?.id;
}
/** The draft that a document's plan was made from, as the report needs it. */
function draftIn({ plan, shown }) {
    const { steps, refusals } = plan;
    return { ...shown, steps, refusals };
}


/***/ }),

/***/ 2220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ needsUndo),
/* harmony export */   Tt: () => (/* binding */ stepsBegun),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   qJ: () => (/* binding */ stepsToRelease),
/* harmony export */   vS: () => (/* binding */ unitsToUndo)
/* harmony export */ });
/* harmony import */ var _step_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);
/* harmony import */ var _step_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99171);


/** The last progress of each step of an open plan; a step that was never begun has none. */
function progressOf(content) {
    return new Map(content.records.map(({ step, progress }) => [step, progress]));
}
const settled = new Set(['dropped', 'undone', 'held', 'frozen']);
/**
 * The units that a run left half-way: something reversible in them was begun, not every step was done, and they were not
 * put back yet. Whole units stay as planned, and units of which nothing was begun need nothing.
 */
function unitsToUndo(content) {
    const progress = progressOf(content);
    return (0,_step_units_js__WEBPACK_IMPORTED_MODULE_1__/* .unitsOf */ .$)(content.plan.steps).filter(({ steps }) => {
        const open = steps.filter(_step_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw).some(({ id }) => isOpen(progress.get(id)));
        return open && !steps.every(({ id }) => progress.get(id) === 'done');
    });
}
const isOpen = (progress) => progress !== undefined && !settled.has(progress);
/** Whether closing an open journal takes more than marking steps: something reversible is half-way. */
function needsUndo(content) {
    return unitsToUndo(content).length > 0;
}
/** The steps that were begun and about which nothing more was written. */
function stepsBegun(content) {
    const progress = progressOf(content);
    return content.plan.steps.filter(({ id }) => progress.get(id) === 'begun');
}
/**
 * The begun steps whose way back nobody needs any more when the journal is closed: all but those of a unit in which a step
 * was left as it is, for a person to decide about. `left`: ids of steps that were left now.
 */
function stepsToRelease(content, left) {
    const progress = progressOf(content);
    const isLeft = ({ id }) => left.has(id) || progress.get(id) === 'frozen' || progress.get(id) === 'held';
    return (0,_step_units_js__WEBPACK_IMPORTED_MODULE_1__/* .unitsOf */ .$)(content.plan.steps)
        .filter(({ steps }) => !steps.some(isLeft))
        .flatMap(({ steps }) => steps.filter(({ id }) => progress.has(id)));
}


/***/ }),

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

/***/ 43397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isKept)
/* harmony export */ });
/** Whether a step was left as it is, for a person to decide about. */
function isKept({ outcome }) {
    return outcome === 'frozen' || outcome === 'held';
}


/***/ }),

/***/ 99171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ unitsOf)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);

/** A plan's steps as runs of consecutive ones of the same unit. */
function unitsOf(steps) {
    const units = [];
    for (const step of steps) {
        const last = units.at(-1);
        if (last !== undefined && last.name === step.unit)
            last.steps.push(step);
        else
            units.push({ name: step.unit, steps: [step] });
    }
    return units.map((unit) => ({
        ...unit,
        undoable: unit.steps.some(_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw),
        independent: unit.steps.every(({ independent }) => independent === true),
    }));
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

/***/ 28481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ unknownFinding),
/* harmony export */   mm: () => (/* binding */ isCancelled),
/* harmony export */   rl: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** What an error says to a reader: a PortError its own words; anything else is a defect of ours, and says so. */
function causeOf(error) {
    if (error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U)
        return error.message;
    const name = error instanceof Error ? error.name : typeof error;
    return `a defect in this program (${name}${placeOf(error)}); please report it`;
}
/** Whether the run was asked to stop. */
function isCancelled(error) {
    return error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U && error.code === 'cancelled';
}
/** The finding for something that could not be looked at or done: `unknown`, with the cause. */
function unknownFinding(code, subject, title, error) {
    const next = error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U && error.next !== undefined ? error.next : 'look at the cause and run the task again';
    return {
        code,
        severity: 'unknown',
        subject: error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U ? error.subject : subject,
        title,
        evidence: causeOf(error),
        next,
    };
}
/** File and line of a defect, without the message: a message of foreign code may hold a secret. */
function placeOf(error) {
    const line = error instanceof Error ? error.stack?.split('\n').find((text) => text.trim().startsWith('at ')) : undefined;
    const place = /([\w.-]+\.(?:ts|js|mjs):\d+)/.exec(line ?? '')?.[1];
    return place === undefined ? '' : ` at ${place}`;
}


/***/ }),

/***/ 90482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ closeOpenJournal)
/* harmony export */ });
/* harmony import */ var _domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);
/* harmony import */ var _domain_step_undone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43397);
/* harmony import */ var _undo_release_kept_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61168);
/* harmony import */ var _undo_undo_unit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70597);
/* harmony import */ var _journal_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77338);





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
        return { kind: 'left-open', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .notAuthentic */ .JQ)(open), open, undone: [] };
    const units = (0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsToUndo */ .vS)(open);
    if (units.length > 0 && closing.undo === undefined) {
        const evidence = `${(0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsBegun */ .Tt)(open).length} steps begun; reversible steps wait for recovery`;
        return { kind: 'left-open', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .cutOff */ .qG)(open, closing.run, 'fail', evidence), open, undone: [] };
    }
    const writer = await closing.journal.takeOver(closing.run);
    if (writer === undefined)
        return { kind: 'none' };
    await endBackends(closing, open);
    const { undone, whole } = await undoUnits(closing, open, writer);
    if (!whole)
        return { kind: 'left-open', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .undoneFinding */ .D_)(open, closing.run, undone, false), open, undone };
    const handled = new Set(undone.map(({ step }) => step.id));
    const settled = [];
    for (const step of (0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsBegun */ .Tt)(open).filter(({ id }) => !handled.has(id))) {
        const settlement = await settle(closing, step, open.id);
        await writer.write(step.id, settlement === 'done' ? 'done' : 'dropped');
        settled.push(`${step.id}: ${words[settlement]}`);
    }
    const notRemoved = await release(closing, open, undone);
    await writer.close();
    if (undone.length > 0)
        return { kind: 'closed', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .undoneFinding */ .D_)(open, closing.run, undone, true, notRemoved), open, undone };
    const done = open.records.filter((record) => record.progress === 'done').length;
    const facts = [...settled.slice(0, 5), ...notRemoved.slice(0, 5)];
    const evidence = [`${done} of ${open.plan.steps.length} steps were done`, ...facts].join('; ');
    return { kind: 'closed', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .cutOff */ .qG)(open, closing.run, 'warn', evidence), open, undone };
}
/** Remove what steps kept for a way back that nobody needs any more; what could not be removed is said. */
async function release({ executor, context, clock }, open, undone) {
    const left = new Set(undone.filter(_domain_step_undone_js__WEBPACK_IMPORTED_MODULE_4__/* .isKept */ .t).map(({ step }) => step.id));
    const findings = await (0,_undo_release_kept_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseKept */ .a)((0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsToRelease */ .qJ)(open, left), {
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
    const servers = new Set((0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsBegun */ .Tt)(open).flatMap(({ parameters }) => ('server' in parameters ? [parameters.server] : [])));
    for (const server of servers)
        await context.ports.database.endDeadRun(server, open.run).catch(() => undefined);
}
async function undoUnits({ executor, context, clock, undo }, open, writer) {
    const undone = [];
    if (undo === undefined)
        return { undone, whole: true };
    const begun = new Set(open.records.map(({ step }) => step));
    for (const unit of [...(0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsToUndo */ .vS)(open)].reverse()) {
        const steps = unit.steps.filter(({ id }) => begun.has(id));
        const result = await (0,_undo_undo_unit_js__WEBPACK_IMPORTED_MODULE_2__/* .undoUnit */ .h)(steps, {
            ...undo,
            writer,
            executor,
            clock,
            context: { ...context, planId: open.id },
        });
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
        title: `${whose(open, teller)} was cut off, and what it had changed is as it was before`,
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
    /** Renew every minute until the signal fires; a renewal that fails is left to {@link holds} to report. */
    async keep(signal) {
        while (!signal.aborted) {
            await this.#clock.sleep(_domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseDurationMs */ .P / 5, signal).catch(() => undefined);
            if (!signal.aborted)
                await this.holds().catch(() => false);
        }
    }
    /** How long ago the last proven renewal was asked for, ms. */
    #age() {
        return this.#renewedAt === undefined ? Number.POSITIVE_INFINITY : this.#clock.monotonic() - this.#renewedAt;
    }
}


/***/ }),

/***/ 66344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X7: () => (/* binding */ deadlineOfBegun),
/* harmony export */   lj: () => (/* binding */ recover),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _domain_finding_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40618);
/* harmony import */ var _domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44156);
/* harmony import */ var _conduct_close_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90482);
/* harmony import */ var _lease_keeper_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3468);
/* harmony import */ var _undo_undone_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96114);





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
    const graceMs = deadlineOfBegun(open);
    const taken = await maintenance.lease.take(holder, { patienceMs: recovering.patienceMs, graceMs });
    if (!taken.taken) {
        return { kind: 'not-allowed-yet', note: `another run holds the Lease (${taken.holder}); it may still be at work` };
    }
    const keeper = new _lease_keeper_js__WEBPACK_IMPORTED_MODULE_3__/* .LeaseKeeper */ .Z(maintenance.lease, holder, recovering.closing.clock);
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
    const closed = await (0,_conduct_close_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .closeOpenJournal */ .g)({
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
/** The longest deadline of a step that may still be at work, ms. */
function deadlineOfBegun(open) {
    const last = open.records.at(-1);
    const step = open.plan.steps.find(({ id }) => id === last?.step);
    return last?.progress === 'begun' || last?.progress === 'undoing' ? (step?.deadlineMs ?? 0) : 0;
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
            undone: undone.map(_undo_undone_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .undoneEntry */ .C),
            measurements: [],
            durationMs,
        },
        findings: [finding],
    };
}
function statusOf(undone) {
    if (undone.some(({ outcome }) => outcome === 'frozen' || outcome === 'held'))
        return 'frozen';
    const reversed = undone.some(({ step }) => (0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__/* .undoClassOf */ .kd)(step) === 'reversible');
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

/***/ 97680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ rollBackId),
/* harmony export */   s: () => (/* binding */ rollBackTask)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _domain_step_inverse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24976);
/* harmony import */ var _tasks_contract_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20555);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28481);




/** The id under which a plan that puts another one back is made and applied. */
const rollBackId = 'roll-back';
/**
 * The task that puts back what a finished run changed: the inverse steps of an applied plan, last first. It is planned,
 * approved, journalled, applied and, when it fails, undone as every other. A step whose subject somebody has changed since
 * is refused, and with it the whole: half a way back is no state that somebody chose.
 */
async function rollBackTask(applied, loadStep) {
    const steps = [...applied.steps].reverse();
    const executors = await Promise.all([...new Set(steps.map(({ kind }) => kind))].map((kind) => loadStep(kind)));
    const settle = async (context, step) => {
        try {
            const executor = (await loadStep(step.kind));
            return { step: step.id, state: await executor.settle({ ...context, planId: applied.digest }, step) };
        }
        catch (error) {
            return { step: step.id, state: 'not-read', why: (0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .causeOf */ .rl)(error) };
        }
    };
    return (0,_tasks_contract_js__WEBPACK_IMPORTED_MODULE_2__/* .defineTask */ .R)({
        id: rollBackId,
        title: `Put back: ${applied.title}`,
        description: `Puts back what ${applied.task} changed in ${applied.run}.`,
        guide: [],
        windows: [],
        type: applied.type === 'preventive' ? 'corrective' : applied.type,
        priority: 'high',
        estimateMs: sumOf(steps),
        undoMs: sumOf(steps),
        needs: [],
        after: [],
        changesWorkloads: true,
        ports: [...new Set(executors.flatMap(({ ports }) => ports))],
        inputs: {},
        outputs: {},
        permissions: { observe: [], change: [] },
        commands: [],
        forwards: [],
        steps: executors.map(({ kind }) => kind),
        verdicts: {
            pass: 'everything is as it was before that run',
            warn: 'somebody has changed a subject since, so nothing is put back',
            fail: 'a step failed, and what was put back is as that run left it',
            unknown: 'what became of a subject could not be read',
        },
        observe: async (context) => {
            const measurements = await Promise.all(steps.map((step) => settle(context, step)));
            return { basis: measurements.map(({ step, state }) => ({ step, state })), measurements };
        },
        plan: ({ measurements }) => draftOf(steps, measurements),
        verify: async (context, { draft, applied: taken }) => {
            const found = await Promise.all(draft.steps.map((step) => settle(context, step)));
            const back = found.filter(({ state }) => state === 'done').length;
            const findings = [...draft.findings, ...found.filter(({ state }) => state !== 'done').map(notBack)];
            return {
                findings: taken.some(({ outcome }) => outcome === 'failed') ? draft.findings : findings,
                measurements: [],
                result: `${back} of ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(draft.steps.length, 'change')} put back`,
            };
        },
    });
}
const sumOf = (steps) => steps.reduce((sum, { deadlineMs }) => sum + deadlineMs, 0);
function draftOf(steps, found) {
    const refusals = [];
    const findings = [];
    const back = [];
    for (const step of steps) {
        const state = found.find((each) => each.step === step.id);
        if (state?.state === 'not-done')
            continue;
        if (state === undefined || state.state === 'not-read' || state.state === 'cannot-tell') {
            findings.push(notRead(step, state?.why ?? 'whether it still holds what was written cannot be told'));
            continue;
        }
        const inverse = (0,_domain_step_inverse_js__WEBPACK_IMPORTED_MODULE_0__/* .inverseOf */ ._)(step);
        if (state.state === 'moved')
            refusals.push(changedSince(step));
        else if ('cannot' in inverse)
            refusals.push({ ...changedSince(step), rule: inverse.cannot, state: step.id });
        else
            back.push(inverse);
    }
    const whole = refusals.length === 0 && findings.length === 0;
    return {
        steps: whole ? back : [],
        refusals,
        notChecked: [],
        findings,
        measurements: [],
        result: resultOf(back.length, steps.length, whole),
    };
}
function resultOf(back, all, whole) {
    if (!whole)
        return `nothing is put back: ${back} of ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(all, 'change')} could be, and half a way back is none`;
    return back === 0 ? 'nothing to do: everything is as it was before' : `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(back, 'change')} to put back`;
}
const changedSince = (step) => ({
    subject: step.subject,
    rule: 'what somebody has changed since is not put back, and half a way back is not gone',
    state: `${step.subject} no longer holds what "${step.id}" wrote`,
    next: 'decide by hand, or change it back to what that run left',
});
const notRead = (step, why) => ({
    code: 'subject-not-read',
    severity: 'unknown',
    subject: step.subject,
    title: 'whether it can be put back is not known',
    evidence: why,
    next: 'look at the cause and plan again',
});
const notBack = ({ step, why }) => ({
    code: 'not-put-back',
    severity: 'fail',
    subject: step,
    title: 'the world does not show it put back',
    evidence: why ?? 'it holds another value',
    next: 'look at the subject',
});


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
/* harmony import */ var _domain_step_inverse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24976);
/* harmony import */ var _domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44156);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49588);
/* harmony import */ var _carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95372);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28481);






/**
 * Put back the begun steps of a unit, last first, and prove each by the world. A step is undone only while its subject
 * is the same object and every field that it wrote holds what it wrote: else it is frozen, and so is what came before it
 * in the unit, since that may rest on it. Nothing is undone in a unit that holds a step with `hold`. Rejects only when
 * the journal cannot be written: another run has it then.
 */
async function undoUnit(begun, undoing) {
    const held = begun.find(({ hold }) => hold !== undefined);
    if (held !== undefined)
        return holdAll(begun, held, undoing);
    const steps = [];
    const patience = (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_4__/* .untilArrived */ .G)();
    for (const step of [...begun].reverse()) {
        const stopped = (0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__/* .isReversible */ .gw)(step) ? await obstacle(undoing) : undefined;
        if (stopped !== undefined) {
            steps.push({ step, outcome: 'failed', cause: stopped, durationMs: 0 });
            return { steps, whole: false };
        }
        const undone = await undoOne(step, undoing, patience);
        steps.push(undone);
        if (undone.outcome === 'failed')
            return { steps, whole: false };
        if (undone.outcome === 'frozen')
            return freezeRest(begun, steps, undoing);
    }
    return { steps, whole: true };
}
/** Leave everything as it is, once nothing of it can be on its way any more; what never happened is not held. */
async function holdAll(begun, held, undoing) {
    const { clock, context, writer } = undoing;
    const cause = `${held.subject} must not be rolled back: ${held.hold}`;
    const steps = [];
    const patience = (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_4__/* .untilArrived */ .G)();
    for (const step of [...begun].reverse()) {
        const started = clock.monotonic();
        const took = () => Math.round(clock.monotonic() - started);
        let happened;
        try {
            happened = await (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_4__/* .lookUntilArrived */ .B)(async () => (await undoing.executor(step)).settle(context, step).catch(() => 'cannot-tell'), (seen) => seen === 'done' || seen === 'moved' || !(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__/* .isReversible */ .gw)(step), context.pause, patience);
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
const unread = (error) => `what became of it could not be read: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .causeOf */ .rl)(error)}`;
/** What came before a frozen step is left as it is, and journalled so. */
async function freezeRest(begun, undone, { writer }) {
    const seen = new Set(undone.map(({ step }) => step.id));
    const rest = [...begun].reverse().filter(({ id }) => !seen.has(id));
    const steps = [...undone];
    for (const step of rest) {
        await writer.write(step.id, 'frozen');
        const after = undone.at(-1)?.step.id ?? '';
        steps.push({ step, outcome: 'frozen', cause: `left as it is, because "${after}" is frozen`, durationMs: 0 });
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
        return `the Lease could not be renewed: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .causeOf */ .rl)(error)}`;
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
    const bound = (0,_carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_5__/* .boundContext */ .a)(undoing.context, step.deadlineMs, clock);
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
        settlement = await (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_4__/* .lookUntilArrived */ .B)(() => executor.settle(context, step), (seen) => seen !== 'not-done' || !(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__/* .isReversible */ .gw)(step), context.pause, patience);
    }
    catch (error) {
        return { outcome: 'failed', cause: unread(error) };
    }
    if (!(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__/* .isReversible */ .gw)(step)) {
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
        cause = (0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .causeOf */ .rl)(error);
        moved = error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U && error.code === 'conflict';
        refuted = !(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U && settledByLooking.has(error.code));
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
    const inverse = (0,_domain_step_inverse_js__WEBPACK_IMPORTED_MODULE_0__/* .inverseOf */ ._)(step);
    if ('cannot' in inverse)
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({ code: 'failed', subject: step.subject, message: inverse.cannot });
    const precondition = await executor.precondition(context, inverse);
    if (!precondition.holds) {
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({ code: 'conflict', subject: step.subject, message: precondition.moved });
    }
    return executor.apply(context, inverse);
}


/***/ }),

/***/ 32009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyAction: () => (/* binding */ applyAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/conduct/scene.js
var scene = __webpack_require__(88282);
// EXTERNAL MODULE: ./build/domain/report/build.js + 2 modules
var build = __webpack_require__(68266);
// EXTERNAL MODULE: ./build/domain/state/applied.js
var applied = __webpack_require__(11350);
// EXTERNAL MODULE: ./build/domain/verdict.js
var domain_verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/domain/approval/found.js

const found = schemas/* object */.Ikc({
    findings: schemas/* array */.YOg(schemas/* object */.Ikc({
        code: schemas/* string */.YjP(),
        severity: schemas/* enum */.k5n(['fail', 'unknown', 'warn', 'info']),
        subject: schemas/* string */.YjP(),
        title: schemas/* string */.YjP(),
        evidence: schemas/* string */.YjP(),
        next: schemas/* string */.YjP(),
    }))
        .default([]),
    notChecked: schemas/* array */.YOg(schemas/* object */.Ikc({ subject: schemas/* string */.YjP(), why: schemas/* string */.YjP() })).default([]),
});
/** Read what a planning job found, as data of a document that nobody may have approved; of another form, that is a finding. */
function foundIn({ plan, shown }) {
    const parsed = found.safeParse(shown);
    if (parsed.success)
        return parsed.data;
    const unread = {
        code: 'plan-not-read',
        severity: 'unknown',
        subject: plan.task,
        title: 'what was found when it was planned cannot be read',
        evidence: 'the plan document holds it in another form than this version writes',
        next: 'plan again',
    };
    return { findings: [unread], notChecked: [] };
}

// EXTERNAL MODULE: ./build/domain/approval/make-documents.js
var make_documents = __webpack_require__(50968);
// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding = __webpack_require__(40618);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/state/lease.js
var lease = __webpack_require__(34297);
// EXTERNAL MODULE: ./build/pipeline/carry-out/carry-out.js + 7 modules
var carry_out = __webpack_require__(938);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/pipeline/lease-keeper.js
var lease_keeper = __webpack_require__(3468);
// EXTERNAL MODULE: ./build/pipeline/recover/recover.js
var recover = __webpack_require__(66344);
;// CONCATENATED MODULE: ./build/pipeline/apply/apply-document.js










/** How often an occupied Lease or an open journal is looked at again, ms. */
const lookAgainMs = 15_000;
/**
 * Apply the plans of a document, exactly as they were approved: wait for the Lease (holding nothing) until estimate and
 * undo no longer fit, then observe again, compare, and take the steps. Nothing is spent when it comes to nothing. The Lease
 * stays held: the job's end gives it back, after undoing what is half-way.
 */
async function applyDocument(applying) {
    const { document } = applying;
    const refused = (0,make_documents/* notPreventive */.YA)(document);
    if (refused !== undefined) {
        return apply_document_all(document, 'refused', `${refused} is not preventive: environment ${document.environment} may not take it`);
    }
    const waited = await waitForLease(applying);
    if (waited !== undefined)
        return apply_document_all(document, 'deferred', waited);
    const keeper = new lease_keeper/* LeaseKeeper */.Z(applying.maintenance.lease, applying.holder, applying.clock);
    const ended = new AbortController();
    void keeper.keep(ended.signal);
    const outcomes = [];
    try {
        let readAt;
        const beforeFirstStep = async () => {
            const now = applying.clock.monotonic();
            // one reading stands for all plans, and ages until the very first step is taken
            if (readAt !== undefined)
                return { readAt: outcomes.some(({ entry }) => entry.applied.length > 0) ? now : readAt };
            const refused = await applying.lastWord();
            if (refused !== undefined)
                return { refused };
            readAt = now;
            return { readAt };
        };
        for (const [index] of document.plans.entries()) {
            outcomes.push(await applyOne(applying, index, { keeper, beforeFirstStep }));
        }
    }
    finally {
        ended.abort();
    }
    return outcomes;
}
async function applyOne(applying, index, holding) {
    const { document, clock, maintenance, run } = applying;
    const entry = document.plans[index];
    if (entry === undefined)
        throw new RangeError(`the document has no plan ${index}`);
    const plan = entry.plan;
    const task = await applying.task(plan);
    if (task === undefined)
        return without(document, index, 'refused', `there is no task ${plan.task}`);
    if (task.type !== document.type) {
        return without(document, index, 'refused', `${plan.task} is ${task.type}, and this is the gate of ${document.type} tasks`);
    }
    const changing = {
        mode: 'apply',
        journal: maintenance.journal,
        run,
        planId: `${document.planId}/${plan.task}`,
        holdsLease: () => holding.keeper.holds(),
        closesAt: latestEnd(applying) - entry.undoMs,
        beforeFirstStep: holding.beforeFirstStep,
    };
    applying.progress(`${task.title}: applying plan ${plan.digest}, at ${new Date(clock.now()).toISOString()}`);
    const environment = await applying.environment(task, changing);
    const request = {
        inputs: plan.inputs,
        phase: 'main',
        prepared: { plan, draft: (0,make_documents/* draftIn */.Hm)(entry) },
    };
    return (0,carry_out/* carryOut */.u)(task, request, environment);
}
/** Nothing of it may be under way after this, epoch ms. */
function latestEnd({ document, jobEndsAt }) {
    return Math.min(Date.parse(document.notAfter), jobEndsAt);
}
/** Take the Lease, also that of a holder which is dead, with no journal open; else why the time for it has run out. */
async function waitForLease(applying) {
    const { document, clock, maintenance, holder, signal } = applying;
    const needed = document.plans.reduce((sum, { plan, undoMs }) => sum + undoMs + deadlinesOf(plan), 0);
    const latest = latestEnd(applying) - needed;
    let occupied = 'there was no time left';
    while (clock.now() <= latest && !signal.aborted) {
        try {
            const open = await maintenance.journal.read();
            const graceMs = open === undefined ? 0 : (0,recover/* deadlineOfBegun */.X7)(open);
            const patienceMs = Math.min(lease/* leaseDurationMs */.P + graceMs + lookAgainMs, latest - clock.now());
            const taken = await maintenance.lease.take(holder, { patienceMs, graceMs, signal });
            if (taken.taken) {
                if ((await applying.closeJournal()) !== 'left-open')
                    return undefined;
                occupied = 'an open journal waits for recovery';
                await maintenance.lease.release(holder);
            }
            else
                occupied = `another run holds the Lease (${taken.holder})`;
        }
        catch (error) {
            occupied = `the Lease could not be taken: ${(0,trouble/* causeOf */.rl)(error)}`;
        }
        applying.progress(`waiting: ${occupied}`);
        await clock.sleep(lookAgainMs, signal).catch(() => undefined);
    }
    if (signal.aborted)
        return 'the run was cancelled while it waited';
    const end = new Date(latestEnd(applying)).toISOString();
    return `${occupied}; it takes up to ${(0,quantities/* formatSpan */.QA)(needed)} with its undo, and must end by ${end}; a new plan is needed`;
}
const deadlinesOf = ({ steps }) => steps.reduce((sum, { deadlineMs }) => sum + deadlineMs, 0);
const apply_document_all = (document, status, cause) => document.plans.map((_, index) => without(document, index, status, cause));
/** A plan of which nothing was applied: what was found when it was made still stands, since nobody has looked since. */
function without(document, index, status, cause) {
    const entry = document.plans[index];
    if (entry === undefined)
        throw new RangeError(`the document has no plan ${index}`);
    const { plan } = entry;
    const { task, digest, steps, refusals } = plan;
    const { findings, notChecked } = foundIn(entry);
    const told = {
        id: task,
        title: entry.title,
        type: document.type,
        verdict: (0,domain_verdict/* worst */.QZ)([(0,finding/* verdictOf */.V)(findings), 'warn']),
        phase: 'main',
        status,
        cause,
        result: 'nothing was changed',
        notChecked: [...notChecked],
        plan: { digest, steps: steps.map((step) => ({ ...step })), refusals: [...refusals] },
        applied: [],
        undone: [],
        measurements: [],
        durationMs: 0,
    };
    return { entry: told, findings };
}
/** The outcomes of a document that the guard refused: each with the rule, and nothing changed. */
function refusedDocument(document, refusal) {
    return document.plans.map((_, index) => {
        const outcome = without(document, index, 'refused', `${refusal.rule}: ${refusal.state}`);
        const { plan } = outcome.entry;
        return plan === undefined
            ? outcome
            : { ...outcome, entry: { ...outcome.entry, plan: { ...plan, refusals: [...plan.refusals, refusal] } } };
    });
}

// EXTERNAL MODULE: ./build/pipeline/conduct/close-journal.js
var close_journal = __webpack_require__(90482);
// EXTERNAL MODULE: ./build/pipeline/roll-back/roll-back-task.js
var roll_back_task = __webpack_require__(97680);
// EXTERNAL MODULE: ./build/steps/registry.js
var registry = __webpack_require__(99173);
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 2 modules
var runtime_catalogue = __webpack_require__(35126);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/settling.js
var runtime_settling = __webpack_require__(15083);
// EXTERNAL MODULE: ./build/runtime/task-environment.js
var task_environment = __webpack_require__(88742);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
// EXTERNAL MODULE: ./build/runtime/gates/admit.js + 3 modules
var admit = __webpack_require__(3921);
;// CONCATENATED MODULE: ./build/runtime/gates/apply.js
















/**
 * Apply what a gate's job was let through for: guard, Lease, observe again, compare, and exactly the approved steps. The
 * job's post reports it, after undoing what may be half-way. Answers the exit status.
 */
async function applyAction(self) {
    const catalogue = await (0,runtime_catalogue/* openCatalogue */.G)(self);
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, catalogue.configuration);
    const admission = await (0,admit/* admit */.w4)(self, catalogue.configuration, platform);
    const word = (0,process/* runWord */.k)(self.environment.run, self.environment.job);
    const holder = `${word} ${(0,external_node_crypto_.randomUUID)()}`;
    self.handover.writeJob(await jobOf(self, catalogue, platform, admission, holder));
    if ('refusal' in admission) {
        const { refusal, document } = admission;
        self.stdout.annotate('error', 'refused', `${refusal.rule}; ${refusal.state}. ${refusal.next}`);
        for (const outcome of document === undefined ? [] : refusedDocument(document, refusal)) {
            self.handover.writeOutcome(outcome);
        }
        return 1;
    }
    const { document } = admission;
    const settling = await (0,runtime_settling/* settlingWith */.r)(self, catalogue.configuration, platform);
    const outcomes = await applyDocument({
        document,
        task: (plan) => taskOf(plan, catalogue, platform),
        environment: (task, changing) => (0,task_environment/* taskEnvironment */.r)(self, catalogue.configuration, platform, task, changing),
        maintenance: platform.maintenance,
        clock: clock/* systemClock */.m,
        run: word,
        holder,
        jobEndsAt: self.startedAt + scene/* JOB_MS */.RY - scene/* RESERVE_MS */.o7,
        lastWord: admission.lastWord,
        closeJournal: async () => {
            const { journal } = platform.maintenance;
            return (await (0,close_journal/* closeOpenJournal */.g)({ ...settling, journal, run: word })).kind;
        },
        signal: self.signal,
        progress: (text) => self.stdout.print(text),
    });
    for (const outcome of outcomes)
        self.handover.writeOutcome(outcome);
    const verdict = (0,build/* windowVerdict */.uz)(outcomes.map(({ entry }) => entry));
    for (const { entry } of outcomes) {
        self.stdout.print(`${entry.id}: ${entry.verdict}, ${entry.status}. ${entry.cause ?? entry.result}`);
    }
    self.environment.output('verdict', verdict);
    // whoever approved it takes a green job for done
    const isRefused = outcomes.some(({ entry }) => entry.status === 'refused');
    return isRefused || (0,domain_verdict/* atLeast */.jZ)(verdict, catalogue.configuration.failOn) ? 1 : 0;
}
/** The task of a plan; the way back of a finished run is looked up in the cluster's own record, never taken from the file. */
async function taskOf(plan, catalogue, platform) {
    if (plan.task !== roll_back_task/* rollBackId */.e)
        return catalogue.tasks.find(({ id }) => id === plan.task);
    const digits = typeof plan.inputs.plan === 'string' ? plan.inputs.plan : '';
    const found = (0,applied/* findApplied */.Jb)(await platform.maintenance.state.read('applied'), digits);
    return 'found' in found ? await (0,roll_back_task/* rollBackTask */.s)(found.found, registry/* loadStep */.$) : undefined;
}
async function jobOf(self, { configuration }, platform, admission, holder) {
    const { document } = admission;
    const refused = 'refusal' in admission ? admission.refusal : undefined;
    const own = 'advisory' in admission ? admission.advisory : undefined;
    const advisories = [platform.advisory, own].filter((text) => text !== undefined);
    return {
        about: { kind: 'task', id: idOf(document) },
        ofRun: true,
        mode: 'apply',
        run: { ...self.environment.run, ...(document === undefined ? {} : { reason: document.reason }) },
        platform: await platform.describe(),
        window: document?.window === undefined ? undefined : { ...document.window, outside: false },
        absorbs: [],
        continues: false,
        due: document?.plans.map(({ plan }) => plan.task) ?? [],
        lookOnly: [],
        notDue: [],
        notes: document === undefined ? [] : [`planned in ${document.run.url} at ${document.plannedAt}`],
        findings: [],
        ...(refused === undefined ? {} : { refusal: refused }),
        ...(advisories.length === 0 ? {} : { advisory: advisories.join('; ') }),
        approvals: admission.approvals,
        earlier: {},
        startedAt: new Date(self.startedAt).toISOString(),
        closesAt: document?.notAfter ?? new Date(self.startedAt).toISOString(),
        ...(refused === undefined ? { leaseHolder: holder } : {}),
        failOn: configuration.failOn,
    };
}
const idOf = (document) => {
    const tasks = document?.plans.map(({ plan }) => plan.task) ?? [];
    return tasks.length === 1 ? (tasks[0] ?? 'apply') : `apply-${document?.type ?? 'nothing'}`;
};


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


/***/ }),

/***/ 20555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ defineTask)
/* harmony export */ });
/** Declare a task. Gives the compiler the inputs', ports' and observation's types; the value is the argument. */
function defineTask(task) {
    return task;
}


/***/ })

};
