export const id = 7992;
export const ids = [7992];
export const modules = {

/***/ 9292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o8: () => (/* binding */ progressWith),
/* harmony export */   rz: () => (/* binding */ answerMarker)
/* harmony export */ });
/* unused harmony exports answerWords, readAnswer, answeredWithinMs, progressOf */
/* harmony import */ var _forge_people_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93070);
/* harmony import */ var _guard_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66850);


/** What was said of a comment: it approves nothing, it is applied when the window opens, or it is applied by the run that says so. */
const answerWords = ['refused', 'early', 'ready'];
const marker = /^<!-- rooivalk-maintenance answer comment=(\d{1,16}) run=(\d{1,16}) says=([a-z]+) -->\n/;
/** The first line of an answer, which nobody sees. */
function answerMarker({ comment, runId, says }) {
    return `<!-- rooivalk-maintenance answer comment=${comment} run=${runId} says=${says} -->\n`;
}
/** What a comment answers; undefined when it is no answer of ours, whatever its text claims. */
function readAnswer({ author, body }) {
    const [, comment, run, word] = marker.exec(body) ?? [];
    const says = answerWords.find((known) => known === word);
    return says === undefined || !(0,_forge_people_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurs */ .MU)(author) ? undefined : { comment: Number(comment), runId: Number(run), says };
}
/**
 * Longest that a comment's own run takes to answer it, ms: the time limit of job `check` in `approve.yml`, and as much again
 * for a runner to be found.
 */
const answeredWithinMs = 30 * 60_000;
/**
 * How far a plan is: by what is remembered of its approval, and where that says nothing by the comments of its issue. It decides
 * what is tried, not what is allowed: the guard of the job judges everything again.
 */
function progressWith(accepted, comments, digits, now) {
    if (accepted?.ended === 'refused' || accepted === undefined)
        return progressOf(comments, digits, now);
    const { tries, ended } = accepted;
    const last = tries.at(-1);
    // one that was refused since leaves it to the next who approved
    const isNext = accepted.comments.length > 0 && last !== undefined && !accepted.comments.includes(last.comment);
    if (last !== undefined && !isNext)
        return { kind: 'started', runs: tries.flatMap(({ run }) => run ?? []) };
    return ended === undefined ? { kind: 'waits', comments: accepted.comments } : { kind: 'none' };
}
/**
 * Read how far a plan is from the comments of its issue, oldest first. Whoever says the digits counts until an answer
 * refuses it: a comment of somebody who may not approve never hides that of somebody who may.
 */
function progressOf(comments, digits, now) {
    const answers = comments.map(readAnswer).filter((answer) => answer !== undefined);
    const saying = comments.filter(({ body }) => (0,_guard_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .approvedDigits */ .WM)(body) === digits);
    const ids = new Set(saying.map(({ id }) => id));
    const runs = answers.filter(({ comment, says }) => says === 'ready' && ids.has(comment)).map(({ runId }) => runId);
    if (runs.length > 0)
        return { kind: 'started', runs };
    const answerTo = (id) => answers.findLast(({ comment }) => comment === id)?.says;
    const accepted = saying.find(({ id }) => answerTo(id) === 'early');
    if (accepted !== undefined)
        return { kind: 'waits', comments: [accepted.id] };
    const unanswered = saying.filter(({ id }) => answerTo(id) === undefined);
    const left = unanswered.filter(({ createdAt }) => now - Date.parse(createdAt) > answeredWithinMs);
    if (left.length > 0)
        return { kind: 'waits', comments: left.map(({ id }) => id) };
    return { kind: unanswered.length > 0 ? 'asked' : 'none' };
}


/***/ }),

/***/ 75465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ units)
/* harmony export */ });
/** Units of measurements; sizes are bytes, durations milliseconds, shares 0 to 1. */
const units = [
    'bytes',
    'bytes-per-second',
    'bytes-per-day',
    'ms',
    'share',
    'count',
    'cores',
    'per-second',
    'days',
];


