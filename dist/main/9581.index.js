export const id = 9581;
export const ids = [9581];
export const modules = {

/***/ 70109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QZ: () => (/* binding */ apiStatusOf),
/* harmony export */   aY: () => (/* binding */ forbiddenError),
/* harmony export */   pb: () => (/* binding */ apiError)
/* harmony export */ });
/* unused harmony export grantHint */
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _resource_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71038);



/** Reads a body as a `Status`; anything else is an empty one. */
function apiStatusOf(body) {
    try {
        const parsed = JSON.parse(body);
        const isStatus = typeof parsed === 'object' && parsed !== null && parsed.kind === 'Status';
        return isStatus ? parsed : {};
    }
    catch {
        return {};
    }
}
/** What may be done about a missing permission: the task's own manifest, or the question to ask the cluster. */
function grantHint(asked, speaker) {
    if (speaker.task !== undefined) {
        const manifest = `deploy/rbac/tasks/${speaker.task}.yaml`;
        return `${manifest} grants it; an administrator applies it with: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)((0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO)) `apply -f ${manifest}`}`;
    }
    const where = asked.resource.namespaced ? (asked.namespace ?? _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO) : _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO;
    const what = (0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceWord */ .p0)(asked.resource, asked.subresource);
    return `Ask an administrator for it; to check: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(where) `auth can-i ${asked.verb} ${what}`}`;
}
/** What may be done about a refusal by admission: our own policy is generated with the task's manifest. */
function policyHint(refusedBy, { task }) {
    if (task === undefined || !refusedBy.includes(' rooivalk-maintenance'))
        return 'An administrator can say what it allows';
    const manifest = `deploy/rbac/tasks/${task}.yaml`;
    return `${manifest} says what it allows; when it is older than this version, an administrator applies it with: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)((0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO)) `apply -f ${manifest}`}`;
}
/** The error for a permission that is missing. */
function forbiddenError(asked, speaker) {
    const where = asked.resource.namespaced
        ? asked.namespace === undefined
            ? ' in all namespaces'
            : ` in namespace ${asked.namespace}`
        : ' (a cluster-wide resource)';
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
        code: 'forbidden',
        subject: (0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)(asked),
        message: `User ${speaker.user} may not ${asked.verb} ${(0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceWord */ .p0)(asked.resource, asked.subresource)}${where}`,
        next: grantHint(asked, speaker),
    });
}
/** Something that refused a request although RBAC allows it; its name is taken out of the server's sentence. */
const admissionPatterns = [
    [/ValidatingAdmissionPolicy '([a-z0-9.-]{1,253})'/, 'admission policy'],
    [/admission webhook "([a-z0-9.-]{1,253})" denied/, 'admission webhook'],
    [/exceeded quota: ([a-z0-9.-]{1,253})/, 'quota'],
    [/violates PodSecurity "([a-z0-9.:-]{1,253})"/, 'Pod Security level'],
];
function admissionRefusal(message) {
    for (const [pattern, word] of admissionPatterns) {
        const name = pattern.exec(message)?.[1];
        if (name !== undefined)
            return `${word} ${name}`;
    }
    return undefined;
}
const codesByStatus = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    410: 'gone',
    429: 'busy',
    504: 'timeout',
};
/**
 * An operation of a JSON Patch that does not apply (a failed `test`, a path that has gone) is a 422 that names neither
 * object nor field; a result that is no valid object names both. Our patches test what they touch: so it has moved.
 */
