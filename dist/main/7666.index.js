export const id = 7666;
export const ids = [7666];
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

/***/ 34297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ leaseDurationMs)
/* harmony export */ });
/** Our duration of the Lease, ms: a holder that has not renewed it for so long has lost it. Never what the object says. */
const leaseDurationMs = 300_000;


/***/ }),

/***/ 490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ rememberLeft),
/* harmony export */   VL: () => (/* binding */ findingsOfLeft),
/* harmony export */   gQ: () => (/* binding */ leftToTell),
/* harmony export */   lo: () => (/* binding */ toldLeft)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);

const kept = 100;
/** A report may be lost with the job that wrote it: for so long after the first, later ones tell it as well, ms. */
const toldForMs = 24 * 3_600_000;
/** What is left with the steps of a journal that were left as they are: durable before the journal is closed. */
function rememberLeft(left, content, at) {
    const progress = (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(content);
    const now = content.plan.steps.flatMap((step) => {
        const how = progress.get(step.id);
        if (how !== 'frozen' && how !== 'held')
            return [];
        return [{ run: content.run, task: content.task, step: step.id, subject: step.subject, how, at }];
    });
    return now.length === 0 ? left : [...left, ...now].slice(-kept);
}
/** What reports still tell: what no report has told yet, and for a day what one has. */
function leftToTell(left, now) {
    return left.filter(({ toldAt }) => toldAt === undefined || now - Date.parse(toldAt) < toldForMs);
}
/**
 * The same after a report at `now` (epoch ms) that was made from `read`: those are first told now, and what nobody needs any
 * more is gone. A step that was left since then is in no report yet.
 */
function toldLeft(left, read, now) {
    const at = new Date(now).toISOString();
    const told = new Set(read.map(nameOf));
    return leftToTell(left, now).map((each) => (told.has(nameOf(each)) ? { ...each, toldAt: each.toldAt ?? at } : each));
}
const nameOf = ({ run, task, step, at }) => JSON.stringify([run, task, step, at]);
/** One finding for each step that was left; those that the report's own tasks tell of are not told twice. */
function findingsOfLeft(left, toldHere) {
    return left
        .filter(({ step }) => !toldHere.has(step))
        .map(({ run, task, step, subject, how, at }) => ({
        code: 'left-as-it-is',
        severity: 'fail',
        subject,
        title: how === 'held'
            ? 'a step failed, and its workload must not be rolled back: it was left as it is'
            : 'somebody changed it while maintenance was under way: it was left as it is',
        evidence: `"${step}" of ${task} (${run}, ${at})`,
        next: 'decide about it by hand; nothing of ours touches it any more',
    }));
}


/***/ }),

/***/ 89137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ stillUntold),
/* harmony export */   Oe: () => (/* binding */ findingsOfUntold),
/* harmony export */   Pz: () => (/* binding */ untoldToTell),
/* harmony export */   y0: () => (/* binding */ rememberUntold)
/* harmony export */ });
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);

const kept = 50;
/** Steps of a plan that are told by name; the others are counted. Fewer would leave changes that no report names. */
const mostNamed = 20;
/** Progress of steps that have changed something, whatever became of it. */
const changed = new Set(['done', 'failed', 'undone', 'frozen', 'held']);
/**
 * What is untold with the plan of a journal that is about to be closed: durable before it is, so that a run that is killed
 * between its last step and its report is told of by the next one. Plans that changed nothing are left out.
 */
function rememberUntold(untold, content, at) {
    const { run, task, digest } = content;
    const progress = (0,_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .progressOf */ .jA)(content);
    const steps = content.plan.steps.map(({ id }) => id);
    const touched = steps.filter((id) => changed.has(progress.get(id) ?? 'begun'));
    if (touched.length === 0)
        return untold;
    const done = touched.filter((id) => progress.get(id) === 'done');
    const plan = { run, task, digest, at, done: done.slice(0, mostNamed), steps: touched.length };
    return [...untold, { ...plan, doneInAll: done.length }].slice(-kept);
}
const isOwn = ({ run, digest }, teller) => run === teller.run && teller.digests.has(digest);
/** What a report has to tell of plans that are in no report: those of its own run, and of runs that are over. */
function untoldToTell(untold, teller) {
    return untold.filter((plan) => !isOwn(plan, teller) && (plan.run === teller.run || teller.holdsLease));
}
/**
 * What is still untold after a report that was made from `read`: a plan that has been remembered since then is in no report,
 * whoever's it is.
 */
