export const id = 8554;
export const ids = [8554];
export const modules = {

/***/ 88554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _observation_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8623);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54639);
/* harmony import */ var _rollout_settle_lost_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73306);
/* harmony import */ var _rollout_watch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44293);





/**
 * Set the number of a workload's replicas through its subresource `scale`, and wait until that many pods are ready and no
 * more are there. Uid and old number are tested in the request itself, so a workload that somebody has scaled or made
 * anew since is left alone.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_4__/* .defineStep */ .o)({
    kind: 'scale-workload',
    ports: ['cluster'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const { namespace, name, uid } = step.parameters;
        const resource = (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadResource */ .WG)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(step.parameters));
        const change = { uid, from: Number(step.from), to: Number(step.to) };
        await (0,_rollout_settle_lost_js__WEBPACK_IMPORTED_MODULE_2__/* .settleLost */ .c)(() => context.ports.cluster.scale(resource, namespace, name, change), async () => (await settle(context, step)) === 'done', context.pause);
        const ready = await (0,_rollout_watch_js__WEBPACK_IMPORTED_MODULE_3__/* .watchRollout */ .D)(context, step, () => true);
        return { text: `${step.from} → ${step.to} replicas, ${ready} ready`, measurements: [], findings: [] };
    },
    settle,
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
