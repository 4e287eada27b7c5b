export const id = 5992;
export const ids = [5992];
export const modules = {

/***/ 28984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ namesOfKind),
/* harmony export */   sX: () => (/* binding */ namedWorkloads),
/* harmony export */   yX: () => (/* binding */ startingSecrets)
/* harmony export */ });
/** Every workload that the configuration names: what tasks may change, and whose names manifests give. Each once. */
function namedWorkloads(platform) {
    const { blockchain, gateway, others } = platform.workloads;
    const stores = [platform.database.workload, platform.cache.workload];
    const all = [blockchain, gateway, ...stores, ...others].map(({ kind, name }) => ({ kind, name }));
    return [...new Map(all.map((one) => [`${one.kind}/${one.name}`, one])).values()];
}
/** The names of those of one kind. */
function namesOfKind(kind) {
    return (platform) => namedWorkloads(platform)
        .filter((one) => one.kind === kind)
        .map(({ name }) => name);
}
/** The Secrets that workloads start with and whose version may be read, as far as the configuration says. */
function startingSecrets({ workloads, database, cache, certificates }) {
    const passwords = [database.password.secret, cache.password?.secret].filter((name) => name !== undefined);
    const listed = certificates.secrets === 'all' ? [] : certificates.secrets;
    return [...new Set([workloads.gateway.tlsSecret, ...passwords, ...listed, ...workloads.secrets])];
}


/***/ }),

/***/ 57324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ selectsLabels),
/* harmony export */   n: () => (/* binding */ selectorText)
/* harmony export */ });
/** A selector as `kubectl -l` and the API take it. */
function selectorText({ matchLabels = {}, matchExpressions = [] }) {
    const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
    return [...equal, ...matchExpressions.map(expressionText)].join(',');
}
function expressionText({ key, operator, values = [] }) {
    switch (operator) {
        case 'In':
            return `${key} in (${values.join(',')})`;
        case 'NotIn':
            return `${key} notin (${values.join(',')})`;
        case 'Exists':
            return key;
        case 'DoesNotExist':
            return `!${key}`;
    }
}
/** Whether labels satisfy a selector (apimachinery `LabelSelectorAsSelector`): all of it; an absent one selects nothing. */
function selectsLabels(selector, labels = {}) {
    if (selector === undefined)
        return false;
    const { matchLabels = {}, matchExpressions = [] } = selector;
    return (Object.entries(matchLabels).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value) &&
        matchExpressions.every((expression) => satisfies(expression, labels)));
}
function satisfies({ key, operator, values = [] }, labels) {
    const has = Object.hasOwn(labels, key);
    switch (operator) {
        case 'In':
            return has && values.includes(labels[key] ?? '');
        case 'NotIn':
            return !has || !values.includes(labels[key] ?? '');
        case 'Exists':
            return has;
        case 'DoesNotExist':
            return !has;
    }
}


/***/ }),

/***/ 90648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ workloadRef),
/* harmony export */   Km: () => (/* binding */ workloadWord),
/* harmony export */   Ly: () => (/* binding */ kindOfRef),
/* harmony export */   WG: () => (/* binding */ workloadResource)
/* harmony export */ });
/* harmony import */ var _resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);

const resourceByKind = {
    Deployment: _resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.deployments,
    StatefulSet: _resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.statefulSets,
    DaemonSet: _resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.daemonSets,
};
const kindByPlural = {
    deployments: 'Deployment',
    statefulsets: 'StatefulSet',
    daemonsets: 'DaemonSet',
};
/** The resource of a kind of workload. */
function workloadResource(kind) {
    return resourceByKind[kind];
}
/** The kind of the workload that a step names. */
function kindOfRef({ resource }) {
    return kindByPlural[resource];
}
/** A workload as a step names it. */
function workloadRef(kind, { metadata }) {
    const resource = resourceByKind[kind].plural;
    return { resource, namespace: metadata.namespace ?? '', name: metadata.name, uid: metadata.uid };
}
/** A workload as reports and kubectl name it: `deployment/api-gateway`. */
function workloadWord(kind, name) {
    return `${kind.toLowerCase()}/${name}`;
}


/***/ }),

/***/ 27757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ horizontalOwner),
/* harmony export */   o: () => (/* binding */ verticalOwner)
/* harmony export */ });
/* harmony import */ var _shown_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49054);

const isTarget = (target, { kind, name }) => target?.kind === kind && target.name === name && (target.apiVersion ?? 'apps/v1').startsWith('apps/');
/** The HorizontalPodAutoscaler that decides how many pods a workload has. */
function horizontalOwner({ horizontal }, workload) {
    const found = horizontal.find(({ spec }) => isTarget(spec.scaleTargetRef, workload));
    if (found === undefined)
        return undefined;
    const name = `horizontalpodautoscaler/${(0,_shown_name_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .H)(found.metadata.name)}`;
    const { minReplicas = 1, maxReplicas } = found.spec;
    return {
        kind: 'horizontal-autoscaler',
        name,
        mark: `scaleTargetRef; it keeps ${minReplicas} to ${maxReplicas} pods`,
        where: `as minReplicas or maxReplicas of ${name}`,
    };
}
/**
 * The VerticalPodAutoscaler that decides requests and limits of a container: its target, unless it only recommends
 * (`updateMode: Off`) or its policy leaves that container alone (`mode: Off`).
 */
