export const id = 5115;
export const ids = [5115];
export const modules = {

/***/ 95115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createForge: () => (/* binding */ createForge)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js
var github = __webpack_require__(61351);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/adapters/github/errors.js

/** Which permission of a job would have been enough; the forge says it in a header. */
function lackingPermission({ response }) {
    const accepted = response?.headers?.['x-accepted-github-permissions'];
    const found = accepted === undefined ? [] : [...accepted.matchAll(/([a-z_]+)=(read|write)/g)];
    return found.length === 0
        ? undefined
        : found.map(([, name = '', level]) => `${name.replaceAll('_', '-')}: ${level}`).join(' or ');
}
const codes = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    410: 'gone',
    422: 'invalid',
    429: 'busy',
};
const networkCodes = /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|UND_ERR_(CONNECT|SOCKET))/;
const causeOf = (failure) => failure.cause ?? {};
function networkCode(failure) {
    return failure.code ?? causeOf(failure).code ?? '';
}
/** Ended by a signal: octokit wraps what fetch says. */
function wasEnded(failure) {
    const names = [failure.name, causeOf(failure).name];
    return names.includes('TimeoutError') || names.includes('AbortError');
}
function isBusy({ status, response }) {
    const headers = response?.headers ?? {};
    return status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0');
}
function codeOf(failure) {
    const { status } = failure;
    if (isBusy(failure))
        return 'busy';
    // octokit reports a request that never got an answer as a 500 of its own, without a response
    if (status !== undefined && failure.response !== undefined)
        return codes[status] ?? 'failed';
    if (wasEnded(failure))
        return 'timeout';
    return networkCodes.test(networkCode(failure)) || status === 500 ? 'unreachable' : 'failed';
}
/** Whether asking again may help: the forge was busy or stumbled. A write is only asked again when it was not taken. */
function isPassing(error) {
    return error.code === 'busy' || error.code === 'unreachable' || error.code === 'failed';
}
function nextOf(failure, code) {
    const permission = lackingPermission(failure);
    if (code === 'forbidden' && permission !== undefined)
        return `give the job permissions: { ${permission} }`;
    if (code === 'unauthorized')
        return 'the job’s token has ended or was not passed on: start the run again';
    if (code === 'busy')
        return 'the forge asks to come back later: start the run again in some minutes';
    return undefined;
}
/** The error of the port for a failed request; nothing of the forge's own text passes. */
function forgeError(subject, error) {
    if (error instanceof port_error/* PortError */.U)
        return error;
    const failure = (typeof error === 'object' && error !== null ? error : {});
    const code = codeOf(failure);
    const next = nextOf(failure, code);
    const answered = failure.response !== undefined && failure.status !== undefined;
    const said = answered ? `GitHub answered ${failure.status}` : `GitHub could not be asked (${code})`;
    return new port_error/* PortError */.U({ code, subject, message: `${subject}: ${said}`, ...(next === undefined ? {} : { next }) });
}

;// CONCATENATED MODULE: ./build/adapters/github/until-answered.js


const mostTries = 4;
const firstPauseMs = 500;
/** Ask for something to read until it is answered: at most four times, while the forge is busy, stumbles or cannot be reached. */
async function untilAnswered({ clock, signal }, ask) {
    for (let tries = 1;; tries += 1) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U && isPassing(error)) || tries >= mostTries)
                throw error;
        }
        await clock.sleep(firstPauseMs * 2 ** (tries - 1), signal);
    }
}

;// CONCATENATED MODULE: ./build/adapters/github/client.js




