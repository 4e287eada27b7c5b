import type { Digest, JsonObject } from '../json.ts';
import { digestOf } from '../json.ts';
import type { Pod } from '../kubernetes/objects.ts';
import type { ImagesByContainer } from '../rollout/images-of.ts';
import type { SeenImage } from '../state/images.ts';

/** How a workload's images are set; from → to are the step's own: images by container. */
export interface SetImageParameters {
  /** {@link templateDigest} of the template as the plan saw it. */
  readonly template: Digest;
  /** So long may pass without another pod becoming ready, ms. */
  readonly progressMs: number;
  /** So long must everything stay ready at the end, ms. */
  readonly settleMs: number;
}

/** What is written into our own record. */
export interface RecordImagesParameters {
  readonly images: readonly (SeenImage & JsonObject)[];
}

/**
 * The digest of a pod template without the images of some containers: the same before and after they are changed, and
 * another as soon as anything else is.
 */
export function templateDigest(template: { readonly spec: Pod['spec'] }, changed: ImagesByContainer): Digest {
  const without = (prefix: string, containers: Pod['spec']['containers'] = []) =>
    containers.map((container) =>
      Object.hasOwn(changed, `${prefix}${container.name}`) ? { ...container, image: '' } : container,
    );
  const { containers, initContainers, ...rest } = template.spec;
  const spec = {
    ...rest,
    containers: without('', containers),
    initContainers: without('init/', initContainers),
  };
  return digestOf({ ...template, spec });
}
