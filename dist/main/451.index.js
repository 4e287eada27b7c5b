export const id = 451;
export const ids = [451];
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

/***/ 47721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ cpuQuantity),
/* harmony export */   Lf: () => (/* binding */ parseQuantity),
/* harmony export */   b$: () => (/* binding */ bytesQuantity)
/* harmony export */ });
/**
 * Factors of a quantity's suffix (apimachinery `resource.Quantity`): decimal SI down to nano, binary SI, and a decimal
 * exponent (`12e6`, `12E6`; a bare `E` is exa).
 */
const factors = {
    n: 1e-9,
    u: 1e-6,
    m: 1e-3,
    '': 1,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    P: 1e15,
    E: 1e18,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    Pi: 2 ** 50,
    Ei: 2 ** 60,
};
const grammar = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;
/**
 * The value of a Kubernetes quantity: `250m` is 0.25, `1.5Gi` is 1610612736, `129e6` is 129000000. CPU comes in cores,
 * memory and storage in bytes. Undefined when the text is not a quantity.
 */
function parseQuantity(text) {
    const [whole, number = '', exponent, suffix = ''] = grammar.exec(text) ?? [];
    if (whole === undefined)
        return undefined;
    // One conversion for a decimal exponent: multiplying would add an error of its own.
    if (exponent !== undefined)
        return Number(`${number.replace(/\.$/, '')}${exponent}`);
    const factor = factors[suffix];
    if (factor === undefined)
        return undefined;
    // Dividing by a whole power of ten is exact where multiplying by its inverse is not (3m = 0.003).
    return factor < 1 ? Number(number) / Math.round(1 / factor) : Number(number) * factor;
}
const binaryUnits = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'];
/** Cores as the API server writes them: `2`, `750m`; rounded up to a thousandth. */
function cpuQuantity(cores) {
    const thousandths = Math.ceil(Number((cores * 1000).toFixed(6)));
    return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
}
/** Bytes as the API server writes them, in the largest binary unit that divides them: `160Mi`, `2Gi`, `1000`. */
function bytesQuantity(bytes) {
    let value = Math.ceil(bytes);
    let unit = '';
    for (const next of binaryUnits) {
        if (value === 0 || value % 1024 !== 0)
            break;
        value /= 1024;
        unit = next;
    }
    return `${value}${unit}`;
}


/***/ }),

/***/ 97417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nodeOf)
/* harmony export */ });
/** The name of the node that a sample is of: by a label that names it, else by the host of `instance`. */
function nodeOf(labels, nodes) {
    const host = (labels.instance ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
    const names = [labels.node, labels.kubernetes_node, labels.nodename, labels.hostname, host];
    return nodes.find(({ metadata, status }) => names.includes(metadata.name) || status?.addresses?.some(({ address }) => host !== '' && address === host))?.metadata.name;
}


/***/ }),

/***/ 17548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ readTextFormat),
  Q: () => (/* binding */ typeOf)
});

;// CONCATENATED MODULE: ./build/domain/metrics/sample-line.js
/** Most labels of one sample. */
const maxLabels = 128;
const metricName = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const labelName = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const blanks = /[ \t]*/y;
/** Everything up to the next quotation mark or backslash. */
const plainText = /[^"\\]*/y;
/** A place in a line. */
class Cursor {
    line;
    at = 0;
    constructor(line) {
        this.line = line;
    }
    take(pattern) {
        pattern.lastIndex = this.at;
        const [found = ''] = pattern.exec(this.line) ?? [];
        this.at += found.length;
        return found;
    }
    takeIf(character) {
        if (this.line[this.at] !== character)
            return false;
        this.at += 1;
        return true;
    }
    blanks() {
        this.take(blanks);
    }
}
/** Read one sample line; a string says why it is none. */
function readSample(line) {
    const cursor = new Cursor(line);
    cursor.blanks();
    let name = cursor.take(metricName);
    cursor.blanks();
    const labels = Object.create(null);
    if (cursor.takeIf('{')) {
        const read = readLabels(cursor, labels, name === '');
        if ('why' in read)
            return read.why;
        name = read.name ?? name;
    }
    if (name === '')
        return 'no name of a metric';
    const rest = readRest(cursor.line.slice(cursor.at));
    return typeof rest === 'string' ? rest : { name, labels, ...rest };
}
/** Value, timestamp and perhaps an exemplar, which is passed over. */
function readRest(text) {
    const [number = '', time, further] = text.trim().split(/[ \t]+/, 3);
    const value = readNumber(number);
    if (value === undefined)
        return 'no value';
    if (time === undefined || time === '#')
        return { value };
    if (!/^-?\d+(\.\d+)?$/.test(time))
        return 'the timestamp is no number';
    if (further !== undefined && further !== '#')
        return 'more than a value and a timestamp';
    return { value, timestamp: Number(time) };
}
/** The labels up to the closing brace; with `nameInside` a quoted name may come first (Prometheus 3). */
function readLabels(cursor, labels, nameInside) {
    let name;
    for (let count = 0; count <= maxLabels; count += 1) {
        cursor.blanks();
        if (cursor.takeIf('}'))
            return name === undefined ? {} : { name };
        const read = readLabel(cursor, labels);
        if ('why' in read)
            return read;
        const mayBeName = nameInside && count === 0;
        if (read.nameAlone !== undefined && !mayBeName)
            return { why: `label ${read.nameAlone.slice(0, 60)} has no value` };
        name ??= read.nameAlone;
        cursor.blanks();
        if (!cursor.takeIf(',') && cursor.line[cursor.at] !== '}')
            return { why: 'labels are not separated by commas' };
    }
    return { why: `more than ${maxLabels} labels` };
}
/** One label into `labels`; or a quoted name without a value, which may be the metric's. */
function readLabel(cursor, labels) {
    const quoted = cursor.takeIf('"');
    const key = quoted ? readQuoted(cursor) : cursor.take(labelName);
    if (key === undefined || key === '')
        return { why: 'a label has no name' };
    cursor.blanks();
    if (!cursor.takeIf('='))
        return quoted ? { nameAlone: key } : { why: `label ${key.slice(0, 60)} has no value` };
    cursor.blanks();
    const text = cursor.takeIf('"') ? readQuoted(cursor) : undefined;
    if (text === undefined)
        return { why: `the value of label ${key.slice(0, 60)} is not in quotation marks` };
    if (Object.hasOwn(labels, key))
        return { why: `label ${key.slice(0, 60)} is there twice` };
    labels[key] = text;
    return {};
}
/** The text up to the closing quotation mark, which is taken; undefined when there is none or an escape is unknown. */
function readQuoted(cursor) {
    const parts = [];
    for (;;) {
        parts.push(cursor.take(plainText));
        if (cursor.takeIf('"'))
            return parts.join('');
        if (!cursor.takeIf('\\'))
            return undefined;
        const escaped = cursor.line[cursor.at];
        if (escaped === 'n')
            parts.push('\n');
        else if (escaped === '\\' || escaped === '"')
            parts.push(escaped);
        else
            return undefined;
        cursor.at += 1;
    }
}
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
/** A number as Go's ParseFloat takes it, without hexadecimal ones. */
function readNumber(text) {
    if (decimal.test(text))
        return Number(text);
    if (/^nan$/i.test(text))
        return Number.NaN;
    const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
    if (infinite === null)
        return undefined;
    return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./build/domain/metrics/text-format.js

const known = new Set(['counter', 'gauge', 'histogram', 'summary']);
/**
 * Read the Prometheus text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats), with what OpenMetrics 1.0
 * adds where pages mix them: `# EOF` ends the page, `# UNIT`, exemplars and timestamps in seconds are passed over; and
 * quoted metric names of Prometheus 3. Hostile input costs time linear in its length.
 */
function readTextFormat(text, bounds = {}) {
    const page = new Page(bounds);
    let number = 0;
    for (const line of linesOf(text)) {
        number += 1;
        if (line.trim() === '# EOF')
            break;
        page.read(line, number);
    }
    const { samples, types, help, count, first } = page;
    return { samples, types, help, rejected: { count, first } };
}
/** A page as far as it has been read. */
class Page {
    samples = [];
    types = new Map();
    help = new Map();
    first = [];
    count = 0;
    #bounds;
    constructor(bounds) {
        this.#bounds = bounds;
    }
    read(line, number) {
        const { maxLine = 65_536 } = this.#bounds;
        const trimmed = line.length > maxLine ? undefined : line.trim();
        if (trimmed === undefined)
            this.#reject(number, `longer than ${maxLine} characters`);
        else if (trimmed.startsWith('#'))
            readComment(trimmed, this.types, this.help);
        else if (trimmed !== '')
            this.#keep(readSample(line), number);
    }
    #keep(sample, number) {
        const { maxSamples = 200_000, keep } = this.#bounds;
        if (typeof sample === 'string')
            this.#reject(number, sample);
        else if (keep !== undefined && !keep(sample.name))
            return;
        else if (this.samples.length < maxSamples)
            this.samples.push(sample);
        else
            this.#reject(number, `more than ${maxSamples} samples`);
    }
    #reject(line, why) {
        this.count += 1;
        if (this.first.length < 5)
            this.first.push({ line, why });
    }
}
function* linesOf(text) {
    let start = 0;
    while (start < text.length) {
        const end = text.indexOf('\n', start);
        yield end < 0 ? text.slice(start) : text.slice(start, end);
        if (end < 0)
            return;
        start = end + 1;
    }
}
const metadata = /^#[ \t]+(HELP|TYPE)[ \t]+([a-zA-Z_:][a-zA-Z0-9_:]*|"(?:[^"\\]|\\.)*")(?:[ \t]+(.*))?$/;
/** `# TYPE` and `# HELP`; any other comment is passed over. The first one of a metric counts. */
function readComment(line, types, help) {
    const [, keyword, quoted = '', rest = ''] = metadata.exec(line) ?? [];
    const name = quoted.startsWith('"') ? unescaped(quoted.slice(1, -1)) : quoted;
    if (keyword === 'TYPE' && !types.has(name))
        types.set(name, known.has(rest) ? rest : 'untyped');
    if (keyword === 'HELP' && !help.has(name))
        help.set(name, unescaped(rest));
}
const unescaped = (text) => text.replace(/\\(\\|n|")/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped));
/** The type of a sample's metric: its own, or that of the family that it is a part of (`_total`, `_bucket`, …). */
function typeOf(exposition, name) {
    const own = exposition.types.get(name);
    if (own !== undefined)
        return own;
    const family = name.replace(/_(total|created|bucket|sum|count|info)$/, '');
    return exposition.types.get(family) ?? 'untyped';
}


/***/ }),

