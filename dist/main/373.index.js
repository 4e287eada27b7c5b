export const id = 373;
export const ids = [373];
export const modules = {

/***/ 62373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conduct: () => (/* binding */ conduct),
  publish: () => (/* binding */ conduct_publish)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/calendar/blackouts.js
var calendar_blackouts = __webpack_require__(3510);
// EXTERNAL MODULE: ./build/domain/calendar/explanation.js
var explanation = __webpack_require__(84443);
// EXTERNAL MODULE: ./build/domain/calendar/openings.js
var openings = __webpack_require__(27279);
// EXTERNAL MODULE: ./build/domain/calendar/spans.js
var spans = __webpack_require__(87965);
;// CONCATENATED MODULE: ./build/domain/calendar/nesting.js


function shareTime(a, b) {
    return a.spans.some((one) => b.spans.some((other) => (0,spans/* overlap */.EF)(one, other)));
}
/**
 * The largest opening that absorbs this one: of higher rank, and open at a time at which this one is open. A quarterly
 * window absorbs what it overlaps, a monthly the weekly and daily, a weekly the daily. Touching is no overlap.
 */
function absorbedBy(opening, calendar) {
    return (0,openings/* openingsWithin */.T2)(calendar, opening.start, opening.end)
        .filter((other) => other.rank > opening.rank && shareTime(opening, other))
        .toSorted((a, b) => b.rank - a.rank || a.start - b.start)[0];
}
/** The smaller openings whose work a run in this opening takes over, the largest first. */
function absorbs(opening, calendar) {
    return (0,openings/* openingsWithin */.T2)(calendar, opening.start, opening.end)
        .filter((other) => other.rank < opening.rank && absorbedBy(other, calendar)?.id === opening.id)
        .toSorted((a, b) => b.rank - a.rank || a.start - b.start);
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/state/claims.js
var state_claims = __webpack_require__(87166);
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
const probes = new Set(['probe-dns', 'probe-database-write']);
/** After these a task of the same opening is not taken again; others are part of what a later run goes on with. */
const ended = new Set([
    'done',
    'nothing-to-do',
    'refused',
    'failed',
    'rolled-back',
    'frozen',
]);
/** Ended, and not in a way on which others cannot build. */
const met = new Set(['done', 'nothing-to-do', 'refused']);
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
        const better = result.verdict !== 'unknown' && result.verdict !== 'fail';
        if (!met.has(result.status) || !better)
            return `it needs ${need}, which ended ${result.status} (${result.verdict})`;
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
const changes = ({ steps }) => steps.some((kind) => !probes.has(kind));
/** Without state nothing is changed: tasks that change something are deferred, and those that need them; probes are left out. */
function withoutState(ordered) {
    const notDue = new Map();
    for (const task of ordered) {
        const need = task.needs.find((id) => notDue.has(id));
        if (changes(task))
            notDue.set(task.id, deferred(task.id, 'nothing is changed while the state in the cluster cannot be read'));
        else if (need !== undefined)
            notDue.set(task.id, deferred(task.id, `it needs ${need}, which is deferred`));
    }
    const looking = ordered.filter(({ id, steps }) => steps.length > 0 && !notDue.has(id));
    return { lookOnly: looking.map(({ id }) => id), notDue: [...notDue.values()] };
}
/** Which tasks of some windows are due within a frame of time, in order, and why the others are not. */
function assignment_assign(situation, windows, frame, earlier) {
    const all = orderTasks(ungated(situation, windows));
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

;// CONCATENATED MODULE: ./build/domain/conduct/notes.js






/** Blackouts that have lost their effect. */
function warnings({ calendar, now }) {
    return (0,calendar_blackouts/* leftOver */.WL)(calendar, now).map(({ owner, reason, expires }) => `a blackout by ${owner} (${reason}) expired ${(0,explanation/* utcOf */.ym)(expires)} and has no effect: renew or remove it`);
}
/** When the window opens next, or why it does not. */
function nextOf({ calendar, window, now }) {
    const own = calendar.windows.filter(({ name }) => name === window);
    if (own.length === 0)
        return `${window} is switched off (windows.${window}.enabled in .github/maintenance.yml)`;
    const next = (0,openings/* nextOpenings */.jV)({ ...calendar, windows: own }, now, 1)[0];
    if (next !== undefined)
        return (0,explanation/* describeNext */.hg)(next, now);
    return `${window} does not open again: give it dates or days (windows.${window} in .github/maintenance.yml)`;
}
/** What becomes of each task. */
function taskNotes({ due, notDue, lookOnly }) {
    return [
        due.length === 0 ? 'no task is due any more' : `due, in this order: ${due.join(', ')}`,
        ...notDue.map(({ id, status, cause }) => `${id} is ${status}: ${cause}`),
        ...lookOnly.map((id) => `${id} looks and takes no step: the state in the cluster cannot be read`),
    ];
}
/** Tasks of some windows that are not this job's to run. */
function gatedNotes(situation, windows) {
    const ids = gated(situation, windows).map(({ id }) => id);
    return ids.length === 0 ? [] : [`needs approval, and runs in a job of its own: ${ids.join(', ')}`];
}
/** How far earlier runs of the opening came. */
function earlierNotes(scene, opening, earlier) {
    const count = Object.keys(earlier).length;
    const predecessor = (0,state_claims/* claimOf */._B)(scene.situation.state?.claims ?? [], opening.id)?.run;
    if (count === 0 && (predecessor === undefined || predecessor === scene.situation.run))
        return [];
    const results = count === 0 ? 'no task has its result yet' : `with a result already: ${Object.keys(earlier).join(', ')}`;
    return [`goes on after ${predecessor ?? 'the run of a smaller window'}; ${results}`];
}
/** Since when it is open, and for how long. */
function openedSentence({ now, window }, opening) {
    const late = (0,quantities/* formatSpan */.QA)(Math.max(0, now - opening.start));
    return `${window} opened ${(0,explanation/* utcOf */.ym)(opening.start)} (${late} ago) and is open for ${(0,quantities/* formatSpan */.QA)((0,openings/* timeLeft */.f$)(opening, now))} more`;
}

// EXTERNAL MODULE: ./build/domain/conduct/scene.js
var conduct_scene = __webpack_require__(88282);
;// CONCATENATED MODULE: ./build/domain/conduct/decide.js










/** How long a smaller window waits for the claim of a larger one after its own opening, ms. */
const PATIENCE_MS = 60 * 60_000;
const nothing = (scene, sentence) => ({
    kind: 'nothing-due',
    sentence,
    notes: [sentence, ...warnings(scene)],
    window: (0,conduct_scene/* windowPart */.CK)(scene, scene.opening === undefined),
});
function refused(scene, rule, state, next) {
    const sentence = `refused: ${rule}; ${state}`;
    const refusal = { subject: `window ${scene.window}`, rule, state, next };
    return {
        kind: 'refused',
        sentence,
        notes: [sentence],
        refusal,
        window: (0,conduct_scene/* windowPart */.CK)(scene, scene.opening === undefined),
    };
}
/** Nothing due for a schedule; for a person, the same words as a refusal with the way on. */
function decide_closed(scene, rule, state, next) {
    if (scene.situation.trigger.kind === 'schedule')
        return nothing(scene, `nothing due: ${rule}; ${state}`);
    return refused(scene, rule, state, next);
}
/** The tasks of an opening that this run claims, and of those that it absorbs. */
function claimed(scene, opening) {
    const { situation, calendar } = scene;
    const smaller = absorbs(opening, calendar);
    const openings = [opening, ...smaller];
    const windows = openings.map(({ window }) => window);
    const earlier = earlierResults(situation, openings);
    const [end, jobEnd] = [(0,conduct_scene/* endOf */.pJ)(scene, opening), (0,conduct_scene/* jobEndOf */.o9)(scene)];
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, Math.min(end, jobEnd), opening.lastStart);
    const assignment = assignment_assign(situation, windows, frame, earlier);
    const unhurried = assignment_assign(situation, windows, (0,conduct_scene/* frameUntil */.u9)(scene, end, opening.lastStart), earlier);
    const continues = unhurried.due.length > assignment.due.length;
    const sentence = openedSentence(scene, opening);
    const notes = [
        sentence,
        ...(smaller.length === 0 ? [] : [`takes over ${smaller.map(({ id }) => id).join(', ')}`]),
        ...earlierNotes(scene, opening, earlier),
        ...taskNotes(assignment),
        ...(continues ? [`a job ends after ${(0,quantities/* formatSpan */.QA)(conduct_scene/* JOB_MS */.RY)}; a later run of this opening goes on`] : []),
        ...gatedNotes(situation, windows),
        ...warnings(scene),
    ];
    const absorbed = smaller.map(({ id }) => id);
    const window = (0,conduct_scene/* windowPart */.CK)(scene, false);
    const { closesAt } = frame;
    return {
        kind: 'due',
        mode: 'apply',
        sentence,
        notes,
        ...assignment,
        claim: opening.id,
        continues,
        absorbs: absorbed,
        opening,
        window,
        closesAt,
    };
}
/** The tasks of the window alone, by hand and against the calendar: until the job ends or a blackout begins. */
function against(scene, sentence) {
    const { situation, window } = scene;
    const end = (0,conduct_scene/* nextBlackout */.V8)(scene, (0,conduct_scene/* jobEndOf */.o9)(scene));
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, end, end);
    const assignment = assignment_assign(situation, [window], frame, {});
    const notes = [sentence, ...taskNotes(assignment), ...gatedNotes(situation, [window]), ...warnings(scene)];
    const rest = { continues: false, absorbs: [], window: (0,conduct_scene/* windowPart */.CK)(scene, true), closesAt: frame.closesAt };
    return { kind: 'due', mode: 'apply', sentence, notes, ...assignment, ...rest };
}
/** What plan mode adds for a window that is open: what apply mode would not do, and why. */
function wouldNotes(scene, opening, windows) {
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, Math.min((0,conduct_scene/* endOf */.pJ)(scene, opening), (0,conduct_scene/* jobEndOf */.o9)(scene)), opening.lastStart);
    const { notDue } = assignment_assign(scene.situation, windows, frame, {});
    const late = notDue.filter(({ status }) => status === 'deferred');
    const why = obstacle(scene, opening);
    return [
        ...(why === undefined ? [] : [`apply mode would do nothing now: ${why[0]}; ${why[1]}`]),
        ...late.map(({ id, cause }) => `apply mode would defer ${id}: ${cause}`),
    ];
}
/** Plan mode: everything is looked at, whatever the calendar and the claims say. */
function planned(scene) {
    const { opening, window, now, calendar, situation } = scene;
    const smaller = opening === undefined ? [] : absorbs(opening, calendar);
    const windows = [window, ...smaller.map((each) => each.window)];
    const frame = (0,conduct_scene/* frameUntil */.u9)(scene, (0,conduct_scene/* jobEndOf */.o9)(scene), (0,conduct_scene/* jobEndOf */.o9)(scene));
    const assignment = assignment_assign(situation, windows, frame, {});
    const blackouts = (0,calendar_blackouts/* blackoutsAt */.It)(calendar, now, window).map(explanation/* describeBlackout */.XP);
    const state = opening === undefined
        ? `is not open; ${[...blackouts, nextOf(scene)].join('; ')}`
        : `is open until ${(0,explanation/* utcOf */.ym)(opening.end)}`;
    const sentence = `plan mode: looks and changes nothing; ${window} ${state}`;
    const notes = [
        sentence,
        ...taskNotes(assignment),
        ...(opening === undefined ? [] : wouldNotes(scene, opening, windows)),
        ...gatedNotes(situation, windows),
        ...warnings(scene),
    ];
    const rest = { continues: false, absorbs: smaller.map(({ id }) => id), closesAt: frame.closesAt };
    const due = {
        kind: 'due',
        mode: 'plan',
        sentence,
        notes,
        ...assignment,
        ...rest,
        window: (0,conduct_scene/* windowPart */.CK)(scene, opening === undefined),
    };
    return opening === undefined ? due : { ...due, opening };
}
/**
 * Why the opening that is open is not for this run to take; undefined when it is. A larger window's claim takes over what a
 * smaller one's run left, too.
 */