function verticalOwner({ vertical }, workload, container) {
    const found = vertical.find(({ spec }) => isTarget(spec.targetRef, workload) && decides(spec, container));
    if (found === undefined)
        return undefined;
    const name = `verticalpodautoscaler/${(0,_shown_name_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .H)(found.metadata.name)}`;
    return {
        kind: 'vertical-autoscaler',
        name,
        mark: `targetRef, updateMode ${found.spec.updatePolicy?.updateMode ?? 'Auto'}`,
        where: `as minAllowed or maxAllowed of container ${(0,_shown_name_js__WEBPACK_IMPORTED_MODULE_0__/* .shownName */ .H)(container)} in ${name}`,
    };
}
function decides(spec, container) {
    if (spec.updatePolicy?.updateMode === 'Off')
        return false;
    const policies = spec.resourcePolicy?.containerPolicies ?? [];
    const own = policies.find(({ containerName }) => containerName === container);
    const policy = own ?? policies.find(({ containerName }) => containerName === '*');
    return policy?.mode !== 'Off';
}


/***/ }),

/***/ 41645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ holdsField),
/* harmony export */   M2: () => (/* binding */ templateAnnotationField),
/* harmony export */   _6: () => (/* binding */ replicasField),
/* harmony export */   aN: () => (/* binding */ imageField),
/* harmony export */   wk: () => (/* binding */ resourcesField)
/* harmony export */ });
/** How many pods are wanted. */
const replicasField = ['f:spec', 'f:replicas'];
const containerPath = (list, container) => [
    'f:spec',
    'f:template',
    'f:spec',
    `f:${list}`,
    `k:${JSON.stringify({ name: container })}`,
];
/** The image of one container. */
function imageField(list, container) {
    return [...containerPath(list, container), 'f:image'];
}
/** Requests and limits of one container. */
function resourcesField(list, container) {
    return [...containerPath(list, container), 'f:resources'];
}
/** An annotation of the template, such as the one that restarts the pods. */
function templateAnnotationField(name) {
    return ['f:spec', 'f:template', 'f:metadata', 'f:annotations', `f:${name}`];
}
/**
 * Whether a set of fields holds a path. A set that ends on the way there holds everything below (an atomic field); a path
 * that ends within the set is held in parts, which counts as held.
 */
function holdsField(fields, path) {
    let node = fields;
    for (const [depth, key] of path.entries()) {
        if (typeof node !== 'object' || node === null)
            return false;
        if (!Object.hasOwn(node, key))
            return depth > 0 && Object.keys(node).length === 0;
        node = node[key];
    }
    return true;
}


/***/ }),

/***/ 66325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ madeWhen),
/* harmony export */   lp: () => (/* binding */ writerWords),
/* harmony export */   uD: () => (/* binding */ lastWriter)
/* harmony export */ });
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41645);
/* harmony import */ var _shown_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49054);


/**
 * The last writer by `managedFields` (kubernetes.io, "Server-Side Apply", Field Management): of the entries that hold the
 * field the newest, else the newest of all. Writes of the status are left out where a field is asked about, since they
 * change nothing else. Undefined when the object does not say.
 */
function lastWriter({ managedFields = [] }, field) {
    const holding = field === undefined ? [] : managedFields.filter(({ fieldsV1 }) => (0,_field_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsField */ .Lc)(fieldsV1, field));
    const changed = newest(holding);
    if (changed !== undefined)
        return { how: 'changed', ...changed };
    const written = newest(field === undefined ? managedFields : managedFields.filter(isOfSpec));
    return written && { how: 'written', ...written };
}
const isOfSpec = ({ subresource }) => subresource !== 'status';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** The times are all of one form, so that they sort as text. */
function newest(entries) {
    const dated = entries.flatMap(({ manager = '', time = '' }) => instant.test(time) && manager !== '' ? [{ manager: (0,_shown_name_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .H)(manager), at: time }] : []);
    return dated.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
}
/** When an object was made, where its identity is what is asked about. */
function madeWhen({ creationTimestamp = '' }) {
    return instant.test(creationTimestamp) ? { how: 'made', at: creationTimestamp } : undefined;
}
/** As it stands behind a value that moved: `changed 2026-11-24 02:40:12 UTC by manager kubectl-scale`. */
function writerWords(writer) {
    const when = `${writer.at.slice(0, 10)} ${writer.at.slice(11, 19)} UTC`;
    if (writer.how === 'made')
        return `made ${when}`;
    return `${writer.how === 'changed' ? 'changed' : 'last written'} ${when} by manager ${writer.manager}`;
}


/***/ }),

