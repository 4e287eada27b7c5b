export const id = 3921;
export const ids = [3921];
export const modules = {

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

/***/ 51915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isInTime),
/* harmony export */   p: () => (/* binding */ isStillValid)
/* harmony export */ });
/* harmony import */ var _calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3510);
/* harmony import */ var _calendar_instants_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95460);
/* harmony import */ var _calendar_openings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27279);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92400);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23676);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5308);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16400);







/** The opening that a plan names, as the calendar has it now. */
function openingIn({ calendar }, { opening, window }) {
    if (window === undefined)
        return undefined;
    const from = Date.parse(window.opensAt);
    return (0,_calendar_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .openingsWithin */ .T2)(calendar, from, from + 1).find(({ id }) => id === opening);
}
/** A window is open, or somebody gave a reason to work outside one; never in a blackout. */
function isInTime(evidence) {
    const document = (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .HD)(evidence);
    if (document === undefined)
        return undefined;
    return document.window === undefined ? isAllowedOutside(evidence, document) : isWithin(evidence, document);
}
function isWithin(evidence, document) {
    const { now, calendar } = evidence;
    const opening = openingIn(evidence, document);
    if (opening !== undefined && (0,_calendar_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .isOpen */ .nT)(opening, now))
        return undefined;
    const [blackout] = (0,_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_3__/* .blackoutsAt */ .It)(calendar, now, document.window?.name);
    const [next] = (0,_calendar_openings_js__WEBPACK_IMPORTED_MODULE_1__/* .nextOpenings */ .jV)(calendar, now, 1);
    const closed = opening === undefined ? 'the calendar has no such opening' : `it is ${(0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_4__/* .isoOf */ .dF)(now)}, and it is closed`;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_5__/* .denied */ .wk)('opening', document.opening, {
        rule: 'a plan for a window is applied while that window is open',
        state: blackout === undefined ? closed : `blackout until ${(0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_4__/* .isoOf */ .dF)(blackout.until)}: ${blackout.blackout.reason}`,
        next: next === undefined ? 'nothing was changed; plan again' : `nothing was changed; plan for ${next.id}`,
    });
}
function isAllowedOutside({ now, calendar, planRun }, document) {
    const [blackout] = (0,_calendar_blackouts_js__WEBPACK_IMPORTED_MODULE_3__/* .blackoutsAt */ .It)(calendar, now);
    if (blackout !== undefined) {
        return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_5__/* .denied */ .wk)('opening', document.opening, {
            rule: 'nothing is changed in a blackout',
            state: `until ${(0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_4__/* .isoOf */ .dF)(blackout.until)}, by ${blackout.blackout.owner}: ${blackout.blackout.reason}`,
            next: `nothing was changed; plan again after ${(0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_4__/* .isoOf */ .dF)(blackout.until)}`,
        });
    }
    if (document.reason.trim() !== '' && document.opening === `outside:${planRun.id}`)
        return undefined;
    return (0,_judgement_js__WEBPACK_IMPORTED_MODULE_5__/* .denied */ .wk)('opening', document.opening, {
        rule: 'work outside every window has a written reason, and is of the run that gave it',
        state: document.reason.trim() === '' ? 'there is none' : `this is run ${planRun.id}`,
        next: 'nothing was changed; dispatch again with a reason',
    });
}
/** The plan is still valid, was never valid for longer than 72 h, and leaves time to undo it. */
function isStillValid(evidence) {
    const document = (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .HD)(evidence);
    if (document === undefined)
        return undefined;
    const notAfter = Date.parse(document.notAfter);
    const undoMs = document.plans.reduce((sum, plan) => sum + plan.undoMs, 0);
    const refuse = (state) => (0,_judgement_js__WEBPACK_IMPORTED_MODULE_5__/* .denied */ .wk)('not-after', document.opening, {
        rule: 'a plan is applied, with the time to undo it, before its validity ends',
        state,
    });
    if (notAfter - Date.parse(document.plannedAt) > _document_js__WEBPACK_IMPORTED_MODULE_0__/* .longestWaitMs */ .IJ) {
        return refuse(`it claims to be valid for more than ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSpan */ .QA)(_document_js__WEBPACK_IMPORTED_MODULE_0__/* .longestWaitMs */ .IJ)}`);
    }
    if (evidence.now >= notAfter)
        return refuse(`it ended at ${document.notAfter}, and it is ${(0,_calendar_instants_js__WEBPACK_IMPORTED_MODULE_4__/* .isoOf */ .dF)(evidence.now)}`);
    if (evidence.now + undoMs > notAfter) {
        return refuse(`undoing it may take ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSpan */ .QA)(undoMs)}, and ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSpan */ .QA)(notAfter - evidence.now)} are left`);
    }
    return undefined;
}


/***/ }),

/***/ 8511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cl: () => (/* binding */ isFirstAttempt),
  o4: () => (/* binding */ isItself),
  vZ: () => (/* binding */ isOnDefaultBranch),
  RR: () => (/* binding */ isOnlyGatedJob),
  QO: () => (/* binding */ parseWorkflowRef)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/domain/approval/guard/jobs-naming.js

/**
 * The jobs of a workflow file that name an environment, or by an expression might: each by its id, and twice when a matrix
 * may start it more than once. Names of environments are compared as the forge does, which takes upper and lower case for
 * one. A job in another file (`uses`) may name anything. Throws when the text is no YAML.
 */
function jobsNaming(workflow, environment) {
    const document = (0,dist.parse)(workflow);
    return Object.entries(document?.jobs ?? {}).flatMap(([id, job]) => {
        if (job?.uses === undefined && !mayName(namedBy(job), environment))
            return [];
        return job?.strategy === undefined ? [id] : [id, `${id} (again, by its matrix)`];
    });
}
/** What a job's `environment` says: text, or something that nobody can read a name from; undefined when there is none. */
function namedBy(job) {
    const named = job?.environment;
    return typeof named === 'object' && named !== null ? named.name : named;
}
function mayName(name, environment) {
    if (typeof name !== 'string')
        return false;
    if (name.includes('${{'))
        return !choosesWithoutGate.test(name);
    return name.toLowerCase() === environment.toLowerCase();
}
/** The one expression that the generated workflows have: a choice by the mode between two environments without a gate. */
const choosesWithoutGate = /^\$\{\{\s*inputs\.mode\s*==\s*'plan'\s*&&\s*'maintenance-(plan|preventive)'\s*\|\|\s*'maintenance-(plan|preventive)'\s*\}\}$/;

