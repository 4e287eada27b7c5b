export const id = 2052;
export const ids = [2052];
export const modules = {

/***/ 96936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AE: () => (/* binding */ sameQuantity),
/* harmony export */   Iu: () => (/* binding */ requestAboveLimit),
/* harmony export */   ZZ: () => (/* binding */ fieldsBefore),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   eo: () => (/* binding */ holdsFields),
/* harmony export */   qO: () => (/* binding */ withFields)
/* harmony export */ });
/* unused harmony export resourceFields */
/* harmony import */ var _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47721);

/** The fields of a container's resources that are changed here. */
const resourceFields = (/* unused pure expression or super */ null && (['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']));
const partsOf = (field) => field.split('.');
/** A field of a container as it is. */
function fieldOf({ resources }, field) {
    const [group, name] = partsOf(field);
    return resources?.[group]?.[name] ?? null;
}
/** Whether two quantities are the same amount, however they are written: the API server writes `0.5` as `500m`. */
function sameQuantity(one, other) {
    if (one == null || other == null)
        return (one ?? null) === (other ?? null);
    return one === other || (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(one) === (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(other);
}
/** Whether a spec holds every one of these values; containers and fields that are not among them do not matter. */
function holdsFields({ containers }, values) {
    return Object.entries(values).every(([name, fields]) => {
        const container = containers.find((each) => each.name === name);
        return (container !== undefined &&
            Object.entries(fields).every(([field, value]) => sameQuantity(fieldOf(container, field), value)));
    });
}
/** The spec with these values instead. */
function withFields(spec, values) {
    const containers = spec.containers.map((container) => withValues(container, values[container.name] ?? {}));
    return { ...spec, containers };
}
function withValues(container, fields) {
    const next = { requests: { ...container.resources?.requests }, limits: { ...container.resources?.limits } };
    for (const [field, value] of Object.entries(fields)) {
        const [group, name] = partsOf(field);
        if (value == null)
            delete next[group][name];
        else
            next[group][name] = value;
    }
    return { ...container, resources: next };
}
/** The values that a spec has now in the fields of a change. */
function fieldsBefore({ containers }, values) {
    const entries = Object.entries(values).map(([name, fields]) => {
        const container = containers.find((each) => each.name === name);
        const before = Object.keys(fields).map((field) => [
            field,
            container === undefined ? null : fieldOf(container, field),
        ]);
        return [name, Object.fromEntries(before)];
    });
    return Object.fromEntries(entries);
}
/** A request above its own limit, which the API server refuses: the first, in words. */
function requestAboveLimit({ containers }) {
    for (const container of containers) {
        for (const name of ['cpu', 'memory']) {
            const [request, limit] = [fieldOf(container, `requests.${name}`), fieldOf(container, `limits.${name}`)];
            if (request === null || limit === null)
                continue;
            if (((0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(request) ?? 0) > ((0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(limit) ?? 0)) {
                return `container ${container.name} would ask for ${name} ${request} and may have ${limit}`;
            }
        }
    }
    return undefined;
}


/***/ }),

/***/ 47721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ cpuQuantity),
/* harmony export */   Lf: () => (/* binding */ parseQuantity),
/* harmony export */   b$: () => (/* binding */ bytesQuantity)
/* harmony export */ });
/**
 * Factors of a quantity's suffix (apimachinery `resource.Quantity`): decimal SI down to nano, binary SI, and a decimal
 * exponent (`12e6`, `12E6`; a bare `E` is exa).
 */
const factors = {
    n: 1e-9,
    u: 1e-6,
    m: 1e-3,
    '': 1,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    P: 1e15,
    E: 1e18,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    Pi: 2 ** 50,
    Ei: 2 ** 60,
};
const grammar = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;
/**
 * The value of a Kubernetes quantity: `250m` is 0.25, `1.5Gi` is 1610612736, `129e6` is 129000000. CPU comes in cores,
 * memory and storage in bytes. Undefined when the text is not a quantity.
 */
function parseQuantity(text) {
    const [whole, number = '', exponent, suffix = ''] = grammar.exec(text) ?? [];
    if (whole === undefined)
        return undefined;
    // One conversion for a decimal exponent: multiplying would add an error of its own.
    if (exponent !== undefined)
        return Number(`${number.replace(/\.$/, '')}${exponent}`);
    const factor = factors[suffix];
    if (factor === undefined)
        return undefined;
    // Dividing by a whole power of ten is exact where multiplying by its inverse is not (3m = 0.003).
    return factor < 1 ? Number(number) / Math.round(1 / factor) : Number(number) * factor;
}
const binaryUnits = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'];
/** Cores as the API server writes them: `2`, `750m`; rounded up to a thousandth. */
function cpuQuantity(cores) {
    const thousandths = Math.ceil(Number((cores * 1000).toFixed(6)));
    return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
}
/** Bytes as the API server writes them, in the largest binary unit that divides them: `160Mi`, `2Gi`, `1000`. */
function bytesQuantity(bytes) {
    let value = Math.ceil(bytes);
    let unit = '';
    for (const next of binaryUnits) {
        if (value === 0 || value % 1024 !== 0)
            break;
        value /= 1024;
        unit = next;
    }
    return `${value}${unit}`;
}


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

