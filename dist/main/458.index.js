export const id = 458;
export const ids = [458];
export const modules = {

/***/ 31458:
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
;// CONCATENATED MODULE: ./build/adapters/kubernetes/exec-plugin.js

const mostOutputBytes = 1024 * 1024;
/** Reads an `exec` entry; undefined when it names no command. */
function pluginEntry(raw) {
    const entry = raw;
    if (typeof entry.command !== 'string' || entry.command === '')
        return undefined;
    const pairs = Array.isArray(entry.env) ? entry.env : [];
    return {
        apiVersion: typeof entry.apiVersion === 'string' ? entry.apiVersion : 'client.authentication.k8s.io/v1',
        command: entry.command,
        args: Array.isArray(entry.args) ? entry.args.map(String) : [],
        env: Object.fromEntries(pairs.map(({ name, value }) => [String(name), String(value)])),
    };
}
const failure = (plugin, message, next) => new port_error/* PortError */.U({
    code: 'unauthorized',
    subject: `credential plugin ${plugin.command}`,
    message,
    next: next ?? `Run ${plugin.command} by hand, in the job's environment, to see why`,
});
function credentialOf(plugin, output) {
    let status;
    try {
        status = JSON.parse(output).status;
    }
    catch {
        throw failure(plugin, 'It printed no JSON');
    }
    const text = (key) => {
        const value = status?.[key];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const token = text('token');
    const cert = text('clientCertificateData');
    const key = text('clientKeyData');
    if (token === undefined && (cert === undefined || key === undefined))
        throw failure(plugin, 'It gave no credential');
    const expiresAt = Date.parse(text('expirationTimestamp') ?? '');
    return {
        ...(token === undefined ? {} : { token }),
        ...(cert === undefined || key === undefined
            ? {}
            : { clientCertificate: { cert: Buffer.from(cert), key: Buffer.from(key) } }),
        ...(Number.isNaN(expiresAt) ? {} : { expiresAt }),
    };
}
/**
 * Run a credential plugin once. It gets exactly the environment that is handed in and its own `env` entries, no stdin,
 * and `timeoutMs`; what it writes to stderr is dropped, since it may hold secrets.
 */
async function runPlugin(plugin, environment, timeoutMs) {
    const info = { apiVersion: plugin.apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
    const env = { ...environment, ...plugin.env, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
    const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 31421, 19));
    return new Promise((resolve, reject) => {
        // A group of its own, so that what the plugin has started ends with it.
        const child = spawn(plugin.command, plugin.args, { env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
        const chunks = [];
        let size = 0;
        let objection;
        const stop = (why) => {
            objection ??= failure(plugin, why);
            endGroup(child.pid);
            child.stdout.destroy();
        };
        const timer = setTimeout(() => stop(`It did not end within ${Math.ceil(timeoutMs / 1000)} s`), timeoutMs);
        child.stdout.on('data', (chunk) => {
            size += chunk.byteLength;
            if (size <= mostOutputBytes)
                chunks.push(chunk);
            else
                stop('It printed more than 1 MiB');
        });
        child.once('error', (error) => {
            clearTimeout(timer);
            const message = error.code === 'ENOENT' ? 'The program does not exist' : `It did not start (${error.code})`;
            reject(failure(plugin, message, `Install ${plugin.command} in the job before this step`));
        });
        child.once('close', (code, signal) => {
            clearTimeout(timer);
            if (code !== 0)
                objection ??= failure(plugin, `It ended with ${code === null ? signal : `exit status ${code}`}`);
            if (objection !== undefined)
                reject(objection);
            else
                resolve(new Promise((done) => done(credentialOf(plugin, Buffer.concat(chunks).toString('utf8')))));
        });
    });
}
function endGroup(pid) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGKILL');
    }
    catch {
        // It has ended by itself.
    }
}

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
    const plugin = pluginEntry(user.exec);
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

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/resource-path.js
/** `pods`, `deployments.apps`, `pods/exec`: a resource as `kubectl` and RBAC users write it. */
function resourceWord(resource, subresource) {
    const word = resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
    return subresource === undefined ? word : `${word}/${subresource}`;
}
/** Where something is: ` in phoenix-rooivalk`, ` in all namespaces`, or nothing for what has no namespace. */
function placeWord(asked) {
    if (!asked.resource.namespaced)
        return '';
    return asked.namespace === undefined ? ' in all namespaces' : ` in ${asked.namespace}`;
}
/** The subject of a PortError: `pods in phoenix-rooivalk`, `deployments.apps/api-gateway in phoenix-rooivalk`, `nodes`. */
function subjectOf(asked) {
    const name = asked.name === undefined ? '' : `/${asked.name}`;
    return `${resourceWord(asked.resource)}${name}${placeWord(asked)}`;
}
/** The path of a collection or an object at the API server, each part escaped. */
function pathOf(asked) {
    const { resource, namespace, name, subresource } = asked;
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const parts = [root];
    if (resource.namespaced && namespace !== undefined)
        parts.push('namespaces', encodeURIComponent(namespace));
    parts.push(resource.plural);
    if (name !== undefined)
        parts.push(encodeURIComponent(name));
    if (subresource !== undefined)
        parts.push(subresource);
    return parts.join('/');
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/api-error.js


/** Reads a body as a `Status`; anything else is an empty one. */
function apiStatusOf(body) {
    try {
        const parsed = JSON.parse(body);
        const isStatus = typeof parsed === 'object' && parsed !== null && parsed.kind === 'Status';
        return isStatus ? parsed : {};
    }
    catch {
        return {};
    }
}
/** What may be done about a missing permission: the task's own manifest, or the question to ask the cluster. */
function grantHint(asked, speaker) {
    if (speaker.task !== undefined) {
        const manifest = `deploy/rbac/tasks/${speaker.task}.yaml`;
        return `${manifest} grants it; an administrator applies it with: kubectl apply -f ${manifest}`;
    }
    const where = asked.resource.namespaced && asked.namespace !== undefined ? ` --namespace ${asked.namespace}` : '';
    const what = resourceWord(asked.resource, asked.subresource);
    return `Ask an administrator for it; to check: kubectl auth can-i ${asked.verb} ${what}${where}`;
}
/** The error for a permission that is missing. */
function forbiddenError(asked, speaker) {
    const where = asked.resource.namespaced
        ? asked.namespace === undefined
            ? ' in all namespaces'
            : ` in namespace ${asked.namespace}`
        : ' (a cluster-wide resource)';
    return new port_error/* PortError */.U({
        code: 'forbidden',
        subject: subjectOf(asked),
        message: `User ${speaker.user} may not ${asked.verb} ${resourceWord(asked.resource, asked.subresource)}${where}`,
        next: grantHint(asked, speaker),
    });
}
/** Something that refused a request although RBAC allows it; its name is taken out of the server's sentence. */
const admissionPatterns = [
    [/ValidatingAdmissionPolicy '([a-z0-9.-]{1,253})'/, 'admission policy'],
    [/admission webhook "([a-z0-9.-]{1,253})" denied/, 'admission webhook'],
    [/exceeded quota: ([a-z0-9.-]{1,253})/, 'quota'],
    [/violates PodSecurity "([a-z0-9.:-]{1,253})"/, 'Pod Security level'],
];
function admissionRefusal(message) {
    for (const [pattern, word] of admissionPatterns) {
        const name = pattern.exec(message)?.[1];
        if (name !== undefined)
            return `${word} ${name}`;
    }
    return undefined;
}
const codesByStatus = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    410: 'gone',
    429: 'busy',
    504: 'timeout',
};
/**
 * An operation of a JSON Patch that does not apply (a failed `test`, a path that has gone) is a 422 that names neither
 * object nor field; a result that is no valid object names both. Our patches test what they touch: so it has moved.
 */
function patchMoved({ verb }, status, { details }) {
    return verb === 'patch' && status === 422 && details?.causes === undefined && details?.name === undefined;
}
function codeOf(asked, status, answer) {
    if (patchMoved(asked, status, answer))
        return 'conflict';
    return codesByStatus[status] ?? (status >= 400 && status < 500 ? 'invalid' : 'failed');
}
const unauthorizedWords = (_asked, _status, _answer, speaker) => ({
    message: `${speaker.server} did not accept the credentials of user ${speaker.user} (context ${speaker.context})`,
    next: 'Renew the credentials that the kubeconfig holds or obtains',
});
const notFoundWords = (asked, _status, answer) => {
    if (answer.details?.kind === 'namespaces' &&
        asked.namespace !== undefined &&
        asked.resource.plural !== 'namespaces') {
        return {
            message: `Namespace ${asked.namespace} does not exist`,
            next: `kubectl create namespace ${asked.namespace}`,
        };
    }
    if (asked.name !== undefined && answer.details?.name === asked.name) {
        return { message: `${asked.resource.kind} ${asked.name} does not exist${placeWord(asked)}` };
    }
    const groupVersion = asked.resource.group === '' ? asked.resource.version : `${asked.resource.group}/${asked.resource.version}`;
    return {
        message: `The API server does not serve ${asked.resource.plural} of ${groupVersion}`,
        next: `What it serves: kubectl api-resources --api-group=${asked.resource.group}`,
    };
};
const conflictWords = (asked, status, answer) => {
    const name = `${asked.resource.kind} ${asked.name ?? ''}`.trim();
    if (answer.reason === 'AlreadyExists')
        return { message: `${name} exists already${placeWord(asked)}` };
    if (status === 422)
        return { message: `${name} no longer holds what was read before the change${placeWord(asked)}` };
    return { message: `${name} was changed, replaced or removed by somebody else${placeWord(asked)}` };
};
const invalidWords = (asked, status, answer) => {
    const fields = (answer.details?.causes ?? []).map((cause) => cause.field).filter((field) => field !== undefined);
    const where = fields.length === 0 ? '' : `: ${fields.slice(0, 5).join(', ')}`;
    return { message: `The API server refused the ${asked.verb} as invalid (HTTP ${status})${where}` };
};
const failedWords = (_asked, status, answer, speaker) => ({
    message: `${speaker.server} answered with HTTP ${status}${reasonWord(answer)}`,
    next: status === 503
        ? 'The API server, or the extension server behind this resource, is not ready: kubectl get apiservices'
        : 'See the API server’s log for this time',
});
const words = {
    unauthorized: unauthorizedWords,
    'not-found': notFoundWords,
    conflict: conflictWords,
    invalid: invalidWords,
    gone: () => ({ message: 'The list moved on while it was read (HTTP 410), more often than it was started again' }),
    busy: (_asked, _status, _answer, speaker) => ({
        message: `${speaker.server} asked to come back later (HTTP 429) until the time was up`,
        next: 'The API server is overloaded, or its priority level for this user is full: kubectl get flowschemas',
    }),
    timeout: (_asked, _status, _answer, speaker) => ({ message: `${speaker.server} gave up on the request (HTTP 504)` }),
};
/** ` (ServiceUnavailable)`: the server's reason, if it is one plain word. */
function reasonWord(answer) {
    return answer.reason !== undefined && /^[A-Za-z]{1,40}$/.test(answer.reason) ? ` (${answer.reason})` : '';
}
/** Translates an answer of the API server that is not a success. The server's own text never passes whole. */
function apiError(asked, status, answer, speaker) {
    // A policy whose validations give no reason refuses with 422 instead of 403.
    const refusedBy = status === 403 || status === 422 ? admissionRefusal(answer.message ?? '') : undefined;
    const code = refusedBy === undefined ? codeOf(asked, status, answer) : 'forbidden';
    if (code === 'forbidden') {
        if (refusedBy === undefined)
            return forbiddenError(asked, speaker);
        return new port_error/* PortError */.U({
            code,
            subject: subjectOf(asked),
            message: `The cluster's ${refusedBy} refused to ${asked.verb} ${resourceWord(asked.resource, asked.subresource)}`,
            next: `An administrator can say what it allows`,
        });
    }
    const { message, next } = (words[code] ?? failedWords)(asked, status, answer, speaker);
    return new port_error/* PortError */.U({ code, subject: subjectOf(asked), message, ...(next === undefined ? {} : { next }) });
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/access.js
/** Host and port of the API server, as errors and reports show it. */
function serverWord({ server }) {
    return `${server.hostname}:${server.port === '' ? (server.protocol === 'http:' ? 80 : 443) : server.port}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/credentials.js



const pluginTimeoutMs = 30_000;
/** A projected token is replaced on disk well before it expires. */
const tokenFileAgeMs = 60_000;
/** A credential is renewed when it has less than this left. */
const renewBeforeMs = 60_000;
/** Who we are, kept valid: plugins run once for all that ask at the same time, files are read again as they rotate. */
class Credentials {
    #access;
    #clock;
    #environment;
    #held;
    #pending;
    constructor(access, clock, environment) {
        this.#access = access;
        this.#clock = clock;
        this.#environment = environment;
    }
    /** What to present now. Rejects with `unauthorized` when it cannot be had. */
    async present() {
        if (this.#held !== undefined && this.#clock.now() < this.#held.until)
            return this.#held.presented;
        this.#pending ??= this.#obtain().finally(() => {
            this.#pending = undefined;
        });
        return this.#pending;
    }
    /** After a 401: forget what was held. `false` when asking again would give the same. */
    renew(refused) {
        const { kind } = this.#access.identification;
        if (kind !== 'plugin' && kind !== 'token-file')
            return false;
        if (this.#held?.presented === refused)
            this.#held = undefined;
        return true;
    }
    async #obtain() {
        const { identification, clientCertificate } = this.#access;
        const always = clientCertificate === undefined ? {} : { certificate: clientCertificate };
        switch (identification.kind) {
            case 'none':
                return this.#hold(always, Number.POSITIVE_INFINITY);
            case 'token':
                return this.#hold({ ...always, authorization: `Bearer ${identification.token}` }, Number.POSITIVE_INFINITY);
            case 'basic': {
                const pair = Buffer.from(`${identification.username}:${identification.password}`).toString('base64');
                return this.#hold({ ...always, authorization: `Basic ${pair}` }, Number.POSITIVE_INFINITY);
            }
            case 'token-file': {
                const token = await readToken(identification.file);
                return this.#hold({ ...always, authorization: `Bearer ${token}` }, this.#clock.now() + tokenFileAgeMs);
            }
            case 'plugin':
                return this.#fromPlugin(identification.plugin, always);
        }
    }
    async #fromPlugin(plugin, always) {
        const credential = await runPlugin(plugin, this.#environment, pluginTimeoutMs);
        const certificate = credential.clientCertificate ?? always.certificate;
        const presented = {
            ...(credential.token === undefined ? {} : { authorization: `Bearer ${credential.token}` }),
            ...(certificate === undefined ? {} : { certificate }),
        };
        return this.#hold(presented, (credential.expiresAt ?? Number.POSITIVE_INFINITY) - renewBeforeMs);
    }
    #hold(presented, until) {
        this.#held = { presented, until };
        return presented;
    }
}
async function readToken(file) {
    try {
        return (await (0,promises_.readFile)(file, 'utf8')).trim();
    }
    catch {
        const message = 'The token file cannot be read';
        throw new port_error/* PortError */.U({ code: 'unauthorized', subject: file, message, next: 'Check tokenFile in the kubeconfig' });
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/dial.js


/** An error of our own while a connection was made; `code` is what {@link networkError} reads. */
class DialError extends Error {
    code;
    constructor(code) {
        super(code);
        this.code = code;
    }
}
/** Makes connections to one API server: directly or through a proxy, with TLS sessions resumed. */
class Dialer {
    #access;
    #proxy;
    #timeoutMs;
    #session;
    #sessionOf;
    constructor(access, proxy, timeoutMs) {
        this.#access = access;
        this.#proxy = access.proxy ?? proxy;
        this.#timeoutMs = timeoutMs;
    }
    /** A connection that is ready for HTTP. Rejects with an error that has a `code`. */
    async dial(certificate) {
        const { server } = this.#access;
        const secure = server.protocol === 'https:';
        const host = hostOf(server);
        const raw = this.#proxy === undefined
            ? await this.#open(hostOf(server), portOf(server))
            : await this.#tunnel(this.#proxy, `${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`);
        return secure ? this.#handshake(raw, certificate) : raw;
    }
    #open(host, port) {
        const socket = (0,external_node_net_.connect)({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 });
        return this.#settled(socket, 'connect', () => socket);
    }
    async #tunnel(proxy, target) {
        const plain = await this.#open(hostOf(proxy), portOf(proxy));
        let socket = plain;
        if (proxy.protocol === 'https:') {
            const tls = (0,external_node_tls_.connect)({ socket: plain, servername: (0,external_node_net_.isIP)(hostOf(proxy)) ? '' : hostOf(proxy) });
            socket = await this.#settled(tls, 'secureConnect', () => tls);
        }
        const user = decodeURIComponent(proxy.username);
        const pair = Buffer.from(`${user}:${decodeURIComponent(proxy.password)}`).toString('base64');
        const authorization = user === '' ? '' : `Proxy-Authorization: Basic ${pair}\r\n`;
        socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`);
        return this.#proxyAnswer(socket);
    }
    /** Reads the proxy's answer up to the blank line; nothing follows it before we speak. */
    #proxyAnswer(socket) {
        let head = '';
        const read = new Promise((resolve, reject) => {
            const onData = (chunk) => {
                head += chunk.toString('latin1');
                if (!head.includes('\r\n\r\n') && head.length < 16_384)
                    return;
                socket.off('data', onData);
                socket.pause();
                if (/^HTTP\/1\.[01] 2\d\d/.test(head))
                    resolve(socket);
                else
                    reject(new DialError('PROXY_REFUSED'));
            };
            socket.on('data', onData);
            socket.once('close', () => reject(new DialError('PROXY_REFUSED')));
        });
        return this.#bounded(socket, read);
    }
    #handshake(socket, certificate) {
        const { ca, serverName, server, verify } = this.#access;
        const name = serverName ?? hostOf(server);
        if (this.#sessionOf !== certificate)
            this.#session = undefined;
        this.#sessionOf = certificate;
        const tls = (0,external_node_tls_.connect)({
            socket,
            ...((0,external_node_net_.isIP)(name) ? { host: name } : { servername: name }),
            ALPNProtocols: ['http/1.1'],
            rejectUnauthorized: verify,
            ...(ca === undefined ? {} : { ca }),
            ...certificate,
            ...(this.#session === undefined ? {} : { session: this.#session }),
        });
        tls.on('session', (session) => {
            this.#session = session;
        });
        return this.#settled(tls, 'secureConnect', () => tls);
    }
    #settled(socket, event, value) {
        const ready = new Promise((resolve, reject) => {
            socket.once(event, () => resolve(value()));
            socket.once('error', reject);
            socket.once('close', () => reject(new DialError('ECONNRESET')));
        });
        return this.#bounded(socket, ready);
    }
    async #bounded(socket, work) {
        let timer;
        const late = new Promise((_, reject) => {
            timer = setTimeout(() => reject(new DialError('CONNECT_TIMEOUT')), this.#timeoutMs);
        });
        try {
            return await Promise.race([work, late]);
        }
        catch (error) {
            socket.destroy();
            throw error;
        }
        finally {
            clearTimeout(timer);
            // A late error of a socket that is given up, or handed over, must not end the process.
            socket.on('error', () => undefined);
        }
    }
}
const hostOf = (url) => url.hostname.replace(/^\[|\]$/g, '');
const portOf = (url) => Number(url.port) || (url.protocol === 'http:' ? 80 : 443);

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/http.js



const connections = 12;
/** Shorter than what load balancers in front of API servers keep an idle connection for. */
const idleMs = 30_000;
/** Largest answer, after decompression. A page of 500 objects of 100 KiB is 50 MB. */
const mostBodyBytes = 256 * 1024 * 1024;
/**
 * Connections to one server, kept between requests. The agent counts a connection only when it is there, so how many
 * requests are under way is bounded by {@link Http}.
 */
class KeptConnections extends external_node_http_.Agent {
    #dial;
    constructor(dial) {
        super({ keepAlive: true, timeout: idleMs, scheduling: 'lifo' });
        this.#dial = dial;
    }
    createConnection(_options, callback) {
        this.#dial().then((socket) => callback?.(null, socket), (error) => callback?.(error, undefined));
    }
}
/** HTTP/1.1 over at most 12 kept connections to one server. One attempt, no judgement of what comes back. */
class Http {
    #dialer;
    #host;
    #waiting = [];
    #underWay = 0;
    #kept;
    constructor(server, dialer) {
        this.#host = server.host;
        this.#dialer = dialer;
    }
    /** Rejects with an error that has a `code`: Node's, TLS's, or `ATTEMPT_TIMEOUT`, `BODY_TOO_LARGE`, `BAD_BODY`. */
    async send(request, certificate) {
        await this.#turn();
        try {
            const { agent } = this.#keptFor(certificate);
            // Node gives a DELETE's body no length by itself.
            const length = request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) };
            const headers = { ...request.headers, ...length, host: this.#host, 'accept-encoding': 'gzip' };
            return await exchange((0,external_node_http_.request)({ agent, method: request.method, path: request.path, headers }), request);
        }
        finally {
            this.#underWay -= 1;
            this.#waiting.shift()?.();
        }
    }
    /** End every connection. */
    async close() {
        this.#kept?.agent.destroy();
        this.#kept = undefined;
    }
    async #turn() {
        if (this.#underWay >= connections) {
            await new Promise((resolve) => {
                this.#waiting.push(resolve);
            });
        }
        this.#underWay += 1;
    }
    /** The connections; those made with another client certificate are not used again. */
    #keptFor(certificate) {
        if (this.#kept !== undefined && this.#kept.certificate === certificate)
            return this.#kept;
        this.#kept?.agent.destroy();
        this.#kept = { agent: new KeptConnections(() => this.#dialer.dial(certificate)), certificate };
        return this.#kept;
    }
}
/** Send the body, and gather the answer. Settles once: with the whole answer, or with what went wrong or was given up. */
async function exchange(outgoing, request) {
    const { promise: abandoned, reject: abandon } = Promise.withResolvers();
    const giveUp = (code) => {
        const reason = new DialError(code);
        abandon(reason);
        outgoing.destroy(reason);
    };
    const timer = setTimeout(() => giveUp('ATTEMPT_TIMEOUT'), request.timeoutMs);
    const cancel = () => giveUp('CANCELLED');
    request.signal?.addEventListener('abort', cancel, { once: true });
    try {
        return await Promise.race([abandoned, answered(outgoing, request.body)]);
    }
    finally {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', cancel);
    }
}
async function answered(outgoing, body) {
    const incoming = await new Promise((resolve, reject) => {
        outgoing.once('response', resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
    });
    const bytes = await bytesOf(incoming, outgoing);
    const gzipped = incoming.headers['content-encoding'] === 'gzip';
    const text = (gzipped ? await inflated(bytes) : bytes).toString('utf8');
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: text };
}
function bytesOf(incoming, outgoing) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        incoming.on('data', (chunk) => {
            size += chunk.byteLength;
            chunks.push(chunk);
            if (size > mostBodyBytes)
                outgoing.destroy(new DialError('BODY_TOO_LARGE'));
        });
        incoming.once('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)));
        incoming.once('error', reject);
        incoming.once('close', () => reject(new DialError('ECONNRESET')));
    });
}
async function inflated(bytes) {
    // Loaded with the first large answer: small ones come as they are, and a short run never needs it.
    const { gunzip } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38522, 19));
    try {
        return await (0,external_node_util_.promisify)(gunzip)(bytes, { maxOutputLength: mostBodyBytes });
    }
    catch (error) {
        const { code } = error;
        throw new DialError(code === 'ERR_BUFFER_TOO_LARGE' ? 'BODY_TOO_LARGE' : 'BAD_BODY');
    }
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/network-error.js