function obstacle(scene, opening) {
    const { now, situation, calendar } = scene;
    if (!(0,openings/* mayStart */.SH)(opening, now)) {
        return ['nothing starts after the cut-off', `it was at ${(0,explanation/* utcOf */.ym)(opening.lastStart)}`];
    }
    const claims = situation.state?.claims ?? [];
    const own = (0,state_claims/* claimOf */._B)(claims, opening.id);
    if (own?.completedAt !== undefined) {
        const verdict = `completed ${own.completedAt}, verdict ${own.verdict}`;
        return [`${opening.id} has been carried out`, `by ${own.run}, ${verdict}`];
    }
    const larger = absorbedBy(opening, calendar);
    const theirs = larger === undefined ? undefined : (0,state_claims/* claimOf */._B)(claims, larger.id);
    if (larger === undefined)
        return undefined;
    if (theirs !== undefined) {
        return [`${larger.id} absorbs ${opening.id}`, `it was claimed ${theirs.claimedAt} by ${theirs.run}`];
    }
    if (own !== undefined)
        return undefined;
    const patience = opening.start + PATIENCE_MS;
    if (now >= patience || larger.start >= patience || now >= larger.lastStart)
        return undefined;
    return [`${opening.id} waits for ${larger.id} to be claimed`, `until ${(0,explanation/* utcOf */.ym)(patience)}, then it runs itself`];
}
const askForReason = 'give a reason when starting it, or wait for the opening';
function applied(scene) {
    const { opening, window, now } = scene;
    if (opening === undefined) {
        if (scene.reasoned) {
            return against(scene, `started by hand outside its window, for the reason given; ${nextOf(scene)}`);
        }
        const other = (0,openings/* openAt */._8)(scene.calendar, now).map((each) => each.window);
        const open = other.length === 0 ? 'no window is open' : `${other.join(' and ')} is open, ${window} is not`;
        if (scene.situation.trigger.kind === 'schedule')
            return nothing(scene, `nothing due: ${open}; ${nextOf(scene)}`);
        return refused(scene, 'outside its window a run by hand needs a written reason', `${open}; ${nextOf(scene)}`, askForReason);
    }
    const why = obstacle(scene, opening);
    if (why === undefined)
        return claimed(scene, opening);
    const [rule, state] = why;
    if (!scene.reasoned)
        return decide_closed(scene, rule, state, askForReason);
    return against(scene, `started by hand for the reason given, although ${rule} (${state})`);
}
function inBlackout(scene, blackouts) {
    const state = blackouts.map(explanation/* describeBlackout */.XP).join('; ');
    const owners = [...new Set(blackouts.map(({ blackout }) => blackout.owner))].join(', ');
    return decide_closed(scene, 'nothing is changed in a blackout, whatever the reason', `${state}; ${nextOf(scene)}`, `ask ${owners} to lift it in .github/maintenance.yml, or wait`);
}
/**
 * Decide which tasks are due. Pure: the same situation gives the same decision. It may be asked before the Lease is taken
 * (to end in seconds when nothing is due) and again under it, when what the state says can no longer change.
 */
