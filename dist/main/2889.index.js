export const id = 2889;
export const ids = [2889];
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

/***/ 99157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ podsOf),
/* harmony export */   cv: () => (/* binding */ showSecret),
/* harmony export */   wr: () => (/* binding */ describeSecret)
/* harmony export */ });
/* harmony import */ var _kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);

/** The command that shows a Secret's certificates without its key. */
function showSecret(namespace, name) {
    return (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `get secret ${name} -o jsonpath='{.data.tls\\.crt}' | base64 -d | openssl storeutl -noout -text -certs /dev/stdin`;
}
/** The command that describes a Secret: names and sizes of its keys, no values. */
function describeSecret(namespace, name) {
    return (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `describe secret ${name}`;
}
/** The command that shows what a pod serves. */
function podsOf(namespace, selector) {
    return (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `get pods -l ${selector}`;
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

/***/ 47717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ imageObstacles),
/* harmony export */   aL: () => (/* binding */ workloadObstacles),
/* harmony export */   wF: () => (/* binding */ rolloutObstacles)
/* harmony export */ });
/* harmony import */ var _kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90648);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _rollout_judge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90756);




const commandOn = ({ workload }) => (0,_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(workload.metadata.namespace ?? 'default');
const wordOf = ({ kind, workload }) => (0,_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadWord */ .Km)(kind, workload.metadata.name);
/** Why nothing of a workload may be changed now, whatever it is: on its way out, paused, or still rolling out. */
function workloadObstacles(target) {
    const { kind, workload } = target;
    const subject = wordOf(target);
    if (workload.metadata.deletionTimestamp !== undefined) {
        return [
            {
                subject,
                rule: 'what is being deleted is not changed',
                state: `${subject} is being deleted`,
                next: 'wait until it is gone',
            },
        ];
    }
    if (workload.spec.paused === true) {
        return [
            {
                subject,
                rule: 'a paused rollout is not gone over',
                state: `${subject} is paused`,
                next: `${commandOn(target) `rollout resume ${subject}`}, once whoever paused it agrees`,
            },
        ];
    }
    const { generation = 0 } = workload.metadata;
    const { observedGeneration = 0, updatedReplicas = 0, updatedNumberScheduled = 0 } = workload.status ?? {};
    const desired = (0,_rollout_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .desiredPods */ .NO)(kind, workload);
    const updated = kind === 'DaemonSet' ? updatedNumberScheduled : updatedReplicas;
    if (observedGeneration >= generation && updated >= desired)
        return [];
    return [
        {
            subject,
            rule: 'one change of a workload at a time',
            state: `${subject} is still rolling out: ${updated} of ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(desired, 'pod')} updated`,
            next: `${commandOn(target) `rollout status ${subject}`}, and plan again once it is through`,
        },
    ];
}
/** Why the pods of a workload may not be replaced now: nothing would be, or a disruption budget would be broken. */
function rolloutObstacles(target, shape, budgets) {
    const subject = wordOf(target);
    const obstacles = [];
    if (shape.obstacle !== undefined) {
        obstacles.push({
            subject,
            rule: 'a rollout that would not replace every pod is not begun',
            state: `${subject} has ${shape.obstacle}`,
            next: 'replace its pods as whoever chose that strategy does, or change the strategy',
        });
    }
    const needed = Math.max(1, shape.away);
    for (const { metadata, status } of budgets) {
        const allowed = status?.disruptionsAllowed ?? 0;
        if (allowed >= needed)
            continue;
        const budget = `poddisruptionbudget/${metadata.name}`;
        obstacles.push({
            subject,
            rule: 'a disruption budget is kept',
            state: `${budget} allows ${allowed} (${status?.currentHealthy ?? 0} healthy, ${status?.desiredHealthy ?? 0} must be); a rollout of ${subject} takes away up to ${needed}`,
            next: `${commandOn(target) `describe ${budget}`}: bring back the pods that are missing, or let its owner change it`,
        });
    }
    return obstacles;
}
/**
 * Why pods of a workload may not be started: nobody can say which image they would run. Its pods run different ones under
 * one tag, or a tag without a digest was never pulled.
 */
function imageObstacles(target, { images, digests }) {
    const subject = wordOf(target);
    return Object.entries(images).flatMap(([container, image]) => {
        const pulled = digests[container] ?? [];
        if (image.includes('@sha256:') || pulled.length === 1)
            return [];
        const state = pulled.length === 0
            ? `no pod has pulled ${image} of container ${container} yet, and its tag may stand for anything`
            : `its pods run ${pulled.length} different images under ${image} of container ${container}`;
        return [
            {
                subject,
                rule: 'pods are started with images that are known',
                state,
                next: 'pin the image by its digest (apply-security-updates does), then plan again',
            },
        ];
    });
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ rolloutShape)
/* harmony export */ });
/**
 * The shape of a rollout with so many pods, as the controllers count it (kubernetes.io, "Deployments", "StatefulSet basics",
 * "DaemonSet rolling updates"): percentages of a surge are rounded up, of what may be away down, and one of the two is at
 * least 1.
 */
function rolloutShape(kind, { spec }, pods) {
    const { type = 'RollingUpdate', rollingUpdate = {} } = (kind === 'Deployment' ? spec.strategy : spec.updateStrategy) ?? {};
    if (type === 'OnDelete')
        return {
            surge: 0,
            away: 0,
            obstacle: 'updateStrategy OnDelete: pods are only replaced when somebody deletes them',
        };
    if (type === 'Recreate')
        return { surge: 0, away: pods };
    const { partition = 0, maxSurge, maxUnavailable } = rollingUpdate;
    if (kind === 'StatefulSet' && partition > 0) {
        return { surge: 0, away: 0, obstacle: `partition ${partition}: pods below that ordinal are not replaced` };
    }
    if (kind === 'StatefulSet')
        return { surge: 0, away: numberOf(maxUnavailable ?? 1, pods, Math.floor) };
    const surge = numberOf(maxSurge ?? (kind === 'Deployment' ? '25%' : 0), pods, Math.ceil);
    const away = numberOf(maxUnavailable ?? (kind === 'Deployment' ? '25%' : 1), pods, Math.floor);
    return { surge, away: surge === 0 ? Math.max(1, away) : away };
}
function numberOf(value, of, round) {
    const percent = /^(\d+)%$/.exec(String(value))?.[1];
    return percent === undefined ? Number(value) : round((Number(percent) / 100) * of);
}


/***/ }),

/***/ 90080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ leafOf)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66258);

/** The server's own certificate: the first, unless the key says that another one is meant. */
function leafOf(secret) {
    const list = secret.certificates === undefined ? [] : (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(secret.certificates.content);
    return secret.key?.kind === 'matches' ? list[secret.key.index] : list[0];
}


/***/ }),

/***/ 56701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ judgeable)
/* harmony export */ });
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66258);

/** Add what is needed to judge a list: who signed whom, and those of the system's authorities that it may end in. */
async function judgeable(certificates, content, trusted) {
    const list = (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(content);
    const present = new Set([...list, ...trusted].map((certificate) => certificate.subjectName));
    const issuers = [...list, ...trusted].map((certificate) => certificate.issuerName);
    const system = await certificates.systemAuthorities([...new Set(issuers)].filter((name) => !present.has(name)));
    const roots = await certificates.systemAuthorities([...present]);
    const anchors = [...trusted, ...system, ...roots];
    return { content, anchors, signatures: await certificates.signatures([...list, ...anchors]) };
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

/***/ 91098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readHosts)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20454);


/** The hosts for which Ingresses use each Secret. Names from Ingresses are somebody's text: cut at 253 characters. */
async function readHosts(context) {
    const { namespace } = context.platform;
    const byIngress = Object.create(null);
    try {
        for await (const ingress of context.ports.cluster.list({ resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.ingresses, namespace })) {
            for (const { secretName, hosts } of ingress.spec.tls ?? []) {
                if (secretName === undefined)
                    continue;
                const ruleHosts = (ingress.spec.rules ?? []).flatMap((rule) => (rule.host === undefined ? [] : [rule.host]));
                const wanted = hosts === undefined || hosts.length === 0 ? ruleHosts : hosts;
                byIngress[secretName] ??= [];
                byIngress[secretName].push(...wanted.map((host) => ({ host: host.slice(0, 253), ingress: `ingress/${ingress.metadata.name}` })));
            }
        }
    }
    catch (error) {
        return { byIngress, trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .L)(error, `ingresses in ${namespace}`) };
    }
    return { byIngress };
}


/***/ }),

