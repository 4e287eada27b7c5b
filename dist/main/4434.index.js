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

/***/ 490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ rememberLeft),
/* harmony export */   VL: () => (/* binding */ findingsOfLeft),
/* harmony export */   gQ: () => (/* binding */ leftToTell),
/* harmony export */   lo: () => (/* binding */ toldLeft)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);

const kept = 100;
/** A report may be lost with the job that wrote it: for so long after the first, later ones tell it as well, ms. */
const toldForMs = 24 * 3_600_000;
/** What is left with the steps of a journal that were left as they are: durable before the journal is closed. */
function rememberLeft(left, content, at) {
    const progress = (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(content);
    const now = content.plan.steps.flatMap((step) => {
        const how = progress.get(step.id);
        if (how !== 'frozen' && how !== 'held')
            return [];
        return [{ run: content.run, task: content.task, step: step.id, subject: step.subject, how, at }];
    });
    return now.length === 0 ? left : [...left, ...now].slice(-kept);
}
/** What reports still tell: what no report has told yet, and for a day what one has. */
function leftToTell(left, now) {
    return left.filter(({ toldAt }) => toldAt === undefined || now - Date.parse(toldAt) < toldForMs);
}
/**
 * The same after a report at `now` (epoch ms) that was made from `read`: those are first told now, and what nobody needs any
 * more is gone. A step that was left since then is in no report yet.
 */
function toldLeft(left, read, now) {
    const at = new Date(now).toISOString();
    const told = new Set(read.map(nameOf));
    return leftToTell(left, now).map((each) => (told.has(nameOf(each)) ? { ...each, toldAt: each.toldAt ?? at } : each));
}
const nameOf = ({ run, task, step, at }) => JSON.stringify([run, task, step, at]);
/** One finding for each step that was left; those that the report's own tasks tell of are not told twice. */
function findingsOfLeft(left, toldHere) {
    return left
        .filter(({ step }) => !toldHere.has(step))
        .map(({ run, task, step, subject, how, at }) => ({
        code: 'left-as-it-is',
        severity: 'fail',
        subject,
        title: how === 'held'
            ? 'a step failed, and its workload must not be rolled back: it was left as it is'
            : 'somebody changed it while maintenance was under way: it was left as it is',
        evidence: `"${step}" of ${task} (${run}, ${at})`,
        next: 'decide about it by hand; nothing of ours touches it any more',
    }));
}


/***/ }),

/***/ 89137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ stillUntold),
/* harmony export */   Oe: () => (/* binding */ findingsOfUntold),
/* harmony export */   Pz: () => (/* binding */ untoldToTell),
/* harmony export */   y0: () => (/* binding */ rememberUntold)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);

const kept = 50;
/** Steps of a plan that are told by name; the others are counted. Fewer would leave changes that no report names. */
const mostNamed = 20;
/** Progress of steps that have changed something, whatever became of it. */
const changed = new Set(['done', 'failed', 'undone', 'frozen', 'held']);
/**
 * What is untold with the plan of a journal that is about to be closed: durable before it is, so that a run that is killed
 * between its last step and its report is told of by the next one. Plans that changed nothing are left out.
 */
function rememberUntold(untold, content, at) {
    const { run, task, digest } = content;
    const progress = (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(content);
    const steps = content.plan.steps.map(({ id }) => id);
    const touched = steps.filter((id) => changed.has(progress.get(id) ?? 'begun'));
    if (touched.length === 0)
        return untold;
    const done = touched.filter((id) => progress.get(id) === 'done');
    const plan = { run, task, digest, at, done: done.slice(0, mostNamed), steps: touched.length };
    return [...untold, { ...plan, doneInAll: done.length }].slice(-kept);
}
const isOwn = ({ run, digest }, teller) => run === teller.run && teller.digests.has(digest);
/** What a report has to tell of plans that are in no report: those of its own run, and of runs that are over. */
function untoldToTell(untold, teller) {
    return untold.filter((plan) => !isOwn(plan, teller) && (plan.run === teller.run || teller.holdsLease));
}
/**
 * What is still untold after a report that was made from `read`: a plan that has been remembered since then is in no report,
 * whoever's it is.
 */
function stillUntold(now, read, teller) {
    const told = new Set([...untoldToTell(read, teller), ...read.filter((plan) => isOwn(plan, teller))].map(nameOf));
    return now.filter((plan) => !told.has(nameOf(plan)));
}
const nameOf = ({ run, digest, at }) => JSON.stringify([run, digest, at]);
/** One finding for each plan that no report tells of; `ownRun` is the run that tells. */
function findingsOfUntold(untold, ownRun) {
    return untold.map(({ run, task, at, done, steps, doneInAll }) => {
        const more = doneInAll > done.length ? ` and ${doneInAll - done.length} more` : '';
        const names = done.length === 0 ? 'none stays' : `done: ${done.map((id) => `"${id}"`).join(', ')}${more}`;
        return {
            code: 'run-not-reported',
            severity: 'warn',
            subject: task,
            title: `${run === ownRun ? 'this' : 'an earlier'} run took steps that are in no report that is known`,
            evidence: `${steps} of its steps changed something, ${names} (${run}, ${at})`,
            next: 'look for the report of that run; where there is none, look at what it changed',
        };
    });
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

/***/ 1982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ finish),
  x: () => (/* binding */ isIdle)
});

