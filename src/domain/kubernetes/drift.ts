/** Fields that the API server keeps by itself, at any depth of the metadata of an object. */
const kept = new Set(['managedFields', 'resourceVersion', 'generation', 'uid', 'creationTimestamp', 'selfLink']);
/** More are not named. */
const mostFields = 20;

/**
 * The fields in which an object is not what it would become: paths such as `.spec.template.spec.containers[0].image`, at
 * most twenty. Status, and what the API server keeps by itself, are left out.
 */
export function differingFields(live: unknown, wanted: unknown): readonly string[] {
  const found: string[] = [];
  compare(withoutKept(live), withoutKept(wanted), '', found);
  return found;
}

function withoutKept(object: unknown): unknown {
  if (!isRecord(object)) return object;
  const { status: _status, metadata, ...rest } = object;
  if (!isRecord(metadata)) return rest;
  return { ...rest, metadata: Object.fromEntries(Object.entries(metadata).filter(([key]) => !kept.has(key))) };
}

function compare(live: unknown, wanted: unknown, path: string, found: string[]): void {
  if (found.length >= mostFields || Object.is(live, wanted)) return;
  if (isRecord(live) && isRecord(wanted)) {
    for (const key of new Set([...Object.keys(live), ...Object.keys(wanted)])) {
      compare(live[key], wanted[key], `${path}.${key.slice(0, 100)}`, found);
    }
  } else if (Array.isArray(live) && Array.isArray(wanted) && live.length === wanted.length) {
    for (const [index, value] of live.entries()) compare(value, wanted[index], `${path}[${index}]`, found);
  } else found.push(path === '' ? '.' : path);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