/***/ 86228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ namedSecrets),
/* harmony export */   q: () => (/* binding */ readSecrets)
/* harmony export */ });
/* harmony import */ var _domain_bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20392);
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66258);
/* harmony import */ var _domain_certificate_renewal_rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88276);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66325);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20454);
/* harmony import */ var _judgeable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56701);







/** Names of Secrets that are looked at one by one, whatever else is. */
function namedSecrets(platform) {
    const { secrets, endpoints } = platform.certificates;
    const named = secrets === 'all' ? [] : secrets;
    const served = endpoints.flatMap((endpoint) => (endpoint.secret === undefined ? [] : [endpoint.secret]));
    return [...new Set([...named, platform.workloads.gateway.tlsSecret, ...served])];
}
/**
 * Read the TLS Secrets: each of the named ones by a `get` of its own; where the configuration says `all`, every one of
 * type `kubernetes.io/tls` by a `list` that the server filters. Each private key is compared and let go at once.
 */
async function readSecrets(context, trusted, hosts) {
    const everySecret = context.platform.certificates.secrets === 'all';
    const listed = everySecret ? await listSecrets(context, trusted) : { secrets: [] };
    const seen = new Set(listed.secrets.map((secret) => secret.name));
    const wanted = [
        ...namedSecrets(context.platform).map((name) => ({ name, namedBy: 'the configuration' })),
        ...(everySecret ? namedByIngresses(hosts) : []),
    ];
    const unseen = [...new Map(wanted.map((each) => [each.name, each])).values()].filter(({ name }) => !seen.has(name));
    const named = await (0,_domain_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .mapBounded */ .y)(unseen, 4, async ({ name, namedBy }) => ({
        ...(await readSecret(context, name, trusted)),
        namedBy,
    }));
    const secrets = [...listed.secrets, ...named].sort((a, b) => (a.name < b.name ? -1 : 1));
    return { ...listed, secrets, everySecret };
}
/** Secrets that Ingresses name: with `secrets: all` one that is not there, or is of another type, must not go unseen. */
const namedByIngresses = (hosts) => Object.entries(hosts.byIngress).flatMap(([name, uses]) => {
    const [use] = uses;
    return use === undefined ? [] : [{ name, namedBy: use.ingress }];
});
async function listSecrets(context, trusted) {
    const { namespace } = context.platform;
    const secrets = [];
    try {
        const query = { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, namespace, fields: 'type=kubernetes.io/tls' };
        for await (const secret of context.ports.cluster.list(query))
            secrets.push(await judge(context, secret, trusted));
    }
    catch (error) {
        return { secrets, listTrouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .L)(error, `secrets in ${namespace}`) };
    }
    return { secrets };
}
async function readSecret(context, name, trusted) {
    const { namespace } = context.platform;
    const got = await (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .C)(`secret/${name}`, () => context.ports.cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.secrets, namespace, name));
    if ('trouble' in got)
        return { name, state: 'unreadable', trouble: got.trouble };
    return got.value === undefined ? { name, state: 'absent' } : judge(context, got.value, trusted);
}
async function judge(context, secret, trusted) {
    const { certificates } = context.ports;
    const { data = {}, metadata, type } = secret;
    const writer = (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .lastWriter */ .uD)(metadata);
    const renewer = (0,_domain_certificate_renewal_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .renewedBy */ .IY)(metadata.annotations);
    const facts = {
        name: metadata.name,
        state: 'read',
        object: {
            uid: metadata.uid,
            resourceVersion: metadata.resourceVersion,
            immutable: secret.immutable === true,
            ...(writer === undefined ? {} : { writer }),
        },
        ...(type === undefined ? {} : { type }),
        ...(renewer === undefined ? {} : { renewedBy: renewer }),
    };
    const held = data['tls.crt'];
    if (held === undefined || held === '')
        return facts;
    const content = await certificates.parse(Buffer.from(held, 'base64'));
    const own = await certificates.parse(Buffer.from(data['ca.crt'] ?? '', 'base64'));
    const key = await certificates.keyMatch(Buffer.from(data['tls.key'] ?? '', 'base64'), (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .readable */ .HD)(content));
    const judged = await (0,_judgeable_js__WEBPACK_IMPORTED_MODULE_6__/* .judgeable */ .W)(certificates, content, [...(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .readable */ .HD)(own), ...trusted]);
    return { ...facts, key, certificates: { ...judged, statesTrust: (0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .readable */ .HD)(own).length > 0 } };
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

/***/ 86416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ lookAtServed),
/* harmony export */   z: () => (/* binding */ consumerWord)
/* harmony export */ });
/* harmony import */ var _domain_bounded_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20392);
/* harmony import */ var _domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66258);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90648);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55563);
/* harmony import */ var _workloads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8623);





/** A consumer as people name it. */
function consumerWord(consumer) {
    return (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadWord */ .Km)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(consumer), consumer.name);
}
/** The pods of a consumer that are not on their way out. `failed` when it is no longer that workload. */
async function livePods({ ports }, consumer) {
    const workload = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .readWorkload */ .Ez)(ports.cluster, consumer);
    if (workload === undefined) {
        const subject = consumerWord(consumer);
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U({ code: 'failed', subject, message: `${subject} was removed or made anew by somebody else` });
    }
    const pods = await (0,_workloads_js__WEBPACK_IMPORTED_MODULE_2__/* .podsOfWorkload */ .R8)(ports.cluster, (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfRef */ .Ly)(consumer), workload);
    return pods.filter(({ metadata, status }) => metadata.deletionTimestamp === undefined && !isOver(status?.phase));
}
const isOver = (phase) => phase === 'Succeeded' || phase === 'Failed';
/** Look at what every pod serves on every port. A pod that does not answer serves something else. */
async function lookAtServed(context, consumer, wanted, handshakeMs) {
    const pods = await livePods(context, consumer);
    const ends = pods.flatMap((pod) => consumer.ports.map((port) => ({ pod: pod.metadata.name, port })));
    const answers = await (0,_domain_bounded_js__WEBPACK_IMPORTED_MODULE_3__/* .mapBounded */ .y)(ends, 4, async ({ pod, port }) => {
        const endpoint = { kind: 'pod', namespace: consumer.namespace, pod, port };
        try {
            const limits = { timeoutMs: handshakeMs, signal: context.signal };
            const { certificates } = await context.ports.certificates.served(endpoint, consumer.serverName, limits);
            const [leaf] = certificates;
            if (leaf?.fingerprint === wanted.fingerprint)
                return undefined;
            return `pod/${pod} serves ${leaf === undefined ? 'no certificate' : `serial ${(0,_domain_certificate_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .shortSerial */ .zZ)(leaf)}`}`;
        }
        catch (error) {
            if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_1__/* .PortError */ .U) || error.code === 'cancelled')
                throw error;
            return `pod/${pod}: ${error.message}`;
        }
    });
    const others = answers.filter((answer) => answer !== undefined);
    return { pods: pods.length, all: others.length === 0, others };
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

/***/ 42889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ renew_certificates)
});

// EXTERNAL MODULE: ./build/domain/configuration/platform/named-workloads.js
var named_workloads = __webpack_require__(28984);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
;// CONCATENATED MODULE: ./build/tasks/renew-certificates/inputs.js
/** What a run of renew-certificates may be told. */
const inputs = {
    'pick-up-within': {
        kind: 'duration',
        description: 'How long pods may take to take a changed Secret up by themselves, before they are rolled.',
        default: '2m',
        min: '0s',
        max: '30m',
    },
    'ready-within': {
        kind: 'duration',
        description: 'How long the next pod of a roll may take to become ready.',
        default: '3m',
        min: '5s',
        max: '30m',
    },
    'signed-within': {
        kind: 'duration',
        description: 'How long a signer of the Kubernetes CSR API, approval by others included, or cert-manager may take.',
        default: '2m',
        min: '1s',
        max: '1h',
    },
    'handshake-timeout': {
        kind: 'duration',
        description: 'How long connection and TLS handshake with one pod may take.',
        default: '5s',
        min: '100ms',
        max: '60s',
    },
    authorities: {
        kind: 'boolean',
        description: 'Whether the keys of certificate authorities are renewed as well: whoever trusts one has to learn the new one.',
        default: false,
    },
};