/***/ 66325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ madeWhen),
/* harmony export */   lp: () => (/* binding */ writerWords),
/* harmony export */   uD: () => (/* binding */ lastWriter)
/* harmony export */ });
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41645);
/* harmony import */ var _shown_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49054);


/**
 * The last writer by `managedFields` (kubernetes.io, "Server-Side Apply", Field Management): of the entries that hold the
 * field the newest, else the newest of all. Writes of the status are left out where a field is asked about, since they
 * change nothing else. Undefined when the object does not say.
 */
function lastWriter({ managedFields = [] }, field) {
    const holding = field === undefined ? [] : managedFields.filter(({ fieldsV1 }) => (0,_field_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsField */ .Lc)(fieldsV1, field));
    const changed = newest(holding);
    if (changed !== undefined)
        return { how: 'changed', ...changed };
    const written = newest(field === undefined ? managedFields : managedFields.filter(isOfSpec));
    return written && { how: 'written', ...written };
}
const isOfSpec = ({ subresource }) => subresource !== 'status';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** The times are all of one form, so that they sort as text. */
function newest(entries) {
    const dated = entries.flatMap(({ manager = '', time = '' }) => instant.test(time) && manager !== '' ? [{ manager: (0,_shown_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .H)(manager), at: time }] : []);
    return dated.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
}
/** When an object was made, where its identity is what is asked about. */
function madeWhen({ creationTimestamp = '' }) {
    return instant.test(creationTimestamp) ? { how: 'made', at: creationTimestamp } : undefined;
}
/** As it stands behind a value that moved: `changed 2026-11-24 02:40:12 UTC by manager kubectl-scale`. */
function writerWords(writer) {
    const when = `${writer.at.slice(0, 10)} ${writer.at.slice(11, 19)} UTC`;
    if (writer.how === 'made')
        return `made ${when}`;
    return `${writer.how === 'changed' ? 'changed' : 'last written'} ${when} by manager ${writer.manager}`;
}


/***/ }),

/***/ 51639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   v9: () => (/* binding */ hasImages)
/* harmony export */ });
const initPrefix = 'init/';
/** The images of a pod's spec or of a template. */
function imagesOf(spec) {
    const named = (prefix, containers = []) => containers.map(({ name, image = '' }) => [`${prefix}${name}`, image]);
    return Object.fromEntries([...named(initPrefix, spec.initContainers), ...named('', spec.containers)]);
}
/** Whether a spec holds every one of these images; containers that are not among them do not matter (injected sidecars). */
function hasImages(spec, images) {
    const own = imagesOf(spec);
    return Object.entries(images).every(([container, image]) => own[container] === image);
}
/** Where a container of {@link ImagesByContainer} stands in a template: its list, its place, and its name. */
function placeOf(spec, key) {
    const init = key.startsWith(initPrefix);
    const name = init ? key.slice(initPrefix.length) : key;
    const list = init ? 'initContainers' : 'containers';
    const index = (spec[list] ?? []).findIndex((container) => container.name === name);
    return index < 0 ? undefined : { list, index, name };
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
 * trouble that does not pass, restarts, pods that end one after the other, no progress; when it puts back, pods that were
 * ready and are not, or restarted, may become ready once more. An API server that cannot be asked for a while counts as no
 * progress. `conflict` when the workload was removed; `cancelled` when the run was asked to stop.
 */
async function awaitRollout(context, ref, isWanted, limits) {
    const watch = new RolloutWatch(limits, isWanted, context.puttingBack === true);
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
    #mayWaver;
    constructor(limits, isWanted, mayWaver) {
        this.#limits = limits;
        this.#isWanted = isWanted;
        this.#mayWaver = mayWaver;
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
        if (this.#settled > 0 && !this.#mayWaver) {
            return this.#failed(`it became ready, and then not any more: ${state.text}`, state.troubles);
        }
        this.#settled = 0;
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
        const restarted = this.#settled > 0 && state.restarts > this.#restarts;
        if (restarted && !this.#mayWaver) {
            return this.#failed(`a container restarted right after the rollout: ${state.text}`, []);
        }
        this.#restarts = state.restarts;
        this.#settled = restarted ? pollMs : this.#settled + pollMs;
        if (restarted)
            return this.#stalled([]);
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

/***/ 78568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   a9: () => (/* binding */ objectNow),
/* harmony export */   n: () => (/* binding */ becameOf)
/* harmony export */ });
/* harmony import */ var _domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66325);

