export const id = 6063;
export const ids = [6063];
export const modules = {

/***/ 23676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ planDocumentVersion),
/* harmony export */   IJ: () => (/* binding */ longestWaitMs),
/* harmony export */   NP: () => (/* binding */ planDocument),
/* harmony export */   vg: () => (/* binding */ gatedTypes)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _step_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60747);


/** The version of the document's form; an apply job refuses any other. */
const planDocumentVersion = 1;
/** Longest that a plan may wait after it was made, whatever its window: 72 h. */
const longestWaitMs = 72 * 3_600_000;
const digest = zod__WEBPACK_IMPORTED_MODULE_1__/* .templateLiteral */ .Uy$(['sha256:', zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/)]);
const instant = zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$();
const json = zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9();
const jsonObject = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), json);
const kind = zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY((value) => typeof value === 'string' && (0,_step_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .isStepKind */ .P)(value), {
    error: 'is no kind of step that this product takes',
});
const step = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    kind,
    subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().exactOptional(),
    from: json,
    to: json,
    parameters: jsonObject,
    why: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    risk: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    undo: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    deadlineMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    unit: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().exactOptional(),
    independent: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).exactOptional(),
    hold: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().exactOptional(),
});
const refusal = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ subject: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), next: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const plan = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    task: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    inputs: jsonObject,
    steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step),
    refusals: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(refusal),
    basis: json,
    digest,
});
/** The maintenance types that a reviewer is asked about. */
const gatedTypes = ['corrective', 'adaptive', 'perfective'];
/**
 * What a planning job hands to the job that applies: one gate's plans, and everything that an approval of them binds
 * (trust.md §2). It is data from an artifact, so it is parsed whole, strictly, before anything in it is believed: unknown
 * keys, kinds and forms are refused.
 */
const planDocument = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(planDocumentVersion),
    /** Random; what carries it (an annotation, a kept value) makes applying twice into once. */
    planId: zod__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uRe(),
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['preventive', ...gatedTypes]),
    /** The environment whose job applies it. */
    environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
        url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        repositoryId: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
        commit: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{40,64}$/),
    }),
    /** Digest of the files of `dist/`. */
    build: digest,
    /** Digest of `.github/maintenance.yml` as it was read. */
    configuration: digest,
    platform: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        cluster: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        /** UID of namespace `kube-system`. */
        uid: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
        /** `system_identifier` of each database server whose content a step changes, by the server's name. */
        databases: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    }),
    /** `<window>@<ISO start>`, or `outside:<run id>`. */
    opening: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** The opening itself; absent outside windows. */
    window: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), opensAt: instant, closesAt: instant }).exactOptional(),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    requestedBy: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    plannedAt: instant,
    /** After this nothing of it may be applied. */
    notAfter: instant,
    /** The issue that is the gate; it is opened before this file is kept, and shows the plan without this number. */
    issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().exactOptional(),
    /** The pull request that hears of the result. */
    pullRequest: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().exactOptional(),
    plans: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        /** Longest time that undoing it may take, ms. */
        undoMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
        plan,
        /** What the observation showed, for reviewer and report: the draft without steps and refusals. */
        shown: jsonObject,
    })),
})
    .describe('The plans of one gate, and what an approval of them binds');


/***/ }),

/***/ 75700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ly: () => (/* binding */ shareFor),
/* harmony export */   Qq: () => (/* binding */ areSafeOptions),
/* harmony export */   uJ: () => (/* binding */ beginsAt)
/* harmony export */ });
/**
 * The options that may be changed without anybody's approval, and between which values: they only say when autovacuum
 * begins, are put back by one statement, and touch no row.
 */
