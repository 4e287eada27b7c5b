export const id = 8461;
export const ids = [8461];
export const modules = {

/***/ 75466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ absorbedBy),
/* harmony export */   r: () => (/* binding */ absorbs)
/* harmony export */ });
/* harmony import */ var _openings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27279);
/* harmony import */ var _spans_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87965);


function shareTime(a, b) {
    return a.spans.some((one) => b.spans.some((other) => (0,_spans_js__WEBPACK_IMPORTED_MODULE_0__/* .overlap */ .EF)(one, other)));
}
/**
 * The largest opening that absorbs this one: of higher rank, and open at a time at which this one is open. A quarterly
 * window absorbs what it overlaps, a monthly the weekly and daily, a weekly the daily. Touching is no overlap.
 */
function absorbedBy(opening, calendar) {
    return (0,_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .openingsWithin */ .T2)(calendar, opening.start, opening.end)
        .filter((other) => other.rank > opening.rank && shareTime(opening, other))
        .toSorted((a, b) => b.rank - a.rank || a.start - b.start)[0];
}
/** The smaller openings whose work a run in this opening takes over, the largest first. */
function absorbs(opening, calendar) {
    return (0,_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .openingsWithin */ .T2)(calendar, opening.start, opening.end)
        .filter((other) => other.rank < opening.rank && absorbedBy(other, calendar)?.id === opening.id)
        .toSorted((a, b) => b.rank - a.rank || a.start - b.start);
}


/***/ }),

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

/***/ 88282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CK: () => (/* binding */ windowPart),
/* harmony export */   RY: () => (/* binding */ JOB_MS),
/* harmony export */   o7: () => (/* binding */ RESERVE_MS),
/* harmony export */   o9: () => (/* binding */ jobEndOf),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   u9: () => (/* binding */ frameUntil)
/* harmony export */ });
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95460);
/* harmony import */ var _calendar_openings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27279);


/** Hosted jobs and their tokens end at six hours; nothing of ours runs longer than this, ms. */
const JOB_MS = 330 * 60_000;
/** Kept free before the end of a window or job, ms: for closing, publishing and what takes longer than thought. */
const RESERVE_MS = 10 * 60_000;
/** The window as the report's head shows it. */
function windowPart(scene, outside) {
    const { opening, window, now } = scene;
    if (opening === undefined)
        return { name: window, outside };
    const { start, end } = opening;
    return { name: window, opensAt: (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(start), closesAt: (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(end), openedLate: now - start, outside };
}
/** When the job must be over. */
const jobEndOf = ({ situation }) => situation.jobStartedAt + JOB_MS;
/** The time that is left until an end: what changes something stops a reserve before it. */
function frameUntil(scene, end, lastStart) {
    const { now, situation } = scene;
    return { now, closesAt: end - RESERVE_MS, lastStart, durations: situation.state?.durations ?? {} };
}
/** When an opening that is open now closes: its end or the next blackout. */
const endOf = ({ now }, opening) => now + (0,_calendar_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLeft */ .f$)(opening, now);


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

/***/ 34297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ leaseDurationMs)
/* harmony export */ });
/** Our duration of the Lease, ms: a holder that has not renewed it for so long has lost it. Never what the object says. */
const leaseDurationMs = 300_000;


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

/***/ 94795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kq: () => (/* binding */ approveFile),
/* harmony export */   kR: () => (/* binding */ isTryOver),
/* harmony export */   uE: () => (/* binding */ stateOfTry)
/* harmony export */ });
/** The file of the workflow that checks comments and applies what they approve. */
const approveFile = 'approve.yml';
/** So long after it was started the forge may not show a run yet, ms. */
const shownWithinMs = 10 * 60_000;
/**
 * What the last try of an approval is at. One that no run has said to be at is at work while any run of the workflow that was
 * started since then has not ended: it may wait for a runner, however long. Rejects with a PortError.
 */
async function stateOfTry(asking, last) {
    if (last === undefined)
        return 'none';
    const { forge, clock } = asking;
    if (last.run !== undefined) {
        const run = await forge.run(last.run);
        if (run !== undefined && run.status !== 'completed')
            return 'at-work';
        return run?.conclusion === 'cancelled' ? 'cancelled' : 'over';
    }
    if (clock.now() - Date.parse(last.at) < shownWithinMs)
        return 'at-work';
    const { defaultBranch } = await forge.repository();
    const since = await forge.runs({ workflow: approveFile, branch: defaultBranch, since: last.at });
    const isWaiting = since.some(({ event, status }) => event === 'workflow_dispatch' && status !== 'completed');
    return isWaiting ? 'at-work' : 'over';
}
/** Whether the last try is over, for a decision that is made later: any other try that stands there then is not. */
async function isTryOver(asking, last) {
    const isOver = ['over', 'cancelled'].includes(await stateOfTry(asking, last));
    return (found) => isOver && found.at === last?.at && found.run === last.run;
}


/***/ }),

/***/ 28481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ unknownFinding),
/* harmony export */   mm: () => (/* binding */ isCancelled),
/* harmony export */   rl: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** What an error says to a reader: a PortError its own words; anything else is a defect of ours, and says so. */
function causeOf(error) {
    if (error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U)
        return error.message;
    const name = error instanceof Error ? error.name : typeof error;
    return `a defect in this program (${name}${placeOf(error)}); please report it`;
}
/** Whether the run was asked to stop. */
function isCancelled(error) {
    return error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U && error.code === 'cancelled';
}
/** The finding for something that could not be looked at or done: `unknown`, with the cause. */
function unknownFinding(code, subject, title, error) {
    const next = error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U && error.next !== undefined ? error.next : 'look at the cause and run the task again';
    return {
        code,
        severity: 'unknown',
        subject: error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U ? error.subject : subject,
        title,
        evidence: causeOf(error),
        next,
    };
}
/** File and line of a defect, without the message: a message of foreign code may hold a secret. */
function placeOf(error) {
    const line = error instanceof Error ? error.stack?.split('\n').find((text) => text.trim().startsWith('at ')) : undefined;
    const place = /([\w.-]+\.(?:ts|js|mjs):\d+)/.exec(line ?? '')?.[1];
    return place === undefined ? '' : ` at ${place}`;
}


/***/ }),

/***/ 50453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ closeOpenJournal)
});

// EXTERNAL MODULE: ./build/domain/state/journal.js
var journal = __webpack_require__(2220);
;// CONCATENATED MODULE: ./build/domain/state/put-back-earlier.js

/**
 * What became of the steps that somebody began to put back before, as the journal has it: the run itself, or a recovery that
 * was cut off before it could say so. The last step first, as they are put back; how long it took is not known (0 ms).
 */
