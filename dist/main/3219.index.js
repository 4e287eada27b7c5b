export const id = 3219;
export const ids = [3219,6397];
export const modules = {

/***/ 28128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ acceptedOf),
/* harmony export */   Ak: () => (/* binding */ isLastTry),
/* harmony export */   Ju: () => (/* binding */ accept),
/* harmony export */   LN: () => (/* binding */ isTakenBy),
/* harmony export */   PI: () => (/* binding */ noteStart),
/* harmony export */   _P: () => (/* binding */ refuseComment),
/* harmony export */   j7: () => (/* binding */ endApproval),
/* harmony export */   l5: () => (/* binding */ mostTries),
/* harmony export */   s: () => (/* binding */ take)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92173);

/** How many approvals, comments of one, and tries of one are remembered. */
const most = { approvals: 100, comments: 10, tries: 20 };
/** An approval that ended so long ago is refused for its age, ms: what is remembered of it may go. */
const keptMs = 30 * 86_400_000;
/** How often one comment's approval is tried at most, the first time among them. */
const mostTries = 3;
/** What is remembered of an approval; undefined for one that nobody has accepted. */
function acceptedOf(approvals, digest) {
    return approvals.find((each) => each.digest === digest);
}
/** The approvals with one of them changed, or added at their end. */
function withOne(approvals, changed) {
    const isKnown = approvals.some(({ digest }) => digest === changed.digest);
    return isKnown
        ? approvals.map((each) => (each.digest === changed.digest ? changed : each))
        : [...approvals, changed].slice(-most.approvals);
}
/** An approval of a plan of which nothing is remembered yet. */
function unknownOf(document) {
    const { issue = 0, opening, window, notAfter } = document;
    return {
        digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .approvalDigest */ .Y)(document),
        issue,
        ...(window === undefined ? {} : { window: { opening, opensAt: window.opensAt } }),
        notAfter,
        comments: [],
        tries: [],
    };
}
const going = ({ ended: _ended, ...rest }) => rest;
/**
 * Remember that a comment was accepted, at `now` (epoch ms). A comment that is new goes on with an approval that had ended:
 * whoever wrote it wants it tried again. Approvals that ended long ago go.
 */
function accept(approvals, document, comment, now) {
    const young = approvals.filter(({ notAfter }) => now - Date.parse(notAfter) < keptMs);
    const known = acceptedOf(young, (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .approvalDigest */ .Y)(document)) ?? unknownOf(document);
    if (known.comments.includes(comment))
        return young;
    return withOne(young, going({ ...known, comments: [...known.comments, comment].slice(-most.comments) }));
}
/**
 * Let a run take the approval for itself: as the one that was started for it, or as a new try when the last one is over.
 * Unchanged while another run is at it. Whether it was taken is said by {@link isTakenBy}.
 */
function take(approvals, digest, own, isOver) {
    const known = acceptedOf(approvals, digest);
    const last = known?.tries.at(-1);
    if (known === undefined || last?.run === own.run)
        return approvals;
    const isOwn = last !== undefined && last.run === undefined;
    if (last !== undefined && !isOwn && !isOver(last))
        return approvals;
    const before = isOwn ? known.tries.slice(0, -1) : known.tries;
    return withOne(approvals, going({ ...known, tries: [...before, own].slice(-most.tries) }));
}
/** Whether a run is the one that is at an approval. */
function isTakenBy(approvals, digest, run) {
    return acceptedOf(approvals, digest)?.tries.at(-1)?.run === run;
}
/**
 * Note a run that is about to be started, if nothing was started since `seen` tries were read: of two that start at once one
 * alone finds its own try. `document` is given where the comment has not been accepted yet.
 */
function noteStart(approvals, about, own, seen) {
    const { digest, document } = about;
    const known = acceptedOf(approvals, digest) ?? (document === undefined ? undefined : unknownOf(document));
    if (known === undefined || known.tries.length !== seen || seen >= most.tries)
        return approvals;
    return withOne(approvals, going({ ...known, tries: [...known.tries, own] }));
}
/** Whether a try is the last one of an approval, as it was noted. */
function isLastTry(approvals, digest, { comment, at }) {
    const last = acceptedOf(approvals, digest)?.tries.at(-1);
    return last?.comment === comment && last.at === at && last.run === undefined;
}
/** Remember that a comment that had been accepted is refused now; without another one the approval has ended. */
function refuseComment(approvals, comment) {
    return approvals.map((each) => {
        const isTried = each.tries.at(-1)?.comment === comment;
        if (!each.comments.includes(comment) && !isTried)
            return each;
        const comments = each.comments.filter((id) => id !== comment);
        return { ...each, comments, ...(comments.length === 0 ? { ended: each.ended ?? 'refused' } : {}) };
    });
}
/** Remember how an approval ended. */
function endApproval(approvals, digest, how) {
    const known = acceptedOf(approvals, digest);
    return known === undefined ? approvals : withOne(approvals, { ...known, ended: how });
}


