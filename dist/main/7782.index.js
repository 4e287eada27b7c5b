export const id = 7782;
export const ids = [7782,4390];
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

/***/ 75466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ absorbedBy),
/* harmony export */   r: () => (/* binding */ absorbs)
/* harmony export */ });
/* harmony import */ var _openings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27279);
/* harmony import */ var _spans_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87965);


function shareTime(a, b) {
    return a.spans.some((one) => b.spans.some((other) => (0,_spans_js__WEBPACK_IMPORTED_MODULE_0__/* .overlap */ .EF)(one, other)));
}
/**
 * The largest opening that absorbs this one: of higher rank, and open at a time at which this one is open. A quarterly
 * window absorbs what it overlaps, a monthly the weekly and daily, a weekly the daily. Touching is no overlap.
 */
function absorbedBy(opening, calendar) {
    return (0,_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .openingsWithin */ .T2)(calendar, opening.start, opening.end)
        .filter((other) => other.rank > opening.rank && shareTime(opening, other))
        .toSorted((a, b) => b.rank - a.rank || a.start - b.start)[0];
}
/** The smaller openings whose work a run in this opening takes over, the largest first. */
function absorbs(opening, calendar) {
    return (0,_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .openingsWithin */ .T2)(calendar, opening.start, opening.end)
        .filter((other) => other.rank < opening.rank && absorbedBy(other, calendar)?.id === opening.id)
        .toSorted((a, b) => b.rank - a.rank || a.start - b.start);
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

/***/ 93070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KA: () => (/* binding */ isPerson),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   zB: () => (/* binding */ permissionLevels)
/* harmony export */ });
/* unused harmony export ownLogin */
/** What an account may do in a repository, from least to most. */
const permissionLevels = ['none', 'read', 'write', 'admin'];
/** The account that a job's own token writes as. Logins that end in `[bot]` cannot be registered by people. */
const ownLogin = 'github-actions[bot]';
/** Whether an account is a person, and not an app or an organization. */
function isPerson({ type }) {
    return type === 'User';
}
/** Whether what was written was written by a job's own token. */
function isOurs({ login, type }) {
    return login === ownLogin && type === 'Bot';
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

/***/ 90482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ closeOpenJournal)
/* harmony export */ });
/* harmony import */ var _domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2220);
/* harmony import */ var _domain_step_undone_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43397);
/* harmony import */ var _undo_release_kept_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61168);
/* harmony import */ var _undo_undo_unit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70597);
/* harmony import */ var _journal_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77338);





/**
 * Close the journal that a run left open when it was killed or cancelled. The Lease is held, so that run is over. Units
 * that are half-way are put back, last first; steps without a way back are marked done or dropped by what the world
 * shows. Nothing is taken again: the next run plans afresh. A journal that is not what a run of ours wrote is touched by
 * nobody.
 */
