export const id = 7169;
export const ids = [7169];
export const modules = {

/***/ 67169:
/***/ ((module) => {

module.exports = eval("require")("@node-rs/xxhash");


/***/ })

};
