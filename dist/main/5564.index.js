export const id = 5564;
export const ids = [5564];
export const modules = {

/***/ 87069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ probeName),
/* harmony export */   qS: () => (/* binding */ probeJob),
/* harmony export */   x8: () => (/* binding */ readResults)
/* harmony export */ });
/* unused harmony exports lookupSeconds, probeBounds */
/** How long one name may take inside the pod, s. */
const lookupSeconds = 10;
/** What the probe's Jobs are called; each has a random end of its own. */
const probeName = 'rooivalk-dns-probe';
/** The pod is ended after `activeSeconds`, whatever it does; the Job goes away by itself `keptSeconds` later. */
const probeBounds = { activeSeconds: 60, keptSeconds: 120 };
/**
 * The Job that asks for names from inside: one container for each name, so that each has an exit code of its own. Names are
 * arguments; there is no shell. It has no rights, no token, and nothing that it could write to.
 */
function probeJob({ namespace, name, image, hosts }) {
    const labels = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'app.kubernetes.io/name': name };
    return {
        metadata: { generateName: `${name}-`, namespace, labels },
        spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: probeBounds.activeSeconds,
            ttlSecondsAfterFinished: probeBounds.keptSeconds,
            template: {
                metadata: { labels },
                spec: {
                    restartPolicy: 'Never',
                    automountServiceAccountToken: false,
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 1,
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65534,
                        runAsGroup: 65534,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: hosts.map((host, index) => ({
                        name: containerName(index),
                        image,
                        command: ['timeout', String(lookupSeconds), 'nslookup', host],
                        securityContext: {
                            allowPrivilegeEscalation: false,
                            readOnlyRootFilesystem: true,
                            capabilities: { drop: ['ALL'] },
                        },
                        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '32Mi' } },
                    })),
                },
            },
        },
    };
}
const containerName = (index) => `name-${index + 1}`;
/** Read the results off the pod; `waiting` may still become something else. */
function readResults(pod, hosts) {
    const statuses = pod.status?.containerStatuses ?? [];
    return hosts.map((host, index) => {
        const status = statuses.find(({ name }) => name === containerName(index));
        return resultOf(host, status, pod);
    });
}
/**
 * Reasons of waiting that no further attempt of the kubelet ends. A failed pull is none of them: it is tried again after
 * seconds, and a registry that was busy or just starting serves the second time.
 */
const hopeless = /^(InvalidImageName|ErrImageNeverPull|CreateContainer\w*Error|CreatePodSandboxError|RunContainerError)$/;
/** So much of what the kubelet says about a pull is shown; it may hold what a registry answered. */
const messageBound = 300;
function resultOf(host, status, pod) {
    const { waiting, terminated } = status?.state ?? {};
    if (terminated !== undefined)
        return ended(host, terminated.exitCode, terminated.reason ?? '');
    const reason = waiting?.reason?.slice(0, 100);
    if (reason !== undefined && hopeless.test(reason))
        return { host, state: 'not-tried', why: `the probe cannot start: ${reason}` };
    const unscheduled = pod.status?.conditions?.find(({ type, status: is }) => type === 'PodScheduled' && is === 'False');
    if (unscheduled) {
        return { host, state: 'waiting', why: `no node takes the probe: ${unscheduled.reason ?? 'no reason given'}` };
    }
    if (reason !== undefined && /^(ErrImagePull|ImagePullBackOff|ImageInspectError)$/.test(reason)) {
        const message = waiting?.message === undefined ? '' : `: ${waiting.message.slice(0, messageBound)}`;
        return { host, state: 'waiting', why: `the image of the probe was not pulled in time (${reason}${message})` };
    }
    return { host, state: 'waiting', why: `the probe is ${reason ?? pod.status?.phase ?? 'pending'}` };
}
/** 126 and 127: the programs are not there; 128 and above, but for `timeout`'s own, are not nslookup's. */
function ended(host, exitCode, reason) {
    if (/^(StartError|ContainerCannotRun)$/.test(reason) || exitCode === 126 || exitCode === 127 || exitCode === 128) {
        return { host, state: 'not-tried', why: 'the image has no timeout or no nslookup that can be run' };
    }
    if (exitCode === 0)
        return { host, state: 'resolved' };
    if (exitCode === 124 || exitCode === 143)
        return { host, state: 'failed', why: `no answer within ${lookupSeconds} s` };
    if (exitCode > 128)
        return {
            host,
            state: 'not-tried',
            why: `the probe was ended by a signal (exit code ${exitCode}${reason === '' ? '' : `, ${reason}`})`,
        };
    return { host, state: 'failed', why: `nslookup ended with ${exitCode}` };
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

/***/ 95564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92400);
/* harmony import */ var _observation_dns_probe_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87069);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54639);





