export const id = 5517;
export const ids = [5517];
export const modules = {

/***/ 87315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ times),
/* harmony export */   ej: () => (/* binding */ formatAmount),
/* harmony export */   kZ: () => (/* binding */ sameAmounts),
/* harmony export */   oi: () => (/* binding */ isAbove),
/* harmony export */   pn: () => (/* binding */ amountsOf),
/* harmony export */   tY: () => (/* binding */ plus),
/* harmony export */   yf: () => (/* binding */ larger)
/* harmony export */ });
/* harmony import */ var _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47721);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92400);


/** Sums of decimal fractions are off by less than this: a thousandth of a thousandth of a core. */
const tolerance = 1e-6;
/** The amounts of a list of quantities; what is no quantity is left out. */
function amountsOf(quantities = {}) {
    return Object.fromEntries(Object.entries(quantities).flatMap(([name, text]) => {
        const value = (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(text);
        return value === undefined ? [] : [[name, value]];
    }));
}
/** Everything of both. */
function plus(one, other) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}
/** So many times as much. */
function times(amounts, factor) {
    return Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, value * factor]));
}
/** The larger of both, resource by resource. */
function larger(one, other) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...names].map((name) => [name, Math.max(one[name] ?? 0, other[name] ?? 0)]));
}
/** Whether both are the same amounts. */
function sameAmounts(one, other) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return names.every((name) => Math.abs((one[name] ?? 0) - (other[name] ?? 0)) <= tolerance);
}
/** Whether one amount is above another, by more than what adding fractions costs. */
function isAbove(value, bound) {
    return value > bound + tolerance;
}
const inBytes = /(^|\.)(memory|storage|ephemeral-storage)$|^hugepages-/;
/** An amount for people: `1.5 cores`, `512 MB`, `8`. Names may stand behind `requests.` and `limits.`. */
function formatAmount(resource, value) {
    if (inBytes.test(resource))
        return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(value);
    const rounded = Number(value.toFixed(3));
    return /(^|\.)cpu$/.test(resource) ? `${rounded} ${rounded === 1 ? 'core' : 'cores'}` : String(rounded);
}


/***/ }),

/***/ 96936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AE: () => (/* binding */ sameQuantity),
/* harmony export */   Iu: () => (/* binding */ requestAboveLimit),
/* harmony export */   ZZ: () => (/* binding */ fieldsBefore),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   eo: () => (/* binding */ holdsFields),
/* harmony export */   qO: () => (/* binding */ withFields)
/* harmony export */ });
/* unused harmony export resourceFields */
/* harmony import */ var _kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47721);

/** The fields of a container's resources that are changed here. */
const resourceFields = (/* unused pure expression or super */ null && (['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']));
const partsOf = (field) => field.split('.');
/** A field of a container as it is. */
function fieldOf({ resources }, field) {
    const [group, name] = partsOf(field);
    return resources?.[group]?.[name] ?? null;
}
/** Whether two quantities are the same amount, however they are written: the API server writes `0.5` as `500m`. */
function sameQuantity(one, other) {
    if (one == null || other == null)
        return (one ?? null) === (other ?? null);
    return one === other || (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(one) === (0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(other);
}
/** Whether a spec holds every one of these values; containers and fields that are not among them do not matter. */
function holdsFields({ containers }, values) {
    return Object.entries(values).every(([name, fields]) => {
        const container = containers.find((each) => each.name === name);
        return (container !== undefined &&
            Object.entries(fields).every(([field, value]) => sameQuantity(fieldOf(container, field), value)));
    });
}
/** The spec with these values instead. */
function withFields(spec, values) {
    const containers = spec.containers.map((container) => withValues(container, values[container.name] ?? {}));
    return { ...spec, containers };
}
function withValues(container, fields) {
    const next = { requests: { ...container.resources?.requests }, limits: { ...container.resources?.limits } };
    for (const [field, value] of Object.entries(fields)) {
        const [group, name] = partsOf(field);
        if (value == null)
            delete next[group][name];
        else
            next[group][name] = value;
    }
    return { ...container, resources: next };
}
/** The values that a spec has now in the fields of a change. */
function fieldsBefore({ containers }, values) {
    const entries = Object.entries(values).map(([name, fields]) => {
        const container = containers.find((each) => each.name === name);
        const before = Object.keys(fields).map((field) => [
            field,
            container === undefined ? null : fieldOf(container, field),
        ]);
        return [name, Object.fromEntries(before)];
    });
    return Object.fromEntries(entries);
}
/** A request above its own limit, which the API server refuses: the first, in words. */
function requestAboveLimit({ containers }) {
    for (const container of containers) {
        for (const name of ['cpu', 'memory']) {
            const [request, limit] = [fieldOf(container, `requests.${name}`), fieldOf(container, `limits.${name}`)];
            if (request === null || limit === null)
                continue;
            if (((0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(request) ?? 0) > ((0,_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .parseQuantity */ .Lf)(limit) ?? 0)) {
                return `container ${container.name} would ask for ${name} ${request} and may have ${limit}`;
            }
        }
    }
    return undefined;
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

/***/ 66325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ madeWhen),
/* harmony export */   lp: () => (/* binding */ writerWords),
/* harmony export */   uD: () => (/* binding */ lastWriter)
/* harmony export */ });
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41645);
/* harmony import */ var _shown_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49054);


