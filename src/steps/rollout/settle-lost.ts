import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import { lookUntilArrived } from './on-its-way.ts';

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
    if (await lookUntilArrived(arrived, (here) => here, pause)) return;
    const { subject, message } = error;
    throw new PortError({ code: 'failed', subject, message: `${message}; the change did not arrive` });
  }
}
