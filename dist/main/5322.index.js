export const id = 5322;
export const ids = [5322];
export const modules = {

/***/ 96326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ hasKnownReviewers),
/* harmony export */   _5: () => (/* binding */ isUnchanged),
/* harmony export */   bz: () => (/* binding */ isProtected),
/* harmony export */   oB: () => (/* binding */ unprotected)
/* harmony export */ });
/* harmony import */ var _forge_environments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65119);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76706);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5308);



/** What of an environment's protection is missing, as a sentence; undefined when all of it is there. */
function unprotected(environment, { defaultBranch }) {
    const { reviewers, preventSelfReview, adminsMayBypass, branches } = environment;
    if (reviewers.length === 0)
        return 'no review is required';
    if (preventSelfReview !== true)
        return 'whoever starts a run may approve it';
    if (adminsMayBypass === undefined)
        return 'the forge does not say whether administrators may bypass it';
    if (adminsMayBypass)
        return 'administrators may bypass it';
    if (branches.kind === 'any')
        return 'every branch may use it';
    if (branches.kind === 'protected')
        return `every protected branch may use it, not ${defaultBranch} alone`;
    const others = branches.patterns.filter(({ name, type }) => name !== defaultBranch || type !== 'branch');
    if (branches.patterns.length === 0)
        return 'no branch may use it';
    if (others.length > 0)
        return `${others.map(({ type, name }) => `${type} ${name}`).join(', ')} may use it as well`;
    return undefined;
}
/** How an administrator protects a gated environment. */
const howToProtect = (name) => `nothing was changed; in Settings → Environments → ${name}: required reviewers, prevent self-review, no bypass by administrators, and the default branch alone`;
/** The environment exists, requires a review that nobody can skip, and takes the default branch alone. */
function isProtected({ environment, identity, repository }) {
    const name = identity.environment ?? 'none';
    const lack = environment === undefined ? 'there is no such environment' : unprotected(environment, repository);
    if (lack === undefined && environment?.name === name)
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('environment-protected', `environment ${name}`, {
        rule: 'a gated environment requires reviewers, forbids self-review and bypass, and takes the default branch alone',
        state: lack ?? `the forge answers with ${environment?.name}`,
        next: howToProtect(name),
    });
}
/** Nobody has touched or remade the environment since the first reading. */
function isUnchanged(environment, before) {
    if (environment !== undefined && (0,_forge_environments_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentDigest */ .k)(environment) === before)
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('environment-unchanged', `environment ${environment?.name ?? 'of the job'}`, {
        rule: 'an environment stays as it was from the guard’s first reading to its second',
        state: environment === undefined ? 'it is gone' : `it was changed or made anew (${environment.updatedAt})`,
    });
}
/** Who may review is known, or nobody's approval can be judged. */
function hasKnownReviewers({ listed, identity }) {
    if ((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .wasRead */ .G)(listed))
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('reviewers-known', `environment ${identity.environment}`, {
        rule: 'who reviews an environment is known by name',
        state: listed.unread,
        next: 'nothing was changed; list people in the environment, or give MAINTENANCE_TEAM_TOKEN a token that reads the members of its teams',
    });
}


/***/ }),

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

/***/ 69428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ mostCharacters)
/* harmony export */ });
/** Most characters of an issue's body and of a comment. Source: the limit that GitHub names when it refuses a longer one. */
const mostCharacters = 65_536;


/***/ }),

/***/ 65119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ environmentDigest)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97803);

/** Digest of everything that protects an environment, and of which environment it is: a recreated one has another. */
function environmentDigest(environment) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(environment);
}


/***/ }),

/***/ 39315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ beginAlone)
/* harmony export */ });
/* harmony import */ var _domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3510);
/* harmony import */ var _domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84443);
/* harmony import */ var _domain_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27279);
/* harmony import */ var _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88282);




/**
 * The job of one task by itself. Pure. Looking is allowed at any time; applying while a window is open, or outside every
 * window with a written reason, and never in a blackout: else the job holds a refusal and nothing is due.
 */
function beginAlone(request) {
    const { calendar, now, mode } = request;
    const opening = (0,_domain_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__/* .openAt */ ._8)(calendar, now)[0];
    const refusal = mode === 'plan' ? undefined : refusalOf(request, opening !== undefined);
    const jobEnd = now + _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .JOB_MS */ .RY;
    const end = opening === undefined ? (0,_domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_2__/* .untilBlackout */ .GT)(calendar, { from: now, until: jobEnd }) : now + (0,_domain_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLeft */ .f$)(opening, now);
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
        notes: [opening === undefined ? 'outside every window' : `${opening.window} is open until ${(0,_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_3__/* .utcOf */ .ym)(opening.end)}`],
        findings: [],
        ...(refusal === undefined ? {} : { refusal }),
        ...(request.advisory !== undefined && mode === 'apply' ? { advisory: request.advisory } : {}),
        earlier: {},
        startedAt: instant(now),
        closesAt: instant(Math.min(end, jobEnd) - _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .RESERVE_MS */ .o7),
        failOn: request.failOn,
    };
}
function refusalOf({ calendar, now, reason, task }, open) {
    const blackouts = (0,_domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_2__/* .blackoutsAt */ .It)(calendar, now);
    if (blackouts.length > 0) {
        return {
            subject: task,
            rule: 'nothing is changed in a blackout, whatever the reason',
            state: blackouts.map(_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_3__/* .describeBlackout */ .XP).join('; '),
            next: 'ask its owner to lift it in .github/maintenance.yml, or wait',
        };
    }
    if (open || reason.trim() !== '')
        return undefined;
    return {
        subject: task,
        rule: 'outside every window a change needs a written reason',
        state: (0,_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_3__/* .explain */ .WE)(calendar, now).sentence,
        next: 'give a reason (input `reason`), or wait for the opening; `mode: plan` is allowed at any time',
    };
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

/***/ 33504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ renderApproval)
});

// UNUSED EXPORTS: splitIt

