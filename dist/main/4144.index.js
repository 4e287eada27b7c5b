export const id = 4144;
export const ids = [4144];
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

/***/ 28984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ namesOfKind),
/* harmony export */   sX: () => (/* binding */ namedWorkloads),
/* harmony export */   yX: () => (/* binding */ startingSecrets)
/* harmony export */ });
/** Every workload that the configuration names: what tasks may change, and whose names manifests give. Each once. */
function namedWorkloads(platform) {
    const { blockchain, gateway, others } = platform.workloads;
    const stores = [platform.database.workload, platform.cache.workload];
    const all = [blockchain, gateway, ...stores, ...others].map(({ kind, name }) => ({ kind, name }));
    return [...new Map(all.map((one) => [`${one.kind}/${one.name}`, one])).values()];
}
/** The names of those of one kind. */
function namesOfKind(kind) {
    return (platform) => namedWorkloads(platform)
        .filter((one) => one.kind === kind)
        .map(({ name }) => name);
}
/** The Secrets that workloads start with and whose version may be read, as far as the configuration says. */
function startingSecrets({ workloads, database, cache, certificates }) {
    const passwords = [database.password.secret, cache.password?.secret].filter((name) => name !== undefined);
    const listed = certificates.secrets === 'all' ? [] : certificates.secrets;
    return [...new Set([workloads.gateway.tlsSecret, ...passwords, ...listed, ...workloads.secrets])];
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

/***/ 85245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vi: () => (/* binding */ tooLittle),
/* harmony export */   aM: () => (/* binding */ rightSize)
/* harmony export */ });
/* unused harmony export smallest */
/* harmony import */ var _capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96936);
/* harmony import */ var _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47721);


/** Nothing is made smaller than this: 10 thousandths of a core, 16 MiB. */
const smallest = { cpu: 0.01, memory: 16 * 2 ** 20 };
const mebibyte = 2 ** 20;
const round = {
    cpu: (cores) => Math.ceil(Number((cores * 1000).toFixed(6))) / 1000,
    memory: (bytes) => Math.ceil(bytes / mebibyte) * mebibyte,
};
const written = { cpu: _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .cpuQuantity */ .CS, memory: _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesQuantity */ .b$ };
/**
 * The requests and limits that a container should have by what it used; only those that change. Memory goes by the peak and
 * the margin. A request of processor that is above the peak and the margin comes down to that, one that is below the
 * percentile and the margin goes up to it, and one between them stays. A limit that is set keeps its distance to the
 * request, and is never below the peak and the margin; where it is the request, both are that, so that the pod stays in its
 * class of service. Where no limit is set, none is made. A resource of which nothing was measured stays as it is.
 */
function rightSize(container, use, rules) {
    return { ...sized(container, 'cpu', use.cpu, rules), ...sized(container, 'memory', use.memory, rules) };
}
function sized(container, resource, spread, { margin, cpuPercentile, leastChange }) {
    if (spread === undefined)
        return {};
    const amount = (field) => (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_1__/* .parseQuantity */ .Lf)((0,_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)(container, `${field}.${resource}`) ?? '');
    const [request, limit] = [amount('requests'), amount('limits')];
    const used = resource === 'memory' ? spread.peak : spread[cpuPercentile];
    const byUse = round[resource](Math.max(smallest[resource], used * (1 + margin)));
    const floor = Math.max(byUse, round[resource](spread.peak * (1 + margin)));
    const isLimit = limit !== undefined && (request ?? limit) === limit;
    const wanted = isLimit ? floor : neverBelow(floor, request, byUse);
    // without a request the API server takes the limit for it
    const distance = limit === undefined ? 1 : limit / (request ?? limit);
    const limited = Math.max(floor, round[resource](wanted * distance));
    const values = [
        ...changed(`requests.${resource}`, request, wanted, leastChange),
        ...(limit === undefined ? [] : changed(`limits.${resource}`, limit, limited, leastChange)),
    ];
    return consistent(resource, Object.fromEntries(values), { request, limit, wanted, limited });
}
/** What was used at the peak is never taken away. */
function neverBelow(floor, request, byUse) {
    return request === undefined || byUse >= request ? byUse : Math.min(request, floor);
}
function changed(field, now, wanted, leastChange) {
    const resource = field.endsWith('.cpu') ? 'cpu' : 'memory';
    const enough = now === undefined || now === 0 || Math.abs(wanted - now) >= now * leastChange;
    return enough && wanted !== now ? [[field, written[resource](wanted)]] : [];
}
/** A request that would come above a limit which stays, or a limit below a request which stays, takes the other along. */
function consistent(resource, values, { request, limit, wanted, limited, }) {
    const [requestField, limitField] = [`requests.${resource}`, `limits.${resource}`];
    if (limit === undefined)
        return values;
    const nextRequest = values[requestField] === undefined ? (request ?? limit) : wanted;
    const nextLimit = values[limitField] === undefined ? limit : limited;
    if (nextRequest <= nextLimit)
        return values;
    return { ...values, [requestField]: written[resource](wanted), [limitField]: written[resource](limited) };
}
/** Why what is known of a workload's use is too little to size it by; undefined: it is enough. */
function tooLittle({ spanMs, containers }, least) {
    if (spanMs < least.spanMs)
        return 'span';
    const samples = containers.flatMap(({ cpu, memory }) => [cpu?.samples, memory?.samples].filter((count) => count !== undefined));
    return samples.length === 0 || Math.min(...samples) < least.samples ? 'samples' : undefined;
}


/***/ }),

/***/ 37310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ useLines)
/* harmony export */ });
/* harmony import */ var _capacity_amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87315);
/* harmony import */ var _capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96936);
/* harmony import */ var _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47721);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92400);
/* harmony import */ var _use_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8250);





