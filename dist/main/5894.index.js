export const id = 5894;
export const ids = [5894];
export const modules = {

/***/ 16132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ lockedTable)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92400);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90523);


const shownBlockers = 3;
/** The finding for a table whose lock was not to be had in time, with who held it then; the first is the one to ask. */
function lockedTable(subject, title, lockTimeoutMs, blockers) {
    const held = blockers.map(_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .blockerText */ .E6).slice(0, shownBlockers).join('; ') || 'whoever held it has let go since';
    return {
        code: 'table-locked',
        severity: 'warn',
        subject,
        title,
        evidence: `no lock within ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSpan */ .QA)(lockTimeoutMs)}; ${held}`,
        next: nextOf(blockers[0]),
    };
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
/** Who holds a lock, and which. */
function blockerText(blocker) {
    return blocker.kind === 'session'
        ? `${sessionText(blocker)}, holds ${blocker.lock}`
        : `prepared transaction ${blocker.id}, holds ${blocker.lock}`;
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