/***/ }),

/***/ 92173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ approvalDigest),
/* harmony export */   u: () => (/* binding */ shownDigest)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97803);

/** How many hex digits a reviewer sees and writes; compared is always the whole digest. */
const shownDigits = 20;
/**
 * What an approval binds (trust.md §2): SHA-256 over the sorted digests of the gate's plans and everything that decides
 * where, when, by which code and for which reason they are applied. Anything else needs another approval.
 */
function approvalDigest(document) {
    const { run, platform } = document;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)({
        plans: document.plans.map(({ plan }) => plan.digest).sort(),
        planId: document.planId,
        run: run.id,
        repository: run.repositoryId,
        commit: run.commit,
        build: document.build,
        configuration: document.configuration,
        cluster: platform.uid,
        databases: platform.databases,
        environment: document.environment,
        opening: document.opening,
        reason: document.reason,
        notAfter: document.notAfter,
    });
}
/** The digits that a reviewer puts into the comment: the first 20 of the digest. */
function shownDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + shownDigits);
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

/***/ 41645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ holdsField),
/* harmony export */   M2: () => (/* binding */ templateAnnotationField),
/* harmony export */   _6: () => (/* binding */ replicasField),
/* harmony export */   aN: () => (/* binding */ imageField),
/* harmony export */   wk: () => (/* binding */ resourcesField)
/* harmony export */ });
/** How many pods are wanted. */
const replicasField = ['f:spec', 'f:replicas'];
const containerPath = (list, container) => [
    'f:spec',
    'f:template',
    'f:spec',
    `f:${list}`,
    `k:${JSON.stringify({ name: container })}`,
];
/** The image of one container. */
function imageField(list, container) {
    return [...containerPath(list, container), 'f:image'];
}
/** Requests and limits of one container. */
function resourcesField(list, container) {
    return [...containerPath(list, container), 'f:resources'];
}
/** An annotation of the template, such as the one that restarts the pods. */
function templateAnnotationField(name) {
    return ['f:spec', 'f:template', 'f:metadata', 'f:annotations', `f:${name}`];
}
/**
 * Whether a set of fields holds a path. A set that ends on the way there holds everything below (an atomic field); a path
 * that ends within the set is held in parts, which counts as held.
 */
function holdsField(fields, path) {
    let node = fields;
    for (const [depth, key] of path.entries()) {
        if (typeof node !== 'object' || node === null)
            return false;
        if (!Object.hasOwn(node, key))
            return depth > 0 && Object.keys(node).length === 0;
        node = node[key];
    }
    return true;
}


/***/ }),

/***/ 49054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ shownName)
/* harmony export */ });
/** A name from the cluster as it may stand in a sentence or a command: what Kubernetes names may hold, at most 120 characters. */
function shownName(name) {
    return name.replace(/[^\w./-]/g, '?').slice(0, 120);
}


/***/ }),

/***/ 2220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ needsUndo),
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   Tt: () => (/* binding */ stepsBegun),
/* harmony export */   X7: () => (/* binding */ deadlineOfBegun),
/* harmony export */   c4: () => (/* binding */ isProgress),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   qJ: () => (/* binding */ stepsToRelease),
/* harmony export */   vS: () => (/* binding */ unitsToUndo)
/* harmony export */ });
/* harmony import */ var _step_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);
/* harmony import */ var _step_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99171);


const progresses = ['begun', 'done', 'failed', 'dropped', 'undoing', 'undone', 'held', 'frozen'];
/** Whether something that was read is a word for how far a step came. */
const isProgress = (word) => progresses.some((known) => known === word);
/** The last progress of each step of an open plan; a step that was never begun has none. */
function progressOf(content) {
    return new Map(content.records.map(({ step, progress }) => [step, progress]));
}
const settled = new Set(['dropped', 'undone', 'held', 'frozen']);
/** Nothing is put back of a step any more: it was, it did not happen, or it is left to a person. */
const isSettled = (progress) => progress !== undefined && settled.has(progress);
/**
 * The units that a run left half-way: something reversible in them was begun, not every step was done, and they were not
 * put back yet. Whole units stay as planned, and units of which nothing was begun need nothing.
 */
function unitsToUndo(content) {
    const progress = progressOf(content);
    return (0,_step_units_js__WEBPACK_IMPORTED_MODULE_1__/* .unitsOf */ .$)(content.plan.steps).filter(({ steps }) => {
        const open = steps.filter(_step_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw).some(({ id }) => isOpen(progress.get(id)));
        return open && !steps.every(({ id }) => progress.get(id) === 'done');
    });
}
const isOpen = (progress) => progress !== undefined && !isSettled(progress);
/** Whether closing an open journal takes more than marking steps: something reversible is half-way. */
function needsUndo(content) {
    return unitsToUndo(content).length > 0;
}
/** The steps that were begun and about which nothing more was written. */
function stepsBegun(content) {
    const progress = progressOf(content);
    return content.plan.steps.filter(({ id }) => progress.get(id) === 'begun');
}
/**
 * The begun steps whose way back nobody needs any more when the journal is closed: all but those of a unit in which a step
 * was left as it is, for a person to decide about. `left`: ids of steps that were left now.
 */
