export const id = 5609;
export const ids = [5609,1103];
export const modules = {

/***/ 75609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   issueCertificate: () => (/* binding */ issueCertificate)
/* harmony export */ });
/* harmony import */ var reflect_metadata__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80477);
/* harmony import */ var _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33594);
/* harmony import */ var _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8927);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55563);
/* harmony import */ var _key_match_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59641);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27036);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51103);







/** What says for whom and for what a certificate is; taken over as it is encoded. */
const ownExtensions = new Set([
    _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_ce_subjectAltName,
    _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_ce_keyUsage,
    _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_ce_extKeyUsage,
    _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_ce_basicConstraints,
    _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_ce_nameConstraints,
    _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_ce_certificatePolicies,
    // the TLS feature extension (RFC 7633): whether a stapled OCSP answer must come with it
    '1.3.6.1.5.5.7.1.24',
]);
/** Where its issuer publishes things; taken over only while the issuer is the same. */
const issuerExtensions = new Set([
    _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_pe_authorityInfoAccess,
    _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_ce_cRLDistributionPoints,
]);
/** Issue a certificate (PEM) like another one, for the key of a request. See the port. */
async function issueCertificate(terms) {
    const { authority, like } = terms;
    if ((0,_key_match_js__WEBPACK_IMPORTED_MODULE_4__/* .keyMatch */ .t)(authority.key, [authority.certificate]).kind !== 'matches') {
        throw (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .unusable */ ._P)(authority.certificate.subject, 'is not the key of its certificate');
    }
    const keys = await (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .keysOf */ .YD)(authority.key, authority.certificate.subject);
    const publicKey = await provenKey(terms.request, like.subject);
    const issuer = (0,_request_js__WEBPACK_IMPORTED_MODULE_6__/* .libraryCertificate */ .R)(authority.certificate);
    const before = (0,_request_js__WEBPACK_IMPORTED_MODULE_6__/* .libraryCertificate */ .R)(like);
    const issued = await _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__/* .X509CertificateGenerator */ .Jy.create({
        subject: before.subjectName,
        issuer: issuer.subjectName,
        publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: keys.algorithm,
        notBefore: wholeSecond(terms.notBefore),
        notAfter: wholeSecond(terms.notAfter),
        extensions: await extensionsOf(before, issuer, publicKey),
    });
    return Buffer.from(`${issued.toString('pem')}\n`);
}
const wholeSecond = (time) => new Date(Math.floor(time / 1000) * 1000);
/** The public key of a request whose signature proves that its maker holds the private one (RFC 2986 §3). */
async function provenKey(request, subject) {
    const wrong = (why) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'invalid', subject, message: `the request for ${subject} ${why}` });
    let read;
    try {
        read = new _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__/* .Pkcs10CertificateRequest */ .lt(Buffer.from(request).toString('latin1'));
    }
    catch {
        throw wrong('cannot be read');
    }
    if (!(await read.verify().catch(() => false)))
        throw wrong('is not signed by its own key');
    return read.publicKey;
}
async function extensionsOf(before, issuer, publicKey) {
    const sameIssuer = Buffer.from(before.issuerName.toArrayBuffer()).equals(Buffer.from(issuer.subjectName.toArrayBuffer()));
    const kept = before.extensions.filter(({ type }) => ownExtensions.has(type) || (sameIssuer && issuerExtensions.has(type)));
    const issuerKey = issuer.getExtension(_peculiar_x509__WEBPACK_IMPORTED_MODULE_2__/* .SubjectKeyIdentifierExtension */ .QE)?.keyId;
    return [
        ...kept,
        await _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__/* .SubjectKeyIdentifierExtension */ .QE.create(publicKey),
        issuerKey === undefined
            ? await _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityKeyIdentifierExtension */ .Z$.create(issuer.publicKey)
            : new _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__/* .AuthorityKeyIdentifierExtension */ .Z$(issuerKey),
    ];
}


/***/ }),

/***/ 27036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   _P: () => (/* binding */ unusable),
/* harmony export */   lC: () => (/* binding */ newKeys),
/* harmony export */   sA: () => (/* binding */ privatePem)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _key_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85811);



