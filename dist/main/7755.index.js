export const id = 7755;
export const ids = [7755];
export const modules = {

/***/ 27755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66258);
/* harmony import */ var _observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86416);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _certificate_held_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71677);
/* harmony import */ var _certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91734);
/* harmony import */ var _certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74919);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54639);







/**
 * Bring every pod that uses a renewed Secret to serve what it holds now, and prove it on each. Pods that take it up by
 * themselves are waited for; others are rolled, by a mark in their template that names the plan.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_5__/* .defineStep */ .o)({
    kind: 'reload-consumers',
    ports: ['cluster', 'certificates'],
    provedBy: 'settle',
    precondition: async (context, { parameters }) => {
        if (parameters.renewer === undefined)
            return { holds: true };
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, parameters);
        if (held?.leaf !== undefined && held.leaf.fingerprint !== parameters.certificate)
            return { holds: true };
        return { holds: false, moved: `${parameters.renewer} has not renewed secret/${parameters.secret}` };
    },
    apply: async (context, step) => {
        const { parameters } = step;
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, parameters);
        const leaf = held?.leaf;
        if (leaf === undefined || leaf.fingerprint === parameters.certificate)
            throw notRenewed(step);
        const told = await (0,_certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__/* .bringToServe */ .jl)(context, parameters, leaf, (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .reloadMark */ .Bo)(context.planId, parameters));
        const serial = `serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .shortSerial */ .zZ)(leaf)}`;
        return { text: `${serial}: ${told.join('; ') || 'no workload uses it'}`, measurements: [], findings: [] };
    },
    settle: async (context, { parameters }) => {
        const leaf = (await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, parameters))?.leaf;
        if (leaf === undefined)
            return 'moved';
        if (leaf.fingerprint === parameters.certificate)
            return 'not-done';
        for (const consumer of parameters.consumers) {
            const { all } = await (0,_observation_certificates_served_by_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAtServed */ .I)(context, consumer, leaf, parameters.limits.handshakeMs);
            if (!all || consumer.ports.length === 0)
                return 'cannot-tell';
        }
        return 'done';
    },
}));
const notRenewed = ({ parameters }) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
    code: 'failed',
    subject: `secret/${parameters.secret}`,
    message: `secret/${parameters.secret} does not hold a renewed certificate, so nobody is to take one up`,
    next: 'look at the step before this one',
});


/***/ })

};
