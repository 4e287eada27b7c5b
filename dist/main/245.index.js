export const id = 245;
export const ids = [245];
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

/***/ 90245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ clean_temporary_files)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/tasks/contract.js
var contract = __webpack_require__(20555);
// EXTERNAL MODULE: ./build/observation/container-files.js
var container_files = __webpack_require__(26876);
;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/commands.js

/**
 * Everything below a directory on its own file system, NUL-separated. Old plain files: `old <device> <inode> <bytes>
 * <atime> <mtime> <ctime> <path>`; anything else: `kept <type> <bytes>`. The container's own clock decides what is old.
 */
const listing = (directory, minutes) => [
    'find',
    directory,
    '-xdev',
    '-mindepth',
    '1',
    '(',
    '-type',
    'f',
    ...(0,container_files/* olderThan */.W7)(minutes),
    '-printf',
    'old %D %i %s %A@ %T@ %C@ %p\\0',
    ')',
    '-o',
    '-printf',
    'kept %y %s\\0',
];
/** Size and free bytes of the file system of a directory (df(1)). */
const space = (directory) => [
    'df',
    '-B1',
    '--output=size,avail',
    '--',
    directory,
];
/** {@link listing} of one directory. */
const listFiles = (directory, minimumAgeMs) => listing(directory, (0,container_files/* moreMinutesThan */.SP)(minimumAgeMs));
/** {@link space} of one directory. */
const measureSpace = (directory) => space(directory);
const selectors = (platform) => platform.temporaryFiles.map((entry) => entry.selector);
const directories = (platform) => [...new Set(platform.temporaryFiles.flatMap((entry) => entry.directories))];
const anyMinutes = { matches: '\\+[0-9]{1,7}(\\.[0-9]{1,4})?' };
/** The commands of this task as the admission policy holds them. */
const commands = [
    {
        purpose: 'list temporary files with their ages',
        selectors,
        argv: (platform) => directories(platform).map((directory) => listing(directory, anyMinutes)),
    },
    { purpose: 'see which files are open', selectors, argv: () => [container_files/* listOpenIdentities */.dz] },
    { purpose: 'see which files are locked', selectors, argv: () => [container_files/* listLocks */.dB] },
    { purpose: 'measure the file system', selectors, argv: (platform) => directories(platform).map(space) },
    {
        purpose: 'see whether the planned files are still the same',
        changes: true,
        selectors,
        argv: () => [container_files/* identifyFiles */.cX],
    },
    { purpose: 'delete the planned files', changes: true, selectors, argv: () => [(0,container_files/* deleteOldFiles */.sC)(anyMinutes)] },
];

