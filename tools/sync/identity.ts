import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { MaintenanceType, TaskDeclaration } from '../../src/domain/task/declaration.ts';
import type { Permission } from '../../src/domain/task/permissions.ts';
import { databaseRights, undoRights } from '../../src/steps/rights/undo-rights.ts';

/** The namespace of journal, state, Lease and identities. */
export const maintenanceNamespace = 'rooivalk-maintenance';

/** Where approvals on issues are remembered. */
export const approvalsObject = 'state-approvals';

/** Who gets the rights: a ServiceAccount in {@link maintenanceNamespace}. */
export interface Identity {
  readonly name: string;
  readonly tasks: readonly TaskDeclaration[];
  /** Whether it may change what its tasks change. */
  readonly changes: boolean;
  /** Whether it writes journal, state and Lease; absent: if it may change anything. */
  readonly keepsJournal?: boolean;
  /** Rights besides those of its tasks. */
  readonly besides?: readonly Permission[];
}

/** What was accepted on issues is remembered by the jobs that check and watch; the object is made with the namespace. */
const keepApprovals: Permission = {
  resource: resources.configMaps,
  verbs: ['update'],
  scope: 'maintenance',
  names: () => [approvalsObject],
  why: 'remember which approvals were accepted on issues, and what was started for them',
};

const gatedTypes = ['corrective', 'adaptive', 'perfective'] as const satisfies readonly MaintenanceType[];

/**
 * The identities of the environments (trust.md §1): planning looks at everything and changes nothing; windows and each
 * gated type have the rights of their own tasks; recovery looks, and has the inverse of every reversible kind.
 */
export function identitiesOf(tasks: readonly TaskDeclaration[]): readonly Identity[] {
  const ofType = (type: MaintenanceType) => tasks.filter((task) => task.type === type);
  return [
    { name: 'maintenance-plan', tasks, changes: false, besides: [keepApprovals] },
    { name: 'maintenance-preventive', tasks: ofType('preventive'), changes: true },
    ...gatedTypes.map((type) => ({ name: `maintenance-${type}`, tasks: ofType(type), changes: true })),
    {
      name: 'maintenance-recovery',
      tasks,
      changes: false,
      keepsJournal: true,
      besides: [...Object.values(undoRights).flat(), ...databaseRights],
    },
  ];
}
