export const id = 8012;
export const ids = [8012,6397];
export const modules = {

/***/ 18170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q_: () => (/* binding */ issueMarker),
/* harmony export */   hO: () => (/* binding */ readIssueReference),
/* harmony export */   ic: () => (/* binding */ approvalLabel)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23676);

/** The label of issues that ask for an approval. */
const approvalLabel = 'maintenance-approval';
const marker = /^<!-- rooivalk-maintenance approval run=(\d{1,16}) type=([a-z]+) opening=([A-Za-z0-9@:.-]{1,120}) -->\n/;
/** The first line of an issue's body, which nobody sees. */
function issueMarker({ runId, type, opening }) {
    return `<!-- rooivalk-maintenance approval run=${runId} type=${type} opening=${opening} -->\n`;
}
/**
 * What an issue's body refers to; undefined when it is none of ours. Only a hint where to look: the body as a whole is
 * compared with our own rendering of the plan.
 */
function readIssueReference(body) {
    const [, run, word, opening] = marker.exec(body) ?? [];
    const type = _document_js__WEBPACK_IMPORTED_MODULE_0__/* .gatedTypes */ .vg.find((known) => known === word);
    return run === undefined || type === undefined || opening === undefined
        ? undefined
        : { runId: Number(run), type, opening };
}


/***/ }),

/***/ 93070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KA: () => (/* binding */ isPerson),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   zB: () => (/* binding */ permissionLevels)
/* harmony export */ });
/* unused harmony export ownLogin */
/** What an account may do in a repository, from least to most. */
const permissionLevels = ['none', 'read', 'write', 'admin'];
/** The account that a job's own token writes as. Logins that end in `[bot]` cannot be registered by people. */
const ownLogin = 'github-actions[bot]';
/** Whether an account is a person, and not an app or an organization. */
function isPerson({ type }) {
    return type === 'User';
}
/** Whether what was written was written by a job's own token. */
function isOurs({ login, type }) {
    return login === ownLogin && type === 'Bot';
}


/***/ }),

/***/ 70060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ outcomeMarker)
/* harmony export */ });
/** Marks the comment by which a run tells the issue of a plan what became of it. */
function outcomeMarker(run) {
    return `<!-- rooivalk-maintenance: outcome of run ${run} -->`;
}


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
    refused: 'Environments whose plans were refused while others wait at their gates, separated by blanks; empty when there is none.',
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
    description: 'Says whether a run that is over left something half-way, keeps an issue open while that stays so or when a window passed unused, starts again what was approved on an issue and not applied, keeps schedules alive, and sends the heartbeat. Changes nothing on the platform.',
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
        comment: {
            kind: 'integer',
            description: 'With the issue as gate: the comment whose issue hears what became of the plan; else 0.',
            default: 0,
            min: 0,
            max: 9_007_199_254_740_991,
            unit: 'number',
        },
        ...githubToken,
    },
    outputs: { verdict: 'The worst verdict of the jobs.', report: 'Path of report.json.' },
    post: false,
};


/***/ }),

/***/ 59590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeAction: () => (/* binding */ mergeAction)
});

// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/domain/report/build.js + 3 modules
var build = __webpack_require__(53285);
;// CONCATENATED MODULE: ./build/domain/report/merge.js


/**
 * One report of a run whose jobs each wrote their own (plan, the gates, in that order): what was applied takes the place of
 * what was planned; findings and approvals of all are kept, each once. Where the later job did not come to its end (it was
 * refused, had no time, was put back, …), what the plan job found stands beside it: nothing has shown that it is better.
 * Throws a RangeError on none.
 */