// EXTERNAL MODULE: ./build/domain/bounded.js
var bounded = __webpack_require__(20392);
// EXTERNAL MODULE: ./build/observation/pods.js
var pods = __webpack_require__(3969);
// EXTERNAL MODULE: ./build/observation/files-in-use.js
var files_in_use = __webpack_require__(64966);
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/read-listing.js
const nul = 0;
const read_listing_space = 32;
/** Read NUL-separated records of bytes; a record that is not of ours is left out. */
function readListing(output) {
    const old = [];
    let young = 0;
    let others = 0;
    for (const record of recordsOf(output)) {
        const file = oldFileOf(record);
        if (file !== undefined)
            old.push(file);
        else if (startsWith(record, 'kept f '))
            young += 1;
        else if (startsWith(record, 'kept ') && !startsWith(record, 'kept d '))
            others += 1;
    }
    return { old, young, others };
}
function* recordsOf(output) {
    let start = 0;
    for (let end = output.indexOf(nul, start); end >= 0; end = output.indexOf(nul, start)) {
        yield output.subarray(start, end);
        start = end + 1;
    }
}
/** `old <device> <inode> <bytes> <atime> <mtime> <ctime> <path>`: seven fields without blanks, and then the rest is the path. */
function oldFileOf(record) {
    if (!startsWith(record, 'old '))
        return undefined;
    const fields = [];
    let start = 0;
    while (fields.length < 7) {
        const end = record.indexOf(read_listing_space, start);
        if (end < 0)
            return undefined;
        fields.push(new TextDecoder().decode(record.subarray(start, end)));
        start = end + 1;
    }
    const [, device = '', inode = '', bytes = '', ...times] = fields;
    if (!/^\d+$/.test(device) || !/^\d+$/.test(inode) || !/^\d+$/.test(bytes))
        return undefined;
    const path = record.subarray(start);
    return {
        path: base64(path),
        device: Number(device),
        inode,
        bytes: Number(bytes),
        touched: Math.max(...times.map(Number)),
        shown: new TextDecoder().decode(path).slice(0, 200),
    };
}
const startsWith = (record, prefix) => {
    if (record.length < prefix.length)
        return false;
    for (let index = 0; index < prefix.length; index += 1)
        if (record[index] !== prefix.charCodeAt(index))
            return false;
    return true;
};
const base64 = (bytes) => Buffer.from(bytes).toString('base64');
/** Names by which programs tell each other that something is in use. */
function isLockName(shown) {
    return /(^|\/)[^/]*(\.lock|\.lck|\.pid|-lock|\.LCK)$/.test(shown) || /(^|\/)lock$/.test(shown);
}
/** Size and free bytes from `df -B1 --output=size,avail`. */
function readSpace(output) {
    const match = /(\d+)\s+(\d+)\s*$/.exec(new TextDecoder().decode(output));
    return match ? { size: Number(match[1]), free: Number(match[2]) } : undefined;
}

;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/look.js





