export const id = 8908;
export const ids = [8908];
export const modules = {

/***/ 20392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
/**
 * Map with at most `limit` under way at once, results in the order of the items. The first rejection rejects the whole;
 * callers that must go on catch inside `work`.
 */
async function mapBounded(items, limit, work) {
    const results = new Array(items.length);
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const index = next++;
            results[index] = await work(items[index]);
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ }),

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

/***/ 40618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verdictOf),
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97803);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50272);


/** The same finding in two runs has the same fingerprint: 16 hex digits over task, code and subject. */
function fingerprintOf(task, finding) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)([task, finding.code, finding.subject]).slice('sha256:'.length, 'sha256:'.length + 16);
}
const verdictOfSeverity = {
    fail: 'fail',
    unknown: 'unknown',
    warn: 'warn',
    info: 'pass',
};
/** The verdict that findings amount to: the worst severity; `pass` when there are none. */
function verdictOf(findings) {
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .worst */ .QZ)(['pass', ...findings.map((finding) => verdictOfSeverity[finding.severity])]);
}


/***/ }),

/***/ 73127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ws: () => (/* binding */ workloadSubject),
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   bf: () => (/* binding */ ownerOf)
/* harmony export */ });
/** `deployment/api-gateway` */
function workloadSubject(kind, name) {
    return `${kind.toLowerCase()}/${name}`;
}
/** Whose it is, without the random parts of names: the same finding must be found again tomorrow. */
function ownerOf(pod) {
    const { name, labels = {}, ownerReferences = [] } = pod.metadata;
    const controller = ownerReferences.find((reference) => reference.controller === true);
    switch (controller?.kind) {
        case 'ReplicaSet': {
            const hash = labels['pod-template-hash'];
            const suffix = `-${hash}`;
            const plain = hash !== undefined && controller.name.endsWith(suffix)
                ? controller.name.slice(0, -suffix.length)
                : controller.name;
            const workload = workloadSubject('Deployment', plain);
            return { owner: workload, workload };
        }
        case 'StatefulSet':
            return { owner: `pod/${name}`, workload: workloadSubject('StatefulSet', controller.name) };
        case 'Job': {
            const workload = `job/${controller.name.replace(/-\d{6,}$/, '')}`;
            return { owner: workload, workload };
        }
        case undefined:
            return { owner: `pod/${name}`, workload: `pod/${name}` };
        default: {
            const workload = workloadSubject(controller?.kind ?? '', controller?.name ?? '');
            return { owner: workload, workload };
        }
    }
}
/** Evidence about a pod that is filed under `owner`: it names the pod, unless that is what it is filed under. */
function evidenceOf(pod, owner, evidence) {
    return owner.startsWith('pod/') ? evidence : `${pod}: ${evidence}`;
}


/***/ }),

/***/ 97417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nodeOf)
/* harmony export */ });
/** The name of the node that a sample is of: by a label that names it, else by the host of `instance`. */
function nodeOf(labels, nodes) {
    const host = (labels.instance ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
    const names = [labels.node, labels.kubernetes_node, labels.nodename, labels.hostname, host];
    return nodes.find(({ metadata, status }) => names.includes(metadata.name) || status?.addresses?.some(({ address }) => host !== '' && address === host))?.metadata.name;
}


/***/ }),

/***/ 45644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ fromDf),
/* harmony export */   UM: () => (/* binding */ fileSystemQuery),
/* harmony export */   pc: () => (/* binding */ fromPrometheus),
/* harmony export */   z9: () => (/* binding */ fromKubelet)
/* harmony export */ });
/* unused harmony export usedShare */
/* harmony import */ var _domain_metrics_node_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97417);

/** Everything about file systems that node exporters serve, in one query. */
const fileSystemQuery = '{__name__=~"node_filesystem_(size|free|avail)_bytes|node_filesystem_readonly"}';
/** Kinds that are no storage, or are full by nature. */
const skippedKinds = /^(squashfs|iso9660|ramfs|devtmpfs|proc|sysfs|cgroup2?|nsfs|autofs|rpc_pipefs|fuse\.lxcfs)$/;
/** Places that are the system's own or a container's plumbing. */
const skippedPlaces = /^\/(proc|sys|dev|run)(\/|$)|^\/etc\/(hosts|hostname|resolv\.conf)$|^\/var\/run\/secrets(\/|$)|\/kubernetes\.io~(secret|projected)\//;
/** The share in use as `df` counts it: used / (used + available to users); undefined when there is no such size. */
function usedShare(size, free, available) {
    const used = size - free;
    const whole = used + available;
    return size > 0 && whole > 0 && used >= 0 && Number.isFinite(whole) ? used / whole : undefined;
}
/** File systems from Prometheus' answer to {@link fileSystemQuery}, for the nodes that they can be told to belong to. */
function fromPrometheus(values, nodes) {
    const groups = Map.groupBy(values, ({ labels }) => JSON.stringify([labels.instance, labels.device, labels.mountpoint]));
    return [...groups.values()].flatMap((group) => {
        const labels = group[0]?.labels ?? {};
        const of = (metric) => group.find((each) => each.labels.__name__ === `node_filesystem_${metric}`)?.value;
        const node = (0,_domain_metrics_node_of_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E)(labels, nodes);
        const place = labels.mountpoint ?? '';
        const [size, available] = [of('size_bytes'), of('avail_bytes')];
        if (node === undefined || size === undefined || available === undefined)
            return [];
        if (skippedKinds.test(labels.fstype ?? '') || skippedPlaces.test(place) || of('readonly') === 1)
            return [];
        const used = usedShare(size, of('free_bytes') ?? available, available);
        return used === undefined ? [] : [{ node, place: place.slice(0, 300), used, source: 'prometheus' }];
    });
}
/** File systems from a kubelet's summary. */
function fromKubelet(found, node) {
    return found.map(({ name, capacityBytes, availableBytes }) => ({
        node,
        place: name,
        used: (capacityBytes - availableBytes) / capacityBytes,
        source: 'kubelet',
    }));
}
/** A line of `df -k -P` (POSIX): device, 1024-blocks, used, available, capacity, place. */
const row = /^(\S.{0,255}?)\s+(\d+)\s+(\d+)\s+(\d+)\s+\d+%\s+(\/.{0,1023})$/;
/** File systems from what `df -k -P` printed in a pod of a node. */
function fromDf(output, node, source) {
    return output
        .split('\n')
        .slice(0, 500)
        .flatMap((line) => {
        const [, , size, used, available, place = ''] = (line.length <= 2048 && row.exec(line)) || [];
        if (size === undefined || skippedPlaces.test(place))
            return [];
        const share = usedShare(Number(size), Number(size) - Number(used), Number(available));
        return share === undefined ? [] : [{ node, place: place.slice(0, 300), used: share, source }];
    });
}


/***/ }),

/***/ 98235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ lookedUp),
/* harmony export */   Ao: () => (/* binding */ probeName),
/* harmony export */   Ks: () => (/* binding */ lookupSeconds),
/* harmony export */   MI: () => (/* binding */ connectSeconds),
/* harmony export */   QH: () => (/* binding */ lookupName),
/* harmony export */   qS: () => (/* binding */ probeJob),
/* harmony export */   u7: () => (/* binding */ connectionName)
/* harmony export */ });
/* unused harmony exports probeBounds, lookupCommand, connectCommand */
/** How long one name may take inside the pod, s. */
const lookupSeconds = 10;
/** How long a connection may take to be made, and how long trying it may take in all, s. */
const connectSeconds = { connect: 5, all: 15 };
/** What the probe's Jobs are called; each has a random end of its own. */
const probeName = 'rooivalk-network-probe';
/** The pod is ended after `activeSeconds`, whatever it does; the Job goes away by itself `keptSeconds` later. */
const probeBounds = { activeSeconds: 60, keptSeconds: 120 };
/** Ask for a name. */
const lookupCommand = (host) => ['timeout', String(lookupSeconds), 'nslookup', host];
/**
 * Make a connection and say nothing: the input of a container is empty, so nc sends the end of it, and ends when the other side
 * closes. Every nc knows `-w`; `-z` is missing in some.
 */
const connectCommand = (host, port) => [
    'timeout',
    String(connectSeconds.all),
    'nc',
    '-w',
    String(connectSeconds.connect),
    host,
    String(port),
];
/** The names that are asked for: the configured ones, and those of what is connected to. */
function lookedUp({ hosts, connections }) {
    const others = connections.map(({ host }) => host).filter((host) => !isAddress(host));
    return [...new Set([...hosts, ...others])];
}
const isAddress = (host) => /^[0-9.]+$/.test(host) || host.includes(':');
/** The container that asks for the name of that place among {@link lookedUp}. */
const lookupName = (index) => `name-${index + 1}`;
/** The container that tries the connection of that place. */
const connectionName = (index) => `connection-${index + 1}`;
/**
 * The Job that looks from inside: one container for each name and for each connection, so that each has an exit code of its
 * own. Names are arguments; there is no shell. It has no rights, no token, and nothing that it could write to.
 */
function probeJob(parameters) {
    const { namespace, name, image, connections } = parameters;
    const labels = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'app.kubernetes.io/name': name };
    const container = (called, command) => ({
        name: called,
        image,
        command,
        securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
        },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '32Mi' } },
    });
    return {
        metadata: { generateName: `${name}-`, namespace, labels },
        spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: probeBounds.activeSeconds,
            ttlSecondsAfterFinished: probeBounds.keptSeconds,
            template: {
                metadata: { labels },
                spec: {
                    restartPolicy: 'Never',
                    automountServiceAccountToken: false,
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 1,
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65534,
                        runAsGroup: 65534,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        ...lookedUp(parameters).map((host, index) => container(lookupName(index), lookupCommand(host))),
                        ...connections.map(({ host, port }, index) => container(connectionName(index), connectCommand(host, port))),
                    ],
                },
            },
        },
    };
}


/***/ }),

/***/ 95200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ forwardsToPrometheus),
/* harmony export */   yZ: () => (/* binding */ findPrometheus),
/* harmony export */   zF: () => (/* binding */ prometheusSelectors)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

/** Whether Prometheus is reached through the cluster. */
const forwardsToPrometheus = ({ prometheus }) => prometheus.enabled && prometheus.address === undefined;
/** The right to find the pods of Prometheus by its Service, where it is reached through the cluster. */
const findPrometheus = {
    resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.services,
    verbs: ['get'],
    scope: 'platform',
    names: ({ prometheus }) => [prometheus.service],
    when: forwardsToPrometheus,
    why: 'find the pods of Prometheus',
};
/** Labels of the pods of Prometheus, for the declaration of a task's forwards: those of the workload named as its Service. */
function prometheusSelectors(platform) {
    if (!forwardsToPrometheus(platform))
        return [];
    const { others } = platform.workloads;
    return others.filter(({ name }) => name === platform.prometheus.service).map(({ selector }) => selector);
}


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


/***/ }),

/***/ 38908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ check_health)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/observation/prometheus-access.js
var prometheus_access = __webpack_require__(95200);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/domain/certificate/certificate.js
var certificate_certificate = __webpack_require__(66258);
// EXTERNAL MODULE: ./build/domain/certificate/renewal-rule.js
var renewal_rule = __webpack_require__(88276);
// EXTERNAL MODULE: ./build/domain/certificate/validity.js
var certificate_validity = __webpack_require__(59139);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/observation/trouble.js
var trouble = __webpack_require__(20454);
// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding = __webpack_require__(40618);
// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
;// CONCATENATED MODULE: ./build/tasks/check-health/check.js


