export const id = 5894;
export const ids = [5894];
export const modules = {

/***/ 66325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ madeWhen),
/* harmony export */   lp: () => (/* binding */ writerWords),
/* harmony export */   uD: () => (/* binding */ lastWriter)
/* harmony export */ });
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41645);
/* harmony import */ var _shown_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49054);


/**
 * The last writer by `managedFields` (kubernetes.io, "Server-Side Apply", Field Management): of the entries that hold the
 * field the newest, else the newest of all. Writes of the status are left out where a field is asked about, since they
 * change nothing else. Undefined when the object does not say.
 */
function lastWriter({ managedFields = [] }, field) {
    const holding = field === undefined ? [] : managedFields.filter(({ fieldsV1 }) => (0,_field_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsField */ .Lc)(fieldsV1, field));
    const changed = newest(holding);
    if (changed !== undefined)
        return { how: 'changed', ...changed };
    const written = newest(field === undefined ? managedFields : managedFields.filter(isOfSpec));
    return written && { how: 'written', ...written };
}
const isOfSpec = ({ subresource }) => subresource !== 'status';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** The times are all of one form, so that they sort as text. */
function newest(entries) {
    const dated = entries.flatMap(({ manager = '', time = '' }) => instant.test(time) && manager !== '' ? [{ manager: (0,_shown_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .H)(manager), at: time }] : []);
    return dated.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
}
/** When an object was made, where its identity is what is asked about. */
function madeWhen({ creationTimestamp = '' }) {
    return instant.test(creationTimestamp) ? { how: 'made', at: creationTimestamp } : undefined;
}
/** As it stands behind a value that moved: `changed 2026-11-24 02:40:12 UTC by manager kubectl-scale`. */
function writerWords(writer) {
    const when = `${writer.at.slice(0, 10)} ${writer.at.slice(11, 19)} UTC`;
    if (writer.how === 'made')
        return `made ${when}`;
    return `${writer.how === 'changed' ? 'changed' : 'last written'} ${when} by manager ${writer.manager}`;
}


/***/ }),

/***/ 16132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ lockedTable)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92400);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90523);


const shownBlockers = 3;
/**
 * The finding for a table whose lock was not to be had in time, with who was in the way then: whoever waits for nobody first,
 * since everybody else waits for that one, and it is the one to ask.
 */
function lockedTable(subject, title, lockTimeoutMs, blockers) {
    const queue = fromTheHead(blockers);
    return {
        code: 'table-locked',
        severity: 'warn',
        subject,
        title,
        evidence: `no lock within ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSpan */ .QA)(lockTimeoutMs)}; ${queueText(queue)}`,
        next: nextOf(queue[0]),
    };
}
function fromTheHead(blockers) {
    const pids = new Set(blockers.map((blocker) => (blocker.kind === 'session' ? blocker.pid : 0)));
    const isHead = (blocker) => blocker.kind !== 'session' || !blocker.waitsFor.some((pid) => pids.has(pid));
    return [...blockers.filter(isHead), ...blockers.filter((blocker) => !isHead(blocker)).toReversed()];
}
function queueText(queue) {
    if (queue.length === 0)
        return 'whoever held it has let go since';
    const more = queue.length > shownBlockers ? `; and ${queue.length - shownBlockers} more wait in front of us` : '';
    return `${queue.map(_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .blockerText */ .E6).slice(0, shownBlockers).join('; ')}${more}`;
}
function nextOf(first) {
    if (first === undefined)
        return 'the next opening tries again';
    return first.kind === 'session' ? (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .endSession */ .ky)(first) : (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .endPrepared */ .RB)(first.id);
}


/***/ }),

/***/ 90523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   E6: () => (/* binding */ blockerText),
/* harmony export */   IT: () => (/* binding */ isPasteable),
/* harmony export */   RB: () => (/* binding */ endPrepared),
/* harmony export */   aG: () => (/* binding */ sessionText),
/* harmony export */   ce: () => (/* binding */ quoteLiteral),
/* harmony export */   ky: () => (/* binding */ endSession)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);

