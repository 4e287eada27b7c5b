export const id = 7711;
export const ids = [7711];
export const modules = {

/***/ 20392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
/**
 * Map with at most `limit` under way at once, results in the order of the items. The first rejection rejects the whole;
 * callers that must go on catch inside `work`.
 */
async function mapBounded(items, limit, work) {
    const results = new Array(items.length);
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const index = next++;
            results[index] = await work(items[index]);
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 34742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   Ym: () => (/* binding */ percentile),
/* harmony export */   i2: () => (/* binding */ mean)
/* harmony export */ });
/**
 * The percentile of raw values by nearest rank: the smallest value that at least the share `p` of them does not exceed
 * (Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), definition 1). It is
 * always a value that was measured. Undefined for no values; throws a RangeError for a `p` outside 0 to 1.
 */
function percentile(values, p) {
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`percentile: ${p} is not between 0 and 1`);
    if (values.length === 0)
        return undefined;
    const sorted = values.toSorted((a, b) => a - b);
    // Rounding first: 0.95 × 20 is 19.000000000000004 in binary, and means the 19th.
    const rank = Math.ceil(Number((p * sorted.length).toFixed(9)));
    return sorted[Math.max(0, rank - 1)];
}
/** The arithmetic mean; undefined for no values. */
function mean(values) {
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** The median: the middle value, or the mean of the two in the middle; undefined for no values. */
function median(values) {
    if (values.length === 0)
        return undefined;
    const sorted = values.toSorted((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle];
    return sorted.length % 2 === 1 ? upper : (upper + sorted[middle - 1]) / 2;
}


/***/ }),

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

/***/ 20454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   L: () => (/* binding */ troubleOf)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** What an error says, if it may be carried as part of the observation. Cancelling ends the whole task, as a defect does. */
function troubleOf(error, subject) {
    if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U) || error.code === 'cancelled')
        throw error;
    const { code, message, next } = error;
    return { code, subject, message, ...(next === undefined ? {} : { next }) };
}
/** The value, or why there is none. */
async function attempt(subject, work) {
    try {
        return { value: await work() };
    }
    catch (error) {
        return { trouble: troubleOf(error, subject) };
    }
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

/***/ 20555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ defineTask)
/* harmony export */ });
/** Declare a task. Gives the compiler the inputs', ports' and observation's types; the value is the argument. */
function defineTask(task) {
    return task;
}


/***/ }),

