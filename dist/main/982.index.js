export const id = 982;
export const ids = [982];
export const modules = {

/***/ 3510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/** Blackouts that have expired although they would still apply: somebody should renew or remove them. */
function leftOver(calendar, instant) {
    return calendar.blackouts.filter((blackout) => blackout.expires <= instant &&
        blackout.spans.some((span) => !isFixed(span) || span.until > Math.max(blackout.expires, instant)));
}


/***/ }),

/***/ 84443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   XP: () => (/* binding */ describeBlackout),
/* harmony export */   hg: () => (/* binding */ describeNext),
/* harmony export */   ym: () => (/* binding */ utcOf)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48599);
/* harmony import */ var _blackouts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3510);
/* harmony import */ var _openings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27279);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13978);




/** `Sunday 2026-11-29 02:00 UTC`. */
function utcOf(instant) {
    const at = temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO('UTC');
    const day = _window_js__WEBPACK_IMPORTED_MODULE_1__/* .dayNames */ .h[at.dayOfWeek - 1];
    const clock = at.toPlainTime().toString({ smallestUnit: at.second === 0 ? 'minute' : 'second' });
    return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${at.toPlainDate().toString()} ${clock} UTC`;
}
/** `blackout until Monday 2026-12-28 00:00 UTC, by @jv: Christmas freeze (weekly, monthly)`. */
function describeBlackout({ blackout, until }) {
    const scope = blackout.windows === undefined ? '' : ` (${blackout.windows.join(', ')} only)`;
    return `blackout until ${utcOf(until)}, by ${blackout.owner}: ${blackout.reason}${scope}`;
}
/** The next opening as part of a sentence. */
function describeNext(next, instant) {
    if (next === undefined)
        return 'no window opens in the next ten years';
    return `next opening: ${next.window}, ${utcOf((0,_openings_js__WEBPACK_IMPORTED_MODULE_2__/* .opensAfter */ .wz)(next, instant) ?? next.start)}`;
}
/** What is open at an instant; when nothing is: which blackout, by whom, why and until when, and what opens next. */
function explain(calendar, instant) {
    const open = (0,_openings_js__WEBPACK_IMPORTED_MODULE_2__/* .openAt */ ._8)(calendar, instant);
    const names = [undefined, ...calendar.windows.map((window) => window.name)];
    const active = names.flatMap((name) => (0,_blackouts_js__WEBPACK_IMPORTED_MODULE_3__/* .blackoutsAt */ .It)(calendar, instant, name));
    const blackouts = active.filter((each, k) => active.findIndex((other) => other.blackout === each.blackout) === k);
    const next = (0,_openings_js__WEBPACK_IMPORTED_MODULE_2__/* .nextOpenings */ .jV)(calendar, instant, 1)[0];
    const state = open.length === 0
        ? `nothing is open at ${utcOf(instant)}`
        : `open at ${utcOf(instant)}: ${open.map((opening) => `${opening.window} until ${utcOf(opening.end)}`).join(', ')}`;
    const parts = [state, ...blackouts.map(describeBlackout), describeNext(next, instant)];
    return { open, blackouts, next, sentence: parts.join('; ') };
}


/***/ }),

/***/ 95460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ isDate),
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   U$: () => (/* binding */ dayNumber),
/* harmony export */   dF: () => (/* binding */ isoOf),
/* harmony export */   iM: () => (/* binding */ dateAt),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   mI: () => (/* binding */ parseMoment),
/* harmony export */   ol: () => (/* binding */ startOfDay),
/* harmony export */   uA: () => (/* binding */ zoneNamed)
/* harmony export */ });
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48599);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13978);


/** `2026-11-29T02:00:00Z`: an instant to the second, for ids and for people. */
function isoOf(instant) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(Math.floor(instant / 1000) * 1000).toString();
}
/** The canonical spelling of an IANA zone (`europe/berlin` → `Europe/Berlin`); undefined when there is no such zone. Offsets are no zones. */
function zoneNamed(name) {
    if (!/^[A-Za-z]/.test(name))
        return undefined;
    try {
        return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
    }
    catch {
        return undefined;
    }
}
/** Whether the text is a date that exists, `YYYY-MM-DD`. */
function isDate(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        return false;
    try {
        return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
    }
    catch {
        return false;
    }
}
/** A date from `YYYY-MM-DD`. */
function dateOf(text) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDate.from(text);
}
/** Days from 1970-01-01 to a date, `YYYY-MM-DD`. */
function dayNumber(text) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDate.from('1970-01-01').until(dateOf(text), { largestUnit: 'days' }).days;
}
/** The date that a zone's calendar shows at an instant. */
function dateAt(instant, zone) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone).toPlainDate();
}
/**
 * The instant of a wall-clock time. A time that the change to summer time skips is taken as much later as the gap is
 * long; of one that occurs twice, the first (the `compatible` rule of RFC 5545 and of Temporal).
 */
function instantOf(date, time, zone) {
    return date.toZonedDateTime({ timeZone: zone, plainTime: temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainTime.from(time) }).epochMilliseconds;
}
/** The first instant of a date in a zone, which is not midnight where the clocks change at midnight. */
function startOfDay(date, zone) {
    return date.toZonedDateTime({ timeZone: zone }).startOfDay().epochMilliseconds;
}
/** The weekday of a date. */
function dayOf(date) {
    return _window_js__WEBPACK_IMPORTED_MODULE_1__/* .dayNames */ .h[date.dayOfWeek - 1];
}
/**
 * The instant of `2026-12-24T18:00Z`, `2026-12-24T18:00+01:00` or, read in the zone, `2026-12-24T18:00`; undefined when
 * the text is none of these or names a time that does not exist.
 */
function parseMoment(text, zone) {
    if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.test(text))
        return undefined;
    try {
        if (/(Z|[+-]\d{2}:\d{2})$/.test(text))
            return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.from(text).epochMilliseconds;
        return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
    }
    catch {
        return undefined;
    }
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
/* harmony export */   wz: () => (/* binding */ opensAfter)
/* harmony export */ });
/* unused harmony exports openingId, openings, isOpen */
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

/***/ 13978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ dayNames)
/* harmony export */ });
/** Days as the configuration writes them; Monday first (ISO 8601). */
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];


/***/ }),

/***/ 88282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CK: () => (/* binding */ windowPart),
/* harmony export */   RY: () => (/* binding */ JOB_MS),
/* harmony export */   V8: () => (/* binding */ nextBlackout),
/* harmony export */   o7: () => (/* binding */ RESERVE_MS),
/* harmony export */   o9: () => (/* binding */ jobEndOf),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   u9: () => (/* binding */ frameUntil)
/* harmony export */ });
/* harmony import */ var _calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3510);
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95460);
/* harmony import */ var _calendar_openings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27279);



/** Hosted jobs and their tokens end at six hours; nothing of ours runs longer than this, ms. */
const JOB_MS = 330 * 60_000;
/** Kept free before the end of a window or job, ms: for closing, publishing and what takes longer than thought. */
const RESERVE_MS = 10 * 60_000;
/** The window as the report's head shows it. */
function windowPart(scene, outside) {
    const { opening, window, now } = scene;
    if (opening === undefined)
        return { name: window, outside };
    const { start, end } = opening;
    return { name: window, opensAt: (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(start), closesAt: (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_0__/* .isoOf */ .dF)(end), openedLate: now - start, outside };
}
/** The beginning of the next blackout, or `before` when none begins earlier. */
function nextBlackout(scene, before) {
    const within = { from: scene.now, until: before };
    const spans = scene.calendar.blackouts
        .filter((blackout) => (0,_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_1__/* .concerns */ .Kc)(blackout, scene.window))
        .flatMap((blackout) => (0,_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_1__/* .inForce */ .Nm)(blackout, within));
    return Math.min(before, ...spans.map(({ from }) => Math.max(from, scene.now)));
}
/** When the job must be over. */
const jobEndOf = ({ situation }) => situation.jobStartedAt + JOB_MS;
/** The time that is left until an end: what changes something stops a reserve before it. */
function frameUntil(scene, end, lastStart) {
    const { now, situation } = scene;
    return { now, closesAt: end - RESERVE_MS, lastStart, durations: situation.state?.durations ?? {} };
}
/** When an opening that is open now closes: its end or the next blackout. */
const endOf = ({ now }, opening) => now + (0,_calendar_openings_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLeft */ .f$)(opening, now);


/***/ }),

/***/ 174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const UNITS = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
/** `5400000` as `1h30m`, to the second; hours up to two days, then days. `parseDuration` reads it. */
function formatDuration(ms) {
    let rest = Math.max(0, Math.round(ms / 1000)) * 1000;
    let text = '';
    for (const [unit, unitMs] of UNITS) {
        if (unit === 'd' && rest <= 2 * unitMs)
            continue;
        const count = Math.floor(rest / unitMs);
        if (count > 0)
            text += `${count}${unit}`;
        rest -= count * unitMs;
    }
    return text === '' ? '0s' : text;
}


/***/ }),

/***/ 16844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yu: () => (/* binding */ dates),
/* harmony export */   _3: () => (/* binding */ days),
/* harmony export */   lo: () => (/* binding */ nth),
/* harmony export */   q5: () => (/* binding */ recurrenceOf),
/* harmony export */   rg: () => (/* binding */ zone)
/* harmony export */ });
/* unused harmony export date */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12311);
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95460);
/* harmony import */ var _calendar_window_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13978);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79176);




const nthWords = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: 'last' };
/** What an editor shows; a default is only shown: it depends on other keys. */
const shown = (description, shownDefault) => shownDefault === undefined ? { description } : { description, default: shownDefault };
/** One value or a list of them. */
const oneOrMore = (item, description, shownDefault) => zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([item, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item).min(1).max(31)])
    .meta(shown(description, shownDefault))
    .transform((value) => [value].flat());
/** An IANA time zone. */
const zone = (description) => (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(description, {
    says: 'is not a time zone',
    allowed: 'an IANA name such as UTC or Europe/Berlin',
    words: () => Intl.supportedValuesOf('timeZone'),
}, (value) => (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__/* .zoneNamed */ .uA)(value) !== undefined).transform((value) => (0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__/* .zoneNamed */ .uA)(value) ?? value);
/** A date, `2027-03-13`. */
const date = (description) => (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(description, { says: 'is not a date', allowed: 'a day that exists, such as 2027-03-13' }, _calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__/* .isDate */ .$P, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
/** `days`: one or several. */
const days = (description, shownDefault) => oneOrMore(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_calendar_window_js__WEBPACK_IMPORTED_MODULE_3__/* .dayNames */ .h, { error: 'is not a day' }), description, shownDefault);
/** `nth`: which of the month's days. */
const nth = (description, shownDefault) => zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(Object.keys(nthWords), { error: 'is not first … fifth or last' })
    .meta(shown(description, shownDefault))
    .transform((word) => nthWords[word]);
/** `dates`: a list of them. */
const dates = (description, shownDefault) => zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(date('A date.')).max(1000).meta(shown(description, shownDefault));
/** When something recurs: every day, on weekdays, on a month's nth weekdays, or on dates. */
function recurrenceOf(fields) {
    if (fields.dates !== undefined)
        return { every: 'date', dates: [...new Set(fields.dates)].sort() };
    if (fields.days === undefined)
        return { every: 'day' };
    const weekdays = _calendar_window_js__WEBPACK_IMPORTED_MODULE_3__/* .dayNames */ .h.filter((day) => fields.days?.includes(day));
    if (fields.nth === undefined)
        return { every: 'week', days: weekdays };
    return { every: 'month', days: weekdays, nth: fields.nth };
}


/***/ }),

/***/ 29507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ section)
/* harmony export */ });
/* unused harmony export camelCase */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12311);

/** `health-path` → `healthPath`. */
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
function camelKeys(value) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [camelCase(key), entry]));
}
/**
 * A part of the configuration file with fixed keys: kebab-case in the file, camelCase in code. A key that is not listed is
 * an error. The description is what an editor shows.
 */
function section(description, shape) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(shape).describe(description).transform(camelKeys);
}


/***/ }),

/***/ 79176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   Hc: () => (/* binding */ host),
/* harmony export */   Hd: () => (/* binding */ objectName),
/* harmony export */   Hi: () => (/* binding */ absolutePath),
/* harmony export */   Kh: () => (/* binding */ metricName),
/* harmony export */   MH: () => (/* binding */ plainName),
/* harmony export */   Oh: () => (/* binding */ port),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   gD: () => (/* binding */ selector),
/* harmony export */   gf: () => (/* binding */ dataKey),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rb: () => (/* binding */ timeOfDay),
/* harmony export */   uM: () => (/* binding */ share)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12311);
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46926);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(174);



/**
 * A string that passes a check; otherwise, and when it is no string at all, the rule is told. `pattern` is what editors
 * check by.
 */
function text(description, rule, check, pattern) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY((value) => typeof value === 'string' && check(value), {
        error: rule.says,
        params: rule,
    })
        .meta({ description, type: 'string', ...(pattern === undefined ? {} : { pattern }) });
}
function matching(description, rule, pattern) {
    return text(description, rule, (value) => pattern.test(value), pattern.source);
}
/** A span of elapsed time from a second to `max`, written `2h`, `45m`, `1h30m`, `2d`; milliseconds in code. */
function duration(description, max = 366 * 86_400_000) {
    const rule = {
        says: 'is not a duration that fits here',
        allowed: `1s … ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(max)}, written such as 2h, 45m, 1h30m`,
    };
    const fits = (value) => {
        const ms = (0,_task_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value);
        return ms !== undefined && ms >= 1000 && ms <= max;
    };
    return text(description, rule, fits, '^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$').transform((value) => (0,_task_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(value) ?? 0);
}
/** A time of day, `02:00`. */
function timeOfDay(description) {
    return matching(description, { says: 'is not a time of day', allowed: '00:00 … 23:59, in quotes or not' }, /^([01][0-9]|2[0-3]):[0-5][0-9]$/);
}
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const HOST = /^(?=.{1,253}$)(?:[A-Za-z0-9_](?:[-A-Za-z0-9_]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[-A-Za-z0-9_]*[A-Za-z0-9_])?)*\.?|[0-9a-fA-F:]*:[0-9a-fA-F:.]+)$/;
const SELECTOR_KEY = '([A-Za-z0-9.-]+/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?';
const SELECTOR_VALUE = '([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?';
const SELECTOR_TERM = `(!?${SELECTOR_KEY}|${SELECTOR_KEY} *(=|==|!=) *${SELECTOR_VALUE}|${SELECTOR_KEY} +(in|notin) +\\( *${SELECTOR_VALUE}( *, *${SELECTOR_VALUE})* *\\))`;
const SELECTOR = new RegExp(`^ *${SELECTOR_TERM}( *, *${SELECTOR_TERM})* *$`);
/** The name of a namespace, Service or container. */
function label(description) {
    return matching(description, { says: 'is not a Kubernetes name', allowed: 'at most 63 lower-case letters, digits and "-"' }, DNS_LABEL);
}
/** The name of a workload, Secret, ConfigMap or other object. */
function objectName(description) {
    return matching(description, { says: 'is not a Kubernetes object name', allowed: 'at most 253 lower-case letters, digits, "-" and "."' }, DNS_NAME);
}
/** A label selector as kubectl takes it: `app=blockchain-node,tier in (a, b)`. */
function selector(description) {
    return matching(description, { says: 'is not a label selector', allowed: 'a label selector such as app=blockchain-node' }, SELECTOR);
}
/** A key in a Secret or ConfigMap. */
function dataKey(description) {
    return matching(description, { says: 'is not a key of a Secret or ConfigMap', allowed: 'letters, digits, "-", "_" and "."' }, /^[-._a-zA-Z0-9]{1,253}$/);
}
/** A host name or an IP address, without scheme or port. */
function host(description) {
    return matching(description, { says: 'is not a host name or IP address', allowed: 'a host name or an IP address, without scheme, port or path' }, HOST);
}
/** An http or https address without user, password, query or fragment. */
function webAddress(description) {
    return matching(description, { says: 'is not a web address', allowed: 'http:// or https:// with host, port and path, without user or password' }, /^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/);
}
/** An absolute path inside a container, without `..`. */
function absolutePath(description) {
    return text(description, { says: 'is not an absolute path', allowed: 'a path that begins with "/" and has no ".." in it' }, (value) => /^\/[^\0\r\n]*$/.test(value) && !value.split('/').includes('..'), '^/');
}
/** A port number. */
function port(description) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1).max(65_535).describe(description);
}
/** One line of text for people, 1 to 300 characters, without control characters. */
function sentence(description) {
    return text(description, { says: 'is not a line of text', allowed: '1 to 300 characters on one line' }, (value) => value.trim() !== '' && value.length <= 300 && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value));
}
/** A name that a metric may have (Prometheus text format). */
function metricName(description) {
    return matching(description, { says: 'is not the name of a metric', allowed: 'letters, digits, "_" and ":", not beginning with a digit' }, /^[a-zA-Z_:][a-zA-Z0-9_:]*$/);
}
/** The name of a database, role, bucket or user: no white space, no control characters. */
function plainName(description) {
    return matching(description, { says: 'is not a name', allowed: '1 to 128 characters without blanks or control characters' }, /^[^\s\u0000-\u001f\u007f]{1,128}$/);
}
/** A share of a whole, above 0 and at most 1. */
function share(description) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().gt(0).max(1).describe(description);
}


/***/ }),

/***/ 86773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KF: () => (/* binding */ windows),
/* harmony export */   Yw: () => (/* binding */ calendarOf)
/* harmony export */ });
/* unused harmony export impacts */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12311);
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95460);
/* harmony import */ var _calendar_window_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13978);
/* harmony import */ var _task_declaration_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85411);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(174);
/* harmony import */ var _recurrence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16844);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29507);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79176);








/** How much users may notice, in the guide's words. */
const impacts = ['minimal', 'low', 'moderate', 'significant'];
const DAY_MS = 86_400_000;
/** The shortest time between two beginnings, ms, as the calendar counts days; infinite for a single date. */
function shortestInterval(recurrence) {
    if (recurrence.every === 'day')
        return DAY_MS;
    if (recurrence.every === 'date')
        return shortestGap(recurrence.dates.map(_calendar_instants_js__WEBPACK_IMPORTED_MODULE_2__/* .dayNumber */ .U$));
    const ordinals = recurrence.days.map((day) => _calendar_window_js__WEBPACK_IMPORTED_MODULE_3__/* .dayNames */ .h.indexOf(day));
    return shortestGap([...ordinals, (ordinals[0] ?? 0) + 7]);
}
function shortestGap(ascending) {
    const gaps = ascending.slice(1).map((day, k) => day - (ascending[k] ?? day));
    return Math.min(...gaps) * DAY_MS;
}
function withDefaultDays(raw, defaults, defaultNth) {
    if (raw.dates !== undefined)
        return (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .recurrenceOf */ .q5)({ dates: raw.dates });
    if (raw.days === undefined && raw.nth === undefined && defaults.dates !== undefined) {
        return (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .recurrenceOf */ .q5)({ dates: defaults.dates });
    }
    const weekdays = raw.days ?? (defaults.days === undefined ? undefined : [defaults.days]);
    const which = raw.nth ?? defaultNth;
    return (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .recurrenceOf */ .q5)({
        ...(weekdays === undefined ? {} : { days: weekdays }),
        ...(which === undefined ? {} : { nth: which }),
    });
}
function complaint(raw, recurrence, takesDays) {
    if (raw.dates !== undefined && (raw.days !== undefined || raw.nth !== undefined)) {
        return ['dates', 'excludes days and nth', 'either dates, or days with or without nth'];
    }
    if (raw.nth !== undefined && raw.days === undefined && !takesDays)
        return ['nth', 'needs days', 'days: [sunday] beside it'];
    const interval = shortestInterval(recurrence);
    if (raw.duration > interval) {
        return [
            'duration',
            'lasts into the next opening',
            `at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(interval)}, the time between two openings`,
        ];
    }
    if (raw.cutOff !== undefined && raw.cutOff > raw.duration) {
        return ['cut-off', 'is after the end', `at most ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a)(raw.duration)}, the duration`];
    }
    return undefined;
}
function windowSection(name, defaults) {
    return (0,_section_js__WEBPACK_IMPORTED_MODULE_5__/* .section */ .u)(`The ${name} window. ${defaults.summary}`, {
        enabled: zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY().describe('false: it never opens by itself.').default(true),
        days: (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .days */ ._3)('Days of the week on which it opens, one or several.', defaults.days).exactOptional(),
        nth: (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .nth */ .lo)('Which of those days in the month: first … fifth, last.', defaults.nth).exactOptional(),
        dates: (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .dates */ .Yu)('Dates on which it opens, instead of days.', defaults.dates).exactOptional(),
        start: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOfDay */ .rb)('When it opens, on the wall clock of the zone.').default('02:00'),
        duration: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)('How long it is open, in elapsed time.', 14 * DAY_MS).prefault(defaults.duration),
        'cut-off': (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)('Nothing starts later than this after the opening. Default: its end.', 14 * DAY_MS).exactOptional(),
        zone: (0,_recurrence_js__WEBPACK_IMPORTED_MODULE_0__/* .zone */ .rg)('IANA time zone of days, dates and start.').prefault('UTC'),
        impact: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(impacts, { error: 'is not an impact' })
            .describe('How much users may notice.')
            .default(defaults.impact),
    }).transform((raw, context) => {
        const recurrence = withDefaultDays(raw, defaults, defaults.nth === 'first' ? 1 : undefined);
        const wrong = complaint(raw, recurrence, defaults.days !== undefined);
        if (wrong !== undefined) {
            const [key, says, allowed] = wrong;
            context.addIssue({ code: 'custom', path: [key], message: says, params: { says, allowed } });
        }
        const rank = _task_declaration_js__WEBPACK_IMPORTED_MODULE_7__/* .windowNames */ .n.indexOf(name);
        const { enabled, start, duration: durationMs, zone: timeZone, impact, cutOff } = raw;
        const window = { name, rank, recurrence, start, durationMs, zone: timeZone, impact, enabled };
        return cutOff === undefined ? window : { ...window, cutOffMs: cutOff };
    });
}
/** The four windows; every default is the guide's (§1.1). */
const windows = (0,_section_js__WEBPACK_IMPORTED_MODULE_5__/* .section */ .u)('When maintenance runs by itself.', {
    daily: windowSection('daily', { duration: '2h', impact: 'minimal', summary: 'Default: 02:00–04:00 UTC.' }).prefault({}),
    weekly: windowSection('weekly', {
        days: 'sunday',
        duration: '4h',
        impact: 'low',
        summary: 'Default: Sunday 02:00–06:00 UTC.',
    }).prefault({}),
    monthly: windowSection('monthly', {
        days: 'sunday',
        nth: 'first',
        duration: '6h',
        impact: 'moderate',
        summary: 'Default: first Sunday of the month, 02:00–08:00 UTC.',
    }).prefault({}),
    quarterly: windowSection('quarterly', {
        dates: [],
        duration: '12h',
        impact: 'significant',
        summary: 'Twelve hours on configured dates; without dates it never opens.',
    }).prefault({}),
});
/** The calendar of a configuration: its enabled windows and its blackouts. */
function calendarOf(configuration) {
    const enabled = _task_declaration_js__WEBPACK_IMPORTED_MODULE_7__/* .windowNames */ .n.map((name) => configuration.windows[name]).filter((window) => window.enabled);
    return { windows: enabled, blackouts: configuration.blackouts };
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

/***/ 97803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _noble_hashes_sha2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65108);
/* harmony import */ var _noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42565);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98799);



/**
 * The digest of a value: SHA-256 over its canonical form (RFC 8785, JSON Canonicalization Scheme), so that key order and
 * number formatting do not matter. Throws on what JSON cannot hold (NaN, infinity).
 */
function digestOf(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('digestOf: the value has no JSON form');
    return `sha256:${(0,_noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesToHex */ .My)((0,_noble_hashes_sha2_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_noble_hashes_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8ToBytes */ .AI)(text)))}`;
}


/***/ }),

/***/ 95260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isReady),
/* harmony export */   t: () => (/* binding */ containerOf)
/* harmony export */ });
/** Whether a pod serves: Ready is True, and it is not being deleted. Running is not Ready. */
function isReady(pod) {
    const ready = pod.status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True');
    return ready === true && pod.metadata.deletionTimestamp === undefined;
}
/**
 * The container that a command goes to: the configured one, else the pod's own default
 * (`kubectl.kubernetes.io/default-container`), else its first. Undefined when the configured one does not exist.
 */
function containerOf(pod, configured) {
    const names = pod.spec.containers.map((container) => container.name);
    if (configured !== undefined)
        return names.includes(configured) ? configured : undefined;
    const marked = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'];
    return marked !== undefined && names.includes(marked) ? marked : names[0];
}


/***/ }),

/***/ 7279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ resources)
/* harmony export */ });
const resource = (group, version, plural, kind, namespaced = true) => ({
    group,
    version,
    plural,
    kind,
    namespaced,
});
/** The resources that the product knows by name. */
const resources = {
    pods: resource('', 'v1', 'pods', 'Pod'),
    secrets: resource('', 'v1', 'secrets', 'Secret'),
    configMaps: resource('', 'v1', 'configmaps', 'ConfigMap'),
    services: resource('', 'v1', 'services', 'Service'),
    nodes: resource('', 'v1', 'nodes', 'Node', false),
    namespaces: resource('', 'v1', 'namespaces', 'Namespace', false),
    persistentVolumes: resource('', 'v1', 'persistentvolumes', 'PersistentVolume', false),
    persistentVolumeClaims: resource('', 'v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
    deployments: resource('apps', 'v1', 'deployments', 'Deployment'),
    statefulSets: resource('apps', 'v1', 'statefulsets', 'StatefulSet'),
    daemonSets: resource('apps', 'v1', 'daemonsets', 'DaemonSet'),
    jobs: resource('batch', 'v1', 'jobs', 'Job'),
    ingresses: resource('networking.k8s.io', 'v1', 'ingresses', 'Ingress'),
    leases: resource('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    nodeMetrics: resource('metrics.k8s.io', 'v1beta1', 'nodes', 'NodeMetrics', false),
    validatingWebhooks: resource('admissionregistration.k8s.io', 'v1', 'validatingwebhookconfigurations', 'ValidatingWebhookConfiguration', false),
    mutatingWebhooks: resource('admissionregistration.k8s.io', 'v1', 'mutatingwebhookconfigurations', 'MutatingWebhookConfiguration', false),
};


/***/ }),

/***/ 92400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   QA: () => (/* binding */ formatSpan),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** Bytes for people, decimal units, three digits at most: `512 MB`, `2.1 GB`. */
function formatBytes(bytes) {
    let value = Math.abs(bytes);
    let unit = 0;
    while (value >= 999.5 && unit < byteUnits.length - 1) {
        value /= 1000;
        unit += 1;
    }
    const digits = unit === 0 || value >= 99.95 ? 0 : 1;
    return `${bytes < 0 ? '-' : ''}${value.toFixed(digits).replace(/\.0$/, '')} ${byteUnits[unit]}`;
}
/** A share (0 to 1) as a percentage, one decimal below 10 %: `0.4 %`, `81 %`. */
function formatShare(share) {
    const percent = share * 100;
    return `${percent.toFixed(Math.abs(percent) < 9.95 ? 1 : 0).replace(/\.0$/, '')} %`;
}
/** A count with thousands separators: `1,204`. */
function formatCount(count) {
    return Math.round(count).toLocaleString('en-US');
}
/** `1 pod`, `2 pods`. */
function counted(count, one, many = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : many}`;
}
/** A span for people, two units at most: `6 s`, `2 min 58 s`, `7 h 12 min`, `3 days`. Below a second: `250 ms`. */
function formatSpan(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
    const hours = Math.floor(minutes / 60);
    if (hours < 48)
        return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
    return `${Math.floor(hours / 24)} days`;
}


