export const id = 9500;
export const ids = [9500];
export const modules = {

/***/ 89500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openMaintenance: () => (/* binding */ openMaintenance)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
// EXTERNAL MODULE: ./build/domain/state/journal.js
var journal = __webpack_require__(2220);
// EXTERNAL MODULE: ./node_modules/@noble/hashes/utils.js
var utils = __webpack_require__(42565);
;// CONCATENATED MODULE: ./node_modules/@noble/hashes/hmac.js
/**
 * HMAC: RFC2104 message authentication code.
 * @module
 */

/**
 * Internal class for HMAC.
 * Accepts any byte key, although RFC 2104 §3 recommends keys at least
 * `HashLen` bytes long.
 */
class _HMAC {
    oHash;
    iHash;
    blockLen;
    outputLen;
    canXOF = false;
    finished = false;
    destroyed = false;
    constructor(hash, key) {
        (0,utils/* ahash */.sd)(hash);
        (0,utils/* abytes */.DO)(key, undefined, 'key');
        this.iHash = hash.create();
        if (typeof this.iHash.update !== 'function')
            throw new Error('expected Hash instance');
        this.blockLen = this.iHash.blockLen;
        this.outputLen = this.iHash.outputLen;
        const blockLen = this.blockLen;
        const pad = new Uint8Array(blockLen);
        // blockLen can be bigger than outputLen
        pad.set(key.length > blockLen ? hash.create().update(key).digest() : key);
        for (let i = 0; i < pad.length; i++)
            pad[i] ^= 0x36;
        this.iHash.update(pad);
        // By doing update (processing of the first block) of the outer hash here,
        // we can re-use it between multiple calls via clone.
        this.oHash = hash.create();
        // Undo internal XOR && apply outer XOR
        for (let i = 0; i < pad.length; i++)
            pad[i] ^= 0x36 ^ 0x5c;
        this.oHash.update(pad);
        (0,utils/* clean */.uH)(pad);
    }
    update(buf) {
        (0,utils/* aexists */.CC)(this);
        this.iHash.update(buf);
        return this;
    }
    digestInto(out) {
        (0,utils/* aexists */.CC)(this);
        (0,utils/* aoutput */.Ht)(out, this);
        this.finished = true;
        const buf = out.subarray(0, this.outputLen);
        // Reuse the first outputLen bytes for the inner digest; the outer hash consumes them before
        // overwriting that same prefix with the final tag, leaving any oversized tail untouched.
        this.iHash.digestInto(buf);
        this.oHash.update(buf);
        this.oHash.digestInto(buf);
        this.destroy();
    }
    digest() {
        const out = new Uint8Array(this.oHash.outputLen);
        this.digestInto(out);
        return out;
    }
    _cloneInto(to) {
        // Create new instance without calling constructor since the key
        // is already in state and we don't know it.
        to ||= Object.create(Object.getPrototypeOf(this), {});
        const { oHash, iHash, finished, destroyed, blockLen, outputLen, canXOF } = this;
        to = to;
        to.finished = finished;
        to.destroyed = destroyed;
        to.blockLen = blockLen;
        to.outputLen = outputLen;
        to.canXOF = canXOF;
        to.oHash = oHash._cloneInto(to.oHash);
        to.iHash = iHash._cloneInto(to.iHash);
        return to;
    }
    clone() {
        return this._cloneInto();
    }
    destroy() {
        this.destroyed = true;
        this.oHash.destroy();
        this.iHash.destroy();
    }
}
const hmac = /* @__PURE__ */ (() => {
    const hmac_ = ((hash, key, message) => new _HMAC(hash, key).update(message).digest());
    hmac_.create = (hash, key) => new _HMAC(hash, key);
    return hmac_;
})();

// EXTERNAL MODULE: ./node_modules/@noble/hashes/sha2.js + 2 modules
var sha2 = __webpack_require__(65108);
;// CONCATENATED MODULE: ./build/domain/state/journal-mac.js




/**
 * The message authentication code of a journal: HMAC-SHA256 (RFC 2104), each record over its predecessor's code, and the
 * last over who writes it. Leaving out, adding or exchanging a record gives another code.
 */
function journalMac(key, { run, records, ...head }) {
    const code = (previous, value) => hmac(sha2/* sha256 */.sc, key, concat(previous, (0,utils/* utf8ToBytes */.AI)((0,json/* canonicalText */.A)(value))));
    let chained = code(new Uint8Array(), head);
    for (const [index, record] of records.entries())
        chained = code(chained, [index + 1, record]);
    return (0,utils/* bytesToHex */.My)(code(chained, { run }));
}
/** Whether a journal carries the code that its content must have. Without a key nobody can tell. */
function authenticityOf(key, content, mac) {
    if (key === undefined)
        return 'unsigned';
    return mac !== undefined && sameText(mac, journalMac(key, content)) ? 'verified' : 'broken';
}
/** Compare in a time that does not depend on where the texts differ. */
function sameText(one, other) {
    if (one.length !== other.length)
        return false;
    let different = 0;
    for (let at = 0; at < one.length; at += 1)
        different |= one.charCodeAt(at) ^ other.charCodeAt(at);
    return different === 0;
}
function concat(one, other) {
    const whole = new Uint8Array(one.length + other.length);
    whole.set(one);
    whole.set(other, one.length);
    return whole;
}

// EXTERNAL MODULE: ./build/domain/state/left.js
var state_left = __webpack_require__(490);
// EXTERNAL MODULE: ./build/domain/state/untold.js
var state_untold = __webpack_require__(89137);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/stored-text.js



/** Where Lease, journal and state are. A fixed name, so that two repositories exclude each other. */
const maintenanceNamespace = 'rooivalk-maintenance';
/** Most that one object holds, in bytes of UTF-8; the API server takes 1 MiB with everything around it. */
const mostTextBytes = 900 * 1024;
const managedBy = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance' };
const stored = (object) => ({ object, data: object.data ?? {} });
const lostAnswers = ['unreachable', 'timeout', 'failed', 'busy'];
/** After such an error of a write nobody knows whether it took effect. */
function isLostAnswer(error) {
    return error instanceof port_error/* PortError */.U && lostAnswers.includes(error.code);
}
const sameData = (a, b) => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);
/**
 * Texts in ConfigMaps of the maintenance namespace, written optimistically: a write goes through only on what was read.
 * When its answer is lost, the object itself tells whether the write took effect.
 */
