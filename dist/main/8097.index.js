export const id = 8097;
export const ids = [8097];
export const modules = {

/***/ 18097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66258);
/* harmony import */ var _domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87616);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _certificate_held_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71677);
/* harmony import */ var _certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91734);
/* harmony import */ var _certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74919);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54639);








/**
 * Put the kept certificate and key into the Secret, if it is still the version that was planned with. Putting back restores
 * both while they are still ours, and has the pods that were rolled, or took the new one up, serve the former one again.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_5__/* .defineStep */ .o)({
    kind: 'write-certificate',
    ports: ['cluster', 'certificates'],
    provedBy: 'settle',
    precondition: async () => ({ holds: true }),
    apply: async (context, { parameters }) => {
        const kept = await (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .requireKept */ .MP)(context, parameters);
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readAsPlanned */ .Pn)(context, parameters);
        await writeOnce(context, parameters, held, kept);
        return { text: 'certificate and key replaced', measurements: [], findings: [] };
    },
    settle: async (context, step) => {
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, step.parameters);
        if (held === undefined)
            return 'moved';
        const kept = await (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .readKept */ .DL)(context, step.parameters);
        return kept === undefined ? settledAlone(step, held) : settledByKept(context, step, held, kept);
    },
    revert: async (context, step) => {
        const { parameters } = step;
        const kept = await (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .requireKept */ .MP)(context, parameters);
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, parameters);
        if (held !== undefined && (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(held.pair, kept.after)) {
            await write(context, held, kept.before, kept.writtenBefore);
        }
        else if (held === undefined || !(0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(held.pair, kept.before)) {
            throw changed(step);
        }
        return { text: await serveFormer(context, step, kept), measurements: [], findings: [] };
    },
}));
function settledByKept(context, { parameters }, { pair }, kept) {
    if ((0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(pair, kept.after))
        return 'done';
    if (!(0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(pair, kept.before))
        return 'moved';
    // the Secret is as it was, but pods were rolled for the new one: that is half of the way back
    return (0,_certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__/* .carriesMark */ .LR)(context, parameters, (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .reloadMark */ .Bo)(context.planId, parameters)).then((half) => half ? 'done' : 'not-done');
}
/** What the Secret alone says, when nothing is kept any more: the former certificate, or the one that we noted to have written. */
function settledAlone({ parameters }, { secret, leaf }) {
    if (leaf === undefined)
        return 'moved';
    if (leaf.fingerprint === parameters.certificate)
        return 'not-done';
    return leaf.fingerprint === (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenByUs */ .bZ)(secret) ? 'done' : 'moved';
}
/** Write the kept pair. That somebody was faster is no loss when it was this very write, repeated on its way. */
async function writeOnce(context, ref, held, kept) {
    try {
        await write(context, held, kept.after, kept.issued);
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U && error.code === 'conflict'))
            throw error;
        const now = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeld */ .iJ)(context, ref);
        if (now === undefined || !(0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_2__/* .samePair */ .h3)(now.pair, kept.after))
            throw error;
    }
}
/** Replace certificate and key in the version of the Secret that was read, and note whose they are. */
async function write({ ports }, held, pair, note) {
    const { namespace = '', name, uid, resourceVersion } = held.secret.metadata;
    await ports.cluster.patch(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, namespace, name, [
        { op: 'test', path: '/metadata/uid', value: uid },
        { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
        { op: 'add', path: '/data/tls.crt', value: pair['tls.crt'] },
        { op: 'add', path: '/data/tls.key', value: pair['tls.key'] },
        ...noteOf(held.secret, note),
    ]);
}
function noteOf({ metadata }, note) {
    const path = `/metadata/annotations/${_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_6__/* .writtenAnnotation */ .v.replace('/', '~1')}`;
    if (note === null) {
        return metadata.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_6__/* .writtenAnnotation */ .v] === undefined ? [] : [{ op: 'remove', path }];
    }
    const bare = metadata.annotations === undefined ? [{ op: 'add', path: '/metadata/annotations', value: {} }] : [];
    return [...bare, { op: 'add', path, value: note }];
}
/** Have every pod serve the former certificate again; answers how. */
async function serveFormer(context, { parameters }, kept) {
    const mark = (0,_certificate_kept_js__WEBPACK_IMPORTED_MODULE_3__/* .reloadMark */ .Bo)(context.planId, parameters);
    await (0,_certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__/* .takeMarksBack */ .xL)(context, parameters, mark);
    const list = (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .readable */ .HD)(await context.ports.certificates.parse(Buffer.from(kept.before['tls.crt'], 'base64')));
    const former = list.find(({ fingerprint }) => fingerprint === parameters.certificate);
    if (former === undefined)
        return 'certificate and key are the former ones';
    const consumers = parameters.consumers.filter(({ ports }) => ports.length > 0);
    const told = await (0,_certificate_reload_js__WEBPACK_IMPORTED_MODULE_4__/* .bringToServe */ .jl)(context, { ...parameters, consumers }, former, `${mark}-undo`);
    return [`certificate and key are those of serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .shortSerial */ .zZ)(former)} again`, ...told].join('; ');
}
const changed = ({ subject }) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code: 'conflict', subject, message: `${subject} was changed by somebody else since it was renewed` });


/***/ })

};
