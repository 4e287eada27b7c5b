import { mapBounded } from '../../domain/bounded.ts';
import { type NamedWorkload, namedWorkloads } from '../../domain/configuration/platform/named-workloads.ts';
import { parseReference } from '../../domain/image/reference.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { BasisWriter } from '../../domain/plan/plan.ts';
import { imagesOf } from '../../domain/rollout/images-of.ts';
import { updateOrder } from '../../domain/rollout/update-order.ts';
import { lookUpImage, seenOf, type TaggedReference } from '../../observation/image/look-up-image.ts';
import { platformsInUse } from '../../observation/image/platforms-in-use.ts';
import { writersBelow } from '../../observation/rollout/start-writers.ts';
import { readTarget } from '../../observation/target/read-target.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Registry } from '../../ports/registry.ts';
import type { Seen, SeenReference, SeenWorkload, UpdatesObservation } from './observation.ts';

type Context = TaskContext<'cluster' | 'registry' | 'imageRecord'>;

/** How many images are looked up at once. */
const atOnce = 4;

/** Read the configured workloads with what their pods start from, and ask the registries about every image of theirs. */
export async function observe(context: Context): Promise<UpdatesObservation> {
  const { ports, platform } = context;
  const ignored = new Set(platform.images.ignore);
  const named = namedWorkloads(platform).filter(({ name }) => !ignored.has(name));
  const workloads: SeenWorkload[] = [];
  for (const workload of updateOrder(named, platform)) workloads.push(await lookAt(context, workload));
  const texts = [...new Set(workloads.flatMap(imageTexts))].sort();
  const looked = await mapBounded(texts, atOnce, async (text) => [text, await lookUp(ports.registry, text)] as const);
  const images = Object.fromEntries(looked);
  const measurements: Seen = {
    workloads,
    images,
    platforms: valueOrTrouble(await attempt('nodes', () => platformsInUse(ports.cluster))),
    record: valueOrTrouble(await attempt('our own record of images', () => ports.imageRecord.read())),
  };
  return { basis: basisOf(measurements), writers: writersOf(measurements), measurements };
}

async function lookAt({ ports, platform }: Context, named: NamedWorkload): Promise<SeenWorkload> {
  const subject = workloadWord(named.kind, named.name);
  const read = await attempt(subject, () => readTarget(ports.cluster, platform.namespace, named));
  if ('trouble' in read) return { subject, trouble: read.trouble };
  return read.value === undefined ? { subject, missing: true } : { subject, target: read.value };
}

const imageTexts = (workload: SeenWorkload): readonly string[] =>
  'target' in workload ? Object.values(imagesOf(workload.target.workload.spec.template.spec)) : [];

async function lookUp(registry: Registry, text: string): Promise<SeenReference> {
  const reference = parseReference(text);
  if (reference === undefined) return { kind: 'unreadable' };
  if (reference.tag === undefined) return { kind: 'untagged' };
  const tagged: TaggedReference = { ...reference, tag: reference.tag };
  const found = await lookUpImage(registry, tagged);
  return 'trouble' in found
    ? { kind: 'trouble', reference: tagged, trouble: found.trouble }
    : { kind: 'looked-up', reference: tagged, found: found.value };
}

const valueOrTrouble = <T>(read: { readonly value: T } | { readonly trouble: Trouble }): T | Trouble =>
  'trouble' in read ? read.trouble : read.value;

const writersOf = ({ workloads }: Seen): readonly BasisWriter[] =>
  workloads.flatMap((workload) =>
    'target' in workload ? writersBelow(`workloads.${workload.subject}`, workload.target.writers) : [],
  );

function basisOf({ workloads, images }: Seen): UpdatesObservation['basis'] {
  const seen = Object.values(images).flatMap((image) =>
    image.kind === 'looked-up' ? seenOf(image.reference, image.found) : [],
  );
  return {
    workloads: Object.fromEntries(
      workloads.flatMap((workload) => ('target' in workload ? [[workload.subject, workload.target.start]] : [])),
    ),
    digests: Object.fromEntries(seen.map(({ repository, tag, digest }) => [`${repository}:${tag}`, digest])),
  };
}
