export const id = 3366;
export const ids = [3366];
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

/***/ 63366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ delete_files)
});

// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/observation/container-files.js
var container_files = __webpack_require__(26876);
// EXTERNAL MODULE: ./build/observation/files-in-use.js
var files_in_use = __webpack_require__(64966);
// EXTERNAL MODULE: ./build/observation/inside-container.js
var inside_container = __webpack_require__(21631);
// EXTERNAL MODULE: ./build/observation/pods.js
var pods = __webpack_require__(3969);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/steps/delete-files/deletion.js
/** Bytes of a block as find's `%b` counts them (find(1)). */
const blockBytes = 512;
/**
 * Read what `deleteOldFiles` prints, NUL-separated: `<inode> <bytes> <blocks> <names>` for each file, and before the first and
 * after the last one what df says, a heading and the free bytes.
 */
function readDeletion(output) {
    const inodes = new Map();
    const free = [];
    let files = 0;
    for (const record of output.split('\0')) {
        const [, inode, ...figures] = /^(\d+) (\d+) (\d+) (\d+)$/.exec(record) ?? [];
        const measured = /^\s*\S+\s+(\d+)\s*$/.exec(record)?.[1];
        if (inode !== undefined) {
            const [bytes = 0, blocks = 0, names = 1] = figures.map(Number);
            files += 1;
            inodes.set(inode, { bytes, took: blocks * blockBytes, names });
        }
        else if (measured !== undefined)
            free.push(Number(measured));
    }
    const gained = free.length < 2 ? undefined : (free.at(-1) ?? 0) - (free[0] ?? 0);
    return { ...summed([...inodes.values()]), files, ...(gained === undefined ? {} : { gained }) };
}
function summed(inodes) {
    const sum = { bytes: 0, allocated: 0, linked: 0, holes: 0 };
    for (const { bytes, took, names } of inodes) {
        sum.bytes += bytes;
        sum.holes += Math.max(0, bytes - took);
        // of a file that lost its last name here, the last record says 1
        if (names > 1)
            sum.linked += took;
        else
            sum.allocated += took;
    }
    return sum;
}

// EXTERNAL MODULE: ./build/domain/kubernetes/pod-owner.js
var pod_owner = __webpack_require__(73127);
;// CONCATENATED MODULE: ./build/steps/delete-files/why-not-freed.js

/** Differences below this share of what was deleted, or this many bytes, are rounding and what others write. */
const smallShare = 0.1;
const smallBytes = 1_000_000;
/** Why the file system gained another amount than the sizes of the deleted files; `undefined` where it did not, or was not measured. */
function whyNotFreed({ bytes, allocated, linked, holes, gained }) {
    if (gained === undefined)
        return undefined;
    const large = (difference) => difference > Math.max(smallBytes, bytes * smallShare);
    const reasons = [];
    if (large(linked))
        reasons.push(`${(0,quantities/* formatBytes */.z3)(linked)} stay under other names (hard links)`);
    if (large(holes))
        reasons.push(`${(0,quantities/* formatBytes */.z3)(holes)} were holes and never took space (sparse files)`);
    if (large(allocated - gained)) {
        const words = 'somebody opened a file meanwhile or wrote others, or the file system gives space back later';
        reasons.push(`${(0,quantities/* formatBytes */.z3)(allocated - gained)} are not free: ${words}`);
    }
    if (large(gained - allocated))
        reasons.push(`${(0,quantities/* formatBytes */.z3)(gained - allocated)} became free by something else at the same time`);
    return reasons.length === 0 ? undefined : reasons.join('; ');
}

;// CONCATENATED MODULE: ./build/steps/delete-files/findings.js




/** What a deletion shows: space that did not become free as the sizes say, and `refused` files that could not be deleted. */
function deletionFindings(step, deletion, refused) {
    const subject = step.owner ?? step.subject;
    const { pod, directory, files } = step.parameters;
    const findings = [];
    const why = whyNotFreed(deletion);
    if (why !== undefined) {
        const sums = `${(0,quantities/* formatBytes */.z3)(deletion.bytes)} deleted, ${(0,quantities/* formatBytes */.z3)(Math.max(0, deletion.gained ?? 0))} freed`;
        findings.push({
            code: 'freed-differs',
            severity: 'info',
            subject,
            title: 'the file system did not gain what the deleted files counted',
            evidence: (0,pod_owner/* evidenceOf */.X1)(pod, subject, `${sums}: ${why}`),
            next: (0,inside_container/* insideContainer */.s)(step.parameters, ['df', directory]),
        });
    }
    if (refused > 0) {
        findings.push({
            code: 'cannot-delete',
            severity: 'fail',
            subject,
            title: 'stale files could not be deleted',
            evidence: (0,pod_owner/* evidenceOf */.X1)(pod, subject, `${refused} of ${(0,quantities/* counted */.hS)(files.length, 'file')}`),
            next: `${(0,inside_container/* insideContainer */.s)(step.parameters, ['ls', '-la', directory])}: rights, an immutable mark (\`lsattr\`) or a file system that is read-only`,
        });
    }
    return findings;
}

// EXTERNAL MODULE: ./build/steps/executor.js
var executor = __webpack_require__(54639);
;// CONCATENATED MODULE: ./build/steps/delete-files.js









