export const id = 7912;
export const ids = [7912];
export const modules = {

/***/ 3510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ untilBlackout),
/* harmony export */   It: () => (/* binding */ blackoutsAt),
/* harmony export */   Kc: () => (/* binding */ concerns),
/* harmony export */   Nm: () => (/* binding */ inForce),
/* harmony export */   WL: () => (/* binding */ leftOver)
/* harmony export */ });
/* harmony import */ var _occurrences_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8166);
/* harmony import */ var _spans_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87965);


const isFixed = (span) => 'until' in span;
/** Whether a blackout keeps a window closed; without a window: whether it forbids work outside windows as well. */
function concerns(blackout, window) {
    if (blackout.windows === undefined)
        return true;
    return window !== undefined && blackout.windows.includes(window);
}
/** When a blackout is in force within a stretch of time: never from its expiry on. */
function inForce(blackout, within) {
    const all = blackout.spans.flatMap((span) => (isFixed(span) ? [span] : (0,_occurrences_js__WEBPACK_IMPORTED_MODULE_0__/* .occurrencesWithin */ .U)(span, within)));
    const clipped = all.map(({ from, until }) => ({ from, until: Math.min(until, blackout.expires) }));
    return (0,_spans_js__WEBPACK_IMPORTED_MODULE_1__/* .merged */ .Zu)(clipped.filter((span) => span.from < span.until && span.from < within.until && span.until > within.from));
}
/** The blackouts that are in force at an instant, for a window or (without one) for work outside windows. */
function blackoutsAt(calendar, instant, window) {
    const active = [];
    for (const blackout of calendar.blackouts) {
        if (!concerns(blackout, window))
            continue;
        const span = inForce(blackout, { from: instant, until: instant + 1 }).find((each) => (0,_spans_js__WEBPACK_IMPORTED_MODULE_1__/* .contains */ .gR)(each, instant));
        if (span !== undefined)
            active.push({ blackout, until: span.until });
    }
    return active;
}
/**
 * When the next blackout begins within a stretch of time, else its end; `from` while one is in force. For a window or
 * (without one) for work outside windows.
 */
function untilBlackout(calendar, within, window) {
    const spans = calendar.blackouts
        .filter((blackout) => concerns(blackout, window))
        .flatMap((blackout) => inForce(blackout, within));
    return Math.min(within.until, ...spans.map(({ from }) => Math.max(from, within.from)));
}
/** Blackouts that have expired although they would still apply: somebody should renew or remove them. */
function leftOver(calendar, instant) {
    return calendar.blackouts.filter((blackout) => blackout.expires <= instant &&
        blackout.spans.some((span) => !isFixed(span) || span.until > Math.max(blackout.expires, instant)));
}


/***/ }),

/***/ 8166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ occurrencesFrom),
/* harmony export */   U: () => (/* binding */ occurrencesWithin)
/* harmony export */ });
/* harmony import */ var _instants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95460);

/** No zone's clock differs by more than this from its date's nominal place (a day skipped or doubled at the date line). */
const MARGIN_DAYS = 2;
function isNth(date, nth) {
    if (nth === 'last')
        return date.day + 7 > date.daysInMonth;
    return Math.ceil(date.day / 7) === nth;
}
function fallsOn(recurrence, date) {
    if (recurrence.every === 'day')
        return true;
    if (!recurrence.days.includes((0,_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .dayOf */ .kb)(date)))
        return false;
    return recurrence.every === 'week' || isNth(date, recurrence.nth);
}
function* datesFrom(recurrence, first) {
    if (recurrence.every === 'date') {
        const earliest = first.toString();
        for (const date of [...new Set(recurrence.dates)].sort())
            if (date >= earliest)
                yield (0,_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .dateOf */ .Q$)(date);
        return;
    }
    if (recurrence.every !== 'day' && recurrence.days.length === 0)
        return;
    for (let date = first;; date = date.add({ days: 1 }))
        if (fallsOn(recurrence, date))
            yield date;
}
/**
 * The occurrences of a span that begin at or after an instant, in order and without an end (dates run out). An occurrence
 * ends at the latest when the next one begins; one that would be empty (its day was skipped at the date line) is left out.
 */
function* occurrencesFrom(span, from) {
    const first = (0,_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .dateAt */ .iM)(from, span.zone).subtract({ days: MARGIN_DAYS });
    let previous;
    for (const date of datesFrom(span.recurrence, first)) {
        const start = (0,_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .instantOf */ .B9)(date, span.start, span.zone);
        if (previous !== undefined && previous >= from && start > previous) {
            yield { from: previous, until: Math.min(previous + span.durationMs, start) };
        }
        previous = start;
    }
    if (previous !== undefined && previous >= from)
        yield { from: previous, until: previous + span.durationMs };
}
/** The occurrences that share time with `[from, until)`. */
function occurrencesWithin(span, { from, until }) {
    const found = [];
    for (const occurrence of occurrencesFrom(span, from - span.durationMs)) {
        if (occurrence.from >= until)
            break;
        if (occurrence.until > from)
            found.push(occurrence);
    }
    return found;
}


