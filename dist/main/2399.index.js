export const id = 2399;
export const ids = [2399];
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

/***/ 7611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ apply),
/* harmony export */   Fu: () => (/* binding */ rollBack),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   bU: () => (/* binding */ githubToken),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   wB: () => (/* binding */ watch)
/* harmony export */ });
/* harmony import */ var _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85411);

/** The token of the job, for actions that ask the forge. */
const githubToken = {
    'github-token': {
        kind: 'text',
        description: 'The token of the job, with the permissions that its workflow lists.',
        default: '',
        maxLength: 4000,
    },
};
const requestInputs = {
    ...githubToken,
    mode: {
        kind: 'choice',
        description: 'plan: only show it. apply: hand it to the job of its gate.',
        values: ['plan', 'apply'],
        default: 'plan',
    },
    reason: {
        kind: 'text',
        description: 'Why; shown to the reviewer and in the report, and bound by the approval.',
        default: '',
        maxLength: 500,
    },
    'pull-request': {
        kind: 'integer',
        description: 'Number of the pull request that hears of the result; 0 for none.',
        default: 0,
        min: 0,
        max: 1_000_000_000,
        unit: 'number',
    },
};
const planOutputs = {
    preventive: 'Digest of the preventive plan, for the job that applies it; empty when there is none.',
    corrective: 'The same for what environment maintenance-corrective holds.',
    adaptive: 'The same for what environment maintenance-adaptive holds.',
    perfective: 'The same for what environment maintenance-perfective holds.',
    'preventive-artifact': 'Id of the artifact that holds the preventive plan.',
    'corrective-artifact': 'Id of the artifact that holds the corrective plan.',
    'adaptive-artifact': 'Id of the artifact that holds the adaptive plan.',
    'perfective-artifact': 'Id of the artifact that holds the perfective plan.',
    refused: 'Environments whose plans were refused while others wait at their gates, separated by blanks; empty when there is none.',
    verdict: 'The worst verdict of what was looked at.',
};
/** Makes the plan of a task by hand, or of a window's gated tasks ahead of it, for another job to apply. */
const plan = {
    id: 'plan',
    folder: 'actions/plan',
    title: 'Plan maintenance',
    description: 'Makes plans with credentials that cannot change the platform, shows the reviewer what would change, and hands each to the job of its gate by digest and artifact.',
    inputs: {
        task: {
            kind: 'text',
            description: 'The task to plan; empty when a window is planned ahead.',
            default: '',
            pattern: '[a-z-]*',
            maxLength: 60,
        },
        window: {
            kind: 'choice',
            description: 'The window whose gated tasks are planned ahead; any: the next; empty when a task is planned.',
            values: ['', 'any', ..._domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_0__/* .windowNames */ .n],
            default: '',
        },
        target: {
            kind: 'text',
            description: 'What the task is about, for tasks that have an input target: deployment/api-gateway.',
            default: '',
            maxLength: 300,
        },
        inputs: {
            kind: 'text',
            description: "The task's other inputs, one name=value a line.",
            default: '',
            maxLength: 4000,
        },
        ...requestInputs,
    },
    outputs: planOutputs,
    post: false,
};
/** Makes the plan that puts back what a finished run changed. */
const rollBack = {
    id: 'roll-back',
    folder: 'actions/roll-back',
    title: 'Plan the way back of a finished run',
    description: 'Makes the plan that puts back what an applied plan changed, whole or not at all; it goes through the same gate as the plan that it puts back.',
    inputs: {
        plan: {
            kind: 'text',
            description: 'The first digits of the digest of the applied plan (at least 12), as its report shows them, or the number of the run that applied it.',
            default: '',
            maxLength: 71,
        },
        ...requestInputs,
    },
    outputs: planOutputs,
    post: false,
};
/** Applies the plan of one gate, exactly as it was approved. */
const apply = {
    id: 'apply',
    folder: 'actions/apply',
    title: 'Apply an approved plan',
    description: 'Judges the approval by what it reads itself, waits for the Lease, observes again, and takes exactly the steps that were approved, or none. Its post undoes what is half-way and publishes the report.',
    inputs: {
        type: {
            kind: 'choice',
            description: 'Whose gate the job stands for.',
            values: ['preventive', 'corrective', 'adaptive', 'perfective'],
            default: 'preventive',
        },
        digest: {
            kind: 'text',
            description: 'The digest that the planning job handed over.',
            default: '',
            maxLength: 200,
        },
        artifact: {
            kind: 'text',
            description: 'The number of the artifact that holds the plan.',
            default: '',
            maxLength: 40,
        },
        comment: {
            kind: 'integer',
            description: 'With the issue as gate: the number of the comment that approves; else 0.',
            default: 0,
            min: 0,
            max: 9_007_199_254_740_991,
            unit: 'number',
        },
        ...githubToken,
    },
    outputs: { verdict: 'The worst verdict of what was applied.' },
    post: true,
};
/** Looks after the other workflows. */
const watch = {
    id: 'watch',
    folder: 'actions/watch',
    title: 'Watch over maintenance',
    description: 'Says whether a run that is over left something half-way, keeps an issue open while that stays so or when a window passed unused, starts again what was approved on an issue and not applied, keeps schedules alive, and sends the heartbeat. Changes nothing on the platform.',
    inputs: { ...githubToken },
    outputs: { recover: 'true when job recover comes next.' },
    post: false,
};
/** Looks at a comment that may approve a plan: the issue as gate. */
const approve = {
    id: 'approve',
    folder: 'actions/approve',
    title: 'Check an approving comment',
    description: 'Looks at a comment on the issue of a plan, answers it, and starts the job of its gate when the plan may be applied now. Applies nothing itself.',
    inputs: {
        comment: {
            kind: 'integer',
            description: 'The number of the comment.',
            default: 0,
            min: 0,
            max: 9_007_199_254_740_991,
            unit: 'number',
        },
        ...githubToken,
    },
    outputs: {
        corrective: 'Digest of the corrective plan that may be applied now; empty when there is none.',
        adaptive: 'The same of an adaptive plan.',
        perfective: 'The same of a perfective plan.',
    },
    post: false,
};
/** Merges the reports of a run's jobs. */
const merge = {
    id: 'merge',
    folder: 'actions/merge',
    title: 'Merge the reports of a run',
    description: 'Last job of a run that plans and applies: one report of all its jobs, and one comment of ours on the pull request that was named.',
    inputs: {
        'pull-request': {
            kind: 'integer',
            description: 'Number of the pull request that hears of the result; 0 for none.',
            default: 0,
            min: 0,
            max: 1_000_000_000,
            unit: 'number',
        },
        comment: {
            kind: 'integer',
            description: 'With the issue as gate: the comment whose issue hears what became of the plan; else 0.',
            default: 0,
            min: 0,
            max: 9_007_199_254_740_991,
            unit: 'number',
        },
        ...githubToken,
    },
    outputs: { verdict: 'The worst verdict of the jobs.', report: 'Path of report.json.' },
    post: false,
};


