export const id = 5608;
export const ids = [5608];
export const modules = {

/***/ 84443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   XP: () => (/* binding */ describeBlackout),
/* harmony export */   hg: () => (/* binding */ describeNext),
/* harmony export */   ym: () => (/* binding */ utcOf)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48599);
/* harmony import */ var _blackouts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3510);
/* harmony import */ var _openings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27279);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13978);




/** `Sunday 2026-11-29 02:00 UTC`. */
function utcOf(instant) {
    const at = temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO('UTC');
    const day = _window_js__WEBPACK_IMPORTED_MODULE_1__/* .dayNames */ .h[at.dayOfWeek - 1];
    const clock = at.toPlainTime().toString({ smallestUnit: at.second === 0 ? 'minute' : 'second' });
    return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${at.toPlainDate().toString()} ${clock} UTC`;
}
/** `blackout until Monday 2026-12-28 00:00 UTC, by @jv: Christmas freeze (weekly, monthly)`. */
function describeBlackout({ blackout, until }) {
    const scope = blackout.windows === undefined ? '' : ` (${blackout.windows.join(', ')} only)`;
    return `blackout until ${utcOf(until)}, by ${blackout.owner}: ${blackout.reason}${scope}`;
}
/** The next opening as part of a sentence. */
function describeNext(next, instant) {
    if (next === undefined)
        return 'no window opens in the next ten years';
    return `next opening: ${next.window}, ${utcOf((0,_openings_js__WEBPACK_IMPORTED_MODULE_2__/* .opensAfter */ .wz)(next, instant) ?? next.start)}`;
}
/** What is open at an instant; when nothing is: which blackout, by whom, why and until when, and what opens next. */
function explain(calendar, instant) {
    const open = (0,_openings_js__WEBPACK_IMPORTED_MODULE_2__/* .openAt */ ._8)(calendar, instant);
    const names = [undefined, ...calendar.windows.map((window) => window.name)];
    const active = names.flatMap((name) => (0,_blackouts_js__WEBPACK_IMPORTED_MODULE_3__/* .blackoutsAt */ .It)(calendar, instant, name));
    const blackouts = active.filter((each, k) => active.findIndex((other) => other.blackout === each.blackout) === k);
    const next = (0,_openings_js__WEBPACK_IMPORTED_MODULE_2__/* .nextOpenings */ .jV)(calendar, instant, 1)[0];
    const state = open.length === 0
        ? `nothing is open at ${utcOf(instant)}`
        : `open at ${utcOf(instant)}: ${open.map((opening) => `${opening.window} until ${utcOf(opening.end)}`).join(', ')}`;
    const parts = [state, ...blackouts.map(describeBlackout), describeNext(next, instant)];
    return { open, blackouts, next, sentence: parts.join('; ') };
}


/***/ }),

/***/ 75466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ absorbedBy),
/* harmony export */   r: () => (/* binding */ absorbs)
/* harmony export */ });
/* harmony import */ var _openings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27279);
/* harmony import */ var _spans_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87965);


function shareTime(a, b) {
    return a.spans.some((one) => b.spans.some((other) => (0,_spans_js__WEBPACK_IMPORTED_MODULE_0__/* .overlap */ .EF)(one, other)));
}
/**
 * The largest opening that absorbs this one: of higher rank, and open at a time at which this one is open. A quarterly
 * window absorbs what it overlaps, a monthly the weekly and daily, a weekly the daily. Touching is no overlap.
 */
function absorbedBy(opening, calendar) {
    return (0,_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .openingsWithin */ .T2)(calendar, opening.start, opening.end)
        .filter((other) => other.rank > opening.rank && shareTime(opening, other))
        .toSorted((a, b) => b.rank - a.rank || a.start - b.start)[0];
}
/** The smaller openings whose work a run in this opening takes over, the largest first. */
function absorbs(opening, calendar) {
    return (0,_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .openingsWithin */ .T2)(calendar, opening.start, opening.end)
        .filter((other) => other.rank < opening.rank && absorbedBy(other, calendar)?.id === opening.id)
        .toSorted((a, b) => b.rank - a.rank || a.start - b.start);
}


/***/ }),

/***/ 88282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CK: () => (/* binding */ windowPart),
/* harmony export */   RY: () => (/* binding */ JOB_MS),
/* harmony export */   V8: () => (/* binding */ nextBlackout),
/* harmony export */   o7: () => (/* binding */ RESERVE_MS),
/* harmony export */   o9: () => (/* binding */ jobEndOf),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   u9: () => (/* binding */ frameUntil)
/* harmony export */ });
/* harmony import */ var _calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3510);
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95460);
/* harmony import */ var _calendar_openings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27279);



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
/** The beginning of the next blackout, or `before` when none begins earlier. */
function nextBlackout(scene, before) {
    const within = { from: scene.now, until: before };
    const spans = scene.calendar.blackouts
        .filter((blackout) => (0,_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_1__/* .concerns */ .Kc)(blackout, scene.window))
        .flatMap((blackout) => (0,_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_1__/* .inForce */ .Nm)(blackout, within));
    return Math.min(before, ...spans.map(({ from }) => Math.max(from, scene.now)));
}
/** When the job must be over. */
const jobEndOf = ({ situation }) => situation.jobStartedAt + JOB_MS;
/** The time that is left until an end: what changes something stops a reserve before it. */
function frameUntil(scene, end, lastStart) {
    const { now, situation } = scene;
    return { now, closesAt: end - RESERVE_MS, lastStart, durations: situation.state?.durations ?? {} };
}
/** When an opening that is open now closes: its end or the next blackout. */
const endOf = ({ now }, opening) => now + (0,_calendar_openings_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLeft */ .f$)(opening, now);


/***/ }),

/***/ 44156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gw: () => (/* binding */ isReversible),
/* harmony export */   kd: () => (/* binding */ undoClassOf),
/* harmony export */   lW: () => (/* binding */ isPreventive)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60747);

/** The undo class of a step, from its kind. */
function undoClassOf(step) {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[step.kind].undo;
}
/** Whether a step can be put back by us. */
function isReversible(step) {
    return undoClassOf(step) === 'reversible';
}
/** Whether a step may be taken without anybody's approval: from its kind and from → to, never from a label. */
function isPreventive(step) {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[step.kind].preventive(step.from, step.to);
}


/***/ }),

/***/ 45081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ plansAhead),
/* harmony export */   W: () => (/* binding */ startApproved),
/* harmony export */   dF: () => (/* binding */ findAhead)
/* harmony export */ });
/* unused harmony export approvingComment */
/* harmony import */ var _domain_approval_digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92173);
/* harmony import */ var _domain_approval_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23676);
/* harmony import */ var _domain_approval_issue_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18170);
/* harmony import */ var _domain_approval_plan_artifact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13985);
/* harmony import */ var _domain_approval_read_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80651);
/* harmony import */ var _domain_forge_people_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93070);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55563);
/* harmony import */ var _approve_asking_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71238);








/** The file of the workflow that plans ahead. */
const prepareFile = 'prepare.yml';
const approveFile = 'approve.yml';
/** The plans that were made ahead for openings: one a gate, and of several the one of the lowest run. Rejects with a PortError. */
async function findAhead({ forge, openings, since }) {
    const { defaultBranch } = await forge.repository();
    const runs = await forge.runs({ workflow: prepareFile, branch: defaultBranch, since });
    const found = [];
    for (const run of [...runs].sort((a, b) => a.id - b.id)) {
        for (const opening of openings) {
            for (const type of _domain_approval_document_js__WEBPACK_IMPORTED_MODULE_0__/* .gatedTypes */ .vg) {
                if (found.some(({ document }) => document.opening === opening && document.type === type))
                    continue;
                const document = await documentOf(forge, run, opening, type);
                if (document !== undefined)
                    found.push({ document, run });
            }
        }
    }
    return found;
}
async function documentOf(forge, run, opening, type) {
    const [artifact] = await forge.artifacts(run.id, (0,_domain_approval_plan_artifact_js__WEBPACK_IMPORTED_MODULE_5__/* .planArtifactName */ .n)({ opening, type }));
    if (artifact === undefined || artifact.expired)
        return undefined;
    const document = (0,_domain_approval_read_document_js__WEBPACK_IMPORTED_MODULE_2__/* .readDocument */ .u)((await forge.artifactFile(artifact.id, _approve_asking_js__WEBPACK_IMPORTED_MODULE_4__/* .planFile */ .eS)).text);
    return 'unreadable' in document || document.run.id !== run.id ? undefined : document;
}
/** The approved ones among them, as the window's conductor works beside them. Never rejects. */
async function plansAhead(asking) {
    try {
        const found = await findAhead(asking);
        const states = await Promise.all(found.map((each) => stateOf(asking, each)));
        return found.flatMap((each, index) => {
            const state = states[index];
            if (state === undefined)
                return [];
            const steps = each.document.plans.flatMap(({ plan }) => plan.steps);
            return [
                {
                    run: each.run.url,
                    tasks: each.document.plans.map(({ plan }) => plan.task),
                    subjects: [...new Set(steps.map(({ subject }) => subject))],
                    ended: state === 'ended',
                },
            ];
        });
    }
    catch (error) {
        return { unknown: error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U ? error.message : 'a defect in this program' };
    }
}
/** Whether somebody has approved it, and whether its job has ended; undefined: nobody has, or somebody rejected it. */
async function stateOf(asking, found) {
    const { forge, gate } = asking;
    if (gate === 'environment') {
        const reviews = (await forge.reviews(found.run.id)).filter(({ environments }) => environments.some(({ name }) => name === found.document.environment));
        const approved = reviews.length > 0 && reviews.every(({ state }) => state === 'approved');
        if (!approved)
            return undefined;
        return found.run.status === 'completed' ? 'ended' : 'open';
    }
    const comment = await approvingComment(forge, found);
    if (comment === undefined)
        return undefined;
    const { defaultBranch } = await forge.repository();
    const runs = await forge.runs({ workflow: approveFile, branch: defaultBranch, since: comment.createdAt });
    return runs.length > 0 && runs.every(({ status }) => status === 'completed') ? 'ended' : 'open';
}
/** The comment that says the digits of a plan, on the issue that asks for it. Whether it may is for the guard to judge. */
async function approvingComment(forge, { document, run }) {
    const wanted = `approve ${(0,_domain_approval_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .shownDigest */ .u)((0,_domain_approval_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .approvalDigest */ .Y)(document))}`;
    for (const issue of await forge.openIssues(_domain_approval_issue_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalLabel */ .ic)) {
        const reference = (0,_domain_approval_issue_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .readIssueReference */ .hO)(issue.body);
        if (!(0,_domain_forge_people_js__WEBPACK_IMPORTED_MODULE_7__/* .isOurs */ .MU)(issue.author) || reference?.runId !== run.id || reference.type !== document.type)
            continue;
        return (await forge.comments(issue.number)).find(({ body }) => body.trim() === wanted);
    }
    return undefined;
}
/**
 * With the issue as gate, nobody starts the job when the window opens: the window's tick does, by the number of the comment
 * alone. The guard of that job fetches and judges everything itself. Answers what was started.
 */
async function startApproved(asking) {
    if (asking.gate !== 'issue')
        return [];
    const started = [];
    for (const found of await findAhead(asking)) {
        if ((await stateOf(asking, found)) !== 'open')
            continue;
        const comment = await approvingComment(asking.forge, found);
        if (comment === undefined)
            continue;
        await asking.forge.dispatch(approveFile, { comment: String(comment.id) });
        started.push(`started the approved ${found.document.type} plan of ${found.run.url}`);
    }
    return started;
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

/***/ 87233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conduct: () => (/* binding */ conduct)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/calendar/blackouts.js
var calendar_blackouts = __webpack_require__(3510);
// EXTERNAL MODULE: ./build/domain/calendar/explanation.js
var explanation = __webpack_require__(84443);
// EXTERNAL MODULE: ./build/domain/calendar/nesting.js
var nesting = __webpack_require__(75466);
// EXTERNAL MODULE: ./build/domain/calendar/openings.js
var openings = __webpack_require__(27279);
// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
// EXTERNAL MODULE: ./build/domain/state/measured.js
var state_measured = __webpack_require__(40299);
;// CONCATENATED MODULE: ./build/domain/conduct/fit.js



/** How long a task will take, ms: the 95th percentile of its measured runs, or its declared estimate before five of them. */
function expected(task, frame) {
    const measured = (0,state_measured/* measuredDuration */.Hl)(frame.durations, task.id);
    if (measured === undefined)
        return { ms: task.estimateMs, how: 'by its estimate' };
    return { ms: measured, how: `by its last ${frame.durations[task.id]?.length ?? 0} runs` };
}
/** When the first task of a sequence would start that does not fit; undefined when all do. */
function firstMisfit(sequence, frame) {
    let start = frame.now;
    for (const task of sequence) {
        const { ms } = expected(task, frame);
        if (start >= frame.lastStart || start + ms + task.undoMs > frame.closesAt)
            return start;
        start += ms;
    }
    return undefined;
}
function causeOf(task, sequence, frame) {
    const before = sequence.slice(0, sequence.indexOf(task)).reduce((sum, each) => sum + expected(each, frame).ms, 0);
    const start = frame.now + before;
    if (start >= frame.lastStart)
        return `it could start at ${(0,explanation/* utcOf */.ym)(start)}, and nothing starts after ${(0,explanation/* utcOf */.ym)(frame.lastStart)}`;
    const { ms, how } = expected(task, frame);
    const undo = task.undoMs > 0 ? ` and up to ${(0,quantities/* formatSpan */.QA)(task.undoMs)} to undo` : '';
    const left = (0,quantities/* formatSpan */.QA)(Math.max(0, frame.closesAt - start));
    const others = sequence.length > 1 ? ', beside the tasks that go first' : '';
    return `it takes ${(0,quantities/* formatSpan */.QA)(ms)} ${how}${undo}; ${left} are left until ${(0,explanation/* utcOf */.ym)(frame.closesAt)}${others}`;
}
/**
 * Which of the tasks fit, each with its undo, one after the other in the order given. Room is given to those that tell how
 * the platform is (after all others) first, then by priority, so that a long task of little weight never pushes out the
 * health check. What needs a task that does not fit does not fit either.
 */
function fitTasks(ordered, frame) {
    const decided = new Map();
    const chosen = (extra) => ordered.filter((task) => task === extra || decided.get(task.id) === true);
    const decideOn = (task) => {
        if (decided.has(task.id))
            return;
        for (const other of ordered)
            if (task.needs.includes(other.id))
                decideOn(other);
        const lacking = task.needs.find((id) => typeof decided.get(id) === 'string');
        if (lacking !== undefined) {
            decided.set(task.id, `it needs ${lacking}, which does not fit any more`);
            return;
        }
        const sequence = chosen(task);
        decided.set(task.id, firstMisfit(sequence, frame) === undefined ? true : causeOf(task, sequence, frame));
    };
    const weight = (task) => (task.after === 'all' ? 0 : 1 + ['high', 'medium', 'low'].indexOf(task.priority));
    for (const task of ordered.toSorted((a, b) => weight(a) - weight(b)))
        decideOn(task);
    const misfits = ordered.flatMap(({ id }) => {
        const cause = decided.get(id);
        return typeof cause === 'string' ? [{ id, cause }] : [];
    });
    return { fitting: ordered.filter((task) => decided.get(task.id) === true), misfits };
}

;// CONCATENATED MODULE: ./build/domain/conduct/order.js
const priorities = ['high', 'medium', 'low'];
function predecessors(task, tasks) {
    const after = task.after === 'all' ? tasks.filter((other) => other.after !== 'all').map(({ id }) => id) : task.after;
    return [...task.needs, ...after].filter((id) => id !== task.id);
}
/**
 * Tasks in the order in which they run: after everything they need or come after, as far as that is among them; otherwise
 * by priority, then as given. Throws when they wait for each other in a circle, naming them: declarations are at fault.
 */
function orderTasks(tasks) {
    const waiting = new Map(tasks.map((task) => [task.id, task]));
    const ordered = [];
    while (waiting.size > 0) {
        const ready = [...waiting.values()].filter((task) => !predecessors(task, tasks).some((id) => waiting.has(id)));
        const next = ready.toSorted((a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority))[0];
        if (next === undefined)
            throw new Error(`tasks wait for each other in a circle: ${[...waiting.keys()].join(', ')}`);
        ordered.push(next);
        waiting.delete(next.id);
    }
    return ordered;
}

;// CONCATENATED MODULE: ./build/domain/conduct/assignment.js



/** Steps that look: they change nothing that stays. A task with no others can look without them. */
const probes = new Set(['probe-dns', 'probe-database-write']);
/** After these a task of the same opening is not taken again; others are part of what a later run goes on with. */
const ended = new Set([
    'done',
    'nothing-to-do',
    'refused',
    'failed',
    'rolled-back',
    'frozen',
]);
/** Ended, and not in a way on which others cannot build. */
const met = new Set(['done', 'nothing-to-do', 'refused']);
/** What an opening's earlier runs, and those of the openings that it absorbs, have already brought about. */
function earlierResults(situation, openings) {
    const claims = situation.state?.claims ?? [];
    const results = {};
    for (const { id } of openings.toReversed()) {
        for (const [task, result] of Object.entries((0,state_claims/* claimOf */._B)(claims, id)?.tasks ?? {})) {
            if (ended.has(result.status))
                results[task] = result;
        }
    }
    return results;
}
/** The tasks of some windows that run without approval. */
function ungated(situation, windows) {
    return situation.catalogue.filter((task) => task.type === 'preventive' && task.windows.some((window) => windows.includes(window)));
}
/** The tasks of some windows that need approval; they are planned by `prepare` and run in jobs of their own. */
function gated(situation, windows) {
    return situation.catalogue.filter((task) => task.type !== 'preventive' && task.windows.some((window) => windows.includes(window)));
}
const deferred = (id, cause) => ({ id, status: 'deferred', verdict: 'warn', cause });
const noneBlind = { lookOnly: [], notDue: [] };
const skipped = (id, cause) => ({ id, status: 'skipped', verdict: 'unknown', cause });
function switchedOff(situation, tasks) {
    const { tasks: settings } = situation.configuration;
    return tasks
        .filter(({ id }) => Object.hasOwn(settings, id) && settings[id]?.enabled === false)
        .map(({ id }) => ({
        id,
        status: 'skipped',
        verdict: 'not-applicable',
        cause: `switched off (tasks.${id}.enabled in .github/maintenance.yml)`,
    }));
}
function unmetNeed(task, candidates, earlier) {
    for (const need of task.needs) {
        if (candidates.has(need))
            continue;
        const result = Object.hasOwn(earlier, need) ? earlier[need] : undefined;
        if (result === undefined)
            return `it needs ${need}, which is not part of this opening or is switched off`;
        const better = result.verdict !== 'unknown' && result.verdict !== 'fail';
        if (!met.has(result.status) || !better)
            return `it needs ${need}, which ended ${result.status} (${result.verdict})`;
    }
    return undefined;
}
/** Tasks whose needs are met or may still be, and those that are skipped; what needs a skipped one is skipped too. */
function withNeeds(tasks, earlier) {
    const skips = [];
    let kept = tasks;
    for (;;) {
        const ids = new Set(kept.map(({ id }) => id));
        const fallen = kept.flatMap((task) => {
            const cause = unmetNeed(task, ids, earlier);
            return cause === undefined ? [] : [skipped(task.id, cause)];
        });
        if (fallen.length === 0)
            return { kept, skips };
        skips.push(...fallen);
        kept = kept.filter((task) => !fallen.some(({ id }) => id === task.id));
    }
}
const changes = ({ steps }) => steps.some((kind) => !probes.has(kind));
/** Without state nothing is changed: tasks that change something are deferred, and those that need them; probes are left out. */
function withoutState(ordered) {
    const notDue = new Map();
    for (const task of ordered) {
        const need = task.needs.find((id) => notDue.has(id));
        if (changes(task))
            notDue.set(task.id, deferred(task.id, 'nothing is changed while the state in the cluster cannot be read'));
        else if (need !== undefined)
            notDue.set(task.id, deferred(task.id, `it needs ${need}, which is deferred`));
    }
    const looking = ordered.filter(({ id, steps }) => steps.length > 0 && !notDue.has(id));
    return { lookOnly: looking.map(({ id }) => id), notDue: [...notDue.values()] };
}
/** Which tasks of some windows are due within a frame of time, in order, and why the others are not. */
function assignment_assign(situation, windows, frame, earlier) {
    const all = orderTasks(ungated(situation, windows));
    const off = switchedOff(situation, all);
    const open = all.filter(({ id }) => !off.some((each) => each.id === id) && !Object.hasOwn(earlier, id));
    const { kept, skips } = withNeeds(open, earlier);
    const blind = situation.state === undefined && situation.trigger.mode === 'apply' ? withoutState(kept) : noneBlind;
    const { fitting, misfits } = fitTasks(kept.filter(({ id }) => !blind.notDue.some((each) => each.id === id)), frame);
    const due = fitting.map(({ id }) => id);
    const late = misfits.map(({ id, cause }) => deferred(id, cause));
    const lookOnly = blind.lookOnly.filter((id) => due.includes(id));
    return { due, lookOnly, notDue: [...off, ...skips, ...blind.notDue, ...late], earlier };
}

;// CONCATENATED MODULE: ./build/domain/conduct/notes.js






/** Blackouts that have lost their effect. */
function warnings({ calendar, now }) {
    return (0,calendar_blackouts/* leftOver */.WL)(calendar, now).map(({ owner, reason, expires }) => `a blackout by ${owner} (${reason}) expired ${(0,explanation/* utcOf */.ym)(expires)} and has no effect: renew or remove it`);
}
/** When the window opens next, or why it does not. */
function nextOf({ calendar, window, now }) {
    const own = calendar.windows.filter(({ name }) => name === window);
    if (own.length === 0)
        return `${window} is switched off (windows.${window}.enabled in .github/maintenance.yml)`;
    const next = (0,openings/* nextOpenings */.jV)({ ...calendar, windows: own }, now, 1)[0];
    if (next !== undefined)
        return (0,explanation/* describeNext */.hg)(next, now);
    return `${window} does not open again: give it dates or days (windows.${window} in .github/maintenance.yml)`;
}
/** What becomes of each task. */
function taskNotes({ due, notDue, lookOnly }) {
    return [
        due.length === 0 ? 'no task is due any more' : `due, in this order: ${due.join(', ')}`,
        ...notDue.map(({ id, status, cause }) => `${id} is ${status}: ${cause}`),
        ...lookOnly.map((id) => `${id} looks and takes no step: the state in the cluster cannot be read`),
    ];
}
/** Tasks of some windows that are not this job's to run. */
function gatedNotes(situation, windows) {
    const ids = gated(situation, windows).map(({ id }) => id);
    return ids.length === 0 ? [] : [`needs approval, and runs in a job of its own: ${ids.join(', ')}`];
}
/** How far earlier runs of the opening came. */
function earlierNotes(scene, opening, earlier) {
    const count = Object.keys(earlier).length;
    const predecessor = (0,state_claims/* claimOf */._B)(scene.situation.state?.claims ?? [], opening.id)?.run;
    if (count === 0 && (predecessor === undefined || predecessor === scene.situation.run))
        return [];
    const results = count === 0 ? 'no task has its result yet' : `with a result already: ${Object.keys(earlier).join(', ')}`;
    return [`goes on after ${predecessor ?? 'the run of a smaller window'}; ${results}`];
}
/** Since when it is open, and for how long. */
function openedSentence({ now, window }, opening) {
    const late = (0,quantities/* formatSpan */.QA)(Math.max(0, now - opening.start));
    return `${window} opened ${(0,explanation/* utcOf */.ym)(opening.start)} (${late} ago) and is open for ${(0,quantities/* formatSpan */.QA)((0,openings/* timeLeft */.f$)(opening, now))} more`;
}

// EXTERNAL MODULE: ./build/domain/conduct/scene.js
var conduct_scene = __webpack_require__(88282);
;// CONCATENATED MODULE: ./build/domain/conduct/decide.js










/** How long a smaller window waits for the claim of a larger one after its own opening, ms. */
const PATIENCE_MS = 60 * 60_000;
const nothing = (scene, sentence) => ({
    kind: 'nothing-due',
    sentence,
    notes: [sentence, ...warnings(scene)],
    window: (0,conduct_scene/* windowPart */.CK)(scene, scene.opening === undefined),
});
function refused(scene, rule, state, next) {
    const sentence = `refused: ${rule}; ${state}`;
    const refusal = { subject: `window ${scene.window}`, rule, state, next };
    return {
        kind: 'refused',
        sentence,
        notes: [sentence],
        refusal,
        window: (0,conduct_scene/* windowPart */.CK)(scene, scene.opening === undefined),
    };
}
/** Nothing due for a schedule; for a person, the same words as a refusal with the way on. */
function decide_closed(scene, rule, state, next) {
    if (scene.situation.trigger.kind === 'schedule')
        return nothing(scene, `nothing due: ${rule}; ${state}`);
    return refused(scene, rule, state, next);
}
/** The tasks of an opening that this run claims, and of those that it absorbs. */
function claimed(scene, opening) {
    const { situation, calendar } = scene;
    const smaller = (0,nesting/* absorbs */.r)(opening, calendar);
    const openings = [opening, ...smaller];
    const windows = openings.map(({ window }) => window);
    const earlier = earlierResults(situation, openings);
    const [end, jobEnd] = [(0,conduct_scene/* endOf */.pJ)(scene, opening), (0,conduct_scene/* jobEndOf */.o9)(scene)];
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, Math.min(end, jobEnd), opening.lastStart);
    const assignment = assignment_assign(situation, windows, frame, earlier);
    const unhurried = assignment_assign(situation, windows, (0,conduct_scene/* frameUntil */.u9)(scene, end, opening.lastStart), earlier);
    const continues = unhurried.due.length > assignment.due.length;
    const sentence = openedSentence(scene, opening);
    const notes = [
        sentence,
        ...(smaller.length === 0 ? [] : [`takes over ${smaller.map(({ id }) => id).join(', ')}`]),
        ...earlierNotes(scene, opening, earlier),
        ...taskNotes(assignment),
        ...(continues ? [`a job ends after ${(0,quantities/* formatSpan */.QA)(conduct_scene/* JOB_MS */.RY)}; a later run of this opening goes on`] : []),
        ...gatedNotes(situation, windows),
        ...warnings(scene),
    ];
    const absorbed = smaller.map(({ id }) => id);
    const window = (0,conduct_scene/* windowPart */.CK)(scene, false);
    const { closesAt } = frame;
    return {
        kind: 'due',
        mode: 'apply',
        sentence,
        notes,
        ...assignment,
        claim: opening.id,
        continues,
        absorbs: absorbed,
        opening,
        window,
        closesAt,
    };
}
/** The tasks of the window alone, by hand and against the calendar: until the job ends or a blackout begins. */
function against(scene, sentence) {
    const { situation, window } = scene;
    const end = (0,conduct_scene/* nextBlackout */.V8)(scene, (0,conduct_scene/* jobEndOf */.o9)(scene));
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, end, end);
    const assignment = assignment_assign(situation, [window], frame, {});
    const notes = [sentence, ...taskNotes(assignment), ...gatedNotes(situation, [window]), ...warnings(scene)];
    const rest = { continues: false, absorbs: [], window: (0,conduct_scene/* windowPart */.CK)(scene, true), closesAt: frame.closesAt };
    return { kind: 'due', mode: 'apply', sentence, notes, ...assignment, ...rest };
}
/** What plan mode adds for a window that is open: what apply mode would not do, and why. */
function wouldNotes(scene, opening, windows) {
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, Math.min((0,conduct_scene/* endOf */.pJ)(scene, opening), (0,conduct_scene/* jobEndOf */.o9)(scene)), opening.lastStart);
    const { notDue } = assignment_assign(scene.situation, windows, frame, {});
    const late = notDue.filter(({ status }) => status === 'deferred');
    const why = obstacle(scene, opening);
    return [
        ...(why === undefined ? [] : [`apply mode would do nothing now: ${why[0]}; ${why[1]}`]),
        ...late.map(({ id, cause }) => `apply mode would defer ${id}: ${cause}`),
    ];
}
/** Plan mode: everything is looked at, whatever the calendar and the claims say. */
function planned(scene) {
    const { opening, window, now, calendar, situation } = scene;
    const smaller = opening === undefined ? [] : (0,nesting/* absorbs */.r)(opening, calendar);
    const windows = [window, ...smaller.map((each) => each.window)];
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, (0,conduct_scene/* jobEndOf */.o9)(scene), (0,conduct_scene/* jobEndOf */.o9)(scene));
    const assignment = assignment_assign(situation, windows, frame, {});
    const blackouts = (0,calendar_blackouts/* blackoutsAt */.It)(calendar, now, window).map(explanation/* describeBlackout */.XP);
    const state = opening === undefined
        ? `is not open; ${[...blackouts, nextOf(scene)].join('; ')}`
        : `is open until ${(0,explanation/* utcOf */.ym)(opening.end)}`;
    const sentence = `plan mode: looks and changes nothing; ${window} ${state}`;
    const notes = [
        sentence,
        ...taskNotes(assignment),
        ...(opening === undefined ? [] : wouldNotes(scene, opening, windows)),
        ...gatedNotes(situation, windows),
        ...warnings(scene),
    ];
    const rest = { continues: false, absorbs: smaller.map(({ id }) => id), closesAt: frame.closesAt };
    const due = {
        kind: 'due',
        mode: 'plan',
        sentence,
        notes,
        ...assignment,
        ...rest,
        window: (0,conduct_scene/* windowPart */.CK)(scene, opening === undefined),
    };
    return opening === undefined ? due : { ...due, opening };
}
/**
 * Why the opening that is open is not for this run to take; undefined when it is. A larger window's claim takes over what a
 * smaller one's run left, too.
 */
function obstacle(scene, opening) {
    const { now, situation, calendar } = scene;
    if (!(0,openings/* mayStart */.SH)(opening, now)) {
        return ['nothing starts after the cut-off', `it was at ${(0,explanation/* utcOf */.ym)(opening.lastStart)}`];
    }
    const claims = situation.state?.claims ?? [];
    const own = (0,state_claims/* claimOf */._B)(claims, opening.id);
    if (own?.completedAt !== undefined) {
        const verdict = `completed ${own.completedAt}, verdict ${own.verdict}`;
        return [`${opening.id} has been carried out`, `by ${own.run}, ${verdict}`];
    }
    const larger = (0,nesting/* absorbedBy */.W)(opening, calendar);
    const theirs = larger === undefined ? undefined : (0,state_claims/* claimOf */._B)(claims, larger.id);
    if (larger === undefined)
        return undefined;
    if (theirs !== undefined) {
        return [`${larger.id} absorbs ${opening.id}`, `it was claimed ${theirs.claimedAt} by ${theirs.run}`];
    }
    if (own !== undefined)
        return undefined;
    const patience = opening.start + PATIENCE_MS;
    if (now >= patience || larger.start >= patience || now >= larger.lastStart)
        return undefined;
    return [`${opening.id} waits for ${larger.id} to be claimed`, `until ${(0,explanation/* utcOf */.ym)(patience)}, then it runs itself`];
}
const askForReason = 'give a reason when starting it, or wait for the opening';
function applied(scene) {
    const { opening, window, now } = scene;
    if (opening === undefined) {
        if (scene.reasoned) {
            return against(scene, `started by hand outside its window, for the reason given; ${nextOf(scene)}`);
        }
        const other = (0,openings/* openAt */._8)(scene.calendar, now).map((each) => each.window);
        const open = other.length === 0 ? 'no window is open' : `${other.join(' and ')} is open, ${window} is not`;
        if (scene.situation.trigger.kind === 'schedule')
            return nothing(scene, `nothing due: ${open}; ${nextOf(scene)}`);
        return refused(scene, 'outside its window a run by hand needs a written reason', `${open}; ${nextOf(scene)}`, askForReason);
    }
    const why = obstacle(scene, opening);
    if (why === undefined)
        return claimed(scene, opening);
    const [rule, state] = why;
    if (!scene.reasoned)
        return decide_closed(scene, rule, state, askForReason);
    return against(scene, `started by hand for the reason given, although ${rule} (${state})`);
}
function inBlackout(scene, blackouts) {
    const state = blackouts.map(explanation/* describeBlackout */.XP).join('; ');
    const owners = [...new Set(blackouts.map(({ blackout }) => blackout.owner))].join(', ');
    return decide_closed(scene, 'nothing is changed in a blackout, whatever the reason', `${state}; ${nextOf(scene)}`, `ask ${owners} to lift it in .github/maintenance.yml, or wait`);
}
/**
 * Decide which tasks are due. Pure: the same situation gives the same decision. It may be asked before the Lease is taken
 * (to end in seconds when nothing is due) and again under it, when what the state says can no longer change.
 */
function decide(situation) {
    const { trigger, now, openJournal } = situation;
    const calendar = (0,windows/* calendarOf */.Yw)(situation.configuration);
    const opening = (0,openings/* openAt */._8)(calendar, now).find((each) => each.window === trigger.window);
    const reasoned = trigger.kind === 'dispatch' && (trigger.reason ?? '').trim() !== '';
    const scene = { situation, calendar, window: trigger.window, now, opening, reasoned };
    if (openJournal !== undefined && (openJournal.reversible || trigger.mode === 'plan')) {
        const state = `${openJournal.run} was cut off in ${openJournal.task}`;
        const next = openJournal.reversible ? 'let job recover undo it' : 'run it in apply mode, which closes the journal';
        return decide_closed(scene, 'an open journal comes first', state, next);
    }
    if (trigger.mode === 'plan')
        return planned(scene);
    const blackouts = (0,calendar_blackouts/* blackoutsAt */.It)(calendar, now, trigger.window);
    return blackouts.length > 0 ? inBlackout(scene, blackouts) : applied(scene);
}

// EXTERNAL MODULE: ./build/domain/state/journal.js
var journal = __webpack_require__(2220);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/pipeline/conduct/close-journal.js
var close_journal = __webpack_require__(90482);
;// CONCATENATED MODULE: ./build/pipeline/conduct/begin.js





/** How long a run waits for another one's Lease, ms: long enough for a dead holder's to expire. */
const leasePatienceMs = 8 * 60_000;
/** A begun step ends by itself within this, ms: statement timeouts and `timeout` on commands see to it. */
const stepGraceMs = 10 * 60_000;
const nothingSeen = { state: { claims: [], durations: {} }, journal: undefined, findings: [] };
/**
 * Decide what is due, and in apply mode take the Lease, close a dead run's journal, and claim the opening. Outside every
 * opening the cluster is not even asked. Nothing of the platform itself is changed here. Never rejects on what the cluster
 * answers: what could not be read is in the job.
 */
async function begin(beginning) {
    const calendarOnly = decide(situationOf(beginning, nothingSeen));
    if (calendarOnly.kind === 'nothing-due' && calendarOnly.window.opensAt === undefined) {
        return jobOf(beginning, calendarOnly, []);
    }
    const seen = await look(beginning);
    const decision = decide(situationOf(beginning, seen));
    if (decision.kind !== 'due' || decision.mode === 'plan' || decision.due.length === decision.lookOnly.length) {
        const job = jobOf(beginning, decision, seen.findings);
        const waits = beginning.trigger.mode === 'apply' && seen.journal?.reversible === true;
        return waits ? { ...job, recover: true } : job;
    }
    return underLease(beginning, decision, seen);
}
/** Under the Lease what the state says can no longer change: look and decide again, then claim. */
async function underLease(beginning, first, before) {
    beginning.progress('taking the Lease');
    const { lease } = beginning.maintenance;
    const grace = before.journal === undefined ? 0 : stepGraceMs;
    let taken;
    try {
        taken = await lease.take(beginning.holder, { patienceMs: Math.max(leasePatienceMs, grace), graceMs: grace });
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('lease-not-taken', 'lease/maintenance', 'the Lease could not be taken, so nothing was changed', error);
        return nothingChanged(beginning, first, [...before.findings, finding], (0,trouble/* causeOf */.rl)(error));
    }
    if (!taken.taken)
        return nothingChanged(beginning, first, before.findings, `another run holds the Lease (${taken.holder})`);
    return afterLease(beginning, first, before, taken.after);
}
/** The Lease is held: `after` whom, where somebody had it when we asked. */
async function afterLease(beginning, first, before, after) {
    const job = await settledAndClaimed(beginning, first, before);
    return after === undefined ? job : { ...job, notes: [...job.notes, `waited for the Lease, which ${after} held`] };
}
async function settledAndClaimed(beginning, first, before) {
    const { lease } = beginning.maintenance;
    const closed = await settleJournal(beginning);
    if (closed.kind === 'left-open') {
        await lease.release(beginning.holder);
        const findings = [...before.findings, ...(closed.finding ? [closed.finding] : [])];
        return { ...nothingChanged(beginning, first, findings, 'an open journal waits for recovery'), recover: true };
    }
    const seen = await look(beginning);
    const decision = decide(situationOf(beginning, seen));
    const findings = [...seen.findings, ...(closed.finding ? [closed.finding] : [])];
    if (decision.kind !== 'due' || decision.due.length === 0) {
        await lease.release(beginning.holder);
        return jobOf(beginning, decision, findings);
    }
    return begin_claimed(beginning, decision, findings);
}
async function begin_claimed(beginning, decision, findings) {
    const { maintenance, clock, runWord } = beginning;
    const { claim } = decision;
    const job = jobOf(beginning, decision, findings);
    if (claim === undefined)
        return { ...job, leaseHolder: beginning.holder };
    const at = new Date(clock.now()).toISOString();
    const requests = [claim, ...decision.absorbs].map((opening) => ({
        opening,
        window: opening.split('@')[0] ?? opening,
        run: runWord,
        at,
    }));
    try {
        await maintenance.state.update('claims', (claims) => requests.reduce(state_claims/* takeClaim */.GT, claims));
        return { ...job, opening: claim, leaseHolder: beginning.holder };
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('not-claimed', claim, 'the opening could not be claimed, so nothing was changed', error);
        await maintenance.lease.release(beginning.holder).catch(() => undefined);
        return nothingChanged(beginning, decision, [...findings, finding], (0,trouble/* causeOf */.rl)(error));
    }
}
async function settleJournal(beginning) {
    const { maintenance, runWord, closing, clock } = beginning;
    try {
        return await (0,close_journal/* closeOpenJournal */.g)({ journal: maintenance.journal, run: runWord, clock, ...closing });
    }
    catch (error) {
        return {
            kind: 'left-open',
            finding: (0,trouble/* unknownFinding */.M8)('journal-not-closed', 'journal', 'an open journal could not be closed', error),
        };
    }
}
/** Read claims, durations and the journal. Not being able to is a finding, and nothing that changes anything is due then. */
async function look({ maintenance }) {
    try {
        const [claims, durations, open] = await Promise.all([
            maintenance.state.read('claims'),
            maintenance.state.read('durations'),
            maintenance.journal.read(),
        ]);
        const reversible = open !== undefined && (open.authenticity === 'broken' || (0,journal/* needsUndo */.Af)(open));
        return {
            state: { claims, durations },
            journal: open && { run: open.run, task: open.task, reversible },
            findings: [],
        };
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('state-not-read', 'state', 'what earlier runs left could not be read, so nothing is changed', error);
        return { state: undefined, journal: undefined, findings: [finding] };
    }
}
const situationOf = (beginning, seen) => ({
    configuration: beginning.configuration,
    catalogue: beginning.catalogue,
    trigger: beginning.trigger,
    now: beginning.clock.now(),
    jobStartedAt: beginning.jobStartedAt,
    run: beginning.runWord,
    state: seen.state,
    ...(seen.journal === undefined ? {} : { openJournal: seen.journal }),
});
function jobOf(beginning, decision, findings) {
    const due = decision.kind === 'due' ? decision : undefined;
    return {
        mode: due?.mode ?? beginning.trigger.mode,
        run: { ...beginning.run, ...(beginning.trigger.reason ? { reason: beginning.trigger.reason } : {}) },
        platform: beginning.platform,
        window: decision.window,
        absorbs: due?.absorbs ?? [],
        continues: due?.continues ?? false,
        due: due?.due ?? [],
        lookOnly: due?.lookOnly ?? [],
        notDue: due?.notDue ?? [],
        notes: decision.notes,
        findings,
        ...(decision.kind === 'refused' ? { refusal: decision.refusal } : {}),
        ...(beginning.advisory !== undefined && (due?.mode ?? beginning.trigger.mode) === 'apply'
            ? { advisory: beginning.advisory }
            : {}),
        earlier: due?.earlier ?? {},
        startedAt: new Date(beginning.jobStartedAt).toISOString(),
        closesAt: new Date(due?.closesAt ?? beginning.clock.now()).toISOString(),
        failOn: beginning.configuration.failOn,
    };
}
/** What was due is deferred, with the cause; nothing is claimed and nothing held. */
function nothingChanged(beginning, decision, findings, cause) {
    const deferred = decision.due.map((id) => ({ id, status: 'deferred', verdict: 'warn', cause }));
    const job = jobOf(beginning, decision, findings);
    return {
        ...job,
        due: [],
        lookOnly: [],
        notDue: [...job.notDue, ...deferred],
        notes: [...job.notes, `nothing was changed: ${cause}`],
    };
}

// EXTERNAL MODULE: ./build/runtime/catalogue.js + 2 modules
var runtime_catalogue = __webpack_require__(35126);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
;// CONCATENATED MODULE: ./build/domain/conduct/beside-ahead.js
/**
 * The job beside the plans that were approved for its opening: their subjects are reserved, and a task that comes after one
 * of theirs waits for a later tick while that has not ended. When the forge cannot be asked, nothing that changes anything
 * is due: it might void what somebody has approved. The claim stays open then, so that a later tick goes on.
 */
function besideAhead(job, ahead, catalogue) {
    const waiting = (id) => {
        const task = catalogue.find((known) => known.id === id);
        return task === undefined ? undefined : causeToWait(task, ahead);
    };
    const deferred = job.due.flatMap((id) => {
        const cause = waiting(id);
        return cause === undefined ? [] : [{ id, status: 'deferred', verdict: 'warn', cause }];
    });
    const later = new Set(deferred.map(({ id }) => id));
    const reserved = 'unknown' in ahead
        ? []
        : ahead.flatMap(({ subjects, tasks }) => subjects.map((subject) => ({ subject, by: tasks.join(', ') })));
    return {
        ...job,
        due: job.due.filter((id) => !later.has(id)),
        notDue: [...job.notDue, ...deferred],
        continues: job.continues || deferred.length > 0,
        ...(reserved.length === 0 ? {} : { reserved }),
        notes: [...job.notes, ...notesOf(ahead)],
    };
}
function causeToWait({ steps, needs, after }, ahead) {
    if ('unknown' in ahead) {
        return steps.length === 0 ? undefined : `which plans are approved for this opening is not known: ${ahead.unknown}`;
    }
    const before = [...needs, ...(after === 'all' ? [] : after)];
    const open = ahead.find(({ ended, tasks }) => !ended && tasks.some((task) => before.includes(task)));
    return open && `it comes after ${open.tasks.join(', ')}, whose approved plan has not ended (${open.run})`;
}
function notesOf(ahead) {
    if ('unknown' in ahead)
        return [`the forge could not be asked for approved plans: ${ahead.unknown}`];
    return ahead.map(({ tasks, run, ended }) => `approved ahead: ${tasks.join(', ')} (${run})${ended ? ', ended' : ''}`);
}

// EXTERNAL MODULE: ./build/pipeline/ahead/plans-ahead.js
var plans_ahead = __webpack_require__(45081);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js
var forge = __webpack_require__(12009);
;// CONCATENATED MODULE: ./build/runtime/gates/ahead.js





/** Plans are made a lead time ahead; a run that is late by so much still belongs to its opening, ms. */
const slackMs = 3_600_000;
/**
 * The job beside the plans that were approved for its opening; with the issue as gate, those are started now. Asks the
 * forge only where the opening has tasks that need approval at all.
 */
async function besideApproved(self, { tasks, configuration }, job) {
    if (job.opening === undefined || job.mode === 'plan')
        return job;
    const openings = [job.opening, ...job.absorbs];
    const windows = openings.map((opening) => opening.split('@')[0]);
    const gated = tasks.some(({ type, windows: own }) => type !== 'preventive' && own.some((name) => windows.includes(name)));
    if (!gated)
        return job;
    const opensAt = Date.parse(job.window?.opensAt ?? job.startedAt);
    try {
        const asking = {
            forge: await (0,forge.openForge)(self),
            gate: configuration.approval.gate,
            openings,
            since: new Date(opensAt - configuration.leadTime - slackMs).toISOString(),
        };
        for (const note of await (0,plans_ahead/* startApproved */.W)(asking))
            self.stdout.print(note);
        return besideAhead(job, await (0,plans_ahead/* plansAhead */.MF)(asking), tasks);
    }
    catch (error) {
        const unknown = error instanceof task_inputs/* InputError */.dz ? error.message : (0,trouble/* causeOf */.rl)(error);
        return besideAhead(job, { unknown }, tasks);
    }
}

// EXTERNAL MODULE: ./build/runtime/pipeline-actions.js
var pipeline_actions = __webpack_require__(36891);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/settling.js
var settling = __webpack_require__(15083);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
;// CONCATENATED MODULE: ./build/runtime/conduct.js










/** Main of the conductor: decide, hold the Lease, claim, and tell the following steps. Answers the exit status. */
async function conduct(self) {
    const { environment, stdout } = self;
    const jobStartedAt = clock/* systemClock */.m.now();
    const opened = await (0,runtime_catalogue/* openCatalogue */.G)(self);
    const { tasks: catalogue, configuration } = opened;
    const inputs = (0,task_inputs/* readInputs */.Ko)('conduct', pipeline_actions/* conduct */.Vn.inputs, environment);
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration);
    const word = (0,process/* runWord */.k)(environment.run, environment.job);
    const begun = await begin({
        trigger: { ...inputs, kind: environment.run.event === 'schedule' ? 'schedule' : 'dispatch' },
        configuration,
        catalogue,
        maintenance: platform.maintenance,
        clock: clock/* systemClock */.m,
        run: environment.run,
        platform: await platform.describe(),
        ...(platform.advisory === undefined ? {} : { advisory: platform.advisory }),
        runWord: word,
        holder: `${word} ${(0,external_node_crypto_.randomUUID)()}`,
        jobStartedAt,
        closing: await (0,settling/* settlingWith */.r)(self, configuration, platform),
        progress: (text) => stdout.print(text),
    });
    const job = await besideApproved(self, opened, begun);
    self.handover.writeJob(job);
    for (const note of job.notes)
        stdout.print(note);
    if (job.refusal !== undefined)
        stdout.annotate('warning', 'refused', `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`);
    environment.output('due', JSON.stringify(job.due));
    environment.output('mode', job.mode);
    environment.output('opening', job.opening ?? '');
    const changes = catalogue.some((task) => task.changesWorkloads && job.due.includes(task.id));
    environment.output('changes-workloads', String(changes));
    environment.output('recover', String(job.recover === true));
    return 0;
}


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
            description: 'How long it waits for a Lease that another run holds.',
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
