import type { StepKind } from '../step/kinds.ts';
import type { Verdict } from '../verdict.ts';
import type { InputDeclarations } from './inputs.ts';
import type { CommandDeclaration, ForwardDeclaration, Permission } from './permissions.ts';

/** The four windows, smallest first; a larger one absorbs the smaller ones that it overlaps. */
export const windowNames = ['daily', 'weekly', 'monthly', 'quarterly'] as const;
/** The name of a window. */
export type WindowName = (typeof windowNames)[number];

/** The guide's maintenance types (§1.2). Only preventive runs without approval. */
export type MaintenanceType = 'preventive' | 'corrective' | 'adaptive' | 'perfective';

/** What a port is called in a declaration; the runtime loads an adapter only for those that a task names. */
export type PortName =
  | 'cluster'
  | 'database'
  | 'cache'
  | 'certificates'
  | 'metrics'
  | 'probe'
  | 'objectStore'
  | 'drill'
  | 'manifestCheck'
  | 'history'
  | 'registry'
  | 'imageRecord';

/**
 * Everything that is known of a task without running it. The parser of its inputs, `action.yml`, the README's tables,
 * the catalogue page, the choice lists of workflows and the RBAC manifest are written from it.
 */
export interface TaskDeclaration<I extends InputDeclarations = InputDeclarations, P extends PortName = PortName> {
  /** Kebab-case, verb and object. Also the name of the action. */
  readonly id: string;
  /** A few words for tables: `Rotate logs`. */
  readonly title: string;
  /** One or two sentences: what it does and what it never does. */
  readonly description: string;
  /** The guide's own names for it. */
  readonly guide: readonly string[];
  /** The windows in which it is due by itself; empty: on demand. */
  readonly windows: readonly WindowName[];
  readonly type: MaintenanceType;
  readonly priority: 'high' | 'medium' | 'low';
  /** The estimate until enough runs have been measured, ms. */
  readonly estimateMs: number;
  /** Longest time that undoing it may take, ms; 0 where no step is reversible. */
  readonly undoMs: number;
  /** Tasks whose success it depends on: else it is skipped, with the cause. */
  readonly needs: readonly string[];
  /** Tasks that it merely comes after; `all` = every other task of the window. */
  readonly after: readonly string[] | 'all';
  /** Health is checked before and after a task that changes workloads. */
  readonly changesWorkloads: boolean;
  readonly ports: readonly P[];
  readonly inputs: I;
  /** Outputs of the action besides `verdict`, `status`, `report`. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly permissions: { readonly observe: readonly Permission[]; readonly change: readonly Permission[] };
  readonly commands: readonly CommandDeclaration[];
  readonly forwards: readonly ForwardDeclaration[];
  /** The kinds of step that it may plan; any other is refused. */
  readonly steps: readonly StepKind[];
  /** Which verdicts it can reach, and when: each is reached by a fault in the tests. */
  readonly verdicts: Readonly<Partial<Record<Verdict, string>>>;
}
