export const id = 6066;
export const ids = [6066];
export const modules = {

/***/ 86066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectKubernetes: () => (/* binding */ connectKubernetes)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./node_modules/@kubernetes/client-node/dist/config_types.js

const ActionOnInvalid = {
    THROW: 'throw',
    FILTER: 'filter',
};
function defaultNewConfigOptions() {
    return {
        onInvalidEntry: ActionOnInvalid.THROW,
    };
}
function newClusters(a, opts) {
    if (!Array.isArray(a)) {
        return [];
    }
    const options = Object.assign(defaultNewConfigOptions(), opts || {});
    return a.map(clusterIterator(options.onInvalidEntry)).filter(Boolean);
}
function exportCluster(cluster) {
    return {
        name: cluster.name,
        cluster: {
            server: cluster.server,
            'certificate-authority-data': cluster.caData,
            'certificate-authority': cluster.caFile,
            'insecure-skip-tls-verify': cluster.skipTLSVerify,
            'tls-server-name': cluster.tlsServerName,
            'proxy-url': cluster.proxyUrl,
        },
    };
}
function clusterIterator(onInvalidEntry) {
    return (elt, i, list) => {
        try {
            if (!elt.name) {
                throw new Error(`clusters[${i}].name is missing`);
            }
            if (!elt.cluster) {
                throw new Error(`clusters[${i}].cluster is missing`);
            }
            if (!elt.cluster.server) {
                throw new Error(`clusters[${i}].cluster.server is missing`);
            }
            return {
                caData: elt.cluster['certificate-authority-data'],
                caFile: elt.cluster['certificate-authority'],
                name: elt.name,
                server: elt.cluster.server.replace(/\/$/, ''),
                skipTLSVerify: elt.cluster['insecure-skip-tls-verify'] === true,
                tlsServerName: elt.cluster['tls-server-name'],
                proxyUrl: elt.cluster['proxy-url'],
            };
        }
        catch (err) {
            switch (onInvalidEntry) {
                case ActionOnInvalid.FILTER:
                    return null;
                default:
                case ActionOnInvalid.THROW:
                    throw err;
            }
        }
    };
}
function newUsers(a, opts) {
    if (!Array.isArray(a)) {
        return [];
    }
    const options = Object.assign(defaultNewConfigOptions(), opts || {});
    return a.map(userIterator(options.onInvalidEntry)).filter(Boolean);
}
function exportUser(user) {
    return {
        name: user.name,
        user: {
            as: user.impersonateUser,
            'auth-provider': user.authProvider,
            'client-certificate-data': user.certData,
            'client-certificate': user.certFile,
            exec: user.exec,
            'client-key-data': user.keyData,
            'client-key': user.keyFile,
            token: user.token,
            password: user.password,
            username: user.username,
        },
    };
}
function userIterator(onInvalidEntry) {
    return (elt, i, list) => {
        try {
            if (!elt.name) {
                throw new Error(`users[${i}].name is missing`);
            }
            return {
                authProvider: elt.user ? elt.user['auth-provider'] : null,
                certData: elt.user ? elt.user['client-certificate-data'] : null,
                certFile: elt.user ? elt.user['client-certificate'] : null,
                exec: elt.user ? elt.user.exec : null,
                keyData: elt.user ? elt.user['client-key-data'] : null,
                keyFile: elt.user ? elt.user['client-key'] : null,
                name: elt.name,
                token: findToken(elt.user),
                password: elt.user ? elt.user.password : null,
                username: elt.user ? elt.user.username : null,
                impersonateUser: elt.user ? elt.user.as : null,
            };
        }
        catch (err) {
            switch (onInvalidEntry) {
                case ActionOnInvalid.FILTER:
                    return null;
                default:
                case ActionOnInvalid.THROW:
                    throw err;
            }
        }
    };
}
function findToken(user) {
    if (user) {
        if (user.token) {
            return user.token;
        }
        if (user['token-file']) {
            return external_node_fs_.readFileSync(user['token-file']).toString();
        }
    }
}
function newContexts(a, opts) {
    if (!Array.isArray(a)) {
        return [];
    }
    const options = Object.assign(defaultNewConfigOptions(), opts || {});
    return a.map(contextIterator(options.onInvalidEntry)).filter(Boolean);
}
function exportContext(ctx) {
    return {
        name: ctx.name,
        context: ctx,
    };
}
function contextIterator(onInvalidEntry) {
    return (elt, i, list) => {
        try {
            if (!elt.name) {
                throw new Error(`contexts[${i}].name is missing`);
            }
            if (!elt.context) {
                throw new Error(`contexts[${i}].context is missing`);
            }
            if (!elt.context.cluster) {
                throw new Error(`contexts[${i}].context.cluster is missing`);
            }
            return {
                cluster: elt.context.cluster,
                name: elt.name,
                user: elt.context.user || undefined,
                namespace: elt.context.namespace || undefined,
            };
        }
        catch (err) {
            switch (onInvalidEntry) {
                case ActionOnInvalid.FILTER:
                    return null;
                default:
                case ActionOnInvalid.THROW:
                    throw err;
            }
        }
    };
}
//# sourceMappingURL=config_types.js.map
// EXTERNAL MODULE: ./build/ports/port-error.js
var port_error = __webpack_require__(55563);
// EXTERNAL MODULE: ./build/adapters/kubernetes/exec-plugin.js
var exec_plugin = __webpack_require__(81273);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/kubeconfig.js





const refused = (subject, message, next) => new port_error/* PortError */.U({ code: 'invalid', subject, message, next });
const inSection = (entry, section) => entry[section] ?? {};
/** The same entry with the paths in one of its sections made absolute. */
function withAbsolutePaths(entry, section, keys, directory) {
    const values = { ...inSection(entry, section) };
    for (const key of keys) {
        const path = values[key];
        if (typeof path === 'string' && path !== '' && !(0,external_node_path_.isAbsolute)(path))
            values[key] = (0,external_node_path_.join)(directory, path);
    }
    return { ...entry, [section]: values };
}
/** Many tools write kubeconfigs as JSON, which is also YAML; a YAML parser is loaded only for the others. */
async function parsed(text) {
    if (text.trimStart().startsWith('{')) {
        try {
            return JSON.parse(text);
        }
        catch {
            // It may still be YAML that begins with a brace.
        }
    }
    const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    return parse(text);
}
async function readDocument(file) {
    const subject = `kubeconfig ${file}`;
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        const code = error.code ?? 'unreadable';
        throw refused(subject, `The file cannot be read (${code})`, 'Set KUBECONFIG to a readable file');
    }
    let document;
    try {
        document = await parsed(text);
    }
    catch {
        throw refused(subject, 'The file is not YAML', 'kubectl config view shows how it should look');
    }
    if (typeof document !== 'object' || document === null)
        throw refused(subject, 'The file is empty', 'Set KUBECONFIG');
    const { clusters = [], contexts = [], users = [], ...rest } = document;
    const directory = (0,external_node_path_.dirname)(file);
    return {
        ...rest,
        contexts,
        clusters: clusters.map((entry) => withAbsolutePaths(entry, 'cluster', ['certificate-authority'], directory)),
        users: users.map((entry) => withAbsolutePaths(entry, 'user', ['client-certificate', 'client-key', 'tokenFile'], directory)),
    };
}
/** As `kubectl` merges several files: the first that says something wins. */
function merged(documents) {
    const first = (entries) => {
        const byName = new Map();
        for (const entry of entries) {
            const name = entry.name ?? '';
            if (!byName.has(name))
                byName.set(name, entry);
        }
        return [...byName.values()];
    };
    const current = documents.map((document) => document['current-context']).find((name) => (name ?? '') !== '');
    return {
        ...(current === undefined ? {} : { 'current-context': current }),
        clusters: first(documents.flatMap(({ clusters = [] }) => clusters)),
        contexts: first(documents.flatMap(({ contexts = [] }) => contexts)),
        users: first(documents.flatMap(({ users = [] }) => users)),
    };
}
function fileOrData(subject, file, data) {
    if (data !== undefined && data !== '')
        return Buffer.from(data, 'base64');
    if (file === undefined || file === '')
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch {
        throw refused(subject, `${file} cannot be read`, 'Check the paths that the kubeconfig names');
    }
}
function serverOf(subject, cluster, rules) {
    const server = URL.canParse(cluster.server) ? new URL(cluster.server) : undefined;
    if (server === undefined)
        throw refused(subject, 'The address of the server is not a URL', 'Correct clusters[].cluster.server');
    const plain = server.protocol !== 'https:';
    if ((plain || cluster.skipTLSVerify) && rules.insecure !== true) {
        const what = plain ? `speaks ${server.protocol}//` : 'says insecure-skip-tls-verify';
        throw refused(subject, `Cluster ${cluster.name} ${what}`, 'Give certificate-authority-data, or allow it in the configuration');
    }
    return server;
}
function proxyOf(subject, cluster, rules) {
    if (cluster.proxyUrl === undefined || cluster.proxyUrl === '')
        return undefined;
    if (rules.proxyUrl !== true) {
        throw refused(subject, `Cluster ${cluster.name} says proxy-url`, 'Use HTTPS_PROXY, or allow it in the configuration');
    }
    const proxy = URL.canParse(cluster.proxyUrl) ? new URL(cluster.proxyUrl) : undefined;
    if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
        throw refused(subject, `The proxy-url of cluster ${cluster.name} is not an http or https URL`, 'Use such a proxy');
    }
    return proxy;
}
function identificationOf(subject, user, raw, rules) {
    if (user.authProvider) {
        const next = 'Use a credential plugin (users[].user.exec); auth-provider was removed from Kubernetes 1.26';
        throw refused(subject, `User ${user.name} says auth-provider`, next);
    }
    const tokenFile = inSection(raw, 'user').tokenFile;
    if (typeof tokenFile === 'string' && tokenFile !== '')
        return { kind: 'token-file', file: tokenFile };
    if (user.token)
        return { kind: 'token', token: user.token };
    if (user.username)
        return { kind: 'basic', username: user.username, password: user.password ?? '' };
    if (!user.exec)
        return { kind: 'none' };
    const plugin = (0,exec_plugin/* pluginEntry */.a)(user.exec);
    if (plugin === undefined)
        throw refused(subject, `User ${user.name} has an exec entry without a command`, 'Correct it');
    if (rules.plugins?.includes(plugin.command) !== true) {
        const message = `User ${user.name} wants to run the credential plugin ${plugin.command}, which is not listed`;
        throw refused(subject, message, 'List it in the configuration, if this program may be run with your credentials');
    }
    return { kind: 'plugin', plugin };
}
function impersonationOf(raw) {
    const section = inSection(raw, 'user');
    if (typeof section.as !== 'string' || section.as === '')
        return undefined;
    const groups = Array.isArray(section['as-groups']) ? section['as-groups'].map(String) : [];
    return { user: section.as, groups, ...(typeof section['as-uid'] === 'string' ? { uid: section['as-uid'] } : {}) };
}
/** The entries that the current context names, by the client's own reading of a kubeconfig. */
function currentOf(subject, document) {
    const name = document['current-context'];
    if (name === undefined) {
        throw refused(subject, 'No context is chosen', 'kubectl config use-context NAME (see kubectl config get-contexts)');
    }
    try {
        const context = newContexts(document.contexts).find((each) => each.name === name);
        const cluster = newClusters(document.clusters).find((each) => each.name === context?.cluster);
        const user = newUsers(document.users).find((each) => each.name === context?.user);
        const raw = document.users?.find((each) => each.name === context?.user);
        if (context !== undefined && cluster !== undefined)
            return { context, cluster, user, raw: raw ?? {} };
    }
    catch {
        throw refused(subject, 'An entry has no name, or lacks what it must have', 'kubectl config view shows the entries');
    }
    throw refused(subject, `Context ${name} names a cluster that is not there, or is not there itself`, 'kubectl config get-contexts');
}
/**
 * The access that kubeconfig files give, merged as `kubectl` merges them. There is no fallback: without a file, a current
 * context and a cluster it is an error, and whatever could run a program, weaken TLS or redirect traffic is refused
 * unless the rules allow it (trust.md §6).
 */
