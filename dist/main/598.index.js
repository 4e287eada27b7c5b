export const id = 598;
export const ids = [598];
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

/***/ 48791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ fieldsOfStep)
/* harmony export */ });
/** Values of a step's from or to. */
function fieldsOfStep(step) {
    return { from: step.from, to: step.to };
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

/***/ 67308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ evidencePermissions),
  N: () => (/* binding */ keepEvidence)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(95260);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
;// CONCATENATED MODULE: ./build/domain/rollout/plain-secrets.js
/** Names of variables that people give to what nobody else is to know. */
const secretName = /pass(word|wd|phrase)?|pwd|secret|token|credential|private|api_?key|access_?key|auth/i;
/** The password of an address: `postgres://phoenix:…@postgres-0/db`. */
const inAddress = /:\/\/[^\s:/@]*:([^\s@]+)@/g;
/** Shorter ones would tear ordinary text apart, as would the words and numbers of a setting (`TOKEN_TTL`, `AUTH_MODE`). */
const shortest = 4;
const setting = /^(true|false|none|null|enabled|disabled|required|optional|\d{1,6}[a-z]{0,2})$/i;
/**
 * Passwords that stand in plain text in the environment of a pod's containers (`env.value`): whole values of variables that
 * are named like secrets, and the passwords of addresses in any of them. Longest first.
 */
function plainSecretsOf({ containers, initContainers = [] }) {
    const variables = [...initContainers, ...containers].flatMap(({ env = [] }) => env);
    const found = variables.flatMap(({ name, value = '' }) => [
        ...(secretName.test(name) ? [value.trim()] : []),
        ...[...value.matchAll(inAddress)].map(([, password = '']) => password),
    ]);
    const long = found.filter((secret) => secret.length >= shortest && !setting.test(secret));
    return [...new Set(long)].sort((one, other) => other.length - one.length);
}
/** A text without any of these secrets. */
function withoutSecrets(text, secrets) {
    return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

// EXTERNAL MODULE: ./build/domain/rollout/trouble.js
var trouble = __webpack_require__(97532);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/observation/rollout/evidence.js





/** What {@link keepEvidence} reads, for the declaration of a task whose steps keep it. */
const evidencePermissions = [
    {
        resource: resources/* resources */.E.pods,
        subresource: 'log',
        verbs: ['get'],
        scope: 'platform',
        why: 'keep the logs of pods that failed, before they are put back',
    },
    { resource: resources/* resources */.E.events, verbs: ['list'], scope: 'platform', why: 'keep the events of pods that failed' },
];
const mostPods = 2;
const mostContainers = 2;
const mostEvents = 15;
const mostLines = 40;
const longestLine = 300;
/**
 * What the pods that did not become ready have to say: their events, and the ends of their logs (of the life before this
 * one too, where a container was restarted). Read before anything is put back, because it is gone afterwards. At most two
 * pods of two containers; what cannot be read says why. A program that prints its environment prints its passwords: those
 * that stand there in plain text are left out.
 */
async function keepEvidence(cluster, pods) {
    const kept = [];
    const bad = pods.filter((pod) => !(0,kubernetes_pods/* isReady */.i_)(pod)).sort((a, b) => (0,trouble/* troublesOf */.on)(b).length - (0,trouble/* troublesOf */.on)(a).length);
    for (const pod of bad.slice(0, mostPods)) {
        const secrets = plainSecretsOf(pod.spec);
        const hide = (evidence) => ({
            ...evidence,
            lines: evidence.lines.map((line) => withoutSecrets(line, secrets).slice(0, longestLine)),
        });
        kept.push(hide(await eventsOf(cluster, pod)));
        const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
        for (const { name, restartCount } of statuses.filter(({ ready }) => !ready).slice(0, mostContainers)) {
            if (restartCount > 0)
                kept.push(hide(await logsOf(cluster, pod, name, true)));
            kept.push(hide(await logsOf(cluster, pod, name, false)));
        }
    }
    return kept;
}
async function eventsOf(cluster, { metadata }) {
    const { name, namespace = '', uid } = metadata;
    return kept(`events of pod/${name}`, async () => {
        const found = [];
        const fields = `involvedObject.kind=Pod,involvedObject.name=${name}`;
        for await (const event of cluster.list({ resource: resources/* resources */.E.events, namespace, fields })) {
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
        return { what, lines: await read() };
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
            throw error;
        return { what, lines: [`(could not be read: ${error.message})`] };
    }
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
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);


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
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
        code: 'failed',
        subject,
        message: `${subject} did not become ready: ${why}`,
        next: worst === undefined ? (0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `describe ${subject}` : (0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `describe pod ${worst.pod}`,
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
/* harmony import */ var _observation_rollout_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67308);
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


/***/ }),

/***/ 85764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ removeStuckPods)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);
/* harmony import */ var _domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73213);
/* harmony import */ var _observation_workloads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8623);