/** Curves that clients in general accept, with the hash of the same strength (RFC 5480 §4). */
const curves = {
    prime256v1: { namedCurve: 'P-256', hash: 'SHA-256' },
    secp384r1: { namedCurve: 'P-384', hash: 'SHA-384' },
    secp521r1: { namedCurve: 'P-521', hash: 'SHA-512' },
};
const usualCurve = { namedCurve: 'P-256', hash: 'SHA-256' };
/** Least and most bits of an RSA key that is made: below it is weak, above it no client expects it. */
const rsaBits = { least: 2048, most: 8192 };
/** The algorithm of keys of a kind; undefined where no key of that kind signs here. */
function algorithmOf({ algorithm, curve, bits = 0 }) {
    switch (algorithm) {
        case 'rsa':
            return {
                name: 'RSASSA-PKCS1-v1_5',
                hash: 'SHA-256',
                modulusLength: Math.min(rsaBits.most, Math.max(rsaBits.least, bits)),
                publicExponent: new Uint8Array([1, 0, 1]),
            };
        case 'ec': {
            const known = curves[curve ?? ''];
            return known && { name: 'ECDSA', ...known };
        }
        case 'ed25519':
            return { name: 'Ed25519' };
        default:
            return undefined;
    }
}
/** A new key pair of the kind of a certificate's; of P-256 where that kind is weak or no client in general knows it. */
async function newKeys({ key }) {
    const algorithm = algorithmOf(key) ?? { name: 'ECDSA', ...usualCurve };
    const made = await node_crypto__WEBPACK_IMPORTED_MODULE_0__.webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    return { ...made, algorithm };
}
/** A key pair from its private key in PEM. `invalid` where it cannot be read, is encrypted, or of a kind that signs nothing here. */
async function keysOf(pem, subject) {
    const privateKey = readPrivate(pem, subject);
    const publicKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privateKey);
    const algorithm = algorithmOf((0,_key_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .keyFacts */ .z)(publicKey));
    if (algorithm === undefined)
        throw unusable(subject, 'is of a kind that no certificate here is signed with');
    return {
        algorithm,
        privateKey: await imported('pkcs8', privateKey, algorithm, 'sign'),
        publicKey: await imported('spki', publicKey, algorithm, 'verify'),
    };
}
function readPrivate(pem, subject) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(Buffer.from(pem));
    }
    catch {
        throw unusable(subject, 'cannot be read: it is not PEM, encrypted, or damaged');
    }
}
function imported(format, key, algorithm, use) {
    const der = key.export({ format: 'der', type: format });
    return node_crypto__WEBPACK_IMPORTED_MODULE_0__.webcrypto.subtle.importKey(format, der, algorithm, true, [use]);
}
/** The error for a private key that cannot be used; nothing of the key is in it. */
function unusable(subject, why) {
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code: 'invalid', subject, message: `the private key of ${subject} ${why}` });
}
/** A private key in PEM, PKCS#8. */
async function privatePem({ privateKey }) {
    const der = Buffer.from(await node_crypto__WEBPACK_IMPORTED_MODULE_0__.webcrypto.subtle.exportKey('pkcs8', privateKey));
    const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
    return Buffer.from(`-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`);
}


/***/ }),

/***/ 51103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ libraryCertificate),
/* harmony export */   makeRequest: () => (/* binding */ makeRequest)
/* harmony export */ });
/* harmony import */ var reflect_metadata__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80477);
/* harmony import */ var _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33594);
/* harmony import */ var _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8927);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27036);




/** A certificate of the domain as the library holds it. */
function libraryCertificate({ encoded }) {
    return new _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__/* .X509Certificate */ .yI(Buffer.from(encoded, 'base64'));
}
/** A request for a certificate with the subject and the names of another one. See the port. */
async function makeRequest(like, key) {
    const keys = key === undefined ? await (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .newKeys */ .lC)(like) : await (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .keysOf */ .YD)(key, like.subject);
    const before = libraryCertificate(like);
    const made = await _peculiar_x509__WEBPACK_IMPORTED_MODULE_2__/* .Pkcs10CertificateRequestGenerator */ .UX.create({
        name: before.subjectName,
        keys,
        signingAlgorithm: keys.algorithm,
        extensions: before.extensions.filter(({ type }) => type === _peculiar_asn1_x509__WEBPACK_IMPORTED_MODULE_1__.id_ce_subjectAltName),
    });
    return { key: key ?? (await (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .privatePem */ .sA)(keys)), request: Buffer.from(`${made.toString('pem')}\n`) };
}


/***/ })

};