const network_error_words = {
    ECONNREFUSED: {
        code: 'unreachable',
        message: (server) => `${server} refuses connections`,
        next: 'Check that the API server runs, and that the kubeconfig names its address and port',
        unsent: true,
    },
    ENOTFOUND: {
        code: 'unreachable',
        message: (server) => `The name of ${server} is not known`,
        next: 'Check the server’s name in the kubeconfig, and the DNS of this machine',
        unsent: true,
    },
    EAI_AGAIN: {
        code: 'unreachable',
        message: (server) => `DNS gave no answer for ${server}`,
        next: 'Check the DNS of this machine',
        unsent: true,
    },
    CONNECT_TIMEOUT: {
        code: 'unreachable',
        message: (server) => `${server} did not answer while a connection was made`,
        next: 'Check firewalls, security groups and routes between this machine and the API server',
        unsent: true,
    },
    EHOSTUNREACH: {
        code: 'unreachable',
        message: (server) => `There is no route to ${server}`,
        next: 'Check the network of this machine',
        unsent: true,
    },
    PROXY_REFUSED: {
        code: 'unreachable',
        message: (server) => `The proxy did not open a way to ${server}`,
        next: 'Check HTTPS_PROXY and its credentials, or put the API server into NO_PROXY',
        unsent: true,
    },
    EPROTO: {
        code: 'unreachable',
        message: (server) => `${server} does not speak TLS as it should`,
        next: 'Check that the kubeconfig names the API server’s own port',
        unsent: true,
    },
    ATTEMPT_TIMEOUT: {
        code: 'timeout',
        message: (server) => `${server} accepted the request and did not answer in time`,
        next: 'Check the load of the API server: kubectl get --raw /readyz?verbose',
    },
    BODY_TOO_LARGE: {
        code: 'failed',
        message: (server) => `${server} answered with more than can be held`,
        next: 'Narrow the selector',
    },
    BAD_BODY: {
        code: 'failed',
        message: (server) => `${server} answered with something that is not JSON`,
        next: 'Check that the address is a Kubernetes API server, and not a login page or a proxy',
    },
};
const lost = {
    code: 'unreachable',
    message: (server) => `The connection to ${server} was lost before the answer came`,
    next: 'Check the network between this machine and the API server',
};
const untrusted = (code) => ({
    code: 'untrusted',
    message: (server) => `The certificate of ${server} cannot be verified (${code})`,
    next: 'Check certificate-authority-data and tls-server-name in the kubeconfig, and this machine’s clock',
    unsent: true,
});
const tlsCode = /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|ERR_SSL_.*CERT)/;
/** The `code` of an error or of one of its causes. */
function errorCode(error) {
    let current = error;
    for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
        const { code, errors, cause } = current;
        if (typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code))
            return code;
        current = Array.isArray(errors) ? errors[0] : cause;
    }
    return undefined;
}
function wordsOf(error) {
    const code = errorCode(error) ?? '';
    if (tlsCode.test(code))
        return untrusted(code);
    if (code === 'ENETUNREACH')
        return network_error_words.EHOSTUNREACH ?? lost;
    if (code.startsWith('ERR_SSL_'))
        return network_error_words.EPROTO ?? lost;
    return network_error_words[code] ?? lost;
}
/** Whether a request certainly did not reach the server, so that even a write may be sent again. */
function wasUnsent(error) {
    return wordsOf(error).unsent === true;
}
/** Whether trying again may help: a certificate stays as untrusted as it is. */
function mayPass(error) {
    const { code, message } = wordsOf(error);
    return code !== 'untrusted' && code !== 'failed' && message !== network_error_words.EPROTO?.message;
}
/** Translates a failed connection; of the foreign error only its code is looked at. */
function networkError(error, subject, speaker) {
    const { code, message, next } = wordsOf(error);
    return new port_error/* PortError */.U({ code, subject, message: message(speaker.server), next });
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/proxy.js
const ipv4 = (text) => {
    const parts = text.split('.').map(Number);
    const valid = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
    return valid ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
};
function inRange(host, range) {
    const [base = '', bits = ''] = range.split('/');
    const address = ipv4(host);
    const network = ipv4(base);
    const length = Number(bits);
    if (address === undefined || network === undefined || bits === '' || !(length >= 0 && length <= 32))
        return false;
    const size = 2 ** (32 - length);
    return Math.floor(address / size) === Math.floor(network / size);
}
function excludes(entry, host, port) {
    if (entry === '*')
        return true;
    if (entry.includes('/'))
        return inRange(host, entry);
    const [, name = entry, onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (onlyPort !== undefined && onlyPort !== port)
        return false;
    const bare = name.replace(/^\*?\./, '');
    return host === bare || host.endsWith(`.${bare}`);
}
/** The proxy for a server, or undefined when it is reached directly; as Go's clients decide it. */
function proxyFor(server, settings) {
    const { httpsProxy, noProxy = '' } = settings;
    if (httpsProxy === undefined || httpsProxy === '' || server.protocol !== 'https:')
        return undefined;
    const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    if (host === 'localhost' || host === '::1' || host.startsWith('127.'))
        return undefined;
    const entries = noProxy
        .toLowerCase()
        .split(',')
        .map((entry) => entry.trim());
    if (entries.some((entry) => entry !== '' && excludes(entry, host, server.port || '443')))
        return undefined;
    const address = httpsProxy.includes('://') ? httpsProxy : `http://${httpsProxy}`;
    return URL.canParse(address) ? new URL(address) : undefined;
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/retry.js

const baseMs = 250;
const mostWaitMs = 8_000;
const mostAttempts = 8;
/** Milliseconds that an answer asks to wait; undefined when it does not say. */
function askedToWait({ headers }) {
    const value = headers['retry-after'];
    const seconds = Number(Array.isArray(value) ? value[0] : value);
    return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
/** How long to wait before the next attempt after this answer; undefined: it is final. */
function waitAfterAnswer(answer, repeatable, backoffMs, random) {
    const asked = askedToWait(answer);
    const busy = answer.status === 429 || (answer.status >= 500 && asked !== undefined);
    if (busy)
        return asked === undefined ? backoffMs : asked + random() * baseMs;
    return answer.status >= 500 && answer.status !== 501 && repeatable ? backoffMs : undefined;
}
/**
 * Repeats what may be repeated: 429 for any request, 5xx with `Retry-After` for any; other 5xx and lost connections only
 * for a `repeatable` one (a read, or a write that is the same when done twice); a connection that was never made for any.
 * Full jitter, growing from 250 ms to 8 s; never past the deadline. Answers the last answer, or rejects with the last error.
 */
async function withRetries(attempt, repeatable, policy) {
    const { clock, random, signal } = policy;
    const start = clock.monotonic();
    const left = () => policy.deadlineMs - (clock.monotonic() - start);
    for (let attempts = 1;; attempts += 1) {
        const backoffMs = random() * Math.min(mostWaitMs, baseMs * 2 ** attempts);
        const last = attempts >= mostAttempts;
        let waitMs;
        try {
            const answer = await attempt(Math.max(1, Math.min(policy.attemptMs, left())));
            const wanted = last ? undefined : waitAfterAnswer(answer, repeatable, backoffMs, random);
            if (wanted === undefined || wanted >= left())
                return answer;
            waitMs = wanted;
        }
        catch (error) {
            const again = !last && signal?.aborted !== true && mayPass(error) && (repeatable || wasUnsent(error));
            if (!again || backoffMs >= left())
                throw error;
            waitMs = backoffMs;
        }
        await clock.sleep(waitMs, signal);
    }
}

;// CONCATENATED MODULE: ./build/adapters/kubernetes/client.js










/** Shown to the API server, in its audit log and as the manager of fields. */
const managerName = 'rooivalk-maintenance';
/** A failed request, with what the API server said, for callers that must tell cases apart. */
class Refused extends Error {
    status;
    answer;
    constructor(status, answer) {
        super(`HTTP ${status}`);
        this.status = status;
        this.answer = answer;
    }
}
/** Requests to one API server: identified, pooled, repeated where that is right, their errors translated. */
class ApiClient {
    speaker;
    options;
    dialer;
    access;
    #credentials;
    #http;
    constructor(access, options) {
        this.access = access;
        this.options = options;
        this.speaker = { server: serverWord(access), user: access.user, context: access.context, task: options.task };
        this.#credentials = new Credentials(access, options.clock, options.pluginEnvironment ?? {});
        this.dialer = new Dialer(access, proxyFor(access.server, options.proxy ?? {}), 10_000);
        this.#http = new Http(access.server, this.dialer);
    }
    /** The parsed answer. Rejects with a PortError. */
    async request(asked, form = {}) {
        try {
            return await this.attempt(asked, form);
        }
        catch (error) {
            throw error instanceof Refused ? apiError(asked, error.status, error.answer, this.speaker) : error;
        }
    }
    /** As {@link request}, but an answer that is an error comes as {@link Refused}. */
    async attempt(asked, form = {}) {
        const answer = await this.#answer(asked, form);
        if (answer.status >= 300)
            throw new Refused(answer.status, apiStatusOf(answer.body));
        try {
            return JSON.parse(answer.body);
        }
        catch {
            throw networkError({ code: 'BAD_BODY' }, subjectOf(asked), this.speaker);
        }
    }
    /** What to present at a WebSocket upgrade or a request; `unauthorized` when there is nothing. */
    present() {
        return this.#credentials.present();
    }
    /** After a 401 for what was presented: whether a new credential can be had. */
    renew(refused) {
        return this.#credentials.renew(refused);
    }
    /** The headers that say who we are. */
    headersOf(presented) {
        const { impersonate } = this.access;
        return {
            'user-agent': this.options.task === undefined ? managerName : `${managerName}/${this.options.task}`,
            ...(presented.authorization === undefined ? {} : { authorization: presented.authorization }),
            ...(impersonate === undefined ? {} : { 'impersonate-user': impersonate.user }),
            ...(impersonate?.uid === undefined ? {} : { 'impersonate-uid': impersonate.uid }),
            ...(impersonate === undefined || impersonate.groups.length === 0
                ? {}
                : { 'impersonate-group': [...impersonate.groups] }),
        };
    }
    /** The path at the server, below whatever path the kubeconfig's address has. */
    pathAt(path, query = {}) {
        const parameters = new URLSearchParams();
        for (const [key, value] of Object.entries(query))
            if (value !== undefined)
                parameters.append(key, value);
        const base = this.access.server.pathname.replace(/\/$/, '');
        return `${base}${path}${parameters.size === 0 ? '' : `?${parameters}`}`;
    }
    /** The PortError for whatever went wrong on the way. */
    failure(error, subject) {
        if (error instanceof port_error/* PortError */.U)
            return error;
        if (this.options.signal?.aborted === true) {
            return new port_error/* PortError */.U({ code: 'cancelled', subject, message: 'The run was asked to stop' });
        }
        return networkError(error, subject, this.speaker);
    }
    /** End every connection. */
    close() {
        return this.#http.close();
    }
    async #answer(asked, form) {
        const { clock, random, signal, deadlineMs = 30_000, attemptMs = 15_000 } = this.options;
        const method = form.method ?? 'GET';
        let renewed = false;
        const attempt = async (timeoutMs) => {
            const presented = await this.present();
            const answer = await this.#send(asked, form, presented, timeoutMs);
            if (answer.status !== 401 || renewed || !this.renew(presented))
                return answer;
            renewed = true;
            return this.#send(asked, form, await this.present(), timeoutMs);
        };
        try {
            signal?.throwIfAborted();
            const policy = { clock, random, signal, deadlineMs, attemptMs };
            return await withRetries(attempt, form.repeatable ?? method === 'GET', policy);
        }
        catch (error) {
            throw this.failure(error, subjectOf(asked));
        }
    }
    #send(asked, form, presented, timeoutMs) {
        const request = {
            method: form.method ?? 'GET',
            path: this.pathAt(form.path ?? pathOf(asked), form.query),
            headers: {
                accept: form.accept ?? 'application/json',
                ...(form.body === undefined ? {} : { 'content-type': form.contentType ?? 'application/json' }),
                ...this.headersOf(presented),
            },
            ...(form.body === undefined ? {} : { body: JSON.stringify(form.body) }),
            timeoutMs,
            signal: this.options.signal,
        };
        return this.#http.send(request, presented.certificate);
    }
}

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
                return forbiddenError(streamQuestion(asked, verb), client.speaker);
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
    return apiError(question, status, answer, client.speaker);
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

;// CONCATENATED MODULE: ./build/adapters/kubernetes/socket.js






/** An upgrade that the API server answered with something else. */
class UpgradeRefused extends Error {
    status;
    answer;
    constructor(status, body) {
        super(`HTTP ${status}`);
        this.status = status;
        this.answer = apiStatusOf(body);
    }
}
const handshakeMs = 15_000;
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
async function upgrade(client, path, protocols, presented) {
    const { WebSocket: Client } = await __webpack_require__.e(/* import() */ 977).then(__webpack_require__.bind(__webpack_require__, 52977));
    const connection = await client.dialer.dial(presented.certificate);
    const address = new URL(path, client.access.server);
    address.protocol = address.protocol === 'http:' ? 'ws:' : 'wss:';
    const socket = new Client(address, [...protocols], {
        createConnection: () => connection,
        headers: client.headersOf(presented),
        handshakeTimeout: handshakeMs,
        perMessageDeflate: false,
        maxPayload: 16 * 1024 * 1024,
    });
    return new Promise((resolve, reject) => {
        // Every later error also closes the socket, which is what its user listens for.
        socket.on('error', (error) => reject(error.message.includes('timed out') ? new DialError('ATTEMPT_TIMEOUT') : error));
        socket.once('open', () => {
            // The first frames may be here already: they wait until whoever gets the socket listens.
            socket.pause();
            resolve(socket);
        });
        socket.once('unexpected-response', (_request, response) => {
            bodyOf(response).then((body) => {
                reject(new UpgradeRefused(response.statusCode ?? 0, body));
                socket.terminate();
            });
        });
    });
}
/**
 * Open a stream into a pod; it is paused, to be resumed by whoever listens. Rejects with a PortError that says what is
 * missing; a 401 is answered once with a renewed credential.
 */
async function openStream(client, asked, query, protocols) {
    const { namespace, pod: name, subresource } = asked;
    const path = `${client.pathAt(pathOf({ resource: resources/* resources */.E.pods, namespace, name, subresource }))}?${query}`;
    const subject = streamSubject(asked);
    if (client.options.signal?.aborted === true)
        throw client.failure(undefined, subject);
    for (let renewed = false;; renewed = true) {
        const presented = await client.present();
        try {
            return await upgrade(client, path, protocols, presented);
        }
        catch (error) {
            if (!(error instanceof UpgradeRefused))
                throw client.failure(error, subject);
            const again = error.status === 401 && !renewed && client.renew(presented);
            if (!again)
                throw await explainRefusal(client, asked, error.status, error.answer);
        }
    }
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

;// CONCATENATED MODULE: ./build/adapters/kubernetes/forward.js




const protocol = 'v4.channel.k8s.io';
const forward_channel = { data: 0, error: 1 };
const forward_pingMs = 15_000;
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
            socket.once('close', () => {
                this.#stopPings();
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
 * version, which the API server sends with its refusal. Undefined: there was none, and the list has to begin again.
 */
async function pageAt(client, query, form, token) {
    const asked = askedFor(query);
    const at = (from) => ({
        ...form,
        query: { ...form.query, labelSelector: query.labels, fieldSelector: query.fields, continue: from },
    });
    try {
        return await client.attempt(asked, at(token));
    }
    catch (error) {
        if (!(error instanceof Refused))
            throw error;
        if (error.status !== 410 || token === undefined)
            throw apiError(asked, error.status, error.answer, client.speaker);
        const next = error.answer.metadata?.continue;
        return next === undefined || next === '' ? undefined : client.request(asked, at(next));
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
                throw apiError(askedFor(query), 410, {}, client.speaker);
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









const written = { fieldManager: managerName };
/** The port `Cluster` on a real API server. */
class KubernetesCluster {
    #client;
    #forwards = new Set();
    #identity;
    constructor(access, options) {
        this.#client = new ApiClient(access, options);
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
    async get(resource, namespace, name) {
        const asked = { verb: 'get', resource, namespace, name };
        try {
            return await this.#client.attempt(asked);
        }
        catch (error) {
            if (!(error instanceof Refused))
                throw error;
            if (error.status === 404 && error.answer.details?.name === name)
                return undefined;
            throw apiError(asked, error.status, error.answer, this.#client.speaker);
        }
    }
    create(resource, namespace, object) {
        const { name } = object.metadata;
        const asked = { verb: 'create', resource, namespace, name };
        const path = pathOf({ resource, namespace });
        return this.#client.request(asked, { method: 'POST', path, query: written, body: typed(resource, object) });
    }
    patch(resource, namespace, name, operations) {
        const contentType = 'application/json-patch+json';
        const asked = { verb: 'patch', resource, namespace, name };
        return this.#client.request(asked, { method: 'PATCH', contentType, query: written, body: operations });
    }
    async replace(resource, namespace, name, object) {
        const asked = { verb: 'update', resource, namespace, name };
        if (object.metadata?.resourceVersion === undefined) {
            // Without a version the API server would overwrite whatever is there.
            const details = { causes: [{ field: 'metadata.resourceVersion' }] };
            throw apiError(asked, 422, { details }, this.#client.speaker);
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
    async forward(target, port) {
        const forward = await forwardToPod(this.#client, target, port);
        this.#forwards.add(forward);
        return forward;
    }
    may(access) {
        return ask(this.#client, access);
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
