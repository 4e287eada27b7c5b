export const id = 1471;
export const ids = [1471];
export const modules = {

/***/ 69385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ isClusterDump),
/* harmony export */   Vv: () => (/* binding */ rolesSize),
/* harmony export */   iO: () => (/* binding */ rolesAreKept)
/* harmony export */ });
/* harmony import */ var _domain_backup_dump_dump_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84439);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24903);



/** The measurement that says that an object holds roles alone: its size after decompression. */
const rolesSize = 'roles-size';
/** Bytes of a dump after which its first comment has passed. */
const headBytes = 4096;
/** Thrown to stop reading. */
const enough = Symbol('the head has been read');
/** Whether pg_dumpall wrote an object, as its first lines say. Rejects with a PortError where it cannot be read. */
async function isClusterDump(context, file, bounds) {
    const reader = new _domain_backup_dump_dump_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DumpReader */ .i();
    const look = (piece) => {
        reader.push(piece.subarray(0, headBytes));
        if (reader.bytes >= headBytes)
            throw enough;
    };
    try {
        await context.ports.drill.read(file, { bounds, sha256: false, as: 'bytes', look }, context.signal);
    }
    catch (error) {
        if (error !== enough)
            throw error;
    }
    return reader.head.cluster === true;
}
/** Whether an object beside a dump holds the roles. One that cannot be read holds none: its own step says why. */
async function rolesAreKept(context, { beside, bounds }) {
    for (const file of (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .storedFiles */ .B)(context.ports.objectStore, beside).files) {
        try {
            if (await isClusterDump(context, file, bounds))
                return true;
        }
        catch (error) {
            if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U) || error.code === 'cancelled')
                throw error;
        }
    }
    return false;
}


/***/ }),

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

/***/ 71471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ restore_drill)
});

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/observation/backup/cluster-dump.js
var cluster_dump = __webpack_require__(69385);
// EXTERNAL MODULE: ./build/observation/backup/files.js
var backup_files = __webpack_require__(24903);
// EXTERNAL MODULE: ./build/observation/backup/reading-findings.js
var reading_findings = __webpack_require__(23807);
;// CONCATENATED MODULE: ./build/observation/backup/restore-findings.js

