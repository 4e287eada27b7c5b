export const id = 4054;
export const ids = [4054];
export const modules = {

/***/ 20392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
/**
 * Map with at most `limit` under way at once, results in the order of the items. The first rejection rejects the whole;
 * callers that must go on catch inside `work`.
 */
async function mapBounded(items, limit, work) {
    const results = new Array(items.length);
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const index = next++;
            results[index] = await work(items[index]);
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 66258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ isSelfIssued),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   zZ: () => (/* binding */ shortSerial)
/* harmony export */ });
/** Whether a certificate names itself as its issuer. */
function isSelfIssued(certificate) {
    return certificate.subjectName === certificate.issuerName;
}
/** The certificates that could be read, in order. */
function readable(content) {
    return content.certificates.flatMap((block) => ('certificate' in block ? [block.certificate] : []));
}
/** A serial for people: pairs of digits, cut in the middle where it is long. */
function shortSerial(certificate) {
    const { serial } = certificate;
    return serial.length <= 20 ? serial : `${serial.slice(0, 12)}…${serial.slice(-6)}`;
}


/***/ }),

/***/ 87616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ reloadAnnotation),
/* harmony export */   v: () => (/* binding */ writtenAnnotation)
/* harmony export */ });
/** The annotation of a template that rolls its pods; its value names the plan, so that twice is once. */
const reloadAnnotation = 'rooivalk.maintenance/reloaded';
/** The annotation of a Secret that says which certificate (its fingerprint) was written there by us. */
const writtenAnnotation = 'rooivalk.maintenance/certificate';


/***/ }),

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

/***/ 86416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lookAtServed),
/* harmony export */   z: () => (/* binding */ consumerWord)
/* harmony export */ });
/* harmony import */ var _domain_bounded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20392);
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66258);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _workloads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8623);





/** A consumer as people name it. */
function consumerWord(consumer) {
    return (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(consumer), consumer.name);
}
/** The pods of a consumer that are not on their way out. `failed` when it is no longer that workload. */
async function livePods({ ports }, consumer) {
    const workload = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .readWorkload */ .Ez)(ports.cluster, consumer);
    if (workload === undefined) {
        const subject = consumerWord(consumer);
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code: 'failed', subject, message: `${subject} was removed or made anew by somebody else` });
    }
    const pods = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .podsOfWorkload */ .R8)(ports.cluster, (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(consumer), workload);
    return pods.filter(({ metadata, status }) => metadata.deletionTimestamp === undefined && !isOver(status?.phase));
}
const isOver = (phase) => phase === 'Succeeded' || phase === 'Failed';
/** Look at what every pod serves on every port. A pod that does not answer serves something else. */
async function lookAtServed(context, consumer, wanted, handshakeMs) {
    const pods = await livePods(context, consumer);
    const ends = pods.flatMap((pod) => consumer.ports.map((port) => ({ pod: pod.metadata.name, port })));
    const answers = await (0,_domain_bounded_js__WEBPACK_IMPORTED_MODULE_3__/* .mapBounded */ .y)(ends, 4, async ({ pod, port }) => {
        const endpoint = { kind: 'pod', namespace: consumer.namespace, pod, port };
        try {
            const limits = { timeoutMs: handshakeMs, signal: context.signal };
            const { certificates } = await context.ports.certificates.served(endpoint, consumer.serverName, limits);
            const [leaf] = certificates;
            if (leaf?.fingerprint === wanted.fingerprint)
                return undefined;
            return `pod/${pod} serves ${leaf === undefined ? 'no certificate' : `serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .shortSerial */ .zZ)(leaf)}`}`;
        }
        catch (error) {
            if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U) || error.code === 'cancelled')
                throw error;
            return `pod/${pod}: ${error.message}`;
        }
    });
    const others = answers.filter((answer) => answer !== undefined);
    return { pods: pods.length, all: others.length === 0, others };
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