const pollMs = 1_000;
const mostPolls = 30;
/**
 * Let an OrderedReady StatefulSet go back after its template was put back: by itself it waits for ever for the pod that
 * does not become ready (kubernetes#67250). Deletes, highest ordinal first, each pod that is not ready and not of the
 * revision that the controller now wants. Other workloads recover by themselves. Answers how many were deleted.
 */
async function removeStuckPods({ ports, pause, progress }, ref) {
    if (ref.resource !== 'statefulsets')
        return 0;
    for (let polls = 0; polls < mostPolls; polls += 1) {
        const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .readWorkload */ .Ez)(ports.cluster, ref);
        if (workload === undefined || workload.spec.podManagementPolicy === 'Parallel')
            return 0;
        // which revision is wanted is known only once the controller has seen the template
        if ((workload.status?.observedGeneration ?? 0) >= (workload.metadata.generation ?? 0)) {
            const pods = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .podsOfWorkload */ .R8)(ports.cluster, 'StatefulSet', workload);
            const stuck = pods.filter((pod) => (0,_domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .isStuck */ .ZD)(pod, workload)).sort((a, b) => (0,_domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__/* .ordinalOf */ .zO)(b) - (0,_domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__/* .ordinalOf */ .zO)(a));
            for (const { metadata } of stuck) {
                progress(`removing pod/${metadata.name}, which keeps ${ref.name} from going back`);
                await ports.cluster.delete(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, ref.namespace, metadata.name, metadata.uid);
            }
            return stuck.length;
        }
        await pause(pollMs);
    }
    return 0;
}


/***/ }),

/***/ 90598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ set_resources)
});

// EXTERNAL MODULE: ./build/domain/capacity/resource-fields.js
var resource_fields = __webpack_require__(96936);
// EXTERNAL MODULE: ./build/domain/capacity/step-parameters.js
var step_parameters = __webpack_require__(48791);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/rollout/pods-of.js
var pods_of = __webpack_require__(73213);
// EXTERNAL MODULE: ./build/observation/rollout/read-rollout.js
var read_rollout = __webpack_require__(76499);
// EXTERNAL MODULE: ./build/observation/workloads.js
var observation_workloads = __webpack_require__(8623);
// EXTERNAL MODULE: ./build/steps/executor.js
var executor = __webpack_require__(54639);
// EXTERNAL MODULE: ./build/steps/moved/workload-now.js
var workload_now = __webpack_require__(60658);
// EXTERNAL MODULE: ./build/steps/rollout/watch.js
var watch = __webpack_require__(44293);
// EXTERNAL MODULE: ./build/steps/set-image/stuck-pods.js
var stuck_pods = __webpack_require__(85764);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/steps/rollout/settle-lost.js
var settle_lost = __webpack_require__(73306);
;// CONCATENATED MODULE: ./build/steps/set-resources/patch-fields.js





/**
 * Set fields of containers' resources, in one request that tests the uid and, field by field, the value that is to be
 * there: a workload in which somebody has changed one of them since is left alone, other changes of it do not matter.
 */
async function patchFields({ ports: { cluster }, pause }, step, from, to) {
    const { namespace, name, uid } = step.parameters;
    const workload = await (0,observation_workloads/* readWorkload */.Ez)(cluster, step.parameters);
    if (workload === undefined)
        throw moved(step, 'was removed or made anew');
    const operations = [
        { op: 'test', path: '/metadata/uid', value: uid },
        { op: 'test', path: '/spec/paused', value: null },
        ...Object.entries(to).flatMap(([container, fields]) => inContainer(step, workload, container, from, fields)),
    ];
    await (0,settle_lost/* settleLost */.c)(() => cluster.patch((0,workloads/* workloadResource */.WG)((0,workloads/* kindOfRef */.Ly)(step.parameters)), namespace, name, operations), async () => {
        const now = await (0,observation_workloads/* readWorkload */.Ez)(cluster, step.parameters);
        return now !== undefined && (0,resource_fields/* holdsFields */.eo)(now.spec.template.spec, to);
    }, pause);
}
function inContainer(step, workload, name, from, fields) {
    const { containers } = workload.spec.template.spec;
    const index = containers.findIndex((container) => container.name === name);
    const container = containers[index];
    if (container === undefined)
        throw moved(step, `lost its container ${name}`);
    const at = `/spec/template/spec/containers/${index}`;
    const operations = [{ op: 'test', path: `${at}/name`, value: name }];
    for (const [field, value] of Object.entries(fields)) {
        const now = (0,resource_fields/* fieldOf */._F)(container, field);
        if (!(0,resource_fields/* sameQuantity */.AE)(now, from[name]?.[field]))
            throw moved(step, `got another ${field} of ${name}`);
        operations.push(...change(container, operations, at, field, now, value ?? null));
    }
    return operations;
}
/** Test what a field holds, as it is written there, and set or remove it; what it stands in is made where it is missing. */
function change({ resources }, before, at, field, now, value) {
    const [group = '', key = ''] = field.split('.');
    const path = `${at}/resources/${group}/${key}`;
    if (value === null) {
        return now === null
            ? []
            : [
                { op: 'test', path, value: now },
                { op: 'remove', path },
            ];
    }
    const parents = [`${at}/resources`, `${at}/resources/${group}`];
    const there = [resources !== undefined, resources?.[group] !== undefined];
    const made = parents.filter((parent, depth) => !there[depth] && !before.some((each) => each.op === 'add' && each.path === parent));
    const missing = made.flatMap((parent) => [
        { op: 'test', path: parent, value: null },
        { op: 'add', path: parent, value: {} },
    ]);
    return [...missing, { op: 'test', path, value: now }, { op: 'add', path, value }];
}
/** The error when the workload is no longer what the plan saw. Nothing was changed then. */
function moved({ subject }, what) {
    return new port_error/* PortError */.U({
        code: 'conflict',
        subject,
        message: `${subject} ${what} since it was looked at`,
        next: 'plan again',
    });
}