/***/ }),

/***/ 56207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FK: () => (/* binding */ buildReport),
  uz: () => (/* binding */ windowVerdict)
});

// UNUSED EXPORTS: jobVerdict

// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding_finding = __webpack_require__(40618);
;// CONCATENATED MODULE: ./build/domain/state/compare-findings.js

const keptFindings = 2000;
const lookedEverywhere = new Set(['done', 'nothing-to-do', 'planned', 'refused']);
/**
 * Tell new, persisting and fixed findings apart. A finding of an earlier run is fixed only when its task looked again,
 * to the end and at everything: a task that could not check something, or did not run, leaves what is known as it is.
 */
function compareFindings(known, outcomes, at) {
    const present = new Map();
    for (const { id, findings } of outcomes) {
        for (const finding of findings) {
            const fingerprint = (0,finding_finding/* fingerprintOf */.a)(id, finding);
            const before = Object.hasOwn(known, fingerprint) ? known[fingerprint] : undefined;
            present.set(fingerprint, {
                ...finding,
                fingerprint,
                task: id,
                state: before ? 'persisting' : 'new',
                firstSeen: before?.firstSeen ?? at,
            });
        }
    }
    const looked = new Set(outcomes.filter(({ status, verdict }) => lookedEverywhere.has(status) && verdict !== 'unknown').map(({ id }) => id));
    const gone = Object.values(known).filter((finding) => !present.has(finding.fingerprint));
    const fixed = gone.filter((finding) => looked.has(finding.task) && finding.severity !== 'info');
    const unseen = gone.filter((finding) => !looked.has(finding.task));
    const remembered = [...unseen, ...[...present.values()].map(rememberedOf)].slice(-keptFindings);
    return {
        findings: [...present.values(), ...fixed.map(fixedOf)],
        known: Object.fromEntries(remembered.map((finding) => [finding.fingerprint, finding])),
    };
}
const rememberedOf = (finding) => ({
    fingerprint: finding.fingerprint,
    task: finding.task,
    code: finding.code,
    title: finding.title,
    subject: finding.subject,
    severity: finding.severity,
    firstSeen: finding.firstSeen,
});
const fixedOf = (finding) => ({
    ...finding,
    severity: 'info',
    evidence: 'no longer found',
    next: 'nothing',
    state: 'fixed',
});

// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
;// CONCATENATED MODULE: ./build/domain/report/schema.js

/** The version of the report's schema; raised when a reader of the old one could be misled. */
const reportSchemaVersion = 1;
const instant = schemas/* string */.YjP().describe('ISO 8601, UTC');
const schema_verdict = schemas/* enum */.k5n(['pass', 'warn', 'fail', 'unknown', 'not-applicable']);
const json = schemas/* unknown */.L5J();
const finding = schemas/* object */.Ikc({
    fingerprint: schemas/* string */.YjP().describe('the same finding in two runs has the same fingerprint'),
    task: schemas/* string */.YjP(),
    code: schemas/* string */.YjP(),
    severity: schemas/* enum */.k5n(['fail', 'unknown', 'warn', 'info']),
    subject: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    evidence: schemas/* string */.YjP(),
    next: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['new', 'persisting', 'fixed']),
    firstSeen: instant,
});
const measurement = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    subject: schemas/* string */.YjP().optional(),
    value: schemas/* number */.aig(),
    unit: schemas/* enum */.k5n(['bytes', 'ms', 'share', 'count', 'per-second', 'days']),
    comparedWith: schemas/* object */.Ikc({ what: schemas/* string */.YjP(), value: schemas/* number */.aig() }).optional(),
});
const step = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    kind: schemas/* string */.YjP(),
    subject: schemas/* string */.YjP(),
    from: json,
    to: json,
    parameters: json,
    why: schemas/* string */.YjP(),
    risk: schemas/* string */.YjP(),
    undo: schemas/* string */.YjP(),
    deadlineMs: schemas/* number */.aig(),
});
const refusal = schemas/* object */.Ikc({ subject: schemas/* string */.YjP(), rule: schemas/* string */.YjP(), state: schemas/* string */.YjP(), next: schemas/* string */.YjP() });
const notChecked = schemas/* object */.Ikc({ subject: schemas/* string */.YjP(), why: schemas/* string */.YjP() });
const applied = schemas/* object */.Ikc({
    step: schemas/* string */.YjP().describe('the id of the step'),
    outcome: schemas/* enum */.k5n(['done', 'failed', 'skipped']),
    text: schemas/* string */.YjP().optional(),
    cause: schemas/* string */.YjP().optional(),
    durationMs: schemas/* number */.aig(),
});
const taskEntry = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    type: schemas/* enum */.k5n(['preventive', 'corrective', 'adaptive', 'perfective']),
    verdict: schema_verdict,
    phase: schemas/* enum */.k5n(['before', 'main', 'after']),
    status: schemas/* enum */.k5n([
        'planned',
        'waiting',
        'done',
        'nothing-to-do',
        'refused',
        'failed',
        'skipped',
        'deferred',
        'rolled-back',
        'frozen',
        'cancelled',
    ]),
    cause: schemas/* string */.YjP().optional().describe('why it was not carried out, or not to its end'),
    result: schemas/* string */.YjP().describe('one line: what came of it'),
    notChecked: schemas/* array */.YOg(notChecked),
    plan: schemas/* object */.Ikc({ digest: schemas/* string */.YjP(), steps: schemas/* array */.YOg(step), refusals: schemas/* array */.YOg(refusal) }).optional(),
    applied: schemas/* array */.YOg(applied),
    undone: schemas/* array */.YOg(applied),
    measurements: schemas/* array */.YOg(measurement),
    durationMs: schemas/* number */.aig(),
});
/** The schema of `report.json`: the one source of everything a person reads. */
const reportSchema = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(reportSchemaVersion),
    kind: schemas/* enum */.k5n(['task', 'window']),
    id: schemas/* string */.YjP(),
    mode: schemas/* enum */.k5n(['plan', 'apply']),
    run: schemas/* object */.Ikc({
        url: schemas/* string */.YjP(),
        number: schemas/* number */.aig().optional(),
        attempt: schemas/* number */.aig(),
        event: schemas/* string */.YjP(),
        actor: schemas/* string */.YjP(),
        requestedBy: schemas/* string */.YjP(),
        reason: schemas/* string */.YjP().optional(),
    }),
    platform: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), cluster: schemas/* string */.YjP(), namespace: schemas/* string */.YjP() }),
    window: schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        opensAt: instant.optional(),
        closesAt: instant.optional(),
        openedLate: schemas/* number */.aig().optional().describe('milliseconds from the opening to the start of the run'),
        outside: schemas/* boolean */.zMY(),
    })
        .optional(),
    startedAt: instant,
    finishedAt: instant,
    verdict: schema_verdict,
    advisory: schemas/* string */.YjP().optional().describe('what is not enforced by credentials here'),
    notes: schemas/* array */.YOg(schemas/* string */.YjP()).describe('what the conductor decided, a sentence each'),
    refusal: refusal.optional().describe('what was asked for by hand and is not done'),
    findings: schemas/* array */.YOg(finding),
    tasks: schemas/* array */.YOg(taskEntry),
    approvals: schemas/* array */.YOg(schemas/* object */.Ikc({ environment: schemas/* string */.YjP(), by: schemas/* string */.YjP(), comment: schemas/* string */.YjP(), digest: schemas/* string */.YjP() })),
})
    .describe('What a maintenance task or window did and found');