// EXTERNAL MODULE: ./build/domain/certificate/certificate.js
var certificate = __webpack_require__(66258);
// EXTERNAL MODULE: ./build/domain/certificate/renewal-rule.js
var renewal_rule = __webpack_require__(88276);
// EXTERNAL MODULE: ./build/domain/certificate/validity.js
var certificate_validity = __webpack_require__(59139);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/domain/owner/owner.js + 2 modules
var owner = __webpack_require__(43380);
// EXTERNAL MODULE: ./build/observation/certificates/held-secret.js
var held_secret = __webpack_require__(90080);
// EXTERNAL MODULE: ./build/observation/certificates/read-hosts.js
var read_hosts = __webpack_require__(91098);
// EXTERNAL MODULE: ./build/observation/certificates/read-secrets.js
var read_secrets = __webpack_require__(86228);
// EXTERNAL MODULE: ./build/observation/certificates/read-trust.js
var read_trust = __webpack_require__(73643);
// EXTERNAL MODULE: ./build/observation/rollout/start-writers.js
var start_writers = __webpack_require__(77034);
// EXTERNAL MODULE: ./build/observation/trouble.js
var observation_trouble = __webpack_require__(20454);
// EXTERNAL MODULE: ./build/observation/workloads.js
var workloads = __webpack_require__(8623);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/tasks/renew-certificates/cert-manager.js


/** The Certificate that keeps a Secret; without cert-manager's resources in the cluster there is none. */
async function readCertManagerOwner({ ports, platform }, secret, name) {
    try {
        const found = await ports.cluster.get(resources/* resources */.E.certManagerCertificates, platform.namespace, name);
        if (found === undefined || found.spec.secretName !== secret)
            return { name };
        return { name, uid: found.metadata.uid };
    }
    catch (error) {
        if (error instanceof port_error/* PortError */.U && error.code === 'not-found')
            return { name };
        throw error;
    }
}

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
;// CONCATENATED MODULE: ./build/domain/certificate/secret-uses.js
const containersOf = ({ containers, initContainers = [] }) => [
    ...containers,
    ...initContainers,
];
/** How the pods of a template use a Secret; undefined: not at all. */
function secretUse(spec, secret) {
    const volumes = new Set((spec.volumes ?? []).filter((volume) => holds(volume, secret)).map(({ name }) => name));
    const containers = containersOf(spec);
    const mounts = containers.flatMap(({ volumeMounts = [] }) => volumeMounts.filter(({ name }) => volumes.has(name)));
    const inEnvironment = containers.some((container) => inEnvironmentOf(container, secret));
    const inPart = mounts.some(({ subPath, subPathExpr }) => subPath !== undefined || subPathExpr !== undefined);
    if (inEnvironment || inPart)
        return 'fixed';
    return mounts.length > 0 ? 'refreshed' : undefined;
}
function holds(volume, secret) {
    const projected = volume.projected?.sources ?? [];
    return volume.secret?.secretName === secret || projected.some((source) => source.secret?.name === secret);
}
const inEnvironmentOf = ({ env = [], envFrom = [] }, secret) => env.some(({ valueFrom }) => valueFrom?.secretKeyRef?.name === secret) ||
    envFrom.some(({ secretRef }) => secretRef?.name === secret);
/** Words in a port's name, and numbers, that go with TLS from the first byte (IANA service names, Kubernetes' own ports). */
const tlsName = /https|tls|ssl|secure/i;
const tlsNumbers = new Set([443, 636, 6443, 8443, 9443, 10250]);
/** Declared TCP ports of a pod that look like TLS ports: others are not tried, since a handshake is noise in their logs. */
function likelyTlsPorts(spec) {
    const ports = spec.containers.flatMap((container) => container.ports ?? []);
    const likely = ports.filter(({ name = '', containerPort, protocol = 'TCP' }) => protocol === 'TCP' && (tlsName.test(name) || tlsNumbers.has(containerPort)));
    return [...new Set(likely.map(({ containerPort }) => containerPort))].sort((a, b) => a - b);
}

// EXTERNAL MODULE: ./build/domain/certificate/step-parameters.js
var step_parameters = __webpack_require__(87616);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var kubernetes_workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/domain/owner/workload-owners.js
var workload_owners = __webpack_require__(83381);
// EXTERNAL MODULE: ./build/domain/target/obstacles.js
var obstacles = __webpack_require__(47717);
// EXTERNAL MODULE: ./build/domain/target/rollout-shape.js
var rollout_shape = __webpack_require__(8394);
// EXTERNAL MODULE: ./build/observation/target/read-target.js + 2 modules
var read_target = __webpack_require__(91385);
;// CONCATENATED MODULE: ./build/tasks/renew-certificates/renewal-of.js
/** Issuer and rules of one Secret: its own entry, the common issuer, or the only one that there is. */
function renewalOf({ certificates }, secret) {
    const { issuers, issuer: common, renewals } = certificates;
    const rules = renewals.find((each) => each.secret === secret);
    const name = rules?.issuer ?? common ?? (issuers.length === 1 ? issuers[0]?.name : undefined);
    const issuer = issuers.find((each) => each.name === name);
    return { ...(issuer === undefined ? {} : { issuer }), ...(rules === undefined ? {} : { rules }) };
}

;// CONCATENATED MODULE: ./build/tasks/renew-certificates/rolling.js









/**
 * Whether the pods of a workload may be rolled so that they read a Secret anew. Only workloads that the configuration names
 * may be, by the generated rights as well; the database and the cache only when it says so.
 */
async function rollingOf(context, { kind, workload }, secret) {
    const { platform } = context;
    const { name } = workload.metadata;
    const word = (0,kubernetes_workloads/* workloadWord */.Km)(kind, name);
    const told = toldNotTo(context, { kind, name }, secret);
    if (told !== undefined)
        return { notRolled: told };
    const [owner] = (0,workload_owners/* workloadOwnership */.t)(kind, workload, { kind: 'template-annotation', name: step_parameters/* reloadAnnotation */.r }, platform).owners;
    if (owner !== undefined)
        return { notRolled: `${owner.name} owns its template (${owner.mark})` };
    const read = await (0,observation_trouble/* attempt */.C)(word, () => (0,read_target/* readTarget */._)(context.ports.cluster, platform.namespace, { kind, name }));
    if ('trouble' in read) {
        const notRolled = `what its pods start from could not be read: ${read.trouble.message}`;
        return { notRolled, rollTrouble: read.trouble };
    }
    if (read.value === undefined)
        return { notRolled: `${word} does not exist any more` };
    const notRolled = obstacleOf(read.value);
    return notRolled === undefined ? { start: read.value.start, writers: read.value.writers } : { notRolled };
}
function toldNotTo({ platform }, named, secret) {
    const same = (other) => other.kind === named.kind && other.name === named.name;
    const { rules } = renewalOf(platform, secret);
    if (rules?.pods === 'wait')
        return '`pods: wait` is configured for the Secret';
    if (!(0,named_workloads/* namedWorkloads */.sX)(platform).some(same))
        return 'it is not named under `platform.workloads`';
    const stores = [platform.database.workload, platform.cache.workload];
    if (rules?.pods === 'roll' || !stores.some(same))
        return undefined;
    return 'databases and caches are not restarted for a certificate, unless `pods: roll` is configured for the Secret';
}
function obstacleOf(target) {
    const { kind, workload, pods, budgets, start } = target;
    const shape = (0,rollout_shape/* rolloutShape */.t)(kind, workload, pods.length);
    const [refusal] = [...(0,obstacles/* workloadObstacles */.aL)(target), ...(0,obstacles/* rolloutObstacles */.wF)(target, shape, budgets)];
    if (refusal !== undefined)
        return refusal.state;
    const floating = Object.values(start.images).find((image) => !/@sha256:|:(?!latest$)[^/]+$/.test(image));
    return floating === undefined ? undefined : `its image ${floating} may be another one when a pod starts`;
}

;// CONCATENATED MODULE: ./build/tasks/renew-certificates/read-consumers.js







