export const id = 7282;
export const ids = [7282];
export const modules = {

/***/ 57324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ selectsLabels),
/* harmony export */   n: () => (/* binding */ selectorText)
/* harmony export */ });
/** A selector as `kubectl -l` and the API take it. */
function selectorText({ matchLabels = {}, matchExpressions = [] }) {
    const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
    return [...equal, ...matchExpressions.map(expressionText)].join(',');
}
function expressionText({ key, operator, values = [] }) {
    switch (operator) {
        case 'In':
            return `${key} in (${values.join(',')})`;
        case 'NotIn':
            return `${key} notin (${values.join(',')})`;
        case 'Exists':
            return key;
        case 'DoesNotExist':
            return `!${key}`;
    }
}
/** Whether labels satisfy a selector (apimachinery `LabelSelectorAsSelector`): all of it; an absent one selects nothing. */
function selectsLabels(selector, labels = {}) {
    if (selector === undefined)
        return false;
    const { matchLabels = {}, matchExpressions = [] } = selector;
    return (Object.entries(matchLabels).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value) &&
        matchExpressions.every((expression) => satisfies(expression, labels)));
}
function satisfies({ key, operator, values = [] }, labels) {
    const has = Object.hasOwn(labels, key);
    switch (operator) {
        case 'In':
            return has && values.includes(labels[key] ?? '');
        case 'NotIn':
            return !has || !values.includes(labels[key] ?? '');
        case 'Exists':
            return has;
        case 'DoesNotExist':
            return !has;
    }
}


/***/ }),

/***/ 90648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ workloadRef),
/* harmony export */   Km: () => (/* binding */ workloadWord),
/* harmony export */   Ly: () => (/* binding */ kindOfRef),
/* harmony export */   WG: () => (/* binding */ workloadResource)
/* harmony export */ });
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

const resourceByKind = {
    Deployment: _resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.deployments,
    StatefulSet: _resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.statefulSets,
    DaemonSet: _resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.daemonSets,
};
const kindByPlural = {
    deployments: 'Deployment',
    statefulsets: 'StatefulSet',
    daemonsets: 'DaemonSet',
};
/** The resource of a kind of workload. */
function workloadResource(kind) {
    return resourceByKind[kind];
}
/** The kind of the workload that a step names. */
function kindOfRef({ resource }) {
    return kindByPlural[resource];
}
/** A workload as a step names it. */
function workloadRef(kind, { metadata }) {
    const resource = resourceByKind[kind].plural;
    return { resource, namespace: metadata.namespace ?? '', name: metadata.name, uid: metadata.uid };
}
/** A workload as reports and kubectl name it: `deployment/api-gateway`. */
function workloadWord(kind, name) {
    return `${kind.toLowerCase()}/${name}`;
}


/***/ }),

/***/ 90756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NO: () => (/* binding */ desiredPods),
/* harmony export */   VY: () => (/* binding */ judgeRollout),
/* harmony export */   ZD: () => (/* binding */ isStuck)
/* harmony export */ });
/* harmony import */ var _kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95260);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _pods_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73213);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97532);




/**
 * Judge a rollout by the workload's own pods; `isWanted` tells a pod of the new version. What is left over of pods that
 * have ended is neither of the one version nor of the other.
 */