function patchMoved({ verb }, status, { details }) {
    return verb === 'patch' && status === 422 && details?.causes === undefined && details?.name === undefined;
}
function codeOf(asked, status, answer) {
    if (patchMoved(asked, status, answer))
        return 'conflict';
    return codesByStatus[status] ?? (status >= 400 && status < 500 ? 'invalid' : 'failed');
}
const unauthorizedWords = (_asked, _status, _answer, speaker) => ({
    message: `${speaker.server} did not accept the credentials of user ${speaker.user} (context ${speaker.context})`,
    next: 'Renew the credentials that the kubeconfig holds or obtains',
});
const notFoundWords = (asked, _status, answer) => {
    if (answer.details?.kind === 'namespaces' &&
        asked.namespace !== undefined &&
        asked.resource.plural !== 'namespaces') {
        return {
            message: `Namespace ${asked.namespace} does not exist`,
            next: (0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)((0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO)) `create namespace ${asked.namespace}`,
        };
    }
    if (asked.name !== undefined && answer.details?.name === asked.name) {
        return { message: `${asked.resource.kind} ${asked.name} does not exist${(0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .placeWord */ .eS)(asked)}` };
    }
    const groupVersion = asked.resource.group === '' ? asked.resource.version : `${asked.resource.group}/${asked.resource.version}`;
    return {
        message: `The API server does not serve ${asked.resource.plural} of ${groupVersion}`,
        next: `What it serves: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)((0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO)) `api-resources --api-group=${asked.resource.group}`}`,
    };
};
const conflictWords = (asked, status, answer) => {
    const name = `${asked.resource.kind} ${asked.name ?? ''}`.trim();
    if (answer.reason === 'AlreadyExists')
        return { message: `${name} exists already${(0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .placeWord */ .eS)(asked)}` };
    if (status === 422)
        return { message: `${name} no longer holds what was read before the change${(0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .placeWord */ .eS)(asked)}` };
    return { message: `${name} was changed, replaced or removed by somebody else${(0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .placeWord */ .eS)(asked)}` };
};
const invalidWords = (asked, status, answer) => {
    const fields = (answer.details?.causes ?? []).map((cause) => cause.field).filter((field) => field !== undefined);
    const where = fields.length === 0 ? '' : `: ${fields.slice(0, 5).join(', ')}`;
    return { message: `The API server refused the ${asked.verb} as invalid (HTTP ${status})${where}` };
};
const goneWords = ({ verb }, _status, _answer, speaker) => {
    if (verb === 'list')
        return { message: 'The list moved on while it was read (HTTP 410), more often than it was started again' };
    return {
        message: `${speaker.server} answered that what was asked for is gone (HTTP 410)`,
        next: 'Check that the address is the API server’s own, and see its log for this time',
    };
};
const failedWords = (_asked, status, answer, speaker) => ({
    message: `${speaker.server} answered with HTTP ${status}${reasonWord(answer)}`,
    next: status === 503
        ? `The API server, or the extension server behind this resource, is not ready: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)((0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO)) `get apiservices`}`
        : 'See the API server’s log for this time',
});
const words = {
    unauthorized: unauthorizedWords,
    'not-found': notFoundWords,
    conflict: conflictWords,
    invalid: invalidWords,
    gone: goneWords,
    busy: (_asked, _status, _answer, speaker) => ({
        message: `${speaker.server} asked to come back later (HTTP 429) until the time was up`,
        next: `The API server is overloaded, or its priority level for this user is full: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)((0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO)) `get flowschemas`}`,
    }),
    timeout: (_asked, _status, _answer, speaker) => ({ message: `${speaker.server} gave up on the request (HTTP 504)` }),
};
/** ` (ServiceUnavailable)`: the server's reason, if it is one plain word. */
function reasonWord(answer) {
    return answer.reason !== undefined && /^[A-Za-z]{1,40}$/.test(answer.reason) ? ` (${answer.reason})` : '';
}
/** Translates an answer of the API server that is not a success. The server's own text never passes whole. */
function apiError(asked, status, answer, speaker) {
    // A policy whose validations give no reason refuses with 422 instead of 403.
    const refusedBy = status === 403 || status === 422 ? admissionRefusal(answer.message ?? '') : undefined;
    const code = refusedBy === undefined ? codeOf(asked, status, answer) : 'forbidden';
    if (code === 'forbidden') {
        if (refusedBy === undefined)
            return forbiddenError(asked, speaker);
        return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
            code,
            subject: (0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)(asked),
            message: `The cluster's ${refusedBy} refused to ${asked.verb} ${(0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .resourceWord */ .p0)(asked.resource, asked.subresource)}`,
            next: policyHint(refusedBy, speaker),
        });
    }
    const { message, next } = (words[code] ?? failedWords)(asked, status, answer, speaker);
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code, subject: (0,_resource_path_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)(asked), message, ...(next === undefined ? {} : { next }) });
}


/***/ }),

