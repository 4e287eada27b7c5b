export const id = 519;
export const ids = [519];
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

/***/ 97803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _noble_hashes_sha2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65108);
/* harmony import */ var _noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42565);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98799);



/**
 * The digest of a value: SHA-256 over its canonical form (RFC 8785, JSON Canonicalization Scheme), so that key order and
 * number formatting do not matter. Throws on what JSON cannot hold (NaN, infinity).
 */
function digestOf(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('digestOf: the value has no JSON form');
    return `sha256:${(0,_noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesToHex */ .My)((0,_noble_hashes_sha2_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8ToBytes */ .AI)(text)))}`;
}


/***/ }),

/***/ 56207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FK: () => (/* binding */ buildReport),
  uz: () => (/* binding */ windowVerdict)
});

// UNUSED EXPORTS: jobVerdict

// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding_finding = __webpack_require__(40618);
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
        for (const finding of findings) {
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
    const looked = new Set(outcomes.filter(({ status, verdict }) => lookedEverywhere.has(status) && verdict !== 'unknown').map(({ id }) => id));
    const gone = Object.values(known).filter((finding) => !present.has(finding.fingerprint));
    const fixed = gone.filter((finding) => looked.has(finding.task) && finding.severity !== 'info');
    const unseen = gone.filter((finding) => !looked.has(finding.task));
    const remembered = [...unseen, ...[...present.values()].map(rememberedOf)].slice(-keptFindings);
    return {
        findings: [...present.values(), ...fixed.map(fixedOf)],
        known: Object.fromEntries(remembered.map((finding) => [finding.fingerprint, finding])),
    };
}
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
;// CONCATENATED MODULE: ./build/domain/report/schema.js

/** The version of the report's schema; raised when a reader of the old one could be misled. */
const reportSchemaVersion = 1;
const instant = schemas/* string */.YjP().describe('ISO 8601, UTC');
const schema_verdict = schemas/* enum */.k5n(['pass', 'warn', 'fail', 'unknown', 'not-applicable']);
const json = schemas/* unknown */.L5J();
const finding = schemas/* object */.Ikc({
    fingerprint: schemas/* string */.YjP().describe('the same finding in two runs has the same fingerprint'),
    task: schemas/* string */.YjP(),
    code: schemas/* string */.YjP(),
    severity: schemas/* enum */.k5n(['fail', 'unknown', 'warn', 'info']),
    subject: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    evidence: schemas/* string */.YjP(),
    next: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['new', 'persisting', 'fixed']),
    firstSeen: instant,
});
const measurement = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    subject: schemas/* string */.YjP().optional(),
    value: schemas/* number */.aig(),
    unit: schemas/* enum */.k5n(['bytes', 'ms', 'share', 'count', 'per-second', 'days']),
    comparedWith: schemas/* object */.Ikc({ what: schemas/* string */.YjP(), value: schemas/* number */.aig() }).optional(),
});
const step = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    kind: schemas/* string */.YjP(),
    subject: schemas/* string */.YjP(),
    from: json,
    to: json,
    parameters: json,
    why: schemas/* string */.YjP(),
    risk: schemas/* string */.YjP(),
    undo: schemas/* string */.YjP(),
    deadlineMs: schemas/* number */.aig(),
});
const refusal = schemas/* object */.Ikc({ subject: schemas/* string */.YjP(), rule: schemas/* string */.YjP(), state: schemas/* string */.YjP(), next: schemas/* string */.YjP() });
const notChecked = schemas/* object */.Ikc({ subject: schemas/* string */.YjP(), why: schemas/* string */.YjP() });
const applied = schemas/* object */.Ikc({
    step: schemas/* string */.YjP().describe('the id of the step'),
    outcome: schemas/* enum */.k5n(['done', 'failed', 'skipped']),
    text: schemas/* string */.YjP().optional(),
    cause: schemas/* string */.YjP().optional(),
    durationMs: schemas/* number */.aig(),
});
const taskEntry = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    type: schemas/* enum */.k5n(['preventive', 'corrective', 'adaptive', 'perfective']),
    verdict: schema_verdict,
    phase: schemas/* enum */.k5n(['before', 'main', 'after']),
    status: schemas/* enum */.k5n([
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
    cause: schemas/* string */.YjP().optional().describe('why it was not carried out, or not to its end'),
    result: schemas/* string */.YjP().describe('one line: what came of it'),
    notChecked: schemas/* array */.YOg(notChecked),
    plan: schemas/* object */.Ikc({ digest: schemas/* string */.YjP(), steps: schemas/* array */.YOg(step), refusals: schemas/* array */.YOg(refusal) }).optional(),
    applied: schemas/* array */.YOg(applied),
    undone: schemas/* array */.YOg(applied),
    measurements: schemas/* array */.YOg(measurement),
    durationMs: schemas/* number */.aig(),
});
/** The schema of `report.json`: the one source of everything a person reads. */
const reportSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(reportSchemaVersion),
    kind: schemas/* enum */.k5n(['task', 'window']),
    id: schemas/* string */.YjP(),
    mode: schemas/* enum */.k5n(['plan', 'apply']),
    run: schemas/* object */.Ikc({
        url: schemas/* string */.YjP(),
        number: schemas/* number */.aig().optional(),
        attempt: schemas/* number */.aig(),
        event: schemas/* string */.YjP(),
        actor: schemas/* string */.YjP(),
        requestedBy: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP().optional(),
    }),
    platform: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), cluster: schemas/* string */.YjP(), namespace: schemas/* string */.YjP() }),
    window: schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        opensAt: instant.optional(),
        closesAt: instant.optional(),
        openedLate: schemas/* number */.aig().optional().describe('milliseconds from the opening to the start of the run'),
        outside: schemas/* boolean */.zMY(),
    })
        .optional(),
    startedAt: instant,
    finishedAt: instant,
    verdict: schema_verdict,
    advisory: schemas/* string */.YjP().optional().describe('what is not enforced by credentials here'),
    notes: schemas/* array */.YOg(schemas/* string */.YjP()).describe('what the conductor decided, a sentence each'),
    refusal: refusal.optional().describe('what was asked for by hand and is not done'),
    findings: schemas/* array */.YOg(finding),
    tasks: schemas/* array */.YOg(taskEntry),
    approvals: schemas/* array */.YOg(schemas/* object */.Ikc({ environment: schemas/* string */.YjP(), by: schemas/* string */.YjP(), comment: schemas/* string */.YjP(), digest: schemas/* string */.YjP() })),
})
    .describe('What a maintenance task or window did and found');

