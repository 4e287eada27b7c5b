export const id = 6026;
export const ids = [6026];
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
/** The files named on stdin, NUL-separated, as far as they are plain files (findutils 4.9). */
const namedFiles = ['find', '-files0-from', '-', '-maxdepth', '0', '-type', 'f'];
/**
 * Delete exactly the files named on stdin, NUL-separated, each only if it is still a plain file and as old: a file that was
 * replaced has a new ctime, which nobody can set. Prints `<inode> <bytes>` of those that were deleted (findutils 4.9).
 */
const deleteOldFiles = (minutes) => [
    ...namedFiles,
    ...olderThan(minutes),
    '-delete',
    '-printf',
    '%i %s\\0',
];
/**
 * What the files named on stdin are now, NUL-separated: `<device> <inode> <path>`. A folder on the way that was replaced by a
 * link leads to other inodes.
 */
const identifyFiles = [...namedFiles, '-printf', '%D %i %p\\0'];
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
/**
 * Why a walk through `/proc/<pid>/fd` did not see every open file; `undefined` when it did. Root without CAP_SYS_PTRACE, which
 * container runtimes do not give, may not follow the descriptors of a process of another user (proc(5)). A process that ended
 * meanwhile (`No such file or directory`) hides nothing.
 */
function whyNotWhole(walked) {
    const said = new TextDecoder().decode(walked.stderr);
    const denied = [...said.matchAll(/\/proc\/(\d+)(?:\/fd(?:\/\d+)?)?[^\s\w/]*: Permission denied/g)];
    if (denied.length > 0)
        return `what process ${denied[0]?.[1]} holds open cannot be seen (permission denied)`;
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
            ready.push({ pod: name, ref: { namespace, pod: name, podUid, container }, subject: (0,_domain_kubernetes_pod_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerOf */ .bf)(pod).owner });
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

/***/ 26026:
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
;// CONCATENATED MODULE: ./build/tasks/rotate-logs/commands.js
const stateOf = (entry) => (entry.state === undefined ? [] : ['--state', entry.state]);
/** logrotate(8) in debug mode: says what it would do and changes nothing. */
const inspect = (entry) => [
    'logrotate',
    '--debug',
    ...stateOf(entry),
    entry.configuration,
];
/** Sizes of the plain files of one directory, NUL-separated: `<bytes> <path>`. Stays in that directory. */
const listLogs = (directory) => [
    'find',
    directory,
    '-maxdepth',
    '1',
    '-type',
    'f',
    '-printf',
    '%s %p\\0',
];
/** What the container's processes hold open, NUL-separated: `/proc/<pid>/fd/<n> <target>`. */
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
    '%p %l\\0',
];
/** The commands of this task as the admission policy holds them. */
const commands = [
    {
        purpose: 'ask logrotate what it would do',
        selectors: (platform) => platform.logs.map((entry) => entry.selector),
        argv: (platform) => platform.logs.map(inspect),
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
        selectors: (platform) => platform.logs.map((entry) => entry.selector),
        argv: (platform) => platform.logs.map((entry) => ['logrotate', ...stateOf(entry), entry.configuration]),
    },
];

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/observation/pods.js
var observation_pods = __webpack_require__(3969);
// EXTERNAL MODULE: ./build/observation/files-in-use.js
var files_in_use = __webpack_require__(64966);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/tasks/rotate-logs/open-files.js
/**
 * Which rotated or deleted files are still held open, from `/proc/<pid>/fd/<n> <target>` records separated by NUL. A
 * rotated name is a log's own path with a suffix (`node.log.1`, `node.log-20261124`); the kernel marks a deleted one with
 * ` (deleted)` (proc(5)).
 */
