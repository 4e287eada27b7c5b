/** What a change touches. */
export interface BlastRadius {
  /** `deployment/api-gateway` */
  readonly workloads: readonly string[];
  /** How many pods are started, replaced or restarted in all. */
  readonly pods: number;
  /** How many of them may be away at the same time. */
  readonly awayAtOnce: number;
  /** Volume claims that change: `persistentvolumeclaim/data-postgres-0`. */
  readonly volumes: readonly string[];
  /** The disruption budgets that select these pods, with what they allow now. */
  readonly budgets: readonly { readonly name: string; readonly allowed: number }[];
}

/**
 * What a reviewer weighs besides "from → to" (reading.md, "What a reviewer sees"): a row of the table each. Entries are
 * whole clauses with a number and what it is compared with, the most important first. Only the task knows them, so it
 * writes them; whoever renders a plan needs to know nothing of the task. Shown, not digested: it is old when it is read.
 */
export interface Review {
  readonly why: readonly string[];
  /** What it fits into: nodes, quotas, disruption. */
  readonly fits: readonly string[];
  /** What undoes it, and how long that takes; or that nothing does. */
  readonly undo: readonly string[];
  readonly couldGoWrong: readonly string[];
  /** How what it touches fared when the plan was made. */
  readonly healthNow: readonly string[];
  readonly blastRadius: BlastRadius;
}
