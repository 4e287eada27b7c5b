export const id = 6210;
export const ids = [6210];
export const modules = {

/***/ 20392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
/**
 * Map with at most `limit` under way at once, results in the order of the items. The first rejection rejects the whole;
 * callers that must go on catch inside `work`.
 */
async function mapBounded(items, limit, work) {
    const results = new Array(items.length);
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const index = next++;
            results[index] = await work(items[index]);
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 73127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ws: () => (/* binding */ workloadSubject),
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   bf: () => (/* binding */ ownerOf)
/* harmony export */ });
/** `deployment/api-gateway` */
function workloadSubject(kind, name) {
    return `${kind.toLowerCase()}/${name}`;
}
/** Whose it is, without the random parts of names: the same finding must be found again tomorrow. */
function ownerOf(pod) {
    const { name, labels = {}, ownerReferences = [] } = pod.metadata;
    const controller = ownerReferences.find((reference) => reference.controller === true);
    switch (controller?.kind) {
        case 'ReplicaSet': {
            const hash = labels['pod-template-hash'];
            const suffix = `-${hash}`;
            const plain = hash !== undefined && controller.name.endsWith(suffix)
                ? controller.name.slice(0, -suffix.length)
                : controller.name;
            const workload = workloadSubject('Deployment', plain);
            return { owner: workload, workload };
        }
        case 'StatefulSet':
            return { owner: `pod/${name}`, workload: workloadSubject('StatefulSet', controller.name) };
        case 'Job': {
            const workload = `job/${controller.name.replace(/-\d{6,}$/, '')}`;
            return { owner: workload, workload };
        }
        case undefined:
            return { owner: `pod/${name}`, workload: `pod/${name}` };
        default: {
            const workload = workloadSubject(controller?.kind ?? '', controller?.name ?? '');
            return { owner: workload, workload };
        }
    }
}
/** Evidence about a pod that is filed under `owner`: it names the pod, unless that is what it is filed under. */
function evidenceOf(pod, owner, evidence) {
    return owner.startsWith('pod/') ? evidence : `${pod}: ${evidence}`;
}


/***/ }),

/***/ 26876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ moreMinutesThan),
/* harmony export */   W7: () => (/* binding */ olderThan),
/* harmony export */   cX: () => (/* binding */ identifyFiles),
/* harmony export */   dB: () => (/* binding */ listLocks),
/* harmony export */   dz: () => (/* binding */ listOpenIdentities),
/* harmony export */   l6: () => (/* binding */ fileIdentity),
/* harmony export */   sC: () => (/* binding */ deleteOldFiles)
/* harmony export */ });
/**
 * Device and inode of every plain file that a process of the container holds open, NUL-separated (`-L` follows the links of
 * `/proc/<pid>/fd`, so hostile names do not matter).
 */
const listOpenIdentities = [
    'find',
    '-L',
    '/proc',
    '-maxdepth',
    '3',
    '-path',
    '/proc/[0-9]*/fd/*',
    '-type',
    'f',
    '-printf',
    '%D %i\\0',
];
/** Advisory locks, with device and inode (proc_locks(5)). */
const listLocks = ['cat', '/proc/locks'];
/** An age in find's words: `+1440`, `+0.0833`; GNU find takes fractions of minutes. */
const moreMinutesThan = (ms) => `+${Number((ms / 60_000).toFixed(4))}`;
/** Older than so many minutes by access, change of content and change of status: all three (find(1), `-amin`). */
const olderThan = (minutes) => [
    '-amin',
    minutes,
    '-mmin',
    minutes,
    '-cmin',
    minutes,
];
/** What is named on stdin, NUL-separated, and nothing below it (findutils 4.9). */
const named = ['find', '-files0-from', '-', '-maxdepth', '0'];
/**
 * Delete exactly the files named on stdin, NUL-separated, each only if it is still a plain file and as old: a file that was
 * replaced has a new ctime, which nobody can set. Prints `<inode> <bytes> <blocks> <names>` of those that were deleted. A folder
 * that is named stays; for it df says how much is free, so that one named first and last shows what became free in between
 * (findutils 4.9).
 */
const deleteOldFiles = (minutes) => [
    ...named,
    '(',
    '-type',
    'd',
    '-exec',
    'df',
    '-B1',
    '--output=avail',
    '--',
    '{}',
    ';',
    '-printf',
    '\\0',
    ')',
    '-o',
    '(',
    '-type',
    'f',
    ...olderThan(minutes),
    '-delete',
    '-printf',
    '%i %s %b %n\\0',
    ')',
];
/**
 * What the files named on stdin are now, NUL-separated: `<device> <inode> <path>`. A folder on the way that was replaced by a
 * link leads to other inodes.
 */
const identifyFiles = [...named, '-type', 'f', '-printf', '%D %i %p\\0'];
/** A file's identity: device and inode, as `find -printf '%D %i'` prints them. */
const fileIdentity = (device, inode) => `${device} ${inode}`;


/***/ }),

/***/ 64966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ whyNotWhole),
/* harmony export */   _: () => (/* binding */ filesInUse)
/* harmony export */ });
/* harmony import */ var _container_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26876);