/***/ 43380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GT: () => (/* binding */ ownedRefusal),
  IP: () => (/* binding */ ownedRule),
  K2: () => (/* binding */ ownersOf)
});

// EXTERNAL MODULE: ./build/domain/owner/field.js
var owner_field = __webpack_require__(41645);
// EXTERNAL MODULE: ./build/domain/owner/shown-name.js
var shown_name = __webpack_require__(49054);
;// CONCATENATED MODULE: ./build/domain/owner/managers.js


/** Controllers that put their values back, by the name under which they write. */
const reconcilers = [
    [/^argocd-(application-)?controller$/, 'argo-cd', 'Argo CD'],
    [/^(kustomize|helm)-controller$/, 'flux', 'Flux'],
    [/^[Hh]elm$/, 'helm', 'Helm'],
];
/**
 * Who writes and does not come back: ourselves, kubectl and oc in all their commands, the usual consoles, and the parts of
 * Kubernetes that write for somebody else (an autoscaler's number comes from the controller manager: it is asked by itself).
 */
const settledManagers = /^(rooivalk-maintenance|kubectl(-.*)?|oc|before-first-apply|k9s|(Open)?[Ll]ens.*|[Hh]eadlamp.*|dashboard|Mozilla|kube-controller-manager|kube-apiserver)$/;
/**
 * Whoever `managedFields` names for a field. A server-side apply keeps its field until it is forced away, and an update by
 * a program that is neither a person's tool nor configured as settled may come from an operator: both count as owners. What
 * was written through a subresource counts by its manager as everything else.
 */
function managersOf({ metadata }, { field, settled }) {
    return (metadata.managedFields ?? [])
        .filter(({ manager = '', fieldsV1 }) => !isSettled(manager, settled) && (0,owner_field/* holdsField */.Lc)(fieldsV1, field))
        .map(ownerOf);
}
const isSettled = (manager, settled) => settledManagers.test(manager) || settled.includes(manager);
function ownerOf({ manager = '', operation }) {
    const shown = (0,shown_name/* shownName */.H)(manager);
    const mark = `managedFields, ${operation === 'Apply' ? 'applied' : 'updated'} by ${shown}`;
    const [, kind, name] = reconcilers.find(([pattern]) => pattern.test(manager)) ?? [];
    if (kind !== undefined && name !== undefined)
        return { kind, name, mark, where: `in the sources that ${name} applies` };
    return {
        kind: 'field-manager',
        name: `field manager ${shown}`,
        mark,
        where: `in what ${shown} applies (if that is a pipeline or a person, list it under \`platform.workloads.field-managers\`)`,
    };
}

;// CONCATENATED MODULE: ./build/domain/owner/marks.js


/** The controller of the object (`ownerReferences` with `controller: true`): it makes the object as its own spec says. */
const controller = ({ metadata }) => {
    const reference = metadata.ownerReferences?.find((one) => one.controller === true);
    if (reference === undefined)
        return undefined;
    const group = reference.apiVersion.includes('/') ? `.${reference.apiVersion.split('/')[0]}` : '';
    const name = (0,shown_name/* shownName */.H)(`${reference.kind.toLowerCase()}${group}/${reference.name}`);
    return { kind: 'controller', name, mark: 'metadata.ownerReferences, controller', where: `in the spec of ${name}` };
};
const trackingId = 'argocd.argoproj.io/tracking-id';
const instanceLabel = 'argocd.argoproj.io/instance';
/**
 * Argo CD, by its tracking annotation `<application>:<group>/<kind>:<namespace>/<name>` (Argo CD documentation, "Resource
 * Tracking": an id that names another object was copied and does not count), or its instance label.
 */
const argoCd = (object, question) => {
    const { annotations = {}, labels = {}, name, namespace = '' } = object.metadata;
    const tracked = annotations[trackingId];
    const application = tracked?.endsWith(`:${namespace}/${name}`) ? tracked.split(':')[0] : labels[instanceLabel];
    if (application === undefined || leavesFieldAlone(object, question, 'argocd-controller'))
        return undefined;
    const shown = (0,shown_name/* shownName */.H)(application);
    return {
        kind: 'argo-cd',
        name: `Argo CD application ${shown}`,
        mark: application === labels[instanceLabel] ? `label ${instanceLabel}` : `annotation ${trackingId}`,
        where: `in the repository of Argo CD application ${shown} (\`argocd app get ${shown}\` names it)`,
    };
};
const fluxControllers = { kustomize: 'kustomize-controller', helm: 'helm-controller' };
/**
 * Flux, by the labels that its controllers set (`kustomize.toolkit.fluxcd.io/name`, `helm.toolkit.fluxcd.io/name`). An
 * object that Flux was told to leave alone (`…/reconcile: disabled`, `…/ssa: Ignore` or `IfNotPresent`) is not owned.
 */
