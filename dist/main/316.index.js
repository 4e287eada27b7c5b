export const id = 316;
export const ids = [316];
export const modules = {

/***/ 80316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRegistry: () => (/* binding */ createRegistry)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/domain/image/reference.js
var reference = __webpack_require__(3190);
;// CONCATENATED MODULE: ./build/domain/image/manifest.js


/** Media types of manifests (OCI image specification 1.1, Docker image manifest V2 schema 2). */
const manifestTypes = {
    ociIndex: 'application/vnd.oci.image.index.v1+json',
    ociManifest: 'application/vnd.oci.image.manifest.v1+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
};
/** The most of a manifest, index or config that is read, bytes: what registries themselves accept (distribution). */
const maxManifestBytes = 4 * 1024 * 1024;
/** The most entries of an index, or layers of a manifest. */
const maxEntries = 1_000;
const digest = schemas/* custom */.IeY((value) => typeof value === 'string' && (0,reference/* isDigest */.Bc)(value));
const annotations = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional();
const descriptor = schemas/* object */.Ikc({
    mediaType: schemas/* string */.YjP().max(255),
    digest,
    size: schemas/* number */.aig().int().nonnegative(),
    artifactType: schemas/* string */.YjP().max(255).optional(),
    annotations,
});
const platform = schemas/* object */.Ikc({
    os: schemas/* string */.YjP().max(64),
    architecture: schemas/* string */.YjP().max(64),
    variant: schemas/* string */.YjP().max(64).optional(),
});
const indexShape = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(2),
    mediaType: schemas/* string */.YjP().optional(),
    manifests: schemas/* array */.YOg(descriptor.extend({ platform: platform.optional() })).max(maxEntries),
});
const manifestShape = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(2),
    mediaType: schemas/* string */.YjP().optional(),
    artifactType: schemas/* string */.YjP().max(255).optional(),
    config: descriptor,
    layers: schemas/* array */.YOg(descriptor).max(maxEntries),
    annotations,
});
const indexTypes = [manifestTypes.ociIndex, manifestTypes.dockerList];
const imageTypes = [manifestTypes.ociManifest, manifestTypes.dockerManifest];
/**
 * Read a manifest or an index of either family. The content type of the answer decides what it is, and the document must
 * agree (a document that can be read as both is an attack: CVE-2021-41190). A string says what is wrong with it.
 */
function parseManifest(text, contentType) {
    const type = contentType.split(';')[0]?.trim() ?? '';
    const value = parsedJson(text);
    if (value === undefined)
        return 'it is no JSON object';
    if ('mediaType' in value && value.mediaType !== type)
        return `it says that it is another type than ${shown(type)}`;
    if ('manifests' in value && ('layers' in value || 'config' in value))
        return 'it is index and manifest at once';
    if (indexTypes.includes(type)) {
        const read = indexShape.safeParse(value);
        return read.success ? { kind: 'index', manifests: read.data.manifests } : problemOf(read.error);
    }
    if (!imageTypes.includes(type))
        return `its type ${shown(type)} is not supported`;
    const read = manifestShape.safeParse(value);
    if (!read.success)
        return problemOf(read.error);
    const { artifactType, config, layers } = read.data;
    return { kind: 'image', artifactType, config, layers };
}
/** The platforms of an index; entries without one, or for `unknown` (attestations), are none. */
function platformsOf({ manifests }) {
    return manifests.flatMap(({ platform: one }) => (one === undefined || one.os === 'unknown' ? [] : [one]));
}
/** What a config blob says of the platform of its image. */
function parseConfig(text) {
    const read = platform.safeParse(parsedJson(text));
    return read.success ? read.data : 'its config names no platform';
}
function parsedJson(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
const problemOf = (error) => `its field ${error.issues[0]?.path.map(String).join('.').slice(0, 80) || 'schemaVersion'} is not as it must be`;
const shown = (type) => (/^[\w./+-]{1,100}$/.test(type) ? type : '(none)');

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/adapters/public-address.js

/**
 * Everything that is not a global unicast address: this host, private and shared networks, link-local (where cloud metadata
 * is), documentation, benchmarking, multicast, and IPv6 forms that carry an IPv4 address inside (IANA special-purpose
 * registries, RFC 6890).
 */
const notPublic = { ipv4: new external_node_net_.BlockList(), ipv6: new external_node_net_.BlockList() };
const v4 = [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
];
const v6 = [
    ['::', 8],
    ['64:ff9b::', 16],
    ['100::', 8],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
    ['fc00::', 7],
    ['fe80::', 9],
    ['ff00::', 8],
];
for (const [network, bits] of v4)
    notPublic.ipv4.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of v6)
    notPublic.ipv6.addSubnet(network, bits, 'ipv6');
/** Whether an IP address is one of the public Internet; what is no address is not. */
function isPublicAddress(address) {
    if ((0,external_node_net_.isIPv4)(address))
        return !notPublic.ipv4.check(address, 'ipv4');
    return (0,external_node_net_.isIPv6)(address) && !notPublic.ipv6.check(address, 'ipv6');
}

;// CONCATENATED MODULE: ./build/adapters/registry/addresses.js




