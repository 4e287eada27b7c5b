export const id = 8097;
export const ids = [8097];
export const modules = {

/***/ 20392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
/**
 * Map with at most `limit` under way at once, results in the order of the items. The first rejection rejects the whole;
 * callers that must go on catch inside `work`.
 */
async function mapBounded(items, limit, work) {
    const results = new Array(items.length);
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const index = next++;
            results[index] = await work(items[index]);
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 66258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ isSelfIssued),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   zZ: () => (/* binding */ shortSerial)
/* harmony export */ });
/** Whether a certificate names itself as its issuer. */
function isSelfIssued(certificate) {
    return certificate.subjectName === certificate.issuerName;
}
/** The certificates that could be read, in order. */
function readable(content) {
    return content.certificates.flatMap((block) => ('certificate' in block ? [block.certificate] : []));
}
/** A serial for people: pairs of digits, cut in the middle where it is long. */
function shortSerial(certificate) {
    const { serial } = certificate;
    return serial.length <= 20 ? serial : `${serial.slice(0, 12)}…${serial.slice(-6)}`;
}


/***/ }),

/***/ 87616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ reloadAnnotation),
/* harmony export */   v: () => (/* binding */ writtenAnnotation)
/* harmony export */ });
/** The annotation of a template that rolls its pods; its value names the plan, so that twice is once. */
const reloadAnnotation = 'rooivalk.maintenance/reloaded';
/** The annotation of a Secret that says which certificate (its fingerprint) was written there by us. */
const writtenAnnotation = 'rooivalk.maintenance/certificate';


/***/ }),

/***/ 86416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lookAtServed),
/* harmony export */   z: () => (/* binding */ consumerWord)
/* harmony export */ });
/* harmony import */ var _domain_bounded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20392);
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66258);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _workloads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8623);





/** A consumer as people name it. */
function consumerWord(consumer) {
    return (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(consumer), consumer.name);
}
/** The pods of a consumer that are not on their way out. `failed` when it is no longer that workload. */
async function livePods({ ports }, consumer) {
    const workload = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .readWorkload */ .Ez)(ports.cluster, consumer);
    if (workload === undefined) {
        const subject = consumerWord(consumer);
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code: 'failed', subject, message: `${subject} was removed or made anew by somebody else` });
    }
    const pods = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .podsOfWorkload */ .R8)(ports.cluster, (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(consumer), workload);
    return pods.filter(({ metadata, status }) => metadata.deletionTimestamp === undefined && !isOver(status?.phase));
}
const isOver = (phase) => phase === 'Succeeded' || phase === 'Failed';
/** Look at what every pod serves on every port. A pod that does not answer serves something else. */
async function lookAtServed(context, consumer, wanted, handshakeMs) {
    const pods = await livePods(context, consumer);
    const ends = pods.flatMap((pod) => consumer.ports.map((port) => ({ pod: pod.metadata.name, port })));
    const answers = await (0,_domain_bounded_js__WEBPACK_IMPORTED_MODULE_3__/* .mapBounded */ .y)(ends, 4, async ({ pod, port }) => {
        const endpoint = { kind: 'pod', namespace: consumer.namespace, pod, port };
        try {
            const limits = { timeoutMs: handshakeMs, signal: context.signal };
            const { certificates } = await context.ports.certificates.served(endpoint, consumer.serverName, limits);
            const [leaf] = certificates;
            if (leaf?.fingerprint === wanted.fingerprint)
                return undefined;
            return `pod/${pod} serves ${leaf === undefined ? 'no certificate' : `serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .shortSerial */ .zZ)(leaf)}`}`;
        }
        catch (error) {
            if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U) || error.code === 'cancelled')
                throw error;
            return `pod/${pod}: ${error.message}`;
        }
    });
    const others = answers.filter((answer) => answer !== undefined);
    return { pods: pods.length, all: others.length === 0, others };
}


/***/ }),

