import type { Platform } from '../../src/domain/configuration/platform.ts';
import type { ArgumentPattern } from '../../src/domain/task/permissions.ts';
import type { Identity } from './identity.ts';
import { policy, text } from './policy.ts';

/** Names of pods begin with their workload's; a selector that no configured workload has allows every pod of the namespace. */
export function podPrefixes(platform: Platform, selector: string): readonly string[] {
  const { blockchain, gateway, others } = platform.workloads;
  const workloads = [blockchain, gateway, ...others, platform.database.workload, platform.cache.workload];
  const prefixes = workloads
    .filter((workload) => workload.selector === selector)
    .map((workload) => `${workload.name}-`);
  return prefixes.length > 0 ? [...new Set(prefixes)] : [''];
}

const argument = (pattern: ArgumentPattern, index: number): string =>
  typeof pattern === 'string'
    ? `c[${index}] == ${text(pattern)}`
    : `c[${index}].matches(${text(`^(?:${pattern.matches})$`)})`;

/** `timeout <seconds>` and then the declared vector, argument by argument. */
function vector(argv: readonly ArgumentPattern[]): string {
  const rest = argv.map((pattern, index) => argument(pattern, index + 2));
  const parts = [`size(c) == ${argv.length + 2}`, 'c[0] == "timeout"', 'c[1].matches("^[0-9]{1,5}$")', ...rest];
  return `(${parts.join(' && ')})`;
}

const inPods = (platform: Platform, selectors: readonly string[]): string => {
  const prefixes = [...new Set(selectors.flatMap((selector) => podPrefixes(platform, selector)))];
  const names = prefixes.map((prefix) => `request.name.startsWith(${text(prefix)})`);
  return names.length === 0 ? 'false' : `(${names.join(' || ')})`;
};

/**
 * RBAC cannot limit `pods/exec` to pods with random names, nor to commands: this policy does, and fails closed. It holds
 * the identity to the declared pods, and to exactly the declared argument vectors (kubernetes.io, "Validating Admission
 * Policy"; CONNECT requests carry PodExecOptions and PodPortForwardOptions).
 */
export function admissionPolicy(identity: Identity, platform: Platform): readonly object[] {
  const commands = identity.tasks
    .flatMap((task) => task.commands)
    .filter((command) => identity.changes || !command.changes);
  const forwards = identity.tasks.flatMap((task) => task.forwards);
  if (commands.length === 0 && forwards.length === 0) return [];
  const allowed = commands.flatMap((command) => {
    const pods = inPods(platform, command.selectors(platform));
    return command.argv(platform).map((argv) => `(${pods} && ${vector(argv)})`);
  });
  const exec = allowed.length === 0 ? 'false' : [...new Set(allowed)].join(' || ');
  const forward = inPods(
    platform,
    forwards.flatMap((declared) => declared.selectors(platform)),
  );
  const inNamespace = `request.namespace == ${text(platform.namespace)}`;
  return policy({
    name: `rooivalk-${identity.name}`,
    identity: identity.name,
    rule: {
      apiGroups: [''],
      operations: ['CONNECT'],
      resources: ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/proxy'],
    },
    variables: [{ name: 'exec', expression: `request.subResource == "exec"` }],
    validations: [
      [
        `request.subResource in ["exec", "portforward"] && ${inNamespace}`,
        `${identity.name} may only exec and port-forward in ${platform.namespace}`,
      ],
      [
        `!variables.exec || (has(object.command) && !(has(object.tty) && object.tty) && [object.command].exists(c, ${exec}))`,
        `${identity.name} may only run the commands that its tasks declare`,
      ],
      [`variables.exec || ${forward}`, `${identity.name} may only forward to the pods that its tasks declare`],
    ],
  });
}
