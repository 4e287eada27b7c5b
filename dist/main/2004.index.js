export const id = 2004;
export const ids = [2004];
export const modules = {

/***/ 92004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCertificates: () => (/* binding */ createCertificates)
});

// EXTERNAL MODULE: ./build/adapters/certificates/key-match.js
var key_match = __webpack_require__(59641);
// EXTERNAL MODULE: ./build/domain/certificate/pem.js
var certificate_pem = __webpack_require__(85191);
// EXTERNAL MODULE: ./node_modules/reflect-metadata/Reflect.js
var Reflect = __webpack_require__(80477);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@peculiar/asn1-schema/build/cjs/index.js
var cjs = __webpack_require__(47261);
// EXTERNAL MODULE: ./node_modules/@peculiar/asn1-x509/build/cjs/index.js
var build_cjs = __webpack_require__(33594);
// EXTERNAL MODULE: ./build/adapters/certificates/key-facts.js
var key_facts = __webpack_require__(85811);
;// CONCATENATED MODULE: ./build/adapters/certificates/names.js
/** Attribute types that people know (RFC 4514 §3), besides the usual ones. */
const shortNames = {
    '2.5.4.3': 'CN',
    '2.5.4.5': 'serialNumber',
    '2.5.4.6': 'C',
    '2.5.4.7': 'L',
    '2.5.4.8': 'ST',
    '2.5.4.10': 'O',
    '2.5.4.11': 'OU',
    '0.9.2342.19200300.100.1.25': 'DC',
    '1.2.840.113549.1.9.1': 'emailAddress',
};
const attributes = (name) => [...name].map((set) => [...set].map(({ type, value }) => ({ type, text: textOf(value) })));
function textOf(value) {
    if (value.anyValue === undefined)
        return value.toString();
    return `#${Buffer.from(value.anyValue).toString('hex')}`;
}
/** A name for people, in the order of the certificate. */
function readableName(name) {
    const sets = attributes(name).map((set) => set.map(({ type, text }) => `${shortNames[type] ?? type}=${text}`).join('+'));
    return sets.length === 0 ? '(no name)' : sets.join(', ');
}
/** A name for comparing (RFC 5280 §7.1): case folded, blanks trimmed and collapsed, whatever the string's encoding. */
function comparableName(name) {
    const normal = (text) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
    const sets = attributes(name).map((set) => set.map(({ type, text }) => [type, normal(text)]).sort(byText));
    return JSON.stringify(sets);
}
const byText = (a, b) => (a.join('=') < b.join('=') ? -1 : 1);

;// CONCATENATED MODULE: ./build/adapters/certificates/read-certificate.js