async function closeOpenJournal(closing) {
    const open = await closing.journal.read();
    if (open === undefined)
        return { kind: 'none' };
    if (open.authenticity === 'broken')
        return { kind: 'left-open', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .notAuthentic */ .JQ)(open), open, undone: [] };
    const units = (0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsToUndo */ .vS)(open);
    if (units.length > 0 && closing.undo === undefined) {
        const evidence = `${(0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsBegun */ .Tt)(open).length} steps begun; reversible steps wait for recovery`;
        return { kind: 'left-open', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .cutOff */ .qG)(open, closing.run, 'fail', evidence), open, undone: [] };
    }
    const writer = await closing.journal.takeOver(closing.run);
    if (writer === undefined)
        return { kind: 'none' };
    await endBackends(closing, open);
    const { undone, whole } = await undoUnits(closing, open, writer);
    if (!whole)
        return { kind: 'left-open', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .undoneFinding */ .D_)(open, closing.run, undone, false), open, undone };
    const handled = new Set(undone.map(({ step }) => step.id));
    const settled = [];
    for (const step of (0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsBegun */ .Tt)(open).filter(({ id }) => !handled.has(id))) {
        const settlement = await settle(closing, step, open.id);
        await writer.write(step.id, settlement === 'done' ? 'done' : 'dropped');
        settled.push(`${step.id}: ${words[settlement]}`);
    }
    const notRemoved = await release(closing, open, undone);
    await writer.close();
    if (undone.length > 0)
        return { kind: 'closed', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .undoneFinding */ .D_)(open, closing.run, undone, true, notRemoved), open, undone };
    const done = open.records.filter((record) => record.progress === 'done').length;
    const facts = [...settled.slice(0, 5), ...notRemoved.slice(0, 5)];
    const evidence = [`${done} of ${open.plan.steps.length} steps were done`, ...facts].join('; ');
    return { kind: 'closed', finding: (0,_journal_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .cutOff */ .qG)(open, closing.run, 'warn', evidence), open, undone };
}
/** Remove what steps kept for a way back that nobody needs any more; what could not be removed is said. */
async function release({ executor, context, clock }, open, undone) {
    const left = new Set(undone.filter(_domain_step_undone_js__WEBPACK_IMPORTED_MODULE_4__/* .isKept */ .t).map(({ step }) => step.id));
    const findings = await (0,_undo_release_kept_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseKept */ .a)((0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsToRelease */ .qJ)(open, left), {
        executor,
        clock,
        context: { ...context, planId: open.id },
    });
    return findings.map(({ title, evidence }) => `${title}: ${evidence}`);
}
/**
 * End what the dead run still has running inside databases, before anything is looked at. A server that cannot be asked
 * is left to the steps, which then cannot be settled, and say so.
 */
async function endBackends({ context }, open) {
    const servers = new Set((0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .stepsBegun */ .Tt)(open).flatMap(({ parameters }) => ('server' in parameters ? [parameters.server] : [])));
    for (const server of servers)
        await context.ports.database.endDeadRun(server, open.run).catch(() => undefined);
}
async function undoUnits({ executor, context, clock, undo }, open, writer) {
    const undone = [];
    if (undo === undefined)
        return { undone, whole: true };
    const begun = new Set(open.records.map(({ step }) => step));
    for (const unit of [...(0,_domain_state_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .unitsToUndo */ .vS)(open)].reverse()) {
        const steps = unit.steps.filter(({ id }) => begun.has(id));
        const result = await (0,_undo_undo_unit_js__WEBPACK_IMPORTED_MODULE_2__/* .undoUnit */ .h)(steps, {
            ...undo,
            writer,
            executor,
            clock,
            context: { ...context, planId: open.id },
        });
        undone.push(...result.steps);
        if (!result.whole)
            return { undone, whole: false };
    }
    return { undone, whole: true };
}
/** What a reader is told of a step that was begun. */
const words = {
    done: 'done, as the world shows',
    'not-done': 'it did not happen',
    moved: 'its subject is no longer as it was',
    'cannot-tell': 'begun; whether it took effect cannot be told',
};
async function settle({ executor, context }, step, planId) {
    try {
        return await (await executor(step)).settle({ ...context, planId }, step);
    }
    catch {
        return 'cannot-tell';
    }
}


/***/ }),

/***/ 77338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ undoneFinding),
/* harmony export */   JQ: () => (/* binding */ notAuthentic),
/* harmony export */   qG: () => (/* binding */ cutOff)
/* harmony export */ });
/* harmony import */ var _domain_step_undone_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43397);