const safeOptions = {
    autovacuum_vacuum_scale_factor: { least: 0.001, most: 0.2 },
    autovacuum_analyze_scale_factor: { least: 0.001, most: 0.1 },
};
/** Whether a change of options is safe enough for a preventive task: only the listed ones, only within their bounds. */
function areSafeOptions(_from, to) {
    if (typeof to !== 'object' || to === null || Array.isArray(to))
        return false;
    const entries = Object.entries(to);
    return entries.length > 0 && entries.every(([option, value]) => isSafe(option, value));
}
function isSafe(option, value) {
    const bounds = Object.hasOwn(safeOptions, option) ? safeOptions[option] : undefined;
    if (bounds === undefined || typeof value !== 'string' || !/^0\.\d{1,6}$/.test(value))
        return false;
    return Number(value) >= bounds.least && Number(value) <= bounds.most;
}
/** Rows that have changed when autovacuum begins (PostgreSQL, "The Autovacuum Daemon": threshold + scale factor × rows). */
function beginsAt({ rows, share }, liveRows) {
    return rows + share * liveRows;
}
/**
 * The share with which autovacuum begins at so many changed rows, rounded down to a thousandth, within what is safe.
 * Undefined when it begins there or earlier already.
 */
function shareFor(mostRows, liveRows, now) {
    if (liveRows <= 0 || beginsAt(now, liveRows) <= mostRows)
        return undefined;
    const wanted = Math.floor(((mostRows - now.rows) / liveRows) * 1000) / 1000;
    const share = Math.max(0.001, wanted);
    return share < now.share ? share : undefined;
}


/***/ }),

/***/ 1385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ newerTags),
/* harmony export */   yp: () => (/* binding */ arePatchChanges)
/* harmony export */ });
/* unused harmony exports isPatchTag, isPatchChange */
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3190);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97063);


const none = { patches: [] };
/**
 * What is newer than a tag among a repository's tags: same prefix, suffix and precision, no pre-releases. From `1.4.2-alpine`
 * that is `1.4.9-alpine` as a patch and `1.5.0-alpine` as a minor, never `1.4.9` and never `1.4.9-slim` (tasks.md,
 * apply-security-updates). A tag that is no whole, released version has nothing newer.
 */
