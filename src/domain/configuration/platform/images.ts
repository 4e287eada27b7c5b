import { z } from 'zod';
import { section } from '../section.ts';
import { objectName, sentence, text } from '../values.ts';
import { secretKey, textSource } from './references.ts';

const registryHost = (description: string) =>
  text(
    description,
    {
      says: 'is not a registry',
      allowed: 'host and port as image names write them, such as registry.example.com:5000',
    },
    (value) => /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$|^\[[0-9a-f:]+\](:[0-9]{1,5})?$/.test(value),
  );

const repositoryDigest = text(
  'Repository with its registry, and digest.',
  { says: 'is not an image by digest', allowed: 'registry/repository@sha256:… with 64 hexadecimal digits' },
  (value) => /^[a-z0-9][a-z0-9.:_/-]{0,254}@sha256:[0-9a-f]{64}$/.test(value),
);

/** Which registries may be asked, and how. One that is not listed is asked without credentials, by https, at public addresses only. */
export const registries = z
  .array(
    section('A registry.', {
      host: registryHost('Host and port as image names write them; `docker.io` is Docker Hub.'),
      credentials: secretKey(
        'Secret of type kubernetes.io/dockerconfigjson whose entry for this host is used. Default: none.',
        '.dockerconfigjson',
      ).exactOptional(),
      'token-realms': z
        .array(registryHost('Host (and port) of a token server.'))
        .max(10)
        .describe('Further hosts, besides the registry itself, that its credentials may be shown to for a token.')
        .default([]),
      ca: textSource('The authority that signed its certificate. Default: the system store.', 'ca.crt').exactOptional(),
      'private-address': z.boolean().describe('It is at a private or loopback address.').default(false),
      'plain-http': z.boolean().describe('It is spoken to without TLS.').default(false),
    }),
  )
  .max(50)
  .describe('Registries that need credentials, another authority, a private address or no TLS.')
  .default([]);

/** Which images may be deployed without approval. */
export const images = section('Which images may be deployed without approval.', {
  keys: z
    .array(textSource('A public key in PEM (ECDSA P-256, as cosign makes them).', 'cosign.pub'))
    .max(20)
    .describe('Keys whose signatures over images, and over scans attached to them, are trusted (cosign).')
    .default([]),
  signatures: z
    .enum(['required', 'preferred'], { error: 'is not a rule for signatures' })
    .describe(
      '`required`: only signed images. `preferred`: an unsigned one too, once our own record has known it long enough.',
    )
    .default('preferred'),
  accept: z
    .array(
      section('An image that somebody vouches for.', {
        image: repositoryDigest,
        reason: sentence('Why, for whoever reads the report.'),
      }),
    )
    .max(100)
    .describe('Images that are trusted although they are unsigned, new, in quarantine, or their tag has moved.')
    .default([]),
  ignore: z
    .array(objectName('Name of a workload.'))
    .max(100)
    .describe('Workloads whose images are not looked at.')
    .default([]),
});