/** Whose the journal is, for the run that tells: a process of its own may have been killed. */
const whose = (open, teller) => (open.run === teller ? 'this run' : 'an earlier run');
/** A run ended in the middle of a task, and nothing had to be put back (`warn`) or that still has to be done (`fail`). */
function cutOff(open, teller, severity, evidence) {
    return {
        code: 'run-cut-off',
        severity,
        subject: open.task,
        title: `${whose(open, teller)} was cut off in the middle of this task`,
        evidence: `${evidence} (${open.run})`,
        next: severity === 'fail' ? 'run the recovery job: gh workflow run watch.yml' : `nothing: ${open.task} plans afresh`,
    };
}
/** A journal that nobody touches, because somebody else wrote it. */
function notAuthentic(open) {
    return {
        code: 'journal-not-authentic',
        severity: 'fail',
        subject: open.task,
        title: 'the journal is not what a run of ours wrote, so nothing is changed',
        evidence: `its message authentication code is missing or another one (${open.run})`,
        next: 'compare it with the run that it names: kubectl -n rooivalk-maintenance get configmap journal -o yaml',
    };
}
const outcomeWords = {
    done: 'put back',
    'not-needed': 'had not taken effect',
    stays: 'stays, it has no way back',
    held: 'kept, it must not be rolled back',
    frozen: 'left as it is, somebody has changed it since',
    failed: 'could not be put back',
};
/** What was put back of a run that ended half-way; not `whole`: not all of it yet. */
function undoneFinding(open, teller, undone, whole, notRemoved = []) {
    const kept = undone.filter((step) => (0,_domain_step_undone_js__WEBPACK_IMPORTED_MODULE_0__/* .isKept */ .t)(step) || step.outcome === 'failed');
    const said = undone.slice(0, 5).map(({ step, outcome, cause }) => {
        const why = cause === undefined || outcome === 'stays' ? '' : ` (${cause})`;
        return `${step.id}: ${outcomeWords[outcome]}${why}`;
    });
    const evidence = `${[...said, ...notRemoved.slice(0, 5)].join('; ')} (${open.run})`;
    const base = { subject: open.task, evidence };
    if (!whole) {
        return {
            ...base,
            code: 'recovery-not-finished',
            severity: 'fail',
            title: `what ${whose(open, teller)} left half-way could not be put back yet`,
            next: 'look at the cause; the next recovery goes on: gh workflow run watch.yml',
        };
    }
    if (kept.length > 0) {
        return {
            ...base,
            code: 'recovery-froze',
            severity: 'fail',
            title: `${whose(open, teller)} was cut off, and part of what it changed was left as it is`,
            next: `decide by hand about ${kept[0]?.step.subject ?? open.task}; nothing of ours touches it any more`,
        };
    }
    return {
        ...base,
        code: 'run-undone',
        severity: 'warn',
        title: `${whose(open, teller)} was cut off, and what it had changed is as it was before`,
        next: `nothing: ${open.task} plans afresh`,
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

/***/ 66344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X7: () => (/* binding */ deadlineOfBegun),
/* harmony export */   lj: () => (/* binding */ recover),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _domain_finding_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40618);
/* harmony import */ var _domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44156);
/* harmony import */ var _conduct_close_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90482);
/* harmony import */ var _lease_keeper_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3468);
/* harmony import */ var _undo_undone_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96114);





/**
 * Put back what a run that is over left half-way, before anything else is changed: wait until its Lease may be taken
 * over (its duration, and the deadline of the step that the journal shows begun), then undo, prove, and close the
 * journal. Rejects with a PortError when the cluster cannot be asked.
 */