;// CONCATENATED MODULE: ./build/domain/report/build.js




const severityOrder = { fail: 0, unknown: 1, warn: 2, info: 3 };
const stateOrder = { new: 0, persisting: 1, fixed: 2 };
/** The report of a job, and what to remember of its findings. Findings come worst first, then new before old. */
function buildReport(parts) {
    const { job } = parts;
    const outcomes = [...parts.outcomes, ...missing(parts)];
    const compared = compareFindings(parts.known, [...outcomes.map(lookedAt), conductorsOwn(job)], parts.finishedAt);
    const findings = [...compared.findings].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity] ||
        stateOrder[a.state] - stateOrder[b.state] ||
        compareText(a.subject, b.subject));
    const report = {
        schemaVersion: reportSchemaVersion,
        kind: parts.kind,
        id: parts.id,
        mode: job.mode,
        run: job.run,
        platform: job.platform,
        ...(job.window === undefined ? {} : { window: job.window }),
        startedAt: job.startedAt,
        finishedAt: parts.finishedAt,
        verdict: jobVerdict(job, outcomes.map(({ entry }) => entry)),
        ...(job.mode === 'apply'
            ? {
                advisory: 'the journal carries no authentication code yet, and the rights of this run are those of its credentials',
            }
            : {}),
        notes: [...job.notes],
        ...(job.refusal === undefined ? {} : { refusal: job.refusal }),
        findings,
        tasks: outcomes.map(({ entry }) => entry),
        approvals: [],
    };
    return { report, known: compared.known };
}
/** The verdict of a job: of its tasks, of what the conductor found, and `warn` for a run by hand that was refused. */
function jobVerdict(job, entries) {
    const own = job.findings.length === 0 ? [] : [(0,finding_finding/* verdictOf */.V)(job.findings)];
    return (0,verdict/* worst */.QZ)([windowVerdict(entries), ...own, ...(job.refusal === undefined ? [] : ['warn'])]);
}
const lookedAt = ({ entry, findings }) => ({
    id: entry.id,
    status: entry.status,
    verdict: entry.verdict,
    findings,
});
/** The conductor has looked at everything of its own whenever it ran. */
const conductorsOwn = (job) => ({
    id: 'conductor',
    status: 'done',
    verdict: 'pass',
    findings: job.findings,
});
/** A window's verdict is its worst; refused and deferred count as warn, skipped because a need failed as unknown. */
function windowVerdict(entries) {
    return (0,verdict/* worst */.QZ)(entries.flatMap(({ status, verdict }) => [verdict, floorOf(status)]));
}
function floorOf(status) {
    if (status === 'refused' || status === 'deferred')
        return 'warn';
    if (status === 'skipped' || status === 'cancelled')
        return 'unknown';
    return 'not-applicable';
}
const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** Tasks that were due and left nothing (the step was killed, or the job was cancelled before it), and those that were not due. */
function missing(parts) {
    const ran = new Set(parts.outcomes.map(({ entry }) => entry.id));
    const entry = (id, rest) => ({
        entry: {
            id,
            ...parts.describe(id),
            phase: 'main',
            result: '',
            notChecked: [],
            applied: [],
            undone: [],
            measurements: [],
            durationMs: 0,
            ...rest,
        },
        findings: [],
    });
    const lost = parts.job.due
        .filter((id) => !ran.has(id))
        .map((id) => entry(id, {
        status: 'cancelled',
        verdict: 'unknown',
        cause: 'it did not come to its end: the job was cancelled or its step was killed',
    }));
    return [...lost, ...parts.job.notDue.filter(({ id }) => !ran.has(id)).map(({ id, ...rest }) => entry(id, rest))];
}


/***/ }),

/***/ 87166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ takeClaim),
/* harmony export */   _B: () => (/* binding */ claimOf),
/* harmony export */   cS: () => (/* binding */ recordTasks),
/* harmony export */   ww: () => (/* binding */ completeClaim)
/* harmony export */ });
const keptClaims = 200;
/** Find an opening's claim. */
function claimOf(claims, opening) {
    return claims.find((claim) => claim.opening === opening);
}
/**
 * Take an opening. One that was completed stays as it is. One whose run has ended without completing it (whoever asks
 * holds the Lease, so no other run is under way) goes over to the new run, with the results it has.
 */
function takeClaim(claims, request) {
    const existing = claimOf(claims, request.opening);
    if (existing?.completedAt !== undefined)
        return claims;
    const taken = {
        opening: request.opening,
        window: request.window,
        run: request.run,
        claimedAt: request.at,
        tasks: existing?.tasks ?? {},
    };
    return [...claims.filter((claim) => claim.opening !== request.opening), taken].slice(-keptClaims);
}
/** Record results of an opening's tasks; ignored when the claim has gone to another run. */
function recordTasks(claims, opening, run, tasks) {
    return claims.map((claim) => claim.opening === opening && claim.run === run ? { ...claim, tasks: { ...claim.tasks, ...tasks } } : claim);
}
/** Say that an opening is through. */
function completeClaim(claims, opening, run, at, verdict) {
    return claims.map((claim) => claim.opening === opening && claim.run === run ? { ...claim, completedAt: at, verdict } : claim);
}


/***/ }),

/***/ 40299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ rememberDurations),
/* harmony export */   Hl: () => (/* binding */ measuredDuration),
/* harmony export */   zs: () => (/* binding */ rememberMeasurements)
/* harmony export */ });
const keptDurations = 30;
const keptPoints = 1000;
const keptSeries = 200;
const fewestRuns = 5;
/** Durations with those of this run; only tasks that came to their end count. */
function rememberDurations(durations, outcomes) {
    const next = { ...durations };
    for (const { entry } of outcomes) {
        if (entry.status !== 'done' && entry.status !== 'nothing-to-do')
            continue;
        next[entry.id] = [...(next[entry.id] ?? []), entry.durationMs].slice(-keptDurations);
    }
    return next;
}
/**
 * The 95th percentile of a task's measured durations, ms (nearest rank: the smallest value that at least 95 % of the
 * values do not exceed). Undefined before five runs: until then the declared estimate stands.
 */
function measuredDuration(durations, task) {
    const sorted = [...(Object.hasOwn(durations, task) ? (durations[task] ?? []) : [])].sort((a, b) => a - b);
    return sorted.length < fewestRuns ? undefined : sorted[Math.ceil(sorted.length * 0.95) - 1];
}
/**
 * The history with this run's platform-wide measurements: one point a run and metric. A series at its bound loses every
 * second point of its older half, so that it reaches ever further back at a coarser grain; the most recently written
 * series are kept.
 */
function rememberMeasurements(history, outcomes, at) {
    const next = new Map(Object.entries(history));
    for (const { entry } of outcomes) {
        for (const { name, subject, value } of entry.measurements) {
            if (subject !== undefined || !Number.isFinite(value))
                continue;
            const series = next.get(name) ?? [];
            next.delete(name);
            next.set(name, thinned([...series, [at, value]]));
        }
    }
    return Object.fromEntries([...next].slice(-keptSeries));
}
function thinned(series) {
    if (series.length <= keptPoints)
        return series;
    const half = Math.floor(series.length / 2);
    return series.filter((_, index) => index >= half || index % 2 === 0);
}


/***/ }),

/***/ 97159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ stepKinds)
/* harmony export */ });
/* unused harmony export isStepKind */
const always = (_from, _to) => true;
/**
 * Every kind of step there is. The union is closed: there is no `exec`, `sql` or `patch` kind, and an unknown kind is
 * refused. A kind's parameters are in {@link StepParameters}, its execution in `src/steps/<kind>.ts`.
 */
const stepKinds = {
    'rotate-logs': {
        undo: 'final',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'rotated files stay rotated; nothing is lost that the rotation rules keep',
    },
    'delete-files': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'deleted files are gone',
    },
    'expire-stale-keys': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'only keys that had expired already are reclaimed',
    },
    'purge-cache-memory': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'memory that held nothing is given back',
    },
    'vacuum-table': {
        undo: 'forward',
        preventive: always,
        precondition: 'just-before',
        cannotBeUndone: 'dead rows are gone; they were visible to nobody',
    },
    'probe-dns': {
        undo: 'forward',
        preventive: always,
        precondition: 'same-request',
        cannotBeUndone: 'the probe is a Job that removes itself',
    },
    'probe-database-write': {
        undo: 'forward',
        preventive: always,
        precondition: 'same-request',
        cannotBeUndone: 'the test write is rolled back in its own transaction',
    },
};
/** Narrow a foreign word to a step kind; `__proto__` and the like are none. */
function isStepKind(word) {
    return Object.hasOwn(stepKinds, word);
}


/***/ }),

/***/ 44156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ undoClassOf),
/* harmony export */   l: () => (/* binding */ isPreventive)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97159);

/** The undo class of a step, from its kind. */
function undoClassOf(step) {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[step.kind].undo;
}
/** Whether a step may be taken without anybody's approval: from its kind and from → to, never from a label. */
function isPreventive(step) {
    return _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .stepKinds */ .C[step.kind].preventive(step.from, step.to);
}


/***/ }),

/***/ 85411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ windowNames)
/* harmony export */ });
/** The four windows, smallest first; a larger one absorbs the smaller ones that it overlaps. */
const windowNames = ['daily', 'weekly', 'monthly', 'quarterly'];


/***/ }),

/***/ 46926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
const durationUnits = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
/** Milliseconds of `1h30m`, `36h`, `2d`, `10s`, `250ms`; undefined when it is not a duration. */
function parseDuration(text) {
    const compact = text.trim();
    if (!/^(\d+(\.\d+)?(ms|d|h|m|s))+$/.test(compact))
        return undefined;
    let total = 0;
    for (const [, amount, , unit] of compact.matchAll(/(\d+(\.\d+)?)(ms|d|h|m|s)/g)) {
        total += Number(amount) * (durationUnits[unit ?? ''] ?? 0);
    }
    return total;
}
const allowedWords = (declaration) => {
    switch (declaration.kind) {
        case 'integer':
            return `a whole number from ${declaration.min} to ${declaration.max} (${declaration.unit})`;
        case 'number':
            return `a number from ${declaration.min} to ${declaration.max} (${declaration.unit})`;
        case 'share':
            return `a share from ${declaration.min} to ${declaration.max}, or a percentage`;
        case 'duration':
            return `a duration from ${declaration.min} to ${declaration.max}, such as 36h, 90m or 1h30m`;
        case 'boolean':
            return 'true or false';
        case 'choice':
            return `one of ${declaration.values.join(', ')}`;
        case 'text':
            return declaration.pattern === undefined
                ? `text of at most ${declaration.maxLength ?? 1000} characters`
                : `text that matches ${declaration.pattern}`;
    }
};
const within = (value, min, max) => Number.isFinite(value) && value >= min && value <= max ? value : undefined;
const parseNumber = (text, min, max) => /^-?\d+(\.\d+)?$/.test(text) ? within(Number(text), min, max) : undefined;
const parseShare = (text, min, max) => {
    const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
    return percent ? within(Number(percent[1]) / 100, min, max) : parseNumber(text, min, max);
};
const parseText = (text, declaration) => {
    if (text.length > (declaration.maxLength ?? 1000))
        return undefined;
    return declaration.pattern === undefined || new RegExp(`^(?:${declaration.pattern})$`, 'u').test(text)
        ? text
        : undefined;
};
const parseBoolean = (text) => text === 'true' ? true : text === 'false' ? false : undefined;
function parseOne(declaration, text) {
    switch (declaration.kind) {
        case 'text':
            return parseText(text, declaration);
        case 'integer':
            return /^-?\d+$/.test(text) ? within(Number(text), declaration.min, declaration.max) : undefined;
        case 'number':
            return parseNumber(text, declaration.min, declaration.max);
        case 'share':
            return parseShare(text, declaration.min, declaration.max);
        case 'duration': {
            const value = parseDuration(text);
            return value === undefined
                ? undefined
                : within(value, parseDuration(declaration.min) ?? 0, parseDuration(declaration.max) ?? 0);
        }
        case 'boolean':
            return parseBoolean(text);
        case 'choice':
            return declaration.values.includes(text) ? text : undefined;
    }
}
/**
 * The values of a task's inputs. `given` holds strings (from an action) or scalars (from the configuration); an absent or
 * empty one takes the default. All errors come back together.
 */
function parseInputs(declarations, given) {
    const errors = [];
    const inputs = {};
    for (const [name, declaration] of Object.entries(declarations)) {
        const raw = Object.hasOwn(given, name) ? given[name] : undefined;
        const text = raw === undefined || raw === null || raw === '' ? String(declaration.default) : String(raw).trim();
        const value = parseOne(declaration, text);
        if (value === undefined)
            errors.push({ input: name, value: text.slice(0, 80), allowed: allowedWords(declaration) });
        else
            inputs[name] = value;
    }
    return errors.length > 0 ? { errors } : { inputs: inputs };
}


/***/ }),

/***/ 50272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mi: () => (/* binding */ verdictsByWeight),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   jZ: () => (/* binding */ atLeast)
/* harmony export */ });
/** From harmless to worst: not-applicable < pass < warn < unknown < fail. */
const verdictsByWeight = [
    'not-applicable',
    'pass',
    'warn',
    'unknown',
    'fail',
];
/** Whether `verdict` is at least as bad as `bound`. */
function atLeast(verdict, bound) {
    return verdictsByWeight.indexOf(verdict) >= verdictsByWeight.indexOf(bound);
}
/** The worst of several; `not-applicable` for none at all. */
function worst(verdicts) {
    let result = 'not-applicable';
    for (const verdict of verdicts)
        if (atLeast(verdict, result))
            result = verdict;
    return result;
}


/***/ }),

/***/ 28481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ unknownFinding),
/* harmony export */   mm: () => (/* binding */ isCancelled),
/* harmony export */   rl: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** What an error says to a reader: a PortError its own words; anything else is a defect of ours, and says so. */
function causeOf(error) {
    if (error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U)
        return error.message;
    const name = error instanceof Error ? error.name : typeof error;
    return `a defect in this program (${name}${placeOf(error)}); please report it`;
}
/** Whether the run was asked to stop. */
function isCancelled(error) {
    return error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U && error.code === 'cancelled';
}
/** The finding for something that could not be looked at or done: `unknown`, with the cause. */
function unknownFinding(code, subject, title, error) {
    const next = error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U && error.next !== undefined ? error.next : 'look at the cause and run the task again';
    return {
        code,
        severity: 'unknown',
        subject: error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U ? error.subject : subject,
        title,
        evidence: causeOf(error),
        next,
    };
}
/** File and line of a defect, without the message: a message of foreign code may hold a secret. */
function placeOf(error) {
    const line = error instanceof Error ? error.stack?.split('\n').find((text) => text.trim().startsWith('at ')) : undefined;
    const place = /([\w.-]+\.(?:ts|js|mjs):\d+)/.exec(line ?? '')?.[1];
    return place === undefined ? '' : ` at ${place}`;
}


/***/ }),

/***/ 79548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ finish),
/* harmony export */   x: () => (/* binding */ isIdle)
/* harmony export */ });
/* harmony import */ var _domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56207);
/* harmony import */ var _domain_state_claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87166);
/* harmony import */ var _domain_state_measured_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40299);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28481);




/** Build the report by comparing with what is known, and remember what the next run needs. Plan mode remembers nothing. */
async function finish(finishing) {
    const finishedAt = new Date(finishing.clock.now()).toISOString();
    if (isIdle(finishing.job))
        return { report: (0,_domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__/* .buildReport */ .FK)({ ...finishing, known: {}, finishedAt }).report, notRemembered: [] };
    const { known, trouble } = await readKnown(finishing.state);
    const built = (0,_domain_report_build_js__WEBPACK_IMPORTED_MODULE_0__/* .buildReport */ .FK)({ ...finishing, known, finishedAt });
    const report = trouble === undefined ? built.report : { ...built.report, notes: [...built.report.notes, trouble] };
    if (finishing.job.mode === 'plan' ||
        trouble !== undefined ||
        (finishing.outcomes.length === 0 && finishing.job.leaseHolder === undefined)) {
        return { report, notRemembered: [] };
    }
    return { report, notRemembered: await remember(finishing, report, built.known) };
}
/** Nothing was due, deferred, refused or found: the cluster is not even asked. */
function isIdle(job) {
    return job.due.length + job.notDue.length + job.findings.length === 0 && job.refusal === undefined;
}
async function readKnown(state) {
    try {
        return { known: await state.read('findings') };
    }
    catch (error) {
        return {
            known: {},
            trouble: `findings are all called new: those of earlier runs could not be read (${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .causeOf */ .rl)(error)})`,
        };
    }
}
async function remember(finishing, report, known) {
    const { state, outcomes, job, runWord, clock } = finishing;
    const writes = [
        ['findings', () => state.update('findings', () => known)],
        ['durations', () => state.update('durations', (current) => (0,_domain_state_measured_js__WEBPACK_IMPORTED_MODULE_2__/* .rememberDurations */ .Bp)(current, outcomes))],
        ['history', () => state.update('history', (current) => (0,_domain_state_measured_js__WEBPACK_IMPORTED_MODULE_2__/* .rememberMeasurements */ .zs)(current, outcomes, clock.now()))],
        ...(job.opening === undefined ? [] : [['the claim', () => rememberClaim(finishing, report, runWord)]]),
    ];
    const failed = [];
    for (const [what, write] of writes) {
        try {
            await write();
        }
        catch (error) {
            failed.push(`${what} could not be written: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .causeOf */ .rl)(error)}`);
        }
    }
    return failed;
}
/** An opening is through when every task that was due came to an end of its own, not when the job was cut short. */
async function rememberClaim({ state, outcomes, job }, report, runWord) {
    const { opening } = job;
    if (opening === undefined)
        return;
    const tasks = Object.fromEntries(outcomes.map((outcome) => [outcome.entry.id, claimedTask(outcome, report.finishedAt)]));
    const ended = new Set(outcomes.filter(({ entry }) => entry.status !== 'cancelled').map(({ entry }) => entry.id));
    const through = !job.continues && job.due.every((id) => ended.has(id));
    await state.update('claims', (claims) => {
        const recorded = (0,_domain_state_claims_js__WEBPACK_IMPORTED_MODULE_3__/* .recordTasks */ .cS)(claims, opening, runWord, tasks);
        const complete = (before, id) => (0,_domain_state_claims_js__WEBPACK_IMPORTED_MODULE_3__/* .completeClaim */ .ww)(before, id, runWord, report.finishedAt, report.verdict);
        return through ? [opening, ...job.absorbs].reduce(complete, recorded) : recorded;
    });
}
const claimedTask = ({ entry }, finishedAt) => ({
    status: entry.status,
    verdict: entry.verdict,
    finishedAt,
});


