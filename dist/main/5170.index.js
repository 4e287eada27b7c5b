export const id = 5170;
export const ids = [5170];
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

/***/ 99157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ podsOf),
/* harmony export */   cv: () => (/* binding */ showSecret),
/* harmony export */   wr: () => (/* binding */ describeSecret)
/* harmony export */ });
/* harmony import */ var _kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);

/** The command that shows a Secret's certificates without its key. */
function showSecret(namespace, name) {
    return (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `get secret ${name} -o jsonpath='{.data.tls\\.crt}' | base64 -d | openssl storeutl -noout -text -certs /dev/stdin`;
}
/** The command that describes a Secret: names and sizes of its keys, no values. */
function describeSecret(namespace, name) {
    return (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `describe secret ${name}`;
}
/** The command that shows what a pod serves. */
function podsOf(namespace, selector) {
    return (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `get pods -l ${selector}`;
}


/***/ }),

/***/ 85191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PQ: () => (/* binding */ pemBlocks),
/* harmony export */   RG: () => (/* binding */ maxPemCertificates),
/* harmony export */   _y: () => (/* binding */ pemOf),
/* harmony export */   ak: () => (/* binding */ maxPemBytes)
/* harmony export */ });
/** The most of a PEM text that is read, bytes (trust.md §6). */
const maxPemBytes = 1024 * 1024;
/** The most certificates of one PEM text that are read. */
const maxPemCertificates = 20;
const begin = /^\s*-----BEGIN ([A-Z0-9][A-Z0-9 ]{0,60})-----\s*$/;
const end = /^\s*-----END ([A-Z0-9][A-Z0-9 ]{0,60})-----\s*$/;
const header = /^[A-Za-z][A-Za-z0-9-]*:/;
/**
 * Every block of a PEM text in order (RFC 7468, read laxly: text between the blocks is no error). A block that does not
 * end, or ends under another label, comes without content. Linear in the text.
 */
function pemBlocks(text) {
    const blocks = [];
    let open;
    const giveUp = () => {
        if (open)
            blocks.push({ label: open.label, headers: open.headers });
        open = undefined;
    };
    for (const line of text.split(/\r\n|\n|\r/)) {
        const began = begin.exec(line)?.[1];
        if (began !== undefined) {
            giveUp();
            open = { label: began, lines: [], headers: false };
            continue;
        }
        if (!open)
            continue;
        const ended = end.exec(line)?.[1];
        if (ended === undefined) {
            if (header.test(line))
                open.headers = true;
            else
                open.lines.push(line.trim());
        }
        else if (ended === open.label) {
            blocks.push({ label: open.label, base64: open.lines.join(''), headers: open.headers });
            open = undefined;
        }
        else
            giveUp();
    }
    giveUp();
    return blocks;
}
/** Certificates as PEM (RFC 7468 §5), in their order. */
function pemOf(certificates) {
    return certificates
        .map(({ encoded }) => {
        const lines = encoded.match(/.{1,64}/g) ?? [];
        return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
    })
        .join('');
}


/***/ }),

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

/***/ 41645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ holdsField),
/* harmony export */   M2: () => (/* binding */ templateAnnotationField),
/* harmony export */   _6: () => (/* binding */ replicasField),
/* harmony export */   aN: () => (/* binding */ imageField),
/* harmony export */   wk: () => (/* binding */ resourcesField)
/* harmony export */ });
/** How many pods are wanted. */
const replicasField = ['f:spec', 'f:replicas'];
const containerPath = (list, container) => [
    'f:spec',
    'f:template',
    'f:spec',
    `f:${list}`,
    `k:${JSON.stringify({ name: container })}`,
];
/** The image of one container. */
function imageField(list, container) {
    return [...containerPath(list, container), 'f:image'];
}
/** Requests and limits of one container. */
function resourcesField(list, container) {
    return [...containerPath(list, container), 'f:resources'];
}
/** An annotation of the template, such as the one that restarts the pods. */
function templateAnnotationField(name) {
    return ['f:spec', 'f:template', 'f:metadata', 'f:annotations', `f:${name}`];
}
/**
 * Whether a set of fields holds a path. A set that ends on the way there holds everything below (an atomic field); a path
 * that ends within the set is held in parts, which counts as held.
 */
function holdsField(fields, path) {
    let node = fields;
    for (const [depth, key] of path.entries()) {
        if (typeof node !== 'object' || node === null)
            return false;
        if (!Object.hasOwn(node, key))
            return depth > 0 && Object.keys(node).length === 0;
        node = node[key];
    }
    return true;
}


/***/ }),

/***/ 49054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ shownName)
/* harmony export */ });
/** A name from the cluster as it may stand in a sentence or a command: what Kubernetes names may hold, at most 120 characters. */
function shownName(name) {
    return name.replace(/[^\w./-]/g, '?').slice(0, 120);
}


/***/ }),

/***/ 90080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ leafOf)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66258);

/** The server's own certificate: the first, unless the key says that another one is meant. */
function leafOf(secret) {
    const list = secret.certificates === undefined ? [] : (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(secret.certificates.content);
    return secret.key?.kind === 'matches' ? list[secret.key.index] : list[0];
}


/***/ }),

/***/ 56701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ judgeable)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66258);

/** Add what is needed to judge a list: who signed whom, and those of the system's authorities that it may end in. */
async function judgeable(certificates, content, trusted) {
    const list = (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(content);
    const present = new Set([...list, ...trusted].map((certificate) => certificate.subjectName));
    const issuers = [...list, ...trusted].map((certificate) => certificate.issuerName);
    const system = await certificates.systemAuthorities([...new Set(issuers)].filter((name) => !present.has(name)));
    const roots = await certificates.systemAuthorities([...present]);
    const anchors = [...trusted, ...system, ...roots];
    return { content, anchors, signatures: await certificates.signatures([...list, ...anchors]) };
}


/***/ }),

/***/ 91098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readHosts)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20454);


/** The hosts for which Ingresses use each Secret. Names from Ingresses are somebody's text: cut at 253 characters. */
async function readHosts(context) {
    const { namespace } = context.platform;
    const byIngress = Object.create(null);
    try {
        for await (const ingress of context.ports.cluster.list({ resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.ingresses, namespace })) {
            for (const { secretName, hosts } of ingress.spec.tls ?? []) {
                if (secretName === undefined)
                    continue;
                const ruleHosts = (ingress.spec.rules ?? []).flatMap((rule) => (rule.host === undefined ? [] : [rule.host]));
                const wanted = hosts === undefined || hosts.length === 0 ? ruleHosts : hosts;
                byIngress[secretName] ??= [];
                byIngress[secretName].push(...wanted.map((host) => ({ host: host.slice(0, 253), ingress: `ingress/${ingress.metadata.name}` })));
            }
        }
    }
    catch (error) {
        return { byIngress, trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .L)(error, `ingresses in ${namespace}`) };
    }
    return { byIngress };
}


