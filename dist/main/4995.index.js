export const id = 4995;
export const ids = [4995];
export const modules = {

/***/ 35893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ graceMs),
/* harmony export */   o: () => (/* binding */ startTimeMs)
/* harmony export */ });
/* harmony import */ var _kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95260);
/* harmony import */ var _statistics_percentile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34742);


/**
 * How long the ready pods took from their creation until they were ready, ms: the median. A pod that was not ready again
 * since has a later moment, so the median may be long, never short. Undefined when none is ready.
 */
function startTimeMs(pods) {
    const spans = pods.filter(_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .isReady */ .i_).flatMap(({ metadata, status }) => {
        const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime;
        const span = Date.parse(ready ?? '') - Date.parse(metadata.creationTimestamp ?? '');
        return Number.isFinite(span) && span >= 0 ? [span] : [];
    });
    return (0,_statistics_percentile_js__WEBPACK_IMPORTED_MODULE_1__/* .median */ .JZ)(spans);
}
/** How long pods may take to end, ms; 30 s unless the template says otherwise (kubernetes.io, "Pod Lifecycle"). */
function graceMs({ terminationGracePeriodSeconds = 30 }) {
    return terminationGracePeriodSeconds * 1000;
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

/***/ 55103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ boundedDeadline)
/* harmony export */ });
/** No step may take longer, ms: two hours. */
const longestMs = 7_200_000;
/** What the watching at the end takes, and a slow API server. */
const reserveMs = 60_000;
/** When a step is given up whose pods become ready one after the other in the worst case, ms. */
function boundedDeadline(readyWithinMs, pods) {
    return Math.min(longestMs, readyWithinMs * Math.max(1, pods) + reserveMs);
}


/***/ }),

/***/ 25500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ healthNow)
/* harmony export */ });
/* harmony import */ var _kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95260);
/* harmony import */ var _kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);




/** How a workload and its neighbours fare, for whoever approves a change of it; `unready`: the workloads that are not. */
function healthNow(kind, workload, pods, unready) {
    const subject = (0,_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)(kind, workload.metadata.name);
    const restarts = pods.reduce((sum, { status }) => sum + (status?.containerStatuses ?? []).reduce((own, { restartCount }) => own + restartCount, 0), 0);
    const others = unready.filter((one) => one !== subject);
    return [
        `${pods.filter(_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length} of ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)((0,_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredPods */ .NO)(kind, workload), 'pod')} ready, ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(restarts, 'restart')} in their life`,
        others.length === 0
            ? 'every other workload of the namespace is ready'
            : `not ready: ${others.slice(0, 10).join(', ')}`,
    ];
}


/***/ }),

/***/ 47717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ imageObstacles),
/* harmony export */   aL: () => (/* binding */ workloadObstacles),
/* harmony export */   wF: () => (/* binding */ rolloutObstacles)
/* harmony export */ });
/* harmony import */ var _kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90648);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _rollout_judge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90756);