/** The workloads of the platform whose pods use a Secret, each with what it serves of it. */
function readConsumers(context, workloads, wanted) {
    const using = workloads.flatMap((each) => {
        const use = secretUse(each.workload.spec.template.spec, wanted.secret);
        return use === undefined ? [] : [{ ...each, use }];
    });
    return (0,bounded/* mapBounded */.y)(using, 2, (each) => readConsumer(context, each, wanted));
}
async function readConsumer(context, { kind, workload, use }, wanted) {
    const all = await (0,workloads/* podsOfWorkload */.R8)(context.ports.cluster, kind, workload);
    const pods = all.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
    const serverName = wanted.leaf.dnsNames.find((name) => !name.includes('*')) ?? '';
    const template = workload.spec.template;
    return {
        ref: (0,kubernetes_workloads/* workloadRef */.$v)(kind, workload),
        kind,
        use,
        pods: pods.length,
        serverName,
        mark: template.metadata?.annotations?.[step_parameters/* reloadAnnotation */.r] ?? null,
        ...(await servingPorts(context, pods, likelyTlsPorts(template.spec), wanted, serverName)),
        ...(await rollingOf(context, { kind, workload }, wanted.secret)),
    };
}
/** The ports on which pods serve the certificate, or one for the same subject: a stale pod serves it as well. */
async function servingPorts(context, pods, likely, { leaf, ports, handshakeMs }, serverName) {
    if (ports !== undefined)
        return { ports };
    const ends = pods.flatMap(({ metadata }) => likely.map((port) => ({ pod: metadata, port })));
    const found = new Set();
    const troubles = [];
    await (0,bounded/* mapBounded */.y)(ends, 4, async ({ pod, port }) => {
        const endpoint = { kind: 'pod', namespace: pod.namespace ?? '', pod: pod.name, port };
        const limits = { timeoutMs: handshakeMs, signal: context.signal };
        const got = await (0,observation_trouble/* attempt */.C)(`pod/${pod.name}`, () => context.ports.certificates.served(endpoint, serverName, limits));
        if ('value' in got) {
            if (got.value.certificates[0]?.subjectName === leaf.subjectName)
                found.add(port);
        }
        else if (!withoutTls.has(got.trouble.code))
            troubles.push(got.trouble);
    });
    const [trouble] = troubles;
    const seen = found.size > 0 || trouble === undefined;
    return { ports: [...found].sort((a, b) => a - b), ...(seen ? {} : { trouble }) };
}
/** What a port says that does not serve TLS; anything else says that it could not be looked at. */
const withoutTls = new Set(['failed', 'unreachable', 'invalid']);

;// CONCATENATED MODULE: ./build/tasks/renew-certificates/observe.js
















/** Read every certificate that is held; of those that are due, who owns them, who issues them and who uses them. */
async function observe(context, inputs) {
    const trust = await (0,read_trust/* readTrust */.b)(context);
    const hosts = await (0,read_hosts/* readHosts */.k)(context);
    const read = await (0,read_secrets/* readSecrets */.q)(context, trust.anchors, hosts);
    const rule = (0,renewal_rule/* renewalRule */.Zg)(context);
    const due = read.secrets.flatMap((held) => {
        const leaf = (0,held_secret/* leafOf */.e)(held);
        const isDue = leaf !== undefined && (0,certificate_validity/* validityAt */.mV)(leaf, context.now, (0,renewal_rule/* ruleFor */.sG)(held, rule)).state !== 'good';
        return isDue ? [{ held, leaf }] : [];
    });
    const seen = [];
    for (const { held, leaf } of due)
        seen.push(await readDue(context, held, leaf, hosts, inputs['handshake-timeout']));
    return {
        basis: basisOf(read.secrets, seen),
        writers: writersOf(read.secrets, seen),
        measurements: {
            ...read,
            due: seen,
            trust,
            ...(hosts.trouble === undefined ? {} : { hostsTrouble: hosts.trouble }),
        },
    };
}
async function readDue(context, held, leaf, hosts, handshakeMs) {
    const { cluster } = context.ports;
    const { platform } = context;
    const { name } = held;
    context.progress(`renew-certificates: looking at what uses secret/${name}`);
    const ingresses = [...new Set((hosts.byIngress[name] ?? []).map(({ ingress }) => ingress))];
    const base = { held, leaf, ingresses };
    const got = await (0,observation_trouble/* attempt */.C)(`secret/${name}`, async () => {
        const metadata = await cluster.metadata(resources/* resources */.E.secrets, platform.namespace, name);
        const question = { field: ['f:data', 'f:tls.crt'], settled: platform.workloads.fieldManagers };
        const { rules } = renewalOf(platform, name);
        const wanted = { secret: name, leaf, handshakeMs, ...(rules?.ports === undefined ? {} : { ports: rules.ports }) };
        const certificate = metadata?.annotations?.[renewal_rule/* certificateName */.LU];
        return {
            ...(certificate === undefined ? {} : { certManager: await readCertManagerOwner(context, name, certificate) }),
            owners: metadata === undefined || certificate !== undefined ? [] : (0,owner/* ownersOf */.K2)({ metadata }, question),
            consumers: await readConsumers(context, await (0,workloads/* listWorkloads */.DD)(cluster, platform.namespace), wanted),
            authority: await readAuthority(context, held, leaf),
        };
    });
    if ('trouble' in got)
        return { ...base, owners: [], consumers: [], trouble: got.trouble };
    const { authority, ...rest } = got.value;
    return { ...base, ...rest, ...(authority === undefined ? {} : { authority }) };
}
/**
 * The certificate of the authority that is to issue, without its key: from where the configuration says that it can be read
 * (rejects when it cannot), else what the present chain carries. Of several of one subject the one that ends first.
 */
async function readAuthority(context, held, leaf) {
    const { issuer } = renewalOf(context.platform, held.name);
    if (issuer?.kind !== 'authority')
        return undefined;
    const told = issuer.public === undefined ? undefined : await (0,read_trust/* readTrust */.b)(context, [issuer.public]);
    const [trouble] = told?.troubles ?? [];
    if (trouble !== undefined)
        throw new port_error/* PortError */.U(trouble);
    const known = told?.anchors ?? (0,certificate/* readable */.HD)(held.certificates?.content ?? noContent);
    const authorities = known.filter((each) => each.authority).sort((a, b) => a.notAfter - b.notAfter);
    const [first] = authorities.filter((each) => each.subjectName === leaf.issuerName);
    return first ?? (told === undefined ? undefined : authorities[0]);
}
const noContent = { certificates: [], otherBlocks: [], unread: 0 };
/** Who wrote what a renewal rests on. */
const writersOf = (secrets, due) => [
    ...secrets.flatMap(({ name, object }) => object?.writer === undefined ? [] : [{ path: `secrets.${name}`, ...object.writer }]),
    ...due.flatMap(({ held, consumers }) => consumers.flatMap(({ writers = [] }, place) => (0,start_writers/* writersBelow */.s9)(`due.${held.name}.consumers.${place}.start`, writers))),
];
/** What a renewal rests on: which Secret in which version, which pods start from what, and who issues. */
function basisOf(secrets, due) {
    return {
        secrets: Object.fromEntries(secrets.map((secret) => [
            secret.name,
            { version: secret.object?.resourceVersion ?? secret.state, leaf: (0,held_secret/* leafOf */.e)(secret)?.fingerprint ?? null },
        ])),
        due: Object.fromEntries(due.map(({ held, owners, consumers, authority, certManager }) => [
            held.name,
            {
                owners: owners.map((owner) => owner.name),
                authority: authority?.fingerprint ?? null,
                certificate: certManager?.uid ?? null,
                consumers: consumers.map(({ ref, ports, mark, notRolled = null, start = null }) => ({
                    uid: ref.uid,
                    ports: [...ports],
                    mark,
                    notRolled,
                    start,
                })),
            },
        ])),
    };
}

// EXTERNAL MODULE: ./build/domain/configuration/platform/workload-kind.js
var workload_kind = __webpack_require__(78048);
;// CONCATENATED MODULE: ./build/tasks/renew-certificates/permissions.js






