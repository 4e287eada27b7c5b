export const id = 698;
export const ids = [698];
export const modules = {

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

/***/ 87616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ reloadAnnotation),
/* harmony export */   v: () => (/* binding */ writtenAnnotation)
/* harmony export */ });
/** The annotation of a template that rolls its pods; its value names the plan, so that twice is once. */
const reloadAnnotation = 'rooivalk.maintenance/reloaded';
/** The annotation of a Secret that says which certificate (its fingerprint) was written there by us. */
const writtenAnnotation = 'rooivalk.maintenance/certificate';


/***/ }),

/***/ 71677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pn: () => (/* binding */ readAsPlanned),
/* harmony export */   h3: () => (/* binding */ samePair),
/* harmony export */   iJ: () => (/* binding */ readHeld),
/* harmony export */   z4: () => (/* binding */ secretNow)
/* harmony export */ });
/* unused harmony export tlsKeys */
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66258);
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _moved_object_now_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78568);





/** The keys of a TLS Secret that a renewal writes (kubernetes.io, "TLS Secrets"). */
const tlsKeys = ['tls.crt', 'tls.key'];
/** Read the Secret that a step names; undefined when it is gone, or another one has taken its name. */
async function readHeld(context, ref) {
    const { cluster, certificates } = context.ports;
    const secret = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.secrets, ref.namespace, ref.secret);
    if (secret === undefined || secret.metadata.uid !== ref.uid)
        return undefined;
    const pair = { 'tls.crt': secret.data?.['tls.crt'] ?? '', 'tls.key': secret.data?.['tls.key'] ?? '' };
    const list = (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .readable */ .HD)(await certificates.parse(Buffer.from(pair['tls.crt'], 'base64')));
    const match = await certificates.keyMatch(Buffer.from(pair['tls.key'], 'base64'), list);
    return { secret, pair, list, leaf: match.kind === 'matches' ? list[match.index] : list[0] };
}
/** The Secret in exactly the version that the plan saw; anything else is a `conflict`. */
async function readAsPlanned(context, ref) {
    const held = await readHeld(context, ref);
    const moved = (why) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
        code: 'conflict',
        subject: `secret/${ref.secret}`,
        message: `secret/${ref.secret} ${why}`,
        next: `${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(ref.namespace) `get secret ${ref.secret} -o jsonpath='{.metadata.managedFields}'`} says who changed it`,
    });
    if (held === undefined)
        throw moved('was removed or made anew by somebody else');
    const { leaf } = held;
    if (leaf === undefined || held.secret.metadata.resourceVersion !== ref.resourceVersion) {
        throw moved('was changed by somebody else since it was planned');
    }
    return { ...held, leaf };
}
/** What became of a Secret, for a reader: gone, made anew, or who wrote it. Of what it holds nothing is read. */
async function secretNow({ ports }, ref) {
    const metadata = await ports.cluster.metadata(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.secrets, ref.namespace, ref.secret);
    return (0,_moved_object_now_js__WEBPACK_IMPORTED_MODULE_4__/* .becameOf */ .n)(metadata, ref.uid, () => ({ field: ['f:data', 'f:tls.crt'] }));
}
/** Whether two pairs are the same, byte for byte. */
function samePair(one, other) {
    return tlsKeys.every((key) => one[key] === other[key]);
}


/***/ }),

/***/ 34231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ momentOf),
/* harmony export */   k: () => (/* binding */ backdatedMs)
/* harmony export */ });
/**
 * How far back a certificate's first moment lies, ms: clocks of clients are not all right, and one that is a few minutes slow
 * would refuse it.
 */
const backdatedMs = 300_000;
/** The moment at which something is issued or judged: long after the observation, where others were renewed before. */
function momentOf({ present, now }) {
    return present?.() ?? now;
}


/***/ }),

/***/ 85664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ judgeIssued)
});

