export const id = 4480;
export const ids = [4480];
export const modules = {

/***/ 34722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ attentionOf)
/* harmony export */ });
/**
 * What needs a person, in the report's order. The same fact found by several tasks (same subject, same title) is one thing:
 * the finding with the most evidence stands for it.
 */
function attentionOf(report) {
    const facts = new Map();
    for (const finding of report.findings) {
        if (finding.severity === 'info' || finding.state === 'fixed')
            continue;
        const fact = JSON.stringify([finding.subject, finding.title, finding.severity]);
        const known = facts.get(fact);
        if (known === undefined || finding.evidence.length > known.evidence.length)
            facts.set(fact, finding);
    }
    return [...facts.values()];
}


/***/ }),

/***/ 87166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ takeClaim),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   cS: () => (/* binding */ recordTasks),
/* harmony export */   ww: () => (/* binding */ completeClaim)
/* harmony export */ });
const keptClaims = 200;
/** Find an opening's claim. */
function claimOf(claims, opening) {
    return claims.find((claim) => claim.opening === opening);
}
/**
 * Take an opening. One that was completed stays as it is. One whose run has ended without completing it (whoever asks
 * holds the Lease, so no other run is under way) goes over to the new run, with the results it has.
 */
function takeClaim(claims, request) {
    const existing = claimOf(claims, request.opening);
    if (existing?.completedAt !== undefined)
        return claims;
    const taken = {
        opening: request.opening,
        window: request.window,
        run: request.run,
        claimedAt: request.at,
        tasks: existing?.tasks ?? {},
    };
    return [...claims.filter((claim) => claim.opening !== request.opening), taken].slice(-keptClaims);
}
/** Record results of an opening's tasks; ignored when the claim has gone to another run. */
function recordTasks(claims, opening, run, tasks) {
    return claims.map((claim) => claim.opening === opening && claim.run === run ? { ...claim, tasks: { ...claim.tasks, ...tasks } } : claim);
}
/** Say that an opening is through. */
function completeClaim(claims, opening, run, at, verdict) {
    return claims.map((claim) => claim.opening === opening && claim.run === run ? { ...claim, completedAt: at, verdict } : claim);
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
/** The same after a report: first told now, and without what nobody needs any more. */
function toldLeft(left, now) {
    const at = new Date(now).toISOString();
    return leftToTell(left, now).map((each) => ({ ...each, toldAt: each.toldAt ?? at }));
}
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

/***/ 40299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ rememberDurations),
/* harmony export */   Hl: () => (/* binding */ measuredDuration),
/* harmony export */   zs: () => (/* binding */ rememberMeasurements)
/* harmony export */ });
const keptDurations = 30;
const keptPoints = 1000;
const keptSeries = 200;
const fewestRuns = 5;
/** Durations with those of this run; only tasks that came to their end count. */
function rememberDurations(durations, outcomes) {
    const next = { ...durations };
    for (const { entry } of outcomes) {
        if (entry.status !== 'done' && entry.status !== 'nothing-to-do')
            continue;
        next[entry.id] = [...(next[entry.id] ?? []), entry.durationMs].slice(-keptDurations);
    }
    return next;
}
/**
 * The 95th percentile of a task's measured durations, ms (nearest rank: the smallest value that at least 95 % of the
 * values do not exceed). Undefined before five runs: until then the declared estimate stands.
 */
function measuredDuration(durations, task) {
    const sorted = [...(Object.hasOwn(durations, task) ? (durations[task] ?? []) : [])].sort((a, b) => a - b);
    return sorted.length < fewestRuns ? undefined : sorted[Math.ceil(sorted.length * 0.95) - 1];
}
/**
 * The history with this run's platform-wide measurements: one point a run and metric. A series at its bound loses every
 * second point of its older half, so that it reaches ever further back at a coarser grain; the most recently written
 * series are kept.
 */