/** Bytes of a list of open files at most: a million of them. */
const largestList = 64 * 1024 * 1024;
/** Ask which files of a container are open or locked, within `timeoutMs` each. Rejects with a `PortError` where nothing could be run. */
async function filesInUse(cluster, ref, timeoutMs) {
    const opened = await cluster.exec(ref, _container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listOpenIdentities */ .dz, { timeoutMs, maxOutputBytes: largestList });
    const unseen = whyNotWhole(opened);
    if (unseen !== undefined)
        return { known: false, cause: unseen };
    const locks = await cluster.exec(ref, _container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .listLocks */ .dB, { timeoutMs });
    if (locks.exitCode !== 0 || locks.truncated)
        return { known: false, cause: '/proc/locks could not be read whole' };
    return { known: true, open: openIdentities(opened.stdout), locked: lockedInodes(locks.stdout) };
}
/** What find complains of about a process, or its descriptors. */
const complaint = /\/proc\/(\d+)(?:\/fd(?:\/\d+)?)?[^\s\w/]*: ([^\n]{1,200})/g;
/** ENOENT and ESRCH: the process ended meanwhile, and holds nothing open any more. */
const hasEnded = /^No such (file or directory|process)/;
/**
 * Why a walk through `/proc/<pid>/fd` did not see every open file; `undefined` when it did. Root without CAP_SYS_PTRACE, which
 * container runtimes do not give, may not follow the descriptors of a process of another user (proc(5)). Only a process that
 * ended meanwhile hides nothing; whatever else is complained of, in whichever language, may.
 */
function whyNotWhole(walked) {
    const said = new TextDecoder().decode(walked.stderr);
    const unseen = [...said.matchAll(complaint)].find(([, , why = '']) => !hasEnded.test(why));
    if (unseen !== undefined) {
        return `what process ${unseen[1]} holds open cannot be seen (${unseen[2]?.toLowerCase()})`;
    }
    if (walked.exitCode === 124)
        return 'listing the open files did not end in time';
    if (walked.truncated)
        return 'more files are open than can be read';
    if (/unknown predicate|unrecognized|invalid option/i.test(said))
        return 'find in the container does not know -printf (GNU find is needed)';
    const ran = walked.exitCode === 0 || said.includes('/proc/');
    return ran ? undefined : `listing the open files ended with exit code ${walked.exitCode}`;
}
/** Identities of open files from the output of {@link listOpenIdentities}. */
function openIdentities(output) {
    const records = new TextDecoder().decode(output).split('\0');
    return new Set(records.filter((record) => record !== ''));
}
/** Inodes with an advisory lock, from /proc/locks: `1: POSIX  ADVISORY  WRITE 123 08:01:4711 0 EOF`. */
function lockedInodes(output) {
    const held = new TextDecoder().decode(output).matchAll(/ [0-9a-f]+:[0-9a-f]+:(\d+) /g);
    return new Set([...held].map(([, inode]) => inode ?? ''));
}


/***/ }),

/***/ 21631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ insideContainer)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82368);

/** A command in a container as people type it, between backticks; a word that a shell would take apart is quoted. */
function insideContainer({ namespace, pod, container }, command) {
    return (0,_domain_kubernetes_kubectl_js__WEBPACK_IMPORTED_MODULE_0__/* .kubectl */ .Lr)(namespace) `exec ${pod} -c ${container} -- ${command}`;
}


/***/ }),

/***/ 66024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pd: () => (/* binding */ inspectRotation),
/* harmony export */   Vc: () => (/* binding */ rotateAloud),
/* harmony export */   WT: () => (/* binding */ rotateNow)
/* harmony export */ });
const rotation = (options, { configuration, state }) => [
    'logrotate',
    ...options,
    ...(state === undefined ? [] : ['--state', state]),
    configuration,
];
/** logrotate(8) in debug mode: says what it would do and changes nothing. */
const inspectRotation = (meant) => rotation(['--debug'], meant);
/** Rotate what is due. */
const rotateNow = (meant) => rotation([], meant);
/** For people: rotate what is due, and say what happens. */
const rotateAloud = (meant) => rotation(['--verbose'], meant);


/***/ }),

/***/ 3969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ podMoved),
/* harmony export */   x: () => (/* binding */ selectPods)
/* harmony export */ });
/* harmony import */ var _domain_kubernetes_pod_owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73127);
/* harmony import */ var _domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95260);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);



/** Every pod of the selection, not the first: sorted by name, each with the container that is meant. */
async function selectPods(cluster, selection) {
    const ready = [];
    const skipped = [];
    const { namespace } = selection;
    const query = { resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, namespace, labels: selection.selector };
    for await (const pod of cluster.list(query)) {
        const why = unusable(pod);
        const container = (0,_domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(pod, selection.container);
        if (why !== undefined)
            skipped.push({ pod: pod.metadata.name, why });
        else if (container === undefined)
            skipped.push({ pod: pod.metadata.name, why: `it has no container ${selection.container}` });
        else {
            const { name, uid: podUid } = pod.metadata;
            const which = container === (0,_domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(pod) ? '' : ` container ${container}`;
            const ref = { namespace, pod: name, podUid, container };
            ready.push({ pod: name, ref, place: `pod/${name}${which}`, subject: `${(0,_domain_kubernetes_pod_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerOf */ .bf)(pod).owner}${which}` });
        }
    }
    const byName = (a, b) => (a.pod < b.pod ? -1 : 1);
    return { ready: ready.sort(byName), skipped: skipped.sort(byName) };
}
function unusable(pod) {
    if (pod.metadata.deletionTimestamp !== undefined)
        return 'it is being deleted';
    if ((0,_domain_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_)(pod))
        return undefined;
    const waiting = pod.status?.containerStatuses?.find((status) => status.state?.waiting)?.state?.waiting?.reason;
    return `it is not ready (${waiting ?? pod.status?.phase ?? 'no status'})`;
}
/** Whether the pod that a plan saw is still that pod, and ready. Undefined when it is; else what it is now. */
async function podMoved(cluster, ref) {
    const pod = await cluster.get(_domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, ref.namespace, ref.pod);
    if (pod === undefined)
        return `pod/${ref.pod} no longer exists`;
    if (pod.metadata.uid !== ref.podUid)
        return `pod/${ref.pod} was replaced`;
    const why = unusable(pod);
    return why === undefined ? undefined : `pod/${ref.pod}: ${why}`;
}


/***/ }),

