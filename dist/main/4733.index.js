export const id = 4733;
export const ids = [4733];
export const modules = {

/***/ 62122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ templateDigest)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97803);

/**
 * The digest of a pod template without the images of some containers: the same before and after they are changed, and
 * another as soon as anything else is.
 */
function templateDigest(template, changed) {
    const without = (prefix, containers = []) => containers.map((container) => Object.hasOwn(changed, `${prefix}${container.name}`) ? { ...container, image: '' } : container);
    const { containers, initContainers, ...rest } = template.spec;
    const spec = {
        ...rest,
        containers: without('', containers),
        initContainers: without('init/', initContainers),
    };
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)({ ...template, spec });
}


/***/ }),

/***/ 67308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ evidencePermissions),
  N: () => (/* binding */ keepEvidence)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(95260);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
;// CONCATENATED MODULE: ./build/domain/rollout/plain-secrets.js
/** Names of variables that people give to what nobody else is to know. */
const secretName = /pass(word|wd|phrase)?|pwd|secret|token|credential|private|api_?key|access_?key|auth/i;
/** The password of an address: `postgres://phoenix:…@postgres-0/db`. */
const inAddress = /:\/\/[^\s:/@]*:([^\s@]+)@/g;
/** Shorter ones would tear ordinary text apart, as would the words and numbers of a setting (`TOKEN_TTL`, `AUTH_MODE`). */
const shortest = 4;
const setting = /^(true|false|none|null|enabled|disabled|required|optional|\d{1,6}[a-z]{0,2})$/i;
/**
 * Passwords that stand in plain text in the environment of a pod's containers (`env.value`): whole values of variables that
 * are named like secrets, and the passwords of addresses in any of them. Longest first.
 */
function plainSecretsOf({ containers, initContainers = [] }) {
    const variables = [...initContainers, ...containers].flatMap(({ env = [] }) => env);
    const found = variables.flatMap(({ name, value = '' }) => [
        ...(secretName.test(name) ? [value.trim()] : []),
        ...[...value.matchAll(inAddress)].map(([, password = '']) => password),
    ]);
    const long = found.filter((secret) => secret.length >= shortest && !setting.test(secret));
    return [...new Set(long)].sort((one, other) => other.length - one.length);
}
/** A text without any of these secrets. */
function withoutSecrets(text, secrets) {
    return secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

// EXTERNAL MODULE: ./build/domain/rollout/trouble.js
var trouble = __webpack_require__(97532);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/observation/rollout/evidence.js





/** What {@link keepEvidence} reads, for the declaration of a task whose steps keep it. */
const evidencePermissions = [
    {
        resource: resources/* resources */.E.pods,
        subresource: 'log',
        verbs: ['get'],
        scope: 'platform',
        why: 'keep the logs of pods that failed, before they are put back',
    },
    { resource: resources/* resources */.E.events, verbs: ['list'], scope: 'platform', why: 'keep the events of pods that failed' },
];
const mostPods = 2;
const mostContainers = 2;
const mostEvents = 15;
const mostLines = 40;
const longestLine = 300;
/**
 * What the pods that did not become ready have to say: their events, and the ends of their logs (of the life before this
 * one too, where a container was restarted). Read before anything is put back, because it is gone afterwards. At most two
 * pods of two containers; what cannot be read says why. A program that prints its environment prints its passwords: those
 * that stand there in plain text are left out.
 */
async function keepEvidence(cluster, pods) {
    const kept = [];
    const bad = pods.filter((pod) => !(0,kubernetes_pods/* isReady */.i_)(pod)).sort((a, b) => (0,trouble/* troublesOf */.on)(b).length - (0,trouble/* troublesOf */.on)(a).length);
    for (const pod of bad.slice(0, mostPods)) {
        const secrets = plainSecretsOf(pod.spec);
        const hide = (evidence) => ({
            ...evidence,
            lines: evidence.lines.map((line) => withoutSecrets(line, secrets).slice(0, longestLine)),
        });
        kept.push(hide(await eventsOf(cluster, pod)));
        const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
        for (const { name, restartCount } of statuses.filter(({ ready }) => !ready).slice(0, mostContainers)) {
            if (restartCount > 0)
                kept.push(hide(await logsOf(cluster, pod, name, true)));
            kept.push(hide(await logsOf(cluster, pod, name, false)));
        }
    }
    return kept;
}
async function eventsOf(cluster, { metadata }) {
    const { name, namespace = '', uid } = metadata;
    return kept(`events of pod/${name}`, async () => {
        const found = [];
        const fields = `involvedObject.kind=Pod,involvedObject.name=${name}`;
        for await (const event of cluster.list({ resource: resources/* resources */.E.events, namespace, fields })) {
            if (event.involvedObject.uid === undefined || event.involvedObject.uid === uid)
                found.push(event);
        }
        return found
            .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
            .slice(-mostEvents)
            .map(eventLine);
    });
}
const timeOf = ({ lastTimestamp, eventTime, metadata }) => lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';
function eventLine(event) {
    const { type = '', reason = '', message = '', count = 1 } = event;
    return `${timeOf(event)} ${type} ${reason}${count > 1 ? ` (${count} times)` : ''}: ${message}`;
}
function logsOf(cluster, { metadata }, container, previous) {
    const { name, namespace = '' } = metadata;
    const life = previous ? ' (its life before)' : '';
    return kept(`logs of pod/${name}, container ${container}${life}`, () => cluster.logs({ namespace, pod: name, container }, { lines: mostLines, previous }));
}
async function kept(what, read) {
    try {
        return { what, lines: await read() };
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
            throw error;
        return { what, lines: [`(could not be read: ${error.message})`] };
    }
}


/***/ }),

