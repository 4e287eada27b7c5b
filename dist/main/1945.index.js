export const id = 1945;
export const ids = [1945];
export const modules = {

/***/ 87315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ times),
/* harmony export */   ej: () => (/* binding */ formatAmount),
/* harmony export */   kZ: () => (/* binding */ sameAmounts),
/* harmony export */   oi: () => (/* binding */ isAbove),
/* harmony export */   pn: () => (/* binding */ amountsOf),
/* harmony export */   tY: () => (/* binding */ plus),
/* harmony export */   yf: () => (/* binding */ larger)
/* harmony export */ });
/* harmony import */ var _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47721);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92400);


/** Sums of decimal fractions are off by less than this: a thousandth of a thousandth of a core. */
const tolerance = 1e-6;
/** The amounts of a list of quantities; what is no quantity is left out. */
function amountsOf(quantities = {}) {
    return Object.fromEntries(Object.entries(quantities).flatMap(([name, text]) => {
        const value = (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(text);
        return value === undefined ? [] : [[name, value]];
    }));
}
/** Everything of both. */
function plus(one, other) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}
/** So many times as much. */
function times(amounts, factor) {
    return Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, value * factor]));
}
/** The larger of both, resource by resource. */
function larger(one, other) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...names].map((name) => [name, Math.max(one[name] ?? 0, other[name] ?? 0)]));
}
/** Whether both are the same amounts. */
function sameAmounts(one, other) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return names.every((name) => Math.abs((one[name] ?? 0) - (other[name] ?? 0)) <= tolerance);
}
/** Whether one amount is above another, by more than what adding fractions costs. */
function isAbove(value, bound) {
    return value > bound + tolerance;
}
const inBytes = /(^|\.)(memory|storage|ephemeral-storage)$|^hugepages-/;
/** An amount for people: `1.5 cores`, `512 MB`, `8`. Names may stand behind `requests.` and `limits.`. */
function formatAmount(resource, value) {
    if (inBytes.test(resource))
        return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(value);
    const rounded = Number(value.toFixed(3));
    return /(^|\.)cpu$/.test(resource) ? `${rounded} ${rounded === 1 ? 'core' : 'cores'}` : String(rounded);
}


/***/ }),

/***/ 30618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ promisedShare),
/* harmony export */   dI: () => (/* binding */ emptyRoom),
/* harmony export */   fi: () => (/* binding */ withRequests),
/* harmony export */   o3: () => (/* binding */ withPod),
/* harmony export */   x: () => (/* binding */ withoutRequests)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87315);
/* harmony import */ var _pod_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97917);


/** A node without any pods. */
function emptyRoom({ metadata, spec, status }) {
    const ready = status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True');
    return {
        name: metadata.name,
        labels: metadata.labels ?? {},
        taints: spec?.taints ?? [],
        open: ready === true && spec?.unschedulable !== true,
        allocatable: (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(status?.allocatable),
        requested: { pods: 0 },
    };
}
/** The node with one more pod; one that has ended takes nothing. */
function withPod(room, pod) {
    const phase = pod.status?.phase;
    if (phase === 'Succeeded' || phase === 'Failed')
        return room;
    return withRequests(room, (0,_pod_request_js__WEBPACK_IMPORTED_MODULE_1__/* .podRequests */ .W)(pod.spec));
}
/** The node with so much more promised to one pod. */
function withRequests(room, requests) {
    return { ...room, requested: (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .plus */ .tY)(room.requested, { ...requests, pods: 1 }) };
}
/** The nodes without so many pods of these requests on each, as if they were gone. */
function withoutRequests(rooms, requests, pods) {
    return rooms.map((room) => {
        const count = pods[room.name] ?? 0;
        return { ...room, requested: (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .plus */ .tY)(room.requested, (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .times */ .Hn)({ ...requests, pods: 1 }, -count)) };
    });
}
/** The share of what open nodes can give that is promised, 0 where they can give nothing. */
function promisedShare(rooms, resource) {
    const open = rooms.filter((room) => room.open);
    const total = open.reduce((sum, { allocatable }) => sum + (allocatable[resource] ?? 0), 0);
    const promised = open.reduce((sum, { requested }) => sum + (requested[resource] ?? 0), 0);
    return total === 0 ? 0 : promised / total;
}


/***/ }),

/***/ 97917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ podRequests),
/* harmony export */   c: () => (/* binding */ podLimits)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87315);

/**
 * What a pod asks of its node, as the scheduler counts it: its containers together with the sidecars among its init
 * containers, or what it takes to start if that is more, and the pod's own overhead (kubernetes.io, "Init Containers",
 * "Resource sharing within containers"; "Sidecar Containers"; "Pod Overhead").
 */
