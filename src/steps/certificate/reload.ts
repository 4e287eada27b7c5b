import { type Certificate, shortSerial } from '../../domain/certificate/certificate.ts';
import {
  type CertificateConsumer,
  type Reloading,
  type ReloadLimits,
  reloadAnnotation,
} from '../../domain/certificate/step-parameters.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Pod } from '../../domain/kubernetes/objects.ts';
import { kindOfRef, workloadResource } from '../../domain/kubernetes/workloads.ts';
import { counted } from '../../domain/quantities.ts';
import { consumerWord, lookAtServed, type Served } from '../../observation/certificates/served-by-pods.ts';
import { awaitRollout } from '../../observation/rollout/await-rollout.ts';
import { readWorkload } from '../../observation/workloads.ts';
import type { JsonPatchOperation } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import { annotationNow, workloadNow } from '../moved/workload-now.ts';
import { failedRollout, limitsOf } from '../rollout/rollout-end.ts';
import type { CertificateContext } from './held.ts';

const pollMs = 1_000;
/** So long may pods of a finished roll take until they answer, ms: ready does not mean that every port is open. */
const answerWithinMs = 15_000;

/**
 * Bring every pod of every consumer to serve this certificate: wait for those that take a changed Secret up by
 * themselves, roll the others, and look again. Rejects when one does not come to it. `mark` names the roll, so that twice
 * is once. Answers what happened, one line for each consumer.
 */
export async function bringToServe(
  context: CertificateContext,
  { consumers, limits }: Reloading,
  wanted: Certificate,
  mark: string,
): Promise<readonly string[]> {
  const told: string[] = [];
  for (const consumer of consumers) told.push(await bringOne(context, consumer, limits, wanted, mark));
  return told;
}

async function bringOne(
  context: CertificateContext,
  consumer: CertificateConsumer,
  limits: ReloadLimits,
  wanted: Certificate,
  mark: string,
): Promise<string> {
  const word = consumerWord(consumer);
  const seen = consumer.ports.length > 0;
  const rolled = (await markOf(context, consumer)) === mark;
  if (seen && !rolled) {
    const patienceMs = consumer.refreshed || !consumer.roll ? limits.pickUpWithinMs : 0;
    const served = await untilServed(context, consumer, limits, wanted, patienceMs);
    if (served.all) return `${counted(served.pods, 'pod')} of ${word} took it up and serve it`;
    if (!consumer.roll) throw notServed(consumer, served, wanted, 'and its pods are not rolled');
  }
  context.progress(`rolling ${word}`);
  const ready = await roll(context, consumer, limits, mark);
  if (!seen) return `${counted(ready, 'pod')} of ${word} were made anew; what they do with it cannot be seen`;
  const served = await untilServed(context, consumer, limits, wanted, answerWithinMs);
  if (!served.all) throw notServed(consumer, served, wanted, 'although its pods were made anew');
  return `${counted(served.pods, 'pod')} of ${word} were made anew and serve it`;
}

/** Look until every pod serves it, or the patience is over. */
async function untilServed(
  context: CertificateContext,
  consumer: CertificateConsumer,
  { handshakeMs }: ReloadLimits,
  wanted: Certificate,
  patienceMs: number,
): Promise<Served> {
  for (let waited = 0; ; waited += pollMs) {
    const served = await lookAtServed(context, consumer, wanted, handshakeMs);
    if (served.all || waited >= patienceMs) return served;
    await context.pause(pollMs);
  }
}

function notServed(consumer: CertificateConsumer, { others }: Served, wanted: Certificate, how: string): PortError {
  const word = consumerWord(consumer);
  const shown = others.slice(0, 3).join('; ');
  const rest = others.length > 3 ? `; and ${others.length - 3} more` : '';
  return new PortError({
    code: 'failed',
    subject: word,
    message: `${word} does not serve serial ${shortSerial(wanted)}, ${how}: ${shown}${rest}`,
    next: `look where its pods read the certificate: ${kubectl(consumer.namespace)`describe ${word}`}`,
  });
}