/***/ 20555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ defineTask)
/* harmony export */ });
/** Declare a task. Gives the compiler the inputs', ports' and observation's types; the value is the argument. */
function defineTask(task) {
    return task;
}


/***/ }),

/***/ 76210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ rotate_logs)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
// EXTERNAL MODULE: ./build/observation/logrotate.js
var logrotate = __webpack_require__(66024);
;// CONCATENATED MODULE: ./build/tasks/rotate-logs/commands.js

/** The plain files of one directory, NUL-separated: `<bytes> <written, seconds since the epoch> <path>`. Stays in that directory. */
const listLogs = (directory) => [
    'find',
    directory,
    '-maxdepth',
    '1',
    '-type',
    'f',
    '-printf',
    '%s %T@ %p\\0',
];
/** What the container's processes hold open, NUL-separated: `<mode> /proc/<pid>/fd/<n> <target>`. */
const listOpenFiles = [
    'find',
    '/proc',
    '-maxdepth',
    '3',
    '-path',
    '/proc/[0-9]*/fd/*',
    '-type',
    'l',
    '-printf',
    '%m %p %l\\0',
];
const byLogrotate = ({ logs }) => logs.filter(({ rotates }) => rotates === 'logrotate');
/** The commands of this task as the admission policy holds them. */
const commands = [
    {
        purpose: 'ask logrotate what it would do',
        selectors: (platform) => byLogrotate(platform).map((entry) => entry.selector),
        argv: (platform) => byLogrotate(platform).map(logrotate/* inspectRotation */.Pd),
    },
    {
        purpose: 'measure the log files',
        selectors: (platform) => platform.logs.map((entry) => entry.selector),
        argv: () => [['find', { matches: '/.*' }, ...listLogs('/').slice(2)]],
    },
    {
        purpose: 'see which files processes hold open',
        selectors: (platform) => platform.logs.map((entry) => entry.selector),
        argv: () => [listOpenFiles],
    },
    {
        purpose: 'rotate the logs',
        changes: true,
        selectors: (platform) => byLogrotate(platform).map((entry) => entry.selector),
        argv: (platform) => byLogrotate(platform).map(logrotate/* rotateNow */.WT),
    },
];

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/domain/configuration/platform/workloads.js + 1 modules
var workloads = __webpack_require__(74096);
// EXTERNAL MODULE: ./build/observation/pods.js
var observation_pods = __webpack_require__(3969);
// EXTERNAL MODULE: ./build/observation/files-in-use.js
var files_in_use = __webpack_require__(64966);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/tasks/rotate-logs/open-files.js
const deletedMark = ' (deleted)';
/**
 * What is open for writing, from `<mode> /proc/<pid>/fd/<n> <target>` records separated by NUL. The mode of such a link tells
 * how the file was opened, `l-wx` for writing, and the kernel marks a deleted file with ` (deleted)` (proc(5)).
 */
function openForWriting(records) {
    const open = [];
    for (const record of records.split('\0')) {
        const match = /^([0-7]+) \/proc\/(\d+)\/fd\/\d+ (\/[\s\S]*)$/.exec(record);
        if (!match)
            continue;
        const [, mode = '', pid, target = ''] = match;
        if ((Number.parseInt(mode, 8) & 0o200) === 0)
            continue;
        const deleted = target.endsWith(deletedMark);
        open.push({ path: deleted ? target.slice(0, -deletedMark.length) : target, pid: Number(pid), deleted });
    }
    return open;
}
/**
 * Which rotated or deleted logs are still written to. A rotated name is a log's own path with a suffix (`node.log.1`,
 * `node.log-20261124`).
 */
const heldFiles = (open, logs) => open.filter(({ path, deleted }) => logs.some((log) => (deleted && path === log.path) || isRotatedNameOf(path, log.path)));
const isRotatedNameOf = (path, log) => path.startsWith(`${log}.`) || path.startsWith(`${log}-`);
/**
 * Files that somebody removed below these folders while a process writes to them, whether or not they were logs that
 * logrotate knows. The root folder does not count: everything is below it.
 */