/***/ }),

/***/ 14821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** The machine's clock. The only place where the product reads it. */
const systemClock = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        const cancelled = () => {
            clearTimeout(timer);
            reject(new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U({ code: 'cancelled', subject: 'run', message: 'the wait was cut short' }));
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', cancelled);
            resolve();
        }, ms);
        if (signal?.aborted)
            cancelled();
        else
            signal?.addEventListener('abort', cancelled, { once: true });
    }),
};


/***/ }),

/***/ 80298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ loadConfiguration)
});

// UNUSED EXPORTS: ConfigurationError

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/domain/calendar/instants.js
var instants = __webpack_require__(95460);
// EXTERNAL MODULE: ./build/domain/task/declaration.js
var declaration = __webpack_require__(85411);
// EXTERNAL MODULE: ./build/domain/configuration/recurrence.js
var recurrence = __webpack_require__(16844);
// EXTERNAL MODULE: ./build/domain/configuration/section.js
var section = __webpack_require__(29507);
// EXTERNAL MODULE: ./build/domain/configuration/values.js
var values = __webpack_require__(79176);
;// CONCATENATED MODULE: ./build/domain/configuration/blackouts.js






const moment = (description) => (0,values/* text */.Qq)(description, {
    says: 'is neither a date nor a moment',
    allowed: 'a date such as 2026-12-24, or a moment such as 2026-12-24T18:00 (in the zone) or 2026-12-24T18:00Z',
}, (value) => (0,instants/* isDate */.$P)(value) || (0,instants/* parseMoment */.mI)(value, 'UTC') !== undefined);
/** A date counts from the beginning of its day, or, as an end, to the end of it. */
function momentOf(value, zoneName, asEnd) {
    if (!(0,instants/* isDate */.$P)(value))
        return (0,instants/* parseMoment */.mI)(value, zoneName) ?? 0;
    return (0,instants/* startOfDay */.ol)((0,instants/* dateOf */.Q$)(value).add({ days: asEnd ? 1 : 0 }), zoneName);
}
const wholeDay = (value, zoneName) => ({
    from: momentOf(value, zoneName, false),
    until: momentOf(value, zoneName, true),
});
function fixedSpan(raw, recurs) {
    if (recurs)
        return ['from', 'excludes a recurrence', 'either from and until, or days, dates, start, duration'];
    if (raw.from === undefined)
        return ['until', 'needs from', 'both from and until'];
    if (raw.until === undefined)
        return ['from', 'needs until', 'both from and until'];
    const span = { from: momentOf(raw.from, raw.zone, false), until: momentOf(raw.until, raw.zone, true) };
    return span.until > span.from ? [span] : ['until', 'is not after from', 'a later moment than from'];
}
function recurringSpans(raw) {
    if (raw.dates !== undefined && (raw.days ?? raw.nth) !== undefined) {
        return ['dates', 'excludes days and nth', 'either dates, or days with or without nth'];
    }
    if (raw.nth !== undefined && raw.days === undefined)
        return ['nth', 'needs days', 'days: [sunday] beside it'];
    const { start, duration: durationMs, zone: zoneName } = raw;
    if (raw.dates !== undefined && (start ?? durationMs) === undefined) {
        return raw.dates.map((day) => wholeDay(day, zoneName));
    }
    if (start === undefined)
        return ['', 'has no start', 'start: 08:00 and duration: 10h beside the days'];
    if (durationMs === undefined)
        return ['start', 'needs duration', 'duration: 10h beside it'];
    return [{ recurrence: (0,recurrence/* recurrenceOf */.q5)(raw), start, durationMs, zone: zoneName }];
}
function spansOf(raw) {
    const recurs = (raw.days ?? raw.nth ?? raw.dates ?? raw.start ?? raw.duration) !== undefined;
    if ((raw.from ?? raw.until) !== undefined)
        return fixedSpan(raw, recurs);
    if (recurs)
        return recurringSpans(raw);
    return ['', 'says nothing about when', 'from and until, or dates, or days with start and duration'];
}
function expiryOf(raw, spans) {
    if (raw.expires !== undefined)
        return momentOf(raw.expires, raw.zone, true);
    const ends = spans.map((span) => ('until' in span ? span.until : Number.POSITIVE_INFINITY));
    const last = Math.max(...ends);
    return Number.isFinite(last)
        ? last
        : ['', 'recurs without an end', 'expires: a date on which its owner looks at it again'];
}
const isWrong = (value) => Array.isArray(value) && typeof value[0] === 'string';
/** Times in which nothing is maintained. */
const blackouts = schemas/* array */.YOg((0,section/* section */.u)('A time in which nothing is maintained, not even by hand.', {
    from: moment('When it begins: a date (its beginning) or a moment.').exactOptional(),
    until: moment('When it ends: a date (the end of that day) or a moment (not itself included).').exactOptional(),
    days: (0,recurrence/* days */._3)('Days of the week on which it begins.').exactOptional(),
    nth: (0,recurrence/* nth */.lo)('Which of those days in the month: first … fifth, last.').exactOptional(),
    dates: (0,recurrence/* dates */.Yu)('Dates on which it begins; whole days, unless start and duration are given.').exactOptional(),
    start: (0,values/* timeOfDay */.rb)('When it begins, on the wall clock of the zone.').exactOptional(),
    duration: (0,values/* duration */.p0)('How long it lasts, in elapsed time.', 366 * 86_400_000).exactOptional(),
    zone: (0,recurrence/* zone */.rg)('IANA time zone of dates and times.').prefault('UTC'),
    windows: schemas/* array */.YOg(schemas/* enum */.k5n(declaration/* windowNames */.n, { error: 'is not a window' }))
        .min(1)
        .describe('Windows that stay closed. Default: all, and nothing is started by hand either.')
        .exactOptional(),
    owner: (0,values/* sentence */.em)('Who asked for it and can lift it.'),
    reason: (0,values/* sentence */.em)('Why; it is shown to whoever wonders why nothing ran.'),
    expires: moment('From the end of that day on it has no effect. Default: its own end; one that recurs must name it.').exactOptional(),
}).transform((raw, context) => {
    const spans = spansOf(raw);
    const expires = isWrong(spans) ? 0 : expiryOf(raw, spans);
    const { owner, reason, windows } = raw;
    for (const wrong of [spans, expires].filter(isWrong)) {
        const [key, says, allowed] = wrong;
        const params = { says, allowed, noValue: key === '' };
        context.addIssue({ code: 'custom', path: key === '' ? [] : [key], message: says, params });
    }
    const blackout = { spans: isWrong(spans) ? [] : spans, owner, reason, expires: isWrong(expires) ? 0 : expires };
    return windows === undefined ? blackout : { ...blackout, windows };
}))
    .max(200)
    .describe('Times in which nothing is maintained: freezes, events, holidays.')
    .default([]);

;// CONCATENATED MODULE: ./build/domain/configuration/kubeconfig.js