/***/ 34742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   Ym: () => (/* binding */ percentile),
/* harmony export */   i2: () => (/* binding */ mean)
/* harmony export */ });
/**
 * The percentile of raw values by nearest rank: the smallest value that at least the share `p` of them does not exceed
 * (Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), definition 1). It is
 * always a value that was measured. Undefined for no values; throws a RangeError for a `p` outside 0 to 1.
 */
function percentile(values, p) {
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`percentile: ${p} is not between 0 and 1`);
    if (values.length === 0)
        return undefined;
    const sorted = values.toSorted((a, b) => a - b);
    // Rounding first: 0.95 × 20 is 19.000000000000004 in binary, and means the 19th.
    const rank = Math.ceil(Number((p * sorted.length).toFixed(9)));
    return sorted[Math.max(0, rank - 1)];
}
/** The arithmetic mean; undefined for no values. */
function mean(values) {
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** The median: the middle value, or the mean of the two in the middle; undefined for no values. */
function median(values) {
    if (values.length === 0)
        return undefined;
    const sorted = values.toSorted((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle];
    return sorted.length % 2 === 1 ? upper : (upper + sorted[middle - 1]) / 2;
}


/***/ }),

/***/ 33130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ trendOf)
/* harmony export */ });
/* harmony import */ var _percentile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34742);

const dayMs = 86_400_000;
/** Fewer points or a shorter span give no trend. */
const leastPoints = 8;
const leastDays = 3;
/** More are thinned out evenly: the estimate looks at every pair. */
const mostPoints = 300;
/**
 * The trend of a series: the median of the slopes of all pairs (Theil 1950; Sen, JASA 63 (1968) 1379), which outliers do
 * not move, and whether it is significant (Mann, Econometrica 13 (1945) 245; Kendall 1975; with the correction for ties).
 * Undefined with fewer than 8 points or less than 3 days.
 */
function trendOf(points) {
    const used = thinned(points.filter(([, value]) => Number.isFinite(value)));
    const [first, last] = [used[0], used.at(-1)];
    if (first === undefined || last === undefined || used.length < leastPoints)
        return undefined;
    const days = (last[0] - first[0]) / dayMs;
    if (days < leastDays)
        return undefined;
    const slopes = [];
    let score = 0;
    for (const [k, [time, value]] of used.entries()) {
        for (const [laterTime, laterValue] of used.slice(k + 1)) {
            score += Math.sign(laterValue - value);
            if (laterTime > time)
                slopes.push(((laterValue - value) / (laterTime - time)) * dayMs);
        }
    }
    return { perDay: (0,_percentile_js__WEBPACK_IMPORTED_MODULE_0__/* .median */ .JZ)(slopes) ?? 0, significant: isSignificant(score, used), points: used.length, days };
}
function thinned(points) {
    const sorted = points.toSorted(([a], [b]) => a - b);
    if (sorted.length <= mostPoints)
        return sorted;
    const step = (sorted.length - 1) / (mostPoints - 1);
    return Array.from({ length: mostPoints }, (_, k) => sorted[Math.round(k * step)]);
}
function isSignificant(score, points) {
    const n = points.length;
    const ties = [...Map.groupBy(points, ([, value]) => value).values()].map((group) => group.length);
    const weight = (size) => size * (size - 1) * (2 * size + 5);
    const variance = (weight(n) - ties.reduce((sum, size) => sum + weight(size), 0)) / 18;
    if (variance <= 0)
        return false;
    const z = score === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
    return Math.abs(z) > 1.96;
}


/***/ }),

/***/ 45644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ fromDf),
/* harmony export */   UM: () => (/* binding */ fileSystemQuery),
/* harmony export */   pc: () => (/* binding */ fromPrometheus),
/* harmony export */   z9: () => (/* binding */ fromKubelet)
/* harmony export */ });
/* unused harmony export usedShare */
/* harmony import */ var _domain_metrics_node_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97417);

/** Everything about file systems that node exporters serve, in one query. */
const fileSystemQuery = '{__name__=~"node_filesystem_(size|free|avail)_bytes|node_filesystem_readonly"}';
/** Kinds that are no storage, or are full by nature. */
const skippedKinds = /^(squashfs|iso9660|ramfs|devtmpfs|proc|sysfs|cgroup2?|nsfs|autofs|rpc_pipefs|fuse\.lxcfs)$/;
/** Places that are the system's own or a container's plumbing. */
const skippedPlaces = /^\/(proc|sys|dev|run)(\/|$)|^\/etc\/(hosts|hostname|resolv\.conf)$|^\/var\/run\/secrets(\/|$)|\/kubernetes\.io~(secret|projected)\//;
/** The share in use as `df` counts it: used / (used + available to users); undefined when there is no such size. */
function usedShare(size, free, available) {
    const used = size - free;
    const whole = used + available;
    return size > 0 && whole > 0 && used >= 0 && Number.isFinite(whole) ? used / whole : undefined;
}
/** File systems from Prometheus' answer to {@link fileSystemQuery}, for the nodes that they can be told to belong to. */
function fromPrometheus(values, nodes) {
    const groups = Map.groupBy(values, ({ labels }) => JSON.stringify([labels.instance, labels.device, labels.mountpoint]));
    return [...groups.values()].flatMap((group) => {
        const labels = group[0]?.labels ?? {};
        const of = (metric) => group.find((each) => each.labels.__name__ === `node_filesystem_${metric}`)?.value;
        const node = (0,_domain_metrics_node_of_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E)(labels, nodes);
        const place = labels.mountpoint ?? '';
        const [size, available] = [of('size_bytes'), of('avail_bytes')];
        if (node === undefined || size === undefined || available === undefined)
            return [];
        if (skippedKinds.test(labels.fstype ?? '') || skippedPlaces.test(place) || of('readonly') === 1)
            return [];
        const used = usedShare(size, of('free_bytes') ?? available, available);
        return used === undefined ? [] : [{ node, place: place.slice(0, 300), used, source: 'prometheus' }];
    });
}
/** File systems from a kubelet's summary. */
function fromKubelet(found, node) {
    return found.map(({ name, capacityBytes, availableBytes }) => ({
        node,
        place: name,
        used: (capacityBytes - availableBytes) / capacityBytes,
        source: 'kubelet',
    }));
}
/** A line of `df -k -P` (POSIX): device, 1024-blocks, used, available, capacity, place. */
const row = /^(\S.{0,255}?)\s+(\d+)\s+(\d+)\s+(\d+)\s+\d+%\s+(\/.{0,1023})$/;
/** File systems from what `df -k -P` printed in a pod of a node. */
function fromDf(output, node, source) {
    return output
        .split('\n')
        .slice(0, 500)
        .flatMap((line) => {
        const [, , size, used, available, place = ''] = (line.length <= 2048 && row.exec(line)) || [];
        if (size === undefined || skippedPlaces.test(place))
            return [];
        const share = usedShare(Number(size), Number(size) - Number(used), Number(available));
        return share === undefined ? [] : [{ node, place: place.slice(0, 300), used: share, source }];
    });
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

/***/ 95200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ forwardsToPrometheus),
/* harmony export */   yZ: () => (/* binding */ findPrometheus),
/* harmony export */   zF: () => (/* binding */ prometheusSelectors)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