function stillUntold(now, read, teller) {
    const told = new Set([...untoldToTell(read, teller), ...read.filter((plan) => isOwn(plan, teller))].map(nameOf));
    return now.filter((plan) => !told.has(nameOf(plan)));
}
const nameOf = ({ run, digest, at }) => JSON.stringify([run, digest, at]);
/** One finding for each plan that no report tells of; `ownRun` is the run that tells. */
function findingsOfUntold(untold, ownRun) {
    return untold.map(({ run, task, at, done, steps, doneInAll }) => {
        const more = doneInAll > done.length ? ` and ${doneInAll - done.length} more` : '';
        const names = done.length === 0 ? 'none stays' : `done: ${done.map((id) => `"${id}"`).join(', ')}${more}`;
        return {
            code: 'run-not-reported',
            severity: 'warn',
            subject: task,
            title: `${run === ownRun ? 'this' : 'an earlier'} run took steps that are in no report that is known`,
            evidence: `${steps} of its steps changed something, ${names} (${run}, ${at})`,
            next: 'look for the report of that run; where there is none, look at what it changed',
        };
    });
}


/***/ }),

/***/ 39315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ beginAlone)
/* harmony export */ });
/* harmony import */ var _domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3510);
/* harmony import */ var _domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84443);
/* harmony import */ var _domain_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27279);
/* harmony import */ var _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88282);




/**
 * The job of one task by itself. Pure. Looking is allowed at any time; applying while a window is open, or outside every
 * window with a written reason, and never in a blackout: else the job holds a refusal and nothing is due.
 */
function beginAlone(request) {
    const { calendar, now, mode } = request;
    const opening = (0,_domain_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__/* .openAt */ ._8)(calendar, now)[0];
    const refusal = mode === 'plan' ? undefined : refusalOf(request, opening !== undefined);
    const left = opening === undefined ? _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .JOB_MS */ .RY : Math.min(_domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .JOB_MS */ .RY, (0,_domain_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLeft */ .f$)(opening, now));
    const instant = (ms) => new Date(ms).toISOString();
    return {
        mode,
        run: { ...request.run, ...(request.reason === '' ? {} : { reason: request.reason }) },
        platform: request.platform,
        window: opening === undefined
            ? { name: request.task, outside: true }
            : { name: opening.window, opensAt: instant(opening.start), closesAt: instant(opening.end), outside: false },
        absorbs: [],
        continues: false,
        due: refusal === undefined ? [request.task] : [],
        lookOnly: [],
        notDue: refusal === undefined ? [] : [{ id: request.task, status: 'refused', verdict: 'warn', cause: refusal.rule }],
        notes: [opening === undefined ? 'outside every window' : `${opening.window} is open until ${(0,_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_2__/* .utcOf */ .ym)(opening.end)}`],
        findings: [],
        ...(refusal === undefined ? {} : { refusal }),
        ...(request.advisory !== undefined && mode === 'apply' ? { advisory: request.advisory } : {}),
        earlier: {},
        startedAt: instant(now),
        closesAt: instant(now + left - _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .RESERVE_MS */ .o7),
        failOn: request.failOn,
    };
}
function refusalOf({ calendar, now, reason, task }, open) {
    const blackouts = (0,_domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_3__/* .blackoutsAt */ .It)(calendar, now);
    if (blackouts.length > 0) {
        return {
            subject: task,
            rule: 'nothing is changed in a blackout, whatever the reason',
            state: blackouts.map(_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBlackout */ .XP).join('; '),
            next: 'ask its owner to lift it in .github/maintenance.yml, or wait',
        };
    }
    if (open || reason.trim() !== '')
        return undefined;
    return {
        subject: task,
        rule: 'outside every window a change needs a written reason',
        state: (0,_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .WE)(calendar, now).sentence,
        next: 'give a reason (input `reason`), or wait for the opening; `mode: plan` is allowed at any time',
    };
}


/***/ }),

/***/ 3468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ LeaseKeeper)
/* harmony export */ });
/* harmony import */ var _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34297);

/** For so long a renewal is trusted, ms. */
const trustedMs = (_domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseDurationMs */ .P * 2) / 3;
/**
 * Keeps the job's Lease while this process changes something. A holder stops at two thirds of the duration after its last
 * proven renewal, by its own monotonic clock: long before anybody may take over.
 */