/** What restoring a whole dump has shown to be wrong; `rolesAreKept`: whether another object of the backup holds the roles. */
function restoreFindings(subject, restoration, parameters, rolesAreKept) {
    const said = [
        ...extensions(restoration),
        ...refusedStatements(restoration),
        ...content(restoration, parameters),
        ...storage(restoration),
        ...(rolesAreKept ? [] : roles(restoration)),
        ...links(restoration),
        ...leftOut(restoration),
    ];
    return said.map((finding) => ({ ...finding, subject }));
}
function extensions({ missingExtensions, server }) {
    if (missingExtensions.length === 0)
        return [];
    const [first] = missingExtensions;
    const listed = missingExtensions.every(({ why }) => why === 'not-installed');
    const names = missingExtensions.map(({ name, why }) => `${name.slice(0, 63)} (${why.replace('-', ' ')})`).join(', ');
    return [
        {
            code: 'extension-missing',
            severity: 'unknown',
            title: 'the dump needs extensions that the throw-away server does not have',
            evidence: `${names}; PostgreSQL ${server}`,
            next: listed
                ? `install the package with ${first?.name.slice(0, 63)} for PostgreSQL ${server.split('.')[0]} on the runner in an earlier step of the job`
                : 'name them in the input `extensions` if they belong into this database, and install them on the runner',
        },
    ];
}
/** SQLSTATE classes that say what is missing here, not what is wrong in the dump (manual, "PostgreSQL Error Codes"). */
const missingHere = (code) => ['58P01', '0A000', '42704'].includes(code);
function refusedStatements({ refused, refusedCount, missingExtensions, tables }) {
    if (refusedCount === 0)
        return [];
    const unsure = missingExtensions.length > 0 || refused.every(({ code }) => missingHere(code));
    const some = refused.slice(0, 3).map(({ statement, code }) => `\`${statement}\` (SQLSTATE ${code})`);
    return [
        {
            code: 'not-restored',
            severity: unsure ? 'unknown' : 'fail',
            title: unsure ? 'part of the dump could not be restored here' : 'part of the dump cannot be restored',
            evidence: `${(0,quantities/* counted */.hS)(refusedCount, 'statement')} refused beside ${(0,quantities/* counted */.hS)(tables, 'table')} that are there: ${some.join('; ')}`,
            next: 'restore it by hand into an empty database of the same version, and look at what is refused',
        },
    ];
}
function content({ tables, rows, expected }, { expectations }) {
    if (tables === 0) {
        return [
            {
                code: 'nothing-restored',
                severity: 'fail',
                title: 'the dump restores to a database without tables',
                evidence: '0 tables, 0 rows',
                next: 'look at which database the backup job dumps',
            },
        ];
    }
    const unmet = expected.flatMap((each) => unmetExpectation(each) ?? []);
    if (expectations.length > 0 || rows > 0)
        return unmet;
    return [
        {
            code: 'rows-missing',
            severity: 'warn',
            title: 'the dump restores to tables without rows',
            evidence: `${(0,quantities/* counted */.hS)(tables, 'table')}, 0 rows`,
            next: 'look at whether the backup job dumps the schema only; name tables under `platform.backups.content`',
        },
    ];
}
function unmetExpectation({ table, atLeast, rows, rowFound }) {
    const next = `look at ${table} on the platform, and at what the backup job leaves out`;
    if (rows === undefined) {
        const evidence = `${table} is configured under \`platform.backups.content\`, and is not in the restored database`;
        return { code: 'table-missing', severity: 'fail', title: 'a table is not in the backup', evidence, next };
    }
    if (rows < atLeast) {
        const evidence = `${table} has ${(0,quantities/* formatCount */.B4)(rows)} rows (at least ${(0,quantities/* formatCount */.B4)(atLeast)} expected)`;
        return {
            code: 'rows-missing',
            severity: 'fail',
            title: 'a table has fewer rows than it must have',
            evidence,
            next,
        };
    }
    if (rowFound !== false)
        return undefined;
    const evidence = `the row that is configured for ${table} is not among its ${(0,quantities/* formatCount */.B4)(rows)}`;
    return { code: 'row-not-found', severity: 'fail', title: 'a row that must be there is not', evidence, next };
}
function storage({ amcheck }) {
    if (amcheck === undefined || amcheck.outcome === 'clean')
        return [];
    const corrupt = amcheck.outcome === 'corrupt';
    return [
        {
            code: corrupt ? 'storage-damaged' : 'storage-not-checked',
            severity: corrupt ? 'fail' : 'unknown',
            title: corrupt ? 'what was restored is damaged' : 'what was restored could not be checked',
            evidence: amcheck.says,
            next: corrupt
                ? 'run the task on another machine: it is the memory or disk of the runner, or a defect of PostgreSQL'
                : 'install the package that holds amcheck (postgresql-contrib) on the runner',
        },
    ];
}
/** Bootstrap superusers of the usual clusters are there before any backup is restored. */
const alwaysThere = new Set(['postgres', 'rds_superuser', 'cloudsqlsuperuser', 'azure_superuser']);
/** The roles of a dump that a new cluster does not have of itself. */
function rolesNeeded({ inventory }) {
    return inventory.roles.filter((role) => !alwaysThere.has(role) && !role.startsWith('pg_'));
}
function roles(restoration) {
    const needed = rolesNeeded(restoration);
    if (needed.length === 0)
        return [];
    const names = needed.slice(0, 8).map((role) => role.slice(0, 63));
    return [
        {
            code: 'roles-not-kept',
            severity: 'warn',
            title: 'the roles that own the data are in no backup',
            evidence: `${(0,quantities/* counted */.hS)(needed.length, 'role')}: ${names.join(', ')}; pg_dump keeps none`,
            next: 'let the backup job store `pg_dumpall --globals-only --no-role-passwords` beside the dump, as `globals.sql.gz`',
        },
    ];
}
function links({ inventory }) {
    if (inventory.links === 0)
        return [];
    return [
        {
            code: 'link-in-dump',
            severity: 'warn',
            title: 'the dump connects to other servers when it is restored',
            evidence: `${(0,quantities/* counted */.hS)(inventory.links, 'foreign server, foreign table, user mapping or subscription', 'foreign servers, foreign tables, user mappings or subscriptions')}; none was reached here`,
            next: 'know what they lead to before it is restored for real: a subscription begins to replicate at once',
        },
    ];
}
function leftOut({ leftOut: count }) {
    if (count === 0)
        return [];
    return [
        {
            code: 'statements-left-out',
            severity: 'info',
            title: 'some statements were left out, since only a superuser may run them',
            evidence: `${(0,quantities/* counted */.hS)(count, 'statement')} (event triggers, languages, subscriptions, user mappings)`,
            next: 'nothing, if they are known',
        },
    ];
}

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/steps/executor.js
var executor = __webpack_require__(54639);
;// CONCATENATED MODULE: ./build/steps/restore-drill.js







