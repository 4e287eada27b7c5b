export const id = 4299;
export const ids = [4299];
export const modules = {

/***/ 9292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o8: () => (/* binding */ progressWith),
/* harmony export */   rz: () => (/* binding */ answerMarker)
/* harmony export */ });
/* unused harmony exports answerWords, readAnswer, answeredWithinMs, progressOf */
/* harmony import */ var _forge_people_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93070);
/* harmony import */ var _guard_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66850);


/** What was said of a comment: it approves nothing, it is applied when the window opens, or it is applied by the run that says so. */
const answerWords = ['refused', 'early', 'ready'];
const marker = /^<!-- rooivalk-maintenance answer comment=(\d{1,16}) run=(\d{1,16}) says=([a-z]+) -->\n/;
/** The first line of an answer, which nobody sees. */
function answerMarker({ comment, runId, says }) {
    return `<!-- rooivalk-maintenance answer comment=${comment} run=${runId} says=${says} -->\n`;
}
/** What a comment answers; undefined when it is no answer of ours, whatever its text claims. */
function readAnswer({ author, body }) {
    const [, comment, run, word] = marker.exec(body) ?? [];
    const says = answerWords.find((known) => known === word);
    return says === undefined || !(0,_forge_people_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(author) ? undefined : { comment: Number(comment), runId: Number(run), says };
}
/**
 * Longest that a comment's own run takes to answer it, ms: the time limit of job `check` in `approve.yml`, and as much again
 * for a runner to be found.
 */
const answeredWithinMs = 30 * 60_000;
/**
 * How far a plan is: by what is remembered of its approval, and where that says nothing by the comments of its issue. It decides
 * what is tried, not what is allowed: the guard of the job judges everything again.
 */
function progressWith(accepted, comments, digits, now) {
    if (accepted?.ended === 'refused' || accepted === undefined)
        return progressOf(comments, digits, now);
    const { tries, ended } = accepted;
    const last = tries.at(-1);
    // one that was refused since leaves it to the next who approved
    const isNext = accepted.comments.length > 0 && last !== undefined && !accepted.comments.includes(last.comment);
    if (last !== undefined && !isNext)
        return { kind: 'started', runs: tries.flatMap(({ run }) => run ?? []) };
    return ended === undefined ? { kind: 'waits', comments: accepted.comments } : { kind: 'none' };
}
/**
 * Read how far a plan is from the comments of its issue, oldest first. Whoever says the digits counts until an answer
 * refuses it: a comment of somebody who may not approve never hides that of somebody who may.
 */
function progressOf(comments, digits, now) {
    const answers = comments.map(readAnswer).filter((answer) => answer !== undefined);
    const saying = comments.filter(({ body }) => (0,_guard_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .approvedDigits */ .WM)(body) === digits);
    const ids = new Set(saying.map(({ id }) => id));
    const runs = answers.filter(({ comment, says }) => says === 'ready' && ids.has(comment)).map(({ runId }) => runId);
    if (runs.length > 0)
        return { kind: 'started', runs };
    const answerTo = (id) => answers.findLast(({ comment }) => comment === id)?.says;
    const accepted = saying.find(({ id }) => answerTo(id) === 'early');
    if (accepted !== undefined)
        return { kind: 'waits', comments: [accepted.id] };
    const unanswered = saying.filter(({ id }) => answerTo(id) === undefined);
    const left = unanswered.filter(({ createdAt }) => now - Date.parse(createdAt) > answeredWithinMs);
    if (left.length > 0)
        return { kind: 'waits', comments: left.map(({ id }) => id) };
    return { kind: unanswered.length > 0 ? 'asked' : 'none' };
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

/***/ 1860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kp: () => (/* binding */ assignment_assign),
  r8: () => (/* binding */ earlierResults),
  aH: () => (/* binding */ gated),
  yv: () => (/* binding */ mayChange)
});

// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
// EXTERNAL MODULE: ./build/domain/task/declaration.js
var declaration = __webpack_require__(85411);
// EXTERNAL MODULE: ./build/domain/calendar/explanation.js
var explanation = __webpack_require__(84443);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
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

// EXTERNAL MODULE: ./build/domain/conduct/met-need.js
var met_need = __webpack_require__(16277);
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
const probes = new Set(['probe-network', 'probe-database-write']);
/** After these a task of the same opening is not taken again; others are part of what a later run goes on with. */
const ended = new Set([
    'done',
    'nothing-to-do',
    'refused',
    'failed',
    'rolled-back',
    'frozen',
]);
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
        const why = (0,met_need/* whyUnmet */.o)(need, result);
        if (why !== undefined)
            return why;
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
/** Whether a task may change the platform: it has steps that are no probes. */
const mayChange = ({ steps }) => steps.some((kind) => !probes.has(kind));
/** Without state nothing is changed: tasks that change something are deferred, and those that need them; probes are left out. */
function withoutState(ordered) {
    const notDue = new Map();
    for (const task of ordered) {
        const need = task.needs.find((id) => notDue.has(id));
        if (mayChange(task))
            notDue.set(task.id, deferred(task.id, 'nothing is changed while the state in the cluster cannot be read'));
        else if (need !== undefined)
            notDue.set(task.id, deferred(task.id, `it needs ${need}, which is deferred`));
    }
    const looking = ordered.filter(({ id, steps }) => steps.length > 0 && !notDue.has(id));
    return { lookOnly: looking.map(({ id }) => id), notDue: [...notDue.values()] };
}
/** What the workflow of the largest of some windows has steps for: its own tasks and those of every smaller one. */
function withSmaller(windows) {
    return declaration/* windowNames */.n.slice(0, Math.max(-1, ...declaration/* windowNames */.n.map((name, at) => (windows.includes(name) ? at : -1))) + 1);
}
/**
 * Which tasks of some windows are due within a frame of time, in order, and why the others are not. Whenever one of them
 * changes workloads, those that tell how the platform is afterwards (they come after all others) are due as well: although
 * a smaller window, which is not open, is theirs, and although they have looked at an earlier run of the opening.
 */
function assignment_assign(situation, windows, frame, earlier) {
    const looking = ungated(situation, withSmaller(windows)).filter(({ after }) => after === 'all');
    const again = new Set(looking.map(({ id }) => id));
    const before = Object.fromEntries(Object.entries(earlier).filter(([id]) => !again.has(id)));
    const own = ungated(situation, windows);
    const watched = assignAmong(situation, [...own.filter(({ id }) => !again.has(id)), ...looking], frame, before);
    const changesWorkloads = own.some((task) => task.changesWorkloads && watched.due.includes(task.id));
    return changesWorkloads ? watched : assignAmong(situation, own, frame, earlier);
}
function assignAmong(situation, tasks, frame, earlier) {
    const all = orderTasks(tasks);
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


/***/ }),

/***/ 82970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openJournalOf),
/* harmony export */   o: () => (/* binding */ comesFirst)
/* harmony export */ });
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);

/** What a decision needs of an open journal. One that no run of ours wrote is closed by nobody but recovery, or a person. */
function openJournalOf(open) {
    return { run: open.run, task: open.task, reversible: open.authenticity === 'broken' || (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .needsUndo */ .Af)(open) };
}
/**
 * Why nothing new begins while a journal is open, whoever wrote it: what would be planned now is no plan of the platform as
 * it will be. From outside, a run that is at work and one that was cut off look alike, so both are named.
 */
function comesFirst({ run, task, reversible }) {
    return {
        rule: 'an open journal comes first',
        state: `${run} began ${task} and has not ended it`,
        next: reversible
            ? 'let that run end; if it is over, let job recover undo what it left: gh workflow run watch.yml'
            : 'let that run end; if it is over, the next run in apply mode closes the journal',
    };
}