/** Cut of texts from certificates. */
const cut = (text) => (text.length <= 300 ? text : `${text.slice(0, 299)}…`);
/** Most subject alternative names of one certificate that are kept. */
const maxNames = 500;
const limits = { berOptions: { maxDepth: 64, maxNodes: 20_000, maxContentLength: 1024 * 1024 } };
/** Why a certificate could not be read, without the parser's own words. */
class UnreadableCertificate extends Error {
}
/** Read one certificate (DER). Throws {@link UnreadableCertificate} and nothing else. */
function readCertificate(der) {
    try {
        return facts(der);
    }
    catch (error) {
        if (error instanceof UnreadableCertificate)
            throw error;
        throw new UnreadableCertificate('it is no X.509 certificate (the DER cannot be decoded)');
    }
}
function facts(der) {
    const parsed = cjs.AsnConvert.parse(der, build_cjs.Certificate, limits);
    const { tbsCertificate: tbs } = parsed;
    const extensions = readExtensions(tbs.extensions ?? []);
    const { subject, issuer, validity } = tbs;
    return {
        fingerprint: (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex'),
        encoded: Buffer.from(der).toString('base64'),
        serial: Buffer.from(tbs.serialNumber)
            .toString('hex')
            .replace(/^(00)+(?=..)/, ''),
        subject: cut(readableName(subject)),
        issuer: cut(readableName(issuer)),
        subjectName: comparableName(subject),
        issuerName: comparableName(issuer),
        notBefore: timeOf(validity.notBefore),
        notAfter: timeOf(validity.notAfter),
        key: keyOf(der),
        signature: signatureNames[parsed.signatureAlgorithm.algorithm] ?? parsed.signatureAlgorithm.algorithm,
        ...extensions,
    };
}
function timeOf(time) {
    const value = time.getTime().getTime();
    if (!Number.isFinite(value))
        throw new UnreadableCertificate('its dates cannot be read');
    return value;
}
function keyOf(der) {
    let native;
    try {
        native = new external_node_crypto_.X509Certificate(der);
    }
    catch {
        throw new UnreadableCertificate('OpenSSL cannot read it');
    }
    try {
        return (0,key_facts/* keyFacts */.z)(native.publicKey);
    }
    catch {
        return { algorithm: 'other' };
    }
}
const readers = {
    [build_cjs.id_ce_basicConstraints]: (value, draft) => {
        const constraints = cjs.AsnConvert.parse(value, build_cjs.BasicConstraints);
        draft.authority = constraints.cA;
        if (constraints.pathLenConstraint !== undefined)
            draft.pathLength = Number(constraints.pathLenConstraint);
    },
    [build_cjs.id_ce_keyUsage]: (value, draft) => {
        draft.keyUsage = cjs.AsnConvert.parse(value, build_cjs.KeyUsage).toJSON();
    },
    [build_cjs.id_ce_extKeyUsage]: (value, draft) => {
        draft.extendedKeyUsage = [...cjs.AsnConvert.parse(value, build_cjs.ExtendedKeyUsage)].slice(0, 50).map(String);
    },
    [build_cjs.id_ce_subjectAltName]: (value, draft) => {
        const names = [...cjs.AsnConvert.parse(value, build_cjs.SubjectAlternativeName)].slice(0, maxNames);
        draft.dnsNames = names.flatMap((name) => (name.dNSName === undefined ? [] : [cut(name.dNSName)]));
        draft.ipAddresses = names.flatMap((name) => (name.iPAddress === undefined ? [] : [name.iPAddress]));
    },
    [build_cjs.id_ce_nameConstraints]: (value, draft) => {
        const { permittedSubtrees, excludedSubtrees } = cjs.AsnConvert.parse(value, build_cjs.NameConstraints);
        const [permitted, excluded] = [subtrees(permittedSubtrees), subtrees(excludedSubtrees)];
        draft.nameConstraints = { permitted, excluded, others: permitted.others || excluded.others };
    },
};
function subtrees(list) {
    const bases = [...(list ?? [])].slice(0, maxNames).map((subtree) => subtree.base);
    return {
        dns: bases.flatMap((base) => (base.dNSName === undefined ? [] : [base.dNSName])),
        ip: bases.flatMap((base) => (base.iPAddress === undefined ? [] : [base.iPAddress])),
        others: bases.some((base) => base.dNSName === undefined && base.iPAddress === undefined),
    };
}
/** Critical ones that need nothing from a server check: identifiers, policies without constraints, CRL and OCSP pointers. */
const harmless = new Set([
    build_cjs.id_ce_subjectKeyIdentifier,
    build_cjs.id_ce_authorityKeyIdentifier,
    build_cjs.id_ce_certificatePolicies,
    build_cjs.id_ce_cRLDistributionPoints,
    build_cjs.id_pe_authorityInfoAccess,
]);
function readExtensions(extensions) {
    const draft = { dnsNames: [], ipAddresses: [], authority: false, unknownCritical: [] };
    const unknown = [];
    for (const extension of extensions) {
        const reader = readers[extension.extnID];
        if (reader !== undefined)
            readOne(extension, reader, draft);
        else if (extension.critical && !harmless.has(extension.extnID))
            unknown.push(extension.extnID);
    }
    return { ...draft, unknownCritical: unknown.slice(0, 20) };
}
function readOne(extension, reader, draft) {
    try {
        reader(extension.extnValue.buffer, draft);
    }
    catch {
        throw new UnreadableCertificate(`its extension ${extension.extnID} cannot be decoded`);
    }
}
/** Names of RFC 3279, 4055, 5758, 8410. */
const signatureNames = {
    '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
    '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
    '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
    '1.3.14.3.2.29': 'sha1WithRSA',
    '1.2.840.113549.1.1.10': 'RSASSA-PSS',
    '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
    '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
    '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
    '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
    '1.2.840.10040.4.3': 'dsa-with-sha1',
    '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
    '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
    '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
    '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
    '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
    '1.3.101.112': 'Ed25519',
    '1.3.101.113': 'Ed448',
};

;// CONCATENATED MODULE: ./build/adapters/certificates/parse-pem.js


const certificateLabels = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
/** Every certificate of a PEM text; never throws. */
function parsePem(pem) {
    if (pem.byteLength > certificate_pem/* maxPemBytes */.ak) {
        const refused = `${pem.byteLength} bytes, more than the ${certificate_pem/* maxPemBytes */.ak} that are read`;
        return { certificates: [], otherBlocks: [], unread: 0, refused };
    }
    const blocks = (0,certificate_pem/* pemBlocks */.PQ)(Buffer.from(pem.buffer, pem.byteOffset, pem.byteLength).toString('latin1'));
    const certificates = blocks.filter((block) => certificateLabels.has(block.label));
    const others = blocks.filter((block) => !certificateLabels.has(block.label)).map((block) => block.label);
    return {
        certificates: certificates.slice(0, certificate_pem/* maxPemCertificates */.RG).map(readBlock),
        otherBlocks: others.slice(0, 20),
        unread: Math.max(0, certificates.length - certificate_pem/* maxPemCertificates */.RG),
    };
}
function readBlock(block, index) {
    const position = index + 1;
    const { base64, label } = block;
    if (base64 === undefined)
        return { position, error: 'its END line is missing or names another label' };
    if (label === 'TRUSTED CERTIFICATE') {
        return { position, error: 'it is in a form of OpenSSL alone (TRUSTED CERTIFICATE), which servers do not read' };
    }
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
        return { position, error: 'what stands between its lines is not base64' };
    try {
        return { position, certificate: readCertificate(Buffer.from(base64, 'base64')) };
    }
    catch (error) {
        const why = error instanceof UnreadableCertificate ? error.message : 'it cannot be read';
        return { position, error: why };
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./build/ports/endpoint.js
var ports_endpoint = __webpack_require__(62978);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/adapters/certificates/served.js






/**
 * Shake hands without trusting anybody, and keep what was presented. Security level 0, because a weak certificate is to
 * be seen and reported; no authority is given, so nothing is completed from a store that was not sent.
 */
async function servedChain(at, endpoint, serverName, limits) {
    const subject = (0,ports_endpoint/* endpointText */.H)(endpoint);
    const socket = await shakeHands(at, subject, serverName, limits);
    try {
        const certificates = presented(socket, subject);
        return { protocol: socket.getProtocol() ?? 'unknown', certificates };
    }
    finally {
        socket.destroy();
    }
}
function shakeHands(at, subject, serverName, limits) {
    const { signal, timeoutMs } = limits;
    return new Promise((resolve, reject) => {
        let connected = false;
        const socket = (0,external_node_tls_.connect)({
            host: at.host,
            port: at.port,
            ...(serverName !== '' && (0,external_node_net_.isIP)(serverName) === 0 ? { servername: serverName } : {}),
            rejectUnauthorized: false,
            secureContext: (0,external_node_tls_.createSecureContext)({ ca: [], ciphers: 'DEFAULT@SECLEVEL=0', minVersion: 'TLSv1' }),
        });
        const end = (error) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', cancelled);
            if (error === undefined)
                return resolve(socket);
            socket.destroy();
            reject(error);
        };
        const cancelled = () => end(new port_error/* PortError */.U({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
        const timer = setTimeout(() => end(tooSlow(subject, timeoutMs, connected)), timeoutMs);
        socket.once('connect', () => {
            connected = true;
        });
        socket.once('secureConnect', () => end(undefined));
        socket.on('error', (error) => end(translated(error, subject)));
        socket.once('close', () => end(served_closed(subject)));
        if (signal?.aborted)
            cancelled();
        else
            signal?.addEventListener('abort', cancelled, { once: true });
    });
}
const tooSlow = (subject, timeoutMs, connected) => new port_error/* PortError */.U({
    code: connected ? 'timeout' : 'unreachable',
    subject,
    message: `${subject} ${connected ? 'accepted the connection but did not finish the TLS handshake' : 'did not answer'} within ${timeoutMs} ms`,
});
const served_closed = (subject) => new port_error/* PortError */.U({
    code: 'failed',
    subject,
    message: `${subject} closed the connection during the TLS handshake`,
    next: 'look whether it speaks TLS on this port, and at its log',
});
const unreachable = {
    ECONNREFUSED: 'refused the connection',
    EHOSTUNREACH: 'has no route to it',
    ENETUNREACH: 'has no route to it',
    ETIMEDOUT: 'did not answer',
    ENOTFOUND: 'has a name that does not resolve',
    EAI_AGAIN: 'has a name that could not be resolved now',
};
/** Node's error by its code alone; messages of OpenSSL are cut down to the reason that it names. */
function translated(error, subject) {
    const code = error.code ?? '';
    const why = unreachable[code];
    if (why !== undefined)
        return new port_error/* PortError */.U({ code: 'unreachable', subject, message: `${subject} ${why}` });
    if (code === 'ECONNRESET' || code === 'EPIPE')
        return served_closed(subject);
    const reason = /^[\w -]{1,80}$/.test(error.reason ?? '') ? error.reason : /^[A-Z_0-9]{1,60}$/.exec(code)?.[0];
    return new port_error/* PortError */.U({
        code: 'failed',
        subject,
        message: `${subject} did not complete a TLS handshake (${reason ?? 'no reason given'})`,
        next: 'look whether it speaks TLS on this port, and at its log',
    });
}
/** The peer's certificate and its issuers as far as they were sent. */
function presented(socket, subject) {
    const found = new Map();
    let next = socket.getPeerCertificate(true);
    while (next?.raw !== undefined && found.size < certificate_pem/* maxPemCertificates */.RG) {
        const certificate = readPresented(next.raw, subject);
        if (found.has(certificate.fingerprint))
            break;
        found.set(certificate.fingerprint, certificate);
        next = next.issuerCertificate;
    }
    if (found.size > 0)
        return [...found.values()];
    throw new port_error/* PortError */.U({ code: 'failed', subject, message: `${subject} presented no certificate` });
}
function readPresented(der, subject) {
    try {
        return readCertificate(der);
    }
    catch (error) {
        const why = error instanceof UnreadableCertificate ? error.message : 'it cannot be read';
        throw new port_error/* PortError */.U({
            code: 'invalid',
            subject,
            message: `${subject} presents a certificate that cannot be read: ${why}`,
        });
    }
}

;// CONCATENATED MODULE: ./build/adapters/certificates/signatures.js

/** Who signed whom: only pairs whose names chain are tried, each certificate is decoded once. */
function signatures(pool) {
    const unique = [...new Map(pool.map((certificate) => [certificate.fingerprint, certificate])).values()];
    const bySubject = Map.groupBy(unique, (certificate) => certificate.subjectName);
    const native = new Map();
    const nativeOf = (certificate) => {
        const known = native.get(certificate.fingerprint);
        if (known)
            return known;
        const made = new external_node_crypto_.X509Certificate(Buffer.from(certificate.encoded, 'base64'));
        native.set(certificate.fingerprint, made);
        return made;
    };
    return unique.flatMap((certificate) => (bySubject.get(certificate.issuerName) ?? [])
        .filter((issuer) => verifies(() => nativeOf(certificate).verify(nativeOf(issuer).publicKey)))
        .map((issuer) => ({ subject: certificate.fingerprint, issuer: issuer.fingerprint })));
}
function verifies(check) {
    try {
        return check();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/domain/certificate/certificate.js
var certificate = __webpack_require__(66258);
;// CONCATENATED MODULE: ./build/adapters/certificates/system-authorities.js



let store;
/** The authorities of the system's store and those that Node brings (Mozilla's), by comparable subject; read once. */
function systemAuthorities(names) {
    store ??= Map.groupBy(system_authorities_all(), (certificate) => certificate.subjectName);
    return names.flatMap((name) => store?.get(name) ?? []);
}
function system_authorities_all() {
    const texts = new Set([...external_node_tls_.rootCertificates, ...systemTexts()]);
    return [...texts].flatMap((text) => (0,certificate/* readable */.HD)(parsePem(Buffer.from(text))));
}
function systemTexts() {
    try {
        return [...(0,external_node_tls_.getCACertificates)('default'), ...(0,external_node_tls_.getCACertificates)('system')];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/adapters/certificates/certificates.js





/**
 * Certificates by `@peculiar/asn1-x509` (reading), OpenSSL as Node brings it (keys, signatures, handshakes) and
 * `@peculiar/x509` (requests and issuing; loaded only when something is issued).
 * It never connects anywhere but to the endpoint that it is given.
 */
function createCertificates({ reach }) {
    return {
        parse: async (pem) => parsePem(pem),
        keyMatch: async (key, certificates) => (0,key_match/* keyMatch */.t)(key, certificates),
        signatures: async (pool) => signatures(pool),
        systemAuthorities: async (names) => systemAuthorities(names),
        served: async (endpoint, serverName, limits) => {
            const way = await certificates_open(endpoint, reach);
            try {
                return await servedChain(way, endpoint, serverName, limits);
            }
            finally {
                await way.close();
            }
        },
        request: async (like, key) => {
            const { makeRequest } = await Promise.all(/* import() */[__webpack_require__.e(8927), __webpack_require__.e(1103)]).then(__webpack_require__.bind(__webpack_require__, 51103));
            return makeRequest(like, key);
        },
        issue: async (terms) => {
            const { issueCertificate } = await Promise.all(/* import() */[__webpack_require__.e(8927), __webpack_require__.e(5609)]).then(__webpack_require__.bind(__webpack_require__, 75609));
            return issueCertificate(terms);
        },
    };
}
async function certificates_open(endpoint, reach) {
    if (endpoint.kind === 'pod')
        return reach(endpoint);
    return { host: endpoint.host, port: endpoint.port, close: async () => undefined };
}


/***/ }),

/***/ 85811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ keyFacts)
/* harmony export */ });
/** Field sizes of curves by OpenSSL's names, where the name does not say it. */
const curveBits = { prime256v1: 256, prime192v1: 192, secp256k1: 256 };
/** Kind and size of a public key. */
function keyFacts(key) {
    const details = key.asymmetricKeyDetails ?? {};
    switch (key.asymmetricKeyType) {
        case 'rsa':
        case 'rsa-pss':
            return {
                algorithm: 'rsa',
                bits: details.modulusLength ?? 0,
                ...(details.publicExponent === undefined ? {} : { exponent: details.publicExponent.toString() }),
            };
        case 'ec':
            return ecFacts(details.namedCurve);
        case 'ed25519':
        case 'ed448':
            return { algorithm: key.asymmetricKeyType };
        case 'dsa':
            return { algorithm: 'dsa', ...(details.modulusLength === undefined ? {} : { bits: details.modulusLength }) };
        default:
            return { algorithm: 'other' };
    }
}
function ecFacts(curve) {
    if (curve === undefined)
        return { algorithm: 'ec' };
    const bits = curveBits[curve] ?? Number(/(?:secp|sect|brainpoolP)(\d{3})/.exec(curve)?.[1] ?? Number.NaN);
    return { algorithm: 'ec', curve, ...(Number.isNaN(bits) ? {} : { bits }) };
}


/***/ }),

/***/ 59641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ keyMatch)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_certificate_pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85191);


