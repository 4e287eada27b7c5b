export const id = 2993;
export const ids = [2993];
export const modules = {

/***/ 13751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ judgeFit)
});

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/capacity/amounts.js
var capacity_amounts = __webpack_require__(87315);
// EXTERNAL MODULE: ./build/domain/capacity/limit-range.js
var limit_range = __webpack_require__(74961);
// EXTERNAL MODULE: ./build/domain/capacity/node-room.js
var node_room = __webpack_require__(30618);
// EXTERNAL MODULE: ./build/domain/kubernetes/selectors.js
var selectors = __webpack_require__(57324);
;// CONCATENATED MODULE: ./build/domain/capacity/eligible.js
/**
 * Why a pod may not be put on a node at all, whatever room there is: closed, a taint that it does not tolerate, its node
 * selector, its required node affinity (kubernetes.io, "Assigning Pods to Nodes", "Taints and Tolerations"). Undefined: it may.
 */
function notEligible(spec, node) {
    if (!node.open)
        return 'not ready or cordoned';
    const taint = node.taints.find((each) => each.effect !== 'PreferNoSchedule' && !(spec.tolerations ?? []).some((one) => tolerates(one, each)));
    if (taint !== undefined)
        return `taint ${taint.key}`;
    const wanted = Object.entries(spec.nodeSelector ?? {}).find(([key, value]) => node.labels[key] !== value);
    if (wanted !== undefined)
        return `label ${wanted[0]}`;
    const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
    return terms === undefined || terms.some((term) => matches(term, node)) ? undefined : 'node affinity';
}
/** Core API, `Toleration.ToleratesTaint`. */
function tolerates(toleration, taint) {
    const { key, operator = 'Equal', value = '', effect } = toleration;
    if (effect !== undefined && effect !== '' && effect !== taint.effect)
        return false;
    if (key === undefined || key === '')
        return operator === 'Exists';
    return key === taint.key && (operator === 'Exists' || value === (taint.value ?? ''));
}
/** All expressions and fields of a term; an empty term matches nothing. */
function matches({ matchExpressions = [], matchFields = [] }, node) {
    if (matchExpressions.length + matchFields.length === 0)
        return false;
    const fields = { 'metadata.name': node.name };
    return (matchExpressions.every((expression) => holds(expression, node.labels)) &&
        matchFields.every((expression) => holds(expression, fields)));
}
function holds({ key, operator, values = [] }, labels) {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
        case 'In':
            return value !== undefined && values.includes(value);
        case 'NotIn':
            return value === undefined || !values.includes(value);
        case 'Exists':
            return value !== undefined;
        case 'DoesNotExist':
            return value === undefined;
        case 'Gt':
            return value !== undefined && Number(value) > Number(values[0]);
        case 'Lt':
            return value !== undefined && Number(value) < Number(values[0]);
    }
}

// EXTERNAL MODULE: ./build/domain/capacity/pod-request.js
var pod_request = __webpack_require__(97917);
;// CONCATENATED MODULE: ./build/domain/capacity/placement.js





/**
 * Try to place pods one after the other, each on the node that has the largest share left, as the scheduler does by default
 * (`NodeResourcesFit`, LeastAllocated). Rougher than the scheduler: what is only preferred, volumes bound to a place,
 * host ports and affinity to other workloads are not looked at; so "it fits" is likely and "it does not" is sure, as far
 * as requests, taints, node affinity, anti-affinity among themselves and required spreading go.
 */