/***/ }),

/***/ 86228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ namedSecrets),
/* harmony export */   q: () => (/* binding */ readSecrets)
/* harmony export */ });
/* harmony import */ var _domain_bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20392);
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66258);
/* harmony import */ var _domain_certificate_renewal_rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88276);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66325);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20454);
/* harmony import */ var _judgeable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56701);







/** Names of Secrets that are looked at one by one, whatever else is. */
function namedSecrets(platform) {
    const { secrets, endpoints } = platform.certificates;
    const named = secrets === 'all' ? [] : secrets;
    const served = endpoints.flatMap((endpoint) => (endpoint.secret === undefined ? [] : [endpoint.secret]));
    return [...new Set([...named, platform.workloads.gateway.tlsSecret, ...served])];
}
/**
 * Read the TLS Secrets: each of the named ones by a `get` of its own; where the configuration says `all`, every one of
 * type `kubernetes.io/tls` by a `list` that the server filters. Each private key is compared and let go at once.
 */
async function readSecrets(context, trusted, hosts) {
    const everySecret = context.platform.certificates.secrets === 'all';
    const listed = everySecret ? await listSecrets(context, trusted) : { secrets: [] };
    const seen = new Set(listed.secrets.map((secret) => secret.name));
    const wanted = [
        ...namedSecrets(context.platform).map((name) => ({ name, namedBy: 'the configuration' })),
        ...(everySecret ? namedByIngresses(hosts) : []),
    ];
    const unseen = [...new Map(wanted.map((each) => [each.name, each])).values()].filter(({ name }) => !seen.has(name));
    const named = await (0,_domain_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .mapBounded */ .y)(unseen, 4, async ({ name, namedBy }) => ({
        ...(await readSecret(context, name, trusted)),
        namedBy,
    }));
    const secrets = [...listed.secrets, ...named].sort((a, b) => (a.name < b.name ? -1 : 1));
    return { ...listed, secrets, everySecret };
}
/** Secrets that Ingresses name: with `secrets: all` one that is not there, or is of another type, must not go unseen. */
const namedByIngresses = (hosts) => Object.entries(hosts.byIngress).flatMap(([name, uses]) => {
    const [use] = uses;
    return use === undefined ? [] : [{ name, namedBy: use.ingress }];
});
async function listSecrets(context, trusted) {
    const { namespace } = context.platform;
    const secrets = [];
    try {
        const query = { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, namespace, fields: 'type=kubernetes.io/tls' };
        for await (const secret of context.ports.cluster.list(query))
            secrets.push(await judge(context, secret, trusted));
    }
    catch (error) {
        return { secrets, listTrouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .L)(error, `secrets in ${namespace}`) };
    }
    return { secrets };
}
async function readSecret(context, name, trusted) {
    const { namespace } = context.platform;
    const got = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .C)(`secret/${name}`, () => context.ports.cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, namespace, name));
    if ('trouble' in got)
        return { name, state: 'unreadable', trouble: got.trouble };
    return got.value === undefined ? { name, state: 'absent' } : judge(context, got.value, trusted);
}
async function judge(context, secret, trusted) {
    const { certificates } = context.ports;
    const { data = {}, metadata, type } = secret;
    const writer = (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .lastWriter */ .uD)(metadata);
    const renewer = (0,_domain_certificate_renewal_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .renewedBy */ .IY)(metadata.annotations);
    const facts = {
        name: metadata.name,
        state: 'read',
        object: {
            uid: metadata.uid,
            resourceVersion: metadata.resourceVersion,
            immutable: secret.immutable === true,
            ...(writer === undefined ? {} : { writer }),
        },
        ...(type === undefined ? {} : { type }),
        ...(renewer === undefined ? {} : { renewedBy: renewer }),
    };
    const held = data['tls.crt'];
    if (held === undefined || held === '')
        return facts;
    const content = await certificates.parse(Buffer.from(held, 'base64'));
    const own = await certificates.parse(Buffer.from(data['ca.crt'] ?? '', 'base64'));
    const key = await certificates.keyMatch(Buffer.from(data['tls.key'] ?? '', 'base64'), (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .readable */ .HD)(content));
    const judged = await (0,_judgeable_js__WEBPACK_IMPORTED_MODULE_6__/* .judgeable */ .W)(certificates, content, [...(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .readable */ .HD)(own), ...trusted]);
    return { ...facts, key, certificates: { ...judged, statesTrust: (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .readable */ .HD)(own).length > 0 } };
}


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

/***/ 62978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ endpointText)
/* harmony export */ });
/** An endpoint as a reader may copy it. */
function endpointText(endpoint) {
    return endpoint.kind === 'address'
        ? `${endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host}:${endpoint.port}`
        : `port ${endpoint.port} of pod/${endpoint.pod} in ${endpoint.namespace}`;
}


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

/***/ 31857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ validate_certificates)
});

// EXTERNAL MODULE: ./build/domain/certificate/names.js
var certificate_names = __webpack_require__(6269);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/observation/certificates/read-secrets.js
var read_secrets = __webpack_require__(86228);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
// EXTERNAL MODULE: ./build/domain/certificate/certificate.js
var certificate_certificate = __webpack_require__(66258);
// EXTERNAL MODULE: ./build/observation/certificates/read-hosts.js
var read_hosts = __webpack_require__(91098);
// EXTERNAL MODULE: ./build/observation/certificates/read-trust.js
var read_trust = __webpack_require__(73643);
// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/observation/certificates/judgeable.js
var judgeable = __webpack_require__(56701);
// EXTERNAL MODULE: ./build/observation/pods.js
var pods = __webpack_require__(3969);
// EXTERNAL MODULE: ./build/observation/trouble.js
var trouble = __webpack_require__(20454);
// EXTERNAL MODULE: ./build/ports/endpoint.js
var ports_endpoint = __webpack_require__(62978);
;// CONCATENATED MODULE: ./build/tasks/validate-certificates/look-at-endpoints.js