function newerTags(current, tags) {
    const from = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(current);
    if (from === undefined || !(0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .isRelease */ .MU)(from))
        return none;
    const newer = [];
    for (const tag of tags) {
        const version = (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(tag);
        if (version !== undefined && (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameKind */ .BS)(from, version) && (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, from) > 0) {
            newer.push({ tag, version });
        }
    }
    newer.sort((a, b) => (0,_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(b.version, a.version));
    const [major, minor] = from.parts;
    const sameMajor = newer.filter(({ version }) => version.parts[0] === major);
    const beyond = newer.find(({ version }) => version.parts[0] !== major);
    const feature = sameMajor.find(({ version }) => version.parts[1] !== minor);
    return {
        patches: sameMajor.filter(({ version }) => version.parts[1] === minor).map(({ tag }) => tag),
        ...(feature === undefined ? {} : { minor: feature.tag }),
        ...(beyond === undefined ? {} : { major: beyond.tag }),
    };
}
/** Whether `to` is a newer patch of the tag `from`. */
function isPatchTag(from, to) {
    return newerTags(from, [to]).patches.length === 1;
}
/**
 * Whether changing an image from → to is a patch: the same repository as it was written, a newer patch of its tag, and
 * pinned to a digest. This is what lets a step go without approval, so it is judged from the texts alone.
 */
function isPatchChange(from, to) {
    const [before, after] = [(0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(from), (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(to)];
    if (before?.tag === undefined || after?.tag === undefined || after.digest === undefined)
        return false;
    return isSameImage(before, after) && isPatchTag(before.tag, after.tag);
}
const isSameImage = (a, b) => a.name === b.name && (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(a) === (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(b);
/**
 * Whether images by container, from → to, are patches all of them: the same containers on both sides, at least one, and
 * each change a patch. What is no such pair of objects is none.
 */
function arePatchChanges(from, to) {
    const [before, after] = [imagesIn(from), imagesIn(to)];
    if (before === undefined || after === undefined || before.length === 0 || before.length !== after.length)
        return false;
    return before.every(([container, image]) => {
        const [, next] = after.find(([name]) => name === container) ?? [];
        return next !== undefined && isPatchChange(image, next);
    });
}
function imagesIn(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    const entries = Object.entries(value);
    return entries.every((entry) => typeof entry[1] === 'string') ? entries : undefined;
}


/***/ }),

/***/ 3190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   dp: () => (/* binding */ pinned)
/* harmony export */ });
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const repositoryPattern = new RegExp(`^${component}(?:/${component})*$`);
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const hostPattern = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?$`);
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^sha256:[0-9a-f]{64}$/;
/** The longest name that registries accept (distribution/reference, NameTotalLengthMax). */
const longestName = 255;
/** Whether a text is a digest that can be verified here. */
function isDigest(text) {
    return digestPattern.test(text);
}
/** Read a reference; undefined for what is none, or carries a digest of another algorithm than SHA-256. */
function parseReference(text) {
    const [beforeDigest = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !isDigest(digest)))
        return undefined;
    const colon = beforeDigest.lastIndexOf(':');
    const hasTag = colon > beforeDigest.lastIndexOf('/');
    const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
    const tag = hasTag ? beforeDigest.slice(colon + 1) : digest === undefined ? 'latest' : undefined;
    const place = placeOf(name);
    if (place === undefined || (tag !== undefined && !tagPattern.test(tag)))
        return undefined;
    return { name, ...place, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
const hubHosts = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
function placeOf(name) {
    if (name.length > longestName)
        return undefined;
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const hasHost = /[.:A-Z]/.test(first) || first === 'localhost';
    const rest = hasHost ? name.slice(slash + 1) : name;
    if (!repositoryPattern.test(rest) || (hasHost && !hostPattern.test(first)))
        return undefined;
    const host = first.toLowerCase();
    if (hasHost && !hubHosts.has(host))
        return { registry: host, repository: rest };
    return { registry: 'docker.io', repository: rest.includes('/') ? rest : `library/${rest}` };
}
/** Where tags and digests of an image are known by: registry and repository. */
function repositoryOf({ registry, repository }) {
    return `${registry}/${repository}`;
}
/** `name:tag@digest`: the digest is what runs, the tag is what next week's rule goes by. */
function pinned({ name }, tag, digest) {
    return `${name}:${tag}@${digest}`;
}
/** The tag in an image as a template writes it, for people to read; '' where there is none. */
function tagOf(image = '') {
    return /:([^/:]+)$/.exec(image.replace(/@.*$/, ''))?.[1] ?? '';
}


/***/ }),

/***/ 97063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ isSameKind),
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   MU: () => (/* binding */ isRelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions)
/* harmony export */ });
/** Fewer parts name a line of versions, not a version. */
const partsOfAVersion = 3;
/** Up to four numbers of at most nine digits, so that they compare exactly; a longer run of digits is a date or a hash. */
const grammar = /^(v?)(\d{1,9}(?:\.\d{1,9}){0,3})((?:[-_].*)?)$/;
/** Words of a suffix that mark what is not released yet, with or without a number behind them. */
const preReleaseWord = /^(a|alpha|b|beta|c|rc|cr|pre|preview|prerelease|dev|devel|develop|snapshot|nightly|canary|edge|unstable|experimental|test|testing|next|ea|m|milestone|insiders?|tp|wip)\d*$/i;
/** Read a tag as a version; undefined for every other tag (`latest`, `1.4rc1`, `bookworm`, a commit). */
function parseTag(tag) {
    const [, prefix = '', numbers = '', suffix = ''] = grammar.exec(tag) ?? [];
    if (numbers === '')
        return undefined;
    const words = suffix.split(/[-_.]/).filter((word) => word !== '');
    return {
        prefix,
        parts: numbers.split('.').map(Number),
        suffix,
        preRelease: words.some((word) => preReleaseWord.test(word)),
    };
}
/** Below zero when `a` is older; the versions have as many parts. */
function compareVersions(a, b) {
    for (const [index, part] of a.parts.entries()) {
        const difference = part - (b.parts[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Whether two versions differ in their numbers alone: same prefix, suffix and precision. */
function isSameKind(a, b) {
    return a.prefix === b.prefix && a.suffix === b.suffix && a.parts.length === b.parts.length;
}
/** Whether a version is released and whole, so that patches of it can be told. */
function isRelease({ parts, preRelease }) {
    return parts.length >= partsOfAVersion && !preRelease;
}


/***/ }),

/***/ 97803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ canonicalText),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _noble_hashes_sha2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65108);
/* harmony import */ var _noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42565);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98799);



/**
 * The digest of a value: SHA-256 over its canonical form (RFC 8785, JSON Canonicalization Scheme), so that key order and
 * number formatting do not matter. Throws on what JSON cannot hold (NaN, infinity).
 */
function digestOf(value) {
    return `sha256:${(0,_noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)((0,_noble_hashes_sha2_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)((0,_noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8ToBytes */ .AI)(canonicalText(value))))}`;
}
/** The canonical form of a value (RFC 8785). Throws on what JSON cannot hold. */
function canonicalText(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('canonicalText: the value has no JSON form');
    return text;
}


/***/ }),

/***/ 82368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lr: () => (/* binding */ kubectl),
/* harmony export */   MO: () => (/* binding */ clusterWide),
/* harmony export */   Vc: () => (/* binding */ inContext)
/* harmony export */ });
/** A command about things that are in no namespace, or in all of them. */
const clusterWide = Symbol('no namespace');
/**
 * The one place where kubectl commands for people are written: kubectl(namespace)`describe ${subject}` gives the command
 * in backticks, as it stands in a text. What is put in is data and quoted for a POSIX shell; the template's own text is not.
 * The context is added when the text is published ({@link inContext}): nothing that a digest covers may depend on what a
 * kubeconfig calls the cluster.
 */
function kubectl(namespace) {
    return (texts, ...values) => {
        const place = namespace === clusterWide ? '' : `-n ${quoted(namespace)} `;
        const rest = texts.map((text, index) => text + (index < values.length ? wordsOf(values[index]) : ''));
        return `\`kubectl ${place}${rest.join('')}\``;
    };
}
/** A text whose kubectl commands name the context, where one is known. */
function inContext(text, context) {
    return context === undefined ? text : text.replaceAll(begin, () => `\`kubectl --context ${quoted(context)} `);
}
const begin = /`kubectl (?!--context )/g;
function wordsOf(value) {
    if (typeof value === 'object')
        return value.map(quoted).join(' ');
    return quoted(String(value ?? ''));
}
/**
 * A word for a shell, and for a text whose commands stand in backticks: those, and control signs, are written by their
 * number in `$'…'` (POSIX.1-2024; bash and zsh know it since long ago).
 */
function quoted(word) {
    if (/^[\w@%+=:,./-]+$/.test(word))
        return word;
    if (!/[`\p{Cc}]/u.test(word))
        return `'${word.replaceAll("'", String.raw `'\''`)}'`;
    const escaped = word.replaceAll(/[\\'`\p{Cc}]/gu, octal);
    return `$'${escaped}'`;
}
/** The bytes of a control sign or of ASCII in UTF-8, which writes those of U+0080 to U+009F with C2 before them. */
function octal(sign) {
    const code = sign.charCodeAt(0);
    const bytes = code < 0x80 ? [code] : [0xc2, code];
    return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}


/***/ }),