function putBackEarlier(content) {
    const progress = (0,journal/* progressOf */.jA)(content);
    const written = new Set(content.records.filter((record) => record.progress === 'undoing').map(({ step }) => step));
    return [...content.plan.steps].reverse().flatMap((step) => {
        const ended = progress.get(step.id);
        if (ended === 'undone')
            return [{ step, outcome: written.has(step.id) ? 'done' : 'not-needed', durationMs: 0 }];
        if (ended === 'held' || ended === 'frozen')
            return [{ step, outcome: ended, cause: foundEarlier, durationMs: 0 }];
        return [];
    });
}
const foundEarlier = 'as an earlier look found it';

// EXTERNAL MODULE: ./build/domain/step/undone.js
var step_undone = __webpack_require__(43397);
// EXTERNAL MODULE: ./build/pipeline/undo/release-kept.js
var release_kept = __webpack_require__(61168);
// EXTERNAL MODULE: ./build/pipeline/undo/undo-unit.js
var undo_unit = __webpack_require__(70597);
// EXTERNAL MODULE: ./build/pipeline/conduct/journal-findings.js
var journal_findings = __webpack_require__(77338);
;// CONCATENATED MODULE: ./build/pipeline/conduct/close-journal.js






/**
 * Close the journal that a run left open when it was killed or cancelled. The Lease is held, so that run is over. Units
 * that are half-way are put back, last first; steps without a way back are marked done or dropped by what the world
 * shows. Nothing is taken again: the next run plans afresh. A journal that is not what a run of ours wrote is touched by
 * nobody.
 */
async function closeOpenJournal(closing) {
    const open = await closing.journal.read();
    if (open === undefined)
        return { kind: 'none' };
    if (open.authenticity === 'broken')
        return { kind: 'left-open', finding: (0,journal_findings/* notAuthentic */.JQ)(open), open, undone: [] };
    const units = (0,journal/* unitsToUndo */.vS)(open);
    if (units.length > 0 && closing.undo === undefined) {
        const evidence = `${(0,journal/* stepsBegun */.Tt)(open).length} steps begun; reversible steps wait for recovery`;
        return { kind: 'left-open', finding: (0,journal_findings/* cutOff */.qG)(open, closing.run, 'fail', evidence), open, undone: [] };
    }
    const writer = await closing.journal.takeOver(closing.run);
    if (writer === undefined)
        return { kind: 'none' };
    await endBackends(closing, open);
    const { undone: undoneNow, whole } = await undoUnits(closing, open, writer);
    const undone = [...putBackEarlier(open), ...undoneNow];
    if (!whole)
        return { kind: 'left-open', finding: (0,journal_findings/* undoneFinding */.D_)(open, closing.run, undone, false), open, undone };
    const handled = new Set(undoneNow.map(({ step }) => step.id));
    const settled = [];
    for (const step of (0,journal/* stepsBegun */.Tt)(open).filter(({ id }) => !handled.has(id))) {
        const settlement = await settle(closing, step, open.id);
        await writer.write(step.id, settlement === 'done' ? 'done' : 'dropped');
        settled.push(`${step.id}: ${words[settlement]}`);
    }
    const notRemoved = await release(closing, open, undone);
    await writer.close();
    const facts = [...settled.slice(0, 5), ...notRemoved.slice(0, 5)];
    if (undone.length > 0)
        return { kind: 'closed', finding: (0,journal_findings/* undoneFinding */.D_)(open, closing.run, undone, true, facts), open, undone };
    const done = open.records.filter((record) => record.progress === 'done').length;
    const evidence = [`${done} of ${open.plan.steps.length} steps were done`, ...facts].join('; ');
    return { kind: 'closed', finding: (0,journal_findings/* cutOff */.qG)(open, closing.run, 'warn', evidence), open, undone };
}
/** Remove what steps kept for a way back that nobody needs any more; what could not be removed is said. */
async function release({ executor, context, clock }, open, undone) {
    const left = new Set(undone.filter(step_undone/* isKept */.t).map(({ step }) => step.id));
    const findings = await (0,release_kept/* releaseKept */.a)((0,journal/* stepsToRelease */.qJ)(open, left), {
        executor,
        clock,
        context: { ...context, planId: open.id },
    });
    return findings.map(({ title, evidence }) => `${title}: ${evidence}`);
}
/**
 * End what the dead run still has running inside databases, before anything is looked at. A server that cannot be asked
 * is left to the steps, which then cannot be settled, and say so.
 */
async function endBackends({ context }, open) {
    const servers = new Set((0,journal/* stepsBegun */.Tt)(open).flatMap(({ parameters }) => ('server' in parameters ? [parameters.server] : [])));
    for (const server of servers)
        await context.ports.database.endDeadRun(server, open.run).catch(() => undefined);
}
async function undoUnits({ executor, context, clock, undo }, open, writer) {
    const undone = [];
    if (undo === undefined)
        return { undone, whole: true };
    const progress = (0,journal/* progressOf */.jA)(open);
    const undoing = { ...undo, writer, executor, clock, context: { ...context, planId: open.id } };
    for (const unit of [...(0,journal/* unitsToUndo */.vS)(open)].reverse()) {
        const steps = unit.steps.filter(({ id }) => progress.has(id));
        const result = await (0,undo_unit/* undoUnit */.h)(steps, undoing, progress);
        undone.push(...result.steps);
        if (!result.whole)
            return { undone, whole: false };
    }
    return { undone, whole: true };
}
/** What a reader is told of a step that was begun. */
const words = {
    done: 'done, as the world shows',
    'not-done': 'it did not happen',
    moved: 'its subject is no longer as it was',
    'cannot-tell': 'begun; whether it took effect cannot be told',
};
async function settle({ executor, context }, step, planId) {
    try {
        return await (await executor(step)).settle({ ...context, planId }, step);
    }
    catch {
        return 'cannot-tell';
    }
}


/***/ }),

/***/ 77338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ undoneFinding),
/* harmony export */   JQ: () => (/* binding */ notAuthentic),
/* harmony export */   qG: () => (/* binding */ cutOff)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _domain_step_undone_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43397);


