export const id = 3320;
export const ids = [3320];
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

/***/ 23320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ read_backup)
});

;// CONCATENATED MODULE: ./build/domain/backup/block-lines.js
/** A line longer than this is none of a block, bytes. */
const longestLine = 16 * 2 ** 20;
const lineFeed = 10;
/** Whether an object holds blocks as lines: other objects of a chain (its genesis, archives of a node) show no height. */
const areBlocks = (key) => /\.jsonl(\.(gz|zst))?$/.test(key);
/**
 * Looks at exported blocks as they pass: lines of JSON, each with the `height` of its block, in order and without a gap,
 * over all objects of a backup. What a block holds is the chain's own business.
 */
class BlockLines {
    #begun = '';
    #first;
    #last;
    #count = 0;
    #fault;
    /** The first thing that is wrong. */
    get fault() {
        return this.#fault;
    }
    /** What was seen: lowest and highest height, and how many blocks. */
    get seen() {
        return {
            count: this.#count,
            ...(this.#first === undefined ? {} : { first: this.#first }),
            ...(this.#last === undefined ? {} : { last: this.#last }),
        };
    }
    /** Read on within an object. */
    push(bytes) {
        let from = 0;
        while (this.#fault === undefined) {
            const end = bytes.indexOf(lineFeed, from);
            const piece = latin1(bytes.subarray(from, end < 0 ? bytes.length : end));
            if (end < 0) {
                this.#begun += piece;
                if (this.#begun.length > longestLine)
                    this.#fault = 'a line is longer than any block';
                return;
            }
            this.#line(this.#begun + piece);
            this.#begun = '';
            from = end + 1;
        }
    }
    /** An object has ended; a block does not go on in the next one. */
    endObject() {
        if (this.#begun.trim() !== '')
            this.#line(this.#begun);
        this.#begun = '';
    }
    #line(line) {
        if (line.trim() === '')
            return;
        const height = heightOf(line);
        if (height === undefined) {
            this.#fault = `line ${this.#count + 1} is no block: JSON with a height`;
            return;
        }
        if (this.#last !== undefined && height !== this.#last + 1) {
            this.#fault = `block ${height} follows block ${this.#last}`;
            return;
        }
        this.#first ??= height;
        this.#last = height;
        this.#count += 1;
    }
}
function heightOf(line) {
    try {
        const { height } = JSON.parse(line);
        return typeof height === 'number' && Number.isSafeInteger(height) && height >= 0 ? height : undefined;
    }
    catch {
        return undefined;
    }
}
/** Heights are digits: how other characters are encoded does not matter. */
function latin1(bytes) {
    let text = '';
    for (let from = 0; from < bytes.length; from += 8192)
        text += String.fromCharCode(...bytes.subarray(from, from + 8192));
    return text;
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
;// CONCATENATED MODULE: ./build/observation/backup/block-findings.js

const next = 'make a new backup of the chain, and look at the job that made this one';
/** What the blocks of a backup have shown: whether they are whole, end where they should, and go on since the backup before. */
function blockTrouble({ fault, seen }, { height, heightBefore }) {
    const { last = 0, count } = seen;
    if (fault !== undefined || count === 0) {
        const evidence = fault ?? 'it holds no block';
        return {
            code: 'blocks-not-whole',
            severity: 'fail',
            title: 'the blocks of the backup are not whole',
            evidence,
            next,
        };
    }
    if (height !== undefined && last !== height) {
        return {
            code: 'height-not-reached',
            severity: 'fail',
            title: 'the backup does not end at the height that its manifest says',
            evidence: `last block ${(0,quantities/* formatCount */.B4)(last)} (manifest: ${(0,quantities/* formatCount */.B4)(height)})`,
            next,
        };
    }
    if (heightBefore === undefined || last > heightBefore)
        return undefined;
    return {
        code: 'height-not-grown',
        severity: 'warn',
        title: 'the chain has not grown since the backup before',
        evidence: `last block ${(0,quantities/* formatCount */.B4)(last)} (the backup before: ${(0,quantities/* formatCount */.B4)(heightBefore)})`,
        next: 'look whether the node that is backed up follows the chain, and whether the job backs up what is new',
    };
}
/** Nothing of a backup shows a height: what its manifest says of one cannot be checked. */
function noBlocks(objects) {
    return {
        code: 'height-not-known',
        severity: 'warn',
        title: 'nothing in the backup shows up to which block it goes',
        evidence: `none of ${(0,quantities/* counted */.hS)(objects, 'object')} holds blocks as lines of JSON (*.jsonl, *.jsonl.gz, *.jsonl.zst)`,
        next: 'export the blocks as lines of JSON with their `height`, beside what else is backed up',
    };
}

// EXTERNAL MODULE: ./build/observation/backup/files.js
var backup_files = __webpack_require__(24903);
// EXTERNAL MODULE: ./build/observation/backup/reading-findings.js
var reading_findings = __webpack_require__(23807);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/steps/executor.js
var executor = __webpack_require__(54639);
;// CONCATENATED MODULE: ./build/steps/read-backup.js







/** Read the objects of a backup to their end, one after the other. Nothing is kept of them. */
/* harmony default export */ const read_backup = ((0,executor/* defineStep */.o)({
    kind: 'read-backup',
    ports: ['objectStore', 'drill'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const { parameters, subject } = step;
        const blocks = parameters.as === 'blocks' ? new BlockLines() : undefined;
        const { findings, bytes } = await readAll(context, step, blocks);
        return {
            text: `${(0,quantities/* counted */.hS)(parameters.objects.length, 'object')}, ${(0,quantities/* formatBytes */.z3)(bytes)} after decompression${blocksText(blocks)}`,
            measurements: [],
            findings: [...findings, ...blockFindings(subject, parameters, blocks, findings)],
        };
    },
    settle: async () => 'cannot-tell',
}));
async function readAll(context, step, blocks) {
    const { files, expected } = (0,backup_files/* storedFiles */.B)(context.ports.objectStore, step.parameters.objects);
    const findings = [];
    let bytes = 0;
    for (const file of files) {
        try {
            const reading = await readOne(context, step, file, blocks);
            bytes += reading.bytes;
            findings.push(...named(file.name, (0,reading_findings/* readingFindings */.x)(step.subject, reading, expected())));
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
                throw error;
            findings.push(...named(file.name, [(0,reading_findings/* notReadFinding */.Z)(step.subject, error)]));
        }
    }
    return { findings: firstOfEach(findings), bytes };
}
/** Read one object, with an eye on its blocks. */
async function readOne({ ports, signal }, { parameters }, file, blocks) {
    const own = areBlocks(file.name) ? blocks : undefined;
    const request = {
        bounds: parameters.bounds,
        sha256: true,
        as: parameters.as === 'dump' ? 'dump' : 'bytes',
        ...(own === undefined ? {} : { look: (piece) => own.push(piece) }),
    };
    const reading = await ports.drill.read(file, request, signal);
    own?.endObject();
    return reading;
}
/** Which object it is, where a backup has several. */
const named = (name, findings) => findings.map((finding) => ({ ...finding, evidence: `${name.slice(0, 200)}: ${finding.evidence}` }));
/** One finding of a kind, with how many objects it is about. */
function firstOfEach(findings) {
    const byCode = Map.groupBy(findings, ({ code }) => code);
    return [...byCode.values()].flatMap(([first, ...others]) => {
        if (first === undefined)
            return [];
        return [
            others.length === 0 ? first : { ...first, evidence: `${first.evidence} (and ${others.length} more objects)` },
        ];
    });
}
function blocksText(blocks) {
    if (blocks === undefined)
        return '';
    const { count, first = 0, last = 0 } = blocks.seen;
    return count === 0 ? ', no blocks' : `, ${(0,quantities/* counted */.hS)(count, 'block')} from ${first} to ${last}`;
}
function blockFindings(subject, { objects, ...heights }, blocks, findings) {
    if (blocks === undefined || findings.some(({ severity }) => severity === 'fail' || severity === 'unknown'))
        return [];
    const found = objects.some(({ key }) => areBlocks(key)) ? blockTrouble(blocks, heights) : noBlocks(objects.length);
    return found === undefined ? [] : [{ ...found, subject }];
}


/***/ })

};