const requestMs = 30_000;
/** Requests to the forge's REST API: bounded in time and number, with errors that hold nothing foreign. */
class ForgeClient {
    #octokit;
    #teams;
    #access;
    owner;
    repo;
    constructor(access) {
        this.#access = access;
        const options = { baseUrl: access.api, log: quiet, userAgent: 'rooivalk-maintenance' };
        this.#octokit = (0,github/* getOctokit */.Q)(access.token, options);
        this.#teams = access.teamToken === undefined ? this.#octokit : (0,github/* getOctokit */.Q)(access.teamToken, options);
        const [owner = '', repo = ''] = access.repository.split('/');
        this.owner = owner;
        this.repo = repo;
    }
    get access() {
        return this.#access;
    }
    /** Ask once, or until it is answered when reading. `route` is GitHub's own: `GET /repos/{owner}/{repo}`. */
    async #send(route, parameters, subject, teams = false) {
        const octokit = teams ? this.#teams : this.#octokit;
        const { signal } = this.#access;
        const send = async () => {
            try {
                const answer = (await octokit.request(route, {
                    // What a route has no place for would be sent as a query.
                    ...(route.includes('{owner}') ? { owner: this.owner, repo: this.repo } : {}),
                    ...parameters,
                    request: { signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]), redirect: 'manual' },
                }));
                if (wasCutShort(answer))
                    throw cutShort(subject);
                return answer;
            }
            catch (error) {
                throw signal.aborted ? cancelled(subject) : forgeError(subject, error);
            }
        };
        return route.startsWith('GET ') ? untilAnswered(this.#access, send) : send();
    }
    /** One answer, of the form that is expected. `invalid` when the forge answers something else. */
    async ask(route, parameters, subject, schema) {
        return parsed(subject, schema, (await this.#send(route, parameters, subject)).data);
    }
    /** As {@link ask}; undefined when the forge knows nothing of it, or no longer. */
    async find(route, parameters, subject, schema) {
        try {
            return await this.ask(route, parameters, subject, schema);
        }
        catch (error) {
            if (error instanceof port_error/* PortError */.U && (error.code === 'not-found' || error.code === 'gone'))
                return undefined;
            throw error;
        }
    }
    /** A change without an answer worth reading. */
    async tell(route, parameters, subject) {
        await this.#send(route, parameters, subject);
    }
    /** Where the forge sends whoever wants a file. */
    async redirection(route, parameters, subject) {
        const { headers } = await this.#send(route, parameters, subject);
        const { location } = headers;
        if (typeof location === 'string')
            return location;
        throw new port_error/* PortError */.U({ code: 'invalid', subject, message: `${subject}: GitHub does not say where it is` });
    }
    /** Entries of a list, page after page, at most `most`; each page is parsed to its entries. */
    async list(route, parameters, subject, page, { most, teams = false }) {
        const found = [];
        const perPage = Math.min(100, most);
        for (let number = 1; found.length < most; number += 1) {
            const answer = await this.#send(route, { ...parameters, per_page: perPage, page: number }, subject, teams);
            const entries = parsed(subject, page, answer.data);
            found.push(...entries);
            if (entries.length < perPage)
                break;
        }
        return found.slice(0, most);
    }
    /**
     * The last entries of a list that is oldest first, at most `most` (a multiple of 100): from its last page backwards, so that
     * the number of requests is bounded however long the list is.
     */
    async newest(route, parameters, subject, page, most) {
        const read = async (number) => this.#send(route, { ...parameters, per_page: 100, page: number }, subject);
        const first = await read(1);
        const last = lastPage(first);
        const oldest = Math.max(1, last - most / 100);
        const pages = [];
        for (let number = last; number >= Math.max(oldest, 2); number -= 1) {
            pages.unshift(parsed(subject, page, (await read(number)).data));
        }
        if (oldest === 1)
            pages.unshift(parsed(subject, page, first.data));
        const entries = pages.flat();
        return { entries: entries.slice(-most), isWhole: oldest === 1 && entries.length <= most };
    }
}
/** The number of the last page, as the `Link` header of another says it; 1 when it names none. */
function lastPage({ headers }) {
    const [, page] = /[?&]page=(\d{1,9})[^<>]*>; rel="last"/.exec(String(headers.link ?? '')) ?? [];
    return page === undefined ? 1 : Number(page);
}
/** octokit makes an empty text of a JSON body that did not come to its end. */
const wasCutShort = ({ status, data }) => (status === 200 || status === 201) && data === '';
function cutShort(subject) {
    const message = `${subject}: the connection to GitHub was lost before the answer was whole`;
    return new port_error/* PortError */.U({ code: 'unreachable', subject, message });
}
/** The run was asked to stop. */
function cancelled(subject) {
    return new port_error/* PortError */.U({ code: 'cancelled', subject, message: `${subject}: the run was cancelled` });
}
const quiet = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
/** An answer of the form that is expected. */
function parsed(subject, schema, data) {
    const found = schema.safeParse(data);
    if (found.success)
        return found.data;
    const where = found.error.issues[0]?.path.join('.') ?? '';
    throw new port_error/* PortError */.U({
        code: 'invalid',
        subject,
        message: `${subject}: GitHub’s answer lacks ${where || 'its form'}`,
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/domain/forge/discussions.js
var discussions = __webpack_require__(69428);
// EXTERNAL MODULE: ./build/domain/forge/people.js
var people = __webpack_require__(93070);
;// CONCATENATED MODULE: ./build/adapters/github/answers.js

/** What is believed of GitHub's answers: the fields that are used, each of its form; everything else is passed over. */
/** An account. */
const account = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), login: schemas/* string */.YjP(), type: schemas/* string */.YjP() })
    .transform(({ id, login, type }) => ({ id, login, type }));
/** An account that may be unknown: `null`, or the empty object that commits have. */
const someAccount = schemas/* union */.KCZ([account, schemas/* null */.chJ(), schemas/* strictObject */.rej({})])
    .transform((found) => (found !== null && 'id' in found ? found : undefined));
/** The repository. */
const answers_repository = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), default_branch: schemas/* string */.YjP(), private: schemas/* boolean */.zMY() });
const named = schemas/* object */.Ikc({ id: schemas/* int */.Whr() });
/** A run. */
const run = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    run_attempt: schemas/* int */.Whr(),
    event: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    head_sha: schemas/* string */.YjP(),
    head_branch: schemas/* string */.YjP().nullable(),
    repository: named,
    head_repository: named.nullish(),
    status: schemas/* string */.YjP().nullable(),
    conclusion: schemas/* string */.YjP().nullable(),
    actor: account,
    triggering_actor: account,
    created_at: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
})
    .transform((found) => ({
    id: found.id,
    attempt: found.run_attempt,
    event: found.event,
    // runs of reusable and dispatched workflows may carry a ref behind the path
    path: found.path.split('@')[0] ?? found.path,
    commit: found.head_sha,
    branch: found.head_branch ?? '',
    repositoryId: found.repository.id,
    ...(found.head_repository == null ? {} : { headRepositoryId: found.head_repository.id }),
    status: found.status ?? 'unknown',
    ...(found.conclusion === null ? {} : { conclusion: found.conclusion }),
    actor: found.actor,
    triggeringActor: found.triggering_actor,
    createdAt: found.created_at,
    url: found.html_url,
}));
/** A job. */
const job = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), status: schemas/* string */.YjP(), conclusion: schemas/* string */.YjP().nullable() })
    .transform(({ conclusion, ...rest }) => ({ ...rest, ...(conclusion === null ? {} : { conclusion }) }));
