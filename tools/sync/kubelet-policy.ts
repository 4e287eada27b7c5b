import type { Platform } from '../../src/domain/configuration/platform.ts';
import type { Identity } from './identity.ts';
import { policy } from './policy.ts';

/**
 * `nodes/proxy` leads to everything that a kubelet offers, running commands in any container included. Where the configuration
 * grants it, this policy holds the identity to the kubelet's summary (CONNECT requests carry NodeProxyOptions with the path).
 * It holds what goes through the API server; a kubelet that is asked directly knows the right alone, which stays as good as root
 * for whoever has the token and reaches the kubelets' port.
 */
export function kubeletPolicy(identity: Identity, platform: Platform): readonly object[] {
  const asks = identity.tasks
    .flatMap(({ permissions }) => permissions.observe)
    .some(({ subresource, when }) => subresource === 'proxy' && (when?.(platform) ?? true));
  if (!asks) return [];
  return policy({
    name: `rooivalk-${identity.name}-kubelets`,
    identity: identity.name,
    rule: { apiGroups: [''], resources: ['nodes/proxy'], operations: ['CONNECT'] },
    variables: [],
    validations: [
      [
        'object.?path.orValue("").matches("^/?stats/summary$")',
        `${identity.name} may only ask kubelets for their summary`,
      ],
    ],
  });
}
