import type { NodeSelectorTerm, Pod, Toleration } from '../kubernetes/objects.ts';
import type { NodeRoom } from './node-room.ts';

type Expression = NonNullable<NodeSelectorTerm['matchExpressions']>[number];

/**
 * Why a pod may not be put on a node at all, whatever room there is: closed, a taint that it does not tolerate, its node
 * selector, its required node affinity (kubernetes.io, "Assigning Pods to Nodes", "Taints and Tolerations"). Undefined: it may.
 */
export function notEligible(spec: Pod['spec'], node: NodeRoom): string | undefined {
  if (!node.open) return 'not ready or cordoned';
  const taint = node.taints.find(
    (each) => each.effect !== 'PreferNoSchedule' && !(spec.tolerations ?? []).some((one) => tolerates(one, each)),
  );
  if (taint !== undefined) return `taint ${taint.key}`;
  const wanted = Object.entries(spec.nodeSelector ?? {}).find(([key, value]) => node.labels[key] !== value);
  if (wanted !== undefined) return `label ${wanted[0]}`;
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return terms === undefined || terms.some((term) => matches(term, node)) ? undefined : 'node affinity';
}

/** Core API, `Toleration.ToleratesTaint`. */
function tolerates(toleration: Toleration, taint: NodeRoom['taints'][number]): boolean {
  const { key, operator = 'Equal', value = '', effect } = toleration;
  if (effect !== undefined && effect !== '' && effect !== taint.effect) return false;
  if (key === undefined || key === '') return operator === 'Exists';
  return key === taint.key && (operator === 'Exists' || value === (taint.value ?? ''));
}

/** All expressions and fields of a term; an empty term matches nothing. */
function matches({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm, node: NodeRoom): boolean {
  if (matchExpressions.length + matchFields.length === 0) return false;
  const fields = { 'metadata.name': node.name };
  return (
    matchExpressions.every((expression) => holds(expression, node.labels)) &&
    matchFields.every((expression) => holds(expression as Expression, fields))
  );
}

function holds({ key, operator, values = [] }: Expression, labels: Readonly<Record<string, string>>): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
  }
}
