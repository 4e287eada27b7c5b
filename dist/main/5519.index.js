export const id = 5519;
export const ids = [5519];
export const modules = {

/***/ 40618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verdictOf),
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97803);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50272);


/** The same finding in two runs has the same fingerprint: 16 hex digits over task, code and subject. */
function fingerprintOf(task, finding) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)([task, finding.code, finding.subject]).slice('sha256:'.length, 'sha256:'.length + 16);
}
const verdictOfSeverity = {
    fail: 'fail',
    unknown: 'unknown',
    warn: 'warn',
    info: 'pass',
};
/** The verdict that findings amount to: the worst severity; `pass` when there are none. */
function verdictOf(findings) {
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .worst */ .QZ)(['pass', ...findings.map((finding) => verdictOfSeverity[finding.severity])]);
}


/***/ }),

/***/ 74159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ mergeFindings)
/* harmony export */ });
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92400);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50272);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40618);



/** So many pieces of evidence are shown in one line. */
const shownEvidence = 3;
/**
 * One finding for each code and subject, in the order of their first: what several pods of a Deployment show is one thing to
 * act on. The worst gives severity, title and next; the evidence of up to three stands side by side, the others are counted.
 */
function mergeFindings(findings) {
    const groups = Map.groupBy(findings, ({ code, subject }) => JSON.stringify([code, subject]));
    return [...groups.values()].map((group) => merged(group));
}
function merged(group) {
    if (group.length === 1)
        return group[0];
    const worst = group.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one));
    const evidence = [...new Set([worst.evidence, ...group.map((finding) => finding.evidence)])];
    const rest = evidence.length - shownEvidence;
    const more = rest > 0 ? [`and ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(rest)} more`] : [];
    return { ...worst, evidence: [...evidence.slice(0, shownEvidence), ...more].join('; ') };
}
const weightOf = (finding) => _verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictsByWeight */ .Mi.indexOf((0,_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictOf */ .V)([finding]));


/***/ }),

/***/ 97803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ canonicalText),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _noble_hashes_sha2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65108);
/* harmony import */ var _noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42565);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98799);



/**
 * The digest of a value: SHA-256 over its canonical form (RFC 8785, JSON Canonicalization Scheme), so that key order and
 * number formatting do not matter. Throws on what JSON cannot hold (NaN, infinity).
 */
function digestOf(value) {
    return `sha256:${(0,_noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)((0,_noble_hashes_sha2_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)((0,_noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8ToBytes */ .AI)(canonicalText(value))))}`;
}
/** The canonical form of a value (RFC 8785). Throws on what JSON cannot hold. */
function canonicalText(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('canonicalText: the value has no JSON form');
    return text;
}


/***/ }),

/***/ 82368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lr: () => (/* binding */ kubectl),
/* harmony export */   MO: () => (/* binding */ clusterWide),
/* harmony export */   Vc: () => (/* binding */ inContext)
/* harmony export */ });
/** A command about things that are in no namespace, or in all of them. */
const clusterWide = Symbol('no namespace');
/**
 * The one place where kubectl commands for people are written: kubectl(namespace)`describe ${subject}` gives the command
 * in backticks, as it stands in a text. What is put in is data and quoted for a POSIX shell; the template's own text is not.
 * The context is added when the text is published ({@link inContext}): nothing that a digest covers may depend on what a
 * kubeconfig calls the cluster.
 */