/***/ }),

/***/ 27279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ mayStart),
/* harmony export */   T2: () => (/* binding */ openingsWithin),
/* harmony export */   _8: () => (/* binding */ openAt),
/* harmony export */   f$: () => (/* binding */ timeLeft),
/* harmony export */   jV: () => (/* binding */ nextOpenings),
/* harmony export */   mS: () => (/* binding */ openings),
/* harmony export */   nT: () => (/* binding */ isOpen),
/* harmony export */   wz: () => (/* binding */ opensAfter)
/* harmony export */ });
/* unused harmony export openingId */
/* harmony import */ var _blackouts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3510);
/* harmony import */ var _instants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95460);
/* harmony import */ var _occurrences_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8166);
/* harmony import */ var _spans_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87965);




/** A window that does not open for this long is taken never to open again, ms. */
const SILENCE_MS = 10 * 366 * 86_400_000;
/** `<window>@<ISO start>`. */
function openingId(window, start) {
    return `${window}@${(0,_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(start)}`;
}
function openingOf(window, span, blackouts) {
    const cuts = blackouts.filter((each) => (0,_blackouts_js__WEBPACK_IMPORTED_MODULE_1__/* .concerns */ .Kc)(each, window.name)).flatMap((each) => (0,_blackouts_js__WEBPACK_IMPORTED_MODULE_1__/* .inForce */ .Nm)(each, span));
    const spans = (0,_spans_js__WEBPACK_IMPORTED_MODULE_2__/* .without */ .FF)(span, cuts);
    if (spans.length === 0)
        return undefined;
    const { from: start, until: end } = span;
    const lastStart = window.cutOffMs === undefined ? end : Math.min(end, start + window.cutOffMs);
    return { id: openingId(window.name, start), window: window.name, rank: window.rank, start, end, lastStart, spans };
}
/** All openings of a window from those that start at `from` on, lazily. One that lies in a blackout altogether is none. */
function* openingsFrom(calendar, window, from) {
    let latest = from;
    for (const span of (0,_occurrences_js__WEBPACK_IMPORTED_MODULE_3__/* .occurrencesFrom */ .H)(window, from)) {
        const opening = openingOf(window, span, calendar.blackouts);
        if (opening === undefined && span.from - latest > SILENCE_MS)
            return;
        if (opening === undefined)
            continue;
        latest = span.from;
        yield opening;
    }
}
const bySize = (a, b) => a.start - b.start || b.rank - a.rank;
/** The openings of all windows that start in `[from, until)`, in order, of those that start together the largest first. */
function openings(calendar, from, until) {
    const found = [];
    for (const window of calendar.windows) {
        for (const opening of openingsFrom(calendar, window, from)) {
            if (opening.start >= until)
                break;
            found.push(opening);
        }
    }
    return found.sort(bySize);
}
/** The openings that share scheduled time with `[from, until)`, whether a blackout cuts it away or not. */
function openingsWithin(calendar, from, until) {
    const longest = Math.max(0, ...calendar.windows.map((window) => window.durationMs));
    return openings(calendar, from - longest, until).filter((opening) => opening.end > from);
}
/** Whether an opening is open at an instant: within it and in no blackout. */
function isOpen(opening, instant) {
    return opening.spans.some((span) => (0,_spans_js__WEBPACK_IMPORTED_MODULE_2__/* .contains */ .gR)(span, instant));
}
/** The openings that are open at an instant, the largest first. */
function openAt(calendar, instant) {
    const open = openingsWithin(calendar, instant, instant + 1).filter((opening) => isOpen(opening, instant));
    return open.toSorted((a, b) => b.rank - a.rank);
}
/** Whether something may still be started in an opening: open, and before its cut-off. */
function mayStart(opening, instant) {
    return isOpen(opening, instant) && instant < opening.lastStart;
}
/** How long an opening stays open from an instant on, ms: until its end or the next blackout; 0 when it is not open. */
function timeLeft(opening, instant) {
    const span = opening.spans.find((each) => (0,_spans_js__WEBPACK_IMPORTED_MODULE_2__/* .contains */ .gR)(each, instant));
    return span === undefined ? 0 : span.until - instant;
}
/** When an opening that is not open now opens (or opens again after a blackout). */
function opensAfter(opening, instant) {
    return opening.spans.find((span) => span.from > instant)?.from;
}
/**
 * The next `count` openings that are not open yet, in the order in which they open: those that start after the instant,
 * and one that a blackout interrupts and that opens again. Fewer, when dates run out.
 */
