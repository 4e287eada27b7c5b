import { readable, shortSerial } from '../domain/certificate/certificate.ts';
import { type SecretRef, writtenAnnotation } from '../domain/certificate/step-parameters.ts';
import type { Secret } from '../domain/kubernetes/objects.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import type { StepOf } from '../domain/step/step.ts';
import type { JsonPatchOperation } from '../ports/cluster.ts';
import { PortError } from '../ports/port-error.ts';
import {
  type CertificateContext,
  type Held,
  readAsPlanned,
  readHeld,
  samePair,
  secretNow,
  type TlsPair,
} from './certificate/held.ts';
import { type Kept, readKept, reloadMark, requireKept, writtenByUs } from './certificate/kept.ts';
import { bringToServe, carriesMark, takeMarksBack } from './certificate/reload.ts';
import { defineStep, type Settlement } from './executor.ts';

type WriteStep = StepOf<'write-certificate'>;

/**
 * Put the kept certificate and key into the Secret, if it is still the version that was planned with. Putting back restores
 * both while they are still ours, and has the pods that were rolled, or took the new one up, serve the former one again.
 */
export default defineStep({
  kind: 'write-certificate',
  ports: ['cluster', 'certificates'],
  provedBy: 'settle',
  precondition: async () => ({ holds: true }),
  apply: async (context, { parameters }) => {
    const kept = await requireKept(context, parameters);
    const held = await readAsPlanned(context, parameters);
    await writeOnce(context, parameters, held, kept);
    return { text: 'certificate and key replaced', measurements: [], findings: [] };
  },
  settle: async (context, step): Promise<Settlement> => {
    const held = await readHeld(context, step.parameters);
    if (held === undefined) return 'moved';
    const kept = await readKept(context, step.parameters);
    return kept === undefined ? settledAlone(step, held) : settledByKept(context, step, held, kept);
  },
  movedTo: (context, { parameters }) => secretNow(context, parameters),
  revert: async (context, step) => {
    const { parameters } = step;
    const kept = await requireKept(context, parameters);
    const held = await readHeld(context, parameters);
    if (held !== undefined && samePair(held.pair, kept.after)) {
      await write(context, held, kept.before, kept.writtenBefore);
    } else if (held === undefined || !samePair(held.pair, kept.before)) {
      throw changed(step);
    }
    return { text: await serveFormer(context, step, kept), measurements: [], findings: [] };
  },
});

function settledByKept(context: CertificateContext, { parameters }: WriteStep, { pair }: Held, kept: Kept) {
  if (samePair(pair, kept.after)) return 'done';
  if (!samePair(pair, kept.before)) return 'moved';
  // the Secret is as it was, but pods were rolled for the new one: that is half of the way back
  return carriesMark(context, parameters, reloadMark(context.planId, parameters)).then((half) =>
    half ? ('done' as const) : ('not-done' as const),
  );
}

/** What the Secret alone says, when nothing is kept any more: the former certificate, or the one that we noted to have written. */
function settledAlone({ parameters }: WriteStep, { secret, leaf }: Held): Settlement {
  if (leaf === undefined) return 'moved';
  if (leaf.fingerprint === parameters.certificate) return 'not-done';
  return leaf.fingerprint === writtenByUs(secret) ? 'done' : 'moved';
}

/** Write the kept pair. That somebody was faster is no loss when it was this very write, repeated on its way. */
async function writeOnce(context: CertificateContext, ref: SecretRef, held: Held, kept: Kept): Promise<void> {
  try {
    await write(context, held, kept.after, kept.issued);
  } catch (error) {
    if (!(error instanceof PortError && error.code === 'conflict')) throw error;
    const now = await readHeld(context, ref);
    if (now === undefined || !samePair(now.pair, kept.after)) throw error;
  }
}

/** Replace certificate and key in the version of the Secret that was read, and note whose they are. */
async function write({ ports }: CertificateContext, held: Held, pair: TlsPair, note: string | null): Promise<void> {
  const { namespace = '', name, uid, resourceVersion } = held.secret.metadata;
  await ports.cluster.patch<Secret>(resources.secrets, namespace, name, [
    { op: 'test', path: '/metadata/uid', value: uid },
    { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
    { op: 'add', path: '/data/tls.crt', value: pair['tls.crt'] },
    { op: 'add', path: '/data/tls.key', value: pair['tls.key'] },
    ...noteOf(held.secret, note),
  ]);
}

function noteOf({ metadata }: Secret, note: string | null): readonly JsonPatchOperation[] {
  const path = `/metadata/annotations/${writtenAnnotation.replace('/', '~1')}`;
  if (note === null) {
    return metadata.annotations?.[writtenAnnotation] === undefined ? [] : [{ op: 'remove', path }];
  }
  const bare: readonly JsonPatchOperation[] =
    metadata.annotations === undefined ? [{ op: 'add', path: '/metadata/annotations', value: {} }] : [];
  return [...bare, { op: 'add', path, value: note }];
}

/** Have every pod serve the former certificate again; answers how. */
async function serveFormer(context: CertificateContext, { parameters }: WriteStep, kept: Kept): Promise<string> {
  const mark = reloadMark(context.planId, parameters);
  await takeMarksBack(context, parameters, mark);
  const list = readable(await context.ports.certificates.parse(Buffer.from(kept.before['tls.crt'], 'base64')));
  const former = list.find(({ fingerprint }) => fingerprint === parameters.certificate);
  if (former === undefined) return 'certificate and key are the former ones';
  const consumers = parameters.consumers.filter(({ ports }) => ports.length > 0);
  const told = await bringToServe(context, { ...parameters, consumers }, former, `${mark}-undo`);
  return [`certificate and key are those of serial ${shortSerial(former)} again`, ...told].join('; ');
}

const changed = ({ subject }: WriteStep): PortError =>
  new PortError({ code: 'conflict', subject, message: `${subject} was changed by somebody else since it was renewed` });
