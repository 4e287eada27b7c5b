export const id = 4020;
export const ids = [4020];
export const modules = {

/***/ 24020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   credentialsFrom: () => (/* binding */ credentialsFrom)
/* harmony export */ });
/** The keys under which a Docker configuration may hold Docker Hub's entry. */
const hubKeys = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'];
/**
 * User and password for a host from a `.dockerconfigjson`: the entry of exactly that host, with or without `https://` and a
 * trailing slash. Undefined where there is none, or it holds something else (an identity token, a credential helper).
 */
function credentialsFrom(text, host) {
    let auths;
    try {
        auths = JSON.parse(text)?.auths;
    }
    catch {
        return undefined;
    }
    if (typeof auths !== 'object' || auths === null)
        return undefined;
    const wanted = new Set(host === 'docker.io' ? hubKeys.map(plainKey) : [host]);
    for (const [key, entry] of Object.entries(auths)) {
        if (wanted.has(plainKey(key)) && entry !== null)
            return read(entry);
    }
    return undefined;
}
const plainKey = (key) => key.replace(/^https:\/\//, '').replace(/\/(v[12]\/?)?$/, '');
function read({ auth, username, password }) {
    if (typeof username === 'string' && typeof password === 'string' && username !== '')
        return { username, password };
    if (typeof auth !== 'string')
        return undefined;
    const plain = Buffer.from(auth, 'base64').toString('utf8');
    const colon = plain.indexOf(':');
    return colon < 1 ? undefined : { username: plain.slice(0, colon), password: plain.slice(colon + 1) };
}


/***/ })

};
