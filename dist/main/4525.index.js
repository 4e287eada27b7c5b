export const id = 4525;
export const ids = [4525];
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

/***/ 24976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ inverseOf)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);

const swapped = ({ from, to, parameters }) => ({
    from: to,
    to: from,
    parameters,
});
/**
 * The inverse of each reversible kind, computed from the step alone. A kind without an entry does not compile: what is
 * called reversible has its way back before it is ever taken.
 */
const inverses = {
    'scale-workload': swapped,
    'set-resources': swapped,
    'set-table-options': swapped,
    'set-image': swapped,
    'write-certificate': () => ({ cannot: 'the former key and certificate were removed when the renewal was proved' }),
};
/** The step that puts back what a step changed: the same kind, from and to exchanged. Forward and final steps have none. */
function inverseOf(step) {
    if (!(0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw)(step))
        return { cannot: step.undo };
    const reversible = step;
    const invert = inverses[reversible.kind];
    const change = invert(reversible);
    if ('cannot' in change)
        return change;
    return {
        ...reversible,
        ...change,
        why: `puts back what "${step.id}" changed`,
        undo: 'the change that it puts back is made again',
    };
}


/***/ }),

/***/ 95372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ boundContext)
/* harmony export */ });
/** A step's context whose signal fires at the step's deadline as well, and that knows the time; `end` when the step is over. */
function boundContext(context, deadlineMs, clock) {
    const deadline = new AbortController();
    const ended = new AbortController();
    clock.sleep(deadlineMs, ended.signal).then(() => deadline.abort(), () => undefined);
    const signal = AbortSignal.any([context.signal, deadline.signal]);
    const pause = (ms) => clock.sleep(ms, signal);
    return { context: { ...context, signal, pause, present: () => clock.now() }, end: () => ended.abort() };
}


/***/ }),

/***/ 61168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ releaseKept)
/* harmony export */ });
/* harmony import */ var _carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95372);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28481);


/**
 * Let go of what steps kept for putting themselves back (former certificates, former templates), once their unit is as
 * planned or as it was before. While something in it is frozen or held, what was kept stays for the person who decides.
 * Never rejects: what could not be removed is a finding.
 */
async function releaseKept(steps, releasing) {
    const findings = [];
    for (const step of steps) {
        try {
            await releaseOne(step, releasing);
        }
        catch (error) {
            findings.push((0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownFinding */ .M8)('kept-value-left', step.subject, 'what a step kept could not be removed', error));
        }
    }
    return findings;
}
async function releaseOne(step, { executor, context, clock }) {
    const { release } = await executor(step);
    if (release === undefined)
        return;
    const bound = (0,_carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_1__/* .boundContext */ .a)(context, step.deadlineMs, clock);
    try {
        await release(bound.context, step);
    }
    finally {
        bound.end();
    }
}


/***/ }),

/***/ 70597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ undoUnit)
/* harmony export */ });
/* harmony import */ var _domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);
/* harmony import */ var _domain_step_inverse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24976);
/* harmony import */ var _domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44156);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55563);
/* harmony import */ var _steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49588);
/* harmony import */ var _carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95372);
/* harmony import */ var _carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28481);







/**
 * Put back the begun steps of a unit, last first, and prove each by the world. A step is undone only while its subject
 * is the same object and every field that it wrote holds what it wrote: else it is frozen, and so is what came before it
 * in the unit, since that may rest on it. Nothing is undone in a unit that holds a step with `hold`. What an earlier
 * recovery has settled, by the `progress` that the journal shows, is not looked at again. Rejects only when the journal
 * cannot be written: another run has it then.
 */