/** Whose the journal is, for the run that tells: a process of its own may have been killed. */
const whose = (open, teller) => (open.run === teller ? 'this run' : 'an earlier run');
/** A run ended in the middle of a task, and nothing had to be put back (`warn`) or that still has to be done (`fail`). */
function cutOff(open, teller, severity, evidence) {
    return {
        code: 'run-cut-off',
        severity,
        subject: open.task,
        title: `${whose(open, teller)} was cut off in the middle of this task`,
        evidence: `${evidence} (${open.run})`,
        next: severity === 'fail' ? 'run the recovery job: gh workflow run watch.yml' : `nothing: ${open.task} plans afresh`,
    };
}
/** A journal that nobody touches, because somebody else wrote it. */
function notAuthentic(open) {
    return {
        code: 'journal-not-authentic',
        severity: 'fail',
        subject: open.task,
        title: 'the journal is not what a run of ours wrote, so nothing is changed',
        evidence: `its message authentication code is missing or another one (${open.run})`,
        next: `compare it with the run that it names: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)('rooivalk-maintenance') `get configmap journal -o yaml`}`,
    };
}
const outcomeWords = {
    done: 'put back',
    'not-needed': 'had not taken effect',
    stays: 'stays, it has no way back',
    held: 'kept, it must not be rolled back',
    frozen: 'left as it is, somebody has changed it since',
    failed: 'could not be put back',
};
/** What was put back of a run that ended half-way; not `whole`: not all of it yet. `besides`: what else is known of its steps. */
function undoneFinding(open, teller, undone, whole, besides = []) {
    const kept = undone.filter((step) => (0,_domain_step_undone_js__WEBPACK_IMPORTED_MODULE_1__/* .isKept */ .t)(step) || step.outcome === 'failed');
    const said = undone.slice(0, 5).map(({ step, outcome, cause }) => {
        const why = cause === undefined || outcome === 'stays' ? '' : ` (${cause})`;
        return `${step.id}: ${outcomeWords[outcome]}${why}`;
    });
    const evidence = `${[...said, ...besides].join('; ')} (${open.run})`;
    const base = { subject: open.task, evidence };
    if (!whole) {
        return {
            ...base,
            code: 'recovery-not-finished',
            severity: 'fail',
            title: `what ${whose(open, teller)} left half-way could not be put back yet`,
            next: 'look at the cause; the next recovery goes on: gh workflow run watch.yml',
        };
    }
    if (kept.length > 0) {
        return {
            ...base,
            code: 'recovery-froze',
            severity: 'fail',
            title: `${whose(open, teller)} was cut off, and part of what it changed was left as it is`,
            next: `decide by hand about ${kept[0]?.step.subject ?? open.task}; nothing of ours touches it any more`,
        };
    }
    return {
        ...base,
        code: 'run-undone',
        severity: 'warn',
        title: `${whose(open, teller)} was cut off, and what it had left half-way is as it was before`,
        next: `nothing: ${open.task} plans afresh`,
    };
}


/***/ }),

/***/ 6121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ outlasting),
/* harmony export */   u: () => (/* binding */ graceBy)
/* harmony export */ });
/* harmony import */ var _domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);
/* harmony import */ var _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34297);


/** From the moment when a Lease may be taken over until it is tried, with a slow API server, ms. */
const slackMs = 60_000;
/** How long the step that the journal shows begun may still be at work, ms, as it is when it is asked. */
const graceBy = (journal) => async () => {
    const open = await journal.read();
    return open === undefined ? 0 : (0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .deadlineOfBegun */ .X7)(open);
};
/** How long it takes at most to take the Lease of a holder that is dead, ms: its duration, and what its last step may take. */
const outlasting = (graceMs) => _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .leaseDurationMs */ .P + graceMs + slackMs;


/***/ }),

/***/ 58890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conduct: () => (/* binding */ conduct)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/calendar/blackouts.js
var calendar_blackouts = __webpack_require__(3510);
// EXTERNAL MODULE: ./build/domain/calendar/explanation.js
var explanation = __webpack_require__(84443);
// EXTERNAL MODULE: ./build/domain/calendar/nesting.js
var nesting = __webpack_require__(75466);
// EXTERNAL MODULE: ./build/domain/calendar/openings.js
var openings = __webpack_require__(27279);
// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
// EXTERNAL MODULE: ./build/domain/conduct/assignment.js + 2 modules
var conduct_assignment = __webpack_require__(1860);
;// CONCATENATED MODULE: ./build/domain/conduct/notes.js






/** Blackouts that have lost their effect. */
function warnings({ calendar, now }) {
    return (0,calendar_blackouts/* leftOver */.WL)(calendar, now).map(({ owner, reason, expires }) => `a blackout by ${owner} (${reason}) expired ${(0,explanation/* utcOf */.ym)(expires)} and has no effect: renew or remove it`);
}
/** When the window opens next, or why it does not. */
function nextOf({ calendar, window, now }) {
    const own = calendar.windows.filter(({ name }) => name === window);
    if (own.length === 0)
        return `${window} is switched off (windows.${window}.enabled in .github/maintenance.yml)`;
    const next = (0,openings/* nextOpenings */.jV)({ ...calendar, windows: own }, now, 1)[0];
    if (next !== undefined)
        return (0,explanation/* describeNext */.hg)(next, now);
    return `${window} does not open again: give it dates or days (windows.${window} in .github/maintenance.yml)`;
}
/** What becomes of each task. */
function taskNotes({ due, notDue, lookOnly }) {
    return [
        due.length === 0 ? 'no task is due any more' : `due, in this order: ${due.join(', ')}`,
        ...notDue.map(({ id, status, cause }) => `${id} is ${status}: ${cause}`),
        ...lookOnly.map((id) => `${id} looks and takes no step: the state in the cluster cannot be read`),
    ];
}
/** Tasks of some windows that are not this job's to run. */
function gatedNotes(situation, windows) {
    const ids = (0,conduct_assignment/* gated */.aH)(situation, windows).map(({ id }) => id);
    return ids.length === 0 ? [] : [`needs approval, and runs in a job of its own: ${ids.join(', ')}`];
}
/** How far earlier runs of the opening came. */
function earlierNotes(scene, opening, earlier) {
    const count = Object.keys(earlier).length;
    const predecessor = (0,state_claims/* claimOf */._B)(scene.situation.state?.claims ?? [], opening.id)?.run;
    if (count === 0 && (predecessor === undefined || predecessor === scene.situation.run))
        return [];
    const results = count === 0 ? 'no task has its result yet' : `with a result already: ${Object.keys(earlier).join(', ')}`;
    return [`goes on after ${predecessor ?? 'the run of a smaller window'}; ${results}`];
}
/** Since when it is open, and for how long. */
function openedSentence({ now, window }, opening) {
    const late = (0,quantities/* formatSpan */.QA)(Math.max(0, now - opening.start));
    return `${window} opened ${(0,explanation/* utcOf */.ym)(opening.start)} (${late} ago) and is open for ${(0,quantities/* formatSpan */.QA)((0,openings/* timeLeft */.f$)(opening, now))} more`;
}

// EXTERNAL MODULE: ./build/domain/conduct/open-journal.js
var open_journal = __webpack_require__(82970);
// EXTERNAL MODULE: ./build/domain/conduct/scene.js
var conduct_scene = __webpack_require__(88282);
;// CONCATENATED MODULE: ./build/domain/conduct/decide.js











