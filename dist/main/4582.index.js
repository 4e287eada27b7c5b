export const id = 4582;
export const ids = [4582];
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

/***/ 94582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ rightsize_resources)
});

// EXTERNAL MODULE: ./build/domain/configuration/platform/named-workloads.js
var named_workloads = __webpack_require__(28984);
// EXTERNAL MODULE: ./build/domain/configuration/platform/workload-kind.js
var workload_kind = __webpack_require__(78048);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var kubernetes_workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/observation/capacity/read-room.js
var read_room = __webpack_require__(23882);
// EXTERNAL MODULE: ./build/observation/owner/autoscalers.js
var owner_autoscalers = __webpack_require__(86209);
// EXTERNAL MODULE: ./build/observation/prometheus-access.js
var prometheus_access = __webpack_require__(95200);
// EXTERNAL MODULE: ./build/observation/rollout/evidence.js + 1 modules
var evidence = __webpack_require__(67308);
// EXTERNAL MODULE: ./build/observation/rollout/unready-workloads.js
var unready_workloads = __webpack_require__(41482);
// EXTERNAL MODULE: ./build/observation/target/read-target.js + 2 modules
var read_target = __webpack_require__(91385);
// EXTERNAL MODULE: ./build/observation/usage/read-use.js
var read_use = __webpack_require__(21555);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
// EXTERNAL MODULE: ./build/domain/target/target.js
var target = __webpack_require__(4678);
;// CONCATENATED MODULE: ./build/tasks/rightsize-resources/inputs.js

/** The inputs of rightsize-resources: whose sizes, and by which rules. */
const inputs = {
    target: { ...target/* targetInput */.Mn, description: `${target/* targetInput */.Mn.description} Empty: every one that it names.` },
    margin: {
        kind: 'share',
        description: 'So much more than what was used is given.',
        default: 0.2,
        min: 0.05,
        max: 2,
    },
    'cpu-percentile': {
        kind: 'choice',
        description: 'By which percentile of use a request of processor is raised. It is lowered by the peak, as memory always is.',
        values: ['p95', 'p99'],
        default: 'p95',
    },
    'least-change': {
        kind: 'share',
        description: 'A value that would change by less stays as it is.',
        default: 0.1,
        min: 0,
        max: 1,
    },
    'usage-window': {
        kind: 'duration',
        description: 'How far back use is looked at.',
        default: '14d',
        min: '1m',
        max: '90d',
    },
    'minimum-history': {
        kind: 'duration',
        description: 'Less history than this is too little to size by.',
        default: '7d',
        min: '30s',
        max: '90d',
    },
    'minimum-samples': {
        kind: 'integer',
        description: 'Fewer samples than this are too few to size by.',
        default: 100,
        min: 10,
        max: 10_000,
        unit: 'samples',
    },
    'ready-within': {
        kind: 'duration',
        description: 'How long one pod may take to become ready; then what was changed is put back.',
        default: '5m',
        min: '10s',
        max: '30m',
    },
};

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/observation/rollout/start-writers.js
var start_writers = __webpack_require__(77034);
;// CONCATENATED MODULE: ./build/tasks/rightsize-resources/observe.js