// EXTERNAL MODULE: ./build/domain/report/build.js + 2 modules
var build = __webpack_require__(68266);
// EXTERNAL MODULE: ./build/domain/state/applied.js
var applied = __webpack_require__(11350);
// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
// EXTERNAL MODULE: ./build/domain/state/measured.js
var measured = __webpack_require__(40299);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/domain/state/left.js
var state_left = __webpack_require__(490);
// EXTERNAL MODULE: ./build/domain/state/untold.js
var state_untold = __webpack_require__(89137);
;// CONCATENATED MODULE: ./build/pipeline/publish/earlier-runs.js


/** Nothing is left behind. */
const nothingBehind = { left: [], untold: [] };
/** Read what journals left behind. Rejects with a PortError. */
async function readBehind(state) {
    const [left, untold] = await Promise.all([state.read('left'), state.read('untold')]);
    return { left, untold };
}
/** What a report tells of it: steps that were left as they are by whichever run, and plans that are in no report. */
function behindFindings({ left, untold }, telling) {
    const toldHere = telling.outcomes.flatMap(({ entry }) => entry.undone.map(({ step }) => step));
    return [
        ...(0,state_left/* findingsOfLeft */.VL)((0,state_left/* leftToTell */.gQ)(left, telling.now), new Set(toldHere)),
        ...(0,state_untold/* findingsOfUntold */.Oe)((0,state_untold/* untoldToTell */.Pz)(untold, tellerOf(telling)), telling.runWord),
    ];
}
/** What has to be written once the report has told it; nothing where there is nothing. */
function toldWrites(state, { left, untold }, telling) {
    const teller = tellerOf(telling);
    const tellsLeft = left.length > 0;
    const tellsUntold = (0,state_untold/* stillUntold */.Bf)(untold, untold, teller).length < untold.length;
    return [
        ...(tellsLeft
            ? [['what was left', () => state.update('left', (now) => (0,state_left/* toldLeft */.lo)(now, left, telling.now))]]
            : []),
        ...(tellsUntold
            ? [['what was told', () => state.update('untold', (now) => (0,state_untold/* stillUntold */.Bf)(now, untold, teller))]]
            : []),
    ];
}
/** An entry tells of a plan's steps when it has some: one that was refused shows the same plan, perhaps of a dead run's journal. */
function tellerOf({ job, outcomes, runWord }) {
    const telling = outcomes.filter(({ entry }) => entry.applied.length + entry.undone.length > 0);
    const digests = telling.flatMap(({ entry }) => (entry.plan === undefined ? [] : [entry.plan.digest]));
    return { run: runWord, digests: new Set(digests), holdsLease: job.leaseHolder !== undefined };
}

;// CONCATENATED MODULE: ./build/pipeline/publish/finish.js