// EXTERNAL MODULE: ./build/domain/approval/digest.js
var digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/issue-reference.js
var issue_reference = __webpack_require__(18170);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/domain/measurement.js
var measurement = __webpack_require__(75465);
;// CONCATENATED MODULE: ./build/domain/approval/shown.js


const clauses = schemas/* array */.YOg(schemas/* string */.YjP());
const review = schemas/* object */.Ikc({
    why: clauses,
    fits: clauses,
    undo: clauses,
    couldGoWrong: clauses,
    healthNow: clauses,
    blastRadius: schemas/* object */.Ikc({
        workloads: clauses,
        pods: schemas/* number */.aig(),
        awayAtOnce: schemas/* number */.aig(),
        volumes: clauses,
        budgets: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), allowed: schemas/* number */.aig() })),
    }),
});
const shown = schemas/* object */.Ikc({
    review: review.optional(),
    findings: schemas/* array */.YOg(schemas/* object */.Ikc({ severity: schemas/* string */.YjP(), subject: schemas/* string */.YjP(), title: schemas/* string */.YjP(), evidence: schemas/* string */.YjP() }))
        .default([]),
    notChecked: schemas/* array */.YOg(schemas/* object */.Ikc({ subject: schemas/* string */.YjP(), why: schemas/* string */.YjP() })).default([]),
    measurements: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        subject: schemas/* string */.YjP().optional(),
        value: schemas/* number */.aig(),
        unit: schemas/* enum */.k5n(measurement/* units */.M),
        comparedWith: schemas/* object */.Ikc({ what: schemas/* string */.YjP(), value: schemas/* number */.aig() }).optional(),
    }))
        .default([]),
});
/** Read what a planning job kept to be shown; undefined when it is of another form. */
function readShown(part) {
    const parsed = shown.safeParse(part.shown);
    return parsed.success ? parsed.data : undefined;
}

// EXTERNAL MODULE: ./build/domain/forge/discussions.js
var discussions = __webpack_require__(69428);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/render/markdown.js
var markdown = __webpack_require__(5120);
// EXTERNAL MODULE: ./build/domain/with-unit.js
var with_unit = __webpack_require__(57944);
// EXTERNAL MODULE: ./build/domain/json.js
var domain_json = __webpack_require__(97803);
;// CONCATENATED MODULE: ./build/render/plan/whole.js


/** Foreign text as words, however long it is: what somebody approves is never cut. */
const words = (text) => (0,markdown/* plain */.pj)(text, Number.POSITIVE_INFINITY);
/** Foreign text as code, however long it is. */
const verbatim = (text) => (0,markdown/* code */.aY)(text, Number.POSITIVE_INFINITY);
/** A value as code: text as it is, everything else as JSON with its keys in order, so that it is always the same. */
const value = (json) => verbatim(typeof json === 'string' ? json : json === undefined ? 'nothing' : (0,domain_json/* canonicalText */.A)(json));
/** Clauses, a line of the cell each; a dash when there is none. */
const lines = (clauses) => clauses.length === 0 ? '–' : clauses.map(words).join('<br>');

;// CONCATENATED MODULE: ./build/render/plan/review.js




function radiusLines({ workloads, pods, awayAtOnce, volumes, budgets }) {
    const away = awayAtOnce === 0 ? 'none away' : `${awayAtOnce} away at a time`;
    return [
        workloads.length === 0 ? 'no workload' : workloads.map(verbatim).join(', '),
        `${(0,quantities/* counted */.hS)(pods, 'pod')}, ${away}`,
        ...(volumes.length === 0 ? [] : [volumes.map(verbatim).join(', ')]),
        budgets.length === 0
            ? 'no disruption budget'
            : budgets.map(({ name, allowed }) => `${verbatim(name)} allows ${allowed}`).join(', '),
    ].join('<br>');
}
/** What a reviewer weighs, a row each (reading.md, "What a reviewer sees"); empty when the task gave nothing to weigh. */
function reviewTable({ review }) {
    if (review === undefined)
        return '';
    return (0,markdown/* table */.tp)(['', ''], [
        ['why', lines(review.why)],
        ['fits', lines(review.fits)],
        ['undo', lines(review.undo)],
        ['could go wrong', lines(review.couldGoWrong)],
        ['touches', radiusLines(review.blastRadius)],
        ['health now', lines(review.healthNow)],
    ]);
}
/** What looking has shown besides: findings, what could not be checked, and the numbers that the plan rests on. */
function seenSection({ findings, notChecked, measurements }) {
    const found = findings.map(({ severity, subject, title, evidence }) => `- ${words(severity)} ${verbatim(subject)}: ${words(title)}; ${words(evidence)}`);
    const unseen = notChecked.map(({ subject, why }) => `- not checked ${verbatim(subject)}: ${words(why)}`);
    const rows = measurements.map(({ name, subject, value, unit, comparedWith }) => [
        words(name),
        subject === undefined ? '' : verbatim(subject),
        (0,with_unit/* withUnit */.$)(value, unit),
        comparedWith === undefined ? '' : `${words(comparedWith.what)} ${(0,with_unit/* withUnit */.$)(comparedWith.value, unit)}`,
    ]);
    const measured = rows.length === 0 ? '' : (0,markdown/* table */.tp)(['measured', 'where', 'value', 'compared with'], rows);
    const parts = [[...found, ...unseen].join('\n'), measured].filter((part) => part !== '');
    return parts.length === 0 ? '' : `### Seen\n\n${parts.join('\n\n')}`;
}

// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
;// CONCATENATED MODULE: ./build/render/plan/steps.js