class TextStore {
    #cluster;
    constructor(cluster) {
        this.#cluster = cluster;
    }
    /** Undefined when there is none. */
    async read(name) {
        const object = await this.#cluster.get(resources/* resources */.E.configMaps, maintenanceNamespace, name);
        return object === undefined ? undefined : stored(object);
    }
    /** Create what was not there, or replace what was read. `conflict` when somebody else was faster. */
    async write(name, previous, data, form = {}) {
        const { labels, ...rest } = form;
        const metadata = previous?.object.metadata ?? { name, labels: { ...managedBy, ...labels } };
        const next = { ...previous?.object, ...rest, metadata, data };
        try {
            return stored(previous === undefined
                ? await this.#cluster.create(resources/* resources */.E.configMaps, maintenanceNamespace, next)
                : await this.#cluster.replace(resources/* resources */.E.configMaps, maintenanceNamespace, name, next));
        }
        catch (error) {
            if (!isLostAnswer(error))
                throw error;
            const found = await this.read(name);
            const written = found !== undefined && sameData(found.data, data);
            const moved = found?.object.metadata.resourceVersion !== previous?.object.metadata.resourceVersion;
            if (written && moved)
                return found;
            throw error;
        }
    }
    /**
     * Delete the objects of these names, and what carries the same labels and was there before all of them. What came later
     * may be in use by whoever came later, if this process stood still meanwhile.
     */
    async sweep(labels, names) {
        const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
        const query = { resource: resources/* resources */.E.configMaps, namespace: maintenanceNamespace, labels: selector.join(',') };
        const found = [];
        for await (const { metadata } of this.#cluster.list(query))
            found.push(metadata);
        const own = found.filter(({ name }) => names.includes(name));
        const first = Math.min(...own.map(createdAt));
        const older = own.length === 0 ? [] : found.filter((each) => createdAt(each) < first);
        for (const { name, uid } of [...own, ...older])
            await this.#cluster.delete(resources/* resources */.E.configMaps, maintenanceNamespace, name, uid);
    }
}
const createdAt = ({ creationTimestamp }) => Date.parse(creationTimestamp ?? '');
/** The error for an object of ours that does not hold what we write. */
function damaged(name, what) {
    return new port_error/* PortError */.U({
        code: 'invalid',
        subject: `configmaps/${name} in ${maintenanceNamespace}`,
        message: `It does not hold what this product writes: ${what}`,
        next: `Look at it before anything else: ${(0,kubectl/* kubectl */.Lr)(maintenanceNamespace) `get configmap ${name} -o yaml`}`,
    });
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/journal.js








const headName = 'journal';
const headKey = 'head';
/** In a closed head: when it was moved on, epoch ms, because an opening was lost on its way. */
const lostKey = 'lostAt';
const chunkKey = 'part';
const chunkLabels = { 'rooivalk.maintenance/journal': 'plan' };
/** A UTF-16 unit is at most three bytes of UTF-8: so a chunk is at most 512 KiB. */
const unitsPerChunk = Math.floor((512 * 1024) / 3);
const mostChunks = 32;
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');
/** Pieces of a text that each fit into an object, never between the halves of a character. */
function chunksOf(text, units = unitsPerChunk) {
    const chunks = [];
    for (let at = 0; at < text.length;) {
        let end = Math.min(text.length, at + units);
        const code = text.charCodeAt(end - 1);
        if (end < text.length && code >= 0xd800 && code <= 0xdbff)
            end -= 1;
        chunks.push(text.slice(at, end));
        at = end;
    }
    return chunks;
}
const digestOfPlan = ({ task, inputs, steps, basis }) => (0,json/* digestOf */.o)({ task, inputs, steps, basis });
const conflict = (message) => new port_error/* PortError */.U({
    code: 'conflict',
    subject: `configmaps/${headName} in ${maintenanceNamespace}`,
    message,
    next: 'Let the other run end; the next one goes on from what it left',
});
function headOf(object) {
    const text = object?.data[headKey];
    if (text === undefined)
        return undefined;
    let head;
    try {
        head = JSON.parse(text);
    }
    catch {
        throw damaged(headName, 'no JSON');
    }
    if (head?.version !== 1 || !Array.isArray(head.chunks) || !Array.isArray(head.records)) {
        throw damaged(headName, 'a head of another version');
    }
    return head;
}
function recordsOf({ records }, plan) {
    return records.map((record, place) => {
        const [index, progress, at] = Array.isArray(record) ? record : [];
        const step = typeof index === 'number' ? plan.steps[index] : undefined;
        if (step === undefined)
            throw damaged(headName, 'a record of a step that the plan does not have');
        if (!(0,journal/* isProgress */.c4)(progress))
            throw damaged(headName, 'a record that does not say how far its step came');
        return { sequence: place + 1, step: step.id, progress, at: timeOf(at) };
    });
}
/** ISO 8601 of what a head says in epoch ms. */
function timeOf(at) {
    const time = new Date(typeof at === 'number' ? at : Number.NaN);
    if (Number.isNaN(time.getTime()))
        throw damaged(headName, 'a time that is none');
    return time.toISOString();
}
/**
 * Names that no other opening has: each moves the head on from another version. So a request that removes what a closed
 * opening left, and arrives late, meets nothing that is in use, though the same plan may be open again.
 */
function chunkNames(count, hash, previous) {
    const { uid = '', resourceVersion = '' } = previous?.object.metadata ?? {};
    const word = sha256(`${hash} ${uid} ${resourceVersion}`).slice(0, 20);
    return Array.from({ length: count }, (_, index) => `journal-plan-${word}-${index}`);
}
/**
 * The journal: a head that is replaced, each time on the version that this run last wrote, and the plan in immutable
 * chunks named after their content and their opening. Closed, the head is there and empty.
 */
class KubernetesJournal {
    #cluster;
    #texts;
    #clock;
    #key;
    #state;
    #uid;
    /** `state`: where it is kept what reports have to tell; `key`: what records are authenticated with, at least 32 bytes; absent: they are not (advisory). */
    constructor(cluster, clock, state, key) {
        this.#state = state;
        this.#cluster = cluster;
        this.#texts = new TextStore(cluster);
        this.#clock = clock;
        this.#key = key;
    }
    async read() {
        const head = headOf(await this.#texts.read(headName));
        if (head === undefined)
            return undefined;
        const plan = await this.#plan(head);
        const { id, run, task, digest } = head;
        const authenticity = authenticityOf(this.#key, await this.#authenticated(head), head.mac);
        const taken = head.takenOverAt === undefined ? {} : { takenOverAt: timeOf(head.takenOverAt) };
        return { id, authenticity, run, task, plan, digest, records: recordsOf(head, plan), ...taken };
    }
    async open({ run, id, plan }) {
        const previous = await this.#texts.read(headName);
        const open = headOf(previous);
        if (open !== undefined)
            throw conflict(`A plan of ${open.task} is open there`);
        const text = JSON.stringify(plan);
        const parts = chunksOf(text);
        if (parts.length > mostChunks)
            throw tooLarge(`The plan of ${plan.task} has ${text.length} characters`);
        const hash = sha256(text);
        const chunks = chunkNames(parts.length, hash, previous);
        for (const [index, name] of chunks.entries())
            await this.#writeChunk(name, parts[index] ?? '');
        const { task, digest } = plan;
        const head = await this.#sealed({ version: 1, id, run, task, digest, chunks, text: hash, records: [] });
        return this.#writer(head, await this.#writeFirst(previous, JSON.stringify(head)), plan);
    }
    /**
     * Write the head that opens the journal. When it is lost on its way it might arrive after this run, and leave a journal
     * open that nobody knows of: so the closed head is moved on, and what arrives then meets another version.
     */
    async #writeFirst(previous, text) {
        try {
            return await this.#texts.write(headName, previous, { [headKey]: text });
        }
        catch (error) {
            if (!isLostAnswer(error))
                throw error;
            await this.#texts.write(headName, previous, { [lostKey]: `${this.#clock.now()}` }).catch(() => undefined);
            const now = await this.#texts.read(headName);
            if (now?.data[headKey] === text)
                return now;
            throw error;
        }
    }
    async takeOver(run) {
        const previous = await this.#texts.read(headName);
        const open = headOf(previous);
        if (open === undefined)
            return undefined;
        const plan = await this.#plan(open);
        const { takenOverAt: _earlier, ...rest } = open;
        const head = await this.#sealed({ ...rest, run });
        // Even for the same run the text must differ, or the old writer's version would stay the present one.
        const text = JSON.stringify({ ...head, takenOverAt: this.#clock.now() });
        return this.#writer(head, await this.#texts.write(headName, previous, { [headKey]: text }), plan);
    }
    async #authenticated({ id, task, digest, text, run, records }) {
        this.#uid ??= this.#cluster.identity().then(({ uid }) => uid ?? '', (error) => {
            this.#uid = undefined;
            throw error;
        });
        return { cluster: await this.#uid, id, task, digest, text, run, records };
    }
    async #sealed(head) {
        if (this.#key === undefined)
            return head;
        return { ...head, mac: journalMac(this.#key, await this.#authenticated(head)) };
    }
    async #plan(head) {
        const parts = await Promise.all(head.chunks.map((name) => this.#texts.read(name)));
        const text = parts.map((part) => part?.data[chunkKey] ?? '').join('');
        if (sha256(text) !== head.text)
            throw damaged(headName, 'the plan’s chunks are missing or are not those it names');
        const plan = JSON.parse(text);
        if (digestOfPlan(plan) !== head.digest)
            throw damaged(headName, 'the plan does not have the digest it names');
        return plan;
    }
    /** A chunk that is there already has this very content: it is named after it, and immutable. */
    async #writeChunk(name, text) {
        try {
            await this.#texts.write(name, undefined, { [chunkKey]: text }, { immutable: true, labels: chunkLabels });
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U && error.code === 'conflict'))
                throw error;
        }
    }
    /** What was changed, and what was left as it is, must be told, whatever becomes of this run: written down before the journal is empty. */
    async #leave(head, plan) {
        const { run, task, digest } = head;
        const content = { run, task, digest, plan, records: recordsOf(head, plan) };
        const at = new Date(this.#clock.now()).toISOString();
        if ((0,state_left/* rememberLeft */.$u)([], content, at).length > 0) {
            await this.#state.update('left', (left) => (0,state_left/* rememberLeft */.$u)(left, content, at));
        }
        if ((0,state_untold/* rememberUntold */.y0)([], content, at).length > 0) {
            await this.#state.update('untold', (untold) => (0,state_untold/* rememberUntold */.y0)(untold, content, at));
        }
    }
    #writer(start, object, plan) {
        const indexOf = new Map(plan.steps.map(({ id }, index) => [id, index]));
        let head = start;
        let last = object;
        const put = async (data) => {
            try {
                last = await this.#texts.write(headName, last, data);
            }
            catch (error) {
                const moved = error instanceof port_error/* PortError */.U && (error.code === 'conflict' || error.code === 'not-found');
                throw moved ? conflict('Another run has written the journal since; this one must stop') : error;
            }
        };
        return {
            write: async (step, progress) => {
                const index = indexOf.get(step);
                if (index === undefined)
                    throw new TypeError(`the journal's plan has no step ${step}`);
                const next = await this.#sealed({ ...head, records: [...head.records, [index, progress, this.#clock.now()]] });
                const text = JSON.stringify(next);
                if (text.length > mostTextBytes)
                    throw tooLarge(`The journal has ${next.records.length} records`);
                await put({ [headKey]: text });
                head = next;
            },
            close: async () => {
                await this.#leave(head, plan);
                await put({});
                // What is left of the plan is of no use to anybody; if it cannot be removed now, a later close does it.
                await this.#texts.sweep(chunkLabels, head.chunks).catch(() => undefined);
            },
        };
    }
}
const tooLarge = (message) => new port_error/* PortError */.U({
    code: 'invalid',
    subject: `configmaps/${headName} in ${maintenanceNamespace}`,
    message: `${message}: more than can be journalled`,
    next: 'Narrow the task’s inputs, so that it plans fewer steps at a time',
});

// EXTERNAL MODULE: ./build/domain/state/lease.js
var lease = __webpack_require__(34297);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/lease.js




const leaseName = 'maintenance';
const pollMs = 5_000;
const mostConflicts = 5;
/** What is written into `spec` besides the holder. */
const microTime = (epochMs) => new Date(epochMs).toISOString().replace('Z', '000Z');
/**
 * The Lease of trust.md §5. Every write replaces the version that was read, so of two that try at the same time one
 * fails. Whether a holder is dead is judged by its Lease not moving while our own monotonic clock runs; the times and the
 * duration in the object are for people.
 */
class KubernetesLease {
    #cluster;
    #clock;
    constructor(cluster, clock) {
        this.#cluster = cluster;
        this.#clock = clock;
    }
    async take(holder, { patienceMs, grace, signal }) {
        const startedAt = this.#clock.monotonic();
        let watched;
        let after;
        for (;;) {
            const asked = this.#clock.monotonic();
            const found = await this.#read();
            const owner = found?.spec?.holderIdentity ?? '';
            const version = `${found?.metadata.uid}/${found?.metadata.resourceVersion}`;
            // From after the read on: what was read may have been renewed until then.
            if (watched?.version !== version)
                watched = { version, since: this.#clock.monotonic() };
            const quietMs = asked - watched.since;
            const expired = quietMs >= lease/* leaseDurationMs */.P && quietMs >= lease/* leaseDurationMs */.P + (await grace());
            if (owner === '' || owner === holder || expired) {
                if (await this.#write(found, holder))
                    return takenAfter(after);
                watched = undefined;
                continue;
            }
            after = owner;
            const patient = await this.#wait(startedAt + patienceMs, watched.since + lease/* leaseDurationMs */.P, signal);
            if (!patient)
                return { taken: false, holder: owner };
        }
    }
    async renew(holder) {
        for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
            const found = await this.#read();
            if (found?.spec?.holderIdentity !== holder)
                return false;
            if (await this.#write(found, holder))
                return true;
        }
        return false;
    }
    async release(holder) {
        for (let conflicts = 0; conflicts < mostConflicts; conflicts += 1) {
            const found = await this.#read();
            if (found?.spec?.holderIdentity !== holder)
                return;
            if (await this.#write(found, undefined))
                return;
        }
    }
    #read() {
        return this.#cluster.get(resources/* resources */.E.leases, maintenanceNamespace, leaseName);
    }
    /** Sleep until the next look; `false` when patience is at its end. */
    async #wait(patientUntil, expiresAt, signal) {
        const now = this.#clock.monotonic();
        if (now >= patientUntil)
            return false;
        const untilExpired = expiresAt > now ? expiresAt - now : pollMs;
        await this.#clock.sleep(Math.min(pollMs, untilExpired, patientUntil - now), signal);
        return true;
    }
    /** Write the holder on exactly what was read; `false` when somebody else was faster. */
    async #write(found, holder) {
        const spec = specOf(found, holder, microTime(this.#clock.now()));
        try {
            if (found === undefined) {
                await this.#cluster.create(resources/* resources */.E.leases, maintenanceNamespace, { metadata: { name: leaseName }, spec });
            }
            else {
                await this.#cluster.replace(resources/* resources */.E.leases, maintenanceNamespace, leaseName, { ...found, spec });
            }
            return true;
        }
        catch (error) {
            return this.#settle(found, holder, error);
        }
    }
    async #settle(found, holder, error) {
        if (!(error instanceof port_error/* PortError */.U))
            throw error;
        if (error.code === 'conflict')
            return false;
        // Deleted in between; but a creation that finds nothing lacks the namespace.
        if (error.code === 'not-found' && found !== undefined)
            return false;
        if (!isLostAnswer(error))
            throw error;
        const now = await this.#read();
        const moved = now?.metadata.resourceVersion !== found?.metadata.resourceVersion;
        if (moved && now?.spec?.holderIdentity === holder)
            return true;
        throw error;
    }
}
const takenAfter = (after) => ({
    taken: true,
    ...(after === undefined ? {} : { after }),
});
function specOf(found, holder, now) {
    const { holderIdentity, acquireTime = now, leaseTransitions = 0 } = found?.spec ?? {};
    const same = holderIdentity === holder;
    const changes = same || found === undefined ? 0 : 1;
    return {
        ...(holder === undefined ? {} : { holderIdentity: holder }),
        leaseDurationSeconds: lease/* leaseDurationMs */.P / 1000,
        acquireTime: same ? acquireTime : now,
        renewTime: now,
        leaseTransitions: leaseTransitions + changes,
    };
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/spent.js



const label = { 'rooivalk-maintenance/kind': 'spent-approval' };
/** An approval that ended so long ago is refused for its age: what is kept of it may go. */
const keptMs = 30 * 86_400_000;
/** The object of an approval: named after its whole digest. */
function spentName(approval) {
    return approval.replace(':', '-');
}
/**
 * Used approvals as immutable objects, named after their digest: the API server itself sees to it that one is created
 * once. The run in it tells an own creation, whose answer was lost, from another's.
 */
class KubernetesSpent {
    #cluster;
    #texts;
    constructor(cluster) {
        this.#cluster = cluster;
        this.#texts = new TextStore(cluster);
    }
    async spend(approval, facts) {
        try {
            const data = { ...facts };
            await this.#texts.write(spentName(approval), undefined, data, { immutable: true, labels: label });
        }
        catch (error) {
            if (error instanceof port_error/* PortError */.U && error.code === 'conflict')
                return false;
            throw error;
        }
        await this.#forget(Date.parse(facts.at)).catch(() => undefined);
        return true;
    }
    async find(approval) {
        const found = await this.#texts.read(spentName(approval));
        if (found === undefined)
            return undefined;
        const { run = '', approver = '', at = '', notAfter = '' } = found.data;
        return { run, approver, at, notAfter };
    }
    /** Keeps the namespace bounded; failing at it takes nothing from the approval. */
    async #forget(now) {
        const [[key, value] = ['', '']] = Object.entries(label);
        const query = { resource: resources/* resources */.E.configMaps, namespace: maintenanceNamespace, labels: `${key}=${value}` };
        for await (const { metadata, data } of this.#cluster.list(query)) {
            const ended = Date.parse(data?.notAfter ?? '');
            if (now - ended < keptMs || Number.isNaN(ended))
                continue;
            await this.#cluster.delete(resources/* resources */.E.configMaps, maintenanceNamespace, metadata.name, metadata.uid);
        }
    }
}

;// CONCATENATED MODULE: ./build/domain/state/documents.js
/** What each document is before anything was written. */
const emptyState = {
    claims: [],
    durations: {},
    findings: {},
    history: {},
    applied: [],
    left: [],
    approvals: [],
    untold: [],
    images: {},
    quarantine: {},
    sightings: {},
};

;// CONCATENATED MODULE: ./build/adapters/kubernetes/bounded-document.js
const sizeOf = (value) => Buffer.byteLength(JSON.stringify(value), 'utf8');
/** Without the oldest tenth, at least one. */
const younger = (items) => items.slice(Math.max(1, Math.ceil(items.length / 10)));
/** When an entry was first seen, if it says so; what does not say counts as old. */
const ageKey = (entry) => String(entry?.firstSeen ?? '');
function shrunk(document) {
    if (Array.isArray(document))
        return younger(document);
    const entries = Object.entries(document);
    const series = entries.filter(([, value]) => Array.isArray(value) && value.length > 1);
    if (series.length > 0) {
        // The longest series give first: so one noisy metric does not cost the others their history.
        const longest = Math.max(...series.map(([, value]) => value.length));
        return Object.fromEntries(entries.map(([key, value]) => Array.isArray(value) && value.length > 1 && value.length >= longest / 2 ? [key, younger(value)] : [key, value]));
    }
    return Object.fromEntries(younger(entries.sort(([, a], [, b]) => (ageKey(a) < ageKey(b) ? -1 : 1))));
}
/**
 * The document, if its JSON has at most so many bytes; else without its oldest parts: the front of a list, the front of
 * the longest series, the entries that were seen first.
 */
function bounded(document, mostBytes) {
    let fitting = document;
    while (sizeOf(fitting) > mostBytes && Object.keys(fitting).length > 0)
        fitting = shrunk(fitting);
    return fitting;
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/state.js




/** Into how many objects a document is spread by its keys: 200 series of 1,000 points are more than one object holds. */
const parts = {
    claims: 1,
    durations: 1,
    findings: 1,
    history: 8,
    applied: 1,
    left: 1,
    approvals: 1,
    untold: 1,
    images: 1,
    quarantine: 1,
    sightings: 1,
};
const dataKey = 'document';
const state_mostConflicts = 8;
/** The names of a document's objects. */
function objectsOf(name) {
    if (parts[name] === 1)
        return [`state-${name}`];
    return Array.from({ length: parts[name] }, (_, index) => `state-${name}-${index}`);
}
/** Always the same part for a key (FNV-1a), whatever else the document holds. */
function partOf(key, count) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < key.length; index += 1) {
        hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
    }
    return (hash >>> 0) % count;
}
function split(document, count) {
    if (count === 1)
        return [document];
    const entries = Object.entries(document);
    return Array.from({ length: count }, (_, part) => Object.fromEntries(entries.filter(([key]) => partOf(key, count) === part)));
}
function parsed(name, text, empty) {
    if (text === undefined)
        return empty;
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw damaged(name, 'no JSON');
    }
    const fits = typeof value === 'object' && value !== null && Array.isArray(value) === Array.isArray(empty);
    if (!fits)
        throw damaged(name, 'JSON of another shape');
    return value;
}
/** The state as ConfigMaps of the maintenance namespace, one or several a document, each at most 900 KiB. */
class KubernetesState {
    #texts;
    #clock;
    constructor(cluster, clock) {
        this.#texts = new TextStore(cluster);
        this.#clock = clock;
    }
    async read(name) {
        return (await this.#read(name)).document;
    }
    async update(name, change) {
        for (let conflicts = 0;; conflicts += 1) {
            const { document, objects } = await this.#read(name);
            const next = change(document);
            try {
                return (await this.#write(name, next, objects));
            }
            catch (error) {
                const again = error instanceof port_error/* PortError */.U && error.code === 'conflict' && conflicts < state_mostConflicts;
                if (!again)
                    throw error;
                await this.#clock.sleep(50 * (conflicts + 1));
            }
        }
    }
    async #read(name) {
        const names = objectsOf(name);
        const empty = emptyState[name];
        const objects = await Promise.all(names.map((object) => this.#texts.read(object)));
        const pieces = objects.map((object, index) => parsed(names[index] ?? '', object?.data[dataKey], empty));
        const [first = empty] = pieces;
        return { objects, document: pieces.length === 1 ? first : Object.assign({}, ...pieces) };
    }
    async #write(name, document, objects) {
        const names = objectsOf(name);
        const pieces = split(document, names.length).map((piece) => bounded(piece, mostTextBytes));
        for (const [index, object] of names.entries()) {
            const text = JSON.stringify(pieces[index]);
            const previous = objects[index];
            const isEmpty = text === '{}' || text === '[]';
            if (previous?.data[dataKey] === text || (previous === undefined && isEmpty))
                continue;
            await this.#texts.write(object, previous, { [dataKey]: text });
        }
        const [first = document] = pieces;
        return pieces.length === 1 ? first : Object.assign({}, ...pieces);
    }
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/maintenance.js




/** Lease, journal (authenticated when a key is given), state and used approvals, kept in the cluster's maintenance namespace. Nothing is read or written yet. */
function openMaintenance(cluster, clock, journalKey) {
    const state = new KubernetesState(cluster, clock);
    return {
        lease: new KubernetesLease(cluster, clock),
        journal: new KubernetesJournal(cluster, clock, state, journalKey),
        state,
        spent: new KubernetesSpent(cluster),
    };
}


/***/ }),

/***/ 2220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ needsUndo),
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   Tt: () => (/* binding */ stepsBegun),
/* harmony export */   X7: () => (/* binding */ deadlineOfBegun),
/* harmony export */   c4: () => (/* binding */ isProgress),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   qJ: () => (/* binding */ stepsToRelease),
/* harmony export */   vS: () => (/* binding */ unitsToUndo)
/* harmony export */ });
/* harmony import */ var _step_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);
/* harmony import */ var _step_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99171);


