export const id = 8554;
export const ids = [8554];
export const modules = {

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

/***/ 88554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _observation_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8623);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54639);
/* harmony import */ var _moved_workload_now_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60658);
/* harmony import */ var _rollout_settle_lost_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73306);
/* harmony import */ var _rollout_watch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44293);






/**
 * Set the number of a workload's replicas through its subresource `scale`, and wait until that many pods are ready and no
 * more are there. Uid and old number are tested in the request itself, so a workload that somebody has scaled or made
 * anew since is left alone.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_5__/* .defineStep */ .o)({
    kind: 'scale-workload',
    ports: ['cluster'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const { namespace, name, uid } = step.parameters;
        const resource = (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadResource */ .WG)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(step.parameters));
        const change = { uid, from: Number(step.from), to: Number(step.to) };
        await (0,_rollout_settle_lost_js__WEBPACK_IMPORTED_MODULE_3__/* .settleLost */ .c)(() => context.ports.cluster.scale(resource, namespace, name, change), async () => (await settle(context, step)) === 'done', context.pause);
        const ready = await (0,_rollout_watch_js__WEBPACK_IMPORTED_MODULE_4__/* .watchRollout */ .D)(context, step, () => true);
        return { text: `${step.from} → ${step.to} replicas, ${ready} ready`, measurements: [], findings: [] };
    },
    settle,
    movedTo: ({ ports }, { parameters }) => (0,_moved_workload_now_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadNow */ .sp)(ports.cluster, parameters, _moved_workload_now_js__WEBPACK_IMPORTED_MODULE_2__/* .replicasNow */ .sF),
}));
async function settle({ ports }, { from, to, parameters }) {
    const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .readWorkload */ .Ez)(ports.cluster, parameters);
    if (workload === undefined)
        return 'moved';
    const replicas = workload.spec.replicas ?? 1;
    if (replicas === to)
        return 'done';
    return replicas === from ? 'not-done' : 'moved';
}


/***/ })

};
