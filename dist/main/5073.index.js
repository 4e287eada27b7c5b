export const id = 5073;
export const ids = [5073];
export const modules = {

/***/ 46972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ boundedGet),
/* harmony export */   v: () => (/* binding */ translated)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77030);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55563);




/** Ask once, on a connection of its own. Rejects with a PortError; the body of an error is never part of it. */
function boundedGet(get) {
    return new Promise((resolve, reject) => {
        const { signal, subject, timeoutMs } = get;
        const request = (get.scheme === 'https' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)(optionsOf(get));
        const end = (settle) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancelled);
            request.destroy();
            settle();
        };
        const fail = (error) => end(() => reject(error));
        const cancelled = () => fail(new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
        const timer = setTimeout(() => fail(new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'timeout', subject, message: `${subject} did not answer within ${timeoutMs} ms` })), timeoutMs);
        request.on('error', (error) => fail(translated(error, subject)));
        request.on('response', (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.byteLength;
                if (bytes > get.maxBytes)
                    fail(tooLong(get));
                else
                    chunks.push(chunk);
            });
            response.on('error', (error) => fail(translated(error, subject)));
            response.on('end', () => end(() => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) })));
        });
        if (signal?.aborted)
            cancelled();
        else
            signal?.addEventListener('abort', cancelled, { once: true });
        request.end();
    });
}
function optionsOf(get) {
    const plain = get.serverName.replace(/^\[|\]$/g, '');
    return {
        host: get.host,
        port: get.port,
        path: get.path,
        method: 'GET',
        agent: false,
        headers: {
            Host: get.serverName,
            Accept: get.accept ?? '*/*',
            'User-Agent': 'rooivalk-maintenance',
            Connection: 'close',
        },
        ...(get.scheme === 'https' ? { rejectUnauthorized: get.verify, servername: (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(plain) === 0 ? plain : '' } : {}),
    };
}
const tooLong = ({ subject, maxBytes }) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'invalid', subject, message: `${subject} answered more than ${maxBytes} bytes` });
const ways = {
    ECONNREFUSED: ['unreachable', 'refused the connection'],
    ECONNRESET: ['unreachable', 'closed the connection before it answered'],
    EPIPE: ['unreachable', 'closed the connection before it answered'],
    EHOSTUNREACH: ['unreachable', 'cannot be reached: no route'],
    ENETUNREACH: ['unreachable', 'cannot be reached: no route'],
    ETIMEDOUT: ['unreachable', 'did not answer'],
    ENOTFOUND: ['unreachable', 'has a name that does not resolve'],
    EAI_AGAIN: ['unreachable', 'has a name that could not be resolved now'],
};
/** A foreign error by its code alone. */
function translated(error, subject) {
    const code = error.code ?? '';
    const [ours, why] = ways[code] ?? [];
    if (ours !== undefined)
        return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: ours, subject, message: `${subject} ${why}` });
    if (/^(HPE_|ERR_HTTP)/.test(code)) {
        return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'invalid', subject, message: `${subject} does not speak HTTP` });
    }
    if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) {
        return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({
            code: 'untrusted',
            subject,
            message: `the certificate of ${subject} is not trusted (${code.slice(0, 60)})`,
        });
    }
    const known = /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : 'no code';
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'failed', subject, message: `${subject} could not be asked (${known})` });
}


/***/ }),

/***/ 45073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createMetrics: () => (/* binding */ createMetrics)
});

// EXTERNAL MODULE: ./build/domain/metrics/text-format.js + 1 modules
var text_format = __webpack_require__(17548);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/adapters/monitoring/bounded-get.js
var bounded_get = __webpack_require__(46972);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/adapters/monitoring/prometheus.js