function decide(situation) {
    const { trigger, now, openJournal } = situation;
    const calendar = (0,windows/* calendarOf */.Yw)(situation.configuration);
    const opening = (0,openings/* openAt */._8)(calendar, now).find((each) => each.window === trigger.window);
    const reasoned = trigger.kind === 'dispatch' && (trigger.reason ?? '').trim() !== '';
    const scene = { situation, calendar, window: trigger.window, now, opening, reasoned };
    if (openJournal !== undefined && (openJournal.reversible || trigger.mode === 'plan')) {
        const state = `${openJournal.run} was cut off in ${openJournal.task}`;
        const next = openJournal.reversible ? 'let job recover undo it' : 'run it in apply mode, which closes the journal';
        return decide_closed(scene, 'an open journal comes first', state, next);
    }
    if (trigger.mode === 'plan')
        return planned(scene);
    const blackouts = (0,calendar_blackouts/* blackoutsAt */.It)(calendar, now, trigger.window);
    return blackouts.length > 0 ? inBlackout(scene, blackouts) : applied(scene);
}

// EXTERNAL MODULE: ./build/domain/step/step.js
var step_step = __webpack_require__(44156);
// EXTERNAL MODULE: ./build/pipeline/carry-out/trouble.js
var trouble = __webpack_require__(28481);
;// CONCATENATED MODULE: ./build/pipeline/conduct/close-journal.js

