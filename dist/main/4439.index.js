export const id = 4439;
export const ids = [4439];
export const modules = {

/***/ 84439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ DumpReader)
});

// UNUSED EXPORTS: longestStatement

;// CONCATENATED MODULE: ./build/domain/backup/dump/roles.js
/** Words that stand where a role may stand, and are none. */
const notRoles = new Set(['public', 'current_user', 'session_user', 'current_role', 'default', 'none', 'with']);
const roles_name = (token) => {
    if (token?.kind === 'quoted')
        return token.text;
    return token?.kind === 'word' && !notRoles.has(token.text) ? token.text : undefined;
};
const isWord = (token, ...words) => token?.kind === 'word' && words.includes(token.text);
/** The names that follow, separated by commas. */
function listFrom(tokens, from) {
    const found = [];
    for (let at = from;; at += 2) {
        const role = roles_name(tokens[at]);
        if (role !== undefined)
            found.push(role);
        if (tokens[at + 1]?.text !== ',')
            return found;
    }
}
/** Whether a list of roles begins after this token. */
function introduces(tokens, at) {
    const [token, before] = [tokens[at], tokens[at - 1]];
    if (token?.kind !== 'word' || token.depth > 0)
        return false;
    switch (token.text) {
        case 'to':
            return isWord(tokens[0], 'grant', 'alter', 'create') && !isWord(before, 'rename', 'set');
        case 'from':
            return isWord(tokens[0], 'revoke') || (isWord(tokens[0], 'alter') && isWord(tokens[1], 'default'));
        case 'role':
        case 'user':
            return isWord(before, 'for') || (at === 1 && isWord(tokens[0], 'alter', 'create', 'set'));
        case 'authorization':
            return true;
        default:
            return false;
    }
}
/**
 * The roles that a statement of a dump names: OWNER TO, GRANT … TO, REVOKE … FROM, FOR ROLE, CREATE SCHEMA AUTHORIZATION,
 * CREATE POLICY … TO, ALTER ROLE. Without those that stand for another (PUBLIC, CURRENT_USER).
 */
function findRoles(tokens) {
    const found = tokens.flatMap((_, at) => (introduces(tokens, at) ? listFrom(tokens, at + 1) : []));
    return [...new Set(found)];
}

;// CONCATENATED MODULE: ./build/domain/backup/dump/classify.js

