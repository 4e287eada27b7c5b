export const id = 2746;
export const ids = [2746];
export const modules = {

/***/ 95460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ isDate),
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   U$: () => (/* binding */ dayNumber),
/* harmony export */   dF: () => (/* binding */ isoOf),
/* harmony export */   iM: () => (/* binding */ dateAt),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   mI: () => (/* binding */ parseMoment),
/* harmony export */   ol: () => (/* binding */ startOfDay),
/* harmony export */   uA: () => (/* binding */ zoneNamed)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48599);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13978);


/** `2026-11-29T02:00:00Z`: an instant to the second, for ids and for people. */
function isoOf(instant) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(Math.floor(instant / 1000) * 1000).toString();
}
/** The canonical spelling of an IANA zone (`europe/berlin` → `Europe/Berlin`); undefined when there is no such zone. Offsets are no zones. */
function zoneNamed(name) {
    if (!/^[A-Za-z]/.test(name))
        return undefined;
    try {
        return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
    }
    catch {
        return undefined;
    }
}
/** Whether the text is a date that exists, `YYYY-MM-DD`. */
function isDate(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        return false;
    try {
        return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
    }
    catch {
        return false;
    }
}
/** A date from `YYYY-MM-DD`. */
function dateOf(text) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDate.from(text);
}
/** Days from 1970-01-01 to a date, `YYYY-MM-DD`. */
function dayNumber(text) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDate.from('1970-01-01').until(dateOf(text), { largestUnit: 'days' }).days;
}
/** The date that a zone's calendar shows at an instant. */
function dateAt(instant, zone) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone).toPlainDate();
}
/**
 * The instant of a wall-clock time. A time that the change to summer time skips is taken as much later as the gap is
 * long; of one that occurs twice, the first (the `compatible` rule of RFC 5545 and of Temporal).
 */
function instantOf(date, time, zone) {
    return date.toZonedDateTime({ timeZone: zone, plainTime: temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainTime.from(time) }).epochMilliseconds;
}
/** The first instant of a date in a zone, which is not midnight where the clocks change at midnight. */
function startOfDay(date, zone) {
    return date.toZonedDateTime({ timeZone: zone }).startOfDay().epochMilliseconds;
}
/** The weekday of a date. */
function dayOf(date) {
    return _window_js__WEBPACK_IMPORTED_MODULE_1__/* .dayNames */ .h[date.dayOfWeek - 1];
}
/**
 * The instant of `2026-12-24T18:00Z`, `2026-12-24T18:00+01:00` or, read in the zone, `2026-12-24T18:00`; undefined when
 * the text is none of these or names a time that does not exist.
 */
function parseMoment(text, zone) {
    if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.test(text))
        return undefined;
    try {
        if (/(Z|[+-]\d{2}:\d{2})$/.test(text))
            return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.from(text).epochMilliseconds;
        return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 13978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ dayNames)
/* harmony export */ });
/** Days as the configuration writes them; Monday first (ISO 8601). */
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];


/***/ }),

/***/ 174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
/** `5400000` as `1h30m`, to the second; hours up to two days, then days. `parseDuration` reads it. */
function formatDuration(ms) {
    let rest = Math.max(0, Math.round(ms / 1000)) * 1000;
    let text = '';
    for (const [unit, unitMs] of UNITS) {
        if (unit === 'd' && rest <= 2 * unitMs)
            continue;
        const count = Math.floor(rest / unitMs);
        if (count > 0)
            text += `${count}${unit}`;
        rest -= count * unitMs;
    }
    return text === '' ? '0s' : text;
}


/***/ }),

/***/ 78048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ workloadKind),
/* harmony export */   i: () => (/* binding */ WORKLOAD_KINDS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

/** The kinds of workloads that the product maintains. */
const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'];
/** The kind of a workload in the configuration. */
function workloadKind() {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(WORKLOAD_KINDS, { error: 'is not a kind of workload' }).describe('Kind of the workload.');
}


/***/ }),

/***/ 74096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K9: () => (/* binding */ logs),
  Np: () => (/* binding */ temporaryFiles),
  We: () => (/* binding */ usualLogrotateConfiguration),
  bH: () => (/* binding */ workloads)
});

// UNUSED EXPORTS: workload

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/domain/configuration/section.js
var section = __webpack_require__(29507);
// EXTERNAL MODULE: ./build/domain/configuration/values.js
var values = __webpack_require__(79176);
// EXTERNAL MODULE: ./build/domain/configuration/platform/workload-kind.js
var workload_kind = __webpack_require__(78048);
;// CONCATENATED MODULE: ./build/domain/configuration/platform/workload-rules.js




const named = (description, most) => schemas/* array */.YOg((0,section/* section */.u)('A workload, and why.', {
    kind: (0,workload_kind/* workloadKind */.K)().default('Deployment'),
    name: (0,values/* objectName */.Hd)('Name of the workload.'),
    reason: (0,values/* sentence */.em)('Why, for whoever reads the report.'),
}))
    .max(most)
    .describe(description)
    .default([]);
/** Exceptions of single workloads, each with its reason, and what changes to workloads need to know. */
const workloadRules = {
    hold: named('Workloads that must not be rolled back (forward-only migrations): when an update fails, everything is kept as it is and reported.', 100),
    'owned-override': named('Workloads that are changed although somebody else (Argo CD, Flux, Helm, an operator, an autoscaler) owns them.', 100),
    'field-managers': schemas/* array */.YOg((0,values/* plainName */.MH)('A field manager, as `kubectl get -o yaml --show-managed-fields` shows it.'))
        .max(50)
        .describe('Field managers that are people or pipelines and do not put their values back by themselves.')
        .default([]),
    order: schemas/* array */.YOg((0,section/* section */.u)('A workload.', {
        kind: (0,workload_kind/* workloadKind */.K)().default('Deployment'),
        name: (0,values/* objectName */.Hd)('Name of the workload.'),
    }))
        .max(200)
        .describe('In which order workloads are changed, dependents last. Default: database, cache, blockchain, the others by name, and the gateway last. Those not listed come before those that are.')
        .default([]),
    secrets: schemas/* array */.YOg((0,values/* objectName */.Hd)('Name of a Secret.'))
        .max(200)
        .describe('Further Secrets that workloads refer to: their version is part of every plan that starts pods (their values are not read into it).')
        .default([]),
};

;// CONCATENATED MODULE: ./build/domain/configuration/platform/workloads.js





const container = () => (0,values/* label */.Pf)('Container to look at. Default: the one that the pod marks as its default, else its first.').exactOptional();
/** A workload that is only counted and watched. */
const workload = () => (0,section/* section */.u)('A workload of the platform.', {
    kind: (0,workload_kind/* workloadKind */.K)().default('Deployment'),
    name: (0,values/* objectName */.Hd)('Name of the workload.'),
    selector: (0,values/* selector */.gD)('Labels of its pods, such as app=blockchain-node.'),
    container: container(),
});
const quorum = (0,values/* text */.Qq)('Share of blockchain nodes that must be more than ready for the chain to be healthy, as a fraction. Compared exactly: more than, never equal.', { says: 'is not a fraction', allowed: 'a fraction such as 2/3, above 0 and below 1' }, (value) => {
    const match = /^([1-9][0-9]?)\/([1-9][0-9]?)$/.exec(value);
    return match !== null && Number(match[1]) < Number(match[2]);
}, '^[1-9][0-9]?/[1-9][0-9]?$').transform((value) => {
    const [numerator = 2, denominator = 3] = value.split('/').map(Number);
    return { numerator, denominator };
});
const blockchain = (0,section/* section */.u)('The blockchain nodes.', {
    kind: (0,workload_kind/* workloadKind */.K)().default('StatefulSet'),
    name: (0,values/* objectName */.Hd)('Name of the workload.').default('blockchain-node'),
    selector: (0,values/* selector */.gD)('Labels of its pods.').default('app=blockchain-node'),
    container: container(),
    metrics: (0,section/* section */.u)('Where each pod serves its metrics (Prometheus text format).', {
        port: (0,values/* port */.Oh)('Port of the pod.').default(9090),
        path: (0,values/* absolutePath */.Hi)('Path of the metrics.').default('/metrics'),
    }).prefault({}),
    'height-metric': (0,values/* metricName */.Kh)('Metric that holds the height of the chain; lag between nodes is read from it.').default('blockchain_height'),
    'transactions-metric': (0,values/* metricName */.Kh)('Counter of transactions; throughput is its rate.').default('transaction_count'),
    quorum: quorum.prefault('2/3'),
});
const gateway = (0,section/* section */.u)('The API gateway: what users see.', {
    kind: (0,workload_kind/* workloadKind */.K)().default('Deployment'),
    name: (0,values/* objectName */.Hd)('Name of the workload.').default('api-gateway'),
    selector: (0,values/* selector */.gD)('Labels of its pods.').default('app=api-gateway'),
    container: container(),
    service: (0,values/* objectName */.Hd)('Service in front of it; its host names must be in the certificate.').default('api-gateway'),
    port: (0,values/* port */.Oh)('Port on which its pods serve.').default(8443),
    'health-path': (0,values/* absolutePath */.Hi)('Path that answers 2xx when the gateway is well; response time is measured on it.').default('/healthz'),
    'tls-secret': (0,values/* objectName */.Hd)('Secret with the certificate it serves.').default('api-gateway-tls'),
});
/** Blockchain nodes, gateway and the rest. Defaults are the guide's. */
const workloads = (0,section/* section */.u)('The workloads that make up the platform.', {
    blockchain: blockchain.prefault({}),
    gateway: gateway.prefault({}),
    others: schemas/* array */.YOg(workload())
        .max(200)
        .describe('Further workloads that are counted in health and kept up to date.')
        .prefault([{ kind: 'Deployment', name: 'monitoring-stack', selector: 'app=monitoring-stack' }]),
    ...workloadRules,
});
/** Where logrotate looks for its configuration where nobody says otherwise. */
const usualLogrotateConfiguration = '/etc/logrotate.conf';
/** Where logs are rotated. */
const logs = schemas/* array */.YOg((0,section/* section */.u)('Pods whose logs are rotated.', {
    selector: (0,values/* selector */.gD)('Labels of the pods.'),
    container: container(),
    configuration: (0,values/* absolutePath */.Hi)('Configuration of logrotate in the container.').default(usualLogrotateConfiguration),
    rotates: schemas/* enum */.k5n(['logrotate', 'application'])
        .describe('Who rotates: logrotate in the container, or the application by itself; then its logs are only watched.')
        .default('logrotate'),
    state: (0,values/* absolutePath */.Hi)("State file of logrotate in the container. Default: logrotate's own.").exactOptional(),
}))
    .max(100)
    .describe('Pods whose logs are rotated.')
    .prefault([{ selector: 'app=blockchain-node' }]);
/** Where temporary files are removed. */
const temporaryFiles = schemas/* array */.YOg((0,section/* section */.u)('Pods whose temporary files are removed.', {
    selector: (0,values/* selector */.gD)('Labels of the pods.'),
    container: container(),
    directories: schemas/* array */.YOg((0,values/* absolutePath */.Hi)('Directory with temporary files.').refine((path) => path.replaceAll('/', '') !== '', {
        error: 'is the root of the file system',
        params: { allowed: 'a directory that holds nothing but temporary files' },
    }))
        .min(1)
        .max(20)
        .describe('Directories that hold nothing but temporary files.')
        .default(['/tmp']),
}))
    .max(100)
    .describe('Pods whose temporary files are removed.')
    .prefault([{ selector: 'app=blockchain-node' }]);


/***/ }),

/***/ 16844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yu: () => (/* binding */ dates),
/* harmony export */   _3: () => (/* binding */ days),
/* harmony export */   lo: () => (/* binding */ nth),
/* harmony export */   q5: () => (/* binding */ recurrenceOf),
/* harmony export */   rg: () => (/* binding */ zone)
/* harmony export */ });
/* unused harmony export date */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95460);
/* harmony import */ var _calendar_window_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13978);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79176);




const nthWords = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: 'last' };
/** What an editor shows; a default is only shown: it depends on other keys. */
const shown = (description, shownDefault) => shownDefault === undefined ? { description } : { description, default: shownDefault };
/** One value or a list of them. */
const oneOrMore = (item, description, shownDefault) => zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([item, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item).min(1).max(31)])
    .meta(shown(description, shownDefault))
    .transform((value) => [value].flat());
/** An IANA time zone. */
const zone = (description) => (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(description, {
    says: 'is not a time zone',
    allowed: 'an IANA name such as UTC or Europe/Berlin',
    words: () => Intl.supportedValuesOf('timeZone'),
}, (value) => (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__/* .zoneNamed */ .uA)(value) !== undefined).transform((value) => (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__/* .zoneNamed */ .uA)(value) ?? value);
/** A date, `2027-03-13`. */
const date = (description) => (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(description, { says: 'is not a date', allowed: 'a day that exists, such as 2027-03-13' }, _calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__/* .isDate */ .$P, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
/** `days`: one or several. */
const days = (description, shownDefault) => oneOrMore(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_calendar_window_js__WEBPACK_IMPORTED_MODULE_3__/* .dayNames */ .h, { error: 'is not a day' }), description, shownDefault);
/** `nth`: which of the month's days. */
const nth = (description, shownDefault) => zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(Object.keys(nthWords), { error: 'is not first … fifth or last' })
    .meta(shown(description, shownDefault))
    .transform((word) => nthWords[word]);
/** `dates`: a list of them. */
const dates = (description, shownDefault) => zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(date('A date.')).max(1000).meta(shown(description, shownDefault));
/** When something recurs: every day, on weekdays, on a month's nth weekdays, or on dates. */
function recurrenceOf(fields) {
    if (fields.dates !== undefined)
        return { every: 'date', dates: [...new Set(fields.dates)].sort() };
    if (fields.days === undefined)
        return { every: 'day' };
    const weekdays = _calendar_window_js__WEBPACK_IMPORTED_MODULE_3__/* .dayNames */ .h.filter((day) => fields.days?.includes(day));
    if (fields.nth === undefined)
        return { every: 'week', days: weekdays };
    return { every: 'month', days: weekdays, nth: fields.nth };
}


/***/ }),

/***/ 29507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ section)
/* harmony export */ });
/* unused harmony export camelCase */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

/** `health-path` → `healthPath`. */
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
function camelKeys(value) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [camelCase(key), entry]));
}
/**
 * A part of the configuration file with fixed keys: kebab-case in the file, camelCase in code. A key that is not listed is
 * an error. The description is what an editor shows.
 */
