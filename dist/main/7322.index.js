export const id = 7322;
export const ids = [7322];
export const modules = {

/***/ 17322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDrill: () => (/* binding */ createDrill)
});

// EXTERNAL MODULE: ./build/domain/backup/dump/token.js
var token = __webpack_require__(31938);
;// CONCATENATED MODULE: ./build/domain/backup/archive-head.js

/** The directory format writes the number of the tar format into its head (pg_backup_directory.c, _CloseArchive). */
const layouts = { 1: 'custom', 3: 'files' };
/**
 * Reads numbers and strings as pg_dump writes them (pg_backup_archiver.c: ReadInt, ReadStr). Past the end of the bytes it
 * answers undefined, and says so from then on; a length that no string has counts as past the end of anything.
 */
class ArchiveCursor {
    at;
    /** Whether the bytes were not enough. */
    overrun = false;
    #data;
    #numberBytes;
    constructor(data, at, numberBytes) {
        this.#data = data;
        this.at = at;
        this.#numberBytes = numberBytes;
    }
    byte() {
        return this.#has(1) ? this.#data[this.at++] : undefined;
    }
    /** A sign, and the bytes from the lowest on. */
    number() {
        if (!this.#has(1 + this.#numberBytes))
            return undefined;
        const negative = this.byte() !== 0;
        let value = 0;
        for (let index = 0; index < this.#numberBytes; index += 1)
            value += (this.byte() ?? 0) * 256 ** index;
        return negative ? -value : value;
    }
    /** A string, or `null` for none (a length of -1). */
    text() {
        const length = this.number();
        if (length === undefined)
            return undefined;
        if (length < 0)
            return null;
        if (!this.#has(length))
            return undefined;
        this.at += length;
        return (0,token/* textOf */.b)(this.#data.subarray(this.at - length, this.at));
    }
    #has(bytes) {
        this.overrun ||= this.at + bytes > this.#data.length;
        return !this.overrun;
    }
}
/**
 * Read the head of an archive (pg_backup_archiver.c, ReadHead). Undefined where it is none, is cut off, or is of a form
 * from before PostgreSQL 9.3 or after 18 (1.12 to 1.16 are known).
 */
function archiveHead(data) {
    if ((0,token/* textOf */.b)(data.subarray(0, 5)) !== 'PGDMP')
        return undefined;
    const [major = 0, minor = 0, revision = 0, numberBytes = 0, offsetBytes = 0, layoutByte = 0] = data.subarray(5);
    const layout = layouts[layoutByte];
    if (major !== 1 || minor < 12 || minor > 16 || layout === undefined)
        return undefined;
    if (revision > 50 || numberBytes < 1 || numberBytes > 8 || offsetBytes < 1 || offsetBytes > 8)
        return undefined;
    const cursor = new ArchiveCursor(data, 11, numberBytes);
    // since 1.15 the compression is a byte that names its algorithm, before that a level
    if (minor >= 15)
        cursor.byte();
    else
        cursor.number();
    // the time of the dump: seconds, minutes, hours, day, month, year, daylight saving
    for (let index = 0; index < 7; index += 1)
        cursor.number();
    const [database, server, dump] = [cursor.text(), cursor.text(), cursor.text()];
    if (database === undefined || typeof server !== 'string' || typeof dump !== 'string')
        return undefined;
    return { form: `${major}.${minor}`, layout, length: cursor.at, numberBytes, offsetBytes, server, dump };
}

;// CONCATENATED MODULE: ./build/domain/backup/archive-contents.js

/** More entries than any catalogue has. */
const mostEntries = 5_000_000;
/**
 * Read the table of contents behind the head (pg_backup_archiver.c, ReadToc). `more`: it goes on behind these bytes;
 * `damaged`: these bytes are none.
 */
function archiveContents(data, head) {
    const cursor = new ArchiveCursor(data, head.length, head.numberBytes);
    const count = cursor.number();
    if (count === undefined)
        return 'more';
    if (count < 0 || count > mostEntries)
        return 'damaged';
    const entries = [];
    const ids = new Set();
    for (let index = 0; index < count; index += 1) {
        const entry = readEntry(cursor, head);
        if (entry === undefined)
            return cursor.overrun ? 'more' : 'damaged';
        if (entry.id <= 0 || ids.has(entry.id))
            return 'damaged';
        ids.add(entry.id);
        entries.push(entry);
    }
    return { entries, end: cursor.at };
}
function readEntry(cursor, head) {
    const begin = cursor.at;
    const [id, dumper] = [cursor.number(), cursor.number()];
    // table oid, oid, tag
    skipTexts(cursor, 3);
    const kind = cursor.text();
    // section; definition, drop statement, copy statement, schema, tablespace
    cursor.number();
    skipTexts(cursor, 5);
    const minor = Number(head.form.split('.')[1]);
    if (minor >= 14)
        cursor.text();
    if (minor >= 16)
        cursor.number();
    // owner, with oids; dependencies
    skipTexts(cursor, 2);
    while (typeof cursor.text() === 'string')
        ;
    const end = cursor.at;
    const file = head.layout === 'custom' ? skipOffset(cursor, head.offsetBytes) : cursor.text();
    if (cursor.overrun || id === undefined || typeof kind !== 'string')
        return undefined;
    return { id, hasData: dumper !== undefined && dumper !== 0, kind, file: file ?? '', begin, end };
}
function skipTexts(cursor, count) {
    for (let index = 0; index < count; index += 1)
        cursor.text();
}
/** A byte that says whether the offset is known, and the offset. */
function skipOffset(cursor, offsetBytes) {
    for (let index = 0; index <= offsetBytes; index += 1)
        cursor.byte();
    return '';
}

;// CONCATENATED MODULE: ./build/domain/backup/archive-walker.js


/** Longest table of contents that is read, bytes: it is held in memory. */
const longestContents = 64 * 2 ** 20;
/**
 * Walks through an archive in custom format without decoding its data (pg_backup_custom.c): whether every entry with data has
 * its block, every block comes to its end, and nothing follows the last one. What is inside of the blocks only pg_restore sees.
 */
class ArchiveWalker {
    #begun = new Uint8Array();
    #head;
    #contents;
    #missing = new Set();
    #expecting = 'block';
    #objects = false;
    #number = [];
    #left = 0;
    #fault;
    /** The first thing that is wrong. */
    get fault() {
        return this.#fault;
    }
    /** Known once the head has been read. */
    get head() {
        return this.#head;
    }
    /** Read on. */
    push(chunk) {
        if (this.#fault !== undefined)
            return;
        if (this.#contents !== undefined)
            this.#walk(chunk, 0);
        else
            this.#begin(chunk);
    }
    /** No bytes follow; {@link fault} says whether it is whole. */
    finish() {
        if (this.#fault !== undefined)
            return;
        if (this.#contents === undefined)
            this.#fault = 'it ends within its table of contents';
        else if (this.#expecting !== 'block')
            this.#fault = 'it ends within a block of data';
        else if (this.#missing.size > 0)
            this.#fault = `the data of ${this.#missing.size} of its entries is not there`;
    }
    #begin(chunk) {
        const data = new Uint8Array(this.#begun.length + chunk.length);
        data.set(this.#begun);
        data.set(chunk, this.#begun.length);
        this.#begun = data;
        this.#head ??= archiveHead(data);
        if (this.#head === undefined) {
            if (data.length > 4096)
                this.#fault = 'its head is not one of pg_dump';
            return;
        }
        const contents = archiveContents(data, this.#head);
        if (contents === 'damaged' || (contents === 'more' && data.length > longestContents)) {
            this.#fault = 'its table of contents is not intact';
        }
        else if (contents !== 'more') {
            this.#contents = contents;
            this.#missing = new Set(contents.entries.filter(({ hasData }) => hasData).map(({ id }) => id));
            this.#begun = new Uint8Array();
            this.#walk(data, contents.end);
        }
    }
    #walk(data, from) {
        let at = from;
        while (at < data.length && this.#fault === undefined) {
            if (this.#expecting === 'bytes') {
                const taken = Math.min(this.#left, data.length - at);
                this.#left -= taken;
                at += taken;
                if (this.#left === 0)
                    this.#expecting = 'length';
            }
            else if (this.#expecting === 'block')
                this.#block(data[at++]);
            else
                this.#digit(data[at++]);
        }
    }
    #block(kind) {
        if (kind !== 1 && kind !== 3)
            this.#fault = 'behind its data stands what is none';
        this.#objects = kind === 3;
        this.#expecting = 'id';
    }
    #digit(byte) {
        this.#number.push(byte);
        if (this.#number.length <= (this.#head?.numberBytes ?? 4))
            return;
        const [sign, ...bytes] = this.#number;
        const value = bytes.reduce((sum, each, index) => sum + each * 256 ** index, 0);
        this.#number = [];
        if (sign !== 0)
            this.#fault = 'a block of data has a length that none has';
        else if (this.#expecting === 'id')
            this.#identify(value);
        else if (this.#expecting === 'object')
            this.#expecting = value === 0 ? 'block' : 'length';
        else
            this.#measure(value);
    }
    #identify(id) {
        if (!this.#missing.delete(id))
            this.#fault = 'a block of data belongs to no entry, or stands there twice';
        this.#expecting = this.#objects ? 'object' : 'length';
    }
    /** A piece of so many bytes, or the end of the rows or of a large object. */
    #measure(length) {
        this.#left = length;
        if (length > 0)
            this.#expecting = 'bytes';
        else
            this.#expecting = this.#objects ? 'object' : 'block';
    }
}

// EXTERNAL MODULE: ./build/domain/backup/dump/dump-reader.js + 4 modules
var dump_reader = __webpack_require__(84439);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/domain/backup/format.js
/** How many of the first bytes are needed. */
const sniffLength = 512;
const ascii = (bytes, from, to) => String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
const begins = (bytes, ...magic) => magic.every((byte, index) => bytes[index] === byte);
/** First bytes by format: RFC 1952, RFC 8878, pg_backup_archiver.h, age-encryption.org/v1, enc(1), and the tools' own manuals. */
const magics = [
    ['empty', ({ length }) => length === 0],
    ['gzip', (bytes) => begins(bytes, 0x1f, 0x8b)],
    ['zstd', (bytes) => begins(bytes, 0x28, 0xb5, 0x2f, 0xfd)],
    ['custom', (bytes) => ascii(bytes, 0, 5) === 'PGDMP'],
    ['age', (bytes) => /^(age-encryption\.org\/|-----BEGIN AGE ENCRYPTED)/.test(ascii(bytes, 0, 40))],
    ['openssl', (bytes) => ascii(bytes, 0, 8) === 'Salted__'],
    ['gpg', (bytes) => ascii(bytes, 0, 27) === '-----BEGIN PGP MESSAGE-----'],
    ['xz', (bytes) => begins(bytes, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
    ['bzip2', (bytes) => /^BZh[1-9]/.test(ascii(bytes, 0, 4))],
    ['lz4', (bytes) => begins(bytes, 0x04, 0x22, 0x4d, 0x18)],
    ['zip', (bytes) => begins(bytes, 0x50, 0x4b, 3, 4)],
    ['tar', (bytes) => ascii(bytes, 257, 262) === 'ustar'],
    ['gpg', isOpenPgp],
    ['plain', isText],
];
/** The format of a stream that begins with these bytes (all of them, or the first {@link sniffLength}). */
function formatOf(first) {
    return magics.find(([, fits]) => fits(first))?.[0] ?? 'unknown';
}
/**
 * OpenPGP packets that encrypted messages begin with: session keys (tags 1 and 3), in the old and the new form of
 * packet headers (RFC 4880, 4.2), with the versions 3 and 4 that follow their length.
 */
function isOpenPgp(bytes) {
    const [tag = 0, , second, third] = bytes;
    const oldForm = [0x84, 0x85, 0x8c, 0x8d].includes(tag) && [second, third].some(isKeyVersion);
    const newForm = [0xc1, 0xc3].includes(tag) && [second, third].some(isKeyVersion);
    return oldForm || newForm;
}
const isKeyVersion = (byte) => byte === 3 || byte === 4;
/** No control characters but white space in it. */
function isText(bytes) {
    return bytes.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/adapters/postgres-drill/let-go.js
/** Smaller pieces may be parts of something shared. */
const leastBytes = 16 * 1024;
/**
 * Give the memory of a piece back at once, where the piece is the end of its buffer: whatever came before it in the same
 * buffer has been used. Left to the collector, some 60 MB of pieces wait for it at any time.
 */
function letGo({ buffer, byteOffset, byteLength }) {
    const last = byteOffset + byteLength === buffer.byteLength;
    if (last && byteLength >= leastBytes && buffer instanceof ArrayBuffer)
        buffer.transfer(0);
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/spoiled.js
/** Ends the reading of a backup: what is wrong with it. It never leaves this adapter. */
class Spoiled extends Error {
    damage;
    constructor(kind, says) {
        super(says);
        this.name = 'Spoiled';
        this.damage = { kind, says };
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/decompress.js




/** Bytes that come out at once: large enough that handing them on costs nothing. */
const outputBytes = 128 * 1024;
const engines = {
    gzip: () => (0,external_node_zlib_.createGunzip)({ chunkSize: outputBytes }),
    // a window of 128 MiB is what `zstd -d` takes without being asked
    zstd: () => (0,external_node_zlib_.createZstdDecompress)({ chunkSize: outputBytes, params: { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: 27 } }),
};
/**
 * Decompress a whole stream, in a thread beside. Several gzip members or zstd frames in a row are one stream, as their
 * tools have it. Throws {@link Spoiled} where it ends early, is not intact, or anything else stands behind it: zeros too,
 * which gunzip(1) would only warn of.
 */
async function* decompress(kind, input) {
    const source = input[Symbol.asyncIterator]();
    try {
        let left;
        do {
            const fed = new Fed(engines[kind](), source, left);
            yield* fed.output(kind);
            left = fed.left;
            if (left !== undefined && !beginsFrame(kind, left))
                throw new Spoiled('compression', trailing(kind, left));
        } while (left !== undefined);
    }
    finally {
        await source.return?.();
    }
}
/** Further members of gzip are read by the engine itself; a frame of zstd may be a skippable one (RFC 8878, 3.1). */
function beginsFrame(kind, bytes) {
    if (kind === 'gzip')
        return false;
    const [first = 0, second, third, fourth] = bytes;
    if (first === 0x28)
        return second === 0xb5 && third === 0x2f && fourth === 0xfd;
    return first >= 0x50 && first <= 0x5f && second === 0x2a && third === 0x4d && fourth === 0x18;
}
const trailing = (kind, left) => `behind the end of the ${kind} stream follow further bytes${left.every((byte) => byte === 0) ? ', all of them zero' : ''}`;
/** One engine and what it is fed with. */
class Fed {
    /** What the engine did not take, because its stream had ended before. */
    left;
    #engine;
    #source;
    #next;
    #given = 0;
    constructor(engine, source, first) {
        this.#engine = engine;
        this.#source = source;
        this.#next = first;
    }
    async *output(kind) {
        let trouble;
        const feeding = this.#feed().catch((error) => {
            trouble = error;
            this.#engine.destroy();
        });
        try {
            for await (const chunk of this.#engine)
                yield chunk;
            await feeding;
        }
        catch (error) {
            throw trouble ?? translated(kind, error);
        }
        finally {
            this.#engine.destroy();
        }
        if (trouble !== undefined)
            throw trouble;
    }
    async #feed() {
        let ended = false;
        const end = new Promise((resolve) => {
            for (const event of ['end', 'close']) {
                this.#engine.once(event, () => {
                    ended = true;
                    resolve();
                });
            }
        });
        this.#engine.once('error', () => undefined);
        for (;;) {
            const chunk = this.#next ?? (await this.#pull());
            this.#next = undefined;
            if (chunk === undefined) {
                this.#engine.end();
                return;
            }
            this.#given += chunk.length;
            const taken = new Promise((resolve) => {
                this.#engine.write(chunk, () => resolve());
            });
            await Promise.race([taken, end]);
            const missed = this.#given - this.#engine.bytesWritten;
            if (missed === 0)
                letGo(chunk);
            if (ended || missed > 0) {
                this.left = missed > 0 ? chunk.subarray(chunk.length - missed) : undefined;
                if (!ended)
                    await Promise.race([end, (0,external_node_events_.once)(this.#engine, 'end')]);
                return;
            }
        }
    }
    async #pull() {
        const { done, value } = await this.#source.next();
        return done === true ? undefined : value;
    }
}
/** zlib's and zstd's own words are fixed ones; only those pass. */
function translated(kind, error) {
    const { code, message } = (error ?? {});
    if (typeof code !== 'string' || !/^(Z_|ZSTD_)/.test(code))
        return error;
    if (code === 'Z_BUF_ERROR')
        return new Spoiled('compression', `the ${kind} stream ends before its end`);
    const why = typeof message === 'string' && /^[\w ()'-]{1,80}$/.test(message) ? `: ${message.toLowerCase()}` : '';
    return new Spoiled('compression', `the ${kind} stream is not intact${why}`);
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/decode.js





/** A stored object on its way through decompression; what has been seen of it so far. */
class Decoded {
    formats = [];
    storedBytes = 0;
    bytes = 0;
    #file;
    #bounds;
    #hash;
    #complete = false;
    constructor(file, bounds, sha256) {
        this.#file = file;
        this.#bounds = bounds;
        this.#hash = sha256 ? (0,external_node_crypto_.createHash)('sha256') : undefined;
    }
    /** What it is in the end: the innermost format. Known from the first chunk on. */
    get format() {
        return this.formats.at(-1) ?? 'empty';
    }
    /** The decompressed bytes in order. Throws {@link Spoiled}, or a PortError of the store. */
    async *chunks(signal) {
        const outer = await peeked(this.#stored(signal));
        this.formats.push(outer.format);
        if (outer.format !== 'gzip' && outer.format !== 'zstd') {
            yield* this.#counted(outer.chunks);
            return;
        }
        const inner = await peeked(decompress(outer.format, outer.chunks));
        this.formats.push(inner.format);
        yield* this.#counted(inner.chunks);
    }
    /** What is known after the last byte. */
    reading() {
        const whole = this.#hash !== undefined && this.#complete;
        return {
            formats: this.formats,
            storedBytes: this.storedBytes,
            bytes: this.bytes,
            checksums: whole ? { [this.#file.name]: this.#hash.copy().digest('hex') } : {},
        };
    }
    /** The stored bytes as they come. */
    async *#stored(signal) {
        const { chunks } = await this.#file.open(signal);
        for await (const chunk of chunks) {
            this.storedBytes += chunk.length;
            this.#hash?.update(chunk);
            yield chunk;
        }
        if (this.storedBytes !== this.#file.bytes) {
            throw new Spoiled('changed', `${this.storedBytes} bytes came, and ${this.#file.bytes} were listed before`);
        }
        this.#complete = true;
    }
    async *#counted(chunks) {
        const { mostBytes, mostRatio } = this.#bounds;
        for await (const chunk of chunks) {
            this.bytes += chunk.length;
            if (this.bytes > mostBytes) {
                throw new Spoiled('too-large', `it decompresses to more than ${(0,quantities/* formatBytes */.z3)(mostBytes)}`);
            }
            if (this.bytes > 2 ** 20 + mostRatio * this.storedBytes) {
                throw new Spoiled('too-large', `it decompresses to more than ${mostRatio} bytes for each stored one`);
            }
            yield chunk;
        }
    }
}
/** A stream whose first bytes have been looked at. */
async function peeked(chunks) {
    const source = chunks[Symbol.asyncIterator]();
    const first = [];
    let length = 0;
    while (length < sniffLength) {
        const { done, value } = await source.next();
        if (done === true)
            break;
        first.push(value);
        length += value.length;
    }
    const format = formatOf(Buffer.concat(first).subarray(0, sniffLength));
    return { format, chunks: resumed(first, source) };
}
async function* resumed(first, source) {
    try {
        yield* first;
        for (let next = await source.next(); next.done !== true; next = await source.next())
            yield next.value;
    }
    finally {
        await source.return?.();
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/read-backup.js





/** Read one object to its end. Where it is a dump, its reader, or the walker of its archive, looks at what passes. */
async function readBackup(file, request, signal) {
    const decoded = new Decoded(file, request.bounds, request.sha256);
    const looker = request.as === 'dump' ? new DumpLooker(decoded) : undefined;
    const spoiled = await spoiledBy(async () => {
        for await (const chunk of decoded.chunks(signal)) {
            request.look?.(chunk);
            looker?.push(chunk);
            letGo(chunk);
        }
        if (decoded.bytes === 0)
            throw new Spoiled('empty', emptyWords(decoded));
        looker?.finish();
    });
    const damage = spoiled ?? looker?.damage;
    return { ...decoded.reading(), head: looker?.head ?? {}, ...(damage === undefined ? {} : { damage }) };
}
/** What looks at a dump, by the format that it turns out to have. It reads on behind a fault, for the checksum. */
class DumpLooker {
    #decoded;
    #reader = new dump_reader/* DumpReader */.i();
    #walker = new ArchiveWalker();
    constructor(decoded) {
        this.#decoded = decoded;
    }
    get head() {
        return this.#walker.head ?? this.#reader.head;
    }
    get damage() {
        const { fault } = this.#reader;
        if (fault !== undefined)
            return { kind: fault.kind, says: fault.says };
        return this.#walker.fault === undefined ? undefined : { kind: 'damaged', says: this.#walker.fault };
    }
    push(chunk) {
        refuseUnreadable(this.#decoded.format);
        if (this.#decoded.format === 'plain')
            this.#reader.push(chunk);
        else if (this.#decoded.format === 'custom')
            this.#walker.push(chunk);
        else
            throw new Spoiled('unsupported', 'a tar archive is only looked into by restoring it');
    }
    finish() {
        if (this.#decoded.format === 'plain')
            this.#reader.finish();
        else
            this.#walker.finish();
    }
}
/** What a piece of work found to be wrong, if that is all that kept it from its end. */
async function spoiledBy(work) {
    try {
        await work();
        return undefined;
    }
    catch (error) {
        if (error instanceof Spoiled)
            return error.damage;
        throw error;
    }
}
/** Why nothing was in it: no bytes at all, or a compressed nothing (20 bytes of gzip). */
function emptyWords({ storedBytes }) {
    return storedBytes === 0 ? 'it has no bytes' : `its ${storedBytes} bytes decompress to nothing`;
}
const encrypted = {
    age: 'encrypted with age: the identity (private key) is not here',
    gpg: 'encrypted with OpenPGP: the private key, or the passphrase, is not here',
    openssl: 'encrypted with openssl enc: the passphrase is not here',
};
/** Throws for what a dump cannot be read from. */
function refuseUnreadable(format) {
    const says = encrypted[format];
    if (says !== undefined)
        throw new Spoiled('encrypted', says);
    if (['xz', 'bzip2', 'lz4', 'zip', 'gzip', 'zstd'].includes(format)) {
        throw new Spoiled('unsupported', `${format} is not read here: gzip and zstd are, once`);
    }
    if (format === 'unknown')
        throw new Spoiled('damaged', 'its first bytes are those of no dump and of no compression');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/domain/backup/dump/head.js
var head = __webpack_require__(87857);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/adapters/postgres-drill/archive.js



/**
 * What pg_restore makes of an archive: a plain dump, for our reader. It is given no database: it only decodes, in the cell.
 * `feed` brings it its bytes while it runs. Throws {@link Spoiled} where it does not come to its end.
 */
async function* asPlain(cell, installation, args, feed) {
    const program = `${installation.programs}/pg_restore`;
    const child = cell.start(program, ['--file=-', ...args], { stdin: 'pipe' });
    const closed = (0,external_node_events_.once)(child, 'close');
    let trouble;
    const feeding = feed(child).catch((error) => {
        trouble = error;
        child.stdin?.destroy();
    });
    try {
        for await (const chunk of child.stdout ?? [])
            yield chunk;
    }
    finally {
        child.stdout?.destroy();
        child.stdin?.destroy();
    }
    const [code] = await closed;
    if (code !== 0 && trouble === undefined) {
        throw new Spoiled('damaged', `pg_restore cannot read the archive to its end (exit code ${code ?? 137})`);
    }
    await feeding;
    if (trouble !== undefined)
        throw trouble;
}
/** Hand a stream to pg_restore's standard input. It must take all of it: what follows an archive is not part of it. */
function feedInput(chunks) {
    return async ({ stdin }) => {
        if (stdin === null)
            return;
        let gone = false;
        const closed = new Promise((resolve) => {
            stdin.on('error', () => undefined);
            stdin.once('close', () => {
                gone = true;
                resolve();
            });
        });
        for await (const chunk of chunks) {
            if (gone)
                throw new Spoiled('damaged', 'pg_restore stopped reading before the end of the archive');
            if (!stdin.write(chunk))
                await Promise.race([(0,external_node_events_.once)(stdin, 'drain'), closed]);
        }
        stdin.end();
    };
}
/** An archive in custom format as it passes. Throws {@link Spoiled} where its blocks are not whole. */
async function* walked(chunks) {
    const walker = new ArchiveWalker();
    for await (const chunk of chunks) {
        walker.push(chunk);
        if (walker.fault !== undefined)
            throw new Spoiled('damaged', walker.fault);
        yield chunk;
    }
    walker.finish();
    if (walker.fault !== undefined)
        throw new Spoiled('incomplete', walker.fault);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/adapters/postgres-drill/root.js
/** The command line that runs as root: as it is where we are root, else through a sudo that asks for no password. */
function asRoot(argv) {
    const [command = '', ...args] = argv;
    return process.getuid?.() === 0 ? [command, ...args] : ['sudo', '-n', '--', command, ...args];
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/adapters/postgres-drill/work-folder.js





const execute = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const prefix = 'rooivalk-drill-';
/** A folder of this process; its name cannot be guessed, and says whose it is. */
function makeFolder({ folder: parent, secret }) {
    const folder = (0,external_node_path_.join)(parent, `${prefix}${process.pid}-${startOf(process.pid)}-${secret()}`);
    (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
    return folder;
}
/** Remove a folder with everything in it, whoever owns it. */
async function removeFolder(folder) {
    const [command, ...args] = asRoot(['rm', '-rf', '--one-file-system', '--', folder]);
    await execute(command, args, { env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
}
/** Remove what drills left under `parent` whose process was killed: nobody could do it for them. */
async function sweep(parent) {
    for (const name of namesIn(parent)) {
        const [, pid, start] = /^rooivalk-drill-(\d+)-(\d+)-[0-9a-f]{32}$/.exec(name) ?? [];
        if (pid === undefined || startOf(Number(pid)) === start)
            continue;
        await removeFolder((0,external_node_path_.join)(parent, name)).catch(() => undefined);
    }
}
function namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).filter((name) => name.startsWith(prefix));
    }
    catch {
        return [];
    }
}
/** When a process started, in the kernel's ticks since boot: a pid alone is used again. `0` where there is none. */
function startOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
    }
    catch {
        return '0';
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/cell.js







/**
 * Programs in it run under a user that nobody else is (its uid is of the range that systemd keeps for such users), without
 * any capability or way to gain one, with an empty environment, in a network without interfaces, in a process table and
 * mounts of their own. All of it ends when this process does, however it does: the cell's first process reads from a pipe
 * of ours, and the kernel ends the others with it.
 */
class Cell {
    folders;
    #limits;
    #uid;
    #keeper;
    #pid;
    constructor(parts) {
        this.folders = parts.folders;
        this.#limits = parts.limits;
        this.#uid = parts.uid;
        this.#keeper = parts.keeper;
        this.#pid = parts.pid;
    }
    /** Make one. Rejects with `missing-tool` where namespaces are not permitted. */
    static async open(host, limits) {
        const root = makeFolder(host);
        const folders = { root, files: (0,external_node_path_.join)(root, 'files'), open: (0,external_node_path_.join)(root, 'open') };
        const uid = lonelyUid(host.secret());
        try {
            prepare(folders);
            const keeper = spawnKeeper(folders, limits, uid);
            const pid = await started(keeper);
            return new Cell({ folders, limits, uid, keeper, pid });
        }
        catch (error) {
            await removeFolder(root);
            throw error;
        }
    }
    /** Start a program in it. Its standard error is dropped: it holds words of the backup. */
    start(program, args, { stdin }) {
        const limits = [
            `--as=${this.#limits.mostMemoryBytes}`,
            '--nproc=256',
            '--core=0',
            `--fsize=${this.#limits.mostDiskBytes}`,
        ];
        const id = String(this.#uid);
        const argv = [
            ...['nsenter', '--target', String(this.#pid), '--net', '--mount', '--pid', '--ipc', '--uts', '--'],
            ...[
                'setpriv',
                '--reuid',
                id,
                '--regid',
                id,
                '--clear-groups',
                '--no-new-privs',
                '--inh-caps=-all',
                '--bounding-set=-all',
                '--',
            ],
            ...['prlimit', ...limits, '--'],
            ...['env', '-i', 'LC_ALL=C', 'TZ=UTC', program, ...args],
        ];
        const [command, ...rest] = asRoot(argv);
        return (0,external_node_child_process_.spawn)(command, rest, { cwd: '/', env: {}, stdio: [stdin, 'pipe', 'ignore'] });
    }
    /** Run a program to its end, with this on its standard input; answers its exit code. What it prints is dropped. */
    async run(program, args, stdin) {
        const child = this.start(program, args, { stdin: stdin === undefined ? 'ignore' : 'pipe' });
        child.stdout?.resume();
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(stdin);
        const [code] = (await (0,external_node_events_.once)(child, 'close'));
        return code ?? 137;
    }
    /** Put a file where programs of the cell can read it. */
    put(name, content) {
        const path = (0,external_node_path_.join)(this.folders.root, name);
        (0,external_node_fs_.writeFileSync)(path, content, { mode: 0o644 });
        return path;
    }
    /** End everything in it, and leave nothing of it. */
    async close() {
        const ended = this.#keeper.exitCode !== null || (0,external_node_events_.once)(this.#keeper, 'close');
        this.#keeper.stdin?.destroy();
        await ended;
        await removeFolder(this.folders.root);
    }
    [Symbol.asyncDispose]() {
        return this.close();
    }
}
function prepare({ root, files, open }) {
    for (const folder of [files, open])
        (0,external_node_fs_.mkdirSync)(folder, { mode: 0o700 });
    // others may go through, if they know the name; what they find there asks for a password
    (0,external_node_fs_.chmodSync)(root, 0o711);
}
/** Runs as root inside of the new namespaces; $1 … $5: folder of the files, of the open ones, bytes or `disk`, uid, root. */
const keeperScript = `set -eu
read -r pid rest < /proc/self/stat
mount --make-rprivate /
mount -t proc proc /proc
if [ "$3" = disk ]; then chown "$4:$4" "$1"; else mount -t tmpfs -o "size=$3,mode=0700,uid=$4,gid=$4,nosuid,nodev,noexec" tmpfs "$1"; fi
chown "$4:$4" "$2"; chmod 0711 "$2"
printf 'root:x:0:0::/:/bin/false\\ndrill:x:%s:%s::/:/bin/false\\n' "$4" "$4" > "$5/passwd"
chmod 0644 "$5/passwd"
mount --bind "$5/passwd" /etc/passwd
printf 'ready %s\\n' "$pid"
exec cat > /dev/null
`;
function spawnKeeper({ root, files, open }, { workspace, mostDiskBytes }, uid) {
    const size = workspace === 'disk' ? 'disk' : String(mostDiskBytes);
    const argv = [
        ...['unshare', '--net', '--mount', '--pid', '--ipc', '--uts', '--fork', '--kill-child', '--'],
        ...['sh', '-c', keeperScript, 'keeper', files, open, size, String(uid), root],
    ];
    const [command, ...args] = asRoot(argv);
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
    return (0,external_node_child_process_.spawn)(command, args, { cwd: '/', env, stdio: ['pipe', 'pipe', 'ignore'] });
}
async function started(keeper) {
    const said = await new Promise((resolve) => {
        let text = '';
        keeper.once('error', () => resolve(''));
        keeper.once('close', () => resolve(text));
        keeper.stdout?.on('data', (chunk) => {
            text += chunk.toString('latin1');
            if (text.includes('\n'))
                resolve(text);
        });
    });
    const pid = /^ready (\d+)\n/.exec(said)?.[1];
    if (pid !== undefined)
        return Number(pid);
    keeper.stdin?.destroy();
    throw new port_error/* PortError */.U({
        code: 'missing-tool',
        subject: 'namespaces on the runner',
        message: 'a throw-away database needs namespaces of its own (network, mounts, processes), and this runner does not permit them',
        next: 'run the job on a machine where `sudo -n unshare --net --mount --pid --fork true` works (GitHub-hosted runners do)',
    });
}
/** One of the user ids that systemd keeps for users that come and go (systemd.exec(5), DynamicUser: 61184 to 65519). */
function lonelyUid(secret) {
    return 61_184 + (Number.parseInt(secret.slice(0, 8), 16) % (65_519 - 61_184));
}

;// CONCATENATED MODULE: ./build/domain/backup/archive-writer.js
/** Number of the custom format, of a block of rows, and of a block of large objects (pg_backup_archiver.h). */
const [customFormat, rowsBlock, objectsBlock] = [1, 1, 3];
/** `K_OFFSET_POS_NOT_SET`: where the data is must be found by reading on. */
const positionUnknown = 1;
/** A number as pg_dump writes it. */
function archiveNumber(value, { numberBytes }) {
    const bytes = new Uint8Array(1 + numberBytes);
    let rest = value;
    for (let index = 1; index <= numberBytes; index += 1) {
        bytes[index] = rest % 256;
        rest = Math.floor(rest / 256);
    }
    return bytes;
}
/**
 * Head and table of contents of the custom format for an archive in files: the same entries in this order, to be followed by
 * the uncompressed data of those that have some, in the same order. So a directory becomes one stream, and nobody needs the
 * files as files.
 */
function customHead(data, head, contents, order) {
    const begun = new Uint8Array(data.subarray(0, head.length));
    begun[10] = customFormat;
    // uncompressed: before 1.15 a number, a byte since
    begun.fill(0, 11, 11 + (Number(head.form.split('.')[1]) >= 15 ? 1 : 1 + head.numberBytes));
    const offset = new Uint8Array(1 + head.offsetBytes);
    offset[0] = positionUnknown;
    const entries = order.flatMap(({ begin, end }) => [data.subarray(begin, end), offset]);
    return [begun, archiveNumber(contents.entries.length, head), ...entries];
}
/** What stands before the rows of an entry. */
function rowsHead({ id }, head) {
    return [Uint8Array.of(rowsBlock), archiveNumber(id, head)];
}
/** What stands before the large objects of an entry. */
function objectsHead({ id }, head) {
    return [Uint8Array.of(objectsBlock), archiveNumber(id, head)];
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/directory.js





/** The table of contents, and the map of large objects, are held in memory; bytes. */
const mostHeldBytes = 64 * 2 ** 20;
/** Whether these objects are the files of one directory format. */
function isDirectory(files) {
    return files.some(({ name }) => name === 'toc.dat');
}
/**
 * The files of a directory format as one stream in custom format: table of contents first, then the rows of each table,
 * decompressed and checked on their way. pg_restore takes no pipes for files, and rows are not laid on the disk for it.
 */
class Directory {
    head;
    #toc;
    #contents;
    #files;
    #request;
    #signal;
    #read;
    constructor(parts) {
        this.head = parts.head;
        this.#toc = parts.toc;
        this.#contents = parts.contents;
        this.#files = parts.files;
        this.#request = parts.request;
        this.#signal = parts.signal;
        this.#read = parts.read;
    }
    /** Read the table of contents, and compare it with the files that are there. */
    static async open(files, request, signal) {
        const byName = new Map(files.map((file) => [file.name.replace(/(?<=\.dat)\.(gz|zst|lz4)$/, ''), file]));
        const tocFile = byName.get('toc.dat');
        if (tocFile === undefined)
            throw new Spoiled('incomplete', 'its toc.dat is not there');
        const decoded = new Decoded(tocFile, request.bounds, request.sha256);
        const toc = await whole(decoded, signal);
        const head = archiveHead(toc);
        if (head === undefined || head.layout !== 'files')
            throw notContents();
        const contents = archiveContents(toc, head);
        if (contents === 'more')
            throw new Spoiled('incomplete', 'its toc.dat ends within the table of contents');
        if (contents === 'damaged' || contents.end !== toc.length)
            throw notContents();
        compare(contents, byName);
        return new Directory({ head, toc, contents, files: byName, request, signal, read: [decoded] });
    }
    /** The archive in custom format. */
    async *chunks() {
        yield* customHead(this.#toc, this.head, this.#contents, this.#contents.entries);
        for (const entry of this.#contents.entries) {
            if (!entry.hasData)
                continue;
            if (entry.kind === 'BLOBS')
                yield* this.#objects(entry);
            else {
                yield* rowsHead(entry, this.head);
                yield* this.#pieces(entry.file);
            }
        }
    }
    /** What was read of all files so far. */
    reading() {
        const compressions = this.#read.flatMap(({ formats }) => formats.filter((each) => each === 'gzip' || each === 'zstd'));
        return {
            formats: ['directory', ...new Set(compressions)],
            storedBytes: this.#read.reduce((sum, { storedBytes }) => sum + storedBytes, 0),
            bytes: this.#read.reduce((sum, { bytes }) => sum + bytes, 0),
            checksums: Object.assign({}, ...this.#read.map((decoded) => decoded.reading().checksums)),
        };
    }
    async *#objects(entry) {
        yield* objectsHead(entry, this.head);
        const map = await whole(this.#open(entry.file), this.#signal);
        for (const line of map.toString('latin1').split('\n')) {
            if (line === '')
                continue;
            const [, oid, file] = /^(\d{1,10}) (blob_\d{1,10}\.dat)$/.exec(line) ?? [];
            if (oid === undefined || file === undefined)
                throw new Spoiled('damaged', `${entry.file} is no map of large objects`);
            yield archiveNumber(Number(oid), this.head);
            yield* this.#pieces(file);
        }
        yield archiveNumber(0, this.head);
    }
    /** The data of a file: each piece after its length, and a length of zero at the end. */
    async *#pieces(file) {
        for await (const chunk of this.#open(file).chunks(this.#signal)) {
            yield archiveNumber(chunk.length, this.head);
            yield chunk;
        }
        yield archiveNumber(0, this.head);
    }
    #open(name) {
        const file = this.#files.get(name);
        if (file === undefined)
            throw new Spoiled('incomplete', `${name.slice(0, 60)} is not there`);
        const decoded = new Decoded(file, this.#request.bounds, this.#request.sha256);
        this.#read.push(decoded);
        return decoded;
    }
}
const notContents = () => new Spoiled('damaged', 'its toc.dat is not an intact table of contents');
/** Every file that is named is there; files with rows that nothing names belong to another dump. */
function compare({ entries }, files) {
    const named = new Set(entries.filter(({ hasData }) => hasData).map(({ file }) => file));
    const missing = [...named].filter((name) => !files.has(name));
    if (missing.length > 0) {
        throw new Spoiled('incomplete', `${missing.length} of its ${named.size} files are not there, such as ${missing[0]?.slice(0, 60)}`);
    }
    const strange = [...files.keys()].find((name) => /^\d{1,10}\.dat$/.test(name) && !named.has(name));
    if (strange !== undefined)
        throw new Spoiled('damaged', `${strange} is not in its table of contents`);
}
async function whole(decoded, signal) {
    const chunks = [];
    for await (const chunk of decoded.chunks(signal)) {
        chunks.push(chunk);
        if (decoded.bytes > mostHeldBytes)
            throw new Spoiled('too-large', 'its table of contents is larger than 64 MiB');
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/disk-watch.js



const disk_watch_execute = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const intervalMs = 2000;
/**
 * Watches how much a folder on the disk holds, where no file system of its own bounds it, and calls `full` once when it is
 * more than allowed. Ends with the signal.
 */
async function watchDisk(folder, mostBytes, { clock }, signal, full) {
    const [command, ...args] = asRoot(['du', '--summarize', '--block-size=1', '--', folder]);
    while (!signal.aborted) {
        const used = await disk_watch_execute(command, args, { env: { PATH: '/usr/bin:/bin' } }).then(({ stdout }) => Number(/^\d+/.exec(stdout)?.[0] ?? 0), 
        // files come and go while they are counted
        () => 0);
        if (used > mostBytes && !signal.aborted)
            return full();
        await clock.sleep(intervalMs, signal).catch(() => undefined);
    }
}

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
;// CONCATENATED MODULE: ./build/adapters/postgres-drill/server.js



/** The role that the restore runs as: it owns the database, and may do nothing else. */
const restorer = 'restorer';
/** The database that is restored. */
const restoredDatabase = 'restored';
/** Superuser that logs in from inside the cell alone, as the cell's own user. */
const inside = 'drill';
const warden = 'warden';
const startLimitMs = 30_000;
const MiB = 2 ** 20;
/** Nothing of it must survive a crash: nothing is flushed, and the log of changes is as small as can be (manual, "Populating a Database", "Non-Durable Settings"). */
const settings = (socket, hba) => ({
    listen_addresses: '',
    unix_socket_directories: socket,
    hba_file: hba,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '512MB',
    checkpoint_timeout: '1h',
    wal_buffers: '16MB',
    shared_buffers: '256MB',
    maintenance_work_mem: '256MB',
    max_parallel_maintenance_workers: '1',
    autovacuum: 'off',
    bgwriter_lru_maxpages: '0',
    jit: 'off',
    max_connections: '32',
    // a restore in one transaction holds a lock on every table and index
    max_locks_per_transaction: '4096',
    dynamic_shared_memory_type: 'mmap',
    huge_pages: 'off',
    temp_file_limit: '-1',
    log_min_messages: 'panic',
    logging_collector: 'off',
});
/** The throw-away server in a cell. */
class Server {
    version;
    programs;
    #cell;
    #process;
    #passwords;
    constructor(cell, { programs, version }, child, passwords) {
        this.#cell = cell;
        this.programs = programs;
        this.version = `${version.major}.${version.minor}`;
        this.#process = child;
        this.#passwords = passwords;
    }
    /** Make a cluster and start it. Takes about two seconds. */
    static async start(cell, installation, host) {
        const data = (0,external_node_path_.join)(cell.folders.files, 'data');
        const program = (name) => (0,external_node_path_.join)(installation.programs, name);
        const made = await cell.run(program('initdb'), [
            ...['--pgdata', data, '--auth-local=peer', '--auth-host=reject', '--encoding=UTF8', '--locale=C', '--no-sync'],
        ]);
        if (made !== 0)
            throw didNotStart(`initdb ended with exit code ${made}`);
        const passwords = { [warden]: host.secret(), [restorer]: host.secret() };
        // in single-user mode a statement is a line, and the passwords are in no list of processes
        const roles = `CREATE ROLE ${warden} SUPERUSER LOGIN PASSWORD '${passwords[warden]}'\nCREATE ROLE ${restorer} LOGIN PASSWORD '${passwords[restorer]}'\n`;
        const named = await cell.run(program('postgres'), ['--single', '-D', data, 'postgres'], roles);
        if (named !== 0)
            throw didNotStart(`postgres --single ended with exit code ${named}`);
        const hba = cell.put('pg_hba.conf', `local all ${inside} peer\nlocal all all scram-sha-256\n`);
        const options = Object.entries(settings(cell.folders.open, hba)).flatMap(([name, value]) => [
            '-c',
            `${name}=${value}`,
        ]);
        const child = cell.start(program('postgres'), ['-D', data, ...options], { stdin: 'ignore' });
        child.stdout?.resume();
        const server = new Server(cell, installation, child, passwords);
        await server.#answers(host);
        return server;
    }
    /** Log in as the superuser, for what the restoring role may not do. The caller ends the client. */
    asWarden(database = 'postgres') {
        return this.#login(warden, database);
    }
    /** Log in as the restoring role. The caller ends the client. */
    asRestorer() {
        return this.#login(restorer, restoredDatabase);
    }
    /** Where its socket is. */
    get socket() {
        return this.#cell.folders.open;
    }
    /** The database to restore into, in the dump's own encoding, so that every byte of it has a place. */
    async createDatabase(encoding) {
        const client = await this.asWarden();
        try {
            const wanted = /^[A-Za-z0-9_]{1,30}$/.test(encoding) ? encoding : 'UTF8';
            await client.query(`CREATE DATABASE ${restoredDatabase} OWNER ${restorer} ENCODING '${wanted}' LOCALE 'C' TEMPLATE template0`);
        }
        finally {
            await client.end();
        }
        const inner = await this.asWarden(restoredDatabase);
        try {
            await inner.query(`ALTER SCHEMA public OWNER TO ${restorer}`);
        }
        finally {
            await inner.end();
        }
    }
    async #login(user, database) {
        const client = new esm/* default.Client */.Ay.Client({
            host: this.socket,
            port: 5432,
            user,
            database,
            password: this.#passwords[user],
            connectionTimeoutMillis: 10_000,
        });
        client.on('error', () => undefined);
        try {
            await client.connect();
        }
        catch (error) {
            await client.end().catch(() => undefined);
            throw error;
        }
        return client;
    }
    async #answers({ clock }) {
        const deadline = clock.monotonic() + startLimitMs;
        for (;;) {
            try {
                await (await this.asWarden()).end();
                return;
            }
            catch {
                if (this.#process.exitCode !== null)
                    throw didNotStart(`postgres ended with exit code ${this.#process.exitCode}`);
                if (clock.monotonic() > deadline)
                    throw didNotStart('it did not answer within 30 s');
                await clock.sleep(20);
            }
        }
    }
}
/** Least memory that a server with these settings needs, bytes. */
const leastMemoryBytes = 512 * MiB;
function didNotStart(why) {
    return new port_error/* PortError */.U({
        code: 'failed',
        subject: 'throw-away PostgreSQL',
        message: `the throw-away PostgreSQL did not start: ${why}`,
        next: 'look at free memory and disk of the runner, and run the task again',
    });
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/examine.js

/** How long one count may take, ms. */
const countLimitMs = 600_000;
/** Count what was restored, and look for what must be there. */
async function examine(server, expectations) {
    const client = await server.asRestorer();
    try {
        await client.query(`SET statement_timeout = ${countLimitMs}`);
        const { rows } = await client.query(`SELECT count(*)::int AS tables, pg_database_size(current_database()) AS bytes FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'`);
        const expected = [];
        for (const expectation of expectations)
            expected.push(await look(client, expectation));
        return { tables: rows[0]?.tables ?? 0, databaseBytes: Number(rows[0]?.bytes ?? 0), expected };
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
async function look(client, { table, atLeast, row }) {
    try {
        const found = await client.query('SELECT to_regclass($1)::text AS relation', [table]);
        const relation = found.rows[0]?.relation;
        if (!relation)
            return { table, atLeast };
        const counted = await client.query(`SELECT count(*) AS rows FROM ${relation}`);
        const rows = Number(counted.rows[0]?.rows ?? 0);
        return { table, atLeast, rows, ...(row === undefined ? {} : { rowFound: await isThere(client, relation, row) }) };
    }
    catch {
        return { table, atLeast };
    }
}
async function isThere(client, relation, row) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${relation} WHERE ${client.escapeIdentifier(row.column)}::text = $1 LIMIT 1`, [row.value]);
    return (rowCount ?? 0) > 0;
}
/**
 * Check every table and B-tree with pg_amcheck (manual, "amcheck"). Exit status 2: corruption; it runs in the cell, and its
 * words stay there.
 */
async function checkStorage(server, cell, jobs) {
    const client = await server.asWarden(restoredDatabase);
    try {
        const there = await client.query("SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'");
        if (there.rowCount === 0)
            return { outcome: 'not-possible', says: 'the extension amcheck is not installed' };
        await client.query('CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA pg_catalog');
    }
    finally {
        await client.end().catch(() => undefined);
    }
    const connection = ['--host', server.socket, '--username', inside, `--jobs=${jobs}`];
    const code = await cell.run(`${server.programs}/pg_amcheck`, [...connection, restoredDatabase]);
    if (code === 0)
        return { outcome: 'clean', says: 'pg_amcheck found nothing' };
    if (code === 2)
        return { outcome: 'corrupt', says: 'pg_amcheck found damage in what was restored' };
    return { outcome: 'not-possible', says: `pg_amcheck ended with exit code ${code}` };
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/wire.js
/**
 * One request in the simple query protocol, sent as the bytes that it is: a dump's text in its own encoding would not
 * survive becoming a string. With COPY … FROM stdin the server then asks for rows.
 */
class RawQuery {
    ended;
    asked;
    #bytes;
    #settle = () => undefined;
    #ask = () => undefined;
    #answer = { tag: '' };
    #copied;
    constructor(bytes) {
        this.#bytes = bytes;
        this.ended = new Promise((resolve) => {
            this.#settle = resolve;
        });
        this.asked = new Promise((resolve) => {
            this.#ask = resolve;
        });
    }
    submit(connection) {
        connection.stream.write(message('Q', this.#bytes.length + 1));
        connection.stream.write(this.#bytes);
        connection.stream.write(nul);
    }
    handleCopyInResponse() {
        this.#ask(true);
    }
    handleCommandComplete({ text = '' }) {
        if (text.startsWith('COPY '))
            this.#copied = text;
        this.#answer = { tag: this.#copied ?? text };
    }
    /** The client tells nothing more of a request after this. */
    handleError({ code, severity }) {
        const said = severity !== undefined && typeof code === 'string';
        this.#ask(false);
        this.#settle({ refused: said ? code : lostConnection });
    }
    handleReadyForQuery() {
        this.#ask(false);
        this.#settle(this.#answer);
    }
    handleRowDescription() { }
    handleDataRow() { }
    handlePortalSuspended() { }
    handleEmptyQuery() { }
    handleCopyData() { }
}
/** SQLSTATE for a connection that is no more (class 08). */
const lostConnection = '08006';
const nul = Buffer.of(0);
/** The head of a message: its type, and its length with the four bytes of the length. */
function message(type, length) {
    const head = Buffer.allocUnsafe(5);
    head.write(type, 0, 'latin1');
    head.writeInt32BE(length + 4, 1);
    return head;
}
/** A session that takes statements and rows as bytes. */
class RawSession {
    client;
    #copy;
    constructor(client) {
        this.client = client;
    }
    /** Run one request to its end. */
    run(bytes) {
        return this.#submit(bytes).ended;
    }
    /** Begin a COPY; whether the server takes rows. Those that it does not take are dropped by {@link rows}. */
    async beginCopy(bytes) {
        const query = this.#submit(bytes);
        this.#copy = query;
        return query.asked;
    }
    /** Hand rows on; waits while the server is behind. */
    async rows(bytes) {
        const { stream } = this.#connection;
        stream.cork();
        stream.write(message('d', bytes.length));
        const room = stream.write(bytes);
        stream.uncork();
        if (!room && !stream.destroyed)
            await drained(stream);
    }
    /** All rows are there: how the COPY ended. */
    async endCopy() {
        const query = this.#copy;
        this.#copy = undefined;
        if (query === undefined)
            return { tag: '' };
        this.#connection.stream.write(message('c', 0));
        return query.ended;
    }
    /** Wait for a COPY that the server refused at its beginning. */
    async refusedCopy() {
        const query = this.#copy;
        this.#copy = undefined;
        return query?.ended ?? { tag: '' };
    }
    get #connection() {
        return this.client.connection;
    }
    #submit(bytes) {
        const query = new RawQuery(bytes);
        this.client.query(query);
        return query;
    }
}
function drained(stream) {
    return new Promise((resolve) => {
        const done = () => {
            for (const event of ['drain', 'close', 'error'])
                stream.off(event, done);
            resolve();
        };
        for (const event of ['drain', 'close', 'error'])
            stream.on(event, done);
    });
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/exhausted.js


/** SQLSTATE of a full disk. */
const diskFull = '53100';
/** Class 53: out of disk, memory, connections; class 08 and 57P: the server is no more. */
const isExhausted = (code) => code.startsWith('53') || code === lostConnection || code.startsWith('57P');
/** What to do about it. */
function exhausted(code) {
    const full = code === diskFull;
    return new port_error/* PortError */.U({
        code: 'busy',
        subject: 'throw-away PostgreSQL',
        message: full
            ? 'the throw-away server has filled the disk that it may use'
            : `the throw-away server gave up for want of memory, or ended (SQLSTATE ${code})`,
        next: full ? 'raise the input `most-disk`, on a runner that has as much' : 'run the task on a larger runner',
    });
}

;// CONCATENATED MODULE: ./build/domain/backup/postgres-releases.js
/**
 * The last release of each supported major version that mended a security defect of programs that read dumps or run what
 * is in them: 18.6, 17.11, 16.15, 15.19 and 14.24 of August 2026 (CVE-2026-18408, `\unrestrict` in plain dumps; pg_restore
 * is affected where it writes a plain one, which is how it is used here). Source: postgresql.org/support/security.
 */
const securityReleases = { 14: 24, 15: 19, 16: 15, 17: 11, 18: 6 };
/** `15.20` */
function versionText({ major, minor }) {
    return `${major}.${minor}`;
}
/**
 * Why a program of this version must not read a backup, or undefined. A major version newer than those known is taken as
 * it is; one that is no longer supported has no security release at all.
 */
function insecurity(version) {
    const { major, minor } = version;
    const newest = Math.max(...Object.keys(securityReleases).map(Number));
    if (major > newest)
        return undefined;
    const needed = securityReleases[major];
    if (needed === undefined)
        return `version ${versionText(version)} gets no security releases any more`;
    return minor >= needed
        ? undefined
        : `version ${versionText(version)} is older than the last security release, ${major}.${needed}`;
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/installations.js







const installations_execute = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** Folders whose subfolders are versions: Debian's and the PostgreSQL project's own packages. */
const parents = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/postgresql'];
/** Every installed version, oldest first. */
async function installations() {
    const folders = [
        ...parents.flatMap((parent) => installations_namesIn(parent).map((name) => (0,external_node_path_.join)(parent, name, 'bin'))),
        ...installations_namesIn('/usr').flatMap((name) => (/^pgsql-\d+$/.test(name) ? [(0,external_node_path_.join)('/usr', name, 'bin')] : [])),
        '/usr/local/pgsql/bin',
    ];
    const found = await Promise.all(folders.map(installationIn));
    const all = found.filter((installation) => installation !== undefined);
    return all.sort((a, b) => a.version.major - b.version.major || a.version.minor - b.version.minor);
}
function installations_namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
async function installationIn(programs) {
    try {
        const names = ['postgres', 'initdb', 'pg_restore'];
        const options = { timeout: 10_000, env: { LC_ALL: 'C' } };
        const said = await Promise.all(names.map((name) => installations_execute((0,external_node_path_.join)(programs, name), ['--version'], options)));
        const versions = said.map(({ stdout }) => (0,head/* versionOf */.E)(stdout));
        const [version] = versions;
        const same = versions.every((each) => each?.major === version?.major && each?.minor === version?.minor);
        return version === undefined || !same ? undefined : { programs, version };
    }
    catch {
        return undefined;
    }
}
/**
 * The oldest installation that may restore a dump of this version of server and pg_dump: at least as new, and with every
 * security release. Rejects with `missing-tool` and the package to install.
 */
async function installationFor(dump) {
    const all = await installations();
    const newEnough = all.filter(({ version }) => version.major >= dump.major);
    const fit = newEnough.find(({ version }) => insecurity(version) === undefined);
    if (fit !== undefined)
        return fit;
    const [first] = newEnough;
    const there = all.map(({ version }) => versionText(version)).join(', ');
    throw new port_error/* PortError */.U({
        code: 'missing-tool',
        subject: 'PostgreSQL on the runner',
        message: first === undefined
            ? `a dump of version ${versionText(dump)} needs PostgreSQL ${dump.major} or newer on the runner; ${there === '' ? 'none is installed' : `there is ${there}`}`
            : `PostgreSQL on the runner must not read a backup: ${insecurity(first.version)}`,
        next: `\`sudo apt-get install postgresql-${Math.max(dump.major, first?.version.major ?? 0)}\` in an earlier step of the job`,
    });
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/extensions.js


/**
 * Create a listed extension as the superuser. The statement is made of its two names, never of the dump's own text, and
 * sent in the protocol that takes a single statement. What it brings for others to use is opened to the restoring role.
 */
async function createExtension(server, name, schema) {
    const client = await server.asWarden(restoredDatabase);
    try {
        const there = await client.query('SELECT 1 FROM pg_available_extensions WHERE name = $1', [name]);
        if (there.rowCount === 0)
            return 'not-installed';
        const into = schema === undefined ? '' : ` WITH SCHEMA ${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(schema)}`;
        const text = `CREATE EXTENSION IF NOT EXISTS ${esm/* default.escapeIdentifier */.Ay.escapeIdentifier(name)}${into} CASCADE`;
        await client.query({ text, queryMode: 'extended' });
        await openTo(client, name);
        return 'created';
    }
    catch {
        return 'not-installed';
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
/** Rows of an extension's own tables are in the dump; foreign data wrappers are used by servers in it. */
async function openTo(client, extension) {
    const members = await client.query(`SELECT format('%I.%I', n.nspname, c.relname) AS name, 'TABLE' AS kind FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
       JOIN pg_class c ON c.oid = d.objid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
         AND c.relkind IN ('r', 'p') AND e.extname = $1
     UNION ALL SELECT quote_ident(w.fdwname), 'FOREIGN DATA WRAPPER' FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
       JOIN pg_foreign_data_wrapper w ON w.oid = d.objid
       WHERE d.classid = 'pg_foreign_data_wrapper'::regclass AND d.refclassid = 'pg_extension'::regclass AND e.extname = $1`, [extension]);
    for (const { name, kind } of members.rows) {
        const right = kind === 'TABLE' ? 'SELECT, INSERT' : 'USAGE';
        await client.query(`GRANT ${right} ON ${kind} ${name} TO ${restorer}`);
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/index-builders.js
/** Deadlock detected: two builds wanted each other's table. */
const deadlock = '40P01';
/** Builds indexes in several sessions at once. What they refuse is told when they are waited for. */
class IndexBuilders {
    #jobs;
    #connect;
    #refuse;
    #sessions = [];
    #queue = [];
    #last = [];
    #refused = [];
    #workers = [];
    #working = 0;
    #trouble;
    constructor(jobs, connect, refuse) {
        this.#jobs = jobs;
        this.#connect = connect;
        this.#refuse = refuse;
    }
    /** Build this one as soon as a session is free. */
    add(bytes, { label }) {
        this.#queue.push({ bytes, label });
        if (this.#working < this.#jobs)
            this.#workers.push(this.#work(this.#working++));
    }
    /** Run this one when those before it are built. */
    addLast(bytes, { label }) {
        this.#last.push({ bytes, label });
    }
    /** Until everything so far is built. Throws what kept a session from working. */
    async wait() {
        await Promise.all(this.#workers);
        this.#workers = [];
        if (this.#trouble !== undefined)
            throw this.#trouble;
        const again = this.#refused.filter(({ code }) => code === deadlock).map(({ build }) => build);
        const refused = this.#refused.filter(({ code }) => code !== deadlock);
        this.#refused.length = 0;
        for (const { build, code } of refused)
            this.#refuse(build.label, code);
        for (const build of [...again, ...this.#last.splice(0)])
            await this.#alone(build);
    }
    /** End the sessions. */
    async close() {
        this.#queue.length = 0;
        await Promise.all(this.#sessions.map((session) => session.client.end().catch(() => undefined)));
    }
    async #alone(build) {
        this.#sessions[0] ??= await this.#connect();
        const answer = await this.#sessions[0].run(build.bytes);
        if ('refused' in answer)
            this.#refuse(build.label, answer.refused);
    }
    async #work(number) {
        try {
            const session = this.#sessions[number] ?? (await this.#connect());
            this.#sessions[number] = session;
            for (let build = this.#queue.shift(); build !== undefined; build = this.#queue.shift()) {
                const answer = await session.run(build.bytes);
                if ('refused' in answer)
                    this.#refused.push({ build, code: answer.refused });
            }
        }
        catch (error) {
            this.#trouble = error;
        }
        finally {
            this.#working -= 1;
        }
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/inventory.js
/** Names of each sort that are kept. */
const most = 2000;
/** Collects what the statements of a dump name. */
class Stock {
    #tables = new Set();
    #extensions = new Set();
    #roles = new Set();
    #languages = new Set();
    #links = 0;
    /** Note what a statement names. */
    add({ kind, table, extension, roles = [], language, link }) {
        if (kind === 'table' && table !== undefined)
            note(this.#tables, table);
        if (extension !== undefined)
            note(this.#extensions, extension);
        if (language !== undefined)
            note(this.#languages, language);
        for (const role of roles)
            note(this.#roles, role);
        if (link === true)
            this.#links += 1;
    }
    /** Everything so far, in the order of the alphabet. */
    get inventory() {
        return {
            tables: [...this.#tables].sort(),
            extensions: [...this.#extensions].sort(),
            roles: [...this.#roles].sort(),
            languages: [...this.#languages].sort(),
            links: this.#links,
        };
    }
}
function note(names, name) {
    if (names.size < most)
        names.add(name);
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/restore-session.js






const begin = Buffer.from('BEGIN');
const commit = Buffer.from('COMMIT');
const savepoint = Buffer.from('SAVEPOINT s;');
const release = Buffer.from('RELEASE s');
const backToSavepoint = Buffer.from('ROLLBACK TO s;RELEASE s');
const mostRefused = 20;
/** Languages whose functions do nothing that their caller may not do. */
const trustedLanguages = new Set(['sql', 'plpgsql']);
/**
 * Restores what the reader finds. Tables and their rows come in one transaction, so that the server need not log the rows
 * (manual, "Populating a Database": with wal_level minimal, COPY into a table of the same transaction); a statement that is
 * refused is taken back to its savepoint, and the rest goes on. Then indexes are built, several at once.
 */
class RestoreSession {
    #server;
    #request;
    #main;
    #stock = new Stock();
    #refused = [];
    #missing = new Map();
    #settings = [];
    #builders;
    #refusedCount = 0;
    #leftOut = 0;
    #rows = 0;
    #inTransaction = false;
    #copy;
    constructor(server, request, main) {
        this.#server = server;
        this.#request = request;
        this.#main = main;
    }
    /** Begin; the database is there, and empty. */
    static async open(server, request) {
        return new RestoreSession(server, request, new RawSession(await server.asRestorer()));
    }
    /** What it has come to. */
    get progress() {
        return {
            refused: this.#refused,
            refusedCount: this.#refusedCount,
            leftOut: this.#leftOut,
            missingExtensions: [...this.#missing].map(([name, why]) => ({ name, why })),
            rows: this.#rows,
            inventory: this.#stock.inventory,
        };
    }
    /** Take the next thing that the reader found. Throws {@link Spoiled} for what must not be run. */
    async take(event) {
        if (event.kind === 'statement')
            return this.#statement(event.bytes, event.facts);
        if (event.kind === 'rows')
            return this.#copy?.takes === true ? this.#main.rows(event.bytes) : undefined;
        return this.#endCopy();
    }
    /** Everything was read: commit, and wait for the last index. */
    async finish() {
        await this.#commit();
        await this.#builders?.wait();
    }
    /** End the sessions. */
    async close() {
        await Promise.all([this.#main.client.end(), this.#builders?.close()].map((ending) => ending?.catch(() => undefined)));
    }
    async #statement(bytes, facts) {
        this.#stock.add(facts);
        this.#refuseLanguage(facts);
        switch (facts.kind) {
            case 'empty':
            case 'transaction':
            case 'ownership':
            case 'extension-comment':
                return;
            case 'superuser':
                this.#leftOut += 1;
                return;
            case 'extension':
                return this.#extension(facts);
            case 'index':
                return this.#index(bytes, facts);
            case 'copy-in':
                return this.#beginCopy(bytes, facts);
            default:
                return this.#run(bytes, facts);
        }
    }
    #refuseLanguage({ language, label }) {
        if (language === undefined || trustedLanguages.has(language) || this.#request.languages.includes(language))
            return;
        throw new Spoiled('program', `\`${label.slice(0, 80)}\` is in language ${language}, which can do anything on the server`);
    }
    async #extension({ extension = '', schema }) {
        // a schema of an open transaction would not be seen by the superuser's session
        await this.#commit();
        await this.#builders?.wait();
        const listed = extension === 'plpgsql' || this.#request.extensions.includes(extension);
        const made = listed ? await createExtension(this.#server, extension, schema) : 'not-listed';
        if (made !== 'created')
            this.#missing.set(extension, made);
    }
    async #index(bytes, facts) {
        await this.#commit();
        this.#builders ??= new IndexBuilders(this.#request.jobs, () => this.#settled(), (refused, code) => this.#refuse(refused, code));
        this.#builders.add(new Uint8Array(bytes), facts);
    }
    /** A session with the settings that the dump has made so far. */
    async #settled() {
        const session = new RawSession(await this.#server.asRestorer());
        for (const setting of this.#settings)
            await session.run(setting);
        return session;
    }
    async #run(bytes, facts) {
        if (facts.kind === 'setting')
            this.#settings.push(new Uint8Array(bytes));
        if (this.#builders !== undefined) {
            if (facts.kind === 'comment')
                return this.#builders.addLast(new Uint8Array(bytes), facts);
            if (facts.kind !== 'setting')
                await this.#builders.wait();
            this.#judge(await this.#main.run(bytes), facts);
            return;
        }
        await this.#begin();
        const answer = await this.#main.run(Buffer.concat([savepoint, bytes, release]));
        if ('refused' in answer)
            await this.#main.run(backToSavepoint);
        this.#judge(answer, facts);
    }
    async #beginCopy(bytes, facts) {
        await this.#builders?.wait();
        await this.#begin();
        const takes = await this.#main.beginCopy(Buffer.concat([savepoint, bytes, release]));
        this.#copy = { label: facts.label, takes };
    }
    async #endCopy() {
        const { label = '', takes = false } = this.#copy ?? {};
        this.#copy = undefined;
        const answer = takes ? await this.#main.endCopy() : await this.#main.refusedCopy();
        if ('refused' in answer)
            await this.#main.run(backToSavepoint);
        else
            this.#rows += Number(/^COPY (\d+)$/.exec(answer.tag)?.[1] ?? 0);
        this.#judge(answer, { kind: 'copy-in', label });
    }
    async #begin() {
        if (this.#inTransaction)
            return;
        this.#inTransaction = true;
        await this.#main.run(begin);
    }
    async #commit() {
        if (!this.#inTransaction)
            return;
        this.#inTransaction = false;
        this.#judge(await this.#main.run(commit), { kind: 'transaction', label: 'commit' });
    }
    #judge(answer, facts) {
        if ('refused' in answer && !isHarmless(facts, answer.refused))
            this.#refuse(facts.label, answer.refused);
    }
    #refuse(statement, code) {
        if (isExhausted(code))
            throw exhausted(code);
        this.#refusedCount += 1;
        if (this.#refused.length < mostRefused)
            this.#refused.push({ statement, code });
    }
}
/** `CREATE SCHEMA public` stands in dumps whose schema has another owner; a new database has one already (42P06). */
const isHarmless = ({ label }, code) => code === '42P06' && label === 'create schema public';

;// CONCATENATED MODULE: ./build/domain/backup/tar-header.js
/** Headers and contents come in blocks of so many bytes. */
const tarBlock = 512;
/** Types of members: the ones of POSIX (ustar), and the long names of GNU. Links, devices and pipes are refused. */
const kinds = {
    '0': 'file',
    '\0': 'file',
    '5': 'folder',
    x: 'meta',
    g: 'meta',
    L: 'meta',
};
/**
 * Read a header (POSIX.1-1988, ustar). `end`: a block of zeros, which stands at the end of the archive. A string says why
 * the member must not be read: a wrong checksum, a link or device, a path that leads outside.
 */
function tarHeader(block) {
    if (block.every((byte) => byte === 0))
        return 'end';
    if (checksumOf(block) !== octal(block, 148, 8))
        return 'the checksum of a header in it is wrong';
    const path = [tar_header_text(block, 345, 155), tar_header_text(block, 0, 100)].filter((part) => part !== '').join('/');
    const kind = kinds[String.fromCharCode(block[156] ?? 0)];
    if (kind === undefined)
        return 'it holds a link, a device or a pipe';
    if (path.startsWith('/') || path.split('/').includes('..'))
        return 'a path in it leads outside';
    const bytes = octal(block, 124, 12);
    if (bytes === undefined)
        return 'a member of it has no size';
    return { name: path.replace(/\/$/, '').replace(/^.*\//, ''), bytes, kind };
}
function tar_header_text(block, from, length) {
    const end = block.subarray(from, from + length).indexOf(0);
    return String.fromCharCode(...block.subarray(from, from + (end < 0 ? length : end)));
}
/** Octal digits, or for large sizes a number in base 256 that begins with 0x80 (GNU). */
function octal(block, from, length) {
    if (block[from] === 0x80) {
        const value = block.subarray(from + 1, from + length).reduce((sum, byte) => sum * 256 + byte, 0);
        return Number.isSafeInteger(value) ? value : undefined;
    }
    const digits = tar_header_text(block, from, length).trim();
    return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}
/** The sum of all bytes, those of the checksum itself taken as blanks. */
function checksumOf(block) {
    return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/tar.js


/** Bytes of a stream, as many as are wanted at a time. */
class Bytes {
    #source;
    #rest = new Uint8Array();
    constructor(source) {
        this.#source = source;
    }
    /** Up to so many bytes, at least one; none at the end. */
    async some(most) {
        if (this.#rest.length === 0) {
            const { done, value } = await this.#source.next();
            if (done === true)
                return new Uint8Array();
            this.#rest = value;
        }
        const taken = this.#rest.subarray(0, most);
        this.#rest = this.#rest.subarray(taken.length);
        return taken;
    }
    /** Exactly so many bytes. Throws {@link Spoiled} where there are fewer, unless there are none at all. */
    async exactly(length) {
        const bytes = new Uint8Array(length);
        let filled = 0;
        while (filled < length) {
            const part = await this.some(length - filled);
            if (part.length === 0)
                break;
            bytes.set(part, filled);
            filled += part.length;
        }
        if (filled > 0 && filled < length)
            throw cutOff();
        return bytes.subarray(0, filled);
    }
}
const cutOff = () => new Spoiled('incomplete', 'the tar archive ends within a member');
/** The files of a tar archive in their order. Throws {@link Spoiled} where it is not whole, or holds what must not be read. */
async function* tarFiles(chunks) {
    const source = chunks[Symbol.asyncIterator]();
    const bytes = new Bytes(source);
    try {
        for (;;) {
            const block = await bytes.exactly(tarBlock);
            if (block.length === 0)
                throw new Spoiled('incomplete', 'the end of the tar archive is not there');
            const header = tarHeader(block);
            if (header === 'end')
                return await untilEnd(bytes);
            if (typeof header === 'string')
                throw new Spoiled('damaged', header);
            let left = header.bytes;
            const content = async function* () {
                while (left > 0) {
                    const part = await bytes.some(left);
                    if (part.length === 0)
                        throw cutOff();
                    left -= part.length;
                    yield part;
                }
            };
            if (header.kind === 'file')
                yield { ...header, chunks: content };
            for await (const _ of content())
                ;
            await bytes.exactly((tarBlock - (header.bytes % tarBlock)) % tarBlock);
        }
    }
    finally {
        await source.return?.();
    }
}
/** Behind the first block of zeros stand only others. */
async function untilEnd(bytes) {
    for (;;) {
        const part = await bytes.some(65_536);
        if (part.length === 0)
            return;
        if (part.some((byte) => byte !== 0))
            throw new Spoiled('damaged', 'something stands behind the end of the tar archive');
    }
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/tar-directory.js






/** The table of contents is held in memory; bytes. */
const tar_directory_mostHeldBytes = 64 * 2 ** 20;
const mostMembers = 200_000;
const plainName = (name) => name.replace(/(?<=\.dat)\.(gz|zst|lz4)$/, '');
const isRows = (name) => /^\d{1,10}\.dat$/.test(name);
const objectOf = (name) => {
    const oid = /^blob_(\d{1,10})\.dat$/.exec(name)?.[1];
    return oid === undefined ? undefined : Number(oid);
};
/**
 * A tar archive of a directory format, or pg_dump's own tar format, as one stream in custom format. It is read twice: the
 * table of contents may stand anywhere in it, and has to come first. The second time the rows come in the order of the
 * archive, and the entries of the table of contents are put into that order.
 */
class TarDirectory {
    head;
    #toc;
    #contents;
    #order;
    #again;
    #request;
    constructor(parts) {
        this.head = parts.head;
        this.#toc = parts.toc;
        this.#contents = parts.contents;
        this.#order = parts.order;
        this.#again = parts.again;
        this.#request = parts.request;
    }
    /** Read the archive to its end a first time: what is in it, and in which order. */
    static async open(file, decoded, request, signal) {
        const names = [];
        let toc = new Uint8Array();
        for await (const member of tarFiles(decoded)) {
            names.push(plainName(member.name));
            if (names.length > mostMembers)
                throw new Spoiled('unsupported', `a tar archive of more than ${mostMembers} files`);
            if (member.name === 'toc.dat')
                toc = await held(member);
        }
        const head = archiveHead(toc);
        const contents = head === undefined ? 'damaged' : archiveContents(toc, head);
        if (head === undefined || head.layout !== 'files' || typeof contents === 'string') {
            throw new Spoiled('damaged', 'the tar archive holds no intact toc.dat of pg_dump');
        }
        const order = inOrder(contents, names);
        const again = () => new Decoded(file, request.bounds, false).chunks(signal);
        return new TarDirectory({ head, toc, contents, order, again, request });
    }
    /** The archive in custom format. */
    async *chunks() {
        const { head } = this;
        yield* customHead(this.#toc, head, this.#contents, this.#order);
        const byFile = new Map(this.#order.flatMap((entry) => (entry.hasData ? [[entry.file, entry]] : [])));
        const objects = this.#order.find(({ kind, hasData }) => kind === 'BLOBS' && hasData);
        let inObjects = false;
        for await (const member of tarFiles(this.#again())) {
            const name = plainName(member.name);
            const oid = objectOf(name);
            if (oid !== undefined && objects !== undefined) {
                if (!inObjects)
                    yield* objectsHead(objects, head);
                inObjects = true;
                yield archiveNumber(oid, head);
                yield* this.#pieces(member);
            }
            else if (isRows(name)) {
                if (inObjects)
                    yield archiveNumber(0, head);
                inObjects = false;
                yield* rowsHead(byFile.get(name), head);
                yield* this.#pieces(member);
            }
        }
        if (inObjects)
            yield archiveNumber(0, head);
    }
    async *#pieces(member) {
        const { name, bytes } = member;
        const file = { name, bytes, open: async () => ({ bytes, chunks: member.chunks() }) };
        const decoded = new Decoded(file, this.#request.bounds, false);
        for await (const chunk of decoded.chunks(new AbortController().signal)) {
            yield archiveNumber(chunk.length, this.head);
            yield chunk;
        }
        yield archiveNumber(0, this.head);
    }
}
async function held(member) {
    if (member.bytes > tar_directory_mostHeldBytes)
        throw new Spoiled('too-large', 'its table of contents is larger than 64 MiB');
    const chunks = [];
    for await (const chunk of member.chunks())
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/**
 * The entries with those that have data in the order of their files: each takes the place of another one with data, so that
 * what defines tables stays before them and what builds indexes behind. Large objects must stand together.
 */
function inOrder({ entries }, names) {
    const withData = entries.filter(({ hasData }) => hasData);
    const places = new Map(names.map((name, index) => [name, index]));
    const objects = names.flatMap((name, index) => (objectOf(name) === undefined ? [] : [index]));
    const [first = 0, last = 0] = [objects[0], objects.at(-1)];
    const between = names.slice(first, last + 1).some(isRows);
    if (objects.length > 0 && between) {
        throw new Spoiled('unsupported', 'large objects stand between tables in the tar archive: make it with `tar --sort=name`');
    }
    const placeOf = (entry) => (entry.kind === 'BLOBS' ? first : (places.get(entry.file) ?? -1));
    const missing = withData.find((entry) => (entry.kind === 'BLOBS' ? objects.length === 0 : placeOf(entry) < 0));
    if (missing !== undefined)
        throw new Spoiled('incomplete', `${missing.file.slice(0, 60)} is not in the tar archive`);
    const named = new Set(withData.map(({ file }) => file));
    const strange = names.find((name) => isRows(name) && !named.has(name));
    if (strange !== undefined)
        throw new Spoiled('damaged', `${strange} is not in its table of contents`);
    const sorted = withData.toSorted((a, b) => placeOf(a) - placeOf(b)).values();
    return entries.map((entry) => (entry.hasData ? sorted.next().value : entry));
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/restore-backup.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


















/** Address space of each process in a cell, bytes: PostgreSQL's shared memory counts for each. */
const mostMemoryBytes = 4 * 2 ** 30;
/** How much larger a restored database is taken to be than its backup, at the most likely. */
const growth = 12;
/** Enough of a dump for its head. */
const headBytes = 16 * 1024;
/** Restore into a throw-away server; in memory if it is likely to fit, else on the disk. */
async function restoreBackup(host, files, request, signal) {
    const stored = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const room = Math.min(request.mostDiskBytes, Math.floor((0,external_node_os_.freemem)() / 2));
    if (stored * growth < room) {
        try {
            return await restoreIn(host, files, request, { workspace: 'memory', mostDiskBytes: room, mostMemoryBytes }, signal);
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U) || error.code !== 'busy' || room === request.mostDiskBytes)
                throw error;
        }
    }
    const limits = { workspace: 'disk', mostDiskBytes: request.mostDiskBytes, mostMemoryBytes };
    return restoreIn(host, files, request, limits, signal);
}
async function restoreIn(host, files, request, limits, signal) {
    let opened;
    const early = await spoiledBy(async () => {
        opened = await (isDirectory(files) ? openDirectory(files, request, signal) : openSingle(files, request, signal));
    });
    if (opened === undefined)
        return notBegun(early ?? { kind: 'empty', says: 'it has no objects' }, limits.workspace);
    try {
        const version = (0,head/* versionOf */.E)(opened.head.server ?? '') ?? { major: 0, minor: 0 };
        const made = (0,head/* versionOf */.E)(opened.head.dump ?? '') ?? version;
        const installation = await installationFor(made.major > version.major ? made : version);
        return await inCell(host, limits, signal, async (cell) => restoreInto(cell, await Server.start(cell, installation, host), opened, installation, host, request, limits));
    }
    finally {
        await opened.close();
    }
}
/** Work in a cell that ends with the signal, and when the folder of its files holds more than it may. */
async function inCell(host, limits, signal, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cell = __addDisposableResource(env_1, await Cell.open(host, limits), true);
        const ended = new AbortController();
        let overfull = false;
        const stop = () => void cell.close();
        signal.addEventListener('abort', stop, { once: true });
        if (limits.workspace === 'disk') {
            void watchDisk(cell.folders.files, limits.mostDiskBytes, host, ended.signal, () => {
                overfull = true;
                stop();
            });
        }
        try {
            const restoration = await work(cell);
            overfull ||= restoration.databaseBytes > limits.mostDiskBytes;
            if (signal.aborted || overfull)
                throw cancelled();
            return restoration;
        }
        catch (error) {
            if (overfull)
                throw exhausted(diskFull);
            throw signal.aborted ? cancelled() : error;
        }
        finally {
            ended.abort();
            signal.removeEventListener('abort', stop);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function restoreInto(cell, server, opened, installation, host, request, { workspace }) {
    const reader = new dump_reader/* DumpReader */.i();
    let session;
    const started = host.clock.monotonic();
    try {
        const damage = await spoiledBy(async () => {
            for await (const chunk of opened.sql(cell, installation)) {
                session ??= await restore_backup_begin(server, request, chunk);
                for (const event of reader.push(chunk))
                    await session.take(event);
                if (reader.fault !== undefined)
                    return;
            }
            for (const event of reader.finish())
                await session?.take(event);
            if (reader.fault === undefined)
                await session?.finish();
        });
        const restoreMs = host.clock.monotonic() - started;
        const fault = damage ?? (reader.fault && { kind: reader.fault.kind, says: reader.fault.says });
        const whole = fault === undefined;
        const head = { ...reader.head, ...opened.head };
        return {
            ...nothing,
            ...session?.progress,
            reading: { ...opened.reading(), head, ...(fault === undefined ? {} : { damage: fault }) },
            server: server.version,
            workspace,
            restoreMs,
            ...(whole ? await examine(server, request.expectations) : {}),
            ...(whole && request.amcheck ? { amcheck: await checkStorage(server, cell, request.jobs) } : {}),
        };
    }
    finally {
        await session?.close();
    }
}
/** The database takes the encoding that the dump names at its beginning. */
async function restore_backup_begin(server, request, first) {
    const text = Buffer.from(first.subarray(0, headBytes)).toString('latin1');
    await server.createDatabase(/^SET client_encoding = '(\w+)';$/m.exec(text)?.[1] ?? 'UTF8');
    return RestoreSession.open(server, request);
}
async function openDirectory(files, request, signal) {
    const directory = await Directory.open(files, request, signal);
    return {
        head: directory.head,
        reading: () => directory.reading(),
        sql: (cell, installation) => asPlain(cell, installation, ['--format=custom'], feedInput(directory.chunks())),
        close: async () => undefined,
    };
}
/** One object: plain or custom, maybe compressed. */
async function openSingle([file], request, signal) {
    if (file === undefined)
        return undefined;
    const decoded = new Decoded(file, request.bounds, request.sha256);
    const chunks = decoded.chunks(signal);
    const first = [];
    for (let length = 0; length < headBytes;) {
        const { done, value } = await chunks.next();
        if (done === true)
            break;
        first.push(value);
        length += value.length;
    }
    const begun = Buffer.concat(first);
    if (begun.length === 0)
        throw new Spoiled('empty', emptyWords(decoded));
    refuseUnreadable(decoded.format);
    const rest = withFirst(begun, chunks);
    const common = { reading: () => decoded.reading(), close: async () => void (await chunks.return(undefined)) };
    if (decoded.format === 'plain') {
        const reader = new dump_reader/* DumpReader */.i();
        reader.push(begun);
        return { ...common, head: reader.head, sql: () => rest };
    }
    if (decoded.format === 'tar') {
        const archive = await TarDirectory.open(file, rest, request, signal);
        return {
            ...common,
            head: archive.head,
            sql: (cell, installation) => asPlain(cell, installation, ['--format=custom'], feedInput(archive.chunks())),
        };
    }
    const head = archiveHead(begun);
    if (head === undefined || head.layout !== 'custom')
        throw new Spoiled('unsupported', 'an archive of a form that is not known here');
    return {
        ...common,
        head,
        sql: (cell, installation) => asPlain(cell, installation, ['--format=custom'], feedInput(walked(rest))),
    };
}
async function* withFirst(first, rest) {
    yield first;
    yield* rest;
}
const nothing = {
    refused: [],
    refusedCount: 0,
    leftOut: 0,
    missingExtensions: [],
    tables: 0,
    rows: 0,
    databaseBytes: 0,
    expected: [],
    inventory: { tables: [], extensions: [], roles: [], languages: [], links: 0 },
};
function notBegun(damage, workspace) {
    const reading = { formats: [], storedBytes: 0, bytes: 0, checksums: {}, head: {}, damage };
    return { ...nothing, reading, server: '', workspace, restoreMs: 0 };
}
function cancelled() {
    return new port_error/* PortError */.U({
        code: 'cancelled',
        subject: 'restore drill',
        message: 'the run was asked to stop, or its time was up',
    });
}

;// CONCATENATED MODULE: ./build/adapters/postgres-drill/index.js



/** The port `drill` on this machine. What drills of killed runs left behind is removed before anything else. */
function createDrill(host) {
    let swept;
    return {
        read: readBackup,
        restore: async (files, request, signal) => {
            swept ??= sweep(host.folder);
            await swept;
            return restoreBackup(host, files, request, signal);
        },
    };
}


/***/ })

};