async function accessFromKubeconfig(files, rules = {}) {
    if (files.length === 0) {
        throw refused('kubeconfig', 'No kubeconfig was given', 'Set KUBECONFIG, or log in to the cluster in a step before this one');
    }
    const subject = `kubeconfig ${files.join(':')}`;
    const { context, cluster, user, raw } = currentOf(subject, merged(await Promise.all(files.map(readDocument))));
    const ca = fileOrData(subject, cluster.caFile, cluster.caData);
    const cert = fileOrData(subject, user?.certFile, user?.certData);
    const key = fileOrData(subject, user?.keyFile, user?.keyData);
    const proxy = proxyOf(subject, cluster, rules);
    const impersonate = impersonationOf(raw);
    return {
        context: context.name,
        user: user?.name ?? '(none)',
        server: serverOf(subject, cluster, rules),
        verify: !cluster.skipTLSVerify,
        identification: user === undefined ? { kind: 'none' } : identificationOf(subject, user, raw, rules),
        ...(ca === undefined ? {} : { ca }),
        ...(cluster.tlsServerName === undefined ? {} : { serverName: cluster.tlsServerName }),
        ...(proxy === undefined ? {} : { proxy }),
        ...(cert === undefined || key === undefined ? {} : { clientCertificate: { cert, key } }),
        ...(impersonate === undefined ? {} : { impersonate }),
    };
}
/** Where the kubelet puts a pod's own credentials. */
const serviceAccountDirectory = '/var/run/secrets/kubernetes.io/serviceaccount';
/** The access of the service account of the pod that we run in; host and port as its environment names them. */
function accessInCluster(host, port, directory = serviceAccountDirectory) {
    const subject = `service account ${directory}`;
    const ca = fileOrData(subject, (0,external_node_path_.join)(directory, 'ca.crt'), undefined);
    return {
        context: 'in-cluster',
        user: 'service account of this pod',
        server: new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`),
        verify: true,
        identification: { kind: 'token-file', file: (0,external_node_path_.join)(directory, 'token') },
        ...(ca === undefined ? {} : { ca }),
    };
}

;// CONCATENATED MODULE: ./build/domain/kubernetes/node-summary.js
/**
 * The file systems in a kubelet's summary (`/stats/summary`, kubelet/pkg/apis/stats/v1alpha1). An image file system of the same
 * size and with the same space left is the node's own. What is missing or no number is left out.
 */
function nodeFileSystems(summary) {
    const node = part(summary, 'node');
    const own = fileSystem('nodefs', part(node, 'fs'));
    const images = fileSystem('imagefs', part(part(node, 'runtime'), 'imageFs'));
    const shared = images?.capacityBytes === own?.capacityBytes && images?.availableBytes === own?.availableBytes && own !== undefined;
    return [own, shared ? undefined : images].filter((each) => each !== undefined);
}
function fileSystem(name, from) {
    const [capacityBytes, availableBytes] = [part(from, 'capacityBytes'), part(from, 'availableBytes')];
    if (typeof capacityBytes !== 'number' || typeof availableBytes !== 'number')
        return undefined;
    const sound = capacityBytes > 0 && availableBytes >= 0 && availableBytes <= capacityBytes;
    return sound ? { name, capacityBytes, availableBytes } : undefined;
}
function part(of, key) {
    return typeof of === 'object' && of !== null ? of[key] : undefined;
}

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-error.js
var api_error = __webpack_require__(70109);
// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 4 modules
var kubernetes_client = __webpack_require__(9581);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/refusal.js



/** Ask the API server whether we may do something. */
async function ask(client, asked) {
    const { verb, resource, subresource, namespace, name } = asked;
    const attributes = { verb, group: resource.group, resource: resource.plural, subresource, namespace, name };
    const review = await client.request({ ...asked, verb: 'create' }, {
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: attributes },
        },
        repeatable: true,
    });
    return review.status?.allowed === true;
}
/** The subject of errors about a stream into a pod. */
function streamSubject({ namespace, pod, container }) {
    const inside = container === undefined ? '' : `container ${container} of `;
    return `${inside}pods/${pod} in ${namespace}`;
}
const streamQuestion = ({ subresource, namespace, pod }, verb) => ({
    verb,
    resource: resources/* resources */.E.pods,
    subresource,
    namespace,
    name: pod,
});
/** Since Kubernetes 1.35 a stream over WebSocket needs both verbs; the refusal does not always say which one is missing. */
async function missingVerb(client, asked) {
    for (const verb of ['get', 'create']) {
        if (!(await ask(client, streamQuestion(asked, verb))))
            return verb;
    }
    return undefined;
}
/** What the pod itself says about why nothing can run in it, or be reached in it. */
function podObjection(pod, asked) {
    const { container } = asked;
    const phase = pod.status?.phase ?? 'Pending';
    if (phase !== 'Running')
        return { code: 'failed', message: `Pod ${asked.pod} is ${phase}: nothing runs in it` };
    if (container === undefined)
        return undefined;
    const known = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].some(({ name }) => name === container);
    if (!known)
        return { code: 'not-found', message: `Pod ${asked.pod} has no container ${container}` };
    const state = pod.status?.containerStatuses?.find(({ name }) => name === container)?.state;
    if (state?.running !== undefined)
        return undefined;
    const reason = state?.waiting?.reason ?? state?.terminated?.reason;
    const word = reason !== undefined && /^[A-Za-z]{1,40}$/.test(reason) ? ` (${reason})` : '';
    return { code: 'failed', message: `Container ${container} does not run${word}` };
}
/**
 * Why the API server refused to open a stream. The refusal's own text is not shown; instead the API server is asked what
 * is missing: the permission (both verbs), the pod, the container, or that it runs.
 */
async function explainRefusal(client, asked, status, answer) {
    const question = streamQuestion(asked, 'create');
    try {
        if (status === 403) {
            const verb = await missingVerb(client, asked);
            if (verb !== undefined)
                return (0,api_error/* forbiddenError */.aY)(streamQuestion(asked, verb), client.speaker);
        }
        else if (status !== 401 && status !== 429) {
            const { namespace, pod: name } = asked;
            const podAsked = { verb: 'get', resource: resources/* resources */.E.pods, namespace, name };
            const objection = podObjection(await client.request(podAsked), asked);
            if (objection !== undefined)
                return new port_error/* PortError */.U({ ...objection, subject: streamSubject(asked) });
        }
    }
    catch (error) {
        if (error instanceof port_error/* PortError */.U && error.code === 'not-found')
            return error;
    }
    return (0,api_error/* apiError */.pb)(question, status, answer, client.speaker);
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/exec-outcome.js


/** How container runtimes, `timeout` and shells say that a program is not there; the first group is its name. */
const missingPatterns = [
    /exec: \\?"([^"\\]{1,200})\\?": (?:executable file not found|stat [^:]{0,200}: no such file)/,
    /unable to start container process: (?:error during container init: )?exec: \\?"([^"\\]{1,200})\\?"/,
    /executable file [`'"]([^`'"]{1,200})[`'"] not found/,
    /failed to run command [‘'"`]([^’'"`]{1,200})[’'"]: No such file/,
    /can't execute '([^']{1,200})': No such file/,
    /(?:^|\n|: )([\w./+-]{1,100}): (?:command )?not found/,
    /([\w./+-]{1,100}): No such file or directory/,
];
const saysMissing = /not found|no such file/i;
/** The program that a text calls missing; a text from a container is hostile, so anything unlike a name is not passed on. */
function missingProgram(text, command) {
    if (!saysMissing.test(text))
        return undefined;
    for (const pattern of missingPatterns) {
        const name = pattern.exec(text)?.[1];
        if (name !== undefined && /^[\w./+-]{1,100}$/.test(name))
            return name;
    }
    return command[0] ?? '';
}
function missingTool({ target }, program) {
    return new port_error/* PortError */.U({
        code: 'missing-tool',
        subject: streamSubject(target),
        message: `The container has no program ${program}`,
        next: `Use an image that contains ${program}, or exclude this workload in the configuration`,
    });
}
const failed = (asked, message, next) => new port_error/* PortError */.U({
    code: 'failed',
    subject: streamSubject(asked.target),
    message,
    ...(next === undefined ? {} : { next }),
});
/** The error for a command that did not end in time. */
function execTimeout({ target, command, timeoutMs }) {
    return new port_error/* PortError */.U({
        code: 'timeout',
        subject: streamSubject(target),
        message: `${command[0] ?? 'The command'} did not end within ${Math.ceil(timeoutMs / 1000)} s and was ended`,
        next: 'See what keeps it: the pod’s node may be overloaded, or a file system may hang',
    });
}
/** The exit code that a status holds: 0 for success, undefined when the command did not get to run. */
function exitCodeOf({ status, reason, details }) {
    if (status === 'Success')
        return 0;
    if (reason !== 'NonZeroExitCode')
        return undefined;
    const code = Number(details?.causes?.find((cause) => cause.reason === 'ExitCode')?.message);
    return Number.isInteger(code) ? code : undefined;
}
/** `timeout` of coreutils ends with 124; the one of BusyBox with the signal that it sent (128 + SIGTERM). */
function wasEndedByTimeout(code, tookMs, timeoutMs) {
    return code === 124 || (code === 143 && tookMs >= timeoutMs);
}
/**
 * What came of a command. An exit code of its own is a result; not being able to run it (no such program, no `timeout`,
 * the runtime's own failure) or to end in time is a PortError.
 */
function execOutcome(asked, end) {
    const { stdout, stderr, status, tookMs } = end;
    const code = exitCodeOf(status);
    if (code === undefined) {
        const program = missingProgram(status.message ?? '', ['timeout']);
        throw program === undefined
            ? failed(asked, 'The container runtime could not run the command', 'See the events of the pod and the kubelet’s log')
            : missingTool(asked, program);
    }
    if (wasEndedByTimeout(code, tookMs, asked.timeoutMs))
        throw execTimeout(asked);
    if (code === 126 || code === 127) {
        // Some runtimes report their own failure on stdout.
        const text = `${decode(stderr)}\n${decode(stdout)}`;
        const program = missingProgram(text, asked.command);
        if (program !== undefined)
            throw missingTool(asked, program);
    }
    if (code === 125)
        throw failed(asked, 'timeout could not start the command (exit status 125)');
    return { exitCode: code, stdout, stderr, truncated: false };
}
const decode = (bytes) => Buffer.from(bytes.subarray(0, 4096)).toString('utf8');

// EXTERNAL MODULE: ./build/adapters/kubernetes/dial.js
var dial = __webpack_require__(44186);
// EXTERNAL MODULE: ./build/adapters/kubernetes/resource-path.js
var resource_path = __webpack_require__(71038);
// EXTERNAL MODULE: ./build/adapters/kubernetes/retry.js
var retry = __webpack_require__(83584);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/socket.js







const mostRefusalBytes = 64 * 1024;
function bodyOf(response) {
    return new Promise((resolve) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
            if (body.length < mostRefusalBytes)
                body += chunk;
        });
        response.once('close', () => resolve(body));
        response.once('error', () => resolve(body));
    });
}
async function upgrade(client, path, protocols, { presented, timeoutMs }) {
    const { WebSocket: Client } = await __webpack_require__.e(/* import() */ 2977).then(__webpack_require__.bind(__webpack_require__, 52977));
    const connection = await client.dialer.dial(presented.certificate);
    const address = new URL(path, client.access.server);
    address.protocol = address.protocol === 'http:' ? 'ws:' : 'wss:';
    const socket = new Client(address, [...protocols], {
        createConnection: () => connection,
        headers: client.headersOf(presented),
        perMessageDeflate: false,
        maxPayload: 16 * 1024 * 1024,
    });
    const { promise, resolve, reject } = Promise.withResolvers();
    const giveUp = (code) => {
        reject(new dial/* DialError */.z(code));
        socket.terminate();
    };
    // The client's own bound is that of a socket which it has made; this one was made before.
    const timer = setTimeout(() => giveUp('ATTEMPT_TIMEOUT'), timeoutMs);
    const cancel = () => giveUp('CANCELLED');
    const { signal } = client.options;
    signal?.addEventListener('abort', cancel, { once: true });
    // Every later error also closes the socket, which is what its user listens for.
    socket.on('error', reject);
    socket.once('open', () => {
        // The first frames may be here already: they wait until whoever gets the socket listens.
        socket.pause();
        resolve({ status: 101, headers: {}, body: '', socket });
    });
    socket.once('unexpected-response', (_request, response) => {
        bodyOf(response).then((body) => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
            socket.terminate();
        });
    });
    return promise.finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
    });
}
/**
 * Open a stream into a pod; it is paused, to be resumed by whoever listens. Tried again where nothing can have begun: when no
 * connection was made, and when a busy server asks to come back. Rejects with a PortError that says what is missing; a 401
 * is answered once with a renewed credential.
 */