/** Values come from the cluster; more of one is not shown, characters. */
const mostShown = 120;
/** A value as it is quoted in a clause. */
function shownValue(value) {
    const text = value == null ? 'none' : String(value);
    return text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
}
/**
 * What became of an object, for a reader: gone, made anew, or what it holds now and who wrote that. Undefined when `tell`
 * finds nothing of the step's that moved.
 */
async function objectNow(cluster, { resource, namespace, name, uid }, tell) {
    const object = await cluster.get(resource, namespace, name);
    return becameOf(object?.metadata, uid, () => object && tell(object));
}
/** The same of an object of which nothing but its metadata is read. */
function becameOf(metadata, uid, tell) {
    if (metadata === undefined)
        return 'there is none of its name any more';
    if (metadata.uid !== uid)
        return `another one of its name is there${madeAt(metadata)}`;
    const held = tell();
    const writer = held && (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWriter */ .uD)(metadata, held.field);
    if (writer === undefined)
        return held?.words;
    return held?.words === undefined ? (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(writer) : `${held.words} (${(0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(writer)})`;
}
const madeAt = (metadata) => {
    const made = (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .madeWhen */ ._s)(metadata);
    return made === undefined ? '' : `, ${(0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(made)}`;
};


/***/ }),

/***/ 60658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ fieldsNow),
/* harmony export */   XT: () => (/* binding */ imagesNow),
/* harmony export */   ek: () => (/* binding */ annotationNow),
/* harmony export */   sF: () => (/* binding */ replicasNow),
/* harmony export */   sp: () => (/* binding */ workloadNow)
/* harmony export */ });
/* harmony import */ var _domain_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96936);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90648);
/* harmony import */ var _domain_owner_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41645);
/* harmony import */ var _domain_rollout_images_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51639);
/* harmony import */ var _object_now_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78568);





const pausedField = ['f:spec', 'f:paused'];
const templateField = ['f:spec', 'f:template'];
/** What became of a workload; a rollout that somebody has paused is told before all else. */
function workloadNow(cluster, ref, tell) {
    const resource = (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadResource */ .WG)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOfRef */ .Ly)(ref));
    return (0,_object_now_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNow */ .a9)(cluster, { ...ref, resource }, (workload) => workload.spec.paused === true ? paused : tell(workload));
}
const paused = { words: 'its rollout is paused', field: pausedField };
/** How many pods are wanted now. */
function replicasNow({ spec }) {
    return { words: `it has ${spec.replicas ?? 1} replicas`, field: _domain_owner_field_js__WEBPACK_IMPORTED_MODULE_3__/* .replicasField */ ._6 };
}
/** The first image that is neither of these; where all are, the template around them has moved. */
function imagesNow({ spec }, from, to) {
    const now = (0,_domain_rollout_images_of_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(spec.template.spec);
    const other = Object.keys(to).find((container) => now[container] !== from[container] && now[container] !== to[container]);
    if (other === undefined)
        return { words: 'its template is another one', field: templateField };
    const name = other.replace(/^init\//, '');
    const list = name === other ? 'containers' : 'initContainers';
    return { words: `its container ${name} has image ${(0,_object_now_js__WEBPACK_IMPORTED_MODULE_2__/* .shownValue */ .JJ)(now[other])}`, field: (0,_domain_owner_field_js__WEBPACK_IMPORTED_MODULE_3__/* .imageField */ .aN)(list, name) };
}
/** The first of these fields that holds neither value. */
function fieldsNow({ spec }, from, to) {
    for (const [name, fields] of Object.entries(to)) {
        const container = spec.template.spec.containers.find((each) => each.name === name);
        if (container === undefined)
            return { words: `it has no container ${name}`, field: templateField };
        for (const field of Object.keys(fields)) {
            const now = (0,_domain_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)(container, field);
            if ((0,_domain_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .sameQuantity */ .AE)(now, from[name]?.[field]) || (0,_domain_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .sameQuantity */ .AE)(now, fields[field]))
                continue;
            return { words: `its ${field} of ${name} is ${(0,_object_now_js__WEBPACK_IMPORTED_MODULE_2__/* .shownValue */ .JJ)(now)}`, field: (0,_domain_owner_field_js__WEBPACK_IMPORTED_MODULE_3__/* .resourcesField */ .wk)('containers', name) };
        }
    }
    return undefined;
}
/** What an annotation of the template is now. */
function annotationNow(spec, annotation) {
    const now = spec.template.metadata?.annotations?.[annotation];
    return { words: `its annotation ${annotation} is ${(0,_object_now_js__WEBPACK_IMPORTED_MODULE_2__/* .shownValue */ .JJ)(now)}`, field: (0,_domain_owner_field_js__WEBPACK_IMPORTED_MODULE_3__/* .templateAnnotationField */ .M2)(annotation) };
}


/***/ })

};
