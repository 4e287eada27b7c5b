export const id = 6022;
export const ids = [6022];
export const modules = {

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

/***/ 54639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ defineStep)
/* harmony export */ });
/** Define the execution of a step kind. */
function defineStep(executor) {
    return executor;
}


/***/ }),

/***/ 6022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92400);
/* harmony import */ var _observation_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34659);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54639);



/** Look at every key of one database of one shard, so that expired ones are removed. Forward: doing it again is harmless. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_1__/* .defineStep */ .o)({
    kind: 'expire-stale-keys',
    ports: ['cache'],
    provedBy: 'apply',
    precondition: async ({ ports }, { parameters }) => {
        const instance = await ports.cache.instance(parameters.shard);
        if (instance.role !== 'master')
            return { holds: false, moved: `${parameters.shard} is a replica now` };
        return instance.strained === true ? { holds: false, moved: (0,_observation_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .strainedWords */ .u1)(parameters.shard) } : { holds: true };
    },
    apply: async ({ ports, signal }, step) => {
        const { shard, database, ...limits } = step.parameters;
        const outcome = await ports.cache.sweep(shard, database, limits, signal);
        return {
            text: textOf(outcome),
            measurements: [
                { name: 'keys-reclaimed', subject: step.subject, value: outcome.reclaimed, unit: 'count' },
                {
                    name: 'latency-meanwhile',
                    subject: step.subject,
                    value: outcome.latency.p95Ms,
                    unit: 'ms',
                    comparedWith: { what: 'before', value: outcome.latency.beforeMs },
                },
            ],
            findings: stoppedFinding(step, outcome),
        };
    },
    settle: async () => 'cannot-tell',
}));
const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
function textOf({ looked, reclaimed, latency, ended }) {
    const stopped = ended === 'whole' ? '' : ', stopped early';
    return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(reclaimed, 'key')} reclaimed, ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(looked)} live ones looked at${stopped}; latency ${ms(latency.beforeMs)} before, ${ms(latency.p95Ms)} (p95) meanwhile`;
}
function stoppedFinding(step, outcome) {
    const { subject, parameters } = step;
    const base = { code: 'sweep-stopped', severity: 'warn', subject };
    const done = `after ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(outcome.looked + outcome.reclaimed, 'key')}`;
    switch (outcome.ended) {
        case 'whole':
            return [];
        case 'latency':
            return [
                {
                    ...base,
                    title: 'the sweep stopped because other requests had to wait longer',
                    evidence: `${done}: ${ms(outcome.latency.worstMs)} at worst, ${ms(outcome.latency.beforeMs)} before (stops at ${ms(parameters.latencyLimitMs)} more)`,
                    next: 'the next opening goes on; look at what else loads the cache at this time (`redis-cli --latency`, `slowlog get`)',
                },
            ];
        case 'time':
            return [
                {
                    ...base,
                    title: 'the sweep did not come to its end in the time it had',
                    evidence: `${done}, in ${Math.round(parameters.timeLimitMs / 1000)} s`,
                    next: 'raise `time-limit` or `page-size`, or `active-expire-effort` of the cache',
                },
            ];
        case 'not-master':
            return [
                {
                    ...base,
                    title: 'the server became a replica, so nothing was reclaimed there',
                    evidence: `${parameters.shard} is no master any more`,
                    next: 'the next opening finds the new master',
                },
            ];
    }
}


/***/ })

};