/***/ }),

/***/ 93192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueProgress),
/* harmony export */   V: () => (/* binding */ issueState)
/* harmony export */ });
/* harmony import */ var _domain_approval_accepted_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28128);
/* harmony import */ var _domain_approval_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92173);
/* harmony import */ var _domain_approval_issue_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9292);
/* harmony import */ var _domain_approval_issue_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18170);
/* harmony import */ var _domain_forge_people_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93070);





/**
 * How far a plan has come on the issue that asks for it: by what is remembered in the cluster, and by the newest comments
 * there with our answers to them. Whoever closes the issue takes back what was approved on it and has not begun (the guard
 * applies nothing of a closed one). Rejects with a PortError.
 */
async function issueProgress({ forge, maintenance }, { document, run }, now) {
    const none = { progress: { kind: 'none' }, comments: [], isCut: false };
    const issue = document.issue === undefined ? undefined : await forge.issue(document.issue);
    if (issue === undefined || !(0,_domain_forge_people_js__WEBPACK_IMPORTED_MODULE_2__/* .isOurs */ .MU)(issue.author))
        return none;
    const reference = (0,_domain_approval_issue_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .readIssueReference */ .hO)(issue.body);
    if (reference?.runId !== run.id || reference.type !== document.type)
        return none;
    const digest = (0,_domain_approval_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .approvalDigest */ .Y)(document);
    const accepted = (0,_domain_approval_accepted_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptedOf */ .$f)(await maintenance.state.read('approvals'), digest);
    const { comments, isWhole } = await forge.recentComments(issue.number);
    const progress = (0,_domain_approval_issue_answers_js__WEBPACK_IMPORTED_MODULE_4__/* .progressWith */ .o8)(accepted, comments, (0,_domain_approval_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .shownDigest */ .u)(digest), now);
    const isTakenBack = !issue.isOpen && progress.kind !== 'started';
    return {
        progress: isTakenBack ? none.progress : progress,
        comments,
        isCut: !isWhole,
        ...(accepted === undefined ? {} : { accepted }),
    };
}
/** Whether what was approved on an issue is still to be applied or has ended; undefined: nobody has approved it. */
async function issueState(asking, asked, now) {
    const { progress, accepted } = await issueProgress(asking, asked, now);
    if (progress.kind === 'none')
        return undefined;
    if (progress.kind !== 'started')
        return 'open';
    const isOver = await Promise.all(progress.runs.map((id) => isRunOver(asking, id)));
    if (isOver.includes(false))
        return 'open';
    // a run that ended without using what is remembered is started again
    if (accepted === undefined || accepted.ended !== undefined)
        return 'ended';
    return (await asking.maintenance.spent.find(accepted.digest)) === undefined ? 'open' : 'ended';
}
async function isRunOver({ forge }, id) {
    const run = await forge.run(id);
    return run === undefined || run.status === 'completed';
}


/***/ }),

/***/ 45081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ plansAhead),
/* harmony export */   d: () => (/* binding */ findAhead)
/* harmony export */ });
/* harmony import */ var _domain_approval_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23676);
/* harmony import */ var _domain_approval_plan_artifact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13985);
/* harmony import */ var _domain_approval_read_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80651);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _approve_asking_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71238);
/* harmony import */ var _issue_approval_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93192);