/***/ 71677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pn: () => (/* binding */ readAsPlanned),
/* harmony export */   h3: () => (/* binding */ samePair),
/* harmony export */   iJ: () => (/* binding */ readHeld)
/* harmony export */ });
/* unused harmony export tlsKeys */
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66258);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);



/** The keys of a TLS Secret that a renewal writes (kubernetes.io, "TLS Secrets"). */
const tlsKeys = ['tls.crt', 'tls.key'];
/** Read the Secret that a step names; undefined when it is gone, or another one has taken its name. */
async function readHeld(context, ref) {
    const { cluster, certificates } = context.ports;
    const secret = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, ref.namespace, ref.secret);
    if (secret === undefined || secret.metadata.uid !== ref.uid)
        return undefined;
    const pair = { 'tls.crt': secret.data?.['tls.crt'] ?? '', 'tls.key': secret.data?.['tls.key'] ?? '' };
    const list = (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .HD)(await certificates.parse(Buffer.from(pair['tls.crt'], 'base64')));
    const match = await certificates.keyMatch(Buffer.from(pair['tls.key'], 'base64'), list);
    return { secret, pair, list, leaf: match.kind === 'matches' ? list[match.index] : list[0] };
}
/** The Secret in exactly the version that the plan saw; anything else is a `conflict`. */
async function readAsPlanned(context, ref) {
    const held = await readHeld(context, ref);
    const moved = (why) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
        code: 'conflict',
        subject: `secret/${ref.secret}`,
        message: `secret/${ref.secret} ${why}`,
        next: `\`kubectl -n ${ref.namespace} get secret ${ref.secret} -o jsonpath='{.metadata.managedFields}'\` says who changed it`,
    });
    if (held === undefined)
        throw moved('was removed or made anew by somebody else');
    const { leaf } = held;
    if (leaf === undefined || held.secret.metadata.resourceVersion !== ref.resourceVersion) {
        throw moved('was changed by somebody else since it was planned');
    }
    return { ...held, leaf };
}
/** Whether two pairs are the same, byte for byte. */
function samePair(one, other) {
    return tlsKeys.every((key) => one[key] === other[key]);
}


/***/ }),

/***/ 91734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ removeKept),
/* harmony export */   Bo: () => (/* binding */ reloadMark),
/* harmony export */   DL: () => (/* binding */ readKept),
/* harmony export */   MP: () => (/* binding */ requireKept),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   bZ: () => (/* binding */ writtenByUs)
/* harmony export */ });
/* unused harmony export keptName */
/* harmony import */ var _domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87616);
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97803);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);