function nextOpenings(calendar, after, count) {
    const found = openingsWithin(calendar, after, after + 1).filter((opening) => !isOpen(opening, after) && opensAfter(opening, after) !== undefined);
    for (const window of calendar.windows) {
        let taken = 0;
        if (count <= 0)
            break;
        for (const opening of openingsFrom(calendar, window, after + 1)) {
            found.push(opening);
            taken += 1;
            if (taken >= count)
                break;
        }
    }
    const when = (opening) => opensAfter(opening, after) ?? opening.start;
    return found.sort((a, b) => when(a) - when(b) || b.rank - a.rank).slice(0, Math.max(0, count));
}


/***/ }),

/***/ 87965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EF: () => (/* binding */ overlap),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   Zu: () => (/* binding */ merged),
/* harmony export */   gR: () => (/* binding */ contains)
/* harmony export */ });
/** Whether an instant belongs to a half-open span. */
function contains(span, instant) {
    return span.from <= instant && instant < span.until;
}
/** Whether two half-open spans share time; touching ones do not. */
function overlap(a, b) {
    return a.from < b.until && b.from < a.until;
}
/** What is left of a span without others: pieces in order, none of them empty. */
function without(span, cuts) {
    const left = [];
    let from = span.from;
    for (const cut of [...cuts].sort((a, b) => a.from - b.from)) {
        if (cut.until <= from)
            continue;
        if (cut.from >= span.until)
            break;
        if (cut.from > from)
            left.push({ from, until: cut.from });
        from = cut.until;
    }
    if (from < span.until)
        left.push({ from, until: span.until });
    return left;
}
/** Spans in order, those that overlap or touch made one. */
function merged(spans) {
    const result = [];
    for (const span of [...spans].sort((a, b) => a.from - b.from)) {
        const last = result.at(-1);
        if (last === undefined || span.from > last.until)
            result.push(span);
        else
            result[result.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    }
    return result;
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

/***/ 21938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fd: () => (/* binding */ judgeChain),
  XU: () => (/* binding */ notForServers),
  AO: () => (/* binding */ orderProblem)
});

// EXTERNAL MODULE: ./build/domain/certificate/certificate.js
var certificate = __webpack_require__(66258);
// EXTERNAL MODULE: ./build/domain/certificate/names.js
var names = __webpack_require__(6269);
;// CONCATENATED MODULE: ./build/domain/certificate/name-constraints.js


/**
 * What the names of a path break of the constraints of its authorities (RFC 5280 §4.2.1.10, §6.1.3 b and c). DNS names
 * and addresses are evaluated; self-issued intermediates are exempt.
 */
function constraintViolations(path) {
    return path.flatMap((issuer, k) => {
        const { nameConstraints } = issuer;
        if (k === 0 || nameConstraints === undefined)
            return [];
        return path
            .slice(0, k)
            .filter((below, position) => position === 0 || !(0,certificate/* isSelfIssued */.Cb)(below))
            .flatMap((below) => violationsOf(below, issuer.subject, nameConstraints));
    });
}
function violationsOf(below, issuer, constraints) {
    const { permitted, excluded } = constraints;
    const outside = (name, why) => `${below.subject} carries ${name}, which ${issuer} ${why}`;
    return [
        ...below.dnsNames.flatMap((name) => {
            if (excluded.dns.some((subtree) => inDnsSubtree(name, subtree)))
                return [outside(name, 'must not sign for')];
            const allowed = permitted.dns.length === 0 || permitted.dns.some((subtree) => inDnsSubtree(name, subtree));
            return allowed ? [] : [outside(name, 'may not sign for')];
        }),
        ...below.ipAddresses.flatMap((address) => {
            if (excluded.ip.some((range) => inRange(address, range)))
                return [outside(address, 'must not sign for')];
            const allowed = permitted.ip.length === 0 || permitted.ip.some((range) => inRange(address, range));
            return allowed ? [] : [outside(address, 'may not sign for')];
        }),
    ];
}
/** Any name made by adding labels to the left of the subtree, and the subtree itself; the empty one holds all. */
function inDnsSubtree(name, subtree) {
    const [low, base] = [name.toLowerCase(), subtree.toLowerCase().replace(/^\./, '')];
    return base === '' || low === base || low.endsWith(`.${base}`);
}
/** Whether an address lies in `address/mask`, both in full as RFC 5280 writes them. */
function inRange(address, range) {
    const [base, mask] = range.split('/').map((part) => (0,names/* addressBytes */.AS)(part));
    const bytes = (0,names/* addressBytes */.AS)(address);
    if (!bytes || !base || !mask || base.length !== bytes.length || mask.length !== bytes.length)
        return false;
    return bytes.every((byte, k) => (byte & (mask[k] ?? 0)) === ((base[k] ?? 0) & (mask[k] ?? 0)));
}

