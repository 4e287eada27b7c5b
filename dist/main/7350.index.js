export const id = 7350;
export const ids = [7350];
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

/***/ 27350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92400);
/* harmony import */ var _observation_cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34659);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54639);



/** Let one shard's allocator give back what it holds without use, if that is still worth it. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_1__/* .defineStep */ .o)({
    kind: 'purge-cache-memory',
    ports: ['cache'],
    provedBy: 'settle',
    precondition: async ({ ports }, { parameters }) => {
        const { memory, strained } = await ports.cache.instance(parameters.shard);
        if (strained === true)
            return { holds: false, moved: (0,_observation_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .strainedWords */ .u1)(parameters.shard) };
        if ((0,_observation_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorthGivingBack */ .ke)(memory, parameters))
            return { holds: true };
        const bounds = `acts from ${parameters.fragmentation.toFixed(1)} and ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(parameters.reclaimableBytes)}`;
        const state = `fragmentation is ${(0,_observation_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .fragmentationOf */ .Nn)(memory).toFixed(1)}, ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(memory.reclaimableBytes ?? 0)} could be given back`;
        return { holds: false, moved: `${state} (${bounds})` };
    },
    apply: async ({ ports }, step) => {
        const { shard } = step.parameters;
        const before = (await ports.cache.instance(shard)).memory;
        await ports.cache.giveBackMemory(shard);
        const after = (await ports.cache.instance(shard)).memory;
        return {
            text: `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(before.residentBytes)} → ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBytes */ .z3)(after.residentBytes)} resident, fragmentation ${changeOf(before, after)}`,
            measurements: [
                {
                    name: 'memory-given-back',
                    subject: step.subject,
                    value: Math.max(0, before.residentBytes - after.residentBytes),
                    unit: 'bytes',
                    comparedWith: { what: 'resident before', value: before.residentBytes },
                },
            ],
            findings: [],
        };
    },
    settle: async ({ ports }, { parameters }) => {
        const { memory } = await ports.cache.instance(parameters.shard);
        return (0,_observation_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorthGivingBack */ .ke)(memory, parameters) ? 'not-done' : 'done';
    },
}));
const changeOf = (before, after) => `${(0,_observation_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .fragmentationOf */ .Nn)(before).toFixed(1)} → ${(0,_observation_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .fragmentationOf */ .Nn)(after).toFixed(1)}`;


/***/ })

};