async function recover(recovering) {
    const { maintenance, holder, progress } = recovering;
    const open = await maintenance.journal.read();
    if (open === undefined)
        return { kind: 'none', note: 'no journal is open: there is nothing to recover' };
    progress(`${open.run} was cut off in ${open.task}; taking the Lease`);
    const graceMs = deadlineOfBegun(open);
    const taken = await maintenance.lease.take(holder, { patienceMs: recovering.patienceMs, graceMs });
    if (!taken.taken) {
        return { kind: 'not-allowed-yet', note: `another run holds the Lease (${taken.holder}); it may still be at work` };
    }
    const keeper = new _lease_keeper_js__WEBPACK_IMPORTED_MODULE_3__/* .LeaseKeeper */ .Z(maintenance.lease, holder, recovering.closing.clock);
    try {
        return await close(recovering, keeper);
    }
    finally {
        await maintenance.lease
            .release(holder)
            .catch(() => progress('The Lease could not be given back; it expires by itself.'));
    }
}
async function close(recovering, keeper) {
    const started = recovering.closing.clock.monotonic();
    const closed = await (0,_conduct_close_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .closeOpenJournal */ .g)({
        ...recovering.closing,
        journal: recovering.maintenance.journal,
        run: recovering.run,
        undo: { holdsLease: () => keeper.holds() },
    });
    if (closed.kind === 'none')
        return { kind: 'none', note: 'the journal was closed by somebody else meanwhile' };
    const durationMs = Math.round(recovering.closing.clock.monotonic() - started);
    return {
        kind: closed.kind,
        outcome: outcomeOf(closed, recovering.describe(closed.open.task), durationMs),
        note: `${closed.finding.title}: ${closed.finding.evidence}`,
    };
}
/** The longest deadline of a step that may still be at work, ms. */
function deadlineOfBegun(open) {
    const last = open.records.at(-1);
    const step = open.plan.steps.find(({ id }) => id === last?.step);
    return last?.progress === 'begun' || last?.progress === 'undoing' ? (step?.deadlineMs ?? 0) : 0;
}
/** What recovery did, as a task's part of a report: the plan that was cut off, and what became of its steps. */
function outcomeOf(closed, described, durationMs) {
    const { open, undone, finding } = closed;
    const { plan } = open;
    return {
        entry: {
            id: open.task,
            ...described,
            phase: 'main',
            verdict: (0,_domain_finding_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictOf */ .V)([finding]),
            status: closed.kind === 'left-open' ? 'failed' : statusOf(undone),
            cause: `${open.run} was cut off`,
            result: finding.title,
            notChecked: [],
            plan: { digest: plan.digest, steps: plan.steps.map((step) => ({ ...step })), refusals: [...plan.refusals] },
            applied: appliedOf(open),
            undone: undone.map(_undo_undone_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .undoneEntry */ .C),
            measurements: [],
            durationMs,
        },
        findings: [finding],
    };
}
function statusOf(undone) {
    if (undone.some(({ outcome }) => outcome === 'frozen' || outcome === 'held'))
        return 'frozen';
    const reversed = undone.some(({ step }) => (0,_domain_step_step_js__WEBPACK_IMPORTED_MODULE_1__/* .undoClassOf */ .kd)(step) === 'reversible');
    return reversed ? 'rolled-back' : 'cancelled';
}
/** How far the dead run came, by its journal. */
function appliedOf({ plan, records }) {
    const began = new Map();
    const applied = [];
    for (const { step, progress, at } of records) {
        if (progress === 'begun')
            began.set(step, Date.parse(at));
        if (progress !== 'done' && progress !== 'failed')
            continue;
        if (!plan.steps.some(({ id }) => id === step))
            continue;
        applied.push({ step, outcome: progress, durationMs: Date.parse(at) - (began.get(step) ?? Date.parse(at)) });
    }
    return applied;
}


/***/ }),

/***/ 96114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ undoneEntry)
/* harmony export */ });
/** A step that was to be put back, as the report says it. */
function undoneEntry({ step, outcome, text, cause, durationMs }) {
    return {
        step: step.id,
        outcome,
        ...(text === undefined ? {} : { text }),
        ...(cause === undefined ? {} : { cause }),
        durationMs,
    };
}


/***/ }),

/***/ 7782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  watchAction: () => (/* binding */ watchAction)
});

// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/finding/finding.js
var finding = __webpack_require__(40618);
// EXTERNAL MODULE: ./build/domain/verdict.js
var verdict = __webpack_require__(50272);
// EXTERNAL MODULE: ./build/pipeline/publish/finish.js + 1 modules
var finish = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/domain/forge/people.js
var people = __webpack_require__(93070);
// EXTERNAL MODULE: ./build/domain/state/journal.js
var journal = __webpack_require__(2220);
// EXTERNAL MODULE: ./build/domain/calendar/instants.js
var instants = __webpack_require__(95460);
// EXTERNAL MODULE: ./build/domain/calendar/nesting.js
var nesting = __webpack_require__(75466);
// EXTERNAL MODULE: ./build/domain/calendar/openings.js
var openings = __webpack_require__(27279);
// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
;// CONCATENATED MODULE: ./build/domain/watch/overdue.js




/** How far back is looked, ms: what is older has had its issue. */
const lookBackMs = 8 * 86_400_000;
/**
 * The openings that have passed and were not completed, newest first, one a window. A smaller window that a larger one
 * absorbed is carried out by the larger one's claim. Openings from before `since` (when maintenance was set up: the first
 * claim that is remembered) are nobody's fault.
 */
function overdue(calendar, claims, now) {
    const since = Math.min(...claims.map(({ claimedAt }) => Date.parse(claimedAt)));
    if (!Number.isFinite(since))
        return [];
    const passed = (0,openings/* openings */.mS)(calendar, Math.max(since, now - lookBackMs), now)
        .filter(({ start, end }) => start >= since && end <= now)
        .sort((a, b) => b.end - a.end);
    const latest = new Map();
    for (const opening of passed)
        if (!latest.has(opening.window))
            latest.set(opening.window, opening);
    return [...latest.values()].flatMap((opening) => {
        if (isCompleted(opening, calendar, claims))
            return [];
        const claim = (0,state_claims/* claimOf */._B)(claims, opening.id);
        return [claim === undefined ? { opening } : { opening, claim }];
    });
}
function isCompleted(opening, calendar, claims) {
    const larger = (0,nesting/* absorbedBy */.W)(opening, calendar);
    const ids = [opening.id, ...(larger === undefined ? [] : [larger.id])];
    return ids.some((id) => (0,state_claims/* claimOf */._B)(claims, id)?.completedAt !== undefined);
}
/** What a person is told of it: one sentence. */
function describeOverdue({ opening, claim }) {
    const span = `${opening.window} of ${(0,instants/* isoOf */.dF)(opening.start)} closed at ${(0,instants/* isoOf */.dF)(opening.end)}`;
    return claim === undefined ? `${span} without any run` : `${span}; ${claim.run} took it and did not come to its end`;
}

// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/pipeline/conduct/journal-findings.js
var journal_findings = __webpack_require__(77338);
// EXTERNAL MODULE: ./build/pipeline/recover/recover.js
var recover = __webpack_require__(66344);
;// CONCATENATED MODULE: ./build/pipeline/watch/watch.js






/** The label of every issue that watching opens. */
const watchLabel = 'rooivalk-maintenance-watch';
/**
 * Look after the other workflows: whether a run that is over left something half-way, whether a window passed unused,
 * whether schedules are still on. Changes nothing on the platform. Each look stands for itself: one that fails is a
 * finding, and the others go on.
 */