/** By the system's resolver, IPv4 first. */
const systemResolve = async (host) => (await (0,promises_.lookup)(host, { all: true, order: 'ipv4first' })).map(({ address }) => address);
/**
 * Names resolved once: whatever a name's answer changes to later, connections go where the first one led. An address that
 * is not public is used only where that is configured for the host.
 */
class Addresses {
    #resolve;
    #known = new Map();
    constructor(resolve) {
        this.#resolve = resolve;
    }
    /** The address to connect to. `unreachable` for a name without any, `forbidden` for one that leads inside. */
    async of(hostname, privateAllowed, subject) {
        const name = hostname.replace(/^\[|\]$/g, '');
        const all = await this.#all(name, subject);
        const allowed = privateAllowed ? all : all.filter(isPublicAddress);
        const [first] = allowed;
        if (first !== undefined)
            return first;
        throw new port_error/* PortError */.U({
            code: 'forbidden',
            subject,
            message: `${subject} is at ${all[0]}, which is no public address, and is not asked there`,
            next: `if it is meant, set \`private-address: true\` for ${hostname} under \`platform.registries\``,
        });
    }
    async #all(name, subject) {
        if ((0,external_node_net_.isIP)(name) !== 0)
            return [name];
        let answer = this.#known.get(name);
        if (answer === undefined) {
            answer = this.#resolve(name);
            this.#known.set(name, answer);
        }
        const found = await answer.catch(() => []);
        if (found.length > 0)
            return found;
        this.#known.delete(name);
        throw new port_error/* PortError */.U({ code: 'unreachable', subject, message: `${subject} has a name that does not resolve` });
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/adapters/registry/exchange.js




const kept = { keepAlive: true, maxSockets: 4, timeout: 15_000 };
const plainAgent = new external_node_http_.Agent(kept);
const tlsAgent = new external_node_https_.Agent(kept);
/** Ask once. Nothing is followed or repeated. Rejects with a PortError; no text of the other side is part of it. */
function exchange(asked) {
    return new Promise((resolve, reject) => {
        const { subject, timeoutMs, signal, maxBytes } = asked;
        const request = exchange_open(asked);
        const end = (settle) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancelled);
            settle();
        };
        const fail = (error) => end(() => {
            request.destroy();
            reject(error);
        });
        const cancelled = () => fail(new port_error/* PortError */.U({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
        const late = new port_error/* PortError */.U({
            code: 'timeout',
            subject,
            message: `${subject} did not answer within ${timeoutMs} ms`,
        });
        const timer = setTimeout(() => fail(late), timeoutMs);
        request.on('error', (error) => fail(translated(error, subject)));
        request.on('response', (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.byteLength;
                if (bytes <= maxBytes)
                    chunks.push(chunk);
                else
                    fail(tooLong(subject, maxBytes));
            });
            response.on('error', (error) => fail(translated(error, subject)));
            response.on('end', () => {
                const { statusCode: status = 0, headers } = response;
                end(() => resolve({ status, headers, body: Buffer.concat(chunks) }));
            });
        });
        if (signal?.aborted)
            cancelled();
        else
            signal?.addEventListener('abort', cancelled, { once: true });
        request.end();
    });
}
function exchange_open({ url, address, headers, ca }) {
    const isTls = url.protocol === 'https:';
    const name = url.hostname.replace(/^\[|\]$/g, '');
    const common = {
        method: 'GET',
        host: address,
        port: url.port === '' ? (isTls ? 443 : 80) : Number(url.port),
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, 'user-agent': 'rooivalk-maintenance', ...headers },
    };
    if (!isTls)
        return (0,external_node_http_.request)({ ...common, agent: plainAgent });
    const servername = (0,external_node_net_.isIP)(name) === 0 ? name : '';
    return (0,external_node_https_.request)({ ...common, agent: tlsAgent, servername, ...(ca === undefined ? {} : { ca }) });
}
const tooLong = (subject, maxBytes) => new port_error/* PortError */.U({ code: 'invalid', subject, message: `${subject} answered more than ${maxBytes} bytes` });
const ways = {
    ECONNREFUSED: 'refused the connection',
    ECONNRESET: 'closed the connection before it answered',
    EPIPE: 'closed the connection before it answered',
    EHOSTUNREACH: 'cannot be reached: no route',
    ENETUNREACH: 'cannot be reached: no route',
    ETIMEDOUT: 'did not answer',
};
/** A foreign error by its code alone. */
function translated(error, subject) {
    const code = /^[A-Z][A-Z0-9_]{2,60}$/.test(error.code ?? '') ? (error.code ?? '') : 'no code';
    const why = ways[code];
    if (why !== undefined)
        return new port_error/* PortError */.U({ code: 'unreachable', subject, message: `${subject} ${why}` });
    if (/^(HPE_|ERR_HTTP|EPROTO)/.test(code)) {
        return new port_error/* PortError */.U({ code: 'invalid', subject, message: `${subject} does not speak the expected protocol` });
    }
    if (/CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME|^ERR_(TLS|SSL)_/.test(code)) {
        return new port_error/* PortError */.U({
            code: 'untrusted',
            subject,
            message: `the certificate of ${subject} is not trusted (${code})`,
            next: 'name the authority that signed it as `ca` of the registry under `platform.registries`',
        });
    }
    return new port_error/* PortError */.U({ code: 'failed', subject, message: `${subject} could not be asked (${code})` });
}

;// CONCATENATED MODULE: ./build/adapters/registry/refusal.js