// EXTERNAL MODULE: ./build/domain/approval/guard/judgement.js
var judgement = __webpack_require__(5308);
;// CONCATENATED MODULE: ./build/domain/approval/guard/origin.js


const runOf = ({ run }) => `run ${run.id}`;
/** A re-run of any kind (all jobs, the failed ones, this one) plans again: an approval of before must not carry it. */
function isFirstAttempt(evidence) {
    const { identity, run } = evidence;
    const attempt = Math.max(identity.attempt, run.attempt);
    if (attempt === 1)
        return undefined;
    return (0,judgement/* denied */.wk)('first-attempt', runOf(evidence), {
        rule: 'a run that is started again plans again',
        state: `this is attempt ${attempt}`,
        next: 'nothing was changed; start a new run instead of this one again',
    });
}
/** What the token says of run, repository and commit is what the forge says of the run. */
function isItself(evidence) {
    const { identity, run, repository } = evidence;
    const compared = [
        ['run', identity.runId, run.id],
        ['repository', identity.repositoryId, repository.id],
        ['repository of the run', run.repositoryId, repository.id],
        ['commit', identity.commit, run.commit],
        ['repository of the commit', run.headRepositoryId ?? 'unknown', repository.id],
    ];
    const other = compared.find(([, one, another]) => one !== another);
    if (other === undefined)
        return undefined;
    const [what, said, known] = other;
    return (0,judgement/* denied */.wk)('own-identity', runOf(evidence), {
        rule: 'what the job’s own token says is what the forge says of the run',
        state: `${what}: ${said} here, ${known} there`,
    });
}
const workflowRef = /^[^/]+\/[^/]+\/(\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml)@(refs\/heads\/.+)$/;
/** Path and ref of a workflow reference; undefined for one of another form. */
function parseWorkflowRef(text) {
    const [, path, ref] = workflowRef.exec(text) ?? [];
    return path === undefined || ref === undefined ? undefined : { path, ref };
}
/** Job, workflow and commit are of the default branch: what somebody writes elsewhere asks for nothing here. */
function isOnDefaultBranch(evidence) {
    const { identity, run, repository } = evidence;
    const wanted = `refs/heads/${repository.defaultBranch}`;
    const workflow = parseWorkflowRef(identity.workflowRef);
    const job = parseWorkflowRef(identity.jobWorkflowRef);
    const refs = [identity.ref, workflow?.ref, job?.ref, `refs/heads/${run.branch}`];
    const other = refs.find((ref) => ref !== wanted);
    if (refs.every((ref) => ref === wanted) && workflow?.path === run.path)
        return undefined;
    return (0,judgement/* denied */.wk)('default-branch', runOf(evidence), {
        rule: 'gated jobs are of the default branch',
        state: workflow?.path === run.path
            ? `${other ?? 'no ref'} instead of ${wanted}`
            : `the job is of ${workflow?.path ?? 'an unknown workflow'}, the run of ${run.path}`,
        next: `nothing was changed; dispatch on ${repository.defaultBranch}`,
    });
}
/** One click on "approve" lets every waiting job of an environment go: so one job alone may name it. */
function isOnlyGatedJob({ identity, workflow, run }) {
    const { environment } = identity;
    if (environment === undefined) {
        return (0,judgement/* denied */.wk)('own-identity', `run ${run.id}`, {
            rule: 'a gated job names its environment',
            state: 'the job’s own token names none',
            next: 'nothing was changed; take the workflow as it is generated (npm run sync)',
        });
    }
    let naming;
    try {
        naming = jobsNaming(workflow, environment);
    }
    catch {
        naming = [];
    }
    if (naming.length === 1)
        return undefined;
    return (0,judgement/* denied */.wk)('one-gated-job', environment, {
        rule: 'one job of a workflow names a gated environment, literally',
        state: naming.length === 0 ? 'the workflow file names it nowhere' : `these may: ${naming.join(', ')}`,
        next: 'nothing was changed; take the workflow as it is generated (npm run sync)',
    });
}


/***/ }),

/***/ 16400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Br: () => (/* binding */ hasHandedDigest),
  fW: () => (/* binding */ hasPlanned),
  NI: () => (/* binding */ isForEnvironment),
  mT: () => (/* binding */ isForHere),
  Z4: () => (/* binding */ isOwnFile),
  hS: () => (/* binding */ isReadable),
  yt: () => (/* binding */ needsNoGate),
  HD: () => (/* binding */ readable)
});

// EXTERNAL MODULE: ./build/domain/approval/digest.js
var digest = __webpack_require__(92173);
;// CONCATENATED MODULE: ./build/domain/approval/here.js
/**
 * The refusal when a plan was made for another place or by other code than where and by what it would be applied;
 * undefined when all of it is the same.
 */
function elsewhere(document, here) {
    const { run, platform } = document;
    const compared = [
        ['repository', String(run.repositoryId), String(here.repositoryId)],
        ['commit', run.commit, here.commit],
        ['code (digest of dist/)', document.build, here.build],
        ['configuration', document.configuration, here.configuration],
        ['cluster (UID of kube-system)', platform.uid, here.cluster],
        ...Object.entries(platform.databases).map(([server, identifier]) => [`database ${server}`, identifier, here.databases[server] ?? 'none']),
    ];
    const other = compared.find(([, planned, now]) => planned !== now);
    if (other === undefined)
        return undefined;
    const [what, planned, now] = other;
    return {
        subject: document.environment,
        rule: 'a plan is applied where it was made for, by the code that made it',
        state: `${what}: planned ${planned}, here ${now}`,
        next: 'nothing was changed; plan again and have it approved',
    };
}

// EXTERNAL MODULE: ./build/domain/approval/guard/evidence.js
var evidence = __webpack_require__(76706);
// EXTERNAL MODULE: ./build/domain/approval/guard/judgement.js
var judgement = __webpack_require__(5308);
;// CONCATENATED MODULE: ./build/domain/approval/guard/plan.js




const fullDigest = /^sha256:[0-9a-f]{64}$/;
/**
 * The job that planned has come to a good end, in the one attempt of its run. The run as a whole says nothing of a plan: it
 * is at work while the plan waits, and fails when the plan of another gate was refused.
 */