const program = (says) => ({ kind: 'other', refused: { kind: 'program', says } });
/** Judge a statement by its tokens. */
function classify(tokens) {
    return { ...judged(tokens), label: labelOf(tokens) };
}
function judged(tokens) {
    if (tokens.every(({ text, kind }) => kind === 'symbol' && text === ';'))
        return { kind: 'empty' };
    const words = tokens.map(({ kind, text }) => (kind === 'word' ? text : ''));
    const verb = words[0] ?? '';
    const judge = Object.hasOwn(byVerb, verb) ? byVerb[verb] : undefined;
    return judge?.(words, tokens) ?? { kind: 'other' };
}
const byVerb = {
    copy: copyFacts,
    create: createFacts,
    alter: alterFacts,
    comment: (words) => ({ kind: words[2] === 'extension' ? 'extension-comment' : 'comment' }),
    select: (_words, tokens) => ({ kind: isSetConfig(tokens) ? 'setting' : 'other' }),
    begin: () => ({ kind: 'transaction' }),
    commit: () => ({ kind: 'transaction' }),
    start: () => ({ kind: 'transaction' }),
    end: () => ({ kind: 'transaction' }),
    rollback: () => ({ kind: 'transaction' }),
    savepoint: () => ({ kind: 'transaction' }),
    release: () => ({ kind: 'transaction' }),
    abort: () => ({ kind: 'transaction' }),
    prepare: (words) => (words[1] === 'transaction' ? { kind: 'transaction' } : { kind: 'other' }),
    grant: ownership,
    revoke: ownership,
    set: setFacts,
    do: () => program('a DO block, which pg_dump never writes'),
    load: () => program('LOAD, which runs a library of the server'),
    security: () => ({ kind: 'superuser' }),
};
function copyFacts(words, tokens) {
    const from = tokens.findIndex(({ kind, text, depth }) => depth === 0 && kind === 'word' && text === 'from');
    const source = words[from + 1];
    if (from < 0)
        return program('COPY … TO, which writes a file or runs a program');
    if (source !== 'stdin')
        return program(`COPY … FROM ${source === 'program' ? 'PROGRAM' : 'a file'}`);
    return { kind: 'copy-in', table: nameAt(tokens, 1) };
}
function createFacts(words, tokens) {
    const at = firstNoun(words);
    const noun = words[at] ?? '';
    const facts = Object.hasOwn(byNoun, noun) ? byNoun[noun] : undefined;
    return facts?.(words, tokens, at) ?? { kind: 'other' };
}
const adjectives = new Set([
    'or',
    'replace',
    'unique',
    'unlogged',
    'trusted',
    'procedural',
    'foreign',
    'event',
    'constraint',
    'global',
    'local',
]);
function firstNoun(words) {
    let at = 1;
    while (adjectives.has(words[at] ?? ''))
        at += 1;
    return at;
}
const functionFacts = (words, tokens) => {
    const at = words.findIndex((word, index) => word === 'language' && tokens[index]?.depth === 0);
    const language = tokens[at + 1]?.text.toLowerCase();
    return at < 0 || language === undefined ? { kind: 'other' } : { kind: 'other', language };
};
const byNoun = {
    function: functionFacts,
    procedure: functionFacts,
    index: () => ({ kind: 'index' }),
    table: (words, tokens, at) => {
        const link = words.slice(0, at).includes('foreign');
        const table = nameAt(tokens, afterIfNotExists(words, at));
        return link ? { kind: 'other', link: true } : { kind: 'table', table };
    },
    extension: (words, tokens, at) => {
        const schema = tokens[words.indexOf('schema', at) + 1]?.text;
        const extension = tokens[afterIfNotExists(words, at)]?.text ?? '';
        return { kind: 'extension', extension, ...(words.includes('schema') && schema !== undefined ? { schema } : {}) };
    },
    language: (_words, tokens, at) => ({ kind: 'superuser', language: tokens[at + 1]?.text.toLowerCase() ?? '' }),
    trigger: (words) => ({ kind: words[1] === 'event' ? 'superuser' : 'other' }),
    cast: () => ({ kind: 'superuser' }),
    transform: () => ({ kind: 'superuser' }),
    access: () => ({ kind: 'superuser' }),
    tablespace: () => ({ kind: 'superuser' }),
    server: () => ({ kind: 'other', link: true }),
    data: () => ({ kind: 'superuser' }),
    user: (words, tokens) => words[2] === 'mapping' ? { kind: 'superuser', link: true } : { kind: 'ownership', ...rolesOf(tokens) },
    subscription: () => ({ kind: 'superuser', link: true }),
    role: ownership,
    group: ownership,
    database: () => ({
        kind: 'other',
        refused: { kind: 'unsupported', says: 'CREATE DATABASE: made with --create, or by pg_dumpall' },
    }),
    policy: (_words, tokens) => ({ kind: 'other', ...rolesOf(tokens) }),
    schema: (_words, tokens) => ({ kind: 'other', ...rolesOf(tokens) }),
};
const afterIfNotExists = (words, at) => (words[at + 1] === 'if' ? at + 4 : at + 1);
function alterFacts(words, tokens) {
    if (words[1] === 'system')
        return program('ALTER SYSTEM, which changes the server');
    if (words[1] === 'role' || words[1] === 'user' || words[1] === 'group' || words[1] === 'default') {
        return ownership(words, tokens);
    }
    if (words[1] === 'database')
        return { kind: 'ownership' };
    if (words[1] === 'event' || words[1] === 'extension')
        return { kind: 'superuser' };
    if (words[1] === 'subscription')
        return { kind: 'superuser', link: true };
    const owner = words.some((word, index) => word === 'owner' && words[index + 1] === 'to');
    if (owner)
        return ownership(words, tokens);
    return { kind: addsKey(words) ? 'index' : 'other' };
}
/** ALTER TABLE … ADD CONSTRAINT … PRIMARY KEY, UNIQUE or EXCLUDE, which build an index. */
function addsKey(words) {
    const add = words.indexOf('add');
    return (words[1] === 'table' &&
        words[add + 1] === 'constraint' &&
        ['primary', 'unique', 'exclude'].includes(words[add + 3] ?? ''));
}
function setFacts(words, tokens) {
    if (words[1] === 'role' || words[1] === 'session')
        return { kind: 'ownership', ...rolesOf(tokens) };
    const off = tokens.some(({ text }) => ['off', 'false', '0'].includes(text.toLowerCase()));
    if (words[1] === 'standard_conforming_strings' && off) {
        return {
            kind: 'other',
            refused: { kind: 'unsupported', says: 'standard_conforming_strings is off, as before PostgreSQL 9.1' },
        };
    }
    return { kind: isOwnSetting(words[1] ?? '') ? 'empty' : 'setting' };
}
/** Settings that are the drill's own: how long things may take, and where files are. */
const isOwnSetting = (name) => name.endsWith('timeout') || name === 'default_tablespace';
const isSetConfig = (tokens) => tokens.slice(1, 4).some(({ kind, text }) => kind === 'word' && text === 'set_config');
function ownership(_words, tokens) {
    return { kind: 'ownership', ...rolesOf(tokens) };
}
const rolesOf = (tokens) => {
    const roles = findRoles(tokens);
    return roles.length === 0 ? {} : { roles };
};
/** Up to the first parenthesis or value, eight words at most. */
function labelOf(tokens) {
    const end = tokens.findIndex(({ kind, text }) => kind === 'string' || ['(', ';', '='].includes(text));
    const words = tokens.slice(0, Math.min(end < 0 ? tokens.length : end, 10)).map(({ text }) => text);
    return words.join(' ').replaceAll(' . ', '.').slice(0, 120);
}
/** A name with its schema, as it is written: `public.blocks`, `archive."Mixed Case"`. */
function nameAt(tokens, from) {
    const at = tokens[from]?.text === 'only' ? from + 1 : from;
    const part = (token) => token?.kind === 'quoted' ? `"${token.text.replaceAll('"', '""')}"` : (token?.text ?? '');
    const dotted = tokens[at + 1]?.text === '.' && tokens[at + 1]?.kind === 'symbol';
    return dotted ? `${part(tokens[at])}.${part(tokens[at + 2])}` : part(tokens[at]);
}