// EXTERNAL MODULE: ./build/domain/capacity/amounts.js
var amounts = __webpack_require__(87315);
// EXTERNAL MODULE: ./build/domain/kubernetes/quantity.js
var quantity = __webpack_require__(47721);
// EXTERNAL MODULE: ./build/observation/trouble.js
var trouble = __webpack_require__(20454);
// EXTERNAL MODULE: ./build/observation/usage/present-use.js
var present_use = __webpack_require__(86104);
// EXTERNAL MODULE: ./build/observation/usage/stored-use.js
var stored_use = __webpack_require__(18008);
;// CONCATENATED MODULE: ./build/steps/set-resources/peak.js









/** A job's observation is at most so old when a step is taken; Prometheus gives what it has up to the present. */
const oldestObservationMs = 6 * 3_600_000;
/**
 * Why what a workload used forbids the new sizes: something used more than what it may have afterwards, or nobody can say.
 * Undefined: everything stayed below. Asks Prometheus over the time that the step names, and the metrics API for now.
 */
async function peakAbove(context, step, peakWithinMs) {
    const { cluster } = context.ports;
    const { namespace, name } = step.parameters;
    const kind = (0,workloads/* kindOfRef */.Ly)(step.parameters);
    const workload = await (0,observation_workloads/* readWorkload */.Ez)(cluster, step.parameters);
    if (workload === undefined)
        return `${step.subject} was removed or made anew`;
    const pods = await (0,observation_workloads/* podsOfWorkload */.R8)(cluster, kind, workload);
    const later = { ...context, now: context.now + oldestObservationMs };
    const [stored, present] = await Promise.all([
        (0,trouble/* attempt */.C)('prometheus', () => (0,stored_use/* readStoredUse */.v)(later, namespace, { kind, name }, peakWithinMs + oldestObservationMs)),
        (0,trouble/* attempt */.C)('metrics.k8s.io', () => (0,present_use/* readPresentUse */.D)(cluster, namespace, pods)),
    ]);
    const uses = {
        stored: 'value' in stored ? stored.value.containers : [],
        present: 'value' in present ? present.value.containers : [],
    };
    const why = [stored, present].flatMap((answer) => ('trouble' in answer ? answer.trouble.message : []));
    const { to } = (0,step_parameters/* fieldsOfStep */.j)(step);
    const bounds = boundsOf((0,resource_fields/* withFields */.qO)(workload.spec.template.spec, to).containers, to);
    return firstAbove(bounds, uses) ?? firstUnknown(bounds, uses, why);
}
function boundsOf(containers, to) {
    return containers.flatMap((container) => resourcesIn(to[container.name] ?? {}).flatMap((resource) => {
        const limit = (0,resource_fields/* fieldOf */._F)(container, `limits.${resource}`);
        const amount = (0,quantity/* parseQuantity */.Lf)(limit ?? (0,resource_fields/* fieldOf */._F)(container, `requests.${resource}`) ?? '');
        return amount === undefined ? [] : [{ container: container.name, resource, amount, isLimit: limit !== null }];
    }));
}
const resourcesIn = (fields) => ['cpu', 'memory'].filter((resource) => Object.keys(fields).some((field) => field.endsWith(`.${resource}`)));
function firstAbove(bounds, uses) {
    for (const bound of bounds) {
        const { container, resource, amount } = bound;
        const used = usedOf(bound, uses);
        if (used !== undefined && used >= amount) {
            return `container ${container} used ${resource} ${(0,amounts/* formatAmount */.ej)(resource, used)}, and would have ${(0,amounts/* formatAmount */.ej)(resource, amount)}`;
        }
    }
    return undefined;
}
/**
 * What counts against a bound. Memory: its peak, which ends a container. Processor: the 99th percentile against a limit,
 * which slows it down; where there is none, the usual 95th against what it asks for, and one look now says nothing.
 */