const flux = (object, question) => {
    for (const [tool, manager] of Object.entries(fluxControllers)) {
        const { labels = {}, annotations = {} } = object.metadata;
        const prefix = `${tool}.toolkit.fluxcd.io`;
        const name = labels[`${prefix}/name`];
        if (name === undefined || told({ ...labels, ...annotations }, prefix))
            continue;
        if (leavesFieldAlone(object, question, manager))
            continue;
        const kind = tool === 'helm' ? 'helmrelease' : 'kustomization';
        const shown = (0,shown_name/* shownName */.H)(`${labels[`${prefix}/namespace`] ?? ''}/${name}`.replace(/^\//, ''));
        return {
            kind: 'flux',
            name: `Flux ${kind} ${shown}`,
            mark: `label ${prefix}/name`,
            where: `in the sources of Flux ${kind} ${shown}`,
        };
    }
    return undefined;
};
const told = (words, prefix) => words[`${prefix}/reconcile`] === 'disabled' || ['Ignore', 'IfNotPresent'].includes(words[`${prefix}/ssa`] ?? '');
/** Helm, by the release annotation that it sets and checks, or the label that charts carry. */
const helm = ({ metadata }) => {
    const release = metadata.annotations?.['meta.helm.sh/release-name'];
    if (release !== undefined) {
        const shown = (0,shown_name/* shownName */.H)(release);
        return {
            kind: 'helm',
            name: `Helm release ${shown}`,
            mark: 'annotation meta.helm.sh/release-name',
            where: `in the values of Helm release ${shown}, which its next upgrade applies`,
        };
    }
    if (metadata.labels?.['app.kubernetes.io/managed-by'] !== 'Helm')
        return undefined;
    return {
        kind: 'helm',
        name: 'Helm',
        mark: 'label app.kubernetes.io/managed-by',
        where: 'in the values of the chart that it was made from',
    };
};
/** Whether a controller that applies server-side has said which fields are its own, and this one is not among them. */
function leavesFieldAlone({ metadata }, { field }, manager) {
    const applied = metadata.managedFields?.filter((one) => one.manager === manager && one.operation === 'Apply') ?? [];
    return applied.length > 0 && !applied.some(({ fieldsV1 }) => (0,owner_field/* holdsField */.Lc)(fieldsV1, field));
}

;// CONCATENATED MODULE: ./build/domain/owner/owner.js


/**
 * Who owns a field of an object, the most certain first: its controller, Argo CD, Flux and Helm by their marks, then
 * whoever `managedFields` names for that very field. One entry for each kind of owner; none: nobody else does. Autoscalers
 * are not marked on the object: see `autoscalerOf`.
 */
function ownersOf(object, question) {
    const marks = [controller, argoCd, flux, helm].flatMap((mark) => mark(object, question) ?? []);
    const seen = new Map();
    for (const owner of [...marks, ...managersOf(object, question)]) {
        if (!seen.has(owner.kind))
            seen.set(owner.kind, owner);
    }
    return [...seen.values()];
}
/** The rule of every refusal to change what somebody else owns: what needs such a task goes on all the same. */
const ownedRule = 'what somebody else owns is changed at its owner';
/** A refusal to change what somebody else owns. `change` says it for the owner: `image of container gateway to 2.1.1`. */
function ownedRefusal(subject, owners, change) {
    const [first] = owners;
    return {
        subject,
        rule: ownedRule,
        state: `${owners.map(({ name, mark }) => `${name} owns it (${mark})`).join('; ')}`,
        next: `change ${change} ${first.where}; if it stays as it is set here all the same, say so with a reason under \`platform.workloads.owned-override\` in .github/maintenance.yml`,
    };
}


/***/ }),

/***/ 49054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ shownName)
/* harmony export */ });
/** A name from the cluster as it may stand in a sentence or a command: what Kubernetes names may hold, at most 120 characters. */
function shownName(name) {
    return name.replace(/[^\w./-]/g, '?').slice(0, 120);
}


/***/ }),

/***/ 83381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ workloadOwnership)
/* harmony export */ });
/* harmony import */ var _autoscalers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27757);
/* harmony import */ var _field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41645);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43380);



/**
 * Who owns a field of a workload. Autoscalers count for replicas and resources: without them given, these questions are
 * answered by marks and managed fields alone.
 */
function workloadOwnership(kind, workload, wanted, { workloads }, autoscalers) {
    const question = { field: pathOf(wanted), settled: workloads.fieldManagers };
    const named = { kind, name: workload.metadata.name };
    const scaling = autoscalers && scalingOwner(autoscalers, named, wanted);
    const owners = [...(0,_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .ownersOf */ .K2)(workload, question), ...(scaling === undefined ? [] : [scaling])];
    const override = workloads.ownedOverride.find((one) => one.kind === kind && one.name === named.name);
    if (override === undefined || owners.length === 0)
        return { owners };
    return { owners: [], overridden: { owners, reason: override.reason } };
}
function pathOf(wanted) {
    switch (wanted.kind) {
        case 'image':
            return (0,_field_js__WEBPACK_IMPORTED_MODULE_1__/* .imageField */ .aN)(wanted.list, wanted.container);
        case 'resources':
            return (0,_field_js__WEBPACK_IMPORTED_MODULE_1__/* .resourcesField */ .wk)(wanted.list, wanted.container);
        case 'replicas':
            return _field_js__WEBPACK_IMPORTED_MODULE_1__/* .replicasField */ ._6;
        case 'template-annotation':
            return (0,_field_js__WEBPACK_IMPORTED_MODULE_1__/* .templateAnnotationField */ .M2)(wanted.name);
    }
}
function scalingOwner(autoscalers, workload, wanted) {
    if (wanted.kind === 'replicas')
        return (0,_autoscalers_js__WEBPACK_IMPORTED_MODULE_2__/* .horizontalOwner */ .G)(autoscalers, workload);
    if (wanted.kind === 'resources')
        return (0,_autoscalers_js__WEBPACK_IMPORTED_MODULE_2__/* .verticalOwner */ .o)(autoscalers, workload, wanted.container);
    return undefined;
}


