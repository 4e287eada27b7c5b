/** Marks the comment by which a run tells the issue of a plan what became of it. */
export function outcomeMarker(run: number): string {
  return `<!-- rooivalk-maintenance: outcome of run ${run} -->`;
}