/***/ 9581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OW: () => (/* binding */ ApiClient),
  Lw: () => (/* binding */ Refused),
  bU: () => (/* binding */ managerName)
});

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/access.js
/** Host and port of the API server, as errors and reports show it. */
function serverWord({ server }) {
    return `${server.hostname}:${server.port === '' ? (server.protocol === 'http:' ? 80 : 443) : server.port}`;
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/api-error.js
var api_error = __webpack_require__(70109);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/adapters/kubernetes/exec-plugin.js
var exec_plugin = __webpack_require__(81273);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/credentials.js



const pluginTimeoutMs = 30_000;
/** A projected token is replaced on disk well before it expires. */
const tokenFileAgeMs = 60_000;
/** A credential is renewed when it has less than this left. */
const renewBeforeMs = 60_000;
/** Who we are, kept valid: plugins run once for all that ask at the same time, files are read again as they rotate. */
class Credentials {
    #access;
    #clock;
    #environment;
    #held;
    #pending;
    constructor(access, clock, environment) {
        this.#access = access;
        this.#clock = clock;
        this.#environment = environment;
    }
    /** What to present now. Rejects with `unauthorized` when it cannot be had. */
    async present() {
        if (this.#held !== undefined && this.#clock.now() < this.#held.until)
            return this.#held.presented;
        this.#pending ??= this.#obtain().finally(() => {
            this.#pending = undefined;
        });
        return this.#pending;
    }
    /** After a 401: forget what was held. `false` when asking again would give the same. */
    renew(refused) {
        const { kind } = this.#access.identification;
        if (kind !== 'plugin' && kind !== 'token-file')
            return false;
        if (this.#held?.presented === refused)
            this.#held = undefined;
        return true;
    }
    async #obtain() {
        const { identification, clientCertificate } = this.#access;
        const always = clientCertificate === undefined ? {} : { certificate: clientCertificate };
        switch (identification.kind) {
            case 'none':
                return this.#hold(always, Number.POSITIVE_INFINITY);
            case 'token':
                return this.#hold({ ...always, authorization: `Bearer ${identification.token}` }, Number.POSITIVE_INFINITY);
            case 'basic': {
                const pair = Buffer.from(`${identification.username}:${identification.password}`).toString('base64');
                return this.#hold({ ...always, authorization: `Basic ${pair}` }, Number.POSITIVE_INFINITY);
            }
            case 'token-file': {
                const token = await readToken(identification.file);
                return this.#hold({ ...always, authorization: `Bearer ${token}` }, this.#clock.now() + tokenFileAgeMs);
            }
            case 'plugin':
                return this.#fromPlugin(identification.plugin, always);
        }
    }
    async #fromPlugin(plugin, always) {
        const credential = await (0,exec_plugin/* runPlugin */.b)(plugin, this.#environment, pluginTimeoutMs);
        const certificate = credential.clientCertificate ?? always.certificate;
        const presented = {
            ...(credential.token === undefined ? {} : { authorization: `Bearer ${credential.token}` }),
            ...(certificate === undefined ? {} : { certificate }),
        };
        return this.#hold(presented, (credential.expiresAt ?? Number.POSITIVE_INFINITY) - renewBeforeMs);
    }
    #hold(presented, until) {
        this.#held = { presented, until };
        return presented;
    }
}
async function readToken(file) {
    try {
        return (await (0,promises_.readFile)(file, 'utf8')).trim();
    }
    catch {
        const message = 'The token file cannot be read';
        throw new port_error/* PortError */.U({ code: 'unauthorized', subject: file, message, next: 'Check tokenFile in the kubeconfig' });
    }
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/dial.js
var dial = __webpack_require__(44186);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/http.js



const connections = 12;
/** Shorter than what load balancers in front of API servers keep an idle connection for. */
const idleMs = 30_000;
/** Largest answer, after decompression. A page of 500 objects of 100 KiB is 50 MB. */
const mostBodyBytes = 256 * 1024 * 1024;
/**
 * Connections to one server, kept between requests. The agent counts a connection only when it is there, so how many
 * requests are under way is bounded by {@link Http}.
 */
class KeptConnections extends external_node_http_.Agent {
    #dial;
    constructor(dial) {
        super({ keepAlive: true, timeout: idleMs, scheduling: 'lifo' });
        this.#dial = dial;
    }
    createConnection(_options, callback) {
        this.#dial().then((socket) => callback?.(null, socket), (error) => callback?.(error, undefined));
    }
}
/** HTTP/1.1 over at most 12 kept connections to one server. One attempt, no judgement of what comes back. */
class Http {
    #dialer;
    #host;
    #waiting = [];
    #underWay = 0;
    #kept;
    constructor(server, dialer) {
        this.#host = server.host;
        this.#dialer = dialer;
    }
    /** Rejects with an error that has a `code`: Node's, TLS's, or `ATTEMPT_TIMEOUT`, `BODY_TOO_LARGE`, `BAD_BODY`. */
    async send(request, certificate) {
        await this.#turn();
        try {
            const { agent } = this.#keptFor(certificate);
            // Node gives a DELETE's body no length by itself.
            const length = request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) };
            const headers = { ...request.headers, ...length, host: this.#host, 'accept-encoding': 'gzip' };
            return await exchange((0,external_node_http_.request)({ agent, method: request.method, path: request.path, headers }), request);
        }
        finally {
            this.#underWay -= 1;
            this.#waiting.shift()?.();
        }
    }
    /** End every connection. */
    async close() {
        this.#kept?.agent.destroy();
        this.#kept = undefined;
    }
    async #turn() {
        if (this.#underWay >= connections) {
            await new Promise((resolve) => {
                this.#waiting.push(resolve);
            });
        }
        this.#underWay += 1;
    }
    /** The connections; those made with another client certificate are not used again. */
    #keptFor(certificate) {
        if (this.#kept !== undefined && this.#kept.certificate === certificate)
            return this.#kept;
        this.#kept?.agent.destroy();
        this.#kept = { agent: new KeptConnections(() => this.#dialer.dial(certificate)), certificate };
        return this.#kept;
    }
}
/** Send the body, and gather the answer. Settles once: with the whole answer, or with what went wrong or was given up. */
async function exchange(outgoing, request) {
    const { promise: abandoned, reject: abandon } = Promise.withResolvers();
    const giveUp = (code) => {
        const reason = new dial/* DialError */.z(code);
        abandon(reason);
        outgoing.destroy(reason);
    };
    const timer = setTimeout(() => giveUp('ATTEMPT_TIMEOUT'), request.timeoutMs);
    const cancel = () => giveUp('CANCELLED');
    request.signal?.addEventListener('abort', cancel, { once: true });
    try {
        return await Promise.race([abandoned, answered(outgoing, request.body)]);
    }
    finally {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', cancel);
    }
}
async function answered(outgoing, body) {
    const incoming = await new Promise((resolve, reject) => {
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
    });
    const bytes = await bytesOf(incoming, outgoing);
    const gzipped = incoming.headers['content-encoding'] === 'gzip';
    const text = (gzipped ? await inflated(bytes) : bytes).toString('utf8');
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: text };
}
function bytesOf(incoming, outgoing) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        incoming.on('data', (chunk) => {
            size += chunk.byteLength;
            chunks.push(chunk);
            if (size > mostBodyBytes)
                outgoing.destroy(new dial/* DialError */.z('BODY_TOO_LARGE'));
        });
        incoming.once('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)));
        incoming.once('error', reject);
        incoming.once('close', () => reject(new dial/* DialError */.z('ECONNRESET')));
    });
}
async function inflated(bytes) {
    // Loaded with the first large answer: small ones come as they are, and a short run never needs it.
    const { gunzip } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38522, 19));
    try {
        return await (0,external_node_util_.promisify)(gunzip)(bytes, { maxOutputLength: mostBodyBytes });
    }
    catch (error) {
        const { code } = error;
        throw new dial/* DialError */.z(code === 'ERR_BUFFER_TOO_LARGE' ? 'BODY_TOO_LARGE' : 'BAD_BODY');
    }
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/network-error.js
var network_error = __webpack_require__(23211);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/proxy.js
const ipv4 = (text) => {
    const parts = text.split('.').map(Number);
    const valid = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
    return valid ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
};
function inRange(host, range) {
    const [base = '', bits = ''] = range.split('/');
    const address = ipv4(host);
    const network = ipv4(base);
    const length = Number(bits);
    if (address === undefined || network === undefined || bits === '' || !(length >= 0 && length <= 32))
        return false;
    const size = 2 ** (32 - length);
    return Math.floor(address / size) === Math.floor(network / size);
}
function excludes(entry, host, port) {
    if (entry === '*')
        return true;
    if (entry.includes('/'))
        return inRange(host, entry);
    const [, name = entry, onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (onlyPort !== undefined && onlyPort !== port)
        return false;
    const bare = name.replace(/^\*?\./, '');
    return host === bare || host.endsWith(`.${bare}`);
}
/** The proxy for a server, or undefined when it is reached directly; as Go's clients decide it. */
function proxyFor(server, settings) {
    const { httpsProxy, noProxy = '' } = settings;
    if (httpsProxy === undefined || httpsProxy === '' || server.protocol !== 'https:')
        return undefined;
    const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    if (host === 'localhost' || host === '::1' || host.startsWith('127.'))
        return undefined;
    const entries = noProxy
        .toLowerCase()
        .split(',')
        .map((entry) => entry.trim());
    if (entries.some((entry) => entry !== '' && excludes(entry, host, server.port || '443')))
        return undefined;
    const address = httpsProxy.includes('://') ? httpsProxy : `http://${httpsProxy}`;
    return URL.canParse(address) ? new URL(address) : undefined;
}

// EXTERNAL MODULE: ./build/adapters/kubernetes/resource-path.js
var resource_path = __webpack_require__(71038);
// EXTERNAL MODULE: ./build/adapters/kubernetes/retry.js
var retry = __webpack_require__(83584);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/client.js










/**
 * Until the server has answered for the first time, all requests together may take so long, ms: one that is not there is
 * known soon. Afterwards each still has a moment, in case it comes.
 */
const firstContactMs = 10_000;
const momentMs = 1_000;
/** Shown to the API server, in its audit log and as the manager of fields. */
const managerName = 'rooivalk-maintenance';
/** A failed request, with what the API server said, for callers that must tell cases apart. */
class Refused extends Error {
    status;
    answer;
    constructor(status, answer) {
        super(`HTTP ${status}`);
        this.status = status;
        this.answer = answer;
    }
}
/**
 * By when the API server gives up a write, a little before we do: so none takes effect long after its process has stopped
 * waiting for it. (`timeout` of WithRequestDeadline in k8s.io/apiserver, as client-go sends it.)
 */
function givenUp({ method = 'GET' }, timeoutMs) {
    return method === 'GET' ? {} : { timeout: `${Math.max(1, Math.floor(timeoutMs / 1000) - 3)}s` };
}
/** Requests to one API server: identified, pooled, repeated where that is right, their errors translated. */
class ApiClient {
    speaker;
    options;
    dialer;
    access;
    #credentials;
    #http;
    #contact = 'none';
    constructor(access, options) {
        this.access = access;
        this.options = options;
        this.speaker = { server: serverWord(access), user: access.user, context: access.context, task: options.task };
        this.#credentials = new Credentials(access, options.clock, options.pluginEnvironment ?? {});
        this.dialer = new dial/* Dialer */.c(access, proxyFor(access.server, options.proxy ?? {}), 10_000);
        this.#http = new Http(access.server, this.dialer);
    }
    /** The parsed answer. Rejects with a PortError. */
    async request(asked, form = {}) {
        try {
            return await this.attempt(asked, form);
        }
        catch (error) {
            throw error instanceof Refused ? (0,api_error/* apiError */.pb)(asked, error.status, error.answer, this.speaker) : error;
        }
    }
    /** As {@link request}, but an answer that is an error comes as {@link Refused}. */
    async attempt(asked, form = {}) {
        const answer = await this.#answer(asked, form);
        if (answer.status >= 300)
            throw new Refused(answer.status, (0,api_error/* apiStatusOf */.QZ)(answer.body));
        try {
            return JSON.parse(answer.body);
        }
        catch {
            throw (0,network_error/* networkError */.x6)({ code: 'BAD_BODY' }, (0,resource_path/* subjectOf */.et)(asked), this.speaker);
        }
    }
    /** The answer as text, for what is no JSON. Rejects with a PortError. */
    async text(asked, form = {}) {
        const answer = await this.#answer(asked, form);
        if (answer.status >= 300)
            throw (0,api_error/* apiError */.pb)(asked, answer.status, (0,api_error/* apiStatusOf */.QZ)(answer.body), this.speaker);
        return answer.body;
    }
    /** What to present at a WebSocket upgrade or a request; `unauthorized` when there is nothing. */
    present() {
        return this.#credentials.present();
    }
    /** After a 401 for what was presented: whether a new credential can be had. */
    renew(refused) {
        return this.#credentials.renew(refused);
    }
    /** The headers that say who we are. */
    headersOf(presented) {
        const { impersonate } = this.access;
        return {
            'user-agent': this.options.task === undefined ? managerName : `${managerName}/${this.options.task}`,
            ...(presented.authorization === undefined ? {} : { authorization: presented.authorization }),
            ...(impersonate === undefined ? {} : { 'impersonate-user': impersonate.user }),
            ...(impersonate?.uid === undefined ? {} : { 'impersonate-uid': impersonate.uid }),
            ...(impersonate === undefined || impersonate.groups.length === 0
                ? {}
                : { 'impersonate-group': [...impersonate.groups] }),
        };
    }
    /** The path at the server, below whatever path the kubeconfig's address has. */
    pathAt(path, query = {}) {
        const parameters = new URLSearchParams();
        for (const [key, value] of Object.entries(query))
            if (value !== undefined)
                parameters.append(key, value);
        const base = this.access.server.pathname.replace(/\/$/, '');
        return `${base}${path}${parameters.size === 0 ? '' : `?${parameters}`}`;
    }
    /** The PortError for whatever went wrong on the way. */
    failure(error, subject) {
        if (error instanceof port_error/* PortError */.U)
            return error;
        if (this.options.signal?.aborted === true) {
            return new port_error/* PortError */.U({ code: 'cancelled', subject, message: 'The run was asked to stop' });
        }
        return (0,network_error/* networkError */.x6)(error, subject, this.speaker);
    }
    /** End every connection. */
    close() {
        return this.#http.close();
    }
    async #answer(asked, form) {
        const { clock, random, signal, deadlineMs = 30_000, attemptMs = 15_000 } = this.options;
        const method = form.method ?? 'GET';
        let renewed = false;
        const attempt = async (timeoutMs) => {
            const presented = await this.present();
            const answer = await this.#send(asked, form, presented, timeoutMs);
            if (answer.status !== 401 || renewed || !this.renew(presented))
                return answer;
            renewed = true;
            return this.#send(asked, form, await this.present(), timeoutMs);
        };
        try {
            signal?.throwIfAborted();
            const policy = {
                clock,
                random,
                signal,
                deadlineMs: Math.min(deadlineMs, this.#contactMs()),
                attemptMs,
                staysGone: form.query?.continue !== undefined,
            };
            const answer = await (0,retry/* withRetries */.L)(attempt, form.repeatable ?? method === 'GET', policy);
            this.#contact = 'made';
            return answer;
        }
        catch (error) {
            throw this.failure(error, (0,resource_path/* subjectOf */.et)(asked));
        }
    }
    /** How long a request may take because of what is known of the server: for ever once it has answered. */
    #contactMs() {
        if (this.#contact === 'made')
            return Number.POSITIVE_INFINITY;
        const now = this.options.clock.monotonic();
        if (this.#contact === 'none')
            this.#contact = { soughtAt: now };
        return Math.max(momentMs, firstContactMs - (now - this.#contact.soughtAt));
    }
    #send(asked, form, presented, timeoutMs) {
        const request = {
            method: form.method ?? 'GET',
            path: this.pathAt(form.path ?? (0,resource_path/* pathOf */.XM)(asked), { ...form.query, ...givenUp(form, timeoutMs) }),
            headers: {
                accept: form.accept ?? 'application/json',
                ...(form.body === undefined ? {} : { 'content-type': form.contentType ?? 'application/json' }),
                ...this.headersOf(presented),
            },
            ...(form.body === undefined ? {} : { body: JSON.stringify(form.body) }),
            timeoutMs,
            signal: this.options.signal,
        };
        return this.#http.send(request, presented.certificate);
    }
}


/***/ }),

/***/ 44186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ Dialer),
/* harmony export */   z: () => (/* binding */ DialError)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41692);