function section(description, shape) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(shape).describe(description).transform(camelKeys);
}


/***/ }),

/***/ 79176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   Gl: () => (/* binding */ currency),
/* harmony export */   Hc: () => (/* binding */ host),
/* harmony export */   Hd: () => (/* binding */ objectName),
/* harmony export */   Hi: () => (/* binding */ absolutePath),
/* harmony export */   Kh: () => (/* binding */ metricName),
/* harmony export */   MH: () => (/* binding */ plainName),
/* harmony export */   Oh: () => (/* binding */ port),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   gD: () => (/* binding */ selector),
/* harmony export */   gf: () => (/* binding */ dataKey),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rb: () => (/* binding */ timeOfDay),
/* harmony export */   uM: () => (/* binding */ share)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46926);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(174);



/**
 * A string that passes a check; otherwise, and when it is no string at all, the rule is told. `pattern` is what editors
 * check by.
 */
function text(description, rule, check, pattern) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY((value) => typeof value === 'string' && check(value), {
        error: rule.says,
        params: rule,
    })
        .meta({ description, type: 'string', ...(pattern === undefined ? {} : { pattern }) });
}
function matching(description, rule, pattern) {
    return text(description, rule, (value) => pattern.test(value), pattern.source);
}
/** A span of elapsed time from a second to `max`, written `2h`, `45m`, `1h30m`, `2d`; milliseconds in code. */
function duration(description, max = 366 * 86_400_000) {
    const rule = {
        says: 'is not a duration that fits here',
        allowed: `1s … ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(max)}, written such as 2h, 45m, 1h30m`,
    };
    const fits = (value) => {
        const ms = (0,_task_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value);
        return ms !== undefined && ms >= 1000 && ms <= max;
    };
    return text(description, rule, fits, '^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$').transform((value) => (0,_task_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value) ?? 0);
}
/** A time of day, `02:00`. */
function timeOfDay(description) {
    return matching(description, { says: 'is not a time of day', allowed: '00:00 … 23:59, in quotes or not' }, /^([01][0-9]|2[0-3]):[0-5][0-9]$/);
}
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const HOST = /^(?=.{1,253}$)(?:[A-Za-z0-9_](?:[-A-Za-z0-9_]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[-A-Za-z0-9_]*[A-Za-z0-9_])?)*\.?|[0-9a-fA-F:]*:[0-9a-fA-F:.]+)$/;
const SELECTOR_KEY = '([A-Za-z0-9.-]+/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?';
const SELECTOR_VALUE = '([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?';
const SELECTOR_TERM = `(!?${SELECTOR_KEY}|${SELECTOR_KEY} *(=|==|!=) *${SELECTOR_VALUE}|${SELECTOR_KEY} +(in|notin) +\\( *${SELECTOR_VALUE}( *, *${SELECTOR_VALUE})* *\\))`;
const SELECTOR = new RegExp(`^ *${SELECTOR_TERM}( *, *${SELECTOR_TERM})* *$`);
/** The name of a namespace, Service or container. */
function label(description) {
    return matching(description, { says: 'is not a Kubernetes name', allowed: 'at most 63 lower-case letters, digits and "-"' }, DNS_LABEL);
}
/** The name of a workload, Secret, ConfigMap or other object. */
function objectName(description) {
    return matching(description, { says: 'is not a Kubernetes object name', allowed: 'at most 253 lower-case letters, digits, "-" and "."' }, DNS_NAME);
}
/** A label selector as kubectl takes it: `app=blockchain-node,tier in (a, b)`. */
function selector(description) {
    return matching(description, { says: 'is not a label selector', allowed: 'a label selector such as app=blockchain-node' }, SELECTOR);
}
/** A key in a Secret or ConfigMap. */
function dataKey(description) {
    return matching(description, { says: 'is not a key of a Secret or ConfigMap', allowed: 'letters, digits, "-", "_" and "."' }, /^[-._a-zA-Z0-9]{1,253}$/);
}
/** A host name or an IP address, without scheme or port. */
function host(description) {
    return matching(description, { says: 'is not a host name or IP address', allowed: 'a host name or an IP address, without scheme, port or path' }, HOST);
}
/** An http or https address without user, password, query or fragment. */
function webAddress(description) {
    return matching(description, { says: 'is not a web address', allowed: 'http:// or https:// with host, port and path, without user or password' }, /^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/);
}
/** An absolute path inside a container, without `..`. */
function absolutePath(description) {
    return text(description, { says: 'is not an absolute path', allowed: 'a path that begins with "/" and has no ".." in it' }, (value) => /^\/[^\0\r\n]*$/.test(value) && !value.split('/').includes('..'), '^/');
}
/** A port number. */
function port(description) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1).max(65_535).describe(description);
}
/** One line of text for people, 1 to 300 characters, without control characters. */
function sentence(description) {
    return text(description, { says: 'is not a line of text', allowed: '1 to 300 characters on one line' }, (value) => value.trim() !== '' && value.length <= 300 && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value));
}
/** A name that a metric may have (Prometheus text format). */
function metricName(description) {
    return matching(description, { says: 'is not the name of a metric', allowed: 'letters, digits, "_" and ":", not beginning with a digit' }, /^[a-zA-Z_:][a-zA-Z0-9_:]*$/);
}
/** The code of a currency that is in use (ISO 4217, as far as the runtime knows them). */
function currency(description) {
    return text(description, {
        says: 'is not a currency',
        allowed: 'three capital letters such as EUR or USD',
        words: () => Intl.supportedValuesOf('currency'),
    }, (value) => Intl.supportedValuesOf('currency').includes(value), '^[A-Z]{3}$');
}
/** The name of a database, role, bucket or user: no white space, no control characters. */
function plainName(description) {
    return matching(description, { says: 'is not a name', allowed: '1 to 128 characters without blanks or control characters' }, /^[^\s\u0000-\u001f\u007f]{1,128}$/);
}
/** A share of a whole, above 0 and at most 1. */
function share(description) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().gt(0).max(1).describe(description);
}


/***/ }),

/***/ 86773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KF: () => (/* binding */ windows),
/* harmony export */   Yw: () => (/* binding */ calendarOf)
/* harmony export */ });
/* unused harmony export impacts */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26921);
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95460);
/* harmony import */ var _calendar_window_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13978);
/* harmony import */ var _task_declaration_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85411);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(174);
/* harmony import */ var _recurrence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16844);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29507);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79176);








/** How much users may notice, in the guide's words. */
const impacts = ['minimal', 'low', 'moderate', 'significant'];
const DAY_MS = 86_400_000;
/** The shortest time between two beginnings, ms, as the calendar counts days; infinite for a single date. */
function shortestInterval(recurrence) {
    if (recurrence.every === 'day')
        return DAY_MS;
    if (recurrence.every === 'date')
        return shortestGap(recurrence.dates.map(_calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__/* .dayNumber */ .U$));
    const ordinals = recurrence.days.map((day) => _calendar_window_js__WEBPACK_IMPORTED_MODULE_3__/* .dayNames */ .h.indexOf(day));
    return shortestGap([...ordinals, (ordinals[0] ?? 0) + 7]);
}
function shortestGap(ascending) {
    const gaps = ascending.slice(1).map((day, k) => day - (ascending[k] ?? day));
    return Math.min(...gaps) * DAY_MS;
}
function withDefaultDays(raw, defaults, defaultNth) {
    if (raw.dates !== undefined)
        return (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .recurrenceOf */ .q5)({ dates: raw.dates });
    if (raw.days === undefined && raw.nth === undefined && defaults.dates !== undefined) {
        return (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .recurrenceOf */ .q5)({ dates: defaults.dates });
    }
    const weekdays = raw.days ?? (defaults.days === undefined ? undefined : [defaults.days]);
    const which = raw.nth ?? defaultNth;
    return (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .recurrenceOf */ .q5)({
        ...(weekdays === undefined ? {} : { days: weekdays }),
        ...(which === undefined ? {} : { nth: which }),
    });
}
function complaint(raw, recurrence, takesDays) {
    if (raw.dates !== undefined && (raw.days !== undefined || raw.nth !== undefined)) {
        return ['dates', 'excludes days and nth', 'either dates, or days with or without nth'];
    }
    if (raw.nth !== undefined && raw.days === undefined && !takesDays)
        return ['nth', 'needs days', 'days: [sunday] beside it'];
    const interval = shortestInterval(recurrence);
    if (raw.duration > interval) {
        return [
            'duration',
            'lasts into the next opening',
            `at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(interval)}, the time between two openings`,
        ];
    }
    if (raw.cutOff !== undefined && raw.cutOff > raw.duration) {
        return ['cut-off', 'is after the end', `at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(raw.duration)}, the duration`];
    }
    return undefined;
}
function windowSection(name, defaults) {
    return (0,_section_js__WEBPACK_IMPORTED_MODULE_5__/* .section */ .u)(`The ${name} window. ${defaults.summary}`, {
        enabled: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().describe('false: it never opens by itself.').default(true),
        days: (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .days */ ._3)('Days of the week on which it opens, one or several.', defaults.days).exactOptional(),
        nth: (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .nth */ .lo)('Which of those days in the month: first … fifth, last.', defaults.nth).exactOptional(),
        dates: (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .dates */ .Yu)('Dates on which it opens, instead of days.', defaults.dates).exactOptional(),
        start: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOfDay */ .rb)('When it opens, on the wall clock of the zone.').default('02:00'),
        duration: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)('How long it is open, in elapsed time.', 14 * DAY_MS).prefault(defaults.duration),
        'cut-off': (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)('Nothing starts later than this after the opening. Default: its end.', 14 * DAY_MS).exactOptional(),
        zone: (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .zone */ .rg)('IANA time zone of days, dates and start.').prefault('UTC'),
        impact: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(impacts, { error: 'is not an impact' })
            .describe('How much users may notice.')
            .default(defaults.impact),
    }).transform((raw, context) => {
        const recurrence = withDefaultDays(raw, defaults, defaults.nth === 'first' ? 1 : undefined);
        const wrong = complaint(raw, recurrence, defaults.days !== undefined);
        if (wrong !== undefined) {
            const [key, says, allowed] = wrong;
            context.addIssue({ code: 'custom', path: [key], message: says, params: { says, allowed } });
        }
        const rank = _task_declaration_js__WEBPACK_IMPORTED_MODULE_7__/* .windowNames */ .n.indexOf(name);
        const { enabled, start, duration: durationMs, zone: timeZone, impact, cutOff } = raw;
        const window = { name, rank, recurrence, start, durationMs, zone: timeZone, impact, enabled };
        return cutOff === undefined ? window : { ...window, cutOffMs: cutOff };
    });
}
/** The four windows; every default is the guide's (§1.1). */
const windows = (0,_section_js__WEBPACK_IMPORTED_MODULE_5__/* .section */ .u)('When maintenance runs by itself.', {
    daily: windowSection('daily', { duration: '2h', impact: 'minimal', summary: 'Default: 02:00–04:00 UTC.' }).prefault({}),
    weekly: windowSection('weekly', {
        days: 'sunday',
        duration: '4h',
        impact: 'low',
        summary: 'Default: Sunday 02:00–06:00 UTC.',
    }).prefault({}),
    monthly: windowSection('monthly', {
        days: 'sunday',
        nth: 'first',
        duration: '6h',
        impact: 'moderate',
        summary: 'Default: first Sunday of the month, 02:00–08:00 UTC.',
    }).prefault({}),
    quarterly: windowSection('quarterly', {
        dates: [],
        duration: '12h',
        impact: 'significant',
        summary: 'Twelve hours on configured dates; without dates it never opens.',
    }).prefault({}),
});
/** The calendar of a configuration: its enabled windows and its blackouts. */
function calendarOf(configuration) {
    const enabled = _task_declaration_js__WEBPACK_IMPORTED_MODULE_7__/* .windowNames */ .n.map((name) => configuration.windows[name]).filter((window) => window.enabled);
    return { windows: enabled, blackouts: configuration.blackouts };
}


/***/ }),

/***/ 95260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   t8: () => (/* binding */ containerOf)
/* harmony export */ });
/** Whether a pod serves: Ready is True, and it is not being deleted. Running is not Ready. */
function isReady(pod) {
    const ready = pod.status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True');
    return ready === true && pod.metadata.deletionTimestamp === undefined;
}
/**
 * The container that a command goes to: the configured one, else the pod's own default
 * (`kubectl.kubernetes.io/default-container`), else its first. Undefined when the configured one does not exist.
 */
function containerOf(pod, configured) {
    const names = pod.spec.containers.map((container) => container.name);
    if (configured !== undefined)
        return names.includes(configured) ? configured : undefined;
    const marked = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'];
    return marked !== undefined && names.includes(marked) ? marked : names[0];
}
/** Whether every container of a pod has ended for good: it was evicted, shut down with its node, refused by it, or is through. */
const hasEnded = ({ status }) => status?.phase === 'Failed' || status?.phase === 'Succeeded';


/***/ }),

/***/ 77317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KS: () => (/* binding */ quarantineOf),
/* harmony export */   U8: () => (/* binding */ recordedDigests),
/* harmony export */   Yl: () => (/* binding */ seenSince),
/* harmony export */   bY: () => (/* binding */ quarantined),
/* harmony export */   oH: () => (/* binding */ rememberImages),
/* harmony export */   yt: () => (/* binding */ unrecorded)
/* harmony export */ });
const keptImages = 2_000;
const keptQuarantine = 500;
const seenKey = ({ repository, tag, digest }) => `${repository}:${tag}@${digest}`;
const badKey = (repository, digest) => `${repository}@${digest}`;
/**
 * The record with these images, each under the moment when it was seen first. Beyond 2,000 those go whose repositories
 * were not looked at now, the oldest first: what is in use keeps its whole past, or a moved tag would be forgotten.
 */
