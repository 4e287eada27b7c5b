export const id = 4614;
export const ids = [4614];
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

/***/ 24614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92400);
/* harmony import */ var _domain_state_images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77317);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54639);



/** Write into our own record which digests tags stand for; what it knows keeps the moment when it was seen first. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_0__/* .defineStep */ .o)({
    kind: 'record-images',
    ports: ['imageRecord'],
    provedBy: 'settle',
    precondition: async () => ({ holds: true }),
    apply: async ({ ports }, { parameters }) => {
        await ports.imageRecord.remember(parameters.images);
        return { text: `${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(parameters.images.length, 'image')} recorded`, measurements: [], findings: [] };
    },
    settle: async ({ ports }, { parameters }) => {
        const { images } = await ports.imageRecord.read();
        return (0,_domain_state_images_js__WEBPACK_IMPORTED_MODULE_2__/* .unrecorded */ .yt)(images, parameters.images).length === 0 ? 'done' : 'not-done';
    },
}));


/***/ })

};
