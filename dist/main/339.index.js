export const id = 339;
export const ids = [339];
export const modules = {

/***/ 13195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ askedOnce)
/* harmony export */ });
/** Ask once and remember the answer; after a failure the next one asks again. Questions at the same time share one. */
function askedOnce(ask) {
    let known;
    return async () => {
        known ??= ask();
        try {
            return await known;
        }
        catch (error) {
            known = undefined;
            throw error;
        }
    };
}


/***/ }),

/***/ 75629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ connectionWords)
/* harmony export */ });
/** What is said of a connection that the operating system or DNS ended, by its error code. */
const words = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was reset',
    EPIPE: 'the connection was closed',
    EHOSTUNREACH: 'there is no route to it',
    ENETUNREACH: 'there is no route to its network',
    ETIMEDOUT: 'it did not answer',
    ENOTFOUND: 'its name is not found in DNS',
    EAI_AGAIN: 'DNS did not answer',
};
/** Why a server could not be reached, in words; undefined for a code that tells nothing of it. */
const connectionWords = (code) => Object.hasOwn(words, code) ? words[code] : undefined;


/***/ }),

/***/ 20339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCache: () => (/* binding */ createCache)
});

// UNUSED EXPORTS: connectionNameOf

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/adapters/asked-once.js
var asked_once = __webpack_require__(13195);
// EXTERNAL MODULE: ./node_modules/@redis/client/dist/index.js
var dist = __webpack_require__(90488);
// EXTERNAL MODULE: ./build/adapters/tls.js
var adapters_tls = __webpack_require__(15308);
// EXTERNAL MODULE: ./build/adapters/connection-words.js
var connection_words = __webpack_require__(75629);
;// CONCATENATED MODULE: ./build/adapters/redis/errors.js



const tlsNext = 'look at `platform.cache.tls` (ca, server-name) in the configuration and at the certificate of the server';
/** By the first word of an error reply, which is the server's error code. The rest of the reply never passes. */
const byReply = {
    WRONGPASS: ({ user }) => ({
        code: 'unauthorized',
        says: `the password of user ${user} was not accepted, or there is no such user`,
        next: `put the password of user ${user} into the Secret that \`platform.cache.password\` names`,
    }),
    NOAUTH: () => ({
        code: 'unauthorized',
        says: 'it asks for a password, and none is configured',
        next: 'set `platform.cache.password` (and `platform.cache.user`) in the configuration',
    }),
    NOPERM: ({ user }, command) => ({
        code: 'forbidden',
        says: `user ${user} may not run ${command.toUpperCase()}`,
        next: `\`acl setuser ${user} ${command.split(' ')[0] === 'cluster' ? '+cluster' : `+${command.replace(' ', '|')}`}\``,
    }),
    LOADING: () => ({ code: 'unreachable', says: 'it is reading its data from disk' }),
    MASTERDOWN: () => ({ code: 'unreachable', says: 'it is a replica without its master and gives no answers' }),
    CLUSTERDOWN: () => ({ code: 'unreachable', says: 'its cluster is down' }),
    BUSY: () => ({
        code: 'busy',
        says: 'a script or function has been running for too long and nothing else is answered',
        next: '`script kill` or `function kill`, if the script has not written',
    }),
    READONLY: () => ({ code: 'conflict', says: 'it is a replica' }),
    OOM: () => ({ code: 'failed', says: 'its memory limit is reached' }),
};
/** Names of the client's own error classes. */
const byName = {
    ConnectionTimeoutError: 'it did not answer',
    SocketTimeoutError: 'it did not answer',
    SocketClosedUnexpectedlyError: 'the connection was closed',
    ClientClosedError: 'the connection was closed',
    ClientOfflineError: 'the connection was closed',
    DisconnectsClientError: 'the connection was closed',
};
/** Rebuild a foreign error from its code alone: a client's error may hold the AUTH command with the password. */
function translate(error, place, command = 'hello') {
    if (error instanceof port_error/* PortError */.U)
        return error;
    const { code, says, next } = translationOf(error, place, command);
    return new port_error/* PortError */.U({
        code,
        subject: place.subject,
        message: `${place.subject}: ${says}`,
        ...(next === undefined ? {} : { next }),
    });
}
function translationOf(error, place, command) {
    const code = systemCodeOf(error);
    if (code !== undefined) {
        const says = (0,connection_words/* connectionWords */.o)(code);
        if (says !== undefined)
            return { code: 'unreachable', says };
        if ((0,adapters_tls/* isTlsFailure */.gt)(code)) {
            return {
                code: 'untrusted',
                says: `its TLS certificate could not be verified (${code.slice(0, 60)})`,
                next: tlsNext,
            };
        }
    }
    const name = error instanceof Error ? error.constructor.name : '';
    if (Object.hasOwn(byName, name))
        return { code: 'unreachable', says: byName[name] ?? '' };
    const reply = replyCodeOf(error);
    if (reply !== undefined && Object.hasOwn(byReply, reply)) {
        const translated = byReply[reply]?.(place, command);
        if (translated)
            return translated;
    }
    return {
        code: 'failed',
        says: reply === undefined ? 'the client failed in an unknown way' : `it answered with the error ${reply}`,
    };
}
/** The code in front of an error reply: capitals only, so nothing that somebody chose. */
function replyCodeOf(error) {
    return /^([A-Z]{2,20})(?: |$)/.exec(error instanceof Error ? error.message : '')?.[1];
}
function systemCodeOf(error) {
    const code = error?.code;
    return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : undefined;
}