function judgeRollout(kind, workload, pods, isWanted) {
    const present = pods.filter((pod) => (0,_pods_of_js__WEBPACK_IMPORTED_MODULE_1__/* .isPresent */ .Wo)(kind, pod));
    const wanted = present.filter(isWanted);
    const ready = wanted.filter(_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length;
    const others = present.length - wanted.length;
    const desired = desiredPods(kind, workload);
    const { generation = 0 } = workload.metadata;
    const seen = (workload.status?.observedGeneration ?? 0) >= generation;
    const complete = seen && ready === desired && wanted.length === desired && others === 0;
    return {
        desired,
        updated: wanted.length,
        ready,
        others,
        complete,
        text: seen
            ? podsText({ desired, updated: wanted.length, ready, others })
            : 'its controller has not seen the change',
        troubles: wanted.filter((pod) => !(0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod)).flatMap(_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .troublesOf */ .on),
        ended: pods.filter((pod) => (0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(pod) && isWanted(pod)).map(_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ),
        deadlineExceeded: seen && hasGivenUp(workload),
        restarts: wanted.reduce((sum, pod) => sum + restartsOf(pod), 0),
    };
}
/** How many pods a workload is to have; a DaemonSet one on each node that fits. */
function desiredPods(kind, { spec, status }) {
    return kind === 'DaemonSet' ? (status?.desiredNumberScheduled ?? 0) : (spec.replicas ?? 1);
}
function podsText({ desired, updated, ready, others }) {
    const rest = others === 0 ? '' : `, ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(others, 'other pod')} still there`;
    return `${updated} of ${desired} of the new version, ${ready} ready${rest}`;
}
const hasGivenUp = ({ status }) => status?.conditions?.some(({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded') ??
    false;
const restartsOf = (pod) => (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
/**
 * The pods that keep an OrderedReady StatefulSet from going back: not ready, and not of the revision that its controller
 * now wants. It waits for them for ever; deleted, highest ordinal first, they come back as they should (kubernetes#67250).
 */
function isStuck(pod, { status }) {
    const revision = pod.metadata.labels?.['controller-revision-hash'];
    return !(0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod) && pod.metadata.deletionTimestamp === undefined && revision !== status?.updateRevision;
}


/***/ }),

/***/ 73213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ isLeftOver),
/* harmony export */   Wo: () => (/* binding */ isPresent),
/* harmony export */   g4: () => (/* binding */ belongsTo),
/* harmony export */   zO: () => (/* binding */ ordinalOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95260);

/**
 * Whether a pod belongs to a workload: by its controller, since selectors may overlap. A Deployment's pods belong to
 * ReplicaSets named after it and the hash of their template (`pod-template-hash`).
 */
function belongsTo(pod, kind, workload) {
    const controller = pod.metadata.ownerReferences?.find((one) => one.controller === true);
    if (controller === undefined)
        return false;
    if (kind !== 'Deployment')
        return controller.uid === workload.metadata.uid;
    const hash = pod.metadata.labels?.['pod-template-hash'];
    return controller.kind === 'ReplicaSet' && controller.name === `${workload.metadata.name}-${hash}`;
}
/** A StatefulSet pod's place: `postgres-2` is 2; -1 where the name has none. */
function ordinalOf(pod) {
    return Number(/-(\d+)$/.exec(pod.metadata.name)?.[1] ?? -1);
}
/**
 * Whether a pod is only left over: a ReplicaSet counts and replaces pods that have ended, and leaves them there until
 * somebody removes them (`IsPodActive`, kubernetes `pkg/controller/controller_utils.go`). The controllers of StatefulSets
 * and DaemonSets remove such a pod before they make its next: theirs is what the workload has now.
 */
const isLeftOver = (kind, pod) => kind === 'Deployment' && (0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(pod);
/** Whether a pod is one that its workload has: neither left over nor on its way out. */
const isPresent = (kind, pod) => pod.metadata.deletionTimestamp === undefined && !isLeftOver(kind, pod);


/***/ }),

/***/ 97532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   on: () => (/* binding */ troublesOf),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* unused harmony export tooManyRestarts */
/** Restarts of one container of a new pod from which on it is bad; one may be the wait for a neighbour. */
const tooManyRestarts = 3;
/** Reasons of a waiting container (kubelet, `pkg/kubelet/images/types.go` and `container/sync_result.go`). */
const certainReasons = new Set(['InvalidImageName', 'ErrImageNeverPull']);
const passingReasons = new Set(['ContainerCreating', 'PodInitializing']);
/** Everything that is wrong with a pod, the certain first; a pod that only needs time has none. */
function troublesOf(pod) {
    const { name, uid } = pod.metadata;
    const about = { pod: name, podUid: uid };
    const found = [];
    if (pod.status?.phase === 'Failed')
        found.push(endOf(pod));
    const unscheduled = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
    if (unscheduled !== undefined) {
        found.push({ ...about, reason: unscheduled.reason ?? 'Unschedulable', certain: false });
    }
    for (const status of [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]) {
        const trouble = containerTrouble(status);
        if (trouble !== undefined)
            found.push({ ...about, container: status.name, ...trouble });
    }
    return found.sort((a, b) => Number(b.certain) - Number(a.certain));
}
/**
 * How a pod has ended, in the kubelet's word (`Evicted`, `NodeShutdown`), else its phase. Not certain: its controller makes
 * another, and only when that one ends as well has the rollout failed.
 */
function endOf({ metadata, status }) {
    return {
        pod: metadata.name,
        podUid: metadata.uid,
        reason: status?.reason ?? status?.phase ?? 'ended',
        certain: false,
    };
}
function containerTrouble(status) {
    const waiting = status.state?.waiting?.reason;
    if (status.restartCount >= tooManyRestarts) {
        return { reason: waiting ?? `restarted ${status.restartCount} times`, certain: true };
    }
    if (waiting === undefined || passingReasons.has(waiting))
        return undefined;
    return { reason: waiting, certain: certainReasons.has(waiting) };
}


/***/ }),