/** An error of our own while a connection was made; `code` is what {@link networkError} reads. */
class DialError extends Error {
    code;
    constructor(code) {
        super(code);
        this.code = code;
    }
}
/** Makes connections to one API server: directly or through a proxy, with TLS sessions resumed. */
class Dialer {
    #access;
    #proxy;
    #timeoutMs;
    #session;
    #sessionOf;
    constructor(access, proxy, timeoutMs) {
        this.#access = access;
        this.#proxy = access.proxy ?? proxy;
        this.#timeoutMs = timeoutMs;
    }
    /** A connection that is ready for HTTP. Rejects with an error that has a `code`. */
    async dial(certificate) {
        const { server } = this.#access;
        const secure = server.protocol === 'https:';
        const host = hostOf(server);
        const raw = this.#proxy === undefined
            ? await this.#open(hostOf(server), portOf(server))
            : await this.#tunnel(this.#proxy, `${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`);
        return secure ? this.#handshake(raw, certificate) : raw;
    }
    #open(host, port) {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 });
        return this.#settled(socket, 'connect', () => socket);
    }
    async #tunnel(proxy, target) {
        const plain = await this.#open(hostOf(proxy), portOf(proxy));
        let socket = plain;
        if (proxy.protocol === 'https:') {
            const tls = (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.connect)({ socket: plain, servername: (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(hostOf(proxy)) ? '' : hostOf(proxy) });
            socket = await this.#settled(tls, 'secureConnect', () => tls);
        }
        const user = decodeURIComponent(proxy.username);
        const pair = Buffer.from(`${user}:${decodeURIComponent(proxy.password)}`).toString('base64');
        const authorization = user === '' ? '' : `Proxy-Authorization: Basic ${pair}\r\n`;
        socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`);
        return this.#proxyAnswer(socket);
    }
    /** Reads the proxy's answer up to the blank line; nothing follows it before we speak. */
    #proxyAnswer(socket) {
        let head = '';
        const read = new Promise((resolve, reject) => {
            const onData = (chunk) => {
                head += chunk.toString('latin1');
                if (!head.includes('\r\n\r\n') && head.length < 16_384)
                    return;
                socket.off('data', onData);
                socket.pause();
                if (/^HTTP\/1\.[01] 2\d\d/.test(head))
                    resolve(socket);
                else
                    reject(new DialError('PROXY_REFUSED'));
            };
            socket.on('data', onData);
            socket.once('close', () => reject(new DialError('PROXY_REFUSED')));
        });
        return this.#bounded(socket, read);
    }
    #handshake(socket, certificate) {
        const { ca, serverName, server, verify } = this.#access;
        const name = serverName ?? hostOf(server);
        if (this.#sessionOf !== certificate)
            this.#session = undefined;
        this.#sessionOf = certificate;
        const tls = (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.connect)({
            socket,
            ...((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) ? { host: name } : { servername: name }),
            ALPNProtocols: ['http/1.1'],
            rejectUnauthorized: verify,
            ...(ca === undefined ? {} : { ca }),
            ...certificate,
            ...(this.#session === undefined ? {} : { session: this.#session }),
        });
        tls.on('session', (session) => {
            this.#session = session;
        });
        return this.#settled(tls, 'secureConnect', () => tls);
    }
    #settled(socket, event, value) {
        const ready = new Promise((resolve, reject) => {
            socket.once(event, () => resolve(value()));
            socket.once('error', reject);
            socket.once('close', () => reject(new DialError('ECONNRESET')));
        });
        return this.#bounded(socket, ready);
    }
    async #bounded(socket, work) {
        let timer;
        const late = new Promise((_, reject) => {
            timer = setTimeout(() => reject(new DialError('CONNECT_TIMEOUT')), this.#timeoutMs);
        });
        try {
            return await Promise.race([work, late]);
        }
        catch (error) {
            socket.destroy();
            throw error;
        }
        finally {
            clearTimeout(timer);
            // A late error of a socket that is given up, or handed over, must not end the process.
            socket.on('error', () => undefined);
        }
    }
}
const hostOf = (url) => url.hostname.replace(/^\[|\]$/g, '');
const portOf = (url) => Number(url.port) || (url.protocol === 'http:' ? 80 : 443);


/***/ }),

/***/ 81273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ pluginEntry),
/* harmony export */   b: () => (/* binding */ runPlugin)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

const mostOutputBytes = 1024 * 1024;
/** Reads an `exec` entry; undefined when it names no command. */
function pluginEntry(raw) {
    const entry = raw;
    if (typeof entry.command !== 'string' || entry.command === '')
        return undefined;
    const pairs = Array.isArray(entry.env) ? entry.env : [];
    return {
        apiVersion: typeof entry.apiVersion === 'string' ? entry.apiVersion : 'client.authentication.k8s.io/v1',
        command: entry.command,
        args: Array.isArray(entry.args) ? entry.args.map(String) : [],
        env: Object.fromEntries(pairs.map(({ name, value }) => [String(name), String(value)])),
    };
}
const failure = (plugin, message, next) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U({
    code: 'unauthorized',
    subject: `credential plugin ${plugin.command}`,
    message,
    next: next ?? `Run ${plugin.command} by hand, in the job's environment, to see why`,
});
function credentialOf(plugin, output) {
    let status;
    try {
        status = JSON.parse(output).status;
    }
    catch {
        throw failure(plugin, 'It printed no JSON');
    }
    const text = (key) => {
        const value = status?.[key];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const token = text('token');
    const cert = text('clientCertificateData');
    const key = text('clientKeyData');
    if (token === undefined && (cert === undefined || key === undefined))
        throw failure(plugin, 'It gave no credential');
    const expiresAt = Date.parse(text('expirationTimestamp') ?? '');
    return {
        ...(token === undefined ? {} : { token }),
        ...(cert === undefined || key === undefined
            ? {}
            : { clientCertificate: { cert: Buffer.from(cert), key: Buffer.from(key) } }),
        ...(Number.isNaN(expiresAt) ? {} : { expiresAt }),
    };
}
/**
 * Run a credential plugin once. It gets exactly the environment that is handed in and its own `env` entries, no stdin,
 * and `timeoutMs`; what it writes to stderr is dropped, since it may hold secrets.
 */
async function runPlugin(plugin, environment, timeoutMs) {
    const info = { apiVersion: plugin.apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
    const env = { ...environment, ...plugin.env, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
    const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 31421, 19));
    return new Promise((resolve, reject) => {
        // A group of its own, so that what the plugin has started ends with it.
        const child = spawn(plugin.command, plugin.args, { env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
        const chunks = [];
        let size = 0;
        let objection;
        const stop = (why) => {
            objection ??= failure(plugin, why);
            endGroup(child.pid);
            child.stdout.destroy();
        };
        const timer = setTimeout(() => stop(`It did not end within ${Math.ceil(timeoutMs / 1000)} s`), timeoutMs);
        child.stdout.on('data', (chunk) => {
            size += chunk.byteLength;
            if (size <= mostOutputBytes)
                chunks.push(chunk);
            else
                stop('It printed more than 1 MiB');
        });
        child.once('error', (error) => {
            clearTimeout(timer);
            const message = error.code === 'ENOENT' ? 'The program does not exist' : `It did not start (${error.code})`;
            reject(failure(plugin, message, `Install ${plugin.command} in the job before this step`));
        });
        child.once('close', (code, signal) => {
            clearTimeout(timer);
            if (code !== 0)
                objection ??= failure(plugin, `It ended with ${code === null ? signal : `exit status ${code}`}`);
            if (objection !== undefined)
                reject(objection);
            else
                resolve(new Promise((done) => done(credentialOf(plugin, Buffer.concat(chunks).toString('utf8')))));
        });
    });
}
function endGroup(pid) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
        // It has ended by itself.
    }
}


/***/ }),

