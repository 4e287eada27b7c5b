import { expect } from '@jest/globals';
import { PortError, type PortErrorCode } from '../../src/ports/port-error.ts';

/** The code with which a promise is rejected; the test fails when it is not a PortError. */
export async function codeOf(promise: Promise<unknown>): Promise<PortErrorCode> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PortError);
  return (error as PortError).code;
}