/** Whether Prometheus is reached through the cluster. */
const forwardsToPrometheus = ({ prometheus }) => prometheus.enabled && prometheus.address === undefined;
/** The right to find the pods of Prometheus by its Service, where it is reached through the cluster. */
const findPrometheus = {
    resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.services,
    verbs: ['get'],
    scope: 'platform',
    names: ({ prometheus }) => [prometheus.service],
    when: forwardsToPrometheus,
    why: 'find the pods of Prometheus',
};
/** Labels of the pods of Prometheus, for the declaration of a task's forwards: those of the workload named as its Service. */
function prometheusSelectors(platform) {
    if (!forwardsToPrometheus(platform))
        return [];
    const { others } = platform.workloads;
    return others.filter(({ name }) => name === platform.prometheus.service).map(({ selector }) => selector);
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

/***/ 10451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ monitor_performance)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/observation/prometheus-access.js
var prometheus_access = __webpack_require__(95200);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
;// CONCATENATED MODULE: ./build/tasks/monitor-performance/inputs.js
/** What can be set about measuring; thresholds are the configuration's. */
const inputs = {
    requests: {
        kind: 'integer',
        description: 'How many requests the response time is measured with, over all pods of the gateway.',
        default: 30,
        min: 1,
        max: 1000,
        unit: 'requests',
    },
    'round-trips': {
        kind: 'integer',
        description: 'How many round trips the network latency is measured with, between each two ends.',
        default: 20,
        min: 1,
        max: 200,
        unit: 'round trips',
    },
    'request-timeout': {
        kind: 'duration',
        description: 'How long one request, scrape or round trip may take. More than the critical response time.',
        default: '10s',
        min: '100ms',
        max: '2m',
    },
    'query-timeout': {
        kind: 'duration',
        description: 'How long one query of Prometheus, or df in a pod, may take.',
        default: '10s',
        min: '1s',
        max: '2m',
    },
    'scrape-gap': {
        kind: 'duration',
        description: 'Time between the two readings from which the throughput is computed.',
        default: '10s',
        min: '1s',
        max: '5m',
    },
    hysteresis: {
        kind: 'share',
        description: 'How far back over a threshold a value must go before a warning or failure ends.',
        default: 0.05,
        min: 0,
        max: 0.5,
    },
    'trend-days': {
        kind: 'integer',
        description: 'How much of the stored history the trend is taken from.',
        default: 30,
        min: 3,
        max: 366,
        unit: 'days',
    },
    'pod-latency-query': {
        kind: 'text',
        description: 'PromQL expression of the round trip from a pod to the database, in seconds. Empty: it is not measured, and that is said.',
        default: '',
        maxLength: 1000,
    },
};

// EXTERNAL MODULE: ./build/observation/trouble.js
var observation_trouble = __webpack_require__(20454);
// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/statistics/percentile.js
var percentile = __webpack_require__(34742);
// EXTERNAL MODULE: ./build/observation/pods.js
var pods = __webpack_require__(3969);
;// CONCATENATED MODULE: ./build/tasks/monitor-performance/measure-gateway.js






/** The names of the gateway's ready pods. */
async function gatewayPods(context) {
    const { namespace, workloads } = context.platform;
    const { selector, kind, name } = workloads.gateway;
    const { ready } = await (0,pods/* selectPods */.x)(context.ports.cluster, { namespace, selector });
    if (ready.length > 0)
        return ready.map(({ pod }) => pod);
    throw new port_error/* PortError */.U({
        code: 'not-found',
        subject: `${kind.toLowerCase()}/${name}`,
        message: `no pod of ${selector} is ready, so there is nothing to measure`,
        next: (0,kubectl/* kubectl */.Lr)(namespace) `get pods -l ${selector}`,
    });
}
/** Response times of the gateway's health path: the requests are spread over all ready pods. */
async function measureResponses(context, inputs) {
    const { namespace, workloads } = context.platform;
    const { gateway } = workloads;
    return (0,observation_trouble/* attempt */.C)(`${gateway.kind.toLowerCase()}/${gateway.name}`, async () => {
        const pods = await gatewayPods(context);
        const count = Math.max(1, Math.ceil(inputs.requests / pods.length));
        return (0,bounded/* mapBounded */.y)(pods, 4, async (pod) => {
            const endpoint = { kind: 'pod', namespace, pod, port: gateway.port };
            const serverName = `${gateway.service}.${namespace}.svc`;
            const requests = { endpoint, scheme: 'https', path: gateway.healthPath, serverName, count };
            const limits = { timeoutMs: inputs['request-timeout'], signal: context.signal };
            const asked = await (0,observation_trouble/* attempt */.C)(`pod/${pod}`, () => context.ports.probe.requests(requests, limits));
            return 'trouble' in asked ? { pod, trouble: asked.trouble } : { pod, times: asked.value };
        });
    });
}
/** Round trips between the configured ends; by default runner → gateway and gateway pod → database. */
async function measureLatency(context, inputs) {
    const targets = context.platform.network.latencyTargets;
    if (targets === undefined) {
        return [
            await runnerToGateway(context, inputs),
            await podToDatabase(context, inputs, 'gateway pod → database', false),
        ];
    }
    return (0,bounded/* mapBounded */.y)(targets, 4, async ({ name, from, host, port }) => {
        if (from !== 'runner')
            return podToDatabase(context, inputs, name, true);
        const limits = { timeoutMs: inputs['request-timeout'], signal: context.signal };
        const endpoint = { kind: 'address', host, port };
        const wanted = { endpoint, count: inputs['round-trips'], path: '/', serverName: host };
        const asked = await (0,observation_trouble/* attempt */.C)(name, () => context.ports.probe.roundTrips(wanted, limits));
        return 'trouble' in asked ? { name, trouble: asked.trouble } : { name, trips: asked.value, by: howOf(asked.value) };
    });
}
const howOf = (trips) => trips.by === 'tcp-connect' ? 'TCP handshakes' : 'requests on an open connection through a port-forward';
async function runnerToGateway(context, inputs) {
    const name = 'runner → gateway';
    const { namespace, workloads } = context.platform;
    const limits = { timeoutMs: inputs['request-timeout'], signal: context.signal };
    try {
        const pods = await gatewayPods(context);
        const count = Math.max(1, Math.ceil(inputs['round-trips'] / pods.length));
        const { port, service, healthPath: path } = workloads.gateway;
        const serverName = `${service}.${namespace}.svc`;
        const all = await (0,bounded/* mapBounded */.y)(pods, 1, (pod) => {
            const endpoint = { kind: 'pod', namespace, pod, port };
            return context.ports.probe.roundTrips({ endpoint, count, path, serverName }, limits);
        });
        const why = all.find((trips) => trips.failed.why !== undefined)?.failed.why;
        const failed = all.reduce((sum, trips) => sum + trips.failed.count, 0);
        const trips = {
            ms: all.flatMap((each) => each.ms),
            failed: { count: failed, ...(why === undefined ? {} : { why }) },
        };
        return { name, trips, by: `${howOf(all[0])}, ${pods.length} pods` };
    }
    catch (error) {
        return { name, trouble: (0,observation_trouble/* troubleOf */.L)(error, name) };
    }
}
/**
 * Between pods nothing is measured from here: that takes a metric, which a configured query names (seconds). As a default
 * it is merely said to be missing; where somebody configured the target, not knowing is unknown.
 */
