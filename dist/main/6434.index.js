export const id = 6434;
export const ids = [6434];
export const modules = {

/***/ 75629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ connectionWords)
/* harmony export */ });
/** What is said of a connection that the operating system or DNS ended, by its error code. */
const words = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was reset',
    EPIPE: 'the connection was closed',
    EHOSTUNREACH: 'there is no route to it',
    ENETUNREACH: 'there is no route to its network',
    ETIMEDOUT: 'it did not answer',
    ENOTFOUND: 'its name is not found in DNS',
    EAI_AGAIN: 'DNS did not answer',
};
/** Why a server could not be reached, in words; undefined for a code that tells nothing of it. */
const connectionWords = (code) => Object.hasOwn(words, code) ? words[code] : undefined;


/***/ }),

/***/ 36434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createObjectStore: () => (/* binding */ createObjectStore)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-s3/dist-cjs/index.js
var dist_cjs = __webpack_require__(53711);
// EXTERNAL MODULE: ./build/ports/object-store.js
var object_store = __webpack_require__(10428);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/adapters/connection-words.js
var connection_words = __webpack_require__(75629);
// EXTERNAL MODULE: ./build/adapters/tls.js
var tls = __webpack_require__(15308);
;// CONCATENATED MODULE: ./build/adapters/s3/errors.js




const keysNext = 'put a valid access key into the Secret that `platform.backups.credentials` names';
/** By the S3 error code; whatever else a server writes never passes. */
const byName = {
    AccessDenied: ({ bucket, prefix }) => ({
        code: 'forbidden',
        says: 'access is denied',
        next: prefix === '' || prefix.endsWith('/')
            ? `grant s3:ListBucket on arn:aws:s3:::${bucket} to the identity that looks`
            : `grant s3:GetObject on arn:aws:s3:::${bucket}/* to the identity that looks`,
    }),
    NoSuchKey: () => ({ code: 'not-found', says: 'there is no such object' }),
    PreconditionFailed: () => ({ code: 'conflict', says: 'it was written anew while it was read' }),
    InvalidRange: () => ({ code: 'conflict', says: 'it became shorter while it was read' }),
    NoSuchBucket: () => ({
        code: 'not-found',
        says: 'there is no such bucket',
        next: 'set `platform.backups.bucket` to the bucket that holds the backups',
    }),
    InvalidAccessKeyId: () => ({ code: 'unauthorized', says: 'the access key is not known', next: keysNext }),
    SignatureDoesNotMatch: () => ({ code: 'unauthorized', says: 'the secret key is not the right one', next: keysNext }),
    ExpiredToken: () => ({ code: 'unauthorized', says: 'the credentials have expired', next: 'log in again' }),
    InvalidToken: () => ({ code: 'unauthorized', says: 'the session token is not valid', next: 'log in again' }),
    RequestTimeTooSkewed: () => ({
        code: 'unauthorized',
        says: 'the clocks differ too much',
        next: 'set the clock of this machine',
    }),
    PermanentRedirect: () => ({
        code: 'invalid',
        says: 'the bucket is in another region',
        next: 'set `platform.backups.region`',
    }),
    AuthorizationHeaderMalformed: () => ({
        code: 'invalid',
        says: 'the bucket is in another region',
        next: 'set `platform.backups.region`',
    }),
    SlowDown: () => ({ code: 'busy', says: 'it asked to come back later' }),
    ServiceUnavailable: () => ({ code: 'busy', says: 'it asked to come back later' }),
    AbortError: () => ({ code: 'cancelled', says: 'the run was asked to stop' }),
    TimeoutError: () => ({ code: 'timeout', says: 'it did not answer in time' }),
};
/** Rebuild a client's error from its code alone: its message may hold whatever the server wrote. */
function translate(error, place) {
    if (error instanceof port_error/* PortError */.U)
        return error;
    const subject = needsCustomerKey(error) ? object_store/* customerKey */.W : `s3://${place.bucket}/${place.prefix}`;
    const { code, says, next } = translationOf(error, place);
    const message = `s3://${place.bucket}/${place.prefix} at ${place.server}: ${says}`;
    return new port_error/* PortError */.U({ code, subject, message, ...(next === undefined ? {} : { next }) });
}
/**
 * Objects that are encrypted with a key of the customer (SSE-C) are refused with InvalidRequest, or InvalidArgument on
 * MinIO, and a sentence that names the kind of encryption. The sentence is only looked at, and never passed on.
 */