;// CONCATENATED MODULE: ./build/adapters/redis/connection.js




const connectTimeoutMs = 10_000;
const commandTimeoutMs = 10_000;
/** The name of a run's connections in `client list`: no blanks are allowed there. */
function connectionNameOf(run) {
    return `rooivalk-maintenance:${run}`.replace(/[^\x21-\x7e]/g, '-').slice(0, 100);
}
/** Connect and log in. Rejects with a PortError. */
async function openConnection(options, target) {
    const place = { subject: `cache ${target.name}`, user: options.user ?? 'default' };
    const reached = await target.reach();
    const leave = () => reached.close().catch(() => undefined);
    try {
        const client = await clientFor(options, reached);
        const connection = new OpenConnection(client, place, options.clock, leave);
        try {
            await connection.bounded(client.connect(), connectTimeoutMs + 2_000);
            return connection;
        }
        catch (error) {
            connection.destroy();
            throw error;
        }
    }
    catch (error) {
        await leave();
        throw translate(error, place);
    }
}
/** Not `createClient`: that builds a class with a method for every command of Redis, 15 MB for each connection. */
async function clientFor(options, reached) {
    const tls = (0,adapters_tls/* tlsSettings */.Bl)(await options.tls());
    const password = await options.password?.();
    return new dist.RedisClient({
        RESP: 2,
        socket: {
            host: await (0,adapters_tls/* addressOf */.ci)(reached.host),
            port: reached.port,
            connectTimeout: connectTimeoutMs,
            reconnectStrategy: false,
            ...(tls === undefined ? {} : { tls: true, ...tls }),
        },
        ...(options.user === undefined ? {} : { username: options.user }),
        ...(password === undefined ? {} : { password }),
        name: connectionNameOf(options.run),
        disableClientInfo: true,
        disableOfflineQueue: true,
        maintNotifications: 'disabled',
    });
}
class OpenConnection {
    ended = false;
    client;
    place;
    clock;
    leave;
    constructor(client, place, clock, leave) {
        this.client = client;
        this.place = place;
        this.clock = clock;
        this.leave = leave;
        client.on('error', () => {
            this.ended = true;
        });
    }
    async send(...command) {
        try {
            return await this.bounded(this.client.sendCommand([...command]), commandTimeoutMs);
        }
        catch (error) {
            // of a command only its name is ever told, never an argument
            const words = ['memory', 'cluster', 'client'].includes(command[0].toLowerCase())
                ? command.slice(0, 2)
                : [command[0]];
            throw translate(error, this.place, words.join(' ').toLowerCase());
        }
    }
    async bounded(answer, ms) {
        const done = new AbortController();
        const deadline = this.clock.sleep(ms, done.signal).then(() => {
            this.destroy();
            throw new port_error/* PortError */.U({
                code: 'timeout',
                subject: this.place.subject,
                message: `${this.place.subject}: no answer within ${ms} ms`,
            });
        }, () => new Promise(() => undefined));
        try {
            return await Promise.race([answer, deadline]);
        }
        finally {
            done.abort();
            answer.catch(() => undefined);
        }
    }
    destroy() {
        this.ended = true;
        if (this.client.isOpen)
            this.client.destroy();
    }
    async close() {
        this.destroy();
        await this.leave();
    }
}