/***/ 7279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ resources)
/* harmony export */ });
const resource = (group, version, plural, kind, namespaced = true) => ({
    group,
    version,
    plural,
    kind,
    namespaced,
});
/** The resources that the product knows by name. */
const resources = {
    pods: resource('', 'v1', 'pods', 'Pod'),
    secrets: resource('', 'v1', 'secrets', 'Secret'),
    serviceAccounts: resource('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    configMaps: resource('', 'v1', 'configmaps', 'ConfigMap'),
    services: resource('', 'v1', 'services', 'Service'),
    nodes: resource('', 'v1', 'nodes', 'Node', false),
    namespaces: resource('', 'v1', 'namespaces', 'Namespace', false),
    persistentVolumes: resource('', 'v1', 'persistentvolumes', 'PersistentVolume', false),
    persistentVolumeClaims: resource('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
    deployments: resource('apps', 'v1', 'deployments', 'Deployment'),
    statefulSets: resource('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSets: resource('apps', 'v1', 'daemonsets', 'DaemonSet'),
    disruptionBudgets: resource('policy', 'v1', 'poddisruptionbudgets', 'PodDisruptionBudget'),
    resourceQuotas: resource('', 'v1', 'resourcequotas', 'ResourceQuota'),
    limitRanges: resource('', 'v1', 'limitranges', 'LimitRange'),
    storageClasses: resource('storage.k8s.io', 'v1', 'storageclasses', 'StorageClass', false),
    podMetrics: resource('metrics.k8s.io', 'v1beta1', 'pods', 'PodMetrics'),
    events: resource('', 'v1', 'events', 'Event'),
    horizontalAutoscalers: resource('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    verticalAutoscalers: resource('autoscaling.k8s.io', 'v1', 'verticalpodautoscalers', 'VerticalPodAutoscaler'),
    certificateSigningRequests: resource('certificates.k8s.io', 'v1', 'certificatesigningrequests', 'CertificateSigningRequest', false),
    /** Not an object: the name of a signer stands for who may approve requests to it. */
    signers: resource('certificates.k8s.io', 'v1', 'signers', 'Signer', false),
    certManagerCertificates: resource('cert-manager.io', 'v1', 'certificates', 'Certificate'),
    jobs: resource('batch', 'v1', 'jobs', 'Job'),
    ingresses: resource('networking.k8s.io', 'v1', 'ingresses', 'Ingress'),
    leases: resource('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    nodeMetrics: resource('metrics.k8s.io', 'v1beta1', 'nodes', 'NodeMetrics', false),
    validatingWebhooks: resource('admissionregistration.k8s.io', 'v1', 'validatingwebhookconfigurations', 'ValidatingWebhookConfiguration', false),
    mutatingWebhooks: resource('admissionregistration.k8s.io', 'v1', 'mutatingwebhookconfigurations', 'MutatingWebhookConfiguration', false),
};


/***/ }),

/***/ 92400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   QA: () => (/* binding */ formatSpan),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** Bytes for people, decimal units, three digits at most: `512 MB`, `2.1 GB`. */
function formatBytes(bytes) {
    let value = Math.abs(bytes);
    let unit = 0;
    while (value >= 999.5 && unit < byteUnits.length - 1) {
        value /= 1000;
        unit += 1;
    }
    const digits = unit === 0 || value >= 99.95 ? 0 : 1;
    return `${bytes < 0 ? '-' : ''}${value.toFixed(digits).replace(/\.0$/, '')} ${byteUnits[unit]}`;
}
/** A share (0 to 1) as a percentage, one decimal below 10 %: `0.4 %`, `81 %`. */
function formatShare(share) {
    const percent = share * 100;
    return `${percent.toFixed(Math.abs(percent) < 9.95 ? 1 : 0).replace(/\.0$/, '')} %`;
}
/** A count with thousands separators: `1,204`. */
function formatCount(count) {
    return Math.round(count).toLocaleString('en-US');
}
/** `1 pod`, `2 pods`. */
function counted(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}
/** A span for people, two units at most: `6 s`, `2 min 58 s`, `7 h 12 min`, `3 days`. Below a second: `250 ms`. */
function formatSpan(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
    const hours = Math.floor(minutes / 60);
    if (hours < 48)
        return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
    return `${Math.floor(hours / 24)} days`;
}


/***/ }),

/***/ 60747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ isStepKind),
  C: () => (/* binding */ stepKinds)
});

