import { unitsOf } from '../step/units.ts';
import type { Draft } from './plan.ts';

/** A subject that an approved plan of the same opening changes. */
export interface Reserved {
  readonly subject: string;
  /** Whose plan it is. */
  readonly by: string;
}

/**
 * A draft without the units that touch a reserved subject: two plans of one opening do not share a subject, and what
 * somebody has approved goes first. Each is a refusal instead.
 */
export function withoutReserved(draft: Draft, reserved: readonly Reserved[]): Draft {
  const owners = new Map(reserved.map(({ subject, by }) => [subject, by]));
  const taken = unitsOf(draft.steps).filter(({ steps }) => steps.some(({ subject }) => owners.has(subject)));
  if (taken.length === 0) return draft;
  const left = new Set(taken.flatMap(({ steps }) => steps));
  const refusals = taken.flatMap(({ steps }) =>
    steps
      .filter(({ subject }) => owners.has(subject))
      .map(({ subject, id }) => ({
        subject,
        rule: 'what an approved plan of the same opening changes is left to it',
        state: `${owners.get(subject)} changes ${subject}, and so would "${id}"`,
        next: 'nothing: the next opening looks again',
      })),
  );
  return {
    ...draft,
    steps: draft.steps.filter((step) => !left.has(step)),
    refusals: [...draft.refusals, ...refusals],
  };
}
