import { jest } from '@jest/globals';
import type { HttpFault } from './http-faults.ts';

/** How long one request to the forge may take, ms; the product gives it half a minute. */
const patienceMs = 400;

/** Where one request is never answered, let those that have a bound of half a minute be given up soon. */
export function impatient({ how }: HttpFault): Disposable {
  if (how !== 'half-open') return { [Symbol.dispose]: () => undefined };
  const spy = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const bound = new AbortController();
    setTimeout(() => bound.abort(new DOMException('too late', 'TimeoutError')), patienceMs).unref();
    return bound.signal;
  });
  return { [Symbol.dispose]: () => void spy.mockRestore() };
}