const classWords = {
    reversible: 'can be undone',
    forward: 'cannot be undone, and does no harm when it is repeated',
    final: 'cannot be undone, and is never taken twice',
};
/** One step, whole: what changes from what to what, why, what undoes it, what could go wrong, and everything it is given. */
function stepSection(step, number) {
    const { kind, subject, from, to, why, undo, risk, hold, unit, deadlineMs, parameters } = step;
    const rows = [
        ['why', words(why)],
        ['undo', words(undo)],
        ['could go wrong', words(risk)],
        ['takes at most', (0,quantities/* formatSpan */.QA)(deadlineMs)],
        ...(unit === undefined ? [] : [['stands or falls with', verbatim(unit)]]),
        ...(hold === undefined ? [] : [['is not rolled back, because', words(hold)]]),
        ['given', value(parameters)],
    ];
    return [
        `### ${number}. ${verbatim(subject)}, ${verbatim(kind)}: ${value(from)} → ${value(to)}`,
        `This ${classWords[kinds/* stepKinds */.C[kind].undo]}.`,
        (0,markdown/* table */.tp)(['', ''], rows),
    ].join('\n\n');
}
/** What a plan does not do, by rule. */
function refusalsSection({ refusals }) {
    if (refusals.length === 0)
        return '';
    const rows = refusals.map(({ subject, rule, state, next }) => [
        verbatim(subject),
        words(rule),
        words(state),
        words(next),
    ]);
    return `### Refused\n\n${(0,markdown/* table */.tp)(['what', 'rule', 'state', 'how to go on'], rows)}`;
}

;// CONCATENATED MODULE: ./build/render/plan/approval.js









/** What a plan that is too long to be shown is refused with. */
const splitIt = (/* unused pure expression or super */ null && (`a plan is shown whole or not at all, and this one has more than ${mostCharacters} characters: split it`));
/**
 * What a reviewer reads before approving, as Markdown: the same bytes for the same document, in artifact, summary and issue.
 * Nothing of it is ever shortened; undefined when it does not fit into the smallest of the three, the body of an issue. The
 * document's `issue` is not in it, since the issue shows it.
 */
function renderApproval(document) {
    const sections = [headline(document), facts(document), ...document.plans.map(planSection), approvalSection(document)];
    const text = `${marker(document)}${sections.join('\n\n')}\n`;
    return text.length > discussions/* mostCharacters */.s ? undefined : text;
}
function marker({ run, type, opening }) {
    return type === 'preventive' ? '' : (0,issue_reference/* issueMarker */.Q_)({ runId: run.id, type: type, opening });
}
function headline({ plans, type, requestedBy, reason }) {
    const tasks = plans.map(({ plan }) => words(plan.task)).join(', ');
    return `# Approve? ${tasks} (${type}), asked for by ${words(requestedBy)}: “${words(reason)}”`;
}
const minutes = (instant) => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
function facts({ platform, environment, window, run, plannedAt, opening }) {
    const when = window === undefined
        ? `as soon as it is approved, outside every window (${verbatim(opening)})`
        : `in the ${words(window.name)} window, ${minutes(window.opensAt)} to ${minutes(window.closesAt)}`;
    return (0,markdown/* table */.tp)(['', ''], [
        ['where', `${words(platform.name)} on ${words(platform.cluster)}, namespace ${verbatim(platform.namespace)}`],
        ['when', when],
        ['gate', verbatim(environment)],
        ['planned', `${minutes(plannedAt)}, run ${linkTo(run)} at commit ${verbatim(run.commit.slice(0, 12))}`],
    ]);
}
function linkTo({ id, url }) {
    if (!url.startsWith('https://'))
        return String(id);
    return `[${id}](${encodeURI(url).replace(/[()<>|]/g, encodeURIComponent)})`;
}
function planSection(part) {
    const { title, plan } = part;
    const shown = readShown(part);
    // What was left empty was not asked for.
    const given = Object.entries(plan.inputs).filter(([, input]) => input !== '');
    const inputs = given.map(([name, input]) => `${words(name)} ${value(input)}`);
    const sections = [
        `## ${words(title)}: ${(0,quantities/* counted */.hS)(plan.steps.length, 'step')}`,
        inputs.length === 0 ? '' : `With ${inputs.join(', ')}.`,
        shown === undefined ? '' : reviewTable(shown),
        ...plan.steps.map((step, index) => stepSection(step, index + 1)),
        refusalsSection(plan),
        shown === undefined ? '' : seenSection(shown),
    ];
    return sections.filter((section) => section !== '').join('\n\n');
}
function approvalSection(document) {
    const digits = (0,digest/* shownDigest */.u)((0,digest/* approvalDigest */.Y)(document));
    const { notAfter, environment } = document;
    return [
        '## To approve',
        `Approval \`${digits}\`: put these digits into the comment of your review of \`${environment}\`. Where an issue is the gate, comment on it, with nothing else: \`approve ${digits}\``,
        `Valid until ${weekday(notAfter)} ${minutes(notAfter)} (${notAfter}), or until anything that changes is no longer as shown.`,
    ].join('\n\n');
}
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = (instant) => weekdays[new Date(instant).getUTCDay()] ?? '';


/***/ }),

/***/ 44573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ buildDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73136);
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97803);





/** `dist/`: the folder of the folder that this bundle lies in. */
const build = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(import.meta.url)));
/**
 * The digest of the code that runs: SHA-256 over names and contents of all files of `dist/`, the bundle and what starts it.
 * An approval binds it, so that other code needs another approval.
 */
function buildDigest(folder = build) {
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const digests = files
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath, entry.name))
        .sort()
        .map((file) => [file.slice(folder.length + 1), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file)).digest('hex')]);
    return (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)(digests);
}


/***/ }),

/***/ 95322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planAction: () => (/* binding */ planAction),
  rollBackAction: () => (/* binding */ rollBackAction)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/domain/approval/request-inputs.js
const mostLines = 50;
/**
 * Inputs of a task as a person writes them when dispatching: one `name=value` a line, or separated by semicolons. Names
 * are looked up in the declaration later; here only the form is read.
 */