const pollMs = 500;
const polls = 120;
/**
 * Ask for names from inside, by a Job that is removed afterwards (and removes itself if we cannot). That the probe could
 * not be made or started says nothing about DNS: such names are unknown, not failed.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_3__/* .defineStep */ .o)({
    kind: 'probe-dns',
    ports: ['cluster'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        try {
            const { results, findings } = await probe(context, step);
            const effect = effectOf(step, results);
            return { ...effect, findings: [...effect.findings, ...findings] };
        }
        catch (error) {
            if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U) || error.code === 'cancelled')
                throw error;
            const { hosts } = step.parameters;
            const results = hosts.map((host) => ({ host, state: 'not-tried', why: error.message }));
            return effectOf(step, results, error.next);
        }
    },
    // a probe whose answer was lost has shown nothing, and has removed itself
    settle: async () => 'cannot-tell',
}));
async function probe(context, { parameters }) {
    const { cluster } = context.ports;
    const { namespace } = parameters;
    const { metadata } = await cluster.create(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.jobs, namespace, (0,_observation_dns_probe_job_js__WEBPACK_IMPORTED_MODULE_1__/* .probeJob */ .qS)(parameters));
    const remove = () => cluster.delete(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.jobs, namespace, metadata.name, metadata.uid);
    let results;
    try {
        results = await untilEnded(context, parameters, metadata.name);
    }
    catch (error) {
        await remove().catch(() => undefined);
        throw error;
    }
    const findings = await remove().then(() => [], (error) => [notRemoved(parameters, error)]);
    return { results, findings };
}
/** Its Job removes itself a little later, so nothing is broken; but somebody should know that the right is missing. */
function notRemoved({ namespace, name }, error) {
    const known = error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U ? error : undefined;
    return {
        code: 'probe-not-removed',
        severity: 'warn',
        subject: `job/${name}`,
        title: 'the Job of the DNS probe could not be removed, and goes away by itself',
        evidence: known?.message ?? 'no reason given',
        next: known?.next ?? `\`kubectl -n ${namespace} get jobs -l app.kubernetes.io/name=${name}\``,
    };
}
async function untilEnded({ ports, pause }, { namespace, hosts }, job) {
    const query = { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, namespace, labels: `job-name=${job}` };
    let results = hosts.map((host) => ({
        host,
        state: 'waiting',
        why: 'no pod was made for the probe',
    }));
    for (let round = 0; round < polls; round += 1) {
        for await (const pod of ports.cluster.list(query))
            results = (0,_observation_dns_probe_job_js__WEBPACK_IMPORTED_MODULE_1__/* .readResults */ .x8)(pod, hosts);
        if (results.every(({ state }) => state !== 'waiting'))
            return results;
        await pause(pollMs);
    }
    return results;
}
function effectOf(step, results, next) {
    const resolved = results.filter(({ state }) => state === 'resolved').length;
    return {
        text: `${resolved} of ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(results.length, 'name')} resolved from inside`,
        measurements: [
            {
                name: 'names-resolved',
                value: resolved,
                unit: 'count',
                comparedWith: { what: 'names', value: results.length },
            },
        ],
        findings: results.flatMap((result) => findingOf(step, result, next) ?? []),
    };
}
function findingOf({ parameters }, result, next) {
    if (result.state === 'resolved')
        return undefined;
    const { host, why } = result;
    const subject = `name ${host}`;
    if (result.state === 'failed') {
        return {
            code: 'name-not-resolved',
            severity: 'fail',
            subject,
            title: 'name cannot be resolved from inside',
            evidence: `${why}, in a pod of namespace ${parameters.namespace} (must resolve)`,
            next: '`kubectl -n kube-system get pods -l k8s-app=kube-dns -o wide`',
        };
    }
    return {
        code: 'name-not-checked',
        severity: 'unknown',
        subject,
        title: 'whether the name can be resolved from inside is not known',
        evidence: why,
        next: next ??
            `look at \`platform.dns.image\` (${parameters.image}) and \`kubectl -n ${parameters.namespace} get events --field-selector involvedObject.kind=Pod\``,
    };
}


/***/ })

};
