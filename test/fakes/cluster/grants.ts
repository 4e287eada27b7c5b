import type { Asked } from '../../../src/adapters/kubernetes/resource-path.ts';
import type { Resource } from '../../../src/domain/kubernetes/resources.ts';

/** A right, as a Role or ClusterRole gives it. */
export interface Grant {
  readonly resource: Resource;
  readonly subresource?: string;
  readonly verbs: readonly string[];
  /** Absent: everywhere (a ClusterRole). */
  readonly namespace?: string;
  /** Absent: every name. */
  readonly names?: readonly string[];
}

/** Whether a grant covers what is asked. */
export function granted(grant: Grant, asked: Asked): boolean {
  return (
    grant.resource.plural === asked.resource.plural &&
    grant.resource.group === asked.resource.group &&
    grant.subresource === asked.subresource &&
    grant.verbs.includes(asked.verb) &&
    (grant.namespace === undefined || grant.namespace === asked.namespace) &&
    (grant.names === undefined || (asked.name !== undefined && grant.names.includes(asked.name)))
  );
}