class LeaseKeeper {
    #lease;
    #holder;
    #clock;
    #renewedAt;
    constructor(lease, holder, clock) {
        this.#lease = lease;
        this.#holder = holder;
        this.#clock = clock;
    }
    /**
     * Whether the Lease is held: renewed now if the last renewal is older than a fifth of the duration. The age that counts
     * is that after asking: a process that stood still while it asked may have lost the Lease meanwhile, whatever the answer.
     */
    async holds() {
        if (this.#age() < _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseDurationMs */ .P / 5)
            return true;
        const asked = this.#clock.monotonic();
        try {
            if (!(await this.#lease.renew(this.#holder)))
                return false;
            this.#renewedAt = asked;
        }
        catch (error) {
            if (this.#age() >= trustedMs)
                throw error;
        }
        return this.#age() < trustedMs || this.holds();
    }
    /** Renew every minute until the signal fires; a renewal that fails is left to {@link holds} to report. */
    async keep(signal) {
        while (!signal.aborted) {
            await this.#clock.sleep(_domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseDurationMs */ .P / 5, signal).catch(() => undefined);
            if (!signal.aborted)
                await this.holds().catch(() => false);
        }
    }
    /** How long ago the last proven renewal was asked for, ms. */
    #age() {
        return this.#renewedAt === undefined ? Number.POSITIVE_INFINITY : this.#clock.monotonic() - this.#renewedAt;
    }
}


/***/ }),

/***/ 1982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ finish),
  x: () => (/* binding */ isIdle)
});

// EXTERNAL MODULE: ./build/domain/report/build.js + 2 modules
var build = __webpack_require__(68266);
// EXTERNAL MODULE: ./build/domain/state/applied.js
var applied = __webpack_require__(11350);
// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
// EXTERNAL MODULE: ./build/domain/state/measured.js
var measured = __webpack_require__(40299);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/domain/state/left.js
var state_left = __webpack_require__(490);
// EXTERNAL MODULE: ./build/domain/state/untold.js
var state_untold = __webpack_require__(89137);
;// CONCATENATED MODULE: ./build/pipeline/publish/earlier-runs.js


/** Nothing is left behind. */
const nothingBehind = { left: [], untold: [] };
/** Read what journals left behind. Rejects with a PortError. */
async function readBehind(state) {
    const [left, untold] = await Promise.all([state.read('left'), state.read('untold')]);
    return { left, untold };
}
/** What a report tells of it: steps that were left as they are by whichever run, and plans that are in no report. */
function behindFindings({ left, untold }, telling) {
    const toldHere = telling.outcomes.flatMap(({ entry }) => entry.undone.map(({ step }) => step));
    return [
        ...(0,state_left/* findingsOfLeft */.VL)((0,state_left/* leftToTell */.gQ)(left, telling.now), new Set(toldHere)),
        ...(0,state_untold/* findingsOfUntold */.Oe)((0,state_untold/* untoldToTell */.Pz)(untold, tellerOf(telling)), telling.runWord),
    ];
}
/** What has to be written once the report has told it; nothing where there is nothing. */
function toldWrites(state, { left, untold }, telling) {
    const teller = tellerOf(telling);
    const tellsLeft = left.length > 0;
    const tellsUntold = (0,state_untold/* stillUntold */.Bf)(untold, untold, teller).length < untold.length;
    return [
        ...(tellsLeft
            ? [['what was left', () => state.update('left', (now) => (0,state_left/* toldLeft */.lo)(now, left, telling.now))]]
            : []),
        ...(tellsUntold
            ? [['what was told', () => state.update('untold', (now) => (0,state_untold/* stillUntold */.Bf)(now, untold, teller))]]
            : []),
    ];
}
/** An entry tells of a plan's steps when it has some: one that was refused shows the same plan, perhaps of a dead run's journal. */
function tellerOf({ job, outcomes, runWord }) {
    const telling = outcomes.filter(({ entry }) => entry.applied.length + entry.undone.length > 0);
    const digests = telling.flatMap(({ entry }) => (entry.plan === undefined ? [] : [entry.plan.digest]));
    return { run: runWord, digests: new Set(digests), holdsLease: job.leaseHolder !== undefined };
}

;// CONCATENATED MODULE: ./build/pipeline/publish/finish.js