/***/ }),

/***/ 57944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ withUnit)
/* harmony export */ });
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);

/** A value with its unit, as people read it. */
function withUnit(value, unit) {
    switch (unit) {
        case 'bytes':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value);
        case 'bytes-per-second':
            return `${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value)} a second`;
        case 'bytes-per-day':
            return `${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(value)} a day`;
        case 'ms':
            return Math.abs(value) < 10 ? `${round(value)} ms` : (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpan */ .QA)(value);
        case 'share':
            return (0,_quantities_js__WEBPACK_IMPORTED_MODULE_0__/* .formatShare */ .T1)(value);
        case 'per-second':
            return `${round(value)} a second`;
        case 'days':
            return `${round(value)} days`;
        case 'cores':
            return `${round(value)} cores`;
        case 'count':
            return round(value);
    }
}
const twoDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const noDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const round = (value) => (Math.abs(value) < 10 ? twoDigits : noDigits).format(value);


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

/***/ 5120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony export visible */
/**
 * Characters that do not show, or show as something else: controls (C0, C1), format characters (zero-width, bidirectional,
 * tags), separators of lines, what Unicode lets a font leave out, and half a surrogate pair.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Show what does not show: a line break becomes `\n`, other controls `\u….`. */
function visible(text) {
    return text.replace(invisible, (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\t')
            return '\\t';
        if (character === '\r')
            return '\\r';
        const digits = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
        return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`;
    });
}
/**
 * Foreign text as plain words in GitHub's Markdown: no markup, HTML, mention, reference, math or automatic link. Mentions,
 * references and links are found in the rendered text, where an escaped character counts like a bare one: an empty comment
 * keeps the two halves apart there.
 */
function plain(text, longest = 1000) {
    return shown(text, longest).replace(/([&<>|])|([\\`*_[\]~])|(\$)|[@#](?=\w)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (found, asEntity, asEscape, dollar) => {
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
    const words = shown(text, longest);
    if (words === '')
        return '–';
    // unlike a code span, HTML does not keep GitHub from making a link of `www.`
    if (/[|`]/.test(words))
        return `<code>${words.replace(/[&<>|`*_[\]\\~$@#!:]|\.(?<=\bwww\.)/gi, entity)}</code>`;
    return `\`${words}\``;
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
/** What of a text is shown. Of a long one, no more than that is looked at: a megabyte costs no more than a line. */
function shown(text, longest) {
    const start = visible(text.slice(0, longest + 1));
    if (start.length <= longest)
        return start;
    const length = text.length > longest ? text.length : start.length;
    return `${start.slice(0, longest)} … (${length} characters)`;
}


/***/ }),

/***/ 14085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  approveAction: () => (/* binding */ approveAction)
});

// EXTERNAL MODULE: ./build/domain/calendar/instants.js
var instants = __webpack_require__(95460);
// EXTERNAL MODULE: ./build/domain/approval/accepted.js
var accepted = __webpack_require__(28128);
// EXTERNAL MODULE: ./build/domain/approval/digest.js
var approval_digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/guard/judgement.js
var judgement = __webpack_require__(5308);
// EXTERNAL MODULE: ./build/domain/approval/issue-answers.js
var issue_answers = __webpack_require__(9292);
// EXTERNAL MODULE: ./build/pipeline/ahead/try-over.js
var try_over = __webpack_require__(94795);
// EXTERNAL MODULE: ./build/pipeline/approve/asking.js
var approve_asking = __webpack_require__(71238);
// EXTERNAL MODULE: ./build/pipeline/approve/issue-gate.js + 2 modules
var issue_gate = __webpack_require__(58498);
// EXTERNAL MODULE: ./build/pipeline/approve/spend.js
var spend = __webpack_require__(87277);
;// CONCATENATED MODULE: ./build/pipeline/approve/answer-comment.js








/**
 * Check a comment and answer it where it stands. First what was accepted is remembered, and taken for this run alone; then it
 * is handed on; and then it is answered: whatever is lost on the way, the answer says nothing that was not so. A second run that
 * was started for the same comment finds the first at it, and answers nothing. Rejects with a PortError when the comment
 * could not be answered.
 */
async function answerComment(asking) {
    const { forge, comment, runId, words, isByComment } = asking;
    const answered = await remembered(asking, await (0,issue_gate/* checkComment */.sD)(asking));
    if (answered.kind === 'ready')
        asking.handOn(answered);
    const { issue } = answered;
    const isSecond = answered.kind === 'under-way' || isUsedUp(answered);
    if (issue === undefined || issue === 0 || (isSecond && !isByComment))
        return answered;
    const says = answered.kind === 'under-way' ? 'ready' : answered.kind;
    const marker = (0,issue_answers/* answerMarker */.rz)({ comment, runId: saysRun(answered, runId), says });
    await forge.reply(issue, `${marker}\n${words(answered)}`);
    return answered;
}
/** The run that applies it: this one, or the one that is at it. */
const saysRun = (answered, own) => answered.kind === 'under-way' ? (answered.run ?? own) : own;
/** It was refused because it has been used: for a second run of the same comment that is no trouble. */
const isUsedUp = (answered) => answered.kind === 'refused' && 'name' in answered.refusal && answered.refusal.name === 'unspent';
async function remembered(asking, checked) {
    const { state, comment } = asking;
    try {
        if (checked.kind === 'ready')
            return await taken(asking, checked);
        if (checked.kind === 'early') {
            await state.update('approvals', (known) => (0,accepted/* accept */.Ju)(known, checked.document, comment, asking.clock.now()));
            return checked;
        }
        if (!checked.isTalk && !(0,judgement/* isMomentary */.dW)(checked.refusal)) {
            await state.update('approvals', (known) => (0,accepted/* refuseComment */._P)(known, comment));
        }
        return checked;
    }
    catch (error) {
        // a refusal stands whether it is remembered or not
        if (checked.kind === 'refused')
            return checked;
        return { kind: 'refused', refusal: (0,approve_asking/* unread */.gy)(error), isTalk: false, issue: checked.issue };
    }
}
/** Take the approval for this run, unless it has been used or another run is at it. */
async function taken(asking, ready) {
    const { state, spent, comment, runId, clock } = asking;
    const { document, issue } = ready;
    const digest = (0,approval_digest/* approvalDigest */.Y)(document);
    const facts = await spent.find(digest);
    if (facts !== undefined)
        return { kind: 'refused', refusal: (0,spend/* usedUp */.h)(digest, facts), issue, isTalk: false };
    const known = await state.update('approvals', (all) => (0,accepted/* accept */.Ju)(all, document, comment, clock.now()));
    const isOver = await (0,try_over/* isTryOver */.kR)(asking, lastTryIn(known, digest));
    const own = { comment, run: runId, at: new Date(clock.now()).toISOString() };
    const next = await state.update('approvals', (all) => (0,accepted/* take */.s)(all, digest, own, isOver));
    return (0,accepted/* isTakenBy */.LN)(next, digest, runId) ? ready : { kind: 'under-way', run: lastTryIn(next, digest)?.run, issue };
}
const lastTryIn = (approvals, digest) => approvals.find((each) => each.digest === digest)?.tries.at(-1);

// EXTERNAL MODULE: ./build/render/markdown.js
var markdown = __webpack_require__(5120);
// EXTERNAL MODULE: ./build/runtime/catalogue.js + 1 modules
var catalogue = __webpack_require__(6881);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/platform.js + 9 modules
var wiring_platform = __webpack_require__(64970);
// EXTERNAL MODULE: ./build/runtime/gates/actions.js
var actions = __webpack_require__(7611);
// EXTERNAL MODULE: ./build/runtime/gates/admit.js + 3 modules
var admit = __webpack_require__(3921);
// EXTERNAL MODULE: ./build/runtime/gates/repository.js
var repository = __webpack_require__(47686);
;// CONCATENATED MODULE: ./build/runtime/gates/approve.js









/**
 * Look at a comment that may approve a plan, answer it, and start the job of its gate when the plan may be applied now.
 * Applies nothing: the gate's own job fetches and judges everything again. Answers the exit status: 1 for a refused
 * approval, 0 for a comment that was none.
 */
async function approveAction(self) {
    const { configuration } = await (0,catalogue/* openCatalogue */.G)(self);
    if (configuration.approval.gate !== 'issue') {
        self.stdout.print('Approvals are given in environments here (approval.gate); comments approve nothing.');
        return 0;
    }
    const given = (0,task_inputs/* readInputs */.Ko)('approve', actions/* approve */.SR.inputs, self.environment);
    if (given.comment === 0)
        throw new task_inputs/* InputError */.dz('approve: input comment is empty: give it the number of the comment');
    const platform = await (0,wiring_platform/* openPlatform */.W)(self, configuration);
    const isByComment = self.environment.run.event === 'issue_comment';
    const answered = await answerComment({
        ...(await (0,admit/* askingOf */.z)(self, configuration, platform)),
        comment: given.comment,
        runId: (0,repository/* repositoryOf */._)(self.environment).id,
        state: platform.maintenance.state,
        isByComment,
        words: (found) => self.redactor.clean(answerTo(found, self.environment.run.url)),
        handOn: ({ document, digest }) => self.environment.output(document.type, digest),
    });
    self.stdout.print(answerTo(answered, self.environment.run.url));
    if (answered.kind !== 'refused' || (answered.isTalk && isByComment))
        return 0;
    if (isUsedUp(answered) && !isByComment)
        return 0;
    // whoever meant to approve takes a green run for an accepted approval
    const { rule, state, next } = answered.refusal;
    self.stdout.annotate('error', 'refused', `${rule}; ${state}. ${next}`);
    return 1;
}
/** Says what is so whatever is lost behind it: the run that applies tells itself what became of it. */
function answerTo(answered, url) {
    if (answered.kind === 'ready')
        return `Accepted. This run goes on to apply the plan, and ${toldHere}: ${url}`;
    if (answered.kind === 'refused')
        return refusalText(answered.refusal);
    if (answered.kind === 'under-way')
        return underWay(answered.run);
    const opensAt = answered.document.window?.opensAt;
    const when = opensAt === undefined ? 'when its time has come' : `when the window opens at ${(0,instants/* isoOf */.dF)(Date.parse(opensAt))}`;
    return `Accepted. The plan is to be applied ${when}; nobody has to be awake for it, and ${toldHere}.`;
}
const toldHere = 'what becomes of it is told here, also when it comes to nothing';
const underWay = (run) => run === undefined
    ? `A run that was started for this approval has yet to begin; ${toldHere}.`
    : `Run ${run} is at this approval already; ${toldHere}.`;
const refusalText = ({ rule, state, next }) => `Refused: ${(0,markdown/* plain */.pj)(rule)}.\n\n${(0,markdown/* plain */.pj)(state)}.\n\nNext: ${(0,markdown/* plain */.pj)(next)}.`;


/***/ }),

/***/ 47686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ repositoryOf)
/* harmony export */ });
/* harmony import */ var _task_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23730);

/** The run that this process belongs to, as a plan names it. Throws an InputError outside a run of GitHub Actions. */
function repositoryOf({ variables, run }) {
    const id = Number(variables.GITHUB_RUN_ID);
    const repositoryId = Number(variables.GITHUB_REPOSITORY_ID);
    const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '' } = variables;
    if (!Number.isInteger(id) || !Number.isInteger(repositoryId) || repository === '' || commit === '') {
        throw new _task_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('plans for a gate are made in a run of GitHub Actions: GITHUB_RUN_ID and the like are not set');
    }
    return { id, url: run.url, repository, repositoryId, commit };
}


/***/ })

};