const every = (platform) => platform.certificates.secrets === 'all';
/** Public certificates: what clients trust, and authorities without their keys. */
const publicSources = (kind) => (platform) => {
    const { trust, issuers } = platform.certificates;
    const shown = issuers.flatMap((issuer) => (issuer.kind === 'authority' && issuer.public ? [issuer.public] : []));
    return [...trust, ...shown].filter((source) => source.kind === kind).map(({ name }) => name);
};
const authoritySecrets = (platform) => platform.certificates.issuers.flatMap((issuer) => (issuer.kind === 'authority' ? [issuer.secret] : []));
const signers = (mayApprove) => (platform) => platform.certificates.issuers.flatMap((issuer) => issuer.kind === 'signer' && (issuer.approve || !mayApprove) ? [issuer.signer] : []);
const asked = (platform) => signers(false)(platform).length > 0;
const approving = (platform) => signers(true)(platform).length > 0;
/** What looking takes. The key of an authority is not among it: who only plans cannot issue. */
const observePermissions = [
    {
        resource: resources/* resources */.E.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: (platform) => [...new Set([...(0,read_secrets/* namedSecrets */.p)(platform), ...publicSources('Secret')(platform)])],
        why: 'read the certificates that the configuration names, and compare each with its key',
    },
    {
        resource: resources/* resources */.E.secrets,
        verbs: ['get', 'list'],
        scope: 'platform',
        when: every,
        why: 'read every TLS Secret, because the configuration says `secrets: all`; RBAC cannot limit this to TLS Secrets',
    },
    {
        resource: resources/* resources */.E.configMaps,
        verbs: ['get'],
        scope: 'platform',
        names: publicSources('ConfigMap'),
        when: (platform) => publicSources('ConfigMap')(platform).length > 0,
        why: 'read the authorities that the configuration names',
    },
    {
        resource: resources/* resources */.E.ingresses,
        verbs: ['list'],
        scope: 'platform',
        why: 'know which hosts use a certificate',
    },
    ...workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
        resource: (0,kubernetes_workloads/* workloadResource */.WG)(kind),
        verbs: ['list'],
        scope: 'platform',
        why: 'find the workloads whose pods use a Secret',
    })),
    ...read_target/* targetPermissions */.I,
    {
        resource: resources/* resources */.E.certManagerCertificates,
        verbs: ['get'],
        scope: 'platform',
        when: (platform) => platform.certificates.certManager,
        why: 'find the Certificate of cert-manager that keeps a due Secret',
    },
    {
        resource: resources/* resources */.E.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        why: 'see what each pod serves',
    },
];
/** What changing takes: the Secrets themselves, what is kept of them meanwhile, and the templates of configured workloads. */
const changePermissions = [
    {
        resource: resources/* resources */.E.secrets,
        verbs: ['patch'],
        scope: 'platform',
        names: read_secrets/* namedSecrets */.p,
        when: (platform) => !every(platform),
        why: 'put a renewed certificate and its key into the Secrets that the configuration names',
    },
    {
        resource: resources/* resources */.E.secrets,
        verbs: ['patch'],
        scope: 'platform',
        when: every,
        why: 'put a renewed certificate and its key into any TLS Secret, because the configuration says `secrets: all`',
    },
    {
        resource: resources/* resources */.E.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: authoritySecrets,
        when: (platform) => authoritySecrets(platform).length > 0,
        why: 'issue with the key of the configured authority',
    },
    {
        resource: resources/* resources */.E.certManagerCertificates,
        subresource: 'status',
        verbs: ['patch'],
        scope: 'platform',
        when: (platform) => platform.certificates.certManager,
        why: 'have cert-manager renew a Certificate now, as `cmctl renew` does; its Secrets are not written',
    },
    {
        resource: resources/* resources */.E.certificateSigningRequests,
        verbs: ['get', 'create'],
        scope: 'cluster',
        when: asked,
        why: 'ask the configured signer, and read what it signed; neither can be limited by name',
    },
    {
        resource: resources/* resources */.E.certificateSigningRequests,
        subresource: 'approval',
        verbs: ['patch'],
        scope: 'cluster',
        when: approving,
        why: 'approve what was asked for, at the signers below alone',
    },
    {
        resource: resources/* resources */.E.signers,
        verbs: ['approve'],
        scope: 'cluster',
        names: signers(true),
        when: approving,
        why: 'approve requests to the configured signers, and to no other',
    },
    {
        resource: resources/* resources */.E.secrets,
        verbs: ['get', 'create', 'delete'],
        scope: 'maintenance',
        why: 'keep the former and the new key of a Secret while it is renewed; create cannot be limited by name',
    },
    ...workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
        resource: (0,kubernetes_workloads/* workloadResource */.WG)(kind),
        verbs: ['patch'],
        scope: 'platform',
        names: (0,named_workloads/* namesOfKind */.En)(kind),
        when: (platform) => (0,named_workloads/* namesOfKind */.En)(kind)(platform).length > 0,
        why: 'roll the pods that do not take a renewed certificate up by themselves (an annotation of the template)',
    })),
];

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/certificate/commands-for-people.js
var commands_for_people = __webpack_require__(99157);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
;// CONCATENATED MODULE: ./build/tasks/renew-certificates/refusals.js







/** For how long the new certificate is asked for, ms: as configured, else as long as the present one. */
function lifetimeFor(platform, { held, leaf }) {
    return renewalOf(platform, held.name).rules?.lifetime ?? (0,certificate_validity/* lifetimeOf */.XA)(leaf);
}
/** Why a due certificate is not renewed; none: it is. The first one that counts. */
function refusalOf(due, judging) {
    return (keptByCertManager(due, judging) ??
        ownedElsewhere(due) ??
        isAuthority(due, judging) ??
        (due.certManager === undefined ? notIssuedHere(due, judging) : undefined) ??
        notTakenUp(due, judging));
}
/** What keeps us from issuing it ourselves. */
function notIssuedHere(due, judging) {
    return unchangeable(due) ?? withoutIssuer(due, judging) ?? foreignKey(due, judging) ?? shortAuthority(due, judging);
}
/** cert-manager's own: renewed by it, where it may be told to and the Certificate is there. */
function keptByCertManager(due, { platform }) {
    const { certManager } = due;
    if (certManager === undefined)
        return undefined;
    const { name, uid } = certManager;
    const refusal = (state, next) => ({
        subject: subjectOf(due),
        rule: 'what cert-manager keeps is renewed by cert-manager',
        state,
        next,
    });
    if (uid === undefined) {
        return refusal(`it is marked as that of certificate/${name}, and there is no such Certificate that keeps it`, `make the Certificate anew, or take the annotation \`cert-manager.io/certificate-name\` away from the Secret`);
    }
    if (platform.certificates.certManager)
        return undefined;
    return refusal(`certificate/${name} keeps it, and \`platform.certificates.cert-manager\` is false`, `\`cmctl renew ${name} -n ${platform.namespace}\`, or find out why cert-manager has not renewed it by itself`);
}
const subjectOf = ({ held }) => `secret/${held.name}`;
function ownedElsewhere(due) {
    const [first] = due.owners;
    if (first === undefined)
        return undefined;
    return {
        subject: subjectOf(due),
        rule: owner/* ownedRule */.IP,
        state: due.owners.map(({ name, mark }) => `${name} owns it (${mark})`).join('; '),
        next: `renew it ${first.where}`,
    };
}
function unchangeable(due) {
    if (due.held.object?.immutable !== true)
        return undefined;
    return {
        subject: subjectOf(due),
        rule: 'an immutable Secret is not changed',
        state: 'it is marked immutable, so the API server refuses any change of it',
        next: 'make it anew without `immutable: true`',
    };
}
function isAuthority(due, { inputs }) {
    if (!due.leaf.authority || inputs.authorities)
        return undefined;
    return {
        subject: subjectOf(due),
        rule: 'the key of a certificate authority is renewed only when that is asked for',
        state: `${due.leaf.subject}, serial ${(0,certificate/* shortSerial */.zZ)(due.leaf)}, is an authority: whoever trusts it has to learn the new one`,
        next: 'prepare those who trust it, then `gh workflow run dispatch.yml -f task=renew-certificates -f inputs=authorities=true`',
    };
}
function withoutIssuer(due, { platform }) {
    if (renewalOf(platform, due.held.name).issuer !== undefined)
        return undefined;
    const { issuers } = platform.certificates;
    const there = issuers.length === 0 ? 'there is none' : `there are ${issuers.map(({ name }) => name).join(', ')}`;
    return {
        subject: subjectOf(due),
        rule: 'a certificate is renewed by an issuer that the configuration names',
        state: `no issuer is configured for it; ${there}`,
        next: 'name one under `platform.certificates.issuers` (and which Secret it is for under `renewals`) in .github/maintenance.yml',
    };
}
function foreignKey(due, { platform }) {
    const { rules } = renewalOf(platform, due.held.name);
    if (rules?.key !== 'keep' || due.held.key?.kind === 'matches')
        return undefined;
    return {
        subject: subjectOf(due),
        rule: 'a key that is kept must be the key of the certificate',
        state: '`key: keep` is configured, and tls.key is not the key of the present certificate',
        next: 'put the right key there, or configure `key: new` for it',
    };
}
/** An authority whose own end comes so early that what it issues would be due again at once. */
function shortAuthority(due, { platform, now, rule }) {
    const { authority, leaf } = due;
    if (authority === undefined)
        return undefined;
    const wanted = { notBefore: now, notAfter: now + lifetimeFor(platform, due) };
    const end = Math.min(authority.notAfter, wanted.notAfter);
    if (end > leaf.notAfter && (0,certificate_validity/* isWorthIt */.Wb)(end, wanted, now, rule))
        return undefined;
    const left = authority.notAfter - now;
    const when = left > 0
        ? `ends ${(0,certificate_validity/* isoMinute */.A_)(authority.notAfter)}, in ${(0,quantities/* formatSpan */.QA)(left)}`
        : `ended ${(0,certificate_validity/* isoMinute */.A_)(authority.notAfter)}`;
    return {
        subject: subjectOf(due),
        rule: 'an authority issues nothing that would be due again at once',
        state: `${authority.subject} ${when}; a certificate of ${(0,quantities/* formatSpan */.QA)(wanted.notAfter - now)} was to be issued`,
        next: 'renew the authority first: whoever trusts it has to learn the new one before it ends',
    };
}
/** A consumer whose pods would go on with the former certificate, or that cannot be proved not to. */
function notTakenUp(due, { platform }) {
    for (const consumer of due.consumers) {
        const why = whyNotTakenUp(consumer);
        if (why === undefined)
            continue;
        const word = (0,kubernetes_workloads/* workloadWord */.Km)(consumer.kind, consumer.ref.name);
        return {
            subject: subjectOf(due),
            rule: 'a certificate is renewed only when every pod can be brought to serve it',
            state: `${word} uses it, and ${why}`,
            next: `renew it by hand and ${(0,kubectl/* kubectl */.Lr)(platform.namespace) `rollout restart ${word}`} when that may be, or say under \`platform.certificates.renewals\` on which ports it serves and whether its pods may be rolled`,
        };
    }
    return undefined;
}
function whyNotTakenUp({ trouble, ports, use, notRolled }) {
    if (trouble !== undefined)
        return `what it serves could not be looked at (${trouble.message})`;
    if (notRolled === undefined)
        return undefined;
    if (ports.length === 0)
        return `what it does with it cannot be seen; its pods are not rolled: ${notRolled}`;
    return use === 'fixed' ? `its pods do not see changes of it, and are not rolled: ${notRolled}` : undefined;
}