/** Restore a dump into a throw-away server on the runner. Nothing on the platform is touched, and nothing of it stays. */
/* harmony default export */ const restore_drill = ((0,executor/* defineStep */.o)({
    kind: 'restore-drill',
    ports: ['objectStore', 'drill'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const { parameters, subject } = step;
        const { files, expected } = (0,backup_files/* storedFiles */.B)(context.ports.objectStore, parameters.objects);
        try {
            const [only] = files;
            if (only !== undefined && files.length === 1 && (await (0,cluster_dump/* isClusterDump */.LC)(context, only, parameters.bounds)))
                return await readRoles(context, step, only, expected);
            const request = { ...parameters, sha256: true };
            const restoration = await context.ports.drill.restore(files, request, context.signal);
            const reading = (0,reading_findings/* readingFindings */.x)(subject, restoration.reading, expected());
            if (restoration.reading.damage !== undefined)
                return effectOf(subject, restoration, reading);
            const kept = rolesNeeded(restoration).length === 0 || (await (0,cluster_dump/* rolesAreKept */.iO)(context, parameters));
            return effectOf(subject, restoration, [...reading, ...restoreFindings(subject, restoration, parameters, kept)]);
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
                throw error;
            if (error.code === 'missing-tool' || error.code === 'busy' || error.code === 'failed')
                return onlyRead(context, step, error);
            return { text: 'not read', measurements: [], findings: [(0,reading_findings/* notReadFinding */.Z)(subject, error)] };
        }
    },
    // a drill whose answer was lost has shown nothing, and has left nothing
    settle: async () => 'cannot-tell',
}));
/** Roles are nothing to restore by themselves: they are read to their end. */
async function readRoles(context, { parameters, subject }, file, expected) {
    const request = { bounds: parameters.bounds, sha256: true, as: 'dump' };
    const reading = await context.ports.drill.read(file, request, context.signal);
    const findings = (0,reading_findings/* readingFindings */.x)(subject, reading, expected());
    if (reading.damage !== undefined)
        return { text: `not restored: ${reading.damage.says}`, measurements: [], findings };
    const size = { name: cluster_dump/* rolesSize */.Vv, subject, value: reading.bytes, unit: 'bytes' };
    return { text: `roles alone, ${(0,quantities/* formatBytes */.z3)(reading.bytes)}, read to their end`, measurements: [size], findings };
}
/** Where nothing can be restored, the backup is read to its end at least. */
async function onlyRead(context, { parameters, subject }, why) {
    const { files, expected } = (0,backup_files/* storedFiles */.B)(context.ports.objectStore, parameters.objects);
    const request = {
        bounds: parameters.bounds,
        sha256: true,
        as: files.length === 1 ? 'dump' : 'bytes',
    };
    const findings = [
        {
            code: 'restore-not-possible',
            severity: 'unknown',
            subject,
            title: 'whether the backup can be restored is not known',
            evidence: why.message,
            next: why.next ?? 'run the task again, on another runner if need be',
        },
    ];
    for (const file of files) {
        try {
            findings.push(...(0,reading_findings/* readingFindings */.x)(subject, await context.ports.drill.read(file, request, context.signal), expected()));
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
                throw error;
            findings.push((0,reading_findings/* notReadFinding */.Z)(subject, error));
        }
    }
    return { text: 'read to its end, not restored', measurements: [], findings };
}
function effectOf(subject, restoration, findings) {
    const { reading, tables, rows, restoreMs, server, workspace } = restoration;
    if (reading.damage !== undefined) {
        return { text: `not restored: ${reading.damage.says}`, measurements: [], findings };
    }
    const text = `${(0,quantities/* counted */.hS)(tables, 'table')}, ${(0,quantities/* counted */.hS)(rows, 'row')} (${(0,quantities/* formatBytes */.z3)(restoration.databaseBytes)}) in ${(0,quantities/* formatSpan */.QA)(restoreMs)} into PostgreSQL ${server} in ${workspace === 'memory' ? 'memory' : 'a folder'}${checked(restoration)}`;
    const measured = (name, value, unit) => ({
        name,
        subject,
        value,
        unit,
    });
    const measurements = [
        measured('restore-time', Math.round(restoreMs), 'ms'),
        measured('restored-rows', rows, 'count'),
        measured('restored-tables', tables, 'count'),
        measured('restored-size', restoration.databaseBytes, 'bytes'),
    ];
    return { text, measurements, findings };
}
const checked = ({ amcheck }) => amcheck === undefined
    ? ''
    : `, pg_amcheck ${amcheck.outcome === 'clean' ? 'clean' : amcheck.outcome.replace('-', ' ')}`;


/***/ })

};