const codes = {
    0: 'unreachable',
    401: 'unauthorized',
    403: 'forbidden',
    429: 'busy',
};
/** The error for an answer that is neither 200 nor 404, by its status alone; 0: there was none. */
function statusError(subject, server, status) {
    const code = codes[status] ?? (status >= 500 ? 'failed' : 'invalid');
    const next = nextFor(code, server);
    return new port_error/* PortError */.U({
        code,
        subject,
        message: wordsFor(subject, code, status),
        ...(next === undefined ? {} : { next }),
    });
}
function wordsFor(subject, code, status) {
    switch (code) {
        case 'unreachable':
            return `${subject} did not answer`;
        case 'unauthorized':
            return `${subject} did not accept who we are (HTTP 401)`;
        case 'forbidden':
            return `${subject} does not let us read this (HTTP 403)`;
        case 'busy':
            return `${subject} asked to come back later (HTTP 429), more often than the bound allows`;
        default:
            return `${subject} answered with HTTP ${status}`;
    }
}
function nextFor(code, { host, credentials }) {
    if (code !== 'unauthorized' && code !== 'forbidden')
        return undefined;
    return credentials === undefined
        ? `name a Secret with credentials for ${host} under \`platform.registries\``
        : `renew the credentials for ${host} in the Secret that \`platform.registries\` names; reading is enough`;
}

;// CONCATENATED MODULE: ./build/adapters/registry/server.js
/** Where Docker Hub's API is, and who gives out its tokens. */
const hub = { api: 'registry-1.docker.io', realm: 'auth.docker.io' };
/** The rules for a host: as configured, or the strictest. */
function serverFor(host, configured) {
    const found = configured.find((server) => server.host === host);
    const server = found ?? { host, tokenRealms: [], privateAddress: false, plainHttp: false };
    return host === 'docker.io' ? { ...server, tokenRealms: [...server.tokenRealms, hub.realm] } : server;
}
/** The address of a registry's API. */
function apiOf({ host, plainHttp }) {
    return new URL(`${plainHttp ? 'http' : 'https'}://${host === 'docker.io' ? hub.api : host}`);
}

;// CONCATENATED MODULE: ./build/adapters/registry/challenge.js
const longest = 4_096;
/** Read a `WWW-Authenticate` header; undefined for a scheme that is not spoken here. */
function parseChallenge(header) {
    if (header === undefined || header.length > longest)
        return undefined;
    const [, scheme = '', rest = ''] = /^\s*([A-Za-z]+)(?:\s+(.*))?$/s.exec(header) ?? [];
    if (scheme.toLowerCase() === 'basic')
        return { scheme: 'basic' };
    if (scheme.toLowerCase() !== 'bearer')
        return undefined;
    const parameters = new Map();
    for (const [, name = '', value = ''] of rest.matchAll(/([A-Za-z_]+)="([^"\\]*)"/g)) {
        if (!parameters.has(name.toLowerCase()))
            parameters.set(name.toLowerCase(), value);
    }
    const realm = parameters.get('realm');
    if (realm === undefined)
        return undefined;
    const service = parameters.get('service');
    return { scheme: 'bearer', realm, ...(service === undefined ? {} : { service }) };
}
/** The token of a token server's answer (`token` or `access_token`); undefined for one that is none or unsafe as a header. */
function parseToken(body) {
    let value;
    try {
        value = JSON.parse(body.toString('utf8'));
    }
    catch {
        return undefined;
    }
    const { token, access_token: other } = (value ?? {});
    const found = typeof token === 'string' && token !== '' ? token : other;
    return typeof found === 'string' && /^[A-Za-z0-9._~+/=:-]{1,16384}$/.test(found) ? found : undefined;
}

;// CONCATENATED MODULE: ./build/adapters/registry/tokens.js



const maxTokenBytes = 64 * 1024;
/** Tokens last minutes; more refusals than this for one repository are about rights, not about age. */
const mostRenewals = 10;
/**
 * What to present to a registry, by repository: a token of the server that it names (asked for reading that repository,
 * whatever it suggests), or the configured user and password. These are shown to the registry itself, and to token servers
 * at its own host or a listed one, by https (or as the registry itself is spoken to).
 */
