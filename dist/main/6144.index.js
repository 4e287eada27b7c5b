export const id = 6144;
export const ids = [6144];
export const modules = {

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

/***/ 16144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _observation_database_locked_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16132);
/* harmony import */ var _observation_database_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90523);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54639);




/** Vacuum or analyze one table. Forward: what the server did is told by its statistics, a locked table is skipped. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_2__/* .defineStep */ .o)({
    kind: 'vacuum-table',
    ports: ['database'],
    provedBy: 'settle',
    precondition: async ({ ports }, { parameters }) => {
        const instance = await ports.database.instance(parameters.server);
        return instance.role === 'primary'
            ? { holds: true }
            : { holds: false, moved: `${parameters.server} is a standby now` };
    },
    apply: async ({ ports, signal }, step) => {
        const { server, ...request } = step.parameters;
        return effectOf(step, await ports.database.vacuum(server, request, signal));
    },
    settle: async ({ ports }, step) => {
        const { server, database, oid, vacuum } = step.parameters;
        const { tables } = await ports.database.tables(server, database);
        const table = tables.find((entry) => entry.oid === oid);
        if (table === undefined)
            return 'moved';
        const before = step.from.lastDone ?? null;
        const after = vacuum ? table.lastVacuum : table.lastAnalyze;
        // while it still runs on the server the statistics do not show it
        return after !== undefined && new Date(after).toISOString() !== before ? 'done' : 'cannot-tell';
    },
}));
function effectOf(step, outcome) {
    const said = outcomeOf(step, outcome);
    return { text: said.text, measurements: said.measurements ?? [], findings: said.finding ? [said.finding] : [] };
}
function outcomeOf(step, outcome) {
    const { parameters, subject } = step;
    switch (outcome.outcome) {
        case 'done':
            return doneText(step, outcome);
        case 'gone':
            return { text: 'skipped: the table is gone, or another has taken its place' };
        case 'locked':
            return {
                text: 'skipped: locked',
                finding: (0,_observation_database_locked_table_js__WEBPACK_IMPORTED_MODULE_0__/* .lockedTable */ .D)(subject, 'not vacuumed: the table is locked', parameters.lockTimeoutMs, outcome.blockers),
            };
        case 'yielded':
            return {
                text: 'given up: another session waited behind it',
                finding: {
                    code: 'vacuum-gave-way',
                    severity: 'warn',
                    subject,
                    title: 'the vacuum gave way to a session that waited for the table',
                    evidence: outcome.waiting.map(_observation_database_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .sessionText */ .aG).slice(0, 3).join('; '),
                    next: 'the next opening tries again; keep migrations out of the window',
                },
            };
        case 'timed-out':
            return {
                text: `ended after ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(outcome.afterMs)}`,
                finding: {
                    code: 'vacuum-timed-out',
                    severity: 'warn',
                    subject,
                    title: 'the vacuum did not come to its end in the time it had',
                    evidence: `ended after ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(outcome.afterMs)} (bound ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(parameters.statementTimeoutMs)})`,
                    next: 'raise `table-timeout`, or let autovacuum work more often on this table (autovacuum_vacuum_scale_factor)',
                },
            };
        case 'not-permitted':
            return {
                text: 'skipped: not permitted',
                finding: {
                    code: 'vacuum-not-permitted',
                    severity: 'warn',
                    subject,
                    title: 'the server skipped the table: our role may not vacuum it',
                    evidence: 'only a warning and no error; the statistics show no vacuum',
                    next: 'make our role a member of the role that owns the table (before version 17), or grant it MAINTAIN',
                },
            };
        case 'without-effect':
            return {
                text: 'without effect',
                finding: {
                    code: 'vacuum-without-effect',
                    severity: 'fail',
                    subject,
                    title: 'the vacuum ended without an error, but the statistics show none',
                    evidence: `${parameters.vacuum ? 'last_vacuum' : 'last_analyze'} has not moved`,
                    next: 'look at the server log, and whether `track_counts` is on',
                },
            };
    }
}
function doneText(step, outcome) {
    if (!step.parameters.vacuum)
        return { text: 'statistics collected' };
    const removed = outcome.removed ?? Math.max(0, outcome.deadBefore - outcome.deadAfter);
    const kept = outcome.notYetRemovable ?? outcome.deadAfter;
    const keptText = kept > 0 ? `, ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(kept, 'dead row')} not yet removable` : '';
    return {
        text: `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(removed, 'dead row')} removed${keptText}`,
        measurements: [
            {
                name: 'dead-rows-removed',
                subject: step.subject,
                value: removed,
                unit: 'count',
                comparedWith: { what: 'dead rows before', value: outcome.deadBefore },
            },
        ],
    };
}


/***/ })

};
