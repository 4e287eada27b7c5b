export const id = 9276;
export const ids = [9276];
export const modules = {

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

/***/ 49276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92400);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54639);



/** Write in a transaction that is rolled back. Nothing stays, so it may be done again at any time. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_1__/* .defineStep */ .o)({
    kind: 'probe-database-write',
    ports: ['database'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async ({ ports }, step) => {
        const { server, database } = step.parameters;
        try {
            return effectOf(step, await ports.database.testWrite(server, database));
        }
        catch (error) {
            if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U) || error.code === 'cancelled')
                throw error;
            return notTried(step, error);
        }
    },
    settle: async () => 'cannot-tell',
}));
const refusals = {
    standby: ['it is a standby', 'find out who is the primary now: `select pg_is_in_recovery()` on every server'],
    'read-only': [
        'default_transaction_read_only is on',
        '`alter system reset default_transaction_read_only` and `select pg_reload_conf()`, once whoever set it agrees',
    ],
    'out-of-transaction-numbers': [
        'it has no transaction numbers left',
        'vacuum the oldest database as its owner, in single-user mode if it must be',
    ],
    'disk-full': ['its disk is full', 'free or add disk space on the server'],
};
function effectOf(step, write) {
    const { subject } = step;
    if (!write.accepted) {
        const [says, next] = refusals[write.why];
        const title = 'database refuses writes';
        return only(`refused: ${says}`, {
            code: 'writes-refused',
            severity: 'fail',
            subject,
            title,
            evidence: `a test write was refused: ${says}`,
            next,
        });
    }
    const took = (0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSpan */ .QA)(write.tookMs);
    if (!write.flushed) {
        const title = 'database accepts writes but does not bring them to disk';
        const evidence = `the log record of a test write was not on disk after ${took}`;
        return only(`accepted, not flushed after ${took}`, {
            code: 'writes-not-flushed',
            severity: 'fail',
            subject,
            title,
            evidence,
            next: 'look at the disk of the server, and whether `wal_writer_delay` is unusual',
        });
    }
    return {
        text: `accepted and on disk within ${took}`,
        measurements: [{ name: 'test-write', subject, value: write.tookMs, unit: 'ms' }],
        findings: [],
    };
}
function notTried({ subject }, { message, next }) {
    return only('could not be tried', {
        code: 'writes-not-checked',
        severity: 'unknown',
        subject,
        title: 'whether the database accepts writes is not known',
        evidence: message,
        next: next ?? 'look at the server and run the task again',
    });
}
const only = (text, finding) => ({ text, measurements: [], findings: [finding] });


/***/ })

};
