export const id = 2421;
export const ids = [2421,6397];
export const modules = {

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
/* harmony export */   r0: () => (/* binding */ isMeantAsApproval)
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
    if (approvers !== undefined) {
        const named = approvers.some((approver) => approver.toLowerCase() === login.toLowerCase());
        return named ? undefined : refuse(`${login} is not`);
    }
    const may = _forge_people_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionLevels */ .zB.indexOf(permission.level) >= _forge_people_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionLevels */ .zB.indexOf('write');
    return may ? undefined : refuse(`${login} may ${permission.level === 'none' ? 'nothing' : permission.level}`);
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

/***/ 96326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ hasKnownReviewers),
/* harmony export */   _5: () => (/* binding */ isUnchanged),
/* harmony export */   bz: () => (/* binding */ isProtected),
/* harmony export */   oB: () => (/* binding */ unprotected)
/* harmony export */ });
/* harmony import */ var _forge_environments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65119);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76706);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5308);



/** What of an environment's protection is missing, as a sentence; undefined when all of it is there. */
function unprotected(environment, { defaultBranch }) {
    const { reviewers, preventSelfReview, adminsMayBypass, branches } = environment;
    if (reviewers.length === 0)
        return 'no review is required';
    if (preventSelfReview !== true)
        return 'whoever starts a run may approve it';
    if (adminsMayBypass === undefined)
        return 'the forge does not say whether administrators may bypass it';
    if (adminsMayBypass)
        return 'administrators may bypass it';
    if (branches.kind === 'any')
        return 'every branch may use it';
    if (branches.kind === 'protected')
        return `every protected branch may use it, not ${defaultBranch} alone`;
    const others = branches.patterns.filter(({ name, type }) => name !== defaultBranch || type !== 'branch');
    if (branches.patterns.length === 0)
        return 'no branch may use it';
    if (others.length > 0)
        return `${others.map(({ type, name }) => `${type} ${name}`).join(', ')} may use it as well`;
    return undefined;
}
/** How an administrator protects a gated environment. */
const howToProtect = (name) => `nothing was changed; in Settings → Environments → ${name}: required reviewers, prevent self-review, no bypass by administrators, and the default branch alone`;
/** The environment exists, requires a review that nobody can skip, and takes the default branch alone. */
function isProtected({ environment, identity, repository }) {
    const name = identity.environment ?? 'none';
    const lack = environment === undefined ? 'there is no such environment' : unprotected(environment, repository);
    if (lack === undefined && environment?.name === name)
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('environment-protected', `environment ${name}`, {
        rule: 'a gated environment requires reviewers, forbids self-review and bypass, and takes the default branch alone',
        state: lack ?? `the forge answers with ${environment?.name}`,
        next: howToProtect(name),
    });
}
/** Nobody has touched or remade the environment since the first reading. */
function isUnchanged(environment, before) {
    if (environment !== undefined && (0,_forge_environments_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentDigest */ .k)(environment) === before)
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('environment-unchanged', `environment ${environment?.name ?? 'of the job'}`, {
        rule: 'an environment stays as it was from the guard’s first reading to its second',
        state: environment === undefined ? 'it is gone' : `it was changed or made anew (${environment.updatedAt})`,
    });
}
/** Who may review is known, or nobody's approval can be judged. */
function hasKnownReviewers({ listed, identity }) {
    if ((0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .wasRead */ .G)(listed))
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_0__/* .denied */ .wk)('reviewers-known', `environment ${identity.environment}`, {
        rule: 'who reviews an environment is known by name',
        state: listed.unread,
        next: 'nothing was changed; list people in the environment, or give MAINTENANCE_TEAM_TOKEN a token that reads the members of its teams',
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
/* harmony export */   uT: () => (/* binding */ firstDenial),
/* harmony export */   wk: () => (/* binding */ denied)
/* harmony export */ });
/* unused harmony export planAgain */
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

/***/ 69428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ mostCharacters)
/* harmony export */ });
/** Most characters of an issue's body and of a comment. Source: the limit that GitHub names when it refuses a longer one. */
const mostCharacters = 65_536;