// EXTERNAL MODULE: ./build/domain/certificate/validity.js
var validity = __webpack_require__(59139);
;// CONCATENATED MODULE: ./build/domain/certificate/chain.js



const maxPathLength = 10;
const maxPathsTried = 200;
/**
 * Find and judge the path from `leaf` to an authority (RFC 5280 §6.1: name chaining, signature, dates, basic constraints,
 * key usage, path length, name constraints, critical extensions). Several paths are possible (cross-signed authorities):
 * the one with the fewest problems counts, as clients do it. At most 200 are tried.
 */
function judgeChain(leaf, pool, now) {
    let best;
    let tried = 0;
    for (const candidate of pathsFrom([leaf], indexOf(pool))) {
        const result = { ...candidate, problems: problemsOf(candidate, pool, now) };
        if (result.problems.length === 0)
            return result;
        if (best === undefined || weight(result) < weight(best))
            best = result;
        tried += 1;
        if (tried >= maxPathsTried)
            break;
    }
    return best ?? { path: [leaf], anchored: false, problems: [{ kind: 'incomplete', missing: leaf.issuer }] };
}
const weight = (result) => (result.anchored ? 0 : 100) + result.problems.length;
function indexOf(pool) {
    const anchors = new Set(pool.anchors.map((anchor) => anchor.fingerprint));
    const all = new Map([...pool.certificates, ...pool.anchors].map((each) => [each.fingerprint, each]));
    const issuers = new Map();
    for (const { subject, issuer } of pool.signatures) {
        const found = all.get(issuer);
        if (found)
            issuers.set(subject, [...(issuers.get(subject) ?? []), found]);
    }
    const anchorsFirst = (a, b) => Number(anchors.has(b.fingerprint)) - Number(anchors.has(a.fingerprint));
    for (const list of issuers.values())
        list.sort(anchorsFirst);
    return { anchors, issuersOf: (certificate) => issuers.get(certificate.fingerprint) ?? [] };
}
function* pathsFrom(path, index) {
    const last = path.at(-1);
    if (index.anchors.has(last.fingerprint)) {
        yield { path, anchored: true };
        return;
    }
    const issuers = index
        .issuersOf(last)
        .filter((issuer) => path.every((each) => each.fingerprint !== issuer.fingerprint));
    if (issuers.length === 0 || path.length >= maxPathLength)
        yield { path, anchored: false };
    else
        for (const issuer of issuers)
            yield* pathsFrom([...path, issuer], index);
}
function problemsOf(candidate, pool, now) {
    const issuers = candidate.path.slice(1);
    return [
        ...(candidate.anchored ? [] : [endProblem(candidate.path.at(-1), pool)]),
        ...candidate.path.flatMap(criticalProblems),
        ...issuers.flatMap((issuer, k) => [...issuerProblems(issuer, issuers.slice(0, k)), ...dateProblems(issuer, now)]),
        ...constraintViolations(candidate.path).map((what) => ({ kind: 'rule', what })),
    ];
}
/** Why a path that reached no authority ended where it did. */
function endProblem(last, pool) {
    if ((0,certificate/* isSelfIssued */.Cb)(last) &&
        pool.signatures.some((each) => each.subject === last.fingerprint && each.issuer === last.fingerprint)) {
        return { kind: 'untrusted', root: last.subject };
    }
    const named = [...pool.certificates, ...pool.anchors].find((each) => each.subjectName === last.issuerName && each.fingerprint !== last.fingerprint);
    return named === undefined
        ? { kind: 'incomplete', missing: last.issuer }
        : {
            kind: 'signature',
            what: `${last.subject} was not signed by the key of ${named.subject}, whom it names as its issuer`,
        };
}
function criticalProblems(certificate) {
    if (certificate.unknownCritical.length === 0)
        return [];
    const extensions = certificate.unknownCritical.slice(0, 5).join(', ');
    return [
        { kind: 'rule', what: `${certificate.subject} has critical extensions that clients may not know: ${extensions}` },
    ];
}
/** Whether an issuer may issue what stands below it; `between` are the intermediates between it and the leaf. */
function issuerProblems(issuer, between) {
    const problems = [];
    const rule = (what) => problems.push({ kind: 'rule', what });
    if (!issuer.authority)
        rule(`${issuer.subject} is no authority (basic constraints) but issued another certificate`);
    if (issuer.keyUsage && !issuer.keyUsage.includes('keyCertSign')) {
        rule(`${issuer.subject} may not sign certificates (key usage ${issuer.keyUsage.join(', ')})`);
    }
    const below = between.filter((each) => !(0,certificate/* isSelfIssued */.Cb)(each)).length;
    if (issuer.pathLength !== undefined && below > issuer.pathLength) {
        rule(`${issuer.subject} allows ${issuer.pathLength} authorities below it, and there are ${below}`);
    }
    return problems;
}
function dateProblems(issuer, now) {
    if (issuer.notAfter < now)
        return [{ kind: 'dates', what: `${issuer.subject} expired ${(0,validity/* isoMinute */.A_)(issuer.notAfter)}` }];
    if (issuer.notBefore > now) {
        return [{ kind: 'dates', what: `${issuer.subject} is valid only from ${(0,validity/* isoMinute */.A_)(issuer.notBefore)}` }];
    }
    return [];
}
/**
 * What is wrong with the order of a list that a server sends (RFC 5246 §7.4.2: its own first, each next one certifies the
 * one before; a root may be left out). Undefined: nothing.
 */
