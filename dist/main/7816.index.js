export const id = 7816;
export const ids = [7816];
export const modules = {

/***/ 27816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createManifestCheck: () => (/* binding */ createManifestCheck)
});

;// CONCATENATED MODULE: ./build/domain/kubernetes/drift.js
/** Fields that the API server keeps by itself, at any depth of the metadata of an object. */
const kept = new Set(['managedFields', 'resourceVersion', 'generation', 'uid', 'creationTimestamp', 'selfLink']);
/** More are not named. */
const mostFields = 20;
/**
 * The fields in which an object is not what it would become: paths such as `.spec.template.spec.containers[0].image`, at
 * most twenty. Status, and what the API server keeps by itself, are left out.
 */
function differingFields(live, wanted) {
    const found = [];
    compare(withoutKept(live), withoutKept(wanted), '', found);
    return found;
}
function withoutKept(object) {
    if (!isRecord(object))
        return object;
    const { status: _status, metadata, ...rest } = object;
    if (!isRecord(metadata))
        return rest;
    return { ...rest, metadata: Object.fromEntries(Object.entries(metadata).filter(([key]) => !kept.has(key))) };
}
function compare(live, wanted, path, found) {
    if (found.length >= mostFields || Object.is(live, wanted))
        return;
    if (isRecord(live) && isRecord(wanted)) {
        for (const key of new Set([...Object.keys(live), ...Object.keys(wanted)])) {
            compare(live[key], wanted[key], `${path}.${key.slice(0, 100)}`, found);
        }
    }
    else if (Array.isArray(live) && Array.isArray(wanted) && live.length === wanted.length) {
        for (const [index, value] of live.entries())
            compare(value, wanted[index], `${path}[${index}]`, found);
    }
    else
        found.push(path === '' ? '.' : path);
}
const isRecord = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

// EXTERNAL MODULE: ./build/domain/kubernetes/kubectl.js
var kubectl = __webpack_require__(82368);
// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/adapters/kubernetes/api-error.js
var api_error = __webpack_require__(70109);
// EXTERNAL MODULE: ./build/adapters/kubernetes/client.js + 4 modules
var kubernetes_client = __webpack_require__(9581);
// EXTERNAL MODULE: ./build/adapters/kubernetes/resource-path.js
var resource_path = __webpack_require__(71038);
;// CONCATENATED MODULE: ./build/adapters/kubernetes/manifest-check.js