/***/ }),

/***/ 51639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   v9: () => (/* binding */ hasImages)
/* harmony export */ });
const initPrefix = 'init/';
/** The images of a pod's spec or of a template. */
function imagesOf(spec) {
    const named = (prefix, containers = []) => containers.map(({ name, image = '' }) => [`${prefix}${name}`, image]);
    return Object.fromEntries([...named(initPrefix, spec.initContainers), ...named('', spec.containers)]);
}
/** Whether a spec holds every one of these images; containers that are not among them do not matter (injected sidecars). */
function hasImages(spec, images) {
    const own = imagesOf(spec);
    return Object.entries(images).every(([container, image]) => own[container] === image);
}
/** Where a container of {@link ImagesByContainer} stands in a template: its list, its place, and its name. */
function placeOf(spec, key) {
    const init = key.startsWith(initPrefix);
    const name = init ? key.slice(initPrefix.length) : key;
    const list = init ? 'initContainers' : 'containers';
    const index = (spec[list] ?? []).findIndex((container) => container.name === name);
    return index < 0 ? undefined : { list, index, name };
}


/***/ }),

/***/ 90756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NO: () => (/* binding */ desiredPods),
/* harmony export */   VY: () => (/* binding */ judgeRollout),
/* harmony export */   ZD: () => (/* binding */ isStuck)
/* harmony export */ });
/* harmony import */ var _kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95260);
/* harmony import */ var _quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _pods_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73213);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97532);




/**
 * Judge a rollout by the workload's own pods; `isWanted` tells a pod of the new version. What is left over of pods that
 * have ended is neither of the one version nor of the other.
 */