/** Define a check; gives the compiler the type of what is seen. */
function defineCheck(check) {
    return check;
}
/** The finding for something that could not be looked at. */
function notSeen(code, trouble, title, next) {
    const { subject, message } = trouble;
    return { code, severity: 'unknown', subject, title, evidence: message, next: trouble.next ?? next };
}
/** Most findings that one area shows. */
const maxFindings = 50;
const weight = { fail: 0, unknown: 1, warn: 2, info: 3 };
/** The worst first, and a bounded number of them: the rest is one finding that says how many and how bad. */
function boundedFindings(area, findings, next) {
    const sorted = findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
    const rest = sorted.slice(maxFindings);
    const [worstOfRest] = rest;
    if (worstOfRest === undefined)
        return sorted;
    return [
        ...sorted.slice(0, maxFindings),
        {
            code: `more-${area.replaceAll(' ', '-')}`,
            severity: worstOfRest.severity,
            subject: area,
            title: `there are ${rest.length} more like these`,
            evidence: `${findings.length} findings, the worst ${maxFindings} are shown`,
            next,
        },
    ];
}
/** What an area's findings amount to. */
function verdictOfArea({ findings }) {
    return (0,verdict/* worst */.QZ)(['pass', (0,finding/* verdictOf */.V)(findings)]);
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/certificates.js









/** TLS Secrets that are looked at by name. */
function namedSecrets({ certificates, workloads }) {
    const named = certificates.secrets === 'all' ? [] : certificates.secrets;
    return [...new Set([...named, workloads.gateway.tlsSecret])];
}
/** Certificates: until when they are valid. Chains, keys and names are validate-certificates' business. */
const certificates = defineCheck({
    area: 'certificates',
    observe: async (context) => {
        const { ports, platform } = context;
        const { namespace } = platform;
        const seen = await (0,bounded/* mapBounded */.y)(namedSecrets(platform), 4, async (name) => {
            const read = await (0,trouble/* attempt */.C)(`secret/${name}`, () => ports.cluster.get(resources/* resources */.E.secrets, namespace, name));
            if ('trouble' in read)
                return { name, trouble: read.trouble };
            return read.value === undefined ? { name, wrong: 'the Secret does not exist' } : seenOf(context, read.value);
        });
        if (platform.certificates.secrets !== 'all')
            return seen;
        const names = new Set(seen.map(({ name }) => name));
        const query = { resource: resources/* resources */.E.secrets, namespace, fields: 'type=kubernetes.io/tls' };
        const listed = [];
        for await (const secret of ports.cluster.list(query)) {
            if (!names.has(secret.metadata.name))
                listed.push(await seenOf(context, secret));
        }
        return [...seen, ...listed];
    },
    judge: (seen, context) => {
        const { namespace } = context.platform;
        const rule = (0,renewal_rule/* renewalRule */.Zg)(context);
        const findings = seen.flatMap((secret) => findingsOf(secret, rule, context));
        const bad = new Set(findings.map(({ subject }) => subject)).size;
        const known = seen.flatMap((secret) => ('certificate' in secret ? [{ ...secret }] : []));
        return {
            findings: boundedFindings('certificates', findings, (0,kubectl/* kubectl */.Lr)(namespace) `get secrets --field-selector type=kubernetes.io/tls`),
            measurements: known.slice(0, 50).map(({ name, certificate }) => ({
                name: 'certificate-days-left',
                subject: `secret/${name}`,
                value: (0,certificate_validity/* daysLeft */.H_)(certificate, context.now),
                unit: 'days',
                comparedWith: {
                    what: 'days left when it is due',
                    value: Math.round(((0,certificate_validity/* renewalMargin */.ds)(certificate, rule) / 86_400_000) * 10) / 10,
                },
            })),
            line: `${seen.length - bad} of ${(0,quantities/* counted */.hS)(seen.length, 'certificate')} not due`,
        };
    },
});
async function seenOf({ ports }, { metadata, data = {} }) {
    const { name } = metadata;
    const content = await ports.certificates.parse(Buffer.from(data['tls.crt'] ?? '', 'base64'));
    const [certificate] = (0,certificate_certificate/* readable */.HD)(content);
    return certificate === undefined
        ? { name, wrong: 'the Secret holds no certificate that can be read' }
        : { name, certificate, renewedBy: (0,renewal_rule/* renewedBy */.IY)(metadata.annotations) };
}
function findingsOf(secret, rule, { platform, now }) {
    const { namespace } = platform;
    const subject = `secret/${secret.name}`;
    const next = (0,kubectl/* kubectl */.Lr)(namespace) `describe ${subject}`;
    if ('trouble' in secret)
        return [notSeen('certificate-not-read', { ...secret.trouble, subject }, 'certificate could not be read', next)];
    const finding = (code, severity, title, evidence) => [
        { code, severity, subject, title, evidence, next },
    ];
    if ('wrong' in secret)
        return finding('no-certificate', 'fail', 'there is no certificate', `${secret.wrong} (namespace ${namespace})`);
    const { certificate } = secret;
    const validity = (0,certificate_validity/* validityAt */.mV)(certificate, now, (0,renewal_rule/* ruleFor */.sG)(secret, rule));
    const left = (0,certificate_validity/* daysLeft */.H_)(certificate, now);
    const until = `valid until ${(0,certificate_validity/* isoMinute */.A_)(certificate.notAfter)}, ${left < 0 ? `${-left} days ago` : `${left} days left`}`;
    switch (validity.state) {
        case 'good':
            return [];
        case 'expired':
            return finding('certificate-expired', 'fail', 'certificate has expired', until);
        case 'not-yet-valid':
            return finding('certificate-not-yet-valid', 'fail', 'certificate is not valid yet', `valid from ${(0,certificate_validity/* isoMinute */.A_)(certificate.notBefore)}`);
        case 'ends-before-renewal':
            return finding('certificate-ends', 'fail', 'certificate ends before anything renews it', until);
        case 'due':
            return finding('certificate-due', 'warn', 'certificate is due for renewal', `${until}; ${validity.because}`);
    }
}

;// CONCATENATED MODULE: ./build/tasks/check-health/inputs.js
/** The inputs of check-health. */
const inputs = {
    'area-timeout': {
        kind: 'duration',
        description: 'How long looking at one area may take; beyond it the area is unknown, and the others are not affected.',
        default: '60s',
        min: '1s',
        max: '10m',
    },
    'height-lag-warning': {
        kind: 'integer',
        description: 'A blockchain node that is more blocks behind the highest is worth a warning.',
        default: 10,
        min: 1,
        max: 1_000_000,
        unit: 'blocks',
    },
    'height-lag-critical': {
        kind: 'integer',
        description: 'A blockchain node that is more blocks behind the highest is a failure.',
        default: 100,
        min: 1,
        max: 1_000_000,
        unit: 'blocks',
    },
    'replication-lag': {
        kind: 'duration',
        description: 'A standby of the database that is further behind its primary is worth a warning.',
        default: '10s',
        min: '100ms',
        max: '24h',
    },
    'connections-warning': {
        kind: 'share',
        description: 'Share of the connections of the database in use that is worth a warning.',
        default: 0.8,
        min: 0.1,
        max: 1,
    },
    'connections-critical': {
        kind: 'share',
        description: 'Share of the connections of the database in use that is a failure.',
        default: 0.95,
        min: 0.1,
        max: 1,
    },
};

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/ports/object-store.js
var object_store = __webpack_require__(10428);
;// CONCATENATED MODULE: ./build/tasks/check-health/checks/backups.js





/** Backups: how old the newest of each kind is. Whether one can be restored is validate-backups' business. */
const backups = defineCheck({
    area: 'backups',
    observe: (context) => Promise.all(Object.entries(context.platform.backups.prefixes).map(([kind, prefix]) => look(context, kind, prefix))),
    judge: (seen, context) => {
        if (isLeftOut(seen, context)) {
            return {
                findings: [],
                measurements: [],
                line: 'backups not looked at',
                leftOut: 'no credentials are configured under `platform.backups.credentials`, and the environment has none',
            };
        }
        const fresh = seen.filter((backup) => isFresh(backup, context)).length;
        return {
            findings: seen.flatMap((backup) => findingOf(backup, context) ?? []),
            measurements: seen.flatMap((backup) => 'newest' in backup && backup.newest !== undefined
                ? [
                    {
                        name: 'backup-age',
                        subject: `${backup.kind} backup`,
                        value: ageOf(backup.newest, context),
                        unit: 'ms',
                        comparedWith: { what: 'recovery point', value: context.platform.backups.recoveryPoint },
                    },
                ]
                : []),
            line: `${fresh} of ${(0,quantities/* counted */.hS)(seen.length, 'kind')} of backup within the recovery point`,
        };
    },
});
async function look(context, kind, prefix) {
    let withoutKey = false;
    const read = await (0,trouble/* attempt */.C)(`${kind} backups`, async () => {
        try {
            return await newestOf(context, prefix);
        }
        catch (error) {
            withoutKey = error instanceof port_error/* PortError */.U && error.subject === object_store/* noCredentials */.g;
            throw error;
        }
    });
    return 'value' in read ? { kind, prefix, ...read.value } : { kind, prefix, ...read, withoutKey };
}
async function newestOf({ ports, signal }, prefix) {
    let newest;
    let objects = 0;
    for await (const object of ports.objectStore.list(prefix, signal)) {
        // what consoles put there to show a folder
        if (object.key.endsWith('/'))
            continue;
        objects += 1;
        if (newest === undefined || object.modifiedAt > newest.modifiedAt)
            newest = object;
    }
    return { objects, ...(newest === undefined ? {} : { newest }) };
}
/** Nobody has said where backups are, and no login was made for them: they are not looked at, which is said. */
function isLeftOut(seen, { platform }) {
    const { endpoint, credentials } = platform.backups;
    const withoutKey = seen.every((backup) => 'trouble' in backup && backup.withoutKey);
    return endpoint === undefined && credentials === undefined && withoutKey;
}
/** A clock of the server that is ahead of ours makes no backup younger than now. */
const ageOf = ({ modifiedAt }, { now }) => Math.max(0, now - modifiedAt);
function isFresh(backup, context) {
    if ('trouble' in backup || backup.newest === undefined || backup.newest.bytes === 0)
        return false;
    return ageOf(backup.newest, context) <= context.platform.backups.recoveryPoint;
}
function findingOf(backup, context) {
    const { bucket, recoveryPoint, endpoint } = context.platform.backups;
    const { kind, prefix } = backup;
    const subject = `${kind} backup`;
    const at = endpoint === undefined ? '' : ` --endpoint-url ${endpoint}`;
    const next = `look at the job that makes it; what is there: \`aws s3 ls${at} s3://${bucket}/${prefix} --recursive\``;
    if ('trouble' in backup)
        return notSeen('backup-not-seen', { ...backup.trouble, subject }, 'backups could not be looked at', next);
    const limit = `recovery point ${(0,quantities/* formatSpan */.QA)(recoveryPoint)}`;
    const { newest } = backup;
    if (newest === undefined) {
        const evidence = `0 objects under ${prefix} in ${bucket} (${limit})`;
        return { code: 'no-backup', severity: 'fail', subject, title: 'there is no backup', evidence, next };
    }
    const age = ageOf(newest, context);
    const facts = `newest of ${(0,quantities/* counted */.hS)(backup.objects, 'object')}: ${newest.key.slice(0, 300)}, ${(0,quantities/* formatBytes */.z3)(newest.bytes)}, ${(0,quantities/* formatSpan */.QA)(age)} old`;
    if (newest.bytes === 0) {
        return {
            code: 'backup-empty',
            severity: 'fail',
            subject,
            title: 'newest backup is empty',
            evidence: `${facts} (must hold something)`,
            next,
        };
    }
    if (age <= recoveryPoint)
        return undefined;
    return {
        code: 'backup-too-old',
        severity: 'fail',
        subject,
        title: 'newest backup is too old',
        evidence: `${facts} (${limit})`,
        next,
    };
}

// EXTERNAL MODULE: ./build/domain/kubernetes/pod-owner.js
var pod_owner = __webpack_require__(73127);
// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(95260);
;// CONCATENATED MODULE: ./build/tasks/check-health/checks/blockchain.js









const resourceOf = {
    Deployment: resources/* resources */.E.deployments,
    StatefulSet: resources/* resources */.E.statefulSets,
    DaemonSet: resources/* resources */.E.daemonSets,
};
const scrapeMs = 10_000;
/** Blockchain: more than the configured share of its nodes is ready (Running is not Ready), and none is behind. */
const blockchain = defineCheck({
    area: 'blockchain',
    observe: async (context) => {
        const { namespace, workloads } = context.platform;
        const { kind, name, selector } = workloads.blockchain;
        const { cluster } = context.ports;
        let desired;
        const fields = `metadata.name=${name}`;
        for await (const workload of cluster.list({ resource: resourceOf[kind], namespace, fields })) {
            desired = desiredOf(workload);
        }
        const readyPods = [];
        let pods = 0;
        for await (const pod of cluster.list({ resource: resources/* resources */.E.pods, namespace, labels: selector })) {
            pods += 1;
            if ((0,kubernetes_pods/* isReady */.i_)(pod))
                readyPods.push(pod.metadata.name);
        }
        return {
            ...(desired === undefined ? {} : { desired }),
            pods,
            ready: readyPods.length,
            heights: await (0,bounded/* mapBounded */.y)(readyPods.sort(), 8, (pod) => heightOf(context, pod)),
        };
    },
    judge: (seen, context) => {
        const total = totalOf(seen);
        const heights = seen.heights.flatMap((each) => ('height' in each ? [each.height] : []));
        return {
            findings: [...quorumFindings(seen, context), ...heightFindings(seen, context)],
            measurements: [
                {
                    name: 'blockchain-nodes-ready',
                    value: seen.ready,
                    unit: 'count',
                    comparedWith: { what: 'needed for a quorum', value: neededOf(total, context) },
                },
                ...(heights.length === 0
                    ? []
                    : [{ name: 'blockchain-height', value: Math.max(...heights), unit: 'count' }]),
            ],
            line: `${seen.ready} of ${(0,quantities/* counted */.hS)(total, 'blockchain node')} ready`,
        };
    },
});
const desiredOf = ({ spec, status }) => status?.desiredNumberScheduled ?? spec.replicas ?? 1;
/** Pods that should be there and are not count as much as those that are there and should not. */
const totalOf = ({ desired = 0, pods }) => Math.max(desired, pods);
/** How many must be ready at least: more than the share, compared in whole numbers (0.67 is not two thirds). */
function neededOf(total, { platform }) {
    const { numerator, denominator } = platform.workloads.blockchain.quorum;
    return Math.floor((total * numerator) / denominator) + 1;
}
async function heightOf(context, pod) {
    const { namespace, workloads } = context.platform;
    const { metrics, heightMetric } = workloads.blockchain;
    const target = {
        name: `pod/${pod}`,
        endpoint: { kind: 'pod', namespace, pod, port: metrics.port },
        path: metrics.path,
    };
    const limits = { timeoutMs: scrapeMs, signal: context.signal, keep: (name) => name === heightMetric };
    const read = await (0,trouble/* attempt */.C)(`pod/${pod}`, async () => {
        const { samples } = await context.ports.metrics.scrape(target, limits);
        const values = samples.map(({ value }) => value).filter(Number.isFinite);
        if (values.length > 0)
            return Math.max(...values);
        throw new port_error/* PortError */.U({
            code: 'not-found',
            subject: `pod/${pod}`,
            message: `the metrics of pod/${pod} have no ${heightMetric}`,
        });
    });
    return 'value' in read ? { pod, height: read.value } : { pod, trouble: read.trouble };
}
function quorumFindings(seen, context) {
    const { namespace, workloads } = context.platform;
    const { kind, name, selector, quorum } = workloads.blockchain;
    const { numerator, denominator } = quorum;
    const total = totalOf(seen);
    const needed = neededOf(total, context);
    const subject = (0,pod_owner/* workloadSubject */.Ws)(kind, name);
    const next = (0,kubectl/* kubectl */.Lr)(namespace) `get pods -l ${selector} -o wide`;
    const share = `${numerator}/${denominator}`;
    if (seen.pods === 0) {
        const evidence = `0 pods match ${selector}, ${seen.desired ?? 'no'} replicas wanted (more than ${share} must be ready)`;
        return [
            {
                code: 'no-blockchain-nodes',
                severity: 'fail',
                subject,
                title: 'there is no blockchain node at all',
                evidence,
                next,
            },
        ];
    }
    const evidence = `${seen.ready} of ${total} ready; more than ${share} must be, so at least ${needed}`;
    if (seen.ready * denominator <= total * numerator) {
        return [{ code: 'quorum-lost', severity: 'fail', subject, title: 'blockchain has no quorum', evidence, next }];
    }
    if (seen.ready === total || seen.ready > needed)
        return [];
    const title = 'one more blockchain node lost, and there is no quorum';
    return [{ code: 'quorum-at-edge', severity: 'warn', subject, title, evidence, next }];
}
function heightFindings({ heights }, { platform, inputs }) {
    const { namespace } = platform;
    const known = heights.flatMap((each) => ('height' in each ? [each] : []));
    const highest = Math.max(...known.map(({ height }) => height));
    const findings = [];
    for (const { pod, height } of known) {
        const lag = highest - height;
        if (lag <= inputs['height-lag-warning'])
            continue;
        const limits = `warns above ${(0,quantities/* formatCount */.B4)(inputs['height-lag-warning'])}, fails above ${(0,quantities/* formatCount */.B4)(inputs['height-lag-critical'])}`;
        findings.push({
            code: 'height-behind',
            severity: lag > inputs['height-lag-critical'] ? 'fail' : 'warn',
            subject: `pod/${pod}`,
            title: 'blockchain node is behind the others',
            evidence: `${(0,quantities/* formatCount */.B4)(lag)} blocks behind: height ${(0,quantities/* formatCount */.B4)(height)}, highest ${(0,quantities/* formatCount */.B4)(highest)} (${limits})`,
            next: (0,kubectl/* kubectl */.Lr)(namespace) `logs ${pod} --tail=100`,
        });
    }
    for (const each of heights) {
        if (!('trouble' in each))
            continue;
        findings.push({
            code: 'height-unknown',
            severity: 'unknown',
            subject: `pod/${each.pod}`,
            title: 'height of the blockchain node is not known',
            evidence: each.trouble.message,
            next: each.trouble.next ?? (0,kubectl/* kubectl */.Lr)(namespace) `logs ${each.pod} --tail=100`,
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/tasks/check-health/ask-servers.js




const silent = new Set(['unreachable', 'timeout']);
/**
 * Ask every server, one after the other. Of one that gives no connection its pod is looked at as well: where the pod is
 * not ready either, the server is down, and not merely out of our reach.
 */
async function askServers(context, servers, ask) {
    const asked = [];
    for (const server of servers) {
        const read = await (0,trouble/* attempt */.C)(server, () => ask(server));
        if ('value' in read)
            asked.push({ server, value: read.value });
        else
            asked.push({ server, ...read, ...(silent.has(read.trouble.code) ? await lookAtPod(context, server) : {}) });
    }
    return asked;
}
async function lookAtPod({ ports, platform }, server) {
    const [, name] = /^pod\/(.+)$/.exec(server) ?? [];
    if (name === undefined)
        return {};
    const read = await (0,trouble/* attempt */.C)(server, () => ports.cluster.get(resources/* resources */.E.pods, platform.namespace, name));
    if ('trouble' in read)
        return {};
    if (read.value === undefined)
        return { podDown: `pod/${name} no longer exists` };
    return (0,kubernetes_pods/* isReady */.i_)(read.value) ? {} : { podDown: `pod/${name} is not ready either` };
}
/** The finding for a server that could not be asked: down, or unknown. */
function silentServer(what, asked, namespace) {
    const { server, trouble, podDown } = asked;
    const next = server.startsWith('pod/')
        ? (0,kubectl/* kubectl */.Lr)(namespace) `describe ${server}`
        : `look whether ${server} can be reached from here`;
    return podDown === undefined
        ? {
            code: `${what}-not-asked`,
            severity: 'unknown',
            subject: server,
            title: `${what} server could not be asked`,
            evidence: trouble.message,
            next: trouble.next ?? next,
        }
        : {
            code: `${what}-down`,
            severity: 'fail',
            subject: server,
            title: `${what} server accepts no connections`,
            evidence: `${trouble.message}; ${podDown}`,
            next,
        };
}
/** Whether listing the servers has found that there is not one. */
function isNobodyThere({ code }) {
    return code === 'not-found';
}
/** The finding for a system without a single server. */
function nobodyThere(what, trouble, subject) {
    return {
        code: `no-${what}-server`,
        severity: 'fail',
        subject,
        title: `there is no ${what} server at all`,
        evidence: trouble.message,
        next: trouble.next ?? 'look at the workload',
    };
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/cache.js






/** From this share of its memory limit on, a cache that evicts nothing is about to refuse writes. */
const memoryShare = 0.9;
/** Cache: a master answers, and its replicas are linked to it. */
const cache = defineCheck({
    area: 'cache',
    observe: async (context) => {
        const port = context.ports.cache;
        const listed = await (0,trouble/* attempt */.C)('cache', () => port.servers());
        if ('trouble' in listed)
            return { servers: [], nobody: listed.trouble };
        return { servers: await askServers(context, listed.value, (server) => port.instance(server)) };
    },
    judge: (seen, context) => {
        const { namespace, cache: configured } = context.platform;
        const subject = (0,pod_owner/* workloadSubject */.Ws)(configured.workload.kind, configured.workload.name);
        if (seen.nobody !== undefined) {
            const finding = isNobodyThere(seen.nobody)
                ? nobodyThere('cache', seen.nobody, subject)
                : notSeen('cache-not-asked', seen.nobody, 'cache could not be asked', (0,kubectl/* kubectl */.Lr)(namespace) `describe ${subject}`);
            return { findings: [finding], measurements: [], line: 'cache not seen' };
        }
        const well = seen.servers.flatMap((each) => ('value' in each ? [each.value] : []));
        return {
            findings: [
                ...seen.servers.flatMap((each) => ('trouble' in each ? [silentServer('cache', each, namespace)] : [])),
                ...masterFindings(seen, context, subject),
                ...well.flatMap((instance) => instanceFindings(instance, namespace)),
            ],
            measurements: well.map(({ server, memory }) => ({
                name: 'cache-memory-used',
                subject: server,
                value: memory.usedBytes,
                unit: 'bytes',
                ...(memory.limitBytes === undefined ? {} : { comparedWith: { what: 'maxmemory', value: memory.limitBytes } }),
            })),
            line: `${well.length} of ${(0,quantities/* counted */.hS)(seen.servers.length, 'cache server')} answer`,
        };
    },
});
function masterFindings({ servers }, { platform }, subject) {
    const { namespace, cache: configured } = platform;
    const next = (0,kubectl/* kubectl */.Lr)(namespace) `get pods -l ${configured.workload.selector} -o wide`;
    const instances = servers.flatMap((each) => ('value' in each ? [each.value] : []));
    const cluster = instances.find((instance) => instance.cluster !== undefined)?.cluster;
    if (cluster !== undefined) {
        return cluster.masters
            .filter(({ failed }) => failed)
            .map(({ id, address }) => ({
            code: 'cache-shard-down',
            severity: 'fail',
            subject: `cache shard ${id.slice(0, 40)}`,
            title: 'master of a cache shard is down',
            evidence: `${address.slice(0, 100)} is marked as failed; ${(0,quantities/* counted */.hS)(cluster.masters.length, 'master')} hold keys`,
            next,
        }));
    }
    const masters = instances.filter(({ role }) => role === 'master');
    if (masters.length > 1) {
        const evidence = `${masters.map(({ server }) => server).join(', ')} (exactly 1 must be)`;
        return [
            {
                code: 'two-cache-masters',
                severity: 'fail',
                subject,
                title: 'more than one cache server is master',
                evidence,
                next,
            },
        ];
    }
    if (masters.length === 1)
        return [];
    // that none could be asked is said already
    if (instances.length === 0 && servers.length > 0)
        return [];
    const unknown = servers.some((each) => 'trouble' in each && each.podDown === undefined);
    const linked = instances.some(({ linkUp }) => linkUp === true);
    const evidence = `0 masters (exactly 1 must be): ${(0,quantities/* counted */.hS)(instances.length, 'replica')} answered, ${linked ? 'and are linked to one' : 'and none is linked to one'}`;
    // replicas that have lost their master know that it is away, whoever else could be asked
    return unknown && linked
        ? [
            {
                code: 'cache-master-unknown',
                severity: 'unknown',
                subject,
                title: 'whether the cache has a master is not known',
                evidence,
                next,
            },
        ]
        : [
            {
                code: 'no-cache-master',
                severity: 'fail',
                subject,
                title: 'cache has no master: nothing can be written',
                evidence,
                next,
            },
        ];
}
function instanceFindings(instance, namespace) {
    const { server, role, linkUp, loading, lastSaveWorked, memory } = instance;
    const next = server.startsWith('pod/')
        ? (0,kubectl/* kubectl */.Lr)(namespace) `logs ${server} --tail=100`
        : `look at the log of ${server}`;
    const found = [];
    const warn = (code, title, evidence) => found.push({ code, severity: 'warn', subject: server, title, evidence, next });
    if (loading)
        warn('cache-loading', 'cache server still reads its data from disk', 'loading is 1 (must be 0)');
    if (role === 'replica' && linkUp !== true) {
        warn('cache-replica-unlinked', 'cache replica is not linked to its master', 'master_link_status is down (must be up)');
    }
    if (!lastSaveWorked)
        warn('cache-not-saved', 'last save of the cache to disk failed', 'last save: err (must be ok)');
    const { limitBytes, usedBytes, policy } = memory;
    if (limitBytes !== undefined && policy === 'noeviction' && usedBytes >= memoryShare * limitBytes) {
        const use = `${(0,quantities/* formatBytes */.z3)(usedBytes)} of ${(0,quantities/* formatBytes */.z3)(limitBytes)}, ${(0,quantities/* formatShare */.T1)(usedBytes / limitBytes)}`;
        warn('cache-memory-full', 'cache will soon refuse writes: it evicts nothing', `${use} (warns from ${(0,quantities/* formatShare */.T1)(memoryShare)})`);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/database-findings.js



const database_findings_look = (namespace, server) => server.startsWith('pod/') ? (0,kubectl/* kubectl */.Lr)(namespace) `logs ${server} --tail=100` : `look at the log of ${server}`;
/** How full the server is of sessions. */
function connectionFindings({ instance, connections }, context) {
    const { server } = instance;
    const { inputs, platform } = context;
    const next = '`select application_name, state, count(*) from pg_stat_activity group by 1, 2 order by 3 desc`';
    if ('trouble' in connections) {
        const trouble = { ...connections.trouble, subject: server };
        return [
            notSeen('connections-unknown', trouble, 'connections in use are not known', database_findings_look(platform.namespace, server)),
        ];
    }
    const { used, max, reserved, idleInTransaction } = connections.value;
    const usable = max - reserved;
    const share = usable > 0 ? used / usable : 1;
    if (share < inputs['connections-warning'])
        return [];
    const bounds = `warns from ${(0,quantities/* formatShare */.T1)(inputs['connections-warning'])}, fails from ${(0,quantities/* formatShare */.T1)(inputs['connections-critical'])}`;
    return [
        {
            code: 'connections-nearly-used-up',
            severity: share >= inputs['connections-critical'] ? 'fail' : 'warn',
            subject: server,
            title: 'connections of the database are nearly used up',
            evidence: `${used} of ${usable} in use, ${(0,quantities/* formatShare */.T1)(share)} (${bounds}); ${idleInTransaction} idle in a transaction`,
            next,
        },
    ];
}
/** Standbys: that they are there, follow, and how far they are behind; from both ends. */
function replicationFindings(servers, total, context) {
    return servers.flatMap(({ instance, replication }) => {
        const { server } = instance;
        const next = database_findings_look(context.platform.namespace, server);
        if ('trouble' in replication) {
            return [
                notSeen('replication-unknown', { ...replication.trouble, subject: server }, 'replication is not known', next),
            ];
        }
        const { value } = replication;
        if (value.role === 'standby')
            return standbyFindings(server, value, context);
        if (!instance.readsStatistics) {
            const grant = `\`grant pg_read_all_stats to ${instance.user}\``;
            const message = `user ${instance.user} may not see the standbys`;
            return [
                notSeen('replication-unknown', { code: 'forbidden', subject: server, message }, 'replication is not known', grant),
            ];
        }
        return [
            ...missingStandbys(server, value.standbys, total, context),
            ...value.standbys.flatMap((each) => laggingStandby(server, each, context)),
        ];
    });
}
function missingStandbys(server, standbys, total, context) {
    const { database, namespace } = context.platform;
    // behind an address only one server is known
    const expected = database.address === undefined ? total - 1 : 0;
    const streaming = standbys.filter(({ state }) => state === 'streaming').length;
    if (streaming >= expected)
        return [];
    return [
        {
            code: 'standby-missing',
            severity: 'warn',
            subject: server,
            title: 'a standby does not follow the primary',
            evidence: `${streaming} of ${(0,quantities/* counted */.hS)(expected, 'standby', 'standbys')} streaming`,
            next: (0,kubectl/* kubectl */.Lr)(namespace) `get pods -l ${database.workload.selector} -o wide`,
        },
    ];
}
function laggingStandby(server, standby, { inputs, platform }) {
    const limit = inputs['replication-lag'];
    const { application, state, lagBytes, lagMs = 0 } = standby;
    if (lagMs <= limit)
        return [];
    return [
        {
            code: 'standby-behind',
            severity: 'warn',
            subject: `standby ${application.slice(0, 100)} of ${server}`,
            title: 'standby is behind its primary',
            evidence: `${(0,quantities/* formatSpan */.QA)(lagMs)} behind (warns above ${(0,quantities/* formatSpan */.QA)(limit)}), ${(0,quantities/* formatBytes */.z3)(lagBytes)} not replayed, ${state}`,
            next: database_findings_look(platform.namespace, server),
        },
    ];
}
function standbyFindings(server, { receiving, lagBytes, lastReplayedMs = 0 }, { inputs, platform }) {
    const next = database_findings_look(platform.namespace, server);
    if (!receiving) {
        const title = 'standby receives nothing from its primary';
        const evidence = `no connection to the primary; last replayed ${(0,quantities/* formatSpan */.QA)(lastReplayedMs)} ago`;
        return [{ code: 'standby-not-receiving', severity: 'warn', subject: server, title, evidence, next }];
    }
    const limit = inputs['replication-lag'];
    // while nothing is written the last transaction is old, and nothing is missing
    if (lagBytes === 0 || lastReplayedMs <= limit)
        return [];
    const evidence = `replayed up to ${(0,quantities/* formatSpan */.QA)(lastReplayedMs)} ago (warns above ${(0,quantities/* formatSpan */.QA)(limit)}), ${(0,quantities/* formatBytes */.z3)(lagBytes)} received and not replayed`;
    return [
        {
            code: 'standby-behind',
            severity: 'warn',
            subject: server,
            title: 'standby is behind its primary',
            evidence,
            next,
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/database.js







/** Database: every server accepts connections, exactly one takes writes, and its standbys follow. */
const database = defineCheck({
    area: 'database',
    observe: async (context) => {
        const { database: port } = context.ports;
        const listed = await (0,trouble/* attempt */.C)('database', () => port.servers());
        if ('trouble' in listed)
            return { servers: [], nobody: listed.trouble };
        const servers = await askServers(context, listed.value, async (server) => {
            const instance = await port.instance(server);
            return {
                instance,
                connections: await (0,trouble/* attempt */.C)(server, () => port.connections(server)),
                replication: await (0,trouble/* attempt */.C)(server, () => port.replication(server)),
                disk: await (0,trouble/* attempt */.C)(server, () => port.disk(server)),
            };
        });
        return { servers };
    },
    judge: (seen, context) => {
        const { namespace, database: configured } = context.platform;
        const { workload } = configured;
        if (seen.nobody !== undefined) {
            const subject = (0,pod_owner/* workloadSubject */.Ws)(workload.kind, workload.name);
            const finding = isNobodyThere(seen.nobody)
                ? nobodyThere('database', seen.nobody, subject)
                : notSeen('database-not-asked', seen.nobody, 'database could not be asked', (0,kubectl/* kubectl */.Lr)(namespace) `describe ${subject}`);
            return { findings: [finding], measurements: [], line: 'database not seen' };
        }
        const well = seen.servers.flatMap((each) => ('value' in each ? [each.value] : []));
        const primary = primaryOf(seen);
        return {
            findings: [
                ...seen.servers.flatMap((each) => ('trouble' in each ? [silentServer('database', each, namespace)] : [])),
                ...roleFindings(seen, context),
                ...well.flatMap((server) => connectionFindings(server, context)),
                ...replicationFindings(well, seen.servers.length, context),
                ...well.flatMap(({ disk, instance }) => 'trouble' in disk
                    ? [
                        notSeen('database-disk-unknown', { ...disk.trouble, subject: instance.server }, 'disk use of the database is not known', (0,kubectl/* kubectl */.Lr)(namespace) `describe ${instance.server}`),
                    ]
                    : []),
            ],
            measurements: well.flatMap(measurementsOf),
            line: `${well.length} of ${(0,quantities/* counted */.hS)(seen.servers.length, 'database server')} answer${primary === undefined ? ', no single primary' : `, primary ${primary.server}`}`,
        };
    },
});
/** The one server that takes writes; undefined when none is seen, or more than one. */
function primaryOf({ servers }) {
    const primaries = primariesOf(servers);
    return primaries.length === 1 ? primaries[0] : undefined;
}
function primariesOf(servers) {
    const instances = servers.flatMap((each) => ('value' in each ? [each.value.instance] : []));
    return instances.filter(({ role }) => role === 'primary');
}
/** None or two primaries. Where a server could not be asked, whether there is one is not known. */
function roleFindings({ servers }, { platform }) {
    const { namespace, database: configured } = platform;
    const subject = (0,pod_owner/* workloadSubject */.Ws)(configured.workload.kind, configured.workload.name);
    const next = (0,kubectl/* kubectl */.Lr)(namespace) `get pods -l ${configured.workload.selector} -o wide`;
    const primaries = primariesOf(servers);
    if (primaries.length === 1)
        return [];
    if (primaries.length > 1) {
        const evidence = `${primaries.map(({ server }) => server).join(', ')} (exactly 1 must)`;
        const stop = `stop all but one of them before their data differ further: ${next}`;
        return [
            {
                code: 'two-primaries',
                severity: 'fail',
                subject,
                title: 'more than one database server takes writes',
                evidence,
                next: stop,
            },
        ];
    }
    const unknown = servers.filter((each) => 'trouble' in each && each.podDown === undefined).length;
    const answered = servers.filter((each) => 'value' in each).length;
    // that none could be asked is said already
    if (answered === 0 && servers.length > 0)
        return [];
    const evidence = `0 primaries (exactly 1 must be): ${(0,quantities/* counted */.hS)(answered, 'standby', 'standbys')} answered, ${servers.length - answered} did not`;
    return unknown > 0
        ? [
            {
                code: 'primary-unknown',
                severity: 'unknown',
                subject,
                title: 'whether a database server takes writes is not known',
                evidence,
                next,
            },
        ]
        : [{ code: 'no-primary', severity: 'fail', subject, title: 'no database server takes writes', evidence, next }];
}
function measurementsOf({ instance, connections, disk }) {
    const subject = instance.server;
    return [
        ...('value' in connections
            ? [
                {
                    name: 'database-connections',
                    subject,
                    value: connections.value.used,
                    unit: 'count',
                    comparedWith: { what: 'max_connections', value: connections.value.max },
                },
            ]
            : []),
        ...('value' in disk
            ? [{ name: 'database-disk-used', subject, value: disk.value.usedBytes, unit: 'bytes' }]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/nodes.js




/** Conditions that should be False, and how bad it is when they are not. */
const troubles = {
    MemoryPressure: ['warn', 'node is short of memory: it evicts pods'],
    DiskPressure: ['warn', 'node is short of disk space: it evicts pods'],
    PIDPressure: ['warn', 'node is short of process ids: it evicts pods'],
    NetworkUnavailable: ['fail', 'network of the node is not set up'],
};
/** Nodes: Ready, without pressure; a cordoned node is somebody's decision and no failure. */
const nodes = defineCheck({
    area: 'nodes',
    observe: async ({ ports }) => {
        const odd = [];
        let total = 0;
        let ready = 0;
        for await (const node of ports.cluster.list({ resource: resources/* resources */.E.nodes })) {
            total += 1;
            if (isReady(node))
                ready += 1;
            const seen = oddOf(node);
            if (seen.cordoned || seen.conditions.length > 0)
                odd.push(seen);
        }
        return { total, ready, odd };
    },
    judge: ({ total, ready, odd }) => ({
        findings: total === 0 ? [noNodes] : boundedFindings('nodes', odd.flatMap(nodes_findingsOf), (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `get nodes`),
        measurements: [{ name: 'nodes-ready', value: ready, unit: 'count', comparedWith: { what: 'nodes', value: total } }],
        line: `${ready} of ${(0,quantities/* counted */.hS)(total, 'node')} ready`,
    }),
});
const noNodes = {
    code: 'no-nodes',
    severity: 'fail',
    subject: 'nodes',
    title: 'the cluster has no nodes',
    evidence: '0 nodes (at least 1)',
    next: (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `get nodes`,
};
const conditionOf = (node, type) => node.status?.conditions?.find((condition) => condition.type === type);
const isReady = (node) => conditionOf(node, 'Ready')?.status === 'True';
function oddOf(node) {
    const ready = conditionOf(node, 'Ready') ?? { type: 'Ready', status: 'Unknown' };
    const pressures = Object.keys(troubles).flatMap((type) => conditionOf(node, type) ?? []);
    return {
        name: node.metadata.name,
        cordoned: node.spec?.unschedulable === true,
        conditions: [
            ...(ready.status === 'True' ? [] : [ready]),
            // of a node that is not ready nobody writes the others any more: their Unknown says nothing new
            ...pressures.filter(({ status }) => status === 'True'),
        ].map(({ type, status, reason, lastTransitionTime }) => ({
            type,
            status,
            ...(reason === undefined ? {} : { reason }),
            ...(lastTransitionTime === undefined ? {} : { lastTransitionTime }),
        })),
    };
}
function nodes_findingsOf({ name, cordoned, conditions }) {
    const subject = `node/${name}`;
    const next = (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `describe node ${name}`;
    const about = conditions.map(({ type, status, reason, lastTransitionTime }) => {
        const [severity, title] = type in troubles ? troubles[type] : ['fail', 'node is not ready'];
        const wanted = type === 'Ready' ? 'True' : 'False';
        const since = lastTransitionTime === undefined ? '' : ` since ${lastTransitionTime}`;
        const evidence = `${type} is ${status} (must be ${wanted})${since}, reason ${reason ?? 'none'}`;
        return { code: `node-${type.toLowerCase()}`, severity, subject, title, evidence, next };
    });
    if (!cordoned)
        return about;
    return [
        ...about,
        {
            code: 'node-cordoned',
            severity: 'warn',
            subject,
            title: 'node is cordoned: it takes no new pods',
            evidence: 'spec.unschedulable is true; its pods run on',
            next: `${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `uncordon ${name}`}, once whoever cordoned it is done`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/check-health/configured.js

/**
 * The workloads that the configuration counts in health, by subject. Trouble of these is a failure; of any other in the
 * namespace a warning, because nobody said that the platform needs it.
 */
function countedWorkloads({ workloads, database, cache }) {
    const { blockchain, gateway, others } = workloads;
    const stores = [database, cache].flatMap((store) => (store.address === undefined ? [store.workload] : []));
    return new Set([blockchain, gateway, ...others, ...stores].map(({ kind, name }) => (0,pod_owner/* workloadSubject */.Ws)(kind, name)));
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/suspect-pods.js

const dayMs = 86_400_000;
/**
 * Read one row of the server's own table. Undefined: nothing is wrong. Rows are a fortieth of whole pods, and hold the
 * STATUS that a person sees; Running is not Ready, so the READY column counts too.
 */
function suspectOf({ name, cells }) {
    const status = String(cells.status ?? '').slice(0, 100);
    const ready = String(cells.ready ?? '');
    const [count, of] = ready.split('/').map(Number);
    const { restarts, restartedMs } = readRestarts(String(cells.restarts ?? '0'));
    if (status === 'Completed' || status === 'Succeeded')
        return undefined;
    if (status === 'Running' && count === of && restartedMs === undefined)
        return undefined;
    return { pod: name, status, ready, restarts, ...(restartedMs === undefined ? {} : { restartedMs }) };
}
/** `3 (5m12s ago)`: how often, and when last if that was within a day. */
function readRestarts(cell) {
    const [, count = '0', age] = /^(\d+)(?: \(([\dydhms]+) ago\))?$/.exec(cell) ?? [];
    const restarts = Number(count);
    const ms = age === undefined ? undefined : readAge(age);
    return ms === undefined || ms > dayMs || restarts === 0 ? { restarts } : { restarts, restartedMs: ms };
}
const unitMs = { y: 365 * dayMs, d: dayMs, h: 3_600_000, m: 60_000, s: 1000 };
/** `2d5h` in ms. */
function readAge(age) {
    let total = 0;
    for (const [, amount, unit] of age.matchAll(/(\d+)([ydhms])/g))
        total += Number(amount) * (unitMs[unit ?? ''] ?? 0);
    return total;
}
/** What is wrong, by the words of kubelet and API server; those of an init container have `Init:` in front. */
function ailmentOf({ status, restartedMs, ready }) {
    const word = status.replace(/^Init:/, '');
    if (/^(CrashLoopBackOff|Error|OOMKilled|RunContainerError|StartError|ContainerCannotRun|ExitCode:\d+|Signal:\d+)$/.test(word))
        return 'crashing';
    if (/^(ImagePullBackOff|ErrImage\w*|InvalidImageName|ImageInspectError|RegistryUnavailable)$/.test(word))
        return 'image';
    if (/^(CreateContainerConfigError|CreateContainerError|CreatePodSandboxError)$/.test(word))
        return 'configuration';
    if (word === 'Terminating')
        return 'terminating';
    if (word !== 'Running')
        return 'not-running';
    const [count, of] = ready.split('/');
    return count !== of || restartedMs === undefined ? 'not-ready' : 'restarted';
}
/** `api-gateway-7c9f (CrashLoopBackOff, 0/1 ready, 12 restarts, the last 5 min ago)` */
function suspectText({ pod, status, ready, restarts, restartedMs }) {
    const last = restartedMs === undefined ? '' : `, the last ${(0,quantities/* formatSpan */.QA)(restartedMs)} ago`;
    const count = restarts === 0 ? '' : `, ${restarts} ${restarts === 1 ? 'restart' : 'restarts'}${last}`;
    return `${pod} (${status}, ${ready} ready${count})`;
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/pods.js








/** Pods that are read whole, at most. */
const maxRead = 100;
/** Our own probes come and go. */
const notOurs = 'app.kubernetes.io/managed-by!=rooivalk-maintenance';
/** A pod that is asked to end may take so long before it is worth a word. */
const terminatingMs = 10 * 60_000;
/** Pods of the platform's namespace, by the server's table; only those with something wrong are read whole. */
const pods = defineCheck({
    area: 'pods',
    observe: async (context) => {
        const { namespace } = context.platform;
        const suspects = [];
        let total = 0;
        for await (const row of context.ports.cluster.rows({ resource: resources/* resources */.E.pods, namespace, labels: notOurs })) {
            total += 1;
            const suspect = suspectOf(row);
            if (suspect !== undefined)
                suspects.push(suspect);
        }
        const read = await (0,bounded/* mapBounded */.y)(suspects.slice(0, maxRead), 6, (suspect) => lookAt(context, suspect));
        return { total, ill: read.flatMap((pod) => pod ?? []), more: suspects.slice(maxRead) };
    },
    judge: ({ total, ill, more }, { platform }) => {
        const { namespace } = platform;
        const configured = countedWorkloads(platform);
        const groups = Map.groupBy(ill, ({ ailment, owner }) => JSON.stringify([ailment, owner]));
        const findings = [...groups.values()].map((group) => pods_findingOf(group, configured, namespace));
        const list = (0,kubectl/* kubectl */.Lr)(namespace) `get pods`;
        const well = total - ill.filter(({ ailment }) => ailment !== 'restarted').length - more.length;
        return {
            findings: [...boundedFindings('pods', findings, list), ...moreFindings(more, list)],
            measurements: [{ name: 'pods-well', value: well, unit: 'count', comparedWith: { what: 'pods', value: total } }],
            line: `${(0,quantities/* formatCount */.B4)(well)} of ${(0,quantities/* counted */.hS)(total, 'pod')} well`,
        };
    },
});
/** Read a pod for its owner; undefined when it is gone, or what its row said is over or nothing. */
async function lookAt({ ports, platform, now }, suspect) {
    const pod = await ports.cluster.get(resources/* resources */.E.pods, platform.namespace, suspect.pod);
    if (pod === undefined)
        return undefined;
    const ailment = ailmentOf(suspect);
    const asked = pod.metadata.deletionTimestamp;
    if (ailment === 'terminating' && asked !== undefined && now - Date.parse(asked) < terminatingMs)
        return undefined;
    return { ...suspect, ailment, ...(0,pod_owner/* ownerOf */.bf)(pod) };
}
/** How bad it is for a workload that counts, what it is called, and what to look at. */
const rules = {
    crashing: ['fail', 'crashes again and again', 'logs'],
    image: ['fail', 'cannot start: its image cannot be had', 'describe'],
    configuration: ['fail', 'cannot start: its container cannot be made', 'describe'],
    'not-running': ['warn', 'does not run', 'describe'],
    'not-ready': ['warn', 'runs, but is not ready', 'describe'],
    terminating: ['warn', 'was asked to end and does not', 'describe'],
    restarted: ['warn', 'was restarted within the last 24 hours', 'logs'],
};
function pods_findingOf(group, configured, namespace) {
    const [first] = group;
    const [severity, title, show] = rules[first.ailment];
    const isCounted = configured.has(first.workload);
    const commands = {
        logs: (0,kubectl/* kubectl */.Lr)(namespace) `logs ${first.pod} --previous --all-containers`,
        describe: (0,kubectl/* kubectl */.Lr)(namespace) `describe pod ${first.pod}`,
    };
    const shown = group.slice(0, 3).map(suspectText).join(', ');
    const rest = group.length > 3 ? ` and ${(0,quantities/* counted */.hS)(group.length - 3, 'more pod', 'more pods')}` : '';
    return {
        code: `pod-${first.ailment}`,
        severity: severity === 'fail' && !isCounted ? 'warn' : severity,
        subject: first.owner,
        title: `${first.owner.startsWith('pod/') ? 'pod' : (0,quantities/* counted */.hS)(group.length, 'pod')} ${group.length === 1 ? title : plural(title)}`,
        evidence: `${shown}${rest}${severity === 'fail' && !isCounted ? '; the configuration does not count it in health' : ''}`,
        next: commands[show],
    };
}
/** The titles above for more than one pod. */
function plural(title) {
    return title
        .replace(/^crashes/, 'crash')
        .replace('its image', 'their image')
        .replace('its container', 'their containers')
        .replace(/^does not run/, 'do not run')
        .replace(/^runs, but is/, 'run, but are')
        .replace(/^was asked to end and does not/, 'were asked to end and do not')
        .replace(/^was restarted/, 'were restarted');
}
function moreFindings(more, next) {
    if (more.length === 0)
        return [];
    const crashing = more.filter((suspect) => ['crashing', 'image', 'configuration'].includes(ailmentOf(suspect)));
    return [
        {
            code: 'more-pods-ill',
            severity: crashing.length > 0 ? 'fail' : 'warn',
            subject: 'pods',
            title: 'many more pods are not well',
            evidence: `${(0,quantities/* counted */.hS)(more.length, 'pod')} beyond the first ${maxRead}, of which ${(0,quantities/* formatCount */.B4)(crashing.length)} crash or cannot start`,
            next,
        },
    ];
}

;// CONCATENATED MODULE: ./build/domain/kubernetes/storage.js
/** The node that a volume is on, by name; undefined where it does not name exactly one. */
function nodeOfVolume({ spec }) {
    const terms = spec.nodeAffinity?.required?.nodeSelectorTerms ?? [];
    const [only, ...more] = terms.flatMap(({ matchExpressions = [] }) => matchExpressions.flatMap(({ key, operator, values = [] }) => key === 'kubernetes.io/hostname' && operator === 'In' ? values : []));
    return terms.length === 1 && more.length === 0 ? only : undefined;
}

// EXTERNAL MODULE: ./build/observation/file-systems.js
var file_systems = __webpack_require__(45644);
;// CONCATENATED MODULE: ./build/tasks/check-health/checks/volume-usage.js





const queryMs = 15_000;
const claimQuery = (namespace) => `max by (persistentvolumeclaim) (kubelet_volume_stats_used_bytes{namespace="${namespace}"} / kubelet_volume_stats_capacity_bytes{namespace="${namespace}"})`;
/** Ask Prometheus; what it does not know stays unknown, and the phases are judged all the same. */
async function readUsage({ ports, platform, signal }) {
    const limits = { timeoutMs: queryMs, signal };
    const read = await (0,trouble/* attempt */.C)('prometheus', async () => {
        const claims = await ports.metrics.query(claimQuery(platform.namespace), limits);
        const fileSystems = claims.length > 0 ? [] : await ports.metrics.query(file_systems/* fileSystemQuery */.UM, limits);
        const nodes = fileSystems.length === 0 ? [] : await nodesOf(ports.cluster);
        const usable = ({ value }) => Number.isFinite(value);
        const text = (value) => (value ?? '').slice(0, 200);
        const found = (0,file_systems/* fromPrometheus */.pc)(fileSystems, nodes);
        const told = new Set(found.map(({ node }) => node));
        return {
            claims: claims.filter(usable).map(({ labels, value }) => ({
                subject: `persistentvolumeclaim/${text(labels.persistentvolumeclaim)}`,
                used: value,
            })),
            fileSystems: found.map(({ node, place, used }) => ({
                subject: `file system ${text(place)} of node/${node}`,
                node,
                used,
            })),
            silentNodes: nodes.map(({ metadata }) => metadata.name).filter((name) => !told.has(name)),
        };
    });
    return 'value' in read ? read.value : { claims: [], fileSystems: [], silentNodes: [], trouble: read.trouble };
}
async function nodesOf(cluster) {
    const nodes = [];
    for await (const node of cluster.list({ resource: resources/* resources */.E.nodes }))
        nodes.push(node);
    return nodes;
}
/** What is too full, and whose usage nobody knows. Not measured is not healthy. */
function usageFindings(usage, bound, context) {
    const { thresholds, platform } = context;
    const { warning, critical } = thresholds.diskUtilization;
    const full = [...usage.claims, ...usage.fileSystems].flatMap(({ subject, used }) => {
        if (used * 100 < warning)
            return [];
        const next = subject.startsWith('persistentvolumeclaim/')
            ? (0,kubectl/* kubectl */.Lr)(platform.namespace) `describe ${subject}`
            : `remove what is not needed on it: ${subject}`;
        return [
            {
                code: 'volume-nearly-full',
                severity: used * 100 >= critical ? 'fail' : 'warn',
                subject,
                title: 'volume is nearly full',
                evidence: `${(0,quantities/* formatShare */.T1)(used)} in use (warns from ${warning} %, fails from ${critical} %)`,
                next,
            },
        ];
    });
    return [...full, ...unmeasured(usage, bound)];
}
function unmeasured(usage, bound) {
    const missing = missingOf(usage, bound);
    if (missing.length === 0)
        return [];
    const names = missing.slice(0, 3).join(', ');
    const rest = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
    const why = usage.trouble?.message ?? 'Prometheus has no kubelet_volume_stats and no node_filesystem figures of them';
    return [
        {
            code: 'volume-usage-unknown',
            severity: 'unknown',
            subject: 'persistentvolumeclaims',
            title: 'how full volumes are is not known',
            evidence: `${(0,quantities/* counted */.hS)(missing.length, 'claim')} not measured (${names}${rest}): ${why}`,
            next: usage.trouble?.next ?? "let Prometheus scrape the kubelets' /metrics (kubelet_volume_stats_used_bytes)",
        },
    ];
}
/**
 * Bound claims that no figure covers. A node's file systems hold the volumes that are a folder or a disk of that node (of
 * any, where a volume does not say which: then no node may be silent); of what a storage system keeps they say nothing.
 */
function missingOf({ claims, fileSystems, silentNodes }, bound) {
    const known = new Set(claims.map(({ subject }) => subject));
    return bound
        .filter(({ name }) => !known.has(`persistentvolumeclaim/${name}`))
        .filter(({ onNode, node }) => {
        if (!onNode || fileSystems.length === 0)
            return true;
        return node === undefined ? silentNodes.length > 0 : !fileSystems.some((each) => each.node === node);
    })
        .map(({ name }) => name);
}
/** The fullest first, and not more than a report can carry. */
function usageMeasurements(usage, { thresholds }) {
    const comparedWith = { what: 'warning threshold', value: thresholds.diskUtilization.warning / 100 };
    const sorted = [...usage.claims, ...usage.fileSystems].sort((a, b) => b.used - a.used);
    return sorted
        .slice(0, 20)
        .map(({ subject, used }) => ({ name: 'volume-used', subject, value: used, unit: 'share', comparedWith }));
}
/** `fullest 41 %` */
function usageText(usage, bound) {
    const all = [...usage.claims, ...usage.fileSystems].map(({ used }) => used);
    const missing = missingOf(usage, bound).length;
    const fullest = all.length === 0 ? 'use not measured' : `fullest ${(0,quantities/* formatShare */.T1)(Math.max(...all))}`;
    return missing === 0 || all.length === 0 ? fullest : `${fullest}, ${missing} not measured`;
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/storage.js






/** A new claim may wait for its volume so long before it is a failure. */
const pendingMs = 15 * 60_000;
/** Storage: phases of volumes and claims, and how full they are where Prometheus knows it. */
const storage = defineCheck({
    area: 'storage',
    observe: async (context) => {
        const { onNodes, ...volumes } = await readVolumes(context);
        const claims = await readClaims(context, onNodes);
        return { volumes, claims, usage: await readUsage(context) };
    },
    judge: ({ volumes, claims, usage }, context) => {
        const { namespace } = context.platform;
        const findings = [
            ...volumes.odd.map(volumeFinding),
            ...claims.odd.map((claim) => claimFinding(claim, namespace)),
            ...usageFindings(usage, claims.bound, context),
        ];
        return {
            findings: boundedFindings('storage', findings, (0,kubectl/* kubectl */.Lr)(namespace) `get persistentvolumes,persistentvolumeclaims`),
            measurements: usageMeasurements(usage, context),
            line: `${(0,quantities/* counted */.hS)(volumes.total, 'volume')}, ${(0,quantities/* counted */.hS)(claims.bound.length, 'bound claim')}; ${usageText(usage, claims.bound)}`,
        };
    },
});
/** Volumes, and those that are on nodes. */
async function readVolumes({ ports }) {
    const odd = [];
    const onNodes = new Map();
    let total = 0;
    for await (const volume of ports.cluster.list({ resource: resources/* resources */.E.persistentVolumes })) {
        const { metadata, spec, status } = volume;
        total += 1;
        if (spec.hostPath !== undefined || spec.local !== undefined)
            onNodes.set(metadata.name, nodeOfVolume(volume));
        const phase = status?.phase ?? 'Unknown';
        if (phase === 'Bound' || phase === 'Available')
            continue;
        odd.push({
            name: metadata.name,
            phase,
            policy: spec.persistentVolumeReclaimPolicy ?? 'Retain',
            ...(status?.reason ? { reason: status.reason.slice(0, 100) } : {}),
            ...(spec.claimRef === undefined ? {} : { claim: `${spec.claimRef.namespace}/${spec.claimRef.name}` }),
        });
    }
    return { total, odd, onNodes };
}
async function readClaims({ ports, platform, now }, onNodes) {
    const bound = [];
    const odd = [];
    const query = { resource: resources/* resources */.E.persistentVolumeClaims, namespace: platform.namespace };
    for await (const { metadata, spec, status } of ports.cluster.list(query)) {
        const phase = status?.phase ?? 'Pending';
        if (phase === 'Bound')
            bound.push(boundClaim(metadata.name, spec.volumeName ?? '', onNodes));
        else
            odd.push({ name: metadata.name, phase, ageMs: now - Date.parse(metadata.creationTimestamp ?? '') || 0 });
    }
    return { bound: bound.toSorted((a, b) => (a.name < b.name ? -1 : 1)), odd };
}
function boundClaim(name, volume, onNodes) {
    const node = onNodes.get(volume);
    return { name, onNode: onNodes.has(volume), ...(node === undefined ? {} : { node }) };
}
function volumeFinding({ name, phase, policy, reason, claim }) {
    const subject = `persistentvolume/${name}`;
    const next = (0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `describe persistentvolume ${name}`;
    const of = claim === undefined ? '' : `, of claim ${claim}`;
    const why = reason === undefined ? '' : `, reason ${reason}`;
    const evidence = `phase ${phase} (healthy: Bound, Available), reclaim policy ${policy}${of}${why}`;
    // kept on purpose after its claim was deleted: that is what the policy is for
    if (phase === 'Released' && policy === 'Retain') {
        const title = 'volume is kept although its claim was deleted';
        return {
            code: 'volume-released',
            severity: 'info',
            subject,
            title,
            evidence,
            next: `delete it once nobody needs its data: ${next}`,
        };
    }
    const title = phase === 'Released'
        ? 'volume should have been removed with its claim, and is still there'
        : `volume is ${phase.toLowerCase()}`;
    return { code: 'volume-phase', severity: 'fail', subject, title, evidence, next };
}
function claimFinding({ name, phase, ageMs }, namespace) {
    const isNew = phase === 'Pending' && ageMs < pendingMs;
    return {
        code: 'claim-phase',
        severity: isNew ? 'warn' : 'fail',
        subject: `persistentvolumeclaim/${name}`,
        title: phase === 'Pending' ? 'claim waits for a volume' : `claim is ${phase.toLowerCase()}: its volume is gone`,
        evidence: `phase ${phase} (healthy: Bound), made ${(0,quantities/* formatSpan */.QA)(ageMs)} ago${isNew ? ` (fails from ${(0,quantities/* formatSpan */.QA)(pendingMs)})` : ''}`,
        next: (0,kubectl/* kubectl */.Lr)(namespace) `describe persistentvolumeclaim ${name}`,
    };
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/workloads.js






const kinds = [resources/* resources */.E.deployments, resources/* resources */.E.statefulSets, resources/* resources */.E.daemonSets];
/** Deployments, StatefulSets and DaemonSets of the platform's namespace: ready against desired, and how rollouts go. */
const workloads = defineCheck({
    area: 'workloads',
    observe: async ({ ports, platform }) => {
        const seen = [];
        for (const resource of kinds) {
            for await (const workload of ports.cluster.list({ resource, namespace: platform.namespace })) {
                seen.push(workloads_seenOf(resource.kind, workload));
            }
        }
        return seen;
    },
    judge: (seen, { platform }) => {
        const { namespace } = platform;
        const configured = countedWorkloads(platform);
        const present = new Set(seen.map(({ subject }) => subject));
        const missing = [...configured]
            .filter((subject) => !present.has(subject))
            .map((subject) => absent(subject, namespace));
        const findings = seen.flatMap((workload) => workloads_findingOf(workload, configured.has(workload.subject), namespace) ?? []);
        const whole = seen.filter(({ desired, ready }) => ready >= desired).length;
        const total = seen.length + missing.length;
        return {
            findings: boundedFindings('workloads', [...missing, ...findings], (0,kubectl/* kubectl */.Lr)(namespace) `get deployments,statefulsets,daemonsets`),
            measurements: [
                { name: 'workloads-ready', value: whole, unit: 'count', comparedWith: { what: 'workloads', value: total } },
            ],
            line: `${whole} of ${(0,quantities/* counted */.hS)(total, 'workload')} ready`,
        };
    },
});
function workloads_seenOf(kind, { metadata, spec, status = {} }) {
    const isDaemon = kind === 'DaemonSet';
    const stuck = status.conditions?.find(({ type, status: is }) => type === 'Progressing' && is === 'False');
    return {
        subject: (0,pod_owner/* workloadSubject */.Ws)(kind, metadata.name),
        desired: isDaemon ? (status.desiredNumberScheduled ?? 0) : (spec.replicas ?? 1),
        ready: (isDaemon ? status.numberReady : status.readyReplicas) ?? 0,
        updated: (isDaemon ? status.updatedNumberScheduled : status.updatedReplicas) ?? 0,
        paused: spec.paused === true,
        generation: metadata.generation ?? 0,
        observedGeneration: status.observedGeneration ?? 0,
        ...(stuck === undefined ? {} : { stuck: stuck.reason ?? 'no reason given' }),
    };
}
function absent(subject, namespace) {
    return {
        code: 'workload-missing',
        severity: 'fail',
        subject,
        title: 'workload does not exist',
        evidence: `named in the configuration, not in namespace ${namespace}`,
        next: `deploy it, or correct its name under \`platform\` in .github/maintenance.yml: ${(0,kubectl/* kubectl */.Lr)(namespace) `get deployments,statefulsets,daemonsets`}`,
    };
}
/** The one thing to be said of a workload: the worst. */
function workloads_findingOf(workload, configured, namespace) {
    const { subject, desired, ready, updated } = workload;
    const describe = (0,kubectl/* kubectl */.Lr)(namespace) `describe ${subject}`;
    const rollout = (0,kubectl/* kubectl */.Lr)(namespace) `rollout status ${subject} --watch=false`;
    const bad = configured ? 'fail' : 'warn';
    const readyText = `${ready} of ${desired} ready`;
    const finding = (code, severity, title, evidence, next = describe) => ({
        code,
        severity,
        subject,
        title,
        evidence,
        next,
    });
    if (desired === 0 && configured && !subject.startsWith('daemonset/')) {
        return finding('scaled-to-nothing', 'fail', 'workload of the platform is scaled to nothing', 'spec.replicas is 0 (at least 1)');
    }
    if (ready === 0 && desired > 0)
        return finding('none-ready', bad, 'none of its pods is ready', readyText);
    if (workload.stuck !== undefined) {
        const evidence = `Progressing is False, reason ${workload.stuck}; ${readyText}, ${updated} of the new version`;
        return finding('rollout-stuck', bad, 'rollout is stuck', evidence, rollout);
    }
    if (ready < desired)
        return finding('not-all-ready', 'warn', 'not all of its pods are ready', readyText);
    if (workload.observedGeneration < workload.generation) {
        const evidence = `generation ${workload.generation}, seen by its controller: ${workload.observedGeneration}`;
        return finding('controller-behind', 'warn', 'its controller has not seen the newest change', evidence);
    }
    if (workload.paused) {
        const next = `${(0,kubectl/* kubectl */.Lr)(namespace) `rollout resume ${subject}`}, once whoever paused it is done`;
        return finding('rollout-paused', 'warn', 'rollout is paused: changes are not carried out', 'spec.paused is true', next);
    }
    if (updated < desired && subject.startsWith('deployment/')) {
        return finding('rollout-under-way', 'warn', 'rollout is under way', `${updated} of ${desired} of the new version`, rollout);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/tasks/check-health/checks/all.js









/** Every area that is looked at without changing anything, in the order of the report. */
const checks = [
    nodes,
    workloads,
    pods,
    blockchain,
    database,
    cache,
    storage,
    certificates,
    backups,
];

;// CONCATENATED MODULE: ./build/tasks/check-health/observe.js




/** Look at every area at once, each by itself: one that fails or hangs takes nothing from the others. */
async function observe(context, inputs) {
    context.progress(`check-health: looking at ${checks.map(({ area }) => area).join(', ')}`);
    const seen = await Promise.all(checks.map(async (check) => [check.area, await observe_look(check, context, inputs)]));
    return { basis: null, measurements: { areas: Object.fromEntries(seen) } };
}
async function observe_look(check, context, inputs) {
    const limitMs = inputs['area-timeout'];
    const late = new AbortController();
    let timer;
    const bound = new Promise((_resolve, reject) => {
        timer = setTimeout(() => {
            reject(tooSlow(check.area, limitMs));
            late.abort();
        }, limitMs);
    });
    const signal = AbortSignal.any([context.signal, late.signal]);
    try {
        return await (0,trouble/* attempt */.C)(check.area, () => Promise.race([check.observe({ ...context, signal }, inputs), bound]));
    }
    finally {
        clearTimeout(timer);
    }
}
function tooSlow(area, limitMs) {
    return new port_error/* PortError */.U({
        code: 'timeout',
        subject: area,
        message: `looking at ${area} took longer than ${(0,quantities/* formatSpan */.QA)(limitMs)}`,
        next: 'raise the input `area-timeout`, or look at what is slow',
    });
}

;// CONCATENATED MODULE: ./build/domain/network/connections.js
/** The connections that are tried from inside: the configured ones, else database, cache and gateway where pods usually reach them. */
function connectionsOf({ namespace, network, database, cache, workloads }) {
    if (network.connections !== undefined)
        return network.connections.map((each) => ({ ...each, guessed: false }));
    const service = (name) => `${name}.${namespace}.svc.cluster.local`;
    const store = (name, { address, workload, port }) => ({
        name,
        host: address ?? service(workload.name),
        port,
        guessed: address === undefined,
    });
    const { gateway } = workloads;
    return [
        store('database', database),
        store('cache', cache),
        { name: 'gateway', host: service(gateway.service), port: gateway.port, guessed: true },
    ];
}

// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var step_kinds = __webpack_require__(60747);
// EXTERNAL MODULE: ./build/observation/network-probe/probe-job.js
var probe_job = __webpack_require__(98235);
;// CONCATENATED MODULE: ./build/tasks/check-health/areas.js


/** Judge every area by what was seen of it. */
function judgeAreas({ measurements }, context) {
    return checks.map((check) => ({ area: check.area, ...judgeArea(check, measurements.areas[check.area], context) }));
}
function judgeArea(check, seen, context) {
    if (seen !== undefined && 'value' in seen)
        return check.judge(seen.value, context);
    const finding = {
        code: `${check.area.replaceAll(' ', '-')}-not-checked`,
        severity: 'unknown',
        subject: check.area,
        title: `${check.area} could not be checked`,
        evidence: seen?.trouble.message ?? 'it was not looked at',
        next: seen?.trouble.next ?? 'look at the cause and run the task again',
    };
    return { findings: [finding], measurements: [], line: `${check.area} not seen` };
}
/** What every area amounts to; those that the configuration leaves out count nowhere. */
function verdictsOf(areas) {
    return areas.flatMap(({ area, leftOut, ...judged }) => leftOut === undefined ? [{ area, verdict: verdictOfArea(judged) }] : []);
}
/** `9 of 11 areas healthy; fail: database; unknown: dns` */
function summaryOf(verdicts) {
    const healthy = verdicts.filter(({ verdict }) => verdict === 'pass').length;
    const others = ['fail', 'unknown', 'warn'].flatMap((word) => {
        const names = verdicts.filter(({ verdict }) => verdict === word).map(({ area }) => area);
        return names.length === 0 ? [] : [`${word}: ${names.join(', ')}`];
    });
    return [`${healthy} of ${verdicts.length} areas healthy`, ...others].join('; ');
}

;// CONCATENATED MODULE: ./build/tasks/check-health/probed-areas.js

const ofConnections = ({ code }) => code.startsWith('connection-');
/** The areas that the probes are for; connections are none where the configuration names none. */
function probedAreas({ platform }) {
    const connections = {
        area: 'network from inside',
        kind: 'probe-network',
        concerns: ofConnections,
        why: 'looking takes a pod that connects to what the platform needs',
    };
    return [
        {
            area: 'dns',
            kind: 'probe-network',
            concerns: (finding) => !ofConnections(finding),
            why: 'looking takes a pod that asks for names',
        },
        ...(connectionsOf(platform).length === 0 ? [] : [connections]),
        {
            area: 'database writes',
            kind: 'probe-database-write',
            concerns: () => true,
            why: 'looking takes a write, which is rolled back',
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/check-health/plan.js






const networkDeadlineMs = 120_000;
const writeDeadlineMs = 60_000;
/** Judge what was seen, and plan the two probes, which only a change can show. */
function plan(observation, context) {
    const areas = judgeAreas(observation, context);
    const write = writeStep(observation, context);
    const probed = probedAreas(context);
    const steps = [networkStep(context), ...(write === undefined ? [] : [write])];
    const left = areas.flatMap(({ area, leftOut }) => leftOut === undefined ? [] : [{ subject: area, why: leftOut }]);
    return {
        steps,
        refusals: [],
        notChecked: [
            ...probed.map(({ area, kind, why }) => ({
                subject: area,
                why: steps.some((step) => step.kind === kind) ? why : 'no single primary is known to write to',
            })),
            ...left,
        ],
        findings: areas.flatMap(({ findings }) => findings),
        measurements: areas.flatMap(({ measurements }) => measurements),
        result: `${summaryOf(verdictsOf(areas))}; ${listed(probed.map(({ area }) => area))} not checked`,
    };
}
const listed = (names) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
function networkStep({ platform }) {
    const { names, image } = platform.dns;
    const connections = connectionsOf(platform);
    const to = connections.map(({ name }) => name).join(', ');
    return {
        id: 'probe-network',
        kind: 'probe-network',
        subject: 'network from inside',
        from: null,
        to: null,
        parameters: { namespace: platform.namespace, name: probe_job/* probeName */.Ao, image, hosts: names, connections },
        why: `whether ${names.join(', ')} can be resolved${to === '' ? '' : ` and ${to} can be reached`} is seen from inside alone`,
        risk: 'a pod without rights runs for a few seconds',
        undo: `cannot be undone: ${step_kinds/* stepKinds */.C['probe-network'].cannotBeUndone}`,
        deadlineMs: networkDeadlineMs,
    };
}
/** Writes are tried where the one primary is; without one there is nothing to try, and the database has failed already. */
function writeStep({ measurements }, { platform }) {
    const seen = measurements.areas.database;
    const primary = seen !== undefined && 'value' in seen ? primaryOf(seen.value) : undefined;
    if (primary === undefined)
        return undefined;
    const { name } = platform.database;
    return {
        id: 'probe-database-write',
        kind: 'probe-database-write',
        subject: `database ${name} on ${primary.server}`,
        from: null,
        to: null,
        parameters: { server: primary.server, database: name },
        why: 'a server can accept connections and refuse every write',
        risk: 'one transaction without data, rolled back',
        undo: `cannot be undone: ${step_kinds/* stepKinds */.C['probe-database-write'].cannotBeUndone}`,
        deadlineMs: writeDeadlineMs,
    };
}

;// CONCATENATED MODULE: ./build/tasks/check-health/verify.js



/** Add what the probes showed to what was seen. Their findings come from the steps themselves. */
async function verify(context, { observation, draft, applied }, inputs) {
    const areas = judgeAreas(observation, { ...context, inputs });
    const probes = probedAreas(context);
    const probed = probes.map(({ area, kind, concerns }) => {
        const taken = applied.find(({ step }) => step.kind === kind);
        return { area, verdict: probeVerdict(taken, concerns) };
    });
    const looked = new Set(probes.filter(({ kind }) => applied.some(({ step }) => step.kind === kind)).map(({ area }) => area));
    return {
        findings: draft.findings,
        measurements: draft.measurements,
        result: summaryOf([...verdictsOf(areas), ...probed]),
        notChecked: draft.notChecked.filter(({ subject }) => !looked.has(subject)),
    };
}
/** A probe that was not taken, or did not come to its end, has shown nothing. */
function probeVerdict(applied, concerns) {
    if (applied?.outcome !== 'done')
        return 'unknown';
    return (0,finding/* verdictOf */.V)((applied.effect?.findings ?? []).filter(concerns));
}

;// CONCATENATED MODULE: ./build/tasks/check-health/index.js








/** Secrets with passwords and keys that adapters log in with. */
const credentialSecrets = ({ database, cache, backups }) => [database.password.secret, cache.password?.secret, backups.credentials?.secret].filter((name) => name !== undefined);
/** Where the authorities of database and cache are kept. */
const authorities = (kind) => (platform) => [platform.database.tls.ca, platform.cache.tls.ca].flatMap((ca) => (ca?.kind === kind ? [ca.name] : []));
/** Pods that are reached through a port-forward. */
const forwardSelectors = (platform) => {
    const { workloads, database, cache } = platform;
    const stores = [database, cache].flatMap((store) => (store.address === undefined ? [store.workload.selector] : []));
    return [...new Set([workloads.blockchain.selector, ...stores, ...(0,prometheus_access/* prometheusSelectors */.zF)(platform)])];
};
/** check-health: every area of the platform by itself. Changes nothing but for two probes that leave nothing. */
/* harmony default export */ const check_health = ((0,contract/* defineTask */.R)({
    id: 'check-health',
    title: 'Check health',
    description: 'Looks at nodes, workloads, pods, blockchain quorum, database, cache, storage, DNS and connections from inside, certificates and the age of backups, each by itself. Changes nothing but for a network probe that removes itself and a test write that is rolled back.',
    guide: ['health_checks', 'health checks'],
    windows: ['daily'],
    type: 'preventive',
    priority: 'high',
    estimateMs: 45_000,
    undoMs: 0,
    needs: [],
    after: 'all',
    changesWorkloads: false,
    ports: ['cluster', 'database', 'cache', 'metrics', 'certificates', 'objectStore'],
    inputs: inputs,
    outputs: {},
    permissions: {
        observe: [
            { resource: resources/* resources */.E.nodes, verbs: ['list'], scope: 'cluster', why: 'know whether every node is ready' },
            {
                resource: resources/* resources */.E.persistentVolumes,
                verbs: ['list'],
                scope: 'cluster',
                why: 'know the phase of every volume',
            },
            {
                resource: resources/* resources */.E.persistentVolumeClaims,
                verbs: ['list'],
                scope: 'platform',
                why: 'know which claims have no volume',
            },
            {
                resource: resources/* resources */.E.deployments,
                verbs: ['list'],
                scope: 'platform',
                why: 'compare ready with desired',
            },
            {
                resource: resources/* resources */.E.statefulSets,
                verbs: ['list'],
                scope: 'platform',
                why: 'compare ready with desired',
            },
            {
                resource: resources/* resources */.E.daemonSets,
                verbs: ['list'],
                scope: 'platform',
                why: 'compare ready with desired',
            },
            {
                resource: resources/* resources */.E.pods,
                verbs: ['get', 'list'],
                scope: 'platform',
                why: 'find those that do not run, are not ready or restart, and read how the network probe ended',
            },
            {
                resource: resources/* resources */.E.secrets,
                verbs: ['get'],
                scope: 'platform',
                names: (platform) => [
                    ...new Set([...namedSecrets(platform), ...credentialSecrets(platform), ...authorities('Secret')(platform)]),
                ],
                why: 'read certificates for their dates, and log in to database, cache and bucket',
            },
            {
                resource: resources/* resources */.E.secrets,
                verbs: ['list'],
                scope: 'platform',
                when: (platform) => platform.certificates.secrets === 'all',
                why: 'read every TLS Secret, because the configuration says `secrets: all`; RBAC cannot limit this to TLS Secrets',
            },
            {
                resource: resources/* resources */.E.configMaps,
                verbs: ['get'],
                scope: 'platform',
                names: authorities('ConfigMap'),
                when: (platform) => authorities('ConfigMap')(platform).length > 0,
                why: 'read the authorities of database and cache',
            },
            prometheus_access/* findPrometheus */.yZ,
            {
                resource: resources/* resources */.E.pods,
                subresource: 'portforward',
                verbs: ['get', 'create'],
                scope: 'platform',
                why: 'reach database, cache, Prometheus and the metrics of the chain where no address is configured',
            },
        ],
        change: [
            {
                resource: resources/* resources */.E.jobs,
                verbs: ['create', 'delete'],
                scope: 'platform',
                why: 'ask for names and try connections from inside, and remove the probe',
            },
        ],
    },
    commands: [],
    forwards: [{ purpose: 'ask database, cache, Prometheus and the chain how they are', selectors: forwardSelectors }],
    steps: ['probe-network', 'probe-database-write'],
    verdicts: {
        pass: 'every area was looked at, and all are healthy',
        warn: 'something needs a person soon: a cordoned node, a pod that is not ready, a standby behind, a certificate due',
        fail: 'something is broken: quorum, primary, master or DNS lost, no connection from inside, a workload without pods, a volume full or failed, a backup too old',
        unknown: 'an area, or a part of it, could not be looked at; the others are judged all the same',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ }),

/***/ 20555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ defineTask)
/* harmony export */ });
/** Declare a task. Gives the compiler the inputs', ports' and observation's types; the value is the argument. */
function defineTask(task) {
    return task;
}


/***/ })

};