/** Who asks; `deploy/rbac/maintenance-dry-run.yaml` makes it. */
const account = { namespace: 'rooivalk-maintenance', name: 'maintenance-dry-run' };
const proofName = 'maintenance-dry-run-proof';
const manifest = 'deploy/rbac/maintenance-dry-run.yaml';
const fieldManager = 'rooivalk-dry-run';
/** The port `manifestCheck` on a real API server. */
function createManifestCheck({ cluster, mask }) {
    let client;
    const acting = () => {
        client ??= cluster().then((reached) => reached.actAs(account, mask));
        return client;
    };
    const kinds = new Map();
    return {
        prove: async () => prove(await acting(), await cluster()),
        ask: async (document) => {
            const speaking = await acting();
            const version = document.apiVersion;
            if (!kinds.has(version))
                kinds.set(version, servedKinds(speaking, version));
            return ask(speaking, document, (await kinds.get(version)) ?? []);
        },
    };
}
/** Create a ConfigMap for real. The policy must refuse it: a missing right would prove nothing, as dry runs need the right. */
async function prove(client, own) {
    const asked = {
        verb: 'create',
        resource: resources/* resources */.E.configMaps,
        namespace: account.namespace,
        name: proofName,
    };
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: proofName, namespace: account.namespace } };
    const path = (0,resource_path/* pathOf */.XM)({ resource: resources/* resources */.E.configMaps, namespace: account.namespace });
    try {
        const made = await client.attempt(asked, { method: 'POST', path, body: object });
        return await leaked(own, made);
    }
    catch (error) {
        if (!(error instanceof kubernetes_client/* Refused */.Lw))
            throw error;
        if (/ValidatingAdmissionPolicy '[a-z0-9.-]{1,253}'/.test(error.answer.message ?? ''))
            return { held: true };
        if (error.status === 409)
            return leaked(own, undefined);
        if (error.status !== 403)
            throw (0,api_error/* apiError */.pb)(asked, error.status, error.answer, client.speaker);
        return {
            held: false,
            leak: false,
            says: `${account.name} may not create at all, so that no admission policy could show that it holds it`,
            next: `an administrator applies it: ${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `apply -f ${manifest}`}`,
        };
    }
}
async function leaked(own, made) {
    const { namespace } = account;
    const uid = made?.metadata.uid ?? (await own.get(resources/* resources */.E.configMaps, namespace, proofName))?.metadata.uid;
    if (uid !== undefined)
        await own.delete(resources/* resources */.E.configMaps, namespace, proofName, uid);
    return {
        held: false,
        leak: true,
        says: `${account.name} could create configmap/${proofName} for real: no admission policy holds it to dry runs (the object was deleted again)`,
        next: `an administrator applies it at once: ${(0,kubectl/* kubectl */.Lr)((0,kubectl/* clusterWide */.MO)) `apply -f ${manifest}`}`,
    };
}
/** The kinds of a version of an API group, as the server lists them; none where it does not know the version. */
async function servedKinds(client, apiVersion) {
    if (!/^([a-z0-9.-]{1,253}\/)?v[0-9][a-z0-9]{0,20}$/.test(apiVersion))
        return [];
    const path = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const asked = { verb: 'get', resource: resources/* resources */.E.namespaces };
    try {
        const { resources: served = [] } = await client.attempt(asked, { path });
        return served.filter(({ name }) => !name.includes('/'));
    }
    catch (error) {
        if (error instanceof kubernetes_client/* Refused */.Lw && error.status === 404)
            return [];
        if (error instanceof kubernetes_client/* Refused */.Lw)
            throw (0,api_error/* apiError */.pb)(asked, error.status, error.answer, client.speaker);
        throw error;
    }
}
async function ask(client, document, kinds) {
    const served = kinds.find(({ kind }) => kind === document.kind);
    if (served === undefined) {
        return { outcome: 'refused', says: `the API server does not know ${document.kind} of ${document.apiVersion}` };
    }
    const target = targetOf(document, served);
    const live = await read(client, target);
    if (live === 'not-permitted')
        return notPermitted('get', target);
    const apply = { ...target, verb: 'patch' };
    try {
        const wanted = await client.attempt(apply, {
            method: 'PATCH',
            contentType: 'application/apply-patch+yaml',
            // forced, so that what is left out of the document is filled in as on a write; nothing is taken from its owner
            query: { dryRun: 'All', force: 'true', fieldManager },
            body: document.object,
            repeatable: true,
        });
        if (live === undefined)
            return { outcome: 'absent' };
        const fields = differingFields(live, wanted);
        return fields.length === 0 ? { outcome: 'same' } : { outcome: 'drift', fields };
    }
    catch (error) {
        if (!(error instanceof kubernetes_client/* Refused */.Lw))
            throw error;
        return refusalOf(error, target, client);
    }
}
function refusalOf(error, target, client) {
    const causes = error.answer.details?.causes ?? [];
    const fields = causes.flatMap(({ field }) => (field === undefined ? [] : [field.slice(0, 200)]));
    if (error.status === 409)
        return { outcome: 'drift', fields: fields.slice(0, 20) };
    if (error.status === 403)
        return notPermitted('patch', target);
    const { message } = (0,api_error/* apiError */.pb)({ ...target, verb: 'patch' }, error.status, error.answer, client.speaker);
    if ([400, 404, 415, 422].includes(error.status))
        return { outcome: 'refused', says: message };
    throw (0,api_error/* apiError */.pb)({ ...target, verb: 'patch' }, error.status, error.answer, client.speaker);
}
function targetOf({ apiVersion, kind, namespace, name }, served) {
    const [version = '', group = ''] = apiVersion.split('/').reverse();
    const resource = { group, version, kind, plural: served.name, namespaced: served.namespaced };
    return { resource, name, ...(served.namespaced ? { namespace } : {}) };
}
async function read(client, target) {
    const asked = { ...target, verb: 'get' };
    try {
        return await client.attempt(asked);
    }
    catch (error) {
        if (!(error instanceof kubernetes_client/* Refused */.Lw))
            throw error;
        if (error.status === 404)
            return undefined;
        if (error.status === 403)
            return 'not-permitted';
        throw (0,api_error/* apiError */.pb)(asked, error.status, error.answer, client.speaker);
    }
}
const notPermitted = (verb, { resource, namespace }) => ({
    outcome: 'not-permitted',
    says: `${account.name} may not ${verb} ${resource.plural}${namespace === undefined ? '' : ` in ${namespace}`}`,
});


/***/ })

};
