export const id = 5270;
export const ids = [5270,2009];
export const modules = {

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
    platform: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), cluster: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
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
    approvals: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), by: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
})
    .describe('What a maintenance task or window did and found');


/***/ }),

/***/ 11350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ findApplied),
/* harmony export */   vY: () => (/* binding */ rememberApplied),
/* harmony export */   xu: () => (/* binding */ stepsToPutBack)
/* harmony export */ });
/* harmony import */ var _step_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);

const kept = 20;
/**
 * The applied plans with those of this run: every plan that came to its end and changed something that can be put back.
 * The same plan applied again takes the place of its earlier application.
 */
function rememberApplied(applied, outcomes, run, at) {
    const now = outcomes.flatMap((outcome) => appliedBy(outcome, run, at));
    const again = new Set(now.map(({ digest }) => digest));
    return [...applied.filter(({ digest }) => !again.has(digest)), ...now].slice(-kept);
}
function appliedBy({ entry }, run, at) {
    const { id, title, type, plan } = entry;
    const steps = stepsToPutBack(entry);
    return plan === undefined || steps.length === 0
        ? []
        : [{ digest: plan.digest, task: id, title, type, run, at, steps }];
}
/** The steps of a plan that came to its end which a later run can put back. */
function stepsToPutBack({ status, plan, applied, }) {
    if (status !== 'done' || plan === undefined)
        return [];
    const done = new Set(applied.filter(({ outcome }) => outcome === 'done').map(({ step }) => step));
    return plan.steps.filter((step) => done.has(step.id) && (0,_step_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw)(step));
}
/**
 * The one applied plan whose digest begins so (at least 12 hex digits, with or without `sha256:`), or that the run of this
 * number (fewer than 12 digits, as its address ends) applied; else why there is none.
 */
function findApplied(applied, digits) {
    const wanted = digits
        .trim()
        .toLowerCase()
        .replace(/^sha256:/, '');
    const ofRun = /^[0-9]{1,11}$/.test(wanted);
    if (!ofRun && !/^[0-9a-f]{12,64}$/.test(wanted)) {
        return { none: 'a plan is named by at least 12 digits of its digest, or by the number of the run that applied it' };
    }
    const found = applied.filter(({ digest, run }) => ofRun ? new RegExp(`/runs/${wanted}(?![0-9])`).test(run) : digest.slice('sha256:'.length).startsWith(wanted));
    const [only] = found;
    if (only !== undefined && found.length === 1)
        return { found: only };
    const known = applied.map(({ task, digest, at }) => `${task} ${digest.slice(7, 27)} of ${at}`);
    const what = ofRun
        ? `run ${wanted} applied ${found.length} plans that can be put back`
        : `no plan that can be put back begins with ${wanted}`;
    return { none: `${what}; there are: ${known.join(', ') || 'none'}` };
}


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

/***/ 5120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export visible */
/**
 * Characters that do not show, or show as something else: controls (C0, C1), format characters (zero-width, bidirectional,
 * tags), separators of lines, what Unicode lets a font leave out, and half a surrogate pair.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Show what does not show: a line break becomes `\n`, other controls `\u….`. */
function visible(text) {
    return text.replace(invisible, (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\t')
            return '\\t';
        if (character === '\r')
            return '\\r';
        const digits = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
        return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`;
    });
}
/**
 * Foreign text as plain words in GitHub's Markdown: no markup, HTML, mention, reference, math or automatic link. Mentions,
 * references and links are found in the rendered text, where an escaped character counts like a bare one: an empty comment
 * keeps the two halves apart there.
 */
function plain(text, longest = 1000) {
    return shortened(visible(text), longest).replace(/([&<>|])|([\\`*_[\]~])|(\$)|[@#](?=\w)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (found, asEntity, asEscape, dollar) => {
        if (asEntity !== undefined)
            return entity(asEntity);
        if (asEscape !== undefined)
            return `\\${asEscape}`;
        return dollar === undefined ? `${found}<!-- -->` : '<span>$</span>';
    });
}
const entity = (character) => `&#${character.charCodeAt(0)};`;
/**
 * Foreign text as code, copyable as it is. With a backtick or a `|` in it a code span could be torn open (by a table, which
 * is cut into cells first): then it is HTML, every character with a meaning a character reference.
 */
