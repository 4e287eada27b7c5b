import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import { lookUntilArrived } from './on-its-way.ts';

/** What is there, and what cannot be seen just now, which the next look may. */
type Seen = 'arrived' | 'not-arrived' | 'unseen';

const words: Readonly<Record<Exclude<Seen, 'arrived'>, string>> = {
  'not-arrived': 'the change did not arrive',
  unseen: 'whether the change arrived could not be seen',
};

const unseen = (error: unknown): Seen => {
  if (error instanceof PortError && error.code !== 'cancelled') return 'unseen';
  throw error;
};

/** After these nobody knows whether the one request took effect. */
const lostAnswers: ReadonlySet<PortErrorCode> = new Set(['unreachable', 'timeout', 'failed']);

/**
 * Make a change by one request whose effect is watched afterwards. When its answer is lost, the world is asked whether it
 * arrived, until it can no longer do so: else it might arrive after its unit was put back. A conflict is none when the
 * world holds the change: something on the way has repeated this very request.
 */
export async function settleLost(
  change: () => Promise<unknown>,
  arrived: () => Promise<boolean>,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    if (error.code === 'conflict' && (await arrived())) return;
    if (!lostAnswers.has(error.code)) throw error;
    const look = () => arrived().then((here): Seen => (here ? 'arrived' : 'not-arrived'), unseen);
    const seen = await lookUntilArrived(look, (now) => now === 'arrived', pause);
    if (seen === 'arrived') return;
    const { subject, message } = error;
    throw new PortError({ code: 'failed', subject, message: `${message}; ${words[seen]}` });
  }
}
