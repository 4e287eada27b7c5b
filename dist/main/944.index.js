export const id = 944;
export const ids = [944];
export const modules = {

/***/ 98235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ lookedUp),
/* harmony export */   Ao: () => (/* binding */ probeName),
/* harmony export */   Ks: () => (/* binding */ lookupSeconds),
/* harmony export */   MI: () => (/* binding */ connectSeconds),
/* harmony export */   QH: () => (/* binding */ lookupName),
/* harmony export */   qS: () => (/* binding */ probeJob),
/* harmony export */   u7: () => (/* binding */ connectionName)
/* harmony export */ });
/* unused harmony exports probeBounds, lookupCommand, connectCommand */
/** How long one name may take inside the pod, s. */
const lookupSeconds = 10;
/** How long a connection may take to be made, and how long trying it may take in all, s. */
const connectSeconds = { connect: 5, all: 15 };
/** What the probe's Jobs are called; each has a random end of its own. */
const probeName = 'rooivalk-network-probe';
/** The pod is ended after `activeSeconds`, whatever it does; the Job goes away by itself `keptSeconds` later. */
const probeBounds = { activeSeconds: 60, keptSeconds: 120 };
/** Ask for a name. */
const lookupCommand = (host) => ['timeout', String(lookupSeconds), 'nslookup', host];
/**
 * Make a connection and say nothing: the input of a container is empty, so nc sends the end of it, and ends when the other side
 * closes. Every nc knows `-w`; `-z` is missing in some.
 */
const connectCommand = (host, port) => [
    'timeout',
    String(connectSeconds.all),
    'nc',
    '-w',
    String(connectSeconds.connect),
    host,
    String(port),
];
/** The names that are asked for: the configured ones, and those of what is connected to. */
function lookedUp({ hosts, connections }) {
    const others = connections.map(({ host }) => host).filter((host) => !isAddress(host));
    return [...new Set([...hosts, ...others])];
}
const isAddress = (host) => /^[0-9.]+$/.test(host) || host.includes(':');
/** The container that asks for the name of that place among {@link lookedUp}. */
const lookupName = (index) => `name-${index + 1}`;
/** The container that tries the connection of that place. */
const connectionName = (index) => `connection-${index + 1}`;
/**
 * The Job that looks from inside: one container for each name and for each connection, so that each has an exit code of its
 * own. Names are arguments; there is no shell. It has no rights, no token, and nothing that it could write to.
 */
function probeJob(parameters) {
    const { namespace, name, image, connections } = parameters;
    const labels = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'app.kubernetes.io/name': name };
    const container = (called, command) => ({
        name: called,
        image,
        command,
        securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
        },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '32Mi' } },
    });
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
                    containers: [
                        ...lookedUp(parameters).map((host, index) => container(lookupName(index), lookupCommand(host))),
                        ...connections.map(({ host, port }, index) => container(connectionName(index), connectCommand(host, port))),
                    ],
                },
            },
        },
    };
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

/***/ 50944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ probe_network)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/observation/network-probe/probe-job.js
var probe_job = __webpack_require__(98235);
;// CONCATENATED MODULE: ./build/observation/network-probe/findings.js


/** What a reader has to know of what the probe met; `next` says how to go on where the probe could not be made. */
function probeFindings(parameters, { names, connections }, next) {
    return [
        ...names.flatMap((result) => ofName(parameters, result, next)),
        ...connections.flatMap((result) => ofConnection(parameters, result, next)),
    ];
}
function ofName(parameters, { host, attempt }, next) {
    if (attempt.state === 'good')
        return [];
    const subject = `name ${host}`;
    if (attempt.state === 'failed') {
        return [
            {
                code: 'name-not-resolved',
                severity: 'fail',
                subject,
                title: 'name cannot be resolved from inside',
                evidence: `${attempt.why}, in a pod of namespace ${parameters.namespace} (must resolve)`,
                next: (0,kubectl/* kubectl */.Lr)('kube-system') `get pods -l k8s-app=kube-dns -o wide`,
            },
        ];
    }
    return [
        {
            code: 'name-not-checked',
            severity: 'unknown',
            subject,
            title: 'whether the name can be resolved from inside is not known',
            evidence: attempt.why,
            next: next ?? lookAtImage(parameters),
        },
    ];
}
const lookAtImage = ({ image, namespace }) => `look at \`platform.dns.image\` (${image}), which must have timeout, nslookup and nc, and ${(0,kubectl/* kubectl */.Lr)(namespace) `get events --field-selector involvedObject.kind=Pod`}`;
function ofConnection(parameters, { connection, attempt, lookup }, next) {
    if (attempt.state === 'good')
        return [];
    const { name, host, port, guessed } = connection;
    const { namespace } = parameters;
    const subject = `connection to ${name}`;
    const unresolved = lookup?.state === 'failed';
    if (unresolved ? !guessed : attempt.state === 'failed') {
        const why = unresolved ? `the name cannot be resolved (${lookup.why})` : attempt.why;
        return [
            {
                code: 'connection-failed',
                severity: 'fail',
                subject,
                title: 'no connection can be made from inside',
                evidence: `${why}: ${host} port ${port}, from a pod of namespace ${namespace}`,
                next: `${(0,kubectl/* kubectl */.Lr)(namespace) `get networkpolicies,endpointslices`}; where policies admit certain pods alone, admit those with label app.kubernetes.io/name=${probe_job/* probeName */.Ao}, or leave it out of \`platform.network.connections\``,
            },
        ];
    }
    const notKnown = { code: 'connection-not-checked', severity: 'unknown', subject };
    const title = 'whether a connection can be made from inside is not known';
    if (unresolved) {
        return [
            {
                ...notKnown,
                title,
                evidence: `${host}, where its Service usually is, cannot be resolved in a pod of namespace ${namespace}`,
                next: 'say in `platform.network.connections` where pods reach it, or look at its Service and at DNS',
            },
        ];
    }
    return [{ ...notKnown, title, evidence: attempt.why, next: next ?? lookAtImage(parameters) }];
}

