import { describe, expect, test } from '@jest/globals';
import { ErrorReply, SocketClosedUnexpectedlyError } from '@redis/client';
import { connectionNameOf } from '../../../src/adapters/redis/connection.ts';
import { translate } from '../../../src/adapters/redis/errors.ts';

const place = { subject: 'cache pod/redis-0', user: 'maintenance' };
const secret = 'pl4nted-p4ssw0rd';

/** An error as clients make it: some hold the command with the password. */
const foreign = (message: string, more: object = {}) =>
  Object.assign(
    new ErrorReply(message),
    { command: { name: 'AUTH', args: ['maintenance', secret] }, cause: secret },
    more,
  );

describe('errors of Redis are rebuilt from their code', () => {
  test.each([
    [
      `WRONGPASS invalid username-password pair or user is disabled. ${secret}`,
      'unauthorized',
      'user maintenance was not accepted',
    ],
    ['NOAUTH Authentication required.', 'unauthorized', 'none is configured'],
    [`NOPERM User ${secret} has no permissions`, 'forbidden', 'may not run SCAN'],
    ['LOADING Redis is loading the dataset in memory', 'unreachable', 'reading its data'],
    ['MASTERDOWN Link with MASTER is down', 'unreachable', 'without its master'],
    ['BUSY Redis is busy running a script.', 'busy', 'script'],
    [`ERR unknown command '${secret}'`, 'failed', 'the error ERR'],
    [`AUTH${secret} leads the message`, 'failed', 'in an unknown way'],
    [secret, 'failed', 'in an unknown way'],
    ['', 'failed', 'in an unknown way'],
  ] as const)('%s', (message, code, says) => {
    const error = translate(foreign(message), place, 'scan');
    expect(error.code).toBe(code);
    expect(error.message).toContain(says);
    expect(JSON.stringify([error, error.message, error.next, error.stack, error.cause])).not.toContain(secret);
  });

  test.each([
    [Object.assign(new Error(secret), { code: 'ECONNREFUSED' }), 'unreachable'],
    [Object.assign(new Error(secret), { code: 'CERT_HAS_EXPIRED' }), 'untrusted'],
    [new SocketClosedUnexpectedlyError(), 'unreachable'],
    [secret, 'failed'],
    [undefined, 'failed'],
  ])('%#', (thrown, code) => {
    const error = translate(thrown, place);
    expect(error.code).toBe(code);
    expect(error.message).not.toContain(secret);
  });

  test.each([
    ['scan', '`acl setuser maintenance +scan`'],
    ['memory purge', '`acl setuser maintenance +memory|purge`'],
    ['cluster nodes', '`acl setuser maintenance +cluster`'],
  ])('the grant for %s', (command, next) => {
    expect(translate(foreign('NOPERM no'), place, command).next).toBe(next);
  });
});

test('the name of a connection has no blanks', () => {
  expect(connectionNameOf('run 812/1 é')).toBe('rooivalk-maintenance:run-812/1--');
});