;// CONCATENATED MODULE: ./build/tasks/renew-certificates/findings.js









/** Whether a Secret's certificate is due, or why that cannot be told. One finding at most. */
function dueFindings(held, { now, rule, namespace }) {
    const subject = `secret/${held.name}`;
    const next = (0,commands_for_people/* describeSecret */.wr)(namespace, held.name);
    if (held.trouble !== undefined)
        return [unknown('cannot-read', { ...held.trouble, subject }, 'it could not be read', next)];
    const leaf = (0,held_secret/* leafOf */.e)(held);
    if (leaf === undefined)
        return [cannotJudge(held, next, namespace)];
    const left = (0,certificate_validity/* daysLeft */.H_)(leaf, now);
    const evidence = `serial ${(0,certificate/* shortSerial */.zZ)(leaf)}, until ${(0,certificate_validity/* isoMinute */.A_)(leaf.notAfter)} (${left < 0 ? `${-left} days ago` : `${left} days left`})`;
    const validity = (0,certificate_validity/* validityAt */.mV)(leaf, now, (0,renewal_rule/* ruleFor */.sG)(held, rule));
    switch (validity.state) {
        case 'good':
            return [];
        case 'expired':
            return [{ code: 'expired', severity: 'fail', subject, title: 'certificate has expired', evidence, next }];
        case 'not-yet-valid':
            return [
                { code: 'not-yet-valid', severity: 'fail', subject, title: 'certificate is not valid yet', evidence, next },
            ];
        case 'ends-before-renewal':
            return [
                { code: 'due', severity: 'fail', subject, title: 'certificate ends before the next renewal', evidence, next },
            ];
        case 'due':
            return [
                {
                    code: 'due',
                    severity: 'warn',
                    subject,
                    title: 'certificate is due for renewal',
                    evidence: `${evidence}; ${validity.because}`,
                    next,
                },
            ];
    }
}
function cannotJudge(held, next, namespace) {
    const evidence = held.state === 'absent'
        ? `named by ${held.namedBy ?? 'the configuration'}, not in namespace ${namespace}`
        : 'it holds no certificate that can be read in tls.crt';
    return {
        code: 'cannot-judge',
        severity: 'unknown',
        subject: `secret/${held.name}`,
        title: 'whether its certificate is due cannot be told',
        evidence,
        next,
    };
}
/** An expired certificate is reported whether it was renewed or not: clients were turned away meanwhile. */
function hadExpired({ held, leaf }, { now, namespace }) {
    if (leaf.notAfter >= now)
        return [];
    return [
        {
            code: 'expired',
            severity: 'fail',
            subject: `secret/${held.name}`,
            title: 'certificate had expired',
            evidence: `it ended ${(0,certificate_validity/* isoMinute */.A_)(leaf.notAfter)}, ${-(0,certificate_validity/* daysLeft */.H_)(leaf, now)} days before this run`,
            next: `find out why nothing renewed it in time; ${(0,commands_for_people/* describeSecret */.wr)(namespace, held.name)}`,
        },
    ];
}
/** What a reader has to know of a renewal that is made: an authority that shortens it, and what cannot be seen of it. */
function renewalFindings(due, judging) {
    const subject = `secret/${due.held.name}`;
    const unseen = due.consumers.filter(({ ports }) => ports.length === 0);
    const findings = [];
    const { authority } = due;
    const wanted = judging.now + lifetimeFor(judging.platform, due);
    if (authority !== undefined && authority.notAfter < wanted) {
        findings.push({
            code: 'authority-shortens',
            severity: 'warn',
            subject,
            title: 'authority ends before the certificate that it is to issue would',
            evidence: `${authority.subject} ends ${(0,certificate_validity/* isoMinute */.A_)(authority.notAfter)}; without that the certificate would live for ${(0,quantities/* formatSpan */.QA)(wanted - judging.now)}`,
            next: 'renew the authority: whoever trusts it has to learn the new one before it ends',
        });
    }
    for (const { kind, ref } of unseen) {
        findings.push({
            code: 'not-seen-served',
            severity: 'info',
            subject: (0,kubernetes_workloads/* workloadWord */.Km)(kind, ref.name),
            title: `what it does with ${subject} cannot be seen from outside`,
            evidence: 'none of its declared ports that look like TLS ports serves it; its pods are rolled',
            next: 'say under `platform.certificates.renewals` on which ports it serves it, if it does',
        });
    }
    const [ingress] = due.ingresses;
    if (ingress !== undefined && due.consumers.length === 0) {
        findings.push({
            code: 'ingress-not-seen',
            severity: 'info',
            subject,
            title: 'only Ingresses use it: what their controller serves is not looked at here',
            evidence: due.ingresses.slice(0, 5).join(', '),
            next: 'name the address that it is served at under `platform.certificates.endpoints`: validate-certificates then compares it every day',
        });
    }
    return findings;
}
/** A due certificate that is refused says why it is, and how to go on, where a reader looks first. */
function refusedFindings(findings, refusals) {
    return findings.map((finding) => {
        const refusal = refusals.find(({ subject }) => subject === finding.subject);
        if (refusal === undefined || !ofTheDates.has(finding.code))
            return finding;
        return { ...finding, evidence: `${finding.evidence}; not renewed: ${refusal.state}`, next: refusal.next };
    });
}
const ofTheDates = new Set(['due', 'expired', 'not-yet-valid']);
/** What could not be read as a whole. */
function notRead({ measurements }, namespace) {
    const { listTrouble, hostsTrouble, due, trust } = measurements;
    const ingresses = (0,kubectl/* kubectl */.Lr)(namespace) `get ingresses`;
    const list = (0,kubectl/* kubectl */.Lr)(namespace) `get secrets --field-selector type=kubernetes.io/tls`;
    return [
        ...(listTrouble === undefined ? [] : [unknown('cannot-list', listTrouble, 'Secrets could not all be read', list)]),
        ...(hostsTrouble === undefined
            ? []
            : [unknown('hosts-not-read', hostsTrouble, 'which Ingresses use a certificate could not be read', ingresses)]),
        ...trust.troubles.map((trouble) => unknown('trust-not-read', trouble, 'a configured authority could not be read, so trust is not known', list)),
        ...due.flatMap(({ consumers }) => consumers.flatMap(consumerNotRead)),
        ...due.flatMap(({ held, trouble }) => trouble === undefined
            ? []
            : [
                unknown('uses-not-read', { ...trouble, subject: `secret/${held.name}` }, 'who owns it, who uses it or who issues it could not be read, so it is not renewed', (0,commands_for_people/* describeSecret */.wr)(namespace, held.name)),
            ]),
    ];
}
function consumerNotRead({ trouble, rollTrouble }) {
    const served = 'what its pods serve could not be looked at';
    const start = 'what its pods start from could not be read, so they are not rolled for a certificate';
    const next = 'look at the cause, and plan again';
    return [
        ...(trouble === undefined ? [] : [unknown('served-not-seen', trouble, served, next)]),
        ...(rollTrouble === undefined ? [] : [unknown('roll-not-read', rollTrouble, start, next)]),
    ];
}
const unknown = (code, { subject, message, next }, title, otherwise) => ({
    code,
    severity: 'unknown',
    subject,
    title,
    evidence: message,
    next: next ?? otherwise,
});

// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var step_kinds = __webpack_require__(60747);
;// CONCATENATED MODULE: ./build/tasks/renew-certificates/steps.js







/** What issuing takes at most besides waiting for a signer, ms. */
const issueDeadlineMs = 120_000;
/** What everything but waiting for pods takes at most, ms. */
const marginMs = 60_000;
/** The steps of one renewal, which stand or fall together: issue, write, and have every pod take it up. */
function renewalSteps(due, why, judging) {
    const { platform, inputs } = judging;
    const { held, leaf } = due;
    const { issuer, rules } = renewalOf(platform, held.name);
    if (due.certManager !== undefined)
        return certManagerSteps(due, why, judging);
    if (issuer === undefined || held.object === undefined)
        return [];
    const { uid, resourceVersion } = held.object;
    const reference = { namespace: platform.namespace, secret: held.name, uid, certificate: leaf.fingerprint };
    const reloading = reloadingOf(due, inputs);
    const patienceMs = reloadDeadlineMs(due, inputs);
    const lifetimeMs = lifetimeFor(platform, due);
    const waitMs = issuer.kind === 'signer' ? inputs['signed-within'] : 0;
    const key = rules?.key ?? 'new';
    const names = [...leaf.dnsNames, ...leaf.ipAddresses];
    const from = { ...statedOf(leaf), names };
    const base = { subject: `secret/${held.name}`, unit: `secret/${held.name}`, independent: true, why };
    const words = consumerWords(due);
    return [
        {
            ...base,
            id: `issue-certificate secret/${held.name}`,
            kind: 'issue-certificate',
            from,
            to: { by: issuerWord(issuer), for: (0,quantities/* formatSpan */.QA)(lifetimeMs), key, names },
            parameters: {
                ...reference,
                resourceVersion,
                issuer,
                key,
                lifetimeMs,
                waitMs,
                trust: platform.certificates.trust,
            },
            risk: 'none for the platform: nothing uses it until it was judged and written',
            undo: `cannot be undone: ${step_kinds/* stepKinds */.C['issue-certificate'].cannotBeUndone}`,
            deadlineMs: issueDeadlineMs + waitMs,
        },
        {
            ...base,
            id: `write-certificate secret/${held.name}`,
            kind: 'write-certificate',
            from,
            to: { serial: 'of what was issued', key, names },
            parameters: { ...reference, resourceVersion, ...reloading },
            risk: `${words} may refuse it: then the former one is put back`,
            undo: `the former certificate and key are put back from where they are kept, and served again; at most ${(0,quantities/* formatSpan */.QA)(patienceMs)}`,
            deadlineMs: patienceMs,
        },
        {
            ...base,
            id: `reload-consumers secret/${held.name}`,
            kind: 'reload-consumers',
            from: { serial: (0,certificate/* shortSerial */.zZ)(leaf) },
            to: { serial: 'of what the Secret holds then' },
            parameters: { ...reference, ...reloading },
            risk: rollRisk(due),
            undo: `cannot be undone: ${step_kinds/* stepKinds */.C['reload-consumers'].cannotBeUndone}`,
            deadlineMs: patienceMs,
        },
    ];
}
/** Where cert-manager keeps the Secret: it renews, and only then pods are brought to serve it. Nothing is put back. */
function certManagerSteps(due, why, { platform, inputs }) {
    const { held, leaf, certManager } = due;
    if (certManager?.uid === undefined || held.object === undefined)
        return [];
    const { uid } = held.object;
    const reference = { namespace: platform.namespace, secret: held.name, uid, certificate: leaf.fingerprint };
    const subject = `secret/${held.name}`;
    const base = { subject, unit: subject, independent: true, why, from: { serial: (0,certificate/* shortSerial */.zZ)(leaf) } };
    const waitMs = inputs['signed-within'];
    const kinds = { renew: 'renew-by-cert-manager', reload: 'reload-consumers' };
    return [
        {
            ...base,
            id: `${kinds.renew} ${subject}`,
            kind: kinds.renew,
            to: { serial: 'of what cert-manager issues' },
            parameters: {
                ...reference,
                name: certManager.name,
                nameUid: certManager.uid,
                waitMs,
                trust: platform.certificates.trust,
            },
            risk: `what cert-manager issues stands at once, and is judged only then: what is wrong with it is reported and stays`,
            undo: `cannot be undone: ${step_kinds/* stepKinds */.C[kinds.renew].cannotBeUndone}`,
            deadlineMs: issueDeadlineMs + waitMs,
        },
        {
            ...base,
            id: `${kinds.reload} ${subject}`,
            kind: kinds.reload,
            to: { serial: 'of what the Secret holds then' },
            parameters: { ...reference, ...reloadingOf(due, inputs), renewer: 'cert-manager' },
            risk: rollRisk(due),
            undo: `cannot be undone: ${step_kinds/* stepKinds */.C[kinds.reload].cannotBeUndone}`,
            deadlineMs: reloadDeadlineMs(due, inputs),
        },
    ];
}
const statedOf = (leaf) => ({ serial: (0,certificate/* shortSerial */.zZ)(leaf), until: (0,certificate_validity/* isoMinute */.A_)(leaf.notAfter) });
const issuerWord = (issuer) => issuer.kind === 'authority' ? `authority ${issuer.name}` : `signer ${issuer.name}`;
function reloadingOf({ consumers }, inputs) {
    return {
        consumers: consumers.map(consumerOf),
        limits: {
            pickUpWithinMs: inputs['pick-up-within'],
            readyWithinMs: inputs['ready-within'],
            handshakeMs: inputs['handshake-timeout'],
        },
    };
}
const consumerOf = ({ ref, use, ports, serverName, notRolled, mark }) => ({
    ...ref,
    refreshed: use === 'refreshed',
    ports,
    serverName,
    roll: notRolled === undefined,
    mark,
});
/** How long bringing every pod to another certificate takes at most, ms: the wait, then each pod of a roll. */
function reloadDeadlineMs({ consumers }, inputs) {
    const each = consumers.map(({ pods, notRolled }) => {
        const rolled = notRolled === undefined ? Math.max(1, pods) * inputs['ready-within'] : 0;
        return inputs['pick-up-within'] + Math.min(rolled, 1_800_000);
    });
    return Math.min(7_200_000, each.reduce((sum, ms) => sum + ms, marginMs));
}
const consumerWords = ({ consumers }) => consumers.length === 0
    ? 'whatever reads it'
    : consumers.map(({ kind, ref }) => (0,kubernetes_workloads/* workloadWord */.Km)(kind, ref.name)).join(', ');
function rollRisk(due) {
    const rolled = due.consumers.filter(({ notRolled }) => notRolled === undefined);
    if (due.consumers.length === 0)
        return 'none: no workload uses it';
    const pods = rolled.reduce((sum, each) => sum + each.pods, 0);
    return pods === 0
        ? 'none: pods are waited for, not rolled'
        : `pods that do not take it up by themselves are made anew one after the other (${(0,quantities/* counted */.hS)(pods, 'pod')} of ${consumerWords({ ...due, consumers: rolled })})`;
}

;// CONCATENATED MODULE: ./build/tasks/renew-certificates/plan.js