function stepsToRelease(content, left) {
    const progress = progressOf(content);
    const isLeft = ({ id }) => left.has(id) || progress.get(id) === 'frozen' || progress.get(id) === 'held';
    return (0,_step_units_js__WEBPACK_IMPORTED_MODULE_1__/* .unitsOf */ .$)(content.plan.steps)
        .filter(({ steps }) => !steps.some(isLeft))
        .flatMap(({ steps }) => steps.filter(({ id }) => progress.has(id)));
}
/** Hosted jobs end at six hours, and every step with its job, whatever a journal says, ms. */
const longestStepMs = 6 * 3_600_000;
/** The longest deadline of a step that may still be at work, ms; at most six hours. */
function deadlineOfBegun(open) {
    const last = open.records.at(-1);
    if (last?.progress !== 'begun' && last?.progress !== 'undoing')
        return 0;
    const deadlineMs = open.plan.steps.find(({ id }) => id === last.step)?.deadlineMs;
    return typeof deadlineMs === 'number' && deadlineMs > 0 ? Math.min(deadlineMs, longestStepMs) : 0;
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

/***/ 43397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isKept)
/* harmony export */ });
/** Whether a step was left as it is, for a person to decide about. */
function isKept({ outcome }) {
    return outcome === 'frozen' || outcome === 'held';
}


/***/ }),

/***/ 99171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ unitsOf)
/* harmony export */ });
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44156);

/** A plan's steps as runs of consecutive ones of the same unit. */
function unitsOf(steps) {
    const units = [];
    for (const step of steps) {
        const last = units.at(-1);
        if (last !== undefined && last.name === step.unit)
            last.steps.push(step);
        else
            units.push({ name: step.unit, steps: [step] });
    }
    return units.map((unit) => ({
        ...unit,
        undoable: unit.steps.some(_step_js__WEBPACK_IMPORTED_MODULE_0__/* .isReversible */ .gw),
        independent: unit.steps.every(({ independent }) => independent === true),
    }));
}


/***/ }),

/***/ 94795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kq: () => (/* binding */ approveFile),
/* harmony export */   kR: () => (/* binding */ isTryOver),
/* harmony export */   uE: () => (/* binding */ stateOfTry)
/* harmony export */ });
/** The file of the workflow that checks comments and applies what they approve. */
const approveFile = 'approve.yml';
/** So long after it was started the forge may not show a run yet, ms. */
const shownWithinMs = 10 * 60_000;
/**
 * What the last try of an approval is at. One that no run has said to be at is at work while any run of the workflow that was
 * started since then has not ended: it may wait for a runner, however long. Rejects with a PortError.
 */
async function stateOfTry(asking, last) {
    if (last === undefined)
        return 'none';
    const { forge, clock } = asking;
    if (last.run !== undefined) {
        const run = await forge.run(last.run);
        if (run !== undefined && run.status !== 'completed')
            return 'at-work';
        return run?.conclusion === 'cancelled' ? 'cancelled' : 'over';
    }
    if (clock.now() - Date.parse(last.at) < shownWithinMs)
        return 'at-work';
    const { defaultBranch } = await forge.repository();
    const since = await forge.runs({ workflow: approveFile, branch: defaultBranch, since: last.at });
    const isWaiting = since.some(({ event, status }) => event === 'workflow_dispatch' && status !== 'completed');
    return isWaiting ? 'at-work' : 'over';
}
/** Whether the last try is over, for a decision that is made later: any other try that stands there then is not. */
async function isTryOver(asking, last) {
    const isOver = ['over', 'cancelled'].includes(await stateOfTry(asking, last));
    return (found) => isOver && found.at === last?.at && found.run === last.run;
}


/***/ }),

/***/ 70060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ outcomeMarker)
/* harmony export */ });
/** Marks the comment by which a run tells the issue of a plan what became of it. */
function outcomeMarker(run) {
    return `<!-- rooivalk-maintenance: outcome of run ${run} -->`;
}


/***/ }),