function rememberImages(images, seen, at) {
    const firstSeen = new Date(at).toISOString();
    const next = { ...images };
    for (const image of seen)
        if (!Object.hasOwn(next, seenKey(image)))
            next[seenKey(image)] = { firstSeen };
    const inUse = new Set(seen.map(({ repository }) => repository));
    const byUse = Object.entries(next).sort(([a, one], [b, other]) => Number(inUse.has(repositoryIn(b))) - Number(inUse.has(repositoryIn(a))) ||
        (one.firstSeen < other.firstSeen ? 1 : -1));
    return byUse.length <= keptImages ? next : Object.fromEntries(byUse.slice(0, keptImages));
}
const repositoryIn = (key) => key.slice(0, key.lastIndexOf(':', key.indexOf('@') - 1));
/** Those of these images that the record does not hold yet. */
function unrecorded(images, seen) {
    return seen.filter((image) => !Object.hasOwn(images, seenKey(image)));
}
/** When an image was seen first, epoch ms; undefined: never. */
function seenSince(images, image) {
    const entry = Object.hasOwn(images, seenKey(image)) ? images[seenKey(image)] : undefined;
    const at = Date.parse(entry?.firstSeen ?? '');
    return Number.isNaN(at) ? undefined : at;
}
/** Every digest that a tag has stood for, as far as the record goes. */
function recordedDigests(images, { repository, tag }) {
    const prefix = `${repository}:${tag}@`;
    return Object.keys(images).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}
/** The quarantine with one image more; the oldest leave beyond 500. One that is in it stays as it is. */
function quarantined(quarantine, { repository, digest, subject, why }, at) {
    const key = badKey(repository, digest);
    if (Object.hasOwn(quarantine, key))
        return quarantine;
    const entry = { firstSeen: new Date(at).toISOString(), subject, why: why.slice(0, 300) };
    const entries = Object.entries({ ...quarantine, [key]: entry });
    const byAge = entries.sort(([, a], [, b]) => (a.firstSeen < b.firstSeen ? -1 : 1));
    return Object.fromEntries(byAge.slice(-keptQuarantine));
}
/** Why an image is in quarantine; undefined: it is not. */
function quarantineOf(quarantine, repository, digest) {
    const key = badKey(repository, digest);
    return Object.hasOwn(quarantine, key) ? quarantine[key] : undefined;
}


/***/ }),

/***/ 25163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ firstSeenOf),
/* harmony export */   W: () => (/* binding */ rememberSightings)
/* harmony export */ });
const keptKeys = 2_000;
/**
 * The sightings with those of this run: each under the moment when it was seen first without a gap. What a run did not see
 * any more is forgotten, kind by kind. Beyond 2,000 of a kind those that were seen first stay.
 */
function rememberSightings(known, outcomes, at) {
    const now = new Date(at).toISOString();
    const next = new Map(Object.entries(known));
    for (const { sightings } of outcomes) {
        if (sightings === undefined)
            continue;
        const before = new Map(Object.entries(next.get(sightings.of) ?? {}));
        const seen = [...new Set(sightings.keys)].map((key) => [key, before.get(key) ?? now]);
        const oldest = seen.toSorted(([, one], [, other]) => (one < other ? -1 : Number(one > other)));
        next.set(sightings.of, Object.fromEntries(oldest.slice(0, keptKeys)));
    }
    return Object.fromEntries(next);
}
/** Since when each thing of a kind has been seen, epoch ms. */
function firstSeenOf(known, of) {
    const all = Object.hasOwn(known, of) ? (known[of] ?? {}) : {};
    return new Map(Object.entries(all).map(([key, at]) => [key, Date.parse(at)]));
}


/***/ }),

/***/ 6881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openCatalogue)
});

// EXTERNAL MODULE: ./build/tasks/registry.js
var registry = __webpack_require__(60190);
// EXTERNAL MODULE: ./build/runtime/configuration-file.js + 19 modules
var configuration_file = __webpack_require__(70647);
;// CONCATENATED MODULE: ./build/runtime/withholding.js
/**
 * From now on this process says verdicts and counts only, where everybody could read more: in a public repository, unless the
 * configuration says `reports.public`. Whether it is public is told by the event, else by GitHub; one that nobody tells of counts
 * as public. Decided once for a job.
 */
async function withholdWherePublic(self, reports) {
    if (!self.environment.onRunner)
        return;
    const decided = self.handover.withheld() ?? (!reports.public && (await isPublic(self)));
    self.handover.writeWithheld(decided);
    if (decided)
        self.stdout.withhold();
}
async function isPublic(self) {
    const { repositoryIsPublic, input } = self.environment;
    if (repositoryIsPublic !== undefined)
        return repositoryIsPublic;
    if (input('github-token') === '')
        return true;
    const { openForge } = await __webpack_require__.e(/* import() */ 6397).then(__webpack_require__.bind(__webpack_require__, 96397));
    const repository = await openForge(self)
        .then((forge) => forge.repository())
        .catch(() => undefined);
    return repository?.isPublic ?? true;
}

;// CONCATENATED MODULE: ./build/runtime/catalogue.js



/** Load the tasks and read the configuration. Throws a ConfigurationError that names every mistake. */
async function openCatalogue(self) {
    const declared = await (0,registry/* loadAllTasks */.Mi)();
    const inputs = Object.fromEntries(declared.map((task) => [task.id, task.inputs]));
    const configuration = (0,configuration_file/* loadConfiguration */.vF)(self.environment.workspace, inputs);
    await withholdWherePublic(self, configuration.reports);
    const tasks = declared.map((task) => ({ ...task, windows: windowsOf(task, configuration) }));
    return {
        tasks,
        configuration,
        describe: (id) => {
            const task = tasks.find((known) => known.id === id);
            return { title: task?.title ?? id, type: task?.type ?? 'preventive' };
        },
    };
}
/** The windows of a task: where it needs approval, those that the configuration names. */
function windowsOf({ id, type, windows }, { tasks }) {
    const chosen = Object.hasOwn(tasks, id) ? tasks[id]?.windows : undefined;
    if (chosen === undefined)
        return windows;
    if (type !== 'preventive')
        return chosen;
    throw new configuration_file/* ConfigurationError */.j1(`.github/maintenance.yml: tasks.${id}.windows: ${id} needs no approval, so its windows are those of its workflow: ${windows.join(', ')}`);
}


/***/ }),

/***/ 70647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j1: () => (/* binding */ ConfigurationError),
  o4: () => (/* binding */ configurationText),
  vF: () => (/* binding */ loadConfiguration)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./build/domain/approval/document.js
var approval_document = __webpack_require__(23676);
// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/domain/calendar/instants.js
var instants = __webpack_require__(95460);
// EXTERNAL MODULE: ./build/domain/task/declaration.js
var declaration = __webpack_require__(85411);
// EXTERNAL MODULE: ./build/domain/configuration/recurrence.js
var recurrence = __webpack_require__(16844);
// EXTERNAL MODULE: ./build/domain/configuration/section.js
var section = __webpack_require__(29507);
// EXTERNAL MODULE: ./build/domain/configuration/values.js
var values = __webpack_require__(79176);
;// CONCATENATED MODULE: ./build/domain/configuration/blackouts.js






const moment = (description) => (0,values/* text */.Qq)(description, {
    says: 'is neither a date nor a moment',
    allowed: 'a date such as 2026-12-24, or a moment such as 2026-12-24T18:00 (in the zone) or 2026-12-24T18:00Z',
}, (value) => (0,instants/* isDate */.$P)(value) || (0,instants/* parseMoment */.mI)(value, 'UTC') !== undefined);
/** A date counts from the beginning of its day, or, as an end, to the end of it. */
function momentOf(value, zoneName, asEnd) {
    if (!(0,instants/* isDate */.$P)(value))
        return (0,instants/* parseMoment */.mI)(value, zoneName) ?? 0;
    return (0,instants/* startOfDay */.ol)((0,instants/* dateOf */.Q$)(value).add({ days: asEnd ? 1 : 0 }), zoneName);
}
const wholeDay = (value, zoneName) => ({
    from: momentOf(value, zoneName, false),
    until: momentOf(value, zoneName, true),
});
function fixedSpan(raw, recurs) {
    if (recurs)
        return ['from', 'excludes a recurrence', 'either from and until, or days, dates, start, duration'];
    if (raw.from === undefined)
        return ['until', 'needs from', 'both from and until'];
    if (raw.until === undefined)
        return ['from', 'needs until', 'both from and until'];
    const span = { from: momentOf(raw.from, raw.zone, false), until: momentOf(raw.until, raw.zone, true) };
    return span.until > span.from ? [span] : ['until', 'is not after from', 'a later moment than from'];
}
function recurringSpans(raw) {
    if (raw.dates !== undefined && (raw.days ?? raw.nth) !== undefined) {
        return ['dates', 'excludes days and nth', 'either dates, or days with or without nth'];
    }
    if (raw.nth !== undefined && raw.days === undefined)
        return ['nth', 'needs days', 'days: [sunday] beside it'];
    const { start, duration: durationMs, zone: zoneName } = raw;
    if (raw.dates !== undefined && (start ?? durationMs) === undefined) {
        return raw.dates.map((day) => wholeDay(day, zoneName));
    }
    if (start === undefined)
        return ['', 'has no start', 'start: 08:00 and duration: 10h beside the days'];
    if (durationMs === undefined)
        return ['start', 'needs duration', 'duration: 10h beside it'];
    return [{ recurrence: (0,recurrence/* recurrenceOf */.q5)(raw), start, durationMs, zone: zoneName }];
}
function spansOf(raw) {
    const recurs = (raw.days ?? raw.nth ?? raw.dates ?? raw.start ?? raw.duration) !== undefined;
    if ((raw.from ?? raw.until) !== undefined)
        return fixedSpan(raw, recurs);
    if (recurs)
        return recurringSpans(raw);
    return ['', 'says nothing about when', 'from and until, or dates, or days with start and duration'];
}
function expiryOf(raw, spans) {
    if (raw.expires !== undefined)
        return momentOf(raw.expires, raw.zone, true);
    const ends = spans.map((span) => ('until' in span ? span.until : Number.POSITIVE_INFINITY));
    const last = Math.max(...ends);
    return Number.isFinite(last)
        ? last
        : ['', 'recurs without an end', 'expires: a date on which its owner looks at it again'];
}
const isWrong = (value) => Array.isArray(value) && typeof value[0] === 'string';
/** Times in which nothing is maintained. */
const blackouts = schemas/* array */.YOg((0,section/* section */.u)('A time in which nothing is maintained, not even by hand.', {
    from: moment('When it begins: a date (its beginning) or a moment.').exactOptional(),
    until: moment('When it ends: a date (the end of that day) or a moment (not itself included).').exactOptional(),
    days: (0,recurrence/* days */._3)('Days of the week on which it begins.').exactOptional(),
    nth: (0,recurrence/* nth */.lo)('Which of those days in the month: first … fifth, last.').exactOptional(),
    dates: (0,recurrence/* dates */.Yu)('Dates on which it begins; whole days, unless start and duration are given.').exactOptional(),
    start: (0,values/* timeOfDay */.rb)('When it begins, on the wall clock of the zone.').exactOptional(),
    duration: (0,values/* duration */.p0)('How long it lasts, in elapsed time.', 366 * 86_400_000).exactOptional(),
    zone: (0,recurrence/* zone */.rg)('IANA time zone of dates and times.').prefault('UTC'),
    windows: schemas/* array */.YOg(schemas/* enum */.k5n(declaration/* windowNames */.n, { error: 'is not a window' }))
        .min(1)
        .describe('Windows that stay closed. Default: all, and nothing is started by hand either.')
        .exactOptional(),
    owner: (0,values/* sentence */.em)('Who asked for it and can lift it.'),
    reason: (0,values/* sentence */.em)('Why; it is shown to whoever wonders why nothing ran.'),
    expires: moment('From the end of that day on it has no effect. Default: its own end; one that recurs must name it.').exactOptional(),
}).transform((raw, context) => {
    const spans = spansOf(raw);
    const expires = isWrong(spans) ? 0 : expiryOf(raw, spans);
    const { owner, reason, windows } = raw;
    for (const wrong of [spans, expires].filter(isWrong)) {
        const [key, says, allowed] = wrong;
        const params = { says, allowed, noValue: key === '' };
        context.addIssue({ code: 'custom', path: key === '' ? [] : [key], message: says, params });
    }
    const blackout = { spans: isWrong(spans) ? [] : spans, owner, reason, expires: isWrong(expires) ? 0 : expires };
    return windows === undefined ? blackout : { ...blackout, windows };
}))
    .max(200)
    .describe('Times in which nothing is maintained: freezes, events, holidays.')
    .default([]);

;// CONCATENATED MODULE: ./build/domain/configuration/kubeconfig.js