/** Renew what is due, what has expired first; each Secret is a unit of its own. */
function plan(observation, context) {
    const { measurements: seen } = observation;
    const { platform, now } = context;
    const judging = { platform, now, inputs: context.inputs, rule: (0,renewal_rule/* renewalRule */.Zg)(context) };
    const at = { now, rule: judging.rule, namespace: platform.namespace };
    const readable = seen.trust.troubles.length > 0 ? [] : seen.due.filter(({ trouble }) => trouble === undefined);
    const judged = soonestFirst(readable).map((due) => ({ due, refusal: refusalOf(due, judging) }));
    const refusals = judged.flatMap(({ refusal }) => refusal ?? []);
    const renewed = judged.filter(({ refusal }) => refusal === undefined).map(({ due }) => due);
    return {
        steps: renewed.flatMap((due) => renewalSteps(due, whyDue(due, judging), judging)),
        refusals,
        notChecked: [],
        findings: [
            ...refusedFindings(seen.secrets.flatMap((held) => dueFindings(held, at)), refusals),
            ...renewed.flatMap((due) => renewalFindings(due, judging)),
            ...notRead(observation, platform.namespace),
        ],
        measurements: daysOf(seen.secrets, judging),
        result: resultOf(seen.secrets, judged.length, renewed.length),
    };
}
/** In the order in which they are renewed: what has ended, or ends, first. */
const soonestFirst = (due) => due.toSorted((a, b) => a.leaf.notAfter - b.leaf.notAfter || (a.held.name < b.held.name ? -1 : 1));
function whyDue({ held, leaf }, { now, rule }) {
    const validity = (0,certificate_validity/* validityAt */.mV)(leaf, now, (0,renewal_rule/* ruleFor */.sG)(held, rule));
    const left = (0,certificate_validity/* daysLeft */.H_)(leaf, now);
    switch (validity.state) {
        case 'expired':
            return `expired ${-left} days ago`;
        case 'not-yet-valid':
            return 'not valid yet';
        case 'due':
            return `${left} days left; ${validity.because}`;
        default:
            return `${left} days left: it ends before the next renewal`;
    }
}
/** Days left of every certificate, against the days from which on it is due. */
function daysOf(secrets, { now, rule }) {
    return secrets.flatMap((held) => {
        const leaf = (0,held_secret/* leafOf */.e)(held);
        if (leaf === undefined)
            return [];
        return [
            {
                name: 'certificate-days-left',
                subject: `secret/${held.name}`,
                value: (0,certificate_validity/* daysLeft */.H_)(leaf, now),
                unit: 'days',
                comparedWith: { what: 'due from', value: Math.round((0,certificate_validity/* renewalMargin */.ds)(leaf, rule) / 8_640_000) / 10 },
            },
        ];
    });
}
function resultOf(secrets, due, renewed) {
    const all = (0,quantities/* counted */.hS)(secrets.length, 'certificate');
    if (due === 0)
        return `nothing to do: none of ${all} is due`;
    const refused = due === renewed ? '' : `, ${due - renewed} not (see the refusals)`;
    return `${due} of ${all} due: ${renewed} to be renewed${refused}`;
}

// EXTERNAL MODULE: ./build/observation/certificates/served-by-pods.js
var served_by_pods = __webpack_require__(86416);
;// CONCATENATED MODULE: ./build/tasks/renew-certificates/verify.js










/** Read every Secret again and see what pods serve: what is due now, whether renewed or put back, and what had expired. */
async function verify(context, done) {
    const { platform, now } = context;
    const at = { now, rule: (0,renewal_rule/* renewalRule */.Zg)(context), namespace: platform.namespace };
    const trust = await (0,read_trust/* readTrust */.b)(context);
    const { secrets } = await (0,read_secrets/* readSecrets */.q)(context, trust.anchors, { byIngress: {} });
    const { due } = done.observation.measurements;
    const kept = done.draft.findings.filter(({ code }) => !replaced.has(code));
    const served = [];
    for (const reference of usedSecrets(done))
        served.push(...(await servedFindings(context, reference, secrets)));
    return {
        findings: [
            ...due.flatMap((each) => hadExpired(each, at)),
            ...refusedFindings(secrets.flatMap((held) => dueFindings(held, { ...at, now: momentFor(held, due, now) })), done.draft.refusals),
            ...served,
            ...kept,
        ],
        measurements: daysOf(secrets, at),
        result: verify_resultOf(due, secrets, done),
    };
}
/**
 * At which moment a certificate is judged: `now` is that of the observation, and one that was issued since is valid only from
 * then on (its step has judged it by the moment that it was).
 */
function momentFor(held, due, now) {
    const leaf = (0,held_secret/* leafOf */.e)(held);
    const before = due.find((each) => each.held.name === held.name)?.leaf;
    const isNew = leaf !== undefined && before !== undefined && leaf.fingerprint !== before.fingerprint;
    return isNew ? Math.max(now, leaf.notBefore) : now;
}
/** The Secrets that were written, or whose consumers were reloaded, each once. */
function usedSecrets({ applied }) {
    const found = new Map();
    for (const { step, outcome } of applied) {
        if (outcome === 'skipped')
            continue;
        if (step.kind === 'write-certificate' || step.kind === 'reload-consumers') {
            found.set(step.parameters.secret, step.parameters);
        }
    }
    return [...found.values()];
}
/** Findings of the draft that are looked at again. */
const replaced = new Set(['due', 'expired', 'not-yet-valid', 'cannot-read', 'cannot-judge']);
/** Pods that serve something else than the Secret holds at the end, be that the new certificate or the former one. */
async function servedFindings(context, parameters, secrets) {
    const held = secrets.find(({ name }) => name === parameters.secret);
    const leaf = held && (0,held_secret/* leafOf */.e)(held);
    if (leaf === undefined)
        return [];
    const findings = [];
    for (const consumer of parameters.consumers) {
        const word = (0,served_by_pods/* consumerWord */.z)(consumer);
        const seen = await (0,observation_trouble/* attempt */.C)(word, () => (0,served_by_pods/* lookAtServed */.I)(context, consumer, leaf, parameters.limits.handshakeMs));
        if ('trouble' in seen)
            findings.push(notSeen(consumer, parameters.secret, seen.trouble.message));
        else if (!seen.value.all) {
            findings.push({
                code: 'served-differs',
                severity: 'fail',
                subject: word,
                title: `serves another certificate than secret/${parameters.secret} holds`,
                evidence: `${(0,quantities/* counted */.hS)(seen.value.others.length, 'end')} of ${(0,quantities/* counted */.hS)(seen.value.pods, 'pod')}`,
                next: `${(0,kubectl/* kubectl */.Lr)(consumer.namespace) `rollout restart ${word}`}, when that may be`,
            });
        }
    }
    return findings;
}
const notSeen = (consumer, secret, why) => ({
    code: 'served-not-seen',
    severity: 'unknown',
    subject: (0,served_by_pods/* consumerWord */.z)(consumer),
    title: `what it serves of secret/${secret} could not be looked at`,
    evidence: why,
    next: (0,kubectl/* kubectl */.Lr)(consumer.namespace) `get pods`,
});
/** The first step of a renewal. */
const begins = new Set(['issue-certificate', 'renew-by-cert-manager']);
function verify_resultOf(due, secrets, { applied }) {
    const asked = new Set(applied.filter(({ step }) => begins.has(step.kind)).map(({ step }) => step.subject));
    const renewed = soonestFirst(due).filter(({ held, leaf }) => {
        const now = secrets.find(({ name }) => name === held.name);
        return now !== undefined && (0,held_secret/* leafOf */.e)(now)?.fingerprint !== leaf.fingerprint;
    });
    const names = renewed
        .map(({ held }) => held.name)
        .slice(0, 5)
        .join(', ');
    return `${renewed.length} of ${(0,quantities/* counted */.hS)(due.length, 'due certificate')} renewed${names === '' ? '' : `: ${names}`}${asked.size === renewed.length ? '' : `; ${asked.size - renewed.length} put back or not issued`}`;
}

;// CONCATENATED MODULE: ./build/tasks/renew-certificates/index.js







/** The pods of every configured workload: which of them use a Secret is seen only when one is due. */
const selectors = (platform) => {
    const { blockchain, gateway, others } = platform.workloads;
    const known = [blockchain, gateway, ...others, platform.database.workload, platform.cache.workload];
    const names = new Set((0,named_workloads/* namedWorkloads */.sX)(platform).map(({ name }) => name));
    return [...new Set(known.filter(({ name }) => names.has(name)).map(({ selector }) => selector))];
};
/** renew-certificates: what is due is issued anew, judged, written, and served by every pod; or it is as it was before. */
/* harmony default export */ const renew_certificates = ((0,contract/* defineTask */.R)({
    id: 'renew-certificates',
    title: 'Renew certificates',
    description: 'Renews the certificates that are due, expired ones first: issues by the configured issuer, judges the result before writing it, has every pod serve it and looks at each; otherwise the former one is put back. Never renews the key of an authority unasked, and never what somebody else owns.',
    guide: ['certificate_renewal', 'certificate_management'],
    windows: ['weekly'],
    type: 'preventive',
    priority: 'high',
    estimateMs: 1_200_000,
    undoMs: 600_000,
    needs: [],
    after: [],
    changesWorkloads: true,
    ports: ['cluster', 'certificates'],
    inputs: inputs,
    outputs: {},
    permissions: { observe: observePermissions, change: changePermissions },
    commands: [],
    forwards: [{ purpose: 'see what certificate each pod serves', selectors }],
    steps: ['issue-certificate', 'write-certificate', 'renew-by-cert-manager', 'reload-consumers'],
    verdicts: {
        pass: 'nothing is due, or everything that was due is renewed and served by every pod',
        warn: 'one is due and must not be renewed here, or its authority ends before it would',
        fail: 'one had expired, ends before the next renewal, or could not be renewed and was put back',
        unknown: 'a Secret, or what uses it, could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
