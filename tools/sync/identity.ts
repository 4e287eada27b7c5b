import type { TaskDeclaration } from '../../src/domain/task/declaration.ts';

/** The namespace of journal, state, Lease and identities. */
export const maintenanceNamespace = 'rooivalk-maintenance';

/** Who gets the rights: a ServiceAccount in {@link maintenanceNamespace}. */
export interface Identity {
  readonly name: string;
  readonly tasks: readonly TaskDeclaration[];
  /** Whether it may change anything. */
  readonly changes: boolean;
}
