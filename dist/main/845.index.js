export const id = 845;
export const ids = [845];
export const modules = {

/***/ 73127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ws: () => (/* binding */ workloadSubject),
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   bf: () => (/* binding */ ownerOf)
/* harmony export */ });
/** `deployment/api-gateway` */
function workloadSubject(kind, name) {
    return `${kind.toLowerCase()}/${name}`;
}
/** Whose it is, without the random parts of names: the same finding must be found again tomorrow. */
function ownerOf(pod) {
    const { name, labels = {}, ownerReferences = [] } = pod.metadata;
    const controller = ownerReferences.find((reference) => reference.controller === true);
    switch (controller?.kind) {
        case 'ReplicaSet': {
            const hash = labels['pod-template-hash'];
            const suffix = `-${hash}`;
            const plain = hash !== undefined && controller.name.endsWith(suffix)
                ? controller.name.slice(0, -suffix.length)
                : controller.name;
            const workload = workloadSubject('Deployment', plain);
            return { owner: workload, workload };
        }
        case 'StatefulSet':
            return { owner: `pod/${name}`, workload: workloadSubject('StatefulSet', controller.name) };
        case 'Job': {
            const workload = `job/${controller.name.replace(/-\d{6,}$/, '')}`;
            return { owner: workload, workload };
        }
        case undefined:
            return { owner: `pod/${name}`, workload: `pod/${name}` };
        default: {
            const workload = workloadSubject(controller?.kind ?? '', controller?.name ?? '');
            return { owner: workload, workload };
        }
    }
}
/** Evidence about a pod that is filed under `owner`: it names the pod, unless that is what it is filed under. */
function evidenceOf(pod, owner, evidence) {
    return owner.startsWith('pod/') ? evidence : `${pod}: ${evidence}`;
}


/***/ }),

/***/ 21631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ insideContainer)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);

/** A command in a container as people type it, between backticks; a word that a shell would take apart is quoted. */
function insideContainer({ namespace, pod, container }, command) {
    return (0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `exec ${pod} -c ${container} -- ${command}`;
}


/***/ }),

/***/ 66024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pd: () => (/* binding */ inspectRotation),
/* harmony export */   Vc: () => (/* binding */ rotateAloud),
/* harmony export */   WT: () => (/* binding */ rotateNow)
/* harmony export */ });
const rotation = (options, { configuration, state }) => [
    'logrotate',
    ...options,
    ...(state === undefined ? [] : ['--state', state]),
    configuration,
];
/** logrotate(8) in debug mode: says what it would do and changes nothing. */
const inspectRotation = (meant) => rotation(['--debug'], meant);
/** Rotate what is due. */
const rotateNow = (meant) => rotation([], meant);
/** For people: rotate what is due, and say what happens. */
const rotateAloud = (meant) => rotation(['--verbose'], meant);


/***/ }),

/***/ 3969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ podMoved),
/* harmony export */   x: () => (/* binding */ selectPods)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_pod_owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73127);
/* harmony import */ var _domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95260);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);



/** Every pod of the selection, not the first: sorted by name, each with the container that is meant. */
async function selectPods(cluster, selection) {
    const ready = [];
    const skipped = [];
    const { namespace } = selection;
    const query = { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, namespace, labels: selection.selector };
    for await (const pod of cluster.list(query)) {
        const why = unusable(pod);
        const container = (0,_domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(pod, selection.container);
        if (why !== undefined)
            skipped.push({ pod: pod.metadata.name, why });
        else if (container === undefined)
            skipped.push({ pod: pod.metadata.name, why: `it has no container ${selection.container}` });
        else {
            const { name, uid: podUid } = pod.metadata;
            const which = container === (0,_domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(pod) ? '' : ` container ${container}`;
            const ref = { namespace, pod: name, podUid, container };
            ready.push({ pod: name, ref, place: `pod/${name}${which}`, subject: `${(0,_domain_kubernetes_pod_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerOf */ .bf)(pod).owner}${which}` });
        }
    }
    const byName = (a, b) => (a.pod < b.pod ? -1 : 1);
    return { ready: ready.sort(byName), skipped: skipped.sort(byName) };
}
function unusable(pod) {
    if (pod.metadata.deletionTimestamp !== undefined)
        return 'it is being deleted';
    if ((0,_domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_)(pod))
        return undefined;
    const waiting = pod.status?.containerStatuses?.find((status) => status.state?.waiting)?.state?.waiting?.reason;
    return `it is not ready (${waiting ?? pod.status?.phase ?? 'no status'})`;
}
/** Whether the pod that a plan saw is still that pod, and ready. Undefined when it is; else what it is now. */
async function podMoved(cluster, ref) {
    const pod = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, ref.namespace, ref.pod);
    if (pod === undefined)
        return `pod/${ref.pod} no longer exists`;
    if (pod.metadata.uid !== ref.podUid)
        return `pod/${ref.pod} was replaced`;
    const why = unusable(pod);
    return why === undefined ? undefined : `pod/${ref.pod}: ${why}`;
}


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

/***/ 10845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92400);
/* harmony import */ var _observation_inside_container_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21631);
/* harmony import */ var _observation_logrotate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66024);
/* harmony import */ var _observation_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3969);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54639);






const timeoutMs = 60_000;
/** Run a container's own logrotate once. Final: it is never taken twice. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_3__/* .defineStep */ .o)({
    kind: 'rotate-logs',
    ports: ['cluster'],
    provedBy: 'apply',
    precondition: async (context, step) => {
        const moved = await (0,_observation_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .podMoved */ .j)(context.ports.cluster, step.parameters);
        return moved === undefined ? { holds: true } : { holds: false, moved };
    },
    apply: async (context, step) => {
        const result = await context.ports.cluster.exec(step.parameters, (0,_observation_logrotate_js__WEBPACK_IMPORTED_MODULE_4__/* .rotateNow */ .WT)(step.parameters), { timeoutMs });
        if (result.exitCode !== 0)
            throw failed(step.subject, step.parameters, result.exitCode);
        return { text: 'rotated', measurements: [], findings: [] };
    },
    settle: async () => 'cannot-tell',
}));
/** logrotate(8) ends with 1 on any error, 124 comes from timeout(1). Its own words are the container's and stay there. */
function failed(subject, meant, exitCode) {
    const how = exitCode === 124 ? `did not end within ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_5__/* .formatSpan */ .QA)(timeoutMs)}` : `ended with exit code ${exitCode}`;
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
        code: exitCode === 124 ? 'timeout' : 'failed',
        subject,
        message: `${(0,_observation_logrotate_js__WEBPACK_IMPORTED_MODULE_4__/* .rotateNow */ .WT)(meant).join(' ')} ${how}`,
        next: `${(0,_observation_inside_container_js__WEBPACK_IMPORTED_MODULE_0__/* .insideContainer */ .s)(meant, (0,_observation_logrotate_js__WEBPACK_IMPORTED_MODULE_4__/* .rotateAloud */ .Vc)(meant))} shows why (it rotates)`,
    });
}


/***/ })

};
