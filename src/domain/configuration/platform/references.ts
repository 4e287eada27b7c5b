import { z } from 'zod';
import { section } from '../section.ts';
import { dataKey, host, objectName } from '../values.ts';

/** A value in a Secret of the platform's namespace. */
export function secretKey(description: string, key: string) {
  return section(description, {
    secret: objectName('Name of the Secret.'),
    key: dataKey('Key in the Secret.').default(key),
  });
}

/** A public text (certificates) in a Secret or a ConfigMap of the platform's namespace. */
export function textSource(description: string, key: string) {
  return z
    .strictObject({
      secret: objectName('Name of the Secret that holds it.').exactOptional(),
      'config-map': objectName('Name of the ConfigMap that holds it.').exactOptional(),
      key: dataKey('Key in the Secret or ConfigMap.').default(key),
    })
    .refine((source) => (source.secret === undefined) !== (source['config-map'] === undefined), {
      error: 'names neither or both of secret and config-map',
      params: { allowed: 'exactly one of secret, config-map', noValue: true },
    })
    .describe(description)
    .transform(
      ({ secret, key, 'config-map': configMap }): TextSource =>
        secret === undefined
          ? { kind: 'ConfigMap', name: configMap ?? '', key }
          : { kind: 'Secret', name: secret, key },
    );
}

/** Where a public text (certificates) is: a key of an object in the platform's namespace. */
export interface TextSource {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly key: string;
}

/** How TLS is spoken to a database or cache; modes as libpq names them. */
export const TLS_MODES = ['disable', 'require', 'verify-ca', 'verify-full'] as const;

/** See {@link TLS_MODES}. */
export type TlsMode = (typeof TLS_MODES)[number];

/** TLS to a database or cache. */
export function tls(what: string) {
  return section(`TLS to the ${what}.`, {
    mode: z
      .enum(TLS_MODES, { error: 'is not a TLS mode' })
      .describe(
        'Default: verify-full where an address is given, disable through a port-forward (the tunnel itself is encrypted).',
      )
      .exactOptional(),
    ca: textSource(
      'The authority that signed the server certificate. Default: the system store.',
      'ca.crt',
    ).exactOptional(),
    'server-name': host(
      'The name that the server certificate must carry. Default: the address, or the name of the Service.',
    ).exactOptional(),
  });
}

/** A section after {@link withTlsMode}. */
type WithTlsMode<T extends { tls: object }> = Omit<T, 'tls'> & { tls: Omit<T['tls'], 'mode'> & { mode: TlsMode } };

/** Fills in the mode, whose default depends on whether the system is reached directly. */
export function withTlsMode<T extends { address?: string; tls: { mode?: TlsMode } }>(value: T): WithTlsMode<T> {
  const mode = value.tls.mode ?? (value.address === undefined ? 'disable' : 'verify-full');
  return { ...value, tls: { ...value.tls, mode } } as WithTlsMode<T>;
}