/***/ 41482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ unreadyWorkloads),
/* harmony export */   d: () => (/* binding */ unreadyPermissions)
/* harmony export */ });
/* harmony import */ var _domain_configuration_platform_workload_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78048);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);
/* harmony import */ var _workloads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8623);




/** What {@link unreadyWorkloads} may read. */
const unreadyPermissions = _domain_configuration_platform_workload_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .WORKLOAD_KINDS */ .i.map((kind) => ({
    resource: (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadResource */ .WG)(kind),
    verbs: ['list'],
    scope: 'platform',
    why: 'see whether the other workloads are ready',
}));
/**
 * The workloads of a namespace that have fewer ready pods than they want, by their controllers' figures. Compared before
 * and after a change: a dependent that the change broke is among them afterwards only.
 */
async function unreadyWorkloads(cluster, namespace) {
    const unready = new Set();
    for (const { kind, workload } of await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .listWorkloads */ .DD)(cluster, namespace)) {
        const ready = (kind === 'DaemonSet' ? workload.status?.numberReady : workload.status?.readyReplicas) ?? 0;
        if (ready < (0,_domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .desiredPods */ .NO)(kind, workload))
            unready.add((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)(kind, workload.metadata.name));
    }
    return unready;
}


/***/ }),

/***/ 38025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ StepFailed)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** A step that failed, with what was kept of the trouble before it is put back (logs and events are gone afterwards). */
class StepFailed extends _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U {
    kept;
    constructor(parts, kept) {
        super(parts);
        this.kept = kept;
    }
}


/***/ }),

/***/ 73306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ settleLost)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);
/* harmony import */ var _on_its_way_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49588);


const words = {
    'not-arrived': 'the change did not arrive',
    unseen: 'whether the change arrived could not be seen',
};
const unseen = (error) => {
    if (error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U && error.code !== 'cancelled')
        return 'unseen';
    throw error;
};
/** After these nobody knows whether the one request took effect. */
const lostAnswers = new Set(['unreachable', 'timeout', 'failed']);
/**
 * Make a change by one request whose effect is watched afterwards. When its answer is lost, the world is asked whether it
 * arrived, until it can no longer do so: else it might arrive after its unit was put back. A conflict is none when the
 * world holds the change: something on the way has repeated this very request.
 */
async function settleLost(change, arrived, pause) {
    try {
        await change();
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U))
            throw error;
        if (error.code === 'conflict' && (await arrived()))
            return;
        if (!lostAnswers.has(error.code))
            throw error;
        const look = () => arrived().then((here) => (here ? 'arrived' : 'not-arrived'), unseen);
        const seen = await (0,_on_its_way_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUntilArrived */ .B)(look, (now) => now === 'arrived', pause);
        if (seen === 'arrived')
            return;
        const { subject, message } = error;
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U({ code: 'failed', subject, message: `${message}; ${words[seen]}` });
    }
}