const commandOn = ({ workload }) => (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(workload.metadata.namespace ?? 'default');
const wordOf = ({ kind, workload }) => (0,_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadWord */ .Km)(kind, workload.metadata.name);
/** Why nothing of a workload may be changed now, whatever it is: on its way out, paused, or still rolling out. */
function workloadObstacles(target) {
    const { kind, workload } = target;
    const subject = wordOf(target);
    if (workload.metadata.deletionTimestamp !== undefined) {
        return [
            {
                subject,
                rule: 'what is being deleted is not changed',
                state: `${subject} is being deleted`,
                next: 'wait until it is gone',
            },
        ];
    }
    if (workload.spec.paused === true) {
        return [
            {
                subject,
                rule: 'a paused rollout is not gone over',
                state: `${subject} is paused`,
                next: `${commandOn(target) `rollout resume ${subject}`}, once whoever paused it agrees`,
            },
        ];
    }
    const { generation = 0 } = workload.metadata;
    const { observedGeneration = 0, updatedReplicas = 0, updatedNumberScheduled = 0 } = workload.status ?? {};
    const desired = (0,_rollout_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .desiredPods */ .NO)(kind, workload);
    const updated = kind === 'DaemonSet' ? updatedNumberScheduled : updatedReplicas;
    if (observedGeneration >= generation && updated >= desired)
        return [];
    return [
        {
            subject,
            rule: 'one change of a workload at a time',
            state: `${subject} is still rolling out: ${updated} of ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(desired, 'pod')} updated`,
            next: `${commandOn(target) `rollout status ${subject}`}, and plan again once it is through`,
        },
    ];
}
/** Why the pods of a workload may not be replaced now: nothing would be, or a disruption budget would be broken. */
function rolloutObstacles(target, shape, budgets) {
    const subject = wordOf(target);
    const obstacles = [];
    if (shape.obstacle !== undefined) {
        obstacles.push({
            subject,
            rule: 'a rollout that would not replace every pod is not begun',
            state: `${subject} has ${shape.obstacle}`,
            next: 'replace its pods as whoever chose that strategy does, or change the strategy',
        });
    }
    const needed = Math.max(1, shape.away);
    for (const { metadata, status } of budgets) {
        const allowed = status?.disruptionsAllowed ?? 0;
        if (allowed >= needed)
            continue;
        const budget = `poddisruptionbudget/${metadata.name}`;
        obstacles.push({
            subject,
            rule: 'a disruption budget is kept',
            state: `${budget} allows ${allowed} (${status?.currentHealthy ?? 0} healthy, ${status?.desiredHealthy ?? 0} must be); a rollout of ${subject} takes away up to ${needed}`,
            next: `${commandOn(target) `describe ${budget}`}: bring back the pods that are missing, or let its owner change it`,
        });
    }
    return obstacles;
}
/**
 * Why pods of a workload may not be started: nobody can say which image they would run. Its pods run different ones under
 * one tag, or a tag without a digest was never pulled.
 */
function imageObstacles(target, { images, digests }) {
    const subject = wordOf(target);
    return Object.entries(images).flatMap(([container, image]) => {
        const pulled = digests[container] ?? [];
        if (image.includes('@sha256:') || pulled.length === 1)
            return [];
        const state = pulled.length === 0
            ? `no pod has pulled ${image} of container ${container} yet, and its tag may stand for anything`
            : `its pods run ${pulled.length} different images under ${image} of container ${container}`;
        return [
            {
                subject,
                rule: 'pods are started with images that are known',
                state,
                next: 'pin the image by its digest (apply-security-updates does), then plan again',
            },
        ];
    });
}


/***/ }),

/***/ 72324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ restartAnnotation)
/* harmony export */ });
/** The annotation of a workload's template by which its pods are made anew; its value names the plan that asked for it. */
const restartAnnotation = 'rooivalk.maintenance/restarted-by';


/***/ }),

/***/ 77911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mF: () => (/* binding */ overrideWords),
/* harmony export */   vw: () => (/* binding */ budgetsNow),
/* harmony export */   zL: () => (/* binding */ disruptionWords)
/* harmony export */ });
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);

/** The disruption budgets of a change, with what they allow now. */
function budgetsNow(budgets) {
    return budgets.map(({ metadata, status }) => ({
        name: `poddisruptionbudget/${metadata.name}`,
        allowed: status?.disruptionsAllowed ?? 0,
    }));
}
/** How many pods a rollout takes away at a time, in words. */
function disruptionWords(away) {
    return away === 0
        ? 'no disruption: a new pod is ready before an old one goes'
        : `disruption: up to ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(away, 'pod')} away at a time`;
}
/** That a workload is changed although somebody else may own it, as the configuration has it; empty when it has not. */
function overrideWords({ kind, workload }, { workloads }) {
    const override = workloads.ownedOverride.find((one) => one.kind === kind && one.name === workload.metadata.name);
    return override === undefined
        ? []
        : [`whoever else owns it may put it back; the configuration lets it be changed all the same: ${override.reason}`];
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ rolloutShape)
/* harmony export */ });
/**
 * The shape of a rollout with so many pods, as the controllers count it (kubernetes.io, "Deployments", "StatefulSet basics",
 * "DaemonSet rolling updates"): percentages of a surge are rounded up, of what may be away down, and one of the two is at
 * least 1.
 */
