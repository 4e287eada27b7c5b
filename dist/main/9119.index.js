export const id = 9119;
export const ids = [9119];
export const modules = {

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
/* harmony import */ var _what_moved_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48419);








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
        case 'moved': {
            const cause = await (0,_what_moved_js__WEBPACK_IMPORTED_MODULE_7__/* .withWhatMoved */ .e)(`${step.subject} was changed by somebody else since`, executor, step, context);
            return { outcome: 'frozen', cause, progress: 'frozen' };
        }
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
        ({ text } = await revert(executor, step, { ...context, puttingBack: true }));
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
        const told = await (0,_what_moved_js__WEBPACK_IMPORTED_MODULE_7__/* .withWhatMoved */ .e)(cause ?? 'somebody else has changed it since', executor, step, context);
        return { outcome: 'frozen', cause: told, progress: 'frozen' };
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

/***/ 48419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ withWhatMoved)
/* harmony export */ });
/**
 * A cause, with what the subject of a step holds now and who wrote it, where its kind can tell. It is for readers alone, so
 * that it cannot be told is no trouble.
 */
async function withWhatMoved(cause, { movedTo }, step, context) {
    const told = await movedTo?.(context, step).catch(() => undefined);
    return told === undefined ? cause : `${cause}: ${told}`;
}


/***/ }),

/***/ 99173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ loadStep)
/* harmony export */ });
const loaders = {
    'delete-files': async () => (await __webpack_require__.e(/* import() */ 3366).then(__webpack_require__.bind(__webpack_require__, 63366))).default,
    'dry-run-manifests': async () => (await __webpack_require__.e(/* import() */ 6910).then(__webpack_require__.bind(__webpack_require__, 66910))).default,
    'expand-volume': async () => (await __webpack_require__.e(/* import() */ 5517).then(__webpack_require__.bind(__webpack_require__, 25517))).default,
    'expire-stale-keys': async () => (await __webpack_require__.e(/* import() */ 6022).then(__webpack_require__.bind(__webpack_require__, 6022))).default,
    'issue-certificate': async () => (await Promise.all(/* import() */[__webpack_require__.e(7912), __webpack_require__.e(698)]).then(__webpack_require__.bind(__webpack_require__, 80698))).default,
    'probe-database-write': async () => (await __webpack_require__.e(/* import() */ 9276).then(__webpack_require__.bind(__webpack_require__, 49276))).default,
    'probe-network': async () => (await __webpack_require__.e(/* import() */ 944).then(__webpack_require__.bind(__webpack_require__, 50944))).default,
    'purge-cache-memory': async () => (await __webpack_require__.e(/* import() */ 7350).then(__webpack_require__.bind(__webpack_require__, 27350))).default,
    'read-backup': async () => (await __webpack_require__.e(/* import() */ 3320).then(__webpack_require__.bind(__webpack_require__, 23320))).default,
    'record-images': async () => (await __webpack_require__.e(/* import() */ 4614).then(__webpack_require__.bind(__webpack_require__, 24614))).default,
    'reload-consumers': async () => (await Promise.all(/* import() */[__webpack_require__.e(2052), __webpack_require__.e(7755)]).then(__webpack_require__.bind(__webpack_require__, 27755))).default,
    'renew-by-cert-manager': async () => (await Promise.all(/* import() */[__webpack_require__.e(7912), __webpack_require__.e(9824)]).then(__webpack_require__.bind(__webpack_require__, 9824))).default,
    'restart-workload': async () => (await Promise.all(/* import() */[__webpack_require__.e(2052), __webpack_require__.e(3397)]).then(__webpack_require__.bind(__webpack_require__, 65778))).default,
    'restore-drill': async () => (await Promise.all(/* import() */[__webpack_require__.e(4439), __webpack_require__.e(1471)]).then(__webpack_require__.bind(__webpack_require__, 71471))).default,
    'rotate-logs': async () => (await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 10845))).default,
    'scale-workload': async () => (await Promise.all(/* import() */[__webpack_require__.e(2052), __webpack_require__.e(8554)]).then(__webpack_require__.bind(__webpack_require__, 88554))).default,
    'set-image': async () => (await Promise.all(/* import() */[__webpack_require__.e(2052), __webpack_require__.e(4733)]).then(__webpack_require__.bind(__webpack_require__, 64733))).default,
    'set-resources': async () => (await Promise.all(/* import() */[__webpack_require__.e(2052), __webpack_require__.e(598)]).then(__webpack_require__.bind(__webpack_require__, 90598))).default,
    'set-table-options': async () => (await __webpack_require__.e(/* import() */ 5894).then(__webpack_require__.bind(__webpack_require__, 15894))).default,
    'vacuum-table': async () => (await __webpack_require__.e(/* import() */ 6144).then(__webpack_require__.bind(__webpack_require__, 16144))).default,
    'write-certificate': async () => (await Promise.all(/* import() */[__webpack_require__.e(2052), __webpack_require__.e(8097)]).then(__webpack_require__.bind(__webpack_require__, 18097))).default,
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