/** The namespace that only maintenance identities may read Secrets of. */
const keptNamespace = 'rooivalk-maintenance';
const hexOf = (value, digits) => (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .o)(value).slice('sha256:'.length).slice(0, digits);
/** The name of what one application of a plan keeps of one Secret: the same after a crash, another one for every other plan. */
function keptName(planId, { namespace, secret }) {
    return `kept-certificate-${hexOf([planId, namespace, secret], 32)}`;
}
/** The value of the annotation by which one application of a plan rolls the pods that use one Secret. */
function reloadMark(planId, { namespace, secret }) {
    return hexOf(['reload', planId, namespace, secret], 16);
}
const issuedAnnotation = 'rooivalk.maintenance/issued';
const formerAnnotation = 'rooivalk.maintenance/former';
/** Keep both, as an immutable Secret; `conflict` when there is one of the name. */
async function keep({ ports, planId }, ref, kept) {
    const { before, after, issued, writtenBefore } = kept;
    await ports.cluster.create(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, {
        metadata: {
            name: keptName(planId, ref),
            namespace: keptNamespace,
            labels: { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'rooivalk.maintenance/kept': 'certificate' },
            annotations: {
                'rooivalk.maintenance/of': `${ref.namespace}/${ref.secret}`,
                [issuedAnnotation]: issued,
                ...(writtenBefore === null ? {} : { [formerAnnotation]: writtenBefore }),
            },
        },
        type: 'Opaque',
        immutable: true,
        data: {
            'before.tls.crt': before['tls.crt'],
            'before.tls.key': before['tls.key'],
            'after.tls.crt': after['tls.crt'],
            'after.tls.key': after['tls.key'],
        },
    });
}
/** What this application of the plan kept of the Secret; undefined when it kept nothing, or it was removed. */
async function readKept({ ports, planId }, ref) {
    const found = await ports.cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, keptName(planId, ref));
    return found && keptOf(found);
}
function keptOf({ metadata, data = {} }) {
    const pair = (which) => ({
        'tls.crt': data[`${which}.tls.crt`] ?? '',
        'tls.key': data[`${which}.tls.key`] ?? '',
    });
    return {
        uid: metadata.uid,
        before: pair('before'),
        after: pair('after'),
        issued: metadata.annotations?.[issuedAnnotation] ?? '',
        writtenBefore: metadata.annotations?.[formerAnnotation] ?? null,
    };
}
/** What was kept, which a step cannot do without; `failed` when it is not there. */
async function requireKept(context, ref) {
    const kept = await readKept(context, ref);
    if (kept !== undefined)
        return kept;
    throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
        code: 'failed',
        subject: `secret/${ref.secret}`,
        message: `what was issued for secret/${ref.secret} is not kept any more (secret/${keptName(context.planId, ref)} in ${keptNamespace})`,
        next: 'run the task again: it issues anew',
    });
}
/** Remove what was kept; none is fine. */
async function removeKept(context, ref) {
    const { cluster } = context.ports;
    const name = keptName(context.planId, ref);
    const found = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, name);
    if (found !== undefined)
        await cluster.delete(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, name, found.metadata.uid);
}
/** The fingerprint that the annotation of a Secret says was written by us. */
function writtenByUs({ metadata }) {
    return metadata.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenAnnotation */ .v] ?? null;
}


/***/ }),

/***/ 74919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LR: () => (/* binding */ carriesMark),
/* harmony export */   jl: () => (/* binding */ bringToServe),
/* harmony export */   xL: () => (/* binding */ takeMarksBack)
/* harmony export */ });
/* unused harmony export markOf */
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66258);
/* harmony import */ var _domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(87616);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92400);
/* harmony import */ var _observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86416);
/* harmony import */ var _observation_rollout_await_rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66413);
/* harmony import */ var _observation_workloads_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8623);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55563);
/* harmony import */ var _rollout_rollout_end_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16443);









const pollMs = 1_000;
/** So long may pods of a finished roll take until they answer, ms: ready does not mean that every port is open. */
const answerWithinMs = 15_000;
/**
 * Bring every pod of every consumer to serve this certificate: wait for those that take a changed Secret up by
 * themselves, roll the others, and look again. Rejects when one does not come to it. `mark` names the roll, so that twice
 * is once. Answers what happened, one line for each consumer.
 */