/***/ 77338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ undoneFinding),
/* harmony export */   JQ: () => (/* binding */ notAuthentic),
/* harmony export */   qG: () => (/* binding */ cutOff)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);
/* harmony import */ var _domain_step_undone_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43397);


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
        next: `compare it with the run that it names: ${(0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)('rooivalk-maintenance') `get configmap journal -o yaml`}`,
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
/** What was put back of a run that ended half-way; not `whole`: not all of it yet. `besides`: what else is known of its steps. */
function undoneFinding(open, teller, undone, whole, besides = []) {
    const kept = undone.filter((step) => (0,_domain_step_undone_js__WEBPACK_IMPORTED_MODULE_1__/* .isKept */ .t)(step) || step.outcome === 'failed');
    const said = undone.slice(0, 5).map(({ step, outcome, cause }) => {
        const why = cause === undefined || outcome === 'stays' ? '' : ` (${cause})`;
        return `${step.id}: ${outcomeWords[outcome]}${why}`;
    });
    const evidence = `${[...said, ...besides].join('; ')} (${open.run})`;
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
        title: `${whose(open, teller)} was cut off, and what it had left half-way is as it was before`,
        next: `nothing: ${open.task} plans afresh`,
    };
}


/***/ }),

/***/ 82280:
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
// EXTERNAL MODULE: ./build/domain/task/declaration.js
var declaration = __webpack_require__(85411);
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
 * absorbed is carried out by the larger one's claim. Openings from before maintenance was set up are nobody's fault: before
 * the first claim that is remembered and before `adopted`, when the forge first saw the window's own workflow (by window;
 * absent where that could not be read). So a window is missed also when nothing has ever run. One that the repository has no
 * workflow for (`none`), and that nothing ever claimed, is nobody's either.
 */