async function watch(watching) {
    const notes = [];
    const findings = [];
    let recover = false;
    const look = async (subject, work) => {
        try {
            await work();
        }
        catch (error) {
            findings.push((0,trouble/* unknownFinding */.M8)('not-watched', subject, `${subject} could not be looked after`, error));
            notes.push(`${subject}: ${(0,trouble/* causeOf */.rl)(error)}`);
        }
    };
    await look('journal', async () => {
        const seen = journalSeen(await watching.maintenance.journal.read(), watching.clock.now());
        recover = seen.recover;
        notes.push(seen.note);
        findings.push(...seen.findings);
    });
    await look('windows', async () => {
        const claims = await watching.maintenance.state.read('claims');
        const late = overdue(watching.calendar, claims, watching.clock.now());
        findings.push(...late.map(passedUnused));
        notes.push(...(await keepIssues(watching, late, claims)));
    });
    await look('schedules', async () => {
        for (const workflow of watching.workflows) {
            if (await watching.forge.isEnabled(workflow))
                continue;
            await watching.forge.enable(workflow);
            notes.push(`${workflow} had been switched off for idleness and is on again`);
        }
    });
    const { heartbeat } = watching;
    if (heartbeat !== undefined)
        await look('heartbeat', heartbeat);
    return { recover, notes, findings };
}
/** What an open journal means: a run may still be at work until its last step's deadline has passed. */
function journalSeen(open, now) {
    if (open === undefined)
        return { recover: false, note: 'no journal is open', findings: [] };
    if (open.authenticity === 'broken') {
        const finding = (0,journal_findings/* notAuthentic */.JQ)(open);
        return { recover: false, note: finding.title, findings: [finding] };
    }
    if (!(0,journal/* needsUndo */.Af)(open)) {
        return { recover: false, note: `${open.run} left a journal that the next run closes`, findings: [] };
    }
    const last = open.records.at(-1);
    const quietAt = (last === undefined ? 0 : Date.parse(last.at)) + (0,recover/* deadlineOfBegun */.X7)(open);
    return now > quietAt
        ? { recover: true, note: `${open.run} was cut off in ${open.task}: recovery comes next`, findings: [] }
        : { recover: false, note: `${open.run} may still be at work in ${open.task}`, findings: [] };
}
const passedUnused = (late) => ({
    code: 'window-passed-unused',
    severity: 'fail',
    subject: `window ${late.opening.window}`,
    title: 'a window passed without a run that came to its end',
    evidence: describeOverdue(late),
    next: `gh workflow run ${late.opening.window}.yml -f mode=apply -f reason=…`,
});
const markerOf = (window) => `<!-- rooivalk-maintenance: window ${window} -->`;
/** One issue of ours a window: opened when it passed unused, closed when a later opening was carried out. */
async function keepIssues({ forge, assignees }, late, claims) {
    const notes = [];
    const open = (await forge.openIssues(watchLabel)).filter(({ author }) => (0,people/* isOurs */.MU)(author));
    for (const each of late) {
        const { window, id } = each.opening;
        const marker = markerOf(window);
        const existing = open.find(({ body }) => body.includes(marker));
        if (existing?.body.includes(id))
            continue;
        if (existing !== undefined) {
            await forge.reply(existing.number, `${describeOverdue(each)} (${id}).`);
            await forge.updateIssue(existing.number, { body: `${existing.body}\n${id}` });
            continue;
        }
        const body = `${describeOverdue(each)}.\n\nRun it by hand, with a reason: \`${passedUnused(each).next}\`\n\n${marker}\n${id}`;
        const issue = await forge.openIssue({
            title: `Maintenance window passed unused: ${window}`,
            body,
            labels: [watchLabel],
            assignees,
        });
        notes.push(`opened issue ${issue.number} for ${id}`);
    }
    const stillLate = new Set(late.map(({ opening }) => opening.window));
    const carriedOut = new Set(claims.filter(({ completedAt }) => completedAt !== undefined).map(({ window }) => window));
    for (const issue of open) {
        const window = [...carriedOut].find((name) => issue.body.includes(markerOf(name)));
        if (window === undefined || stillLate.has(window))
            continue;
        await forge.reply(issue.number, `A later opening of ${window} was carried out.`);
        await forge.updateIssue(issue.number, { isOpen: false });
        notes.push(`closed issue ${issue.number}: ${window} was carried out`);
    }
    return notes;
}

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 2 modules
var catalogue = __webpack_require__(35126);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 1 modules
var publish = __webpack_require__(87549);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js
var forge = __webpack_require__(12009);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
;// CONCATENATED MODULE: ./build/runtime/gates/watch.js