const execTimeoutMs = 20_000;
/** A listing may be long: a million names of fifty bytes. */
const largestListing = 64 * 1024 * 1024;
/** Where no file is old, nothing need be asked. */
const nothingUsed = { known: true, open: new Set(), locked: new Set() };
const seeAll = 'run all processes of the container as one user, or take it out of `platform.temporary-files`';
/** Look at one directory; nothing is changed. Never rejects, except on cancellation. */
async function lookAtDirectory(cluster, ref, directory, minimumAgeMs) {
    const run = (command, maxOutputBytes) => cluster.exec(ref, command, {
        timeoutMs: execTimeoutMs,
        ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
    });
    try {
        const listed = await run(listFiles(directory, minimumAgeMs), largestListing);
        if (listed.exitCode !== 0 && listed.stdout.length === 0)
            return notListed(directory, new TextDecoder().decode(listed.stderr), listed.exitCode);
        const listing = readListing(listed.stdout);
        const used = listing.old.length === 0 ? nothingUsed : await (0,files_in_use/* filesInUse */._)(cluster, ref, execTimeoutMs);
        if (!used.known)
            return { state: 'unreadable', cause: used.cause, next: seeAll };
        const isOpen = (file) => used.open.has((0,container_files/* fileIdentity */.l6)(file.device, file.inode));
        const isLocked = (file) => used.locked.has(file.inode) || isLockName(file.shown);
        const space = readSpace((await run(measureSpace(directory))).stdout);
        const stale = listing.old.filter((file) => !isOpen(file) && !isLocked(file)).sort((a, b) => a.touched - b.touched);
        const inUse = listing.old.filter(isOpen).length;
        return {
            state: 'listed',
            stale,
            inUse,
            locked: listing.old.length - stale.length - inUse,
            young: listing.young,
            others: listing.others,
            ...(space === undefined ? {} : { space }),
            truncated: listed.truncated || listed.exitCode > 1,
            unread: complaintsOf(listed.stderr),
        };
    }
    catch (error) {
        if (!(error instanceof port_error/* PortError */.U) || error.code === 'cancelled')
            throw error;
        if (error.code === 'missing-tool')
            return { state: 'no-tools', cause: error.message };
        return { state: 'unreadable', cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
    }
}
/** What find complains of; a file that went meanwhile is none, and find ends with 1 for both. */
const complaintsOf = (stderr) => new TextDecoder()
    .decode(stderr)
    .split('\n')
    .filter((line) => /^find: (?!warning)/.test(line) && !/No such file or directory/.test(line)).length;
function notListed(directory, stderr, exitCode) {
    if (/No such file or directory/.test(stderr))
        return { state: 'absent' };
    if (/unknown predicate|unrecognized|invalid option/i.test(stderr))
        return { state: 'no-tools', cause: 'find in the container does not know -printf (GNU find is needed)' };
    return {
        state: 'unreadable',
        cause: exitCode === 124
            ? `listing ${directory} did not end within ${execTimeoutMs / 1000} s`
            : `find ended with exit code ${exitCode}`,
    };
}

;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/observe.js



/** List the configured directories of every ready pod, a few pods at once. */
async function observe(context, inputs) {
    const { cluster } = context.ports;
    const { namespace } = context.platform;
    const selections = [];
    const places = new Set();
    for (const entry of context.platform.temporaryFiles) {
        const selected = await (0,pods/* selectPods */.x)(cluster, {
            namespace,
            selector: entry.selector,
            ...(entry.container === undefined ? {} : { container: entry.container }),
        });
        const wanted = selected.ready.flatMap(({ ref, place, subject }) => entry.directories.map((directory) => ({ ref, place: `${place} ${directory}`, owner: subject, directory })));
        const fresh = wanted.filter(({ place }) => !places.has(place) && places.add(place));
        const directories = await (0,bounded/* mapBounded */.y)(fresh, inputs.concurrency, async (one) => ({
            ...one,
            found: await lookAtDirectory(cluster, one.ref, one.directory, inputs['minimum-age']),
        }));
        const lookedAtAlready = wanted.length - fresh.length;
        selections.push({ entry, directories, skipped: selected.skipped, lookedAtAlready });
    }
    const withStale = selections
        .flatMap((selection) => selection.directories)
        .filter(({ found }) => found.state === 'listed' && found.stale.length > 0);
    return {
        basis: withStale.map(({ ref, directory }) => ({
            pod: ref.pod,
            podUid: ref.podUid,
            container: ref.container,
            directory,
        })),
        measurements: selections,
    };
}

// EXTERNAL MODULE: ./build/domain/kubernetes/pod-owner.js
var pod_owner = __webpack_require__(73127);
// EXTERNAL MODULE: ./build/domain/quantities.js
var quantities = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/domain/step/kinds.js + 1 modules
var kinds = __webpack_require__(60747);
// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/observation/inside-container.js
var inside_container = __webpack_require__(21631);
;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/findings.js




/** From this share on a file system of temporary files is named. */
const fullAt = 0.9;
/** What the directories of a selection show, whether or not anything was deleted. */
function selectionFindings(selection, namespace) {
    return [
        ...podFindings(selection, namespace),
        ...selection.directories.flatMap((directory) => directoryFindings(directory)),
    ];
}
function podFindings(selection, namespace) {
    const { entry, directories, skipped, lookedAtAlready } = selection;
    const subject = `pods ${entry.selector}`;
    const next = (0,kubectl/* kubectl */.Lr)(namespace) `get pods -l ${entry.selector}`;
    if (directories.length + skipped.length + lookedAtAlready === 0) {
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
    if (skipped.length === 0)
        return [];
    const who = skipped.slice(0, 5).map(({ pod, why }) => `${pod}: ${why}`);
    return [
        {
            code: 'pods-left-out',
            severity: 'warn',
            subject,
            title: 'temporary files of some pods were not looked at',
            evidence: `${(0,quantities/* counted */.hS)(skipped.length, 'pod')} left out: ${who.join('; ')}`,
            next,
        },
    ];
}
function directoryFindings(observed) {
    const { ref, owner, directory, found } = observed;
    const subject = `${owner} ${directory}`;
    switch (found.state) {
        case 'absent':
            return [
                {
                    code: 'no-directory',
                    severity: 'info',
                    subject,
                    title: 'the directory does not exist',
                    evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, owner, 'nothing to clean there'),
                    next: 'take it out of `platform.temporary-files`',
                },
            ];
        case 'no-tools':
            return [
                {
                    code: 'no-find',
                    severity: 'warn',
                    subject,
                    title: 'the container has no GNU find, so its temporary files cannot be cleaned',
                    evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, owner, found.cause),
                    next: 'mount an emptyDir with a size limit there, or add findutils to the image',
                },
            ];
        case 'unreadable':
            return [
                {
                    code: 'cannot-look',
                    severity: 'unknown',
                    subject,
                    title: 'its temporary files could not be looked at',
                    evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, owner, found.cause),
                    next: found.next ?? (0,inside_container/* insideContainer */.s)(ref, ['ls', directory]),
                },
            ];
        case 'listed':
            return [...unreadFolders(observed, found), ...nearlyFull(observed, found)];
    }
}
function unreadFolders({ ref, owner, directory }, { unread }) {
    if (unread === 0)
        return [];
    return [
        {
            code: 'not-read-whole',
            severity: 'unknown',
            subject: `${owner} ${directory}`,
            title: 'some of its temporary files could not be looked at',
            evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, owner, `${(0,quantities/* counted */.hS)(unread, 'folder')} below it could not be read`),
            next: `${(0,inside_container/* insideContainer */.s)(ref, ['ls', '-la', directory])}: run all processes of the container as one user`,
        },
    ];
}
function nearlyFull({ ref, owner, directory }, { space }) {
    if (space === undefined || space.size === 0 || 1 - space.free / space.size < fullAt)
        return [];
    const subject = `${owner} ${directory}`;
    const used = 1 - space.free / space.size;
    return [
        {
            code: 'nearly-full',
            severity: 'warn',
            subject,
            title: 'the file system of the temporary files is nearly full',
            evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, owner, `${(0,quantities/* formatShare */.T1)(used)} of ${(0,quantities/* formatBytes */.z3)(space.size)} used (named from ${(0,quantities/* formatShare */.T1)(fullAt)} on)`),
            next: (0,inside_container/* insideContainer */.s)(ref, ['du', '-x', directory]),
        },
    ];
}