function usedOf({ container, resource, isLimit }, { stored, present }) {
    const of = (uses) => uses.find((use) => use.container === container);
    const [before, now] = [of(stored), of(present)];
    if (resource === 'memory')
        return largest(before?.memory?.peak, now?.memory?.peak);
    return isLimit ? largest(before?.cpu?.p99, now?.cpu?.p99) : (before?.cpu?.p95 ?? now?.cpu?.p95);
}
function largest(...values) {
    const known = values.filter((value) => value !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
}
function firstUnknown(bounds, uses, why) {
    const unknown = bounds.find((bound) => usedOf(bound, uses) === undefined);
    if (unknown === undefined)
        return undefined;
    const because = why.length === 0 ? '' : `: ${why.join('; ')}`;
    return `how much ${unknown.resource} container ${unknown.container} uses is not known${because}`;
}

;// CONCATENATED MODULE: ./build/steps/set-resources.js













/**
 * Set requests and limits of a workload's containers, and watch the rollout by the pods until every one of them has them,
 * is ready and stays so. Where something becomes smaller, what was used is looked at immediately before.
 */
/* harmony default export */ const set_resources = ((0,executor/* defineStep */.o)({
    kind: 'set-resources',
    ports: ['cluster', 'metrics'],
    provedBy: 'apply',
    precondition: async (context, step) => {
        const { peakWithinMs } = step.parameters;
        const above = peakWithinMs === undefined ? undefined : await peakAbove(context, step, peakWithinMs);
        return above === undefined ? { holds: true } : { holds: false, moved: above };
    },
    apply: async (context, step) => {
        const { from, to } = (0,step_parameters/* fieldsOfStep */.j)(step);
        await patchFields(context, step, from, to);
        const ready = await (0,watch/* watchRollout */.D)(context, step, hasFields(to));
        return { text: `${(0,quantities/* counted */.hS)(ready, 'pod')} ready with what they ask for now`, measurements: [], findings: [] };
    },
    settle,
    movedTo: ({ ports }, step) => {
        const { from, to } = (0,step_parameters/* fieldsOfStep */.j)(step);
        return (0,workload_now/* workloadNow */.sp)(ports.cluster, step.parameters, (workload) => (0,workload_now/* fieldsNow */.En)(workload, from, to));
    },
    revert: async (context, step) => {
        const { from, to } = (0,step_parameters/* fieldsOfStep */.j)(step);
        const workload = await (0,observation_workloads/* readWorkload */.Ez)(context.ports.cluster, step.parameters);
        // after a recovery that was cut off the template may be back, and its pods not
        const back = workload !== undefined && (0,resource_fields/* holdsFields */.eo)(workload.spec.template.spec, from);
        if (!back)
            await patchFields(context, step, to, from);
        const removed = await (0,stuck_pods/* removeStuckPods */.p)(context, step.parameters);
        const ready = await (0,watch/* watchRollout */.D)(context, step, hasFields(from));
        const stuck = removed === 0 ? '' : `, ${(0,quantities/* counted */.hS)(removed, 'stuck pod')} removed`;
        return {
            text: `${(0,quantities/* counted */.hS)(ready, 'pod')} ready with what they asked for before${stuck}`,
            measurements: [],
            findings: [],
        };
    },
}));
const hasFields = (fields) => ({ spec }) => (0,resource_fields/* holdsFields */.eo)(spec, fields);
async function settle({ ports }, step) {
    const { from, to } = (0,step_parameters/* fieldsOfStep */.j)(step);
    const workload = await (0,observation_workloads/* readWorkload */.Ez)(ports.cluster, step.parameters);
    if (workload === undefined)
        return 'moved';
    const { spec } = workload.spec.template;
    if ((0,resource_fields/* holdsFields */.eo)(spec, to))
        return 'done';
    if (!(0,resource_fields/* holdsFields */.eo)(spec, from))
        return 'moved';
    // put back in the template alone is not put back: a pod of ours may still be there, and stay (kubernetes#67250)
    const { pods } = await (0,read_rollout/* readRollout */.w)(ports.cluster, step.parameters, hasFields(from));
    const ours = pods.some((pod) => (0,pods_of/* isPresent */.Wo)((0,workloads/* kindOfRef */.Ly)(step.parameters), pod) && (0,resource_fields/* holdsFields */.eo)(pod.spec, to));
    return ours ? 'done' : 'not-done';
}


/***/ })

};