async function undoUnit(begun, undoing, progress = new Map()) {
    const open = begun.filter(({ id }) => !(0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .isSettled */ .Is)(progress.get(id)));
    const held = begun.find(({ hold }) => hold !== undefined);
    if (held !== undefined)
        return holdAll(open, held, undoing);
    const frozen = begun.find(({ id }) => progress.get(id) === 'frozen');
    if (frozen !== undefined)
        return freezeRest(open, [], frozen, undoing);
    const steps = [];
    const patience = (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__/* .untilArrived */ .G)();
    for (const step of [...open].reverse()) {
        const stopped = (0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isReversible */ .gw)(step) ? await obstacle(undoing) : undefined;
        if (stopped !== undefined) {
            steps.push({ step, outcome: 'failed', cause: stopped, durationMs: 0 });
            return { steps, whole: false };
        }
        const undone = await undoOne(step, undoing, patience);
        steps.push(undone);
        if (undone.outcome === 'failed')
            return { steps, whole: false };
        if (undone.outcome === 'frozen')
            return freezeRest(open, steps, step, undoing);
    }
    return { steps, whole: true };
}
/** Leave everything as it is, once nothing of it can be on its way any more; what never happened is not held. */
async function holdAll(begun, held, undoing) {
    const { clock, context, writer } = undoing;
    const cause = `${held.subject} must not be rolled back: ${held.hold}`;
    const steps = [];
    const patience = (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__/* .untilArrived */ .G)();
    for (const step of [...begun].reverse()) {
        const started = clock.monotonic();
        const took = () => Math.round(clock.monotonic() - started);
        let happened;
        try {
            happened = await (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntilArrived */ .B)(async () => (await undoing.executor(step)).settle(context, step).catch(() => 'cannot-tell'), (seen) => seen === 'done' || seen === 'moved' || !(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isReversible */ .gw)(step), context.pause, patience);
        }
        catch (error) {
            steps.push({ step, outcome: 'failed', cause: unread(error), durationMs: took() });
            return { steps, whole: false };
        }
        const never = happened === 'not-done';
        await writer.write(step.id, never ? 'undone' : 'held');
        const ending = never ? { outcome: 'not-needed' } : { outcome: 'held', cause };
        steps.push({ step, ...ending, durationMs: took() });
    }
    return { steps, whole: true };
}
const unread = (error) => `what became of it could not be read: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .rl)(error)}`;
/** What came before a frozen step is left as it is, and journalled so. */
async function freezeRest(open, undone, frozen, { writer }) {
    const seen = new Set(undone.map(({ step }) => step.id));
    const rest = [...open].reverse().filter(({ id }) => !seen.has(id));
    const steps = [...undone];
    for (const step of rest) {
        await writer.write(step.id, 'frozen');
        steps.push({ step, outcome: 'frozen', cause: `left as it is, because "${frozen.id}" is frozen`, durationMs: 0 });
    }
    return { steps, whole: true };
}
/** Why nothing may be put back now. */
async function obstacle({ context, clock, until, holdsLease }) {
    if (context.signal.aborted)
        return 'the run was cancelled before this could be put back';
    if (until !== undefined && clock.now() >= until)
        return 'there was no time left to put this back';
    try {
        return (await holdsLease()) ? undefined : 'the Lease was lost to another run';
    }
    catch (error) {
        return `the Lease could not be renewed: ${(0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .rl)(error)}`;
    }
}
/** Whoever takes the Lease over waits for the deadline alone: a process that stood still for longer changes nothing more. */
const tooLate = {
    outcome: 'failed',
    cause: 'the process stood still for longer than putting it back may take',
};
/** Settle, put back, and journal what came of it; a failure is not journalled, so that the next recovery tries again. */
async function undoOne(step, undoing, patience) {
    const { clock, writer } = undoing;
    const started = clock.monotonic();
    const bound = (0,_carry_out_bound_context_js__WEBPACK_IMPORTED_MODULE_6__/* .boundContext */ .a)(undoing.context, step.deadlineMs, clock);
    try {
        const executor = await undoing.executor(step);
        const settled = await settle(executor, step, bound.context, patience);
        const ending = settled ?? (await putBackNow(executor, step, bound.context, undoing));
        const { progress, ...rest } = ending;
        if (progress !== undefined)
            await writer.write(step.id, progress);
        return { step, ...rest, durationMs: Math.round(clock.monotonic() - started) };
    }
    finally {
        bound.end();
    }
}
/**
 * What the world says before anything is put back; undefined: it took effect, and is as we left it. What did not happen may
 * be on its way still, from a process that was killed or cancelled: so that is believed only when it can no longer be.
 */