;// CONCATENATED MODULE: ./build/observation/network-probe/read-probe.js

/** The same for everything that was asked: there is no pod that says more. */
function allResults({ hosts, connections }, attempt) {
    return {
        names: hosts.map((host) => ({ host, attempt })),
        connections: connections.map((connection) => ({ connection, attempt })),
    };
}
/** Read the results off the pod. */
function readResults(pod, asked) {
    const statuses = new Map((pod.status?.containerStatuses ?? []).map((status) => [status.name, status]));
    const lookups = new Map((0,probe_job/* lookedUp */.A6)(asked).map((host, index) => [host, attemptOf(statuses.get((0,probe_job/* lookupName */.QH)(index)), pod, lookup)]));
    return {
        names: asked.hosts.map((host) => ({ host, attempt: lookups.get(host) ?? unseen })),
        connections: asked.connections.map((connection, index) => {
            const found = lookups.get(connection.host);
            const attempt = attemptOf(statuses.get((0,probe_job/* connectionName */.u7)(index)), pod, connect);
            return { connection, attempt, ...(found === undefined ? {} : { lookup: found }) };
        }),
    };
}
const unseen = { state: 'waiting', why: 'no container was made for it' };
/** Whether nothing will change any more. */
function isFinal({ names, connections }) {
    const attempts = [...names, ...connections].map(({ attempt }) => attempt);
    const lookups = connections.flatMap(({ lookup: found }) => found ?? []);
    return [...attempts, ...lookups].every(({ state }) => state !== 'waiting');
}
/**
 * Reasons of waiting that no further attempt of the kubelet ends. A failed pull is none of them: it is tried again after
 * seconds, and a registry that was busy or just starting serves the second time.
 */
