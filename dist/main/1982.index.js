export const id = 1982;
export const ids = [1982];
export const modules = {

/***/ 16277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ endedAs),
/* harmony export */   o: () => (/* binding */ whyUnmet)
/* harmony export */ });
/* harmony import */ var _owner_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43380);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50272);


/** Ended in a way on which others can build; `planned` is that of a dry run. */
const built = new Set(['done', 'nothing-to-do', 'planned']);
/** How a task ended, of its entry in a report: refused because of its owners alone is told apart from every other refusal. */
function endedAs({ status, verdict, plan }) {
    const refusals = plan?.refusals ?? [];
    const owned = status === 'refused' &&
        plan?.steps.length === 0 &&
        refusals.length > 0 &&
        refusals.every(({ rule }) => rule === _owner_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .ownedRule */ .IP);
    return { status, verdict, ...(owned ? { owned } : {}) };
}
/**
 * Why a task that ended so does not let go on what needs it; undefined when it does: done, nothing to do (planned, in a dry
 * run) or left to its owners, with a verdict better than unknown.
 */
function whyUnmet(need, { status, verdict, owned }) {
    const ended = built.has(status) || (status === 'refused' && owned === true);
    return ended && !(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .jZ)(verdict, 'unknown') ? undefined : `it needs ${need}, which ended ${status} (${verdict})`;
}


/***/ }),

/***/ 43380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GT: () => (/* binding */ ownedRefusal),
  IP: () => (/* binding */ ownedRule),
  K2: () => (/* binding */ ownersOf)
});

// EXTERNAL MODULE: ./build/domain/owner/field.js
var owner_field = __webpack_require__(41645);
// EXTERNAL MODULE: ./build/domain/owner/shown-name.js
var shown_name = __webpack_require__(49054);
;// CONCATENATED MODULE: ./build/domain/owner/managers.js


/** Controllers that put their values back, by the name under which they write. */
const reconcilers = [
    [/^argocd-(application-)?controller$/, 'argo-cd', 'Argo CD'],
    [/^(kustomize|helm)-controller$/, 'flux', 'Flux'],
    [/^[Hh]elm$/, 'helm', 'Helm'],
];
/**
 * Who writes and does not come back: ourselves, kubectl and oc in all their commands, the usual consoles, and the parts of
 * Kubernetes that write for somebody else (an autoscaler's number comes from the controller manager: it is asked by itself).
 */
const settledManagers = /^(rooivalk-maintenance|kubectl(-.*)?|oc|before-first-apply|k9s|(Open)?[Ll]ens.*|[Hh]eadlamp.*|dashboard|Mozilla|kube-controller-manager|kube-apiserver)$/;
/**
 * Whoever `managedFields` names for a field. A server-side apply keeps its field until it is forced away, and an update by
 * a program that is neither a person's tool nor configured as settled may come from an operator: both count as owners. What
 * was written through a subresource counts by its manager as everything else.
 */
function managersOf({ metadata }, { field, settled }) {
    return (metadata.managedFields ?? [])
        .filter(({ manager = '', fieldsV1 }) => !isSettled(manager, settled) && (0,owner_field/* holdsField */.Lc)(fieldsV1, field))
        .map(ownerOf);
}
const isSettled = (manager, settled) => settledManagers.test(manager) || settled.includes(manager);
function ownerOf({ manager = '', operation }) {
    const shown = (0,shown_name/* shownName */.H)(manager);
    const mark = `managedFields, ${operation === 'Apply' ? 'applied' : 'updated'} by ${shown}`;
    const [, kind, name] = reconcilers.find(([pattern]) => pattern.test(manager)) ?? [];
    if (kind !== undefined && name !== undefined)
        return { kind, name, mark, where: `in the sources that ${name} applies` };
    return {
        kind: 'field-manager',
        name: `field manager ${shown}`,
        mark,
        where: `in what ${shown} applies (if that is a pipeline or a person, list it under \`platform.workloads.field-managers\`)`,
    };
}

;// CONCATENATED MODULE: ./build/domain/owner/marks.js


/** The controller of the object (`ownerReferences` with `controller: true`): it makes the object as its own spec says. */
const controller = ({ metadata }) => {
    const reference = metadata.ownerReferences?.find((one) => one.controller === true);
    if (reference === undefined)
        return undefined;
    const group = reference.apiVersion.includes('/') ? `.${reference.apiVersion.split('/')[0]}` : '';
    const name = (0,shown_name/* shownName */.H)(`${reference.kind.toLowerCase()}${group}/${reference.name}`);
    return { kind: 'controller', name, mark: 'metadata.ownerReferences, controller', where: `in the spec of ${name}` };
};
const trackingId = 'argocd.argoproj.io/tracking-id';
const instanceLabel = 'argocd.argoproj.io/instance';
/**
 * Argo CD, by its tracking annotation `<application>:<group>/<kind>:<namespace>/<name>` (Argo CD documentation, "Resource
 * Tracking": an id that names another object was copied and does not count), or its instance label.
 */