async function settle(executor, step, context, patience) {
    let settlement;
    try {
        settlement = await (0,_steps_rollout_on_its_way_js__WEBPACK_IMPORTED_MODULE_5__/* .lookUntilArrived */ .B)(() => executor.settle(context, step), (seen) => seen !== 'not-done' || !(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isReversible */ .gw)(step), context.pause, patience);
    }
    catch (error) {
        return { outcome: 'failed', cause: unread(error) };
    }
    if (!(0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_2__/* .isReversible */ .gw)(step)) {
        if (settlement === 'not-done')
            return { outcome: 'not-needed', progress: 'dropped' };
        return { outcome: 'stays', cause: step.undo, progress: settlement === 'done' ? 'done' : 'dropped' };
    }
    switch (settlement) {
        case 'done':
            return undefined;
        case 'not-done':
            return { outcome: 'not-needed', progress: 'undone' };
        case 'moved':
            return { outcome: 'frozen', cause: `${step.subject} was changed by somebody else since`, progress: 'frozen' };
        case 'cannot-tell':
            return { outcome: 'failed', cause: 'whether it took effect cannot be told' };
    }
}
/** Put back under the Lease, which is asked for again, since looking may have taken long; journalled before. */
async function putBackNow(executor, step, context, undoing) {
    const stopped = await obstacle(undoing);
    if (stopped !== undefined)
        return { outcome: 'failed', cause: stopped };
    const begunAt = undoing.clock.monotonic();
    await undoing.writer.write(step.id, 'undoing');
    const late = undoing.clock.monotonic() - begunAt >= step.deadlineMs;
    return late ? tooLate : putBack(executor, step, context);
}
/** Errors that say nothing about what is there now: looking does. Any other is about what was put back, and stands. */
const settledByLooking = new Set(['conflict', 'unreachable', 'timeout']);
/** Put one step back and look whether the world shows it. */
async function putBack(executor, step, context) {
    let text;
    let cause;
    let moved = false;
    let refuted = false;
    try {
        ({ text } = await revert(executor, step, context));
    }
    catch (error) {
        cause = (0,_carry_out_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .causeOf */ .rl)(error);
        moved = error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U && error.code === 'conflict';
        refuted = !(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U && settledByLooking.has(error.code));
    }
    const after = await executor.settle(context, step).catch(() => 'cannot-tell');
    if (after === 'not-done' && !refuted)
        return { outcome: 'done', ...(text === undefined ? {} : { text }), progress: 'undone' };
    if (moved && after === 'moved') {
        return { outcome: 'frozen', cause: cause ?? 'somebody else has changed it since', progress: 'frozen' };
    }
    return { outcome: 'failed', cause: cause ?? 'it was put back, but the world does not show it' };
}
async function revert(executor, step, context) {
    if (executor.revert !== undefined)
        return executor.revert(context, step);
    const inverse = (0,_domain_step_inverse_js__WEBPACK_IMPORTED_MODULE_1__/* .inverseOf */ ._)(step);
    if ('cannot' in inverse)
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'failed', subject: step.subject, message: inverse.cannot });
    const precondition = await executor.precondition(context, inverse);
    if (!precondition.holds) {
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({ code: 'conflict', subject: step.subject, message: precondition.moved });
    }
    return executor.apply(context, inverse);
}


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
    description: 'Says whether a run that is over left something half-way, keeps an issue open while that stays so or when a window passed unused, keeps schedules alive, and sends the heartbeat. Changes nothing on the platform.',
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