function place(nodes, placing) {
    const requests = (0,pod_request/* podRequests */.W)(placing.spec);
    const alike = new Map(Object.entries(placing.alike));
    let rooms = nodes;
    for (let placed = 0; placed < placing.count; placed += 1) {
        const refusals = new Map(rooms.map((room) => [room.name, refusalOf(room, rooms, placing, alike, requests)]));
        const free = rooms.filter(({ name }) => refusals.get(name) === undefined);
        const [best] = free.toSorted((one, other) => loadOf(one) - loadOf(other) || (one.name < other.name ? -1 : 1));
        if (best === undefined) {
            const reasons = rooms.map(({ name }) => ({ node: name, why: refusals.get(name) ?? '' }));
            return { placed, nodes: rooms, reasons };
        }
        rooms = rooms.map((room) => (room === best ? (0,node_room/* withRequests */.fi)(room, requests) : room));
        alike.set(best.name, (alike.get(best.name) ?? 0) + 1);
    }
    return { placed: placing.count, nodes: rooms, reasons: [] };
}
/** How far a node is promised away: the mean of its shares of cpu and memory. */
function loadOf({ allocatable, requested }) {
    const share = (resource) => (requested[resource] ?? 0) / Math.max(allocatable[resource] ?? 0, 1e-9);
    return (share('cpu') + share('memory')) / 2;
}
function refusalOf(room, rooms, placing, alike, requests) {
    return (notEligible(placing.spec, room) ??
        tooSmall(room, requests) ??
        keptApart(room, rooms, placing, alike) ??
        unevenly(room, rooms, placing, alike));
}
function tooSmall({ allocatable, requested }, requests) {
    for (const [resource, needed] of Object.entries({ ...requests, pods: 1 })) {
        const left = (allocatable[resource] ?? 0) - (requested[resource] ?? 0);
        if (needed > 0 && (0,capacity_amounts/* isAbove */.oi)(needed, left)) {
            const word = resource === 'pods'
                ? 'no place for another pod'
                : `${resource}: ${(0,capacity_amounts/* formatAmount */.ej)(resource, Math.max(0, left))} left of ${(0,capacity_amounts/* formatAmount */.ej)(resource, needed)} needed`;
            return word;
        }
    }
    return undefined;
}
/** Nodes of the same domain as this one, by the label that names domains. */
const domainOf = (room, rooms, key) => rooms.filter((other) => other.labels[key] === room.labels[key]);
const countIn = (rooms, alike) => rooms.reduce((sum, { name }) => sum + (alike.get(name) ?? 0), 0);
/** Required anti-affinity of the pods among themselves. */
function keptApart(room, rooms, { spec, labels }, alike) {
    const terms = spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
    const own = terms.filter(({ labelSelector }) => (0,selectors/* selectsLabels */.B)(labelSelector, labels));
    const broken = own.find(({ topologyKey }) => countIn(domainOf(room, rooms, topologyKey), alike) > 0);
    return broken && `anti-affinity by ${broken.topologyKey}`;
}
/** Required spreading: no domain may get further ahead of the emptiest one than `maxSkew`. */
function unevenly(room, rooms, { spec, labels }, alike) {
    const eligible = rooms.filter((other) => notEligible(spec, other) === undefined);
    const broken = (spec.topologySpreadConstraints ?? []).find((constraint) => {
        const { topologyKey, maxSkew, whenUnsatisfiable, labelSelector } = constraint;
        if (whenUnsatisfiable !== 'DoNotSchedule' || !(0,selectors/* selectsLabels */.B)(labelSelector, labels))
            return false;
        if (room.labels[topologyKey] === undefined)
            return true;
        const counts = eligible.map((other) => countIn(domainOf(other, eligible, topologyKey), alike));
        return countIn(domainOf(room, eligible, topologyKey), alike) + 1 - Math.min(...counts) > maxSkew;
    });
    return broken && `spread by ${broken.topologyKey}`;
}

// EXTERNAL MODULE: ./build/domain/capacity/quota.js
var quota = __webpack_require__(75250);
;// CONCATENATED MODULE: ./build/domain/capacity/fit.js