async function bringToServe(context, { consumers, limits }, wanted, mark) {
    const told = [];
    for (const consumer of consumers)
        told.push(await bringOne(context, consumer, limits, wanted, mark));
    return told;
}
async function bringOne(context, consumer, limits, wanted, mark) {
    const word = (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .consumerWord */ .z)(consumer);
    const seen = consumer.ports.length > 0;
    const rolled = (await markOf(context, consumer)) === mark;
    if (seen && !rolled) {
        const patienceMs = consumer.refreshed || !consumer.roll ? limits.pickUpWithinMs : 0;
        const served = await untilServed(context, consumer, limits, wanted, patienceMs);
        if (served.all)
            return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(served.pods, 'pod')} of ${word} took it up and serve it`;
        if (!consumer.roll)
            throw notServed(consumer, served, wanted, 'and its pods are not rolled');
    }
    context.progress(`rolling ${word}`);
    const ready = await roll(context, consumer, limits, mark);
    if (!seen)
        return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(ready, 'pod')} of ${word} were made anew; what they do with it cannot be seen`;
    const served = await untilServed(context, consumer, limits, wanted, answerWithinMs);
    if (!served.all)
        throw notServed(consumer, served, wanted, 'although its pods were made anew');
    return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(served.pods, 'pod')} of ${word} were made anew and serve it`;
}
/** Look until every pod serves it, or the patience is over. */
async function untilServed(context, consumer, { handshakeMs }, wanted, patienceMs) {
    for (let waited = 0;; waited += pollMs) {
        const served = await (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAtServed */ .I)(context, consumer, wanted, handshakeMs);
        if (served.all || waited >= patienceMs)
            return served;
        await context.pause(pollMs);
    }
}
function notServed(consumer, { others }, wanted, how) {
    const word = (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .consumerWord */ .z)(consumer);
    const shown = others.slice(0, 3).join('; ');
    const rest = others.length > 3 ? `; and ${others.length - 3} more` : '';
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PortError */ .U({
        code: 'failed',
        subject: word,
        message: `${word} does not serve serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .shortSerial */ .zZ)(wanted)}, ${how}: ${shown}${rest}`,
        next: `look where its pods read the certificate: \`kubectl -n ${consumer.namespace} describe ${word}\``,
    });
}
const path = `/spec/template/metadata/annotations/${_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_8__/* .reloadAnnotation */ .r.replace('/', '~1')}`;
/** Set the mark in the template, where it is not yet, and wait until every pod was made from it and is ready. */
async function roll(context, consumer, limits, mark) {
    const present = await markOf(context, consumer);
    if (present !== mark)
        await setMark(context, consumer, present, mark);
    return untilRolled(context, consumer, limits, mark);
}
async function untilRolled(context, consumer, { readyWithinMs }, mark) {
    const isWanted = ({ metadata }) => (metadata.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_8__/* .reloadAnnotation */ .r] ?? null) === mark;
    const end = await (0,_observation_rollout_await_rollout_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitRollout */ .m)(context, consumer, isWanted, (0,_rollout_rollout_end_js__WEBPACK_IMPORTED_MODULE_5__/* .limitsOf */ .A)(readyWithinMs));
    if (end.ended === 'failed')
        throw (0,_rollout_rollout_end_js__WEBPACK_IMPORTED_MODULE_5__/* .failedRollout */ .B)({ subject: (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .consumerWord */ .z)(consumer), parameters: consumer }, end);
    return end.ready;
}
/** The mark in the template of a consumer now; null where there is none, or the workload is no longer that one. */
async function markOf({ ports }, consumer) {
    const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkload */ .Ez)(ports.cluster, consumer);
    return workload?.spec.template.metadata?.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_8__/* .reloadAnnotation */ .r] ?? null;
}
async function setMark({ ports }, consumer, from, to) {
    const resource = (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadResource */ .WG)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(consumer));
    const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkload */ .Ez)(ports.cluster, consumer);
    const bare = workload?.spec.template.metadata?.annotations === undefined;
    const container = bare
        ? [{ op: 'add', path: '/spec/template/metadata/annotations', value: {} }]
        : [];
    await ports.cluster.patch(resource, consumer.namespace, consumer.name, [
        { op: 'test', path: '/metadata/uid', value: consumer.uid },
        ...container,
        { op: 'test', path, value: from },
        to === null ? { op: 'remove', path } : { op: 'add', path, value: to },
    ]);
}
/**
 * Take our mark out of the templates again, where it is still there: so the pods go back to what they were made from, and
 * read the Secret anew.
 */
async function takeMarksBack(context, { consumers, limits }, mark) {
    for (const consumer of consumers) {
        if ((await markOf(context, consumer)) !== mark)
            continue;
        context.progress(`putting ${(0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .consumerWord */ .z)(consumer)} back`);
        await setMark(context, consumer, mark, consumer.mark);
        await untilRolled(context, consumer, limits, consumer.mark);
    }
}
/** Whether any consumer still carries the mark: then its roll was not taken back yet. */
async function carriesMark(context, { consumers }, mark) {
    for (const consumer of consumers)
        if ((await markOf(context, consumer)) === mark)
            return true;
    return false;
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


/***/ })

};
