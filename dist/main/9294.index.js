export const id = 9294;
export const ids = [9294];
export const modules = {

/***/ 44156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gw: () => (/* binding */ isReversible),
/* harmony export */   kd: () => (/* binding */ undoClassOf),
/* harmony export */   lW: () => (/* binding */ isPreventive)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60747);

/** The undo class of a step, from its kind. */
function undoClassOf(step) {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[step.kind].undo;
}
/** Whether a step can be put back by us. */
function isReversible(step) {
    return undoClassOf(step) === 'reversible';
}
/** Whether a step may be taken without anybody's approval: from its kind and from → to, never from a label. */
function isPreventive(step) {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[step.kind].preventive(step.from, step.to);
}


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

/***/ 29294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ increase_capacity)
});

// EXTERNAL MODULE: ./build/domain/configuration/platform/named-workloads.js
var named_workloads = __webpack_require__(28984);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/observation/capacity/read-room.js
var read_room = __webpack_require__(23882);
// EXTERNAL MODULE: ./build/observation/database/permissions.js
var permissions = __webpack_require__(17303);
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
var target_target = __webpack_require__(4678);
;// CONCATENATED MODULE: ./build/tasks/increase-capacity/inputs.js

const quantity = (description, pattern) => ({
    kind: 'text',
    description: `${description} Empty: it stays as it is.`,
    default: '',
    pattern,
    maxLength: 20,
});
const cpu = '([0-9]{1,5}(\\.[0-9]{1,3})?|[0-9]{1,7}m)?';
const bytes = '([0-9]{1,6}(\\.[0-9]{1,3})?(Ki|Mi|Gi|Ti|k|M|G|T))?';
/** The inputs of increase-capacity: what is to be more, and of which workload. */
const inputs = {
    target: target_target/* targetInput */.Mn,
    replicas: {
        kind: 'integer',
        description: 'How many pods there are to be. 0: as many as now.',
        default: 0,
        min: 0,
        max: 1000,
        unit: 'pods',
    },
    container: {
        kind: 'text',
        description: 'The container whose requests and limits are raised. Empty: the only one.',
        default: '',
        pattern: '([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?',
    },
    'cpu-request': quantity('Processor that it asks for, such as 250m.', cpu),
    'cpu-limit': quantity('Processor that it may have, such as 1.', cpu),
    'memory-request': quantity('Memory that it asks for, such as 256Mi.', bytes),
    'memory-limit': quantity('Memory that it may have, such as 512Mi.', bytes),
    volume: {
        kind: 'text',
        description: "The volume of its pods that is to grow, by its name in the template. Empty: the only claim's.",
        default: '',
        pattern: '([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?',
    },
    'volume-size': quantity('How large each claim of that volume is to be, such as 20Gi.', bytes),
    'ready-within': {
        kind: 'duration',
        description: 'How long one pod may take to become ready; then what was changed is put back.',
        default: '5m',
        min: '10s',
        max: '30m',
    },
    'resized-within': {
        kind: 'duration',
        description: 'How long a claim may take to have its new size.',
        default: '10m',
        min: '10s',
        max: '1h',
    },
    'usage-window': {
        kind: 'duration',
        description: 'How far back its use is looked at.',
        default: '7d',
        min: '1m',
        max: '90d',
    },
};

// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(95260);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/observation/database/primary.js
var database_primary = __webpack_require__(44589);
;// CONCATENATED MODULE: ./build/observation/database/sessions-of-pods.js



/**
 * How many sessions of the database each ready pod holds, told by their addresses. Undefined when none of them is seen there
 * (another database, or a pooler in between); `unreachable` when no primary answers.
 */
async function sessionsOfPods(database, pods) {
    const addresses = new Set(pods.filter(kubernetes_pods/* isReady */.i_).flatMap(({ status }) => status?.podIP ?? []));
    const { servers, primaries } = await (0,database_primary/* observeServers */.z)(database);
    const [primary] = primaries;
    if (primary === undefined)
        throw noPrimary(servers);
    const { server } = primary;
    const own = (await database.clients(server)).filter(({ address }) => addresses.has(address));
    if (own.length === 0)
        return undefined;
    const { used, max, reserved } = await database.connections(server);
    return { server, perPod: Math.max(...own.map(({ sessions }) => sessions)), used, available: max - reserved };
}
function noPrimary(servers) {
    const silent = servers.find((observed) => 'cause' in observed);
    return new port_error/* PortError */.U({
        code: 'unreachable',
        subject: 'database',
        message: silent === undefined ? 'no server of the database takes writes' : silent.cause,
        ...(silent?.next === undefined ? {} : { next: silent.next }),
    });
}

// EXTERNAL MODULE: ./build/observation/rollout/start-writers.js
var start_writers = __webpack_require__(77034);
// EXTERNAL MODULE: ./build/observation/trouble.js
var trouble = __webpack_require__(20454);
;// CONCATENATED MODULE: ./build/tasks/increase-capacity/observe.js