const command = (0,values/* text */.Qq)('A credential plugin that may be run, as the kubeconfig writes its `command`.', {
    says: 'is not the command of a plugin',
    allowed: 'a program name or an absolute path, such as aws, gke-gcloud-auth-plugin or kubelogin',
}, (value) => /^[\w./-]{1,200}$/.test(value) && !value.includes('..'));
const variable = (0,values/* text */.Qq)('A variable of the environment that plugins may see.', { says: 'is not the name of a variable', allowed: 'capital letters, digits and "_", such as AWS_ROLE_ARN' }, (value) => /^[A-Z_][A-Z0-9_]{0,100}$/.test(value));
/** What may stand in the kubeconfig beyond certificates and tokens. Whatever is not allowed here is refused. */
const kubeconfig = (0,section/* section */.u)('What may stand in the kubeconfig beyond certificates and tokens.', {
    plugins: schemas/* array */.YOg(command).max(10).describe('Credential plugins (`exec`) that may be run.').default([]),
    'plugin-environment': schemas/* array */.YOg(variable)
        .max(50)
        .describe('Variables that plugins may see, besides PATH and HOME.')
        .default([]),
    'proxy-url': schemas/* boolean */.zMY().describe('Allow `proxy-url`.').default(false),
    insecure: schemas/* boolean */.zMY()
        .describe('Allow `insecure-skip-tls-verify` and http servers. Never for a platform that matters.')
        .default(false),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/references.js



/** A value in a Secret of the platform's namespace. */
function secretKey(description, key) {
    return (0,section/* section */.u)(description, {
        secret: (0,values/* objectName */.Hd)('Name of the Secret.'),
        key: (0,values/* dataKey */.gf)('Key in the Secret.').default(key),
    });
}
/** A public text (certificates) in a Secret or a ConfigMap of the platform's namespace. */
function textSource(description, key) {
    return schemas/* strictObject */.rej({
        secret: (0,values/* objectName */.Hd)('Name of the Secret that holds it.').exactOptional(),
        'config-map': (0,values/* objectName */.Hd)('Name of the ConfigMap that holds it.').exactOptional(),
        key: (0,values/* dataKey */.gf)('Key in the Secret or ConfigMap.').default(key),
    })
        .refine((source) => (source.secret === undefined) !== (source['config-map'] === undefined), {
        error: 'names neither or both of secret and config-map',
        params: { allowed: 'exactly one of secret, config-map', noValue: true },
    })
        .describe(description)
        .transform(({ secret, key, 'config-map': configMap }) => secret === undefined
        ? { kind: 'ConfigMap', name: configMap ?? '', key }
        : { kind: 'Secret', name: secret, key });
}
/** How TLS is spoken to a database or cache; modes as libpq names them. */
const TLS_MODES = ['disable', 'require', 'verify-ca', 'verify-full'];
/** TLS to a database or cache. */
function tls(what) {
    return (0,section/* section */.u)(`TLS to the ${what}.`, {
        mode: schemas/* enum */.k5n(TLS_MODES, { error: 'is not a TLS mode' })
            .describe('Default: verify-full where an address is given, disable through a port-forward (the tunnel itself is encrypted).')
            .exactOptional(),
        ca: textSource('The authority that signed the server certificate. Default: the system store.', 'ca.crt').exactOptional(),
        'server-name': (0,values/* host */.Hc)('The name that the server certificate must carry. Default: the address, or the name of the Service.').exactOptional(),
    });
}
/** Fills in the mode, whose default depends on whether the system is reached directly. */
function withTlsMode(value) {
    const mode = value.tls.mode ?? (value.address === undefined ? 'disable' : 'verify-full');
    return { ...value, tls: { ...value.tls, mode } };
}

;// CONCATENATED MODULE: ./build/domain/configuration/platform/certificates.js




const secrets = schemas/* union */.KCZ([schemas/* literal */.euz('all'), schemas/* array */.YOg((0,values/* objectName */.Hd)('Name of a TLS Secret.')).max(500)])
    .describe('TLS Secrets to look at: names, or `all` (which needs the right to list Secrets).')
    .default(['api-gateway-tls']);
/** What certificates are looked at, and when they are due. */
const certificates = (0,section/* section */.u)('The certificates that are watched and renewed.', {
    secrets,
    bundles: schemas/* array */.YOg(textSource('Certificates in PEM, such as an authority bundle.', 'ca.crt'))
        .max(100)
        .describe('Further certificates in ConfigMaps or Secrets.')
        .default([]),
    webhooks: schemas/* boolean */.zMY()
        .describe('Look at the caBundle of every admission webhook as well (needs the right to list them).')
        .default(false),
    endpoints: schemas/* array */.YOg((0,section/* section */.u)('An address whose served certificate must be the one of a Secret.', {
        host: (0,values/* host */.Hc)('Host name or IP address.'),
        port: (0,values/* port */.Oh)('Port.').default(443),
        'server-name': (0,values/* host */.Hc)('Name to ask for (SNI). Default: the host.').exactOptional(),
        secret: (0,values/* objectName */.Hd)('Secret that holds the certificate.').exactOptional(),
    }))
        .max(100)
        .describe('Addresses whose served certificate is compared with a Secret.')
        .default([]),
    renewal: (0,section/* section */.u)('When a certificate is due for renewal: from the smaller of the two on, and always two openings ahead.', {
        days: schemas/* int */.Whr().min(1).max(3650).describe('Days before its end.').default(30),
        share: (0,values/* share */.uM)('Share of its lifetime that is left.').default(0.33),
    }).prefault({}),
    trust: schemas/* array */.YOg(textSource('Certificates in PEM.', 'ca.crt'))
        .max(20)
        .describe('Authorities that chains must end in. Default: what the Secret itself carries as ca.crt, and the system store.')
        .default([]),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/network.js



const linkSpeed = (0,values/* text */.Qq)('Speed of the link.', { says: 'is not a link speed', allowed: 'Mbit or Gbit a second, such as 10Gbit' }, (value) => /^[1-9][0-9]{0,5}(Mbit|Gbit)$/.test(value), '^[1-9][0-9]{0,5}(Mbit|Gbit)$').transform((value) => Number.parseInt(value, 10) * (value.endsWith('Gbit') ? 1e9 : 1e6));
/** What is known of the network. */
const network = (0,section/* section */.u)('What is known of the network.', {
    links: schemas/* record */.g1P((0,values/* plainName */.MH)('A node, or `default`.'), linkSpeed)
        .describe('Speed of the link of each node (or `default`); bits a second in code. Without it the share in use is unknown.')
        .prefault({}),
    'latency-targets': schemas/* array */.YOg((0,section/* section */.u)('Two ends between which the round trip is measured.', {
        name: (0,values/* plainName */.MH)('Name in the report.'),
        from: schemas/* union */.KCZ([
            schemas/* literal */.euz('runner'),
            (0,section/* section */.u)('Pods to measure from.', {
                selector: (0,values/* selector */.gD)('Labels of the pods.'),
                container: (0,values/* label */.Pf)('Container.').exactOptional(),
            }),
        ])
            .describe('`runner`, or pods.')
            .default('runner'),
        host: (0,values/* host */.Hc)('Host name or IP address of the other end.'),
        port: (0,values/* port */.Oh)('Port of the other end.'),
    }))
        .max(50)
        .describe('Default: runner → gateway and gateway pod → database.')
        .exactOptional(),
});
/** What must be resolvable from inside the cluster. */
const dns = (0,section/* section */.u)('Name resolution from inside the cluster.', {
    names: schemas/* array */.YOg((0,values/* host */.Hc)('A name that must resolve.'))
        .min(1)
        .max(20)
        .describe('Names that must resolve in a pod.')
        .default(['kubernetes.default.svc.cluster.local']),
    image: (0,values/* plainName */.MH)('Image of the probe pod; it must have a shell and nslookup.').default('docker.io/library/busybox:1.37.0'),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/stores.js




const pods = (name) => (0,section/* section */.u)('Its pods; used for port-forwards and for looking at them.', {
    kind: schemas/* enum */.k5n(['StatefulSet', 'Deployment'], { error: 'is not a kind of workload' })
        .describe('Kind of the workload.')
        .default('StatefulSet'),
    name: (0,values/* objectName */.Hd)('Name of the workload.').default(name),
    selector: (0,values/* selector */.gD)('Labels of its pods.').default(`app=${name}`),
    container: (0,values/* objectName */.Hd)('Container to look at. Default: the first.').exactOptional(),
});
/** PostgreSQL. */
const database = (0,section/* section */.u)('The PostgreSQL database.', {
    address: (0,values/* host */.Hc)('Host or IP address to reach it directly. Default: through a port-forward to its pods.').exactOptional(),
    workload: pods('postgres').prefault({}),
    port: (0,values/* port */.Oh)('Port, of the address or of the pods.').default(5432),
    name: (0,values/* plainName */.MH)('Name of the database.').default('phoenixrooivalk'),
    user: (0,values/* plainName */.MH)('Role to log in as (deploy/postgres/maintenance-role.sql makes it).').default('maintenance'),
    password: secretKey('Secret with the password.', 'password').prefault({ secret: 'postgres-credentials' }),
    tls: tls('database').prefault({}),
}).transform(withTlsMode);
/** Redis. */
const cache = (0,section/* section */.u)('The Redis cache.', {
    address: (0,values/* host */.Hc)('Host or IP address to reach it directly. Default: through a port-forward to its pods.').exactOptional(),
    workload: pods('redis').prefault({}),
    port: (0,values/* port */.Oh)('Port, of the address or of the pods.').default(6379),
    user: (0,values/* plainName */.MH)('ACL user. Default: the default user.').exactOptional(),
    password: secretKey('Secret with the password. Default: no password.', 'password').exactOptional(),
    tls: tls('cache').prefault({}),
}).transform(withTlsMode);
const bucketName = (0,values/* text */.Qq)('Bucket that holds the backups.', { says: 'is not the name of a bucket', allowed: '3 to 63 lower-case letters, digits, "-" and "."' }, (value) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value), '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$');
const prefix = (what) => (0,values/* text */.Qq)(`Beginning of the keys of ${what} backups; the date comes after it.`, { says: 'is not a key prefix', allowed: 'letters, digits, "-", "_", "." and "/", ending with "/"' }, (value) => /^[-\w./]{0,200}\/$/.test(value) && !value.startsWith('/'), '/$');
/** The bucket with the backups. */
const backups = (0,section/* section */.u)('Where backups are kept (S3).', {
    endpoint: (0,values/* webAddress */.Dy)('Address of an S3 server other than AWS.').exactOptional(),
    region: (0,values/* plainName */.MH)('Region of the bucket.').default('us-east-1'),
    bucket: bucketName.default('phoenix-rooivalk-backups'),
    prefixes: (0,section/* section */.u)('Where each kind of backup begins.', {
        database: prefix('database').default('database/'),
        blockchain: prefix('blockchain').default('blockchain/'),
        configuration: prefix('configuration').default('configuration/'),
    }).prefault({}),
    credentials: (0,section/* section */.u)('Secret with the access key. Left out: credentials of the environment (OIDC).', {
        secret: (0,values/* objectName */.Hd)('Name of the Secret.'),
        'access-key-id': (0,values/* dataKey */.gf)('Key in the Secret that holds the access key id.').default('access-key-id'),
        'secret-access-key': (0,values/* dataKey */.gf)('Key in the Secret that holds the secret access key.').default('secret-access-key'),
    }).exactOptional(),
    'recovery-point': (0,values/* duration */.p0)('How old the newest backup may be (recovery point objective).').prefault('24h'),
});
/** Prometheus. */
const prometheus = (0,section/* section */.u)('The Prometheus server that history is read from.', {
    enabled: schemas/* boolean */.zMY()
        .describe('false: there is none; metrics come from exec, the metrics API and stored history.')
        .default(true),
    address: (0,values/* webAddress */.Dy)('Address to reach it directly. Default: through a port-forward to a pod behind the Service.').exactOptional(),
    service: (0,values/* objectName */.Hd)('Service in front of it.').default('monitoring-stack'),
    port: (0,values/* port */.Oh)('Port of its pods.').default(9090),
    namespace: (0,values/* objectName */.Hd)("Namespace of the Service. Default: the platform's.").exactOptional(),
});

;// CONCATENATED MODULE: ./build/domain/configuration/platform/workloads.js



/** The kinds of workloads that the product maintains. */
const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'];
const kind = () => schemas/* enum */.k5n(WORKLOAD_KINDS, { error: 'is not a kind of workload' }).describe('Kind of the workload.');
const container = () => (0,values/* label */.Pf)('Container to look at. Default: the one that the pod marks as its default, else its first.').exactOptional();
/** A workload that is only counted and watched. */
const workload = () => (0,section/* section */.u)('A workload of the platform.', {
    kind: kind().default('Deployment'),
    name: (0,values/* objectName */.Hd)('Name of the workload.'),
    selector: (0,values/* selector */.gD)('Labels of its pods, such as app=blockchain-node.'),
    container: container(),
});
const quorum = (0,values/* text */.Qq)('Share of blockchain nodes that must be more than ready for the chain to be healthy, as a fraction. Compared exactly: more than, never equal.', { says: 'is not a fraction', allowed: 'a fraction such as 2/3, above 0 and below 1' }, (value) => {
    const match = /^([1-9][0-9]?)\/([1-9][0-9]?)$/.exec(value);
    return match !== null && Number(match[1]) < Number(match[2]);
}, '^[1-9][0-9]?/[1-9][0-9]?$').transform((value) => {
    const [numerator = 2, denominator = 3] = value.split('/').map(Number);
    return { numerator, denominator };
});
const blockchain = (0,section/* section */.u)('The blockchain nodes.', {
    kind: kind().default('StatefulSet'),
    name: (0,values/* objectName */.Hd)('Name of the workload.').default('blockchain-node'),
    selector: (0,values/* selector */.gD)('Labels of its pods.').default('app=blockchain-node'),
    container: container(),
    metrics: (0,section/* section */.u)('Where each pod serves its metrics (Prometheus text format).', {
        port: (0,values/* port */.Oh)('Port of the pod.').default(9090),
        path: (0,values/* absolutePath */.Hi)('Path of the metrics.').default('/metrics'),
    }).prefault({}),
    'height-metric': (0,values/* metricName */.Kh)('Metric that holds the height of the chain; lag between nodes is read from it.').default('blockchain_height'),
    'transactions-metric': (0,values/* metricName */.Kh)('Counter of transactions; throughput is its rate.').default('transaction_count'),
    quorum: quorum.prefault('2/3'),
});
const gateway = (0,section/* section */.u)('The API gateway: what users see.', {
    kind: kind().default('Deployment'),
    name: (0,values/* objectName */.Hd)('Name of the workload.').default('api-gateway'),
    selector: (0,values/* selector */.gD)('Labels of its pods.').default('app=api-gateway'),
    container: container(),
    service: (0,values/* objectName */.Hd)('Service in front of it; its host names must be in the certificate.').default('api-gateway'),
    port: (0,values/* port */.Oh)('Port on which its pods serve.').default(8443),
    'health-path': (0,values/* absolutePath */.Hi)('Path that answers 2xx when the gateway is well; response time is measured on it.').default('/healthz'),
    'tls-secret': (0,values/* objectName */.Hd)('Secret with the certificate it serves.').default('api-gateway-tls'),
});
/** Blockchain nodes, gateway and the rest. Defaults are the guide's. */
const workloads = (0,section/* section */.u)('The workloads that make up the platform.', {
    blockchain: blockchain.prefault({}),
    gateway: gateway.prefault({}),
    others: schemas/* array */.YOg(workload())
        .max(200)
        .describe('Further workloads that are counted in health and kept up to date.')
        .prefault([{ kind: 'Deployment', name: 'monitoring-stack', selector: 'app=monitoring-stack' }]),
});
/** Where logs are rotated. */
const logs = schemas/* array */.YOg((0,section/* section */.u)('Pods whose logs are rotated.', {
    selector: (0,values/* selector */.gD)('Labels of the pods.'),
    container: container(),
    configuration: (0,values/* absolutePath */.Hi)('Configuration of logrotate in the container.').default('/etc/logrotate.conf'),
    state: (0,values/* absolutePath */.Hi)("State file of logrotate in the container. Default: logrotate's own.").exactOptional(),
}))
    .max(100)
    .describe('Pods whose logs are rotated.')
    .prefault([{ selector: 'app=blockchain-node' }]);
/** Where temporary files are removed. */
const temporaryFiles = schemas/* array */.YOg((0,section/* section */.u)('Pods whose temporary files are removed.', {
    selector: (0,values/* selector */.gD)('Labels of the pods.'),
    container: container(),
    directories: schemas/* array */.YOg((0,values/* absolutePath */.Hi)('Directory with temporary files.').refine((path) => path.replaceAll('/', '') !== '', {
        error: 'is the root of the file system',
        params: { allowed: 'a directory that holds nothing but temporary files' },
    }))
        .min(1)
        .max(20)
        .describe('Directories that hold nothing but temporary files.')
        .default(['/tmp']),
}))
    .max(100)
    .describe('Pods whose temporary files are removed.')
    .prefault([{ selector: 'app=blockchain-node' }]);

;// CONCATENATED MODULE: ./build/domain/configuration/platform.js






/** The platform: where everything is and what it is called. */
const platform = (0,section/* section */.u)('The platform: where everything is and what it is called. The defaults are the names of the guide.', {
    name: (0,values/* plainName */.MH)('Name of the platform in reports.').default('phoenix-rooivalk'),
    cluster: (0,values/* plainName */.MH)("Name of the cluster in reports. Default: the kubeconfig's context.").exactOptional(),
    namespace: (0,values/* label */.Pf)('Namespace that the platform runs in.').default('phoenix-rooivalk'),
    workloads: workloads.prefault({}),
    logs: logs,
    'temporary-files': temporaryFiles,
    database: database.prefault({}),
    cache: cache.prefault({}),
    certificates: certificates.prefault({}),
    prometheus: prometheus.prefault({}),
    backups: backups.prefault({}),
    network: network.prefault({}),
    dns: dns.prefault({}),
});

// EXTERNAL MODULE: ./build/domain/task/inputs.js
var inputs = __webpack_require__(46926);
;// CONCATENATED MODULE: ./build/domain/configuration/tasks.js


/** How an input looks to an editor; {@link parseInputs} is what decides. */
function shape(declaration) {
    switch (declaration.kind) {
        case 'boolean':
            return { type: 'boolean' };
        case 'integer':
        case 'number':
            return { type: declaration.kind, minimum: declaration.min, maximum: declaration.max };
        case 'choice':
            return { type: 'string', enum: [...declaration.values] };
        case 'share':
            return { type: ['number', 'string'] };
        case 'duration':
        case 'text':
            return { type: 'string' };
    }
}
function input(name, declaration) {
    return schemas/* unknown */.L5J()
        .superRefine((value, context) => {
        const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
        const parsed = (0,inputs/* parseInputs */.T)({ [name]: declaration }, { [name]: isScalar ? value : '\0' });
        if (isScalar && 'inputs' in parsed)
            return;
        const allowed = ('errors' in parsed ? parsed.errors[0]?.allowed : undefined) ?? 'a single value';
        const words = declaration.kind === 'choice' ? declaration.values : undefined;
        context.addIssue({ code: 'custom', message: 'is not allowed here', input: value, params: { allowed, words } });
    })
        .meta({ description: declaration.description, default: declaration.default, ...shape(declaration) })
        .transform((value) => value)
        .exactOptional();
}
function task(id, declarations) {
    const inputs = Object.entries(declarations).map(([name, declaration]) => [name, input(name, declaration)]);
    return schemas/* strictObject */.rej({
        enabled: schemas/* boolean */.zMY().describe('false: the task is never due.').default(true),
        ...Object.fromEntries(inputs),
    })
        .describe(`Settings of ${id}.`)
        .transform(({ enabled, ...given }) => ({ enabled: enabled, inputs: given }));
}
/** Settings of the tasks: those that exist, with the inputs that they declare. */
function tasks(taskInputs) {
    const entries = Object.entries(taskInputs).map(([id, inputs]) => [id, task(id, inputs).exactOptional()]);
    return schemas/* strictObject */.rej(Object.fromEntries(entries))
        .describe('Settings of single tasks: switched off, or with other inputs.')
        .transform((given) => given)
        .prefault({});
}

;// CONCATENATED MODULE: ./build/domain/configuration/thresholds.js


function threshold(shape) {
    const beyond = shape.lowerIsWorse ? 'less is worse' : 'more is worse';
    return schemas/* strictObject */.rej({
        warning: schemas/* number */.aig().min(0).max(shape.max).describe(`Warn from here on, ${shape.unit}.`).default(shape.warning),
        critical: schemas/* number */.aig().min(0).max(shape.max).describe(`Fail from here on, ${shape.unit}.`).default(shape.critical),
    })
        .refine((pair) => (shape.lowerIsWorse ? pair.critical < pair.warning : pair.critical > pair.warning), {
        path: ['critical'],
        error: 'is on the wrong side of the warning',
        params: { allowed: `a number ${shape.lowerIsWorse ? 'below' : 'above'} the warning: ${beyond}` },
    })
        .describe(`${shape.what}, ${shape.unit}; ${beyond}.`)
        .transform((pair) => pair)
        .prefault({});
}
/** The six thresholds of the guide (§3.2). */
const thresholds = (0,section/* section */.u)('From where a measured value is a warning or a failure.', {
    'cpu-utilization': threshold({
        what: 'CPU in use',
        unit: 'percent of allocatable',
        max: 100,
        warning: 70,
        critical: 85,
    }),
    'memory-utilization': threshold({
        what: 'Memory in use',
        unit: 'percent of allocatable',
        max: 100,
        warning: 80,
        critical: 90,
    }),
    'disk-utilization': threshold({ what: 'Disk in use', unit: 'percent', max: 100, warning: 85, critical: 95 }),
    'network-latency': threshold({ what: 'Round trip', unit: 'milliseconds', max: 600_000, warning: 100, critical: 200 }),
    'transaction-throughput': threshold({
        what: 'Transactions of the chain',
        unit: 'transactions a second',
        max: 1e9,
        warning: 800,
        critical: 500,
        lowerIsWorse: true,
    }),
    'response-time': threshold({
        what: 'Response time of the gateway',
        unit: 'milliseconds',
        max: 600_000,
        warning: 2000,
        critical: 5000,
    }),
});

// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
;// CONCATENATED MODULE: ./build/domain/configuration/configuration.js










const approval = (0,section/* section */.u)('How changes that need approval get it.', {
    gate: schemas/* enum */.k5n(['environment', 'issue'], { error: 'is not a gate' })
        .describe('`environment`: required reviewers of a GitHub environment. `issue`: a comment on an issue, where environments have no reviewers.')
        .default('environment'),
    'digest-in-comment': schemas/* boolean */.zMY()
        .describe("The reviewer's comment must contain the digits of the plan. Switched off, reports say so.")
        .default(true),
    approvers: schemas/* array */.YOg((0,values/* text */.Qq)('A GitHub login.', { says: 'is not a GitHub login', allowed: 'letters, digits and single hyphens, without @' }, (value) => /^[a-zA-Z0-9](-?[a-zA-Z0-9]){0,38}$/.test(value)))
        .max(100)
        .describe('Who may approve with the issue gate. Default: whoever may write to the repository.')
        .exactOptional(),
});
const notify = (0,section/* section */.u)('Who hears of it.', {
    heartbeat: (0,values/* text */.Qq)('Address that hears from every watch run; silence there means that schedules have stopped.', { says: 'is not an https address', allowed: 'https:// with host and path, without user or password' }, (value) => /^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/.test(value)).exactOptional(),
    assignees: schemas/* array */.YOg((0,values/* plainName */.MH)('A GitHub login.'))
        .max(10)
        .describe('Who is assigned to issues that maintenance opens.')
        .default([]),
});
const reports = (0,section/* section */.u)('What reports show.', {
    public: schemas/* boolean */.zMY()
        .describe('true: reports in a public repository show everything. false: there, verdicts and counts only.')
        .default(false),
});
const failOn = schemas/* enum */.k5n(verdict/* verdictsByWeight */.Mi, { error: 'is not a verdict' })
    .describe('From which verdict on a job is red. From harmless to worst: not-applicable, pass, warn, unknown, fail.')
    .default('unknown');
/** The schema of `.github/maintenance.yml`. Every default is the guide's. */
function configurationFor(taskInputs) {
    return (0,section/* section */.u)('Rooivalk Maintenance: what is maintained, when, and how strictly.', {
        platform: platform.prefault({}),
        windows: windows/* windows */.KF.prefault({}),
        blackouts: blackouts,
        tasks: tasks(taskInputs),
        thresholds: thresholds.prefault({}),
        'fail-on': failOn,
        reports: reports.prefault({}),
        approval: approval.prefault({}),
        'lead-time': (0,values/* duration */.p0)("How long before a window its approvals are asked for; equal to the environments' wait timer.", 30 * 86_400_000).prefault('48h'),
        notify: notify.prefault({}),
        kubeconfig: kubeconfig.prefault({}),
    });
}
/** The JSON Schema of the file, for editors (`schema/maintenance.schema.json`). */
function configurationSchema(taskInputs) {
    const schema = json_schema_processors/* toJSONSchema */.bl(configurationFor(taskInputs), { io: 'input', unrepresentable: 'any' });
    return { ...schema, title: '.github/maintenance.yml' };
}

;// CONCATENATED MODULE: ./build/domain/configuration/configuration-error.js
const LINE_WIDTH = 110;
/** A text for a terminal: control, bidirectional and zero-width characters become visible, each one character long. */
function visible(text) {
    return text
        .replaceAll('\t', ' ')
        .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd');
}
/** A value as the message shows it: quoted, visible, at most 60 characters. */
function quoted(value) {
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    return `"${visible(shown).replaceAll('"', '\\"')}"`;
}
/** The part of a long line around a column, and where the column is in it. */
function excerpt(line, column) {
    const offset = column - 1 < LINE_WIDTH - 30 ? 0 : column - 40;
    const head = offset > 0 ? '…' : '';
    const tail = line.length > offset + LINE_WIDTH ? '…' : '';
    const shown = `${head}${visible(line.slice(offset, offset + LINE_WIDTH))}${tail}`;
    return { shown, indent: head.length + column - 1 - offset };
}
/** An error as reading.md shows it: file, line, column, path, value; below it the line, and carets with what was meant. */
function configurationError(parts) {
    const { file, line, column, path, message, meant, allowed } = parts;
    const { shown, indent } = excerpt(parts.lines[line - 1] ?? '', column);
    const number = String(line).padStart(4);
    const carets = '^'.repeat(Math.max(1, Math.min(parts.length, shown.length - indent, 60)));
    const hints = [
        ...(meant === undefined ? [] : [`did you mean ${quoted(meant)}?`]),
        ...(allowed === undefined ? [] : [`allowed: ${allowed}`]),
    ];
    const subject = path === '' ? '' : `${visible(path)}: `;
    const head = `${file}:${line}:${column}  ${subject}${message}`;
    const text = [
        head,
        `${number} | ${shown}`,
        `${' '.repeat(number.length)} | ${' '.repeat(indent)}${carets} ${hints.join('  ')}`.trimEnd(),
    ].join('\n');
    return {
        file,
        line,
        column,
        path,
        message,
        ...(meant === undefined ? {} : { meant }),
        ...(allowed === undefined ? {} : { allowed }),
        text,
    };
}

;// CONCATENATED MODULE: ./build/domain/configuration/nearest.js
/** Lower case, with `-` for `_` and before a capital: how people spell a key in another convention. */
function plainSpelling(word) {
    return word
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .toLowerCase();
}
/** Edit distance with transpositions (optimal string alignment): how many slips lead from one word to the other. */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, k) => k);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const same = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, (before[j - 2] ?? 0) + 1);
            row.push(best);
        }
        before = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
/**
 * The word that was probably meant: the only one that begins so, the same in another spelling, or at most a third of its letters (and three) away;
 * undefined when none is near. Of equally near ones the first.
 */
function nearest(word, words) {
    if (word === '' || word.length > 60)
        return undefined;
    const spelled = plainSpelling(word);
    const begun = spelled.length < 3 ? [] : words.filter((candidate) => plainSpelling(candidate).startsWith(spelled));
    if (begun.length === 1)
        return begun[0];
    let best;
    let least = Math.min(3, Math.max(1, Math.floor(spelled.length / 3))) + 1;
    for (const candidate of words) {
        const plain = plainSpelling(candidate);
        if (Math.abs(plain.length - spelled.length) >= least)
            continue;
        const slips = distance(spelled, plain);
        if (slips < least)
            [best, least] = [candidate, slips];
    }
    return best;
}

;// CONCATENATED MODULE: ./build/domain/configuration/translation.js


const kinds = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a section',
    record: 'a section',
};
/** What YAML 1.2 takes for text, though many readers take it for true or false. */
const truth = new Map([
    ...['yes', 'on'].map((word) => [word, 'true']),
    ...['no', 'off'].map((word) => [word, 'false']),
]);
const MISSING = 'is missing';
const NO_VALUE = 'has no value; write one, or remove the line';
function branches(node) {
    if (node === undefined)
        return [];
    return node.anyOf === undefined ? [node] : node.anyOf.flatMap(branches);
}
function stepInto(nodes, part) {
    return nodes.flatMap((node) => {
        if (typeof part === 'number')
            return branches(node.items);
        const { properties = {}, additionalProperties: more } = node;
        if (Object.hasOwn(properties, part))
            return branches(properties[part]);
        return typeof more === 'object' ? branches(more) : [];
    });
}
const at = (root, path) => path.reduce(stepInto, branches(root));
/** Words as a list; a long one (days of the week) by its ends. */
function listed(words, most = 6) {
    if (words.length <= most)
        return words.join(', ');
    return `${words[0]} … ${words.at(-1)}`;
}
function numberRange(node) {
    const word = node.type === 'integer' ? 'a whole number' : 'a number';
    const from = node.exclusiveMinimum === undefined ? `from ${node.minimum ?? 0}` : `above ${node.exclusiveMinimum}`;
    return node.maximum === undefined ? word : `${word} ${from} to ${node.maximum}`;
}
function allowedOf(node) {
    if (node.enum !== undefined)
        return [listed(node.enum.map(String))];
    if (node.const !== undefined)
        return [String(node.const)];
    if (node.type === 'number' || node.type === 'integer')
        return [numberRange(node)];
    if (node.type === 'object' && node.properties !== undefined) {
        return [`a section with ${listed(Object.keys(node.properties), 12)}`];
    }
    return node.type === undefined ? [] : [kinds[node.type] ?? node.type];
}
const unique = (texts) => [...new Set(texts)];
/** What may stand at a place, in words. */
function allowedAt(root, path) {
    const nodes = at(root, path);
    const texts = unique(nodes.flatMap(allowedOf));
    if (texts.length === 0)
        return undefined;
    return texts.map((each) => (each === 'a list' && nodes.length > 1 ? 'a list of them' : each)).join(', or ');
}
const wordsAt = (root, path) => at(root, path)
    .flatMap((node) => [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])])
    .map(String);
