export const id = 4390;
export const ids = [4390];
export const modules = {

/***/ 12009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ checkoutFile),
/* harmony export */   openForge: () => (/* binding */ openForge)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14821);
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23730);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86739);





/** The forge as this job may ask it: with the token of its input, and who it is from the runner's own endpoint. */
async function openForge(self) {
    const { environment } = self;
    const { variables } = environment;
    const token = environment.input('github-token');
    if (token === '')
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('input github-token is empty: give it the token of the job (github.token)');
    (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, token);
    const teamToken = variables.MAINTENANCE_TEAM_TOKEN ?? '';
    if (teamToken !== '')
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, teamToken);
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityToken = '' } = variables;
    if (identityToken !== '')
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, identityToken);
    const { createForge } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(1250)]).then(__webpack_require__.bind(__webpack_require__, 81250));
    return createForge({
        api: variables.GITHUB_API_URL || 'https://api.github.com',
        token,
        ...(teamToken === '' ? {} : { teamToken }),
        repository: variables.GITHUB_REPOSITORY ?? '',
        ...(url === '' || identityToken === '' ? {} : { identity: { url, token: identityToken } }),
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        signal: self.signal,
        secret: (value) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, value),
    });
}
/** A file of the checkout as text. Throws on a path that leads out of it. */
function checkoutFile({ environment }, path) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(path);
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside) || inside.startsWith('..'))
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${path.slice(0, 80)} is outside the checkout`);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.workspace, inside), 'utf8');
}


/***/ })

};
