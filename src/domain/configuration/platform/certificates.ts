import { z } from 'zod';
import { section } from '../section.ts';
import { host, objectName, port, share } from '../values.ts';
import { checkIssuing, issuing } from './issuers.ts';
import { textSource } from './references.ts';

const secrets = z
  .union([z.literal('all'), z.array(objectName('Name of a TLS Secret.')).max(500)])
  .describe('TLS Secrets to look at: names, or `all` (which needs the right to list Secrets).')
  .default(['api-gateway-tls']);

/** What certificates are looked at, and when they are due. */
export const certificates = section('The certificates that are watched and renewed.', {
  secrets,
  bundles: z
    .array(textSource('Certificates in PEM, such as an authority bundle.', 'ca.crt'))
    .max(100)
    .describe('Further certificates in ConfigMaps or Secrets.')
    .default([]),
  webhooks: z
    .boolean()
    .describe('Look at the caBundle of every admission webhook as well (needs the right to list them).')
    .default(false),
  endpoints: z
    .array(
      section('An address whose served certificate must be the one of a Secret.', {
        host: host('Host name or IP address.'),
        port: port('Port.').default(443),
        'server-name': host('Name to ask for (SNI). Default: the host.').exactOptional(),
        secret: objectName('Secret that holds the certificate.').exactOptional(),
      }),
    )
    .max(100)
    .describe('Addresses whose served certificate is compared with a Secret.')
    .default([]),
  renewal: section(
    'When a certificate is due for renewal: from the smaller of the two on, and always two openings ahead.',
    {
      days: z.int().min(1).max(3650).describe('Days before its end.').default(30),
      share: share('Share of its lifetime that is left.').default(0.33),
    },
  ).prefault({}),
  trust: z
    .array(textSource('Certificates in PEM.', 'ca.crt'))
    .max(20)
    .describe(
      'Authorities that chains must end in. Default: what the Secret itself carries as ca.crt, and the system store.',
    )
    .default([]),
  ...issuing,
}).check((payload) => checkIssuing(payload.value, payload));