/** Of a union's branches, the one that came closest: which accepts the kind of value, and whose faults lie deepest. */
function closest(branchIssues) {
    const depth = (issues) => {
        const [first] = issues;
        if (first === undefined)
            return -1;
        return first.path.length + (first.code === 'invalid_type' && first.path.length === 0 ? -1 : 0);
    };
    return branchIssues.reduce((best, each) => (depth(each) > depth(best) ? each : best), []);
}
/** An issue and those inside it, with whole paths. */
function flatten(issue, prefix = []) {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union')
        return closest(issue.errors).flatMap((each) => flatten(each, path));
    if (issue.code === 'invalid_key')
        return issue.issues.slice(0, 1).map((each) => ({ issue: each, path }));
    return [{ issue, path }];
}
function unknownKeys(keys, path, { schema }) {
    const known = at(schema, path).flatMap((node) => Object.keys(node.properties ?? {}));
    return keys.map((key) => ({
        path: [...path, key],
        mark: 'key',
        message: `${quoted(key)} is not known here`,
        meant: nearest(key, known),
        allowed: known.length === 0 ? undefined : listed(known, 30),
    }));
}
function wrongKind(issue, path, context) {
    const value = context.source.written(path);
    const expected = kinds[issue.expected] ?? issue.expected;
    const allowed = allowedAt(context.schema, path);
    if (issue.input === undefined)
        return { path, message: MISSING, allowed };
    if (issue.input === null)
        return { path, message: NO_VALUE, allowed };
    const meant = issue.expected === 'boolean' ? truth.get(String(issue.input).toLowerCase()) : undefined;
    const what = value ?? (Array.isArray(issue.input) ? 'a list' : 'a section');
    return { path, message: `${what} is not ${expected}`, meant, allowed };
}
function wrongSize(issue, path, context) {
    const few = issue.code === 'too_small';
    if (issue.origin === 'array' || issue.origin === 'map') {
        const bound = String('minimum' in issue ? issue.minimum : issue.maximum);
        return {
            path,
            message: `has too ${few ? 'few' : 'many'} entries`,
            allowed: `at ${few ? 'least' : 'most'} ${bound}`,
        };
    }
    const value = context.source.written(path) ?? 'the value';
    return { path, message: `${value} is too ${few ? 'small' : 'large'}`, allowed: allowedAt(context.schema, path) };
}
function broken(issue, path, context) {
    const params = (issue.code === 'custom' ? (issue.params ?? {}) : {});
    const allowed = params.allowed ?? allowedAt(context.schema, path);
    if (issue.input === undefined)
        return { path, message: MISSING, allowed };
    if (issue.input === null)
        return { path, message: NO_VALUE, allowed };
    const words = typeof params.words === 'function' ? params.words() : (params.words ?? wordsAt(context.schema, path));
    const value = params.noValue ? undefined : context.source.written(path);
    const says = issue.message.startsWith('Invalid') ? 'is not allowed here' : issue.message;
    return {
        path,
        message: value === undefined ? says : `${value} ${says}`,
        meant: typeof issue.input === 'string' ? nearest(issue.input, words) : undefined,
        allowed,
    };
}
/** The faults of the file that zod's issues stand for, with what is allowed and what was probably meant. */
function translate(issues, source, schema) {
    const context = { source, schema: schema };
    return issues.flatMap((whole) => flatten(whole).flatMap(({ issue, path }) => {
        if (issue.code === 'unrecognized_keys')
            return unknownKeys(issue.keys, path, context);
        if (issue.code === 'invalid_type')
            return [wrongKind(issue, path, context)];
        if (issue.code === 'too_small' || issue.code === 'too_big')
            return [wrongSize(issue, path, context)];
        return [broken(issue, path, context)];
    }));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/domain/configuration/yaml-source.js


/** Larger than any configuration; a bound for parsing. */
const MAX_CHARACTERS = 256 * 1024;
const MAX_ALIASES = 50;
/** `windows.weekly.days`, `blackouts[0].owner`. */
function pathText(path) {
    return path.reduce((text, part) => {
        if (typeof part === 'number')
            return `${text}[${part}]`;
        return text === '' ? part : `${text}.${part}`;
    }, '');
}
const sentences = {
    TAB_AS_INDENT: 'a tab cannot indent; use spaces',
    RESOURCE_EXHAUSTION: 'the file nests too deeply',
    MISSING_CHAR: 'a quote or bracket is not closed',
    BAD_INDENT: 'the indentation does not fit, or a bracket is not closed',
    BLOCK_AS_IMPLICIT_KEY: 'a second ": " on one line; a value that contains it needs quotes',
    TAG_RESOLVE_FAILED: 'tags ("!…") are not allowed',
    BAD_SCALAR_START: 'a value cannot begin with this character; put it in quotes',
};
function childOf(node, part) {
    if ((0,dist/* isSeq */.oP)(node)) {
        const item = node.items[Number(part)];
        const first = (0,dist/* isMap */.jh)(item) ? item.items[0]?.key : undefined;
        return item === undefined ? undefined : { key: first ?? item, value: item };
    }
    if (!(0,dist/* isMap */.jh)(node))
        return undefined;
    const pair = node.items.findLast((each) => (0,dist/* isPair */.tO)(each) && String((0,dist/* isScalar */.jn)(each.key) ? (each.key.value ?? '') : each.key) === part);
    if (pair === undefined)
        return undefined;
    const { key, value } = pair;
    return value === null ? { key } : { key, value };
}
class ParsedYaml {
    errors = [];
    value;
    #file;
    #text;
    #lines;
    #counter = new dist/* LineCounter */.HN();
    #document;
    constructor(text, file) {
        this.#file = file;
        this.#text = text;
        this.#lines = text.split(/\r\n|\n|\r/);
        if (text.length > MAX_CHARACTERS) {
            this.#complain([0, 0], `the file has more than ${MAX_CHARACTERS} characters`);
            return;
        }
        const documents = (0,dist/* parseAllDocuments */.hR)(text, {
            lineCounter: this.#counter,
            prettyErrors: false,
            logLevel: 'silent',
            schema: 'core',
        });
        const [document, second] = Array.isArray(documents) ? documents : [];
        this.#document = document;
        if (document === undefined) {
            this.value = {};
            return;
        }
        if (second !== undefined)
            this.#complain(second.range.slice(0, 2), 'begins a second document; the file holds one');
        if (document.directives?.yaml.explicit)
            this.#complain([0, 1], 'a %YAML directive is not allowed');
        this.#readErrors(document);
        if (this.errors.every((error) => error.message.endsWith('is written twice'))) {
            const value = this.#read(document);
            if (value !== undefined)
                this.value = value;
        }
    }
    #complain(range, message, allowed, path = []) {
        this.errors.push(this.#at(range, { path, message, allowed }));
    }
    #readErrors(document) {
        const all = [...document.errors, ...document.warnings];
        const exhausted = all.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
        const places = new Set();
        for (const { code, pos, message } of exhausted === undefined ? all : [exhausted]) {
            if (places.has(pos[0]))
                continue;
            places.add(pos[0]);
            const end = Math.max(pos[0] + 1, pos[1]);
            if (code === 'DUPLICATE_KEY') {
                const key = /^("[^"]*"|'[^']*'|[^\s:]+)/.exec(this.#text.slice(pos[0]))?.[0] ?? '';
                this.#complain([pos[0], pos[0] + key.length], `${quoted(key.replace(/^["']|["']$/g, ''))} is written twice`, 'each key once');
            }
            else
                this.#complain([pos[0], end], sentences[code] ?? message);
        }
    }
    #read(document) {
        let aliases = 0;
        const faults = [];
        (0,dist/* visit */.YR)(document, {
            Alias: (_, alias, ancestors) => {
                aliases += 1;
                const target = alias.resolve(document);
                if (aliases > MAX_ALIASES || target === undefined || ancestors.includes(target))
                    faults.push(alias);
            },
        });
        const [first] = faults;
        if (first !== undefined) {
            const message = aliases > MAX_ALIASES
                ? `more than ${MAX_ALIASES} aliases`
                : 'an alias of something that is not there, or that it is part of';
            this.#complain(first.range ?? [0, 1], message);
            return undefined;
        }
        try {
            return document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
        }
        catch {
            this.#complain([0, 1], 'aliases repeat too much of the file');
            return undefined;
        }
    }
    #at(range, fault) {
        const start = Math.min(range[0] ?? 0, Math.max(0, this.#text.length - 1));
        const { line, col } = this.#counter.lineStarts.length === 0 ? { line: 1, col: 1 } : this.#counter.linePos(start);
        const { message, meant, allowed } = fault;
        const length = (range[1] ?? start + 1) - start;
        const place = { file: this.#file, lines: this.#lines, line: Math.max(1, line), column: Math.max(1, col), length };
        return configurationError({
            ...place,
            path: pathText(fault.mark === 'key' ? fault.path.slice(0, -1) : fault.path),
            message,
            meant,
            allowed,
        });
    }
    #resolve(node) {
        return (0,dist/* isAlias */.Vj)(node) && this.#document !== undefined ? node.resolve(this.#document) : node;
    }
    /** The node of a path, or of as much of it as there is, and the key that leads to it. */
    #find(path) {
        let node = this.#document?.contents ?? undefined;
        let key;
        for (const part of path) {
            const child = childOf(this.#resolve(node), part);
            if (child === undefined)
                return { ...(node && { node }), ...(key && { key }), whole: false };
            key = child.key ?? key;
            node = child.value;
        }
        return { ...(node && { node }), ...(key && { key }), whole: true };
    }
    error(fault) {
        const { node, key, whole } = this.#find(fault.path);
        const wanted = fault.mark === 'key' || !whole || node === undefined || !(0,dist/* isScalar */.jn)(this.#resolve(node));
        const range = ((wanted ? (key ?? node) : node) ?? this.#document?.contents)?.range ?? [0, 1];
        return this.#at([range[0], Math.max(range[1], range[0] + 1)], fault);
    }
    written(path) {
        const { node, whole } = this.#find(path);
        const target = this.#resolve(node);
        if (!whole || !(0,dist/* isScalar */.jn)(target))
            return undefined;
        return typeof target.value === 'string'
            ? quoted(target.value)
            : quoted(String(target.source ?? target.value)).slice(1, -1);
    }
}
/** Reads YAML 1.2 (core schema): one document, no tags, bounded in size, depth and aliases. Never throws. */
function readYaml(text, file) {
    return new ParsedYaml(text.replace(/^\ufeff/, ''), file);
}

;// CONCATENATED MODULE: ./build/domain/configuration/read.js



/** Where the configuration is, in the repository. */
const CONFIGURATION_FILE = '.github/maintenance.yml';
const remembered = new WeakMap();
/** The schemas of some tasks' inputs: making them takes longer than reading a file. */
function schemasOf(taskInputs) {
    const schemas = remembered.get(taskInputs) ?? { file: configurationFor(taskInputs) };
    remembered.set(taskInputs, schemas);
    return schemas;
}
/**
 * Reads the configuration file. An empty text gives the defaults. All errors come back together, in the order of the
 * file, each with file, line, column, value, what is allowed and the nearest valid word. Never throws.
 */
function readConfiguration(text, file, taskInputs) {
    const source = readYaml(text, file);
    if (source.value === undefined)
        return { errors: source.errors };
    const schemas = schemasOf(taskInputs);
    const result = schemas.file.safeParse(source.value, { reportInput: true });
    if (result.success && source.errors.length === 0)
        return { configuration: result.data };
    schemas.words ??= configurationSchema(taskInputs);
    const faults = translate(result.error?.issues ?? [], source, schemas.words);
    const errors = [...source.errors, ...faults.map((fault) => source.error(fault))];
    return { errors: errors.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}
/** The configuration of an empty file: every default. */
function defaultConfiguration(taskInputs) {
    return schemasOf(taskInputs).file.parse({});
}
/** Errors for people: one block each, with a blank line between. */
function describeErrors(errors) {
    return errors.map((error) => error.text).join('\n\n');
}

;// CONCATENATED MODULE: ./build/runtime/configuration-file.js



const largest = 1_048_576;
/** The configuration cannot be used; the message names every error with file, line, column, value and what is allowed. */
class ConfigurationError extends Error {
    name = 'ConfigurationError';
}
/** Read the configuration of a checkout. No input names another file; without one every default stands, and they are the guide's. */
function loadConfiguration(workspace, taskInputs) {
    const file = (0,external_node_path_.join)(workspace, CONFIGURATION_FILE);
    if ((0,external_node_fs_.existsSync)(file) && (0,external_node_fs_.statSync)(file).size > largest)
        throw new ConfigurationError(`${CONFIGURATION_FILE} is larger than 1 MiB`);
    const text = (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.readFileSync)(file, 'utf8') : '';
    const read = readConfiguration(text, CONFIGURATION_FILE, taskInputs);
    if ('errors' in read)
        throw new ConfigurationError(describeErrors(read.errors));
    return read.configuration;
}


/***/ }),

/***/ 36891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LX: () => (/* binding */ taskInputs),
/* harmony export */   Vn: () => (/* binding */ conduct)
/* harmony export */ });
/* unused harmony exports taskOutputs, close, pipelineActions */
/* harmony import */ var _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85411);

