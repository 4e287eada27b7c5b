export const id = 6397;
export const ids = [6397];
export const modules = {

/***/ 96397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ checkoutFile),
  openForge: () => (/* binding */ openForge)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
;// CONCATENATED MODULE: ./build/runtime/wiring/redacted-writing.js
/** Everything that is written on a forge goes through the redactor first, whoever wrote it (trust.md §6). */
function redactedWriting(forge, redactor) {
    return {
        openIssue: (issue) => forge.openIssue({ ...issue, title: redactor.clean(issue.title), body: redactor.clean(issue.body) }),
        updateIssue: (number, change) => forge.updateIssue(number, redactor.cleanJson(change)),
        reply: (issue, body) => forge.reply(issue, redactor.clean(body)),
        keepComment: (issue, marker, body) => forge.keepComment(issue, marker, redactor.clean(body)),
    };
}

// EXTERNAL MODULE: ./build/runtime/wiring/secrets.js
var secrets = __webpack_require__(86739);
;// CONCATENATED MODULE: ./build/runtime/wiring/forge.js






/**
 * The forge as this job may ask it: with the token of its input, and who it is from the runner's own endpoint. What it
 * writes there is redacted.
 */
async function openForge(self) {
    const { environment } = self;
    const { variables } = environment;
    const token = environment.input('github-token');
    if (token === '')
        throw new task_inputs/* InputError */.dz('input github-token is empty: give it the token of the job (github.token)');
    (0,secrets/* maskSecret */.$l)(self, token);
    const teamToken = variables.MAINTENANCE_TEAM_TOKEN ?? '';
    if (teamToken !== '')
        (0,secrets/* maskSecret */.$l)(self, teamToken);
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityToken = '' } = variables;
    if (identityToken !== '')
        (0,secrets/* maskSecret */.$l)(self, identityToken);
    const { createForge } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(5115)]).then(__webpack_require__.bind(__webpack_require__, 95115));
    const forge = createForge({
        api: variables.GITHUB_API_URL || 'https://api.github.com',
        token,
        ...(teamToken === '' ? {} : { teamToken }),
        repository: variables.GITHUB_REPOSITORY ?? '',
        ...(url === '' || identityToken === '' ? {} : { identity: { url, token: identityToken } }),
        clock: clock/* systemClock */.m,
        signal: self.signal,
        secret: (value) => (0,secrets/* maskSecret */.$l)(self, value),
    });
    return { ...forge, ...redactedWriting(forge, self.redactor) };
}
/** A file of the checkout as text. Throws on a path that leads out of it. */
function checkoutFile({ environment }, path) {
    const inside = (0,external_node_path_.normalize)(path);
    if ((0,external_node_path_.isAbsolute)(inside) || inside.startsWith('..'))
        throw new task_inputs/* InputError */.dz(`${path.slice(0, 80)} is outside the checkout`);
    return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(environment.workspace, inside), 'utf8');
}


/***/ })

};
