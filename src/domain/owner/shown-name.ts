/** A name from the cluster as it may stand in a sentence or a command: what Kubernetes names may hold, at most 120 characters. */
export function shownName(name: string): string {
  return name.replace(/[^\w./-]/g, '?').slice(0, 120);
}