/** How long a smaller window waits for the claim of a larger one after its own opening, ms. */
const PATIENCE_MS = 60 * 60_000;
const nothing = (scene, sentence) => ({
    kind: 'nothing-due',
    sentence,
    notes: [sentence, ...warnings(scene)],
    window: (0,conduct_scene/* windowPart */.CK)(scene, scene.opening === undefined),
});
function refused(scene, rule, state, next) {
    const sentence = `refused: ${rule}; ${state}`;
    const refusal = { subject: `window ${scene.window}`, rule, state, next };
    return {
        kind: 'refused',
        sentence,
        notes: [sentence],
        refusal,
        window: (0,conduct_scene/* windowPart */.CK)(scene, scene.opening === undefined),
    };
}
/** Nothing due for a schedule; for a person, the same words as a refusal with the way on. */
function decide_closed(scene, rule, state, next) {
    if (scene.situation.trigger.kind === 'schedule')
        return nothing(scene, `nothing due: ${rule}; ${state}`);
    return refused(scene, rule, state, next);
}
/** The tasks of an opening that this run claims, and of those that it absorbs. */
function claimed(scene, opening) {
    const { situation, calendar } = scene;
    const smaller = (0,nesting/* absorbs */.r)(opening, calendar);
    const openings = [opening, ...smaller];
    const windows = openings.map(({ window }) => window);
    const earlier = (0,conduct_assignment/* earlierResults */.r8)(situation, openings);
    const [end, jobEnd] = [(0,conduct_scene/* endOf */.pJ)(scene, opening), (0,conduct_scene/* jobEndOf */.o9)(scene)];
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, Math.min(end, jobEnd), opening.lastStart);
    const assignment = (0,conduct_assignment/* assign */.kp)(situation, windows, frame, earlier);
    const unhurried = (0,conduct_assignment/* assign */.kp)(situation, windows, (0,conduct_scene/* frameUntil */.u9)(scene, end, opening.lastStart), earlier);
    const continues = unhurried.due.length > assignment.due.length;
    const sentence = openedSentence(scene, opening);
    const notes = [
        sentence,
        ...(smaller.length === 0 ? [] : [`takes over ${smaller.map(({ id }) => id).join(', ')}`]),
        ...earlierNotes(scene, opening, earlier),
        ...taskNotes(assignment),
        ...(continues ? [`a job ends after ${(0,quantities/* formatSpan */.QA)(conduct_scene/* JOB_MS */.RY)}; a later run of this opening goes on`] : []),
        ...gatedNotes(situation, windows),
        ...warnings(scene),
    ];
    const absorbed = smaller.map(({ id }) => id);
    const window = (0,conduct_scene/* windowPart */.CK)(scene, false);
    const { closesAt } = frame;
    return {
        kind: 'due',
        mode: 'apply',
        sentence,
        notes,
        ...assignment,
        claim: opening.id,
        continues,
        absorbs: absorbed,
        opening,
        window,
        closesAt,
    };
}
/** The tasks of the window alone, by hand and against the calendar: until the job ends or a blackout begins. */
function against(scene, sentence) {
    const { situation, window, calendar, now } = scene;
    const end = (0,calendar_blackouts/* untilBlackout */.GT)(calendar, { from: now, until: (0,conduct_scene/* jobEndOf */.o9)(scene) }, window);
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, end, end);
    const assignment = (0,conduct_assignment/* assign */.kp)(situation, [window], frame, {});
    const notes = [sentence, ...taskNotes(assignment), ...gatedNotes(situation, [window]), ...warnings(scene)];
    const rest = { continues: false, absorbs: [], window: (0,conduct_scene/* windowPart */.CK)(scene, true), closesAt: frame.closesAt };
    return { kind: 'due', mode: 'apply', sentence, notes, ...assignment, ...rest };
}
/** What plan mode adds for a window that is open: what apply mode would not do, and why. */
function wouldNotes(scene, opening, windows) {
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, Math.min((0,conduct_scene/* endOf */.pJ)(scene, opening), (0,conduct_scene/* jobEndOf */.o9)(scene)), opening.lastStart);
    const { notDue } = (0,conduct_assignment/* assign */.kp)(scene.situation, windows, frame, {});
    const late = notDue.filter(({ status }) => status === 'deferred');
    const why = obstacle(scene, opening);
    return [
        ...(why === undefined ? [] : [`apply mode would do nothing now: ${why[0]}; ${why[1]}`]),
        ...late.map(({ id, cause }) => `apply mode would defer ${id}: ${cause}`),
    ];
}
/** Plan mode: everything is looked at, whatever the calendar and the claims say. */
function planned(scene) {
    const { opening, window, now, calendar, situation } = scene;
    const smaller = opening === undefined ? [] : (0,nesting/* absorbs */.r)(opening, calendar);
    const windows = [window, ...smaller.map((each) => each.window)];
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, (0,conduct_scene/* jobEndOf */.o9)(scene), (0,conduct_scene/* jobEndOf */.o9)(scene));
    const assignment = (0,conduct_assignment/* assign */.kp)(situation, windows, frame, {});
    const blackouts = (0,calendar_blackouts/* blackoutsAt */.It)(calendar, now, window).map(explanation/* describeBlackout */.XP);
    const state = opening === undefined
        ? `is not open; ${[...blackouts, nextOf(scene)].join('; ')}`
        : `is open until ${(0,explanation/* utcOf */.ym)(opening.end)}`;
    const sentence = `plan mode: looks and changes nothing; ${window} ${state}`;
    const notes = [
        sentence,
        ...taskNotes(assignment),
        ...(opening === undefined ? [] : wouldNotes(scene, opening, windows)),
        ...gatedNotes(situation, windows),
        ...warnings(scene),
    ];
    const rest = { continues: false, absorbs: smaller.map(({ id }) => id), closesAt: frame.closesAt };
    const due = {
        kind: 'due',
        mode: 'plan',
        sentence,
        notes,
        ...assignment,
        ...rest,
        window: (0,conduct_scene/* windowPart */.CK)(scene, opening === undefined),
    };
    return opening === undefined ? due : { ...due, opening };
}
/**
 * Why the opening that is open is not for this run to take; undefined when it is. A larger window's claim takes over what a
 * smaller one's run left, too.
 */