/***/ 66413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ awaitRollout),
  b: () => (/* binding */ mayPass)
});

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(95260);
;// CONCATENATED MODULE: ./build/observation/rollout/lost-pods.js

/**
 * The pods of the new version that end or go while their rollout is watched; what had ended before says nothing about it.
 * One may be evicted, drained, or shut down with its node, and its controller makes another: of a Deployment it stays as
 * `Failed`, of the others it is removed, mostly before anybody sees how it ended. Only when a later one ends as well is it
 * the rollout that fails.
 */
class LostPods {
    #isWanted;
    #ended;
    #here = new Set();
    /** Those that were there when the first was lost, and when the first ended; undefined until then. */
    #atFirstLoss;
    #atFirstEnd;
    constructor(isWanted) {
        this.#isWanted = isWanted;
    }
    /** Note what a look has seen. */
    note({ pods, state }) {
        const here = pods.filter((pod) => !(0,kubernetes_pods/* hasEnded */.hY)(pod) && pod.metadata.deletionTimestamp === undefined);
        const before = this.#here;
        this.#here = uidsOf(here.filter(this.#isWanted));
        const ended = this.#newlyEnded(state.ended);
        const endedUids = ended.map(({ podUid }) => podUid);
        const lost = [...new Set([...before, ...endedUids])].filter((uid) => !uidsOf(here).has(uid));
        if (lost.length > 0)
            this.#atFirstLoss ??= new Set([...before, ...lost]);
        if (ended.length > 0)
            this.#atFirstEnd ??= new Set([...before, ...endedUids]);
        return {
            fresh: lost.some((uid) => this.#atFirstLoss?.has(uid)),
            again: ended.find(({ podUid }) => this.#atFirstEnd?.has(podUid) === false),
        };
    }
    #newlyEnded(all) {
        const known = this.#ended ?? new Set(all.map(({ podUid }) => podUid));
        const newly = all.filter(({ podUid }) => !known.has(podUid));
        this.#ended = new Set([...known, ...newly.map(({ podUid }) => podUid)]);
        return newly;
    }
}
const uidsOf = (pods) => new Set(pods.map(({ metadata }) => metadata.uid));

// EXTERNAL MODULE: ./build/observation/rollout/read-rollout.js
var read_rollout = __webpack_require__(76499);
;// CONCATENATED MODULE: ./build/observation/rollout/await-rollout.js




const pollMs = 1_000;
/**
 * Watch a rollout until every pod is of the new version and ready and stays so, or until it is clear that it fails: a
 * trouble that does not pass, restarts, pods that end one after the other, no progress. An API server that cannot be asked
 * for a while counts as no progress. `conflict` when the workload was removed; `cancelled` when the run was asked to stop.
 */
async function awaitRollout(context, ref, isWanted, limits) {
    const watch = new RolloutWatch(limits, isWanted);
    for (;;) {
        const seen = await look(context, ref, isWanted);
        const end = watch.note(seen);
        if (end !== undefined)
            return end;
        await context.pause(pollMs);
    }
}
const passing = new Set(['unreachable', 'timeout', 'busy', 'failed']);
/** Whether an error of a look says no more than that nobody could look just now. */
const mayPass = (error) => error instanceof port_error/* PortError */.U && passing.has(error.code);
/** The rollout now, or why it could not be read. */
async function look({ ports, progress }, ref, isWanted) {
    try {
        return await (0,read_rollout/* readRollout */.w)(ports.cluster, ref, isWanted);
    }
    catch (error) {
        if (!mayPass(error))
            throw error;
        progress(error.message);
        return error.message;
    }
}
/** What has been seen of a rollout so far; time is counted in looks, so that a clock that stands still ends it too. */
class RolloutWatch {
    #limits;
    #bestReady = -1;
    #bestOthers = Number.POSITIVE_INFINITY;
    #withoutProgress = 0;
    #troubled = 0;
    #settled = 0;
    #restarts = 0;
    /** Whether its controller had given up already when we began to watch: that was about what was there before. */
    #gaveUpBefore;
    #last = 'it could not be read';
    #pods = [];
    #isWanted;
    #lost;
    constructor(limits, isWanted) {
        this.#limits = limits;
        this.#isWanted = isWanted;
        this.#lost = new LostPods(isWanted);
    }
    note(seen) {
        this.#withoutProgress += pollMs;
        if (typeof seen === 'string') {
            this.#last = seen;
            return this.#stalled([]);
        }
        const { state } = seen;
        this.#last = state.text;
        this.#pods = seen.pods.filter(this.#isWanted);
        this.#gaveUpBefore ??= state.deadlineExceeded;
        const { fresh, again } = this.#lost.note(seen);
        if (fresh)
            this.#beginAnew();
        if (again !== undefined) {
            const why = `one pod after the other ends; pod/${again.pod}: ${again.reason}`;
            return this.#failed(why, [again, ...state.troubles]);
        }
        return state.complete ? this.#settle(seen) : this.#roll(seen);
    }
    #roll({ state }) {
        const [worst] = state.troubles;
        if (this.#settled > 0) {
            return this.#failed(`it became ready, and then not any more: ${state.text}`, state.troubles);
        }
        this.#troubled = worst === undefined ? 0 : this.#troubled + pollMs;
        if (worst !== undefined && (worst.certain || this.#troubled > this.#limits.patienceMs)) {
            return this.#failed(`${state.text}; pod/${worst.pod}: ${worst.reason}`, state.troubles);
        }
        if (state.deadlineExceeded && !this.#gaveUpBefore) {
            return this.#failed(`${state.text}; its controller gave up`, state.troubles);
        }
        if (state.ready > this.#bestReady || state.others < this.#bestOthers)
            this.#withoutProgress = 0;
        this.#bestReady = Math.max(this.#bestReady, state.ready);
        this.#bestOthers = Math.min(this.#bestOthers, state.others);
        return this.#stalled(state.troubles);
    }
    /** A pod that was lost gets the time that its next one needs. */
    #beginAnew() {
        this.#settled = 0;
        this.#withoutProgress = 0;
        this.#bestReady = -1;
    }
    #settle({ state }) {
        if (this.#settled > 0 && state.restarts > this.#restarts) {
            return this.#failed(`a container restarted right after the rollout: ${state.text}`, []);
        }
        this.#restarts = state.restarts;
        this.#settled += pollMs;
        return this.#settled > this.#limits.settleMs ? { ended: 'complete', ready: state.ready } : undefined;
    }
    #stalled(troubles) {
        const { progressMs } = this.#limits;
        if (this.#withoutProgress <= progressMs)
            return undefined;
        return this.#failed(`no progress for ${(0,quantities/* formatSpan */.QA)(progressMs)}: ${this.#last}`, troubles);
    }
    #failed(why, troubles) {
        return { ended: 'failed', why, troubles, pods: this.#pods };
    }
}