async function openStream(client, asked, query, protocols) {
    const { namespace, pod: name, subresource } = asked;
    const path = `${client.pathAt((0,resource_path/* pathOf */.XM)({ resource: resources/* resources */.E.pods, namespace, name, subresource }))}?${query}`;
    const subject = streamSubject(asked);
    const { clock, random, signal, deadlineMs = 30_000, attemptMs = 15_000 } = client.options;
    if (signal?.aborted === true)
        throw client.failure(undefined, subject);
    let renewed = false;
    const attempt = async (timeoutMs) => {
        const presented = await client.present();
        const answer = await upgrade(client, path, protocols, { presented, timeoutMs });
        if (answer.status !== 401 || renewed || !client.renew(presented))
            return answer;
        renewed = true;
        return upgrade(client, path, protocols, { presented: await client.present(), timeoutMs });
    };
    const policy = { clock, random, signal, deadlineMs, attemptMs };
    const { socket, status, body } = await (0,retry/* withRetries */.L)(attempt, false, policy).catch((error) => {
        throw client.failure(error, subject);
    });
    if (socket === undefined)
        throw await explainRefusal(client, asked, status, (0,api_error/* apiStatusOf */.QZ)(body));
    return socket;
}
/** How a stream ended other than by the other side's own closing. */
const lostStream = (subject, message) => new port_error/* PortError */.U({
    code: 'unreachable',
    subject,
    message,
    next: 'Check the pod’s node and the network between this machine and the API server',
});
/**
 * Ping a socket; when two pings in a row stay unanswered, it is ended and `onDead` is called. Returns what stops it.
 * A half-open connection would otherwise hang for ever.
 */