// EXTERNAL MODULE: ./build/domain/certificate/certificate.js
var certificate = __webpack_require__(66258);
// EXTERNAL MODULE: ./build/domain/certificate/chain.js + 1 modules
var chain = __webpack_require__(21938);
// EXTERNAL MODULE: ./build/domain/certificate/names.js
var names = __webpack_require__(6269);
// EXTERNAL MODULE: ./build/domain/certificate/strength.js
var strength = __webpack_require__(20460);
// EXTERNAL MODULE: ./build/domain/certificate/validity.js
var validity = __webpack_require__(59139);
;// CONCATENATED MODULE: ./build/domain/certificate/renewal.js





/**
 * Judge a new certificate before it is written: its key, its chain to an authority that is trusted, every name and use that
 * the former one had, its dates, its strength. A server sends its own certificate and those between it and the root (RFC
 * 8446 §4.4.2: the root may be left out).
 */
function judgeRenewal(renewal) {
    const { after, pool, now } = renewal;
    const { path, problems } = (0,chain/* judgeChain */.fd)(after, pool, now);
    const [first, ...others] = [
        ...sameness(renewal),
        ...(renewal.key.kind === 'matches' ? [] : ['the new private key does not belong to it']),
        ...problems.map(chainObjection),
        ...missingNames(renewal),
        ...uses(renewal),
        ...dates(renewal),
        ...renewal_strength(renewal, path),
    ];
    if (first !== undefined)
        return { objections: [first, ...others] };
    const anchors = new Set(pool.anchors.map(({ fingerprint }) => fingerprint));
    const isRoot = (each) => anchors.has(each.fingerprint) && (0,certificate/* isSelfIssued */.Cb)(each);
    return { chain: path.filter((each, place) => place === 0 || !isRoot(each)) };
}
function sameness({ before, after }) {
    if (before.fingerprint === after.fingerprint)
        return ['it is the very certificate that is there already'];
    return before.issuerName === after.issuerName && before.serial === after.serial
        ? [`it has the serial ${after.serial} of the former one (RFC 5280 §4.1.2.2 forbids that)`]
        : [];
}
function chainObjection(problem) {
    switch (problem.kind) {
        case 'incomplete':
            return `its chain does not lead to a trusted authority: ${problem.missing} is missing`;
        case 'untrusted':
            return `its chain ends in ${problem.root}, which is not trusted`;
        default:
            return problem.what;
    }
}
function missingNames({ before, after }) {
    const carries = (name) => after.dnsNames.some((each) => each.toLowerCase() === name.toLowerCase());
    const missing = [
        ...before.dnsNames.filter((name) => !carries(name)),
        ...before.ipAddresses.filter((address) => !(0,names/* covers */.hU)(after, address)),
    ];
    if (missing.length === 0)
        return [];
    const rest = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
    return [`it does not carry ${missing.slice(0, 5).join(', ')}${rest}, which the former one did`];
}
function uses({ before, after }) {
    const objections = [];
    const why = (0,chain/* notForServers */.XU)(after);
    if (why !== undefined && (0,chain/* notForServers */.XU)(before) === undefined)
        objections.push(why);
    if (after.authority !== before.authority) {
        objections.push(before.authority ? 'it is no authority, and the former one was' : 'it is an authority');
    }
    const lost = (before.extendedKeyUsage ?? []).filter((use) => !(after.extendedKeyUsage?.includes(use) ?? true));
    if (lost.length > 0)
        objections.push(`it may not be used for ${lost.join(', ')}, as the former one was`);
    return objections;
}
/** How far an issuer's clock may be ahead of ours, ms: what it dates from its own present is valid a moment later here. */
const clockSkewMs = 60_000;
function dates({ before, after, asked, now, rule }) {
    const span = `valid from ${(0,validity/* isoMinute */.A_)(after.notBefore)} until ${(0,validity/* isoMinute */.A_)(after.notAfter)}`;
    if (after.notBefore > now + clockSkewMs || after.notAfter <= now)
        return [`it is ${span}, and not now`];
    if (after.notAfter <= before.notAfter) {
        return [`it is ${span}, no longer than the former one (${(0,validity/* isoMinute */.A_)(before.notAfter)})`];
    }
    return (0,validity/* isWorthIt */.Wb)(after.notAfter, asked, now, rule)
        ? []
        : [`it is ${span}, and would be due again at once; asked for until ${(0,validity/* isoMinute */.A_)(asked.notAfter)}`];
}
function renewal_strength({ before, after }, path) {
    const weak = path.flatMap((certificate) => (0,strength/* weaknesses */.K)(certificate)
        .filter(({ degree }) => degree === 'broken')
        .map(({ what }) => `${certificate.subject}: ${what}`));
    const [had, has] = [before.key, after.key];
    if (had.algorithm === has.algorithm && (has.bits ?? 0) < (had.bits ?? 0)) {
        weak.push(`its key has ${has.bits} bits, fewer than the ${had.bits} of the former one`);
    }
    return weak;
}

