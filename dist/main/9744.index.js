export const id = 9744;
export const ids = [9744];
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

/***/ 92832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ timeNeededMs),
/* harmony export */   Y: () => (/* binding */ outlastsItsValidity)
/* harmony export */ });
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95460);
/* harmony import */ var _conduct_scene_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88282);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _step_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60747);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23676);





/**
 * Longest that applying a plan and undoing it may take, ms. Steps with a way back are begun only when all of them fit, so
 * all deadlines count. Where none has one, each stands for itself and one that does not fit is for later: the longest counts.
 */
function timeNeededMs({ undoMs, plan }) {
    const deadlines = plan.steps.map(({ deadlineMs }) => deadlineMs);
    const undoable = plan.steps.some(({ kind }) => _step_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[kind].undo === 'reversible');
    return undoMs + (undoable ? deadlines.reduce((sum, ms) => sum + ms, 0) : Math.max(0, ...deadlines));
}
/**
 * The refusal of a plan that could never be applied: its validity, or the job that applies it, is shorter than applying and
 * undoing it may take. Said while it is planned, since whoever approves it afterwards has approved nothing.
 */
function outlastsItsValidity(timed, { task, beforeMs, validity, now }) {
    const needed = beforeMs + timeNeededMs(timed);
    const { window, notAfter } = validity;
    const from = window === undefined ? now : Math.max(now, Date.parse(window.opensAt));
    const valid = Math.max(0, Date.parse(notAfter) - from);
    const longestJob = _conduct_scene_js__WEBPACK_IMPORTED_MODULE_2__/* .JOB_MS */ .RY - _conduct_scene_js__WEBPACK_IMPORTED_MODULE_2__/* .RESERVE_MS */ .o7;
    if (needed <= Math.min(valid, longestJob))
        return undefined;
    const before = beforeMs === 0 ? '' : `, ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(beforeMs)} of it for the plans before it`;
    const takes = `that may take ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(needed)} (${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(timed.undoMs)} of it to undo it${before})`;
    const fewer = 'plan for fewer objects at a time';
    const rule = 'a plan is valid for as long as applying it and undoing it may take';
    if (needed > longestJob) {
        return { subject: task, rule, state: `${takes}, and a job has ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(longestJob)} for it`, next: fewer };
    }
    if (window === undefined) {
        const state = `${takes}, and a plan outside windows is valid for ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(valid)} (approval.valid-for)`;
        return { subject: task, rule, state, next: raise(needed, fewer) };
    }
    const left = now < from ? `${window.name} is open for ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(valid)}` : `${window.name} closes in ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(valid)}`;
    return { subject: task, rule, state: `${takes}, and ${left}`, next: longer(window, now < from, fewer) };
}
const raise = (needed, fewer) => needed > _document_js__WEBPACK_IMPORTED_MODULE_1__/* .longestWaitMs */ .IJ
    ? fewer
    : `set approval.valid-for in .github/maintenance.yml to more than ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(needed)}, with the time that reviewers need besides, or ${fewer}`;
const longer = ({ name, closesAt }, comes, fewer) => {
    const lengthen = `raise windows.${name}.duration in .github/maintenance.yml, or ${fewer}`;
    return comes ? lengthen : `plan again after ${(0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_4__/* .isoOf */ .dF)(Date.parse(closesAt))} with a reason, or ${lengthen}`;
};


/***/ }),

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