/***/ }),

/***/ 22658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ keepEvidence),
/* harmony export */   Q: () => (/* binding */ evidencePermissions)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95260);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_rollout_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97532);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);




/** What {@link keepEvidence} reads, for the declaration of a task whose steps keep it. */
const evidencePermissions = [
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods,
        subresource: 'log',
        verbs: ['get'],
        scope: 'platform',
        why: 'keep the logs of pods that failed, before they are put back',
    },
    { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.events, verbs: ['list'], scope: 'platform', why: 'keep the events of pods that failed' },
];
const mostPods = 2;
const mostContainers = 2;
const mostEvents = 15;
const mostLines = 40;
const longestLine = 300;
/**
 * What the pods that did not become ready have to say: their events, and the ends of their logs (of the life before this
 * one too, where a container was restarted). Read before anything is put back, because it is gone afterwards. At most two
 * pods of two containers; what cannot be read says why.
 */
async function keepEvidence(cluster, pods) {
    const kept = [];
    const bad = pods.filter((pod) => !(0,_domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_)(pod)).sort((a, b) => (0,_domain_rollout_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .troublesOf */ .on)(b).length - (0,_domain_rollout_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .troublesOf */ .on)(a).length);
    for (const pod of bad.slice(0, mostPods)) {
        kept.push(await eventsOf(cluster, pod));
        const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
        for (const { name, restartCount } of statuses.filter(({ ready }) => !ready).slice(0, mostContainers)) {
            if (restartCount > 0)
                kept.push(await logsOf(cluster, pod, name, true));
            kept.push(await logsOf(cluster, pod, name, false));
        }
    }
    return kept;
}
async function eventsOf(cluster, { metadata }) {
    const { name, namespace = '', uid } = metadata;
    return kept(`events of pod/${name}`, async () => {
        const found = [];
        const fields = `involvedObject.kind=Pod,involvedObject.name=${name}`;
        for await (const event of cluster.list({ resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.events, namespace, fields })) {
            if (event.involvedObject.uid === undefined || event.involvedObject.uid === uid)
                found.push(event);
        }
        return found
            .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
            .slice(-mostEvents)
            .map(eventLine);
    });
}
const timeOf = ({ lastTimestamp, eventTime, metadata }) => lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';
function eventLine(event) {
    const { type = '', reason = '', message = '', count = 1 } = event;
    return `${timeOf(event)} ${type} ${reason}${count > 1 ? ` (${count} times)` : ''}: ${message}`;
}
function logsOf(cluster, { metadata }, container, previous) {
    const { name, namespace = '' } = metadata;
    const life = previous ? ' (its life before)' : '';
    return kept(`logs of pod/${name}, container ${container}${life}`, () => cluster.logs({ namespace, pod: name, container }, { lines: mostLines, previous }));
}
async function kept(what, read) {
    try {
        return { what, lines: (await read()).map((line) => line.slice(0, longestLine)) };
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U) || error.code === 'cancelled')
            throw error;
        return { what, lines: [`(could not be read: ${error.message})`.slice(0, longestLine)] };
    }
}


