export const id = 6919;
export const ids = [6919];
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
/* harmony import */ var _kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92400);
/* harmony import */ var _rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);



const kubectl = ({ workload }) => `kubectl -n ${workload.metadata.namespace}`;
const wordOf = ({ kind, workload }) => (0,_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)(kind, workload.metadata.name);
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
                next: `\`${kubectl(target)} rollout resume ${subject}\`, once whoever paused it agrees`,
            },
        ];
    }
    const { generation = 0 } = workload.metadata;
    const { observedGeneration = 0, updatedReplicas = 0, updatedNumberScheduled = 0 } = workload.status ?? {};
    const desired = (0,_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredPods */ .NO)(kind, workload);
    const updated = kind === 'DaemonSet' ? updatedNumberScheduled : updatedReplicas;
    if (observedGeneration >= generation && updated >= desired)
        return [];
    return [
        {
            subject,
            rule: 'one change of a workload at a time',
            state: `${subject} is still rolling out: ${updated} of ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(desired, 'pod')} updated`,
            next: `\`${kubectl(target)} rollout status ${subject}\`, and plan again once it is through`,
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
            next: `\`${kubectl(target)} describe ${budget}\`: bring back the pods that are missing, or let its owner change it`,
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
/* harmony import */ var _kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);

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
    const known = named.map((one) => (0,_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)(one.kind, one.name)).join(', ');
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
    const subject = (0,_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)(kind, name);
    return {
        subject,
        rule: 'a change needs its workload',
        state: `there is no ${subject} in namespace ${namespace}`,
        next: `\`kubectl -n ${namespace} get ${kind.toLowerCase()}s\``,
    };
}


/***/ }),

/***/ 37310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ useLines)
/* harmony export */ });
/* unused harmony export scalingThresholds */
/* harmony import */ var _capacity_amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87315);
/* harmony import */ var _capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96936);
/* harmony import */ var _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47721);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92400);
/* harmony import */ var _use_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8250);





/** From which share of what is asked for on more is wanted (the guide's §5.1, `scaling_thresholds`). */
const scalingThresholds = { cpu: 0.7, memory: 0.75, storage: 0.8, network: 0.6 };
/** What a workload used against what it asks for, a line for each container and resource: `cpu of container gateway …`. */
function useLines({ source, spanMs, containers }, spec) {
    const over = spanMs === 0 ? '' : ` over ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_4__/* .formatSpan */ .QA)(spanMs)}`;
    return containers.flatMap((use) => {
        const container = spec.containers.find(({ name }) => name === use.container);
        if (container === undefined)
            return [];
        const said = [cpuLine(use, container), memoryLine(use, container)].filter((line) => line !== undefined);
        return said.map((line) => `${line}${over} (${_use_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceWords */ .h[source]})`);
    });
}
function cpuLine({ container: name, cpu }, container) {
    if (cpu === undefined)
        return undefined;
    const against = ofWhat(container, 'cpu', cpu.p95);
    return `cpu of container ${name}: ${(0,_capacity_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)('cpu', cpu.p95)} at p95, ${against}`;
}
function memoryLine({ container: name, memory }, container) {
    if (memory === undefined)
        return undefined;
    return `memory of container ${name}: ${(0,_capacity_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)('memory', memory.peak)} at its peak, ${ofWhat(container, 'memory', memory.peak)}`;
}
function ofWhat(container, resource, used) {
    const request = (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .parseQuantity */ .Lf)((0,_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(container, `requests.${resource}`) ?? '');
    if (request === undefined || request === 0)
        return 'it asks for none';
    return `${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_4__/* .formatShare */ .T1)(used / request)} of its request (more is wanted from ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_4__/* .formatShare */ .T1)(scalingThresholds[resource])} on)`;
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