/** Which certificate a private key belongs to; never throws, and never says anything of the key itself. */
function keyMatch(key, certificates) {
    if (key.byteLength === 0)
        return { kind: 'absent' };
    if (key.byteLength > _domain_certificate_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .maxPemBytes */ .ak)
        return { kind: 'unreadable' };
    const text = Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
    const blocks = (0,_domain_certificate_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .pemBlocks */ .PQ)(text).filter((block) => block.label.endsWith('PRIVATE KEY'));
    if (blocks.some((block) => block.label === 'ENCRYPTED PRIVATE KEY' || block.headers))
        return { kind: 'encrypted' };
    const [block] = blocks;
    if (block?.base64 === undefined)
        return { kind: blocks.length === 0 ? 'absent' : 'unreadable' };
    const privateKey = readKey(`-----BEGIN ${block.label}-----\n${block.base64}\n-----END ${block.label}-----\n`);
    if (privateKey === undefined)
        return { kind: 'unreadable' };
    const index = certificates.findIndex((certificate) => belongsTo(privateKey, certificate));
    return index < 0 ? { kind: 'differs' } : { kind: 'matches', index };
}
function readKey(pem) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem);
    }
    catch {
        return undefined;
    }
}
function belongsTo(key, certificate) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(Buffer.from(certificate.encoded, 'base64')).checkPrivateKey(key);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 66258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ isSelfIssued),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   zZ: () => (/* binding */ shortSerial)
/* harmony export */ });
/** Whether a certificate names itself as its issuer. */
function isSelfIssued(certificate) {
    return certificate.subjectName === certificate.issuerName;
}
/** The certificates that could be read, in order. */
function readable(content) {
    return content.certificates.flatMap((block) => ('certificate' in block ? [block.certificate] : []));
}
/** A serial for people: pairs of digits, cut in the middle where it is long. */
function shortSerial(certificate) {
    const { serial } = certificate;
    return serial.length <= 20 ? serial : `${serial.slice(0, 12)}…${serial.slice(-6)}`;
}