function judgeRollout(kind, workload, pods, isWanted) {
    const present = pods.filter((pod) => (0,_pods_of_js__WEBPACK_IMPORTED_MODULE_1__/* .isPresent */ .Wo)(kind, pod));
    const wanted = present.filter(isWanted);
    const ready = wanted.filter(_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_).length;
    const others = present.length - wanted.length;
    const desired = desiredPods(kind, workload);
    const { generation = 0 } = workload.metadata;
    const seen = (workload.status?.observedGeneration ?? 0) >= generation;
    const complete = seen && ready === desired && wanted.length === desired && others === 0;
    return {
        desired,
        updated: wanted.length,
        ready,
        others,
        complete,
        text: seen
            ? podsText({ desired, updated: wanted.length, ready, others })
            : 'its controller has not seen the change',
        troubles: wanted.filter((pod) => !(0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod)).flatMap(_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .troublesOf */ .on),
        ended: pods.filter((pod) => (0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(pod) && isWanted(pod)).map(_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ),
        deadlineExceeded: seen && hasGivenUp(workload),
        restarts: wanted.reduce((sum, pod) => sum + restartsOf(pod), 0),
    };
}
/** How many pods a workload is to have; a DaemonSet one on each node that fits. */
function desiredPods(kind, { spec, status }) {
    return kind === 'DaemonSet' ? (status?.desiredNumberScheduled ?? 0) : (spec.replicas ?? 1);
}
function podsText({ desired, updated, ready, others }) {
    const rest = others === 0 ? '' : `, ${(0,_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(others, 'other pod')} still there`;
    return `${updated} of ${desired} of the new version, ${ready} ready${rest}`;
}
const hasGivenUp = ({ status }) => status?.conditions?.some(({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded') ??
    false;
const restartsOf = (pod) => (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
/**
 * The pods that keep an OrderedReady StatefulSet from going back: not ready, and not of the revision that its controller
 * now wants. It waits for them for ever; deleted, highest ordinal first, they come back as they should (kubernetes#67250).
 */
function isStuck(pod, { status }) {
    const revision = pod.metadata.labels?.['controller-revision-hash'];
    return !(0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_2__/* .isReady */ .i_)(pod) && pod.metadata.deletionTimestamp === undefined && revision !== status?.updateRevision;
}


/***/ }),

/***/ 73213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ isLeftOver),
/* harmony export */   Wo: () => (/* binding */ isPresent),
/* harmony export */   g4: () => (/* binding */ belongsTo),
/* harmony export */   zO: () => (/* binding */ ordinalOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95260);

/**
 * Whether a pod belongs to a workload: by its controller, since selectors may overlap. A Deployment's pods belong to
 * ReplicaSets named after it and the hash of their template (`pod-template-hash`).
 */
function belongsTo(pod, kind, workload) {
    const controller = pod.metadata.ownerReferences?.find((one) => one.controller === true);
    if (controller === undefined)
        return false;
    if (kind !== 'Deployment')
        return controller.uid === workload.metadata.uid;
    const hash = pod.metadata.labels?.['pod-template-hash'];
    return controller.kind === 'ReplicaSet' && controller.name === `${workload.metadata.name}-${hash}`;
}
/** A StatefulSet pod's place: `postgres-2` is 2; -1 where the name has none. */
function ordinalOf(pod) {
    return Number(/-(\d+)$/.exec(pod.metadata.name)?.[1] ?? -1);
}
/**
 * Whether a pod is only left over: a ReplicaSet counts and replaces pods that have ended, and leaves them there until
 * somebody removes them (`IsPodActive`, kubernetes `pkg/controller/controller_utils.go`). The controllers of StatefulSets
 * and DaemonSets remove such a pod before they make its next: theirs is what the workload has now.
 */
const isLeftOver = (kind, pod) => kind === 'Deployment' && (0,_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(pod);
/** Whether a pod is one that its workload has: neither left over nor on its way out. */
const isPresent = (kind, pod) => pod.metadata.deletionTimestamp === undefined && !isLeftOver(kind, pod);


/***/ }),

/***/ 97532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   on: () => (/* binding */ troublesOf),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* unused harmony export tooManyRestarts */
/** Restarts of one container of a new pod from which on it is bad; one may be the wait for a neighbour. */
const tooManyRestarts = 3;
/** Reasons of a waiting container (kubelet, `pkg/kubelet/images/types.go` and `container/sync_result.go`). */
const certainReasons = new Set(['InvalidImageName', 'ErrImageNeverPull']);
const passingReasons = new Set(['ContainerCreating', 'PodInitializing']);
/** Everything that is wrong with a pod, the certain first; a pod that only needs time has none. */
function troublesOf(pod) {
    const { name, uid } = pod.metadata;
    const about = { pod: name, podUid: uid };
    const found = [];
    if (pod.status?.phase === 'Failed')
        found.push(endOf(pod));
    const unscheduled = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
    if (unscheduled !== undefined) {
        found.push({ ...about, reason: unscheduled.reason ?? 'Unschedulable', certain: false });
    }
    for (const status of [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]) {
        const trouble = containerTrouble(status);
        if (trouble !== undefined)
            found.push({ ...about, container: status.name, ...trouble });
    }
    return found.sort((a, b) => Number(b.certain) - Number(a.certain));
}
/**
 * How a pod has ended, in the kubelet's word (`Evicted`, `NodeShutdown`), else its phase. Not certain: its controller makes
 * another, and only when that one ends as well has the rollout failed.
 */
function endOf({ metadata, status }) {
    return {
        pod: metadata.name,
        podUid: metadata.uid,
        reason: status?.reason ?? status?.phase ?? 'ended',
        certain: false,
    };
}
function containerTrouble(status) {
    const waiting = status.state?.waiting?.reason;
    if (status.restartCount >= tooManyRestarts) {
        return { reason: waiting ?? `restarted ${status.restartCount} times`, certain: true };
    }
    if (waiting === undefined || passingReasons.has(waiting))
        return undefined;
    return { reason: waiting, certain: certainReasons.has(waiting) };
}


/***/ }),

/***/ 77034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ startWriters),
/* harmony export */   bi: () => (/* binding */ writerOf),
/* harmony export */   s9: () => (/* binding */ writersBelow)
/* harmony export */ });
/* harmony import */ var _domain_owner_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41645);
/* harmony import */ var _domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66325);
/* harmony import */ var _domain_rollout_images_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51639);



const templateField = ['f:spec', 'f:template'];
const pausedField = ['f:spec', 'f:paused'];
/**
 * Who wrote what pods of a workload start from, by the paths of `StartBasis` and the number of replicas; `references` are the
 * ConfigMaps and Secrets that were looked at, by the same names. What a kubelet reports (digests) is nobody's write.
 */