function kubectl(namespace) {
    return (texts, ...values) => {
        const place = namespace === clusterWide ? '' : `-n ${quoted(namespace)} `;
        const rest = texts.map((text, index) => text + (index < values.length ? wordsOf(values[index]) : ''));
        return `\`kubectl ${place}${rest.join('')}\``;
    };
}
/** A text whose kubectl commands name the context, where one is known. */
function inContext(text, context) {
    return context === undefined ? text : text.replaceAll(begin, () => `\`kubectl --context ${quoted(context)} `);
}
const begin = /`kubectl (?!--context )/g;
function wordsOf(value) {
    if (typeof value === 'object')
        return value.map(quoted).join(' ');
    return quoted(String(value ?? ''));
}
/**
 * A word for a shell, and for a text whose commands stand in backticks: those, and control signs, are written by their
 * number in `$'…'` (POSIX.1-2024; bash and zsh know it since long ago).
 */
function quoted(word) {
    if (/^[\w@%+=:,./-]+$/.test(word))
        return word;
    if (!/[`\p{Cc}]/u.test(word))
        return `'${word.replaceAll("'", String.raw `'\''`)}'`;
    const escaped = word.replaceAll(/[\\'`\p{Cc}]/gu, octal);
    return `$'${escaped}'`;
}
/** The bytes of a control sign or of ASCII in UTF-8, which writes those of U+0080 to U+009F with C2 before them. */
function octal(sign) {
    const code = sign.charCodeAt(0);
    const bytes = code < 0x80 ? [code] : [0xc2, code];
    return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}


/***/ }),

/***/ 75465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ units)
/* harmony export */ });
/** Units of measurements; sizes are bytes, durations milliseconds, shares 0 to 1. */
const units = [
    'bytes',
    'bytes-per-second',
    'bytes-per-day',
    'ms',
    'share',
    'count',
    'cores',
    'per-second',
    'days',
];


/***/ }),

/***/ 92400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   QA: () => (/* binding */ formatSpan),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** Bytes for people, decimal units, three digits at most: `512 MB`, `2.1 GB`. */
function formatBytes(bytes) {
    let value = Math.abs(bytes);
    let unit = 0;
    while (value >= 999.5 && unit < byteUnits.length - 1) {
        value /= 1000;
        unit += 1;
    }
    const digits = unit === 0 || value >= 99.95 ? 0 : 1;
    return `${bytes < 0 ? '-' : ''}${value.toFixed(digits).replace(/\.0$/, '')} ${byteUnits[unit]}`;
}
/** A share (0 to 1) as a percentage, one decimal below 10 %: `0.4 %`, `81 %`. */
function formatShare(share) {
    const percent = share * 100;
    return `${percent.toFixed(Math.abs(percent) < 9.95 ? 1 : 0).replace(/\.0$/, '')} %`;
}
/** A count with thousands separators: `1,204`. */
function formatCount(count) {
    return Math.round(count).toLocaleString('en-US');
}
/** `1 pod`, `2 pods`. */
function counted(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}
/** A span for people, two units at most: `6 s`, `2 min 58 s`, `7 h 12 min`, `3 days`. Below a second: `250 ms`. */
function formatSpan(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
    const hours = Math.floor(minutes / 60);
    if (hours < 48)
        return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
    return `${Math.floor(hours / 24)} days`;
}


/***/ }),

/***/ 53285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FK: () => (/* binding */ buildReport),
  pS: () => (/* binding */ jobVerdict),
  uz: () => (/* binding */ windowVerdict)
});

// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding_finding = __webpack_require__(40618);
// EXTERNAL MODULE: ./build/domain/finding/merge.js
var merge = __webpack_require__(74159);
;// CONCATENATED MODULE: ./build/domain/state/compare-findings.js


const keptFindings = 2000;
const lookedEverywhere = new Set(['done', 'nothing-to-do', 'planned', 'refused']);
/**
 * Tell new, persisting and fixed findings apart. A finding of an earlier run is fixed only when its task looked again,
 * to the end and at everything: a task that could not check something, or did not run, leaves what is known as it is.
 */