/***/ 71677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pn: () => (/* binding */ readAsPlanned),
/* harmony export */   h3: () => (/* binding */ samePair),
/* harmony export */   iJ: () => (/* binding */ readHeld),
/* harmony export */   z4: () => (/* binding */ secretNow)
/* harmony export */ });
/* unused harmony export tlsKeys */
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66258);
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _moved_object_now_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78568);





/** The keys of a TLS Secret that a renewal writes (kubernetes.io, "TLS Secrets"). */
const tlsKeys = ['tls.crt', 'tls.key'];
/** Read the Secret that a step names; undefined when it is gone, or another one has taken its name. */
async function readHeld(context, ref) {
    const { cluster, certificates } = context.ports;
    const secret = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.secrets, ref.namespace, ref.secret);
    if (secret === undefined || secret.metadata.uid !== ref.uid)
        return undefined;
    const pair = { 'tls.crt': secret.data?.['tls.crt'] ?? '', 'tls.key': secret.data?.['tls.key'] ?? '' };
    const list = (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .readable */ .HD)(await certificates.parse(Buffer.from(pair['tls.crt'], 'base64')));
    const match = await certificates.keyMatch(Buffer.from(pair['tls.key'], 'base64'), list);
    return { secret, pair, list, leaf: match.kind === 'matches' ? list[match.index] : list[0] };
}
/** The Secret in exactly the version that the plan saw; anything else is a `conflict`. */
async function readAsPlanned(context, ref) {
    const held = await readHeld(context, ref);
    const moved = (why) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
        code: 'conflict',
        subject: `secret/${ref.secret}`,
        message: `secret/${ref.secret} ${why}`,
        next: `${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(ref.namespace) `get secret ${ref.secret} -o jsonpath='{.metadata.managedFields}'`} says who changed it`,
    });
    if (held === undefined)
        throw moved('was removed or made anew by somebody else');
    const { leaf } = held;
    if (leaf === undefined || held.secret.metadata.resourceVersion !== ref.resourceVersion) {
        throw moved('was changed by somebody else since it was planned');
    }
    return { ...held, leaf };
}
/** What became of a Secret, for a reader: gone, made anew, or who wrote it. Of what it holds nothing is read. */
async function secretNow({ ports }, ref) {
    const metadata = await ports.cluster.metadata(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.secrets, ref.namespace, ref.secret);
    return (0,_moved_object_now_js__WEBPACK_IMPORTED_MODULE_4__/* .becameOf */ .n)(metadata, ref.uid, () => ({ field: ['f:data', 'f:tls.crt'] }));
}
/** Whether two pairs are the same, byte for byte. */
function samePair(one, other) {
    return tlsKeys.every((key) => one[key] === other[key]);
}


/***/ }),

/***/ 91734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ removeKept),
/* harmony export */   Bo: () => (/* binding */ reloadMark),
/* harmony export */   DL: () => (/* binding */ readKept),
/* harmony export */   MP: () => (/* binding */ requireKept),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   bZ: () => (/* binding */ writtenByUs)
/* harmony export */ });
/* unused harmony export keptName */
/* harmony import */ var _domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87616);
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97803);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);




