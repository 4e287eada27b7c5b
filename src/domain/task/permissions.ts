import type { Platform } from '../configuration/platform.ts';
import type { Resource } from '../kubernetes/resources.ts';

/** Where a permission applies. */
export type Scope = 'platform' | 'cluster' | 'maintenance';

/** A right at the API server. RBAC manifests in `deploy/rbac/` are written from these. */
export interface Permission {
  readonly resource: Resource;
  readonly subresource?: string;
  readonly verbs: readonly ('get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'approve')[];
  readonly scope: Scope;
  /** Only these objects, from the adopter's configuration; absent: every one in scope. */
  readonly names?: (platform: Platform) => readonly string[];
  /** Only where the configuration asks for it (such as `list` on Secrets); absent: always. */
  readonly when?: (platform: Platform) => boolean;
  /** Why the task needs it, as a comment in the manifest. */
  readonly why: string;
}

/** One argument of a fixed command: the word itself, or a regular expression (RE2, anchored) that it must match. */
export type ArgumentPattern = string | { readonly matches: string };

/**
 * A command that a task runs in a container. Its argument vector is fixed here, so that a ValidatingAdmissionPolicy can
 * hold `pods/exec` to it; `timeout <seconds>` stands in front of every one.
 */
export interface CommandDeclaration {
  readonly purpose: string;
  /** Whether it changes anything: identities that only observe may not run it. */
  readonly changes?: true;
  /** Label selectors of the pods it may run in; the policy turns them into the name prefixes of configured workloads. */
  readonly selectors: (platform: Platform) => readonly string[];
  /** One vector for each form in which the command is used. */
  readonly argv: (platform: Platform) => readonly (readonly ArgumentPattern[])[];
}

/** A port of pods that a task forwards to when no address is configured. */
export interface ForwardDeclaration {
  readonly purpose: string;
  readonly selectors: (platform: Platform) => readonly string[];
}