/** What the gateway serves on every ready pod, and what every configured address serves. */
async function lookAtEndpoints(context, known) {
    const { endpoints } = context.platform.certificates;
    const configured = await (0,bounded/* mapBounded */.y)(endpoints, 4, (endpoint) => lookAtConfigured(context, endpoint, known));
    return [await lookAtGateway(context, known), ...configured];
}
async function lookAtGateway(context, known) {
    const { namespace, workloads } = context.platform;
    const { gateway } = workloads;
    const held = known.secrets.find((secret) => secret.name === gateway.tlsSecret)?.certificates;
    const leaf = held && (0,certificate_certificate/* readable */.HD)(held.content)[0];
    const candidates = [
        ...(0,certificate_names/* serviceHosts */.L0)(gateway.service, namespace).toReversed(),
        ...(known.hosts.byIngress[gateway.tlsSecret] ?? []).map((each) => each.host).filter((host) => !host.includes('*')),
    ];
    const covered = candidates.find((host) => leaf !== undefined && (0,certificate_names/* covers */.hU)(leaf, host));
    return lookAtPods(context, known, {
        subject: `${gateway.kind.toLowerCase()}/${gateway.name}`,
        serverName: covered ?? `${gateway.service}.${namespace}.svc`,
        secret: gateway.tlsSecret,
        selector: gateway.selector,
        portOf: () => gateway.port,
    });
}
async function lookAtConfigured(context, endpoint, known) {
    const { namespace } = context.platform;
    const subject = {
        subject: (0,ports_endpoint/* endpointText */.H)({ kind: 'address', host: endpoint.host, port: endpoint.port }),
        serverName: endpoint.serverName ?? endpoint.host,
        ...(endpoint.secret === undefined ? {} : { secret: endpoint.secret }),
    };
    const service = (0,certificate_names/* serviceOf */.z5)(endpoint.host, namespace);
    if (service !== undefined)
        return lookBehindService(context, known, subject, service, endpoint.port);
    const address = { kind: 'address', host: endpoint.host, port: endpoint.port };
    return { ...subject, skipped: [], presented: [await present(context, known, address, subject)] };
}
/** A Service is no address that a runner can reach: its pods are, each through a port-forward. */
async function lookBehindService(context, known, subject, name, port) {
    const { namespace } = context.platform;
    const unlooked = { ...subject, presented: [], skipped: [] };
    const got = await (0,trouble/* attempt */.C)(`service/${name}`, () => context.ports.cluster.get(resources/* resources */.E.services, namespace, name));
    if ('trouble' in got)
        return { ...unlooked, trouble: got.trouble };
    const target = got.value?.spec.ports?.find((each) => each.port === port);
    const selector = Object.entries(got.value?.spec.selector ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
    if (target === undefined || selector === '') {
        const message = got.value === undefined
            ? `service/${name} does not exist`
            : `service/${name} has no port ${port} with pods behind it`;
        return { ...unlooked, trouble: { code: 'not-found', subject: `service/${name}`, message } };
    }
    return lookAtPods(context, known, { ...subject, selector, portOf: (pod) => targetPort(pod, target) });
}
function targetPort(pod, { port, targetPort: target }) {
    if (target === undefined)
        return port;
    if (typeof target === 'number')
        return target;
    const ports = pod?.spec.containers.flatMap((container) => container.ports ?? []) ?? [];
    return ports.find((each) => each.name === target)?.containerPort;
}
async function lookAtPods(context, known, wanted) {
    const { cluster } = context.ports;
    const { namespace } = context.platform;
    const { selector, portOf, ...subject } = wanted;
    const selected = await (0,trouble/* attempt */.C)(`pods ${selector}`, () => (0,pods/* selectPods */.x)(cluster, { namespace, selector }));
    if ('trouble' in selected)
        return { ...subject, presented: [], skipped: [], trouble: selected.trouble };
    const presented = await (0,bounded/* mapBounded */.y)(selected.value.ready, 4, async ({ pod }) => {
        try {
            const port = portOf(undefined) ?? portOf(await cluster.get(resources/* resources */.E.pods, namespace, pod));
            if (port === undefined)
                return withoutPort(pod);
            return await present(context, known, { kind: 'pod', namespace, pod, port }, subject);
        }
        catch (error) {
            return { from: `pod/${pod}`, anchors: [], signatures: [], trouble: (0,trouble/* troubleOf */.L)(error, `pod/${pod}`) };
        }
    });
    return { ...subject, presented, skipped: selected.value.skipped };
}
const withoutPort = (pod) => ({
    from: `pod/${pod}`,
    anchors: [],
    signatures: [],
    trouble: {
        code: 'not-found',
        subject: `pod/${pod}`,
        message: `pod/${pod} has no port of the name that the Service targets`,
    },
});
/** Configured authorities, and what the endpoint's own Secret carries: never another one's. */
function trustedBy(known, secret) {
    const own = known.secrets.find((each) => each.name === secret)?.certificates?.anchors ?? [];
    return [...known.trusted, ...own];
}
async function present(context, known, endpoint, subject) {
    const { certificates } = context.ports;
    const { serverName } = subject;
    const from = endpoint.kind === 'pod' ? `pod/${endpoint.pod}` : (0,ports_endpoint/* endpointText */.H)(endpoint);
    const limits = { timeoutMs: known.timeoutMs, signal: context.signal };
    const served = await (0,trouble/* attempt */.C)(from, () => certificates.served(endpoint, serverName, limits));
    if ('trouble' in served)
        return { from, anchors: [], signatures: [], trouble: served.trouble };
    const blocks = served.value.certificates.map((certificate, k) => ({ position: k + 1, certificate }));
    const content = { certificates: blocks, otherBlocks: [], unread: 0 };
    const { anchors, signatures } = await (0,judgeable/* judgeable */.W)(certificates, content, trustedBy(known, subject.secret));
    return { from, chain: served.value, anchors, signatures };
}

// EXTERNAL MODULE: ./build/observation/certificates/read-bundle.js
var read_bundle = __webpack_require__(56105);
;// CONCATENATED MODULE: ./build/tasks/validate-certificates/read-bundles.js



/** The configured bundles, each by itself, and the `caBundle`s of admission webhooks where they are asked for. */
async function readBundles(context) {
    const bundles = [];
    for (const source of context.platform.certificates.bundles)
        bundles.push(await (0,read_bundle/* readBundle */.B)(context, source));
    if (!context.platform.certificates.webhooks)
        return bundles;
    for (const resource of [resources/* resources */.E.validatingWebhooks, resources/* resources */.E.mutatingWebhooks]) {
        bundles.push(...(await readWebhooks(context, resource)));
    }
    return bundles;
}
async function readWebhooks(context, resource) {
    const found = [];
    const kind = resource.kind.toLowerCase();
    try {
        const query = { resource: resource };
        for await (const object of context.ports.cluster.list(query)) {
            found.push(...(await bundlesOf(context, kind, object)));
        }
    }
    catch (error) {
        found.push({ subject: resource.plural, absent: false, trouble: (0,trouble/* troubleOf */.L)(error, resource.plural) });
    }
    return found;
}
async function bundlesOf(context, kind, object) {
    const found = [];
    for (const webhook of object.webhooks ?? []) {
        const bundle = webhook.clientConfig?.caBundle;
        if (bundle === undefined || bundle === '')
            continue;
        const subject = `${kind}/${object.metadata.name} ${webhook.name.slice(0, 253)}`;
        found.push({
            subject,
            absent: false,
            content: await context.ports.certificates.parse(Buffer.from(bundle, 'base64')),
        });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/tasks/validate-certificates/observe.js






/** Read every certificate that is held, and see what is served. Nothing is changed, and no key is kept. */
async function observe(context, inputs) {
    const trust = await (0,read_trust/* readTrust */.b)(context);
    context.progress('validate-certificates: reading Secrets');
    const hosts = await (0,read_hosts/* readHosts */.k)(context);
    const read = await (0,read_secrets/* readSecrets */.q)(context, trust.anchors, hosts);
    const bundles = await readBundles(context);
    context.progress('validate-certificates: looking at what is served');
    const known = { secrets: read.secrets, hosts, trusted: trust.anchors, timeoutMs: inputs['handshake-timeout'] };
    const endpoints = await lookAtEndpoints(context, known);
    const basis = read.secrets.map((secret) => ({
        secret: secret.name,
        certificates: secret.certificates ? (0,certificate_certificate/* readable */.HD)(secret.certificates.content).map((each) => each.fingerprint) : [],
    }));
    return { basis, measurements: { ...read, hosts, bundles, endpoints, trust } };
}

// EXTERNAL MODULE: ./build/domain/certificate/commands-for-people.js
var commands_for_people = __webpack_require__(99157);
// EXTERNAL MODULE: ./build/domain/certificate/renewal-rule.js
var renewal_rule = __webpack_require__(88276);
// EXTERNAL MODULE: ./build/domain/certificate/validity.js
var certificate_validity = __webpack_require__(59139);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/observation/certificates/held-secret.js
var held_secret = __webpack_require__(90080);
// EXTERNAL MODULE: ./build/domain/certificate/strength.js
var strength = __webpack_require__(20460);
;// CONCATENATED MODULE: ./build/tasks/validate-certificates/certificate-findings.js





/** `CN=api.example, serial 0a1b, until 2026-12-01 00:00 UTC (6.9 days)` */
function describe(certificate, now) {
    const left = (0,certificate_validity/* daysLeft */.H_)(certificate, now);
    const when = left < 0 ? `${-left} days ago` : `${left} days left`;
    return `${certificate.subject}, serial ${(0,certificate_certificate/* shortSerial */.zZ)(certificate)}, until ${(0,certificate_validity/* isoMinute */.A_)(certificate.notAfter)} (${when})`;
}
/** Where a server's own certificate stands in its life: one finding at most, and whether it lives too short for windows. */
function validityFindings(certificate, about, renewedBy) {
    const { now, subject, next } = about;
    const validity = (0,certificate_validity/* validityAt */.mV)(certificate, now, (0,renewal_rule/* ruleFor */.sG)({ renewedBy }, about.rule));
    const evidence = describe(certificate, now);
    const finding = (code, severity, title, extra = '') => ({
        code,
        severity,
        subject,
        title,
        evidence: extra === '' ? evidence : `${evidence}; ${extra}`,
        next,
    });
    const short = shortLife(certificate, about, renewedBy);
    switch (validity.state) {
        case 'expired':
            return [finding('expired', 'fail', 'certificate has expired'), ...short];
        case 'not-yet-valid':
            return [
                finding('not-yet-valid', 'fail', `certificate is valid only from ${(0,certificate_validity/* isoMinute */.A_)(certificate.notBefore)}`),
                ...short,
            ];
        case 'ends-before-renewal': {
            const opening = validity.nextOpening === undefined ? '' : `the next renewal opens ${(0,certificate_validity/* isoMinute */.A_)(validity.nextOpening)}`;
            return [finding('ends-before-renewal', 'fail', 'certificate ends before anything renews it', opening), ...short];
        }
        case 'due':
            return [finding('due', 'warn', 'certificate is due for renewal', validity.because), ...short];
        case 'good':
            return short;
    }
}
function shortLife(certificate, about, renewedBy) {
    const interval = renewedBy === undefined ? (0,certificate_validity/* tooShortFor */.YB)(certificate, about.rule) : undefined;
    if (interval === undefined)
        return [];
    return [
        {
            code: 'lifetime-too-short',
            severity: 'warn',
            subject: about.subject,
            title: 'certificate lives too short to be renewed in windows',
            evidence: `lifetime ${(0,quantities/* formatSpan */.QA)((0,certificate_validity/* lifetimeOf */.XA)(certificate))}, less than three intervals of ${(0,quantities/* formatSpan */.QA)(interval)} between renewals`,
            next: 'let an issuer in the cluster renew it (such as cert-manager), which does not wait for a window',
        },
    ];
}
/** Weak keys and signatures of a list, as one finding. */
function weaknessFindings(list, about) {
    const found = list.flatMap((certificate) => (0,strength/* weaknesses */.K)(certificate).map((weakness) => ({ certificate, weakness })));
    if (found.length === 0)
        return [];
    const broken = found.some(({ weakness }) => weakness.degree === 'broken');
    return [
        {
            code: 'weak',
            severity: broken ? 'fail' : 'warn',
            subject: about.subject,
            title: broken ? 'key or signature is too weak for today’s clients' : 'key or signature that some clients refuse',
            evidence: listed(found.map(({ certificate, weakness }) => `${certificate.subject}: ${weakness.what}`)),
            next: `issue it anew with an RSA key of 2048 bits or an EC key on P-256, signed with SHA-256; ${about.next} shows it`,
        },
    ];
}
/**
 * Authorities of a list that have ended, end soon or are not valid yet, as one finding each. One that is for later is usual before
 * a change of authorities, as long as another is valid.
 */
function authorityDates(list, about) {
    const { now, rule, subject, next } = about;
    const ended = list.filter((certificate) => certificate.notAfter < now);
    const early = list.filter((certificate) => certificate.notBefore > now);
    const ending = list.filter((certificate) => certificate.notAfter >= now && certificate.notAfter - now < (0,certificate_validity/* renewalMargin */.ds)(certificate, rule));
    const finding = (code, severity, title, which) => which.length === 0
        ? []
        : [{ code, severity, subject, title, evidence: listed(which.map((each) => describe(each, now))), next }];
    const none = ended.length + early.length === list.length;
    return [
        ...finding('authority-expired', none ? 'fail' : 'warn', none ? 'no authority in it is valid: expired' : 'an authority in it has expired', ended),
        ...finding('authority-not-yet-valid', none ? 'fail' : 'info', none ? 'no authority in it is valid: not yet' : 'an authority in it is not valid yet', early),
        ...finding('authority-due', 'warn', 'an authority in it ends soon', ending),
    ];
}
/** The first five of several facts, and how many more there are. */
function listed(facts) {
    const rest = facts.length > 5 ? `; and ${facts.length - 5} more` : '';
    return `${facts.slice(0, 5).join('; ')}${rest}`;
}

// EXTERNAL MODULE: ./build/domain/certificate/chain.js + 1 modules
var certificate_chain = __webpack_require__(21938);
;// CONCATENATED MODULE: ./build/tasks/validate-certificates/endpoint-findings.js







/** What an endpoint serves against what its Secret holds, over all pods that answer for it. */
function endpointFindings(endpoint, secrets, base, trust) {
    const about = { ...base, subject: endpoint.subject };
    const answers = endpoint.presented.flatMap((presented) => {
        const leaf = presented.chain?.certificates[0];
        return leaf === undefined ? [] : [{ from: presented.from, leaf, presented }];
    });
    const secret = secrets.find((each) => each.name === endpoint.secret);
    const held = secret && (0,held_secret/* leafOf */.e)(secret);
    const foreign = held === undefined ? [] : answers.filter(({ leaf }) => leaf.fingerprint !== held.fingerprint);
    return [
        ...troubleFindings(endpoint, about),
        ...(held === undefined ? [] : otherThanHeld(foreign, held, answers.length, endpoint, about)),
        ...(held === undefined ? servedAlone(answers, endpoint, about) : []),
        ...servedPaths(answers, about, {
            ...trust,
            configured: trust.configured || secret?.certificates?.statesTrust === true,
        }),
    ];
}
/** Ends that could not be looked at. A refused handshake is the endpoint's fault; silence is not known to be. */
function troubleFindings(endpoint, about) {
    const finding = (code, severity, title, evidence, next) => ({
        code,
        severity,
        subject: about.subject,
        title,
        evidence,
        next: next ?? about.next,
    });
    if (endpoint.trouble) {
        const { message, next } = endpoint.trouble;
        return [finding('cannot-look', 'unknown', 'what it serves could not be looked at', message, next)];
    }
    const troubled = endpoint.presented.filter((each) => each.trouble !== undefined);
    const refused = troubled.filter((each) => each.trouble?.code === 'failed' || each.trouble?.code === 'invalid');
    const unseen = troubled.filter((each) => !refused.includes(each));
    const facts = (list) => listed(list.map((each) => `${each.from}: ${each.trouble?.message ?? ''}`));
    const findings = [];
    if (refused.length > 0)
        findings.push(finding('no-handshake', 'fail', 'TLS handshake fails', facts(refused), refused[0]?.trouble?.next));
    if (unseen.length > 0) {
        findings.push(finding('cannot-look', 'unknown', 'what it serves could not be looked at', facts(unseen), unseen[0]?.trouble?.next));
    }
    else if (endpoint.presented.length === 0) {
        const skipped = listed(endpoint.skipped.map(({ pod, why }) => `pod/${pod}: ${why}`));
        findings.push(finding('cannot-look', 'unknown', 'no ready pod answers for it', skipped === '' ? 'no pod matches' : skipped));
    }
    return findings;
}
/** Pods that serve something else than the Secret holds: they have not read it again since it was renewed. */
function otherThanHeld(foreign, held, answered, endpoint, about) {
    if (foreign.length === 0)
        return [];
    const ended = foreign.some(({ leaf }) => leaf.notAfter < about.now || leaf.notBefore > about.now);
    const who = foreign.map(({ from, leaf }) => `${from} serves serial ${(0,certificate_certificate/* shortSerial */.zZ)(leaf)} until ${(0,certificate_validity/* isoMinute */.A_)(leaf.notAfter)}`);
    return [
        {
            code: 'served-differs',
            severity: ended ? 'fail' : 'warn',
            subject: about.subject,
            title: `serves another certificate than secret/${endpoint.secret} holds`,
            evidence: `${foreign.length} of ${(0,quantities/* counted */.hS)(answered, 'end')}: ${listed(who)}; held: serial ${(0,certificate_certificate/* shortSerial */.zZ)(held)} until ${(0,certificate_validity/* isoMinute */.A_)(held.notAfter)}`,
            next: `reload or restart what serves it, so that it reads secret/${endpoint.secret} again; ${about.next}`,
        },
    ];
}
/** An endpoint without a readable Secret is judged by what it serves. */
function servedAlone(answers, endpoint, about) {
    const [worst] = answers.toSorted((a, b) => a.leaf.notAfter - b.leaf.notAfter);
    if (worst === undefined)
        return [];
    const { leaf } = worst;
    const uncovered = (0,certificate_names/* covers */.hU)(leaf, endpoint.serverName)
        ? []
        : [
            {
                code: 'served-name-not-covered',
                severity: 'fail',
                subject: about.subject,
                title: 'served certificate does not cover the name under which it is asked for',
                evidence: `asked for ${endpoint.serverName}; it carries ${listed([...leaf.dnsNames, ...leaf.ipAddresses]) || 'no subject alternative name'}`,
                next: 'issue it anew with this name as a subject alternative name',
            },
        ];
    return [
        ...validityFindings(leaf, about, undefined),
        ...uncovered,
        ...weaknessFindings(worst.presented.chain?.certificates ?? [], about),
    ];
}
/** The served chain must lead to an authority by what was sent alone: clients do not fetch what is missing. */
function servedPaths(answers, about, trust) {
    const broken = answers.flatMap(({ from, leaf, presented }) => {
        const { anchors, signatures, chain } = presented;
        const { problems } = (0,certificate_chain/* judgeChain */.fd)(leaf, { certificates: chain?.certificates ?? [], anchors, signatures }, about.now);
        const incomplete = problems.find((problem) => problem.kind === 'incomplete');
        return incomplete === undefined
            ? []
            : [`${from} does not send ${incomplete.kind === 'incomplete' ? incomplete.missing : ''}`];
    });
    if (broken.length === 0)
        return [];
    return [
        {
            code: 'served-chain-incomplete',
            severity: trust.incomplete ? 'unknown' : trust.configured ? 'fail' : 'warn',
            subject: about.subject,
            title: 'served chain is incomplete: clients that do not know the missing issuer refuse it',
            evidence: listed(broken),
            next: 'let the server send the whole chain (all of tls.crt, not only its first certificate)',
        },
    ];
}

// EXTERNAL MODULE: ./build/domain/certificate/pem.js
var pem = __webpack_require__(85191);
;// CONCATENATED MODULE: ./build/tasks/validate-certificates/chain-findings.js




/** The leaf's path to an authority, the order of the list, and the use. */
function chainFindings(leaf, held, about, trust) {
    const list = (0,certificate_certificate/* readable */.HD)(held.content);
    const { anchors, signatures } = held;
    const { problems } = (0,certificate_chain/* judgeChain */.fd)(leaf, { certificates: list, anchors, signatures }, about.now);
    const stated = { ...trust, configured: trust.configured || held.statesTrust };
    return [...pathFindings(problems, about, stated), ...orderFindings(list, held, about), ...useFindings(leaf, about)];
}
const titles = {
    incomplete: 'chain is incomplete: an issuer is neither in it nor among the known authorities',
    untrusted: 'chain ends in an authority that is not trusted',
    signature: 'a signature in the chain is wrong',
    rule: 'an authority in the chain was not allowed to issue what it issued',
    dates: 'an authority in the chain is out of its dates',
};
const factOf = (problem) => {
    switch (problem.kind) {
        case 'incomplete':
            return `missing: ${problem.missing}`;
        case 'untrusted':
            return `it ends in ${problem.root}`;
        default:
            return problem.what;
    }
};
function pathFindings(problems, about, trust) {
    return [...Map.groupBy(problems, (problem) => problem.kind)].map(([kind, group]) => ({
        code: `chain-${kind}`,
        severity: severityOf(kind, trust),
        subject: about.subject,
        title: titles[kind],
        evidence: listed(group.map(factOf)),
        next: nextOf(kind, about),
    }));
}
/**
 * Whether clients trust an authority can only be told where the configuration or the Secret says whom they trust; where a configured
 * authority could not be read it cannot be told at all.
 */
function severityOf(kind, trust) {
    if (kind !== 'untrusted' && kind !== 'incomplete')
        return 'fail';
    if (trust.incomplete)
        return 'unknown';
    return trust.configured ? 'fail' : 'warn';
}
function nextOf(kind, about) {
    if (kind === 'untrusted') {
        return 'if clients trust this authority, name it under `platform.certificates.trust`; else issue the certificate from one that they trust';
    }
    if (kind === 'incomplete') {
        return 'append the missing authorities to tls.crt in order, or name the root under `platform.certificates.trust`';
    }
    return about.next;
}
function orderFindings(list, held, about) {
    const problem = (0,certificate_chain/* orderProblem */.AO)(list, held.signatures);
    if (problem === undefined)
        return [];
    return [
        {
            code: 'chain-order',
            severity: 'warn',
            subject: about.subject,
            title: 'certificates are not in the order in which a server has to send them',
            evidence: `${problem}; the server's own comes first, each next one issued the one before`,
            next: about.next,
        },
    ];
}
function useFindings(leaf, about) {
    const why = (0,certificate_chain/* notForServers */.XU)(leaf);
    if (why === undefined)
        return [];
    return [
        {
            code: 'not-for-servers',
            severity: 'fail',
            subject: about.subject,
            title: 'certificate may not be used by a TLS server',
            evidence: why,
            next: about.next,
        },
    ];
}
/**
 * Hosts of Ingresses and endpoints, each of which must be covered; and of a Service at least one form, since clients use
 * whichever its owner chose.
 */
function nameFindings(leaf, needed, services, about) {
    const missing = needed.filter(({ host }) => !coversHost(leaf, host)).map(({ host, by }) => `${host} (${by})`);
    const forms = services
        .filter(({ hosts }) => !hosts.some((host) => (0,certificate_names/* covers */.hU)(leaf, host)))
        .map(({ name, hosts }) => `service/${name} under none of ${hosts.join(', ')}`);
    const uncovered = [...missing, ...forms];
    if (uncovered.length === 0)
        return [];
    const names = [...leaf.dnsNames, ...leaf.ipAddresses];
    const carries = names.length === 0 ? 'it carries no subject alternative name at all' : `it carries ${listed(names)}`;
    return [
        {
            code: 'name-not-covered',
            severity: 'fail',
            subject: about.subject,
            title: 'certificate does not cover a name under which it is used',
            evidence: `${listed(uncovered)}; ${carries}`,
            next: `issue it anew with these names as subject alternative names (the common name does not count)`,
        },
    ];
}
/** A wildcard host of an Ingress needs the same wildcard; any other is matched as clients match. */
function coversHost(leaf, host) {
    if (host.includes('*'))
        return leaf.dnsNames.some((name) => name.toLowerCase() === host.toLowerCase());
    return (0,certificate_names/* covers */.hU)(leaf, host);
}

;// CONCATENATED MODULE: ./build/tasks/validate-certificates/secret-findings.js







/** Everything that is to be said of one Secret. */
function secretFindings(secret, base, needs) {
    const subject = `secret/${secret.name}`;
    const describe = (0,commands_for_people/* describeSecret */.wr)(base.namespace, secret.name);
    if (secret.state === 'unreadable') {
        return [
            one(subject, 'cannot-read', 'unknown', 'it could not be read', secret.trouble?.message ?? '', secret.trouble?.next ?? describe),
        ];
    }
    if (secret.state === 'absent') {
        const next = `create it, or take its name out there: ${(0,kubectl/* kubectl */.Lr)(base.namespace) `get secrets --field-selector type=kubernetes.io/tls`}`;
        return [
            one(subject, 'secret-missing', 'fail', 'the Secret does not exist', `named by ${secret.namedBy ?? 'the configuration'}, not in namespace ${base.namespace}`, next),
        ];
    }
    if (secret.certificates === undefined) {
        return [
            one(subject, 'no-certificate', 'fail', 'the Secret holds no certificate', `no tls.crt; type ${secret.type ?? 'Opaque'}`, describe),
        ];
    }
    const about = { ...base, subject, next: (0,commands_for_people/* showSecret */.cv)(base.namespace, secret.name) };
    return [
        ...contentFindings(secret.certificates.content, about, 'fail'),
        ...keyFindings(secret, about, describe),
        ...leafFindings(secret, secret.certificates, about, needs),
    ];
}
/** Blocks that could not be read, too many of them, and what does not belong there. */
function contentFindings(content, about, severity) {
    const { subject, next } = about;
    const findings = [];
    if (content.refused !== undefined) {
        findings.push(one(subject, 'too-large', 'unknown', 'it is too large to be read', content.refused, next));
    }
    const broken = content.certificates.flatMap((block) => 'error' in block ? [`certificate ${block.position}: ${block.error}`] : []);
    const total = content.certificates.length + content.unread;
    if (broken.length > 0) {
        const evidence = `${listed(broken)} (${broken.length} of ${total})`;
        findings.push(one(subject, 'broken-certificate', severity, 'a certificate cannot be read', evidence, next));
    }
    else if (content.certificates.length === 0 && content.refused === undefined) {
        findings.push(one(subject, 'no-certificate', severity, 'there is no certificate in it', `0 certificates${othersOf(content)}`, next));
    }
    if (content.unread > 0) {
        const evidence = `${total} certificates, of which the first ${pem/* maxPemCertificates */.RG} were read`;
        findings.push(one(subject, 'too-many', 'unknown', 'it holds more certificates than are read', evidence, next));
    }
    if (content.otherBlocks.some((label) => label.endsWith('PRIVATE KEY'))) {
        findings.push(one(subject, 'key-among-certificates', 'fail', 'a private key stands among the certificates', othersOf(content).slice(2), 'take it out and replace the key: whoever may read the certificate could read it'));
    }
    return findings;
}
const othersOf = (content) => content.otherBlocks.length === 0 ? '' : `; other blocks: ${[...new Set(content.otherBlocks)].slice(0, 5).join(', ')}`;
function keyFindings(secret, about, describe) {
    const { key, certificates } = secret;
    if (key === undefined || certificates === undefined)
        return [];
    const list = (0,certificate_certificate/* readable */.HD)(certificates.content);
    const finding = (code, title, evidence, severity = 'fail') => [
        one(about.subject, code, severity, title, evidence, describe),
    ];
    switch (key.kind) {
        case 'absent':
            return finding('key-missing', 'there is no private key', 'no private key in tls.key');
        case 'encrypted':
            return finding('key-encrypted', 'private key is encrypted, so no server can load it', 'tls.key is encrypted');
        case 'unreadable':
            return finding('key-unreadable', 'private key cannot be read', 'tls.key is no private key that OpenSSL can decode');
        case 'differs': {
            if (list.length === 0)
                return [];
            const own = list[0];
            return finding('key-mismatch', 'private key does not belong to the certificate', `tls.key is another key than that of ${own.subject}, serial ${own.serial}`);
        }
        case 'matches': {
            if (key.index === 0)
                return [];
            const evidence = `tls.key belongs to certificate ${key.index + 1} of ${list.length}; a server takes the first for its own`;
            return finding('key-mismatch', 'private key does not belong to the first certificate', evidence);
        }
    }
}
function leafFindings(secret, held, about, needs) {
    const list = (0,certificate_certificate/* readable */.HD)(held.content);
    const leaf = (0,held_secret/* leafOf */.e)(secret);
    if (leaf === undefined)
        return [];
    return [
        ...validityFindings(leaf, about, secret.renewedBy),
        ...authorityDates(list.filter((each) => each !== leaf), about).map(softened),
        ...chainFindings(leaf, held, about, needs.trust),
        ...nameFindings(leaf, needs.hosts, needs.services, about),
        ...weaknessFindings(list, about),
    ];
}
/** An authority in a chain is only one path of several: whether the chain still holds is judged apart. */
const softened = (finding) => finding.severity === 'fail' ? { ...finding, severity: 'warn' } : finding;
function one(subject, code, severity, title, evidence, next) {
    return { code, severity, subject, title, evidence, next };
}

;// CONCATENATED MODULE: ./build/tasks/validate-certificates/plan.js











/** Judge everything that was seen. There is nothing to be done about it here: renewing is renew-certificates' work. */
function plan(observation, context) {
    const { measurements: seen } = observation;
    const { platform, now } = context;
    const { namespace } = platform;
    const base = { now, rule: (0,renewal_rule/* renewalRule */.Zg)(context), namespace };
    const trust = { configured: seen.trust.configured, incomplete: seen.trust.troubles.length > 0 };
    const gatewayPods = (0,commands_for_people/* podsOf */.EB)(namespace, platform.workloads.gateway.selector);
    const findings = [
        ...seen.secrets.flatMap((secret) => secretFindings(secret, base, { ...needsOf(secret, observation, context), trust })),
        ...reusedSerials(seen.secrets, namespace),
        ...seen.bundles.flatMap((bundle) => bundleFindings(bundle, base)),
        ...seen.endpoints.flatMap((endpoint) => endpointFindings(endpoint, seen.secrets, { ...base, next: gatewayPods }, trust)),
        ...notLookedAt(observation, namespace),
    ];
    return {
        steps: [],
        refusals: [],
        notChecked: [],
        findings,
        measurements: seen.secrets.flatMap((secret) => daysOf(secret, base)),
        result: resultOf(observation, findings),
    };
}
/** Under which names a Secret's certificate is used: Ingresses, configured endpoints, and the gateway's Service. */
function needsOf(secret, { measurements }, { platform }) {
    const { gateway } = platform.workloads;
    const byIngress = measurements.hosts.byIngress[secret.name] ?? [];
    const byEndpoint = platform.certificates.endpoints
        .filter((endpoint) => endpoint.secret === secret.name)
        .map((endpoint) => ({
        host: endpoint.serverName ?? endpoint.host,
        by: `endpoint ${endpoint.host}:${endpoint.port}`,
    }));
    const hosts = [
        ...byIngress.map(({ host, ingress }) => ({ host, by: ingress })),
        ...byEndpoint,
    ];
    const service = { name: gateway.service, hosts: (0,certificate_names/* serviceHosts */.L0)(gateway.service, platform.namespace) };
    return { hosts, services: secret.name === gateway.tlsSecret ? [service] : [] };
}
const leavesOf = (secret) => {
    const leaf = (0,held_secret/* leafOf */.e)(secret);
    return leaf === undefined ? [] : [leaf];
};
function daysOf(secret, { now, rule }) {
    return leavesOf(secret).map((leaf) => ({
        name: 'certificate-days-left',
        subject: `secret/${secret.name}`,
        value: (0,certificate_validity/* daysLeft */.H_)(leaf, now),
        unit: 'days',
        comparedWith: { what: 'due from', value: Math.round((0,certificate_validity/* renewalMargin */.ds)(leaf, rule) / 8_640_000) / 10 },
    }));
}
/** One issuer, one serial, two certificates: forbidden by RFC 5280 §4.1.2.2, and browsers refuse the second. */
function reusedSerials(secrets, namespace) {
    const leaves = secrets.flatMap((secret) => leavesOf(secret).map((leaf) => ({ secret, leaf })));
    const groups = Map.groupBy(leaves, ({ leaf }) => `${leaf.issuerName} ${leaf.serial}`);
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined || new Set(group.map(({ leaf }) => leaf.fingerprint)).size < 2)
            return [];
        const who = group
            .map(({ secret }) => `secret/${secret.name}`)
            .slice(0, 5)
            .join(', ');
        return [
            {
                code: 'serial-reused',
                severity: 'warn',
                subject: `secret/${first.secret.name}`,
                title: 'two certificates of one issuer have the same serial number',
                evidence: `serial ${first.leaf.serial} of ${first.leaf.issuer}: ${who}`,
                next: `issue all but one of them anew: ${(0,kubectl/* kubectl */.Lr)(namespace) `get secrets --field-selector type=kubernetes.io/tls`}`,
            },
        ];
    });
}
function bundleFindings(bundle, base) {
    const [object = bundle.subject] = bundle.subject.split(' ');
    const place = /webhookconfiguration\//.test(object) ? kubectl/* clusterWide */.MO : base.namespace;
    const next = (0,kubectl/* kubectl */.Lr)(place) `describe ${object}`;
    const about = { ...base, subject: bundle.subject, next };
    if (bundle.trouble)
        return [unknown('cannot-read', bundle.trouble, 'it could not be read', next)];
    if (bundle.content === undefined) {
        const evidence = `${bundle.subject} is named in the configuration, and does not exist`;
        return [
            {
                code: 'bundle-missing',
                severity: 'fail',
                subject: bundle.subject,
                title: 'bundle does not exist',
                evidence,
                next,
            },
        ];
    }
    const list = (0,certificate_certificate/* readable */.HD)(bundle.content);
    const severity = list.length === 0 ? 'fail' : 'warn';
    return [
        ...contentFindings(bundle.content, about, severity),
        ...(list.length === 0 ? [] : authorityDates(list, about)),
        ...weaknessFindings(list, about),
    ];
}
/** What could not be read at all, and what nobody asked to be looked at. */
function notLookedAt({ measurements }, namespace) {
    const { everySecret, listTrouble, hosts, trust } = measurements;
    const list = (0,kubectl/* kubectl */.Lr)(namespace) `get secrets --field-selector type=kubernetes.io/tls`;
    const findings = [];
    if (listTrouble)
        findings.push(unknown('cannot-list', listTrouble, 'Secrets could not all be read', list));
    if (hosts.trouble) {
        const next = (0,kubectl/* kubectl */.Lr)(namespace) `get ingresses`;
        findings.push(unknown('hosts-not-compared', hosts.trouble, 'names were not compared with the hosts of Ingresses', next));
    }
    for (const trouble of trust.troubles) {
        findings.push(unknown('trust-not-read', trouble, 'a configured authority could not be read, so trust is not known', trouble.message));
    }
    if (!everySecret) {
        findings.push({
            code: 'others-not-looked-at',
            severity: 'info',
            subject: `secrets in ${namespace}`,
            title: 'TLS Secrets that the configuration does not name were not looked at',
            evidence: `${(0,quantities/* counted */.hS)(measurements.secrets.length, 'Secret')} named; \`platform.certificates.secrets: all\` looks at every one (needs list on secrets)`,
            next: list,
        });
    }
    return findings;
}
const unknown = (code, trouble, title, next) => ({
    code,
    severity: 'unknown',
    subject: trouble.subject,
    title,
    evidence: trouble.message,
    next: trouble.next ?? next,
});
function resultOf({ measurements }, findings) {
    const certificates = measurements.secrets.reduce((sum, secret) => sum + (secret.certificates ? (0,certificate_certificate/* readable */.HD)(secret.certificates.content).length : 0), 0);
    const asHeld = measurements.endpoints.flatMap((endpoint) => endpoint.presented);
    const answered = asHeld.filter((each) => each.chain !== undefined).length;
    const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
    const bad = ['fail', 'unknown', 'warn']
        .filter((severity) => count(severity) > 0)
        .map((severity) => `${count(severity)} ${severity}`);
    const verdict = bad.length === 0 ? 'all in order' : bad.join(', ');
    const bundles = measurements.bundles.length === 0 ? '' : `, ${(0,quantities/* counted */.hS)(measurements.bundles.length, 'bundle')}`;
    return `${(0,quantities/* counted */.hS)(certificates, 'certificate')} in ${(0,quantities/* counted */.hS)(measurements.secrets.length, 'Secret')}${bundles}, ${answered} of ${(0,quantities/* counted */.hS)(asHeld.length, 'endpoint')} seen: ${verdict}`;
}