/** The namespace that only maintenance identities may read Secrets of. */
const keptNamespace = 'rooivalk-maintenance';
const hexOf = (value, digits) => (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .o)(value).slice('sha256:'.length).slice(0, digits);
/** The name of what one application of a plan keeps of one Secret: the same after a crash, another one for every other plan. */
function keptName(planId, { namespace, secret }) {
    return `kept-certificate-${hexOf([planId, namespace, secret], 32)}`;
}
/** The value of the annotation by which one application of a plan rolls the pods that use one Secret. */
function reloadMark(planId, { namespace, secret }) {
    return hexOf(['reload', planId, namespace, secret], 16);
}
const issuedAnnotation = 'rooivalk.maintenance/issued';
const formerAnnotation = 'rooivalk.maintenance/former';
/** Keep both, as an immutable Secret; `conflict` when there is one of the name. */
async function keep({ ports, planId }, ref, kept) {
    const { before, after, issued, writtenBefore } = kept;
    await ports.cluster.create(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, {
        metadata: {
            name: keptName(planId, ref),
            namespace: keptNamespace,
            labels: { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'rooivalk.maintenance/kept': 'certificate' },
            annotations: {
                'rooivalk.maintenance/of': `${ref.namespace}/${ref.secret}`,
                [issuedAnnotation]: issued,
                ...(writtenBefore === null ? {} : { [formerAnnotation]: writtenBefore }),
            },
        },
        type: 'Opaque',
        immutable: true,
        data: {
            'before.tls.crt': before['tls.crt'],
            'before.tls.key': before['tls.key'],
            'after.tls.crt': after['tls.crt'],
            'after.tls.key': after['tls.key'],
        },
    });
}
/** What this application of the plan kept of the Secret; undefined when it kept nothing, or it was removed. */
async function readKept({ ports, planId }, ref) {
    const found = await ports.cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, keptName(planId, ref));
    return found && keptOf(found);
}
function keptOf({ metadata, data = {} }) {
    const pair = (which) => ({
        'tls.crt': data[`${which}.tls.crt`] ?? '',
        'tls.key': data[`${which}.tls.key`] ?? '',
    });
    return {
        uid: metadata.uid,
        before: pair('before'),
        after: pair('after'),
        issued: metadata.annotations?.[issuedAnnotation] ?? '',
        writtenBefore: metadata.annotations?.[formerAnnotation] ?? null,
    };
}
/** What was kept, which a step cannot do without; `failed` when it is not there. */
async function requireKept(context, ref) {
    const kept = await readKept(context, ref);
    if (kept !== undefined)
        return kept;
    throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
        code: 'failed',
        subject: `secret/${ref.secret}`,
        message: `what was issued for secret/${ref.secret} is not kept any more (secret/${keptName(context.planId, ref)} in ${keptNamespace})`,
        next: 'run the task again: it issues anew',
    });
}
/** Remove what was kept; none is fine. */
async function removeKept(context, ref) {
    const { cluster } = context.ports;
    const name = keptName(context.planId, ref);
    const found = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, name);
    if (found !== undefined)
        await cluster.delete(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, name, found.metadata.uid);
}
/** The fingerprint that the annotation of a Secret says was written by us. */
function writtenByUs({ metadata }) {
    return metadata.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenAnnotation */ .v] ?? null;
}


/***/ }),

/***/ 74919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LR: () => (/* binding */ carriesMark),
/* harmony export */   jl: () => (/* binding */ bringToServe),
/* harmony export */   xL: () => (/* binding */ takeMarksBack),
/* harmony export */   zS: () => (/* binding */ consumerNow)
/* harmony export */ });
/* unused harmony export markOf */
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(66258);
/* harmony import */ var _domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(87616);
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90648);
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92400);
/* harmony import */ var _observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86416);
/* harmony import */ var _observation_rollout_await_rollout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66413);
/* harmony import */ var _observation_workloads_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8623);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55563);
/* harmony import */ var _moved_workload_now_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60658);
/* harmony import */ var _rollout_rollout_end_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16443);











const pollMs = 1_000;
/** So long may pods of a finished roll take until they answer, ms: ready does not mean that every port is open. */
const answerWithinMs = 15_000;
/**
 * Bring every pod of every consumer to serve this certificate: wait for those that take a changed Secret up by
 * themselves, roll the others, and look again. Rejects when one does not come to it. `mark` names the roll, so that twice
 * is once. Answers what happened, one line for each consumer.
 */
