export const id = 4434;
export const ids = [4434];
export const modules = {

/***/ 34297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ leaseDurationMs)
/* harmony export */ });
/** Our duration of the Lease, ms: a holder that has not renewed it for so long has lost it. Never what the object says. */
const leaseDurationMs = 300_000;


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
    const facts = [...settled.slice(0, 5), ...notRemoved.slice(0, 5)];
    if (undone.length > 0)
        return { kind: 'closed', finding: (0,journal_findings/* undoneFinding */.D_)(open, closing.run, undone, true, facts), open, undone };
    const done = open.records.filter((record) => record.progress === 'done').length;
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
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _domain_step_undone_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43397);


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
        next: `compare it with the run that it names: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)('rooivalk-maintenance') `get configmap journal -o yaml`}`,
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
/** What was put back of a run that ended half-way; not `whole`: not all of it yet. `besides`: what else is known of its steps. */
function undoneFinding(open, teller, undone, whole, besides = []) {
    const kept = undone.filter((step) => (0,_domain_step_undone_js__WEBPACK_IMPORTED_MODULE_1__/* .isKept */ .t)(step) || step.outcome === 'failed');
    const said = undone.slice(0, 5).map(({ step, outcome, cause }) => {
        const why = cause === undefined || outcome === 'stays' ? '' : ` (${cause})`;
        return `${step.id}: ${outcomeWords[outcome]}${why}`;
    });
    const evidence = `${[...said, ...besides].join('; ')} (${open.run})`;
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

/***/ 14434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endJob: () => (/* binding */ endJob)
});

// EXTERNAL MODULE: ./build/pipeline/publish/finish.js + 1 modules
var finish = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/pipeline/conduct/close-journal.js + 1 modules
var close_journal = __webpack_require__(50453);
// EXTERNAL MODULE: ./build/pipeline/lease-keeper.js
var lease_keeper = __webpack_require__(3468);
// EXTERNAL MODULE: ./build/pipeline/recover/recover.js
var recover = __webpack_require__(66344);
;// CONCATENATED MODULE: ./build/pipeline/recover/undo-own.js



/** What the end of a job puts back may take so long, ms; GitHub gives it less than five minutes after a cancellation. */
const budgetMs = 180_000;
/**
 * Put back what this very job left half-way (it was cancelled, or one of its processes was killed), as far as three
 * minutes reach; the rest waits, journalled, for recovery. Truth comes from the journal, not from what the job remembers.
 */
async function undoOwn(own) {
    const { maintenance, run, holder, closing } = own;
    const open = await maintenance.journal.read();
    if (open === undefined || open.run !== run)
        return undefined;
    const { clock } = closing;
    const keeper = new lease_keeper/* LeaseKeeper */.Z(maintenance.lease, holder, clock);
    const started = clock.monotonic();
    const closed = await (0,close_journal/* closeOpenJournal */.g)({
        ...closing,
        journal: maintenance.journal,
        run,
        undo: { holdsLease: () => keeper.holds(), until: clock.now() + budgetMs },
    });
    if (closed.kind === 'none')
        return undefined;
    return (0,recover/* outcomeOf */.s)(closed, own.describe(closed.open.task), Math.round(clock.monotonic() - started));
}
/** The outcomes of a job with what its end put back: that is the task's last word about how the platform was left. */
function withUndone(outcomes, late) {
    if (late === undefined)
        return outcomes;
    const index = outcomes.findLastIndex(({ entry }) => entry.id === late.entry.id);
    const told = outcomes[index];
    if (told === undefined)
        return [...outcomes, late];
    const { status, verdict, undone, cause } = late.entry;
    const merged = {
        entry: { ...told.entry, status, verdict, undone, cause: told.entry.cause ?? cause },
        findings: [...told.findings, ...late.findings],
    };
    return outcomes.map((outcome, place) => (place === index ? merged : outcome));
}

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 1 modules
var catalogue = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 2 modules
var publish = __webpack_require__(18122);
// EXTERNAL MODULE: ./build/runtime/settling.js
var settling = __webpack_require__(15083);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
;// CONCATENATED MODULE: ./build/runtime/end-job.js









/**
 * The post of whatever began a job (the conductor, or the application of a plan), after every other: what is half-way put
 * back, report, state, artifact, and the Lease given back. Answers the exit status.
 */
async function endJob(self) {
    const job = self.handover.job();
    if (job === undefined)
        return 0;
    const { configuration, describe } = await (0,catalogue/* openCatalogue */.G)(self);
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration);
    try {
        const late = await putBack(self, configuration, platform, job, describe);
        const finished = await (0,finish/* finish */.O)({
            ...(job.about ?? { kind: 'window', id: job.window?.name ?? 'window' }),
            job,
            outcomes: withUndone(self.handover.outcomes(), late),
            describe,
            state: platform.maintenance.state,
            clock: clock/* systemClock */.m,
            runWord: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
        });
        for (const trouble of finished.notRemembered)
            self.stdout.annotate('warning', 'not remembered', trouble);
        await (0,publish/* publishReport */.S3)(self, finished.report, !(0,finish/* isIdle */.x)(job), job.ofRun);
        for (const trouble of await finished.told())
            self.stdout.annotate('warning', 'not remembered', trouble);
    }
    finally {
        if (job.leaseHolder !== undefined)
            await platform.maintenance.lease
                .release(job.leaseHolder)
                .catch(() => self.stdout.print('The Lease could not be given back; it expires by itself.'));
    }
    return 0;
}
/** What this job left half-way is put back before the report is written, so that the report is true after it as well. */
async function putBack(self, configuration, platform, { leaseHolder }, describe) {
    if (leaseHolder === undefined)
        return undefined;
    const run = (0,process/* runWord */.k)(self.environment.run, self.environment.job);
    const { maintenance } = platform;
    try {
        const closing = await (0,settling/* settlingWith */.r)(self, configuration, platform);
        return await undoOwn({ maintenance, run, holder: leaseHolder, closing, describe });
    }
    catch (error) {
        const why = error instanceof port_error/* PortError */.U ? error.message : 'a defect in this program';
        self.stdout.annotate('warning', 'not looked at', `Whether this job left something half-way is not known: ${why}`);
        return undefined;
    }
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


/***/ })

};