function needsCustomerKey(error) {
    const { name, message } = (error ?? {});
    return ((name === 'InvalidRequest' || name === 'InvalidArgument') &&
        typeof message === 'string' &&
        /server[- ]side encryption|SSE-C|customer/i.test(message));
}
const customerKeyMissing = {
    code: 'unauthorized',
    says: 'the object is encrypted with a key of its owner (SSE-C), which is not given here',
    next: 'let the job that makes the backup encrypt with a key of the store (SSE-S3, SSE-KMS), or restore a copy by hand with that key',
};
function translationOf(error, place) {
    const { name, code, status } = factsOf(error);
    if (needsCustomerKey(error))
        return customerKeyMissing;
    const known = Object.hasOwn(byName, name) ? byName[name] : undefined;
    if (known !== undefined)
        return known(place);
    const says = (0,connection_words/* connectionWords */.o)(code);
    if (says !== undefined)
        return { code: 'unreachable', says };
    if ((0,tls/* isTlsFailure */.gt)(code) || code === 'EPROTO')
        return { code: 'untrusted', says: 'its certificate is not trusted' };
    if (status === 401 || status === 403)
        return { code: 'forbidden', says: `it answered ${status}` };
    if (status === 404)
        return { code: 'not-found', says: 'it answered 404' };
    if (status === undefined)
        return { code: 'unreachable', says: 'the connection failed' };
    return status >= 200 && status < 300
        ? { code: 'invalid', says: 'its answer is not S3' }
        : { code: 'failed', says: `it answered ${status}` };
}
function factsOf(error) {
    const { name, code, $metadata } = (error ?? {});
    const status = $metadata?.httpStatusCode;
    return {
        name: typeof name === 'string' ? name : '',
        code: typeof code === 'string' ? code : '',
        status: typeof status === 'number' ? status : undefined,
    };
}

;// CONCATENATED MODULE: ./build/adapters/s3/content.js



/** How often a stream that brings nothing is begun again. */
const vainAttempts = 3;
/** A stream that brings nothing for so long has ended, ms. */
const silenceMs = 20_000;
/** Open an object; its bytes come when they are asked for. */
async function openObject(client, place, key, signal) {
    const request = { client, place: { ...place, prefix: key }, key, signal };
    const first = await get(request, 0, undefined);
    const bytes = first.ContentLength ?? 0;
    const sha256 = wholeSha256(first);
    return { bytes, ...(sha256 === undefined ? {} : { sha256 }), chunks: chunksOf(request, first, bytes) };
}
async function get(request, from, etag) {
    const { client, place, key, signal } = request;
    const command = new dist_cjs/* GetObjectCommand */.jLs({
        Bucket: place.bucket,
        Key: key,
        ...(from > 0 ? { Range: `bytes=${from}-` } : { ChecksumMode: 'ENABLED' }),
        ...(etag === undefined ? {} : { IfMatch: etag }),
    });
    try {
        return await client.send(command, { abortSignal: signal });
    }
    catch (error) {
        throw translate(error, place);
    }
}
/** The checksum of an object that was not uploaded in parts; that of parts is a checksum of checksums. */
function wholeSha256({ ChecksumSHA256, ChecksumType }) {
    if (ChecksumSHA256 === undefined || ChecksumType === 'COMPOSITE' || ChecksumSHA256.includes('-'))
        return undefined;
    return Buffer.from(ChecksumSHA256, 'base64').toString('hex');
}
async function* chunksOf(request, first, bytes) {
    let answer = first;
    let read = 0;
    let vain = 0;
    for (;;) {
        const before = read;
        for await (const chunk of untilBroken(request, answer)) {
            read += chunk.length;
            yield chunk;
        }
        if (read >= bytes)
            return;
        vain = read === before ? vain + 1 : 0;
        if (vain >= vainAttempts)
            throw brokenOff(request, read, bytes);
        answer = await get(request, read, first.ETag);
        if (read > 0 && answer.ContentRange?.startsWith(`bytes ${read}-`) !== true)
            throw brokenOff(request, read, bytes);
    }
}
/** What an answer brings before its connection ends, in whichever way. */
async function* untilBroken(request, answer) {
    try {
        yield* bodyOf(answer, request.signal);
    }
    catch {
        if (request.signal.aborted)
            throw translate({ name: 'AbortError' }, request.place);
    }
}
/** The bytes of an answer; silence ends it. */
async function* bodyOf(answer, signal) {
    const body = answer.Body;
    if (body === undefined)
        return;
    let timer;
    const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(() => body.destroy(new Error('silent')), silenceMs);
    };
    const stop = () => body.destroy(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
    try {
        watch();
        for await (const chunk of body) {
            clearTimeout(timer);
            yield chunk;
            watch();
        }
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        body.destroy();
    }
}
function brokenOff({ place }, read, bytes) {
    const subject = `s3://${place.bucket}/${place.prefix}`;
    return new port_error/* PortError */.U({
        code: 'unreachable',
        subject,
        message: `${subject} at ${place.server}: the connection broke off after ${read} of ${bytes} bytes, ${vainAttempts} times in a row without any byte in between`,
    });
}