/** A review of a run's environments. */
const review = schemas/* object */.Ikc({
    environments: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* int */.Whr(), name: schemas/* string */.YjP() })),
    state: schemas/* string */.YjP(),
    user: account,
    comment: schemas/* string */.YjP(),
})
    .transform(({ environments, state, user, comment }) => ({ environments, state, by: user, comment }));
const reviewer = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('User'), reviewer: account }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('Team'), reviewer: schemas/* object */.Ikc({ slug: schemas/* string */.YjP(), html_url: schemas/* string */.YjP() }) }),
])
    .transform((found) => {
    if (found.type === 'User')
        return { kind: 'person', account: found.reviewer };
    // A team does not say whose it is, but for the address of its page: https://github.com/orgs/<organization>/teams/<slug>
    const organization = /\/orgs\/([^/]+)\/teams\//.exec(found.reviewer.html_url)?.[1] ?? '';
    return { kind: 'team', organization, slug: found.reviewer.slug };
});
const rule = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    wait_timer: schemas/* int */.Whr().optional(),
    prevent_self_review: schemas/* boolean */.zMY().optional(),
    reviewers: schemas/* array */.YOg(reviewer).optional(),
});
/** An environment without the patterns of its branches, which are a request of their own. */
const answers_environment = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    created_at: schemas/* string */.YjP(),
    updated_at: schemas/* string */.YjP(),
    can_admins_bypass: schemas/* boolean */.zMY().nullish(),
    protection_rules: schemas/* array */.YOg(rule).default([]),
    deployment_branch_policy: schemas/* object */.Ikc({ protected_branches: schemas/* boolean */.zMY(), custom_branch_policies: schemas/* boolean */.zMY() })
        .nullish(),
})
    .transform((found) => {
    const review = found.protection_rules.find(({ type }) => type === 'required_reviewers');
    const policy = found.deployment_branch_policy;
    return {
        id: found.id,
        name: found.name,
        createdAt: found.created_at,
        updatedAt: found.updated_at,
        reviewers: review?.reviewers ?? [],
        ...(review?.prevent_self_review === undefined ? {} : { preventSelfReview: review.prevent_self_review }),
        ...(found.can_admins_bypass == null ? {} : { adminsMayBypass: found.can_admins_bypass }),
        waitMinutes: found.protection_rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
        branches: { kind: policy?.protected_branches === true ? 'protected' : 'any' },
        hasPatterns: policy?.custom_branch_policies === true,
    };
});
/** A page of branch patterns. */
const branchPatterns = schemas/* object */.Ikc({
    branch_policies: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), type: schemas/* string */.YjP().default('branch') })),
})
    .transform(({ branch_policies: policies }) => policies);