// EXTERNAL MODULE: ./build/domain/certificate/renewal-rule.js
var renewal_rule = __webpack_require__(88276);
// EXTERNAL MODULE: ./build/observation/certificates/read-trust.js
var read_trust = __webpack_require__(73643);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/steps/certificate/issued.js
var issued = __webpack_require__(34231);
;// CONCATENATED MODULE: ./build/steps/certificate/judge-issued.js






/** Judge a new certificate by everything that is known here. Rejects when a configured authority cannot be read. */
async function judgeIssued(context, toJudge) {
    const { certificates } = context.ports;
    const { before, after, asked, key, pool } = toJudge;
    const anchors = await trustedBy(context, toJudge);
    return judgeRenewal({
        before,
        after,
        key: await certificates.keyMatch(key, [after]),
        pool: { certificates: pool, anchors, signatures: await certificates.signatures([...pool, ...anchors]) },
        asked,
        now: (0,issued/* momentOf */.E)(context),
        rule: (0,renewal_rule/* renewalRule */.Zg)(context),
    });
}
/** Whom clients trust: the configured authorities and the Secret's own `ca.crt`; where neither says it, the system's store. */
async function trustedBy(context, { secret, trust, pool }) {
    const { certificates } = context.ports;
    const own = (0,certificate/* readable */.HD)(await certificates.parse(Buffer.from(secret.data?.['ca.crt'] ?? '', 'base64')));
    const { anchors, troubles } = await (0,read_trust/* readTrust */.b)(context, trust);
    const [trouble] = troubles;
    if (trouble !== undefined)
        throw new port_error/* PortError */.U({ ...trouble });
    const stated = [...own, ...anchors];
    if (stated.length > 0)
        return stated;
    const names = pool.flatMap(({ subjectName, issuerName }) => [subjectName, issuerName]);
    return certificates.systemAuthorities([...new Set(names)]);
}


/***/ }),

/***/ 91734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ removeKept),
/* harmony export */   Bo: () => (/* binding */ reloadMark),
/* harmony export */   DL: () => (/* binding */ readKept),
/* harmony export */   MP: () => (/* binding */ requireKept),
/* harmony export */   aC: () => (/* binding */ keep),
/* harmony export */   bZ: () => (/* binding */ writtenByUs)
/* harmony export */ });
/* unused harmony export keptName */
/* harmony import */ var _domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87616);
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97803);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);