function rememberMeasurements(history, outcomes, at) {
    const next = new Map(Object.entries(history));
    for (const { entry } of outcomes) {
        for (const { name, subject, value } of entry.measurements) {
            if (subject !== undefined || !Number.isFinite(value))
                continue;
            const series = next.get(name) ?? [];
            next.delete(name);
            next.set(name, thinned([...series, [at, value]]));
        }
    }
    return Object.fromEntries([...next].slice(-keptSeries));
}
function thinned(series) {
    if (series.length <= keptPoints)
        return series;
    const half = Math.floor(series.length / 2);
    return series.filter((_, index) => index >= half || index % 2 === 0);
}


/***/ }),

/***/ 79548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ finish),
/* harmony export */   x: () => (/* binding */ isIdle)
/* harmony export */ });
/* harmony import */ var _domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68266);
/* harmony import */ var _domain_state_applied_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11350);
/* harmony import */ var _domain_state_claims_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87166);
/* harmony import */ var _domain_state_left_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(490);
/* harmony import */ var _domain_state_measured_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40299);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28481);






/** Build the report by comparing with what is known, and remember what the next run needs. Plan mode remembers nothing. */
async function finish(finishing) {
    const finishedAt = new Date(finishing.clock.now()).toISOString();
    if (isIdle(finishing.job))
        return { report: (0,_domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__/* .buildReport */ .FK)({ ...finishing, known: {}, finishedAt }).report, notRemembered: [] };
    const { known, left, trouble } = await readKnown(finishing.state);
    const job = { ...finishing.job, findings: [...finishing.job.findings, ...leftFindings(finishing, left)] };
    const built = (0,_domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__/* .buildReport */ .FK)({ ...finishing, job, known, finishedAt });
    const report = trouble === undefined ? built.report : { ...built.report, notes: [...built.report.notes, trouble] };
    if (finishing.job.mode === 'plan' ||
        trouble !== undefined ||
        (finishing.outcomes.length === 0 && finishing.job.leaseHolder === undefined)) {
        return { report, notRemembered: [] };
    }
    const notRemembered = await remember({ ...finishing, job }, report, built.known, left);
    return { report, notRemembered };
}
/** Nothing was due, deferred, refused or found: the cluster is not even asked. */
function isIdle(job) {
    return job.due.length + job.notDue.length + job.findings.length === 0 && job.refusal === undefined;
}
async function readKnown(state) {
    try {
        const [known, left] = await Promise.all([state.read('findings'), state.read('left')]);
        return { known, left };
    }
    catch (error) {
        return {
            known: {},
            left: [],
            trouble: `findings are all called new: those of earlier runs could not be read (${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .causeOf */ .rl)(error)})`,
        };
    }
}
/** What was left as it is by whichever run is told until somebody can be expected to have read it. */
function leftFindings({ outcomes, clock }, left) {
    const told = outcomes.flatMap(({ entry }) => entry.undone.map(({ step }) => step));
    return (0,_domain_state_left_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOfLeft */ .VL)((0,_domain_state_left_js__WEBPACK_IMPORTED_MODULE_2__/* .leftToTell */ .gQ)(left, clock.now()), new Set(told));
}
/** Only a run that applied something has anything to add, so that most never write the document. */
function rememberPlans({ state, outcomes, runWord, clock }) {
    const at = new Date(clock.now()).toISOString();
    if ((0,_domain_state_applied_js__WEBPACK_IMPORTED_MODULE_1__/* .rememberApplied */ .v)([], outcomes, runWord, at).length === 0)
        return Promise.resolve();
    return state.update('applied', (current) => (0,_domain_state_applied_js__WEBPACK_IMPORTED_MODULE_1__/* .rememberApplied */ .v)(current, outcomes, runWord, at));
}
async function remember(finishing, report, known, left) {
    const { state, outcomes, job, runWord, clock } = finishing;
    const writes = [
        ['findings', () => state.update('findings', () => known)],
        ['durations', () => state.update('durations', (current) => (0,_domain_state_measured_js__WEBPACK_IMPORTED_MODULE_4__/* .rememberDurations */ .Bp)(current, outcomes))],
        ['history', () => state.update('history', (current) => (0,_domain_state_measured_js__WEBPACK_IMPORTED_MODULE_4__/* .rememberMeasurements */ .zs)(current, outcomes, clock.now()))],
        ['what can be put back', () => rememberPlans(finishing)],
        ...(left.length === 0
            ? []
            : [['what was left', () => state.update('left', (now) => (0,_domain_state_left_js__WEBPACK_IMPORTED_MODULE_2__/* .toldLeft */ .lo)(now, clock.now()))]]),
        ...(job.opening === undefined ? [] : [['the claim', () => rememberClaim(finishing, report, runWord)]]),
    ];
    const failed = [];
    for (const [what, write] of writes) {
        try {
            await write();
        }
        catch (error) {
            failed.push(`${what} could not be written: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .causeOf */ .rl)(error)}`);
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
        const recorded = (0,_domain_state_claims_js__WEBPACK_IMPORTED_MODULE_5__/* .recordTasks */ .cS)(claims, opening, runWord, tasks);
        const complete = (before, id) => (0,_domain_state_claims_js__WEBPACK_IMPORTED_MODULE_5__/* .completeClaim */ .ww)(before, id, runWord, report.finishedAt, report.verdict);
        return through ? [opening, ...job.absorbs].reduce(complete, recorded) : recorded;
    });
}
const claimedTask = ({ entry }, finishedAt) => ({
    status: entry.status,
    verdict: entry.verdict,
    finishedAt,
});