function orderProblem(list, signatures) {
    const signed = (subject, issuer) => signatures.some((each) => each.subject === subject.fingerprint && each.issuer === issuer.fingerprint);
    for (const [index, certificate] of list.entries()) {
        if (list.slice(0, index).some((each) => each.fingerprint === certificate.fingerprint)) {
            return `certificate ${index + 1} of ${list.length} is there twice`;
        }
        const before = list[index - 1];
        if (before !== undefined && !signed(before, certificate)) {
            const elsewhere = list.slice(0, index).some((each) => signed(each, certificate));
            const reversed = list.slice(index + 1).some((each) => signed(before, each));
            const position = `certificate ${index + 1} of ${list.length} (${certificate.subject})`;
            return elsewhere || reversed || signed(certificate, before)
                ? `${position} stands in the wrong place`
                : `${position} did not issue the one before it`;
        }
    }
    return undefined;
}
const serverAuthentication = '1.3.6.1.5.5.7.3.1';
const anyUsage = '2.5.29.37.0';
/** Why a certificate may not be used by a TLS server (RFC 5280 §4.2.1.3, §4.2.1.12); undefined when it may. */
function notForServers(certificate) {
    const { extendedKeyUsage, keyUsage } = certificate;
    if (extendedKeyUsage && !extendedKeyUsage.some((use) => use === serverAuthentication || use === anyUsage)) {
        return 'its extended key usage does not name server authentication';
    }
    const signs = keyUsage === undefined || keyUsage.includes('digitalSignature');
    const deciphers = certificate.key.algorithm === 'rsa' && keyUsage?.includes('keyEncipherment');
    return signs || deciphers ? undefined : `its key usage (${keyUsage?.join(', ')}) does not allow a TLS handshake`;
}


/***/ }),

/***/ 6269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ addressBytes),
/* harmony export */   L0: () => (/* binding */ serviceHosts),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   z5: () => (/* binding */ serviceOf)
/* harmony export */ });
/* unused harmony exports isAddress, dnsNameCovers */
const ipv4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
/** Whether a host is an address and not a name. */
function isAddress(host) {
    return ipv4.test(host) || host.includes(':');
}
const plain = (name) => name.toLowerCase().replace(/\.$/, '');
/**
 * Whether a certificate's DNS name stands for a host (RFC 9525 §6.3, as RFC 6125 §6.4.3 before it): case does not matter;
 * `*` counts only as the whole left-most label, stands for exactly one label, and never for a name of fewer than three.
 */
function dnsNameCovers(pattern, host) {
    const wanted = plain(host).split('.');
    const offered = plain(pattern).split('.');
    if (wanted.length !== offered.length || wanted.some((label) => label === ''))
        return false;
    if (offered[0] === '*') {
        return offered.length > 2 && offered.slice(1).every((label, k) => !label.includes('*') && label === wanted[k + 1]);
    }
    return !pattern.includes('*') && offered.every((label, k) => label === wanted[k]);
}
/** The groups of an IPv6 address, or the numbers of an IPv4 one; undefined when it is neither. */
function addressBytes(address) {
    if (ipv4.test(address))
        return address.split('.').map(Number);
    if (!/^[0-9a-fA-F:.]+$/.test(address) || !address.includes(':'))
        return undefined;
    const tail = /:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
    if (tail !== undefined && !ipv4.test(tail))
        return undefined;
    const numbers = tail?.split('.').map(Number) ?? [];
    const hexTail = tail === undefined ? '' : `${pair(numbers, 0)}:${pair(numbers, 2)}`;
    const text = tail === undefined ? address : address.slice(0, -tail.length) + hexTail;
    const halves = text.split('::');
    if (halves.length > 2)
        return undefined;
    const groups = (half) => (half === undefined || half === '' ? [] : half.split(':'));
    const [head, rest] = [groups(halves[0]), groups(halves[1])];
    const missing = 8 - head.length - rest.length;
    if (halves.length === 2 ? missing < 1 : missing !== 0)
        return undefined;
    const all = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
    if (all.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group)))
        return undefined;
    return all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
}
const pair = (numbers, from) => (((numbers[from] ?? 0) << 8) | (numbers[from + 1] ?? 0)).toString(16);
const sameBytes = (a, b) => a !== undefined && b !== undefined && a.length === b.length && a.every((byte, k) => byte === b[k]);
/**
 * Whether a certificate may stand for a host. Only subject alternative names count; the common name does not (RFC 9525
 * §2). An address is covered by an address alone, never by a wildcard.
 */
