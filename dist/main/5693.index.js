export const id = 5693;
export const ids = [5693,6397];
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

/***/ 66850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hs: () => (/* binding */ mayApprove),
/* harmony export */   Mn: () => (/* binding */ approvesThisPlan),
/* harmony export */   WM: () => (/* binding */ approvedDigits),
/* harmony export */   Y7: () => (/* binding */ isNoRequester),
/* harmony export */   _M: () => (/* binding */ isOwnComment),
/* harmony export */   r0: () => (/* binding */ isMeantAsApproval),
/* harmony export */   sM: () => (/* binding */ accountMayApprove)
/* harmony export */ });
/* harmony import */ var _forge_people_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93070);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92173);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76706);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5308);
/* harmony import */ var _requesters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60860);





const command = /^approve ([0-9a-f]{20})$/;
/** The digits in a comment that is nothing but `approve <20 digits>` (a line break may end it); undefined for any other. */
function approvedDigits(body) {
    return command.exec(body.replace(/\r?\n$/, ''))?.[1];
}
/** Whether a comment was meant as an approval, well or badly put: what is said of it must not be overlooked. */
function isMeantAsApproval(body) {
    return /approve|[0-9a-f]{20}/i.test(body);
}
/** The comment is there, as it was written, by a person's own hand. */
function isOwnComment({ comment, issue }) {
    const refuse = (state, next) => (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('comment', comment === undefined ? 'the comment' : `comment ${comment.id}`, {
        rule: 'an approval is a comment of a person, never edited, on the issue of the plan',
        state,
        ...(next === undefined ? {} : { next }),
    });
    if (comment === undefined)
        return refuse('it does not exist');
    if (comment.createdAt !== comment.updatedAt) {
        return refuse(`it was edited at ${comment.updatedAt}`, 'nothing was changed; write a new comment');
    }
    if (!(0,_forge_people_js__WEBPACK_IMPORTED_MODULE_1__/* .isPerson */ .KA)(comment.author))
        return refuse(`${comment.author.login} is no person (${comment.author.type})`);
    if (comment.viaApp)
        return refuse(`an app wrote it for ${comment.author.login}`);
    if (issue === undefined)
        return refuse(`issue ${comment.issue} does not exist`);
    return comment.issue === issue.number ? undefined : refuse(`it is on issue ${comment.issue}`);
}
/** The whole comment is the command, with the digits of this plan. */
function approvesThisPlan({ comment, document }) {
    if (comment === undefined || 'unreadable' in document)
        return undefined;
    const digits = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shownDigest */ .u)((0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .approvalDigest */ .Y)(document));
    const found = approvedDigits(comment.body);
    if (found === digits)
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('digest-in-comment', `comment ${comment.id}`, {
        rule: 'the whole comment is "approve" and the 20 digits of the plan',
        state: found === undefined ? 'it says something else' : `it says ${found}, and the plan is ${digits}`,
        next: `nothing was changed; comment: approve ${digits}`,
    });
}
/** Who commented may approve at this moment: named in the configuration, or able to write to the repository. */
function mayApprove(evidence) {
    const { comment, approvers, permission } = evidence;
    if (comment === undefined)
        return undefined;
    const { login, id } = comment.author;
    const refuse = (state) => (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('approver', `comment ${comment.id}`, {
        rule: approvers === undefined
            ? 'whoever approves may write to the repository at this moment'
            : 'whoever approves is named in the configuration (approval.approvers)',
        state,
        next: 'nothing was changed; let somebody approve who may',
    });
    if (!(0,_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .wasRead */ .G)(permission))
        return refuse(permission.unread);
    if (permission.account.id !== id)
        return refuse(`${login} is another account now (${permission.account.id}, not ${id})`);
    if (accountMayApprove(comment.author, permission, approvers))
        return undefined;
    if (approvers !== undefined)
        return refuse(`${login} is not`);
    return refuse(`${login} may ${permission.level === 'none' ? 'nothing' : permission.level}`);
}
/** Whether an account may approve, as far as the configuration and the repository say: it still has its login, and the right. */
function accountMayApprove({ id, login }, { level, account }, approvers) {
    if (account.id !== id)
        return false;
    if (approvers !== undefined)
        return approvers.some((each) => each.toLowerCase() === login.toLowerCase());
    return _forge_people_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionLevels */ .zB.indexOf(level) >= _forge_people_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionLevels */ .zB.indexOf('write');
}
/** Who approves has asked for nothing. */
function isNoRequester(evidence) {
    const { comment } = evidence;
    const part = comment === undefined ? undefined : (0,_requesters_js__WEBPACK_IMPORTED_MODULE_4__/* .partIn */ .Vl)((0,_requesters_js__WEBPACK_IMPORTED_MODULE_4__/* .requestersOf */ .tH)(evidence), comment.author);
    if (comment === undefined || part === undefined)
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('approver', `comment ${comment.id}`, {
        rule: 'whoever approves has not asked for the change, compared by number',
        state: `${comment.author.login} is ${part}`,
        next: 'nothing was changed; let somebody else approve',
    });
}


/***/ }),