class Tokens {
    #server;
    #send;
    #held = new Map();
    #renewals = new Map();
    constructor(server, send) {
        this.#server = server;
        this.#send = send;
    }
    /** The `Authorization` header for a repository, once it was asked for. */
    of(repository) {
        return this.#held.get(repository);
    }
    /** After a 401 for what was presented: whether something new can be. */
    async renew(repository, presented, answer) {
        const challenge = parseChallenge(answer.headers['www-authenticate']);
        if (challenge === undefined)
            return false;
        const next = challenge.scheme === 'basic' ? await this.#basic() : `Bearer ${await this.#token(challenge, repository)}`;
        if (next === undefined || next === presented)
            return false;
        const renewals = (this.#renewals.get(repository) ?? 0) + 1;
        this.#renewals.set(repository, renewals);
        this.#held.set(repository, next);
        return renewals <= mostRenewals;
    }
    async #basic() {
        const credentials = await this.#server.credentials?.();
        return credentials && basicOf(credentials);
    }
    async #token(challenge, repository) {
        const url = this.#realm(challenge.realm);
        if (challenge.service !== undefined)
            url.searchParams.set('service', challenge.service);
        url.searchParams.set('scope', `repository:${repository}:pull`);
        const authorization = await this.#basic();
        const answer = await this.#send(url, authorization === undefined ? {} : { authorization }, maxTokenBytes);
        const token = answer.status === 200 ? parseToken(answer.body) : undefined;
        if (token !== undefined)
            return token;
        throw this.#error(codeOf(answer.status), `its token server ${url.host} gave no token (HTTP ${answer.status})`);
    }
    /** The token server, if credentials may be shown there. */
    #realm(realm) {
        const url = URL.canParse(realm) ? new URL(realm) : undefined;
        const own = apiOf(this.#server);
        if (url === undefined || url.username !== '' || url.password !== '') {
            throw this.#error('invalid', 'it names no proper address of a token server');
        }
        const known = url.host === own.host || this.#server.tokenRealms.includes(url.host);
        const spoken = url.protocol === 'https:' || (url.protocol === 'http:' && this.#server.plainHttp);
        if (known && spoken)
            return url;
        throw this.#error('untrusted', `it names ${shownHost(url)} as its token server, which ${known ? 'is not spoken to by https' : 'is not listed for it'}`, `if that is right, list the host under \`token-realms\` of ${this.#server.host} in \`platform.registries\``);
    }
    #error(code, why, next) {
        const subject = `registry ${this.#server.host}`;
        return new port_error/* PortError */.U({ code, subject, message: `${subject}: ${why}`, ...(next === undefined ? {} : { next }) });
    }
}
function codeOf(status) {
    if (status === 401 || status === 403)
        return 'unauthorized';
    if (status === 429)
        return 'busy';
    return status >= 500 ? 'failed' : 'invalid';
}
const basicOf = ({ username, password }) => `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
const shownHost = ({ protocol, host }) => `${protocol}//${host.replace(/[^\w.:[\]-]/g, '?').slice(0, 120)}`;

;// CONCATENATED MODULE: ./build/adapters/registry/client.js





const attemptMs = 15_000;
const mostAttempts = 4;
const mostRedirects = 3;
const longestWaitMs = 10_000;
/**
 * Requests to one registry: authenticated where it asks for it, repeated where that is right, redirects followed without
 * credentials. Only answers with 200 and 404 come back; everything else is a PortError.
 */
