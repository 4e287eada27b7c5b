export const id = 5463;
export const ids = [5463];
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

/***/ 1860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kp: () => (/* binding */ assignment_assign),
  r8: () => (/* binding */ earlierResults),
  aH: () => (/* binding */ gated),
  yv: () => (/* binding */ mayChange)
});

// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
// EXTERNAL MODULE: ./build/domain/task/declaration.js
var declaration = __webpack_require__(85411);
// EXTERNAL MODULE: ./build/domain/calendar/explanation.js
var explanation = __webpack_require__(84443);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/state/measured.js
var state_measured = __webpack_require__(40299);
;// CONCATENATED MODULE: ./build/domain/conduct/fit.js



/** How long a task will take, ms: the 95th percentile of its measured runs, or its declared estimate before five of them. */
function expected(task, frame) {
    const measured = (0,state_measured/* measuredDuration */.Hl)(frame.durations, task.id);
    if (measured === undefined)
        return { ms: task.estimateMs, how: 'by its estimate' };
    return { ms: measured, how: `by its last ${frame.durations[task.id]?.length ?? 0} runs` };
}
/** When the first task of a sequence would start that does not fit; undefined when all do. */
function firstMisfit(sequence, frame) {
    let start = frame.now;
    for (const task of sequence) {
        const { ms } = expected(task, frame);
        if (start >= frame.lastStart || start + ms + task.undoMs > frame.closesAt)
            return start;
        start += ms;
    }
    return undefined;
}
function causeOf(task, sequence, frame) {
    const before = sequence.slice(0, sequence.indexOf(task)).reduce((sum, each) => sum + expected(each, frame).ms, 0);
    const start = frame.now + before;
    if (start >= frame.lastStart)
        return `it could start at ${(0,explanation/* utcOf */.ym)(start)}, and nothing starts after ${(0,explanation/* utcOf */.ym)(frame.lastStart)}`;
    const { ms, how } = expected(task, frame);
    const undo = task.undoMs > 0 ? ` and up to ${(0,quantities/* formatSpan */.QA)(task.undoMs)} to undo` : '';
    const left = (0,quantities/* formatSpan */.QA)(Math.max(0, frame.closesAt - start));
    const others = sequence.length > 1 ? ', beside the tasks that go first' : '';
    return `it takes ${(0,quantities/* formatSpan */.QA)(ms)} ${how}${undo}; ${left} are left until ${(0,explanation/* utcOf */.ym)(frame.closesAt)}${others}`;
}
/**
 * Which of the tasks fit, each with its undo, one after the other in the order given. Room is given to those that tell how
 * the platform is (after all others) first, then by priority, so that a long task of little weight never pushes out the
 * health check. What needs a task that does not fit does not fit either.
 */
function fitTasks(ordered, frame) {
    const decided = new Map();
    const chosen = (extra) => ordered.filter((task) => task === extra || decided.get(task.id) === true);
    const decideOn = (task) => {
        if (decided.has(task.id))
            return;
        for (const other of ordered)
            if (task.needs.includes(other.id))
                decideOn(other);
        const lacking = task.needs.find((id) => typeof decided.get(id) === 'string');
        if (lacking !== undefined) {
            decided.set(task.id, `it needs ${lacking}, which does not fit any more`);
            return;
        }
        const sequence = chosen(task);
        decided.set(task.id, firstMisfit(sequence, frame) === undefined ? true : causeOf(task, sequence, frame));
    };
    const weight = (task) => (task.after === 'all' ? 0 : 1 + ['high', 'medium', 'low'].indexOf(task.priority));
    for (const task of ordered.toSorted((a, b) => weight(a) - weight(b)))
        decideOn(task);
    const misfits = ordered.flatMap(({ id }) => {
        const cause = decided.get(id);
        return typeof cause === 'string' ? [{ id, cause }] : [];
    });
    return { fitting: ordered.filter((task) => decided.get(task.id) === true), misfits };
}

// EXTERNAL MODULE: ./build/domain/conduct/met-need.js
var met_need = __webpack_require__(16277);
;// CONCATENATED MODULE: ./build/domain/conduct/order.js
const priorities = ['high', 'medium', 'low'];
function predecessors(task, tasks) {
    const after = task.after === 'all' ? tasks.filter((other) => other.after !== 'all').map(({ id }) => id) : task.after;
    return [...task.needs, ...after].filter((id) => id !== task.id);
}
/**
 * Tasks in the order in which they run: after everything they need or come after, as far as that is among them; otherwise
 * by priority, then as given. Throws when they wait for each other in a circle, naming them: declarations are at fault.
 */