function overdue(calendar, claims, now, adopted) {
    const firstClaim = Math.min(...claims.map(({ claimedAt }) => Date.parse(claimedAt)));
    const since = (window) => {
        const known = adopted.get(window) ?? Number.POSITIVE_INFINITY;
        if (known !== 'none')
            return Math.min(firstClaim, known);
        return claims.some((claim) => claim.window === window) ? firstClaim : Number.POSITIVE_INFINITY;
    };
    const passed = (0,openings/* openings */.mS)(calendar, now - lookBackMs, now)
        .filter(({ window, start, end }) => start >= Math.max(since(window), now - lookBackMs) && end <= now)
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

// EXTERNAL MODULE: ./build/domain/state/lease.js
var lease = __webpack_require__(34297);
;// CONCATENATED MODULE: ./build/domain/watch/stuck-journal.js


/**
 * In this time after a take-over is allowed recovery has begun and written, ms: watching comes every 15 minutes and may be
 * late, and a job needs time to start.
 */
const recoveryWithinMs = 45 * 60_000;
/** A journal without anything to undo is closed by the next run that changes something: the daily window at the latest, ms. */
const closedWithinMs = 26 * 3_600_000;
/** As runs name themselves in the journal: URL, attempt and job. Job `recover` is the one that undoes. */
const ofRecovery = / job recover$/;
/**
 * Why an open journal needs a person, as the end of a sentence about it; undefined while a run may be at work on it, or
 * while recovery or the next run is still to come. Whoever takes a journal over writes on in it, so the age is that of the
 * last record, or of the take-over itself, until there is one.
 */
function whyStuck(open, now) {
    if (open.authenticity === 'broken')
        return 'is not what a run of ours wrote, so nothing of ours touches it';
    const last = open.records.at(-1);
    if (last === undefined)
        return undefined;
    const takenOver = Date.parse(open.takenOverAt ?? '');
    const workedUntil = Date.parse(last.at) + (0,journal/* deadlineOfBegun */.X7)(open);
    const quietMs = now - (takenOver <= now ? Math.max(workedUntil, takenOver) : workedUntil);
    if (!(0,journal/* needsUndo */.Af)(open))
        return quietMs > closedWithinMs ? 'has been closed by no run since' : undefined;
    if (ofRecovery.test(open.run))
        return quietMs > lease/* leaseDurationMs */.P ? 'was left open by recovery' : undefined;
    return quietMs > lease/* leaseDurationMs */.P + recoveryWithinMs ? 'has been taken by no recovery since' : undefined;
}

// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
// EXTERNAL MODULE: ./build/pipeline/conduct/journal-findings.js
var journal_findings = __webpack_require__(77338);
// EXTERNAL MODULE: ./build/domain/approval/accepted.js
var accepted = __webpack_require__(28128);
// EXTERNAL MODULE: ./build/domain/calendar/blackouts.js
var blackouts = __webpack_require__(3510);
;// CONCATENATED MODULE: ./build/domain/approval/next-try.js



/**
 * What comes next for an approval that was accepted and has not ended. It is tried (again) while it is unused, its plan
 * valid and its window open, each comment at most {@link mostTries} times, and never beside a run that is at it.
 */
function nextTry(approval, known) {
    const { now, last } = known;
    if (last === 'at-work')
        return { kind: 'wait' };
    const how = endOf(approval, known);
    if (how !== undefined)
        return { kind: 'end', how };
    const comment = commentOf(approval);
    if (comment === undefined)
        return { kind: 'end', how: 'refused' };
    const number = triesOf(approval, comment) + 1;
    return isInTime(approval, known.calendar, now) ? { kind: 'start', comment, number } : { kind: 'wait' };
}
function endOf(approval, { now, isUsed, isIssueOpen, last }) {
    if (isUsed)
        return 'used';
    if (last === 'cancelled' || !isIssueOpen)
        return 'stopped';
    if (now >= Date.parse(approval.notAfter))
        return 'expired';
    const comment = commentOf(approval);
    return comment !== undefined && triesOf(approval, comment) >= accepted/* mostTries */.l5 ? 'given-up' : undefined;
}
/** The one that is tried: accepted first, or, where none has been yet, the one that was started to be looked at. */
const commentOf = ({ comments, tries }) => comments[0] ?? tries.at(-1)?.comment;
const triesOf = ({ tries }, comment) => tries.filter((each) => each.comment === comment).length;
/** Its window is open, as the calendar has it now; outside every window: there is no blackout. */
function isInTime({ window }, calendar, now) {
    if (window === undefined)
        return (0,blackouts/* blackoutsAt */.It)(calendar, now).length === 0;
    const from = Date.parse(window.opensAt);
    const opening = (0,openings/* openingsWithin */.T2)(calendar, from, from + 1).find(({ id }) => id === window.opening);
    return opening !== undefined && (0,openings/* isOpen */.nT)(opening, now);
}

// EXTERNAL MODULE: ./build/pipeline/ahead/try-over.js
var try_over = __webpack_require__(94795);
// EXTERNAL MODULE: ./build/pipeline/approve/outcome-marker.js
var outcome_marker = __webpack_require__(70060);
;// CONCATENATED MODULE: ./build/pipeline/watch/approvals.js





/** Approvals on issues that have not ended. Rejects with a PortError. */
async function openApprovals({ maintenance, }) {
    return (await maintenance.state.read('approvals')).filter(({ ended }) => ended === undefined);
}
/**
 * Look after one accepted approval: start it (again) when its run ended without using it, and tell its issue each time; tell
 * the issue, and the report, of one that ended unused. Never starts a second run beside one that is at it. Rejects with a
 * PortError.
 */
async function followApproval(following, approval) {
    const { maintenance, forge, calendar, clock } = following;
    const issue = await forge.issue(approval.issue);
    const isIssueOpen = issue?.isOpen === true && (0,people/* isOurs */.MU)(issue.author);
    const isUsed = (await maintenance.spent.find(approval.digest)) !== undefined;
    const last = await (0,try_over/* stateOfTry */.uE)(following, approval.tries.at(-1));
    const next = nextTry(approval, { now: clock.now(), calendar, isUsed, isIssueOpen, last });
    if (next.kind === 'wait')
        return nothing;
    if (next.kind === 'start')
        return start(following, approval, next);
    return end(following, approval, { how: next.how, isThere: issue !== undefined });
}
const nothing = { notes: [], findings: [] };
async function start({ maintenance, forge, clock }, { digest, issue, tries }, { comment, number }) {
    const own = { comment, at: new Date(clock.now()).toISOString() };
    const noted = await maintenance.state.update('approvals', (all) => (0,accepted/* noteStart */.PI)(all, { digest }, own, tries.length));
    if (!(0,accepted/* isLastTry */.Ak)(noted, digest, own))
        return nothing;
    await forge.dispatch(try_over/* approveFile */.Kq, { comment: String(comment) });
    if (tries.length > 0) {
        const run = tries.at(-1)?.run;
        const before = run === undefined ? 'The run that was started for it' : `Run ${run}`;
        const text = `${before} has ended without using the approval: nothing was changed by it. The plan is tried again, try ${number} of ${accepted/* mostTries */.l5}.`;
        await forge.keepComment(issue, `<!-- rooivalk-maintenance: try ${comment} ${number} -->`, text);
    }
    return { notes: [`issue ${issue}: started comment ${comment}, try ${number} of ${accepted/* mostTries */.l5}`], findings: [] };
}
async function end(following, approval, { how, isThere }) {
    const { maintenance, forge } = following;
    const { digest, issue } = approval;
    if (isThere)
        await (how === 'used' ? tellUsed(following, approval) : tellUnused(forge, approval, how));
    await maintenance.state.update('approvals', (all) => (0,accepted/* endApproval */.j7)(all, digest, how));
    const finding = {
        code: 'approval-not-used',
        severity: 'fail',
        subject: `issue #${issue}`,
        title: 'what was approved was not applied',
        evidence: whyUnused[how],
        next: nextOf[how],
    };
    return {
        notes: [`issue ${issue}: ${whyUnused[how]}`],
        findings: how === 'expired' || how === 'given-up' ? [finding] : [],
    };
}
const whyUnused = {
    used: 'it was used',
    refused: 'the approval was refused since it was accepted',
    stopped: 'its run was cancelled, or this issue was closed',
    expired: 'the plan is no longer valid, and no run has used the approval',
    'given-up': `${accepted/* mostTries */.l5} runs have ended without using the approval`,
};
const nextOf = {
    used: 'look at the report of that run',
    refused: 'plan again and have the new plan approved',
    stopped: 'to have it applied all the same, comment again while this issue is open',
    expired: 'plan again and have the new plan approved',
    'given-up': 'look at what the runs say, mend it, and comment again',
};
/** Nothing was applied. Said once an approval and end. */
async function tellUnused(forge, approval, how) {
    const last = approval.tries.at(-1);
    const marker = `<!-- rooivalk-maintenance: ${how} ${approval.comments[0] ?? last?.comment ?? 0} ${approval.tries.length} -->`;
    const text = `Accepted, and not applied: ${whyUnused[how]}. Nothing was changed. Next: ${nextOf[how]}.`;
    await forge.keepComment(approval.issue, marker, text);
}
/** The run that used it has told the issue itself, unless it was lost before. */
async function tellUsed({ forge, maintenance }, approval) {
    const { comments } = await forge.recentComments(approval.issue);
    const run = approval.tries.at(-1)?.run;
    const marker = (0,outcome_marker/* outcomeMarker */.x)(run ?? 0);
    if (comments.some(({ author, body }) => (0,people/* isOurs */.MU)(author) && body.startsWith(marker)))
        return;
    const at = (await maintenance.spent.find(approval.digest))?.at ?? 'a time that is not known';
    const text = `The approval was used at ${at} by run ${run ?? 'that was started'}, which could not say here what became of it: its report does. What it left half-way is put back by job Recover.`;
    await forge.reply(approval.issue, `${marker}\n${text}`);
}

// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
;// CONCATENATED MODULE: ./build/pipeline/watch/journal-issue.js




const next = 'gh workflow run watch.yml';
const anyMarker = '<!-- rooivalk-maintenance: journal ';
const damagedMarker = `${anyMarker}damaged -->`;
const closedMarker = '<!-- rooivalk-maintenance: journal-closed -->';
/** By what the issue of a journal is found again. The id is bound by a digest, so that nothing of it is read as anything else. */
const markerOf = ({ id }) => `${anyMarker}${(0,json/* digestOf */.o)(id)} -->`;
/**
 * One issue of ours for each journal that needs a person: opened once, closed when that journal is. It tells who, what and
 * how far in counts, so that it may stand in a public repository. `current` marks the journal that is there now, whether it
 * needs somebody (`wanted`) or not. Answers what was done. Rejects with a PortError.
 */
async function keepJournalIssue({ forge, label, assignees }, current, wanted) {
    const notes = [];
    const ours = (await forge.openIssues(label)).filter(({ author, body }) => (0,people/* isOurs */.MU)(author) && body.includes(anyMarker));
    // behind a damaged journal nobody knows which others are closed
    const settled = current === damagedMarker ? [] : ours.filter(({ body }) => !current || !body.includes(current));
    for (const { number, body } of settled) {
        const how = body.includes(damagedMarker) ? 'can be read again' : 'is closed';
        await forge.keepComment(number, closedMarker, `The journal ${how}.`);
        await forge.updateIssue(number, { isOpen: false });
        notes.push(`closed issue ${number}: the journal ${how}`);
    }
    if (wanted === undefined || ours.some(({ body }) => body.includes(wanted.marker)))
        return notes;
    const { title, text, marker, why } = wanted;
    const issue = await forge.openIssue({ title, body: `${text}\n\n${marker}`, labels: [label], assignees });
    return [...notes, `opened issue ${issue.number}: the journal ${why}`];
}
/** The issue of an open journal that nothing of ours closes. */
const issueOfStuck = (stuck) => ({
    marker: markerOf(stuck.open),
    title: `Maintenance is half-way: ${taskOf(stuck.open)}`,
    text: `${sentenceOf(stuck)}\n\n${whatToDo}`,
    why: stuck.why,
});
/** The issue of a journal that cannot be read as one; the words of the error are those of our own adapter. */
const issueOfDamaged = ({ message, next: look = '' }) => ({
    marker: damagedMarker,
    title: 'The journal of maintenance is damaged',
    text: `The journal cannot be read as one: ${message}. Until it can, maintenance plans, changes and puts back nothing. ${look}.`,
    why: 'is damaged',
});
/** The same for the report. */
const damagedFinding = ({ message, next: look = '' }) => ({
    code: 'journal-damaged',
    severity: 'fail',
    subject: 'journal',
    title: 'the journal cannot be read as one, so nothing is changed or put back',
    evidence: message,
    next: look,
});
/** The same for the report. */
function stuckFinding(stuck) {
    return {
        code: 'journal-left-open',
        severity: 'fail',
        subject: taskOf(stuck.open),
        title: 'what a run left half-way has not been put back',
        evidence: sentenceOf(stuck),
        next: `look at the last run of job Recover, mend its cause, and start it again: ${next}`,
    };
}
const whatToDo = [
    'Until it is closed, maintenance plans and changes nothing. Look at the last run of job Recover (its rights, what it',
    `says of each step), mend the cause, and start it again: \`${next}\`. This issue is closed when the journal is.`,
].join(' ');
function sentenceOf({ open, why }) {
    const begun = (0,journal/* progressOf */.jA)(open).size;
    const at = open.records.at(-1)?.at;
    const since = at === undefined ? '' : `; its last record is of ${new Date(at).toISOString()}`;
    return `The journal of ${runOf(open)} ${why}: ${begun} of ${(0,quantities/* counted */.hS)(open.plan.steps.length, 'step')} of ${taskOf(open)} begun${since}.`;
}
/** Text of a journal that may be somebody else's: shown only in the form in which ours write it. */
const runOf = ({ run }) => /^https?:\/\/[\w./:-]{1,300} attempt \d{1,6} job [\w-]{1,100}$/.test(run) ? run : 'a run';
const taskOf = ({ task }) => (/^[a-z][a-z-]{0,59}$/.test(task) ? task : 'a task');

;// CONCATENATED MODULE: ./build/pipeline/watch/watch.js









/** The label of every issue that watching opens. */
const watchLabel = 'rooivalk-maintenance-watch';
/**
 * Look after the other workflows: whether a run that is over left something half-way, whether a window passed unused,
 * whether schedules are still on, and whether what was approved on an issue was applied. One issue of ours tells of each window and each journal that needs a person. Changes
 * nothing on the platform. Each look stands for itself: one that fails is a finding, and the others go on.
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
        const open = await journalOrDamage(watching.maintenance.journal);
        if (open instanceof port_error/* PortError */.U) {
            findings.push(damagedFinding(open));
            const issue = issueOfDamaged(open);
            await look('issue of the journal', async () => void notes.push(...(await keep(watching, issue.marker, issue))));
            return;
        }
        const seen = journalSeen(open, watching.clock.now());
        recover = seen.recover;
        notes.push(seen.note);
        findings.push(...seen.findings);
        await look('issue of the journal', async () => void notes.push(...(await told(watching, open, findings))));
    });
    const adopted = new Map();
    for (const workflow of watching.workflows) {
        await look(workflow, async () => {
            const known = await watching.forge.workflow(workflow);
            adopted.set(workflow.replace(/\.yml$/, ''), known === undefined ? 'none' : Date.parse(known.createdAt));
            if (known === undefined || known.isEnabled)
                return;
            await watching.forge.enable(workflow);
            notes.push(`${workflow} had been switched off for idleness and is on again`);
        });
    }
    await look('windows', async () => {
        const claims = await watching.maintenance.state.read('claims');
        const late = overdue(watching.calendar, claims, watching.clock.now(), adopted);
        findings.push(...late.map(passedUnused));
        notes.push(...(await keepIssues(watching, late, claims)));
    });
    await look('approvals', async () => {
        for (const approval of await openApprovals(watching)) {
            await look(`issue #${approval.issue}`, async () => {
                const followed = await followApproval(watching, approval);
                notes.push(...followed.notes);
                findings.push(...followed.findings);
            });
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
    const quietAt = (last === undefined ? 0 : Date.parse(last.at)) + (0,journal/* deadlineOfBegun */.X7)(open);
    return now > quietAt
        ? { recover: true, note: `${open.run} was cut off in ${open.task}: recovery comes next`, findings: [] }
        : { recover: false, note: `${open.run} may still be at work in ${open.task}`, findings: [] };
}
/** People are told of an open journal that nothing of ours closes: by the report, and by an issue as long as it is open. */
async function told(watching, open, findings) {
    const why = open === undefined ? undefined : whyStuck(open, watching.clock.now());
    const stuck = open === undefined || why === undefined ? undefined : { open, why };
    if (stuck !== undefined && open?.authenticity !== 'broken')
        findings.push(stuckFinding(stuck));
    return keep(watching, open && markerOf(open), stuck && issueOfStuck(stuck));
}
const keep = ({ forge, assignees }, current, wanted) => keepJournalIssue({ forge, label: watchLabel, assignees }, current, wanted);
/** The journal, or what is wrong with it where it is there and none. Rejects where nobody knows. */
async function journalOrDamage(journal) {
    try {
        return await journal.read();
    }
    catch (error) {
        if (error instanceof port_error/* PortError */.U && error.code === 'invalid')
            return error;
        throw error;
    }
}
const passedUnused = (late) => ({
    code: 'window-passed-unused',
    severity: 'fail',
    subject: `window ${late.opening.window}`,
    title: 'a window passed without a run that came to its end',
    evidence: describeOverdue(late),
    next: `gh workflow run ${late.opening.window}.yml -f mode=apply -f reason=…`,
});
const watch_markerOf = (window) => `<!-- rooivalk-maintenance: window ${window} -->`;
/** Marks what is said once: a comment whose answer was lost is found again, and not written twice. */
const commentOn = (what) => `<!-- rooivalk-maintenance: ${what} -->`;
/** One issue of ours a window: opened when it passed unused, closed when a later opening was carried out. */
async function keepIssues({ forge, assignees }, late, claims) {
    const notes = [];
    const open = (await forge.openIssues(watchLabel)).filter(({ author }) => (0,people/* isOurs */.MU)(author));
    for (const each of late) {
        const { window, id } = each.opening;
        const marker = watch_markerOf(window);
        const existing = open.find(({ body }) => body.includes(marker));
        if (existing?.body.includes(id))
            continue;
        if (existing !== undefined) {
            await forge.keepComment(existing.number, commentOn(id), `${describeOverdue(each)} (${id}).`);
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
        const window = [...carriedOut].find((name) => issue.body.includes(watch_markerOf(name)));
        if (window === undefined || stillLate.has(window))
            continue;
        await forge.keepComment(issue.number, commentOn('carried-out'), `A later opening of ${window} was carried out.`);
        await forge.updateIssue(issue.number, { isOpen: false });
        notes.push(`closed issue ${issue.number}: ${window} was carried out`);
    }
    return notes;
}

// EXTERNAL MODULE: ./build/runtime/catalogue.js + 1 modules
var catalogue = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 2 modules
var publish = __webpack_require__(18122);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js + 1 modules
var forge = __webpack_require__(96397);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
;// CONCATENATED MODULE: ./build/runtime/gates/watch.js













/** Workflows whose schedules are kept alive, those of windows among them; a repository need not have all of them. */
const scheduled = [...declaration/* windowNames */.n.map((window) => `${window}.yml`), 'prepare.yml', 'watch.yml'];
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

/***/ 96397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ checkoutFile),
  openForge: () => (/* binding */ openForge)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
;// CONCATENATED MODULE: ./build/runtime/wiring/redacted-writing.js
/** Everything that is written on a forge goes through the redactor first, whoever wrote it (trust.md §6). */
function redactedWriting(forge, redactor) {
    return {
        openIssue: (issue) => forge.openIssue({ ...issue, title: redactor.clean(issue.title), body: redactor.clean(issue.body) }),
        updateIssue: (number, change) => forge.updateIssue(number, redactor.cleanJson(change)),
        reply: (issue, body) => forge.reply(issue, redactor.clean(body)),
        keepComment: (issue, marker, body) => forge.keepComment(issue, marker, redactor.clean(body)),
    };
}

// EXTERNAL MODULE: ./build/runtime/wiring/secrets.js
var secrets = __webpack_require__(86739);
;// CONCATENATED MODULE: ./build/runtime/wiring/forge.js






/**
 * The forge as this job may ask it: with the token of its input, and who it is from the runner's own endpoint. What it
 * writes there is redacted.
 */
async function openForge(self) {
    const { environment } = self;
    const { variables } = environment;
    const token = environment.input('github-token');
    if (token === '')
        throw new task_inputs/* InputError */.dz('input github-token is empty: give it the token of the job (github.token)');
    (0,secrets/* maskSecret */.$l)(self, token);
    const teamToken = variables.MAINTENANCE_TEAM_TOKEN ?? '';
    if (teamToken !== '')
        (0,secrets/* maskSecret */.$l)(self, teamToken);
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityToken = '' } = variables;
    if (identityToken !== '')
        (0,secrets/* maskSecret */.$l)(self, identityToken);
    const { createForge } = await Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(5115)]).then(__webpack_require__.bind(__webpack_require__, 95115));
    const forge = createForge({
        api: variables.GITHUB_API_URL || 'https://api.github.com',
        token,
        ...(teamToken === '' ? {} : { teamToken }),
        repository: variables.GITHUB_REPOSITORY ?? '',
        ...(url === '' || identityToken === '' ? {} : { identity: { url, token: identityToken } }),
        clock: clock/* systemClock */.m,
        signal: self.signal,
        secret: (value) => (0,secrets/* maskSecret */.$l)(self, value),
    });
    return { ...forge, ...redactedWriting(forge, self.redactor) };
}
/** A file of the checkout as text. Throws on a path that leads out of it. */
function checkoutFile({ environment }, path) {
    const inside = (0,external_node_path_.normalize)(path);
    if ((0,external_node_path_.isAbsolute)(inside) || inside.startsWith('..'))
        throw new task_inputs/* InputError */.dz(`${path.slice(0, 80)} is outside the checkout`);
    return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(environment.workspace, inside), 'utf8');
}


/***/ })

};
