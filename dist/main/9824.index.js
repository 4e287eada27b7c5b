export const id = 9824;
export const ids = [9824];
export const modules = {

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


/***/ }),

/***/ 9824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66258);
/* harmony import */ var _domain_certificate_validity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59139);
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7279);
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(92400);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _certificate_held_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71677);
/* harmony import */ var _certificate_issued_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(34231);
/* harmony import */ var _certificate_judge_issued_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85664);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54639);
/* harmony import */ var _moved_object_now_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78568);











const pollMs = 1_000;
/**
 * Have cert-manager renew a Certificate now, as its own command does (`cmctl renew`: the status condition `Issuing`, reason
 * `ManuallyTriggered`), and wait for what it issues. The Secret is cert-manager's and is only read: what is wrong with a
 * new certificate is reported, and left as it is.
 */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_5__/* .defineStep */ .o)({
    kind: 'renew-by-cert-manager',
    ports: ['cluster', 'certificates'],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async (context, step) => {
        const before = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_3__/* .readHeld */ .iJ)(context, step.parameters);
        const former = before?.leaf;
        if (before === undefined || former?.fingerprint !== step.parameters.certificate)
            throw renewedAlready(step);
        await trigger(context, step);
        const { held, leaf } = await untilRenewed(context, step);
        await approve(context, step, former, before, { ...held, leaf });
        const until = `until ${(0,_domain_certificate_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .isoMinute */ .A_)(leaf.notAfter)} (${(0,_domain_certificate_validity_js__WEBPACK_IMPORTED_MODULE_6__/* .daysLeft */ .H_)(leaf, context.now)} days)`;
        return { text: `serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_7__/* .shortSerial */ .zZ)(leaf)} ${until}, by cert-manager`, measurements: [], findings: [] };
    },
    settle: async (context, step) => {
        const leaf = (await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_3__/* .readHeld */ .iJ)(context, step.parameters))?.leaf;
        if (leaf === undefined)
            return 'moved';
        if (leaf.fingerprint !== step.parameters.certificate)
            return 'done';
        const certificate = await readCertificate(context, step);
        return issuingOf(certificate)?.status === 'True' ? 'cannot-tell' : 'not-done';
    },
    movedTo: async (context, { parameters }) => {
        const { namespace, name, nameUid: uid, secret } = parameters;
        const certificate = { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.certManagerCertificates, namespace, name, uid };
        const moved = await (0,_moved_object_now_js__WEBPACK_IMPORTED_MODULE_8__/* .objectNow */ .a9)(context.ports.cluster, certificate, ({ spec }) => spec.secretName === secret
            ? undefined
            : { words: `it keeps secret/${(0,_moved_object_now_js__WEBPACK_IMPORTED_MODULE_8__/* .shownValue */ .JJ)(spec.secretName)}`, field: ['f:spec', 'f:secretName'] });
        return moved ?? (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_3__/* .secretNow */ .z4)(context, parameters);
    },
}));
function readCertificate({ ports }, { parameters }) {
    return ports.cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.certManagerCertificates, parameters.namespace, parameters.name);
}
const issuingOf = (certificate) => certificate?.status?.conditions?.find(({ type }) => type === 'Issuing');
/** Set the condition, unless it is set already: then cert-manager is at it. */
async function trigger(context, step) {
    const { namespace, name, nameUid, secret } = step.parameters;
    const certificate = await readCertificate(context, step);
    if (certificate?.metadata.uid !== nameUid || certificate.spec.secretName !== secret)
        throw moved(step);
    if (issuingOf(certificate)?.status === 'True')
        return;
    const { status, metadata } = certificate;
    const issuing = {
        type: 'Issuing',
        status: 'True',
        reason: 'ManuallyTriggered',
        message: 'Certificate re-issuance triggered by Rooivalk Maintenance',
        observedGeneration: metadata.generation ?? 1,
        lastTransitionTime: `${new Date((0,_certificate_issued_js__WEBPACK_IMPORTED_MODULE_9__/* .momentOf */ .E)(context)).toISOString().slice(0, 19)}Z`,
    };
    const conditions = [...(status?.conditions ?? []).filter(({ type }) => type !== 'Issuing'), issuing];
    await context.ports.cluster.patchSubresource(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .E.certManagerCertificates, 'status', { namespace, name }, [
        { op: 'test', path: '/metadata/uid', value: nameUid },
        { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
        status === undefined
            ? { op: 'add', path: '/status', value: { conditions } }
            : { op: 'add', path: '/status/conditions', value: conditions },
    ]);
}
/** Wait until the Secret holds another certificate and cert-manager is no longer at it. */
async function untilRenewed(context, step) {
    const { certificate: former, waitMs } = step.parameters;
    for (let waited = 0;; waited += pollMs) {
        const certificate = await readCertificate(context, step);
        if (certificate === undefined)
            throw moved(step);
        const issuing = issuingOf(certificate);
        const held = await (0,_certificate_held_js__WEBPACK_IMPORTED_MODULE_3__/* .readHeld */ .iJ)(context, step.parameters);
        if (issuing?.status !== 'True' && held?.leaf !== undefined && held.leaf.fingerprint !== former) {
            return { held, leaf: held.leaf };
        }
        if (issuing?.status === 'False')
            throw notIssued(step, `has failed: ${wordsOf(issuing)}`);
        if (waited >= waitMs)
            throw notIssued(step, `has not issued after ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_10__/* .formatSpan */ .QA)(waitMs)}`);
        await context.pause(pollMs);
    }
}
/** What a condition says; it is somebody's text. */
const wordsOf = ({ reason = '', message = '' }) => [reason, message]
    .filter((word) => word !== '')
    .join(', ')
    .slice(0, 200) || 'no reason given';
/** Say everything that is wrong with what cert-manager issued; nothing of it is put back. */
async function approve(context, step, before, former, held) {
    const judged = await (0,_certificate_judge_issued_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeIssued */ .t)(context, {
        before,
        after: held.leaf,
        key: Buffer.from(held.pair['tls.key'], 'base64'),
        asked: held.leaf,
        pool: [...held.list, ...former.list],
        secret: held.secret,
        trust: step.parameters.trust,
    });
    if ('chain' in judged)
        return;
    throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
        code: 'failed',
        subject: step.subject,
        message: `what cert-manager issued is not as it must be, and stays: ${judged.objections.join('; ')}`,
        next: (0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(step.parameters.namespace) `describe certificate ${step.parameters.name}`,
    });
}
function notIssued({ parameters }, why) {
    const { namespace, name } = parameters;
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
        code: 'failed',
        subject: `certificate/${name}`,
        message: `cert-manager ${why}`,
        next: `\`cmctl status certificate ${name} -n ${namespace}\` (or ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `describe certificate ${name}`})`,
    });
}
const moved = ({ parameters }) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
    code: 'conflict',
    subject: `certificate/${parameters.name}`,
    message: `certificate/${parameters.name} was removed, made anew, or keeps another Secret by now`,
});
const renewedAlready = ({ parameters }) => new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({
    code: 'conflict',
    subject: `secret/${parameters.secret}`,
    message: `secret/${parameters.secret} holds another certificate than was planned with: it was renewed or changed since`,
});


/***/ })

};