/***/ }),

/***/ 76499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readRollout)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _workloads_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8623);




/** Read a workload and its pods, and judge how far its rollout is. `conflict` when it is no longer that workload. */
async function readRollout(cluster, ref, isWanted) {
    const kind = (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(ref);
    const workload = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkload */ .Ez)(cluster, ref);
    if (workload === undefined) {
        const subject = `${kind.toLowerCase()}/${ref.name}`;
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({ code: 'conflict', subject, message: `${subject} was removed or made anew by somebody else` });
    }
    const pods = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_3__/* .everyPodOfWorkload */ .hv)(cluster, kind, workload);
    return { workload, pods, state: (0,_domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeRollout */ .VY)(kind, workload, pods, isWanted) };
}


/***/ }),

/***/ 8623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ listWorkloads),
/* harmony export */   Ez: () => (/* binding */ readWorkload),
/* harmony export */   R8: () => (/* binding */ podsOfWorkload),
/* harmony export */   hv: () => (/* binding */ everyPodOfWorkload)
/* harmony export */ });
/* harmony import */ var _domain_configuration_platform_workload_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78048);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_kubernetes_selectors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57324);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90648);
/* harmony import */ var _domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73213);





/** Every Deployment, StatefulSet and DaemonSet of a namespace, by kind and name. */
async function listWorkloads(cluster, namespace) {
    const found = [];
    for (const kind of _domain_configuration_platform_workload_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .WORKLOAD_KINDS */ .i) {
        for await (const workload of cluster.list({ resource: (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadResource */ .WG)(kind), namespace })) {
            found.push({ kind, workload });
        }
    }
    return found;
}
/** The workload that a step names; undefined when it is gone, or another one has taken its name. */
async function readWorkload(cluster, ref) {
    const workload = await cluster.get((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadResource */ .WG)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOfRef */ .Ly)(ref)), ref.namespace, ref.name);
    return workload?.metadata.uid === ref.uid ? workload : undefined;
}
/** The pods of a workload, those on their way out included; what is left over of pods that have ended is none of them. */
async function podsOfWorkload(cluster, kind, workload) {
    return (await everyPodOfWorkload(cluster, kind, workload)).filter((pod) => !(0,_domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__/* .isLeftOver */ .KV)(kind, pod));
}
/** The pods of a workload, and what is left over of pods that have ended and were replaced. */
async function everyPodOfWorkload(cluster, kind, workload) {
    const { namespace = '' } = workload.metadata;
    const pods = [];
    const labels = (0,_domain_kubernetes_selectors_js__WEBPACK_IMPORTED_MODULE_4__/* .selectorText */ .n)(workload.spec.selector);
    for await (const pod of cluster.list({ resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, namespace, labels })) {
        if ((0,_domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__/* .belongsTo */ .g4)(pod, kind, workload))
            pods.push(pod);
    }
    return pods;
}