function podRequests(spec) {
    return podAmounts(spec, requestsOf);
}
/** What the containers of a pod may have together, counted as {@link podRequests}. */
function podLimits(spec) {
    return podAmounts(spec, ({ resources }) => (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(resources?.limits));
}
/** A container without a request asks for its limit (the API server's default). */
function requestsOf({ resources }) {
    return { ...(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(resources?.limits), ...(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(resources?.requests) };
}
function podAmounts(spec, of) {
    let sidecars = {};
    let starting = {};
    for (const container of spec.initContainers ?? []) {
        if (container.restartPolicy === 'Always')
            sidecars = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .plus */ .tY)(sidecars, of(container));
        starting = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .larger */ .yf)(starting, container.restartPolicy === 'Always' ? sidecars : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .plus */ .tY)(sidecars, of(container)));
    }
    const running = spec.containers.reduce((sum, container) => (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .plus */ .tY)(sum, of(container)), sidecars);
    return (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .plus */ .tY)((0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .larger */ .yf)(running, starting), (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(spec.overhead));
}


/***/ }),

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

/***/ 34742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   Ym: () => (/* binding */ percentile),
/* harmony export */   i2: () => (/* binding */ mean)
/* harmony export */ });
/**
 * The percentile of raw values by nearest rank: the smallest value that at least the share `p` of them does not exceed
 * (Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), definition 1). It is
 * always a value that was measured. Undefined for no values; throws a RangeError for a `p` outside 0 to 1.
 */
function percentile(values, p) {
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`percentile: ${p} is not between 0 and 1`);
    if (values.length === 0)
        return undefined;
    const sorted = values.toSorted((a, b) => a - b);
    // Rounding first: 0.95 × 20 is 19.000000000000004 in binary, and means the 19th.
    const rank = Math.ceil(Number((p * sorted.length).toFixed(9)));
    return sorted[Math.max(0, rank - 1)];
}
/** The arithmetic mean; undefined for no values. */
function mean(values) {
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** The median: the middle value, or the mean of the two in the middle; undefined for no values. */
function median(values) {
    if (values.length === 0)
        return undefined;
    const sorted = values.toSorted((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle];
    return sorted.length % 2 === 1 ? upper : (upper + sorted[middle - 1]) / 2;
}


/***/ }),

/***/ 8250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ sourceWords),
/* harmony export */   j: () => (/* binding */ spreadOf)
/* harmony export */ });
/* harmony import */ var _statistics_percentile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34742);

/** The spread of values (nearest-rank percentiles); undefined for none. */
function spreadOf(values) {
    const finite = values.filter(Number.isFinite);
    if (finite.length === 0)
        return undefined;
    const at = (share) => (0,_statistics_percentile_js__WEBPACK_IMPORTED_MODULE_0__/* .percentile */ .Ym)(finite, share) ?? 0;
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), peak: at(1), samples: finite.length };
}
/** The words of a source, as in "measured by …". */
const sourceWords = {
    prometheus: 'Prometheus',
    history: 'the stored history',
    'metrics-api': 'the metrics API, now',
};


/***/ }),

/***/ 23882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readRoom),
/* harmony export */   m: () => (/* binding */ roomPermissions)
/* harmony export */ });
/* harmony import */ var _domain_capacity_node_room_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30618);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);


/** What {@link readRoom} may read. */
const roomPermissions = [
    { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.nodes, verbs: ['list'], scope: 'cluster', why: 'know what every node can give away' },
    { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.pods, verbs: ['list'], scope: 'cluster', why: 'know what every node has promised already' },
    { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.resourceQuotas, verbs: ['list'], scope: 'platform', why: 'know what the quotas leave' },
    { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.limitRanges, verbs: ['list'], scope: 'platform', why: 'know what a single pod may have' },
];
/** Pods that take room: placed somewhere, and not at their end. */
const placedPods = 'spec.nodeName!=,status.phase!=Succeeded,status.phase!=Failed';
/** Read every node with the requests of its pods, and the bounds of a namespace. Memory does not grow with the pods. */
async function readRoom(cluster, namespace) {
    const [nodes, quotas, ranges] = await Promise.all([
        readNodes(cluster),
        all(cluster, { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.resourceQuotas, namespace }),
        all(cluster, { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.limitRanges, namespace }),
    ]);
    return { nodes, quotas, ranges };
}
async function readNodes(cluster) {
    const rooms = new Map();
    for await (const node of cluster.list({ resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.nodes }))
        rooms.set(node.metadata.name, (0,_domain_capacity_node_room_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyRoom */ .dI)(node));
    for await (const pod of cluster.list({ resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.pods, fields: placedPods })) {
        const room = rooms.get(pod.spec.nodeName ?? '');
        if (room !== undefined)
            rooms.set(room.name, (0,_domain_capacity_node_room_js__WEBPACK_IMPORTED_MODULE_0__/* .withPod */ .o3)(room, pod));
    }
    return [...rooms.values()];
}
async function all(cluster, query) {
    const found = [];
    for await (const object of cluster.list(query))
        found.push(object);
    return found;
}