class RegistryClient {
    subject;
    #server;
    #context;
    #tokens;
    constructor(host, context) {
        this.#server = serverFor(host, context.servers);
        this.#context = context;
        this.subject = `registry ${host}`;
        this.#tokens = new Tokens(this.#server, (url, headers, maxBytes) => this.#send(url, headers, maxBytes, true));
    }
    /** Whether a host is this registry's own. */
    isOwn(url) {
        return url.host === apiOf(this.#server).host;
    }
    async get(asked) {
        for (let left = mostAttempts - 1;; left -= 1) {
            const answer = await this.#attempt(asked, left > 0);
            if (answer === undefined)
                continue;
            if (answer.status === 200 || answer.status === 404)
                return answer;
            throw statusError(this.subject, this.#server, answer.status);
        }
    }
    /** One attempt, with what is presented now. Undefined: it is worth another one. */
    async #attempt({ repository, path, accept, maxBytes }, again) {
        const url = new URL(`/v2/${repository}/${path}`, apiOf(this.#server));
        const authorization = this.#tokens.of(repository);
        const headers = {
            ...(accept === undefined ? {} : { accept }),
            ...(authorization === undefined ? {} : { authorization }),
        };
        const answer = await this.#follow(url, headers, maxBytes, again);
        if (answer === undefined || !again)
            return answer;
        if (answer.status === 401) {
            return (await this.#tokens.renew(repository, authorization, answer)) ? undefined : answer;
        }
        if (!isPassing(answer.status))
            return answer;
        await this.#context.clock.sleep(waitOf(answer), this.#context.signal);
        return undefined;
    }
    /** One request with its redirects. Undefined: no answer, and it may be asked again. */
    async #follow(first, headers, maxBytes, again) {
        let url = first;
        let sent = headers;
        for (let hop = 0; hop <= mostRedirects; hop += 1) {
            let answer;
            try {
                answer = await this.#send(url, sent, maxBytes, false);
            }
            catch (error) {
                if (again && error instanceof port_error/* PortError */.U && error.code === 'unreachable')
                    return undefined;
                throw error;
            }
            const { location } = answer.headers;
            if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined)
                return answer;
            const next = this.#redirected(url, location);
            if (next.host !== url.host) {
                const { authorization, ...rest } = sent;
                sent = rest;
            }
            url = next;
        }
        throw this.#invalid(`redirected more than ${mostRedirects} times`);
    }
    /** Where a redirect may lead: by https, or as we are talking already to the same host. */
    #redirected(from, location) {
        const next = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
        if (next === undefined || next.username !== '' || next.password !== '') {
            throw this.#invalid('redirected to something that is no address');
        }
        const asBefore = next.protocol === from.protocol && next.host === from.host;
        if (next.protocol === 'https:' || asBefore)
            return next;
        throw this.#invalid('redirected to an address without TLS');
    }
    async #send(url, headers, maxBytes, isRealm) {
        const own = this.isOwn(url);
        const rules = own ? this.#server : serverFor(url.host, this.#context.servers);
        const subject = own ? this.subject : `${isRealm ? 'token server' : 'storage'} ${url.host} of ${this.subject}`;
        // a token server that is named for a registry of a private network stands in that network
        const inside = rules.privateAddress || (isRealm && this.#server.privateAddress);
        const address = await this.#context.addresses.of(url.hostname, inside, subject);
        const ca = await (rules.ca ?? (isRealm ? this.#server.ca : undefined))?.();
        const { signal } = this.#context;
        return exchange({ url, address, headers, ca, timeoutMs: attemptMs, maxBytes, signal, subject });
    }
    #invalid(what) {
        return new port_error/* PortError */.U({ code: 'invalid', subject: this.subject, message: `${this.subject} ${what}` });
    }
}
const isPassing = (status) => status === 429 || (status >= 500 && status <= 504 && status !== 501);
/** As long as the server asks for, at most ten seconds. */
function waitOf({ headers }) {
    const seconds = Number(headers['retry-after']);
    return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, longestWaitMs) : 500;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/adapters/registry/documents.js




const accept = Object.values(manifestTypes).join(', ');
/** Read what a tag or digest stands for, and verify it. Undefined: there is none. */
async function readManifest(client, repository, tagOrDigest) {
    const path = `manifests/${tagOrDigest}`;
    const answer = await client.get({ repository, path, accept, maxBytes: maxManifestBytes });
    if (answer.status === 404)
        return undefined;
    const subject = `${repository} ${tagOrDigest} of ${client.subject}`;
    const digest = digestOf(answer.body);
    const said = answer.headers['docker-content-digest'];
    if ((0,reference/* isDigest */.Bc)(tagOrDigest) && tagOrDigest !== digest)
        throw wrongBytes(subject, digest);
    // a registry may name the content by another algorithm; then there is nothing to compare
    if (typeof said === 'string' && (0,reference/* isDigest */.Bc)(said) && said !== digest)
        throw wrongBytes(subject, digest);
    const content = parseManifest(answer.body.toString('utf8'), answer.headers['content-type'] ?? '');
    if (typeof content !== 'string')
        return { digest, content };
    throw new port_error/* PortError */.U({ code: 'invalid', subject, message: `the manifest of ${subject} cannot be used: ${content}` });
}
/** The bytes that a descriptor names, verified by digest; at most `maxBytes`. */
async function readBlob(client, repository, { digest, size }, maxBytes) {
    const subject = `${repository} ${digest} of ${client.subject}`;
    if (size > maxBytes) {
        throw new port_error/* PortError */.U({ code: 'invalid', subject, message: `${subject} has ${size} bytes, more than ${maxBytes}` });
    }
    const { status, body } = await client.get({ repository, path: `blobs/${digest}`, maxBytes });
    if (status === 404) {
        throw new port_error/* PortError */.U({
            code: 'not-found',
            subject,
            message: `${subject} is named by a manifest and does not exist`,
        });
    }
    const actual = digestOf(body);
    if (actual !== digest)
        throw wrongBytes(subject, actual);
    return body;
}
/** SHA-256 of bytes as registries write it. */
function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}
const wrongBytes = (subject, actual) => new port_error/* PortError */.U({
    code: 'invalid',
    subject,
    message: `the bytes of ${subject} are others than their digest says (they are ${actual.slice(0, 19)}…)`,
    next: 'do not use this registry until its keeper has explained it',
});

;// CONCATENATED MODULE: ./build/adapters/registry/list-tags.js


const maxTags = 20_000;
const maxPages = 100;
const maxPageBytes = 4 * 1024 * 1024;
const page = schemas/* object */.Ikc({ tags: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() });
const grammar = /^\w[\w.-]{0,127}$/;
/** Every tag of a repository, page by page (distribution specification, "Content Discovery"); those that are no tags are left out. */
async function listTags(client, repository) {
    const subject = `tags of ${repository} of ${client.subject}`;
    const invalid = (why) => new port_error/* PortError */.U({ code: 'invalid', subject, message: `${subject}: ${why}` });
    const tags = [];
    let path = 'tags/list?n=1000';
    for (let pages = 0; path !== undefined; pages += 1) {
        if (pages === maxPages)
            throw invalid(`more than ${maxPages} pages`);
        const answer = await client.get({ repository, path, accept: 'application/json', maxBytes: maxPageBytes });
        if (answer.status === 404) {
            throw new port_error/* PortError */.U({ code: 'not-found', subject, message: `${client.subject} has no repository ${repository}` });
        }
        const read = page.safeParse(parsed(answer.body));
        if (!read.success)
            throw invalid('the answer is no list of tags');
        for (const tag of read.data.tags ?? [])
            if (grammar.test(tag))
                tags.push(tag);
        if (tags.length > maxTags)
            throw invalid(`more than ${maxTags} tags`);
        path = nextPage(answer.headers.link, repository);
    }
    return tags;
}
/** The next page by the Link header (RFC 8288), which must be one of this list. */
function nextPage(header, repository) {
    const [, target = ''] = /<([^>]{1,2000})>\s*;[^,]*\brel="?next"?/.exec(String(header ?? '')) ?? [];
    const query = /[?&](?:last|n)=/.test(target) ? target.slice(target.indexOf('?')) : undefined;
    const before = target.slice(0, Math.max(0, target.indexOf('?')));
    return query !== undefined && before.endsWith(`/v2/${repository}/tags/list`) ? `tags/list${query}` : undefined;
}
function parsed(body) {
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./build/domain/image/scan.js
var scan = __webpack_require__(30858);
;// CONCATENATED MODULE: ./build/domain/image/scan-result.js


const scan_result_name = schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
const severity = schemas/* string */.YjP()
    .transform((text) => text.toLowerCase())
    .transform((text) => scan/* severities */.gO.find((known) => known === text) ?? (text === 'negligible' ? 'low' : 'unknown'));
/** What Trivy writes (`--format json`, and as the result within `--format cosign-vuln`), as much of it as is read. */
const trivy = schemas/* object */.Ikc({
    Results: schemas/* array */.YOg(schemas/* object */.Ikc({
        Vulnerabilities: schemas/* array */.YOg(schemas/* object */.Ikc({ VulnerabilityID: scan_result_name, Severity: severity }))
            .max(50_000)
            .nullish(),
    }))
        .max(5_000)
        .nullish(),
    ArtifactType: schemas/* string */.YjP(),
});
/** What Grype writes (`-o json`), as much of it as is read. */
const grype = schemas/* object */.Ikc({
    matches: schemas/* array */.YOg(schemas/* object */.Ikc({ vulnerability: schemas/* object */.Ikc({ id: scan_result_name, severity }) })).max(50_000),
    descriptor: schemas/* object */.Ikc({ name: schemas/* literal */.euz('grype') }),
});
/**
 * The predicate `https://cosign.sigstore.dev/attestation/vuln/v1` (sigstore/cosign, specs/COSIGN_VULN_ATTESTATION_SPEC.md): what a
 * scanner found and when.
 */
const predicate = schemas/* object */.Ikc({
    scanner: schemas/* object */.Ikc({ result: schemas/* unknown */.L5J() }),
    metadata: schemas/* object */.Ikc({ scanFinishedOn: iso/* datetime */.w$({ offset: true }) }),
});
/** Read such a predicate; a text says why it cannot be used. */
function parseScan(value) {
    const read = predicate.safeParse(value);
    if (!read.success)
        return 'its scanner and the time of the scan are not where they should be';
    const at = Date.parse(read.data.metadata.scanFinishedOn);
    const { result } = read.data.scanner;
    const ofTrivy = trivy.safeParse(result);
    if (ofTrivy.success) {
        const found = (ofTrivy.data.Results ?? []).flatMap(({ Vulnerabilities }) => Vulnerabilities ?? []);
        return {
            scanner: 'trivy',
            at,
            vulnerabilities: once(found.map(({ VulnerabilityID, Severity }) => ({ id: VulnerabilityID, severity: Severity }))),
        };
    }
    const ofGrype = grype.safeParse(result);
    if (!ofGrype.success)
        return 'its result is neither Trivy’s nor Grype’s JSON';
    return { scanner: 'grype', at, vulnerabilities: once(ofGrype.data.matches.map((match) => match.vulnerability)) };
}
/** Each once, as its worst: one is listed for every package that has it. */
function once(found) {
    const worst = new Map();
    for (const one of found) {
        const known = worst.get(one.id);
        if (known === undefined || scan/* severities */.gO.indexOf(one.severity) < scan/* severities */.gO.indexOf(known.severity)) {
            worst.set(one.id, one);
        }
    }
    return [...worst.values()];
}

;// CONCATENATED MODULE: ./build/adapters/registry/attached.js



/** More documents attached to one image than this are not looked at. */
const mostLooked = 20;
/** A Sigstore bundle: what cosign 3 attaches, a signature or a statement. */
const bundleType = /^application\/vnd\.dev\.sigstore\.bundle(\.v0\.[123]\+json|\+json;version=0\.[123])$/;
/**
 * What is attached to an image: first under cosign's tag `sha256-<hex>.<suffix>`, then among its referrers (OCI distribution
 * 1.1, and the fallback tag `sha256-<hex>`), which are asked for only when the caller goes on.
 */
async function* attachedTo(client, repository, digest, { suffix, wanted }) {
    const tag = digest.replace(':', '-');
    yield* layersOf((await readManifest(client, repository, `${tag}.${suffix}`))?.content, wanted);
    const index = (await referrersIndex(client, repository, digest)) ?? (await readManifest(client, repository, tag))?.content;
    if (index?.kind !== 'index')
        return;
    let looked = 0;
    for (const entry of index.manifests.filter(mayBeOurs).slice(0, mostLooked)) {
        const read = await readManifest(client, repository, entry.digest);
        for (const layer of layersOf(read?.content, wanted)) {
            if (looked === mostLooked)
                return;
            looked += 1;
            yield layer;
        }
    }
}
function layersOf(content, wanted) {
    return content?.kind === 'image' ? content.layers.filter(wanted).slice(0, mostLooked) : [];
}
const mayBeOurs = ({ artifactType }) => artifactType === undefined || /cosign|sigstore/.test(artifactType);
/** The answer of the referrers API; undefined where the registry has none. Rejects what is no list: it may hide a signature. */
async function referrersIndex(client, repository, digest) {
    const { status, body, headers } = await client.get({
        repository,
        path: `referrers/${digest}`,
        accept: manifestTypes.ociIndex,
        maxBytes: maxManifestBytes,
    });
    if (status === 404)
        return undefined;
    const content = parseManifest(body.toString('utf8'), headers['content-type'] ?? '');
    if (typeof content !== 'string')
        return content;
    const subject = `what is attached to ${repository} ${digest} of ${client.subject}`;
    throw new port_error/* PortError */.U({ code: 'invalid', subject, message: `${subject} cannot be read: ${content}` });
}

;// CONCATENATED MODULE: ./build/adapters/registry/trusted-keys.js


/** Read a configured key; `invalid` unless it is an ECDSA P-256 public key, which is what cosign makes. */
function trustedKey({ name, pem }) {
    const key = publicKey(pem);
    if (key?.asymmetricKeyDetails?.namedCurve === 'prime256v1')
        return { name, key };
    throw new port_error/* PortError */.U({
        code: 'invalid',
        subject: name,
        message: `${name} is no ECDSA P-256 public key in PEM`,
        next: 'put the content of cosign.pub there (`cosign public-key`), and never the private key',
    });
}
function publicKey(pem) {
    // createPublicKey would also take a private key, which must not be in the configuration at all
    if (!/-----BEGIN PUBLIC KEY-----/.test(pem) || pem.length > 10_000)
        return undefined;
    try {
        return (0,external_node_crypto_.createPublicKey)(pem);
    }
    catch {
        return undefined;
    }
}
/** The key by which a signature (ASN.1 DER, over SHA-256) is right; undefined: none of them. */
function signerOf(payload, signature, keys) {
    return keys.find(({ key }) => {
        try {
            return (0,external_node_crypto_.verify)('sha256', payload, key, signature);
        }
        catch {
            return false;
        }
    });
}

;// CONCATENATED MODULE: ./build/adapters/registry/statement.js

const statementType = 'application/vnd.in-toto+json';
const mostSubjects = 100;
/** JSON of bytes; undefined: it is none. */
function statement_parsed(bytes) {
    try {
        return JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        return undefined;
    }
}
/** What is at a path of parsed JSON; undefined: nothing. */
function at(value, ...path) {
    let node = value;
    for (const key of path) {
        if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key))
            return undefined;
        node = node[key];
    }
    return node;
}
/**
 * Open a DSSE envelope (parsed JSON) made with a key: the signature over its pre-authentication encoding
 * (secure-systems-lab/dsse, protocol.md), and that the in-toto statement in it is about this image.
 */