/***/ 23211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xm: () => (/* binding */ wasUnsent),
/* harmony export */   bg: () => (/* binding */ mayPass),
/* harmony export */   x6: () => (/* binding */ networkError)
/* harmony export */ });
/* unused harmony export errorCode */
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);


const words = {
    ECONNREFUSED: {
        code: 'unreachable',
        message: (server) => `${server} refuses connections`,
        next: 'Check that the API server runs, and that the kubeconfig names its address and port',
        unsent: true,
    },
    ENOTFOUND: {
        code: 'unreachable',
        message: (server) => `The name of ${server} is not known`,
        next: 'Check the server’s name in the kubeconfig, and the DNS of this machine',
        unsent: true,
    },
    EAI_AGAIN: {
        code: 'unreachable',
        message: (server) => `DNS gave no answer for ${server}`,
        next: 'Check the DNS of this machine',
        unsent: true,
    },
    CONNECT_TIMEOUT: {
        code: 'unreachable',
        message: (server) => `${server} did not answer while a connection was made`,
        next: 'Check firewalls, security groups and routes between this machine and the API server',
        unsent: true,
    },
    EHOSTUNREACH: {
        code: 'unreachable',
        message: (server) => `There is no route to ${server}`,
        next: 'Check the network of this machine',
        unsent: true,
    },
    PROXY_REFUSED: {
        code: 'unreachable',
        message: (server) => `The proxy did not open a way to ${server}`,
        next: 'Check HTTPS_PROXY and its credentials, or put the API server into NO_PROXY',
        unsent: true,
    },
    EPROTO: {
        code: 'unreachable',
        message: (server) => `${server} does not speak TLS as it should`,
        next: 'Check that the kubeconfig names the API server’s own port',
        unsent: true,
    },
    ATTEMPT_TIMEOUT: {
        code: 'timeout',
        message: (server) => `${server} accepted the request and did not answer in time`,
        next: `Check the load of the API server: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)((0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterWide */ .MO)) `get --raw ${'/readyz?verbose'}`}`,
    },
    BODY_TOO_LARGE: {
        code: 'failed',
        message: (server) => `${server} answered with more than can be held`,
        next: 'Narrow the selector',
    },
    BAD_BODY: {
        code: 'failed',
        message: (server) => `${server} answered with something that is not JSON`,
        next: 'Check that the address is a Kubernetes API server, and not a login page or a proxy',
    },
};
const lost = {
    code: 'unreachable',
    message: (server) => `The connection to ${server} was lost before the answer came`,
    next: 'Check the network between this machine and the API server',
};
const untrusted = (code) => ({
    code: 'untrusted',
    message: (server) => `The certificate of ${server} cannot be verified (${code})`,
    next: 'Check certificate-authority-data and tls-server-name in the kubeconfig, and this machine’s clock',
    unsent: true,
});
const tlsCode = /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|ERR_SSL_.*CERT)/;
/** The `code` of an error or of one of its causes. */
function errorCode(error) {
    let current = error;
    for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
        const { code, errors, cause } = current;
        if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code))
            return code;
        current = Array.isArray(errors) ? errors[0] : cause;
    }
    return undefined;
}
function wordsOf(error) {
    const code = errorCode(error) ?? '';
    if (tlsCode.test(code))
        return untrusted(code);
    if (code === 'ENETUNREACH')
        return words.EHOSTUNREACH ?? lost;
    if (code.startsWith('ERR_SSL_'))
        return words.EPROTO ?? lost;
    return words[code] ?? lost;
}
/** Whether a request certainly did not reach the server, so that even a write may be sent again. */
function wasUnsent(error) {
    return wordsOf(error).unsent === true;
}
/** Whether trying again may help: a certificate stays as untrusted as it is. */
function mayPass(error) {
    const { code, message } = wordsOf(error);
    return code !== 'untrusted' && code !== 'failed' && message !== words.EPROTO?.message;
}
/** Translates a failed connection; of the foreign error only its code is looked at. */
function networkError(error, subject, speaker) {
    const { code, message, next } = wordsOf(error);
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code, subject, message: message(speaker.server), next });
}