/**
 * Close the journal that a run left open when it was killed. The Lease is held, so that run is over. Forward and final
 * steps are marked done or dropped by what the world shows; nothing is taken again, and the next run plans afresh.
 */
async function closeOpenJournal(closing) {
    const open = await closing.journal.read();
    if (open === undefined)
        return { kind: 'none' };
    const begun = unfinished(open);
    if (open.plan.steps.some((step) => (0,step_step/* undoClassOf */.k)(step) === 'reversible')) {
        return {
            kind: 'needs-recovery',
            finding: cutOff(open, 'fail', `${begun.length} steps begun; reversible steps wait for recovery`),
        };
    }
    const writer = await closing.journal.takeOver(closing.run);
    if (writer === undefined)
        return { kind: 'none' };
    const settled = [];
    for (const step of begun) {
        const settlement = await settle(closing, step);
        await writer.write(step.id, settlement === 'done' ? 'done' : 'dropped');
        settled.push(`${step.id}: ${words[settlement]}`);
    }
    await writer.close();
    const done = open.records.filter((record) => record.progress === 'done').length;
    const evidence = [`${done} of ${open.plan.steps.length} steps were done`, ...settled.slice(0, 5)].join('; ');
    return { kind: 'closed', finding: cutOff(open, 'warn', evidence) };
}
/** Steps that were begun and about which nothing more was written. */
function unfinished(open) {
    const last = new Map(open.records.map((record) => [record.step, record.progress]));
    return open.plan.steps.filter((step) => last.get(step.id) === 'begun');
}
/** What a reader is told of a step that was begun. */
const words = {
    done: 'done, as the world shows',
    'not-done': 'it did not happen',
    moved: 'its subject is no longer as it was',
    'cannot-tell': 'begun; whether it took effect cannot be told',
};
async function settle(closing, step) {
    try {
        const executor = await closing.executor(step);
        return await executor.settle(closing.context, step);
    }
    catch {
        return 'cannot-tell';
    }
}
function cutOff(open, severity, evidence) {
    return {
        code: 'run-cut-off',
        severity,
        subject: open.task,
        title: 'an earlier run was cut off in the middle of this task',
        evidence: `${evidence} (${open.run})`,
        next: severity === 'fail' ? 'run the recovery job' : `nothing: ${open.task} plans afresh`,
    };
}