/***/ 99173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ loadStep)
/* harmony export */ });
const loaders = {
    'delete-files': async () => (await __webpack_require__.e(/* import() */ 1355).then(__webpack_require__.bind(__webpack_require__, 41355))).default,
    'dry-run-manifests': async () => (await __webpack_require__.e(/* import() */ 6910).then(__webpack_require__.bind(__webpack_require__, 66910))).default,
    'expand-volume': async () => (await __webpack_require__.e(/* import() */ 5517).then(__webpack_require__.bind(__webpack_require__, 25517))).default,
    'expire-stale-keys': async () => (await __webpack_require__.e(/* import() */ 6022).then(__webpack_require__.bind(__webpack_require__, 6022))).default,
    'issue-certificate': async () => (await Promise.all(/* import() */[__webpack_require__.e(708), __webpack_require__.e(698)]).then(__webpack_require__.bind(__webpack_require__, 80698))).default,
    'probe-database-write': async () => (await __webpack_require__.e(/* import() */ 9276).then(__webpack_require__.bind(__webpack_require__, 49276))).default,
    'probe-dns': async () => (await __webpack_require__.e(/* import() */ 5564).then(__webpack_require__.bind(__webpack_require__, 95564))).default,
    'purge-cache-memory': async () => (await __webpack_require__.e(/* import() */ 7350).then(__webpack_require__.bind(__webpack_require__, 27350))).default,
    'read-backup': async () => (await __webpack_require__.e(/* import() */ 7087).then(__webpack_require__.bind(__webpack_require__, 7087))).default,
    'record-images': async () => (await __webpack_require__.e(/* import() */ 4614).then(__webpack_require__.bind(__webpack_require__, 24614))).default,
    'reload-consumers': async () => (await Promise.all(/* import() */[__webpack_require__.e(4054), __webpack_require__.e(7755)]).then(__webpack_require__.bind(__webpack_require__, 27755))).default,
    'renew-by-cert-manager': async () => (await Promise.all(/* import() */[__webpack_require__.e(708), __webpack_require__.e(9824)]).then(__webpack_require__.bind(__webpack_require__, 9824))).default,
    'restart-workload': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(3397)]).then(__webpack_require__.bind(__webpack_require__, 65778))).default,
    'restore-drill': async () => (await __webpack_require__.e(/* import() */ 1471).then(__webpack_require__.bind(__webpack_require__, 71471))).default,
    'rotate-logs': async () => (await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 10845))).default,
    'scale-workload': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(8554)]).then(__webpack_require__.bind(__webpack_require__, 88554))).default,
    'set-image': async () => (await __webpack_require__.e(/* import() */ 4733).then(__webpack_require__.bind(__webpack_require__, 64733))).default,
    'set-resources': async () => (await Promise.all(/* import() */[__webpack_require__.e(7282), __webpack_require__.e(598)]).then(__webpack_require__.bind(__webpack_require__, 90598))).default,
    'set-table-options': async () => (await __webpack_require__.e(/* import() */ 5894).then(__webpack_require__.bind(__webpack_require__, 15894))).default,
    'vacuum-table': async () => (await __webpack_require__.e(/* import() */ 6144).then(__webpack_require__.bind(__webpack_require__, 16144))).default,
    'write-certificate': async () => (await Promise.all(/* import() */[__webpack_require__.e(4054), __webpack_require__.e(8097)]).then(__webpack_require__.bind(__webpack_require__, 18097))).default,
};
/** Load the execution of a step kind. */
async function loadStep(kind) {
    return (await loaders[kind]());
}


/***/ }),

/***/ 49588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ lookUntilArrived),
/* harmony export */   G: () => (/* binding */ untilArrived)
/* harmony export */ });
const lookAgainMs = 5_000;
/**
 * A request that nobody waits for any more (its answer was lost, its process killed or cancelled) is over by then, ms: the
 * API server is asked to give up before our own attempt of 15 s does (`timeout` of a write; WithRequestDeadline of
 * k8s.io/apiserver).
 */
const mayArriveMs = 15_000;
/** Patience for everything that may be on its way now. */
const untilArrived = () => ({ looks: mayArriveMs / lookAgainMs });
/** Look until what is seen is final, or patience is at its end. Rejects as `look` and `pause` do. */
async function lookUntilArrived(look, isFinal, pause, patience = untilArrived()) {
    for (;;) {
        const seen = await look();
        if (isFinal(seen) || patience.looks <= 0)
            return seen;
        patience.looks -= 1;
        await pause(lookAgainMs);
    }
}


/***/ })

};