function covers(certificate, host) {
    if (isAddress(host)) {
        const wanted = addressBytes(host);
        return certificate.ipAddresses.some((address) => sameBytes(addressBytes(address), wanted));
    }
    return certificate.dnsNames.some((name) => dnsNameCovers(name, host));
}
/** Under which names clients inside the cluster reach a Service. */
function serviceHosts(service, namespace) {
    return [
        service,
        `${service}.${namespace}`,
        `${service}.${namespace}.svc`,
        `${service}.${namespace}.svc.cluster.local`,
    ];
}
/** The Service of this namespace that a host means, if it has one of the forms inside the cluster. */
function serviceOf(host, namespace) {
    const labels = plain(host).split('.');
    const [service] = labels;
    if (service === undefined || service === '' || labels.length === 1)
        return undefined;
    return serviceHosts(service, namespace).includes(plain(host)) ? service : undefined;
}


/***/ }),

/***/ 88276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ renewedBy),
/* harmony export */   LU: () => (/* binding */ certificateName),
/* harmony export */   Zg: () => (/* binding */ renewalRule),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* harmony import */ var _calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27279);

/** The window in which renew-certificates runs by itself. */
const renewingWindow = 'weekly';
/** The annotation by which cert-manager marks its Secrets. */
const certificateName = 'cert-manager.io/certificate-name';
/** Who renews a certificate by itself, by the annotations of its Secret; undefined: nobody does. */
const renewedBy = (annotations) => annotations?.[certificateName] === undefined ? undefined : 'cert-manager';
/** What is renewed by itself does not wait for windows: it is due by days and share alone. */
const ruleFor = (held, rule) => held.renewedBy === undefined ? rule : { ...rule, openings: [] };
/** When certificates are due: configured days and share, and the next two openings in which they are renewed. */
function renewalRule({ platform, calendar, now, }) {
    const windows = calendar.windows.filter((window) => window.name === renewingWindow);
    const openings = (0,_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__/* .nextOpenings */ .jV)({ ...calendar, windows }, now, 2);
    return { ...platform.certificates.renewal, openings: openings.map(({ start, end }) => ({ start, end })) };
}


/***/ }),

/***/ 20460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ weaknesses)
/* harmony export */ });
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66258);

/** Curves that TLS clients in general accept (RFC 8446 §4.2.7, RFC 8422). */
const commonCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
/** Least RSA modulus: NIST SP 800-57 part 1 rev. 5 table 2 (112 bits of strength) and the CA/Browser baseline §6.1.5. */
const leastRsaBits = 2048;
/** Least EC field, same table. */
const leastEcBits = 224;
/**
 * What is weak in a certificate's key and signature. The signature of a self-signed certificate proves nothing, so it is
 * not judged. SHA-1 and MD5: RFC 9155 and RFC 6151; OpenSSL refuses both at security level 1 and above.
 */