async function bringToServe(context, { consumers, limits }, wanted, mark) {
    const told = [];
    for (const consumer of consumers)
        told.push(await bringOne(context, consumer, limits, wanted, mark));
    return told;
}
async function bringOne(context, consumer, limits, wanted, mark) {
    const word = (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .consumerWord */ .z)(consumer);
    const seen = consumer.ports.length > 0;
    const rolled = (await markOf(context, consumer)) === mark;
    if (seen && !rolled) {
        const patienceMs = consumer.refreshed || !consumer.roll ? limits.pickUpWithinMs : 0;
        const served = await untilServed(context, consumer, limits, wanted, patienceMs);
        if (served.all)
            return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .hS)(served.pods, 'pod')} of ${word} took it up and serve it`;
        if (!consumer.roll)
            throw notServed(consumer, served, wanted, 'and its pods are not rolled');
    }
    context.progress(`rolling ${word}`);
    const ready = await roll(context, consumer, limits, mark);
    if (!seen)
        return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .hS)(ready, 'pod')} of ${word} were made anew; what they do with it cannot be seen`;
    const served = await untilServed(context, consumer, limits, wanted, answerWithinMs);
    if (!served.all)
        throw notServed(consumer, served, wanted, 'although its pods were made anew');
    return `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .hS)(served.pods, 'pod')} of ${word} were made anew and serve it`;
}
/** Look until every pod serves it, or the patience is over. */
async function untilServed(context, consumer, { handshakeMs }, wanted, patienceMs) {
    for (let waited = 0;; waited += pollMs) {
        const served = await (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtServed */ .I)(context, consumer, wanted, handshakeMs);
        if (served.all || waited >= patienceMs)
            return served;
        await context.pause(pollMs);
    }
}
function notServed(consumer, { others }, wanted, how) {
    const word = (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .consumerWord */ .z)(consumer);
    const shown = others.slice(0, 3).join('; ');
    const rest = others.length > 3 ? `; and ${others.length - 3} more` : '';
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_5__/* .PortError */ .U({
        code: 'failed',
        subject: word,
        message: `${word} does not serve serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_9__/* .shortSerial */ .zZ)(wanted)}, ${how}: ${shown}${rest}`,
        next: `look where its pods read the certificate: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(consumer.namespace) `describe ${word}`}`,
    });
}
const path = `/spec/template/metadata/annotations/${_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_10__/* .reloadAnnotation */ .r.replace('/', '~1')}`;
/** Set the mark in the template, where the one that was planned with still is, and wait until every pod was made from it and is ready. */
async function roll(context, consumer, limits, mark) {
    if ((await markOf(context, consumer)) !== mark)
        await setMark(context, consumer, consumer.mark, mark);
    return untilRolled(context, consumer, limits, mark);
}
async function untilRolled(context, consumer, { readyWithinMs }, mark) {
    const isWanted = ({ metadata }) => (metadata.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_10__/* .reloadAnnotation */ .r] ?? null) === mark;
    const end = await (0,_observation_rollout_await_rollout_js__WEBPACK_IMPORTED_MODULE_3__/* .awaitRollout */ .m)(context, consumer, isWanted, (0,_rollout_rollout_end_js__WEBPACK_IMPORTED_MODULE_7__/* .limitsOf */ .A)(readyWithinMs));
    if (end.ended === 'failed')
        throw (0,_rollout_rollout_end_js__WEBPACK_IMPORTED_MODULE_7__/* .failedRollout */ .B)({ subject: (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .consumerWord */ .z)(consumer), parameters: consumer }, end);
    return end.ready;
}
/** The first consumer that carries neither the mark that was planned with nor ours, for a reader: who set it otherwise. */
async function consumerNow({ ports }, { consumers }, mark) {
    for (const consumer of consumers) {
        const told = await (0,_moved_workload_now_js__WEBPACK_IMPORTED_MODULE_6__/* .workloadNow */ .sp)(ports.cluster, consumer, ({ spec }) => {
            const present = spec.template.metadata?.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_10__/* .reloadAnnotation */ .r] ?? null;
            return present === consumer.mark || present === mark ? undefined : (0,_moved_workload_now_js__WEBPACK_IMPORTED_MODULE_6__/* .annotationNow */ .ek)(spec, _domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_10__/* .reloadAnnotation */ .r);
        });
        if (told !== undefined)
            return `${(0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .consumerWord */ .z)(consumer)}: ${told}`;
    }
    return undefined;
}
/** The mark in the template of a consumer now; null where there is none, or the workload is no longer that one. */
async function markOf({ ports }, consumer) {
    const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_4__/* .readWorkload */ .Ez)(ports.cluster, consumer);
    return workload?.spec.template.metadata?.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_10__/* .reloadAnnotation */ .r] ?? null;
}
async function setMark({ ports }, consumer, from, to) {
    const resource = (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadResource */ .WG)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOfRef */ .Ly)(consumer));
    const workload = await (0,_observation_workloads_js__WEBPACK_IMPORTED_MODULE_4__/* .readWorkload */ .Ez)(ports.cluster, consumer);
    const bare = workload?.spec.template.metadata?.annotations === undefined;
    const container = bare
        ? [{ op: 'add', path: '/spec/template/metadata/annotations', value: {} }]
        : [];
    await ports.cluster.patch(resource, consumer.namespace, consumer.name, [
        { op: 'test', path: '/metadata/uid', value: consumer.uid },
        ...container,
        { op: 'test', path, value: from },
        to === null ? { op: 'remove', path } : { op: 'add', path, value: to },
    ]);
}
/**
 * Take our mark out of the templates again, where it is still there: so the pods go back to what they were made from, and
 * read the Secret anew.
 */