;// CONCATENATED MODULE: ./build/domain/certificate/preventive.js
const namesOf = (value) => {
    const names = value?.names;
    return Array.isArray(names) ? names : undefined;
};
/** Whether a renewal keeps every name that the certificate had: only then nobody needs to be asked. */
function keepsEveryName(from, to) {
    const [before, after] = [namesOf(from), namesOf(to)];
    return before?.every((name) => after?.includes(name)) ?? false;
}
/** Whether pods are brought from one serial to another: a reload without a renewal is a restart. */
function servesAnother(from, to) {
    const [before, after] = [from, to].map((value) => value?.serial);
    return typeof before === 'string' && typeof after === 'string' && before !== after;
}

// EXTERNAL MODULE: ./build/domain/database/table-options.js
var table_options = __webpack_require__(75700);
// EXTERNAL MODULE: ./build/domain/image/patches.js
var patches = __webpack_require__(1385);
;// CONCATENATED MODULE: ./build/domain/step/kinds.js



const always = (_from, _to) => true;
const never = (_from, _to) => false;
/**
 * Every kind of step there is. The union is closed: there is no `exec`, `sql` or `patch` kind, and an unknown kind is
 * refused. A kind's parameters are in {@link StepParameters}, its execution in `src/steps/<kind>.ts`.
 */