/***/ }),

/***/ 79349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wQ: () => (/* binding */ renderComment),
  Br: () => (/* binding */ renderSummary)
});

// UNUSED EXPORTS: largestSummary

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/report/attention.js
var attention = __webpack_require__(34722);
// EXTERNAL MODULE: ./build/render/markdown.js
var markdown = __webpack_require__(5120);
;// CONCATENATED MODULE: ./build/render/evidence.js

/** What was asked for and is not done, written for the person who is annoyed by it; empty when nothing was refused. */
function refusalSection({ refusal }) {
    if (refusal === undefined)
        return '';
    const { subject, rule, state, next } = refusal;
    return `## Refused\n\n${(0,markdown/* code */.aY)(subject)}: ${(0,markdown/* plain */.pj)(rule)}.\n\n${(0,markdown/* plain */.pj)(state)}.\n\nHow to go on: ${(0,markdown/* prose */.CS)(next)}`;
}
/** Who accepted what was applied, as an auditor wants it; empty when nobody had to. */
function approvalsSection(report) {
    if (report.approvals.length === 0)
        return '';
    const rows = report.approvals.map(({ environment, by, comment, digest }) => [
        (0,markdown/* code */.aY)(by),
        (0,markdown/* code */.aY)(environment),
        (0,markdown/* code */.aY)(digest.slice('sha256:'.length, 'sha256:'.length + 20)),
        (0,markdown/* plain */.pj)(comment),
    ]);
    return `## Approved\n\n${(0,markdown/* table */.tp)(['by', 'through', 'plan', 'comment'], rows)}`;
}
const outcomes = {
    done: 'put back',
    'not-needed': 'had not taken effect',
    stays: 'stays: it has no way back',
    held: '**kept**: it must not be rolled back',
    frozen: '**left as it is**: somebody has changed it since',
    failed: '**could not be put back**',
};
/** What was put back, and what was not; empty when nothing had to be. */
function undoneSection(report) {
    const rows = report.tasks.flatMap((task) => task.undone.map(({ step, outcome, text, cause }) => [
        (0,markdown/* code */.aY)(step),
        outcomes[outcome] ?? outcome,
        (0,markdown/* plain */.pj)([text, cause].filter((part) => part !== undefined).join('; ')),
    ]));
    return rows.length === 0 ? '' : `## Put back\n\n${(0,markdown/* table */.tp)(['step', 'what became of it', 'details'], rows)}`;
}

// EXTERNAL MODULE: ./build/render/measured.js
var render_measured = __webpack_require__(94725);
;// CONCATENATED MODULE: ./build/render/steps.js