function orderTasks(tasks) {
    const waiting = new Map(tasks.map((task) => [task.id, task]));
    const ordered = [];
    while (waiting.size > 0) {
        const ready = [...waiting.values()].filter((task) => !predecessors(task, tasks).some((id) => waiting.has(id)));
        const next = ready.toSorted((a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority))[0];
        if (next === undefined)
            throw new Error(`tasks wait for each other in a circle: ${[...waiting.keys()].join(', ')}`);
        ordered.push(next);
        waiting.delete(next.id);
    }
    return ordered;
}

;// CONCATENATED MODULE: ./build/domain/conduct/assignment.js





/** Steps that look: they change nothing that stays. A task with no others can look without them. */
const probes = new Set(['probe-network', 'probe-database-write']);
/** After these a task of the same opening is not taken again; others are part of what a later run goes on with. */
const ended = new Set([
    'done',
    'nothing-to-do',
    'refused',
    'failed',
    'rolled-back',
    'frozen',
]);
/** What an opening's earlier runs, and those of the openings that it absorbs, have already brought about. */
function earlierResults(situation, openings) {
    const claims = situation.state?.claims ?? [];
    const results = {};
    for (const { id } of openings.toReversed()) {
        for (const [task, result] of Object.entries((0,state_claims/* claimOf */._B)(claims, id)?.tasks ?? {})) {
            if (ended.has(result.status))
                results[task] = result;
        }
    }
    return results;
}
/** The tasks of some windows that run without approval. */
function ungated(situation, windows) {
    return situation.catalogue.filter((task) => task.type === 'preventive' && task.windows.some((window) => windows.includes(window)));
}
/** The tasks of some windows that need approval; they are planned by `prepare` and run in jobs of their own. */
function gated(situation, windows) {
    return situation.catalogue.filter((task) => task.type !== 'preventive' && task.windows.some((window) => windows.includes(window)));
}
const deferred = (id, cause) => ({ id, status: 'deferred', verdict: 'warn', cause });
const noneBlind = { lookOnly: [], notDue: [] };
const skipped = (id, cause) => ({ id, status: 'skipped', verdict: 'unknown', cause });
function switchedOff(situation, tasks) {
    const { tasks: settings } = situation.configuration;
    return tasks
        .filter(({ id }) => Object.hasOwn(settings, id) && settings[id]?.enabled === false)
        .map(({ id }) => ({
        id,
        status: 'skipped',
        verdict: 'not-applicable',
        cause: `switched off (tasks.${id}.enabled in .github/maintenance.yml)`,
    }));
}
function unmetNeed(task, candidates, earlier) {
    for (const need of task.needs) {
        if (candidates.has(need))
            continue;
        const result = Object.hasOwn(earlier, need) ? earlier[need] : undefined;
        if (result === undefined)
            return `it needs ${need}, which is not part of this opening or is switched off`;
        const why = (0,met_need/* whyUnmet */.o)(need, result);
        if (why !== undefined)
            return why;
    }
    return undefined;
}
/** Tasks whose needs are met or may still be, and those that are skipped; what needs a skipped one is skipped too. */
function withNeeds(tasks, earlier) {
    const skips = [];
    let kept = tasks;
    for (;;) {
        const ids = new Set(kept.map(({ id }) => id));
        const fallen = kept.flatMap((task) => {
            const cause = unmetNeed(task, ids, earlier);
            return cause === undefined ? [] : [skipped(task.id, cause)];
        });
        if (fallen.length === 0)
            return { kept, skips };
        skips.push(...fallen);
        kept = kept.filter((task) => !fallen.some(({ id }) => id === task.id));
    }
}
/** Whether a task may change the platform: it has steps that are no probes. */
const mayChange = ({ steps }) => steps.some((kind) => !probes.has(kind));
/** Without state nothing is changed: tasks that change something are deferred, and those that need them; probes are left out. */
function withoutState(ordered) {
    const notDue = new Map();
    for (const task of ordered) {
        const need = task.needs.find((id) => notDue.has(id));
        if (mayChange(task))
            notDue.set(task.id, deferred(task.id, 'nothing is changed while the state in the cluster cannot be read'));
        else if (need !== undefined)
            notDue.set(task.id, deferred(task.id, `it needs ${need}, which is deferred`));
    }
    const looking = ordered.filter(({ id, steps }) => steps.length > 0 && !notDue.has(id));
    return { lookOnly: looking.map(({ id }) => id), notDue: [...notDue.values()] };
}
/** What the workflow of the largest of some windows has steps for: its own tasks and those of every smaller one. */
function withSmaller(windows) {
    return declaration/* windowNames */.n.slice(0, Math.max(-1, ...declaration/* windowNames */.n.map((name, at) => (windows.includes(name) ? at : -1))) + 1);
}
/**
 * Which tasks of some windows are due within a frame of time, in order, and why the others are not. Whenever one of them
 * changes workloads, those that tell how the platform is afterwards (they come after all others) are due as well: although
 * a smaller window, which is not open, is theirs, and although they have looked at an earlier run of the opening.
 */