// EXTERNAL MODULE: ./build/domain/backup/dump/head.js
var head = __webpack_require__(87857);
;// CONCATENATED MODULE: ./build/domain/backup/dump/characters.js
/* Bytes that mean something to PostgreSQL's lexer (manual, "Lexical Structure"). */
const code = (character) => character.charCodeAt(0);
/** Single bytes, by their names. */
const [LF, QUOTE, DOUBLE, DOLLAR, BACKSLASH] = [10, code("'"), code('"'), code('$'), code('\\')];
/** Single bytes, by their names. */
const [DASH, SLASH, STAR, SEMICOLON, OPEN, CLOSE] = [
    code('-'),
    code('/'),
    code('*'),
    code(';'),
    code('('),
    code(')'),
];
/** White space of ASCII. */
const isSpace = (byte) => byte === 32 || (byte >= 9 && byte <= 13);
/** A digit of ASCII. */
const isDigit = (byte) => byte >= 48 && byte <= 57;
/** What a name may begin with: bytes from 128 on count as letters. */
const isLetter = (byte) => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95 || byte >= 128;
/** What a name may go on with. */
const isWordPart = (byte) => isLetter(byte) || isDigit(byte) || byte === DOLLAR;

// EXTERNAL MODULE: ./build/domain/backup/dump/token.js
var token = __webpack_require__(31938);
;// CONCATENATED MODULE: ./build/domain/backup/dump/statement-lexer.js