/** Workflows whose schedules are kept alive. */
const scheduled = ['daily.yml', 'weekly.yml', 'prepare.yml', 'watch.yml'];
const heartbeatMs = 10_000;
/** Look after the other workflows. Answers the exit status. */
async function watchAction(self) {
    const { configuration, describe } = await (0,catalogue/* openCatalogue */.G)(self);
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration);
    const startedAt = new Date(clock/* systemClock */.m.now()).toISOString();
    const { heartbeat, assignees } = configuration.notify;
    const watched = await watch({
        maintenance: platform.maintenance,
        forge: await (0,forge.openForge)(self),
        calendar: (0,windows/* calendarOf */.Yw)(configuration),
        clock: clock/* systemClock */.m,
        workflows: scheduled,
        assignees,
        ...(heartbeat === undefined ? {} : { heartbeat: () => beat(heartbeat, self.signal) }),
    });
    for (const note of watched.notes)
        self.stdout.print(note);
    const finished = await (0,finish/* finish */.O)({
        kind: 'task',
        id: 'watch',
        job: {
            mode: 'plan',
            run: self.environment.run,
            platform: await platform.describe(),
            window: undefined,
            absorbs: [],
            continues: false,
            due: [],
            lookOnly: [],
            notDue: [],
            notes: watched.notes,
            findings: watched.findings,
            earlier: {},
            startedAt,
            closesAt: startedAt,
            failOn: configuration.failOn,
        },
        outcomes: [],
        describe,
        state: platform.maintenance.state,
        clock: clock/* systemClock */.m,
        runWord: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
    });
    await (0,publish/* publishReport */.S3)(self, finished.report, watched.findings.length > 0);
    self.environment.output('recover', String(watched.recover));
    return watched.findings.length > 0 && (0,verdict/* atLeast */.jZ)((0,finding/* verdictOf */.V)(watched.findings), configuration.failOn) ? 1 : 0;
}
/** Tell whoever listens that schedules still run. The address is the configuration's; nothing of the answer is used. */
async function beat(address, signal) {
    const subject = `heartbeat ${new URL(address).host}`;
    try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(heartbeatMs)]);
        const answer = await fetch(address, { method: 'GET', redirect: 'error', signal: limit });
        await answer.body?.cancel();
        if (answer.ok)
            return;
        throw new port_error/* PortError */.U({ code: 'failed', subject, message: `it answered ${answer.status}` });
    }
    catch (error) {
        if (error instanceof port_error/* PortError */.U)
            throw error;
        throw new port_error/* PortError */.U({ code: 'unreachable', subject, message: 'it could not be reached' });
    }
}


/***/ }),

/***/ 12009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ checkoutFile),
/* harmony export */   openForge: () => (/* binding */ openForge)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14821);
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23730);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86739);





/** The forge as this job may ask it: with the token of its input, and who it is from the runner's own endpoint. */
async function openForge(self) {
    const { environment } = self;
    const { variables } = environment;
    const token = environment.input('github-token');
    if (token === '')
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('input github-token is empty: give it the token of the job (github.token)');
    (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, token);
    const teamToken = variables.MAINTENANCE_TEAM_TOKEN ?? '';
    if (teamToken !== '')
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, teamToken);
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityToken = '' } = variables;
    if (identityToken !== '')
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, identityToken);
    const { createForge } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(1250)]).then(__webpack_require__.bind(__webpack_require__, 81250));
    return createForge({
        api: variables.GITHUB_API_URL || 'https://api.github.com',
        token,
        ...(teamToken === '' ? {} : { teamToken }),
        repository: variables.GITHUB_REPOSITORY ?? '',
        ...(url === '' || identityToken === '' ? {} : { identity: { url, token: identityToken } }),
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        signal: self.signal,
        secret: (value) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(self, value),
    });
}
/** A file of the checkout as text. Throws on a path that leads out of it. */
function checkoutFile({ environment }, path) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(path);
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside) || inside.startsWith('..'))
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${path.slice(0, 80)} is outside the checkout`);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.workspace, inside), 'utf8');
}


/***/ })

};