const progresses = ['begun', 'done', 'failed', 'dropped', 'undoing', 'undone', 'held', 'frozen'];
/** Whether something that was read is a word for how far a step came. */
const isProgress = (word) => progresses.some((known) => known === word);
/** The last progress of each step of an open plan; a step that was never begun has none. */
function progressOf(content) {
    return new Map(content.records.map(({ step, progress }) => [step, progress]));
}
const settled = new Set(['dropped', 'undone', 'held', 'frozen']);
/** Nothing is put back of a step any more: it was, it did not happen, or it is left to a person. */
const isSettled = (progress) => progress !== undefined && settled.has(progress);
/**
 * The units that a run left half-way: something reversible in them was begun, not every step was done, and they were not
 * put back yet. Whole units stay as planned, and units of which nothing was begun need nothing.
 */
function unitsToUndo(content) {
    const progress = progressOf(content);
    return (0,_step_units_js__WEBPACK_IMPORTED_MODULE_1__/* .unitsOf */ .$)(content.plan.steps).filter(({ steps }) => {
        const open = steps.filter(_step_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw).some(({ id }) => isOpen(progress.get(id)));
        return open && !steps.every(({ id }) => progress.get(id) === 'done');
    });
}
const isOpen = (progress) => progress !== undefined && !isSettled(progress);
/** Whether closing an open journal takes more than marking steps: something reversible is half-way. */
function needsUndo(content) {
    return unitsToUndo(content).length > 0;
}
/** The steps that were begun and about which nothing more was written. */
function stepsBegun(content) {
    const progress = progressOf(content);
    return content.plan.steps.filter(({ id }) => progress.get(id) === 'begun');
}
/**
 * The begun steps whose way back nobody needs any more when the journal is closed: all but those of a unit in which a step
 * was left as it is, for a person to decide about. `left`: ids of steps that were left now.
 */