function rolloutShape(kind, { spec }, pods) {
    const { type = 'RollingUpdate', rollingUpdate = {} } = (kind === 'Deployment' ? spec.strategy : spec.updateStrategy) ?? {};
    if (type === 'OnDelete')
        return {
            surge: 0,
            away: 0,
            obstacle: 'updateStrategy OnDelete: pods are only replaced when somebody deletes them',
        };
    if (type === 'Recreate')
        return { surge: 0, away: pods };
    const { partition = 0, maxSurge, maxUnavailable } = rollingUpdate;
    if (kind === 'StatefulSet' && partition > 0) {
        return { surge: 0, away: 0, obstacle: `partition ${partition}: pods below that ordinal are not replaced` };
    }
    if (kind === 'StatefulSet')
        return { surge: 0, away: numberOf(maxUnavailable ?? 1, pods, Math.floor) };
    const surge = numberOf(maxSurge ?? (kind === 'Deployment' ? '25%' : 0), pods, Math.ceil);
    const away = numberOf(maxUnavailable ?? (kind === 'Deployment' ? '25%' : 1), pods, Math.floor);
    return { surge, away: surge === 0 ? Math.max(1, away) : away };
}
function numberOf(value, of, round) {
    const percent = /^(\d+)%$/.exec(String(value))?.[1];
    return percent === undefined ? Number(value) : round((Number(percent) / 100) * of);
}


/***/ }),

/***/ 4678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EA: () => (/* binding */ lookUpTarget),
/* harmony export */   Ic: () => (/* binding */ missingTarget),
/* harmony export */   Mn: () => (/* binding */ targetInput)
/* harmony export */ });
/* harmony import */ var _kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90648);


/** The input by which a task is told which workload it is about. */
const targetInput = {
    kind: 'text',
    description: 'The workload, as deployment/api-gateway, statefulset/postgres or daemonset/agent; one that the configuration names.',
    default: '',
    pattern: '((deployment|statefulset|daemonset)/[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?)?',
    maxLength: 265,
};
const kinds = {
    deployment: 'Deployment',
    statefulset: 'StatefulSet',
    daemonset: 'DaemonSet',
};
/**
 * The configured workload that a target names: ids are looked up among what the configuration names, never taken as they
 * are. Otherwise the refusal that says what there is.
 */
function lookUpTarget(target, named) {
    const [word = '', name = ''] = target.split('/');
    const workload = named.find((one) => one.kind === kinds[word] && one.name === name);
    if (workload !== undefined)
        return { workload };
    const known = named.map((one) => (0,_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadWord */ .Km)(one.kind, one.name)).join(', ');
    return {
        refusal: {
            subject: target === '' ? 'target' : target,
            rule: 'a change names a workload that the configuration knows',
            state: target === '' ? `no target was given; there are ${known}` : `${target} is none of ${known}`,
            next: 'give one of them as `target`, or add the workload under `platform.workloads.others` in .github/maintenance.yml (and apply `npm run rbac` again)',
        },
    };
}
/** The refusal for a configured workload that does not exist on the platform. */
function missingTarget({ kind, name }, namespace) {
    const subject = (0,_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadWord */ .Km)(kind, name);
    return {
        subject,
        rule: 'a change needs its workload',
        state: `there is no ${subject} in namespace ${namespace}`,
        next: (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `get ${kind.toLowerCase()}s`,
    };
}


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

/***/ 41482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ unreadyWorkloads),
/* harmony export */   d: () => (/* binding */ unreadyPermissions)
/* harmony export */ });
/* harmony import */ var _domain_configuration_platform_workload_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78048);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);
/* harmony import */ var _workloads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8623);




/** What {@link unreadyWorkloads} may read. */
const unreadyPermissions = _domain_configuration_platform_workload_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .WORKLOAD_KINDS */ .i.map((kind) => ({
    resource: (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadResource */ .WG)(kind),
    verbs: ['list'],
    scope: 'platform',
    why: 'see whether the other workloads are ready',
}));
/**
 * The workloads of a namespace that have fewer ready pods than they want, by their controllers' figures. Compared before
 * and after a change: a dependent that the change broke is among them afterwards only.
 */
