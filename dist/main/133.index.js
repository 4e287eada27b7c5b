export const id = 133;
export const ids = [133];
export const modules = {

/***/ 18133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openMaintenance: () => (/* binding */ openMaintenance)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
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
    /** Delete every object that carries the labels. */
    async sweep(labels) {
        const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
        const query = { resource: resources/* resources */.E.configMaps, namespace: maintenanceNamespace, labels: selector.join(',') };
        for await (const { metadata } of this.#cluster.list(query)) {
            await this.#cluster.delete(resources/* resources */.E.configMaps, maintenanceNamespace, metadata.name, metadata.uid);
        }
    }
}
/** The error for an object of ours that does not hold what we write. */
function damaged(name, what) {
    return new port_error/* PortError */.U({
        code: 'invalid',
        subject: `configmaps/${name} in ${maintenanceNamespace}`,
        message: `It does not hold what this product writes: ${what}`,
        next: `Look at it before anything else: kubectl -n ${maintenanceNamespace} get configmap ${name} -o yaml`,
    });
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/journal.js




const headName = 'journal';
const headKey = 'head';
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
    if (head.version !== 1 || !Array.isArray(head.chunks) || !Array.isArray(head.records)) {
        throw damaged(headName, 'a head of another version');
    }
    return head;
}
function recordsOf({ records }, plan) {
    return records.map(([index, progress, at], place) => {
        const step = plan.steps[index];
        if (step === undefined)
            throw damaged(headName, `a record of step ${index}, which the plan does not have`);
        return { sequence: place + 1, step: step.id, progress, at: new Date(at).toISOString() };
    });
}
/**
 * The journal: a head that is replaced, each time on the version that this run last wrote, and the plan in immutable
 * chunks named after their content. Closed, the head is there and empty.
 */
class KubernetesJournal {
    #texts;
    #clock;
    constructor(cluster, clock) {
        this.#texts = new TextStore(cluster);
        this.#clock = clock;
    }
    async read() {
        const head = headOf(await this.#texts.read(headName));
        if (head === undefined)
            return undefined;
        const plan = await this.#plan(head);
        return { run: head.run, task: head.task, plan, digest: head.digest, records: recordsOf(head, plan) };
    }
    async open(run, plan) {
        const previous = await this.#texts.read(headName);
        const open = headOf(previous);
        if (open !== undefined)
            throw conflict(`A plan of ${open.task} is open there`);
        const text = JSON.stringify(plan);
        const parts = chunksOf(text);
        if (parts.length > mostChunks)
            throw tooLarge(`The plan of ${plan.task} has ${text.length} characters`);
        const hash = sha256(text);
        const chunks = parts.map((_, index) => `journal-plan-${hash.slice(0, 20)}-${index}`);
        for (const [index, name] of chunks.entries())
            await this.#writeChunk(name, parts[index] ?? '');
        const { task, digest } = plan;
        const head = { version: 1, run, task, digest, chunks, text: hash, records: [] };
        return this.#writer(head, await this.#texts.write(headName, previous, { [headKey]: JSON.stringify(head) }), plan);
    }
    async takeOver(run) {
        const previous = await this.#texts.read(headName);
        const open = headOf(previous);
        if (open === undefined)
            return undefined;
        const plan = await this.#plan(open);
        const head = { ...open, run };
        // Even for the same run the text must differ, or the old writer's version would stay the present one.
        const text = JSON.stringify({ ...head, takenOverAt: this.#clock.now() });
        return this.#writer(head, await this.#texts.write(headName, previous, { [headKey]: text }), plan);
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
                const next = { ...head, records: [...head.records, [index, progress, this.#clock.now()]] };
                const text = JSON.stringify(next);
                if (text.length > mostTextBytes)
                    throw tooLarge(`The journal has ${next.records.length} records`);
                await put({ [headKey]: text });
                head = next;
            },
            close: async () => {
                await put({});
                // What is left of the plan is of no use to anybody; if it cannot be removed now, the next close does it.
                await this.#texts.sweep(chunkLabels).catch(() => undefined);
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

;// CONCATENATED MODULE: ./build/adapters/kubernetes/lease.js



const leaseName = 'maintenance';
/** Ours, whatever the object says. */
const durationMs = 300_000;
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
    async take(holder, { patienceMs, graceMs }) {
        const startedAt = this.#clock.monotonic();
        let watched;
        for (;;) {
            const asked = this.#clock.monotonic();
            const found = await this.#read();
            const owner = found?.spec?.holderIdentity ?? '';
            const version = `${found?.metadata.uid}/${found?.metadata.resourceVersion}`;
            // From after the read on: what was read may have been renewed until then.
            if (watched?.version !== version)
                watched = { version, since: this.#clock.monotonic() };
            const expired = asked - watched.since >= durationMs + graceMs;
            if (owner === '' || owner === holder || expired) {
                if (await this.#write(found, holder))
                    return { taken: true };
                watched = undefined;
            }
            else if (!(await this.#wait(startedAt + patienceMs, watched.since + durationMs + graceMs))) {
                return { taken: false, holder: owner };
            }
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
    async #wait(patientUntil, expiresAt) {
        const now = this.#clock.monotonic();
        if (now >= patientUntil)
            return false;
        await this.#clock.sleep(Math.min(pollMs, Math.max(1, expiresAt - now), patientUntil - now));
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
function specOf(found, holder, now) {
    const { holderIdentity, acquireTime = now, leaseTransitions = 0 } = found?.spec ?? {};
    const same = holderIdentity === holder;
    const changes = same || found === undefined ? 0 : 1;
    return {
        ...(holder === undefined ? {} : { holderIdentity: holder }),
        leaseDurationSeconds: durationMs / 1000,
        acquireTime: same ? acquireTime : now,
        renewTime: now,
        leaseTransitions: leaseTransitions + changes,
    };
}

;// CONCATENATED MODULE: ./build/domain/state/documents.js
/** What each document is before anything was written. */
const emptyState = { claims: [], durations: {}, findings: {}, history: {} };

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
const parts = { claims: 1, durations: 1, findings: 1, history: 8 };
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



/** Lease, journal and state, kept in the cluster's maintenance namespace. Nothing is read or written yet. */
function openMaintenance(cluster, clock) {
    return {
        lease: new KubernetesLease(cluster, clock),
        journal: new KubernetesJournal(cluster, clock),
        state: new KubernetesState(cluster, clock),
    };
}


/***/ })

};