const nothingToTell = async () => [];
/** Build the report by comparing with what is known, and remember what the next run needs. Plan mode remembers nothing. */
async function finish(finishing) {
    const finishedAt = new Date(finishing.clock.now()).toISOString();
    if (isIdle(finishing.job))
        return {
            report: (0,build/* buildReport */.FK)({ ...finishing, known: {}, finishedAt }).report,
            notRemembered: [],
            told: nothingToTell,
        };
    const before = await readBefore(finishing.state);
    const { behind } = before;
    const told = behindFindings(behind, { ...finishing, now: finishing.clock.now() });
    const job = { ...finishing.job, findings: [...finishing.job.findings, ...told, ...before.findings] };
    const built = (0,build/* buildReport */.FK)({ ...finishing, job, known: before.known ?? {}, finishedAt });
    const report = { ...built.report, notes: [...built.report.notes, ...before.notes] };
    if (finishing.job.mode === 'plan' || (finishing.outcomes.length === 0 && finishing.job.leaseHolder === undefined)) {
        return { report, notRemembered: [], told: nothingToTell };
    }
    const notRemembered = await remember({ ...finishing, job }, report, before.known && built.known);
    const telling = { ...finishing, now: finishing.clock.now() };
    return { report, notRemembered, told: () => writeEach(toldWrites(finishing.state, behind, telling)) };
}
/** Nothing was due, deferred, refused or found: the cluster is not even asked. */
function isIdle(job) {
    return job.due.length + job.notDue.length + job.findings.length === 0 && job.refusal === undefined;
}
/** What earlier runs found and left behind. That something may be left half-way which could not be read is no good report. */
async function readBefore(state) {
    const [known, behind] = await Promise.allSettled([state.read('findings'), readBehind(state)]);
    const notes = known.status === 'fulfilled'
        ? []
        : [`findings are all called new: those of earlier runs could not be read (${(0,trouble/* causeOf */.rl)(known.reason)})`];
    const findings = behind.status === 'fulfilled'
        ? []
        : [(0,trouble/* unknownFinding */.M8)('left-not-read', 'state', 'what earlier runs left to tell could not be read', behind.reason)];
    return {
        ...(known.status === 'fulfilled' ? { known: known.value } : {}),
        behind: behind.status === 'fulfilled' ? behind.value : nothingBehind,
        findings,
        notes,
    };
}
/** Only a run that applied something has anything to add, so that most never write the document. */
function rememberPlans({ state, outcomes, runWord, clock }) {
    const at = new Date(clock.now()).toISOString();
    if ((0,applied/* rememberApplied */.vY)([], outcomes, runWord, at).length === 0)
        return Promise.resolve();
    return state.update('applied', (current) => (0,applied/* rememberApplied */.vY)(current, outcomes, runWord, at));
}
async function remember(finishing, report, known) {
    const { state, outcomes, job, runWord, clock } = finishing;
    return writeEach([
        ...(known === undefined ? [] : [['findings', () => state.update('findings', () => known)]]),
        ['durations', () => state.update('durations', (current) => (0,measured/* rememberDurations */.Bp)(current, outcomes))],
        ['history', () => state.update('history', (current) => (0,measured/* rememberMeasurements */.zs)(current, outcomes, clock.now()))],
        ['what can be put back', () => rememberPlans(finishing)],
        ...(job.opening === undefined ? [] : [['the claim', () => rememberClaim(finishing, report, runWord)]]),
    ]);
}
/** Each write stands for itself; answers those that failed. */
async function writeEach(writes) {
    const failed = [];
    for (const [what, write] of writes) {
        try {
            await write();
        }
        catch (error) {
            failed.push(`${what} could not be written: ${(0,trouble/* causeOf */.rl)(error)}`);
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
        const recorded = (0,state_claims/* recordTasks */.cS)(claims, opening, runWord, tasks);
        const complete = (before, id) => (0,state_claims/* completeClaim */.ww)(before, id, runWord, report.finishedAt, report.verdict);
        return through ? [opening, ...job.absorbs].reduce(complete, recorded) : recorded;
    });
}
const claimedTask = ({ entry }, finishedAt) => ({
    status: entry.status,
    verdict: entry.verdict,
    finishedAt,
});


/***/ }),