function obstacle(scene, opening) {
    const { now, situation, calendar } = scene;
    if (!(0,openings/* mayStart */.SH)(opening, now)) {
        return ['nothing starts after the cut-off', `it was at ${(0,explanation/* utcOf */.ym)(opening.lastStart)}`];
    }
    const claims = situation.state?.claims ?? [];
    const own = (0,state_claims/* claimOf */._B)(claims, opening.id);
    if (own?.completedAt !== undefined) {
        const verdict = `completed ${own.completedAt}, verdict ${own.verdict}`;
        return [`${opening.id} has been carried out`, `by ${own.run}, ${verdict}`];
    }
    const larger = (0,nesting/* absorbedBy */.W)(opening, calendar);
    const theirs = larger === undefined ? undefined : (0,state_claims/* claimOf */._B)(claims, larger.id);
    if (larger === undefined)
        return undefined;
    if (theirs !== undefined) {
        return [`${larger.id} absorbs ${opening.id}`, `it was claimed ${theirs.claimedAt} by ${theirs.run}`];
    }
    if (own !== undefined)
        return undefined;
    const patience = opening.start + PATIENCE_MS;
    if (now >= patience || larger.start >= patience || now >= larger.lastStart)
        return undefined;
    return [`${opening.id} waits for ${larger.id} to be claimed`, `until ${(0,explanation/* utcOf */.ym)(patience)}, then it runs itself`];
}
const askForReason = 'give a reason when starting it, or wait for the opening';
function applied(scene) {
    const { opening, window, now } = scene;
    if (opening === undefined) {
        if (scene.reasoned) {
            return against(scene, `started by hand outside its window, for the reason given; ${nextOf(scene)}`);
        }
        const other = (0,openings/* openAt */._8)(scene.calendar, now).map((each) => each.window);
        const open = other.length === 0 ? 'no window is open' : `${other.join(' and ')} is open, ${window} is not`;
        if (scene.situation.trigger.kind === 'schedule')
            return nothing(scene, `nothing due: ${open}; ${nextOf(scene)}`);
        return refused(scene, 'outside its window a run by hand needs a written reason', `${open}; ${nextOf(scene)}`, askForReason);
    }
    const why = obstacle(scene, opening);
    if (why === undefined)
        return claimed(scene, opening);
    const [rule, state] = why;
    if (!scene.reasoned)
        return decide_closed(scene, rule, state, askForReason);
    return against(scene, `started by hand for the reason given, although ${rule} (${state})`);
}
function inBlackout(scene, blackouts) {
    const state = blackouts.map(explanation/* describeBlackout */.XP).join('; ');
    const owners = [...new Set(blackouts.map(({ blackout }) => blackout.owner))].join(', ');
    return decide_closed(scene, 'nothing is changed in a blackout, whatever the reason', `${state}; ${nextOf(scene)}`, `ask ${owners} to lift it in .github/maintenance.yml, or wait`);
}
/**
 * Decide which tasks are due. Pure: the same situation gives the same decision. It may be asked before the Lease is taken
 * (to end in seconds when nothing is due) and again under it, when what the state says can no longer change.
 */
function decide(situation) {
    const { trigger, now, openJournal } = situation;
    const calendar = (0,windows/* calendarOf */.Yw)(situation.configuration);
    const opening = (0,openings/* openAt */._8)(calendar, now).find((each) => each.window === trigger.window);
    const reasoned = trigger.kind === 'dispatch' && (trigger.reason ?? '').trim() !== '';
    const scene = { situation, calendar, window: trigger.window, now, opening, reasoned };
    if (openJournal !== undefined && (openJournal.reversible || trigger.mode === 'plan')) {
        const { rule, state, next } = (0,open_journal/* comesFirst */.o)(openJournal);
        return decide_closed(scene, rule, state, next);
    }
    if (trigger.mode === 'plan')
        return planned(scene);
    const blackouts = (0,calendar_blackouts/* blackoutsAt */.It)(calendar, now, trigger.window);
    return blackouts.length > 0 ? inBlackout(scene, blackouts) : applied(scene);
}

// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/pipeline/lease-patience.js
var lease_patience = __webpack_require__(6121);
// EXTERNAL MODULE: ./build/pipeline/conduct/behind-journal.js
var behind_journal = __webpack_require__(57716);
// EXTERNAL MODULE: ./build/pipeline/conduct/close-journal.js + 1 modules
var close_journal = __webpack_require__(50453);
;// CONCATENATED MODULE: ./build/pipeline/conduct/begin.js







/** How long a run waits at least for another one's Lease, ms. */
const leasePatienceMs = 8 * 60_000;
const nothingSeen = { state: { claims: [], durations: {} }, journal: undefined, findings: [] };
/**
 * Decide what is due, and in apply mode take the Lease, close a dead run's journal, and claim the opening. Outside every
 * opening the cluster is not even asked. Nothing of the platform itself is changed here. Never rejects on what the cluster
 * answers: what could not be read is in the job.
 */