/** Judge a change against limit ranges, quotas and nodes: at its end, and while it is under way. */
function judgeFit(change, { nodes, quotas, ranges }) {
    const inRange = (0,limit_range/* podBreaches */.T)(ranges, change.spec).map(({ range, what, text }) => ({
        rule: 'a limit range is kept',
        state: `${range}: ${what}: ${text}`,
        at: range,
    }));
    const counting = (0,quota/* quotasFor */.Rh)(quotas, change.spec);
    const added = addedAmounts(change);
    const broken = (0,quota/* breachedBy */.m6)(counting, (0,capacity_amounts/* larger */.yf)(added.after, added.meanwhile)).map(({ quota, text }) => ({
        rule: 'a quota is kept',
        state: `${quota}: ${text}`,
        at: quota,
    }));
    const placing = placed(change, nodes);
    const use = (0,quota/* quotaUseAfter */.Aj)(counting, added.after).map(({ quota, text }) => `quota ${quota}: ${text}`);
    return {
        misfits: [...inRange, ...broken, ...placing.misfits],
        after: [placing.after, ...(use.length === 0 ? ['no quota bounds it'] : use)],
    };
}
/** How much more is promised at the end, and at most while pods are replaced. Only what grows counts meanwhile. */
function addedAmounts(change) {
    const { from, to, surge } = change;
    const of = (amounts) => {
        const [before, now] = [amounts(change.before), amounts(change.spec)];
        const grown = (0,capacity_amounts/* larger */.yf)((0,capacity_amounts/* plus */.tY)(now, (0,capacity_amounts/* times */.Hn)(before, -1)), {});
        return {
            after: (0,capacity_amounts/* plus */.tY)((0,capacity_amounts/* times */.Hn)(now, to), (0,capacity_amounts/* times */.Hn)(before, -from)),
            meanwhile: (0,capacity_amounts/* plus */.tY)((0,capacity_amounts/* times */.Hn)(grown, from), (0,capacity_amounts/* times */.Hn)((0,capacity_amounts/* larger */.yf)(now, before), surge)),
        };
    };
    const [requests, limits] = [of(pod_request/* podRequests */.W), of(pod_request/* podLimits */.c)];
    return {
        after: (0,quota/* countedAmounts */.il)(to - from, requests.after, limits.after),
        meanwhile: (0,quota/* countedAmounts */.il)(surge, requests.meanwhile, limits.meanwhile),
    };
}
/** Whether nodes have room for the pods that come first, and for all of them in the end. */
function placed(change, nodes) {
    const { spec, labels, from, to, surge, alike } = change;
    const first = place(nodes, { count: surge, spec, labels, alike });
    const stay = (0,capacity_amounts/* sameAmounts */.kZ)((0,pod_request/* podRequests */.W)(change.before), (0,pod_request/* podRequests */.W)(spec));
    const emptied = stay ? nodes : (0,node_room/* withoutRequests */.x)(nodes, (0,pod_request/* podRequests */.W)(change.before), alike);
    const count = stay ? Math.max(0, to - from) : to;
    const rest = place(emptied, { count, spec, labels, alike: stay ? alike : {} });
    const missing = [
        { kept: first, wanted: surge, while: 'while pods are replaced' },
        { kept: rest, wanted: count, while: stay ? 'besides those that are there' : 'with what they would ask for' },
    ].filter(({ kept, wanted }) => kept.placed < wanted);
    const misfits = missing.slice(0, 1).map(({ kept, wanted, while: when }) => ({
        rule: 'the nodes have room for what is asked for',
        state: `there is room for ${kept.placed} of ${(0,quantities/* counted */.hS)(wanted, 'pod')} ${when}; ${kept.reasons.map(({ node, why }) => `${node}: ${why}`).join('; ') || 'there is no node'}`,
        at: 'nodes',
    }));
    const share = (resource) => (0,quantities/* formatShare */.T1)((0,node_room/* promisedShare */.BG)(rest.nodes, resource));
    const before = (resource) => (0,quantities/* formatShare */.T1)((0,node_room/* promisedShare */.BG)(nodes, resource));
    const after = `nodes after: cpu ${share('cpu')} promised (now ${before('cpu')}), memory ${share('memory')} (now ${before('memory')})`;
    return { misfits, after };
}


/***/ }),

/***/ 74961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ podBreaches),
/* harmony export */   _: () => (/* binding */ claimBreaches)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87315);
/* harmony import */ var _pod_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97917);