const stepKinds = {
    'rotate-logs': {
        undo: 'final',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'rotated files stay rotated; nothing is lost that the rotation rules keep',
    },
    'delete-files': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'deleted files are gone',
    },
    'expire-stale-keys': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'only keys that had expired already are reclaimed',
    },
    'purge-cache-memory': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'memory that held nothing is given back',
    },
    'vacuum-table': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'dead rows are gone; they were visible to nobody',
    },
    'probe-network': {
        undo: 'forward',
        preventive: always,
        precondition: 'same-request',
        cannotBeUndone: 'the probe is a Job that removes itself',
    },
    'probe-database-write': {
        undo: 'forward',
        preventive: always,
        precondition: 'same-request',
        cannotBeUndone: 'the test write is rolled back in its own transaction',
    },
    'read-backup': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'a backup is only read',
    },
    'restore-drill': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'the throw-away server is gone with everything in it; nothing on the platform is touched',
    },
    'dry-run-manifests': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'the API server is only asked; what proves that nothing else is possible is taken away again',
    },
    'record-images': {
        undo: 'forward',
        preventive: always,
        precondition: 'same-request',
        cannotBeUndone: 'that an image was seen stays in our own record',
    },
    'set-image': {
        undo: 'reversible',
        preventive: patches/* arePatchChanges */.yp,
        precondition: 'same-request',
    },
    'issue-certificate': {
        undo: 'forward',
        preventive: keepsEveryName,
        precondition: 'same-request',
        cannotBeUndone: 'what was issued stays issued until its end; its key is removed, so nobody uses it',
    },
    'write-certificate': {
        undo: 'reversible',
        preventive: keepsEveryName,
        precondition: 'same-request',
    },
    'renew-by-cert-manager': {
        undo: 'forward',
        preventive: servesAnother,
        precondition: 'same-request',
        cannotBeUndone: 'cert-manager keeps its Secret itself: the former key put back makes it issue again at once',
    },
    'reload-consumers': {
        undo: 'forward',
        preventive: servesAnother,
        precondition: 'same-request',
        cannotBeUndone: 'pods that were made anew stay; when the former certificate is put back they take it up again',
    },
    'scale-workload': {
        undo: 'reversible',
        preventive: never,
        precondition: 'same-request',
    },
    'set-resources': {
        undo: 'reversible',
        preventive: never,
        precondition: 'same-request',
    },
    'set-table-options': {
        undo: 'reversible',
        preventive: table_options/* areSafeOptions */.Qq,
        precondition: 'same-request',
    },
    'expand-volume': {
        undo: 'forward',
        preventive: never,
        precondition: 'same-request',
        cannotBeUndone: 'a volume claim never shrinks',
    },
    'restart-workload': {
        undo: 'final',
        preventive: never,
        precondition: 'same-request',
        cannotBeUndone: 'pods that were replaced are gone, with what only they held in memory',
    },
};
/** Narrow a foreign word to a step kind; `__proto__` and the like are none. */
function isStepKind(word) {
    return Object.hasOwn(stepKinds, word);
}


/***/ }),

/***/ 85411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ windowNames)
/* harmony export */ });
/** The four windows, smallest first; a larger one absorbs the smaller ones that it overlaps. */
const windowNames = ['daily', 'weekly', 'monthly', 'quarterly'];


/***/ }),