function hasPlanned({ planJobs, planJob, planRun }) {
    const found = planJobs.filter(({ name }) => name === planJob);
    const [job] = found;
    if (found.length === 1 && job?.conclusion === 'success')
        return undefined;
    return (0,judgement/* denied */.wk)('plan-run', `run ${planRun.id}`, {
        rule: 'the job that planned has succeeded, in the run of the plan',
        state: stateOf(job, found.length, planJob),
    });
}
function stateOf(job, count, planJob) {
    if (job === undefined)
        return `there is no job "${planJob}"`;
    return count > 1 ? `there are ${count} jobs "${planJob}"` : `it is ${job.conclusion ?? job.status}`;
}
/** The file is the one that the plan run kept: of this repository, once, and not of a fork. */
function isOwnFile({ artifact, planRun, repository }) {
    const refuse = (state) => (0,judgement/* denied */.wk)('plan-file', `plan of run ${planRun.id}`, {
        rule: 'a plan comes as one file, by its number, from the run that made it',
        state,
    });
    if (!(0,evidence/* wasRead */.G)(artifact))
        return refuse(artifact.unread);
    const { facts, namesakes } = artifact;
    if (facts.expired)
        return refuse(`artifact ${facts.id} has expired`);
    if (facts.runId !== planRun.id)
        return refuse(`artifact ${facts.id} is of run ${facts.runId}`);
    if (facts.headRepositoryId !== repository.id)
        return refuse(`artifact ${facts.id} comes from a fork`);
    if (namesakes !== 1)
        return refuse(`the run has ${namesakes} artifacts called ${facts.name}`);
    return undefined;
}
/** The file is of the form that a planning job writes. */
function isReadable({ document, planRun }) {
    if (!('unreadable' in document))
        return undefined;
    return (0,judgement/* denied */.wk)('plan-file', `plan of run ${planRun.id}`, {
        rule: 'a plan is believed only in exactly the form that a planning job writes',
        state: document.unreadable,
    });
}
/** The approval digest over the file is the one that the planning job handed over; nothing on both sides is no agreement. */
function hasHandedDigest({ document, handedDigest, planRun }) {
    if ('unreadable' in document)
        return undefined;
    const found = (0,digest/* approvalDigest */.Y)(document);
    if (fullDigest.test(handedDigest) && handedDigest === found)
        return undefined;
    return (0,judgement/* denied */.wk)('plan-digest', `plan of run ${planRun.id}`, {
        rule: 'the plan has the digest that the planning job handed over',
        state: fullDigest.test(handedDigest)
            ? `handed over ${handedDigest}, found ${found}`
            : `handed over is no digest: ${JSON.stringify(handedDigest.slice(0, 80))}`,
    });
}
/** The plan is for this environment and this run, for this place, and made by this code. */
function isForHere(evidence) {
    const { document, here, planRun } = evidence;
    if ('unreadable' in document)
        return undefined;
    const other = elsewhere(document, here);
    if (other !== undefined)
        return { name: 'plan-here', ...other };
    if (document.run.id === planRun.id)
        return undefined;
    return (0,judgement/* denied */.wk)('plan-here', `plan of run ${planRun.id}`, {
        rule: 'a plan is applied for the run that made it',
        state: `it was made in run ${document.run.id}`,
    });
}
/** The one environment whose jobs nobody approves. */
const ungatedEnvironment = 'maintenance-preventive';
/**
 * What nobody approves is a preventive plan, in the environment of preventive plans, by the job's own token: what an input
 * calls the job carries no plan past its gate.
 */
function needsNoGate({ document, identity }) {
    const refuse = (state) => (0,judgement/* denied */.wk)('ungated', `environment ${identity.environment ?? 'none'}`, {
        rule: `without an approval, preventive plans alone are applied, in ${ungatedEnvironment} alone`,
        state,
        next: 'nothing was changed; take the workflow as it is generated (npm run sync)',
    });
    if (identity.environment !== ungatedEnvironment) {
        return refuse(`the job’s own token names ${identity.environment ?? 'no environment'}`);
    }
    if ('unreadable' in document || document.type === 'preventive')
        return undefined;
    return refuse(`the plan is ${document.type}`);
}
/** The environment that a plan names is the job's own. */
function isForEnvironment({ document, identity }) {
    if ('unreadable' in document || document.environment === identity.environment)
        return undefined;
    return (0,judgement/* denied */.wk)('plan-here', `environment ${identity.environment}`, {
        rule: 'a plan is applied in the environment that it names',
        state: `it names ${document.environment}`,
    });
}
/** The plan, when it could be read. */
function readable(evidence) {
    return 'unreadable' in evidence.document ? undefined : evidence.document;
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

/***/ 58670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ planEvidence),
/* harmony export */   OZ: () => (/* binding */ lastChanges),
/* harmony export */   dZ: () => (/* binding */ gatherEnvironment),
/* harmony export */   lW: () => (/* binding */ existingRun)
/* harmony export */ });
/* harmony import */ var _domain_approval_guard_origin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8511);
/* harmony import */ var _domain_approval_read_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80651);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55563);
/* harmony import */ var _asking_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71238);




/** A run that must be there. */
async function existingRun({ forge }, id) {
    const run = await forge.run(id);
    if (run !== undefined)
        return run;
    throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U({ code: 'not-found', subject: `run ${id}`, message: `run ${id} does not exist` });
}
/** The last changes of configuration and workflow up to the commit of the plan. */
async function lastChanges({ forge }, { path, commit }) {
    const changes = await Promise.all([_asking_js__WEBPACK_IMPORTED_MODULE_3__/* .configurationFile */ .hb, path].map((file) => forge.lastChange(file, commit)));
    return changes.filter((change) => change !== undefined);
}
const nowhere = {
    repositoryId: 0,
    commit: '',
    build: 'sha256:',
    configuration: 'sha256:',
    cluster: '',
    databases: {},
};
/** A plan file by its artifact's number, and where it would be applied. What cannot be read is said, not thrown. */
async function planEvidence(asking, identity, artifact) {
    const { forge } = asking;
    if (!/^\d{1,16}$/.test(artifact)) {
        const why = `no number of an artifact was handed over: ${JSON.stringify(artifact.slice(0, 80))}`;
        return { artifact: { unread: why }, document: { unreadable: why }, here: nowhere };
    }
    let text;
    let found;
    try {
        const file = await forge.artifactFile(Number(artifact), _asking_js__WEBPACK_IMPORTED_MODULE_3__/* .planFile */ .eS);
        const { facts } = file;
        const namesakes = (await forge.artifacts(facts.runId, facts.name)).length;
        ({ text } = file);
        found = { facts, namesakes };
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U))
            throw error;
        return { artifact: { unread: error.message }, document: { unreadable: error.message }, here: nowhere };
    }
    const document = (0,_domain_approval_read_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u)(text);
    return { artifact: found, document, here: await hereOf(asking, identity, document) };
}
async function hereOf(asking, { repositoryId, commit }, document) {
    if ('unreadable' in document)
        return nowhere;
    return { ...(await asking.here(document)), repositoryId, commit };
}
async function listedIn({ forge }, environment) {
    const reviewers = environment?.reviewers ?? [];
    try {
        const lists = reviewers.map((reviewer) => reviewer.kind === 'person' ? [reviewer.account] : forge.teamMembers(reviewer.organization, reviewer.slug));
        return (await Promise.all(lists)).flat();
    }
    catch (error) {
        if (!(error instanceof _ports_port_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PortError */ .U))
            throw error;
        return { unread: error.message };
    }
}
/**
 * Everything that the guard of an environment judges by, read in the order of trust.md §3. The first question, who the job
 * is, may be held until somebody has reviewed. Rejects with a PortError for what can be neither read nor judged without.
 */