/***/ }),

/***/ 65119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ environmentDigest)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97803);

/** Digest of everything that protects an environment, and of which environment it is: a recreated one has another. */
function environmentDigest(environment) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(environment);
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
/* harmony export */   eS: () => (/* binding */ planFile),
/* harmony export */   gy: () => (/* binding */ unread),
/* harmony export */   hb: () => (/* binding */ configurationFile)
/* harmony export */ });
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55563);

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

/***/ 33504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ renderApproval)
});

// UNUSED EXPORTS: splitIt

// EXTERNAL MODULE: ./build/domain/approval/digest.js
var digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/issue-reference.js
var issue_reference = __webpack_require__(18170);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/domain/measurement.js
var measurement = __webpack_require__(75465);
;// CONCATENATED MODULE: ./build/domain/approval/shown.js


const clauses = schemas/* array */.YOg(schemas/* string */.YjP());
const review = schemas/* object */.Ikc({
    why: clauses,
    fits: clauses,
    undo: clauses,
    couldGoWrong: clauses,
    healthNow: clauses,
    blastRadius: schemas/* object */.Ikc({
        workloads: clauses,
        pods: schemas/* number */.aig(),
        awayAtOnce: schemas/* number */.aig(),
        volumes: clauses,
        budgets: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), allowed: schemas/* number */.aig() })),
    }),
});
const shown = schemas/* object */.Ikc({
    review: review.optional(),
    findings: schemas/* array */.YOg(schemas/* object */.Ikc({ severity: schemas/* string */.YjP(), subject: schemas/* string */.YjP(), title: schemas/* string */.YjP(), evidence: schemas/* string */.YjP() }))
        .default([]),
    notChecked: schemas/* array */.YOg(schemas/* object */.Ikc({ subject: schemas/* string */.YjP(), why: schemas/* string */.YjP() })).default([]),
    measurements: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        subject: schemas/* string */.YjP().optional(),
        value: schemas/* number */.aig(),
        unit: schemas/* enum */.k5n(measurement/* units */.M),
        comparedWith: schemas/* object */.Ikc({ what: schemas/* string */.YjP(), value: schemas/* number */.aig() }).optional(),
    }))
        .default([]),
});
/** Read what a planning job kept to be shown; undefined when it is of another form. */
function readShown(part) {
    const parsed = shown.safeParse(part.shown);
    return parsed.success ? parsed.data : undefined;
}

// EXTERNAL MODULE: ./build/domain/forge/discussions.js
var discussions = __webpack_require__(69428);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/render/markdown.js
var markdown = __webpack_require__(5120);
// EXTERNAL MODULE: ./build/domain/with-unit.js
var with_unit = __webpack_require__(57944);
// EXTERNAL MODULE: ./build/domain/json.js
var domain_json = __webpack_require__(97803);
;// CONCATENATED MODULE: ./build/render/plan/whole.js


/** Foreign text as words, however long it is: what somebody approves is never cut. */
const words = (text) => (0,markdown/* plain */.pj)(text, Number.POSITIVE_INFINITY);
/** Foreign text as code, however long it is. */
const verbatim = (text) => (0,markdown/* code */.aY)(text, Number.POSITIVE_INFINITY);
/** A value as code: text as it is, everything else as JSON with its keys in order, so that it is always the same. */
const value = (json) => verbatim(typeof json === 'string' ? json : json === undefined ? 'nothing' : (0,domain_json/* canonicalText */.A)(json));
/** Clauses, a line of the cell each; a dash when there is none. */
const lines = (clauses) => clauses.length === 0 ? '–' : clauses.map(words).join('<br>');

;// CONCATENATED MODULE: ./build/render/plan/review.js