/** How many steps a summary shows of a task that nobody has to approve; report.json holds all. */
const mostSteps = 100;
/** What a task would do (dry run) or did, step by step, with its refusals; folded. Empty when there is nothing to show. */
function tableOfSteps(task, mode) {
    const { plan } = task;
    if (plan === undefined || plan.steps.length + plan.refusals.length === 0)
        return '';
    const rows = mode === 'plan' ? plan.steps.map(plannedRow) : plan.steps.map((step) => takenRow(step, task));
    const head = mode === 'plan' ? ['step', 'why', 'could go wrong', 'undo'] : ['step', 'outcome', 'what happened', 'took'];
    const shown = rows.slice(0, mostSteps);
    const rest = rows.length > shown.length ? `\n\n${rows.length - shown.length} more are in report.json.` : '';
    const body = [rows.length > 0 ? `${(0,markdown/* table */.tp)(head, shown)}${rest}` : '', ...plan.refusals.map(refusalWords)].filter((text) => text !== '');
    const kept = task.applied.flatMap((applied) => applied.kept ?? []).map(keptWords);
    const title = `${task.id}: ${(0,quantities/* counted */.hS)(plan.steps.length, 'step')}${mode === 'plan' ? ' planned' : ''}`;
    return `<details><summary>${title}</summary>\n\n${[...body, ...kept].join('\n\n')}\n\nPlan ${(0,markdown/* code */.aY)(plan.digest)}\n\n</details>`;
}
const plannedRow = (step) => [
    `${(0,markdown/* code */.aY)(step.id)}<br>${(0,markdown/* code */.aY)(shortJson(step.from))} → ${(0,markdown/* code */.aY)(shortJson(step.to))}`,
    (0,markdown/* plain */.pj)(step.why),
    (0,markdown/* plain */.pj)(step.risk),
    (0,markdown/* plain */.pj)(step.undo),
];
function takenRow(step, task) {
    const applied = task.applied.find((one) => one.step === step.id);
    if (applied === undefined)
        return [(0,markdown/* code */.aY)(step.id), 'not taken', '', '–'];
    return [
        (0,markdown/* code */.aY)(step.id),
        applied.outcome,
        (0,markdown/* plain */.pj)([applied.text, applied.cause].filter((text) => text !== undefined).join('; ')),
        (0,quantities/* formatSpan */.QA)(applied.durationMs),
    ];
}
/** How many lines of a log a summary shows; report.json holds all that were kept. */
const mostKeptLines = 15;
/** What was kept of a trouble: the last lines, each as it is. */
function keptWords({ what, lines }) {
    const shown = lines.slice(-mostKeptLines).map((line) => (0,markdown/* code */.aY)(line, 300));
    return `${(0,markdown/* plain */.pj)(`Kept: ${what}`)}<br>\n${shown.length === 0 ? 'nothing was printed' : shown.join('<br>\n')}`;
}
/** A refusal, written for the person who is annoyed by it. */
function refusalWords(refusal) {
    return `**Refused** ${(0,markdown/* code */.aY)(refusal.subject)}: ${(0,markdown/* plain */.pj)(refusal.rule)}. ${(0,markdown/* plain */.pj)(refusal.state)}. How to go on: ${(0,markdown/* plain */.pj)(refusal.next)}`;
}
const shortJson = (value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

;// CONCATENATED MODULE: ./build/render/summary.js






/** Largest job summary that GitHub shows, bytes. Over it nothing is shown at all. */
const largestSummary = 1_048_576;
/**
 * The summary of a report as Markdown: verdict and what needs a person first, then what was done, what could not be
 * checked, and everything else folded. Pure; every foreign text is escaped. Sections that do not fit are left out from
 * the end, and the last line says so.
 */
function renderSummary(report, links = {}) {
    const sorry = 'The rest does not fit into a job summary: it is in the artifact of this run.';
    return fitted(sectionsOf(report, links), largestSummary, sorry);
}
/** Largest comment that GitHub takes, characters; counted here as bytes, which are never fewer. */
const largestComment = 65_536;
/**
 * The report as a comment on a pull request: the same sections, the least important left out first, and the marker (an
 * HTML comment that nobody sees) by which the next run finds it again.
 */
function renderComment(report, marker, links = {}) {
    const sorry = `The rest does not fit into a comment: it is in the artifact of ${report.run.url}.`;
    return `${marker}\n${fitted(sectionsOf(report, links), largestComment - marker.length - 1, sorry)}`;
}
function sectionsOf(report, links) {
    return [
        headline(report),
        contextLine(report),
        refusalSection(report),
        needsYou(report),
        unchanged(report),
        undoneSection(report),
        done(report),
        approvalsSection(report),
        couldNotCheck(report),
        notes(report),
        planned(report),
        folded('Also seen', report.findings.filter((finding) => finding.severity === 'info' && finding.state !== 'fixed').map(findingLine)),
        measurements(report),
        footer(report, links),
    ].filter((section) => section !== '');
}
function headline(report) {
    const open = (0,attention/* attentionOf */.S)(report).length;
    const what = report.kind === 'window' ? `${capital(report.window?.name ?? report.id)} maintenance` : report.id;
    const dry = report.mode === 'plan' ? ' (dry run, nothing was changed)' : '';
    const refused = report.refusal === undefined ? '' : 'refused, ';
    return `# ${what}${dry}: ${refused}${report.verdict}, ${open === 0 ? 'nothing needs you' : `${(0,quantities/* counted */.hS)(open, 'thing')} ${open === 1 ? 'needs' : 'need'} you`}`;
}
function contextLine(report) {
    const { platform, run, window } = report;
    const parts = [`${(0,markdown/* plain */.pj)(platform.name)} on ${(0,markdown/* plain */.pj)(platform.cluster)}`];
    if (window)
        parts.push(windowWords(report));
    else
        parts.push(`started ${clockTime(report.startedAt)} UTC`);
    parts.push(`took ${(0,quantities/* formatSpan */.QA)(Date.parse(report.finishedAt) - Date.parse(report.startedAt))}`);
    const number = run.number === undefined ? 'this run' : `run ${run.number}`;
    parts.push(run.url.startsWith('https://') ? `[${number}](${encodeURI(run.url).replace(/[()]/g, encodeURIComponent)})` : number);
    const asked = run.event === 'workflow_dispatch'
        ? `\n\nAsked for by ${(0,markdown/* code */.aY)(run.requestedBy)}${run.reason ? `: “${(0,markdown/* plain */.pj)(run.reason)}”` : ''}`
        : '';
    const advisory = report.advisory === undefined ? '' : `\n\n*Advisory*: ${(0,markdown/* plain */.pj)(report.advisory)}.`;
    return `${parts.join(' · ')}${asked}${advisory}`;
}
function windowWords(report) {
    const { window } = report;
    if (!window || window.outside || window.opensAt === undefined || window.closesAt === undefined)
        return `outside every window, started ${clockTime(report.startedAt)} UTC`;
    const late = window.openedLate === undefined || window.openedLate < 60_000
        ? ''
        : ` (${(0,quantities/* formatSpan */.QA)(window.openedLate)} after the opening)`;
    return `window ${clockTime(window.opensAt)}–${clockTime(window.closesAt)} UTC, run started ${clockTime(report.startedAt)}${late}`;
}
function needsYou(report) {
    const open = (0,attention/* attentionOf */.S)(report);
    if (open.length === 0)
        return '';
    const rows = open.map((finding) => [
        finding.severity,
        `${(0,markdown/* plain */.pj)(finding.title)}<br>${(0,markdown/* plain */.pj)(finding.evidence)}`,
        (0,markdown/* code */.aY)(finding.subject),
        since(finding),
        (0,markdown/* prose */.CS)(finding.next),
    ]);
    return `## Needs you\n\n${(0,markdown/* table */.tp)(['', 'what', 'where', 'since', 'next'], rows)}`;
}
const since = (finding) => finding.state === 'new' ? '**new**' : finding.firstSeen.slice(0, 16).replace('T', ' ');
/** A night without anything new says so in one line; what was mended is good news. */
function unchanged(report) {
    const open = (0,attention/* attentionOf */.S)(report);
    const fixed = report.findings.filter((finding) => finding.state === 'fixed');
    const lines = [];
    if (open.length > 0 && open.every((finding) => finding.state === 'persisting'))
        lines.push('Nothing new since the last run.');
    if (fixed.length > 0)
        lines.push(`Fixed since the last run: ${fixed.map((finding) => `${(0,markdown/* code */.aY)(finding.subject)} (${(0,markdown/* plain */.pj)(finding.title)})`).join('; ')}.`);
    return lines.join('\n\n');
}
function done(report) {
    if (report.tasks.length === 0)
        return '';
    const rows = report.tasks.map((task) => [
        (0,markdown/* code */.aY)(task.id),
        task.verdict,
        resultWords(task),
        task.durationMs === 0 ? '–' : (0,quantities/* formatSpan */.QA)(task.durationMs),
    ]);
    return `## ${report.mode === 'plan' ? 'Looked at' : 'Done'}\n\n${(0,markdown/* table */.tp)(['task', 'verdict', 'result', 'took'], rows)}`;
}
function resultWords(task) {
    const quiet = ['done', 'nothing-to-do', 'planned'];
    const status = quiet.includes(task.status) ? '' : `${task.status}: `;
    const phase = task.phase === 'main' ? '' : `${task.phase} the changes: `;
    const words = [task.result, task.cause].filter((text) => text !== undefined && text !== '').join('; ');
    return `${phase}${status}${(0,markdown/* plain */.pj)(words)}`;
}
function couldNotCheck(report) {
    const unknown = report.findings
        .filter((finding) => finding.severity === 'unknown' && finding.state !== 'fixed')
        .map((finding) => `- ${(0,markdown/* code */.aY)(finding.subject)}: ${(0,markdown/* plain */.pj)(finding.evidence)}`);
    const left = report.tasks.flatMap((task) => task.notChecked.map((item) => `- ${(0,markdown/* code */.aY)(item.subject)} (${task.id}): ${(0,markdown/* plain */.pj)(item.why)}`));
    if (unknown.length + left.length === 0)
        return '';
    return `## Could not check\n\n${[...unknown, ...left].join('\n')}`;
}
function notes(report) {
    return report.notes.length === 0
        ? ''
        : `## What the conductor decided\n\n${report.notes.map((note) => `- ${(0,markdown/* plain */.pj)(note)}`).join('\n')}`;
}
function planned(report) {
    return report.tasks
        .map((task) => tableOfSteps(task, report.mode))
        .filter((text) => text !== '')
        .join('\n\n');
}
function measurements(report) {
    const rows = report.tasks.flatMap((task) => task.measurements.map((measured) => [
        (0,markdown/* code */.aY)(task.id),
        (0,markdown/* plain */.pj)(measured.name),
        measured.subject === undefined ? '' : (0,markdown/* code */.aY)(measured.subject),
        (0,render_measured/* withUnit */.$)(measured.value, measured.unit),
        measured.comparedWith === undefined
            ? ''
            : `${(0,markdown/* plain */.pj)(measured.comparedWith.what)} ${(0,render_measured/* withUnit */.$)(measured.comparedWith.value, measured.unit)}`,
    ]));
    if (rows.length === 0)
        return '';
    const head = ['task', 'measured', 'where', 'value', 'compared with'];
    return fold(`Everything that was measured (${(0,quantities/* counted */.hS)(rows.length, 'value')})`, (0,markdown/* table */.tp)(head, rows));
}
const findingLine = (finding) => `- ${(0,markdown/* code */.aY)(finding.subject)}: ${(0,markdown/* plain */.pj)(finding.title)}; ${(0,markdown/* plain */.pj)(finding.evidence)}`;
const folded = (title, lines) => lines.length === 0 ? '' : fold(`${title} (${lines.length})`, lines.join('\n'));
const fold = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
function footer(report, links) {
    const where = links.artifact === undefined ? 'the artifact of this run' : `[the artifact](${links.artifact})`;
    return `<sub>Everything, machine-readable: report.json in ${where}, schema version ${report.schemaVersion}.</sub>`;
}
const capital = (word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
const clockTime = (instant) => instant.slice(11, 16);
/** Sections in order while they fit; the first that does not ends the summary with a sentence that says so. */
function fitted(sections, limit, sorry) {
    const size = (text) => new TextEncoder().encode(text).length;
    let text = '';
    for (const section of sections) {
        const next = text === '' ? section : `${text}\n\n${section}`;
        if (size(next) + size(sorry) + 4 > limit)
            return `${text}\n\n${sorry}\n`;
        text = next;
    }
    return `${text}\n`;
}


/***/ }),