function code(text, longest = 500) {
    const shown = shortened(visible(text), longest);
    if (shown === '')
        return '–';
    // unlike a code span, HTML does not keep GitHub from making a link of `www.`
    if (/[|`]/.test(shown))
        return `<code>${shown.replace(/[&<>|`*_[\]\\~$@#!:]|\.(?<=\bwww\.)/gi, entity)}</code>`;
    return `\`${shown}\``;
}
/** Text of ours in which commands stand in backticks: those become code spans, the rest plain words. */
function prose(text) {
    const parts = text.split('`');
    if (parts.length % 2 === 0)
        return plain(text);
    return parts.map((part, index) => (part === '' ? '' : index % 2 === 1 ? code(part) : plain(part))).join('');
}
/** A table; cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
function shortened(text, longest) {
    return text.length > longest ? `${text.slice(0, longest)} … (${text.length} characters)` : text;
}


/***/ }),

/***/ 94725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ withUnit)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);

/** A value with its unit, as people read it. */
function withUnit(value, unit) {
    switch (unit) {
        case 'bytes':
            return (0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value);
        case 'bytes-per-second':
            return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value)} a second`;
        case 'bytes-per-day':
            return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value)} a day`;
        case 'ms':
            return (0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(value);
        case 'share':
            return (0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShare */ .T1)(value);
        case 'per-second':
            return `${round(value)} a second`;
        case 'days':
            return `${round(value)} days`;
        case 'cores':
            return `${round(value)} cores`;
        case 'count':
            return round(value);
    }
}
const round = (value) => value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });


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
    description: 'Says whether a run that is over left something half-way, opens an issue when a window passed unused, keeps schedules alive, and sends the heartbeat. Changes nothing on the platform.',
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
        ...githubToken,
    },
    outputs: { verdict: 'The worst verdict of the jobs.', report: 'Path of report.json.' },
    post: false,
};


/***/ }),

/***/ 39382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeAction: () => (/* binding */ mergeAction)
});

// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
;// CONCATENATED MODULE: ./build/domain/report/merge.js

/**
 * One report of a run whose jobs each wrote their own (plan, the gates, in that order): what was applied takes the place of
 * what was planned; findings and approvals of all are kept, each once. Throws a RangeError on none.
 */
function mergeReports(reports) {
    const [first, ...rest] = reports;
    if (first === undefined)
        throw new RangeError('there is no report to merge');
    return rest.reduce(merged, first);
}
function merged(earlier, later) {
    const applied = new Set(later.tasks.map(({ id, phase }) => `${phase} ${id}`));
    const left = earlier.tasks.filter(({ id, phase }) => !applied.has(`${phase} ${id}`));
    const tasks = [...left.map((task) => notApplied(task, later)), ...later.tasks];
    const replaced = new Set(later.tasks.map(({ id }) => id));
    const findings = [
        ...earlier.findings.filter(({ task }) => !replaced.has(task)),
        ...later.findings.filter(({ state }) => state !== 'fixed'),
    ];
    const seen = new Set();
    const once = findings.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
    const advisories = [...new Set([earlier.advisory, later.advisory].filter((text) => text !== undefined))];
    const refusal = later.refusal ?? earlier.refusal;
    const withheld = sumOf(earlier.withheld, later.withheld);
    return {
        ...earlier,
        mode: later.mode,
        startedAt: firstOf(earlier.startedAt, later.startedAt),
        finishedAt: lastOf(earlier.finishedAt, later.finishedAt),
        verdict: (0,verdict/* worst */.QZ)([
            later.verdict,
            ...(withheld === undefined ? [] : [earlier.verdict]),
            ...once.map(({ severity }) => (severity === 'info' ? 'pass' : severity)),
        ]),
        ...(advisories.length === 0 ? {} : { advisory: advisories.join('; ') }),
        ...(withheld === undefined ? {} : { withheld }),
        notes: [...new Set([...earlier.notes, ...later.notes])],
        ...(refusal === undefined ? {} : { refusal }),
        findings: once,
        tasks,
        approvals: [...earlier.approvals, ...later.approvals],
    };
}
/** Counts of what is not shown; absent where everything is. */
function sumOf(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return { fail: one.fail + other.fail, unknown: one.unknown + other.unknown, warn: one.warn + other.warn };
}
const firstOf = (...instants) => instants.toSorted()[0] ?? instants[0];
const lastOf = (...instants) => instants.toSorted()[1] ?? instants[1];
/** A plan whose gate's job was refused before it read it: planned, and not applied. */
function notApplied(task, { mode, refusal }) {
    if (task.status !== 'planned' || mode !== 'apply' || refusal === undefined)
        return task;
    return { ...task, status: 'refused', cause: `${refusal.rule}: ${refusal.state}` };
}

