export const id = 3397;
export const ids = [3397];
export const modules = {

/***/ 72324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ restartAnnotation)
/* harmony export */ });
/** The annotation of a workload's template by which its pods are made anew; its value names the plan that asked for it. */
const restartAnnotation = 'rooivalk.maintenance/restarted-by';


/***/ }),

/***/ 65778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92400);
/* harmony import */ var _domain_target_restart_annotation_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72324);
/* harmony import */ var _observation_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8623);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54639);
/* harmony import */ var _rollout_settle_lost_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73306);
/* harmony import */ var _rollout_watch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44293);








/**
 * Replace every pod of a workload, by an annotation of its template that names this application of the plan: a second time
 * it is there already, and nothing happens. Watched by the pods that carry it.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_5__/* .defineStep */ .o)({
    kind: 'restart-workload',
    ports: ['cluster'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const workload = await current(context, step);
        if (annotationOf(workload.spec.template.metadata) !== context.planId)
            await annotate(context, step, workload);
        const ready = await (0,_rollout_watch_js__WEBPACK_IMPORTED_MODULE_4__/* .watchRollout */ .D)(context, step, carries(context.planId));
        return { text: `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(ready, 'pod')} made anew and ready`, measurements: [], findings: [] };
    },
    settle: async (context, step) => {
        const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .readWorkload */ .Ez)(context.ports.cluster, step.parameters);
        if (workload === undefined)
            return 'moved';
        const now = annotationOf(workload.spec.template.metadata) ?? null;
        if (now === context.planId)
            return 'done';
        return now === step.from ? 'not-done' : 'moved';
    },
}));
const annotationOf = (metadata) => metadata?.annotations?.[_domain_target_restart_annotation_js__WEBPACK_IMPORTED_MODULE_7__/* .restartAnnotation */ .X];
const carries = (planId) => ({ metadata }) => annotationOf(metadata) === planId;
async function current({ ports }, { subject, parameters }) {
    const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .readWorkload */ .Ez)(ports.cluster, parameters);
    if (workload !== undefined)
        return workload;
    throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
        code: 'conflict',
        subject,
        message: `${subject} was removed or made anew since it was looked at`,
    });
}
async function annotate({ ports, planId, pause }, step, workload) {
    const { namespace, name, uid } = step.parameters;
    const { metadata } = workload.spec.template;
    const annotations = '/spec/template/metadata/annotations';
    const path = `${annotations}/${_domain_target_restart_annotation_js__WEBPACK_IMPORTED_MODULE_7__/* .restartAnnotation */ .X.replaceAll('/', '~1')}`;
    const missing = metadata?.annotations === undefined
        ? [
            { op: 'test', path: annotations, value: null },
            { op: 'add', path: annotations, value: {} },
        ]
        : [];
    await (0,_rollout_settle_lost_js__WEBPACK_IMPORTED_MODULE_3__/* .settleLost */ .c)(() => ports.cluster.patch((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadResource */ .WG)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(step.parameters)), namespace, name, [
        { op: 'test', path: '/metadata/uid', value: uid },
        { op: 'test', path: '/spec/paused', value: null },
        ...missing,
        { op: 'test', path, value: step.from },
        { op: 'add', path, value: planId },
    ]), async () => {
        const now = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .readWorkload */ .Ez)(ports.cluster, step.parameters);
        return annotationOf(now?.spec.template.metadata) === planId;
    }, pause);
}


/***/ })

};
