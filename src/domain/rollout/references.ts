import type { Container, Pod } from '../kubernetes/objects.ts';

/** A ConfigMap or Secret that pods of a template start with. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
}

/** Every ConfigMap and Secret that a template refers to, each once, by kind and name: environment, volumes, pull secrets. */
export function referencesOf(spec: Pod['spec']): readonly Reference[] {
  const found = new Map<string, Reference>();
  const note = (kind: Reference['kind'], name: string | undefined): void => {
    if (name !== undefined && name !== '') found.set(`${kind}/${name}`, { kind, name });
  };
  for (const container of [...(spec.initContainers ?? []), ...spec.containers]) inContainer(container, note);
  for (const { configMap, secret, projected } of spec.volumes ?? []) {
    note('ConfigMap', configMap?.name);
    note('Secret', secret?.secretName);
    for (const source of projected?.sources ?? []) {
      note('ConfigMap', source.configMap?.name);
      note('Secret', source.secret?.name);
    }
  }
  for (const { name } of spec.imagePullSecrets ?? []) note('Secret', name);
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}

function inContainer(
  { env = [], envFrom = [] }: Container,
  note: (kind: Reference['kind'], name: string | undefined) => void,
): void {
  for (const { valueFrom } of env) {
    note('ConfigMap', valueFrom?.configMapKeyRef?.name);
    note('Secret', valueFrom?.secretKeyRef?.name);
  }
  for (const { configMapRef, secretRef } of envFrom) {
    note('ConfigMap', configMapRef?.name);
    note('Secret', secretRef?.name);
  }
}