function stepsToRelease(content, left) {
    const progress = progressOf(content);
    const isLeft = ({ id }) => left.has(id) || progress.get(id) === 'frozen' || progress.get(id) === 'held';
    return (0,_step_units_js__WEBPACK_IMPORTED_MODULE_1__/* .unitsOf */ .$)(content.plan.steps)
        .filter(({ steps }) => !steps.some(isLeft))
        .flatMap(({ steps }) => steps.filter(({ id }) => progress.has(id)));
}
/** Hosted jobs end at six hours, and every step with its job, whatever a journal says, ms. */
const longestStepMs = 6 * 3_600_000;
/** The longest deadline of a step that may still be at work, ms; at most six hours. */
function deadlineOfBegun(open) {
    const last = open.records.at(-1);
    if (last?.progress !== 'begun' && last?.progress !== 'undoing')
        return 0;
    const deadlineMs = open.plan.steps.find(({ id }) => id === last.step)?.deadlineMs;
    return typeof deadlineMs === 'number' && deadlineMs > 0 ? Math.min(deadlineMs, longestStepMs) : 0;
}


/***/ }),

/***/ 34297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ leaseDurationMs)
/* harmony export */ });
/** Our duration of the Lease, ms: a holder that has not renewed it for so long has lost it. Never what the object says. */
const leaseDurationMs = 300_000;