const path = `/spec/template/metadata/annotations/${reloadAnnotation.replace('/', '~1')}`;

/** Set the mark in the template, where the one that was planned with still is, and wait until every pod was made from it and is ready. */
async function roll(
  context: CertificateContext,
  consumer: CertificateConsumer,
  limits: ReloadLimits,
  mark: string,
): Promise<number> {
  if ((await markOf(context, consumer)) !== mark) await setMark(context, consumer, consumer.mark, mark);
  return untilRolled(context, consumer, limits, mark);
}

async function untilRolled(
  context: CertificateContext,
  consumer: CertificateConsumer,
  { readyWithinMs }: ReloadLimits,
  mark: string | null,
): Promise<number> {
  const isWanted = ({ metadata }: Pod): boolean => (metadata.annotations?.[reloadAnnotation] ?? null) === mark;
  const end = await awaitRollout(context, consumer, isWanted, limitsOf(readyWithinMs));
  if (end.ended === 'failed') throw failedRollout({ subject: consumerWord(consumer), parameters: consumer }, end);
  return end.ready;
}

/** The first consumer that carries neither the mark that was planned with nor ours, for a reader: who set it otherwise. */
export async function consumerNow(
  { ports }: Pick<CertificateContext, 'ports'>,
  { consumers }: Pick<Reloading, 'consumers'>,
  mark: string,
): Promise<string | undefined> {
  for (const consumer of consumers) {
    const told = await workloadNow(ports.cluster, consumer, ({ spec }) => {
      const present = spec.template.metadata?.annotations?.[reloadAnnotation] ?? null;
      return present === consumer.mark || present === mark ? undefined : annotationNow(spec, reloadAnnotation);
    });
    if (told !== undefined) return `${consumerWord(consumer)}: ${told}`;
  }
  return undefined;
}

/** The mark in the template of a consumer now; null where there is none, or the workload is no longer that one. */
export async function markOf(
  { ports }: Pick<CertificateContext, 'ports'>,
  consumer: CertificateConsumer,
): Promise<string | null> {
  const workload = await readWorkload(ports.cluster, consumer);
  return workload?.spec.template.metadata?.annotations?.[reloadAnnotation] ?? null;
}

async function setMark(
  { ports }: CertificateContext,
  consumer: CertificateConsumer,
  from: string | null,
  to: string | null,
): Promise<void> {
  const resource = workloadResource(kindOfRef(consumer));
  const workload = await readWorkload(ports.cluster, consumer);
  const bare = workload?.spec.template.metadata?.annotations === undefined;
  const container: readonly JsonPatchOperation[] = bare
    ? [{ op: 'add', path: '/spec/template/metadata/annotations', value: {} }]
    : [];
  await ports.cluster.patch(resource, consumer.namespace, consumer.name, [
    { op: 'test', path: '/metadata/uid', value: consumer.uid },
    ...container,
    { op: 'test', path, value: from },
    to === null ? { op: 'remove', path } : { op: 'add', path, value: to },
  ]);
}

/**
 * Take our mark out of the templates again, where it is still there: so the pods go back to what they were made from, and
 * read the Secret anew.
 */
export async function takeMarksBack(
  context: CertificateContext,
  { consumers, limits }: Reloading,
  mark: string,
): Promise<void> {
  for (const consumer of consumers) {
    if ((await markOf(context, consumer)) !== mark) continue;
    context.progress(`putting ${consumerWord(consumer)} back`);
    await setMark(context, consumer, mark, consumer.mark);
    await untilRolled(context, consumer, limits, consumer.mark);
  }
}

/** Whether any consumer still carries the mark: then its roll was not taken back yet. */
export async function carriesMark(
  context: CertificateContext,
  { consumers }: Pick<Reloading, 'consumers'>,
  mark: string,
): Promise<boolean> {
  for (const consumer of consumers) if ((await markOf(context, consumer)) === mark) return true;
  return false;
}