/** An artifact. */
const artifact = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    size_in_bytes: schemas/* int */.Whr(),
    expired: schemas/* boolean */.zMY(),
    workflow_run: schemas/* object */.Ikc({ id: schemas/* int */.Whr(), head_repository_id: schemas/* int */.Whr() }),
})
    .transform((found) => ({
    id: found.id,
    name: found.name,
    runId: found.workflow_run.id,
    headRepositoryId: found.workflow_run.head_repository_id,
    bytes: found.size_in_bytes,
    expired: found.expired,
}));
/** A commit with its people. */
const answers_commit = schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), author: someAccount, committer: someAccount });
/** A pull request. */
const pull = schemas/* object */.Ikc({ number: schemas/* int */.Whr(), user: account.nullable(), merged_by: account.nullish() });
/** What an account may do. */
const permission = schemas/* object */.Ikc({
    permission: schemas/* enum */.k5n(['admin', 'write', 'read', 'none']),
    user: account.nullable(),
});
/** An issue. */
const issue = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: account.nullable(),
    state: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    pull_request: schemas/* unknown */.L5J().optional(),
})
    .transform((found) => ({
    number: found.number,
    isPullRequest: found.pull_request !== undefined && found.pull_request !== null,
    title: found.title,
    body: found.body ?? '',
    author: found.user ?? ghost,
    isOpen: found.state === 'open',
    url: found.html_url,
}));
/** A comment. */
const comment = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    issue_url: schemas/* string */.YjP(),
    user: account.nullable(),
    body: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    updated_at: schemas/* string */.YjP(),
    performed_via_github_app: schemas/* unknown */.L5J().optional(),
})
    .transform((found) => ({
    id: found.id,
    issue: Number(/\/issues\/(\d+)$/.exec(found.issue_url)?.[1] ?? -1),
    author: found.user ?? ghost,
    body: found.body ?? '',
    createdAt: found.created_at,
    updatedAt: found.updated_at,
    viaApp: found.performed_via_github_app != null,
}));
/** Whoever has deleted their account. */
const ghost = { id: -1, login: 'ghost', type: 'Mannequin' };

;// CONCATENATED MODULE: ./build/adapters/github/discussions.js