const hopeless = /^(InvalidImageName|ErrImageNeverPull|CreateContainer\w*Error|CreatePodSandboxError|RunContainerError)$/;
/** So much of what the kubelet says about a pull is shown; it may hold what a registry answered. */
const messageBound = 300;
const lookup = {
    name: 'nslookup',
    timedOut: { state: 'failed', why: `no answer within ${probe_job/* lookupSeconds */.Ks} s` },
    failed: ({ exitCode }) => `nslookup ended with ${exitCode}`,
};
const connect = {
    name: 'nc',
    timedOut: {
        state: 'not-tried',
        why: `nc did not end within ${probe_job/* connectSeconds */.MI.all} s, so whether it was connected is not known`,
    },
    failed: ({ startedAt = '', finishedAt = '' }) => {
        const tookMs = Date.parse(finishedAt) - Date.parse(startedAt);
        if (Number.isNaN(tookMs))
            return `it was refused, or not answered within ${probe_job/* connectSeconds */.MI.connect} s`;
        return tookMs < probe_job/* connectSeconds */.MI.connect * 1000 ? 'it was refused' : `no answer within ${probe_job/* connectSeconds */.MI.connect} s`;
    },
};
function attemptOf(status, pod, program) {
    const { waiting, terminated } = status?.state ?? {};
    if (terminated !== undefined)
        return ended(terminated, program);
    const reason = waiting?.reason?.slice(0, 100);
    if (reason !== undefined && hopeless.test(reason))
        return { state: 'not-tried', why: `the probe cannot start: ${reason}` };
    const unscheduled = pod.status?.conditions?.find(({ type, status: is }) => type === 'PodScheduled' && is === 'False');
    if (unscheduled) {
        return { state: 'waiting', why: `no node takes the probe: ${unscheduled.reason ?? 'no reason given'}` };
    }
    if (reason !== undefined && /^(ErrImagePull|ImagePullBackOff|ImageInspectError)$/.test(reason)) {
        const message = waiting?.message === undefined ? '' : `: ${waiting.message.slice(0, messageBound)}`;
        return { state: 'waiting', why: `the image of the probe was not pulled in time (${reason}${message})` };
    }
    return { state: 'waiting', why: `the probe is ${reason ?? pod.status?.phase ?? 'pending'}` };
}
/** 126 and 127: the programs are not there; 128 and above, but for `timeout`'s own, are not the program's. */
function ended(terminated, program) {
    const { exitCode, reason = '' } = terminated;
    if (/^(StartError|ContainerCannotRun)$/.test(reason) || exitCode === 126 || exitCode === 127 || exitCode === 128) {
        return { state: 'not-tried', why: `the image has no timeout or no ${program.name} that can be run` };
    }
    if (exitCode === 0)
        return { state: 'good' };
    if (exitCode === 124 || exitCode === 143)
        return program.timedOut;
    if (exitCode > 128)
        return {
            state: 'not-tried',
            why: `the probe was ended by a signal (exit code ${exitCode}${reason === '' ? '' : `, ${reason}`})`,
        };
    return { state: 'failed', why: program.failed(terminated) };
}

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/steps/executor.js
var executor = __webpack_require__(54639);
;// CONCATENATED MODULE: ./build/steps/probe-network.js








const pollMs = 500;
const polls = 120;
/**
 * Ask for names and try connections from inside, by a Job that is removed afterwards (and removes itself if we cannot). That
 * the probe could not be made or started says nothing about the network: what it should have asked is unknown, not failed.
 */
/* harmony default export */ const probe_network = ((0,executor/* defineStep */.o)({
    kind: 'probe-network',
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
            if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
                throw error;
            return effectOf(step, allResults(step.parameters, { state: 'not-tried', why: error.message }), error.next);
        }
    },
    // a probe whose answer was lost has shown nothing, and has removed itself
    settle: async () => 'cannot-tell',
}));
async function probe(context, { parameters }) {
    const { cluster } = context.ports;
    const { namespace } = parameters;
    const { metadata } = await cluster.create(resources/* resources */.E.jobs, namespace, (0,probe_job/* probeJob */.qS)(parameters));
    const remove = () => cluster.delete(resources/* resources */.E.jobs, namespace, metadata.name, metadata.uid);
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
    const known = error instanceof port_error/* PortError */.U ? error : undefined;
    return {
        code: 'probe-not-removed',
        severity: 'warn',
        subject: `job/${name}`,
        title: 'the Job of the network probe could not be removed, and goes away by itself',
        evidence: known?.message ?? 'no reason given',
        next: known?.next ?? (0,kubectl/* kubectl */.Lr)(namespace) `get jobs -l app.kubernetes.io/name=${name}`,
    };
}
async function untilEnded({ ports, pause }, parameters, job) {
    const query = { resource: resources/* resources */.E.pods, namespace: parameters.namespace, labels: `job-name=${job}` };
    let results = allResults(parameters, { state: 'waiting', why: 'no pod was made for the probe' });
    for (let round = 0; round < polls; round += 1) {
        for await (const pod of ports.cluster.list(query))
            results = readResults(pod, parameters);
        if (isFinal(results))
            return results;
        await pause(pollMs);
    }
    return results;
}
function effectOf(step, results, next) {
    const { names, connections } = results;
    const good = (all) => all.filter(({ attempt }) => attempt.state === 'good').length;
    const [resolved, made] = [good(names), good(connections)];
    const connected = connections.length === 0 ? '' : `, ${made} of ${(0,quantities/* counted */.hS)(connections.length, 'connection')} made`;
    return {
        text: `${resolved} of ${(0,quantities/* counted */.hS)(names.length, 'name')} resolved${connected} from inside`,
        measurements: [
            {
                name: 'names-resolved',
                value: resolved,
                unit: 'count',
                comparedWith: { what: 'names', value: names.length },
            },
            {
                name: 'connections-made',
                value: made,
                unit: 'count',
                comparedWith: { what: 'connections', value: connections.length },
            },
        ],
        findings: probeFindings(step.parameters, results, next),
    };
}


/***/ })

};
