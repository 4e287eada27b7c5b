import { formatSpan } from '../../domain/quantities.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import { PortError } from '../../ports/port-error.ts';
import type { AnyCheck, HealthContext } from './check.ts';
import { checks } from './checks/all.ts';
import type { Inputs } from './inputs.ts';

/** What was seen of an area, or why it could not be looked at. */
export type SeenArea = { readonly value: unknown } | { readonly trouble: Trouble };

/** What check-health saw. Nothing is changed because of it, so nothing must still hold: the basis is empty. */
export interface HealthObservation {
  readonly basis: null;
  readonly measurements: { readonly areas: Readonly<Record<string, SeenArea>> };
}

/** Look at every area at once, each by itself: one that fails or hangs takes nothing from the others. */
export async function observe(context: HealthContext, inputs: Inputs): Promise<HealthObservation> {
  context.progress(`check-health: looking at ${checks.map(({ area }) => area).join(', ')}`);
  const seen = await Promise.all(
    checks.map(async (check) => [check.area, await look(check, context, inputs)] as const),
  );
  return { basis: null, measurements: { areas: Object.fromEntries(seen) } };
}

async function look(check: AnyCheck, context: HealthContext, inputs: Inputs): Promise<SeenArea> {
  const limitMs = inputs['area-timeout'];
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(tooSlow(check.area, limitMs));
      late.abort();
    }, limitMs);
  });
  const signal = AbortSignal.any([context.signal, late.signal]);
  try {
    return await attempt(check.area, () => Promise.race([check.observe({ ...context, signal }, inputs), bound]));
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(area: string, limitMs: number): PortError {
  return new PortError({
    code: 'timeout',
    subject: area,
    message: `looking at ${area} took longer than ${formatSpan(limitMs)}`,
    next: 'raise the input `area-timeout`, or look at what is slow',
  });
}