const argoCd = (object, question) => {
    const { annotations = {}, labels = {}, name, namespace = '' } = object.metadata;
    const tracked = annotations[trackingId];
    const application = tracked?.endsWith(`:${namespace}/${name}`) ? tracked.split(':')[0] : labels[instanceLabel];
    if (application === undefined || leavesFieldAlone(object, question, 'argocd-controller'))
        return undefined;
    const shown = (0,shown_name/* shownName */.H)(application);
    return {
        kind: 'argo-cd',
        name: `Argo CD application ${shown}`,
        mark: application === labels[instanceLabel] ? `label ${instanceLabel}` : `annotation ${trackingId}`,
        where: `in the repository of Argo CD application ${shown} (\`argocd app get ${shown}\` names it)`,
    };
};
const fluxControllers = { kustomize: 'kustomize-controller', helm: 'helm-controller' };
/**
 * Flux, by the labels that its controllers set (`kustomize.toolkit.fluxcd.io/name`, `helm.toolkit.fluxcd.io/name`). An
 * object that Flux was told to leave alone (`…/reconcile: disabled`, `…/ssa: Ignore` or `IfNotPresent`) is not owned.
 */
const flux = (object, question) => {
    for (const [tool, manager] of Object.entries(fluxControllers)) {
        const { labels = {}, annotations = {} } = object.metadata;
        const prefix = `${tool}.toolkit.fluxcd.io`;
        const name = labels[`${prefix}/name`];
        if (name === undefined || told({ ...labels, ...annotations }, prefix))
            continue;
        if (leavesFieldAlone(object, question, manager))
            continue;
        const kind = tool === 'helm' ? 'helmrelease' : 'kustomization';
        const shown = (0,shown_name/* shownName */.H)(`${labels[`${prefix}/namespace`] ?? ''}/${name}`.replace(/^\//, ''));
        return {
            kind: 'flux',
            name: `Flux ${kind} ${shown}`,
            mark: `label ${prefix}/name`,
            where: `in the sources of Flux ${kind} ${shown}`,
        };
    }
    return undefined;
};
const told = (words, prefix) => words[`${prefix}/reconcile`] === 'disabled' || ['Ignore', 'IfNotPresent'].includes(words[`${prefix}/ssa`] ?? '');
/** Helm, by the release annotation that it sets and checks, or the label that charts carry. */
const helm = ({ metadata }) => {
    const release = metadata.annotations?.['meta.helm.sh/release-name'];
    if (release !== undefined) {
        const shown = (0,shown_name/* shownName */.H)(release);
        return {
            kind: 'helm',
            name: `Helm release ${shown}`,
            mark: 'annotation meta.helm.sh/release-name',
            where: `in the values of Helm release ${shown}, which its next upgrade applies`,
        };
    }
    if (metadata.labels?.['app.kubernetes.io/managed-by'] !== 'Helm')
        return undefined;
    return {
        kind: 'helm',
        name: 'Helm',
        mark: 'label app.kubernetes.io/managed-by',
        where: 'in the values of the chart that it was made from',
    };
};
/** Whether a controller that applies server-side has said which fields are its own, and this one is not among them. */
function leavesFieldAlone({ metadata }, { field }, manager) {
    const applied = metadata.managedFields?.filter((one) => one.manager === manager && one.operation === 'Apply') ?? [];
    return applied.length > 0 && !applied.some(({ fieldsV1 }) => (0,owner_field/* holdsField */.Lc)(fieldsV1, field));
}

;// CONCATENATED MODULE: ./build/domain/owner/owner.js


/**
 * Who owns a field of an object, the most certain first: its controller, Argo CD, Flux and Helm by their marks, then
 * whoever `managedFields` names for that very field. One entry for each kind of owner; none: nobody else does. Autoscalers
 * are not marked on the object: see `autoscalerOf`.
 */
function ownersOf(object, question) {
    const marks = [controller, argoCd, flux, helm].flatMap((mark) => mark(object, question) ?? []);
    const seen = new Map();
    for (const owner of [...marks, ...managersOf(object, question)]) {
        if (!seen.has(owner.kind))
            seen.set(owner.kind, owner);
    }
    return [...seen.values()];
}
/** The rule of every refusal to change what somebody else owns: what needs such a task goes on all the same. */
const ownedRule = 'what somebody else owns is changed at its owner';
/** A refusal to change what somebody else owns. `change` says it for the owner: `image of container gateway to 2.1.1`. */
function ownedRefusal(subject, owners, change) {
    const [first] = owners;
    return {
        subject,
        rule: ownedRule,
        state: `${owners.map(({ name, mark }) => `${name} owns it (${mark})`).join('; ')}`,
        next: `change ${change} ${first.where}; if it stays as it is set here all the same, say so with a reason under \`platform.workloads.owned-override\` in .github/maintenance.yml`,
    };
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
/**
 * Durations with those of this run. Only tasks that came to their end count; of those that may take steps (`takesSteps`)
 * only runs that took some: how fast there is nothing to do says nothing of how long an update takes.
 */
function rememberDurations(durations, outcomes, takesSteps) {
    const next = { ...durations };
    for (const { entry } of outcomes) {
        const counts = entry.status === 'done' || (entry.status === 'nothing-to-do' && !takesSteps(entry.id));
        if (!counts)
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

/***/ 1982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ finish),
  x: () => (/* binding */ isIdle)
});

// EXTERNAL MODULE: ./build/domain/report/build.js + 3 modules
var build = __webpack_require__(53285);
// EXTERNAL MODULE: ./build/domain/state/applied.js
var applied = __webpack_require__(11350);
// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
// EXTERNAL MODULE: ./build/domain/state/measured.js
var measured = __webpack_require__(40299);
// EXTERNAL MODULE: ./build/domain/state/sightings.js
var sightings = __webpack_require__(25163);
// EXTERNAL MODULE: ./build/tasks/registry.js
var registry = __webpack_require__(60190);
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

// EXTERNAL MODULE: ./build/pipeline/publish/record-ended.js
var record_ended = __webpack_require__(80499);
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
/** Most runs have none, and do not write the document. */
function rememberSeen({ state, outcomes, clock }) {
    if (outcomes.every(({ sightings }) => sightings === undefined))
        return Promise.resolve();
    return state.update('sightings', (current) => (0,sightings/* rememberSightings */.W)(current, outcomes, clock.now()));
}
async function remember(finishing, report, known) {
    const { state, outcomes, job, runWord, clock } = finishing;
    const takesSteps = await stepTakers(outcomes);
    return writeEach([
        ...(known === undefined ? [] : [['findings', () => state.update('findings', () => known)]]),
        ['durations', () => state.update('durations', (current) => (0,measured/* rememberDurations */.Bp)(current, outcomes, takesSteps))],
        ['history', () => state.update('history', (current) => (0,measured/* rememberMeasurements */.zs)(current, outcomes, clock.now()))],
        ['what can be put back', () => rememberPlans(finishing)],
        ['sightings', () => rememberSeen(finishing)],
        ...(job.opening === undefined ? [] : [['the claim', () => rememberClaim(finishing, report, runWord)]]),
    ]);
}
/** Which of the tasks of a run may take steps. */
async function stepTakers(outcomes) {
    const tasks = await Promise.all(outcomes.map(({ entry }) => (0,registry/* loadTask */._o)(entry.id)));
    const takers = new Set(tasks.flatMap((task) => (task === undefined || task.steps.length === 0 ? [] : [task.id])));
    return (id) => takers.has(id);
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
/**
 * An opening is through when every task that was due came to an end of its own, not when the job was cut short. Looking
 * before the changes is no such end.
 */
async function rememberClaim({ state, outcomes, job }, report, runWord) {
    const { opening } = job;
    if (opening === undefined)
        return;
    const results = outcomes.filter(({ entry }) => entry.phase !== 'before');
    const tasks = Object.fromEntries(results.map((outcome) => [outcome.entry.id, (0,record_ended/* claimedTask */.p)(outcome, report.finishedAt)]));
    const ended = new Set(results.filter(({ entry }) => entry.status !== 'cancelled').map(({ entry }) => entry.id));
    const through = !job.continues && job.due.every((id) => ended.has(id));
    await state.update('claims', (claims) => {
        const recorded = (0,state_claims/* recordTasks */.cS)(claims, opening, runWord, tasks);
        const complete = (before, id) => (0,state_claims/* completeClaim */.ww)(before, id, runWord, report.finishedAt, report.verdict);
        return through ? [opening, ...job.absorbs].reduce(complete, recorded) : recorded;
    });
}


/***/ }),

/***/ 80499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ claimedTask),
/* harmony export */   w: () => (/* binding */ recordEnded)
/* harmony export */ });
/* harmony import */ var _domain_conduct_met_need_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16277);
/* harmony import */ var _domain_state_claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87166);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28481);