/***/ 9744:
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
// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/report/build.js + 3 modules
var build = __webpack_require__(53285);
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
// EXTERNAL MODULE: ./build/domain/approval/time-needed.js
var time_needed = __webpack_require__(92832);
// EXTERNAL MODULE: ./build/domain/calendar/blackouts.js
var blackouts = __webpack_require__(3510);
// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding = __webpack_require__(40618);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/pipeline/carry-out/carry-out.js + 8 modules
var carry_out = __webpack_require__(69191);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/pipeline/lease-keeper.js
var lease_keeper = __webpack_require__(3468);
// EXTERNAL MODULE: ./build/pipeline/lease-patience.js
var lease_patience = __webpack_require__(6121);
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
/** Nothing of it may be under way after this, epoch ms: the end of its validity, of the job, or the next blackout. */
function latestEnd({ document, jobEndsAt, calendar, clock }) {
    const until = Math.min(Date.parse(document.notAfter), jobEndsAt);
    return (0,blackouts/* untilBlackout */.GT)(calendar, { from: clock.now(), until }, document.window?.name);
}
/** Take the Lease, also that of a holder which is dead, with no journal open; else why the time for it has run out. */
async function waitForLease(applying) {
    const { document, clock, maintenance, holder, signal } = applying;
    const needed = document.plans.reduce((sum, each) => sum + (0,time_needed/* timeNeededMs */.X)(each), 0);
    const latest = latestEnd(applying) - needed;
    const grace = (0,lease_patience/* graceBy */.u)(maintenance.journal);
    let occupied = 'there was no time left';
    while (clock.now() <= latest && !signal.aborted) {
        try {
            const patienceMs = Math.min((0,lease_patience/* outlasting */.j)(await grace()), latest - clock.now());
            const taken = await maintenance.lease.take(holder, { patienceMs, grace, signal });
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

// EXTERNAL MODULE: ./build/domain/approval/accepted.js
var accepted = __webpack_require__(28128);
// EXTERNAL MODULE: ./build/domain/approval/digest.js
var approval_digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/guard/judgement.js
var judgement = __webpack_require__(5308);
;// CONCATENATED MODULE: ./build/pipeline/approve/note-end.js



/**
 * Remember that the guard refused a comment, so that it is not tried again by itself; not for a refusal of the moment. Rejects
 * with a PortError.
 */
async function noteRefused({ maintenance, comment }, refusal) {
    if ((0,judgement/* isMomentary */.dW)(refusal))
        return;
    await maintenance.state.update('approvals', (all) => (0,accepted/* refuseComment */._P)(all, comment));
}
/**
 * Remember what became of a document whose approval was let through: used, or refused because the platform is no longer
 * what was approved. What merely did not come to its turn, or was cut off, is left to be tried again. Rejects with a PortError.
 */
async function noteOutcomes({ maintenance }, document, outcomes) {
    const digest = (0,approval_digest/* approvalDigest */.Y)(document);
    const isUsed = (await maintenance.spent.find(digest)) !== undefined;
    const isRefused = outcomes.some(({ entry }) => entry.status === 'refused');
    if (!isUsed && !isRefused)
        return;
    await maintenance.state.update('approvals', (all) => (0,accepted/* endApproval */.j7)(all, digest, isUsed ? 'used' : 'refused'));
}

// EXTERNAL MODULE: ./build/pipeline/conduct/close-journal.js + 1 modules
var close_journal = __webpack_require__(50453);
// EXTERNAL MODULE: ./build/pipeline/roll-back/roll-back-task.js
var roll_back_task = __webpack_require__(97680);
// EXTERNAL MODULE: ./build/steps/registry.js
var registry = __webpack_require__(99173);
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 1 modules
var runtime_catalogue = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/settling.js
var runtime_settling = __webpack_require__(15083);
// EXTERNAL MODULE: ./build/runtime/task-environment.js
var task_environment = __webpack_require__(88742);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
// EXTERNAL MODULE: ./build/runtime/gates/actions.js
var actions = __webpack_require__(7611);
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
    const admission = await (0,admit/* admit */.w)(self, catalogue.configuration, platform);
    const word = (0,process/* runWord */.k)(self.environment.run, self.environment.job);
    const holder = `${word} ${(0,external_node_crypto_.randomUUID)()}`;
    self.handover.writeJob(await jobOf(self, catalogue, platform, admission, holder));
    const comment = commentOf(self);
    const noting = { maintenance: platform.maintenance, comment };
    if ('refusal' in admission) {
        const { refusal, document } = admission;
        if (comment > 0)
            await said(self, noteRefused(noting, refusal));
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
        calendar: (0,windows/* calendarOf */.Yw)(catalogue.configuration),
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
    if (comment > 0)
        await said(self, noteOutcomes(noting, document, outcomes));
    const verdict = (0,build/* windowVerdict */.uz)(outcomes.map(({ entry }) => entry));
    for (const { entry } of outcomes) {
        self.stdout.print(`${entry.id}: ${entry.verdict}, ${entry.status}. ${entry.cause ?? entry.result}`);
    }
    self.environment.output('verdict', verdict);
    // whoever approved it takes a green job for done
    const isRefused = outcomes.some(({ entry }) => entry.status === 'refused');
    return isRefused || (0,domain_verdict/* atLeast */.jZ)(verdict, catalogue.configuration.failOn) ? 1 : 0;
}
/** The comment that approves, with the issue as gate; else 0. */
const commentOf = ({ environment }) => Number((0,task_inputs/* readInputs */.Ko)('apply', actions/* apply */.Bb.inputs, environment).comment ?? 0);
/** What could not be remembered is said: the approval may then be tried again, and is refused for having been used. */
async function said(self, noting) {
    try {
        await noting;
    }
    catch (error) {
        self.stdout.print(`what became of the approval could not be remembered: ${(0,trouble/* causeOf */.rl)(error)}`);
    }
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
        run: { ...self.environment.run, ...askedFor(document) },
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
/** With an issue as gate the run is the approver's, or the window's tick: who asked, and why, is said by the plan. */
const askedFor = (document) => document === undefined ? {} : { requestedBy: document.requestedBy, reason: document.reason };
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