/***/ }),

/***/ 64733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ set_image)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/rollout/images-of.js
var images_of = __webpack_require__(51639);
// EXTERNAL MODULE: ./build/domain/rollout/pods-of.js
var pods_of = __webpack_require__(73213);
// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(95260);
;// CONCATENATED MODULE: ./build/domain/rollout/suspects.js

/**
 * Which containers of the new version's pods failed: those that a trouble names; else, of the pods that are not ready (of
 * all, where every one is), those that ran and are not ready or were restarted. A pod that has ended, with all its
 * containers, tells nothing of one of them while another pod does.
 */
function suspectsOf(pods, troubles) {
    const named = troubles.flatMap(({ container }) => container ?? []);
    if (named.length > 0)
        return { containers: new Set(named) };
    const notReady = pods.filter((pod) => !(0,kubernetes_pods/* isReady */.i_)(pod));
    const unready = notReady.some((pod) => !(0,kubernetes_pods/* hasEnded */.hY)(pod)) ? notReady.filter((pod) => !(0,kubernetes_pods/* hasEnded */.hY)(pod)) : notReady;
    const ran = (unready.length === 0 ? pods : unready).flatMap(statusesOf).filter(hasBegun);
    if (ran.length === 0)
        return 'nothing-ran';
    const unwell = ran.filter(({ ready, restartCount }) => !ready || restartCount > 0);
    return unwell.length === 0 ? 'all' : { containers: new Set(unwell.map(({ name }) => name)) };
}
const statusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
/** A container that waits was never started, unless it was restarted (kubelet, `ContainerCreating`, `PodInitializing`). */
const hasBegun = ({ state, restartCount }) => state?.waiting === undefined || restartCount > 0;

// EXTERNAL MODULE: ./build/observation/rollout/await-rollout.js + 1 modules
var await_rollout = __webpack_require__(66413);
// EXTERNAL MODULE: ./build/observation/rollout/evidence.js + 1 modules
var evidence = __webpack_require__(67308);
// EXTERNAL MODULE: ./build/observation/rollout/read-rollout.js
var read_rollout = __webpack_require__(76499);
// EXTERNAL MODULE: ./build/observation/rollout/unready-workloads.js
var unready_workloads = __webpack_require__(41482);
// EXTERNAL MODULE: ./build/observation/workloads.js
var observation_workloads = __webpack_require__(8623);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/steps/executor.js
var executor = __webpack_require__(54639);
// EXTERNAL MODULE: ./build/steps/failure/step-failed.js
var step_failed = __webpack_require__(38025);
// EXTERNAL MODULE: ./build/steps/moved/workload-now.js
var workload_now = __webpack_require__(60658);
;// CONCATENATED MODULE: ./build/steps/set-image/dependents.js



const pollMs = 2_000;
/**
 * Whether the other workloads of the namespace are as ready as before the change; one that is not gets the time that a
 * rollout may go without progress, and so does an API server that cannot be asked just now. Answers those that stayed
 * unready, in words; undefined: none.
 */
async function brokenDependents({ ports, pause }, namespace, before, patienceMs) {
    for (let waited = 0;; waited += pollMs) {
        const isOver = waited >= patienceMs;
        const broken = await unreadySince(ports.cluster, namespace, before).catch((error) => {
            if (isOver || !(0,await_rollout/* mayPass */.b)(error))
                throw error;
            return undefined;
        });
        if (broken?.length === 0)
            return undefined;
        if (broken !== undefined && isOver) {
            return `${(0,quantities/* counted */.hS)(broken.length, 'workload')} became unready with it: ${broken.slice(0, 5).join(', ')}`;
        }
        await pause(pollMs);
    }
}
const unreadySince = async (cluster, namespace, before) => [...(await (0,unready_workloads/* unreadyWorkloads */.H)(cluster, namespace))].filter((subject) => !before.has(subject));

// EXTERNAL MODULE: ./build/domain/image/step-parameters.js
var step_parameters = __webpack_require__(62122);
// EXTERNAL MODULE: ./build/steps/rollout/settle-lost.js
var settle_lost = __webpack_require__(73306);
;// CONCATENATED MODULE: ./build/steps/set-image/patch-images.js






