/** What can go wrong with images and their registry: patches that fail, are not signed or pushed over, and owners. */
import { join } from 'node:path';
import { type BuiltImage, buildImage } from '../images/build.ts';
import { type ImageVersion, imageVersion, readImageDescription } from '../images/format.ts';
import { CONTENT, pushImages } from '../images/push.ts';
import { Registry } from '../images/registry.ts';
import { signatureTag, signImage, signingKey } from '../images/sign.ts';
import { ApiError } from '../kubelet/api.ts';
import { hostPort, PLATFORM_NAMESPACE, REGISTRY } from '../network.ts';
import { until } from '../platform/cluster.ts';
import { CHECKOUT } from '../toolchain/cache.ts';
import { SETTLE, untilReady } from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';

const registry = (): Registry => new Registry(hostPort(REGISTRY));

/** Which image a new patch is of, and what it does instead of working. */
interface Patch {
  readonly image: 'api-gateway' | 'blockchain-node' | 'prometheus';
  /** The tag that it is a patch of. */
  readonly of: string;
  readonly over?: Partial<ImageVersion>;
  readonly signed: boolean;
}

/** Runs, and never becomes ready. */
const SILENT = [
  '/usr/local/bin/node',
  '--eval',
  'console.error("cannot open the ledger: its format is newer"); setInterval(() => {}, 1e9)',
];

/** An image with something of its own, so that no two of them are the same. */
function made(image: Patch['image'], from: string, tag: string, over: Partial<ImageVersion> = {}): BuiltImage {
  const folder = join(CONTENT, image);
  const version = imageVersion(readImageDescription(join(folder, 'image.json')), from);
  const env = { ...version.env, BUILT: new Date().toISOString() };
  return buildImage({ ...version, env, ...over, tag }, { folder, checkout: CHECKOUT });
}

/** Pushes a newer patch: its number is the minutes since 1970, so that every time is another tag. */
async function pushPatch(context: FaultContext, { image, of, over, signed }: Patch): Promise<void> {
  const tag = of.replace(/\d+$/, String(Math.floor(Date.now() / 60_000)));
  const built = made(image, of, tag, over);
  context.memory.keep('pushed', { name: built.name, digest: built.manifest.digest });
  await registry().push(built);
  if (signed) await signImage(registry(), built.name, tag, signingKey(context.directory));
}

/** Takes the patch and its signature out of the registry again. */
async function removePatch(context: FaultContext): Promise<void> {
  const { name, digest } = context.memory.recall<{ name: string; digest: string }>('pushed');
  const signature = await registry().resolve(name, signatureTag(digest));
  if (signature !== undefined) await registry().remove(name, signature);
  await registry().remove(name, digest);
}

const RECORDS = ['state-images', 'state-quarantine'];
const recordPath = (name = ''): string => `/api/v1/namespaces/rooivalk-maintenance/configmaps${name && `/${name}`}`;

interface Kept {
  readonly data?: Readonly<Record<string, string>>;
}

/** Keeps what maintenance remembers of images: a fault that is gone must not be remembered. */
async function keepRecord(context: FaultContext): Promise<void> {
  for (const name of RECORDS) {
    const found = await context.cluster.api.find<Kept>(recordPath(name));
    context.memory.keep(name, found?.data ?? null);
  }
}

