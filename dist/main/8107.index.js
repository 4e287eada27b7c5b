export const id = 8107;
export const ids = [8107];
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

/***/ 78107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createProbe: () => (/* binding */ createProbe)
});

// EXTERNAL MODULE: ./build/ports/endpoint.js
var ports_endpoint = __webpack_require__(62978);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/adapters/monitoring/bounded-get.js
var bounded_get = __webpack_require__(46972);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/adapters/monitoring/round-trip.js





/** The time of a TCP handshake: SYN to SYN-ACK, one round trip. A name is resolved before the clock starts. */
function connectOnce(way, subject, limits, clock) {
    let started = clock.monotonic();
    const socket = (0,external_node_net_.connect)({ host: way.host, port: way.port });
    socket.once('connectionAttempt', () => {
        started = clock.monotonic();
    });
    return bounded(subject, limits, () => socket.destroy(), (done, failed) => {
        socket.once('connect', () => done(clock.monotonic() - started));
        socket.on('error', failed);
    });
}
/** Open for {@link RequestsOnOneConnection}; nothing is sent yet. */
function requestsOnOneConnection(way, wanted, limits, clock) {
    const agent = new external_node_https_.Agent({ keepAlive: true, maxSockets: 1 });
    const { path, serverName, endpoint } = wanted;
    const next = () => {
        let started = clock.monotonic();
        const asked = (0,external_node_https_.request)({
            host: way.host,
            port: way.port,
            method: 'GET',
            path,
            agent,
            servername: serverName,
            rejectUnauthorized: false,
            headers: { Host: serverName, 'User-Agent': 'rooivalk-maintenance' },
        });
        asked.once('socket', (socket) => {
            if (asked.reusedSocket)
                return;
            socket.once('secureConnect', () => {
                started = clock.monotonic();
            });
        });
        return bounded((0,ports_endpoint/* endpointText */.H)(endpoint), limits, () => undefined, (done, failed) => {
            asked.once('response', (response) => {
                const took = clock.monotonic() - started;
                response.once('end', () => done(took)).resume();
            });
            asked.on('error', failed);
            asked.end();
        }).catch((error) => {
            asked.destroy();
            throw error;
        });
    };
    return { next, close: () => agent.destroy() };
}
/** Run something that ends by itself, within the limits; `release` is called in any case. */
function bounded(subject, { timeoutMs, signal }, release, run) {
    return new Promise((resolve, reject) => {
        const end = (settle) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancelled);
            settle();
            release();
        };
        const fail = (error) => end(() => reject(error));
        const cancelled = () => fail(new port_error/* PortError */.U({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
        const late = `${subject} did not answer within ${timeoutMs} ms`;
        const timer = setTimeout(() => fail(new port_error/* PortError */.U({ code: 'timeout', subject, message: late })), timeoutMs);
        run((ms) => end(() => resolve(ms)), (error) => fail((0,bounded_get/* translated */.v)(error, subject)));
        if (signal?.aborted)
            cancelled();
        else
            signal?.addEventListener('abort', cancelled, { once: true });
    });
}

;// CONCATENATED MODULE: ./build/adapters/monitoring/probe.js




/** More of an answer is not read: a health path is short. */
const maxAnswerBytes = 1024 * 1024;
/** Timed requests and round trips from where this runs. */
function createProbe({ reach, clock }) {
    const open = async (endpoint) => endpoint.kind === 'pod'
        ? reach(endpoint)
        : { host: endpoint.host, port: endpoint.port, close: async () => undefined };
    return {
        requests: async (requests, limits) => {
            const way = await open(requests.endpoint);
            try {
                return await timedRequests(way, requests, limits, clock);
            }
            finally {
                await way.close();
            }
        },
        roundTrips: async (wanted, limits) => {
            const way = await open(wanted.endpoint);
            try {
                return await timedRoundTrips(way, wanted, limits, clock);
            }
            finally {
                await way.close();
            }
        },
    };
}
async function timedRequests(way, requests, limits, clock) {
    const answeredMs = [];
    const statuses = {};
    let timedOut = 0;
    const failed = { count: 0 };
    for (let k = 0; k < requests.count; k += 1) {
        const started = clock.monotonic();
        try {
            const got = await (0,bounded_get/* boundedGet */._)({
                host: way.host,
                port: way.port,
                scheme: requests.scheme,
                serverName: requests.serverName,
                subject: (0,ports_endpoint/* endpointText */.H)(requests.endpoint),
                verify: false,
                path: requests.path,
                timeoutMs: limits.timeoutMs,
                signal: limits.signal,
                maxBytes: maxAnswerBytes,
            });
            answeredMs.push(clock.monotonic() - started);
            statuses[got.status] = (statuses[got.status] ?? 0) + 1;
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
                throw error;
            if (error.code === 'timeout')
                timedOut += 1;
            else {
                failed.count += 1;
                failed.why ??= error.message;
            }
        }
    }
    return { answeredMs, timedOut, failed, statuses };
}
async function timedRoundTrips(way, wanted, limits, clock) {
    const { endpoint, count } = wanted;
    const ms = [];
    const failed = { count: 0 };
    const heads = endpoint.kind === 'pod' ? requestsOnOneConnection(way, wanted, limits, clock) : undefined;
    try {
        for (let k = 0; k < count; k += 1) {
            try {
                ms.push(await (heads?.next() ?? connectOnce(way, (0,ports_endpoint/* endpointText */.H)(endpoint), limits, clock)));
            }
            catch (error) {
                if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
                    throw error;
                failed.count += 1;
                failed.why ??= error.message;
            }
        }
    }
    finally {
        heads?.close();
    }
    return { ms, failed, by: endpoint.kind === 'address' ? 'tcp-connect' : 'request' };
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


/***/ })

};