/** Everything in a pod's spec that the limit ranges of its namespace refuse (kubernetes.io, "Limit Ranges"). */
function podBreaches(ranges, spec) {
    return each(ranges, (limit) => {
        if (limit.type === 'Pod')
            return inBounds(limit, 'the pod', (0,_pod_request_js__WEBPACK_IMPORTED_MODULE_1__/* .podRequests */ .W)(spec), (0,_pod_request_js__WEBPACK_IMPORTED_MODULE_1__/* .podLimits */ .c)(spec));
        if (limit.type !== 'Container')
            return [];
        return [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) => inContainer(limit, container));
    });
}
/** What the limit ranges refuse of a claim of so many bytes. */
function claimBreaches(ranges, bytes) {
    const amounts = { storage: bytes };
    return each(ranges, (limit) => limit.type === 'PersistentVolumeClaim' ? inBounds(limit, 'the claim', amounts, amounts) : []);
}
function each(ranges, breaches) {
    return ranges.flatMap(({ metadata, spec }) => spec.limits.flatMap((limit) => breaches(limit).map((breach) => ({ range: `limitrange/${metadata.name}`, ...breach }))));
}
/** Defaults of the range fill in what the container leaves out, before anything is compared. */
function inContainer(limit, { name, resources }) {
    const limits = { ...(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(limit.default), ...(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(resources?.limits) };
    const requests = {
        ...(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(limit.defaultRequest),
        ...(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(resources?.limits),
        ...(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(resources?.requests),
    };
    return inBounds(limit, `container ${name}`, requests, limits);
}
function inBounds(limit, what, requests, limits) {
    const breaches = [];
    for (const [resource, most] of Object.entries((0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(limit.max))) {
        const value = limits[resource] ?? requests[resource];
        if (value === undefined)
            breaches.push(`it has no limit of ${resource}, and must have one of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, most)} at most`);
        else if ((0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbove */ .oi)(value, most))
            breaches.push(`${resource} ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, value)}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, most)} at most`);
    }
    for (const [resource, least] of Object.entries((0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(limit.min))) {
        const value = requests[resource] ?? limits[resource] ?? 0;
        if ((0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbove */ .oi)(least, value))
            breaches.push(`${resource} ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, value)}, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, least)} at least`);
    }
    for (const [resource, most] of Object.entries((0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(limit.maxLimitRequestRatio))) {
        const [request, bound] = [requests[resource], limits[resource]];
        if (request && bound && (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbove */ .oi)(bound / request, most)) {
            breaches.push(`limit of ${resource} ${Number((bound / request).toFixed(2))} times its request, ${most} times at most`);
        }
    }
    return breaches.map((text) => ({ what, text }));
}


/***/ }),

/***/ 75250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ quotaUseAfter),
/* harmony export */   Rh: () => (/* binding */ quotasFor),
/* harmony export */   il: () => (/* binding */ countedAmounts),
/* harmony export */   m6: () => (/* binding */ breachedBy)
/* harmony export */ });
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87315);

/**
 * What pods count as in quotas, by a quota's names: `pods`, `count/pods`, `requests.cpu` and its old name `cpu`, `limits.…`
 * (kubernetes.io, "Resource Quotas"). So many pods with these requests and limits each; either may be negative.
 */
function countedAmounts(pods, requests, limits) {
    const named = (prefix, amounts) => Object.entries(amounts).map(([name, value]) => [`${prefix}${name}`, value]);
    const plain = named('', requests).filter(([name]) => ['cpu', 'memory', 'ephemeral-storage'].includes(name));
    return {
        pods,
        'count/pods': pods,
        ...Object.fromEntries([...plain, ...named('requests.', requests), ...named('limits.', limits)]),
    };
}
/** The quotas whose scopes take pods of this kind in (best effort or not, without a deadline, by priority class). */
function quotasFor(quotas, spec) {
    const bestEffort = spec.containers.every(({ resources }) => isEmpty(resources?.requests) && isEmpty(resources?.limits));
    return quotas.filter(({ spec: quota }) => {
        const scopes = quota?.scopes ?? [];
        const selected = quota?.scopeSelector?.matchExpressions ?? [];
        const named = [
            ...scopes,
            ...selected.filter(({ operator }) => operator === 'Exists').map(({ scopeName }) => scopeName),
        ];
        if (named.includes('Terminating'))
            return false;
        if (named.includes('BestEffort') && !bestEffort)
            return false;
        if (named.includes('NotBestEffort') && bestEffort)
            return false;
        return selected
            .filter(({ scopeName }) => scopeName === 'PriorityClass')
            .every(({ operator, values = [] }) => byPriority(operator, values, spec.priorityClassName));
    });
}
function byPriority(operator, values, name) {
    if (operator === 'Exists')
        return name !== undefined;
    if (operator === 'DoesNotExist')
        return name === undefined;
    return values.includes(name ?? '') === (operator === 'In');
}
const isEmpty = (quantities) => Object.keys(quantities ?? {}).length === 0;
/** Every quota that so much more would break. What a quota does not bound is not asked about. */
function breachedBy(quotas, added) {
    return quotas.flatMap((quota) => boundsOf(quota)
        .filter(({ resource, used, hard }) => (added[resource] ?? 0) > 0 && (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbove */ .oi)(used + (added[resource] ?? 0), hard))
        .map(({ resource, used, hard }) => ({
        quota: `resourcequota/${quota.metadata.name}`,
        resource,
        text: `${resource}: ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, used + (added[resource] ?? 0))} after, ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, hard)} allowed`,
    })));
}
/** What each quota that bounds the change holds afterwards. */
function quotaUseAfter(quotas, added) {
    return quotas.flatMap((quota) => {
        const touched = boundsOf(quota).filter(({ resource }) => (added[resource] ?? 0) !== 0);
        const words = touched.map(({ resource, used, hard }) => `${resource} ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, used + (added[resource] ?? 0))} of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(resource, hard)}`);
        return words.length === 0 ? [] : [{ quota: quota.metadata.name, text: words.join(', ') }];
    });
}
function boundsOf({ spec, status }) {
    const hard = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(status?.hard ?? spec?.hard);
    const used = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .amountsOf */ .pn)(status?.used);
    return Object.entries(hard).map(([resource, bound]) => ({ resource, hard: bound, used: used[resource] ?? 0 }));
}


/***/ }),