/***/ }),

/***/ 95200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ forwardsToPrometheus),
/* harmony export */   yZ: () => (/* binding */ findPrometheus),
/* harmony export */   zF: () => (/* binding */ prometheusSelectors)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

/** Whether Prometheus is reached through the cluster. */
const forwardsToPrometheus = ({ prometheus }) => prometheus.enabled && prometheus.address === undefined;
/** The right to find the pods of Prometheus by its Service, where it is reached through the cluster. */
const findPrometheus = {
    resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.services,
    verbs: ['get'],
    scope: 'platform',
    names: ({ prometheus }) => [prometheus.service],
    when: forwardsToPrometheus,
    why: 'find the pods of Prometheus',
};
/** Labels of the pods of Prometheus, for the declaration of a task's forwards: those of the workload named as its Service. */
function prometheusSelectors(platform) {
    if (!forwardsToPrometheus(platform))
        return [];
    const { others } = platform.workloads;
    return others.filter(({ name }) => name === platform.prometheus.service).map(({ selector }) => selector);
}


/***/ }),

/***/ 20454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   L: () => (/* binding */ troubleOf)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** What an error says, if it may be carried as part of the observation. Cancelling ends the whole task, as a defect does. */
function troubleOf(error, subject) {
    if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U) || error.code === 'cancelled')
        throw error;
    const { code, message, next } = error;
    return { code, subject, message, ...(next === undefined ? {} : { next }) };
}
/** The value, or why there is none. */
async function attempt(subject, work) {
    try {
        return { value: await work() };
    }
    catch (error) {
        return { trouble: troubleOf(error, subject) };
    }
}


/***/ }),

/***/ 86104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readPresentUse)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47721);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);
/* harmony import */ var _domain_usage_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8250);



/** What the containers of these pods use now, from the metrics API. Containers that it does not know are left out. */
async function readPresentUse(cluster, namespace, pods) {
    const wanted = new Set(pods.map(({ metadata }) => metadata.name));
    const seen = new Map();
    for await (const { metadata, containers } of cluster.list({ resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.podMetrics, namespace })) {
        if (!wanted.has(metadata.name))
            continue;
        for (const { name, usage } of containers) {
            const values = seen.get(name) ?? { cpu: [], memory: [] };
            seen.set(name, values);
            note(values.cpu, usage.cpu);
            note(values.memory, usage.memory);
        }
    }
    return { source: 'metrics-api', spanMs: 0, containers: [...seen].sort().map(useOf) };
}
function note(values, quantity) {
    const value = quantity === undefined ? undefined : (0,_domain_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(quantity);
    if (value !== undefined)
        values.push(value);
}
function useOf([container, { cpu, memory }]) {
    const [ofCpu, ofMemory] = [(0,_domain_usage_use_js__WEBPACK_IMPORTED_MODULE_2__/* .spreadOf */ .j)(cpu), (0,_domain_usage_use_js__WEBPACK_IMPORTED_MODULE_2__/* .spreadOf */ .j)(memory)];
    return {
        container,
        ...(ofCpu === undefined ? {} : { cpu: ofCpu }),
        ...(ofMemory === undefined ? {} : { memory: ofMemory }),
    };
}


/***/ }),

/***/ 21555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ useFindings),
/* harmony export */   Sk: () => (/* binding */ usePermissions),
/* harmony export */   UT: () => (/* binding */ readUse)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90648);
/* harmony import */ var _prometheus_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95200);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20454);
/* harmony import */ var _present_use_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86104);
/* harmony import */ var _stored_use_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18008);