const atOnce = 4;
/** Read the workloads, what they used, and what they have to fit into; change nothing. */
async function observe(context, inputs) {
    const { platform, ports } = context;
    const named = (0,named_workloads/* namedWorkloads */.sX)(platform);
    const found = inputs.target === '' ? undefined : (0,target/* lookUpTarget */.EA)(inputs.target, named);
    if (found !== undefined && 'refusal' in found)
        return { basis: null, measurements: found };
    const wanted = found === undefined ? named : [found.workload];
    const { namespace } = platform;
    const [surroundings, autoscalers, unready, seen] = await Promise.all([
        (0,read_room/* readRoom */.Q)(ports.cluster, namespace),
        (0,owner_autoscalers/* readAutoscalers */.v)(ports.cluster, namespace),
        (0,unready_workloads/* unreadyWorkloads */.H)(ports.cluster, namespace),
        (0,bounded/* mapBounded */.y)(wanted, atOnce, (workload) => readOne(context, workload, inputs['usage-window'])),
    ]);
    const workloads = seen.filter((one) => one !== undefined);
    const [missing] = wanted;
    if (workloads.length === 0 && missing !== undefined) {
        return { basis: null, measurements: { refusal: (0,target/* missingTarget */.Ic)(missing, namespace) } };
    }
    const basis = Object.fromEntries(workloads.map(({ target }) => [(0,kubernetes_workloads/* workloadWord */.Km)(target.kind, target.workload.metadata.name), target.start]));
    const writers = workloads.flatMap(({ target }) => (0,start_writers/* writersBelow */.s9)((0,kubernetes_workloads/* workloadWord */.Km)(target.kind, target.workload.metadata.name), target.writers));
    return {
        basis,
        writers,
        measurements: { around: { workloads, surroundings, autoscalers, unready: [...unready].sort() } },
    };
}
/** A configured workload that is not there is none that could be sized. */
async function readOne(context, workload, spanMs) {
    const target = await (0,read_target/* readTarget */._)(context.ports.cluster, context.platform.namespace, workload);
    return target && { target, use: await (0,read_use/* readUse */.UT)(context, target, spanMs) };
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/capacity/resource-fields.js
var resource_fields = __webpack_require__(96936);
// EXTERNAL MODULE: ./build/domain/capacity/service-class.js
var service_class = __webpack_require__(31984);
// EXTERNAL MODULE: ./build/domain/capacity/step-parameters.js
var step_parameters = __webpack_require__(48791);
// EXTERNAL MODULE: ./build/domain/owner/autoscalers.js
var domain_owner_autoscalers = __webpack_require__(27757);
// EXTERNAL MODULE: ./build/domain/rollout/judge.js
var judge = __webpack_require__(90756);
// EXTERNAL MODULE: ./build/domain/target/health-now.js
var health_now = __webpack_require__(25500);
// EXTERNAL MODULE: ./build/domain/target/review-words.js
var review_words = __webpack_require__(77911);
// EXTERNAL MODULE: ./build/domain/target/rollout-shape.js
var rollout_shape = __webpack_require__(8394);
// EXTERNAL MODULE: ./build/domain/usage/use-words.js
var use_words = __webpack_require__(37310);
// EXTERNAL MODULE: ./build/domain/capacity/amounts.js
var amounts = __webpack_require__(87315);
// EXTERNAL MODULE: ./build/domain/capacity/pod-request.js
var pod_request = __webpack_require__(97917);
;// CONCATENATED MODULE: ./build/tasks/rightsize-resources/saved.js






/** What all pods of these workloads ask for less. */
function savedBy(sized) {
    let [before, after] = [{}, {}];
    for (const { seen, step } of sized) {
        if (step === undefined)
            continue;
        const { kind, workload } = seen.target;
        const { spec } = workload.spec.template;
        const pods = (0,judge/* desiredPods */.NO)(kind, workload);
        before = (0,amounts/* plus */.tY)(before ?? {}, (0,amounts/* times */.Hn)((0,pod_request/* podRequests */.W)(spec), pods));
        after = (0,amounts/* plus */.tY)(after ?? {}, (0,amounts/* times */.Hn)((0,pod_request/* podRequests */.W)((0,resource_fields/* withFields */.qO)(spec, (0,step_parameters/* fieldsOfStep */.j)(step).to)), pods));
    }
    const of = (amounts, resource) => amounts?.[resource] ?? 0;
    return {
        cpu: of(before, 'cpu') - of(after, 'cpu'),
        memory: of(before, 'memory') - of(after, 'memory'),
        before: { cpu: of(before, 'cpu'), memory: of(before, 'memory') },
    };
}
/** `0.12 cores (80 %) and 132 MB (69 %) less asked for in all`. */
function savedWords({ cpu, memory, before }) {
    const part = (resource, value) => {
        const share = before[resource] === 0 ? '' : ` (${(0,quantities/* formatShare */.T1)(Math.abs(value) / before[resource])})`;
        return `${(0,amounts/* formatAmount */.ej)(resource, Math.abs(value))}${share} ${value < 0 ? 'more' : 'less'}`;
    };
    return `${part('cpu', cpu)} and ${part('memory', memory)} asked for in all`;
}

;// CONCATENATED MODULE: ./build/tasks/rightsize-resources/review.js











/** What whoever approves the sizes weighs; with several workloads each line says which. */
function reviewOf(around, sized, inputs, platform) {
    const shapes = sized.map(({ seen }) => shapeOf(seen.target));
    return {
        why: [savedWords(savedBy(sized)), ...each(sized, ({ seen }) => usedBy(seen, platform))],
        fits: [
            ...each(sized, ({ fit }) => fit?.after ?? []),
            ...each(sized, ({ seen }) => [(0,review_words/* disruptionWords */.zL)(shapeOf(seen.target).away)]),
        ],
        undo: [
            ...each(sized, ({ step }) => (step === undefined ? [] : [step.undo])),
            'put back by itself when a pod does not become ready',
        ],
        couldGoWrong: [
            `what was never seen in ${(0,quantities/* formatShare */.T1)(inputs.margin)} above its use may come: then containers are slowed down or ended`,
            ...each(sized, ({ seen, step }) => [
                ...classWords(seen.target, step),
                ...scaledBy(seen.target, around),
                ...(0,review_words/* overrideWords */.mF)(seen.target, platform),
            ]),
        ],
        healthNow: each(sized, ({ seen: { target } }) => (0,health_now/* healthNow */.D)(target.kind, target.workload, target.pods, around.unready)),
        blastRadius: {
            workloads: sized.map(({ subject }) => subject),
            pods: sized.reduce((sum, { seen: { target } }) => sum + (0,judge/* desiredPods */.NO)(target.kind, target.workload), 0),
            awayAtOnce: Math.max(0, ...shapes.map(({ away }) => away)),
            volumes: [],
            budgets: sized.flatMap(({ seen }) => (0,review_words/* budgetsNow */.vw)(seen.target.budgets)),
        },
    };
}
const shapeOf = ({ kind, workload }) => (0,rollout_shape/* rolloutShape */.t)(kind, workload, (0,judge/* desiredPods */.NO)(kind, workload));
/** Lines of every workload; with several, each says whose it is. Said once if it is the same of all. */
function each(sized, lines) {
    const said = sized.map((one) => ({ subject: one.subject, lines: lines(one) }));
    const [first] = said;
    if (first === undefined)
        return [];
    const same = said.every((other) => other.lines.join('\n') === first.lines.join('\n'));
    return same ? first.lines : said.flatMap(({ subject, lines: own }) => own.map((line) => `${subject}: ${line}`));
}
const usedBy = ({ target, use }, { capacity }) => use.use === undefined ? [] : (0,use_words/* useLines */.x)(use.use, target.workload.spec.template.spec, capacity.scaling);
function classWords({ workload }, step) {
    const { spec } = workload.spec.template;
    return step === undefined ? [] : (0,service_class/* serviceClassWords */.T)(spec, (0,resource_fields/* withFields */.qO)(spec, (0,step_parameters/* fieldsOfStep */.j)(step).to));
}
/** An autoscaler that goes by the use of what is asked for scales earlier when less is asked for. */
function scaledBy({ kind, workload }, { autoscalers }) {
    const owner = (0,domain_owner_autoscalers/* horizontalOwner */.G)(autoscalers, { kind, name: workload.metadata.name });
    return owner === undefined
        ? []
        : [`${owner.name} may count use against what is asked for: with other requests it scales at another use`];
}

// EXTERNAL MODULE: ./build/domain/capacity/fit.js + 2 modules
var capacity_fit = __webpack_require__(13751);
// EXTERNAL MODULE: ./build/domain/owner/owner.js + 2 modules
var owner_owner = __webpack_require__(43380);
// EXTERNAL MODULE: ./build/domain/owner/workload-owners.js
var workload_owners = __webpack_require__(83381);
// EXTERNAL MODULE: ./build/domain/rollout/start-time.js
var start_time = __webpack_require__(35893);
// EXTERNAL MODULE: ./build/domain/target/deadline.js
var deadline = __webpack_require__(55103);
// EXTERNAL MODULE: ./build/domain/target/obstacles.js
var target_obstacles = __webpack_require__(47717);
// EXTERNAL MODULE: ./build/domain/target/pod-change.js
var pod_change = __webpack_require__(5173);
// EXTERNAL MODULE: ./build/domain/usage/right-size.js
var right_size = __webpack_require__(85245);
// EXTERNAL MODULE: ./build/domain/usage/use.js
var usage_use = __webpack_require__(8250);
;// CONCATENATED MODULE: ./build/tasks/rightsize-resources/size-workload.js














/** Size the containers of one workload by what they used. */
function sizeWorkload(seen, around, inputs, platform) {
    const { target, use } = seen;
    const { kind, workload } = target;
    const subject = (0,kubernetes_workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    const refused = (...refusals) => ({ seen, subject, refusals });
    const least = { spanMs: inputs['minimum-history'], samples: inputs['minimum-samples'] };
    const known = use.use && ofContainers(use.use, target.workload);
    const why = known === undefined ? 'span' : (0,right_size/* tooLittle */.Vi)(known, least);
    if (known === undefined || why !== undefined)
        return refused(tooLittleKnown(subject, known, why ?? 'span', least));
    const to = fieldsFor(seen, known, inputs);
    if (Object.keys(to).length === 0)
        return refused();
    const { spec } = workload.spec.template;
    const owned = Object.keys(to).flatMap((container) => ownersOf(seen, around, container, subject, platform));
    const change = (0,pod_change/* podChangeOf */.x)(target, { fields: to });
    const fit = (0,capacity_fit/* judgeFit */.R)(change, around.surroundings);
    const shape = (0,rollout_shape/* rolloutShape */.t)(kind, workload, change.from);
    const misfits = fit.misfits.map(({ rule, state, at }) => ({
        subject,
        rule,
        state,
        next: `look at ${at}, and at what it uses there`,
    }));
    const obstacles = [
        ...owned.slice(0, 1),
        ...(0,target_obstacles/* workloadObstacles */.aL)(target),
        ...(0,target_obstacles/* imageObstacles */.Ex)(target, target.start),
        ...(0,target_obstacles/* rolloutObstacles */.wF)(target, shape, target.budgets),
        ...misfits,
    ];
    if (obstacles.length > 0)
        return refused(...obstacles);
    return {
        seen,
        subject,
        refusals: [],
        fit,
        step: stepOf(seen, subject, { from: (0,resource_fields/* fieldsBefore */.ZZ)(spec, to), to }, inputs),
    };
}
/** The use of the workload's own containers; undefined: nothing is known of any. */
function ofContainers(use, { spec }) {
    const own = new Set(spec.template.spec.containers.map(({ name }) => name));
    const containers = use.containers.filter(({ container }) => own.has(container));
    return containers.length === 0 ? undefined : { ...use, containers };
}
function fieldsFor({ target }, use, inputs) {
    const rules = {
        margin: inputs.margin,
        cpuPercentile: inputs['cpu-percentile'],
        leastChange: inputs['least-change'],
    };
    const entries = target.workload.spec.template.spec.containers.flatMap((container) => {
        const own = use.containers.find((one) => one.container === container.name);
        const fields = own === undefined ? {} : (0,right_size/* rightSize */.aM)(container, own, rules);
        return Object.keys(fields).length === 0 ? [] : [[container.name, fields]];
    });
    return Object.fromEntries(entries);
}
function ownersOf({ target }, { autoscalers }, container, subject, platform) {
    const field = { kind: 'resources', list: 'containers', container };
    const [owner, ...more] = (0,workload_owners/* workloadOwnership */.t)(target.kind, target.workload, field, platform, autoscalers).owners;
    return owner === undefined ? [] : [(0,owner_owner/* ownedRefusal */.GT)(subject, [owner, ...more], 'its requests and limits')];
}
function tooLittleKnown(subject, use, why, least) {
    const known = use === undefined
        ? 'nothing is known of what it used'
        : why === 'span'
            ? `${(0,quantities/* formatSpan */.QA)(use.spanMs)} of its use are known (${usage_use/* sourceWords */.h[use.source]}), and ${(0,quantities/* formatSpan */.QA)(least.spanMs)} must be`
            : `too few samples of its use are known (${usage_use/* sourceWords */.h[use.source]}), and ${least.samples} must be`;
    return {
        subject,
        rule: 'sizes are made from enough history',
        state: known,
        next: 'wait until Prometheus has it, or lower `minimum-history` knowing what a short history hides',
    };
}
function stepOf({ target }, subject, { from, to }, inputs) {
    const { kind, workload, pods } = target;
    const readyWithinMs = inputs['ready-within'];
    const count = (0,judge/* desiredPods */.NO)(kind, workload);
    const took = (0,start_time/* startTimeMs */.o)(pods);
    return {
        id: `set-resources ${subject}`,
        kind: 'set-resources',
        subject,
        from: from,
        to: to,
        parameters: { ...(0,kubernetes_workloads/* workloadRef */.$v)(kind, workload), readyWithinMs, peakWithinMs: inputs['usage-window'] },
        why: `what was used and ${(0,quantities/* formatShare */.T1)(inputs.margin)} more: less by the peak, more of processor by its ${inputs['cpu-percentile']}`,
        risk: `${(0,quantities/* counted */.hS)(count, 'pod')} made anew; one that comes to need more than it ever did is slowed down or ended`,
        undo: `what was there before, by another rollout${took === undefined ? '' : `; its pods took ${(0,quantities/* formatSpan */.QA)(took)} each to become ready`}`,
        deadlineMs: (0,deadline/* boundedDeadline */.C)(readyWithinMs, count),
        unit: subject,
        independent: true,
    };
}

;// CONCATENATED MODULE: ./build/tasks/rightsize-resources/plan.js





/** Pure: a step for each workload whose sizes do not fit what it used, and why not for the others. */
function plan({ measurements }, { inputs: given, platform }) {
    if ('refusal' in measurements) {
        const { rule } = measurements.refusal;
        return { ...nothing, refusals: [measurements.refusal], result: `refused: ${rule}` };
    }
    const { around } = measurements;
    const sized = around.workloads.map((seen) => sizeWorkload(seen, around, given, platform));
    const changed = sized.filter((one) => one.step !== undefined);
    const saved = savedBy(changed);
    const findings = around.workloads.flatMap(({ use, target }) => (0,read_use/* useFindings */.Q0)(use, target, 'use over time'));
    return {
        ...nothing,
        steps: changed.flatMap(({ step }) => step ?? []),
        refusals: sized.flatMap(({ refusals }) => refusals),
        findings,
        measurements: changed.length === 0
            ? []
            : [
                { name: 'cpu-given-back', subject: 'requests', value: saved.cpu, unit: 'cores' },
                { name: 'memory-given-back', subject: 'requests', value: saved.memory, unit: 'bytes' },
            ],
        result: resultOf(sized, changed),
        ...(changed.length === 0 ? {} : { review: reviewOf(around, changed, given, platform) }),
    };
}
const nothing = { steps: [], refusals: [], notChecked: [], findings: [], measurements: [], result: '' };
function resultOf(sized, changed) {
    const fitting = sized.filter(({ step, refusals }) => step === undefined && refusals.length === 0);
    if (changed.length > 0)
        return `${(0,quantities/* counted */.hS)(changed.length, 'workload')} to be sized: ${savedWords(savedBy(changed))}`;
    if (fitting.length > 0)
        return `nothing to do: ${(0,quantities/* counted */.hS)(fitting.length, 'workload')} sized by what they used already`;
    return `refused: ${[...new Set(sized.flatMap(({ refusals }) => refusals.map(({ rule }) => rule)))].join('; ')}`;
}

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/observation/workloads.js
var workloads = __webpack_require__(8623);
;// CONCATENATED MODULE: ./build/tasks/rightsize-resources/verify.js








const verify_atOnce = 4;
/** Prove by the pods of each sized workload that they have the new sizes and are ready. */
async function verify(context, { draft, applied }) {
    const done = applied.filter(({ outcome }) => outcome === 'done');
    const found = await (0,bounded/* mapBounded */.y)(done, verify_atOnce, (one) => prove(context, one));
    const findings = found.filter((finding) => finding !== undefined);
    const proved = done.length - findings.length;
    return {
        findings: [...draft.findings, ...findings],
        measurements: done.length === applied.length ? draft.measurements : [],
        result: done.length === applied.length && findings.length === 0
            ? draft.result.replace('to be sized', 'sized')
            : `${(0,quantities/* counted */.hS)(proved, 'workload')} of ${applied.length} sized and ready`,
    };
}
async function prove({ ports, platform }, { step }) {
    const { parameters, subject } = step;
    const { to } = (0,step_parameters/* fieldsOfStep */.j)(step);
    const workload = await (0,workloads/* readWorkload */.Ez)(ports.cluster, parameters);
    const kind = (0,kubernetes_workloads/* kindOfRef */.Ly)(parameters);
    const pods = workload === undefined ? [] : await (0,workloads/* podsOfWorkload */.R8)(ports.cluster, kind, workload);
    const state = workload && (0,judge/* judgeRollout */.VY)(kind, workload, pods, ({ spec }) => (0,resource_fields/* holdsFields */.eo)(spec, to));
    if (state?.complete)
        return undefined;
    return {
        code: 'not-sized',
        severity: 'fail',
        subject,
        title: 'not every pod has the new sizes and is ready',
        evidence: state?.text ?? `there is no ${subject} any more`,
        next: (0,kubectl/* kubectl */.Lr)(platform.namespace) `rollout status ${subject}`,
    };
}

;// CONCATENATED MODULE: ./build/tasks/rightsize-resources/index.js
















/** rightsize-resources: requests and limits by what was used, never below the peak and a margin. */
/* harmony default export */ const rightsize_resources = ((0,contract/* defineTask */.R)({
    id: 'rightsize-resources',
    title: 'Rightsize resources',
    description: 'Sets requests and limits of containers by what they used: never below the peak and a margin where something is taken away, processor by a percentile where more is given, once that is approved. Refuses too little history; looks again at the peak immediately before each change.',
    guide: ['efficiency_upgrades', 'optimization_improvements'],
    windows: [],
    type: 'perfective',
    priority: 'low',
    estimateMs: 900_000,
    undoMs: 900_000,
    needs: [],
    after: [],
    changesWorkloads: true,
    ports: ['cluster', 'metrics'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [
            ...read_target/* targetPermissions */.I,
            ...read_room/* roomPermissions */.m,
            ...owner_autoscalers/* autoscalerPermissions */.g,
            ...unready_workloads/* unreadyPermissions */.d,
            ...read_use/* usePermissions */.Sk,
        ],
        change: [
            ...workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
                resource: (0,kubernetes_workloads/* workloadResource */.WG)(kind),
                verbs: ['patch'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)(kind),
                why: 'set requests and limits, and put them back',
            })),
            {
                resource: resources/* resources */.E.pods,
                verbs: ['delete'],
                scope: 'platform',
                why: 'when it is put back: remove pods that keep a StatefulSet from going back',
            },
            ...evidence/* evidencePermissions */.Q,
        ],
    },
    commands: [],
    forwards: [{ purpose: 'ask Prometheus what containers used', selectors: prometheus_access/* prometheusSelectors */.zF }],
    steps: ['set-resources'],
    verdicts: {
        pass: 'sizes follow what was used, proved by the pods, or they did already',
        warn: 'a workload is refused: too little history, owned by somebody else, no disruption allowed, or it would not fit; or its use could not be asked everywhere',
        fail: 'pods did not become ready with the new sizes, and the former ones were put back',
        unknown: 'the workloads, or what they used, could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
