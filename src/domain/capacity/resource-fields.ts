import type { Container, ContainerResources, Pod } from '../kubernetes/objects.ts';
import { parseQuantity } from '../kubernetes/quantity.ts';

/** The fields of a container's resources that are changed here. */
export const resourceFields = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'] as const;

/** One of {@link resourceFields}. */
export type ResourceField = (typeof resourceFields)[number];

/** Fields of a container with their quantities; null: it is not set. */
export type FieldValues = Readonly<Partial<Record<ResourceField, string | null>>>;

/** Fields by container: from and to of a step. Init containers are not changed. */
export type FieldsByContainer = Readonly<Record<string, FieldValues>>;

const partsOf = (field: ResourceField): readonly [keyof ContainerResources, string] =>
  field.split('.') as [keyof ContainerResources, string];

/** A field of a container as it is. */
export function fieldOf({ resources }: Container, field: ResourceField): string | null {
  const [group, name] = partsOf(field);
  return resources?.[group]?.[name] ?? null;
}

/** Whether two quantities are the same amount, however they are written: the API server writes `0.5` as `500m`. */
export function sameQuantity(one: string | null | undefined, other: string | null | undefined): boolean {
  if (one == null || other == null) return (one ?? null) === (other ?? null);
  return one === other || parseQuantity(one) === parseQuantity(other);
}

/** Whether a spec holds every one of these values; containers and fields that are not among them do not matter. */
export function holdsFields({ containers }: Pod['spec'], values: FieldsByContainer): boolean {
  return Object.entries(values).every(([name, fields]) => {
    const container = containers.find((each) => each.name === name);
    return (
      container !== undefined &&
      Object.entries(fields).every(([field, value]) => sameQuantity(fieldOf(container, field as ResourceField), value))
    );
  });
}

/** The spec with these values instead. */
export function withFields(spec: Pod['spec'], values: FieldsByContainer): Pod['spec'] {
  const containers = spec.containers.map((container) => withValues(container, values[container.name] ?? {}));
  return { ...spec, containers };
}

function withValues(container: Container, fields: FieldValues): Container {
  const next = { requests: { ...container.resources?.requests }, limits: { ...container.resources?.limits } };
  for (const [field, value] of Object.entries(fields)) {
    const [group, name] = partsOf(field as ResourceField);
    if (value == null) delete next[group][name];
    else next[group][name] = value;
  }
  return { ...container, resources: next };
}

/** The values that a spec has now in the fields of a change. */
export function fieldsBefore({ containers }: Pod['spec'], values: FieldsByContainer): FieldsByContainer {
  const entries = Object.entries(values).map(([name, fields]) => {
    const container = containers.find((each) => each.name === name);
    const before = Object.keys(fields).map((field) => [
      field,
      container === undefined ? null : fieldOf(container, field as ResourceField),
    ]);
    return [name, Object.fromEntries(before) as FieldValues] as const;
  });
  return Object.fromEntries(entries);
}

/** A request above its own limit, which the API server refuses: the first, in words. */
export function requestAboveLimit({ containers }: Pod['spec']): string | undefined {
  for (const container of containers) {
    for (const name of ['cpu', 'memory'] as const) {
      const [request, limit] = [fieldOf(container, `requests.${name}`), fieldOf(container, `limits.${name}`)];
      if (request === null || limit === null) continue;
      if ((parseQuantity(request) ?? 0) > (parseQuantity(limit) ?? 0)) {
        return `container ${container.name} would ask for ${name} ${request} and may have ${limit}`;
      }
    }
  }
  return undefined;
}