function heldFiles(records, logs) {
    const held = [];
    for (const record of records.split('\0')) {
        const match = /^\/proc\/(\d+)\/fd\/\d+ (\/[\s\S]*)$/.exec(record);
        if (!match)
            continue;
        const [, pid, target = ''] = match;
        const deleted = target.endsWith(' (deleted)');
        const path = deleted ? target.slice(0, -' (deleted)'.length) : target;
        const belongs = logs.some((log) => (deleted && path === log.path) || isRotatedNameOf(path, log.path));
        if (belongs)
            held.push({ path, pid: Number(pid), deleted });
    }
    return held;
}
const isRotatedNameOf = (path, log) => path.startsWith(`${log}.`) || path.startsWith(`${log}-`);
/** Whether some process of the container holds a log file open: then it does not only write to stdout. */
function writesLogFiles(records) {
    return records
        .split('\0')
        .some((record) => /^\/proc\/\d+\/fd\/\d+ \/(?!proc\/|dev\/)[\s\S]*\.log( \(deleted\))?$/.test(record));
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/read-debug-output.js
/**
 * Read what logrotate 3.x prints in debug mode: `considering log <path>`, then `log needs rotating` or `log does not need
 * rotating (<why>)`. A path that is not absolute is left out: the output is the container's word, not ours.
 */
function readDebugOutput(text) {
    const logs = [];
    const errors = [];
    let current;
    for (const line of text.split('\n')) {
        const considered = /^considering log (\/.*)$/.exec(line);
        if (considered)
            current = considered[1];
        else if (/^\s+log needs rotating/.test(line) && current !== undefined) {
            logs.push({ path: current, needsRotation: true });
            current = undefined;
        }
        else if (/^\s+log does not need rotating/.test(line) && current !== undefined) {
            logs.push({ path: current, needsRotation: false });
            current = undefined;
        }
        else if (/^error: /.test(line))
            errors.push(line.slice(0, 200));
    }
    return { logs, errors };
}
/** The folders that hold these logs, each once, at most 20. */
function foldersOf(logs) {
    const folders = logs.map((log) => log.path.slice(0, Math.max(1, log.path.lastIndexOf('/'))));
    return [...new Set(folders)].slice(0, 20);
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/look.js





const execTimeoutMs = 15_000;
/** Look at the logs of one container; nothing is changed. Never rejects, except on cancellation. */
async function lookAtLogs(cluster, ref, entry) {
    try {
        const inspected = await run(cluster, ref, inspect(entry));
        const { logs, errors } = readDebugOutput(`${look_text(inspected.stdout)}\n${look_text(inspected.stderr)}`);
        const opened = await run(cluster, ref, listOpenFiles);
        const bytes = await sizeOf(cluster, ref, logs);
        const unseen = (0,files_in_use/* whyNotWhole */.$)(opened) ?? (bytes === undefined ? 'the log files could not be measured' : undefined);
        return {
            state: 'readable',
            logs,
            ...(bytes === undefined ? {} : { bytes }),
            held: heldFiles(look_text(opened.stdout), logs),
            ...(unseen === undefined ? {} : { unseen }),
            errors,
        };
    }
    catch (error) {
        return await notReadable(cluster, ref, error);
    }
}
async function notReadable(cluster, ref, error) {
    if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
        throw error;
    if (error.code === 'missing-tool')
        return { state: 'no-logrotate', ...(await whereLogsGo(cluster, ref)) };
    return { state: 'unreadable', cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
}
async function whereLogsGo(cluster, ref) {
    try {
        const opened = await run(cluster, ref, listOpenFiles);
        if (writesLogFiles(look_text(opened.stdout)))
            return { writes: 'files' };
        const cause = (0,files_in_use/* whyNotWhole */.$)(opened);
        return cause === undefined ? { writes: 'stdout' } : { writes: 'unknown', cause };
    }
    catch (error) {
        if (error instanceof port_error/* PortError */.U && error.code !== 'cancelled')
            return { writes: 'unknown', cause: error.message };
        throw error;
    }
}
async function sizeOf(cluster, ref, logs) {
    let bytes = 0;
    for (const folder of foldersOf(logs)) {
        const listed = await run(cluster, ref, listLogs(folder));
        if (!wasListed(listed))
            return undefined;
        for (const record of look_text(listed.stdout).split('\0'))
            bytes += Number(/^(\d+) /.exec(record)?.[1] ?? 0);
    }
    return bytes;
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
    for (const entry of context.platform.logs) {
        const { namespace } = context.platform;
        const selected = await (0,observation_pods/* selectPods */.x)(cluster, {
            namespace,
            selector: entry.selector,
            ...(entry.container === undefined ? {} : { container: entry.container }),
        });
        const pods = await (0,bounded/* mapBounded */.y)(selected.ready, inputs.concurrency, async ({ ref, subject }) => ({
            ref,
            subject,
            logs: await lookAtLogs(cluster, ref, entry),
        }));
        selections.push({ entry, pods, skipped: selected.skipped });
    }
    return { basis: selections.flatMap((selection) => selection.pods.map(basisOf)), measurements: selections };
}
const basisOf = ({ ref, logs }) => ({
    pod: ref.pod,
    podUid: ref.podUid,
    container: ref.container,
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
// EXTERNAL MODULE: ./build/domain/kubernetes/pod-owner.js
var pod_owner = __webpack_require__(73127);
;// CONCATENATED MODULE: ./build/tasks/rotate-logs/findings.js


/** What the pods of a selection show, whether or not anything was rotated. */
function selectionFindings(selection, namespace) {
    return [
        ...absentPods(selection, namespace),
        ...withoutLogrotate(selection),
        ...selection.pods.flatMap((pod) => podFindings(pod, namespace)),
    ];
}
const subjectOf = (selection) => `pods ${selection.entry.selector}`;
function absentPods(selection, namespace) {
    const next = `\`kubectl -n ${namespace} get pods -l ${selection.entry.selector}\``;
    const subject = subjectOf(selection);
    if (selection.pods.length === 0 && selection.skipped.length === 0) {
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
function withoutLogrotate(selection) {
    const subject = subjectOf(selection);
    const lacking = (writes) => selection.pods.filter(({ logs }) => logs.state === 'no-logrotate' && logs.writes === writes).map(({ ref }) => ref);
    const causes = selection.pods.flatMap(({ logs }) => logs.state === 'no-logrotate' && logs.writes === 'unknown' ? [logs.cause] : []);
    const files = lacking('files');
    const unclear = lacking('unknown');
    const findings = [];
    if (files.length > 0) {
        findings.push({
            code: 'logrotate-missing',
            severity: 'warn',
            subject,
            title: 'log files are written but there is no logrotate in the container',
            evidence: `${(0,quantities/* counted */.hS)(files.length, 'pod')} (${files[0]?.pod}, container ${files[0]?.container})`,
            next: 'add logrotate to the image, let the application rotate by itself, or write logs to stdout, which the kubelet rotates',
        });
    }
    if (unclear.length > 0) {
        findings.push({
            code: 'logs-not-visible',
            severity: 'unknown',
            subject,
            title: 'the container has no logrotate, and it cannot be told where its logs go',
            evidence: `${(0,quantities/* counted */.hS)(unclear.length, 'pod')} (${unclear[0]?.pod}, container ${unclear[0]?.container}): ${causes[0]}`,
            next: 'write logs to stdout and take these pods out of `platform.logs`, or add logrotate and GNU find to the image',
        });
    }
    return findings;
}
function podFindings({ ref, subject, logs }, namespace) {
    const inside = (command) => `\`kubectl -n ${namespace} exec ${ref.pod} -c ${ref.container} -- ${command}\``;
    if (logs.state === 'unreadable') {
        return [
            {
                code: 'cannot-look',
                severity: 'unknown',
                subject,
                title: 'its logs could not be looked at',
                evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, logs.cause),
                next: logs.next ?? `\`kubectl -n ${namespace} describe pod ${ref.pod}\``,
            },
        ];
    }
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
            next: inside('logrotate --debug /etc/logrotate.conf'),
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
    if (logs.held.length > 0) {
        const who = logs.held
            .slice(0, 3)
            .map((file) => `${file.path} by pid ${file.pid}${file.deleted ? ' (deleted)' : ''}`);
        findings.push({
            code: 'still-held',
            severity: 'warn',
            subject,
            title: 'a rotated log is still held open, so its space is not free and its lines are not in the new file',
            evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, `${(0,quantities/* counted */.hS)(logs.held.length, 'file')}: ${who.join('; ')}`),
            next: 'let the process reopen its log after rotation (postrotate signal), or use copytruncate',
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/plan.js




/** One rotation for every pod of which logrotate itself says that a log is due. */
function plan(observation, context) {
    const selections = observation.measurements;
    const pods = selections.flatMap((selection) => selection.pods);
    const steps = selections.flatMap((selection) => selection.pods.flatMap((pod) => rotation(pod, selection)));
    const findings = selections.flatMap((selection) => selectionFindings(selection, context.platform.namespace));
    const toStdout = pods.filter(({ logs }) => logs.state === 'no-logrotate' && logs.writes === 'stdout').length;
    const allStdout = pods.length > 0 && toStdout === pods.length && findings.length === 0;
    return {
        steps,
        refusals: [],
        notChecked: [],
        findings,
        measurements: pods.flatMap(({ ref, logs }) => logs.state === 'readable' && logs.bytes !== undefined
            ? [{ name: 'log-bytes', subject: `pod/${ref.pod}`, value: logs.bytes, unit: 'bytes' }]
            : []),
        result: resultOf(steps.length, pods.length, toStdout),
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
function rotation({ ref, subject, logs }, { entry }) {
    const due = duePaths(logs);
    if (due.length === 0 || logs.state !== 'readable')
        return [];
    return [
        {
            id: `rotate-logs pod/${ref.pod}`,
            kind: 'rotate-logs',
            subject: `pod/${ref.pod}`,
            ...(subject === `pod/${ref.pod}` ? {} : { owner: subject }),
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
    const { namespace } = context.platform;
    const tried = new Set(done.applied.filter((applied) => applied.outcome === 'done').map((applied) => applied.step.subject));
    const before = done.observation.measurements;
    const after = [];
    for (const selection of before) {
        const look = async (pod) => tried.has(`pod/${pod.ref.pod}`)
            ? { ...pod, logs: await lookAtLogs(context.ports.cluster, pod.ref, selection.entry) }
            : pod;
        after.push({ ...selection, pods: await (0,bounded/* mapBounded */.y)(selection.pods, inputs.concurrency, look) });
    }
    const rotated = after.flatMap((selection) => selection.pods).filter(({ ref }) => tried.has(`pod/${ref.pod}`));
    const findings = after.flatMap((selection) => [
        ...selectionFindings(selection, namespace),
        ...stillDue(selection, tried, namespace),
    ]);
    const bytes = { before: bytesOf(before, tried), after: bytesOf(after, tried) };
    const all = before.reduce((sum, selection) => sum + selection.pods.length, 0);
    return {
        findings,
        measurements: rotated.flatMap(({ ref, logs }) => logs.state === 'readable' && logs.bytes !== undefined
            ? [{ name: 'log-bytes', subject: `pod/${ref.pod}`, value: logs.bytes, unit: 'bytes' }]
            : []),
        result: `${rotated.length} of ${(0,quantities/* counted */.hS)(all, 'pod')} rotated${bytes.before === undefined || bytes.after === undefined ? '' : `, ${(0,quantities/* formatBytes */.z3)(bytes.before)} → ${(0,quantities/* formatBytes */.z3)(bytes.after)}`}`,
    };
}
function stillDue(selection, tried, namespace) {
    return selection.pods.flatMap(({ ref, subject, logs }) => {
        const due = duePaths(logs);
        if (due.length === 0 || !tried.has(`pod/${ref.pod}`))
            return [];
        return [
            {
                code: 'not-rotated',
                severity: 'fail',
                subject,
                title: 'logrotate ended without an error, but a log is still due',
                evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, subject, due.slice(0, 3).join('; ')),
                next: `\`kubectl -n ${namespace} exec ${ref.pod} -c ${ref.container} -- logrotate --debug ${selection.entry.configuration}\``,
            },
        ];
    });
}
/** `undefined` when the logs of one of them could not be measured. */
const bytesOf = (selections, subjects) => selections
    .flatMap((selection) => selection.pods)
    .filter(({ ref, logs }) => logs.state === 'readable' && subjects.has(`pod/${ref.pod}`))
    .reduce((sum, { logs }) => sum === undefined || logs.state !== 'readable' || logs.bytes === undefined ? undefined : sum + logs.bytes, 0);

;// CONCATENATED MODULE: ./build/tasks/rotate-logs/index.js






/** rotate-logs: every ready pod of the selections, by its own logrotate. */
/* harmony default export */ const rotate_logs = ((0,contract/* defineTask */.R)({
    id: 'rotate-logs',
    title: 'Rotate logs',
    description: "Runs each pod's own logrotate where a log is due, on every ready pod, and proves by the files that it did. Pods that log to stdout are left to the kubelet.",
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
        warn: 'a pod was left out, logrotate is missing where log files are written, or a rotated file is still held open',
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