/***/ 87549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S3: () => (/* binding */ publishReport),
  rn: () => (/* binding */ reportFile),
  xu: () => (/* binding */ reportPartName)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/domain/report/attention.js
var attention = __webpack_require__(34722);
;// CONCATENATED MODULE: ./build/pipeline/publish/annotations.js

/** GitHub shows at most ten of a level and step. */
const mostOfALevel = 10;
/**
 * The annotations of a report, most important first, within GitHub's limits: `fail` and `unknown` are errors, `warn` is a
 * warning; what does not fit is counted in the last one of its level.
 */
function annotationsOf(report) {
    const open = (0,attention/* attentionOf */.S)(report);
    const errors = open.filter((finding) => finding.severity === 'fail' || finding.severity === 'unknown');
    const warnings = open.filter((finding) => finding.severity === 'warn');
    return [...within(errors, 'error'), ...within(warnings, 'warning')];
}
function within(findings, level) {
    const fits = findings.length <= mostOfALevel;
    const shown = (fits ? findings : findings.slice(0, mostOfALevel - 1)).map((finding) => ({
        level,
        title: `${finding.severity}: ${finding.subject}`,
        message: `${finding.title} (${finding.evidence}). Next: ${finding.next}`,
    }));
    if (fits)
        return shown;
    const rest = findings.length - shown.length;
    return [
        ...shown,
        { level, title: `${rest} more`, message: `${rest} more findings of this weight stand in the job summary.` },
    ];
}

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/render/summary.js + 2 modules
var render_summary = __webpack_require__(79349);
;// CONCATENATED MODULE: ./build/runtime/publish.js