/** What a workload used against what it asks for, a line for each container and resource: `cpu of container gateway …`. */
function useLines({ source, spanMs, containers }, spec, scaling) {
    const over = spanMs === 0 ? '' : ` over ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_4__/* .formatSpan */ .QA)(spanMs)}`;
    return containers.flatMap((use) => {
        const container = spec.containers.find(({ name }) => name === use.container);
        if (container === undefined)
            return [];
        const said = [cpuLine(use, container, scaling), memoryLine(use, container, scaling)].filter((line) => line !== undefined);
        return said.map((line) => `${line}${over} (${_use_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceWords */ .h[source]})`);
    });
}
function cpuLine({ container: name, cpu }, container, scaling) {
    if (cpu === undefined)
        return undefined;
    const against = ofWhat(container, 'cpu', cpu.p95, scaling);
    return `cpu of container ${name}: ${(0,_capacity_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)('cpu', cpu.p95)} at p95, ${against}`;
}
function memoryLine({ container: name, memory }, container, scaling) {
    if (memory === undefined)
        return undefined;
    return `memory of container ${name}: ${(0,_capacity_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)('memory', memory.peak)} at its peak, ${ofWhat(container, 'memory', memory.peak, scaling)}`;
}
function ofWhat(container, resource, used, scaling) {
    const request = (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .parseQuantity */ .Lf)((0,_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(container, `requests.${resource}`) ?? '');
    if (request === undefined || request === 0)
        return 'it asks for none';
    return `${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_4__/* .formatShare */ .T1)(used / request)} of its request (more is wanted from ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_4__/* .formatShare */ .T1)(scaling[resource] / 100)} on)`;
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

/***/ 50062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cacheSelectors),
/* harmony export */   r: () => (/* binding */ cachePermissions)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

/** Without an address the pods are looked for, and reached through a port-forward. */
const throughPods = (platform) => platform.cache.address === undefined;
const secretNames = ({ cache }) => {
    const names = [cache.password?.secret, cache.tls.ca?.kind === 'Secret' ? cache.tls.ca.name : undefined];
    return [...new Set(names.filter((name) => name !== undefined))];
};
const configMapNames = ({ cache }) => cache.tls.ca?.kind === 'ConfigMap' ? [cache.tls.ca.name] : [];
/** What reaching the cache takes, for the declaration of a task that asks it. */
const cachePermissions = [
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods,
        verbs: ['list'],
        scope: 'platform',
        when: throughPods,
        why: 'find the cache servers',
    },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        when: throughPods,
        why: 'reach them; what is done there is what the ACL user may do',
    },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: secretNames,
        when: (platform) => secretNames(platform).length > 0,
        why: 'read the password of the cache user',
    },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.configMaps,
        verbs: ['get'],
        scope: 'platform',
        names: configMapNames,
        when: (platform) => configMapNames(platform).length > 0,
        why: 'read the authority of the cache certificate',
    },
];
/** Labels of the cache's pods, for the declaration of a task's forwards. */
function cacheSelectors({ cache }) {
    return cache.address === undefined ? [cache.workload.selector] : [];
}


/***/ }),

/***/ 34659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ fragmentationOf),
/* harmony export */   ke: () => (/* binding */ isWorthGivingBack),
/* harmony export */   u1: () => (/* binding */ strainedWords),
/* harmony export */   vg: () => (/* binding */ observeCache)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** Ask every server what it is. One that does not answer is a fact about it; only a cancellation ends this. */
async function observeCache(cache) {
    const servers = [];
    for (const server of await cache.servers())
        servers.push(await ask(cache, server));
    const instances = servers.flatMap((observed) => ('instance' in observed ? [observed.instance] : []));
    return {
        servers,
        masters: instances.filter((instance) => instance.role === 'master'),
        replicas: instances.filter((instance) => instance.role === 'replica'),
        unreachedShards: unreachedShards(instances),
    };
}
async function ask(cache, server) {
    try {
        return { server, instance: await cache.instance(server) };
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U) || error.code === 'cancelled')
            throw error;
        return { server, cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
    }
}
function unreachedShards(instances) {
    const reached = new Set(instances.flatMap((instance) => instance.cluster?.id ?? []));
    const known = instances.flatMap((instance) => instance.cluster?.masters ?? []);
    const missing = known.filter((master) => !reached.has(master.id)).map((master) => master.address);
    return [...new Set(missing)].sort();
}
/** How much more memory the operating system gives to the server than its data takes: 1 is none. */
function fragmentationOf(memory) {
    return memory.usedBytes === 0 ? 1 : memory.residentBytes / memory.usedBytes;
}
/** Whether so much memory is held without use that giving it back is worth the moment that it takes. */
function isWorthGivingBack(memory, bounds) {
    return fragmentationOf(memory) >= bounds.fragmentation && (memory.reclaimableBytes ?? 0) >= bounds.reclaimableBytes;
}
/** Why nothing more is done to a shard: a sweep stopped there a moment ago, and what is slow now is no measure for the next. */
const strainedWords = (shard) => `requests to ${shard} had to wait longer during an earlier sweep of this run; the next opening goes on`;


/***/ }),

/***/ 17303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ databaseSelectors),
/* harmony export */   c: () => (/* binding */ databasePermissions)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

/** Without an address the pods are looked for, and reached through a port-forward. */
const throughPods = (platform) => platform.database.address === undefined;
const authorityIn = (kind) => (platform) => {
    const { ca } = platform.database.tls;
    return ca?.kind === kind ? [ca.name] : [];
};
/** What reaching the database takes, for the declaration of a task that asks it. */
const databasePermissions = [
    { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, verbs: ['list'], scope: 'platform', when: throughPods, why: 'find the database servers' },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        when: throughPods,
        why: 'reach them; what is done there is what the database role may do',
    },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: (platform) => [...new Set([platform.database.password.secret, ...authorityIn('Secret')(platform)])],
        why: 'read the password of the database role',
    },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.configMaps,
        verbs: ['get'],
        scope: 'platform',
        names: authorityIn('ConfigMap'),
        when: (platform) => authorityIn('ConfigMap')(platform).length > 0,
        why: 'read the authority of the database certificate',
    },
];
/** Labels of the database's pods, for the declaration of a task's forwards. */
function databaseSelectors({ database }) {
    return database.address === undefined ? [database.workload.selector] : [];
}


/***/ }),

