export const id = 8122;
export const ids = [8122];
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

/***/ 30501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ withheldNext),
/* harmony export */   q: () => (/* binding */ withholdDetails)
/* harmony export */ });
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92400);
/* harmony import */ var _attention_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34722);


const hidden = 'not shown';
/** What to do about it. */
const withheldNext = 'set reports.public: true in .github/maintenance.yml to show reports here, or keep maintenance in a private repository';
/**
 * The report as everybody may read it: verdicts and counts (trust.md §6). Nothing of the platform, of what was found, or of
 * what somebody wrote is in it; whatever is added to reports later is left out too, because every part is named here.
 */
function withholdDetails(report) {
    const { schemaVersion, kind, id, mode, window, startedAt, finishedAt, verdict } = report;
    const { url, number, attempt, event, actor, requestedBy } = report.run;
    return {
        schemaVersion,
        kind,
        id,
        mode,
        run: { url, ...(number === undefined ? {} : { number }), attempt, event, actor, requestedBy },
        platform: { name: hidden, cluster: hidden, namespace: hidden },
        ...(window === undefined ? {} : { window }),
        startedAt,
        finishedAt,
        verdict,
        withheld: report.withheld ?? countsOf(report),
        notes: [],
        ...(report.refusal === undefined
            ? {}
            : { refusal: { subject: hidden, rule: hidden, state: hidden, next: withheldNext } }),
        findings: [],
        tasks: report.tasks.map((task) => withoutDetails(task, report)),
        approvals: [],
    };
}
function countsOf(report) {
    const open = (0,_attention_js__WEBPACK_IMPORTED_MODULE_0__/* .attentionOf */ .S)(report);
    const count = (severity) => open.filter((finding) => finding.severity === severity).length;
    return { fail: count('fail'), unknown: count('unknown'), warn: count('warn') };
}
function withoutDetails(task, report) {
    const { id, title, type, verdict, phase, status, durationMs } = task;
    const findings = (0,_attention_js__WEBPACK_IMPORTED_MODULE_0__/* .attentionOf */ .S)({ findings: report.findings.filter((finding) => finding.task === id) }).length;
    const done = task.applied.filter(({ outcome }) => outcome === 'done').length;
    const planned = task.plan?.steps.length ?? task.applied.length;
    const words = [
        `${done} of ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(planned, 'step')} done`,
        (0,_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(findings, 'finding'),
        `${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(task.notChecked.length, 'part')} not checked`,
    ];
    return {
        id,
        title,
        type,
        verdict,
        phase,
        status,
        result: report.withheld === undefined ? words.join(', ') : task.result,
        notChecked: [],
        applied: [],
        undone: [],
        measurements: [],
        durationMs,
    };
}


/***/ }),