/** The images before and after, as the step has them. */
function imagesOfStep({ from, to }) {
    return { from: from, to: to };
}
/** The error when the workload is no longer what the plan saw. Nothing was changed then. */
function moved(step, what) {
    return new port_error/* PortError */.U({
        code: 'conflict',
        subject: step.subject,
        message: `${step.subject} ${what} since it was looked at`,
        next: 'plan again',
    });
}
/**
 * Set the images from → to in one request, which itself tests uid, template, and that no rollout is paused: nothing but
 * what the plan saw is changed. An answer that was lost is settled by reading.
 */
async function setImages(context, step) {
    const { from, to } = imagesOfStep(step);
    const workload = await current(context.ports.cluster, step);
    const { template } = workload.spec;
    if (!(0,images_of/* hasImages */.v9)(template.spec, from))
        throw moved(step, 'got other images');
    if ((0,step_parameters/* templateDigest */.p)(template, from) !== step.parameters.template)
        throw moved(step, 'got another template');
    if (workload.spec.paused === true)
        throw moved(step, 'was paused');
    await patch(context, step, workload, to, [
        { op: 'test', path: '/spec/template', value: template },
        { op: 'test', path: '/spec/paused', value: null },
    ]);
}
/** Put the images back that were there before, if each still is what we set; nothing else of the template matters. */
async function putImagesBack(context, step) {
    const { from, to } = imagesOfStep(step);
    const workload = await current(context.ports.cluster, step);
    const { spec } = workload.spec.template;
    if ((0,images_of/* hasImages */.v9)(spec, from))
        return;
    if (!(0,images_of/* hasImages */.v9)(spec, to))
        throw moved(step, 'got other images');
    const tests = Object.entries(to).map(([container, image]) => {
        return { op: 'test', path: imagePath(step, workload, container), value: image };
    });
    await patch(context, step, workload, from, tests);
}
async function current(cluster, step) {
    const workload = await (0,observation_workloads/* readWorkload */.Ez)(cluster, step.parameters);
    if (workload === undefined)
        throw moved(step, 'was removed or made anew');
    return workload;
}
async function patch({ ports: { cluster }, pause }, step, workload, images, tests) {
    const { namespace, name, uid } = step.parameters;
    const changes = Object.entries(images).flatMap(([container, image]) => {
        const path = imagePath(step, workload, container);
        const named = {
            op: 'test',
            path: path.replace(/image$/, 'name'),
            value: container.replace(/^init\//, ''),
        };
        return [named, { op: 'replace', path, value: image }];
    });
    const resource = (0,workloads/* workloadResource */.WG)((0,workloads/* kindOfRef */.Ly)(step.parameters));
    await (0,settle_lost/* settleLost */.c)(() => cluster.patch(resource, namespace, name, [
        { op: 'test', path: '/metadata/uid', value: uid },
        ...tests,
        ...changes,
    ]), async () => (0,images_of/* hasImages */.v9)((await current(cluster, step)).spec.template.spec, images), pause);
}
function imagePath(step, { spec }, container) {
    const place = (0,images_of/* placeOf */.$t)(spec.template.spec, container);
    if (place === undefined)
        throw moved(step, `lost its container ${container}`);
    return `/spec/template/spec/${place.list}/${place.index}/image`;
}

// EXTERNAL MODULE: ./build/domain/image/reference.js
var image_reference = __webpack_require__(3190);
;// CONCATENATED MODULE: ./build/steps/set-image/quarantine.js



const pulling = /^(ErrImagePull|ImagePullBackOff)$/;
/**
 * Keep the images that failed from being tried again next week: those of the containers that failed, or all that were
 * changed where none of these is among them, since nothing else was. Not when it was not their fault: no node had room,
 * none of their containers has begun to run, or they could not be pulled because their registry does not answer just now.
 * Answers what a reader is told of it.
 */
async function quarantineImages(context, step, blame) {
    const { why, troubles, suspects } = blame;
    if (troubles.length > 0 && troubles.every(({ reason }) => reason === 'Unschedulable')) {
        return 'its images are not in quarantine: no node had room for its pods';
    }
    if (suspects === 'nothing-ran') {
        return 'its images are not in quarantine: no container of its new pods has begun to run';
    }
    const bad = badImages(step, why, suspects);
    if (troubles.some(({ reason }) => pulling.test(reason)) && !(await registriesAnswer(context, bad))) {
        return 'its images are not in quarantine: their registry does not answer';
    }
    try {
        await context.ports.imageRecord.quarantine(bad);
        return `${bad.map(({ digest }) => digest.slice(0, 19)).join(', ')} will not be tried again`;
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U))
            throw error;
        return `its images could not be put into quarantine (${error.message})`;
    }
}
function badImages(step, why, suspects) {
    const changed = Object.entries(imagesOfStep(step).to);
    const failed = suspects === 'all' ? [] : changed.filter(([key]) => suspects.containers.has(key.replace(/^init\//, '')));
    const bad = (failed.length === 0 ? changed : failed).flatMap(([, image]) => {
        const reference = (0,image_reference/* parseReference */.F2)(image);
        if (reference?.digest === undefined)
            return [];
        return [{ repository: (0,image_reference/* repositoryOf */._M)(reference), digest: reference.digest, subject: step.subject, why }];
    });
    return [...new Map(bad.map((image) => [`${image.repository}@${image.digest}`, image])).values()];
}
async function registriesAnswer({ ports }, images) {
    for (const { repository, digest } of images) {
        const slash = repository.indexOf('/');
        const at = { registry: repository.slice(0, slash), repository: repository.slice(slash + 1) };
        try {
            await ports.registry.resolve(at, digest);
        }
        catch (error) {
            if (error instanceof port_error/* PortError */.U && error.code !== 'cancelled')
                return false;
            throw error;
        }
    }
    return true;
}

// EXTERNAL MODULE: ./build/steps/set-image/stuck-pods.js
var stuck_pods = __webpack_require__(85764);
;// CONCATENATED MODULE: ./build/steps/set-image.js



















/** Longest that a pod may have a trouble which could pass, ms. */
const patienceMs = 45_000;
/**
 * Set the images of a workload's containers, and watch the rollout by the pods until every one of them runs the new images,
 * is ready and stays so, and no other workload has become unready with it. When it fails, logs and events are kept and the
 * images put into quarantine; then the unit is undone.
 */
/* harmony default export */ const set_image = ((0,executor/* defineStep */.o)({
    kind: 'set-image',
    ports: ['cluster', 'registry', 'imageRecord'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const { to } = imagesOfStep(step);
        const { namespace } = step.parameters;
        const before = await (0,unready_workloads/* unreadyWorkloads */.H)(context.ports.cluster, namespace);
        await setImages(context, step);
        const end = await (0,await_rollout/* awaitRollout */.m)(context, step.parameters, runs(to), limitsOf(step));
        if (end.ended === 'failed')
            throw await failed(context, step, end, suspectsOf(end.pods, end.troubles));
        const broken = await brokenDependents(context, namespace, before, step.parameters.progressMs);
        if (broken !== undefined)
            throw await failed(context, step, { why: broken, troubles: [], pods: [] }, 'all');
        return { text: `${(0,quantities/* counted */.hS)(end.ready, 'pod')} ready with ${imageWords(to)}`, measurements: [], findings: [] };
    },
    settle: async ({ ports }, step) => {
        const { from, to } = imagesOfStep(step);
        const workload = await (0,observation_workloads/* readWorkload */.Ez)(ports.cluster, step.parameters);
        if (workload === undefined)
            return 'moved';
        const { spec } = workload.spec.template;
        if ((0,images_of/* hasImages */.v9)(spec, to))
            return 'done';
        if (!(0,images_of/* hasImages */.v9)(spec, from))
            return 'moved';
        // put back in the template alone is not put back: a pod of ours may still be there, and stay (kubernetes#67250)
        const { pods } = await (0,read_rollout/* readRollout */.w)(ports.cluster, step.parameters, runs(from));
        return pods.some((pod) => (0,pods_of/* isPresent */.Wo)((0,workloads/* kindOfRef */.Ly)(step.parameters), pod) && (0,images_of/* hasImages */.v9)(pod.spec, to))
            ? 'done'
            : 'not-done';
    },
    movedTo: ({ ports }, step) => {
        const { from, to } = imagesOfStep(step);
        return (0,workload_now/* workloadNow */.sp)(ports.cluster, step.parameters, (workload) => (0,workload_now/* imagesNow */.XT)(workload, from, to));
    },
    revert: async (context, step) => {
        const { from } = imagesOfStep(step);
        await putImagesBack(context, step);
        const removed = await (0,stuck_pods/* removeStuckPods */.p)(context, step.parameters);
        const end = await (0,await_rollout/* awaitRollout */.m)(context, step.parameters, runs(from), limitsOf(step));
        if (end.ended === 'failed')
            throw notBack(step, end);
        const stuck = removed === 0 ? '' : `, ${(0,quantities/* counted */.hS)(removed, 'stuck pod')} removed`;
        return {
            text: `${(0,quantities/* counted */.hS)(end.ready, 'pod')} ready with ${imageWords(from)}${stuck}`,
            measurements: [],
            findings: [],
        };
    },
}));
const runs = (images) => ({ spec }) => (0,images_of/* hasImages */.v9)(spec, images);
const limitsOf = ({ parameters }) => ({
    progressMs: parameters.progressMs,
    patienceMs: Math.min(patienceMs, parameters.progressMs),
    settleMs: parameters.settleMs,
});
/** Tags (or digests, where there is none) of images, each once. */
function imageWords(images) {
    const words = Object.values(images).map((image) => image.replace(/@sha256:.*$/, '').replace(/^.*\//, ''));
    return [...new Set(words)].join(', ');
}
async function failed(context, step, { why, troubles, pods }, suspects) {
    const kept = await (0,evidence/* keepEvidence */.N)(context.ports.cluster, pods);
    const quarantine = await quarantineImages(context, step, { why, troubles, suspects });
    const [worst] = troubles;
    const { namespace } = step.parameters;
    return new step_failed/* StepFailed */.a({
        code: 'failed',
        subject: step.subject,
        message: `${why}; ${quarantine}`,
        next: worst === undefined ? (0,kubectl/* kubectl */.Lr)(namespace) `describe ${step.subject}` : lookAt(namespace, worst.pod),
    }, kept);
}
const lookAt = (namespace, pod) => `look at what was kept in the report; while it is there: ${(0,kubectl/* kubectl */.Lr)(namespace) `describe pod ${pod}`}`;
function notBack(step, { why }) {
    return new port_error/* PortError */.U({
        code: 'failed',
        subject: step.subject,
        message: `its images are as before, and its pods are not: ${why}`,
        next: (0,kubectl/* kubectl */.Lr)(step.parameters.namespace) `get pods`,
    });
}


/***/ }),

/***/ 85764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ removeStuckPods)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);
/* harmony import */ var _domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73213);
/* harmony import */ var _observation_workloads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8623);




