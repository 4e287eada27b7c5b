import { PortError } from '../../ports/port-error.ts';

const lostAnswers = new Set(['unreachable', 'timeout']);

/**
 * Make a change whose effect is watched afterwards; when its answer is lost, the world is asked whether it arrived, so that
 * the watching is not left out. What did not arrive may still do so: that is a failure, and not known to be untouched.
 */
export async function settleLost(change: () => Promise<unknown>, arrived: () => Promise<boolean>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof PortError) || !lostAnswers.has(error.code)) throw error;
    if (await arrived()) return;
    const { subject, message } = error;
    throw new PortError({ code: 'failed', subject, message: `${message}; the change did not arrive` });
  }
}