const nothingToTell = async () => [];
/** Build the report by comparing with what is known, and remember what the next run needs. Plan mode remembers nothing. */
async function finish(finishing) {
    const finishedAt = new Date(finishing.clock.now()).toISOString();
    if (isIdle(finishing.job))
        return {
            report: (0,build/* buildReport */.FK)({ ...finishing, known: {}, finishedAt }).report,
            notRemembered: [],
            told: nothingToTell,
        };
    const before = await readBefore(finishing.state);
    const { behind } = before;
    const told = behindFindings(behind, { ...finishing, now: finishing.clock.now() });
    const job = { ...finishing.job, findings: [...finishing.job.findings, ...told, ...before.findings] };
    const built = (0,build/* buildReport */.FK)({ ...finishing, job, known: before.known ?? {}, finishedAt });
    const report = { ...built.report, notes: [...built.report.notes, ...before.notes] };
    if (finishing.job.mode === 'plan' || (finishing.outcomes.length === 0 && finishing.job.leaseHolder === undefined)) {
        return { report, notRemembered: [], told: nothingToTell };
    }
    const notRemembered = await remember({ ...finishing, job }, report, before.known && built.known);
    const telling = { ...finishing, now: finishing.clock.now() };
    return { report, notRemembered, told: () => writeEach(toldWrites(finishing.state, behind, telling)) };
}
/** Nothing was due, deferred, refused or found: the cluster is not even asked. */
function isIdle(job) {
    return job.due.length + job.notDue.length + job.findings.length === 0 && job.refusal === undefined;
}
/** What earlier runs found and left behind. That something may be left half-way which could not be read is no good report. */
async function readBefore(state) {
    const [known, behind] = await Promise.allSettled([state.read('findings'), readBehind(state)]);
    const notes = known.status === 'fulfilled'
        ? []
        : [`findings are all called new: those of earlier runs could not be read (${(0,trouble/* causeOf */.rl)(known.reason)})`];
    const findings = behind.status === 'fulfilled'
        ? []
        : [(0,trouble/* unknownFinding */.M8)('left-not-read', 'state', 'what earlier runs left to tell could not be read', behind.reason)];
    return {
        ...(known.status === 'fulfilled' ? { known: known.value } : {}),
        behind: behind.status === 'fulfilled' ? behind.value : nothingBehind,
        findings,
        notes,
    };
}
/** Only a run that applied something has anything to add, so that most never write the document. */
function rememberPlans({ state, outcomes, runWord, clock }) {
    const at = new Date(clock.now()).toISOString();
    if ((0,applied/* rememberApplied */.vY)([], outcomes, runWord, at).length === 0)
        return Promise.resolve();
    return state.update('applied', (current) => (0,applied/* rememberApplied */.vY)(current, outcomes, runWord, at));
}
async function remember(finishing, report, known) {
    const { state, outcomes, job, runWord, clock } = finishing;
    return writeEach([
        ...(known === undefined ? [] : [['findings', () => state.update('findings', () => known)]]),
        ['durations', () => state.update('durations', (current) => (0,measured/* rememberDurations */.Bp)(current, outcomes))],
        ['history', () => state.update('history', (current) => (0,measured/* rememberMeasurements */.zs)(current, outcomes, clock.now()))],
        ['what can be put back', () => rememberPlans(finishing)],
        ...(job.opening === undefined ? [] : [['the claim', () => rememberClaim(finishing, report, runWord)]]),
    ]);
}
/** Each write stands for itself; answers those that failed. */
async function writeEach(writes) {
    const failed = [];
    for (const [what, write] of writes) {
        try {
            await write();
        }
        catch (error) {
            failed.push(`${what} could not be written: ${(0,trouble/* causeOf */.rl)(error)}`);
        }
    }
    return failed;
}
/** An opening is through when every task that was due came to an end of its own, not when the job was cut short. */
async function rememberClaim({ state, outcomes, job }, report, runWord) {
    const { opening } = job;
    if (opening === undefined)
        return;
    const tasks = Object.fromEntries(outcomes.map((outcome) => [outcome.entry.id, claimedTask(outcome, report.finishedAt)]));
    const ended = new Set(outcomes.filter(({ entry }) => entry.status !== 'cancelled').map(({ entry }) => entry.id));
    const through = !job.continues && job.due.every((id) => ended.has(id));
    await state.update('claims', (claims) => {
        const recorded = (0,state_claims/* recordTasks */.cS)(claims, opening, runWord, tasks);
        const complete = (before, id) => (0,state_claims/* completeClaim */.ww)(before, id, runWord, report.finishedAt, report.verdict);
        return through ? [opening, ...job.absorbs].reduce(complete, recorded) : recorded;
    });
}
const claimedTask = ({ entry }, finishedAt) => ({
    status: entry.status,
    verdict: entry.verdict,
    finishedAt,
});


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
// EXTERNAL MODULE: ./build/pipeline/conduct/close-journal.js
var close_journal = __webpack_require__(90482);
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
    return (0,recover/* outcomeOf */.sG)(closed, own.describe(closed.open.task), Math.round(clock.monotonic() - started));
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
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 2 modules
var catalogue = __webpack_require__(35126);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 1 modules
var publish = __webpack_require__(87549);
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
    'read-backup': async () => (await __webpack_require__.e(/* import() */ 649).then(__webpack_require__.bind(__webpack_require__, 20649))).default,
    'record-images': async () => (await __webpack_require__.e(/* import() */ 4614).then(__webpack_require__.bind(__webpack_require__, 24614))).default,
    'reload-consumers': async () => (await Promise.all(/* import() */[__webpack_require__.e(4054), __webpack_require__.e(7755)]).then(__webpack_require__.bind(__webpack_require__, 27755))).default,
    'renew-by-cert-manager': async () => (await Promise.all(/* import() */[__webpack_require__.e(708), __webpack_require__.e(9824)]).then(__webpack_require__.bind(__webpack_require__, 9824))).default,
    'restart-workload': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(3397)]).then(__webpack_require__.bind(__webpack_require__, 65778))).default,
    'restore-drill': async () => (await __webpack_require__.e(/* import() */ 1471).then(__webpack_require__.bind(__webpack_require__, 71471))).default,
    'rotate-logs': async () => (await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 10845))).default,
    'scale-workload': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(8554)]).then(__webpack_require__.bind(__webpack_require__, 88554))).default,
    'set-image': async () => (await __webpack_require__.e(/* import() */ 2673).then(__webpack_require__.bind(__webpack_require__, 52673))).default,
    'set-resources': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(598)]).then(__webpack_require__.bind(__webpack_require__, 90598))).default,
    'set-table-options': async () => (await __webpack_require__.e(/* import() */ 5894).then(__webpack_require__.bind(__webpack_require__, 15894))).default,
    'vacuum-table': async () => (await __webpack_require__.e(/* import() */ 6144).then(__webpack_require__.bind(__webpack_require__, 16144))).default,
    'write-certificate': async () => (await Promise.all(/* import() */[__webpack_require__.e(4054), __webpack_require__.e(8097)]).then(__webpack_require__.bind(__webpack_require__, 18097))).default,
};
/** Load the execution of a step kind. */
async function loadStep(kind) {
    return (await loaders[kind]());
}


/***/ })

};