const pollMs = 1_000;
const mostPolls = 30;
/**
 * Let an OrderedReady StatefulSet go back after its template was put back: by itself it waits for ever for the pod that
 * does not become ready (kubernetes#67250). Deletes, highest ordinal first, each pod that is not ready and not of the
 * revision that the controller now wants. Other workloads recover by themselves. Answers how many were deleted.
 */
async function removeStuckPods({ ports, pause, progress }, ref) {
    if (ref.resource !== 'statefulsets')
        return 0;
    for (let polls = 0; polls < mostPolls; polls += 1) {
        const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .readWorkload */ .Ez)(ports.cluster, ref);
        if (workload === undefined || workload.spec.podManagementPolicy === 'Parallel')
            return 0;
        // which revision is wanted is known only once the controller has seen the template
        if ((workload.status?.observedGeneration ?? 0) >= (workload.metadata.generation ?? 0)) {
            const pods = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .podsOfWorkload */ .R8)(ports.cluster, 'StatefulSet', workload);
            const stuck = pods.filter((pod) => (0,_domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .isStuck */ .ZD)(pod, workload)).sort((a, b) => (0,_domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__/* .ordinalOf */ .zO)(b) - (0,_domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__/* .ordinalOf */ .zO)(a));
            for (const { metadata } of stuck) {
                progress(`removing pod/${metadata.name}, which keeps ${ref.name} from going back`);
                await ports.cluster.delete(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, ref.namespace, metadata.name, metadata.uid);
            }
            return stuck.length;
        }
        await pause(pollMs);
    }
    return 0;
}


/***/ })

};