/** Read the workload and everything that more of it would have to fit into; change nothing. */
async function observe(context, inputs) {
    const { platform, ports } = context;
    const found = (0,target_target/* lookUpTarget */.EA)(inputs.target, (0,named_workloads/* namedWorkloads */.sX)(platform));
    if ('refusal' in found)
        return { basis: null, measurements: found };
    const target = await (0,read_target/* readTarget */._)(ports.cluster, platform.namespace, found.workload);
    if (target === undefined) {
        return { basis: null, measurements: { refusal: (0,target_target/* missingTarget */.Ic)(found.workload, platform.namespace) } };
    }
    const around = await lookAround(context, target, inputs);
    return { basis: basisOf(around), writers: writersOf(around), measurements: { around } };
}
async function lookAround(context, target, inputs) {
    const { ports, platform } = context;
    const { cluster, database } = ports;
    const { namespace } = platform;
    const [surroundings, autoscalers, storage, unready, use, sessions] = await Promise.all([
        (0,read_room/* readRoom */.Q)(cluster, namespace),
        (0,owner_autoscalers/* readAutoscalers */.v)(cluster, namespace),
        addsStorage(target, inputs) ? readStorage(cluster, namespace) : nothingStored,
        (0,unready_workloads/* unreadyWorkloads */.H)(cluster, namespace),
        (0,read_use/* readUse */.UT)(context, target, inputs['usage-window']),
        (0,trouble/* attempt */.C)('database', () => sessionsOfPods(database, target.pods)),
    ]);
    const seen = 'trouble' in sessions ? sessions : sessions.value;
    return {
        target,
        surroundings,
        autoscalers,
        claims: inputs['volume-size'] === '' ? [] : claimsOf(target, storage),
        storage: { claims: storage.claims.map(({ metadata }) => metadata.name), classes: storage.classes },
        use,
        unready: [...unready].sort(),
        ...(seen === undefined ? {} : { sessions: seen }),
    };
}
const nothingStored = { claims: [], classes: [] };
/** Volumes that grow, or pods that bring claims with them. */
const addsStorage = ({ workload }, inputs) => inputs['volume-size'] !== '' || (inputs.replicas > 0 && (workload.spec.volumeClaimTemplates ?? []).length > 0);
async function readStorage(cluster, namespace) {
    const claims = [];
    for await (const claim of cluster.list({ resource: resources/* resources */.E.persistentVolumeClaims, namespace }))
        claims.push(claim);
    const classes = [];
    for await (const one of cluster.list({ resource: resources/* resources */.E.storageClasses }))
        classes.push(one);
    return { claims, classes };
}
function claimsOf({ pods }, { claims, classes }) {
    const volumes = new Map(pods.flatMap(({ spec }) => (spec.volumes ?? []).flatMap(({ name, persistentVolumeClaim: of }) => of === undefined ? [] : [[of.claimName, name]])));
    return claims
        .filter(({ metadata }) => volumes.has(metadata.name))
        .map((claim) => {
        const storageClass = classes.find(({ metadata }) => metadata.name === claim.spec.storageClassName);
        const volume = volumes.get(claim.metadata.name) ?? '';
        return { volume, claim, ...(storageClass === undefined ? {} : { storageClass }) };
    });
}
/** Who wrote what the basis holds. */
const writersOf = ({ target, claims }) => [
    ...target.writers,
    ...claims.flatMap(({ claim: { metadata } }) => (0,start_writers/* writerOf */.bi)(`claims.${metadata.name}.size`, metadata, ['f:spec', 'f:resources'])),
];
/** What must still hold when the plan is applied: what pods start from, how many there are, and the claims. */
function basisOf({ target, claims }) {
    const { kind, workload, start } = target;
    return {
        subject: (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name),
        ...start,
        replicas: workload.spec.replicas ?? null,
        claims: Object.fromEntries(claims.map(({ claim }) => [
            claim.metadata.name,
            { uid: claim.metadata.uid, size: claim.spec.resources?.requests?.storage ?? null },
        ])),
    };
}

// EXTERNAL MODULE: ./build/domain/capacity/fit.js + 2 modules
var capacity_fit = __webpack_require__(13751);
// EXTERNAL MODULE: ./build/domain/target/obstacles.js
var target_obstacles = __webpack_require__(47717);
// EXTERNAL MODULE: ./build/domain/target/pod-change.js
var pod_change = __webpack_require__(5173);
// EXTERNAL MODULE: ./build/domain/target/rollout-shape.js
var rollout_shape = __webpack_require__(8394);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/rollout/judge.js
var judge = __webpack_require__(90756);
;// CONCATENATED MODULE: ./build/tasks/increase-capacity/database-cost.js



