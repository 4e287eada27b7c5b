export const id = 6910;
export const ids = [6910];
export const modules = {

/***/ 24903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ storedFiles)
/* harmony export */ });
/** Objects of the bucket as files that are opened when they are read. */
function storedFiles(store, objects) {
    const expected = {};
    const folder = commonFolder(objects.map(({ key }) => key));
    const files = objects.map(({ key, bytes, sha256 }) => {
        const name = key.slice(folder.length);
        if (sha256 !== undefined)
            expected[name] = sha256;
        return {
            name,
            bytes,
            open: async (signal) => {
                const content = await store.open(key, signal);
                if (content.sha256 !== undefined)
                    expected[name] ??= content.sha256;
                return content;
            },
        };
    });
    return { files, expected: () => expected };
}
/** The folder that all keys are in: what is left of a key names its object, and no other of them. */
function commonFolder(keys) {
    const [first = '', ...others] = keys;
    let folder = first.slice(0, first.lastIndexOf('/') + 1);
    while (folder !== '' && !others.every((key) => key.startsWith(folder))) {
        folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
    }
    return folder;
}


/***/ }),

/***/ 23807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ notReadFinding),
/* harmony export */   x: () => (/* binding */ readingFindings)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);
/* harmony import */ var _ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10428);


const again = 'make a new backup, and look at the job that made this one';
const byKind = {
    empty: { code: 'backup-empty', severity: 'fail', title: 'the backup is empty', next: again },
    compression: {
        code: 'backup-corrupt',
        severity: 'fail',
        title: 'the backup cannot be decompressed to its end',
        next: again,
    },
    damaged: { code: 'backup-corrupt', severity: 'fail', title: 'the backup is damaged', next: again },
    incomplete: { code: 'backup-incomplete', severity: 'fail', title: 'the backup is cut off', next: again },
    program: {
        code: 'program-in-dump',
        severity: 'fail',
        title: 'the dump would run a program where it is restored',
        next: 'do not restore it with psql; find out who wrote it, and make a new backup with a current pg_dump',
    },
    'too-large': {
        code: 'backup-too-large',
        severity: 'fail',
        title: 'the backup decompresses to more than is allowed',
        next: 'raise the inputs `most-data` or `most-ratio` if it really holds so much; else make a new backup',
    },
    encrypted: {
        code: 'backup-encrypted',
        severity: 'unknown',
        title: 'the backup is encrypted, and what opens it is not here',
        next: 'restore a copy by hand with its key, or keep backups in a bucket that encrypts them (SSE-S3, SSE-KMS)',
    },
    unsupported: {
        code: 'backup-format-unknown',
        severity: 'unknown',
        title: 'the backup is in a form that is not read here',
        next: 'make dumps with pg_dump as plain (gzip or zstd), custom or directory format',
    },
    changed: {
        code: 'backup-changed',
        severity: 'unknown',
        title: 'the backup was written anew while it was looked at',
        next: 'let the backup job end before this window opens',
    },
};
/** What reading a backup has shown to be wrong. */
function readingFindings(subject, reading, expected) {
    const { damage } = reading;
    const checksums = checksumFindings(subject, reading, expected);
    if (damage === undefined)
        return checksums;
    const { code, severity, title, next } = byKind[damage.kind];
    const formats = reading.formats.length === 0 ? '' : ` (${reading.formats.toReversed().join(' in ')})`;
    const read = reading.storedBytes === 0 ? '' : `; ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(reading.storedBytes)} read${formats}`;
    const evidence = `${damage.says}${read}`;
    return [{ code, severity, subject, title, evidence, next }, ...checksums];
}
/** A checksum that differs says more than whatever it led to; where there is none, nothing says what the bytes must be. */
function checksumFindings(subject, { checksums }, expected) {
    const read = Object.entries(checksums);
    const wrong = read.filter(([name, sha256]) => Object.hasOwn(expected, name) && expected[name] !== sha256);
    const [first] = wrong;
    if (first !== undefined) {
        const [name, sha256] = first;
        return [
            {
                code: 'checksum-mismatch',
                severity: 'fail',
                subject,
                title: 'the bytes are not those that were stored',
                evidence: `${wrong.length} of ${read.length} objects, such as ${name.slice(0, 100)}: SHA-256 is ${sha256.slice(0, 12)}…, the stored one ${expected[name]?.slice(0, 12)}…`,
                next: again,
            },
        ];
    }
    const without = read.filter(([name]) => !Object.hasOwn(expected, name));
    if (without.length === 0)
        return [];
    return [
        {
            code: 'no-checksum',
            severity: 'warn',
            subject,
            title: 'nothing says what the bytes of the backup must be',
            evidence: `no SHA-256 for ${without.length} of ${read.length} objects, neither in a manifest nor kept by the store`,
            next: 'let the backup job write `manifest.json` or `SHA256SUMS` beside it, or upload with `--checksum-algorithm SHA256`',
        },
    ];
}
/** Why a backup could not be read: missing, denied and out of reach are three things. */
function notReadFinding(subject, error) {
    const { code, message: evidence, next = 'look at the bucket, and run the task again' } = error;
    if (code === 'not-found') {
        return {
            code: 'backup-missing',
            severity: 'fail',
            subject,
            title: 'the backup is not there any more',
            evidence,
            next,
        };
    }
    if (error.subject === _ports_object_store_js__WEBPACK_IMPORTED_MODULE_1__/* .customerKey */ .W) {
        return { code: 'backup-encrypted', severity: 'unknown', subject, title: byKind.encrypted.title, evidence, next };
    }
    if (code === 'conflict') {
        return {
            code: 'backup-changed',
            severity: 'unknown',
            subject,
            title: byKind.changed.title,
            evidence,
            next: byKind.changed.next,
        };
    }
    const denied = code === 'forbidden' || code === 'unauthorized';
    return {
        code: denied ? 'backup-denied' : 'backup-not-read',
        severity: 'unknown',
        subject,
        title: denied ? 'reading the backup is denied' : 'the backup could not be read',
        evidence,
        next,
    };
}