/***/ }),

/***/ 490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ rememberLeft),
/* harmony export */   VL: () => (/* binding */ findingsOfLeft),
/* harmony export */   gQ: () => (/* binding */ leftToTell),
/* harmony export */   lo: () => (/* binding */ toldLeft)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);

const kept = 100;
/** A report may be lost with the job that wrote it: for so long after the first, later ones tell it as well, ms. */
const toldForMs = 24 * 3_600_000;
/** What is left with the steps of a journal that were left as they are: durable before the journal is closed. */
function rememberLeft(left, content, at) {
    const progress = (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(content);
    const now = content.plan.steps.flatMap((step) => {
        const how = progress.get(step.id);
        if (how !== 'frozen' && how !== 'held')
            return [];
        return [{ run: content.run, task: content.task, step: step.id, subject: step.subject, how, at }];
    });
    return now.length === 0 ? left : [...left, ...now].slice(-kept);
}
/** What reports still tell: what no report has told yet, and for a day what one has. */
function leftToTell(left, now) {
    return left.filter(({ toldAt }) => toldAt === undefined || now - Date.parse(toldAt) < toldForMs);
}
/**
 * The same after a report at `now` (epoch ms) that was made from `read`: those are first told now, and what nobody needs any
 * more is gone. A step that was left since then is in no report yet.
 */
function toldLeft(left, read, now) {
    const at = new Date(now).toISOString();
    const told = new Set(read.map(nameOf));
    return leftToTell(left, now).map((each) => (told.has(nameOf(each)) ? { ...each, toldAt: each.toldAt ?? at } : each));
}
const nameOf = ({ run, task, step, at }) => JSON.stringify([run, task, step, at]);
/** One finding for each step that was left; those that the report's own tasks tell of are not told twice. */
function findingsOfLeft(left, toldHere) {
    return left
        .filter(({ step }) => !toldHere.has(step))
        .map(({ run, task, step, subject, how, at }) => ({
        code: 'left-as-it-is',
        severity: 'fail',
        subject,
        title: how === 'held'
            ? 'a step failed, and its workload must not be rolled back: it was left as it is'
            : 'somebody changed it while maintenance was under way: it was left as it is',
        evidence: `"${step}" of ${task} (${run}, ${at})`,
        next: 'decide about it by hand; nothing of ours touches it any more',
    }));
}


/***/ }),