;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/within-budget.js
/**
 * Characters of a plan that the named files of one run take at most: some 30 000 files. The journal keeps a plan of at most 32
 * parts of 174 762 characters and takes none that is longer, so that without a bound nothing at all would be deleted.
 */
const mostCharacters = 3_000_000;
/** A file as the plan names it. */
const planned = ({ path, device, inode, bytes }) => ({
    path,
    device,
    inode,
    bytes,
});
/** The oldest files of all directories together that a plan can hold, in the order that each directory had. */
function withinBudget(chosen) {
    const oldestFirst = chosen.flatMap(({ files }) => files).sort((a, b) => a.touched - b.touched);
    const taken = new Set();
    let characters = 0;
    for (const file of oldestFirst) {
        characters += JSON.stringify(planned(file)).length + 1;
        if (characters > mostCharacters)
            break;
        taken.add(file);
    }
    return chosen.map(({ directory, files }) => ({ directory, files: files.filter((file) => taken.has(file)) }));
}

;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/plan.js





/** Below this many files a directory is small, and the cap on the share would only be in the way. */
const smallDirectory = 100;
/** The oldest stale files of each directory, up to the caps; the rest waits for the next run, and that is said. */
function plan(observation, context) {
    const { inputs, platform } = context;
    const directories = observation.measurements.flatMap((selection) => selection.directories);
    const chosen = withinBudget(directories.map((directory) => ({ directory, files: chosenFiles(directory.found, inputs) })));
    const steps = chosen
        .filter(({ files }) => files.length > 0)
        .map(({ directory, files }) => deletion(directory, files, inputs));
    const all = chosen.flatMap(({ files }) => files);
    const spared = sum(directories, (found) => found.inUse + found.locked);
    return {
        steps,
        refusals: [],
        notChecked: [],
        findings: [
            ...observation.measurements.flatMap((selection) => selectionFindings(selection, platform.namespace)),
            ...chosen.flatMap(({ directory, files }) => leftForLater(directory, files, inputs)),
        ],
        measurements: [
            { name: 'stale-files', value: all.length, unit: 'count' },
            { name: 'stale-bytes', value: bytesOf(all), unit: 'bytes' },
        ],
        result: all.length === 0
            ? `nothing to do: no file in ${(0,quantities/* counted */.hS)(directories.length, 'directory', 'directories')} is older than ${(0,quantities/* formatSpan */.QA)(inputs['minimum-age'])}${sparedWords(spared)}`
            : `${(0,quantities/* counted */.hS)(all.length, 'file')}, ${(0,quantities/* formatBytes */.z3)(bytesOf(all))} to delete${sparedWords(spared)}`,
    };
}
/** `; 3 spared (in use or locked)`. */
const sparedWords = (spared) => (spared === 0 ? '' : `; ${spared} spared (in use or locked)`);
const bytesOf = (files) => files.reduce((total, file) => total + file.bytes, 0);
const sum = (directories, of) => directories.reduce((total, { found }) => total + (found.state === 'listed' ? of(found) : 0), 0);
function chosenFiles(found, inputs) {
    if (found.state !== 'listed')
        return [];
    const files = found.stale.length + found.inUse + found.locked + found.young;
    const byShare = files <= smallDirectory ? files : Math.floor(files * inputs['maximum-share']);
    return found.stale.slice(0, Math.min(byShare, inputs['maximum-files']));
}
function leftForLater({ ref, owner, directory, found }, chosen, inputs) {
    if (found.state !== 'listed' || (found.stale.length === chosen.length && !found.truncated))
        return [];
    const more = found.truncated ? 'at least ' : '';
    return [
        {
            code: 'capped',
            severity: 'info',
            subject: `${owner} ${directory}`,
            title: 'not all stale files are deleted in one run',
            evidence: (0,pod_owner/* evidenceOf */.X1)(ref.pod, owner, `${more}${(0,quantities/* counted */.hS)(found.stale.length, 'stale file')}, ${chosen.length} in this run (caps: ${(0,quantities/* formatShare */.T1)(inputs['maximum-share'])} of the files, ${inputs['maximum-files']} files, and what a plan over all directories holds)`),
            next: 'nothing: the next run goes on; or raise `maximum-share` and `maximum-files`',
        },
    ];
}
/** The id of the step that deletes at a place. */
const deletionOf = (place) => `delete-files ${place}`;
function deletion({ ref, place, owner, directory }, files, inputs) {
    const bytes = bytesOf(files);
    const largest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
    return {
        id: deletionOf(place),
        kind: 'delete-files',
        subject: place,
        ...(`${owner} ${directory}` === place ? {} : { owner: `${owner} ${directory}` }),
        from: { files: files.length, bytes, largest: largest.map((file) => `${file.shown} (${(0,quantities/* formatBytes */.z3)(file.bytes)})`) },
        to: { files: 0 },
        parameters: {
            ...ref,
            directory,
            minimumAgeMs: inputs['minimum-age'],
            files: files.map(planned),
        },
        why: `not read, written or changed for ${(0,quantities/* formatSpan */.QA)(inputs['minimum-age'])}`,
        risk: 'a program may expect a file that it last used long ago; open and locked files are spared',
        undo: `cannot be undone: ${kinds/* stepKinds */.C['delete-files'].cannotBeUndone}`,
        deadlineMs: 90_000,
    };
}