/**
 * The last writer by `managedFields` (kubernetes.io, "Server-Side Apply", Field Management): of the entries that hold the
 * field the newest, else the newest of all. Writes of the status are left out where a field is asked about, since they
 * change nothing else. Undefined when the object does not say.
 */
function lastWriter({ managedFields = [] }, field) {
    const holding = field === undefined ? [] : managedFields.filter(({ fieldsV1 }) => (0,_field_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsField */ .Lc)(fieldsV1, field));
    const changed = newest(holding);
    if (changed !== undefined)
        return { how: 'changed', ...changed };
    const written = newest(field === undefined ? managedFields : managedFields.filter(isOfSpec));
    return written && { how: 'written', ...written };
}
const isOfSpec = ({ subresource }) => subresource !== 'status';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** The times are all of one form, so that they sort as text. */
function newest(entries) {
    const dated = entries.flatMap(({ manager = '', time = '' }) => instant.test(time) && manager !== '' ? [{ manager: (0,_shown_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .H)(manager), at: time }] : []);
    return dated.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
}
/** When an object was made, where its identity is what is asked about. */
function madeWhen({ creationTimestamp = '' }) {
    return instant.test(creationTimestamp) ? { how: 'made', at: creationTimestamp } : undefined;
}
/** As it stands behind a value that moved: `changed 2026-11-24 02:40:12 UTC by manager kubectl-scale`. */
function writerWords(writer) {
    const when = `${writer.at.slice(0, 10)} ${writer.at.slice(11, 19)} UTC`;
    if (writer.how === 'made')
        return `made ${when}`;
    return `${writer.how === 'changed' ? 'changed' : 'last written'} ${when} by manager ${writer.manager}`;
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

/***/ 25517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_capacity_amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87315);
/* harmony import */ var _domain_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96936);
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82368);
/* harmony import */ var _domain_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47721);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7279);
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92400);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55563);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(54639);
/* harmony import */ var _moved_object_now_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78568);
/* harmony import */ var _rollout_settle_lost_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73306);










