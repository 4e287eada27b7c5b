/**
 * Mistakes that are planted into the simulated world, one at a time, to prove that the simulation finds them:
 * `journal-late` writes a step down after it was taken; `lease-unchecked` takes the Lease for held without asking;
 * `stale-observation` compares the plan with what was seen when it was made; `undo-overwrites` puts back whatever is there.
 */
export const defectNames = ['journal-late', 'lease-unchecked', 'stale-observation', 'undo-overwrites'] as const;
/** One of them. */
export type DefectName = (typeof defectNames)[number];
/** Those that are planted. */
export type Defects = ReadonlySet<DefectName>;

/** What a world in which one of them is planted breaks. */
export const defectBreaks: Readonly<Record<DefectName, RegExp>> = {
  'journal-late': /is not in the journal/,
  'lease-unchecked': /without the Lease/,
  'stale-observation': /without having seen that the platform is as it was approved/,
  'undo-overwrites': /a person's \d+ in workload-\w+ is overwritten/,
};
