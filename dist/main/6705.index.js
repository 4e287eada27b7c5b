export const id = 6705;
export const ids = [6705];
export const modules = {

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

/***/ 6705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ optimize_caches)
});

// EXTERNAL MODULE: ./build/observation/cache-permissions.js
var cache_permissions = __webpack_require__(50062);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
;// CONCATENATED MODULE: ./build/tasks/optimize-caches/inputs.js
/** What an adopter may change about optimize-caches. */
const inputs = {
    'stale-share': {
        kind: 'share',
        description: 'Keys are swept from this share of expired keys on (`expired_stale_perc`); Redis itself aims below 10 %.',
        default: 0.1,
        min: 0,
        max: 1,
    },
    'page-size': {
        kind: 'integer',
        description: 'How many keys are looked at in one request.',
        default: 500,
        min: 10,
        max: 10_000,
        unit: 'keys',
    },
    'latency-limit': {
        kind: 'duration',
        description: 'The sweep stops when requests beside it take longer than before by more than this.',
        default: '50ms',
        min: '1ms',
        max: '10s',
    },
    'time-limit': {
        kind: 'duration',
        description: 'How long the sweep of one database may take.',
        default: '10m',
        min: '1s',
        max: '2h',
    },
    fragmentation: {
        kind: 'number',
        description: 'Memory is given back from this ratio of resident to used memory on.',
        default: 1.5,
        min: 1,
        max: 100,
        unit: 'ratio',
    },
    reclaimable: {
        kind: 'number',
        description: 'Memory is given back only where the allocator holds at least this much without use.',
        default: 10,
        min: 0,
        max: 1_000_000,
        unit: 'MB',
    },
};
/** From when on memory is given back. */
function purgeBounds(inputs) {
    return { fragmentation: inputs.fragmentation, reclaimableBytes: inputs.reclaimable * 1_000_000 };
}

// EXTERNAL MODULE: ./build/observation/cache.js
var cache = __webpack_require__(34659);
;// CONCATENATED MODULE: ./build/tasks/optimize-caches/observe.js