/***/ 27711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ validate_backups)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
;// CONCATENATED MODULE: ./build/tasks/validate-backups/inputs.js
/** What an adopter may change about validate-backups. */
const inputs = {
    days: {
        kind: 'integer',
        description: 'How many days back sizes are compared and gaps are looked for.',
        default: 14,
        min: 2,
        max: 366,
        unit: 'days',
    },
    'size-tolerance': {
        kind: 'share',
        description: 'How far a size may be from the median of the earlier ones: 0.5 means from half as large to twice as large.',
        default: 0.5,
        min: 0.01,
        max: 0.99,
    },
    restore: {
        kind: 'boolean',
        description: 'Restore database backups into a throw-away PostgreSQL on the runner; else they are only read to their end.',
        default: true,
    },
    amcheck: {
        kind: 'boolean',
        description: 'Check what was restored with pg_amcheck.',
        default: true,
    },
    jobs: {
        kind: 'integer',
        description: 'Sessions that build indexes at once during a restore.',
        default: 2,
        min: 1,
        max: 16,
        unit: 'sessions',
    },
    extensions: {
        kind: 'text',
        description: 'Extensions that a dump may create, separated by commas; others are a finding.',
        default: 'pg_stat_statements,pgcrypto,uuid-ossp,pg_trgm,btree_gin,btree_gist,citext,hstore,ltree,unaccent,tablefunc,fuzzystrmatch,intarray,cube,earthdistance,tsm_system_rows,postgis',
        pattern: '|[A-Za-z0-9_-]{1,63}( *, *[A-Za-z0-9_-]{1,63}){0,99}',
        maxLength: 4000,
    },
    languages: {
        kind: 'text',
        description: 'Languages besides SQL and PL/pgSQL that functions of a dump may be in, separated by commas; others fail it.',
        default: '',
        pattern: '|[a-z0-9_]{1,63}( *, *[a-z0-9_]{1,63}){0,19}',
    },
    'most-data': {
        kind: 'number',
        description: 'A backup that decompresses to more than this fails.',
        default: 500,
        min: 0.001,
        max: 100_000,
        unit: 'GB',
    },
    'most-ratio': {
        kind: 'number',
        description: 'A backup that decompresses to more than so many bytes for each stored one fails.',
        default: 200,
        min: 2,
        max: 10_000,
        unit: 'bytes',
    },
    'most-disk': {
        kind: 'number',
        description: 'What the throw-away server may fill, in memory or on the disk of the runner.',
        default: 50,
        min: 0.1,
        max: 100_000,
        unit: 'GB',
    },
    'drill-limit': {
        kind: 'duration',
        description: 'How long reading or restoring one backup may take.',
        default: '90m',
        min: '1m',
        max: '2h',
    },
};
/** `a, b,c` */
function namesOf(list) {
    return list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

;// CONCATENATED MODULE: ./build/domain/backup/manifest.js
/** Longest manifest that is read, bytes. */
const longestManifest = 16 * 2 ** 20;
const mostObjects = 100_000;
/** The names under which manifests are found. */
function isManifest(name) {
    return /(^|\/)(manifest\.json|SHA256SUMS|sha256sum\.txt|.+\.sha256)$/.test(name);
}
/**
 * Read a manifest: JSON with `objects` (each `name`, and `size`, `sha256` where known) and maybe `height`, or lines of
 * sha256sum(1) (`<64 hex digits>  <name>`). `name` is its own, for a `.sha256` that holds nothing but digits. Undefined where
 * it is none of these.
 */
function readManifest(text, name) {
    return name.endsWith('.json') ? fromJson(text) : fromLines(text, name);
}
function fromJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const { objects, height } = (value ?? {});
    if (!Array.isArray(objects) || objects.length > mostObjects)
        return undefined;
    const read = objects.map(objectFrom);
    if (read.some((object) => object === undefined))
        return undefined;
    const known = typeof height === 'number' && Number.isSafeInteger(height) && height >= 0;
    return { objects: read, ...(known ? { height } : {}) };
}
function objectFrom(value) {
    const { name, size, sha256 } = (value ?? {});
    if (typeof name !== 'string' || name === '')
        return undefined;
    if (size !== undefined && !(typeof size === 'number' && Number.isSafeInteger(size) && size >= 0))
        return undefined;
    if (sha256 !== undefined && !(typeof sha256 === 'string' && isSha256(sha256)))
        return undefined;
    return {
        name,
        ...(size === undefined ? {} : { bytes: size }),
        ...(sha256 === undefined ? {} : { sha256: sha256.toLowerCase() }),
    };
}
const isSha256 = (text) => /^[0-9a-fA-F]{64}$/.test(text);
function fromLines(text, name) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.length === 0 || lines.length > mostObjects)
        return undefined;
    const objects = lines.map((line) => fromLine(line, name));
    return objects.some((object) => object === undefined) ? undefined : { objects: objects };
}
function fromLine(line, manifest) {
    const [, sha256 = '', named] = /^\\?([0-9a-fA-F]{64})(?:[ \t]+\*?(?:\.\/)?(\S.*))?$/.exec(line.trim()) ?? [];
    if (sha256 === '')
        return undefined;
    const own = manifest.endsWith('.sha256') ? manifest.slice(0, -'.sha256'.length).replace(/^.*\//, '') : undefined;
    const name = named ?? own;
    return name === undefined ? undefined : { name, sha256: sha256.toLowerCase() };
}

;// CONCATENATED MODULE: ./build/domain/backup/beside.js

/** Things that lie beside backups and are none: notes, logs, signatures. */
const isNote = (key) => /\.(md|txt|log|md5|sha1|sig|asc)$/.test(key);
/** What is no dump of a database for sure: notes, manifests, and other JSON, which says something about dumps. */
const isBeside = (key) => isNote(key) || isManifest(key) || key.endsWith('.json');

;// CONCATENATED MODULE: ./build/domain/backup/artifacts.js


/** The dumps of a set, in the order of their names. */
function artifactsOf(set) {
    const folders = set.objects.filter(({ key }) => baseName(key) === 'toc.dat').map(({ key }) => folderOf(key));
    const inFolders = folders.map((folder) => ({
        name: `${nameIn(set, folder)}` || '/',
        objects: set.objects.filter(({ key }) => folderOf(key) === folder && !isManifest(key)),
    }));
    const single = set.objects
        .filter(({ key }) => !folders.includes(folderOf(key)) && !isBeside(key))
        .map((object) => ({ name: nameIn(set, object.key), objects: [object] }));
    return [...inFolders, ...single].sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** A key without what names the set. */
function nameIn({ prefix }, key) {
    return key.startsWith(prefix) ? key.slice(prefix.length).replace(/^[/.]/, '') : key;
}
/** The last part of a key. */
function baseName(key) {
    return key.slice(key.lastIndexOf('/') + 1);
}
const folderOf = (key) => key.slice(0, key.lastIndexOf('/') + 1);
/** Bytes of an artifact. */
function sizeOf({ objects }) {
    return objects.reduce((sum, { bytes }) => sum + bytes, 0);
}

;// CONCATENATED MODULE: ./build/domain/backup/backup-set.js

const dayMs = 86_400_000;
/** A day ends so long after it has ended in UTC, in the zone that is last (UTC−12), ms. */
const lastZoneMs = 12 * 3_600_000;
/** `2026-11-24` or `20261124`, and maybe a time behind it. */
const dated = /(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:[T_-]?[0-2]\d[-:]?[0-5]\d(?:[-:]?[0-5]\d)?Z?)?(?!\d)/;
/**
 * The sets among the objects under a prefix, oldest first. What comes before the end of the date in a key names the set
 * (`<prefix>2026-11-24/…`, `<prefix>nightly/20261124T0130/…`, `<prefix>2026-11-24.dump`); objects without a date belong
 * together by the folder they are in and the day they were written.
 */
function backupSets(objects, prefix) {
    const groups = new Map();
    for (const object of objects) {
        if (object.key.endsWith('/'))
            continue;
        const place = placeOf(object, prefix);
        const group = groups.get(place.id) ?? { day: place.day, prefix: place.prefix, objects: [] };
        group.objects.push(object);
        groups.set(place.id, group);
    }
    const sets = [...groups.values()].map((group) => ({
        ...group,
        madeAt: madeAt(group),
        objects: group.objects.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    }));
    return sets.sort((a, b) => a.day - b.day || a.madeAt - b.madeAt || (a.prefix < b.prefix ? -1 : 1));
}
function madeAt({ day, objects }) {
    const contents = objects.filter(({ key }) => !isBeside(key));
    const newest = Math.max(...(contents.length === 0 ? objects : contents).map(({ modifiedAt }) => modifiedAt));
    return Math.min(newest, (day + 1) * dayMs + lastZoneMs);
}
function placeOf({ key, modifiedAt }, prefix) {
    const rest = key.slice(prefix.length);
    const match = dated.exec(rest);
    if (match !== null) {
        const [date, year, month, day] = match;
        const end = match.index + date.length;
        const common = prefix + rest.slice(0, rest[end] === '/' ? end + 1 : end);
        return { id: common, prefix: common, day: Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayMs };
    }
    const day = Math.floor(modifiedAt / dayMs);
    const folder = prefix + rest.slice(0, rest.indexOf('/') + 1);
    return { id: `${folder}\n${day}`, prefix: folder, day };
}
/** `2026-11-24` */
function dayText(day) {
    return new Date(day * dayMs).toISOString().slice(0, 10);
}
/**
 * The days without a backup between the oldest and the newest of the last `days`, where one was due at least every
 * `everyMs`. Days are whole ones in UTC: a backup made later than the day before is no gap.
 */
function missingDays(sets, days, everyMs) {
    const newest = sets.at(-1)?.day;
    if (newest === undefined)
        return [];
    const there = [...new Set(sets.map(({ day }) => day))].filter((day) => day > newest - days);
    const step = Math.max(1, Math.ceil(everyMs / dayMs));
    return there.flatMap((day, index) => {
        const next = there[index + 1] ?? day;
        const missing = Math.ceil((next - day) / step) - 1;
        return Array.from({ length: Math.max(0, missing) }, (_, k) => day + (k + 1) * step);
    });
}

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/observation/trouble.js
var trouble = __webpack_require__(20454);
// EXTERNAL MODULE: ./build/ports/object-store.js
var object_store = __webpack_require__(10428);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
;// CONCATENATED MODULE: ./build/tasks/validate-backups/content.js


/** More objects of a kind are not read in one run: a plan names each of them, and is kept beside the platform. */
const content_mostObjects = 2000;
const everything = (set) => set.objects.filter(({ key }) => !isManifest(key));
const byNumbers = new Intl.Collator('en', { numeric: true });
/**
 * What is read of a backup that is no database's, in the order of names and of the numbers in them (`blocks-9`, `blocks-10`):
 * the last, where there are more; those hold a chain's newest blocks.
 */
const contentOf = (set) => everything(set)
    .toSorted((a, b) => byNumbers.compare(a.key, b.key))
    .slice(-content_mostObjects);
/** How much of a backup is not read, because it has more objects than a run reads. */
function notAllRead(kind, set) {
    const all = everything(set).length;
    if (kind === 'database' || all <= content_mostObjects)
        return [];
    return [
        {
            code: 'objects-not-read',
            severity: 'unknown',
            subject: `${kind} backup`,
            title: 'not every object of the backup is read',
            evidence: `the last ${content_mostObjects} of ${(0,quantities/* counted */.hS)(all, 'object')} by name`,
            next: 'let the backup job write fewer, larger objects',
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/validate-backups/kinds.js
/** The kinds of backups that the guide validates (§4.1). */
const backupKinds = ['database', 'blockchain', 'configuration'];
/** How old the newest backup of a kind may be, ms. */
function objectiveOf(kind, { backups }) {
    return backups.recoveryPoints[kind] ?? backups.recoveryPoint;
}
/** Where one looks by hand. */
function listCommand({ backups }, prefix) {
    const at = backups.endpoint === undefined ? '' : ` --endpoint-url ${backups.endpoint}`;
    return `\`aws s3 ls${at} s3://${backups.bucket}/${prefix} --recursive\``;
}

;// CONCATENATED MODULE: ./build/tasks/validate-backups/observe.js









/** The name under which the time of all restores of a run is kept. */
const restoreTimeSeries = 'backup-restore-time';
/** List the backups of each kind, and read the manifests of the newest. Their contents are read by steps. */
async function observe(context) {
    const kinds = [];
    for (const kind of backupKinds)
        kinds.push(await look(context, kind));
    const history = await (0,trouble/* attempt */.C)('stored history', () => context.ports.history.series(restoreTimeSeries));
    const basis = Object.fromEntries(kinds.map((seen) => [seen.kind, newestOf(seen).map(({ key, bytes }) => ({ key, bytes }))]));
    return { basis, measurements: { kinds, ...('value' in history ? { restoreTimes: history.value } : {}) } };
}
const newestOf = (seen) => ('sets' in seen ? (seen.sets.at(-1)?.objects ?? []) : []);
async function look(context, kind) {
    const prefix = context.platform.backups.prefixes[kind];
    const { objectStore } = context.ports;
    let withoutKey = false;
    const listed = await (0,trouble/* attempt */.C)(`${kind} backups`, async () => {
        const objects = [];
        try {
            for await (const object of objectStore.list(prefix, context.signal))
                objects.push(object);
        }
        catch (error) {
            withoutKey = error instanceof port_error/* PortError */.U && error.subject === object_store/* noCredentials */.g;
            throw error;
        }
        return backupSets(objects, prefix);
    });
    if ('trouble' in listed)
        return { kind, trouble: listed.trouble, withoutKey };
    const newest = listed.value.at(-1);
    const manifests = newest === undefined ? [] : await readManifests(objectStore, newest, context.signal);
    const before = kind === 'blockchain' ? listed.value.at(-2) : undefined;
    const heightBefore = before && heightOf(await readManifests(objectStore, before, context.signal));
    return { kind, sets: listed.value, manifests, ...(heightBefore === undefined ? {} : { heightBefore }) };
}
/** The height that the first manifest with one says. */
function heightOf(manifests) {
    return manifests.flatMap((seen) => ('manifest' in seen ? (seen.manifest.height ?? []) : []))[0];
}
/** One for each object is usual (`<name>.sha256`); more than objects are read need not be. */
const mostManifests = content_mostObjects;
async function readManifests(store, set, signal) {
    const found = set.objects.filter((object) => isManifest(object.key)).slice(-mostManifests);
    return (0,bounded/* mapBounded */.y)(found, 8, async ({ key, bytes }) => {
        const name = nameIn(set, key);
        const read = await (0,trouble/* attempt */.C)(name, async () => {
            const text = await textOf(store, key, bytes, signal);
            const manifest = readManifest(text, baseName(key));
            if (manifest === undefined)
                throw notManifest(key, bytes);
            return manifest;
        });
        return 'value' in read ? { name, manifest: read.value } : { name, trouble: read.trouble };
    });
}
async function textOf(store, key, bytes, signal) {
    if (bytes > longestManifest)
        throw notManifest(key, bytes);
    const { chunks } = await store.open(key, signal);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    try {
        for await (const chunk of chunks)
            text += decoder.decode(chunk, { stream: true });
        return text + decoder.decode();
    }
    catch (error) {
        if (error instanceof TypeError)
            throw notManifest(key, bytes);
        throw error;
    }
}
const notManifest = (key, bytes) => new port_error/* PortError */.U({
    code: 'invalid',
    subject: key,
    message: `${key.slice(0, 300)} (${bytes} bytes) is no manifest: JSON with \`objects\`, or lines of sha256sum`,
    next: 'let the backup job write it anew',
});

// EXTERNAL MODULE: ./build/domain/statistics/percentile.js
var percentile = __webpack_require__(34742);
;// CONCATENATED MODULE: ./build/domain/backup/size-band.js

/** Fewer earlier sizes are no band. */
const leastSizes = 3;
/**
 * The band that the sizes of earlier backups span: their median, less and more by `tolerance` of it (0.5: half as large to
 * twice as large). The median, so that one bad night among the last does not move it. Undefined for fewer than three.
 */
function sizeBand(earlier, tolerance) {
    const middle = (0,percentile/* median */.JZ)(earlier);
    if (middle === undefined || earlier.length < leastSizes)
        return undefined;
    return { median: middle, low: middle * (1 - tolerance), high: middle / (1 - tolerance), sizes: earlier.length };
}

// EXTERNAL MODULE: ./build/observation/backup/reading-findings.js
var reading_findings = __webpack_require__(23807);
;// CONCATENATED MODULE: ./build/tasks/validate-backups/expected.js

/** What the manifests of a set say of its objects, by their names in the set. */
function expectedObjects(manifests) {
    const expected = new Map();
    for (const seen of manifests) {
        if (!('manifest' in seen))
            continue;
        const folder = seen.name.slice(0, seen.name.lastIndexOf('/') + 1);
        for (const object of seen.manifest.objects) {
            const name = folder + object.name;
            expected.set(name, { ...expected.get(name), ...object, name });
        }
    }
    return expected;
}
/** Objects as a step reads them, with the checksum that a manifest has for them. */
function plannedObjects(set, objects, manifests) {
    const expected = expectedObjects(manifests);
    return objects.map(({ key, bytes }) => {
        const sha256 = expected.get(nameIn(set, key))?.sha256;
        return { key, bytes, ...(sha256 === undefined ? {} : { sha256 }) };
    });
}

;// CONCATENATED MODULE: ./build/tasks/validate-backups/habit.js
/** So many earlier days with backups make a habit. */
const leastDays = 3;
/**
 * Names that most of the last days have and the newest do not; and, for numbers that were the same on every one of those
 * days, names of which there is less now (`counts`). What was given up on purpose is missed until most of those days are
 * without it.
 */
function missed(sets, { days, newestDays }, named, counts = false) {
    const newest = sets.at(-1)?.day;
    if (newest === undefined)
        return [];
    const isNew = ({ day }) => day > newest - newestDays;
    const here = named(sets.filter(isNew));
    const earlier = sets.filter((set) => !isNew(set) && set.day > newest - days);
    const byDay = [...Map.groupBy(earlier, ({ day }) => day).values()].map(named);
    if (byDay.length < leastDays)
        return [];
    const names = new Set(byDay.flatMap((day) => [...day.keys()]));
    return [...names].flatMap((name) => {
        const seen = byDay.flatMap((day) => day.get(name) ?? []);
        const [now, last] = [here.get(name) ?? 0, seen.at(-1) ?? 0];
        const isGone = !here.has(name) && seen.length * 2 > byDay.length;
        const isFewer = counts && now < last && seen.length === byDay.length && seen.every((count) => count === last);
        return isGone || isFewer ? [{ name, days: seen.length, ofDays: byDay.length, last, now }] : [];
    });
}
/** A name without what may differ from day to day: dates, numbers and hashes in it become `#`. */
function withoutNumbers(name) {
    return name.replace(/(?<![a-z0-9])(?=[a-f]*\d)[0-9a-f]{6,}(?![a-z0-9])|\d+(?:[-_:.T]?\d+)*Z?/gi, '#');
}

;// CONCATENATED MODULE: ./build/tasks/validate-backups/subject.js
/** `database backup database-backup.dump`, `blockchain backup`. */
function subjectOf(kind, name) {
    return name === '' ? `${kind} backup` : `${kind} backup ${name.slice(0, 200)}`;
}

;// CONCATENATED MODULE: ./build/tasks/validate-backups/missing-findings.js






const next = 'look at the job that makes it; if it was still running: let it end before this window opens';
/** The dumps of a database backup, or what else holds its content; manifests, notes and logs are none. */
const contentsOf = (kind, set) => kind === 'database' ? artifactsOf(set) : set.objects.filter(({ key }) => !isManifest(key) && !isNote(key));
/** A set in which nothing is backed up: a job that wrote its log alone. */
function nothingInside(kind, newest) {
    if (contentsOf(kind, newest).length > 0)
        return [];
    return [
        {
            code: 'backup-missing',
            severity: 'fail',
            subject: `${kind} backup`,
            title: 'the newest backup holds nothing that was backed up',
            evidence: `${newest.prefix.slice(0, 200)}: ${(0,quantities/* counted */.hS)(newest.objects.length, 'object')}, none of them ${kind === 'database' ? 'a dump' : 'content'}`,
            next,
        },
    ];
}
const ifGivenUp = `${next}; if it is no longer wanted: this ends when most of the last days are without it`;
/** Dumps that most of the last days have and the newest do not: a database that dropped out of its job. */
function dumpsMissing(sets, habit) {
    const sizes = (of) => new Map(of.flatMap((set) => artifactsOf(set).map((dump) => [dump.name, sizeOf(dump)])));
    return missed(sets, habit, sizes).map(({ name, days, ofDays, last }) => ({
        code: 'backup-missing',
        severity: 'fail',
        subject: subjectOf('database', name),
        title: 'a dump that was always there is missing from the newest backup',
        evidence: `${name.slice(0, 200)}: in ${days} of the last ${(0,quantities/* counted */.hS)(ofDays, 'day')} with backups, last ${(0,quantities/* formatBytes */.z3)(last)}`,
        next: ifGivenUp,
    }));
}
/** So many names are told; how many there are is said beside them. */
const mostNames = 5;
/**
 * Objects of a configuration's or a chain's backup that dropped out of it, by names without dates, numbers and hashes. Of
 * a configuration it is a warning: what was removed from the cluster leaves its backup as well.
 */
function objectsMissing(kind, sets, habit) {
    const counts = (of) => mostOfASet(of.map(countsOf));
    const gone = missed(sets, habit, counts, true);
    if (gone.length === 0)
        return [];
    const words = gone.slice(0, mostNames).map(({ name, days, ofDays, last, now }) => {
        const here = now === 0 ? '' : `, ${now} instead of ${last}`;
        return `${name.slice(0, 120)} (in ${days} of the last ${(0,quantities/* counted */.hS)(ofDays, 'day')} with backups${here})`;
    });
    const more = gone.length > mostNames ? ` and ${gone.length - mostNames} more` : '';
    return [
        {
            code: 'objects-missing',
            severity: kind === 'blockchain' ? 'fail' : 'warn',
            subject: `${kind} backup`,
            title: 'objects that were always there are missing from the newest backup',
            evidence: `${words.join(', ')}${more}`,
            next: ifGivenUp,
        },
    ];
}
function countsOf(set) {
    const contents = set.objects.filter(({ key }) => !isManifest(key) && !isNote(key));
    const groups = Map.groupBy(contents, ({ key }) => withoutNumbers(nameIn(set, key)));
    return new Map([...groups].map(([name, objects]) => [name, objects.length]));
}
/** Of several sets of a day, the most that one of them has of a name. */
function mostOfASet(sets) {
    const most = new Map();
    for (const [name, count] of sets.flatMap((set) => [...set]))
        most.set(name, Math.max(count, most.get(name) ?? 0));
    return most;
}

;// CONCATENATED MODULE: ./build/tasks/validate-backups/listing-findings.js












const listing_findings_dayMs = 86_400_000;
/** What the list of a kind's objects shows without reading them: whether backups are there, fresh, without gaps, and as large as before. */
function listingFindings(seen, context) {
    const subject = `${seen.kind} backup`;
    if ('trouble' in seen)
        return [notListed(subject, seen.trouble)];
    const newest = seen.sets.at(-1);
    if (newest === undefined)
        return [noBackup(seen.kind, context)];
    return [
        ...tooOld(subject, seen.kind, newest, context),
        ...nothingInside(seen.kind, newest),
        ...notAllRead(seen.kind, newest),
        ...droppedOut(seen.kind, seen.sets, context),
        ...gaps(subject, seen, context),
        ...sizes(seen.kind, seen.sets, context),
        ...manifestTroubles(subject, seen.manifests),
        ...notAsStored(seen.kind, newest, seen.manifests),
    ];
}
function droppedOut(kind, sets, context) {
    const newestDays = Math.max(1, Math.ceil(objectiveOf(kind, context.platform) / listing_findings_dayMs));
    const habit = { days: context.inputs.days, newestDays };
    return kind === 'database' ? dumpsMissing(sets, habit) : objectsMissing(kind, sets, habit);
}
/** Denied, missing and out of reach: the words of reading, about the list. */
function notListed(subject, trouble) {
    return (0,reading_findings/* notReadFinding */.Z)(subject, new port_error/* PortError */.U(trouble));
}
function noBackup(kind, { platform }) {
    const prefix = platform.backups.prefixes[kind];
    return {
        code: 'no-backup',
        severity: 'fail',
        subject: `${kind} backup`,
        title: 'there is no backup',
        evidence: `0 objects under ${prefix} in ${platform.backups.bucket} (recovery point ${(0,quantities/* formatSpan */.QA)(objectiveOf(kind, platform))})`,
        next: `look at the job that makes it; what is there: ${listCommand(platform, prefix)}`,
    };
}
function tooOld(subject, kind, newest, { platform, now }) {
    const age = Math.max(0, now - newest.madeAt);
    const objective = objectiveOf(kind, platform);
    if (age <= objective)
        return [];
    return [
        {
            code: 'backup-too-old',
            severity: 'fail',
            subject,
            title: 'the newest backup is older than the recovery point objective',
            evidence: `${nameOfSet(newest)} is ${(0,quantities/* formatSpan */.QA)(age)} old (recovery point ${(0,quantities/* formatSpan */.QA)(objective)})`,
            next: `look at the job that makes it; what is there: ${listCommand(platform, platform.backups.prefixes[kind])}`,
        },
    ];
}
const nameOfSet = ({ prefix }) => prefix.slice(0, 200);
function gaps(subject, seen, { inputs, platform }) {
    const missing = missingDays(seen.sets, inputs.days, Math.max(listing_findings_dayMs, objectiveOf(seen.kind, platform)));
    if (missing.length === 0)
        return [];
    const some = missing.slice(-5).map(dayText);
    return [
        {
            code: 'days-without-backup',
            severity: 'warn',
            subject,
            title: 'there are days without a backup',
            evidence: `${(0,quantities/* counted */.hS)(missing.length, 'day')} of the last ${inputs.days}: ${some.join(', ')}`,
            next: `look at why the job did not run then; what is there: ${listCommand(platform, platform.backups.prefixes[seen.kind])}`,
        },
    ];
}
/** A dump by itself where a database backup has several; other backups as a whole, without their manifests. */
function namedSizes(kind, set) {
    if (kind === 'database') {
        return artifactsOf(set).map((artifact) => [artifact.name, sizeOf(artifact)]);
    }
    const bytes = set.objects.reduce((sum, object) => sum + (isManifest(object.key) ? 0 : object.bytes), 0);
    return [['', bytes]];
}
function sizes(kind, sets, { inputs, platform }) {
    const newest = sets.at(-1);
    if (newest === undefined)
        return [];
    const earlier = sets.slice(0, -1).filter(({ day }) => day > newest.day - inputs.days);
    const known = earlier.flatMap((set) => namedSizes(kind, set));
    return namedSizes(kind, newest).flatMap(([name, bytes]) => {
        const band = sizeBand(known.flatMap(([other, size]) => (other === name ? [size] : [])), inputs['size-tolerance']);
        if (band === undefined || (bytes >= band.low && bytes <= band.high))
            return [];
        return [
            {
                code: 'size-outside-band',
                severity: 'warn',
                subject: subjectOf(kind, name),
                title: bytes < band.low
                    ? 'the backup is much smaller than those before'
                    : 'the backup is much larger than those before',
                evidence: `${(0,quantities/* formatBytes */.z3)(bytes)} (median of ${band.sizes} earlier ones ${(0,quantities/* formatBytes */.z3)(band.median)}, expected ${(0,quantities/* formatBytes */.z3)(band.low)} to ${(0,quantities/* formatBytes */.z3)(band.high)})`,
                next: `compare what they hold; ${listCommand(platform, newest.prefix)}`,
            },
        ];
    });
}
function manifestTroubles(subject, manifests) {
    return manifests.flatMap((seen) => {
        if (!('trouble' in seen))
            return [];
        const { message, next = 'look at what lies there', code } = seen.trouble;
        return [
            {
                code: 'manifest-not-read',
                severity: code === 'invalid' || code === 'not-found' ? 'fail' : 'unknown',
                subject,
                title: 'the manifest of the backup cannot be read',
                evidence: message,
                next,
            },
        ];
    });
}
/** Objects that a manifest names and that are not there, or are of another size. */
function notAsStored(kind, set, manifests) {
    const sizesThere = new Map(set.objects.map(({ key, bytes }) => [nameIn(set, key), bytes]));
    const expected = [...expectedObjects(manifests).values()];
    const missing = expected.filter(({ name }) => !sizesThere.has(name));
    const other = expected.filter(({ name, bytes }) => bytes !== undefined && sizesThere.has(name) && sizesThere.get(name) !== bytes);
    const next = 'make a new backup, and look at the job that made this one';
    const [gone] = missing;
    const findings = [];
    if (gone !== undefined) {
        const evidence = `${missing.length} of ${(0,quantities/* counted */.hS)(expected.length, 'object')} of the manifest, such as ${gone.name.slice(0, 200)}`;
        findings.push({
            code: 'backup-missing',
            severity: 'fail',
            subject: `${kind} backup`,
            title: 'a part of the backup is missing',
            evidence,
            next,
        });
    }
    for (const { name, bytes = 0 } of other) {
        findings.push({
            code: 'size-not-as-stored',
            severity: 'fail',
            subject: subjectOf(kind, kind === 'database' ? name : ''),
            title: 'the backup has another size than when it was made',
            evidence: `${name.slice(0, 200)}: ${sizesThere.get(name)} bytes (manifest: ${bytes})`,
            next,
        });
    }
    return findings;
}

// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
;// CONCATENATED MODULE: ./build/tasks/validate-backups/steps.js








/** How the newest backup of a kind is looked into. */
function stepsOf(seen, context) {
    const newest = 'sets' in seen ? seen.sets.at(-1) : undefined;
    if (newest === undefined || !('sets' in seen))
        return [];
    switch (seen.kind) {
        case 'database':
            return databaseSteps(newest, seen.manifests, context);
        case 'blockchain':
            return [blockchainStep(newest, seen, context)];
        case 'configuration':
            return [configurationStep(newest, seen.manifests, context)];
    }
}
const boundsOf = (inputs) => ({
    mostBytes: inputs['most-data'] * 1e9,
    mostRatio: inputs['most-ratio'],
});
function databaseSteps(set, manifests, context) {
    const { inputs } = context;
    const artifacts = artifactsOf(set);
    return artifacts.map((artifact) => {
        const objects = plannedObjects(set, artifact.objects, manifests);
        const subject = subjectOf('database', artifact.name);
        const bounds = boundsOf(inputs);
        if (!inputs.restore) {
            const as = artifact.objects.length === 1 ? 'dump' : 'bytes';
            return { ...common('read-backup', subject, inputs, sizeWords(objects)), parameters: { objects, bounds, as } };
        }
        return {
            ...common('restore-drill', subject, inputs, sizeWords(objects)),
            parameters: {
                objects,
                bounds,
                jobs: inputs.jobs,
                extensions: namesOf(inputs.extensions),
                languages: namesOf(inputs.languages),
                beside: besideOf(artifacts, artifact),
                expectations: expectationsOf(context),
                amcheck: inputs.amcheck,
                mostDiskBytes: inputs['most-disk'] * 1e9,
            },
        };
    });
}
/** More objects are not asked whether they hold the roles. */
const mostBeside = 50;
/** The other dumps of one object each, those first that are called so: one of them may hold the roles. */
function besideOf(artifacts, own) {
    const others = artifacts.filter((other) => other !== own && other.objects.length === 1);
    const [called, rest] = [true, false].map((so) => others.filter(({ name }) => /globals|roles/i.test(name) === so));
    const objects = [...(called ?? []), ...(rest ?? [])].flatMap((artifact) => artifact.objects);
    return objects.slice(0, mostBeside).map(({ key, bytes }) => ({ key, bytes }));
}
const expectationsOf = ({ platform }) => platform.backups.content.map(({ table, atLeast, row }) => ({
    table,
    atLeast,
    ...(row === undefined ? {} : { row }),
}));
function blockchainStep(set, { manifests, heightBefore }, { inputs }) {
    const objects = plannedObjects(set, contentOf(set), manifests);
    const height = heightOf(manifests);
    return {
        ...common('read-backup', subjectOf('blockchain', ''), inputs, sizeWords(objects)),
        parameters: {
            objects,
            bounds: boundsOf(inputs),
            as: 'blocks',
            ...(height === undefined ? {} : { height }),
            ...(heightBefore === undefined ? {} : { heightBefore }),
        },
    };
}
function configurationStep(set, manifests, { inputs, platform }) {
    const objects = plannedObjects(set, contentOf(set), manifests);
    return {
        ...common('dry-run-manifests', subjectOf('configuration', ''), inputs, sizeWords(objects)),
        parameters: { objects, bounds: boundsOf(inputs), namespace: platform.namespace },
    };
}
const sizeWords = (objects) => (0,quantities/* formatBytes */.z3)(objects.reduce((sum, { bytes }) => sum + bytes, 0));
const whys = {
    'read-backup': 'whether it can be read to its end is seen by reading it alone',
    'restore-drill': 'a backup that was never restored is a hope',
    'dry-run-manifests': 'only the API server knows whether it would take them',
};
const risks = {
    'read-backup': 'takes time and bandwidth of the bucket',
    'restore-drill': 'takes memory, disk and processor of the runner; the throw-away server has no network',
    'dry-run-manifests': 'one attempt to write for real, which must be refused, and is taken back if it is not',
};
function common(kind, subject, inputs, size) {
    return {
        id: `${kind} ${subject}`,
        kind,
        subject,
        from: null,
        to: null,
        why: `${whys[kind]} (${size})`,
        risk: risks[kind],
        undo: `cannot be undone: ${kinds/* stepKinds */.C[kind].cannotBeUndone}`,
        deadlineMs: inputs['drill-limit'],
    };
}

;// CONCATENATED MODULE: ./build/tasks/validate-backups/plan.js





/** Judge what the lists show, and plan to look into the newest backup of each kind. */
function plan(observation, context) {
    const { kinds } = observation.measurements;
    const left = leftOut(kinds, context);
    if (left !== undefined)
        return nothing(left);
    const steps = kinds.flatMap((seen) => stepsOf(seen, context));
    return {
        steps,
        refusals: [],
        notChecked: steps.map(({ subject, kind }) => ({ subject, why: whyNotChecked[kind] })),
        findings: kinds.flatMap((seen) => listingFindings(seen, context)),
        measurements: kinds.flatMap((seen) => measurementsOf(seen, context)),
        result: `${kinds.filter((seen) => 'sets' in seen && seen.sets.length > 0).length} of ${(0,quantities/* counted */.hS)(kinds.length, 'kind')} of backup found; ${(0,quantities/* counted */.hS)(steps.length, 'backup')} not looked into`,
    };
}
const whyNotChecked = {
    'restore-drill': 'whether it decompresses, is complete and restores is seen by restoring it in a throw-away server',
    'read-backup': 'whether it decompresses and is complete is seen by reading all of it',
    'dry-run-manifests': 'proving that a dry run is one takes an attempt to write',
};
/** Nobody has said where backups are, and no login was made for them. */
function leftOut(kinds, { platform }) {
    const { endpoint, credentials } = platform.backups;
    const withoutKey = kinds.every((seen) => 'trouble' in seen && seen.withoutKey);
    return endpoint === undefined && credentials === undefined && withoutKey
        ? 'no bucket of backups is configured under `platform.backups`, and the environment has no credentials for one'
        : undefined;
}
const nothing = (notApplicable) => ({
    steps: [],
    refusals: [],
    notChecked: [],
    findings: [],
    measurements: [],
    result: 'no backups are configured',
    notApplicable,
});
function measurementsOf(seen, { platform, now }) {
    const newest = 'sets' in seen ? seen.sets.at(-1) : undefined;
    if (newest === undefined)
        return [];
    const age = {
        name: 'backup-age',
        subject: `${seen.kind} backup`,
        value: Math.max(0, now - newest.madeAt),
        unit: 'ms',
        comparedWith: { what: 'recovery point', value: objectiveOf(seen.kind, platform) },
    };
    const sizes = namedSizes(seen.kind, newest).map(([name, value]) => ({
        name: 'backup-size',
        subject: subjectOf(seen.kind, name),
        value,
        unit: 'bytes',
    }));
    return [age, ...sizes];
}

;// CONCATENATED MODULE: ./build/domain/backup/layers.js
/** The layers of the verdict on a backup, each worth nothing without those before it. */
const layers_layers = [
    'exists',
    'fresh',
    'size',
    'checksum',
    'decompresses',
    'complete',
    'restores',
    'content',
    'amcheck',
];
/** Which layer each finding is about. A finding without an entry is beside the layers. */
const layerOfCode = {
    'no-backup': 'exists',
    'backup-missing': 'exists',
    'backup-denied': 'exists',
    'backup-not-read': 'exists',
    'backup-empty': 'exists',
    'backup-too-old': 'fresh',
    'size-outside-band': 'size',
    'size-not-as-stored': 'size',
    'checksum-mismatch': 'checksum',
    'no-checksum': 'checksum',
    'manifest-not-read': 'checksum',
    'backup-corrupt': 'decompresses',
    'backup-encrypted': 'decompresses',
    'backup-format-unknown': 'decompresses',
    'backup-too-large': 'decompresses',
    'backup-incomplete': 'complete',
    'program-in-dump': 'complete',
    'backup-changed': 'complete',
    'blocks-not-whole': 'complete',
    'height-not-reached': 'content',
    'height-not-known': 'content',
    'height-not-grown': 'content',
    'objects-missing': 'exists',
    'objects-not-read': 'complete',
    'documents-not-read': 'complete',
    'document-refused': 'restores',
    'documents-not-asked': 'restores',
    'dry-run-not-held': 'restores',
    'not-restored': 'restores',
    'restore-not-possible': 'restores',
    'extension-missing': 'restores',
    'nothing-restored': 'content',
    'table-missing': 'content',
    'rows-missing': 'content',
    'row-not-found': 'content',
    'storage-damaged': 'amcheck',
    'storage-not-checked': 'amcheck',
};
/** Layers whose failure ends the climb: what follows could not be looked at. */
const ending = new Set(['exists', 'decompresses', 'complete', 'restores']);
/** The climb of one backup up to `top`, from the findings about it. */
function climb(findings, wanted) {
    const order = ['fail', 'unknown', 'warn', 'info'];
    const worst = new Map();
    for (const { code, severity } of findings) {
        const layer = Object.hasOwn(layerOfCode, code) ? layerOfCode[code] : undefined;
        if (layer === undefined || severity === 'info')
            continue;
        const known = worst.get(layer);
        if (known === undefined || order.indexOf(severity) < order.indexOf(known))
            worst.set(layer, severity);
    }
    const end = wanted.findIndex((layer) => ending.has(layer) && ['fail', 'unknown'].includes(worst.get(layer) ?? ''));
    const reached = end < 0 ? wanted : wanted.slice(0, end + 1);
    return {
        held: reached.filter((layer) => !worst.has(layer)),
        lost: reached.flatMap((layer) => {
            const severity = worst.get(layer);
            return severity === undefined ? [] : [{ layer, severity }];
        }),
        notReached: end < 0 ? [] : wanted.slice(end + 1),
    };
}
/** `9 of 9 layers`, `4 of 9 layers (decompresses: fail)`. */
function climbText({ held, lost, notReached }) {
    const all = held.length + lost.length + notReached.length;
    const words = lost.map(({ layer, severity }) => `${layer}: ${severity}`).join(', ');
    return `${held.length} of ${all} layers${words === '' ? '' : ` (${words})`}`;
}

// EXTERNAL MODULE: ./build/observation/backup/cluster-dump.js
var cluster_dump = __webpack_require__(69385);
;// CONCATENATED MODULE: ./build/tasks/validate-backups/verify.js





/** How many earlier restores make a usual time. */
const leastRestores = 5;
/** A restore is slower from this on: this much longer than usual, and by at least a minute. */
const slower = 2;
const notableMs = 60_000;
/** Add up what the steps have shown: how far up its layers each backup got, and how long restoring takes here. */
async function verify(_context, { observation, draft, applied }, inputs) {
    const time = restoreTime(observation, applied);
    const taken = new Set(applied.filter(({ outcome }) => outcome === 'done').map(({ step }) => step.subject));
    const climbs = applied.map((each) => [each, climbOf(each, draft.findings, inputs)]);
    const whole = climbs.filter(([{ outcome }, { lost, notReached }]) => outcome === 'done' && lost.length + notReached.length === 0);
    const lines = climbs.map(([{ step }, reached]) => `${step.subject} ${climbText(reached)}`);
    return {
        findings: [...draft.findings, ...noDatabase(applied), ...time.findings],
        measurements: [
            ...draft.measurements,
            ...time.measurements,
            ...climbs.map(([each, reached]) => layerCount(each, reached)),
        ],
        result: `${whole.length} of ${(0,quantities/* counted */.hS)(applied.length, 'backup')} good: ${lines.join('; ')}`,
        notChecked: draft.notChecked.filter(({ subject }) => !taken.has(subject)),
    };
}
/** Which layers a backup has: what is not restored has no content to check. */
function wantedLayers(applied, { amcheck }) {
    const { step } = applied;
    switch (step.kind) {
        case 'restore-drill':
            if (isRolesAlone(applied))
                return layersOfReading;
            return amcheck ? layers_layers : layers_layers.filter((layer) => layer !== 'amcheck');
        case 'dry-run-manifests':
            return layers_layers.filter((layer) => layer !== 'content' && layer !== 'amcheck');
        default:
            return step.subject.startsWith('blockchain') ? [...layersOfReading, 'content'] : layersOfReading;
    }
}
const layersOfReading = layers_layers.filter((layer) => !['restores', 'content', 'amcheck'].includes(layer));
const isRolesAlone = ({ effect }) => effect?.measurements?.some(({ name }) => name === cluster_dump/* rolesSize */.Vv) === true;
/** A set that holds the roles of databases, and no database. */
function noDatabase(applied) {
    const drills = applied.filter(({ step }) => step.kind === 'restore-drill');
    if (drills.length === 0 || !drills.every(isRolesAlone))
        return [];
    return [
        {
            code: 'backup-missing',
            severity: 'fail',
            subject: 'database backup',
            title: 'the newest backup holds roles, and no database',
            evidence: `${(0,quantities/* counted */.hS)(drills.length, 'object')}, each of pg_dumpall with roles alone`,
            next: 'look at the job that makes it: it has to dump each database with pg_dump as well',
        },
    ];
}
function climbOf(applied, listed, inputs) {
    const { subject } = applied.step;
    const [kind = ''] = subject.split(' ');
    const about = listed.filter((finding) => finding.subject === subject || finding.subject === `${kind} backup`);
    const failed = applied.outcome === 'done' ? [] : [{ code: 'backup-not-read', severity: 'unknown' }];
    return climb([...about, ...(applied.effect?.findings ?? []), ...failed], wantedLayers(applied, inputs));
}
const layerCount = ({ step }, { held, lost, notReached }) => ({
    name: 'backup-layers',
    subject: step.subject,
    value: held.length,
    unit: 'count',
    comparedWith: { what: 'layers', value: held.length + lost.length + notReached.length },
});
/** Restore time on this runner, all backups of the run together, against the runs before. It is no RTO: that is the platform's. */
function restoreTime({ measurements }, applied) {
    const times = applied.flatMap(({ effect }) => (effect?.measurements ?? []).flatMap(({ name, value }) => (name === 'restore-time' ? [value] : [])));
    if (times.length === 0)
        return { findings: [], measurements: [] };
    const value = times.reduce((sum, time) => sum + time, 0);
    const earlier = (measurements.restoreTimes ?? []).slice(-30).map(([, time]) => time);
    const usual = (0,percentile/* median */.JZ)(earlier);
    const measurement = {
        name: restoreTimeSeries,
        value,
        unit: 'ms',
        ...(usual === undefined
            ? {}
            : { comparedWith: { what: `median of ${(0,quantities/* counted */.hS)(earlier.length, 'earlier run')}`, value: usual } }),
    };
    const isSlower = usual !== undefined && earlier.length >= leastRestores && value > usual * slower && value - usual >= notableMs;
    return { findings: isSlower ? [slowerFinding(value, usual, earlier.length)] : [], measurements: [measurement] };
}
const slowerFinding = (value, usual, runs) => ({
    code: 'restore-slower',
    severity: 'warn',
    subject: 'database backup',
    title: 'restoring the backups takes much longer than it did',
    evidence: `${(0,quantities/* formatSpan */.QA)(value)} (median of ${runs} earlier runs ${(0,quantities/* formatSpan */.QA)(usual)})`,
    next: 'compare the sizes of the backups, and the runner; the recovery time proper is measured by test-disaster-recovery',
});

;// CONCATENATED MODULE: ./build/tasks/validate-backups/index.js






const secretNames = ({ backups }) => backups.credentials === undefined ? [] : [backups.credentials.secret];
/** validate-backups: nine layers for the newest backup of each kind, up to a restore that is thrown away. */
/* harmony default export */ const validate_backups = ((0,contract/* defineTask */.R)({
    id: 'validate-backups',
    title: 'Validate backups',
    description: 'Looks at database, blockchain and configuration backups: are they there, fresh, without gaps, as large as before, with the right checksum, whole; do they restore into a throw-away PostgreSQL without network, with their content; would the API server take the configuration. Changes nothing on the platform, and leaves nothing of the data on the runner.',
    guide: ['backup_validation'],
    windows: ['weekly', 'quarterly'],
    type: 'preventive',
    priority: 'high',
    estimateMs: 30 * 60_000,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: false,
    ports: ['objectStore', 'drill', 'manifestCheck', 'history'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [
            {
                resource: resources/* resources */.E.secrets,
                verbs: ['get'],
                scope: 'platform',
                names: secretNames,
                when: (platform) => secretNames(platform).length > 0,
                why: 'read the access key of the bucket',
            },
        ],
        change: [
            {
                resource: resources/* resources */.E.serviceAccounts,
                subresource: 'token',
                verbs: ['create'],
                scope: 'maintenance',
                names: () => ['maintenance-dry-run'],
                why: 'ask the API server about configuration backups as an identity that an admission policy holds to dry runs',
            },
        ],
    },
    commands: [],
    forwards: [],
    steps: ['restore-drill', 'read-backup', 'dry-run-manifests'],
    verdicts: {
        pass: 'the newest backup of each kind holds in every layer',
        warn: 'a day is missing, a size is unusual, nothing says what the bytes must be, roles are in no backup, or the cluster has drifted from what was backed up',
        fail: 'a backup is missing, too old, damaged, cut off, runs a program, does not restore, lacks what it must hold, or would not be taken by the API server',
        unknown: 'the bucket or a backup cannot be read, it is encrypted, or the runner cannot restore it',
        'not-applicable': 'no bucket of backups is configured',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