;// CONCATENATED MODULE: ./build/adapters/redis/read-info.js
/** Read the text of `INFO`. */
function parseInfo(text) {
    const info = new Map();
    for (const line of text.split(/\r?\n/)) {
        const colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith('#'))
            info.set(line.slice(0, colon), line.slice(colon + 1));
    }
    return info;
}
const numberOf = (info, name) => {
    const value = Number(info.get(name));
    return Number.isFinite(value) ? value : 0;
};
/** `db0:keys=2,expires=1,avg_ttl=3` for each database that has keys. */
function keySpacesOf(info) {
    return [...info].flatMap(([name, value]) => {
        const index = /^db(\d+)$/.exec(name)?.[1];
        if (index === undefined)
            return [];
        const field = (key) => Number(new RegExp(`(?:^|,)${key}=(\\d+)`).exec(value)?.[1] ?? 0);
        return [{ index: Number(index), keys: field('keys'), expiring: field('expires') }];
    });
}
/**
 * What MEMORY PURGE can give back is what the allocator holds resident beyond its active pages (`allocator_resident` −
 * `allocator_active`); with another allocator than jemalloc Redis reports none of it.
 */
function memoryOf(info) {
    const limit = numberOf(info, 'maxmemory');
    const [resident, active] = [numberOf(info, 'allocator_resident'), numberOf(info, 'allocator_active')];
    const jemalloc = (info.get('mem_allocator') ?? '').startsWith('jemalloc');
    return {
        usedBytes: numberOf(info, 'used_memory'),
        residentBytes: numberOf(info, 'used_memory_rss'),
        ...(jemalloc ? { reclaimableBytes: Math.max(0, resident - active) } : {}),
        ...(limit > 0 ? { limitBytes: limit } : {}),
        policy: (info.get('maxmemory_policy') ?? 'unknown').slice(0, 40),
    };
}
/** How long the server may take to count its memory anew, ms: its cron does that, at most ten times a second and `hz` at the least. */
function memoryCountMs(info) {
    return Math.max(100, 1000 / Math.max(1, numberOf(info, 'hz'))) + 50;
}
/** Masters that hold slots, from `CLUSTER NODES`: `<id> <ip:port@bus,name> <flags> <master> … <slots>`. */
function mastersOf(nodes) {
    const masters = [];
    let id = '';
    for (const line of nodes.split('\n')) {
        const fields = line.trim().split(' ');
        const [node = '', address = '', flags = ''] = fields;
        const marks = flags.split(',');
        if (marks.includes('myself'))
            id = node;
        if (marks.includes('master') && fields.length > 8) {
            masters.push({ id: node, address: address.split('@')[0] ?? '', failed: marks.includes('fail') });
        }
    }
    return { id, masters };
}
/** `ROLE` answers `master <offset> [replicas]` or `slave <host> <port> <state> <offset>`. */
function roleOf(reply) {
    const [word, second, third, state] = Array.isArray(reply) ? reply : [];
    if (word === 'master')
        return { role: 'master', replicas: Array.isArray(third) ? third.length : 0 };
    return { role: 'replica', master: `${second}:${third}`.slice(0, 300), linkUp: state === 'connected', replicas: 0 };
}
/** Everything that is known of a server. */
async function readInstance(connection, server, now) {
    const role = roleOf(await connection.send('ROLE'));
    const info = parseInfo(String(await connection.send('INFO')));
    const inCluster = info.get('cluster_enabled') === '1';
    const cluster = inCluster ? mastersOf(String(await connection.send('CLUSTER', 'NODES'))) : undefined;
    const max = numberOf(info, 'maxclients');
    return {
        ...role,
        server,
        version: (info.get('redis_version') ?? 'unknown').slice(0, 40),
        ...(cluster === undefined ? {} : { cluster }),
        loading: info.get('loading') === '1',
        startedAt: now - numberOf(info, 'uptime_in_seconds') * 1000,
        databases: keySpacesOf(info),
        staleShare: numberOf(info, 'expired_stale_perc') / 100,
        expiredKeys: numberOf(info, 'expired_keys'),
        evictedKeys: numberOf(info, 'evicted_keys'),
        hits: numberOf(info, 'keyspace_hits'),
        misses: numberOf(info, 'keyspace_misses'),
        memory: memoryOf(info),
        clients: { used: numberOf(info, 'connected_clients'), ...(max > 0 ? { max } : {}) },
        lastSaveWorked: info.get('rdb_last_bgsave_status') !== 'err' && info.get('aof_last_write_status') !== 'err',
    };
}