/***/ 7611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ apply),
/* harmony export */   Fu: () => (/* binding */ rollBack),
/* harmony export */   SR: () => (/* binding */ approve),
/* harmony export */   bU: () => (/* binding */ githubToken),
/* harmony export */   et: () => (/* binding */ plan),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   wB: () => (/* binding */ watch)
/* harmony export */ });
/* harmony import */ var _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85411);

/** The token of the job, for actions that ask the forge. */
const githubToken = {
    'github-token': {
        kind: 'text',
        description: 'The token of the job, with the permissions that its workflow lists.',
        default: '',
        maxLength: 4000,
    },
};
const requestInputs = {
    ...githubToken,
    mode: {
        kind: 'choice',
        description: 'plan: only show it. apply: hand it to the job of its gate.',
        values: ['plan', 'apply'],
        default: 'plan',
    },
    reason: {
        kind: 'text',
        description: 'Why; shown to the reviewer and in the report, and bound by the approval.',
        default: '',
        maxLength: 500,
    },
    'pull-request': {
        kind: 'integer',
        description: 'Number of the pull request that hears of the result; 0 for none.',
        default: 0,
        min: 0,
        max: 1_000_000_000,
        unit: 'number',
    },
};
const planOutputs = {
    preventive: 'Digest of the preventive plan, for the job that applies it; empty when there is none.',
    corrective: 'The same for what environment maintenance-corrective holds.',
    adaptive: 'The same for what environment maintenance-adaptive holds.',
    perfective: 'The same for what environment maintenance-perfective holds.',
    'preventive-artifact': 'Id of the artifact that holds the preventive plan.',
    'corrective-artifact': 'Id of the artifact that holds the corrective plan.',
    'adaptive-artifact': 'Id of the artifact that holds the adaptive plan.',
    'perfective-artifact': 'Id of the artifact that holds the perfective plan.',
    verdict: 'The worst verdict of what was looked at.',
};
/** Makes the plan of a task by hand, or of a window's gated tasks ahead of it, for another job to apply. */
const plan = {
    id: 'plan',
    folder: 'actions/plan',
    title: 'Plan maintenance',
    description: 'Makes plans with credentials that cannot change the platform, shows the reviewer what would change, and hands each to the job of its gate by digest and artifact.',
    inputs: {
        task: {
            kind: 'text',
            description: 'The task to plan; empty when a window is planned ahead.',
            default: '',
            pattern: '[a-z-]*',
            maxLength: 60,
        },
        window: {
            kind: 'choice',
            description: 'The window whose gated tasks are planned ahead; any: the next; empty when a task is planned.',
            values: ['', 'any', ..._domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_0__/* .windowNames */ .n],
            default: '',
        },
        target: {
            kind: 'text',
            description: 'What the task is about, for tasks that have an input target: deployment/api-gateway.',
            default: '',
            maxLength: 300,
        },
        inputs: {
            kind: 'text',
            description: "The task's other inputs, one name=value a line.",
            default: '',
            maxLength: 4000,
        },
        ...requestInputs,
    },
    outputs: planOutputs,
    post: false,
};
/** Makes the plan that puts back what a finished run changed. */
const rollBack = {
    id: 'roll-back',
    folder: 'actions/roll-back',
    title: 'Plan the way back of a finished run',
    description: 'Makes the plan that puts back what an applied plan changed, whole or not at all; it goes through the same gate as the plan that it puts back.',
    inputs: {
        plan: {
            kind: 'text',
            description: 'The first digits of the digest of the applied plan (at least 12), as its report shows them, or the number of the run that applied it.',
            default: '',
            maxLength: 71,
        },
        ...requestInputs,
    },
    outputs: planOutputs,
    post: false,
};
/** Applies the plan of one gate, exactly as it was approved. */
const apply = {
    id: 'apply',
    folder: 'actions/apply',
    title: 'Apply an approved plan',
    description: 'Judges the approval by what it reads itself, waits for the Lease, observes again, and takes exactly the steps that were approved, or none. Its post undoes what is half-way and publishes the report.',
    inputs: {
        type: {
            kind: 'choice',
            description: 'Whose gate the job stands for.',
            values: ['preventive', 'corrective', 'adaptive', 'perfective'],
            default: 'preventive',
        },
        digest: {
            kind: 'text',
            description: 'The digest that the planning job handed over.',
            default: '',
            maxLength: 200,
        },
        artifact: {
            kind: 'text',
            description: 'The number of the artifact that holds the plan.',
            default: '',
            maxLength: 40,
        },
        comment: {
            kind: 'integer',
            description: 'With the issue as gate: the number of the comment that approves; else 0.',
            default: 0,
            min: 0,
            max: 9_007_199_254_740_991,
            unit: 'number',
        },
        ...githubToken,
    },
    outputs: { verdict: 'The worst verdict of what was applied.' },
    post: true,
};
/** Looks after the other workflows. */
const watch = {
    id: 'watch',
    folder: 'actions/watch',
    title: 'Watch over maintenance',
    description: 'Says whether a run that is over left something half-way, opens an issue when a window passed unused, keeps schedules alive, and sends the heartbeat. Changes nothing on the platform.',
    inputs: { ...githubToken },
    outputs: { recover: 'true when job recover comes next.' },
    post: false,
};
/** Looks at a comment that may approve a plan: the issue as gate. */
const approve = {
    id: 'approve',
    folder: 'actions/approve',
    title: 'Check an approving comment',
    description: 'Looks at a comment on the issue of a plan, answers it, and starts the job of its gate when the plan may be applied now. Applies nothing itself.',
    inputs: {
        comment: {
            kind: 'integer',
            description: 'The number of the comment.',
            default: 0,
            min: 0,
            max: 9_007_199_254_740_991,
            unit: 'number',
        },
        ...githubToken,
    },
    outputs: {
        corrective: 'Digest of the corrective plan that may be applied now; empty when there is none.',
        adaptive: 'The same of an adaptive plan.',
        perfective: 'The same of a perfective plan.',
    },
    post: false,
};
/** Merges the reports of a run's jobs. */
const merge = {
    id: 'merge',
    folder: 'actions/merge',
    title: 'Merge the reports of a run',
    description: 'Last job of a run that plans and applies: one report of all its jobs, and one comment of ours on the pull request that was named.',
    inputs: {
        'pull-request': {
            kind: 'integer',
            description: 'Number of the pull request that hears of the result; 0 for none.',
            default: 0,
            min: 0,
            max: 1_000_000_000,
            unit: 'number',
        },
        ...githubToken,
    },
    outputs: { verdict: 'The worst verdict of the jobs.', report: 'Path of report.json.' },
    post: false,
};