/***/ 46926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
const durationUnits = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
/** Milliseconds of `1h30m`, `36h`, `2d`, `10s`, `250ms`; undefined when it is not a duration. */
function parseDuration(text) {
    const compact = text.trim();
    if (!/^(\d+(\.\d+)?(ms|d|h|m|s))+$/.test(compact))
        return undefined;
    let total = 0;
    for (const [, amount, , unit] of compact.matchAll(/(\d+(\.\d+)?)(ms|d|h|m|s)/g)) {
        total += Number(amount) * (durationUnits[unit ?? ''] ?? 0);
    }
    return total;
}
const allowedWords = (declaration) => {
    switch (declaration.kind) {
        case 'integer':
            return `a whole number from ${declaration.min} to ${declaration.max} (${declaration.unit})`;
        case 'number':
            return `a number from ${declaration.min} to ${declaration.max} (${declaration.unit})`;
        case 'share':
            return `a share from ${declaration.min} to ${declaration.max}, or a percentage`;
        case 'duration':
            return `a duration from ${declaration.min} to ${declaration.max}, such as 36h, 90m or 1h30m`;
        case 'boolean':
            return 'true or false';
        case 'choice':
            return `one of ${declaration.values.join(', ')}`;
        case 'text':
            return declaration.pattern === undefined
                ? `text of at most ${declaration.maxLength ?? 1000} characters`
                : `text that matches ${declaration.pattern}`;
    }
};
const within = (value, min, max) => Number.isFinite(value) && value >= min && value <= max ? value : undefined;
const parseNumber = (text, min, max) => /^-?\d+(\.\d+)?$/.test(text) ? within(Number(text), min, max) : undefined;
const parseShare = (text, min, max) => {
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
    return percent ? within(Number(percent[1]) / 100, min, max) : parseNumber(text, min, max);
};
const parseText = (text, declaration) => {
    if (text.length > (declaration.maxLength ?? 1000))
        return undefined;
    return declaration.pattern === undefined || new RegExp(`^(?:${declaration.pattern})$`, 'u').test(text)
        ? text
        : undefined;
};
const parseBoolean = (text) => text === 'true' ? true : text === 'false' ? false : undefined;
function parseOne(declaration, text) {
    switch (declaration.kind) {
        case 'text':
            return parseText(text, declaration);
        case 'integer':
            return /^-?\d+$/.test(text) ? within(Number(text), declaration.min, declaration.max) : undefined;
        case 'number':
            return parseNumber(text, declaration.min, declaration.max);
        case 'share':
            return parseShare(text, declaration.min, declaration.max);
        case 'duration': {
            const value = parseDuration(text);
            return value === undefined
                ? undefined
                : within(value, parseDuration(declaration.min) ?? 0, parseDuration(declaration.max) ?? 0);
        }
        case 'boolean':
            return parseBoolean(text);
        case 'choice':
            return declaration.values.includes(text) ? text : undefined;
    }
}
/**
 * The values of a task's inputs. `given` holds strings (from an action) or scalars (from the configuration); an absent or
 * empty one takes the default. All errors come back together.
 */
function parseInputs(declarations, given) {
    const errors = [];
    const inputs = {};
    for (const [name, declaration] of Object.entries(declarations)) {
        const raw = Object.hasOwn(given, name) ? given[name] : undefined;
        const text = raw === undefined || raw === null || raw === '' ? String(declaration.default) : String(raw).trim();
        const value = parseOne(declaration, text);
        if (value === undefined)
            errors.push({ input: name, value: text.slice(0, 80), allowed: allowedWords(declaration) });
        else
            inputs[name] = value;
    }
    return errors.length > 0 ? { errors } : { inputs: inputs };
}


/***/ }),

/***/ 50272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mi: () => (/* binding */ verdictsByWeight),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   jZ: () => (/* binding */ atLeast)
/* harmony export */ });
/** From harmless to worst: not-applicable < pass < warn < unknown < fail. */
const verdictsByWeight = [
    'not-applicable',
    'pass',
    'warn',
    'unknown',
    'fail',
];
/** Whether `verdict` is at least as bad as `bound`. */
function atLeast(verdict, bound) {
    return verdictsByWeight.indexOf(verdict) >= verdictsByWeight.indexOf(bound);
}
/** The worst of several; `not-applicable` for none at all. */
function worst(verdicts) {
    let result = 'not-applicable';
    for (const verdict of verdicts)
        if (atLeast(verdict, result))
            result = verdict;
    return result;
}


