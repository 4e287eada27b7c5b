export const id = 2695;
export const ids = [2695];
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

/***/ 76706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ wasRead)
/* harmony export */ });
/** Whether something could be read. */
function wasRead(found) {
    return !('unread' in found);
}


/***/ }),

/***/ 5308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uT: () => (/* binding */ firstDenial),
/* harmony export */   wk: () => (/* binding */ denied)
/* harmony export */ });
/* unused harmony export planAgain */
/** What every refusal of the guard ends with. */
const planAgain = 'nothing was changed; plan again and have the new plan approved';
/** Make a denial of a rule; `next` is {@link planAgain} unless it says otherwise. */
function denied(name, subject, { rule, state, next = planAgain }) {
    return { name, subject, rule, state, next };
}
/** The first rule that is broken, in the order in which they stand. */
function firstDenial(rules, evidence) {
    for (const rule of rules) {
        const denial = rule(evidence);
        if (denial !== undefined)
            return denial;
    }
    return undefined;
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

/***/ 39315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ beginAlone)
/* harmony export */ });
/* harmony import */ var _domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3510);
/* harmony import */ var _domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84443);
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
    const left = opening === undefined ? _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .JOB_MS */ .RY : Math.min(_domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .JOB_MS */ .RY, (0,_domain_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLeft */ .f$)(opening, now));
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
        notes: [opening === undefined ? 'outside every window' : `${opening.window} is open until ${(0,_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_2__/* .utcOf */ .ym)(opening.end)}`],
        findings: [],
        ...(refusal === undefined ? {} : { refusal }),
        ...(request.advisory !== undefined && mode === 'apply' ? { advisory: request.advisory } : {}),
        earlier: {},
        startedAt: instant(now),
        closesAt: instant(now + left - _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .RESERVE_MS */ .o7),
        failOn: request.failOn,
    };
}
function refusalOf({ calendar, now, reason, task }, open) {
    const blackouts = (0,_domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_3__/* .blackoutsAt */ .It)(calendar, now);
    if (blackouts.length > 0) {
        return {
            subject: task,
            rule: 'nothing is changed in a blackout, whatever the reason',
            state: blackouts.map(_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBlackout */ .XP).join('; '),
            next: 'ask its owner to lift it in .github/maintenance.yml, or wait',
        };
    }
    if (open || reason.trim() !== '')
        return undefined;
    return {
        subject: task,
        rule: 'outside every window a change needs a written reason',
        state: (0,_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .WE)(calendar, now).sentence,
        next: 'give a reason (input `reason`), or wait for the opening; `mode: plan` is allowed at any time',
    };
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
// EXTERNAL MODULE: ./build/render/measured.js
var render_measured = __webpack_require__(94725);
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
        (0,render_measured/* withUnit */.$)(value, unit),
        comparedWith === undefined ? '' : `${words(comparedWith.what)} ${(0,render_measured/* withUnit */.$)(comparedWith.value, unit)}`,
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

/***/ 12695:
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



/** How long a plan outside every window may be approved and applied, ms: 24 h. */
const outsideMs = 24 * 3_600_000;
/**
 * A plan by hand is for the window that is open (until it closes), else for outside (24 h from now); at most 72 h
 * (trust.md §2).
 */
function validityByHand(calendar, now, runId) {
    const [open] = (0,openings/* openAt */._8)(calendar, now);
    if (open !== undefined)
        return validityIn(open, now);
    return { opening: `outside:${runId}`, notAfter: (0,instants/* isoOf */.dF)(now + outsideMs) };
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
// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/pipeline/ahead/plans-ahead.js
var plans_ahead = __webpack_require__(45081);
// EXTERNAL MODULE: ./build/pipeline/conduct/begin-alone.js
var begin_alone = __webpack_require__(39315);
// EXTERNAL MODULE: ./build/domain/approval/digest.js
var approval_digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/make-documents.js
var make_documents = __webpack_require__(50968);
// EXTERNAL MODULE: ./build/pipeline/carry-out/carry-out.js + 7 modules
var carry_out = __webpack_require__(938);
;// CONCATENATED MODULE: ./build/pipeline/prepare/prepare.js



/**
 * Make the plans of tasks with credentials that cannot change the platform, and seal them gate by gate. A subject that two
 * plans name is kept in the first alone: two plans of one opening must not stand on each other's feet.
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
        outcomes.push(outcome);
        if (prepared === undefined || prepared.plan.steps.length === 0)
            continue;
        for (const { subject } of prepared.plan.steps)
            taken.set(subject, task.id);
        made.push({ title: task.title, type: task.type, undoMs: task.undoMs, ...prepared });
    }
    if (made.length === 0)
        return { outcomes, sealed: [] };
    const documents = (0,make_documents/* makeDocuments */.Xi)(made, await preparing.common(made), preparing);
    return { outcomes, sealed: documents.map((document) => ({ document, digest: (0,approval_digest/* approvalDigest */.Y)(document) })) };
}
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