function mergeReports(reports) {
    const [first, ...rest] = reports;
    if (first === undefined)
        throw new RangeError('there is no report to merge');
    return rest.reduce(merged, first);
}
function merged(earlier, later) {
    const planned = Map.groupBy(earlier.tasks, placeOf);
    const again = new Set(later.tasks.map(placeOf));
    const left = earlier.tasks.filter((task) => !again.has(placeOf(task)));
    const tasks = [
        ...left.map((task) => notApplied(task, later)),
        ...later.tasks.map((task) => noBetter(task, planned.get(placeOf(task)) ?? [])),
    ];
    const settled = new Set(later.tasks.filter(isSettled).map(({ id }) => id));
    const findings = [
        ...earlier.findings.filter(({ task }) => !settled.has(task)),
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
            (0,build/* windowVerdict */.uz)(tasks),
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
const placeOf = ({ id, phase }) => `${phase} ${id}`;
/** It looked again, and came to its end: what it says holds, also where it is better than what was there before. */
const isSettled = ({ status }) => status === 'done' || status === 'nothing-to-do';
/** A later entry that is no better than what was planned, unless it came to its end. */
function noBetter(task, planned) {
    if (isSettled(task))
        return task;
    return { ...task, verdict: (0,verdict/* worst */.QZ)([...planned.map(({ verdict }) => verdict), task.verdict]) };
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
// EXTERNAL MODULE: ./build/render/summary.js + 3 modules
var summary = __webpack_require__(40588);
// EXTERNAL MODULE: ./build/runtime/publish.js + 2 modules
var publish = __webpack_require__(18122);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js + 1 modules
var wiring_forge = __webpack_require__(96397);
// EXTERNAL MODULE: ./build/runtime/gates/actions.js
var actions = __webpack_require__(7611);
// EXTERNAL MODULE: ./build/runtime/gates/repository.js
var repository = __webpack_require__(47686);
// EXTERNAL MODULE: ./build/domain/approval/issue-reference.js
var issue_reference = __webpack_require__(18170);
// EXTERNAL MODULE: ./build/domain/forge/people.js
var people = __webpack_require__(93070);
// EXTERNAL MODULE: ./build/pipeline/approve/outcome-marker.js
var outcome_marker = __webpack_require__(70060);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
;// CONCATENATED MODULE: ./build/runtime/gates/tell-outcome.js






/**
 * With the issue as gate: tell the issue of the plan what became of it, once a run. Says nothing when no job of the run was to
 * apply it. A failure is said, and does not make the job red.
 */
async function tellOutcome(self, forge, comment, report) {
    const { id, url } = (0,repository/* repositoryOf */._)(self.environment);
    try {
        const applying = (await forge.jobs(id, self.environment.run.attempt)).filter(isApplying);
        const issue = applying.length === 0 ? undefined : await issueOf(forge, comment);
        if (issue === undefined)
            return;
        const marker = (0,outcome_marker/* outcomeMarker */.x)(id);
        const text = report === undefined ? withoutReport(url, applying) : (0,summary/* renderComment */.wQ)(report, marker);
        await forge.keepComment(issue, marker, self.redactor.clean(text));
        self.stdout.print(`Issue ${issue} has been told.`);
    }
    catch (error) {
        self.stdout.annotate('warning', 'not told', `the issue of comment ${comment} could not be told: ${(0,trouble/* causeOf */.rl)(error)}`);
    }
}
/** A job that was let go to apply a plan: `Apply (adaptive)`. */
const isApplying = ({ name, conclusion }) => name.startsWith('Apply (') && conclusion !== 'skipped' && conclusion !== undefined;
async function issueOf(forge, comment) {
    const found = await forge.comment(comment);
    const issue = found === undefined ? undefined : await forge.issue(found.issue);
    const isPlan = issue !== undefined && (0,people/* isOurs */.MU)(issue.author) && (0,issue_reference/* readIssueReference */.hO)(issue.body) !== undefined;
    return isPlan ? issue.number : undefined;
}
function withoutReport(url, jobs) {
    const how = jobs.map(({ name, conclusion }) => `${name} ended as ${conclusion}`).join(', ');
    return `${url} has left no report: ${how}. Whether the approval was used is looked up by the next watch, which says it here or tries it again.`;
}

;// CONCATENATED MODULE: ./build/runtime/gates/merge.js










/** The jobs of a run that write a report, in the order in which they follow on each other. */
const jobs = ['plan', 'check', 'preventive', 'corrective', 'adaptive', 'perfective'];
/** One report of the run's jobs, and the word to the pull request. Answers the exit status. */
async function mergeAction(self) {
    const given = (0,task_inputs/* readInputs */.Ko)('merge', actions/* merge */.h1.inputs, self.environment);
    const { 'pull-request': pullRequest = 0, comment = 0 } = given;
    const forge = await (0,wiring_forge.openForge)(self);
    const reports = await reportsOf(self, forge);
    if (reports.length === 0) {
        self.stdout.annotate('warning', 'no report', 'no job of this run left a report: what happened is in their logs');
        if (comment > 0)
            await tellOutcome(self, forge, comment, undefined);
        return 0;
    }
    const report = mergeReports(reports);
    const published = await (0,publish/* publishReport */.S3)(self, report);
    self.environment.output('verdict', report.verdict);
    self.environment.output('report', published.json);
    if (pullRequest > 0)
        await tell(self, forge, pullRequest, report, published.links);
    if (comment > 0)
        await tellOutcome(self, forge, comment, report);
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
async function tell(self, forge, pullRequest, report, links) {
    const marker = `<!-- rooivalk-maintenance: ${report.id} -->`;
    try {
        await forge.keepComment(pullRequest, marker, self.redactor.clean((0,summary/* renderComment */.wQ)(report, marker, links)));
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

/***/ 96397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ checkoutFile),
  openForge: () => (/* binding */ openForge)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
;// CONCATENATED MODULE: ./build/runtime/wiring/redacted-writing.js
/** Everything that is written on a forge goes through the redactor first, whoever wrote it (trust.md §6). */
function redactedWriting(forge, redactor) {
    return {
        openIssue: (issue) => forge.openIssue({ ...issue, title: redactor.clean(issue.title), body: redactor.clean(issue.body) }),
        updateIssue: (number, change) => forge.updateIssue(number, redactor.cleanJson(change)),
        reply: (issue, body) => forge.reply(issue, redactor.clean(body)),
        keepComment: (issue, marker, body) => forge.keepComment(issue, marker, redactor.clean(body)),
    };
}

// EXTERNAL MODULE: ./build/runtime/wiring/secrets.js
var secrets = __webpack_require__(86739);
;// CONCATENATED MODULE: ./build/runtime/wiring/forge.js






/**
 * The forge as this job may ask it: with the token of its input, and who it is from the runner's own endpoint. What it
 * writes there is redacted.
 */
async function openForge(self) {
    const { environment } = self;
    const { variables } = environment;
    const token = environment.input('github-token');
    if (token === '')
        throw new task_inputs/* InputError */.dz('input github-token is empty: give it the token of the job (github.token)');
    (0,secrets/* maskSecret */.$l)(self, token);
    const teamToken = variables.MAINTENANCE_TEAM_TOKEN ?? '';
    if (teamToken !== '')
        (0,secrets/* maskSecret */.$l)(self, teamToken);
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityToken = '' } = variables;
    if (identityToken !== '')
        (0,secrets/* maskSecret */.$l)(self, identityToken);
    const { createForge } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(5115)]).then(__webpack_require__.bind(__webpack_require__, 95115));
    const forge = createForge({
        api: variables.GITHUB_API_URL || 'https://api.github.com',
        token,
        ...(teamToken === '' ? {} : { teamToken }),
        repository: variables.GITHUB_REPOSITORY ?? '',
        ...(url === '' || identityToken === '' ? {} : { identity: { url, token: identityToken } }),
        clock: clock/* systemClock */.m,
        signal: self.signal,
        secret: (value) => (0,secrets/* maskSecret */.$l)(self, value),
    });
    return { ...forge, ...redactedWriting(forge, self.redactor) };
}
/** A file of the checkout as text. Throws on a path that leads out of it. */
function checkoutFile({ environment }, path) {
    const inside = (0,external_node_path_.normalize)(path);
    if ((0,external_node_path_.isAbsolute)(inside) || inside.startsWith('..'))
        throw new task_inputs/* InputError */.dz(`${path.slice(0, 80)} is outside the checkout`);
    return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(environment.workspace, inside), 'utf8');
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