async function unreadyWorkloads(cluster, namespace) {
    const unready = new Set();
    for (const { kind, workload } of await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .listWorkloads */ .DD)(cluster, namespace)) {
        const ready = (kind === 'DaemonSet' ? workload.status?.numberReady : workload.status?.readyReplicas) ?? 0;
        if (ready < (0,_domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredPods */ .NO)(kind, workload))
            unready.add((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)(kind, workload.metadata.name));
    }
    return unready;
}


/***/ }),

/***/ 94995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ restart_workload)
});

// EXTERNAL MODULE: ./build/domain/configuration/platform/named-workloads.js
var named_workloads = __webpack_require__(28984);
// EXTERNAL MODULE: ./build/domain/configuration/platform/workload-kind.js
var workload_kind = __webpack_require__(78048);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/observation/rollout/evidence.js + 1 modules
var evidence = __webpack_require__(67308);
// EXTERNAL MODULE: ./build/observation/rollout/unready-workloads.js
var unready_workloads = __webpack_require__(41482);
// EXTERNAL MODULE: ./build/observation/target/read-target.js + 2 modules
var read_target = __webpack_require__(91385);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
// EXTERNAL MODULE: ./build/domain/target/target.js
var target_target = __webpack_require__(4678);
;// CONCATENATED MODULE: ./build/tasks/restart-workload/inputs.js

/** The inputs of restart-workload. */
const inputs = {
    target: target_target/* targetInput */.Mn,
    'ready-within': {
        kind: 'duration',
        description: 'How long one pod may take to become ready before the restart has failed.',
        default: '5m',
        min: '10s',
        max: '30m',
    },
};

;// CONCATENATED MODULE: ./build/tasks/restart-workload/observe.js





/** Read the workload and everything that decides whether its pods may be replaced; change nothing. */
async function observe({ ports, platform }, { target }) {
    const { namespace } = platform;
    const found = (0,target_target/* lookUpTarget */.EA)(target, (0,named_workloads/* namedWorkloads */.sX)(platform));
    if ('refusal' in found)
        return { basis: null, measurements: found };
    const seen = await (0,read_target/* readTarget */._)(ports.cluster, namespace, found.workload);
    if (seen === undefined)
        return { basis: null, measurements: { refusal: (0,target_target/* missingTarget */.Ic)(found.workload, namespace) } };
    const unready = [...(await (0,unready_workloads/* unreadyWorkloads */.H)(ports.cluster, namespace))].sort();
    const { kind, workload, start, writers } = seen;
    return {
        basis: { subject: (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name), ...start },
        writers,
        measurements: { around: { target: seen, unready } },
    };
}

// EXTERNAL MODULE: ./build/domain/owner/owner.js + 2 modules
var owner_owner = __webpack_require__(43380);
// EXTERNAL MODULE: ./build/domain/owner/workload-owners.js
var workload_owners = __webpack_require__(83381);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/rollout/judge.js
var judge = __webpack_require__(90756);
// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
// EXTERNAL MODULE: ./build/domain/target/deadline.js
var deadline = __webpack_require__(55103);
// EXTERNAL MODULE: ./build/domain/target/obstacles.js
var obstacles = __webpack_require__(47717);
// EXTERNAL MODULE: ./build/domain/target/restart-annotation.js
var restart_annotation = __webpack_require__(72324);
// EXTERNAL MODULE: ./build/domain/target/rollout-shape.js
var rollout_shape = __webpack_require__(8394);
// EXTERNAL MODULE: ./build/domain/rollout/start-time.js
var start_time = __webpack_require__(35893);
// EXTERNAL MODULE: ./build/domain/rollout/trouble.js
var trouble = __webpack_require__(97532);
// EXTERNAL MODULE: ./build/domain/target/health-now.js
var health_now = __webpack_require__(25500);
// EXTERNAL MODULE: ./build/domain/target/review-words.js
var review_words = __webpack_require__(77911);
;// CONCATENATED MODULE: ./build/tasks/restart-workload/review.js