async function takeMarksBack(context, { consumers, limits }, mark) {
    for (const consumer of consumers) {
        if ((await markOf(context, consumer)) !== mark)
            continue;
        context.progress(`putting ${(0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .consumerWord */ .z)(consumer)} back`);
        await setMark(context, consumer, mark, consumer.mark);
        await untilRolled(context, consumer, limits, consumer.mark);
    }
}
/** Whether any consumer still carries the mark: then its roll was not taken back yet. */
async function carriesMark(context, { consumers }, mark) {
    for (const consumer of consumers)
        if ((await markOf(context, consumer)) === mark)
            return true;
    return false;
}


/***/ }),

/***/ 16443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ limitsOf),
/* harmony export */   B: () => (/* binding */ failedRollout)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);


/** Longest that a pod may have a trouble which could pass, ms. */
const patienceMs = 30_000;
/** So long everything must stay ready at the end, ms. */
const settleMs = 5_000;
/** How patient a rollout is watched whose next pod must be ready within so many ms. */
function limitsOf(readyWithinMs) {
    return { progressMs: readyWithinMs, patienceMs: Math.min(patienceMs, readyWithinMs), settleMs };
}
/** The error for a rollout that did not come to its end: why, and where to look. */
function failedRollout({ subject, parameters }, { why, troubles }) {
    const [worst] = troubles;
    const { namespace } = parameters;
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
        code: 'failed',
        subject,
        message: `${subject} did not become ready: ${why}`,
        next: worst === undefined ? (0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `describe ${subject}` : (0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `describe pod ${worst.pod}`,
    });
}


/***/ }),

/***/ 18097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66258);
/* harmony import */ var _domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87616);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _certificate_held_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71677);
/* harmony import */ var _certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91734);
/* harmony import */ var _certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74919);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54639);