;// CONCATENATED MODULE: ./build/tasks/validate-certificates/index.js







const sources = (kind) => (platform) => [...platform.certificates.bundles, ...platform.certificates.trust]
    .filter((source) => source.kind === kind)
    .map((source) => source.name);
const services = (platform) => [
    ...new Set(platform.certificates.endpoints.flatMap(({ host }) => (0,certificate_names/* serviceOf */.z5)(host, platform.namespace) ?? [])),
];
/** Pods of the gateway, and of configured workloads that have the name of a configured endpoint's Service. */
const forwardSelectors = (platform) => {
    const { blockchain, gateway, others } = platform.workloads;
    const behind = new Set(services(platform));
    const known = [blockchain, gateway, ...others, platform.database.workload, platform.cache.workload];
    const chosen = known.filter((workload) => behind.has(workload.name)).map((workload) => workload.selector);
    return [...new Set([gateway.selector, ...chosen])];
};
/** validate-certificates: what is held, what is served, and until when. Changes nothing. */
/* harmony default export */ const validate_certificates = ((0,contract/* defineTask */.R)({
    id: 'validate-certificates',
    title: 'Validate certificates',
    description: 'Judges every configured TLS Secret, bundle and endpoint: the whole chain, key, names, strength, dates, and what each pod really serves. Changes nothing.',
    guide: ['certificate validation'],
    windows: ['daily'],
    type: 'preventive',
    priority: 'high',
    estimateMs: 30_000,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: false,
    ports: ['cluster', 'certificates'],
    inputs: {
        'handshake-timeout': {
            kind: 'duration',
            description: 'How long one endpoint may take for connection and TLS handshake.',
            default: '5s',
            min: '100ms',
            max: '60s',
        },
    },
    outputs: {},
    permissions: {
        observe: [
            {
                resource: resources/* resources */.E.secrets,
                verbs: ['get'],
                scope: 'platform',
                names: (platform) => [...new Set([...(0,read_secrets/* namedSecrets */.p)(platform), ...sources('Secret')(platform)])],
                why: 'read the certificates that the configuration names, and compare each with its key',
            },
            {
                resource: resources/* resources */.E.secrets,
                verbs: ['get', 'list'],
                scope: 'platform',
                when: (platform) => platform.certificates.secrets === 'all',
                why: 'read every TLS Secret, because the configuration says `secrets: all`; RBAC cannot limit this to TLS Secrets',
            },
            {
                resource: resources/* resources */.E.configMaps,
                verbs: ['get'],
                scope: 'platform',
                names: sources('ConfigMap'),
                when: (platform) => sources('ConfigMap')(platform).length > 0,
                why: 'read the bundles and authorities that the configuration names',
            },
            {
                resource: resources/* resources */.E.ingresses,
                verbs: ['list'],
                scope: 'platform',
                why: 'know the hosts that certificates must cover',
            },
            {
                resource: resources/* resources */.E.services,
                verbs: ['get'],
                scope: 'platform',
                names: services,
                when: (platform) => services(platform).length > 0,
                why: 'find the pods behind the endpoints that are Services',
            },
            {
                resource: resources/* resources */.E.pods,
                verbs: ['get', 'list'],
                scope: 'platform',
                why: 'find the pods that serve the certificates',
            },
            {
                resource: resources/* resources */.E.pods,
                subresource: 'portforward',
                verbs: ['get', 'create'],
                scope: 'platform',
                why: 'see what each of them serves',
            },
            {
                resource: resources/* resources */.E.validatingWebhooks,
                verbs: ['list'],
                scope: 'cluster',
                when: (platform) => platform.certificates.webhooks,
                why: 'read their caBundle',
            },
            {
                resource: resources/* resources */.E.mutatingWebhooks,
                verbs: ['list'],
                scope: 'cluster',
                when: (platform) => platform.certificates.webhooks,
                why: 'read their caBundle',
            },
        ],
        change: [],
    },
    commands: [],
    forwards: [{ purpose: 'see what certificate each pod serves', selectors: forwardSelectors }],
    steps: [],
    verdicts: {
        pass: 'every certificate is in order, and served as it is held',
        warn: 'one is due for renewal, served stale, badly ordered, or of an authority that is not known',
        fail: 'one has expired or ends before the next renewal, is broken, weak, of another key, or does not cover its names',
        unknown: 'a Secret, an Ingress list or an endpoint could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: () => Promise.reject(new port_error/* PortError */.U({
        code: 'invalid',
        subject: 'validate-certificates',
        message: 'it plans no steps, so there is nothing to verify',
    })),
}));


/***/ })

};
