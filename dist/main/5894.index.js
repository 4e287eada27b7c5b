export const id = 5894;
export const ids = [5894];
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

/***/ 15894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54639);


/**
 * Set options of a table. The old values are tested in the transaction that changes them, under the lock that the change
 * takes, so that what somebody has set since is left alone.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_1__/* .defineStep */ .o)({
    kind: 'set-table-options',
    ports: ['database'],
    precondition: async () => ({ holds: true }),
    apply: async ({ ports }, step) => {
        const { server, ...which } = step.parameters;
        const [from, to] = [step.from, step.to];
        const outcome = await ports.database.setTableOptions(server, { ...which, from, to });
        if (outcome !== 'done')
            throw refused(step, outcome);
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
/** Why nothing was changed: only what moved is a conflict; who holds a lock may let go of it. */
const refusals = {
    moved: ['conflict', 'it has other options than it had', 'the next run looks again'],
    gone: ['conflict', 'it is gone', 'the next run looks again'],
    locked: [
        'busy',
        'its lock was not to be had in time',
        'the next opening tries again; maintain-database names who holds it',
    ],
    'not-permitted': [
        'forbidden',
        'our role may not alter it',
        'make the role a member of the owning role (deploy/postgres/maintenance-role.sql)',
    ],
};
function refused({ subject }, outcome) {
    const [code, says, next] = refusals[outcome];
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U({ code, subject, message: `${subject}: ${says}`, next });
}


/***/ })

};