/***/ 44589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ observeServers)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** Ask every server what it is. One that does not answer is a fact about it; only a cancellation ends this. */
async function observeServers(database) {
    const servers = [];
    for (const server of await database.servers())
        servers.push(await ask(database, server));
    const instances = servers.flatMap((observed) => ('instance' in observed ? [observed.instance] : []));
    return {
        servers,
        primaries: instances.filter((instance) => instance.role === 'primary'),
        standbys: instances.filter((instance) => instance.role === 'standby'),
    };
}
async function ask(database, server) {
    try {
        return { server, instance: await database.instance(server) };
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U) || error.code === 'cancelled')
            throw error;
        return { server, cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
    }
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

/***/ 20555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ defineTask)
/* harmony export */ });
/** Declare a task. Gives the compiler the inputs', ports' and observation's types; the value is the argument. */
function defineTask(task) {
    return task;
}


/***/ }),

/***/ 14144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ optimize_performance)
});

// EXTERNAL MODULE: ./build/domain/configuration/platform/named-workloads.js
var named_workloads = __webpack_require__(28984);
// EXTERNAL MODULE: ./build/domain/configuration/platform/workload-kind.js
var workload_kind = __webpack_require__(78048);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/observation/cache-permissions.js
var cache_permissions = __webpack_require__(50062);
// EXTERNAL MODULE: ./build/observation/database/permissions.js
var permissions = __webpack_require__(17303);
// EXTERNAL MODULE: ./build/observation/prometheus-access.js
var prometheus_access = __webpack_require__(95200);
// EXTERNAL MODULE: ./build/observation/usage/read-use.js
var read_use = __webpack_require__(21555);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
;// CONCATENATED MODULE: ./build/tasks/optimize-performance/inputs.js
/** From which figures on optimize-performance changes or recommends something. */
const inputs = {
    'changed-rows': {
        kind: 'integer',
        description: 'Autovacuum is to begin on a table when so many of its rows have changed, at the latest.',
        default: 100_000,
        min: 1_000,
        max: 1_000_000_000,
        unit: 'rows',
    },
    'lock-timeout': {
        kind: 'duration',
        description: 'How long a change of a table waits for its lock (reads and writes go on under it).',
        default: '2s',
        min: '100ms',
        max: '30s',
    },
    'unused-after': {
        kind: 'duration',
        description: 'An index that was not used for so long, on no server, is named.',
        default: '30d',
        min: '1h',
        max: '365d',
    },
    'least-size': {
        kind: 'integer',
        description: 'Indexes and bloat smaller than this are not worth a line.',
        default: 10,
        min: 0,
        max: 1_000_000,
        unit: 'MiB',
    },
    'bloat-share': {
        kind: 'share',
        description: 'A table or index is named when so much of it is estimated to be empty.',
        default: 0.4,
        min: 0.1,
        max: 0.95,
    },
    'sequence-warn': {
        kind: 'share',
        description: 'A sequence that has given so much of its numbers is a warning.',
        default: 0.75,
        min: 0.1,
        max: 1,
    },
    'sequence-fail': {
        kind: 'share',
        description: 'A sequence that has given so much of its numbers is a failure.',
        default: 0.9,
        min: 0.1,
        max: 1,
    },
    'hit-share': {
        kind: 'share',
        description: 'A cache, or the buffers of the database, that find less than this are named.',
        default: 0.9,
        min: 0,
        max: 1,
    },
    'usage-window': {
        kind: 'duration',
        description: 'How far back the use of containers is looked at.',
        default: '7d',
        min: '1m',
        max: '90d',
    },
    'minimum-history': {
        kind: 'duration',
        description: 'With less history than this, requests are not compared with use.',
        default: '1d',
        min: '30s',
        max: '90d',
    },
};

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/observation/cache.js
var observation_cache = __webpack_require__(34659);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/observation/trouble.js
var trouble = __webpack_require__(20454);
// EXTERNAL MODULE: ./build/observation/database/primary.js
var primary = __webpack_require__(44589);
;// CONCATENATED MODULE: ./build/observation/database/tuning.js



/** Read the primary, every database of it, and the use that standbys make of its indexes. */
async function observeTuning(database) {
    const servers = await (0,primary/* observeServers */.z)(database);
    const [only, ...others] = servers.primaries;
    if (only === undefined || others.length > 0)
        return { servers, troubles: [] };
    const { server } = only;
    const troubles = [];
    const databases = [];
    for (const { name, mayConnect, allowsConnections } of await database.databases(server)) {
        if (!mayConnect || !allowsConnections)
            continue;
        const read = await (0,trouble/* attempt */.C)(`database ${name}`, () => database.tuning(server, name));
        if ('trouble' in read)
            troubles.push(read.trouble);
        else
            databases.push({ name, survey: await withStandbys(database, servers, name, read.value, troubles) });
    }
    const elsewhere = await notAsked(database, servers, server);
    const { systemIdentifier } = only;
    return {
        servers,
        primary: {
            server,
            settings: await database.settings(server),
            databases,
            ...(systemIdentifier === undefined ? {} : { systemIdentifier }),
            servers: 1 + servers.standbys.length,
            unread: [...elsewhere, ...troubles.map(({ message }) => message)],
        },
        troubles,
    };
}
/** Servers that do not answer, and standbys that the primary knows and we do not. */
async function notAsked(database, { servers, standbys }, primary) {
    const silent = servers.flatMap((server) => ('cause' in server ? [`${server.server}: ${server.cause}`] : []));
    const read = await (0,trouble/* attempt */.C)(`replication of ${primary}`, () => database.replication(primary));
    if ('trouble' in read)
        return [...silent, read.trouble.message];
    const attached = read.value.role === 'primary' ? read.value.standbys.filter(({ state }) => state !== 'backup').length : 0;
    const unknown = attached - standbys.length;
    return unknown <= 0 || silent.length > 0
        ? silent
        : [`${primary} has ${(0,quantities/* counted */.hS)(attached, 'standby', 'standbys')}, and ${standbys.length} of them could be asked`];
}
/** A standby counts the use of its own queries; an index that only they need is needed. */
async function withStandbys(database, { standbys }, name, survey, troubles) {
    const scans = new Map();
    const since = [survey.countedSince];
    for (const { server } of standbys) {
        const read = await (0,trouble/* attempt */.C)(`database ${name} on ${server}`, () => database.tuning(server, name));
        if ('trouble' in read)
            troubles.push(read.trouble);
        else {
            since.push(read.value.countedSince);
            for (const index of read.value.indexes)
                scans.set(index.oid, (scans.get(index.oid) ?? 0) + index.scans);
        }
    }
    const indexes = survey.indexes.map((index) => ({ ...index, scans: index.scans + (scans.get(index.oid) ?? 0) }));
    const { countedSince: _, ...rest } = survey;
    const known = since.filter((time) => time !== undefined);
    const latest = known.length < since.length ? undefined : Math.max(...known);
    return { ...rest, indexes, ...(latest === undefined ? {} : { countedSince: latest }) };
}
/** What must hold when something is tuned: which system it is, and which server takes writes. */
function tuningBasis({ servers }) {
    const [only, ...others] = servers.primaries;
    const one = others.length === 0 ? only : undefined;
    const basis = {
        systemIdentifier: one?.systemIdentifier ?? null,
        primary: one?.server ?? null,
    };
    return basis;
}