async function gatherEnvironment(asking, handed) {
    const { forge, progress } = asking;
    progress('asking who this job is');
    const identity = await forge.identity(asking.job);
    const [repository, run] = [await forge.repository(), await existingRun(asking, identity.runId)];
    const environment = identity.environment === undefined ? undefined : await forge.environment(identity.environment);
    const listed = await listedIn(asking, environment);
    const changes = await lastChanges(asking, run);
    const reviews = await forge.reviews(run.id);
    const planJobs = await forge.jobs(run.id, identity.attempt);
    const plan = await planEvidence(asking, identity, handed.artifact);
    return {
        now: asking.clock.now(),
        repository,
        identity,
        run,
        planRun: run,
        changes,
        ...plan,
        calendar: asking.calendar,
        digestInComment: asking.digestInComment,
        workflow: workflowOf(asking, identity),
        planJobs,
        planJob: handed.planJob,
        handedDigest: handed.digest,
        environment,
        listed,
        reviews,
    };
}
/** The text of the file that the job is written in; empty when it cannot be read, which no rule accepts. */
function workflowOf({ file }, { jobWorkflowRef }) {
    const path = (0,_domain_approval_guard_origin_js__WEBPACK_IMPORTED_MODULE_0__/* .parseWorkflowRef */ .QO)(jobWorkflowRef)?.path;
    try {
        return path === undefined ? '' : file(path);
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 58498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OL: () => (/* binding */ admitByIssue),
  sD: () => (/* binding */ checkComment)
});

// UNUSED EXPORTS: gatherIssue

// EXTERNAL MODULE: ./build/domain/approval/digest.js
var approval_digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/guard/comment.js
var comment = __webpack_require__(66850);
// EXTERNAL MODULE: ./build/domain/forge/people.js
var people = __webpack_require__(93070);
// EXTERNAL MODULE: ./build/domain/approval/guard/judgement.js
var guard_judgement = __webpack_require__(5308);
;// CONCATENATED MODULE: ./build/domain/approval/guard/issue.js


/** The issue is the one that our token opened for this plan, and shows it unchanged. */
function isOwnIssue({ issue, document, rendering }) {
    const refuse = (state) => (0,guard_judgement/* denied */.wk)('issue', issue === undefined ? 'the issue' : `issue ${issue.number}`, {
        rule: 'an approval is given on the issue that our own token opened for the plan, and which shows it as it was made',
        state,
    });
    if (issue === undefined)
        return refuse('it does not exist');
    if (issue.isPullRequest)
        return refuse('it is a pull request');
    if (!issue.isOpen)
        return refuse('it is closed');
    if (!(0,people/* isOurs */.MU)(issue.author))
        return refuse(`${issue.author.login} opened it`);
    if ('unreadable' in document)
        return undefined;
    if (document.issue !== issue.number)
        return refuse(`the plan belongs to issue ${document.issue ?? 'none'}`);
    if (rendering === undefined)
        return refuse('the plan cannot be shown whole');
    return issue.body === rendering ? undefined : refuse('its text is no longer the plan’s');
}
/** The plan was made by our own workflow, on the default branch and this commit, by a schedule or a person's dispatch. */
function isOwnPlanRun(evidence) {
    const { planRun, repository, identity, planWorkflows } = evidence;
    const wanted = [
        ['workflow', planWorkflows.includes(planRun.path), planRun.path],
        ['repository', planRun.repositoryId === repository.id, String(planRun.repositoryId)],
        ['fork', planRun.headRepositoryId === repository.id, String(planRun.headRepositoryId ?? 'unknown')],
        ['branch', planRun.branch === repository.defaultBranch, planRun.branch],
        ['event', ['schedule', 'workflow_dispatch'].includes(planRun.event), planRun.event],
        ['attempt', planRun.attempt === 1, String(planRun.attempt)],
        ['commit', planRun.commit === identity.commit, planRun.commit],
    ];
    const other = wanted.find(([, met]) => !met);
    if (other === undefined)
        return undefined;
    return (0,guard_judgement/* denied */.wk)('plan-run', `run ${planRun.id}`, {
        rule: 'a plan is of our own workflow, this repository, its default branch, the commit of now, the first attempt, and by a schedule or a dispatch',
        state: `${other[0]}: ${other[2]}`,
    });
}
/** The job's environment and the plan are of the type that the job is for. */
function isOfType({ document, identity, type }) {
    const refuse = (state) => (0,guard_judgement/* denied */.wk)('plan-here', `environment ${identity.environment ?? 'none'}`, {
        rule: 'a plan is applied by the job of its own type, in the environment of that type',
        state,
    });
    if (identity.environment !== `maintenance-${type}`)
        return refuse(`the job is for ${type} plans`);
    if ('unreadable' in document || document.type === type)
        return undefined;
    return refuse(`the plan is ${document.type}`);
}

// EXTERNAL MODULE: ./build/domain/approval/guard/opening.js
var opening = __webpack_require__(51915);
// EXTERNAL MODULE: ./build/domain/approval/guard/origin.js + 1 modules
var origin = __webpack_require__(8511);
// EXTERNAL MODULE: ./build/domain/approval/guard/plan.js + 1 modules
var plan = __webpack_require__(16400);
// EXTERNAL MODULE: ./build/domain/approval/guard/requesters.js
var guard_requesters = __webpack_require__(60860);
;// CONCATENATED MODULE: ./build/domain/approval/guard/issue-gate.js