;// CONCATENATED MODULE: ./build/adapters/redis/sweep.js


const probes = 9;
/** The sweep stops when, within this time, */
const windowMs = 2_000;
/** so many answers were slow (one is an accident), */
const slowAnswers = 3;
/** and this share of the time was spent waiting for them: counting answers alone, many quick ones hide a slow server. */
const slowShare = 0.5;
/** A breath between pages, so that the sweep never takes more than its share of the server. */
const pauseMs = 1;
/** Round trip of one request, ms. */
async function roundTrip(connection, clock) {
    const started = clock.monotonic();
    await connection.send('PING');
    return clock.monotonic() - started;
}
/** Median of a few round trips. */
async function measureLatency(connection, clock) {
    const measured = [];
    for (let probe = 0; probe < probes; probe += 1)
        measured.push(await roundTrip(connection, clock));
    return quantile(measured, 0.5);
}
function quantile(values, at) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}
async function expiredKeys(connection) {
    return Number(parseInfo(String(await connection.send('INFO', 'stats'))).get('expired_keys') ?? 0);
}
/** Wait until the server has counted its memory anew: what it reports is older than what was just done. */
async function memoryCounted(connection, clock) {
    await clock.sleep(memoryCountMs(parseInfo(String(await connection.send('INFO', 'server')))));
}
/** One page of SCAN: the next cursor, and how many keys were shown. Their names are let go at once. */
async function nextPage(connection, cursor, pageSize) {
    const reply = await connection.send('SCAN', cursor, 'COUNT', String(pageSize));
    const [next, keys] = Array.isArray(reply) ? reply : [];
    return { cursor: String(next ?? '0'), keys: Array.isArray(keys) ? keys.length : 0 };
}
/** Where a sweep stands. */
class Progress {
    looked = 0;
    slow = [];
    measured = [];
    beforeMs;
    limits;
    startedAt;
    constructor(beforeMs, limits, startedAt) {
        this.beforeMs = beforeMs;
        this.limits = limits;
        this.startedAt = startedAt;
    }
    /** Count a page: how long it took, and how long somebody else waited beside it. */
    add(page) {
        this.looked += page.keys;
        this.measured.push(Math.max(page.pageMs, page.tripMs));
        const bound = this.beforeMs + this.limits.latencyLimitMs;
        for (const tookMs of [page.pageMs, page.tripMs])
            if (tookMs > bound)
                this.slow.push({ at: page.at, tookMs });
    }
    /** Why it must not go on. */
    stop(now) {
        this.slow = this.slow.filter(({ at }) => at > now - windowMs);
        const slowMs = this.slow.reduce((sum, { tookMs }) => sum + tookMs, 0);
        const elapsed = Math.min(windowMs, now - this.startedAt);
        if (this.slow.length >= slowAnswers && slowMs >= slowShare * elapsed)
            return 'latency';
        return now >= this.startedAt + this.limits.timeLimitMs ? 'time' : undefined;
    }
    outcome(ended, reclaimed) {
        const worstMs = this.measured.reduce((worst, trip) => Math.max(worst, trip), 0);
        const latency = { beforeMs: this.beforeMs, p95Ms: quantile(this.measured, 0.95), worstMs };
        return { looked: this.looked, reclaimed, latency, ended };
    }
}
/** Go through one database on `worker`, while `beside` feels how long others wait. */
async function sweepDatabase(worker, beside, database, limits, clock, signal) {
    const beforeMs = await measureLatency(beside, clock);
    const progress = new Progress(beforeMs, limits, clock.monotonic());
    if (roleOf(await worker.send('ROLE')).role !== 'master')
        return progress.outcome('not-master', 0);
    await worker.send('SELECT', String(database));
    const before = await expiredKeys(beside);
    let cursor = '0';
    let stopped;
    do {
        if (signal.aborted)
            throw cancelled(database);
        const asked = clock.monotonic();
        const page = await nextPage(worker, cursor, limits.pageSize);
        ({ cursor } = page);
        const pageMs = clock.monotonic() - asked;
        const tripMs = await roundTrip(beside, clock);
        progress.add({ keys: page.keys, pageMs, tripMs, at: clock.monotonic() });
        stopped = progress.stop(clock.monotonic());
        if (cursor !== '0')
            await clock.sleep(pauseMs);
    } while (cursor !== '0' && stopped === undefined);
    const reclaimed = (await expiredKeys(beside)) - before;
    if (reclaimed > 0)
        await memoryCounted(beside, clock);
    return progress.outcome(cursor === '0' ? 'whole' : (stopped ?? 'time'), reclaimed);
}
const cancelled = (database) => new port_error/* PortError */.U({
    code: 'cancelled',
    subject: `database ${database} of the cache`,
    message: 'the sweep was cancelled',
});