const timeoutMs = 60_000;
/** Delete the planned files of one directory, each only if it is still the same plain file, as old, and neither open nor locked. */
/* harmony default export */ const delete_files = ((0,executor/* defineStep */.o)({
    kind: 'delete-files',
    ports: ['cluster'],
    provedBy: 'apply',
    precondition: async (context, step) => {
        const moved = await (0,pods/* podMoved */.j)(context.ports.cluster, step.parameters);
        return moved === undefined ? { holds: true } : { holds: false, moved };
    },
    apply: async (context, step) => {
        const { files } = step.parameters;
        const { cluster } = context.ports;
        const wanted = await unused(cluster, step);
        const { deletion, refused } = wanted.length === 0 ? nothing : await deletionOf(cluster, step, wanted);
        const { bytes, gained } = deletion;
        const spared = files.length - deletion.files - refused;
        const words = `${(0,quantities/* counted */.hS)(deletion.files, 'file')}, ${(0,quantities/* formatBytes */.z3)(bytes)} deleted${gained === undefined ? '' : `, ${(0,quantities/* formatBytes */.z3)(Math.max(0, gained))} freed`}`;
        return {
            text: `${words}${spared === 0 ? '' : `; ${spared} were in use, touched or gone by then`}`,
            measurements: [
                { name: 'files-deleted', subject: step.subject, value: deletion.files, unit: 'count' },
                { name: 'bytes-deleted', subject: step.subject, value: bytes, unit: 'bytes' },
                ...(gained === undefined
                    ? []
                    : [{ name: 'bytes-freed', subject: step.subject, value: gained, unit: 'bytes' }]),
                { name: 'files-spared', subject: step.subject, value: spared, unit: 'count' },
            ],
            findings: deletionFindings(step, deletion, refused),
        };
    },
    settle: async () => 'cannot-tell',
}));
/** Those that are still the planned files, and neither open nor locked. Throws where that cannot be told: nothing may go then. */
async function unused(cluster, { subject, parameters }) {
    const { files, directory, minimumAgeMs: _age, ...target } = parameters;
    const used = await (0,files_in_use/* filesInUse */._)(cluster, target, timeoutMs);
    if (!used.known)
        throw new port_error/* PortError */.U({
            code: 'failed',
            subject,
            message: `nothing is deleted: ${used.cause}`,
            next: 'run all processes of the container as one user',
        });
    const identified = await cluster.exec(target, container_files/* identifyFiles */.cX, { timeoutMs, stdin: namesOf(files) });
    if (hasNotRun(identified))
        throw failed(subject, target, directory, identified);
    const same = new Set(Buffer.from(identified.stdout).toString('latin1').split('\0'));
    return files.filter(({ path, device, inode }) => {
        const identity = (0,container_files/* fileIdentity */.l6)(device, inode);
        const named = Buffer.from(path, 'base64').toString('latin1');
        return same.has(`${identity} ${named}`) && !used.open.has(identity) && !used.locked.has(inode);
    });
}
/** Where no file is left to delete, find is not run. */
const nothing = { deletion: readDeletion(''), refused: 0 };
/** What find deleted of these, and how many it could not. */
async function deletionOf(cluster, { subject, parameters }, wanted) {
    const { files: _planned, minimumAgeMs, directory, ...target } = parameters;
    const command = (0,container_files/* deleteOldFiles */.sC)((0,container_files/* moreMinutesThan */.SP)(minimumAgeMs));
    const around = Buffer.from(`${directory}\0`);
    const stdin = Buffer.concat([around, namesOf(wanted), around]);
    const result = await cluster.exec(target, command, { timeoutMs, stdin });
    const deletion = readDeletion(new TextDecoder().decode(result.stdout));
    if (deletion.files === 0 && result.exitCode !== 0)
        throw failed(subject, target, directory, result);
    const refusals = [...new TextDecoder().decode(result.stderr).matchAll(/^find: cannot delete /gm)];
    return { deletion, refused: Math.min(refusals.length, wanted.length - deletion.files) };
}
/** find ends with 1 also where only a file was gone; with more than that it was not find that ended it. */
const hasNotRun = ({ exitCode, stdout, stderr }) => exitCode > 1 || (exitCode === 1 && stdout.length === 0 && isUnknownOption(stderr));
const isUnknownOption = (stderr) => /unknown predicate|unrecognized/i.test(new TextDecoder().decode(stderr));
/** File names as bytes, each ended by NUL, as `-files0-from` reads them. */
function namesOf(files) {
    return Buffer.concat(files.flatMap(({ path }) => [Buffer.from(path, 'base64'), Buffer.of(0)]));
}
function failed(subject, target, directory, result) {
    const old = isUnknownOption(result.stderr);
    return new port_error/* PortError */.U({
        code: old ? 'missing-tool' : 'failed',
        subject,
        message: old
            ? 'find in the container does not know -files0-from (findutils 4.9 or newer is needed)'
            : `deleting ended with exit code ${result.exitCode} and no file deleted`,
        next: old ? 'update the image' : (0,inside_container/* insideContainer */.s)(target, ['ls', '-la', directory]),
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