const command = (0,values/* text */.Qq)('A credential plugin that may be run, as the kubeconfig writes its `command`.', {
    says: 'is not the command of a plugin',
    allowed: 'a program name or an absolute path, such as aws, gke-gcloud-auth-plugin or kubelogin',
}, (value) => /^[\w./-]{1,200}$/.test(value) && !value.includes('..'));
const variable = (0,values/* text */.Qq)('A variable of the environment that plugins may see.', { says: 'is not the name of a variable', allowed: 'capital letters, digits and "_", such as AWS_ROLE_ARN' }, (value) => /^[A-Z_][A-Z0-9_]{0,100}$/.test(value));
/** What may stand in the kubeconfig beyond certificates and tokens. Whatever is not allowed here is refused. */
const kubeconfig = (0,section/* section */.u)('What may stand in the kubeconfig beyond certificates and tokens.', {
    plugins: schemas/* array */.YOg(command).max(10).describe('Credential plugins (`exec`) that may be run.').default([]),
    'plugin-environment': schemas/* array */.YOg(variable)
        .max(50)
        .describe('Variables that plugins may see, besides PATH and HOME.')
        .default([]),
    'proxy-url': schemas/* boolean */.zMY().describe('Allow `proxy-url`.').default(false),
    insecure: schemas/* boolean */.zMY()
        .describe('Allow `insecure-skip-tls-verify` and http servers. Never for a platform that matters.')
        .default(false),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/backups.js



/** A table as SQL writes it, with or without its schema; names with quotes and dots are left out. */
const tableName = (0,values/* text */.Qq)('Table, with its schema.', { says: 'is not the name of a table', allowed: 'schema and table, such as public.sensors' }, (value) => /^[A-Za-z_][\w$]{0,62}\.[A-Za-z_][\w$]{0,62}$/.test(value), '^[A-Za-z_][A-Za-z0-9_$]{0,62}\\.[A-Za-z_][A-Za-z0-9_$]{0,62}$');
const expectation = (0,section/* section */.u)('A table that must be in a restored backup.', {
    table: tableName,
    'at-least': schemas/* int */.Whr().min(0).max(1_000_000_000_000).describe('Rows that it must have at least.').default(1),
    row: (0,section/* section */.u)('A row that must be there (sentinel).', {
        column: (0,values/* plainName */.MH)('Column to look at.'),
        value: (0,values/* plainName */.MH)('Its value, as text.'),
    }).exactOptional(),
});
/** Resources that the platform's configuration usually consists of, as RBAC writes them. */
const defaultResources = [
    'configmaps',
    'services',
    'serviceaccounts',
    'persistentvolumeclaims',
    'deployments.apps',
    'statefulsets.apps',
    'daemonsets.apps',
    'jobs.batch',
    'cronjobs.batch',
    'ingresses.networking.k8s.io',
    'networkpolicies.networking.k8s.io',
    'poddisruptionbudgets.policy',
    'horizontalpodautoscalers.autoscaling',
];
/** Never asked about: what a Secret holds, and what would be a right. */
const neverAsked = /^(secrets|(cluster)?role(binding)?s\.rbac\.authorization\.k8s\.io)$/;
const resourceWord = (0,values/* text */.Qq)('Resource, as RBAC writes it.', {
    says: 'is not a resource that can be asked about',
    allowed: 'a plural name with its API group, such as deployments.apps; no secrets, no roles',
}, (value) => /^[a-z][a-z0-9]{0,62}(\.[a-z0-9][-a-z0-9.]{0,200})?$/.test(value) && !neverAsked.test(value));
const bucketName = (0,values/* text */.Qq)('Bucket that holds the backups.', { says: 'is not the name of a bucket', allowed: '3 to 63 lower-case letters, digits, "-" and "."' }, (value) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value), '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$');
const prefix = (what) => (0,values/* text */.Qq)(`Beginning of the keys of ${what} backups; the date comes after it.`, { says: 'is not a key prefix', allowed: 'letters, digits, "-", "_", "." and "/", ending with "/"' }, (value) => /^[-\w./]{0,200}\/$/.test(value) && !value.startsWith('/'), '/$');
/** The bucket with the backups. */
const backups = (0,section/* section */.u)('Where backups are kept (S3).', {
    endpoint: (0,values/* webAddress */.Dy)('Address of an S3 server other than AWS.').exactOptional(),
    region: (0,values/* plainName */.MH)('Region of the bucket.').default('us-east-1'),
    bucket: bucketName.default('phoenix-rooivalk-backups'),
    prefixes: (0,section/* section */.u)('Where each kind of backup begins.', {
        database: prefix('database').default('database/'),
        blockchain: prefix('blockchain').default('blockchain/'),
        configuration: prefix('configuration').default('configuration/'),
    }).prefault({}),
    credentials: (0,section/* section */.u)('Secret with the access key. Left out: credentials of the environment (OIDC).', {
        secret: (0,values/* objectName */.Hd)('Name of the Secret.'),
        'access-key-id': (0,values/* dataKey */.gf)('Key in the Secret that holds the access key id.').default('access-key-id'),
        'secret-access-key': (0,values/* dataKey */.gf)('Key in the Secret that holds the secret access key.').default('secret-access-key'),
    }).exactOptional(),
    'recovery-point': (0,values/* duration */.p0)('How old the newest backup may be (recovery point objective).').prefault('24h'),
    'recovery-points': (0,section/* section */.u)('Where the objective of a kind of backup is another one.', {
        database: (0,values/* duration */.p0)('For database backups.').exactOptional(),
        blockchain: (0,values/* duration */.p0)('For blockchain backups.').exactOptional(),
        configuration: (0,values/* duration */.p0)('For configuration backups.').exactOptional(),
    }).prefault({}),
    content: schemas/* array */.YOg(expectation).max(100).describe('What a restored database backup must hold.').default([]),
    'configuration-resources': schemas/* array */.YOg(resourceWord)
        .max(100)
        .describe('Resources of the platform namespace whose backed up manifests the API server is asked about (dry run). Never secrets, roles and their bindings: those are looked at by their schema alone.')
        .prefault([...defaultResources]),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/capacity.js



const percent = (what, guide) => schemas/* number */.aig().gt(0).max(100).describe(`Scale from here on: ${what}, percent.`).default(guide);
const price = (what) => schemas/* number */.aig().min(0).max(1_000_000).describe(`Price of ${what} for an hour.`);
/** From where on capacity has to grow, and the metrics that nobody can guess. */
const capacity = (0,section/* section */.u)('What capacity planning goes by.', {
    scaling: (0,section/* section */.u)('From where on capacity has to grow (the guide, 5.1).', {
        cpu: percent('CPU in use', 70),
        memory: percent('memory in use', 75),
        storage: percent('storage in use', 80),
        network: percent('share of the link in use, whose speed is under `network.links`', 60),
    }).prefault({}),
    'user-activity': (0,values/* metricName */.Kh)('Counter of requests or sessions in Prometheus; its rate is what users do. Without it, that is not known.').exactOptional(),
    'response-time': (0,values/* metricName */.Kh)('Histogram of response times in Prometheus, in seconds, without `_bucket`. Default: the response times that monitor-performance has stored.').exactOptional(),
    prices: (0,section/* section */.u)('What an hour costs; without it, what is asked for and not used is told in amounts alone.', {
        'cpu-core-hour': price('a core of CPU'),
        'memory-gib-hour': price('a GiB (2^30 bytes) of memory'),
        currency: (0,values/* currency */.Gl)('Currency of the prices, ISO 4217.'),
    }).exactOptional(),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/references.js



/** A value in a Secret of the platform's namespace. */
function secretKey(description, key) {
    return (0,section/* section */.u)(description, {
        secret: (0,values/* objectName */.Hd)('Name of the Secret.'),
        key: (0,values/* dataKey */.gf)('Key in the Secret.').default(key),
    });
}
/** A public text (certificates) in a Secret or a ConfigMap of the platform's namespace. */
function textSource(description, key) {
    return schemas/* strictObject */.rej({
        secret: (0,values/* objectName */.Hd)('Name of the Secret that holds it.').exactOptional(),
        'config-map': (0,values/* objectName */.Hd)('Name of the ConfigMap that holds it.').exactOptional(),
        key: (0,values/* dataKey */.gf)('Key in the Secret or ConfigMap.').default(key),
    })
        .refine((source) => (source.secret === undefined) !== (source['config-map'] === undefined), {
        error: 'names neither or both of secret and config-map',
        params: { allowed: 'exactly one of secret, config-map', noValue: true },
    })
        .describe(description)
        .transform(({ secret, key, 'config-map': configMap }) => secret === undefined
        ? { kind: 'ConfigMap', name: configMap ?? '', key }
        : { kind: 'Secret', name: secret, key });
}
/** How TLS is spoken to a database or cache; modes as libpq names them. */
const TLS_MODES = ['disable', 'require', 'verify-ca', 'verify-full'];
/** TLS to a database or cache. */
function tls(what) {
    return (0,section/* section */.u)(`TLS to the ${what}.`, {
        mode: schemas/* enum */.k5n(TLS_MODES, { error: 'is not a TLS mode' })
            .describe('Default: verify-full where an address is given, disable through a port-forward (the tunnel itself is encrypted).')
            .exactOptional(),
        ca: textSource('The authority that signed the server certificate. Default: the system store.', 'ca.crt').exactOptional(),
        'server-name': (0,values/* host */.Hc)('The name that the server certificate must carry. Default: the address, or the name of the Service.').exactOptional(),
    });
}
/** Fills in the mode, whose default depends on whether the system is reached directly. */
function withTlsMode(value) {
    const mode = value.tls.mode ?? (value.address === undefined ? 'disable' : 'verify-full');
    return { ...value, tls: { ...value.tls, mode } };
}

;// CONCATENATED MODULE: ./build/domain/configuration/platform/issuers.js




const signerName = (0,values/* text */.Qq)('Name of the signer in the Kubernetes CSR API, such as example.com/serving.', {
    says: 'is not a signer that issues serving certificates to workloads',
    allowed: "a domain, a slash and a name, such as example.com/serving; Kubernetes' own (kubernetes.io/…) never do",
}, (value) => /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$/.test(value) && !ofKubernetes(value), '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$');
const ofKubernetes = (signer) => /(^|\.)kubernetes\.io\//.test(signer);
const authority = (0,section/* section */.u)('A certificate authority whose certificate and key are in a Secret of the platform.', {
    secret: (0,values/* objectName */.Hd)('Name of the Secret.'),
    certificate: (0,values/* dataKey */.gf)('Key of its certificate; those between it and the root may follow.').default('tls.crt'),
    key: (0,values/* dataKey */.gf)('Key of its private key.').default('tls.key'),
    public: textSource('Its certificate without its key, so that planning, which may not read the key, can see until when it lives. Default: what the certificates that it issued carry.', 'ca.crt').exactOptional(),
});
const signer = (0,section/* section */.u)('A signer behind the Kubernetes CSR API (certificates.k8s.io).', {
    name: signerName,
    approve: schemas/* boolean */.zMY()
        .describe('Whether requests are approved here (needs `approve` on the signer); else somebody else does it.')
        .default(true),
});
const issuer = schemas/* strictObject */.rej({
    name: (0,values/* label */.Pf)('What it is called in this file and in reports.'),
    authority: authority.exactOptional(),
    signer: signer.exactOptional(),
})
    .refine((given) => (given.authority === undefined) !== (given.signer === undefined), {
    error: 'names neither or both of authority and signer',
    params: { allowed: 'exactly one of authority, signer', noValue: true },
})
    .describe('Who issues certificates.')
    .transform(({ name, authority: held, signer: asked }) => {
    if (held !== undefined)
        return { kind: 'authority', name, ...held };
    return { kind: 'signer', name, signer: asked?.name ?? '', approve: asked?.approve ?? false };
});
/** Who issues, and by what rules each Secret's certificate is renewed. */
const issuing = {
    issuers: schemas/* array */.YOg(issuer).max(20).describe('Who issues certificates that are renewed.').default([]),
    issuer: (0,values/* label */.Pf)('The issuer of every Secret for which `renewals` names none. Default: the only one.').exactOptional(),
    renewals: schemas/* array */.YOg((0,section/* section */.u)('How the certificate of one Secret is renewed.', {
        secret: (0,values/* objectName */.Hd)('Name of the Secret.'),
        issuer: (0,values/* label */.Pf)('Name of its issuer.').exactOptional(),
        lifetime: (0,values/* duration */.p0)('For how long the new certificate is asked for. Default: as long as the one it replaces.', 3650 * 86_400_000).exactOptional(),
        key: schemas/* enum */.k5n(['new', 'keep'], { error: 'is neither of the two' })
            .describe('Whether a new private key is made, or the present one is certified again.')
            .default('new'),
        pods: schemas/* enum */.k5n(['roll', 'wait'], { error: 'is neither of the two' })
            .describe('What happens with pods that do not take a renewed certificate up by themselves: they are rolled, or the former certificate is put back. Default: roll; wait for the database and the cache.')
            .exactOptional(),
        ports: schemas/* array */.YOg((0,values/* port */.Oh)('Port of the pods.'))
            .min(1)
            .max(10)
            .describe('Ports on which pods serve it (TLS from the first byte). Default: those that look like TLS ports and serve it.')
            .exactOptional(),
    }))
        .max(500)
        .describe('What is different for single Secrets.')
        .default([]),
    'cert-manager': schemas/* boolean */.zMY()
        .describe("Whether due certificates of cert-manager are renewed ahead of cert-manager's own time.")
        .default(true),
};
/** What a reference to an issuer breaks: it must be one of the configured names, and each name stands once. */
function checkIssuing({ issuers, issuer: common, renewals }, context) {
    const names = issuers.map(({ name }) => name);
    const wrong = (path, input, says, allowed, words) => context.issues.push({ code: 'custom', path, message: says, input, params: { allowed, words } });
    const known = names.length === 0 ? 'a name under issuers, of which there is none' : names.join(', ');
    const unknown = (path, named) => wrong(path, named, 'is the name of no issuer', known, names);
    if (common !== undefined && !names.includes(common))
        unknown(['issuer'], common);
    for (const [index, name] of names.entries()) {
        if (names.indexOf(name) < index)
            wrong(['issuers', index, 'name'], name, 'stands twice', 'a name that no other has');
    }
    for (const [index, { secret, issuer: named }] of renewals.entries()) {
        if (named !== undefined && !names.includes(named))
            unknown(['renewals', index, 'issuer'], named);
        if (renewals.findIndex((each) => each.secret === secret) < index) {
            wrong(['renewals', index, 'secret'], secret, 'stands twice', 'a Secret that no other entry names');
        }
    }
}

;// CONCATENATED MODULE: ./build/domain/configuration/platform/certificates.js





const secrets = schemas/* union */.KCZ([schemas/* literal */.euz('all'), schemas/* array */.YOg((0,values/* objectName */.Hd)('Name of a TLS Secret.')).max(500)])
    .describe('TLS Secrets to look at: names, or `all` (which needs the right to list Secrets).')
    .default(['api-gateway-tls']);
/** What certificates are looked at, and when they are due. */
const certificates = (0,section/* section */.u)('The certificates that are watched and renewed.', {
    secrets,
    bundles: schemas/* array */.YOg(textSource('Certificates in PEM, such as an authority bundle.', 'ca.crt'))
        .max(100)
        .describe('Further certificates in ConfigMaps or Secrets.')
        .default([]),
    webhooks: schemas/* boolean */.zMY()
        .describe('Look at the caBundle of every admission webhook as well (needs the right to list them).')
        .default(false),
    endpoints: schemas/* array */.YOg((0,section/* section */.u)('An address whose served certificate must be the one of a Secret.', {
        host: (0,values/* host */.Hc)('Host name or IP address.'),
        port: (0,values/* port */.Oh)('Port.').default(443),
        'server-name': (0,values/* host */.Hc)('Name to ask for (SNI). Default: the host.').exactOptional(),
        secret: (0,values/* objectName */.Hd)('Secret that holds the certificate.').exactOptional(),
    }))
        .max(100)
        .describe('Addresses whose served certificate is compared with a Secret.')
        .default([]),
    renewal: (0,section/* section */.u)('When a certificate is due for renewal: from the smaller of the two on, and always two openings ahead.', {
        days: schemas/* int */.Whr().min(1).max(3650).describe('Days before its end.').default(30),
        share: (0,values/* share */.uM)('Share of its lifetime that is left.').default(0.33),
    }).prefault({}),
    trust: schemas/* array */.YOg(textSource('Certificates in PEM.', 'ca.crt'))
        .max(20)
        .describe('Authorities that chains must end in. Default: what the Secret itself carries as ca.crt, and the system store.')
        .default([]),
    ...issuing,
}).check((payload) => checkIssuing(payload.value, payload));

;// CONCATENATED MODULE: ./build/domain/configuration/platform/images.js




const registryHost = (description) => (0,values/* text */.Qq)(description, {
    says: 'is not a registry',
    allowed: 'host and port as image names write them, such as registry.example.com:5000',
}, (value) => /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$|^\[[0-9a-f:]+\](:[0-9]{1,5})?$/.test(value));
const repositoryDigest = (0,values/* text */.Qq)('Repository with its registry, and digest.', { says: 'is not an image by digest', allowed: 'registry/repository@sha256:… with 64 hexadecimal digits' }, (value) => /^[a-z0-9][a-z0-9.:_/-]{0,254}@sha256:[0-9a-f]{64}$/.test(value));
/** Which registries may be asked, and how. One that is not listed is asked without credentials, by https, at public addresses only. */
const registries = schemas/* array */.YOg((0,section/* section */.u)('A registry.', {
    host: registryHost('Host and port as image names write them; `docker.io` is Docker Hub.'),
    credentials: secretKey('Secret of type kubernetes.io/dockerconfigjson whose entry for this host is used. Default: none.', '.dockerconfigjson').exactOptional(),
    'token-realms': schemas/* array */.YOg(registryHost('Host (and port) of a token server.'))
        .max(10)
        .describe('Further hosts, besides the registry itself, that its credentials may be shown to for a token.')
        .default([]),
    ca: textSource('The authority that signed its certificate. Default: the system store.', 'ca.crt').exactOptional(),
    'private-address': schemas/* boolean */.zMY().describe('It is at a private or loopback address.').default(false),
    'plain-http': schemas/* boolean */.zMY().describe('It is spoken to without TLS.').default(false),
}))
    .max(50)
    .describe('Registries that need credentials, another authority, a private address or no TLS.')
    .default([]);
/** Which images may be deployed without approval. */
const images_images = (0,section/* section */.u)('Which images may be deployed without approval.', {
    keys: schemas/* array */.YOg(textSource('A public key in PEM (ECDSA P-256, as cosign makes them).', 'cosign.pub'))
        .max(20)
        .describe('Keys whose signatures over images, and over scans attached to them, are trusted (cosign).')
        .default([]),
    signatures: schemas/* enum */.k5n(['required', 'preferred'], { error: 'is not a rule for signatures' })
        .describe('`required`: only signed images. `preferred`: an unsigned one too, once our own record has known it long enough.')
        .default('preferred'),
    accept: schemas/* array */.YOg((0,section/* section */.u)('An image that somebody vouches for.', {
        image: repositoryDigest,
        reason: (0,values/* sentence */.em)('Why, for whoever reads the report.'),
    }))
        .max(100)
        .describe('Images that are trusted although they are unsigned, new, in quarantine, or their tag has moved.')
        .default([]),
    ignore: schemas/* array */.YOg((0,values/* objectName */.Hd)('Name of a workload.'))
        .max(100)
        .describe('Workloads whose images are not looked at.')
        .default([]),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/network.js



const linkSpeed = (0,values/* text */.Qq)('Speed of the link.', { says: 'is not a link speed', allowed: 'Mbit or Gbit a second, such as 10Gbit' }, (value) => /^[1-9][0-9]{0,5}(Mbit|Gbit)$/.test(value), '^[1-9][0-9]{0,5}(Mbit|Gbit)$').transform((value) => Number.parseInt(value, 10) * (value.endsWith('Gbit') ? 1e9 : 1e6));
/** What is known of the network. */
const network = (0,section/* section */.u)('What is known of the network.', {
    links: schemas/* record */.g1P((0,values/* plainName */.MH)('A node, or `default`.'), linkSpeed)
        .describe('Speed of the link of each node (or `default`); bits a second in code. Without it the share in use is unknown.')
        .prefault({}),
    'latency-targets': schemas/* array */.YOg((0,section/* section */.u)('Two ends between which the round trip is measured.', {
        name: (0,values/* plainName */.MH)('Name in the report.'),
        from: schemas/* union */.KCZ([
            schemas/* literal */.euz('runner'),
            (0,section/* section */.u)('Pods to measure from.', {
                selector: (0,values/* selector */.gD)('Labels of the pods.'),
                container: (0,values/* label */.Pf)('Container.').exactOptional(),
            }),
        ])
            .describe('`runner`, or pods.')
            .default('runner'),
        host: (0,values/* host */.Hc)('Host name or IP address of the other end.'),
        port: (0,values/* port */.Oh)('Port of the other end.'),
    }))
        .max(50)
        .describe('Default: runner → gateway and gateway pod → database.')
        .exactOptional(),
    connections: schemas/* array */.YOg((0,section/* section */.u)('What must accept a connection from a pod.', {
        name: (0,values/* plainName */.MH)('Name in the report.'),
        host: (0,values/* host */.Hc)('Host name, whole (a Service: name.namespace.svc.cluster.local), or IP address.'),
        port: (0,values/* port */.Oh)('Port, of the Service where it is one.'),
    }))
        .max(10)
        .describe('What must accept a connection from a pod; an empty list tries none. Default: database, cache and gateway, at their addresses or at the Services of their names. Where network policies admit certain pods alone, admit the label app.kubernetes.io/name=rooivalk-network-probe.')
        .exactOptional(),
});
/** How nodes are looked at. */
const nodes = (0,section/* section */.u)('How nodes are looked at.', {
    'kubelet-summary': schemas/* boolean */.zMY()
        .describe('Ask the kubelet of a node how full its disks are, where neither Prometheus nor df in a pod knows. The right for it (get on nodes/proxy) is as good as root: whoever has it can run commands in every container of every node.')
        .default(false),
});
/** What must be resolvable from inside the cluster. */
const dns = (0,section/* section */.u)('Name resolution from inside the cluster.', {
    names: schemas/* array */.YOg((0,values/* host */.Hc)('A name that must resolve.'))
        .min(1)
        .max(20)
        .describe('Names that must resolve in a pod.')
        .default(['kubernetes.default.svc.cluster.local']),
    image: (0,values/* plainName */.MH)('Image of the probe pod; it must have timeout, nslookup and nc.').default('docker.io/library/busybox:1.37.0'),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/stores.js




const pods = (name) => (0,section/* section */.u)('Its pods; used for port-forwards and for looking at them.', {
    kind: schemas/* enum */.k5n(['StatefulSet', 'Deployment'], { error: 'is not a kind of workload' })
        .describe('Kind of the workload.')
        .default('StatefulSet'),
    name: (0,values/* objectName */.Hd)('Name of the workload.').default(name),
    selector: (0,values/* selector */.gD)('Labels of its pods.').default(`app=${name}`),
    container: (0,values/* objectName */.Hd)('Container to look at. Default: the first.').exactOptional(),
});
/** PostgreSQL. */
const database = (0,section/* section */.u)('The PostgreSQL database.', {
    address: (0,values/* host */.Hc)('Host or IP address to reach it directly. Default: through a port-forward to its pods.').exactOptional(),
    workload: pods('postgres').prefault({}),
    port: (0,values/* port */.Oh)('Port, of the address or of the pods.').default(5432),
    name: (0,values/* plainName */.MH)('Name of the database.').default('phoenixrooivalk'),
    user: (0,values/* plainName */.MH)('Role to log in as (deploy/postgres/maintenance-role.sql makes it).').default('maintenance'),
    password: secretKey('Secret with the password.', 'password').prefault({ secret: 'postgres-credentials' }),
    tls: tls('database').prefault({}),
}).transform(withTlsMode);
/** Redis. */
const cache = (0,section/* section */.u)('The Redis cache.', {
    address: (0,values/* host */.Hc)('Host or IP address to reach it directly. Default: through a port-forward to its pods.').exactOptional(),
    workload: pods('redis').prefault({}),
    port: (0,values/* port */.Oh)('Port, of the address or of the pods.').default(6379),
    user: (0,values/* plainName */.MH)('ACL user. Default: the default user.').exactOptional(),
    password: secretKey('Secret with the password. Default: no password.', 'password').exactOptional(),
    tls: tls('cache').prefault({}),
}).transform(withTlsMode);
/** Prometheus. */
const prometheus = (0,section/* section */.u)('The Prometheus server that history is read from.', {
    enabled: schemas/* boolean */.zMY()
        .describe('false: there is none; metrics come from exec, the metrics API and stored history.')
        .default(true),
    address: (0,values/* webAddress */.Dy)('Address to reach it directly. Default: through a port-forward to a pod behind the Service.').exactOptional(),
    service: (0,values/* objectName */.Hd)('Service in front of it.').default('monitoring-stack'),
    port: (0,values/* port */.Oh)('Port of its pods.').default(9090),
    namespace: (0,values/* objectName */.Hd)("Namespace of the Service. Default: the platform's.").exactOptional(),
});

// EXTERNAL MODULE: ./build/domain/configuration/platform/workloads.js + 1 modules
var workloads = __webpack_require__(74096);
;// CONCATENATED MODULE: ./build/domain/configuration/platform.js









/** The platform: where everything is and what it is called. */
const platform = (0,section/* section */.u)('The platform: where everything is and what it is called. The defaults are the names of the guide.', {
    name: (0,values/* plainName */.MH)('Name of the platform in reports.').default('phoenix-rooivalk'),
    cluster: (0,values/* plainName */.MH)("Name of the cluster in reports. Default: the kubeconfig's context.").exactOptional(),
    context: (0,values/* plainName */.MH)("The cluster's context in engineers' kubeconfigs, as commands for people name it. Default: that of the job's kubeconfig.").exactOptional(),
    namespace: (0,values/* label */.Pf)('Namespace that the platform runs in.').default('phoenix-rooivalk'),
    workloads: workloads/* workloads */.bH.prefault({}),
    logs: workloads/* logs */.K9,
    'temporary-files': workloads/* temporaryFiles */.Np,
    database: database.prefault({}),
    cache: cache.prefault({}),
    certificates: certificates.prefault({}),
    prometheus: prometheus.prefault({}),
    images: images_images.prefault({}),
    registries: registries,
    backups: backups.prefault({}),
    network: network.prefault({}),
    nodes: nodes.prefault({}),
    capacity: capacity.prefault({}),
    dns: dns.prefault({}),
});

// EXTERNAL MODULE: ./build/domain/task/inputs.js
var inputs = __webpack_require__(46926);
;// CONCATENATED MODULE: ./build/domain/configuration/tasks.js



/** How an input looks to an editor; {@link parseInputs} is what decides. */
function shape(declaration) {
    switch (declaration.kind) {
        case 'boolean':
            return { type: 'boolean' };
        case 'integer':
        case 'number':
            return { type: declaration.kind, minimum: declaration.min, maximum: declaration.max };
        case 'choice':
            return { type: 'string', enum: [...declaration.values] };
        case 'share':
            return { type: ['number', 'string'] };
        case 'duration':
        case 'text':
            return { type: 'string' };
    }
}
function input(name, declaration) {
    return schemas/* unknown */.L5J()
        .superRefine((value, context) => {
        const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
        const parsed = (0,inputs/* parseInputs */.T)({ [name]: declaration }, { [name]: isScalar ? value : '\0' });
        if (isScalar && 'inputs' in parsed)
            return;
        const allowed = ('errors' in parsed ? parsed.errors[0]?.allowed : undefined) ?? 'a single value';
        const words = declaration.kind === 'choice' ? declaration.values : undefined;
        context.addIssue({ code: 'custom', message: 'is not allowed here', input: value, params: { allowed, words } });
    })
        .meta({ description: declaration.description, default: declaration.default, ...shape(declaration) })
        .transform((value) => value)
        .exactOptional();
}
function task(id, declarations) {
    const inputs = Object.entries(declarations).map(([name, declaration]) => [name, input(name, declaration)]);
    return schemas/* strictObject */.rej({
        enabled: schemas/* boolean */.zMY().describe('false: the task is never due.').default(true),
        windows: schemas/* array */.YOg(schemas/* enum */.k5n(declaration/* windowNames */.n, { error: 'is not a window' }))
            .describe('Of a task that needs approval: the windows for which it is planned ahead.')
            .exactOptional(),
        ...Object.fromEntries(inputs),
    })
        .describe(`Settings of ${id}.`)
        .transform(({ enabled, windows, ...given }) => {
        const chosen = windows;
        const inputs = given;
        return { enabled: enabled, inputs, ...(chosen === undefined ? {} : { windows: chosen }) };
    });
}
/** Settings of the tasks: those that exist, with the inputs that they declare. */
function tasks(taskInputs) {
    const entries = Object.entries(taskInputs).map(([id, inputs]) => [id, task(id, inputs).exactOptional()]);
    return schemas/* strictObject */.rej(Object.fromEntries(entries))
        .describe('Settings of single tasks: switched off, or with other inputs.')
        .transform((given) => given)
        .prefault({});
}

;// CONCATENATED MODULE: ./build/domain/configuration/thresholds.js


function threshold(shape) {
    const beyond = shape.lowerIsWorse ? 'less is worse' : 'more is worse';
    return schemas/* strictObject */.rej({
        warning: schemas/* number */.aig().min(0).max(shape.max).describe(`Warn from here on, ${shape.unit}.`).default(shape.warning),
        critical: schemas/* number */.aig().min(0).max(shape.max).describe(`Fail from here on, ${shape.unit}.`).default(shape.critical),
    })
        .refine((pair) => (shape.lowerIsWorse ? pair.critical < pair.warning : pair.critical > pair.warning), {
        path: ['critical'],
        error: 'is on the wrong side of the warning',
        params: { allowed: `a number ${shape.lowerIsWorse ? 'below' : 'above'} the warning: ${beyond}` },
    })
        .describe(`${shape.what}, ${shape.unit}; ${beyond}.`)
        .transform((pair) => pair)
        .prefault({});
}
/** The six thresholds of the guide (§3.2). */
const thresholds = (0,section/* section */.u)('From where a measured value is a warning or a failure.', {
    'cpu-utilization': threshold({
        what: 'CPU in use',
        unit: 'percent of allocatable',
        max: 100,
        warning: 70,
        critical: 85,
    }),
    'memory-utilization': threshold({
        what: 'Memory in use',
        unit: 'percent of allocatable',
        max: 100,
        warning: 80,
        critical: 90,
    }),
    'disk-utilization': threshold({ what: 'Disk in use', unit: 'percent', max: 100, warning: 85, critical: 95 }),
    'network-latency': threshold({ what: 'Round trip', unit: 'milliseconds', max: 600_000, warning: 100, critical: 200 }),
    'transaction-throughput': threshold({
        what: 'Transactions of the chain',
        unit: 'transactions a second',
        max: 1e9,
        warning: 800,
        critical: 500,
        lowerIsWorse: true,
    }),
    'response-time': threshold({
        what: 'Response time of the gateway',
        unit: 'milliseconds',
        max: 600_000,
        warning: 2000,
        critical: 5000,
    }),
});

// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
;// CONCATENATED MODULE: ./build/domain/configuration/configuration.js











const approval = (0,section/* section */.u)('How changes that need approval get it.', {
    gate: schemas/* enum */.k5n(['environment', 'issue'], { error: 'is not a gate' })
        .describe('`environment`: required reviewers of a GitHub environment. `issue`: a comment on an issue, where environments have no reviewers.')
        .default('environment'),
    'digest-in-comment': schemas/* boolean */.zMY()
        .describe("The reviewer's comment must contain the digits of the plan. Switched off, reports say so.")
        .default(true),
    approvers: schemas/* array */.YOg((0,values/* text */.Qq)('A GitHub login.', { says: 'is not a GitHub login', allowed: 'letters, digits and single hyphens, without @' }, (value) => /^[a-zA-Z0-9](-?[a-zA-Z0-9]){0,38}$/.test(value)))
        .max(100)
        .describe('Who may approve with the issue gate. Default: whoever may write to the repository.')
        .exactOptional(),
    'valid-for': (0,values/* duration */.p0)('How long a plan outside every window may be approved and applied; one for a window ends with it.', approval_document/* longestWaitMs */.IJ).prefault('24h'),
});
const notify = (0,section/* section */.u)('Who hears of it.', {
    heartbeat: (0,values/* text */.Qq)('Address that hears from every watch run; silence there means that schedules have stopped.', { says: 'is not an https address', allowed: 'https:// with host and path, without user or password' }, (value) => /^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/.test(value)).exactOptional(),
    assignees: schemas/* array */.YOg((0,values/* plainName */.MH)('A GitHub login.'))
        .max(10)
        .describe('Who is assigned to issues that maintenance opens.')
        .default([]),
});
const reports = (0,section/* section */.u)('What reports show.', {
    public: schemas/* boolean */.zMY()
        .describe('true: reports in a public repository show everything. false: there, verdicts and counts only.')
        .default(false),
});
const failOn = schemas/* enum */.k5n(verdict/* verdictsByWeight */.Mi, { error: 'is not a verdict' })
    .describe('From which verdict on a job is red. From harmless to worst: not-applicable, pass, warn, unknown, fail.')
    .default('unknown');
/** The schema of `.github/maintenance.yml`. Every default is the guide's. */
function configurationFor(taskInputs) {
    return (0,section/* section */.u)('Rooivalk Maintenance: what is maintained, when, and how strictly.', {
        platform: platform.prefault({}),
        windows: windows/* windows */.KF.prefault({}),
        blackouts: blackouts,
        tasks: tasks(taskInputs),
        thresholds: thresholds.prefault({}),
        'fail-on': failOn,
        reports: reports.prefault({}),
        approval: approval.prefault({}),
        'lead-time': (0,values/* duration */.p0)("How long before a window its approvals are asked for; equal to the environments' wait timer.", 30 * 86_400_000).prefault('48h'),
        notify: notify.prefault({}),
        kubeconfig: kubeconfig.prefault({}),
    });
}
/** The JSON Schema of the file, for editors (`schema/maintenance.schema.json`). */
function configurationSchema(taskInputs) {
    const schema = json_schema_processors/* toJSONSchema */.bl(configurationFor(taskInputs), { io: 'input', unrepresentable: 'any' });
    return { ...schema, title: '.github/maintenance.yml' };
}

;// CONCATENATED MODULE: ./build/domain/configuration/configuration-error.js
const LINE_WIDTH = 110;
/** A text for a terminal: control, bidirectional and zero-width characters become visible, each one character long. */
function visible(text) {
    return text
        .replaceAll('\t', ' ')
        .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd');
}
/** A value as the message shows it: quoted, visible, at most 60 characters. */
function quoted(value) {
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    return `"${visible(shown).replaceAll('"', '\\"')}"`;
}
/** The part of a long line around a column, and where the column is in it. */
function excerpt(line, column) {
    const offset = column - 1 < LINE_WIDTH - 30 ? 0 : column - 40;
    const head = offset > 0 ? '…' : '';
    const tail = line.length > offset + LINE_WIDTH ? '…' : '';
    const shown = `${head}${visible(line.slice(offset, offset + LINE_WIDTH))}${tail}`;
    return { shown, indent: head.length + column - 1 - offset };
}
/** An error as reading.md shows it: file, line, column, path, value; below it the line, and carets with what was meant. */
function configurationError(parts) {
    const { file, line, column, path, message, meant, allowed } = parts;
    const { shown, indent } = excerpt(parts.lines[line - 1] ?? '', column);
    const number = String(line).padStart(4);
    const carets = '^'.repeat(Math.max(1, Math.min(parts.length, shown.length - indent, 60)));
    const hints = [
        ...(meant === undefined ? [] : [`did you mean ${quoted(meant)}?`]),
        ...(allowed === undefined ? [] : [`allowed: ${allowed}`]),
    ];
    const subject = path === '' ? '' : `${visible(path)}: `;
    const head = `${file}:${line}:${column}  ${subject}${message}`;
    const text = [
        head,
        `${number} | ${shown}`,
        `${' '.repeat(number.length)} | ${' '.repeat(indent)}${carets} ${hints.join('  ')}`.trimEnd(),
    ].join('\n');
    return {
        file,
        line,
        column,
        path,
        message,
        ...(meant === undefined ? {} : { meant }),
        ...(allowed === undefined ? {} : { allowed }),
        text,
    };
}

;// CONCATENATED MODULE: ./build/domain/configuration/nearest.js
/** Lower case, with `-` for `_` and before a capital: how people spell a key in another convention. */
function plainSpelling(word) {
    return word
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .toLowerCase();
}
/** Edit distance with transpositions (optimal string alignment): how many slips lead from one word to the other. */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, k) => k);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (before[j - 2] ?? 0) + 1);
            row.push(best);
        }
        before = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
/**
 * The word that was probably meant: the only one that begins so, the same in another spelling, or at most a third of its letters (and three) away;
 * undefined when none is near. Of equally near ones the first.
 */
function nearest(word, words) {
    if (word === '' || word.length > 60)
        return undefined;
    const spelled = plainSpelling(word);
    const begun = spelled.length < 3 ? [] : words.filter((candidate) => plainSpelling(candidate).startsWith(spelled));
    if (begun.length === 1)
        return begun[0];
    let best;
    let least = Math.min(3, Math.max(1, Math.floor(spelled.length / 3))) + 1;
    for (const candidate of words) {
        const plain = plainSpelling(candidate);
        if (Math.abs(plain.length - spelled.length) >= least)
            continue;
        const slips = distance(spelled, plain);
        if (slips < least)
            [best, least] = [candidate, slips];
    }
    return best;
}

;// CONCATENATED MODULE: ./build/domain/configuration/translation.js


const kinds = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a section',
    record: 'a section',
};
/** What YAML 1.2 takes for text, though many readers take it for true or false. */
const truth = new Map([
    ...['yes', 'on'].map((word) => [word, 'true']),
    ...['no', 'off'].map((word) => [word, 'false']),
]);
const MISSING = 'is missing';
const NO_VALUE = 'has no value; write one, or remove the line';
function branches(node) {
    if (node === undefined)
        return [];
    return node.anyOf === undefined ? [node] : node.anyOf.flatMap(branches);
}
function stepInto(nodes, part) {
    return nodes.flatMap((node) => {
        if (typeof part === 'number')
            return branches(node.items);
        const { properties = {}, additionalProperties: more } = node;
        if (Object.hasOwn(properties, part))
            return branches(properties[part]);
        return typeof more === 'object' ? branches(more) : [];
    });
}
const at = (root, path) => path.reduce(stepInto, branches(root));
/** Words as a list; a long one (days of the week) by its ends. */
function listed(words, most = 6) {
    if (words.length <= most)
        return words.join(', ');
    return `${words[0]} … ${words.at(-1)}`;
}
function numberRange(node) {
    const word = node.type === 'integer' ? 'a whole number' : 'a number';
    const from = node.exclusiveMinimum === undefined ? `from ${node.minimum ?? 0}` : `above ${node.exclusiveMinimum}`;
    return node.maximum === undefined ? word : `${word} ${from} to ${node.maximum}`;
}
function allowedOf(node) {
    if (node.enum !== undefined)
        return [listed(node.enum.map(String))];
    if (node.const !== undefined)
        return [String(node.const)];
    if (node.type === 'number' || node.type === 'integer')
        return [numberRange(node)];
    if (node.type === 'object' && node.properties !== undefined) {
        return [`a section with ${listed(Object.keys(node.properties), 12)}`];
    }
    return node.type === undefined ? [] : [kinds[node.type] ?? node.type];
}
const unique = (texts) => [...new Set(texts)];
/** What may stand at a place, in words. */
function allowedAt(root, path) {
    const nodes = at(root, path);
    const texts = unique(nodes.flatMap(allowedOf));
    if (texts.length === 0)
        return undefined;
    return texts.map((each) => (each === 'a list' && nodes.length > 1 ? 'a list of them' : each)).join(', or ');
}
const wordsAt = (root, path) => at(root, path)
    .flatMap((node) => [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])])
    .map(String);
/** Of a union's branches, the one that came closest: which accepts the kind of value, and whose faults lie deepest. */
function closest(branchIssues) {
    const depth = (issues) => {
        const [first] = issues;
        if (first === undefined)
            return -1;
        return first.path.length + (first.code === 'invalid_type' && first.path.length === 0 ? -1 : 0);
    };
    return branchIssues.reduce((best, each) => (depth(each) > depth(best) ? each : best), []);
}
/** An issue and those inside it, with whole paths. */
function flatten(issue, prefix = []) {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union')
        return closest(issue.errors).flatMap((each) => flatten(each, path));
    if (issue.code === 'invalid_key')
        return issue.issues.slice(0, 1).map((each) => ({ issue: each, path }));
    return [{ issue, path }];
}
function unknownKeys(keys, path, { schema }) {
    const known = at(schema, path).flatMap((node) => Object.keys(node.properties ?? {}));
    return keys.map((key) => ({
        path: [...path, key],
        mark: 'key',
        message: `${quoted(key)} is not known here`,
        meant: nearest(key, known),
        allowed: known.length === 0 ? undefined : listed(known, 30),
    }));
}
function wrongKind(issue, path, context) {
    const value = context.source.written(path);
    const expected = kinds[issue.expected] ?? issue.expected;
    const allowed = allowedAt(context.schema, path);
    if (issue.input === undefined)
        return { path, message: MISSING, allowed };
    if (issue.input === null)
        return { path, message: NO_VALUE, allowed };
    const meant = issue.expected === 'boolean' ? truth.get(String(issue.input).toLowerCase()) : undefined;
    const what = value ?? (Array.isArray(issue.input) ? 'a list' : 'a section');
    return { path, message: `${what} is not ${expected}`, meant, allowed };
}
function wrongSize(issue, path, context) {
    const few = issue.code === 'too_small';
    if (issue.origin === 'array' || issue.origin === 'map') {
        const bound = String('minimum' in issue ? issue.minimum : issue.maximum);
        return {
            path,
            message: `has too ${few ? 'few' : 'many'} entries`,
            allowed: `at ${few ? 'least' : 'most'} ${bound}`,
        };
    }
    const value = context.source.written(path) ?? 'the value';
    return { path, message: `${value} is too ${few ? 'small' : 'large'}`, allowed: allowedAt(context.schema, path) };
}
function broken(issue, path, context) {
    const params = (issue.code === 'custom' ? (issue.params ?? {}) : {});
    const allowed = params.allowed ?? allowedAt(context.schema, path);
    if (issue.input === undefined)
        return { path, message: MISSING, allowed };
    if (issue.input === null)
        return { path, message: NO_VALUE, allowed };
    const words = typeof params.words === 'function' ? params.words() : (params.words ?? wordsAt(context.schema, path));
    const value = params.noValue ? undefined : context.source.written(path);
    const says = issue.message.startsWith('Invalid') ? 'is not allowed here' : issue.message;
    return {
        path,
        message: value === undefined ? says : `${value} ${says}`,
        meant: typeof issue.input === 'string' ? nearest(issue.input, words) : undefined,
        allowed,
    };
}
/** The faults of the file that zod's issues stand for, with what is allowed and what was probably meant. */
function translate(issues, source, schema) {
    const context = { source, schema: schema };
    return issues.flatMap((whole) => flatten(whole).flatMap(({ issue, path }) => {
        if (issue.code === 'unrecognized_keys')
            return unknownKeys(issue.keys, path, context);
        if (issue.code === 'invalid_type')
            return [wrongKind(issue, path, context)];
        if (issue.code === 'too_small' || issue.code === 'too_big')
            return [wrongSize(issue, path, context)];
        return [broken(issue, path, context)];
    }));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/domain/configuration/yaml-source.js


/** Larger than any configuration; a bound for parsing. */
const MAX_CHARACTERS = 256 * 1024;
const MAX_ALIASES = 50;
/** `windows.weekly.days`, `blackouts[0].owner`. */
function pathText(path) {
    return path.reduce((text, part) => {
        if (typeof part === 'number')
            return `${text}[${part}]`;
        return text === '' ? part : `${text}.${part}`;
    }, '');
}
const sentences = {
    TAB_AS_INDENT: 'a tab cannot indent; use spaces',
    RESOURCE_EXHAUSTION: 'the file nests too deeply',
    MISSING_CHAR: 'a quote or bracket is not closed',
    BAD_INDENT: 'the indentation does not fit, or a bracket is not closed',
    BLOCK_AS_IMPLICIT_KEY: 'a second ": " on one line; a value that contains it needs quotes',
    TAG_RESOLVE_FAILED: 'tags ("!…") are not allowed',
    BAD_SCALAR_START: 'a value cannot begin with this character; put it in quotes',
};
function childOf(node, part) {
    if ((0,dist/* isSeq */.oP)(node)) {
        const item = node.items[Number(part)];
        const first = (0,dist/* isMap */.jh)(item) ? item.items[0]?.key : undefined;
        return item === undefined ? undefined : { key: first ?? item, value: item };
    }
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    const pair = node.items.findLast((each) => (0,dist/* isPair */.tO)(each) && String((0,dist/* isScalar */.jn)(each.key) ? (each.key.value ?? '') : each.key) === part);
    if (pair === undefined)
        return undefined;
    const { key, value } = pair;
    return value === null ? { key } : { key, value };
}
class ParsedYaml {
    errors = [];
    value;
    #file;
    #text;
    #lines;
    #counter = new dist/* LineCounter */.HN();
    #document;
    constructor(text, file) {
        this.#file = file;
        this.#text = text;
        this.#lines = text.split(/\r\n|\n|\r/);
        if (text.length > MAX_CHARACTERS) {
            this.#complain([0, 0], `the file has more than ${MAX_CHARACTERS} characters`);
            return;
        }
        const documents = (0,dist/* parseAllDocuments */.hR)(text, {
            lineCounter: this.#counter,
            prettyErrors: false,
            logLevel: 'silent',
            schema: 'core',
        });
        const [document, second] = Array.isArray(documents) ? documents : [];
        this.#document = document;
        if (document === undefined) {
            this.value = {};
            return;
        }
        if (second !== undefined)
            this.#complain(second.range.slice(0, 2), 'begins a second document; the file holds one');
        if (document.directives?.yaml.explicit)
            this.#complain([0, 1], 'a %YAML directive is not allowed');
        this.#readErrors(document);
        if (this.errors.every((error) => error.message.endsWith('is written twice'))) {
            const value = this.#read(document);
            if (value !== undefined)
                this.value = value;
        }
    }
    #complain(range, message, allowed, path = []) {
        this.errors.push(this.#at(range, { path, message, allowed }));
    }
    #readErrors(document) {
        const all = [...document.errors, ...document.warnings];
        const exhausted = all.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
        const places = new Set();
        for (const { code, pos, message } of exhausted === undefined ? all : [exhausted]) {
            if (places.has(pos[0]))
                continue;
            places.add(pos[0]);
            const end = Math.max(pos[0] + 1, pos[1]);
            if (code === 'DUPLICATE_KEY') {
                const key = /^("[^"]*"|'[^']*'|[^\s:]+)/.exec(this.#text.slice(pos[0]))?.[0] ?? '';
                this.#complain([pos[0], pos[0] + key.length], `${quoted(key.replace(/^["']|["']$/g, ''))} is written twice`, 'each key once');
            }
            else
                this.#complain([pos[0], end], sentences[code] ?? visible(message));
        }
    }
    #read(document) {
        let aliases = 0;
        const faults = [];
        (0,dist/* visit */.YR)(document, {
            Alias: (_, alias, ancestors) => {
                aliases += 1;
                const target = alias.resolve(document);
                if (aliases > MAX_ALIASES || target === undefined || ancestors.includes(target))
                    faults.push(alias);
            },
        });
        const [first] = faults;
        if (first !== undefined) {
            const message = aliases > MAX_ALIASES
                ? `more than ${MAX_ALIASES} aliases`
                : 'an alias of something that is not there, or that it is part of';
            this.#complain(first.range ?? [0, 1], message);
            return undefined;
        }
        try {
            return document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
        }
        catch {
            this.#complain([0, 1], 'aliases repeat too much of the file');
            return undefined;
        }
    }
    #at(range, fault) {
        const start = Math.min(range[0] ?? 0, Math.max(0, this.#text.length - 1));
        const { line, col } = this.#counter.lineStarts.length === 0 ? { line: 1, col: 1 } : this.#counter.linePos(start);
        const { message, meant, allowed } = fault;
        const length = (range[1] ?? start + 1) - start;
        // the carriage return of a CRLF ending is no column that a reader could go to
        const column = Math.min(Math.max(1, col), (this.#lines[line - 1]?.length ?? 0) + 1);
        const place = { file: this.#file, lines: this.#lines, line: Math.max(1, line), column, length };
        return configurationError({
            ...place,
            path: pathText(fault.mark === 'key' ? fault.path.slice(0, -1) : fault.path),
            message,
            meant,
            allowed,
        });
    }
    #resolve(node) {
        return (0,dist/* isAlias */.Vj)(node) && this.#document !== undefined ? node.resolve(this.#document) : node;
    }
    /** The node of a path, or of as much of it as there is, and the key that leads to it. */
    #find(path) {
        let node = this.#document?.contents ?? undefined;
        let key;
        for (const part of path) {
            const child = childOf(this.#resolve(node), part);
            if (child === undefined)
                return { ...(node && { node }), ...(key && { key }), whole: false };
            key = child.key ?? key;
            node = child.value;
        }
        return { ...(node && { node }), ...(key && { key }), whole: true };
    }
    error(fault) {
        const { node, key, whole } = this.#find(fault.path);
        const wanted = fault.mark === 'key' || !whole || node === undefined || !(0,dist/* isScalar */.jn)(this.#resolve(node));
        const range = ((wanted ? (key ?? node) : node) ?? this.#document?.contents)?.range ?? [0, 1];
        return this.#at([range[0], Math.max(range[1], range[0] + 1)], fault);
    }
    written(path) {
        const { node, whole } = this.#find(path);
        const target = this.#resolve(node);
        if (!whole || !(0,dist/* isScalar */.jn)(target))
            return undefined;
        return typeof target.value === 'string'
            ? quoted(target.value)
            : quoted(String(target.source ?? target.value)).slice(1, -1);
    }
}
/** Reads YAML 1.2 (core schema): one document, no tags, bounded in size, depth and aliases. Never throws. */
function readYaml(text, file) {
    return new ParsedYaml(text.replace(/^\ufeff/, ''), file);
}

;// CONCATENATED MODULE: ./build/domain/configuration/read.js



/** Where the configuration is, in the repository. */
const CONFIGURATION_FILE = '.github/maintenance.yml';
const remembered = new WeakMap();
/** The schemas of some tasks' inputs: making them takes longer than reading a file. */
function schemasOf(taskInputs) {
    const schemas = remembered.get(taskInputs) ?? { file: configurationFor(taskInputs) };
    remembered.set(taskInputs, schemas);
    return schemas;
}
/**
 * Reads the configuration file. An empty text gives the defaults. All errors come back together, in the order of the
 * file, each with file, line, column, value, what is allowed and the nearest valid word. Never throws.
 */
function readConfiguration(text, file, taskInputs) {
    const source = readYaml(text, file);
    if (source.value === undefined)
        return { errors: source.errors };
    const schemas = schemasOf(taskInputs);
    const result = schemas.file.safeParse(source.value, { reportInput: true });
    if (result.success && source.errors.length === 0)
        return { configuration: result.data };
    schemas.words ??= configurationSchema(taskInputs);
    const faults = translate(result.error?.issues ?? [], source, schemas.words);
    const errors = [...source.errors, ...faults.map((fault) => source.error(fault))];
    return { errors: errors.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}
/** The configuration of an empty file: every default. */
function defaultConfiguration(taskInputs) {
    return schemasOf(taskInputs).file.parse({});
}
/** Errors for people: one block each, with a blank line between. */
function describeErrors(errors) {
    return errors.map((error) => error.text).join('\n\n');
}

;// CONCATENATED MODULE: ./build/runtime/configuration-file.js



const largest = 1_048_576;
/** The configuration cannot be used; the message names every error with file, line, column, value and what is allowed. */
class ConfigurationError extends Error {
    name = 'ConfigurationError';
}
/** The text of a checkout's configuration; empty where there is no file. No input names another one. */
function configurationText(workspace) {
    const file = (0,external_node_path_.join)(workspace, CONFIGURATION_FILE);
    if (!(0,external_node_fs_.existsSync)(file))
        return '';
    if ((0,external_node_fs_.statSync)(file).size > largest)
        throw new ConfigurationError(`${CONFIGURATION_FILE} is larger than 1 MiB`);
    return (0,external_node_fs_.readFileSync)(file, 'utf8');
}
/** Read the configuration of a checkout; without a file every default stands, and they are the guide's. */
function loadConfiguration(workspace, taskInputs) {
    const read = readConfiguration(configurationText(workspace), CONFIGURATION_FILE, taskInputs);
    if ('errors' in read)
        throw new ConfigurationError(describeErrors(read.errors));
    return read.configuration;
}


/***/ }),

/***/ 23682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runWord)
/* harmony export */ });
/** Who writes the journal and holds the Lease: run URL, attempt and job. */
function runWord(run, job) {
    return `${run.url} attempt ${run.attempt} job ${job}`;
}


/***/ }),