function parseRequestInputs(text) {
    const lines = text
        .split(/\r\n|[\n\r;]/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    if (lines.length > mostLines)
        return { error: `more than ${mostLines} inputs` };
    const inputs = new Map();
    for (const line of lines) {
        const match = /^([a-z][a-z0-9-]*)\s*=\s*(.*)$/.exec(line);
        if (match === null)
            return { error: `"${line.slice(0, 80)}" is not of the form name=value, separated by semicolons or lines` };
        const [, name = '', value = ''] = match;
        if (inputs.has(name))
            return { error: `input ${name} is given twice` };
        inputs.set(name, value);
    }
    return { inputs: Object.fromEntries(inputs) };
}

// EXTERNAL MODULE: ./build/domain/calendar/instants.js
var instants = __webpack_require__(95460);
// EXTERNAL MODULE: ./build/domain/calendar/openings.js
var openings = __webpack_require__(27279);
// EXTERNAL MODULE: ./build/domain/approval/document.js
var approval_document = __webpack_require__(23676);
;// CONCATENATED MODULE: ./build/domain/approval/validity.js



/**
 * A plan by hand is for the window that is open (until it closes), else for outside: `outsideMs` from now
 * (`approval.valid-for`). At most 72 h (trust.md §2).
 */
function validityByHand(calendar, now, runId, outsideMs) {
    const [open] = (0,openings/* openAt */._8)(calendar, now);
    if (open !== undefined)
        return validityIn(open, now);
    return { opening: `outside:${runId}`, notAfter: (0,instants/* isoOf */.dF)(now + Math.min(outsideMs, approval_document/* longestWaitMs */.IJ)) };
}
/** A plan ahead is for the window's opening that is open now, or the next one if it begins within the lead time; else undefined. */
function validityAhead(calendar, windows, now, leadTimeMs) {
    const soon = (0,openings/* openings */.mS)(calendar, now, now + leadTimeMs + 1);
    const next = [...(0,openings/* openAt */._8)(calendar, now), ...soon].find(({ window }) => windows.includes(window));
    return next === undefined ? undefined : validityIn(next, now);
}
function validityIn({ id, window, start, end }, now) {
    return {
        opening: id,
        window: { name: window, opensAt: (0,instants/* isoOf */.dF)(start), closesAt: (0,instants/* isoOf */.dF)(end) },
        notAfter: (0,instants/* isoOf */.dF)(Math.min(end, now + approval_document/* longestWaitMs */.IJ)),
    };
}

// EXTERNAL MODULE: ./build/domain/conduct/assignment.js + 2 modules
var assignment = __webpack_require__(1860);
// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var configuration_windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/state/applied.js
var applied = __webpack_require__(11350);
// EXTERNAL MODULE: ./build/domain/task/declaration.js
var declaration = __webpack_require__(85411);
// EXTERNAL MODULE: ./build/pipeline/ahead/plans-ahead.js
var plans_ahead = __webpack_require__(45081);
// EXTERNAL MODULE: ./build/pipeline/conduct/begin-alone.js
var begin_alone = __webpack_require__(39315);
// EXTERNAL MODULE: ./build/pipeline/conduct/behind-journal.js
var behind_journal = __webpack_require__(57716);
// EXTERNAL MODULE: ./build/domain/verdict.js
var domain_verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/domain/approval/digest.js
var approval_digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/make-documents.js
var make_documents = __webpack_require__(50968);
// EXTERNAL MODULE: ./build/domain/approval/time-needed.js
var time_needed = __webpack_require__(92832);
// EXTERNAL MODULE: ./build/pipeline/carry-out/carry-out.js + 8 modules
var carry_out = __webpack_require__(69191);
;// CONCATENATED MODULE: ./build/pipeline/prepare/prepare.js





/**
 * Make the plans of tasks with credentials that cannot change the platform, and seal them gate by gate. A subject that two
 * plans name is kept in the first alone: two plans of one opening must not stand on each other's feet. A plan that could not
 * be applied and undone before its validity ends is refused here, and nobody is asked about it.
 */
async function prepare(preparing) {
    const outcomes = [];
    const made = [];
    const taken = new Map();
    for (const { task, inputs } of preparing.asked) {
        const environment = await preparing.environment(task);
        const { outcome, prepared } = await (0,carry_out/* makePlan */.C)(task, { inputs, phase: 'main' }, environment);
        const shared = prepared?.plan.steps.find(({ subject }) => taken.has(subject));
        if (shared !== undefined) {
            outcomes.push(deferredBy(outcome, shared.subject, taken.get(shared.subject) ?? ''));
            continue;
        }
        if (prepared === undefined || prepared.plan.steps.length === 0) {
            outcomes.push(outcome);
            continue;
        }
        const plan = { title: task.title, type: task.type, undoMs: task.undoMs, ...prepared };
        const refusal = outlasting(preparing, task, plan, made);
        outcomes.push(refusal === undefined ? outcome : refusedBy(outcome, refusal));
        if (refusal !== undefined)
            continue;
        for (const { subject } of prepared.plan.steps)
            taken.set(subject, task.id);
        made.push(plan);
    }
    if (made.length === 0)
        return { outcomes, sealed: [] };
    const documents = (0,make_documents/* makeDocuments */.Xi)(made, await preparing.common(made), preparing);
    return { outcomes, sealed: documents.map((document) => ({ document, digest: (0,approval_digest/* approvalDigest */.Y)(document) })) };
}
/** Plans of one gate are applied in one job, one after the other. */
function outlasting({ validity, clock }, { id }, plan, made) {
    const before = made.filter(({ type }) => type === plan.type);
    const beforeMs = before.reduce((sum, each) => sum + (0,time_needed/* timeNeededMs */.X)(each), 0);
    return (0,time_needed/* outlastsItsValidity */.Y)(plan, { task: id, beforeMs, validity, now: clock.now() });
}
/** A plan that is shown, and handed to nobody. */
function refusedBy({ entry, findings }, refusal) {
    const plan = entry.plan && { ...entry.plan, refusals: [...entry.plan.refusals, refusal] };
    const cause = `${refusal.rule}: ${refusal.state}`;
    const verdict = (0,domain_verdict/* worst */.QZ)([entry.verdict, 'warn']);
    return { entry: { ...entry, verdict, status: 'refused', cause, ...(plan === undefined ? {} : { plan }) }, findings };
}
/** Nothing was left to hand to a gate because it was refused: whoever asked for it to be applied has not got it. */
const isRefusedWhole = ({ outcomes, sealed }) => sealed.length === 0 && outcomes.some(({ entry }) => entry.status === 'refused');
/** A task whose subject another plan of the same opening names already. */
function deferredBy({ entry, findings }, subject, other) {
    const refusal = {
        subject,
        rule: 'two plans of one opening do not share a subject',
        state: `${other} plans to change ${subject} as well`,
        next: `let ${other} be applied, and plan this again`,
    };
    const plan = entry.plan && { ...entry.plan, refusals: [...entry.plan.refusals, refusal] };
    return {
        entry: { ...entry, status: 'deferred', cause: refusal.state, ...(plan === undefined ? {} : { plan }) },
        findings,
    };
}

;// CONCATENATED MODULE: ./build/pipeline/prepare/plan-status.js


/**
 * The exit status of a planning job. Once a plan waits at a gate the job succeeds, whatever the verdict and whatever else was
 * refused: the guard takes no plan from a job or a run that failed, so whoever read and approved it would be refused. What is
 * wrong is in the report, and the job that applies is judged by it. With nothing handed over, the job fails for a refusal, for
 * a plan by hand that was refused whole, and for a verdict from `failOn` on.
 */
function planStatus({ mode, notDone, handed, refusal, verdict, failOn }) {
    if (handed.some((each) => each.refusal === undefined))
        return 0;
    const isNotHanded = mode === 'apply' && refusal !== undefined;
    return isNotHanded || notDone || (0,domain_verdict/* atLeast */.jZ)(verdict, failOn) ? 1 : 0;
}
/** What somebody asked for by hand, to be applied, was refused whole; a plan ahead of its window is nobody's in person. */
const isNotDone = (mode, ahead, planned) => mode === 'apply' && !ahead && isRefusedWhole(planned);

;// CONCATENATED MODULE: ./build/pipeline/prepare/refused-beside.js
/**
 * The plans that were refused beside those that wait; none where nothing waits, since the whole job is refused then. `handed`
 * is in the order of `sealed`.
 */
function refusedBeside(sealed, handed) {
    if (handed.every(({ refusal }) => refusal !== undefined))
        return [];
    return handed.flatMap(({ refusal }, index) => {
        const document = sealed[index]?.document;
        if (refusal === undefined || document === undefined)
            return [];
        const { environment, type } = document;
        const finding = {
            code: 'plan-not-handed-over',
            severity: 'fail',
            subject: environment,
            title: `the ${type} plan waits at no gate, and nothing of it is applied`,
            evidence: `${refusal.rule}; ${refusal.state}`,
            next: refusal.next,
        };
        return [{ environment, finding }];
    });
}
/** The same as a text for the issue of a plan that waits: Markdown, each part made plain by `plain`. */
function besideText(refused, plain) {
    const lines = refused.map(({ environment, finding }) => `- ${plain(environment)}: ${plain(finding.evidence)}. Next: ${plain(finding.next)}.`);
    return ['Refused beside this plan, which still waits for its approval:', '', ...lines].join('\n');
}

// EXTERNAL MODULE: ./build/pipeline/publish/finish.js + 1 modules
var finish = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/pipeline/roll-back/roll-back-task.js
var roll_back_task = __webpack_require__(97680);
// EXTERNAL MODULE: ./build/steps/registry.js
var registry = __webpack_require__(99173);
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 1 modules
var runtime_catalogue = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/configuration-file.js + 19 modules
var configuration_file = __webpack_require__(70647);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 2 modules
var publish = __webpack_require__(18122);
// EXTERNAL MODULE: ./build/runtime/task-environment.js
var task_environment = __webpack_require__(88742);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js + 1 modules
var wiring_forge = __webpack_require__(96397);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var platform = __webpack_require__(64970);
// EXTERNAL MODULE: ./build/runtime/gates/actions.js
var actions = __webpack_require__(7611);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/render/markdown.js
var markdown = __webpack_require__(5120);
;// CONCATENATED MODULE: ./build/runtime/gates/beside.js




/**
 * Tell of plans that were refused while others wait: an annotation each, an output by which a job of its own is red (the
 * job that planned must not be: no gate takes the plan of a job that failed), and a comment on the issues that wait. A
 * comment that cannot be written is said, and takes nothing from the plans that wait.
 */
async function tellBeside(self, refused, handed, forge) {
    self.environment.output('refused', refused.map(({ environment }) => environment).join(' '));
    for (const { environment, finding } of refused) {
        self.stdout.annotate('error', 'refused', `${environment}: ${finding.evidence}. ${finding.next}`);
    }
    const issues = handed.flatMap(({ issue }) => issue ?? []);
    if (refused.length === 0 || issues.length === 0)
        return;
    const text = self.redactor.clean(besideText(refused, markdown/* plain */.pj));
    for (const issue of issues) {
        try {
            await (forge ?? (await (0,wiring_forge.openForge)(self))).reply(issue, text);
        }
        catch (error) {
            self.stdout.annotate('warning', 'not told', `issue ${issue} could not be told: ${(0,trouble/* causeOf */.rl)(error)}`);
        }
    }
}

// EXTERNAL MODULE: ./build/runtime/gates/build-digest.js
var build_digest = __webpack_require__(44573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/domain/approval/issue-reference.js
var issue_reference = __webpack_require__(18170);
// EXTERNAL MODULE: ./build/domain/approval/plan-artifact.js
var plan_artifact = __webpack_require__(13985);
// EXTERNAL MODULE: ./build/pipeline/approve/asking.js
var asking = __webpack_require__(71238);
// EXTERNAL MODULE: ./build/render/plan/approval.js + 4 modules
var approval = __webpack_require__(33504);
// EXTERNAL MODULE: ./build/domain/approval/guard/environment.js
var guard_environment = __webpack_require__(96326);
;// CONCATENATED MODULE: ./build/runtime/gates/obstacle.js

/**
 * Why a plan may not be handed over: everybody would read it, or the gate would not hold it. Read before any job names the
 * environment, since naming a missing one makes it. Rejects with a PortError when the forge cannot be asked.
 */
async function obstacleTo(forge, { approval, reports }, { environment, type }) {
    const repository = await forge.repository();
    const gated = type !== 'preventive';
    if (repository.isPublic && !reports.public) {
        return {
            subject: environment,
            rule: 'a plan is never shortened, and in a public repository everybody reads it',
            state: 'the repository is public, and reports.public is not true',
            next: 'set reports.public: true in .github/maintenance.yml, or keep maintenance in a private repository',
        };
    }
    if (gated && approval.gate === 'issue')
        return undefined;
    const found = await forge.environment(environment);
    const lack = found === undefined ? 'there is no such environment' : gated ? (0,guard_environment/* unprotected */.oB)(found, repository) : undefined;
    if (lack === undefined)
        return undefined;
    return {
        subject: environment,
        rule: 'a gate holds before anything is handed to it',
        state: `${environment}: ${lack}`,
        next: `in Settings → Environments → ${environment}: required reviewers, prevent self-review, no bypass by administrators, and the default branch alone`,
    };
}
/**
 * Why a plan may not be written anywhere: a secret of this process is in it, or in how it is shown. It is not redacted,
 * since what is applied is exactly what was read. Says where, never what.
 */
function secretIn(redactor, document, shown) {
    const place = placeOfSecret(redactor, document, []) ?? (isClean(redactor, shown ?? '') ? undefined : 'how it is shown');
    if (place === undefined)
        return undefined;
    return {
        subject: document.environment,
        rule: 'a plan holds no secret, and is applied exactly as it was read',
        state: `a secret that this job was given is in ${place}`,
        next: 'remove it from where the task reads it; where the secret is an ordinary word, replace it by one that nobody guesses',
    };
}
const isClean = (redactor, text) => redactor.clean(text) === text;
/** Where in a value a secret is, as names from the outside to the inside: `plans.0.plan.steps.2.parameters.name`. */
function placeOfSecret(redactor, value, path) {
    if (typeof value === 'string')
        return isClean(redactor, value) ? undefined : path.join('.');
    if (typeof value !== 'object' || value === null)
        return undefined;
    for (const [key, item] of Object.entries(value)) {
        if (!isClean(redactor, key))
            return `a name in ${path.join('.')}`;
        const found = placeOfSecret(redactor, item, [...path, key]);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/runtime/gates/hand-over.js











/** The plan as a reviewer reads it, beside the file that is applied. */
const reviewFile = 'plan.md';
/**
 * Hand a plan to its gate: kept as an artifact, shown whole, and either named by its digest to the job that the
 * environment holds, or asked about in an issue. Refused when the gate would not hold it, or when somebody would read it who
 * must not.
 */
async function handOver(self, configuration, { document, digest }, through) {
    const { forge, artifacts } = through ?? (await openGates(self));
    const { gate } = configuration.approval;
    const gated = document.type !== 'preventive';
    const shown = (0,approval/* renderApproval */.m)(document);
    const obstacle = startedAgain(self, document) ??
        (await obstacleTo(forge, configuration, document)) ??
        secretIn(self.redactor, document, shown);
    if (obstacle !== undefined)
        return { refusal: obstacle };
    if (gated && shown === undefined)
        return { refusal: tooLong(document) };
    if (shown !== undefined)
        self.environment.summary(shown);
    if (gated && gate === 'issue') {
        // The plan's file names the issue, so the issue comes first; what it shows is the plan without that number.
        const issue = await ask(self, forge, configuration, document, shown ?? '');
        const named = JSON.stringify({ ...document, issue: issue.number });
        await keep(self, artifacts, { name: (0,plan_artifact/* planArtifactName */.n)(document), file: asking/* planFile */.eS, text: named });
        const { number } = issue;
        return {
            issue: number,
            waits: `the ${document.type} plan waits for an approval in issue #${number}: ${issue.url}`,
        };
    }
    const text = JSON.stringify(document);
    const artifact = await keep(self, artifacts, { name: (0,plan_artifact/* planArtifactName */.n)(document), file: asking/* planFile */.eS, text });
    if (shown !== undefined) {
        await keep(self, artifacts, { name: (0,plan_artifact/* reviewArtifactName */.Y)(document), file: reviewFile, text: shown });
    }
    self.environment.output(document.type, digest);
    self.environment.output(`${document.type}-artifact`, String(artifact));
    self.stdout.print(`The ${document.type} plan is artifact ${artifact}; an approval of it signs ${(0,approval_digest/* shownDigest */.u)(digest)}.`);
    return {};
}
/** No gate takes what a later attempt planned (the reviews of the first one still count), so nobody is asked about it. */
function startedAgain({ environment }, document) {
    const { attempt, url } = environment.run;
    if (attempt === 1)
        return undefined;
    return {
        subject: document.environment,
        rule: 'a plan is handed to its gate in the first attempt of its run',
        state: `${url} is at attempt ${attempt}`,
        next: 'start a new run instead of this one again',
    };
}
const tooLong = ({ environment, plans }) => ({
    subject: environment,
    rule: 'a plan is shown whole to whoever approves it',
    state: `a plan of ${(0,quantities/* counted */.hS)(plans.reduce((sum, { plan }) => sum + plan.steps.length, 0), 'step')} does not fit into what the forge shows`,
    next: 'split it: plan for fewer objects at a time',
});
async function openGates(self) {
    const { createArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(5690), __webpack_require__.e(2678)]).then(__webpack_require__.bind(__webpack_require__, 2678));
    return { forge: await (0,wiring_forge.openForge)(self), artifacts: createArtifacts() };
}
/** Keep one file as an artifact of its own: what is believed is read as exactly one file. */
async function keep(self, artifacts, { name, file, text }) {
    const folder = (0,external_node_path_.join)(self.environment.jobFolder, 'plans', name);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, file), text, { mode: 0o600 });
    const { id } = await artifacts.upload(name, folder, [file]);
    if (id === undefined)
        throw new task_inputs/* InputError */.dz(`plan: artifact ${name} has no number`);
    return id;
}
/** Open the issue in which the plan is approved. */
async function ask(self, forge, { notify }, document, body) {
    const tasks = document.plans.map(({ title }) => title).join(', ');
    const issue = await forge.openIssue({
        title: `Approve? ${tasks} (${document.type})`,
        body,
        labels: [issue_reference/* approvalLabel */.ic],
        assignees: notify.assignees,
    });
    self.stdout.print(`The ${document.type} plan waits for an approval in issue ${issue.number}: ${issue.url}`);
    return issue;
}

// EXTERNAL MODULE: ./build/runtime/gates/repository.js
var repository = __webpack_require__(47686);
;// CONCATENATED MODULE: ./build/runtime/gates/plan.js
































/** Plans are made a lead time ahead; a tick that is late by so much still finds the first one, ms. */
const slackMs = 3_600_000;
/** How long one tick of planning ahead waits for a run that is at work, ms: until shortly before the next tick. */
const tickMs = 15 * 60_000;
/** Plan a task by hand, or the gated tasks of a coming window. Answers the exit status. */
async function planAction(self) {
    const scene = await openScene(self);
    const given = (0,task_inputs/* readInputs */.Ko)('plan', actions/* plan */.et.inputs, self.environment);
    const { task = '', window = '' } = given;
    if ((task === '') === (window === '')) {
        throw new task_inputs/* InputError */.dz('plan: give either input task or input window');
    }
    const subject = task === '' ? await notTwice(scene, subjectAhead(scene, window)) : subjectByHand(scene, task, given);
    return planned(scene, subject, requestOf(given));
}
/** Plan the way back of a finished run. Answers the exit status. */
async function rollBackAction(self) {
    const scene = await openScene(self);
    const given = (0,task_inputs/* readInputs */.Ko)(roll_back_task/* rollBackId */.e, actions/* rollBack */.Fu.inputs, self.environment);
    const found = (0,applied/* findApplied */.Jb)(await scene.platform.maintenance.state.read('applied'), given.plan ?? '');
    if ('none' in found)
        throw new task_inputs/* InputError */.dz(`roll-back: ${found.none}`);
    const task = await (0,roll_back_task/* rollBackTask */.s)(found.found, registry/* loadStep */.$);
    const asked = [{ task, inputs: { plan: found.found.digest } }];
    return planned(scene, { id: roll_back_task/* rollBackId */.e, asked, validity: byHand(scene), ahead: false }, requestOf(given));
}
async function openScene(self) {
    const { tasks: catalogue, configuration } = await (0,runtime_catalogue/* openCatalogue */.G)(self);
    return { self, configuration, catalogue, platform: await (0,platform/* openPlatform */.W)(self, configuration) };
}
const requestOf = (given) => ({
    mode: given.mode === 'apply' ? 'apply' : 'plan',
    reason: String(given.reason ?? ''),
    pullRequest: Number(given['pull-request'] ?? 0),
});
const byHand = ({ self, configuration }) => validityByHand((0,configuration_windows/* calendarOf */.Yw)(configuration), clock/* systemClock */.m.now(), (0,repository/* repositoryOf */._)(self.environment).id, configuration.approval.validFor);
function subjectByHand(scene, id, given) {
    const { catalogue, configuration } = scene;
    const task = catalogue.find((known) => known.id === id);
    if (task === undefined) {
        throw new task_inputs/* InputError */.dz(`plan: there is no task "${id}"; there are ${catalogue.map((known) => known.id).join(', ')}`);
    }
    const read = parseRequestInputs(given.inputs ?? '');
    if ('error' in read)
        throw new task_inputs/* InputError */.dz(`plan: inputs: ${read.error}`);
    const own = given.target ? { ...read.inputs, target: given.target } : read.inputs;
    const asked = [{ task, inputs: (0,task_inputs/* inputsGiven */.V0)(id, task.inputs, own, configuration) }];
    return { id, asked, validity: byHand(scene), ahead: false };
}
function subjectAhead({ catalogue, configuration }, window) {
    const gated = catalogue
        .filter(({ type }) => type !== 'preventive')
        .filter(({ id }) => !Object.hasOwn(configuration.tasks, id) || configuration.tasks[id]?.enabled !== false);
    const windows = declaration/* windowNames */.n.filter((name) => (window === 'any' || name === window) && gated.some(isOf(name)));
    const validity = validityAhead((0,configuration_windows/* calendarOf */.Yw)(configuration), windows, clock/* systemClock */.m.now(), configuration.leadTime);
    const chosen = validity?.window?.name;
    const asked = gated
        .filter((task) => chosen !== undefined && task.windows.some((name) => name === chosen))
        .map((task) => ({ task, inputs: (0,task_inputs/* inputsGiven */.V0)(task.id, task.inputs, {}, configuration) }));
    return { id: `prepare-${chosen ?? window}`, asked, validity, ahead: true };
}
/** What an earlier tick has planned for the same opening is not planned again: its reviewers are at it. */
async function notTwice({ self, configuration }, subject) {
    const { validity } = subject;
    if (validity?.window === undefined || subject.asked.length === 0)
        return subject;
    const since = Date.parse(validity.window.opensAt) - configuration.leadTime - slackMs;
    const earlier = await (0,plans_ahead/* findAhead */.d)({
        forge: await (0,wiring_forge.openForge)(self),
        openings: [validity.opening],
        since: new Date(since).toISOString(),
    });
    const [first] = earlier;
    if (first === undefined)
        return subject;
    return { ...subject, asked: [], note: `${validity.opening} has been planned for by ${first.run.url}` };
}
const isOf = (window) => ({ windows }) => windows.some((name) => name === window);
async function planned(scene, subject, request) {
    const { self, platform, configuration } = scene;
    const startedAt = new Date(clock/* systemClock */.m.now()).toISOString();
    const first = onlyLooks(subject, request) ? { findings: [] } : await journalFirst(scene, subject);
    const job = (0,behind_journal/* behind */.Ry)(await jobOf(scene, subject, request, startedAt), first);
    const none = { outcomes: [], sealed: [] };
    const { validity } = subject;
    const nothing = validity === undefined || first.refusal !== undefined;
    const made = nothing ? none : await make(scene, subject, validity, request);
    const hands = request.mode === 'apply' && job.refusal === undefined;
    const handed = hands ? await handEach(scene, made, (0,behind_journal/* notKnown */.bh)(first, subject.id)) : [];
    const beside = refusedBeside(made.sealed, handed);
    const refusal = job.refusal ?? (beside.length > 0 ? undefined : handed.find((each) => each.refusal !== undefined)?.refusal);
    await tellBeside(self, beside, handed);
    const notes = [...job.notes, ...handed.flatMap(({ waits }) => waits ?? [])];
    if (refusal !== undefined) {
        const level = request.mode === 'apply' ? 'error' : 'warning';
        self.stdout.annotate(level, 'refused', `${refusal.rule}; ${refusal.state}. ${refusal.next}`);
    }
    const finished = await (0,finish/* finish */.O)({
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
        clock: clock/* systemClock */.m,
        runWord: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
    });
    await (0,publish/* publishReport */.S3)(self, finished.report, true, true);
    self.environment.output('verdict', finished.report.verdict);
    const notDone = isNotDone(request.mode, subject.ahead, made);
    if (notDone)
        self.stdout.annotate('error', 'not applied', `${subject.id}: everything was refused; the report says why`);
    const { verdict } = finished.report;
    const { failOn } = configuration;
    return planStatus({ mode: request.mode, notDone, handed, refusal, verdict, failOn });
}
/** Hand every plan to its gate; none when nobody knows what earlier runs have left. */
async function handEach({ self, configuration }, { sealed }, unknown) {
    if (unknown !== undefined)
        return sealed.map(() => ({ refusal: unknown }));
    const handed = [];
    for (const each of sealed)
        handed.push(await handOver(self, configuration, each));
    return handed;
}
/** Nothing is asked for that could change anything: half-way is when looking is needed most. */
const onlyLooks = ({ asked }, { mode }) => asked.length === 0 || (mode === 'plan' && !asked.some(({ task }) => (0,assignment/* mayChange */.yv)(task)));
/**
 * A run that is at work is waited for: by a person for a minute; by planning ahead, which comes at the hour of other windows,
 * until the next tick comes.
 */
const journalFirst = ({ self, platform }, { id, ahead }) => (0,behind_journal/* lookFirst */.S)({
    journal: platform.maintenance.journal,
    clock: clock/* systemClock */.m,
    subject: id,
    patienceMs: ahead ? tickMs : behind_journal/* byHandPatienceMs */.qt,
    signal: self.signal,
    progress: (text) => self.stdout.print(text),
});
async function make(scene, subject, validity, request) {
    const { self, configuration, platform } = scene;
    const { reason, pullRequest } = request;
    const identity = await platform.identity();
    if (identity.uid === undefined) {
        throw new task_inputs/* InputError */.dz('plan: namespace kube-system may not be read, so a plan could not be bound to this cluster');
    }
    const { uid } = identity;
    const { name, cluster, namespace } = await platform.describe();
    return prepare({
        asked: subject.asked,
        ahead: subject.ahead,
        validity,
        clock: clock/* systemClock */.m,
        planId: () => (0,external_node_crypto_.randomUUID)(),
        environment: (task) => (0,task_environment/* taskEnvironment */.r)(self, configuration, platform, task, { mode: 'plan' }),
        common: async (made) => ({
            run: (0,repository/* repositoryOf */._)(self.environment),
            build: (0,build_digest/* buildDigest */.P)(),
            configuration: (0,json/* digestOf */.o)((0,configuration_file/* configurationText */.o4)(self.environment.workspace)),
            platform: { name, cluster, namespace, uid, databases: await databasesIn(made, platform) },
            ...validity,
            reason,
            requestedBy: self.environment.run.requestedBy,
            plannedAt: new Date(clock/* systemClock */.m.now()).toISOString(),
            ...(pullRequest > 0 ? { pullRequest } : {}),
        }),
    });
}
/** The identity of every database server whose content a step changes. */
async function databasesIn(made, platform) {
    const steps = made.flatMap(({ plan }) => plan.steps);
    const servers = new Set(steps.flatMap(({ parameters }) => ('server' in parameters ? [parameters.server] : [])));
    if (servers.size === 0)
        return {};
    const { database } = await platform.ports(['database']);
    const entries = [...servers].map(async (server) => [server, await database.systemIdentifier(server)]);
    return Object.fromEntries(await Promise.all(entries));
}
async function jobOf(scene, subject, request, startedAt) {
    const { self, configuration, platform } = scene;
    const alone = (0,begin_alone/* beginAlone */.v)({
        task: subject.id,
        mode: subject.ahead ? 'plan' : request.mode,
        reason: request.reason,
        calendar: (0,configuration_windows/* calendarOf */.Yw)(configuration),
        now: clock/* systemClock */.m.now(),
        run: self.environment.run,
        platform: await platform.describe(),
        failOn: configuration.failOn,
    });
    const window = subject.validity?.window;
    const note = subject.validity === undefined
        ? `nothing to plan: no window with tasks that need approval opens within ${(0,quantities/* formatSpan */.QA)(configuration.leadTime)}`
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


/***/ }),

/***/ 47686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ repositoryOf)
/* harmony export */ });
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23730);

/** The run that this process belongs to, as a plan names it. Throws an InputError outside a run of GitHub Actions. */
function repositoryOf({ variables, run }) {
    const id = Number(variables.GITHUB_RUN_ID);
    const repositoryId = Number(variables.GITHUB_REPOSITORY_ID);
    const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '' } = variables;
    if (!Number.isInteger(id) || !Number.isInteger(repositoryId) || repository === '' || commit === '') {
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('plans for a gate are made in a run of GitHub Actions: GITHUB_RUN_ID and the like are not set');
    }
    return { id, url: run.url, repository, repositoryId, commit };
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