;// CONCATENATED MODULE: ./build/adapters/redis/index.js






/** The cache port on Redis 6 and later, alone, replicated or as a cluster. Connections are kept until `close`. */
function createCache(options) {
    const connections = new Connections(options);
    const { clock } = options;
    const strained = new Set();
    return {
        servers: async () => (await connections.targets()).map((target) => target.name),
        instance: async (server) => ({
            ...(await readInstance(await connections.shared(server), server, clock.now())),
            ...(strained.has(server) ? { strained: true } : {}),
        }),
        latency: async (server) => measureLatency(await connections.shared(server), clock),
        sweep: async (server, database, limits, signal) => {
            const worker = await connections.open(server);
            try {
                const beside = await connections.shared(server);
                const outcome = await sweepDatabase(worker, beside, database, limits, clock, signal);
                if (outcome.ended === 'latency')
                    strained.add(server);
                return outcome;
            }
            finally {
                await worker.close();
            }
        },
        giveBackMemory: async (server) => {
            const connection = await connections.shared(server);
            await connection.send('MEMORY', 'PURGE');
            await memoryCounted(connection, clock);
        },
        close: () => connections.close(),
    };
}
/** One connection a server, opened when it is needed and again when it broke. */
class Connections {
    options;
    kept = new Map();
    /** The servers; asked once a run, and again after a failure. */
    targets;
    constructor(options) {
        this.options = options;
        this.targets = (0,asked_once/* askedOnce */.m)(() => options.targets());
    }
    async open(server) {
        const target = (await this.targets()).find((candidate) => candidate.name === server);
        if (target === undefined) {
            throw new port_error/* PortError */.U({ code: 'not-found', subject: server, message: `${server} is none of the cache's servers` });
        }
        return openConnection(this.options, target);
    }
    async shared(server) {
        const kept = this.kept.get(server);
        if (kept !== undefined && !kept.ended)
            return kept;
        if (kept !== undefined)
            await kept.close();
        const opened = await this.open(server);
        this.kept.set(server, opened);
        return opened;
    }
    async close() {
        await Promise.all([...this.kept.values()].map((connection) => connection.close()));
        this.kept.clear();
    }
}


/***/ }),

/***/ 15308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ tlsSettings),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   gt: () => (/* binding */ isTlsFailure)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);



/** What each of libpq's modes checks; undefined where TLS is not spoken. */
function tlsSettings(tls) {
    if (tls.mode === 'disable')
        return undefined;
    return {
        rejectUnauthorized: tls.mode !== 'require',
        // we connect to an address: the name to hold the certificate against is the configured one
        checkServerIdentity: (_host, certificate) => tls.mode === 'verify-full' ? (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.checkServerIdentity)(tls.serverName, certificate) : undefined,
        ...(tls.ca === undefined ? {} : { ca: tls.ca }),
        ...((0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(tls.serverName) === 0 ? { servername: tls.serverName } : {}),
    };
}
/** Resolve once and connect to that: a name whose answer changes cannot lead elsewhere. */
async function addressOf(host) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? (await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(host)).address : host;
}
/** Whether an error's code says that a certificate could not be verified. */
function isTlsFailure(code) {
    return /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL_)/.test(code);
}


/***/ })

};