/***/ 64970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ openPlatform)
});

// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
;// CONCATENATED MODULE: ./build/runtime/wiring/cluster.js

/** Connect to the cluster that the environment names; the adapter and its client are loaded only now. */
async function connectCluster(self, { kubeconfig }, task) {
    const { connectKubernetes } = await Promise.all(/* import() */[__webpack_require__.e(9581), __webpack_require__.e(6066)]).then(__webpack_require__.bind(__webpack_require__, 86066));
    const { environment } = self;
    const variable = (name) => environment.variables[name];
    const host = variable('KUBERNETES_SERVICE_HOST');
    const port = variable('KUBERNETES_SERVICE_PORT');
    return connectKubernetes({
        clock: clock/* systemClock */.m,
        random: Math.random,
        task,
        kubeconfig: environment.kubeconfig,
        rules: { plugins: kubeconfig.plugins, proxyUrl: kubeconfig.proxyUrl, insecure: kubeconfig.insecure },
        inCluster: host && port ? { host, port } : undefined,
        proxy: definedOf({
            httpsProxy: variable('HTTPS_PROXY') ?? variable('https_proxy'),
            noProxy: variable('NO_PROXY') ?? variable('no_proxy'),
        }),
        pluginEnvironment: definedOf(Object.fromEntries(['PATH', 'HOME', ...kubeconfig.pluginEnvironment].map((name) => [name, variable(name)]))),
        signal: self.signal,
    });
}
/** The entries that are there. */
function definedOf(entries) {
    return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/secrets.js
var secrets = __webpack_require__(86739);
;// CONCATENATED MODULE: ./build/runtime/wiring/journal-key.js



const variable = 'MAINTENANCE_JOURNAL_KEY_FILE';
const fewestBytes = 32;
const mostBytes = 4096;
/**
 * The key that the journal's records are authenticated with: hexadecimal digits of at least 32 bytes, in the file that
 * the login step wrote. Undefined when none is configured. Masked everywhere before it is used.
 */
function readJournalKey(self) {
    const file = self.environment.variables[variable];
    if (file === undefined || file === '')
        return undefined;
    if ((0,external_node_fs_.statSync)(file).size > mostBytes)
        throw notAKey();
    const text = (0,external_node_fs_.readFileSync)(file, 'utf8').trim();
    if (!/^(?:[0-9a-fA-F]{2})+$/.test(text) || text.length < fewestBytes * 2)
        throw notAKey();
    (0,secrets/* maskSecret */.$l)(self, text);
    return Buffer.from(text, 'hex');
}
const notAKey = () => new task_inputs/* InputError */.dz(`The secret MAINTENANCE_JOURNAL_KEY is not a key: hexadecimal digits of at least ${fewestBytes} bytes are expected. Make one with: openssl rand -hex 32`);

// EXTERNAL MODULE: ./build/domain/state/sightings.js
var sightings = __webpack_require__(25163);
;// CONCATENATED MODULE: ./build/runtime/wiring/access-key.js

/**
 * The key to the bucket: from the configured Secret, else what a cloud login left in the environment of the job. Undefined
 * where there is neither.
 */
async function accessKey(self, cluster, namespace, configured) {
    if (configured === undefined)
        return fromEnvironment(self);
    const { secret } = configured;
    const read = async (key) => (0,secrets/* readSecret */.n5)(self, await cluster(), namespace, { secret, key });
    return {
        accessKeyId: await read(configured.accessKeyId),
        secretAccessKey: await read(configured.secretAccessKey),
    };
}
function fromEnvironment(self) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken, } = self.environment.variables;
    if (!accessKeyId || !secretAccessKey)
        return undefined;
    (0,secrets/* maskSecret */.$l)(self, secretAccessKey);
    if (!sessionToken)
        return { accessKeyId, secretAccessKey };
    (0,secrets/* maskSecret */.$l)(self, sessionToken);
    return { accessKeyId, secretAccessKey, sessionToken };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/runtime/wiring/drill-host.js