;// CONCATENATED MODULE: ./build/adapters/s3/index.js





const connectTimeoutMs = 5000;
const requestTimeoutMs = 15_000;
const attempts = 2;
const maxObjects = 200_000;
/** The bucket over S3's own protocol. */
function createObjectStore(options) {
    let client;
    const connected = () => {
        client ??= connect(options);
        return client;
    };
    return {
        list: (prefix, signal) => list(connected, options, prefix, signal),
        open: async (key, signal) => openObject(await connected(), placeOf(options, key), key, signal),
    };
}
async function connect({ endpoint, region, credentials }) {
    const key = await credentials();
    if (key === undefined) {
        throw new port_error/* PortError */.U({
            code: 'unauthorized',
            subject: object_store/* noCredentials */.g,
            message: 'there are no credentials for the bucket, neither configured nor in the environment',
            next: 'set `platform.backups.credentials`, or log in to the cloud in an earlier step of the job',
        });
    }
    return new dist_cjs/* S3Client */.YxF({
        region,
        credentials: key,
        maxAttempts: attempts,
        requestHandler: {
            connectionTimeout: connectTimeoutMs,
            requestTimeout: requestTimeoutMs,
            throwOnRequestTimeout: true,
        },
        // what is kept beside a backup is compared by whoever reads it; the client would buffer trailers
        responseChecksumValidation: 'WHEN_REQUIRED',
        // servers other than AWS rarely have a host name for each bucket
        ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    });
}
function placeOf({ bucket, endpoint, region }, prefix) {
    return { bucket, prefix, server: endpoint === undefined ? `AWS (${region})` : new URL(endpoint).host };
}
async function* list(connected, options, prefix, signal) {
    const place = placeOf(options, prefix);
    let token;
    let count = 0;
    do {
        const page = await pageOf(await connected(), place, token, signal);
        const objects = objectsOf(page);
        count += objects.length;
        yield* objects;
        if (count > maxObjects)
            throw tooMany(place);
        token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
}
async function pageOf(client, place, token, signal) {
    const { bucket, prefix } = place;
    const command = new dist_cjs/* ListObjectsV2Command */.u6x({
        Bucket: bucket,
        Prefix: prefix,
        // keys may hold what XML cannot
        EncodingType: 'url',
        ...(token === undefined ? {} : { ContinuationToken: token }),
    });
    try {
        return await client.send(command, { abortSignal: signal });
    }
    catch (error) {
        throw translate(error, place);
    }
}
function objectsOf({ Contents = [], EncodingType }) {
    return Contents.flatMap(({ Key, Size = 0, LastModified }) => {
        if (Key === undefined || LastModified === undefined)
            return [];
        const key = EncodingType === 'url' ? decoded(Key) : Key;
        return [{ key, bytes: Size, modifiedAt: LastModified.getTime() }];
    });
}
/** A key as it is stored. Servers say whether they encoded; not all of them do. */
function decoded(key) {
    try {
        return decodeURIComponent(key.replaceAll('+', ' '));
    }
    catch {
        return key;
    }
}
function tooMany({ bucket, prefix }) {
    return new port_error/* PortError */.U({
        code: 'invalid',
        subject: `s3://${bucket}/${prefix}`,
        message: `s3://${bucket}/${prefix} holds more than ${maxObjects} objects`,
        next: 'give backups a prefix of their own, or let old ones expire',
    });
}


/***/ }),

/***/ 15308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ tlsSettings),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   gt: () => (/* binding */ isTlsFailure)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);



/** What each of libpq's modes checks; undefined where TLS is not spoken. */
function tlsSettings(tls) {
    if (tls.mode === 'disable')
        return undefined;
    return {
        rejectUnauthorized: tls.mode !== 'require',
        // we connect to an address: the name to hold the certificate against is the configured one
        checkServerIdentity: (_host, certificate) => tls.mode === 'verify-full' ? (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.checkServerIdentity)(tls.serverName, certificate) : undefined,
        ...(tls.ca === undefined ? {} : { ca: tls.ca }),
        ...((0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(tls.serverName) === 0 ? { servername: tls.serverName } : {}),
    };
}
/** Resolve once and connect to that: a name whose answer changes cannot lead elsewhere. */
async function addressOf(host) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? (await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(host)).address : host;
}
/** Whether an error's code says that a certificate could not be verified. */
function isTlsFailure(code) {
    return /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL_)/.test(code);
}


/***/ }),

/***/ 10428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ customerKey),
/* harmony export */   g: () => (/* binding */ noCredentials)
/* harmony export */ });
/** The subject of the PortError that says that there are no credentials at all. */
const noCredentials = 'credentials of the bucket';
/** The subject of the PortError that says that an object is encrypted with a key that the store does not have (SSE-C). */
const customerKey = 'key of the object';


/***/ })

};