/***/ 31984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ serviceClassWords)
/* harmony export */ });
/* unused harmony export serviceClass */
/* harmony import */ var _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47721);

const counted = ['cpu', 'memory'];
/** The class of service of a pod (kubernetes.io, "Pod Quality of Service Classes"); init containers count. */
function serviceClass({ containers, initContainers = [] }) {
    const all = [...initContainers, ...containers];
    if (all.every(asksForNothing))
        return 'BestEffort';
    return all.every(hasItsLimit) ? 'Guaranteed' : 'Burstable';
}
const asksForNothing = ({ resources }) => counted.every((name) => !resources?.requests?.[name] && !resources?.limits?.[name]);
/** Limits of both, and requests that are the same; without a request the API server takes the limit for it. */
const hasItsLimit = ({ resources }) => counted.every((name) => {
    const limit = (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(resources?.limits?.[name] ?? '');
    const request = (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(resources?.requests?.[name] ?? '');
    return limit !== undefined && limit > 0 && (request === undefined || request === limit);
});
/** What another class means for the pods, in words; none where it stays. */
function serviceClassWords(before, after) {
    const [from, to] = [serviceClass(before), serviceClass(after)];
    if (from === to)
        return [];
    const order = ['BestEffort', 'Burstable', 'Guaranteed'];
    const effect = order.indexOf(to) < order.indexOf(from)
        ? 'its pods give way earlier when a node runs short of memory'
        : 'its pods give way later when a node runs short of memory, and others earlier';
    return [`class of service ${from} → ${to}: ${effect}`];
}


/***/ }),

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

/***/ 5173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ podChangeOf)
/* harmony export */ });
/* harmony import */ var _capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96936);
/* harmony import */ var _kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95260);
/* harmony import */ var _rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);
/* harmony import */ var _rollout_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8394);




/** What another number of pods, or other requests and limits, make of a workload's pods, for judging whether it fits. */
function podChangeOf({ kind, workload, pods }, { replicas, fields }) {
    const { spec, metadata } = workload.spec.template;
    const from = (0,_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredPods */ .NO)(kind, workload);
    const alike = {};
    for (const { spec: own } of pods.filter((pod) => !(0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(pod))) {
        if (own.nodeName !== undefined)
            alike[own.nodeName] = (alike[own.nodeName] ?? 0) + 1;
    }
    return {
        spec: fields === undefined ? spec : (0,_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .withFields */ .qO)(spec, fields),
        before: spec,
        labels: metadata?.labels ?? {},
        from,
        to: replicas ?? from,
        surge: fields === undefined ? 0 : (0,_rollout_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .rolloutShape */ .t)(kind, workload, from).surge,
        alike,
    };
}


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

/***/ 86209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ autoscalerPermissions),
/* harmony export */   v: () => (/* binding */ readAutoscalers)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);


/** What {@link readAutoscalers} may read, for the declaration of a task that changes replicas or resources. */
const autoscalerPermissions = [
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.horizontalAutoscalers,
        verbs: ['list'],
        scope: 'platform',
        why: 'see whether an autoscaler decides the number of pods',
    },
    {
        resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.verticalAutoscalers,
        verbs: ['list'],
        scope: 'platform',
        why: 'see whether an autoscaler decides requests and limits',
    },
];
/** The autoscalers of a namespace. VerticalPodAutoscalers are a CRD: where it is not installed there are none. */
async function readAutoscalers(cluster, namespace) {
    const [horizontal, vertical] = await Promise.all([
        all(cluster, { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.horizontalAutoscalers, namespace }),
        all(cluster, { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.verticalAutoscalers, namespace }).catch(noneWithoutTheKind),
    ]);
    return { horizontal, vertical };
}
async function all(cluster, query) {
    const found = [];
    for await (const object of cluster.list(query))
        found.push(object);
    return found;
}
/** The API server answers a list of a kind that it does not have with "not found". */
function noneWithoutTheKind(error) {
    if (error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U && error.code === 'not-found')
        return [];
    throw error;
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


/***/ })

};