/***/ 89137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ stillUntold),
/* harmony export */   Oe: () => (/* binding */ findingsOfUntold),
/* harmony export */   Pz: () => (/* binding */ untoldToTell),
/* harmony export */   y0: () => (/* binding */ rememberUntold)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);

const kept = 50;
/** Steps of a plan that are told by name; the others are counted. Fewer would leave changes that no report names. */
const mostNamed = 20;
/** Progress of steps that have changed something, whatever became of it. */
const changed = new Set(['done', 'failed', 'undone', 'frozen', 'held']);
/**
 * What is untold with the plan of a journal that is about to be closed: durable before it is, so that a run that is killed
 * between its last step and its report is told of by the next one. Plans that changed nothing are left out.
 */
function rememberUntold(untold, content, at) {
    const { run, task, digest } = content;
    const progress = (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(content);
    const steps = content.plan.steps.map(({ id }) => id);
    const touched = steps.filter((id) => changed.has(progress.get(id) ?? 'begun'));
    if (touched.length === 0)
        return untold;
    const done = touched.filter((id) => progress.get(id) === 'done');
    const plan = { run, task, digest, at, done: done.slice(0, mostNamed), steps: touched.length };
    return [...untold, { ...plan, doneInAll: done.length }].slice(-kept);
}
const isOwn = ({ run, digest }, teller) => run === teller.run && teller.digests.has(digest);
/** What a report has to tell of plans that are in no report: those of its own run, and of runs that are over. */
function untoldToTell(untold, teller) {
    return untold.filter((plan) => !isOwn(plan, teller) && (plan.run === teller.run || teller.holdsLease));
}
/**
 * What is still untold after a report that was made from `read`: a plan that has been remembered since then is in no report,
 * whoever's it is.
 */
function stillUntold(now, read, teller) {
    const told = new Set([...untoldToTell(read, teller), ...read.filter((plan) => isOwn(plan, teller))].map(nameOf));
    return now.filter((plan) => !told.has(nameOf(plan)));
}
const nameOf = ({ run, digest, at }) => JSON.stringify([run, digest, at]);
/** One finding for each plan that no report tells of; `ownRun` is the run that tells. */
function findingsOfUntold(untold, ownRun) {
    return untold.map(({ run, task, at, done, steps, doneInAll }) => {
        const more = doneInAll > done.length ? ` and ${doneInAll - done.length} more` : '';
        const names = done.length === 0 ? 'none stays' : `done: ${done.map((id) => `"${id}"`).join(', ')}${more}`;
        return {
            code: 'run-not-reported',
            severity: 'warn',
            subject: task,
            title: `${run === ownRun ? 'this' : 'an earlier'} run took steps that are in no report that is known`,
            evidence: `${steps} of its steps changed something, ${names} (${run}, ${at})`,
            next: 'look for the report of that run; where there is none, look at what it changed',
        };
    });
}


/***/ }),

/***/ 44156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gw: () => (/* binding */ isReversible),
/* harmony export */   kd: () => (/* binding */ undoClassOf),
/* harmony export */   lW: () => (/* binding */ isPreventive)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60747);

/** The undo class of a step, from its kind. */
function undoClassOf(step) {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[step.kind].undo;
}
/** Whether a step can be put back by us. */
function isReversible(step) {
    return undoClassOf(step) === 'reversible';
}
/** Whether a step may be taken without anybody's approval: from its kind and from → to, never from a label. */
function isPreventive(step) {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[step.kind].preventive(step.from, step.to);
}


/***/ }),

/***/ 99171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ unitsOf)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);

/** A plan's steps as runs of consecutive ones of the same unit. */
function unitsOf(steps) {
    const units = [];
    for (const step of steps) {
        const last = units.at(-1);
        if (last !== undefined && last.name === step.unit)
            last.steps.push(step);
        else
            units.push({ name: step.unit, steps: [step] });
    }
    return units.map((unit) => ({
        ...unit,
        undoable: unit.steps.some(_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw),
        independent: unit.steps.every(({ independent }) => independent === true),
    }));
}


/***/ })

};