const removedFiles = (open, folders) => open.filter(({ path, deleted }) => deleted && folders.some((one) => one !== '/' && path.startsWith(`${one}/`)));
/** The log files among what is open: their names end in `.log`, and they are no devices. */
const openLogs = (open) => open.filter(({ path }) => path.endsWith('.log') && !/^\/(proc|dev)\//.test(path));
const mostPids = 3;
/** `pid 88`, `pids 88, 91`, `pids 88, 91, 92 and 2 more`. */
function pidWords(open) {
    const pids = [...new Set(open.map(({ pid }) => pid))];
    const more = pids.length > mostPids ? ` and ${pids.length - mostPids} more` : '';
    return `${pids.length === 1 ? 'pid' : 'pids'} ${pids.slice(0, mostPids).join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/own-rotation.js
/** `<bytes> <written> <path>` records separated by NUL, seconds since the epoch. */
function readListedFiles(records) {
    return records.split('\0').flatMap((record) => {
        const [, bytes, seconds, path] = /^(\d+) (\d+(?:\.\d+)?) (\/[\s\S]*)$/.exec(record) ?? [];
        return path === undefined ? [] : [{ path, bytes: Number(bytes), writtenAt: Number(seconds) * 1000 }];
    });
}
const date = String.raw `\d{4}[-_.]?\d{2}[-_.]?\d{2}`;
const compressed = /\.(gz|bz2|xz|zst|lz4|zip|Z)$/;
/**
 * The open logs with the rotated files beside each. Applications name those by number or date, behind the name or before its
 * ending, and compress them or not: `app.log.1`, `app.log-20261127`, `app-2026-11-27.log.gz`, `app.1.log`. A file that is
 * written to itself is no rotated one.
 */
function ownLogs(open, listed) {
    const written = new Set(open.filter(({ deleted }) => !deleted).map(({ path }) => path));
    return [...written].map((path) => {
        const rotated = listed.filter((file) => !written.has(file.path) && isRotatedFrom(path, file.path));
        const bytes = listed.find((file) => file.path === path)?.bytes ?? 0;
        return { path, bytes, rotated, dated: rotated.some((file) => new RegExp(date).test(nameOf(file.path))) };
    });
}
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
/** Whether a file of the same folder differs from a log by a number or a date alone. */
function isRotatedFrom(log, file) {
    const stem = log.slice(0, -'.log'.length).replace(new RegExp(`[-_.]${date}[-_.\\dTZ:]*$`), '');
    if (!file.startsWith(stem))
        return false;
    const rest = file.slice(stem.length).replace(compressed, '').replace('.log', '');
    return /^[-_.]\d[-_.:\dTZ]*$/.test(rest);
}
/** When the newest of its rotated files was last written, epoch ms; absent where there is none. */
const newestOf = ({ rotated }) => rotated.length === 0 ? undefined : Math.max(...rotated.map((file) => file.writtenAt));
/**
 * How an application looks after its log. `unrotated`: nothing shows that anybody rotates it. `too-large` and `overdue`: it
 * was said or seen to be rotated, and has grown beyond the limits. A log that is rotated by size may be young for long, so that
 * only dates in names make it overdue.
 */
function stateOfOwn(log, limits) {
    const newest = newestOf(log);
    const isRecent = newest !== undefined && limits.now - newest <= limits.longest;
    if (!isRecent && !limits.declared)
        return 'unrotated';
    if (log.bytes > limits.largest)
        return 'too-large';
    return log.dated && !isRecent ? 'overdue' : 'rotated';
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/read-debug-output.js
const mostFolders = 20;
/**
 * Read what logrotate 3.x prints in debug mode: `rotating pattern: <patterns>  <when>`, then for each log `considering log
 * <path>` and `log needs rotating` or `log does not need rotating (<why>)`. A path that is not absolute is left out: the
 * output is the container's word, not ours.
 */
function readDebugOutput(text) {
    const logs = [];
    const errors = [];
    let current;
    for (const line of text.split('\n')) {
        const considered = /^considering log (\/.*)$/.exec(line);
        const verdict = /^\s+log (needs|does not need) rotating/.exec(line);
        if (considered)
            current = considered[1];
        else if (verdict && current !== undefined) {
            logs.push({ path: current, needsRotation: verdict[1] === 'needs' });
            current = undefined;
        }
        else if (/^error: /.test(line))
            errors.push(line.slice(0, 200));
    }
    return { logs, folders: patternFolders(text), errors };
}
/** The folder of each pattern, up to the first part with a wildcard (glob(7)). */
function patternFolders(text) {
    const folders = new Set();
    for (const [, patterns = ''] of text.matchAll(/^rotating pattern: (.*?)(?: {2}|$)/gm)) {
        for (const [, quoted, plain] of patterns.matchAll(/["']([^"']*)["']|(\S+)/g)) {
            const [fixed = ''] = (quoted ?? plain ?? '').split(/(?<=\/)[^/]*[*?[]/);
            if (fixed.startsWith('/'))
                folders.add(folderOf(fixed));
        }
    }
    return [...folders].slice(0, mostFolders);
}
/** The folders that hold these files, each once, at most 20. */
const foldersOf = (files) => [...new Set(files.map(({ path }) => folderOf(path)))].slice(0, mostFolders);
const folderOf = (path) => path.slice(0, Math.max(1, path.lastIndexOf('/')));

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/look.js







const execTimeoutMs = 15_000;
/** Look at the logs of one container; nothing is changed. Never rejects, except on cancellation. */
async function lookAtLogs(cluster, ref, entry) {
    try {
        return entry.rotates === 'application'
            ? { state: 'no-logrotate', ...declared(await whereLogsGo(cluster, ref)) }
            : await look_byLogrotate(cluster, ref, entry);
    }
    catch (error) {
        return await notReadable(cluster, ref, error);
    }
}
async function look_byLogrotate(cluster, ref, entry) {
    const inspected = await run(cluster, ref, (0,logrotate/* inspectRotation */.Pd)(entry));
    const { logs, folders, errors } = readDebugOutput(`${look_text(inspected.stdout)}\n${look_text(inspected.stderr)}`);
    const opened = await run(cluster, ref, listOpenFiles);
    const files = await filesIn(cluster, ref, foldersOf(logs));
    const unseen = (0,files_in_use/* whyNotWhole */.$)(opened) ?? (files === undefined ? 'the log files could not be measured' : undefined);
    const open = openForWriting(look_text(opened.stdout));
    const held = heldFiles(open, logs);
    return {
        state: 'readable',
        logs,
        ...(files === undefined ? {} : { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }),
        held,
        removed: removedFiles(open, [...folders, ...foldersOf(logs)]).filter((file) => !held.includes(file)),
        ...(unseen === undefined ? {} : { unseen }),
        errors,
    };
}
async function notReadable(cluster, ref, error) {
    if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
        throw error;
    if (error.code !== 'missing-tool')
        return { state: 'unreadable', cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
    try {
        return { state: 'no-logrotate', ...(await whereLogsGo(cluster, ref)) };
    }
    catch (also) {
        if (!(also instanceof port_error/* PortError */.U) || also.code === 'cancelled')
            throw also;
        return { state: 'no-logrotate', writes: 'unknown', cause: also.message };
    }
}
/** By what is open. Rejects with a `PortError` where nothing could be run. */
async function whereLogsGo(cluster, ref) {
    const opened = await run(cluster, ref, listOpenFiles);
    const open = openLogs(openForWriting(look_text(opened.stdout)));
    if (open.length > 0) {
        const files = await filesIn(cluster, ref, foldersOf(open));
        if (files === undefined)
            return { writes: 'unknown', cause: `the folder of ${open[0]?.path} could not be listed` };
        return { writes: 'files', logs: ownLogs(open, files), removed: open.filter(({ deleted }) => deleted) };
    }
    const cause = (0,files_in_use/* whyNotWhole */.$)(opened);
    return cause === undefined ? { writes: 'stdout' } : { writes: 'unknown', cause };
}
/** Where the application is said to rotate its logs, not to see any is not to know. */
const declared = (where) => where.writes === 'stdout'
    ? {
        writes: 'unknown',
        cause: 'no file that ends in .log is open, though the application is said to rotate its logs',
    }
    : where;
/** The plain files of these folders; `undefined` where one could not be listed. */
async function filesIn(cluster, ref, folders) {
    const files = [];
    for (const folder of folders) {
        const listed = await run(cluster, ref, listLogs(folder));
        if (!wasListed(listed))
            return undefined;
        files.push(...readListedFiles(look_text(listed.stdout)));
    }
    return files;
}
/** A folder that is not there holds nothing; a file that went meanwhile makes find end with 1 as well. */
const wasListed = ({ exitCode, truncated, stderr }) => !truncated && (exitCode === 0 || (exitCode !== 124 && look_text(stderr).includes('No such file or directory')));
const run = (cluster, ref, command) => cluster.exec(ref, command, { timeoutMs: execTimeoutMs });
const look_text = (bytes) => new TextDecoder().decode(bytes);

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/observe.js




/** Read every ready pod of every configured selection, a few at once. */
async function observe(context, inputs) {
    const { cluster } = context.ports;
    const selections = [];
    const places = new Map();
    for (const entry of context.platform.logs) {
        const { namespace } = context.platform;
        const selected = await (0,observation_pods/* selectPods */.x)(cluster, {
            namespace,
            selector: entry.selector,
            ...(entry.container === undefined ? {} : { container: entry.container }),
        });
        const { fresh, skipped, known } = unseenPods(selected.ready, entry, places);
        const pods = await (0,bounded/* mapBounded */.y)(fresh, inputs.concurrency, async ({ ref, place, subject }) => ({
            ref,
            place,
            subject,
            logs: await lookAtLogs(cluster, ref, entry),
        }));
        selections.push({ entry, pods, skipped: [...selected.skipped, ...skipped], lookedAtAlready: known });
    }
    const basis = selections.flatMap(({ entry, pods }) => pods.map((pod) => basisOf(pod, entry)));
    return { basis, measurements: selections };
}
/** The pods of a selection that no earlier one rotates by the same configuration: no log is rotated twice in one run. */
function unseenPods(ready, entry, places) {
    const fresh = [];
    const skipped = [];
    const which = entry.configuration === workloads/* usualLogrotateConfiguration */.We ? '' : ` ${entry.configuration}`;
    for (const pod of ready) {
        const place = `${pod.place}${which}`;
        const earlier = places.get(place);
        if (earlier === undefined)
            fresh.push({ ...pod, place, subject: `${pod.subject}${which}` });
        else if (earlier.state !== entry.state || earlier.rotates !== entry.rotates)
            skipped.push({ pod: pod.pod, why: `another entry says otherwise how ${entry.configuration} is used in it` });
        places.set(place, earlier ?? entry);
    }
    return { fresh, skipped, known: ready.length - fresh.length - skipped.length };
}
const basisOf = ({ ref, logs }, { configuration }) => ({
    pod: ref.pod,
    podUid: ref.podUid,
    container: ref.container,
    configuration,
    due: duePaths(logs),
});
/** The logs that logrotate itself would rotate now. */
function duePaths(logs) {
    return logs.state === 'readable' ? logs.logs.filter((log) => log.needsRotation).map((log) => log.path) : [];
}

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/kubernetes/pod-owner.js
var pod_owner = __webpack_require__(73127);
// EXTERNAL MODULE: ./build/observation/inside-container.js
var inside_container = __webpack_require__(21631);
;// CONCATENATED MODULE: ./build/tasks/rotate-logs/own-findings.js





/** `/var/log/app.log, 12 MB; 7 rotated files beside it, 84 MB, the newest 8 h old`. */
function ownWords(log, now) {
    const newest = newestOf(log);
    const itself = `${log.path}, ${(0,quantities/* formatBytes */.z3)(log.bytes)}`;
    if (newest === undefined)
        return `${itself}; no rotated file beside it`;
    const bytes = log.rotated.reduce((sum, file) => sum + file.bytes, 0);
    const age = (0,quantities/* formatSpan */.QA)(Math.max(0, now - newest));
    return `${itself}; ${(0,quantities/* counted */.hS)(log.rotated.length, 'rotated file')} beside it, ${(0,quantities/* formatBytes */.z3)(bytes)}, the newest ${age} old`;
}
const told = {
    rotated: {
        code: 'rotated-by-application',
        severity: 'info',
        title: 'the application rotates its logs by itself',
    },
    'too-large': {
        code: 'log-too-large',
        severity: 'warn',
        title: 'a log that the application rotates by itself is too large',
    },
    overdue: {
        code: 'rotation-overdue',
        severity: 'warn',
        title: 'the application has not rotated its log as it used to',
    },
};
/** What is seen of the logs of a pod whose application rotates them; logs that nobody rotates are told with the selection. */
function ownFindings({ ref, subject, logs }, limits) {
    if (logs.state !== 'no-logrotate' || logs.writes !== 'files')
        return [];
    const states = ['too-large', 'overdue', 'rotated'].map((state) => ({
        state,
        logs: logs.logs.filter((log) => stateOfOwn(log, limits) === state),
    }));
    return states.flatMap(({ state, logs: found }) => {
        if (found.length === 0)
            return [];
        const words = found.slice(0, 3).map((log) => ownWords(log, limits.now));
        const limit = state === 'rotated'
            ? ''
            : ` (told from ${state === 'overdue' ? (0,quantities/* formatSpan */.QA)(limits.longest) : (0,quantities/* formatBytes */.z3)(limits.largest)} on)`;
        const look = (0,inside_container/* insideContainer */.s)(ref, ['ls', '-l', ...foldersOf(found)]);
        const next = state === 'rotated'
            ? 'nothing; `rotates: application` in `platform.logs` says it for good'
            : `${look}, and see to the rotation of the application; or set \`largest-log\` and \`longest-unrotated\``;
        return [{ ...told[state], subject, evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, `${words.join('; ')}${limit}`), next }];
    });
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/findings.js