/** Inputs that every task has besides its own. */
const taskInputs = {
    mode: {
        kind: 'choice',
        description: 'plan: look, change nothing, and say what would be done. apply: do it. In a window the conductor decides.',
        values: ['', 'plan', 'apply'],
        default: '',
    },
    phase: {
        kind: 'choice',
        description: 'Where in the window it stands; health is looked at before and after changes.',
        values: ['main', 'before', 'after'],
        default: 'main',
    },
    reason: {
        kind: 'text',
        description: 'Why it is applied outside every window. Not used in a window.',
        default: '',
        maxLength: 500,
    },
};
/** Outputs that every task has besides its own. */
const taskOutputs = {
    verdict: 'pass, warn, fail, unknown or not-applicable.',
    status: 'done, nothing-to-do, planned, refused, failed, skipped, deferred or cancelled.',
    result: 'One line: what came of it.',
    report: 'Path of report.json; only when the task runs by itself, outside a window.',
};
/** The conductor: first of our steps in a job, and its `post` the last. */
const conduct = {
    id: 'conduct',
    folder: '',
    title: 'Maintenance conductor',
    description: 'Decides from .github/maintenance.yml, the event and the clock which window is open and which tasks are due in which order. Holds the Lease for the job; its post publishes the report.',
    inputs: {
        window: {
            kind: 'choice',
            description: 'The window that this workflow is for.',
            values: _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_0__/* .windowNames */ .n,
            default: 'daily',
        },
        mode: {
            kind: 'choice',
            description: 'plan: look, change nothing, and say what would be done. apply: do it.',
            values: ['plan', 'apply'],
            default: 'plan',
        },
        reason: {
            kind: 'text',
            description: 'Why it is started by hand; needed outside every window, and shown in the report.',
            default: '',
            maxLength: 500,
        },
    },
    outputs: {
        due: 'JSON list of the ids of the tasks that are due now, in order.',
        mode: 'plan or apply.',
        opening: 'The opening that this run claimed, or empty.',
    },
    post: true,
};
/** The last step of a job: decides alone whether the job is red. */
const close = {
    id: 'close',
    folder: 'actions/close',
    title: 'Close a maintenance job',
    description: 'Last step of a maintenance job: merges the results of its tasks and alone decides whether the job is red.',
    inputs: {},
    outputs: { verdict: 'The worst verdict of the tasks.' },
    post: false,
};
/** All of them. */
const pipelineActions = [conduct, close];


/***/ }),

/***/ 23682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runWord)
/* harmony export */ });
/** Who writes the journal and holds the Lease: run URL, attempt and job. */
function runWord(run, job) {
    return `${run.url} attempt ${run.attempt} job ${job}`;
}


/***/ }),

/***/ 10621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ publishReport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/domain/report/attention.js
/**
 * What needs a person, in the report's order. The same fact found by several tasks (same subject, same title) is one thing:
 * the finding with the most evidence stands for it.
 */
function attentionOf(report) {
    const facts = new Map();
    for (const finding of report.findings) {
        if (finding.severity === 'info' || finding.state === 'fixed')
            continue;
        const fact = JSON.stringify([finding.subject, finding.title, finding.severity]);
        const known = facts.get(fact);
        if (known === undefined || finding.evidence.length > known.evidence.length)
            facts.set(fact, finding);
    }
    return [...facts.values()];
}

;// CONCATENATED MODULE: ./build/pipeline/publish/annotations.js

/** GitHub shows at most ten of a level and step. */
const mostOfALevel = 10;
/**
 * The annotations of a report, most important first, within GitHub's limits: `fail` and `unknown` are errors, `warn` is a
 * warning; what does not fit is counted in the last one of its level.
 */