/** Whether the command may be answered at all; the rest is judged once the plan has been read. */
const issueRules = [
    origin/* isFirstAttempt */.Cl,
    origin/* isItself */.o4,
    origin/* isOnDefaultBranch */.vZ,
    comment/* isOwnComment */._M,
    isOwnPlanRun,
    plan/* hasPlanned */.fW,
    guard_requesters/* hasKnownRequesters */.Fu,
    plan/* isOwnFile */.Z4,
    plan/* isReadable */.hS,
    isOfType,
    isOwnIssue,
    plan/* isForHere */.mT,
    comment/* approvesThisPlan */.Mn,
    comment/* mayApprove */.Hs,
    comment/* isNoRequester */.Y7,
];
/** What holds only at the moment of applying; before the opening the command is checked without it. */
const issueTimeRules = [opening/* isInTime */.V, opening/* isStillValid */.p];
/**
 * The guard's first reading with an issue as gate (trust.md §4): whether a comment carries the plan. `before`: only
 * checked and answered, ahead of the opening; what depends on the moment is not asked then.
 */
function judgeIssue(evidence, when = 'now') {
    const rules = when === 'now' ? [...issueRules, ...issueTimeRules] : issueRules;
    const denial = (0,guard_judgement/* firstDenial */.uT)(rules, evidence);
    if (denial !== undefined)
        return { granted: false, denial };
    const { document, comment } = evidence;
    if ('unreadable' in document || comment === undefined) {
        return {
            granted: false,
            denial: (0,guard_judgement/* denied */.wk)('comment', 'approval', { rule: 'somebody approves', state: 'nobody has' }),
        };
    }
    return {
        granted: true,
        document,
        digest: (0,approval_digest/* approvalDigest */.Y)(document),
        approver: comment.author,
        comment: comment.body,
        requesters: (0,guard_requesters/* requestersOf */.tH)(evidence),
    };
}

// EXTERNAL MODULE: ./build/domain/approval/issue-reference.js
var issue_reference = __webpack_require__(18170);
// EXTERNAL MODULE: ./build/domain/approval/plan-artifact.js
var plan_artifact = __webpack_require__(13985);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/pipeline/approve/asking.js
var approve_asking = __webpack_require__(71238);
// EXTERNAL MODULE: ./build/pipeline/approve/gather.js
var gather = __webpack_require__(58670);
// EXTERNAL MODULE: ./build/pipeline/approve/spend.js
var spend = __webpack_require__(87277);
;// CONCATENATED MODULE: ./build/pipeline/approve/issue-gate.js











/** The workflow files that plan for gates. */
const planWorkflows = ['.github/workflows/dispatch.yml', '.github/workflows/prepare.yml'];
/**
 * Everything that the guard of an issue judges by (trust.md §4), fetched again by the comment's number alone. Rejects with a
 * PortError for what can be neither read nor judged without.
 */
async function gatherIssue(asking) {
    const { forge, clock, calendar } = asking;
    const identity = await forge.identity(asking.job);
    const [repository, run] = [await forge.repository(), await (0,gather/* existingRun */.lW)(asking, identity.runId)];
    const comment = await forge.comment(asking.comment);
    const issue = comment === undefined ? undefined : await forge.issue(comment.issue);
    const reference = issue === undefined ? undefined : (0,issue_reference/* readIssueReference */.hO)(issue.body);
    if (comment === undefined)
        throw gone(asking.comment);
    if (issue === undefined || reference === undefined)
        throw new Unrelated(asking.comment);
    const planRun = await (0,gather/* existingRun */.lW)(asking, reference.runId);
    const plan = await (0,gather/* planEvidence */.H0)(asking, identity, await artifactOf(asking, planRun, reference));
    const { document } = plan;
    return {
        now: clock.now(),
        repository,
        identity,
        run,
        planRun,
        planJobs: await forge.jobs(planRun.id, planRun.attempt),
        planJob: approve_asking/* planJobName */.E2,
        changes: await (0,gather/* lastChanges */.OZ)(asking, planRun),
        ...plan,
        calendar,
        digestInComment: true,
        comment,
        issue,
        rendering: 'unreadable' in document ? undefined : asking.render(document),
        permission: await permissionOf(asking, comment),
        ...(asking.approvers === undefined ? {} : { approvers: asking.approvers }),
        type: asking.type ?? reference.type,
        planWorkflows,
    };
}
const gone = (comment) => new port_error/* PortError */.U({
    code: 'not-found',
    subject: `comment ${comment}`,
    message: `comment ${comment} does not exist, or does no longer`,
    next: 'comment on the issue that maintenance opened for the plan',
});
/** A comment that has nothing to do with maintenance. */
class Unrelated extends port_error/* PortError */.U {
    constructor(comment) {
        super({
            code: 'not-found',
            subject: `comment ${comment}`,
            message: `comment ${comment} is on no issue of ours`,
            next: 'comment on the issue that maintenance opened for the plan',
        });
    }
}
/** The artifact of the plan that an issue refers to, by its name: the number is none of what an issue can say. */
async function artifactOf({ forge }, { id }, reference) {
    const [found] = await forge.artifacts(id, (0,plan_artifact/* planArtifactName */.n)(reference));
    return found === undefined ? '' : String(found.id);
}
async function permissionOf({ forge }, { author }) {
    try {
        return await forge.permission(author.login);
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U))
            throw error;
        return { unread: error.message };
    }
}
/** Judge what a comment on an issue carries: the first reading now, comment and issue once more as the last word. */
async function admitByIssue(asking) {
    let evidence;
    try {
        evidence = await gatherIssue(asking);
    }
    catch (error) {
        return { refusal: (0,approve_asking/* unread */.gy)(error), approvals: [] };
    }
    const judgement = judgeIssue(evidence);
    const { document } = evidence;
    const approvals = approvalsOf(evidence);
    if (!judgement.granted) {
        return { refusal: judgement.denial, approvals, ...('unreadable' in document ? {} : { document }) };
    }
    return {
        document: judgement.document,
        digest: judgement.digest,
        approvals,
        lastWord: () => lastWord(asking, evidence, judgement),
        advisory: noCredentialWaits,
    };
}
/** What an issue as gate does not enforce (trust.md §1). */
const noCredentialWaits = 'approval.gate is issue: no credentials wait for the approval, so it stops mistakes, and nobody who may write to the repository';
async function lastWord(asking, first, { digest, approver, document, }) {
    try {
        const { comment: before, issue: shown } = first;
        const comment = before === undefined ? undefined : await asking.forge.comment(before.id);
        const issue = shown === undefined ? undefined : await asking.forge.issue(shown.number);
        const permission = comment === undefined ? first.permission : await permissionOf(asking, comment);
        const again = { ...first, comment, issue, permission, now: asking.clock.now() };
        const judged = judgeIssue(again);
        if (!judged.granted)
            return judged.denial;
        return await (0,spend/* spend */.R)(asking, { digest, approver: approver.login, notAfter: document.notAfter });
    }
    catch (error) {
        return (0,approve_asking/* unread */.gy)(error);
    }
}
/** Check a comment without applying anything: before the opening it is only answered. */
async function checkComment(asking) {
    let evidence;
    try {
        evidence = await gatherIssue({ ...asking });
    }
    catch (error) {
        return { kind: 'refused', refusal: (0,approve_asking/* unread */.gy)(error), isTalk: error instanceof Unrelated };
    }
    const { issue, type } = evidence;
    const isTalk = evidence.comment !== undefined && !(0,comment/* isMeantAsApproval */.r0)(evidence.comment.body);
    // The job that checks is in the environment of planning; the one that applies is judged by its own.
    const seen = { ...evidence, identity: { ...evidence.identity, environment: `maintenance-${type}` } };
    const judgement = judgeIssue(seen, 'before');
    const number = issue?.number ?? 0;
    if (!judgement.granted)
        return { kind: 'refused', refusal: judgement.denial, issue: number, isTalk };
    const { document, digest } = judgement;
    const time = (0,guard_judgement/* firstDenial */.uT)(issueTimeRules, seen);
    if (time === undefined)
        return { kind: 'ready', document, digest, issue: number };
    const opensAt = Date.parse(document.window?.opensAt ?? document.plannedAt);
    const isEarly = evidence.now < opensAt && time.name === 'opening';
    return isEarly
        ? { kind: 'early', document, issue: number, refusal: time }
        : { kind: 'refused', refusal: time, issue: number, isTalk };
}
function approvalsOf(evidence) {
    const { identity, comment, document } = evidence;
    if (comment === undefined)
        return [];
    const { author, body } = comment;
    const digest = 'unreadable' in document ? '' : (0,approval_digest/* approvalDigest */.Y)(document);
    const requesters = [...(0,guard_requesters/* namedRequesters */.nr)(evidence)];
    return [{ environment: identity.environment ?? '', by: author.login, comment: body, digest, requesters }];
}


