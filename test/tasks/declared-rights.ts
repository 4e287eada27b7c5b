import type { Platform } from '../../src/domain/configuration/platform.ts';
import type { TaskDeclaration } from '../../src/domain/task/declaration.ts';
import type { Grant } from '../fakes/cluster/grants.ts';

/** What a task may do under exactly the rights that it declares for observing, as the generated manifest gives them. */
export function declaredRights(task: Pick<TaskDeclaration, 'permissions'>, platform: Platform): readonly Grant[] {
  return task.permissions.observe
    .filter((permission) => permission.when?.(platform) ?? true)
    .map(({ resource, subresource, verbs, names, scope }) => ({
      resource,
      verbs,
      ...(subresource === undefined ? {} : { subresource }),
      ...(names === undefined ? {} : { names: names(platform) }),
      ...(scope === 'platform' ? { namespace: platform.namespace } : {}),
    }));
}