/***/ }),

/***/ 23730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   V0: () => (/* binding */ inputsGiven),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/* harmony import */ var _domain_task_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46926);

/** An input of an action is not accepted; the message names each one, its value and what is allowed. */
class InputError extends Error {
    name = 'InputError';
}
/** The inputs of an action: what it was given, where that is empty the configuration's value, else the default. */
function readInputs(id, declarations, environment, configuration) {
    const given = Object.fromEntries(Object.keys(declarations).map((name) => [name, environment.input(name)]));
    return inputsGiven(id, declarations, given, configuration);
}
/** The same of values by name; a name that is not declared is an error. */
function inputsGiven(id, declarations, given, configuration) {
    const unknown = Object.keys(given).find((name) => !Object.hasOwn(declarations, name));
    if (unknown !== undefined) {
        const known = Object.keys(declarations).join(', ') || 'none';
        throw new InputError(`${id} has no input "${unknown.slice(0, 80)}"; it has: ${known}`);
    }
    const configured = configuration && Object.hasOwn(configuration.tasks, id) ? configuration.tasks[id]?.inputs : undefined;
    const merged = Object.fromEntries(Object.keys(declarations).map((name) => [name, given[name] || configured?.[name]]));
    const parsed = (0,_domain_task_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(declarations, merged);
    if ('inputs' in parsed)
        return parsed.inputs;
    const lines = parsed.errors.map((error) => `${id}: input ${error.input}: "${error.value}" is not allowed here; allowed: ${error.allowed}`);
    throw new InputError(lines.join('\n'));
}


/***/ }),

/***/ 86739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   n5: () => (/* binding */ readSecret),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);



/** Shorter values would mask ordinary text everywhere; as passwords they protect nothing. */
const shortest = 4;
/**
 * Read one value of a Secret. It is masked in the runner's log and redacted from everything this process writes, before
 * anybody else sees it.
 */
async function readSecret(self, cluster, namespace, at) {
    const subject = `secret/${at.secret}`;
    const secret = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.secrets, namespace, at.secret);
    const encoded = secret?.data?.[at.key];
    if (encoded === undefined) {
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
            code: 'not-found',
            subject,
            message: secret === undefined
                ? `${subject} does not exist in ${namespace}`
                : `${subject} in ${namespace} has no key ${at.key}`,
            next: `create it, or name another in .github/maintenance.yml: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `get secret ${at.secret}`}`,
        });
    }
    const value = Buffer.from(encoded, 'base64').toString('utf8');
    if (value.length < shortest) {
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
            code: 'invalid',
            subject,
            message: `key ${at.key} of ${subject} is shorter than ${shortest} characters: too short to be kept out of logs`,
            next: 'set a longer one',
        });
    }
    maskSecret(self, value);
    return value;
}
/** Keep a value out of everything: our own writers, and the runner's log. */
function maskSecret(self, value) {
    for (const form of self.redactor.add(value))
        if (self.environment.onRunner)
            self.stdout.mask(form);
}
/** Read a public text (certificates): from a ConfigMap or a Secret, without masking it. */
async function readText(cluster, namespace, at) {
    const object = at.kind === 'Secret'
        ? await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.secrets, namespace, at.name)
        : await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.configMaps, namespace, at.name);
    const value = object?.data?.[at.key];
    if (value !== undefined)
        return at.kind === 'Secret' ? Buffer.from(value, 'base64').toString('utf8') : value;
    const subject = `${at.kind.toLowerCase()}/${at.name}`;
    throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
        code: 'not-found',
        subject,
        message: `${subject} in ${namespace} does not exist or has no key ${at.key}`,
        next: 'create it, or name another in .github/maintenance.yml',
    });
}


/***/ })

};