/** Tokens that are kept of a statement: those that define something are short but for their bodies. */
const mostTokens = 4096;
/**
 * Finds the end of SQL statements in bytes, as PostgreSQL's own lexer does (manual, "Lexical Structure"): strings with and
 * without escapes, quoted identifiers, dollar quotes, nested comments, and the bodies of SQL-standard functions (BEGIN
 * ATOMIC … END), whose semicolons end nothing. `standard_conforming_strings` is taken as on.
 */
class StatementLexer {
    #state = 'plain';
    #depth = 0;
    #comments = 0;
    #blocks = 0;
    #tag = new Uint8Array();
    #definesFunction = false;
    #from = 0;
    #tokens = [];
    /** Whether anything but blanks and comments has been seen of the statement. */
    started = false;
    /** The tokens of the statement so far. */
    get tokens() {
        return this.#tokens;
    }
    /** Whether it is between statements, in no quote and no comment. */
    get between() {
        return !this.started && (this.#state === 'plain' || this.#state === 'line-comment');
    }
    /** In which quote or comment it is, for a message. */
    get where() {
        return this.#state === 'plain' ? 'statement' : this.#state.replace('-', ' ');
    }
    /** Begin the next statement. */
    reset() {
        this.#state = 'plain';
        this.#depth = 0;
        this.#blocks = 0;
        this.#tokens = [];
        this.#definesFunction = false;
        this.started = false;
    }
    /**
     * Read on from `at`; `final` when no bytes follow. Where the answer is `more`, the next call begins at {@link resumeAt}
     * of the same bytes with others behind them.
     */
    read(data, at, final) {
        this.#position = at;
        for (;;) {
            const stop = this.#state === 'plain' ? this.#plain(data, final) : this.#quoted(data, final);
            if (stop !== undefined)
                return stop;
        }
    }
    /** Where the next call begins. */
    get resumeAt() {
        return this.#position;
    }
    #position = 0;
    /** Bytes moved to the front of the array by as many as were dropped. */
    shift(dropped) {
        this.#position -= dropped;
        this.#from -= dropped;
    }
    #plain(data, final) {
        while (this.#position < data.length) {
            const byte = data[this.#position];
            if (isSpace(byte))
                this.#position += 1;
            else if (isLetter(byte)) {
                if (!this.#word(data, final))
                    return { kind: 'more' };
            }
            else {
                const stop = this.#special(data, byte, final);
                if (stop !== undefined)
                    return stop;
                if (this.#state !== 'plain')
                    return undefined;
            }
        }
        return { kind: 'more' };
    }
    #special(data, byte, final) {
        const next = data[this.#position + 1];
        const needsNext = byte === DASH || byte === SLASH || byte === DOLLAR;
        if (needsNext && next === undefined && !final)
            return { kind: 'more' };
        switch (byte) {
            case BACKSLASH:
                return { kind: 'backslash', at: this.#position };
            case QUOTE:
                this.#open('string', 1);
                return undefined;
            case DOUBLE:
                this.#open('identifier', 1);
                return undefined;
            case DOLLAR:
                return this.#dollar(data, final);
            case SEMICOLON:
                return this.#semicolon();
            default:
                this.#other(byte, next);
                return undefined;
        }
    }
    #other(byte, next) {
        if (byte === DASH && next === DASH) {
            this.#from = this.#position;
            this.#state = 'line-comment';
        }
        else if (byte === SLASH && next === STAR) {
            this.#state = 'block-comment';
            this.#comments = 1;
            this.#position += 2;
        }
        else {
            if (byte === CLOSE)
                this.#depth = Math.max(0, this.#depth - 1);
            this.#token('symbol', String.fromCharCode(byte));
            if (byte === OPEN)
                this.#depth += 1;
            this.#position += 1;
        }
    }
    #semicolon() {
        this.#position += 1;
        if (this.#depth > 0 || this.#blocks > 0) {
            this.#token('symbol', ';');
            return undefined;
        }
        return { kind: 'statement', end: this.#position };
    }
    #open(state, length) {
        this.started = true;
        this.#state = state;
        this.#position += length;
        this.#from = this.#position;
    }
    /** A bare word, or the E before a string with escapes. */
    #word(data, final) {
        let end = this.#position + 1;
        while (end < data.length && isWordPart(data[end]))
            end += 1;
        if (end === data.length && !final)
            return false;
        const word = (0,token/* textOf */.b)(data.subarray(this.#position, end)).toLowerCase();
        if (data[end] === QUOTE && word === 'e') {
            this.#open('escape-string', end - this.#position + 1);
            return true;
        }
        this.#position = end;
        this.#token('word', word);
        this.#countBlocks(word);
        return this.#state === 'plain';
    }
    /** psql counts the blocks of a function whose body is SQL itself in the same way. */
    #countBlocks(word) {
        if (this.#tokens.length <= 4)
            this.#definesFunction ||= (0,token/* definesFunction */.V)(this.#tokens);
        if (this.#depth > 0 || !this.#definesFunction)
            return;
        if (word === 'begin')
            this.#blocks += 1;
        else if (word === 'case' && this.#blocks > 0)
            this.#blocks += 1;
        else if (word === 'end' && this.#blocks > 0)
            this.#blocks -= 1;
    }
    #dollar(data, final) {
        let end = this.#position + 1;
        if (end < data.length && isDigit(data[end]))
            return this.#symbol('$');
        while (end < data.length && isWordPart(data[end]) && data[end] !== DOLLAR)
            end += 1;
        if (end >= data.length)
            return final ? this.#symbol('$') : { kind: 'more' };
        if (data[end] !== DOLLAR)
            return this.#symbol('$');
        this.#tag = new Uint8Array(data.subarray(this.#position, end + 1));
        this.#open('dollar', end + 1 - this.#position);
        return undefined;
    }
    #symbol(text) {
        this.#token('symbol', text);
        this.#position += 1;
    }
    #token(kind, text) {
        this.started = true;
        if (this.#tokens.length < mostTokens)
            this.#tokens.push({ kind, text, depth: this.#depth });
    }
    #quoted(data, final) {
        switch (this.#state) {
            case 'line-comment':
                return this.#lineComment(data, final);
            case 'block-comment':
                return this.#blockComment(data);
            case 'string':
                return this.#untilQuote(data, QUOTE, 'string', final);
            case 'identifier':
                return this.#untilQuote(data, DOUBLE, 'quoted', final);
            case 'escape-string':
                return this.#escapes(data, final);
            default:
                return this.#untilTag(data);
        }
    }
    #lineComment(data, final) {
        const end = data.indexOf(LF, this.#position);
        if (end < 0 && !final) {
            this.#position = data.length;
            return { kind: 'more' };
        }
        const start = this.#from;
        this.#position = end < 0 ? data.length : end;
        this.#state = 'plain';
        return this.started ? undefined : { kind: 'comment', start, end: this.#position };
    }
    #blockComment(data) {
        for (let at = this.#position; at + 1 < data.length; at += 1) {
            const [byte, next] = [data[at], data[at + 1]];
            const opens = byte === SLASH && next === STAR;
            if (!opens && !(byte === STAR && next === SLASH))
                continue;
            this.#comments += opens ? 1 : -1;
            at += 1;
            if (this.#comments > 0)
                continue;
            this.#position = at + 1;
            this.#state = 'plain';
            return undefined;
        }
        this.#position = Math.max(this.#position, data.length - 1);
        return { kind: 'more' };
    }
    #untilQuote(data, quote, kind, final) {
        const end = data.indexOf(quote, this.#position);
        if (end < 0 || (end + 1 === data.length && !final)) {
            this.#position = end < 0 ? data.length : end;
            return { kind: 'more' };
        }
        if (data[end + 1] === quote)
            this.#position = end + 2;
        else
            this.#close(data, end, end + 1, kind);
        return undefined;
    }
    #escapes(data, final) {
        let at = this.#position;
        while (at < data.length && data[at] !== QUOTE)
            at += data[at] === BACKSLASH ? 2 : 1;
        if (at >= data.length || (at === data.length - 1 && !final)) {
            // an escape or a doubled quote may go on in the next chunk: look at its first byte again
            this.#position = at > data.length ? data.length - 1 : at;
            return { kind: 'more' };
        }
        if (data[at + 1] === QUOTE)
            this.#position = at + 2;
        else
            this.#close(data, at, at + 1, 'string');
        return undefined;
    }
    #untilTag(data) {
        const tag = this.#tag;
        let at = this.#position;
        for (;;) {
            at = data.indexOf(DOLLAR, at);
            if (at < 0 || at + tag.length > data.length) {
                this.#position = at < 0 ? data.length : at;
                return { kind: 'more' };
            }
            if (tag.every((byte, index) => data[at + index] === byte))
                break;
            at += 1;
        }
        this.#close(data, at, at + tag.length, 'string');
        return undefined;
    }
    #close(data, end, next, kind) {
        const text = (0,token/* textOf */.b)(data.subarray(this.#from, end));
        this.#token(kind, kind === 'quoted' ? text.replaceAll('""', '"') : text.replaceAll("''", "'"));
        this.#state = 'plain';
        this.#position = next;
    }
}

;// CONCATENATED MODULE: ./build/domain/backup/dump/dump-reader.js




/** Longest statement (a function, an INSERT), bytes: it is held in memory. */
const longestStatement = 64 * 1024 * 1024;
const [dump_reader_LF, CR, DOT, dump_reader_BACKSLASH] = [10, 13, 46, 92];
const endMarkers = ['-- PostgreSQL database dump complete', '-- PostgreSQL database cluster dump complete'];
/**
 * Reads a plain dump (pg_dump --format=plain) as psql would, without running anything: statements, the data of COPY, and
 * the commands that begin with a backslash, of which only `\restrict` and `\unrestrict` with one alphanumeric word may be
 * there (PostgreSQL 14.19, 15.14, 16.10, 17.6 and later write them around the dump, the second after the completion marker).
 */
class DumpReader {
    #lexer = new StatementLexer();
    #data = new Uint8Array();
    /** Begin of what is not consumed yet. */
    #start = 0;
    #offset = 0;
    #mode = 'sql';
    #lineBegin = true;
    #restricted;
    #ended = false;
    #head = {};
    #fault;
    /** What the comments at its head say. */
    get head() {
        return this.#head;
    }
    /** The first thing that is wrong; reading stops there. */
    get fault() {
        return this.#fault;
    }
    /** Bytes that were handed in. */
    get bytes() {
        return this.#offset + this.#data.length;
    }
    /** Read on. The events' bytes are views of the chunk; nothing else of it is kept. */
    push(chunk) {
        if (this.#fault !== undefined)
            return [];
        const nul = chunk.indexOf(0);
        const kept = this.#data;
        const usable = nul < 0 ? chunk : chunk.subarray(0, nul);
        this.#data = kept.length === 0 ? usable : joined(kept, usable);
        const events = [];
        this.#run(events, false);
        if (nul >= 0)
            this.#fail('damaged', 'a byte of zero, which no dump holds', this.#data.length);
        else if (this.#data.length - this.#start > longestStatement) {
            this.#fail('unsupported', `a statement of more than ${longestStatement / 2 ** 20} MiB`, this.#start);
        }
        this.#letGo();
        return events;
    }
    /** No bytes follow. Afterwards {@link fault} says whether the dump is whole. */
    finish() {
        const events = [];
        if (this.#fault === undefined)
            this.#run(events, true);
        if (this.#fault === undefined)
            this.#judgeEnd();
        return events;
    }
    /** Copy what is not consumed yet: whoever handed the chunk in may reuse it. */
    #letGo() {
        if (this.#start > 0)
            this.#drop(this.#start);
        this.#data = new Uint8Array(this.#data);
    }
    #drop(bytes) {
        this.#data = this.#data.subarray(bytes);
        this.#offset += bytes;
        this.#lexer.shift(bytes);
        this.#start -= bytes;
    }
    #judgeEnd() {
        const at = this.#data.length;
        if (this.bytes === 0)
            this.#fail('incomplete', 'it holds nothing', at);
        else if (this.#mode !== 'sql')
            this.#fail('incomplete', 'it ends within the rows of a table', at);
        else if (!this.#lexer.between)
            this.#fail('incomplete', `it ends within a ${this.#lexer.where}`, at);
        else if (!this.#ended)
            this.#fail('incomplete', 'the completion marker of pg_dump is not at its end', at);
        else if (this.#restricted !== undefined)
            this.#fail('incomplete', '`\\unrestrict` is not at its end', at);
    }
    #run(events, final) {
        while (this.#fault === undefined) {
            const goesOn = this.#mode === 'sql' ? this.#sql(events, final) : this.#copy(events, final);
            if (!goesOn)
                return;
        }
    }
    #sql(events, final) {
        const stop = this.#lexer.read(this.#data, Math.max(this.#lexer.resumeAt, this.#start), final);
        switch (stop.kind) {
            case 'more':
                if (this.#lexer.between && this.#lexer.where === 'statement')
                    this.#start = this.#lexer.resumeAt;
                return false;
            case 'statement':
                return this.#statement(events, stop.end);
            case 'comment':
                this.#comment((0,token/* textOf */.b)(this.#data.subarray(stop.start, stop.end)).trimEnd());
                this.#start = stop.end;
                return true;
            case 'backslash':
                return this.#command(stop.at, final);
        }
    }
    #statement(events, end) {
        const bytes = this.#data.subarray(this.#start, end);
        const facts = classify(this.#lexer.tokens);
        this.#lexer.reset();
        if (this.#ended)
            return this.#fail('damaged', 'statements follow the completion marker', this.#start);
        if (facts.refused !== undefined)
            return this.#fail(facts.refused.kind, facts.refused.says, this.#start);
        if (this.#head.cluster && (facts.kind === 'table' || facts.kind === 'copy-in'))
            return this.#ofCluster(facts.label, this.#start);
        this.#start = end;
        if (facts.kind !== 'empty')
            events.push({ kind: 'statement', bytes, facts });
        if (facts.kind === 'copy-in')
            this.#mode = 'copy-line';
        return true;
    }
    #comment(line) {
        if (endMarkers.includes(line)) {
            if (this.#ended)
                this.#fail('damaged', 'the completion marker stands twice', this.#start);
            this.#ended = true;
        }
        else
            this.#head = (0,head/* headOf */.U)(this.#head, line);
    }
    /** `\restrict` and `\unrestrict` stand alone on a line, between statements; anything else is a program. */
    #command(at, final) {
        const newline = this.#data.indexOf(dump_reader_LF, at);
        if (newline < 0 && !final && this.#data.length - at < 512)
            return false;
        const line = (0,token/* textOf */.b)(this.#data.subarray(at, newline < 0 ? this.#data.length : newline), 200).trimEnd();
        const known = /^\\(restrict|unrestrict) ([A-Za-z0-9]+)$/.exec(line);
        const alone = this.#lexer.between && (at === 0 || this.#data[at - 1] === dump_reader_LF);
        if (this.#head.cluster && alone && line.startsWith('\\connect '))
            return this.#ofCluster(line, at);
        if (known === null || !alone)
            return this.#fail('program', `\`${line.slice(0, 60)}\` is a command of psql`, at);
        const [, name, word] = known;
        const fits = name === 'restrict' ? this.#restricted === undefined : this.#restricted === word;
        if (!fits)
            return this.#fail('program', `\`\\${name}\` with another word than before`, at);
        this.#restricted = name === 'restrict' ? word : undefined;
        this.#start = newline < 0 ? this.#data.length : newline;
        return true;
    }
    #copy(events, final) {
        if (this.#mode === 'copy-line') {
            const newline = this.#data.indexOf(dump_reader_LF, this.#start);
            if (newline < 0)
                return false;
            if ((0,token/* textOf */.b)(this.#data.subarray(this.#start, newline)).trim() !== '') {
                return this.#fail('damaged', 'something stands behind a COPY on its line', this.#start);
            }
            this.#start = newline + 1;
            this.#mode = 'rows';
            this.#lineBegin = true;
        }
        return this.#rows(events, final);
    }
    #rows(events, final) {
        const data = this.#data;
        let at = this.#start;
        for (;;) {
            at = data.indexOf(dump_reader_BACKSLASH, at);
            if (at < 0)
                return this.#passRows(events, data.length);
            if (at + 3 > data.length && !final)
                return this.#passRows(events, at);
            const begins = at === this.#start ? this.#lineBegin : data[at - 1] === dump_reader_LF;
            const end = begins ? terminatorEnd(data, at, final) : undefined;
            if (end === 'more')
                return this.#passRows(events, at);
            if (end !== undefined)
                return this.#endRows(events, at, end);
            at += 2;
        }
    }
    #passRows(events, end) {
        if (end > this.#start) {
            events.push({ kind: 'rows', bytes: this.#data.subarray(this.#start, end) });
            this.#lineBegin = this.#data[end - 1] === dump_reader_LF;
            this.#start = end;
        }
        return false;
    }
    #endRows(events, at, end) {
        this.#passRows(events, at);
        events.push({ kind: 'rows-end' });
        this.#start = end;
        this.#mode = 'sql';
        return true;
    }
    /** Behind the roles of a cluster come its databases: their parts are no dump of one database. */
    #ofCluster(what, at) {
        const says = `a dump of a whole cluster, databases and all (\`${what.slice(0, 60)}\`), which is not restored here`;
        return this.#fail('unsupported', says, at);
    }
    #fail(kind, says, at) {
        this.#fault ??= { kind, says, at: this.#offset + at };
        return false;
    }
}
/** The end of `\.` and its line feed, or undefined where it is data. */
function terminatorEnd(data, at, final) {
    if (data[at + 1] !== DOT)
        return undefined;
    const next = data[at + 2];
    if (next === dump_reader_LF)
        return at + 3;
    if (next === CR) {
        if (at + 3 >= data.length && !final)
            return 'more';
        return data[at + 3] === dump_reader_LF ? at + 4 : undefined;
    }
    return next === undefined ? at + 2 : undefined;
}
function joined(first, second) {
    const both = new Uint8Array(first.length + second.length);
    both.set(first);
    both.set(second, first.length);
    return both;
}


/***/ }),

/***/ 87857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ versionOf),
/* harmony export */   U: () => (/* binding */ headOf)
/* harmony export */ });
/** The first comment of what pg_dumpall writes; that of a database names a database dump. */
const ofCluster = '-- PostgreSQL database cluster dump';
const lines = [
    [/^-- Dumped from database version (\S.{0,80})$/, 'server'],
    [/^-- Dumped by pg_dump version (\S.{0,80})$/, 'dump'],
];
/** The head with what one comment line adds; the first word on a matter stands. */
function headOf(head, line) {
    if (line === ofCluster && head.server === undefined)
        return { ...head, cluster: true };
    for (const [pattern, name] of lines) {
        const value = pattern.exec(line)?.[1];
        if (value !== undefined && head[name] === undefined)
            return { ...head, [name]: value };
    }
    return head;
}
/** Major and minor of a version as PostgreSQL's programs write it; undefined where it is none (10 and later have two numbers). */
function versionOf(text) {
    const match = /(?:^|\s)(\d{1,3})\.(\d{1,3})(?:\.\d+)?(?:\s|$)/.exec(text);
    return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}


/***/ }),

/***/ 31938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ definesFunction),
/* harmony export */   b: () => (/* binding */ textOf)
/* harmony export */ });
/** Longest text of a token that is kept, bytes: names have 63, paths more. */
const longestText = 1024;
/** Text of UTF-8 bytes, cut short; bytes that are none are taken as Latin-1. */
function textOf(bytes, longest = longestText) {
    const latin = Array.from(bytes.subarray(0, longest), (byte) => String.fromCharCode(byte)).join('');
    try {
        return decodeURIComponent(latin.replace(/[%\u0080-\u00ff]/g, percent));
    }
    catch {
        return latin;
    }
}
const percent = (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
/** Whether a statement that begins so defines a function or procedure. */
function definesFunction(tokens) {
    const [first, second, third, fourth] = tokens.map(({ text }) => text);
    const kind = second === 'or' && third === 'replace' ? fourth : second;
    return first === 'create' && (kind === 'function' || kind === 'procedure');
}


/***/ })

};