// EXTERNAL MODULE: ./build/observation/workloads.js
var observation_workloads = __webpack_require__(8623);
;// CONCATENATED MODULE: ./build/tasks/optimize-performance/unused-indexes.js

/** The kind of sightings under which the state keeps since when an index has been unused. */
const unusedIndex = 'unused-index';
const mebibyte = 2 ** 20;
const mostReasons = 3;
/** Indexes that nobody needs for a rule, and that no query has used since counting began. */
const candidates = ({ survey }, inputs) => survey.indexes.filter(({ scans, holdsRule, valid, bytes }) => scans === 0 && !holdsRule && valid && bytes >= inputs['least-size'] * mebibyte);
/** Numbers of objects are unique in a database alone, and databases in a cluster of servers. */
const keyOf = ({ systemIdentifier = '' }, { name }, { oid }) => `${systemIdentifier}/${name}/${oid}`;
/** The indexes that are unused now, for the state; none where a part was not read: that would begin their time anew. */
function unusedSightings(primary, inputs) {
    if (primary.unread.length > 0)
        return undefined;
    const keys = primary.databases.flatMap((database) => candidates(database, inputs).map((index) => keyOf(primary, database, index)));
    return { of: unusedIndex, keys };
}
/**
 * Indexes that no server has used for so long, by the shortest span for which any of them counts, and seen unused by us for
 * as long: nobody else knows how old an index is. None where a server was not read, since it may need them.
 */
function unusedFindings(primary, inputs, now, since) {
    const { databases, unread } = primary;
    const found = databases.flatMap((database) => candidates(database, inputs).map((index) => ({ database, index })));
    if (found.length > 0 && unread.length > 0)
        return [notJudged(found.length, unread)];
    return found.flatMap(({ database, index }) => {
        const countedSince = database.survey.countedSince ?? now;
        const seenSince = since.get(keyOf(primary, database, index)) ?? now;
        const unusedMs = now - Math.max(countedSince, seenSince);
        return unusedMs < inputs['unused-after']
            ? []
            : [unused(primary, database, index, now - countedSince, now - seenSince)];
    });
}
const unused = ({ servers }, { name }, index, countedMs, seenMs) => ({
    code: 'unused-index',
    severity: 'info',
    subject: `index ${index.schema}.${index.name} in ${name}`,
    title: 'no query uses the index, on no server',
    evidence: `${(0,quantities/* formatBytes */.z3)(index.bytes)}, of table ${index.table}; use is counted for ${(0,quantities/* formatSpan */.QA)(countedMs)} on ${(0,quantities/* counted */.hS)(servers, 'server')}, seen unused for ${(0,quantities/* formatSpan */.QA)(seenMs)}`,
    next: '`drop index concurrently`, once its owner knows no query of a quarter or a year that needs it',
});
const notJudged = (count, unread) => ({
    code: 'index-use-not-judged',
    severity: 'info',
    subject: 'database',
    title: `whether ${(0,quantities/* counted */.hS)(count, 'index', 'indexes')} without use on the servers that answered are used elsewhere is not known`,
    evidence: `${unread.slice(0, mostReasons).join('; ')}${unread.length > mostReasons ? `; and ${unread.length - mostReasons} more` : ''}`,
    next: 'let every server be reached, and give our role pg_monitor on it; until then no index is called unused',
});

;// CONCATENATED MODULE: ./build/tasks/optimize-performance/observe.js









const atOnce = 4;
/** Look at the database, the cache and the configured workloads, each by itself; change nothing. */
async function observe(context, inputs) {
    const { ports, platform } = context;
    const [database, cache, workloads, since] = await Promise.all([
        (0,trouble/* attempt */.C)('database', () => observeTuning(ports.database)),
        (0,trouble/* attempt */.C)('cache', () => (0,observation_cache/* observeCache */.vg)(ports.cache)),
        (0,trouble/* attempt */.C)('workloads', async () => {
            const read = (workload) => readOne(context, workload, inputs['usage-window']);
            const found = await (0,bounded/* mapBounded */.y)((0,named_workloads/* namedWorkloads */.sX)(platform), atOnce, read);
            return found.filter((one) => one !== undefined);
        }),
        (0,trouble/* attempt */.C)('stored state', () => ports.history.firstSeen(unusedIndex)),
    ]);
    const basis = 'value' in database ? tuningBasis(database.value) : null;
    return {
        basis,
        measurements: { database, cache, workloads, unusedSince: 'value' in since ? since.value : new Map() },
    };
}
async function readOne(context, { kind, name }, spanMs) {
    const { cluster } = context.ports;
    const workload = await cluster.get((0,workloads/* workloadResource */.WG)(kind), context.platform.namespace, name);
    if (workload === undefined)
        return undefined;
    const target = { kind, workload, pods: await (0,observation_workloads/* podsOfWorkload */.R8)(cluster, kind, workload) };
    return { target, use: await (0,read_use/* readUse */.UT)(context, target, spanMs) };
}

;// CONCATENATED MODULE: ./build/tasks/optimize-performance/database-findings.js