function radiusLines({ workloads, pods, awayAtOnce, volumes, budgets }) {
    const away = awayAtOnce === 0 ? 'none away' : `${awayAtOnce} away at a time`;
    return [
        workloads.length === 0 ? 'no workload' : workloads.map(verbatim).join(', '),
        `${(0,quantities/* counted */.hS)(pods, 'pod')}, ${away}`,
        ...(volumes.length === 0 ? [] : [volumes.map(verbatim).join(', ')]),
        budgets.length === 0
            ? 'no disruption budget'
            : budgets.map(({ name, allowed }) => `${verbatim(name)} allows ${allowed}`).join(', '),
    ].join('<br>');
}
/** What a reviewer weighs, a row each (reading.md, "What a reviewer sees"); empty when the task gave nothing to weigh. */
function reviewTable({ review }) {
    if (review === undefined)
        return '';
    return (0,markdown/* table */.tp)(['', ''], [
        ['why', lines(review.why)],
        ['fits', lines(review.fits)],
        ['undo', lines(review.undo)],
        ['could go wrong', lines(review.couldGoWrong)],
        ['touches', radiusLines(review.blastRadius)],
        ['health now', lines(review.healthNow)],
    ]);
}
/** What looking has shown besides: findings, what could not be checked, and the numbers that the plan rests on. */
function seenSection({ findings, notChecked, measurements }) {
    const found = findings.map(({ severity, subject, title, evidence }) => `- ${words(severity)} ${verbatim(subject)}: ${words(title)}; ${words(evidence)}`);
    const unseen = notChecked.map(({ subject, why }) => `- not checked ${verbatim(subject)}: ${words(why)}`);
    const rows = measurements.map(({ name, subject, value, unit, comparedWith }) => [
        words(name),
        subject === undefined ? '' : verbatim(subject),
        (0,with_unit/* withUnit */.$)(value, unit),
        comparedWith === undefined ? '' : `${words(comparedWith.what)} ${(0,with_unit/* withUnit */.$)(comparedWith.value, unit)}`,
    ]);
    const measured = rows.length === 0 ? '' : (0,markdown/* table */.tp)(['measured', 'where', 'value', 'compared with'], rows);
    const parts = [[...found, ...unseen].join('\n'), measured].filter((part) => part !== '');
    return parts.length === 0 ? '' : `### Seen\n\n${parts.join('\n\n')}`;
}

// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
;// CONCATENATED MODULE: ./build/render/plan/steps.js




const classWords = {
    reversible: 'can be undone',
    forward: 'cannot be undone, and does no harm when it is repeated',
    final: 'cannot be undone, and is never taken twice',
};
/** One step, whole: what changes from what to what, why, what undoes it, what could go wrong, and everything it is given. */
function stepSection(step, number) {
    const { kind, subject, from, to, why, undo, risk, hold, unit, deadlineMs, parameters } = step;
    const rows = [
        ['why', words(why)],
        ['undo', words(undo)],
        ['could go wrong', words(risk)],
        ['takes at most', (0,quantities/* formatSpan */.QA)(deadlineMs)],
        ...(unit === undefined ? [] : [['stands or falls with', verbatim(unit)]]),
        ...(hold === undefined ? [] : [['is not rolled back, because', words(hold)]]),
        ['given', value(parameters)],
    ];
    return [
        `### ${number}. ${verbatim(subject)}, ${verbatim(kind)}: ${value(from)} → ${value(to)}`,
        `This ${classWords[kinds/* stepKinds */.C[kind].undo]}.`,
        (0,markdown/* table */.tp)(['', ''], rows),
    ].join('\n\n');
}
/** What a plan does not do, by rule. */
function refusalsSection({ refusals }) {
    if (refusals.length === 0)
        return '';
    const rows = refusals.map(({ subject, rule, state, next }) => [
        verbatim(subject),
        words(rule),
        words(state),
        words(next),
    ]);
    return `### Refused\n\n${(0,markdown/* table */.tp)(['what', 'rule', 'state', 'how to go on'], rows)}`;
}

;// CONCATENATED MODULE: ./build/render/plan/approval.js