async function restoreRecord(context: FaultContext): Promise<void> {
  for (const name of RECORDS) {
    const data = context.memory.recall<Kept['data'] | null>(name);
    try {
      if (data === null) await context.cluster.api.delete(recordPath(name));
      else await context.cluster.api.patch(recordPath(name), { data });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }
}

/** A fault that is a newer patch of an image, and whatever is changed with it. */
function patchFault(
  title: string,
  patch: Patch,
  leadsTo: Fault['leadsTo'],
  also: Partial<Pick<Fault, 'break' | 'mend'>> = {},
): Fault {
  return {
    title,
    leadsTo,
    async break(context) {
      await keepRecord(context);
      await pushPatch(context, patch);
      await also.break?.(context);
    },
    async mend(context) {
      await also.mend?.(context);
      await removePatch(context);
      await restoreRecord(context);
      await untilReady(context, 'blockchain-node', 'api-gateway');
    },
  };
}

const GATEWAY = `/apis/apps/v1/namespaces/${PLATFORM_NAMESPACE}/deployments/api-gateway`;
const BUDGET = `/apis/policy/v1/namespaces/${PLATFORM_NAMESPACE}/poddisruptionbudgets/api-gateway`;
const TRACKING = 'argocd.argoproj.io/tracking-id';

const annotate = (context: FaultContext, value: string | null) =>
  context.cluster.api.patch(GATEWAY, { metadata: { annotations: { [TRACKING]: value } } });

/** Sets how many of the gateway's pods may be away, and waits until its budget allows so many disruptions. */
async function allowDisruptions(context: FaultContext, count: number): Promise<void> {
  await context.cluster.api.patch(BUDGET, { spec: { maxUnavailable: count } });
  await until(`the budget does not allow ${count} disruptions`, SETTLE, async () => {
    const { status } = await context.cluster.api.get<{ status?: { disruptionsAllowed?: number } }>(BUDGET);
    return status?.disruptionsAllowed === count ? undefined : `it allows ${status?.disruptionsAllowed}`;
  });
}

const FAILS = leads('apply-security-updates: fail');
const WARNS = leads('apply-security-updates: warn');
/** Every change of the gateway is refused, by whoever would make it. */
const OWNED = [...WARNS, ...leads('increase-capacity: warn', 'restart-workload: warn', 'rightsize-resources: warn')];
/** Only what takes pods away is refused. */
const UNDISTURBED = [...WARNS, ...leads('restart-workload: warn', 'rightsize-resources: warn')];
const gateway = (over: Partial<ImageVersion> = {}, signed = true): Patch => ({
  image: 'api-gateway',
  of: '2.1.0',
  over,
  signed,
});

/** Faults of images, by name. */
export const imageFaults = {
  'broken-patch': patchFault(
    'the newest patch of the gateway runs and never becomes ready',
    gateway({ entrypoint: SILENT }),
    FAILS,
  ),
  'broken-node-patch': patchFault(
    'the newest patch of the blockchain nodes never becomes ready: their StatefulSet does not go back by itself',
    { image: 'blockchain-node', of: '1.4.2', over: { entrypoint: SILENT }, signed: true },
    FAILS,
  ),
  'bad-image': patchFault(
    'the newest patch of the gateway names a program that it does not hold',
    gateway({ entrypoint: ['/no/such/program'] }),
    FAILS,
  ),
  'unsigned-patch': patchFault('the newest patch of the gateway is not signed, and new', gateway({}, false), WARNS),
  'owned-by-argo': patchFault('the gateway has a patch, and belongs to an Argo CD application', gateway(), OWNED, {
    break: async (context) =>
      void (await annotate(context, `phoenix:apps/Deployment:${PLATFORM_NAMESPACE}/api-gateway`)),
    mend: async (context) => void (await annotate(context, null)),
  }),
  'no-disruption-allowed': patchFault(
    'the gateway has a patch, and its disruption budget allows no pod to be away',
    gateway(),
    UNDISTURBED,
    { break: (context) => allowDisruptions(context, 0), mend: (context) => allowDisruptions(context, 1) },
  ),
  'repushed-tag': {
    title: "somebody has pushed another image over the monitoring stack's tag",
    leadsTo: FAILS,
    async break(context) {
      await keepRecord(context);
      await registry().push(made('prometheus', '2.42.0', '2.42.0'));
    },
    async mend(context) {
      await pushImages(hostPort(REGISTRY), ['phoenix/prometheus']);
      await restoreRecord(context);
    },
  },
  'registry-down': {
    title: 'the container registry does not answer',
    leadsTo: leads('apply-security-updates: unknown'),
    break: (context) => context.part('registry', 'stop'),
    mend: (context) => context.part('registry', 'start'),
  },
} satisfies Record<string, Fault>;
