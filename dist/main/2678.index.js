export const id = 2678;
export const ids = [2678];
export const modules = {

/***/ 2678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createArtifacts: () => (/* binding */ createArtifacts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _actions_artifact__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35690);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);



const retentionDays = 90;
/** GitHub's artifacts. The runner's own variables tell the client where to upload; nothing else is read from them here. */
function createArtifacts() {
    const client = new _actions_artifact__WEBPACK_IMPORTED_MODULE_1__/* .DefaultArtifactClient */ .t9();
    return {
        upload: async (name, folder, files) => {
            try {
                const answer = await client.uploadArtifact(name, files.map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, file)), folder, { retentionDays });
                return answer.id === undefined ? {} : { id: answer.id };
            }
            catch (error) {
                throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
                    code: 'failed',
                    subject: `artifact ${name}`,
                    message: `artifact ${name} could not be uploaded (${error instanceof Error ? error.name : 'no reason given'})`,
                    next: 'the job summary holds the report; the artifact of the next run holds its own',
                });
            }
        },
    };
}


/***/ })

};