/**
 * Publish a report: files, job summary, annotations, artifact. What a run cannot do (no results service, a failed upload)
 * is said and does not hide the rest. `keep`: whether it is worth an artifact. `ofRun`: other jobs
 * of the run write theirs, and the last one merges them.
 */
async function publishReport(self, report, keep = true, ofRun = false) {
    const folder = (0,external_node_path_.join)(self.environment.jobFolder, 'report');
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const clean = self.redactor.cleanJson(report);
    const summary = self.redactor.clean((0,render_summary/* renderSummary */.Br)(clean));
    const json = (0,external_node_path_.join)(folder, 'report.json');
    (0,external_node_fs_.writeFileSync)(json, `${JSON.stringify(clean, null, 2)}\n`, { mode: 0o600 });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'summary.md'), summary, { mode: 0o600 });
    self.environment.summary(summary);
    if (self.environment.onRunner)
        for (const { level, title, message } of annotationsOf(clean))
            self.stdout.annotate(level, title, message);
    if (keep)
        await upload(self, artifactName(self, report), folder, ['report.json', 'summary.md']);
    if (keep && ofRun)
        await upload(self, reportPartName(self.environment.job, report.run.attempt), folder, [reportFile]);
    return { folder, json };
}
/** The one file of a report's part. */
const reportFile = 'report.json';
/** The artifact by which the last job of a run finds the report of another. */
function reportPartName(job, attempt) {
    return `report-part-${job}-attempt-${attempt}`;
}
/** Names are unique within a run, and a re-run has its own attempt. */
function artifactName({ environment }, report) {
    return `maintenance-${report.id}-${environment.job}-attempt-${report.run.attempt}`;
}
async function upload(self, name, folder, files) {
    const { variables } = self.environment;
    if (!variables.ACTIONS_RESULTS_URL || !variables.ACTIONS_RUNTIME_TOKEN) {
        self.stdout.print(`The report is in ${folder}; there is no results service here to keep it as an artifact.`);
        return;
    }
    try {
        const { createArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(5690), __webpack_require__.e(2678)]).then(__webpack_require__.bind(__webpack_require__, 2678));
        await createArtifacts().upload(name, folder, files);
        self.stdout.print(`The report is kept as artifact ${name}.`);
    }
    catch (error) {
        self.stdout.annotate('warning', 'report not kept', error instanceof port_error/* PortError */.U ? error.message : 'the artifact could not be uploaded');
    }
}


/***/ })

};