const pollMs = 1_000;
const sizePath = '/spec/resources/requests/storage';
/**
 * Ask for a larger volume, and wait until the resizer and the node's kubelet have made it so: the claim's own capacity says
 * it. Uid and old size are tested in the request. There is no way back: a claim never shrinks.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_7__/* .defineStep */ .o)({
    kind: 'expand-volume',
    ports: ['cluster'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const { namespace, name, uid } = step.parameters;
        const { cluster } = context.ports;
        await (0,_rollout_settle_lost_js__WEBPACK_IMPORTED_MODULE_6__/* .settleLost */ .c)(() => cluster.patch(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .resources */ .E.persistentVolumeClaims, namespace, name, [
            { op: 'test', path: '/metadata/uid', value: uid },
            { op: 'test', path: sizePath, value: step.from },
            { op: 'replace', path: sizePath, value: step.to },
        ]), async () => (await settle(context, step)) === 'done', context.pause);
        const capacity = await untilResized(context, step);
        return {
            text: `${step.from} → ${capacity}`,
            measurements: [
                { name: 'volume-size', subject: step.subject, value: (0,_domain_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .parseQuantity */ .Lf)(capacity) ?? 0, unit: 'bytes' },
            ],
            findings: [],
        };
    },
    settle,
    movedTo: ({ ports }, { parameters }) => (0,_moved_object_now_js__WEBPACK_IMPORTED_MODULE_8__/* .objectNow */ .a9)(ports.cluster, { ...parameters, resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .resources */ .E.persistentVolumeClaims }, ({ spec }) => ({
        words: `it asks for ${(0,_moved_object_now_js__WEBPACK_IMPORTED_MODULE_8__/* .shownValue */ .JJ)(spec.resources?.requests?.storage)}`,
        field: ['f:spec', 'f:resources'],
    })),
}));
async function read({ ports }, { parameters }) {
    const claim = await ports.cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_4__/* .resources */ .E.persistentVolumeClaims, parameters.namespace, parameters.name);
    return claim?.metadata.uid === parameters.uid ? claim : undefined;
}
async function settle(context, step) {
    const claim = await read(context, step);
    if (claim === undefined)
        return 'moved';
    const size = claim.spec.resources?.requests?.storage;
    if ((0,_domain_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .sameQuantity */ .AE)(size, String(step.to)))
        return 'done';
    return (0,_domain_capacity_resource_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .sameQuantity */ .AE)(size, String(step.from)) ? 'not-done' : 'moved';
}
/** The capacity, once it is what was asked for. */
async function untilResized(context, step) {
    const { resizedWithinMs, namespace, name } = step.parameters;
    const wanted = (0,_domain_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .parseQuantity */ .Lf)(String(step.to)) ?? 0;
    for (let waited = 0;; waited += pollMs) {
        const claim = await read(context, step);
        const capacity = claim?.status?.capacity?.storage ?? '';
        if (!(0,_domain_capacity_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbove */ .oi)(wanted, (0,_domain_kubernetes_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .parseQuantity */ .Lf)(capacity) ?? 0))
            return capacity;
        if (waited >= resizedWithinMs) {
            throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_5__/* .PortError */ .U({
                code: 'failed',
                subject: step.subject,
                message: `${step.subject} has ${capacity} of ${step.to} after ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_9__/* .formatSpan */ .QA)(resizedWithinMs)}${whyNot(claim)}`,
                next: `${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_2__/* .kubectl */ .Lr)(namespace) `describe pvc ${name}`}: the resizer's events say what it waits for; it goes on by itself`,
            });
        }
        await context.pause(pollMs);
    }
}
/** What the claim's conditions say of the resize, by the words of the API alone (their messages are the driver's). */
function whyNot(claim) {
    const conditions = (claim?.status?.conditions ?? [])
        .filter(({ status }) => status === 'True')
        .map(({ type }) => type);
    if (conditions.includes('FileSystemResizePending'))
        return ': its file system grows when its pod is started again';
    return conditions.includes('Resizing') ? ': the resizer is at it' : '';
}


/***/ }),

/***/ 78568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   a9: () => (/* binding */ objectNow),
/* harmony export */   n: () => (/* binding */ becameOf)
/* harmony export */ });
/* harmony import */ var _domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66325);

/** Values come from the cluster; more of one is not shown, characters. */
const mostShown = 120;
/** A value as it is quoted in a clause. */
function shownValue(value) {
    const text = value == null ? 'none' : String(value);
    return text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
}
/**
 * What became of an object, for a reader: gone, made anew, or what it holds now and who wrote that. Undefined when `tell`
 * finds nothing of the step's that moved.
 */
async function objectNow(cluster, { resource, namespace, name, uid }, tell) {
    const object = await cluster.get(resource, namespace, name);
    return becameOf(object?.metadata, uid, () => object && tell(object));
}
/** The same of an object of which nothing but its metadata is read. */
function becameOf(metadata, uid, tell) {
    if (metadata === undefined)
        return 'there is none of its name any more';
    if (metadata.uid !== uid)
        return `another one of its name is there${madeAt(metadata)}`;
    const held = tell();
    const writer = held && (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWriter */ .uD)(metadata, held.field);
    if (writer === undefined)
        return held?.words;
    return held?.words === undefined ? (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(writer) : `${held.words} (${(0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(writer)})`;
}
const madeAt = (metadata) => {
    const made = (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .madeWhen */ ._s)(metadata);
    return made === undefined ? '' : `, ${(0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(made)}`;
};


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


/***/ })

};