/** The file of the workflow that plans ahead. */
const prepareFile = 'prepare.yml';
/** The plans that were made ahead for openings: one a gate, and of several the one of the lowest run. Rejects with a PortError. */
async function findAhead({ forge, openings, since, }) {
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
    const document = (0,_domain_approval_read_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u)((await forge.artifactFile(artifact.id, _approve_asking_js__WEBPACK_IMPORTED_MODULE_3__/* .planFile */ .eS)).text);
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
        return { unknown: error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U ? error.message : 'a defect in this program' };
    }
}
/** Whether somebody has approved it, and whether its job has ended; undefined: nobody has, or somebody rejected it. */
async function stateOf(asking, found) {
    const { forge, gate, clock } = asking;
    if (gate === 'environment') {
        const reviews = (await forge.reviews(found.run.id)).filter(({ environments }) => environments.some(({ name }) => name === found.document.environment));
        const approved = reviews.length > 0 && reviews.every(({ state }) => state === 'approved');
        if (!approved)
            return undefined;
        return found.run.status === 'completed' ? 'ended' : 'open';
    }
    return (0,_issue_approval_js__WEBPACK_IMPORTED_MODULE_4__/* .issueState */ .V)(asking, found, clock.now());
}


/***/ }),

/***/ 57716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ behind),
/* harmony export */   S: () => (/* binding */ lookFirst),
/* harmony export */   bh: () => (/* binding */ notKnown),
/* harmony export */   cq: () => (/* binding */ waitForJournal),
/* harmony export */   qt: () => (/* binding */ byHandPatienceMs)
/* harmony export */ });
/* harmony import */ var _domain_conduct_open_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82970);
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92400);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28481);



/** How long somebody who starts something by hand waits for a run that is at work, ms: no longer than people look on. */
const byHandPatienceMs = 60_000;
/** How often an open journal is looked at again, ms. */
const lookAgainMs = 15_000;
/** Wait until no journal is open, or patience is at its end: what is open then. Rejects with a PortError. */
async function waitForJournal(waiting) {
    const { journal, clock, patienceMs, signal, progress } = waiting;
    let open = await journal.read();
    if (open !== undefined && patienceMs >= lookAgainMs) {
        progress(`Waiting up to ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSpan */ .QA)(patienceMs)}: ${open.run} began ${open.task} and has not ended it.`);
    }
    for (let waited = lookAgainMs; open !== undefined && waited <= patienceMs; waited += lookAgainMs) {
        await clock.sleep(lookAgainMs, signal);
        open = await journal.read();
    }
    return open;
}
/**
 * Whether a plan may be made at all (trust.md §5): not while a journal is open, since what it describes is half-way, and
 * whoever approved such a plan would see it refused. A run that is at work is waited for, as long as there is patience, and
 * named when it has not ended by then. Never rejects: a journal that cannot be read is a finding, and no refusal, because
 * looking is allowed.
 */
async function lookFirst(looking) {
    const { subject, patienceMs } = looking;
    try {
        const open = await waitForJournal(looking);
        if (open === undefined)
            return { findings: [] };
        const first = (0,_domain_conduct_open_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .comesFirst */ .o)((0,_domain_conduct_open_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .openJournalOf */ .B)(open));
        const waited = patienceMs < lookAgainMs ? '' : `, also after a wait of ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSpan */ .QA)(patienceMs)}`;
        return { refusal: { subject, ...first, state: `${first.state}${waited}` }, findings: [] };
    }
    catch (error) {
        const title = 'whether an earlier run is half-way could not be read';
        return { findings: [(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownFinding */ .M8)('journal-not-read', 'journal', title, error)] };
    }
}
/** Why a plan is not handed over when nobody knows whether the platform is half-way; undefined when it is known. */
function notKnown({ findings }, subject) {
    const [finding] = findings;
    if (finding === undefined)
        return undefined;
    const rule = 'a plan is handed over only when it is known that no run is half-way';
    return { subject, rule, state: finding.evidence, next: finding.next };
}
/** The job behind what was found first: refused with nothing due, or with what could not be read among its findings. */
function behind(job, { refusal, findings }) {
    const told = { ...job, findings: [...job.findings, ...findings] };
    if (refusal === undefined)
        return told;
    const refused = job.due.map((id) => ({
        id,
        status: 'refused',
        verdict: 'warn',
        cause: refusal.rule,
    }));
    return { ...told, due: [], notDue: [...job.notDue, ...refused], refusal: job.refusal ?? refusal };
}


/***/ })

};
