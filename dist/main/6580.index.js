export const id = 6580;
export const ids = [6580];
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

/***/ 30858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bz: () => (/* binding */ comparisonWords),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   sw: () => (/* binding */ compareScans)
/* harmony export */ });
/* unused harmony export scanFreshMs */
/** Severities as scanners rank them, the worst first. */
const severities = ['critical', 'high', 'medium', 'low', 'unknown'];
const dayMs = 86_400_000;
/** A weekly scan, and a day of grace: an older one does not know of what was published since, ms. */
const scanFreshMs = 8 * dayMs;
/** Scans further apart knew different databases, and their difference says more of those than of the images, ms. */
const scansApartMs = 2 * dayMs;
/**
 * Compare the scans of the image that runs and of the one that would replace it. Answers a text that says why not, where both
 * are not by the same scanner, fresh, and of about the same time; undefined: there is nothing to compare.
 */
function compareScans(before, after, now) {
    if (after.state === 'none')
        return undefined;
    if (after.state === 'unusable')
        return `the scan of the new image is not used: ${after.why}`;
    if (before.state === 'none')
        return 'there is no scan of the image that runs to compare with';
    if (before.state === 'unusable')
        return `the scan of the image that runs is not used: ${before.why}`;
    const [old, fresh] = [before.scan, after.scan];
    if (old.scanner !== fresh.scanner)
        return `one scan is by ${old.scanner}, the other by ${fresh.scanner}`;
    const at = Math.min(old.at, fresh.at);
    if (now - at > scanFreshMs)
        return `a scan is ${Math.floor((now - at) / dayMs)} days old`;
    if (Math.abs(old.at - fresh.at) > scansApartMs)
        return 'the scans were made days apart, with different databases';
    const [had, has] = [idsOf(old), idsOf(fresh)];
    return {
        scanner: fresh.scanner,
        at,
        fixed: worstFirst(old.vulnerabilities.filter(({ id }) => !has.has(id))),
        introduced: worstFirst(fresh.vulnerabilities.filter(({ id }) => !had.has(id))),
        remaining: worstFirst(fresh.vulnerabilities.filter(({ id }) => had.has(id))),
    };
}
/** `fixes 2 (CVE-2026-1 critical, CVE-2026-2 high), introduces none, 3 remain (trivy, 2026-11-23)`. */
function comparisonWords({ scanner, at, fixed, introduced, remaining }) {
    const day = new Date(at).toISOString().slice(0, 10);
    return `fixes ${named(fixed)}, introduces ${named(introduced)}, ${named(remaining)} ${remaining.length === 1 ? 'remains' : 'remain'} (${scanner}, ${day})`;
}
const shown = 3;
function named(list) {
    if (list.length === 0)
        return 'none';
    const names = list.slice(0, shown).map(({ id, severity }) => `${id} ${severity}`);
    const more = list.length > shown ? ` and ${list.length - shown} more` : '';
    return `${list.length} (${names.join(', ')}${more})`;
}
const idsOf = ({ vulnerabilities }) => new Set(vulnerabilities.map(({ id }) => id));
const worstFirst = (list) => list.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : Number(a.id > b.id)));


/***/ }),

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

/***/ 76499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readRollout)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90756);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _workloads_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8623);




/** Read a workload and its pods, and judge how far its rollout is. `conflict` when it is no longer that workload. */
async function readRollout(cluster, ref, isWanted) {
    const kind = (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(ref);
    const workload = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkload */ .Ez)(cluster, ref);
    if (workload === undefined) {
        const subject = `${kind.toLowerCase()}/${ref.name}`;
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({ code: 'conflict', subject, message: `${subject} was removed or made anew by somebody else` });
    }
    const pods = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_3__/* .everyPodOfWorkload */ .hv)(cluster, kind, workload);
    return { workload, pods, state: (0,_domain_rollout_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeRollout */ .VY)(kind, workload, pods, isWanted) };
}


/***/ }),

/***/ 20454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   L: () => (/* binding */ troubleOf)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** What an error says, if it may be carried as part of the observation. Cancelling ends the whole task, as a defect does. */
function troubleOf(error, subject) {
    if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U) || error.code === 'cancelled')
        throw error;
    const { code, message, next } = error;
    return { code, subject, message, ...(next === undefined ? {} : { next }) };
}
/** The value, or why there is none. */
async function attempt(subject, work) {
    try {
        return { value: await work() };
    }
    catch (error) {
        return { trouble: troubleOf(error, subject) };
    }
}


/***/ }),

/***/ 6580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ apply_security_updates)
});