const database_findings_mebibyte = 2 ** 20;
/** Names that REINDEX CONCURRENTLY gives to what it builds and what it replaces (PostgreSQL, "REINDEX"). */
const carcass = /_cc(new|old)\d*$/;
const named = (database, { schema, name }) => `${schema}.${name} in ${database}`;
/** Everything in one database that a reader may have to act on; nothing of it is changed here. */
function databaseFindings({ name, survey }, inputs) {
    const { tables, indexes, sequences } = survey;
    const least = inputs['least-size'] * database_findings_mebibyte;
    return [
        ...indexes.filter(({ valid, building }) => !valid && !building).map((index) => invalidIndex(name, index)),
        ...duplicates(indexes, least).map(([kept, extra]) => duplicateIndex(name, kept, extra)),
        ...tables.flatMap((table) => tableBloat(name, table, inputs, least)),
        ...indexes.flatMap((index) => indexBloat(name, index, inputs, least)),
        ...tables.filter(({ options }) => options.autovacuum_enabled === 'false').map((table) => switchedOff(name, table)),
        ...sequences.flatMap((sequence) => sequenceFinding(name, sequence, inputs)),
    ];
}
const invalidIndex = (database, index) => ({
    code: 'invalid-index',
    severity: 'warn',
    subject: `index ${named(database, index)}`,
    title: carcass.test(index.name)
        ? 'a failed REINDEX CONCURRENTLY left an index behind'
        : 'an index is invalid: writes keep it up, and no query uses it',
    evidence: `${(0,quantities/* formatBytes */.z3)(index.bytes)}, of table ${index.table}; nobody is building it`,
    next: carcass.test(index.name)
        ? `drop it: \`drop index concurrently\`, then rebuild the index that it was for`
        : 'drop it and build it again: `reindex index concurrently`',
});
/** Pairs of valid indexes that are the same; the one that holds a rule, else the one that is used more, is kept. */
function duplicates(indexes, least) {
    const same = Map.groupBy(indexes.filter(({ valid }) => valid), ({ sameAs }) => sameAs);
    return [...same.values()].flatMap((group) => {
        const [kept, ...extra] = group.toSorted((a, b) => Number(b.holdsRule) - Number(a.holdsRule) || b.scans - a.scans || (a.name < b.name ? -1 : 1));
        return kept === undefined
            ? []
            : extra.filter(({ holdsRule, bytes }) => !holdsRule && bytes >= least).map((one) => [kept, one]);
    });
}
const duplicateIndex = (database, kept, extra) => ({
    code: 'duplicate-index',
    severity: 'info',
    subject: `index ${named(database, extra)}`,
    title: `the index is the same as ${kept.name}`,
    evidence: `${(0,quantities/* formatBytes */.z3)(extra.bytes)}, used ${(0,quantities/* formatCount */.B4)(extra.scans)} times; ${kept.name} ${(0,quantities/* formatCount */.B4)(kept.scans)} times`,
    next: '`drop index concurrently`, once its owner agrees (optimize-system does it after approval)',
});
/** How much of it is estimated to be empty, where that is worth a line. */
function emptyOf({ bytes, neededBytes }, inputs, least) {
    if (neededBytes === undefined || bytes === 0)
        return undefined;
    const empty = bytes - neededBytes;
    if (empty < least || empty / bytes < inputs['bloat-share'])
        return undefined;
    const bound = (0,quantities/* formatShare */.T1)(inputs['bloat-share']);
    return `about ${(0,quantities/* formatBytes */.z3)(empty)} of ${(0,quantities/* formatBytes */.z3)(bytes)} (${(0,quantities/* formatShare */.T1)(empty / bytes)}, named from ${bound} on), by the widths of its columns`;
}
function tableBloat(database, table, inputs, least) {
    const found = emptyOf(table, inputs, least);
    if (found === undefined)
        return [];
    return [
        {
            code: 'table-bloat',
            severity: 'info',
            subject: `table ${named(database, table)}`,
            title: 'much of the table is estimated to be empty',
            evidence: found,
            next: 'new rows take that place again; only `pg_repack` or `vacuum full` (locks it) give it back to the disk',
        },
    ];
}
function indexBloat(database, index, inputs, least) {
    const found = index.valid && !index.building ? emptyOf(index, inputs, least) : undefined;
    if (found === undefined)
        return [];
    return [
        {
            code: 'index-bloat',
            severity: 'info',
            subject: `index ${named(database, index)}`,
            title: 'much of the index is estimated to be empty',
            evidence: `${found}; of table ${index.table}`,
            next: '`reindex index concurrently`, while no transaction is old: it waits for all of them (optimize-system does it after approval)',
        },
    ];
}
const switchedOff = (database, table) => ({
    code: 'autovacuum-off',
    severity: 'warn',
    subject: `table ${named(database, table)}`,
    title: 'autovacuum is switched off for the table',
    evidence: `${(0,quantities/* formatCount */.B4)(table.deadRows)} dead of ${(0,quantities/* formatCount */.B4)(table.liveRows + table.deadRows)} rows`,
    next: '`alter table … reset (autovacuum_enabled)`, if whoever loaded it has finished',
});
function sequenceFinding(database, sequence, inputs) {
    const { lastValue, bound, cycles } = sequence;
    const used = bound <= 0 ? 0 : lastValue / bound;
    if (cycles || used < inputs['sequence-warn'])
        return [];
    const bad = used >= inputs['sequence-fail'];
    return [
        {
            code: 'sequence-near-end',
            severity: bad ? 'fail' : 'warn',
            subject: `sequence ${named(database, sequence)}`,
            title: 'the sequence comes to its end; then every insert that uses it fails',
            evidence: `${(0,quantities/* formatCount */.B4)(lastValue)} of ${(0,quantities/* formatCount */.B4)(bound)} (${(0,quantities/* formatShare */.T1)(used)}, ${(0,quantities/* formatShare */.T1)(bad ? inputs['sequence-fail'] : inputs['sequence-warn'])} is the bound)`,
            next: 'change its column to bigint in a planned migration; with an integer column, `alter sequence … as bigint` alone does not help',
        },
    ];
}

// EXTERNAL MODULE: ./build/domain/capacity/resource-fields.js
var resource_fields = __webpack_require__(96936);
// EXTERNAL MODULE: ./build/domain/usage/right-size.js
var right_size = __webpack_require__(85245);
// EXTERNAL MODULE: ./build/domain/usage/use-words.js
var use_words = __webpack_require__(37310);
;// CONCATENATED MODULE: ./build/tasks/optimize-performance/request-findings.js