function startWriters({ metadata, spec }, references) {
    const fields = [
        ['template', templateField],
        ['paused', pausedField],
        ['replicas', _domain_owner_field_js__WEBPACK_IMPORTED_MODULE_0__/* .replicasField */ ._6],
        ...Object.keys((0,_domain_rollout_images_of_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(spec.template.spec)).map((name) => [`images.${name}`, fieldOfImage(name)]),
    ];
    const made = (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .madeWhen */ ._s)(metadata);
    return [
        ...(made === undefined ? [] : [{ path: 'uid', ...made }]),
        ...fields.flatMap(([path, field]) => writerOf(path, metadata, field)),
        ...references.flatMap(([name, found]) => (found === undefined ? [] : writerOf(`refersTo.${name}`, found))),
    ];
}
const fieldOfImage = (container) => container.startsWith('init/')
    ? (0,_domain_owner_field_js__WEBPACK_IMPORTED_MODULE_0__/* .imageField */ .aN)('initContainers', container.slice('init/'.length))
    : (0,_domain_owner_field_js__WEBPACK_IMPORTED_MODULE_0__/* .imageField */ .aN)('containers', container);
/** The last writer of a part of the basis, where the object says who it was. */
function writerOf(path, metadata, field) {
    const writer = (0,_domain_owner_last_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .lastWriter */ .uD)(metadata, field);
    return writer === undefined ? [] : [{ path, ...writer }];
}
/** The same writers where their part of the basis stands below a path. */
function writersBelow(path, writers) {
    return writers.map((writer) => ({ ...writer, path: `${path}.${writer.path}` }));
}


/***/ }),

/***/ 91385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ readTarget),
  I: () => (/* binding */ targetPermissions)
});

// EXTERNAL MODULE: ./build/domain/kubernetes/resources.js
var resources = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/domain/kubernetes/selectors.js
var selectors = __webpack_require__(57324);
// EXTERNAL MODULE: ./build/domain/kubernetes/workloads.js
var workloads = __webpack_require__(90648);
// EXTERNAL MODULE: ./build/domain/configuration/platform/named-workloads.js
var named_workloads = __webpack_require__(28984);
// EXTERNAL MODULE: ./build/domain/configuration/platform/workload-kind.js
var workload_kind = __webpack_require__(78048);
// EXTERNAL MODULE: ./build/domain/json.js
var json = __webpack_require__(97803);
// EXTERNAL MODULE: ./build/domain/rollout/images-of.js
var images_of = __webpack_require__(51639);
;// CONCATENATED MODULE: ./build/domain/rollout/references.js
/** Every ConfigMap and Secret that a template refers to, each once, by kind and name: environment, volumes, pull secrets. */
function referencesOf(spec) {
    const found = new Map();
    const note = (kind, name) => {
        if (name !== undefined && name !== '')
            found.set(`${kind}/${name}`, { kind, name });
    };
    for (const container of [...(spec.initContainers ?? []), ...spec.containers])
        inContainer(container, note);
    for (const { configMap, secret, projected } of spec.volumes ?? []) {
        note('ConfigMap', configMap?.name);
        note('Secret', secret?.secretName);
        for (const source of projected?.sources ?? []) {
            note('ConfigMap', source.configMap?.name);
            note('Secret', source.secret?.name);
        }
    }
    for (const { name } of spec.imagePullSecrets ?? [])
        note('Secret', name);
    return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}
function inContainer({ env = [], envFrom = [] }, note) {
    for (const { valueFrom } of env) {
        note('ConfigMap', valueFrom?.configMapKeyRef?.name);
        note('Secret', valueFrom?.secretKeyRef?.name);
    }
    for (const { configMapRef, secretRef } of envFrom) {
        note('ConfigMap', configMapRef?.name);
        note('Secret', secretRef?.name);
    }
}

// EXTERNAL MODULE: ./build/observation/rollout/start-writers.js
var start_writers = __webpack_require__(77034);
;// CONCATENATED MODULE: ./build/observation/rollout/start-basis.js








/** What {@link readStart} and reading a named workload may read, for the declaration of a task that starts pods. */
const startPermissions = [
    ...workload_kind/* WORKLOAD_KINDS */.i.map((kind) => ({
        resource: (0,workloads/* workloadResource */.WG)(kind),
        verbs: ['get'],
        scope: 'platform',
        names: (0,named_workloads/* namesOfKind */.En)(kind),
        why: 'read the workload that is to be changed',
    })),
    { resource: resources/* resources */.E.pods, verbs: ['list'], scope: 'platform', why: 'see how its pods fare, and what they run' },
    {
        resource: resources/* resources */.E.configMaps,
        verbs: ['get'],
        scope: 'platform',
        why: 'know the version of each ConfigMap that its pods start with',
    },
    {
        resource: resources/* resources */.E.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: named_workloads/* startingSecrets */.yX,
        why: 'know the version of each Secret that its pods start with (nothing but metadata is read)',
    },
];
const resourceOf = {
    ConfigMap: resources/* resources */.E.configMaps,
    Secret: resources/* resources */.E.secrets,
};
/** Read what pods of a workload start from. `forbidden` when a Secret that it refers to is not among the configured ones. */
async function readStart(cluster, workload, pods) {
    const { namespace = '' } = workload.metadata;
    const references = await Promise.all(referencesOf(workload.spec.template.spec).map(async ({ kind, name }) => {
        const found = await cluster.metadata(resourceOf[kind], namespace, name);
        return [`${kind.toLowerCase()}/${name}`, found];
    }));
    return { start: startBasis(workload, pods, references), writers: (0,start_writers/* startWriters */.PZ)(workload, references) };
}
function startBasis({ metadata: { uid }, spec: { template, paused = false } }, pods, references) {
    const versions = references.map(([name, found]) => {
        return [name, found === undefined ? 'not there' : `${found.uid}@${found.resourceVersion}`];
    });
    return {
        uid,
        paused,
        template: (0,json/* digestOf */.o)(template),
        images: (0,images_of/* imagesOf */.IC)(template.spec),
        digests: digestsOf(pods),
        refersTo: Object.fromEntries(versions),
    };
}
/** What pods have pulled, by container: `sha256:…` out of the `imageID` that the kubelet reports, ready or not. */
function digestsOf(pods) {
    const found = {};
    for (const { status } of pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined)) {
        const inits = (status?.initContainerStatuses ?? []).map((each) => [`init/${each.name}`, each.imageID]);
        const mains = (status?.containerStatuses ?? []).map((each) => [each.name, each.imageID]);
        for (const [container, image] of [...inits, ...mains].filter(([, id]) => id.includes('sha256:'))) {
            const digest = image.slice(image.indexOf('sha256:'));
            const seen = found[container] ?? [];
            if (!seen.includes(digest))
                found[container] = [...seen, digest].sort();
        }
    }
    return found;
}