/***/ 76706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ wasRead)
/* harmony export */ });
/** Whether something could be read. */
function wasRead(found) {
    return !('unread' in found);
}


/***/ }),

/***/ 5308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dW: () => (/* binding */ isMomentary),
/* harmony export */   uT: () => (/* binding */ firstDenial),
/* harmony export */   wk: () => (/* binding */ denied)
/* harmony export */ });
/* unused harmony export planAgain */
/** Whether a refusal is of the moment alone, so that the same approval may be tried again: nothing could be read, or it is no time. */
function isMomentary(refusal) {
    return 'name' in refusal && momentary.includes(refusal.name);
}
const momentary = ['evidence', 'opening'];
/** What every refusal of the guard ends with. */
const planAgain = 'nothing was changed; plan again and have the new plan approved';
/** Make a denial of a rule; `next` is {@link planAgain} unless it says otherwise. */
function denied(name, subject, { rule, state, next = planAgain }) {
    return { name, subject, rule, state, next };
}
/** The first rule that is broken, in the order in which they stand. */
function firstDenial(rules, evidence) {
    for (const rule of rules) {
        const denial = rule(evidence);
        if (denial !== undefined)
            return denial;
    }
    return undefined;
}


/***/ }),

/***/ 60860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ hasKnownRequesters),
/* harmony export */   Vl: () => (/* binding */ partIn),
/* harmony export */   nr: () => (/* binding */ namedRequesters),
/* harmony export */   tH: () => (/* binding */ requestersOf)
/* harmony export */ });
/* harmony import */ var _forge_people_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93070);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5308);


/** The forge's own account, which commits what people merge by its button: it stands for nobody. */
const mergeButton = 'web-flow';
function peopleOf({ path, author, committer, pulls }) {
    const commit = (account, part) => account === undefined || account.login === mergeButton
        ? []
        : [{ account, as: `${part} of the last change to ${path}` }];
    return [
        ...commit(author, 'author'),
        ...commit(committer, 'committer'),
        ...pulls.flatMap((pull) => [...commit(pull.author, 'author'), ...commit(pull.mergedBy, 'merger')]),
    ];
}
/**
 * Who asked for what a plan would change: those who started its run, and the people of the last commit that changed
 * configuration or workflow. A set, compared by number.
 */
function requestersOf({ planRun, changes }) {
    return [
        { account: planRun.actor, as: 'who started the run' },
        { account: planRun.triggeringActor, as: 'who started the run' },
        ...changes.flatMap(peopleOf),
    ];
}
/** The same as the report names them: each part of each account once. */
function namedRequesters(evidence) {
    const seen = new Set();
    return requestersOf(evidence)
        .filter(({ account, as }) => !seen.has(`${account.id} ${as}`) && seen.add(`${account.id} ${as}`))
        .map(({ account, as }) => ({ login: account.login, as }));
}
/** Who asked is known: a person started the run, or the people of the commits stand in for a schedule. */
function hasKnownRequesters({ planRun, changes }) {
    const subject = `run ${planRun.id}`;
    const bot = [planRun.actor, planRun.triggeringActor].find((account) => !(0,_forge_people_js__WEBPACK_IMPORTED_MODULE_0__/* .isPerson */ .KA)(account));
    if (planRun.event !== 'schedule' && bot !== undefined) {
        return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .denied */ .wk)('requesters-known', subject, {
            rule: 'a gated plan is asked for by a person, or by the schedule',
            state: `${bot.login} (${bot.type}) started it by ${planRun.event}`,
            next: 'nothing was changed; somebody starts the run by hand',
        });
    }
    const anonymous = changes.find((change) => !change.pulls.some(({ author }) => author) && change.author === undefined);
    if (changes.length > 0 && anonymous === undefined)
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .denied */ .wk)('requesters-known', subject, {
        rule: 'who last changed configuration and workflow is known',
        state: anonymous === undefined
            ? 'no commit that changed them was found'
            : `commit ${anonymous.commit.slice(0, 12)}, which changed ${anonymous.path}, is by no account that the forge knows`,
        next: 'nothing was changed; bring the change by a pull request, or by a commit whose address belongs to an account',
    });
}
/** The part in which an account asked; undefined when it did not. */
function partIn(requesters, { id }) {
    return requesters.find(({ account }) => account.id === id)?.as;
}