// EXTERNAL MODULE: ./build/pipeline/publish/finish.js + 1 modules
var finish = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/pipeline/roll-back/roll-back-task.js
var roll_back_task = __webpack_require__(97680);
// EXTERNAL MODULE: ./build/steps/registry.js
var registry = __webpack_require__(99173);
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 2 modules
var runtime_catalogue = __webpack_require__(35126);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/configuration-file.js + 21 modules
var configuration_file = __webpack_require__(2258);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 1 modules
var publish = __webpack_require__(87549);
// EXTERNAL MODULE: ./build/runtime/task-environment.js
var task_environment = __webpack_require__(88742);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js
var wiring_forge = __webpack_require__(12009);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var platform = __webpack_require__(64970);
// EXTERNAL MODULE: ./build/runtime/gates/actions.js
var actions = __webpack_require__(7611);
// EXTERNAL MODULE: ./build/runtime/gates/build-digest.js
var build_digest = __webpack_require__(44573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/domain/approval/guard/environment.js
var guard_environment = __webpack_require__(96326);
// EXTERNAL MODULE: ./build/domain/approval/issue-reference.js
var issue_reference = __webpack_require__(18170);
// EXTERNAL MODULE: ./build/domain/approval/plan-artifact.js
var plan_artifact = __webpack_require__(13985);
// EXTERNAL MODULE: ./build/pipeline/approve/asking.js
var asking = __webpack_require__(71238);
// EXTERNAL MODULE: ./build/render/plan/approval.js + 4 modules
var approval = __webpack_require__(33504);
;// CONCATENATED MODULE: ./build/runtime/gates/hand-over.js










/** The plan as a reviewer reads it, beside the file that is applied. */
const reviewFile = 'plan.md';
/**
 * Hand a plan to its gate: kept as an artifact, shown whole, and either named by its digest to the job that the
 * environment holds, or asked about in an issue. Refused when the gate would not hold it.
 */
async function handOver(self, configuration, { document, digest }) {
    const forge = await (0,wiring_forge.openForge)(self);
    const { gate } = configuration.approval;
    const gated = document.type !== 'preventive';
    const obstacle = startedAgain(self, document) ?? (await obstacleTo(forge, configuration, document));
    if (obstacle !== undefined)
        return { refusal: obstacle };
    const shown = (0,approval/* renderApproval */.m)(document);
    if (gated && shown === undefined)
        return { refusal: tooLong(document) };
    if (shown !== undefined)
        self.environment.summary(shown);
    if (gated && gate === 'issue') {
        // The plan's file names the issue, so the issue comes first; what it shows is the plan without that number.
        const issue = await ask(self, forge, configuration, document, shown ?? '');
        await keep(self, (0,plan_artifact/* planArtifactName */.n)(document), asking/* planFile */.eS, JSON.stringify({ ...document, issue: issue.number }));
        return { waits: `the ${document.type} plan waits for an approval in issue #${issue.number}: ${issue.url}` };
    }
    const artifact = await keep(self, (0,plan_artifact/* planArtifactName */.n)(document), asking/* planFile */.eS, JSON.stringify(document));
    if (shown !== undefined)
        await keep(self, (0,plan_artifact/* reviewArtifactName */.Y)(document), reviewFile, shown);
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
/** Why the gate would not hold the plan: read before any job names the environment, since naming a missing one makes it. */
async function obstacleTo(forge, { approval, reports }, { environment, type }) {
    const repository = await forge.repository();
    const gated = type !== 'preventive';
    if (gated && repository.isPublic && !reports.public) {
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
const tooLong = ({ environment, plans }) => ({
    subject: environment,
    rule: 'a plan is shown whole to whoever approves it',
    state: `${plans.reduce((sum, { plan }) => sum + plan.steps.length, 0)} steps do not fit into what the forge shows`,
    next: 'split it: plan for fewer objects at a time',
});
/** Keep one file as an artifact of its own: what is believed is read as exactly one file. */
async function keep(self, name, file, text) {
    const folder = (0,external_node_path_.join)(self.environment.jobFolder, 'plans', name);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, file), text, { mode: 0o600 });
    const { createArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(5690), __webpack_require__.e(2678)]).then(__webpack_require__.bind(__webpack_require__, 2678));
    const { id } = await createArtifacts().upload(name, folder, [file]);
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
const byHand = ({ self, configuration }) => validityByHand((0,configuration_windows/* calendarOf */.Yw)(configuration), clock/* systemClock */.m.now(), (0,repository/* repositoryOf */._)(self.environment).id);
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
    const earlier = await (0,plans_ahead/* findAhead */.dF)({
        forge: await (0,wiring_forge.openForge)(self),
        gate: configuration.approval.gate,
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
    const job = await jobOf(scene, subject, request, startedAt);
    const none = { outcomes: [], sealed: [] };
    const { validity } = subject;
    const made = validity === undefined ? none : await make(scene, subject, validity, request);
    const handed = [];
    if (request.mode === 'apply' && job.refusal === undefined) {
        for (const sealed of made.sealed)
            handed.push(await handOver(self, configuration, sealed));
    }
    const refusal = handed.find((each) => each.refusal !== undefined)?.refusal;
    const notes = [...job.notes, ...handed.flatMap(({ waits }) => waits ?? [])];
    if (refusal !== undefined) {
        self.stdout.annotate('error', 'refused', `${refusal.rule}; ${refusal.state}. ${refusal.next}`);
    }
    const finished = await (0,finish/* finish */.O)({
        kind: 'task',
        id: subject.id,
        job: { ...job, notes, ...(refusal === undefined ? {} : { refusal }) },
        outcomes: made.outcomes,
        describe: (id) => ({ title: id, type: 'preventive' }),
        state: platform.maintenance.state,
        clock: clock/* systemClock */.m,
        runWord: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
    });
    await (0,publish/* publishReport */.S3)(self, finished.report, true, true);
    self.environment.output('verdict', finished.report.verdict);
    return refusal !== undefined || (0,verdict/* atLeast */.jZ)(finished.report.verdict, configuration.failOn) ? 1 : 0;
}
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