/** What a plan that is too long to be shown is refused with. */
const splitIt = (/* unused pure expression or super */ null && (`a plan is shown whole or not at all, and this one has more than ${mostCharacters} characters: split it`));
/**
 * What a reviewer reads before approving, as Markdown: the same bytes for the same document, in artifact, summary and issue.
 * Nothing of it is ever shortened; undefined when it does not fit into the smallest of the three, the body of an issue. The
 * document's `issue` is not in it, since the issue shows it.
 */
function renderApproval(document) {
    const sections = [headline(document), facts(document), ...document.plans.map(planSection), approvalSection(document)];
    const text = `${marker(document)}${sections.join('\n\n')}\n`;
    return text.length > discussions/* mostCharacters */.s ? undefined : text;
}
function marker({ run, type, opening }) {
    return type === 'preventive' ? '' : (0,issue_reference/* issueMarker */.Q_)({ runId: run.id, type: type, opening });
}
function headline({ plans, type, requestedBy, reason }) {
    const tasks = plans.map(({ plan }) => words(plan.task)).join(', ');
    return `# Approve? ${tasks} (${type}), asked for by ${words(requestedBy)}: “${words(reason)}”`;
}
const minutes = (instant) => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
function facts({ platform, environment, window, run, plannedAt, opening }) {
    const when = window === undefined
        ? `as soon as it is approved, outside every window (${verbatim(opening)})`
        : `in the ${words(window.name)} window, ${minutes(window.opensAt)} to ${minutes(window.closesAt)}`;
    return (0,markdown/* table */.tp)(['', ''], [
        ['where', `${words(platform.name)} on ${words(platform.cluster)}, namespace ${verbatim(platform.namespace)}`],
        ['when', when],
        ['gate', verbatim(environment)],
        ['planned', `${minutes(plannedAt)}, run ${linkTo(run)} at commit ${verbatim(run.commit.slice(0, 12))}`],
    ]);
}
function linkTo({ id, url }) {
    if (!url.startsWith('https://'))
        return String(id);
    return `[${id}](${encodeURI(url).replace(/[()<>|]/g, encodeURIComponent)})`;
}
function planSection(part) {
    const { title, plan } = part;
    const shown = readShown(part);
    // What was left empty was not asked for.
    const given = Object.entries(plan.inputs).filter(([, input]) => input !== '');
    const inputs = given.map(([name, input]) => `${words(name)} ${value(input)}`);
    const sections = [
        `## ${words(title)}: ${(0,quantities/* counted */.hS)(plan.steps.length, 'step')}`,
        inputs.length === 0 ? '' : `With ${inputs.join(', ')}.`,
        shown === undefined ? '' : reviewTable(shown),
        ...plan.steps.map((step, index) => stepSection(step, index + 1)),
        refusalsSection(plan),
        shown === undefined ? '' : seenSection(shown),
    ];
    return sections.filter((section) => section !== '').join('\n\n');
}
function approvalSection(document) {
    const digits = (0,digest/* shownDigest */.u)((0,digest/* approvalDigest */.Y)(document));
    const { notAfter, environment } = document;
    return [
        '## To approve',
        `Approval \`${digits}\`: put these digits into the comment of your review of \`${environment}\`. Where an issue is the gate, comment on it, with nothing else: \`approve ${digits}\``,
        `Valid until ${weekday(notAfter)} ${minutes(notAfter)} (${notAfter}), or until anything that changes is no longer as shown.`,
    ].join('\n\n');
}
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = (instant) => weekdays[new Date(instant).getUTCDay()] ?? '';


/***/ }),

/***/ 44573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ buildDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73136);
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97803);





/** `dist/`: the folder of the folder that this bundle lies in. */
const build = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(import.meta.url)));
/**
 * The digest of the code that runs: SHA-256 over names and contents of all files of `dist/`, the bundle and what starts it.
 * An approval binds it, so that other code needs another approval.
 */
function buildDigest(folder = build) {
    const files = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const digests = files
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry.parentPath, entry.name))
        .sort()
        .map((file) => [file.slice(folder.length + 1), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file)).digest('hex')]);
    return (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)(digests);
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
