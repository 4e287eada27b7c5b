import type { KubernetesObject } from '../kubernetes/objects.ts';
import { holdsField } from './field.ts';
import type { Owner, OwnershipQuestion } from './ownership.ts';
import { shownName } from './shown-name.ts';

type Mark = (object: KubernetesObject, question: OwnershipQuestion) => Owner | undefined;

/** The controller of the object (`ownerReferences` with `controller: true`): it makes the object as its own spec says. */
export const controller: Mark = ({ metadata }) => {
  const reference = metadata.ownerReferences?.find((one) => one.controller === true);
  if (reference === undefined) return undefined;
  const group = reference.apiVersion.includes('/') ? `.${reference.apiVersion.split('/')[0]}` : '';
  const name = shownName(`${reference.kind.toLowerCase()}${group}/${reference.name}`);
  return { kind: 'controller', name, mark: 'metadata.ownerReferences, controller', where: `in the spec of ${name}` };
};

const trackingId = 'argocd.argoproj.io/tracking-id';
const instanceLabel = 'argocd.argoproj.io/instance';

/**
 * Argo CD, by its tracking annotation `<application>:<group>/<kind>:<namespace>/<name>` (Argo CD documentation, "Resource
 * Tracking": an id that names another object was copied and does not count), or its instance label.
 */
export const argoCd: Mark = (object, question) => {
  const { annotations = {}, labels = {}, name, namespace = '' } = object.metadata;
  const tracked = annotations[trackingId];
  const application = tracked?.endsWith(`:${namespace}/${name}`) ? tracked.split(':')[0] : labels[instanceLabel];
  if (application === undefined || leavesFieldAlone(object, question, 'argocd-controller')) return undefined;
  const shown = shownName(application);
  return {
    kind: 'argo-cd',
    name: `Argo CD application ${shown}`,
    mark: application === labels[instanceLabel] ? `label ${instanceLabel}` : `annotation ${trackingId}`,
    where: `in the repository of Argo CD application ${shown} (\`argocd app get ${shown}\` names it)`,
  };
};

const fluxControllers = { kustomize: 'kustomize-controller', helm: 'helm-controller' } as const;

/**
 * Flux, by the labels that its controllers set (`kustomize.toolkit.fluxcd.io/name`, `helm.toolkit.fluxcd.io/name`). An
 * object that Flux was told to leave alone (`…/reconcile: disabled`, `…/ssa: Ignore` or `IfNotPresent`) is not owned.
 */
export const flux: Mark = (object, question) => {
  for (const [tool, manager] of Object.entries(fluxControllers)) {
    const { labels = {}, annotations = {} } = object.metadata;
    const prefix = `${tool}.toolkit.fluxcd.io`;
    const name = labels[`${prefix}/name`];
    if (name === undefined || told({ ...labels, ...annotations }, prefix)) continue;
    if (leavesFieldAlone(object, question, manager)) continue;
    const kind = tool === 'helm' ? 'helmrelease' : 'kustomization';
    const shown = shownName(`${labels[`${prefix}/namespace`] ?? ''}/${name}`.replace(/^\//, ''));
    return {
      kind: 'flux',
      name: `Flux ${kind} ${shown}`,
      mark: `label ${prefix}/name`,
      where: `in the sources of Flux ${kind} ${shown}`,
    };
  }
  return undefined;
};

const told = (words: Readonly<Record<string, string>>, prefix: string): boolean =>
  words[`${prefix}/reconcile`] === 'disabled' || ['Ignore', 'IfNotPresent'].includes(words[`${prefix}/ssa`] ?? '');

/** Helm, by the release annotation that it sets and checks, or the label that charts carry. */
export const helm: Mark = ({ metadata }) => {
  const release = metadata.annotations?.['meta.helm.sh/release-name'];
  if (release !== undefined) {
    const shown = shownName(release);
    return {
      kind: 'helm',
      name: `Helm release ${shown}`,
      mark: 'annotation meta.helm.sh/release-name',
      where: `in the values of Helm release ${shown}, which its next upgrade applies`,
    };
  }
  if (metadata.labels?.['app.kubernetes.io/managed-by'] !== 'Helm') return undefined;
  return {
    kind: 'helm',
    name: 'Helm',
    mark: 'label app.kubernetes.io/managed-by',
    where: 'in the values of the chart that it was made from',
  };
};

/** Whether a controller that applies server-side has said which fields are its own, and this one is not among them. */
function leavesFieldAlone({ metadata }: KubernetesObject, { field }: OwnershipQuestion, manager: string): boolean {
  const applied = metadata.managedFields?.filter((one) => one.manager === manager && one.operation === 'Apply') ?? [];
  return applied.length > 0 && !applied.some(({ fieldsV1 }) => holdsField(fieldsV1, field));
}