/** A task's result as claims hold it. */
const claimedTask = ({ entry }, finishedAt) => ({
    ...(0,_domain_conduct_met_need_js__WEBPACK_IMPORTED_MODULE_0__/* .endedAs */ .B)(entry),
    finishedAt,
});
/**
 * Write a task's result into the claim as soon as there is one: the end of the job does it again, and a killed job has no
 * end, after which the next tick would do everything once more. Answers why it could not be written; nothing depends on it.
 * Looking before the changes is no result of the opening, and is not written.
 */
async function recordEnded(outcome, recording) {
    const { job, state, clock, runWord } = recording;
    const { opening } = job;
    if (job.mode === 'plan' || opening === undefined || job.leaseHolder === undefined)
        return undefined;
    if (outcome.entry.phase === 'before')
        return undefined;
    const result = { [outcome.entry.id]: claimedTask(outcome, new Date(clock.now()).toISOString()) };
    try {
        await state.update('claims', (claims) => (0,_domain_state_claims_js__WEBPACK_IMPORTED_MODULE_2__/* .recordTasks */ .cS)(claims, opening, runWord, result));
        return undefined;
    }
    catch (error) {
        return `the result of ${outcome.entry.id} could not be written into the claim: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .causeOf */ .rl)(error)}`;
    }
}


/***/ })

};