;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/verify.js





/** Look again at every directory that was cleaned; what was freed is what the file system says. Others write there too. */
async function verify(context, done, inputs) {
    const cleaned = new Set(done.applied.filter((applied) => applied.outcome === 'done').map((applied) => applied.step.id));
    const after = [];
    for (const selection of done.observation.measurements) {
        const again = async (directory) => cleaned.has(deletionOf(directory.place))
            ? {
                ...directory,
                found: await lookAtDirectory(context.ports.cluster, directory.ref, directory.directory, inputs['minimum-age']),
            }
            : directory;
        after.push({ ...selection, directories: await (0,bounded/* mapBounded */.y)(selection.directories, inputs.concurrency, again) });
    }
    const deleted = total(done.applied, 'files-deleted');
    const bytes = total(done.applied, 'bytes-deleted');
    const spared = total(done.applied, 'files-spared') + sparedBefore(done.observation);
    return {
        findings: [
            ...after.flatMap((selection) => selectionFindings(selection, context.platform.namespace)),
            ...done.draft.findings.filter((finding) => finding.code === 'capped'),
        ],
        measurements: freed(done.observation.measurements, after),
        result: `${(0,quantities/* counted */.hS)(deleted, 'file')}, ${(0,quantities/* formatBytes */.z3)(bytes)} deleted${freedWords(done.applied)}${sparedWords(spared)}`,
    };
}
/** `, 2.1 GB freed`, by what the file systems gained around each deletion; nothing where one was not measured. */
function freedWords(applied) {
    const deleting = applied.filter((step) => total([step], 'files-deleted') > 0);
    const measured = deleting.every(({ effect }) => effect?.measurements.some(({ name }) => name === 'bytes-freed'));
    return measured && deleting.length > 0 ? `, ${(0,quantities/* formatBytes */.z3)(Math.max(0, total(applied, 'bytes-freed')))} freed` : '';
}
const total = (applied, name) => applied
    .flatMap((step) => step.effect?.measurements ?? [])
    .reduce((sum, measured) => sum + (measured.name === name ? measured.value : 0), 0);