;// CONCATENATED MODULE: ./build/pipeline/conduct/begin.js





/** How long a run waits for another one's Lease, ms: long enough for a dead holder's to expire. */
const leasePatienceMs = 8 * 60_000;
/** A begun step ends by itself within this, ms: statement timeouts and `timeout` on commands see to it. */
const stepGraceMs = 10 * 60_000;
const nothingSeen = { state: { claims: [], durations: {} }, journal: undefined, findings: [] };
/**
 * Decide what is due, and in apply mode take the Lease, close a dead run's journal, and claim the opening. Outside every
 * opening the cluster is not even asked. Nothing of the platform itself is changed here. Never rejects on what the cluster
 * answers: what could not be read is in the job.
 */
async function begin(beginning) {
    const calendarOnly = decide(situationOf(beginning, nothingSeen));
    if (calendarOnly.kind === 'nothing-due' && calendarOnly.window.opensAt === undefined) {
        return jobOf(beginning, calendarOnly, []);
    }
    const seen = await look(beginning);
    const decision = decide(situationOf(beginning, seen));
    if (decision.kind !== 'due' || decision.mode === 'plan' || decision.due.length === decision.lookOnly.length) {
        return jobOf(beginning, decision, seen.findings);
    }
    return underLease(beginning, decision, seen);
}
/** Under the Lease what the state says can no longer change: look and decide again, then claim. */
async function underLease(beginning, first, before) {
    beginning.progress('taking the Lease');
    const { lease } = beginning.maintenance;
    const grace = before.journal === undefined ? 0 : stepGraceMs;
    let taken;
    try {
        taken = await lease.take(beginning.holder, { patienceMs: Math.max(leasePatienceMs, grace), graceMs: grace });
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('lease-not-taken', 'lease/maintenance', 'the Lease could not be taken, so nothing was changed', error);
        return nothingChanged(beginning, first, [...before.findings, finding], (0,trouble/* causeOf */.rl)(error));
    }
    if (!taken.taken)
        return nothingChanged(beginning, first, before.findings, `another run holds the Lease (${taken.holder})`);
    const closed = await settleJournal(beginning);
    if (closed.kind === 'needs-recovery') {
        await lease.release(beginning.holder);
        return nothingChanged(beginning, first, [...before.findings, closed.finding], 'an open journal with reversible steps waits for recovery');
    }
    const seen = await look(beginning);
    const decision = decide(situationOf(beginning, seen));
    const findings = [...seen.findings, ...(closed.kind === 'closed' ? [closed.finding] : [])];
    if (decision.kind !== 'due' || decision.due.length === 0) {
        await lease.release(beginning.holder);
        return jobOf(beginning, decision, findings);
    }
    return begin_claimed(beginning, decision, findings);
}
async function begin_claimed(beginning, decision, findings) {
    const { maintenance, clock, runWord } = beginning;
    const { claim } = decision;
    const job = jobOf(beginning, decision, findings);
    if (claim === undefined)
        return { ...job, leaseHolder: beginning.holder };
    const at = new Date(clock.now()).toISOString();
    const requests = [claim, ...decision.absorbs].map((opening) => ({
        opening,
        window: opening.split('@')[0] ?? opening,
        run: runWord,
        at,
    }));
    try {
        await maintenance.state.update('claims', (claims) => requests.reduce(state_claims/* takeClaim */.GT, claims));
        return { ...job, opening: claim, leaseHolder: beginning.holder };
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('not-claimed', claim, 'the opening could not be claimed, so nothing was changed', error);
        await maintenance.lease.release(beginning.holder).catch(() => undefined);
        return nothingChanged(beginning, decision, [...findings, finding], (0,trouble/* causeOf */.rl)(error));
    }
}
async function settleJournal(beginning) {
    const { maintenance, runWord, closing } = beginning;
    try {
        return await closeOpenJournal({ journal: maintenance.journal, run: runWord, ...closing });
    }
    catch (error) {
        return {
            kind: 'needs-recovery',
            finding: (0,trouble/* unknownFinding */.M8)('journal-not-closed', 'journal', 'an open journal could not be closed', error),
        };
    }
}
/** Read claims, durations and the journal. Not being able to is a finding, and nothing that changes anything is due then. */
async function look({ maintenance }) {
    try {
        const [claims, durations, open] = await Promise.all([
            maintenance.state.read('claims'),
            maintenance.state.read('durations'),
            maintenance.journal.read(),
        ]);
        const reversible = open?.plan.steps.some((step) => (0,step_step/* undoClassOf */.k)(step) === 'reversible') ?? false;
        return {
            state: { claims, durations },
            journal: open && { run: open.run, task: open.task, reversible },
            findings: [],
        };
    }
    catch (error) {
        const finding = (0,trouble/* unknownFinding */.M8)('state-not-read', 'state', 'what earlier runs left could not be read, so nothing is changed', error);
        return { state: undefined, journal: undefined, findings: [finding] };
    }
}
const situationOf = (beginning, seen) => ({
    configuration: beginning.configuration,
    catalogue: beginning.catalogue,
    trigger: beginning.trigger,
    now: beginning.clock.now(),
    jobStartedAt: beginning.jobStartedAt,
    run: beginning.runWord,
    state: seen.state,
    ...(seen.journal === undefined ? {} : { openJournal: seen.journal }),
});
function jobOf(beginning, decision, findings) {
    const due = decision.kind === 'due' ? decision : undefined;
    return {
        mode: due?.mode ?? beginning.trigger.mode,
        run: { ...beginning.run, ...(beginning.trigger.reason ? { reason: beginning.trigger.reason } : {}) },
        platform: beginning.platform,
        window: decision.window,
        absorbs: due?.absorbs ?? [],
        continues: due?.continues ?? false,
        due: due?.due ?? [],
        lookOnly: due?.lookOnly ?? [],
        notDue: due?.notDue ?? [],
        notes: decision.notes,
        findings,
        ...(decision.kind === 'refused' ? { refusal: decision.refusal } : {}),
        earlier: due?.earlier ?? {},
        startedAt: new Date(beginning.jobStartedAt).toISOString(),
        closesAt: new Date(due?.closesAt ?? beginning.clock.now()).toISOString(),
        failOn: beginning.configuration.failOn,
    };
}
/** What was due is deferred, with the cause; nothing is claimed and nothing held. */
function nothingChanged(beginning, decision, findings, cause) {
    const deferred = decision.due.map((id) => ({ id, status: 'deferred', verdict: 'warn', cause }));
    const job = jobOf(beginning, decision, findings);
    return {
        ...job,
        due: [],
        lookOnly: [],
        notDue: [...job.notDue, ...deferred],
        notes: [...job.notes, `nothing was changed: ${cause}`],
    };
}