/** The namespace that only maintenance identities may read Secrets of. */
const keptNamespace = 'rooivalk-maintenance';
const hexOf = (value, digits) => (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .o)(value).slice('sha256:'.length).slice(0, digits);
/** The name of what one application of a plan keeps of one Secret: the same after a crash, another one for every other plan. */
function keptName(planId, { namespace, secret }) {
    return `kept-certificate-${hexOf([planId, namespace, secret], 32)}`;
}
/** The value of the annotation by which one application of a plan rolls the pods that use one Secret. */
function reloadMark(planId, { namespace, secret }) {
    return hexOf(['reload', planId, namespace, secret], 16);
}
const issuedAnnotation = 'rooivalk.maintenance/issued';
const formerAnnotation = 'rooivalk.maintenance/former';
/** Keep both, as an immutable Secret; `conflict` when there is one of the name. */
async function keep({ ports, planId }, ref, kept) {
    const { before, after, issued, writtenBefore } = kept;
    await ports.cluster.create(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, {
        metadata: {
            name: keptName(planId, ref),
            namespace: keptNamespace,
            labels: { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'rooivalk.maintenance/kept': 'certificate' },
            annotations: {
                'rooivalk.maintenance/of': `${ref.namespace}/${ref.secret}`,
                [issuedAnnotation]: issued,
                ...(writtenBefore === null ? {} : { [formerAnnotation]: writtenBefore }),
            },
        },
        type: 'Opaque',
        immutable: true,
        data: {
            'before.tls.crt': before['tls.crt'],
            'before.tls.key': before['tls.key'],
            'after.tls.crt': after['tls.crt'],
            'after.tls.key': after['tls.key'],
        },
    });
}
/** What this application of the plan kept of the Secret; undefined when it kept nothing, or it was removed. */
async function readKept({ ports, planId }, ref) {
    const found = await ports.cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, keptName(planId, ref));
    return found && keptOf(found);
}
function keptOf({ metadata, data = {} }) {
    const pair = (which) => ({
        'tls.crt': data[`${which}.tls.crt`] ?? '',
        'tls.key': data[`${which}.tls.key`] ?? '',
    });
    return {
        uid: metadata.uid,
        before: pair('before'),
        after: pair('after'),
        issued: metadata.annotations?.[issuedAnnotation] ?? '',
        writtenBefore: metadata.annotations?.[formerAnnotation] ?? null,
    };
}
/** What was kept, which a step cannot do without; `failed` when it is not there. */
async function requireKept(context, ref) {
    const kept = await readKept(context, ref);
    if (kept !== undefined)
        return kept;
    throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({
        code: 'failed',
        subject: `secret/${ref.secret}`,
        message: `what was issued for secret/${ref.secret} is not kept any more (secret/${keptName(context.planId, ref)} in ${keptNamespace})`,
        next: 'run the task again: it issues anew',
    });
}
/** Remove what was kept; none is fine. */
async function removeKept(context, ref) {
    const { cluster } = context.ports;
    const name = keptName(context.planId, ref);
    const found = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, name);
    if (found !== undefined)
        await cluster.delete(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, keptNamespace, name, found.metadata.uid);
}
/** The fingerprint that the annotation of a Secret says was written by us. */
function writtenByUs({ metadata }) {
    return metadata.annotations?.[_domain_certificate_step_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenAnnotation */ .v] ?? null;
}


/***/ }),

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

/***/ 80698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ issue_certificate)
});

// EXTERNAL MODULE: ./build/domain/certificate/certificate.js
var certificate_certificate = __webpack_require__(66258);
// EXTERNAL MODULE: ./build/domain/certificate/pem.js
var pem = __webpack_require__(85191);
// EXTERNAL MODULE: ./build/domain/certificate/validity.js
var validity = __webpack_require__(59139);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/steps/certificate/issued.js
var certificate_issued = __webpack_require__(34231);
;// CONCATENATED MODULE: ./build/steps/certificate/by-authority.js




/**
 * Issue by an authority whose key is in a Secret: like the former certificate, for the given or a new key, never beyond the
 * authority's own end.
 */