/***/ }),

/***/ 87277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ spend),
/* harmony export */   h: () => (/* binding */ usedUp)
/* harmony export */ });
/* harmony import */ var _domain_approval_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92173);
/* harmony import */ var _domain_approval_guard_judgement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5308);
/* harmony import */ var _asking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71238);



/** Use an approval, once: the last thing before the first step. A refusal when it was used before, also if undone since. */
async function spend({ spent, clock, run }, used) {
    const { digest, approver, notAfter } = used;
    try {
        const first = await spent.spend(digest, { run, approver, notAfter, at: new Date(clock.now()).toISOString() });
        if (first)
            return undefined;
    }
    catch (error) {
        return (0,_asking_js__WEBPACK_IMPORTED_MODULE_0__/* .unread */ .gy)(error);
    }
    return usedUp(digest);
}
/** The refusal of an approval that has been used; by whom, and when, where that is known. */
function usedUp(digest, facts) {
    const by = facts === undefined ? '' : ` by ${facts.run} at ${facts.at}`;
    return (0,_domain_approval_guard_judgement_js__WEBPACK_IMPORTED_MODULE_1__/* .denied */ .wk)('unspent', `approval ${(0,_domain_approval_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shownDigest */ .u)(digest)}`, {
        rule: 'an approval carries one application of its plan, also when that was undone',
        state: `it has been used${by}`,
    });
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

/***/ 3921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ admit),
  z: () => (/* binding */ askingOf)
});

// EXTERNAL MODULE: ./build/domain/configuration/windows.js
var windows = __webpack_require__(86773);
// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
// EXTERNAL MODULE: ./build/pipeline/approve/asking.js
var approve_asking = __webpack_require__(71238);
// EXTERNAL MODULE: ./build/domain/approval/guard/environment.js
var guard_environment = __webpack_require__(96326);
// EXTERNAL MODULE: ./build/domain/forge/environments.js
var environments = __webpack_require__(65119);
// EXTERNAL MODULE: ./build/domain/approval/digest.js
var digest = __webpack_require__(92173);
// EXTERNAL MODULE: ./build/domain/approval/guard/judgement.js
var judgement = __webpack_require__(5308);
// EXTERNAL MODULE: ./build/domain/approval/guard/opening.js
var opening = __webpack_require__(51915);
// EXTERNAL MODULE: ./build/domain/approval/guard/origin.js + 1 modules
var origin = __webpack_require__(8511);
// EXTERNAL MODULE: ./build/domain/approval/guard/plan.js + 1 modules
var plan = __webpack_require__(16400);
// EXTERNAL MODULE: ./build/domain/approval/guard/requesters.js
var requesters = __webpack_require__(60860);
// EXTERNAL MODULE: ./build/domain/forge/people.js
var people = __webpack_require__(93070);
// EXTERNAL MODULE: ./build/domain/approval/guard/evidence.js
var guard_evidence = __webpack_require__(76706);
;// CONCATENATED MODULE: ./build/domain/approval/guard/reviews.js