function weaknesses(certificate) {
    return [...keyWeaknesses(certificate), ...((0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .isSelfIssued */ .Cb)(certificate) ? [] : signatureWeaknesses(certificate))];
}
function keyWeaknesses({ key }) {
    switch (key.algorithm) {
        case 'rsa':
            return rsaWeaknesses(key.bits ?? 0, key.exponent);
        case 'ec':
            return ecWeaknesses(key.bits, key.curve);
        case 'dsa':
            return [{ degree: 'broken', what: 'DSA key; TLS 1.3 has no DSA (at least RSA 2048 or EC P-256)' }];
        case 'ed25519':
        case 'ed448':
            return [];
        case 'other':
            return [{ degree: 'ageing', what: 'a kind of key that was not recognised' }];
    }
}
function rsaWeaknesses(bits, exponent) {
    const found = [];
    if (bits < leastRsaBits)
        found.push({ degree: 'broken', what: `RSA key of ${bits} bits (at least ${leastRsaBits})` });
    if (exponent !== undefined && (exponent === '1' || /[02468]$/.test(exponent))) {
        found.push({ degree: 'broken', what: `RSA exponent ${exponent.slice(0, 20)} (must be odd and above 1)` });
    }
    else if (exponent !== undefined && exponent.length < 5) {
        found.push({ degree: 'ageing', what: `RSA exponent ${exponent} (65537 is usual)` });
    }
    return found;
}
function ecWeaknesses(bits, curve) {
    if (bits !== undefined && bits < leastEcBits) {
        return [{ degree: 'broken', what: `EC key of ${bits} bits (at least ${leastEcBits})` }];
    }
    if (curve === undefined || !commonCurves.has(curve)) {
        return [
            { degree: 'ageing', what: `EC curve ${curve ?? 'without a name'} (clients in general know P-256, P-384, P-521)` },
        ];
    }
    return [];
}
function signatureWeaknesses({ signature }) {
    const hash = /md2|md4|md5|sha-?1(?!\d)/i.exec(signature)?.[0];
    if (hash === undefined)
        return [];
    return [{ degree: 'broken', what: `signature ${signature} (at least SHA-256)` }];
}


/***/ }),

/***/ 59139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ isoMinute),
/* harmony export */   H_: () => (/* binding */ daysLeft),
/* harmony export */   Wb: () => (/* binding */ isWorthIt),
/* harmony export */   XA: () => (/* binding */ lifetimeOf),
/* harmony export */   YB: () => (/* binding */ tooShortFor),
/* harmony export */   ds: () => (/* binding */ renewalMargin),
/* harmony export */   mV: () => (/* binding */ validityAt)
/* harmony export */ });
const dayMs = 86_400_000;
/** Lifetime in ms. */
function lifetimeOf(certificate) {
    return certificate.notAfter - certificate.notBefore;
}
/** Days until the end, one decimal; negative when it is past. */
function daysLeft(certificate, now) {
    return Math.floor(((certificate.notAfter - now) / dayMs) * 10) / 10;
}
/**
 * From how many ms before its end a certificate is due by days and share: the smaller of the two. Thirty days alone are
 * wrong for certificates that live for 47 days or 7, a third alone is wrong for those that live for years.
 */
function renewalMargin(certificate, rule) {
    return Math.min(rule.days * dayMs, rule.share * lifetimeOf(certificate));
}
/** Where it stands at `now`. Besides days and share it must outlive the next two openings, so that one may be missed. */
function validityAt(certificate, now, rule) {
    const { notAfter, notBefore } = certificate;
    if (notAfter < now)
        return { state: 'expired' };
    if (notBefore > now)
        return { state: 'not-yet-valid' };
    const [next, second] = rule.openings;
    const urgent = Math.min(dayMs, renewalMargin(certificate, rule));
    if (notAfter - now < urgent || (next !== undefined && notAfter < next.start)) {
        return { state: 'ends-before-renewal', ...(next === undefined ? {} : { nextOpening: next.start }) };
    }
    if (notAfter - now < renewalMargin(certificate, rule)) {
        const byDays = rule.days * dayMs <= rule.share * lifetimeOf(certificate);
        return { state: 'due', because: byDays ? `due from ${rule.days} days on` : dueByShare(certificate, rule) };
    }
    if (second !== undefined && notAfter < second.end) {
        return { state: 'due', because: `ends before the opening after next is over (${isoMinute(second.end)})` };
    }
    return { state: 'good' };
}
/**
 * Whether a certificate that ends at `end`, where one with these dates was asked for, is worth writing: by the margin of what
 * was asked for it is not due again at once. Where what was asked for lives too short for that itself, anything is.
 */
function isWorthIt(end, asked, now, rule) {
    const { notBefore, notAfter } = asked;
    const isGood = (until) => validityAt({ notBefore: until - (notAfter - notBefore), notAfter: until }, now, rule).state === 'good';
    return isGood(end) || !isGood(notAfter);
}
const dueByShare = (certificate, rule) => `due from ${Math.round(rule.share * 100)} % of its lifetime of ${Math.round(lifetimeOf(certificate) / dayMs)} days on`;
/**
 * Whether it lives too short to be renewed by windows: less than three intervals between openings. Undefined when it
 * lives long enough, or there are no two openings to take an interval from; else the interval in ms.
 */
function tooShortFor(certificate, rule) {
    const [next, second] = rule.openings;
    if (next === undefined || second === undefined)
        return undefined;
    const interval = second.start - next.start;
    return lifetimeOf(certificate) < 3 * interval ? interval : undefined;
}
/** `2026-11-29 02:00 UTC` */
function isoMinute(time) {
    return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}


/***/ }),

/***/ 66325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ madeWhen),
/* harmony export */   lp: () => (/* binding */ writerWords),
/* harmony export */   uD: () => (/* binding */ lastWriter)
/* harmony export */ });
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41645);
/* harmony import */ var _shown_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49054);


