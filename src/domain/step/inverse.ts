import type { ReversibleKind } from './kinds.ts';
import { isReversible, type Step, type StepOf } from './step.ts';

type Change<K extends ReversibleKind> = Pick<StepOf<K>, 'from' | 'to' | 'parameters'>;

/** Why a step that could be put back while its run was under way cannot be any more: a sentence. */
export interface NoInverse {
  readonly cannot: string;
}

const swapped = <K extends ReversibleKind>({ from, to, parameters }: StepOf<K>): Change<K> => ({
  from: to,
  to: from,
  parameters,
});

/**
 * The inverse of each reversible kind, computed from the step alone. A kind without an entry does not compile: what is
 * called reversible has its way back before it is ever taken.
 */
const inverses: { readonly [K in ReversibleKind]: (step: StepOf<K>) => Change<K> | NoInverse } = {
  'scale-workload': swapped,
  'set-resources': swapped,
  'set-table-options': swapped,
  'set-image': swapped,
  'write-certificate': () => ({ cannot: 'the former key and certificate were removed when the renewal was proved' }),
};

/** The step that puts back what a step changed: the same kind, from and to exchanged. Forward and final steps have none. */
export function inverseOf(step: Step): Step | NoInverse {
  if (!isReversible(step)) return { cannot: step.undo };
  const reversible = step as StepOf<ReversibleKind>;
  const invert = inverses[reversible.kind] as (step: StepOf<ReversibleKind>) => Change<ReversibleKind> | NoInverse;
  const change = invert(reversible);
  if ('cannot' in change) return change;
  return {
    ...reversible,
    ...change,
    why: `puts back what "${step.id}" changed`,
    undo: 'the change that it puts back is made again',
  } as Step;
}