function assignment_assign(situation, windows, frame, earlier) {
    const looking = ungated(situation, withSmaller(windows)).filter(({ after }) => after === 'all');
    const again = new Set(looking.map(({ id }) => id));
    const before = Object.fromEntries(Object.entries(earlier).filter(([id]) => !again.has(id)));
    const own = ungated(situation, windows);
    const watched = assignAmong(situation, [...own.filter(({ id }) => !again.has(id)), ...looking], frame, before);
    const changesWorkloads = own.some((task) => task.changesWorkloads && watched.due.includes(task.id));
    return changesWorkloads ? watched : assignAmong(situation, own, frame, earlier);
}
function assignAmong(situation, tasks, frame, earlier) {
    const all = orderTasks(tasks);
    const off = switchedOff(situation, all);
    const open = all.filter(({ id }) => !off.some((each) => each.id === id) && !Object.hasOwn(earlier, id));
    const { kept, skips } = withNeeds(open, earlier);
    const blind = situation.state === undefined && situation.trigger.mode === 'apply' ? withoutState(kept) : noneBlind;
    const { fitting, misfits } = fitTasks(kept.filter(({ id }) => !blind.notDue.some((each) => each.id === id)), frame);
    const due = fitting.map(({ id }) => id);
    const late = misfits.map(({ id, cause }) => deferred(id, cause));
    const lookOnly = blind.lookOnly.filter((id) => due.includes(id));
    return { due, lookOnly, notDue: [...off, ...skips, ...blind.notDue, ...late], earlier };
}


/***/ }),

/***/ 82970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openJournalOf),
/* harmony export */   o: () => (/* binding */ comesFirst)
/* harmony export */ });
/* harmony import */ var _state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);

/** What a decision needs of an open journal. One that no run of ours wrote is closed by nobody but recovery, or a person. */
function openJournalOf(open) {
    return { run: open.run, task: open.task, reversible: open.authenticity === 'broken' || (0,_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .needsUndo */ .Af)(open) };
}
/**
 * Why nothing new begins while a journal is open, whoever wrote it: what would be planned now is no plan of the platform as
 * it will be. From outside, a run that is at work and one that was cut off look alike, so both are named.
 */
function comesFirst({ run, task, reversible }) {
    return {
        rule: 'an open journal comes first',
        state: `${run} began ${task} and has not ended it`,
        next: reversible
            ? 'let that run end; if it is over, let job recover undo what it left: gh workflow run watch.yml'
            : 'let that run end; if it is over, the next run in apply mode closes the journal',
    };
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

/***/ 39315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ beginAlone)
/* harmony export */ });
/* harmony import */ var _domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3510);
/* harmony import */ var _domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84443);
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
    const jobEnd = now + _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .JOB_MS */ .RY;
    const end = opening === undefined ? (0,_domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_2__/* .untilBlackout */ .GT)(calendar, { from: now, until: jobEnd }) : now + (0,_domain_calendar_openings_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLeft */ .f$)(opening, now);
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
        notes: [opening === undefined ? 'outside every window' : `${opening.window} is open until ${(0,_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_3__/* .utcOf */ .ym)(opening.end)}`],
        findings: [],
        ...(refusal === undefined ? {} : { refusal }),
        ...(request.advisory !== undefined && mode === 'apply' ? { advisory: request.advisory } : {}),
        earlier: {},
        startedAt: instant(now),
        closesAt: instant(Math.min(end, jobEnd) - _domain_conduct_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .RESERVE_MS */ .o7),
        failOn: request.failOn,
    };
}
function refusalOf({ calendar, now, reason, task }, open) {
    const blackouts = (0,_domain_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_2__/* .blackoutsAt */ .It)(calendar, now);
    if (blackouts.length > 0) {
        return {
            subject: task,
            rule: 'nothing is changed in a blackout, whatever the reason',
            state: blackouts.map(_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_3__/* .describeBlackout */ .XP).join('; '),
            next: 'ask its owner to lift it in .github/maintenance.yml, or wait',
        };
    }
    if (open || reason.trim() !== '')
        return undefined;
    return {
        subject: task,
        rule: 'outside every window a change needs a written reason',
        state: (0,_domain_calendar_explanation_js__WEBPACK_IMPORTED_MODULE_3__/* .explain */ .WE)(calendar, now).sentence,
        next: 'give a reason (input `reason`), or wait for the opening; `mode: plan` is allowed at any time',
    };
}