/** More of an answer is not read. */
const maxBytes = 16 * 1024 * 1024;
const pair = schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* string */.YjP()]);
const labels = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const answer = schemas/* object */.Ikc({
    status: schemas/* string */.YjP(),
    errorType: schemas/* string */.YjP().optional(),
    data: schemas/* object */.Ikc({
        resultType: schemas/* string */.YjP(),
        result: schemas/* array */.YOg(schemas/* object */.Ikc({ metric: labels.optional(), value: pair.optional(), values: schemas/* array */.YOg(pair).optional() })),
    })
        .optional(),
});
/** Its number: Prometheus writes `NaN`, `+Inf` and `-Inf`. */
const numberOf = (text) => text === '+Inf' ? Number.POSITIVE_INFINITY : text === '-Inf' ? Number.NEGATIVE_INFINITY : Number(text);
/** An instant query. */
async function instantQuery(server, expression, limits) {
    const result = await ask(server, '/api/v1/query', { query: expression }, limits);
    return result.flatMap(({ metric, value }) => value === undefined ? [] : [{ labels: withoutPrototype(metric), value: numberOf(value[1]) }]);
}
/** A query over a span. */
async function rangeQuery(server, expression, range, limits) {
    const seconds = (ms) => (ms / 1000).toFixed(3);
    const parameters = {
        query: expression,
        start: seconds(range.from),
        end: seconds(range.until),
        step: seconds(range.stepMs),
    };
    const result = await ask(server, '/api/v1/query_range', parameters, limits);
    return result.map(({ metric, values }) => ({
        labels: withoutPrototype(metric),
        points: (values ?? []).map(([time, value]) => [Math.round(time * 1000), numberOf(value)]),
    }));
}
const withoutPrototype = (metric) => Object.assign(Object.create(null), metric);
async function ask(server, path, parameters, limits) {
    const { name: subject, scheme, serverName } = server;
    const way = await server.reach();
    try {
        const got = await (0,bounded_get/* boundedGet */._)({
            host: way.host,
            port: way.port,
            scheme,
            serverName,
            subject,
            verify: true,
            path: `${server.path}${path}?${new URLSearchParams(parameters)}`,
            timeoutMs: limits.timeoutMs,
            signal: limits.signal,
            maxBytes,
            accept: 'application/json',
        });
        return resultOf(got.status, got.body, subject);
    }
    finally {
        await way.close();
    }
}
function resultOf(status, body, subject) {
    if (status === 401 || status === 403) {
        const code = status === 401 ? 'unauthorized' : 'forbidden';
        throw new port_error/* PortError */.U({ code, subject, message: `${subject} asks for credentials, and none are configured` });
    }
    const parsed = answer.safeParse(jsonOf(body));
    if (!parsed.success) {
        throw new port_error/* PortError */.U({
            code: 'invalid',
            subject,
            message: `${subject} answered ${status}, and not as Prometheus does`,
        });
    }
    const { data, errorType, status: outcome } = parsed.data;
    if (outcome === 'success' && data !== undefined)
        return data.result;
    const kind = /^[a-z_]{1,30}$/.test(errorType ?? '') ? errorType : 'no reason given';
    throw new port_error/* PortError */.U({
        code: errorType === 'timeout' ? 'timeout' : errorType === 'bad_data' ? 'invalid' : 'failed',
        subject,
        message: `${subject} could not answer the query (${kind})`,
    });
}
function jsonOf(body) {
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/adapters/monitoring/metrics.js




/** More of a page is not read. */
const maxPageBytes = 16 * 1024 * 1024;
/** Metrics from Prometheus' HTTP API, and from pods' own pages. */
function createMetrics({ prometheus, reach, clock }) {
    const server = () => {
        if (prometheus !== undefined)
            return prometheus;
        throw new port_error/* PortError */.U({
            code: 'not-found',
            subject: 'prometheus',
            message: 'the configuration says that there is no Prometheus',
            next: 'set `platform.prometheus.enabled: true` and where it is',
        });
    };
    const scrape = (target, limits) => scrapePage(target, limits, reach);
    return {
        query: async (expression, limits) => instantQuery(server(), expression, limits),
        queryRange: async (expression, range, limits) => rangeQuery(server(), expression, range, limits),
        scrape,
        scrapeTwice: (targets, gapMs, limits) => scrapeTwice(targets, gapMs, limits, { clock, scrape }),
    };
}
async function scrapePage(target, limits, reach) {
    const { endpoint, name: subject, path } = target;
    const way = endpoint.kind === 'pod'
        ? await reach(endpoint)
        : { host: endpoint.host, port: endpoint.port, close: async () => undefined };
    try {
        const got = await (0,bounded_get/* boundedGet */._)({
            host: way.host,
            port: way.port,
            scheme: 'http',
            serverName: endpoint.kind === 'address' ? endpoint.host : 'localhost',
            subject,
            verify: false,
            path,
            timeoutMs: limits.timeoutMs,
            signal: limits.signal,
            maxBytes: maxPageBytes,
            accept: 'text/plain;version=0.0.4',
        });
        if (got.status !== 200) {
            throw new port_error/* PortError */.U({ code: 'failed', subject, message: `${subject} answered ${got.status} for ${path}` });
        }
        return (0,text_format/* readTextFormat */.D)(got.body.toString('utf8'), limits.keep === undefined ? {} : { keep: limits.keep });
    }
    finally {
        await way.close();
    }
}
async function scrapeTwice(targets, gapMs, limits, { clock, scrape }) {
    const read = async (target) => {
        try {
            const page = await scrape(target, limits);
            return { page, at: clock.monotonic() };
        }
        catch (error) {
            if (error instanceof port_error/* PortError */.U && error.code !== 'cancelled')
                return { error };
            throw error;
        }
    };
    const first = await Promise.all(targets.map(read));
    if (first.some((reading) => 'page' in reading))
        await clock.sleep(gapMs, limits.signal);
    return Promise.all(targets.map(async (target, k) => {
        const before = first[k];
        if ('error' in before)
            return { target, error: before.error };
        const after = await read(target);
        if ('error' in after)
            return { target, error: after.error };
        return { target, first: before.page, second: after.page, elapsedMs: after.at - before.at };
    }));
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


/***/ })

};