/***/ 40588:
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
// EXTERNAL MODULE: ./build/domain/report/withheld.js
var report_withheld = __webpack_require__(30501);
// EXTERNAL MODULE: ./build/domain/with-unit.js
var with_unit = __webpack_require__(57944);
// EXTERNAL MODULE: ./build/domain/state/applied.js
var applied = __webpack_require__(11350);
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
/** How many refusals a summary shows; report.json holds all. */
const mostRefusals = 30;
/** What tasks would not do, each written for the person who is annoyed by it; empty when nothing was refused. */
function refusalsSection({ tasks }) {
    const all = tasks.flatMap(({ id, plan }) => (plan?.refusals ?? []).map((refusal) => ({ id, ...refusal })));
    if (all.length === 0)
        return '';
    const rows = all
        .slice(0, mostRefusals)
        .map(({ id, subject, rule, state, next }) => [
        `${(0,markdown/* code */.aY)(subject)}<br>${(0,markdown/* code */.aY)(id)}`,
        `${(0,markdown/* plain */.pj)(state)}<br>Rule: ${(0,markdown/* plain */.pj)(rule)}`,
        (0,markdown/* prose */.CS)(next),
    ]);
    const rest = all.length > rows.length ? `\n\n${all.length - rows.length} more are in report.json.` : '';
    return `## Not done, and why\n\n${(0,markdown/* table */.tp)(['what', 'why not', 'how to go on'], rows)}${rest}`;
}
/** Who accepted what was applied and who had asked for it, as an auditor wants it; empty when nobody had to. */
function approvalsSection(report) {
    if (report.approvals.length === 0)
        return '';
    const rows = report.approvals.map(({ environment, by, comment, digest, requesters = [] }) => [
        (0,markdown/* code */.aY)(by),
        requesters.map(({ login, as }) => `${(0,markdown/* code */.aY)(login)} (${(0,markdown/* plain */.pj)(as)})`).join('<br>'),
        (0,markdown/* code */.aY)(environment),
        (0,markdown/* code */.aY)(digest.slice('sha256:'.length, 'sha256:'.length + 20)),
        (0,markdown/* plain */.pj)(comment),
    ]);
    return `## Approved\n\n${(0,markdown/* table */.tp)(['by', 'asked for by', 'through', 'plan', 'comment'], rows)}`;
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
/** How a later run puts back what this one changed, for each plan that has a way back; empty when none has. */
function wayBackSection(report) {
    const rows = report.tasks.flatMap((task) => {
        const steps = (0,applied/* stepsToPutBack */.xu)(task);
        if (task.plan === undefined || steps.length === 0)
            return [];
        const digits = task.plan.digest.slice('sha256:'.length, 'sha256:'.length + 20);
        const command = `gh workflow run dispatch.yml -f task=roll-back -f mode=apply -f target=${digits} -f reason=…`;
        return [[(0,markdown/* code */.aY)(task.id), (0,markdown/* plain */.pj)(steps.map(({ subject }) => subject).join(', ')), (0,markdown/* code */.aY)(command)]];
    });
    return rows.length === 0 ? '' : `## To put it back\n\n${(0,markdown/* table */.tp)(['task', 'what', 'through the same gate'], rows)}`;
}

;// CONCATENATED MODULE: ./build/render/fitted.js
const bytesOf = (text) => new TextEncoder().encode(text).length;
/**
 * Sections in order while they fit into so many bytes. Of the first that does not fit as many rows stay as fit, the least
 * important going first; then the text ends with a sentence that says so. Empty sections are left out.
 */
function fitted(sections, limit, sorry) {
    let text = '';
    const added = (section) => (text === '' || section === '' ? text + section : `${text}\n\n${section}`);
    const fits = (section) => bytesOf(added(section)) + bytesOf(sorry) + 4 <= limit;
    for (const section of sections) {
        const whole = wholeOf(section);
        if (!fits(whole))
            return `${added(shortened(section, fits))}\n\n${sorry}\n`;
        text = added(whole);
    }
    return `${text}\n`;
}
function wholeOf(section) {
    if (typeof section === 'string')
        return section;
    return section.count === 0 ? '' : section.withRows(section.count, 0);
}
/** The section with the most rows that fit; nothing of it where not even one does. */
function shortened(section, fits) {
    if (typeof section === 'string')
        return '';
    const { count, withRows } = section;
    let [most, tooMany] = [0, count];
    while (tooMany - most > 1) {
        const middle = Math.floor((most + tooMany) / 2);
        if (fits(withRows(middle, count - middle)))
            most = middle;
        else
            tooMany = middle;
    }
    return most === 0 ? '' : withRows(most, count - most);
}

;// CONCATENATED MODULE: ./build/render/steps.js


/** How many steps a summary shows of a task that nobody has to approve; report.json holds all. */
const mostSteps = 100;
/** What a task would do (dry run) or did, step by step; folded. Empty when there is nothing to show. */
function tableOfSteps(task, mode) {
    const { plan } = task;
    if (plan === undefined || plan.steps.length === 0)
        return '';
    const rows = mode === 'plan' ? plan.steps.map(plannedRow) : plan.steps.map((step) => takenRow(step, task));
    const head = mode === 'plan' ? ['step', 'why', 'could go wrong', 'undo'] : ['step', 'outcome', 'what happened', 'took'];
    const shown = rows.slice(0, mostSteps);
    const rest = rows.length > shown.length ? `\n\n${rows.length - shown.length} more are in report.json.` : '';
    const kept = task.applied.flatMap((applied) => applied.kept ?? []).map(keptWords);
    const title = `${task.id}: ${(0,quantities/* counted */.hS)(plan.steps.length, 'step')}${mode === 'plan' ? ' planned' : ''}`;
    return `<details><summary>${title}</summary>\n\n${[`${(0,markdown/* table */.tp)(head, shown)}${rest}`, ...kept].join('\n\n')}\n\nPlan ${(0,markdown/* code */.aY)(plan.digest)}\n\n</details>`;
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
const shortJson = (value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

;// CONCATENATED MODULE: ./build/render/summary.js








/** Largest job summary that GitHub shows, bytes. Over it nothing is shown at all. */
const largestSummary = 1_048_576;
/**
 * The summary of a report as Markdown: verdict and what needs a person first, then what was done, what could not be
 * checked, and everything else folded. Pure; every foreign text is escaped. What does not fit is left out
 * from the end, and the last line says so.
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
        withheldSection(report),
        needsYou(report, links),
        unchanged(report),
        undoneSection(report),
        refusalsSection(report),
        done(report),
        approvalsSection(report),
        wayBackSection(report),
        couldNotCheck(report),
        notes(report),
        planned(report),
        folded('Also seen', report.findings.filter((finding) => finding.severity === 'info' && finding.state !== 'fixed').map(findingLine)),
        measurements(report),
        footer(report, links),
    ];
}
function headline(report) {
    const open = (0,attention/* attentionOf */.S)(report).length + hiddenCount(report);
    const what = report.kind === 'window' ? `${capital(report.window?.name ?? report.id)} maintenance` : report.id;
    const dry = report.mode === 'plan' ? ' (dry run, nothing was changed)' : '';
    const isRefused = report.refusal !== undefined || report.tasks.some(({ status }) => status === 'refused');
    const refused = isRefused ? 'refused, ' : '';
    return `# ${what}${dry}: ${refused}${report.verdict}, ${open === 0 ? 'nothing needs you' : `${(0,quantities/* counted */.hS)(open, 'thing')} ${open === 1 ? 'needs' : 'need'} you`}`;
}
const hiddenCount = ({ withheld }) => withheld === undefined ? 0 : withheld.fail + withheld.unknown + withheld.warn;
/** Why so little is shown, and how more can be. */
function withheldSection({ withheld }) {
    if (withheld === undefined)
        return '';
    const counts = Object.entries(withheld).map(([severity, count]) => `${count} ${severity}`);
    return `Found: ${counts.join(', ')}. What it is about is not shown, because this repository is public: ${report_withheld/* withheldNext */.p}.`;
}
function contextLine(report) {
    const { platform, run, window } = report;
    const parts = report.withheld === undefined ? [`${(0,markdown/* plain */.pj)(platform.name)} on ${(0,markdown/* plain */.pj)(platform.cluster)}`] : [];
    if (window)
        parts.push(windowWords(report));
    else
        parts.push(`started ${clockTime(report.startedAt)} UTC`);
    parts.push(`took ${(0,quantities/* formatSpan */.QA)(Date.parse(report.finishedAt) - Date.parse(report.startedAt))}`);
    const number = run.number === undefined ? 'this run' : `run ${run.number}`;
    parts.push(run.url.startsWith('https://') ? `[${number}](${encodeURI(run.url).replace(/[()]/g, encodeURIComponent)})` : number);
    const asked = ['workflow_dispatch', 'issue_comment'].includes(run.event)
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
/** Worst first, so that those which matter least go first where not all of them fit. */
function needsYou(report, { runbooks }) {
    const open = (0,attention/* attentionOf */.S)(report);
    const rows = open.map((finding) => [
        finding.severity,
        `${(0,markdown/* plain */.pj)(finding.title)}<br>${(0,markdown/* plain */.pj)(finding.evidence)}`,
        (0,markdown/* code */.aY)(finding.subject),
        since(finding),
        `${(0,markdown/* prose */.CS)(finding.next)}${runbooks === undefined ? '' : ` · [runbook](${runbooks}/${runbookOf(finding)})`}`,
    ]);
    const withRows = (shown, left) => {
        const more = left === 0 ? '' : `\n\n**${left} more** ${left === 1 ? 'needs' : 'need'} you.`;
        return `## Needs you\n\n${(0,markdown/* table */.tp)(['', 'what', 'where', 'since', 'next'], rows.slice(0, shown))}${more}`;
    };
    return { count: rows.length, withRows };
}
/** The page of the task, at the finding; what no task found is for a person to decide. */
function runbookOf({ task, code: id }) {
    const page = task === 'conductor' ? 'README' : encodeURIComponent(task);
    return `${page}.md#${encodeURIComponent(id)}`;
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
    const words = [task.result, task.cause].filter((text) => text !== undefined && text !== '').join('; ');
    const said = quiet.includes(task.status) || words.startsWith(`${task.status}:`);
    const status = said ? '' : `${task.status}: `;
    const phase = task.phase === 'main' ? '' : `${task.phase} the changes: `;
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
const notes = (report) => folded('What the conductor decided', report.notes.map((note) => `- ${(0,markdown/* plain */.pj)(note)}`));
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
        (0,with_unit/* withUnit */.$)(measured.value, measured.unit),
        measured.comparedWith === undefined
            ? ''
            : `${(0,markdown/* plain */.pj)(measured.comparedWith.what)} ${(0,with_unit/* withUnit */.$)(measured.comparedWith.value, measured.unit)}`,
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


/***/ }),

/***/ 18122:
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
// EXTERNAL MODULE: ./build/domain/report/withheld.js
var withheld = __webpack_require__(30501);
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
// EXTERNAL MODULE: ./build/render/summary.js + 3 modules
var summary = __webpack_require__(40588);
;// CONCATENATED MODULE: ./build/runtime/runbooks.js
/**
 * The folder of the runbooks that belong to the code that runs: the action's own repository at the ref that the workflow
 * names (GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF); for an action of the checkout, which has neither, the run's own
 * repository at its commit. Nothing outside of a run.
 */
function runbooksOf(variables) {
    const server = variables.GITHUB_SERVER_URL ?? '';
    const [repository, ref] = variables.GITHUB_ACTION_REPOSITORY && variables.GITHUB_ACTION_REF
        ? [variables.GITHUB_ACTION_REPOSITORY, variables.GITHUB_ACTION_REF]
        : [variables.GITHUB_REPOSITORY, variables.GITHUB_SHA];
    if (!/^https?:\/\/[\w.:-]+$/.test(server) || !repository || !ref || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return {};
    const path = ref
        .replace(/^refs\/(?:heads|tags)\//, '')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
    return { runbooks: `${server}/${repository}/blob/${path}/docs/runbooks` };
}

;// CONCATENATED MODULE: ./build/runtime/publish.js







/**
 * Publish a report: files, job summary, annotations, artifact. What a run cannot do (no results service, a failed upload)
 * is said and does not hide the rest. `keep`: whether it is worth an artifact. `ofRun`: other jobs
 * of the run write theirs, and the last one merges them. Where details are withheld, all of it holds verdicts and counts only.
 */
async function publishReport(self, report, keep = true, ofRun = false) {
    const folder = (0,external_node_path_.join)(self.environment.jobFolder, 'report');
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const clean = self.redactor.cleanJson(self.stdout.withheld ? (0,withheld/* withholdDetails */.q)(report) : report);
    const json = (0,external_node_path_.join)(folder, 'report.json');
    (0,external_node_fs_.writeFileSync)(json, `${JSON.stringify(clean, null, 2)}\n`, { mode: 0o600 });
    if (self.environment.onRunner)
        for (const { level, title, message } of annotationsOf(clean))
            self.stdout.annotate(level, title, message);
    const runbooks = runbooksOf(self.environment.variables);
    const render = (links) => self.redactor.clean((0,summary/* renderSummary */.Br)(clean, links));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'summary.md'), render(runbooks), { mode: 0o600 });
    const kept = keep ? await upload(self, artifactName(self, report), folder, ['report.json', 'summary.md']) : undefined;
    const links = { ...runbooks, ...artifactLink(report, kept) };
    self.environment.summary(render(links));
    if (keep && ofRun)
        await upload(self, reportPartName(self.environment.job, report.run.attempt), folder, [reportFile]);
    return { folder, json, links };
}
/** The page of an artifact, as GitHub addresses it. */
const artifactLink = ({ run }, id) => id === undefined || !run.url.startsWith('https://') ? {} : { artifact: `${run.url}/artifacts/${id}` };
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
        return undefined;
    }
    try {
        const { createArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(5690), __webpack_require__.e(2678)]).then(__webpack_require__.bind(__webpack_require__, 2678));
        const { id } = await createArtifacts().upload(name, folder, files);
        self.stdout.print(`The report is kept as artifact ${name}.`);
        return id;
    }
    catch (error) {
        self.stdout.annotate('warning', 'report not kept', error instanceof port_error/* PortError */.U ? error.message : 'the artifact could not be uploaded');
        return undefined;
    }
}


/***/ })

};