/***/ }),

/***/ 85191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PQ: () => (/* binding */ pemBlocks),
/* harmony export */   RG: () => (/* binding */ maxPemCertificates),
/* harmony export */   _y: () => (/* binding */ pemOf),
/* harmony export */   ak: () => (/* binding */ maxPemBytes)
/* harmony export */ });
/** The most of a PEM text that is read, bytes (trust.md §6). */
const maxPemBytes = 1024 * 1024;
/** The most certificates of one PEM text that are read. */
const maxPemCertificates = 20;
const begin = /^\s*-----BEGIN ([A-Z0-9][A-Z0-9 ]{0,60})-----\s*$/;
const end = /^\s*-----END ([A-Z0-9][A-Z0-9 ]{0,60})-----\s*$/;
const header = /^[A-Za-z][A-Za-z0-9-]*:/;
/**
 * Every block of a PEM text in order (RFC 7468, read laxly: text between the blocks is no error). A block that does not
 * end, or ends under another label, comes without content. Linear in the text.
 */
function pemBlocks(text) {
    const blocks = [];
    let open;
    const giveUp = () => {
        if (open)
            blocks.push({ label: open.label, headers: open.headers });
        open = undefined;
    };
    for (const line of text.split(/\r\n|\n|\r/)) {
        const began = begin.exec(line)?.[1];
        if (began !== undefined) {
            giveUp();
            open = { label: began, lines: [], headers: false };
            continue;
        }
        if (!open)
            continue;
        const ended = end.exec(line)?.[1];
        if (ended === undefined) {
            if (header.test(line))
                open.headers = true;
            else
                open.lines.push(line.trim());
        }
        else if (ended === open.label) {
            blocks.push({ label: open.label, base64: open.lines.join(''), headers: open.headers });
            open = undefined;
        }
        else
            giveUp();
    }
    giveUp();
    return blocks;
}
/** Certificates as PEM (RFC 7468 §5), in their order. */
function pemOf(certificates) {
    return certificates
        .map(({ encoded }) => {
        const lines = encoded.match(/.{1,64}/g) ?? [];
        return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
    })
        .join('');
}


/***/ }),

/***/ 62978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ endpointText)
/* harmony export */ });
/** An endpoint as a reader may copy it. */
function endpointText(endpoint) {
    return endpoint.kind === 'address'
        ? `${endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host}:${endpoint.port}`
        : `port ${endpoint.port} of pod/${endpoint.pod} in ${endpoint.namespace}`;
}


/***/ })

};