/***/ }),

/***/ 36891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LX: () => (/* binding */ taskInputs),
/* harmony export */   Vn: () => (/* binding */ conduct),
/* harmony export */   lj: () => (/* binding */ recover)
/* harmony export */ });
/* unused harmony exports taskOutputs, close, pipelineActions */
/* harmony import */ var _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85411);
/* harmony import */ var _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7611);


/** Inputs that every task has besides its own. */
const taskInputs = {
    mode: {
        kind: 'choice',
        description: 'plan: look, change nothing, and say what would be done. apply: do it. In a window the conductor decides.',
        values: ['', 'plan', 'apply'],
        default: '',
    },
    phase: {
        kind: 'choice',
        description: 'Where in the window it stands; health is looked at before and after changes.',
        values: ['main', 'before', 'after'],
        default: 'main',
    },
    reason: {
        kind: 'text',
        description: 'Why it is applied outside every window. Not used in a window.',
        default: '',
        maxLength: 500,
    },
};
/** Outputs that every task has besides its own. */
const taskOutputs = {
    verdict: 'pass, warn, fail, unknown or not-applicable.',
    status: 'done, nothing-to-do, planned, refused, failed, skipped, deferred or cancelled.',
    result: 'One line: what came of it.',
    report: 'Path of report.json; only when the task runs by itself, outside a window.',
};
/** The conductor: first of our steps in a job, and its `post` the last. */
const conduct = {
    id: 'conduct',
    folder: '',
    title: 'Maintenance conductor',
    description: 'Decides from .github/maintenance.yml, the event and the clock which window is open and which tasks are due in which order. Holds the Lease for the job; its post publishes the report.',
    inputs: {
        window: {
            kind: 'choice',
            description: 'The window that this workflow is for.',
            values: _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_1__/* .windowNames */ .n,
            default: 'daily',
        },
        mode: {
            kind: 'choice',
            description: 'plan: look, change nothing, and say what would be done. apply: do it.',
            values: ['plan', 'apply'],
            default: 'plan',
        },
        reason: {
            kind: 'text',
            description: 'Why it is started by hand; needed outside every window, and shown in the report.',
            default: '',
            maxLength: 500,
        },
        ..._gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .githubToken */ .bU,
    },
    outputs: {
        due: 'JSON list of the ids of the tasks that are due now, in order.',
        mode: 'plan or apply.',
        opening: 'The opening that this run claimed, or empty.',
        'changes-workloads': 'true when a task that changes workloads is due: health is looked at before and after.',
        recover: 'true when an open journal has to be recovered first: job recover comes next.',
    },
    post: true,
};
/** The last step of a job: decides alone whether the job is red. */
const close = {
    id: 'close',
    folder: 'actions/close',
    title: 'Close a maintenance job',
    description: 'Last step of a maintenance job: merges the results of its tasks and alone decides whether the job is red.',
    inputs: {},
    outputs: { verdict: 'The worst verdict of the tasks.' },
    post: false,
};
/** Puts back what a run that is over left half-way. */
const recover = {
    id: 'recover',
    folder: 'actions/recover',
    title: 'Recover from a run that was cut off',
    description: 'Waits until the Lease of a run that is over may be taken over, puts back what it left half-way, proves it, and closes its journal. What somebody has changed since is left as it is and reported. Needs the rights of maintenance-recovery.',
    inputs: {
        patience: {
            kind: 'duration',
            description: 'How long it waits for the Lease of a run that is alive. That of a run which is over is waited for as long as its last step may take.',
            default: '20m',
            min: '0s',
            max: '5h',
        },
    },
    outputs: {
        recovered: 'none, closed, left-open or not-allowed-yet.',
        verdict: 'warn when everything is as before, fail when something was left as it is or is still open.',
        report: 'Path of report.json.',
    },
    post: false,
};
/** All of them. */
const pipelineActions = [
    conduct,
    close,
    recover,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .plan */ .et,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .rollBack */ .Fu,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .apply */ .Bb,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .approve */ .SR,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .merge */ .h1,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .watch */ .wB,
];