/** Words that PostgreSQL reserves (appendix C): as a name they need quotes. */
const reserved = new Set(`all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
  current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having
  ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not
  notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar
  some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window
  with`.split(/\s+/));
/** A name as SQL takes it. */
function quoteIdentifier(name) {
    return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
/** A text as SQL takes it (with `standard_conforming_strings`, the default since 9.1). */
function quoteLiteral(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/** Whether a name can stand in a command that somebody pastes: no control characters, no backticks, nothing of a shell. */
function isPasteable(name) {
    return /^[\p{L}\p{N}_ .@:+-]+$/u.test(name);
}
/** `pid 4711, application reporting, user bi, idle in transaction for 7 h 12 min, last command SELECT (query id 42)` */
function sessionText(session) {
    const parts = [`pid ${session.pid}`];
    if (session.application !== '')
        parts.push(`application ${session.application}`);
    if (session.user !== '')
        parts.push(`user ${session.user}`);
    const span = session.transactionMs === undefined ? '' : `, transaction open for ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(session.transactionMs)}`;
    parts.push(`${session.state}${span}`);
    const query = session.queryId === undefined || session.queryId === '0' ? '' : ` (query id ${session.queryId})`;
    parts.push(`last command ${session.command}${query}`);
    return parts.join(', ');
}
/** `pid 4711, …, holds ACCESS SHARE`, or `…, waits for ACCESS EXCLUSIVE behind pid 4711`. */
function blockerText(blocker) {
    if (blocker.kind === 'prepared-transaction')
        return `prepared transaction ${blocker.id}, holds ${blocker.lock}`;
    const { granted, lock, waitsFor } = blocker;
    const behind = waitsFor.slice(0, 3).map((pid) => (pid === 0 ? 'a prepared transaction' : `pid ${pid}`));
    const waits = granted ? ', waits itself' : '';
    const queue = behind.length === 0 ? '' : `${waits} behind ${behind.join(' and ')}`;
    return `${sessionText(blocker)}, ${granted ? 'holds' : 'waits for'} ${lock}${queue}`;
}
/** How a session is ended, by whoever may decide that. */
function endSession(session) {
    return `\`select pg_terminate_backend(${session.pid})\` after asking its owner`;
}
/** How a prepared transaction is ended, by whoever may decide that. */
function endPrepared(id) {
    return isPasteable(id)
        ? `\`commit prepared ${quoteLiteral(id)}\` or \`rollback prepared ${quoteLiteral(id)}\` after asking its owner`
        : 'commit or roll back the prepared transaction of that id after asking its owner (`select * from pg_prepared_xacts`)';
}


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

/***/ 48835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ StepDeferred)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/**
 * A step that could not be taken now and may be later, because somebody else holds what it needs: nothing was changed. While
 * something is put back it counts as any other error: what could not be put back is not put back.
 */
class StepDeferred extends _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U {
    /** Who is in the way, and what to do about it: `warn`. */
    finding;
    constructor(finding) {
        super({
            code: 'busy',
            subject: finding.subject,
            message: `${finding.title}: ${finding.evidence}`,
            next: finding.next,
        });
        this.finding = finding;
    }
}


/***/ }),

/***/ 78568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   a9: () => (/* binding */ objectNow),
/* harmony export */   n: () => (/* binding */ becameOf)
/* harmony export */ });
/* harmony import */ var _domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66325);

/** Values come from the cluster; more of one is not shown, characters. */
const mostShown = 120;
/** A value as it is quoted in a clause. */
function shownValue(value) {
    const text = value == null ? 'none' : String(value);
    return text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
}
/**
 * What became of an object, for a reader: gone, made anew, or what it holds now and who wrote that. Undefined when `tell`
 * finds nothing of the step's that moved.
 */