async function podToDatabase(context, inputs, name, wanted) {
    const expression = inputs['pod-latency-query'];
    const missing = 'no metric is configured for it (input `pod-latency-query`: a PromQL expression of round trips in seconds)';
    if (expression === '') {
        return wanted
            ? { name, trouble: { code: 'not-found', subject: name, message: missing } }
            : { name, unavailable: missing };
    }
    try {
        const limits = { timeoutMs: inputs['query-timeout'], signal: context.signal };
        const values = await context.ports.metrics.query(expression, limits);
        const ms = values.map(({ value }) => value * 1000).filter((value) => Number.isFinite(value));
        if ((0,percentile/* percentile */.Ym)(ms, 0.5) !== undefined)
            return { name, trips: { ms, failed: { count: 0 } }, by: 'Prometheus' };
        return {
            name,
            trouble: { code: 'not-found', subject: name, message: 'Prometheus has no figure for `pod-latency-query` now' },
        };
    }
    catch (error) {
        return { name, trouble: (0,observation_trouble/* troubleOf */.L)(error, name) };
    }
}

;// CONCATENATED MODULE: ./build/domain/metrics/rate.js
const seriesKey = ({ name, labels }) => JSON.stringify([name, Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);
/**
 * The rate of a counter, summed over its series. A value below the one before means that the counter began anew: what it
 * shows now is what it grew (as Prometheus' `rate` counts resets). A series that is new counts from zero, one that is
 * gone counts nothing. Undefined when nothing can be said: no series in the second reading, no time between the two, or
 * a value that is no number.
 */
function counterRate(first, second, elapsedMs) {
    if (second.length === 0 || elapsedMs <= 0)
        return undefined;
    const before = new Map(first.map((sample) => [seriesKey(sample), sample.value]));
    let increase = 0;
    let resets = 0;
    for (const sample of second) {
        const earlier = before.get(seriesKey(sample)) ?? 0;
        if (!Number.isFinite(sample.value) || !Number.isFinite(earlier))
            return undefined;
        if (sample.value < earlier)
            resets += 1;
        increase += sample.value < earlier ? sample.value : sample.value - earlier;
    }
    return { rate: (increase / elapsedMs) * 1000, increase, elapsedMs, resets };
}

// EXTERNAL MODULE: ./build/domain/metrics/text-format.js + 1 modules
var text_format = __webpack_require__(17548);
;// CONCATENATED MODULE: ./build/tasks/monitor-performance/measure-throughput.js






/** The chain's rate of transactions as every ready blockchain pod tells it, from two readings of its own counter. */
async function measureThroughput(context, inputs) {
    const { namespace, workloads } = context.platform;
    const { blockchain } = workloads;
    const { selector, transactionsMetric: metric } = blockchain;
    const subject = `${blockchain.kind.toLowerCase()}/${blockchain.name}`;
    return (0,observation_trouble/* attempt */.C)(subject, async () => {
        const { ready } = await (0,pods/* selectPods */.x)(context.ports.cluster, { namespace, selector });
        if (ready.length === 0) {
            const next = (0,kubectl/* kubectl */.Lr)(namespace) `get pods -l ${selector}`;
            throw new port_error/* PortError */.U({ code: 'not-found', subject, message: `no pod of ${selector} is ready`, next });
        }
        const targets = ready.map(({ pod }) => ({
            name: `pod/${pod}`,
            endpoint: { kind: 'pod', namespace, pod, port: blockchain.metrics.port },
            path: blockchain.metrics.path,
        }));
        const limits = {
            timeoutMs: inputs['request-timeout'],
            signal: context.signal,
            keep: (name) => name === metric || name === `${metric}_total`,
        };
        const scrapes = await context.ports.metrics.scrapeTwice(targets, inputs['scrape-gap'], limits);
        return scrapes.map((scrape, k) => rateOf(ready[k]?.pod ?? '', scrape, metric));
    });
}
function rateOf(pod, scrape, metric) {
    if ('error' in scrape) {
        const { message, next } = (0,observation_trouble/* troubleOf */.L)(scrape.error, `pod/${pod}`);
        return { pod, why: message, ...(next === undefined ? {} : { next }) };
    }
    const { first, second, elapsedMs } = scrape;
    const counted = samplesOf(second, metric);
    if (counted.length === 0)
        return { pod, why: `its metrics have no ${metric}` };
    const type = (0,text_format/* typeOf */.Q)(second, counted[0]?.name ?? metric);
    if (type !== 'counter' && type !== 'untyped')
        return { pod, why: `its ${metric} is a ${type}, not a counter` };
    const rate = counterRate(samplesOf(first, metric), counted, elapsedMs);
    if (rate === undefined)
        return { pod, why: `its ${metric} is no number` };
    return { pod, rate: rate.rate, resets: rate.resets };
}
/** OpenMetrics has counters end in `_total`; a page that has both names shows the same twice. */
function samplesOf(page, metric) {
    const plain = page.samples.filter((sample) => sample.name === metric);
    return plain.length > 0 ? plain : page.samples.filter((sample) => sample.name === `${metric}_total`);
}

// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(95260);
// EXTERNAL MODULE: ./build/observation/file-systems.js
var file_systems = __webpack_require__(45644);
;// CONCATENATED MODULE: ./build/tasks/monitor-performance/read-disks.js





/** The command that asks a container for its file systems. */
const diskCommand = ['df', '-k', '-P'];
/** Pods of a node in which `df` is tried, at most. */
const podsPerNode = 3;
/** The configured workloads in whose pods `df` may be run. */
function diskSelectors(platform) {
    const { blockchain, gateway, others } = platform.workloads;
    const all = [blockchain, platform.database.workload, platform.cache.workload, gateway, ...others];
    return [...new Set(all.map((workload) => workload.selector))];
}
/**
 * How full the file systems of every node are: from Prometheus, and for nodes of which it knows nothing by `df` in pods
 * that run there, and last by the kubelet's own summary, where the configuration allows that: the right for it is as good
 * as root.
 */
async function readDisks(context, nodes, timeoutMs) {
    const stored = await fromStored(context, nodes, timeoutMs);
    const known = new Set(stored.uses.map((use) => use.node));
    const left = nodes.map((node) => node.metadata.name).filter((name) => !known.has(name));
    const prometheus = stored.trouble === undefined ? {} : { prometheus: stored.trouble };
    if (left.length === 0)
        return { uses: stored.uses, missing: [], ...prometheus };
    const pods = await podsByNode(context);
    const results = await (0,bounded/* mapBounded */.y)(left, 4, async (node) => {
        const asked = await askPods(context, node, pods.get(node) ?? [], timeoutMs);
        return asked.uses.length > 0 ? asked : askKubelet(context, asked);
    });
    return {
        ...prometheus,
        uses: [...stored.uses, ...results.flatMap((result) => result.uses)],
        missing: results.flatMap(({ node, uses, why, next }) => uses.length > 0 ? [] : [{ node, why: [stored.why, ...why], ...(next === undefined ? {} : { next }) }]),
    };
}
async function fromStored(context, nodes, timeoutMs) {
    try {
        const values = await context.ports.metrics.query(file_systems/* fileSystemQuery */.UM, { timeoutMs, signal: context.signal });
        return { uses: (0,file_systems/* fromPrometheus */.pc)(values, nodes), why: 'Prometheus has no node_filesystem figures of it' };
    }
    catch (error) {
        const trouble = (0,observation_trouble/* troubleOf */.L)(error, 'prometheus');
        return { uses: [], why: trouble.message, ...(context.platform.prometheus.enabled ? { trouble } : {}) };
    }
}
/** Ready pods of the configured workloads by node: those with volumes first, then in the order of the selectors. */
async function podsByNode(context) {
    const { cluster } = context.ports;
    const { namespace } = context.platform;
    const found = new Map();
    for (const labels of diskSelectors(context.platform)) {
        for await (const pod of cluster.list({ resource: resources/* resources */.E.pods, namespace, labels })) {
            if ((0,kubernetes_pods/* isReady */.i_)(pod) && pod.spec.nodeName !== undefined)
                found.set(pod.metadata.name, pod);
        }
    }
    const volumes = (pod) => (pod.spec.volumes ?? []).filter((volume) => volume.persistentVolumeClaim).length;
    const pods = [...found.values()].sort((a, b) => volumes(b) - volumes(a));
    return Map.groupBy(pods, (pod) => pod.spec.nodeName ?? '');
}
async function askPods(context, node, pods, timeoutMs) {
    const why = [];
    let next;
    for (const pod of pods.slice(0, podsPerNode)) {
        const { name } = pod.metadata;
        const container = (0,kubernetes_pods/* containerOf */.t8)(pod) ?? '';
        const target = { namespace: context.platform.namespace, pod: name, container };
        try {
            const result = await context.ports.cluster.exec(target, diskCommand, { timeoutMs, maxOutputBytes: 256 * 1024 });
            const uses = (0,file_systems/* fromDf */.BJ)(Buffer.from(result.stdout).toString('utf8'), node, `pod/${name}`);
            if (uses.length > 0)
                return { node, uses, why };
            why.push(`df in pod/${name} ended with ${result.exitCode} and named no file system`);
        }
        catch (error) {
            const trouble = (0,observation_trouble/* troubleOf */.L)(error, `pod/${name}`);
            why.push(`df in pod/${name}: ${trouble.message}`);
            next ??= trouble.next;
        }
    }
    if (pods.length === 0)
        why.push('no ready pod of a configured workload runs on it in which df could be asked');
    return { node, uses: [], why, ...(next === undefined ? {} : { next }) };
}
const kubeletSwitch = '`platform.nodes.kubelet-summary: true` asks kubelets instead, by a right that is as good as root';
/** Ask the kubelet of a node whose pods did not know; where that is not allowed, say how it could be. */
async function askKubelet(context, asked) {
    const { node, why, next } = asked;
    if (!context.platform.nodes.kubeletSummary) {
        return {
            ...asked,
            next: `${next ?? 'let Prometheus scrape a node exporter on it, or run a pod of the platform with df there'}; ${kubeletSwitch}`,
        };
    }
    try {
        const uses = (0,file_systems/* fromKubelet */.z9)(await context.ports.cluster.nodeFileSystems(node), node);
        return uses.length > 0 ? { node, uses, why } : { ...asked, why: [...why, 'its kubelet names no file system'] };
    }
    catch (error) {
        const trouble = (0,observation_trouble/* troubleOf */.L)(error, `node/${node}`);
        const mend = trouble.next ?? next;
        return {
            node,
            uses: [],
            why: [...why, `its kubelet: ${trouble.message}`],
            ...(mend === undefined ? {} : { next: mend }),
        };
    }
}

// EXTERNAL MODULE: ./build/domain/kubernetes/quantity.js
var quantity = __webpack_require__(47721);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
;// CONCATENATED MODULE: ./build/tasks/monitor-performance/read-nodes.js



/** Older figures are not of now: metrics-server reads every 15 s, so this is many missed readings. */
const staleAfterMs = 5 * 60_000;
/** Every node, by name. */
async function listNodes(cluster) {
    const nodes = [];
    for await (const node of cluster.list({ resource: resources/* resources */.E.nodes }))
        nodes.push(node);
    return nodes.sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}
/**
 * CPU and memory of every node from `metrics.k8s.io` against what the node can give away (allocatable). A node without
 * figures, or with old ones, is unknown by itself.
 */
async function readNodeUse(cluster, nodes, now) {
    const metrics = new Map();
    for await (const each of cluster.list({ resource: resources/* resources */.E.nodeMetrics }))
        metrics.set(each.metadata.name, each);
    return nodes.map((node) => useOf(node, metrics.get(node.metadata.name), now));
}
function useOf(node, metrics, now) {
    const { name } = node.metadata;
    if (metrics === undefined)
        return { node: name, why: 'metrics.k8s.io has no figures of it' };
    const age = metrics.timestamp === undefined ? 0 : now - Date.parse(metrics.timestamp);
    if (!(age < staleAfterMs)) {
        return {
            node: name,
            why: `its figures in metrics.k8s.io are ${Number.isFinite(age) ? (0,quantities/* formatSpan */.QA)(age) : 'of unknown age'} old`,
        };
    }
    const share = (resource) => {
        const used = (0,quantity/* parseQuantity */.Lf)(metrics.usage[resource] ?? '');
        const allocatable = (0,quantity/* parseQuantity */.Lf)(node.status?.allocatable?.[resource] ?? '');
        return used === undefined || allocatable === undefined || allocatable <= 0 ? undefined : used / allocatable;
    };
    const [cpu, memory] = [share('cpu'), share('memory')];
    if (cpu === undefined || memory === undefined) {
        return { node: name, why: 'usage or allocatable of CPU or memory is missing, or is no quantity' };
    }
    return { node: name, cpu, memory };
}

;// CONCATENATED MODULE: ./build/tasks/monitor-performance/watched-metrics.js

const milliseconds = (value) => `${value < 10 ? value.toFixed(1) : (0,quantities/* formatCount */.B4)(value)} ms`;
const perSecond = (value) => `${value < 10 ? value.toFixed(1) : (0,quantities/* formatCount */.B4)(value)} a second`;
const share = { unit: 'share', scale: 0.01, format: quantities/* formatShare */.T1, direction: 'higher-is-worse' };
const span = { unit: 'ms', scale: 1, format: milliseconds, direction: 'higher-is-worse' };
/** The six, in the order of the guide. */
const watchedMetrics = {
    cpu: { name: 'cpu-utilization', threshold: 'cpuUtilization', title: 'CPU', ...share },
    memory: { name: 'memory-utilization', threshold: 'memoryUtilization', title: 'memory', ...share },
    disk: { name: 'disk-utilization', threshold: 'diskUtilization', title: 'disk', ...share },
    latency: { name: 'network-latency', threshold: 'networkLatency', title: 'network latency', ...span },
    throughput: {
        name: 'transaction-throughput',
        threshold: 'transactionThroughput',
        title: 'transactions',
        direction: 'lower-is-worse',
        unit: 'per-second',
        scale: 1,
        format: perSecond,
    },
    response: { name: 'response-time', threshold: 'responseTime', title: 'response time', ...span },
};
/** Names of the six series. */
const metricNames = Object.values(watchedMetrics).map((metric) => metric.name);
/** The configured thresholds of a metric in the unit in which it is kept. */
function boundsOf(metric, thresholds, hysteresis) {
    const { warning, critical } = thresholds[metric.threshold];
    return {
        warning: warning * metric.scale,
        critical: critical * metric.scale,
        direction: metric.direction,
        hysteresis,
    };
}

;// CONCATENATED MODULE: ./build/tasks/monitor-performance/observe.js






/**
 * Measure everything. The gap between the two readings of the chain's counters passes while the rest is measured; round
 * trips and requests come one after the other and after all other reading, so that they do not measure our own work.
 */
async function observe(context, inputs) {
    context.progress(`monitor-performance: measuring, ${inputs['scrape-gap'] / 1000} s between two readings`);
    const measureRest = async () => {
        const history = await readHistory(context);
        const nodesAndDisks = await readNodesAndDisks(context, inputs);
        const latency = await measureLatency(context, inputs);
        return { history, ...nodesAndDisks, latency, response: await measureResponses(context, inputs) };
    };
    const [throughput, rest] = await Promise.all([measureThroughput(context, inputs), measureRest()]);
    return { basis: null, measurements: { ...rest, throughput } };
}
async function readNodesAndDisks(context, inputs) {
    const { cluster } = context.ports;
    const listed = await (0,observation_trouble/* attempt */.C)('nodes', () => listNodes(cluster));
    if ('trouble' in listed)
        return { nodes: listed, disks: listed };
    const nodes = await (0,observation_trouble/* attempt */.C)('nodes.metrics.k8s.io', () => readNodeUse(cluster, listed.value, context.now));
    const disks = await (0,observation_trouble/* attempt */.C)('pods', () => readDisks(context, listed.value, inputs['query-timeout']));
    return { nodes, disks };
}
function readHistory(context) {
    return (0,observation_trouble/* attempt */.C)('stored history', async () => {
        const series = await Promise.all(metricNames.map((name) => context.ports.history.series(name)));
        return Object.fromEntries(metricNames.map((name, k) => [name, series[k] ?? []]));
    });
}

;// CONCATENATED MODULE: ./build/tasks/monitor-performance/assess-nodes.js




/** The finding for a metric of which nothing is known. */
function unknownMetric(metric, subject, trouble, next) {
    return {
        code: `${metric.name}-unknown`,
        severity: 'unknown',
        subject,
        title: `${metric.title} could not be measured`,
        evidence: trouble.message,
        next: trouble.next ?? next,
    };
}
const topNodes = (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `top nodes`;
/** CPU or memory: the worst node counts; the mean would hide it. */
function assessNodeUse(which, read) {
    const metric = watchedMetrics[which];
    if ('trouble' in read) {
        return { findings: [unknownMetric(metric, 'nodes', read.trouble, topNodes)], measurements: [] };
    }
    const known = read.value.flatMap((use) => ('why' in use ? [] : [{ node: use.node, used: use[which] }]));
    const unknown = read.value.flatMap((use) => ('why' in use ? [use] : []));
    const findings = unknown.map(({ node, why }) => ({
        code: `${metric.name}-unknown`,
        severity: 'unknown',
        subject: `node/${node}`,
        title: `${metric.title} of this node is not known`,
        evidence: why,
        next: (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `describe node ${node}`,
    }));
    if (read.value.length === 0) {
        const trouble = { code: 'not-found', subject: 'nodes', message: 'the cluster has no nodes' };
        findings.push(unknownMetric(metric, 'nodes', trouble, (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `get nodes`));
    }
    const sorted = known.toSorted((a, b) => b.used - a.used);
    const [worst] = sorted;
    if (worst === undefined)
        return { findings, measurements: [] };
    const values = known.map((each) => each.used);
    const [p95, average] = [(0,percentile/* percentile */.Ym)(values, 0.95), (0,percentile/* mean */.i2)(values)];
    const names = sorted
        .slice(0, 3)
        .map(({ node, used }) => `node/${node} ${(0,quantities/* formatShare */.T1)(used)}`)
        .join(', ');
    const complete = unknown.length === 0;
    return {
        findings,
        measurements: [
            ...known.map(({ node, used }) => ({ name: metric.name, subject: `node/${node}`, value: used, unit: 'share' })),
            ...(complete ? spread(metric, p95, average) : []),
        ],
        measured: {
            metric,
            subject: 'nodes',
            value: worst.used,
            complete,
            facts: `${names}; p95 ${(0,quantities/* formatShare */.T1)(p95)}, mean ${(0,quantities/* formatShare */.T1)(average)} of ${known.length} nodes`,
            source: 'metrics.k8s.io against allocatable',
            next: which === 'cpu'
                ? (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `top pods -A --sort-by=cpu`
                : (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `top pods -A --sort-by=memory`,
        },
    };
}
const spread = (metric, p95, average) => [
    { name: `${metric.name}-p95`, value: p95, unit: metric.unit },
    { name: `${metric.name}-mean`, value: average, unit: metric.unit },
];
/** Disk: the fullest file system of any node counts. */
function assessDisks(read) {
    const metric = watchedMetrics.disk;
    if ('trouble' in read) {
        return {
            findings: [unknownMetric(metric, 'file systems of nodes', read.trouble, (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `get nodes`)],
            measurements: [],
        };
    }
    const { uses, missing, prometheus } = read.value;
    const unknown = missing.map(({ node, why, next }) => ({
        code: 'disk-utilization-unknown',
        severity: 'unknown',
        subject: `node/${node}`,
        title: 'disk of this node is not known',
        evidence: why.slice(0, 5).join('; '),
        next: next ?? (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `describe node ${node}`,
    }));
    const findings = [...unknown, ...(prometheus === undefined ? [] : [notFromPrometheus(prometheus)])];
    const sorted = uses.toSorted((a, b) => b.used - a.used);
    const [worst] = sorted;
    if (worst === undefined)
        return { findings, measurements: [] };
    const nodes = Map.groupBy(sorted, (use) => use.node);
    const fullest = [...nodes.values()].flatMap((group) => group.slice(0, 1));
    const text = sorted
        .slice(0, 3)
        .map(({ node, place, used }) => `node/${node} ${place} ${(0,quantities/* formatShare */.T1)(used)}`)
        .join(', ');
    return {
        findings,
        measurements: fullest.map(({ node, used }) => ({
            name: metric.name,
            subject: `node/${node}`,
            value: used,
            unit: 'share',
        })),
        measured: {
            metric,
            subject: 'file systems of nodes',
            value: worst.used,
            complete: missing.length === 0,
            facts: `${text}; ${uses.length} file systems of ${nodes.size} nodes`,
            source: sourceOf(worst.source),
            next: `${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `describe node ${worst.node}`}, and free space under ${worst.place}`,
        },
    };
}
const sources = {
    prometheus: 'Prometheus (node_filesystem)',
    kubelet: "the kubelet's summary",
};
const sourceOf = (source) => sources[source] ?? `df in ${source}`;
/** Figures by `df` are as good, but whoever runs Prometheus has to hear that it could not be asked. */
const notFromPrometheus = ({ message, next }) => ({
    code: 'prometheus-not-asked',
    severity: 'warn',
    subject: 'prometheus',
    title: 'Prometheus could not be asked, so disk use was looked for by df in pods',
    evidence: message,
    next: next ?? 'see that it runs, or set `platform.prometheus.enabled: false` in .github/maintenance.yml',
});

;// CONCATENATED MODULE: ./build/tasks/monitor-performance/assess-traffic.js





const levels = [0.5, 0.95, 0.99];
/** p50, p95 and p99 by nearest rank. */
function percentiles(values) {
    const [p50, p95, p99] = levels.map((p) => (0,percentile/* percentile */.Ym)(values, p));
    return p50 === undefined || p95 === undefined || p99 === undefined ? undefined : [p50, p95, p99];
}
const asText = ([p50, p95, p99], format) => `p50 ${format(p50)}, p95 ${format(p95)}, p99 ${format(p99)}`;
/** Response time: p95 over all answers of all pods counts. What had no answer in time took at least that long. */
function assessResponses(read, platform, timeoutMs) {
    const metric = watchedMetrics.response;
    const { gateway } = platform.workloads;
    const subject = `${gateway.kind.toLowerCase()}/${gateway.name}`;
    const next = (0,kubectl/* kubectl */.Lr)(platform.namespace) `logs -l ${gateway.selector} --tail=100`;
    if ('trouble' in read)
        return { findings: [unknownMetric(metric, subject, read.trouble, next)], measurements: [] };
    const asked = read.value.flatMap((pod) => ('times' in pod ? [{ pod: pod.pod, ...pod.times }] : []));
    const values = asked.flatMap(({ answeredMs, timedOut }) => [
        ...answeredMs,
        ...Array.from({ length: timedOut }, () => timeoutMs),
    ]);
    const findings = [...unreachedPods(read.value, subject, next), ...badAnswers(asked, subject, next)];
    const found = percentiles(values);
    if (found === undefined) {
        const why = asked.find((pod) => pod.failed.why !== undefined)?.failed.why ?? 'no request was answered';
        const trouble = { code: 'unreachable', subject, message: why };
        return { findings: [...findings, unknownMetric(metric, subject, trouble, next)], measurements: [] };
    }
    const slowest = asked
        .flatMap(({ pod, answeredMs }) => answeredMs.length === 0 ? [] : [{ pod, p50: (0,percentile/* percentile */.Ym)(answeredMs, 0.5) }])
        .toSorted((a, b) => b.p50 - a.p50)[0];
    const timedOut = asked.reduce((sum, pod) => sum + pod.timedOut, 0);
    const late = timedOut === 0
        ? ''
        : `; ${(0,quantities/* counted */.hS)(timedOut, 'request')} had no answer within ${timeoutMs} ms and count as that long`;
    const worst = slowest === undefined ? '' : `; slowest pod/${slowest.pod}, p50 ${metric.format(slowest.p50)}`;
    return {
        findings,
        measurements: assess_traffic_spread(metric.name, found),
        measured: {
            metric,
            subject,
            value: found[1],
            complete: asked.length === read.value.length,
            facts: `${asText(found, metric.format)} over ${(0,quantities/* counted */.hS)(values.length, 'request')} to ${(0,quantities/* counted */.hS)(asked.length, 'pod')}${worst}${late}`,
            source: `requests for ${gateway.healthPath} with a new connection each, through a port-forward`,
            next,
        },
    };
}
const assess_traffic_spread = (name, [p50, , p99]) => [
    { name: `${name}-p50`, value: p50, unit: 'ms' },
    { name: `${name}-p99`, value: p99, unit: 'ms' },
];
function unreachedPods(pods, subject, next) {
    const unreached = pods.flatMap((pod) => ('trouble' in pod ? [`pod/${pod.pod}: ${pod.trouble.message}`] : []));
    if (unreached.length === 0)
        return [];
    const trouble = pods.flatMap((pod) => ('trouble' in pod ? [pod.trouble] : []))[0];
    return [
        {
            code: 'pods-not-measured',
            severity: 'unknown',
            subject,
            title: 'response time of some pods could not be measured',
            evidence: `${unreached.length} of ${(0,quantities/* counted */.hS)(pods.length, 'pod')}: ${unreached.slice(0, 3).join('; ')}`,
            next: trouble?.next ?? next,
        },
    ];
}
/** Quick refusals are no good response times: answers that are not 2xx, and requests that failed. */
function badAnswers(asked, subject, next) {
    const total = asked.reduce((sum, pod) => sum + pod.answeredMs.length + pod.timedOut + pod.failed.count, 0);
    const failed = asked.reduce((sum, pod) => sum + pod.failed.count + pod.timedOut, 0);
    const statuses = new Map();
    for (const pod of asked) {
        for (const [status, count] of Object.entries(pod.statuses)) {
            if (!/^2\d\d$/.test(status))
                statuses.set(status, (statuses.get(status) ?? 0) + count);
        }
    }
    const bad = [...statuses].map(([status, count]) => `${count} answered ${status}`);
    if (failed > 0)
        bad.push(`${failed} had no answer${whyOf(asked)}`);
    if (bad.length === 0)
        return [];
    return [
        {
            code: 'requests-failed',
            severity: 'warn',
            subject,
            title: 'not every request of the measurement was answered well',
            evidence: `of ${(0,quantities/* counted */.hS)(total, 'request')}: ${bad.slice(0, 5).join(', ')}`,
            next,
        },
    ];
}
function whyOf(asked) {
    const why = asked.find((pod) => pod.failed.why !== undefined)?.failed.why;
    return why === undefined ? '' : ` (${why})`;
}
/** Network latency: the worst pair of ends counts, each by its p50: what is beyond is the ends' own work, and shown. */
function assessLatency(ends, platform) {
    const metric = watchedMetrics.latency;
    const findings = [];
    const known = [];
    const next = (0,kubectl/* kubectl */.Lr)(platform.namespace) `get pods -o wide`;
    for (const end of ends) {
        if ('unavailable' in end)
            findings.push(notHere(end.name, end.unavailable));
        else if ('trouble' in end)
            findings.push(unknownMetric(metric, end.name, end.trouble, next));
        else {
            const { ms, failed } = end.trips;
            const found = percentiles(ms);
            if (found !== undefined)
                known.push({ name: end.name, found, by: end.by, count: ms.length });
            findings.push(...lost(end.name, ms.length, failed, next));
        }
    }
    const [worst] = known.toSorted((a, b) => b.found[0] - a.found[0]);
    if (worst === undefined)
        return { findings, measurements: [] };
    const wanted = ends.filter((end) => !('unavailable' in end)).length;
    return {
        findings,
        measurements: known.map(({ name, found }) => ({ name: metric.name, subject: name, value: found[0], unit: 'ms' })),
        measured: {
            metric,
            subject: worst.name,
            value: worst.found[0],
            complete: known.length === wanted,
            facts: known
                .map(({ name, found, count }) => `${name}: ${asText(found, metric.format)} over ${count}`)
                .slice(0, 5)
                .join('; '),
            source: worst.by,
            next,
        },
    };
}
function lost(name, answered, failed, next) {
    if (failed.count === 0)
        return [];
    const all = answered === 0;
    return [
        {
            code: all ? 'network-latency-unknown' : 'round-trips-lost',
            severity: all ? 'unknown' : 'warn',
            subject: name,
            title: all ? 'network latency could not be measured' : 'some round trips had no answer',
            evidence: `${failed.count} of ${answered + failed.count}${failed.why === undefined ? '' : `: ${failed.why}`}`,
            next,
        },
    ];
}
const notHere = (name, why) => ({
    code: 'latency-not-measured',
    severity: 'info',
    subject: name,
    title: 'round trip between these ends is not measured',
    evidence: why,
    next: 'set `tasks.monitor-performance.pod-latency-query` in .github/maintenance.yml to a metric in seconds',
});
/** Throughput: every node tells of the same chain, so it is the middle of what they tell, never the sum. */
function assessThroughput(read, platform) {
    const metric = watchedMetrics.throughput;
    const { blockchain } = platform.workloads;
    const subject = `${blockchain.kind.toLowerCase()}/${blockchain.name}`;
    const next = (0,kubectl/* kubectl */.Lr)(platform.namespace) `logs -l ${blockchain.selector} --tail=100`;
    if ('trouble' in read)
        return { findings: [unknownMetric(metric, subject, read.trouble, next)], measurements: [] };
    const rates = read.value.flatMap((node) => ('rate' in node ? [node] : []));
    const silent = read.value.flatMap((node) => ('why' in node ? [node] : []));
    const evidence = `${silent.length} of ${(0,quantities/* counted */.hS)(read.value.length, 'pod')}: ${silent
        .slice(0, 3)
        .map(({ pod, why }) => `pod/${pod}: ${why}`)
        .join('; ')}`;
    const value = (0,percentile/* median */.JZ)(rates.map((node) => node.rate));
    if (value === undefined) {
        const trouble = { code: 'failed', subject, message: evidence };
        return { findings: [unknownMetric(metric, subject, trouble, silent[0]?.next ?? next)], measurements: [] };
    }
    const sorted = rates.toSorted((a, b) => a.rate - b.rate);
    const [lowest, highest] = [sorted[0], sorted.at(-1)];
    const resets = rates.reduce((sum, node) => sum + node.resets, 0);
    const restarted = resets === 0 ? '' : `; ${(0,quantities/* counted */.hS)(resets, 'counter')} began anew in between`;
    const title = 'counter of some nodes could not be read; the chain’s rate is known from the others';
    return {
        findings: silent.length === 0
            ? []
            : [{ code: 'nodes-not-read', severity: 'warn', subject, title, evidence, next: silent[0]?.next ?? next }],
        measurements: rates.map(({ pod, rate }) => ({
            name: metric.name,
            subject: `pod/${pod}`,
            value: rate,
            unit: 'per-second',
        })),
        measured: {
            metric,
            subject,
            value,
            complete: true,
            facts: `middle of ${(0,quantities/* counted */.hS)(rates.length, 'node')}, lowest pod/${lowest?.pod} ${metric.format(lowest?.rate ?? 0)}, highest ${metric.format(highest?.rate ?? 0)}${restarted}`,
            source: `${blockchain.transactionsMetric}, read twice`,
            next,
        },
    };
}

;// CONCATENATED MODULE: ./build/domain/performance/threshold.js
const weight = { good: 0, warning: 1, critical: 2 };
/** The level by the thresholds alone: a value at a threshold has reached it. */
function levelOf(value, bounds) {
    const reached = (threshold) => bounds.direction === 'higher-is-worse' ? value >= threshold : value <= threshold;
    if (reached(bounds.critical))
        return 'critical';
    return reached(bounds.warning) ? 'warning' : 'good';
}
/** From where on a level is left again. */
function releaseOf(threshold, { direction, hysteresis }) {
    return direction === 'higher-is-worse' ? threshold * (1 - hysteresis) : threshold * (1 + hysteresis);
}
/**
 * The level after `previous`: it rises at the thresholds and falls only once the value is clearly back, so that a value
 * that swings about a threshold does not change its level every night.
 */
function nextLevel(previous, value, bounds) {
    const now = levelOf(value, bounds);
    if (weight[now] >= weight[previous])
        return now;
    const released = {
        ...bounds,
        warning: releaseOf(bounds.warning, bounds),
        critical: releaseOf(bounds.critical, bounds),
    };
    const held = levelOf(value, released);
    return weight[held] < weight[previous] ? held : previous;
}
/** The level that a series of values ends in, oldest first, beginning good. */
function levelAfter(values, bounds) {
    return values.reduce((level, value) => nextLevel(level, value, bounds), 'good');
}

// EXTERNAL MODULE: ./build/domain/statistics/trend.js
var statistics_trend = __webpack_require__(33130);
;// CONCATENATED MODULE: ./build/tasks/monitor-performance/judge.js


const dayMs = 86_400_000;
/** A course that reaches a threshold within this time is worth saying. */
const foresightDays = 30;
/** What a value amounts to: over a threshold, still held by hysteresis, or on its way there. */
function judge(measured, against) {
    const { bounds, history } = against;
    const before = levelAfter(history.map(([, value]) => value), bounds);
    const level = nextLevel(before, measured.value, bounds);
    const trend = trendText(measured, against);
    if (level === 'good')
        return trend === undefined || !trend.reaches ? [] : [onItsWay(measured, trend.text)];
    return [beyond(measured, bounds, level, trend?.text)];
}
function beyond(measured, bounds, level, trend) {
    const { metric, subject, value, facts, source, next } = measured;
    const worse = metric.direction === 'higher-is-worse' ? 'above' : 'below';
    const held = levelOf(value, bounds) !== level;
    const threshold = level === 'critical' ? bounds.critical : bounds.warning;
    const word = level === 'critical' ? 'critical' : 'warning';
    const until = held
        ? `; back over the threshold, but not by enough (ends ${worse === 'above' ? 'below' : 'above'} ${metric.format(releaseOf(threshold, bounds))})`
        : '';
    return {
        code: metric.name,
        severity: level === 'critical' ? 'fail' : 'warn',
        subject,
        title: held
            ? `${metric.title} is not clearly back from its ${word} threshold`
            : `${metric.title} is ${worse} its ${word} threshold`,
        evidence: `${metric.format(value)}, ${word} ${worse === 'above' ? 'from' : 'at or below'} ${metric.format(threshold)}${until}; ${facts}; from ${source}${trend === undefined ? '' : `; ${trend}`}`,
        next,
    };
}
const onItsWay = ({ metric, subject, value, source, next }, trend) => ({
    code: `${metric.name}-trend`,
    severity: 'info',
    subject,
    title: `${metric.title} is on its way to its warning threshold`,
    evidence: `${metric.format(value)} now, from ${source}; ${trend}`,
    next,
});
/** The course of the stored history, if it has one; `reaches`: the warning threshold within 30 days. */
function trendText({ metric, value }, { bounds, history, now, trendDays }) {
    const recent = history.filter(([time]) => time >= now - trendDays * dayMs);
    const trend = (0,statistics_trend/* trendOf */.R)([...recent, [now, value]]);
    if (trend === undefined || !trend.significant || trend.perDay === 0)
        return undefined;
    const perWeek = `${trend.perDay > 0 ? '+' : '−'}${metric.format(Math.abs(trend.perDay * 7))} a week over ${Math.round(trend.days)} days`;
    const worsens = metric.direction === 'higher-is-worse' ? trend.perDay > 0 : trend.perDay < 0;
    const days = (bounds.warning - value) / trend.perDay;
    if (!worsens || days <= 0)
        return { text: perWeek, reaches: false };
    const reaches = days <= foresightDays;
    const when = reaches
        ? `, at this pace ${metric.format(bounds.warning)} in about ${Math.max(1, Math.round(days))} days`
        : '';
    return { text: `${perWeek}${when}`, reaches };
}
/** The value as a measurement: platform-wide, and so stored, when everything is in it. */
function measurementOf({ metric, value, complete, subject }, bounds) {
    return {
        name: metric.name,
        ...(complete ? {} : { subject: `${subject} (in part)` }),
        value,
        unit: metric.unit,
        comparedWith: { what: 'warning', value: bounds.warning },
    };
}

;// CONCATENATED MODULE: ./build/tasks/monitor-performance/plan.js





/** Judge the six metrics. Nothing is done about them here: mending belongs to tasks that ask for an approval. */
function plan({ measurements: seen }, context) {
    const { inputs, platform, thresholds, now } = context;
    const assessments = [
        [watchedMetrics.cpu, assessNodeUse('cpu', seen.nodes)],
        [watchedMetrics.memory, assessNodeUse('memory', seen.nodes)],
        [watchedMetrics.disk, assessDisks(seen.disks)],
        [watchedMetrics.latency, assessLatency(seen.latency, platform)],
        [watchedMetrics.throughput, assessThroughput(seen.throughput, platform)],
        [watchedMetrics.response, assessResponses(seen.response, platform, inputs['request-timeout'])],
    ];
    const judged = assessments.map(([metric, { measured, findings, measurements }]) => {
        const bounds = boundsOf(metric, thresholds, inputs.hysteresis);
        const history = 'value' in seen.history ? (seen.history.value[metric.name] ?? []) : [];
        if (measured === undefined)
            return { findings, measurements, text: `${metric.title} unknown` };
        const against = { bounds, history, now, trendDays: inputs['trend-days'] };
        return {
            findings: [...judge(measured, against), ...findings],
            measurements: [measurementOf(measured, bounds), ...measurements],
            text: `${metric.title} ${metric.format(measured.value)}`,
        };
    });
    return {
        steps: [],
        refusals: [],
        notChecked: [],
        findings: [...judged.flatMap((each) => each.findings), ...withoutHistory(seen.history)],
        measurements: judged.flatMap((each) => each.measurements),
        result: judged.map((each) => each.text).join(', '),
    };
}
function withoutHistory(history) {
    if ('value' in history)
        return [];
    const { message, next } = history.trouble;
    return [
        {
            code: 'history-not-read',
            severity: 'warn',
            subject: 'stored history',
            title: 'without the stored history there is no hysteresis and no trend tonight',
            evidence: message,
            next: next ?? (0,kubectl/* kubectl */.Lr)('rooivalk-maintenance') `get configmaps`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/monitor-performance/index.js








/** monitor-performance: the six metrics of the guide against their thresholds. Changes nothing. */
/* harmony default export */ const monitor_performance = ((0,contract/* defineTask */.R)({
    id: 'monitor-performance',
    title: 'Monitor performance',
    description: 'Measures CPU, memory, disk, network latency, transaction throughput and response time against the configured thresholds, with hysteresis and trend over the stored history. Changes nothing; what cannot be measured is unknown.',
    guide: ['performance monitoring'],
    windows: ['daily'],
    type: 'preventive',
    priority: 'medium',
    estimateMs: 45_000,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: false,
    ports: ['cluster', 'metrics', 'probe', 'history'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [
            { resource: resources/* resources */.E.nodes, verbs: ['list'], scope: 'cluster', why: 'know what every node can give away' },
            { resource: resources/* resources */.E.nodeMetrics, verbs: ['list'], scope: 'cluster', why: 'know what every node uses now' },
            {
                resource: resources/* resources */.E.pods,
                verbs: ['list'],
                scope: 'platform',
                why: 'find the pods of the chain, the gateway and Prometheus',
            },
            {
                resource: resources/* resources */.E.pods,
                verbs: ['get'],
                scope: 'platform',
                why: 'say why a pod cannot be reached where a port-forward or df is refused',
            },
            prometheus_access/* findPrometheus */.yZ,
            {
                resource: resources/* resources */.E.pods,
                subresource: 'portforward',
                verbs: ['get', 'create'],
                scope: 'platform',
                why: 'read metrics of the chain, ask Prometheus, and measure the gateway',
            },
            {
                resource: resources/* resources */.E.pods,
                subresource: 'exec',
                verbs: ['get', 'create'],
                scope: 'platform',
                why: 'ask df on nodes whose disks Prometheus does not know',
            },
            {
                resource: resources/* resources */.E.nodes,
                subresource: 'proxy',
                verbs: ['get'],
                scope: 'cluster',
                when: (platform) => platform.nodes.kubeletSummary,
                why: 'ask kubelets for the disks of their nodes, because the configuration says `kubelet-summary: true`; this right is AS GOOD AS ROOT: it can run commands in every container of every node',
            },
        ],
        change: [],
    },
    commands: [
        {
            purpose: 'how full the file systems of a node are, where Prometheus does not know',
            selectors: diskSelectors,
            argv: () => [[...diskCommand]],
        },
    ],
    forwards: [
        {
            purpose: 'read the metrics of the chain, measure the gateway, ask Prometheus',
            selectors: (platform) => [
                ...new Set([
                    platform.workloads.blockchain.selector,
                    platform.workloads.gateway.selector,
                    ...(0,prometheus_access/* prometheusSelectors */.zF)(platform),
                ]),
            ],
        },
    ],
    steps: [],
    verdicts: {
        pass: 'all six metrics are known and on the good side of their thresholds',
        warn: 'a metric is beyond its warning threshold, or some requests or nodes of a measurement did not answer',
        fail: 'a metric is beyond its critical threshold',
        unknown: 'a metric, or a part of it such as one node, could not be measured',
    },
    observe: observe,
    plan: plan,
    verify: () => Promise.reject(new port_error/* PortError */.U({
        code: 'invalid',
        subject: 'monitor-performance',
        message: 'it plans no steps, so there is nothing to verify',
    })),
}));


/***/ })

};