/** What the pods of a selection show, whether or not anything was rotated. */
function selectionFindings(selection, judging) {
    const limits = limitsOf(selection.entry, judging);
    return [
        ...absentPods(selection, judging.namespace),
        ...logrotateMissing(selection, limits),
        ...notVisible(selection),
        ...selection.pods.flatMap((pod) => [...podFindings(pod, selection.entry), ...ownFindings(pod, limits)]),
    ];
}
const limitsOf = ({ rotates }, { now, inputs }) => ({
    now,
    largest: inputs['largest-log'] * 1_000_000,
    longest: inputs['longest-unrotated'],
    declared: rotates === 'application',
});
const subjectOf = (selection) => `pods ${selection.entry.selector}`;
function absentPods(selection, namespace) {
    const next = (0,kubectl/* kubectl */.Lr)(namespace) `get pods -l ${selection.entry.selector}`;
    const subject = subjectOf(selection);
    if (selection.pods.length + selection.skipped.length + selection.lookedAtAlready === 0) {
        return [
            {
                code: 'no-pods',
                severity: 'warn',
                subject,
                title: 'no pod matches the selector',
                evidence: `0 pods in namespace ${namespace}`,
                next,
            },
        ];
    }
    if (selection.skipped.length === 0)
        return [];
    const who = selection.skipped.slice(0, 5).map((skipped) => `${skipped.pod}: ${skipped.why}`);
    const evidence = `${selection.skipped.length} of ${selection.pods.length + selection.skipped.length} left out: ${who.join('; ')}`;
    return [
        { code: 'pods-left-out', severity: 'warn', subject, title: 'logs of some pods were not looked at', evidence, next },
    ];
}
function logrotateMissing(selection, limits) {
    const unrotated = selection.pods.flatMap(({ ref, logs }) => {
        if (logs.state !== 'no-logrotate' || logs.writes !== 'files')
            return [];
        const found = logs.logs.filter((log) => stateOfOwn(log, limits) === 'unrotated');
        return found.length > 0 || logs.logs.length === 0 ? [{ ref, log: found[0] }] : [];
    });
    const [first] = unrotated;
    if (first === undefined || limits.declared)
        return [];
    const seen = first.log === undefined ? '' : `: ${ownWords(first.log, limits.now)}`;
    return [
        {
            code: 'logrotate-missing',
            severity: 'warn',
            subject: subjectOf(selection),
            title: 'log files are written but there is no logrotate in the container',
            evidence: `${(0,quantities/* counted */.hS)(unrotated.length, 'pod')} (${first.ref.pod}, container ${first.ref.container}${seen})`,
            next: 'add logrotate to the image, write logs to stdout, which the kubelet rotates, or let the application rotate by itself and say `rotates: application` in `platform.logs`',
        },
    ];
}
function notVisible(selection) {
    const unclear = selection.pods.flatMap(({ ref, logs }) => logs.state === 'no-logrotate' && logs.writes === 'unknown' ? [{ ref, cause: logs.cause }] : []);
    const [first] = unclear;
    if (first === undefined)
        return [];
    return [
        {
            code: 'logs-not-visible',
            severity: 'unknown',
            subject: subjectOf(selection),
            title: 'no logrotate looks after the logs of the container, and it cannot be told where they go',
            evidence: `${(0,quantities/* counted */.hS)(unclear.length, 'pod')} (${first.ref.pod}, container ${first.ref.container}): ${first.cause}`,
            next: 'write logs to stdout and take these pods out of `platform.logs`, or add logrotate and GNU find to the image',
        },
    ];
}
function podFindings({ ref, subject, logs }, entry) {
    if (logs.state === 'unreadable') {
        return [
            {
                code: 'cannot-look',
                severity: 'unknown',
                subject,
                title: 'its logs could not be looked at',
                evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, logs.cause),
                next: logs.next ?? (0,kubectl/* kubectl */.Lr)(ref.namespace) `describe pod ${ref.pod}`,
            },
        ];
    }
    return [...openFindings({ ref, subject, logs }), ...logrotateFindings({ ref, subject, logs }, entry)];
}
function logrotateFindings({ ref, subject, logs }, entry) {
    if (logs.state !== 'readable')
        return [];
    const findings = [];
    if (logs.errors.length > 0) {
        findings.push({
            code: 'logrotate-error',
            severity: 'warn',
            subject,
            title: 'logrotate reports an error and may leave logs alone',
            evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, logs.errors.slice(0, 3).join('; ')),
            next: (0,inside_container/* insideContainer */.s)(ref, (0,logrotate/* inspectRotation */.Pd)(entry)),
        });
    }
    if (logs.unseen !== undefined) {
        findings.push({
            code: 'open-files-not-seen',
            severity: 'unknown',
            subject,
            title: 'it cannot be told whether rotated logs are still held open, or how large the logs are',
            evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, logs.unseen),
            next: 'add GNU find to the image, and run all processes of the container as one user',
        });
    }
    return findings;
}
function openFindings({ ref, subject, logs }) {
    const findings = [];
    const { held, removed } = openOf(logs);
    if (held.length > 0) {
        findings.push({
            code: 'still-held',
            severity: 'warn',
            subject,
            title: 'a rotated log is still held open, so its space is not free and its lines are not in the new file',
            evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, fileWords(held)),
            next: 'let the process reopen its log after rotation (postrotate signal), or use copytruncate',
        });
    }
    if (removed.length > 0) {
        findings.push({
            code: 'removed-but-open',
            severity: 'warn',
            subject,
            title: 'a file was removed from the folder of the logs while a process writes to it: its space is not free, and its lines are lost',
            evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, fileWords(removed)),
            next: 'let the process reopen its log, or restart it; empty a log with `truncate`, never with `rm`',
        });
    }
    return findings;
}
const fileWords = (files) => {
    const byName = Map.groupBy(files, ({ path, deleted }) => `${path}${deleted ? ' (deleted)' : ''}`);
    const who = [...byName].slice(0, 3).map(([name, open]) => `${name} by ${pidWords(open)}`);
    return `${(0,quantities/* counted */.hS)(byName.size, 'file')}: ${who.join('; ')}`;
};
/** Files that are written to though they are no logs any more. */
function openOf(logs) {
    if (logs.state === 'readable')
        return logs;
    return { held: [], removed: logs.state === 'no-logrotate' && logs.writes === 'files' ? logs.removed : [] };
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/results.js



/** Bytes of the logs of a pod, where they could be measured. */
function bytesOfLogs(logs) {
    if (logs.state === 'readable')
        return logs.bytes;
    if (logs.state !== 'no-logrotate' || logs.writes !== 'files')
        return undefined;
    const files = logs.logs.flatMap(({ bytes, rotated }) => [bytes, ...rotated.map((file) => file.bytes)]);
    return files.reduce((sum, bytes) => sum + bytes, 0);
}
/** The logs of each pod in bytes, and what they were before where the pod was looked at again. */
function logBytes(pods, before) {
    return pods.flatMap(({ place, logs }) => {
        const value = bytesOfLogs(logs);
        if (value === undefined)
            return [];
        const then = before?.get(place);
        const earlier = then === undefined || then === logs ? undefined : bytesOfLogs(then);
        const compared = earlier === undefined ? {} : { comparedWith: { what: 'before', value: earlier } };
        return [{ name: 'log-bytes', subject: place, value, unit: 'bytes', ...compared }];
    });
}
/** `; 1 file still held open by pid 88`, for the line of results. */
function heldWords(selections) {
    const held = selections.flatMap(({ pods }) => pods.flatMap(({ place, logs }) => {
        const { held: rotated, removed } = openOf(logs);
        return [...rotated, ...removed].map((file) => ({ ...file, name: `${place} ${file.path}` }));
    }));
    if (held.length === 0)
        return '';
    const names = new Set(held.map(({ name }) => name));
    return `; ${(0,quantities/* counted */.hS)(names.size, 'file')} still held open by ${pidWords(held)}`;
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/plan.js





/** One rotation for every pod of which logrotate itself says that a log is due. */
function plan(observation, context) {
    const { inputs, now } = context;
    const judging = { inputs, now, namespace: context.platform.namespace };
    const selections = observation.measurements;
    const pods = selections.flatMap((selection) => selection.pods);
    const steps = selections.flatMap((selection) => selection.pods.flatMap((pod) => rotation(pod, selection)));
    const findings = selections.flatMap((selection) => selectionFindings(selection, judging));
    const toStdout = pods.filter(({ logs }) => logs.state === 'no-logrotate' && logs.writes === 'stdout').length;
    const allStdout = pods.length > 0 && toStdout === pods.length && findings.length === 0;
    return {
        steps,
        refusals: [],
        notChecked: [],
        findings,
        measurements: logBytes(pods),
        result: `${resultOf(steps.length, pods.length, toStdout)}${heldWords(selections)}`,
        ...(allStdout ? { notApplicable: 'logs go to stdout; the kubelet rotates those' } : {}),
    };
}
function resultOf(due, pods, toStdout) {
    const stdout = toStdout === 0 ? '' : `; ${(0,quantities/* counted */.hS)(toStdout, 'pod')} log to stdout, which the kubelet rotates`;
    if (pods === 0)
        return 'no ready pod';
    return due === 0
        ? `nothing to do: no log of ${(0,quantities/* counted */.hS)(pods, 'pod')} is due${stdout}`
        : `${due} of ${(0,quantities/* counted */.hS)(pods, 'pod')} have logs due for rotation${stdout}`;
}
/** The id of the step that rotates at a place. */
const rotationOf = (place) => `rotate-logs ${place}`;
function rotation({ ref, place, subject, logs }, { entry }) {
    const due = duePaths(logs);
    if (due.length === 0 || logs.state !== 'readable')
        return [];
    return [
        {
            id: rotationOf(place),
            kind: 'rotate-logs',
            subject: place,
            ...(subject === place ? {} : { owner: subject }),
            from: { due: due.slice(0, 50), ...(logs.bytes === undefined ? {} : { bytes: logs.bytes }) },
            to: { due: [] },
            parameters: {
                ...ref,
                configuration: entry.configuration,
                ...(entry.state === undefined ? {} : { state: entry.state }),
            },
            why: `${(0,quantities/* counted */.hS)(due.length, 'log')} due by ${entry.configuration}`,
            risk: 'a process that keeps the old file open goes on writing into it; this is looked for afterwards',
            undo: `cannot be undone: ${kinds/* stepKinds */.C['rotate-logs'].cannotBeUndone}`,
            deadlineMs: 75_000,
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/verify.js










/** Look again at every pod: what is still due was not rotated, what is held open is said, bytes are compared. */
async function verify(context, done, inputs) {
    const judging = { inputs, now: context.now, namespace: context.platform.namespace };
    const tried = new Set(done.applied.filter((applied) => applied.outcome === 'done').map((applied) => applied.step.id));
    const before = done.observation.measurements;
    const after = [];
    for (const selection of before) {
        const look = async (pod) => tried.has(rotationOf(pod.place))
            ? { ...pod, logs: await lookAtLogs(context.ports.cluster, pod.ref, selection.entry) }
            : pod;
        after.push({ ...selection, pods: await (0,bounded/* mapBounded */.y)(selection.pods, inputs.concurrency, look) });
    }
    const pods = after.flatMap((selection) => selection.pods);
    const rotated = pods.filter(({ place }) => tried.has(rotationOf(place)));
    const findings = after.flatMap((selection) => [
        ...selectionFindings(selection, judging),
        ...stillDue(selection, tried),
    ]);
    const bytes = { before: bytesOf(before, tried), after: bytesOf(after, tried) };
    const all = before.reduce((sum, selection) => sum + selection.pods.length, 0);
    return {
        findings,
        measurements: logBytes(pods, new Map(before.flatMap((one) => one.pods.map(({ place, logs }) => [place, logs])))),
        result: `${rotated.length} of ${(0,quantities/* counted */.hS)(all, 'pod')} rotated${bytes.before === undefined || bytes.after === undefined ? '' : `, ${(0,quantities/* formatBytes */.z3)(bytes.before)} → ${(0,quantities/* formatBytes */.z3)(bytes.after)}`}${heldWords(after)}`,
    };
}
function stillDue(selection, tried) {
    return selection.pods.flatMap(({ ref, place, subject, logs }) => {
        const due = duePaths(logs);
        if (due.length === 0 || !tried.has(rotationOf(place)))
            return [];
        return [
            {
                code: 'not-rotated',
                severity: 'fail',
                subject,
                title: 'logrotate ended without an error, but a log is still due',
                evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, due.slice(0, 3).join('; ')),
                next: (0,inside_container/* insideContainer */.s)(ref, (0,logrotate/* inspectRotation */.Pd)(selection.entry)),
            },
        ];
    });
}
/** `undefined` when the logs of one of them could not be measured, or looked at. */
const bytesOf = (selections, tried) => selections
    .flatMap((selection) => selection.pods)
    .filter(({ place }) => tried.has(rotationOf(place)))
    .reduce((sum, { logs }) => {
    const bytes = bytesOfLogs(logs);
    return sum === undefined || bytes === undefined ? undefined : sum + bytes;
}, 0);

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/index.js






/** rotate-logs: every ready pod of the selections, by its own logrotate. */
/* harmony default export */ const rotate_logs = ((0,contract/* defineTask */.R)({
    id: 'rotate-logs',
    title: 'Rotate logs',
    description: "Runs each pod's own logrotate where a log is due, on every ready pod, and proves by the files that it did. Pods that log to stdout are left to the kubelet, and logs that an application rotates are watched.",
    guide: ['log_rotation'],
    windows: ['daily'],
    type: 'preventive',
    priority: 'medium',
    estimateMs: 120_000,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: false,
    ports: ['cluster'],
    inputs: {
        concurrency: {
            kind: 'integer',
            description: 'How many pods are worked on at once.',
            default: 8,
            min: 1,
            max: 32,
            unit: 'pods',
        },
        'largest-log': {
            kind: 'integer',
            description: 'A log that the application rotates by itself is told from this size on.',
            default: 1000,
            min: 1,
            max: 1_000_000,
            unit: 'MB',
        },
        'longest-unrotated': {
            kind: 'duration',
            description: 'An application is seen to rotate its log by a rotated file that is not older than this. The default is a week and a day.',
            default: '8d',
            min: '1h',
            max: '365d',
        },
    },
    outputs: {},
    permissions: {
        observe: [
            {
                resource: resources/* resources */.E.pods,
                verbs: ['get', 'list'],
                scope: 'platform',
                why: 'find the pods, their containers and whether they are ready',
            },
            {
                resource: resources/* resources */.E.pods,
                subresource: 'exec',
                verbs: ['get', 'create'],
                scope: 'platform',
                why: 'ask logrotate what is due and measure the files',
            },
        ],
        change: [
            {
                resource: resources/* resources */.E.pods,
                subresource: 'exec',
                verbs: ['get', 'create'],
                scope: 'platform',
                why: 'run logrotate',
            },
        ],
    },
    commands: commands,
    forwards: [],
    steps: ['rotate-logs'],
    verdicts: {
        pass: 'every log that was due is rotated, or none was due',
        warn: 'a pod was left out, nobody rotates log files that are written, an application rotates too late, or a rotated or removed file is still written to',
        fail: 'logrotate failed, or a log is still due afterwards',
        unknown: 'a pod could not be looked at',
        'not-applicable': 'all pods log to stdout',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


/***/ })

};