async function begin(beginning) {
    const calendarOnly = decide(situationOf(beginning, nothingSeen));
    if (calendarOnly.kind === 'nothing-due' && calendarOnly.window.opensAt === undefined) {
        return jobOf(beginning, calendarOnly, []);
    }
    const seen = await lookPatiently(beginning);
    const decision = decide(situationOf(beginning, seen));
    if (decision.kind !== 'due' || decision.mode === 'plan' || decision.due.length === decision.lookOnly.length) {
        const job = jobOf(beginning, decision, seen.findings);
        const waits = beginning.trigger.mode === 'apply' && seen.journal?.reversible === true;
        return waits ? { ...job, recover: true } : job;
    }
    return underLease(beginning, decision, seen);
}
/** Under the Lease what the state says can no longer change: look and decide again, then claim. */
async function underLease(beginning, first, before) {
    beginning.progress('taking the Lease');
    const { lease, journal } = beginning.maintenance;
    const grace = (0,lease_patience/* graceBy */.u)(journal);
    let taken;
    try {
        const patienceMs = Math.max(leasePatienceMs, (0,lease_patience/* outlasting */.j)(await grace()));
        taken = await lease.take(beginning.holder, { patienceMs, grace });
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('lease-not-taken', 'lease/maintenance', 'the Lease could not be taken, so nothing was changed', error);
        return nothingChanged(beginning, first, [...before.findings, finding], (0,trouble/* causeOf */.rl)(error));
    }
    if (!taken.taken)
        return nothingChanged(beginning, first, before.findings, `another run holds the Lease (${taken.holder})`);
    return afterLease(beginning, first, before, taken.after);
}
/** The Lease is held: `after` whom, where somebody had it when we asked. */
async function afterLease(beginning, first, before, after) {
    const job = await settledAndClaimed(beginning, first, before);
    return after === undefined ? job : { ...job, notes: [...job.notes, `waited for the Lease, which ${after} held`] };
}
async function settledAndClaimed(beginning, first, before) {
    const { lease } = beginning.maintenance;
    const closed = await settleJournal(beginning);
    if (closed.kind === 'left-open') {
        await lease.release(beginning.holder);
        const findings = [...before.findings, ...(closed.finding ? [closed.finding] : [])];
        return { ...nothingChanged(beginning, first, findings, 'an open journal waits for recovery'), recover: true };
    }
    const seen = await look(beginning);
    const decision = decide(situationOf(beginning, seen));
    const findings = [...seen.findings, ...(closed.finding ? [closed.finding] : [])];
    if (decision.kind !== 'due' || decision.due.length === 0) {
        await lease.release(beginning.holder);
        return jobOf(beginning, decision, findings);
    }
    return begin_claimed(beginning, decision, findings);
}
async function begin_claimed(beginning, decision, findings) {
    const { maintenance, clock, runWord } = beginning;
    const { claim } = decision;
    const job = jobOf(beginning, decision, findings);
    if (claim === undefined)
        return { ...job, leaseHolder: beginning.holder };
    const at = new Date(clock.now()).toISOString();
    const requests = [claim, ...decision.absorbs].map((opening) => ({
        opening,
        window: opening.split('@')[0] ?? opening,
        run: runWord,
        at,
    }));
    try {
        await maintenance.state.update('claims', (claims) => requests.reduce(state_claims/* takeClaim */.GT, claims));
        return { ...job, opening: claim, leaseHolder: beginning.holder };
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('not-claimed', claim, 'the opening could not be claimed, so nothing was changed', error);
        await maintenance.lease.release(beginning.holder).catch(() => undefined);
        return nothingChanged(beginning, decision, [...findings, finding], (0,trouble/* causeOf */.rl)(error));
    }
}
async function settleJournal(beginning) {
    const { maintenance, runWord, closing, clock } = beginning;
    try {
        return await (0,close_journal/* closeOpenJournal */.g)({ journal: maintenance.journal, run: runWord, clock, ...closing });
    }
    catch (error) {
        return {
            kind: 'left-open',
            finding: (0,trouble/* unknownFinding */.M8)('journal-not-closed', 'journal', 'an open journal could not be closed', error),
        };
    }
}
/** As {@link look}; who plans by hand while another run is at work is not sent away at once. */
async function lookPatiently(beginning) {
    const seen = await look(beginning);
    const { trigger, maintenance, clock, progress } = beginning;
    if (trigger.mode !== 'plan' || trigger.kind !== 'dispatch' || seen.journal === undefined)
        return seen;
    const { journal } = maintenance;
    const { signal } = beginning.closing.context;
    const waiting = { journal, clock, patienceMs: behind_journal/* byHandPatienceMs */.qt, signal, progress };
    await (0,behind_journal/* waitForJournal */.cq)(waiting).catch(() => undefined);
    return look(beginning);
}
/** Read claims, durations and the journal. Not being able to is a finding, and nothing that changes anything is due then. */
async function look({ maintenance }) {
    try {
        const [claims, durations, open] = await Promise.all([
            maintenance.state.read('claims'),
            maintenance.state.read('durations'),
            maintenance.journal.read(),
        ]);
        return {
            state: { claims, durations },
            journal: open && (0,open_journal/* openJournalOf */.B)(open),
            findings: [],
        };
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('state-not-read', 'state', 'what earlier runs left could not be read, so nothing is changed', error);
        return { state: undefined, journal: undefined, findings: [finding] };
    }
}
const situationOf = (beginning, seen) => ({
    configuration: beginning.configuration,
    catalogue: beginning.catalogue,
    trigger: beginning.trigger,
    now: beginning.clock.now(),
    jobStartedAt: beginning.jobStartedAt,
    run: beginning.runWord,
    state: seen.state,
    ...(seen.journal === undefined ? {} : { openJournal: seen.journal }),
});
function jobOf(beginning, decision, findings) {
    const due = decision.kind === 'due' ? decision : undefined;
    return {
        mode: due?.mode ?? beginning.trigger.mode,
        run: { ...beginning.run, ...(beginning.trigger.reason ? { reason: beginning.trigger.reason } : {}) },
        platform: beginning.platform,
        window: decision.window,
        absorbs: due?.absorbs ?? [],
        continues: due?.continues ?? false,
        due: due?.due ?? [],
        lookOnly: due?.lookOnly ?? [],
        notDue: due?.notDue ?? [],
        notes: decision.notes,
        findings,
        ...(decision.kind === 'refused' ? { refusal: decision.refusal } : {}),
        ...(beginning.advisory !== undefined && (due?.mode ?? beginning.trigger.mode) === 'apply'
            ? { advisory: beginning.advisory }
            : {}),
        earlier: due?.earlier ?? {},
        startedAt: new Date(beginning.jobStartedAt).toISOString(),
        closesAt: new Date(due?.closesAt ?? beginning.clock.now()).toISOString(),
        failOn: beginning.configuration.failOn,
    };
}
/** What was due is deferred, with the cause; nothing is claimed and nothing held. */
function nothingChanged(beginning, decision, findings, cause) {
    const deferred = decision.due.map((id) => ({ id, status: 'deferred', verdict: 'warn', cause }));
    const job = jobOf(beginning, decision, findings);
    return {
        ...job,
        due: [],
        lookOnly: [],
        notDue: [...job.notDue, ...deferred],
        notes: [...job.notes, `nothing was changed: ${cause}`],
    };
}

// EXTERNAL MODULE: ./build/runtime/catalogue.js + 1 modules
var runtime_catalogue = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
;// CONCATENATED MODULE: ./build/domain/conduct/beside-ahead.js
/**
 * The job beside the plans that were approved for its opening: their subjects are reserved, and a task that comes after one
 * of theirs waits for a later tick while that has not ended. When the forge cannot be asked, nothing that changes anything
 * is due: it might void what somebody has approved. What needs a task that waits, waits as well. The claim stays open then,
 * so that a later tick goes on.
 */
function besideAhead(job, ahead, catalogue) {
    const later = new Map();
    // in the order of the job, in which what is needed comes first
    for (const id of job.due) {
        const task = catalogue.find((known) => known.id === id);
        const cause = task && (causeToWait(task, ahead) ?? needsWaiting(task, later));
        if (cause !== undefined)
            later.set(id, cause);
    }
    const deferred = [...later].map(([id, cause]) => ({ id, status: 'deferred', verdict: 'warn', cause }));
    const reserved = 'unknown' in ahead
        ? []
        : ahead.flatMap(({ subjects, tasks }) => subjects.map((subject) => ({ subject, by: tasks.join(', ') })));
    return {
        ...job,
        due: job.due.filter((id) => !later.has(id)),
        notDue: [...job.notDue, ...deferred],
        continues: job.continues || deferred.length > 0,
        ...(reserved.length === 0 ? {} : { reserved }),
        notes: [...job.notes, ...notesOf(ahead)],
    };
}
function needsWaiting({ needs }, later) {
    const need = needs.find((id) => later.has(id));
    return need && `it needs ${need}, which is deferred`;
}
function causeToWait({ steps, needs, after }, ahead) {
    if ('unknown' in ahead) {
        return steps.length === 0 ? undefined : `which plans are approved for this opening is not known: ${ahead.unknown}`;
    }
    const before = [...needs, ...(after === 'all' ? [] : after)];
    const open = ahead.find(({ ended, tasks }) => !ended && tasks.some((task) => before.includes(task)));
    return open && `it comes after ${open.tasks.join(', ')}, whose approved plan has not ended (${open.run})`;
}
function notesOf(ahead) {
    if ('unknown' in ahead)
        return [`the forge could not be asked for approved plans: ${ahead.unknown}`];
    return ahead.map(({ tasks, run, ended }) => `approved ahead: ${tasks.join(', ')} (${run})${ended ? ', ended' : ''}`);
}