function compareFindings(known, outcomes, at) {
    const present = new Map();
    for (const { id, findings } of outcomes) {
        for (const finding of (0,merge/* mergeFindings */.D)(findings)) {
            const fingerprint = (0,finding_finding/* fingerprintOf */.a)(id, finding);
            const before = Object.hasOwn(known, fingerprint) ? known[fingerprint] : undefined;
            present.set(fingerprint, {
                ...finding,
                fingerprint,
                task: id,
                state: before ? 'persisting' : 'new',
                firstSeen: before?.firstSeen ?? at,
            });
        }
    }
    const looked = new Set(outcomes.filter(sawAll).map(({ id }) => id));
    const gone = Object.values(known).filter((finding) => !present.has(finding.fingerprint));
    const fixed = gone.filter((finding) => looked.has(finding.task) && finding.severity !== 'info');
    const unseen = gone.filter((finding) => !looked.has(finding.task));
    const remembered = [...unseen, ...[...present.values()].map(rememberedOf)].slice(-keptFindings);
    return {
        findings: [...present.values(), ...fixed.map(fixedOf)],
        known: Object.fromEntries(remembered.map((finding) => [finding.fingerprint, finding])),
    };
}
/** A verdict alone does not tell: `fail` outweighs that something beside it could not be checked. */
const sawAll = ({ status, verdict, findings }) => lookedEverywhere.has(status) && verdict !== 'unknown' && findings.every(({ severity }) => severity !== 'unknown');
const rememberedOf = (finding) => ({
    fingerprint: finding.fingerprint,
    task: finding.task,
    code: finding.code,
    title: finding.title,
    subject: finding.subject,
    severity: finding.severity,
    firstSeen: finding.firstSeen,
});
const fixedOf = (finding) => ({
    ...finding,
    severity: 'info',
    evidence: 'no longer found',
    next: 'nothing',
    state: 'fixed',
});

// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
;// CONCATENATED MODULE: ./build/domain/report/addressed.js

/** A report whose commands for people name the context by which its readers reach the cluster, where one is known. */
function addressed(report) {
    const { context } = report.platform;
    if (context === undefined)
        return report;
    const told = (said) => ({ ...said, next: (0,kubectl/* inContext */.Vc)(said.next, context) });
    return {
        ...report,
        ...(report.refusal === undefined ? {} : { refusal: told(report.refusal) }),
        findings: report.findings.map(told),
        tasks: report.tasks.map((task) => task.plan === undefined ? task : { ...task, plan: { ...task.plan, refusals: task.plan.refusals.map(told) } }),
    };
}

;// CONCATENATED MODULE: ./build/domain/report/health-change.js
const bad = (finding) => finding.severity !== 'info';
const keyOf = ({ code, subject }) => JSON.stringify([code, subject]);
/**
 * Compare the health before and after a window's changes: by what was found, since a number alone hides that one trouble
 * took another's place. Undefined when it was not looked at both times, to the end.
 */
function healthChange(outcomes) {
    const looked = (phase) => outcomes.find(({ entry }) => entry.phase === phase && entry.status !== 'cancelled');
    const [before, after] = [looked('before'), looked('after')];
    if (before === undefined || after === undefined)
        return undefined;
    const known = new Set(before.findings.map(keyOf));
    const present = new Set(after.findings.map(keyOf));
    const isWhole = after.findings.every(({ severity }) => severity !== 'unknown');
    const gone = before.findings.filter((finding) => bad(finding) && !present.has(keyOf(finding)));
    return {
        appeared: after.findings.filter((finding) => bad(finding) && !known.has(keyOf(finding))),
        disappeared: isWhole ? gone : [],
        isWhole,
    };
}
/**
 * The entries that say how the platform is now: a look before the changes is a baseline, and counts no more once the same was
 * looked at after them, everywhere and to the end.
 */
function withoutBaseline(entries) {
    const again = new Set(entries
        .filter(({ phase, status, verdict }) => phase === 'after' && status !== 'cancelled' && verdict !== 'unknown')
        .map(({ id }) => id));
    return entries.filter(({ id, phase }) => phase !== 'before' || !again.has(id));
}
/** The comparison as one sentence for the report's notes. */
function describeHealthChange({ appeared, disappeared, isWhole }) {
    if (isWhole && appeared.length + disappeared.length === 0)
        return 'health after the changes is what it was before them';
    const said = (findings) => findings.map(({ subject, title }) => `${subject}: ${title}`).join('; ');
    const parts = [
        ...(appeared.length === 0 ? [] : [`worse after the changes: ${said(appeared)}`]),
        ...(disappeared.length === 0 ? [] : [`better after the changes: ${said(disappeared)}`]),
        ...(isWhole ? [] : ['not everything could be looked at after the changes']),
    ];
    return parts.join('. ');
}