/***/ }),

/***/ 10428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ customerKey),
/* harmony export */   g: () => (/* binding */ noCredentials)
/* harmony export */ });
/** The subject of the PortError that says that there are no credentials at all. */
const noCredentials = 'credentials of the bucket';
/** The subject of the PortError that says that an object is encrypted with a key that the store does not have (SSE-C). */
const customerKey = 'key of the object';


/***/ }),

/***/ 66910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ dry_run_manifests)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/domain/backup/manifest-documents.js

/** Longest text that is parsed, characters. */
const longestConfiguration = 32 * 2 ** 20;
const mostDocuments = 5000;
const mostAliases = 50;
const mostFaults = 20;
/**
 * Read Kubernetes objects from YAML or JSON (YAML 1.2, core schema): every document, and the items of lists. Bounded in
 * size, documents and aliases; a document that is wrong does not keep the others from being read.
 */
function readConfigurationDocuments(text) {
    if (text.length > longestConfiguration)
        return only(`it has more than ${longestConfiguration / 2 ** 20} Mi characters`);
    const parsed = (0,dist/* parseAllDocuments */.hR)(text, { schema: 'core', prettyErrors: false, logLevel: 'silent', uniqueKeys: true });
    const all = Array.isArray(parsed) ? parsed : [];
    if (all.length > mostDocuments)
        return only(`it has more than ${mostDocuments} documents`);
    const documents = [];
    const faults = [];
    for (const [index, document] of all.entries()) {
        const read = objectsOf(document);
        if (typeof read === 'string')
            faults.push({ number: index + 1, says: read });
        else
            documents.push(...read);
    }
    return { documents: documents.slice(0, mostDocuments), faults: faults.slice(0, mostFaults) };
}
const only = (says) => ({ documents: [], faults: [{ number: 1, says }] });
function objectsOf(document) {
    if (!('errors' in document))
        return [];
    if (document.errors.length > 0)
        return 'it is not YAML';
    if (document.warnings.length > 0)
        return 'it has tags that are not read';
    let aliases = 0;
    (0,dist/* visit */.YR)(document, {
        Alias: () => {
            aliases += 1;
        },
    });
    if (aliases > mostAliases)
        return `it has more than ${mostAliases} aliases`;
    let value;
    try {
        value = document.toJS({ maxAliasCount: mostAliases });
    }
    catch {
        return 'its aliases repeat too much of it';
    }
    if (value === null || value === undefined)
        return [];
    return itemsOf(value);
}
function itemsOf(value) {
    const { kind, items } = (value ?? {});
    if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) {
        const read = documentOf(value);
        return typeof read === 'string' ? read : [read];
    }
    const read = items.map(documentOf);
    const fault = read.find((item) => typeof item === 'string');
    return fault === undefined ? read : `an item of its list: ${fault}`;
}
function documentOf(value) {
    if (value === null || typeof value !== 'object' || Array.isArray(value))
        return 'it is no Kubernetes object';
    const object = value;
    const { apiVersion, kind, metadata } = object;
    const { name, namespace } = (metadata ?? {});
    if (typeof apiVersion !== 'string' || typeof kind !== 'string')
        return 'it has no apiVersion and kind';
    if (typeof name !== 'string' || !/^[a-zA-Z0-9][-a-zA-Z0-9.:_]{0,252}$/.test(name))
        return `${kind.slice(0, 60)} without a name`;
    return {
        apiVersion,
        kind,
        name,
        ...(typeof namespace === 'string' && namespace !== '' ? { namespace } : {}),
        object: applicable(object),
    };
}
/** An object as it is applied: without what the API server keeps, which an export holds. */
function applicable(object) {
    const { status: _status, metadata, ...rest } = object;
    const { managedFields: _managed, resourceVersion: _version, uid: _uid, creationTimestamp: _created, generation: _generation, selfLink: _link, ...kept } = metadata;
    return { ...rest, metadata: kept };
}
/** Kinds that are never sent to the API server: what they hold is secret, or would be a right. */
const bySchemaAlone = new Set(['Secret', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']);
/** Whether a document is looked at here alone. */
function isBySchemaAlone({ kind }) {
    return bySchemaAlone.has(kind);
}
/** What is wrong with a Secret or an object of RBAC, by the shape that its API demands; undefined when nothing is. */
function schemaFault({ kind, object }) {
    if (kind === 'Secret')
        return secretFault(object);
    return kind.endsWith('Binding') ? bindingFault(object) : rulesFault(object);
}
function secretFault({ data = {}, stringData = {}, type }) {
    if (type !== undefined && typeof type !== 'string')
        return 'its type is no text';
    if (!isRecordOfTexts(data) || !isRecordOfTexts(stringData))
        return 'its data are no texts by key';
    const wrong = Object.entries(data).find(([, value]) => !isBase64(value));
    return wrong === undefined ? undefined : `the value of ${wrong[0].slice(0, 100)} is not base64`;
}
const isRecordOfTexts = (value) => value !== null && typeof value === 'object' && Object.values(value).every((each) => typeof each === 'string');
const isBase64 = (text) => {
    const packed = text.replace(/\s/g, '');
    return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
};
function bindingFault({ roleRef, subjects = [] }) {
    const { kind, name } = (roleRef ?? {});
    if (typeof kind !== 'string' || typeof name !== 'string')
        return 'it names no role';
    return Array.isArray(subjects) ? undefined : 'its subjects are no list';
}
function rulesFault({ rules = [], aggregationRule }) {
    if (rules === null && aggregationRule !== undefined)
        return undefined;
    if (!Array.isArray(rules))
        return 'its rules are no list';
    const wrong = rules.some((rule) => !Array.isArray(rule?.verbs));
    return wrong ? 'a rule has no verbs' : undefined;
}

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
;// CONCATENATED MODULE: ./build/observation/backup/document-findings.js

/** What the documents of a configuration backup have shown: those that cannot be read or taken, and what has drifted. */
function documentFindings(subject, { documents, faults }, asked) {
    return [
        ...unread(subject, documents.length, faults),
        ...refused(subject, asked),
        ...notPermitted(subject, asked),
        ...drifted(subject, asked),
        ...absent(subject, asked),
    ];
}
const nameOf = ({ kind, name }) => `${kind.toLowerCase().slice(0, 60)}/${name.slice(0, 100)}`;
function unread(subject, count, faults) {
    if (faults.length === 0 && count > 0)
        return [];
    const [first] = faults;
    const evidence = first === undefined
        ? 'it holds no object of Kubernetes'
        : `${(0,quantities/* counted */.hS)(faults.length, 'document')} beside ${count} good ones; document ${first.number}: ${first.says}`;
    return [
        {
            code: 'documents-not-read',
            severity: 'fail',
            subject,
            title: 'the configuration backup holds documents that cannot be read',
            evidence,
            next: 'look at the job that exports the configuration',
        },
    ];
}
function refused(subject, asked) {
    const wrong = asked.flatMap(({ document, answer }) => answer.outcome === 'refused' ? [`${nameOf(document)}: ${answer.says}`] : []);
    if (wrong.length === 0)
        return [];
    return [
        {
            code: 'document-refused',
            severity: 'fail',
            subject,
            title: 'the API server would not take what was backed up',
            evidence: `${wrong.length} of ${(0,quantities/* counted */.hS)(asked.length, 'document')}; ${wrong.slice(0, 3).join('; ')}`,
            next: 'bring the manifests up to the API versions of this cluster, and back them up again',
        },
    ];
}
function notPermitted(subject, asked) {
    const denied = asked.flatMap(({ answer }) => (answer.outcome === 'not-permitted' ? [answer.says] : []));
    const [first] = denied;
    if (first === undefined)
        return [];
    return [
        {
            code: 'documents-not-asked',
            severity: 'unknown',
            subject,
            title: 'whether the API server would take a part of the configuration is not known',
            evidence: `${denied.length} of ${(0,quantities/* counted */.hS)(asked.length, 'document')}; ${first}`,
            next: 'name the resource under `platform.backups.configuration-resources`, and apply `deploy/rbac/maintenance-dry-run.yaml` again',
        },
    ];
}
/** Drift is what a restore would take back. */
function drifted(subject, asked) {
    const moved = asked.flatMap(({ document, answer }) => answer.outcome === 'drift' ? [`${nameOf(document)} ${answer.fields.slice(0, 3).join(', ')}`] : []);
    if (moved.length === 0)
        return [];
    return [
        {
            code: 'configuration-drift',
            severity: 'warn',
            subject,
            title: 'the cluster is not what was backed up',
            evidence: `${moved.length} of ${(0,quantities/* counted */.hS)(asked.length, 'document')} differ: ${moved.slice(0, 5).join('; ')}`,
            next: 'find out which of the two is right: the change belongs into what is backed up, or is taken back',
        },
    ];
}
function absent(subject, asked) {
    const gone = asked.flatMap(({ document, answer }) => (answer.outcome === 'absent' ? [nameOf(document)] : []));
    if (gone.length === 0)
        return [];
    return [
        {
            code: 'configuration-absent',
            severity: 'warn',
            subject,
            title: 'objects that were backed up are not in the cluster',
            evidence: `${gone.length} of ${(0,quantities/* counted */.hS)(asked.length, 'document')}: ${gone.slice(0, 5).join(', ')}`,
            next: 'apply them, or take them out of what is backed up',
        },
    ];
}

// EXTERNAL MODULE: ./build/observation/backup/files.js
var backup_files = __webpack_require__(24903);
// EXTERNAL MODULE: ./build/observation/backup/reading-findings.js
var reading_findings = __webpack_require__(23807);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/steps/executor.js
var executor = __webpack_require__(54639);
;// CONCATENATED MODULE: ./build/steps/dry-run-manifests.js








/** Ask the API server whether it would take the documents of a configuration backup, without writing them. */
/* harmony default export */ const dry_run_manifests = ((0,executor/* defineStep */.o)({
    kind: 'dry-run-manifests',
    ports: ['objectStore', 'drill', 'manifestCheck'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const read = await readDocuments(context, step);
        const { documents } = read;
        const here = documents.filter(isBySchemaAlone).map((document) => {
            const fault = schemaFault(document);
            return { document, answer: fault === undefined ? { outcome: 'same' } : { outcome: 'refused', says: fault } };
        });
        const asked = await askAll(context, step, documents.filter((document) => !isBySchemaAlone(document)));
        const all = [...here, ...asked.answers];
        return {
            text: `${(0,quantities/* counted */.hS)(documents.length, 'document')} read, ${(0,quantities/* counted */.hS)(asked.answers.length, 'document')} asked about${asked.held ? '' : '; not held to dry runs'}`,
            measurements: [],
            findings: [...read.findings, ...asked.findings, ...documentFindings(step.subject, read, all)],
        };
    },
    settle: async () => 'cannot-tell',
}));
async function readDocuments({ ports, signal }, { parameters, subject }) {
    const { files, expected } = (0,backup_files/* storedFiles */.B)(ports.objectStore, parameters.objects);
    const documents = [];
    const faults = [];
    const findings = [];
    for (const file of files) {
        const text = new Text();
        try {
            const request = {
                bounds: parameters.bounds,
                sha256: true,
                as: 'bytes',
                look: (bytes) => text.add(bytes),
            };
            const reading = await ports.drill.read(file, request, signal);
            findings.push(...(0,reading_findings/* readingFindings */.x)(subject, reading, expected()));
            if (reading.damage !== undefined)
                continue;
            const read = readConfigurationDocuments(text.whole());
            documents.push(...read.documents);
            faults.push(...read.faults);
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
                throw error;
            findings.push((0,reading_findings/* notReadFinding */.Z)(subject, error));
        }
    }
    return { documents, faults, findings };
}
/** A text that comes in pieces; past what is parsed anyway, the rest is dropped. */
class Text {
    #decoder = new TextDecoder();
    #text = '';
    add(bytes) {
        if (this.#text.length <= longestConfiguration)
            this.#text += this.#decoder.decode(bytes, { stream: true });
    }
    whole() {
        return this.#text + this.#decoder.decode();
    }
}
/** Prove first that nothing can be written; without that proof nothing is asked. */
async function askAll({ ports, signal }, { subject, parameters }, documents) {
    const answers = [];
    if (documents.length === 0)
        return { held: true, answers, findings: [] };
    try {
        const proof = await ports.manifestCheck.prove();
        if (!proof.held) {
            const { leak, says: evidence, next } = proof;
            const severity = leak ? 'fail' : 'unknown';
            const title = leak
                ? 'the identity for dry runs can write'
                : 'whether the identity for dry runs is held to them is not known';
            return {
                held: false,
                answers,
                findings: [{ code: 'dry-run-not-held', severity, subject, title, evidence, next }],
            };
        }
        for (const document of documents) {
            signal.throwIfAborted();
            const namespace = document.namespace ?? parameters.namespace;
            answers.push({ document, answer: await ports.manifestCheck.ask({ ...document, namespace }) });
        }
        return { held: true, answers, findings: [] };
    }
    catch (error) {
        if (signal.aborted)
            throw new port_error/* PortError */.U({ code: 'cancelled', subject, message: 'the run was asked to stop' });
        if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
            throw error;
        return { held: answers.length > 0, answers, findings: [notAsked(subject, error)] };
    }
}
const notAsked = (subject, { message, next }) => ({
    code: 'documents-not-asked',
    severity: 'unknown',
    subject,
    title: 'the API server could not be asked whether it would take the configuration',
    evidence: message,
    next: next ?? (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `apply -f deploy/rbac/maintenance-dry-run.yaml`,
});


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


/***/ })

};