// EXTERNAL MODULE: ./build/pipeline/ahead/plans-ahead.js
var plans_ahead = __webpack_require__(45081);
// EXTERNAL MODULE: ./build/domain/approval/accepted.js
var approval_accepted = __webpack_require__(28128);
// EXTERNAL MODULE: ./build/domain/approval/digest.js
var approval_digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/guard/comment.js
var comment = __webpack_require__(66850);
// EXTERNAL MODULE: ./build/domain/forge/people.js
var people = __webpack_require__(93070);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/pipeline/ahead/issue-approval.js
var issue_approval = __webpack_require__(93192);
// EXTERNAL MODULE: ./build/pipeline/ahead/try-over.js
var try_over = __webpack_require__(94795);
;// CONCATENATED MODULE: ./build/pipeline/ahead/start-approved.js








/** How many people are looked up at most before one is found who may approve. */
const mostAsked = 20;
/**
 * With the issue as gate, nobody starts the job when the window opens: the window's tick does, by the number of the comment
 * alone, and once: what was started, by this tick or another, is noted before. The guard of that job fetches and judges
 * everything itself. A comment that its own run could not answer is tried as well, when its author may approve. Rejects with
 * a PortError.
 */
async function startApproved(asking) {
    if (asking.gate !== 'issue')
        return { notes: [], cut: [] };
    const notes = [];
    const cut = [];
    for (const found of await (0,plans_ahead/* findAhead */.d)(asking)) {
        const progress = await (0,issue_approval/* issueProgress */.L)(asking, found, asking.clock.now());
        if (progress.isCut && progress.accepted === undefined)
            cut.push(found.document.issue ?? 0);
        const comment = await commentOf(asking, progress);
        if (comment === undefined || !(await start(asking, found, progress, comment)))
            continue;
        notes.push(`started the ${found.document.type} plan of ${found.run.url}, approved by comment ${comment}`);
    }
    return { notes, cut };
}
/** The comment that is tried next; undefined: none. */
async function commentOf(asking, { progress, accepted, comments }) {
    if (progress.kind !== 'waits')
        return undefined;
    const [first] = progress.comments;
    if (first === undefined || accepted?.comments.includes(first))
        return first;
    const asked = new Set();
    for (const id of progress.comments) {
        const author = comments.find((each) => each.id === id)?.author;
        if (author === undefined || !(0,people/* isPerson */.KA)(author) || asked.has(author.login))
            continue;
        if (asked.size === mostAsked)
            return undefined;
        asked.add(author.login);
        if ((0,comment/* accountMayApprove */.sM)(author, await permissionOf(asking.forge, author.login), asking.approvers))
            return id;
    }
    return undefined;
}
async function permissionOf(forge, login) {
    try {
        return await forge.permission(login);
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U) || error.code !== 'not-found')
            throw error;
        return { level: 'none', account: { id: 0, login, type: 'User' } };
    }
}
/** Note the try, and then start it: of two ticks that are at it at once, one alone does. */
async function start({ forge, maintenance, clock }, { document }, { accepted }, comment) {
    const digest = (0,approval_digest/* approvalDigest */.Y)(document);
    const own = { comment, at: new Date(clock.now()).toISOString() };
    const seen = accepted?.tries.length ?? 0;
    const noted = await maintenance.state.update('approvals', (all) => (0,approval_accepted/* noteStart */.PI)(all, { digest, document }, own, seen));
    if (!(0,approval_accepted/* isLastTry */.Ak)(noted, digest, own))
        return false;
    await forge.dispatch(try_over/* approveFile */.Kq, { comment: String(comment) });
    return true;
}

// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js + 1 modules
var forge = __webpack_require__(96397);
;// CONCATENATED MODULE: ./build/runtime/gates/ahead.js







/** Plans are made a lead time ahead; a run that is late by so much still belongs to its opening, ms. */
const slackMs = 3_600_000;
/**
 * The job beside the plans that were approved for its opening; with the issue as gate, those are started now. Asks the
 * forge only where the opening has tasks that need approval at all.
 */
async function besideApproved(self, { tasks, configuration }, maintenance, job) {
    if (job.opening === undefined || job.mode === 'plan')
        return job;
    const openings = [job.opening, ...job.absorbs];
    const windows = openings.map((opening) => opening.split('@')[0]);
    const gated = tasks.some(({ type, windows: own }) => type !== 'preventive' && own.some((name) => windows.includes(name)));
    if (!gated)
        return job;
    const { gate, approvers } = configuration.approval;
    const opensAt = Date.parse(job.window?.opensAt ?? job.startedAt);
    try {
        const asking = {
            forge: await (0,forge.openForge)(self),
            clock: clock/* systemClock */.m,
            maintenance,
            gate,
            ...(approvers === undefined ? {} : { approvers }),
            openings,
            since: new Date(opensAt - configuration.leadTime - slackMs).toISOString(),
        };
        const { notes, cut } = await startApproved(asking);
        for (const note of notes)
            self.stdout.print(note);
        const seen = { ...job, findings: [...job.findings, ...cut.map(notAllRead)] };
        return besideAhead(seen, await (0,plans_ahead/* plansAhead */.M)(asking), tasks);
    }
    catch (error) {
        const unknown = error instanceof task_inputs/* InputError */.dz ? error.message : (0,trouble/* causeOf */.rl)(error);
        return besideAhead(job, { unknown }, tasks);
    }
}
/** Somebody may have approved there whom no run has answered, and nobody has seen it. */
const notAllRead = (issue) => ({
    code: 'comments-not-read',
    severity: 'warn',
    subject: `issue #${issue}`,
    title: 'not every comment was read: there are too many',
    evidence: 'the newest 1,000 were read, and none of them was accepted; what is accepted is remembered beside them',
    next: 'whoever wants to approve the plan comments once more; lock the conversation against strangers',
});

// EXTERNAL MODULE: ./build/runtime/pipeline-actions.js
var pipeline_actions = __webpack_require__(36891);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/settling.js
var settling = __webpack_require__(15083);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
;// CONCATENATED MODULE: ./build/runtime/conduct.js