/** The reviews of the job's environment, and of whatever had its name: what one of those says against the plan counts too. */
function reviewsOf({ reviews, environment, identity }) {
    return reviews.filter((review) => review.environments.some(({ id, name }) => id === environment?.id || name === identity.environment));
}
/** Why a review cannot be the approval, as a sentence; undefined when nothing speaks against it. */
function notApproval({ by, environments }, evidence) {
    const { listed, environment } = evidence;
    // a name can be given again, a number cannot: nobody knows who could review what had the name before
    if (!environments.some(({ id }) => id === environment?.id))
        return `${by.login} approved in an environment of this name that has been made anew since`;
    if (!(0,people/* isPerson */.KA)(by))
        return `${by.login} is no person (${by.type})`;
    const part = (0,requesters/* partIn */.Vl)((0,requesters/* requestersOf */.tH)(evidence), by);
    if (part !== undefined)
        return `${by.login} is ${part}`;
    if (!(0,guard_evidence/* wasRead */.G)(listed) || !listed.some(({ id }) => id === by.id))
        return `${by.login} is no reviewer of this environment`;
    return undefined;
}
/** Whether a comment holds the digits, by themselves: not as a part of a longer row of hex digits. */
function holdsDigits(comment, digits) {
    return new RegExp(`(?<![0-9A-Za-z])${digits}(?![0-9A-Za-z])`).test(comment);
}
/** There is an approval, and no rejection. */
function isApproved(evidence) {
    const { identity } = evidence;
    const found = reviewsOf(evidence);
    const against = found.find(({ state }) => state !== 'approved');
    if (found.length > 0 && against === undefined)
        return undefined;
    return (0,judgement/* denied */.wk)('approved', `environment ${identity.environment}`, {
        rule: 'somebody approves, and nobody rejects',
        state: against === undefined ? 'nobody has reviewed' : `${against.state} by ${against.by.login}`,
    });
}
/** The approval that counts: of a reviewer who has asked for nothing. Every denial of the others is in the reason. */
function acceptable(evidence) {
    const found = reviewsOf(evidence);
    const reasons = found.map((review) => notApproval(review, evidence));
    const why = reasons.filter((reason) => reason !== undefined).join('; ');
    return { reviews: found.filter((_, index) => reasons[index] === undefined), why };
}
/** An approver is a listed person, directly or through a team, and none of those who asked. */
function hasApprover(evidence) {
    const { reviews, why } = acceptable(evidence);
    if (reviews.length > 0)
        return undefined;
    return (0,judgement/* denied */.wk)('approver', `environment ${evidence.identity.environment}`, {
        rule: 'a listed reviewer approves who has not asked for the change, compared by number',
        state: why,
        next: 'nothing was changed; plan again, and let another of the listed reviewers approve it',
    });
}
/** The approver's comment holds the 20 digits of this plan: what binds the click to what was read. */
function holdsDigest(evidence) {
    const { document, digestInComment, identity } = evidence;
    if (!digestInComment || 'unreadable' in document)
        return undefined;
    const digits = (0,digest/* shownDigest */.u)((0,digest/* approvalDigest */.Y)(document));
    const { reviews } = acceptable(evidence);
    if (reviews.some(({ comment }) => holdsDigits(comment, digits)))
        return undefined;
    return (0,judgement/* denied */.wk)('digest-in-comment', `environment ${identity.environment}`, {
        rule: 'the approver’s comment holds the 20 digits of the plan',
        state: `${digits} is not in the comment of ${reviews.map(({ by }) => by.login).join(', ')}`,
        next: 'nothing was changed; plan again, and put the digits that the new plan shows into the comment',
    });
}
/** The review by which a plan was let through. */
function approvalOf(evidence) {
    const { document, digestInComment } = evidence;
    const { reviews } = acceptable(evidence);
    if (!digestInComment || 'unreadable' in document)
        return reviews[0];
    const digits = (0,digest/* shownDigest */.u)((0,digest/* approvalDigest */.Y)(document));
    return reviews.find(({ comment }) => holdsDigits(comment, digits));
}

;// CONCATENATED MODULE: ./build/domain/approval/guard/environment-gate.js









/** The rules of trust.md §3, items 1 to 6, in their order. */
const environmentRules = [
    origin/* isFirstAttempt */.Cl,
    origin/* isItself */.o4,
    origin/* isOnDefaultBranch */.vZ,
    origin/* isOnlyGatedJob */.RR,
    guard_environment/* isProtected */.bz,
    guard_environment/* hasKnownReviewers */.Ee,
    requesters/* hasKnownRequesters */.Fu,
    isApproved,
    hasApprover,
    plan/* hasPlanned */.fW,
    plan/* isOwnFile */.Z4,
    plan/* isReadable */.hS,
    plan/* hasHandedDigest */.Br,
    plan/* isForEnvironment */.NI,
    plan/* isForHere */.mT,
    holdsDigest,
    opening/* isInTime */.V,
    opening/* isStillValid */.p,
];
/** The rules for a preventive plan, which nobody approves: all that do not speak of reviews. */
const ungatedRules = [
    origin/* isFirstAttempt */.Cl,
    origin/* isItself */.o4,
    origin/* isOnDefaultBranch */.vZ,
    plan/* hasPlanned */.fW,
    plan/* isOwnFile */.Z4,
    plan/* isReadable */.hS,
    plan/* needsNoGate */.yt,
    plan/* hasHandedDigest */.Br,
    plan/* isForEnvironment */.NI,
    plan/* isForHere */.mT,
    opening/* isInTime */.V,
    opening/* isStillValid */.p,
];
/**
 * The guard's first reading: whether an environment's approval carries the plan. Pure; what it judges was read by the job
 * itself. What comes later (the environment again, the basis, the time left, the digest unspent) is not in it.
 */
function judgeEnvironment(evidence) {
    const denial = (0,judgement/* firstDenial */.uT)(environmentRules, evidence);
    if (denial !== undefined)
        return { granted: false, denial };
    const { document, environment } = evidence;
    const approval = approvalOf(evidence);
    if ('unreadable' in document || environment === undefined || approval === undefined) {
        return {
            granted: false,
            denial: (0,judgement/* denied */.wk)('approved', 'approval', { rule: 'somebody approves', state: 'nobody has' }),
        };
    }
    return {
        granted: true,
        document,
        digest: (0,digest/* approvalDigest */.Y)(document),
        approver: approval.by,
        comment: approval.comment,
        requesters: (0,requesters/* requestersOf */.tH)(evidence),
        environment: (0,environments/* environmentDigest */.k)(environment),
    };
}

// EXTERNAL MODULE: ./build/pipeline/approve/gather.js
var gather = __webpack_require__(58670);
// EXTERNAL MODULE: ./build/pipeline/approve/spend.js
var spend = __webpack_require__(87277);
;// CONCATENATED MODULE: ./build/pipeline/approve/environment-gate.js