// EXTERNAL MODULE: ./build/observation/workloads.js
var observation_workloads = __webpack_require__(8623);
;// CONCATENATED MODULE: ./build/observation/target/read-target.js





/** What {@link readTarget} may read. */
const targetPermissions = [
    ...startPermissions,
    {
        resource: resources/* resources */.E.disruptionBudgets,
        verbs: ['list'],
        scope: 'platform',
        why: 'see how many pods may be away at once',
    },
];
/** Read a workload and what is around it; undefined when there is none of that name. */
async function readTarget(cluster, namespace, { kind, name }) {
    const workload = await cluster.get((0,workloads/* workloadResource */.WG)(kind), namespace, name);
    if (workload === undefined)
        return undefined;
    const [pods, budgets] = await Promise.all([
        (0,observation_workloads/* podsOfWorkload */.R8)(cluster, kind, workload),
        budgetsOf(cluster, namespace, workload),
    ]);
    return { kind, workload, pods, budgets, ...(await readStart(cluster, workload, pods)) };
}
async function budgetsOf(cluster, namespace, { spec }) {
    const found = [];
    const labels = spec.template.metadata?.labels;
    for await (const budget of cluster.list({ resource: resources/* resources */.E.disruptionBudgets, namespace })) {
        if ((0,selectors/* selectsLabels */.B)(budget.spec.selector, labels))
            found.push(budget);
    }
    return found;
}


/***/ }),

/***/ 8623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ listWorkloads),
/* harmony export */   Ez: () => (/* binding */ readWorkload),
/* harmony export */   R8: () => (/* binding */ podsOfWorkload),
/* harmony export */   hv: () => (/* binding */ everyPodOfWorkload)
/* harmony export */ });
/* harmony import */ var _domain_configuration_platform_workload_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78048);
/* harmony import */ var _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7279);
/* harmony import */ var _domain_kubernetes_selectors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57324);
/* harmony import */ var _domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90648);
/* harmony import */ var _domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73213);





/** Every Deployment, StatefulSet and DaemonSet of a namespace, by kind and name. */
async function listWorkloads(cluster, namespace) {
    const found = [];
    for (const kind of _domain_configuration_platform_workload_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .WORKLOAD_KINDS */ .i) {
        for await (const workload of cluster.list({ resource: (0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadResource */ .WG)(kind), namespace })) {
            found.push({ kind, workload });
        }
    }
    return found;
}
/** The workload that a step names; undefined when it is gone, or another one has taken its name. */
async function readWorkload(cluster, ref) {
    const workload = await cluster.get((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadResource */ .WG)((0,_domain_kubernetes_workloads_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOfRef */ .Ly)(ref)), ref.namespace, ref.name);
    return workload?.metadata.uid === ref.uid ? workload : undefined;
}
/** The pods of a workload, those on their way out included; what is left over of pods that have ended is none of them. */
async function podsOfWorkload(cluster, kind, workload) {
    return (await everyPodOfWorkload(cluster, kind, workload)).filter((pod) => !(0,_domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__/* .isLeftOver */ .KV)(kind, pod));
}
/** The pods of a workload, and what is left over of pods that have ended and were replaced. */
async function everyPodOfWorkload(cluster, kind, workload) {
    const { namespace = '' } = workload.metadata;
    const pods = [];
    const labels = (0,_domain_kubernetes_selectors_js__WEBPACK_IMPORTED_MODULE_4__/* .selectorText */ .n)(workload.spec.selector);
    for await (const pod of cluster.list({ resource: _domain_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .E.pods, namespace, labels })) {
        if ((0,_domain_rollout_pods_of_js__WEBPACK_IMPORTED_MODULE_3__/* .belongsTo */ .g4)(pod, kind, workload))
            pods.push(pod);
    }
    return pods;
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


/***/ })

};