const repo = '/repos/{owner}/{repo}';
const mostComments = 1_000;
function checkLength(subject, body) {
    const characters = [...body].length;
    if (characters <= discussions/* mostCharacters */.s)
        return;
    throw new port_error/* PortError */.U({
        code: 'invalid',
        subject,
        message: `${subject} has ${characters} characters, and at most ${discussions/* mostCharacters */.s} are possible`,
    });
}
function foreign(subject, login) {
    return new port_error/* PortError */.U({ code: 'forbidden', subject, message: `${subject} is by ${login}: only our own is edited` });
}
async function reply(client, issue, body) {
    const subject = `comment on ${issue}`;
    checkLength(subject, body);
    const route = `POST ${repo}/issues/{issue_number}/comments`;
    return client.ask(route, { issue_number: issue, body }, subject, comment);
}
async function recentComments(client, issue) {
    const { entries, isWhole } = await client.newest(`GET ${repo}/issues/{issue_number}/comments`, { issue_number: issue }, `comments on ${issue}`, schemas/* array */.YOg(comment), mostComments);
    return { comments: entries, isWhole };
}
async function keepComment(client, issue, marker, body) {
    const text = `${marker}\n${body}`;
    checkLength(`comment on ${issue}`, text);
    const { comments } = await recentComments(client, issue);
    const own = comments.find((comment) => (0,people/* isOurs */.MU)(comment.author) && comment.body.startsWith(marker));
    if (own === undefined)
        return reply(client, issue, text);
    const route = `PATCH ${repo}/issues/comments/{comment_id}`;
    return client.ask(route, { comment_id: own.id, body: text }, `comment ${own.id}`, comment);
}
/** Issues and comments. */
function forgeDiscussions(client) {
    const issueOf = (number) => client.find(`GET ${repo}/issues/{issue_number}`, { issue_number: number }, `issue ${number}`, issue);
    return {
        issue: issueOf,
        openIssues: (label) => client.list(`GET ${repo}/issues`, { labels: label, state: 'open' }, `issues with label ${label}`, schemas/* array */.YOg(issue), { most: 100 }),
        async openIssue({ title, body, labels, assignees }) {
            checkLength('an issue', body);
            const parameters = { title, body, labels, assignees };
            return client.ask(`POST ${repo}/issues`, parameters, 'an issue', issue);
        },
        async updateIssue(number, { body, isOpen }) {
            const subject = `issue ${number}`;
            if (body !== undefined)
                checkLength(subject, body);
            const found = await issueOf(number);
            if (found === undefined) {
                throw new port_error/* PortError */.U({ code: 'not-found', subject, message: `${subject} does not exist` });
            }
            if (!(0,people/* isOurs */.MU)(found.author))
                throw foreign(subject, found.author.login);
            const change = {
                ...(body === undefined ? {} : { body }),
                ...(isOpen === undefined ? {} : { state: isOpen ? 'open' : 'closed' }),
            };
            const route = `PATCH ${repo}/issues/{issue_number}`;
            return client.ask(route, { issue_number: number, ...change }, subject, issue);
        },
        comment: (id) => client.find(`GET ${repo}/issues/comments/{comment_id}`, { comment_id: id }, `comment ${id}`, comment),
        recentComments: (issue) => recentComments(client, issue),
        reply: (issue, body) => reply(client, issue, body),
        keepComment: (issue, marker, body) => keepComment(client, issue, marker, body),
    };
}

;// CONCATENATED MODULE: ./build/ports/forge/gates.js
/** Most bytes of an artifact that is read, packed and unpacked. Source: trust.md §3, item 5. */
const mostArtifactBytes = 8 * 1024 * 1024;

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/adapters/github/zip.js

/** A zip that is not what was asked for: why, as a sentence. */
class ZipError extends Error {
}
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const stored = 0;
const deflated = 8;
const encryptedFlag = 1;
function onlyEntry(zip) {
    // Nothing may stand behind the directory: a comment could hide a second one.
    const end = zip.length - endLength;
    if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory)
        throw new ZipError('it is no zip, or it is cut off');
    const count = zip.readUInt16LE(end + 10);
    if (count !== 1)
        throw new ZipError(`it holds ${count} files instead of one`);
    const at = zip.readUInt32LE(end + 16);
    if (at + entryLength > end || zip.readUInt32LE(at) !== directoryEntry)
        throw new ZipError('its directory is damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    const next = at + entryLength + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (next !== end)
        throw new ZipError('its directory is damaged');
    return {
        name: zip.toString('utf8', at + entryLength, at + entryLength + nameLength),
        flags: zip.readUInt16LE(at + 8),
        method: zip.readUInt16LE(at + 10),
        crc: zip.readUInt32LE(at + 16),
        packed: zip.readUInt32LE(at + 20),
        unpacked: zip.readUInt32LE(at + 24),
        at: zip.readUInt32LE(at + 42),
    };
}
function packedBytes(zip, entry) {
    const { at, packed } = entry;
    if (at + localLength > zip.length || zip.readUInt32LE(at) !== localEntry)
        throw new ZipError('it is damaged');
    const nameLength = zip.readUInt16LE(at + 26);
    const start = at + localLength + nameLength + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + localLength, at + localLength + nameLength);
    if (name !== entry.name)
        throw new ZipError('it names its file in two ways');
    if (start + packed > zip.length)
        throw new ZipError('it is cut off');
    return zip.subarray(start, start + packed);
}
function unpack(bytes, { method, unpacked }, mostBytes) {
    if (unpacked > mostBytes)
        throw new ZipError(`its file unpacks to more than ${mostBytes} bytes`);
    if (method === stored)
        return bytes;
    if (method !== deflated)
        throw new ZipError(`its file is packed by method ${method}`);
    try {
        // What the directory says of the size is anybody's word: the bound holds while unpacking.
        return (0,external_node_zlib_.inflateRawSync)(bytes, { maxOutputLength: mostBytes });
    }
    catch {
        throw new ZipError(`its file does not unpack to at most ${mostBytes} bytes`);
    }
}
/**
 * The content of a zip that holds exactly one file of this name, unpacked in memory. Source of the format: PKWARE
 * APPNOTE 6.3.9, sections 4.3.7, 4.3.12, 4.3.16; no ZIP64, no encryption, no comment.
 *
 * @throws ZipError for anything else, and for what unpacks to more than `mostBytes`.
 */