// EXTERNAL MODULE: ./build/domain/report/schema.js
var schema = __webpack_require__(54353);
;// CONCATENATED MODULE: ./build/domain/report/build.js






const severityOrder = { fail: 0, unknown: 1, warn: 2, info: 3 };
const stateOrder = { new: 0, persisting: 1, fixed: 2 };
/** The report of a job, and what to remember of its findings. Findings come worst first, then new before old. */
function buildReport(parts) {
    const { job } = parts;
    const outcomes = [...parts.outcomes, ...missing(parts)];
    const present = new Set(withoutBaseline(outcomes.map(({ entry }) => entry)));
    // what was not due, whatever it is called, has not looked at anything
    const looked = parts.outcomes.filter(({ entry }) => present.has(entry)).map(lookedAt);
    const compared = compareFindings(parts.known, [...looked, conductorsOwn(job)], parts.finishedAt);
    const findings = [...compared.findings].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity] ||
        stateOrder[a.state] - stateOrder[b.state] ||
        compareText(a.subject, b.subject));
    const change = healthChange(parts.outcomes);
    const report = {
        schemaVersion: schema/* reportSchemaVersion */.o,
        kind: parts.kind,
        id: parts.id,
        mode: job.mode,
        run: job.run,
        platform: job.platform,
        ...(job.window === undefined ? {} : { window: job.window }),
        startedAt: job.startedAt,
        finishedAt: parts.finishedAt,
        verdict: jobVerdict(job, outcomes.map(({ entry }) => entry)),
        ...(job.advisory === undefined ? {} : { advisory: job.advisory }),
        notes: [...job.notes, ...(change === undefined ? [] : [describeHealthChange(change)])],
        ...(job.refusal === undefined ? {} : { refusal: job.refusal }),
        findings,
        tasks: outcomes.map(({ entry }) => entry),
        approvals: [...(job.approvals ?? [])],
    };
    return { report: addressed(report), known: compared.known };
}
/** The verdict of a job: of its tasks, of what the conductor found, and `warn` for a run by hand that was refused. */
function jobVerdict(job, entries) {
    const own = job.findings.length === 0 ? [] : [(0,finding_finding/* verdictOf */.V)(job.findings)];
    return (0,verdict/* worst */.QZ)([windowVerdict(entries), ...own, ...(job.refusal === undefined ? [] : ['warn'])]);
}
const lookedAt = ({ entry, findings }) => ({
    id: entry.id,
    status: entry.status,
    verdict: entry.verdict,
    findings,
});
/** The conductor has looked at everything of its own whenever it ran. */
const conductorsOwn = (job) => ({
    id: 'conductor',
    status: 'done',
    verdict: 'pass',
    findings: job.findings,
});
/**
 * A window's verdict is its worst; refused and deferred count as warn, skipped because a need failed as unknown. Health before
 * the changes does not count once it was looked at after them.
 */
function windowVerdict(entries) {
    return (0,verdict/* worst */.QZ)(withoutBaseline(entries).flatMap(({ status, verdict }) => [verdict, floorOf(status)]));
}
function floorOf(status) {
    if (status === 'refused' || status === 'deferred')
        return 'warn';
    if (status === 'skipped' || status === 'cancelled')
        return 'unknown';
    return 'not-applicable';
}
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** Tasks that were due and left nothing (the step was killed, or the job was cancelled before it), and those that were not due. */
function missing(parts) {
    // looking before the changes does not stand for looking after them
    const ran = new Set(parts.outcomes.filter(({ entry }) => entry.phase !== 'before').map(({ entry }) => entry.id));
    const entry = (id, rest) => ({
        entry: {
            id,
            ...parts.describe(id),
            phase: 'main',
            result: '',
            notChecked: [],
            applied: [],
            undone: [],
            measurements: [],
            durationMs: 0,
            ...rest,
        },
        findings: [],
    });
    const lost = parts.job.due
        .filter((id) => !ran.has(id))
        .map((id) => entry(id, {
        status: 'cancelled',
        verdict: 'unknown',
        cause: 'it did not come to its end: the job was cancelled or its step was killed',
    }));
    return [...lost, ...parts.job.notDue.filter(({ id }) => !ran.has(id)).map(({ id, ...rest }) => entry(id, rest))];
}