/** Ask every server of the cache what it is and how it is. */
async function observe(context) {
    const seen = await (0,cache/* observeCache */.vg)(context.ports.cache);
    return { basis: { masters: seen.masters.map((master) => master.server) }, measurements: seen };
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
;// CONCATENATED MODULE: ./build/tasks/optimize-caches/findings.js



/** Where to look at a server: pods by kubectl, anything else by its own name. */
const lookAt = (server, namespace) => server.startsWith('pod/') ? (0,kubectl/* kubectl */.Lr)(namespace) `describe ${server}` : `look at the cache at ${server}`;
/** What does not depend on whether anything is swept. `knownMasters`: servers that were masters when they were asked before. */
function standingFindings(seen, inputs, namespace, knownMasters = []) {
    return [
        ...silentServers(seen, namespace, knownMasters),
        ...unreachedShards(seen),
        ...withoutMaster(seen, namespace),
        ...seen.masters.filter((master) => master.loading).map(loading),
        ...seen.masters.filter((master) => isFragmented(master, inputs)).map((master) => fragmented(master, inputs)),
    ];
}
/**
 * With one master and its replicas, a server that does not answer is a replica, and its health is check-health's business.
 * Otherwise it may be a shard of its own, and then its keys were not looked at; one that was a master before is one.
 */
function silentServers({ servers, masters }, namespace, knownMasters) {
    const hasReplicas = masters.length === 1 && masters[0]?.cluster === undefined;
    const severityOf = (server) => (hasReplicas && !knownMasters.includes(server) ? 'info' : 'unknown');
    return servers.flatMap((observed) => 'instance' in observed
        ? []
        : [
            {
                code: 'server-not-reached',
                severity: severityOf(observed.server),
                subject: `cache ${observed.server}`,
                title: 'the cache server could not be asked',
                evidence: observed.cause,
                next: observed.next ?? lookAt(observed.server, namespace),
            },
        ]);
}
/** Masters that were silent when the run was planned and answer now: nothing was planned for them. */
function passedOver(before, after) {
    return before.servers.flatMap((observed) => 'instance' in observed || !after.masters.some(({ server }) => server === observed.server)
        ? []
        : [
            {
                code: 'server-not-reached',
                severity: 'unknown',
                subject: `cache ${observed.server}`,
                title: 'the cache server could not be asked when the run was planned, so its keys were not looked at',
                evidence: observed.cause,
                next: 'run the task again',
            },
        ]);
}
function unreachedShards({ unreachedShards: addresses }) {
    return addresses.map((address) => ({
        code: 'shard-not-reached',
        severity: 'unknown',
        subject: `shard ${address}`,
        title: 'a shard of the cluster is not among the servers that are configured',
        evidence: `the cluster names ${address} as a master; no server of \`platform.cache\` is it`,
        next: 'let `platform.cache.workload.selector` match the pods of every shard',
    }));
}
/**
 * Expired keys are removed by masters alone: sweeping a replica reclaims nothing. A replica that is linked to its master was
 * named instead of it, which is a mistake of the configuration; one that has lost it leaves the keys unlooked at.
 */
function withoutMaster({ masters, replicas }, namespace) {
    if (masters.length > 0)
        return [];
    return replicas.map((replica) => (replica.linkUp === true ? misdirected(replica) : withoutLink(replica, namespace)));
}
const misdirected = ({ server, master }) => ({
    code: 'no-master',
    severity: 'warn',
    subject: `cache ${server}`,
    title: 'only a replica was reached, and sweeping one reclaims nothing',
    evidence: `${server} is a replica of ${master ?? 'nobody'}`,
    next: master
        ? `point \`platform.cache\` in .github/maintenance.yml to the master, ${master}`
        : 'make one of the servers the master',
});
const withoutLink = ({ server, master }, namespace) => ({
    code: 'master-lost',
    severity: 'unknown',
    subject: `cache ${server}`,
    title: 'no master was reached, so the keys were not looked at',
    evidence: `${server} is a replica of ${master ?? 'nobody'} and not linked to it`,
    next: `bring the master back, or make a replica the master; ${lookAt(server, namespace)}`,
});
const loading = (master) => ({
    code: 'loading',
    severity: 'unknown',
    subject: `cache ${master.server}`,
    title: 'the cache is reading its data from disk and answers nothing else',
    evidence: `${master.server} reports loading`,
    next: 'run the task again when it has started',
});
/** Less than this is overhead that every process has. */
const notableBytes = 64_000_000;
/** Memory that is lost between live values: the allocator cannot give it back, defragmenting can. */
function isFragmented({ memory }, inputs) {
    const lost = memory.residentBytes - memory.usedBytes - (memory.reclaimableBytes ?? 0);
    return (0,cache/* fragmentationOf */.Nn)(memory) >= inputs.fragmentation && lost >= notableBytes;
}
const fragmented = ({ server, memory }, inputs) => ({
    code: 'fragmented',
    severity: 'info',
    subject: `cache ${server}`,
    title: 'memory is fragmented between live values, so it cannot simply be given back',
    evidence: `fragmentation ${(0,cache/* fragmentationOf */.Nn)(memory).toFixed(1)} (notable from ${inputs.fragmentation.toFixed(1)}): ${(0,quantities/* formatBytes */.z3)(memory.residentBytes)} resident, ${(0,quantities/* formatBytes */.z3)(memory.usedBytes)} used`,
    next: '`config set activedefrag yes` where Redis was built with jemalloc, in a quiet hour',
});

;// CONCATENATED MODULE: ./build/tasks/optimize-caches/plan.js





/** For every shard: sweep the databases with expiries if many keys are stale, then give memory back if that is worth it. */
function plan(observation, context) {
    const seen = observation.measurements;
    const { inputs, platform } = context;
    const able = seen.masters.filter((master) => !master.loading);
    const steps = able.flatMap((master) => stepsFor(master, inputs));
    return {
        steps,
        refusals: refusalsOf(seen),
        notChecked: seen.unreachedShards.map((address) => ({ subject: `shard ${address}`, why: 'it is not configured' })),
        findings: standingFindings(seen, inputs, platform.namespace),
        measurements: measurementsOf(seen, inputs),
        result: resultOf(seen, able, steps, inputs),
    };
}
function stepsFor(master, inputs) {
    const stale = master.staleShare >= inputs['stale-share'];
    const swept = stale ? master.databases.filter((space) => space.expiring > 0) : [];
    const sweeps = swept.map((space) => sweepStep(master, space, inputs));
    const now = (0,cache/* isWorthGivingBack */.ke)(master.memory, purgeBounds(inputs));
    const most = (master.memory.reclaimableBytes ?? 0) + expiringBytes(master, swept);
    const later = most >= purgeBounds(inputs).reclaimableBytes;
    const purges = now || (sweeps.length > 0 && later && master.memory.reclaimableBytes !== undefined);
    return purges ? [...sweeps, purgeStep(master, inputs)] : sweeps;
}
/** About how many bytes a sweep can free at most, if keys with an expiry are as large as the others. */
function expiringBytes(master, swept) {
    const keys = master.databases.reduce((sum, space) => sum + space.keys, 0);
    const expiring = swept.reduce((sum, space) => sum + space.expiring, 0);
    return keys === 0 ? 0 : (master.memory.usedBytes / keys) * expiring;
}
const slackMs = 30_000;
function sweepStep(master, space, inputs) {
    return {
        id: `expire-stale-keys ${master.server} ${space.index}`,
        kind: 'expire-stale-keys',
        subject: `database ${space.index} of cache ${master.server}`,
        from: { keys: space.keys, expiring: space.expiring },
        to: { stale: 0 },
        parameters: {
            shard: master.server,
            database: space.index,
            pageSize: inputs['page-size'],
            latencyLimitMs: inputs['latency-limit'],
            timeLimitMs: inputs['time-limit'],
        },
        why: `${(0,quantities/* formatShare */.T1)(master.staleShare)} of keys with an expiry are stale (acts from ${(0,quantities/* formatShare */.T1)(inputs['stale-share'])}); ${(0,quantities/* formatCount */.B4)(space.expiring)} of ${(0,quantities/* counted */.hS)(space.keys, 'key')} here have one`,
        risk: 'requests wait for one page at a time; it stops when they wait longer than before',
        undo: `cannot be undone: ${kinds/* stepKinds */.C['expire-stale-keys'].cannotBeUndone}`,
        deadlineMs: inputs['time-limit'] + slackMs,
    };
}
function purgeStep(master, inputs) {
    const { memory, server } = master;
    return {
        id: `purge-cache-memory ${server}`,
        kind: 'purge-cache-memory',
        subject: `cache ${server}`,
        from: { residentBytes: memory.residentBytes, usedBytes: memory.usedBytes },
        to: { reclaimableBytes: 0 },
        parameters: { shard: server, ...purgeBounds(inputs) },
        why: `${(0,quantities/* formatBytes */.z3)(memory.residentBytes)} resident for ${(0,quantities/* formatBytes */.z3)(memory.usedBytes)} of data, fragmentation ${(0,cache/* fragmentationOf */.Nn)(memory).toFixed(1)}; done only from ${inputs.fragmentation.toFixed(1)} and ${inputs.reclaimable} MB on, asked again then`,
        risk: 'requests wait for a moment while memory is given back',
        undo: `cannot be undone: ${kinds/* stepKinds */.C['purge-cache-memory'].cannotBeUndone}`,
        deadlineMs: 60_000,
    };
}
function refusalsOf(seen) {
    if (seen.masters.length > 0)
        return [];
    return seen.replicas.map((replica) => ({
        subject: `cache ${replica.server}`,
        rule: 'a replica is not swept: it keeps expired keys until its master removes them',
        state: `${replica.server} is a replica of ${replica.master ?? 'nobody'}`,
        next: replica.linkUp === true
            ? `point \`platform.cache\` in .github/maintenance.yml to the master${replica.master ? `, ${replica.master}` : ''}`
            : 'bring the master back, or make a replica the master',
    }));
}
/** Numbers that are kept for trends. */
function measurementsOf(seen, inputs) {
    return seen.masters.flatMap(({ server, staleShare, memory, databases }) => {
        const subject = `cache ${server}`;
        return [
            {
                name: 'stale-keys',
                subject,
                value: staleShare,
                unit: 'share',
                comparedWith: { what: 'acts from', value: inputs['stale-share'] },
            },
            { name: 'keys', subject, value: databases.reduce((sum, space) => sum + space.keys, 0), unit: 'count' },
            {
                name: 'memory-used',
                subject,
                value: memory.usedBytes,
                unit: 'bytes',
                ...(memory.limitBytes === undefined ? {} : { comparedWith: { what: 'maxmemory', value: memory.limitBytes } }),
            },
            { name: 'memory-resident', subject, value: memory.residentBytes, unit: 'bytes' },
        ];
    });
}
function resultOf(seen, able, steps, inputs) {
    if (seen.masters.length === 0)
        return seen.replicas.length > 0 ? 'only replicas were reached' : 'no server could be asked';
    const worst = able.reduce((share, master) => Math.max(share, master.staleShare), 0);
    const stale = `${(0,quantities/* formatShare */.T1)(worst)} of keys are stale (acts from ${(0,quantities/* formatShare */.T1)(inputs['stale-share'])})`;
    if (steps.length === 0) {
        const fragmentation = able.reduce((most, { memory }) => Math.max(most, (0,cache/* fragmentationOf */.Nn)(memory)), 1);
        return able.length === 0
            ? 'every master is loading'
            : `nothing to do: ${stale}, fragmentation ${fragmentation.toFixed(1)}`;
    }
    const sweeps = steps.filter((step) => step.kind === 'expire-stale-keys').length;
    const what = sweeps > 0 ? `${(0,quantities/* counted */.hS)(sweeps, 'database')} to be swept` : 'memory to be given back';
    return `${what} on ${(0,quantities/* counted */.hS)(new Set(steps.map(shardOf)).size, 'shard')}: ${stale}`;
}
const shardOf = (step) => step.parameters.shard;

;// CONCATENATED MODULE: ./build/tasks/optimize-caches/verify.js





/** Ask every server again: keys removed by its own count, and memory before and after. */
async function verify(context, done, inputs) {
    const before = done.observation.measurements;
    const { measurements: after } = await observe(context);
    return {
        findings: [
            ...standingFindings(after, inputs, context.platform.namespace, done.observation.basis.masters),
            ...passedOver(before, after),
        ],
        measurements: measurementsOf(withShareFound(before, after), inputs),
        result: verify_resultOf(seenAgain(before, after), after, done.applied) + silentWords(before, after),
        notChecked: done.draft.notChecked,
    };
}
/** Redis' share of stale keys is a running mean, and still high just after a sweep: what was found is what is kept. */
function withShareFound(before, after) {
    const found = new Map(before.masters.map((master) => [master.server, master.staleShare]));
    const masters = after.masters.map((master) => ({
        ...master,
        staleShare: found.get(master.server) ?? master.staleShare,
    }));
    return { ...after, masters };
}
/** What was seen of the masters that answer now: with those that do not, nothing is compared. */
const seenAgain = (before, after) => ({
    ...before,
    masters: before.masters.filter(({ server }) => after.masters.some((master) => master.server === server)),
});
function silentWords(before, after) {
    const silent = before.masters.length - seenAgain(before, after).masters.length;
    return silent === 0 ? '' : `; ${silent} of ${(0,quantities/* counted */.hS)(before.masters.length, 'server')} could not be asked afterwards`;
}
function verify_resultOf(before, after, applied) {
    const swept = applied.filter((entry) => entry.step.kind === 'expire-stale-keys' && entry.outcome === 'done');
    const purged = applied.some((entry) => entry.step.kind === 'purge-cache-memory' && entry.outcome === 'done');
    const parts = [];
    if (swept.length > 0)
        parts.push(`${(0,quantities/* counted */.hS)(reclaimed(before, after), 'key')} reclaimed`);
    const memory = (seen, of) => seen.masters.reduce((sum, master) => sum + master.memory[of], 0);
    const kind = purged ? 'residentBytes' : 'usedBytes';
    const word = purged ? 'resident' : 'used';
    parts.push(`${(0,quantities/* formatBytes */.z3)(memory(before, kind))} → ${(0,quantities/* formatBytes */.z3)(memory(after, kind))} ${word}`);
    parts.push(`fragmentation ${most(before).toFixed(1)} → ${most(after).toFixed(1)}`);
    const p95 = latencyOf(applied);
    if (p95 !== undefined)
        parts.push(`latency ${p95.toFixed(1)} ms (p95) meanwhile`);
    return parts.join(', ');
}
/** By the servers' own counters; one that was started again in between begins anew and does not count backwards. */
function reclaimed(before, after) {
    return after.masters.reduce((sum, master) => {
        const earlier = before.masters.find((other) => other.server === master.server);
        return sum + (earlier ? Math.max(0, master.expiredKeys - earlier.expiredKeys) : 0);
    }, 0);
}
const most = (seen) => seen.masters.reduce((worst, { memory }) => Math.max(worst, (0,cache/* fragmentationOf */.Nn)(memory)), 1);
function latencyOf(applied) {
    const measured = applied
        .flatMap((entry) => entry.effect?.measurements ?? [])
        .filter((measurement) => measurement.name === 'latency-meanwhile')
        .map((measurement) => measurement.value);
    return measured.length === 0 ? undefined : Math.max(...measured);
}

;// CONCATENATED MODULE: ./build/tasks/optimize-caches/index.js






/** optimize-caches: expired keys that are still there, and memory that holds nothing, on the master of every shard. */
/* harmony default export */ const optimize_caches = ((0,contract/* defineTask */.R)({
    id: 'optimize-caches',
    title: 'Optimize caches',
    description: 'Looks at how many keys have expired and are still there, on the master of every shard; only where that is much, goes through the keys so that they are removed, and gives unused memory back. Deletes nothing that has not expired, and stops when requests slow down.',
    guide: ['cache_optimization'],
    windows: ['daily'],
    type: 'preventive',
    priority: 'medium',
    estimateMs: 60_000,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: false,
    ports: ['cache'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: cache_permissions/* cachePermissions */.r,
        change: [],
    },
    commands: [],
    forwards: [{ purpose: 'talk to the cache', selectors: cache_permissions/* cacheSelectors */.J }],
    steps: ['expire-stale-keys', 'purge-cache-memory'],
    verdicts: {
        pass: 'few keys are stale and little memory is unused, or they were reclaimed',
        warn: 'only a replica is configured, or a sweep stopped because requests slowed down or its time was up',
        fail: 'the cache refused to be swept or to give memory back',
        unknown: 'the cache, its master or one of its shards could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