// EXTERNAL MODULE: ./build/pipeline/publish/finish.js
var finish = __webpack_require__(79548);
// EXTERNAL MODULE: ./build/steps/registry.js
var registry = __webpack_require__(99173);
// EXTERNAL MODULE: ./build/tasks/registry.js
var tasks_registry = __webpack_require__(60190);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/configuration-file.js + 16 modules
var configuration_file = __webpack_require__(80298);
// EXTERNAL MODULE: ./build/runtime/pipeline-actions.js
var pipeline_actions = __webpack_require__(36891);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/publish.js + 5 modules
var publish = __webpack_require__(10621);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 6 modules
var wiring_platform = __webpack_require__(53268);
;// CONCATENATED MODULE: ./build/runtime/conduct.js













/** Main of the conductor: decide, hold the Lease, claim, and tell the following steps. Answers the exit status. */
async function conduct(self) {
    const { environment, stdout } = self;
    const jobStartedAt = clock/* systemClock */.m.now();
    const catalogue = await (0,tasks_registry/* loadAllTasks */.Mi)();
    const configuration = (0,configuration_file/* loadConfiguration */.v)(environment.workspace, Object.fromEntries(catalogue.map((task) => [task.id, task.inputs])));
    const inputs = (0,task_inputs/* readInputs */.K)('conduct', pipeline_actions/* conduct */.Vn.inputs, environment);
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration);
    const word = (0,process/* runWord */.k)(environment.run, environment.job);
    const job = await begin({
        trigger: { ...inputs, kind: environment.run.event === 'schedule' ? 'schedule' : 'dispatch' },
        configuration,
        catalogue,
        maintenance: platform.maintenance,
        clock: clock/* systemClock */.m,
        run: environment.run,
        platform: await platform.describe(),
        runWord: word,
        holder: `${word} ${(0,external_node_crypto_.randomUUID)()}`,
        jobStartedAt,
        closing: {
            executor: async (step) => (await (0,registry/* loadStep */.$)(step.kind)),
            context: {
                ports: await platform.allPorts(),
                platform: configuration.platform,
                thresholds: configuration.thresholds,
                calendar: (0,windows/* calendarOf */.Yw)(configuration),
                now: jobStartedAt,
                signal: self.signal,
                pause: (ms) => clock/* systemClock */.m.sleep(ms, self.signal),
                progress: (text) => stdout.print(text),
            },
        },
        progress: (text) => stdout.print(text),
    });
    self.handover.writeJob(job);
    for (const note of job.notes)
        stdout.print(note);
    if (job.refusal !== undefined)
        stdout.annotate('warning', 'refused', `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`);
    environment.output('due', JSON.stringify(job.due));
    environment.output('mode', job.mode);
    environment.output('opening', job.opening ?? '');
    return 0;
}
/** Post of the conductor, the last of all: report, state, artifact, and the Lease given back. */
async function conduct_publish(self) {
    const job = self.handover.job();
    if (job === undefined)
        return 0;
    const catalogue = await (0,tasks_registry/* loadAllTasks */.Mi)();
    const configuration = (0,configuration_file/* loadConfiguration */.v)(self.environment.workspace, Object.fromEntries(catalogue.map((task) => [task.id, task.inputs])));
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration);
    try {
        const finished = await (0,finish/* finish */.O)({
            kind: 'window',
            id: job.window?.name ?? 'window',
            job,
            outcomes: self.handover.outcomes(),
            describe: (id) => {
                const task = catalogue.find((known) => known.id === id);
                return { title: task?.title ?? id, type: task?.type ?? 'preventive' };
            },
            state: platform.maintenance.state,
            clock: clock/* systemClock */.m,
            runWord: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
        });
        for (const trouble of finished.notRemembered)
            self.stdout.annotate('warning', 'not remembered', trouble);
        await (0,publish/* publishReport */.S)(self, finished.report, !(0,finish/* isIdle */.x)(job));
    }
    finally {
        if (job.leaseHolder !== undefined)
            await platform.maintenance.lease
                .release(job.leaseHolder)
                .catch(() => self.stdout.print('The Lease could not be given back; it expires by itself.'));
    }
    return 0;
}


/***/ })

};