/***/ }),

/***/ 94426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ mostForecasts),
/* harmony export */   PK: () => (/* binding */ reportedForecast),
/* harmony export */   Qn: () => (/* binding */ mostForecastPoints)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var _measurement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75465);


/** Forecasts that a task's part of a report holds, at most. */
const mostForecasts = 40;
/** Points of a forecast, and of the history before it, at most: enough to draw a line. */
const mostForecastPoints = 32;
const time = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().describe('milliseconds since 1970');
/** A forecast as data, thinned out: what a page draws as a range. */
const reportedForecast = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    metric: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('as the guide calls it'),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    unit: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_measurement_js__WEBPACK_IMPORTED_MODULE_1__/* .units */ .M),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    threshold: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    history: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([time, zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()])).max(mostForecastPoints),
    ahead: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ at: time, value: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), lower: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), upper: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }))
        .max(mostForecastPoints),
    level: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().describe('share of what comes that lower and upper are made to enclose'),
    crossing: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ earliestDays: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), expectedDays: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(), latestDays: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional() })
        .optional()
        .describe('when the threshold is reached; an absent end lies beyond the forecast'),
    models: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), weight: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })).describe('the strongest ones'),
    error: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().describe('mean absolute error in the back-test'),
    benchmark: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), error: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() }),
    coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().describe('share of the back-test inside the intervals'),
});


/***/ }),

/***/ 54353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ reportSchema),
/* harmony export */   o: () => (/* binding */ reportSchemaVersion)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _measurement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75465);
/* harmony import */ var _forecasts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94426);



/** The version of the report's schema; raised when a reader of the old one could be misled. */
const reportSchemaVersion = 1;
const instant = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('ISO 8601, UTC');
const verdict = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['pass', 'warn', 'fail', 'unknown', 'not-applicable']);
const json = zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J();
const finding = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the same finding in two runs has the same fingerprint'),
    task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['fail', 'unknown', 'warn', 'info']),
    subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    next: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['new', 'persisting', 'fixed']),
    firstSeen: instant,
});
const measurement = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    value: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    unit: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_measurement_js__WEBPACK_IMPORTED_MODULE_2__/* .units */ .M),
    comparedWith: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ what: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() }).optional(),
});
const step = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('what the subject belongs to, where its own name is new every time'),
    from: json,
    to: json,
    parameters: json,
    why: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    risk: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    undo: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    deadlineMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    unit: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('steps of one unit stand or fall together'),
    independent: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).optional().describe('its unit does not rest on those before it'),
    hold: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('why the subject must not be rolled back'),
});
const refusal = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), next: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const notChecked = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), why: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const applied = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the id of the step'),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['done', 'failed', 'skipped']),
    text: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    cause: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    kept: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ what: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), lines: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) }))
        .optional()
        .describe('what was kept when it failed: ends of logs, events'),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
});
const undone = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the id of the step'),
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['done', 'not-needed', 'stays', 'held', 'frozen', 'failed'])
        .describe('done: the world shows what was there before; stays: it has no way back, as its plan said'),
    text: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    cause: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
});
const taskEntry = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['preventive', 'corrective', 'adaptive', 'perfective']),
    verdict,
    phase: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['before', 'main', 'after']),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([
        'planned',
        'waiting',
        'done',
        'nothing-to-do',
        'refused',
        'failed',
        'skipped',
        'deferred',
        'rolled-back',
        'frozen',
        'cancelled',
    ]),
    cause: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('why it was not carried out, or not to its end'),
    result: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('one line: what came of it'),
    notChecked: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(notChecked),
    plan: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step), refusals: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(refusal) }).optional(),
    applied: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(applied),
    undone: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(undone),
    measurements: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(measurement),
    forecasts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_forecasts_js__WEBPACK_IMPORTED_MODULE_0__/* .reportedForecast */ .PK).max(_forecasts_js__WEBPACK_IMPORTED_MODULE_0__/* .mostForecasts */ .EZ).optional(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
});
const approval = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    requesters: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), as: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('the part in which they asked') }))
        .optional()
        .describe('who asked for what was approved; the approver was compared with each by number'),
});
/** The schema of `report.json`: the one source of everything a person reads. */
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(reportSchemaVersion),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['task', 'window']),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    mode: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['plan', 'apply']),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().optional(),
        attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        event: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        actor: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        requestedBy: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    }),
    platform: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        cluster: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        context: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('of kubectl, in the commands for people'),
    }),
    window: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        opensAt: instant.optional(),
        closesAt: instant.optional(),
        openedLate: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().optional().describe('milliseconds from the opening to the start of the run'),
        outside: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    })
        .optional(),
    startedAt: instant,
    finishedAt: instant,
    verdict,
    advisory: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('what is not enforced by credentials here'),
    withheld: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ fail: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), unknown: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), warn: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() })
        .optional()
        .describe('in a public repository without reports.public: how many findings of each severity; nothing else is shown'),
    notes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).describe('what the conductor decided, a sentence each'),
    refusal: refusal.optional().describe('what was asked for by hand and is not done'),
    findings: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(finding),
    tasks: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(taskEntry),
    approvals: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(approval),
})
    .describe('What a maintenance task or window did and found');