/***/ }),

/***/ 57716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ behind),
/* harmony export */   S: () => (/* binding */ lookFirst),
/* harmony export */   bh: () => (/* binding */ notKnown),
/* harmony export */   cq: () => (/* binding */ waitForJournal),
/* harmony export */   qt: () => (/* binding */ byHandPatienceMs)
/* harmony export */ });
/* harmony import */ var _domain_conduct_open_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82970);
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92400);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28481);



/** How long somebody who starts something by hand waits for a run that is at work, ms: no longer than people look on. */
const byHandPatienceMs = 60_000;
/** How often an open journal is looked at again, ms. */
const lookAgainMs = 15_000;
/** Wait until no journal is open, or patience is at its end: what is open then. Rejects with a PortError. */
async function waitForJournal(waiting) {
    const { journal, clock, patienceMs, signal, progress } = waiting;
    let open = await journal.read();
    if (open !== undefined && patienceMs >= lookAgainMs) {
        progress(`Waiting up to ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSpan */ .QA)(patienceMs)}: ${open.run} began ${open.task} and has not ended it.`);
    }
    for (let waited = lookAgainMs; open !== undefined && waited <= patienceMs; waited += lookAgainMs) {
        await clock.sleep(lookAgainMs, signal);
        open = await journal.read();
    }
    return open;
}
/**
 * Whether a plan may be made at all (trust.md §5): not while a journal is open, since what it describes is half-way, and
 * whoever approved such a plan would see it refused. A run that is at work is waited for, as long as there is patience, and
 * named when it has not ended by then. Never rejects: a journal that cannot be read is a finding, and no refusal, because
 * looking is allowed.
 */
async function lookFirst(looking) {
    const { subject, patienceMs } = looking;
    try {
        const open = await waitForJournal(looking);
        if (open === undefined)
            return { findings: [] };
        const first = (0,_domain_conduct_open_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .comesFirst */ .o)((0,_domain_conduct_open_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .openJournalOf */ .B)(open));
        const waited = patienceMs < lookAgainMs ? '' : `, also after a wait of ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSpan */ .QA)(patienceMs)}`;
        return { refusal: { subject, ...first, state: `${first.state}${waited}` }, findings: [] };
    }
    catch (error) {
        const title = 'whether an earlier run is half-way could not be read';
        return { findings: [(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownFinding */ .M8)('journal-not-read', 'journal', title, error)] };
    }
}
/** Why a plan is not handed over when nobody knows whether the platform is half-way; undefined when it is known. */
function notKnown({ findings }, subject) {
    const [finding] = findings;
    if (finding === undefined)
        return undefined;
    const rule = 'a plan is handed over only when it is known that no run is half-way';
    return { subject, rule, state: finding.evidence, next: finding.next };
}
/** The job behind what was found first: refused with nothing due, or with what could not be read among its findings. */
function behind(job, { refusal, findings }) {
    const told = { ...job, findings: [...job.findings, ...findings] };
    if (refusal === undefined)
        return told;
    const refused = job.due.map((id) => ({
        id,
        status: 'refused',
        verdict: 'warn',
        cause: refusal.rule,
    }));
    return { ...told, due: [], notDue: [...job.notDue, ...refused], refusal: job.refusal ?? refusal };
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
    /**
     * Renew now and every minute until the signal fires; a renewal that fails is left to {@link holds} to report. Now, since an
     * action that ends within a minute and takes no step would renew nothing, and a row of such actions would lose the Lease.
     */
    async keep(signal) {
        while (!signal.aborted) {
            await this.holds().catch(() => false);
            if (!signal.aborted)
                await this.#clock.sleep(_domain_state_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseDurationMs */ .P / 5, signal).catch(() => undefined);
        }
    }
    /** How long ago the last proven renewal was asked for, ms. */
    #age() {
        return this.#renewedAt === undefined ? Number.POSITIVE_INFINITY : this.#clock.monotonic() - this.#renewedAt;
    }
}