function keepAlive(socket, everyMs, onDead) {
    let missed = 0;
    const heard = () => {
        missed = 0;
    };
    socket.on('pong', heard);
    socket.on('message', heard);
    const timer = setInterval(() => {
        if (missed >= 2) {
            clearInterval(timer);
            socket.terminate();
            onDead();
            return;
        }
        missed += 1;
        socket.ping(() => undefined);
    }, everyMs);
    return () => clearInterval(timer);
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/exec.js




const channel = { stdin: 0, stdout: 1, stderr: 2, status: 3, close: 255 };
const v5 = 'v5.channel.k8s.io';
const v4 = 'v4.channel.k8s.io';
const defaultOutputBytes = 4 * 1024 * 1024;
const mostErrorBytes = 64 * 1024;
const stdinFrameBytes = 32 * 1024;
const pingMs = 15_000;
/** How much longer than the command itself we wait: `timeout` ends it there, the answer still has to come. */
const graceMs = 5_000;
/** What a program ends with whose reader has gone (128 + SIGPIPE); reported when the output was cut. */
const cutExitCode = 141;
/** Bytes up to a bound; the rest is counted and dropped. */
class Bounded {
    #most;
    #chunks = [];
    #size = 0;
    full = false;
    constructor(most) {
        this.#most = most;
    }
    push(chunk) {
        const room = this.#most - this.#size;
        if (chunk.byteLength > room)
            this.full = true;
        // A copy, so that a small piece does not hold the whole frame.
        if (room > 0)
            this.#chunks.push(Buffer.from(chunk.subarray(0, room)));
        this.#size += Math.min(room, chunk.byteLength);
    }
    bytes() {
        return Buffer.concat(this.#chunks);
    }
}
const bufferOf = (data) => Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);
/** Send stdin in small frames, each only when the one before has left, and close it after the last. */
async function sendStdin(socket, stdin) {
    const send = (frame) => new Promise((resolve, reject) => {
        socket.send(frame, (error) => (error ? reject(error) : resolve()));
    });
    for (let at = 0; at < stdin.byteLength; at += stdinFrameBytes) {
        const part = stdin.subarray(at, at + stdinFrameBytes);
        const frame = Buffer.allocUnsafe(part.byteLength + 1);
        frame[0] = channel.stdin;
        frame.set(part, 1);
        await send(frame);
    }
    await send(Buffer.from([channel.close, channel.stdin]));
}
function parseStatus(payload) {
    try {
        return JSON.parse(payload.toString('utf8'));
    }
    catch {
        return {};
    }
}
/** One command over one open socket: collects what comes, and settles exactly once, at the latest by its deadline. */
class Execution {
    #client;
    #socket;
    #asked;
    #stdout;
    #stderr = new Bounded(mostErrorBytes);
    #startedAt;
    #status;
    constructor(client, socket, asked, maxOutputBytes) {
        this.#client = client;
        this.#socket = socket;
        this.#asked = asked;
        this.#stdout = new Bounded(maxOutputBytes);
        this.#startedAt = client.options.clock.monotonic();
    }
    run(stdin) {
        const { promise, resolve, reject } = Promise.withResolvers();
        const socket = this.#socket;
        const { signal } = this.#client.options;
        const subject = streamSubject(this.#asked.target);
        const cancel = () => reject(this.#client.failure(undefined, subject));
        const deadline = setTimeout(() => reject(execTimeout(this.#asked)), this.#asked.timeoutMs + graceMs);
        const stopPings = keepAlive(socket, pingMs, () => {
            reject(lostStream(subject, 'The connection went dead while the command ran; whether it ended is not known'));
        });
        signal?.addEventListener('abort', cancel, { once: true });
        if (signal?.aborted === true)
            cancel();
        socket.on('message', (data) => {
            this.#take(bufferOf(data));
            if (this.#stdout.full)
                resolve(this.#cut());
        });
        socket.once('close', () => {
            try {
                resolve(this.#end(subject));
            }
            catch (error) {
                reject(error);
            }
        });
        socket.resume();
        // A command may end without reading its stdin; what then happens is told by the status or the close.
        if (stdin !== undefined)
            sendStdin(socket, stdin).catch(() => undefined);
        return promise.finally(() => {
            clearTimeout(deadline);
            stopPings();
            signal?.removeEventListener('abort', cancel);
            socket.terminate();
        });
    }
    #take(frame) {
        const payload = frame.subarray(1);
        switch (frame[0]) {
            case channel.stdout:
                this.#stdout.push(payload);
                return;
            case channel.stderr:
                this.#stderr.push(payload);
                return;
            case channel.status:
                if (payload.byteLength === 0)
                    return;
                this.#status = parseStatus(payload);
                // Nothing follows the status, and not every server closes by itself.
                this.#socket.close();
                return;
            default:
                // The closing of a channel ([255, n]) needs no answer: the socket's own closing follows.
                return;
        }
    }
    #cut() {
        const { stdout, stderr } = this.#output();
        return { exitCode: cutExitCode, stdout, stderr, truncated: true };
    }
    #output() {
        return { stdout: this.#stdout.bytes(), stderr: this.#stderr.bytes() };
    }
    #end(subject) {
        if (this.#status === undefined) {
            throw lostStream(subject, 'The connection was lost before the exit status came; whether the command ended is not known');
        }
        const tookMs = this.#client.options.clock.monotonic() - this.#startedAt;
        return execOutcome(this.#asked, { status: this.#status, tookMs, ...this.#output() });
    }
}
/** Run a command in a container; see `Cluster.exec`. */
async function runInContainer(client, target, command, limits) {
    const asked = { target, command, timeoutMs: limits.timeoutMs };
    const wantsStdin = limits.stdin !== undefined;
    const query = new URLSearchParams({ container: target.container, stdout: 'true', stderr: 'true' });
    if (wantsStdin)
        query.set('stdin', 'true');
    for (const word of ['timeout', String(Math.ceil(limits.timeoutMs / 1000)), ...command])
        query.append('command', word);
    // Only the fifth version can close stdin.
    const protocols = wantsStdin ? [v5] : [v5, v4];
    const stream = { subresource: 'exec', ...target };
    const socket = await openStream(client, stream, query, protocols);
    if (wantsStdin && socket.protocol !== v5) {
        socket.terminate();
        throw new port_error/* PortError */.U({
            code: 'failed',
            subject: streamSubject(target),
            message: 'The API server cannot close the standard input of a command',
            next: 'Update Kubernetes to 1.30 or later',
        });
    }
    return new Execution(client, socket, asked, limits.maxOutputBytes ?? defaultOutputBytes).run(limits.stdin);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/forward.js




const protocol = 'v4.channel.k8s.io';
const forward_channel = { data: 0, error: 1 };
const forward_pingMs = 15_000;
/**
 * How a stream ends that has come to its end: with the normal code, or a close frame without one (RFC 6455 §7.4.1). Behind any
 * other (nothing was said, the server goes away or stumbled) something may be missing, and that must not look like an end.
 */
const properEnds = new Set([1000, 1005]);
/** How long the first stream may take to say that nothing listens: it is the kubelet's own connect on its own machine. */
const earlyErrorMs = 150;
/** How long the pod's side may go on after our side has ended its own. */
const lingerMs = 5_000;
const mostWaitingBytes = 256 * 1024;
/** One stream to the port. The first frame of each channel holds the port number; errors come on a channel of their own. */
class PodStream {
    socket;
    #stopPings;
    #headers = new Set();
    #early = [];
    #sink;
    /** Resolves when the stream has ended, with the pod's side's complaint if there was one. */
    ended;
    complaint;
    constructor(socket) {
        this.socket = socket;
        this.#stopPings = keepAlive(socket, forward_pingMs, () => {
            this.complaint = 'the connection went dead';
        });
        socket.on('message', (data) => this.#take(Buffer.isBuffer(data) ? data : Buffer.from(data)));
        this.ended = new Promise((resolve) => {
            socket.once('close', (code) => {
                this.#stopPings();
                if (!properEnds.has(code))
                    this.complaint ??= 'the connection was lost';
                resolve(this.complaint);
            });
        });
        socket.resume();
    }
    /** Hand over what has come and what comes. */
    drainTo(sink) {
        for (const data of this.#early)
            sink(data);
        this.#early = [];
        this.#sink = sink;
    }
    #take(frame) {
        const number = frame[0] ?? 255;
        let payload = frame.subarray(1);
        if (!this.#headers.has(number)) {
            this.#headers.add(number);
            payload = payload.subarray(2);
        }
        if (payload.byteLength === 0)
            return;
        if (number === forward_channel.error) {
            this.complaint = complaintOf(payload.toString('utf8'));
            this.socket.close();
        }
        else if (number === forward_channel.data) {
            if (this.#sink === undefined)
                this.#early.push(payload);
            else
                this.#sink(payload);
        }
    }
}
/** The kubelet's sentence, reduced to what can be said without its text. */
function complaintOf(text) {
    if (/connection refused/i.test(text))
        return 'nothing listens on the port';
    if (/connection reset|broken pipe|EOF/i.test(text))
        return 'the pod reset the connection';
    return /not found|no such|not running/i.test(text) ? 'the pod does not run' : 'the kubelet could not forward';
}
/** A local listener whose connections lead to one port of a pod, each by a stream of its own. */
class PodForward {
    host = '127.0.0.1';
    port;
    #server;
    #connect;
    #subject;
    #open = new Set();
    #spare;
    #failure;
    #closed;
    constructor(server, connect, subject, first) {
        this.#server = server;
        this.#connect = connect;
        this.#subject = subject;
        this.port = server.address().port;
        this.#keep(first);
        server.on('connection', (local) => {
            this.#carry(local).catch((error) => {
                this.#failure = error instanceof port_error/* PortError */.U ? error : this.#lost('the connection was lost');
                local.destroy();
            });
        });
    }
    failure() {
        return this.#failure;
    }
    close() {
        this.#closed ??= new Promise((resolve) => {
            this.#server.close(() => resolve());
            for (const end of this.#open)
                end();
            this.#spare?.socket.terminate();
        });
        return this.#closed;
    }
    [Symbol.asyncDispose]() {
        return this.close();
    }
    /** The first stream was opened to see that it can be; the first connection uses it, if it still lives. */
    #keep(first) {
        this.#spare = first;
        first.ended.then(() => {
            if (this.#spare === first)
                this.#spare = undefined;
        });
    }
    #lost(why) {
        return lostStream(this.#subject, `The forwarded connection ended: ${why}`);
    }
    async #carry(local) {
        local.pause();
        local.setNoDelay(true);
        const abandon = () => void local.destroy();
        // Until the stream is there, and after it: an error of the local side only ends this connection.
        local.on('error', abandon);
        this.#open.add(abandon);
        local.once('close', () => this.#open.delete(abandon));
        const spare = this.#spare;
        this.#spare = undefined;
        const stream = spare ?? (await this.#connect());
        if (local.destroyed || this.#closed !== undefined) {
            stream.socket.terminate();
            return;
        }
        this.#join(local, stream);
    }
    #join(local, stream) {
        const { socket } = stream;
        const end = () => {
            socket.terminate();
            local.destroy();
        };
        this.#open.add(end);
        stream.drainTo((data) => {
            if (local.destroyed || local.write(data))
                return;
            socket.pause();
            local.once('drain', () => socket.resume());
        });
        local.on('data', (data) => {
            if (socket.readyState !== socket.OPEN)
                return;
            local.pause();
            const frame = Buffer.concat([Buffer.from([forward_channel.data]), data]);
            socket.send(frame, (error) => {
                if (error)
                    end();
                else if (!local.destroyed)
                    local.resume();
            });
        });
        // This protocol cannot close one direction: the pod may still answer for a while.
        let linger;
        local.once('end', () => {
            linger = setTimeout(end, lingerMs);
        });
        local.once('close', () => {
            clearTimeout(linger);
            this.#open.delete(end);
            socket.close();
        });
        stream.ended.then((complaint) => {
            clearTimeout(linger);
            if (local.destroyed)
                return;
            if (complaint === undefined) {
                local.end();
                return;
            }
            this.#failure = this.#lost(complaint);
            local.resetAndDestroy();
        });
        local.resume();
    }
}
function listen() {
    const server = (0,external_node_net_.createServer)({ allowHalfOpen: true, highWaterMark: mostWaitingBytes });
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => resolve(server));
    });
}
/** Waits a moment for the first stream's complaint. */
async function earlyComplaint(stream) {
    let timer;
    const quiet = new Promise((resolve) => {
        timer = setTimeout(() => resolve(undefined), earlyErrorMs);
    });
    const complaint = await Promise.race([stream.ended, quiet]);
    clearTimeout(timer);
    return complaint;
}
/** Open a way to a port of a pod; see `Cluster.forward`. */
async function forwardToPod(client, target, port) {
    const asked = { subresource: 'portforward', namespace: target.namespace, pod: target.pod };
    const subject = `port ${port} of ${streamSubject(asked)}`;
    const connect = async () => {
        const query = new URLSearchParams({ ports: String(port) });
        return new PodStream(await openStream(client, asked, query, [protocol]));
    };
    const first = await connect();
    const complaint = await earlyComplaint(first);
    if (complaint !== undefined) {
        const message = `Port ${port} cannot be reached: ${complaint}`;
        throw new port_error/* PortError */.U({ code: 'unreachable', subject, message, next: 'Check the port, and that the pod is ready' });
    }
    return new PodForward(await listen(), connect, subject, first);
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/pages.js




/** Of 250 objects a page and the next one stay in memory: 35 MB less than with 500, for 5 % more time. */
const objectsPerPage = 250;
const rowsPerPage = 2_000;
const namespacesAtOnce = 8;
const mostRestarts = 3;
const tableForm = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const askedFor = ({ resource, namespace }) => ({
    verb: 'list',
    resource,
    namespace,
});
/**
 * One page; a continue token that is too old (410) is traded for the one that goes on from the same key at the present
 * version, which the API server sends with its refusal, once. Undefined: it does not help, and the list has to begin again.
 */
async function pageAt(client, query, form, token, isTraded = false) {
    const asked = askedFor(query);
    const at = (from) => ({
        ...form,
        query: { ...form.query, labelSelector: query.labels, fieldSelector: query.fields, continue: from },
    });
    try {
        return await client.attempt(asked, at(token));
    }
    catch (error) {
        if (!(error instanceof kubernetes_client/* Refused */.Lw))
            throw error;
        if (error.status !== 410 || token === undefined)
            throw (0,api_error/* apiError */.pb)(asked, error.status, error.answer, client.speaker);
        const next = error.answer.metadata?.continue;
        return isTraded || next === undefined || next === '' ? undefined : pageAt(client, query, form, next, true);
    }
}
/** The pages of a list, the next one fetched while the present one is used. `restart` tells of a beginning from the start. */
async function* pagesOf(client, query, form, restart = () => undefined) {
    let pending = pageAt(client, query, form, undefined);
    for (let restarts = 0;;) {
        const page = await pending;
        if (page === undefined) {
            restarts += 1;
            if (restarts > mostRestarts)
                throw (0,api_error/* apiError */.pb)(askedFor(query), 410, {}, client.speaker);
            restart();
            pending = pageAt(client, query, form, undefined);
            continue;
        }
        const token = page.metadata?.continue ?? '';
        if (token !== '') {
            pending = pageAt(client, query, form, token);
            // Whoever stops reading leaves this one behind; its failure is nobody's then.
            pending.catch(() => undefined);
        }
        yield page;
        if (token === '')
            return;
    }
}
/** Lists come in the order of this key, so after a new beginning everything up to the last one was given already. */
const keyOf = (object) => `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
/** Whole objects as raw JSON, each at most once, two pages in memory at most. */
async function* listObjects(client, query) {
    let last = '';
    let skipTo = '';
    const form = { query: { limit: String(objectsPerPage) } };
    const { group, version, kind } = query.resource;
    const apiVersion = group === '' ? version : `${group}/${version}`;
    const pages = pagesOf(client, query, form, () => {
        skipTo = last;
    });
    for await (const { items } of pages) {
        for (const object of items ?? []) {
            const key = keyOf(object);
            if (key <= skipTo)
                continue;
            last = key;
            // In lists the API server leaves these two out.
            yield { apiVersion, kind, ...object };
        }
    }
}
const cellOf = (value) => (typeof value === 'number' ? value : String(value ?? ''));
function rowOf(row, columns, namespaceOfAll) {
    const cells = Object.fromEntries(columns.map((column, index) => [column, cellOf(row.cells[index])]));
    const { name = String(cells.name ?? ''), namespace = namespaceOfAll } = row.object?.metadata ?? {};
    return { name, ...(namespace === undefined ? {} : { namespace }), cells };
}
/** The rows of a list, a page at a time, each row at most once. */
async function* rowPages(client, query, includeObject) {
    const form = { accept: tableForm, query: { limit: String(rowsPerPage), includeObject } };
    let columns = [];
    let last = '';
    let skipTo = '';
    const pages = pagesOf(client, query, form, () => {
        skipTo = last;
    });
    for await (const { columnDefinitions, rows } of pages) {
        // Only the first page says what the columns are.
        const named = columnDefinitions ?? [];
        if (named.length > 0)
            columns = named.map(({ name }) => name.toLowerCase());
        const page = [];
        for (const row of rows ?? []) {
            const given = rowOf(row, columns, query.namespace);
            const key = `${given.namespace ?? ''}/${given.name}`;
            if (key <= skipTo)
                continue;
            last = key;
            page.push(given);
        }
        yield page;
    }
}
/** The names of all namespaces, or undefined when they may not be listed. */
async function namespaceNames(client) {
    const names = [];
    try {
        for await (const page of rowPages(client, { resource: resources/* resources */.E.namespaces }, 'None')) {
            for (const { name } of page)
                names.push(name);
        }
    }
    catch (error) {
        if (error instanceof port_error/* PortError */.U && error.code === 'forbidden')
            return undefined;
        throw error;
    }
    return names;
}
/** Pages of several namespaces, some of them asked at the same time, in the order in which they come. */
async function* pagesOfNamespaces(client, query, namespaces) {
    const waiting = [...namespaces];
    const running = new Map();
    const advance = (namespace, pages) => {
        const step = pages.next().then(({ done, value }) => async () => {
            if (done === true)
                running.delete(namespace);
            else
                advance(namespace, pages);
            return value ?? [];
        });
        step.catch(() => undefined);
        running.set(namespace, step);
    };
    while (waiting.length > 0 || running.size > 0) {
        while (waiting.length > 0 && running.size < namespacesAtOnce) {
            const namespace = waiting.shift() ?? '';
            advance(namespace, rowPages(client, { ...query, namespace }, 'None'));
        }
        const take = await Promise.race(running.values());
        yield await take();
    }
}
/**
 * The server's own table. Where the namespace is known, rows come without objects. Over all namespaces: a selection comes
 * with metadata (few rows), everything is asked for namespace by namespace, 8 at a time, which is cheaper than metadata.
 */
async function* listRows(client, query) {
    for await (const page of await rowsBy(client, query))
        yield* page;
}
async function rowsBy(client, query) {
    if (query.namespace !== undefined || !query.resource.namespaced)
        return rowPages(client, query, 'None');
    const selective = query.fields !== undefined || query.labels !== undefined;
    const namespaces = selective ? undefined : await namespaceNames(client);
    return namespaces === undefined ? rowPages(client, query, 'Metadata') : pagesOfNamespaces(client, query, namespaces);
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/kubernetes-cluster.js










const mostLogBytes = 64 * 1024;
const metadataForm = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';
const written = { fieldManager: kubernetes_client/* managerName */.bU };
/** The port `Cluster` on a real API server. */
class KubernetesCluster {
    #client;
    #forwards = new Set();
    #identity;
    constructor(access, options) {
        this.#client = new kubernetes_client/* ApiClient */.OW(access, options);
    }
    /** Which cluster and user this acts on, without asking it: for the first line of a run. */
    get acting() {
        const { context, user, server } = this.#client.speaker;
        return { context, user, server };
    }
    identity() {
        this.#identity ??= this.#readIdentity().catch((error) => {
            this.#identity = undefined;
            throw error;
        });
        return this.#identity;
    }
    list(query) {
        return listObjects(this.#client, query);
    }
    rows(query) {
        return listRows(this.#client, query);
    }
    get(resource, namespace, name) {
        return this.#find({ verb: 'get', resource, namespace, name });
    }
    async metadata(resource, namespace, name) {
        const asked = { verb: 'get', resource, namespace, name };
        return (await this.#find(asked, { accept: metadataForm }))?.metadata;
    }
    async #find(asked, form = {}) {
        const { name } = asked;
        try {
            return await this.#client.attempt(asked, form);
        }
        catch (error) {
            if (!(error instanceof kubernetes_client/* Refused */.Lw))
                throw error;
            if (error.status === 404 && error.answer.details?.name === name)
                return undefined;
            throw (0,api_error/* apiError */.pb)(asked, error.status, error.answer, this.#client.speaker);
        }
    }
    create(resource, namespace, object) {
        const { name } = object.metadata;
        const asked = { verb: 'create', resource, namespace, name };
        const path = (0,resource_path/* pathOf */.XM)({ resource, namespace });
        return this.#client.request(asked, { method: 'POST', path, query: written, body: typed(resource, object) });
    }
    patch(resource, namespace, name, operations) {
        const contentType = 'application/json-patch+json';
        const asked = { verb: 'patch', resource, namespace, name };
        return this.#client.request(asked, { method: 'PATCH', contentType, query: written, body: operations });
    }
    patchSubresource(resource, subresource, object, operations) {
        const contentType = 'application/json-patch+json';
        const asked = { verb: 'patch', resource, subresource, ...object };
        return this.#client.request(asked, { method: 'PATCH', contentType, query: written, body: operations });
    }
    async scale(resource, namespace, name, change) {
        const { uid, from, to } = change;
        const contentType = 'application/json-patch+json';
        const asked = { verb: 'patch', resource, subresource: 'scale', namespace, name };
        const body = [
            { op: 'test', path: '/metadata/uid', value: uid },
            // A Scale (autoscaling/v1) leaves out a number that is 0; null tests that, and add takes it back in.
            { op: 'test', path: '/spec/replicas', value: from === 0 ? null : from },
            { op: 'add', path: '/spec/replicas', value: to },
        ];
        await this.#client.request(asked, { method: 'PATCH', contentType, query: written, body });
    }
    async replace(resource, namespace, name, object) {
        const asked = { verb: 'update', resource, namespace, name };
        if (object.metadata?.resourceVersion === undefined) {
            // Without a version the API server would overwrite whatever is there.
            const details = { causes: [{ field: 'metadata.resourceVersion' }] };
            throw (0,api_error/* apiError */.pb)(asked, 422, { details }, this.#client.speaker);
        }
        return this.#client.request(asked, { method: 'PUT', query: written, body: typed(resource, object) });
    }
    async delete(resource, namespace, name, uid) {
        const asked = { verb: 'delete', resource, namespace, name };
        // Jobs would otherwise leave their pods behind.
        const body = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background', preconditions: { uid } };
        try {
            await this.#client.request(asked, { method: 'DELETE', body, repeatable: true });
        }
        catch (error) {
            if (!(error instanceof port_error/* PortError */.U && error.code === 'not-found'))
                throw error;
        }
    }
    exec(target, command, limits) {
        return runInContainer(this.#client, target, command, limits);
    }
    async logs({ namespace, pod, container }, { lines, previous }) {
        const asked = { verb: 'get', resource: resources/* resources */.E.pods, subresource: 'log', namespace, name: pod };
        const query = {
            container,
            tailLines: String(lines),
            limitBytes: String(mostLogBytes),
            ...(previous === true ? { previous: 'true' } : {}),
        };
        const text = await this.#client.text(asked, { query, accept: 'text/plain, application/json, */*' });
        return text === '' ? [] : text.replace(/\n$/, '').split('\n');
    }
    async nodeFileSystems(node) {
        const asked = { verb: 'get', resource: resources/* resources */.E.nodes, subresource: 'proxy', name: node };
        const path = `${(0,resource_path/* pathOf */.XM)(asked)}/stats/summary`;
        return nodeFileSystems(await this.#client.request(asked, { path }));
    }
    async forward(target, port) {
        const forward = await forwardToPod(this.#client, target, port);
        this.#forwards.add(forward);
        return forward;
    }
    may(access) {
        return ask(this.#client, access);
    }
    /**
     * A client that acts as a ServiceAccount, by a token of ten minutes that our identity may ask for. `mask` is handed the
     * token before anything is sent with it. The caller closes the client.
     */
    async actAs(account, mask) {
        const asked = { verb: 'create', resource: resources/* resources */.E.serviceAccounts, subresource: 'token', ...account };
        const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 600 } };
        const answer = await this.#client.request(asked, { method: 'POST', body });
        const { token } = answer.status;
        mask(token);
        const { clientCertificate: _certificate, impersonate: _impersonate, ...access } = this.#client.access;
        const user = `system:serviceaccount:${account.namespace}:${account.name}`;
        return new kubernetes_client/* ApiClient */.OW({ ...access, user, identification: { kind: 'token', token } }, this.#client.options);
    }
    /** End every connection and forward. */
    async close() {
        await Promise.all([...this.#forwards].map((forward) => forward.close()));
        await this.#client.close();
    }
    [Symbol.asyncDispose]() {
        return this.close();
    }
    async #readIdentity() {
        const { context, server } = this.#client.speaker;
        const asked = { verb: 'get', resource: resources/* resources */.E.namespaces, name: 'kube-system' };
        const [{ gitVersion }, uid] = await Promise.all([
            this.#client.request(asked, { path: '/version' }),
            this.#kubeSystemUid(),
        ]);
        return { context, server, version: gitVersion, ...(uid === undefined ? {} : { uid }) };
    }
    async #kubeSystemUid() {
        try {
            return (await this.get(resources/* resources */.E.namespaces, undefined, 'kube-system'))?.metadata.uid;
        }
        catch (error) {
            if (error instanceof port_error/* PortError */.U && error.code === 'forbidden')
                return undefined;
            throw error;
        }
    }
}
/** The object with the two fields that the API server wants in what is written. */
function typed({ group, version, kind }, object) {
    return { apiVersion: group === '' ? version : `${group}/${version}`, kind, ...object };
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/connect.js


/**
 * The cluster that a kubeconfig or the pod's own service account names. Nothing is sent yet. Rejects with a PortError (`invalid`)
 * that says what is wrong with the kubeconfig, or that there is none: no other place is ever tried.
 */
async function connectKubernetes(connection) {
    const { kubeconfig = '', inCluster, rules } = connection;
    const files = kubeconfig.split(':').filter((file) => file !== '');
    const access = files.length === 0 && inCluster !== undefined
        ? accessInCluster(inCluster.host, inCluster.port)
        : await accessFromKubeconfig(files, rules);
    return new KubernetesCluster(access, connection);
}


/***/ })

};
