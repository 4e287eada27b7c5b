import { KubernetesCluster } from '../../../src/adapters/kubernetes/kubernetes-cluster.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { PassingTime } from '../api-faults/time.ts';
import type { Conversation } from './conversation.ts';
import { Moving } from './moving.ts';
import { PodPorts, type Strike } from './pod-ports.ts';

/** How a question ended. */
export type Ended = { readonly answer: string } | { readonly trouble: PortError } | { readonly broke: unknown };

/** A conversation with everything that came of it. */
export interface Spoken {
  readonly ended: Readonly<Record<string, Ended>>;
  readonly done: readonly string[];
  readonly tookMs: number;
  readonly requests: number;
  readonly openings: number;
  readonly farewells: readonly number[];
}

/** Ask every question through forwards of which one, or one request over one, is treated badly. */
export async function speak({ begin }: Conversation, strike?: Strike): Promise<Spoken> {
  using moving = new Moving();
  using time = new PassingTime(moving, Date.parse('2026-11-24T02:10:00Z'));
  const { listens, done, over } = begin();
  await using ports = await PodPorts.start(listens, strike);
  const signal = new AbortController().signal;
  const cluster = new KubernetesCluster(ports.access, { clock: systemClock, random: () => 0.5, signal });
  const { questions, close } = over(cluster);
  const startedAt = systemClock.monotonic();
  const ended: Record<string, Ended> = {};
  for (const [name, ask] of Object.entries(questions)) ended[name] = await time.pass(endOf(ask()));
  await time.pass(close());
  const tookMs = systemClock.monotonic() - startedAt;
  await time.pass(cluster.close());
  const { requests, openings, farewells } = ports;
  return { ended, done: [...done], tookMs, requests, openings, farewells };
}

async function endOf(asked: Promise<unknown>): Promise<Ended> {
  try {
    return { answer: JSON.stringify(await asked) ?? 'undefined' };
  } catch (error) {
    return error instanceof PortError ? { trouble: error } : { broke: error };
  }
}