/** What moves between the two readings: the environment, and the time. */
const secondRules = [guard_environment/* isProtected */.bz, opening/* isInTime */.V, opening/* isStillValid */.p];
/** Judge what an environment's approval carries (trust.md §3): the first reading now, the second as the last word. */
async function admitByEnvironment(asking, handed) {
    let evidence;
    try {
        evidence = await (0,gather/* gatherEnvironment */.dZ)(asking, handed);
    }
    catch (error) {
        return { refusal: (0,approve_asking/* unread */.gy)(error), approvals: [] };
    }
    const judgement = judgeEnvironment(evidence);
    const approvals = approvalsOf(evidence);
    if (!judgement.granted)
        return { refusal: judgement.denial, approvals, ...documentOf(evidence) };
    const { document, digest } = judgement;
    const advisory = asking.digestInComment ? {} : { advisory: noDigest };
    return { document, digest, approvals, lastWord: () => lastWord(asking, evidence, judgement), ...advisory };
}
/** Judge a preventive plan, which nobody approves: it comes from the same run, unchanged, and in time. */
async function admitUngated(asking, handed) {
    let evidence;
    try {
        evidence = await (0,gather/* gatherEnvironment */.dZ)(asking, handed);
    }
    catch (error) {
        return { refusal: (0,approve_asking/* unread */.gy)(error), approvals: [] };
    }
    const denial = (0,judgement/* firstDenial */.uT)(ungatedRules, evidence);
    const { document } = evidence;
    if (denial !== undefined)
        return { refusal: denial, approvals: [], ...documentOf(evidence) };
    if ('unreadable' in document)
        throw new TypeError('a document that cannot be read was accepted');
    const inTime = [opening/* isInTime */.V, opening/* isStillValid */.p];
    const digest = handed.digest;
    const again = async () => (0,judgement/* firstDenial */.uT)(inTime, { ...evidence, now: asking.clock.now() }) ??
        (0,spend/* spend */.R)(asking, { digest, approver: 'nobody', notAfter: document.notAfter });
    return { document, digest, approvals: [], lastWord: again };
}
const noDigest = 'approval.digest-in-comment is off: nothing binds the reviewer’s click to this plan but the run that it belongs to';
async function lastWord(asking, first, granted) {
    const { environment: before, digest, approver, document } = granted;
    try {
        const environment = await asking.forge.environment(first.identity.environment ?? '');
        const again = { ...first, environment, now: asking.clock.now() };
        const denial = (0,judgement/* firstDenial */.uT)(secondRules, again);
        if (denial !== undefined)
            return denial;
        const changed = before === undefined ? undefined : (0,guard_environment/* isUnchanged */._5)(environment, before);
        if (changed !== undefined)
            return changed;
        return await (0,spend/* spend */.R)(asking, { digest, approver: approver.login, notAfter: document.notAfter });
    }
    catch (error) {
        return (0,approve_asking/* unread */.gy)(error);
    }
}
function documentOf({ document }) {
    return 'unreadable' in document ? {} : { document };
}
/** Every review that was found, accepted or not, as the report keeps it. */
function approvalsOf(evidence) {
    const { identity, handedDigest } = evidence;
    const digest = /^sha256:[0-9a-f]{64}$/.test(handedDigest) ? handedDigest : '';
    return reviewsOf(evidence).map(({ by, comment, state }) => ({
        environment: identity.environment ?? '',
        by: state === 'approved' ? by.login : `${by.login} (${state})`,
        comment,
        digest,
        requesters: [...(0,requesters/* namedRequesters */.nr)(evidence)],
    }));
}

// EXTERNAL MODULE: ./build/pipeline/approve/issue-gate.js + 2 modules
var issue_gate = __webpack_require__(58498);
// EXTERNAL MODULE: ./build/render/plan/approval.js + 4 modules
var plan_approval = __webpack_require__(33504);
// EXTERNAL MODULE: ./build/runtime/clock.js
var clock = __webpack_require__(14821);
// EXTERNAL MODULE: ./build/runtime/configuration-file.js + 19 modules
var configuration_file = __webpack_require__(70647);
// EXTERNAL MODULE: ./build/runtime/process.js
var process = __webpack_require__(23682);
// EXTERNAL MODULE: ./build/runtime/task-inputs.js
var task_inputs = __webpack_require__(23730);
// EXTERNAL MODULE: ./build/runtime/wiring/forge.js + 1 modules
var forge = __webpack_require__(96397);
// EXTERNAL MODULE: ./build/runtime/gates/actions.js
var actions = __webpack_require__(7611);
// EXTERNAL MODULE: ./build/runtime/gates/build-digest.js
var build_digest = __webpack_require__(44573);
;// CONCATENATED MODULE: ./build/runtime/gates/admit.js













/** Everything that a guard asks with, for a job of this process. */
async function askingOf(self, configuration, platform) {
    const { approval } = configuration;
    return {
        forge: await (0,forge.openForge)(self),
        spent: platform.maintenance.spent,
        clock: clock/* systemClock */.m,
        job: self.environment.job,
        run: (0,process/* runWord */.k)(self.environment.run, self.environment.job),
        calendar: (0,windows/* calendarOf */.Yw)(configuration),
        digestInComment: approval.digestInComment,
        file: (path) => (0,forge/* checkoutFile */.n)(self, path),
        here: (document) => hereOf(self, platform, document),
        render: plan_approval/* renderApproval */.m,
        progress: (text) => self.stdout.print(text),
        ...(approval.approvers === undefined ? {} : { approvers: approval.approvers }),
    };
}
/** Let the guard of the configured gate judge what this job was started for. Rejects with a PortError when it cannot be asked. */
async function admit(self, configuration, platform) {
    const asking = await askingOf(self, configuration, platform);
    const given = (0,task_inputs/* readInputs */.Ko)('apply', actions/* apply */.Bb.inputs, self.environment);
    const handed = { digest: given.digest, artifact: given.artifact, planJob: approve_asking/* planJobName */.E2 };
    if (given.type === 'preventive')
        return admitUngated(asking, handed);
    if (configuration.approval.gate === 'issue') {
        return (0,issue_gate/* admitByIssue */.OL)({ ...asking, comment: given.comment, type: given.type });
    }
    return admitByEnvironment(asking, handed);
}
async function hereOf(self, platform, document) {
    const { uid = '' } = await platform.identity();
    const servers = Object.keys(document.platform.databases);
    const { database } = servers.length === 0 ? { database: undefined } : await platform.ports(['database']);
    const identifiers = servers.map(async (server) => [server, await database?.systemIdentifier(server)]);
    return {
        build: (0,build_digest/* buildDigest */.P)(),
        configuration: (0,json/* digestOf */.o)((0,configuration_file/* configurationText */.o4)(self.environment.workspace)),
        cluster: uid,
        databases: Object.fromEntries((await Promise.all(identifiers)).map(([server, id]) => [server, id ?? ''])),
    };
}


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


/***/ })

};
