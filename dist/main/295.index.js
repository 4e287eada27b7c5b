export const id = 295;
export const ids = [295];
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

/***/ 97417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nodeOf)
/* harmony export */ });
/** The name of the node that a sample is of: by a label that names it, else by the host of `instance`. */
function nodeOf(labels, nodes) {
    const host = (labels.instance ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
    const names = [labels.node, labels.kubernetes_node, labels.nodename, labels.hostname, host];
    return nodes.find(({ metadata, status }) => names.includes(metadata.name) || status?.addresses?.some(({ address }) => host !== '' && address === host))?.metadata.name;
}


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

/***/ 33130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ trendOf)
/* harmony export */ });
/* harmony import */ var _percentile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34742);

const dayMs = 86_400_000;
/** Fewer points or a shorter span give no trend. */
const leastPoints = 8;
const leastDays = 3;
/** More are thinned out evenly: the estimate looks at every pair. */
const mostPoints = 300;
/**
 * The trend of a series: the median of the slopes of all pairs (Theil 1950; Sen, JASA 63 (1968) 1379), which outliers do
 * not move, and whether it is significant (Mann, Econometrica 13 (1945) 245; Kendall 1975; with the correction for ties).
 * Undefined with fewer than 8 points or less than 3 days.
 */
function trendOf(points) {
    const used = thinned(points.filter(([, value]) => Number.isFinite(value)));
    const [first, last] = [used[0], used.at(-1)];
    if (first === undefined || last === undefined || used.length < leastPoints)
        return undefined;
    const days = (last[0] - first[0]) / dayMs;
    if (days < leastDays)
        return undefined;
    const slopes = [];
    let score = 0;
    for (const [k, [time, value]] of used.entries()) {
        for (const [laterTime, laterValue] of used.slice(k + 1)) {
            score += Math.sign(laterValue - value);
            if (laterTime > time)
                slopes.push(((laterValue - value) / (laterTime - time)) * dayMs);
        }
    }
    return { perDay: (0,_percentile_js__WEBPACK_IMPORTED_MODULE_0__/* .median */ .JZ)(slopes) ?? 0, significant: isSignificant(score, used), points: used.length, days };
}
function thinned(points) {
    const sorted = points.toSorted(([a], [b]) => a - b);
    if (sorted.length <= mostPoints)
        return sorted;
    const step = (sorted.length - 1) / (mostPoints - 1);
    return Array.from({ length: mostPoints }, (_, k) => sorted[Math.round(k * step)]);
}
function isSignificant(score, points) {
    const n = points.length;
    const ties = [...Map.groupBy(points, ([, value]) => value).values()].map((group) => group.length);
    const weight = (size) => size * (size - 1) * (2 * size + 5);
    const variance = (weight(n) - ties.reduce((sum, size) => sum + weight(size), 0)) / 18;
    if (variance <= 0)
        return false;
    const z = score === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
    return Math.abs(z) > 1.96;
}


/***/ }),

/***/ 57944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ withUnit)
/* harmony export */ });
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);

/** A value with its unit, as people read it. */
function withUnit(value, unit) {
    switch (unit) {
        case 'bytes':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value);
        case 'bytes-per-second':
            return `${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value)} a second`;
        case 'bytes-per-day':
            return `${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value)} a day`;
        case 'ms':
            return Math.abs(value) < 10 ? `${round(value)} ms` : (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(value);
        case 'share':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShare */ .T1)(value);
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
const twoDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const noDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const round = (value) => (Math.abs(value) < 10 ? twoDigits : noDigits).format(value);


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

/***/ 10428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ customerKey),
/* harmony export */   g: () => (/* binding */ noCredentials)
/* harmony export */ });
/** The subject of the PortError that says that there are no credentials at all. */
const noCredentials = 'credentials of the bucket';
/** The subject of the PortError that says that an object is encrypted with a key that the store does not have (SSE-C). */
const customerKey = 'key of the object';


/***/ }),

/***/ 20295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ analyze_capacity)
});

// EXTERNAL MODULE: ./build/domain/configuration/platform/named-workloads.js
var named_workloads = __webpack_require__(28984);
// EXTERNAL MODULE: ./build/domain/configuration/platform/workload-kind.js
var workload_kind = __webpack_require__(78048);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/observation/capacity/read-room.js
var read_room = __webpack_require__(23882);
// EXTERNAL MODULE: ./build/observation/database/permissions.js
var permissions = __webpack_require__(17303);
// EXTERNAL MODULE: ./build/observation/prometheus-access.js
var prometheus_access = __webpack_require__(95200);
// EXTERNAL MODULE: ./build/observation/usage/read-use.js
var read_use = __webpack_require__(21555);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/inputs.js
/** How far is looked back and ahead; thresholds are the configuration's (`platform.capacity.scaling`). */
const inputs = {
    'lead-time': {
        kind: 'duration',
        description: 'How long it takes to get more capacity: a threshold that is reached within it is a warning.',
        default: '21d',
        min: '7d',
        max: '180d',
    },
    history: {
        kind: 'duration',
        description: 'How far back Prometheus is asked. Three times the lead time is needed to look that far ahead.',
        default: '90d',
        min: '14d',
        max: '400d',
    },
    'usage-window': {
        kind: 'duration',
        description: 'How far back is looked for what workloads ask for and do not use.',
        default: '14d',
        min: '1d',
        max: '90d',
    },
    'query-timeout': {
        kind: 'duration',
        description: 'How long one query of Prometheus may take.',
        default: '30s',
        min: '1s',
        max: '5m',
    },
};

