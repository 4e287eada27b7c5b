/** Watching over one running container with its startup, readiness and liveness probes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container, Probe } from './objects.ts';
import { ask, type ProbeTarget } from './probes.ts';

/** What the watch over a container tells its owner. */
export interface HealthListener {
  /** `started` once the startup probe has succeeded; `ready` as the readiness probe says. */
  changed(health: { readonly started: boolean; readonly ready: boolean }): void;
  /** A probe failed once: its kind and why. */
  unhealthy(kind: ProbeKind, message: string): void;
  /** A startup or liveness probe failed often enough: the container must be restarted. */
  failed(kind: ProbeKind, probe: Probe): void;
}

/** As the event messages name them. */
export type ProbeKind = 'Startup' | 'Readiness' | 'Liveness';

/** Runs the probes until the signal aborts. A container without a probe counts as started or ready at once. */
export async function watchHealth(
  container: Container,
  target: ProbeTarget,
  listener: HealthListener,
  signal: AbortSignal,
): Promise<void> {
  const { startupProbe, readinessProbe, livenessProbe } = container;
  let started = startupProbe === undefined;
  let ready = started && readinessProbe === undefined;
  const tell = (): void => {
    if (!signal.aborted) listener.changed({ started, ready });
  };
  tell();
  if (startupProbe) {
    started = await untilStarted(startupProbe, target, listener, signal);
    if (!started) return;
    ready = readinessProbe === undefined;
    tell();
  }
  const loops: Promise<void>[] = [];
  if (readinessProbe) {
    loops.push(
      repeat('Readiness', readinessProbe, target, listener, signal, (ok) => {
        ready = ok;
        tell();
        return true;
      }),
    );
  }
  if (livenessProbe) {
    loops.push(
      repeat('Liveness', livenessProbe, target, listener, signal, (ok) => {
        if (!ok) listener.failed('Liveness', livenessProbe);
        return ok;
      }),
    );
  }
  await Promise.all(loops);
}

async function untilStarted(
  probe: Probe,
  target: ProbeTarget,
  listener: HealthListener,
  signal: AbortSignal,
): Promise<boolean> {
  let started = false;
  await repeat('Startup', probe, target, listener, signal, (ok) => {
    started = ok;
    if (!ok) listener.failed('Startup', probe);
    return false;
  });
  return started;
}

/** Calls `verdict` whenever the thresholds turn the probe's verdict; ends when it returns false. */
async function repeat(
  kind: ProbeKind,
  probe: Probe,
  target: ProbeTarget,
  listener: HealthListener,
  signal: AbortSignal,
  verdict: (ok: boolean) => boolean,
): Promise<void> {
  const { initialDelaySeconds = 0, periodSeconds = 10, timeoutSeconds = 1 } = probe;
  const counted = thresholds(probe);
  if (!(await pause(initialDelaySeconds * 1000, signal))) return;
  do {
    const { ok, message } = await ask(probe, target, timeoutSeconds * 1000);
    if (signal.aborted) return;
    if (!ok) listener.unhealthy(kind, message);
    const turned = counted(ok);
    if (turned !== undefined && !verdict(turned)) return;
  } while (await pause(periodSeconds * 1000, signal));
}

/** Counts answers: returns the verdict when it turns, undefined while it stays. */
export function thresholds(
  probe: Pick<Probe, 'successThreshold' | 'failureThreshold'>,
): (ok: boolean) => boolean | undefined {
  const { successThreshold = 1, failureThreshold = 3 } = probe;
  let known: boolean | undefined;
  let last: boolean | undefined;
  let inARow = 0;
  return (ok) => {
    inARow = ok === last ? inARow + 1 : 1;
    last = ok;
    if (known === ok || inARow < (ok ? successThreshold : failureThreshold)) return undefined;
    known = ok;
    return ok;
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