// EXTERNAL MODULE: ./build/domain/configuration/platform/named-workloads.js
var named_workloads = __webpack_require__(28984);
// EXTERNAL MODULE: ./build/domain/configuration/platform/workload-kind.js
var workload_kind = __webpack_require__(78048);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var workloads = __webpack_require__(90648);
;// CONCATENATED MODULE: ./build/domain/image/platforms.js
/** `linux/arm64`, `linux/arm/v7`. */
function platformText({ os, architecture, variant }) {
    return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/');
}
const spellings = { x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64' };
/** The usual spelling, and without the variants that mean nothing beyond their architecture (containerd `normalizeArch`). */
function normalPlatform({ os, architecture, variant }) {
    const arch = architecture.toLowerCase();
    const normal = { os: os.toLowerCase(), architecture: spellings[arch] ?? arch };
    const isUsual = variant === undefined ||
        variant === '' ||
        (normal.architecture === 'arm64' && ['8', 'v8', 'v8.0'].includes(variant)) ||
        (normal.architecture === 'amd64' && variant === 'v1');
    return isUsual ? normal : { ...normal, variant };
}
/**
 * Whether an image runs on a node. Nodes do not say their variant: an image for plain `arm64` or `amd64` runs on all of
 * them, one for `amd64/v3` is not known to; of 32-bit ARM every variant counts.
 */
function runsOn(image, node) {
    const [offered, wanted] = [normalPlatform(image), normalPlatform(node)];
    if (offered.os !== wanted.os || offered.architecture !== wanted.architecture)
        return false;
    return offered.variant === undefined || offered.variant === wanted.variant || wanted.architecture === 'arm';
}
/** The platforms in use for which none of the offered images is. */
function uncovered(offered, inUse) {
    return inUse.filter((platform) => !offered.some((image) => runsOn(image, platform)));
}

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/observation/image/platforms-in-use.js




/** What {@link platformsInUse} may read. */
const platformPermissions = [
    {
        resource: resources/* resources */.E.nodes,
        verbs: ['list'],
        scope: 'cluster',
        why: 'know the platforms for which an image must exist',
    },
];
/** The operating systems and architectures of all nodes, each once. `invalid` when a node does not say. */
async function platformsInUse(cluster) {
    const found = new Map();
    for await (const { metadata, status } of cluster.list({ resource: resources/* resources */.E.nodes })) {
        const { operatingSystem: os = '', architecture = '' } = status?.nodeInfo ?? {};
        if (os === '' || architecture === '') {
            throw new port_error/* PortError */.U({
                code: 'invalid',
                subject: `node/${metadata.name}`,
                message: `node/${metadata.name} does not say its operating system and architecture`,
                next: (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `get node ${metadata.name} -o wide`,
            });
        }
        const platform = { os, architecture };
        found.set(platformText(platform), platform);
    }
    return [...found.values()];
}

// EXTERNAL MODULE: ./build/observation/rollout/evidence.js + 1 modules
var evidence = __webpack_require__(67308);
// EXTERNAL MODULE: ./build/observation/target/read-target.js + 2 modules
var read_target = __webpack_require__(91385);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/inputs.js
/** The inputs of apply-security-updates. */
const inputs = {
    'seen-for': {
        kind: 'duration',
        description: 'How long our own record must have known an image that no trusted key has signed.',
        default: '7d',
        min: '1d',
        max: '90d',
    },
    'minimum-age': {
        kind: 'duration',
        description: 'How long our own record must have known an image that is signed.',
        default: '0s',
        min: '0s',
        max: '90d',
    },
    'progress-deadline': {
        kind: 'duration',
        description: 'How long a rollout may go without another pod becoming ready before it has failed.',
        default: '5m',
        min: '10s',
        max: '30m',
    },
    settle: {
        kind: 'duration',
        description: 'How long everything must stay ready after a rollout, without a restart.',
        default: '15s',
        min: '1s',
        max: '10m',
    },
};

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/domain/image/reference.js
var image_reference = __webpack_require__(3190);
// EXTERNAL MODULE: ./build/domain/rollout/images-of.js
var images_of = __webpack_require__(51639);
;// CONCATENATED MODULE: ./build/domain/rollout/update-order.js
/**
 * Workloads in the order in which they are changed, dependents last: as configured, else database, cache, blockchain, the
 * others by name, and the gateway, which depends on all of them. With a configured order, those not listed come first.
 */
function updateOrder(workloads, platform) {
    const { order, blockchain, gateway } = platform.workloads;
    const first = [platform.database.workload, platform.cache.workload, blockchain];
    const rank = (workload) => {
        const listed = order.findIndex((one) => isSame(one, workload));
        if (order.length > 0)
            return listed + 1;
        const early = first.findIndex((one) => isSame(one, workload));
        if (early >= 0)
            return early;
        return isSame(gateway, workload) ? first.length + 1 : first.length;
    };
    return [...workloads].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
const isSame = (a, b) => a.kind === b.kind && a.name === b.name;

// EXTERNAL MODULE: ./build/domain/image/patches.js
var image_patches = __webpack_require__(1385);
// EXTERNAL MODULE: ./build/observation/trouble.js
var trouble = __webpack_require__(20454);
;// CONCATENATED MODULE: ./build/observation/image/look-up-image.js



/** More patches of one image than this are not looked up: the newest are what matters. */
const mostPatches = 6;
/** What an image's tag stands for, and its newer patches with their digests, platforms and signatures; or why not. */
function lookUpImage(registry, reference) {
    return (0,trouble/* attempt */.C)(`image ${reference.name}`, async () => {
        const current = await registry.resolve(reference, reference.tag);
        const { patches, ...beyond } = (0,image_patches/* newerTags */.N7)(reference.tag, await registry.tags(reference));
        const candidates = [];
        for (const tag of patches.slice(0, mostPatches)) {
            const image = await registry.resolve(reference, tag);
            if (image === undefined)
                continue;
            const signature = await registry.signature(reference, image.digest);
            candidates.push({ tag, image, signature, scan: await registry.scan(reference, image.digest) });
        }
        const comparable = current !== undefined && candidates.some(({ scan }) => scan.state !== 'none');
        const scan = comparable ? await registry.scan(reference, current.digest) : { state: 'none' };
        return { current, scan, patches: candidates, ...beyond };
    });
}
/** Every tag that was looked up with its digest, for our own record. */
function seenOf(reference, { current, patches }) {
    const repository = (0,image_reference/* repositoryOf */._M)(reference);
    const own = current === undefined ? [] : [{ repository, tag: reference.tag, digest: current.digest }];
    return [...own, ...patches.map(({ tag, image }) => ({ repository, tag, digest: image.digest }))];
}

// EXTERNAL MODULE: ./build/observation/rollout/start-writers.js
var start_writers = __webpack_require__(77034);
;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/observe.js











/** How many images are looked up at once. */
const atOnce = 4;
/** Read the configured workloads with what their pods start from, and ask the registries about every image of theirs. */
async function observe(context) {
    const { ports, platform } = context;
    const ignored = new Set(platform.images.ignore);
    const named = (0,named_workloads/* namedWorkloads */.sX)(platform).filter(({ name }) => !ignored.has(name));
    const workloads = [];
    for (const workload of updateOrder(named, platform))
        workloads.push(await lookAt(context, workload));
    const texts = [...new Set(workloads.flatMap(imageTexts))].sort();
    const looked = await (0,bounded/* mapBounded */.y)(texts, atOnce, async (text) => [text, await lookUp(ports.registry, text)]);
    const images = Object.fromEntries(looked);
    const measurements = {
        workloads,
        images,
        platforms: valueOrTrouble(await (0,trouble/* attempt */.C)('nodes', () => platformsInUse(ports.cluster))),
        record: valueOrTrouble(await (0,trouble/* attempt */.C)('our own record of images', () => ports.imageRecord.read())),
    };
    return { basis: basisOf(measurements), writers: writersOf(measurements), measurements };
}
async function lookAt({ ports, platform }, named) {
    const subject = (0,workloads/* workloadWord */.Km)(named.kind, named.name);
    const read = await (0,trouble/* attempt */.C)(subject, () => (0,read_target/* readTarget */._)(ports.cluster, platform.namespace, named));
    if ('trouble' in read)
        return { subject, trouble: read.trouble };
    return read.value === undefined ? { subject, missing: true } : { subject, target: read.value };
}
const imageTexts = (workload) => 'target' in workload ? Object.values((0,images_of/* imagesOf */.IC)(workload.target.workload.spec.template.spec)) : [];
async function lookUp(registry, text) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    if (reference === undefined)
        return { kind: 'unreadable' };
    if (reference.tag === undefined)
        return { kind: 'untagged' };
    const tagged = { ...reference, tag: reference.tag };
    const found = await lookUpImage(registry, tagged);
    return 'trouble' in found
        ? { kind: 'trouble', reference: tagged, trouble: found.trouble }
        : { kind: 'looked-up', reference: tagged, found: found.value };
}
const valueOrTrouble = (read) => 'trouble' in read ? read.trouble : read.value;
const writersOf = ({ workloads }) => workloads.flatMap((workload) => 'target' in workload ? (0,start_writers/* writersBelow */.s9)(`workloads.${workload.subject}`, workload.target.writers) : []);
function basisOf({ workloads, images }) {
    const seen = Object.values(images).flatMap((image) => image.kind === 'looked-up' ? seenOf(image.reference, image.found) : []);
    return {
        workloads: Object.fromEntries(workloads.flatMap((workload) => ('target' in workload ? [[workload.subject, workload.target.start]] : []))),
        digests: Object.fromEntries(seen.map(({ repository, tag, digest }) => [`${repository}:${tag}`, digest])),
    };
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/image/tag.js
var image_tag = __webpack_require__(97063);
// EXTERNAL MODULE: ./build/domain/state/images.js
var state_images = __webpack_require__(77317);
;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/observation.js
/** Whether something could not be read. */
function isTrouble(value) {
    return Object.hasOwn(value, 'code') && Object.hasOwn(value, 'message');
}

;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/image-findings.js





/** What is to be said of the images themselves, whatever becomes of the workloads. */
function imageFindings(seen, choices, context) {
    return Object.entries(seen.images).flatMap(([text, image]) => {
        if (image.kind !== 'looked-up')
            return troubleFindings(text, image);
        return [
            ...tagFindings(text, image.reference),
            ...beyondAPatch(image.reference, image.found),
            ...uselessPatches(image.reference, choices[text]),
            ...movedTags(image.reference, image.found, seen, context),
        ];
    });
}
function troubleFindings(text, image) {
    switch (image.kind) {
        case 'unreadable':
            return [
                {
                    code: 'image-unreadable',
                    severity: 'warn',
                    subject: `image ${text.slice(0, 200)}`,
                    title: 'image name cannot be understood, so the image is not kept up to date',
                    evidence: 'it is no reference of the form registry/repository:tag@sha256:…',
                    next: 'correct the name in the workload',
                },
            ];
        case 'untagged':
            return [
                {
                    code: 'image-without-tag',
                    severity: 'warn',
                    subject: `image ${text.slice(0, 200)}`,
                    title: 'image has a digest and no tag, so nobody can tell which its next patch is',
                    evidence: 'its name holds a digest alone',
                    next: 'deploy it as name:tag@digest once; updates keep that form',
                },
            ];
        case 'trouble':
            return [
                {
                    code: 'registry-not-asked',
                    severity: 'unknown',
                    subject: `image ${image.reference.name}`,
                    title: 'whether there is a security patch is not known',
                    evidence: image.trouble.message,
                    next: image.trouble.next ?? 'look at the registry, and run the task again',
                },
            ];
    }
}
function tagFindings(text, { name, tag }) {
    const version = (0,image_tag/* parseTag */.ED)(tag);
    if (version !== undefined && (version.parts.length >= 2 || version.preRelease))
        return [];
    return [
        {
            code: 'floating-tag',
            severity: 'warn',
            subject: `image ${name}`,
            title: 'tag is no version, so no rule says which its next patch is',
            evidence: `tag ${tag} of ${text.includes('@') ? 'a pinned image' : 'an image that is not pinned'}`,
            next: 'deploy a whole version such as 1.4.2, pinned as name:tag@digest',
        },
    ];
}
function beyondAPatch({ name, tag }, { minor, major }) {
    const newer = [minor, major].filter((one) => one !== undefined);
    if (newer.length === 0)
        return [];
    return [
        {
            code: 'beyond-a-patch',
            severity: 'info',
            subject: `image ${name}`,
            title: 'a newer version goes beyond a patch: it is left to apply-major-updates',
            evidence: `${tag} is deployed; newer: ${newer.join(', ')}`,
            next: 'allow it for apply-major-updates, after its release notes were read',
        },
    ];
}
function uselessPatches({ name }, choice) {
    const useless = (choice?.rejected ?? []).filter(({ code }) => code === 'fixes-nothing');
    if (useless.length === 0)
        return [];
    return [
        {
            code: 'patch-fixes-nothing',
            severity: 'info',
            subject: `image ${name}`,
            title: 'a newer patch fixes no known vulnerability, so nothing is restarted for it',
            evidence: useless.map(({ tag, why }) => `${tag}: ${why}`).join('; '),
            next: 'nothing; to have it all the same, deploy it as a release',
        },
    ];
}
/** Tags that stand for another digest than before: somebody has pushed over a version, which no good release process does. */
function movedTags(reference, found, seen, { platform }) {
    const accepted = new Set(platform.images.accept.map(({ image }) => image));
    const record = isTrouble(seen.record) ? {} : seen.record.images;
    return seenOf(reference, found)
        .filter(({ repository, digest }) => !accepted.has(`${repository}@${digest}`))
        .flatMap((image) => {
        const before = formerDigest(image, reference, found, seen, record);
        return before === undefined ? [] : [movedTag(image, before)];
    });
}
function formerDigest(image, reference, { current }, seen, record) {
    const recorded = (0,state_images/* recordedDigests */.U8)(record, image).find((digest) => digest !== image.digest);
    if (recorded !== undefined || image.tag !== reference.tag)
        return recorded;
    const known = current?.digests ?? [];
    return runningDigests(reference, seen).find((digest) => !known.includes(digest));
}
/** Digests that ready pods run of an image that is deployed by this very tag. */
function runningDigests(reference, { workloads }) {
    const written = `${reference.name}:${reference.tag}`;
    return workloads.flatMap((workload) => {
        if (!('target' in workload))
            return [];
        const { workload: object, start } = workload.target;
        return Object.entries((0,images_of/* imagesOf */.IC)(object.spec.template.spec)).flatMap(([container, text]) => text.replace(/@.*$/, '') === written ? (start.digests[container] ?? []) : []);
    });
}
const movedTag = ({ repository, tag, digest }, before) => ({
    code: 'tag-moved',
    severity: 'fail',
    subject: `image ${repository}:${tag}`,
    title: 'tag stands for another image than before: somebody has pushed over it',
    evidence: `now ${digest.slice(0, 19)}…, before ${before.slice(0, 19)}…`,
    next: `find out who pushed it and why; if it is right, accept \`${repository}@${digest}\` with a reason under \`platform.images.accept\``,
});

// EXTERNAL MODULE: ./build/domain/image/scan.js
var image_scan = __webpack_require__(30858);
;// CONCATENATED MODULE: ./build/domain/image/trust.js

/** A run begins later on one day than on another: so much earlier than due counts as due, ms. */
const graceMs = 12 * 3_600_000;
const dayMs = 86_400_000;
/**
 * Whether an image may be deployed without approval: vouched for in the configuration, or not in quarantine, its tag never
 * seen with another digest, and signed by a trusted key or known to our own record long enough. The image's own date is
 * its pusher's word and counts for nothing.
 */
function trustOf(image, signature, { images, quarantine }, rules) {
    const key = `${image.repository}@${image.digest}`;
    const vouched = Object.hasOwn(rules.accepted, key) ? rules.accepted[key] : undefined;
    if (vouched !== undefined)
        return { trusted: true, by: `accepted in the configuration (${vouched})` };
    const bad = (0,state_images/* quarantineOf */.KS)(quarantine, image.repository, image.digest);
    if (bad !== undefined) {
        const why = `it failed at ${bad.subject} on ${bad.firstSeen.slice(0, 10)}: ${bad.why}`;
        return { trusted: false, code: 'quarantined', why };
    }
    const other = (0,state_images/* recordedDigests */.U8)(images, image).find((digest) => digest !== image.digest);
    if (other !== undefined) {
        return { trusted: false, code: 'moved-tag', why: `its tag stood for ${other.slice(0, 19)}… before` };
    }
    return byAge(image, signature, images, rules);
}
function byAge(image, signature, images, { now, seenForMs, minimumAgeMs, signatureRequired }) {
    const since = (0,state_images/* seenSince */.Yl)(images, image);
    const knownFor = since === undefined ? 0 : now - since;
    const known = since === undefined ? 'never seen before' : `known for ${days(knownFor)}`;
    const notYet = (why) => ({ trusted: false, code: 'not-trusted-yet', why });
    if (signature.state === 'signed') {
        if (knownFor + graceMs >= minimumAgeMs || minimumAgeMs === 0)
            return { trusted: true, by: `signed by ${signature.by}` };
        return notYet(`signed by ${signature.by}, but ${known} (must be ${days(minimumAgeMs)})`);
    }
    const unsigned = signatureWords(signature);
    if (signatureRequired)
        return notYet(`${unsigned}, and only signed images may go out`);
    const needed = Math.max(seenForMs, minimumAgeMs);
    if (since !== undefined && knownFor + graceMs >= needed) {
        return { trusted: true, by: `our own record, which has known it for ${days(knownFor)}` };
    }
    return notYet(`${unsigned}, and ${known} (must be ${days(needed)})`);
}
function signatureWords(signature) {
    switch (signature.state) {
        case 'unsigned':
            return 'not signed';
        case 'untrusted':
            return `not signed by a trusted key (${signature.why})`;
        case 'no-keys':
            return 'no key is configured that could have signed it';
    }
}
const days = (ms) => `${(ms / dayMs).toFixed(1).replace(/\.0$/, '')} days`;

;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/choose.js




/**
 * The newest patch of an image that may be deployed: for every platform in use, trusted, and not the very image that runs.
 * One that is not is left out, and the next lower one is looked at: a patch that is known a week is worth more than none.
 * Below one that fixes nothing only a patch whose own scan shows a fix is taken.
 */
function choosePatch(reference, found, choosing) {
    const rejected = [];
    for (const candidate of found.patches) {
        const objection = objectionTo(candidate, reference, found, choosing);
        if (!('trusted' in objection)) {
            rejected.push(objection);
            continue;
        }
        const { tag, image } = candidate;
        const compared = (0,image_scan/* compareScans */.sw)(found.scan, candidate.scan, choosing.rules.now);
        if (typeof compared === 'object' && compared.fixed.length === 0) {
            rejected.push({ tag, code: 'fixes-nothing', why: `it fixes nothing: ${(0,image_scan/* comparisonWords */.bz)(compared)}` });
            continue;
        }
        if (typeof compared !== 'object' && rejected.some(({ code }) => code === 'fixes-nothing')) {
            rejected.push({
                tag,
                code: 'fixes-nothing',
                why: 'a higher patch fixes nothing, and nothing shows that this one does',
            });
            continue;
        }
        const scan = typeof compared === 'object' ? (0,image_scan/* comparisonWords */.bz)(compared) : compared;
        const to = (0,image_reference/* pinned */.dp)(reference, tag, image.digest);
        return { to, tag, trust: objection.by, ...(scan === undefined ? {} : { scan }), rejected };
    }
    return { rejected };
}
function objectionTo({ tag, image, signature }, reference, { current }, { platforms, record, rules }) {
    if (image.digest === current?.digest) {
        return { tag, code: 'nothing-new', why: 'it is the same image under another tag: it fixes nothing' };
    }
    const missing = uncovered(image.platforms, platforms);
    if (missing.length > 0) {
        return { tag, code: 'platform-missing', why: `there is none for ${missing.map(platformText).join(', ')}` };
    }
    const trust = trustOf({ repository: (0,image_reference/* repositoryOf */._M)(reference), tag, digest: image.digest }, signature, record, rules);
    return trust.trusted ? trust : { tag, code: trust.code, why: trust.why };
}

// EXTERNAL MODULE: ./build/domain/owner/owner.js + 2 modules
var owner = __webpack_require__(43380);
// EXTERNAL MODULE: ./build/domain/owner/workload-owners.js
var workload_owners = __webpack_require__(83381);
// EXTERNAL MODULE: ./build/domain/rollout/judge.js
var judge = __webpack_require__(90756);
;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/obstacles.js






/** Why the images of a workload must not be changed now; the first that applies. */
function obstacleTo(target, changed, platform) {
    const subject = (0,workloads/* workloadWord */.Km)(target.kind, target.workload.metadata.name);
    for (const rule of [owned, pausedRollout, ownStrategy, notWhole, budget]) {
        const refusal = rule({ target, subject, changed, platform });
        if (refusal !== undefined)
            return refusal;
    }
    return undefined;
}
function owned({ target, subject, changed, platform }) {
    const { kind, workload } = target;
    for (const [container, image] of Object.entries(changed)) {
        const place = (0,images_of/* placeOf */.$t)(workload.spec.template.spec, container);
        if (place === undefined)
            continue;
        const wanted = { kind: 'image', list: place.list, container: place.name };
        const [first, ...others] = (0,workload_owners/* workloadOwnership */.t)(kind, workload, wanted, platform).owners;
        if (first !== undefined) {
            return (0,owner/* ownedRefusal */.GT)(subject, [first, ...others], `the image of container ${place.name} to ${image}`);
        }
    }
    return undefined;
}
function pausedRollout({ target, subject, platform }) {
    if (target.workload.spec.paused !== true)
        return undefined;
    return {
        subject,
        rule: 'a workload whose rollout is paused is not updated',
        state: 'spec.paused is true: changes would wait, and go out with whatever else was changed meanwhile',
        next: `${(0,kubectl/* kubectl */.Lr)(platform.namespace) `rollout resume ${subject}`}, once whoever paused it is done`,
    };
}
function ownStrategy({ target, subject, platform }) {
    const { updateStrategy, replicas } = target.workload.spec;
    const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
    const rule = 'an update must reach every pod by itself, or it cannot be watched and put back';
    if (updateStrategy?.type === 'OnDelete') {
        const next = `set the image and delete the pods one by one (${(0,kubectl/* kubectl */.Lr)(platform.namespace) `delete pod …`}), or use RollingUpdate`;
        return { subject, rule, state: 'its update strategy is OnDelete', next };
    }
    if (partition > 0) {
        const next = `lower the partition to 0 first: ${(0,kubectl/* kubectl */.Lr)(platform.namespace) `edit ${subject}`}`;
        return { subject, rule, state: `its update strategy holds ${partition} pods back (partition)`, next };
    }
    if (replicas !== 0)
        return undefined;
    const next = 'scale it up, or take it out of the configuration';
    return {
        subject,
        rule,
        state: 'it is scaled to no pods at all, so nothing would show whether an update works',
        next,
    };
}
function notWhole({ target, subject, platform }) {
    const { kind, workload, pods } = target;
    const images = (0,images_of/* imagesOf */.IC)(workload.spec.template.spec);
    const state = (0,judge/* judgeRollout */.VY)(kind, workload, pods, ({ spec }) => (0,images_of/* hasImages */.v9)(spec, images));
    if (state.complete)
        return undefined;
    const [trouble] = state.troubles;
    return {
        subject,
        rule: 'only a workload that is whole is updated: else nobody could tell what the update broke',
        state: `${state.text}${trouble === undefined ? '' : `; pod/${trouble.pod}: ${trouble.reason}`}`,
        next: (0,kubectl/* kubectl */.Lr)(platform.namespace) `describe ${subject}`,
    };
}
function budget({ target, subject, platform }) {
    const tight = target.budgets.find(({ status }) => (status?.disruptionsAllowed ?? 0) < 1);
    if (tight === undefined)
        return undefined;
    const { currentHealthy = 0, desiredHealthy = 0 } = tight.status ?? {};
    const name = `poddisruptionbudget/${tight.metadata.name}`;
    return {
        subject,
        rule: 'pods are replaced only where a disruption budget allows one to be away',
        state: `${name} allows 0 disruptions: ${currentHealthy} healthy, ${desiredHealthy} needed`,
        next: (0,kubectl/* kubectl */.Lr)(platform.namespace) `describe ${name}`,
    };
}

;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/judge.js




/** The rules of trust, from configuration and inputs. */
function trustRules({ platform, inputs, now }) {
    return {
        now,
        seenForMs: inputs['seen-for'],
        minimumAgeMs: inputs['minimum-age'],
        signatureRequired: platform.images.signatures === 'required',
        accepted: Object.fromEntries(platform.images.accept.map(({ image, reason }) => [image, reason])),
    };
}
/** What becomes of each image; none where nodes or our own record could not be read: without them nothing is decided. */
function choicesOf({ images, platforms, record }, context) {
    if (isTrouble(platforms) || isTrouble(record))
        return {};
    const choosing = {
        platforms: platforms,
        record: record,
        rules: trustRules(context),
    };
    return Object.fromEntries(Object.entries(images).flatMap(([text, image]) => image.kind === 'looked-up' && image.found.current !== undefined
        ? [[text, choosePatch(image.reference, image.found, choosing)]]
        : []));
}
/** Which images of a workload change, and what is in the way. */
function judgeWorkload(subject, target, choices, { platform }) {
    const from = {};
    const to = {};
    const trust = {};
    for (const [container, image] of Object.entries((0,images_of/* imagesOf */.IC)(target.workload.spec.template.spec))) {
        const choice = choices[image];
        if (choice?.to === undefined)
            continue;
        from[container] = image;
        to[container] = choice.to;
        trust[container] = [choice.trust ?? '', ...(choice.scan === undefined ? [] : [choice.scan])].join('; ');
    }
    const refusal = Object.keys(to).length === 0 ? undefined : obstacleTo(target, to, platform);
    return { subject, target, from, to, trust, ...(refusal === undefined ? {} : { refusal }) };
}

// EXTERNAL MODULE: ./build/domain/image/step-parameters.js
var step_parameters = __webpack_require__(62122);
;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/steps.js










const hourMs = 3_600_000;
/** The step that sets a workload's images, in a unit of its own: what was updated before it stays. */
function setImageStep(judged, { inputs, platform }) {
    const { subject, target, from, to } = judged;
    const { kind, workload } = target;
    const progressMs = inputs['progress-deadline'];
    const desired = (0,judge/* desiredPods */.NO)(kind, workload);
    const hold = platform.workloads.hold.find((one) => one.kind === kind && one.name === workload.metadata.name);
    return {
        id: `set-image ${subject}`,
        kind: 'set-image',
        subject,
        from,
        to,
        parameters: {
            ...(0,workloads/* workloadRef */.$v)(kind, workload),
            template: (0,step_parameters/* templateDigest */.p)(workload.spec.template, from),
            progressMs,
            settleMs: inputs.settle,
        },
        why: whyOf(judged, { platform }),
        risk: riskOf(judged),
        undo: hold === undefined
            ? `the former ${Object.keys(from).length === 1 ? 'image is put back by itself' : 'images are put back by themselves'} when a pod is not ready within ${(0,quantities/* formatSpan */.QA)(progressMs)}, and proved by the pods`
            : `not rolled back (${hold.reason}): when it fails, everything is kept as it is and reported`,
        deadlineMs: Math.min(hourMs, progressMs * (desired + 1) + inputs.settle + 60_000),
        unit: subject,
        ...(hold === undefined ? {} : { hold: hold.reason }),
    };
}
function whyOf({ target, from, to, trust }, { platform }) {
    const changes = Object.keys(to).map((container) => {
        const [before, after] = [(0,image_reference/* tagOf */.cO)(from[container]), (0,image_reference/* tagOf */.cO)(to[container])];
        return `${container}: ${before} → ${after}, ${trust[container]}`;
    });
    const overridden = overriddenWords(target, to, platform);
    return `newest patch of the same minor version; ${changes.join('; ')}${overridden}`;
}
function overriddenWords(target, to, platform) {
    for (const container of Object.keys(to)) {
        const place = (0,images_of/* placeOf */.$t)(target.workload.spec.template.spec, container);
        if (place === undefined)
            continue;
        const wanted = { kind: 'image', list: place.list, container: place.name };
        const { overridden } = (0,workload_owners/* workloadOwnership */.t)(target.kind, target.workload, wanted, platform);
        const [owner] = overridden?.owners ?? [];
        if (owner !== undefined)
            return `; although ${owner.name} owns it: ${overridden?.reason}`;
    }
    return '';
}
function riskOf({ target }) {
    const { kind, workload, budgets } = target;
    const pods = (0,quantities/* counted */.hS)((0,judge/* desiredPods */.NO)(kind, workload), 'pod');
    if (kind === 'Deployment' && workload.spec.strategy?.type === 'Recreate') {
        return `all ${pods} are away at once (strategy Recreate)`;
    }
    const [budget] = budgets;
    const allowed = budget === undefined ? 'no disruption budget' : `budget allows ${budget.status?.disruptionsAllowed}`;
    return `${pods} replaced one after the other (${allowed})`;
}
/** The step that records every digest that was seen and is not known yet; undefined: all are, or the record is not readable. */
function recordStep({ images, record }) {
    if (isTrouble(record))
        return undefined;
    const seen = Object.values(images).flatMap((image) => image.kind === 'looked-up' ? seenOf(image.reference, image.found) : []);
    const unique = [
        ...new Map(seen.map((image) => [`${image.repository}:${image.tag}@${image.digest}`, image])).values(),
    ];
    const fresh = (0,state_images/* unrecorded */.yt)(record.images, unique);
    if (fresh.length === 0)
        return undefined;
    return {
        id: 'record-images',
        kind: 'record-images',
        subject: 'our own record of images',
        from: 0,
        to: fresh.length,
        parameters: { images: fresh.map((image) => ({ ...image })) },
        why: `${(0,quantities/* counted */.hS)(fresh.length, 'image')} not seen before: what is known long enough may go out without a signature`,
        risk: 'none: the platform is not touched',
        undo: 'cannot be undone: that an image was seen stays in our own record',
        deadlineMs: 60_000,
        unit: 'record',
    };
}

;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/workload-findings.js



/** What could not be read at all. */
function readingFindings(seen, { platform }) {
    const { platforms, record, workloads } = seen;
    const findings = workloads.flatMap((workload) => unreadWorkload(workload, platform.namespace));
    for (const [subject, title, read] of [
        ['nodes', 'for which platforms images must exist is not known', platforms],
        ['our own record of images', 'which images are known, and which have failed, is not known', record],
    ]) {
        if (!isTrouble(read))
            continue;
        const next = read.next ?? 'run the task again';
        findings.push({ code: 'cannot-decide', severity: 'unknown', subject, title, evidence: read.message, next });
    }
    return findings;
}
function unreadWorkload(workload, namespace) {
    const { subject } = workload;
    if ('missing' in workload) {
        return [
            {
                code: 'workload-missing',
                severity: 'warn',
                subject,
                title: 'workload does not exist, so there is nothing to keep up to date',
                evidence: `named in the configuration, not in namespace ${namespace}`,
                next: `deploy it, or correct its name under \`platform\` in .github/maintenance.yml`,
            },
        ];
    }
    if (!('trouble' in workload))
        return [];
    const { code, message, next } = workload.trouble;
    const isSecret = code === 'forbidden' && /\bsecrets\b/.test(message);
    return [
        {
            code: 'workload-not-read',
            severity: 'unknown',
            subject,
            title: 'what its pods start from could not be read, so it is not updated',
            evidence: message,
            next: isSecret
                ? `list the Secret under \`platform.workloads.secrets\` in .github/maintenance.yml, and apply \`npm run rbac\` again (nothing but its version is read); ${next ?? ''}`
                : (next ?? (0,kubectl/* kubectl */.Lr)(namespace) `get ${subject}`),
        },
    ];
}
/** A refusal for each image that has newer patches which may not go out, and for each whose tag its registry does not know. */
function imageRefusals(seen, choices) {
    return seen.workloads.flatMap((workload) => {
        if (!('target' in workload))
            return [];
        const images = (0,images_of/* imagesOf */.IC)(workload.target.workload.spec.template.spec);
        return Object.entries(images).flatMap(([container, text]) => refusalOf(`${workload.subject}, container ${container}`, text, seen, choices));
    });
}
function refusalOf(subject, text, { images }, choices) {
    const image = images[text];
    if (image?.kind !== 'looked-up')
        return [];
    if (image.found.current === undefined) {
        return [
            {
                subject,
                rule: 'an image is updated from a tag that its registry knows',
                state: `the registry does not know ${image.reference.name}:${image.reference.tag}`,
                next: 'deploy a tag that exists: after a restart on a fresh node, this one could not even be pulled',
            },
        ];
    }
    const choice = choices[text];
    const rejected = (choice?.rejected ?? []).filter(({ code }) => code !== 'nothing-new' && code !== 'fixes-nothing');
    if (choice === undefined || rejected.length === 0)
        return [];
    const instead = choice.tag === undefined ? '' : `; ${choice.tag} goes out instead`;
    return [
        {
            subject,
            rule: 'without approval an image goes out only if it is for every platform in use, not in quarantine, and signed by a trusted key or known to our own record long enough',
            state: `${rejected
                .slice(0, 3)
                .map(({ tag, why }) => `${tag}: ${why}`)
                .join('; ')}${instead}`,
            next: nextAfter(rejected[0]?.code),
        },
    ];
}
function nextAfter(code) {
    switch (code) {
        case 'platform-missing':
            return 'build the image for every platform of the nodes';
        case 'quarantined':
            return 'fix it with a newer patch; if it was not the image, accept it with a reason under `platform.images.accept`';
        case 'moved-tag':
            return 'find out who pushed over the tag; a release that is right gets a tag of its own';
        default:
            return 'nothing: a later opening takes it; to have it at once, sign it (cosign) with a key under `platform.images.keys`';
    }
}

;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/plan.js






/** One step for each workload that has a patch and nothing in its way, dependents last; before them, what is to be recorded. */
function plan({ measurements: seen }, context) {
    const choices = choicesOf(seen, context);
    const judged = seen.workloads.flatMap((workload) => 'target' in workload ? [judgeWorkload(workload.subject, workload.target, choices, context)] : []);
    const due = judged.filter(({ to, refusal }) => Object.keys(to).length > 0 && refusal === undefined);
    const record = recordStep(seen);
    const steps = [
        ...(record === undefined ? [] : [record]),
        ...due.map((workload) => setImageStep(workload, context)),
    ];
    return {
        steps,
        refusals: [...judged.flatMap(({ refusal }) => refusal ?? []), ...imageRefusals(seen, choices)],
        notChecked: [],
        findings: [...readingFindings(seen, context), ...imageFindings(seen, choices, context)],
        measurements: measurementsOf(judged, due),
        result: resultOf(seen, judged, due),
    };
}
const changes = (workloads) => workloads.reduce((sum, { to }) => sum + Object.keys(to).length, 0);
function measurementsOf(judged, due) {
    const all = judged.reduce((sum, { target }) => sum + containersOf(target.workload.spec.template.spec), 0);
    return [
        {
            name: 'images-behind',
            value: changes(judged),
            unit: 'count',
            comparedWith: { what: 'containers', value: all },
        },
        { name: 'images-to-update', value: changes(due), unit: 'count' },
    ];
}
const containersOf = (spec) => Object.keys((0,images_of/* imagesOf */.IC)(spec)).length;
function resultOf(seen, judged, due) {
    const images = (0,quantities/* counted */.hS)(Object.keys(seen.images).length, 'image');
    if (due.length > 0)
        return `${(0,quantities/* counted */.hS)(due.length, 'workload')} of ${judged.length} to update; ${images} looked up`;
    const behind = changes(judged);
    if (behind > 0)
        return `nothing updated: ${(0,quantities/* counted */.hS)(behind, 'patch', 'patches')} refused; ${images} looked up`;
    return `nothing to do: no newer patch that may go out for ${images} of ${(0,quantities/* counted */.hS)(judged.length, 'workload')}`;
}

// EXTERNAL MODULE: ./build/observation/rollout/read-rollout.js
var read_rollout = __webpack_require__(76499);
;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/verify.js






/** Look at the pods again: those that were updated must all run the new images and be ready, the others as they were. */
async function verify(context, { applied, draft }) {
    const updated = applied.filter((one) => one.step.kind === 'set-image');
    const findings = [];
    const proved = [];
    for (const one of updated) {
        const found = await proof(context, one);
        if (found !== undefined)
            findings.push(found);
        else if (one.outcome === 'done')
            proved.push(one);
    }
    const total = draft.steps.filter(({ kind }) => kind === 'set-image').length;
    return {
        findings: [...draft.findings, ...findings],
        measurements: [
            ...draft.measurements,
            {
                name: 'workloads-updated',
                value: proved.length,
                unit: 'count',
                comparedWith: { what: 'planned', value: total },
            },
        ],
        result: total === 0 ? draft.result : verify_resultOf(proved, total),
    };
}
/** As many are named in the line of a summary. */
const named = 4;
function verify_resultOf(proved, total) {
    const words = `${proved.length} of ${(0,quantities/* counted */.hS)(total, 'workload')} updated`;
    const names = proved.slice(0, named).map(({ step }) => `${step.parameters.name} ${tagChanges(step).join(', ')}`);
    const which = names.length === 0 ? '' : `: ${names.join('; ')}${proved.length > named ? '; …' : ''}`;
    return proved.length === total ? `${words}, every pod ready${which}` : `${words}${which}`;
}
/** `2.1.0 → 2.1.1`, each once. */
function tagChanges({ from, to }) {
    const [before, after] = [from, to];
    return [
        ...new Set(Object.keys(after).map((container) => `${(0,image_reference/* tagOf */.cO)(before[container])} → ${(0,image_reference/* tagOf */.cO)(after[container])}`)),
    ];
}
async function proof({ ports, platform }, { step, outcome }) {
    const wanted = (outcome === 'done' ? step.to : step.from);
    const { subject } = step;
    const read = await (0,trouble/* attempt */.C)(subject, () => (0,read_rollout/* readRollout */.w)(ports.cluster, step.parameters, ({ spec }) => (0,images_of/* hasImages */.v9)(spec, wanted)));
    const next = (0,kubectl/* kubectl */.Lr)(platform.namespace) `get pods -o wide`;
    if ('trouble' in read) {
        const title = 'whether its pods run what they should could not be seen';
        return { code: 'not-proved', severity: 'unknown', subject, title, evidence: read.trouble.message, next };
    }
    const { state } = read.value;
    if (state.complete)
        return undefined;
    const held = step.hold === undefined ? '' : ' (held: it is not rolled back)';
    return {
        code: 'pods-not-as-they-should',
        severity: 'fail',
        subject,
        title: outcome === 'done' ? 'not every pod runs the new image and is ready' : 'its pods are not as they were before',
        evidence: `${state.text}${held}`,
        next,
    };
}

;// CONCATENATED MODULE: ./build/tasks/apply-security-updates/index.js












const publicTexts = ({ images, registries }) => [
    ...images.keys,
    ...registries.flatMap(({ ca }) => (ca === undefined ? [] : [ca])),
];
const secretsOfRegistries = (platform) => [
    ...platform.registries.flatMap(({ credentials }) => (credentials === undefined ? [] : [credentials.secret])),
    ...publicTexts(platform).flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : [])),
];
const patchWorkloads = workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
    resource: (0,workloads/* workloadResource */.WG)(kind),
    verbs: ['get', 'patch'],
    scope: 'platform',
    names: (0,named_workloads/* namesOfKind */.En)(kind),
    why: 'set the images of the configured workloads, and put them back',
}));
const listWorkloads = workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
    resource: (0,workloads/* workloadResource */.WG)(kind),
    verbs: ['list'],
    scope: 'platform',
    why: 'see whether another workload becomes unready with an update',
}));
/** apply-security-updates: the newest patch of each image, one workload at a time, undone by itself. */
/* harmony default export */ const apply_security_updates = ((0,contract/* defineTask */.R)({
    id: 'apply-security-updates',
    title: 'Apply security updates',
    description: 'Brings every container of the configured workloads to the newest patch of its minor version, pinned by digest, one workload at a time; watches each rollout and puts it back by itself when it fails. Never goes beyond a patch.',
    guide: ['security_updates', 'security_patches', 'routine_updates'],
    windows: ['weekly'],
    type: 'preventive',
    priority: 'high',
    estimateMs: 3_600_000,
    undoMs: 900_000,
    needs: ['validate-backups'],
    after: [],
    changesWorkloads: true,
    ports: ['cluster', 'registry', 'imageRecord'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [
            ...read_target/* targetPermissions */.I,
            ...platformPermissions,
            {
                resource: resources/* resources */.E.secrets,
                verbs: ['get'],
                scope: 'platform',
                names: secretsOfRegistries,
                when: (platform) => secretsOfRegistries(platform).length > 0,
                why: 'read the credentials of the configured registries, and keys that signatures are trusted by',
            },
        ],
        change: [
            ...patchWorkloads,
            ...listWorkloads,
            ...evidence/* evidencePermissions */.Q,
            {
                resource: resources/* resources */.E.pods,
                verbs: ['delete'],
                scope: 'platform',
                why: 'remove pods that keep a StatefulSet from going back (kubernetes#67250)',
            },
        ],
    },
    commands: [],
    forwards: [],
    steps: ['record-images', 'set-image'],
    verdicts: {
        pass: 'every image is at its newest patch, or was brought to it and proved by the pods',
        warn: 'a patch may not go out yet, a workload is owned by somebody else or not whole, or an image cannot be kept up to date',
        fail: 'an update failed (and was put back), or a tag stands for another image than before',
        unknown: 'a registry, a workload or our own record could not be read',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