/***/ }),

/***/ 6121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ outlasting),
/* harmony export */   u: () => (/* binding */ graceBy)
/* harmony export */ });
/* harmony import */ var _domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);
/* harmony import */ var _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34297);


/** From the moment when a Lease may be taken over until it is tried, with a slow API server, ms. */
const slackMs = 60_000;
/** How long the step that the journal shows begun may still be at work, ms, as it is when it is asked. */
const graceBy = (journal) => async () => {
    const open = await journal.read();
    return open === undefined ? 0 : (0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .deadlineOfBegun */ .X7)(open);
};
/** How long it takes at most to take the Lease of a holder that is dead, ms: its duration, and what its last step may take. */
const outlasting = (graceMs) => _domain_state_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .leaseDurationMs */ .P + graceMs + slackMs;


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
    refused: 'Environments whose plans were refused while others wait at their gates, separated by blanks; empty when there is none.',
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
    description: 'Says whether a run that is over left something half-way, keeps an issue open while that stays so or when a window passed unused, starts again what was approved on an issue and not applied, keeps schedules alive, and sends the heartbeat. Changes nothing on the platform.',
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
        comment: {
            kind: 'integer',
            description: 'With the issue as gate: the comment whose issue hears what became of the plan; else 0.',
            default: 0,
            min: 0,
            max: 9_007_199_254_740_991,
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
            description: 'How long it waits for the Lease of a run that is alive. That of a run which is over is waited for as long as its last step may take.',
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

/***/ 55463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTask: () => (/* binding */ runTask)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/conduct/assignment.js + 2 modules
var assignment = __webpack_require__(1860);
// EXTERNAL MODULE: ./build/domain/conduct/met-need.js
var met_need = __webpack_require__(16277);
// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/pipeline/carry-out/carry-out.js + 8 modules
var carry_out = __webpack_require__(69191);
;// CONCATENATED MODULE: ./build/pipeline/carry-out/changing.js
/**
 * What a task may do in a job: look, or change something until so long before the end that all of it can still be put
 * back. A step that ends with the window would leave its undo to outlast it.
 */
function changingIn({ job, maintenance, keeper, run }, task) {
    if (job.mode === 'plan' || job.leaseHolder === undefined || job.lookOnly.includes(task.id))
        return { mode: 'plan' };
    const kept = keeper(job.leaseHolder);
    return {
        mode: 'apply',
        journal: maintenance.journal,
        run,
        holdsLease: () => kept.holds(),
        closesAt: Date.parse(job.closesAt) - task.undoMs,
    };
}

// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/pipeline/conduct/begin-alone.js
var begin_alone = __webpack_require__(39315);
// EXTERNAL MODULE: ./build/pipeline/conduct/behind-journal.js
var behind_journal = __webpack_require__(57716);
// EXTERNAL MODULE: ./build/pipeline/lease-keeper.js
var lease_keeper = __webpack_require__(3468);
// EXTERNAL MODULE: ./build/pipeline/lease-patience.js
var lease_patience = __webpack_require__(6121);
;// CONCATENATED MODULE: ./build/pipeline/needs.js

/** Which need of a task is not met, and why; undefined when all are. */
function unmetNeed(needs, ended) {
    for (const need of needs) {
        const how = ended.get(need);
        const why = how === undefined ? `it needs ${need}, which has not run` : (0,met_need/* whyUnmet */.o)(need, how);
        if (why !== undefined)
            return why;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/pipeline/publish/finish.js + 1 modules
var finish = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/pipeline/publish/record-ended.js
var record_ended = __webpack_require__(80499);
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

// EXTERNAL MODULE: ./build/runtime/catalogue.js + 1 modules
var runtime_catalogue = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
;// CONCATENATED MODULE: ./build/runtime/grouped.js
/** Do some work, with what is printed meanwhile folded in the log under a title; the fold ends however the work does. */
async function grouped(stdout, title, work) {
    stdout.group(title);
    try {
        return await work();
    }
    finally {
        stdout.endGroup();
    }
}

// EXTERNAL MODULE: ./build/runtime/pipeline-actions.js
var pipeline_actions = __webpack_require__(36891);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 2 modules
var publish = __webpack_require__(18122);
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
        ended.set(entry.id, (0,met_need/* endedAs */.B)(entry));
    self.stdout.print(`${task.title}: ${job.due.indexOf(task.id) + 1} of ${job.due.length}; no step starts that could not end and be undone before ${job.closesAt}`);
    const unmet = unmetNeed(task.needs, ended);
    if (unmet !== undefined) {
        const skipped = skippedOutcome(task, assignment.phase, unmet);
        self.handover.writeOutcome(skipped);
        return told(assignment, skipped, job.failOn);
    }
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, assignment.configuration, task.id);
    const outcome = await carry(assignment, job, platform);
    self.handover.writeOutcome(outcome);
    const { state } = platform.maintenance;
    const trouble = await (0,record_ended/* recordEnded */.w)(outcome, { job, state, clock: clock/* systemClock */.m, runWord: wordOf(self) });
    if (trouble !== undefined)
        self.stdout.print(`Not remembered yet: ${trouble}`);
    return told(assignment, outcome, job.failOn);
}
/** A task by itself: it takes and gives back the Lease, and publishes its own report. */
async function alone(assignment, given) {
    const { self, task, configuration } = assignment;
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration, task.id);
    const begun = (0,begin_alone/* beginAlone */.v)({
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
    const job = mayPlanChange(task, begun) ? (0,behind_journal/* behind */.Ry)(begun, await journalFirst(assignment, platform)) : begun;
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
        const red = (0,verdict/* atLeast */.jZ)(finished.report.verdict, held.failOn) ? 1 : 0;
        const [outcome] = outcomes;
        return outcome === undefined ? red : Math.max(red, told(assignment, outcome, held.failOn));
    }
    finally {
        if (held.leaseHolder !== undefined)
            await platform.maintenance.lease.release(held.leaseHolder).catch(() => undefined);
    }
}
/** Under an open journal nothing is planned; a task that only looks may look. Applying finds it under the Lease. */
const mayPlanChange = (task, { mode }) => mode === 'plan' && (0,assignment/* mayChange */.yv)(task);
const journalFirst = ({ self, task }, { maintenance }) => (0,behind_journal/* lookFirst */.S)({
    journal: maintenance.journal,
    clock: clock/* systemClock */.m,
    subject: task.id,
    patienceMs: behind_journal/* byHandPatienceMs */.qt,
    signal: self.signal,
    progress: (text) => self.stdout.print(text),
});
/**
 * Take the Lease for this process; another run's is waited for a minute, no longer. Where it cannot be taken at all, the
 * task only looks.
 */
async function holdLease({ self, task }, job, platform) {
    const holder = `${wordOf(self)} ${(0,external_node_crypto_.randomUUID)()}`;
    const { lease, journal } = platform.maintenance;
    let taken;
    try {
        taken = await lease.take(holder, { patienceMs: behind_journal/* byHandPatienceMs */.qt, grace: (0,lease_patience/* graceBy */.u)(journal) });
    }
    catch (error) {
        const title = 'the Lease could not be taken, so nothing was changed';
        const finding = (0,trouble/* unknownFinding */.M8)('lease-not-taken', 'lease/maintenance', title, error);
        return { ...job, findings: [...job.findings, finding], notes: [...job.notes, `${title}: it was only looked at`] };
    }
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
        const work = () => (0,carry_out/* carryOut */.u)(task, { inputs, phase }, { ...environment, ...reserved });
        return await grouped(self.stdout, `${task.title}: what it does`, work);
    }
    finally {
        keeping.abort();
    }
}
function changingOf({ self, task }, job, { maintenance }, ends) {
    const keeper = (holder) => {
        const kept = new lease_keeper/* LeaseKeeper */.Z(maintenance.lease, holder, clock/* systemClock */.m);
        void kept.keep(ends);
        return kept;
    };
    return changingIn({ job, maintenance, keeper, run: wordOf(self) }, task);
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