/***/ }),

/***/ 36891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LX: () => (/* binding */ taskInputs),
/* harmony export */   Vn: () => (/* binding */ conduct),
/* harmony export */   lj: () => (/* binding */ recover)
/* harmony export */ });
/* unused harmony exports taskOutputs, close, pipelineActions */
/* harmony import */ var _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85411);
/* harmony import */ var _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7611);


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
            values: _domain_task_declaration_js__WEBPACK_IMPORTED_MODULE_1__/* .windowNames */ .n,
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
        ..._gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .githubToken */ .bU,
    },
    outputs: {
        due: 'JSON list of the ids of the tasks that are due now, in order.',
        mode: 'plan or apply.',
        opening: 'The opening that this run claimed, or empty.',
        'changes-workloads': 'true when a task that changes workloads is due: health is looked at before and after.',
        recover: 'true when an open journal has to be recovered first: job recover comes next.',
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
/** Puts back what a run that is over left half-way. */
const recover = {
    id: 'recover',
    folder: 'actions/recover',
    title: 'Recover from a run that was cut off',
    description: 'Waits until the Lease of a run that is over may be taken over, puts back what it left half-way, proves it, and closes its journal. What somebody has changed since is left as it is and reported. Needs the rights of maintenance-recovery.',
    inputs: {
        patience: {
            kind: 'duration',
            description: 'How long it waits for a Lease that another run holds.',
            default: '20m',
            min: '0s',
            max: '5h',
        },
    },
    outputs: {
        recovered: 'none, closed, left-open or not-allowed-yet.',
        verdict: 'warn when everything is as before, fail when something was left as it is or is still open.',
        report: 'Path of report.json.',
    },
    post: false,
};
/** All of them. */
const pipelineActions = [
    conduct,
    close,
    recover,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .plan */ .et,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .rollBack */ .Fu,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .apply */ .Bb,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .approve */ .SR,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .merge */ .h1,
    _gates_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .watch */ .wB,
];


/***/ }),

