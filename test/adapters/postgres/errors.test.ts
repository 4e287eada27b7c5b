import { describe, expect, test } from '@jest/globals';
import { translate } from '../../../src/adapters/postgres/errors.ts';
import { applicationNameOf } from '../../../src/adapters/postgres/session.ts';

const place = { subject: 'database d on pod/postgres-0', user: 'maintenance' };
const secret = 'pl4nted-p4ssw0rd';

/** A server's error as the client makes it, with the secret wherever foreign text can stand. */
const foreign = (code: string | undefined, name = 'error') =>
  Object.assign(new Error(`password ${secret} of the query`), {
    name,
    ...(code === undefined ? {} : { code }),
    detail: secret,
    where: secret,
    hint: secret,
    query: secret,
    internalQuery: secret,
    cause: new Error(secret),
  });

describe('errors of PostgreSQL are rebuilt from their code', () => {
  test.each([
    ['28P01', 'unauthorized', 'the password of role maintenance was not accepted'],
    ['28000', 'unauthorized', 'role maintenance may not log in'],
    ['3D000', 'not-found', 'there is no such database'],
    ['42501', 'forbidden', 'role maintenance lacks a right'],
    ['53300', 'busy', 'max_connections'],
    ['53400', 'busy', 'SQLSTATE 53400'],
    ['55P03', 'busy', 'lock timeout'],
    ['57014', 'timeout', 'statement timeout'],
    ['57P01', 'unreachable', 'ended the session'],
    ['08006', 'unreachable', 'SQLSTATE 08006'],
    ['XX000', 'failed', 'SQLSTATE XX000'],
    ['ECONNREFUSED', 'unreachable', 'refused'],
    ['ENOTFOUND', 'unreachable', 'not found in DNS'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [undefined, 'failed', 'in an unknown way'],
    [`x ${secret}`, 'failed', 'in an unknown way'],
    ['__proto__', 'failed', 'in an unknown way'],
  ] as const)('%s is %s', (code, expected, says) => {
    const error = translate(foreign(code), place);
    expect(error.code).toBe(expected);
    expect(error.message).toContain(says);
    expect(JSON.stringify([error, error.message, error.next, error.stack, error.cause])).not.toContain(secret);
  });

  test.each([
    ['The server does not support SSL connections', 'untrusted'],
    ['Connection terminated unexpectedly', 'unreachable'],
    ['timeout expired', 'unreachable'],
    ['constructor', 'failed'],
  ])('the client says %s', (message, code) => {
    expect(translate(new Error(message), place).code).toBe(code);
  });

  test.each([secret, undefined, null, 7, { code: 7 }])('what is no error: %s', (thrown) => {
    expect(translate(thrown, place).code).toBe('failed');
    expect(translate(thrown, place).message).not.toContain(secret);
  });
});

test('an application name has what the server keeps of it', () => {
  expect(applicationNameOf('run 812/1')).toBe('rooivalk-maintenance run 812/1');
  expect(applicationNameOf('é\n'.repeat(80))).toMatch(/^rooivalk-maintenance \?{42}$/);
});