async function issueByAuthority(context, parameters, issuer, before, key) {
    const { certificates } = context.ports;
    const authority = await readAuthority(context, parameters.namespace, issuer);
    const { certificate } = authority;
    const now = (0,certificate_issued/* momentOf */.E)(context);
    const asked = { notBefore: now - certificate_issued/* backdatedMs */.k, notAfter: now + parameters.lifetimeMs };
    const made = await certificates.request(before, key);
    const pem = await certificates.issue({
        request: made.request,
        like: before,
        authority,
        notBefore: Math.max(asked.notBefore, certificate.notBefore),
        notAfter: Math.min(asked.notAfter, certificate.notAfter),
    });
    const [issued] = (0,certificate_certificate/* readable */.HD)(await certificates.parse(pem));
    if (issued === undefined)
        throw unusable(issuer, 'issued a certificate that cannot be read');
    return { key: made.key, list: [issued, ...authority.list], asked, by: `authority ${issuer.name}` };
}
async function readAuthority(context, namespace, issuer) {
    const { cluster, certificates } = context.ports;
    const secret = await cluster.get(resources/* resources */.E.secrets, namespace, issuer.secret);
    if (secret === undefined)
        throw unusable(issuer, 'has no Secret: it does not exist');
    const key = Buffer.from(secret.data?.[issuer.key] ?? '', 'base64');
    const list = (0,certificate_certificate/* readable */.HD)(await certificates.parse(Buffer.from(secret.data?.[issuer.certificate] ?? '', 'base64')));
    if (list.length === 0)
        throw unusable(issuer, `has no certificate that can be read in ${issuer.certificate}`);
    const match = await certificates.keyMatch(key, list);
    const certificate = match.kind === 'matches' ? list[match.index] : undefined;
    if (certificate === undefined)
        throw unusable(issuer, `has no key of its certificate in ${issuer.key}`);
    if (!certificate.authority)
        throw unusable(issuer, `holds ${certificate.subject}, which is no authority`);
    return { certificate, key, list };
}
function unusable(issuer, why) {
    return new port_error/* PortError */.U({
        code: 'invalid',
        subject: `secret/${issuer.secret}`,
        message: `authority ${issuer.name} (secret/${issuer.secret}) ${why}`,
        next: `mend the Secret, or name another one under \`platform.certificates.issuers\` in .github/maintenance.yml`,
    });
}

// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
;// CONCATENATED MODULE: ./build/steps/certificate/by-signer.js







const pollMs = 1_000;
/**
 * Issue through the Kubernetes CSR API: make a request, have it approved (by us, where the configuration says so), and wait
 * for the signer. The key never leaves this process before it is kept. What was requested stays; the cluster removes it after
 * an hour (`csrcleaner`).
 */