const sparedBefore = (observation) => observation.measurements
    .flatMap((selection) => selection.directories)
    .reduce((sum, { found }) => sum + (found.state === 'listed' ? found.inUse + found.locked : 0), 0);
/** Free bytes of each file system after against before. Others write there too, so this may differ from the files' sizes. */
function freed(before, after) {
    const earlier = new Map(before.flatMap((selection) => selection.directories).map((directory) => [directory.place, directory.found]));
    return after
        .flatMap((selection) => selection.directories)
        .flatMap((directory) => {
        const then = earlier.get(directory.place);
        const now = directory.found;
        if (then?.state !== 'listed' || now.state !== 'listed' || then === now || !then.space || !now.space)
            return [];
        return [
            {
                name: 'file-system-free',
                subject: directory.place,
                value: now.space.free,
                unit: 'bytes',
                comparedWith: { what: 'before', value: then.space.free },
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/tasks/clean-temporary-files/index.js






/** clean-temporary-files: what nobody has touched for long, on every ready pod, file by file. */
/* harmony default export */ const clean_temporary_files = ((0,contract/* defineTask */.R)({
    id: 'clean-temporary-files',
    title: 'Clean temporary files',
    description: 'Deletes plain files in the configured directories that were not read, written or changed for a time, on every ready pod. Never leaves the file system, never touches open or locked files, sockets or links.',
    guide: ['temporary_file_cleanup'],
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
        'minimum-age': {
            kind: 'duration',
            description: 'How long a file must not have been read, written or changed.',
            default: '24h',
            min: '0s',
            max: '365d',
        },
        'maximum-share': {
            kind: 'share',
            description: 'At most this share of the files of a directory goes in one run.',
            default: 0.9,
            min: 0.01,
            max: 1,
        },
        'maximum-files': {
            kind: 'integer',
            description: 'At most so many files of a directory go in one run.',
            default: 5000,
            min: 1,
            max: 20_000,
            unit: 'files',
        },
        concurrency: {
            kind: 'integer',
            description: 'How many directories are looked at at once.',
            default: 8,
            min: 1,
            max: 32,
            unit: 'directories',
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
                why: 'list the files with their ages, and which are open or locked',
            },
        ],
        change: [
            {
                resource: resources/* resources */.E.pods,
                subresource: 'exec',
                verbs: ['get', 'create'],
                scope: 'platform',
                why: 'delete the planned files',
            },
        ],
    },
    commands: commands,
    forwards: [],
    steps: ['delete-files'],
    verdicts: {
        pass: 'stale files are deleted, or there were none',
        warn: 'a pod was left out, has no GNU find, or a file system is nearly full',
        fail: 'deleting failed',
        unknown: 'a directory could not be looked at',
    },
    observe: observe,
    plan: plan,
    verify: verify,
}));


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


/***/ })

};