/***/ }),

/***/ 72399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recoverAction: () => (/* binding */ recoverAction)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(50272);
/* harmony import */ var _pipeline_publish_finish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1982);
/* harmony import */ var _pipeline_recover_recover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66344);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6881);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14821);
/* harmony import */ var _pipeline_actions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36891);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(23682);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(18122);
/* harmony import */ var _settling_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(15083);
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23730);
/* harmony import */ var _wiring_platform_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(64970);












/** The recovery job: put back what a run that is over left half-way, and report it. Answers the exit status. */
async function recoverAction(self) {
    const { configuration, describe } = await (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_3__/* .openCatalogue */ .G)(self);
    const { patience } = (0,_task_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .readInputs */ .Ko)('recover', _pipeline_actions_js__WEBPACK_IMPORTED_MODULE_5__/* .recover */ .lj.inputs, self.environment);
    const platform = await (0,_wiring_platform_js__WEBPACK_IMPORTED_MODULE_9__/* .openPlatform */ .W)(self, configuration);
    const run = (0,_process_js__WEBPACK_IMPORTED_MODULE_10__/* .runWord */ .k)(self.environment.run, self.environment.job);
    const startedAt = new Date(_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m.now()).toISOString();
    const recovery = await (0,_pipeline_recover_recover_js__WEBPACK_IMPORTED_MODULE_2__/* .recover */ .l)({
        maintenance: platform.maintenance,
        run,
        holder: `${run} ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`,
        closing: await (0,_settling_js__WEBPACK_IMPORTED_MODULE_7__/* .settlingWith */ .r)(self, configuration, platform),
        patienceMs: patience,
        describe,
        progress: (text) => self.stdout.print(text),
    });
    self.stdout.print(recovery.note);
    const job = {
        ...jobOf(self, configuration, recovery, startedAt, await platform.describe()),
        ...(platform.advisory === undefined ? {} : { advisory: platform.advisory }),
    };
    const outcomes = recovery.outcome === undefined ? [] : [recovery.outcome];
    const { state } = platform.maintenance;
    const finished = await (0,_pipeline_publish_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .finish */ .O)({
        kind: 'task',
        id: 'recover',
        job,
        outcomes,
        describe,
        state,
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m,
        runWord: run,
    });
    for (const trouble of finished.notRemembered)
        self.stdout.annotate('warning', 'not remembered', trouble);
    const published = await (0,_publish_js__WEBPACK_IMPORTED_MODULE_6__/* .publishReport */ .S3)(self, finished.report, outcomes.length > 0);
    for (const trouble of await finished.told())
        self.stdout.annotate('warning', 'not remembered', trouble);
    self.environment.output('recovered', recovery.kind);
    self.environment.output('verdict', finished.report.verdict);
    self.environment.output('report', published.json);
    return recovery.kind === 'left-open' || (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_11__/* .atLeast */ .jZ)(finished.report.verdict, configuration.failOn) ? 1 : 0;
}
function jobOf(self, { failOn }, recovery, startedAt, platform) {
    const waiting = recovery.kind === 'not-allowed-yet';
    return {
        mode: 'apply',
        run: self.environment.run,
        platform,
        window: undefined,
        absorbs: [],
        continues: false,
        due: [],
        lookOnly: [],
        notDue: waiting ? [{ id: 'recover', status: 'deferred', verdict: 'warn', cause: recovery.note }] : [],
        notes: [recovery.note],
        findings: [],
        earlier: {},
        startedAt,
        closesAt: startedAt,
        failOn,
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


/***/ })

};