function onlyFile(zip, name, mostBytes) {
    const entry = onlyEntry(zip);
    if (entry.name !== name)
        throw new ZipError(`its file is called ${JSON.stringify(entry.name.slice(0, 80))}`);
    if ((entry.flags & encryptedFlag) !== 0)
        throw new ZipError('its file is encrypted');
    const content = unpack(packedBytes(zip, entry), entry, mostBytes);
    if (content.length !== entry.unpacked || (0,external_node_zlib_.crc32)(content) !== entry.crc)
        throw new ZipError('its file is damaged');
    return content;
}

;// CONCATENATED MODULE: ./build/adapters/github/artifact-file.js






const downloadMs = 60_000;
const invalid = (subject, why) => new port_error/* PortError */.U({ code: 'invalid', subject, message: `${subject}: ${why}` });
/** The one file of an artifact, in memory; see the port. */
async function artifactFile(client, id, file) {
    const subject = `artifact ${id}`;
    const path = { artifact_id: id };
    const facts = await client.ask('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}', path, subject, artifact);
    if (facts.expired)
        throw new port_error/* PortError */.U({ code: 'gone', subject, message: `${subject} has expired` });
    if (facts.bytes > mostArtifactBytes)
        throw invalid(subject, `it is larger than ${mostArtifactBytes} bytes`);
    const location = await client.redirection('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/zip', path, subject);
    const zip = await untilAnswered(client.access, () => download(subject, location, client));
    try {
        const content = onlyFile(zip, file, mostArtifactBytes);
        return { facts, text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
    }
    catch (error) {
        throw invalid(subject, error instanceof ZipError ? error.message : 'its file is no text');
    }
}
/** The address carries its own permission: the job's token is not sent there. */
async function download(subject, location, { access }) {
    const url = new URL(location);
    if (url.protocol !== 'https:' && url.protocol !== new URL(access.api).protocol) {
        throw invalid(subject, `it is kept at an address of ${url.protocol}`);
    }
    const parts = [];
    let size = 0;
    try {
        const answer = await fetch(url, {
            redirect: 'manual',
            signal: AbortSignal.any([access.signal, AbortSignal.timeout(downloadMs)]),
        });
        if (answer.status >= 300 && answer.status < 400)
            throw invalid(subject, 'its address leads to another one');
        if (!answer.ok || answer.body === null)
            throw forgeError(subject, { status: answer.status, response: {} });
        for await (const part of answer.body) {
            size += part.length;
            if (size > mostArtifactBytes)
                throw invalid(subject, `it is larger than ${mostArtifactBytes} bytes`);
            parts.push(part);
        }
    }
    catch (error) {
        throw forgeError(subject, error);
    }
    return Buffer.concat(parts);
}

;// CONCATENATED MODULE: ./build/adapters/github/identity.js





const integer = schemas/* string */.YjP()
    .regex(/^\d{1,16}$/)
    .transform(Number);
/** The claims that are used. Source: https://docs.github.com/actions/reference/security/oidc#oidc-token-claims */
const claims = schemas/* object */.Ikc({
    aud: schemas/* string */.YjP(),
    exp: schemas/* number */.aig(),
    repository: schemas/* string */.YjP(),
    repository_id: integer,
    environment: schemas/* string */.YjP().optional(),
    ref: schemas/* string */.YjP(),
    sha: schemas/* string */.YjP(),
    run_id: integer,
    run_attempt: integer,
    event_name: schemas/* string */.YjP(),
    workflow_ref: schemas/* string */.YjP(),
    job_workflow_ref: schemas/* string */.YjP(),
})
    .transform((found) => ({
    audience: found.aud,
    repository: found.repository,
    repositoryId: found.repository_id,
    ...(found.environment === undefined ? {} : { environment: found.environment }),
    ref: found.ref,
    commit: found.sha,
    runId: found.run_id,
    attempt: found.run_attempt,
    event: found.event_name,
    workflowRef: found.workflow_ref,
    jobWorkflowRef: found.job_workflow_ref,
}));
const subject = 'the job’s own token';
/** A gate that holds a job answers 503 after a while, and is asked again: for as long as a job lasts. */
const identity_mostTries = 400;
const identity_requestMs = 170_000;
const pauseMs = 1_000;
/**
 * Who the job is. The token comes from the runner's own endpoint over its own connection and never leaves this function:
 * its signature is for those who cannot ask the issuer themselves.
 */
async function identityOf({ access }, job) {
    const { identity, clock, signal, secret } = access;
    if (identity === undefined) {
        throw new port_error/* PortError */.U({
            code: 'forbidden',
            subject,
            message: 'the job may not ask who it is',
            next: 'give the job permissions: { id-token: write }',
        });
    }
    const audience = `rooivalk/${job}`;
    const url = new URL(identity.url);
    url.searchParams.set('audience', audience);
    for (let tries = 1;; tries += 1) {
        const answer = await untilAnswered(access, () => request(url, identity.token, signal));
        if (answer.status < 500 || tries >= identity_mostTries) {
            const token = tokenIn(answer);
            secret(token);
            return claimsIn(token, audience, clock.now());
        }
        await clock.sleep(pauseMs, signal);
    }
}
async function request(url, token, signal) {
    try {
        const answer = await fetch(url, {
            headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
            redirect: 'manual',
            signal: AbortSignal.any([signal, AbortSignal.timeout(identity_requestMs)]),
        });
        if (answer.status === 429)
            throw forgeError(subject, { status: 429, response: {} });
        return { status: answer.status, body: jsonOf(await answer.text()) };
    }
    catch (error) {
        throw forgeError(subject, error);
    }
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function tokenIn({ status, body }) {
    if (status !== 200)
        throw forgeError(subject, { status, response: {} });
    return parsed(subject, schemas/* object */.Ikc({ value: schemas/* string */.YjP() }), body).value;
}
function claimsIn(token, audience, now) {
    let payload;
    try {
        payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    }
    catch {
        payload = undefined;
    }
    const identity = parsed(subject, claims, payload);
    const { exp } = payload;
    if (identity.audience === audience && exp * 1000 > now)
        return identity;
    throw new port_error/* PortError */.U({
        code: 'invalid',
        subject,
        message: identity.audience === audience ? 'it has ended' : `it is for ${JSON.stringify(identity.audience)}`,
    });
}

;// CONCATENATED MODULE: ./build/adapters/github/gates.js





const gates_repo = '/repos/{owner}/{repo}';
const mostJobs = 300;
const mostReviewers = 1_000;
const mostPatterns = 100;
const mostPulls = 10;
async function environmentOf(client, name) {
    const path = { environment_name: name };
    const subject = `environment ${name}`;
    const route = `GET ${gates_repo}/environments/{environment_name}`;
    const found = await client.find(route, path, subject, answers_environment);
    if (found === undefined)
        return undefined;
    const { hasPatterns, ...environment } = found;
    if (!hasPatterns)
        return environment;
    const patterns = await client.list(`${route}/deployment-branch-policies`, path, `branches of ${subject}`, branchPatterns, { most: mostPatterns });
    return { ...environment, branches: { kind: 'named', patterns } };
}
async function lastChangeOf(client, path, upTo) {
    const subject = `commits that changed ${path}`;
    const commits = schemas/* array */.YOg(answers_commit);
    const [commit] = await client.list(`GET ${gates_repo}/commits`, { sha: upTo, path }, subject, commits, { most: 1 });
    if (commit === undefined)
        return undefined;
    const { sha, author, committer } = commit;
    const brought = await client.list(`GET ${gates_repo}/commits/{commit_sha}/pulls`, { commit_sha: sha }, `pull requests of commit ${sha}`, schemas/* array */.YOg(pull), { most: mostPulls });
    // A list does not say who merged: each is asked for by itself.
    const pulls = await Promise.all(brought.map(({ number }) => client.ask(`GET ${gates_repo}/pulls/{pull_number}`, { pull_number: number }, `pull request ${number}`, pull)));
    return {
        path,
        commit: sha,
        ...(author === undefined ? {} : { author }),
        ...(committer === undefined ? {} : { committer }),
        pulls: pulls.map(({ number, user, merged_by: mergedBy }) => ({
            number,
            ...(user === null ? {} : { author: user }),
            ...(mergedBy == null ? {} : { mergedBy }),
        })),
    };
}
/** What a guard asks. */
function forgeGates(client) {
    return {
        identity: (job) => identityOf(client, job),
        async repository() {
            const found = await client.ask(`GET ${gates_repo}`, {}, 'the repository', answers_repository);
            return { id: found.id, defaultBranch: found.default_branch, isPublic: !found.private };
        },
        environment: (name) => environmentOf(client, name),
        teamMembers: (organization, slug) => client.list('GET /orgs/{org}/teams/{team_slug}/members', { org: organization, team_slug: slug }, `members of team ${slug}`, schemas/* array */.YOg(account), { most: mostReviewers, teams: true }),
        run: (id) => client.find(`GET ${gates_repo}/actions/runs/{run_id}`, { run_id: id }, `run ${id}`, run),
        jobs: (run, attempt) => client.list(`GET ${gates_repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`, { run_id: run, attempt_number: attempt }, `jobs of run ${run}`, schemas/* object */.Ikc({ jobs: schemas/* array */.YOg(job) }).transform(({ jobs }) => jobs), { most: mostJobs }),
        reviews: (run) => client.ask(`GET ${gates_repo}/actions/runs/{run_id}/approvals`, { run_id: run }, `approvals of run ${run}`, schemas/* array */.YOg(review)),
        lastChange: (path, upTo) => lastChangeOf(client, path, upTo),
        async permission(login) {
            const subject = `what ${login} may do`;
            const route = `GET ${gates_repo}/collaborators/{username}/permission`;
            const found = await client.ask(route, { username: login }, subject, permission);
            if (found.user !== null)
                return { level: found.permission, account: found.user };
            throw new port_error/* PortError */.U({ code: 'not-found', subject, message: `${subject}: there is no such account` });
        },
        artifacts: (run, name) => client.list(`GET ${gates_repo}/actions/runs/{run_id}/artifacts`, { run_id: run, name }, `artifacts of run ${run}`, schemas/* object */.Ikc({ artifacts: schemas/* array */.YOg(artifact) }).transform(({ artifacts }) => artifacts), { most: 100 }),
        artifactFile: (id, file) => artifactFile(client, id, file),
    };
}

;// CONCATENATED MODULE: ./build/adapters/github/workflows.js



const workflow = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}';
const mostRuns = 500;
/** Workflow files and their runs. */
function forgeWorkflows(client) {
    return {
        async runs({ workflow: file, branch, since }) {
            const page = schemas/* object */.Ikc({ workflow_runs: schemas/* array */.YOg(run) }).transform(({ workflow_runs: runs }) => runs);
            // Whole seconds, as the forge writes times.
            const created = `>=${since.slice(0, 19)}Z`;
            try {
                const path = { workflow_id: file, branch, created };
                return await client.list(`GET ${workflow}/runs`, path, `runs of ${file}`, page, { most: mostRuns });
            }
            catch (error) {
                if (error instanceof port_error/* PortError */.U && error.code === 'not-found')
                    return [];
                throw error;
            }
        },
        async dispatch(file, inputs) {
            const repository = await client.ask('GET /repos/{owner}/{repo}', {}, 'the repository', answers_repository);
            const parameters = { workflow_id: file, ref: repository.default_branch, inputs };
            await client.tell(`POST ${workflow}/dispatches`, parameters, `a run of ${file}`);
        },
        async workflow(file) {
            const form = schemas/* object */.Ikc({ state: schemas/* string */.YjP(), created_at: schemas/* string */.YjP() });
            try {
                const known = await client.ask(`GET ${workflow}`, { workflow_id: file }, file, form);
                return { isEnabled: known.state === 'active', createdAt: known.created_at };
            }
            catch (error) {
                if (error instanceof port_error/* PortError */.U && error.code === 'not-found')
                    return undefined;
                throw error;
            }
        },
        enable: (file) => client.tell(`PUT ${workflow}/enable`, { workflow_id: file }, file),
    };
}

;// CONCATENATED MODULE: ./build/adapters/github/forge.js




/** GitHub, as far as maintenance asks it. Nothing is asked yet. */
function createForge(access) {
    const client = new ForgeClient(access);
    return { ...forgeGates(client), ...forgeDiscussions(client), ...forgeWorkflows(client) };
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


/***/ })

};