/**
 * Put the kept certificate and key into the Secret, if it is still the version that was planned with. Putting back restores
 * both while they are still ours, and has the pods that were rolled, or took the new one up, serve the former one again.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_5__/* .defineStep */ .o)({
    kind: 'write-certificate',
    ports: ['cluster', 'certificates'],
    provedBy: 'settle',
    precondition: async () => ({ holds: true }),
    apply: async (context, { parameters }) => {
        const kept = await (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .requireKept */ .MP)(context, parameters);
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readAsPlanned */ .Pn)(context, parameters);
        await writeOnce(context, parameters, held, kept);
        return { text: 'certificate and key replaced', measurements: [], findings: [] };
    },
    settle: async (context, step) => {
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, step.parameters);
        if (held === undefined)
            return 'moved';
        const kept = await (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .readKept */ .DL)(context, step.parameters);
        return kept === undefined ? settledAlone(step, held) : settledByKept(context, step, held, kept);
    },
    movedTo: (context, { parameters }) => (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .secretNow */ .z4)(context, parameters),
    revert: async (context, step) => {
        const { parameters } = step;
        const kept = await (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .requireKept */ .MP)(context, parameters);
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, parameters);
        if (held !== undefined && (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(held.pair, kept.after)) {
            await write(context, held, kept.before, kept.writtenBefore);
        }
        else if (held === undefined || !(0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(held.pair, kept.before)) {
            throw changed(step);
        }
        return { text: await serveFormer(context, step, kept), measurements: [], findings: [] };
    },
}));
function settledByKept(context, { parameters }, { pair }, kept) {
    if ((0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(pair, kept.after))
        return 'done';
    if (!(0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(pair, kept.before))
        return 'moved';
    // the Secret is as it was, but pods were rolled for the new one: that is half of the way back
    return (0,_certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__/* .carriesMark */ .LR)(context, parameters, (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .reloadMark */ .Bo)(context.planId, parameters)).then((half) => half ? 'done' : 'not-done');
}
/** What the Secret alone says, when nothing is kept any more: the former certificate, or the one that we noted to have written. */
function settledAlone({ parameters }, { secret, leaf }) {
    if (leaf === undefined)
        return 'moved';
    if (leaf.fingerprint === parameters.certificate)
        return 'not-done';
    return leaf.fingerprint === (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenByUs */ .bZ)(secret) ? 'done' : 'moved';
}
/** Write the kept pair. That somebody was faster is no loss when it was this very write, repeated on its way. */
async function writeOnce(context, ref, held, kept) {
    try {
        await write(context, held, kept.after, kept.issued);
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U && error.code === 'conflict'))
            throw error;
        const now = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, ref);
        if (now === undefined || !(0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(now.pair, kept.after))
            throw error;
    }
}
/** Replace certificate and key in the version of the Secret that was read, and note whose they are. */
async function write({ ports }, held, pair, note) {
    const { namespace = '', name, uid, resourceVersion } = held.secret.metadata;
    await ports.cluster.patch(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, namespace, name, [
        { op: 'test', path: '/metadata/uid', value: uid },
        { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
        { op: 'add', path: '/data/tls.crt', value: pair['tls.crt'] },
        { op: 'add', path: '/data/tls.key', value: pair['tls.key'] },
        ...noteOf(held.secret, note),
    ]);
}
function noteOf({ metadata }, note) {
    const path = `/metadata/annotations/${_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_6__/* .writtenAnnotation */ .v.replace('/', '~1')}`;
    if (note === null) {
        return metadata.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_6__/* .writtenAnnotation */ .v] === undefined ? [] : [{ op: 'remove', path }];
    }
    const bare = metadata.annotations === undefined ? [{ op: 'add', path: '/metadata/annotations', value: {} }] : [];
    return [...bare, { op: 'add', path, value: note }];
}
/** Have every pod serve the former certificate again; answers how. */
async function serveFormer(context, { parameters }, kept) {
    const mark = (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .reloadMark */ .Bo)(context.planId, parameters);
    await (0,_certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__/* .takeMarksBack */ .xL)(context, parameters, mark);
    const list = (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .readable */ .HD)(await context.ports.certificates.parse(Buffer.from(kept.before['tls.crt'], 'base64')));
    const former = list.find(({ fingerprint }) => fingerprint === parameters.certificate);
    if (former === undefined)
        return 'certificate and key are the former ones';
    const consumers = parameters.consumers.filter(({ ports }) => ports.length > 0);
    const told = await (0,_certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__/* .bringToServe */ .jl)(context, { ...parameters, consumers }, former, `${mark}-undo`);
    return [`certificate and key are those of serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .shortSerial */ .zZ)(former)} again`, ...told].join('; ');
}
const changed = ({ subject }) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code: 'conflict', subject, message: `${subject} was changed by somebody else since it was renewed` });


/***/ })

};