async function objectNow(cluster, { resource, namespace, name, uid }, tell) {
    const object = await cluster.get(resource, namespace, name);
    return becameOf(object?.metadata, uid, () => object && tell(object));
}
/** The same of an object of which nothing but its metadata is read. */
function becameOf(metadata, uid, tell) {
    if (metadata === undefined)
        return 'there is none of its name any more';
    if (metadata.uid !== uid)
        return `another one of its name is there${madeAt(metadata)}`;
    const held = tell();
    const writer = held && (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWriter */ .uD)(metadata, held.field);
    if (writer === undefined)
        return held?.words;
    return held?.words === undefined ? (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(writer) : `${held.words} (${(0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(writer)})`;
}
const madeAt = (metadata) => {
    const made = (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .madeWhen */ ._s)(metadata);
    return made === undefined ? '' : `, ${(0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(made)}`;
};


/***/ }),

/***/ 15894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _observation_database_locked_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16132);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54639);
/* harmony import */ var _failure_step_deferred_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48835);
/* harmony import */ var _moved_object_now_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78568);





/**
 * Set options of a table. The old values are tested in the transaction that changes them, under the lock that the change
 * takes, so that what somebody has set since is left alone.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_3__/* .defineStep */ .o)({
    kind: 'set-table-options',
    ports: ['database'],
    provedBy: 'settle',
    precondition: async () => ({ holds: true }),
    apply: async ({ ports }, step) => {
        const { server, ...which } = step.parameters;
        const [from, to] = [step.from, step.to];
        const came = await ports.database.setTableOptions(server, { ...which, from, to });
        if (came.outcome !== 'done')
            throw refusedBy(step, came);
        const words = Object.entries(to).map(([option, value]) => `${option} ${from[option] ?? 'default'} → ${value ?? 'default'}`);
        return { text: words.join(', '), measurements: [], findings: [] };
    },
    settle: async ({ ports }, step) => {
        const { server, ...which } = step.parameters;
        const now = await ports.database.tableOptions(server, which);
        if (now === undefined)
            return 'moved';
        if (holds(now, step.to))
            return 'done';
        return holds(now, step.from) ? 'not-done' : 'moved';
    },
    movedTo: async ({ ports }, step) => {
        const { server, ...which } = step.parameters;
        const now = await ports.database.tableOptions(server, which);
        if (now === undefined)
            return 'there is none of its name any more';
        const [from, to] = [step.from, step.to];
        const other = Object.keys(to).find((option) => ![from[option], to[option]].includes(now[option] ?? null));
        return other && `its ${other} is ${(0,_moved_object_now_js__WEBPACK_IMPORTED_MODULE_4__/* .shownValue */ .JJ)(now[other] ?? 'the default')}`;
    },
}));
const holds = (options, values) => Object.entries(values).every(([option, value]) => (options[option] ?? null) === value);
/** Why nothing was changed. */
const refusals = {
    moved: ['conflict', 'it has other options than it had', 'the next run looks again'],
    gone: ['conflict', 'it is gone', 'the next run looks again'],
    'not-permitted': [
        'forbidden',
        'our role may not alter it',
        'make the role a member of the owning role (deploy/postgres/maintenance-role.sql)',
    ],
};
/** Who holds a lock may let go of it: that is for later. */
function refusedBy({ subject, parameters }, came) {
    if (came.outcome === 'locked') {
        const title = 'its options stay as they are: the table is locked';
        return new _failure_step_deferred_js__WEBPACK_IMPORTED_MODULE_2__/* .StepDeferred */ .m((0,_observation_database_locked_table_js__WEBPACK_IMPORTED_MODULE_0__/* .lockedTable */ .D)(subject, title, parameters.lockTimeoutMs, came.blockers));
    }
    const [code, says, next] = refusals[came.outcome];
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code, subject, message: `${subject}: ${says}`, next });
}


/***/ })

};