/***/ }),

/***/ 18170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q_: () => (/* binding */ issueMarker),
/* harmony export */   hO: () => (/* binding */ readIssueReference),
/* harmony export */   ic: () => (/* binding */ approvalLabel)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23676);

/** The label of issues that ask for an approval. */
const approvalLabel = 'maintenance-approval';
const marker = /^<!-- rooivalk-maintenance approval run=(\d{1,16}) type=([a-z]+) opening=([A-Za-z0-9@:.-]{1,120}) -->\n/;
/** The first line of an issue's body, which nobody sees. */
function issueMarker({ runId, type, opening }) {
    return `<!-- rooivalk-maintenance approval run=${runId} type=${type} opening=${opening} -->\n`;
}
/**
 * What an issue's body refers to; undefined when it is none of ours. Only a hint where to look: the body as a whole is
 * compared with our own rendering of the plan.
 */
function readIssueReference(body) {
    const [, run, word, opening] = marker.exec(body) ?? [];
    const type = _document_js__WEBPACK_IMPORTED_MODULE_0__/* .gatedTypes */ .vg.find((known) => known === word);
    return run === undefined || type === undefined || opening === undefined
        ? undefined
        : { runId: Number(run), type, opening };
}


/***/ }),

/***/ 13985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ reviewArtifactName),
/* harmony export */   n: () => (/* binding */ planArtifactName)
/* harmony export */ });
/** The artifact that a plan's file is kept in: found again by its name, and unique in a run. */
function planArtifactName({ opening, type }) {
    return `plan-${opening.replaceAll(/[^A-Za-z0-9.-]/g, '-')}-${type}`;
}
/** The artifact in which the same plan is written for people. */
function reviewArtifactName(document) {
    return `review-${planArtifactName(document)}`;
}


/***/ }),

/***/ 80651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* unused harmony export planIn */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97803);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23676);


/**
 * Read a plan file: JSON of exactly the form that a planning job writes, each plan with the digest that it names. Text
 * from an artifact is anybody's until the approval digest over it is compared.
 */
function readDocument(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { unreadable: 'the plan file is not JSON' };
    }
    const parsed = _document_js__WEBPACK_IMPORTED_MODULE_0__/* .planDocument */ .NP.safeParse(value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue === undefined ? '' : `${issue.path.join('.') || 'the whole'}: ${issue.message}`;
        return { unreadable: `the plan file is not of the form that a planning job writes (${where})` };
    }
    for (const { plan } of parsed.data.plans) {
        const { task, inputs, steps, basis } = plan;
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .o)({ task, inputs, steps, basis }) !== plan.digest) {
            return { unreadable: `the plan of ${task} does not have the digest that it names` };
        }
    }
    return parsed.data;
}
/** The plan of a document as the engine takes it. */
function planIn(document, index) {
    return document.plans[index]?.plan;
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

/***/ 71238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ planJobName),
/* harmony export */   eS: () => (/* binding */ planFile),
/* harmony export */   gy: () => (/* binding */ unread),
/* harmony export */   hb: () => (/* binding */ configurationFile)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

/** The name of the job that plans, as people and the forge see it. */
const planJobName = 'Plan';
/** The file in which configuration is looked for, and whose last change has requesters. */
const configurationFile = '.github/maintenance.yml';
/** The one file of a plan's artifact. */
const planFile = 'plan.json';
/** What is said when something that the guard has to know could not be read: then nothing is applied. */
function unread(error) {
    const known = error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__/* .PortError */ .U ? error : undefined;
    return {
        name: 'evidence',
        subject: known?.subject ?? 'the guard’s evidence',
        rule: 'what the guard judges by can be read',
        state: known?.message ?? 'it could not be read',
        next: known?.next ?? 'nothing was changed; start a new run when the forge and the platform answer again',
    };
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