/***/ }),

/***/ 71038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   eS: () => (/* binding */ placeWord),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   p0: () => (/* binding */ resourceWord)
/* harmony export */ });
/** `pods`, `deployments.apps`, `pods/exec`: a resource as `kubectl` and RBAC users write it. */
function resourceWord(resource, subresource) {
    const word = resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
    return subresource === undefined ? word : `${word}/${subresource}`;
}
/** Where something is: ` in phoenix-rooivalk`, ` in all namespaces`, or nothing for what has no namespace. */
function placeWord(asked) {
    if (!asked.resource.namespaced)
        return '';
    return asked.namespace === undefined ? ' in all namespaces' : ` in ${asked.namespace}`;
}
/** The subject of a PortError: `pods in phoenix-rooivalk`, `deployments.apps/api-gateway in phoenix-rooivalk`, `nodes`. */
function subjectOf(asked) {
    const name = asked.name === undefined ? '' : `/${asked.name}`;
    return `${resourceWord(asked.resource)}${name}${placeWord(asked)}`;
}
/** The path of a collection or an object at the API server, each part escaped. */
function pathOf(asked) {
    const { resource, namespace, name, subresource } = asked;
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const parts = [root];
    if (resource.namespaced && namespace !== undefined)
        parts.push('namespaces', encodeURIComponent(namespace));
    parts.push(resource.plural);
    if (name !== undefined)
        parts.push(encodeURIComponent(name));
    if (subresource !== undefined)
        parts.push(subresource);
    return parts.join('/');
}