/**
 * The last writer by `managedFields` (kubernetes.io, "Server-Side Apply", Field Management): of the entries that hold the
 * field the newest, else the newest of all. Writes of the status are left out where a field is asked about, since they
 * change nothing else. Undefined when the object does not say.
 */
function lastWriter({ managedFields = [] }, field) {
    const holding = field === undefined ? [] : managedFields.filter(({ fieldsV1 }) => (0,_field_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsField */ .Lc)(fieldsV1, field));
    const changed = newest(holding);
    if (changed !== undefined)
        return { how: 'changed', ...changed };
    const written = newest(field === undefined ? managedFields : managedFields.filter(isOfSpec));
    return written && { how: 'written', ...written };
}
const isOfSpec = ({ subresource }) => subresource !== 'status';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** The times are all of one form, so that they sort as text. */
function newest(entries) {
    const dated = entries.flatMap(({ manager = '', time = '' }) => instant.test(time) && manager !== '' ? [{ manager: (0,_shown_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .H)(manager), at: time }] : []);
    return dated.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
}
/** When an object was made, where its identity is what is asked about. */
function madeWhen({ creationTimestamp = '' }) {
    return instant.test(creationTimestamp) ? { how: 'made', at: creationTimestamp } : undefined;
}
/** As it stands behind a value that moved: `changed 2026-11-24 02:40:12 UTC by manager kubectl-scale`. */
function writerWords(writer) {
    const when = `${writer.at.slice(0, 10)} ${writer.at.slice(11, 19)} UTC`;
    if (writer.how === 'made')
        return `made ${when}`;
    return `${writer.how === 'changed' ? 'changed' : 'last written'} ${when} by manager ${writer.manager}`;
}


/***/ }),

/***/ 56105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readBundle)
/* harmony export */ });
/* unused harmony export sourceText */
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20454);


/** `configmap/platform-ca ca.crt` */
function sourceText(source) {
    return `${source.kind.toLowerCase()}/${source.name} ${source.key}`;
}
/** The PEM of one configured source; undefined when the object or its key does not exist. */
async function textOf(context, source) {
    const { cluster } = context.ports;
    const { namespace } = context.platform;
    if (source.kind === 'ConfigMap') {
        const text = (await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.configMaps, namespace, source.name))?.data?.[source.key];
        return text === undefined ? undefined : Buffer.from(text, 'utf8');
    }
    const value = (await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, namespace, source.name))?.data?.[source.key];
    return value === undefined ? undefined : Buffer.from(value, 'base64');
}
/** Read one configured source; what is wrong with it is a result. */
async function readBundle(context, source) {
    const subject = sourceText(source);
    const got = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .C)(subject, () => textOf(context, source));
    if ('trouble' in got)
        return { subject, absent: false, trouble: got.trouble };
    if (got.value === undefined)
        return { subject, absent: true };
    return { subject, absent: false, content: await context.ports.certificates.parse(got.value) };
}


/***/ }),

/***/ 73643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readTrust)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66258);
/* harmony import */ var _read_bundle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56105);


/** The configured authorities. One that cannot be read is told: without it nobody knows what is trusted. */
async function readTrust(context, sources = context.platform.certificates.trust) {
    const anchors = [];
    const troubles = [];
    for (const source of sources) {
        const bundle = await (0,_read_bundle_js__WEBPACK_IMPORTED_MODULE_0__/* .readBundle */ .B)(context, source);
        if (bundle.content !== undefined)
            anchors.push(...(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readable */ .HD)(bundle.content));
        const none = bundle.content === undefined || (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readable */ .HD)(bundle.content).length === 0;
        if (none)
            troubles.push(bundle.trouble ?? missing(bundle));
    }
    return { configured: sources.length > 0, anchors, troubles };
}
const missing = (bundle) => ({
    code: 'not-found',
    subject: bundle.subject,
    message: bundle.absent
        ? `${bundle.subject} does not exist`
        : `${bundle.subject} holds no certificate that can be read`,
});


/***/ }),

/***/ 20454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt),
/* harmony export */   L: () => (/* binding */ troubleOf)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** What an error says, if it may be carried as part of the observation. Cancelling ends the whole task, as a defect does. */
function troubleOf(error, subject) {
    if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U) || error.code === 'cancelled')
        throw error;
    const { code, message, next } = error;
    return { code, subject, message, ...(next === undefined ? {} : { next }) };
}
/** The value, or why there is none. */
async function attempt(subject, work) {
    try {
        return { value: await work() };
    }
    catch (error) {
        return { trouble: troubleOf(error, subject) };
    }
}


/***/ })

};