// EXTERNAL MODULE: ./build/observation/trouble.js
var trouble = __webpack_require__(20454);
;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/queries.js
/** Interfaces that carry what others carry already, or nothing from outside. */
const devices = 'device!~"lo|veth.*|docker.*|br-.*|cni.*|cali.*|cilium.*|lxc.*|flannel.*|tunl.*|vxlan.*|virbr.*|kube-.*"';
const idle = 'mode!~"idle|iowait|steal|guest.*"';
/** Labels that may name a node, and the job: what two jobs scrape of one node must not be added up. */
const byNode = 'by (job, instance, node, kubernetes_node, nodename, hostname)';
/** The root file system; what is mounted elsewhere is a claim's volume, or no storage. */
const root = 'mountpoint="/"';
/** The queries of a platform; `window` as PromQL writes it, such as `21600s`. */
function historyQueries(platform, window) {
    const { namespace, workloads, capacity, network } = platform;
    const volumes = (metric) => `avg_over_time(kubelet_volume_stats_${metric}_bytes{namespace="${namespace}"}[${window}])`;
    const traffic = (direction) => `rate(node_network_${direction}_bytes_total{${devices}}[${window}])`;
    const perNode = (direction) => `sum ${byNode} (${traffic(direction)})`;
    const counter = workloads.blockchain.transactionsMetric;
    return [
        {
            code: 'cpu',
            subject: { cluster: 'cpu' },
            expression: `sum ${byNode} (rate(node_cpu_seconds_total{${idle}}[${window}]))`,
            stored: 'cpu-utilization',
            bound: 'fullest node',
        },
        {
            code: 'memory',
            subject: { cluster: 'memory' },
            // What cannot be reclaimed: the working set of the node.
            expression: `max ${byNode} (avg_over_time(node_memory_MemTotal_bytes[${window}]) - avg_over_time(node_memory_MemAvailable_bytes[${window}]))`,
            stored: 'memory-utilization',
            bound: 'fullest node',
        },
        {
            code: 'storage-growth',
            subject: { fixed: `volumes of ${namespace}` },
            expression: `sum(max by (persistentvolumeclaim) (${volumes('used')}))`,
        },
        {
            code: 'storage',
            subject: { claim: true },
            expression: `max by (persistentvolumeclaim) (${volumes('used')} / ${volumes('capacity')})`,
        },
        {
            code: 'storage',
            subject: { node: true },
            expression: `max ${byNode} (1 - avg_over_time(node_filesystem_avail_bytes{${root}}[${window}]) / avg_over_time(node_filesystem_size_bytes{${root}}[${window}]))`,
            stored: 'disk-utilization',
        },
        {
            code: 'network-bandwidth',
            subject: { cluster: 'sum' },
            expression: `${perNode('receive')} + ${perNode('transmit')}`,
        },
        ...(Object.keys(network.links).length === 0
            ? []
            : [
                {
                    code: 'network',
                    subject: { node: true },
                    // The busier direction of each node: links carry both at full speed.
                    expression: `(${perNode('receive')} > ${perNode('transmit')}) or ${perNode('transmit')}`,
                },
            ]),
        {
            code: 'transactions',
            subject: { fixed: workloadText(workloads.blockchain) },
            expression: `quantile(0.5, rate(${counter}[${window}])) or quantile(0.5, rate(${counter}_total[${window}]))`,
            stored: 'transaction-throughput',
        },
        ...(capacity.userActivity === undefined
            ? []
            : [
                {
                    code: 'user-activity',
                    subject: { fixed: workloadText(workloads.gateway) },
                    expression: `sum(rate(${capacity.userActivity}[${window}]))`,
                },
            ]),
        ...processingTime(platform, window),
    ];
}
/** The middle and the slow end; from the probe's stored figures where no histogram is configured. */
function processingTime({ capacity, workloads }, window) {
    const gateway = workloadText(workloads.gateway);
    return [
        ['p50', 0.5, 'response-time-p50'],
        ['p95', 0.95, 'response-time'],
    ].map(([name, level, stored]) => ({
        code: 'processing-time',
        subject: { fixed: `${gateway} ${name}` },
        expression: capacity.responseTime === undefined
            ? ''
            : `1000 * histogram_quantile(${level}, sum by (le) (rate(${capacity.responseTime}_bucket[${window}])))`,
        stored,
    }));
}
const workloadText = ({ kind, name }) => `${kind.toLowerCase()}/${name}`;
/** Metrics of which nobody has said what to look at, with the line to write. */
function notConfigured({ network, capacity, workloads }) {
    const activity = capacity.userActivity !== undefined
        ? []
        : [
            {
                code: 'user-activity',
                subject: workloadText(workloads.gateway),
                why: 'no counter of requests or sessions is configured',
                next: 'set `platform.capacity.user-activity` in .github/maintenance.yml to a counter in Prometheus, such as http_requests_total',
                notConfigured: true,
            },
        ];
    const links = Object.keys(network.links).length > 0
        ? []
        : [
            {
                code: 'network',
                subject: 'nodes',
                why: 'no speed of any link is configured, so traffic is no share of anything',
                next: 'set `platform.network.links` in .github/maintenance.yml, such as `{ default: 10Gbit }`',
                notConfigured: true,
            },
        ];
    return [...activity, ...links];
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/ports/object-store.js
var object_store = __webpack_require__(10428);
;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/read-backups.js




const dayMs = 86_400_000;
/** The bytes that each kind of backup adds a day, from the bucket's objects by the day of their writing. */
async function readBackups(context) {
    const kinds = Object.entries(context.platform.backups.prefixes);
    const read = await Promise.all(kinds.map(([kind, prefix]) => readKind(context, kind, prefix)));
    return { series: read.flatMap((each) => each.series), missing: read.flatMap((each) => each.missing) };
}
async function readKind(context, kind, prefix) {
    const subject = `${kind} backups`;
    let withoutKey = false;
    const read = await (0,trouble/* attempt */.C)(subject, async () => {
        try {
            return await bytesByDay(context, prefix);
        }
        catch (error) {
            withoutKey = error instanceof port_error/* PortError */.U && error.subject === object_store/* noCredentials */.g;
            throw error;
        }
    });
    if ('trouble' in read)
        return { series: [], missing: [notRead(context, subject, read.trouble, withoutKey)] };
    const { days, bytes, objects } = read.value;
    if (days.length === 0) {
        const why = `no object begins with ${prefix}`;
        const next = `look at the job that makes ${subject}, or correct \`platform.backups.prefixes\``;
        return { series: [], missing: [{ code: 'backup-growth', subject, why, next }] };
    }
    const facts = `${(0,quantities/* formatBytes */.z3)(bytes)} in ${objects} objects`;
    const series = {
        code: 'backup-growth',
        subject,
        of: 'one',
        source: 'the bucket',
        stepMs: dayMs,
        points: days,
        facts,
    };
    return { series: [series], missing: [] };
}
/** A day without any object is a gap, and says so by being none of the points. */
async function bytesByDay({ ports, signal, now }, prefix) {
    const days = new Map();
    let bytes = 0;
    let objects = 0;
    for await (const object of ports.objectStore.list(prefix, signal)) {
        if (object.key.endsWith('/') || object.modifiedAt > now)
            continue;
        const day = Math.floor(object.modifiedAt / dayMs) * dayMs;
        days.set(day, (days.get(day) ?? 0) + object.bytes);
        bytes += object.bytes;
        objects += 1;
    }
    return { days: [...days].sort(([a], [b]) => a - b), bytes, objects };
}
/** Nobody has said where backups are, and no login was made for them: that is a line to write. */
function notRead({ platform }, subject, trouble, withoutKey) {
    const { endpoint, credentials, bucket } = platform.backups;
    const next = trouble.next ?? `\`aws s3 ls s3://${bucket}/\``;
    if (!withoutKey || endpoint !== undefined || credentials !== undefined) {
        return { code: 'backup-growth', subject, why: trouble.message, next };
    }
    return {
        code: 'backup-growth',
        subject,
        why: 'no credentials of the bucket are configured, and the job has none',
        next: 'set `platform.backups.credentials` in .github/maintenance.yml, or log in to the cloud before',
        notConfigured: true,
    };
}

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/observation/database/primary.js
var database_primary = __webpack_require__(44589);
;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/with-stored.js

const weekMs = 7 * 86_400_000;
/** The value now behind those of earlier runs. */
async function withStored({ ports, now }, read) {
    const { value, source, ...rest } = read;
    const stored = await (0,trouble/* attempt */.C)('stored history', () => ports.history.series(storedName(read.code)));
    const earlier = 'value' in stored ? stored.value.filter(([time]) => time < now) : [];
    const points = [...earlier, [now, value]];
    const runs = earlier.length === 0 ? '' : `, and ${earlier.length} earlier runs`;
    return { series: [{ ...rest, of: 'platform', source: `${source}${runs}`, stepMs: weekMs, points }], missing: [] };
}
/** The name under which the pipeline stores a metric of this task: that of its measurement. */
const storedName = (code) => `capacity-${code}`;

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/read-databases.js






const subject = 'databases';
/** What all databases of the primary take, and their largest tables. */
async function readDatabases(context) {
    const read = await (0,trouble/* attempt */.C)(subject, () => sizes(context));
    if ('trouble' in read) {
        const { message, next = `look at the database first: ${(0,kubectl/* kubectl */.Lr)(context.platform.namespace) `get pods`}` } = read.trouble;
        return { series: [], missing: [{ code: 'data-storage', subject, why: message, next }] };
    }
    const { bytes, facts } = read.value;
    return withStored(context, { code: 'data-storage', subject, source: 'the database catalogue', value: bytes, facts });
}
async function sizes({ ports, platform }) {
    const { database } = ports;
    const { primaries, servers } = await (0,database_primary/* observeServers */.z)(database);
    const [primary] = primaries;
    if (primary === undefined) {
        const cause = servers.flatMap((server) => ('cause' in server ? [server.cause] : []))[0];
        const message = cause ?? 'no server takes writes, so nobody can say what the databases hold';
        throw new port_error/* PortError */.U({ code: 'not-found', subject, message });
    }
    const databases = await database.databases(primary.server);
    const known = databases.filter(({ bytes }) => bytes !== undefined);
    const bytes = known.reduce((sum, entry) => sum + (entry.bytes ?? 0), 0);
    if (known.length === 0 || known.length < databases.length) {
        const message = `the role ${primary.user} may not see the size of ${unseen(databases)}; ${(0,quantities/* formatBytes */.z3)(bytes)} in ${(0,quantities/* counted */.hS)(known.length, 'other database')} is not the whole`;
        const next = `grant pg_read_all_stats to ${primary.user}`;
        throw new port_error/* PortError */.U({ code: 'forbidden', subject, message, next });
    }
    const largest = await largestTables({ ports }, primary.server, platform.database.name);
    return { bytes, facts: `${(0,quantities/* counted */.hS)(known.length, 'database')}${largest}` };
}
/** Databases that are named, at most. */
const mostNamed = 5;
function unseen(databases) {
    const names = databases.filter(({ bytes }) => bytes === undefined).map(({ name }) => name);
    if (names.length === 0)
        return 'any database';
    const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
    return `${names.slice(0, mostNamed).join(', ')}${more}`;
}
async function largestTables({ ports }, server, name) {
    const read = await (0,trouble/* attempt */.C)(`database ${name}`, () => ports.database.tables(server, name));
    if (!('value' in read))
        return '';
    const tables = read.value.tables.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
    const texts = tables.map((table) => `${table.schema}.${table.name} ${(0,quantities/* formatBytes */.z3)(table.bytes)}`);
    return texts.length === 0 ? '' : `; largest tables of ${name}: ${texts.join(', ')}`;
}

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/domain/metrics/node-of.js
var node_of = __webpack_require__(97417);
// EXTERNAL MODULE: ./build/domain/kubernetes/quantity.js
var quantity = __webpack_require__(47721);
;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/cluster-course.js

/** What a node can give away of a resource, cores or bytes; undefined where it does not say. For a sum nothing is asked. */
function givesOf({ status }, of) {
    if (of === 'sum')
        return 1;
    const amount = (0,quantity/* parseQuantity */.Lf)(status?.allocatable?.[of] ?? '');
    return amount !== undefined && amount > 0 ? amount : undefined;
}
/**
 * The course of all these nodes together. A moment at which a node has no figure that must have one is left out: a part is
 * not the whole. From its first figure on a node must have one; for a sum, from its making on. A share is one of those nodes
 * that have figures then.
 */
function clusterCourse(courses, of) {
    const members = courses.map(({ node, points }) => {
        const first = points[0]?.[0] ?? Number.POSITIVE_INFINITY;
        const made = Date.parse(node.metadata.creationTimestamp ?? '');
        return {
            gives: givesOf(node, of) ?? 0,
            since: of === 'sum' && made < first ? made : first,
            values: new Map(points),
        };
    });
    const times = [...new Set(courses.flatMap(({ points }) => points.map(([time]) => time)))].sort((a, b) => a - b);
    return times.flatMap((time) => {
        const there = members.filter(({ since }) => since <= time);
        const values = there.flatMap(({ values }) => values.get(time) ?? []);
        if (values.length < there.length)
            return [];
        const sum = values.reduce((total, value) => total + value, 0);
        return [[time, of === 'sum' ? sum : sum / there.reduce((total, { gives }) => total + gives, 0)]];
    });
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/capacity-metrics.js
/** The twelve, by the codes of their findings, in the order of the guide. */
const capacityMetrics = {
    cpu: { guide: 'cpu_utilization_trend', title: 'CPU in use', unit: 'share', scaling: 'cpu' },
    memory: { guide: 'memory_usage_trend', title: 'memory in use', unit: 'share', scaling: 'memory' },
    'storage-growth': { guide: 'storage_growth_rate', title: 'bytes in volumes', unit: 'bytes' },
    'network-bandwidth': { guide: 'network_bandwidth_usage', title: 'network traffic', unit: 'bytes-per-second' },
    transactions: { guide: 'transaction_volume_growth', title: 'transactions', unit: 'per-second' },
    'user-activity': { guide: 'user_activity_trends', title: 'user activity', unit: 'per-second' },
    'data-storage': { guide: 'data_storage_requirements', title: 'bytes in databases', unit: 'bytes' },
    'processing-time': { guide: 'processing_time_trends', title: 'processing time', unit: 'ms' },
    'node-requests': { guide: 'node_capacity_utilization', title: 'requests of the fullest node', unit: 'share' },
    storage: { guide: 'storage_capacity_trends', title: 'storage in use', unit: 'share', scaling: 'storage' },
    network: { guide: 'network_capacity_usage', title: 'share of the link in use', unit: 'share', scaling: 'network' },
    'backup-growth': { guide: 'backup_storage_growth', title: 'bytes of backups a day', unit: 'bytes-per-day' },
};
/** The metric of a code, whichever it is. */
const metricOf = (code) => capacityMetrics[code];
/** The scaling threshold of a metric as a share. */
function thresholdOf(code, { capacity }) {
    const { scaling } = metricOf(code);
    return scaling === undefined ? undefined : capacity.scaling[scaling] / 100;
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/missing-history.js



/**
 * Nodes of which a metric of nodes is not known, although it is of others. One that joined after `settled` (epoch ms)
 * cannot have figures yet.
 */
function absentNodes({ platform }, { code, subject }, known, nodes, settled) {
    if (!('node' in subject || 'cluster' in subject))
        return [];
    const subjects = new Set(known.map((each) => each.subject));
    return nodes.flatMap((node) => {
        const { name, creationTimestamp = '' } = node.metadata;
        const missing = { code, subject: `node/${name}` };
        if ('cluster' in subject && givesOf(node, subject.cluster) === undefined) {
            return [
                {
                    ...missing,
                    why: `its allocatable ${code} is no quantity`,
                    next: (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `describe node ${name}`,
                },
            ];
        }
        if (subjects.has(missing.subject))
            return [];
        if (code === 'network' && linkScale(name, platform.network.links) === undefined) {
            const next = `set \`platform.network.links.${name}\` in .github/maintenance.yml, or \`default\``;
            return [{ ...missing, why: 'the speed of its link is not configured', next, notConfigured: true }];
        }
        if (Date.parse(creationTimestamp) > settled)
            return [];
        return [{ ...missing, why: 'Prometheus has no fresh figures of it', next: nextOf(code) }];
    });
}
/** What makes bytes a second of a node a share of its link; undefined where nobody has said how fast it is. */
function linkScale(node, links) {
    const bits = Object.hasOwn(links, node ?? '') ? links[node ?? ''] : links.default;
    return bits === undefined ? undefined : 8 / bits;
}
/** Why nothing is known of a metric, neither from Prometheus nor from what was stored. */
function missingOf({ platform }, { code, subject, stored }, trouble) {
    const { prometheus } = platform;
    const named = namedAltogether(subject);
    const nowhere = stored === undefined ? '' : `, and nothing is stored under ${stored}`;
    if (trouble !== undefined && prometheus.enabled) {
        const next = trouble.next ?? 'see that Prometheus runs, or say where it is under `platform.prometheus`';
        return { code, subject: named, why: `${trouble.message}${nowhere}`, next };
    }
    const why = prometheus.enabled
        ? `Prometheus has no fresh figures of ${metricOf(code).title}${nowhere}`
        : `there is no Prometheus${nowhere}`;
    return { code, subject: named, why, next: nextOf(code) };
}
function namedAltogether(subject) {
    if ('fixed' in subject)
        return subject.fixed;
    if ('claim' in subject)
        return 'volumes';
    return 'node' in subject ? 'nodes' : 'cluster';
}
function nextOf(code) {
    if (code === 'storage' || code === 'storage-growth')
        return 'let Prometheus scrape the kubelets (kubelet_volume_stats) or a node exporter';
    if (code === 'user-activity')
        return 'correct `platform.capacity.user-activity`: it must be a counter that Prometheus scrapes';
    if (code === 'transactions')
        return 'let Prometheus scrape the chain, or let monitor-performance run for some nights';
    if (code === 'processing-time')
        return 'set `platform.capacity.response-time` to a histogram, or let monitor-performance run for some nights';
    if (code === 'network')
        return 'let Prometheus scrape a node exporter, and name every node or `default` under `platform.network.links`';
    return 'let Prometheus scrape a node exporter on every node, or let monitor-performance run for some nights';
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/read-history.js






const hourMs = 3_600_000;
const read_history_dayMs = 24 * hourMs;
/** Each value of a history stands for six hours: the course of a day can be seen, and a season of a week is 28 values. */
const stepMs = 6 * hourMs;
/** Figures that end earlier than this are not of now. */
const staleMs = 2 * read_history_dayMs;
/** Subjects of one metric that are looked at, at most: the fullest. */
const mostSubjects = 6;
/** The history of every metric that Prometheus can have, or that was stored. */
async function readHistories(context, inputs, nodes) {
    const window = `${stepMs / 1000}s`;
    const queries = historyQueries(context.platform, window);
    const read = await (0,bounded/* mapBounded */.y)(queries, 3, (query) => readOne(context, inputs, query, nodes));
    const asked = read.flatMap(({ trouble }) => (trouble === undefined ? [] : [trouble]));
    const series = read.flatMap((each) => each.series);
    const known = new Set(series.map(({ code }) => code));
    // A metric that is asked for in two ways (claims, file systems of nodes) is known if one of them answers.
    const missing = read
        .filter((each) => each.series.length > 0 || !known.has(each.code))
        .flatMap((each) => each.missing);
    return {
        series,
        missing,
        ...(asked[0] === undefined || !context.platform.prometheus.enabled ? {} : { prometheus: asked[0] }),
    };
}
async function readOne(context, inputs, query, nodes) {
    const { code, subject } = query;
    if ('trouble' in nodes && ('node' in subject || 'cluster' in subject)) {
        return standIn(context, query, nodes.trouble);
    }
    const own = 'value' in nodes ? nodes.value : [];
    const asked = query.expression === '' ? { value: [] } : await askPrometheus(context, inputs, query, own);
    if ('trouble' in asked)
        return { ...(await standIn(context, query, asked.trouble)), trouble: asked.trouble };
    if (asked.value.length === 0)
        return standIn(context, query, undefined);
    const absent = absentNodes(context, query, asked.value, own, lastStep(context) - stepMs);
    if (!('cluster' in subject))
        return { code, series: foremost(asked.value), missing: absent };
    const series = together(asked.value, own, subject.cluster, absent.length > 0);
    const isKnown = series.some(({ points }) => isFresh(points, context.now));
    return isKnown || absent.length > 0
        ? { code, series: isKnown ? series : [], missing: absent }
        : standIn(context, query, undefined);
}
/** What was stored in its place, or why nothing is known. */
async function standIn(context, query, trouble) {
    const stored = await storedSeries(context, query);
    return stored === undefined
        ? { code: query.code, series: [], missing: [missingOf(context, query, trouble)] }
        : { code: query.code, series: [stored], missing: [] };
}
function askPrometheus(context, inputs, query, nodes) {
    const until = lastStep(context);
    const range = { from: until - Math.floor(inputs.history / stepMs) * stepMs, until, stepMs };
    const limits = { timeoutMs: inputs['query-timeout'], signal: context.signal };
    return (0,trouble/* attempt */.C)('prometheus', async () => {
        const answer = await context.ports.metrics.queryRange(query.expression, range, limits);
        return seriesOf(answer, query, context, nodes);
    });
}
const lastStep = ({ now }) => Math.floor(now / stepMs) * stepMs;
/** The answer as series of our own: named, fresh, in the metric's unit. What is of the same subject is one: the higher counts. */
function seriesOf(answer, query, { now, platform }, nodes) {
    const known = answer.flatMap(({ labels, points }) => {
        const named = subjectOf(query.subject, labels, nodes);
        const scale = query.code === 'network' ? linkScale(named?.node, platform.network.links) : 1;
        const finite = points.filter(([, value]) => Number.isFinite(value));
        if (named === undefined || scale === undefined)
            return [];
        return [{ subject: named.subject, points: finite.map(([time, value]) => [time, value * scale]) }];
    });
    const of = 'fixed' in query.subject && query.code !== 'processing-time' ? 'platform' : 'one';
    return [...Map.groupBy(known, ({ subject }) => subject)].flatMap(([subject, same]) => {
        const points = higher(same.map((each) => each.points));
        return isFresh(points, now) ? [{ code: query.code, subject, of, source: 'Prometheus', stepMs, points }] : [];
    });
}
/** Of each moment the highest value: two jobs may scrape the same, and an address may have changed. */
function higher([first = [], ...more]) {
    if (more.length === 0)
        return first;
    const values = new Map(first);
    for (const [time, value] of more.flat())
        values.set(time, Math.max(value, values.get(time) ?? value));
    return [...values].sort(([one], [other]) => one - other);
}
/** Our own nodes as one. A share of a part of them is told as that of the part; a part of a sum is nothing. */
function together(known, nodes, of, isPart) {
    const courses = known.flatMap(({ subject, points }) => {
        const node = nodes.find(({ metadata }) => `node/${metadata.name}` === subject);
        return node === undefined || givesOf(node, of) === undefined ? [] : [{ node, points }];
    });
    const [first] = known;
    if (first === undefined || courses.length === 0 || (isPart && of === 'sum'))
        return [];
    const named = isPart
        ? { subject: `${courses.length} of ${nodes.length} nodes`, of: 'one' }
        : { subject: 'cluster', of: 'platform' };
    return [{ ...first, ...named, points: clusterCourse(courses, of) }];
}
const isFresh = (points, now) => now - (points.at(-1)?.[0] ?? 0) <= staleMs;
/** Those that are fullest, or will be if they go on growing as before. */
function foremost(series) {
    const rank = ({ points }) => {
        const last = points.at(-1)?.[1] ?? 0;
        return last + Math.max(0, last - (points[Math.floor(points.length / 2)]?.[1] ?? last));
    };
    return series.toSorted((a, b) => rank(b) - rank(a) || (a.subject < b.subject ? -1 : 1)).slice(0, mostSubjects);
}
/** Names of Kubernetes, nothing else: labels are foreign text. */
const objectName = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
function subjectOf(subject, labels, nodes) {
    if ('fixed' in subject)
        return { subject: subject.fixed };
    if ('claim' in subject) {
        const claim = labels.persistentvolumeclaim ?? '';
        return objectName.test(claim) ? { subject: `persistentvolumeclaim/${claim}` } : undefined;
    }
    const node = (0,node_of/* nodeOf */.E)(labels, nodes);
    return node === undefined ? undefined : { subject: `node/${node}`, node };
}
/** The nightly figures that were stored. */
async function storedSeries({ ports, now }, { code, subject, stored, bound }) {
    if (stored === undefined)
        return undefined;
    const read = await (0,trouble/* attempt */.C)('stored history', () => ports.history.series(stored));
    if (!('value' in read))
        return undefined;
    const points = read.value.filter(([, value]) => Number.isFinite(value));
    if (points.length < 2 || !isFresh(points, now))
        return undefined;
    const named = 'fixed' in subject ? subject.fixed : (bound ?? 'fullest file system');
    const of = bound !== undefined ? 'bound' : 'fixed' in subject && code !== 'processing-time' ? 'platform' : 'one';
    return { code, subject: named, of, source: `the stored history of ${stored}`, stepMs: read_history_dayMs, points };
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/read-requests.js






/** Every node. */
async function readNodes({ ports }) {
    const nodes = [];
    for await (const node of ports.cluster.list({ resource: resources/* resources */.E.nodes }))
        nodes.push(node);
    return nodes;
}
/** What the pods of each node ask for, as a share of what it can give; the fullest open node counts. */
async function readRequests(context) {
    const read = await (0,trouble/* attempt */.C)('nodes', () => (0,read_room/* readRoom */.Q)(context.ports.cluster, context.platform.namespace));
    const promised = 'value' in read ? read.value.nodes.filter(({ open }) => open).map(promisedOf) : [];
    const [fullest] = promised.toSorted((a, b) => Math.max(b.cpu, b.memory) - Math.max(a.cpu, a.memory));
    if (fullest === undefined) {
        const why = 'trouble' in read ? read.trouble.message : 'no node is open for pods';
        const next = ('trouble' in read ? read.trouble.next : undefined) ?? (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `get nodes`;
        return { series: [], missing: [{ code: 'node-requests', subject: 'nodes', why, next }] };
    }
    const facts = `node/${fullest.node}: CPU ${(0,quantities/* formatShare */.T1)(fullest.cpu)}, memory ${(0,quantities/* formatShare */.T1)(fullest.memory)} of allocatable requested`;
    const value = Math.max(fullest.cpu, fullest.memory);
    const source = 'the requests of all pods against allocatable';
    return withStored(context, { code: 'node-requests', subject: 'nodes', source, value, facts });
}
function promisedOf({ name, allocatable, requested }) {
    const share = (resource) => {
        const all = allocatable[resource] ?? 0;
        return all > 0 ? (requested[resource] ?? 0) / all : 0;
    };
    return { node: name, cpu: share('cpu'), memory: share('memory') };
}

// EXTERNAL MODULE: ./build/domain/capacity/resource-fields.js
var resource_fields = __webpack_require__(96936);
;// CONCATENATED MODULE: ./build/domain/usage/unused.js


/** Nothing asked for. */
const noneUnused = { requested: { cpu: 0, memory: 0 }, unused: { cpu: 0, memory: 0 } };
/** Both together. */
const unused_together = (one, other) => ({
    requested: sum(one.requested, other.requested),
    unused: sum(one.unused, other.unused),
});
const sum = (one, other) => ({
    cpu: one.cpu + other.cpu,
    memory: one.memory + other.memory,
});
/**
 * What so many pods ask for and do not use: each request less what the pod that used most took of it, CPU at p95, memory at
 * its peak. So the least that is unused, never more; a container that uses more than it asks for fills nobody else's request.
 * Undefined where the use of a container that asks for something is not known.
 */
function unusedOf(spec, { containers }, pods) {
    const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
    let all = noneUnused;
    for (const container of [...sidecars, ...spec.containers]) {
        const requested = requestedBy(container);
        const use = containers.find((one) => one.container === container.name);
        const used = {
            cpu: use?.cpu?.p95 ?? usedOfNothing(requested.cpu),
            memory: use?.memory?.peak ?? usedOfNothing(requested.memory),
        };
        if (used.cpu === undefined || used.memory === undefined)
            return undefined;
        const unused = {
            cpu: pods * Math.max(0, requested.cpu - used.cpu),
            memory: pods * Math.max(0, requested.memory - used.memory),
        };
        all = unused_together(all, { requested: { cpu: pods * requested.cpu, memory: pods * requested.memory }, unused });
    }
    return all;
}
/** Of a request for nothing nothing can be unused, whatever is known of its use. */
const usedOfNothing = (requested) => (requested === 0 ? 0 : undefined);
/** A container without a request asks for its limit (the API server's default). */
function requestedBy(container) {
    const of = (resource) => {
        const text = (0,resource_fields/* fieldOf */._F)(container, `requests.${resource}`) ?? (0,resource_fields/* fieldOf */._F)(container, `limits.${resource}`) ?? '';
        return (0,quantity/* parseQuantity */.Lf)(text) ?? 0;
    };
    return { cpu: of('cpu'), memory: of('memory') };
}

// EXTERNAL MODULE: ./build/observation/workloads.js
var observation_workloads = __webpack_require__(8623);
;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/read-unused.js







const read_unused_dayMs = 86_400_000;
const atOnce = 2;
/** What the configured workloads ask for and do not use. One that is not there asks for nothing. */
async function readUnused(context, inputs) {
    const read = await (0,bounded/* mapBounded */.y)((0,named_workloads/* namedWorkloads */.sX)(context.platform), atOnce, async (workload) => {
        const subject = (0,workloads/* workloadWord */.Km)(workload.kind, workload.name);
        const seen = await (0,trouble/* attempt */.C)(subject, () => read_unused_readOne(context, workload, subject, inputs['usage-window']));
        return 'value' in seen ? seen.value : { subject, trouble: seen.trouble };
    });
    return read.filter((one) => one !== undefined);
}
async function read_unused_readOne(context, { kind, name }, subject, spanMs) {
    const { cluster } = context.ports;
    const workload = await cluster.get((0,workloads/* workloadResource */.WG)(kind), context.platform.namespace, name);
    if (workload === undefined)
        return undefined;
    const pods = await (0,observation_workloads/* podsOfWorkload */.R8)(cluster, kind, workload);
    const { use, troubles } = await (0,read_use/* readUse */.UT)(context, { kind, workload, pods }, spanMs);
    const [trouble] = troubles;
    // What is not used now may be used at noon.
    if (use === undefined || use.spanMs < read_unused_dayMs) {
        if (trouble !== undefined)
            return { subject, trouble };
        return { subject, why: use === undefined ? 'nothing' : 'short' };
    }
    const running = pods.filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed');
    const value = unusedOf(workload.spec.template.spec, use, running.length);
    return value === undefined ? { subject, why: 'nothing' } : { subject, value, spanMs: use.spanMs };
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/observe.js







/** Read the histories of all twelve metrics; what cannot be read is part of what was seen. */
async function observe(context, inputs) {
    context.progress(`analyze-capacity: reading ${Math.round(inputs.history / 86_400_000)} days of history`);
    const nodes = await (0,trouble/* attempt */.C)('nodes', () => readNodes(context));
    const [histories, requests, databases, backups, unused] = await Promise.all([
        readHistories(context, inputs, nodes),
        readRequests(context),
        readDatabases(context),
        readBackups(context),
        readUnused(context, inputs),
    ]);
    const read = [histories, requests, databases, backups];
    const { prometheus } = histories;
    return {
        basis: null,
        measurements: {
            series: read.flatMap(({ series }) => series),
            missing: [...read.flatMap(({ missing }) => missing), ...notConfigured(context.platform)],
            unused,
            ...(prometheus === undefined ? {} : { prometheus }),
        },
    };
}

// EXTERNAL MODULE: ./build/domain/report/forecasts.js
var report_forecasts = __webpack_require__(94426);
// EXTERNAL MODULE: ./build/domain/capacity/amounts.js
var amounts = __webpack_require__(87315);
;// CONCATENATED MODULE: ./build/domain/usage/cost.js
/** Hours of a month: a twelfth of 365 days. */
const hoursOfMonth = 730;
const gibibyte = 2 ** 30;
/** What so much costs in a month. */
const costOfMonth = ({ cpu, memory }, { cpuCoreHour, memoryGibHour }) => hoursOfMonth * (cpu * cpuCoreHour + (memory / gibibyte) * memoryGibHour);
/** A sum of money for people: `1,234.50 EUR`; digits behind the point as the currency has them. */
function formatMoney(amount, currency) {
    const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en-US', {
        style: 'currency',
        currency,
    }).resolvedOptions();
    return `${amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${currency}`;
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/cost.js




/** Workloads that are named, at most: those that leave most. */
const cost_mostNamed = 8;
/** What is asked for and not used, in amounts, and in money where prices are configured; and of whom that is not known. */
function costFindings(seen, prices) {
    const known = seen.filter((one) => 'value' in one);
    const unknown = seen.length - known.length;
    return [
        ...(known.length === 0 ? [] : [unusedFinding(known, unknown, prices)]),
        ...notKnown(seen, known.length === 0),
    ];
}
/** One finding for each cause, however many workloads have it. */
function notKnown(seen, alone) {
    const causes = seen.flatMap((one) => {
        if ('trouble' in one) {
            const { message, next = 'look at the cause and run the task again' } = one.trouble;
            return [{ subject: one.subject, severity: 'unknown', why: message, next }];
        }
        if (!('why' in one))
            return [];
        if (one.why === 'short')
            return [{ subject: one.subject, ...tooShort }];
        return [{ subject: one.subject, ...noFigures, severity: alone ? 'warn' : 'info' }];
    });
    return [...Map.groupBy(causes, ({ why }) => why)].flatMap(([why, same]) => {
        const [first, ...others] = same;
        if (first === undefined)
            return [];
        return [
            {
                code: 'requested-unused-not-known',
                severity: first.severity,
                subject: others.length === 0 ? first.subject : 'configured workloads',
                title: 'what is asked for and not used is not known',
                evidence: `${why}; of ${same.map(({ subject }) => subject).join(', ')}`,
                next: first.next,
            },
        ];
    });
}
/** This ends by itself. */
const tooShort = {
    severity: 'info',
    why: 'use is known of less than a day',
    next: 'nothing: Prometheus needs a day of figures',
};
const noFigures = {
    why: 'nobody has figures of the use of a container',
    next: 'let Prometheus scrape the kubelets (container_cpu_usage_seconds_total, container_memory_working_set_bytes)',
};
function unusedFinding(known, unknown, prices) {
    const all = known.map(({ value }) => value).reduce(unused_together, noneUnused);
    const named = known.toSorted((a, b) => weight(b.value.unused, prices) - weight(a.value.unused, prices));
    const least = Math.min(...known.map(({ spanMs }) => spanMs));
    const parts = named.slice(0, cost_mostNamed).map(({ subject, value }) => `${subject} ${cost_amounts(value, prices)}`);
    const more = named.length > cost_mostNamed ? [`${named.length - cost_mostNamed} others less`] : [];
    const rest = unknown === 0 ? [] : [`without ${(0,quantities/* counted */.hS)(unknown, 'workload')} of which it is not known`];
    return {
        code: 'requested-unused',
        severity: 'info',
        subject: 'configured workloads',
        title: `${plainAmounts(all.unused)} are asked for and not used${prices === undefined ? '' : `: ${money(all.unused, prices)}`}`,
        evidence: [
            ...parts,
            ...more,
            ...rest,
            `request less use (CPU at p95, memory at its peak) over ${(0,quantities/* formatSpan */.QA)(least)}`,
            ...(prices === undefined ? [] : [pricesText(prices)]),
        ].join('; '),
        next: `plan smaller requests with rightsize-resources (workflow dispatch)${prices === undefined ? '; set `platform.capacity.prices` in .github/maintenance.yml to see it in money' : ''}`,
    };
}
/** What weighs more is named first: money where it is known, else cores and GiB alike. */
const weight = (unused, prices) => costOfMonth(unused, prices ?? { cpuCoreHour: 1, memoryGibHour: 1, currency: '' });
const plainAmounts = ({ cpu, memory }) => `${(0,amounts/* formatAmount */.ej)('cpu', cpu)} and ${(0,amounts/* formatAmount */.ej)('memory', memory)}`;
function cost_amounts({ requested, unused }, prices) {
    const of = (resource) => `${(0,amounts/* formatAmount */.ej)(resource, unused[resource])} of ${(0,amounts/* formatAmount */.ej)(resource, requested[resource])}`;
    return `${of('cpu')} and ${of('memory')}${prices === undefined ? '' : ` (${money(unused, prices)})`}`;
}
const money = (unused, prices) => `${formatMoney(costOfMonth(unused, prices), prices.currency)} a month`;
const pricesText = ({ cpuCoreHour, memoryGibHour, currency }) => `${cpuCoreHour} ${currency} for a core-hour, ${memoryGibHour} ${currency} for a GiB-hour, ${hoursOfMonth} hours a month`;
/** The amounts of all configured workloads; none where one of them is not known. */
function costMeasurements(seen) {
    const known = seen.filter((one) => 'value' in one);
    if (known.length === 0 || known.length < seen.length)
        return [];
    const { unused } = known.map(({ value }) => value).reduce(unused_together, noneUnused);
    return [
        { name: 'requested-unused-cpu', value: unused.cpu, unit: 'cores' },
        { name: 'requested-unused-memory', value: unused.memory, unit: 'bytes' },
    ];
}

// EXTERNAL MODULE: ./build/domain/statistics/trend.js
var statistics_trend = __webpack_require__(33130);
;// CONCATENATED MODULE: ./build/domain/forecast/crossing.js
/**
 * The steps at which a series that has not yet reached `threshold` does so from below. Undefined when no end of the
 * interval reaches it, and for a series that does not rise: an interval that widens by itself gives no date.
 */
function crossingOf(points, threshold, rises) {
    const first = (end) => {
        const at = points.findIndex((point) => end(point) >= threshold);
        return at < 0 ? undefined : at + 1;
    };
    const earliest = first(({ upper }) => upper);
    const expected = first(({ value }) => value);
    if (earliest === undefined || (!rises && expected === undefined))
        return undefined;
    const latest = first(({ lower }) => lower);
    return {
        earliest,
        ...(expected === undefined ? {} : { expected }),
        ...(latest === undefined ? {} : { latest }),
    };
}

;// CONCATENATED MODULE: ./build/domain/forecast/decomposition.js
/** After how many cycles a cycle counts half: seasons may change their shape slowly. */
const halfLifeCycles = 6;
/** How often the seasons are estimated in turn, each from what the others leave. */
const rounds = 2;
/**
 * Takes several seasons out of a series in the manner of MSTL (Bandara, Hyndman and Bergmeir, "MSTL: a seasonal-trend
 * decomposition algorithm for time series with multiple seasonal patterns", 2021): in turn, shortest first, each from the
 * series less the others and less a moving average over its length. Instead of loess across cycles, the values of a
 * phase are smoothed by exponential weights to both sides. Without seasons the series is returned as it is.
 */
function decompose(values, seasons) {
    const parts = seasons.map((season) => ({
        season,
        course: new Float64Array(values.length),
        next: new Float64Array(),
    }));
    for (let round = 0; round < rounds; round += 1) {
        for (const part of parts) {
            const rest = values.slice();
            for (const other of parts)
                if (other !== part)
                    subtract(rest, other.course);
            Object.assign(part, seasonOf(rest, part.season));
        }
    }
    const adjusted = values.slice();
    for (const { course } of parts)
        subtract(adjusted, course);
    const end = values.length;
    const seasonal = (ahead) => parts.reduce((sum, { season, next }) => sum + next[(end + ahead) % season], 0);
    return { adjusted, seasonal };
}
function subtract(from, what) {
    for (let t = 0; t < from.length; t += 1)
        from[t] = from[t] - what[t];
}
/** The course of one season through a series, and its last shape by phase. */
function seasonOf(series, season) {
    const detrended = series.slice();
    subtract(detrended, movingAverage(series, season));
    const course = new Float64Array(series.length);
    const next = new Float64Array(season);
    for (let phase = 0; phase < season; phase += 1)
        next[phase] = smoothPhase(detrended, course, phase, season);
    const middle = next.reduce((sum, value) => sum + value, 0) / season;
    subtract(course, movingAverage(course, season));
    return { course, next: next.map((value) => value - middle) };
}
/** Writes the smoothed values of one phase into `course`; gives the value with which it goes on. */
function smoothPhase(values, course, phase, season) {
    const keep = 0.5 ** (1 / halfLifeCycles);
    let [sum, weight] = [0, 0];
    const weights = [];
    for (let t = phase; t < values.length; t += season) {
        sum = sum * keep + values[t];
        weight = weight * keep + 1;
        course[t] = sum;
        weights.push(weight);
    }
    const last = sum / weight;
    [sum, weight] = [0, 0];
    for (let k = weights.length - 1; k >= 0; k -= 1) {
        const t = phase + k * season;
        course[t] = (course[t] + sum) / (weights[k] + weight);
        sum = (sum + values[t]) * keep;
        weight = (weight + 1) * keep;
    }
    return last;
}
/**
 * Centred moving average over one season (2 × m for even m, as in classical decomposition). Where the window would leave
 * the series, the first or last whole one stands.
 */
function movingAverage(values, season) {
    const n = values.length;
    const width = Math.min(season, n);
    const sums = new Float64Array(n + 1);
    for (let t = 0; t < n; t += 1)
        sums[t + 1] = sums[t] + values[t];
    const between = (from, until) => sums[until] - sums[from];
    const half = Math.floor(season / 2);
    return Float64Array.from(values, (_, t) => {
        if (t - half < 0)
            return between(0, width) / width;
        if (t + half >= n)
            return between(n - width, n) / width;
        if (season % 2 === 1)
            return between(t - half, t + half + 1) / season;
        return ((between(t - half, t + half + 1) - (values[t - half] + values[t + half]) / 2) / season);
    });
}

;// CONCATENATED MODULE: ./build/domain/forecast/past.js

/** Prepare values for models. Seasons of which there are no two cycles are left out. */
function pastOf(values, seasons) {
    const fitting = seasons.filter((season) => season > 1 && values.length > 2 * season);
    return {
        values,
        seasons: fitting,
        adjusted: once(() => decompose(values, fitting)),
        logarithms: once(() => (values.every((value) => value > 0) ? pastOf(values.map(Math.log), fitting) : undefined)),
    };
}
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

;// CONCATENATED MODULE: ./build/domain/forecast/numerics/autocorrelation.js
/** Mean of values; 0 for none. */
function meanOf(values) {
    let sum = 0;
    for (const value of values)
        sum += value;
    return values.length === 0 ? 0 : sum / values.length;
}
/** Autocovariances of centred values at lags 0 … `most`, each divided by the number of values (so that they are positive definite). */
function autocovariances(centred, most) {
    const n = centred.length;
    return Float64Array.from({ length: most + 1 }, (_, lag) => {
        let sum = 0;
        for (let t = lag; t < n; t += 1)
            sum += centred[t] * centred[t - lag];
        return sum / n;
    });
}
/** Values less their mean. */
function centredOf(values) {
    const middle = meanOf(values);
    return values.map((value) => value - middle);
}

;// CONCATENATED MODULE: ./build/domain/forecast/seasons.js

/** Lengths that seasons of operations have: hours of a day and a week, days of a week, weeks of a year, minutes of a day. */
const calendar = [4, 7, 12, 13, 24, 26, 48, 52, 96, 144, 168, 288, 336, 672, 1008, 2016];
/** Values of which seasons are looked for, at most: the most recent ones. */
const mostValues = 2100;
/** Changes beyond this many standard deviations count as that many: one jump must not hide a season. */
const farthest = 3;
/** A season is found from this autocorrelation of changes on. */
const least = 0.15;
/** Cycles that must have been seen. */
const cycles = 3;
/** Autocorrelations of the changes from value to value, outliers held. */
function correlationsOfChanges(values, most) {
    const changes = Float64Array.from({ length: values.length - 1 }, (_, t) => values[t + 1] - values[t]);
    const centred = centredOf(changes);
    const spread = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0) / centred.length);
    const held = centred.map((value) => Math.max(-farthest * spread, Math.min(farthest * spread, value)));
    const covariances = autocovariances(held, most);
    const variance = covariances[0];
    return covariances.map((value, lag) => (variance > 0 ? (value / variance) * (held.length / (held.length - lag)) : 0));
}
/**
 * The seasons of a series, ascending. Where one is declared, it and seven of it (the week of a day) if the values show
 * it; where none is (1), the length of the calendar at which changes repeat themselves most, if they do: a peak of the
 * autocorrelation of at least 0.15, over at least three cycles.
 */
function seasonsOf(values, declared) {
    const recent = values.subarray(-mostValues);
    const longest = Math.floor((recent.length - 1) / cycles);
    const usable = (season) => season > 1 && season <= longest;
    if (declared > 1) {
        const week = declared * 7;
        const enough = values.length > 2 * declared ? [declared] : [];
        if (!usable(week))
            return enough;
        return isPeak(correlationsOfChanges(recent, week + 1), week) ? [...enough, week] : enough;
    }
    const candidates = calendar.filter(usable);
    const last = candidates.at(-1);
    if (last === undefined)
        return [];
    const correlations = correlationsOfChanges(recent, last + 1);
    const found = candidates
        .filter((season) => isPeak(correlations, season))
        .map((season) => ({ season, strength: correlations[season] }));
    const best = found.reduce((a, b) => (a === undefined || b.strength > a.strength ? b : a), undefined);
    if (best === undefined)
        return [];
    return [(longerThan(best, found, correlations) ?? shorterThan(best, found, correlations) ?? best).season];
}
/** A multiple of the strongest season that stands out among the other multiples: 13 weeks repeat, but 52 repeat better than 26 and 39. */
function longerThan({ season, strength }, found, correlations) {
    return found.findLast((longer) => {
        const between = multiples(season, 2, longer.season / season - 1, correlations);
        if (longer.season % season !== 0 || between.length === 0)
            return false;
        const usual = between.reduce((sum, value) => sum + value, 0) / between.length;
        return longer.strength >= 0.6 * strength && longer.strength >= 1.1 * usual;
    });
}
/** A part of the strongest season of which every multiple is about as strong: what repeats every 12 repeats every 24 as well. */
function shorterThan({ season, strength }, found, correlations) {
    return found.find((shorter) => season % shorter.season === 0 &&
        multiples(shorter.season, 1, season / shorter.season, correlations).every((value) => value >= 0.85 * strength));
}
function multiples(season, first, last, correlations) {
    const count = Math.max(0, Math.floor(last) - first + 1);
    return Array.from({ length: count }, (_, k) => correlations[(first + k) * season]);
}
function isPeak(correlations, lag) {
    const at = correlations[lag];
    return at >= least && at >= correlations[lag - 1] && at >= correlations[lag + 1];
}

;// CONCATENATED MODULE: ./build/domain/forecast/back-test.js


/** Origins, at most. */
const mostOrigins = 8;
/** Values that a model must have had before the earliest origin, at least. */
const leastKnown = 16;
/** A forecast that leaves the range of the past by this many times its width is none. */
const back_test_farthest = 3;
/**
 * The points of the past from which forecasts are made, latest first: the last one leaves exactly one horizon, the others
 * lie up to half a horizon apart. Every one has at least as many values before it as the horizon is long, half of all
 * values, and two cycles of the season. Fewer than eight where the series is short; none where it is too short.
 */
function originsOf(length, horizon, season) {
    const last = length - horizon;
    const least = Math.max(leastKnown, horizon, Math.ceil(length / 2), season > 1 ? 2 * season + 1 : 0);
    const fitting = Math.floor((last - least) / (mostOrigins - 1));
    const apart = Math.max(1, Math.min(Math.ceil(horizon / 2), fitting));
    const origins = [];
    for (let at = last; at >= least && origins.length < mostOrigins; at -= apart)
        origins.push(at);
    return origins;
}
/**
 * How many independent origins the back-test is worth: those closer than half a horizon tell almost the same. At most
 * their number.
 */
function worthOf(origins, horizon) {
    const [first, last] = [origins.at(-1), origins[0]];
    if (first === undefined || last === undefined)
        return 0;
    return Math.min(origins.length, 1 + (last.known - first.known) / Math.max(1, horizon / 2));
}
/**
 * Rolling-origin back-test (Tashman, International Journal of Forecasting 16 (2000) 437): at each origin everything, seasons
 * included, is worked out anew from the values before it, so nothing of what came is known to a model.
 */
function backTest(values, declaredSeason, horizon, models) {
    return originsOf(values.length, horizon, declaredSeason).map((known) => ({
        known,
        actual: values.slice(known, known + horizon),
        forecasts: forecastBy(values.subarray(0, known), declaredSeason, horizon, models),
    }));
}
/** What each model says of the next values. */
function forecastBy(values, declaredSeason, horizon, models) {
    const past = pastOf(values, seasonsOf(values, declaredSeason));
    const isPossible = possibility(values);
    return models.map(({ forecast }) => {
        const said = forecast(past, horizon);
        return said?.every(isPossible) === true ? said : undefined;
    });
}
function possibility(values) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const value of values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
    }
    const room = back_test_farthest * (high - low);
    return (value) => value >= low - room && value <= high + room;
}

;// CONCATENATED MODULE: ./build/domain/forecast/combine.js
/** Models that are combined, at most: the best of the back-test. */
const mostCombined = 12;
/** How strongly the error counts: weight = (1 / error)^3. */
const power = 3;
/** Mean absolute error of a forecast. */
function absoluteError(actual, forecast) {
    let sum = 0;
    for (let k = 0; k < actual.length; k += 1)
        sum += Math.abs(actual[k] - forecast[k]);
    return sum / actual.length;
}
/** Mean absolute error relative to the size of the values, from 0 to 2 (as in sMAPE: Makridakis, IJF 9 (1993) 527). */
function relativeError(actual, forecast) {
    let sum = 0;
    for (let k = 0; k < actual.length; k += 1) {
        const came = actual[k];
        const told = forecast[k];
        const size = Math.abs(came) + Math.abs(told);
        sum += size === 0 ? 0 : (2 * Math.abs(came - told)) / size;
    }
    return sum / actual.length;
}
/** Measure every forecast once: all ways of choosing, and every origin that is left out, go by the same table. */
function errorTableOf(origins, measure) {
    return origins.map(({ actual, forecasts }) => forecasts.map((forecast) => (forecast === undefined ? Number.NaN : measure(actual, forecast))));
}
/** Mean error of each model over the origins, by its index; only of models that told something at every one. */
function errorsOf(table) {
    const errors = new Map();
    for (const index of table[0]?.keys() ?? []) {
        const error = table.reduce((sum, row) => sum + row[index], 0) / table.length;
        if (Number.isFinite(error))
            errors.set(index, error);
    }
    return errors;
}
/** The model with the least error alone. */
function bestAlone(errors) {
    const [best] = [...errors].sort(([, a], [, b]) => a - b);
    return new Map(best === undefined ? [] : [[best[0], 1]]);
}
/**
 * Weights by inverse error (Bates and Granger, Operational Research Quarterly 20 (1969) 451), as a power that lets the best
 * lead. One without any error leaves the others nothing.
 */
function combination(errors) {
    const best = [...errors].sort(([, a], [, b]) => a - b).slice(0, mostCombined);
    const least = best[0]?.[1] ?? 0;
    const raw = best.map(([index, error]) => [index, error <= least ? 1 : (least / error) ** power]);
    const total = raw.reduce((sum, [, weight]) => sum + weight, 0);
    return new Map(raw.filter(([, weight]) => weight > 0).map(([index, weight]) => [index, weight / total]));
}
/** The share of the weight that is cut off at either end, value by value. */
const trimmed = 0.2;
/**
 * What the models tell together, value by value: the weighted mean of the middle, without the lowest and the highest fifth
 * of the weight, so that one that errs wildly moves nothing (Jose and Winkler, "Simple robust averages of forecasts",
 * International Journal of Forecasting 24 (2008) 163). Undefined when one that counts told nothing.
 */
function combined(forecasts, weights) {
    const told = [];
    for (const [index, weight] of weights) {
        const forecast = forecasts[index];
        if (forecast === undefined)
            return undefined;
        told.push([forecast, weight]);
    }
    return told[0]?.[0].map((_, k) => trimmedMean(told.map(([forecast, weight]) => [forecast[k], weight])));
}
function trimmedMean(weighted) {
    const sorted = weighted.toSorted(([a], [b]) => a - b);
    const lowest = sorted[0]?.[0];
    if (lowest !== undefined && lowest === sorted.at(-1)?.[0])
        return lowest;
    let [sum, kept, passed] = [0, 0, 0];
    for (const [value, weight] of sorted) {
        const inside = Math.min(passed + weight, 1 - trimmed) - Math.max(passed, trimmed);
        passed += weight;
        if (inside <= 0)
            continue;
        sum += inside * value;
        kept += inside;
    }
    return sum / kept;
}
/**
 * What a way of choosing would have told at each origin, knowing only the errors of the other origins: its own error must
 * not flatter it. In the order of the origins, which is that of the table's rows.
 */
function leaveOneOut(origins, table, choose) {
    return origins.map(({ forecasts }, left) => {
        const others = table.filter((_, row) => row !== left);
        return combined(forecasts, choose(errorsOf(others)));
    });
}

;// CONCATENATED MODULE: ./build/domain/forecast/intervals.js
/** Steps to each side over which the spread of errors is smoothed, as a share of the horizon. */
const neighbours = 1 / 8;
/** What is added for every origin that there is not: errors of one origin move together. */
const shortage = 2;
/** Root mean square of the errors at each step ahead, smoothed over neighbouring steps. */
function spreadsOf(errors, horizon) {
    const squares = Float64Array.from({ length: horizon }, (_, k) => errors.reduce((sum, error) => sum + error[k] ** 2, 0) / errors.length);
    const reach = Math.ceil(horizon * neighbours);
    return squares.map((_, k) => {
        const near = squares.subarray(Math.max(0, k - reach), k + reach + 1);
        return Math.sqrt(near.reduce((sum, square) => sum + square, 0) / near.length);
    });
}
/** The smallest value that the share `level` of an exchangeable next one would not exceed; the largest for few values. */
function conformalQuantile(values, level) {
    const sorted = values.toSorted((a, b) => a - b);
    const rank = Math.ceil((sorted.length + 1) * level);
    return sorted[Math.min(sorted.length, rank) - 1] ?? 0;
}
/**
 * Prediction intervals from the errors that the method itself made in the back-test, by the step ahead: split conformal
 * prediction with errors scaled by their spread (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, "Distribution-free
 * predictive inference for regression", JASA 113 (2018) 1094, section 5.2; for several steps ahead as in Stankevičiūtė,
 * Alaa and van der Schaar, "Conformal time-series forecasting", NeurIPS 2021). Time series are not exchangeable and the
 * errors of an origin move together, so the width is multiplied by √(1 + 2 / origins); how far the intervals then
 * cover is measured (docs/decisions), not promised.
 *
 * @param errors one row an origin: what came less what was told
 * @param worth how many independent origins they are worth
 */
function halfWidths(errors, worth, level) {
    const horizon = errors[0]?.length ?? 0;
    const spreads = spreadsOf(errors, horizon);
    const scaled = errors.flatMap((error) => Array.from(error, (value, k) => (spreads[k] === 0 ? 0 : Math.abs(value) / spreads[k])));
    const factor = conformalQuantile(scaled, level) * Math.sqrt(1 + shortage / worth);
    return spreads.map((spread) => spread * factor);
}
/** The share of an origin's steps that lay inside intervals made from the other origins' errors, over all origins. */
function measuredCoverage(errors, worth, level) {
    let [inside, all] = [0, 0];
    for (const held of errors) {
        const others = errors.filter((other) => other !== held);
        const widths = halfWidths(others, Math.max(1, worth - 1), level);
        for (const [k, error] of held.entries()) {
            all += 1;
            if (Math.abs(error) <= widths[k])
                inside += 1;
        }
    }
    return inside / all;
}

;// CONCATENATED MODULE: ./build/domain/forecast/model.js
/** The same model on the logarithmic scale. */
function onLogarithms({ name, family, forecast }) {
    return {
        name: `${name}, on logarithms`,
        family,
        forecast: (past, horizon) => {
            const logarithms = past.logarithms();
            return logarithms === undefined ? undefined : forecast(logarithms, horizon)?.map(Math.exp);
        },
    };
}

;// CONCATENATED MODULE: ./build/domain/forecast/models/autoregression.js

/**
 * Weights of an autoregression by the Yule–Walker equations, solved by the recursion of Levinson and Durbin (Brockwell and
 * Davis, "Time Series: Theory and Methods", section 5.2). The order, at most `most`, is the one of the least Akaike
 * criterion, with three instead of two for each weight: long series invite too many.
 */
function yuleWalker(centred, most) {
    const covariance = autocovariances(centred, most);
    let error = covariance[0];
    let weights = [];
    if (!(error > 0))
        return weights;
    const criterion = (order) => centred.length * Math.log(error) + 3 * order;
    let best = { weights, criterion: criterion(0) };
    for (let order = 1; order <= most; order += 1) {
        const known = weights.reduce((sum, weight, k) => sum + weight * covariance[order - 1 - k], 0);
        const reflection = (covariance[order] - known) / error;
        const mirrored = weights.toReversed();
        weights = [...weights.map((weight, k) => weight - reflection * mirrored[k]), reflection];
        error *= 1 - reflection * reflection;
        if (!(error > 0))
            break;
        const reached = criterion(order);
        if (reached < best.criterion)
            best = { weights, criterion: reached };
    }
    return best.weights;
}
/** Goes on with the changes from value to value by an autoregression of at most `most` lags: ARIMA(p,1,0) with a constant. */
function autoregressionOnChanges(most) {
    return (values, horizon) => {
        const changes = Float64Array.from({ length: values.length - 1 }, (_, t) => values[t + 1] - values[t]);
        const lags = Math.min(most, Math.floor(changes.length / 2));
        if (lags < 2)
            return undefined;
        const centred = centredOf(changes);
        const drift = meanOf(changes);
        const weights = yuleWalker(centred, lags);
        const known = Array.from(centred.subarray(-lags));
        let level = values.at(-1);
        return Float64Array.from({ length: horizon }, () => {
            const next = weights.reduce((sum, weight, k) => sum + weight * known[known.length - 1 - k], 0);
            known.push(next);
            level += next + drift;
            return level;
        });
    };
}

;// CONCATENATED MODULE: ./build/domain/forecast/numerics/golden-section.js
const ratio = (Math.sqrt(5) - 1) / 2;
/** Where between two ends a function of one variable is least, for one with a single valley (Kiefer, Proc. AMS 4 (1953) 502). */
function goldenSection(f, from, until, rounds) {
    let [low, high] = [from, until];
    let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    let [atLeft, atRight] = [f(left), f(right)];
    for (let round = 0; round < rounds; round += 1) {
        if (atLeft < atRight) {
            [high, right, atRight] = [right, left, atLeft];
            left = high - ratio * (high - low);
            atLeft = f(left);
        }
        else {
            [low, left, atLeft] = [left, right, atRight];
            right = low + ratio * (high - low);
            atRight = f(right);
        }
    }
    return (low + high) / 2;
}

;// CONCATENATED MODULE: ./build/domain/forecast/numerics/nelder-mead.js
/** Relative difference between the best and the worst corner at which the search ends. */
const tolerance = 1e-5;
/**
 * The least value of a function of a few variables, without its derivatives (Nelder and Mead, The Computer Journal 7
 * (1965) 308). Local: `start` should be sensible. Deterministic; ends after `most` evaluations at the latest.
 */
function nelderMead(f, start, stride, most) {
    let evaluations = 0;
    const evaluate = (at) => {
        evaluations += 1;
        return { at, value: f(at) };
    };
    const corners = [evaluate(start), ...start.map((_, k) => evaluate(start.map((x, j) => (j === k ? x + stride : x))))];
    const search = { corners, evaluate };
    while (evaluations < most) {
        corners.sort((a, b) => a.value - b.value);
        const [best, worst] = [corners[0], corners.at(-1)];
        if (Math.abs(worst.value - best.value) <= tolerance * Math.abs(best.value))
            break;
        moveWorst(search, best, worst);
    }
    return corners.sort((a, b) => a.value - b.value)[0];
}
function moveWorst({ corners, evaluate }, best, worst) {
    const others = corners.slice(0, -1);
    const centre = best.at.map((_, k) => others.reduce((sum, { at }) => sum + at[k], 0) / others.length);
    const beyond = (factor) => evaluate(centre.map((middle, k) => middle + factor * (middle - worst.at[k])));
    const last = corners.length - 1;
    const reflected = beyond(1);
    if (reflected.value < best.value) {
        const expanded = beyond(2);
        corners[last] = expanded.value < reflected.value ? expanded : reflected;
        return;
    }
    if (reflected.value < others.at(-1).value) {
        corners[last] = reflected;
        return;
    }
    const contracted = beyond(reflected.value < worst.value ? 0.5 : -0.5);
    if (contracted.value < Math.min(reflected.value, worst.value)) {
        corners[last] = contracted;
        return;
    }
    for (let k = 1; k < corners.length; k += 1) {
        const { at } = corners[k];
        corners[k] = evaluate(at.map((x, j) => (x + best.at[j]) / 2));
    }
}

;// CONCATENATED MODULE: ./build/domain/forecast/models/smoothing.js


/** Maps any number to between 0 and 1. */
const logistic = (x) => 1 / (1 + Math.exp(-x));
/** The slope of the ordinary least-squares line, a value per step. */
function slopeOf(values) {
    const middle = (values.length - 1) / 2;
    let [products, squares] = [0, 0];
    for (const [t, value] of values.entries()) {
        products += (t - middle) * value;
        squares += (t - middle) ** 2;
    }
    return squares === 0 ? 0 : products / squares;
}
function levelAfter(values, alpha) {
    const first = values.subarray(0, 10);
    let level = first.reduce((sum, value) => sum + value, 0) / first.length;
    let squares = 0;
    for (const value of values) {
        const error = value - level;
        squares += error * error;
        level += alpha * error;
    }
    return { level, squares };
}
/**
 * The Theta method (Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16 (2000) 521) in its form as
 * simple exponential smoothing with half the slope as drift (Hyndman and Billah, IJF 19 (2003) 287).
 */
const theta = (values, horizon) => {
    const alpha = goldenSection((x) => levelAfter(values, x).squares, 0.001, 0.999, 18);
    const { level } = levelAfter(values, alpha);
    const drift = slopeOf(values) / 2;
    const start = (1 - (1 - alpha) ** values.length) / alpha;
    return Float64Array.from({ length: horizon }, (_, ahead) => level + drift * (ahead + start));
};
/** Parameters of any size are mapped to alpha in (0, 1), beta in (0, alpha) and damping in (0.8, 0.998). */
function dampedAfter(values, [a = 0, b = 0, c = 0], firstSlope) {
    const alpha = 0.001 + 0.998 * logistic(a);
    const beta = alpha * logistic(b);
    const damping = 0.8 + 0.198 * logistic(c);
    let level = values[0];
    let slope = firstSlope;
    let squares = 0;
    for (let t = 1; t < values.length; t += 1) {
        const expected = level + damping * slope;
        const error = values[t] - expected;
        squares += error * error;
        level = expected + alpha * error;
        slope = damping * slope + beta * error;
    }
    return { level, slope, damping, squares };
}
/**
 * Exponential smoothing with a damped trend (Gardner and McKenzie, Management Science 31 (1985) 1237; the state space form
 * of Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing", 2008: ETS(A,Ad,N)).
 */
const dampedTrend = (values, horizon) => {
    const firstSlope = slopeOf(values.subarray(0, 20));
    const { at } = nelderMead((x) => dampedAfter(values, x, firstSlope).squares, [0, -2.5, 1.5], 1, 200);
    const { level, slope, damping } = dampedAfter(values, at, firstSlope);
    let [power, sum] = [1, 0];
    return Float64Array.from({ length: horizon }, () => {
        power *= damping;
        sum += power;
        return level + sum * slope;
    });
};

;// CONCATENATED MODULE: ./build/domain/forecast/models/adjusted.js


/** Goes on with the series without its seasons, and adds them again. Where there are none it is the plain method. */
function adjusted(name, family, method) {
    return {
        name,
        family,
        forecast: (past, horizon) => {
            if (past.values.length < 10)
                return undefined;
            const { adjusted: values, seasonal } = past.adjusted();
            return method(values, horizon)?.map((value, ahead) => value + seasonal(ahead));
        },
    };
}
/** Decomposition and the Theta method. */
const decomposedTheta = adjusted('decomposition and theta', 'seasonal', theta);
/** Decomposition and exponential smoothing with a damped trend. */
const decomposedDampedTrend = adjusted('decomposition and damped trend', 'seasonal', dampedTrend);
/** Decomposition and an autoregression on changes (as `stlm` of the package forecast does with ARIMA). */
const decomposedAutoregression = adjusted('decomposition and autoregression', 'seasonal', autoregressionOnChanges(30));
const longAutoregression = autoregressionOnChanges(60);
/** A long autoregression on changes without any decomposition: it finds what comes again by itself. */
const autoregression = {
    name: 'autoregression on changes',
    family: 'linear',
    forecast: ({ values }, horizon) => (values.length < 30 ? undefined : longAutoregression(values, horizon)),
};

;// CONCATENATED MODULE: ./build/domain/forecast/models/lags.js
/** Beyond this many standard deviations a recursive forecast has run away and is held. */
const lags_farthest = 8;
/** Standardise, with `room` for values that are still to be filled in. A constant series keeps a scale of 1. */
function standardised(values, room) {
    const n = values.length;
    const middle = values.reduce((sum, value) => sum + value, 0) / n;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / n) || 1;
    const scaled = new Float64Array(n + room);
    for (let t = 0; t < n; t += 1)
        scaled[t] = (values[t] - middle) / spread;
    return {
        values: scaled,
        restore: (value) => Math.max(-lags_farthest, Math.min(lags_farthest, value)) * spread + middle,
    };
}
/** Lags in ascending order, each once, of which the values hold at least `times` as many as the longest. */
function usableLags(lags, length, times) {
    return [...new Set(lags)].filter((lag) => lag > 0 && lag * times < length).sort((a, b) => a - b);
}
/** The last few values, and those about a cycle ago: few lags, or the regression learns chance by heart. */
function sparseLags({ seasons }) {
    const cycles = seasons.flatMap((season) => [season - 2, season - 1, season, season + 1, season + 2]);
    const [day] = seasons;
    return [1, 2, 3, 4, 5, 6, ...cycles, ...(day === undefined ? [] : [2 * day, 3 * day])];
}

;// CONCATENATED MODULE: ./build/domain/forecast/models/oblivious-trees.js
const oblivious_trees_rounds = 50;
const depth = 3;
const learningRate = 0.15;
const binBits = 4;
const bins = 2 ** binBits;
const leaves = 2 ** depth;
/** Cases of prior weight in each leaf: small leaves are drawn to zero. */
const leafPrior = 3;
function binned(columns) {
    const edges = columns.map((column) => {
        const sorted = column.toSorted();
        return Float64Array.from({ length: bins - 1 }, (_, k) => sorted[Math.floor(((k + 1) * column.length) / bins)]);
    });
    const codes = columns.map((column, k) => Uint8Array.from(column, (value) => binOf(value, edges[k])));
    return { codes, edges };
}
function binOf(value, edges) {
    let bin = 0;
    while (bin < edges.length && value > edges[bin])
        bin += 1;
    return bin;
}
/** Grows trees on cases; what memory it works in is made once. */
class Grower {
    #cases;
    #rest;
    #node;
    #sums = new Float64Array(leaves * bins);
    #counts = new Float64Array(leaves * bins);
    #gains = new Float64Array(bins - 1);
    constructor(cases, rest) {
        this.#cases = cases;
        this.#rest = rest;
        this.#node = new Uint8Array(rest.length);
    }
    /** One more tree on what the trees before it leave; its part is taken away. */
    grow() {
        this.#node.fill(0);
        const splits = [];
        for (let level = 0; level < depth; level += 1) {
            const split = this.#bestSplit(2 ** level);
            splits.push(split);
            this.#divide(split);
        }
        return {
            features: splits.map(({ feature }) => feature),
            cuts: splits.map(({ feature, bin }) => this.#cases.edges[feature][bin]),
            leaves: this.#settle(),
        };
    }
    /** The feature and bin at which splitting all nodes of a level gains most. */
    #bestSplit(nodes) {
        let best = { feature: 0, bin: 0 };
        let most = Number.NEGATIVE_INFINITY;
        for (let feature = 0; feature < this.#cases.codes.length; feature += 1) {
            this.#fillHistogram(this.#cases.codes[feature], nodes);
            this.#gains.fill(0);
            for (let node = 0; node < nodes; node += 1)
                this.#addGains(node * bins);
            for (let bin = 0; bin < bins - 1; bin += 1) {
                if (this.#gains[bin] <= most)
                    continue;
                most = this.#gains[bin];
                best = { feature, bin };
            }
        }
        return best;
    }
    #fillHistogram(code, nodes) {
        const [sums, counts, node, rest] = [this.#sums, this.#counts, this.#node, this.#rest];
        sums.fill(0, 0, nodes * bins);
        counts.fill(0, 0, nodes * bins);
        for (let i = 0; i < rest.length; i += 1) {
            const slot = (node[i] << binBits) | code[i];
            sums[slot] = sums[slot] + rest[i];
            counts[slot] = counts[slot] + 1;
        }
    }
    #addGains(offset) {
        const [sums, counts, gains] = [this.#sums, this.#counts, this.#gains];
        let total = 0;
        let all = 0;
        for (let bin = 0; bin < bins; bin += 1) {
            total += sums[offset + bin];
            all += counts[offset + bin];
        }
        let sum = 0;
        let count = 0;
        for (let bin = 0; bin < bins - 1; bin += 1) {
            sum += sums[offset + bin];
            count += counts[offset + bin];
            const rest = total - sum;
            gains[bin] =
                gains[bin] + (sum * sum) / (count + leafPrior) + (rest * rest) / (all - count + leafPrior);
        }
    }
    #divide({ feature, bin }) {
        const code = this.#cases.codes[feature];
        const node = this.#node;
        for (let i = 0; i < node.length; i += 1)
            node[i] = node[i] * 2 + (code[i] > bin ? 1 : 0);
    }
    /** The values of the leaves, which are taken away from what is left. */
    #settle() {
        const [node, rest] = [this.#node, this.#rest];
        const sums = new Float64Array(leaves);
        const counts = new Float64Array(leaves);
        for (let i = 0; i < rest.length; i += 1) {
            const leaf = node[i];
            sums[leaf] = sums[leaf] + rest[i];
            counts[leaf] = counts[leaf] + 1;
        }
        const values = sums.map((sum, leaf) => (learningRate * sum) / (counts[leaf] + leafPrior));
        for (let i = 0; i < rest.length; i += 1)
            rest[i] = rest[i] - values[node[i]];
        return values;
    }
}
function ask({ features, cuts, leaves: values }, row) {
    let leaf = 0;
    for (let level = 0; level < depth; level += 1) {
        leaf = leaf * 2 + (row[features[level]] > cuts[level] ? 1 : 0);
    }
    return values[leaf];
}
/**
 * Gradient boosting (Friedman, Annals of Statistics 29 (2001) 1189) of small oblivious trees (as in CatBoost: Prokhorenkova
 * et al., NeurIPS 2018). No chance is in it: every case and every feature is looked at in every round.
 *
 * @param columns the features, by column
 * @param target what is to be told, one value a case
 */
function boost(columns, target) {
    const usual = target.reduce((sum, value) => sum + value, 0) / target.length;
    const grower = new Grower(binned(columns), target.map((value) => value - usual));
    const trees = Array.from({ length: oblivious_trees_rounds }, () => grower.grow());
    return (row) => {
        let value = usual;
        for (const tree of trees)
            value += ask(tree, row);
        return value;
    };
}

;// CONCATENATED MODULE: ./build/domain/forecast/models/boosted-trees.js


const fewestCases = 40;
/** Recent values, those about a cycle ago, and those of the same phase of the days between. */
function lagsOf({ seasons, values }) {
    const [first = 1, ...longer] = seasons;
    const days = longer.length === 0 ? [2, 3] : [2, 3, 6, 8];
    const cycles = seasons.flatMap((season) => [season - 1, season, season + 1]);
    return usableLags([1, 2, 3, 4, 5, ...cycles, ...days.map((day) => day * first)], values.length, 2.5);
}
/**
 * Boosted trees on lagged values relative to the value one cycle ago, and on the phase of each season; on logarithms where
 * all values have one. Recursive: what was told is the past of the next.
 */
const boostedTrees = {
    name: 'boosted trees on lags',
    family: 'machine-learning',
    forecast: (past, horizon) => {
        const logarithms = past.logarithms();
        return logarithms === undefined ? goOn(past, horizon) : goOn(logarithms, horizon)?.map(Math.exp);
    },
};
function goOn(past, horizon) {
    const { seasons } = past;
    const n = past.values.length;
    const cycle = seasons[0] ?? 1;
    const lags = lagsOf(past);
    const start = Math.max(lags.at(-1) ?? 0, cycle);
    const count = n - start;
    if (lags.length === 0 || count < fewestCases)
        return undefined;
    const { values, restore } = standardised(past.values, horizon);
    const row = new Float64Array(lags.length + seasons.length);
    const fill = (t) => {
        const base = values[t - cycle];
        for (let k = 0; k < lags.length; k += 1)
            row[k] = values[t - lags[k]] - base;
        for (let k = 0; k < seasons.length; k += 1)
            row[lags.length + k] = t % seasons[k];
    };
    const columns = Array.from(row, () => new Float64Array(count));
    const target = new Float64Array(count);
    for (let i = 0; i < count; i += 1) {
        fill(start + i);
        for (let k = 0; k < row.length; k += 1)
            columns[k][i] = row[k];
        target[i] = values[start + i] - values[start + i - cycle];
    }
    const predict = boost(columns, target);
    return Float64Array.from({ length: horizon }, (_, ahead) => {
        const t = n + ahead;
        fill(t);
        values[t] = values[t - cycle] + predict(row);
        return restore(values[t]);
    });
}

;// CONCATENATED MODULE: ./build/domain/forecast/models/holt-winters.js

const holt_winters_logistic = (x) => 1 / (1 + Math.exp(-x));
/** Seasons that are smoothed side by side, at most. */
const mostSeasons = 2;
/** Level and shapes from the first cycles: each season from what the shorter ones leave. */
function startOf(values, seasons) {
    const longest = seasons.at(-1);
    const used = longest * Math.min(Math.floor(values.length / longest), seasons.length > 1 ? 2 : 4);
    const rest = values.slice(0, used);
    const level = rest.reduce((sum, value) => sum + value, 0) / used;
    const shapes = seasons.map((season) => {
        const shape = new Float64Array(season);
        for (let t = 0; t < used; t += 1) {
            const phase = t % season;
            shape[phase] = shape[phase] + (rest[t] - level) / Math.floor(used / season);
        }
        for (let t = 0; t < used; t += 1)
            rest[t] = rest[t] - shape[t % season];
        return shape;
    });
    return { level, shapes, used: longest };
}
function smooth(values, start, [a = 0, r = 0, ...g]) {
    const alpha = holt_winters_logistic(a);
    const carried = Math.tanh(r);
    const gammas = start.shapes.map((_, k) => holt_winters_logistic(g[k] ?? 0));
    const shapes = start.shapes.map((shape) => shape.slice());
    const phases = shapes.map(() => 0);
    let level = start.level;
    let lastError = 0;
    let squares = 0;
    for (let t = 0; t < values.length; t += 1) {
        let expected = level;
        for (let k = 0; k < shapes.length; k += 1)
            expected += shapes[k][phases[k]];
        const deviation = values[t] - expected;
        const error = deviation - carried * lastError;
        if (t >= start.used)
            squares += error * error;
        level += alpha * error;
        for (let k = 0; k < shapes.length; k += 1) {
            const shape = shapes[k];
            const phase = phases[k];
            shape[phase] = shape[phase] + gammas[k] * error;
            phases[k] = phase + 1 === shape.length ? 0 : phase + 1;
        }
        lastError = deviation;
    }
    return { level, shapes, carried, lastError, squares };
}
/**
 * Exponential smoothing of level and up to two seasons, with an autoregression of the errors: Holt and Winters (Winters,
 * Management Science 6 (1960) 324) in the form of Taylor for two seasons (Journal of the Operational Research Society 54
 * (2003) 799). On logarithms the seasons multiply.
 */
const holtWinters = {
    name: 'Holt-Winters',
    family: 'seasonal',
    forecast: ({ values, seasons: all }, horizon) => {
        const seasons = all.filter((season) => values.length >= 2.5 * season).slice(0, mostSeasons);
        if (seasons.length === 0)
            return undefined;
        const start = startOf(values, seasons);
        const first = [-3, 0.5, ...seasons.map(() => -1.5)];
        const { at } = nelderMead((x) => smooth(values, start, x).squares, first, 1, 200);
        const { level, shapes, carried, lastError } = smooth(values, start, at);
        let error = lastError;
        return Float64Array.from({ length: horizon }, (_, ahead) => {
            error *= carried;
            const t = values.length + ahead;
            return shapes.reduce((sum, shape) => sum + shape[t % shape.length], level + error);
        });
    },
};

;// CONCATENATED MODULE: ./build/domain/forecast/numerics/least-squares.js
/**
 * Ridge regression (Hoerl and Kennard, Technometrics 12 (1970) 55) by the normal equations. Undefined when they have no
 * single solution.
 */
function ridgeRegression({ width, from, until, fill, target, ridge }) {
    const matrix = new Float64Array(width * width);
    const right = new Float64Array(width);
    const row = new Float64Array(width);
    for (let at = from; at < until; at += 1) {
        fill(row, at);
        const goal = target[at];
        for (let i = 0; i < width; i += 1) {
            const x = row[i];
            if (x === 0)
                continue;
            right[i] = right[i] + x * goal;
            const offset = i * width;
            for (let j = 0; j <= i; j += 1)
                matrix[offset + j] = matrix[offset + j] + x * row[j];
        }
    }
    const cases = until - from;
    for (let i = 0; i < width; i += 1) {
        const diagonal = i * width + i;
        matrix[diagonal] = matrix[diagonal] + (i < width - 1 ? ridge * cases : 1e-9 * cases);
    }
    return choleskySolve(matrix, right, width);
}
/** Solves a symmetric positive definite system in place (Golub and Van Loan, "Matrix Computations", algorithm 4.2.1). */
function choleskySolve(matrix, right, width) {
    if (!factor(matrix, width))
        return undefined;
    for (let i = 0; i < width; i += 1) {
        let sum = right[i];
        for (let k = 0; k < i; k += 1)
            sum -= matrix[i * width + k] * right[k];
        right[i] = sum / matrix[i * width + i];
    }
    for (let i = width - 1; i >= 0; i -= 1) {
        let sum = right[i];
        for (let k = i + 1; k < width; k += 1)
            sum -= matrix[k * width + i] * right[k];
        right[i] = sum / matrix[i * width + i];
    }
    return right;
}
/** The lower triangle becomes the factor; false when the matrix is not positive definite. */
function factor(matrix, width) {
    for (let i = 0; i < width; i += 1) {
        for (let j = 0; j <= i; j += 1) {
            let sum = matrix[i * width + j];
            for (let k = 0; k < j; k += 1)
                sum -= matrix[i * width + k] * matrix[j * width + k];
            if (i !== j)
                matrix[i * width + j] = sum / matrix[j * width + j];
            else if (sum > 1e-12)
                matrix[i * width + i] = Math.sqrt(sum);
            else
                return false;
        }
    }
    return true;
}

;// CONCATENATED MODULE: ./build/domain/forecast/models/linear-trend.js

/** Pairs of sine and cosine for a season, at most. */
const mostHarmonics = 6;
/** A straight line by ordinary least squares, drawn on (the guide's "simple linear projection"). */
const linearTrend = {
    name: 'linear trend',
    family: 'linear',
    forecast: (past, horizon) => project(past.values, [], horizon),
};
/**
 * A straight line and the seasons as sums of harmonics, by least squares (harmonic regression: Hyndman and
 * Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, section 7.4).
 */
const linearTrendWithSeasons = {
    name: 'linear trend with seasons',
    family: 'linear',
    forecast: ({ values, seasons }, horizon) => seasons.length === 0 ? undefined : project(values, seasons, horizon),
};
function project(values, seasons, horizon) {
    const n = values.length;
    const waves = seasons.flatMap((season) => Array.from({ length: Math.min(mostHarmonics, Math.floor(season / 2)) }, (_, k) => (2 * Math.PI * (k + 1)) / season));
    const width = 2 * waves.length + 2;
    if (n < 2 * width)
        return undefined;
    const fill = (row, at) => {
        for (const [k, wave] of waves.entries()) {
            row[2 * k] = Math.cos(wave * at);
            row[2 * k + 1] = Math.sin(wave * at);
        }
        row[width - 2] = (2 * at) / n - 1;
        row[width - 1] = 1;
    };
    // The sine of half a season of two is zero throughout: a trace of shrinkage keeps the solution single.
    const solved = ridgeRegression({ width, from: 0, until: n, fill, target: values, ridge: 1e-9 });
    if (solved === undefined)
        return undefined;
    const row = new Float64Array(width);
    return Float64Array.from({ length: horizon }, (_, ahead) => {
        fill(row, n + ahead);
        return row.reduce((sum, x, k) => sum + x * solved[k], 0);
    });
}

;// CONCATENATED MODULE: ./build/domain/forecast/models/naive.js
/** The last value stays. The benchmark of series without a season. */
const naive = {
    name: 'naive',
    family: 'benchmark',
    forecast: ({ values }, horizon) => new Float64Array(horizon).fill(values.at(-1) ?? Number.NaN),
};
/** The last cycle repeats itself. The benchmark of series with a season (its shortest counts). */
const seasonalNaive = {
    name: 'seasonal naive',
    family: 'benchmark',
    forecast: ({ values, seasons: [season] }, horizon) => {
        if (season === undefined)
            return undefined;
        const start = values.length - season;
        return Float64Array.from({ length: horizon }, (_, ahead) => values[start + (ahead % season)]);
    },
};

;// CONCATENATED MODULE: ./build/domain/forecast/models/ridge.js


/** Cases for each weight, at least. */
const casesPerWeight = 2;
/** Fits value on lagged values by ridge regression, and goes on from value to value. */
function regressOnLags(values, lags, ridge, horizon) {
    const longest = lags.at(-1);
    const n = values.length;
    const width = lags.length + 1;
    if (longest === undefined || n - longest < casesPerWeight * width)
        return undefined;
    const { values: scaled, restore } = standardised(values, horizon);
    const fill = (row, at) => {
        for (let k = 0; k < width - 1; k += 1)
            row[k] = scaled[at - lags[k]];
        row[width - 1] = 1;
    };
    const weights = ridgeRegression({ width, from: longest, until: n, fill, target: scaled, ridge });
    if (weights === undefined)
        return undefined;
    const row = new Float64Array(width);
    return Float64Array.from({ length: horizon }, (_, ahead) => {
        fill(row, n + ahead);
        const next = row.reduce((sum, x, k) => sum + x * weights[k], 0);
        scaled[n + ahead] = next;
        return restore(next);
    });
}
/** Ridge regression on the last values and those of one and two cycles ago, recursive: a small learner that is hard to beat. */
const ridgeOnLags = {
    name: 'ridge regression on lags',
    family: 'machine-learning',
    forecast: (past, horizon) => regressOnLags(past.values, usableLags(sparseLags(past), past.values.length, 2), 0.0003, horizon),
};
/** Lags for changes: the last quarter, half a cycle, and one, two and three cycles. */
function lagsOfChanges({ seasons }, length) {
    const cycles = seasons.flatMap((m) => [Math.round(m / 2), m - 1, m, m + 1, 2 * m, 2 * m + 1, 3 * m, 3 * m + 1]);
    return usableLags([1, 2, 3, 4, 5, 8, 13, ...cycles], length, 2.2);
}
/** The same on changes from value to value, for levels that wander. */
const ridgeOnChanges = {
    name: 'ridge regression on changes',
    family: 'machine-learning',
    forecast: (past, horizon) => changesBy(past, horizon, (changes) => [lagsOfChanges(past, changes.length), 0.001]),
};
/** Every lag of a whole cycle and more: needs a long series. */
const ridgeOnAllChanges = {
    name: 'ridge regression on all changes of a cycle',
    family: 'machine-learning',
    forecast: (past, horizon) => changesBy(past, horizon, (changes) => {
        const every = Array.from({ length: mostLags }, (_, k) => k + 1);
        return [usableLags(every, changes.length, 2.2), 0.01];
    }),
};
const mostLags = 60;
function changesBy({ values }, horizon, choose) {
    const changes = Float64Array.from({ length: values.length - 1 }, (_, t) => values[t + 1] - values[t]);
    const [lags, ridge] = choose(changes);
    let level = values.at(-1);
    return regressOnLags(changes, lags, ridge, horizon)?.map((change) => {
        level += change;
        return level;
    });
}

;// CONCATENATED MODULE: ./build/domain/forecast/models/pool.js







/**
 * The models that compete for every series. Chosen for being different from each other: what is combined should not err
 * alike (see docs/decisions).
 */
const models = [
    naive,
    seasonalNaive,
    linearTrend,
    linearTrendWithSeasons,
    decomposedTheta,
    decomposedDampedTrend,
    decomposedAutoregression,
    onLogarithms(decomposedAutoregression),
    holtWinters,
    onLogarithms(holtWinters),
    autoregression,
    ridgeOnLags,
    onLogarithms(ridgeOnLags),
    ridgeOnChanges,
    onLogarithms(ridgeOnChanges),
    ridgeOnAllChanges,
    onLogarithms(ridgeOnAllChanges),
    boostedTrees,
];

;// CONCATENATED MODULE: ./build/domain/forecast/forecast.js





/** Values, in horizons, that have to be there. */
const leastHorizons = 3;
const leastValues = 24;
/** A back-test with fewer origins measures nothing. */
const leastOrigins = 3;
/** How many values a forecast needs: three horizons, two cycles and a horizon, and 24. */
function valuesNeeded({ season, horizon }) {
    const cycles = season > 1 ? 2 * season + horizon + leastOrigins : 0;
    return Math.max(leastValues, leastHorizons * horizon, cycles);
}
/**
 * Forecast a series of equally spaced finite values, oldest first. All models compete in a back-test on this series; the
 * one that did best, or the combination where that did better, is used, with intervals from its own errors. Pure and
 * deterministic; refuses on too little history.
 */
function forecast(values, request) {
    const { horizon, season, level = 0.95 } = request;
    const needed = valuesNeeded(request);
    if (values.length < needed)
        return { refusal: `too little history: ${values.length} values`, needed };
    if (!values.every(Number.isFinite))
        return { refusal: 'not every value is a finite number' };
    const series = Float64Array.from(values);
    const origins = backTest(series, season, horizon, models);
    if (origins.length < leastOrigins)
        return { refusal: `too little history: ${values.length} values`, needed: needed + horizon };
    // Where all values are positive, an error counts by its share: a busy hour must not drown the quiet ones.
    const measure = series.every((value) => value > 0) ? relativeError : absoluteError;
    const table = errorTableOf(origins, measure);
    const way = betterWay(origins, table, measure);
    const told = forecastBy(series, season, horizon, models);
    const usable = new Map([...errorsOf(table)].filter(([index]) => told[index] !== undefined));
    const weights = way.choose(usable);
    const ahead = combined(told, weights);
    if (ahead === undefined || way.errors.length < leastOrigins)
        return { refusal: 'no model fits the series' };
    const worth = worthOf(origins, horizon);
    const widths = halfWidths(way.errors, worth, level);
    const hold = boundsOf(series, request.bounds);
    return {
        points: Array.from(ahead, (value, k) => {
            const half = widths[k];
            return { value: hold(value), lower: hold(value - half), upper: hold(value + half) };
        }),
        level,
        models: [...weights]
            .map(([index, weight]) => ({ name: nameOf(index), family: models[index]?.family ?? 'benchmark', weight }))
            .sort((a, b) => b.weight - a.weight),
        seasons: seasonsOf(series, season),
        measured: {
            origins: origins.length,
            error: way.error,
            benchmark: benchmarkOf(measure === absoluteError ? table : errorTableOf(origins, absoluteError)),
            coverage: measuredCoverage(way.errors, worth, level),
        },
    };
}
const nameOf = (index) => models[index]?.name ?? '';
/** A model stands alone only where it errs this much less than the combination: the best of a few origins is mostly luck. */
const clearlyBetter = 0.6;
/** One model or the combination, by how well they told the origins without having seen them. */
function betterWay(origins, table, measure) {
    const alone = judged(origins, table, measure, bestAlone);
    const together = judged(origins, table, measure, combination);
    return alone.score < clearlyBetter * together.score ? alone : together;
}
function judged(origins, table, measure, choose) {
    const told = leaveOneOut(origins, table, choose);
    const pairs = origins.flatMap(({ actual }, k) => {
        const said = told[k];
        return said === undefined ? [] : [{ actual, said }];
    });
    const mean = (by) => pairs.length === 0
        ? Number.POSITIVE_INFINITY
        : pairs.reduce((sum, { actual, said }) => sum + by(actual, said), 0) / pairs.length;
    const errors = pairs.map(({ actual, said }) => actual.map((value, k) => value - said[k]));
    return { choose, score: mean(measure), error: mean(absoluteError), errors };
}
function benchmarkOf(table) {
    const found = [...errorsOf(table)]
        .filter(([index]) => models[index]?.family === 'benchmark')
        .sort(([, a], [, b]) => a - b)[0];
    return found === undefined ? { name: 'naive', error: Number.NaN } : { name: nameOf(found[0]), error: found[1] };
}
function boundsOf(values, bounds) {
    const least = bounds?.least ?? (values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY);
    const most = bounds?.most ?? Number.POSITIVE_INFINITY;
    return (value) => Math.min(most, Math.max(least, value));
}

// EXTERNAL MODULE: ./build/domain/statistics/percentile.js
var percentile = __webpack_require__(34742);
;// CONCATENATED MODULE: ./build/domain/forecast/prepare.js

/** A gap longer than this share of the series is not filled: only what came after it is used. */
const longestGap = 0.05;
/** Gaps of this many values are always filled. */
const shortGap = 3;
/** Of more missing values than this share nothing is made up. */
const mostFilled = 0.2;
/** How far to each side neighbours of a value reach. */
const reach = 3;
/** From how many robust standard deviations on a lone value is held. */
const prepare_farthest = 12;
/** If more than this share of the values look like outliers, they are what the series is like. */
const mostHeld = 0.01;
/**
 * Make a series complete: missing values (undefined, NaN, infinite) at its ends are left out, short gaps are filled by straight
 * lines, what lies before a long gap is left out, and lone spikes are held. A refusal where too much is missing.
 */
function prepare(raw) {
    const known = raw.map((value) => (value !== undefined && Number.isFinite(value) ? value : undefined));
    const start = afterLongGap(known);
    const end = known.findLastIndex((value) => value !== undefined);
    const part = known.slice(start, end + 1);
    const filled = part.filter((value) => value === undefined).length;
    if (part.length === 0)
        return { refusal: 'there is no value at all' };
    if (filled > mostFilled * part.length) {
        return { refusal: `${filled} of ${part.length} values are missing, too many to fill in` };
    }
    const complete = interpolated(part);
    const { values, held } = withoutSpikes(complete);
    return { values, filled, held, dropped: known.slice(0, start).filter((value) => value !== undefined).length };
}
/** Where the values begin that no long gap interrupts any more. */
function afterLongGap(values) {
    const most = Math.max(shortGap, Math.floor(values.length * longestGap));
    const last = values.findLastIndex((value) => value !== undefined);
    let start = values.findIndex((value) => value !== undefined);
    let missing = 0;
    for (let t = Math.max(0, start); t <= last; t += 1) {
        if (values[t] !== undefined) {
            if (missing > most)
                start = t;
            missing = 0;
        }
        else
            missing += 1;
    }
    return Math.max(0, start);
}
function interpolated(values) {
    const complete = [];
    for (let t = 0; t < values.length; t += 1) {
        const value = values[t];
        if (value !== undefined) {
            complete.push(value);
            continue;
        }
        const before = complete[t - 1];
        const until = values.findIndex((later, k) => k > t && later !== undefined);
        complete.push(before + (values[until] - before) / (until - t + 1));
    }
    return complete;
}
/**
 * Hold lone spikes: a value that lies much farther from the median of its neighbours than values here usually do (12 robust
 * standard deviations: median absolute deviation × 1.4826; Hampel, JASA 69 (1974) 383). Spikes that come more often
 * than once in a hundred values are left: they belong to the series.
 */
function withoutSpikes(values) {
    const expected = values.map((value, t) => {
        if (t < reach || t >= values.length - reach)
            return value;
        return (0,percentile/* median */.JZ)([...values.slice(t - reach, t), ...values.slice(t + 1, t + reach + 1)]) ?? value;
    });
    const distances = values.map((value, t) => Math.abs(value - expected[t]));
    const usual = 1.4826 * ((0,percentile/* median */.JZ)(distances) ?? 0);
    const spikes = distances.flatMap((distance, t) => (usual > 0 && distance > prepare_farthest * usual ? [t] : []));
    if (spikes.length > Math.max(1, mostHeld * values.length))
        return { values, held: 0 };
    const lone = new Set(spikes);
    return { values: values.map((value, t) => (lone.has(t) ? expected[t] : value)), held: lone.size };
}

;// CONCATENATED MODULE: ./build/domain/forecast/forecast-series.js


/** Values that are looked at, at most: the most recent ones. */
const forecast_series_mostValues = 3000;
/** Forecast a series of equally spaced values that may have gaps: see {@link prepare} and {@link forecast}. */
function forecastSeries(raw, request) {
    const prepared = prepare(raw);
    if ('refusal' in prepared)
        return prepared;
    const { values: all, ...rest } = prepared;
    const values = all.slice(-forecast_series_mostValues);
    const made = forecast(values, request);
    if ('refusal' in made)
        return made;
    return {
        forecast: made,
        prepared: { ...rest, used: values.length, shortened: all.length - values.length },
        last: values.at(-1),
    };
}

;// CONCATENATED MODULE: ./build/domain/forecast/grid.js

/** More places than this for each value that there is are no series but a few values in a void. */
const mostPlacesPerValue = 20;
/**
 * Bring measured points to equal distances: every place of the grid gets the mean of the points nearest to it. The step is
 * the median distance of the points unless it is given. Undefined for fewer than two points in time, or when the
 * points are so far apart that nearly every place would be empty.
 */
function gridOf(points, givenStepMs) {
    const sorted = points.filter(([, value]) => Number.isFinite(value)).toSorted(([a], [b]) => a - b);
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (first === undefined || last === undefined)
        return undefined;
    const gaps = sorted.slice(1).map(([time], k) => time - sorted[k][0]);
    const stepMs = givenStepMs ?? (0,percentile/* median */.JZ)(gaps.filter((gap) => gap > 0));
    if (stepMs === undefined || stepMs <= 0)
        return undefined;
    const places = Math.round((last[0] - first[0]) / stepMs) + 1;
    if (places < 2 || places > mostPlacesPerValue * sorted.length)
        return undefined;
    const groups = Map.groupBy(sorted, ([time]) => Math.round((time - first[0]) / stepMs));
    const values = Array.from({ length: places }, (_, place) => {
        const group = groups.get(place);
        return group && group.reduce((sum, [, value]) => sum + value, 0) / group.length;
    });
    return { values, from: first[0], stepMs };
}
/**
 * The growth of a counter from reading to reading. A reading below the one before means that it began anew, and counts as
 * what it shows (as Prometheus' `increase` counts resets). One value fewer than there are readings; undefined next
 * to a missing one.
 */
function increases(readings) {
    return readings.slice(1).map((reading, k) => {
        const before = readings[k];
        if (reading === undefined || before === undefined)
            return undefined;
        return reading < before ? reading : reading - before;
    });
}

;// CONCATENATED MODULE: ./build/domain/forecast/outlook.js





const outlook_dayMs = 86_400_000;
/** Steps of a season: the day where the step is shorter, else the week. */
function outlook_seasonOf(stepMs) {
    return stepMs < outlook_dayMs ? Math.max(1, Math.round(outlook_dayMs / stepMs)) : Math.max(1, Math.round((7 * outlook_dayMs) / stepMs));
}
/** Look ahead. Undefined for a series of no length in time. Pure. */
function outlookOf(request) {
    const grid = gridOf(request.points, request.stepMs);
    if (grid === undefined)
        return undefined;
    const aDay = Math.max(1, Math.round(outlook_dayMs / grid.stepMs));
    const known = grid.values.filter((value) => value !== undefined);
    const recent = known.slice(-aDay);
    const present = recent.reduce((sum, value) => sum + value, 0) / recent.length;
    const trend = (0,statistics_trend/* trendOf */.R)(dailyMeans(grid));
    return {
        present,
        days: ((grid.values.length - 1) * grid.stepMs) / outlook_dayMs,
        ...(trend === undefined ? {} : { trend }),
        ahead: lookAhead(grid, request, trend, present),
    };
}
function lookAhead(grid, request, trend, present) {
    const season = outlook_seasonOf(grid.stepMs);
    const count = grid.values.length;
    const steps = (ms) => Math.max(1, Math.ceil(ms / grid.stepMs));
    const least = steps(request.leastMs);
    let horizon = steps(request.leadMs);
    while (horizon > least && valuesNeeded({ season, horizon }) > count)
        horizon -= 1;
    const needed = valuesNeeded({ season, horizon });
    if (needed > count) {
        const days = (values) => Math.round((values * grid.stepMs) / outlook_dayMs);
        return { refusal: `too little history: ${days(count)} days of ${days(needed)}` };
    }
    const { bounds } = request;
    const made = forecastSeries(grid.values, { season, horizon, ...(bounds === undefined ? {} : { bounds }) });
    if ('refusal' in made)
        return { refusal: made.refusal };
    const { forecast } = made;
    const last = grid.values.findLastIndex((value) => value !== undefined);
    const from = grid.from + last * grid.stepMs;
    const daysAt = (step) => Math.max(0, (from + step * grid.stepMs - request.now) / outlook_dayMs);
    const rises = trend?.significant === true && trend.perDay > 0;
    const crossing = request.threshold === undefined || present >= request.threshold
        ? undefined
        : crossingOf(forecast.points, request.threshold, rises);
    return {
        forecast,
        from,
        stepMs: grid.stepMs,
        reachDays: daysAt(forecast.points.length),
        ...(crossing === undefined
            ? {}
            : {
                until: {
                    earliest: daysAt(crossing.earliest),
                    ...(crossing.expected === undefined ? {} : { expected: daysAt(crossing.expected) }),
                    ...(crossing.latest === undefined ? {} : { latest: daysAt(crossing.latest) }),
                },
            }),
    };
}
/** One value a day, so that neither the hours of a day nor their number look like a trend. */
function dailyMeans({ values, from, stepMs }) {
    const points = values.flatMap((value, k) => (value === undefined ? [] : [[from + k * stepMs, value]]));
    const days = Map.groupBy(points, ([time]) => Math.floor(time / outlook_dayMs));
    return [...days].map(([day, group]) => [
        day * outlook_dayMs,
        group.reduce((sum, [, value]) => sum + value, 0) / group.length,
    ]);
}

// EXTERNAL MODULE: ./build/domain/with-unit.js
var with_unit = __webpack_require__(57944);
;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/names.js


/** The beginning of the codes of a series' findings: what stands in for a metric is not called by the metric's own. */
const findingCode = ({ code, subject, of }) => of === 'bound' ? `${code}-${subject.replaceAll(' ', '-')}` : code;
/** The name of a series' measurements: a stand-in has one of its own. */
const measuredName = ({ code, subject, of }) => of === 'bound' ? `${storedName(code)}-${subject.replaceAll(' ', '-')}` : storedName(code);
/** What a series is called for people: `CPU in use`, `CPU in use of the fullest node`. */
function titleOf({ code, subject, of }) {
    const { title } = metricOf(code);
    return of === 'bound' ? `${title} of the ${subject}` : title;
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/next-step.js

/** The next thing to do about a metric that needs more capacity. */
function nextStep({ code, subject }, { namespace, backups }) {
    switch (code) {
        case 'cpu':
            return `add a node, or see who uses it: ${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `top pods -A --sort-by=cpu`}`;
        case 'memory':
            return `add a node, or see who uses it: ${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `top pods -A --sort-by=memory`}`;
        case 'storage':
            return subject.startsWith('persistentvolumeclaim/')
                ? `enlarge it by increase-capacity (workflow dispatch), or free space; it is ${(0,kubectl/* kubectl */.Lr)(namespace) `describe ${subject}`}`
                : `free space or enlarge its disk: ${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `describe ${subject.startsWith('node/') ? subject : 'nodes'}`}`;
        case 'network':
            return `move pods away or get a faster link: ${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `get pods -A -o wide --field-selector spec.nodeName=${subject.replace('node/', '')}`}`;
        case 'backup-growth':
            return `look at retention: \`aws s3 ls s3://${backups.bucket}/ --recursive --summarize\``;
        default:
            return `look at its course in the report: ${code}`;
    }
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/words.js



const whole = (days) => Math.max(0, Math.round(days));
/** `in 6 to 19 days, most likely 11`; an end that lies beyond the forecast is said to. */
function rangeText({ earliest, expected, latest }, reachDays) {
    const first = whole(earliest);
    const end = latest === undefined ? `later than ${whole(reachDays)}` : String(whole(latest));
    const range = latest !== undefined && whole(latest) === first ? `in ${first} days` : `in ${first} to ${end} days`;
    return expected === undefined ? range : `${range}, most likely ${whole(expected)}`;
}
/** What the forecast is made of, and how far it was off when it was tried. */
function trustText({ forecast }, unit) {
    const { models, measured } = forecast;
    const strongest = models[0]?.name ?? 'nothing';
    const made = models.length === 1 ? strongest : `${(0,quantities/* counted */.hS)(models.length, 'model')}, ${strongest} first`;
    const { error, benchmark, origins, coverage } = measured;
    const off = (0,with_unit/* withUnit */.$)(error, unit);
    return `forecast by ${made}: off by ${off} on average in ${origins} back-tests (${benchmark.name} ${(0,with_unit/* withUnit */.$)(benchmark.error, unit)}), its intervals held ${(0,quantities/* formatShare */.T1)(coverage)}`;
}
/** How a series moves, if that can be told from chance. */
function trendText({ trend }, unit) {
    if (trend === undefined)
        return '';
    if (!trend.significant || trend.perDay === 0)
        return `; no trend over ${whole(trend.days)} days`;
    const weekly = trend.perDay * 7;
    const sign = weekly > 0 ? '+' : '−';
    const amount = unit === 'share' ? `${(Math.abs(weekly) * 100).toFixed(1)} points` : (0,with_unit/* withUnit */.$)(Math.abs(weekly), unit);
    return `; ${sign}${amount} a week over ${whole(trend.days)} days`;
}
/** Where a series stands, how it moves, and where it is at the end of the forecast. */
function courseText({ seen, outlook }) {
    const { title, unit } = metricOf(seen.code);
    const format = (value) => (0,with_unit/* withUnit */.$)(value, unit);
    const present = format(outlook?.present ?? seen.points.at(-1)?.[1] ?? 0);
    const facts = seen.facts === undefined ? '' : ` (${seen.facts})`;
    const start = `${title} of ${seen.subject} ${present}${facts}`;
    if (outlook === undefined)
        return `${start}, no history yet`;
    if ('refusal' in outlook.ahead)
        return `${start}, ${outlook.ahead.refusal}`;
    const end = outlook.ahead.forecast.points.at(-1);
    if (end === undefined)
        return start;
    const move = trendText(outlook, unit).replace('; ', ', ');
    return `${start}${move}, in ${whole(outlook.ahead.reachDays)} days ${format(end.value)} (${format(end.lower)} to ${format(end.upper)})`;
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/judge.js






/** Less than this ahead is not worth a forecast. */
const leastAheadMs = 7 * 86_400_000;
/** Look ahead along one series, and say what a person has to know of it. */
function judge(seen, context) {
    const { platform, now, inputs } = context;
    const threshold = thresholdOf(seen.code, platform);
    const isShare = metricOf(seen.code).unit === 'share';
    const outlook = outlookOf({
        points: seen.points,
        stepMs: seen.stepMs,
        leadMs: inputs['lead-time'],
        leastMs: leastAheadMs,
        now,
        ...(threshold === undefined ? {} : { threshold }),
        // Requests may exceed what a node can give; use only by what is kept back for the node itself.
        ...(isShare && seen.code !== 'node-requests' ? { bounds: { least: 0, most: highest(seen) } } : {}),
    });
    return {
        seen,
        outlook,
        // What stands in is no metric with a threshold: being below it proves that the metric is, being above it nothing.
        threshold: seen.of === 'bound' ? undefined : threshold,
        findings: findingOf(seen, outlook, threshold, context),
    };
}
const highest = ({ points }) => points.reduce((most, [, value]) => Math.max(most, value), 1);
function findingOf(seen, outlook, threshold, context) {
    if (threshold === undefined)
        return [];
    const { unit } = metricOf(seen.code);
    const present = outlook?.present ?? seen.points.at(-1)?.[1] ?? 0;
    const against = `${(0,with_unit/* withUnit */.$)(present, unit)} now, scaling threshold ${(0,with_unit/* withUnit */.$)(threshold, unit)}`;
    const { subject } = seen;
    const next = nextStep(seen, context.platform);
    const [code, title] = [findingCode(seen), titleOf(seen)];
    const said = (severity, suffix, words, evidence) => [
        { code: `${code}-${suffix}`, severity, subject, title: `${title} ${words}`, evidence, next },
    ];
    const from = `; from ${seen.source}`;
    const trend = outlook === undefined ? '' : trendText(outlook, unit);
    if (present >= threshold) {
        return seen.of === 'bound'
            ? said('unknown', 'beyond', `is beyond the scaling threshold, and ${metricOf(seen.code).title} of the cluster is not known`, `${against} of the cluster${trend}${from}`)
            : said('fail', 'beyond', 'is beyond its scaling threshold', `${against}${trend}${from}`);
    }
    if (outlook === undefined || 'refusal' in outlook.ahead) {
        const why = outlook === undefined || !('refusal' in outlook.ahead) ? 'one value alone' : outlook.ahead.refusal;
        return said('warn', 'no-forecast', 'cannot be forecast yet', `${why}; ${against}${trend}${from}`);
    }
    const { until, reachDays } = outlook.ahead;
    if (until === undefined)
        return [];
    const trust = trustText(outlook.ahead, unit);
    const evidence = `reached ${rangeText(until, reachDays)}; ${against}${trend}; ${trust}${from}`;
    return until.expected === undefined
        ? said('info', 'ahead', 'may reach its scaling threshold within the lead time', evidence)
        : said('warn', 'ahead', 'will reach its scaling threshold within the lead time', evidence);
}
/** The value now, with what it is compared with; only of the whole platform, and so stored, where the subject is fixed. */
function measurementOf({ seen, outlook, threshold }) {
    const { subject, points, code, of } = seen;
    return {
        name: measuredName(seen),
        ...(of === 'platform' ? {} : { subject }),
        value: outlook?.present ?? points.at(-1)?.[1] ?? 0,
        unit: metricOf(code).unit,
        ...(threshold === undefined ? {} : { comparedWith: { what: 'scaling threshold', value: threshold } }),
    };
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/to-report.js


/** Models that are named, at most: the strongest. */
const mostModels = 3;
/** Five digits tell enough, and keep the report small. */
const rounded = (value) => Number(value.toPrecision(5));
const tenth = (days) => Math.round(days * 10) / 10;
/** The forecast of a series as data, thinned out; undefined where there is none. */
function reportedForecast({ seen, outlook, threshold }) {
    if (outlook === undefined || 'refusal' in outlook.ahead)
        return undefined;
    const { forecast, from, stepMs, until } = outlook.ahead;
    const { models, measured, level } = forecast;
    const { guide, unit } = capacityMetrics[seen.code];
    const ahead = forecast.points.map(({ value, lower, upper }, k) => ({
        at: from + (k + 1) * stepMs,
        value: rounded(value),
        lower: rounded(lower),
        upper: rounded(upper),
    }));
    return {
        metric: guide,
        subject: seen.subject,
        unit,
        source: seen.source,
        ...(threshold === undefined ? {} : { threshold }),
        history: thinned(seen.points).map(([time, value]) => [time, rounded(value)]),
        ahead: [...thinned(ahead)],
        level,
        ...(until === undefined || threshold === undefined
            ? {}
            : {
                crossing: {
                    earliestDays: tenth(until.earliest),
                    ...(until.expected === undefined ? {} : { expectedDays: tenth(until.expected) }),
                    ...(until.latest === undefined ? {} : { latestDays: tenth(until.latest) }),
                },
            }),
        models: models.slice(0, mostModels).map(({ name, weight }) => ({ name, weight: rounded(weight) })),
        error: rounded(measured.error),
        benchmark: { name: measured.benchmark.name, error: rounded(measured.benchmark.error) },
        coverage: rounded(measured.coverage),
    };
}
/** Evenly, first and last included. */
function thinned(points) {
    if (points.length <= report_forecasts/* mostForecastPoints */.Qn)
        return points;
    const step = (points.length - 1) / (report_forecasts/* mostForecastPoints */.Qn - 1);
    return Array.from({ length: report_forecasts/* mostForecastPoints */.Qn }, (_, k) => points[Math.round(k * step)]);
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/plan.js








const plan_dayMs = 86_400_000;
/** Look ahead along every series. Nothing is done about it here: getting more capacity asks for an approval. */
function plan({ measurements: seen }, context) {
    const judged = seen.series.map((series) => judge(series, context));
    const forecasts = judged.flatMap((each) => reportedForecast(each) ?? []).slice(0, report_forecasts/* mostForecasts */.EZ);
    return {
        steps: [],
        refusals: [],
        notChecked: [],
        findings: [
            ...judged.flatMap(({ findings }) => findings),
            ...seen.missing.map(missingFinding),
            ...courses(judged),
            ...costFindings(seen.unused, context.platform.capacity.prices),
            ...withoutPrometheus(seen),
        ],
        measurements: [...judged.flatMap(measurementsOf), ...costMeasurements(seen.unused)],
        forecasts,
        result: resultOf(judged, seen.missing, context),
    };
}
/** Not configured is a warning with the line to write, since nothing was tried; everything else was, and is unknown. */
function missingFinding({ code, subject, why, next, notConfigured }) {
    const { title, guide } = metricOf(code);
    return {
        code: `${code}-${notConfigured ? 'not-configured' : 'unknown'}`,
        severity: notConfigured ? 'warn' : 'unknown',
        subject,
        title: notConfigured ? `${title} is not looked at` : `${title} could not be read`,
        evidence: `${why} (${guide})`,
        next,
    };
}
/** Metrics without a threshold: how they move, in one finding that asks for nothing. */
function courses(judged) {
    const free = judged.filter(({ threshold }) => threshold === undefined);
    if (free.length === 0)
        return [];
    return [
        {
            code: 'courses',
            severity: 'info',
            subject: 'metrics without a scaling threshold',
            title: `how ${(0,quantities/* counted */.hS)(free.length, 'series', 'series')} without a scaling threshold move`,
            evidence: free.map(courseText).join('; '),
            next: 'nothing: the guide sets no threshold for them',
        },
    ];
}
/** What was stored stands in for it, but whoever runs Prometheus has to hear that it could not be asked. */
function withoutPrometheus({ prometheus }) {
    if (prometheus === undefined)
        return [];
    return [
        {
            code: 'prometheus-not-asked',
            severity: 'warn',
            subject: 'prometheus',
            title: 'Prometheus could not be asked everything, so stored history stands in where there is any',
            evidence: prometheus.message,
            next: prometheus.next ?? 'see that it runs, or say where it is under `platform.prometheus`',
        },
    ];
}
/** The platform's own metrics have no subject, and are stored. */
function measurementsOf(each) {
    const { code, subject } = each.seen;
    const value = measurementOf(each);
    const { outlook } = each;
    const until = outlook !== undefined && 'until' in outlook.ahead ? outlook.ahead.until : undefined;
    const growth = code === 'storage-growth' && outlook?.trend !== undefined ? outlook.trend.perDay : undefined;
    return [
        value,
        ...(growth === undefined ? [] : [{ name: 'storage-growth-rate', value: growth, unit: 'bytes-per-day' }]),
        ...(until?.expected === undefined
            ? []
            : [
                { name: `${measuredName(each.seen)}-until-threshold`, subject, value: until.expected, unit: 'days' },
            ]),
    ];
}
function resultOf(judged, missing, { inputs }) {
    const codes = Object.keys(capacityMetrics);
    const absent = new Set(missing.map(({ code }) => code));
    const told = judged.filter(({ findings }) => !findings.some(({ severity }) => severity === 'unknown'));
    const known = codes.filter((code) => told.some(({ seen }) => seen.code === code) && !absent.has(code));
    const counts = `${known.length} of ${codes.length} metrics known`;
    const soonest = judged
        .flatMap(({ seen, outlook }) => outlook !== undefined && 'until' in outlook.ahead && outlook.ahead.until?.expected !== undefined
        ? [{ seen, ahead: outlook.ahead, until: outlook.ahead.until }]
        : [])
        .toSorted((a, b) => (a.until.expected ?? 0) - (b.until.expected ?? 0))[0];
    const beyond = judged.filter(({ findings }) => findings.some(({ severity }) => severity === 'fail'));
    const parts = [counts];
    if (beyond.length > 0)
        parts.push(`${beyond.map(({ seen }) => seen.subject).join(', ')} beyond the scaling threshold`);
    if (soonest !== undefined) {
        parts.push(`${metricOf(soonest.seen.code).title} of ${soonest.seen.subject} at its threshold ${rangeText(soonest.until, soonest.ahead.reachDays)}`);
    }
    if (parts.length === 1)
        parts.push(`no threshold is reached within ${Math.round(inputs['lead-time'] / plan_dayMs)} days`);
    return parts.join('; ');
}

;// CONCATENATED MODULE: ./build/tasks/analyze-capacity/index.js













const bucketSecrets = ({ backups }) => backups.credentials === undefined ? [] : [backups.credentials.secret];
/** analyze-capacity: the guide's twelve capacity metrics, where they go, and when a scaling threshold is reached. */
/* harmony default export */ const analyze_capacity = ((0,contract/* defineTask */.R)({
    id: 'analyze-capacity',
    title: 'Analyze capacity',
    description: 'Forecasts the twelve capacity metrics of the guide by the models that did best on the history of each, with ranges whose coverage is measured, and says in how many days a scaling threshold is reached. Changes nothing; too little history is said, not guessed. Tells what workloads ask for and do not use, in money where prices are configured.',
    guide: ['capacity_analysis', 'update_capacity_planning'],
    windows: ['weekly'],
    type: 'preventive',
    priority: 'medium',
    estimateMs: 30 * 60_000,
    undoMs: 0,
    needs: ['optimize-performance'],
    after: [],
    changesWorkloads: false,
    ports: ['cluster', 'database', 'metrics', 'objectStore', 'history'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [
            ...read_room/* roomPermissions */.m,
            ...permissions/* databasePermissions */.c,
            ...workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
                resource: (0,workloads/* workloadResource */.WG)(kind),
                verbs: ['get'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)(kind),
                why: 'know what the configured workloads ask for',
            })),
            {
                resource: resources/* resources */.E.pods,
                verbs: ['list'],
                scope: 'platform',
                why: 'know which pods are theirs, and find one of Prometheus that is ready',
            },
            ...read_use/* usePermissions */.Sk,
            {
                resource: resources/* resources */.E.secrets,
                verbs: ['get'],
                scope: 'platform',
                names: bucketSecrets,
                when: (platform) => bucketSecrets(platform).length > 0,
                why: 'read the access key of the bucket',
            },
        ],
        change: [],
    },
    commands: [],
    forwards: [
        {
            purpose: 'ask Prometheus for histories, and the database for sizes',
            selectors: (platform) => [...new Set([...(0,prometheus_access/* prometheusSelectors */.zF)(platform), ...(0,permissions/* databaseSelectors */.U)(platform)])],
        },
    ],
    steps: [],
    verdicts: {
        pass: 'all twelve metrics are known, and no scaling threshold is reached within the lead time',
        warn: 'a scaling threshold will be reached within the lead time, a metric has too little history for a forecast, or nobody has configured what to look at; or nobody has figures of what any workload uses',
        fail: 'a metric is beyond its scaling threshold already',
        unknown: 'a metric could not be read: from neither Prometheus nor the stored history, database or bucket',
    },
    observe: observe,
    plan: plan,
    verify: () => Promise.reject(new port_error/* PortError */.U({
        code: 'invalid',
        subject: 'analyze-capacity',
        message: 'it plans no steps, so there is nothing to verify',
    })),
}));


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


/***/ })

};