/***/ }),

/***/ 83584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var _network_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23211);

const baseMs = 250;
const mostWaitMs = 8_000;
const mostAttempts = 8;
/** Milliseconds that an answer asks to wait; undefined when it does not say. */
function askedToWait({ headers }) {
    const value = headers['retry-after'];
    const seconds = Number(Array.isArray(value) ? value[0] : value);
    return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
/** Whether what may be repeated can have another answer: the server stumbled, or what it read had moved on (410). */
function mayTurn({ status }, staysGone) {
    return status === 410 ? !staysGone : status >= 500 && status !== 501;
}
/** How long to wait before the next attempt after this answer; undefined: it is final. */
function waitAfterAnswer(answer, repeatable, backoffMs, policy) {
    const asked = askedToWait(answer);
    const busy = answer.status === 429 || (answer.status >= 500 && asked !== undefined);
    if (busy)
        return asked === undefined ? backoffMs : asked + policy.random() * baseMs;
    return repeatable && mayTurn(answer, policy.staysGone ?? false) ? backoffMs : undefined;
}
/**
 * Repeats what may be repeated: 429 for any request, 5xx with `Retry-After` for any; other 5xx, 410 and lost connections only
 * for a `repeatable` one (a read, or a write that is the same when done twice); a connection that was never made for any.
 * Full jitter, growing from 250 ms to 8 s; never past the deadline. Answers the last answer, or rejects with the last error.
 */
async function withRetries(attempt, repeatable, policy) {
    const { clock, random, signal } = policy;
    const start = clock.monotonic();
    const left = () => policy.deadlineMs - (clock.monotonic() - start);
    for (let attempts = 1;; attempts += 1) {
        const backoffMs = random() * Math.min(mostWaitMs, baseMs * 2 ** attempts);
        const last = attempts >= mostAttempts;
        let waitMs;
        try {
            const answer = await attempt(Math.max(1, Math.min(policy.attemptMs, left())));
            const wanted = last ? undefined : waitAfterAnswer(answer, repeatable, backoffMs, policy);
            if (wanted === undefined || wanted >= left())
                return answer;
            waitMs = wanted;
        }
        catch (error) {
            const again = !last && signal?.aborted !== true && (0,_network_error_js__WEBPACK_IMPORTED_MODULE_0__/* .mayPass */ .bg)(error) && (repeatable || (0,_network_error_js__WEBPACK_IMPORTED_MODULE_0__/* .wasUnsent */ .Xm)(error));
            if (!again || backoffMs >= left())
                throw error;
            waitMs = backoffMs;
        }
        await clock.sleep(waitMs, signal);
    }
}


/***/ })

};