/**
 * The machine that a restore drill runs on. Its folder is one that other users may go through, and short: the path of a
 * socket has at most 107 bytes. The runner's own folder for temporary files is neither.
 */
function drillHost() {
    return { folder: '/tmp', secret: () => (0,external_node_crypto_.randomBytes)(16).toString('hex'), clock: clock/* systemClock */.m };
}

// EXTERNAL MODULE: ./build/domain/state/images.js
var state_images = __webpack_require__(77317);
;// CONCATENATED MODULE: ./build/runtime/wiring/image-record.js

/** Our own record of images, kept in the state beside the platform. */
function imageRecord(state, clock) {
    return {
        read: async () => ({ images: await state.read('images'), quarantine: await state.read('quarantine') }),
        remember: async (seen) => {
            await state.update('images', (images) => (0,state_images/* rememberImages */.oH)(images, seen, clock.now()));
        },
        quarantine: async (bad) => {
            await state.update('quarantine', (quarantine) => bad.reduce((kept, image) => (0,state_images/* quarantined */.bY)(kept, image, clock.now()), quarantine));
        },
    };
}

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var pods = __webpack_require__(95260);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/runtime/wiring/prometheus.js




/** Where the configuration says Prometheus is: an address, or a ready pod behind its Service. Undefined: there is none. */
function prometheusServer(platform, cluster) {
    const { enabled, address, service, port, namespace = platform.namespace } = platform.prometheus;
    if (!enabled)
        return undefined;
    if (address !== undefined)
        return serverAt(new URL(address));
    return {
        name: `prometheus (service/${service} in ${namespace})`,
        scheme: 'http',
        serverName: 'localhost',
        path: '',
        reach: async () => forwardTo(await cluster(), namespace, service, port),
    };
}
function serverAt(url) {
    const scheme = url.protocol === 'https:' ? 'https' : 'http';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = url.port === '' ? (scheme === 'https' ? 443 : 80) : Number(url.port);
    return {
        name: `prometheus at ${url.host}`,
        scheme,
        serverName: url.hostname,
        path: url.pathname.replace(/\/+$/, ''),
        reach: async () => ({ host, port, close: async () => undefined }),
    };
}
async function forwardTo(cluster, namespace, service, port) {
    const subject = `service/${service}`;
    const selector = (await cluster.get(resources/* resources */.E.services, namespace, service))?.spec.selector ?? {};
    const labels = Object.entries(selector)
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
    if (labels !== '') {
        for await (const pod of cluster.list({ resource: resources/* resources */.E.pods, namespace, labels })) {
            if ((0,pods/* isReady */.i_)(pod))
                return cluster.forward({ namespace, pod: pod.metadata.name }, port);
        }
    }
    throw new port_error/* PortError */.U({
        code: labels === '' ? 'not-found' : 'unreachable',
        subject,
        message: labels === ''
            ? `${subject} does not exist in ${namespace}, or selects no pods`
            : `no pod behind ${subject} is ready`,
        next: `${(0,kubectl/* kubectl */.Lr)(namespace) `get service ${service}`}, or say where Prometheus is under \`platform.prometheus\``,
    });
}