/***/ }),

/***/ 50272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mi: () => (/* binding */ verdictsByWeight),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   jZ: () => (/* binding */ atLeast)
/* harmony export */ });
/** From harmless to worst: not-applicable < pass < warn < unknown < fail. */
const verdictsByWeight = [
    'not-applicable',
    'pass',
    'warn',
    'unknown',
    'fail',
];
/** Whether `verdict` is at least as bad as `bound`. */
function atLeast(verdict, bound) {
    return verdictsByWeight.indexOf(verdict) >= verdictsByWeight.indexOf(bound);
}
/** The worst of several; `not-applicable` for none at all. */
function worst(verdicts) {
    let result = 'not-applicable';
    for (const verdict of verdicts)
        if (atLeast(verdict, result))
            result = verdict;
    return result;
}


/***/ }),

/***/ 95519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   close: () => (/* binding */ close)
/* harmony export */ });
/* harmony import */ var _domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53285);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50272);


/** The last step of a job: the merged verdict, and whether the job is red. The report itself is published by the conductor's post. */
async function close(self) {
    if (self.handover.withheld() === true)
        self.stdout.withhold();
    const job = self.handover.job();
    if (job === undefined) {
        self.stdout.print('No conductor decided anything in this job: nothing was done, and nothing is known.');
        self.environment.output('verdict', 'unknown');
        return 1;
    }
    const outcomes = self.handover.outcomes();
    // looking before the changes does not stand for looking after them
    const ran = new Set(outcomes.filter(({ entry }) => entry.phase !== 'before').map(({ entry }) => entry.id));
    const lost = job.due
        .filter((id) => !ran.has(id))
        .map((id) => ({ id, phase: 'main', status: 'cancelled', verdict: 'unknown' }));
    const notDue = job.notDue.map((entry) => ({ ...entry, phase: 'main' }));
    const verdict = (0,_domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__/* .jobVerdict */ .pS)(job, [...outcomes.map(({ entry }) => entry), ...lost, ...notDue]);
    for (const { entry } of outcomes)
        self.stdout.print(`${entry.verdict.padEnd(14)} ${entry.id}: ${entry.result || entry.cause || entry.status}`);
    self.environment.output('verdict', verdict);
    for (const { severity, subject, title } of job.findings)
        self.stdout.print(`${severity.padEnd(14)} ${subject}: ${title}`);
    if (job.refusal !== undefined)
        self.stdout.print(`${'warn'.padEnd(14)} ${job.refusal.subject}: refused, ${job.refusal.rule}`);
    const red = (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .jZ)(verdict, job.failOn);
    self.stdout.print(`${job.window?.name ?? 'job'}: ${verdict}; the job is ${red ? 'red' : 'green'} (red from ${job.failOn} on).`);
    return red ? 1 : 0;
}


/***/ })

};