/***/ }),

/***/ 54639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ defineStep)
/* harmony export */ });
/** Define the execution of a step kind. */
function defineStep(executor) {
    return executor;
}


/***/ }),

/***/ 38025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ StepFailed)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** A step that failed, with what was kept of the trouble before it is put back (logs and events are gone afterwards). */
class StepFailed extends _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U {
    kept;
    constructor(parts, kept) {
        super(parts);
        this.kept = kept;
    }
}


/***/ }),

/***/ 16443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ limitsOf),
/* harmony export */   B: () => (/* binding */ failedRollout)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** Longest that a pod may have a trouble which could pass, ms. */
const patienceMs = 30_000;
/** So long everything must stay ready at the end, ms. */
const settleMs = 5_000;
/** How patient a rollout is watched whose next pod must be ready within so many ms. */
function limitsOf(readyWithinMs) {
    return { progressMs: readyWithinMs, patienceMs: Math.min(patienceMs, readyWithinMs), settleMs };
}
/** The error for a rollout that did not come to its end: why, and where to look. */
function failedRollout({ subject, parameters }, { why, troubles }) {
    const [worst] = troubles;
    const { namespace } = parameters;
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U({
        code: 'failed',
        subject,
        message: `${subject} did not become ready: ${why}`,
        next: worst === undefined
            ? `\`kubectl -n ${namespace} describe ${subject}\``
            : `\`kubectl -n ${namespace} describe pod ${worst.pod}\``,
    });
}


/***/ }),

/***/ 73306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ settleLost)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);
/* harmony import */ var _on_its_way_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49588);


const words = {
    'not-arrived': 'the change did not arrive',
    unseen: 'whether the change arrived could not be seen',
};
const unseen = (error) => {
    if (error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U && error.code !== 'cancelled')
        return 'unseen';
    throw error;
};
/** After these nobody knows whether the one request took effect. */
const lostAnswers = new Set(['unreachable', 'timeout', 'failed']);
/**
 * Make a change by one request whose effect is watched afterwards. When its answer is lost, the world is asked whether it
 * arrived, until it can no longer do so: else it might arrive after its unit was put back. A conflict is none when the
 * world holds the change: something on the way has repeated this very request.
 */
async function settleLost(change, arrived, pause) {
    try {
        await change();
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U))
            throw error;
        if (error.code === 'conflict' && (await arrived()))
            return;
        if (!lostAnswers.has(error.code))
            throw error;
        const look = () => arrived().then((here) => (here ? 'arrived' : 'not-arrived'), unseen);
        const seen = await (0,_on_its_way_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUntilArrived */ .B)(look, (now) => now === 'arrived', pause);
        if (seen === 'arrived')
            return;
        const { subject, message } = error;
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U({ code: 'failed', subject, message: `${message}; ${words[seen]}` });
    }
}


/***/ }),

/***/ 44293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ watchRollout)
/* harmony export */ });
/* harmony import */ var _observation_rollout_await_rollout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66413);
/* harmony import */ var _observation_rollout_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22658);
/* harmony import */ var _failure_step_failed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38025);
/* harmony import */ var _rollout_end_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16443);




/**
 * Watch until every pod of a workload is as wanted and ready and stays so; answers how many there are. When it fails, what
 * the pods had to say is kept with the error.
 */
async function watchRollout(context, { subject, parameters }, isWanted) {
    const limits = (0,_rollout_end_js__WEBPACK_IMPORTED_MODULE_3__/* .limitsOf */ .A)(parameters.readyWithinMs);
    const end = await (0,_observation_rollout_await_rollout_js__WEBPACK_IMPORTED_MODULE_0__/* .awaitRollout */ .m)(context, parameters, isWanted, limits);
    if (end.ended === 'complete')
        return end.ready;
    const kept = await (0,_observation_rollout_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .keepEvidence */ .N)(context.ports.cluster, end.pods);
    throw new _failure_step_failed_js__WEBPACK_IMPORTED_MODULE_2__/* .StepFailed */ .a((0,_rollout_end_js__WEBPACK_IMPORTED_MODULE_3__/* .failedRollout */ .B)({ subject, parameters }, end), kept);
}


/***/ })

};