function openEnvelope(envelope, digest, keys) {
    const [payload, type, sig] = [
        at(envelope, 'payload'),
        at(envelope, 'payloadType'),
        at(envelope, 'signatures', 0, 'sig'),
    ];
    if (typeof payload !== 'string' || typeof sig !== 'string' || type !== statementType) {
        return { not: 'of a form that is not supported' };
    }
    const bytes = Buffer.from(payload, 'base64');
    const encoded = Buffer.concat([
        Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${bytes.byteLength} `, 'utf8'),
        bytes,
    ]);
    const signer = signerOf(encoded, Buffer.from(sig, 'base64'), keys);
    if (signer === undefined)
        return { not: 'by no trusted key' };
    const statement = statement_parsed(bytes);
    const subjects = at(statement, 'subject');
    const isAbout = (subject) => `sha256:${String(at(subject, 'digest', 'sha256'))}` === digest;
    if (!Array.isArray(subjects) || !subjects.slice(0, mostSubjects).some(isAbout))
        return { not: 'about another image' };
    return {
        by: signer.name,
        predicateType: at(statement, 'predicateType'),
        predicate: at(statement, 'predicate'),
    };
}

;// CONCATENATED MODULE: ./build/adapters/registry/scans.js




/** What `cosign attest --type vuln` attaches, under this type before cosign 3 and as a bundle since. */
const envelopeType = 'application/vnd.dsse.envelope.v1+json';
const scanPredicate = 'https://cosign.sigstore.dev/attestation/vuln/v1';
/** Of a whole attestation: results with every description have two or three MB. */
const maxScanBytes = 8 * 1024 * 1024;
const mayBeScan = ({ mediaType, size }) => (mediaType === envelopeType || bundleType.test(mediaType)) && size <= maxScanBytes;
/** The newest scan of an image that somebody with a trusted key has attached to it. */
async function findScan(client, repository, digest, keys) {
    if (keys.length === 0)
        return { state: 'none' };
    let newest;
    let why;
    for await (const layer of attachedTo(client, repository, digest, { suffix: 'att', wanted: mayBeScan })) {
        const read = scanOf(await readBlob(client, repository, layer, maxScanBytes), digest, keys);
        if (typeof read === 'string')
            why ??= read;
        else if (read !== undefined && read.at > (newest?.at ?? Number.NEGATIVE_INFINITY))
            newest = read;
    }
    if (newest !== undefined)
        return { state: 'scanned', scan: newest };
    return why === undefined ? { state: 'none' } : { state: 'unusable', why };
}
/** A text says why it cannot be used; undefined: it is about something else. */
function scanOf(content, digest, keys) {
    const document = statement_parsed(content);
    const said = openEnvelope(at(document, 'dsseEnvelope') ?? document, digest, keys);
    if ('not' in said)
        return said.not;
    if (said.predicateType !== scanPredicate)
        return undefined;
    const scan = parseScan(said.predicate);
    return typeof scan === 'string' ? scan : { ...scan, by: said.by };
}

;// CONCATENATED MODULE: ./build/adapters/registry/verify-signature.js


/** What cosign signs: `critical.type` of its simple-signing payload (sigstore/cosign `specs/SIGNATURE_SPEC.md`). */
const simpleSigningType = 'cosign container image signature';
/** Verify a simple-signing payload: the signature over its bytes, and that it is about this image. */
function verifySimpleSigning(payload, signature, digest, keys) {
    const signer = signerOf(payload, Buffer.from(signature, 'base64'), keys);
    if (signer === undefined)
        return { not: 'by no trusted key' };
    const content = statement_parsed(payload);
    if (at(content, 'critical', 'type') !== simpleSigningType)
        return { not: 'not a signature over an image' };
    if (at(content, 'critical', 'image', 'docker-manifest-digest') !== digest)
        return { not: 'about another image' };
    return { by: signer.name };
}
/** The predicate of a signature; any other (an SBOM, a scan) says something about an image and does not vouch for it. */
const signaturePredicate = 'https://sigstore.dev/cosign/sign/v1';
/**
 * Verify a Sigstore bundle: its statement signs this image. Its time stamps prove when, not who, and are not needed with a key
 * that is trusted by configuration.
 */
function verifyBundle(bundle, digest, keys) {
    const said = openEnvelope(at(statement_parsed(bundle), 'dsseEnvelope'), digest, keys);
    if ('not' in said)
        return said;
    return said.predicateType === signaturePredicate ? { by: said.by } : { not: 'not a signature over an image' };
}

;// CONCATENATED MODULE: ./build/adapters/registry/signatures.js



const simpleSigning = 'application/vnd.dev.cosign.simplesigning.v1+json';
const signatureAnnotation = 'dev.cosignproject.cosign/signature';
/** What is larger is a statement about an image, and no signature. */
const maxSignatureBytes = 256 * 1024;
const mayBeSignature = ({ mediaType, size }) => (mediaType === simpleSigning || bundleType.test(mediaType)) && size <= maxSignatureBytes;
/** Look for a signature by a trusted key, as cosign attaches it: under its tag `sha256-<hex>.sig`, then among the referrers. */
async function findSignature(client, repository, digest, keys) {
    if (keys.length === 0)
        return { state: 'no-keys' };
    let why;
    for await (const layer of attachedTo(client, repository, digest, { suffix: 'sig', wanted: mayBeSignature })) {
        const verified = await verify(client, repository, digest, layer, keys);
        if ('by' in verified)
            return { state: 'signed', by: verified.by };
        why ??= verified.not;
    }
    return why === undefined ? { state: 'unsigned' } : { state: 'untrusted', why };
}
async function verify(client, repository, digest, layer, keys) {
    const content = await readBlob(client, repository, layer, maxSignatureBytes);
    if (layer.mediaType !== simpleSigning)
        return verifyBundle(content, digest, keys);
    const signature = layer.annotations?.[signatureAnnotation];
    return signature === undefined
        ? { not: 'without its signature' }
        : verifySimpleSigning(content, signature, digest, keys);
}

;// CONCATENATED MODULE: ./build/adapters/registry/index.js










const maxConfigBytes = 4 * 1024 * 1024;
/** Container registries by their HTTP API; a client for each host that is asked. */
function createRegistry(options) {
    const { servers, clock, signal } = options;
    const addresses = new Addresses(options.resolve ?? systemResolve);
    const context = { servers, clock, signal, addresses };
    const clients = new Map();
    const clientOf = ({ registry }) => {
        const known = clients.get(registry) ?? new RegistryClient(registry, context);
        clients.set(registry, known);
        return known;
    };
    let keys;
    const trustedKeys = () => {
        keys ??= options.keys().then((sources) => sources.map(trustedKey));
        return keys;
    };
    return {
        tags: (repository) => listTags(clientOf(repository), repository.repository),
        resolve: (repository, tagOrDigest) => resolveImage(clientOf(repository), repository.repository, tagOrDigest),
        signature: async (repository, digest) => findSignature(clientOf(repository), repository.repository, digest, await trustedKeys()),
        scan: async (repository, digest) => findScan(clientOf(repository), repository.repository, digest, await trustedKeys()),
    };
}
async function resolveImage(client, repository, tagOrDigest) {
    if (!(0,reference/* isDigest */.Bc)(tagOrDigest) && !/^\w[\w.-]{0,127}$/.test(tagOrDigest)) {
        throw new port_error/* PortError */.U({ code: 'invalid', subject: client.subject, message: 'this is neither tag nor digest' });
    }
    const read = await readManifest(client, repository, tagOrDigest);
    if (read === undefined)
        return undefined;
    const { digest, content } = read;
    if (content.kind === 'index') {
        const digests = [digest, ...content.manifests.map((entry) => entry.digest)];
        return { digest, platforms: platformsOf(content), digests };
    }
    const config = parseConfig((await readBlob(client, repository, content.config, maxConfigBytes)).toString('utf8'));
    // an artifact that is no image has no platform, and so covers none
    return { digest, platforms: typeof config === 'string' ? [] : [config], digests: [digest] };
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


/***/ })

};