/** From which share of the sessions that may be had on a reader is warned. */
const warnFrom = 0.8;
/** What so many replicas take of the database's sessions, by what the present pods have; no more pods cost nothing. */
function databaseCost({ target, sessions }, replicas) {
    const { kind, workload } = target;
    const added = replicas - (0,judge/* desiredPods */.NO)(kind, workload);
    if (added <= 0)
        return { text: [], findings: [] };
    if (sessions === undefined) {
        return {
            text: ['no session of its pods is seen in the database: more pods cost it nothing, or go through a pooler'],
            findings: [],
        };
    }
    const subject = (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    if ('trouble' in sessions) {
        const { message, next } = sessions.trouble;
        return {
            text: [`what more pods cost the database is not known: ${message}`],
            findings: [
                {
                    code: 'database-cost-not-known',
                    severity: 'unknown',
                    subject,
                    title: 'what more pods cost the database is not known',
                    evidence: message,
                    next: next ?? 'look at the database and plan again',
                },
            ],
        };
    }
    const { perPod, used, available } = sessions;
    const after = used + added * perPod;
    const text = `up to ${(0,quantities/* counted */.hS)(perPod, 'more session')} of the database per pod: ${after} of ${available} in use after (now ${used})`;
    if (after < available * warnFrom)
        return { text: [text], findings: [] };
    return {
        text: [text],
        findings: [
            {
                code: 'database-sessions-run-out',
                severity: 'warn',
                subject,
                title: 'the added pods leave the database few sessions',
                evidence: text,
                next: 'lower the pool of each pod, put a pooler in between, or raise max_connections first',
            },
        ],
    };
}

// EXTERNAL MODULE: ./build/domain/owner/owner.js + 2 modules
var owner_owner = __webpack_require__(43380);
// EXTERNAL MODULE: ./build/domain/owner/workload-owners.js
var workload_owners = __webpack_require__(83381);
// EXTERNAL MODULE: ./build/domain/rollout/start-time.js
var start_time = __webpack_require__(35893);
// EXTERNAL MODULE: ./build/domain/target/deadline.js
var deadline = __webpack_require__(55103);
;// CONCATENATED MODULE: ./build/tasks/increase-capacity/part.js
/** Nothing was asked for. */
const nothing = { steps: [], refusals: [], changes: [], already: [] };
/** A part that is refused. */
function refused(...refusals) {
    return { ...nothing, refusals };
}

;// CONCATENATED MODULE: ./build/tasks/increase-capacity/replicas.js







/** More pods: a step, or why not. Never fewer. */
function planReplicas({ target, autoscalers }, inputs, platform) {
    const { kind, workload } = target;
    const to = inputs.replicas;
    if (to === 0)
        return nothing;
    const subject = (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    if (kind === 'DaemonSet') {
        return refused({
            subject,
            rule: 'a DaemonSet has one pod on each node that it selects',
            state: `${to} replicas were asked for`,
            next: 'add nodes, or change its node selector at its owner',
        });
    }
    const from = workload.spec.replicas ?? 1;
    if (to === from)
        return { ...nothing, already: [`${(0,quantities/* counted */.hS)(from, 'replica')} already`] };
    if (to < from) {
        return refused({
            subject,
            rule: 'increase-capacity never takes anything away',
            state: `it has ${from} replicas, and ${to} were asked for`,
            next: 'fewer replicas are a matter of rightsizing: let its owner scale it down',
        });
    }
    const { owners } = (0,workload_owners/* workloadOwnership */.t)(kind, workload, { kind: 'replicas' }, platform, autoscalers);
    const [owner, ...more] = owners;
    if (owner !== undefined)
        return refused((0,owner_owner/* ownedRefusal */.GT)(subject, [owner, ...more], `replicas to ${to}`));
    return {
        ...nothing,
        steps: [scaleStep(target, subject, from, to, inputs)],
        changes: [`replicas ${from} → ${to}`],
        replicas: to,
    };
}
function scaleStep({ kind, workload }, subject, from, to, inputs) {
    const readyWithinMs = inputs['ready-within'];
    const grace = (0,quantities/* formatSpan */.QA)((0,start_time/* graceMs */.N)(workload.spec.template.spec));
    const stays = kind === 'StatefulSet' ? '; the volumes of the added pods stay' : '';
    return {
        id: `scale-workload ${subject}`,
        kind: 'scale-workload',
        subject,
        from,
        to,
        parameters: { ...(0,workloads/* workloadRef */.$v)(kind, workload), readyWithinMs },
        why: `${to} replicas were asked for`,
        risk: `the added pods do not become ready; then they are removed again after ${(0,quantities/* formatSpan */.QA)(readyWithinMs)} without progress`,
        undo: `replicas back to ${from}: takes what the added pods need to end, at most ${grace}${stays}`,
        deadlineMs: (0,deadline/* boundedDeadline */.C)(readyWithinMs, to - from),
        unit: subject,
    };
}

// EXTERNAL MODULE: ./build/domain/capacity/resource-fields.js
var resource_fields = __webpack_require__(96936);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/kubernetes/quantity.js
var kubernetes_quantity = __webpack_require__(47721);
;// CONCATENATED MODULE: ./build/tasks/increase-capacity/resources.js











const asked = {
    'requests.cpu': 'cpu-request',
    'limits.cpu': 'cpu-limit',
    'requests.memory': 'memory-request',
    'limits.memory': 'memory-limit',
};
/** Larger requests and limits of one container: a step, or why not. Never smaller. */
function planResources({ target, autoscalers }, inputs, platform) {
    const { kind, workload, pods } = target;
    const wanted = wantedFields(inputs);
    if (Object.keys(wanted).length === 0)
        return nothing;
    const subject = (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    const { spec } = workload.spec.template;
    const container = containerOf(spec.containers, inputs.container);
    if (container === undefined) {
        const names = spec.containers.map(({ name }) => name).join(', ');
        return refused({
            subject,
            rule: 'requests and limits are those of one container',
            state: inputs.container === ''
                ? `it has several: ${names}`
                : `it has no container ${inputs.container}; there are ${names}`,
            next: 'name one of them as `container`',
        });
    }
    const { fields, already, smaller, firstLimit } = compared(container, wanted);
    const less = smaller ?? firstLimit;
    if (less !== undefined) {
        return refused({
            subject,
            rule: 'increase-capacity never takes anything away',
            state: `container ${container.name}: ${less}`,
            next: smaller === undefined
                ? `no task sets a first limit: whoever owns ${subject} can, in its manifest, or with ${(0,kubectl/* kubectl */.Lr)(platform.namespace) `set resources ${subject} -c ${container.name} --limits=${wantedLimits(wanted)}`}`
                : 'making it smaller is what rightsize-resources is for: gh workflow run dispatch.yml -f task=rightsize-resources',
        });
    }
    if (Object.keys(fields).length === 0)
        return { ...nothing, already };
    const to = { [container.name]: fields };
    const above = (0,resource_fields/* requestAboveLimit */.Iu)((0,resource_fields/* withFields */.qO)(spec, to));
    if (above !== undefined) {
        return refused({ subject, rule: 'a request is at most its limit', state: above, next: 'raise the limit as well' });
    }
    const field = { kind: 'resources', list: 'containers', container: container.name };
    const { owners } = (0,workload_owners/* workloadOwnership */.t)(kind, workload, field, platform, autoscalers);
    const [owner, ...more] = owners;
    const from = (0,resource_fields/* fieldsBefore */.ZZ)(spec, to);
    const changes = Object.keys(fields).map((name) => changeWords(container, name, fields));
    if (owner !== undefined)
        return refused((0,owner_owner/* ownedRefusal */.GT)(subject, [owner, ...more], changes.join(', ')));
    const step = resourcesStep(target, subject, { from, to }, inputs['ready-within'], (0,start_time/* startTimeMs */.o)(pods));
    return { ...nothing, steps: [step], changes, already, fields: to };
}
function wantedFields(inputs) {
    const given = Object.entries(asked).flatMap(([field, input]) => {
        const value = (0,kubernetes_quantity/* parseQuantity */.Lf)(inputs[input]);
        if (value === undefined)
            return [];
        return [[field, field.endsWith('.cpu') ? (0,kubernetes_quantity/* cpuQuantity */.CS)(value) : (0,kubernetes_quantity/* bytesQuantity */.b$)(value)]];
    });
    return Object.fromEntries(given);
}
function containerOf(containers, name) {
    if (name === '')
        return containers.length === 1 ? containers[0] : undefined;
    return containers.find((container) => container.name === name);
}
function compared(container, wanted) {
    const fields = {};
    const already = [];
    let smaller;
    let firstLimit;
    for (const [field, value] of Object.entries(wanted)) {
        const now = (0,resource_fields/* fieldOf */._F)(container, field);
        if ((0,resource_fields/* sameQuantity */.AE)(now, value))
            already.push(`${field} of container ${container.name} ${value} already`);
        else if (now === null && field.startsWith('limits.'))
            firstLimit ??= `${field} not set → ${value}`;
        else if (isLess(value, now))
            smaller ??= `${field} ${now} → ${value}`;
        else
            fields[field] = value;
    }
    return {
        fields,
        already,
        ...(smaller === undefined ? {} : { smaller }),
        ...(firstLimit === undefined ? {} : { firstLimit }),
    };
}
const wantedLimits = (wanted) => Object.entries(wanted)
    .flatMap(([field, value]) => (field.startsWith('limits.') ? [`${field.replace('limits.', '')}=${value}`] : []))
    .join(',');
const isLess = (value, now) => now !== null && ((0,kubernetes_quantity/* parseQuantity */.Lf)(value) ?? 0) < ((0,kubernetes_quantity/* parseQuantity */.Lf)(now) ?? 0);
const changeWords = (container, field, fields) => `${field} of container ${container.name} ${(0,resource_fields/* fieldOf */._F)(container, field) ?? 'not set'} → ${fields[field]}`;
function resourcesStep({ kind, workload }, subject, { from, to }, readyWithinMs, startMs) {
    const pods = (0,judge/* desiredPods */.NO)(kind, workload);
    const took = startMs === undefined ? '' : `; its pods took ${(0,quantities/* formatSpan */.QA)(startMs)} each to become ready`;
    return {
        id: `set-resources ${subject}`,
        kind: 'set-resources',
        subject,
        from: from,
        to: to,
        parameters: { ...(0,workloads/* workloadRef */.$v)(kind, workload), readyWithinMs },
        why: 'more was asked for',
        risk: `every pod is made anew; one that does not become ready within ${(0,quantities/* formatSpan */.QA)(readyWithinMs)} ends it, and what was there before is put back`,
        undo: `what was there before, by another rollout${took}`,
        deadlineMs: (0,deadline/* boundedDeadline */.C)(readyWithinMs, pods),
        unit: subject,
    };
}

// EXTERNAL MODULE: ./build/domain/capacity/service-class.js
var service_class = __webpack_require__(31984);
// EXTERNAL MODULE: ./build/domain/step/step.js
var step = __webpack_require__(44156);
// EXTERNAL MODULE: ./build/domain/target/health-now.js
var health_now = __webpack_require__(25500);
// EXTERNAL MODULE: ./build/domain/target/review-words.js
var review_words = __webpack_require__(77911);
// EXTERNAL MODULE: ./build/domain/usage/use-words.js
var use_words = __webpack_require__(37310);
// EXTERNAL MODULE: ./build/domain/capacity/amounts.js
var capacity_amounts = __webpack_require__(87315);
;// CONCATENATED MODULE: ./build/domain/capacity/claims.js


/** The claims that the template of a StatefulSet makes for its pods up to `replicas`, besides those that are there already. */
function newClaims({ metadata, spec }, replicas, present, classes) {
    const first = spec.ordinals?.start ?? 0;
    const from = spec.replicas ?? 1;
    const ordinals = Array.from({ length: Math.max(0, replicas - from) }, (_, k) => first + from + k);
    return (spec.volumeClaimTemplates ?? []).flatMap((template) => {
        const className = template.spec.storageClassName ?? defaultClass(classes);
        const bytes = (0,kubernetes_quantity/* parseQuantity */.Lf)(template.spec.resources?.requests?.storage ?? '') ?? 0;
        return ordinals
            .map((ordinal) => `${template.metadata.name}-${metadata.name}-${ordinal}`)
            .filter((name) => !present.has(name))
            .map((name) => ({ name, bytes, ...(className === undefined || className === '' ? {} : { className }) }));
    });
}
/** The class of claims that name none: the newest of those that are marked as default (kubernetes.io, "Storage Classes"). */
function defaultClass(classes) {
    return classes
        .filter(({ metadata }) => metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true')
        .toSorted((a, b) => ((a.metadata.creationTimestamp ?? '') < (b.metadata.creationTimestamp ?? '') ? 1 : -1))[0]
        ?.metadata.name;
}
/**
 * What more bytes, and more claims, count as in quotas: `requests.storage`, `persistentvolumeclaims`, and each by class
 * (kubernetes.io, "Resource Quotas", Storage Resource Quota).
 */
function claimAmounts(bytes, claims, className) {
    const ofClass = `${className}.storageclass.storage.k8s.io/`;
    return {
        'requests.storage': bytes,
        persistentvolumeclaims: claims,
        'count/persistentvolumeclaims': claims,
        ...(className === undefined
            ? {}
            : { [`${ofClass}requests.storage`]: bytes, [`${ofClass}persistentvolumeclaims`]: claims }),
    };
}
/** What all of these claims count as in quotas. */
const newClaimAmounts = (claims) => claims.map(({ bytes, className }) => claimAmounts(bytes, 1, className)).reduce(capacity_amounts/* plus */.tY, {});

// EXTERNAL MODULE: ./build/domain/capacity/limit-range.js
var limit_range = __webpack_require__(74961);
// EXTERNAL MODULE: ./build/domain/capacity/quota.js
var quota = __webpack_require__(75250);
;// CONCATENATED MODULE: ./build/tasks/increase-capacity/storage-bounds.js






/** The claims that the added pods of a StatefulSet bring. */
function addedClaims({ target, storage }, { replicas }) {
    if (target.kind !== 'StatefulSet' || replicas === undefined)
        return [];
    return newClaims(target.workload, replicas, new Set(storage.claims), storage.classes);
}
/** What of larger and of added claims quotas and limit ranges of the namespace would not let pass, both together. */
function storageRefusals(around, whole) {
    const { target, surroundings } = around;
    const added = addedClaims(around, whole);
    const amounts = (0,capacity_amounts/* plus */.tY)(whole.grown ?? {}, newClaimAmounts(added));
    const subject = (0,workloads/* workloadWord */.Km)(target.kind, target.workload.metadata.name);
    const brings = added.length === 0 ? '' : `; ${claimWords(added)}`;
    const sizes = [...new Set(added.map(({ bytes }) => bytes))];
    return [
        ...(0,quota/* breachedBy */.m6)(surroundings.quotas, amounts).map(({ quota, text }) => ({
            subject,
            rule: 'a quota is kept',
            state: `${quota}: ${text}${brings}`,
            next: `let whoever owns ${quota} raise it, or ask for less`,
        })),
        ...sizes.flatMap((bytes) => (0,limit_range/* claimBreaches */._)(surroundings.ranges, bytes).map(({ range, text }) => ({
            subject,
            rule: 'a limit range is kept',
            state: `${range}: ${text}${brings}`,
            next: `let whoever owns ${range} change it: the size is that of the template, which cannot be changed`,
        }))),
    ];
}
/** `2 volume claims of 48 MB in all come with the added pods`. */
function claimWords(claims) {
    const bytes = claims.reduce((sum, claim) => sum + claim.bytes, 0);
    return `${(0,quantities/* counted */.hS)(claims.length, 'volume claim')} of ${(0,quantities/* formatBytes */.z3)(bytes)} in all would come with the added pods`;
}

;// CONCATENATED MODULE: ./build/tasks/increase-capacity/review.js












/** What whoever approves weighs besides the steps. */
function reviewOf(around, whole, fit, cost, platform) {
    const { target, use, unready } = around;
    const { kind, workload, pods, budgets } = target;
    const subject = (0,workloads/* workloadWord */.Km)(kind, workload.metadata.name);
    const present = (0,judge/* desiredPods */.NO)(kind, workload);
    const rolls = whole.fields !== undefined;
    const { away } = (0,rollout_shape/* rolloutShape */.t)(kind, workload, present);
    const added = Math.max(0, (whole.replicas ?? present) - present);
    const volumes = whole.steps.filter(({ kind: of }) => of === 'expand-volume').map((step) => step.subject);
    return {
        why: use.use === undefined
            ? ['what it uses is not known']
            : (0,use_words/* useLines */.x)(use.use, workload.spec.template.spec, platform.capacity.scaling),
        fits: [...(fit?.after ?? []), rolls ? (0,review_words/* disruptionWords */.zL)(away) : 'no disruption: nothing that runs is taken away'],
        undo: [...new Set(whole.steps.map(({ undo }) => undo)), ...automatic(whole)],
        couldGoWrong: [...cost.text, ...risksOf(around, whole), ...(0,review_words/* overrideWords */.mF)(target, platform)],
        healthNow: (0,health_now/* healthNow */.D)(kind, workload, pods, unready),
        blastRadius: {
            workloads: whole.replicas === undefined && !rolls ? [] : [subject],
            pods: added + (rolls ? present : 0),
            awayAtOnce: rolls ? away : 0,
            volumes,
            budgets: (0,review_words/* budgetsNow */.vw)(budgets),
        },
    };
}
const automatic = ({ steps }) => steps.some(step/* isReversible */.gw) ? ['put back by itself when a step fails'] : [];
function risksOf(around, whole) {
    const { target, claims } = around;
    const { replicas, steps, fields } = whole;
    const { kind, workload, pods } = target;
    const risks = [...new Set(steps.map(({ risk }) => risk))];
    const { spec } = workload.spec.template;
    risks.push(...(0,service_class/* serviceClassWords */.T)(spec, (0,resource_fields/* withFields */.qO)(spec, fields ?? {})));
    const took = (0,start_time/* startTimeMs */.o)(pods);
    if (took !== undefined)
        risks.push(`its pods took ${(0,quantities/* formatSpan */.QA)(took)} each to become ready so far`);
    if (kind === 'StatefulSet' && replicas !== undefined) {
        const added = addedClaims(around, whole);
        if (added.length > 0)
            risks.push(`${claimWords(added)}, and stay when they are gone`);
        risks.push('the members of a StatefulSet may have to be told of a new one by their own means');
    }
    if (kind === 'StatefulSet' && claims.length > 0) {
        risks.push(`pods that ${(0,workloads/* workloadWord */.Km)(kind, workload.metadata.name)} makes later still get volumes of the size in its template, which cannot be changed`);
    }
    return risks;
}

// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
;// CONCATENATED MODULE: ./build/tasks/increase-capacity/volumes.js










const sizeField = ['f:spec', 'f:resources', 'f:requests', 'f:storage'];
/** Larger volumes: a step for each claim of the volume, or why not. Never smaller. */
function planVolumes({ target, claims, surroundings }, inputs, platform) {
    const bytes = (0,kubernetes_quantity/* parseQuantity */.Lf)(inputs['volume-size']);
    if (bytes === undefined)
        return nothing;
    const subject = (0,workloads/* workloadWord */.Km)(target.kind, target.workload.metadata.name);
    const names = [...new Set(claims.map(({ volume }) => volume))].sort();
    const volume = inputs.volume === '' && names.length === 1 ? names[0] : inputs.volume;
    const chosen = claims.filter((one) => one.volume === volume);
    if (chosen.length === 0) {
        return refused({
            subject,
            rule: 'a volume that grows is one of the pods',
            state: names.length === 0
                ? 'its pods have no volume claims'
                : `${inputs.volume === '' ? 'it has several' : `it has no ${inputs.volume}`}: ${names.join(', ')}`,
            next: 'name one of them as `volume`',
        });
    }
    const to = (0,kubernetes_quantity/* bytesQuantity */.b$)(bytes);
    const growing = chosen.filter(({ claim }) => sizeOf(claim) !== bytes);
    const refusals = growing.flatMap((one) => claimRefusals(one, bytes, platform));
    refusals.push(...rangeRefusals(growing, bytes, surroundings.ranges));
    if (refusals.length > 0)
        return refused(...refusals);
    const already = growing.length === chosen.length
        ? []
        : [`${chosen.length - growing.length} of ${chosen.length} claims have ${to} already`];
    return {
        ...nothing,
        steps: growing.map((one) => expandStep(one, to, inputs['resized-within'])),
        changes: growing.map(({ claim }) => `persistentvolumeclaim/${claim.metadata.name} ${claim.spec.resources?.requests?.storage} → ${to}`),
        already,
        grown: grownAmounts(growing, bytes),
    };
}
const sizeOf = (claim) => (0,kubernetes_quantity/* parseQuantity */.Lf)(claim.spec.resources?.requests?.storage ?? '') ?? 0;
function claimRefusals({ claim, storageClass }, bytes, platform) {
    const { name } = claim.metadata;
    const subject = `persistentvolumeclaim/${name}`;
    const size = claim.spec.resources?.requests?.storage ?? '';
    const describe = (0,kubectl/* kubectl */.Lr)(platform.namespace) `describe pvc ${name}`;
    if (bytes < sizeOf(claim)) {
        return [
            {
                subject,
                rule: 'a volume claim never shrinks',
                state: `it has ${size}, and less was asked for`,
                next: 'make a smaller volume, and copy what is on this one',
            },
        ];
    }
    const className = claim.spec.storageClassName ?? '';
    if (storageClass?.allowVolumeExpansion !== true) {
        return [
            {
                subject,
                rule: 'a volume grows where its class allows it',
                state: storageClass === undefined
                    ? `its class ${className || '(none)'} does not exist`
                    : `storageclass/${className} does not allow expansion`,
                next: `${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `patch storageclass ${className} -p '{"allowVolumeExpansion":true}'`}, if its driver ${storageClass?.provisioner ?? ''} can do it`,
            },
        ];
    }
    if (claim.status?.phase !== 'Bound') {
        return [
            {
                subject,
                rule: 'only a bound claim grows',
                state: `it is ${claim.status?.phase ?? 'without a volume'}`,
                next: describe,
            },
        ];
    }
    const capacity = claim.status.capacity?.storage ?? '';
    if (((0,kubernetes_quantity/* parseQuantity */.Lf)(capacity) ?? 0) < sizeOf(claim)) {
        return [
            {
                subject,
                rule: 'one resize of a claim at a time',
                state: `it asks for ${size} and has ${capacity} so far`,
                next: `${describe}, and plan again once it has it`,
            },
        ];
    }
    const settled = platform.workloads.fieldManagers;
    // a StatefulSet is the controller of its claims, and cannot change their size
    const [owner, ...more] = (0,owner_owner/* ownersOf */.K2)(claim, { field: sizeField, settled }).filter(({ kind }) => kind !== 'controller');
    return owner === undefined ? [] : [(0,owner_owner/* ownedRefusal */.GT)(subject, [owner, ...more], `its size to ${(0,quantities/* formatBytes */.z3)(bytes)}`)];
}
/** What the growth of these claims counts as in quotas. */
const grownAmounts = (growing, bytes) => growing
    .map(({ claim }) => claimAmounts(Math.max(0, bytes - sizeOf(claim)), 0, claim.spec.storageClassName))
    .reduce(capacity_amounts/* plus */.tY, {});
function rangeRefusals([first], bytes, ranges) {
    if (first === undefined)
        return [];
    return (0,limit_range/* claimBreaches */._)(ranges, bytes).map(({ range, text }) => ({
        subject: `persistentvolumeclaim/${first.claim.metadata.name}`,
        rule: 'a limit range is kept',
        state: `${range}: ${text}`,
        next: `ask for less, or let whoever owns ${range} change it`,
    }));
}
function expandStep({ claim }, to, resizedWithinMs) {
    const { name, namespace = '', uid } = claim.metadata;
    const subject = `persistentvolumeclaim/${name}`;
    return {
        id: `expand-volume ${subject}`,
        kind: 'expand-volume',
        subject,
        from: claim.spec.resources?.requests?.storage ?? null,
        to,
        parameters: { namespace, name, uid, resizedWithinMs },
        why: `${to} were asked for`,
        risk: 'the driver may need its pod to start again before the file system grows',
        undo: `cannot be undone: ${kinds/* stepKinds */.C['expand-volume'].cannotBeUndone}`,
        deadlineMs: resizedWithinMs + 60_000,
        unit: subject,
    };
}

;// CONCATENATED MODULE: ./build/tasks/increase-capacity/plan.js












/** Pure: all of what was asked for, if all of it may be and fits; else why not, and no step at all. */
function plan({ measurements }, { inputs: given, platform }) {
    if ('refusal' in measurements)
        return drafted({ refusals: [measurements.refusal] });
    const { around } = measurements;
    const parts = [planVolumes, planResources, planReplicas].map((part) => part(around, given, platform));
    const [whole, subject] = [joined(parts), (0,workloads/* workloadWord */.Km)(around.target.kind, around.target.workload.metadata.name)];
    const findings = (0,read_use/* useFindings */.Q0)(around.use, around.target, 'any use');
    if (whole.steps.length + whole.refusals.length + whole.already.length === 0) {
        return drafted({ refusals: [nothingAsked(subject)], findings });
    }
    const { refusals, fit } = checked(around, whole);
    if (refusals.length > 0)
        return drafted({ refusals, findings });
    if (whole.steps.length === 0) {
        return drafted({ findings, result: `nothing to do: ${subject} has ${whole.already.join(', ')}` });
    }
    const cost = databaseCost(around, whole.replicas ?? 0);
    return drafted({
        steps: whole.steps,
        findings: [...findings, ...cost.findings],
        result: `${subject}: ${whole.changes.join(', ')}`,
        review: reviewOf(around, whole, fit, cost, platform),
    });
}
const drafted = (parts) => ({
    steps: [],
    refusals: [],
    notChecked: [],
    findings: [],
    measurements: [],
    result: parts.refusals === undefined ? '' : `refused: ${parts.refusals.map(({ rule }) => rule).join('; ')}`,
    ...parts,
});
/** The parts as one; only one of them says how many pods there are to be, and one what they ask for. */
function joined(parts) {
    const replicas = parts.find((part) => part.replicas !== undefined)?.replicas;
    const fields = parts.find((part) => part.fields !== undefined)?.fields;
    const grown = parts.find((part) => part.grown !== undefined)?.grown;
    return {
        steps: parts.flatMap(({ steps }) => steps),
        refusals: parts.flatMap(({ refusals }) => refusals),
        changes: parts.flatMap(({ changes }) => changes),
        already: parts.flatMap(({ already }) => already),
        ...(replicas === undefined ? {} : { replicas }),
        ...(fields === undefined ? {} : { fields }),
        ...(grown === undefined ? {} : { grown }),
    };
}
function nothingAsked(subject) {
    return {
        subject,
        rule: 'an increase says what is to be more',
        state: 'neither replicas nor requests, limits or a volume size were given',
        next: 'give at least one of replicas, cpu-request, cpu-limit, memory-request, memory-limit, volume-size',
    };
}
/** Every reason against what was asked for, besides what the parts have found themselves. */
function checked(around, whole) {
    const { target, surroundings } = around;
    if (whole.refusals.length > 0)
        return { refusals: whole.refusals };
    const storage = storageRefusals(around, whole);
    if (whole.replicas === undefined && whole.fields === undefined)
        return { refusals: storage };
    const change = (0,pod_change/* podChangeOf */.x)(target, whole);
    const shape = (0,rollout_shape/* rolloutShape */.t)(target.kind, target.workload, change.from);
    const rolls = whole.fields === undefined ? [] : (0,target_obstacles/* rolloutObstacles */.wF)(target, shape, target.budgets);
    const obstacles = [...(0,target_obstacles/* workloadObstacles */.aL)(target), ...(0,target_obstacles/* imageObstacles */.Ex)(target, target.start), ...rolls];
    const fit = (0,capacity_fit/* judgeFit */.R)(change, surroundings);
    const misfits = fit.misfits.map(({ rule, state, at }) => ({
        subject: (0,workloads/* workloadWord */.Km)(target.kind, target.workload.metadata.name),
        rule,
        state,
        next: at === 'nodes' ? 'add or uncordon nodes, or ask for less' : `ask for less, or let whoever owns ${at} change it`,
    }));
    return { refusals: [...obstacles, ...misfits, ...storage], fit };
}

;// CONCATENATED MODULE: ./build/tasks/increase-capacity/verify.js




/** Prove by the workload's own pods that there is more now, and that it is ready. */
async function verify({ ports, platform }, { observation, draft, applied }) {
    const { measurements } = observation;
    const { findings, result } = draft;
    if (!('around' in measurements))
        return { findings, measurements: [], result };
    const { kind, workload } = measurements.around.target;
    const { name } = workload.metadata;
    const subject = (0,workloads/* workloadWord */.Km)(kind, name);
    const now = await (0,read_target/* readTarget */._)(ports.cluster, platform.namespace, { kind, name });
    if (now === undefined)
        return {
            findings: [...findings, gone(subject, platform.namespace)],
            measurements: [],
            result: `${subject} is gone`,
        };
    const { ready, desired, complete, text } = (0,judge/* judgeRollout */.VY)(kind, now.workload, now.pods, () => true);
    const done = applied.every(({ outcome }) => outcome === 'done');
    const measured = [
        { name: 'ready-pods', subject, value: ready, unit: 'count', comparedWith: { what: 'wanted', value: desired } },
    ];
    const unready = complete || !done ? [] : [notReady(subject, text, platform.namespace)];
    return {
        findings: [...findings, ...unready],
        measurements: measured,
        result: `${result}; ${ready} of ${desired} pods ready${done ? '' : ' (not all steps came to their end)'}`,
    };
}
const gone = (subject, namespace) => ({
    code: 'workload-gone',
    severity: 'unknown',
    subject,
    title: 'the workload was removed meanwhile',
    evidence: `there is no ${subject} any more`,
    next: `find out who removed it: ${(0,kubectl/* kubectl */.Lr)(namespace) `get events`}`,
});
const notReady = (subject, text, namespace) => ({
    code: 'not-all-ready',
    severity: 'fail',
    subject,
    title: 'not every pod is ready after the change',
    evidence: text,
    next: (0,kubectl/* kubectl */.Lr)(namespace) `get pods`,
});

;// CONCATENATED MODULE: ./build/tasks/increase-capacity/index.js















/** increase-capacity: more replicas, larger requests and limits, or larger volumes of one workload, if it fits. */
/* harmony default export */ const increase_capacity = ((0,contract/* defineTask */.R)({
    id: 'increase-capacity',
    title: 'Increase capacity',
    description: 'Gives one workload more replicas, larger requests and limits, or larger volumes, once that is approved. Refuses what would not fit: quotas, limit ranges, room on the nodes, disruption budgets, what somebody else owns. Never takes anything away.',
    guide: ['capacity_increases'],
    windows: [],
    type: 'adaptive',
    priority: 'medium',
    estimateMs: 300_000,
    undoMs: 600_000,
    needs: [],
    after: [],
    changesWorkloads: true,
    ports: ['cluster', 'metrics', 'database'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [
            ...read_target/* targetPermissions */.I,
            ...read_room/* roomPermissions */.m,
            ...owner_autoscalers/* autoscalerPermissions */.g,
            ...unready_workloads/* unreadyPermissions */.d,
            ...read_use/* usePermissions */.Sk,
            ...permissions/* databasePermissions */.c,
            {
                resource: resources/* resources */.E.persistentVolumeClaims,
                verbs: ['list'],
                scope: 'platform',
                why: 'know how large the volumes of its pods are',
            },
            {
                resource: resources/* resources */.E.storageClasses,
                verbs: ['list'],
                scope: 'cluster',
                why: 'know whether the class of a volume lets it grow',
            },
        ],
        change: [
            {
                resource: resources/* resources */.E.deployments,
                subresource: 'scale',
                verbs: ['patch'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)('Deployment'),
                why: 'set the number of replicas, and nothing else',
            },
            {
                resource: resources/* resources */.E.statefulSets,
                subresource: 'scale',
                verbs: ['patch'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)('StatefulSet'),
                why: 'set the number of replicas, and nothing else',
            },
            {
                resource: resources/* resources */.E.deployments,
                verbs: ['patch'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)('Deployment'),
                why: 'set requests and limits',
            },
            {
                resource: resources/* resources */.E.statefulSets,
                verbs: ['patch'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)('StatefulSet'),
                why: 'set requests and limits',
            },
            {
                resource: resources/* resources */.E.daemonSets,
                verbs: ['patch'],
                scope: 'platform',
                names: (0,named_workloads/* namesOfKind */.En)('DaemonSet'),
                why: 'set requests and limits',
            },
            {
                resource: resources/* resources */.E.pods,
                verbs: ['delete'],
                scope: 'platform',
                why: 'when it is put back: remove pods that keep a StatefulSet from going back',
            },
            {
                resource: resources/* resources */.E.persistentVolumeClaims,
                verbs: ['get', 'patch'],
                scope: 'platform',
                why: 'ask for larger volumes',
            },
            ...evidence/* evidencePermissions */.Q,
        ],
    },
    commands: [],
    forwards: [
        { purpose: 'ask the database who is connected to it', selectors: permissions/* databaseSelectors */.U },
        { purpose: 'ask Prometheus what containers used', selectors: prometheus_access/* prometheusSelectors */.zF },
    ],
    steps: ['expand-volume', 'set-resources', 'scale-workload'],
    verdicts: {
        pass: 'there is more now, proved by the pods, or it was so already',
        warn: 'it is refused: it would not fit, somebody else owns it, or nothing was asked for; or what it used could not be asked everywhere',
        fail: 'it did not become ready, and what was changed was put back',
        unknown: 'the workload, or what it has to fit into, could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