/** Main of the conductor: decide, hold the Lease, claim, and tell the following steps. Answers the exit status. */
async function conduct(self) {
    const { environment, stdout } = self;
    const jobStartedAt = clock/* systemClock */.m.now();
    const opened = await (0,runtime_catalogue/* openCatalogue */.G)(self);
    const { tasks: catalogue, configuration } = opened;
    const inputs = (0,task_inputs/* readInputs */.Ko)('conduct', pipeline_actions/* conduct */.Vn.inputs, environment);
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration);
    const word = (0,process/* runWord */.k)(environment.run, environment.job);
    const begun = await begin({
        trigger: { ...inputs, kind: environment.run.event === 'schedule' ? 'schedule' : 'dispatch' },
        configuration,
        catalogue,
        maintenance: platform.maintenance,
        clock: clock/* systemClock */.m,
        run: environment.run,
        platform: await platform.describe(),
        ...(platform.advisory === undefined ? {} : { advisory: platform.advisory }),
        runWord: word,
        holder: `${word} ${(0,external_node_crypto_.randomUUID)()}`,
        jobStartedAt,
        closing: await (0,settling/* settlingWith */.r)(self, configuration, platform),
        progress: (text) => stdout.print(text),
    });
    const job = await besideApproved(self, opened, platform.maintenance, begun);
    self.handover.writeJob(job);
    for (const note of job.notes)
        stdout.print(note);
    if (job.refusal !== undefined)
        stdout.annotate('warning', 'refused', `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`);
    environment.output('due', JSON.stringify(job.due));
    environment.output('mode', job.mode);
    environment.output('opening', job.opening ?? '');
    const changes = catalogue.some((task) => task.changesWorkloads && job.due.includes(task.id));
    environment.output('changes-workloads', String(changes));
    environment.output('recover', String(job.recover === true));
    return 0;
}


/***/ }),

/***/ 36891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LX: () => (/* binding */ taskInputs),
/* harmony export */   Vn: () => (/* binding */ conduct),
/* harmony export */   lj: () => (/* binding */ recover)
/* harmony export */ });
/* unused harmony exports taskOutputs, close, pipelineActions */
/* harmony import */ var _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85411);
/* harmony import */ var _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7611);


/** Inputs that every task has besides its own. */
const taskInputs = {
    mode: {
        kind: 'choice',
        description: 'plan: look, change nothing, and say what would be done. apply: do it. In a window the conductor decides.',
        values: ['', 'plan', 'apply'],
        default: '',
    },
    phase: {
        kind: 'choice',
        description: 'Where in the window it stands; health is looked at before and after changes.',
        values: ['main', 'before', 'after'],
        default: 'main',
    },
    reason: {
        kind: 'text',
        description: 'Why it is applied outside every window. Not used in a window.',
        default: '',
        maxLength: 500,
    },
};
/** Outputs that every task has besides its own. */
const taskOutputs = {
    verdict: 'pass, warn, fail, unknown or not-applicable.',
    status: 'done, nothing-to-do, planned, refused, failed, skipped, deferred or cancelled.',
    result: 'One line: what came of it.',
    report: 'Path of report.json; only when the task runs by itself, outside a window.',
};
/** The conductor: first of our steps in a job, and its `post` the last. */
const conduct = {
    id: 'conduct',
    folder: '',
    title: 'Maintenance conductor',
    description: 'Decides from .github/maintenance.yml, the event and the clock which window is open and which tasks are due in which order. Holds the Lease for the job; its post publishes the report.',
    inputs: {
        window: {
            kind: 'choice',
            description: 'The window that this workflow is for.',
            values: _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_1__/* .windowNames */ .n,
            default: 'daily',
        },
        mode: {
            kind: 'choice',
            description: 'plan: look, change nothing, and say what would be done. apply: do it.',
            values: ['plan', 'apply'],
            default: 'plan',
        },
        reason: {
            kind: 'text',
            description: 'Why it is started by hand; needed outside every window, and shown in the report.',
            default: '',
            maxLength: 500,
        },
        ..._gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .githubToken */ .bU,
    },
    outputs: {
        due: 'JSON list of the ids of the tasks that are due now, in order.',
        mode: 'plan or apply.',
        opening: 'The opening that this run claimed, or empty.',
        'changes-workloads': 'true when a task that changes workloads is due: health is looked at before and after.',
        recover: 'true when an open journal has to be recovered first: job recover comes next.',
    },
    post: true,
};
/** The last step of a job: decides alone whether the job is red. */
const close = {
    id: 'close',
    folder: 'actions/close',
    title: 'Close a maintenance job',
    description: 'Last step of a maintenance job: merges the results of its tasks and alone decides whether the job is red.',
    inputs: {},
    outputs: { verdict: 'The worst verdict of the tasks.' },
    post: false,
};
/** Puts back what a run that is over left half-way. */
const recover = {
    id: 'recover',
    folder: 'actions/recover',
    title: 'Recover from a run that was cut off',
    description: 'Waits until the Lease of a run that is over may be taken over, puts back what it left half-way, proves it, and closes its journal. What somebody has changed since is left as it is and reported. Needs the rights of maintenance-recovery.',
    inputs: {
        patience: {
            kind: 'duration',
            description: 'How long it waits for the Lease of a run that is alive. That of a run which is over is waited for as long as its last step may take.',
            default: '20m',
            min: '0s',
            max: '5h',
        },
    },
    outputs: {
        recovered: 'none, closed, left-open or not-allowed-yet.',
        verdict: 'warn when everything is as before, fail when something was left as it is or is still open.',
        report: 'Path of report.json.',
    },
    post: false,
};
/** All of them. */
const pipelineActions = [
    conduct,
    close,
    recover,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .plan */ .et,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .rollBack */ .Fu,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .apply */ .Bb,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .approve */ .SR,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .merge */ .h1,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .watch */ .wB,
];


/***/ }),

/***/ 15083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ settlingWith)
/* harmony export */ });
/* harmony import */ var _domain_configuration_windows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86773);
/* harmony import */ var _steps_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99173);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14821);



/** How this process settles and undoes steps of whichever task: every port, each loaded at its first use. */
async function settlingWith(self, configuration, platform) {
    return {
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        executor: async (step) => (await (0,_steps_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .loadStep */ .$)(step.kind)),
        context: {
            ports: await platform.allPorts(),
            platform: configuration.platform,
            thresholds: configuration.thresholds,
            calendar: (0,_domain_configuration_windows_js__WEBPACK_IMPORTED_MODULE_0__/* .calendarOf */ .Yw)(configuration),
            now: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.now(),
            signal: self.signal,
            pause: (ms) => _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.sleep(ms, self.signal),
            progress: (text) => self.stdout.print(text),
        },
    };
}


/***/ })

};