/** What {@link readUse} may read. */
const usePermissions = [
    { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.podMetrics, verbs: ['list'], scope: 'platform', why: 'see what its containers use now' },
    _prometheus_access_js__WEBPACK_IMPORTED_MODULE_2__/* .findPrometheus */ .yZ,
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        when: _prometheus_access_js__WEBPACK_IMPORTED_MODULE_2__/* .forwardsToPrometheus */ .mt,
        why: 'ask Prometheus what its containers used',
    },
];
/** What a workload used: over the asked time from Prometheus; else, or where that knows nothing of it, only now. */
async function readUse(context, target, spanMs) {
    const { namespace, prometheus } = context.platform;
    const troubles = [];
    const { kind, workload, pods } = target;
    try {
        const use = await (0,_stored_use_js__WEBPACK_IMPORTED_MODULE_5__/* .readStoredUse */ .v)(context, namespace, { kind, name: workload.metadata.name }, spanMs);
        if (use.containers.length > 0)
            return { use, troubles };
    }
    catch (error) {
        if (prometheus.enabled)
            troubles.push((0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .troubleOf */ .L)(error, 'prometheus'));
    }
    try {
        const use = await (0,_present_use_js__WEBPACK_IMPORTED_MODULE_4__/* .readPresentUse */ .D)(context.ports.cluster, namespace, pods);
        if (use.containers.length > 0)
            return { use, troubles };
    }
    catch (error) {
        troubles.push((0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .troubleOf */ .L)(error, 'metrics.k8s.io'));
    }
    return { troubles };
}
/**
 * What a reader has to know of use that could not be asked: unknown where nothing of what the task `needs` is known, a warning
 * where the present use stands in.
 */
function useFindings({ use, troubles }, { kind, workload }, needs) {
    const subject = (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadWord */ .Km)(kind, workload.metadata.name);
    const standsIn = use !== undefined && needs === 'any use';
    return troubles.map(({ subject: asked, message, next }) => ({
        code: asked.includes('metrics.k8s.io') ? 'present-use-not-known' : 'stored-use-not-known',
        severity: standsIn ? 'warn' : 'unknown',
        subject,
        title: `what ${subject} used could not be asked everywhere`,
        evidence: message,
        next: next ?? 'look at the cause and plan again',
    }));
}


/***/ }),

/***/ 18008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readStoredUse)
/* harmony export */ });
/* harmony import */ var _domain_usage_use_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8250);

const fewestStepMs = 15_000;
const longestStepMs = 300_000;
/** A rate needs two scrapes; over less than this it may see one. */
const shortestRangeMs = 60_000;
const timeoutMs = 30_000;
/** How the pods of a workload are called, as a regular expression of Prometheus (RE2, anchored). */
function podsPattern(kind, name) {
    const literal = name.replaceAll('.', String.raw `\\.`);
    if (kind === 'StatefulSet')
        return `${literal}-[0-9]+`;
    return kind === 'DaemonSet' ? `${literal}-[a-z0-9]{5}` : `${literal}-[a-z0-9]{1,10}-[a-z0-9]{5}`;
}
/**
 * What the containers of a workload used over a time, from Prometheus' figures of the kubelets (cAdvisor): at each moment
 * that of the pod that used most. Pods that are gone count as well. `not-found` where there is no Prometheus.
 */
async function readStoredUse({ ports, now, signal }, namespace, workload, spanMs) {
    const stepMs = Math.min(longestStepMs, Math.max(fewestStepMs, Math.round(spanMs / 1000)));
    const range = { from: now - spanMs, until: now, stepMs };
    const pods = podsPattern(workload.kind, workload.name);
    const selector = `{namespace="${namespace}",pod=~"${pods}",container!="",container!="POD"}`;
    const rangeS = Math.ceil(Math.max(stepMs, shortestRangeMs) / 1000);
    const limits = { timeoutMs, signal };
    const [cpu, memory] = await Promise.all([
        ports.metrics.queryRange(`max by (container) (rate(container_cpu_usage_seconds_total${selector}[${rangeS}s]))`, range, limits),
        ports.metrics.queryRange(`max by (container) (max_over_time(container_memory_working_set_bytes${selector}[${Math.ceil(stepMs / 1000)}s]))`, range, limits),
    ]);
    return { source: 'prometheus', spanMs: spanOf([...cpu, ...memory]), containers: usesOf(cpu, memory) };
}
function usesOf(cpu, memory) {
    const names = [...new Set([...cpu, ...memory].flatMap(({ labels }) => labels.container ?? []))].sort();
    const spread = (series, container) => (0,_domain_usage_use_js__WEBPACK_IMPORTED_MODULE_0__/* .spreadOf */ .j)(series
        .filter(({ labels }) => labels.container === container)
        .flatMap(({ points }) => points.map(([, value]) => value)));
    return names.map((container) => {
        const [ofCpu, ofMemory] = [spread(cpu, container), spread(memory, container)];
        return {
            container,
            ...(ofCpu === undefined ? {} : { cpu: ofCpu }),
            ...(ofMemory === undefined ? {} : { memory: ofMemory }),
        };
    });
}
function spanOf(series) {
    const times = series
        .flatMap(({ points }) => [points[0]?.[0], points.at(-1)?.[0]])
        .filter((time) => time !== undefined);
    return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
}


/***/ })

};