/** Only what is clearly off is worth a line here; rightsize-resources goes by its own inputs. */
const rules = { margin: 0.2, cpuPercentile: 'p95', leastChange: 0.5 };
const fewestSamples = 20;
/** What a workload asks for against what it used, where that is far apart and known for long enough. */
function requestFindings({ target, use }, inputs, scaling) {
    const { kind, workload } = target;
    const subject = (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    if (use.use === undefined)
        return [];
    if ((0,right_size/* tooLittle */.Vi)(use.use, { spanMs: inputs['minimum-history'], samples: fewestSamples }) !== undefined)
        return [];
    const { spec } = workload.spec.template;
    return spec.containers.flatMap((container) => {
        const own = use.use?.containers.find((one) => one.container === container.name);
        const to = own === undefined ? {} : (0,right_size/* rightSize */.aM)(container, own, rules);
        if (own === undefined || use.use === undefined || Object.keys(to).length === 0)
            return [];
        const before = (0,resource_fields/* fieldsBefore */.ZZ)(spec, { [container.name]: to })[container.name] ?? {};
        const words = Object.entries(to).map(([field, value]) => `${field} ${before[field] ?? 'not set'} → ${value}`);
        return [
            {
                code: 'requests-off',
                severity: 'info',
                subject: `${subject}, container ${container.name}`,
                title: 'what the container asks for is far from what it uses',
                evidence: `${words.join(', ')} would fit; ${(0,use_words/* useLines */.x)({ ...use.use, containers: [own] }, spec, scaling).join('; ')}`,
                next: 'gh workflow run dispatch.yml -f task=rightsize-resources, which asks for an approval',
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/domain/kubernetes/quantity.js
var quantity = __webpack_require__(47721);
;// CONCATENATED MODULE: ./build/tasks/optimize-performance/settings-findings.js



/** PostgreSQL, "Resource Consumption": a quarter of the memory is a reasonable beginning, more than 40 % seldom better. */
const buffers = { least: 0.15, most: 0.4, usual: 0.25 };
/** What a store may take of the memory of its container, so that copying on write and connections have room. */
const mostOfMemory = 0.8;
/** Fewer reads than this say nothing of a hit rate. */
const fewestReads = 1000;
/** What the memory limit of a store's container leaves it, bytes; undefined: it has none, or the workload was not read. */
function memoryOf(workloads, { kind, name, container }) {
    const found = workloads.find(({ target }) => target.kind === kind && target.workload.metadata.name === name);
    const containers = found?.target.workload.spec.template.spec.containers ?? [];
    const own = container === undefined ? containers[0] : containers.find((one) => one.name === container);
    return own && (0,quantity/* parseQuantity */.Lf)((0,resource_fields/* fieldOf */._F)(own, 'limits.memory') ?? '');
}
/** Settings of the database against the memory that it has. */
function settingsFindings(server, settings, memory, inputs) {
    const found = [];
    const { sharedBuffersBytes, workMemBytes, maxConnections, hitShare } = settings;
    const share = memory === undefined ? undefined : sharedBuffersBytes / memory;
    const base = { severity: 'info', subject: server };
    if (memory !== undefined && share !== undefined && (share < buffers.least || share > buffers.most)) {
        found.push({
            ...base,
            code: 'shared-buffers',
            title: `shared_buffers are ${share < buffers.least ? 'small' : 'large'} for the memory of the server`,
            evidence: `${(0,quantities/* formatBytes */.z3)(sharedBuffersBytes)} of ${(0,quantities/* formatBytes */.z3)(memory)} (${(0,quantities/* formatShare */.T1)(share)}; ${(0,quantities/* formatShare */.T1)(buffers.usual)} is usual)`,
            next: `\`alter system set shared_buffers = '${Math.round((memory * buffers.usual) / 2 ** 20)}MB'\`, which takes a restart`,
        });
    }
    const worst = workMemBytes * maxConnections;
    if (memory !== undefined && sharedBuffersBytes + worst > memory) {
        found.push({
            ...base,
            code: 'work-mem',
            title: 'as many connections as may be could sort more than the memory holds',
            evidence: `${(0,quantities/* formatCount */.B4)(maxConnections)} connections with a work_mem of ${(0,quantities/* formatBytes */.z3)(workMemBytes)} and shared_buffers of ${(0,quantities/* formatBytes */.z3)(sharedBuffersBytes)}, of ${(0,quantities/* formatBytes */.z3)(memory)}`,
            next: 'fewer connections through a pooler, or a smaller work_mem with a larger one for the roles that need it',
        });
    }
    if (hitShare !== undefined && hitShare < inputs['hit-share']) {
        found.push({
            ...base,
            code: 'buffer-hits',
            title: 'the database reads much from outside of its buffers',
            evidence: `${(0,quantities/* formatShare */.T1)(hitShare)} of blocks were found in shared buffers (named below ${(0,quantities/* formatShare */.T1)(inputs['hit-share'])})`,
            next: 'look at the queries that read most (`pg_stat_statements`), then at shared_buffers',
        });
    }
    return found;
}
/** How the cache does with the memory that it may have. */
function cacheFindings(instance, memory, inputs) {
    const { server, memory: own, evictedKeys, hits, misses } = instance;
    const found = [];
    const reads = hits + misses;
    if (own.limitBytes === undefined && memory !== undefined) {
        found.push({
            code: 'cache-without-limit',
            severity: 'warn',
            subject: server,
            title: 'the cache has no maxmemory: it grows until its container is ended',
            evidence: `${(0,quantities/* formatBytes */.z3)(own.usedBytes)} in use; its container may have ${(0,quantities/* formatBytes */.z3)(memory)}`,
            next: `set maxmemory to ${Math.floor((memory * mostOfMemory) / 2 ** 20)}mb and a maxmemory-policy`,
        });
    }
    if (own.limitBytes !== undefined && memory !== undefined && own.limitBytes > memory * mostOfMemory) {
        found.push({
            code: 'cache-limit-high',
            severity: 'warn',
            subject: server,
            title: 'the maxmemory of the cache leaves its container too little room',
            evidence: `maxmemory ${(0,quantities/* formatBytes */.z3)(own.limitBytes)}, container ${(0,quantities/* formatBytes */.z3)(memory)} (${(0,quantities/* formatShare */.T1)(own.limitBytes / memory)}, ${(0,quantities/* formatShare */.T1)(mostOfMemory)} at most)`,
            next: 'lower maxmemory, or raise the limit of the container',
        });
    }
    if (evictedKeys > 0) {
        found.push({
            code: 'cache-evictions',
            severity: 'info',
            subject: server,
            title: 'the cache throws keys out before they expire',
            evidence: `${(0,quantities/* formatCount */.B4)(evictedKeys)} since its start; ${(0,quantities/* formatBytes */.z3)(own.usedBytes)} of ${own.limitBytes === undefined ? 'no limit' : (0,quantities/* formatBytes */.z3)(own.limitBytes)}, policy ${own.policy}`,
            next: 'give it more memory, or shorter expiries',
        });
    }
    if (reads >= fewestReads && hits / reads < inputs['hit-share']) {
        found.push({
            code: 'cache-hits',
            severity: 'info',
            subject: server,
            title: 'the cache often does not have what is asked for',
            evidence: `${(0,quantities/* formatShare */.T1)(hits / reads)} of ${(0,quantities/* formatCount */.B4)(reads)} reads found their key (named below ${(0,quantities/* formatShare */.T1)(inputs['hit-share'])})`,
            next: 'look at which keys are asked for and when they expire',
        });
    }
    return found;
}

// EXTERNAL MODULE: ./build/domain/database/table-options.js
var table_options = __webpack_require__(75700);
;// CONCATENATED MODULE: ./build/tasks/optimize-performance/table-steps.js


const vacuumShare = 'autovacuum_vacuum_scale_factor';
const analyzeShare = 'autovacuum_analyze_scale_factor';
/** The tables on which autovacuum begins later than asked for, the largest first. What somebody has set for one stays. */
function lateTables({ settings, databases }, inputs) {
    const found = databases.flatMap((database) => database.survey.tables.flatMap((table) => lateTable(database, table, settings, inputs)));
    return found.sort((a, b) => b.table.liveRows - a.table.liveRows);
}
function lateTable({ name }, table, settings, inputs) {
    if (table.options.autovacuum_enabled === 'false')
        return [];
    const mostRows = inputs['changed-rows'];
    const vacuum = { rows: settings.vacuumThreshold, share: settings.vacuumScaleFactor };
    const analyze = { rows: settings.analyzeThreshold, share: settings.analyzeScaleFactor };
    const wanted = [
        [vacuumShare, (0,table_options/* shareFor */.Ly)(mostRows, table.liveRows, vacuum)],
        [analyzeShare, (0,table_options/* shareFor */.Ly)(mostRows, table.liveRows, analyze)],
    ];
    const own = wanted.flatMap(([option, share]) => share === undefined || table.options[option] !== undefined ? [] : [[option, String(share)]]);
    if (own.length === 0)
        return [];
    const to = Object.fromEntries(own);
    const share = Number(to[vacuumShare] ?? table.options[vacuumShare] ?? vacuum.share);
    return [
        {
            database: name,
            table,
            to,
            beginsAt: (0,table_options/* beginsAt */.uJ)({ ...vacuum, share: Number(table.options[vacuumShare] ?? vacuum.share) }, table.liveRows),
            wouldBeginAt: (0,table_options/* beginsAt */.uJ)({ ...vacuum, share }, table.liveRows),
        },
    ];
}
/** The step that lets autovacuum begin in time on one table. */
function tableStep(late, { server }, inputs) {
    const { database, table, to } = late;
    const { schema, name, oid, liveRows } = table;
    const subject = `table ${schema}.${name} in ${database}`;
    return {
        id: `set-table-options ${database} ${schema}.${name}`,
        kind: 'set-table-options',
        subject,
        from: Object.fromEntries(Object.keys(to).map((option) => [option, null])),
        to,
        parameters: { server, database, schema, table: name, oid, lockTimeoutMs: inputs['lock-timeout'] },
        why: `of ${(0,quantities/* formatCount */.B4)(liveRows)} rows ${(0,quantities/* formatCount */.B4)(late.beginsAt)} may change before autovacuum begins; then ${(0,quantities/* formatCount */.B4)(late.wouldBeginAt)}`,
        risk: 'autovacuum comes to this table more often, for a shorter time each',
        undo: 'the options are reset, at once',
        deadlineMs: inputs['lock-timeout'] + 30_000,
        unit: subject,
        independent: true,
    };
}

;// CONCATENATED MODULE: ./build/tasks/optimize-performance/plan.js







/** Pure: a step for each table on which autovacuum begins late, and everything else as findings with numbers. */
function plan({ measurements }, { inputs: given, platform, now }) {
    const { database, cache, workloads, unusedSince } = measurements;
    const used = 'value' in workloads ? workloads.value : [];
    const tuning = 'value' in database ? database.value : undefined;
    const steps = tuning?.primary === undefined ? [] : stepsFor(tuning.primary, given);
    const findings = [
        ...[database, cache, workloads].flatMap((part) => ('trouble' in part ? [notLookedAt(part.trouble)] : [])),
        ...(tuning === undefined ? [] : tuningFindings(tuning, used, given, platform, now, unusedSince)),
        ...('value' in cache ? cachesFindings(cache.value, used, given, platform) : []),
        ...used.flatMap((one) => [
            ...(0,read_use/* useFindings */.Q0)(one.use, one.target, 'use over time'),
            ...requestFindings(one, given, platform.capacity.scaling),
        ]),
    ];
    const sightings = tuning?.primary === undefined ? undefined : unusedSightings(tuning.primary, given);
    const advice = findings.filter(({ severity }) => severity !== 'unknown').length;
    const todo = steps.length === 0
        ? 'nothing to do: autovacuum begins in time on every table'
        : `autovacuum to begin earlier on ${(0,quantities/* counted */.hS)(steps.length, 'table')}`;
    return {
        steps,
        refusals: [],
        notChecked: [],
        findings,
        measurements: [],
        ...(sightings === undefined ? {} : { sightings }),
        result: `${tuning?.primary === undefined ? 'the database could not be looked at' : todo}; ${(0,quantities/* counted */.hS)(advice, 'recommendation')}`,
    };
}
const stepsFor = (primary, given) => lateTables(primary, given)
    .filter(({ table }) => table.mayAlter)
    .map((late) => tableStep(late, primary, given));
function tuningFindings(seen, used, given, { database }, now, since) {
    const { primary, troubles, servers } = seen;
    const unknown = troubles.map(notLookedAt);
    if (primary === undefined)
        return [...unknown, noPrimary(servers)];
    const late = lateTables(primary, given).filter(({ table }) => !table.mayAlter);
    return [
        ...unknown,
        ...late.map(({ database: name, table }) => ({
            code: 'table-of-others',
            severity: 'info',
            subject: `table ${table.schema}.${table.name} in ${name}`,
            title: 'autovacuum begins late on the table, and our role may not change that',
            evidence: `${table.liveRows.toLocaleString('en-US')} rows; it belongs to a role that we are no member of`,
            next: 'let its owner set autovacuum_vacuum_scale_factor, or make our role a member (deploy/postgres/maintenance-role.sql)',
        })),
        ...primary.databases.flatMap((one) => databaseFindings(one, given)),
        ...unusedFindings(primary, given, now, since),
        ...settingsFindings(primary.server, primary.settings, memoryOf(used, database.workload), given),
    ];
}
const cachesFindings = ({ masters, servers }, used, given, { cache }) => [
    ...servers.flatMap((server) => 'cause' in server
        ? [
            notLookedAt({
                code: 'failed',
                subject: server.server,
                message: server.cause,
                ...(server.next === undefined ? {} : { next: server.next }),
            }),
        ]
        : []),
    ...masters.flatMap((instance) => cacheFindings(instance, memoryOf(used, cache.workload), given)),
];
const notLookedAt = ({ subject, message, next }) => ({
    code: 'not-looked-at',
    severity: 'unknown',
    subject,
    title: `${subject} could not be looked at`,
    evidence: message,
    next: next ?? 'look at the cause and run the task again',
});
function noPrimary({ servers, primaries }) {
    const [silent] = servers.flatMap((server) => ('cause' in server ? [server] : []));
    return {
        code: 'no-single-primary',
        severity: 'unknown',
        subject: 'database',
        title: 'no single server of the database takes writes, so nothing is tuned',
        evidence: primaries.length > 1
            ? `${(0,quantities/* counted */.hS)(primaries.length, 'server')} take writes`
            : (silent?.cause ?? 'only standbys answer'),
        next: silent?.next ?? 'find out which server is the primary: `select pg_is_in_recovery()` on each',
    };
}

;// CONCATENATED MODULE: ./build/tasks/optimize-performance/verify.js

/** Prove from the catalogue that each table has the options that it was to have. */
async function verify({ ports }, { draft, applied }) {
    const done = applied.filter(({ outcome }) => outcome === 'done');
    const found = [];
    for (const one of done)
        found.push(...(await prove(ports.database, one)));
    const proved = done.length - found.length;
    const later = applied.filter(({ outcome }) => outcome === 'skipped').length;
    const deferred = later === 0 ? '' : ` (${(0,quantities/* counted */.hS)(later, 'table')} deferred)`;
    return {
        findings: [...draft.findings, ...found],
        measurements: [
            { name: 'tuned-tables', value: proved, unit: 'count', comparedWith: { what: 'planned', value: applied.length } },
        ],
        result: `autovacuum begins earlier on ${(0,quantities/* counted */.hS)(proved, 'table')}${deferred}${draft.result.replace(/^[^;]*/, '')}`,
    };
}
async function prove(database, { step }) {
    const { server, ...which } = step.parameters;
    const now = (await database.tableOptions(server, which)) ?? {};
    const to = step.to;
    const other = Object.entries(to).filter(([option, value]) => (now[option] ?? null) !== value);
    if (other.length === 0)
        return [];
    return [
        {
            code: 'options-not-there',
            severity: 'fail',
            subject: step.subject,
            title: 'the table does not have the options that were set',
            evidence: other
                .map(([option, value]) => `${option}: ${now[option] ?? 'default'}, wanted ${value ?? 'default'}`)
                .join('; '),
            next: 'find out who has changed them since; the next run looks again',
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/optimize-performance/index.js













/** optimize-performance: what is safe and can be put back is changed, the rest recommended with numbers. */
/* harmony default export */ const optimize_performance = ((0,contract/* defineTask */.R)({
    id: 'optimize-performance',
    title: 'Optimize performance',
    description: 'Lets autovacuum begin in time on large tables, which is put back by one statement, and recommends the rest with numbers: bloat, unused, duplicate and invalid indexes, sequences near their end, settings against memory, the cache, requests against use. Touches no row and drops nothing.',
    guide: ['performance_optimization'],
    windows: ['weekly'],
    type: 'preventive',
    priority: 'medium',
    estimateMs: 45 * 60_000,
    undoMs: 60_000,
    needs: ['apply-security-updates'],
    after: [],
    changesWorkloads: false,
    ports: ['cluster', 'metrics', 'database', 'cache', 'history'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [
            ...workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
                resource: (0,workloads/* workloadResource */.WG)(kind),
                verbs: ['get'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)(kind),
                why: 'know what the configured workloads ask for and may have',
            })),
            { resource: resources/* resources */.E.pods, verbs: ['list'], scope: 'platform', why: 'know which pods are theirs' },
            ...read_use/* usePermissions */.Sk,
            ...permissions/* databasePermissions */.c,
            ...cache_permissions/* cachePermissions */.r,
        ],
        change: [],
    },
    commands: [],
    forwards: [
        { purpose: 'look at the database, and set options of tables', selectors: permissions/* databaseSelectors */.U },
        { purpose: 'look at the cache', selectors: cache_permissions/* cacheSelectors */.J },
        { purpose: 'ask Prometheus what containers used', selectors: prometheus_access/* prometheusSelectors */.zF },
    ],
    steps: ['set-table-options'],
    verdicts: {
        pass: 'autovacuum begins in time on every table that is ours; recommendations do not count',
        warn: 'an index is invalid, autovacuum is switched off for a table, a sequence is far on, the cache has no room, or a table was locked and is for the next opening',
        fail: 'a sequence is near its end, or options that were set do not hold',
        unknown: 'the database, the cache or what workloads used could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
