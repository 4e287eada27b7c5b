export const id = 1355;
export const ids = [1355];
export const modules = {

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

/***/ 41355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__)
/* harmony export */ });
/* harmony import */ var _domain_quantities_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92400);
/* harmony import */ var _observation_container_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26876);
/* harmony import */ var _observation_files_in_use_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64966);
/* harmony import */ var _observation_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3969);
/* harmony import */ var _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55563);
/* harmony import */ var _executor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54639);






const timeoutMs = 60_000;
/** Delete the planned files of one directory, each only if it is still the same plain file, as old, and neither open nor locked. */
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_executor_js__WEBPACK_IMPORTED_MODULE_4__/* .defineStep */ .o)({
    kind: 'delete-files',
    ports: ['cluster'],
    provedBy: 'apply',
    precondition: async (context, step) => {
        const moved = await (0,_observation_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .podMoved */ .j)(context.ports.cluster, step.parameters);
        return moved === undefined ? { holds: true } : { holds: false, moved };
    },
    apply: async (context, step) => {
        const { files } = step.parameters;
        const { cluster } = context.ports;
        const wanted = await unused(cluster, step);
        const deleted = wanted.length === 0 ? [] : await deletedOf(cluster, step, wanted);
        const bytes = deleted.reduce((total, record) => total + Number(record.split(' ')[1]), 0);
        const spared = files.length - deleted.length;
        return {
            text: `${deleted.length} files, ${(0,_domain_quantities_js__WEBPACK_IMPORTED_MODULE_5__/* .formatBytes */ .z3)(bytes)}${spared === 0 ? '' : `; ${spared} were in use, touched or gone by then`}`,
            measurements: [
                { name: 'files-deleted', subject: step.subject, value: deleted.length, unit: 'count' },
                { name: 'bytes-deleted', subject: step.subject, value: bytes, unit: 'bytes' },
                { name: 'files-spared', subject: step.subject, value: spared, unit: 'count' },
            ],
            findings: [],
        };
    },
    settle: async () => 'cannot-tell',
}));
/** Those that are still the planned files, and neither open nor locked. Throws where that cannot be told: nothing may go then. */
async function unused(cluster, { subject, parameters }) {
    const { files, directory, minimumAgeMs: _age, ...target } = parameters;
    const used = await (0,_observation_files_in_use_js__WEBPACK_IMPORTED_MODULE_1__/* .filesInUse */ ._)(cluster, target, timeoutMs);
    if (!used.known)
        throw new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({
            code: 'failed',
            subject,
            message: `nothing is deleted: ${used.cause}`,
            next: 'run all processes of the container as one user',
        });
    const identified = await cluster.exec(target, _observation_container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .identifyFiles */ .cX, { timeoutMs, stdin: namesOf(files) });
    if (identified.exitCode !== 0 && identified.stdout.length === 0 && isUnknownOption(identified.stderr))
        throw failed(subject, target, directory, identified);
    const same = new Set(Buffer.from(identified.stdout).toString('latin1').split('\0'));
    return files.filter(({ path, device, inode }) => {
        const identity = (0,_observation_container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .fileIdentity */ .l6)(device, inode);
        const named = Buffer.from(path, 'base64').toString('latin1');
        return same.has(`${identity} ${named}`) && !used.open.has(identity) && !used.locked.has(inode);
    });
}
/** `<inode> <bytes>` of each of these that find deleted. */
async function deletedOf(cluster, { subject, parameters }, wanted) {
    const { files: _planned, minimumAgeMs, directory, ...target } = parameters;
    const command = (0,_observation_container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteOldFiles */ .sC)((0,_observation_container_files_js__WEBPACK_IMPORTED_MODULE_0__/* .moreMinutesThan */ .SP)(minimumAgeMs));
    const result = await cluster.exec(target, command, { timeoutMs, stdin: namesOf(wanted) });
    const records = new TextDecoder().decode(result.stdout).split('\0');
    const deleted = records.filter((record) => /^\d+ \d+$/.test(record));
    if (deleted.length === 0 && result.exitCode !== 0)
        throw failed(subject, target, directory, result);
    return deleted;
}
const isUnknownOption = (stderr) => /unknown predicate|unrecognized/i.test(new TextDecoder().decode(stderr));
/** File names as bytes, each ended by NUL, as `-files0-from` reads them. */
function namesOf(files) {
    return Buffer.concat(files.flatMap(({ path }) => [Buffer.from(path, 'base64'), Buffer.of(0)]));
}
function failed(subject, target, directory, result) {
    const old = isUnknownOption(result.stderr);
    return new _ports_port_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PortError */ .U({
        code: old ? 'missing-tool' : 'failed',
        subject,
        message: old
            ? 'find in the container does not know -files0-from (findutils 4.9 or newer is needed)'
            : `deleting ended with exit code ${result.exitCode} and no file deleted`,
        next: old
            ? 'update the image'
            : `\`kubectl -n ${target.namespace} exec ${target.pod} -c ${target.container} -- ls -la ${directory}\``,
    });
}


/***/ }),

/***/ 54639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ defineStep)
/* harmony export */ });
/** Define the execution of a step kind. */
function defineStep(executor) {
    return executor;
}


/***/ })

};