async function issueBySigner(context, parameters, issuer, before, key) {
    const { certificates } = context.ports;
    const made = await certificates.request(before, key);
    const name = requestName(context, parameters, made.request);
    const request = await file(context, name, {
        request: Buffer.from(made.request).toString('base64'),
        signerName: issuer.signer,
        usages: usagesOf(before),
        expirationSeconds: Math.max(leastSeconds, Math.round(parameters.lifetimeMs / 1000)),
    });
    if (issuer.approve)
        await approve(context, request, parameters);
    const pem = await untilSigned(context, request, issuer, parameters.waitMs);
    const [first, ...others] = (0,certificate_certificate/* readable */.HD)(await certificates.parse(Buffer.from(pem, 'base64')));
    if (first === undefined)
        throw notSigned(issuer, name, 'gave something that is no certificate');
    const now = (0,certificate_issued/* momentOf */.E)(context);
    const asked = { notBefore: now - certificate_issued/* backdatedMs */.k, notAfter: now + parameters.lifetimeMs };
    return { key: made.key, list: [first, ...others], asked, by: `signer ${issuer.name}` };
}
/** Shorter than that the API server takes none (certificates.k8s.io/v1, `expirationSeconds`). */
const leastSeconds = 600;
/** One name for each key that is made: a request whose key was lost with its process is never taken up again. */
function requestName({ planId }, ref, request) {
    const digest = (0,json/* digestOf */.o)([planId, ref.namespace, ref.secret, Buffer.from(request).toString('base64')]);
    return `rooivalk-${ref.secret.slice(0, 60)}-${digest.slice('sha256:'.length, 'sha256:'.length + 16)}`;
}
/** The usages of the former certificate, by the API's names (certificates.k8s.io/v1, `KeyUsage`). */
const usageNames = {
    digitalSignature: 'digital signature',
    keyEncipherment: 'key encipherment',
    '1.3.6.1.5.5.7.3.1': 'server auth',
    '1.3.6.1.5.5.7.3.2': 'client auth',
};
function usagesOf({ keyUsage = ['digitalSignature'], extendedKeyUsage = ['1.3.6.1.5.5.7.3.1'] }) {
    return [...keyUsage, ...extendedKeyUsage].flatMap((usage) => usageNames[usage] ?? []);
}
/** Create the request; one whose answer was lost is looked for. */
async function file({ ports }, name, spec) {
    const resource = resources/* resources */.E.certificateSigningRequests;
    const labels = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance' };
    try {
        return await ports.cluster.create(resource, undefined, { metadata: { name, labels }, spec });
    }
    catch (error) {
        const lost = error instanceof port_error/* PortError */.U && (error.code === 'unreachable' || error.code === 'timeout');
        const found = lost ? await ports.cluster.get(resource, undefined, name) : undefined;
        if (found !== undefined)
            return found;
        throw error;
    }
}
async function approve({ ports }, { metadata, status }, { namespace, secret }) {
    const condition = {
        type: 'Approved',
        status: 'True',
        reason: 'CertificateRenewal',
        message: `renews secret/${secret} of namespace ${namespace}`,
    };
    await ports.cluster.patchSubresource(resources/* resources */.E.certificateSigningRequests, 'approval', { name: metadata.name }, [
        { op: 'test', path: '/metadata/uid', value: metadata.uid },
        { op: 'add', path: '/status/conditions', value: [...(status?.conditions ?? []), condition] },
    ]);
}
async function untilSigned(context, { metadata }, issuer, waitMs) {
    const { name } = metadata;
    for (let waited = 0;; waited += pollMs) {
        const found = await context.ports.cluster.get(resources/* resources */.E.certificateSigningRequests, undefined, name);
        if (found === undefined)
            throw notSigned(issuer, name, 'has no request any more: somebody removed it');
        const signed = signedIn(found, issuer);
        if (signed !== undefined)
            return signed;
        if (waited >= waitMs) {
            const approved = found.status?.conditions?.some(({ type }) => type === 'Approved') ?? false;
            const why = approved ? 'although the request is approved' : 'and nobody has approved the request';
            throw notSigned(issuer, name, `has not signed after ${(0,quantities/* formatSpan */.QA)(waitMs)}, ${why}`);
        }
        await context.pause(pollMs);
    }
}
/** What the signer gave; undefined: nothing yet. `failed` when it will give nothing. */
function signedIn({ metadata, status = {} }, issuer) {
    const { certificate, conditions = [] } = status;
    if (certificate !== undefined && certificate !== '')
        return certificate;
    const refused = conditions.find(({ type }) => type === 'Denied' || type === 'Failed');
    if (refused === undefined)
        return undefined;
    const how = refused.type === 'Denied' ? 'was told not to sign' : 'failed';
    throw notSigned(issuer, metadata.name, `${how}: ${wordsOf(refused)}`);
}
/** What a condition says; it is somebody's text. */
const wordsOf = ({ reason = '', message = '' }) => [reason, message]
    .filter((word) => word !== '')
    .join(', ')
    .slice(0, 200) || 'no reason given';
function notSigned({ name, signer }, request, why) {
    return new port_error/* PortError */.U({
        code: 'failed',
        subject: `certificatesigningrequest/${request}`,
        message: `signer ${name} (${signer}) ${why}`,
        next: `${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `describe certificatesigningrequest ${request}`}, and look whether the signer runs`,
    });
}

// EXTERNAL MODULE: ./build/steps/certificate/held.js
var certificate_held = __webpack_require__(71677);
// EXTERNAL MODULE: ./build/steps/certificate/judge-issued.js + 1 modules
var judge_issued = __webpack_require__(85664);
// EXTERNAL MODULE: ./build/steps/certificate/kept.js
var kept = __webpack_require__(91734);
// EXTERNAL MODULE: ./build/steps/executor.js
var executor = __webpack_require__(54639);
;// CONCATENATED MODULE: ./build/steps/issue-certificate.js










/**
 * Issue a new certificate in the place of one that is due, judge it, and keep it together with what it takes the place of.
 * Nothing of the platform is changed: a certificate that is not as it must be is never written.
 */