/***/ 47666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTask: () => (/* binding */ runTask)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/pipeline/carry-out/carry-out.js + 7 modules
var carry_out = __webpack_require__(938);
// EXTERNAL MODULE: ./build/pipeline/conduct/begin-alone.js
var begin_alone = __webpack_require__(39315);
// EXTERNAL MODULE: ./build/pipeline/lease-keeper.js
var lease_keeper = __webpack_require__(3468);
;// CONCATENATED MODULE: ./build/pipeline/needs.js

const met = new Set(['done', 'nothing-to-do', 'planned', 'refused']);
/**
 * Which need of a task is not met, with the chain of causes; undefined when all are. Met by done, nothing-to-do (planned, in
 * a dry run) or refused, each with a verdict better than unknown. A needed task that is not of this window is not waited for.
 */
function unmetNeed(needs, ended, ofThisWindow) {
    for (const need of needs) {
        const how = ended.get(need);
        if (how === undefined) {
            if (ofThisWindow.has(need))
                return `it needs ${need}, which has not run`;
            continue;
        }
        if (!met.has(how.status))
            return `it needs ${need}, which was ${how.status}`;
        if ((0,verdict/* atLeast */.jZ)(how.verdict, 'unknown'))
            return `it needs ${need}, which ended ${how.verdict}`;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/pipeline/publish/finish.js + 1 modules
var finish = __webpack_require__(1982);
;// CONCATENATED MODULE: ./build/pipeline/skipped.js
/** The outcome of a task whose need was not met: nothing was looked at, so nothing is known. */
function skippedOutcome(task, phase, cause) {
    const { id, title, type } = task;
    const entry = {
        id,
        title,
        type,
        phase,
        verdict: 'unknown',
        status: 'skipped',
        cause,
        result: '',
        notChecked: [],
        applied: [],
        undone: [],
        measurements: [],
        durationMs: 0,
    };
    return { entry: { ...entry, notChecked: [], applied: [], undone: [], measurements: [] }, findings: [] };
}

// EXTERNAL MODULE: ./build/runtime/catalogue.js + 2 modules
var runtime_catalogue = __webpack_require__(35126);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/pipeline-actions.js
var pipeline_actions = __webpack_require__(36891);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 1 modules
var publish = __webpack_require__(87549);
// EXTERNAL MODULE: ./build/runtime/task-environment.js
var task_environment = __webpack_require__(88742);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
;// CONCATENATED MODULE: ./build/runtime/run-task.js

















/** Carry out one task: as part of a window when a conductor ran in this job, else by itself. Answers the exit status. */
async function runTask(id, self) {
    const { tasks: catalogue, configuration } = await (0,runtime_catalogue/* openCatalogue */.G)(self);
    const task = catalogue.find((candidate) => candidate.id === id);
    if (task === undefined)
        throw new task_inputs/* InputError */.dz(`there is no task "${id.slice(0, 80)}"; there are ${catalogue.map((known) => known.id).join(', ')}`);
    const given = (0,task_inputs/* readInputs */.Ko)(id, pipeline_actions/* taskInputs */.LX, self.environment);
    const inputs = (0,task_inputs/* readInputs */.Ko)(id, task.inputs, self.environment, configuration);
    const assignment = { self, task, inputs, phase: given.phase, configuration, catalogue };
    const job = self.handover.job();
    return job === undefined ? alone(assignment, given) : inWindow(assignment, job);
}
/** One of the tasks of a job: the conductor holds the Lease and publishes. */
async function inWindow(assignment, job) {
    const { self, task } = assignment;
    if (!job.due.includes(task.id)) {
        self.stdout.print(`${task.id} is not due in this job.`);
        return 0;
    }
    const ended = new Map(Object.entries(job.earlier));
    for (const { entry } of self.handover.outcomes())
        ended.set(entry.id, entry);
    self.stdout.print(`${task.title}: ${job.due.indexOf(task.id) + 1} of ${job.due.length}; no step starts that could not end before ${job.closesAt}`);
    const unmet = unmetNeed(task.needs, ended, new Set(job.due));
    const outcome = unmet === undefined
        ? await carry(assignment, job, await (0,wiring_platform/* openPlatform */.W)(self, assignment.configuration, task.id))
        : skippedOutcome(task, assignment.phase, unmet);
    self.handover.writeOutcome(outcome);
    return told(assignment, outcome, job.failOn);
}
/** A task by itself: it takes and gives back the Lease, and publishes its own report. */
async function alone(assignment, given) {
    const { self, task, configuration } = assignment;
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration, task.id);
    const job = (0,begin_alone/* beginAlone */.v)({
        task: task.id,
        mode: given.mode === 'apply' ? 'apply' : 'plan',
        reason: given.reason,
        calendar: (0,windows/* calendarOf */.Yw)(configuration),
        now: clock/* systemClock */.m.now(),
        run: self.environment.run,
        platform: await platform.describe(),
        ...(platform.advisory === undefined ? {} : { advisory: platform.advisory }),
        failOn: configuration.failOn,
    });
    if (job.refusal !== undefined)
        self.stdout.annotate('warning', `${task.id} refused`, `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`);
    const held = job.mode === 'apply' && job.refusal === undefined ? await holdLease(assignment, job, platform) : job;
    try {
        const outcomes = held.due.length === 0 ? [] : [await carry(assignment, held, platform)];
        const finished = await (0,finish/* finish */.O)({
            kind: 'task',
            id: task.id,
            job: held,
            outcomes,
            describe: () => ({ title: task.title, type: task.type }),
            state: platform.maintenance.state,
            clock: clock/* systemClock */.m,
            runWord: wordOf(self),
        });
        for (const trouble of finished.notRemembered)
            self.stdout.print(`Not remembered: ${trouble}`);
        const published = await (0,publish/* publishReport */.S3)(self, finished.report);
        for (const trouble of await finished.told())
            self.stdout.print(`Not remembered: ${trouble}`);
        self.environment.output('report', published.json);
        const [outcome] = outcomes;
        if (outcome !== undefined)
            return told(assignment, outcome, held.failOn);
        return (0,verdict/* atLeast */.jZ)(finished.report.verdict, held.failOn) ? 1 : 0;
    }
    finally {
        if (held.leaseHolder !== undefined)
            await platform.maintenance.lease.release(held.leaseHolder).catch(() => undefined);
    }
}
/** Take the Lease for this process; another run's is waited for a minute, no longer. */
async function holdLease({ self, task }, job, platform) {
    const holder = `${wordOf(self)} ${(0,external_node_crypto_.randomUUID)()}`;
    const taken = await platform.maintenance.lease.take(holder, { patienceMs: 60_000, graceMs: 0 });
    if (taken.taken)
        return { ...job, leaseHolder: holder };
    const cause = `another run holds the Lease (${taken.holder})`;
    return {
        ...job,
        due: [],
        notDue: [{ id: task.id, status: 'deferred', verdict: 'warn', cause }],
        notes: [...job.notes, cause],
    };
}
async function carry(assignment, job, platform) {
    const { self, task, inputs, phase, configuration } = assignment;
    const keeping = new AbortController();
    const changing = changingOf(assignment, job, platform, keeping.signal);
    try {
        const environment = await (0,task_environment/* taskEnvironment */.r)(self, configuration, platform, task, changing);
        const reserved = job.reserved === undefined ? {} : { reserved: job.reserved };
        return await (0,carry_out/* carryOut */.u)(task, { inputs, phase }, { ...environment, ...reserved });
    }
    finally {
        keeping.abort();
    }
}
function changingOf({ self, task }, job, platform, ends) {
    if (job.mode === 'plan' || job.leaseHolder === undefined || job.lookOnly.includes(task.id))
        return { mode: 'plan' };
    const keeper = new lease_keeper/* LeaseKeeper */.Z(platform.maintenance.lease, job.leaseHolder, clock/* systemClock */.m);
    void keeper.keep(ends);
    return {
        mode: 'apply',
        journal: platform.maintenance.journal,
        run: wordOf(self),
        holdsLease: () => keeper.holds(),
        closesAt: Date.parse(job.closesAt),
    };
}
const wordOf = (self) => (0,process/* runWord */.k)(self.environment.run, self.environment.job);
/** Outputs and the last line; red from the configured verdict on (in a window the step's mark only: `close` decides). */
function told({ self, task }, { entry }, failOn) {
    self.environment.output('verdict', entry.verdict);
    self.environment.output('status', entry.status);
    self.environment.output('result', entry.result);
    self.stdout.print(`${task.id}: ${entry.verdict}, ${entry.status}. ${entry.result}${entry.cause === undefined ? '' : ` (${entry.cause})`}`);
    return (0,verdict/* atLeast */.jZ)(entry.verdict, failOn) ? 1 : 0;
}


/***/ })

};
