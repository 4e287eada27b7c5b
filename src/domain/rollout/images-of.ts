import type { Pod } from '../kubernetes/objects.ts';

/** Images by container; an init container's key begins with `init/`. */
export type ImagesByContainer = Readonly<Record<string, string>>;

const initPrefix = 'init/';

/** The images of a pod's spec or of a template. */
export function imagesOf(spec: Pod['spec']): ImagesByContainer {
  const named = (prefix: string, containers: Pod['spec']['containers'] = []) =>
    containers.map(({ name, image = '' }) => [`${prefix}${name}`, image] as const);
  return Object.fromEntries([...named(initPrefix, spec.initContainers), ...named('', spec.containers)]);
}

/** Whether a spec holds every one of these images; containers that are not among them do not matter (injected sidecars). */
export function hasImages(spec: Pod['spec'], images: ImagesByContainer): boolean {
  const own = imagesOf(spec);
  return Object.entries(images).every(([container, image]) => own[container] === image);
}

/** Where a container of {@link ImagesByContainer} stands in a template: its list, its place, and its name. */
export function placeOf(
  spec: Pod['spec'],
  key: string,
): { readonly list: 'containers' | 'initContainers'; readonly index: number; readonly name: string } | undefined {
  const init = key.startsWith(initPrefix);
  const name = init ? key.slice(initPrefix.length) : key;
  const list = init ? 'initContainers' : 'containers';
  const index = (spec[list] ?? []).findIndex((container) => container.name === name);
  return index < 0 ? undefined : { list, index, name };
}