// EXTERNAL MODULE: ./build/domain/report/schema.js
var schema = __webpack_require__(54353);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/render/summary.js + 2 modules
var summary = __webpack_require__(79349);
// EXTERNAL MODULE: ./build/runtime/publish.js + 1 modules
var publish = __webpack_require__(87549);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js
var wiring_forge = __webpack_require__(12009);
// EXTERNAL MODULE: ./build/runtime/gates/actions.js
var actions = __webpack_require__(7611);
// EXTERNAL MODULE: ./build/runtime/gates/repository.js
var repository = __webpack_require__(47686);
;// CONCATENATED MODULE: ./build/runtime/gates/merge.js









/** The jobs of a run that write a report, in the order in which they follow on each other. */
const jobs = ['plan', 'check', 'preventive', 'corrective', 'adaptive', 'perfective'];
/** One report of the run's jobs, and the word to the pull request. Answers the exit status. */
async function mergeAction(self) {
    const given = (0,task_inputs/* readInputs */.Ko)('merge', actions/* merge */.h1.inputs, self.environment);
    const pullRequest = given['pull-request'] ?? 0;
    const forge = await (0,wiring_forge.openForge)(self);
    const reports = await reportsOf(self, forge);
    if (reports.length === 0) {
        self.stdout.annotate('warning', 'no report', 'no job of this run left a report: what happened is in their logs');
        return 0;
    }
    const report = mergeReports(reports);
    const published = await (0,publish/* publishReport */.S3)(self, report);
    self.environment.output('verdict', report.verdict);
    self.environment.output('report', published.json);
    if (pullRequest > 0)
        await tell(self, forge, pullRequest, report);
    return 0;
}
async function reportsOf(self, forge) {
    const { id } = (0,repository/* repositoryOf */._)(self.environment);
    const found = [];
    for (const job of jobs) {
        const [part] = await forge.artifacts(id, (0,publish/* reportPartName */.xu)(job, self.environment.run.attempt));
        if (part === undefined)
            continue;
        const { text } = await forge.artifactFile(part.id, publish/* reportFile */.rn);
        const parsed = schema/* reportSchema */.Q.safeParse(JSON.parse(text));
        if (parsed.success)
            found.push(parsed.data);
        else
            self.stdout.annotate('warning', 'report not understood', `the report of job ${job} is not of the form that this version writes`);
    }
    return found;
}
/** One comment of ours a pull request and task; a failure is said, and does not make the job red. */
async function tell(self, forge, pullRequest, report) {
    const marker = `<!-- rooivalk-maintenance: ${report.id} -->`;
    try {
        await forge.keepComment(pullRequest, marker, self.redactor.clean((0,summary/* renderComment */.wQ)(report, marker)));
        self.stdout.print(`Pull request ${pullRequest} has been told.`);
    }
    catch (error) {
        const why = error instanceof port_error/* PortError */.U ? error.message : 'a defect in this program';
        self.stdout.annotate('warning', 'not told', `pull request ${pullRequest} could not be told: ${why}`);
    }
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

/***/ 12009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ checkoutFile),
/* harmony export */   openForge: () => (/* binding */ openForge)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14821);
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23730);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86739);





/** The forge as this job may ask it: with the token of its input, and who it is from the runner's own endpoint. */
async function openForge(self) {
    const { environment } = self;
    const { variables } = environment;
    const token = environment.input('github-token');
    if (token === '')
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('input github-token is empty: give it the token of the job (github.token)');
    (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, token);
    const teamToken = variables.MAINTENANCE_TEAM_TOKEN ?? '';
    if (teamToken !== '')
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, teamToken);
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityToken = '' } = variables;
    if (identityToken !== '')
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, identityToken);
    const { createForge } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(1250)]).then(__webpack_require__.bind(__webpack_require__, 81250));
    return createForge({
        api: variables.GITHUB_API_URL || 'https://api.github.com',
        token,
        ...(teamToken === '' ? {} : { teamToken }),
        repository: variables.GITHUB_REPOSITORY ?? '',
        ...(url === '' || identityToken === '' ? {} : { identity: { url, token: identityToken } }),
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        signal: self.signal,
        secret: (value) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, value),
    });
}
/** A file of the checkout as text. Throws on a path that leads out of it. */
function checkoutFile({ environment }, path) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(path);
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside) || inside.startsWith('..'))
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${path.slice(0, 80)} is outside the checkout`);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.workspace, inside), 'utf8');
}


/***/ })

};