;// CONCATENATED MODULE: ./build/runtime/wiring/registries.js



/** The configured registries, their credentials read when they are first asked for. */
function registryServers(self, { registries, namespace }, cluster) {
    return registries.map(({ host, credentials, tokenRealms, ca, privateAddress, plainHttp }) => ({
        host,
        tokenRealms,
        privateAddress,
        plainHttp,
        ...(ca === undefined ? {} : { ca: once(async () => (0,secrets/* readText */.yR)(await cluster(), namespace, ca)) }),
        ...(credentials === undefined
            ? {}
            : { credentials: once(async () => readCredentials(self, await cluster(), namespace, credentials, host)) }),
    }));
}
async function readCredentials(self, cluster, namespace, at, host) {
    const { credentialsFrom } = await __webpack_require__.e(/* import() */ 4020).then(__webpack_require__.bind(__webpack_require__, 24020));
    const found = credentialsFrom(await (0,secrets/* readSecret */.n5)(self, cluster, namespace, at), host);
    if (found === undefined) {
        throw new port_error/* PortError */.U({
            code: 'invalid',
            subject: `secret/${at.secret}`,
            message: `key ${at.key} of secret/${at.secret} holds no user and password for ${host}`,
            next: `${(0,kubectl/* kubectl */.Lr)(namespace) `create secret docker-registry`} makes such a Secret`,
        });
    }
    (0,secrets/* maskSecret */.$l)(self, found.password);
    // as it stands in an Authorization header
    (0,secrets/* maskSecret */.$l)(self, `${found.username}:${found.password}`);
    return found;
}
/** The configured public keys whose signatures are trusted. */
async function signingKeys({ images, namespace }, cluster) {
    return Promise.all(images.keys.map(async (at) => ({
        name: `${at.kind === 'Secret' ? 'secret' : 'configmap'}/${at.name}, ${at.key}`,
        pem: await (0,secrets/* readText */.yR)(await cluster(), namespace, at),
    })));
}
/** Asked once; a failure is asked again. */
function once(ask) {
    let answer;
    return () => {
        answer ??= ask().catch((error) => {
            answer = undefined;
            throw error;
        });
        return answer;
    };
}