;// CONCATENATED MODULE: ./build/domain/report/build.js




const severityOrder = { fail: 0, unknown: 1, warn: 2, info: 3 };
const stateOrder = { new: 0, persisting: 1, fixed: 2 };
/** The report of a job, and what to remember of its findings. Findings come worst first, then new before old. */
function buildReport(parts) {
    const { job } = parts;
    const outcomes = [...parts.outcomes, ...missing(parts)];
    const compared = compareFindings(parts.known, [...outcomes.map(lookedAt), conductorsOwn(job)], parts.finishedAt);
    const findings = [...compared.findings].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity] ||
        stateOrder[a.state] - stateOrder[b.state] ||
        compareText(a.subject, b.subject));
    const report = {
        schemaVersion: reportSchemaVersion,
        kind: parts.kind,
        id: parts.id,
        mode: job.mode,
        run: job.run,
        platform: job.platform,
        ...(job.window === undefined ? {} : { window: job.window }),
        startedAt: job.startedAt,
        finishedAt: parts.finishedAt,
        verdict: jobVerdict(job, outcomes.map(({ entry }) => entry)),
        ...(job.mode === 'apply'
            ? {
                advisory: 'the journal carries no authentication code yet, and the rights of this run are those of its credentials',
            }
            : {}),
        notes: [...job.notes],
        ...(job.refusal === undefined ? {} : { refusal: job.refusal }),
        findings,
        tasks: outcomes.map(({ entry }) => entry),
        approvals: [],
    };
    return { report, known: compared.known };
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
/** A window's verdict is its worst; refused and deferred count as warn, skipped because a need failed as unknown. */
function windowVerdict(entries) {
    return (0,verdict/* worst */.QZ)(entries.flatMap(({ status, verdict }) => [verdict, floorOf(status)]));
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
    const ran = new Set(parts.outcomes.map(({ entry }) => entry.id));
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
/* harmony import */ var _domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56207);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50272);


/** The last step of a job: the merged verdict, and whether the job is red. The report itself is published by the conductor's post. */
async function close(self) {
    const job = self.handover.job();
    if (job === undefined) {
        self.stdout.print('No conductor decided anything in this job: nothing was done, and nothing is known.');
        self.environment.output('verdict', 'unknown');
        return 1;
    }
    const outcomes = self.handover.outcomes();
    const ran = new Set(outcomes.map(({ entry }) => entry.id));
    const lost = job.due
        .filter((id) => !ran.has(id))
        .map(() => ({ status: 'cancelled', verdict: 'unknown' }));
    const verdict = (0,_domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__/* .windowVerdict */ .uz)([...outcomes.map(({ entry }) => entry), ...lost, ...job.notDue]);
    for (const { entry } of outcomes)
        self.stdout.print(`${entry.verdict.padEnd(14)} ${entry.id}: ${entry.result || entry.cause || entry.status}`);
    self.environment.output('verdict', verdict);
    const red = (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .jZ)(verdict, job.failOn);
    self.stdout.print(`${job.window?.name ?? 'job'}: ${verdict}; the job is ${red ? 'red' : 'green'} (red from ${job.failOn} on).`);
    return red ? 1 : 0;
}


/***/ })

};