/** What whoever approves a restart weighs. */
function reviewOf({ target, unready }, { platform, now }) {
    const { kind, workload, pods, budgets } = target;
    const subject = (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    const count = (0,judge/* desiredPods */.NO)(kind, workload);
    const { away, surge } = (0,rollout_shape/* rolloutShape */.t)(kind, workload, count);
    const took = (0,start_time/* startTimeMs */.o)(pods);
    return {
        why: reasons({ target, unready }, now),
        fits: [(0,review_words/* disruptionWords */.zL)(away), ...(surge === 0 ? [] : [`needs room for ${(0,quantities/* counted */.hS)(surge, 'pod')} more meanwhile`])],
        undo: ['cannot be undone: pods that were replaced are gone, with what only they held in memory'],
        couldGoWrong: [
            'a new pod does not become ready: then the restart stops there, and the old pods that are left go on',
            ...(took === undefined ? [] : [`its pods took ${(0,quantities/* formatSpan */.QA)(took)} each to become ready so far`]),
            ...(0,review_words/* overrideWords */.mF)(target, platform),
        ],
        healthNow: (0,health_now/* healthNow */.D)(kind, workload, pods, unready),
        blastRadius: { workloads: [subject], pods: count, awayAtOnce: away, volumes: [], budgets: (0,review_words/* budgetsNow */.vw)(budgets) },
    };
}
/** How old its pods are, and what troubles them: what a restart may be good for. */
function reasons({ target }, now) {
    const ages = target.pods.flatMap(({ metadata }) => {
        const age = now - Date.parse(metadata.creationTimestamp ?? '');
        return Number.isFinite(age) ? [Math.max(0, age)] : [];
    });
    const troubles = target.pods.flatMap(trouble/* troublesOf */.on);
    return [
        ages.length === 0 ? 'it has no pod now' : `its oldest pod was made ${(0,quantities/* formatSpan */.QA)(Math.max(...ages))} ago`,
        troubles.length === 0
            ? 'nothing is known to trouble its pods: that it is needed is the word of who asks for it'
            : `troubles: ${troubles
                .slice(0, 5)
                .map(({ pod, reason }) => `pod/${pod} ${reason}`)
                .join(', ')}`,
    ];
}

;// CONCATENATED MODULE: ./build/tasks/restart-workload/plan.js











/** Pure: one step that replaces every pod, or why not. */
function plan({ measurements }, context) {
    if ('refusal' in measurements)
        return refused([measurements.refusal]);
    const { around } = measurements;
    const refusals = refusalsOf(around, context);
    if (refusals.length > 0)
        return refused(refusals);
    const { kind, workload } = around.target;
    const subject = (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    const pods = (0,quantities/* counted */.hS)((0,judge/* desiredPods */.NO)(kind, workload), 'pod');
    return {
        steps: [restartStep(around, subject, context.inputs['ready-within'])],
        refusals: [],
        notChecked: [],
        findings: [],
        measurements: [],
        result: `${subject}: ${pods} to be made anew`,
        review: reviewOf(around, context),
    };
}
const refused = (refusals) => ({
    steps: [],
    refusals,
    notChecked: [],
    findings: [],
    measurements: [],
    result: `refused: ${refusals.map(({ rule }) => rule).join('; ')}`,
});
function refusalsOf({ target }, { platform }) {
    const { kind, workload, budgets, start } = target;
    const subject = (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    const pods = (0,judge/* desiredPods */.NO)(kind, workload);
    if (pods === 0) {
        return [
            {
                subject,
                rule: 'a restart needs pods',
                state: `${subject} is to have none`,
                next: 'give it replicas first: gh workflow run dispatch.yml -f task=increase-capacity',
            },
        ];
    }
    const annotation = { kind: 'template-annotation', name: restart_annotation/* restartAnnotation */.X };
    const [owner, ...more] = (0,workload_owners/* workloadOwnership */.t)(kind, workload, annotation, platform).owners;
    const owned = owner === undefined ? [] : [(0,owner_owner/* ownedRefusal */.GT)(subject, [owner, ...more], `an annotation of its template`)];
    const shape = (0,rollout_shape/* rolloutShape */.t)(kind, workload, pods);
    return [
        ...owned,
        ...(0,obstacles/* workloadObstacles */.aL)(target),
        ...(0,obstacles/* imageObstacles */.Ex)(target, start),
        ...(0,obstacles/* rolloutObstacles */.wF)(target, shape, budgets),
    ];
}
function restartStep({ target }, subject, readyWithinMs) {
    const { kind, workload } = target;
    const { annotations } = workload.spec.template.metadata ?? {};
    return {
        id: `restart-workload ${subject}`,
        kind: 'restart-workload',
        subject,
        from: annotations?.[restart_annotation/* restartAnnotation */.X] ?? null,
        to: 'this plan',
        parameters: { ...(0,workloads/* workloadRef */.$v)(kind, workload), readyWithinMs },
        why: 'its pods are to be made anew',
        risk: `a new pod does not become ready within ${(0,quantities/* formatSpan */.QA)(readyWithinMs)}: then the restart stops there, and the old pods that are left go on`,
        undo: `cannot be undone: ${kinds/* stepKinds */.C['restart-workload'].cannotBeUndone}`,
        deadlineMs: (0,deadline/* boundedDeadline */.C)(readyWithinMs, (0,judge/* desiredPods */.NO)(kind, workload)),
    };
}

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
;// CONCATENATED MODULE: ./build/tasks/restart-workload/verify.js





/** Prove that none of the former pods is left, and that the new ones are ready. */
async function verify({ ports, platform }, { observation, draft }) {
    const { measurements } = observation;
    const nothing = { findings: draft.findings, measurements: [], result: draft.result };
    if (!('around' in measurements))
        return nothing;
    const { kind, workload, pods } = measurements.around.target;
    const { name } = workload.metadata;
    const subject = (0,workloads/* workloadWord */.Km)(kind, name);
    const now = await (0,read_target/* readTarget */._)(ports.cluster, platform.namespace, { kind, name });
    const former = new Set(pods.map(({ metadata }) => metadata.uid));
    const left = (now?.pods ?? []).filter(({ metadata }) => former.has(metadata.uid));
    const state = now && (0,judge/* judgeRollout */.VY)(kind, now.workload, now.pods, ({ metadata }) => !former.has(metadata.uid));
    const complete = state?.complete === true;
    const evidence = state === undefined
        ? `there is no ${subject} any more`
        : `${state.text}; ${(0,quantities/* counted */.hS)(left.length, 'former pod')} left`;
    return {
        findings: complete ? [] : [notAnew(subject, evidence, platform.namespace)],
        measurements: [
            {
                name: 'pods-made-anew',
                subject,
                value: state?.ready ?? 0,
                unit: 'count',
                comparedWith: { what: 'wanted', value: state?.desired ?? 0 },
            },
        ],
        result: complete ? `${subject}: ${(0,quantities/* counted */.hS)(state.ready, 'pod')} made anew and ready` : `${subject}: ${evidence}`,
    };
}
const notAnew = (subject, evidence, namespace) => ({
    code: 'not-made-anew',
    severity: 'fail',
    subject,
    title: 'not every pod was made anew and is ready',
    evidence,
    next: (0,kubectl/* kubectl */.Lr)(namespace) `rollout status ${subject}`,
});

;// CONCATENATED MODULE: ./build/tasks/restart-workload/index.js











/** restart-workload: make every pod of one workload anew, once. */
/* harmony default export */ const restart_workload = ((0,contract/* defineTask */.R)({
    id: 'restart-workload',
    title: 'Restart a workload',
    description: 'Makes every pod of one workload anew by a rollout, once that is approved; applied twice it happens once. Refuses what a disruption budget, a paused rollout, an update strategy or an owner forbids. Cannot be undone.',
    guide: ['bug_fixes'],
    windows: [],
    type: 'corrective',
    priority: 'medium',
    estimateMs: 180_000,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: true,
    ports: ['cluster'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [...read_target/* targetPermissions */.I, ...unready_workloads/* unreadyPermissions */.d],
        change: [
            ...workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
                resource: (0,workloads/* workloadResource */.WG)(kind),
                verbs: ['patch'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)(kind),
                why: 'set the annotation that makes its pods anew',
            })),
            ...evidence/* evidencePermissions */.Q,
        ],
    },
    commands: [],
    forwards: [],
    steps: ['restart-workload'],
    verdicts: {
        pass: 'every pod was made anew and is ready',
        warn: 'it is refused: a disruption budget allows nothing, the rollout is paused or would not happen, somebody else owns it, or no workload was named',
        fail: 'new pods did not become ready',
        unknown: 'the workload could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