function annotationsOf(report) {
    const open = attentionOf(report);
    const errors = open.filter((finding) => finding.severity === 'fail' || finding.severity === 'unknown');
    const warnings = open.filter((finding) => finding.severity === 'warn');
    return [...within(errors, 'error'), ...within(warnings, 'warning')];
}
function within(findings, level) {
    const fits = findings.length <= mostOfALevel;
    const shown = (fits ? findings : findings.slice(0, mostOfALevel - 1)).map((finding) => ({
        level,
        title: `${finding.severity}: ${finding.subject}`,
        message: `${finding.title} (${finding.evidence}). Next: ${finding.next}`,
    }));
    if (fits)
        return shown;
    const rest = findings.length - shown.length;
    return [
        ...shown,
        { level, title: `${rest} more`, message: `${rest} more findings of this weight stand in the job summary.` },
    ];
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
;// CONCATENATED MODULE: ./build/render/markdown.js
/** Characters that do not show, or show as something else: C0, C1, zero-width, bidirectional controls, separators. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** Show what does not show: a line break becomes `\n`, other controls `\u….`. */
function visible(text) {
    return text.replace(invisible, (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\t')
            return '\\t';
        if (character === '\r')
            return '\\r';
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}
/**
 * Foreign text as plain words in GitHub's Markdown: no markup, HTML, mention, reference, math or automatic link. Mentions,
 * references and links are found in the rendered text, where an escaped character counts like a bare one: an empty comment
 * keeps the two halves apart there.
 */
function plain(text, longest = 1000) {
    return shortened(visible(text), longest).replace(/([&<>|])|([\\`*_[\]~])|(\$)|[@#](?=\w)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (found, asEntity, asEscape, dollar) => {
        if (asEntity !== undefined)
            return entity(asEntity);
        if (asEscape !== undefined)
            return `\\${asEscape}`;
        return dollar === undefined ? `${found}<!-- -->` : '<span>$</span>';
    });
}
const entity = (character) => `&#${character.charCodeAt(0)};`;
/**
 * Foreign text as code, copyable as it is. With a backtick or a `|` in it a code span could be torn open (by a table, which
 * is cut into cells first): then it is HTML, every character with a meaning a character reference.
 */
function code(text, longest = 500) {
    const shown = shortened(visible(text), longest);
    if (shown === '')
        return '–';
    // unlike a code span, HTML does not keep GitHub from making a link of `www.`
    if (/[|`]/.test(shown))
        return `<code>${shown.replace(/[&<>|`*_[\]\\~$@#!:]|\.(?<=\bwww\.)/gi, entity)}</code>`;
    return `\`${shown}\``;
}
/** Text of ours in which commands stand in backticks: those become code spans, the rest plain words. */
function prose(text) {
    const parts = text.split('`');
    if (parts.length % 2 === 0)
        return plain(text);
    return parts.map((part, index) => (part === '' ? '' : index % 2 === 1 ? code(part) : plain(part))).join('');
}
/** A table; cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
function shortened(text, longest) {
    return text.length > longest ? `${text.slice(0, longest)} … (${text.length} characters)` : text;
}

;// CONCATENATED MODULE: ./build/render/steps.js


/** How many steps a summary shows of a task that nobody has to approve; report.json holds all. */
const mostSteps = 100;
/** What a task would do (dry run) or did, step by step, with its refusals; folded. Empty when there is nothing to show. */
function tableOfSteps(task, mode) {
    const { plan } = task;
    if (plan === undefined || plan.steps.length + plan.refusals.length === 0)
        return '';
    const rows = mode === 'plan' ? plan.steps.map(plannedRow) : plan.steps.map((step) => takenRow(step, task));
    const head = mode === 'plan' ? ['step', 'why', 'could go wrong', 'undo'] : ['step', 'outcome', 'what happened', 'took'];
    const shown = rows.slice(0, mostSteps);
    const rest = rows.length > shown.length ? `\n\n${rows.length - shown.length} more are in report.json.` : '';
    const body = [rows.length > 0 ? `${table(head, shown)}${rest}` : '', ...plan.refusals.map(refusalWords)].filter((text) => text !== '');
    const title = `${task.id}: ${(0,quantities/* counted */.hS)(plan.steps.length, 'step')}${mode === 'plan' ? ' planned' : ''}`;
    return `<details><summary>${title}</summary>\n\n${body.join('\n\n')}\n\nPlan ${code(plan.digest)}\n\n</details>`;
}
const plannedRow = (step) => [
    `${code(step.id)}<br>${code(shortJson(step.from))} → ${code(shortJson(step.to))}`,
    plain(step.why),
    plain(step.risk),
    plain(step.undo),
];
function takenRow(step, task) {
    const applied = task.applied.find((one) => one.step === step.id);
    if (applied === undefined)
        return [code(step.id), 'not taken', '', '–'];
    return [
        code(step.id),
        applied.outcome,
        plain([applied.text, applied.cause].filter((text) => text !== undefined).join('; ')),
        (0,quantities/* formatSpan */.QA)(applied.durationMs),
    ];
}
/** A refusal, written for the person who is annoyed by it. */
function refusalWords(refusal) {
    return `**Refused** ${code(refusal.subject)}: ${plain(refusal.rule)}. ${plain(refusal.state)}. How to go on: ${plain(refusal.next)}`;
}
const shortJson = (value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

;// CONCATENATED MODULE: ./build/render/summary.js




/** Largest job summary that GitHub shows, bytes. Over it nothing is shown at all. */
const largestSummary = 1_048_576;
/**
 * The summary of a report as Markdown: verdict and what needs a person first, then what was done, what could not be
 * checked, and everything else folded. Pure; every foreign text is escaped. Sections that do not fit are left out from
 * the end, and the last line says so.
 */
function renderSummary(report, links = {}) {
    const sections = [
        headline(report),
        contextLine(report),
        needsYou(report),
        unchanged(report),
        done(report),
        couldNotCheck(report),
        notes(report),
        planned(report),
        folded('Also seen', report.findings.filter((finding) => finding.severity === 'info' && finding.state !== 'fixed').map(findingLine)),
        measurements(report),
        footer(report, links),
    ].filter((section) => section !== '');
    return fitted(sections);
}
function headline(report) {
    const open = attentionOf(report).length;
    const what = report.kind === 'window' ? `${capital(report.window?.name ?? report.id)} maintenance` : report.id;
    const dry = report.mode === 'plan' ? ' (dry run, nothing was changed)' : '';
    return `# ${what}${dry}: ${report.verdict}, ${open === 0 ? 'nothing needs you' : `${(0,quantities/* counted */.hS)(open, 'thing')} ${open === 1 ? 'needs' : 'need'} you`}`;
}
function contextLine(report) {
    const { platform, run, window } = report;
    const parts = [`${plain(platform.name)} on ${plain(platform.cluster)}`];
    if (window)
        parts.push(windowWords(report));
    else
        parts.push(`started ${clockTime(report.startedAt)} UTC`);
    parts.push(`took ${(0,quantities/* formatSpan */.QA)(Date.parse(report.finishedAt) - Date.parse(report.startedAt))}`);
    const number = run.number === undefined ? 'this run' : `run ${run.number}`;
    parts.push(run.url.startsWith('https://') ? `[${number}](${encodeURI(run.url).replace(/[()]/g, encodeURIComponent)})` : number);
    const asked = run.event === 'workflow_dispatch'
        ? `\n\nAsked for by ${code(run.requestedBy)}${run.reason ? `: “${plain(run.reason)}”` : ''}`
        : '';
    const advisory = report.advisory === undefined ? '' : `\n\n*Advisory*: ${plain(report.advisory)}.`;
    return `${parts.join(' · ')}${asked}${advisory}`;
}
function windowWords(report) {
    const { window } = report;
    if (!window || window.outside || window.opensAt === undefined || window.closesAt === undefined)
        return `outside every window, started ${clockTime(report.startedAt)} UTC`;
    const late = window.openedLate === undefined || window.openedLate < 60_000
        ? ''
        : ` (${(0,quantities/* formatSpan */.QA)(window.openedLate)} after the opening)`;
    return `window ${clockTime(window.opensAt)}–${clockTime(window.closesAt)} UTC, run started ${clockTime(report.startedAt)}${late}`;
}
function needsYou(report) {
    const open = attentionOf(report);
    if (open.length === 0)
        return '';
    const rows = open.map((finding) => [
        finding.severity,
        `${plain(finding.title)}<br>${plain(finding.evidence)}`,
        code(finding.subject),
        since(finding),
        prose(finding.next),
    ]);
    return `## Needs you\n\n${table(['', 'what', 'where', 'since', 'next'], rows)}`;
}
const since = (finding) => finding.state === 'new' ? '**new**' : finding.firstSeen.slice(0, 16).replace('T', ' ');
/** A night without anything new says so in one line; what was mended is good news. */
function unchanged(report) {
    const open = attentionOf(report);
    const fixed = report.findings.filter((finding) => finding.state === 'fixed');
    const lines = [];
    if (open.length > 0 && open.every((finding) => finding.state === 'persisting'))
        lines.push('Nothing new since the last run.');
    if (fixed.length > 0)
        lines.push(`Fixed since the last run: ${fixed.map((finding) => `${code(finding.subject)} (${plain(finding.title)})`).join('; ')}.`);
    return lines.join('\n\n');
}
function done(report) {
    if (report.tasks.length === 0)
        return '';
    const rows = report.tasks.map((task) => [
        code(task.id),
        task.verdict,
        resultWords(task),
        task.durationMs === 0 ? '–' : (0,quantities/* formatSpan */.QA)(task.durationMs),
    ]);
    return `## ${report.mode === 'plan' ? 'Looked at' : 'Done'}\n\n${table(['task', 'verdict', 'result', 'took'], rows)}`;
}
function resultWords(task) {
    const quiet = ['done', 'nothing-to-do', 'planned'];
    const status = quiet.includes(task.status) ? '' : `${task.status}: `;
    const phase = task.phase === 'main' ? '' : `${task.phase} the changes: `;
    const words = [task.result, task.cause].filter((text) => text !== undefined && text !== '').join('; ');
    return `${phase}${status}${plain(words)}`;
}
function couldNotCheck(report) {
    const unknown = report.findings
        .filter((finding) => finding.severity === 'unknown' && finding.state !== 'fixed')
        .map((finding) => `- ${code(finding.subject)}: ${plain(finding.evidence)}`);
    const left = report.tasks.flatMap((task) => task.notChecked.map((item) => `- ${code(item.subject)} (${task.id}): ${plain(item.why)}`));
    if (unknown.length + left.length === 0)
        return '';
    return `## Could not check\n\n${[...unknown, ...left].join('\n')}`;
}
function notes(report) {
    return report.notes.length === 0
        ? ''
        : `## What the conductor decided\n\n${report.notes.map((note) => `- ${plain(note)}`).join('\n')}`;
}
function planned(report) {
    return report.tasks
        .map((task) => tableOfSteps(task, report.mode))
        .filter((text) => text !== '')
        .join('\n\n');
}
function measurements(report) {
    const rows = report.tasks.flatMap((task) => task.measurements.map((measured) => [
        code(task.id),
        plain(measured.name),
        measured.subject === undefined ? '' : code(measured.subject),
        withUnit(measured.value, measured.unit),
        measured.comparedWith === undefined
            ? ''
            : `${plain(measured.comparedWith.what)} ${withUnit(measured.comparedWith.value, measured.unit)}`,
    ]));
    if (rows.length === 0)
        return '';
    const head = ['task', 'measured', 'where', 'value', 'compared with'];
    return fold(`Everything that was measured (${(0,quantities/* counted */.hS)(rows.length, 'value')})`, table(head, rows));
}
/** A value with its unit, as people read it. */
function withUnit(value, unit) {
    switch (unit) {
        case 'bytes':
            return (0,quantities/* formatBytes */.z3)(value);
        case 'ms':
            return (0,quantities/* formatSpan */.QA)(value);
        case 'share':
            return (0,quantities/* formatShare */.T1)(value);
        case 'per-second':
            return `${round(value)} a second`;
        case 'days':
            return `${round(value)} days`;
        case 'count':
            return round(value);
    }
}
const round = (value) => value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
const findingLine = (finding) => `- ${code(finding.subject)}: ${plain(finding.title)}; ${plain(finding.evidence)}`;
const folded = (title, lines) => lines.length === 0 ? '' : fold(`${title} (${lines.length})`, lines.join('\n'));
const fold = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
function footer(report, links) {
    const where = links.artifact === undefined ? 'the artifact of this run' : `[the artifact](${links.artifact})`;
    return `<sub>Everything, machine-readable: report.json in ${where}, schema version ${report.schemaVersion}.</sub>`;
}
const capital = (word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
const clockTime = (instant) => instant.slice(11, 16);
/** Sections in order while they fit; the first that does not ends the summary with a sentence that says so. */
function fitted(sections) {
    const sorry = 'The rest does not fit into a job summary: it is in the artifact of this run.';
    const size = (text) => new TextEncoder().encode(text).length;
    let text = '';
    for (const section of sections) {
        const next = text === '' ? section : `${text}\n\n${section}`;
        if (size(next) + size(sorry) + 4 > largestSummary)
            return `${text}\n\n${sorry}\n`;
        text = next;
    }
    return `${text}\n`;
}

;// CONCATENATED MODULE: ./build/runtime/publish.js




/**
 * Publish a report: files, job summary, annotations, artifact. What a run cannot do (no results service, a failed upload)
 * is said and does not hide the rest. `keep`: whether it is worth an artifact.
 */
async function publishReport(self, report, keep = true) {
    const folder = (0,external_node_path_.join)(self.environment.jobFolder, 'report');
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const clean = self.redactor.cleanJson(report);
    const summary = self.redactor.clean(renderSummary(clean));
    const json = (0,external_node_path_.join)(folder, 'report.json');
    (0,external_node_fs_.writeFileSync)(json, `${JSON.stringify(clean, null, 2)}\n`, { mode: 0o600 });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'summary.md'), summary, { mode: 0o600 });
    self.environment.summary(summary);
    if (self.environment.onRunner)
        for (const { level, title, message } of annotationsOf(clean))
            self.stdout.annotate(level, title, message);
    if (keep)
        await upload(self, report, folder);
    return { folder, json };
}
async function upload(self, report, folder) {
    const { variables } = self.environment;
    if (!variables.ACTIONS_RESULTS_URL || !variables.ACTIONS_RUNTIME_TOKEN) {
        self.stdout.print(`The report is in ${folder}; there is no results service here to keep it as an artifact.`);
        return;
    }
    // Names are unique within a run, and a re-run has its own attempt.
    const name = `maintenance-${report.id}-${self.environment.job}-attempt-${report.run.attempt}`;
    try {
        const { createArtifacts } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(678)]).then(__webpack_require__.bind(__webpack_require__, 2678));
        await createArtifacts().upload(name, folder, ['report.json', 'summary.md']);
        self.stdout.print(`The report is kept as artifact ${name}.`);
    }
    catch (error) {
        self.stdout.annotate('warning', 'report not kept', error instanceof Error ? error.message : 'the artifact could not be uploaded');
    }
}


/***/ }),

/***/ 23730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/* harmony import */ var _domain_task_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46926);

/** An input of an action is not accepted; the message names each one, its value and what is allowed. */
class InputError extends Error {
    name = 'InputError';
}
/** The inputs of an action: what it was given, where that is empty the configuration's value, else the default. */
function readInputs(id, declarations, environment, configuration) {
    const configured = configuration && Object.hasOwn(configuration.tasks, id) ? configuration.tasks[id]?.inputs : undefined;
    const given = Object.fromEntries(Object.keys(declarations).map((name) => [name, environment.input(name) || configured?.[name]]));
    const parsed = (0,_domain_task_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(declarations, given);
    if ('inputs' in parsed)
        return parsed.inputs;
    const lines = parsed.errors.map((error) => `${id}: input ${error.input}: "${error.value}" is not allowed here; allowed: ${error.allowed}`);
    throw new InputError(lines.join('\n'));
}


/***/ }),

/***/ 53268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ openPlatform)
});

// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
;// CONCATENATED MODULE: ./build/runtime/wiring/cluster.js

/** Connect to the cluster that the environment names; the adapter and its client are loaded only now. */
async function connectCluster(self, { kubeconfig }, task) {
    const { connectKubernetes } = await __webpack_require__.e(/* import() */ 458).then(__webpack_require__.bind(__webpack_require__, 31458));
    const { environment } = self;
    const variable = (name) => environment.variables[name];
    const host = variable('KUBERNETES_SERVICE_HOST');
    const port = variable('KUBERNETES_SERVICE_PORT');
    return connectKubernetes({
        clock: clock/* systemClock */.m,
        random: Math.random,
        task,
        kubeconfig: environment.kubeconfig,
        rules: { plugins: kubeconfig.plugins, proxyUrl: kubeconfig.proxyUrl, insecure: kubeconfig.insecure },
        inCluster: host && port ? { host, port } : undefined,
        proxy: definedOf({
            httpsProxy: variable('HTTPS_PROXY') ?? variable('https_proxy'),
            noProxy: variable('NO_PROXY') ?? variable('no_proxy'),
        }),
        pluginEnvironment: definedOf(Object.fromEntries(['PATH', 'HOME', ...kubeconfig.pluginEnvironment].map((name) => [name, variable(name)]))),
        signal: self.signal,
    });
}
/** The entries that are there. */
function definedOf(entries) {
    return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/runtime/wiring/secrets.js


/** Shorter values would mask ordinary text everywhere; as passwords they protect nothing. */
const shortest = 4;
/**
 * Read one value of a Secret. It is masked in the runner's log and redacted from everything this process writes, before
 * anybody else sees it.
 */
async function readSecret(self, cluster, namespace, at) {
    const subject = `secret/${at.secret}`;
    const secret = await cluster.get(resources/* resources */.E.secrets, namespace, at.secret);
    const encoded = secret?.data?.[at.key];
    if (encoded === undefined) {
        throw new port_error/* PortError */.U({
            code: 'not-found',
            subject,
            message: secret === undefined
                ? `${subject} does not exist in ${namespace}`
                : `${subject} in ${namespace} has no key ${at.key}`,
            next: `create it, or name another in .github/maintenance.yml: \`kubectl -n ${namespace} get secret ${at.secret}\``,
        });
    }
    const value = Buffer.from(encoded, 'base64').toString('utf8');
    if (value.length < shortest) {
        throw new port_error/* PortError */.U({
            code: 'invalid',
            subject,
            message: `key ${at.key} of ${subject} is shorter than ${shortest} characters: too short to be kept out of logs`,
            next: 'set a longer one',
        });
    }
    maskSecret(self, value);
    return value;
}
/** Keep a value out of everything: our own writers, and the runner's log. */
function maskSecret(self, value) {
    for (const form of self.redactor.add(value))
        if (self.environment.onRunner)
            self.stdout.mask(form);
}
/** Read a public text (certificates): from a ConfigMap or a Secret, without masking it. */
async function readText(cluster, namespace, at) {
    const object = at.kind === 'Secret'
        ? await cluster.get(resources/* resources */.E.secrets, namespace, at.name)
        : await cluster.get(resources/* resources */.E.configMaps, namespace, at.name);
    const value = object?.data?.[at.key];
    if (value !== undefined)
        return at.kind === 'Secret' ? Buffer.from(value, 'base64').toString('utf8') : value;
    const subject = `${at.kind.toLowerCase()}/${at.name}`;
    throw new port_error/* PortError */.U({
        code: 'not-found',
        subject,
        message: `${subject} in ${namespace} does not exist or has no key ${at.key}`,
        next: 'create it, or name another in .github/maintenance.yml',
    });
}

;// CONCATENATED MODULE: ./build/runtime/wiring/access-key.js

/**
 * The key to the bucket: from the configured Secret, else what a cloud login left in the environment of the job. Undefined
 * where there is neither.
 */
async function accessKey(self, cluster, namespace, configured) {
    if (configured === undefined)
        return fromEnvironment(self);
    const { secret } = configured;
    const read = async (key) => readSecret(self, await cluster(), namespace, { secret, key });
    return {
        accessKeyId: await read(configured.accessKeyId),
        secretAccessKey: await read(configured.secretAccessKey),
    };
}
function fromEnvironment(self) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken, } = self.environment.variables;
    if (!accessKeyId || !secretAccessKey)
        return undefined;
    maskSecret(self, secretAccessKey);
    if (!sessionToken)
        return { accessKeyId, secretAccessKey };
    maskSecret(self, sessionToken);
    return { accessKeyId, secretAccessKey, sessionToken };
}

// EXTERNAL MODULE: ./build/domain/kubernetes/pods.js
var pods = __webpack_require__(95260);
;// CONCATENATED MODULE: ./build/runtime/wiring/prometheus.js



/** Where the configuration says Prometheus is: an address, or a ready pod behind its Service. Undefined: there is none. */
function prometheusServer(platform, cluster) {
    const { enabled, address, service, port, namespace = platform.namespace } = platform.prometheus;
    if (!enabled)
        return undefined;
    if (address !== undefined)
        return serverAt(new URL(address));
    return {
        name: `prometheus (service/${service} in ${namespace})`,
        scheme: 'http',
        serverName: 'localhost',
        path: '',
        reach: async () => forwardTo(await cluster(), namespace, service, port),
    };
}
function serverAt(url) {
    const scheme = url.protocol === 'https:' ? 'https' : 'http';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = url.port === '' ? (scheme === 'https' ? 443 : 80) : Number(url.port);
    return {
        name: `prometheus at ${url.host}`,
        scheme,
        serverName: url.hostname,
        path: url.pathname.replace(/\/+$/, ''),
        reach: async () => ({ host, port, close: async () => undefined }),
    };
}
async function forwardTo(cluster, namespace, service, port) {
    const subject = `service/${service}`;
    const selector = (await cluster.get(resources/* resources */.E.services, namespace, service))?.spec.selector ?? {};
    const labels = Object.entries(selector)
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
    if (labels !== '') {
        for await (const pod of cluster.list({ resource: resources/* resources */.E.pods, namespace, labels })) {
            if ((0,pods/* isReady */.i)(pod))
                return cluster.forward({ namespace, pod: pod.metadata.name }, port);
        }
    }
    throw new port_error/* PortError */.U({
        code: labels === '' ? 'not-found' : 'unreachable',
        subject,
        message: labels === ''
            ? `${subject} does not exist in ${namespace}, or selects no pods`
            : `no pod behind ${subject} is ready`,
        next: `\`kubectl -n ${namespace} get service ${service}\`, or say where Prometheus is under \`platform.prometheus\``,
    });
}

;// CONCATENATED MODULE: ./build/runtime/wiring/targets.js


/**
 * The servers of a store. Where an address is configured there is one, reached directly; otherwise each pod that has not
 * ended, in the order of their names, through a port-forward.
 */
async function targetsOf(cluster, namespace, store) {
    const { address, port, workload } = store;
    if (address !== undefined) {
        return [{ name: `${address}:${port}`, reach: async () => ({ host: address, port, close: async () => undefined }) }];
    }
    const found = [];
    const reached = await cluster();
    for await (const pod of reached.list({ resource: resources/* resources */.E.pods, namespace, labels: workload.selector })) {
        if (pod.metadata.deletionTimestamp === undefined)
            found.push(pod);
    }
    if (found.length === 0) {
        throw new port_error/* PortError */.U({
            code: 'not-found',
            subject: `pods ${workload.selector}`,
            message: `no pod in ${namespace} matches ${workload.selector}`,
            next: `\`kubectl -n ${namespace} get ${workload.kind.toLowerCase()}/${workload.name}\``,
        });
    }
    const names = found.map((pod) => pod.metadata.name).sort(byOrdinal);
    return names.map((pod) => ({ name: `pod/${pod}`, reach: () => reached.forward({ namespace, pod }, port) }));
}
/** A pod's port through a port-forward. */
function reachThrough(cluster) {
    return async ({ namespace, pod, port }) => (await cluster()).forward({ namespace, pod }, port);
}
/** `postgres-2` before `postgres-10`. */
const byOrdinal = (a, b) => a.localeCompare(b, 'en', { numeric: true });

;// CONCATENATED MODULE: ./build/runtime/wiring/ports.js





/** How each port's adapter is made. Loading happens here, and only for the ports that a task declares. */
const makers = {
    cluster: ({ cluster }) => cluster(),
    history: async ({ history }) => ({ series: async (metric) => (await history())[metric] ?? [] }),
    certificates: async ({ cluster }) => {
        const { createCertificates } = await Promise.all(/* import() */[__webpack_require__.e(452), __webpack_require__.e(319)]).then(__webpack_require__.bind(__webpack_require__, 50319));
        return createCertificates({ reach: reachThrough(cluster) });
    },
    metrics: async ({ configuration, cluster }) => {
        const { createMetrics } = await __webpack_require__.e(/* import() */ 73).then(__webpack_require__.bind(__webpack_require__, 45073));
        const prometheus = prometheusServer(configuration.platform, cluster);
        return createMetrics({ prometheus, reach: reachThrough(cluster), clock: clock/* systemClock */.m });
    },
    probe: async ({ cluster }) => {
        const { createProbe } = await __webpack_require__.e(/* import() */ 107).then(__webpack_require__.bind(__webpack_require__, 78107));
        return createProbe({ reach: reachThrough(cluster), clock: clock/* systemClock */.m });
    },
    database: async ({ self, configuration, cluster, run }) => {
        const { createDatabase } = await Promise.all(/* import() */[__webpack_require__.e(849), __webpack_require__.e(835)]).then(__webpack_require__.bind(__webpack_require__, 12216));
        const { database, namespace } = configuration.platform;
        return createDatabase({
            targets: () => targetsOf(cluster, namespace, database),
            database: database.name,
            user: database.user,
            password: async () => readSecret(self, await cluster(), namespace, database.password),
            tls: () => tlsOf(cluster, namespace, database),
            run,
            clock: clock/* systemClock */.m,
        });
    },
    objectStore: async ({ self, configuration, cluster }) => {
        const { createObjectStore } = await Promise.all(/* import() */[__webpack_require__.e(711), __webpack_require__.e(38)]).then(__webpack_require__.bind(__webpack_require__, 83038));
        const { backups, namespace } = configuration.platform;
        const { endpoint, region, bucket } = backups;
        return createObjectStore({
            ...(endpoint === undefined ? {} : { endpoint }),
            region,
            bucket,
            credentials: () => accessKey(self, cluster, namespace, backups.credentials),
        });
    },
    cache: async ({ self, configuration, cluster, run }) => {
        const { createCache } = await Promise.all(/* import() */[__webpack_require__.e(488), __webpack_require__.e(339)]).then(__webpack_require__.bind(__webpack_require__, 20339));
        const { cache, namespace } = configuration.platform;
        const { user, password } = cache;
        return createCache({
            targets: () => targetsOf(cluster, namespace, cache),
            ...(user === undefined ? {} : { user }),
            ...(password === undefined
                ? {}
                : { password: async () => readSecret(self, await cluster(), namespace, password) }),
            tls: () => tlsOf(cluster, namespace, cache),
            run,
            clock: clock/* systemClock */.m,
        });
    },
};
/** The names of all ports. */
const portNames = Object.keys(makers);
/** Make the adapters of these ports, and no others. */
async function makePorts(names, wiring) {
    const made = await Promise.all(names.map(async (name) => [name, await makers[name](wiring)]));
    return Object.fromEntries(made);
}
async function tlsOf(cluster, namespace, store) {
    const { mode, ca, serverName } = store.tls;
    const name = serverName ?? store.address ?? store.workload.name;
    return {
        mode,
        serverName: name,
        ...(ca === undefined ? {} : { ca: await readText(await cluster(), namespace, ca) }),
    };
}

;// CONCATENATED MODULE: ./build/runtime/wiring/platform.js




/** Connect to the platform. Nothing is read yet; a kubeconfig that cannot be used is a PortError. */
async function openPlatform(self, configuration, task) {
    const cluster = await connectCluster(self, configuration, task);
    const { openMaintenance } = await __webpack_require__.e(/* import() */ 133).then(__webpack_require__.bind(__webpack_require__, 18133));
    const maintenance = openMaintenance(cluster, clock/* systemClock */.m);
    const { context, server, user } = cluster.acting;
    self.stdout.print(`Acting on ${context} (${server}) as ${user}.`);
    const wiring = {
        self,
        configuration,
        cluster: async () => cluster,
        history: () => maintenance.state.read('history'),
        run: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
    };
    const { platform } = configuration;
    return {
        maintenance,
        ports: (names) => makePorts(names, wiring),
        allPorts: () => makePorts(portNames, wiring),
        describe: async () => ({
            name: platform.name,
            cluster: platform.cluster ?? context,
            namespace: platform.namespace,
        }),
    };
}


/***/ }),

/***/ 99173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ loadStep)
/* harmony export */ });
const loaders = {
    'delete-files': async () => (await __webpack_require__.e(/* import() */ 355).then(__webpack_require__.bind(__webpack_require__, 41355))).default,
    'expire-stale-keys': async () => (await __webpack_require__.e(/* import() */ 22).then(__webpack_require__.bind(__webpack_require__, 6022))).default,
    'probe-database-write': async () => (await __webpack_require__.e(/* import() */ 895).then(__webpack_require__.bind(__webpack_require__, 49276))).default,
    'probe-dns': async () => (await __webpack_require__.e(/* import() */ 77).then(__webpack_require__.bind(__webpack_require__, 59077))).default,
    'purge-cache-memory': async () => (await __webpack_require__.e(/* import() */ 350).then(__webpack_require__.bind(__webpack_require__, 27350))).default,
    'rotate-logs': async () => (await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 10845))).default,
    'vacuum-table': async () => (await __webpack_require__.e(/* import() */ 144).then(__webpack_require__.bind(__webpack_require__, 16144))).default,
};
/** Load the execution of a step kind. */
async function loadStep(kind) {
    return (await loaders[kind]());
}


/***/ }),

/***/ 60190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mi: () => (/* binding */ loadAllTasks)
/* harmony export */ });
/* unused harmony exports taskLoaders, loadTask */
/** Loads a task by its id; ids are looked up here, never imported by name. */
const taskLoaders = {
    'check-health': () => __webpack_require__.e(/* import() */ 918).then(__webpack_require__.bind(__webpack_require__, 64918)),
    'clean-temporary-files': () => __webpack_require__.e(/* import() */ 547).then(__webpack_require__.bind(__webpack_require__, 547)),
    'maintain-database': () => __webpack_require__.e(/* import() */ 999).then(__webpack_require__.bind(__webpack_require__, 99999)),
    'monitor-performance': () => __webpack_require__.e(/* import() */ 40).then(__webpack_require__.bind(__webpack_require__, 29040)),
    'optimize-caches': () => __webpack_require__.e(/* import() */ 705).then(__webpack_require__.bind(__webpack_require__, 6705)),
    'rotate-logs': () => __webpack_require__.e(/* import() */ 26).then(__webpack_require__.bind(__webpack_require__, 26026)),
    'validate-certificates': () => __webpack_require__.e(/* import() */ 685).then(__webpack_require__.bind(__webpack_require__, 41685)),
};
/** Load a task; undefined when there is none of that id. */
async function loadTask(id) {
    return Object.hasOwn(taskLoaders, id) ? (await taskLoaders[id]?.())?.default : undefined;
}
/** Load every task, in the order of their ids. */
async function loadAllTasks() {
    return Promise.all(Object.values(taskLoaders).map(async (load) => (await load()).default));
}


/***/ })

};