/* harmony default export */ const issue_certificate = ((0,executor/* defineStep */.o)({
    kind: 'issue-certificate',
    ports: ['cluster', 'certificates'],
    provedBy: 'settle',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const { parameters } = step;
        const held = await (0,certificate_held/* readAsPlanned */.Pn)(context, parameters);
        const issued = await issue(context, parameters, held);
        const chain = await accepted(context, step, held, issued);
        const [after] = issued.list;
        await (0,kept/* keep */.aC)(context, parameters, {
            before: held.pair,
            after: {
                'tls.crt': Buffer.from((0,pem/* pemOf */._y)(chain)).toString('base64'),
                'tls.key': Buffer.from(issued.key).toString('base64'),
            },
            issued: after.fingerprint,
            writtenBefore: (0,kept/* writtenByUs */.bZ)(held.secret),
        });
        const until = `until ${(0,validity/* isoMinute */.A_)(after.notAfter)} (${(0,validity/* daysLeft */.H_)(after, context.now)} days)`;
        return {
            text: `serial ${(0,certificate_certificate/* shortSerial */.zZ)(after)} ${until}, by ${issued.by}`,
            measurements: [],
            findings: [],
        };
    },
    settle: async (context, { parameters }) => (await (0,kept/* readKept */.DL)(context, parameters)) === undefined ? 'not-done' : 'done',
    movedTo: (context, { parameters }) => (0,certificate_held/* secretNow */.z4)(context, parameters),
    release: (context, { parameters }) => (0,kept/* removeKept */.BC)(context, parameters),
}));
function issue(context, parameters, held) {
    const { issuer } = parameters;
    const key = parameters.key === 'keep' ? Buffer.from(held.pair['tls.key'], 'base64') : undefined;
    return issuer.kind === 'authority'
        ? issueByAuthority(context, parameters, issuer, held.leaf, key)
        : issueBySigner(context, parameters, issuer, held.leaf, key);
}
/** The chain to write, its own certificate first; `failed`, with every objection, when it must not be written. */
async function accepted(context, { subject, parameters }, held, { list, key, asked, by }) {
    const { secret, leaf, list: former } = held;
    const { trust } = parameters;
    const pool = [...list, ...former];
    const judged = await (0,judge_issued/* judgeIssued */.t)(context, { before: leaf, after: list[0], key, asked, pool, secret, trust });
    if ('chain' in judged)
        return judged.chain;
    throw new port_error/* PortError */.U({
        code: 'failed',
        subject,
        message: `what ${by} issued must not be written: ${judged.objections.join('; ')}`,
        next: 'mend the issuer, or name another one under `platform.certificates` in .github/maintenance.yml',
    });
}


/***/ }),

/***/ 78568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ shownValue),
/* harmony export */   a9: () => (/* binding */ objectNow),
/* harmony export */   n: () => (/* binding */ becameOf)
/* harmony export */ });
/* harmony import */ var _domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66325);

/** Values come from the cluster; more of one is not shown, characters. */
const mostShown = 120;
/** A value as it is quoted in a clause. */
function shownValue(value) {
    const text = value == null ? 'none' : String(value);
    return text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
}
/**
 * What became of an object, for a reader: gone, made anew, or what it holds now and who wrote that. Undefined when `tell`
 * finds nothing of the step's that moved.
 */
async function objectNow(cluster, { resource, namespace, name, uid }, tell) {
    const object = await cluster.get(resource, namespace, name);
    return becameOf(object?.metadata, uid, () => object && tell(object));
}
/** The same of an object of which nothing but its metadata is read. */
function becameOf(metadata, uid, tell) {
    if (metadata === undefined)
        return 'there is none of its name any more';
    if (metadata.uid !== uid)
        return `another one of its name is there${madeAt(metadata)}`;
    const held = tell();
    const writer = held && (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .lastWriter */ .uD)(metadata, held.field);
    if (writer === undefined)
        return held?.words;
    return held?.words === undefined ? (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(writer) : `${held.words} (${(0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(writer)})`;
}
const madeAt = (metadata) => {
    const made = (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .madeWhen */ ._s)(metadata);
    return made === undefined ? '' : `, ${(0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .writerWords */ .lp)(made)}`;
};


/***/ })

};
