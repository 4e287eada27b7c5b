import type { TlsOptions } from '../../../src/ports/reach.ts';

/** How a client verifies a server with certificate `own`, and the code of its error; undefined: it comes through. */
export const tlsCases = (
  name: string,
  own: string,
  foreign: string,
): readonly (readonly [title: string, tls: TlsOptions, code: string | undefined])[] => [
  ['verify-full with its authority and name', { mode: 'verify-full', ca: own, serverName: name }, undefined],
  ['verify-full with another name', { mode: 'verify-full', ca: own, serverName: 'other.test' }, 'untrusted'],
  ['verify-full with another authority', { mode: 'verify-full', ca: foreign, serverName: name }, 'untrusted'],
  ['verify-full with the system store', { mode: 'verify-full', serverName: name }, 'untrusted'],
  ['verify-ca with another name', { mode: 'verify-ca', ca: own, serverName: 'other.test' }, undefined],
  ['verify-ca with another authority', { mode: 'verify-ca', ca: foreign, serverName: name }, 'untrusted'],
  ['require trusts anybody', { mode: 'require', serverName: 'other.test' }, undefined],
];