;// CONCATENATED MODULE: ./build/runtime/wiring/targets.js



/**
 * The servers of a store. Where an address is configured there is one, reached directly; otherwise each pod that has not
 * ended, in the order of their names, through a port-forward.
 */
async function targetsOf(cluster, namespace, store) {
    const { address, port, workload } = store;
    if (address !== undefined) {
        return [{ name: `${address}:${port}`, reach: async () => ({ host: address, port, close: async () => undefined }) }];
    }
    const found = [];
    const reached = await cluster();
    for await (const pod of reached.list({ resource: resources/* resources */.E.pods, namespace, labels: workload.selector })) {
        if (pod.metadata.deletionTimestamp === undefined)
            found.push(pod);
    }
    if (found.length === 0) {
        throw new port_error/* PortError */.U({
            code: 'not-found',
            subject: `pods ${workload.selector}`,
            message: `no pod in ${namespace} matches ${workload.selector}`,
            next: (0,kubectl/* kubectl */.Lr)(namespace) `get ${workload.kind.toLowerCase()}/${workload.name}`,
        });
    }
    const names = found.map((pod) => pod.metadata.name).sort(byOrdinal);
    return names.map((pod) => ({ name: `pod/${pod}`, reach: () => reached.forward({ namespace, pod }, port) }));
}
/** A pod's port through a port-forward. */
function reachThrough(cluster) {
    return async ({ namespace, pod, port }) => (await cluster()).forward({ namespace, pod }, port);
}
/** `postgres-2` before `postgres-10`. */
const byOrdinal = (a, b) => a.localeCompare(b, 'en', { numeric: true });

;// CONCATENATED MODULE: ./build/runtime/wiring/ports.js









/** How each port's adapter is made. Loading happens here, and only for the ports that a task declares. */
const makers = {
    cluster: ({ cluster }) => cluster(),
    history: async ({ history, state }) => ({
        series: async (metric) => (await history())[metric] ?? [],
        firstSeen: async (kind) => (0,sightings/* firstSeenOf */.H)(await state.read('sightings'), kind),
    }),
    certificates: async ({ cluster }) => {
        const { createCertificates } = await Promise.all(/* import() */[__webpack_require__.e(6452), __webpack_require__.e(2004)]).then(__webpack_require__.bind(__webpack_require__, 92004));
        return createCertificates({ reach: reachThrough(cluster) });
    },
    metrics: async ({ configuration, cluster }) => {
        const { createMetrics } = await __webpack_require__.e(/* import() */ 5073).then(__webpack_require__.bind(__webpack_require__, 45073));
        const prometheus = prometheusServer(configuration.platform, cluster);
        return createMetrics({ prometheus, reach: reachThrough(cluster), clock: clock/* systemClock */.m });
    },
    probe: async ({ cluster }) => {
        const { createProbe } = await __webpack_require__.e(/* import() */ 8107).then(__webpack_require__.bind(__webpack_require__, 78107));
        return createProbe({ reach: reachThrough(cluster), clock: clock/* systemClock */.m });
    },
    database: async ({ self, configuration, cluster, run }) => {
        const { createDatabase } = await Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(875)]).then(__webpack_require__.bind(__webpack_require__, 30875));
        const { database, namespace } = configuration.platform;
        return createDatabase({
            targets: () => targetsOf(cluster, namespace, database),
            database: database.name,
            user: database.user,
            password: async () => (0,secrets/* readSecret */.n5)(self, await cluster(), namespace, database.password),
            tls: () => tlsOf(cluster, namespace, database),
            run,
            clock: clock/* systemClock */.m,
        });
    },
    objectStore: async ({ self, configuration, cluster }) => {
        const { createObjectStore } = await Promise.all(/* import() */[__webpack_require__.e(3711), __webpack_require__.e(6434)]).then(__webpack_require__.bind(__webpack_require__, 36434));
        const { backups, namespace } = configuration.platform;
        const { endpoint, region, bucket } = backups;
        return createObjectStore({
            ...(endpoint === undefined ? {} : { endpoint }),
            region,
            bucket,
            credentials: () => accessKey(self, cluster, namespace, backups.credentials),
        });
    },
    registry: async ({ self, configuration, cluster }) => {
        const { createRegistry } = await __webpack_require__.e(/* import() */ 316).then(__webpack_require__.bind(__webpack_require__, 80316));
        return createRegistry({
            servers: registryServers(self, configuration.platform, cluster),
            keys: () => signingKeys(configuration.platform, cluster),
            clock: clock/* systemClock */.m,
            signal: self.signal,
        });
    },
    imageRecord: async ({ state }) => imageRecord(state, clock/* systemClock */.m),
    drill: async () => {
        const { createDrill } = await Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(4439), __webpack_require__.e(7322)]).then(__webpack_require__.bind(__webpack_require__, 17322));
        return createDrill(drillHost());
    },
    manifestCheck: async ({ self, cluster }) => {
        const { createManifestCheck } = await Promise.all(/* import() */[__webpack_require__.e(9581), __webpack_require__.e(7816)]).then(__webpack_require__.bind(__webpack_require__, 27816));
        return createManifestCheck({ cluster, mask: (secret) => (0,secrets/* maskSecret */.$l)(self, secret) });
    },
    cache: async ({ self, configuration, cluster, run }) => {
        const { createCache } = await Promise.all(/* import() */[__webpack_require__.e(488), __webpack_require__.e(339)]).then(__webpack_require__.bind(__webpack_require__, 20339));
        const { cache, namespace } = configuration.platform;
        const { user, password } = cache;
        return createCache({
            targets: () => targetsOf(cluster, namespace, cache),
            ...(user === undefined ? {} : { user }),
            ...(password === undefined
                ? {}
                : { password: async () => (0,secrets/* readSecret */.n5)(self, await cluster(), namespace, password) }),
            tls: () => tlsOf(cluster, namespace, cache),
            run,
            clock: clock/* systemClock */.m,
        });
    },
};
/** The names of all ports. */
const portNames = Object.keys(makers);
/** Make the adapters of these ports, and no others. */
async function makePorts(names, wiring) {
    const made = await Promise.all(names.map(async (name) => [name, await makers[name](wiring)]));
    return Object.fromEntries(made);
}
async function tlsOf(cluster, namespace, store) {
    const { mode, ca, serverName } = store.tls;
    const name = serverName ?? store.address ?? store.workload.name;
    return {
        mode,
        serverName: name,
        ...(ca === undefined ? {} : { ca: await (0,secrets/* readText */.yR)(await cluster(), namespace, ca) }),
    };
}

;// CONCATENATED MODULE: ./build/runtime/wiring/platform.js





const unsignedJournal = 'the journal carries no authentication code (secret MAINTENANCE_JOURNAL_KEY is not set): whoever may write to namespace rooivalk-maintenance could change what recovery undoes';
/** A pod's own access has no context that an engineer could name. */
const contextFor = (context) => context === 'in-cluster' ? {} : { context };
/** Connect to the platform. Nothing is read yet; a kubeconfig that cannot be used is a PortError. */
async function openPlatform(self, configuration, task) {
    const cluster = await connectCluster(self, configuration, task);
    const { openMaintenance } = await __webpack_require__.e(/* import() */ 9500).then(__webpack_require__.bind(__webpack_require__, 89500));
    const journalKey = readJournalKey(self);
    const maintenance = openMaintenance(cluster, clock/* systemClock */.m, journalKey);
    const { context, server, user } = cluster.acting;
    self.stdout.print(`Acting on ${context} (${server}) as ${user}.`);
    const wiring = {
        self,
        configuration,
        cluster: async () => cluster,
        history: () => maintenance.state.read('history'),
        state: maintenance.state,
        run: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
    };
    const { platform } = configuration;
    return {
        maintenance,
        ...(journalKey === undefined ? { advisory: unsignedJournal } : {}),
        ports: (names) => makePorts(names, wiring),
        allPorts: () => makePorts(portNames, wiring),
        identity: () => cluster.identity(),
        describe: async () => ({
            name: platform.name,
            cluster: platform.cluster ?? context,
            namespace: platform.namespace,
            ...contextFor(platform.context ?? context),
        }),
    };
}


/***/ }),

/***/ 60190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mi: () => (/* binding */ loadAllTasks),
/* harmony export */   _o: () => (/* binding */ loadTask)
/* harmony export */ });
/* unused harmony export taskLoaders */
/** Loads a task by its id; ids are looked up here, never imported by name. */
const taskLoaders = {
    'analyze-capacity': () => Promise.all(/* import() */[__webpack_require__.e(1945), __webpack_require__.e(295)]).then(__webpack_require__.bind(__webpack_require__, 20295)),
    'apply-security-updates': () => Promise.all(/* import() */[__webpack_require__.e(5992), __webpack_require__.e(6580)]).then(__webpack_require__.bind(__webpack_require__, 6580)),
    'check-health': () => __webpack_require__.e(/* import() */ 8908).then(__webpack_require__.bind(__webpack_require__, 38908)),
    'clean-temporary-files': () => __webpack_require__.e(/* import() */ 245).then(__webpack_require__.bind(__webpack_require__, 90245)),
    'increase-capacity': () => Promise.all(/* import() */[__webpack_require__.e(5992), __webpack_require__.e(1945), __webpack_require__.e(2993), __webpack_require__.e(9294)]).then(__webpack_require__.bind(__webpack_require__, 29294)),
    'maintain-database': () => __webpack_require__.e(/* import() */ 34).then(__webpack_require__.bind(__webpack_require__, 50034)),
    'monitor-performance': () => __webpack_require__.e(/* import() */ 451).then(__webpack_require__.bind(__webpack_require__, 10451)),
    'optimize-caches': () => __webpack_require__.e(/* import() */ 6705).then(__webpack_require__.bind(__webpack_require__, 6705)),
    'optimize-performance': () => __webpack_require__.e(/* import() */ 4144).then(__webpack_require__.bind(__webpack_require__, 14144)),
    'renew-certificates': () => Promise.all(/* import() */[__webpack_require__.e(5992), __webpack_require__.e(2889)]).then(__webpack_require__.bind(__webpack_require__, 42889)),
    'restart-workload': () => Promise.all(/* import() */[__webpack_require__.e(5992), __webpack_require__.e(4995)]).then(__webpack_require__.bind(__webpack_require__, 94995)),
    'rightsize-resources': () => Promise.all(/* import() */[__webpack_require__.e(5992), __webpack_require__.e(1945), __webpack_require__.e(2993), __webpack_require__.e(4582)]).then(__webpack_require__.bind(__webpack_require__, 94582)),
    'rotate-logs': () => __webpack_require__.e(/* import() */ 6210).then(__webpack_require__.bind(__webpack_require__, 76210)),
    'validate-backups': () => Promise.all(/* import() */[__webpack_require__.e(4439), __webpack_require__.e(7711)]).then(__webpack_require__.bind(__webpack_require__, 27711)),
    'validate-certificates': () => Promise.all(/* import() */[__webpack_require__.e(7912), __webpack_require__.e(5170)]).then(__webpack_require__.bind(__webpack_require__, 31857)),
};
/** Load a task; undefined when there is none of that id. */
async function loadTask(id) {
    return Object.hasOwn(taskLoaders, id) ? (await taskLoaders[id]?.())?.default : undefined;
}
/** Load every task, in the order of their ids. */
async function loadAllTasks() {
    return Promise.all(Object.values(taskLoaders).map(async (load) => (await load()).default));
}


/***/ })

};
